//! The few forms of DER that time proofs are made of. Every length is checked against the bytes that are there, and
//! nothing calls itself: how deep a value is read is written in the code.

use chrono::{DateTime, NaiveDateTime, Utc};

pub(super) const BOOLEAN: u8 = 0x01;
pub(super) const INTEGER: u8 = 0x02;
pub(super) const BIT_STRING: u8 = 0x03;
pub(super) const OCTET_STRING: u8 = 0x04;
pub(super) const NULL: u8 = 0x05;
pub(super) const OBJECT: u8 = 0x06;
pub(super) const UTC_TIME: u8 = 0x17;
pub(super) const TIME: u8 = 0x18;
pub(super) const SEQUENCE: u8 = 0x30;
pub(super) const SET: u8 = 0x31;

const LONGEST_OBJECT: usize = 64;
const LONGEST_TEXT: usize = 200;

/// The tag of a constructed `[number]`.
pub(super) const fn context(number: u8) -> u8 {
    0xa0 | number
}

/// One value: its tag, what it holds, and all its bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Value<'a> {
    pub tag: u8,
    pub content: &'a [u8],
    pub whole: &'a [u8],
}

/// Values one after another.
#[derive(Debug, Clone, Copy)]
pub(super) struct Reader<'a> {
    rest: &'a [u8],
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// The next value; None at the end and where the bytes are no DER of a definite length.
    pub(super) fn next(&mut self) -> Option<Value<'a>> {
        let (&[tag, first], rest) = self.rest.split_first_chunk()?;
        if tag & 0x1f == 0x1f {
            return None;
        }
        let (length, rest) = match first {
            0..=0x7f => (usize::from(first), rest),
            0x81..=0x84 => {
                let (bytes, rest) = rest.split_at_checked(usize::from(first & 0x7f))?;
                (bytes.iter().try_fold(0_usize, |sum, &byte| sum.checked_mul(256)?.checked_add(byte.into()))?, rest)
            }
            _ => return None,
        };
        let (content, rest) = rest.split_at_checked(length)?;
        let whole = self.rest.get(..self.rest.len() - rest.len())?;
        self.rest = rest;
        Some(Value { tag, content, whole })
    }

    /// What the next value holds, which has to have this tag.
    pub(super) fn take(&mut self, tag: u8) -> Option<&'a [u8]> {
        self.next().filter(|value| value.tag == tag).map(|value| value.content)
    }

    /// The values within the next one, which has to have this tag.
    pub(super) fn enter(&mut self, tag: u8) -> Option<Reader<'a>> {
        self.take(tag).map(Reader::new)
    }

    /// The next value where it has this tag; otherwise nothing is read.
    pub(super) fn optional(&mut self, tag: u8) -> Option<&'a [u8]> {
        if self.rest.first() == Some(&tag) { self.take(tag) } else { None }
    }

    /// Nothing, at the end only.
    pub(super) fn end(self) -> Option<()> {
        self.rest.is_empty().then_some(())
    }

    /// All values that are left.
    pub(super) fn all(mut self) -> Option<Vec<Value<'a>>> {
        let values = std::iter::from_fn(|| self.next()).collect();
        self.end().map(|()| values)
    }
}

/// A value around the given parts, of up to 65,535 bytes in all.
pub(super) fn value(tag: u8, parts: &[&[u8]]) -> Vec<u8> {
    let content = parts.concat();
    let [_, .., high, low] = content.len().to_be_bytes();
    let head = match (high, low) {
        (0, ..0x80) => vec![tag, low],
        (0, _) => vec![tag, 0x81, low],
        _ => vec![tag, 0x82, high, low],
    };
    [head, content].concat()
}

/// What an INTEGER holds whose value these bytes are, the greatest first.
pub(super) fn unsigned(bytes: &[u8]) -> Vec<u8> {
    let zeros = bytes.iter().take_while(|&&byte| byte == 0).count();
    let digits = bytes.get(zeros..).unwrap_or_default();
    let sign: &[u8] = if digits.first().is_none_or(|&byte| byte >= 0x80) { &[0] } else { &[] };
    [sign, digits].concat()
}

/// A number that fits: statuses, seconds, hundreds.
pub(super) fn number(content: &[u8]) -> Option<u32> {
    let positive = content.first().is_some_and(|&byte| byte < 0x80);
    let sum = |sum: u32, &byte: &u8| sum.checked_mul(256)?.checked_add(byte.into());
    content.iter().try_fold(0, sum).filter(|_| positive)
}

/// An object identifier as people write it: numbers with dots.
pub(super) fn object(content: &[u8]) -> Option<String> {
    if content.len() > LONGEST_OBJECT || content.last()? & 0x80 != 0 {
        return None;
    }
    let (mut numbers, mut number) = (Vec::new(), 0_u128);
    for &byte in content {
        number = number.checked_mul(128)?.checked_add(u128::from(byte & 0x7f))?;
        if byte & 0x80 == 0 {
            if numbers.is_empty() {
                let first = (number / 40).min(2);
                numbers.push(first.to_string());
                number -= first * 40;
            }
            numbers.push(number.to_string());
            number = 0;
        }
    }
    Some(numbers.join("."))
}

/// The moment of a GeneralizedTime in UTC, with up to nine digits after the second.
pub(super) fn moment(content: &[u8]) -> Option<DateTime<Utc>> {
    let text = std::str::from_utf8(content).ok()?.strip_suffix('Z')?;
    let (whole, fraction) = text.split_once('.').unwrap_or((text, "0"));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.len() != 14 || !digits(whole) || !(1..=9).contains(&fraction.len()) || !digits(fraction) {
        return None;
    }
    NaiveDateTime::parse_from_str(&format!("{whole}.{fraction}"), "%Y%m%d%H%M%S%.f").ok().map(|it| it.and_utc())
}

/// The moment of a certificate's Time, whose years have two digits until 2049.
pub(super) fn date(value: Value) -> Option<DateTime<Utc>> {
    match (value.tag, value.content) {
        (TIME, content) => moment(content),
        (UTC_TIME, content @ [b'5'..=b'9', ..]) => moment(&[b"19", content].concat()),
        (UTC_TIME, content) => moment(&[b"20", content].concat()),
        _ => None,
    }
}

/// The words of any of the character strings, without control characters, at most 200 characters.
pub(super) fn text(value: Value) -> String {
    let wide = |size: usize| {
        let number = |unit: &[u8]| unit.iter().fold(0, |sum: u32, &byte| sum << 8 | u32::from(byte));
        value
            .content
            .chunks(size)
            .map(|unit| char::from_u32(number(unit)).unwrap_or(char::REPLACEMENT_CHARACTER))
            .collect()
    };
    let words: String = match value.tag {
        0x1e => wide(2),
        0x1c => wide(4),
        0x14 => value.content.iter().copied().map(char::from).collect(),
        _ => String::from_utf8_lossy(value.content).into_owned(),
    };
    words.chars().filter(|it| !it.is_control()).take(LONGEST_TEXT).collect::<String>().trim().to_owned()
}
