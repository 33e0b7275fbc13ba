//! What people know of a source, or of everything a publisher puts out: how far it can be relied on, what interests it has,
//! that it was wrong. Each note has an author and a date and is never changed: it is taken back.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::{NoteKind, SourceId, origin};
use super::store as sources;
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Result};
use crate::events::{self, Kind, Subject, Thing};
use crate::people::rules::Act;
use crate::schema::source_notes;
use crate::tx::Tx;

id! {
    /// A note.
    NoteId
}

words! {
    /// Whether a note still holds.
    pub enum NoteState { Standing = "standing", TakenBack = "taken_back" }
}

/// One note, on a source or on a publisher.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = source_notes)]
pub struct Note {
    pub id: NoteId,
    pub source_id: Option<SourceId>,
    /// The publisher as names are compared; empty where the note is on one source.
    pub publisher: String,
    pub kind: NoteKind,
    pub text: String,
    pub state: NoteState,
    pub created_by: String,
    pub created_at: Moment,
    pub ended_by: Option<String>,
    pub ended_at: Option<Moment>,
}

impl Thing for Note {
    const KIND: &'static str = "source_note";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "source": self.source_id, "publisher": self.publisher, "kind": self.kind, "text": self.text,
            "created_by": self.created_by, "ended_by": self.ended_by, "ended_at": self.ended_at,
        })
    }
}

/// Writes a note on a source, or with `of_publisher` on everything of its publisher.
pub fn add(tx: &mut Tx, source: &SourceId, kind: NoteKind, text: &str, of_publisher: bool) -> Result<Note> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    let source = sources::find(tx.db, &by, source)?;
    let publisher = if of_publisher { origin(&source.publisher) } else { String::new() };
    if of_publisher && (publisher.is_empty() || kind != NoteKind::Reliability) {
        return Err(Error::refused("note-publisher"));
    }
    let note = Note {
        id: tx.id(),
        source_id: (!of_publisher).then(|| source.id.clone()),
        publisher,
        kind,
        text: text.to_owned(),
        state: NoteState::Standing,
        created_by: by.id.to_string(),
        created_at: tx.now,
        ended_by: None,
        ended_at: None,
    };
    diesel::insert_into(source_notes::table).values(&note).execute(tx.db)?;
    events::record(tx, Kind::NoteWritten, &note, "")?;
    touch(tx, &note);
    Ok(note)
}

/// Takes a note back; it stays in the history.
pub fn take_back(tx: &mut Tx, source: &SourceId, id: &NoteId) -> Result<()> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    let source = sources::find(tx.db, &by, source)?;
    let note: Note = Note::query().find(id).first(tx.db)?;
    let on_it = note.source_id.as_ref() == Some(&source.id)
        || (!note.publisher.is_empty() && note.publisher == origin(&source.publisher));
    if !on_it {
        return Err(Error::NotFound);
    }
    if note.state == NoteState::TakenBack {
        return Err(Error::refused("note-taken-back-already"));
    }
    let changed: Note = diesel::update(source_notes::table.find(id))
        .set((
            source_notes::state.eq(NoteState::TakenBack),
            source_notes::ended_by.eq(by.id.to_string()),
            source_notes::ended_at.eq(tx.now),
        ))
        .returning(cols::<Note>())
        .get_result(tx.db)?;
    events::record(tx, Kind::NoteTakenBack, &changed, "")?;
    touch(tx, &changed);
    Ok(())
}

/// Interests stand in the content document, so drafts that cite the source follow.
fn touch(tx: &mut Tx, note: &Note) {
    if let (NoteKind::Interests, Some(source)) = (note.kind, &note.source_id) {
        tx.touch(Subject { kind: sources::Source::KIND, id: source.to_string() });
    }
}

/// The notes on a source and on its publisher, newest first, taken back ones among them.
pub fn of(db: &mut Db, source: &sources::Source) -> Result<Vec<Note>> {
    let publisher = origin(&source.publisher);
    let on_publisher = source_notes::publisher.eq(&publisher).and(source_notes::publisher.ne(""));
    Ok(Note::query()
        .filter(source_notes::source_id.eq(&source.id).assume_not_null().or(on_publisher))
        .order((source_notes::created_at.desc(), source_notes::id.desc()))
        .limit(200)
        .load(db)?)
}

/// The interests that stand of some sources, oldest first.
pub fn interests(db: &mut Db, of: &[&SourceId]) -> Result<Vec<(SourceId, String)>> {
    let rows: Vec<(Option<SourceId>, String)> = source_notes::table
        .filter(source_notes::source_id.eq_any(of))
        .filter(source_notes::kind.eq(NoteKind::Interests))
        .filter(source_notes::state.eq(NoteState::Standing))
        .order((source_notes::created_at, source_notes::id))
        .select((source_notes::source_id, source_notes::text))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(source, text)| Some((source?, text))).collect())
}

/// Notes from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Note>> {
    Ok(Note::query().filter(source_notes::id.gt(after)).order(source_notes::id).limit(limit).load(db)?)
}
