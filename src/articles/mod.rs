//! Texts under scrutiny: import, immutable versions, the article page.

pub mod pages;
pub mod rules;
pub mod show;
pub mod store;
