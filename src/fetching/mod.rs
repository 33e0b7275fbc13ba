//! The only part that asks addresses which somebody typed. Whatever else it may do, it connects to public addresses
//! only, takes no more bytes and time than it is given, and runs nothing of what it gets.

/// Which addresses are public.
mod addresses;
/// Heads of answers.
mod answer;
/// Bodies of answers, freed of their framing.
mod body;
/// Packed bodies, unpacked.
mod coding;
/// One request and its answer.
pub mod exchange;
/// What keeps a page from being fetched.
mod failed;
/// The fetcher itself.
mod fetcher;
/// Who may be asked.
mod guard;
/// How often a host is asked.
pub mod pace;
/// Names become addresses.
mod resolve;
/// What a site asks of programs.
pub mod robots;
/// Connections.
mod wire;

pub use addresses::{Net, address_is_public};
pub use exchange::Exchange;
pub use failed::{Failed, Problem};
pub use fetcher::Fetcher;
pub use guard::{Opening, check_url};
pub use resolve::{Resolve, SystemResolver};

use std::time::Duration;

use chrono::TimeDelta;
use url::Url;

/// What a fetcher is made from.
#[derive(Debug, Clone)]
pub struct Settings {
    /// The name it goes by, honest and with a way to complain: `Claimdesk/1.0 (+https://desk.example/about)`. What
    /// stands before the `/` is the name that robots.txt may mention.
    pub agent: String,
    /// What an admin opened beyond the public network's standard ports.
    pub openings: Vec<Opening>,
    /// How much a fetch may take.
    pub limits: Limits,
    /// Certificates (DER) that are trusted beside the web's own roots.
    pub roots: Vec<Vec<u8>>,
}

/// How much one fetch may take, redirects included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Redirects that are followed.
    pub redirects: usize,
    /// From the first lookup to the last byte.
    pub total: Duration,
    /// For each lookup, and for each connection with its TLS.
    pub connect: Duration,
    /// Bytes of one answer's head, early ones included.
    pub head_bytes: usize,
    /// Headers of one answer.
    pub headers: usize,
    /// Bytes of all bodies as they were transferred.
    pub body_bytes: usize,
    /// Bytes of the last body, unpacked.
    pub decoded_bytes: usize,
    /// How often the last body may be packed.
    pub codings: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Limits {
            redirects: 5,
            total: Duration::from_secs(10),
            connect: Duration::from_secs(5),
            head_bytes: 64 * 1024,
            headers: 200,
            body_bytes: 5_000_000,
            decoded_bytes: 5_000_000,
            codings: 1,
        }
    }
}

/// What is asked for.
#[derive(Debug, Clone, Default)]
pub struct Wanted {
    /// The address as it was typed.
    pub url: String,
    /// What is known already: an unchanged page is then not sent again.
    pub known: Option<Known>,
    /// What kinds of content are taken; a page or a document if nothing is said.
    pub accept: Option<String>,
    /// Whether the site's robots.txt is asked first.
    pub robots: bool,
}

/// The answer to a request that was sent and not followed.
#[derive(Debug, Clone)]
pub struct Sent {
    /// The answer's status.
    pub status: u16,
    /// The answer's headers, names in small letters.
    pub headers: Vec<(String, String)>,
    /// The body, unpacked.
    pub payload: Vec<u8>,
}

/// What an earlier answer said of itself, as it said it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Its `ETag`.
    pub etag: Option<String>,
    /// Its `Last-Modified`.
    pub last_modified: Option<String>,
}

/// An answer, whatever its status.
#[derive(Debug, Clone)]
pub struct Fetched {
    /// Every request and its answer, redirects first; never empty.
    pub exchanges: Vec<Exchange>,
    /// The last body, unpacked.
    pub payload: Vec<u8>,
    /// The address of the last answer.
    pub final_url: Url,
    /// The last answer's status.
    pub status: u16,
    /// Whether what is known still holds (304).
    pub not_modified: bool,
    /// How long the site asks to be left alone, from the moment of the last request.
    pub retry_after: Option<TimeDelta>,
}
