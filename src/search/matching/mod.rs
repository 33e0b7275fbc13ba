//! Claim matching: "have we, or has anybody, checked this already?"

mod candidates;
mod index;
mod kin;
mod light;
mod matcher;
mod memory;
mod posts;
mod rank;
mod terms;

pub use index::Fields;
pub use matcher::{Match, Matcher, Meaning};
pub use memory::{Check, Keep, MemoryMatcher};
pub use posts::{Post, read as read_post};
