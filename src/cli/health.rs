//! `claimdesk health`: one JSON line, exit 0 where all is well.

use super::open;
use crate::config::{Place, Serving};
use crate::db::Address;
use crate::error::{Error, Result};
use crate::events::store::head;
use crate::evidence::{captures, watches};
use crate::jobs::store::queues;

/// Asks the database and the files.
pub fn run(place: &Place, serving: &Serving) -> Result<()> {
    let app = open(place, serving)?;
    let (seq, hash) = app.database().read(head)?;
    let queues = app.database().read(queues)?;
    let waiting = |kind: &str| queues.iter().find(|queue| queue.kind == kind).map_or(0, |queue| queue.waiting);
    let files = app.blobs().hashes().map_err(|_| Error::startup("the files cannot be read"))?.len();
    let database = match app.database().address() {
        Address::File(_) => format!("sqlite {}", libsqlite3_sys::SQLITE_VERSION.to_string_lossy()),
        Address::Server(_) => "postgresql".to_owned(),
    };
    let line = serde_json::json!({
        "status": "ok", "version": env!("CARGO_PKG_VERSION"), "database": database, "events": seq, "head": hash, "files": files,
        "captures_waiting": waiting(captures::JOB), "sources_watched": waiting(watches::JOB),
    });
    println!("{line}");
    Ok(())
}
