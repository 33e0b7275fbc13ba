//! What somebody has been told.

use askama::Template;

use super::rules::NotificationId;
use super::store::{self, Line};
use crate::error::Result;
use crate::web::{Answer, Ask, Paging, Ui, done};

#[derive(Template)]
#[template(path = "notifications/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    rows: Vec<Line>,
    all: bool,
    paging: Paging,
}

/// `GET /desk/notifications`
pub async fn list(ask: Ask) -> Result<Answer> {
    let (actor, mut paging, all) = (ask.actor()?, ask.paging(), ask.query("show") == "all");
    let asked = paging.clone();
    let rows = ask.app.read(move |db| store::list(db, &actor, !all, &asked)).await?;
    let rows = paging.cut(rows);
    ask.page(&ListPage { ui: &ask.ui, rows, all, paging })
}

/// `POST /desk/notifications`: marks one as read, or all.
pub async fn read(ask: Ask) -> Result<Answer> {
    let one = ask.form.one("notification").parse::<NotificationId>().ok();
    ask.app.write(&ask.actor()?, move |tx| store::read(tx, one.as_ref())).await?;
    done("/desk/notifications", "saved")
}
