//! The job that looks at cited sources again: unchanged, changed elsewhere, the quoted passage changed, gone, blocked. What is
//! found is offered to an editor, never applied.

use chrono::TimeDelta;
use diesel::prelude::*;

use super::notices::{self, Found, Leaning};
use super::rules::EvidenceState;
use crate::admin::fetching;
use crate::app::App;
use crate::db::{Db, Moment, random_bytes};
use crate::error::{Error, Result};
use crate::evidence::capturing::status_key;
use crate::evidence::rules::{SnapshotId, SourceChange, SourceId, WatchState};
use crate::evidence::store::Source;
use crate::evidence::watches::{self, Watch};
use crate::evidence::{captures, store as sources};
use crate::fetching::pace::{Outcome, Turn};
use crate::fetching::{Failed, Fetched, Known, Problem, Wanted};
use crate::jobs::store::{self as jobs, Job};
use crate::people::rules::Actor;
use crate::reading::Material;
use crate::schema::evidence;
use crate::web::words;

/// Between two looks at a source that answers.
const DAY: TimeDelta = TimeDelta::days(1);
/// The most that failures can make of it.
const LONGEST: TimeDelta = TimeDelta::days(14);
/// Sources taken under watch at once when the program starts.
const BATCH: i64 = 500;

/// What one look needs.
struct Looked {
    source: Source,
    leaning: Vec<Leaning>,
    /// Passages that were seen at the address itself, with the piece they belong to.
    quotes: Vec<((super::rules::CheckId, i32), String)>,
    before: Watch,
    /// When the newest of the quotes was added.
    newest: Option<Moment>,
    /// Whether the site's robots.txt is asked.
    robots: bool,
}

/// Takes every cited source under watch that is not, spread over a day; once when the program starts.
pub fn begin_all(app: &App) -> Result<()> {
    let mut after = String::new();
    loop {
        let waiting = app.database().read(|db| watches::unwatched(db, &after, BATCH))?;
        let Some((last, _)) = waiting.last() else { return Ok(()) };
        after = last.to_string();
        app.write_blocking(&Actor::operator(), move |tx| {
            let now = tx.now;
            waiting.iter().try_for_each(|(id, url)| watches::begin(tx, id, url.as_deref(), now.plus(spread(DAY))))
        })?;
    }
}

/// A part of a span, by chance.
fn spread(span: TimeDelta) -> TimeDelta {
    TimeDelta::milliseconds((span.num_milliseconds() as f64 * chance()) as i64)
}

fn chance() -> f64 {
    f64::from(u32::from_le_bytes(random_bytes::<4>())) / f64::from(u32::MAX)
}

/// Runs one look.
pub fn run(app: &App, job: &Job) -> Result<()> {
    let id: SourceId = job.subject_id.parse()?;
    let Some(looked) = app.database().read(|db| load(db, &id))? else {
        let job = job.clone();
        return app.write_blocking(&Actor::operator(), move |tx| jobs::finish(tx, &job));
    };
    let url = looked.source.url.clone().unwrap_or_default();
    let host = url::Url::parse(&url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default();
    if let Turn::At(when) = app.pace().turn(&host, app.now().utc(), chance()) {
        let job = job.clone();
        return app.write_blocking(&Actor::operator(), move |tx| jobs::again(tx, &job, Moment::from_utc(when), ""));
    }
    let some = |text: &String| Some(text.clone()).filter(|it| !it.is_empty());
    let known = Known { etag: some(&looked.before.etag), last_modified: some(&looked.before.last_modified) };
    // Whether quotes still stand there can only be told of a text that was seen whole, after they were quoted.
    let whole = looked.before.text_hash.is_some() && looked.newest <= looked.before.looked_at;
    let known = Some(known).filter(|_| whole);
    let wanted = Wanted { url, known, accept: None, robots: looked.robots };
    let outcome = app.fetcher().fetch(&wanted, &|| app.now().utc());
    let told = match &outcome {
        Ok(fetched) if matches!(fetched.status, 429 | 503) => Outcome::Busy { retry_after: fetched.retry_after },
        Ok(_) => Outcome::Answered,
        Err(failed) if failed.is_transient() => Outcome::Busy { retry_after: None },
        Err(_) => Outcome::Answered,
    };
    app.pace().tell(&host, app.now().utc(), told, chance());
    let (watch, missing) = judge(&looked, outcome, app.now());
    write(app, job, looked, watch, missing)
}

fn load(db: &mut Db, id: &SourceId) -> Result<Option<Looked>> {
    let source = match sources::find(db, &Actor::operator(), id) {
        Ok(source) if source.url.is_some() => source,
        Ok(_) | Err(Error::NotFound) => return Ok(None),
        Err(error) => return Err(error),
    };
    let leaning = notices::leaning_on(db, id)?;
    if leaning.is_empty() {
        return Ok(None);
    }
    let copies: Vec<SnapshotId> = watches::fetched_copies(db, id, source.url.as_deref().unwrap_or_default())?;
    let rows: Vec<(super::rules::CheckId, i32, Option<String>, Moment)> = evidence::table
        .filter(evidence::source_id.eq(id))
        .filter(evidence::state.eq(EvidenceState::Kept))
        .filter(evidence::snapshot_id.eq_any(copies))
        .filter(evidence::exact.is_not_null())
        .limit(5000)
        .select((evidence::check_id, evidence::number, evidence::exact, evidence::created_at))
        .load(db)?;
    let newest = rows.iter().map(|(.., at)| *at).max();
    let quotes = rows.into_iter().filter_map(|(check, number, exact, _)| Some(((check, number), exact?))).collect();
    let before = watches::of(db, id)?.unwrap_or_else(|| Watch::new(id));
    let robots = fetching::current(db)?.robots;
    Ok(Some(Looked { source, leaning, quotes, before, newest, robots }))
}

/// What a look means: the row to keep, and the pieces whose passage is no longer there.
fn judge(
    looked: &Looked,
    outcome: std::result::Result<Fetched, Failed>,
    now: Moment,
) -> (Watch, Vec<(super::rules::CheckId, i32)>) {
    let mut watch = Watch { looked_at: Some(now), ..looked.before.clone() };
    let mut missing = Vec::new();
    (watch.reason, watch.status) = (String::new(), None);
    match outcome {
        Err(failed) => {
            let blocked = matches!(failed.problem, Problem::Robots | Problem::PrivateAddress);
            watch.reason = failed.key().to_owned();
            watch.state = if blocked { WatchState::Blocked } else { WatchState::Unreachable };
        }
        Ok(fetched) => {
            watch.status = Some(i32::from(fetched.status));
            match fetched.status {
                304 => {
                    let still = matches!(looked.before.state, WatchState::QuoteChanged | WatchState::Changed);
                    watch.state = if still { looked.before.state } else { WatchState::Unchanged };
                }
                200..=299 => missing = compare(looked, fetched, &mut watch),
                status => {
                    watch.reason = status_key(status).to_owned();
                    watch.state = match status {
                        404 | 410 => WatchState::Gone,
                        401 | 403 | 407 | 429 | 451 => WatchState::Blocked,
                        _ => WatchState::Unreachable,
                    };
                }
            }
        }
    }
    let stands = matches!(looked.before.state, WatchState::QuoteChanged | WatchState::Changed | WatchState::Gone);
    if stands && matches!(watch.state, WatchState::Unreachable | WatchState::Blocked) {
        // What was found before still stands: that nothing could be seen now is no news.
        watch.failures = looked.before.failures + 1;
        watch.state = looked.before.state;
        return (watch, missing);
    }
    watch.failures = if watch.state == WatchState::Unreachable { looked.before.failures + 1 } else { 0 };
    if watch.state != looked.before.state {
        watch.since = Some(now);
    }
    (watch, missing)
}

fn compare(looked: &Looked, fetched: Fetched, watch: &mut Watch) -> Vec<(super::rules::CheckId, i32)> {
    let header = |name: &str, most: usize| {
        let value = fetched.exchanges.last().and_then(|it| it.header(name)).unwrap_or_default();
        if value.len() <= most { value.to_owned() } else { String::new() }
    };
    (watch.etag, watch.last_modified) = (header("etag", 500), header("last-modified", 100));
    let declared = header("content-type", 1000);
    let read = Material::fetched(fetched.final_url.as_str(), Some(&declared), fetched.payload);
    let Some(material) = read.ok().filter(|it| it.unread.is_none()) else {
        watch.reason = "watch-unread".into();
        watch.state = WatchState::Changed;
        return Vec::new();
    };
    let gone = looked.quotes.iter().filter(|(_, exact)| !material.text.contains(exact.as_str()));
    let missing: Vec<_> = gone.map(|(piece, _)| piece.clone()).collect();
    let same = looked.before.text_hash.as_ref().is_none_or(|before| *before == material.text_hash);
    let was = looked.before.state;
    watch.state = match (missing.is_empty(), same) {
        (false, _) => WatchState::QuoteChanged,
        (true, true) if was == WatchState::Changed => WatchState::Changed,
        (true, true) => WatchState::Unchanged,
        (true, false) => WatchState::Changed,
    };
    watch.text_hash = Some(material.text_hash);
    missing
}

fn write(app: &App, job: &Job, looked: Looked, watch: Watch, missing: Vec<(super::rules::CheckId, i32)>) -> Result<()> {
    let language = app.database().read(|db| Ok(crate::admin::store::desk(db)?.language))?;
    let source = &looked.source;
    let title = if source.restricted { words::say(&language, "source-closed", &[]) } else { source.title.clone() };
    let job = job.clone();
    let news = watch.state != looked.before.state;
    app.write_blocking(&Actor::operator(), move |tx| {
        watches::keep(tx, &watch)?;
        let source = &looked.source.id;
        let task = |key: &str| words::say(&language, key, &[("title", title.clone())]);
        match watch.state {
            WatchState::QuoteChanged => {
                let hit = |one: &&Leaning| missing.contains(&(one.check.clone(), one.number));
                let leaning: Vec<Leaning> = looked.leaning.iter().filter(hit).cloned().collect();
                let task = task("task-source-quote-changed");
                let found = Found { change: SourceChange::QuoteChanged, task: &task, news };
                if notices::open(tx, source, &leaning, found)? > 0 {
                    captures::of_source(tx, source)?;
                }
            }
            WatchState::Gone if news => {
                let found = Found { change: SourceChange::Gone, task: &task("task-source-gone"), news };
                notices::open(tx, source, &looked.leaning, found)?;
            }
            _ => {}
        }
        let wait = DAY * 2_i32.pow(u32::try_from(watch.failures.clamp(0, 4)).unwrap_or(0));
        let due = tx.now.plus(wait.min(LONGEST) + spread(DAY / 10));
        jobs::again(tx, &job, due, "")
    })
}
