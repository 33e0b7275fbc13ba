//! Settings, policies, health: what makes this desk this desk.

pub mod fetching;
pub mod pages;
pub mod policies;
pub mod store;
pub mod worth;
pub mod worth_pages;
