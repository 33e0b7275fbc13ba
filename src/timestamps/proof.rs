//! Whether a token's signature holds, and whether somebody trusted vouches for who made it.

use std::time::Duration;

use chrono::{DateTime, Utc};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{CertificateDer, SignatureVerificationAlgorithm, UnixTime};
use webpki::{EndEntityCert, Error, KeyUsage, anchor_from_trusted_cert, ring};

use super::Token;
use super::names::{
    ECDSA_SHA_256, ECDSA_SHA_384, ED25519, RSA, RSA_PSS, RSA_SHA_256, RSA_SHA_384, RSA_SHA_512, SHA_256, SHA_384,
    SHA_512, TIME_STAMPING,
};
use super::signed::Signed;

/// Why a token proves no time to whoever trusts these certificates.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unproven {
    /// It is signed in a way that only [`openssl`](Token::openssl_command) can check.
    Algorithm,
    /// The signature does not hold.
    Signature,
    /// No certificate was given to trust, or none in PEM.
    Nobody,
    /// Nobody trusted vouches for the signer, or not at that moment, or not for time proofs.
    Untrusted,
}

impl Token {
    /// Checks the signature and, at the token's own moment, the signer's certificate: it has to lead to one of these
    /// (PEM, one or more), or to be one of them. Needs no network, and so knows of no revocation.
    pub fn verify(&self, trusted: &[u8]) -> Result<(), Unproven> {
        let said = Self::read(&self.der, &self.sha256).map_err(|_| Unproven::Signature)?;
        self.verify_at(said.at, trusted)
    }

    pub(super) fn verify_at(&self, at: DateTime<Utc>, trusted: &[u8]) -> Result<(), Unproven> {
        let signed = Signed::read(&self.der).ok_or(Unproven::Signature)?;
        let signer = signed.signer().map_err(|_| Unproven::Signature)?;
        let bytes = CertificateDer::from(signer.bytes);
        let certificate = EndEntityCert::try_from(&bytes).map_err(|_| Unproven::Untrusted)?;
        holds(&signed, &certificate)?;
        let trusted: Vec<CertificateDer> = CertificateDer::pem_slice_iter(trusted).flatten().collect();
        if trusted.is_empty() {
            return Err(Unproven::Nobody);
        }
        let is_one_of_them = || trusted.contains(&bytes) && (signer.from..=signer.until).contains(&at);
        let proven = signer.is_for_time && (is_one_of_them() || leads(&certificate, &signed, &trusted, at));
        if proven { Ok(()) } else { Err(Unproven::Untrusted) }
    }
}

/// Whether the certificates of the message lead from the signer's to one of the trusted ones.
fn leads(signer: &EndEntityCert, signed: &Signed, trusted: &[CertificateDer], at: DateTime<Utc>) -> bool {
    let anchors: Vec<_> = trusted.iter().filter_map(|it| anchor_from_trusted_cert(it).ok()).collect();
    let between: Vec<_> = signed.certificates.iter().map(|&bytes| CertificateDer::from(bytes)).collect();
    let at = UnixTime::since_unix_epoch(Duration::from_secs(u64::try_from(at.timestamp()).unwrap_or_default()));
    let purpose = KeyUsage::required_if_present(TIME_STAMPING); // an issuer may name none
    let ways = webpki::ALL_VERIFICATION_ALGS;
    signer.verify_for_usage(ways, &anchors, &between, at, purpose, None, None).is_ok()
}

fn holds(signed: &Signed, signer: &EndEntityCert) -> Result<(), Unproven> {
    let message = signed.message();
    for way in ways(signed.way, signed.digest) {
        match signer.verify_signature(way, &message, signed.signature) {
            Ok(()) => return Ok(()),
            Err(Error::UnsupportedSignatureAlgorithmForPublicKeyContext(_)) => {}
            Err(_) => return Err(Unproven::Signature),
        }
    }
    Err(Unproven::Algorithm)
}

/// How a signature of this kind over this digest may have been made, whatever key made it.
fn ways(way: &[u8], digest: &[u8]) -> Vec<&'static dyn SignatureVerificationAlgorithm> {
    match (way, digest) {
        (RSA | RSA_SHA_256, SHA_256) => vec![ring::RSA_PKCS1_2048_8192_SHA256],
        (RSA | RSA_SHA_384, SHA_384) => vec![ring::RSA_PKCS1_2048_8192_SHA384],
        (RSA | RSA_SHA_512, SHA_512) => vec![ring::RSA_PKCS1_2048_8192_SHA512],
        (RSA_PSS, SHA_256) => vec![ring::RSA_PSS_2048_8192_SHA256_LEGACY_KEY],
        (RSA_PSS, SHA_384) => vec![ring::RSA_PSS_2048_8192_SHA384_LEGACY_KEY],
        (RSA_PSS, SHA_512) => vec![ring::RSA_PSS_2048_8192_SHA512_LEGACY_KEY],
        (ECDSA_SHA_256, SHA_256) => vec![ring::ECDSA_P256_SHA256, ring::ECDSA_P384_SHA256],
        (ECDSA_SHA_384, SHA_384) => vec![ring::ECDSA_P256_SHA384, ring::ECDSA_P384_SHA384],
        (ED25519, _) => vec![ring::ED25519],
        _ => vec![],
    }
}
