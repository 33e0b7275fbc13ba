//! What is known of a source, and everything that leans on it.

use actix_web::http::StatusCode;
use askama::Template;

use super::notes::{self, NoteId};
use super::origins;
use super::rules::{NoteKind, SourceId};
use super::store::{self, Source};
use crate::checks::notices;
use crate::error::{Error, Result};
use crate::finding;
use crate::web::words;
use crate::web::{Answer, Ask, Filled, Reading, Ui, done};

/// `POST /desk/sources/{id}/notes`: a note; one that says the source was wrong reaches all that leans on it.
pub async fn add_note(ask: Ask) -> Result<Answer> {
    let id: SourceId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let (kind, text) = (reading.choice::<NoteKind>("about"), reading.required("note_text", 4000));
    let of_publisher = reading.flag("of_publisher");
    let (kind, text) = match ask.faults(reading.done((kind, text)))? {
        Ok((Some(kind), text)) => (kind, text),
        Ok((None, _)) => return Err(Error::bad_request("unknown-choice")),
        Err(form) => return super::pages::with_faults(&ask, form).await,
    };
    let (path, language) = (format!("/desk/sources/{id}"), ask.ui.desk.language.clone());
    if of_publisher && kind.alarms().is_some() {
        return Err(Error::refused("note-publisher"));
    }
    if kind.alarms().is_none() {
        ask.app.write(&ask.actor()?, move |tx| notes::add(tx, &id, kind, &text, of_publisher)).await?;
        return done(path, "note-written");
    }
    ask.app
        .write(&ask.actor()?, move |tx| {
            let source = super::store::find(tx.db, &tx.by.clone(), &id)?;
            // The task stands where people see it who may not see the source.
            let title = if source.restricted { words::say(&language, "source-closed", &[]) } else { source.title };
            let task = words::say(&language, &format!("task-source-{kind}"), &[("title", title)]);
            notices::alarm(tx, &id, kind, &text, &task)
        })
        .await?;
    done(path, "alarm-raised")
}

/// `POST /desk/sources/{id}/notes/{note}/end`
pub async fn take_back(ask: Ask) -> Result<Answer> {
    let (id, note): (SourceId, NoteId) = (ask.key("id")?, ask.key("note")?);
    let path = format!("/desk/sources/{id}");
    ask.app.write(&ask.actor()?, move |tx| notes::take_back(tx, &id, &note)).await?;
    done(path, "note-taken-back")
}

#[derive(Template)]
#[template(path = "evidence/origin.html")]
struct OriginPage<'a> {
    ui: &'a Ui,
    form: Filled,
    source: Source,
    words: String,
    found: Vec<Source>,
}

/// `GET /desk/sources/{id}/origin`: the source that it has it from, found by words.
pub async fn choose_origin(ask: Ask) -> Result<Answer> {
    origin_page(&ask, ask.query("q").to_owned(), Filled::default()).await
}

async fn origin_page(ask: &Ask, words: String, form: Filled) -> Result<Answer> {
    let (id, actor, wanted): (SourceId, _, _) = (ask.key("id")?, ask.actor()?, words.clone());
    let (source, found) = ask
        .app
        .work(move |app| {
            let source = app.database().read(|db| store::find(db, &actor, &id))?;
            let mut found = finding::sources::of(app, &actor, &wanted)?;
            found.retain(|one| one.id != id);
            Ok((source, found))
        })
        .await?;
    ask.page(&OriginPage { ui: &ask.ui, form, source, words, found })
}

/// `POST /desk/sources/{id}/origin`: where it has it from; without one, that is taken back.
pub async fn origin(ask: Ask) -> Result<Answer> {
    let id: SourceId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let (origin, note) = (reading.optional::<SourceId>("origin"), reading.text("origin_note", 1000));
    let (origin, note) = match ask.faults(reading.done((origin, note)))? {
        Ok(read) => read,
        Err(form) => return super::pages::with_faults(&ask, form).await,
    };
    let path = format!("/desk/sources/{id}");
    let outcome = ask
        .app
        .write(&ask.actor()?, move |tx| match origin {
            Some(origin) => origins::derive(tx, &id, &origin, &note),
            None => origins::release(tx, &id),
        })
        .await;
    match ask.faults(outcome)? {
        Ok(()) => done(path, "origin-set"),
        Err(form) => Ok(origin_page(&ask, String::new(), form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
    }
}
