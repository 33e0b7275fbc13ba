use std::fmt;
use std::time::Duration;

use chrono::NaiveDateTime;
use serde::Deserialize;
use url::{Url, form_urlencoded};

use super::{Archive, Call, DAY, HOUR, MINUTE, Outcome, Reply};
use super::{is_this_machine, name_of, page_address, web_address};

/// Bytes of an answer that are read; it may list all that a page is made of.
pub(super) const MOST_BYTES: usize = 4 * 1024 * 1024;
const LONGEST_JOB: usize = 100;
const LONGEST_CODE: usize = 60;
/// A capture takes up to two minutes.
const NEXT_QUESTION: Duration = Duration::from_secs(10);
/// Seven submissions a minute with a key, three without.
const PACE: Duration = Duration::from_millis(60_000_u64.div_ceil(7));
const PACE_WITHOUT_KEY: Duration = Duration::from_secs(20);
const TIMESTAMP: &str = "%Y%m%d%H%M%S";

/// The page is as it is.
pub(super) const PERMANENT: [&str; 17] = [
    "error:bad-request",
    "error:blocked",
    "error:blocked-client-ip",
    "error:blocked-url",
    "error:filesize-limit",
    "error:ftp-access-denied",
    "error:http-version-not-supported",
    "error:invalid-host-resolution",
    "error:invalid-server-response",
    "error:invalid-url-syntax",
    "error:method-not-allowed",
    "error:network-authentication-required",
    "error:no-access",
    "error:not-found",
    "error:not-implemented",
    "error:too-many-redirects",
    "error:unauthorized",
];
/// The archive or the page's host had trouble.
pub(super) const TRANSIENT: [&str; 17] = [
    "error:bad-gateway",
    "error:bandwidth-limit-exceeded",
    "error:browsing-timeout",
    "error:cannot-fetch",
    "error:capture-location-error",
    "error:celery",
    "error:gateway-timeout",
    "error:internal-server-error",
    "error:job-failed",
    "error:no-browsers-available",
    "error:no-captures",
    "error:protocol-error",
    "error:proxy-error",
    "error:read-timeout",
    "error:service-unavailable",
    "error:soft-time-limit-exceeded",
    "error:too-many-requests",
];
/// The account, the desk's address, the page or its host had its share.
pub(super) const QUOTA: [(&str, Duration); 5] = [
    ("error:max-daily-bandwidth", DAY),
    ("error:max-daily-bandwidth-from-ip", DAY),
    ("error:max-daily-bandwidth-host", DAY),
    ("error:too-many-daily-captures", DAY),
    ("error:user-session-limit", MINUTE),
];

/// `key:secret` of an account; shown to nobody.
pub(super) struct Key(String);

impl Key {
    pub(super) fn read(text: &str) -> Option<Key> {
        let text = text.trim();
        let (key, secret) = text.split_once(':')?;
        let is_whole = !key.is_empty() && !secret.is_empty() && text.bytes().all(|byte| byte.is_ascii_graphic());
        is_whole.then(|| Key(text.to_owned()))
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Key(…)")
    }
}

/// Save Page Now 2: a submission gives a job, and only the job's end an address.
#[derive(Debug)]
pub(super) struct Spn2 {
    /// Without a slash at the end.
    home: String,
    name: String,
    key: Option<Key>,
    keeps_error_pages: bool,
}

/// What an answer says; the rest of it is passed over.
#[derive(Deserialize)]
struct Said {
    status: Option<String>,
    status_ext: Option<String>,
    job_id: Option<String>,
    timestamp: Option<String>,
    original_url: Option<String>,
}

impl Spn2 {
    pub(super) fn new(home: Url, key: Option<Key>, keeps_error_pages: bool) -> Result<Self, String> {
        if home.query().is_some() {
            return Err("the address of Save Page Now has no ?".to_owned());
        }
        if key.is_some() && home.scheme() != "https" && !is_this_machine(&home) {
            return Err("an archive's key is sent over https only".to_owned());
        }
        let name = name_of(&home);
        Ok(Spn2 { home: home.as_str().trim_end_matches('/').to_owned(), name, key, keeps_error_pages })
    }

    fn call(&self, method: &'static str, path: &str, body: String) -> Option<Call> {
        let url = Url::parse(&format!("{}{path}", self.home)).ok()?;
        let mut headers = vec![("accept", "application/json".to_owned())];
        headers.extend(self.key.as_ref().map(|Key(key)| ("authorization", format!("LOW {key}"))));
        if !body.is_empty() {
            headers.push(("content-type", "application/x-www-form-urlencoded".to_owned()));
        }
        Some(Call { method, url, headers, body: body.into_bytes() })
    }

    fn archived(&self, said: &Said) -> Option<Outcome> {
        let timestamp = said.timestamp.as_deref()?;
        let at = NaiveDateTime::parse_from_str(timestamp, TIMESTAMP).ok()?.and_utc();
        if at.format(TIMESTAMP).to_string() != timestamp {
            return None;
        }
        let of = page_address(said.original_url.as_deref()?)?;
        let typed = format!("{}/web/{timestamp}/{of}", self.home);
        let url = web_address(&typed).filter(|url| url.as_str() == typed)?;
        Some(Outcome::Archived { url: url.into(), at, of: Some(of.into()) })
    }
}

impl Archive for Spn2 {
    fn name(&self) -> &str {
        &self.name
    }

    fn submission(&self, url: &str) -> Option<Call> {
        let url = page_address(url)?;
        let mut form = form_urlencoded::Serializer::new(String::new());
        form.append_pair("url", url.as_str()).append_pair("skip_first_archive", "1");
        if self.keeps_error_pages {
            form.append_pair("capture_all", "1");
        }
        self.call("POST", "/save", form.finish())
    }

    fn submitted(&self, answer: Reply<'_>) -> Outcome {
        match read(answer, Outcome::of_status) {
            Ok(Said { job_id: Some(job), .. }) if is_job(&job) => Outcome::Pending { job, again_in: NEXT_QUESTION },
            Ok(Said { job_id: Some(_), .. }) => Outcome::permanent("strange-job"),
            Ok(_) => Outcome::transient("no-job", HOUR),
            Err(refused) => refused,
        }
    }

    fn question(&self, job: &str) -> Option<Call> {
        is_job(job).then(|| self.call("GET", &format!("/save/status/{job}"), String::new()))?
    }

    fn answered(&self, job: &str, answer: Reply<'_>) -> Outcome {
        let said = match read(answer, Outcome::of_question) {
            Ok(said) => said,
            Err(refused) => return refused,
        };
        if said.job_id.as_deref().is_some_and(|other| other != job) {
            return Outcome::permanent("strange-job");
        }
        match said.status.as_deref() {
            Some("pending") => Outcome::Pending { job: job.to_owned(), again_in: NEXT_QUESTION },
            Some("success") => self.archived(&said).unwrap_or_else(|| Outcome::permanent("strange-snapshot")),
            _ => unreadable(),
        }
    }

    fn pace(&self) -> Duration {
        if self.key.is_some() { PACE } else { PACE_WITHOUT_KEY }
    }
}

/// What an answer says, if it is no refusal; errors come with any status, 200 included.
fn read(answer: Reply<'_>, of_status: fn(Reply<'_>) -> Outcome) -> Result<Said, Outcome> {
    let is_object = answer.body.trim_ascii_start().starts_with(b"{");
    let said: Option<Said> =
        if is_object && answer.body.len() <= MOST_BYTES { serde_json::from_slice(answer.body).ok() } else { None };
    match said {
        Some(said) if said.status.as_deref() == Some("error") || said.status_ext.is_some() => {
            Err(refused(said.status_ext.as_deref().unwrap_or_default()))
        }
        _ if !answer.is_success() => Err(of_status(answer)),
        Some(said) => Ok(said),
        None => Err(unreadable()),
    }
}

fn refused(code: &str) -> Outcome {
    let quota = QUOTA.iter().find(|(known, _)| *known == code);
    match quota {
        Some((_, again_in)) => Outcome::quota(code, *again_in),
        None if PERMANENT.contains(&code) => Outcome::permanent(code),
        None if TRANSIENT.contains(&code) => Outcome::transient(code, HOUR),
        None => Outcome::transient(if is_code(code) { code } else { "error:unknown" }, DAY),
    }
}

fn unreadable() -> Outcome {
    Outcome::transient("unreadable", HOUR)
}

fn is_job(job: &str) -> bool {
    let is_plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    (1..=LONGEST_JOB).contains(&job.len()) && job.bytes().all(is_plain)
}

fn is_code(code: &str) -> bool {
    let named = code.strip_prefix("error:").filter(|name| name.len() <= LONGEST_CODE);
    named.is_some_and(|name| !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-'))
}
