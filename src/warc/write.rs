//! Writing a capture as WARC/1.1.

use chrono::{DateTime, SecondsFormat, Utc};
use url::Url;
use uuid::{Builder, Uuid};

use super::{digest, gzip, head_length, is_blank, sha256};
use crate::fetching::exchange::Exchange;

/// What one file holds, and what its first record says of it.
#[derive(Debug, Clone)]
pub struct Capture<'a> {
    /// What wrote the file, with its version.
    pub software: &'a str,
    /// Why the file exists, in words.
    pub description: &'a str,
    pub content: Content<'a>,
}

/// Where a snapshot came from.
#[derive(Debug, Clone)]
pub enum Content<'a> {
    /// A chain of exchanges, and payloads that earlier captures hold already.
    Fetched { exchanges: &'a [Exchange], earlier: &'a [Earlier] },
    /// A file or text that a person brought.
    Given(Given<'a>),
}

/// A payload that was captured before: it is referred to, not written again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Earlier {
    /// SHA-256 of the payload as it was transferred, still gzipped, say.
    pub payload: [u8; 32],
    pub url: Url,
    pub at: DateTime<Utc>,
}

/// A file or text that a person brought, in place of a fetch.
#[derive(Debug, Clone)]
pub struct Given<'a> {
    pub way: Way,
    /// When it was handed in; when it was made nobody knows.
    pub at: DateTime<Utc>,
    /// The file's name, where it had one.
    pub name: Option<&'a str>,
    pub media_type: &'a str,
    /// Where it is said to come from.
    pub address: Option<&'a Url>,
    pub bytes: &'a [u8],
}

/// How a file or text was brought.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    Uploaded,
    Pasted,
}

const IDENTICAL: &str = "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest";

/// The capture as a WARC/1.1 file, each record a gzip member of its own; no bytes for a chain without an exchange.
/// Names and descriptions may hold anything: line ends and control characters become spaces.
pub fn write(capture: &Capture) -> Vec<u8> {
    let mut file = File::default();
    match &capture.content {
        Content::Fetched { exchanges, earlier } => {
            if let Some(first) = exchanges.first() {
                file.information(capture, first.at);
            }
            exchanges.iter().for_each(|exchange| file.exchange(exchange, earlier));
        }
        Content::Given(given) => {
            file.information(capture, given.at);
            file.given(given);
        }
    }
    file.bytes
}

#[derive(Default)]
struct File {
    bytes: Vec<u8>,
    records: usize,
}

type Fields = Vec<(&'static str, String)>;

impl File {
    fn information(&mut self, capture: &Capture, at: DateTime<Utc>) {
        let block = notes(&[
            ("software", capture.software),
            ("format", "WARC File Format 1.1"),
            ("conformsTo", "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/"),
            ("description", capture.description),
        ]);
        self.add("warcinfo", at, vec![("Content-Type", "application/warc-fields".into())], &block);
    }

    fn exchange(&mut self, exchange: &Exchange, earlier: &[Earlier]) {
        let payload = digest(&exchange.body);
        let known = earlier.iter().find(|it| it.payload == payload && !exchange.body.is_empty());
        let place = vec![
            ("WARC-Target-URI", exchange.url.to_string()),
            ("WARC-IP-Address", exchange.ip.to_canonical().to_string()),
        ];
        let mut fields = place.clone();
        fields.push(("Content-Type", "application/http; msgtype=response".into()));
        fields.push(("WARC-Payload-Digest", sha256(&exchange.body)));
        let mut block = head(&exchange.head, true);
        let answer = match known {
            Some(known) => {
                fields.push(("WARC-Profile", IDENTICAL.into()));
                fields.push(("WARC-Refers-To-Target-URI", known.url.to_string()));
                fields.push(("WARC-Refers-To-Date", moment(known.at)));
                self.add("revisit", exchange.at, fields, &block)
            }
            None => {
                block.extend_from_slice(&exchange.body);
                self.add("response", exchange.at, fields, &block)
            }
        };
        let mut fields = place;
        fields.push(("WARC-Concurrent-To", reference(answer)));
        fields.push(("Content-Type", "application/http; msgtype=request".into()));
        self.add("request", exchange.at, fields, &request(&exchange.request));
    }

    fn given(&mut self, given: &Given) {
        let name = one_line(given.name.unwrap_or_default());
        let target =
            made_of(format!("{name}\n{}\n{}", moment(given.at), sha256(given.bytes)).as_bytes()).urn().to_string();
        let media_type = Some(one_line(given.media_type)).filter(|it| !it.trim().is_empty());
        let fields = vec![
            ("WARC-Target-URI", target.clone()),
            ("Content-Type", media_type.unwrap_or_else(|| "application/octet-stream".into())),
            ("WARC-Payload-Digest", sha256(given.bytes)),
        ];
        let file = self.add("resource", given.at, fields, given.bytes);
        let way = match given.way {
            Way::Uploaded => "upload",
            Way::Pasted => "paste",
        };
        let fields = vec![
            ("WARC-Target-URI", target),
            ("WARC-Concurrent-To", reference(file)),
            ("Content-Type", "application/warc-fields".into()),
        ];
        let note = "given by hand, not fetched; the date says when it was handed in";
        let address = given.address.map_or("", Url::as_str);
        let block = notes(&[("given-as", way), ("file-name", &name), ("said-to-be-from", address), ("note", note)]);
        self.add("metadata", given.at, fields, &block);
    }

    fn add(&mut self, kind: &str, at: DateTime<Utc>, fields: Fields, block: &[u8]) -> Uuid {
        let mut rest = format!("WARC-Date: {}\r\n", moment(at));
        for (name, value) in fields.iter().chain([&("WARC-Block-Digest", sha256(block))]) {
            rest.extend([name, ": ", value, "\r\n"]);
        }
        let id = made_of(format!("{}\n{kind}\n{rest}", self.records).as_bytes());
        let length = block.len();
        let head = format!(
            "WARC/1.1\r\nWARC-Type: {kind}\r\nWARC-Record-ID: {}\r\n{rest}Content-Length: {length}\r\n\r\n",
            reference(id)
        );
        self.bytes.extend(gzip::member(&[head.as_bytes(), block, b"\r\n\r\n"].concat()));
        self.records += 1;
        id
    }
}

fn made_of(bytes: &[u8]) -> Uuid {
    let mut short = [0; 16];
    short.iter_mut().zip(digest(bytes)).for_each(|(to, from)| *to = from);
    Builder::from_custom_bytes(short).into_uuid()
}

fn reference(id: Uuid) -> String {
    format!("<{}>", id.urn())
}

fn moment(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::AutoSi, true)
}

fn notes(fields: &[(&str, &str)]) -> Vec<u8> {
    let fields = fields.iter().filter(|(_, value)| !value.is_empty());
    fields.map(|(name, value)| format!("{name}: {}\r\n", one_line(value))).collect::<String>().into_bytes()
}

fn one_line(text: &str) -> String {
    let apart = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    text.chars().map(|c| if apart(c) { ' ' } else { c }).collect()
}

/// A request's head with what follows it.
fn request(message: &[u8]) -> Vec<u8> {
    let (start, body) = message.split_at_checked(head_length(message)).unwrap_or((message, &[]));
    [head(start, false), body.to_vec()].concat()
}

/// A head as it came, but so that every reader sees it end where it ends: with one blank line, the last. An answer's
/// `Transfer-Encoding` is renamed, as its framing is not in the body any more.
fn head(bytes: &[u8], unframed: bool) -> Vec<u8> {
    let mut head = Vec::with_capacity(bytes.len() + 32);
    for line in bytes.split_inclusive(|&byte| byte == b'\n').filter(|line| !is_blank(line)) {
        let name = line.split(|&byte| byte == b':').next().unwrap_or_default();
        if unframed && name.trim_ascii_end().eq_ignore_ascii_case(b"transfer-encoding") {
            head.extend_from_slice(b"X-Orig-");
        }
        head.extend_from_slice(line);
    }
    if !head.is_empty() && !head.ends_with(b"\n") {
        head.extend_from_slice(b"\r\n");
    }
    head.extend_from_slice(b"\r\n");
    head
}
