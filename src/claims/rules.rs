//! What a claim is, and its small state machine.

use chrono::NaiveDate;

use super::claimants::ClaimantId;
use super::topics::TopicId;
use crate::error::{Error, Result, Say};
use crate::people::rules::{Act, Actor};
use crate::web::Reading;

id! {
    /// A claim.
    ClaimId
}
id! {
    /// One place where a claim was made.
    AppearanceId
}

words! {
    /// Where a claim is in triage.
    pub enum ClaimState {
        Inbox = "inbox",
        Selected = "selected",
        Declined = "declined",
        NotCheckable = "not_checkable",
        Duplicate = "duplicate",
    }
}

words! {
    /// Why something cannot be checked.
    pub enum Unfit {
        Opinion = "opinion",
        Prediction = "prediction",
        TooVague = "too_vague",
        Question = "question",
        Satire = "satire",
        PrivateMatter = "private_matter",
    }
}

/// A step of triage.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    Select,
    Decline { reason: String },
    NotCheckable { kind: Unfit, reason: String },
    Duplicate { of: ClaimId },
    Reopen { reason: String },
}

/// What the rule needs to know of a claim.
#[derive(Debug, Clone, Copy)]
pub struct Facts {
    pub state: ClaimState,
    /// Whether somebody has taken it.
    pub has_check: bool,
}

/// A permitted step. Only `decide` makes one, and the store triages nothing without it.
#[derive(Debug)]
pub struct Move {
    to: ClaimState,
    reason: String,
    unfit: Option<Unfit>,
    duplicate_of: Option<ClaimId>,
}

impl Move {
    /// The state the claim goes to.
    pub fn to(&self) -> ClaimState {
        self.to
    }
    /// Why, in the words of whoever decided.
    pub fn reason(&self) -> &str {
        &self.reason
    }
    /// Which kind of not checkable.
    pub fn unfit(&self) -> Option<Unfit> {
        self.unfit
    }
    /// Of which claim it is a duplicate.
    pub fn duplicate_of(&self) -> Option<&ClaimId> {
        self.duplicate_of.as_ref()
    }
}

/// The whole of triage on one screen; what is not listed is refused.
pub fn decide(actor: &Actor, claim: Facts, step: Step) -> Result<Move> {
    use ClaimState::*;
    actor.require(Act::Draft)?;
    if claim.has_check && step != Step::Select {
        return Err(Error::refused("claim-has-check"));
    }
    let plain = |to, reason| Move { to, reason, unfit: None, duplicate_of: None };
    match (claim.state, step) {
        (Inbox, Step::Select) => Ok(plain(Selected, String::new())),
        (Inbox | Selected, Step::Decline { reason }) => Ok(plain(Declined, reason)),
        (Inbox | Selected, Step::NotCheckable { kind, reason }) => {
            Ok(Move { unfit: Some(kind), ..plain(NotCheckable, reason) })
        }
        (Inbox | Selected, Step::Duplicate { of }) => {
            Ok(Move { duplicate_of: Some(of), ..plain(Duplicate, String::new()) })
        }
        (Selected | Declined | NotCheckable | Duplicate, Step::Reopen { reason }) => Ok(plain(Inbox, reason)),
        (state, _) => Err(Error::Refused(Say::new("claim-not-from").with("state", state))),
    }
}

/// What is said in a claim and about it.
#[derive(Debug, Clone)]
pub struct Wording {
    pub statement: String,
    pub language: String,
    pub claimant: Option<ClaimantId>,
    pub topics: Vec<TopicId>,
}

impl Wording {
    /// Reads the form's fields; `labels` are the desk's verdicts, none of which may stand in the statement (A6).
    pub fn read(reading: &mut Reading, labels: &[String]) -> Self {
        let statement = reading.required("statement", 2000).split_whitespace().collect::<Vec<_>>().join(" ");
        if labels.iter().any(|label| carries(&statement, label)) {
            reading.fault("statement", Say::new("statement-verdict"));
        }
        Wording {
            statement,
            language: reading.language("language"),
            claimant: reading.optional("claimant"),
            topics: reading.many("topic"),
        }
    }
}

/// Whether a statement begins or ends with a verdict that is set off by a mark: "False: the moon …", "… (false)".
pub fn carries(statement: &str, label: &str) -> bool {
    let text = statement.trim().to_lowercase();
    let label = label.to_lowercase();
    let set_off = |rest: &str, after: bool| {
        let mark = if after { rest.trim_start().chars().next() } else { rest.trim_end().chars().next_back() };
        mark.is_some_and(|c| matches!(c, ':' | '–' | '—' | '-' | '(' | ')' | '|'))
    };
    if label.is_empty() {
        return false;
    }
    let bare = text.trim_end_matches([')', '.', '!', ']']);
    text.strip_prefix(&label).is_some_and(|rest| set_off(rest, true))
        || bare.strip_suffix(&label).is_some_and(|rest| set_off(rest, false))
}

/// Where a claim was made or repeated.
#[derive(Debug, Clone)]
pub struct NewAppearance {
    pub url: Option<String>,
    pub platform: String,
    pub date: Option<NaiveDate>,
    pub by: String,
}

impl NewAppearance {
    /// Reads the form's fields; an address on our own site is none (A16).
    pub fn read(reading: &mut Reading, our_host: &str) -> Self {
        let url = reading.url("appearance_url");
        if url.as_deref().is_some_and(|url| on_host(url, our_host)) {
            reading.fault("appearance_url", Say::new("appearance-ours"));
        }
        let appearance = NewAppearance {
            url,
            platform: reading.text("platform", 200),
            date: reading.date("appeared_on"),
            by: reading.text("by_whom", 200),
        };
        if appearance.url.is_none() && appearance.platform.is_empty() {
            reading.fault("appearance_url", Say::new("appearance-where"));
        }
        appearance
    }
}

fn on_host(url: &str, ours: &str) -> bool {
    let host = |text: &str| url::Url::parse(text).ok().and_then(|url| url.host_str().map(str::to_owned));
    let ours = host(&format!("http://{ours}"));
    ours.is_some() && host(url) == ours
}

/// Warned above this many characters: search engines and readers cut there (A5).
pub const STATEMENT_SHORT: usize = 75;

#[cfg(test)]
mod tests {
    use super::*;
    use crate::people::rules::Role;

    fn actor(role: Role) -> Actor {
        Actor { role, ..Actor::operator() }
    }

    #[test]
    fn every_step_from_every_state() {
        let of = ClaimId::from(uuid::Uuid::nil());
        let steps = [
            Step::Select,
            Step::Decline { reason: "r".into() },
            Step::NotCheckable { kind: Unfit::Opinion, reason: "r".into() },
            Step::Duplicate { of },
            Step::Reopen { reason: "r".into() },
        ];
        let table = [
            (ClaimState::Inbox, [true, true, true, true, false]),
            (ClaimState::Selected, [false, true, true, true, true]),
            (ClaimState::Declined, [false, false, false, false, true]),
            (ClaimState::NotCheckable, [false, false, false, false, true]),
            (ClaimState::Duplicate, [false, false, false, false, true]),
        ];
        for (state, allowed) in table {
            for (step, allowed) in steps.iter().zip(allowed) {
                let facts = Facts { state, has_check: false };
                assert_eq!(decide(&actor(Role::Reviewer), facts, step.clone()).is_ok(), allowed, "{state} {step:?}");
                assert!(decide(&actor(Role::Contributor), facts, step.clone()).is_err());
                assert!(decide(&actor(Role::Auditor), facts, step.clone()).is_err());
                let taken = Facts { state, has_check: true };
                assert!(*step == Step::Select || decide(&actor(Role::Admin), taken, step.clone()).is_err());
            }
        }
    }

    #[test]
    fn a_statement_carries_no_verdict() {
        for bad in
            ["False: the mill burned down", "The mill burned down (false)", "Mostly false – it did", "It did: False."]
        {
            assert!(carries(bad, "False") || carries(bad, "Mostly false"), "{bad}");
        }
        for good in ["False alarms doubled in 2025", "The mayor called it false", "True blue is the town's colour"] {
            assert!(!carries(good, "False") && !carries(good, "True"), "{good}");
        }
    }

    #[test]
    fn our_own_pages_are_no_appearance() {
        assert!(on_host("http://desk.example:8080/checks/x", "desk.example:8080"));
        assert!(!on_host("http://courier.example/a", "desk.example"));
    }
}
