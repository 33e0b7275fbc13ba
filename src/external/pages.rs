//! Other desks' checks at the desk.

use actix_web::http::StatusCode;
use askama::Template;

use super::importing::{self, Line, Sums};
use super::store::{self, External, ExternalId, ExternalState};
use crate::error::{Error, Result, Say};
use crate::web::{Answer, Ask, Filled, Paging, Reading, Ui, done};

/// Items of a report that a page shows; the command line shows all.
const REPORTED: usize = 500;

#[derive(Template)]
#[template(path = "external/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    form: Filled,
    rows: Vec<External>,
    state: ExternalState,
    removed: i64,
    paging: Paging,
}

#[derive(Template)]
#[template(path = "external/report.html")]
struct ReportPage<'a> {
    ui: &'a Ui,
    name: String,
    sums: Sums,
    lines: Vec<Line>,
    more: usize,
}

#[derive(Template)]
#[template(path = "external/show.html")]
struct ShowPage<'a> {
    ui: &'a Ui,
    row: External,
}

/// `GET /desk/external`
pub async fn list(ask: Ask) -> Result<Answer> {
    list_page(&ask, Filled::default()).await
}

async fn list_page(ask: &Ask, form: Filled) -> Result<Answer> {
    let mut paging = ask.paging();
    let state = ask.query_as("state").unwrap_or(ExternalState::Kept);
    let asked = paging.clone();
    let (rows, removed) = ask
        .app
        .read(move |db| Ok((store::list(db, state, &asked)?, store::count(db, ExternalState::Removed)?)))
        .await?;
    let rows = paging.cut(rows);
    ask.page(&ListPage { ui: &ask.ui, form, rows, state, removed, paging })
}

/// `POST /desk/external`: a file or a pasted feed.
pub async fn import(ask: Ask) -> Result<Answer> {
    let (form, by) = (ask.form.clone(), ask.actor()?);
    let taken = ask.app.work(move |app| {
        let mut reading = Reading::new(&form);
        let (name, bytes) = match form.file().filter(|file| !file.bytes.is_empty()) {
            Some(file) => (file.name.clone(), file.bytes.clone()),
            None => (String::new(), form.one("markup").as_bytes().to_vec()),
        };
        if bytes.iter().all(u8::is_ascii_whitespace) {
            reading.fault("markup", Say::new("external-nothing"));
        }
        reading.done(())?;
        let (mut lines, mut met) = (Vec::new(), 0);
        let sums = importing::import(app, &by, &bytes, &name, &mut |line| {
            if line.outcome == "refused" || !line.repairs.is_empty() {
                met += 1;
                if lines.len() < REPORTED {
                    lines.push(line);
                }
            }
        })?;
        Ok((name, sums, lines, met))
    });
    match ask.faults(taken.await)? {
        Err(form) => Ok(list_page(&ask, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok((name, sums, lines, met)) => {
            let more = met - lines.len();
            ask.page(&ReportPage { ui: &ask.ui, name, sums, lines, more })
        }
    }
}

/// `GET /desk/external/{id}`
pub async fn one(ask: Ask) -> Result<Answer> {
    let id: ExternalId = ask.key("id")?;
    let row = ask.app.read(move |db| store::find(db, &id)).await?;
    ask.page(&ShowPage { ui: &ask.ui, row })
}

/// `POST /desk/external/{id}/state`
pub async fn set_state(ask: Ask) -> Result<Answer> {
    let id: ExternalId = ask.key("id")?;
    let state: ExternalState = ask.form.one("state").parse().map_err(|_| Error::bad_request("unknown-choice"))?;
    let path = format!("/desk/external/{id}");
    let flash = if state == ExternalState::Kept { "external-restored" } else { "external-removed" };
    ask.app.write(&ask.actor()?, move |tx| store::set_state(tx, &id, state)).await?;
    done(path, flash)
}
