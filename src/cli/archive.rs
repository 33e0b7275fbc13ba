//! The one file of a backup: a tar with a manifest that names every entry's SHA-256; and `claimdesk restore`.

use std::fs::File;
use std::io::{BufReader, BufWriter, Read, Write};
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::{open, verify};
use crate::config::{Place, Serving};
use crate::db::{Lock, sha256};
use crate::error::{Error, Result};

/// What a backup holds.
#[derive(Debug, Serialize, Deserialize)]
pub struct Manifest {
    format: u8,
    version: String,
    /// Newest event when the files were read, at the earliest.
    events: i64,
    head: String,
    entries: Vec<Entry>,
}

#[derive(Debug, Serialize, Deserialize)]
struct Entry {
    name: String,
    bytes: usize,
    sha256: String,
}

impl Manifest {
    /// A manifest without entries yet.
    pub fn new(events: i64, head: String) -> Self {
        Manifest { format: 1, version: env!("CARGO_PKG_VERSION").into(), events, head, entries: Vec::new() }
    }

    /// What to print.
    pub fn summary(&self) -> serde_json::Value {
        let bytes: usize = self.entries.iter().map(|entry| entry.bytes).sum();
        serde_json::json!({ "events": self.events, "head": self.head, "entries": self.entries.len(), "bytes": bytes })
    }
}

/// Writes the file entry by entry.
pub struct Writer {
    tar: tar::Builder<BufWriter<File>>,
    entries: Vec<Entry>,
}

impl Writer {
    /// Starts a new file.
    pub fn create(path: &Path) -> Result<Self> {
        let file =
            File::create(path).map_err(|error| Error::startup(format!("cannot write {}: {error}", path.display())))?;
        Ok(Writer { tar: tar::Builder::new(BufWriter::new(file)), entries: Vec::new() })
    }

    /// Adds one entry.
    pub fn add(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        self.entries.push(Entry { name: name.to_owned(), bytes: bytes.len(), sha256: sha256(bytes) });
        self.append(name, bytes)
    }

    fn append(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let mut header = tar::Header::new_gnu();
        header.set_size(bytes.len() as u64);
        header.set_mode(0o600);
        header.set_cksum();
        Ok(self.tar.append_data(&mut header, name, bytes)?)
    }

    /// Ends with the manifest, on the disk.
    pub fn finish(mut self, mut manifest: Manifest) -> Result<()> {
        manifest.entries = std::mem::take(&mut self.entries);
        let json = serde_json::to_vec_pretty(&manifest)?;
        self.append("manifest.json", &json)?;
        let mut out = self.tar.into_inner()?;
        out.flush()?;
        Ok(out.into_inner().map_err(|error| error.into_error())?.sync_all()?)
    }
}

fn damaged(what: &str) -> Error {
    Error::startup(format!("this backup is damaged: {what}"))
}

/// Reads a file whole; `take` gets every entry. Answers the manifest once all entries are what it says.
fn read(path: &Path, mut take: impl FnMut(&str, Vec<u8>) -> Result<()>) -> Result<Manifest> {
    let file = File::open(path).map_err(|error| Error::startup(format!("cannot read {}: {error}", path.display())))?;
    let mut tar = tar::Archive::new(BufReader::new(file));
    let mut found: Vec<(String, usize, String)> = Vec::new();
    let mut manifest: Option<Manifest> = None;
    for entry in tar.entries().map_err(|_| damaged("it is no tar file"))? {
        let mut entry = entry.map_err(|_| damaged("an entry does not read"))?;
        let name = entry.path().map_err(|_| damaged("an entry has no name"))?.to_string_lossy().into_owned();
        let mut bytes = Vec::new();
        entry.read_to_end(&mut bytes).map_err(|_| damaged("an entry is cut off"))?;
        if name == "manifest.json" {
            manifest = Some(serde_json::from_slice(&bytes).map_err(|_| damaged("its manifest does not read"))?);
            continue;
        }
        found.push((name.clone(), bytes.len(), sha256(&bytes)));
        take(&name, bytes)?;
    }
    let manifest = manifest.ok_or_else(|| damaged("its manifest is missing"))?;
    if manifest.format != 1 {
        return Err(Error::startup("this backup was made by a newer claimdesk: use that version or a later one"));
    }
    let listed = manifest.entries.iter().map(|entry| (entry.name.clone(), entry.bytes, entry.sha256.clone()));
    match listed.eq(found.iter().cloned()) {
        true => Ok(manifest),
        false => Err(damaged("an entry is not what the manifest says")),
    }
}

/// Proves a file without unpacking it.
pub fn check(path: &Path) -> Result<Manifest> {
    read(path, |_, _| Ok(()))
}

/// Brings a backup back, and proves it.
pub fn restore(place: &Place, serving: &Serving, file: &Path) -> Result<()> {
    check(file)?;
    crate::db::make_directory(&place.data)?;
    let _lock = Lock::take(&place.data)?;
    let target = place.data.join("claimdesk.db");
    if place.database.is_none() && target.exists() {
        return Err(Error::startup(format!(
            "{} already holds a desk: restore into an empty directory, then put it in its place",
            place.data.display()
        )));
    }
    let blobs = crate::blobs::Blobs::open(&place.data)?;
    let mut rows = Vec::new();
    read(file, |name, bytes| {
        if let Some(hash) = name.strip_prefix("blobs/") {
            if blobs.put(&bytes)? != hash {
                return Err(damaged("a file is not what its name says"));
            }
        } else if name == "claimdesk.db" && place.database.is_none() {
            let mut out = File::create(&target)?;
            out.write_all(&bytes)?;
            out.sync_all()?;
        } else if let (Some(table), true) = (name.strip_prefix("tables/"), place.database.is_some()) {
            rows.push((table.to_owned(), bytes));
        } else {
            return Err(Error::startup("this backup is of the other kind of database"));
        }
        Ok(())
    })?;
    if !rows.is_empty() {
        fill(place, &rows)?;
    }
    let proof = verify::verify(&open(place, serving)?)?;
    println!("{}", serde_json::to_string(&proof)?);
    Ok(())
}

#[cfg(feature = "postgres")]
mod server {
    //! PostgreSQL has no file to copy: rows travel as JSON, table by table, in the order of their foreign keys.

    use diesel::prelude::*;
    use diesel::sql_types::Text;

    use super::Writer;
    use crate::app::App;
    use crate::config::Place;
    use crate::db::{self, Db};
    use crate::error::{Error, Result};

    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = Text)]
        value: String,
    }

    /// Every table of the migrations, parents first.
    const TABLES: &[&str] = &[
        "log_head",
        "events",
        "event_words",
        "content_documents",
        "secrets",
        "desk",
        "gate_settings",
        "people",
        "sessions",
        "parked_forms",
        "invitations",
        "access",
        "topics",
        "articles",
        "article_versions",
        "claimants",
        "claims",
        "claim_topics",
        "appearances",
        "sources",
        "snapshots",
        "scale_entries",
        "checks",
        "drafts",
        "contributions",
        "evidence",
        "decisions",
        "published_versions",
        "withholdings",
        "tasks",
        "policies",
        "claim_places",
        "dismissals",
        "release_rules",
        "releases",
        "worth_models",
        "external_checks",
        "claim_matches",
        "jobs",
        "captures",
        "snapshot_pages",
        "source_watches",
        "source_notices",
        "source_notes",
        "derivations",
        "protected_sources",
        "fetch_settings",
        "archivings",
        "time_proofs",
        "retractions",
        "comments",
        "mentions",
        "notifications",
        "notification_marks",
    ];

    pub fn tables(app: &App, writer: &mut Writer) -> Result<()> {
        let all = app.database().read(|db| {
            TABLES
                .iter()
                .map(|table| {
                    let rows: Vec<Row> =
                        diesel::sql_query(format!("SELECT row_to_json(t)::text AS value FROM {table} t")).load(db)?;
                    Ok((*table, rows.into_iter().map(|row| row.value + "\n").collect::<String>()))
                })
                .collect::<Result<Vec<_>>>()
        })?;
        all.iter().try_for_each(|(table, lines)| writer.add(&format!("tables/{table}"), lines.as_bytes()))
    }

    pub fn fill(place: &Place, rows: &[(String, Vec<u8>)]) -> Result<()> {
        let opened = db::open(&place.data, place.database.as_deref(), true, true)?;
        let rows = rows.to_vec();
        opened.database.write_blocking(move |db| {
            if crate::events::store::head(db)?.0 != 0 {
                return Err(Error::startup("this database already holds a desk: restore into an empty one"));
            }
            diesel::sql_query("DELETE FROM log_head").execute(db)?;
            TABLES.iter().try_for_each(|table| match rows.iter().find(|(name, _)| name == table) {
                Some((_, lines)) => fill_one(db, table, &String::from_utf8_lossy(lines)),
                None => Ok(()),
            })
        })
    }

    fn fill_one(db: &mut Db, table: &str, lines: &str) -> Result<()> {
        let sql = format!("INSERT INTO {table} SELECT * FROM json_populate_record(NULL::{table}, $1::json)");
        // Keys into a table's own rows are deferred: the order of the lines does not matter.
        lines.lines().try_for_each(|line| {
            diesel::sql_query(sql.clone()).bind::<Text, _>(line).execute(db)?;
            Ok(())
        })
    }

    #[cfg(test)]
    mod tests {
        use super::TABLES;

        /// A table that a backup forgets is lost, so the list is compared with the migrations themselves.
        #[test]
        fn every_table_of_the_migrations_travels_after_its_parents() {
            let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("migrations");
            let mut folders: Vec<_> = std::fs::read_dir(folder).unwrap().map(|it| it.unwrap().path()).collect();
            folders.sort();
            let sql: String = folders.iter().map(|it| std::fs::read_to_string(it.join("up.sql")).unwrap()).collect();
            let mut made = Vec::new();
            for table in sql.split("CREATE TABLE ").skip(1) {
                let name = table.split_whitespace().next().unwrap();
                let place = |name: &str| TABLES.iter().position(|it| *it == name);
                let own = place(name).unwrap_or_else(|| panic!("{name} is not in a backup"));
                let body = table.split(");\n").next().unwrap();
                for parent in body.split("REFERENCES ").skip(1) {
                    let parent = parent.split([' ', '(']).next().unwrap();
                    assert!(place(parent).is_some_and(|it| it <= own), "{name} comes before {parent}");
                }
                made.push(name);
            }
            assert_eq!(made.len(), TABLES.len(), "{made:?}");
        }
    }
}

#[cfg(feature = "postgres")]
pub use server::{fill, tables};

/// Without PostgreSQL there are no tables to write.
#[cfg(not(feature = "postgres"))]
pub fn tables(_: &crate::app::App, _: &mut Writer) -> Result<()> {
    Err(Error::startup("this build has no PostgreSQL"))
}

#[cfg(not(feature = "postgres"))]
fn fill(_: &Place, _: &[(String, Vec<u8>)]) -> Result<()> {
    Err(Error::startup("this build has no PostgreSQL"))
}
