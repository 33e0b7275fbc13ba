//! Follows the log and tells people; one row says how far, so that of several processes each event is told once.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use super::{hearing, store};
use crate::app::App;
use crate::error::Result;
use crate::people::rules::Actor;

/// Events read at a time.
const BATCH: i64 = 200;
/// What other processes wrote is looked for this often.
const PAUSE: Duration = Duration::from_secs(1);

/// The thread that follows; stopping it waits until what it has begun is done.
pub struct Telling {
    stop: Arc<AtomicBool>,
    thread: Option<JoinHandle<()>>,
}

impl Telling {
    /// Starts to follow. A process that serves the desk does this once.
    pub fn start(app: App) -> Result<Self> {
        let stop = Arc::new(AtomicBool::new(false));
        let seen = stop.clone();
        let thread = std::thread::Builder::new().name("notifications".into()).spawn(move || {
            app.wake_when_written(std::thread::current());
            while !seen.load(Ordering::Relaxed) {
                if let Err(error) = keep_up(&app) {
                    tracing::error!(%error, "notifications could not follow the log");
                    std::thread::park_timeout(PAUSE * 10);
                }
                std::thread::park_timeout(PAUSE);
            }
        })?;
        Ok(Telling { stop, thread: Some(thread) })
    }
}

impl Drop for Telling {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        if let Some(thread) = self.thread.take() {
            thread.thread().unpark();
            let _ = thread.join();
        }
    }
}

/// Tells of everything that happened since the mark.
pub fn keep_up(app: &App) -> Result<()> {
    loop {
        let (mark, newest) = app.database().read(|db| Ok((store::mark(db)?, store::newest(db)?)))?;
        if mark.is_some_and(|mark| mark >= newest) {
            return Ok(());
        }
        let done = app.write_blocking(&Actor::operator(), move |tx| {
            // A desk that begins to tell does not tell of its past.
            let Some(mark) = store::mark(tx.db)? else { return store::move_mark(tx, newest).map(|()| true) };
            let events = store::next(tx.db, mark, BATCH)?;
            let Some(last) = events.last().map(|event| event.seq) else { return Ok(true) };
            for event in &events {
                if let Some(heard) = hearing::of(tx.db, event)? {
                    store::tell(tx, event, &heard)?;
                }
            }
            store::move_mark(tx, last).map(|()| false)
        })?;
        if done {
            return Ok(());
        }
    }
}
