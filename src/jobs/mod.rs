//! What is done later: a durable queue. A job is a row that commits with the change that causes it; who runs it holds it on
//! a lease, so that a process that dies leaves it to the next.

pub mod running;
pub mod store;
