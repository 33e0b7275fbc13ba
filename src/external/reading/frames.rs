//! What is open around the place that is being read, and how a person finds it.

use super::super::repairs::{Log, shown};
use super::events::Span;
use super::strings::unescaped;
use super::tree::local;
use memchr::memchr_iter;
use std::borrow::Cow;

/// An object or a list that is open.
#[derive(Debug, Clone, Copy)]
pub(super) struct Frame {
    pub(super) list: bool,
    pub(super) start: usize,
    pub(super) name: Option<Span>,
    pub(super) index: usize,
    pub(super) marks: Marks,
    pub(super) items_before: usize,
    /// ClaimReviews inside one another, below.
    pub(super) nested: u8,
}

/// What an object says of itself.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Marks {
    pub(super) review: bool,
    pub(super) media: bool,
    pub(super) kind: Option<Span>,
    pub(super) claim: bool,
    pub(super) article: bool,
    pub(super) deleted: bool,
    pub(super) item: bool,
}

/// Counts lines as reading goes on.
#[derive(Debug, Clone, Copy)]
pub(super) struct Lines {
    at: usize,
    line: usize,
}

impl Lines {
    pub(super) fn from(line: usize) -> Self {
        Lines { at: 0, line }
    }

    /// The line that a byte is in, counted from where the last one was.
    pub(super) fn at(&mut self, bytes: &[u8], at: usize) -> usize {
        let at = at.min(bytes.len());
        let count = |from, to| memchr_iter(b'\n', bytes.get(from..to).unwrap_or_default()).count();
        self.line = if at < self.at { self.line - count(at, self.at) } else { self.line + count(self.at, at) };
        self.at = at;
        self.line
    }
}

impl Frame {
    pub(super) fn is_at(&self, name: &str, bytes: &[u8]) -> bool {
        const LONGEST: usize = 300; // our names with every character escaped
        self.name.filter(|it| it.end - it.start < LONGEST).is_some_and(|it| local(&text(it, bytes)) == name)
    }

    pub(super) fn is_at_type(&self, bytes: &[u8]) -> bool {
        self.is_at("@type", bytes) || self.is_at("type", bytes)
    }
}

/// `dataFeedElement[3].item[0]`, its names and itself bounded.
pub(super) fn path(frames: &[Frame], bytes: &[u8]) -> String {
    const NAME: usize = 40;
    const LONGEST: usize = 300;
    let mut path = String::new();
    for frame in frames {
        if path.len() > LONGEST {
            path.push('…');
            break;
        }
        if frame.list {
            path.push_str(&format!("[{}]", frame.index));
        } else if let Some(name) = frame.name {
            let head = Span { end: name.end.min(name.start + 6 * NAME), ..name };
            let short: String = shown(&text(head, bytes)).chars().take(NAME).collect();
            path.push_str(if path.is_empty() { "" } else { "." });
            path.push_str(&short);
        }
    }
    path
}

/// A text of JSON as it is meant.
pub(super) fn text(span: Span, bytes: &[u8]) -> Cow<'_, str> {
    match String::from_utf8_lossy(span.of(bytes)) {
        Cow::Borrowed(raw) => unescaped(raw, &mut Log::default()),
        Cow::Owned(raw) => Cow::Owned(unescaped(&raw, &mut Log::default()).into_owned()),
    }
}

/// Whether a type is the named one, however it is prefixed or capitalised.
pub(super) fn names(kind: &str, wanted: &str) -> bool {
    kind.trim().rsplit(['/', '#', ':']).next().is_some_and(|it| it.eq_ignore_ascii_case(wanted))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_counted_to_and_fro() {
        let mut lines = Lines::from(5);
        let at = |lines: &mut Lines, at| lines.at(b"a\nb\n\nc", at);
        assert_eq!([0, 2, 5, 3, 99, 1].map(|it| at(&mut lines, it)), [5, 6, 8, 6, 8, 5]);
    }

    #[test]
    fn types_are_told_by_their_last_part() {
        for kind in ["ClaimReview", "claimreview ", "schema:ClaimReview", "http://schema.org/ClaimReview"] {
            assert!(names(kind, "ClaimReview"), "{kind}");
        }
        assert!(!names("Review", "ClaimReview") && !names("ClaimReviews", "ClaimReview"));
    }
}
