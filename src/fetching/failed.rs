//! What can keep a page from being fetched, in kinds that a person can be told about.

use super::exchange::Exchange;

/// Why there is no answer. An answer with a status like 404 is an answer: it is fetched, not failed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Problem {
    /// What was typed, or what a redirect names, is no address.
    Address,
    /// Neither http nor https.
    Scheme,
    /// A name or password stands in the address.
    Userinfo,
    /// Another port than 80 and 443, and nobody opened it.
    Port,
    /// The host is this machine, the network inside, or anything else that is not public.
    PrivateAddress,
    /// The name has no address, or nobody answered for it.
    Dns,
    /// Nothing listens there.
    Refused,
    /// No way leads there.
    Unreachable,
    /// It took longer than a fetch may take.
    Timeout,
    /// No safe connection: a certificate that is expired, of another host, or vouched for by nobody.
    Tls,
    /// The connection ended before the answer did.
    Cut,
    /// What came back is no HTTP/1 answer.
    Broken,
    /// More headers than a fetch takes.
    HeadTooLarge,
    /// More bytes than a fetch takes, as they came or unpacked.
    TooLarge,
    /// Packed in a way that cannot be read, or packed too often.
    Encoding,
    /// More redirects than a fetch follows.
    Redirects,
    /// A redirect from https to http.
    Downgrade,
    /// The site's robots.txt asks programs to stay away from this page.
    Robots,
    /// The site's robots.txt could not be read, which counts as a no.
    RobotsUnreachable,
}

impl Problem {
    /// All of them, for words and tests.
    pub const ALL: [Problem; 19] = [
        Problem::Address,
        Problem::Scheme,
        Problem::Userinfo,
        Problem::Port,
        Problem::PrivateAddress,
        Problem::Dns,
        Problem::Refused,
        Problem::Unreachable,
        Problem::Timeout,
        Problem::Tls,
        Problem::Cut,
        Problem::Broken,
        Problem::HeadTooLarge,
        Problem::TooLarge,
        Problem::Encoding,
        Problem::Redirects,
        Problem::Downgrade,
        Problem::Robots,
        Problem::RobotsUnreachable,
    ];

    /// The key of its sentence in `locales/`; stored with a failed capture, so it never changes.
    pub fn key(self) -> &'static str {
        match self {
            Problem::Address => "fetch-address",
            Problem::Scheme => "fetch-scheme",
            Problem::Userinfo => "fetch-userinfo",
            Problem::Port => "fetch-port",
            Problem::PrivateAddress => "fetch-private-address",
            Problem::Dns => "fetch-dns",
            Problem::Refused => "fetch-refused",
            Problem::Unreachable => "fetch-unreachable",
            Problem::Timeout => "fetch-timeout",
            Problem::Tls => "fetch-tls",
            Problem::Cut => "fetch-cut",
            Problem::Broken => "fetch-broken-answer",
            Problem::HeadTooLarge => "fetch-head-too-large",
            Problem::TooLarge => "fetch-too-large",
            Problem::Encoding => "fetch-encoding",
            Problem::Redirects => "fetch-redirects",
            Problem::Downgrade => "fetch-downgrade",
            Problem::Robots => "fetch-robots",
            Problem::RobotsUnreachable => "fetch-robots-unreachable",
        }
    }

    /// Whether the same fetch may well succeed later.
    pub fn is_transient(self) -> bool {
        use Problem::{Cut, Dns, Refused, RobotsUnreachable, Timeout, Unreachable};
        matches!(self, Dns | Refused | Unreachable | Timeout | Cut | RobotsUnreachable)
    }
}

/// A fetch without an answer.
#[derive(Debug, Clone)]
pub struct Failed {
    /// What kept it.
    pub problem: Problem,
    /// One line for the log, in English; parts of it may be the other side's words.
    pub detail: String,
    /// What was asked and answered before, complete: redirects, and the last answer if only its packing was bad.
    pub exchanges: Vec<Exchange>,
}

impl Failed {
    pub(super) fn new(problem: Problem, detail: impl Into<String>) -> Self {
        Failed { problem, detail: detail.into(), exchanges: Vec::new() }
    }

    pub(super) fn after(self, exchanges: Vec<Exchange>) -> Self {
        Failed { exchanges, ..self }
    }

    /// The key of its sentence in `locales/`.
    pub fn key(&self) -> &'static str {
        self.problem.key()
    }

    /// Whether the same fetch may well succeed later.
    pub fn is_transient(&self) -> bool {
        self.problem.is_transient()
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_problem_has_a_key_of_its_own_in_one_form() {
        let keys: BTreeSet<&str> = Problem::ALL.iter().map(|it| it.key()).collect();
        assert_eq!(keys.len(), Problem::ALL.len());
        assert!(
            keys.iter()
                .all(|key| key.starts_with("fetch-") && !key.contains(|c: char| c != '-' && !c.is_ascii_lowercase()))
        );
    }
}
