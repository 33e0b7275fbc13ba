//! Quotes and where they stand: an exact passage with the words around it, so that it is found again in another
//! version, or shown to be gone.

mod nearest;

pub use nearest::{Near, Passages, nearest};

use super::offsets::{Index, byte_of, count, slice};
use unicode_segmentation::GraphemeCursor;

/// Code points of context an anchor begins with, and grows by.
const CONTEXT: usize = 32;
/// Code points of context it never exceeds, on either side.
const LONGEST_CONTEXT: usize = 128;

/// A passage in a text: where it stands, its words, and the words around it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Anchor {
    pub start: usize,
    pub end: usize,
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
}

/// A passage found, in code points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Found {
    pub start: usize,
    pub end: usize,
}

/// The anchor of a selection: trimmed of white space, widened to whole graphemes, with as much context (within
/// bounds) as makes it unique. None if nothing is selected or the selection leaves the text.
pub fn anchor(text: &str, start: usize, end: usize) -> Option<Anchor> {
    let selected = slice(text, start, end)?;
    let trimmed = selected.trim();
    let from = byte_of(text, start)? + (selected.len() - selected.trim_start().len());
    if trimmed.is_empty() {
        return None;
    }
    let (from, to) = whole_graphemes(text, from, from + trimmed.len());
    let (before, exact, after) = (text.get(..from)?, text.get(from..to)?, text.get(to..)?);
    let (mut prefix, mut suffix) = ("", "");
    for context in (CONTEXT..=LONGEST_CONTEXT).step_by(CONTEXT) {
        (prefix, suffix) = (last(before, context), first(after, context));
        if is_unique(text, text.get(from - prefix.len()..to + suffix.len())?) {
            break;
        }
    }
    let start = count(before);
    Some(Anchor {
        start,
        end: start + count(exact),
        exact: exact.to_owned(),
        prefix: prefix.to_owned(),
        suffix: suffix.to_owned(),
    })
}

/// Every exact occurrence, overlapping ones too, at most `limit`: more than one is shown as ambiguous, never chosen
/// between. Time grows with the text, and with `limit` times the passage.
pub fn find(text: &str, exact: &str, limit: usize) -> Vec<Found> {
    let (length, step) = (count(exact), exact.chars().next().map_or(0, char::len_utf8));
    let mut found = Vec::new();
    let (mut byte, mut point) = (0, 0);
    while found.len() < limit && step > 0 {
        let Some(rest) = text.get(byte..) else { break };
        let Some(at) = rest.find(exact) else { break };
        point += rest.get(..at).map_or(0, count);
        found.push(Found { start: point, end: point + length });
        byte += at + step;
        point += 1;
    }
    found
}

/// Every occurrence of a pasted passage, at most `limit`: exact ones or, if there are none, those that differ in runs
/// of white space only, since a paste turns line breaks into spaces. The quote to store is then the text's own.
pub fn find_pasted(text: &str, pasted: &str, limit: usize) -> Vec<Found> {
    let exact = find(text, pasted.trim(), limit);
    if !exact.is_empty() {
        return exact;
    }
    let (index, flat) = (Index::new(text), Flat::of(text));
    let wanted = Flat::of(pasted).text;
    find_bytes(&flat.text, &wanted, limit)
        .filter_map(|at| {
            let (start, end) = (flat.original(at)?, flat.original(at + wanted.len() - 1)? + 1);
            Some(Found { start: index.point_of(start)?, end: index.point_of(end)? })
        })
        .collect()
}

/// Whether the passage stands exactly there; a quote is shown as found only then.
pub fn holds(text: &str, start: usize, end: usize, exact: &str) -> bool {
    !exact.is_empty() && slice(text, start, end) == Some(exact)
}

fn find_bytes<'a>(text: &'a str, wanted: &'a str, limit: usize) -> impl Iterator<Item = usize> + 'a {
    let step = wanted.chars().next().map_or(0, char::len_utf8);
    let mut from = 0;
    std::iter::from_fn(move || {
        let at = from + text.get(from..).filter(|_| step > 0)?.find(wanted)?;
        from = at + step;
        Some(at)
    })
    .take(limit)
}

pub(super) fn whole_graphemes(text: &str, from: usize, to: usize) -> (usize, usize) {
    let mut start = GraphemeCursor::new(from, text.len(), true);
    let mut end = GraphemeCursor::new(to, text.len(), true);
    let start = match start.is_boundary(text, 0) {
        Ok(true) => from,
        _ => start.prev_boundary(text, 0).ok().flatten().unwrap_or(0),
    };
    let end = match end.is_boundary(text, 0) {
        Ok(true) => to,
        _ => end.next_boundary(text, 0).ok().flatten().unwrap_or(text.len()),
    };
    (start, end)
}

fn first(text: &str, points: usize) -> &str {
    text.char_indices().nth(points).and_then(|(at, _)| text.get(..at)).unwrap_or(text)
}

fn last(text: &str, points: usize) -> &str {
    text.char_indices().rev().nth(points - 1).and_then(|(at, _)| text.get(at..)).unwrap_or(text)
}

fn is_unique(text: &str, passage: &str) -> bool {
    find_bytes(text, passage, 2).count() == 1
}

/// A text with every run of white space as one space, and the way back.
struct Flat {
    text: String,
    /// Where words begin: in `text`, and in the original.
    words: Vec<(usize, usize)>,
}

impl Flat {
    fn of(original: &str) -> Self {
        let mut flat = Self { text: String::new(), words: Vec::new() };
        let mut at = 0;
        for piece in original.split_inclusive(char::is_whitespace) {
            let word = piece.trim_end();
            if !word.is_empty() {
                if !flat.text.is_empty() {
                    flat.text.push(' ');
                }
                flat.words.push((flat.text.len(), at));
                flat.text.push_str(word);
            }
            at += piece.len();
        }
        flat
    }

    /// Where a byte of the flat text stands in the original.
    fn original(&self, byte: usize) -> Option<usize> {
        let word = self.words.partition_point(|&(flat, _)| flat <= byte).checked_sub(1)?;
        let (flat, original) = self.words.get(word)?;
        Some(original + byte - flat)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(text: &str, start: usize, end: usize) -> String {
        anchor(text, start, end).unwrap().exact
    }

    #[test]
    fn a_selection_is_trimmed_and_has_context() {
        let anchor = anchor("He said: taxes fell. Then he left.", 8, 21).unwrap();
        assert_eq!((anchor.start, anchor.end, anchor.exact.as_str()), (9, 20, "taxes fell."));
        assert_eq!((anchor.prefix.as_str(), anchor.suffix.as_str()), ("He said: ", " Then he left."));
    }

    #[test]
    fn nothing_has_no_anchor() {
        for (start, end) in [(1, 1), (2, 1), (1, 3), (0, 99), (99, 100)] {
            assert_eq!(anchor("a  b", start, end).filter(|it| it.exact.is_empty() || end > 4), None);
        }
        assert_eq!(anchor("a  b", 1, 3), None);
    }

    #[test]
    fn graphemes_are_never_split() {
        let family = "a👩\u{200D}👩\u{200D}👧b";
        for (start, end) in [(1, 2), (2, 3), (3, 6), (1, 6)] {
            assert_eq!(exact(family, start, end), "👩\u{200D}👩\u{200D}👧");
        }
        assert_eq!(exact("cafe\u{301} x", 0, 4), "cafe\u{301}");
        assert_eq!(exact("cafe\u{301} x", 4, 7), "e\u{301} x");
        assert_eq!(exact("𠀋b𠀌", 0, 1), "𠀋");
        assert_eq!(exact("𠀋b𠀌", 1, 3), "b𠀌");
        assert_eq!(exact("🇩🇪🇫🇷", 3, 4), "🇫🇷");
    }

    #[test]
    fn order_is_logical_in_arabic_and_hebrew() {
        assert_eq!(exact("قال إن النسبة 42٪ فقط", 14, 17), "42٪");
        assert_eq!(exact("עלה ב-3.5 אחוז", 4, 9), "ב-3.5");
    }

    #[test]
    fn context_grows_until_it_tells_two_passages_apart() {
        let text = format!("A{}target{}B{}target{}C", "x".repeat(60), "y".repeat(60), "x".repeat(60), "y".repeat(60));
        let anchor = anchor(&text, 61, 67).unwrap();
        assert_eq!((count(&anchor.prefix), count(&anchor.suffix)), (61, 64));
        let same = "ha ".repeat(400);
        assert_eq!(count(&super::anchor(&same, 600, 602).unwrap().prefix), 128);
    }

    #[test]
    fn every_occurrence_is_found() {
        let found = find("😀aaa aa", "aa", 9);
        assert_eq!(found.iter().map(|it| (it.start, it.end)).collect::<Vec<_>>(), [(1, 3), (2, 4), (5, 7)]);
        assert_eq!(find("😀aaa aa", "aa", 2).len(), 2);
        assert!(find("abc", "", 9).is_empty() && find("", "a", 9).is_empty());
    }

    #[test]
    fn a_paste_may_have_other_white_space() {
        let text = "é One two\n  three\u{A0}four. one two three four.";
        assert_eq!(
            find_pasted(text, " two three four. ", 9),
            [Found { start: 6, end: 23 }, Found { start: 28, end: 43 }][1..]
        );
        assert_eq!(find_pasted(text, "One\ttwo three\nfour.", 9), [Found { start: 2, end: 23 }]);
        assert!(find_pasted(text, "  ", 9).is_empty() && find_pasted(text, "onetwo", 9).is_empty());
    }

    #[test]
    fn a_quote_holds_only_where_it_stands() {
        assert!(holds("é one", 2, 5, "one"));
        assert!(
            !holds("é one", 2, 5, "One")
                && !holds("é one", 1, 5, "one")
                && !holds("é one", 2, 9, "one")
                && !holds("a", 0, 0, "")
        );
    }
}
