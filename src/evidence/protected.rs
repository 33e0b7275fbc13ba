//! Sources whose name would put them in danger. What the desk and readers see is an ordinary source that says no more than is
//! safe, with the reason; who it is lies sealed beside it, opened for named people only, and every opening is an event.

use std::collections::HashMap;

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};
use zeroize::Zeroizing;

use super::rules::{AboutSource, SourceId};
use super::store::{self as sources, Source};
use crate::db::{Db, Moment, cols, sha256};
use crate::error::{Error, Faults, Result, Say, Stale};
use crate::events::{self, Kind, Subject, Thing};
use crate::people::access;
use crate::people::rules::{Act, Actor, PersonId, Role, may};
use crate::schema::{events as log, people, protected_sources};
use crate::sealing::{KeyFile, Sealed};
use crate::tx::Tx;

id! {
    /// What is sealed about a source.
    ProtectedId
}

/// What is sealed about one source.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = protected_sources)]
pub struct Protected {
    pub id: ProtectedId,
    pub source_id: SourceId,
    /// Why readers are not told who it is.
    pub reason: String,
    pub sealed: String,
    pub key_id: String,
    pub revision: i32,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Protected {
    const KIND: &'static str = "protected_source";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        "sealed".into()
    }
    fn content_hash(&self) -> Option<String> {
        Some(sha256(self.sealed.as_bytes()))
    }
    fn words(&self) -> Value {
        json!({
            "source": self.source_id, "reason": self.reason, "key": self.key_id, "created_by": self.created_by,
        })
    }
}

/// Who it is and what they said: never written down but sealed.
#[derive(Serialize, Deserialize, Default)]
pub struct Secret {
    pub identity: String,
    pub account: String,
}

impl std::fmt::Debug for Secret {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("Secret(…)")
    }
}

impl Drop for Secret {
    fn drop(&mut self) {
        use zeroize::Zeroize;
        self.identity.zeroize();
        self.account.zeroize();
    }
}

impl Secret {
    fn seal(&self, key: &KeyFile, owner: &ProtectedId) -> Result<Sealed> {
        key.seal(owner.as_str(), &Zeroizing::new(serde_json::to_string(self)?))
    }
}

/// Adds a source that is protected from the start: what once stood in the log unsealed could not be taken back. Whoever adds it
/// may open it, and those named.
pub fn add(
    tx: &mut Tx,
    key: &KeyFile,
    about: AboutSource,
    reason: &str,
    secret: &Secret,
    readers: &[PersonId],
) -> Result<Source> {
    let source = sources::add(tx, about)?;
    let id: ProtectedId = tx.id();
    let Sealed { text, key_id } = secret.seal(key, &id)?;
    let row = Protected {
        id,
        source_id: source.id.clone(),
        reason: reason.to_owned(),
        sealed: text,
        key_id,
        revision: 1,
        created_by: tx.by.id.to_string(),
        created_at: tx.now,
    };
    diesel::insert_into(protected_sources::table).values(&row).execute(tx.db)?;
    events::record(tx, Kind::SourceProtected, &row, "")?;
    let mut named = readers.to_vec();
    named.push(tx.by.id.clone());
    access::name_people(tx, row.id.as_str(), &named)?;
    Ok(source)
}

/// What is sealed about a source, for somebody who may see the source; `None` where it is not protected.
pub fn of(db: &mut Db, source: &SourceId) -> Result<Option<Protected>> {
    Ok(Protected::query().filter(protected_sources::source_id.eq(source)).first(db).optional()?)
}

/// The reasons of those sources that are protected.
pub fn reasons(db: &mut Db, of: &[&SourceId]) -> Result<HashMap<SourceId, String>> {
    let rows: Vec<(SourceId, String)> = protected_sources::table
        .filter(protected_sources::source_id.eq_any(of))
        .select((protected_sources::source_id, protected_sources::reason))
        .load(db)?;
    Ok(rows.into_iter().collect())
}

/// Refuses what would bring an address, a copy or a whole text to a protected source.
pub fn refuse(db: &mut Db, source: &SourceId) -> Result<()> {
    match of(db, source)? {
        Some(_) => Err(Error::refused("source-is-protected")),
        None => Ok(()),
    }
}

fn for_reader(tx: &mut Tx, source: &SourceId) -> Result<Protected> {
    let by = tx.by.clone();
    sources::find(tx.db, &by, source)?;
    let row = of(tx.db, source)?.ok_or(Error::NotFound)?;
    if !access::named_ids(tx.db, row.id.as_str())?.contains(&by.id) {
        return Err(Error::forbidden("protected-not-named"));
    }
    Ok(row)
}

/// Opens it for somebody who is named; that they did is an event that commits before they see a word.
pub fn open(tx: &mut Tx, key: &KeyFile, source: &SourceId) -> Result<(Protected, Secret)> {
    let row = for_reader(tx, source)?;
    let sealed = Sealed { text: row.sealed.clone(), key_id: row.key_id.clone() };
    let words = key.open(row.id.as_str(), &sealed)?;
    events::record(tx, Kind::ProtectedRead, &row, "")?;
    Ok((row, serde_json::from_str(&words)?))
}

/// Seals other words, or gives readers another reason; `seen` is the revision the form showed.
pub fn change(tx: &mut Tx, key: &KeyFile, source: &SourceId, reason: &str, secret: &Secret, seen: i32) -> Result<()> {
    tx.by.require(Act::Add)?;
    let row = for_reader(tx, source)?;
    let Sealed { text, key_id } = secret.seal(key, &row.id)?;
    let changed: Option<Protected> =
        diesel::update(protected_sources::table.find(&row.id).filter(protected_sources::revision.eq(seen)))
            .set((
                protected_sources::reason.eq(reason),
                protected_sources::sealed.eq(text),
                protected_sources::key_id.eq(key_id),
                protected_sources::revision.eq(seen + 1),
            ))
            .returning(cols::<Protected>())
            .get_result(tx.db)
            .optional()?;
    let Some(changed) = changed else {
        // Their words stay sealed: they are read by opening, which is written down.
        let theirs = vec![("reason", row.reason)];
        return Err(Error::Stale(Box::new(Stale { current: row.revision.to_string(), field: "revision", theirs })));
    };
    events::record(tx, Kind::ProtectedChanged, &changed, "")?;
    tx.touch(Subject { kind: Source::KIND, id: source.to_string() });
    Ok(())
}

/// Names who may open it. Only somebody who may open it decides that, and one of them must remain.
pub fn name_readers(tx: &mut Tx, source: &SourceId, readers: &[PersonId]) -> Result<()> {
    tx.by.require(Act::Add)?;
    let row = for_reader(tx, source)?;
    access::name_people(tx, row.id.as_str(), readers)?;
    let named = access::named_ids(tx.db, row.id.as_str())?;
    let roles: Vec<Role> = people::table.filter(people::id.eq_any(&named)).select(people::role).load(tx.db)?;
    // Auditors read: somebody must remain who can name others.
    if !roles.into_iter().any(|role| may(role, Act::Add)) {
        return Err(Faults::of("person", Say::new("protected-nobody")));
    }
    Ok(())
}

/// Who opened it and when, newest first.
pub fn readings(db: &mut Db, row: &ProtectedId) -> Result<Vec<(Moment, String)>> {
    let rows: Vec<(Moment, String)> = log::table
        .filter(log::subject_kind.eq(Protected::KIND))
        .filter(log::subject_id.eq(row.as_str()))
        .filter(log::kind.eq(Kind::ProtectedRead.as_str()))
        .order(log::seq.desc())
        .limit(100)
        .select((log::at, log::actor))
        .load(db)?;
    let ids: Vec<&str> = rows.iter().map(|(_, actor)| actor.as_str()).collect();
    let names: Vec<(String, String)> =
        people::table.filter(people::id.eq_any(ids)).select((people::id, people::name)).load(db)?;
    let name = |id: &str| names.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone()).unwrap_or_default();
    Ok(rows.into_iter().map(|(at, actor)| (at, name(&actor))).collect())
}

/// Whether somebody is named on it.
pub fn opens_for(db: &mut Db, actor: &Actor, row: &Protected) -> Result<bool> {
    Ok(access::named_ids(db, row.id.as_str())?.contains(&actor.id))
}

/// Sealed words from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Protected>> {
    Ok(Protected::query().filter(protected_sources::id.gt(after)).order(protected_sources::id).limit(limit).load(db)?)
}
