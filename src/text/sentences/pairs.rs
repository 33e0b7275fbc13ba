//! Quotations and brackets: where they close, and between which a sentence must not end.

use super::block::Block;
use super::marks::{Mark, What};
use super::tables::{is_closer, is_lead, is_opener, is_pair, is_terminator, is_wide, opens_only};
use std::ops::Range;

/// Longer than this many bytes, two marks are taken for strays, not for a pair.
const LONGEST: usize = 2000;
/// More pairs inside each other than this are not followed.
const DEEPEST: usize = 8;
/// Words a quotation must have before it is divided into sentences.
const WORDS: usize = 12;

/// Marks what opens and what closes, where `divides` says that short quotations may be divided too; `sealed` receives, in order, the stretches in which no sentence may begin.
pub(super) fn pair(block: Block, marks: &mut [Mark], divides: bool, sealed: &mut Vec<Range<usize>>) {
    sealed.clear();
    let mut open: Vec<usize> = Vec::new();
    for number in 0..marks.len() {
        let Some(mark) = marks.get(number).copied().filter(|it| it.what == What::Pair) else { continue };
        let side = Side::of(block, &mark);
        let partner = open.iter().rposition(|&it| marks.get(it).is_some_and(|it| is_pair(it.c, mark.c)));
        match partner {
            Some(depth) if side.may_close(mark.c) => {
                if let Some(&start) = open.get(depth) {
                    record(block, marks, (start, number), divides, sealed);
                }
                open.truncate(depth);
            }
            _ if side.may_open(mark.c) => {
                if open.len() == DEEPEST {
                    open.remove(0);
                }
                open.push(number);
            }
            _ => {}
        }
    }
    merge(sealed);
}

fn record(
    block: Block,
    marks: &mut [Mark],
    (opener, closer): (usize, usize),
    divides: bool,
    sealed: &mut Vec<Range<usize>>,
) {
    let (Some(start), Some(close)) = (marks.get(opener).map(Mark::end), marks.get(closer).copied()) else { return };
    if close.at - start > LONGEST {
        return;
    }
    for (number, what) in [(opener, What::Opener), (closer, What::Closer)] {
        if let Some(mark) = marks.get_mut(number) {
            mark.what = what;
        }
    }
    let between = marks.get(opener + 1..closer).unwrap_or_default();
    let divided = || divides && !is_bracket(close.c) && holds_several(block, between, start..close.at);
    if start < close.at && !holds_sentences(block.between(start, close.at)) && !divided() {
        sealed.push(start..close.end());
    }
}

/// Whether a short quotation is made of more than one sentence, each of some length. One that goes on with the sentence
/// around it must be divided by a full stop and end in a mark.
fn holds_several(block: Block, marks: &[Mark], inner: Range<usize>) -> bool {
    let text = block.between(inner.start, inner.end).trim();
    let goes_on = text.starts_with(char::is_lowercase);
    if goes_on && !text.ends_with(is_terminator) {
        return false;
    }
    let (mut start, mut past) = (inner.start, inner.start);
    for mark in marks.iter().filter(|it| it.what == What::Stop && (!goes_on || is_full_stop(it.c))) {
        if mark.at < past {
            continue;
        }
        past = block.skip(mark.end(), is_terminator);
        let Some(next) = next_sentence(block, mark, past).filter(|it| *it < inner.end) else { continue };
        let words = if is_full_stop(mark.c) || is_wide(mark.c) { 2 } else { 3 };
        if is_sentence(block.between(start, mark.at), words) && is_sentence(block.between(next, inner.end), words) {
            return true;
        }
        start = next;
    }
    false
}

/// Where the next sentence seems to begin after a mark that is no ellipsis, and those that follow it up to `end`.
fn next_sentence(block: Block, mark: &Mark, end: usize) -> Option<usize> {
    let next = block.skip_space(end);
    let first = block.at(next);
    let ellipsis = mark.c == '…' || (mark.c == '.' && end > mark.end());
    let apart = next > end || is_wide(mark.c);
    (apart && !ellipsis && !first.is_lowercase() && !is_lead(first)).then_some(next)
}

fn is_full_stop(c: char) -> bool {
    matches!(c, '.' | '。' | '।' | '۔' | '։')
}

/// Whether a text has so many words, or twice as many letters of a script that puts no spaces between words.
fn is_sentence(text: &str, words: usize) -> bool {
    if text.chars().take(words * 8).any(is_unspaced) {
        return text.chars().filter(|it| it.is_alphanumeric()).take(words * 2).count() == words * 2;
    }
    text.split_whitespace().take(words).count() == words
}

/// Letters of scripts that write no spaces between words.
fn is_unspaced(c: char) -> bool {
    matches!(c, '\u{3040}'..='\u{9FFF}' | '\u{E00}'..='\u{EFF}')
}

/// Marks that close something else than speech, titles of works among them.
fn is_bracket(c: char) -> bool {
    matches!(c, ')' | ']' | '}' | '）' | '】' | '》')
}

/// Makes one stretch of those that overlap.
fn merge(sealed: &mut Vec<Range<usize>>) {
    sealed.sort_unstable_by_key(|it| it.start);
    sealed.dedup_by(|next, kept| {
        let inside = next.start <= kept.end;
        kept.end = if inside { kept.end.max(next.end) } else { kept.end };
        inside
    });
}

/// Whether a place lies inside one of the sealed stretches.
pub(super) fn seals(sealed: &[Range<usize>], at: usize) -> bool {
    let number = sealed.partition_point(|it| it.start <= at);
    number.checked_sub(1).and_then(|it| sealed.get(it)).is_some_and(|it| at < it.end)
}

/// Whether a quotation is made of whole sentences, more than one.
fn holds_sentences(inner: &str) -> bool {
    let begins = inner.chars().find(|it| it.is_alphanumeric()).is_some_and(|it| !it.is_lowercase());
    let ends = || inner.chars().rev().find(|it| !it.is_whitespace() && !is_closer(*it));
    begins
        && ends().is_some_and(|it| is_terminator(it) || it == ',')
        && inner.split_whitespace().take(WORDS).count() == WORDS
}

/// The neighbours of a mark, which tell an opening one from a closing one.
struct Side {
    before: Option<char>,
    after: Option<char>,
}

impl Side {
    fn of(block: Block, mark: &Mark) -> Self {
        let some = |c: char| Some(c).filter(|it| *it != '\0');
        Self { before: some(block.before(mark.at)), after: some(block.at(mark.end())) }
    }

    fn may_close(&self, mark: char) -> bool {
        let apart = |it: Option<char>| it.is_none_or(char::is_whitespace);
        match mark {
            '\'' | '’' | '‘' => !self.after.is_some_and(char::is_alphanumeric),
            '"' | '”' | '«' => !apart(self.before) || apart(self.after),
            _ => true,
        }
    }

    fn may_open(&self, mark: char) -> bool {
        let free = || {
            self.before
                .is_none_or(|it| it.is_whitespace() || is_opener(it) || matches!(it, '—' | '–' | '-' | '/' | '"'))
        };
        match mark {
            '"' | '\'' | '`' | '”' | '»' => free() && self.after.is_some(),
            mark => opens_only(mark),
        }
    }
}
