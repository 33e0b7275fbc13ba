//! Tasks: what somebody should do. (Comments and mentions come beside them.)

pub mod pages;
pub mod store;
