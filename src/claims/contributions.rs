//! Who changed what a check is made of. Whoever stands here cannot approve it.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::ClaimId;
use crate::db::{Db, Moment};
use crate::error::Result;
use crate::events::{self, Kind, Thing};
use crate::people::rules::PersonId;
use crate::schema::contributions;
use crate::tx::Tx;

id! {
    /// One contribution.
    ContributionId
}

/// A person's change to what a draft is made of; without a draft where none was open: it counts for the next one.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = contributions)]
pub struct Contribution {
    pub id: ContributionId,
    pub claim_id: ClaimId,
    pub draft_id: Option<String>,
    pub person_id: PersonId,
    pub at: Moment,
}

impl Thing for Contribution {
    const KIND: &'static str = "contribution";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        "made".into()
    }
    fn words(&self) -> Value {
        json!({ "claim": self.claim_id, "draft": self.draft_id, "person": self.person_id, "at": self.at })
    }
}

/// Notes that whoever acts has contributed. The command line is no person.
pub fn add(tx: &mut Tx, claim: &ClaimId, draft: Option<&str>) -> Result<()> {
    if tx.by.is_operator() {
        return Ok(());
    }
    let contribution = Contribution {
        id: tx.id(),
        claim_id: claim.clone(),
        draft_id: draft.map(str::to_owned),
        person_id: tx.by.id.clone(),
        at: tx.now,
    };
    diesel::insert_into(contributions::table).values(&contribution).execute(tx.db)?;
    events::record(tx, Kind::ContributionMade, &contribution, "")
}

/// Contributions from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Contribution>> {
    Ok(Contribution::query().filter(contributions::id.gt(after)).order(contributions::id).limit(limit).load(db)?)
}
