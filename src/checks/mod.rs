//! Our examination of one claim: the content document, drafts, gates, reviews, approvals, the verdict scale.

pub mod building;
pub mod decisions;
pub mod difference;
pub mod document;
pub mod drafts;
pub mod evidence;
pub mod evidence_pages;
pub mod gates;
pub mod grounds;
pub mod notice_pages;
pub mod notices;
pub mod pages;
pub mod publishing;
pub mod queue;
pub mod queue_pages;
pub mod rules;
pub mod scale;
pub mod settling;
pub mod show;
pub mod store;
pub mod watching;
