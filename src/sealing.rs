//! Words that must not be read from the database or its backups: sealed with a key that lies in a file of its own.

use std::path::{Path, PathBuf};

use ring::aead::{Aad, CHACHA20_POLY1305, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use zeroize::Zeroizing;

use crate::db::{hex, random_bytes, sha256};
use crate::error::{Error, Result};
use crate::keyfile;

/// The length of what is sealed tells nothing finer than this, in bytes.
const STEP: usize = 1024;

/// The key file, read when it is needed: a desk without protected sources has none.
#[derive(Debug, Clone)]
pub struct KeyFile(PathBuf);

/// Sealed words as a row keeps them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sealed {
    /// Nonce, cipher text and tag, in hex.
    pub text: String,
    /// Tells which key opens it, and nothing about the key.
    pub key_id: String,
}

struct Key {
    id: String,
    cipher: LessSafeKey,
}

impl KeyFile {
    /// Where the key is, or will be once something is sealed.
    pub fn at(path: PathBuf) -> Self {
        KeyFile(path)
    }

    /// Where the key is.
    pub fn path(&self) -> &Path {
        &self.0
    }

    /// Seals words that belong to `owner`: moved to another row they do not open. Makes the key at its first use.
    pub fn seal(&self, owner: &str, words: &str) -> Result<Sealed> {
        let key = match self.read()? {
            Some(key) => key,
            None => self.make()?,
        };
        let nonce: [u8; NONCE_LEN] = random_bytes();
        let mut bytes = Zeroizing::new(Vec::with_capacity(words.len() + STEP + 32));
        bytes.extend(u64::try_from(words.len()).map_err(Error::internal)?.to_be_bytes());
        bytes.extend(words.as_bytes());
        let padded = bytes.len().next_multiple_of(STEP);
        bytes.resize(padded, 0);
        key.cipher
            .seal_in_place_append_tag(Nonce::assume_unique_for_key(nonce), Aad::from(owner.as_bytes()), &mut *bytes)
            .map_err(|_| Error::internal("words could not be sealed"))?;
        Ok(Sealed { text: hex(&nonce) + &hex(&bytes), key_id: key.id })
    }

    /// Opens what was sealed for `owner`. Without the key that sealed it, or changed by a bit, it stays shut.
    pub fn open(&self, owner: &str, sealed: &Sealed) -> Result<Zeroizing<String>> {
        let key = self.read()?.filter(|key| key.id == sealed.key_id).ok_or(Error::refused("key-missing"))?;
        let shut = || Error::refused("sealed-broken");
        let mut bytes = Zeroizing::new(unhex(&sealed.text).ok_or_else(shut)?);
        let (nonce, rest) = bytes.split_at_mut_checked(NONCE_LEN).ok_or_else(shut)?;
        let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| shut())?;
        let plain = key.cipher.open_in_place(nonce, Aad::from(owner.as_bytes()), rest).map_err(|_| shut())?;
        let (length, words) = plain.split_first_chunk().ok_or_else(shut)?;
        let length = usize::try_from(u64::from_be_bytes(*length)).map_err(|_| shut())?;
        let words = words.get(..length).and_then(|words| std::str::from_utf8(words).ok()).ok_or_else(shut)?;
        Ok(Zeroizing::new(words.to_owned()))
    }

    fn read(&self) -> Result<Option<Key>> {
        keyfile::read(&self.0)?.map(|text| key_of(&text)).transpose()
    }

    fn make(&self) -> Result<Key> {
        let fresh = || Some(hex(&*Zeroizing::new(random_bytes::<32>())) + "\n");
        let text = keyfile::read_or_make(&self.0, fresh)?;
        key_of(&text.ok_or_else(|| Error::internal("the key file could not be made"))?)
    }
}

fn key_of(text: &str) -> Result<Key> {
    let bytes = unhex(text.trim()).map(Zeroizing::new).filter(|bytes| bytes.len() == 32);
    let bytes = bytes.ok_or_else(|| Error::internal("the key file does not hold a key of 64 hex digits"))?;
    let cipher = UnboundKey::new(&CHACHA20_POLY1305, &bytes).map_err(|_| Error::internal("the key is no key"))?;
    let id = sha256(&[b"claimdesk key\n".as_slice(), &bytes].concat()).chars().take(16).collect();
    Ok(Key { id, cipher: LessSafeKey::new(cipher) })
}

fn unhex(text: &str) -> Option<Vec<u8>> {
    let digit = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let (pairs, rest) = text.as_bytes().as_chunks::<2>();
    if !rest.is_empty() {
        return None;
    }
    pairs.iter().map(|[high, low]| Some(digit(high)? << 4 | digit(low)?)).collect()
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::*;

    fn key() -> (PathBuf, KeyFile) {
        let dir = std::env::temp_dir().join(format!("claimdesk-seal-{}", hex(&random_bytes::<8>())));
        fs::create_dir_all(&dir).unwrap();
        (dir.clone(), KeyFile::at(dir.join("protected.key")))
    }

    #[test]
    fn only_the_key_and_the_owner_open_it() {
        let (dir, key) = key();
        let sealed = key.seal("one", "Ada, at the pump house").unwrap();
        assert!(
            !sealed.text.contains("pump") && key.open("one", &sealed).unwrap().as_str() == "Ada, at the pump house"
        );
        assert_ne!(key.seal("one", "Ada, at the pump house").unwrap().text, sealed.text);
        assert!(key.open("two", &sealed).is_err());
        for at in [0, 30, sealed.text.len() - 1] {
            let mut text = sealed.text.clone().into_bytes();
            text[at] = if text[at] == b'0' { b'1' } else { b'0' };
            let changed = Sealed { text: String::from_utf8(text).unwrap(), ..sealed.clone() };
            assert!(key.open("one", &changed).is_err(), "{at}");
        }
        for text in ["", "00", "zz", "abc"] {
            assert!(key.open("one", &Sealed { text: text.into(), ..sealed.clone() }).is_err());
        }
        fs::remove_file(key.path()).unwrap();
        assert!(key.open("one", &sealed).is_err());
        fs::remove_dir_all(dir).unwrap();
    }

    #[test]
    fn its_length_tells_little_and_its_key_is_its_owners() {
        use std::os::unix::fs::PermissionsExt;
        let (dir, key) = key();
        let length = |words: &str| key.seal("one", words).unwrap().text.len();
        assert_eq!(length(""), length(&"x".repeat(900)));
        assert_eq!(fs::metadata(key.path()).unwrap().permissions().mode() & 0o777, 0o600);
        fs::remove_dir_all(dir).unwrap();
    }
}
