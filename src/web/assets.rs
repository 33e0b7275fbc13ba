//! Stylesheet, scripts and icons: embedded, each under the hash of all of them.

use std::sync::OnceLock;

use rust_embed::RustEmbed;
use sha2::{Digest, Sha256};

use super::{Answer, Ask, Cache};
use crate::db::hex;
use crate::error::{Error, Result};

#[derive(RustEmbed)]
#[folder = "static/"]
struct Files;

/// Names this build's files: another build has another address, so browsers may keep them for ever.
pub fn build() -> &'static str {
    static BUILD: OnceLock<String> = OnceLock::new();
    BUILD.get_or_init(|| {
        let mut all = Sha256::new();
        let mut names: Vec<_> = Files::iter().collect();
        names.sort();
        for name in names {
            if let Some(file) = Files::get(&name) {
                all.update(name.as_bytes());
                all.update(&file.data);
            }
        }
        hex(&all.finalize()).chars().take(12).collect()
    })
}

/// `GET /assets/{build}/{file}`
pub async fn file(ask: Ask) -> Result<Answer> {
    let name = ask.param("file")?;
    let file = Files::get(name).ok_or(Error::NotFound)?;
    let kind = match name.rsplit_once('.').map(|(_, ending)| ending) {
        Some("css") => "text/css; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("svg") => "image/svg+xml",
        _ => return Err(Error::NotFound),
    };
    let cache = if ask.param("build")? == build() { Cache::Forever } else { Cache::Public };
    Ok(Answer::bytes(kind, file.data.into_owned()).cached(cache))
}
