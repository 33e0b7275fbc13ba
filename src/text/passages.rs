//! The passage of a text where what was looked for stands thickest, with the words marked.

use std::collections::HashSet;

use super::words::{Stems, Word, words};

/// Only the beginning of a very long text is looked through, in bytes.
const LOOKED: usize = 400_000;

/// What was looked for, as words of a text are compared with it.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    folded: HashSet<String>,
    beginnings: Vec<String>,
    misspelt: Vec<String>,
}

/// A piece of a passage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Marked {
    pub text: String,
    /// Whether it is one of the words looked for.
    pub hit: bool,
}

/// A passage as it is shown.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Passage {
    pub pieces: Vec<Marked>,
    /// Whether the text goes on before and after it.
    pub cut_before: bool,
    pub cut_after: bool,
}

impl Passage {
    /// How many words of it were looked for.
    pub fn hits(&self) -> usize {
        self.pieces.iter().filter(|piece| piece.hit).count()
    }
}

impl Wanted {
    /// From what was typed. `open` is the last word while it is being typed, `misspelt` words stand for similar ones.
    pub fn new<'a>(typed: impl IntoIterator<Item = &'a str>, open: Option<&str>, misspelt: &[String]) -> Self {
        let fold_all = |text: &str| words(text).into_iter().map(|word| word.folded).collect::<Vec<_>>();
        Wanted {
            folded: typed.into_iter().flat_map(fold_all).collect(),
            beginnings: open.map(fold_all).unwrap_or_default().pop().into_iter().collect(),
            misspelt: misspelt.iter().flat_map(|word| fold_all(word)).collect(),
        }
    }

    fn hits(&self, word: &Word, stems: &Stems, stemmed: &HashSet<String>) -> bool {
        self.folded.contains(&word.folded)
            || self.beginnings.iter().any(|start| word.folded.starts_with(start.as_str()))
            || stemmed.contains(stems.stem(&word.folded).as_ref())
            || self.misspelt.iter().any(|other| similar(other, &word.folded))
    }
}

/// How far a word may differ from the one that was typed: not at all when it is short.
pub fn spelling_distance(word: &str) -> u8 {
    match word.chars().count() {
        0..=3 => 0,
        4..=7 => 1,
        _ => 2,
    }
}

fn similar(typed: &str, word: &str) -> bool {
    let longest = typed.chars().count().abs_diff(word.chars().count());
    let may = usize::from(spelling_distance(typed));
    longest <= may && strsim::osa_distance(typed, word) <= may
}

/// The passage of about `length` code points with the most of what was wanted; the beginning where there is none of it.
pub fn passage(text: &str, lang: &str, wanted: &Wanted, length: usize) -> Passage {
    let text_looked = text.get(..floor(text, LOOKED)).unwrap_or(text);
    let stems = Stems::of(lang);
    let stemmed: HashSet<String> = wanted.folded.iter().map(|word| stems.stem(word).into_owned()).collect();
    let hits: Vec<Word> = words(text_looked).into_iter().filter(|word| wanted.hits(word, &stems, &stemmed)).collect();
    let (from, to) = window(text_looked, &hits, length);
    let inside = hits.iter().filter(|hit| hit.start >= from && hit.end <= to);
    Passage { pieces: pieces(text, from, to, inside), cut_before: from > 0, cut_after: to < text.len() }
}

/// Bytes of the window: from the hit after which most different hits follow within the length.
fn window(text: &str, hits: &[Word], length: usize) -> (usize, usize) {
    // Bytes stand in for code points here: a passage may be shorter in a script of longer characters.
    let mut best = (0, 0);
    for (at, hit) in hits.iter().enumerate().take(2_000) {
        let within = hits.iter().skip(at).take_while(|other| other.end <= hit.start + length);
        let different = within.map(|word| word.folded.as_str()).collect::<HashSet<_>>().len();
        if different > best.1 {
            best = (hit.start, different);
        }
    }
    let before = length / 5;
    let wished = best.0.saturating_sub(before);
    let from = if wished == 0 { 0 } else { word_start(text, floor(text, wished)) };
    let to = floor(text, from + length);
    let to = if to < text.len() { word_end(text, to) } else { to };
    (from, to)
}

fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}

fn word_start(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    rest.char_indices().take(40).find(|(_, c)| c.is_whitespace()).map_or(at, |(skip, c)| at + skip + c.len_utf8())
}

fn word_end(text: &str, at: usize) -> usize {
    let head = text.get(..at).unwrap_or_default();
    head.char_indices().rev().take(40).find(|(_, c)| c.is_whitespace()).map_or(at, |(end, _)| end)
}

fn pieces<'a>(text: &str, from: usize, to: usize, hits: impl Iterator<Item = &'a Word>) -> Vec<Marked> {
    let mut pieces: Vec<Marked> = Vec::new();
    let mut push = |start: usize, end: usize, hit: bool| {
        let part = text.get(start..end).unwrap_or_default();
        match pieces.last_mut() {
            Some(last) if last.hit == hit => last.text.push_str(part),
            _ if !part.is_empty() => pieces.push(Marked { text: part.to_owned(), hit }),
            _ => {}
        }
    };
    let mut at = from;
    for hit in hits {
        // Pairs of characters overlap: the second one goes on where the first ends.
        let start = hit.start.max(at);
        push(at, start, false);
        push(start, hit.end.max(at), true);
        at = hit.end.max(at);
    }
    push(at, to, false);
    pieces
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn shown(text: &str, lang: &str, wanted: &Wanted, length: usize) -> String {
        let passage = passage(text, lang, wanted, length);
        let pieces: String =
            passage.pieces.iter().map(|it| if it.hit { format!("[{}]", it.text) } else { it.text.clone() }).collect();
        let (before, after) = (if passage.cut_before { "…" } else { "" }, if passage.cut_after { "…" } else { "" });
        format!("{before}{pieces}{after}")
    }

    #[test]
    fn what_was_looked_for_is_marked_where_it_stands_thickest() {
        let wanted = |words: &[&str]| Wanted::new(words.iter().copied(), None, &[]);
        let long = format!("{}The bridge was closed for repairs. {}", "Nothing here. ".repeat(20), "More. ".repeat(30));
        for (text, lang, wanted, length, expected) in [
            ("The bridges of Brackwater", "en", wanted(&["bridge"]), 80, "The [bridges] of Brackwater"),
            ("Un café à Brackwater", "fr", wanted(&["cafe"]), 80, "Un [café] à Brackwater"),
            ("水が出た。水道の水。", "ja", wanted(&["水道"]), 80, "水が出た。[水道]の水。"),
            ("The resrvoir", "en", Wanted::new([], None, &["reservoir".into()]), 80, "The [resrvoir]"),
            ("The reservoir", "en", Wanted::new([], Some("reser"), &[]), 80, "The [reservoir]"),
            ("", "en", wanted(&["x"]), 80, ""),
            (&long, "en", wanted(&["bridge", "repairs"]), 40, "…The [bridge] was closed for [repairs].…"),
        ] {
            assert_eq!(shown(text, lang, &wanted, length), expected);
        }
    }

    proptest! {
        #[test]
        fn a_passage_is_a_part_of_its_text(text in "\\PC{0,200}", word in "\\PC{0,8}", length in 0usize..80) {
            let wanted = Wanted::new([word.as_str()], Some(&word), std::slice::from_ref(&word));
            let shown: String = passage(&text, "en", &wanted, length).pieces.into_iter().map(|it| it.text).collect();
            prop_assert!(text.contains(&shown));
        }
    }
}
