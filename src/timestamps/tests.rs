use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use rustls::pki_types::CertificateDer;
use rustls::pki_types::pem::PemObject;

use super::*;

const NONCE: &[u8] = &[0xfe, 0xdc, 0xba, 0x98, 0x76, 0x54, 0x32, 0x10];
const SAID: [u8; 32] = [7; 32];

/// An authority of its own, as RFC 3161 and OpenSSL know it, in a folder that goes with it.
struct Authority(PathBuf);

impl Drop for Authority {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

impl Authority {
    /// None where there is no OpenSSL. `key` and `digest` are words of its command line.
    fn new(name: &str, key: &str, digest: &str, bound: &str) -> Option<Self> {
        Command::new("openssl").arg("version").output().ok()?;
        let folder = std::env::temp_dir().join(format!("claimdesk-time-{}-{name}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let it = Self(folder);
        it.write(
            "tsa.cnf",
            format!(
                "[tsa]\ndefault_tsa = t\n[t]\nserial = serial\nsigner_cert = clock.pem\nsigner_key = clock.key\n\
                 certs = middle.pem\nsigner_digest = {digest}\ndefault_policy = 1.2.3.4.1\nother_policies = 1.2.3.4.2\n\
                 digests = sha256\naccuracy = secs:1, millisecs:500\ntsa_name = yes\ness_cert_id_alg = {bound}\n"
            ),
        );
        it.write("ca", "basicConstraints=critical,CA:TRUE\n");
        it.write("clock", "extendedKeyUsage=critical,timeStamping\n");
        it.certify("root", "root", key, "ca");
        it.certify("middle", "root", key, "ca");
        it.certify("clock", "middle", key, "clock");
        it.write("serial", "2A\n");
        Some(it)
    }

    fn certify(&self, name: &str, issuer: &str, key: &str, kind: &str) {
        let subject = format!("/O=Office of Time/CN=The {name}");
        self.run(&format!("req -new -newkey {key} -nodes -keyout {name}.key -out {name}.csr -subj"), &[&subject]);
        let by = if name == issuer {
            format!("-signkey {name}.key")
        } else {
            format!("-CA {issuer}.pem -CAkey {issuer}.key -CAcreateserial")
        };
        self.run(&format!("x509 -req -in {name}.csr {by} -days 30 -extfile {kind} -out {name}.pem"), &[]);
    }

    fn run(&self, words: &str, more: &[&str]) {
        let output = self.openssl(words, more);
        assert!(output.status.success(), "{words}: {}", String::from_utf8_lossy(&output.stderr));
    }

    fn openssl(&self, words: &str, more: &[&str]) -> Output {
        let words = words.split_whitespace().chain(more.iter().copied());
        Command::new("openssl").args(words).current_dir(&self.0).output().unwrap()
    }

    fn reply(&self, request: &[u8]) -> Vec<u8> {
        self.write("request", request);
        self.run("ts -reply -config tsa.cnf -queryfile request -out reply", &[]);
        std::fs::read(self.0.join("reply")).unwrap()
    }

    fn write(&self, name: &str, bytes: impl AsRef<[u8]>) {
        std::fs::write(Path::new(&self.0).join(name), bytes).unwrap();
    }

    fn trusted(&self, names: &[&str]) -> Vec<u8> {
        names.iter().flat_map(|name| std::fs::read(self.0.join(format!("{name}.pem"))).unwrap()).collect()
    }
}

#[test]
fn what_openssl_stamps_is_proven_and_openssl_agrees() {
    for (name, key, digest, bound) in [
        ("p256", "ec -pkeyopt ec_paramgen_curve:P-256", "sha256", "sha256"),
        ("p384", "ec -pkeyopt ec_paramgen_curve:P-384", "sha384", "sha512"),
        ("rsa", "rsa:2048", "sha512", "sha1"),
    ] {
        let Some(authority) = Authority::new(name, key, digest, bound) else { return };
        let reply = authority.reply(&request(&SAID, NONCE));
        let token = Token::of_reply(&reply, &SAID, NONCE).unwrap();
        assert_eq!(token.authority, "The clock, Office of Time");
        assert_eq!((token.policy.as_str(), token.serial.as_str()), ("1.2.3.4.1", "2b"));
        assert_eq!(token.accuracy, Some(std::time::Duration::from_millis(1500)));
        assert_eq!(Token::read(&token.der, &SAID).unwrap(), token);

        assert_eq!(token.verify(&authority.trusted(&["root"])), Ok(()), "{name}");
        assert_eq!(token.verify(&authority.trusted(&["middle"])), Ok(()));
        assert_eq!(token.verify(&authority.trusted(&["clock"])), Ok(()));
        assert_eq!(token.verify(b""), Err(Unproven::Nobody));
        authority.certify("other", "other", key, "ca");
        assert_eq!(token.verify(&authority.trusted(&["other"])), Err(Unproven::Untrusted));

        authority.write("token", &token.der);
        let command = token.openssl_command("token", "root.pem");
        authority.run(command.strip_prefix("openssl ").unwrap(), &[]);
        let elsewhere = Token { sha256: [8; 32], ..token }.openssl_command("token", "root.pem");
        assert!(!authority.openssl(elsewhere.strip_prefix("openssl ").unwrap(), &[]).status.success());
    }
}

#[test]
fn a_clock_that_signs_for_itself_is_trusted_by_name_only() {
    let key = "ec -pkeyopt ec_paramgen_curve:P-384";
    let Some(authority) = Authority::new("alone", key, "sha256", "sha256") else { return };
    authority.certify("clock", "clock", key, "clock");
    let token = Token::of_reply(&authority.reply(&request(&SAID, NONCE)), &SAID, NONCE).unwrap();
    assert_eq!(token.verify(&authority.trusted(&["root", "clock"])), Ok(()));
    assert_eq!(token.verify(&authority.trusted(&["root"])), Err(Unproven::Untrusted));
    for (days, result) in [(-2, Err(Unproven::Untrusted)), (29, Ok(())), (31, Err(Unproven::Untrusted))] {
        let at = token.at + chrono::TimeDelta::days(days);
        assert_eq!(token.verify_at(at, &authority.trusted(&["clock"])), result);
    }
}

#[test]
fn certificates_count_while_they_last_and_for_time_only() {
    let key = "ec -pkeyopt ec_paramgen_curve:P-256";
    let Some(authority) = Authority::new("lasting", key, "sha256", "sha256") else { return };
    let token = Token::of_reply(&authority.reply(&request(&SAID, NONCE)), &SAID, NONCE).unwrap();
    for (days, result) in [(-2, Err(Unproven::Untrusted)), (29, Ok(())), (31, Err(Unproven::Untrusted))] {
        let at = token.at + chrono::TimeDelta::days(days);
        assert_eq!(token.verify_at(at, &authority.trusted(&["root"])), result);
    }
    for (extension, is_for_time) in [
        ("extendedKeyUsage=critical,timeStamping", true),
        ("extendedKeyUsage=timeStamping", false),
        ("extendedKeyUsage=critical,timeStamping,serverAuth", false),
        ("extendedKeyUsage=critical,serverAuth", false),
        ("basicConstraints=CA:FALSE", false),
    ] {
        authority.write("kind", extension);
        authority.certify("some", "middle", key, "kind");
        let der = CertificateDer::from_pem_slice(&authority.trusted(&["some"])).unwrap();
        assert_eq!(certificate::Certificate::read(&der).unwrap().is_for_time, is_for_time, "{extension}");
    }
}

/// A token is a signed message like others: OpenSSL makes one with any certificate, named in any way.
#[test]
fn a_signature_by_whoever_is_not_for_time_proves_nothing() {
    let key = "ec -pkeyopt ec_paramgen_curve:P-256";
    let Some(authority) = Authority::new("whoever", key, "sha256", "sha256") else { return };
    let token = Token::of_reply(&authority.reply(&request(&SAID, NONCE)), &SAID, NONCE).unwrap();
    authority.write("said", signed::Signed::read(&token.der).unwrap().content);
    authority.write("web", "extendedKeyUsage=critical,serverAuth\nsubjectKeyIdentifier=hash\n");
    authority.write("clock", "extendedKeyUsage=critical,timeStamping\nsubjectKeyIdentifier=hash\n");
    for (kind, naming, bound, result) in [
        ("clock", "", "-cades", Some(Ok(()))),
        ("clock", "-keyid", "-cades", Some(Ok(()))),
        ("clock", "", "", None),
        ("web", "", "-cades", Some(Err(Unproven::Untrusted))),
    ] {
        authority.certify(kind, "middle", key, kind);
        authority.run(
            &format!(
                "cms -sign -binary -nodetach -md sha256 -outform DER -econtent_type 1.2.840.113549.1.9.16.1.4 -in said \
                 -signer {kind}.pem -inkey {kind}.key -certfile middle.pem -out signed {naming} {bound}"
            ),
            &[],
        );
        let read = Token::read(&std::fs::read(authority.0.join("signed")).unwrap(), &SAID);
        for trusted in ["root", kind] {
            let proven = read.as_ref().ok().map(|token| token.verify(&authority.trusted(&[trusted])));
            assert_eq!(proven, result, "{kind} {naming} {bound} {read:?}");
        }
    }
}

const REPLY: &[u8] = include_bytes!("fixtures/reply.tsr");
const ROOT: &[u8] = include_bytes!("fixtures/root.pem");
const REPLY_NONCE: &[u8] = b"\x40\xe9\x7f\x42\xa9\xe0\xe9\xa3";

fn hello() -> [u8; 32] {
    ring::digest::digest(&ring::digest::SHA256, b"hello").as_ref().try_into().unwrap()
}

#[test]
fn a_kept_proof_says_what_it_said() {
    let token = Token::of_reply(REPLY, &hello(), REPLY_NONCE).unwrap();
    assert_eq!(token.at.to_rfc3339(), "2026-11-24T19:00:15+00:00");
    assert_eq!(token.authority, "Clock 1, Office of Time");
    assert_eq!(token.verify(ROOT), Ok(()));
    assert_eq!(
        token.openssl_command("time.tst", "trusted.pem"),
        "openssl ts -verify -digest 2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824 -token_in \
         -in time.tst -CAfile trusted.pem -attime 1795546815"
    );
    let moved = Token { at: token.at + chrono::TimeDelta::days(-9000), ..token };
    assert_eq!(moved.verify(ROOT), Ok(()), "the moment is the one that is signed");
}

#[test]
fn answers_to_something_else_are_refused() {
    let declined = |bits: &[u8], words: &str| {
        let words = value(SEQUENCE, &[&value(0x0c, &[words.as_bytes()])]);
        let status = value(SEQUENCE, &[&value(INTEGER, &[&[2]]), &words, &value(der::BIT_STRING, &[bits])]);
        value(SEQUENCE, &[&status])
    };
    for (reply, sha256, nonce, refusal) in [
        (REPLY.to_vec(), [0; 32], REPLY_NONCE, Refusal::Imprint),
        (REPLY.to_vec(), hello(), NONCE, Refusal::Nonce),
        (REPLY.to_vec(), hello(), &[], Refusal::Nonce),
        ([REPLY, b"\0"].concat(), hello(), REPLY_NONCE, Refusal::Malformed),
        (vec![0x30; MOST_BYTES + 1], hello(), REPLY_NONCE, Refusal::TooLarge),
        (declined(&[7, 0x80], "a\nb"), hello(), REPLY_NONCE, Refusal::Declined("badAlg: ab".to_owned())),
        (declined(&[6, 0, 0, 0, 0x40], ""), hello(), REPLY_NONCE, Refusal::Declined("systemFailure".to_owned())),
    ] {
        assert_eq!(Token::of_reply(&reply, &sha256, nonce), Err(refusal));
    }
}

#[test]
fn no_byte_can_change_and_the_proof_say_something_else() {
    let token = Token::of_reply(REPLY, &hello(), REPLY_NONCE).unwrap();
    let signer = *signed::Signed::read(&token.der).unwrap().certificates.first().unwrap();
    let signer_at = REPLY.windows(signer.len()).position(|it| it == signer).unwrap();
    let (mut refusals, mut unproven, mut harmless) = (Vec::new(), Vec::new(), 0);
    for (at, bit) in (0..REPLY.len()).flat_map(|at| [1, 0x80].map(|bit| (at, bit))) {
        let mut reply = REPLY.to_vec();
        reply[at] ^= bit;
        match Token::of_reply(&reply, &hello(), REPLY_NONCE) {
            Err(Refusal::Declined(_)) => {}
            Err(refusal) if !refusals.contains(&refusal) => refusals.push(refusal),
            Err(_) => {}
            Ok(_) if (signer_at..signer_at + signer.len()).contains(&at) => panic!("another certificate at {at}"),
            Ok(changed) => match changed.verify(ROOT) {
                Ok(()) => {
                    assert_eq!(
                        (changed.at, &changed.policy, &changed.serial),
                        (token.at, &token.policy, &token.serial)
                    );
                    harmless += 1;
                }
                Err(why) if !unproven.contains(&why) => unproven.push(why),
                Err(_) => {}
            },
        }
        assert!(Token::of_reply(REPLY.get(..at).unwrap(), &hello(), REPLY_NONCE).is_err());
    }
    use Refusal::{Algorithm, Certificate, Digest, Imprint, Malformed};
    assert!([Algorithm, Certificate, Digest, Imprint, Malformed].iter().all(|it| refusals.contains(it)));
    assert!([Unproven::Algorithm, Unproven::Signature].iter().all(|it| unproven.contains(it)));
    assert!(harmless < REPLY.len(), "of {}: {harmless}", 2 * REPLY.len());
}

#[test]
fn a_request_is_what_openssl_asks() {
    let asked = b"\x30\x43\x02\x01\x01\x30\x31\x30\x0d\x06\x09\x60\x86\x48\x01\x65\x03\x04\x02\x01\x05\x00\x04\x20";
    let made = request(&hello(), REPLY_NONCE);
    assert!(made.starts_with(asked) && made.ends_with(b"\xa3\x01\x01\xff"));
    for (nonce, number) in [(NONCE, &[&[0], NONCE].concat()[..]), (&[0, 0, 5], &[5]), (&[], &[0])] {
        assert_eq!(unsigned(nonce), number);
    }
}

#[test]
fn numbers_moments_and_names_are_read_as_they_stand() {
    assert_eq!(der::object(b"\x2a\x86\x48\x86\xf7\x0d").as_deref(), Some("1.2.840.113549"));
    assert_eq!(der::object(b"\x88\x37").as_deref(), Some("2.999"));
    assert_eq!(der::object(&[0xff; 40]), None);
    assert_eq!(der::object(b""), None);
    for (text, moment) in [
        ("20240229235959Z", Some("2024-02-29T23:59:59+00:00")),
        ("20240229235959.25Z", Some("2024-02-29T23:59:59.250+00:00")),
        ("20230229235959Z", None),
        ("20240229235959", None),
        ("2024022923595.Z", None),
        ("20240229235959.1234567890Z", None),
        ("+0240229235959Z", None),
    ] {
        assert_eq!(der::moment(text.as_bytes()).map(|it| it.to_rfc3339()).as_deref(), moment, "{text}");
    }
    let words = |tag: u8, content| der::text(der::Value { tag, content, whole: content });
    assert_eq!(words(0x1e, b"\0T\x04\x16"), "TЖ");
    assert_eq!(words(0x13, b" a\x1b[2Jb "), "a[2Jb");
    assert_eq!(words(0x0c, "é".repeat(500).as_bytes()).chars().count(), 200);
}
