//! Rows of checks and drafts, and the documents that are kept.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::document::Document;
use super::rules::{CheckId, CheckState, Correction, DraftId, DraftState};
use super::scale::VerdictId;
use crate::claims::rules::ClaimId;
use crate::claims::store as claims;
use crate::db::{Db, Moment};
use crate::error::{Error, Result};
use crate::events::Thing;
use crate::evidence::store::Snapshot;
use crate::people::rules::{Actor, PersonId};
use crate::schema::{checks, content_documents, contributions, drafts, published_versions, snapshots};

/// Our examination of one claim in one language.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = checks)]
pub struct Check {
    pub id: CheckId,
    pub claim_id: ClaimId,
    pub language: String,
    pub translation_of: Option<CheckId>,
    pub lead_id: Option<PersonId>,
    pub slug: Option<String>,
    pub state: CheckState,
    pub live_version: Option<i32>,
    pub published_at: Option<Moment>,
    pub changed_at: Option<Moment>,
    pub revision: i32,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Check {
    const KIND: &'static str = "check";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "claim": self.claim_id, "language": self.language, "translation_of": self.translation_of,
            "lead": self.lead_id, "slug": self.slug, "live_version": self.live_version,
            "published_at": self.published_at, "changed_at": self.changed_at,
        })
    }
}

/// One draft of a check. Its words are its content document.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = drafts)]
pub struct Draft {
    pub id: DraftId,
    pub check_id: CheckId,
    pub number: i32,
    pub state: DraftState,
    pub verdict_id: Option<VerdictId>,
    pub summary: String,
    pub reasoning: String,
    pub as_of: Option<NaiveDate>,
    pub review_by: Option<NaiveDate>,
    pub single_source: String,
    pub no_appearance: String,
    pub correction: Option<Correction>,
    pub correction_note: String,
    pub content_hash: Option<String>,
    pub submitted_by: Option<String>,
    pub submitted_at: Option<Moment>,
    pub revision: i32,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Draft {
    const KIND: &'static str = "draft";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn content_hash(&self) -> Option<String> {
        self.content_hash.clone()
    }
    fn words(&self) -> Value {
        json!({
            "check": self.check_id, "number": self.number, "verdict": self.verdict_id, "summary": self.summary,
            "reasoning": self.reasoning, "as_of": self.as_of, "review_by": self.review_by,
            "single_source": self.single_source, "no_appearance": self.no_appearance, "correction": self.correction,
            "correction_note": self.correction_note, "submitted_by": self.submitted_by,
            "submitted_at": self.submitted_at, "created_by": self.created_by,
        })
    }
}

/// One check, for somebody who may see its claim.
pub fn find(db: &mut Db, actor: &Actor, id: &CheckId) -> Result<Check> {
    let check: Check = Check::query().find(id).first(db)?;
    claims::find(db, actor, &check.claim_id)?;
    Ok(check)
}

/// The checks of one claim, for somebody who has been shown the claim.
pub fn of_claim(db: &mut Db, claim: &ClaimId) -> Result<Vec<Check>> {
    Ok(Check::query().filter(checks::claim_id.eq(claim)).order(checks::created_at).load(db)?)
}

/// The newest draft of a check: the open one, or the one that was published last.
pub fn newest_draft(db: &mut Db, check: &CheckId) -> Result<Draft> {
    Ok(Draft::query().filter(drafts::check_id.eq(check)).order(drafts::number.desc()).first(db)?)
}

/// Whoever changed the content document since the draft began; for a first draft, since the claim was marked; for a later
/// one, since the version before it was published.
pub fn contributors(db: &mut Db, check: &Check, draft: &Draft) -> Result<Vec<PersonId>> {
    let mut people: Vec<PersonId> = contributions::table
        .filter(contributions::draft_id.eq(draft.id.as_str()))
        .select(contributions::person_id)
        .load(db)?;
    let published = |db: &mut Db, number: i32| -> Result<Option<Moment>> {
        Ok(published_versions::table
            .inner_join(drafts::table.on(drafts::id.eq(published_versions::draft_id)))
            .filter(drafts::check_id.eq(&check.id))
            .filter(drafts::number.eq(number))
            .select(published_versions::published_at)
            .first(db)
            .optional()?)
    };
    let (since, until) = (published(db, draft.number - 1)?, published(db, draft.number)?);
    let between: Vec<(PersonId, Moment)> = contributions::table
        .filter(contributions::claim_id.eq(&check.claim_id))
        .filter(contributions::draft_id.is_null())
        .select((contributions::person_id, contributions::at))
        .load(db)?;
    let counts = |at: Moment| since.is_none_or(|since| at > since) && until.is_none_or(|until| at <= until);
    people.extend(between.into_iter().filter(|(_, at)| counts(*at)).map(|(person, _)| person));
    people.sort();
    people.dedup();
    Ok(people)
}

/// A stored document. Its bytes must be what its hash says: a changed one is an error, never a page.
pub fn document(db: &mut Db, hash: &str) -> Result<Document> {
    let body: String = content_documents::table.find(hash).select(content_documents::body).first(db)?;
    if crate::db::sha256(body.as_bytes()) != hash {
        return Err(Error::internal(format!("the content document {hash} does not hold what its name says")));
    }
    Document::parse(&body)
}

/// Whether every quote of a document stands exactly where it says, in the copy it names.
pub fn quotes_found(db: &mut Db, document: &Document) -> Result<bool> {
    let ids: Vec<&str> =
        document.evidence.iter().filter_map(|piece| Some(piece.quote.as_ref()?.snapshot.id.as_str())).collect();
    let copies: Vec<Snapshot> = Snapshot::query().filter(snapshots::id.eq_any(ids)).load(db)?;
    Ok(document.evidence.iter().all(|piece| {
        let (Some(quote), Some((start, end))) = (&piece.quote, piece.span()) else { return piece.quote.is_none() };
        let (Ok(start), Ok(end)) = (usize::try_from(start), usize::try_from(end)) else { return false };
        copies
            .iter()
            .find(|copy| copy.id.as_str() == quote.snapshot.id)
            .is_some_and(|copy| crate::text::anchor::holds(&copy.text, start, end, &quote.exact))
    }))
}

/// Checks from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Check>> {
    Ok(Check::query().filter(checks::id.gt(after)).order(checks::id).limit(limit).load(db)?)
}

/// Drafts from a key on, for `verify`.
pub fn every_draft(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Draft>> {
    Ok(Draft::query().filter(drafts::id.gt(after)).order(drafts::id).limit(limit).load(db)?)
}
