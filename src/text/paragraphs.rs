//! Paragraphs of a text.

use std::ops::Range;

/// A paragraph, trimmed of surrounding white space.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paragraph {
    pub start: usize,
    pub end: usize,
}

/// The paragraphs of a text: separated by blank lines or, in a text that has none, by line feeds.
pub fn paragraphs(text: &str) -> Vec<Paragraph> {
    spans(text)
        .map(|(bytes, start)| {
            let length = text.get(bytes).map_or(0, |paragraph| paragraph.chars().count());
            Paragraph { start, end: start + length }
        })
        .collect()
}

/// Each paragraph's bytes, and the code point it starts at.
pub(super) fn spans(text: &str) -> impl Iterator<Item = (Range<usize>, usize)> {
    let (mut byte, mut point) = (0, 0);
    byte_spans(text).into_iter().map(move |bytes| {
        point += text.get(byte..bytes.start).map_or(0, |before| before.chars().count());
        byte = bytes.start;
        (bytes, point)
    })
}

fn byte_spans(text: &str) -> Vec<Range<usize>> {
    let inner = text.trim();
    let by_line = inner.lines().all(|line| !line.trim().is_empty());
    let mut found: Vec<Range<usize>> = Vec::new();
    let mut open = false;
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let start = at + line.len() - line.trim_start().len();
        let end = at + line.trim_end().len();
        at += line.len();
        if start >= end {
            open = false;
            continue;
        }
        match found.last_mut() {
            Some(last) if open => last.end = end,
            _ => found.push(start..end),
        }
        open = !by_line;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::offsets::slice;

    fn pieces(text: &str) -> Vec<&str> {
        paragraphs(text).iter().map(|it| slice(text, it.start, it.end).unwrap()).collect()
    }

    #[test]
    fn blank_lines_separate() {
        assert_eq!(pieces(" é one\ntwo \n \t\n\nthree 😀\n\n"), ["é one\ntwo", "three 😀"]);
    }

    #[test]
    fn without_blank_lines_every_line_is_a_paragraph() {
        assert_eq!(pieces("\none\ntwo\n\n"), ["one", "two"]);
        assert!(pieces(" \n\n ").is_empty());
    }
}
