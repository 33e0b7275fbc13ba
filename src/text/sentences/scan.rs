//! One pass over a block: at every terminator, does the sentence end?

use super::pairs::Pairs;
use super::tables::{self, Kind, Language, is_closer, is_opener, is_terminator};
use std::ops::Range;

/// How far back words and openings of a sentence are looked at, which keeps the pass linear.
const NEAR: usize = 80;

pub(super) struct Scan<'a> {
    c: &'a [char],
    pairs: Pairs,
    language: &'static Language,
}

impl<'a> Scan<'a> {
    pub(super) fn new(c: &'a [char], language: &'static Language) -> Self {
        Self { c, pairs: Pairs::of(c), language }
    }

    pub(super) fn sentences(&self) -> Vec<Range<usize>> {
        let mut found: Vec<Range<usize>> = Vec::new();
        let mut start = self.skip_space(0);
        let (mut at, mut worded) = (start, false);
        while at < self.c.len() {
            worded |= self.at(at).is_alphanumeric();
            if !self.terminates(at) {
                at += 1;
                continue;
            }
            let end = self.run(at);
            let stop = self.closers(end);
            if worded && self.ends(start, at, end, stop) {
                found.push(start..stop);
                start = self.skip_space(stop);
                worded = false;
            }
            at = stop;
        }
        let end = self.c.iter().rposition(|it| !it.is_whitespace()).map_or(0, |last| last + 1);
        match found.last_mut() {
            Some(last) if !worded => last.end = last.end.max(end),
            _ if start < end => found.push(start..end),
            _ => {}
        }
        found
    }

    fn at(&self, at: usize) -> char {
        self.c.get(at).copied().unwrap_or('\0')
    }

    fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or('\0', |before| self.at(before))
    }

    fn skip_space(&self, from: usize) -> usize {
        from + self.c.get(from..).unwrap_or_default().iter().take_while(|it| it.is_whitespace()).count()
    }

    fn terminates(&self, at: usize) -> bool {
        let c = self.at(at);
        is_terminator(c)
            || (self.language.terminators.contains(&c) && (at + 1 == self.c.len() || self.at(at + 1).is_whitespace()))
    }

    /// Past a run of terminators, spaced ones too: "?!", ". . .".
    fn run(&self, at: usize) -> usize {
        let mut end = at + 1;
        loop {
            while is_terminator(self.at(end)) || tables::is_joined(self.at(end)) {
                end += 1;
            }
            let next = self.skip_space(end);
            let mut past = next;
            while is_terminator(self.at(past)) {
                past += 1;
            }
            let apart = past == self.c.len() || self.at(past).is_whitespace();
            if next == end || past == next || !apart {
                return end;
            }
            end = past;
        }
    }

    /// Past what closes the sentence: quotation marks, brackets, numbers of notes.
    fn closers(&self, from: usize) -> usize {
        let mut end = self.bare_notes(from).unwrap_or(from);
        loop {
            let next = self.skip_space(end);
            if next == end && is_closer(self.at(end)) && !self.pairs.opens(end) {
                end += 1;
            } else if self.pairs.closes(next) {
                end = next + 1;
            } else if let Some(past) = self.note(next) {
                end = past;
            } else if next == end && (is_terminator(self.at(end)) || tables::is_joined(self.at(end))) && end > from {
                end += 1;
            } else {
                return end;
            }
        }
    }

    /// Past bare numbers of notes: "in a consultation.11 12 Take …".
    fn bare_notes(&self, from: usize) -> Option<usize> {
        let word = from.checked_sub(2).map(|it| self.at(it)).is_some_and(|it| it.is_lowercase() || is_closer(it));
        if !word || self.before(from) != '.' {
            return None;
        }
        let mut end = from;
        for number in self.c.get(from..from + 12).unwrap_or_default().split(|it| *it == ' ') {
            if number.is_empty() || number.len() > 3 || !number.iter().all(char::is_ascii_digit) {
                break;
            }
            end += number.len() + usize::from(end > from);
        }
        (end > from && self.at(self.skip_space(end)).is_uppercase()).then_some(end)
    }

    /// Past a note's number, "[12]", if one stands here.
    fn note(&self, at: usize) -> Option<usize> {
        let inner = self.c.get(at + 1..)?.iter().take(6).take_while(|it| it.is_ascii_digit()).count();
        (self.at(at) == '[' && inner > 0 && self.at(at + 1 + inner) == ']').then_some(at + inner + 2)
    }

    fn ends(&self, start: usize, at: usize, end: usize, stop: usize) -> bool {
        let next = self.next(stop);
        let first = self.at(next);
        if next >= self.c.len() {
            return self.skip_space(stop) >= self.c.len();
        }
        if self.pairs.seals(stop) || self.pairs.seals(self.skip_space(stop)) {
            return false;
        }
        let run = self.c.get(at..end).unwrap_or_default();
        let wide = run.iter().copied().any(tables::is_wide);
        if !self.at(stop).is_whitespace() {
            return wide && !is_closer(first) && !(stop > end && tables::is_particle(first));
        }
        if first.is_lowercase() || tables::continues(first) {
            return wide;
        }
        let dots = run.iter().all(|it| matches!(it, '.' | '…') || it.is_whitespace());
        match run {
            ['.'] => self.full_stop(start, at, stop, next),
            _ if dots => !first.is_numeric(),
            _ => !(stop > end && self.is_attribution(next)),
        }
    }

    /// The next character that tells something: past space, opening marks and dashes.
    fn next(&self, from: usize) -> usize {
        let skips = |it: char| it.is_whitespace() || is_opener(it) || tables::is_lead(it);
        from + self.c.get(from..).unwrap_or_default().iter().take_while(|it| skips(**it)).count()
    }

    fn full_stop(&self, start: usize, dot: usize, stop: usize, next: usize) -> bool {
        let word = self.word_before(dot);
        let digit = self.at(next).is_numeric();
        if self.is_marker(start, dot, &word) {
            return false;
        }
        if stop > dot + 1 || word.is_empty() {
            return true;
        }
        let starts = !digit && self.language.starts_with(&self.word_at(next));
        match self.language.kind(&word) {
            Kind::Title => false,
            Kind::Number => !digit,
            Kind::Suffix => starts,
            Kind::Unit => !digit,
            Kind::Time => !digit && (starts || !self.is_fronted(start, dot)),
            Kind::Ordinal => starts,
            Kind::Initial => starts && !self.follows_a_name(dot - 1),
            Kind::Word => true,
        }
    }

    /// "1." or "• a." at the beginning numbers the sentence and does not end it.
    fn is_marker(&self, start: usize, dot: usize, word: &str) -> bool {
        let length = word.chars().count();
        let short = length == 1 || (length <= 3 && word.bytes().all(|it| it.is_ascii_digit()));
        let before = self.c.get(start..dot.saturating_sub(length)).unwrap_or_default();
        short && before.len() < 8 && !before.iter().any(|it| it.is_alphanumeric())
    }

    /// The word a full stop ends, without opening marks; nothing if it is too long for an abbreviation.
    fn word_before(&self, dot: usize) -> String {
        let before = self.c.get(dot.saturating_sub(NEAR)..dot).unwrap_or_default();
        let length = before
            .iter()
            .rev()
            .take_while(|it| it.is_alphanumeric() || matches!(it, '.' | '°' | 'º' | '\'' | '’'))
            .count();
        let word = before.get(before.len() - length..).unwrap_or_default();
        word.iter().copied().skip_while(|it| !it.is_alphanumeric()).collect()
    }

    fn word_at(&self, at: usize) -> String {
        let rest = self.c.get(at..).unwrap_or_default();
        rest.iter().take(16).take_while(|it| it.is_alphabetic()).flat_map(|it| it.to_lowercase()).collect()
    }

    /// "At 5 a.m. Mr. Smith …": the time opens the sentence and does not end it.
    fn is_fronted(&self, start: usize, dot: usize) -> bool {
        let opening = self.c.get(start..dot).unwrap_or_default();
        dot - start < NEAR
            && !opening.contains(&',')
            && self.language.fronts.contains(&self.word_at(self.next(start)).as_str())
    }

    /// Whether the initial before `at` continues a name: "Albert I. Jones", not "vitamin C".
    fn follows_a_name(&self, at: usize) -> bool {
        let before = self.c.get(at.saturating_sub(NEAR)..at).unwrap_or_default();
        let word = before.split(|it| it.is_whitespace()).rfind(|word| !word.is_empty());
        word.and_then(|word| word.iter().find(|it| it.is_alphabetic())).is_none_or(|it| it.is_uppercase())
    }

    /// `"Why?" Alice asked.`: who said it belongs to what was said.
    fn is_attribution(&self, next: usize) -> bool {
        let words = self.c.get(next..).unwrap_or_default().iter().take(NEAR).collect::<String>();
        matches!(self.before(next), c if c.is_whitespace())
            && words
                .split_whitespace()
                .skip(1)
                .take(2)
                .any(|it| self.language.said.contains(&it.trim_end_matches(|c: char| !c.is_alphabetic())))
    }
}
