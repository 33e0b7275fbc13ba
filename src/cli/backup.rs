//! `claimdesk backup`: database and files in one verified file, beside a running server.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use diesel::connection::SimpleConnection;

use super::archive::{self, Manifest, Writer};
use super::open;
use crate::config::{Place, Serving};
use crate::db::Address;
use crate::error::{Error, Result};
use crate::events::store::head;

/// Writes the file, reads it back whole, and only then gives it its name.
pub fn run(place: &Place, serving: &Serving, file: &Path) -> Result<()> {
    if file.exists() {
        return Err(Error::startup(format!("{} is already there: choose another name", file.display())));
    }
    let app = open(place, serving)?;
    let draft = file.with_extension("partial");
    let copy = file.with_extension("partial-db");
    let made = (|| {
        let mut writer = Writer::create(&draft)?;
        match app.database().address().clone() {
            Address::File(_) => copy_sqlite(&app, &copy, &mut writer)?,
            Address::Server(_) => archive::tables(&app, &mut writer)?,
        }
        // Files are written before the rows that name them, so every row of the copy has its file by now.
        for hash in app.blobs().hashes()? {
            writer.add(&format!("blobs/{hash}"), &app.blobs().get(&hash)?)?;
        }
        let (seq, hash) = app.database().read(head)?;
        writer.finish(Manifest::new(seq, hash))?;
        archive::check(&draft)
    })();
    let _ = std::fs::remove_file(&copy);
    match made {
        Ok(manifest) => {
            std::fs::rename(&draft, file)?;
            println!("{}", serde_json::to_string(&manifest.summary())?);
            Ok(())
        }
        Err(error) => {
            let _ = std::fs::remove_file(&draft);
            Err(error)
        }
    }
}

fn copy_sqlite(app: &crate::app::App, copy: &Path, writer: &mut Writer) -> Result<()> {
    let _ = std::fs::remove_file(copy);
    let Address::File(path) = app.database().address() else { return Ok(()) };
    let mut c = <diesel::SqliteConnection as diesel::Connection>::establish(&path.to_string_lossy())
        .map_err(Error::internal)?;
    c.batch_execute("PRAGMA busy_timeout=5000;")?;
    let target = copy.to_string_lossy().replace('\'', "''");
    c.batch_execute(&format!("VACUUM INTO '{target}'"))?;
    let mut bytes = Vec::new();
    File::open(copy)?.read_to_end(&mut bytes)?;
    writer.add("claimdesk.db", &bytes)
}
