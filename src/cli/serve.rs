//! `claimdesk serve`: the site; and `claimdesk migrate`.

use std::net::{SocketAddr, TcpListener};
use std::sync::Arc;
use std::time::Duration;

use actix_web::web::Data;
use actix_web::{App as Actix, HttpServer};

use crate::app::{App, SystemClock};
use crate::checks::watching;
use crate::config::{Config, Place, Serving};
use crate::corrections::{ending, withholdings};
use crate::db::{self, Lock};
use crate::error::{Error, Result};
use crate::evidence::{archiving, archivings, captures, capturing, proofs, proving, watches};
use crate::finding::following::Following;
use crate::jobs::running::{Kinds, Running};
use crate::notifications::following::Telling;
use crate::people::rules::Actor;
use crate::people::store as people;
use crate::routes;

/// What runs later. People wait for captures, so those have threads of their own beside what nobody waits for.
pub const JOBS: &[Kinds] = &[
    &[(captures::JOB, capturing::run)],
    &[(captures::JOB, capturing::run)],
    &[
        (watches::JOB, watching::run),
        (archivings::JOB, archiving::run),
        (proofs::JOB, proving::run),
        (withholdings::JOB, ending::run),
    ],
];

/// A crash writes no memory to the disk: what people have opened may stand in it.
fn leave_no_core() -> Result<()> {
    #[cfg(unix)]
    {
        use rustix::process::{Resource, Rlimit, setrlimit};
        let none = Rlimit { current: Some(0), maximum: Some(0) };
        setrlimit(Resource::Core, none).map_err(std::io::Error::from)?;
    }
    #[cfg(target_os = "linux")]
    {
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        set_dumpable_behavior(DumpableBehavior::NotDumpable).map_err(std::io::Error::from)?;
    }
    Ok(())
}

/// An open desk that holds its directory and its port.
pub struct HttpSite {
    pub app: App,
    listener: TcpListener,
    workers: usize,
    _following: Following,
    /// None where only the public side is served: nothing is done there but reading.
    _running: Option<Running>,
    _telling: Option<Telling>,
    _lock: Option<Lock>,
}

impl HttpSite {
    /// Opens everything that can fail before the first request, each failure in one clear line.
    pub fn open(place: &Place, serving: &Serving) -> Result<Self> {
        Config::new(place, serving)?;
        leave_no_core()?;
        db::make_directory(&place.data)?;
        let lock = match &place.database {
            None => Some(Lock::take(&place.data)?),
            Some(_) => None,
        };
        let opened = db::open(&place.data, place.database.as_deref(), true, true)?;
        if let Some(backup) = &opened.backup {
            eprintln!("claimdesk: the database was brought up to date; a copy from before is {}", backup.display());
        }
        let listener = listen(&serving.listen)?;
        let mut serving = serving.clone();
        if serving.listen.ends_with(":0") {
            serving.listen = listener.local_addr()?.to_string();
        }
        let config = Config::new(place, &serving)?;
        let app = App::new(opened.database, &place.data, config, Arc::new(SystemClock))?;
        app.open_search(&place.data)?;
        let following = Following::start(app.clone())?;
        let running = if serving.read_only { None } else { Some(Running::start(&app, lock.is_some(), JOBS)?) };
        let telling = if serving.read_only { None } else { Some(Telling::start(app.clone())?) };
        if running.is_some() {
            watching::begin_all(&app)?;
        }
        Ok(HttpSite {
            app,
            listener,
            workers: serving.workers.clamp(1, 64),
            _following: following,
            _running: running,
            _telling: telling,
            _lock: lock,
        })
    }

    /// Where it listens; with port 0 the system has chosen one.
    pub fn address(&self) -> Result<SocketAddr> {
        Ok(self.listener.local_addr()?)
    }

    /// Answers until the process is told to stop.
    pub fn run(self) -> Result<()> {
        let app = Data::new(self.app.clone());
        let (listener, workers) = (self.listener, self.workers);
        actix_web::rt::System::new().block_on(async move {
            HttpServer::new(move || Actix::new().app_data(app.clone()).configure(routes::configure))
                .workers(workers)
                .client_request_timeout(Duration::from_secs(10))
                .keep_alive(Duration::from_secs(30))
                .shutdown_timeout(15)
                .listen(listener)?
                .run()
                .await
        })?;
        Ok(())
    }
}

fn listen(address: &str) -> Result<TcpListener> {
    TcpListener::bind(address).map_err(|error| match error.kind() {
        std::io::ErrorKind::AddrInUse => {
            Error::startup(format!("{address} is in use by another program: choose another with --listen"))
        }
        _ => Error::startup(format!("cannot listen on {address}: {error}")),
    })
}

/// Runs the site; with no account yet it prints the one-time set-up link.
pub fn run(place: &Place, serving: &Serving) -> Result<()> {
    let site = HttpSite::open(place, serving)?;
    let base = site.app.config().base_url.clone();
    let nobody = site.app.database().read(people::nobody_yet)?;
    if nobody && !serving.read_only {
        let token = site.app.write_blocking(&Actor::operator(), people::new_set_up_token)?;
        println!("{base}/setup?token={token}");
        eprintln!("claimdesk: nobody has an account here yet; the link above makes the first administrator, once");
    }
    eprintln!("claimdesk: {base}");
    site.run()
}

/// Brings the database up to this version and says what ran.
pub fn migrate(place: &Place) -> Result<()> {
    if !place.data.exists() {
        return Err(Error::startup(format!("no desk in {}: start one with `claimdesk serve`", place.data.display())));
    }
    let _lock = match &place.database {
        None => Some(Lock::take(&place.data)?),
        Some(_) => None,
    };
    let opened = db::open(&place.data, place.database.as_deref(), false, true)?;
    if let Some(backup) = opened.backup {
        eprintln!("claimdesk: a copy from before is {}", backup.display());
    }
    match opened.migrated.as_slice() {
        [] => eprintln!("claimdesk: the database is up to date"),
        names => names.iter().for_each(|name| println!("{name}")),
    }
    Ok(())
}
