//! Rows of captures: what was asked for, what came, and the copy that was made of it. A capture that failed stays.

use diesel::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::rules::{SnapshotId, SourceId};
use super::store as sources;
use crate::articles::rules::ArticleId;
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Result};
use crate::events::{self, Kind, Thing};
use crate::jobs::store as jobs;
use crate::people::rules::{Act, Actor, PersonId};
use crate::schema::captures;
use crate::tx::Tx;

id! {
    /// A capture.
    CaptureId
}

words! {
    /// What a capture is for.
    pub enum Purpose { Source = "source", Article = "article" }
}

words! {
    /// What became of a capture.
    pub enum CaptureState { Waiting = "waiting", Taken = "taken", Unchanged = "unchanged", Failed = "failed" }
}

/// The kind of its job.
pub const JOB: &str = "capture";

/// One request of a chain, as it is told: redirects first, the page last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hop {
    pub url: String,
    pub status: u16,
    /// The address the connection went to.
    pub ip: String,
}

/// One fetching of an address, from the moment somebody asked for it.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = captures)]
pub struct Capture {
    pub id: CaptureId,
    pub purpose: Purpose,
    pub source_id: Option<SourceId>,
    /// The article that came of it, where that was wanted.
    pub article_id: Option<ArticleId>,
    /// What was typed about the article that is to come, as JSON.
    pub wanted: String,
    /// The address that was asked for.
    pub url: String,
    pub state: CaptureState,
    /// Why it failed, as a key of the words.
    pub reason: String,
    pub attempts: i32,
    pub final_url: Option<String>,
    pub status: Option<i32>,
    /// Every request, as JSON of `Hop`s.
    pub chain: String,
    /// The last answer's headers, as JSON pairs.
    pub headers: String,
    /// SHA-256 of the payload's bytes.
    pub payload_hash: Option<String>,
    /// In bytes.
    pub payload_size: Option<i64>,
    pub text_hash: Option<String>,
    pub extractor: Option<String>,
    /// What fetched it, with its version.
    pub tool: String,
    /// The file of the WARC records, by its hash.
    pub warc: Option<String>,
    pub snapshot_id: Option<SnapshotId>,
    pub asked_by: PersonId,
    pub asked_at: Moment,
    pub fetched_at: Option<Moment>,
}

impl Thing for Capture {
    const KIND: &'static str = "capture";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn content_hash(&self) -> Option<String> {
        self.payload_hash.clone()
    }
    fn words(&self) -> Value {
        json!({
            "purpose": self.purpose, "source": self.source_id, "article": self.article_id, "wanted": self.wanted,
            "url": self.url, "reason": self.reason, "attempts": self.attempts, "final_url": self.final_url,
            "status": self.status, "chain": self.chain, "headers": self.headers, "size": self.payload_size,
            "text_hash": self.text_hash, "extractor": self.extractor, "tool": self.tool, "warc": self.warc,
            "snapshot": self.snapshot_id, "asked_by": self.asked_by, "asked_at": self.asked_at,
            "fetched_at": self.fetched_at,
        })
    }
}

impl Capture {
    /// Every request that was made.
    pub fn hops(&self) -> Vec<Hop> {
        serde_json::from_str(&self.chain).unwrap_or_default()
    }

    /// Whether there is nothing more to wait for.
    pub fn is_over(&self) -> bool {
        self.state != CaptureState::Waiting
    }
}

/// What came of fetching, as the row keeps it.
#[derive(Debug, Clone, Default)]
pub struct Came {
    pub final_url: Option<String>,
    pub status: Option<i32>,
    pub chain: String,
    pub headers: String,
    pub payload_hash: Option<String>,
    pub payload_size: Option<i64>,
    pub text_hash: Option<String>,
    pub extractor: Option<String>,
    pub warc: Option<String>,
    pub fetched_at: Option<Moment>,
}

fn begun(tx: &mut Tx, purpose: Purpose, url: &str) -> Capture {
    Capture {
        id: tx.id(),
        purpose,
        source_id: None,
        article_id: None,
        wanted: String::new(),
        url: url.to_owned(),
        state: CaptureState::Waiting,
        reason: String::new(),
        attempts: 0,
        final_url: None,
        status: None,
        chain: "[]".into(),
        headers: "[]".into(),
        payload_hash: None,
        payload_size: None,
        text_hash: None,
        extractor: None,
        tool: concat!("claimdesk/", env!("CARGO_PKG_VERSION")).into(),
        warc: None,
        snapshot_id: None,
        asked_by: tx.by.id.clone(),
        asked_at: tx.now,
        fetched_at: None,
    }
}

fn ask(tx: &mut Tx, capture: Capture) -> Result<CaptureId> {
    diesel::insert_into(captures::table).values(&capture).execute(tx.db)?;
    events::record(tx, Kind::CaptureAsked, &capture, "")?;
    jobs::add(tx, JOB, capture.id.as_str(), tx.now)?;
    Ok(capture.id)
}

/// Asks for a copy of a source; one that is already waited for is the same wish.
pub fn of_source(tx: &mut Tx, source: &SourceId) -> Result<CaptureId> {
    tx.by.require(Act::Add)?;
    let by = tx.by.clone();
    let source = sources::find(tx.db, &by, source)?;
    let Some(url) = &source.url else { return Err(Error::refused("capture-no-address")) };
    let waiting: Option<CaptureId> = captures::table
        .filter(captures::source_id.eq(&source.id))
        .filter(captures::state.eq(CaptureState::Waiting))
        .select(captures::id)
        .first(tx.db)
        .optional()?;
    if let Some(waiting) = waiting {
        sooner(tx, &waiting)?;
        return Ok(waiting);
    }
    let capture = Capture { source_id: Some(source.id.clone()), ..begun(tx, Purpose::Source, url) };
    ask(tx, capture)
}

/// Asks for the article at an address; `wanted` is what was typed about it.
pub fn of_article(tx: &mut Tx, url: &str, wanted: String) -> Result<CaptureId> {
    tx.by.require(Act::Add)?;
    let capture = Capture { wanted, ..begun(tx, Purpose::Article, url) };
    ask(tx, capture)
}

/// Somebody waits for it: it is tried now, unless the site asked to be left alone.
fn sooner(tx: &mut Tx, id: &CaptureId) -> Result<()> {
    match jobs::about(tx.db, JOB, id.as_str())? {
        Some(job) if job.last_error == "fetch-too-often" => Ok(()),
        _ => jobs::add(tx, JOB, id.as_str(), tx.now),
    }
}

/// Tries once more what failed, as a capture of its own.
pub fn retry(tx: &mut Tx, id: &CaptureId) -> Result<CaptureId> {
    let by = tx.by.clone();
    let before = find(tx.db, &by, id)?;
    match (&before.source_id, before.state) {
        (_, CaptureState::Taken | CaptureState::Unchanged) => Err(Error::refused("capture-over")),
        (Some(source), _) => of_source(tx, &source.clone()),
        (None, CaptureState::Waiting) => sooner(tx, id).map(|()| id.clone()),
        (None, CaptureState::Failed) => of_article(tx, &before.url, before.wanted),
    }
}

/// Writes down how a capture ended: in the transaction of what it brought about.
pub fn end(
    tx: &mut Tx,
    id: &CaptureId,
    state: CaptureState,
    reason: &str,
    came: &Came,
    made: (Option<SnapshotId>, Option<ArticleId>),
    attempts: i32,
) -> Result<()> {
    let ended: Capture = diesel::update(captures::table.find(id).filter(captures::state.eq(CaptureState::Waiting)))
        .set((
            (captures::state.eq(state), captures::reason.eq(reason), captures::attempts.eq(attempts)),
            (captures::final_url.eq(&came.final_url), captures::status.eq(came.status)),
            (captures::chain.eq(&came.chain), captures::headers.eq(&came.headers)),
            (captures::payload_hash.eq(&came.payload_hash), captures::payload_size.eq(came.payload_size)),
            (captures::text_hash.eq(&came.text_hash), captures::extractor.eq(&came.extractor)),
            (captures::warc.eq(&came.warc), captures::fetched_at.eq(came.fetched_at)),
            (captures::snapshot_id.eq(made.0), captures::article_id.eq(made.1)),
        ))
        .returning(cols::<Capture>())
        .get_result(tx.db)?;
    let kind = if state == CaptureState::Failed { Kind::CaptureFailed } else { Kind::CaptureTaken };
    events::record(tx, kind, &ended, "")
}

/// One capture, for its job.
pub fn by_id(db: &mut Db, id: &CaptureId) -> Result<Capture> {
    Ok(Capture::query().find(id).first(db)?)
}

/// One capture, for somebody who may see what it is of: its source, its article, or else what they asked for themselves.
pub fn find(db: &mut Db, actor: &Actor, id: &CaptureId) -> Result<Capture> {
    let capture = by_id(db, id)?;
    match (&capture.source_id, &capture.article_id) {
        (Some(source), _) => _ = sources::find(db, actor, source)?,
        (None, Some(article)) => _ = crate::articles::store::find(db, actor, article)?,
        (None, None) if capture.asked_by == actor.id || actor.sees_all() => {}
        (None, None) => return Err(Error::NotFound),
    }
    Ok(capture)
}

/// A source's captures, newest first.
pub fn of(db: &mut Db, source: &SourceId) -> Result<Vec<Capture>> {
    Ok(Capture::query()
        .filter(captures::source_id.eq(source))
        .order((captures::asked_at.desc(), captures::id.desc()))
        .limit(100)
        .load(db)?)
}

/// The capture that made a copy.
pub fn behind(db: &mut Db, snapshot: &SnapshotId) -> Result<Option<Capture>> {
    Ok(Capture::query()
        .filter(captures::snapshot_id.eq(snapshot))
        .order((captures::asked_at, captures::id))
        .first(db)
        .optional()?)
}

/// A payload of the same source that came before, for a WARC record that refers to it: when, and from where.
pub fn earlier(db: &mut Db, source: &SourceId, payload: &str) -> Result<Option<Capture>> {
    Ok(Capture::query()
        .filter(captures::source_id.eq(source))
        .filter(captures::payload_hash.eq(payload))
        .filter(captures::state.eq(CaptureState::Taken))
        .order((captures::asked_at, captures::id))
        .first(db)
        .optional()?)
}

/// Captures of articles that somebody asked for and that have not become one, newest first.
pub fn articles_awaited(db: &mut Db, actor: &Actor) -> Result<Vec<Capture>> {
    Ok(Capture::query()
        .filter(captures::asked_by.eq(&actor.id))
        .filter(captures::purpose.eq(Purpose::Article))
        .filter(captures::article_id.is_null())
        .order((captures::asked_at.desc(), captures::id.desc()))
        .limit(10)
        .load(db)?)
}

/// Captures from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Capture>> {
    Ok(Capture::query().filter(captures::id.gt(after)).order(captures::id).limit(limit).load(db)?)
}
