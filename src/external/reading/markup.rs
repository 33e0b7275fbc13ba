//! HTML in texts that should have none: character references become characters, tags go.

use encoding_rs::WINDOWS_1252;
use html5ever::data::NAMED_ENTITIES;
use memchr::memchr2;

/// The longest reference there is, in bytes.
const LONGEST: usize = 33;

/// The text with its character references decoded; only those that end in a semicolon are certain.
pub(super) fn decoded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        plain.push_str(before);
        rest = after;
        match reference(after) {
            Some((characters, length)) => {
                plain.extend(characters.into_iter().flatten());
                rest = after.get(length..).unwrap_or_default();
            }
            None => plain.push('&'),
        }
    }
    plain.push_str(rest);
    plain
}

/// What stands after an `&`, as characters, and its length with the semicolon.
fn reference(after: &str) -> Option<([Option<char>; 2], usize)> {
    let end = after.bytes().take(LONGEST).position(|b| !b.is_ascii_alphanumeric() && b != b'#')?;
    let (name, _) = after.split_at_checked(end).filter(|(_, rest)| rest.starts_with(';'))?;
    if let Some(number) = name.strip_prefix('#') {
        let value = match number.strip_prefix(['x', 'X']) {
            Some(hex) => u32::from_str_radix(hex, 16).ok()?,
            None => number.parse().ok()?,
        };
        return Some(([Some(numbered(value)?), None], end + 1));
    }
    let (first, second) = NAMED_ENTITIES.get(after.get(..=end)?)?;
    let second = Some(*second).filter(|it| *it != 0).and_then(char::from_u32);
    Some(([char::from_u32(*first), second], end + 1))
}

/// A numbered character; 128 to 159 are the Windows ones, as in browsers.
fn numbered(value: u32) -> Option<char> {
    match u8::try_from(value) {
        Ok(0) => None,
        Ok(byte @ 0x80..=0x9F) => WINDOWS_1252.decode_without_bom_handling(&[byte]).0.chars().next(),
        _ => char::from_u32(value),
    }
}

/// The text without its HTML tags and comments, scripts and styles with all they hold. What only looks like a tag
/// ("a < b") stays.
pub(super) fn without_tags(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut hidden = None;
    let mut rest = text;
    while let Some((before, after)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        plain.push_str(before);
        let Some((name, length)) = tag(after) else {
            plain.push('<');
            rest = after.get(1..).unwrap_or_default();
            continue;
        };
        rest = after.get(length..).unwrap_or_default();
        let name = name.to_ascii_lowercase();
        match name.as_str() {
            "script" | "style" => hidden = hidden.or(Some(plain.len())),
            "/script" | "/style" => plain.truncate(hidden.take().unwrap_or(plain.len())),
            _ if is_block(name.trim_start_matches('/')) => plain.push(' '),
            _ => {}
        }
    }
    plain.push_str(rest);
    plain
}

/// The name of the tag (a comment has none) that begins a text, with its slash, and its length.
fn tag(text: &str) -> Option<(&str, usize)> {
    if text.starts_with("<!--") {
        return bounded(text, "-->").map(|end| ("", end));
    }
    let inner = text.get(1..)?;
    let slash = usize::from(inner.starts_with('/'));
    let letters = inner.bytes().skip(slash).take_while(u8::is_ascii_alphanumeric).count();
    let name = inner.get(..slash + letters)?;
    let known = is_tag(&name.get(slash..)?.to_ascii_lowercase());
    let follows = inner.as_bytes().get(slash + letters)?;
    if !known || !(follows.is_ascii_whitespace() || matches!(follows, b'/' | b'>')) {
        return None;
    }
    let end = memchr2(b'<', b'>', inner.as_bytes())?;
    (inner.as_bytes().get(end) == Some(&b'>')).then_some((name, end + 2))
}

/// Where a mark ends that comes soon enough to be meant.
fn bounded(text: &str, mark: &str) -> Option<usize> {
    const WITHIN: usize = 1000;
    let head = text.as_bytes().get(..WITHIN).unwrap_or(text.as_bytes());
    memchr::memmem::find(head, mark.as_bytes()).map(|at| at + mark.len())
}

#[rustfmt::skip]
fn is_tag(name: &str) -> bool {
    is_block(name)
        || matches!(
            name,
            "a" | "abbr" | "acronym" | "b" | "bdi" | "bdo" | "big" | "button" | "cite" | "code" | "del" | "dfn" | "em"
                | "font" | "i" | "img" | "ins" | "kbd" | "label" | "mark" | "q" | "s" | "samp" | "script" | "small"
                | "span" | "strike" | "strong" | "style" | "sub" | "sup" | "time" | "tt" | "u" | "var" | "wbr"
        )
}

#[rustfmt::skip]
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "article" | "aside" | "blockquote" | "body" | "br" | "center" | "dd" | "div" | "dl" | "dt" | "figcaption"
            | "figure" | "footer" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "header" | "hr" | "html" | "iframe" | "li"
            | "main" | "ol" | "p" | "pre" | "section" | "table" | "tbody" | "td" | "th" | "thead" | "tr" | "ul" | "video"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_become_characters() {
        for (text, plain) in [
            ("Singh&#039;s &amp; &#x27;&quot;&nbsp;&eacute;&NotEqualTilde;", "Singh's & '\"\u{A0}é\u{2242}\u{338}"),
            ("&#146;&#8217;&#128;", "’’€"),
            (
                "AT&T R&D; &copy 2020 &unknown; & &; &#; &#0; &#xD800; &#99999999999;",
                "AT&T R&D; &copy 2020 &unknown; & &; &#; &#0; &#xD800; &#99999999999;",
            ),
            ("&amp;lt;", "&lt;"),
            ("&é;&", "&é;&"),
        ] {
            assert_eq!(decoded(text), plain);
        }
    }

    #[test]
    fn tags_go_and_what_only_looks_like_one_stays() {
        for (text, plain) in [
            ("<p>One <b class=\"x\">bold</b><br/>two</p>", " One bold two "),
            ("a < b and c > d, <3, <you@example.org>, <x>", "a < b and c > d, <3, <you@example.org>, <x>"),
            ("a<!-- wp:x -->b<script>alert(1 < 2)</script>c<style>d", "abcd"),
            ("<a href=x <b>y</b>", "<a href=x y"),
            ("<p", "<p"),
            ("</SPAN >x<!--", "x<!--"),
        ] {
            assert_eq!(without_tags(text), plain);
        }
    }
}
