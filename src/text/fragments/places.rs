//! A passage's surroundings: whole words, the lines it begins and ends in, their neighbours.

use std::ops::Range;

use unicode_segmentation::UnicodeSegmentation;

use crate::text::offsets::byte_of;

/// Bytes around a place that are looked at for words, so that a line without an end costs no more than another.
const WINDOW: usize = 2048;

const LINE_ENDS: [char; 3] = ['\n', '\r', '\t'];

pub(super) struct Places<'a> {
    pub(super) text: &'a str,
    /// The passage without white space around it, grown to whole words.
    pub(super) passage: Range<usize>,
    /// The lines that it begins and ends in.
    first: Range<usize>,
    last: Range<usize>,
}

impl<'a> Places<'a> {
    pub(super) fn of(text: &'a str, start: usize, end: usize) -> Option<Self> {
        let from = byte_of(text, start)?;
        let passage = text.get(from..)?;
        let passage = passage.get(..byte_of(passage, end.checked_sub(start)?)?)?;
        let from = from + passage.len() - passage.trim_start().len();
        let to = from + passage.trim().len();
        if from == to {
            return None;
        }
        let (first, last) = (line_around(text, from)?, line_around(text, to)?);
        let passage = word_start(text, &first, from)?..word_end(text, &last, to)?;
        Some(Self { text, passage, first, last })
    }

    pub(super) fn is_one_line(&self) -> bool {
        self.first == self.last
    }

    pub(super) fn has_at_most(&self, words: usize) -> bool {
        let passage = self.text.get(self.passage.clone()).unwrap_or_default();
        passage.unicode_words().nth(words).is_none()
    }

    /// So many first and so many last words of the passage, of one line each; none if they would overlap.
    pub(super) fn ends(&self, first: usize, last: usize) -> Option<(Range<usize>, Range<usize>)> {
        let Range { start, end } = self.passage;
        let one = self.is_one_line();
        let head = self.trimmed(start..if one { end } else { self.first.end })?;
        let tail = self.trimmed(if one { start } else { self.last.start }..end)?;
        let (head, tail) = (self.first_words(head, first)?, self.last_words(tail, last)?);
        (head.end <= tail.start).then_some((head, tail))
    }

    /// The so many words before the passage, of its line or, if it begins one and that is wanted, of the one before.
    pub(super) fn before(&self, words: usize, neighbours: bool) -> Option<Range<usize>> {
        let line = self.trimmed(self.first.start..self.passage.start);
        let line = line.or_else(|| if neighbours { self.neighbour_before() } else { None })?;
        self.last_words(line, words)
    }

    /// The so many words after the passage.
    pub(super) fn after(&self, words: usize, neighbours: bool) -> Option<Range<usize>> {
        let line = self.trimmed(self.passage.end..self.last.end);
        let line = line.or_else(|| if neighbours { self.neighbour_after() } else { None })?;
        self.first_words(line, words)
    }

    fn neighbour_before(&self) -> Option<Range<usize>> {
        let end = self.text.get(..self.first.start)?.trim_end().len();
        if end == 0 { None } else { self.trimmed(line_around(self.text, end)?) }
    }

    fn neighbour_after(&self) -> Option<Range<usize>> {
        let start = self.text.len() - self.text.get(self.last.end..)?.trim_start().len();
        if start == self.text.len() { None } else { self.trimmed(line_around(self.text, start)?) }
    }

    fn trimmed(&self, range: Range<usize>) -> Option<Range<usize>> {
        let text = self.text.get(range.clone())?;
        let start = range.start + text.len() - text.trim_start().len();
        let end = start + text.trim().len();
        (start < end).then_some(start..end)
    }

    /// The range up to its so manieth word's end; all of it if it has fewer.
    fn first_words(&self, range: Range<usize>, words: usize) -> Option<Range<usize>> {
        let end = floor(self.text, range.end.min(range.start + WINDOW));
        let window = self.text.get(range.start..end)?;
        let mut ends = window.unicode_word_indices().map(|(at, word)| range.start + at + word.len());
        match ends.nth(words.saturating_sub(1)) {
            Some(place) if place < end || end == range.end => Some(range.start..place),
            None if end == range.end => Some(range),
            _ => None,
        }
    }

    fn last_words(&self, range: Range<usize>, words: usize) -> Option<Range<usize>> {
        let start = ceil(self.text, range.start.max(range.end.saturating_sub(WINDOW)));
        let window = self.text.get(start..range.end)?;
        let starts: Vec<usize> = window.unicode_word_indices().map(|(at, _)| start + at).collect();
        match starts.len().checked_sub(words).and_then(|nth| starts.get(nth)) {
            Some(&place) if place > start || start == range.start => Some(place..range.end),
            None if start == range.start => Some(range),
            _ => None,
        }
    }
}

/// The line that a place is in; at a line's end, that line.
fn line_around(text: &str, place: usize) -> Option<Range<usize>> {
    let start = text.get(..place)?.rfind(LINE_ENDS).map_or(0, |end| end + 1);
    let end = text.get(place..)?.find(LINE_ENDS).map_or(text.len(), |after| place + after);
    Some(start..end)
}

/// The place, or the start of the word it is inside of.
fn word_start(text: &str, line: &Range<usize>, place: usize) -> Option<usize> {
    let (window, segment) = segment_around(text, line, place)?;
    (segment.start > window.start || window.start == line.start || segment.start == place).then_some(segment.start)
}

/// The place, or the end of the word it is inside of.
fn word_end(text: &str, line: &Range<usize>, place: usize) -> Option<usize> {
    let (window, segment) = segment_around(text, line, place)?;
    if segment.start == place {
        return Some(place);
    }
    (segment.end < window.end || window.end == line.end).then_some(segment.end)
}

/// A stretch of the line around a place and the segment (UAX #29) in it that begins at the place or holds it.
fn segment_around(text: &str, line: &Range<usize>, place: usize) -> Option<(Range<usize>, Range<usize>)> {
    let start = ceil(text, line.start.max(place.saturating_sub(WINDOW)));
    let start = text.get(start..place)?.rfind(' ').map_or(start, |space| start + space);
    let end = floor(text, line.end.min(place.saturating_add(WINDOW)));
    let mut found = start..start;
    for segment in text.get(start..end)?.split_word_bounds() {
        found = found.end..found.end + segment.len();
        if found.end > place {
            return Some((start..end, found));
        }
    }
    Some((start..end, place..place))
}

fn floor(text: &str, place: usize) -> usize {
    (0..=place).rev().find(|&it| text.is_char_boundary(it)).unwrap_or(0)
}

fn ceil(text: &str, place: usize) -> usize {
    (place..=text.len()).find(|&it| text.is_char_boundary(it)).unwrap_or(text.len())
}
