//! Runs what is due, on threads of the serving process.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::JoinHandle;
use std::time::Duration;

use chrono::TimeDelta;

use super::store::{self, Job};
use crate::app::App;
use crate::db::{hex, random_bytes};
use crate::error::Result;
use crate::people::rules::Actor;

/// What runs the jobs of a kind. It ends the job itself (`finish` or `again`), in the transaction of what it brought about.
pub type Handler = fn(&App, &Job) -> Result<()>;

/// A kind of job and what runs it.
pub type Kinds = &'static [(&'static str, Handler)];

/// Jobs that another process put into the queue, or that have come due, are looked for this often.
const PAUSE: Duration = Duration::from_millis(500);
/// After this long another run may take a job that was begun.
const LEASE: i64 = 300;
/// After an attempt that broke in a way nobody foresaw: seconds, doubled with each.
const REST: i64 = 30;

/// The threads; stopping them waits until what they have begun is done.
pub struct Running {
    stop: Arc<AtomicBool>,
    threads: Vec<JoinHandle<()>>,
}

impl Running {
    /// Starts a thread for each list of kinds: what people wait for has one of its own.
    pub fn start(app: &App, alone: bool, lists: &[Kinds]) -> Result<Self> {
        if alone {
            app.write_blocking(&Actor::operator(), store::release_all)?;
        }
        let stop = Arc::new(AtomicBool::new(false));
        let mut threads = Vec::new();
        for kinds in lists.iter().copied() {
            let (app, seen) = (app.clone(), stop.clone());
            let named = std::thread::Builder::new().name("jobs".into());
            let thread = named.spawn(move || {
                app.wake_when_written(std::thread::current());
                while !seen.load(Ordering::Relaxed) {
                    match one(&app, kinds) {
                        Ok(true) => {}
                        Ok(false) => std::thread::park_timeout(PAUSE),
                        Err(error) => {
                            tracing::error!(%error, "the queue of jobs");
                            std::thread::park_timeout(PAUSE * 4);
                        }
                    }
                }
            });
            threads.push(thread.map_err(crate::error::Error::internal)?);
        }
        Ok(Running { stop, threads })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.stop.store(true, Ordering::Relaxed);
        for thread in self.threads.drain(..) {
            thread.thread().unpark();
            let _ = thread.join();
        }
    }
}

/// Runs one job that is due; answers whether there was one.
pub fn one(app: &App, kinds: Kinds) -> Result<bool> {
    let (names, now): (Vec<&'static str>, _) = (kinds.iter().map(|(kind, _)| *kind).collect(), app.now());
    if !app.database().read(|db| store::any_due(db, now, &names))? {
        return Ok(false);
    }
    let (lease, until) = (hex(&random_bytes::<16>()), now.plus(TimeDelta::seconds(LEASE)));
    let taken = app.write_blocking(&Actor::operator(), move |tx| store::take(tx, &names, &lease, until))?;
    let Some(job) = taken else { return Ok(false) };
    let Some((_, handler)) = kinds.iter().find(|(kind, _)| *kind == job.kind) else { return Ok(false) };
    let outcome = catch_unwind(AssertUnwindSafe(|| handler(app, &job)));
    let error = match outcome {
        Ok(Ok(())) => return Ok(true),
        Ok(Err(error)) => error.to_string(),
        Err(_) => "a job panicked".to_owned(),
    };
    tracing::error!(kind = job.kind, subject = job.subject_id, error, "a job was not done");
    let due = app.now().plus(TimeDelta::seconds(REST << job.attempts.clamp(0, 10)));
    app.write_blocking(&Actor::operator(), move |tx| store::again(tx, &job, due, "job-broken"))?;
    Ok(true)
}
