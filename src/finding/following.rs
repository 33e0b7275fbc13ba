//! The indexes follow the log: whatever was committed, by this process or another, is found within a second.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use diesel::prelude::*;

use super::entries::{self, Key};
use super::{learning, public_entries, reach, rebuilding};
use crate::app::App;
use crate::checks::rules::CheckId;
use crate::db::Db;
use crate::error::{Error, Result};
use crate::events::store::head;
use crate::schema::events;
use crate::search::{Feed, Mark, Search};

/// Another process's changes are looked for this often.
const PAUSE: Duration = Duration::from_millis(400);
/// After something went wrong.
const REST: Duration = Duration::from_secs(2);
/// So often it is tried to follow before all is built again.
const TRIES: u32 = 5;
/// Events read at a time.
const EVENTS: i64 = 2_000;
/// Events after which an index says how far it is although nothing in it changed.
const SILENT: i64 = 1_000;
/// Entries made in one read.
const ENTRIES: usize = 500;

/// The thread that follows; stopping it waits until what it holds is on the disk.
pub struct Following {
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Following {
    /// Starts to follow. A process that serves does this once.
    pub fn start(app: App) -> Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let seen = stop.clone();
        let mut threads = Vec::new();
        if app.search().is_some_and(|search| search.meant.is_some()) {
            let (app, seen) = (app.clone(), stop.clone());
            let named = std::thread::Builder::new().name("meaning".into());
            threads.push(named.spawn(move || learning::follow(&app, &seen))?);
        }
        threads.push(std::thread::Builder::new().name("search".into()).spawn(move || follow(&app, &seen))?);
        Ok(Following { stop, threads })
    }
}

impl Drop for Following {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            thread.thread().unpark();
            let _ = thread.join();
        }
    }
}

fn follow(app: &App, stop: &AtomicBool) {
    let Some(search) = app.search() else { return };
    app.wake_when_written(std::thread::current());
    let mut failures = 0;
    while !stop.load(Ordering::Relaxed) {
        if let Err(error) = keep_up(app, search, stop) {
            failures += 1;
            tracing::error!(?error, failures, "the search index could not follow the log; it is tried again");
            std::thread::park_timeout(REST);
        }
        // What cannot be followed can still be read from the rows.
        if failures % TRIES == TRIES - 1 && !stop.load(Ordering::Relaxed) && rebuild(app, search).is_ok() {
            failures = 0;
        }
    }
}

/// Follows until it is stopped, or something fails.
fn keep_up(app: &App, search: &Search, stop: &AtomicBool) -> Result<()> {
    let mut mark = begin(app, search)?;
    loop {
        {
            let (desk, public) = (Feed::following(&search.desk)?, Feed::following(&search.public)?);
            let mut pens = Pens { desk, public, told: mark.seq };
            while !stop.load(Ordering::Relaxed) && !search.home().asked() {
                if !catch_up(app, &mut pens, &mut mark)? {
                    std::thread::park_timeout(PAUSE);
                }
            }
            pens.desk.finish()?;
            pens.public.finish()?;
        }
        if stop.load(Ordering::Relaxed) {
            return Ok(());
        }
        mark = rebuild(app, search)?;
    }
}

struct Pens<'a> {
    desk: Feed<'a>,
    public: Feed<'a>,
    /// Where in the log the public index says it is.
    told: i64,
}

fn rebuild(app: &App, search: &Search) -> Result<Mark> {
    let mark = rebuilding::rebuild(app, search, &mut |line| search.home().tell(line, false))?;
    search.home().tell("done", true);
    Ok(mark)
}

/// Where to go on from: the place both indexes agree on, if it is in this log and nothing is missing; else all is built.
fn begin(app: &App, search: &Search) -> Result<Mark> {
    let marks = (search.desk.mark()?, search.public.mark()?);
    if let (Some(desk), Some(public)) = marks {
        let older = if desk.seq <= public.seq { desk.clone() } else { public.clone() };
        let sound = app.database().read(|db| {
            let (newest, _) = head(db)?;
            let whole =
                newest != older.seq || rebuilding::expected(db)? == i64::try_from(search.desk.len()).unwrap_or(-1);
            Ok(whole && known(db, &desk)? && known(db, &public)?)
        })?;
        if sound {
            return Ok(older);
        }
        tracing::warn!("the search index is of another log, or misses entries; it is built again");
    }
    rebuild(app, search)
}

fn known(db: &mut Db, mark: &Mark) -> Result<bool> {
    if mark.seq == 0 {
        return Ok(true);
    }
    let hash: Option<String> = events::table.find(mark.seq).select(events::hash).first(db).optional()?;
    Ok(hash.as_ref() == Some(&mark.hash))
}

/// Brings both indexes up to the newest event; whether there was anything to do.
fn catch_up(app: &App, pens: &mut Pens<'_>, mark: &mut Mark) -> Result<bool> {
    let after = mark.seq;
    let news: Vec<(i64, String, String, String)> = app.database().read(|db| {
        Ok(events::table
            .filter(events::seq.gt(after))
            .order(events::seq)
            .limit(EVENTS)
            .select((events::seq, events::hash, events::subject_kind, events::subject_id))
            .load(db)?)
    })?;
    let Some((seq, hash, ..)) = news.last().cloned() else { return Ok(false) };
    let subjects: BTreeSet<(String, String)> = news.into_iter().map(|(_, _, kind, id)| (kind, id)).collect();
    let reach = app.database().read(|db| reach::reached(db, &subjects))?;
    let keys: Vec<Key> = reach.desk.into_iter().collect();
    for some in keys.chunks(ENTRIES) {
        let made = app.database().read(|db| entries::of(db, some))?;
        some.iter().for_each(|key| pens.desk.drop_key(&key.text()));
        made.iter().try_for_each(|entry| pens.desk.add(entry))?;
    }
    let checks: Vec<CheckId> = reach.public.into_iter().collect();
    for some in checks.chunks(ENTRIES) {
        let now = app.now();
        let made = app.database().read(|db| public_entries::of(db, some, now))?;
        some.iter().for_each(|check| pens.public.drop_key(&public_entries::key(check)));
        made.iter().try_for_each(|entry| pens.public.add(entry))?;
    }
    *mark = Mark::new(seq, hash);
    if !checks.is_empty() || seq - pens.told > SILENT {
        pens.public.commit(mark)?;
        pens.told = seq;
    }
    pens.desk.commit(mark)?;
    Ok(true)
}

/// Waits until everything committed so far is found; for commands and tests that look right after they wrote.
pub fn caught_up(app: &App, patience: Duration) -> Result<()> {
    let search = app.search().ok_or_else(|| Error::internal("no search index is open"))?;
    let (newest, _) = app.database().read(head)?;
    let mut waited = Duration::ZERO;
    while search.desk.mark()?.is_none_or(|mark| mark.seq < newest) && waited < patience {
        std::thread::sleep(Duration::from_millis(20));
        waited += Duration::from_millis(20);
    }
    Ok(())
}
