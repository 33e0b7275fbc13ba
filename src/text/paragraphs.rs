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
    let mut points = Points::of(text);
    let spans = byte_spans(text).into_iter();
    spans.map(|it| Paragraph { start: points.at(it.start), end: points.at(it.end) }).collect()
}

/// The bytes of each paragraph.
pub(super) fn byte_spans(text: &str) -> Vec<Range<usize>> {
    let mut lines: Vec<Range<usize>> = Vec::new();
    let mut after_blank: Vec<bool> = Vec::new();
    let (mut at, mut blank) = (0, false);
    for line in Lines(text) {
        let inner = line.trim_start();
        let start = at + line.len() - inner.len();
        let end = start + inner.trim_end().len();
        at += line.len();
        if start < end {
            lines.push(start..end);
            after_blank.push(blank);
        }
        blank = start >= end;
    }
    if after_blank.iter().skip(1).any(|it| *it) { joined(lines, &after_blank) } else { lines }
}

/// Lines that no blank line separates are one paragraph.
fn joined(lines: Vec<Range<usize>>, after_blank: &[bool]) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::with_capacity(lines.len());
    for (line, apart) in lines.into_iter().zip(after_blank) {
        match found.last_mut() {
            Some(last) if !apart => last.end = line.end,
            _ => found.push(line),
        }
    }
    found
}

/// Lines with their line feeds.
pub(super) struct Lines<'a>(pub &'a str);

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let length = memchr::memchr(b'\n', self.0.as_bytes()).map_or(self.0.len(), |feed| feed + 1);
        let (line, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        (!line.is_empty()).then_some(line)
    }
}

/// Turns bytes into code points, for places asked for in order: the text is counted once.
pub(super) struct Points<'a> {
    text: &'a [u8],
    ascii: bool,
    byte: usize,
    point: usize,
}

impl<'a> Points<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text: text.as_bytes(), ascii: text.is_ascii(), byte: 0, point: 0 }
    }

    pub(super) fn at(&mut self, byte: usize) -> usize {
        if self.ascii {
            return byte;
        }
        let passed = self.text.get(self.byte..byte).unwrap_or_default();
        self.point += count(passed);
        self.byte = self.byte.max(byte);
        self.point
    }
}

/// How many code points begin in these bytes, told for eight at a time.
fn count(bytes: &[u8]) -> usize {
    const ONES: u64 = u64::from_le_bytes([1; 8]);
    let (eights, rest) = bytes.as_chunks::<8>();
    let words = eights.iter().map(|it| u64::from_le_bytes(*it));
    let begin = words.map(|it| ((!it >> 7) | (it >> 6)) & ONES).map(|it| it.count_ones() as usize);
    begin.sum::<usize>() + rest.iter().filter(|&&it| it & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::offsets::slice;

    fn pieces(text: &str) -> Vec<&str> {
        paragraphs(text).iter().map(|it| slice(text, it.start, it.end).unwrap()).collect()
    }

    #[test]
    fn points_are_code_points() {
        for text in ["plain ascii text of some length", "é😀漢字 и ещё текст подлиннее — ёлка", ""]
        {
            let mut points = Points::of(text);
            let found: Vec<usize> = text.char_indices().map(|(byte, _)| points.at(byte)).collect();
            assert_eq!(found, (0..text.chars().count()).collect::<Vec<_>>());
            assert_eq!(count(text.as_bytes()), text.chars().count());
        }
    }

    #[test]
    fn blank_lines_separate() {
        assert_eq!(pieces(" é one\ntwo \n \t\n\nthree 😀\n\n"), ["é one\ntwo", "three 😀"]);
        assert_eq!(pieces("one\r\ntwo\r\n\r\nthree"), ["one\r\ntwo", "three"]);
    }

    #[test]
    fn without_blank_lines_every_line_is_a_paragraph() {
        assert_eq!(pieces("\none\ntwo\n\n"), ["one", "two"]);
        assert!(pieces(" \n\n ").is_empty());
    }
}
