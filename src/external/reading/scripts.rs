//! The JSON-LD scripts of an HTML page.

use super::super::repairs::{Refusal, Repair, RepairKind};
use super::find::{Finder, mentions_review};
use super::{Out, Outcome, Place, markup};
use memchr::{memchr, memmem};

/// Whether a text is HTML, and not JSON with a comment or CDATA marks around it.
pub(super) fn is_page(bytes: &[u8]) -> bool {
    let begins = bytes.trim_ascii_start();
    let inner = begins.strip_prefix(b"<!--").or(begins.strip_prefix(b"<![CDATA["));
    match inner.map(<[u8]>::trim_ascii_start) {
        Some([b'{' | b'[', ..]) => false,
        _ => begins.starts_with(b"<"),
    }
}

/// Reads every script that can hold a ClaimReview; says so where there is none.
pub(super) fn page(bytes: &[u8], place: Place, out: &mut Out) {
    let before = out.count;
    let mut number = 0;
    each_script(bytes, |script| {
        number += 1;
        if mentions_review(script) {
            let name = format!("script {number}");
            let prefix = if place.prefix.is_empty() { name } else { format!("{}, {name}", place.prefix) };
            read_script(script, Place { prefix, first_line: 1, records: false, ..place.clone() }, out);
        }
    });
    if out.count == before {
        let at = if place.prefix.is_empty() { format!("line {}", place.first_line) } else { place.prefix };
        let has = |word: &str| memmem::find(bytes, word.as_bytes()).is_some();
        let other = has("schema.org/ClaimReview") || has("typeof=\"ClaimReview") || has("typeof=\"schema:ClaimReview");
        out.put(at, Outcome::Refused(if other && number == 0 { Refusal::Microdata } else { Refusal::NoMarkup }));
    }
}

fn read_script(script: &[u8], place: Place, out: &mut Out) {
    let escaped = memchr(b'"', script).is_none() && memmem::find(script, b"&quot;").is_some();
    match std::str::from_utf8(script) {
        Ok(text) if escaped => {
            let decoded = markup::decoded(text);
            out.put(place.prefix.clone(), Outcome::Mended(Repair::new("json", RepairKind::EscapedScript, text.trim())));
            Finder::new(decoded.as_bytes(), place, out).run();
        }
        _ => Finder::new(script, place, out).run(),
    }
}

/// Hands over what stands in each `<script type="application/ld+json">`, as a browser would find it.
fn each_script<'a>(bytes: &'a [u8], mut take: impl FnMut(&'a [u8])) {
    const OTHER: [&[u8]; 7] = [b"style", b"textarea", b"title", b"xmp", b"noembed", b"noframes", b"iframe"];
    let mut rest = bytes;
    while let Some(tag) = memchr(b'<', rest).and_then(|at| rest.get(at + 1..)) {
        rest = tag;
        if let Some(comment) = tag.strip_prefix(b"!--") {
            rest = memmem::find(comment, b"-->").and_then(|at| comment.get(at..)).unwrap_or_default();
        } else if let Some(after) = after_name(tag, b"script") {
            let Some((attributes, body)) = attributes(after) else { return };
            let (script, following) = until_end(body, b"script");
            if is_json_ld(attributes) {
                take(script);
            }
            rest = following;
        } else if let Some((name, after)) = OTHER.iter().find_map(|name| Some((name, after_name(tag, name)?))) {
            rest = until_end(after, name).1;
        }
    }
}

fn after_name<'a>(tag: &'a [u8], name: &[u8]) -> Option<&'a [u8]> {
    let (head, rest) = tag.split_at_checked(name.len())?;
    let ends = rest.first().is_none_or(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'));
    (head.eq_ignore_ascii_case(name) && ends).then_some(rest)
}

/// The attributes of a tag and what follows it; none for a tag that never ends.
fn attributes(after: &[u8]) -> Option<(&[u8], &[u8])> {
    let (mut quote, mut last) = (None, b' ');
    for (at, byte) in after.iter().copied().enumerate() {
        match (quote, byte) {
            (Some(open), _) if open == byte => quote = None,
            (Some(_), _) => continue,
            (None, b'>') => return Some((after.get(..at)?, after.get(at + 1..)?)),
            (None, b'"' | b'\'') if last == b'=' => quote = Some(byte),
            _ => {}
        }
        last = if byte.is_ascii_whitespace() && last == b'=' { last } else { byte };
    }
    None
}

fn is_json_ld(attributes: &[u8]) -> bool {
    let lower = attributes.to_ascii_lowercase();
    memmem::find(&lower, b"ld+json").is_some() || memmem::find(&lower, b"ld&#43;json").is_some()
}

fn until_end<'a>(body: &'a [u8], name: &[u8]) -> (&'a [u8], &'a [u8]) {
    for at in memmem::find_iter(body, b"</") {
        if let Some(after) = body.get(at + 2..).and_then(|tag| after_name(tag, name)) {
            return (body.get(..at).unwrap_or_default(), after);
        }
    }
    (body, &[])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scripts_are_found_where_a_browser_finds_them() {
        let page = br#"<!-- <script type="application/ld+json">no</script> --><title><script type="application/ld+json">no</title>
            <SCRIPT data-x="a>b" type='application/LD+JSON; charset=utf-8'>one < two </b></SCRIPT ><script>no</script>
            <script type=application/ld+json>two</script><scripty type="application/ld+json">no</scripty>
            <script async type="application/ld&#43;json">three"#;
        let mut found = Vec::new();
        each_script(page, |it| found.push(std::str::from_utf8(it).unwrap()));
        assert_eq!(found, ["one < two </b>", "two", "three"]);
    }
}
