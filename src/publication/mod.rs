//! The public side: pages that render from content documents, ClaimReview, sitemap.

pub mod articles;
pub mod claimreview;
pub mod difference_pages;
pub mod evidence_pages;
pub mod list_pages;
pub mod markdown;
pub mod memento_pages;
pub mod mementos;
pub mod pages;
pub mod store;
