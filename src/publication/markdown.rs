//! Markdown of reasonings and policies, as safe HTML. Raw HTML is text; every link and tag passes an allow-list.

use std::collections::HashSet;
use std::sync::OnceLock;

use pulldown_cmark::{Event, Options, Parser, Tag, html};

use crate::checks::document::{Document, citations};
use crate::checks::grounds::OWN;
use crate::error::Say;

/// What is never given to the parser or the sanitiser: both can take very long over deep nests.
const MOST_BYTES: usize = 64 * 1024;
const MOST_DEPTH: usize = 32;

/// Whether a text can be rendered; the sentence says why not.
pub fn check(text: &str) -> Result<(), Say> {
    if text.len() > MOST_BYTES {
        return Err(Say::new("markdown-long").with("max", MOST_BYTES / 1024));
    }
    if too_deep(text) {
        return Err(Say::new("markdown-deep"));
    }
    Ok(())
}

/// Counts what can nest on the raw text, before any parser sees it.
fn too_deep(text: &str) -> bool {
    let heavy = |line: &str| {
        let opening =
            line.chars().take_while(|c| matches!(c, '>' | ' ' | '\t' | '-' | '*' | '+')).filter(|c| !c.is_whitespace());
        opening.count() > MOST_DEPTH || line.chars().take_while(|c| c.is_whitespace()).count() > 4 * MOST_DEPTH
    };
    let runs = |mark: char| text.split(|c| c != mark).any(|run| run.len() > MOST_DEPTH * 4);
    text.lines().any(heavy) || ['[', '(', '*', '_', '`', '!'].into_iter().any(runs)
}

/// A policy or another text without citations.
pub fn plain(text: &str) -> String {
    render(text)
}

/// A reasoning, in which `[n]` leads to the piece of evidence with that number, and `[own]` says in the words of `own` that a
/// sentence is the desk's own judgement.
pub fn reasoning(document: &Document, own: &str) -> String {
    let text = &document.reasoning;
    let mut linked = String::with_capacity(text.len() + 256);
    let mut from = 0;
    for (start, end, number) in citations(text) {
        linked.push_str(text.get(from..start).unwrap_or_default());
        match document.evidence(number) {
            Some(_) => linked.push_str(&format!("[{number}](#evidence-{number})")),
            None => linked.push_str(text.get(start..end).unwrap_or_default()),
        }
        from = end;
    }
    linked.push_str(text.get(from..).unwrap_or_default());
    render(&linked)
        .replace("<a href=\"#evidence-", "<a class=\"cite\" href=\"#evidence-")
        .replace(OWN, &format!("<em class=\"own\">{}</em>", escape(own)))
}

fn render(text: &str) -> String {
    if check(text).is_err() {
        return format!("<p>{}</p>", escape(text));
    }
    let options = Options::ENABLE_STRIKETHROUGH | Options::ENABLE_TABLES;
    let events = Parser::new_ext(text, options).map(|event| match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Event::Text(raw),
        Event::Start(Tag::Image { dest_url, title, id, link_type }) => {
            Event::Start(Tag::Link { dest_url, title, id, link_type })
        }
        Event::End(pulldown_cmark::TagEnd::Image) => Event::End(pulldown_cmark::TagEnd::Link),
        Event::Start(Tag::Heading { level, id, classes, attrs }) => {
            Event::Start(Tag::Heading { level: lower(level), id, classes, attrs })
        }
        Event::End(pulldown_cmark::TagEnd::Heading(level)) => Event::End(pulldown_cmark::TagEnd::Heading(lower(level))),
        other => other,
    });
    let mut out = String::new();
    html::push_html(&mut out, events);
    sanitiser().clean(&out).to_string()
}

/// A page has one `h1`, and its sections are `h2`: a text's own headings begin below them.
fn lower(level: pulldown_cmark::HeadingLevel) -> pulldown_cmark::HeadingLevel {
    use pulldown_cmark::HeadingLevel::*;
    match level {
        H1 | H2 => H3,
        H3 => H4,
        H4 => H5,
        _ => H6,
    }
}

fn sanitiser() -> &'static ammonia::Builder<'static> {
    static SANITISER: OnceLock<ammonia::Builder<'static>> = OnceLock::new();
    SANITISER.get_or_init(|| {
        let mut builder = ammonia::Builder::empty();
        builder
            .tags(HashSet::from([
                "p",
                "br",
                "em",
                "strong",
                "del",
                "blockquote",
                "ul",
                "ol",
                "li",
                "code",
                "pre",
                "h3",
                "h4",
                "h5",
                "h6",
                "hr",
                "a",
                "table",
                "thead",
                "tbody",
                "tr",
                "th",
                "td",
            ]))
            .tag_attributes(std::collections::HashMap::from([("a", HashSet::from(["href", "title"]))]))
            .url_schemes(HashSet::from(["http", "https", "mailto"]))
            .url_relative(ammonia::UrlRelative::Custom(Box::new(fragment_only)))
            .link_rel(Some("noopener noreferrer nofollow ugc"));
        builder
    })
}

/// Relative addresses lead nowhere from a quoted text; only the page's own anchors stay.
fn fragment_only(url: &str) -> Option<std::borrow::Cow<'_, str>> {
    url.starts_with('#').then_some(std::borrow::Cow::Borrowed(url))
}

fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn raw_html_is_text_and_bad_schemes_are_gone() {
        let out = plain(
            "Hi <script>alert(1)</script> [x](javascript:alert(1)) ![p](data:text/html,x) [y](https://a.example)",
        );
        assert!(
            !out.contains("<script") && !out.contains("javascript:") && !out.contains("data:") && !out.contains("<img"),
            "{out}"
        );
        assert!(out.contains("https://a.example"));
    }

    #[test]
    fn hostile_nesting_is_refused_before_it_is_parsed() {
        for text in
            ["> ".repeat(20_000), "[".repeat(60_000), "* ".repeat(5_000), " ".repeat(40_000) + "x", "*".repeat(60_000)]
        {
            assert!(check(&text).is_err());
            let _ = plain(&text);
        }
        assert!(check("> > a quoted quote\n\n* a\n  * b\n    * c").is_ok());
    }
}
