//! Quotations and brackets: where they close, and between which a sentence must not end.

use super::tables::{is_closer, is_opener, is_terminator};

/// Longer than this, two marks are taken for strays, not for a pair.
const LONGEST: usize = 1500;
/// More pairs inside each other than this are not followed.
const DEEPEST: usize = 8;
/// Words a quotation must have before it is divided into sentences.
const WORDS: usize = 8;

const PAIRS: [(char, char); 22] = [
    ('(', ')'),
    ('[', ']'),
    ('{', '}'),
    ('（', '）'),
    ('「', '」'),
    ('『', '』'),
    ('《', '》'),
    ('【', '】'),
    ('“', '”'),
    ('‘', '’'),
    ('«', '»'),
    ('»', '«'),
    ('»', '»'),
    ('„', '“'),
    ('„', '”'),
    ('‚', '‘'),
    ('‹', '›'),
    ('”', '”'),
    ('"', '"'),
    ('\'', '\''),
    ('`', '\''),
    ('`', '`'),
];

/// What is known of each position of a block.
pub(super) struct Pairs {
    closing: Vec<bool>,
    opening: Vec<bool>,
    sealed: Vec<bool>,
}

impl Pairs {
    pub(super) fn of(c: &[char]) -> Self {
        let size = c.len() + 1;
        let mut pairs = Self { closing: vec![false; size], opening: vec![false; size], sealed: vec![false; size] };
        let mut open: Vec<(char, usize)> = Vec::new();
        for (at, &mark) in c.iter().enumerate().filter(|(_, mark)| PAIRS.iter().any(|(a, b)| a == *mark || b == *mark))
        {
            let side = Side::of(c, at);
            let partner = open.iter().rposition(|&(opener, _)| PAIRS.contains(&(opener, mark)));
            match partner {
                Some(number) if side.may_close(mark) => {
                    if let Some((_, start)) = open.get(number).copied() {
                        pairs.record(c, start, at);
                    }
                    open.truncate(number);
                }
                _ if side.may_open(mark) => {
                    if open.len() == DEEPEST {
                        open.remove(0);
                    }
                    open.push((mark, at));
                }
                _ => {}
            }
        }
        pairs
    }

    /// Whether the mark here closes a pair.
    pub(super) fn closes(&self, at: usize) -> bool {
        self.closing.get(at).copied().unwrap_or(false)
    }

    /// Whether the mark here opens a pair.
    pub(super) fn opens(&self, at: usize) -> bool {
        self.opening.get(at).copied().unwrap_or(false)
    }

    /// Whether no sentence may begin here.
    pub(super) fn seals(&self, at: usize) -> bool {
        self.sealed.get(at).copied().unwrap_or(false)
    }

    fn record(&mut self, c: &[char], start: usize, end: usize) {
        if end - start > LONGEST {
            return;
        }
        if let (Some(opens), Some(closes)) = (self.opening.get_mut(start), self.closing.get_mut(end)) {
            (*opens, *closes) = (true, true);
        }
        if !holds_sentences(c.get(start + 1..end).unwrap_or_default()) {
            self.sealed.iter_mut().take(end + 1).skip(start + 1).for_each(|it| *it = true);
        }
    }
}

/// Whether a quotation is made of whole sentences, more than one.
fn holds_sentences(inner: &[char]) -> bool {
    let begins = inner.iter().find(|it| it.is_alphanumeric()).is_some_and(|it| !it.is_lowercase());
    let ends = inner.iter().rev().find(|it| !it.is_whitespace() && !is_closer(**it));
    let words = inner.split(|it| it.is_whitespace()).filter(|word| !word.is_empty()).take(WORDS).count();
    begins && words == WORDS && ends.is_some_and(|&it| is_terminator(it) || it == ',')
}

/// The neighbours of a mark, which tell an opening one from a closing one.
struct Side {
    before: Option<char>,
    after: Option<char>,
}

impl Side {
    fn of(c: &[char], at: usize) -> Self {
        Self { before: at.checked_sub(1).and_then(|it| c.get(it)).copied(), after: c.get(at + 1).copied() }
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
        let free = self
            .before
            .is_none_or(|it| it.is_whitespace() || is_opener(it) || matches!(it, '—' | '–' | '-' | '/' | '"'));
        match mark {
            '"' | '\'' | '`' | '”' | '»' => free && self.after.is_some(),
            mark => PAIRS.iter().any(|&(open, _)| open == mark),
        }
    }
}
