//! Rows of people and invitations.

use chrono::TimeDelta;
use diesel::prelude::*;
use serde_json::{Value, json};

pub use super::sessions::{
    OwnSession, Seen, end_all_sessions, end_session, new_token, own_sessions, park, parked, session, start_session,
    touch_session, unpark,
};

use super::rules::{Act, Actor, Email, InvitationId, InvitationState, PersonId, PersonState, Role};
use crate::db::{Db, Moment, cols, sha256};
use crate::error::{Error, Faults, Result, Say};
use crate::events::{self, Kind, Thing};
use crate::schema::{invitations, people, secrets};
use crate::tx::Tx;

/// An account.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = people)]
pub struct Person {
    pub id: PersonId,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub state: PersonState,
    pub password_hash: String,
    pub revision: i32,
    pub created_at: Moment,
}

impl Thing for Person {
    const KIND: &'static str = "person";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "email": self.email, "name": self.name, "role": self.role,
            "password": sha256(self.password_hash.as_bytes()),
        })
    }
}

impl Person {
    /// The person as somebody who acts.
    pub fn actor(&self) -> Actor {
        Actor { id: self.id.clone(), name: self.name.clone(), role: self.role }
    }
}

/// An invitation: a link that lets one person join with a role.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = invitations)]
pub struct Invitation {
    pub id: InvitationId,
    pub token_hash: String,
    pub email: String,
    pub name: String,
    pub role: Role,
    pub state: InvitationState,
    pub invited_by: String,
    pub created_at: Moment,
    pub expires_at: Moment,
}

impl Thing for Invitation {
    const KIND: &'static str = "invitation";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({ "email": self.email, "name": self.name, "role": self.role, "expires_at": self.expires_at, "token": self.token_hash })
    }
}

/// How long an invitation waits.
const INVITATION: TimeDelta = TimeDelta::days(7);
const SET_UP: &str = "set_up_token";

/// Everybody, by name.
pub fn everybody(db: &mut Db) -> Result<Vec<Person>> {
    Ok(Person::query().order(people::name).limit(1000).load(db)?)
}

/// Who can sign in and act, by name: for lists of whom to ask.
pub fn active(db: &mut Db) -> Result<Vec<Person>> {
    Ok(Person::query().filter(people::state.eq(PersonState::Active)).order(people::name).limit(1000).load(db)?)
}

/// One person.
pub fn find(db: &mut Db, id: &PersonId) -> Result<Person> {
    Ok(Person::query().find(id).first(db)?)
}

/// One person by address.
pub fn by_email(db: &mut Db, email: &str) -> Result<Option<Person>> {
    Ok(Person::query().filter(people::email.eq(email)).first(db).optional()?)
}

/// Names of people by id, for bylines and lists.
pub fn names(db: &mut Db, ids: &[String]) -> Result<Vec<(String, String)>> {
    Ok(people::table.filter(people::id.eq_any(ids)).select((people::id, people::name)).load(db)?)
}

/// Whether the desk has anybody yet.
pub fn nobody_yet(db: &mut Db) -> Result<bool> {
    let count: i64 = people::table.count().get_result(db)?;
    Ok(count == 0)
}

/// Somebody new.
pub struct NewPerson {
    pub email: Email,
    pub name: String,
    pub role: Role,
    pub password_hash: String,
}

/// Adds an account. The address must be new.
pub fn add(tx: &mut Tx, new: NewPerson) -> Result<Person> {
    if by_email(tx.db, new.email.as_str())?.is_some() {
        return Err(Faults::of("email", Say::new("email-taken")));
    }
    let person = Person {
        id: tx.id(),
        email: new.email.as_str().to_owned(),
        name: new.name,
        role: new.role,
        state: PersonState::Active,
        password_hash: new.password_hash,
        revision: 1,
        created_at: tx.now,
    };
    diesel::insert_into(people::table).values(&person).execute(tx.db)?;
    events::record(tx, Kind::PersonJoined, &person, "")?;
    Ok(person)
}

/// Gives somebody another role; their sessions end, so that no open tab keeps the old one.
pub fn set_role(tx: &mut Tx, id: &PersonId, role: Role) -> Result<Person> {
    tx.by.require(Act::Manage)?;
    let before = find(tx.db, id)?;
    if before.role == role {
        return Ok(before);
    }
    keep_an_admin(tx, &before)?;
    let person: Person = diesel::update(people::table.find(id))
        .set((people::role.eq(role), people::revision.eq(people::revision + 1)))
        .returning(cols::<Person>())
        .get_result(tx.db)?;
    end_all_sessions(tx, id, None)?;
    events::record(tx, Kind::PersonChanged, &person, &format!("{} → {role}", before.role))?;
    Ok(person)
}

/// Lets somebody in or out. Whoever is out has no session the moment this commits.
pub fn set_state(tx: &mut Tx, id: &PersonId, state: PersonState) -> Result<Person> {
    tx.by.require(Act::Manage)?;
    let before = find(tx.db, id)?;
    if before.state == state {
        return Ok(before);
    }
    if state == PersonState::Disabled {
        keep_an_admin(tx, &before)?;
        end_all_sessions(tx, id, None)?;
    }
    let person: Person = diesel::update(people::table.find(id))
        .set((people::state.eq(state), people::revision.eq(people::revision + 1)))
        .returning(cols::<Person>())
        .get_result(tx.db)?;
    let kind = if state == PersonState::Active { Kind::PersonEnabled } else { Kind::PersonDisabled };
    events::record(tx, kind, &person, "")?;
    Ok(person)
}

fn keep_an_admin(tx: &mut Tx, person: &Person) -> Result<()> {
    let others: i64 = people::table
        .filter(people::role.eq(Role::Admin))
        .filter(people::state.eq(PersonState::Active))
        .filter(people::id.ne(&person.id))
        .count()
        .get_result(tx.db)?;
    if person.role == Role::Admin && others == 0 { Err(Error::refused("last-admin")) } else { Ok(()) }
}

/// Sets a new password; every other session ends.
pub fn set_password(tx: &mut Tx, id: &PersonId, hash: &str, keep: Option<&str>) -> Result<()> {
    let person: Person = diesel::update(people::table.find(id))
        .set((people::password_hash.eq(hash), people::revision.eq(people::revision + 1)))
        .returning(cols::<Person>())
        .get_result(tx.db)?;
    end_all_sessions(tx, id, keep)?;
    events::record(tx, Kind::PasswordChanged, &person, "")
}

/// Invites somebody; the token goes into a link that only the inviter sees, once.
pub fn invite(tx: &mut Tx, email: &str, name: &str, role: Role) -> Result<(Invitation, String)> {
    tx.by.require(Act::Manage)?;
    if by_email(tx.db, email)?.is_some() {
        return Err(Faults::of("email", Say::new("email-taken")));
    }
    let token = new_token();
    let invitation = Invitation {
        id: tx.id(),
        token_hash: sha256(token.as_bytes()),
        email: email.to_owned(),
        name: name.to_owned(),
        role,
        state: InvitationState::Open,
        invited_by: tx.by.id.to_string(),
        created_at: tx.now,
        expires_at: tx.now.plus(INVITATION),
    };
    diesel::insert_into(invitations::table).values(&invitation).execute(tx.db)?;
    events::record(tx, Kind::InvitationMade, &invitation, "")?;
    Ok((invitation, token))
}

/// Invitations that still wait.
pub fn open_invitations(db: &mut Db, now: Moment) -> Result<Vec<Invitation>> {
    Ok(Invitation::query()
        .filter(invitations::state.eq(InvitationState::Open))
        .filter(invitations::expires_at.gt(now))
        .order(invitations::created_at.desc())
        .limit(200)
        .load(db)?)
}

/// The invitation of a link, while it can be used.
pub fn invitation(db: &mut Db, token: &str, now: Moment) -> Result<Invitation> {
    Ok(Invitation::query()
        .filter(invitations::token_hash.eq(sha256(token.as_bytes())))
        .filter(invitations::state.eq(InvitationState::Open))
        .filter(invitations::expires_at.gt(now))
        .first(db)?)
}

fn close_invitation(tx: &mut Tx, id: &InvitationId, state: InvitationState, kind: Kind) -> Result<()> {
    let invitation: Invitation = diesel::update(invitations::table.find(id))
        .filter(invitations::state.eq(InvitationState::Open))
        .set(invitations::state.eq(state))
        .returning(cols::<Invitation>())
        .get_result(tx.db)?;
    events::record(tx, kind, &invitation, "")
}

/// Takes an invitation back.
pub fn revoke_invitation(tx: &mut Tx, id: &InvitationId) -> Result<()> {
    tx.by.require(Act::Manage)?;
    close_invitation(tx, id, InvitationState::Revoked, Kind::InvitationRevoked)
}

/// Uses an invitation: exactly one person joins by it.
pub fn join(tx: &mut Tx, token: &str, new: NewPerson) -> Result<Person> {
    let invitation = invitation(tx.db, token, tx.now)?;
    close_invitation(tx, &invitation.id, InvitationState::Used, Kind::InvitationUsed)?;
    add(tx, NewPerson { role: invitation.role, ..new })
}

/// A fresh token for the set-up link; one printed earlier is void.
pub fn new_set_up_token(tx: &mut Tx) -> Result<String> {
    let token = new_token();
    diesel::delete(secrets::table.find(SET_UP)).execute(tx.db)?;
    diesel::insert_into(secrets::table)
        .values((secrets::name.eq(SET_UP), secrets::value.eq(sha256(token.as_bytes()))))
        .execute(tx.db)?;
    Ok(token)
}

/// Whether this is the set-up link, and the desk still has nobody.
pub fn is_set_up_token(db: &mut Db, token: &str) -> Result<bool> {
    let known: Option<String> = secrets::table.find(SET_UP).select(secrets::value).first(db).optional()?;
    Ok(known.is_some_and(|hash| hash == sha256(token.as_bytes())) && nobody_yet(db)?)
}

/// The set-up link has done its work.
pub fn void_set_up_token(tx: &mut Tx) -> Result<()> {
    diesel::delete(secrets::table.find(SET_UP)).execute(tx.db)?;
    Ok(())
}

/// People from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Person>> {
    Ok(Person::query().filter(people::id.gt(after)).order(people::id).limit(limit).load(db)?)
}

/// Invitations from a key on, for `verify`.
pub fn every_invitation(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Invitation>> {
    Ok(Invitation::query().filter(invitations::id.gt(after)).order(invitations::id).limit(limit).load(db)?)
}
