//! Passwords become Argon2id hashes here, and nowhere else.

use std::sync::OnceLock;

use argon2::password_hash::phc::PasswordHash;
use argon2::{Algorithm, Argon2, Params, PasswordHasher, PasswordVerifier, Version};

use super::rules::Password;
use crate::db::{hex, random_bytes};
use crate::error::{Error, Result};

/// 64 MiB, three passes: a guess costs an attacker as much as it costs us.
const MEMORY_KIB: u32 = 64 * 1024;
const PASSES: u32 = 3;

fn hasher() -> Result<Argon2<'static>> {
    let params = Params::new(MEMORY_KIB, PASSES, 1, None).map_err(Error::internal)?;
    Ok(Argon2::new(Algorithm::Argon2id, Version::V0x13, params))
}

/// The hash of a chosen password, with its salt and parameters. Slow on purpose.
pub fn hash(password: &Password) -> Result<String> {
    Ok(hasher()?.hash_password(password.reveal().as_bytes()).map_err(Error::internal)?.to_string())
}

/// Whether what was typed is the password of this hash. An unknown account costs the same time: give it `None`.
pub fn verify(typed: &str, hash: Option<&str>) -> bool {
    if typed.len() > 1024 {
        return false;
    }
    let known = hash.is_some();
    let hash = hash.unwrap_or_else(|| dummy());
    let matches = PasswordHash::new(hash)
        .is_ok_and(|parsed| Argon2::default().verify_password(typed.as_bytes(), &parsed).is_ok());
    known && matches
}

/// A hash that no password has, made once.
fn dummy() -> &'static str {
    static DUMMY: OnceLock<String> = OnceLock::new();
    DUMMY.get_or_init(|| {
        let nobody = hex(&random_bytes::<32>());
        Password::choose(&nobody, &[]).ok().and_then(|password| hash(&password).ok()).unwrap_or_default()
    })
}
