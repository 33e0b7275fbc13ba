//! What a certificate says of itself; whether it may say so is for `proof` to find out.

use chrono::{DateTime, Utc};

use super::der::{BOOLEAN, INTEGER, OBJECT, OCTET_STRING, Reader, SEQUENCE, SET, Value, context, date, text};
use super::names::{COMMON_NAME, ORGANIZATION, PURPOSES, TIME_STAMPING};

/// The certificate of a signer, by its bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Certificate<'a> {
    pub bytes: &'a [u8],
    pub subject: &'a [u8],
    pub from: DateTime<Utc>,
    pub until: DateTime<Utc>,
    /// Whether it is for time proofs and nothing else, in a way nobody may overlook, as RFC 3161 wants it.
    pub is_for_time: bool,
}

impl<'a> Certificate<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let mut file = Reader::new(bytes);
        let mut body = file.enter(SEQUENCE)?.enter(SEQUENCE)?;
        file.end()?;
        body.optional(context(0));
        body.take(INTEGER)?;
        body.take(SEQUENCE)?;
        body.take(SEQUENCE)?;
        let mut validity = body.enter(SEQUENCE)?;
        let (from, until) = (date(validity.next()?)?, date(validity.next()?)?);
        let subject = body.take(SEQUENCE)?;
        body.take(SEQUENCE)?;
        body.optional(0x81);
        body.optional(0x82);
        let extensions = body.enter(context(3)).and_then(|mut it| it.enter(SEQUENCE));
        let is_for_time = extensions.and_then(is_for_time) == Some(true);
        Some(Self { bytes, subject, from, until, is_for_time })
    }
}

fn is_for_time(extensions: Reader) -> Option<bool> {
    for extension in extensions.all()? {
        let mut extension = Reader::new(extension.content);
        if extension.take(OBJECT)? == PURPOSES {
            let is_critical = extension.optional(BOOLEAN) == Some(&[0xff]);
            let mut purposes = extension.enter(OCTET_STRING)?.enter(SEQUENCE)?;
            let is_time = purposes.take(OBJECT)? == TIME_STAMPING;
            return Some(is_critical && is_time && purposes.end().is_some());
        }
    }
    None
}

/// A distinguished name for people: the common name and the organisation, whichever there are.
pub(super) fn called(name: &[u8]) -> Option<String> {
    let (mut common, mut organization) = (None, None);
    for set in Reader::new(name).all()?.into_iter().filter(|it| it.tag == SET) {
        for attribute in Reader::new(set.content).all()? {
            let mut attribute = Reader::new(attribute.content);
            let (kind, value): (_, Value) = (attribute.take(OBJECT)?, attribute.next()?);
            match kind {
                COMMON_NAME => common = Some(text(value)),
                ORGANIZATION => organization = Some(text(value)),
                _ => {}
            }
        }
    }
    organization = organization.filter(|it| common.as_ref() != Some(it));
    let parts = [common, organization].into_iter().flatten().filter(|it| !it.is_empty()).collect::<Vec<_>>();
    (!parts.is_empty()).then(|| parts.join(", "))
}
