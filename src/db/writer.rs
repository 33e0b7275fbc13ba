//! One thread that writes: a fair bounded queue instead of connections that fight for the lock.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, SyncSender, TrySendError, sync_channel};

use diesel::r2d2::R2D2Connection;
use tokio::sync::oneshot;

use super::{Db, Manager};
use crate::error::{Error, Result};

type Job = Box<dyn FnOnce(&mut Db) + Send>;

/// How many writes may wait before the next one is told to come back.
const QUEUE: usize = 256;

pub(super) struct Writer {
    queue: SyncSender<Job>,
}

impl Writer {
    pub(super) fn start(manager: Manager) -> Result<Self> {
        let db = manager.establish().map_err(Error::internal)?;
        let (queue, jobs) = sync_channel(QUEUE);
        std::thread::Builder::new()
            .name("writer".into())
            .spawn(move || run(manager, db, jobs))
            .map_err(Error::internal)?;
        Ok(Writer { queue })
    }

    /// Hands over one transaction; the answer comes when it is committed, or refused.
    pub(super) fn submit<T: Send + 'static>(
        &self,
        work: impl FnOnce(&mut Db) -> Result<T> + Send + 'static,
    ) -> Result<oneshot::Receiver<Result<T>>> {
        let (answer, receiver) = oneshot::channel();
        let job: Job = Box::new(move |db| {
            let out = catch_unwind(AssertUnwindSafe(|| db.transaction_of_writer(work)));
            let _ = answer.send(out.unwrap_or_else(|_| Err(Error::internal("a write panicked"))));
        });
        match self.queue.try_send(job) {
            Ok(()) => Ok(receiver),
            Err(TrySendError::Full(_)) => Err(Error::Busy),
            Err(TrySendError::Disconnected(_)) => Err(Error::internal("the writer stopped")),
        }
    }
}

fn run(manager: Manager, mut db: Db, jobs: Receiver<Job>) {
    for job in jobs {
        if db.is_broken() || db.ping().is_err() {
            match manager.establish() {
                Ok(fresh) => db = fresh,
                Err(error) => tracing::error!(%error, "the writer cannot reach the database"),
            }
        }
        job(&mut db);
    }
}
