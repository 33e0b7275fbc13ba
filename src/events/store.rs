//! Writing the log and reading it back.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::hidden;
use super::rules::{Entry, Kind, Thing, canonical, commitment};
use crate::db::{Db, Moment, MultiBackend, hex, random_bytes};
use crate::error::Result;
use crate::people::rules::Actor;
use crate::schema::{event_words, events, log_head};
use crate::tx::Tx;

/// One line of the log.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = events)]
pub struct Event {
    pub seq: i64,
    pub at: Moment,
    pub kind: String,
    pub subject_kind: String,
    pub subject_id: String,
    pub state: String,
    pub actor: String,
    pub content_hash: Option<String>,
    pub commitment: String,
    pub prev_hash: String,
    pub hash: String,
}

impl Event {
    /// The part that the hash covers.
    pub fn entry(&self) -> Entry<'_> {
        Entry {
            seq: self.seq,
            at: self.at,
            kind: &self.kind,
            subject_kind: &self.subject_kind,
            subject_id: &self.subject_id,
            state: &self.state,
            actor: &self.actor,
            content_hash: self.content_hash.as_deref(),
            commitment: &self.commitment,
            prev_hash: &self.prev_hash,
        }
    }
}

/// The erasable words of an event.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = event_words)]
pub struct EventWords {
    pub seq: i64,
    pub salt: String,
    pub words: String,
}

/// Records that `thing` is now as it stands, and why. Call it once for each change, in the change's own transaction.
pub fn record<T: Thing>(tx: &mut Tx, kind: Kind, thing: &T, note: &str) -> Result<()> {
    let (seq, prev_hash) = head(tx.db)?;
    let salt = hex(&random_bytes::<32>());
    let words = canonical(&json!({ "note": note, "thing": thing.words() }))?;
    let mut event = Event {
        seq: seq + 1,
        at: tx.now,
        kind: kind.to_string(),
        subject_kind: T::KIND.into(),
        subject_id: thing.key(),
        state: thing.state(),
        actor: tx.by.id.to_string(),
        content_hash: thing.content_hash(),
        commitment: commitment(&salt, &words),
        prev_hash,
        hash: String::new(),
    };
    event.hash = event.entry().hash()?;
    diesel::insert_into(events::table).values(&event).execute(tx.db)?;
    diesel::insert_into(event_words::table).values(&EventWords { seq: event.seq, salt, words }).execute(tx.db)?;
    diesel::update(log_head::table.find(1))
        .set((log_head::seq.eq(event.seq), log_head::hash.eq(&event.hash)))
        .execute(tx.db)?;
    tx.touch(thing.subject());
    Ok(())
}

/// Sequence number and hash of the newest event.
pub fn head(db: &mut Db) -> Result<(i64, String)> {
    Ok(log_head::table.find(1).select((log_head::seq, log_head::hash)).first(db)?)
}

/// A line of a timeline: what happened, by whom, and the words where they have not been erased.
#[derive(Debug, Clone)]
pub struct Told {
    pub event: Event,
    pub note: String,
    pub by: String,
}

/// The newest events of some subjects, newest first.
pub fn of_subjects(db: &mut Db, ids: &[String], limit: i64) -> Result<Vec<Told>> {
    let found =
        Event::query().filter(events::subject_id.eq_any(ids)).order(events::seq.desc()).limit(limit).load(db)?;
    tell(db, found)
}

/// The newest events before `before` that somebody may know of, newest first.
pub fn page(db: &mut Db, actor: &Actor, before: Option<i64>, limit: i64) -> Result<Vec<Told>> {
    let hidden = if actor.sees_all() { Vec::new() } else { hidden::subjects(db, actor)? };
    // Each contribution stands beside the change that made it: proof, but nothing to read twice.
    let mut query = Event::query()
        .filter(events::seq.lt(before.unwrap_or(i64::MAX)))
        .filter(events::subject_kind.ne("contribution"))
        .into_boxed::<MultiBackend>();
    if !hidden.is_empty() {
        query = query.filter(events::subject_id.ne_all(hidden));
    }
    let found = query.order(events::seq.desc()).limit(limit).load(db)?;
    tell(db, found)
}

fn tell(db: &mut Db, found: Vec<Event>) -> Result<Vec<Told>> {
    use crate::schema::people;
    let seqs: Vec<i64> = found.iter().map(|event| event.seq).collect();
    let mut actors: Vec<String> = found.iter().map(|event| event.actor.clone()).collect();
    actors.sort();
    actors.dedup();
    let words: Vec<(i64, String)> = event_words::table
        .filter(event_words::seq.eq_any(&seqs))
        .select((event_words::seq, event_words::words))
        .load(db)?;
    let names: Vec<(String, String)> =
        people::table.filter(people::id.eq_any(&actors)).select((people::id, people::name)).load(db)?;
    Ok(found
        .into_iter()
        .map(|event| {
            let note = words.iter().find(|(seq, _)| *seq == event.seq).map(|(_, text)| note_of(text));
            let by = names.iter().find(|(id, _)| *id == event.actor).map(|(_, name)| name.clone());
            Told { note: note.unwrap_or_default(), by: by.unwrap_or_default(), event }
        })
        .collect())
}

fn note_of(words: &str) -> String {
    serde_json::from_str::<Value>(words)
        .ok()
        .and_then(|value| value.get("note").and_then(Value::as_str).map(str::to_owned))
        .unwrap_or_default()
}
