//! The object identifiers that time proofs use, as DER holds them.

pub(super) const SIGNED_DATA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02";
pub(super) const TIME_STAMP: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x01\x04";

pub(super) const CONTENT_TYPE: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x03";
pub(super) const MESSAGE_DIGEST: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x04";
pub(super) const SIGNING_CERTIFICATE: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x0c";
pub(super) const SIGNING_CERTIFICATE_2: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x09\x10\x02\x2f";

pub(super) const SHA_256: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x02\x01";
pub(super) const SHA_384: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x02\x02";
pub(super) const SHA_512: &[u8] = b"\x60\x86\x48\x01\x65\x03\x04\x02\x03";

pub(super) const RSA: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x01";
pub(super) const RSA_PSS: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0a";
pub(super) const RSA_SHA_256: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0b";
pub(super) const RSA_SHA_384: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0c";
pub(super) const RSA_SHA_512: &[u8] = b"\x2a\x86\x48\x86\xf7\x0d\x01\x01\x0d";
pub(super) const ECDSA_SHA_256: &[u8] = b"\x2a\x86\x48\xce\x3d\x04\x03\x02";
pub(super) const ECDSA_SHA_384: &[u8] = b"\x2a\x86\x48\xce\x3d\x04\x03\x03";
pub(super) const ED25519: &[u8] = b"\x2b\x65\x70";

/// The purpose that a certificate of a time-stamping authority names.
pub(super) const TIME_STAMPING: &[u8] = b"\x2b\x06\x01\x05\x05\x07\x03\x08";

pub(super) const PURPOSES: &[u8] = b"\x55\x1d\x25";
pub(super) const COMMON_NAME: &[u8] = b"\x55\x04\x03";
pub(super) const ORGANIZATION: &[u8] = b"\x55\x04\x0a";
