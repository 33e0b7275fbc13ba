//! A new version of an article takes every claim with it: each gets exactly one state, none is lost, none silently moved.

use std::collections::{BTreeMap, HashMap};

use diesel::prelude::*;

use super::places::{Place, PlaceState, Ruling, Warned, all_claims};
use super::rules::ClaimId;
use super::store::Claim;
use crate::articles::rules::{ArticleId, VersionId};
use crate::articles::store::{self as articles, Version};
use crate::db::Db;
use crate::error::Result;
use crate::events::{self, Kind};
use crate::schema::claim_places;
use crate::text::anchor::{self, Anchor};
use crate::text::reanchor::{Outcome, Reanchorer, State};
use crate::tx::Tx;

/// How many claims ended in which state.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Carried {
    pub exact: usize,
    pub moved: usize,
    /// Changed, ambiguous or orphaned: a person has to look.
    pub open: usize,
}

/// Where a claim last stood beyond doubt.
#[derive(Debug, Clone)]
pub struct From {
    version: VersionId,
    start: i32,
    end: i32,
    exact: String,
}

/// What became of passages in a new text, by the version and the place they were taken from.
#[derive(Debug, Default)]
pub struct Found {
    outcomes: HashMap<(VersionId, i32, i32), Outcome>,
}

/// The passages of an article's claims, with the texts they were taken from.
#[derive(Debug)]
pub struct Sought {
    groups: Vec<(Version, Vec<From>)>,
}

/// Looks up what a new version will have to be searched for.
pub fn seek(db: &mut Db, article: &ArticleId) -> Result<Sought> {
    let found = all_claims(db, article)?;
    let last = last_places(db, &found)?;
    let mut by_version: BTreeMap<VersionId, Vec<From>> = BTreeMap::new();
    for from in found.iter().filter_map(|claim| last_held(claim, &last)) {
        by_version.entry(from.version.clone()).or_default().push(from);
    }
    let groups = by_version.into_iter().map(|(id, from)| Ok((articles::version(db, &id)?, from)));
    Ok(Sought { groups: groups.collect::<Result<_>>()? })
}

impl Sought {
    /// Searches a text for all of it: the slow part, before anything is written.
    pub fn find(&self, text: &str) -> Found {
        let mut found = Found::default();
        for (old, passages) in &self.groups {
            let engine = Reanchorer::new(&old.text, text);
            for from in passages {
                // A kept passage is inside its text; were it not, the claim is still not lost.
                let outcome = engine.span(point(from.start), point(from.end)).unwrap_or_else(|_| lost(&from.exact));
                found.outcomes.insert((from.version.clone(), from.start, from.end), outcome);
            }
        }
        found
    }
}

/// Carries every claim of the article over to its newest version. What `found` does not have, because it was marked or
/// decided meanwhile, is searched for here.
pub fn carry(tx: &mut Tx, version: &Version, mut found: Found) -> Result<Carried> {
    let claims = all_claims(tx.db, &version.article_id)?;
    let last = last_places(tx.db, &claims)?;
    let mut carried = Carried::default();
    for claim in &claims {
        let Some(from) = last_held(claim, &last) else { continue };
        let key = (from.version.clone(), from.start, from.end);
        if !found.outcomes.contains_key(&key) {
            let late = Sought { groups: vec![(articles::version(tx.db, &from.version)?, vec![from.clone()])] };
            found.outcomes.extend(late.find(&version.text).outcomes);
        }
        let outcome = found.outcomes.get(&key).cloned().unwrap_or_else(|| lost(&from.exact));
        let said_gone = last.get(&claim.id).and_then(|rows| rows.first()).is_some_and(|it| it.decision == Ruling::Gone);
        keep(tx, claim, version, from, outcome, said_gone, &mut carried)?;
    }
    Ok(carried)
}

fn lost(exact: &str) -> Outcome {
    Outcome {
        state: State::Orphaned,
        place: None,
        old: exact.to_owned(),
        new: String::new(),
        warnings: Vec::new(),
        candidates: Vec::new(),
        typography_only: false,
    }
}

fn point(at: i32) -> usize {
    usize::try_from(at).unwrap_or_default()
}

/// Every place of some claims, newest first.
fn last_places(db: &mut Db, found: &[Claim]) -> Result<HashMap<ClaimId, Vec<Place>>> {
    let ids: Vec<&ClaimId> = found.iter().map(|claim| &claim.id).collect();
    let mut places: HashMap<ClaimId, Vec<Place>> = HashMap::new();
    for chunk in ids.chunks(500) {
        let rows = Place::query()
            .filter(claim_places::claim_id.eq_any(chunk.to_vec()))
            .order((claim_places::created_at.desc(), claim_places::id.desc()))
            .load(db)?;
        for row in rows {
            places.entry(row.claim_id.clone()).or_default().push(row);
        }
    }
    Ok(places)
}

fn last_held(claim: &Claim, last: &HashMap<ClaimId, Vec<Place>>) -> Option<From> {
    let held = last.get(&claim.id).and_then(|rows| rows.iter().find(|place| place.holds()));
    match held {
        Some(place) => Some(From {
            version: place.version_id.clone(),
            start: place.start_at?,
            end: place.end_at?,
            exact: place.exact.clone()?,
        }),
        None => Some(From {
            version: claim.version_id.clone()?,
            start: claim.start_at?,
            end: claim.end_at?,
            exact: claim.exact.clone()?,
        }),
    }
}

fn keep(
    tx: &mut Tx,
    claim: &Claim,
    version: &Version,
    from: From,
    outcome: Outcome,
    said_gone: bool,
    carried: &mut Carried,
) -> Result<()> {
    let state = match outcome.state {
        State::Exact => PlaceState::Exact,
        State::Moved => PlaceState::Moved,
        State::Changed => PlaceState::Changed,
        State::Ambiguous => PlaceState::Ambiguous,
        State::Orphaned => PlaceState::Orphaned,
    };
    let decision = match state {
        // Somebody said it was gone: that its words are back is for somebody to say.
        PlaceState::Exact | PlaceState::Moved if said_gone => Ruling::Open,
        PlaceState::Exact | PlaceState::Moved => Ruling::None,
        PlaceState::Orphaned if said_gone => Ruling::Gone,
        _ => Ruling::Open,
    };
    match (state, decision) {
        (_, Ruling::Open) => carried.open += 1,
        (PlaceState::Exact, _) => carried.exact += 1,
        (PlaceState::Moved, _) => carried.moved += 1,
        _ => {}
    }
    let passage: Option<Anchor> = outcome.place.and_then(|it| anchor::anchor(&version.text, it.start, it.end));
    let warnings: Vec<Warned> = outcome
        .warnings
        .iter()
        .take(50)
        .map(|it| Warned { what: it.what.as_str().into(), old: short(&it.old), new: short(&it.new) })
        .chain(outcome.typography_only.then(Warned::typography))
        .collect();
    let candidates: Vec<(usize, usize)> = outcome.candidates.iter().take(20).map(|it| (it.start, it.end)).collect();
    let place = Place {
        id: tx.id(),
        claim_id: claim.id.clone(),
        version_id: version.id.clone(),
        state,
        decision,
        start_at: passage.as_ref().and_then(|it| i32::try_from(it.start).ok()),
        end_at: passage.as_ref().and_then(|it| i32::try_from(it.end).ok()),
        exact: passage.as_ref().map(|it| it.exact.clone()),
        prefix: passage.as_ref().map(|it| it.prefix.clone()),
        suffix: passage.map(|it| it.suffix),
        warnings: serde_json::to_string(&warnings)?,
        candidates: serde_json::to_string(&candidates)?,
        from_version_id: from.version,
        from_start: from.start,
        from_end: from.end,
        from_exact: from.exact,
        decided_by: None,
        revision: 1,
        created_at: tx.now,
    };
    diesel::insert_into(claim_places::table).values(&place).execute(tx.db)?;
    // The old words and the new ones, where they are not the same (C12); where it stood and stands is in the event too.
    let note = match &place.exact {
        Some(exact) if *exact != place.from_exact => format!("“{}” → “{exact}”", place.from_exact),
        Some(_) => String::new(),
        None => format!("“{}”", place.from_exact),
    };
    events::record(tx, Kind::ClaimCarried, &place, &note)
}

/// Old and new words of a warning are for a sentence, not for keeping.
fn short(words: &str) -> String {
    words.chars().take(200).collect()
}
