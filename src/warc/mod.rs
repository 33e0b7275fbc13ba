//! Captures as files that other archives read: WARC/1.1, one file a capture, and WACZ, which packs several for a reader.
//! The same capture gives the same bytes: the moments are the capture's own, and each record's id is a UUID (version 8)
//! made of the SHA-256 of its place in the file, its other fields and, through its digest, its block.

mod gzip;
mod payload;
mod read;
mod signing;
mod surt;
mod wacz;
mod write;
mod zip;

pub use payload::{Payload, answer, decoded, payload, transferred};
pub use read::{MOST_UNPACKED, Record, check, read};
pub use signing::{SigningKey, Unsigned, sign};
pub use surt::surt;
pub use wacz::{Package, Packed, Page, Unpackable, Wacz, pack};
pub use write::{Capture, Content, Earlier, Given, Way, write};

/// Why a file is no WARC that can be trusted; the number is the byte at which the record in question begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Broken {
    /// No gzip member, or one that ends early or was damaged.
    Member(usize),
    /// A member that is not as it was written.
    Seal(usize),
    /// A member that holds no single WARC record.
    Record(usize),
    /// A digest that is missing or does not hold.
    Digest(usize),
    /// More bytes or records than are read.
    TooLarge,
    /// Neither an answer nor a file given by hand.
    NoAnswer,
    /// The payload is in an earlier capture, which the record's `WARC-Refers-To-…` fields name.
    Elsewhere(usize),
    /// A content encoding that is unknown, damaged or unpacks to more than was allowed.
    Encoding,
}

/// A digest as WARC and WACZ write it, which is also how the desk addresses its content.
fn sha256(bytes: &[u8]) -> String {
    format!("sha256:{}", hex(&digest(bytes)))
}

fn digest(bytes: &[u8]) -> [u8; 32] {
    use sha2::{Digest, Sha256};
    Sha256::digest(bytes).into()
}

fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// How many bytes the head of an HTTP message takes, its empty line included; all of them where there is no such line.
fn head_length(message: &[u8]) -> usize {
    let mut length = 0;
    for line in message.split_inclusive(|&byte| byte == b'\n') {
        length += line.len();
        if is_blank(line) {
            break;
        }
    }
    length
}

/// Whether readers of archives take a line for the empty one that ends a head.
fn is_blank(line: &[u8]) -> bool {
    let blank = |c: char| c.is_whitespace() || ('\x1c'..='\x1f').contains(&c);
    match std::str::from_utf8(line) {
        Ok(line) => line.chars().all(blank),
        Err(_) => line.iter().all(|&byte| blank(char::from(byte))),
    }
}

#[cfg(test)]
mod tests;
