//! Texts of a check: plain, trimmed, bounded.

use super::super::repairs::{Log, RepairKind, is_unprintable};
use super::markup;
use super::tree::Json;
use std::borrow::Cow;

/// Longest title or verdict, in code points.
pub(super) const TITLE: usize = 1_000;
/// Longest name, in code points.
pub(super) const NAME: usize = 300;

/// The first usable text of a value, cut at a limit in code points.
pub(super) fn text(field: &'static str, value: Option<&Json>, limit: usize, log: &mut Log) -> Option<String> {
    let value = value?;
    if value.is_list() {
        log.note(field, RepairKind::ListFirst, &value.shown());
    }
    let items = value.items();
    items.into_iter().find_map(|item| one(field, item, log)).map(|text| cut(field, text, limit, log))
}

/// A single value as plain text.
pub(super) fn one(field: &'static str, value: &Json, log: &mut Log) -> Option<String> {
    let Some(raw) = raw(field, value, log) else {
        log.note(field, RepairKind::Unusable, &value.shown());
        return None;
    };
    let plain = plain(field, &raw, log);
    if plain.is_none() {
        log.note(field, RepairKind::EmptyDropped, &raw);
    }
    plain
}

/// What a value says, as it says it.
pub(super) fn raw<'a>(field: &'static str, value: &'a Json, log: &mut Log) -> Option<Cow<'a, str>> {
    match value {
        Json::Text(text) => Some(Cow::Borrowed(text)),
        Json::Number(written) => {
            log.note(field, RepairKind::NumberAsText, written);
            Some(Cow::Borrowed(written))
        }
        _ => {
            let inner = value.get("@value")?;
            log.note(field, RepairKind::ValueObject, &value.shown());
            match inner {
                Json::Text(text) => Some(Cow::Borrowed(text)),
                Json::Number(written) => Some(Cow::Borrowed(written)),
                _ => None,
            }
        }
    }
}

/// The text without markup, control characters and needless white space; none if nothing is left.
pub(super) fn plain(field: &'static str, raw: &str, log: &mut Log) -> Option<String> {
    let mut text = Cow::Borrowed(raw);
    let mut change = |text: &mut Cow<str>, changed: String, kind: RepairKind| {
        if **text != *changed {
            log.note(field, kind, raw);
            *text = Cow::Owned(changed);
        }
    };
    if text.contains('&') {
        let once = markup::decoded(&text);
        change(&mut text, markup::decoded(&once), RepairKind::Entities);
    }
    if text.contains('<') {
        let without = markup::without_tags(&text);
        change(&mut text, without, RepairKind::Tags);
    }
    let visible = text.chars().filter(|c| c.is_whitespace() || !is_unprintable(*c)).collect();
    change(&mut text, visible, RepairKind::Controls);
    let tidy = tidy(&text);
    change(&mut text, tidy, RepairKind::Spaces);
    (!text.is_empty()).then(|| text.into_owned())
}

/// Single spaces are kept as they are, no-break ones too; longer stretches and line breaks become one space.
fn tidy(text: &str) -> String {
    let mut tidy = String::with_capacity(text.len());
    let mut space = None;
    for c in text.trim().chars() {
        if c.is_whitespace() {
            let breaks = c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
            space = Some(if space.is_some() || breaks { ' ' } else { c });
        } else {
            tidy.extend(space.take());
            tidy.push(c);
        }
    }
    tidy
}

fn cut(field: &'static str, text: String, limit: usize, log: &mut Log) -> String {
    match text.char_indices().nth(limit) {
        Some((end, _)) => {
            log.note(field, RepairKind::Cut, &text);
            text.get(..end).unwrap_or_default().trim_end().to_owned()
        }
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_made_plain_and_every_step_is_noted() {
        use RepairKind::*;
        for (raw, text, kinds) in [
            ("as it is\u{A0}!", Some("as it is\u{A0}!"), vec![]),
            ("  a \n b\u{2028}c ", Some("a b c"), vec![Spaces]),
            ("<p>Fish &amp;amp; <i>chips</i></p>", Some("Fish & chips"), vec![Entities, Tags, Spaces]),
            ("&lt;b&gt;x&lt;/b&gt;", Some("x"), vec![Entities, Tags]),
            ("a\u{202E}b\u{0}\u{FEFF}c", Some("abc"), vec![Controls]),
            ("می\u{200C}خواهم \u{200F}", Some("می\u{200C}خواهم \u{200F}"), vec![]),
            (" \u{7}", None, vec![Controls, Spaces]),
        ] {
            let mut log = Log::default();
            assert_eq!(plain("claim", raw, &mut log).as_deref(), text, "{raw:?}");
            assert_eq!(log.0.iter().map(|it| it.what).collect::<Vec<_>>(), kinds, "{raw:?}");
        }
        let mut log = Log::default();
        assert_eq!(cut("title", "é ".repeat(9), 4, &mut log), "é é");
        assert_eq!(log.0.len(), 1);
    }
}
