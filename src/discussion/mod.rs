//! What the desk says among itself: comments in threads, tasks.

pub mod comment_pages;
pub mod comments;
pub mod pages;
pub mod rules;
pub mod store;
