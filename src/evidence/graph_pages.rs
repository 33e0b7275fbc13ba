//! What is known of a source, and everything that leans on it.

use super::notes::{self, NoteId};
use super::origins;
use super::rules::{NoteKind, SourceId};
use crate::checks::notices;
use crate::error::{Error, Result};
use crate::web::words;
use crate::web::{Answer, Ask, Reading, done};

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
        Err(form) => super::pages::with_faults(&ask, form).await,
    }
}
