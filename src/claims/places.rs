//! Where claims stand in the versions of their article: one row for each version after the one a claim was marked in.

use std::collections::HashMap;

use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::ClaimId;
use super::store::{self, Claim};
use crate::articles::rules::VersionId;
use crate::articles::store::Version;
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Faults, Result, Say, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::Act;
use crate::schema::{claim_places, claims};
use crate::text::anchor;
use crate::tx::Tx;

id! {
    /// Where a claim stands in one version.
    PlaceId
}

words! {
    /// What became of a claim's passage, as the text engine found it (C7).
    pub enum PlaceState {
        Exact = "exact",
        Moved = "moved",
        Changed = "changed",
        Ambiguous = "ambiguous",
        Orphaned = "orphaned",
    }
}

words! {
    /// Whether a person has to decide, and what was decided. Only what holds the exact words needs nobody.
    pub enum Ruling { None = "none", Open = "open", Confirmed = "confirmed", Gone = "gone" }
}

/// A claim's place in one version, with the passage it was found by. The claim's own row keeps where it was marked.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = claim_places)]
pub struct Place {
    pub id: PlaceId,
    pub claim_id: ClaimId,
    pub version_id: VersionId,
    pub state: PlaceState,
    pub decision: Ruling,
    /// Where the engine found it, or where a person said it stands.
    pub start_at: Option<i32>,
    pub end_at: Option<i32>,
    pub exact: Option<String>,
    pub prefix: Option<String>,
    pub suffix: Option<String>,
    /// JSON list of `{what, old, new}`.
    pub warnings: String,
    /// JSON list of `[start, end]`.
    pub candidates: String,
    pub from_version_id: VersionId,
    pub from_start: i32,
    pub from_end: i32,
    pub from_exact: String,
    pub decided_by: Option<String>,
    pub revision: i32,
    pub created_at: Moment,
}

impl Thing for Place {
    const KIND: &'static str = "claim_place";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        format!("{}_{}", self.state, self.decision)
    }
    fn words(&self) -> Value {
        json!({
            "claim": self.claim_id, "version": self.version_id, "warnings": self.warnings,
            "candidates": self.candidates, "decided_by": self.decided_by,
            "old": { "version": self.from_version_id, "start": self.from_start, "end": self.from_end,
                "exact": self.from_exact },
            "new": { "start": self.start_at, "end": self.end_at, "exact": self.exact, "prefix": self.prefix,
                "suffix": self.suffix },
        })
    }
}

impl Place {
    /// Whether the claim stands there beyond doubt: exactly the same words, or a person said so.
    pub fn holds(&self) -> bool {
        match self.decision {
            Ruling::None => matches!(self.state, PlaceState::Exact | PlaceState::Moved),
            Ruling::Confirmed => true,
            Ruling::Open | Ruling::Gone => false,
        }
    }

    /// What changed inside the quote that could change its meaning: kind, old words, new words.
    pub fn warned(&self) -> Vec<Warned> {
        serde_json::from_str(&self.warnings).unwrap_or_default()
    }

    /// Whether a person only has to nod: the same words in other characters.
    pub fn typography_only(&self) -> bool {
        self.decision == Ruling::Open && self.start_at.is_some() && self.warned() == [Warned::typography()]
    }

    /// Passages to choose from.
    pub fn offered(&self) -> Vec<(usize, usize)> {
        serde_json::from_str(&self.candidates).unwrap_or_default()
    }
}

/// A warning as its row keeps it.
#[derive(serde::Serialize, serde::Deserialize, Debug, Clone, PartialEq, Eq)]
pub struct Warned {
    pub what: String,
    pub old: String,
    pub new: String,
}

impl Warned {
    /// The words are the same; only quotation marks, dashes, spaces or the like are others.
    pub fn typography() -> Self {
        Warned { what: "typography".into(), old: String::new(), new: String::new() }
    }
}

/// A passage in one version.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    pub start: usize,
    pub end: usize,
    /// False where the engine only believes so, and a person has to look.
    pub holds: bool,
}

/// Where claims stand in one version, and what is still to be decided there.
#[derive(Debug, Clone, Default)]
pub struct Places {
    at: HashMap<ClaimId, Standing>,
    pub rows: HashMap<ClaimId, Place>,
}

impl Places {
    /// Where a claim stands in the version, if it does.
    pub fn of(&self, claim: &ClaimId) -> Option<Standing> {
        self.at.get(claim).copied()
    }

    /// The claim that stands exactly there.
    pub fn at(&self, start: usize, end: usize) -> Option<&ClaimId> {
        self.at.iter().find(|(_, it)| it.holds && (it.start, it.end) == (start, end)).map(|(id, _)| id)
    }

    /// Rows that wait for a person.
    pub fn open(&self) -> impl Iterator<Item = &Place> {
        self.rows.values().filter(|place| place.decision == Ruling::Open)
    }
}

/// Where some claims stand in a version.
pub fn in_version(db: &mut Db, version: &VersionId, found: &[Claim]) -> Result<Places> {
    let mut places = Places::default();
    for claim in found.iter().filter(|claim| claim.version_id.as_ref() == Some(version)) {
        if let Some((start, end)) = span(claim.start_at, claim.end_at) {
            places.at.insert(claim.id.clone(), Standing { start, end, holds: true });
        }
    }
    let wanted: Vec<&ClaimId> = found.iter().map(|claim| &claim.id).collect();
    for chunk in wanted.chunks(500) {
        let rows = Place::query()
            .filter(claim_places::version_id.eq(version))
            .filter(claim_places::claim_id.eq_any(chunk.to_vec()))
            .load(db)?;
        for place in rows {
            if let (Some((start, end)), true) = (span(place.start_at, place.end_at), place.decision != Ruling::Gone) {
                places.at.insert(place.claim_id.clone(), Standing { start, end, holds: place.holds() });
            }
            places.rows.insert(place.claim_id.clone(), place);
        }
    }
    Ok(places)
}

fn span(start: Option<i32>, end: Option<i32>) -> Option<(usize, usize)> {
    Some((usize::try_from(start?).ok()?, usize::try_from(end?).ok()?))
}

/// What a person says of a claim whose passage is not simply there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Saying {
    /// It stands here.
    Here(usize, usize),
    /// The article no longer says it.
    Gone,
}

/// Code points that a passage has at most.
pub const LONGEST: usize = 5_000;

/// A person decides where a claim stands in the newest version, or decides again; `seen` is the revision of the row they
/// saw.
pub fn decide(tx: &mut Tx, claim: &ClaimId, version: &Version, seen: i32, saying: Saying) -> Result<()> {
    tx.by.require(Act::Add)?;
    let by = tx.by.clone();
    let claim = store::find(tx.db, &by, claim)?;
    let before: Place = Place::query()
        .filter(claim_places::claim_id.eq(&claim.id))
        .filter(claim_places::version_id.eq(&version.id))
        .first(tx.db)?;
    if store::has_check(tx.db, &claim.id)? {
        tx.by.require(Act::Draft)?;
    }
    let passage = match saying {
        Saying::Gone => None,
        Saying::Here(start, end) => {
            Some(anchor::anchor(&version.text, start, end).ok_or_else(|| Error::refused("place-nothing"))?)
        }
    };
    if passage.as_ref().is_some_and(|it| it.exact.chars().count() > LONGEST) {
        return Err(Faults::of("start", Say::new("mark-long")));
    }
    let decision = if passage.is_some() { Ruling::Confirmed } else { Ruling::Gone };
    let number = |point: usize| i32::try_from(point).ok();
    let changed: Option<Place> =
        diesel::update(claim_places::table.find(&before.id).filter(claim_places::revision.eq(seen)))
            .set((
                claim_places::decision.eq(decision),
                claim_places::start_at.eq(passage.as_ref().and_then(|it| number(it.start))),
                claim_places::end_at.eq(passage.as_ref().and_then(|it| number(it.end))),
                claim_places::exact.eq(passage.as_ref().map(|it| it.exact.as_str())),
                claim_places::prefix.eq(passage.as_ref().map(|it| it.prefix.as_str())),
                claim_places::suffix.eq(passage.as_ref().map(|it| it.suffix.as_str())),
                claim_places::decided_by.eq(by.id.to_string()),
                claim_places::revision.eq(seen + 1),
            ))
            .returning(cols::<Place>())
            .get_result(tx.db)
            .optional()?;
    let Some(changed) = changed else {
        let theirs = vec![("exact", before.exact.unwrap_or_default())];
        return Err(Error::Stale(Box::new(Stale { current: before.revision.to_string(), field: "revision", theirs })));
    };
    events::record(tx, Kind::ClaimPlaced, &changed, "")
}

/// A person confirms in one go every claim they may see whose words are the same in other characters. Those with a check
/// are left to whoever may draft.
pub fn confirm_typography(tx: &mut Tx, found: &[Claim], version: &Version) -> Result<usize> {
    let places = in_version(tx.db, &version.id, found)?;
    let mut confirmed = 0;
    for place in places.rows.values().filter(|place| place.typography_only()) {
        let Some((start, end)) = span(place.start_at, place.end_at) else { continue };
        if store::has_check(tx.db, &place.claim_id)? && !tx.by.may(Act::Draft) {
            continue;
        }
        decide(tx, &place.claim_id, version, place.revision, Saying::Here(start, end))?;
        confirmed += 1;
    }
    Ok(confirmed)
}

/// The place of one claim in one version, if it was carried there.
pub fn place(db: &mut Db, claim: &ClaimId, version: &VersionId) -> Result<Option<Place>> {
    Ok(Place::query()
        .filter(claim_places::claim_id.eq(claim))
        .filter(claim_places::version_id.eq(version))
        .first(db)
        .optional()?)
}

/// Keys of every place of a claim, for its history.
pub fn keys_of(db: &mut Db, claim: &ClaimId) -> Result<Vec<String>> {
    Ok(claim_places::table.filter(claim_places::claim_id.eq(claim)).select(claim_places::id).load(db)?)
}

/// Refuses what rests on an older version than the newest.
pub fn newest_only(version: &Version, seen: &str) -> Result<()> {
    if version.id.as_str() == seen { Ok(()) } else { Err(Error::Refused(Say::new("version-newer"))) }
}

/// Every claim of an article, whoever may see it: a new version leaves none behind.
pub(super) fn all_claims(db: &mut Db, article: &crate::articles::rules::ArticleId) -> Result<Vec<Claim>> {
    Ok(Claim::query().filter(claims::article_id.eq(article)).order(claims::id).load(db)?)
}

/// Places from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Place>> {
    Ok(Place::query().filter(claim_places::id.gt(after)).order(claim_places::id).limit(limit).load(db)?)
}
