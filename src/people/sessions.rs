//! Sessions: server-side, under the hash of a token that only the browser has; and forms kept across signing in.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::rules::{Actor, PersonId, PersonState, Role};
use crate::db::{Db, Moment, hex, random_bytes, sha256};
use crate::error::Result;
use crate::schema::{parked_forms, people, sessions};
use crate::tx::Tx;
use crate::web::Fields;

/// A session ends by itself after this long without a request,
const IDLE: TimeDelta = TimeDelta::hours(2);
/// and after this long in any case.
const ABSOLUTE: TimeDelta = TimeDelta::hours(24);
/// Requests closer together than this do not write.
const TOUCH: TimeDelta = TimeDelta::minutes(1);
/// Whoever comes back within this time after the end finds the form they posted.
const REMEMBERED: TimeDelta = TimeDelta::days(7);
/// Forms kept for one person at a time.
const MOST_PARKED: i64 = 10;

/// What a session token says about who asks.
pub enum Seen {
    /// Signed in; `true` where the row should be touched.
    Here(Actor, bool),
    /// Was signed in, until the session ended.
    Gone(Actor),
    Nobody,
}

/// 256 bits that nobody can guess.
pub fn new_token() -> String {
    hex(&random_bytes::<32>())
}

/// Whose session this is, if it still is one.
pub fn session(db: &mut Db, id: &str, now: Moment) -> Result<Seen> {
    type Row = (Moment, Moment, Option<Moment>, PersonId, String, Role, PersonState);
    let row: Option<Row> = sessions::table
        .inner_join(people::table)
        .filter(sessions::id.eq(id))
        .select((
            sessions::created_at,
            sessions::seen_at,
            sessions::ended_at,
            people::id,
            people::name,
            people::role,
            people::state,
        ))
        .first(db)
        .optional()?;
    let Some((created, seen, ended, id, name, role, state)) = row else { return Ok(Seen::Nobody) };
    let actor = Actor { id, name, role };
    if state != PersonState::Active || now > seen.plus(REMEMBERED) {
        return Ok(Seen::Nobody);
    }
    let over = ended.is_some() || now > seen.plus(IDLE) || now > created.plus(ABSOLUTE);
    Ok(if over { Seen::Gone(actor) } else { Seen::Here(actor, now > seen.plus(TOUCH)) })
}

/// Notes that somebody is still there.
pub fn touch_session(db: &mut Db, id: &str, now: Moment) -> Result<()> {
    diesel::update(sessions::table.find(id)).set(sessions::seen_at.eq(now)).execute(db)?;
    Ok(())
}

/// Starts a session and answers its token; an old one of the same browser ends.
pub fn start_session(tx: &mut Tx, person: &PersonId, old: Option<&str>) -> Result<String> {
    if let Some(old) = old {
        end_session(tx, old)?;
    }
    let token = new_token();
    diesel::insert_into(sessions::table)
        .values((
            sessions::id.eq(sha256(token.as_bytes())),
            sessions::person_id.eq(person),
            sessions::created_at.eq(tx.now),
            sessions::seen_at.eq(tx.now),
        ))
        .execute(tx.db)?;
    diesel::delete(sessions::table.filter(sessions::seen_at.lt(tx.now.plus(-REMEMBERED)))).execute(tx.db)?;
    Ok(token)
}

/// Signs one session out.
pub fn end_session(tx: &mut Tx, id: &str) -> Result<()> {
    diesel::update(sessions::table.find(id).filter(sessions::ended_at.is_null()))
        .set(sessions::ended_at.eq(Some(tx.now)))
        .execute(tx.db)?;
    Ok(())
}

/// Signs somebody out everywhere, except in the session given.
pub fn end_all_sessions(tx: &mut Tx, person: &PersonId, except: Option<&str>) -> Result<()> {
    diesel::update(
        sessions::table
            .filter(sessions::person_id.eq(person))
            .filter(sessions::id.ne(except.unwrap_or_default()))
            .filter(sessions::ended_at.is_null()),
    )
    .set(sessions::ended_at.eq(Some(tx.now)))
    .execute(tx.db)?;
    Ok(())
}

/// A session as its owner sees it.
#[derive(Debug, Clone, Queryable)]
pub struct OwnSession {
    pub id: String,
    pub created_at: Moment,
    pub seen_at: Moment,
}

/// Where somebody is signed in.
pub fn own_sessions(db: &mut Db, person: &PersonId, now: Moment) -> Result<Vec<OwnSession>> {
    Ok(sessions::table
        .filter(sessions::person_id.eq(person))
        .filter(sessions::ended_at.is_null())
        .filter(sessions::seen_at.gt(now.plus(-IDLE)))
        .filter(sessions::created_at.gt(now.plus(-ABSOLUTE)))
        .order(sessions::seen_at.desc())
        .limit(50)
        .select((sessions::id, sessions::created_at, sessions::seen_at))
        .load(db)?)
}

/// What stands in these fields is sealed or forgotten.
const NEVER_KEPT: [&str; 2] = ["identity", "account"];

/// Keeps a form whose session had ended, for its writer only; answers the token of its address.
pub fn park(tx: &mut Tx, path: &str, form: &Fields) -> Result<String> {
    diesel::delete(parked_forms::table.filter(parked_forms::created_at.lt(tx.now.plus(-REMEMBERED)))).execute(tx.db)?;
    // The oldest make room: what was written last is what its writer comes back for.
    let kept: Vec<String> = parked_forms::table
        .filter(parked_forms::person_id.eq(&tx.by.id))
        .order(parked_forms::created_at.desc())
        .offset(MOST_PARKED - 1)
        .limit(1000)
        .select(parked_forms::id)
        .load(tx.db)?;
    diesel::delete(parked_forms::table.filter(parked_forms::id.eq_any(kept))).execute(tx.db)?;
    let token = new_token();
    let pairs: Vec<(&str, &str)> = form
        .typed()
        .filter(|(name, _)| !name.contains("password") && !NEVER_KEPT.contains(&name.as_str()))
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    diesel::insert_into(parked_forms::table)
        .values((
            parked_forms::id.eq(sha256(token.as_bytes())),
            parked_forms::person_id.eq(&tx.by.id),
            parked_forms::path.eq(path),
            parked_forms::fields.eq(serde_json::to_string(&pairs)?),
            parked_forms::created_at.eq(tx.now),
        ))
        .execute(tx.db)?;
    Ok(token)
}

/// A kept form: the address it was for, and what was typed.
pub fn parked(db: &mut Db, person: &PersonId, token: &str) -> Result<(String, Vec<(String, String)>)> {
    let (path, fields): (String, String) = parked_forms::table
        .find(sha256(token.as_bytes()))
        .filter(parked_forms::person_id.eq(person))
        .select((parked_forms::path, parked_forms::fields))
        .first(db)?;
    Ok((path, serde_json::from_str(&fields)?))
}

/// Lets go of a kept form once its writer has it back.
pub fn unpark(tx: &mut Tx, token: &str) -> Result<()> {
    diesel::delete(parked_forms::table.find(sha256(token.as_bytes())).filter(parked_forms::person_id.eq(&tx.by.id)))
        .execute(tx.db)?;
    Ok(())
}
