//! What handlers and commands are given: the open desk.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError, RwLock};
use std::thread::Thread;

use tokio::sync::Semaphore;

use crate::archives::{self, Archive};
use crate::articles::readings::Readings;
use crate::articles::store::Version;
use crate::blobs::Blobs;
use crate::checks;
use crate::config::Config;
use crate::db::{Database, Db, Moment};
use crate::error::{Error, Result};
use crate::fetching::pace::Pace;
use crate::fetching::{Fetcher, Limits, Settings, SystemResolver};
use crate::people::rules::Actor;
use crate::sealing::KeyFile;
use crate::search::Search;
use crate::text::reading::Line;
use crate::tx::Tx;

/// Where the time comes from. Nothing else may ask the machine for it.
pub trait Clock: Send + Sync {
    /// The present moment.
    fn now(&self) -> Moment;
}

/// The machine's clock.
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(clippy::disallowed_methods, reason = "the one place that may ask")]
    fn now(&self) -> Moment {
        Moment::from_utc(chrono::Utc::now())
    }
}

/// The open desk; cheap to clone, shared by every worker.
#[derive(Clone)]
pub struct App(Arc<Inner>);

struct Inner {
    database: Database,
    blobs: Blobs,
    config: Config,
    clock: Arc<dyn Clock>,
    hashing: Semaphore,
    readings: Readings,
    search: OnceLock<Search>,
    followers: RwLock<Vec<Thread>>,
    fetcher: Fetcher,
    pace: Mutex<Pace>,
    archive: Option<Box<dyn Archive>>,
}

/// Each password hash takes 64 MiB: never more of them at once than this.
const HASHES_AT_ONCE: usize = 2;

impl App {
    /// Puts an open database and its files together.
    pub fn new(database: Database, data: &Path, config: Config, clock: Arc<dyn Clock>) -> Result<Self> {
        let blobs = Blobs::open(data)?;
        let fetcher = fetcher(&config)?;
        let archive =
            archives::from_setting(&config.archive).map_err(|error| Error::startup(format!("--archive: {error}")))?;
        let pace = Mutex::new(Pace::new(chrono::TimeDelta::seconds(10), chrono::TimeDelta::hours(6)));
        Ok(App(Arc::new(Inner {
            database,
            blobs,
            config,
            clock,
            hashing: Semaphore::new(HASHES_AT_ONCE),
            readings: Readings::default(),
            search: OnceLock::new(),
            followers: RwLock::default(),
            fetcher,
            pace,
            archive,
        })))
    }

    /// What was set from outside.
    pub fn config(&self) -> &Config {
        &self.0.config
    }

    /// The files.
    pub fn blobs(&self) -> &Blobs {
        &self.0.blobs
    }

    /// The key that seals protected sources.
    pub fn protected_key(&self) -> KeyFile {
        KeyFile::at(self.0.config.protected_key.clone())
    }

    /// The database, for operations that are not about one desk's rows.
    pub fn database(&self) -> &Database {
        &self.0.database
    }

    /// The one way to ask an address that somebody typed.
    pub fn fetcher(&self) -> &Fetcher {
        &self.0.fetcher
    }

    /// The archive elsewhere that sources can be handed to, where the desk has one.
    pub fn archive(&self) -> Option<&dyn Archive> {
        self.0.archive.as_deref()
    }

    /// How often each host is asked by what nobody waits for.
    pub fn pace(&self) -> MutexGuard<'_, Pace> {
        self.0.pace.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The present moment.
    pub fn now(&self) -> Moment {
        self.0.clock.now()
    }

    /// A turn at hashing; too many waiting means come back later.
    pub async fn hashing_turn(&self) -> Result<tokio::sync::SemaphorePermit<'_>> {
        let wait = tokio::time::timeout(std::time::Duration::from_secs(5), self.0.hashing.acquire()).await;
        wait.map_err(|_| Error::Busy)?.map_err(Error::internal)
    }

    /// A version read sentence by sentence, with the model of that file; call it in `work`, it may take its time.
    pub fn reading(&self, version: &Version, lang: &str, model: Option<&str>) -> Result<Arc<Vec<Line>>> {
        self.0.readings.of(version, lang, model, &self.0.blobs)
    }

    /// Gives the desk its search indexes. A process that only runs a command does without.
    pub fn open_search(&self, data: &Path) -> Result<&Search> {
        let opened = Search::open(data, self.0.config.embedding_model.as_deref())?;
        Ok(self.0.search.get_or_init(|| opened))
    }

    /// The search indexes, where this process has them.
    pub fn search(&self) -> Option<&Search> {
        self.0.search.get()
    }

    /// Which thread to wake when something was committed.
    pub fn wake_when_written(&self, follower: Thread) {
        if let Ok(mut followers) = self.0.followers.write() {
            followers.push(follower);
        }
    }

    fn wake(&self) {
        if let Ok(followers) = self.0.followers.read() {
            followers.iter().for_each(Thread::unpark);
        }
    }

    /// Reads off the async threads, from one consistent state.
    pub async fn read<T: Send + 'static>(&self, work: impl FnOnce(&mut Db) -> Result<T> + Send + 'static) -> Result<T> {
        let app = self.clone();
        actix_web::web::block(move || app.0.database.read(work)).await.map_err(Error::internal)?
    }

    /// Runs something slow (hashing, parsing, files) off the async threads.
    pub async fn work<T: Send + 'static>(&self, work: impl FnOnce(&App) -> Result<T> + Send + 'static) -> Result<T> {
        let app = self.clone();
        actix_web::web::block(move || work(&app)).await.map_err(Error::internal)?
    }

    /// The one way to change something: one transaction, and before it commits every open draft that rests on what was
    /// touched is brought up to date.
    pub async fn write<T: Send + 'static>(
        &self,
        by: &Actor,
        work: impl FnOnce(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let (by, clock) = (by.clone(), self.0.clock.clone());
        let value = self.0.database.write(move |db| transact(db, by, clock.now(), work)).await?;
        self.wake();
        Ok(value)
    }

    /// The same for the command line.
    pub fn write_blocking<T: Send + 'static>(
        &self,
        by: &Actor,
        work: impl FnOnce(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.write_at(by, self.now(), work)
    }

    /// The same at a given moment: the sample content tells of days gone by.
    pub fn write_at<T: Send + 'static>(
        &self,
        by: &Actor,
        now: Moment,
        work: impl FnOnce(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        let by = by.clone();
        let value = self.0.database.write_blocking(move |db| transact(db, by, now, work))?;
        self.wake();
        Ok(value)
    }
}

fn fetcher(config: &Config) -> Result<Fetcher> {
    let settings = Settings {
        agent: format!("Claimdesk/{} (+{})", env!("CARGO_PKG_VERSION"), config.base_url),
        openings: config.fetch_allow.clone(),
        limits: Limits { body_bytes: config.fetch_bytes, decoded_bytes: config.fetch_bytes, ..Limits::default() },
        roots: Vec::new(),
    };
    Fetcher::new(settings, Arc::new(SystemResolver)).map_err(Error::startup)
}

fn transact<T>(db: &mut Db, by: Actor, now: Moment, work: impl FnOnce(&mut Tx) -> Result<T>) -> Result<T> {
    let mut tx = Tx::new(db, by, now);
    let value = work(&mut tx)?;
    checks::settling::settle(&mut tx)?;
    Ok(value)
}
