//! Who is named on a restricted article, claim or source.

use diesel::prelude::*;

use super::rules::{PersonId, PersonState};
use crate::db::Db;
use crate::error::Result;
use crate::schema::{access, people};

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
pub fn name_people(db: &mut Db, subject: &str, wanted: &[PersonId]) -> Result<Vec<PersonId>> {
    let known: Vec<PersonId> = people::table
        .filter(people::id.eq_any(wanted))
        .filter(people::state.eq(PersonState::Active))
        .order(people::id)
        .select(people::id)
        .load(db)?;
    diesel::delete(access::table.filter(access::subject_id.eq(subject))).execute(db)?;
    for person in &known {
        diesel::insert_into(access::table)
            .values((access::subject_id.eq(subject), access::person_id.eq(person)))
            .execute(db)?;
    }
    Ok(known)
}

/// The ids of named people, for the words of an event.
pub fn named_ids(db: &mut Db, subject: &str) -> Result<Vec<PersonId>> {
    Ok(access::table
        .filter(access::subject_id.eq(subject))
        .order(access::person_id)
        .select(access::person_id)
        .load(db)?)
}
