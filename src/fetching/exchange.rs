//! One request and its answer, as a capture keeps them.

use std::net::IpAddr;

use chrono::{DateTime, Utc};
use url::Url;

/// One request and its answer. A capture is a chain of them: redirects first, the page last.
#[derive(Debug, Clone)]
pub struct Exchange {
    /// The address that was asked for, without its fragment.
    pub url: Url,
    /// When the request was sent.
    pub at: DateTime<Utc>,
    /// The address the connection went to.
    pub ip: IpAddr,
    /// The request as it was sent: its line, its headers, the empty line.
    pub request: Vec<u8>,
    /// The answer's line and headers as they came, and the empty line.
    pub head: Vec<u8>,
    /// The answer's status.
    pub status: u16,
    /// The answer's headers in their order, names in small letters; bytes that are no UTF-8 are replaced.
    pub headers: Vec<(String, String)>,
    /// The answer's body as it was transferred (still gzipped, say), without the framing of chunks.
    pub body: Vec<u8>,
}

impl Exchange {
    /// The first value of a header, by its name in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }
}
