//! Quotation marks: which opens, which closes, which is an apostrophe.

use crate::text::sentences::Sentence;

/// Marks inside marks that are kept apart; what nests deeper belongs to the outer quotation.
const DEEPEST: usize = 8;
/// How far an apostrophe's twin is looked for.
const NEAR: usize = 400;

/// A passage in quotation within one paragraph, marks included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    pub start: usize,
    pub end: usize,
    /// Shared by the stretches of a quotation that each new paragraph reopens.
    pub quotation: usize,
}

/// The outermost passages in quotation marks, in order, for whoever needs them without the sentences around them.
pub fn stretches(text: &str, sentences: &[Sentence]) -> Vec<Stretch> {
    of_chars(&text.chars().collect::<Vec<_>>(), sentences)
}

pub(super) fn of_chars(chars: &[char], sentences: &[Sentence]) -> Vec<Stretch> {
    let mut found: Vec<Stretch> = Vec::new();
    let mut open = None;
    let mut quotation = 0;
    for paragraph in sentences.chunk_by(|one, next| one.paragraph == next.paragraph) {
        let (Some(first), Some(last)) = (paragraph.first(), paragraph.last()) else { continue };
        let words = chars.get(first.start..last.end).unwrap_or_default();
        let mut scan = Scan { c: words, stack: Vec::new(), found: Vec::new(), twin: 0 };
        let still_open = scan.run();
        let reopens = open.is_some_and(|mark| words.first() == Some(&mark) || reopened(mark, words.first().copied()));
        for (number, (start, end)) in scan.found.into_iter().enumerate() {
            let goes_on = reopens && number == 0;
            if !goes_on && !found.is_empty() {
                quotation += 1;
            }
            found.push(Stretch { start: first.start + start, end: first.start + end, quotation });
        }
        open = still_open;
    }
    found
}

/// The passages in quotation of some words read by themselves, and the marks left open, outermost first.
pub(in crate::text) fn alone(words: &[char]) -> (Vec<(usize, usize)>, Vec<char>) {
    let mut scan = Scan { c: words, stack: Vec::new(), found: Vec::new(), twin: 0 };
    if scan.run().is_some() {
        scan.found.pop();
    }
    (scan.found, scan.stack.into_iter().map(|it| it.0).collect())
}

/// The mark that closes what `mark` opens; an apostrophe may be none and is left alone.
pub(in crate::text) fn closer(mark: char) -> Option<char> {
    Some(match mark {
        '"' | '”' | '＂' => mark,
        '“' | '‟' => '”',
        '„' => '“',
        '«' => '»',
        '»' => '«',
        '‹' => '›',
        '›' => '‹',
        '「' => '」',
        '『' => '』',
        '﹁' => '﹂',
        '﹃' => '﹄',
        '｢' => '｣',
        '〝' => '〟',
        '‘' => '’',
        '‚' => '‘',
        _ => return None,
    })
}

/// The mark that opens what `mark` closes.
pub(in crate::text) fn opener(mark: char) -> Option<char> {
    match mark {
        '”' | '’' => Some(if mark == '”' { '“' } else { '‘' }),
        '"' | '＂' => Some(mark),
        _ => ['„', '«', '»', '‹', '›', '「', '『', '﹁', '﹃', '｢', '〝']
            .into_iter()
            .find(|it| closer(*it) == Some(mark)),
    }
}

/// French reopens with the mark that closes.
fn reopened(mark: char, first: Option<char>) -> bool {
    matches!((mark, first), ('«', Some('»')) | ('„', Some('“')))
}

struct Scan<'a> {
    c: &'a [char],
    stack: Vec<(char, usize)>,
    found: Vec<(usize, usize)>,
    /// Where the last look for a closing apostrophe ended.
    twin: usize,
}

impl Scan<'_> {
    /// Finds the stretches; the mark that is left open, if one is.
    fn run(&mut self) -> Option<char> {
        let mut at = 0;
        let mut line = true;
        while at < self.c.len() {
            let c = self.at(at);
            if line && self.stack.is_empty() && c == '>' && self.at(at + 1).is_whitespace() {
                at = self.block(at);
                continue;
            }
            line = c == '\n' || (line && c.is_whitespace());
            if self.opens(at) {
                self.open(at);
            } else if self.closes(at) {
                self.close(at);
            }
            at += 1;
        }
        let &(mark, start) = self.stack.first()?;
        self.found.push((start, self.c.len()));
        Some(mark)
    }

    /// Past a line that is quoted as a block.
    fn block(&mut self, start: usize) -> usize {
        let rest = self.c.get(start..).unwrap_or_default();
        let end = start + rest.iter().take_while(|it| **it != '\n').count();
        self.found.push((start, end));
        end
    }

    fn at(&self, at: usize) -> char {
        self.c.get(at).copied().unwrap_or(' ')
    }

    fn before(&self, at: usize) -> char {
        at.checked_sub(1).map_or(' ', |it| self.at(it))
    }

    fn top(&self) -> char {
        self.stack.last().map_or(' ', |it| it.0)
    }

    fn open(&mut self, at: usize) {
        if self.stack.len() < DEEPEST {
            self.stack.push((self.at(at), at));
        }
    }

    fn close(&mut self, at: usize) {
        if let Some((_, start)) = self.stack.pop().filter(|_| self.stack.is_empty()) {
            self.found.push((start, at + 1));
        }
    }

    /// Space, an opening bracket or a dash before, something to quote behind.
    fn stands_open(&self, at: usize) -> bool {
        let before = self.before(at);
        let leads = before.is_whitespace()
            || matches!(
                before,
                '(' | '[' | '—' | '–' | '-' | '/' | ':' | '“' | '"' | '‘' | '\'' | '„' | '«' | '¿' | '¡'
            );
        leads && !self.at(at + 1).is_whitespace() && at + 1 < self.c.len()
    }

    fn opens(&mut self, at: usize) -> bool {
        let (c, top) = (self.at(at), self.top());
        match c {
            '“' => !matches!(top, '„' | '“' | '”') || (top == '”' && self.stands_open(at)),
            '”' => top == ' ' && self.stands_open(at),
            '‟' | '„' | '「' | '『' | '﹁' | '﹃' | '｢' | '〝' => top != c,
            '"' | '＂' => top != c && self.stands_open(at) && !self.stack.iter().any(|it| it.0 == c),
            '«' => top != '»' && top != '«',
            '»' => top == ' ' && self.stands_open(at),
            '‹' => top != '›' && top != '‹',
            '›' => top != '‹' && top != '›' && self.stands_open(at),
            '‚' => self.stands_open(at) && self.at(at + 1).is_alphanumeric(),
            '‘' => top != '‚' && top != '‘' && self.stands_open(at) && self.has_twin(at, '’'),
            '\'' => top != '\'' && self.stands_open(at) && !self.is_clipped(at) && self.has_twin(at, '\''),
            _ => false,
        }
    }

    fn closes(&self, at: usize) -> bool {
        let (c, top) = (self.at(at), self.top());
        match c {
            '“' => top == '„' || (top == '”' && !self.before(at).is_whitespace()),
            '”' => matches!(top, '“' | '„' | '”' | '‟' | '"'),
            '"' => top == c || (matches!(top, '“' | '„') && !self.before(at).is_whitespace()),
            '＂' => top == c,
            '«' => top == '»',
            '»' => matches!(top, '«' | '»'),
            '‹' => top == '›',
            '›' => top == '‹',
            '」' => top == '「',
            '』' => top == '『',
            '﹂' => top == '﹁',
            '﹄' => top == '﹃',
            '｣' => top == '｢',
            '〞' | '〟' => top == '〝',
            '‘' => top == '‚',
            '’' => top == '‘' && self.ends_words(at, '’'),
            '\'' => top == '\'' && self.ends_words(at, '\''),
            _ => false,
        }
    }

    /// An apostrophe that closes: no letter behind it, and not the boys' plural.
    fn ends_words(&self, at: usize, mark: char) -> bool {
        if self.at(at + 1).is_alphanumeric() || self.before(at).is_whitespace() {
            return false;
        }
        let plural = self.before(at) == 's' && self.at(at + 1) == ' ' && self.at(at + 2).is_alphabetic();
        !(plural && self.closer_after(at, mark).is_some())
    }

    fn closer_after(&self, at: usize, mark: char) -> Option<usize> {
        let rest = self.c.get(at + 1..).unwrap_or_default();
        let mut before = ' ';
        for (ahead, pair) in rest.windows(2).take(NEAR).enumerate() {
            let [c, next] = pair else { break };
            if *c == '\n' || (*c == '‘' && mark == '’') {
                return None;
            }
            if *c == mark && !before.is_whitespace() && !next.is_alphanumeric() {
                return Some(at + 1 + ahead);
            }
            before = *c;
        }
        (rest.last() == Some(&mark) && rest.len() <= NEAR).then_some(at + rest.len())
    }

    /// A single mark opens only if one closes near it; looked for once per stretch of text.
    fn has_twin(&mut self, at: usize, mark: char) -> bool {
        if self.twin > at + 1 {
            return true;
        }
        match self.closer_after(at, mark) {
            Some(found) => {
                self.twin = found;
                true
            }
            None => false,
        }
    }

    /// "'90s", "'tis", "'em": letters left out.
    fn is_clipped(&self, at: usize) -> bool {
        let word: String = self.c.get(at + 1..).unwrap_or_default().iter().take(6).collect();
        let word: String = word.chars().take_while(|it| it.is_alphanumeric()).collect();
        word.is_empty()
            || (word.len() <= 3 && word.starts_with(|it: char| it.is_ascii_digit()))
            || matches!(word.to_lowercase().as_str(), "tis" | "twas" | "em" | "til" | "cause" | "round" | "n")
    }
}
