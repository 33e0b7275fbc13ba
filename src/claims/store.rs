//! Rows of claims, their appearances and topics.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::claimants::{self, ClaimantId};
use super::contributions;
use super::rules::{self, AppearanceId, ClaimId, ClaimState, Facts, NewAppearance, Step, Unfit, Wording};
use super::topics::TopicId;
use crate::articles::rules::{ArticleId, ArticleKind, VersionId};
use crate::articles::store::{self as articles, Article, Version};
use crate::db::{Db, Moment};
use crate::error::{Error, Result, Say, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::{Act, Actor, PersonId};
use crate::schema::{access, appearances, articles as article_rows, checks, claim_topics, claims, drafts};
use crate::text::anchor::Anchor;
use crate::tx::Tx;

/// A claim.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = claims)]
pub struct Claim {
    pub id: ClaimId,
    pub article_id: Option<ArticleId>,
    pub version_id: Option<VersionId>,
    pub start_at: Option<i32>,
    pub end_at: Option<i32>,
    pub exact: Option<String>,
    pub prefix: Option<String>,
    pub suffix: Option<String>,
    pub statement: String,
    pub language: String,
    pub claimant_id: Option<ClaimantId>,
    pub state: ClaimState,
    pub reason: String,
    pub unfit: Option<Unfit>,
    pub duplicate_of: Option<ClaimId>,
    pub restricted: bool,
    pub revision: i32,
    pub created_by: String,
    pub created_at: Moment,
}

/// Where a claim was made or repeated.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = appearances)]
pub struct Appearance {
    pub id: AppearanceId,
    pub claim_id: ClaimId,
    pub url: Option<String>,
    pub platform: String,
    pub appeared_on: Option<NaiveDate>,
    pub by_whom: String,
    pub created_at: Moment,
}

/// A claim with all that its events cover.
#[derive(Debug, Clone)]
pub struct Whole {
    pub claim: Claim,
    pub appearances: Vec<Appearance>,
    pub topics: Vec<TopicId>,
}

impl Thing for Whole {
    const KIND: &'static str = "claim";
    fn key(&self) -> String {
        self.claim.id.to_string()
    }
    fn state(&self) -> String {
        self.claim.state.to_string()
    }
    fn words(&self) -> Value {
        let c = &self.claim;
        let appearances: Vec<Value> = self
            .appearances
            .iter()
            .map(|a| json!({ "id": a.id, "url": a.url, "platform": a.platform, "on": a.appeared_on, "by": a.by_whom }))
            .collect();
        json!({
            "article": c.article_id, "version": c.version_id, "start": c.start_at, "end": c.end_at, "exact": c.exact,
            "prefix": c.prefix, "suffix": c.suffix, "statement": c.statement, "language": c.language,
            "claimant": c.claimant_id, "reason": c.reason, "unfit": c.unfit, "duplicate_of": c.duplicate_of,
            "restricted": c.restricted, "created_by": c.created_by, "appearances": appearances, "topics": self.topics,
        })
    }
}

/// Which claims somebody may see: neither the claim nor its article may be closed to them.
#[diesel::dsl::auto_type]
pub fn visible_to(actor: &Actor) -> _ {
    let everything: bool = actor.sees_all();
    let person: PersonId = actor.id.clone();
    let same_person: PersonId = actor.id.clone();
    let named = access::table.filter(access::person_id.eq(person)).select(access::subject_id);
    let named_again = access::table.filter(access::person_id.eq(same_person)).select(access::subject_id);
    let closed_articles = article_rows::table
        .filter(article_rows::restricted.eq(true))
        .filter(article_rows::restricted.ne(everything))
        .filter(diesel::dsl::not(article_rows::id.eq_any(named_again)))
        .select(article_rows::id.nullable());
    let open = claims::restricted.eq(false).or(claims::restricted.eq(everything)).or(claims::id.eq_any(named));
    let shown =
        claims::article_id.is_null().or(diesel::dsl::not(claims::article_id.eq_any(closed_articles)).assume_not_null());
    open.and(shown)
}

/// One claim, for somebody who may see it.
pub fn find(db: &mut Db, actor: &Actor, id: &ClaimId) -> Result<Claim> {
    Ok(Claim::query().filter(claims::id.eq(id)).filter(visible_to(actor)).first(db)?)
}

/// Those of some claims that somebody may see.
pub fn some(db: &mut Db, actor: &Actor, ids: &[ClaimId]) -> Result<Vec<Claim>> {
    Ok(Claim::query().filter(claims::id.eq_any(ids)).filter(visible_to(actor)).limit(5000).load(db)?)
}

/// A claim with its appearances and topics.
pub fn whole(db: &mut Db, id: &ClaimId) -> Result<Whole> {
    let claim = Claim::query().find(id).first(db)?;
    Ok(Whole { appearances: appearances_of(db, id)?, topics: topic_ids(db, id)?, claim })
}

/// A claim's appearances in the order they were added.
pub fn appearances_of(db: &mut Db, id: &ClaimId) -> Result<Vec<Appearance>> {
    Ok(Appearance::query()
        .filter(appearances::claim_id.eq(id))
        .order((appearances::created_at, appearances::id))
        .limit(500)
        .load(db)?)
}

fn topic_ids(db: &mut Db, id: &ClaimId) -> Result<Vec<TopicId>> {
    Ok(claim_topics::table
        .filter(claim_topics::claim_id.eq(id))
        .order(claim_topics::topic_id)
        .select(claim_topics::topic_id)
        .load(db)?)
}

/// Whether somebody has taken the claim.
pub fn has_check(db: &mut Db, id: &ClaimId) -> Result<bool> {
    let count: i64 = checks::table.filter(checks::claim_id.eq(id)).count().get_result(db)?;
    Ok(count > 0)
}

/// Marks a claim in an article: anchored by quote and position in that very version. An article with an address is the
/// claim's first appearance.
pub fn mark(tx: &mut Tx, article: &Article, version: &Version, anchor: Anchor, wording: Wording) -> Result<Claim> {
    let mut claim = blank(tx, wording.clone())?;
    claim.article_id = Some(article.id.clone());
    claim.version_id = Some(version.id.clone());
    claim.start_at = i32::try_from(anchor.start).ok();
    claim.end_at = i32::try_from(anchor.end).ok();
    claim.exact = Some(anchor.exact);
    claim.prefix = Some(anchor.prefix);
    claim.suffix = Some(anchor.suffix);
    let first = match (&article.url, article.kind) {
        (Some(url), ArticleKind::Public) => vec![NewAppearance {
            url: Some(url.clone()),
            platform: article.outlet.clone(),
            date: article.published_on,
            by: article.author.clone(),
        }],
        _ => Vec::new(),
    };
    insert(tx, claim, wording.topics, first)
}

/// Adds a claim that stands in no article of ours.
pub fn add_free(tx: &mut Tx, wording: Wording, appearances: Vec<NewAppearance>) -> Result<Claim> {
    let claim = blank(tx, wording.clone())?;
    insert(tx, claim, wording.topics, appearances)
}

fn blank(tx: &mut Tx, wording: Wording) -> Result<Claim> {
    tx.by.require(Act::Add)?;
    known(tx, wording.claimant.as_ref())?;
    Ok(Claim {
        id: tx.id(),
        article_id: None,
        version_id: None,
        start_at: None,
        end_at: None,
        exact: None,
        prefix: None,
        suffix: None,
        statement: wording.statement,
        language: wording.language,
        claimant_id: wording.claimant,
        state: ClaimState::Inbox,
        reason: String::new(),
        unfit: None,
        duplicate_of: None,
        restricted: false,
        revision: 1,
        created_by: tx.by.id.to_string(),
        created_at: tx.now,
    })
}

/// A claimant that whoever acts may not know of cannot be chosen by a guessed key.
fn known(tx: &mut Tx, claimant: Option<&ClaimantId>) -> Result<()> {
    let by = tx.by.clone();
    match claimant {
        Some(id) => claimants::shown(tx.db, &by, id).map(|_| ()).map_err(|_| Error::bad_request("unknown-choice")),
        None => Ok(()),
    }
}

fn insert(tx: &mut Tx, claim: Claim, topics: Vec<TopicId>, appearances: Vec<NewAppearance>) -> Result<Claim> {
    diesel::insert_into(claims::table).values(&claim).execute(tx.db)?;
    set_topics(tx.db, &claim.id, &topics)?;
    for new in appearances {
        insert_appearance(tx, &claim.id, new)?;
    }
    contributed(tx, &claim.id)?;
    record(tx, Kind::ClaimMarked, &claim.id, "")?;
    Ok(claim)
}

fn record(tx: &mut Tx, kind: Kind, id: &ClaimId, note: &str) -> Result<()> {
    let whole = whole(tx.db, id)?;
    events::record(tx, kind, &whole, note)
}

/// Whoever words a claim while no draft of its check is open has contributed to the next one; while one is open, the
/// draft's own bookkeeping notes it.
fn contributed(tx: &mut Tx, claim: &ClaimId) -> Result<()> {
    let open: i64 = checks::table
        .inner_join(drafts::table)
        .filter(checks::claim_id.eq(claim))
        .filter(drafts::state.ne("published"))
        .count()
        .get_result(tx.db)?;
    if open > 0 { Ok(()) } else { contributions::add(tx, claim, None) }
}

fn set_topics(db: &mut Db, claim: &ClaimId, topics: &[TopicId]) -> Result<()> {
    use crate::schema::topics as topic_rows;
    let known: Vec<TopicId> = topic_rows::table
        .filter(topic_rows::id.eq_any(topics))
        .order(topic_rows::id)
        .select(topic_rows::id)
        .load(db)?;
    diesel::delete(claim_topics::table.filter(claim_topics::claim_id.eq(claim))).execute(db)?;
    for topic in &known {
        diesel::insert_into(claim_topics::table)
            .values((claim_topics::claim_id.eq(claim), claim_topics::topic_id.eq(topic)))
            .execute(db)?;
    }
    Ok(())
}

/// Whoever may change a claim: contributors until it is taken, then whoever may draft.
fn may_change(tx: &mut Tx, id: &ClaimId) -> Result<Claim> {
    let by = tx.by.clone();
    let claim = find(tx.db, &by, id)?;
    let act = if has_check(tx.db, id)? { Act::Draft } else { Act::Add };
    tx.by.require(act)?;
    Ok(claim)
}

/// Rewords a claim; `seen` is the revision the form showed.
pub fn change(tx: &mut Tx, id: &ClaimId, wording: Wording, seen: i32) -> Result<()> {
    let before = may_change(tx, id)?;
    if wording.claimant != before.claimant_id {
        known(tx, wording.claimant.as_ref())?;
    }
    let changed = diesel::update(claims::table.find(id).filter(claims::revision.eq(seen)))
        .set((
            claims::statement.eq(&wording.statement),
            claims::language.eq(&wording.language),
            claims::claimant_id.eq(&wording.claimant),
            claims::revision.eq(seen + 1),
        ))
        .execute(tx.db)?;
    if changed == 0 {
        let claimant = before.claimant_id.map(|id| id.to_string()).unwrap_or_default();
        let theirs = vec![("statement", before.statement), ("language", before.language), ("claimant", claimant)];
        return Err(Error::Stale(Box::new(Stale { current: before.revision.to_string(), field: "revision", theirs })));
    }
    set_topics(tx.db, id, &wording.topics)?;
    contributed(tx, id)?;
    record(tx, Kind::ClaimChanged, id, "")
}

/// Adds an appearance.
pub fn add_appearance(tx: &mut Tx, id: &ClaimId, new: NewAppearance) -> Result<()> {
    may_change(tx, id)?;
    insert_appearance(tx, id, new)?;
    contributed(tx, id)?;
    record(tx, Kind::ClaimChanged, id, "")
}

fn insert_appearance(tx: &mut Tx, claim: &ClaimId, new: NewAppearance) -> Result<()> {
    let row = Appearance {
        id: tx.id(),
        claim_id: claim.clone(),
        url: new.url,
        platform: new.platform,
        appeared_on: new.date,
        by_whom: new.by,
        created_at: tx.now,
    };
    diesel::insert_into(appearances::table).values(&row).execute(tx.db)?;
    Ok(())
}

/// Takes an appearance away again.
pub fn remove_appearance(tx: &mut Tx, id: &ClaimId, appearance: &AppearanceId) -> Result<()> {
    may_change(tx, id)?;
    let gone =
        diesel::delete(appearances::table.find(appearance).filter(appearances::claim_id.eq(id))).execute(tx.db)?;
    if gone == 0 {
        return Err(Error::NotFound);
    }
    contributed(tx, id)?;
    record(tx, Kind::ClaimChanged, id, "")
}

/// One step of triage.
pub fn triage(tx: &mut Tx, id: &ClaimId, step: Step, seen: i32) -> Result<()> {
    let by = tx.by.clone();
    let claim = find(tx.db, &by, id)?;
    let has_check = has_check(tx.db, id)?;
    let kind = if matches!(step, Step::Reopen { .. }) { Kind::ClaimReopened } else { Kind::ClaimTriaged };
    if let Step::Duplicate { of } = &step {
        let other = find(tx.db, &by, of).map_err(|_| Error::refused("duplicate-unknown"))?;
        if other.id == claim.id || other.duplicate_of.is_some() {
            return Err(Error::refused("duplicate-unknown"));
        }
        // A duplicate of a duplicate would be checked nowhere.
        let followed: i64 = claims::table.filter(claims::duplicate_of.eq(id)).count().get_result(tx.db)?;
        if followed > 0 {
            return Err(Error::refused("duplicate-has-duplicates"));
        }
    }
    let allowed = rules::decide(&by, Facts { state: claim.state, has_check }, step)?;
    let changed =
        diesel::update(claims::table.find(id).filter(claims::revision.eq(seen)).filter(claims::state.eq(claim.state)))
            .set((
                claims::state.eq(allowed.to()),
                claims::reason.eq(allowed.reason()),
                claims::unfit.eq(allowed.unfit()),
                claims::duplicate_of.eq(allowed.duplicate_of()),
                claims::revision.eq(seen + 1),
            ))
            .execute(tx.db)?;
    if changed == 0 {
        return Err(Error::Refused(Say::new("claim-moved").with("state", claim.state)));
    }
    record(tx, kind, id, allowed.reason())
}

/// Restricts a claim to named people, or opens it again.
pub fn restrict(tx: &mut Tx, id: &ClaimId, restricted: bool, people: &[PersonId]) -> Result<()> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    find(tx.db, &by, id)?;
    diesel::update(claims::table.find(id))
        .set((claims::restricted.eq(restricted), claims::revision.eq(claims::revision + 1)))
        .execute(tx.db)?;
    articles::name_people(tx, id.as_str(), restricted, people)?;
    record(tx, Kind::AccessChanged, id, "")
}

/// Every claim of an article that somebody may see, in the order of the text.
pub fn in_article(db: &mut Db, actor: &Actor, article: &ArticleId) -> Result<Vec<Claim>> {
    Ok(Claim::query()
        .filter(claims::article_id.eq(article))
        .filter(visible_to(actor))
        .order((claims::start_at, claims::id))
        .limit(5000)
        .load(db)?)
}

/// How many claims somebody sees in each of some articles.
pub fn count_in(db: &mut Db, actor: &Actor, articles: &[ArticleId]) -> Result<HashMap<ArticleId, i64>> {
    let counts: Vec<(Option<ArticleId>, i64)> = claims::table
        .filter(claims::article_id.eq_any(articles))
        .filter(visible_to(actor))
        .group_by(claims::article_id)
        .select((claims::article_id, diesel::dsl::count_star()))
        .load(db)?;
    Ok(counts.into_iter().filter_map(|(id, count)| Some((id?, count))).collect())
}

/// Claims from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Whole>> {
    let ids: Vec<ClaimId> =
        claims::table.filter(claims::id.gt(after)).order(claims::id).limit(limit).select(claims::id).load(db)?;
    ids.iter().map(|id| whole(db, id)).collect()
}
