//! Who made a claim: people and organisations, with aliases; a private individual is never named in public.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::store;
use crate::db::{Db, Moment, MultiBackend, cols};
use crate::error::{Error, Result, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::{Act, Actor};
use crate::schema::{claimants, claims};
use crate::tx::Tx;
use crate::web::{Paging, Reading};

id! {
    /// A claimant.
    ClaimantId
}

words! {
    /// Somebody, or a body.
    pub enum ClaimantKind { Person = "person", Organisation = "organisation" }
}

/// A claimant.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = claimants)]
pub struct Claimant {
    pub id: ClaimantId,
    pub name: String,
    pub kind: ClaimantKind,
    pub aliases: String,
    pub description: String,
    pub same_as: Option<String>,
    pub private: bool,
    pub revision: i32,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Claimant {
    const KIND: &'static str = "claimant";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        "listed".into()
    }
    fn words(&self) -> Value {
        json!({
            "name": self.name, "kind": self.kind, "aliases": self.aliases, "description": self.description, "same_as": self.same_as,
            "private": self.private, "created_by": self.created_by,
        })
    }
}

/// What is said about a claimant.
#[derive(Debug, Clone)]
pub struct AboutClaimant {
    pub name: String,
    pub kind: ClaimantKind,
    /// One a line.
    pub aliases: String,
    /// "deputy mayor of Brackwater"
    pub description: String,
    pub same_as: Option<String>,
    pub private: bool,
}

impl AboutClaimant {
    /// Reads the form's fields.
    pub fn read(reading: &mut Reading) -> Self {
        let aliases = reading.text("aliases", 2000);
        AboutClaimant {
            name: reading.required("name", 200),
            kind: reading.optional("kind").unwrap_or(ClaimantKind::Person),
            aliases: aliases.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"),
            description: reading.text("description", 300),
            same_as: reading.url("same_as"),
            private: reading.flag("private"),
        }
    }
}

/// Adds a claimant.
pub fn add(tx: &mut Tx, about: AboutClaimant) -> Result<Claimant> {
    tx.by.require(Act::Add)?;
    let claimant = Claimant {
        id: tx.id(),
        name: about.name,
        kind: about.kind,
        aliases: about.aliases,
        description: about.description,
        same_as: about.same_as,
        private: about.private,
        revision: 1,
        created_by: tx.by.id.to_string(),
        created_at: tx.now,
    };
    diesel::insert_into(claimants::table).values(&claimant).execute(tx.db)?;
    events::record(tx, Kind::ClaimantAdded, &claimant, "")?;
    Ok(claimant)
}

/// The claimant of this name that whoever acts may know of, or a new one: for forms in which the name is typed.
pub fn named(tx: &mut Tx, name: &str) -> Result<Claimant> {
    let by = tx.by.clone();
    let found: Vec<Claimant> =
        Claimant::query().filter(claimants::name.eq(name)).filter(visible_to(&by)).limit(1).load(tx.db)?;
    match found.into_iter().next() {
        Some(claimant) => Ok(claimant),
        None => add(
            tx,
            AboutClaimant {
                name: name.to_owned(),
                kind: ClaimantKind::Person,
                aliases: String::new(),
                description: String::new(),
                same_as: None,
                private: false,
            },
        ),
    }
}

/// Changes a claimant; open drafts that name them follow, published versions do not.
pub fn change(tx: &mut Tx, id: &ClaimantId, about: AboutClaimant, seen: i32) -> Result<Claimant> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    shown(tx.db, &by, id)?;
    let changed: Option<Claimant> = diesel::update(claimants::table.find(id).filter(claimants::revision.eq(seen)))
        .set((
            claimants::name.eq(&about.name),
            claimants::kind.eq(about.kind),
            claimants::aliases.eq(&about.aliases),
            claimants::description.eq(&about.description),
            claimants::same_as.eq(&about.same_as),
            claimants::private.eq(about.private),
            claimants::revision.eq(seen + 1),
        ))
        .returning(cols::<Claimant>())
        .get_result(tx.db)
        .optional()?;
    let Some(changed) = changed else {
        let now = find(tx.db, id)?;
        let theirs = vec![
            ("name", now.name),
            ("aliases", now.aliases),
            ("description", now.description),
            ("same_as", now.same_as.unwrap_or_default()),
            ("kind", now.kind.to_string()),
            ("private", if now.private { "yes".into() } else { String::new() }),
        ];
        return Err(Error::Stale(Box::new(Stale { current: now.revision.to_string(), field: "revision", theirs })));
    };
    events::record(tx, Kind::ClaimantChanged, &changed, "")?;
    Ok(changed)
}

/// Whom somebody may know of: whoever made a claim that they may see, or none yet.
#[diesel::dsl::auto_type]
fn visible_to(actor: &Actor) -> _ {
    let sight: store::visible_to = store::visible_to(actor);
    let named = claims::table.filter(claims::claimant_id.is_not_null()).select(claims::claimant_id.assume_not_null());
    let seen = claims::table
        .filter(sight)
        .filter(claims::claimant_id.is_not_null())
        .select(claims::claimant_id.assume_not_null());
    diesel::dsl::not(claimants::id.eq_any(named)).or(claimants::id.eq_any(seen))
}

/// One claimant, for somebody who may know of them.
pub fn shown(db: &mut Db, actor: &Actor, id: &ClaimantId) -> Result<Claimant> {
    Ok(Claimant::query().filter(claimants::id.eq(id)).filter(visible_to(actor)).first(db)?)
}

/// One claimant.
pub fn find(db: &mut Db, id: &ClaimantId) -> Result<Claimant> {
    Ok(Claimant::query().find(id).first(db)?)
}

/// Several, by key.
pub fn by_ids(db: &mut Db, ids: &[ClaimantId]) -> Result<Vec<Claimant>> {
    Ok(Claimant::query().filter(claimants::id.eq_any(ids)).load(db)?)
}

/// A page of claimants by name.
pub fn list(db: &mut Db, actor: &Actor, starts: &str, paging: &Paging) -> Result<Vec<Claimant>> {
    let mut query = Claimant::query().filter(visible_to(actor)).into_boxed::<MultiBackend>();
    if !starts.is_empty() {
        query = query.filter(claimants::name.ge(starts.to_owned()));
    }
    Ok(query.order((claimants::name, claimants::id)).limit(paging.limit()).offset(paging.offset()).load(db)?)
}

/// The names to choose from in a form; a longer list is searched on its own page.
pub fn choices(db: &mut Db, actor: &Actor) -> Result<Vec<Claimant>> {
    Ok(Claimant::query().filter(visible_to(actor)).order((claimants::name, claimants::id)).limit(500).load(db)?)
}

/// Claimants from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Claimant>> {
    Ok(Claimant::query().filter(claimants::id.gt(after)).order(claimants::id).limit(limit).load(db)?)
}
