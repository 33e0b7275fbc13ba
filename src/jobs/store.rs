//! Rows of the queue.

use diesel::prelude::*;

use crate::db::{Db, Moment};
use crate::error::{Error, Result};
use crate::schema::jobs;
use crate::tx::Tx;

id! {
    /// A job.
    JobId
}

/// Something that is to be done, at the earliest at `due_at`.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = jobs)]
pub struct Job {
    pub id: JobId,
    /// Names who runs it.
    pub kind: String,
    /// What it is about; there is one job of a kind and a subject.
    pub subject_id: String,
    /// How often it was begun, this time among them.
    pub attempts: i32,
    pub due_at: Moment,
    pub leased_until: Option<Moment>,
    /// Names the run that holds it.
    pub lease: Option<String>,
    /// Why the last attempt did not end it, as a key of the words.
    pub last_error: String,
    pub created_at: Moment,
}

/// Puts a job into the queue; one that waits already is done at the earlier of the two times.
pub fn add(tx: &mut Tx, kind: &str, subject: &str, due: Moment) -> Result<()> {
    let waiting: Option<Job> =
        Job::query().filter(jobs::kind.eq(kind)).filter(jobs::subject_id.eq(subject)).first(tx.db).optional()?;
    if let Some(waiting) = waiting {
        if due < waiting.due_at {
            diesel::update(jobs::table.find(&waiting.id)).set(jobs::due_at.eq(due)).execute(tx.db)?;
        }
        return Ok(());
    }
    let job = Job {
        id: tx.id(),
        kind: kind.to_owned(),
        subject_id: subject.to_owned(),
        attempts: 0,
        due_at: due,
        leased_until: None,
        lease: None,
        last_error: String::new(),
        created_at: tx.now,
    };
    diesel::insert_into(jobs::table).values(&job).execute(tx.db)?;
    Ok(())
}

#[diesel::dsl::auto_type]
fn free(now: Moment) -> _ {
    let unheld = jobs::leased_until.is_null();
    let given_up = jobs::leased_until.lt(now).assume_not_null();
    jobs::due_at.le(now).and(unheld.or(given_up))
}

/// Whether something waits that could be begun now.
pub fn any_due(db: &mut Db, now: Moment, kinds: &[&str]) -> Result<bool> {
    let found: Option<JobId> =
        jobs::table.filter(free(now)).filter(jobs::kind.eq_any(kinds)).select(jobs::id).first(db).optional()?;
    Ok(found.is_some())
}

/// Takes the job that has waited longest, until a time when another run may take it.
pub fn take(tx: &mut Tx, kinds: &[&str], lease: &str, until: Moment) -> Result<Option<Job>> {
    let found: Option<Job> = Job::query()
        .filter(free(tx.now))
        .filter(jobs::kind.eq_any(kinds))
        .order((jobs::due_at, jobs::id))
        .first(tx.db)
        .optional()?;
    let Some(mut job) = found else { return Ok(None) };
    job.attempts += 1;
    (job.lease, job.leased_until) = (Some(lease.to_owned()), Some(until));
    diesel::update(jobs::table.find(&job.id))
        .set((jobs::attempts.eq(job.attempts), jobs::lease.eq(&job.lease), jobs::leased_until.eq(job.leased_until)))
        .execute(tx.db)?;
    Ok(Some(job))
}

#[diesel::dsl::auto_type]
fn held(job: &Job) -> _ {
    let (id, lease): (JobId, Option<String>) = (job.id.clone(), job.lease.clone());
    jobs::id.eq(id).and(jobs::lease.eq(lease).assume_not_null())
}

fn only_if_held(rows: usize) -> Result<()> {
    if rows == 1 { Ok(()) } else { Err(Error::internal("another run has taken this job")) }
}

/// Ends a job in the transaction of what it brought about; refused where the lease ran out and another run has it.
pub fn finish(tx: &mut Tx, job: &Job) -> Result<()> {
    only_if_held(diesel::delete(jobs::table.filter(held(job))).execute(tx.db)?)
}

/// Lets go of a job that is to be tried again, or done again, later.
pub fn again(tx: &mut Tx, job: &Job, due: Moment, error: &str) -> Result<()> {
    let attempts = if error.is_empty() { 0 } else { job.attempts };
    let rows = diesel::update(jobs::table.filter(held(job)))
        .set((
            jobs::due_at.eq(due),
            jobs::attempts.eq(attempts),
            jobs::last_error.eq(error.chars().take(2000).collect::<String>()),
            jobs::lease.eq(None::<String>),
            jobs::leased_until.eq(None::<Moment>),
        ))
        .execute(tx.db)?;
    only_if_held(rows)
}

/// Takes a job out, whoever holds it.
pub fn remove(tx: &mut Tx, kind: &str, subject: &str) -> Result<()> {
    let found = jobs::table.filter(jobs::kind.eq(kind)).filter(jobs::subject_id.eq(subject));
    diesel::delete(found).execute(tx.db)?;
    Ok(())
}

/// Frees what a process held that is gone. Only where this process is the only one that runs jobs.
pub fn release_all(tx: &mut Tx) -> Result<()> {
    diesel::update(jobs::table.filter(jobs::leased_until.is_not_null()))
        .set((jobs::lease.eq(None::<String>), jobs::leased_until.eq(None::<Moment>)))
        .execute(tx.db)?;
    Ok(())
}

/// The job of a kind about a subject, where one waits.
pub fn about(db: &mut Db, kind: &str, subject: &str) -> Result<Option<Job>> {
    Ok(Job::query().filter(jobs::kind.eq(kind)).filter(jobs::subject_id.eq(subject)).first(db).optional()?)
}

/// The jobs of a kind about some subjects.
pub fn about_each(db: &mut Db, kind: &str, subjects: &[String]) -> Result<Vec<Job>> {
    Ok(Job::query().filter(jobs::kind.eq(kind)).filter(jobs::subject_id.eq_any(subjects)).load(db)?)
}

/// The queue of one kind, in numbers.
#[derive(Debug, Clone)]
pub struct Queue {
    pub kind: String,
    pub waiting: i64,
    /// How many of them have been tried without success.
    pub failing: i64,
    /// When the first is due.
    pub first: Option<Moment>,
}

/// The queue of each kind of which something waits.
pub fn queues(db: &mut Db) -> Result<Vec<Queue>> {
    use diesel::dsl::{count_star, min};
    let all: Vec<(String, i64, Option<Moment>)> = jobs::table
        .group_by(jobs::kind)
        .select((jobs::kind, count_star(), min(jobs::due_at)))
        .order(jobs::kind)
        .load(db)?;
    let failing: Vec<(String, i64)> =
        jobs::table.filter(jobs::last_error.ne("")).group_by(jobs::kind).select((jobs::kind, count_star())).load(db)?;
    let failed = |kind: &str| failing.iter().find(|(name, _)| name == kind).map_or(0, |(_, count)| *count);
    Ok(all.into_iter().map(|(kind, waiting, first)| Queue { failing: failed(&kind), kind, waiting, first }).collect())
}
