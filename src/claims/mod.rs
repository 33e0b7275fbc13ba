//! Checkable statements: marking, triage, claimants, appearances, topics, anchors.

pub mod carrying;
pub mod claimant_pages;
pub mod claimants;
pub mod contributions;
pub mod hints;
pub mod match_pages;
pub mod matches;
pub mod pages;
pub mod places;
pub mod rules;
pub mod show;
pub mod store;
pub mod topics;
