//! The signed message (RFC 5652) around what a token says, and the certificate that its signature is bound to.

use ring::digest;

use super::certificate::Certificate;
use super::der::{INTEGER, OBJECT, OCTET_STRING, Reader, SEQUENCE, SET, context, value};
use super::names::{
    CONTENT_TYPE, MESSAGE_DIGEST, SHA_256, SHA_384, SHA_512, SIGNED_DATA, SIGNING_CERTIFICATE, SIGNING_CERTIFICATE_2,
    TIME_STAMP,
};
use super::token::Refusal;

const MOST_CERTIFICATES: usize = 16;

/// A message with the one signature a time proof has.
pub(super) struct Signed<'a> {
    pub content: &'a [u8],
    /// In the order of the message; the signer's is among them.
    pub certificates: Vec<&'a [u8]>,
    /// The object identifier of the digest that is signed.
    pub digest: &'a [u8],
    /// The object identifier of the way it is signed.
    pub way: &'a [u8],
    pub signature: &'a [u8],
    attributes: &'a [u8],
}

impl<'a> Signed<'a> {
    pub(super) fn read(der: &'a [u8]) -> Option<Self> {
        let mut file = Reader::new(der);
        let mut envelope = file.enter(SEQUENCE)?;
        file.end()?;
        let is_signed = envelope.take(OBJECT)? == SIGNED_DATA;
        let mut parts = envelope.enter(context(0)).filter(|_| is_signed)?.enter(SEQUENCE)?;
        envelope.end()?;
        parts.take(INTEGER)?;
        parts.take(SET)?;
        let mut said = parts.enter(SEQUENCE)?;
        let is_time_stamp = said.take(OBJECT)? == TIME_STAMP;
        let content = said.enter(context(0)).filter(|_| is_time_stamp)?.take(OCTET_STRING)?;
        let certificates = Reader::new(parts.optional(context(0)).unwrap_or_default()).all()?;
        parts.optional(context(1));
        let mut signatures = parts.enter(SET)?;
        let signature = signatures.enter(SEQUENCE)?;
        signatures.end()?;
        parts.end()?;
        if certificates.len() > MOST_CERTIFICATES {
            return None;
        }
        let certificates = certificates.iter().filter(|it| it.tag == SEQUENCE).map(|it| it.whole).collect();
        Self::with(signature, content, certificates)
    }

    fn with(mut parts: Reader<'a>, content: &'a [u8], certificates: Vec<&'a [u8]>) -> Option<Self> {
        parts.take(INTEGER)?;
        parts.next()?; // whom the signature names; the attributes say it by a digest
        let digest = parts.enter(SEQUENCE)?.take(OBJECT)?;
        let attributes = parts.take(context(0))?;
        let way = parts.enter(SEQUENCE)?.take(OBJECT)?;
        let signature = parts.take(OCTET_STRING)?;
        parts.optional(context(1));
        parts.end()?;
        Some(Self { content, certificates, digest, way, signature, attributes })
    }

    /// The certificate that the signature is bound to, once everything it is about is what the message holds.
    pub(super) fn signer(&self) -> Result<Certificate<'a>, Refusal> {
        let digest = digest_named(self.digest).ok_or(Refusal::Algorithm)?;
        let said = self.attribute(MESSAGE_DIGEST).and_then(|mut it| it.take(OCTET_STRING));
        let kind = self.attribute(CONTENT_TYPE).and_then(|mut it| it.take(OBJECT));
        if said != Some(digest::digest(digest, self.content).as_ref()) || kind != Some(TIME_STAMP) {
            return Err(Refusal::Digest);
        }
        let (digest, bound) = self.bound().ok_or(Refusal::Certificate)?;
        let mut held = self.certificates.iter().filter(|it| digest::digest(digest, it).as_ref() == bound);
        held.next().and_then(|bytes| Certificate::read(bytes)).ok_or(Refusal::Certificate)
    }

    /// The bytes that are signed: the attributes, tagged as the set they are.
    pub(super) fn message(&self) -> Vec<u8> {
        value(SET, &[self.attributes])
    }

    /// The digest of the signer's certificate, and which digest it is (RFC 5035).
    fn bound(&self) -> Option<(&'static digest::Algorithm, &'a [u8])> {
        let first = |kind| self.attribute(kind)?.enter(SEQUENCE)?.enter(SEQUENCE)?.enter(SEQUENCE);
        if let Some(mut second) = first(SIGNING_CERTIFICATE_2) {
            let named = second.optional(SEQUENCE).map_or(Some(SHA_256), |it| Reader::new(it).take(OBJECT))?;
            return Some((digest_named(named)?, second.take(OCTET_STRING)?));
        }
        Some((&digest::SHA1_FOR_LEGACY_USE_ONLY, first(SIGNING_CERTIFICATE)?.take(OCTET_STRING)?))
    }

    /// The one value of the one signed attribute of this kind.
    fn attribute(&self, wanted: &[u8]) -> Option<Reader<'a>> {
        let mut found = None;
        for attribute in Reader::new(self.attributes).all()? {
            let mut attribute = Reader::new(attribute.content);
            if attribute.take(OBJECT)? == wanted {
                let values = attribute.enter(SET)?;
                let mut rest = values;
                rest.next()?;
                rest.end().filter(|()| found.is_none())?;
                found = Some(values);
            }
        }
        found
    }
}

fn digest_named(name: &[u8]) -> Option<&'static digest::Algorithm> {
    match name {
        SHA_256 => Some(&digest::SHA256),
        SHA_384 => Some(&digest::SHA384),
        SHA_512 => Some(&digest::SHA512),
        _ => None,
    }
}
