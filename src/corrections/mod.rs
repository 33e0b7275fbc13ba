//! What happens to a check after it is published: taking it back, withholding parts of it, and the list of everything that was
//! corrected.

pub mod ending;
pub mod list;
pub mod pages;
pub mod public_pages;
pub mod retractions;
pub mod rules;
pub mod withholdings;
