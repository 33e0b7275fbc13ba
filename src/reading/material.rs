//! Bytes become a text that can be quoted from: pasted, uploaded and fetched ones on one path.

use chrono::NaiveDate;

use super::child::{Limits, read_in_child};
use super::kind::{Kind, kind};
use super::pdf;
use crate::db::sha256;
use crate::error::Say;
use crate::text::decode::{Undecodable, decode};
use crate::text::extract::{Format, PLAIN, extract};
use crate::text::page;
use crate::web::form::Fields;

/// More code points than any text of ours may have.
const MOST: usize = 10_000_000;
/// The extractor of what is kept and cannot be read.
pub const UNREAD: &str = "none/1";
/// What stands for a text where there is none: Unicode's sign for an object.
const OBJECT: &str = "\u{fffc}";

/// What a text says about itself, to fill in what nobody has typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Said {
    pub title: Option<String>,
    pub publisher: Option<String>,
    pub author: Option<String>,
    pub published: Option<NaiveDate>,
    pub language: Option<String>,
}

/// A text with where it came from: the bytes exactly as given, and what was read from them, once.
#[derive(Debug, Clone)]
pub struct Material {
    pub bytes: Vec<u8>,
    pub filename: Option<String>,
    pub media_type: String,
    pub charset: &'static str,
    pub extractor: &'static str,
    /// One sign for an object where it is kept although it has no text: a picture, a scanned page.
    pub text: String,
    pub text_hash: String,
    pub said: Said,
    /// Where each page begins, in code points of the text; empty where there are no pages.
    pub pages: Vec<usize>,
    /// Why there is no text.
    pub unread: Option<Say>,
}

type Read = std::result::Result<Material, Say>;

impl Material {
    /// Text as somebody pasted it.
    pub fn pasted(text: &str) -> Read {
        Self::with_text(None, "text/plain", read_as(text.as_bytes(), None, Format::Plain)?, text.as_bytes().to_vec())
    }

    /// A file as somebody uploaded it: a text, a page or a PDF. One without text is refused.
    pub fn uploaded(name: &str, bytes: Vec<u8>) -> Read {
        match Format::from_filename(name) {
            Some(format) => {
                let text = read_as(&bytes, None, format)?;
                Self::with_text(Some(name.to_owned()), media_type(format), text, bytes)
            }
            None if kind(None, Some(name), &bytes) == Kind::Pdf => {
                let material = Self::document(Some(name.to_owned()), bytes)?;
                material.unread.clone().map_or(Ok(material), Err)
            }
            None => Err(Say::new("file-kind")),
        }
    }

    /// A file or a picture as somebody uploaded it as a copy of a source: what has no text is kept as well.
    pub fn copied(name: &str, bytes: Vec<u8>) -> Read {
        match kind(None, Some(name), &bytes) {
            Kind::Image(image) => Self::unread(Some(name.to_owned()), image.media_type(), "unread-image", bytes),
            Kind::Pdf => Self::document(Some(name.to_owned()), bytes),
            _ => Self::uploaded(name, bytes),
        }
    }

    /// What a server sent for an address: nothing of it is refused, but not all has a text.
    pub fn fetched(address: &str, declared: Option<&str>, bytes: Vec<u8>) -> Read {
        let name = last_part(address);
        let format = match kind(declared, name.as_deref(), &bytes) {
            Kind::Html => Format::Html,
            Kind::Markdown => Format::Markdown,
            Kind::Text | Kind::Xml | Kind::Json => Format::Plain,
            Kind::Pdf => return Self::document(name, bytes),
            Kind::Image(image) => return Self::unread(name, image.media_type(), "unread-image", bytes),
            Kind::Other => return Self::unread(name, "application/octet-stream", "unread-kind", bytes),
        };
        match read_page(&bytes, declared, format, Some(address)) {
            Ok(text) => Self::with_text(name, media_type(format), text, bytes),
            Err(say) => Self::unread_because(name, media_type(format), say, bytes),
        }
    }

    fn document(filename: Option<String>, bytes: Vec<u8>) -> Read {
        let kind = "application/pdf";
        let Some(program) = super::reader() else { return Self::unread(filename, kind, "pdf-reader-failed", bytes) };
        match read_in_child(&program, &[super::COMMAND], &bytes, &Limits::default()) {
            Ok(found) => {
                let (text, starts) = pdf::join(&found);
                let said = Said { title: found.about.title, author: found.about.author, ..Said::default() };
                let read = Text { text, charset: "UTF-8", extractor: pdf::PDF, said };
                let pages = starts.iter().map(|page| page.start).collect();
                Ok(Material { pages, ..Self::with_text(filename, kind, read, bytes)? })
            }
            Err(error) => Self::unread(filename, kind, error.key(), bytes),
        }
    }

    fn unread(filename: Option<String>, media_type: &str, why: &'static str, bytes: Vec<u8>) -> Read {
        Self::unread_because(filename, media_type, Say::new(why), bytes)
    }

    fn unread_because(filename: Option<String>, media_type: &str, why: Say, bytes: Vec<u8>) -> Read {
        if bytes.is_empty() {
            return Err(Say::new("text-empty"));
        }
        let read = Text { text: OBJECT.to_owned(), charset: "binary", extractor: UNREAD, said: Said::default() };
        Ok(Material { unread: Some(why), ..Self::with_text(filename, media_type, read, bytes)? })
    }

    fn with_text(filename: Option<String>, media_type: &str, read: Text, bytes: Vec<u8>) -> Read {
        if read.text.chars().count() > MOST {
            return Err(Say::new("text-long").with("max", MOST));
        }
        Ok(Material {
            bytes,
            filename,
            media_type: media_type.to_owned(),
            charset: read.charset,
            extractor: read.extractor,
            text_hash: sha256(read.text.as_bytes()),
            text: read.text,
            said: read.said,
            pages: Vec::new(),
            unread: None,
        })
    }

    /// How many words a reader would count.
    pub fn words(&self) -> i32 {
        i32::try_from(self.text.split_whitespace().count()).unwrap_or(i32::MAX)
    }

    /// From a form that offers both: the file where one came, else the pasted text.
    pub fn from_form(form: &Fields, field: &'static str) -> Read {
        Self::offered(form, field, Self::uploaded)
    }

    /// The same for a copy of a source, which may be a picture.
    pub fn copy_from_form(form: &Fields, field: &'static str) -> Read {
        Self::offered(form, field, Self::copied)
    }

    fn offered(form: &Fields, field: &'static str, file_as: impl FnOnce(&str, Vec<u8>) -> Read) -> Read {
        let pasted = form.one(field);
        match form.file() {
            Some(_) if !pasted.trim().is_empty() => Err(Say::new("text-or-file")),
            Some(file) => file_as(&file.name, file.bytes.clone()),
            None => Self::pasted(pasted),
        }
    }
}

/// A text with what its bytes told.
struct Text {
    text: String,
    charset: &'static str,
    extractor: &'static str,
    said: Said,
}

fn read_as(bytes: &[u8], declared: Option<&str>, format: Format) -> std::result::Result<Text, Say> {
    read_page(bytes, declared, format, None)
}

fn read_page(
    bytes: &[u8],
    declared: Option<&str>,
    format: Format,
    address: Option<&str>,
) -> std::result::Result<Text, Say> {
    let charset = declared.and_then(charset_of);
    let decoded = decode(bytes, charset, format == Format::Html).map_err(|error| match error {
        Undecodable::Empty => Say::new("text-empty"),
        Undecodable::Binary => Say::new("text-binary"),
        Undecodable::Charset => Say::new("text-charset"),
    })?;
    let read = match format {
        Format::Html => {
            let page = page::read(&decoded.text, address);
            let about = page.about;
            let (title, publisher, author) = (about.title, about.publisher, about.author);
            let said = Said { title, publisher, author, published: about.published, language: about.language };
            Text { text: page.text, charset: decoded.charset, extractor: page::PAGE, said }
        }
        Format::Plain => Text { text: decoded.text, charset: decoded.charset, extractor: PLAIN, said: Said::default() },
        Format::Markdown => {
            let found = extract(format, &decoded.text);
            let said = Said { title: found.title, ..Said::default() };
            Text { text: found.text, charset: decoded.charset, extractor: found.extractor, said }
        }
    };
    if read.text.trim().is_empty() {
        return Err(Say::new("text-empty"));
    }
    Ok(read)
}

fn media_type(format: Format) -> &'static str {
    match format {
        Format::Plain => "text/plain",
        Format::Markdown => "text/markdown",
        Format::Html => "text/html",
    }
}

/// The charset of a `Content-Type`.
fn charset_of(declared: &str) -> Option<&str> {
    let (_, parameters) = declared.split_once(';')?;
    parameters.split(';').find_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']))
    })
}

/// The name of a file at an address, where its path ends with one.
fn last_part(address: &str) -> Option<String> {
    let url = url::Url::parse(address).ok()?;
    let name = url.path_segments()?.next_back()?.to_owned();
    Some(name).filter(|it| !it.is_empty() && it.chars().count() <= 200)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_text_or_a_sentence_says_why_not() {
        let id = |out: Read| out.err().map(|say| say.id);
        assert_eq!(id(Material::pasted(" \n ")), Some("text-empty"));
        assert_eq!(id(Material::uploaded("a.txt", vec![])), Some("text-empty"));
        assert_eq!(id(Material::uploaded("a.txt", b"a\0b".to_vec())), Some("text-binary"));
        assert_eq!(id(Material::uploaded("a.txt", vec![0xff, 0xfe, 0xfd, 0x41, 0x9d])), Some("text-charset"));
        assert_eq!(id(Material::uploaded("a.exe", b"words".to_vec())), Some("file-kind"));
        let page = Material::uploaded("a.html", b"<title>T</title><p>One &amp; two</p>".to_vec());
        let read = page.map(|it| (it.text.trim().to_owned(), it.said.title));
        assert_eq!(read, Ok(("One & two".into(), Some("T".into()))));
    }

    #[test]
    fn what_a_server_sends_is_kept_whatever_it_is() {
        let read = |declared, bytes: &[u8]| Material::fetched("https://a.example/x/y.bin", declared, bytes.to_vec());
        let told = |it: Read| it.map(|it| (it.media_type, it.unread.is_some(), it.unread.map(|say| say.id)));
        let png = b"\x89PNG\r\n\x1a\n0000";
        assert_eq!(told(read(Some("text/html"), png)), Ok(("image/png".into(), true, Some("unread-image"))));
        assert_eq!(
            told(read(Some("text/plain; charset=\"ISO-8859-1\""), b"caf\xe9")),
            Ok(("text/plain".into(), false, None))
        );
        let zip = b"PK\x03\x04aaaa";
        assert_eq!(told(read(None, zip)), Ok(("application/octet-stream".into(), true, Some("unread-kind"))));
        assert_eq!(read(None, zip).map(|it| it.bytes), Ok(zip.to_vec()));
    }
}
