//! The text of a PDF, page by page. What is stored names its extractor, because offsets count in the extracted text:
//! whoever changes a rule here raises the number. Hostile files are read in a child process: see `child`.

mod columns;
mod flow;
mod glyphs;
mod letters;
mod lines;
mod order;
mod paragraphs;

use hayro_interpret::InterpreterCache;
use hayro_interpret::hayro_syntax::metadata::Metadata;
use hayro_interpret::hayro_syntax::object::DateTime;
use hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use serde::{Deserialize, Serialize};

use super::child::Unreadable;

/// The extractor of text that came as a PDF.
pub const PDF: &str = "pdf/1";

/// Pages a file may have.
const MOST_PAGES: usize = 10_000;

/// Bytes of text a file may have.
const MOST_TEXT: usize = 20_000_000;

/// The text of each page, an empty one for a page without letters, and what the file says about itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pages {
    pub pages: Vec<String>,
    pub about: About,
}

/// What a PDF says about itself; anybody can write anything there.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct About {
    pub title: Option<String>,
    pub author: Option<String>,
    /// The day it was made, as YYYY-MM-DD.
    pub created_on: Option<String>,
}

/// Where a page begins in the joined text, in code points; `page` counts from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct PageStart {
    pub page: usize,
    pub start: usize,
}

/// One text of all pages, a blank line between them, and where each begins; a page without letters begins where the
/// next one does.
pub fn join(pages: &Pages) -> (String, Vec<PageStart>) {
    let (mut text, mut points) = (String::new(), 0);
    let mut starts = Vec::with_capacity(pages.pages.len());
    for (page, words) in (1..).zip(&pages.pages) {
        if !text.is_empty() && !words.is_empty() {
            text.push_str("\n\n");
            points += 2;
        }
        starts.push(PageStart { page, start: points });
        text.push_str(words);
        points += words.chars().count();
    }
    (text, starts)
}

/// The page on which a code point of the joined text stands, counted from 1.
pub fn page_at(starts: &[PageStart], offset: usize) -> Option<usize> {
    let after = starts.partition_point(|it| it.start <= offset);
    starts.get(after.checked_sub(1)?).map(|it| it.page)
}

/// Reads a PDF in this very process: only for files of our own, and inside a child that has its limits.
pub fn read(bytes: Vec<u8>) -> Result<Pages, Unreadable> {
    let file = Pdf::new(bytes).map_err(|error| match error {
        LoadPdfError::Decryption(DecryptionError::PasswordProtected | DecryptionError::UnsupportedAlgorithm) => {
            Unreadable::Encrypted
        }
        LoadPdfError::Decryption(_) | LoadPdfError::Invalid => Unreadable::Broken,
    })?;
    if file.pages().is_empty() {
        return Err(Unreadable::Broken);
    }
    if file.pages().len() > MOST_PAGES {
        return Err(Unreadable::TooLarge);
    }
    let cache = InterpreterCache::new();
    let mut seen = Seen::default();
    for page in file.pages().iter() {
        seen.add(&glyphs::sheet(page, &cache))?;
    }
    if seen.known == 0 || seen.unknown > seen.known {
        return Err(Unreadable::NoText);
    }
    Ok(Pages { pages: flow::texts(&seen.pages), about: about(file.metadata()) })
}

#[derive(Default)]
struct Seen {
    pages: Vec<Vec<paragraphs::Flowing>>,
    bytes: usize,
    known: usize,
    unknown: usize,
}

impl Seen {
    fn add(&mut self, sheet: &glyphs::Sheet) -> Result<(), Unreadable> {
        self.bytes += sheet.text.len();
        if sheet.full || self.bytes > MOST_TEXT {
            return Err(Unreadable::TooLarge);
        }
        self.unknown += sheet.unknown;
        self.known += sheet.text.chars().filter(|it| it.is_alphanumeric()).count();
        self.pages.push(paragraphs::flowing(lines::lines(sheet)));
        Ok(())
    }
}

fn about(said: &Metadata) -> About {
    About {
        title: said.title.as_deref().and_then(letters::line),
        author: said.author.as_deref().and_then(letters::line),
        created_on: said.creation_date.as_ref().and_then(day),
    }
}

fn day(date: &DateTime) -> Option<String> {
    let said = date.year >= 1900 && (1..=12).contains(&date.month) && (1..=31).contains(&date.day);
    said.then(|| format!("{:04}-{:02}-{:02}", date.year, date.month, date.day))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_quote_tells_its_page() {
        let pages = ["é one", "", "two", "three"].map(String::from).to_vec();
        let (text, starts) = join(&Pages { pages, about: About::default() });
        assert_eq!(text, "é one\n\ntwo\n\nthree");
        let at = |word: &str| page_at(&starts, text.find(word).map(|it| text[..it].chars().count()).unwrap());
        assert_eq!(["é", "one", "two", "three"].map(at), [Some(1), Some(1), Some(3), Some(4)]);
        assert_eq!(page_at(&starts, 999), Some(4));
        assert_eq!(page_at(&[], 0), None);
    }
}
