//! Where sources have what they say from: several that rest on one press release, wire, dataset or study are one origin.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use serde_json::{Value, json};

use super::protected;
use super::rules::SourceId;
use super::store::{self as sources, Source, visible_to};
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Faults, Result, Say};
use crate::events::{self, Kind, Subject, Thing};
use crate::people::rules::{Act, Actor};
use crate::schema::{derivations, sources as source_rows};
use crate::tx::Tx;

id! {
    /// That one source derives from another.
    DerivationId
}

words! {
    /// Whether it still holds.
    pub enum DerivationState { Standing = "standing", TakenBack = "taken_back" }
}

/// Steps from a source to where it has things from; longer chains are cut, and so are circles.
const STEPS: usize = 32;

/// One source derives from another.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = derivations)]
pub struct Derivation {
    pub id: DerivationId,
    pub source_id: SourceId,
    pub origin_id: SourceId,
    pub note: String,
    pub state: DerivationState,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Derivation {
    const KIND: &'static str = "derivation";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "source": self.source_id, "origin": self.origin_id, "note": self.note, "created_by": self.created_by,
        })
    }
}

/// Says that a source has it from another. A source has one origin at a time, and never itself.
pub fn derive(tx: &mut Tx, source: &SourceId, origin: &SourceId, note: &str) -> Result<()> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    sources::find(tx.db, &by, source)?;
    sources::find(tx.db, &by, origin)?;
    // Where a protected source has it from may tell who it is.
    protected::refuse(tx.db, source)?;
    if leads_to(tx.db, origin, source)? {
        return Err(Faults::of("origin", Say::new("origin-circle")));
    }
    if let Some(standing) = of(tx.db, source)? {
        end(tx, standing)?;
    }
    let derivation = Derivation {
        id: tx.id(),
        source_id: source.clone(),
        origin_id: origin.clone(),
        note: note.to_owned(),
        state: DerivationState::Standing,
        created_by: by.id.to_string(),
        created_at: tx.now,
    };
    diesel::insert_into(derivations::table).values(&derivation).execute(tx.db)?;
    events::record(tx, Kind::OriginSet, &derivation, "")?;
    touch_all_below(tx, source)
}

/// Whether a source is another one, or has it from there; a chain that is too long counts as if it did.
fn leads_to(db: &mut Db, from: &SourceId, to: &SourceId) -> Result<bool> {
    let mut at = from.clone();
    for _ in 0..STEPS {
        if at == *to {
            return Ok(true);
        }
        match of(db, &at)? {
            Some(step) => at = step.origin_id,
            None => return Ok(false),
        }
    }
    Ok(true)
}

/// Takes back where a source has it from.
pub fn release(tx: &mut Tx, source: &SourceId) -> Result<()> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    sources::find(tx.db, &by, source)?;
    let Some(standing) = of(tx.db, source)? else { return Err(Error::refused("origin-none")) };
    end(tx, standing)?;
    touch_all_below(tx, source)
}

fn end(tx: &mut Tx, standing: Derivation) -> Result<()> {
    let ended: Derivation = diesel::update(derivations::table.find(&standing.id))
        .set(derivations::state.eq(DerivationState::TakenBack))
        .returning(cols::<Derivation>())
        .get_result(tx.db)?;
    events::record(tx, Kind::OriginTakenBack, &ended, "")
}

/// The origin stands in the content document, so drafts that cite the source, or one that has it from there, follow.
pub(super) fn touch_all_below(tx: &mut Tx, source: &SourceId) -> Result<()> {
    let (mut waiting, mut seen) = (vec![source.clone()], HashSet::from([source.clone()]));
    while let Some(next) = waiting.pop() {
        for below in derived_from(tx.db, &next)? {
            if seen.insert(below.clone()) {
                waiting.push(below);
            }
        }
        tx.touch(Subject { kind: Source::KIND, id: next.to_string() });
    }
    Ok(())
}

fn derived_from(db: &mut Db, origin: &SourceId) -> Result<Vec<SourceId>> {
    Ok(derivations::table
        .filter(derivations::origin_id.eq(origin))
        .filter(derivations::state.eq(DerivationState::Standing))
        .select(derivations::source_id)
        .limit(1000)
        .load(db)?)
}

/// Where a source has it from, as it stands.
pub fn of(db: &mut Db, source: &SourceId) -> Result<Option<Derivation>> {
    Ok(Derivation::query()
        .filter(derivations::source_id.eq(source))
        .filter(derivations::state.eq(DerivationState::Standing))
        .first(db)
        .optional()?)
}

/// Sources that have it from this one, as far as somebody may see them.
pub fn below(db: &mut Db, actor: &Actor, origin: &SourceId) -> Result<Vec<Source>> {
    let ids = derived_from(db, origin)?;
    Ok(Source::query().filter(source_rows::id.eq_any(ids)).filter(visible_to(actor)).limit(200).load(db)?)
}

/// The first origin of each of some sources; sources without one are not in it.
pub fn roots(db: &mut Db, of: &[&SourceId]) -> Result<HashMap<SourceId, SourceId>> {
    let mut at: HashMap<SourceId, SourceId> = of.iter().map(|id| ((*id).clone(), (*id).clone())).collect();
    for _ in 0..STEPS {
        let places: Vec<SourceId> = at.values().cloned().collect();
        let steps: HashMap<SourceId, SourceId> = derivations::table
            .filter(derivations::source_id.eq_any(&places))
            .filter(derivations::state.eq(DerivationState::Standing))
            .select((derivations::source_id, derivations::origin_id))
            .load::<(SourceId, SourceId)>(db)?
            .into_iter()
            .collect();
        if steps.is_empty() {
            break;
        }
        for place in at.values_mut() {
            if let Some(next) = steps.get(place) {
                *place = next.clone();
            }
        }
    }
    at.retain(|source, root| source != root);
    Ok(at)
}

/// Derivations from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Derivation>> {
    Ok(Derivation::query().filter(derivations::id.gt(after)).order(derivations::id).limit(limit).load(db)?)
}
