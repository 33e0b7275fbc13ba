//! Words as a search compares them: folded, so that accents, letter variants and digits of any script make no difference.

mod folding;
mod stems;

pub use folding::fold;
pub use stems::{Stems, stem};

use unicode_segmentation::UnicodeSegmentation;

/// A word longer than this is cut: nobody types it, and an index must not grow by it.
const LONGEST: usize = 64;

/// A word of a text, as a search sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// Where it stands in the text, in bytes.
    pub start: usize,
    /// Where it ends, in bytes, excluded.
    pub end: usize,
    /// Lower case, without accents, letter variants and grouping of digits; never empty.
    pub folded: String,
}

/// The words of a text in order, for indexing, matching and marking what was found. Scripts without spaces give
/// overlapping pairs of characters, which is what stands in for their words.
pub fn words(text: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut run: Option<(usize, usize)> = None;
    for (start, segment) in text.split_word_bound_indices() {
        let end = start + segment.len();
        let Some(first) = segment.chars().find(|c| c.is_alphanumeric()) else {
            pairs(text, run.take(), &mut found);
            continue;
        };
        if unspaced(first) {
            run = match run {
                Some((from, to)) if to == start => Some((from, end)),
                other => {
                    pairs(text, other, &mut found);
                    Some((start, end))
                }
            };
            continue;
        }
        pairs(text, run.take(), &mut found);
        pieces(start, segment, &mut found);
    }
    pairs(text, run, &mut found);
    found
}

/// Han, kana, Hangul, Thai and their neighbours: written without spaces, or with endings that hide the word.
pub fn unspaced(c: char) -> bool {
    matches!(u32::from(c),
        0x0E00..=0x0EFF | 0x1000..=0x109F | 0x1100..=0x11FF | 0x1780..=0x17FF | 0x3005..=0x3007 | 0x3040..=0x30FF
        | 0x3130..=0x318F | 0x31F0..=0x31FF | 0x3400..=0x4DBF | 0x4E00..=0x9FFF | 0xAC00..=0xD7AF | 0xF900..=0xFAFF
        | 0xFF66..=0xFF9F | 0x20000..=0x3FFFF)
}

/// A run without spaces as its pairs of characters; one that stands alone is itself.
fn pairs(text: &str, run: Option<(usize, usize)>, found: &mut Vec<Word>) {
    let Some((from, to)) = run else { return };
    let places: Vec<(usize, char)> =
        text.get(from..to).unwrap_or_default().char_indices().filter(|(_, c)| c.is_alphanumeric()).collect();
    if let [(at, only)] = places.as_slice() {
        push(from + at, from + at + only.len_utf8(), &only.to_string(), found);
    }
    for two in places.windows(2) {
        if let [(first, a), (second, b)] = two {
            push(from + first, from + second + b.len_utf8(), &String::from_iter([a, b]), found);
        }
    }
}

/// What a segment between spaces holds: `example.org` is two words, `U.S.` and `1,000` are one, `l'eau` is its noun.
fn pieces(start: usize, segment: &str, found: &mut Vec<Word>) {
    if segment.is_ascii() && segment.bytes().all(|b| b.is_ascii_alphanumeric()) {
        return push(start, start + segment.len(), segment, found);
    }
    if segment.chars().any(|c| c.is_numeric()) {
        return push(start, start + segment.len(), segment, found);
    }
    let dotted: Vec<&str> = segment.split(['.', '\u{b7}']).filter(|it| !it.is_empty()).collect();
    if dotted.len() > 1 && dotted.iter().all(|it| it.chars().count() == 1) {
        return push(start, start + segment.len(), &dotted.concat(), found);
    }
    let marks = ['.', ':', '_', '\u{b7}'];
    let mut at = start;
    for piece in segment.split_inclusive(marks) {
        let (skipped, rest) = bare(piece.trim_end_matches(marks));
        push(at + skipped, at + skipped + rest.len(), rest, found);
        at += piece.len();
    }
}

/// A word without its elided article (`l'`, `d'`, `qu'`) and without a possessive `'s`; what was left out before it, in bytes.
fn bare(piece: &str) -> (usize, &str) {
    let Some(at) = piece.find(['\'', '\u{2019}', '\u{2bc}']) else { return (0, piece) };
    let mark = piece.get(at..).and_then(|it| it.chars().next()).map_or(1, char::len_utf8);
    let (before, after) = (piece.get(..at).unwrap_or_default(), piece.get(at + mark..).unwrap_or_default());
    if matches!(after, "s" | "S" | "") {
        return (0, before);
    }
    let elided = matches!(
        before.to_lowercase().as_str(),
        "l" | "d" | "j" | "n" | "c" | "s" | "m" | "t" | "qu" | "un" | "all" | "dell" | "nell" | "sull" | "dall"
    );
    if elided && after.chars().count() > 2 { (at + mark, after) } else { (0, piece) }
}

fn push(start: usize, end: usize, word: &str, found: &mut Vec<Word>) {
    let mut folded = fold(word);
    if let Some((at, _)) = folded.char_indices().nth(LONGEST) {
        folded.truncate(at);
    }
    if !folded.is_empty() {
        found.push(Word { start, end, folded });
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn folded(text: &str) -> String {
        words(text).into_iter().map(|it| it.folded).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn words_are_compared_as_people_mean_them() {
        for (text, expected) in [
            ("The Council’s café, re-opened!", "the council cafe re opened"),
            ("U.S. and U.S and US", "us and us and us"),
            ("https://example.org/a_b", "https example org a b"),
            ("A·b col·legi de.f_g", "ab col legi de f g"),
            ("1,000 or 1.000 or 1 000", "1000 or 1000 or 1 000"),
            ("3.5 % and 3,5 %", "3.5 and 3.5"),
            ("l’eau d'Orléans qu'elle don't O'Brien", "eau orleans elle dont obrien"),
            ("STRASSE Straße Łódź Ærø ısı İstanbul", "strasse strasse lodz aero isi istanbul"),
            ("كِتَابٌ كتاب ڪتاب", "کتاب کتاب کتاب"),
            ("ي ی ى ہ ه ة", "ی ی ی ه ه ه"),
            ("٤٢ ۴۲ ४२", "42 42 42"),
            ("東京都 ｶﾅ 서울", "東京 京都 カナ 서울"),
            ("水 が", "水 が"),
            ("हिन्दी ज़रा", "हिन्दि जरा"),
            ("", ""),
            ("… — !", ""),
        ] {
            assert_eq!(folded(text), expected, "{text}");
        }
    }

    #[test]
    fn a_hostile_text_is_read_in_one_pass() {
        for text in ["a".repeat(1_000_000), "\u{301}".repeat(500_000), "'".repeat(1_000_000), "水".repeat(300_000)] {
            assert!(words(&text).iter().all(|it| it.folded.chars().count() <= LONGEST));
        }
    }

    proptest! {
        #[test]
        fn words_stand_where_they_say(text in "\\PC{0,60}") {
            for word in words(&text) {
                prop_assert!(text.get(word.start..word.end).is_some_and(|it| !it.is_empty()));
                prop_assert!(!word.folded.is_empty());
            }
        }

        #[test]
        fn folding_twice_is_folding_once(text in "[a-zA-ZÀ-ſ؀-ۿऀ-ॿ一-龥ァ-ン0-9.,]{0,20}") {
            prop_assert_eq!(fold(&fold(&text)), fold(&text));
        }
    }
}
