//! The job of a capture: fetches, reads what came, and keeps it, all or nothing.

use chrono::TimeDelta;

use super::captures::{self, Came, Capture, CaptureId, CaptureState, Hop, Purpose};
use super::proofs;
use super::rules::SnapshotId;
use super::store as sources;
use crate::admin::fetching;
use crate::app::App;
use crate::articles::rules::{About, ArticleId};
use crate::articles::store::{self as articles, Added};
use crate::db::{Moment, sha256};
use crate::error::{Error, Result};
use crate::fetching::{Exchange, Fetched, Wanted};
use crate::jobs::store::{self as jobs, Job};
use crate::people::rules::Actor;
use crate::people::store as people;
use crate::reading::Material;
use crate::reading::material::Said;
use crate::text::language::detect;
use crate::tx::Tx;
use crate::warc::{self, Content, Earlier};
use crate::web::form::Fields;

/// What a fetch that did not succeed waits before it is tried again; after the last it has failed.
const WAITS: [TimeDelta; 3] = [TimeDelta::seconds(20), TimeDelta::minutes(2), TimeDelta::minutes(15)];
/// Characters of an address that a row keeps.
const LONGEST_ADDRESS: usize = 4000;
/// The longest wait that a server can ask for.
const LONGEST: TimeDelta = TimeDelta::hours(6);
/// No room for what came.
const FULL: &str = "capture-full";
/// Until it is looked whether there is room again.
const FULL_WAIT: TimeDelta = TimeDelta::minutes(2);
/// What cannot be kept so often is not tried again.
const BROKEN: i32 = 3;
/// A capture that was begun so often and never ended takes its process with it.
const BEGUN: i32 = 8;

/// Runs one capture.
pub fn run(app: &App, job: &Job) -> Result<()> {
    let id: CaptureId = job.subject_id.parse()?;
    let (capture, robots) = app.database().read(|db| Ok((captures::by_id(db, &id)?, fetching::current(db)?.robots)))?;
    if capture.is_over() {
        return as_asker(app, &capture, job, jobs::finish);
    }
    if job.attempts > BEGUN && job.last_error != FULL {
        return fail(app, &capture, job, "capture-broken", Came::default());
    }
    let wanted = Wanted { url: capture.url.clone(), robots, ..Wanted::default() };
    match app.fetcher().fetch(&wanted, &|| app.now().utc()) {
        Ok(fetched) if (200..300).contains(&fetched.status) => match keep(app, &capture, job, fetched) {
            // Whoever asked may no longer see or change what this was for.
            Err(Error::NotFound | Error::Forbidden(_)) => fail(app, &capture, job, "capture-rights", Came::default()),
            // The source stays, and its copy is taken as soon as there is room.
            Err(Error::Full) => later(app, job, FULL_WAIT, FULL),
            Err(error) if job.attempts >= BROKEN => {
                tracing::error!(url = capture.url, %error, "a capture cannot be kept");
                fail(app, &capture, job, "capture-broken", Came::default())
            }
            kept => kept,
        },
        Ok(fetched) => {
            let busy = matches!(fetched.status, 408 | 425 | 429 | 500..=599);
            let reason = status_key(fetched.status);
            match WAITS.get(tried(job)).filter(|_| busy) {
                Some(wait) => later(app, job, fetched.retry_after.unwrap_or(*wait).clamp(*wait, LONGEST), reason),
                None => {
                    let warc = archived(app, &capture, &fetched.exchanges, &[])?;
                    fail(app, &capture, job, reason, came(&fetched.exchanges, warc))
                }
            }
        }
        Err(failed) => match WAITS.get(tried(job)).filter(|_| failed.is_transient()) {
            Some(wait) => later(app, job, *wait, failed.key()),
            None => {
                tracing::warn!(url = capture.url, detail = failed.detail, "a capture failed");
                let warc = archived(app, &capture, &failed.exchanges, &[])?;
                fail(app, &capture, job, failed.key(), came(&failed.exchanges, warc))
            }
        },
    }
}

fn tried(job: &Job) -> usize {
    usize::try_from(job.attempts - 1).unwrap_or(0)
}

/// The sentence of a status that brought nothing.
pub fn status_key(status: u16) -> &'static str {
    match status {
        404 | 410 => "fetch-gone",
        401 | 403 | 407 | 451 => "fetch-forbidden",
        429 => "fetch-too-often",
        500..=599 => "fetch-server-error",
        _ => "fetch-status",
    }
}

fn later(app: &App, job: &Job, wait: TimeDelta, reason: &str) -> Result<()> {
    let (job, due, reason) = (job.clone(), app.now().plus(wait), reason.to_owned());
    app.write_blocking(&Actor::operator(), move |tx| jobs::again(tx, &job, due, &reason))
}

/// Everything that comes of a capture is done by whoever asked for it.
fn as_asker<T: Send + 'static>(
    app: &App,
    capture: &Capture,
    job: &Job,
    work: impl FnOnce(&mut Tx, &Job) -> Result<T> + Send + 'static,
) -> Result<T> {
    let (job, asked_by) = (job.clone(), capture.asked_by.clone());
    let actor = if asked_by == Actor::operator().id {
        Actor::operator()
    } else {
        app.database().read(|db| people::find(db, &asked_by))?.actor()
    };
    app.write_blocking(&actor, move |tx| work(tx, &job))
}

fn fail(app: &App, capture: &Capture, job: &Job, reason: &str, came: Came) -> Result<()> {
    let (id, reason) = (capture.id.clone(), reason.to_owned());
    as_asker(app, capture, job, move |tx, job| {
        captures::end(tx, &id, CaptureState::Failed, &reason, &came, (None, None), job.attempts)?;
        jobs::finish(tx, job)
    })
}

/// What the row says of the exchanges.
fn came(exchanges: &[Exchange], warc: Option<String>) -> Came {
    let hops: Vec<Hop> =
        exchanges.iter().map(|it| Hop { url: it.url.to_string(), status: it.status, ip: it.ip.to_string() }).collect();
    let last = exchanges.last();
    let headers = last.map(|it| serde_json::to_string(&it.headers).unwrap_or_default());
    Came {
        final_url: last.map(|it| it.url.to_string()).filter(|url| url.chars().count() <= LONGEST_ADDRESS),
        status: last.map(|it| i32::from(it.status)),
        chain: serde_json::to_string(&hops).unwrap_or_else(|_| "[]".into()),
        headers: headers.filter(|it| it.len() <= 190_000).unwrap_or_else(|| "[]".into()),
        warc,
        fetched_at: last.map(|it| Moment::from_utc(it.at)),
        ..Came::default()
    }
}

/// Writes the exchanges as a WARC file; none where nothing was exchanged.
fn archived(app: &App, capture: &Capture, exchanges: &[Exchange], earlier: &[Earlier]) -> Result<Option<String>> {
    if exchanges.is_empty() {
        return Ok(None);
    }
    let description = format!("Capture of {}", capture.url);
    let file = warc::Capture {
        software: concat!("Claimdesk ", env!("CARGO_PKG_VERSION")),
        description: &description,
        content: Content::Fetched { exchanges, earlier },
    };
    Ok(Some(app.blobs().put(&warc::write(&file))?))
}

/// A payload that an earlier capture of the same source holds already: it is referred to where it came again just so.
fn held_before(app: &App, capture: &Capture, hash: &str) -> Result<Vec<Earlier>> {
    let Some(source) = &capture.source_id else { return Ok(Vec::new()) };
    let Some(before) = app.database().read(|db| captures::earlier(db, source, hash))? else { return Ok(Vec::new()) };
    let url = before.final_url.as_deref().and_then(|url| url::Url::parse(url).ok());
    let (Some(url), Some(at), Some(file)) = (url, before.fetched_at, before.warc) else { return Ok(Vec::new()) };
    let records = warc::read(&app.blobs().get(&file)?).unwrap_or_default();
    Ok(warc::transferred(&records).map(|payload| Earlier { payload, url, at: at.utc() }).into_iter().collect())
}

fn keep(app: &App, capture: &Capture, job: &Job, fetched: Fetched) -> Result<()> {
    let hash = sha256(&fetched.payload);
    let size = i64::try_from(fetched.payload.len()).unwrap_or(i64::MAX);
    let earlier = held_before(app, capture, &hash)?;
    let warc = archived(app, capture, &fetched.exchanges, &earlier)?;
    let declared = fetched.exchanges.last().and_then(|it| it.header("content-type")).map(str::to_owned);
    let mut came = came(&fetched.exchanges, warc);
    // On the disk before anything can go wrong with reading it: what came is never lost.
    app.blobs().put(&fetched.payload)?;
    (came.payload_hash, came.payload_size) = (Some(hash), Some(size));
    let material = match Material::fetched(fetched.final_url.as_str(), declared.as_deref(), fetched.payload) {
        Ok(material) => material,
        Err(say) => return fail(app, capture, job, say.id, came),
    };
    (came.text_hash, came.extractor) = (Some(material.text_hash.clone()), Some(material.extractor.to_owned()));
    let capture = capture.clone();
    let asked = capture.clone();
    let language = app.database().read(|db| Ok(crate::admin::store::desk(db)?.language))?;
    let proved = app.config().time_authority.is_some();
    as_asker(app, &asked, job, move |tx, job| {
        if proved {
            jobs::add(tx, proofs::JOB, capture.id.as_str(), tx.now)?;
        }
        let made = match capture.purpose {
            Purpose::Source => to_source(tx, &capture, &material, &came)?,
            Purpose::Article => to_article(tx, &capture, &material, &came, &language)?,
        };
        captures::end(tx, &capture.id, made.state, made.reason, &came, (made.snapshot, made.article), job.attempts)?;
        jobs::finish(tx, job)
    })
}

/// What a capture became.
struct Made {
    state: CaptureState,
    reason: &'static str,
    snapshot: Option<SnapshotId>,
    article: Option<ArticleId>,
}

fn blob_of(came: &Came) -> Result<&str> {
    came.payload_hash.as_deref().ok_or_else(|| Error::internal("a capture without its bytes"))
}

fn to_source(tx: &mut Tx, capture: &Capture, material: &Material, came: &Came) -> Result<Made> {
    let source = capture.source_id.as_ref().ok_or(Error::NotFound)?;
    let (snapshot, new) = sources::keep_snapshot(tx, source, material, blob_of(came)?)?;
    let said =
        Said { publisher: material.said.publisher.clone().or_else(|| site(&came.final_url)), ..material.said.clone() };
    sources::fill_in(tx, source, &said)?;
    let state = if new { CaptureState::Taken } else { CaptureState::Unchanged };
    let reason = material.unread.as_ref().map_or("", |say| say.id);
    Ok(Made { state, reason, snapshot: Some(snapshot), article: None })
}

/// The name of a site whose pages do not say who publishes them.
fn site(url: &Option<String>) -> Option<String> {
    let url = url::Url::parse(url.as_deref()?).ok()?;
    let host = url.domain()?;
    Some(host.strip_prefix("www.").unwrap_or(host).to_owned())
}

fn to_article(tx: &mut Tx, capture: &Capture, material: &Material, came: &Came, language: &str) -> Result<Made> {
    let failed = |reason| Ok(Made { state: CaptureState::Failed, reason, snapshot: None, article: None });
    if let Some(unread) = &material.unread {
        return failed(unread.id);
    }
    let Ok(about) = about_article(capture, material, language) else { return failed("capture-about") };
    let (article, state) = match articles::add(tx, about, material, blob_of(came)?)? {
        Added::New(article) => (article.id, CaptureState::Taken),
        Added::Known(known) => (known, CaptureState::Unchanged),
    };
    Ok(Made { state, reason: "", snapshot: None, article: Some(article) })
}

/// What was typed about the article, and from its page what was not.
fn about_article(capture: &Capture, material: &Material, language: &str) -> Result<About> {
    let mut typed: Vec<(String, String)> = serde_json::from_str(&capture.wanted)?;
    let mut fill = |name: &str, value: Option<String>, over: &str| {
        if let (Some(value), Some(place)) = (value, typed.iter_mut().find(|(key, _)| key == name))
            && place.1.trim() == over
        {
            place.1 = value.chars().take(200).collect();
        }
    };
    let said = material.said.clone();
    fill("title", said.title.or_else(|| Some(capture.url.clone())), "");
    fill("outlet", said.publisher, "");
    fill("author", said.author, "");
    fill("published_on", said.published.map(|date| date.to_string()), "");
    fill("language", said.language.or_else(|| detect(&material.text).map(str::to_owned)), language);
    About::parse(&Fields::from_pairs(typed))
}
