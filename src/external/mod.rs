//! Other desks' checks, imported so that a claim they have checked is found: shown with origin and link, never as ours.

mod dates;
/// From a file to the rows, with a report.
pub mod importing;
/// Their list, one of them, and the import, at the desk.
pub mod pages;
/// ClaimReview as it is met, read and mended.
pub mod reading;
/// What was put right or refused, in words.
pub mod repairs;
/// Their rows.
pub mod store;
