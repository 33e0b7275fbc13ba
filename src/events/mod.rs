//! The log: one event for each change, chained by hashes, written in the transaction of the change.

mod hidden;
pub mod rules;
pub mod store;

pub use rules::{Kind, Subject, Thing};
pub use store::record;
