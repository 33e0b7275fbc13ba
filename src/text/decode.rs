//! Bytes of an upload become text, or are refused: never guessed at, never with replacement characters.

use encoding_rs::{Encoding, ISO_2022_JP, REPLACEMENT, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252, X_USER_DEFINED};

/// A text as it will be stored, and the charset it came in, which the upload's page names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    pub charset: &'static str,
}

/// Why bytes cannot become a text; the page turns it into what to do next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undecodable {
    /// Nothing but white space.
    Empty,
    /// A picture, an archive, a PDF: something that is not text at all.
    Binary,
    /// Not UTF-8, and no declared charset that fits.
    Charset,
}

/// How far into an HTML file browsers look for its charset.
const META_WITHIN: usize = 1024;

const MAGIC: [&[u8]; 15] = [
    b"PK\x03\x04",
    b"PK\x05\x06",
    b"%PDF-",
    b"\x89PNG",
    b"\xFF\xD8\xFF",
    b"GIF87a",
    b"GIF89a",
    b"\x7FELF",
    b"\x1F\x8B",
    b"7z\xBC\xAF\x27\x1C",
    b"Rar!\x1A\x07",
    b"\xD0\xCF\x11\xE0",
    b"\xFD7zXZ",
    b"\x28\xB5\x2F\xFD",
    b"BZh91AY&SY",
];

/// Decodes an upload: a byte order mark decides, then UTF-8, then the declared charset, for HTML also its `<meta>`.
/// The mark is dropped and CRLF and CR become LF; nothing else is changed, Unicode normalisation least of all.
pub fn decode(bytes: &[u8], declared: Option<&str>, html: bool) -> Result<Decoded, Undecodable> {
    if bytes.is_empty() {
        return Err(Undecodable::Empty);
    }
    if MAGIC.iter().any(|magic| bytes.starts_with(magic)) {
        return Err(Undecodable::Binary);
    }
    let (text, encoding) = match Encoding::for_bom(bytes) {
        Some((encoding, length)) => (strictly(encoding, bytes.get(length..).unwrap_or_default())?, encoding),
        None => without_mark(bytes, declared, html)?,
    };
    if text.contains('\0') {
        return Err(Undecodable::Binary);
    }
    if text.trim().is_empty() {
        return Err(Undecodable::Empty);
    }
    Ok(Decoded { text: with_line_feeds(text), charset: encoding.name() })
}

fn without_mark(bytes: &[u8], declared: Option<&str>, html: bool) -> Result<(String, &'static Encoding), Undecodable> {
    let declared =
        declared.and_then(named).or_else(|| if html { meta(bytes) } else { None }).filter(|&it| it != REPLACEMENT);
    if let Some(encoding) = declared.filter(|&it| looks_like_utf_8_without_being_it(it, bytes)) {
        return Ok((strictly(encoding, bytes)?, encoding));
    }
    if bytes.contains(&0) {
        return Err(Undecodable::Binary);
    }
    match (std::str::from_utf8(bytes), declared) {
        (Ok(text), _) => Ok((text.to_owned(), UTF_8)),
        (Err(_), Some(encoding)) => Ok((strictly(encoding, bytes)?, encoding)),
        (Err(_), None) => Err(Undecodable::Charset),
    }
}

/// Encodings whose bytes are valid UTF-8 too, so that the declaration must be believed first.
fn looks_like_utf_8_without_being_it(encoding: &'static Encoding, bytes: &[u8]) -> bool {
    let sign = match encoding {
        it if it == UTF_16LE || it == UTF_16BE => 0,
        it if it == ISO_2022_JP => 0x1B,
        _ => return false,
    };
    bytes.contains(&sign)
}

fn strictly(encoding: &'static Encoding, bytes: &[u8]) -> Result<String, Undecodable> {
    let text = encoding.decode_without_bom_handling_and_without_replacement(bytes).ok_or(Undecodable::Charset)?;
    Ok(text.strip_prefix('\u{FEFF}').unwrap_or(&text).to_owned())
}

fn named(label: &str) -> Option<&'static Encoding> {
    Encoding::for_label(label.trim().trim_matches(['"', '\'']).as_bytes())
}

/// The charset an HTML page gives itself, as a browser's prescan finds it.
fn meta(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = String::from_utf8_lossy(bytes.get(..META_WITHIN).unwrap_or(bytes)).to_ascii_lowercase();
    let head = without_comments(&head);
    let label = head.split("<meta").skip(1).find_map(|after| charset_of(after.split('>').next()?))?;
    match named(&label)? {
        it if it == UTF_16LE || it == UTF_16BE => Some(UTF_8), // the tag itself was readable as bytes
        it if it == X_USER_DEFINED => Some(WINDOWS_1252),
        it => Some(it),
    }
}

fn without_comments(html: &str) -> String {
    let mut pieces = html.split("<!--");
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |kept, piece| kept + piece.split_once("-->").map_or("", |(_, after)| after))
}

fn charset_of(tag: &str) -> Option<String> {
    tag.split("charset").skip(1).find_map(|after| {
        let value = after.trim_start().strip_prefix('=')?.trim_start().trim_start_matches(['"', '\'']);
        let label = value.split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/')).next()?;
        (!label.is_empty()).then(|| label.to_owned())
    })
}

fn with_line_feeds(text: String) -> String {
    if text.contains('\r') { text.replace("\r\n", "\n").replace('\r', "\n") } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn text(bytes: &[u8], declared: Option<&str>, html: bool) -> String {
        decode(bytes, declared, html).unwrap().text
    }

    #[test]
    fn utf_8_wins_over_a_wrong_declaration() {
        let decoded = decode("Ž 😀".as_bytes(), Some("windows-1252"), false).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.charset), ("Ž 😀", "UTF-8"));
    }

    #[test]
    fn the_declared_charset_is_used_when_it_is_not_utf_8() {
        let decoded = decode(b"caf\xE9", Some("ISO-8859-1"), false).unwrap();
        assert_eq!((decoded.text.as_str(), decoded.charset), ("café", "windows-1252"));
        assert_eq!(decode(b"caf\xE9", None, false), Err(Undecodable::Charset));
        assert_eq!(decode(b"caf\xE9", Some("no-such"), false), Err(Undecodable::Charset));
        assert_eq!(decode(b"caf\xE9", Some("utf-8"), false), Err(Undecodable::Charset));
    }

    #[test]
    fn a_page_declares_its_own_charset() {
        let modern: &[u8] = b"<!-- charset=koi8-r --><META Charset = 'windows-1251'>\xCF\xF0\xE8\xE2\xE5\xF2";
        assert!(text(modern, None, true).ends_with("Привет"));
        let old: &[u8] = b"<meta http-equiv=Content-Type content=\"text/html; charset=windows-1251\">\xCF\xF0";
        assert!(text(old, None, true).ends_with("Пр"));
        assert_eq!(decode(modern, None, false), Err(Undecodable::Charset));
    }

    #[test]
    fn marks_are_honoured_and_dropped() {
        assert_eq!(text(b"\xEF\xBB\xBFhi", None, false), "hi");
        assert_eq!(text(b"\xFF\xFEh\0i\0", None, false), "hi");
        assert_eq!(text(b"\xFE\xFF\0h\0i", Some("utf-8"), false), "hi");
        assert_eq!(text(b"h\0i\0", Some("utf-16le"), false), "hi");
        assert_eq!(decode(b"\xFF\xFE\0\xD8", None, false), Err(Undecodable::Charset));
    }

    #[test]
    fn seven_bit_japanese_is_believed() {
        assert_eq!(text(b"\x1B$B$\"\x1B(B", Some("iso-2022-jp"), false), "あ");
    }

    #[test]
    fn line_ends_become_one_and_nothing_is_normalised() {
        assert_eq!(text("a\r\nb\rc\n\re\u{301}".as_bytes(), None, false), "a\nb\nc\n\ne\u{301}");
    }

    #[test]
    fn what_is_not_text_is_refused() {
        for bytes in [&b"PK\x03\x04rest"[..], b"%PDF-1.7", b"\x89PNG\r\n", b"\xFF\xD8\xFFx", b"GIF89a", b"a\0b"] {
            assert_eq!(decode(bytes, Some("windows-1252"), true), Err(Undecodable::Binary));
        }
        assert_eq!(decode(b"", None, false), Err(Undecodable::Empty));
        assert_eq!(decode(b"\xEF\xBB\xBF \n", None, false), Err(Undecodable::Empty));
    }
}
