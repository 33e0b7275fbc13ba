//! What is counted: bounded rows of a period, each only for whoever may see its claim.

use std::collections::HashMap;
use std::hash::Hash;

use diesel::dsl::{count_star, not};
use diesel::prelude::*;

use crate::checks::rules::{CheckId, CheckState, Correction, DraftState};
use crate::checks::scale::{self, Entry, VerdictId};
use crate::checks::store::Draft;
use crate::claims::claimants::{self, ClaimantId};
use crate::claims::rules::ClaimState;
use crate::claims::store::visible_to;
use crate::claims::topics::TopicId;
use crate::corrections::rules::{RetractionKind, RetractionState};
use crate::db::{Db, Moment};
use crate::error::Result;
use crate::events::{Kind, Thing};
use crate::people::rules::Actor;
use crate::schema::{
    checks, claim_topics, claims, drafts, events, published_versions, retractions, topics as topic_rows,
};

/// As many rows of a kind are read; of more the newest, and of what waits the oldest.
const MOST: i64 = 20_000;
/// A draft moves a handful of times.
const MOST_MOVES: i64 = 100_000;
const MOST_GROUPS: i64 = 2_000;
/// A check that was taken back has been published all the same.
const SHOWN: [CheckState; 2] = [CheckState::Published, CheckState::Retracted];

/// From one moment on, until before another.
#[derive(Debug, Clone, Copy)]
pub struct Span {
    pub from: Moment,
    pub until: Moment,
}

/// A check that was published for the first time in the span.
#[derive(Debug, Clone)]
pub struct First {
    pub taken: Moment,
    pub published: Moment,
    /// Of its live version.
    pub verdict: Option<VerdictId>,
}

/// A draft came to a state.
#[derive(Debug, Clone)]
pub struct Arrival {
    pub draft: String,
    pub state: String,
    pub at: Moment,
}

/// A later version that was published in the span.
#[derive(Debug, Clone)]
pub struct Corrected {
    pub kind: Correction,
    /// When readers got the version before it.
    pub before: Option<Moment>,
    pub begun: Moment,
    pub published: Moment,
}

/// A check that was taken back in the span.
#[derive(Debug, Clone)]
pub struct TakenBack {
    pub kind: RetractionKind,
    pub before: Option<Moment>,
    pub proposed: Moment,
    pub confirmed: Moment,
}

/// What claims are counted by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Name {
    Of(String),
    /// Claims without one.
    Nothing,
    /// All private individuals together: a file of counts names none of them.
    Private,
}

/// How much of a topic or claimant was marked and published in the span.
#[derive(Debug, Clone)]
pub struct Coverage {
    pub name: Name,
    pub marked: i64,
    pub published: i64,
}

/// Everything that the page shows.
#[derive(Debug, Clone)]
pub struct Counted {
    pub published: Vec<First>,
    pub scale: Vec<Entry>,
    pub arrivals: Vec<Arrival>,
    /// Open drafts with the moment they were begun.
    pub drafts: Vec<(DraftState, Moment)>,
    /// Claims that nobody has taken yet, with the moment they were marked.
    pub claims: Vec<(ClaimState, Moment)>,
    pub corrected: Vec<Corrected>,
    pub taken_back: Vec<TakenBack>,
    pub topics: Vec<Coverage>,
    pub claimants: Vec<Coverage>,
    /// There is more than was read.
    pub cut: bool,
}

/// Counts a span, as far as somebody may see; a fixed number of queries.
pub fn counted(db: &mut Db, actor: &Actor, span: Span) -> Result<Counted> {
    let published = published(db, actor, span)?;
    let arrivals = arrivals(db, actor, span)?;
    let (drafts, claims) = (open_drafts(db, actor)?, open_claims(db, actor)?);
    let (corrected, taken_back) = (corrected(db, actor, span)?, taken_back(db, actor, span)?);
    let (topics, claimants) = (by_topic(db, actor, span)?, by_claimant(db, actor, span)?);
    let full = |rows: usize, most: i64| i64::try_from(rows).is_ok_and(|rows| rows >= most);
    let lists = [published.len(), drafts.len(), claims.len(), corrected.len(), taken_back.len()];
    let cut = lists.into_iter().any(|rows| full(rows, MOST))
        || full(arrivals.len(), MOST_MOVES)
        || full(topics.len().max(claimants.len()), MOST_GROUPS);
    let scale = scale::all(db)?;
    Ok(Counted { published, scale, arrivals, drafts, claims, corrected, taken_back, topics, claimants, cut })
}

fn published(db: &mut Db, actor: &Actor, span: Span) -> Result<Vec<First>> {
    let rows: Vec<(Moment, Option<Moment>, Option<VerdictId>)> = checks::table
        .inner_join(claims::table)
        .inner_join(published_versions::table)
        .inner_join(drafts::table.on(drafts::id.eq(published_versions::draft_id)))
        .filter(published_versions::number.nullable().eq(checks::live_version))
        .filter(checks::state.eq_any(SHOWN))
        .filter(checks::published_at.ge(span.from))
        .filter(checks::published_at.lt(span.until))
        .filter(visible_to(actor))
        .order(checks::published_at.desc())
        .limit(MOST)
        .select((checks::created_at, checks::published_at, drafts::verdict_id))
        .load(db)?;
    let first = |(taken, published, verdict): (Moment, Option<Moment>, Option<VerdictId>)| {
        Some(First { taken, published: published?, verdict })
    };
    Ok(rows.into_iter().filter_map(first).collect())
}

/// Moves of the first drafts of checks that were published in the span, in the order of the log.
fn arrivals(db: &mut Db, actor: &Actor, span: Span) -> Result<Vec<Arrival>> {
    let moves = [
        Kind::DraftBegun,
        Kind::DraftSubmitted,
        Kind::DraftReviewed,
        Kind::DraftApproved,
        Kind::DraftSentBack,
        Kind::ApprovalVoided,
        Kind::DraftPublished,
    ];
    let firsts = published_versions::table
        .inner_join(checks::table.inner_join(claims::table))
        .filter(published_versions::number.eq(1))
        .filter(checks::state.eq_any(SHOWN))
        .filter(checks::published_at.ge(span.from))
        .filter(checks::published_at.lt(span.until))
        .filter(visible_to(actor))
        .select(published_versions::draft_id);
    let rows: Vec<(String, String, Moment)> = events::table
        .filter(events::subject_kind.eq(Draft::KIND))
        .filter(events::subject_id.eq_any(firsts))
        .filter(events::kind.eq_any(moves.map(Kind::as_str)))
        .order(events::seq.desc())
        .limit(MOST_MOVES)
        .select((events::subject_id, events::state, events::at))
        .load(db)?;
    Ok(rows.into_iter().rev().map(|(draft, state, at)| Arrival { draft, state, at }).collect())
}

fn open_drafts(db: &mut Db, actor: &Actor) -> Result<Vec<(DraftState, Moment)>> {
    Ok(drafts::table
        .inner_join(checks::table.inner_join(claims::table))
        .filter(drafts::state.ne(DraftState::Published))
        .filter(checks::state.ne(CheckState::Retracted))
        .filter(visible_to(actor))
        .order(drafts::created_at)
        .limit(MOST)
        .select((drafts::state, drafts::created_at))
        .load(db)?)
}

fn open_claims(db: &mut Db, actor: &Actor) -> Result<Vec<(ClaimState, Moment)>> {
    Ok(claims::table
        .filter(claims::state.eq_any([ClaimState::Inbox, ClaimState::Selected]))
        .filter(not(claims::id.eq_any(checks::table.select(checks::claim_id))))
        .filter(visible_to(actor))
        .order(claims::created_at)
        .limit(MOST)
        .select((claims::state, claims::created_at))
        .load(db)?)
}

fn corrected(db: &mut Db, actor: &Actor, span: Span) -> Result<Vec<Corrected>> {
    let rows: Vec<(CheckId, i32, Option<Correction>, Moment, Moment)> = published_versions::table
        .inner_join(checks::table.inner_join(claims::table))
        .inner_join(drafts::table.on(drafts::id.eq(published_versions::draft_id)))
        .filter(published_versions::correction.is_not_null())
        .filter(published_versions::published_at.ge(span.from))
        .filter(published_versions::published_at.lt(span.until))
        .filter(visible_to(actor))
        .order(published_versions::published_at.desc())
        .limit(MOST)
        .select((
            published_versions::check_id,
            published_versions::number,
            published_versions::correction,
            drafts::created_at,
            published_versions::published_at,
        ))
        .load(db)?;
    let ids: Vec<&CheckId> = rows.iter().map(|row| &row.0).collect();
    let before: Vec<(CheckId, i32, Moment)> = published_versions::table
        .filter(published_versions::check_id.eq_any(ids))
        .order(published_versions::published_at.desc())
        .limit(MOST_MOVES)
        .select((published_versions::check_id, published_versions::number, published_versions::published_at))
        .load(db)?;
    let before: HashMap<(CheckId, i32), Moment> =
        before.into_iter().map(|(check, number, at)| ((check, number), at)).collect();
    let told = |(check, number, kind, begun, published): (CheckId, i32, Option<Correction>, Moment, Moment)| {
        Some(Corrected { kind: kind?, before: before.get(&(check, number - 1)).copied(), begun, published })
    };
    Ok(rows.into_iter().filter_map(told).collect())
}

fn taken_back(db: &mut Db, actor: &Actor, span: Span) -> Result<Vec<TakenBack>> {
    let rows: Vec<(RetractionKind, Option<Moment>, Moment, Option<Moment>)> = retractions::table
        .inner_join(checks::table.on(checks::id.eq(retractions::check_id)))
        .inner_join(claims::table.on(claims::id.eq(checks::claim_id)))
        .filter(retractions::state.eq(RetractionState::Confirmed))
        .filter(retractions::decided_at.ge(span.from))
        .filter(retractions::decided_at.lt(span.until))
        .filter(visible_to(actor))
        .order(retractions::decided_at.desc())
        .limit(MOST)
        .select((retractions::kind, checks::changed_at, retractions::proposed_at, retractions::decided_at))
        .load(db)?;
    let told = |(kind, before, proposed, confirmed): (RetractionKind, Option<Moment>, Moment, Option<Moment>)| {
        Some(TakenBack { kind, before, proposed, confirmed: confirmed? })
    };
    Ok(rows.into_iter().filter_map(told).collect())
}

type Tally<K> = Vec<(Option<K>, i64)>;

fn by_topic(db: &mut Db, actor: &Actor, span: Span) -> Result<Vec<Coverage>> {
    let marked: Tally<TopicId> = claims::table
        .left_join(claim_topics::table)
        .filter(claims::created_at.ge(span.from))
        .filter(claims::created_at.lt(span.until))
        .filter(visible_to(actor))
        .group_by(claim_topics::topic_id)
        .order(count_star().desc())
        .limit(MOST_GROUPS)
        .select((claim_topics::topic_id.nullable(), count_star()))
        .load(db)?;
    let published: Tally<TopicId> = checks::table
        .inner_join(claims::table)
        .left_join(claim_topics::table.on(claim_topics::claim_id.eq(claims::id)))
        .filter(checks::state.eq_any(SHOWN))
        .filter(checks::published_at.ge(span.from))
        .filter(checks::published_at.lt(span.until))
        .filter(visible_to(actor))
        .group_by(claim_topics::topic_id)
        .order(count_star().desc())
        .limit(MOST_GROUPS)
        .select((claim_topics::topic_id.nullable(), count_star()))
        .load(db)?;
    let ids: Vec<&TopicId> = marked.iter().chain(&published).filter_map(|(id, _)| id.as_ref()).collect();
    let names: Vec<(TopicId, String)> =
        topic_rows::table.filter(topic_rows::id.eq_any(ids)).select((topic_rows::id, topic_rows::name)).load(db)?;
    let names: HashMap<TopicId, Name> = names.into_iter().map(|(id, name)| (id, Name::Of(name))).collect();
    Ok(together(marked, published, &names))
}

fn by_claimant(db: &mut Db, actor: &Actor, span: Span) -> Result<Vec<Coverage>> {
    let marked: Tally<ClaimantId> = claims::table
        .filter(claims::created_at.ge(span.from))
        .filter(claims::created_at.lt(span.until))
        .filter(visible_to(actor))
        .group_by(claims::claimant_id)
        .order(count_star().desc())
        .limit(MOST_GROUPS)
        .select((claims::claimant_id, count_star()))
        .load(db)?;
    let published: Tally<ClaimantId> = checks::table
        .inner_join(claims::table)
        .filter(checks::state.eq_any(SHOWN))
        .filter(checks::published_at.ge(span.from))
        .filter(checks::published_at.lt(span.until))
        .filter(visible_to(actor))
        .group_by(claims::claimant_id)
        .order(count_star().desc())
        .limit(MOST_GROUPS)
        .select((claims::claimant_id, count_star()))
        .load(db)?;
    let ids: Vec<ClaimantId> = marked.iter().chain(&published).filter_map(|(id, _)| id.clone()).collect();
    let names: HashMap<ClaimantId, Name> = claimants::by_ids(db, &ids)?
        .into_iter()
        .map(|it| (it.id, if it.private { Name::Private } else { Name::Of(it.name) }))
        .collect();
    Ok(together(marked, published, &names))
}

/// One row a name, most published first; what has no name last.
fn together<K: Eq + Hash>(marked: Tally<K>, published: Tally<K>, names: &HashMap<K, Name>) -> Vec<Coverage> {
    let mut rows: Vec<Coverage> = Vec::new();
    let mut places: HashMap<Option<K>, usize> = HashMap::new();
    let mut private: Option<usize> = None;
    let both = published.into_iter().map(|(id, n)| (id, n, 0)).chain(marked.into_iter().map(|(id, n)| (id, 0, n)));
    for (id, published, marked) in both {
        let name = id.as_ref().map_or(Name::Nothing, |id| names.get(id).cloned().unwrap_or(Name::Nothing));
        let known = if name == Name::Private { private } else { places.get(&id).copied() };
        let place = known.unwrap_or(rows.len());
        if name == Name::Private {
            private = Some(place);
        }
        places.insert(id, place);
        match rows.get_mut(place) {
            Some(row) => (row.published, row.marked) = (row.published + published, row.marked + marked),
            None => rows.push(Coverage { name, marked, published }),
        }
    }
    rows.sort_by_key(|row| (row.name == Name::Nothing, -row.published, -row.marked));
    rows
}
