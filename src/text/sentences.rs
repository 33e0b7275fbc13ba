//! Sentences of a text, in any script: rules and tables, no model, so that the same text always falls the same way.

mod block;
mod blocks;
mod forms;
mod lexicon;
mod marks;
mod near;
mod pairs;
mod rules;
mod scan;
mod tables;
mod words;

use super::language;
use super::paragraphs::{self, Points};
use block::Block;
use lexicon::lexicon;
use scan::Room;

/// A sentence, trimmed of surrounding white space, and the number of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    pub start: usize,
    pub end: usize,
    pub paragraph: usize,
}

/// The sentences of a text, in order; every character that is not white space is in exactly one. `lang` is a BCP 47
/// tag and chooses abbreviations and the like; without it each paragraph's language is detected.
pub fn sentences(text: &str, lang: Option<&str>) -> Vec<Sentence> {
    let spans = paragraphs::byte_spans(text);
    let given = lang.map(|tag| lexicon(Some(tag)));
    let detected = if given.is_none() { language::of_spans(text, &spans) } else { Vec::new() };
    let mut detected = detected.into_iter();
    let mut points = Points::of(text);
    let mut found = Vec::with_capacity(text.len() / 64 + spans.len());
    let (mut room, mut lines, mut ranges) = (Room::default(), Vec::new(), Vec::new());
    for (paragraph, bytes) in spans.into_iter().enumerate() {
        let words = given.unwrap_or_else(|| lexicon(detected.next().flatten()));
        let inner = text.get(bytes.clone()).unwrap_or_default();
        blocks::each(inner, &mut lines, |part| {
            ranges.clear();
            scan::scan(Block(inner.get(part.clone()).unwrap_or_default()), words, &mut room, &mut ranges);
            let offset = bytes.start + part.start;
            found.extend(ranges.iter().map(|it| {
                let start = points.at(offset + it.start);
                Sentence { start, end: points.at(offset + it.end), paragraph }
            }));
        });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::offsets::slice;
    use proptest::prelude::*;

    fn pieces<'a>(text: &'a str, lang: &str) -> Vec<&'a str> {
        sentences(text, Some(lang)).iter().map(|it| slice(text, it.start, it.end).unwrap()).collect()
    }

    /// Each case is one text, its sentences divided by `|`.
    fn check(lang: &str, cases: &[&str]) {
        for case in cases {
            let expected: Vec<&str> = case.split('|').map(str::trim).collect();
            assert_eq!(pieces(&case.replace('|', ""), lang), expected);
        }
    }

    #[test]
    fn english_abbreviations_do_not_end_a_sentence() {
        check(
            "en",
            &[
                "Mr. Smith met Dr. A. B. Jones, e.g. at 5 p.m. in the U.S. Senate. | It cost $3.50.",
                "I live in the U.S. | How about you?",
                "See No. 5, Vol. II and p. 55. | No. | That is all.",
                "He works for ABC Ltd. and BCD Co. | She does not.",
                "At 5 a.m. Mr. Smith left. | He returned at 6 p. m. | Mr. Smith slept.",
                "Inflation was 3.4 percent. | 12 people said so.",
                "It was below 2 °C. | Then it rose to 7 C. | Nobody asked Albert C. Jones.",
            ],
        );
    }

    #[test]
    fn quotations_and_brackets_stay_with_their_sentence() {
        check(
            "en",
            &[
                "She said, \"This is great.\" | He nodded (slowly.) and left.",
                "“Why?” she asked. | “Because.”",
                "He asked (Who? Me?) and went. | Done.",
                "\"We cut the taxes of two million people last year. | We will cut them again in spring,\" she said.",
                "Growth slowed.[7][8] | Prices rose.",
                "\"He [...] used them [...]\" (Smith 55). | It helped.",
            ],
        );
    }

    #[test]
    fn sentences_inside_a_quotation_are_found() {
        check(
            "en",
            &[
                "“It rose 4%. | It always does.”",
                "She turned to him, \"This is great.\" she said.",
                "She added that \"the roads are better. | Accidents fell by 12 per cent. | We are proud.\"",
                "“No. Never,” he said. | 'John said: \"Taxes rose 5%. | They will rise again.\"'",
                "\"Such a fall... Nobody saw it,\" he said. | The book \"What If? And Then\" sold well.",
                "'after such a fall, I think nothing of it! How brave they will think me!' | He left.",
            ],
        );
        check("es", &["«La inflación bajó al 3 %. | Es un éxito. | Seguiremos»."]);
        check(
            "ru",
            &["«Рост 3%. | Это успех», — сказал он.", "«Куда ты идёшь? – спросила мама. – Завтра ведь выходной»."],
        );
        check("de", &["„Die Steuern sinken. | Das ist gut“, sagte er."]);
        check("ja", &["「死者は5人だった。| 問題ない」と述べた。", "「行く。帰る。」と言った。"]);
        check("zh", &["她说：“这是真的。| 没有问题。”", "“通胀下降了3%！| 这是真的！”他说。"]);
        check("ur", &["اس نے کہا: \"ٹیکس کم ہوئے۔ | یہ اچھا ہے۔\""]);
        check("sk", &["„Prieskumy beriem na váhu. V podstate ma to nezaujíma,“ reagoval."]);
    }

    #[test]
    fn what_follows_a_time_or_a_company() {
        check(
            "en",
            &[
                "He died at 5 p.m. Friday. | She left at 6 a.m. Monday. | It was 9 p.m. EST. | He left.",
                "It starts at 9 a.m. Eastern time and ends at 8 p.m. Central. | Bye.",
                "He left at 5 p.m. | Friday was a holiday. | It opens at 9 a.m. | Central Bank staff arrive later.",
                "He joined Acme Corp. | Shares rose. | He met Acme Inc. Chief Executive Jim Lee of Acme Corp. Shares Fund.",
            ],
        );
    }

    #[test]
    fn ellipses_and_runs() {
        check("en", &["Wait... what? | Really?! | He paused... | Then he spoke . . . at last."]);
        check("en", &["It was weak . . . at first. |. . . The rest was kept. . . ."]);
    }

    #[test]
    fn lists_and_headings_are_lines_of_their_own() {
        check("en", &["Our plan\n | 1. Cut taxes\n | 2. Build\nroads. | And more\n\n | Next."]);
        check("en", &["1) one thing | 2) another thing", "It did this. | a. one | b. two", "• a | • b"]);
        check("en", &["It was a\nvery long line. | It\nended.\n\n | Bye.", "Wait:\r\n | One\r\n\r\n | Two"]);
    }

    #[test]
    fn turns_of_a_transcript_begin_with_their_speaker() {
        check("en", &["[00:12:31] ANN LEE: Is it so? | We paid.\n | [00:12:40] DR. OKAFOR: No.\n\n | End"]);
        check("en", &["MODERATOR: Welcome to all of you\n | GUEST 2: Thanks. | I came.\n\n | [1:02] So? | [1:05] Yes"]);
    }

    #[test]
    fn careless_writing() {
        check(
            "en",
            &["call them. | they know. | maybe too much. | cats react to treatment. | http://a.org/x.html is good"],
        );
        check(
            "en",
            &["I like it.|You will too. | See example.Com or a.Bc now :-) | Bye", "It works at Yahoo! in the office."],
        );
        check("en", &["Ann Lee | 08/16/2000 03:48 PM | Hello. | Best regards, | Ann", "***** | Hello | -----"]);
    }

    #[test]
    fn other_scripts() {
        check("ar", &["هل هذا صحيح؟ | نعم. | حسنا!"]);
        check("ur", &["یہ سچ ہے۔ | وہ جھوٹ ہے۔"]);
        check("hi", &["यह सच है। | डॉ. ली झूठ है।"]);
        check("zh", &["这是真的。| 那是假的！| 他说：“不。” | 对吗？| “为什么？”他问道。"]);
        check("ja", &["「行く。帰る。」と言った。| 終わり。"]);
        check("el", &["Πού είναι; | Ο Δρ. Παππάς ήρθε."]);
    }

    #[test]
    fn abbreviations_of_other_languages() {
        check("de", &["Am 3. Oktober kam z. B. Dr. Meyer mit 2 Mrd. Euro. | Das war gut."]);
        check("ru", &["В 1990 г. было 5 тыс. чел. и т. д. | Он А. С. Пушкин из г. Москва."]);
        check("fr", &["M. Durand habite av. Foch, p. ex. depuis 1990. | Elle non."]);
        check("es", &["El Sr. Pérez vive en EE. UU. con la Dra. Ruiz. | ¿Sí?"]);
        check("it", &["Il dott. Rossi parla con lo psicol. Serenti. | Bene."]);
        check("pt", &["O Sr. Silva mora na Av. Brasil, n.º 5. | Ela não."]);
        check("nl", &["Dhr. de Vries woont o.a. in Den Haag. | Zij niet."]);
        check("pl", &["Dr Nowak mieszka przy ul. Długiej, np. od 3 maja. | Ona nie."]);
        check("cs", &["Firma A s. r. o. sídlí na nám. Míru 5. | Ona ne."]);
        check("sv", &["Han kom t.ex. kl. 5 med bl.a. Anna. | Hon gick."]);
        check("fi", &["Hän tuli 3. lokakuuta esim. Turkuun. | Se oli hyvä."]);
        check("tr", &["Doç. Dr. Kaya bkz. sayfa 5. | Bu iyi."]);
        check("id", &["Menurut Tn. Budi dari Jl. Merdeka No. 5. | Ini benar."]);
        check("ko", &["B.C. 경찰은 갔다. | 그는 왔다."]);
    }

    const LANGUAGES: [Option<&str>; 7] = [None, Some("en"), Some("de"), Some("el"), Some("hi"), Some("zh"), Some("xx")];

    /// Anything, often made of what the rules look at.
    fn any_text() -> impl Strategy<Value = String> {
        #[rustfmt::skip]
        const PARTS: [&str; 60] = [
            ".", "..", "!", "?", "…", "。", "।", "؟", " ", "  ", "\n", "\r\n", "\n\n", "\t", "\u{A0}", "\u{2028}",
            "\u{FEFF}", "\0", "(", ")", "[", "]", "\"", "'", "''", "``", "“", "”", "‘", "’", "«", "»", "„", "[...]",
            "[1]", "[00:12:31]", "A", "a", "Mr", "e.g", "U.S", "5", "12", "1)", "a.", "b.", "•", "- ", "-----",
            "***", ":-)", ":", "http://a.b", "08/16/2000 03:48 PM", "Best regards, ", "TEHRAN (AFP) - ", "é",
            "e\u{301}", "😀", "漢",
        ];
        let parts = prop::collection::vec(prop::sample::select(PARTS.to_vec()), 0..40).prop_map(|it| it.concat());
        prop_oneof![3 => parts, 1 => any::<String>()]
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2000))]

        #[test]
        fn every_character_is_in_one_sentence(text in any_text(), lang in prop::sample::select(LANGUAGES.to_vec())) {
            let chars: Vec<char> = text.chars().collect();
            let paragraphs = paragraphs::paragraphs(&text);
            let mut last = 0;
            for it in sentences(&text, lang) {
                prop_assert!(last <= it.start && it.start < it.end && it.end <= chars.len());
                prop_assert!(chars[last..it.start].iter().all(|c| c.is_whitespace()));
                prop_assert!(!chars[it.start].is_whitespace() && !chars[it.end - 1].is_whitespace());
                let paragraph = paragraphs[it.paragraph];
                prop_assert!(paragraph.start <= it.start && it.end <= paragraph.end);
                last = it.end;
            }
            prop_assert!(chars[last..].iter().all(|c| c.is_whitespace()));
        }
    }
}
