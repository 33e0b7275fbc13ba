//! Moving drafts: taking a claim, writing the verdict, submitting, reviewing, approving, publishing.

use chrono::NaiveDate;
use diesel::prelude::*;

use super::building;
use super::decisions;
use super::document::Document;
use super::gates::{self, Beside, Line};
use super::rules::{self, CheckId, CheckState, Correction, DecisionKind, DraftId, DraftState, Facts, Outcome, Step};
use super::scale::VerdictId;
use super::store::{self, Check, Draft};
use crate::admin::store as admin;
use crate::articles::rules::ArticleKind;
use crate::claims::rules::{ClaimId, ClaimState};
use crate::claims::store as claims;
use crate::db::{Db, cols};
use crate::error::{Error, Faults, Result, Say, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::{Act, PersonId};
use crate::schema::{
    articles as article_rows, checks, claims as claim_rows, decisions as decision_rows, drafts, evidence, sources,
};
use crate::tx::Tx;

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
        None => building::build(db, &check, &draft)?,
    };
    let internal = is_internal(db, &check.claim_id)?;
    let beside = Beside {
        quotes_found: store::quotes_found(db, &document)?,
        sources_open: closed_sources(db, &check.id)? == 0,
        is_correction: draft.number > 1,
        internal,
        private_names: private_names(db, &check.claim_id)?,
    };
    let gates = gates::judge(&document, &beside, &admin::gate_levels(db)?);
    let reviewers = decision_rows::table
        .filter(decision_rows::draft_id.eq(&draft.id))
        .filter(decision_rows::kind.eq(DecisionKind::Review))
        .filter(decision_rows::outcome.eq(Outcome::Passed))
        .select(decision_rows::person_id)
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

fn private_names(db: &mut Db, claim: &ClaimId) -> Result<Vec<String>> {
    let Some(id) = claims::whole(db, claim)?.claim.claimant_id else { return Ok(Vec::new()) };
    let claimant = crate::claims::claimants::find(db, &id)?;
    let names = std::iter::once(claimant.name.as_str()).chain(claimant.aliases.lines()).map(str::to_owned);
    Ok(if claimant.private { names.collect() } else { Vec::new() })
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
    if check.state == CheckState::Retracted {
        return Err(Error::refused("check-retracted"));
    }
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
            ("verdict_id", draft.verdict_id.map(|id| id.to_string()).unwrap_or_default()),
            ("as_of", draft.as_of.map(|date| date.to_string()).unwrap_or_default()),
            ("review_by", draft.review_by.map(|date| date.to_string()).unwrap_or_default()),
            ("correction_note", draft.correction_note),
        ];
        return Err(Error::Stale(Box::new(Stale { current: draft.revision.to_string(), field: "revision", theirs })));
    }
    tx.touch(subject);
    Ok(())
}

pub(super) fn advance(tx: &mut Tx, draft: &Draft, allowed: &rules::Move, kind: Kind, note: &str) -> Result<Draft> {
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
    decisions::as_seen(&standing.draft, seen)?;
    diesel::update(drafts::table.find(&standing.draft.id))
        .set((drafts::submitted_by.eq(Some(tx.by.id.to_string())), drafts::submitted_at.eq(Some(tx.now))))
        .execute(tx.db)?;
    advance(tx, &standing.draft, &allowed, Kind::DraftSubmitted, comment)?;
    Ok(())
}

/// A colleague's review of what was submitted.
pub fn review(tx: &mut Tx, id: &CheckId, outcome: Outcome, seen: &str, comment: &str) -> Result<()> {
    let (standing, allowed) = permit(tx, id, Step::Review(outcome))?;
    decisions::record(tx, &standing.draft, DecisionKind::Review, outcome, seen, comment)?;
    advance(tx, &standing.draft, &allowed, Kind::DraftReviewed, comment)?;
    Ok(())
}

/// An editor's approval of exactly what they saw, or their reasons against it.
pub fn approve(tx: &mut Tx, id: &CheckId, outcome: Outcome, seen: &str, comment: &str) -> Result<()> {
    let approving = outcome == Outcome::Approved;
    let step = if approving { Step::Approve } else { Step::SendBack };
    let (standing, allowed) = permit(tx, id, step)?;
    decisions::record(tx, &standing.draft, DecisionKind::Approval, outcome, seen, comment)?;
    let kind = if approving { Kind::DraftApproved } else { Kind::DraftSentBack };
    advance(tx, &standing.draft, &allowed, kind, comment)?;
    Ok(())
}

/// Hands a check to somebody else.
pub fn hand_over(tx: &mut Tx, id: &CheckId, to: &PersonId) -> Result<()> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    if store::find(tx.db, &by, id)?.state == CheckState::Retracted {
        return Err(Error::refused("check-retracted"));
    }
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
