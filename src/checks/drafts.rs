//! Moving drafts: taking a claim, writing the verdict, submitting, reviewing, approving, publishing.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::document::Document;
use super::gates::{self, Beside, Line};
use super::rules::{
    self, CheckId, CheckState, Correction, DecisionId, DecisionKind, DraftId, DraftState, Facts, Outcome, PublishedId,
    Step,
};
use super::scale::VerdictId;
use super::store::{self, Check, Draft};
use crate::admin::store as admin;
use crate::articles::rules::ArticleKind;
use crate::articles::store as articles;
use crate::claims::rules::{ClaimId, ClaimState};
use crate::claims::store as claims;
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Faults, Result, Say, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::{Act, PersonId};
use crate::schema::{
    articles as article_rows, checks, claims as claim_rows, decisions, drafts, evidence, published_versions, sources,
};
use crate::text::slug;
use crate::tx::Tx;

/// A review or an approval, bound to exactly what was seen.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = decisions)]
pub struct Decision {
    pub id: DecisionId,
    pub draft_id: DraftId,
    pub kind: DecisionKind,
    pub outcome: Outcome,
    pub content_hash: String,
    pub comment: String,
    pub person_id: PersonId,
    pub at: Moment,
}

impl Thing for Decision {
    const KIND: &'static str = "decision";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.outcome.to_string()
    }
    fn content_hash(&self) -> Option<String> {
        Some(self.content_hash.clone())
    }
    fn words(&self) -> Value {
        json!({ "draft": self.draft_id, "kind": self.kind, "comment": self.comment, "by": self.person_id })
    }
}

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

/// A draft with all that the rule needs to know.
pub struct Standing {
    pub check: Check,
    pub draft: Draft,
    pub document: Document,
    pub gates: Vec<Line>,
    pub facts: Facts,
}

/// Loads a check's newest draft with its gates and facts.
pub fn standing(db: &mut Db, check: Check) -> Result<Standing> {
    let draft = store::newest_draft(db, &check.id)?;
    let document = match &draft.content_hash {
        Some(hash) => store::document(db, hash)?,
        None => store::build(db, &check, &draft)?,
    };
    let internal = is_internal(db, &check.claim_id)?;
    let beside = Beside {
        quotes_found: store::quotes_found(db, &document)?,
        sources_open: closed_sources(db, &check.id)? == 0,
        is_correction: draft.number > 1,
        internal,
    };
    let gates = gates::judge(&document, beside, &admin::gate_levels(db)?);
    let reviewers = decisions::table
        .filter(decisions::draft_id.eq(&draft.id))
        .filter(decisions::kind.eq(DecisionKind::Review))
        .filter(decisions::outcome.eq(Outcome::Passed))
        .select(decisions::person_id)
        .load(db)?;
    let facts = Facts {
        state: draft.state,
        contributors: store::contributors(db, &check, &draft)?,
        reviewers,
        peer_review: admin::desk(db)?.peer_review,
        missing: gates.iter().filter(|line| line.blocks()).count(),
        internal,
    };
    Ok(Standing { check, draft, document, gates, facts })
}

/// Whether a claim stands only in our own drafts: its check is then never public.
fn is_internal(db: &mut Db, claim: &ClaimId) -> Result<bool> {
    let own: i64 = claim_rows::table
        .inner_join(article_rows::table)
        .filter(claim_rows::id.eq(claim))
        .filter(article_rows::kind.eq(ArticleKind::OwnDraft))
        .count()
        .get_result(db)?;
    Ok(own > 0 && claims::appearances_of(db, claim)?.is_empty())
}

fn closed_sources(db: &mut Db, check: &CheckId) -> Result<i64> {
    Ok(evidence::table
        .inner_join(sources::table)
        .filter(evidence::check_id.eq(check))
        .filter(evidence::state.eq(rules::EvidenceState::Kept))
        .filter(sources::restricted.eq(true))
        .count()
        .get_result(db)?)
}

/// Asks the rule about a step with a check that the person may see.
pub fn permit(tx: &mut Tx, id: &CheckId, step: Step) -> Result<(Standing, rules::Move)> {
    let by = tx.by.clone();
    let check = store::find(tx.db, &by, id)?;
    let standing = standing(tx.db, check)?;
    let allowed = rules::decide(&by, &standing.facts, step)?;
    Ok((standing, allowed))
}

/// Takes a claim: its check begins, at `researching`.
pub fn take(tx: &mut Tx, claim: &ClaimId) -> Result<CheckId> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    let claim = claims::find(tx.db, &by, claim)?;
    if claim.state != ClaimState::Selected {
        return Err(Error::refused("take-selected"));
    }
    if claims::has_check(tx.db, &claim.id)? {
        return Err(Error::refused("already-taken"));
    }
    let check = Check {
        id: tx.id(),
        claim_id: claim.id,
        language: admin::desk(tx.db)?.language,
        translation_of: None,
        lead_id: Some(by.id.clone()).filter(|_| !by.is_operator()),
        slug: None,
        state: CheckState::Unpublished,
        live_version: None,
        published_at: None,
        changed_at: None,
        revision: 1,
        created_by: by.id.to_string(),
        created_at: tx.now,
    };
    diesel::insert_into(checks::table).values(&check).execute(tx.db)?;
    events::record(tx, Kind::CheckTaken, &check, "")?;
    let today = admin::desk(tx.db)?.today(tx.now);
    begin(tx, &check, 1, None, Some(today))?;
    Ok(check.id)
}

fn begin(tx: &mut Tx, check: &Check, number: i32, from: Option<Draft>, as_of: Option<NaiveDate>) -> Result<DraftId> {
    let id: DraftId = tx.id();
    let blank = Draft {
        id: id.clone(),
        check_id: check.id.clone(),
        number,
        state: DraftState::Researching,
        verdict_id: None,
        summary: String::new(),
        reasoning: String::new(),
        as_of,
        review_by: None,
        single_source: String::new(),
        no_appearance: String::new(),
        correction: None,
        correction_note: String::new(),
        content_hash: None,
        submitted_by: None,
        submitted_at: None,
        revision: 1,
        created_by: tx.by.id.to_string(),
        created_at: tx.now,
    };
    let draft = match from {
        Some(old) => Draft {
            verdict_id: old.verdict_id,
            summary: old.summary,
            reasoning: old.reasoning,
            as_of: old.as_of,
            review_by: old.review_by,
            single_source: old.single_source,
            no_appearance: old.no_appearance,
            ..blank
        },
        None => blank,
    };
    diesel::insert_into(drafts::table).values(&draft).execute(tx.db)?;
    tx.touch(draft.subject());
    Ok(id)
}

/// Starts the next version of a published check beside the live one, which stays up.
pub fn start_correction(tx: &mut Tx, id: &CheckId, kind: Correction, note: &str) -> Result<()> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    let check = store::find(tx.db, &by, id)?;
    let last = store::newest_draft(tx.db, id)?;
    if check.state != CheckState::Published || last.state != DraftState::Published {
        return Err(Error::refused("correction-open"));
    }
    let draft = begin(tx, &check, last.number + 1, Some(last), None)?;
    diesel::update(drafts::table.find(&draft))
        .set((drafts::correction.eq(Some(kind)), drafts::correction_note.eq(note)))
        .execute(tx.db)?;
    Ok(())
}

/// What the verdict form says.
#[derive(Debug, Clone)]
pub struct VerdictText {
    pub verdict: Option<VerdictId>,
    pub summary: String,
    pub reasoning: String,
    pub as_of: Option<NaiveDate>,
    pub review_by: Option<NaiveDate>,
    pub single_source: String,
    pub no_appearance: String,
    pub correction: Option<Correction>,
    pub correction_note: String,
}

/// Saves the verdict's text; `seen` is the revision the form showed.
pub fn write_verdict(tx: &mut Tx, id: &CheckId, text: VerdictText, seen: i32) -> Result<()> {
    let (standing, _) = permit(tx, id, Step::Edit)?;
    let draft = standing.draft;
    let subject = draft.subject();
    let correction = if draft.number > 1 { text.correction.or(draft.correction) } else { None };
    let changed = diesel::update(drafts::table.find(&draft.id).filter(drafts::revision.eq(seen)))
        .set((
            drafts::verdict_id.eq(&text.verdict),
            drafts::summary.eq(&text.summary),
            drafts::reasoning.eq(&text.reasoning),
            drafts::as_of.eq(text.as_of),
            drafts::review_by.eq(text.review_by),
            drafts::single_source.eq(&text.single_source),
            drafts::no_appearance.eq(&text.no_appearance),
            drafts::correction.eq(correction),
            drafts::correction_note.eq(if draft.number > 1 { &text.correction_note } else { "" }),
            drafts::revision.eq(seen + 1),
        ))
        .execute(tx.db)?;
    if changed == 0 {
        let theirs = vec![
            ("summary", draft.summary),
            ("reasoning", draft.reasoning),
            ("single_source", draft.single_source),
            ("no_appearance", draft.no_appearance),
        ];
        return Err(Error::Stale(Box::new(Stale { current: draft.revision.to_string(), field: "revision", theirs })));
    }
    tx.touch(subject);
    Ok(())
}

/// Whoever decides must have seen exactly what stands: the hash that the form carries.
fn as_seen(draft: &Draft, seen: &str) -> Result<String> {
    match &draft.content_hash {
        Some(hash) if hash == seen => Ok(hash.clone()),
        now => Err(Error::Stale(Box::new(Stale {
            current: now.clone().unwrap_or_default(),
            field: "content_hash",
            theirs: Vec::new(),
        }))),
    }
}

fn advance(tx: &mut Tx, draft: &Draft, allowed: &rules::Move, kind: Kind, note: &str) -> Result<Draft> {
    let moved: Option<Draft> = diesel::update(drafts::table.find(&draft.id))
        .filter(drafts::state.eq(allowed.from()))
        .filter(drafts::content_hash.eq(&draft.content_hash))
        .set(drafts::state.eq(allowed.to()))
        .returning(cols::<Draft>())
        .get_result(tx.db)
        .optional()?;
    let moved = moved.ok_or_else(|| Error::refused("draft-moved"))?;
    events::record(tx, kind, &moved, note)?;
    Ok(moved)
}

/// Hands the draft on: to a second pair of eyes where the desk asks for it, else to an editor.
pub fn submit(tx: &mut Tx, id: &CheckId, seen: &str, comment: &str) -> Result<()> {
    let (standing, allowed) = permit(tx, id, Step::Submit)?;
    as_seen(&standing.draft, seen)?;
    diesel::update(drafts::table.find(&standing.draft.id))
        .set((drafts::submitted_by.eq(Some(tx.by.id.to_string())), drafts::submitted_at.eq(Some(tx.now))))
        .execute(tx.db)?;
    advance(tx, &standing.draft, &allowed, Kind::DraftSubmitted, comment)?;
    Ok(())
}

/// A colleague's review of what was submitted.
pub fn review(tx: &mut Tx, id: &CheckId, outcome: Outcome, seen: &str, comment: &str) -> Result<()> {
    let (standing, allowed) = permit(tx, id, Step::Review(outcome))?;
    decide(tx, &standing.draft, DecisionKind::Review, outcome, seen, comment)?;
    advance(tx, &standing.draft, &allowed, Kind::DraftReviewed, comment)?;
    Ok(())
}

/// An editor's approval of exactly what they saw, or their reasons against it.
pub fn approve(tx: &mut Tx, id: &CheckId, outcome: Outcome, seen: &str, comment: &str) -> Result<()> {
    let approving = outcome == Outcome::Approved;
    let step = if approving { Step::Approve } else { Step::SendBack };
    let (standing, allowed) = permit(tx, id, step)?;
    decide(tx, &standing.draft, DecisionKind::Approval, outcome, seen, comment)?;
    let kind = if approving { Kind::DraftApproved } else { Kind::DraftSentBack };
    advance(tx, &standing.draft, &allowed, kind, comment)?;
    Ok(())
}

fn decide(tx: &mut Tx, draft: &Draft, kind: DecisionKind, outcome: Outcome, seen: &str, comment: &str) -> Result<()> {
    let content_hash = as_seen(draft, seen)?;
    if outcome == Outcome::Changes && comment.is_empty() {
        return Err(Faults::of("comment", Say::new("comment-required")));
    }
    let decision = Decision {
        id: tx.id(),
        draft_id: draft.id.clone(),
        kind,
        outcome,
        content_hash,
        comment: comment.to_owned(),
        person_id: tx.by.id.clone(),
        at: tx.now,
    };
    diesel::insert_into(decisions::table).values(&decision).execute(tx.db)?;
    events::record(
        tx,
        if kind == DecisionKind::Review { Kind::DraftReviewed } else { Kind::DecisionMade },
        &decision,
        comment,
    )
}

/// Decisions about a draft, newest first.
pub fn decisions_of(db: &mut Db, draft: &DraftId) -> Result<Vec<Decision>> {
    Ok(Decision::query()
        .filter(decisions::draft_id.eq(draft))
        .order((decisions::at.desc(), decisions::id.desc()))
        .limit(100)
        .load(db)?)
}

/// The approval that covers exactly this document, if it still holds.
pub fn approval(db: &mut Db, draft: &Draft) -> Result<Option<Decision>> {
    Ok(Decision::query()
        .filter(decisions::draft_id.eq(&draft.id))
        .filter(decisions::kind.ne(DecisionKind::Review))
        .filter(decisions::outcome.eq(Outcome::Approved))
        .order((decisions::at.desc(), decisions::id.desc()))
        .first(db)
        .optional()?)
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
    Ok(number)
}

/// A double click: this very document is already out, published by this very person.
fn already(tx: &mut Tx, id: &CheckId, seen: &str) -> Result<Option<i32>> {
    Ok(published_versions::table
        .filter(published_versions::check_id.eq(id))
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

/// Hands a check to somebody else.
pub fn hand_over(tx: &mut Tx, id: &CheckId, to: &PersonId) -> Result<()> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    store::find(tx.db, &by, id)?;
    let person = crate::people::store::find(tx.db, to)?;
    if !person.actor().may(Act::Draft) {
        return Err(Faults::of("lead", Say::new("needs-reviewer")));
    }
    let check: Check = diesel::update(checks::table.find(id))
        .set((checks::lead_id.eq(Some(to)), checks::revision.eq(checks::revision + 1)))
        .returning(cols::<Check>())
        .get_result(tx.db)?;
    events::record(tx, Kind::CheckHanded, &check, &person.name)
}

/// A check's published versions, newest first.
pub fn versions(db: &mut Db, id: &CheckId) -> Result<Vec<Published>> {
    Ok(Published::query()
        .filter(published_versions::check_id.eq(id))
        .order(published_versions::number.desc())
        .limit(1000)
        .load(db)?)
}

/// One decision.
pub fn decision(db: &mut Db, id: &DecisionId) -> Result<Decision> {
    Ok(Decision::query().find(id).first(db)?)
}

/// Decisions from a key on, for `verify`.
pub fn every_decision(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Decision>> {
    Ok(Decision::query().filter(decisions::id.gt(after)).order(decisions::id).limit(limit).load(db)?)
}

/// Published versions from a key on, for `verify`.
pub fn every_version(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Published>> {
    Ok(Published::query()
        .filter(published_versions::id.gt(after))
        .order(published_versions::id)
        .limit(limit)
        .load(db)?)
}
