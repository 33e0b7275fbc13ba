//! Rows of watching: what the last look at a cited source found. What came of it stands in the log; looks that found nothing
//! new do not.

use diesel::prelude::*;

use super::rules::{SourceId, WatchState};
use crate::db::{Db, Moment};
use crate::error::Result;
use crate::jobs::store as jobs;
use crate::schema::{captures, evidence, source_watches, sources};
use crate::tx::Tx;

/// The kind of its job.
pub const JOB: &str = "watch";

/// The last look at a source.
#[derive(HasQuery, Insertable, AsChangeset, Debug, Clone)]
#[diesel(table_name = source_watches, treat_none_as_null = true)]
pub struct Watch {
    pub source_id: SourceId,
    pub state: WatchState,
    /// Why it could not be looked at, as a key of the words.
    pub reason: String,
    pub status: Option<i32>,
    pub etag: String,
    pub last_modified: String,
    /// Of the text that was seen there last.
    pub text_hash: Option<String>,
    /// Looks in a row that brought no answer.
    pub failures: i32,
    pub looked_at: Option<Moment>,
    /// When the state was first found.
    pub since: Option<Moment>,
}

impl Watch {
    /// Before the first look.
    pub fn new(source: &SourceId) -> Self {
        Watch {
            source_id: source.clone(),
            state: WatchState::Waiting,
            reason: String::new(),
            status: None,
            etag: String::new(),
            last_modified: String::new(),
            text_hash: None,
            failures: 0,
            looked_at: None,
            since: None,
        }
    }
}

/// Names that lead nowhere (RFC 2606): samples live there, and nobody has to be asked for them.
const NOWHERE: [&str; 6] = ["example", "test", "invalid", "example.org", "example.com", "example.net"];

fn leads_nowhere(url: &str) -> bool {
    let host = url::Url::parse(url).ok().and_then(|url| url.domain().map(str::to_owned)).unwrap_or_default();
    NOWHERE.iter().any(|name| host.strip_suffix(name).is_some_and(|rest| rest.is_empty() || rest.ends_with('.')))
}

/// Sees to it that a cited source is looked at, the first time at `first`.
pub fn begin(tx: &mut Tx, source: &SourceId, url: Option<&str>, first: Moment) -> Result<()> {
    if url.is_some_and(|url| !leads_nowhere(url)) && jobs::about(tx.db, JOB, source.as_str())?.is_none() {
        jobs::add(tx, JOB, source.as_str(), first)?;
    }
    Ok(())
}

/// Cited sources with an address that nobody looks after yet, from a key on: evidence from before there was a watch.
pub fn unwatched(db: &mut Db, after: &str, limit: i64) -> Result<Vec<(SourceId, Option<String>)>> {
    use crate::schema::jobs;
    let watched = jobs::table.filter(jobs::kind.eq(JOB)).select(jobs::subject_id);
    Ok(sources::table
        .filter(sources::id.gt(after))
        .filter(sources::url.is_not_null())
        .filter(sources::id.eq_any(evidence::table.select(evidence::source_id)))
        .filter(diesel::dsl::not(sources::id.eq_any(watched)))
        .order(sources::id)
        .limit(limit)
        .select((sources::id, sources::url))
        .load(db)?)
}

/// Forgets what was seen.
pub fn forget(tx: &mut Tx, source: &SourceId) -> Result<()> {
    jobs::remove(tx, JOB, source.as_str())?;
    diesel::delete(source_watches::table.find(source)).execute(tx.db)?;
    Ok(())
}

/// Writes down a look.
pub fn keep(tx: &mut Tx, watch: &Watch) -> Result<()> {
    let known: i64 = source_watches::table.find(&watch.source_id).count().get_result(tx.db)?;
    if known == 0 {
        diesel::insert_into(source_watches::table).values(watch).execute(tx.db)?;
    } else {
        diesel::update(source_watches::table.find(&watch.source_id)).set(watch).execute(tx.db)?;
    }
    Ok(())
}

/// The last look at a source.
pub fn of(db: &mut Db, source: &SourceId) -> Result<Option<Watch>> {
    Ok(Watch::query().find(source).first(db).optional()?)
}

/// The last looks at some sources.
pub fn of_each(db: &mut Db, sources: &[&SourceId]) -> Result<Vec<Watch>> {
    Ok(Watch::query().filter(source_watches::source_id.eq_any(sources)).load(db)?)
}

/// Copies that were fetched from the source's own address: only what was once seen there can be missed there.
pub fn fetched_copies(db: &mut Db, source: &SourceId, url: &str) -> Result<Vec<super::rules::SnapshotId>> {
    Ok(captures::table
        .filter(captures::source_id.eq(source))
        .filter(captures::url.eq(url))
        .filter(captures::snapshot_id.is_not_null())
        .select(captures::snapshot_id.assume_not_null())
        .distinct()
        .limit(500)
        .load(db)?)
}
