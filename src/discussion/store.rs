//! Rows of tasks.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::claims::rules::ClaimId;
use crate::claims::store as claims;
use crate::db::{Db, Moment, MultiBackend, cols};
use crate::error::{Error, Result};
use crate::events::{self, Kind, Thing};
use crate::people::rules::{Act, Actor, PersonId};
use crate::schema::{claims as claim_rows, tasks};
use crate::tx::Tx;
use crate::web::{Paging, Reading};

id! {
    /// A task.
    TaskId
}

words! {
    /// What kind of thing is to be done.
    pub enum TaskKind {
        AskClaimant = "ask_claimant",
        FindSource = "find_source",
        Call = "call",
        ReReview = "re_review",
        Other = "other",
    }
}

words! {
    /// Whether it has been done.
    pub enum TaskState { Open = "open", Done = "done" }
}

/// Something somebody should do. It changes no state of anything else.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = tasks)]
pub struct Task {
    pub id: TaskId,
    pub kind: TaskKind,
    pub claim_id: Option<ClaimId>,
    pub text: String,
    pub assignee_id: Option<PersonId>,
    pub due_on: Option<NaiveDate>,
    pub state: TaskState,
    pub done_by: Option<String>,
    pub done_at: Option<Moment>,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Task {
    const KIND: &'static str = "task";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "kind": self.kind, "claim": self.claim_id, "text": self.text, "assignee": self.assignee_id,
            "due_on": self.due_on, "done_by": self.done_by, "done_at": self.done_at, "created_by": self.created_by,
        })
    }
}

/// A new task.
#[derive(Debug, Clone)]
pub struct NewTask {
    pub kind: TaskKind,
    pub claim: Option<ClaimId>,
    pub text: String,
    pub assignee: Option<PersonId>,
    pub due_on: Option<NaiveDate>,
}

impl NewTask {
    /// Reads the form's fields.
    pub fn read(reading: &mut Reading) -> Self {
        NewTask {
            kind: reading.choice("kind").unwrap_or(TaskKind::Other),
            claim: reading.optional("claim"),
            text: reading.required("text", 500),
            assignee: reading.optional("assignee"),
            due_on: reading.date("due_on"),
        }
    }
}

/// Adds a task; its subject must be one that whoever adds it may see.
pub fn add(tx: &mut Tx, new: NewTask) -> Result<Task> {
    tx.by.require(Act::Add)?;
    let by = tx.by.clone();
    if let Some(claim) = &new.claim {
        claims::find(tx.db, &by, claim)?;
    }
    if let Some(person) = &new.assignee {
        crate::people::store::find(tx.db, person)?;
    }
    add_found(tx, new)
}

/// Adds a task that something else brought about: it stands on its claim although whoever acted may not see that one.
pub fn add_found(tx: &mut Tx, new: NewTask) -> Result<Task> {
    let by = tx.by.clone();
    let task = Task {
        id: tx.id(),
        kind: new.kind,
        claim_id: new.claim,
        text: new.text,
        assignee_id: new.assignee,
        due_on: new.due_on,
        state: TaskState::Open,
        done_by: None,
        done_at: None,
        created_by: by.id.to_string(),
        created_at: tx.now,
    };
    diesel::insert_into(tasks::table).values(&task).execute(tx.db)?;
    events::record(tx, Kind::TaskAdded, &task, "")?;
    Ok(task)
}

/// Ticks a task off, or opens it again.
pub fn set_state(tx: &mut Tx, id: &TaskId, state: TaskState) -> Result<()> {
    tx.by.require(Act::Add)?;
    let by = tx.by.clone();
    let task: Task = Task::query().find(id).first(tx.db)?;
    if let Some(claim) = &task.claim_id {
        claims::find(tx.db, &by, claim)?;
    }
    if task.state == state {
        return Err(Error::refused("task-already"));
    }
    let done = state == TaskState::Done;
    let changed: Task = diesel::update(tasks::table.find(id))
        .set((
            tasks::state.eq(state),
            tasks::done_by.eq(done.then(|| by.id.to_string())),
            tasks::done_at.eq(done.then_some(tx.now)),
        ))
        .returning(cols::<Task>())
        .get_result(tx.db)?;
    events::record(tx, if done { Kind::TaskDone } else { Kind::TaskReopened }, &changed, "")
}

/// A task with the claim it is about.
pub type Line = (Task, Option<String>);

/// A page of tasks, the ones due first; `whose` narrows it to one person's.
pub fn list(
    db: &mut Db,
    actor: &Actor,
    whose: Option<&PersonId>,
    state: TaskState,
    paging: &Paging,
) -> Result<Vec<Line>> {
    let seen = claim_rows::table.filter(claims::visible_to(actor)).select(claim_rows::id.nullable());
    let mut query = Task::query()
        .filter(tasks::state.eq(state))
        .filter(tasks::claim_id.is_null().or(tasks::claim_id.eq_any(seen).assume_not_null()))
        .into_boxed::<MultiBackend>();
    if let Some(person) = whose {
        query = query.filter(tasks::assignee_id.eq(person));
    }
    let found = query
        .order((tasks::due_on.is_null(), tasks::due_on, tasks::created_at))
        .limit(paging.limit())
        .offset(paging.offset())
        .load(db)?;
    let ids: Vec<&ClaimId> = found.iter().filter_map(|task| task.claim_id.as_ref()).collect();
    let statements: Vec<(ClaimId, String)> = claim_rows::table
        .filter(claim_rows::id.eq_any(ids))
        .select((claim_rows::id, claim_rows::statement))
        .load(db)?;
    let statement =
        |task: &Task| statements.iter().find(|(id, _)| Some(id) == task.claim_id.as_ref()).map(|(_, it)| it.clone());
    Ok(found.into_iter().map(|task| (task.clone(), statement(&task))).collect())
}

/// The tasks of one claim, for somebody who has been shown the claim.
pub fn of_claim(db: &mut Db, claim: &ClaimId) -> Result<Vec<Task>> {
    Ok(Task::query()
        .filter(tasks::claim_id.eq(claim))
        .order((tasks::state.desc(), tasks::created_at))
        .limit(100)
        .load(db)?)
}

/// Tasks from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Task>> {
    Ok(Task::query().filter(tasks::id.gt(after)).order(tasks::id).limit(limit).load(db)?)
}
