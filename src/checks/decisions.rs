//! Reviews and approvals: rows bound to exactly what was seen.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::{DecisionId, DecisionKind, DraftId, Outcome};
use super::store::Draft;
use crate::db::{Db, Moment};
use crate::error::{Error, Faults, Result, Say, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::PersonId;
use crate::schema::decisions;
use crate::tx::Tx;

/// A review or an approval, bound to exactly what was seen.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = decisions)]
pub struct Decision {
    pub id: DecisionId,
    pub draft_id: DraftId,
    pub kind: DecisionKind,
    pub outcome: Outcome,
    pub content_hash: String,
    pub comment: String,
    pub person_id: PersonId,
    pub at: Moment,
}

impl Thing for Decision {
    const KIND: &'static str = "decision";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.outcome.to_string()
    }
    fn content_hash(&self) -> Option<String> {
        Some(self.content_hash.clone())
    }
    fn words(&self) -> Value {
        json!({ "draft": self.draft_id, "kind": self.kind, "comment": self.comment, "by": self.person_id, "at": self.at })
    }
}

/// Whoever decides must have seen exactly what stands: the hash that the form carries.
pub fn as_seen(draft: &Draft, seen: &str) -> Result<String> {
    match &draft.content_hash {
        Some(hash) if hash == seen => Ok(hash.clone()),
        now => Err(Error::Stale(Box::new(Stale {
            current: now.clone().unwrap_or_default(),
            field: "content_hash",
            theirs: Vec::new(),
        }))),
    }
}

/// Records a decision about exactly what stands; sending something back needs words.
pub fn record(
    tx: &mut Tx,
    draft: &Draft,
    kind: DecisionKind,
    outcome: Outcome,
    seen: &str,
    comment: &str,
) -> Result<()> {
    let content_hash = as_seen(draft, seen)?;
    if outcome == Outcome::Changes && comment.is_empty() {
        return Err(Faults::of("comment", Say::new("comment-required")));
    }
    let decision = Decision {
        id: tx.id(),
        draft_id: draft.id.clone(),
        kind,
        outcome,
        content_hash,
        comment: comment.to_owned(),
        person_id: tx.by.id.clone(),
        at: tx.now,
    };
    diesel::insert_into(decisions::table).values(&decision).execute(tx.db)?;
    events::record(
        tx,
        if kind == DecisionKind::Review { Kind::DraftReviewed } else { Kind::DecisionMade },
        &decision,
        comment,
    )
}

/// Decisions about a draft, newest first.
pub fn decisions_of(db: &mut Db, draft: &DraftId) -> Result<Vec<Decision>> {
    Ok(Decision::query()
        .filter(decisions::draft_id.eq(draft))
        .order((decisions::at.desc(), decisions::id.desc()))
        .limit(100)
        .load(db)?)
}

/// The approval that covers exactly this document, if it still holds.
pub fn approval(db: &mut Db, draft: &Draft) -> Result<Option<Decision>> {
    Ok(Decision::query()
        .filter(decisions::draft_id.eq(&draft.id))
        .filter(decisions::kind.ne(DecisionKind::Review))
        .filter(decisions::outcome.eq(Outcome::Approved))
        .order((decisions::at.desc(), decisions::id.desc()))
        .first(db)
        .optional()?)
}

/// One decision.
pub fn decision(db: &mut Db, id: &DecisionId) -> Result<Decision> {
    Ok(Decision::query().find(id).first(db)?)
}

/// Decisions from a key on, for `verify`.
pub fn every_decision(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Decision>> {
    Ok(Decision::query().filter(decisions::id.gt(after)).order(decisions::id).limit(limit).load(db)?)
}
