//! A fetched web page becomes the text of its article, and tells what it says about itself.

mod about;
mod article;
mod build;
mod choose;
mod measure;
mod names;
mod render;
mod tidy;
mod tree;

use crate::text::extract::{Format, extract};
pub use about::About;

/// The extractor of the text of a web page.
pub const PAGE: &str = "page/1";

/// Bytes.
const LARGEST: usize = 10_000_000;

/// A page's article and what the page says about itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// Paragraphs with blank lines between; lists and tables line by line, cells with tabs. Without the headline, which
    /// is in `about`. All visible text where nothing looks like an article; empty only where a reader sees no text.
    pub text: String,
    pub about: About,
}

/// Reads a page that was fetched from `address`, in linear time and bounded memory whatever comes.
///
/// A page of more than 10 MB or half a million pieces is read without its structure: all its text, and only a title.
pub fn read(html: &str, address: Option<&str>) -> Page {
    match Some(html).filter(|it| it.len() <= LARGEST).and_then(build::tree) {
        Some(tree) => Page { text: article::text(&tree), about: about::read(&tree, address) },
        None => {
            let plain = extract(Format::Html, html);
            Page { text: plain.text, about: About { title: plain.title, ..About::default() } }
        }
    }
}

#[cfg(test)]
mod tests;
