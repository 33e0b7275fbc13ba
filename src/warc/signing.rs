//! Signatures of WACZ files, in the anonymous form of the WACZ signing specification 0.1.0: they show that two files
//! come from one key, and that nothing was changed since. Whose key it is, the desk says in public.
//!
//! ReplayWeb.page reads one kind only: ECDSA on the curve P-384 over SHA-256, which ring does not make.

use std::fmt;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use rustls::pki_types::PrivatePkcs8KeyDer;
use rustls::pki_types::pem::PemObject;
use serde_json::{Value, json};

const SPECIFICATION: &str = "0.1.0";
const PEM_LINE: usize = 64;

/// The key a desk signs its exports with; made once, kept where nobody else reads.
pub struct SigningKey(curve::Key);

impl fmt::Debug for SigningKey {
    fn fmt(&self, to: &mut fmt::Formatter) -> fmt::Result {
        to.write_str("SigningKey")
    }
}

/// Why nothing can be signed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unsigned {
    /// This machine's processor lacks what the signature is computed with.
    Machine,
    /// No PEM file with a private key (PKCS#8) on the curve P-384.
    Key,
    /// The system's generator failed.
    Chance,
}

impl SigningKey {
    /// A new key, from the system's generator.
    pub fn generate() -> Result<Self, Unsigned> {
        curve::able()?;
        curve::generate().map(Self).ok_or(Unsigned::Chance)
    }

    /// A key as [`to_pem`](Self::to_pem) or `openssl genpkey` wrote it.
    pub fn from_pem(pem: &str) -> Result<Self, Unsigned> {
        curve::able()?;
        let der = PrivatePkcs8KeyDer::from_pem_slice(pem.as_bytes()).map_err(|_| Unsigned::Key)?;
        curve::read(der.secret_pkcs8_der()).map(Self).ok_or(Unsigned::Key)
    }

    /// The key as PEM (PKCS#8), to be kept secret.
    pub fn to_pem(&self) -> Result<String, Unsigned> {
        let text = STANDARD.encode(curve::pkcs8(&self.0).ok_or(Unsigned::Key)?);
        let lines = text.as_bytes().chunks(PEM_LINE).map(String::from_utf8_lossy).collect::<Vec<_>>().join("\n");
        Ok(format!("-----BEGIN PRIVATE KEY-----\n{lines}\n-----END PRIVATE KEY-----\n"))
    }

    /// The public half as it stands in every signed file, for the desk to publish: base64 of its `SubjectPublicKeyInfo`.
    pub fn public_key(&self) -> Result<String, Unsigned> {
        curve::public(&self.0).map(|der| STANDARD.encode(der)).ok_or(Unsigned::Key)
    }
}

/// The `signedData` of `datapackage-digest.json`. `hash` is the one beside it, with its `sha256:`; `created` has to be
/// the `created` of `datapackage.json`, letter for letter.
pub fn sign(hash: &str, created: &str, software: &str, key: &SigningKey) -> Result<Value, Unsigned> {
    let signature = curve::sign(&key.0, hash.as_bytes()).ok_or(Unsigned::Chance)?;
    Ok(json!({
        "hash": hash,
        "created": created,
        "software": software,
        "version": SPECIFICATION,
        "signature": STANDARD.encode(signature),
        "publicKey": key.public_key()?,
    }))
}

#[cfg(any(target_arch = "x86_64", target_arch = "aarch64"))]
mod curve {
    use graviola::hashing::Sha256;
    use graviola::signing::ecdsa::{P384, SigningKey};

    use super::Unsigned;

    const MOST_BYTES: usize = 512;

    pub(super) type Key = SigningKey<P384>;

    /// Asks what graviola otherwise asserts.
    pub(super) fn able() -> Result<(), Unsigned> {
        if graviola::util::is_cpu_supported() { Ok(()) } else { Err(Unsigned::Machine) }
    }

    pub(super) fn generate() -> Option<Key> {
        Key::generate().ok()
    }

    pub(super) fn read(pkcs8: &[u8]) -> Option<Key> {
        Key::from_pkcs8_der(pkcs8).ok()
    }

    pub(super) fn pkcs8(key: &Key) -> Option<Vec<u8>> {
        key.to_pkcs8_der(&mut [0; MOST_BYTES]).map(<[u8]>::to_vec).ok()
    }

    pub(super) fn public(key: &Key) -> Option<Vec<u8>> {
        key.to_spki_der(&mut [0; MOST_BYTES]).map(<[u8]>::to_vec).ok()
    }

    /// Both numbers of the signature, 48 bytes each.
    pub(super) fn sign(key: &Key, message: &[u8]) -> Option<Vec<u8>> {
        key.sign::<Sha256>(&[message], &mut [0; MOST_BYTES]).map(<[u8]>::to_vec).ok()
    }
}

#[cfg(not(any(target_arch = "x86_64", target_arch = "aarch64")))]
mod curve {
    use super::Unsigned;

    pub(super) enum Key {}

    pub(super) fn able() -> Result<(), Unsigned> {
        Err(Unsigned::Machine)
    }

    pub(super) fn generate() -> Option<Key> {
        None
    }

    pub(super) fn read(_: &[u8]) -> Option<Key> {
        None
    }

    pub(super) fn pkcs8(key: &Key) -> Option<Vec<u8>> {
        match *key {}
    }

    pub(super) fn public(key: &Key) -> Option<Vec<u8>> {
        match *key {}
    }

    pub(super) fn sign(key: &Key, _: &[u8]) -> Option<Vec<u8>> {
        match *key {}
    }
}

#[cfg(test)]
mod tests {
    use std::process::Command;

    use ring::signature::{ECDSA_P384_SHA256_ASN1, UnparsedPublicKey};

    use super::*;

    const HASH: &str = "sha256:3dd086a0be145d1108bf32a5cac7c4b4c046eb78365792d4bb28e9f43e3c6571";
    /// How ReplayWeb.page imports the key and checks the signature.
    const REPLAY: &str = "
        const { hash, signature, publicKey } = JSON.parse(process.argv[1]);
        const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
        const kind = { name: 'ECDSA', namedCurve: 'P-384' };
        crypto.subtle.importKey('spki', bytes(publicKey), kind, true, ['verify'])
            .then((key) => crypto.subtle.verify({ name: 'ECDSA', hash: 'SHA-256' }, key, bytes(signature), new TextEncoder().encode(hash)))
            .then((holds) => console.log(holds));";

    fn bytes(signed: &Value, field: &str) -> Vec<u8> {
        STANDARD.decode(signed[field].as_str().unwrap()).unwrap()
    }

    /// A signature in the form ring reads: two positive numbers in DER.
    fn der(signature: &[u8]) -> Vec<u8> {
        let numbers = signature.chunks(48).flat_map(|it| {
            let digits: Vec<u8> = it.iter().copied().skip_while(|&byte| byte == 0).collect();
            let sign = if digits[0] >= 0x80 { vec![0] } else { vec![] };
            [vec![2, (sign.len() + digits.len()) as u8], sign, digits].concat()
        });
        let numbers: Vec<u8> = numbers.collect();
        [vec![0x30, numbers.len() as u8], numbers].concat()
    }

    fn holds(signed: &Value, hash: &str) -> bool {
        let key = bytes(signed, "publicKey");
        let point = key.strip_prefix(
            b"\x30\x76\x30\x10\x06\x07\x2a\x86\x48\xce\x3d\x02\x01\x06\x05\x2b\x81\x04\x00\x22\x03\x62\x00",
        );
        let key = UnparsedPublicKey::new(&ECDSA_P384_SHA256_ASN1, point.unwrap());
        key.verify(hash.as_bytes(), &der(&bytes(signed, "signature"))).is_ok()
    }

    #[test]
    fn what_is_signed_holds_for_others_and_nothing_else_does() {
        let key = SigningKey::generate().unwrap();
        for round in 0..40 {
            let signed = sign(HASH, "2026-11-24T19:00:15Z", "Claimdesk 0.1.0", &key).unwrap();
            assert_eq!(bytes(&signed, "signature").len(), 96);
            assert!(holds(&signed, HASH) && !holds(&signed, &HASH.replace('3', "4")), "round {round}: {signed}");
        }
        let signed = sign(HASH, "2026-11-24T19:00:15Z", "Claimdesk 0.1.0", &key).unwrap();
        let mut fields: Vec<_> = signed.as_object().unwrap().keys().map(String::as_str).collect();
        fields.sort_unstable();
        assert_eq!(fields, ["created", "hash", "publicKey", "signature", "software", "version"]);
        assert_eq!((&signed["hash"], &signed["created"]), (&json!(HASH), &json!("2026-11-24T19:00:15Z")));
        assert_eq!(signed["publicKey"], key.public_key().unwrap());
        if let Ok(said) = Command::new("node").args(["-e", REPLAY, "--", &signed.to_string()]).output() {
            assert_eq!(String::from_utf8_lossy(&said.stdout).trim(), "true");
        }
    }

    #[test]
    fn a_key_is_the_same_after_it_was_kept() {
        let key = SigningKey::generate().unwrap();
        let pem = key.to_pem().unwrap();
        assert!(pem.lines().all(|line| line.len() <= 64) && pem.ends_with("-----END PRIVATE KEY-----\n"));
        let kept = SigningKey::from_pem(&pem).unwrap();
        assert_eq!(kept.public_key(), key.public_key());
        assert!(holds(&sign(HASH, "", "", &kept).unwrap(), HASH));
        assert_ne!(SigningKey::generate().unwrap().public_key(), key.public_key());
        let damaged = |from: &str, to: &str| SigningKey::from_pem(&pem.replacen(from, to, 1)).err();
        for (from, to) in [("PRIVATE", "PUBLIC"), ("MI", "MA"), ("\n", "\nAAAA")] {
            assert_eq!(damaged(from, to), Some(Unsigned::Key), "{from:?}");
        }
        assert_eq!(SigningKey::from_pem("").err(), Some(Unsigned::Key));
    }

    #[test]
    fn keys_that_openssl_made_are_taken_on_this_curve_only() {
        for (curve, taken) in [("P-384", true), ("P-256", false), ("P-521", false)] {
            let curve = format!("ec_paramgen_curve:{curve}");
            let made = Command::new("openssl").args(["genpkey", "-algorithm", "EC", "-pkeyopt", &curve]).output();
            let Ok(made) = made else { return };
            assert_eq!(SigningKey::from_pem(&String::from_utf8(made.stdout).unwrap()).is_ok(), taken, "{curve}");
        }
    }
}
