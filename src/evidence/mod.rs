//! Sources and their immutable snapshots, how they were captured, where they have what they say from, what is known of them.

pub mod archiving;
pub mod archivings;
pub mod capture_pages;
pub mod captures;
pub mod capturing;
pub mod graph_pages;
pub mod notes;
pub mod origins;
pub mod pages;
pub mod proofs;
pub mod protected;
pub mod protected_pages;
pub mod proving;
pub mod rules;
pub mod store;
pub mod watches;
