//! Accounts, sessions, roles, invitations, passwords.

pub mod access;
pub mod pages;
pub mod passwords;
pub mod rules;
pub mod sessions;
pub mod staff_pages;
pub mod store;
