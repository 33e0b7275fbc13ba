//! Copies that others keep: what an external archive is asked, and what its answers mean. Off until a setting names
//! one. Pure: a [`Call`] is sent by its caller, once, without following redirects, since the headers may hold a key and
//! a redirect is an answer of its own.

/// Any archive that leads from an address to its snapshot.
mod plain;
/// Save Page Now 2, as the Internet Archive documents it.
mod spn2;

use std::fmt;
use std::io::Read;
use std::time::Duration;

use chrono::{DateTime, Utc};
use url::{Host, Url};

use plain::Plain;
use spn2::{Key, Spn2};

/// Bytes of an address that an archive is sent or may answer with.
const LONGEST_ADDRESS: usize = 4096;
/// Bytes of a file with a key.
const LONGEST_KEY: usize = 1024;
const MINUTE: Duration = Duration::from_secs(60);
const HOUR: Duration = Duration::from_secs(3600);
const DAY: Duration = Duration::from_secs(24 * 3600);

/// An archive on the web. It takes a submission, works on it under a job, and only [`Outcome::Archived`] says that
/// there is a snapshot. How often a pending job is asked about is for the caller to limit.
pub trait Archive: fmt::Debug + Send + Sync {
    /// Its host, for readers and to be kept beside its jobs: another archive cannot answer for them.
    fn name(&self) -> &str;
    /// The request to keep a page; none for what is no web address or holds a password.
    fn submission(&self, url: &str) -> Option<Call>;
    /// What the answer to a submission means.
    fn submitted(&self, answer: Reply<'_>) -> Outcome;
    /// The request how a job stands; none for a job that this archive cannot have given.
    fn question(&self, job: &str) -> Option<Call>;
    /// What the answer to a question means.
    fn answered(&self, job: &str, answer: Reply<'_>) -> Outcome;
    /// The least time between two submissions.
    fn pace(&self) -> Duration;
}

/// A request that an archive wants to be sent. Its headers may hold a key: what was sent is neither kept nor logged.
#[derive(Clone, PartialEq, Eq)]
pub struct Call {
    /// `GET` or `POST`.
    pub method: &'static str,
    /// Always on the archive's own host.
    pub url: Url,
    /// Beside those that every request of the desk has.
    pub headers: Vec<(&'static str, String)>,
    /// Empty for `GET`.
    pub body: Vec<u8>,
}

impl fmt::Debug for Call {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let headers: Vec<_> = self.headers.iter().map(|(name, _)| name).collect();
        f.debug_struct("Call")
            .field("method", &self.method)
            .field("url", &self.url.as_str())
            .field("headers", &headers)
            .finish()
    }
}

/// The first answer to a [`Call`], redirects included.
#[derive(Clone, Copy)]
pub struct Reply<'a> {
    /// The answer's status.
    pub status: u16,
    /// Names in small letters.
    pub headers: &'a [(String, String)],
    /// Unpacked.
    pub body: &'a [u8],
}

impl<'a> Reply<'a> {
    fn header(&self, name: &str) -> Option<&'a str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.trim())
    }

    fn is_success(&self) -> bool {
        (200..300).contains(&self.status)
    }

    fn retry_after(&self) -> Option<Duration> {
        let seconds = self.header("retry-after")?.parse().ok()?;
        Some(Duration::from_secs(seconds).clamp(MINUTE, DAY))
    }
}

/// How a submission stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// Submitted, and no more than that: the archive is to be asked about the job.
    Pending {
        /// To be kept as it is and given to [`Archive::question`].
        job: String,
        /// When to ask.
        again_in: Duration,
    },
    /// There is a snapshot.
    Archived {
        /// The snapshot's address, on the archive's own host.
        url: String,
        /// When it was made, as the archive says: it may have kept the page earlier.
        at: DateTime<Utc>,
        /// The page it is of, where the archive says so: redirects may have led elsewhere.
        of: Option<String>,
    },
    /// There is none.
    Refused {
        /// `error:…` as the archive has it, `http-` with a status, or what is wrong with its answer.
        code: String,
        /// Whether it is worth another try.
        kind: Kind,
        /// When to submit again; none for what is permanent.
        again_in: Option<Duration>,
    },
}

/// Whether a refused submission is worth another try.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The same submission would be refused again.
    Permanent,
    /// Something failed that may work later.
    Transient,
    /// The desk, or the page, has had its share for now: no submission should follow before the time is over.
    Quota,
}

impl Outcome {
    fn permanent(code: impl Into<String>) -> Self {
        Outcome::Refused { code: code.into(), kind: Kind::Permanent, again_in: None }
    }

    fn transient(code: impl Into<String>, again_in: Duration) -> Self {
        Outcome::Refused { code: code.into(), kind: Kind::Transient, again_in: Some(again_in) }
    }

    fn quota(code: impl Into<String>, again_in: Duration) -> Self {
        Outcome::Refused { code: code.into(), kind: Kind::Quota, again_in: Some(again_in) }
    }

    /// What a status says that is no success.
    fn of_status(answer: Reply<'_>) -> Self {
        let code = format!("http-{}", answer.status);
        match answer.status {
            429 => Outcome::quota(code, answer.retry_after().unwrap_or(10 * MINUTE)),
            408 | 425 | 500.. => Outcome::transient(code, answer.retry_after().unwrap_or(10 * MINUTE)),
            _ => Outcome::permanent(code),
        }
    }

    /// The same for a job or snapshot: one that is not there is submitted again.
    fn of_question(answer: Reply<'_>) -> Self {
        match answer.status {
            404 | 410 => Outcome::transient(format!("http-{}", answer.status), HOUR),
            _ => Outcome::of_status(answer),
        }
    }
}

/// Reads the setting that names an archive, or says what is wrong with it without repeating it, since it may hold a
/// key by mistake. Nothing or `off`: none. `spn2 https://web.archive.org KEYFILE`: Save Page Now 2, with a file that
/// holds `key:secret` or without one; `spn2-all …`: error pages are kept too. `get https://archive.example/save/`: an
/// archive that leads from this address with the page's after it (percent-encoded after a `?`) to a Memento.
pub fn from_setting(setting: &str) -> Result<Option<Box<dyn Archive>>, String> {
    let (kind, rest) = split(setting);
    let (address, file) = split(rest);
    match kind {
        "" | "off" if rest.is_empty() => Ok(None),
        "spn2" | "spn2-all" => {
            let key = if file.is_empty() { None } else { Some(read_key(file)?) };
            let spn2 = Spn2::new(home(address)?, key, kind == "spn2-all")?;
            Ok(Some(Box::new(spn2)))
        }
        "get" if file.is_empty() => Ok(Some(Box::new(Plain::new(home(address)?)))),
        "get" => Err("an archive asked by `get` takes an address and nothing after it".to_owned()),
        _ => Err("an archive is `off`, `spn2 ADDRESS KEYFILE` or `get ADDRESS`".to_owned()),
    }
}

fn split(words: &str) -> (&str, &str) {
    let words = words.trim();
    words.split_once(char::is_whitespace).map_or((words, ""), |(first, rest)| (first, rest.trim_start()))
}

fn home(address: &str) -> Result<Url, String> {
    let url = web_address(address).ok_or("an archive's address is http or https, without a password in it")?;
    if url.fragment().is_some() { Err("an archive's address has no #".to_owned()) } else { Ok(url) }
}

fn read_key(file: &str) -> Result<Key, String> {
    let mut text = String::new();
    let read = std::fs::File::open(file).and_then(|file| file.take(LONGEST_KEY as u64).read_to_string(&mut text));
    let bytes = read.map_err(|error| format!("the file with the archive's key cannot be read: {}", error.kind()))?;
    let key = Key::read(&text).filter(|_| bytes < LONGEST_KEY);
    key.ok_or_else(|| "the file with the archive's key holds one line, key:secret".to_owned())
}

/// A whole address as browsers read it, of the web and without a name or password.
fn web_address(text: &str) -> Option<Url> {
    let url = Url::parse(text).ok().filter(|url| url.as_str().len() <= LONGEST_ADDRESS)?;
    let is_plain = url.username().is_empty() && url.password().is_none();
    (matches!(url.scheme(), "http" | "https") && is_plain && text.len() <= LONGEST_ADDRESS).then_some(url)
}

fn page_address(text: &str) -> Option<Url> {
    let mut url = web_address(text)?;
    url.set_fragment(None);
    Some(url)
}

/// Host and port as an address has them.
fn name_of(home: &Url) -> String {
    let host = home.host_str().unwrap_or_default();
    home.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

fn is_this_machine(home: &Url) -> bool {
    match home.host() {
        Some(Host::Ipv4(ip)) => ip.is_loopback(),
        Some(Host::Ipv6(ip)) => ip.is_loopback(),
        Some(Host::Domain(name)) => name == "localhost",
        None => false,
    }
}

#[cfg(test)]
mod tests;
