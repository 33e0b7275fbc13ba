//! What changed between two texts, in words, for a person to read.

use similar::{Algorithm, DiffTag, capture_diff_slices};
use unicode_segmentation::UnicodeSegmentation;

/// What happened to a piece.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    Same,
    Removed,
    Added,
}

/// A stretch of text that stayed, went or came; what went stands before what came in its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    pub change: Change,
    pub text: String,
}

/// Words that differ are compared while the product of their numbers stays below this, then lines, then nothing.
const BUDGET: usize = 64_000_000;

/// The differences in words: the pieces that are not `Added` are the old text, those not `Removed` the new one.
/// Texts too large to compare by words are compared by lines first, so that the time stays bounded.
pub fn words(old: &str, new: &str) -> Vec<Piece> {
    let mut pieces = Pieces { found: Vec::new(), budget: BUDGET };
    let (old_words, new_words) = (split_words(old), split_words(new));
    if pieces.affords(&old_words, &new_words) {
        pieces.compare(&old_words, &new_words, false);
    } else {
        let old_lines: Vec<&str> = old.split_inclusive('\n').collect();
        let new_lines: Vec<&str> = new.split_inclusive('\n').collect();
        pieces.lines(&old_lines, &new_lines);
    }
    pieces.found
}

fn split_words(text: &str) -> Vec<&str> {
    text.split_word_bounds().collect()
}

struct Pieces {
    found: Vec<Piece>,
    budget: usize,
}

impl Pieces {
    fn affords(&mut self, old: &[&str], new: &[&str]) -> bool {
        let before = old.iter().zip(new).take_while(|(a, b)| a == b).count();
        let (old, new) = (old.get(before..).unwrap_or_default(), new.get(before..).unwrap_or_default());
        let after = old.iter().rev().zip(new.iter().rev()).take_while(|(a, b)| a == b).count();
        let cost = (old.len() - after).saturating_mul(new.len() - after);
        let affords = cost <= self.budget;
        if affords {
            self.budget -= cost;
        }
        affords
    }

    fn lines(&mut self, old: &[&str], new: &[&str]) {
        if self.affords(old, new) {
            self.compare(old, new, true);
        } else {
            self.put(Change::Removed, old);
            self.put(Change::Added, new);
        }
    }

    fn compare(&mut self, old: &[&str], new: &[&str], deeper: bool) {
        for op in capture_diff_slices(Algorithm::Myers, old, new) {
            let gone = old.get(op.old_range()).unwrap_or_default();
            let come = new.get(op.new_range()).unwrap_or_default();
            match op.tag() {
                DiffTag::Equal => self.put(Change::Same, gone),
                DiffTag::Replace if deeper => self.replaced_lines(gone, come),
                _ => {
                    self.put(Change::Removed, gone);
                    self.put(Change::Added, come);
                }
            }
        }
    }

    fn replaced_lines(&mut self, gone: &[&str], come: &[&str]) {
        let (gone, come) = (gone.concat(), come.concat());
        let (old, new) = (split_words(&gone), split_words(&come));
        if self.affords(&old, &new) {
            self.compare(&old, &new, false);
        } else {
            self.put(Change::Removed, &[&gone]);
            self.put(Change::Added, &[&come]);
        }
    }

    fn put(&mut self, change: Change, parts: &[&str]) {
        let text = parts.concat();
        match self.found.last_mut() {
            _ if text.is_empty() => {}
            Some(last) if last.change == change => last.text.push_str(&text),
            _ => self.found.push(Piece { change, text }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(old: &str, new: &str) -> String {
        words(old, new)
            .iter()
            .map(|piece| match piece.change {
                Change::Same => piece.text.clone(),
                Change::Removed => format!("[-{}-]", piece.text),
                Change::Added => format!("[+{}+]", piece.text),
            })
            .collect()
    }

    #[test]
    fn words_are_compared() {
        assert_eq!(
            marked("Taxes fell by 3% in 2019.", "Taxes rose by 3% in 2020."),
            "Taxes [-fell-][+rose+] by 3% in [-2019-][+2020+]."
        );
        assert_eq!(marked("a b", "a b"), "a b");
        assert_eq!((marked("", "a"), marked("a", ""), marked("", "")), ("[+a+]".into(), "[-a-]".into(), String::new()));
    }

    #[test]
    fn large_texts_are_compared_by_lines_first() {
        let old: String = (0..4000).map(|n| format!("line {n} is here\n")).collect();
        let new = old.replace("line 7 is", "line 7 was");
        assert!(marked(&old, &new).contains("line 7 [-is-][+was+] here"));
        assert_eq!(words(&"a ".repeat(100_000), &"b ".repeat(100_000)).len(), 2);
    }
}
