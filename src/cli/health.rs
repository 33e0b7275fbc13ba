//! `claimdesk health`: one JSON line, exit 0 where all is well.

use super::open;
use crate::config::{Place, Serving};
use crate::db::Address;
use crate::error::{Error, Result};
use crate::events::store::head;

/// Asks the database and the files.
pub fn run(place: &Place, serving: &Serving) -> Result<()> {
    let app = open(place, serving)?;
    let (seq, hash) = app.database().read(head)?;
    let files = app.blobs().hashes().map_err(|_| Error::startup("the files cannot be read"))?.len();
    let database = match app.database().address() {
        Address::File(_) => format!("sqlite {}", libsqlite3_sys::SQLITE_VERSION.to_string_lossy()),
        Address::Server(_) => "postgresql".to_owned(),
    };
    let line = serde_json::json!({
        "status": "ok", "version": env!("CARGO_PKG_VERSION"), "database": database, "events": seq, "head": hash, "files": files,
    });
    println!("{line}");
    Ok(())
}
