//! Finding things again: what of the desk's rows stands in the search indexes, kept up with the log, and its pages.

mod claim_entries;
/// What is indexed of each thing at the desk.
pub mod entries;
/// What results can be narrowed by.
pub mod facets;
/// From the log to the indexes, as long as the process lives.
pub mod following;
/// What a model of meaning learns, beside the index.
pub mod learning;
/// The search page.
pub mod pages;
/// What is indexed for readers.
pub mod public_entries;
/// Which entries a change reaches.
pub mod reach;
/// Building the indexes again from the rows.
pub mod rebuilding;
/// What was found, as a list shows it.
pub mod results;
/// What is most like something said.
pub mod similar;
pub mod sources;
