//! Who hears of what. It follows the log; nobody calls it.

pub mod following;
pub mod hearing;
pub mod pages;
pub mod rules;
pub mod store;
