//! What the desk can learn from its own work: counted from its rows and its log, drawn on one page, every number also
//! in a table and a file.

mod figures;
pub mod pages;
mod period;
mod reckoning;
pub mod store;
mod tables;
