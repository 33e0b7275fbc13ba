//! Rows of retractions. A retracted check keeps its address, with the reason.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::{RetractionId, RetractionKind, RetractionState, may_confirm};
use crate::checks::rules::{CheckId, CheckState};
use crate::checks::store::{self as checks, Check};
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Faults, Result, Say};
use crate::events::{self, Kind, Thing};
use crate::people::rules::Act;
use crate::schema::{checks as check_rows, retractions};
use crate::tx::Tx;

/// One proposal to take a check back, and what became of it.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = retractions)]
pub struct Retraction {
    pub id: RetractionId,
    pub check_id: CheckId,
    pub kind: RetractionKind,
    /// The check that says the same and stays.
    pub merged_into: Option<CheckId>,
    /// What readers are told.
    pub reason: String,
    pub state: RetractionState,
    pub proposed_by: String,
    pub proposed_at: Moment,
    pub decided_by: Option<String>,
    pub decided_at: Option<Moment>,
}

impl Thing for Retraction {
    const KIND: &'static str = "retraction";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "check": self.check_id, "kind": self.kind, "merged_into": self.merged_into, "reason": self.reason,
            "proposed_by": self.proposed_by, "proposed_at": self.proposed_at, "decided_by": self.decided_by,
            "decided_at": self.decided_at,
        })
    }
}

/// Proposes to take a published check back; `into` is the address of the check it is merged into.
pub fn propose(tx: &mut Tx, check: &CheckId, into: Option<&str>, reason: &str) -> Result<RetractionId> {
    tx.by.require(Act::Approve)?;
    let by = tx.by.clone();
    let check = checks::find(tx.db, &by, check)?;
    if check.state != CheckState::Published {
        return Err(Error::refused("retraction-published-only"));
    }
    if open(tx.db, &check.id)?.is_some() {
        return Err(Error::refused("retraction-open-already"));
    }
    let merged_into = into.map(|slug| other(tx.db, &check, slug)).transpose()?;
    let row = Retraction {
        id: tx.id(),
        check_id: check.id,
        kind: if merged_into.is_some() { RetractionKind::Merged } else { RetractionKind::Retracted },
        merged_into,
        reason: reason.to_owned(),
        state: RetractionState::Proposed,
        proposed_by: by.id.to_string(),
        proposed_at: tx.now,
        decided_by: None,
        decided_at: None,
    };
    diesel::insert_into(retractions::table).values(&row).execute(tx.db)?;
    events::record(tx, Kind::RetractionProposed, &row, "")?;
    Ok(row.id)
}

fn other(db: &mut Db, check: &Check, slug: &str) -> Result<CheckId> {
    let found: Option<CheckId> = check_rows::table
        .filter(check_rows::slug.eq(slug))
        .filter(check_rows::state.eq(CheckState::Published))
        .filter(check_rows::id.ne(&check.id))
        .select(check_rows::id)
        .first(db)
        .optional()?;
    found.ok_or_else(|| Faults::of("merged_into", Say::new("merged-into-unknown")))
}

/// Confirms what another proposed: from now on readers see that it was taken back, and why.
pub fn confirm(tx: &mut Tx, check: &CheckId, id: &RetractionId) -> Result<()> {
    let before = proposed(tx, check, id)?;
    may_confirm(&tx.by, &before.proposed_by)?;
    if let Some(stays) = &before.merged_into {
        let stands: i64 = check_rows::table
            .filter(check_rows::id.eq(stays))
            .filter(check_rows::state.eq(CheckState::Published))
            .count()
            .get_result(tx.db)?;
        if stands == 0 {
            return Err(Error::refused("merged-into-gone"));
        }
    }
    decide(tx, before, RetractionState::Confirmed, Kind::RetractionConfirmed)?;
    let retracted: Option<Check> =
        diesel::update(check_rows::table.find(check).filter(check_rows::state.eq(CheckState::Published)))
            .set((
                check_rows::state.eq(CheckState::Retracted),
                check_rows::changed_at.eq(Some(tx.now)),
                check_rows::revision.eq(check_rows::revision + 1),
            ))
            .returning(cols::<Check>())
            .get_result(tx.db)
            .optional()?;
    let retracted = retracted.ok_or_else(|| Error::refused("retraction-published-only"))?;
    events::record(tx, Kind::CheckRetracted, &retracted, "")
}

/// Takes a proposal off the table.
pub fn withdraw(tx: &mut Tx, check: &CheckId, id: &RetractionId) -> Result<()> {
    tx.by.require(Act::Approve)?;
    let before = proposed(tx, check, id)?;
    decide(tx, before, RetractionState::Withdrawn, Kind::RetractionWithdrawn)
}

fn proposed(tx: &mut Tx, check: &CheckId, id: &RetractionId) -> Result<Retraction> {
    let by = tx.by.clone();
    checks::find(tx.db, &by, check)?;
    let row = Retraction::query().find(id).filter(retractions::check_id.eq(check)).first(tx.db)?;
    if row.state != RetractionState::Proposed {
        return Err(Error::refused("proposal-decided"));
    }
    Ok(row)
}

fn decide(tx: &mut Tx, before: Retraction, state: RetractionState, kind: Kind) -> Result<()> {
    let decided: Retraction = diesel::update(retractions::table.find(&before.id))
        .set((
            retractions::state.eq(state),
            retractions::decided_by.eq(tx.by.id.to_string()),
            retractions::decided_at.eq(tx.now),
        ))
        .returning(cols::<Retraction>())
        .get_result(tx.db)?;
    events::record(tx, kind, &decided, "")
}

/// The proposal that waits for a second person.
pub fn open(db: &mut Db, check: &CheckId) -> Result<Option<Retraction>> {
    Ok(Retraction::query()
        .filter(retractions::check_id.eq(check))
        .filter(retractions::state.eq(RetractionState::Proposed))
        .first(db)
        .optional()?)
}

/// Why a check was taken back, with the address of the check it was merged into.
pub fn confirmed(db: &mut Db, check: &CheckId) -> Result<Option<(Retraction, Option<String>)>> {
    let row = Retraction::query()
        .filter(retractions::check_id.eq(check))
        .filter(retractions::state.eq(RetractionState::Confirmed))
        .first(db)
        .optional()?;
    let Some(row) = row else { return Ok(None) };
    let slug: Option<Option<String>> = match &row.merged_into {
        Some(other) => check_rows::table.find(other).select(check_rows::slug).first(db).optional()?,
        None => None,
    };
    Ok(Some((row, slug.flatten())))
}

/// Retractions from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Retraction>> {
    Ok(Retraction::query().filter(retractions::id.gt(after)).order(retractions::id).limit(limit).load(db)?)
}
