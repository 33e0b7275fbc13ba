//! What keeps a letter from being sent, and whether it may be sent later.

use std::fmt::{self, Display};

use lettre::transport::smtp::Error;

use super::address::clean_line;
use super::letter::Unfit;

/// Characters of a server's answer that are kept.
const LONGEST_WHY: usize = 300;
/// Refusals that are about how this desk signs in or connects, whichever letter it is.
const ABOUT_US: [u16; 4] = [530, 534, 535, 538];

/// Whether another try makes sense.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The server is out of reach, busy or refuses this desk: the letter may go later, or once the settings are right.
    Transient,
    /// This letter to this person will not be taken.
    Permanent,
}

/// Why a letter did not go.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failed {
    /// Whether another try makes sense.
    pub kind: Kind,
    /// What happened, in one line with the server's own words, never with a password.
    pub why: String,
}

impl Display for Failed {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(&self.why)
    }
}

impl std::error::Error for Failed {}

impl Failed {
    pub(super) fn new(kind: Kind, why: &str) -> Self {
        Failed { kind, why: clean_line(why, LONGEST_WHY) }
    }

    /// What the server's answer at a step means, or that none came.
    pub(super) fn at(step: Step, error: &Error) -> Self {
        let Some(code) = error.status().map(u16::from) else {
            return Failed::new(Kind::Transient, &format!("{}: {error}", step.name()));
        };
        let ours = !matches!(step, Step::Recipient | Step::Content) || ABOUT_US.contains(&code);
        let kind = if error.is_permanent() && !ours { Kind::Permanent } else { Kind::Transient };
        let words = std::error::Error::source(error).map(ToString::to_string).filter(|_| step != Step::SignIn);
        Failed::new(kind, &format!("{}: {code} {}", step.name(), words.unwrap_or_default()))
    }
}

impl From<Unfit> for Failed {
    fn from(unfit: Unfit) -> Self {
        Failed::new(Kind::Permanent, &unfit.to_string())
    }
}

/// The steps of handing over a letter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Connection,
    StartTls,
    SignIn,
    Sender,
    Recipient,
    Content,
}

impl Step {
    fn name(self) -> &'static str {
        match self {
            Step::Connection => "connecting",
            Step::StartTls => "starting encryption",
            Step::SignIn => "signing in",
            Step::Sender => "naming the sender",
            Step::Recipient => "naming the recipient",
            Step::Content => "handing over the letter",
        }
    }
}
