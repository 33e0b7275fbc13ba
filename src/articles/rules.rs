//! What an article is.

use chrono::NaiveDate;

use crate::error::Result;
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
