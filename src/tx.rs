//! One write: its transaction, who acts, when, and what it touched.

use crate::db::{Db, Ids, Moment};
use crate::events::Subject;
use crate::people::rules::Actor;

/// What every store function that changes something is given. Only `App::write` makes one, and before it commits, every
/// open draft that the touched things belong to is brought up to date: no route can forget that.
pub struct Tx<'a> {
    /// The connection, inside its transaction.
    pub db: &'a mut Db,
    /// Who acts.
    pub by: Actor,
    /// When: the same for the whole transaction.
    pub now: Moment,
    ids: Ids,
    touched: Vec<Subject>,
}

impl<'a> Tx<'a> {
    pub(crate) fn new(db: &'a mut Db, by: Actor, now: Moment) -> Self {
        Tx { db, by, now, ids: Ids::default(), touched: Vec::new() }
    }

    /// A new key of any id type.
    pub fn id<T: From<uuid::Uuid>>(&mut self) -> T {
        self.ids.make(self.now)
    }

    /// Says that something changed that a draft may rest on.
    pub fn touch(&mut self, subject: Subject) {
        if !self.touched.contains(&subject) {
            self.touched.push(subject);
        }
    }

    /// What has been touched since the last call.
    pub fn take_touched(&mut self) -> Vec<Subject> {
        std::mem::take(&mut self.touched)
    }
}
