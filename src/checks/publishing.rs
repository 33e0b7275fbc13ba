//! Publishing: versions that the public sees, and the address that is fixed with the first of them.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::decisions::{approval, as_seen};
use super::drafts::{advance, permit};
use super::rules::{CheckId, CheckState, Correction, DecisionId, DecisionKind, DraftId, PublishedId, Step};
use super::store::{Check, newest_draft};
use crate::articles::rules::ArticleKind;
use crate::articles::store as articles;
use crate::claims::matches;
use crate::claims::rules::ClaimId;
use crate::claims::store as claims;
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Faults, Result, Say};
use crate::events::{self, Kind, Thing};
use crate::people::rules::PersonId;
use crate::schema::{articles as article_rows, checks, claim_matches, claims as claim_rows, published_versions};
use crate::text::slug;
use crate::tx::Tx;

/// A version that the public sees, or saw.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = published_versions)]
pub struct Published {
    pub id: PublishedId,
    pub check_id: CheckId,
    pub number: i32,
    pub draft_id: DraftId,
    pub content_hash: String,
    pub decision_id: DecisionId,
    pub correction: Option<Correction>,
    pub note: String,
    pub published_by: PersonId,
    pub published_at: Moment,
}

impl Thing for Published {
    const KIND: &'static str = "published_version";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        "published".into()
    }
    fn content_hash(&self) -> Option<String> {
        Some(self.content_hash.clone())
    }
    fn words(&self) -> Value {
        json!({
            "check": self.check_id, "number": self.number, "draft": self.draft_id, "decision": self.decision_id,
            "correction": self.correction, "note": self.note, "by": self.published_by, "at": self.published_at,
        })
    }
}

/// Publishes what was approved, and nothing else. The same form sent twice by the same person publishes once.
pub fn publish(tx: &mut Tx, id: &CheckId, seen: &str, address: &str) -> Result<i32> {
    if let Some(number) = already(tx, id, seen)? {
        return Ok(number);
    }
    let (standing, allowed) = permit(tx, id, Step::Publish)?;
    let (check, draft) = (standing.check, standing.draft);
    let content_hash = as_seen(&draft, seen)?;
    let approval = approval(tx.db, &draft)?.filter(|approval| approval.content_hash == content_hash);
    let approval = approval.ok_or_else(|| Error::refused("not-approved"))?;
    if approval.kind == DecisionKind::Approval && standing.facts.contributors.contains(&approval.person_id) {
        return Err(Error::refused("not-approved"));
    }
    let number = check.live_version.unwrap_or(0) + 1;
    let slug = match &check.slug {
        Some(slug) => slug.clone(),
        None => fresh_slug(tx, &check.claim_id, address)?,
    };
    advance(tx, &draft, &allowed, Kind::DraftPublished, "")?;
    let version = Published {
        id: tx.id(),
        check_id: check.id.clone(),
        number,
        draft_id: draft.id.clone(),
        content_hash,
        decision_id: approval.id,
        correction: draft.correction,
        note: draft.correction_note.clone(),
        published_by: tx.by.id.clone(),
        published_at: tx.now,
    };
    diesel::insert_into(published_versions::table).values(&version).execute(tx.db)?;
    events::record(tx, Kind::VersionPublished, &version, &version.note)?;
    let shown: Check = diesel::update(checks::table.find(&check.id))
        .set((
            checks::slug.eq(Some(&slug)),
            checks::state.eq(CheckState::Published),
            checks::live_version.eq(Some(number)),
            checks::published_at.eq(Some(check.published_at.unwrap_or(tx.now))),
            checks::changed_at.eq(Some(tx.now)),
            checks::revision.eq(checks::revision + 1),
        ))
        .returning(cols::<Check>())
        .get_result(tx.db)?;
    events::record(tx, if number == 1 { Kind::CheckPublished } else { Kind::CheckCorrected }, &shown, "")?;
    show_article(tx, &check.claim_id)?;
    let repeated: Vec<ClaimId> = claim_rows::table
        .filter(claim_rows::duplicate_of.eq(&check.claim_id))
        .filter(claim_rows::restricted.eq(false))
        .select(claim_rows::id)
        .load(tx.db)?;
    matches::confirmed(tx.db, &repeated)?.iter().try_for_each(|claim| show_article(tx, claim))?;
    Ok(number)
}

/// A double click: this very document is already out, published by this very person.
fn already(tx: &mut Tx, id: &CheckId, seen: &str) -> Result<Option<i32>> {
    let newest = newest_draft(tx.db, id)?.id;
    Ok(published_versions::table
        .filter(published_versions::check_id.eq(id))
        .filter(published_versions::draft_id.eq(newest))
        .filter(published_versions::content_hash.eq(seen))
        .filter(published_versions::published_by.eq(&tx.by.id))
        .order(published_versions::number.desc())
        .select(published_versions::number)
        .first(tx.db)
        .optional()?)
}

/// A check's address, fixed from now on: what the editor typed, or the statement's words. Never a private individual's name.
fn fresh_slug(tx: &mut Tx, claim: &ClaimId, typed: &str) -> Result<String> {
    let suggestion = suggest_slug(tx.db, claim)?;
    let slug = if typed.is_empty() { suggestion } else { typed.to_owned() };
    if !slug::is_slug(&slug) || names_private(tx.db, claim, &slug)? {
        return Err(Faults::of("slug", Say::new("slug-invalid")));
    }
    let taken: i64 = checks::table.filter(checks::slug.eq(&slug)).count().get_result(tx.db)?;
    match (taken, typed.is_empty()) {
        (0, _) => Ok(slug),
        (_, true) => Ok(random_slug(&slug)),
        (_, false) => Err(Faults::of("slug", Say::new("slug-taken"))),
    }
}

fn random_slug(stem: &str) -> String {
    let stem: String = stem.chars().take(50).collect();
    let tail = crate::db::hex(&crate::db::random_bytes::<4>());
    format!("{}-{tail}", stem.trim_end_matches('-')).trim_start_matches('-').to_owned()
}

/// What the address would be if nobody typed one.
pub fn suggest_slug(db: &mut Db, claim: &ClaimId) -> Result<String> {
    let statement: String = claim_rows::table.find(claim).select(claim_rows::statement).first(db)?;
    let slug = slug::slug(&statement);
    if slug.len() < 4 || names_private(db, claim, &slug)? { Ok(random_slug("check")) } else { Ok(slug) }
}

fn names_private(db: &mut Db, claim: &ClaimId, slug: &str) -> Result<bool> {
    let whole = claims::whole(db, claim)?;
    let Some(id) = whole.claim.claimant_id else { return Ok(false) };
    let claimant = crate::claims::claimants::find(db, &id)?;
    let names = format!("{} {}", claimant.name, claimant.aliases);
    let parts: Vec<String> = names.split_whitespace().map(slug::slug).filter(|part| part.len() > 2).collect();
    Ok(claimant.private && slug.split('-').any(|word| parts.iter().any(|part| part == word)))
}

/// An article has a public page once one of its checks is published.
fn show_article(tx: &mut Tx, claim: &ClaimId) -> Result<()> {
    let Some(id) = claims::whole(tx.db, claim)?.claim.article_id else { return Ok(()) };
    let article = articles::Article::query().find(&id).first(tx.db)?;
    if article.slug.is_some() || article.kind == ArticleKind::OwnDraft || article.restricted {
        return Ok(());
    }
    let wanted = slug::slug(&article.title);
    let taken: i64 = article_rows::table.filter(article_rows::slug.eq(&wanted)).count().get_result(tx.db)?;
    let slug = if taken > 0 || wanted.len() < 3 { random_slug(&wanted) } else { wanted };
    articles::show(tx, &id, &slug)
}

/// Claims that an editor said repeat one whose check is published: their articles have a public page from now on.
pub(super) fn show_repeating(tx: &mut Tx, rulings: &[String]) -> Result<()> {
    let published = checks::table.filter(checks::state.eq(CheckState::Published)).select(checks::claim_id.nullable());
    let ruled = claim_matches::table.filter(claim_matches::id.eq_any(rulings)).select(claim_matches::other_claim_id);
    let repeating: Vec<ClaimId> = claim_rows::table
        .filter(claim_rows::restricted.eq(false))
        .filter(claim_rows::duplicate_of.eq_any(ruled))
        .filter(claim_rows::duplicate_of.eq_any(published))
        .select(claim_rows::id)
        .load(tx.db)?;
    matches::confirmed(tx.db, &repeating)?.iter().try_for_each(|claim| show_article(tx, claim))
}

/// A check's published versions, newest first.
pub fn versions(db: &mut Db, id: &CheckId) -> Result<Vec<Published>> {
    Ok(Published::query()
        .filter(published_versions::check_id.eq(id))
        .order(published_versions::number.desc())
        .limit(1000)
        .load(db)?)
}

/// Published versions from a key on, for `verify`.
pub fn every_version(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Published>> {
    Ok(Published::query()
        .filter(published_versions::id.gt(after))
        .order(published_versions::id)
        .limit(limit)
        .load(db)?)
}
