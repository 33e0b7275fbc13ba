//! Rows of evidence: a source's bearing on a claim. Numbered once per check, never renumbered.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::drafts;
use super::rules::{CheckId, EvidenceId, EvidenceState, Stance, Step};
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Result, Stale};
use crate::events::{self, Kind, Thing};
use crate::evidence::rules::{SnapshotId, SourceId};
use crate::evidence::store as sources;
use crate::evidence::watches;
use crate::schema::evidence;
use crate::text::anchor::{self, Anchor};
use crate::tx::Tx;

/// One piece of evidence.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = evidence)]
pub struct Evidence {
    pub id: EvidenceId,
    pub check_id: CheckId,
    pub number: i32,
    pub stance: Stance,
    pub source_id: SourceId,
    pub snapshot_id: Option<SnapshotId>,
    pub start_at: Option<i32>,
    pub end_at: Option<i32>,
    pub exact: Option<String>,
    pub prefix: Option<String>,
    pub suffix: Option<String>,
    pub note: String,
    pub state: EvidenceState,
    pub revision: i32,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Evidence {
    const KIND: &'static str = "evidence";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "check": self.check_id, "number": self.number, "stance": self.stance, "source": self.source_id,
            "snapshot": self.snapshot_id, "start": self.start_at, "end": self.end_at, "exact": self.exact,
            "prefix": self.prefix, "suffix": self.suffix, "note": self.note, "created_by": self.created_by,
        })
    }
}

/// What a new piece says: a passage of a snapshot, or a note where nothing can be quoted.
#[derive(Debug, Clone)]
pub struct NewEvidence {
    pub stance: Stance,
    pub source: SourceId,
    pub quote: Option<(SnapshotId, Anchor)>,
    pub note: String,
}

/// Adds a piece. A quote is taken only if it stands in the snapshot, exactly (invariant 6).
pub fn add(tx: &mut Tx, check: &CheckId, new: NewEvidence) -> Result<i32> {
    drafts::permit(tx, check, Step::Edit)?;
    let by = tx.by.clone();
    let source = sources::find(tx.db, &by, &new.source)?;
    if let Some((snapshot, anchor)) = &new.quote {
        let snapshot = sources::snapshot(tx.db, snapshot)?;
        if snapshot.source_id != new.source || !anchor::holds(&snapshot.text, anchor.start, anchor.end, &anchor.exact) {
            return Err(Error::refused("quote-not-found"));
        }
    }
    let last: Option<i32> =
        evidence::table.filter(evidence::check_id.eq(check)).select(diesel::dsl::max(evidence::number)).first(tx.db)?;
    let number = last.unwrap_or(0) + 1;
    let (snapshot_id, anchor) = new.quote.unzip();
    let position = |point: usize| i32::try_from(point).ok();
    let piece = Evidence {
        id: tx.id(),
        check_id: check.clone(),
        number,
        stance: new.stance,
        source_id: new.source,
        snapshot_id,
        start_at: anchor.as_ref().and_then(|a| position(a.start)),
        end_at: anchor.as_ref().and_then(|a| position(a.end)),
        exact: anchor.as_ref().map(|a| a.exact.clone()),
        prefix: anchor.as_ref().map(|a| a.prefix.clone()),
        suffix: anchor.as_ref().map(|a| a.suffix.clone()),
        note: new.note,
        state: EvidenceState::Kept,
        revision: 1,
        created_by: by.id.to_string(),
        created_at: tx.now,
    };
    diesel::insert_into(evidence::table).values(&piece).execute(tx.db)?;
    let tomorrow = tx.now.plus(chrono::TimeDelta::days(1));
    watches::begin(tx, &source.id, source.url.as_deref(), tomorrow)?;
    events::record(tx, Kind::EvidenceAdded, &piece, "")?;
    Ok(number)
}

/// Changes what a piece is said to show; `seen` is the revision its form showed.
pub fn change(tx: &mut Tx, check: &CheckId, number: i32, stance: Stance, note: &str, seen: i32) -> Result<()> {
    drafts::permit(tx, check, Step::Edit)?;
    let before = find(tx.db, check, number)?;
    let changed: Option<Evidence> =
        diesel::update(evidence::table.find(&before.id).filter(evidence::revision.eq(seen)))
            .set((evidence::stance.eq(stance), evidence::note.eq(note), evidence::revision.eq(seen + 1)))
            .returning(cols::<Evidence>())
            .get_result(tx.db)
            .optional()?;
    let Some(changed) = changed else {
        let theirs = vec![("stance", before.stance.to_string()), ("note", before.note)];
        return Err(Error::Stale(Box::new(Stale { current: before.revision.to_string(), field: "revision", theirs })));
    };
    events::record(tx, Kind::EvidenceChanged, &changed, "")
}

/// Takes a piece out of the draft, or puts it back. Its number stays its own.
pub fn set_state(tx: &mut Tx, check: &CheckId, number: i32, state: EvidenceState) -> Result<()> {
    drafts::permit(tx, check, Step::Edit)?;
    let before = find(tx.db, check, number)?;
    if before.state == state {
        return Ok(());
    }
    let changed: Evidence = diesel::update(evidence::table.find(&before.id))
        .set((evidence::state.eq(state), evidence::revision.eq(evidence::revision + 1)))
        .returning(cols::<Evidence>())
        .get_result(tx.db)?;
    if state == EvidenceState::Kept {
        let by = tx.by.clone();
        let source = sources::find(tx.db, &by, &changed.source_id)?;
        watches::begin(tx, &source.id, source.url.as_deref(), tx.now.plus(chrono::TimeDelta::days(1)))?;
    }
    let kind = if state == EvidenceState::Kept { Kind::EvidenceChanged } else { Kind::EvidenceRemoved };
    events::record(tx, kind, &changed, "")
}

/// One piece by its number.
pub fn find(db: &mut Db, check: &CheckId, number: i32) -> Result<Evidence> {
    Ok(Evidence::query().filter(evidence::check_id.eq(check)).filter(evidence::number.eq(number)).first(db)?)
}

/// Every piece of a check in the order of the numbers, removed ones too.
pub fn of_check(db: &mut Db, check: &CheckId) -> Result<Vec<Evidence>> {
    Ok(Evidence::query().filter(evidence::check_id.eq(check)).order(evidence::number).limit(1000).load(db)?)
}

/// Pieces from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Evidence>> {
    Ok(Evidence::query().filter(evidence::id.gt(after)).order(evidence::id).limit(limit).load(db)?)
}
