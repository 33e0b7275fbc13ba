//! Rows of other desks' checks.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::reading::ExternalCheck;
use crate::db::{Db, Moment, MultiBackend, cols, sha256};
use crate::error::{Error, Result};
use crate::events::{self, Kind, Thing};
use crate::people::rules::Act;
use crate::schema::external_checks;
use crate::tx::Tx;
use crate::web::Paging;

id! {
    /// Another desk's check.
    ExternalId
}

words! {
    /// Whether it is found: what was removed stays known, so that the next import does not bring it back.
    pub enum ExternalState { Kept = "kept", Removed = "removed" }
}

/// Another desk's check, as it published it.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = external_checks)]
pub struct External {
    pub id: ExternalId,
    /// Its address and claim, hashed: what is imported twice is one row.
    pub identity: String,
    pub url: String,
    pub claim: String,
    pub title: String,
    pub rating: String,
    pub publisher: String,
    pub publisher_url: Option<String>,
    pub claimant: String,
    pub claimed_on: Option<NaiveDate>,
    pub reviewed_on: Option<NaiveDate>,
    pub language: String,
    /// Addresses where the claim was made, a JSON list.
    pub appearances: String,
    /// The markup as it was met, before any repair.
    pub original: String,
    /// The file or address it came from.
    pub origin: String,
    pub state: ExternalState,
    pub revision: i32,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for External {
    const KIND: &'static str = "external_check";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "url": self.url, "claim": self.claim, "title": self.title, "rating": self.rating,
            "publisher": self.publisher, "publisher_url": self.publisher_url, "claimant": self.claimant,
            "claimed_on": self.claimed_on, "reviewed_on": self.reviewed_on, "language": self.language,
            "appearances": self.appearances, "original": sha256(self.original.as_bytes()), "origin": self.origin,
            "created_by": self.created_by,
        })
    }
}

/// What importing one item came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Imported {
    New,
    /// Known, and its publisher changed it since.
    Changed,
    /// Known, word for word.
    Known,
    /// Somebody took it out here: it stays out.
    Removed,
}

/// Takes in another desk's check. The same address with the same claim is the same check.
pub fn import(tx: &mut Tx, check: &ExternalCheck, origin: &str) -> Result<Imported> {
    tx.by.require(Act::Draft)?;
    let identity = sha256(format!("{}\n{}", check.url, check.claim).as_bytes());
    let known: Option<External> =
        External::query().filter(external_checks::identity.eq(&identity)).first(tx.db).optional()?;
    let row = row_of(tx, check, identity, origin)?;
    match known {
        None => {
            diesel::insert_into(external_checks::table).values(&row).execute(tx.db)?;
            events::record(tx, Kind::ExternalImported, &row, "")?;
            Ok(Imported::New)
        }
        Some(known) if known.state == ExternalState::Removed => Ok(Imported::Removed),
        Some(known) if known.original == row.original => Ok(Imported::Known),
        Some(known) => {
            let changed: External = diesel::update(external_checks::table.find(&known.id))
                .set((
                    (external_checks::title.eq(row.title), external_checks::rating.eq(row.rating)),
                    (
                        external_checks::publisher.eq(row.publisher),
                        external_checks::publisher_url.eq(row.publisher_url),
                    ),
                    (external_checks::claimant.eq(row.claimant), external_checks::claimed_on.eq(row.claimed_on)),
                    (external_checks::reviewed_on.eq(row.reviewed_on), external_checks::language.eq(row.language)),
                    (external_checks::appearances.eq(row.appearances), external_checks::original.eq(row.original)),
                    (external_checks::origin.eq(row.origin), external_checks::revision.eq(known.revision + 1)),
                ))
                .returning(cols::<External>())
                .get_result(tx.db)?;
            events::record(tx, Kind::ExternalImported, &changed, "")?;
            Ok(Imported::Changed)
        }
    }
}

fn row_of(tx: &mut Tx, check: &ExternalCheck, identity: String, origin: &str) -> Result<External> {
    Ok(External {
        id: tx.id(),
        identity,
        url: check.url.clone(),
        claim: check.claim.clone(),
        title: check.title.clone().unwrap_or_default(),
        rating: check.rating_text.clone().unwrap_or_default(),
        publisher: check.publisher_name.clone().unwrap_or_default(),
        publisher_url: check.publisher_url.clone(),
        claimant: check.claimant.clone().unwrap_or_default(),
        claimed_on: check.claimed_on,
        reviewed_on: check.reviewed_on,
        language: check.language.clone().unwrap_or_default(),
        appearances: serde_json::to_string(&check.appearances)?,
        original: check.original.clone(),
        origin: origin.chars().take(300).collect(),
        state: ExternalState::Kept,
        revision: 1,
        created_by: tx.by.id.to_string(),
        created_at: tx.now,
    })
}

/// Takes one out of what is found, or puts it back.
pub fn set_state(tx: &mut Tx, id: &ExternalId, state: ExternalState) -> Result<()> {
    tx.by.require(Act::Draft)?;
    let before: External = External::query().find(id).first(tx.db)?;
    if before.state == state {
        return Ok(());
    }
    let row: External = diesel::update(external_checks::table.find(id))
        .set((external_checks::state.eq(state), external_checks::revision.eq(before.revision + 1)))
        .returning(cols::<External>())
        .get_result(tx.db)?;
    let kind = if state == ExternalState::Kept { Kind::ExternalRestored } else { Kind::ExternalRemoved };
    events::record(tx, kind, &row, "")
}

/// One of them.
pub fn find(db: &mut Db, id: &ExternalId) -> Result<External> {
    Ok(External::query().find(id).first(db)?)
}

/// Several, by key.
pub fn by_ids(db: &mut Db, ids: &[String]) -> Result<Vec<External>> {
    Ok(External::query().filter(external_checks::id.eq_any(ids)).load(db)?)
}

/// A page of them, the newest reviews first.
pub fn list(db: &mut Db, state: ExternalState, paging: &Paging) -> Result<Vec<External>> {
    let query = External::query().filter(external_checks::state.eq(state)).into_boxed::<MultiBackend>();
    Ok(query
        .order((external_checks::reviewed_on.desc(), external_checks::id.desc()))
        .limit(paging.limit())
        .offset(paging.offset())
        .load(db)?)
}

/// Those after a key, for `verify` and for building the index.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<External>> {
    Ok(External::query().filter(external_checks::id.gt(after)).order(external_checks::id).limit(limit).load(db)?)
}

/// How many stand in each state.
pub fn count(db: &mut Db, state: ExternalState) -> Result<i64> {
    Ok(external_checks::table.filter(external_checks::state.eq(state)).count().get_result(db)?)
}

impl External {
    /// Addresses where the claim was made.
    pub fn appeared(&self) -> Vec<String> {
        serde_json::from_str(&self.appearances).map_err(Error::from).unwrap_or_default()
    }
}
