//! One pass over a block: at every mark, does the sentence end?

use super::block::Block;
use super::forms;
use super::lexicon::Lexicon;
use super::marks::{self, Mark, What};
use super::pairs;
use super::tables::{is_closer, is_joined, is_terminator};
use std::ops::Range;

/// Room that one block after another uses.
#[derive(Default)]
pub(super) struct Room {
    marks: Vec<Mark>,
    sealed: Vec<Range<usize>>,
}

/// Adds a block's sentences, in bytes of the block.
pub(super) fn scan(block: Block, lexicon: &'static Lexicon, room: &mut Room, found: &mut Vec<Range<usize>>) {
    marks::read(block, lexicon.language.terminators, &mut room.marks);
    pairs::pair(block, &mut room.marks, !lexicon.language.whole_quotations, &mut room.sealed);
    let scan = Scan { block, lexicon, marks: &room.marks, sealed: &room.sealed };
    scan.sentences(found);
}

pub(super) struct Scan<'a> {
    pub block: Block<'a>,
    pub lexicon: &'static Lexicon,
    pub marks: &'a [Mark],
    pub sealed: &'a [Range<usize>],
}

/// A run of terminators with what closes after it.
#[derive(Clone, Copy)]
pub(super) struct Run {
    /// Where the sentence begins that may end here.
    pub start: usize,
    pub at: usize,
    /// Past the terminators.
    pub end: usize,
    /// Past quotation marks, brackets and notes.
    pub stop: usize,
}

/// How far the scan has come.
struct Progress {
    start: usize,
    /// Up to here nothing is left to look at.
    past: usize,
    /// Up to here letters and digits were looked for.
    searched: usize,
    worded: bool,
    /// Where a form says that the next sentence begins.
    forced: Option<usize>,
}

impl Scan<'_> {
    fn sentences(&self, found: &mut Vec<Range<usize>>) {
        let first = found.len();
        let mut now = self.begin(self.block.skip_space(0));
        for (number, mark) in self.marks.iter().enumerate().filter(|(_, it)| !it.encloses()) {
            if let Some(forced) = now.forced.filter(|it| *it <= mark.at) {
                self.break_at(forced, &mut now, found);
            }
            if mark.at < now.past {
                continue;
            }
            match mark.what {
                What::Break => self.break_at(mark.at, &mut now, found),
                What::Rule => {
                    self.break_at(mark.at, &mut now, found);
                    now.worded = true;
                    let end = self.block.skip(mark.at, |it| it == mark.c);
                    self.break_at(self.block.skip_space(end), &mut now, found);
                }
                _ => self.terminator(number, mark, &mut now, found),
            }
        }
        if let Some(forced) = now.forced {
            self.break_at(forced, &mut now, found);
        }
        let end = self.block.0.trim_end().len();
        let worded = now.worded || self.has_word(now.searched, end);
        match found.last_mut().filter(|_| !worded) {
            Some(last) if last.end <= end && self.is_of_block(first, now.start) => last.end = end,
            _ if now.start < end => found.push(now.start..end),
            _ => {}
        }
    }

    /// Whether a sentence of this block has been found, to which a rest without words can be added.
    fn is_of_block(&self, first: usize, start: usize) -> bool {
        let _ = first;
        start > self.block.skip_space(0)
    }

    fn begin(&self, start: usize) -> Progress {
        let forced = forms::opening(self.block, start);
        Progress { start, past: start, searched: start, worded: false, forced }
    }

    fn has_word(&self, from: usize, to: usize) -> bool {
        self.block.between(from, to).chars().any(char::is_alphanumeric)
    }

    /// Ends the sentence before a place where another must begin.
    fn break_at(&self, at: usize, now: &mut Progress, found: &mut Vec<Range<usize>>) {
        let end = now.start + self.block.between(now.start, at).trim_end().len();
        if now.start < end && end <= at && at < self.block.len() {
            found.push(now.start..end);
            *now = self.begin(at);
        }
        now.forced = now.forced.filter(|it| *it > at);
    }

    fn terminator(&self, number: usize, mark: &Mark, now: &mut Progress, found: &mut Vec<Range<usize>>) {
        now.worded = now.worded || self.has_word(now.searched, mark.at);
        now.searched = mark.at;
        let end = if mark.what == What::Face { mark.end() } else { self.run(mark.end()) };
        let end = self.first_of_four(mark.at, end).unwrap_or(end);
        let stop = self.closers(number, end);
        let run = Run { start: now.start, at: mark.at, end, stop };
        if now.worded && self.ends(mark, run) {
            found.push(now.start..stop);
            *now = self.begin(self.block.skip_space(stop));
        }
        now.past = stop;
    }

    /// Past a run of terminators, spaced ones too: "?!", ". . .".
    fn run(&self, from: usize) -> usize {
        let block = self.block;
        let mut end = from;
        loop {
            end = block.skip(end, |it| is_terminator(it) || is_joined(it));
            let next = block.skip_space(end);
            if next == end || !is_terminator(block.at(next)) {
                return end;
            }
            let past = block.skip(next, is_terminator);
            let after = block.at(past);
            if !(after == '\0' || after.is_whitespace() || is_closer(after)) {
                return end;
            }
            end = past;
        }
    }

    /// "compounds. . . . The": the first full stop ends the sentence, the ellipsis opens the next.
    fn first_of_four(&self, at: usize, end: usize) -> Option<usize> {
        let attached = self.block.before(at).is_alphanumeric() && self.block.between(at, end) == ". . . .";
        let next = self.block.skip_space(end);
        (attached && next > end && self.block.at(next).is_uppercase()).then_some(at + 1)
    }

    /// Past what closes the sentence: quotation marks, brackets, numbers of notes.
    fn closers(&self, number: usize, from: usize) -> usize {
        let block = self.block;
        let mut end = self.bare_notes(from).unwrap_or(from);
        let mut ahead = number + 1;
        loop {
            let next = block.skip_space(end);
            while self.marks.get(ahead).is_some_and(|it| it.at < end) {
                ahead += 1;
            }
            let here = self.marks.get(ahead).filter(|it| it.at == end);
            let spaced = self.marks.get(ahead).filter(|it| it.at == next);
            if let Some(mark) = here.filter(|it| is_closer(it.c) && !it.opens()) {
                end = mark.end();
            } else if let Some(mark) = spaced.filter(|it| it.closes()) {
                end = mark.end();
            } else if let Some(past) = self.note(next) {
                end = past;
            } else if let Some(mark) = spaced.filter(|it| it.what == What::Face && block.before(end) != ',') {
                end = mark.end();
            } else if next == end && end > from && (is_terminator(block.at(end)) || is_joined(block.at(end))) {
                end += block.at(end).len_utf8();
            } else {
                return end;
            }
        }
    }

    /// Past bare numbers of notes: "in a consultation.11 12 Take …".
    fn bare_notes(&self, from: usize) -> Option<usize> {
        let block = self.block;
        if !block.byte(from).is_ascii_digit() || block.before(from) != '.' {
            return None;
        }
        let before = block.before(from - 1);
        if !(before.is_lowercase() || is_closer(before)) {
            return None;
        }
        let mut end = from;
        loop {
            let start = if end > from { end + 1 } else { end };
            let past = block.skip(start, |it| it.is_ascii_digit());
            if !(1..=3).contains(&(past - start)) || (start > end && block.byte(end) != b' ') {
                break;
            }
            end = past;
        }
        let next = block.skip_space(end);
        (next > end && block.at(next).is_uppercase()).then_some(end)
    }

    /// Past a note's number, "[12]", if one stands here.
    fn note(&self, at: usize) -> Option<usize> {
        if self.block.byte(at) != b'[' {
            return None;
        }
        let digits = self.block.from(at + 1).bytes().take(6).take_while(u8::is_ascii_digit).count();
        (digits > 0 && self.block.byte(at + 1 + digits) == b']').then_some(at + digits + 2)
    }
}
