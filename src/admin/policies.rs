//! The desk's own pages: how it works, how it corrects, who it is. Versioned; nothing is overwritten.

use diesel::prelude::*;
use serde_json::{Value, json};

use crate::db::{Db, Moment};
use crate::error::{Error, Result, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::Act;
use crate::schema::policies;
use crate::tx::Tx;

id! {
    /// One version of one policy.
    PolicyId
}

words! {
    /// The pages that readers are owed.
    pub enum PolicyName {
        Methodology = "methodology",
        Corrections = "corrections",
        Organisation = "organisation",
        Funding = "funding",
        Contact = "contact",
    }
}

/// One version of one page.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = policies)]
pub struct Policy {
    pub id: PolicyId,
    pub name: PolicyName,
    pub number: i32,
    pub body: String,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Policy {
    const KIND: &'static str = "policy";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        "written".into()
    }
    fn words(&self) -> Value {
        json!({ "name": self.name, "number": self.number, "body": self.body })
    }
}

/// The version in force, if the desk has written one.
pub fn current(db: &mut Db, name: PolicyName) -> Result<Option<Policy>> {
    Ok(Policy::query().filter(policies::name.eq(name)).order(policies::number.desc()).first(db).optional()?)
}

/// Writes the next version; `seen` is the number the form showed (0 for none).
pub fn write(tx: &mut Tx, name: PolicyName, body: &str, seen: i32) -> Result<()> {
    tx.by.require(Act::Manage)?;
    let before = current(tx.db, name)?;
    let number = before.as_ref().map_or(0, |policy| policy.number);
    if number != seen {
        let theirs = vec![("body", before.map(|policy| policy.body).unwrap_or_default())];
        return Err(Error::Stale(Box::new(Stale { current: number.to_string(), field: "revision", theirs })));
    }
    let policy = Policy {
        id: tx.id(),
        name,
        number: number + 1,
        body: body.to_owned(),
        created_by: tx.by.id.to_string(),
        created_at: tx.now,
    };
    diesel::insert_into(policies::table).values(&policy).execute(tx.db)?;
    events::record(tx, Kind::PolicyWritten, &policy, name.as_str())
}

/// Policies from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Policy>> {
    Ok(Policy::query().filter(policies::id.gt(after)).order(policies::id).limit(limit).load(db)?)
}
