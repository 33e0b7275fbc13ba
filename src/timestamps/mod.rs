//! Time proofs (RFC 3161): an authority of the desk's choice signs that it saw a SHA-256 at a moment, without seeing
//! what was hashed. The token is kept beside the capture and needs nobody to be checked: not the desk, not the network.

mod certificate;
mod der;
mod names;
mod proof;
mod signed;
mod token;

pub use proof::Unproven;
pub use token::{Refusal, Token};

use der::{BOOLEAN, INTEGER, NULL, OBJECT, OCTET_STRING, SEQUENCE, unsigned, value};

/// The media type of what [`request`] makes, for a POST.
pub const QUERY_TYPE: &str = "application/timestamp-query";
/// The media type of what [`Token::of_reply`] reads.
pub const REPLY_TYPE: &str = "application/timestamp-reply";
/// Bytes of a reply that are read at most; those of public authorities take some 6,000.
pub const MOST_BYTES: usize = 64 << 10;

/// What to send to an authority: a `TimeStampReq` that asks for its certificates. The nonce is a number of the
/// system's generator, the greatest byte first; eight bytes are taken by every authority.
pub fn request(sha256: &[u8; 32], nonce: &[u8]) -> Vec<u8> {
    let algorithm = value(SEQUENCE, &[&value(OBJECT, &[names::SHA_256]), &value(NULL, &[])]);
    let imprint = value(SEQUENCE, &[&algorithm, &value(OCTET_STRING, &[sha256])]);
    let (version, nonce) = (value(INTEGER, &[&[1]]), value(INTEGER, &[&unsigned(nonce)]));
    value(SEQUENCE, &[&version, &imprint, &nonce, &value(BOOLEAN, &[&[0xff]])])
}

#[cfg(test)]
mod tests;
