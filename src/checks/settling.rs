//! Keeping open drafts true to everything they rest on.

use diesel::prelude::*;

use super::building::build;
use super::evidence::Evidence;
use super::publishing;
use super::rules::{self, DraftId, DraftState, Step};
use super::scale;
use super::store::{Check, Draft, contributors};
use crate::claims::claimants;
use crate::claims::contributions;
use crate::claims::matches::Match;
use crate::claims::rules::ClaimId;
use crate::claims::store as claims;
use crate::db::{Db, Moment, cols};
use crate::error::Result;
use crate::events::{self, Kind, Subject, Thing};
use crate::evidence::store::Source;
use crate::schema::{checks, claims as claim_rows, content_documents, drafts, evidence as evidence_rows};
use crate::tx::Tx;

/// Brings every open draft that rests on something touched in this transaction up to date, before it commits. A changed
/// document makes whoever acted a contributor, and voids an approval, whatever route changed it.
pub fn settle(tx: &mut Tx) -> Result<()> {
    let touched = tx.take_touched();
    let ruled: Vec<String> = touched.iter().filter(|it| it.kind == Match::KIND).map(|it| it.id.clone()).collect();
    if !ruled.is_empty() {
        publishing::show_repeating(tx, &ruled)?;
    }
    let ids = affected(tx.db, &touched)?;
    for id in ids {
        let draft: Draft = Draft::query().find(&id).first(tx.db)?;
        refresh(tx, draft)?;
    }
    between_drafts(tx, &touched)
}

fn affected(db: &mut Db, touched: &[Subject]) -> Result<Vec<DraftId>> {
    let of = |kind: &str| -> Vec<String> {
        touched.iter().filter(|subject| subject.kind == kind).map(|subject| subject.id.clone()).collect()
    };
    let open = || drafts::table.filter(drafts::state.ne(DraftState::Published)).select(drafts::id);
    let mut ids: Vec<DraftId> = Vec::new();
    let direct = of(Draft::KIND);
    if !direct.is_empty() {
        ids.extend(open().filter(drafts::id.eq_any(direct)).load::<DraftId>(db)?);
    }
    let verdicts = of(scale::Entry::KIND);
    if !verdicts.is_empty() {
        // Any rating can move the ends of the axis that every verdict is shown on.
        ids.extend(open().filter(drafts::verdict_id.is_not_null()).load::<DraftId>(db)?);
    }
    let pieces = of(Evidence::KIND);
    if !pieces.is_empty() {
        let of_pieces = evidence_rows::table.filter(evidence_rows::id.eq_any(pieces)).select(evidence_rows::check_id);
        ids.extend(open().filter(drafts::check_id.eq_any(of_pieces)).load::<DraftId>(db)?);
    }
    let cited = of(Source::KIND);
    if !cited.is_empty() {
        let citing =
            evidence_rows::table.filter(evidence_rows::source_id.eq_any(cited)).select(evidence_rows::check_id);
        ids.extend(open().filter(drafts::check_id.eq_any(citing)).load::<DraftId>(db)?);
    }
    let examined = of(claims::Whole::KIND);
    if !examined.is_empty() {
        let theirs = checks::table.filter(checks::claim_id.eq_any(examined)).select(checks::id);
        ids.extend(open().filter(drafts::check_id.eq_any(theirs)).load::<DraftId>(db)?);
    }
    let speakers = of(claimants::Claimant::KIND);
    if !speakers.is_empty() {
        let said = claim_rows::table.filter(claim_rows::claimant_id.eq_any(speakers)).select(claim_rows::id);
        let theirs = checks::table.filter(checks::claim_id.eq_any(said)).select(checks::id);
        ids.extend(open().filter(drafts::check_id.eq_any(theirs)).load::<DraftId>(db)?);
    }
    ids.sort();
    ids.dedup();
    Ok(ids)
}

fn refresh(tx: &mut Tx, draft: Draft) -> Result<()> {
    let check: Check = Check::query().find(&draft.check_id).first(tx.db)?;
    let mut document = build(tx.db, &check, &draft)?;
    let (mut hash, mut body) = document.seal()?;
    if draft.content_hash.as_deref() == Some(&hash) {
        return Ok(());
    }
    let began = draft.content_hash.is_none();
    // Taking a claim changes no word of it; starting a correction writes its note.
    let only_taken = began && draft.number == 1;
    if !began {
        tx.by.require(rules::right(Step::Edit, draft.state))?;
    }
    if !only_taken && !tx.by.is_operator() {
        add_contributor(tx, &check, &draft)?;
        document = build(tx.db, &check, &draft)?;
        (hash, body) = document.seal()?;
    }
    keep(tx.db, &hash, &body, tx.now)?;
    let void = matches!(draft.state, DraftState::Approved | DraftState::Scheduled);
    let state = if void { DraftState::Ready } else { draft.state };
    let changed: Draft = diesel::update(drafts::table.find(&draft.id))
        .set((drafts::content_hash.eq(&hash), drafts::state.eq(state)))
        .returning(cols::<Draft>())
        .get_result(tx.db)?;
    let kind = match (began, void) {
        (true, _) => Kind::DraftBegun,
        (_, true) => Kind::ApprovalVoided,
        _ => Kind::DraftChanged,
    };
    events::record(tx, kind, &changed, "")?;
    tx.take_touched();
    Ok(())
}

fn add_contributor(tx: &mut Tx, check: &Check, draft: &Draft) -> Result<()> {
    if contributors(tx.db, check, draft)?.contains(&tx.by.id) {
        return Ok(());
    }
    contributions::add(tx, &check.claim_id, Some(draft.id.as_str()))
}

/// What a claimant, a source or a rating says also changes the next draft of every check that rests on it: whoever
/// changes one while no draft is open has contributed to that next draft.
fn between_drafts(tx: &mut Tx, touched: &[Subject]) -> Result<()> {
    let of = |kind: &str| -> Vec<String> {
        touched.iter().filter(|subject| subject.kind == kind).map(|subject| subject.id.clone()).collect()
    };
    let mut claims: Vec<ClaimId> = Vec::new();
    let speakers = of(claimants::Claimant::KIND);
    if !speakers.is_empty() {
        claims.extend(
            claim_rows::table
                .filter(claim_rows::claimant_id.eq_any(speakers))
                .select(claim_rows::id)
                .load::<ClaimId>(tx.db)?,
        );
    }
    let cited = of(Source::KIND);
    if !cited.is_empty() {
        let citing =
            evidence_rows::table.filter(evidence_rows::source_id.eq_any(cited)).select(evidence_rows::check_id);
        claims.extend(checks::table.filter(checks::id.eq_any(citing)).select(checks::claim_id).load::<ClaimId>(tx.db)?);
    }
    let ratings = of(scale::Entry::KIND);
    if !ratings.is_empty() {
        let given = drafts::table.filter(drafts::verdict_id.eq_any(ratings)).select(drafts::check_id);
        claims.extend(checks::table.filter(checks::id.eq_any(given)).select(checks::claim_id).load::<ClaimId>(tx.db)?);
    }
    claims.sort();
    claims.dedup();
    let open: Vec<ClaimId> = checks::table
        .inner_join(drafts::table)
        .filter(checks::claim_id.eq_any(&claims))
        .filter(drafts::state.ne(DraftState::Published))
        .select(checks::claim_id)
        .load(tx.db)?;
    claims.iter().filter(|claim| !open.contains(claim)).try_for_each(|claim| contributions::add(tx, claim, None))
}

/// Keeps a document under its hash, once.
fn keep(db: &mut Db, hash: &str, body: &str, now: Moment) -> Result<()> {
    let known: i64 = content_documents::table.filter(content_documents::hash.eq(hash)).count().get_result(db)?;
    if known == 0 {
        diesel::insert_into(content_documents::table)
            .values((
                content_documents::hash.eq(hash),
                content_documents::body.eq(body),
                content_documents::created_at.eq(now),
            ))
            .execute(db)?;
    }
    Ok(())
}
