//! Claimdesk: a desk for checking facts. One module a feature; `routes` is the map of every address.
#![forbid(unsafe_code)]

#[macro_use]
pub mod db;

/// Settings, policies, health.
pub mod admin;
/// What handlers and commands are given.
pub mod app;
/// Copies that others keep.
pub mod archives;
/// Texts under scrutiny.
pub mod articles;
/// Content-addressed files.
pub mod blobs;
/// Charts as SVG text: pure.
pub mod charts;
/// Content documents, drafts, gates, approvals, the verdict scale.
pub mod checks;
/// Checkable statements: marking, triage, claimants, appearances, topics.
pub mod claims;
/// The command line.
pub mod cli;
/// Flags and variables.
pub mod config;
/// What happens after publication.
pub mod corrections;
/// Comments and tasks.
pub mod discussion;
/// What can go wrong, and what it means.
pub mod error;
/// The log.
pub mod events;
/// Sources, snapshots, quotes.
pub mod evidence;
/// Other desks' checks.
pub mod external;
/// Asking addresses that somebody typed.
pub mod fetching;
/// Finding things again.
pub mod finding;
/// What the desk learns from its own work.
pub mod insights;
/// Work that is done later.
pub mod jobs;
/// Files that hold one key.
pub mod keyfile;
/// Who hears of what.
pub mod notifications;
/// Accounts, sessions, roles.
pub mod people;
/// The public side.
pub mod publication;
/// What bytes from outside are.
pub mod reading;
/// Every address, each with its policy.
pub mod routes;
/// diesel's tables.
pub mod schema;
/// Words sealed with a key outside the database.
pub mod sealing;
/// Full text and claim matching.
pub mod search;
/// The text engine: pure.
pub mod text;
/// Time proofs.
pub mod timestamps;
/// One write.
pub mod tx;
/// Captures as archives keep them.
pub mod warc;
/// Cross-cutting HTTP.
pub mod web;
