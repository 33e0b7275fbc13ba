//! Corrections as readers see them: the list and its feed, which make themselves.

use askama::Template;

use super::list::{self, Corrected};
use crate::db::Moment;
use crate::error::Result;
use crate::web::{Answer, Ask, Cache, Paging, Ui};

/// Entries of the feed.
const FEED: i64 = 50;

#[derive(Template)]
#[template(path = "corrections/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    rows: Vec<Corrected>,
    paging: Paging,
}

#[derive(Template)]
#[template(path = "corrections/feed.xml")]
struct FeedPage<'a> {
    ui: &'a Ui,
    rows: Vec<Corrected>,
    updated: Moment,
}

impl FeedPage<'_> {
    /// What a correction is called: its kind, and what was put right.
    fn title(&self, row: &Corrected) -> String {
        let kind = row.correction.map_or_else(|| self.ui.t("state-retracted"), |it| self.ui.word("correction", it));
        plain(&format!("{kind}: {}", row.statement))
    }

    fn note(&self, row: &Corrected) -> String {
        plain(&row.note)
    }
}

/// Without the control characters that XML 1.0 has no way to write.
fn plain(text: &str) -> String {
    text.chars()
        .filter(|c| (!c.is_control() && !matches!(c, '\u{FFFE}' | '\u{FFFF}')) || matches!(c, '\n' | '\t'))
        .collect()
}

/// `GET /corrections`
pub async fn list(ask: Ask) -> Result<Answer> {
    let (mut paging, now) = (ask.paging(), ask.app.now());
    let asked = paging.clone();
    let rows = ask.app.read(move |db| list::page(db, asked.limit(), asked.offset(), now)).await?;
    let rows = paging.cut(rows);
    Ok(ask.page(&ListPage { ui: &ask.ui, rows, paging })?.cached(Cache::Public))
}

/// `GET /feeds/corrections.atom`
pub async fn feed(ask: Ask) -> Result<Answer> {
    let now = ask.app.now();
    let rows = ask.app.read(move |db| list::page(db, FEED, 0, now)).await?;
    let updated = rows.first().map_or(Moment::from_utc(chrono::DateTime::UNIX_EPOCH), |row| row.at);
    let page = FeedPage { ui: &ask.ui, rows, updated };
    let xml = page.render().map_err(crate::error::Error::internal)?;
    Ok(Answer::bytes("application/atom+xml; charset=utf-8", xml.into_bytes()).cached(Cache::Public))
}
