//! Who is named on a restricted article, claim or source.

use diesel::prelude::*;

use super::rules::{PersonId, PersonState};
use serde_json::{Value, json};

use crate::db::Db;
use crate::error::Result;
use crate::events::{self, Kind, Thing};
use crate::schema::{access, people};
use crate::tx::Tx;

/// Who is named on one thing.
#[derive(Debug, Clone)]
pub struct AccessList {
    pub subject: String,
    pub people: Vec<PersonId>,
}

impl Thing for AccessList {
    const KIND: &'static str = "access";
    fn key(&self) -> String {
        self.subject.clone()
    }
    fn state(&self) -> String {
        "listed".into()
    }
    fn words(&self) -> Value {
        json!({ "people": self.people })
    }
}

/// The lists of these things, and every other list that has rows, for `verify`.
pub fn every(db: &mut Db, mut subjects: Vec<String>) -> Result<Vec<AccessList>> {
    subjects.extend(access::table.select(access::subject_id).distinct().load::<String>(db)?);
    subjects.sort();
    subjects.dedup();
    subjects.into_iter().map(|subject| Ok(AccessList { people: named_ids(db, &subject)?, subject })).collect()
}

/// The people named on something, by name.
pub fn named(db: &mut Db, subject: &str) -> Result<Vec<(PersonId, String)>> {
    Ok(access::table
        .inner_join(people::table.on(people::id.eq(access::person_id)))
        .filter(access::subject_id.eq(subject))
        .order(people::name)
        .select((people::id, people::name))
        .load(db)?)
}

/// Replaces the list of people named on something; only active accounts can be named.
pub fn name_people(tx: &mut Tx, subject: &str, wanted: &[PersonId]) -> Result<()> {
    let people: Vec<PersonId> = people::table
        .filter(people::id.eq_any(wanted))
        .filter(people::state.eq(PersonState::Active))
        .order(people::id)
        .select(people::id)
        .load(tx.db)?;
    diesel::delete(access::table.filter(access::subject_id.eq(subject))).execute(tx.db)?;
    for person in &people {
        diesel::insert_into(access::table)
            .values((access::subject_id.eq(subject), access::person_id.eq(person)))
            .execute(tx.db)?;
    }
    events::record(tx, Kind::AccessChanged, &AccessList { subject: subject.to_owned(), people }, "")
}

/// The ids of named people, for the words of an event.
pub fn named_ids(db: &mut Db, subject: &str) -> Result<Vec<PersonId>> {
    Ok(access::table
        .filter(access::subject_id.eq(subject))
        .order(access::person_id)
        .select(access::person_id)
        .load(db)?)
}
