//! What stands in quotation marks, across sentences and paragraphs.

mod marks;

use super::attribution::{tables, tokens};
use super::sentences::Sentence;
pub use marks::{Stretch, stretches};
pub(in crate::text) use marks::{alone, closer, opener};
use tokens::{Kind, Token};

/// Words an attribution around a quotation may have.
const LONGEST_ATTRIBUTION: usize = 30;

/// How a sentence stands to the quotations of its text.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Quoted {
    /// The whole sentence is quoted, apart from the words that say who is speaking.
    pub whole: bool,
    /// The quotation (by number) the sentence's first quoted words belong to; sentences of one quotation share it.
    pub quotation: Option<usize>,
    /// What of the sentence stands in quotation, marks included.
    pub spans: Vec<(usize, usize)>,
}

/// For each sentence, whether it is quoted: a reader must not take what is quoted for what the text itself says.
pub fn quoted(text: &str, sentences: &[Sentence]) -> Vec<Quoted> {
    let chars: Vec<char> = text.chars().collect();
    let stretches = marks::of_chars(&chars, sentences);
    let mut first = 0;
    sentences
        .iter()
        .map(|sentence| {
            while stretches.get(first).is_some_and(|it| it.end <= sentence.start) {
                first += 1;
            }
            let inside: Vec<&Stretch> = stretches.iter().skip(first).take_while(|it| it.start < sentence.end).collect();
            let spans: Vec<(usize, usize)> =
                inside.iter().map(|it| (it.start.max(sentence.start), it.end.min(sentence.end))).collect();
            let whole = !spans.is_empty() && is_whole(&chars, *sentence, &spans);
            Quoted { whole, quotation: inside.first().map(|it| it.quotation), spans }
        })
        .collect()
}

fn is_whole(chars: &[char], sentence: Sentence, spans: &[(usize, usize)]) -> bool {
    let words = chars.get(sentence.start..sentence.end).unwrap_or_default();
    let found = tokens::tokens(words, sentence.start, spans);
    let outside: Vec<&[Token]> = found
        .split(|it| it.kind == Kind::Quote)
        .filter(|it| it.iter().any(|token| token.is_word() || token.mark().is_some_and(char::is_alphanumeric)))
        .collect();
    let quoted: usize = spans.iter().map(|it| words_in(chars, *it)).sum();
    let apart: usize = outside.iter().map(|it| it.iter().filter(|token| token.is_word()).count()).sum();
    if quoted == 0 || apart == 0 {
        return quoted > 0;
    }
    let says = |words: &&[Token]| words.iter().any(|it| it.is_word() && tables::is_said_anywhere(&it.lower));
    let said = outside.iter().any(&says);
    quoted >= 3
        && apart <= LONGEST_ATTRIBUTION
        && outside.iter().all(|it| is_attribution(chars, it, spans, (says(it), said)))
}

fn words_in(chars: &[char], span: (usize, usize)) -> usize {
    let words = chars.get(span.0..span.1).unwrap_or_default();
    let found = tokens::tokens(words, span.0, &[]);
    let wide = words.iter().filter(|it| tables::is_wide(**it)).count();
    found.iter().filter(|it| it.is_word()).count().max(wide / 2)
}

/// Words beside a quotation that only say who is speaking: "she said", "He wrote:", and not "called it a". `says` has
/// whether these words report speech, and whether any beside the quotation do.
fn is_attribution(chars: &[char], words: &[Token], spans: &[(usize, usize)], says: (bool, bool)) -> bool {
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return true };
    let short = words.iter().filter(|it| it.is_word()).count() <= 8;
    let precedes = spans.iter().any(|it| it.0 >= last.end);
    let parted = spans.iter().rev().find(|it| it.1 <= first.start).is_some_and(|it| is_parted(chars, first, it.1));
    match (parted, precedes) {
        (true, false) => says.0,
        (true, true) => says.0 || short,
        (false, true) => match last.kind {
            Kind::Mark(':' | '：') => true,
            Kind::Mark(',' | '，' | '،') => (says.0 || (short && says.1)) && !begins_small(chars, last.end),
            _ => says.1 && ["は", "が", "은", "는", "이", "가"].iter().any(|it| last.lower.ends_with(it)),
        },
        (false, false) => false,
    }
}

/// Whether what is quoted next goes on in small letters: half a sentence.
fn begins_small(chars: &[char], from: usize) -> bool {
    let letter = chars.iter().skip(from).take(8).find(|it| it.is_alphabetic());
    letter.is_some_and(|it| it.is_lowercase())
}

/// What was quoted ends before these words: a comma or a full stop inside the marks or behind them, or the verb itself.
fn is_parted(chars: &[char], first: &Token, end: usize) -> bool {
    const PARTICLES: [&str; 6] = ["と", "って", "고", "라고", "이라고", "라며"];
    let inner = chars.get(end.saturating_sub(3)..end).unwrap_or_default();
    let ended =
        |it: &char| matches!(it, ',' | '?' | '!' | '.' | '…' | '،' | '，' | '。' | '！' | '？' | '؟' | '۔' | '।');
    matches!(first.kind, Kind::Mark(',' | '،' | '，' | '–' | '—' | '-'))
        || inner.iter().any(ended)
        || PARTICLES.iter().any(|it| first.lower.starts_with(it))
        || (first.is_word() && tables::is_said_anywhere(&first.lower))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{offsets::slice, sentences::sentences};

    fn wholes(text: &str, lang: &str) -> Vec<bool> {
        let sentences = sentences(text, Some(lang));
        quoted(text, &sentences).iter().map(|it| it.whole).collect()
    }

    #[test]
    fn a_sentence_is_quoted_apart_from_its_attribution() {
        let cases = [
            ("“We built 20 schools,” said Jane Doe.", vec![true]),
            ("\"We cut the taxes of two million people,\" she said. She left.", vec![true, false]),
            ("She wrote: “The bridge is safe.” It is not.", vec![true, false]),
            ("The plan is “dear but decent”, said Mr. Roe.", vec![false]),
            ("The so-called “Lower Brack plan,” which costs 5 million, was approved.", vec![false]),
            ("It's the boys' boat, and Jane's dog.", vec![false]),
            ("'We won't pay,' he said. 'Never.'", vec![true, true]),
            ("“I like it,” said Jane Doe, “and I will keep it.”", vec![true]),
            ("> The tap water is clean.", vec![true]),
        ];
        for (text, expected) in cases {
            assert_eq!(wholes(text, "en"), expected, "{text}");
        }
    }

    #[test]
    fn other_marks() {
        let cases = [
            ("de", "„Wir haben 20 Schulen gebaut“, sagte Jana Dorn.", vec![true]),
            ("fr", "« Nous avons construit 20 écoles », a déclaré Jeanne Dupuis.", vec![true]),
            ("ja", "市長は「学校を二十校建てた」と述べた。", vec![true]),
            ("zh", "市长说：“我们建了二十所学校。”", vec![true]),
            ("sv", "”Vi har byggt 20 skolor”, sade Anna Berg.", vec![true]),
            ("zh", "他读了《城市的历史》。", vec![false]),
        ];
        for (lang, text, expected) in cases {
            assert_eq!(wholes(text, lang), expected, "{text}");
        }
    }

    #[test]
    fn a_quotation_that_reopens_is_one() {
        let text = "“We built it.\n\n“We will keep it.\n\n“Nobody else will,” she said.\n\nIt rains.";
        let sentences = sentences(text, Some("en"));
        let found = quoted(text, &sentences);
        let numbers: Vec<Option<usize>> = found.iter().map(|it| it.quotation).collect();
        assert_eq!(numbers, [Some(0), Some(0), Some(0), None]);
        let span = found.get(2).and_then(|it| it.spans.first().copied()).unwrap();
        assert_eq!(slice(text, span.0, span.1), Some("“Nobody else will,”"));
    }

    #[test]
    fn an_open_mark_ends_with_its_paragraph() {
        assert_eq!(wholes("“It is safe.\n\nIt is not.", "en"), [true, false]);
        assert_eq!(wholes("\"It is safe.\n\nThe bridge is 5\" wide.", "en"), [true, false]);
    }
}
