//! Opening: the folder, the lock, the version, the backup before a migration, the protections.

use std::fs::{File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};

use diesel::connection::SimpleConnection;
use diesel::migration::{Migration, MigrationSource};
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};
use diesel_migrations::{EmbeddedMigrations, MigrationHarness, embed_migrations};

use super::{Address, Database, Db, Manager, MultiBackend};
use crate::error::{Error, Result};

const MIGRATIONS: EmbeddedMigrations = embed_migrations!("migrations");
/// SQLite before this one can corrupt a WAL that two connections write.
const SQLITE_AT_LEAST: i32 = 3_053_002;
/// "Clde", so that `file` and we know our own database.
const APPLICATION_ID: i32 = 0x436c_6465;

/// The one server of a data directory; held until dropped, gone with the process.
pub struct Lock(#[allow(dead_code, reason = "held, not read")] File);

impl Lock {
    /// Takes the directory for this process, or says who has it.
    pub fn take(data: &Path) -> Result<Self> {
        let path = data.join("claimdesk.lock");
        let file = OpenOptions::new()
            .create(true)
            .truncate(false)
            .write(true)
            .open(&path)
            .map_err(|error| Error::startup(format!("cannot write in {}: {error}", data.display())))?;
        match file.try_lock() {
            Ok(()) => Ok(Lock(file)),
            Err(TryLockError::WouldBlock) => Err(Error::startup(format!(
                "another claimdesk server already runs on {}: stop it first, or choose another --data",
                data.display()
            ))),
            Err(TryLockError::Error(error)) => Err(Error::startup(format!("cannot lock {}: {error}", path.display()))),
        }
    }
}

/// Makes the data directory, for its owner's eyes only.
pub fn make_directory(data: &Path) -> Result<()> {
    let mut builder = std::fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder
        .create(data)
        .map_err(|error| Error::startup(format!("cannot make the data directory {}: {error}", data.display())))
}

/// What opening did, for the command line to tell.
pub struct Opened {
    /// Ready for queries.
    pub database: Database,
    /// The migrations that ran.
    pub migrated: Vec<String>,
    /// The copy made before them, if there was anything to copy.
    pub backup: Option<PathBuf>,
}

#[derive(QueryableByName)]
struct Row {
    #[diesel(sql_type = Text)]
    value: String,
}

#[derive(QueryableByName)]
struct Count {
    #[diesel(sql_type = BigInt)]
    value: i64,
}

/// Opens the database of a desk. `create` makes the directory, `migrate` brings an older one up to date.
pub fn open(data: &Path, server: Option<&str>, create: bool, migrate: bool) -> Result<Opened> {
    if create {
        make_directory(data)?;
    }
    let address = match server {
        Some(url) if url.starts_with("postgres://") || url.starts_with("postgresql://") => Address::Server(url.into()),
        Some(url) => return Err(Error::startup(format!("--database must be a postgres:// address, not {url}"))),
        None => Address::File(data.join("claimdesk.db")),
    };
    if let Address::File(path) = &address {
        require_sqlite()?;
        if !create && !path.exists() {
            return Err(Error::startup(format!("no desk in {}: start one with `claimdesk serve`", data.display())));
        }
    }
    let mut db = Manager::new(address.clone(), false).establish().map_err(|error| unreachable(&address, &error))?;
    let (migrated, backup) = bring_up(&mut db, data, migrate)?;
    drop(db);
    Ok(Opened { database: Database::new(address)?, migrated, backup })
}

fn unreachable(address: &Address, error: &diesel::r2d2::Error) -> Error {
    match address {
        Address::File(path) => Error::startup(format!("cannot open {}: {error}", path.display())),
        Address::Server(_) => Error::startup(format!("cannot reach the database server: {error}")),
    }
}

fn require_sqlite() -> Result<()> {
    let version: i32 = libsqlite3_sys::SQLITE_VERSION_NUMBER;
    if version < SQLITE_AT_LEAST {
        return Err(Error::startup(format!("SQLite {version} is too old: 3.53.2 or later is needed")));
    }
    Ok(())
}

fn bring_up(db: &mut Db, data: &Path, migrate: bool) -> Result<(Vec<String>, Option<PathBuf>)> {
    prepare_file(db)?;
    refuse_newer(db)?;
    let pending = db.pending_migrations(MIGRATIONS).map_err(Error::internal)?;
    let names: Vec<String> = pending.iter().map(|m| m.name().to_string()).collect();
    drop(pending);
    let mut backup = None;
    if !names.is_empty() {
        if !migrate {
            return Err(Error::startup("this database is older than this claimdesk: run `claimdesk migrate` first"));
        }
        backup = back_up(db, data)?;
        db.run_pending_migrations(MIGRATIONS).map_err(|error| Error::startup(format!("migration failed: {error}")))?;
    }
    let protections = match db {
        Db::Sqlite(_) => include_str!("../../protections/sqlite.sql"),
        #[cfg(feature = "postgres")]
        Db::Pg(_) => include_str!("../../protections/postgres.sql"),
    };
    db.transaction_of_writer(|db| Ok(db.batch_execute(protections)?))?;
    Ok((names, backup))
}

fn prepare_file(db: &mut Db) -> Result<()> {
    let Some(c) = db.sqlite() else { return Ok(()) };
    let tables: Count = diesel::sql_query("SELECT count(*) AS value FROM sqlite_master").get_result(c)?;
    if tables.value == 0 {
        c.batch_execute(&format!("PRAGMA auto_vacuum=INCREMENTAL; PRAGMA application_id={APPLICATION_ID};"))?;
    }
    c.batch_execute("PRAGMA journal_mode=WAL;")
        .map_err(|error| Error::startup(format!("cannot write the database: {error}")))
}

/// A migration that this program does not know was made by a later one, whose rows it could misread.
fn refuse_newer(db: &mut Db) -> Result<()> {
    let has_table = match db {
        Db::Sqlite(c) => {
            diesel::sql_query("SELECT count(*) AS value FROM sqlite_master WHERE name = '__diesel_schema_migrations'")
                .get_result::<Count>(c)?
        }
        #[cfg(feature = "postgres")]
        Db::Pg(c) => diesel::sql_query(
            "SELECT count(*) AS value FROM information_schema.tables \
             WHERE table_name = '__diesel_schema_migrations' AND table_schema = current_schema()",
        )
        .get_result::<Count>(c)?,
    };
    if has_table.value == 0 {
        return Ok(());
    }
    let known: Vec<String> = MigrationSource::<MultiBackend>::migrations(&MIGRATIONS)
        .map_err(Error::internal)?
        .iter()
        .map(|migration| migration.name().version().to_string())
        .collect();
    let found: Vec<Row> =
        diesel::sql_query("SELECT version AS value FROM __diesel_schema_migrations ORDER BY version").load(db)?;
    match found.iter().find(|row| !known.contains(&row.value)) {
        Some(row) => Err(Error::startup(format!(
            "this database was made by a newer claimdesk (it has migration {}): use that version or a later one",
            row.value
        ))),
        None => Ok(()),
    }
}

/// A copy of a file that already holds rows, checked before anything is changed.
fn back_up(db: &mut Db, data: &Path) -> Result<Option<PathBuf>> {
    let Some(c) = db.sqlite() else { return Ok(None) };
    let events: Count =
        diesel::sql_query("SELECT count(*) AS value FROM sqlite_master WHERE name = 'events'").get_result(c)?;
    if events.value == 0 {
        return Ok(None);
    }
    let folder = data.join("backups");
    std::fs::create_dir_all(&folder).map_err(Error::internal)?;
    let path = (1..).map(|n| folder.join(format!("before-migration-{n}.db"))).find(|path| !path.exists());
    let Some(path) = path else { return Ok(None) };
    diesel::sql_query("VACUUM INTO $1").bind::<Text, _>(path.to_string_lossy()).execute(c)?;
    let mut copy = SqliteConnection::establish(&path.to_string_lossy()).map_err(Error::internal)?;
    let verdict: Row = diesel::sql_query("SELECT integrity_check AS value FROM pragma_integrity_check LIMIT 1")
        .get_result(&mut copy)?;
    if verdict.value != "ok" {
        return Err(Error::startup(format!("the backup before the migration is damaged: {}", verdict.value)));
    }
    Ok(Some(path))
}
