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
    joined(pieces.found)
}

/// A change that only white space or a small word interrupts is one change: "At night" for "Both", not four of them.
fn joined(found: Vec<Piece>) -> Vec<Piece> {
    let mut whole: Vec<Piece> = Vec::new();
    let (mut gone, mut come) = (String::new(), String::new());
    let mut rest = found.into_iter().peekable();
    while let Some(piece) = rest.next() {
        let between = (!gone.is_empty() || !come.is_empty()) && rest.peek().is_some();
        match piece.change {
            Change::Removed => gone.push_str(&piece.text),
            Change::Added => come.push_str(&piece.text),
            Change::Same if between && interrupts(&piece.text, gone.len() + come.len()) => {
                gone.push_str(&piece.text);
                come.push_str(&piece.text);
            }
            Change::Same => {
                flush(&mut whole, &mut gone, &mut come);
                whole.push(piece);
            }
        }
    }
    flush(&mut whole, &mut gone, &mut come);
    whole
}

/// Whether a stretch that stayed is too small to be worth stopping at, after so many changed bytes.
fn interrupts(same: &str, changed: usize) -> bool {
    let word = same.trim();
    !same.contains('\n')
        && (word.is_empty() || (changed > 24 && word.len() <= 4 && word.chars().all(char::is_alphabetic)))
}

fn flush(whole: &mut Vec<Piece>, gone: &mut String, come: &mut String) {
    for (change, text) in [(Change::Removed, gone), (Change::Added, come)] {
        if !text.is_empty() {
            whole.push(Piece { change, text: std::mem::take(text) });
        }
    }
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

/// A difference as a page shows it: long stretches that stayed are left out, and said to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    Piece(Piece),
    /// So many code points that stayed as they were.
    Gap(usize),
}

/// The pieces with at most `context` code points of what stayed around each change.
pub fn shortened(pieces: Vec<Piece>, context: usize) -> Vec<Shown> {
    let last = pieces.len().saturating_sub(1);
    let mut shown = Vec::new();
    for (n, piece) in pieces.into_iter().enumerate() {
        let points = piece.text.chars().count();
        let (head, tail) = (if n == 0 { 0 } else { context }, if n == last { 0 } else { context });
        if piece.change != Change::Same || points <= head + tail + context / 2 {
            shown.push(Shown::Piece(piece));
            continue;
        }
        let same = |text: String| Shown::Piece(Piece { change: Change::Same, text });
        let before: String = piece.text.chars().take(head).collect();
        let after: String = piece.text.chars().skip(points - tail).collect();
        // Whole words only.
        let before = before.rfind(char::is_whitespace).and_then(|at| before.get(..at)).unwrap_or_default().to_owned();
        let after = after.find(char::is_whitespace).and_then(|at| after.get(at..)).unwrap_or_default().to_owned();
        let after = after.trim_start_matches(' ').to_owned();
        let left = points - before.chars().count() - after.chars().count();
        shown.push(same(before));
        shown.push(Shown::Gap(left));
        shown.push(same(after));
    }
    shown.retain(|it| !matches!(it, Shown::Piece(piece) if piece.text.is_empty()));
    shown
}

/// One row of two texts side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Beside {
    Row {
        old: Vec<Piece>,
        new: Vec<Piece>,
    },
    /// So many lines that stayed as they were.
    Gap(usize),
}

/// Two texts side by side, a row for each line that stayed where it was; rows without a change are shown only next to one
/// that has some.
pub fn side_by_side(pieces: &[Piece]) -> Vec<Beside> {
    let (mut rows, mut old, mut new) = (Vec::new(), Vec::new(), Vec::new());
    for piece in pieces {
        if piece.change != Change::Same {
            let side = if piece.change == Change::Removed { &mut old } else { &mut new };
            side.push(piece.clone());
            continue;
        }
        for line in piece.text.split_inclusive('\n') {
            let same = Piece { change: Change::Same, text: line.trim_end_matches('\n').to_owned() };
            if !same.text.is_empty() {
                old.push(same.clone());
                new.push(same);
            }
            if line.ends_with('\n') {
                rows.push((std::mem::take(&mut old), std::mem::take(&mut new)));
            }
        }
    }
    rows.push((old, new));
    rows.retain(|(old, new)| !old.is_empty() || !new.is_empty());
    folded(rows)
}

fn folded(rows: Vec<(Vec<Piece>, Vec<Piece>)>) -> Vec<Beside> {
    let changed: Vec<bool> =
        rows.iter().map(|(old, new)| old.iter().chain(new).any(|piece| piece.change != Change::Same)).collect();
    let near = |n: usize| {
        let from = n.saturating_sub(1);
        changed.iter().skip(from).take(n + 2 - from).any(|it| *it)
    };
    let mut shown: Vec<Beside> = Vec::new();
    for (n, (old, new)) in rows.into_iter().enumerate() {
        match shown.last_mut() {
            _ if near(n) => shown.push(Beside::Row { old, new }),
            Some(Beside::Gap(count)) => *count += 1,
            _ => shown.push(Beside::Gap(1)),
        }
    }
    shown
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
        assert_eq!(
            marked("At night an ambulance now comes in ten minutes.", "Both will be told in May."),
            "[-At night an ambulance now comes in ten minutes-][+Both will be told in May+]."
        );
        assert_eq!((marked("", "a"), marked("a", ""), marked("", "")), ("[+a+]".into(), "[-a-]".into(), String::new()));
    }

    #[test]
    fn large_texts_are_compared_by_lines_first() {
        let old: String = (0..4000).map(|n| format!("line {n} is here\n")).collect();
        let new = old.replace("line 7 is", "line 7 was");
        assert!(marked(&old, &new).contains("line 7 [-is-][+was+] here"));
        assert_eq!(words(&"a ".repeat(100_000), &"b ".repeat(100_000)).len(), 2);
    }

    #[test]
    fn what_stayed_is_left_out_but_counted() {
        let old = format!("{}\n\nTaxes fell by 3%.\n\n{}", "Long words. ".repeat(50), "More words. ".repeat(50));
        let pieces = words(&old, &old.replace("3%", "13%"));
        let whole: usize = pieces.iter().map(|piece| piece.text.chars().count()).sum();
        let shown = shortened(pieces.clone(), 20);
        let kept: usize = shown
            .iter()
            .map(|it| match it {
                Shown::Piece(piece) => piece.text.chars().count(),
                Shown::Gap(points) => *points,
            })
            .sum();
        assert_eq!(kept, whole);
        assert_eq!(shown.iter().filter(|it| matches!(it, Shown::Gap(_))).count(), 2, "{shown:?}");
        assert_eq!(shortened(words("a", "b"), 20).len(), 2);
    }

    #[test]
    fn two_texts_stand_side_by_side() {
        let old = "One.\nTwo is here.\nThree.\nFour.\nFive.";
        let rows = side_by_side(&words(old, "One.\nTwo was here.\nThree.\nFour.\nFive."));
        let text = |side: &[Piece]| side.iter().map(|piece| piece.text.as_str()).collect::<String>();
        let lines: Vec<(String, String)> = rows
            .iter()
            .map(|row| match row {
                Beside::Row { old, new } => (text(old), text(new)),
                Beside::Gap(count) => (count.to_string(), String::new()),
            })
            .collect();
        let two = ("Two is here.".to_owned(), "Two was here.".to_owned());
        let same = |line: &str| (line.to_owned(), line.to_owned());
        assert_eq!(lines, [same("One."), two, same("Three."), ("2".into(), String::new())]);
    }
}
