//! The database: one set of queries on SQLite and PostgreSQL, one writer, many readers.

#[macro_use]
mod values;
mod open;
mod writer;

use diesel::connection::{AnsiTransactionManager, SimpleConnection, TransactionManager};
use diesel::prelude::*;
use diesel::r2d2::{ManageConnection, Pool, R2D2Connection};

pub use open::{Lock, Opened, make_directory, open};
pub use values::{Ids, Moment, hex, random_bytes, sha256};

use crate::error::{Error, Result};
use writer::Writer;

/// A connection to either database; `&mut Db` takes every query of the stores.
#[derive(diesel::MultiConnection)]
pub enum Db {
    /// How a desk outgrows one machine.
    #[cfg(feature = "postgres")]
    Pg(PgConnection),
    /// The default: one file.
    Sqlite(SqliteConnection),
}

/// The columns of a row type as plain expressions, for RETURNING (`as_returning` does not compile on both).
pub fn cols<T: Selectable<MultiBackend>>() -> T::SelectExpression {
    T::construct_selection()
}

impl Db {
    /// Runs `work` in a transaction that begins as a writer and moves the log's head first, so that writes are serial.
    pub fn transaction_of_writer<T>(&mut self, work: impl FnOnce(&mut Db) -> Result<T>) -> Result<T> {
        type Manager = <Db as Connection>::TransactionManager;
        match self {
            Db::Sqlite(c) => AnsiTransactionManager::begin_transaction_sql(c, "BEGIN IMMEDIATE")?,
            #[cfg(feature = "postgres")]
            Db::Pg(c) => {
                AnsiTransactionManager::begin_transaction(c)?;
                diesel::sql_query("SELECT seq FROM log_head WHERE id = 1 FOR UPDATE").execute(c)?;
            }
        }
        match work(self) {
            Ok(value) => {
                Manager::commit_transaction(self)?;
                Ok(value)
            }
            Err(error) => {
                Manager::rollback_transaction(self)?;
                Err(error)
            }
        }
    }

    /// The one-file database's own connection, where it is one.
    pub fn sqlite(&mut self) -> Option<&mut SqliteConnection> {
        match self {
            Db::Sqlite(c) => Some(c),
            #[cfg(feature = "postgres")]
            Db::Pg(_) => None,
        }
    }
}

/// Opens connections: the address decides which database, `reading` whether SQLite may write.
pub(crate) struct Manager {
    address: Address,
    reading: bool,
}

/// Where the rows are.
#[derive(Debug, Clone)]
pub enum Address {
    /// A file of SQLite.
    File(std::path::PathBuf),
    /// A `postgres://` address.
    Server(String),
}

/// Every connection's settings: what a power loss may not undo, and what an outsider's schema may not do.
const PRAGMAS: &str = "PRAGMA busy_timeout=5000; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON; \
   PRAGMA trusted_schema=OFF; PRAGMA cell_size_check=ON; PRAGMA secure_delete=ON; PRAGMA recursive_triggers=ON; \
   PRAGMA mmap_size=0; PRAGMA temp_store=MEMORY; PRAGMA cache_size=-16000; PRAGMA journal_size_limit=67108864;";

impl Manager {
    pub(crate) fn new(address: Address, reading: bool) -> Self {
        Manager { address, reading }
    }

    pub(crate) fn establish(&self) -> std::result::Result<Db, diesel::r2d2::Error> {
        match &self.address {
            Address::File(path) => {
                let mut c = SqliteConnection::establish(&path.to_string_lossy())
                    .map_err(diesel::r2d2::Error::ConnectionError)?;
                let role = if self.reading { "PRAGMA query_only=ON; PRAGMA wal_autocheckpoint=0;" } else { "" };
                c.batch_execute(&format!("{PRAGMAS}{role}")).map_err(diesel::r2d2::Error::QueryError)?;
                Ok(Db::Sqlite(c))
            }
            #[cfg(feature = "postgres")]
            Address::Server(url) => {
                let mut c = PgConnection::establish(url).map_err(diesel::r2d2::Error::ConnectionError)?;
                c.batch_execute("SET TIME ZONE 'UTC'; SET statement_timeout='30s'; SET lock_timeout='10s';")
                    .map_err(diesel::r2d2::Error::QueryError)?;
                Ok(Db::Pg(c))
            }
            #[cfg(not(feature = "postgres"))]
            Address::Server(_) => Err(diesel::r2d2::Error::ConnectionError(ConnectionError::InvalidConnectionUrl(
                "this build has no PostgreSQL: build it with --features postgres".into(),
            ))),
        }
    }
}

impl ManageConnection for Manager {
    type Connection = Db;
    type Error = diesel::r2d2::Error;

    fn connect(&self) -> std::result::Result<Db, Self::Error> {
        self.establish()
    }

    fn is_valid(&self, db: &mut Db) -> std::result::Result<(), Self::Error> {
        db.ping().map_err(diesel::r2d2::Error::QueryError)
    }

    fn has_broken(&self, db: &mut Db) -> bool {
        std::thread::panicking() || db.is_broken()
    }
}

/// The open database: readers from a pool, writes through one fair bounded queue.
pub struct Database {
    readers: Pool<Manager>,
    writer: Writer,
    address: Address,
}

impl Database {
    pub(crate) fn new(address: Address) -> Result<Self> {
        let readers = Pool::builder()
            .max_size(8)
            .min_idle(Some(1))
            .connection_timeout(std::time::Duration::from_secs(5))
            .build(Manager::new(address.clone(), true))
            .map_err(Error::internal)?;
        let writer = Writer::start(Manager::new(address.clone(), false))?;
        Ok(Database { readers, writer, address })
    }

    /// Where the rows are.
    pub fn address(&self) -> &Address {
        &self.address
    }

    /// Reads on the calling thread, from one consistent state of the rows. Blocks: off the async threads only.
    pub fn read<T>(&self, work: impl FnOnce(&mut Db) -> Result<T>) -> Result<T> {
        let mut db = self.readers.get().map_err(|_| Error::Busy)?;
        let db: &mut Db = &mut db;
        match db {
            Db::Sqlite(c) => c.batch_execute("BEGIN")?,
            #[cfg(feature = "postgres")]
            Db::Pg(c) => c.batch_execute("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY")?,
        }
        let out = work(db);
        db.batch_execute("ROLLBACK")?;
        out
    }

    /// Queues a write and waits for it without blocking; a full queue answers `Busy` at once.
    pub async fn write<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.writer.submit(work)?.await.map_err(|_| Error::internal("the writer stopped"))?
    }

    /// The same for the command line, where there is nothing else to do meanwhile.
    pub fn write_blocking<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.writer.submit(work)?.blocking_recv().map_err(|_| Error::internal("the writer stopped"))?
    }
}
