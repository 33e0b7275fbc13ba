//! Sources and their immutable snapshots; where quotes come from. (Fetching addresses comes beside `snapshots`.)

pub mod pages;
pub mod rules;
pub mod store;
