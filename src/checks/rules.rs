//! The whole workflow of a draft, on one screen; what is not listed is refused.

use crate::error::{Error, Result, Say};
use crate::people::rules::{Act, Actor, PersonId};

id! {
    /// A check.
    CheckId
}
id! {
    /// One draft of a check.
    DraftId
}
id! {
    /// One piece of evidence of a check.
    EvidenceId
}
id! {
    /// A review or an approval.
    DecisionId
}
id! {
    /// A published version.
    PublishedId
}

words! {
    /// Whether the public sees a check.
    pub enum CheckState { Unpublished = "unpublished", Published = "published", Retracted = "retracted" }
}

words! {
    /// Where a draft is.
    pub enum DraftState {
        Researching = "researching",
        InReview = "in_review",
        Ready = "ready",
        Approved = "approved",
        Scheduled = "scheduled",
        Published = "published",
    }
}

words! {
    /// What a piece of evidence does to the claim.
    pub enum Stance { Supports = "supports", Undermines = "undermines", Context = "context" }
}

words! {
    /// Whether evidence still stands in the draft; its number is never given again.
    pub enum EvidenceState { Kept = "kept", Removed = "removed" }
}

words! {
    /// What somebody decided about a draft.
    pub enum DecisionKind { Review = "review", Approval = "approval", Override = "override" }
}

words! {
    /// How it came out.
    pub enum Outcome { Passed = "passed", Approved = "approved", Changes = "changes" }
}

words! {
    /// What kind of change a new version is.
    pub enum Correction {
        Typo = "typo",
        Update = "update",
        Clarification = "clarification",
        Correction = "correction",
        VerdictChange = "verdict_change",
    }
}

/// A step of the workflow.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    Edit,
    Submit,
    Review(Outcome),
    Approve,
    SendBack,
    Publish,
}

impl Step {
    /// Every step, for tests and buttons.
    pub const ALL: &'static [Step] = &[
        Step::Edit,
        Step::Submit,
        Step::Review(Outcome::Passed),
        Step::Review(Outcome::Changes),
        Step::Approve,
        Step::SendBack,
        Step::Publish,
    ];
}

/// What the rule needs to know of a draft.
#[derive(Debug, Clone)]
pub struct Facts {
    pub state: DraftState,
    /// Whoever changed the content document since the draft began.
    pub contributors: Vec<PersonId>,
    /// Whoever passed this draft in peer review.
    pub reviewers: Vec<PersonId>,
    /// Whether the desk asks for peer review.
    pub peer_review: bool,
    /// How many gates that block are not met.
    pub missing: usize,
    /// A check of a claim that stands only in own drafts ends at `approved`.
    pub internal: bool,
}

/// A permitted change of a draft. Only `decide` makes one, and the store moves nothing without it.
#[derive(Debug)]
pub struct Move {
    from: DraftState,
    to: DraftState,
}

impl Move {
    /// The state it is permitted from.
    pub fn from(&self) -> DraftState {
        self.from
    }
    /// The state it leads to.
    pub fn to(&self) -> DraftState {
        self.to
    }
}

/// Whether `actor` may take `step` with this draft, and where that leads.
pub fn decide(actor: &Actor, draft: &Facts, step: Step) -> Result<Move> {
    use DraftState::*;
    actor.require(right(step, draft.state))?;
    let to = match (draft.state, step) {
        (Researching | InReview | Ready | Approved | Scheduled, Step::Edit) => draft.state,
        (Researching, Step::Submit) if draft.peer_review => InReview,
        (Researching, Step::Submit) => Ready,
        (InReview, Step::Review(Outcome::Changes)) => Researching,
        (InReview, Step::Review(_)) => Ready,
        (Ready, Step::Approve) => Approved,
        (Ready | Approved, Step::SendBack) => Researching,
        (Approved, Step::Publish) if draft.internal => return Err(Error::refused("check-internal")),
        (Approved, Step::Publish) => Published,
        (from, _) => return Err(Error::Refused(Say::new("draft-not-from").with("state", from))),
    };
    let contributed = draft.contributors.contains(&actor.id);
    match step {
        Step::Submit | Step::Approve | Step::Publish if draft.missing > 0 => {
            Err(Error::Refused(Say::new("gates-missing").with("count", draft.missing)))
        }
        Step::Review(_) if contributed => Err(Error::forbidden("own-work-review")),
        Step::Approve if contributed => Err(Error::forbidden("own-work")),
        Step::Approve if draft.reviewers.contains(&actor.id) => Err(Error::forbidden("reviewer-approves")),
        _ => Ok(Move { from: draft.state, to }),
    }
}

/// The right that a step needs; editing what has been handed on needs an editor's, whatever route it takes.
pub fn right(step: Step, state: DraftState) -> Act {
    match step {
        Step::Edit if state != DraftState::Researching => Act::Approve,
        Step::Edit | Step::Submit | Step::Review(_) => Act::Draft,
        Step::Approve | Step::SendBack | Step::Publish => Act::Approve,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::rules::Role;

    fn person(role: Role, n: u128) -> Actor {
        Actor { id: PersonId::from(uuid::Uuid::from_u128(n)), name: String::new(), role }
    }

    fn facts(state: DraftState, peer_review: bool) -> Facts {
        Facts { state, contributors: Vec::new(), reviewers: Vec::new(), peer_review, missing: 0, internal: false }
    }

    /// Every role × state × step, against the table of the handbook written out once more.
    #[test]
    fn the_matrix_of_roles_states_and_steps() {
        for role in Role::ALL.iter().copied() {
            for state in DraftState::ALL.iter().copied() {
                for step in Step::ALL.iter().copied() {
                    for peer in [true, false] {
                        let drafts = matches!(role, Role::Reviewer | Role::Editor | Role::Admin);
                        let approves = matches!(role, Role::Editor | Role::Admin);
                        let expected = match (step, state) {
                            (Step::Edit, DraftState::Researching) => drafts.then_some(state),
                            (Step::Edit, DraftState::Published) => None,
                            (Step::Edit, _) => approves.then_some(state),
                            (Step::Submit, DraftState::Researching) => {
                                drafts.then_some(if peer { DraftState::InReview } else { DraftState::Ready })
                            }
                            (Step::Review(Outcome::Changes), DraftState::InReview) => {
                                drafts.then_some(DraftState::Researching)
                            }
                            (Step::Review(_), DraftState::InReview) => drafts.then_some(DraftState::Ready),
                            (Step::Approve, DraftState::Ready) => approves.then_some(DraftState::Approved),
                            (Step::SendBack, DraftState::Ready | DraftState::Approved) => {
                                approves.then_some(DraftState::Researching)
                            }
                            (Step::Publish, DraftState::Approved) => approves.then_some(DraftState::Published),
                            _ => None,
                        };
                        let got = decide(&person(role, 1), &facts(state, peer), step).ok().map(|m| m.to());
                        assert_eq!(got, expected, "{role} {state} {step:?} peer={peer}");
                    }
                }
            }
        }
    }

    #[test]
    fn nobody_approves_or_reviews_what_they_contributed_to_and_no_reviewer_approves() {
        for role in [Role::Editor, Role::Admin] {
            let me = person(role, 7);
            let mut mine = facts(DraftState::Ready, true);
            mine.contributors.push(me.id.clone());
            assert!(decide(&me, &mine, Step::Approve).is_err());
            let mut reviewed = facts(DraftState::Ready, true);
            reviewed.reviewers.push(me.id.clone());
            assert!(decide(&me, &reviewed, Step::Approve).is_err());
            let mut review = facts(DraftState::InReview, true);
            review.contributors.push(me.id.clone());
            assert!(decide(&me, &review, Step::Review(Outcome::Passed)).is_err());
            let mut done = facts(DraftState::Approved, true);
            done.contributors.push(me.id.clone());
            assert!(
                decide(&me, &done, Step::Publish).is_ok(),
                "publishing what another approved is open to any editor"
            );
        }
    }

    #[test]
    fn gates_stop_every_step_to_the_public_and_internal_checks_are_never_published() {
        let me = person(Role::Editor, 1);
        let steps = [
            (DraftState::Researching, Step::Submit),
            (DraftState::Ready, Step::Approve),
            (DraftState::Approved, Step::Publish),
        ];
        for (state, step) in steps {
            let open = Facts { missing: 1, ..facts(state, false) };
            assert!(decide(&me, &open, step).is_err());
        }
        let internal = Facts { internal: true, ..facts(DraftState::Approved, false) };
        assert!(decide(&me, &internal, Step::Publish).is_err());
    }
}
