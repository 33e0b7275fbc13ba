//! What changed between two published versions, in words, for readers.

use askama::Template;

use super::store::{self, Shown};
use crate::checks::difference;
use crate::error::{Error, Result};
use crate::text::diff::{Change, Piece};
use crate::web::{Answer, Ask, Cache, Ui};

#[derive(Template)]
#[template(path = "publication/difference.html")]
struct DifferencePage<'a> {
    ui: &'a Ui,
    slug: String,
    before: Shown,
    after: Shown,
    parts: Vec<(&'static str, Vec<Piece>)>,
}

impl DifferencePage<'_> {
    fn both(&self) -> [&Shown; 2] {
        [&self.before, &self.after]
    }
}

/// `GET /checks/{slug}/versions/{a}...{b}`
pub async fn between(ask: &Ask, a: &str, b: &str) -> Result<Answer> {
    let number = |text: &str| text.parse::<i32>().ok().filter(|n| n.to_string() == text).ok_or(Error::NotFound);
    let (a, b) = (number(a)?, number(b)?);
    if a == b {
        return Err(Error::NotFound);
    }
    let (slug, now) = (ask.param("slug")?.to_owned(), ask.app.now());
    let wanted = slug.clone();
    let (before, after) = ask
        .app
        .read(move |db| Ok((store::shown(db, &wanted, Some(a), now)?, store::shown(db, &wanted, Some(b), now)?)))
        .await?;
    let (old, new) = (store::as_shown(&before), store::as_shown(&after));
    let mut parts = difference::between(&old, &new);
    // What kind of change it was stands above.
    parts.retain(|(name, _)| *name != "correction");
    Ok(ask.page(&DifferencePage { ui: &ask.ui, slug, before, after, parts })?.cached(Cache::Public))
}
