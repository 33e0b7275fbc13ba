//! Rows of notifications, and how far the log has been followed.

use diesel::prelude::*;

use super::hearing::Heard;
use super::rules::{NotificationId, Reason};
use crate::checks::rules::CheckId;
use crate::claims::rules::ClaimId;
use crate::claims::store::visible_to;
use crate::db::{Db, Moment};
use crate::discussion::comments::CommentId;
use crate::error::Result;
use crate::events::store::{Event, head};
use crate::people::rules::{Actor, PersonId};
use crate::schema::{claims, events, notification_marks, notifications, people};
use crate::tx::Tx;
use crate::web::Paging;

const MARK: &str = "log";

/// That somebody is told of an event.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = notifications)]
pub struct Notification {
    pub id: NotificationId,
    pub person_id: PersonId,
    pub seq: i64,
    pub reason: Reason,
    pub claim_id: ClaimId,
    pub check_id: Option<CheckId>,
    pub comment_id: Option<CommentId>,
    pub by_id: String,
    pub at: Moment,
    pub read_at: Option<Moment>,
}

impl Notification {
    /// Where it leads.
    pub fn href(&self) -> String {
        match (&self.comment_id, &self.check_id) {
            (Some(comment), _) => format!("/desk/claims/{}/discussion#comment-{comment}", self.claim_id),
            (None, Some(check)) if self.reason == Reason::ToConfirm => format!("/desk/checks/{check}/after"),
            (None, Some(check)) => format!("/desk/checks/{check}"),
            (None, None) => format!("/desk/claims/{}", self.claim_id),
        }
    }
}

/// How far the log has been followed. Nobody is told of what was before the first look.
pub fn mark(db: &mut Db) -> Result<Option<i64>> {
    Ok(notification_marks::table.find(MARK).select(notification_marks::seq).first(db).optional()?)
}

/// Moves the mark.
pub fn move_mark(tx: &mut Tx, seq: i64) -> Result<()> {
    let moved =
        diesel::update(notification_marks::table.find(MARK)).set(notification_marks::seq.eq(seq)).execute(tx.db)?;
    if moved == 0 {
        diesel::insert_into(notification_marks::table)
            .values((notification_marks::id.eq(MARK), notification_marks::seq.eq(seq)))
            .execute(tx.db)?;
    }
    Ok(())
}

/// The next events after the mark.
pub fn next(db: &mut Db, after: i64, limit: i64) -> Result<Vec<Event>> {
    Ok(Event::query().filter(events::seq.gt(after)).order(events::seq).limit(limit).load(db)?)
}

/// The newest event.
pub fn newest(db: &mut Db) -> Result<i64> {
    Ok(head(db)?.0)
}

/// Tells everybody who hears of an event.
pub fn tell(tx: &mut Tx, event: &Event, heard: &Heard) -> Result<()> {
    for (person, reason) in &heard.people {
        let row = Notification {
            id: tx.id(),
            person_id: person.clone(),
            seq: event.seq,
            reason: *reason,
            claim_id: heard.claim.clone(),
            check_id: heard.check.clone(),
            comment_id: heard.comment.clone(),
            by_id: event.actor.clone(),
            at: event.at,
            read_at: None,
        };
        diesel::insert_into(notifications::table).values(&row).execute(tx.db)?;
    }
    Ok(())
}

/// A notification with what a list says of it.
#[derive(Debug, Clone)]
pub struct Line {
    pub it: Notification,
    pub statement: String,
    pub by: String,
}

/// What somebody has been told, newest first; of claims they may see.
pub fn list(db: &mut Db, actor: &Actor, unread: bool, paging: &Paging) -> Result<Vec<Line>> {
    let mut query = notifications::table
        .inner_join(claims::table)
        .filter(notifications::person_id.eq(&actor.id))
        .filter(visible_to(actor))
        .select((crate::db::cols::<Notification>(), claims::statement))
        .into_boxed::<crate::db::MultiBackend>();
    if unread {
        query = query.filter(notifications::read_at.is_null());
    }
    let rows: Vec<(Notification, String)> = query
        .order((notifications::at.desc(), notifications::id.desc()))
        .limit(paging.limit())
        .offset(paging.offset())
        .load(db)?;
    let ids: Vec<&str> = rows.iter().map(|(it, _)| it.by_id.as_str()).collect();
    let names: Vec<(String, String)> =
        people::table.filter(people::id.eq_any(ids)).select((people::id, people::name)).load(db)?;
    let name = |id: &str| names.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone()).unwrap_or_default();
    Ok(rows.into_iter().map(|(it, statement)| Line { by: name(&it.by_id), it, statement }).collect())
}

/// How much somebody has not read.
pub fn unread(db: &mut Db, person: &PersonId) -> Result<i64> {
    Ok(notifications::table
        .filter(notifications::person_id.eq(person))
        .filter(notifications::read_at.is_null())
        .count()
        .get_result(db)?)
}

/// Marks as read: one, or all. It is nobody else's business, so it is no event.
pub fn read(tx: &mut Tx, one: Option<&NotificationId>) -> Result<()> {
    let me = tx.by.id.clone();
    let mine = notifications::person_id.eq(me).and(notifications::read_at.is_null());
    match one {
        Some(id) => diesel::update(notifications::table.filter(notifications::id.eq(id).and(mine)))
            .set(notifications::read_at.eq(tx.now))
            .execute(tx.db)?,
        None => {
            diesel::update(notifications::table.filter(mine)).set(notifications::read_at.eq(tx.now)).execute(tx.db)?
        }
    };
    Ok(())
}
