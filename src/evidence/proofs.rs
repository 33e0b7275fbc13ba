//! Rows of time proofs: what an authority elsewhere signed about the SHA-256 of a capture's bytes.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::captures::CaptureId;
use crate::db::{Db, Moment, hex, sha256};
use crate::error::Result;
use crate::events::{self, Kind, Thing};
use crate::schema::time_proofs;
use crate::timestamps::Token;
use crate::tx::Tx;

id! {
    /// A time proof.
    ProofId
}

/// The kind of its job.
pub const JOB: &str = "time_proof";

/// What was signed about one capture.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = time_proofs)]
pub struct TimeProof {
    pub id: ProofId,
    pub capture_id: CaptureId,
    /// SHA-256 of the capture's payload.
    pub hash: String,
    /// The token (DER) in hex.
    pub token: String,
    /// Who signed, by its own certificate.
    pub authority: String,
    /// The moment it signed for.
    pub proved_at: Moment,
    pub created_at: Moment,
}

impl Thing for TimeProof {
    const KIND: &'static str = "time_proof";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        "kept".into()
    }
    fn content_hash(&self) -> Option<String> {
        Some(sha256(self.token.as_bytes()))
    }
    fn words(&self) -> Value {
        json!({
            "capture": self.capture_id, "hash": self.hash, "authority": self.authority, "proved_at": self.proved_at,
        })
    }
}

impl TimeProof {
    /// The token, read against the hash it is kept for; none where the two do not belong together.
    pub fn read(&self) -> Option<Token> {
        Token::read(&bytes_of(&self.token)?, &bytes_of(&self.hash)?.try_into().ok()?).ok()
    }

    /// The token's bytes, to be checked by whoever wants to.
    pub fn der(&self) -> Option<Vec<u8>> {
        bytes_of(&self.token)
    }
}

/// Bytes written in hex.
pub fn bytes_of(hex: &str) -> Option<Vec<u8>> {
    let (pairs, rest) = hex.as_bytes().as_chunks::<2>();
    let byte = |pair: &[u8; 2]| u8::from_str_radix(std::str::from_utf8(pair).ok()?, 16).ok();
    if rest.is_empty() { pairs.iter().map(byte).collect() } else { None }
}

/// Keeps a token.
pub fn add(tx: &mut Tx, capture: &CaptureId, hash: &str, token: &Token) -> Result<()> {
    let row = TimeProof {
        id: tx.id(),
        capture_id: capture.clone(),
        hash: hash.to_owned(),
        token: hex(&token.der),
        authority: token.authority.chars().take(500).collect(),
        proved_at: Moment::from_utc(token.at),
        created_at: tx.now,
    };
    diesel::insert_into(time_proofs::table).values(&row).execute(tx.db)?;
    events::record(tx, Kind::TimeProved, &row, "")
}

/// The proof of a capture, the first that was made.
pub fn of(db: &mut Db, capture: &CaptureId) -> Result<Option<TimeProof>> {
    Ok(TimeProof::query()
        .filter(time_proofs::capture_id.eq(capture))
        .order((time_proofs::created_at, time_proofs::id))
        .first(db)
        .optional()?)
}

/// Proofs from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<TimeProof>> {
    Ok(TimeProof::query().filter(time_proofs::id.gt(after)).order(time_proofs::id).limit(limit).load(db)?)
}
