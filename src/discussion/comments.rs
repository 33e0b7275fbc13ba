//! Rows of comments: threads about a claim, its draft or a piece of its evidence. What was said before an edit stays in the log.

use std::collections::HashMap;

use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::{About, CommentState, mentioned};
use crate::claims::rules::ClaimId;
use crate::claims::store as claims;
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Result, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::{Act, Actor, PersonId, PersonState};
use crate::schema::{comments, event_words, events as log, mentions, people};
use crate::tx::Tx;

id! {
    /// A comment.
    CommentId
}

/// One comment.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = comments)]
pub struct Comment {
    pub id: CommentId,
    pub claim_id: ClaimId,
    /// The comment that began the thread; none for that one itself.
    pub parent_id: Option<CommentId>,
    pub about: About,
    /// Of the piece of evidence.
    pub number: Option<i32>,
    /// The words it is about, where it is about some.
    pub exact: String,
    pub body: String,
    pub state: CommentState,
    pub revision: i32,
    pub created_by: PersonId,
    pub created_at: Moment,
    pub edited_at: Option<Moment>,
    /// Who resolved or removed it.
    pub closed_by: Option<PersonId>,
}

impl Thing for Comment {
    const KIND: &'static str = "comment";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "claim": self.claim_id, "parent": self.parent_id, "about": self.about, "number": self.number,
            "exact": self.exact, "body": self.body, "created_by": self.created_by, "edited_at": self.edited_at,
            "closed_by": self.closed_by,
        })
    }
}

/// A new comment.
#[derive(Debug, Clone)]
pub struct NewComment {
    pub claim: ClaimId,
    pub parent: Option<CommentId>,
    pub about: About,
    pub number: Option<i32>,
    pub exact: String,
    pub body: String,
}

/// Says something. An answer belongs to the thread of what it answers; it opens a resolved thread again.
pub fn add(tx: &mut Tx, new: NewComment) -> Result<Comment> {
    tx.by.require(Act::Add)?;
    let by = tx.by.clone();
    claims::find(tx.db, &by, &new.claim)?;
    let first = match &new.parent {
        Some(parent) => Some(first_of(tx.db, &new.claim, parent)?),
        None => None,
    };
    let comment = Comment {
        id: tx.id(),
        claim_id: new.claim,
        about: first.as_ref().map_or(new.about, |first| first.about),
        number: first.as_ref().map_or(new.number, |first| first.number),
        parent_id: first.as_ref().map(|first| first.id.clone()),
        exact: new.exact,
        body: new.body,
        state: CommentState::Open,
        revision: 1,
        created_by: by.id,
        created_at: tx.now,
        edited_at: None,
        closed_by: None,
    };
    diesel::insert_into(comments::table).values(&comment).execute(tx.db)?;
    name_people(tx, &comment)?;
    events::record(tx, Kind::CommentAdded, &comment, "")?;
    match first.filter(|first| first.state == CommentState::Resolved) {
        Some(first) => move_to(tx, first, CommentState::Open, Kind::CommentReopened).map(|()| comment),
        None => Ok(comment),
    }
}

/// The comment that began a thread.
fn first_of(db: &mut Db, claim: &ClaimId, id: &CommentId) -> Result<Comment> {
    let comment: Comment = Comment::query().find(id).filter(comments::claim_id.eq(claim)).first(db)?;
    match &comment.parent_id {
        Some(first) => Ok(Comment::query().find(first).first(db)?),
        None => Ok(comment),
    }
}

/// Only who may see the claim can be named on it: nobody else hears of it.
fn name_people(tx: &mut Tx, comment: &Comment) -> Result<()> {
    let rows: Vec<(PersonId, String)> =
        people::table.filter(people::state.eq(PersonState::Active)).select((people::id, people::name)).load(tx.db)?;
    let names = callable(&rows);
    let (who, names): (Vec<&PersonId>, Vec<&str>) = names.into_iter().unzip();
    diesel::delete(mentions::table.filter(mentions::comment_id.eq(&comment.id))).execute(tx.db)?;
    let mut named: Vec<&PersonId> =
        mentioned(&comment.body, &names).into_iter().filter_map(|place| who.get(place).copied()).collect();
    named.sort();
    named.dedup();
    for person in named {
        diesel::insert_into(mentions::table)
            .values((mentions::comment_id.eq(&comment.id), mentions::person_id.eq(person)))
            .execute(tx.db)?;
    }
    Ok(())
}

/// What people are called: by their whole name, and by the first part of it where only one of them has it.
fn callable(people: &[(PersonId, String)]) -> Vec<(&PersonId, &str)> {
    let first = |name: &'_ str| name.split_whitespace().next().unwrap_or_default().to_lowercase();
    let alone = |part: &str| people.iter().filter(|(_, name)| first(name) == part).count() == 1;
    let short = people.iter().filter(|(_, name)| alone(&first(name)));
    let short = short.filter_map(|(id, name)| Some((id, name.split_whitespace().next()?)));
    people.iter().map(|(id, name)| (id, name.as_str())).chain(short).collect()
}

fn find(tx: &mut Tx, claim: &ClaimId, id: &CommentId) -> Result<Comment> {
    tx.by.require(Act::Add)?;
    let by = tx.by.clone();
    claims::find(tx.db, &by, claim)?;
    let comment: Comment = Comment::query().find(id).filter(comments::claim_id.eq(claim)).first(tx.db)?;
    if comment.state == CommentState::Removed { Err(Error::refused("comment-removed")) } else { Ok(comment) }
}

/// Says it differently; only who said it can. `seen` is the revision the form showed.
pub fn edit(tx: &mut Tx, claim: &ClaimId, id: &CommentId, body: &str, seen: i32) -> Result<()> {
    let before = find(tx, claim, id)?;
    if before.created_by != tx.by.id {
        return Err(Error::forbidden("comment-not-yours"));
    }
    let changed: Option<Comment> = diesel::update(comments::table.find(id).filter(comments::revision.eq(seen)))
        .set((comments::body.eq(body), comments::edited_at.eq(tx.now), comments::revision.eq(seen + 1)))
        .returning(cols::<Comment>())
        .get_result(tx.db)
        .optional()?;
    let Some(changed) = changed else {
        let theirs = vec![("body", before.body)];
        return Err(Error::Stale(Box::new(Stale { current: before.revision.to_string(), field: "revision", theirs })));
    };
    name_people(tx, &changed)?;
    events::record(tx, Kind::CommentEdited, &changed, "")
}

/// Resolves a thread or opens it again, or takes a comment out of sight.
pub fn set_state(tx: &mut Tx, claim: &ClaimId, id: &CommentId, state: CommentState) -> Result<()> {
    let before = find(tx, claim, id)?;
    let kind = match state {
        CommentState::Resolved if before.parent_id.is_none() => Kind::CommentResolved,
        CommentState::Open if before.parent_id.is_none() => Kind::CommentReopened,
        CommentState::Removed if before.created_by == tx.by.id || tx.by.may(Act::Approve) => Kind::CommentRemoved,
        CommentState::Removed => return Err(Error::forbidden("comment-not-yours")),
        _ => return Err(Error::refused("comment-thread")),
    };
    if before.state == state { Ok(()) } else { move_to(tx, before, state, kind) }
}

fn move_to(tx: &mut Tx, before: Comment, state: CommentState, kind: Kind) -> Result<()> {
    let closed_by = (state != CommentState::Open).then(|| tx.by.id.clone());
    let changed: Comment = diesel::update(comments::table.find(&before.id))
        .set((
            comments::state.eq(state),
            comments::closed_by.eq(closed_by),
            comments::revision.eq(comments::revision + 1),
        ))
        .returning(cols::<Comment>())
        .get_result(tx.db)?;
    events::record(tx, kind, &changed, "")
}

/// A thread: what began it, and the answers in their order.
#[derive(Debug, Clone)]
pub struct Thread {
    pub first: Comment,
    pub answers: Vec<Comment>,
}

/// The threads of a claim that somebody may see, open ones first, the newest first.
pub fn threads(db: &mut Db, actor: &Actor, claim: &ClaimId) -> Result<Vec<Thread>> {
    claims::find(db, actor, claim)?;
    let all: Vec<Comment> = Comment::query()
        .filter(comments::claim_id.eq(claim))
        .order((comments::created_at, comments::id))
        .limit(2000)
        .load(db)?;
    let mut answers: HashMap<CommentId, Vec<Comment>> = HashMap::new();
    let mut firsts = Vec::new();
    for comment in all {
        match comment.parent_id.clone() {
            Some(first) => answers.entry(first).or_default().push(comment),
            None => firsts.push(comment),
        }
    }
    let mut threads: Vec<Thread> = firsts
        .into_iter()
        .map(|first| Thread { answers: answers.remove(&first.id).unwrap_or_default(), first })
        .filter(|thread| thread.first.state != CommentState::Removed || !thread.answers.is_empty())
        .collect();
    threads.reverse();
    threads.sort_by_key(|thread| thread.first.state != CommentState::Open);
    Ok(threads)
}

/// How many threads of a claim are open.
pub fn open_count(db: &mut Db, claim: &ClaimId) -> Result<i64> {
    Ok(comments::table
        .filter(comments::claim_id.eq(claim))
        .filter(comments::parent_id.is_null())
        .filter(comments::state.eq(CommentState::Open))
        .count()
        .get_result(db)?)
}

/// What some comments said before they were edited, oldest first.
pub fn earlier(db: &mut Db, ids: &[String]) -> Result<HashMap<String, Vec<(Moment, String)>>> {
    let rows: Vec<(String, Moment, String)> = log::table
        .inner_join(event_words::table)
        .filter(log::subject_kind.eq(Comment::KIND))
        .filter(log::subject_id.eq_any(ids))
        .filter(log::kind.eq_any([Kind::CommentAdded.as_str(), Kind::CommentEdited.as_str()]))
        .order(log::seq)
        .select((log::subject_id, log::at, event_words::words))
        .load(db)?;
    let mut found: HashMap<String, Vec<(Moment, String)>> = HashMap::new();
    for (id, at, words) in rows {
        let value: Value = serde_json::from_str(&words)?;
        let body = value.get("thing").and_then(|thing| thing.get("body")).and_then(Value::as_str).unwrap_or_default();
        found.entry(id).or_default().push((at, body.to_owned()));
    }
    // The last is what stands now.
    found.values_mut().for_each(|said| _ = said.pop());
    Ok(found)
}

/// Comments from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Comment>> {
    Ok(Comment::query().filter(comments::id.gt(after)).order(comments::id).limit(limit).load(db)?)
}
