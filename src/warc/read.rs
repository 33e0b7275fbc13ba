//! Reading a WARC back, from bytes that may be anything.

use super::{Broken, gzip, head_length, sha256};

/// Bytes that are unpacked from one file at most; a capture has to be smaller to be read back.
pub const MOST_UNPACKED: usize = 512 << 20;
const MOST_RECORDS: usize = 100_000;
const MOST_FIELDS: usize = 64 << 10;

/// One record as it stands in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Record {
    /// The byte at which its gzip member begins.
    pub at: usize,
    /// The bytes its gzip member takes.
    pub packed: usize,
    /// The named fields in their order.
    pub fields: Vec<(String, String)>,
    /// What it holds: an HTTP message, a file, notes.
    pub block: Vec<u8>,
}

impl Record {
    /// The first value of a named field, in any case of letters.
    pub fn field(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }

    /// `warcinfo`, `response`, `request`, `revisit`, `resource` or `metadata`.
    pub fn kind(&self) -> &str {
        self.field("WARC-Type").unwrap_or_default()
    }

    /// The line and headers of the HTTP message it holds, with the empty line; nothing in a record without one.
    pub fn head(&self) -> &[u8] {
        self.block.get(..self.head_length()).unwrap_or_default()
    }

    /// What follows the head: the payload as it was transferred, still gzipped, say.
    pub fn body(&self) -> &[u8] {
        self.block.get(self.head_length()..).unwrap_or_default()
    }

    /// The status of the answer it holds.
    pub fn status(&self) -> Option<u16> {
        let line = self.head().split(|&byte| byte == b'\n').next()?;
        std::str::from_utf8(line.split(|&byte| byte == b' ').nth(1)?).ok()?.trim().parse().ok()
    }

    /// All values of a header of the HTTP message, joined by commas; bytes that are no UTF-8 are replaced.
    pub fn header(&self, name: &str) -> Option<String> {
        let lines = String::from_utf8_lossy(self.head());
        let (_, headers) = lines.split_once('\n')?;
        let found = named(headers).into_iter().filter(|(key, _)| key.eq_ignore_ascii_case(name));
        found.map(|(_, value)| value).reduce(|all, value| all + ", " + &value)
    }

    fn head_length(&self) -> usize {
        let http = self.field("Content-Type").is_some_and(|it| it.trim_start().starts_with("application/http"));
        if http { head_length(&self.block) } else { 0 }
    }
}

/// All records of a WARC whose records are gzipped one by one; at most [`MOST_UNPACKED`] bytes in all.
pub fn read(bytes: &[u8]) -> Result<Vec<Record>, Broken> {
    Records::of(bytes).collect()
}

/// Whether a file is still what [`write`](super::write) made: finds any flipped byte. Holds one record at a time.
pub fn check(bytes: &[u8]) -> Result<(), Broken> {
    let mut number = 0;
    for record in Records::of(bytes) {
        let record = record?;
        let member = bytes.get(record.at..record.at + record.packed).unwrap_or_default();
        if !gzip::is_sealed(member) {
            return Err(Broken::Seal(record.at));
        }
        if !digests_hold(&record) {
            return Err(Broken::Digest(record.at));
        }
        number += 1;
    }
    if number == 0 { Err(Broken::NoAnswer) } else { Ok(()) }
}

fn digests_hold(record: &Record) -> bool {
    let block = record.field("WARC-Block-Digest").is_some_and(|it| it == sha256(&record.block));
    let payload = record.field("WARC-Payload-Digest");
    block
        && match record.kind() {
            "revisit" => payload.is_some(), // of bytes that are elsewhere
            "response" | "resource" => payload.is_some_and(|it| it == sha256(record.body())),
            _ => true,
        }
}

struct Records<'a> {
    bytes: &'a [u8],
    at: usize,
    unpacked: usize,
    number: usize,
}

impl<'a> Records<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0, unpacked: 0, number: 0 }
    }

    fn record(&mut self, packed: &[u8]) -> Result<Record, Broken> {
        let at = self.at;
        self.number += 1;
        if self.number > MOST_RECORDS {
            return Err(Broken::TooLarge);
        }
        let (data, length) =
            gzip::unpacked(packed, MOST_UNPACKED.saturating_sub(self.unpacked)).map_err(|error| match error {
                Broken::Member(_) => Broken::Member(at),
                other => other,
            })?;
        self.unpacked += data.len();
        self.at += length;
        let (fields, block) = parsed(data).ok_or(Broken::Record(at))?;
        Ok(Record { at, packed: length, fields, block })
    }
}

impl Iterator for Records<'_> {
    type Item = Result<Record, Broken>;

    fn next(&mut self) -> Option<Self::Item> {
        let packed = self.bytes.get(self.at..).filter(|rest| !rest.is_empty())?;
        let record = self.record(packed);
        if record.is_err() {
            self.at = self.bytes.len();
        }
        Some(record)
    }
}

type Fields = Vec<(String, String)>;

/// The fields and the block of the one record in these bytes.
fn parsed(mut data: Vec<u8>) -> Option<(Fields, Vec<u8>)> {
    let start = data.get(..data.len().min(MOST_FIELDS))?;
    let end = memchr::memmem::find(start, b"\r\n\r\n")? + 4;
    let text = std::str::from_utf8(start.get(..end)?).ok()?;
    let (version, rest) = text.split_once("\r\n")?;
    if version != "WARC/1.1" && version != "WARC/1.0" {
        return None;
    }
    let fields = named(rest);
    let has = |name: &str| fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name));
    let length: usize = has("Content-Length")?.1.parse().ok()?;
    has("WARC-Type").and(has("WARC-Record-ID")).and(has("WARC-Date"))?;
    let block_end = end.checked_add(length)?;
    if data.get(block_end..)? != b"\r\n\r\n" {
        return None;
    }
    data.truncate(block_end);
    data.drain(..end);
    Some((fields, data))
}

/// Names and values; lines that begin with white space belong to the value before them.
fn named(lines: &str) -> Fields {
    let mut fields = Fields::new();
    for line in lines.lines() {
        match (line.starts_with([' ', '\t']), fields.last_mut()) {
            (true, Some((_, value))) => {
                value.push(' ');
                value.push_str(line.trim());
            }
            _ => fields.extend(line.split_once(':').map(|(name, it)| (name.trim().to_owned(), it.trim().to_owned()))),
        }
    }
    fields
}
