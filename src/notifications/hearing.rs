//! Who hears of one event: whoever is named, whoever can act now, whoever wrote what it happened to; never who did it.

use std::collections::BTreeMap;

use diesel::prelude::*;

use super::rules::Reason;
use crate::checks::rules::{CheckId, DecisionKind, DraftState, Outcome};
use crate::checks::store::{Check, Draft, contributors};
use crate::claims::rules::ClaimId;
use crate::claims::store as claims;
use crate::corrections::rules::RetractionState;
use crate::db::Db;
use crate::discussion::comments::{Comment, CommentId};
use crate::discussion::rules::CommentState;
use crate::error::Result;
use crate::events::Kind;
use crate::events::store::Event;
use crate::people::rules::{Act, Actor, PersonId};
use crate::people::store as people;
use crate::schema::{checks, comments, decisions, drafts, mentions, retractions, tasks, withholdings};

/// What an event is about and who hears of it.
#[derive(Debug, Clone)]
pub struct Heard {
    pub claim: ClaimId,
    pub check: Option<CheckId>,
    pub comment: Option<CommentId>,
    pub people: BTreeMap<PersonId, Reason>,
}

/// Who hears of an event; nobody of most. Whoever may not see the claim hears nothing.
pub fn of(db: &mut Db, event: &Event) -> Result<Option<Heard>> {
    let Ok(kind) = event.kind.parse::<Kind>() else { return Ok(None) };
    let heard = match kind {
        Kind::CommentAdded | Kind::CommentEdited => comment(db, event, kind)?,
        Kind::DraftSubmitted
        | Kind::DraftReviewed
        | Kind::DraftApproved
        | Kind::DraftSentBack
        | Kind::ApprovalVoided => draft(db, event, kind)?,
        Kind::CheckPublished | Kind::CheckCorrected | Kind::CheckHanded => check(db, event, kind)?,
        Kind::TaskAdded => task(db, event)?,
        Kind::RetractionProposed => retraction(db, event)?,
        Kind::WithholdingProposed => withholding(db, event)?,
        _ => None,
    };
    let Some(mut heard) = heard else { return Ok(None) };
    let active = people::active(db)?;
    let mut kept = BTreeMap::new();
    for (person, reason) in std::mem::take(&mut heard.people) {
        let Some(person) = active.iter().find(|one| one.id == person && one.id.as_str() != event.actor) else {
            continue;
        };
        if claims::find(db, &person.actor(), &heard.claim).is_ok() {
            kept.insert(person.id.clone(), reason);
        }
    }
    heard.people = kept;
    Ok(Some(heard).filter(|heard| !heard.people.is_empty()))
}

fn first(people: &mut BTreeMap<PersonId, Reason>, person: PersonId, reason: Reason) {
    people.entry(person).or_insert(reason);
}

fn comment(db: &mut Db, event: &Event, kind: Kind) -> Result<Option<Heard>> {
    let comment: Option<Comment> = Comment::query().find(&event.subject_id).first(db).optional()?;
    let Some(comment) = comment.filter(|it| it.state != CommentState::Removed) else { return Ok(None) };
    let mut people = BTreeMap::new();
    let named: Vec<PersonId> =
        mentions::table.filter(mentions::comment_id.eq(&comment.id)).select(mentions::person_id).load(db)?;
    named.into_iter().for_each(|person| first(&mut people, person, Reason::Mentioned));
    let check: Option<(CheckId, Option<PersonId>)> = checks::table
        .filter(checks::claim_id.eq(&comment.claim_id))
        .order(checks::created_at)
        .select((checks::id, checks::lead_id))
        .first(db)
        .optional()?;
    // An edit is news only to whom it names.
    if kind == Kind::CommentAdded {
        if let Some(parent) = &comment.parent_id {
            let thread: Vec<PersonId> = comments::table
                .filter(comments::id.eq(parent).or(comments::parent_id.eq(parent).assume_not_null()))
                .select(comments::created_by)
                .load(db)?;
            thread.into_iter().for_each(|person| first(&mut people, person, Reason::Answered));
        }
        let lead = check.as_ref().and_then(|(_, lead)| lead.clone());
        lead.into_iter().for_each(|person| first(&mut people, person, Reason::Commented));
    }
    let check = check.map(|(id, _)| id);
    Ok(Some(Heard { claim: comment.claim_id, check, comment: Some(comment.id), people }))
}

fn draft(db: &mut Db, event: &Event, kind: Kind) -> Result<Option<Heard>> {
    let draft: Option<Draft> = Draft::query().find(&event.subject_id).first(db).optional()?;
    let Some(draft) = draft else { return Ok(None) };
    let check: Check = Check::query().find(&draft.check_id).first(db)?;
    let wrote = contributors(db, &check, &draft)?;
    let reviewed: Vec<PersonId> = decisions::table
        .filter(decisions::draft_id.eq(&draft.id))
        .filter(decisions::kind.eq(DecisionKind::Review))
        .filter(decisions::outcome.eq(Outcome::Passed))
        .select(decisions::person_id)
        .load(db)?;
    let mut people = BTreeMap::new();
    let mut who_may = |db: &mut Db, act: Act, without: &[&[PersonId]], reason: Reason| -> Result<()> {
        for person in people::active(db)? {
            if person.actor().may(act) && !without.iter().any(|some| some.contains(&person.id)) {
                first(&mut people, person.id, reason);
            }
        }
        Ok(())
    };
    // Of an event that is long past, what stands now is what people can act on.
    let stands = |state: DraftState| event.state == state.as_str();
    match kind {
        Kind::DraftSubmitted | Kind::DraftReviewed if stands(DraftState::InReview) => {
            who_may(db, Act::Draft, &[&wrote], Reason::ToReview)?;
        }
        Kind::DraftSubmitted | Kind::DraftReviewed if stands(DraftState::Ready) => {
            who_may(db, Act::Approve, &[&wrote, &reviewed], Reason::ToApprove)?;
        }
        Kind::DraftApproved => who_may(db, Act::Approve, &[], Reason::Approved)?,
        Kind::ApprovalVoided => who_may(db, Act::Approve, &[&wrote], Reason::Voided)?,
        _ => {}
    }
    if matches!(kind, Kind::DraftSentBack | Kind::DraftReviewed) && stands(DraftState::Researching) {
        let lead = check.lead_id.clone();
        wrote.into_iter().chain(lead).for_each(|person| first(&mut people, person, Reason::SentBack));
    }
    Ok(Some(Heard { claim: check.claim_id, check: Some(check.id), comment: None, people }))
}

fn check(db: &mut Db, event: &Event, kind: Kind) -> Result<Option<Heard>> {
    let check: Option<Check> = Check::query().find(&event.subject_id).first(db).optional()?;
    let Some(check) = check else { return Ok(None) };
    let mut people = BTreeMap::new();
    if kind == Kind::CheckHanded {
        check.lead_id.clone().into_iter().for_each(|person| first(&mut people, person, Reason::Handed));
    } else {
        let newest: Option<Draft> = Draft::query()
            .filter(drafts::check_id.eq(&check.id))
            .filter(drafts::state.eq(DraftState::Published))
            .order(drafts::number.desc())
            .first(db)
            .optional()?;
        let wrote = match newest {
            Some(draft) => contributors(db, &check, &draft)?,
            None => Vec::new(),
        };
        let lead = check.lead_id.clone();
        wrote.into_iter().chain(lead).for_each(|person| first(&mut people, person, Reason::Published));
    }
    Ok(Some(Heard { claim: check.claim_id, check: Some(check.id), comment: None, people }))
}

fn task(db: &mut Db, event: &Event) -> Result<Option<Heard>> {
    let row: Option<(Option<ClaimId>, Option<PersonId>)> =
        tasks::table.find(&event.subject_id).select((tasks::claim_id, tasks::assignee_id)).first(db).optional()?;
    let Some((Some(claim), Some(person))) = row else { return Ok(None) };
    let people = BTreeMap::from([(person, Reason::Assigned)]);
    Ok(Some(Heard { claim, check: None, comment: None, people }))
}

fn editors(db: &mut Db, check: &CheckId) -> Result<Option<Heard>> {
    let check: Check = Check::query().find(check).first(db)?;
    let mut people = BTreeMap::new();
    for person in people::active(db)?.into_iter().filter(|person| person.actor().may(Act::Approve)) {
        first(&mut people, person.id, Reason::ToConfirm);
    }
    Ok(Some(Heard { claim: check.claim_id, check: Some(check.id), comment: None, people }))
}

fn retraction(db: &mut Db, event: &Event) -> Result<Option<Heard>> {
    let check: Option<CheckId> = retractions::table
        .find(&event.subject_id)
        .filter(retractions::state.eq(RetractionState::Proposed))
        .select(retractions::check_id)
        .first(db)
        .optional()?;
    check.map_or(Ok(None), |check| editors(db, &check))
}

fn withholding(db: &mut Db, event: &Event) -> Result<Option<Heard>> {
    let subject: Option<String> =
        withholdings::table.find(&event.subject_id).select(withholdings::subject_id).first(db).optional()?;
    let key = subject.as_deref().map(|it| it.split_once('/').map_or(it, |(check, _)| check)).unwrap_or_default();
    let check: Option<CheckId> = checks::table.find(key).select(checks::id).first(db).optional()?;
    let check = match check {
        Some(check) => Some(check),
        None => crate::schema::published_versions::table
            .find(key)
            .select(crate::schema::published_versions::check_id)
            .first(db)
            .optional()?,
    };
    check.map_or(Ok(None), |check| editors(db, &check))
}

/// Whether somebody may still see what a notification is about.
pub fn visible(db: &mut Db, actor: &Actor, claim: &ClaimId) -> bool {
    claims::find(db, actor, claim).is_ok()
}
