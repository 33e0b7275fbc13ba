//! What an authority answered, and what its token says.

use std::fmt::Write;
use std::time::Duration;

use chrono::{DateTime, Utc};

use super::MOST_BYTES;
use super::certificate::called;
use super::der::{
    BIT_STRING, BOOLEAN, INTEGER, OBJECT, OCTET_STRING, Reader, SEQUENCE, TIME, context, moment, number, object, text,
    unsigned,
};
use super::names::SHA_256;
use super::signed::Signed;

/// A time proof whose parts fit together: it is about the SHA-256 it was read for, and its signature is about what it
/// says. Whether that signature holds, and whose it is, [`verify`](Token::verify) finds out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The `TimeStampToken`, to be kept: what `openssl ts -verify -token_in` takes.
    pub der: Vec<u8>,
    pub sha256: [u8; 32],
    /// When the authority saw it, by its own clock.
    pub at: DateTime<Utc>,
    /// How far off that may be, where the authority says so.
    pub accuracy: Option<Duration>,
    /// Who signed: the common name and the organisation of the certificate, or what there is of them.
    pub authority: String,
    /// The object identifier of the rules by which the authority works.
    pub policy: String,
    /// The authority's number for this token, in hexadecimal digits.
    pub serial: String,
}

/// Why an answer is no time proof.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// More than [`MOST_BYTES`].
    TooLarge,
    /// No answer in DER that RFC 3161 knows.
    Malformed,
    /// The authority declined; its reason, in RFC 3161's word, its own words, or both.
    Declined(String),
    /// It is about something else.
    Imprint,
    /// It answers another request.
    Nonce,
    /// It does not hold the one certificate that its signature names.
    Certificate,
    /// Its signature is about something else than what it says.
    Digest,
    /// Its digest is none of SHA-256, SHA-384 and SHA-512.
    Algorithm,
}

impl Token {
    /// The token in an authority's answer to [`request`](super::request) with the same SHA-256 and nonce.
    pub fn of_reply(reply: &[u8], sha256: &[u8; 32], nonce: &[u8]) -> Result<Self, Refusal> {
        let (token, echoed) = read(granted(reply)?, sha256)?;
        let same = echoed.is_some_and(|number| number == unsigned(nonce));
        if same { Ok(token) } else { Err(Refusal::Nonce) }
    }

    /// A token that was kept, or that somebody else got for the same bytes.
    pub fn read(der: &[u8], sha256: &[u8; 32]) -> Result<Self, Refusal> {
        read(der, sha256).map(|(token, _)| token)
    }

    /// How anybody checks this token with OpenSSL, given the names of two files: the token and, as PEM, the certificates
    /// whose holders are trusted. It asks whether they were valid at the token's own moment.
    pub fn openssl_command(&self, token: &str, trusted: &str) -> String {
        let (digest, at) = (hex(&self.sha256), self.at.timestamp());
        format!("openssl ts -verify -digest {digest} -token_in -in {token} -CAfile {trusted} -attime {at}")
    }
}

/// The token of an answer that grants one.
fn granted(reply: &[u8]) -> Result<&[u8], Refusal> {
    if reply.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let parts = || {
        let mut file = Reader::new(reply);
        let mut parts = file.enter(SEQUENCE)?;
        file.end()?;
        let mut status = parts.enter(SEQUENCE)?;
        Some((number(status.take(INTEGER)?)?, status, parts))
    };
    let (code, status, mut rest) = parts().ok_or(Refusal::Malformed)?;
    if code > 1 {
        return Err(Refusal::Declined(reason(status)));
    }
    let token = rest.next().map(|token| token.whole).ok_or(Refusal::Malformed)?;
    rest.end().map(|()| token).ok_or(Refusal::Malformed)
}

fn reason(mut status: Reader) -> String {
    let words = status.optional(SEQUENCE).and_then(|words| Reader::new(words).next()).map(text);
    let failure = status.optional(BIT_STRING).and_then(failure).map(str::to_owned);
    [failure, words].into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>().join(": ")
}

fn failure(bits: &[u8]) -> Option<&'static str> {
    const FAILURES: [(usize, &str); 8] = [
        (0, "badAlg"),
        (2, "badRequest"),
        (5, "badDataFormat"),
        (14, "timeNotAvailable"),
        (15, "unacceptedPolicy"),
        (16, "unacceptedExtension"),
        (17, "addInfoNotAvailable"),
        (25, "systemFailure"),
    ];
    let is_set = |bit: usize| bits.get(1 + bit / 8).is_some_and(|byte| byte & (0x80 >> (bit % 8)) != 0);
    FAILURES.into_iter().find(|(bit, _)| is_set(*bit)).map(|(_, name)| name)
}

/// A token, and the number of the request it answers.
fn read<'a>(der: &'a [u8], sha256: &[u8; 32]) -> Result<(Token, Option<&'a [u8]>), Refusal> {
    if der.len() > MOST_BYTES {
        return Err(Refusal::TooLarge);
    }
    let signed = Signed::read(der).ok_or(Refusal::Malformed)?;
    let said = Said::read(signed.content).ok_or(Refusal::Malformed)?;
    if said.algorithm != SHA_256 || said.digest != sha256 {
        return Err(Refusal::Imprint);
    }
    let signer = signed.signer()?;
    let token = Token {
        der: der.to_vec(),
        sha256: *sha256,
        at: said.at,
        accuracy: said.accuracy,
        authority: called(signer.subject).unwrap_or_default(),
        policy: said.policy,
        serial: hex(said.serial),
    };
    Ok((token, said.nonce))
}

/// A `TSTInfo`.
struct Said<'a> {
    policy: String,
    algorithm: &'a [u8],
    digest: &'a [u8],
    serial: &'a [u8],
    at: DateTime<Utc>,
    accuracy: Option<Duration>,
    nonce: Option<&'a [u8]>,
}

impl<'a> Said<'a> {
    fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut file = Reader::new(bytes);
        let mut parts = file.enter(SEQUENCE)?;
        file.end()?;
        let version = number(parts.take(INTEGER)?)?;
        let policy = object(parts.take(OBJECT)?)?;
        let mut imprint = parts.enter(SEQUENCE)?;
        let algorithm = imprint.enter(SEQUENCE)?.take(OBJECT)?;
        let digest = imprint.take(OCTET_STRING)?;
        imprint.end()?;
        let serial = parts.take(INTEGER)?;
        let at = moment(parts.take(TIME)?)?;
        let accuracy = parts.optional(SEQUENCE).map(accuracy);
        parts.optional(BOOLEAN);
        let nonce = parts.optional(INTEGER);
        parts.optional(context(0));
        parts.optional(context(1));
        parts.end()?;
        (version == 1).then_some(Self { policy, algorithm, digest, serial, at, accuracy, nonce })
    }
}

fn accuracy(parts: &[u8]) -> Duration {
    let mut parts = Reader::new(parts);
    let mut next = |tag: u8| parts.optional(tag).and_then(number).map_or(0, u64::from);
    let (seconds, millis, micros) = (next(INTEGER), next(0x80), next(0x81));
    Duration::from_secs(seconds) + Duration::from_millis(millis) + Duration::from_micros(micros)
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    })
}
