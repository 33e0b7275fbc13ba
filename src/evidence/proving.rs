//! The job that has somebody else's clock sign the hash of a capture.

use chrono::TimeDelta;
use url::Url;

use super::captures::{self, CaptureId};
use super::proofs;
use crate::app::App;
use crate::db::random_bytes;
use crate::error::Result;
use crate::jobs::store::{self as jobs, Job};
use crate::people::rules::Actor;
use crate::timestamps::{MOST_BYTES, QUERY_TYPE, Token, request};

/// What an authority that gives no proof waits before it is asked again; after the last nobody asks any more.
const WAITS: [TimeDelta; 4] = [TimeDelta::minutes(1), TimeDelta::minutes(30), TimeDelta::hours(6), TimeDelta::days(1)];

/// Asks for one proof.
pub fn run(app: &App, job: &Job) -> Result<()> {
    let id: CaptureId = job.subject_id.parse()?;
    let (capture, known) = app.database().read(|db| Ok((captures::by_id(db, &id)?, proofs::of(db, &id)?)))?;
    let hash = capture.payload_hash.filter(|_| known.is_none());
    let (Some(authority), Some(hash)) = (app.config().time_authority.clone(), hash) else {
        return over(app, job);
    };
    match ask(app, &authority, &hash) {
        Ok(token) => {
            let job = job.clone();
            app.write_blocking(&Actor::operator(), move |tx| {
                proofs::add(tx, &id, &hash, &token)?;
                jobs::finish(tx, &job)
            })
        }
        Err(why) => {
            tracing::warn!(%authority, why, "no time proof");
            let tried = usize::try_from(job.attempts - 1).unwrap_or(0);
            let Some(wait) = WAITS.get(tried).copied() else { return over(app, job) };
            let job = job.clone();
            app.write_blocking(&Actor::operator(), move |tx| {
                jobs::again(tx, &job, tx.now.plus(wait), "time-proof-waiting")
            })
        }
    }
}

fn over(app: &App, job: &Job) -> Result<()> {
    let job = job.clone();
    app.write_blocking(&Actor::operator(), move |tx| jobs::finish(tx, &job))
}

fn ask(app: &App, authority: &Url, hash: &str) -> std::result::Result<Token, String> {
    let digest: [u8; 32] = proofs::bytes_of(hash).and_then(|bytes| bytes.try_into().ok()).ok_or("the hash is none")?;
    let nonce: [u8; 8] = random_bytes();
    let headers = [("Content-Type", QUERY_TYPE.to_owned())];
    let sent = app
        .fetcher()
        .send("POST", authority, &headers, &request(&digest, &nonce), &|| app.now().utc())
        .map_err(|failed| failed.detail)?;
    if sent.status != 200 || sent.payload.len() > MOST_BYTES {
        return Err(format!("status {}, {} bytes", sent.status, sent.payload.len()));
    }
    let token = Token::of_reply(&sent.payload, &digest, &nonce).map_err(|refusal| format!("{refusal:?}"))?;
    match &app.config().time_trust {
        Some(trusted) => token.verify(trusted).map(|()| token).map_err(|unproven| format!("{unproven:?}")),
        None => Ok(token),
    }
}
