//! Captures at the desk: asking for one, how far it is, what it brought, its files.

use actix_web::http::header::{CONTENT_DISPOSITION, CONTENT_SECURITY_POLICY};
use askama::Template;

use super::archivings;
use super::captures::{self, Capture, CaptureId, Hop};
use super::proofs::{self, TimeProof};
use super::rules::{AboutSource, SnapshotId, SourceId};
use super::store;
use crate::app::App;
use crate::claims::rules::{AppearanceId, ClaimId};
use crate::claims::store as claims;
use crate::db::Moment;
use crate::error::{Error, Result};
use crate::jobs::store::{self as jobs, Job};
use crate::keyfile;
use crate::warc::{self, SigningKey};
use crate::web::{Answer, Ask, Ui, done};

#[derive(Template)]
#[template(path = "evidence/capture.html")]
struct CapturePage<'a> {
    ui: &'a Ui,
    capture: Capture,
    job: Option<Job>,
    hops: Vec<Hop>,
    headers: Vec<(String, String)>,
    proof: Option<TimeProof>,
    /// How whoever doubts it checks it.
    check: String,
}

impl CapturePage<'_> {
    /// When it is tried again, where it was tried before.
    fn next(&self) -> Option<&Moment> {
        self.job.as_ref().filter(|job| !job.last_error.is_empty()).map(|job| &job.due_at)
    }
}

/// `POST /desk/sources/{id}/captures`: fetches the source's address once more.
pub async fn ask_for(ask: Ask) -> Result<Answer> {
    let id: SourceId = ask.key("id")?;
    let path = format!("/desk/sources/{id}");
    ask.app.write(&ask.actor()?, move |tx| captures::of_source(tx, &id)).await?;
    done(path, "capture-asked")
}

/// `POST /desk/sources/{id}/archivings`: hands the address to the archive that the desk has chosen.
pub async fn hand_over(ask: Ask) -> Result<Answer> {
    let id: SourceId = ask.key("id")?;
    let path = format!("/desk/sources/{id}");
    let archive = ask.app.archive().map(|archive| archive.name().to_owned()).ok_or(Error::refused("archive-none"))?;
    ask.app.write(&ask.actor()?, move |tx| archivings::ask(tx, &id, &archive)).await?;
    done(path, "archive-asked")
}

/// `POST /desk/captures/{id}/retry`
pub async fn retry(ask: Ask) -> Result<Answer> {
    let id: CaptureId = ask.key("id")?;
    let again = ask.app.write(&ask.actor()?, move |tx| captures::retry(tx, &id)).await?;
    done(format!("/desk/captures/{again}"), "capture-asked")
}

async fn load(ask: &Ask) -> Result<(Capture, Option<Job>)> {
    let (id, actor): (CaptureId, _) = (ask.key("id")?, ask.actor()?);
    ask.app
        .read(move |db| {
            let capture = captures::find(db, &actor, &id)?;
            let job = jobs::about(db, captures::JOB, id.as_str())?;
            Ok((capture, job))
        })
        .await
}

/// `GET /desk/captures/{id}`
pub async fn one(ask: Ask) -> Result<Answer> {
    let (capture, job) = load(&ask).await?;
    let headers = serde_json::from_str(&capture.headers).unwrap_or_default();
    let id = capture.id.clone();
    let proof = ask.app.read(move |db| proofs::of(db, &id)).await?;
    let token = proof.as_ref().and_then(TimeProof::read);
    let check = token.map(|it| it.openssl_command("time.tst", "trusted.pem")).unwrap_or_default();
    ask.page(&CapturePage { ui: &ask.ui, hops: capture.hops(), headers, capture, job, proof, check })
}

/// `GET /desk/captures/{id}/state`: one word, for the page that waits.
pub async fn state(ask: Ask) -> Result<Answer> {
    let (capture, job) = load(&ask).await?;
    Ok(Answer::text(format!("{} {}", capture.state, job.map_or(0, |job| job.attempts))))
}

/// `GET /desk/captures/{id}/warc`: every request and answer, as archives keep them.
pub async fn warc(ask: Ask) -> Result<Answer> {
    let (capture, _) = load(&ask).await?;
    let hash = capture.warc.ok_or(Error::NotFound)?;
    let bytes = ask.app.work(move |app| app.blobs().get(&hash)).await?;
    Ok(Answer::download(&format!("capture-{}.warc.gz", capture.id), bytes))
}

/// `GET /desk/captures/{id}/time`: the token of an authority that saw the hash.
pub async fn time(ask: Ask) -> Result<Answer> {
    let (capture, _) = load(&ask).await?;
    let id = capture.id.clone();
    let proof = ask.app.read(move |db| proofs::of(db, &id)).await?.and_then(|proof| proof.der());
    Ok(Answer::download(&format!("capture-{}.tst", capture.id), proof.ok_or(Error::NotFound)?))
}

/// `GET /desk/sources/{id}/wacz`: all captures of a source in one file that web archive viewers open.
pub async fn wacz(ask: Ask) -> Result<Answer> {
    let (id, actor): (SourceId, _) = (ask.key("id")?, ask.actor()?);
    let (source, captures) = ask
        .app
        .read(move |db| {
            let source = store::find(db, &actor, &id)?;
            let kept: Vec<Capture> = captures::of(db, &id)?.into_iter().filter(|it| it.warc.is_some()).collect();
            Ok((source, kept))
        })
        .await?;
    if captures.is_empty() {
        return Err(Error::refused("wacz-none"));
    }
    let (title, name) = (source.title.clone(), format!("source-{}.wacz", source.id));
    let bytes = ask
        .app
        .work(move |app| {
            let read = |it: &Capture| app.blobs().get(it.warc.as_deref().unwrap_or_default());
            let files = captures.iter().map(read).collect::<Result<Vec<_>>>()?;
            let names: Vec<String> = captures.iter().map(|it| format!("capture-{}", it.id)).collect();
            let packed: Vec<warc::Packed> = files
                .iter()
                .zip(&names)
                .map(|(warc, name)| warc::Packed { name, warc, page: warc::Page { title: &title, text: None } })
                .collect();
            let moments = || captures.iter().filter_map(|it| it.fetched_at);
            let [created, modified] = [moments().min(), moments().max()].map(|at| at.unwrap_or(app.now()).utc());
            let software = concat!("Claimdesk ", env!("CARGO_PKG_VERSION"));
            let key = signing_key(app)?;
            let package = warc::Package { title: &title, software, created, modified, key: key.as_ref() };
            warc::pack(&package, &packed).map_err(|error| Error::internal(format!("{error:?}")))
        })
        .await?;
    Ok(Answer::download(&name, bytes))
}

/// The desk's own key, made at its first use; none on a machine that cannot sign.
fn signing_key(app: &App) -> Result<Option<SigningKey>> {
    let made = || SigningKey::generate().and_then(|key| key.to_pem());
    let pem = match keyfile::read_or_make(&app.config().data.join("signing.pem"), || made().ok())? {
        Some(pem) => pem,
        None => return Ok(None),
    };
    Ok(SigningKey::from_pem(&pem).ok())
}

/// `POST /desk/claims/{id}/appearances/{appearance}/source`: the post that made a claim vanishes first, so it is kept like a
/// source.
pub async fn of_appearance(ask: Ask) -> Result<Answer> {
    let (claim, appearance): (ClaimId, AppearanceId) = (ask.key("id")?, ask.key("appearance")?);
    let id = ask
        .app
        .write(&ask.actor()?, move |tx| {
            let by = tx.by.clone();
            claims::find(tx.db, &by, &claim)?;
            let all = claims::appearances_of(tx.db, &claim)?;
            let made = all.into_iter().find(|it| it.id == appearance).ok_or(Error::NotFound)?;
            let Some(url) = made.url else { return Err(Error::refused("capture-no-address")) };
            let source = match store::at_address(tx.db, &by, &url)? {
                Some(source) => source,
                None => store::add(tx, AboutSource::of_address(url, made.platform, tx.now.utc().date_naive()))?,
            };
            captures::of_source(tx, &source.id)?;
            Ok(source.id)
        })
        .await?;
    done(format!("/desk/sources/{id}"), "capture-asked")
}

/// Nothing may be fetched, run, framed, submitted or opened by what others made, and it has no origin.
const SANDBOX: &str = "sandbox; default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'";

/// `GET /desk/sources/{id}/snapshots/{snapshot}/page`: the copy as a browser shows it, without scripts, pictures or requests.
pub async fn page(ask: Ask) -> Result<Answer> {
    let (id, snapshot, actor): (SourceId, SnapshotId, _) = (ask.key("id")?, ask.key("snapshot")?, ask.actor()?);
    let copy = ask
        .app
        .read(move |db| {
            store::find(db, &actor, &id)?;
            let copy = store::snapshot(db, &snapshot)?;
            if copy.source_id == id { Ok(copy) } else { Err(Error::NotFound) }
        })
        .await?;
    let kind = match copy.media_type.as_str() {
        "text/html" if copy.has_text() => format!("text/html; charset={}", copy.charset),
        "image/png" | "image/jpeg" | "image/gif" | "image/webp" | "image/avif" => copy.media_type.clone(),
        _ => return Err(Error::NotFound),
    };
    let bytes = ask.app.work(move |app| app.blobs().get(&copy.blob)).await?;
    Ok(Answer::bytes(&kind, bytes).header(CONTENT_SECURITY_POLICY, SANDBOX).header(CONTENT_DISPOSITION, "inline"))
}
