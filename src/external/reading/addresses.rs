//! Addresses of a check: http and https only, otherwise as they were given.

use super::super::repairs::{Log, RepairKind, is_unprintable};
use super::tree::Json;
use url::Url;

/// Longest address, in code points.
const LONGEST: usize = 2_000;

/// Why a text is no address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Wrong {
    Empty,
    NotWeb,
    TooLong,
}

/// The address that a text is.
pub(super) fn address(field: &'static str, raw: &str, log: &mut Log) -> Result<String, Wrong> {
    let mended = mended(raw);
    if mended.is_empty() {
        return Err(Wrong::Empty);
    }
    if mended.chars().nth(LONGEST).is_some() {
        return Err(Wrong::TooLong);
    }
    let whole = match with_scheme(&mended) {
        Some(whole) => whole,
        None if is_web(&mended) => mended.clone(),
        None => return Err(Wrong::NotWeb),
    };
    if mended != raw {
        log.note(field, RepairKind::UrlMended, raw);
    }
    if whole != mended {
        log.note(field, RepairKind::SchemeAdded, raw);
    }
    Ok(whole)
}

/// The first address among a value's texts and objects, the others left out with a note; the first failure where there
/// is none.
pub(super) fn first(field: &'static str, value: &Json, log: &mut Log) -> Result<String, (Wrong, String)> {
    let mut failure = None;
    if value.is_list() {
        log.note(field, RepairKind::ListFirst, &value.shown());
    }
    for item in value.items() {
        match of(field, item, log) {
            Ok(address) => return Ok(address),
            Err(wrong) => _ = failure.get_or_insert((wrong, item.shown())),
        }
    }
    Err(failure.unwrap_or((Wrong::Empty, String::new())))
}

/// The address that a text or an object states; what is none is noted.
pub(super) fn of(field: &'static str, value: &Json, log: &mut Log) -> Result<String, Wrong> {
    let named = ["url", "@id", "contentUrl", "@value"].iter().find_map(|it| value.get(it));
    let stated = named.unwrap_or(value);
    let stated = stated.items().into_iter().next().unwrap_or(stated);
    let Some(raw) = stated.text() else {
        log.note(field, RepairKind::Unusable, &value.shown());
        return Err(Wrong::NotWeb);
    };
    address(field, raw, log).inspect_err(|wrong| log.note(field, wrong.kind(), raw))
}

impl Wrong {
    pub(super) fn kind(self) -> RepairKind {
        match self {
            Self::Empty => RepairKind::EmptyDropped,
            Self::NotWeb => RepairKind::UrlDropped,
            Self::TooLong => RepairKind::UrlTooLong,
        }
    }
}

/// Whether a text is meant as an address.
pub(super) fn is_meant(raw: &str) -> bool {
    let raw = raw.trim_start();
    let head = raw.get(..8).unwrap_or(raw).to_ascii_lowercase();
    head.starts_with("http://") || head.starts_with("https://")
}

fn mended(raw: &str) -> String {
    let visible = raw.trim().chars().filter(|c| !is_unprintable(*c));
    let mended: String = visible.collect();
    let mended = if mended.contains(' ') { mended.replace(' ', "%20") } else { mended };
    if mended.contains("&amp;") || mended.contains("&#038;") {
        mended.replace("&amp;", "&").replace("&#038;", "&")
    } else {
        mended
    }
}

/// The address with the scheme it lacks, where what it has begins with a host.
fn with_scheme(text: &str) -> Option<String> {
    let host = match text.strip_prefix("//") {
        Some(rest) => rest,
        None => text,
    };
    let name = host.split(['/', '?', '#']).next().unwrap_or_default();
    let whole = format!("https://{host}");
    (is_host(name) && is_web(&whole)).then_some(whole)
}

fn is_host(name: &str) -> bool {
    const FILES: [&str; 10] = ["html", "htm", "php", "asp", "aspx", "jpg", "jpeg", "png", "pdf", "svg"];
    let labels = name.contains('.') && name.split('.').all(|it| !it.is_empty() && !it.starts_with('-'));
    let last = name.rsplit('.').next().unwrap_or_default();
    let ending = last.chars().count() > 1 && last.chars().all(char::is_alphabetic);
    labels && ending && !FILES.contains(&last) && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'))
}

fn is_web(text: &str) -> bool {
    let Ok(url) = Url::parse(text) else { return false };
    let host = url.host_str().unwrap_or_default();
    let named = !matches!(host, "" | "http" | "https");
    matches!(url.scheme(), "http" | "https") && named && url.username().is_empty() && url.password().is_none()
}

/// An address in one of several properties of an object that may stand in for its own.
pub(super) fn elsewhere(object: &Json, log: &mut Log) -> Option<String> {
    let found = ["@id", "mainEntityOfPage"].iter().find_map(|name| {
        let value = object.get(name)?;
        let inner = value.items().into_iter().next()?;
        let stated = inner.text().or_else(|| inner.get("url").or(inner.get("@id"))?.text())?;
        address("url", stated, &mut Log::default()).ok().map(|it| (it, stated.to_owned()))
    })?;
    log.note("url", RepairKind::UrlFromOther, &found.1);
    Some(found.0)
}

/// The address of a person or an organisation.
pub(super) fn of_party(field: &'static str, party: &Json, log: &mut Log) -> Option<String> {
    if let Some(Ok(url)) = party.get("url").map(|it| first(field, it, log)) {
        return Some(url);
    }
    let id = party.get("@id")?.text().filter(|it| is_meant(it))?;
    let url = address(field, id, &mut Log::default()).ok()?;
    log.note(field, RepairKind::UrlFromOther, id);
    Some(url)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn web_addresses_are_kept_and_others_are_not() {
        use RepairKind::*;
        let same = [
            "https://example.org/a?b=c&d#e",
            "HTTP://EXAMPLE.org",
            "https://projeto.com.br/publicações/",
            "http://[::1]/",
        ];
        for raw in same {
            let mut log = Log::default();
            assert_eq!(address("url", raw, &mut log).as_deref(), Ok(raw));
            assert!(log.0.is_empty(), "{raw}");
        }
        for (raw, url, kinds) in [
            (" https://example.org/a b\n", "https://example.org/a%20b", vec![UrlMended]),
            ("https://exam\u{202E}ple.org/?a&amp;b", "https://example.org/?a&b", vec![UrlMended]),
            ("//example.org/x", "https://example.org/x", vec![SchemeAdded]),
            ("aosfatos.org/noticias/x", "https://aosfatos.org/noticias/x", vec![SchemeAdded]),
            ("www.example.org", "https://www.example.org", vec![SchemeAdded]),
        ] {
            let mut log = Log::default();
            assert_eq!(address("url", raw, &mut log).as_deref(), Ok(url));
            assert_eq!(log.0.iter().map(|it| it.what).collect::<Vec<_>>(), kinds, "{raw}");
        }
        for raw in [
            "javascript:alert(1)",
            "data:text/html,x",
            "java\nscript:alert(1)",
            "ftp://example.org",
            "/relative",
            "index.html",
            "mailto:a@example.org",
            "https://",
            "https://a b.example.org",
            "https://user:pw@example.org",
            "#x",
            "N/A",
            "https://https://example.org",
            "see example.org",
            "Facebook",
            "https://factcheck.org@evil.example",
        ] {
            assert_eq!(address("url", raw, &mut Log::default()), Err(Wrong::NotWeb), "{raw}");
        }
        assert_eq!(address("url", " \u{7} ", &mut Log::default()), Err(Wrong::Empty));
        let long = format!("https://example.org/{}", "a".repeat(2_000));
        assert_eq!(address("url", &long, &mut Log::default()), Err(Wrong::TooLong));
    }
}
