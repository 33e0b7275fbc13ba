//! Texts under scrutiny: import, immutable versions, the article page, what has become of every sentence.

pub mod coverage;
pub mod dismissals;
pub mod known_pages;
pub mod line_pages;
pub mod lines;
pub mod mark_pages;
pub mod pages;
pub mod readings;
pub mod releases;
pub mod rules;
pub mod show;
pub mod store;
pub mod version_pages;
pub mod view;
