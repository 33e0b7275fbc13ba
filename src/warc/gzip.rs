//! Gzip members, one a record, sealed: gzip itself lets some flipped bits pass (its header's date, the bits that fill up
//! a byte), so each member carries the SHA-256 of all that follows its header in an extra field, which readers skip.

use std::io::Read;

use super::{Broken, digest};

/// Magic, deflate, an extra field, no date, no level, no system; then the extra field's length, name and own length.
const HEADER: [u8; 16] = [0x1F, 0x8B, 8, 4, 0, 0, 0, 0, 0, 0xFF, 36, 0, b'C', b'D', 32, 0];
const SEAL: usize = 32;
const LEVEL: u8 = 6;

/// A sealed member that unpacks to these bytes.
pub(super) fn member(bytes: &[u8]) -> Vec<u8> {
    let mut rest = miniz_oxide::deflate::compress_to_vec(bytes, LEVEL);
    rest.extend_from_slice(&crc32fast::hash(bytes).to_le_bytes());
    rest.extend_from_slice(&(bytes.len() as u32).to_le_bytes()); // gzip counts modulo 2^32
    [HEADER.as_slice(), &digest(&rest), &rest].concat()
}

/// Whether a whole member still is as [`member`] wrote it.
pub(super) fn is_sealed(member: &[u8]) -> bool {
    let Some((seal, rest)) = member.strip_prefix(&HEADER).and_then(|after| after.split_at_checked(SEAL)) else {
        return false;
    };
    digest(rest) == seal
}

/// The first member of these bytes unpacked, and its packed length; at most so many bytes are unpacked.
pub(super) fn unpacked(bytes: &[u8], most: usize) -> Result<(Vec<u8>, usize), Broken> {
    let mut decoder = flate2::bufread::GzDecoder::new(bytes);
    let mut data = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX).saturating_add(1);
    decoder.by_ref().take(limit).read_to_end(&mut data).map_err(|_| Broken::Member(0))?;
    if data.len() > most {
        return Err(Broken::TooLarge);
    }
    Ok((data, bytes.len() - decoder.into_inner().len()))
}
