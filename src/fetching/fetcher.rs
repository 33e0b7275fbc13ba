//! One fetch from its typed address to its last byte: every hop checked, resolved once, pinned, timed and counted.

use std::io::{BufReader, Write};
use std::net::IpAddr;
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use rustls::ClientConfig;
use url::{Host, Url};

use super::answer::read_head;
use super::body::{Cap, Over, read_body};
use super::coding::{codings, unpack};
use super::exchange::Exchange;
use super::failed::{Failed, Problem};
use super::guard::Guard;
use super::resolve::{Lookups, Resolve};
use super::robots::{self, Rules, Sites};
use super::wire::{Deadline, Wire, failed_io, tls_config};
use super::{Fetched, Known, Limits, Sent, Settings, Wanted};

const ACCEPT: &str = "text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8";
/// Bytes that are read at once.
const PIECE: usize = 32 * 1024;
/// Bytes of a header that repeats what a site said.
const LONGEST_KNOWN: usize = 1024;

/// Fetches pages. One for the whole program, usable from many threads; each fetch blocks its own.
pub struct Fetcher {
    agent: String,
    guard: Guard,
    limits: Limits,
    lookups: Lookups,
    tls: Arc<ClientConfig>,
    sites: Sites,
}

/// One fetch under way.
struct Walk<'a> {
    now: &'a dyn Fn() -> DateTime<Utc>,
    deadline: Deadline,
    headers: Vec<(&'static str, String)>,
    /// Of all bodies together.
    cap: Cap,
    /// Whose wishes are asked for first, and remembered.
    sites: Option<&'a Sites>,
    exchanges: Vec<Exchange>,
}

impl Fetcher {
    /// Makes a fetcher, or says in one line what is wrong with the settings.
    pub fn new(settings: Settings, resolver: Arc<dyn Resolve>) -> Result<Self, String> {
        if robots::token_of(&settings.agent).is_empty() || !is_header_value(&settings.agent) {
            return Err(format!("{:?} is no name for a program that asks sites", settings.agent));
        }
        Ok(Fetcher {
            agent: settings.agent,
            guard: Guard { openings: settings.openings },
            limits: settings.limits,
            lookups: Lookups::new(resolver),
            tls: tls_config(&settings.roots)?,
            sites: Sites::default(),
        })
    }

    /// The address if it may be fetched at all, as far as that can be told without asking anybody; for a form that
    /// should answer at once.
    pub fn check(&self, typed: &str) -> Result<Url, Failed> {
        self.guard.check(typed)
    }

    /// Asks for a page and follows its redirects. Blocks, at most for the total time of the limits.
    pub fn fetch(&self, wanted: &Wanted, now: &dyn Fn() -> DateTime<Utc>) -> Result<Fetched, Failed> {
        let mut walk = Walk {
            now,
            deadline: Deadline::after(self.limits.total),
            headers: headers_of(wanted),
            cap: Cap { bytes: self.limits.body_bytes, over: Over::Fail },
            sites: wanted.robots.then_some(&self.sites),
            exchanges: Vec::new(),
        };
        let walked = self.walk(&wanted.url, &mut walk);
        let payload = walked.and_then(|()| {
            let cap = Cap { bytes: self.limits.decoded_bytes, over: Over::Fail };
            walk.exchanges.last().map_or(Ok(Vec::new()), |last| self.payload(last, cap))
        });
        match (payload, walk.exchanges.last()) {
            (Ok(payload), Some(last)) => Ok(Fetched {
                payload,
                final_url: last.url.clone(),
                status: last.status,
                not_modified: last.status == 304 && wanted.known.is_some(),
                retry_after: last.header("retry-after").and_then(|it| retry_after(it, last.at)),
                exchanges: walk.exchanges,
            }),
            (Ok(_), None) => Err(Failed::new(Problem::Broken, "no answer")),
            (Err(failed), _) => Err(failed.after(walk.exchanges)),
        }
    }

    /// Sends one request to an address that the desk's own settings name, and follows nowhere: it may hold a key, so what
    /// was sent is kept by nobody.
    pub fn send(
        &self,
        method: &str,
        url: &Url,
        headers: &[(&'static str, String)],
        body: &[u8],
        now: &dyn Fn() -> DateTime<Utc>,
    ) -> Result<Sent, Failed> {
        let walk = Walk {
            now,
            deadline: Deadline::after(self.limits.total),
            headers: headers.iter().filter(|(_, value)| is_header_value(value)).cloned().collect(),
            cap: Cap { bytes: self.limits.body_bytes, over: Over::Fail },
            sites: None,
            exchanges: Vec::new(),
        };
        let url = self.guard.check(url.as_str())?;
        let exchange = self.ask(&url, &walk, Some((method, body)))?;
        let payload = self.payload(&exchange, Cap { bytes: self.limits.decoded_bytes, over: Over::Fail })?;
        Ok(Sent { status: exchange.status, headers: exchange.headers, payload })
    }

    fn payload(&self, exchange: &Exchange, cap: Cap) -> Result<Vec<u8>, Failed> {
        unpack(&exchange.body, &codings(&exchange.headers, self.limits.codings)?, cap)
    }

    fn walk(&self, typed: &str, walk: &mut Walk) -> Result<(), Failed> {
        let mut url = self.guard.check(typed)?;
        loop {
            if let Some(sites) = walk.sites {
                self.ask_robots(&url, sites, walk)?;
            }
            let exchange = self.ask(&url, walk, None)?;
            walk.cap.bytes -= exchange.body.len().min(walk.cap.bytes);
            let location = redirects_to(&exchange).map(str::to_owned);
            walk.exchanges.push(exchange);
            let Some(location) = location else { return Ok(()) };
            if walk.exchanges.len() > self.limits.redirects {
                return Err(Failed::new(Problem::Redirects, format!("more than {}", self.limits.redirects)));
            }
            url = self.guard.follow(&url, &location)?;
        }
    }

    fn ask(&self, url: &Url, walk: &Walk, sending: Option<(&str, &[u8])>) -> Result<Exchange, Failed> {
        let ips = self.addresses(url, walk.deadline)?;
        let (mut wire, ip) = Wire::open(url, &ips, &self.tls, walk.deadline, self.limits.connect)?;
        let request = self.request(url, &walk.headers, sending);
        let at = (walk.now)();
        wire.write_all(&request).and_then(|()| wire.flush()).map_err(failed_io)?;
        let mut from = BufReader::with_capacity(PIECE, wire);
        let head = read_head(&mut from, self.limits.head_bytes, self.limits.headers)?;
        let body = read_body(&mut from, head.framing()?, walk.cap)?;
        let head = head.archived();
        let (status, headers) = (head.status, head.headers);
        Ok(Exchange { url: url.clone(), at, ip, request, head: head.bytes, status, headers, body })
    }

    /// The one lookup of a hop; what it yields is checked and is all that the connection gets to know.
    fn addresses(&self, url: &Url, deadline: Deadline) -> Result<Vec<IpAddr>, Failed> {
        let ips = match url.host() {
            Some(Host::Ipv4(ip)) => vec![ip.into()],
            Some(Host::Ipv6(ip)) => vec![ip.into()],
            Some(Host::Domain(name)) => self.lookups.addresses(name, deadline.left(self.limits.connect)?)?,
            None => return Err(Failed::new(Problem::Address, "no host")),
        };
        self.guard.check_addresses(url, &ips)?;
        Ok(ips)
    }

    fn request(&self, url: &Url, headers: &[(&'static str, String)], sending: Option<(&str, &[u8])>) -> Vec<u8> {
        let (target, place) = (target_of(url), place_of(url));
        let (method, body) = sending.unwrap_or(("GET", &[]));
        let mut request = format!("{method} {target} HTTP/1.1\r\nHost: {place}\r\nUser-Agent: {}\r\n", self.agent);
        for (name, value) in headers {
            request.push_str(&format!("{name}: {value}\r\n"));
        }
        if !body.is_empty() {
            request.push_str(&format!("Content-Length: {}\r\n", body.len()));
        }
        request.push_str("Accept-Encoding: gzip, deflate, br\r\nConnection: close\r\n\r\n");
        [request.as_bytes(), body].concat()
    }

    fn ask_robots(&self, url: &Url, sites: &Sites, walk: &Walk) -> Result<(), Failed> {
        let origin = url.origin().ascii_serialization();
        let now = (walk.now)();
        let rules = match sites.rules(&origin, now) {
            Some(rules) => rules,
            None => sites.remember(&origin, self.fetch_rules(&origin, walk)?, now),
        };
        if rules.allow(&target_of(url)) {
            Ok(())
        } else {
            Err(Failed::new(Problem::Robots, format!("robots.txt of {origin}")))
        }
    }

    /// A robots.txt comes the same way as a page. A host that cannot be reached fails as the page itself would; a
    /// file that is not there asks for nothing; one that cannot be had for another reason is a no.
    fn fetch_rules(&self, origin: &str, page: &Walk) -> Result<Rules, Failed> {
        let cap = Cap { bytes: robots::MOST_BYTES, over: Over::KeepStart };
        let headers = vec![("Accept", "text/plain,*/*;q=0.5".to_owned())];
        let mut walk =
            Walk { now: page.now, deadline: page.deadline, headers, cap, sites: None, exchanges: Vec::new() };
        let walked = self.walk(&format!("{origin}/robots.txt"), &mut walk);
        match (walked, walk.exchanges.last()) {
            (Err(failed), None) => Err(failed),
            (Err(failed), Some(_)) if failed.is_transient() => Err(no_robots(&failed.detail)),
            (Ok(()), Some(last)) if last.status >= 500 => Err(no_robots(&format!("status {}", last.status))),
            (Ok(()), Some(last)) if (200..300).contains(&last.status) => {
                let text = self.payload(last, cap).map_err(|failed| no_robots(&failed.detail))?;
                Ok(Rules::read(&text, robots::token_of(&self.agent)))
            }
            _ => Ok(Rules::default()),
        }
    }
}

/// Path and query, as a request names them and as robots.txt speaks of them.
fn target_of(url: &Url) -> String {
    url.query().map_or_else(|| url.path().to_owned(), |query| format!("{}?{query}", url.path()))
}

/// Host and port, as a request names them.
fn place_of(url: &Url) -> String {
    let host = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| host.to_owned(), |port| format!("{host}:{port}"))
}

fn no_robots(detail: &str) -> Failed {
    Failed::new(Problem::RobotsUnreachable, format!("robots.txt: {detail}"))
}

/// Headers that the wish asks for; what could not stand in a header is left out.
fn headers_of(wanted: &Wanted) -> Vec<(&'static str, String)> {
    let accept = wanted.accept.as_deref().filter(|it| is_header_value(it)).unwrap_or(ACCEPT);
    let Known { etag, last_modified } = wanted.known.clone().unwrap_or_default();
    let mut headers = vec![("Accept", accept.to_owned())];
    headers.extend(etag.filter(|it| is_header_value(it)).map(|it| ("If-None-Match", it)));
    headers.extend(last_modified.filter(|it| is_header_value(it)).map(|it| ("If-Modified-Since", it)));
    headers
}

fn is_header_value(text: &str) -> bool {
    !text.trim().is_empty() && text.len() <= LONGEST_KNOWN && text.bytes().all(|byte| (b' '..=b'~').contains(&byte))
}

fn redirects_to(exchange: &Exchange) -> Option<&str> {
    matches!(exchange.status, 301 | 302 | 303 | 307 | 308).then(|| exchange.header("location"))?
}

/// Seconds, or the time until a date; never less than none.
fn retry_after(value: &str, at: DateTime<Utc>) -> Option<TimeDelta> {
    let wait = match value.parse::<u32>() {
        Ok(seconds) => TimeDelta::seconds(seconds.into()),
        Err(_) => DateTime::parse_from_rfc2822(value).ok()?.signed_duration_since(at),
    };
    Some(wait.max(TimeDelta::zero()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn retry_after_is_read_as_seconds_or_as_a_date() {
        let at = DateTime::from_timestamp(784_111_777, 0).unwrap();
        let table = [
            ("120", Some(120)),
            ("Sun, 06 Nov 1994 08:50:37 GMT", Some(60)),
            ("Sun, 06 Nov 1994 08:00:00 GMT", Some(0)),
            ("-1", None),
            ("soon", None),
        ];
        for (value, seconds) in table {
            assert_eq!(retry_after(value, at).map(|it| it.num_seconds()), seconds, "{value}");
        }
    }

    #[test]
    fn nothing_smuggles_a_header_into_a_request() {
        let known = Known { etag: Some("\"a\"\r\nX: y".to_owned()), last_modified: Some("Sun".to_owned()) };
        let wanted = Wanted { known: Some(known), accept: Some("a\nb".to_owned()), ..Wanted::default() };
        assert_eq!(headers_of(&wanted), [("Accept", ACCEPT.to_owned()), ("If-Modified-Since", "Sun".to_owned())]);
    }
}
