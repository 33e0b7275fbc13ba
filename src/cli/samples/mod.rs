//! The sample content: its script, and how a desk is filled with it.

mod fill;
mod script;
mod texts;

pub use fill::fill;
