//! What an article is, and how bytes become a text that can be quoted.

use chrono::NaiveDate;

use crate::db::sha256;
use crate::error::{Result, Say};
use crate::text::decode::{Undecodable, decode};
use crate::text::extract::{self, Format};
use crate::web::Reading;
use crate::web::form::Fields;

id! {
    /// An article.
    ArticleId
}
id! {
    /// One version of an article.
    VersionId
}

words! {
    /// Somebody else's text, or our own before it is published.
    pub enum ArticleKind { Public = "public", OwnDraft = "own_draft" }
}

/// More code points than any text of ours may have.
const MOST: usize = 10_000_000;

/// A text with where it came from: the bytes exactly as given, and what was read from them, once.
#[derive(Debug, Clone)]
pub struct Material {
    pub bytes: Vec<u8>,
    pub filename: Option<String>,
    pub media_type: &'static str,
    pub charset: &'static str,
    pub extractor: &'static str,
    pub text: String,
    pub text_hash: String,
    pub title: Option<String>,
}

impl Material {
    /// Text as somebody pasted it.
    pub fn pasted(text: &str) -> std::result::Result<Self, Say> {
        Self::read(text.as_bytes().to_vec(), None, Format::Plain)
    }

    /// A file as somebody uploaded it: .txt, .md or .html.
    pub fn uploaded(name: &str, bytes: Vec<u8>) -> std::result::Result<Self, Say> {
        let format = Format::from_filename(name).ok_or_else(|| Say::new("file-kind"))?;
        Self::read(bytes, Some(name.to_owned()), format)
    }

    fn read(bytes: Vec<u8>, filename: Option<String>, format: Format) -> std::result::Result<Self, Say> {
        let decoded = decode(&bytes, None, matches!(format, Format::Html)).map_err(|error| match error {
            Undecodable::Empty => Say::new("text-empty"),
            Undecodable::Binary => Say::new("text-binary"),
            Undecodable::Charset => Say::new("text-charset"),
        })?;
        let media_type = match format {
            Format::Plain => "text/plain",
            Format::Markdown => "text/markdown",
            Format::Html => "text/html",
        };
        let extracted = extract::extract(format, &decoded.text);
        if extracted.text.trim().is_empty() {
            return Err(Say::new("text-empty"));
        }
        if extracted.text.chars().count() > MOST {
            return Err(Say::new("text-long").with("max", MOST));
        }
        Ok(Material {
            bytes,
            filename,
            media_type,
            charset: decoded.charset,
            extractor: extracted.extractor,
            text_hash: sha256(extracted.text.as_bytes()),
            text: extracted.text,
            title: extracted.title,
        })
    }

    /// How many words a reader would count.
    pub fn words(&self) -> i32 {
        i32::try_from(self.text.split_whitespace().count()).unwrap_or(i32::MAX)
    }

    /// From a form that offers both: the file where one came, else the pasted text.
    pub fn from_form(form: &Fields, field: &'static str) -> std::result::Result<Self, Say> {
        let pasted = form.one(field);
        match form.file() {
            Some(_) if !pasted.trim().is_empty() => Err(Say::new("text-or-file")),
            Some(file) => Self::uploaded(&file.name, file.bytes.clone()),
            None => Self::pasted(pasted),
        }
    }
}

/// What is said about an article, beside its text.
#[derive(Debug, Clone)]
pub struct About {
    pub kind: ArticleKind,
    pub title: String,
    pub outlet: String,
    pub author: String,
    pub url: Option<String>,
    pub published_on: Option<NaiveDate>,
    pub language: String,
    pub freely_showable: bool,
}

impl About {
    /// Reads the form's fields; `reading` collects what is wrong.
    pub fn read(reading: &mut Reading) -> Self {
        About {
            kind: reading.choice("kind").unwrap_or(ArticleKind::Public),
            title: reading.required("title", 300),
            outlet: reading.text("outlet", 200),
            author: reading.text("author", 200),
            url: reading.url("url"),
            published_on: reading.date("published_on"),
            language: reading.language("language"),
            freely_showable: reading.flag("freely_showable"),
        }
    }

    /// The same from outside a form.
    pub fn parse(form: &Fields) -> Result<Self> {
        let mut reading = Reading::new(form);
        let about = About::read(&mut reading);
        reading.done(about)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_become_text_or_a_sentence_says_why_not() {
        let id = |out: std::result::Result<Material, Say>| out.err().map(|say| say.id);
        assert_eq!(id(Material::pasted(" \n ")), Some("text-empty"));
        assert_eq!(id(Material::uploaded("a.txt", vec![])), Some("text-empty"));
        assert_eq!(id(Material::uploaded("a.txt", b"a\0b".to_vec())), Some("text-binary"));
        assert_eq!(id(Material::uploaded("a.txt", vec![0xff, 0xfe, 0xfd, 0x41, 0x9d])), Some("text-charset"));
        assert_eq!(id(Material::uploaded("a.exe", b"words".to_vec())), Some("file-kind"));
        let page = Material::uploaded("a.html", b"<title>T</title><p>One &amp; two</p>".to_vec());
        assert_eq!(page.map(|m| (m.text.trim().to_owned(), m.title)), Ok(("One & two".into(), Some("T".into()))));
    }
}
