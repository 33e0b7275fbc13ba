//! The payload of a capture, replayed from its file.

use std::io::Read;

use super::{Broken, Record};

/// What a capture's last answer brought, or the file that was given instead of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Payload {
    /// The address it came from; an urn for a file given by hand.
    pub url: String,
    /// The answer's status; none for a file given by hand.
    pub status: Option<u16>,
    /// The media type as it was declared, with its parameters.
    pub media_type: Option<String>,
    /// The bytes, out of any content encoding.
    pub bytes: Vec<u8>,
}

/// Content encodings that one answer may have stacked.
const MOST_ENCODINGS: usize = 3;

/// The record that holds what was captured: the last answer of the chain, or the file given by hand.
pub fn answer(records: &[Record]) -> Option<&Record> {
    records.iter().rev().find(|record| matches!(record.kind(), "response" | "revisit" | "resource"))
}

/// SHA-256 of what the last answer brought as it was transferred, for a later capture that brought the same.
pub fn transferred(records: &[Record]) -> Option<[u8; 32]> {
    answer(records).filter(|record| record.kind() == "response").map(|record| super::digest(record.body()))
}

/// The payload of the last answer, decoded to at most `limit` bytes.
pub fn payload(records: &[Record], limit: usize) -> Result<Payload, Broken> {
    let record = answer(records).ok_or(Broken::NoAnswer)?;
    let url = record.field("WARC-Target-URI").unwrap_or_default().to_owned();
    match record.kind() {
        "revisit" => Err(Broken::Elsewhere(record.at)),
        "resource" if record.block.len() > limit => Err(Broken::Encoding),
        "resource" => {
            let media_type = record.field("Content-Type").map(str::to_owned);
            Ok(Payload { url, status: None, media_type, bytes: record.block.clone() })
        }
        _ => {
            let encodings = record.header("content-encoding").unwrap_or_default();
            let bytes = decoded(record.body(), &encodings, limit)?;
            Ok(Payload { url, status: record.status(), media_type: record.header("content-type"), bytes })
        }
    }
}

/// A body out of the encodings its `Content-Encoding` names, at most `limit` bytes of it; an empty body stays empty.
pub fn decoded(body: &[u8], encodings: &str, limit: usize) -> Result<Vec<u8>, Broken> {
    let names = encodings.split(',').map(|it| it.trim().to_ascii_lowercase());
    let names: Vec<String> = names.filter(|it| !it.is_empty() && it != "identity").collect();
    if names.len() > MOST_ENCODINGS || (names.is_empty() && body.len() > limit) {
        return Err(Broken::Encoding);
    }
    if names.is_empty() || body.is_empty() {
        return Ok(body.to_vec());
    }
    names.iter().rev().try_fold(body.to_vec(), |bytes, name| layer(&bytes, name, limit))
}

fn layer(bytes: &[u8], name: &str, limit: usize) -> Result<Vec<u8>, Broken> {
    match name {
        "gzip" | "x-gzip" => within(flate2::bufread::GzDecoder::new(bytes), limit),
        "deflate" => within(flate2::bufread::ZlibDecoder::new(bytes), limit)
            .or_else(|_| within(flate2::bufread::DeflateDecoder::new(bytes), limit)), // some servers leave out zlib's header
        "br" => within(brotli_decompressor::Decompressor::new(bytes, 4096), limit),
        _ => Err(Broken::Encoding),
    }
}

fn within(decoder: impl Read, limit: usize) -> Result<Vec<u8>, Broken> {
    let mut bytes = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    decoder.take(most).read_to_end(&mut bytes).map_err(|_| Broken::Encoding)?;
    if bytes.len() > limit { Err(Broken::Encoding) } else { Ok(bytes) }
}
