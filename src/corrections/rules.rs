//! Two people take something from readers: one proposes, another confirms.

use crate::error::{Error, Result};
use crate::people::rules::{Act, Actor};

id! {
    /// A retraction, proposed or confirmed.
    RetractionId
}
id! {
    /// A withholding, proposed, active or ended.
    WithholdingId
}

words! {
    /// Why a check is taken back.
    pub enum RetractionKind { Retracted = "retracted", Merged = "merged" }
}

words! {
    /// How far a retraction is.
    pub enum RetractionState { Proposed = "proposed", Confirmed = "confirmed", Withdrawn = "withdrawn" }
}

words! {
    /// What can be withheld.
    pub enum Withheld { Version = "version", Quote = "quote", Snapshot = "snapshot", Name = "name" }
}

words! {
    /// How far a withholding is.
    pub enum WithholdingState { Proposed = "proposed", Active = "active", Ended = "ended" }
}

/// Whether somebody may confirm what another proposed: an editor, and never their own.
pub fn may_confirm(actor: &Actor, proposed_by: &str) -> Result<()> {
    actor.require(Act::Approve)?;
    if actor.is_operator() || actor.id.as_str() == proposed_by {
        return Err(Error::forbidden("own-proposal"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::rules::{PersonId, Role};

    #[test]
    fn nobody_confirms_their_own_proposal_and_only_editors_confirm() {
        let person = |role, n| Actor { id: PersonId::from(uuid::Uuid::from_u128(n)), name: String::new(), role };
        let proposer = person(Role::Admin, 1);
        for role in Role::ALL.iter().copied() {
            let editor = matches!(role, Role::Editor | Role::Admin);
            assert_eq!(may_confirm(&person(role, 2), proposer.id.as_str()).is_ok(), editor, "{role}");
            assert!(may_confirm(&person(role, 1), proposer.id.as_str()).is_err(), "{role}");
        }
        assert!(may_confirm(&Actor::operator(), proposer.id.as_str()).is_err());
    }
}
