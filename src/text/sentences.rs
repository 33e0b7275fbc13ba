//! Sentences of a text, in any script: rules and tables, no model, so that the same text always falls the same way.

mod blocks;
#[rustfmt::skip]
mod languages;
mod pairs;
mod scan;
mod tables;

use super::paragraphs;
use scan::Scan;

/// A sentence, trimmed of surrounding white space, and the number of its paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sentence {
    pub start: usize,
    pub end: usize,
    pub paragraph: usize,
}

/// The sentences of a text, in order; every character that is not white space is in exactly one. `lang` is a BCP 47
/// tag and chooses abbreviations and the like; without it English is assumed where the script does not tell.
pub fn sentences(text: &str, lang: Option<&str>) -> Vec<Sentence> {
    let language = languages::language(lang);
    let mut found = Vec::new();
    let mut chars = Vec::new();
    for (paragraph, (bytes, first)) in paragraphs::spans(text).enumerate() {
        chars.clear();
        chars.extend(text.get(bytes).unwrap_or_default().chars());
        for block in blocks::blocks(&chars) {
            let offset = first + block.start;
            let block = chars.get(block).unwrap_or_default();
            let spans = Scan::new(block, language).sentences();
            found.extend(spans.into_iter().map(|it| Sentence {
                start: offset + it.start,
                end: offset + it.end,
                paragraph,
            }));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::offsets::slice;

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
                "See No. 5 and p. 55. | No. | That is all.",
                "He works for ABC Ltd. and BCD Co. | She does not.",
                "At 5 a.m. Mr. Smith left. | He returned at 6 p.m. | Mr. Smith slept.",
                "Inflation was 3.4 percent. | 12 people said so.",
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
                "\"We cut the taxes of two million people last year. | We will cut them again,\" she said.",
                "Growth slowed.[7][8] | Prices rose.",
            ],
        );
    }

    #[test]
    fn ellipses_and_runs() {
        check("en", &["Wait... what? | Really?! | He paused... | Then he spoke . . . at last."]);
    }

    #[test]
    fn lists_and_headings_are_lines_of_their_own() {
        check("en", &["Our plan\n | 1. Cut taxes\n | 2. Build\nroads. | And more\n\n | Next."]);
        check("en", &["1) one thing | 2) another thing"]);
        check("en", &["It was a\nvery long line. | It\nended.\n\n | Bye."]);
    }

    #[test]
    fn other_scripts() {
        check("ar", &["هل هذا صحيح؟ | نعم. | حسنا!"]);
        check("ur", &["یہ سچ ہے۔ | وہ جھوٹ ہے۔"]);
        check("hi", &["यह सच है। | वह झूठ है।"]);
        check("zh", &["这是真的。| 那是假的！| 他说：“不。” | 对吗？"]);
        check("ja", &["「行く。帰る。」と言った。| 終わり。"]);
        check("de", &["Am 3. Oktober kam z.B. Dr. Meyer. | Das war gut."]);
        check("ru", &["В 1990 г. было 5 тыс. чел. и т.д. | Он А. С. Пушкин."]);
    }
}
