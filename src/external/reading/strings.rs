//! The text between two quotation marks of JSON.

use super::super::repairs::{Log, RepairKind};
use std::borrow::Cow;

/// The text that is meant; what JSON does not know is noted.
pub(super) fn unescaped<'a>(raw: &'a str, log: &mut Log) -> Cow<'a, str> {
    if raw.bytes().any(|b| b < 0x20) {
        log.note_writing(RepairKind::ControlInText, raw);
    }
    if !raw.contains('\\') {
        return Cow::Borrowed(raw);
    }
    let mut text = String::with_capacity(raw.len());
    let mut rest = raw;
    while let Some((before, escape)) = rest.split_once('\\') {
        text.push_str(before);
        rest = escape;
        let mut following = escape.chars();
        match following.next().map(|c| (c, simple(c))) {
            Some((_, Some(plain))) => {
                text.push(plain);
                rest = following.as_str();
            }
            Some(('u', _)) => rest = unicode(following.as_str(), &mut text, raw, log),
            Some(('\'', _)) => {
                log.note_writing(RepairKind::BadEscape, raw);
                text.push('\'');
                rest = following.as_str();
            }
            _ => {
                log.note_writing(RepairKind::BadEscape, raw);
                text.push('\\');
            }
        }
    }
    text.push_str(rest);
    Cow::Owned(text)
}

fn simple(c: char) -> Option<char> {
    Some(match c {
        '"' | '\\' | '/' => c,
        'b' => '\u{8}',
        'f' => '\u{C}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => return None,
    })
}

/// Reads what follows `\u`, with its second half where it is a pair; answers what follows that.
fn unicode<'a>(after: &'a str, text: &mut String, raw: &str, log: &mut Log) -> &'a str {
    let Some((first, rest)) = hex(after) else {
        log.note_writing(RepairKind::BadEscape, raw);
        text.push_str("\\u");
        return after;
    };
    if let Some(c) = char::from_u32(first) {
        text.push(c);
        return rest;
    }
    let second = rest.strip_prefix("\\u").and_then(hex).filter(|(low, _)| (0xDC00..0xE000).contains(low));
    let pair = second
        .filter(|_| first < 0xDC00)
        .and_then(|(low, rest)| char::from_u32(0x10000 + ((first - 0xD800) << 10) + (low - 0xDC00)).map(|c| (c, rest)));
    let (c, rest) = pair.unwrap_or_else(|| {
        log.note_writing(RepairKind::LoneSurrogate, raw);
        (char::REPLACEMENT_CHARACTER, rest)
    });
    text.push(c);
    rest
}

fn hex(text: &str) -> Option<(u32, &str)> {
    let (digits, rest) = text.split_at_checked(4)?;
    let value = u32::from_str_radix(digits, 16).ok().filter(|_| digits.bytes().all(|b| b.is_ascii_hexdigit()))?;
    Some((value, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_are_read_and_what_is_none_is_kept() {
        for (raw, text, kind) in [
            ("plain é", "plain é", None),
            (r#"\"\\\/\b\f\n\r\t"#, "\"\\/\u{8}\u{C}\n\r\t", None),
            (r"\u00e9\uD83D\ude00", "é😀", None),
            (r"\uD83Dx\uDE00", "\u{FFFD}x\u{FFFD}", Some(RepairKind::LoneSurrogate)),
            (r"\uD83D\u0041", "\u{FFFD}A", Some(RepairKind::LoneSurrogate)),
            (r"it\'s \d \u12 \uzzzz", r"it's \d \u12 \uzzzz", Some(RepairKind::BadEscape)),
            (r"\u+123", r"\u+123", Some(RepairKind::BadEscape)),
            ("a\nb\u{1}", "a\nb\u{1}", Some(RepairKind::ControlInText)),
            (r"\\u0041\", "\\u0041\\", Some(RepairKind::BadEscape)),
        ] {
            let mut log = Log::default();
            assert_eq!(unescaped(raw, &mut log), text, "{raw}");
            assert_eq!(log.0.first().map(|it| it.what), kind, "{raw}");
        }
    }
}
