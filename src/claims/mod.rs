//! Checkable statements: marking, triage, claimants, appearances, topics, anchors.

pub mod claimant_pages;
pub mod claimants;
pub mod contributions;
pub mod pages;
pub mod rules;
pub mod show;
pub mod store;
pub mod topics;
