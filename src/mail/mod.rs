//! Letters to people: how they are written, and how a mail server is asked to take them. Nothing here remembers
//! anything: who gets which letter, and when another try is due, is decided by those who call.

/// Addresses and lines that are safe in a letter's head.
mod address;
/// What keeps a letter from being sent.
mod failed;
/// Letters.
mod letter;
/// The conversation with the mail server.
mod mailer;
/// Where the mail server is, and who writes.
mod settings;

pub use address::Sender;
pub use failed::{Failed, Kind};
pub use letter::{Letter, Unfit};
pub use mailer::Mailer;
pub use settings::{Patience, Settings};

#[cfg(test)]
#[path = "../../tests/harness/smtp.rs"]
mod smtp;
