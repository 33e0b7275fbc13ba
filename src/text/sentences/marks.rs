//! The places of a block worth a look: marks that may end a sentence, marks that enclose, forms that begin one.

use super::block::Block;
use super::forms;
use super::tables::{is_bracket_or_quote, is_terminator};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// May end a sentence.
    Stop,
    /// May open or close a passage.
    Pair,
    /// Opens a passage.
    Opener,
    /// Closes one.
    Closer,
    /// ":-)"
    Face,
    /// A sentence begins here, whatever stands before.
    Break,
    /// A sentence of its own: "-----".
    Rule,
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Mark {
    pub at: usize,
    pub c: char,
    /// In bytes; of a rule, the first mark only.
    pub length: u8,
    pub what: What,
}

impl Mark {
    fn new(at: usize, length: usize, c: char, what: What) -> Self {
        Self { at, c, length: u8::try_from(length).unwrap_or(1), what }
    }

    pub(super) fn end(&self) -> usize {
        self.at + usize::from(self.length)
    }

    /// Past it and, if it may end a sentence, past all that are the same.
    fn past(&self, block: Block) -> usize {
        match self.what {
            What::Stop | What::Rule => block.skip(self.end(), |it| it == self.c),
            _ => self.end().max(self.at + 1),
        }
    }

    pub(super) fn encloses(&self) -> bool {
        matches!(self.what, What::Pair | What::Opener | What::Closer)
    }

    pub(super) fn opens(&self) -> bool {
        self.what == What::Opener
    }

    pub(super) fn closes(&self) -> bool {
        self.what == What::Closer
    }
}

/// Whether something worth a look may begin with this byte.
#[rustfmt::skip]
fn is_candidate(byte: u8) -> bool {
    matches!(
        byte,
        b'.' | b'!' | b'?' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'"' | b'`' | b'\'' | b':' | b';' | b'|' | b'='
            | b'-' | b'_' | b'*' | b'~' | b'/' | 0xC2 | 0xCD
            | 0xD6 | 0xD8 | 0xDB | 0xDC | 0xDF | 0xE0..=0xE3 | 0xEA | 0xEF
    )
}

/// The next byte worth a look; eight at a time are passed by where they are ASCII letters, digits, spaces and commas.
fn next_candidate(bytes: &[u8], from: usize) -> Option<usize> {
    let mut at = from;
    while let Some(eight) = bytes.get(at..).and_then(<[u8]>::first_chunk::<8>) {
        let word = u64::from_le_bytes(*eight);
        if word & HIGH == 0 {
            let odd = odd_bytes(word);
            if odd == 0 {
                at += 8;
                continue;
            }
            at += (odd.trailing_zeros() / 8) as usize;
            if bytes.get(at).is_some_and(|it| is_candidate(*it)) {
                return Some(at);
            }
            at += 1;
        } else if let Some(ahead) = eight.iter().position(|it| is_candidate(*it)) {
            return Some(at + ahead);
        } else {
            at += 8;
        }
    }
    bytes.get(at..)?.iter().position(|it| is_candidate(*it)).map(|ahead| at + ahead)
}

const HIGH: u64 = repeat(0x80);

const fn repeat(byte: u8) -> u64 {
    u64::from_le_bytes([byte; 8])
}

/// The high bit of each of eight ASCII bytes that is no letter, digit, space or comma.
fn odd_bytes(word: u64) -> u64 {
    let within = |word: u64, first: u8, last: u8| (word + repeat(0x80 - first)) & !(word + repeat(0x7F - last));
    let is = |byte: u8| !((word ^ repeat(byte)) + repeat(0x7F));
    let letters = within(word | repeat(0x20), b'a', b'z');
    !(letters | within(word, b'0', b'9') | is(b' ') | is(b',')) & HIGH
}

/// Finds the marks of a block, in order.
pub(super) fn read(block: Block, terminators: &[char], marks: &mut Vec<Mark>) {
    marks.clear();
    let bytes = block.0.as_bytes();
    let mut at = 0;
    while let Some(place) = next_candidate(bytes, at) {
        at = place;
        let byte = block.byte(at);
        let found = match byte {
            b'/' => stamped(block, at, marks),
            0..0x80 => ascii(block, at, byte, terminators),
            _ => beyond(block, at, terminators),
        };
        match found {
            Ok(mark) => {
                marks.push(mark);
                at = mark.past(block);
            }
            Err(length) => at += length,
        }
    }
}

/// The mark here, or how many bytes hold none.
fn ascii(block: Block, at: usize, byte: u8, terminators: &[char]) -> Result<Mark, usize> {
    let c = char::from(byte);
    let next = block.byte(at + 1);
    match byte {
        b'.' | b'!' | b'?' => Ok(Mark::new(at, 1, c, What::Stop)),
        b'[' if next == b'.' || next.is_ascii_digit() || next == 0xE2 => bracketed(block, at),
        b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'"' => Ok(Mark::new(at, 1, c, What::Pair)),
        b'`' if next == b'`' => Ok(Mark::new(at, 2, '“', What::Pair)),
        b'`' => Ok(Mark::new(at, 1, c, What::Pair)),
        b'\'' if next == b'\'' => Ok(Mark::new(at, 2, '”', What::Pair)),
        b'\'' if next.is_ascii_alphanumeric() && block.before(at).is_alphanumeric() => Err(1),
        b'\'' if forms::clitic(block, at) => Err(1),
        b'\'' => Ok(Mark::new(at, 1, c, What::Pair)),
        b':' if next == b'/' => forms::address_after(block, at).map(|it| Mark::new(it, 0, c, What::Break)).ok_or(1),
        _ => {
            let ends = terminators.contains(&c) && (next == 0 || next.is_ascii_whitespace() || next == b'"');
            if ends {
                return Ok(Mark::new(at, 1, c, What::Stop));
            }
            match (forms::face(block, at), forms::rule(block, at)) {
                (Some(length), _) => Ok(Mark::new(at, length, c, What::Face)),
                (_, Some(_)) => Ok(Mark::new(at, 1, c, What::Rule)),
                _ => Err(block.skip(at, |it| it == c) - at),
            }
        }
    }
}

/// "[...]" stands for words, "[00:12:31]" begins what was said then.
fn bracketed(block: Block, at: usize) -> Result<Mark, usize> {
    if let Some(length) = forms::omission(block, at) {
        return Err(length);
    }
    match forms::timecode(block.from(at)) {
        Some(_) => Ok(Mark::new(at, 1, '[', What::Break)),
        None => Ok(Mark::new(at, 1, '[', What::Pair)),
    }
}

/// Date and time stand for themselves in the head of a message.
fn stamped(block: Block, at: usize, marks: &mut Vec<Mark>) -> Result<Mark, usize> {
    let (start, end) = forms::stamp(block, at).ok_or(1_usize)?;
    if marks.last().is_none_or(|last| last.end() <= start) && forms::stands_apart(block, start) {
        marks.push(Mark::new(start, 0, '/', What::Break));
    }
    marks.push(Mark::new(end, 0, '/', What::Break));
    Err(end - at)
}

fn beyond(block: Block, at: usize, terminators: &[char]) -> Result<Mark, usize> {
    let c = block.at(at);
    let length = c.len_utf8();
    if is_terminator(c) || terminators.contains(&c) {
        return Ok(Mark::new(at, length, c, What::Stop));
    }
    if matches!(c, '’' | '‘') && block.at(at + length).is_alphanumeric() && block.before(at).is_alphanumeric() {
        return Err(length);
    }
    if is_bracket_or_quote(c) { Ok(Mark::new(at, length, c, What::Pair)) } else { Err(length) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_worth_a_look_is_found() {
        for byte in 0..=u8::MAX {
            for place in 0..20 {
                let mut bytes = [b'a'; 20];
                bytes[place] = byte;
                assert_eq!(next_candidate(&bytes, 0), is_candidate(byte).then_some(place), "{byte} at {place}");
            }
        }
    }

    #[test]
    fn marks_of_a_block() {
        let mut marks = Vec::new();
        read(Block("I'm “it”... [...] :-) ----- [00:12:31] A"), &[], &mut marks);
        let found: Vec<(usize, What)> = marks.iter().map(|it| (it.at, it.what)).collect();
        let expected = [
            (4, What::Pair),
            (9, What::Pair),
            (12, What::Stop),
            (22, What::Face),
            (26, What::Rule),
            (32, What::Break),
            (41, What::Pair),
        ];
        assert_eq!(found, expected);
    }
}
