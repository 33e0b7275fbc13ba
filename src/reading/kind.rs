//! What bytes are. Their own first bytes outweigh what a server or a name says of them, and nothing is taken for more
//! than it was declared to be: what claims to be a picture and is a page is neither.

/// What can be done with bytes that came from outside.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Html,
    Text,
    /// Told by its name alone.
    Markdown,
    Pdf,
    Image(ImageType),
    /// Read as text. SVG is here too: it can carry scripts, so it is never shown as a picture.
    Xml,
    /// Read as text.
    Json,
    /// Kept, and never shown.
    Other,
}

/// Pictures that a browser shows without running anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageType {
    Png,
    Jpeg,
    Gif,
    Webp,
    Avif,
}

impl ImageType {
    /// The media type to serve it under.
    pub fn media_type(self) -> &'static str {
        match self {
            Self::Png => "image/png",
            Self::Jpeg => "image/jpeg",
            Self::Gif => "image/gif",
            Self::Webp => "image/webp",
            Self::Avif => "image/avif",
        }
    }
}

/// How far into a file its signs are looked for.
const WITHIN: usize = 1024;

/// What the bytes are, by themselves, by the Content-Type header as it came, by the file's name or the URL's last part.
pub fn kind(declared: Option<&str>, name: Option<&str>, bytes: &[u8]) -> Kind {
    if let Some(found) = by_magic(bytes) {
        return found;
    }
    let head = bytes.get(..WITHIN).unwrap_or(bytes);
    let said = declared.map_or(Said::Nothing, said_type);
    let said = if said == Said::Nothing { name.map_or(Said::Nothing, said_name) } else { said };
    if matches!(said, Said::Nothing | Said::It(Kind::Pdf)) && contains(head, b"%PDF-") {
        return Kind::Pdf;
    }
    if is_binary(bytes, declared) {
        return Kind::Other;
    }
    match said {
        Said::It(Kind::Text) if name.map(said_name) == Some(Said::It(Kind::Markdown)) => Kind::Markdown,
        Said::It(Kind::Xml) if is_html(head) => Kind::Html,
        Said::It(Kind::Pdf | Kind::Image(_)) | Said::Foreign => Kind::Other,
        Said::It(kind) => kind,
        Said::Nothing => by_first_words(head),
    }
}

/// What somebody says that bytes are.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Said {
    It(Kind),
    /// Something else: a video, an archive.
    Foreign,
    Nothing,
}

fn said_type(declared: &str) -> Said {
    let media = declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match media.as_str() {
        "" | "application/octet-stream" | "binary/octet-stream" | "unknown/unknown" | "application/unknown" | "*/*" => {
            Said::Nothing
        }
        "text/html" | "application/xhtml+xml" => Said::It(Kind::Html),
        "text/markdown" | "text/x-markdown" => Said::It(Kind::Text), // a name must agree
        "application/pdf" | "application/x-pdf" => Said::It(Kind::Pdf),
        "text/xml" | "application/xml" | "image/svg+xml" => Said::It(Kind::Xml),
        "application/json" | "text/json" => Said::It(Kind::Json),
        it if it.ends_with("+xml") => Said::It(Kind::Xml),
        it if it.ends_with("+json") => Said::It(Kind::Json),
        it if it.starts_with("text/") => Said::It(Kind::Text),
        _ if !media.contains('/') => Said::Nothing,
        _ => Said::Foreign,
    }
}

fn said_name(name: &str) -> Said {
    let last = name.trim().rsplit(['/', '\\']).next().unwrap_or_default();
    let Some((_, ending)) = last.rsplit_once('.') else { return Said::Nothing };
    match ending.to_ascii_lowercase().as_str() {
        "html" | "htm" | "xhtml" => Said::It(Kind::Html),
        "txt" | "text" | "csv" | "log" => Said::It(Kind::Text),
        "md" | "markdown" => Said::It(Kind::Markdown),
        "pdf" => Said::It(Kind::Pdf),
        "xml" | "rss" | "atom" | "svg" => Said::It(Kind::Xml),
        "json" => Said::It(Kind::Json),
        "png" | "jpg" | "jpeg" | "gif" | "webp" | "avif" => Said::Foreign, // its bytes say otherwise
        _ => Said::Nothing,
    }
}

fn by_magic(bytes: &[u8]) -> Option<Kind> {
    const MAGIC: [(&[u8], Kind); 17] = [
        (b"%PDF-", Kind::Pdf),
        (b"\x89PNG\r\n\x1A\n", Kind::Image(ImageType::Png)),
        (b"\xFF\xD8\xFF", Kind::Image(ImageType::Jpeg)),
        (b"GIF87a", Kind::Image(ImageType::Gif)),
        (b"GIF89a", Kind::Image(ImageType::Gif)),
        (b"PK\x03\x04", Kind::Other),
        (b"PK\x05\x06", Kind::Other),
        (b"\x7FELF", Kind::Other),
        (b"\x1F\x8B", Kind::Other),
        (b"7z\xBC\xAF\x27\x1C", Kind::Other),
        (b"Rar!\x1A\x07", Kind::Other),
        (b"\xD0\xCF\x11\xE0", Kind::Other),
        (b"\xFD7zXZ", Kind::Other),
        (b"\x28\xB5\x2F\xFD", Kind::Other),
        (b"BZh91AY&SY", Kind::Other),
        (b"%!PS-Adobe", Kind::Other),
        (b"{\\rtf", Kind::Other),
    ];
    if let Some((_, kind)) = MAGIC.iter().find(|(magic, _)| bytes.starts_with(magic)) {
        return Some(*kind);
    }
    let at = |from: usize, sign: &[u8]| bytes.get(from..).is_some_and(|it| it.starts_with(sign));
    if at(0, b"RIFF") && at(8, b"WEBP") {
        return Some(Kind::Image(ImageType::Webp));
    }
    if !at(4, b"ftyp") {
        return None;
    }
    let still = at(8, b"avif") || at(8, b"avis");
    Some(if still { Kind::Image(ImageType::Avif) } else { Kind::Other })
}

/// Bytes that no text has, unless its charset has them: control characters, as browsers tell them.
fn is_binary(bytes: &[u8], declared: Option<&str>) -> bool {
    let marked = [&b"\xFF\xFE"[..], b"\xFE\xFF"].iter().any(|mark| bytes.starts_with(mark));
    let wide = declared.is_some_and(|it| it.to_ascii_lowercase().contains("utf-16"));
    let control = |it: &u8| matches!(it, 0..=8 | 0x0B | 0x0E..=0x1A | 0x1C..=0x1F);
    !marked && !wide && bytes.iter().take(WITHIN).any(control)
}

/// Without anybody's word: a page, a feed, data, else plain text.
fn by_first_words(head: &[u8]) -> Kind {
    let start = words(head);
    if is_html(head) {
        return Kind::Html;
    }
    match start.chars().next() {
        _ if start.starts_with("<?xml") || start.starts_with("<svg") => Kind::Xml,
        Some('{' | '[') => Kind::Json,
        _ => Kind::Text,
    }
}

fn is_html(head: &[u8]) -> bool {
    let start = words(head);
    let mut rest = start.as_str();
    while let Some(after) = rest.strip_prefix("<!--").or_else(|| rest.strip_prefix("<?")) {
        let end = if rest.starts_with("<?") { "?>" } else { "-->" };
        rest = after.split_once(end).map_or("", |(_, after)| after.trim_start());
    }
    [
        "<!doctype html",
        "<html",
        "<head",
        "<body",
        "<title",
        "<script",
        "<iframe",
        "<h1",
        "<div",
        "<p>",
        "<table",
        "<meta",
    ]
    .iter()
    .any(|tag| rest.starts_with(tag))
}

fn words(head: &[u8]) -> String {
    let text: String = String::from_utf8_lossy(head).chars().filter(|it| *it != '\0').collect();
    text.trim_start_matches(|it: char| it.is_whitespace() || it == '\u{FEFF}' || it == '\u{FFFD}').to_ascii_lowercase()
}

fn contains(bytes: &[u8], sign: &[u8]) -> bool {
    bytes.windows(sign.len()).any(|it| it == sign)
}

#[cfg(test)]
mod tests {
    use super::*;
    use Kind::{Html, Image, Json, Markdown, Other, Pdf, Text, Xml};

    #[test]
    fn bytes_outweigh_words_and_words_are_not_stretched() {
        let page: &[u8] = b"\n<!-- a --><!DOCTYPE html><p>x";
        let png: &[u8] = b"\x89PNG\r\n\x1A\n<script>";
        for (declared, name, bytes, is) in [
            (Some("text/html; charset=utf-8"), None, page, Html),
            (Some("text/html"), None, &b"words that speak of %PDF-1.7"[..], Html),
            (None, None, page, Html),
            (None, None, b"\xEF\xBB\xBF<html>", Html),
            (None, None, b"\xFF\xFE<\0h\0t\0m\0l\0>\0", Html),
            (Some("application/xml"), None, b"<?xml version='1.0'?><!DOCTYPE html PUBLIC>", Html),
            (Some("image/png"), None, page, Other),
            (None, Some("a.png"), page, Other),
            (Some("text/plain"), None, page, Text),
            (Some("text/html"), Some("a.html"), png, Image(ImageType::Png)),
            (Some("text/plain"), None, b"GIF89a=1;alert(1)/*%PDF-1.4*/", Image(ImageType::Gif)),
            (None, None, b"\xFF\xD8\xFF\xE0<?php", Image(ImageType::Jpeg)),
            (None, None, b"RIFF\x10\0\0\0WEBPVP8 ", Image(ImageType::Webp)),
            (None, None, b"RIFF\x10\0\0\0WAVEfmt ", Other),
            (None, None, b"\0\0\0\x20ftypavif\0", Image(ImageType::Avif)),
            (Some("image/avif"), None, b"\0\0\0\x20ftypisom\0", Other),
            (Some("text/html"), None, b"%PDF-1.7", Pdf),
            (Some("application/pdf"), None, b"\x01\x02 junk %PDF-1.7", Pdf),
            (Some("application/octet-stream"), Some("a/b.pdf"), b"junk\n%PDF-1.7", Pdf),
            (Some("application/pdf"), None, b"<html>not found", Other),
            (Some("image/svg+xml"), None, b"<svg onload=alert(1)>", Xml),
            (None, Some("x.svg"), b"<svg onload=alert(1)>", Xml),
            (None, None, b"<svg><script>", Xml),
            (Some("application/rss+xml"), None, b"<?xml version='1.0'?><rss>", Xml),
            (Some("application/ld+json"), None, b"{}", Json),
            (None, None, b" {\"a\":1}", Json),
            (Some("text/plain; charset=utf-8"), Some("README.md"), b"# A", Markdown),
            (None, Some("README.MD"), b"# A", Markdown),
            (None, None, b"# A", Text),
            (Some("text/plain"), None, b"a\0b", Other),
            (Some("text/html"), None, b"\x01\x02\x03", Other),
            (Some("text/plain; charset=UTF-16LE"), None, b"a\0b\0", Text),
            (Some("video/mp4"), None, b"words", Other),
            (Some("text/html"), Some("a.html"), b"PK\x03\x04", Other),
            (Some("nonsense"), None, b"", Text),
        ] {
            assert_eq!(kind(declared, name, bytes), is, "{declared:?} {name:?} {:?}", String::from_utf8_lossy(bytes));
        }
        let far = [vec![b' '; 1024].as_slice(), b"%PDF-1.7"].concat();
        assert_eq!(kind(Some("application/pdf"), None, &far), Other);
    }
}
