//! The real server in this process, on a port of its own, with a clock that tests set; people with browsers; and at the
//! end of every test a proven log.
#![allow(dead_code, reason = "every test file uses its own part")]

pub mod commands;
pub mod html;
pub mod http;
pub mod make;
pub mod web;

use std::collections::HashMap;
use std::net::TcpListener;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, OnceLock, mpsc};
use std::thread::JoinHandle;
use std::time::Duration;

use actix_web::dev::ServerHandle;
use actix_web::web::Data;
use actix_web::{App as Actix, HttpServer};
use chrono::{TimeDelta, TimeZone, Utc};
use claimdesk::admin::store::{self as admin, Desk};
use claimdesk::app::{App, Clock};
use claimdesk::checks::scale::{self, Preset};
use claimdesk::cli::verify;
use claimdesk::config::{Config, Place, Serving};
use claimdesk::db::{self, Db, Moment, hex, random_bytes};
use claimdesk::error::Result;
use claimdesk::finding::following::{self, Following};
use claimdesk::people::passwords;
use claimdesk::people::rules::{Actor, Email, Password, PersonId, Role};
use claimdesk::people::store::{self as people, NewPerson};
use claimdesk::tx::Tx;
use claimdesk::{events, routes};
use diesel::connection::SimpleConnection;
use diesel::prelude::*;

pub use http::{Answer, Client, Site};

/// Everybody's password: hashing is slow on purpose, so it is hashed once.
pub const PASSWORD: &str = "river otters at dusk";

/// A clock that stands still but for a microsecond a look, so that nothing happens at the same time.
pub struct TestClock(Mutex<Moment>);

impl TestClock {
    pub fn advance(&self, span: TimeDelta) {
        let mut now = self.0.lock().unwrap();
        *now = now.plus(span);
    }

    pub fn set(&self, to: Moment) {
        *self.0.lock().unwrap() = to;
    }
}

impl Clock for TestClock {
    fn now(&self) -> Moment {
        let mut now = self.0.lock().unwrap();
        *now = now.plus(TimeDelta::microseconds(1));
        *now
    }
}

/// When every test begins.
pub fn morning() -> Moment {
    Moment::from_utc(Utc.with_ymd_and_hms(2026, 11, 24, 9, 0, 0).unwrap())
}

/// What is special about a site.
pub struct Setup {
    /// Whether the desk is set up; without it nobody has an account.
    pub desk: bool,
    pub peer_review: bool,
    pub base_url: Option<&'static str>,
    pub read_only: bool,
    /// Whether it has search indexes; most tests need none.
    pub search: bool,
    /// Hosts that captures may go to beyond the public web.
    pub fetch_allow: Vec<String>,
    /// The archive elsewhere.
    pub archive: String,
    pub time_authority: Option<String>,
}

impl Default for Setup {
    fn default() -> Self {
        Setup {
            desk: true,
            peer_review: false,
            base_url: None,
            read_only: false,
            search: false,
            fetch_allow: Vec::new(),
            archive: "off".into(),
            time_authority: None,
        }
    }
}

/// A running site with everything around it.
pub struct TestApp {
    following: Option<Following>,
    app: Option<App>,
    pub clock: Arc<TestClock>,
    pub site: Site,
    pub folder: PathBuf,
    server: ServerHandle,
    thread: Option<JoinHandle<()>>,
    database: Option<String>,
    cast: Mutex<HashMap<String, Person>>,
    tampered: AtomicBool,
}

/// Somebody of the desk, signed in.
#[derive(Clone)]
pub struct Person {
    pub id: PersonId,
    pub name: String,
    pub email: String,
    pub role: Role,
    client: Client,
}

impl Deref for Person {
    type Target = Client;
    fn deref(&self) -> &Client {
        &self.client
    }
}

impl TestApp {
    /// A desk that is set up, without peer review.
    pub fn new() -> Self {
        Self::with(Setup::default())
    }

    pub fn with(setup: Setup) -> Self {
        claimdesk::reading::read_with(PathBuf::from(env!("CARGO_BIN_EXE_claimdesk")));
        let folder = new_folder();
        let database = scratch::make();
        let opened = db::open(&folder, database.as_deref(), true, true).expect("the database opens");
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let place = Place { data: folder.clone(), database: database.clone() };
        let serving = Serving {
            listen: address.to_string(),
            base_url: setup.base_url.map(str::to_owned),
            read_only: setup.read_only,
            embedding_model: None,
            fetch_allow: setup.fetch_allow.clone(),
            fetch_megabytes: 5,
            archive: setup.archive.clone(),
            time_authority: setup.time_authority.clone(),
            time_trust: None,
            protected_key: None,
            workers: 2,
        };
        let config = Config::new(&place, &serving).unwrap();
        let site = Site { address, base_url: config.base_url.clone(), host: config.host.clone() };
        let clock = Arc::new(TestClock(Mutex::new(morning())));
        let app = App::new(opened.database, &folder, config, clock.clone()).unwrap();
        let following = setup.search.then(|| {
            app.open_search(&folder).unwrap();
            Following::start(app.clone()).unwrap()
        });
        let (server, thread) = serve(app.clone(), listener);
        let it = TestApp {
            following,
            app: Some(app),
            clock,
            site,
            folder,
            server,
            thread: Some(thread),
            database,
            cast: Mutex::default(),
            tampered: AtomicBool::new(false),
        };
        if setup.desk {
            let desk = Desk {
                name: "The Brackwater Desk".into(),
                peer_review: setup.peer_review,
                contact: "desk@brackwater.example".into(),
                ..Desk::before_set_up()
            };
            it.write(move |tx| {
                admin::set_up(tx, desk)?;
                scale::begin_with(tx, Preset::Five)
            });
        }
        it
    }

    /// A desk whose search indexes follow its log.
    pub fn searching() -> Self {
        Self::with(Setup { search: true, ..Setup::default() })
    }

    /// Waits until everything committed is in the search indexes; a second is what is promised.
    pub fn searched(&self) {
        following::caught_up(self.desk(), Duration::from_secs(20)).unwrap();
    }

    /// Another process's view of the same desk: its own connections, and no search indexes yet.
    pub fn opened_again(&self) -> App {
        let opened = db::open(&self.folder, self.database.as_deref(), false, false).expect("the database opens again");
        App::new(opened.database, &self.folder, self.desk().config().clone(), self.clock.clone()).unwrap()
    }

    /// A desk that may fetch from this web.
    pub fn fetching(web: &web::Web) -> Self {
        Self::with(Setup { fetch_allow: vec![web.host()], ..Setup::default() })
    }

    /// Runs every job that is due, as the serving process does on its threads.
    pub fn work(&self) {
        claimdesk::notifications::following::keep_up(self.desk()).expect("people are told");
        for kinds in claimdesk::cli::JOBS {
            while claimdesk::jobs::running::one(self.desk(), kinds).expect("a job runs") {}
        }
    }

    /// The library's own desk.
    pub fn desk(&self) -> &App {
        self.app.as_ref().unwrap()
    }

    /// A write as the operator: what no page can do.
    pub fn write<T: Send + 'static>(&self, work: impl FnOnce(&mut Tx) -> Result<T> + Send + 'static) -> T {
        self.desk().write_blocking(&Actor::operator(), work).expect("the operator's write")
    }

    pub fn read<T>(&self, work: impl FnOnce(&mut Db) -> Result<T>) -> T {
        self.desk().database().read(work).expect("a read")
    }

    /// Number and hash of the newest event: unchanged means that nothing happened.
    pub fn head(&self) -> (i64, String) {
        self.read(events::store::head)
    }

    /// Kinds of the events after one.
    pub fn events_since(&self, seq: i64) -> Vec<String> {
        self.column(&format!("SELECT kind AS value FROM events WHERE seq > {seq} ORDER BY seq"))
    }

    /// One column of text, in SQL that both databases take.
    pub fn column(&self, sql: &str) -> Vec<String> {
        #[derive(QueryableByName)]
        struct Row {
            #[diesel(sql_type = diesel::sql_types::Text)]
            value: String,
        }
        self.read(|db| Ok(diesel::sql_query(sql).load::<Row>(db)?)).into_iter().map(|row| row.value).collect()
    }

    pub fn one(&self, sql: &str) -> String {
        self.column(sql).into_iter().next().unwrap_or_else(|| panic!("no row: {sql}"))
    }

    pub fn count(&self, from: &str) -> i64 {
        self.one(&format!("SELECT CAST(count(*) AS TEXT) AS value FROM {from}")).parse().unwrap()
    }

    /// SQL from outside, as somebody with the database open could run it. The log is no longer proven at the end.
    pub fn tamper(&self, sql: &str) -> std::result::Result<(), String> {
        self.tampered.store(true, Ordering::Relaxed);
        let sql = sql.to_owned();
        let done =
            self.desk().database().write_blocking(move |db| Ok(db.batch_execute(&sql).map_err(|e| e.to_string())));
        done.map_err(|e| e.to_string())?
    }

    /// The end of this test is no proven log: it changed a file.
    pub fn unproven(&self) {
        self.tampered.store(true, Ordering::Relaxed);
    }

    /// What `claimdesk verify` says.
    pub fn verify(&self) -> std::result::Result<verify::Proof, String> {
        verify::verify(self.desk()).map_err(|error| error.to_string())
    }

    pub fn is_sqlite(&self) -> bool {
        self.database.is_none()
    }

    pub fn anonymous(&self) -> Client {
        Client::new(self.site.clone())
    }

    pub fn contributor(&self, name: &str) -> Person {
        self.person(name, Role::Contributor)
    }
    pub fn reviewer(&self, name: &str) -> Person {
        self.person(name, Role::Reviewer)
    }
    pub fn editor(&self, name: &str) -> Person {
        self.person(name, Role::Editor)
    }
    pub fn admin(&self, name: &str) -> Person {
        self.person(name, Role::Admin)
    }
    pub fn auditor(&self, name: &str) -> Person {
        self.person(name, Role::Auditor)
    }

    /// Somebody by name, made and signed in the first time.
    pub fn person(&self, name: &str, role: Role) -> Person {
        if let Some(known) = self.cast.lock().unwrap().get(name) {
            assert_eq!(known.role, role, "{name} is somebody else");
            return known.clone();
        }
        let email = format!("{}@brackwater.example", name.to_lowercase().replace(' ', "."));
        let new = NewPerson {
            email: Email::parse(&email).unwrap(),
            name: name.into(),
            role,
            password_hash: password_hash().to_owned(),
        };
        let (id, token) = self.write(move |tx| {
            let person = people::add(tx, new)?;
            let token = people::start_session(tx, &person.id, None)?;
            Ok((person.id, token))
        });
        let client = self.anonymous();
        client.set_cookie(self.session_cookie(), &token);
        let person = Person { id, name: name.into(), email, role, client };
        self.cast.lock().unwrap().insert(name.into(), person.clone());
        person
    }

    /// Another browser of the same person.
    pub fn again(&self, person: &Person) -> Person {
        let id = person.id.clone();
        let token = self.write(move |tx| people::start_session(tx, &id, None));
        let client = self.anonymous();
        client.set_cookie(self.session_cookie(), &token);
        Person { client, ..person.clone() }
    }

    pub fn session_cookie(&self) -> &'static str {
        if self.site.base_url.starts_with("https") { "__Host-session" } else { "session" }
    }
}

impl Drop for TestApp {
    fn drop(&mut self) {
        let proof = (!self.tampered.load(Ordering::Relaxed)).then(|| self.verify());
        drop(self.server.stop(false));
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
        self.following = None;
        self.app = None;
        let _ = std::fs::remove_dir_all(&self.folder);
        if let Some(database) = &self.database {
            scratch::drop_it(database);
        }
        if let Some(Err(wrong)) = proof
            && !std::thread::panicking()
        {
            panic!("the log does not prove what stands: {wrong}");
        }
    }
}

fn serve(app: App, listener: TcpListener) -> (ServerHandle, JoinHandle<()>) {
    let (send, receive) = mpsc::channel();
    let thread = std::thread::spawn(move || {
        actix_web::rt::System::new().block_on(async move {
            let data = Data::new(app);
            let server = HttpServer::new(move || Actix::new().app_data(data.clone()).configure(routes::configure))
                .workers(2)
                .disable_signals()
                .shutdown_timeout(1)
                .listen(listener)
                .unwrap()
                .run();
            send.send(server.handle()).unwrap();
            server.await.unwrap();
        });
    });
    (receive.recv().expect("the server starts"), thread)
}

fn password_hash() -> &'static str {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| passwords::hash(&Password::choose(PASSWORD, &[]).unwrap()).unwrap())
}

/// A new empty folder, in memory where the system has room there: thousands of syncs to a disk take minutes.
pub fn new_folder() -> PathBuf {
    let memory = Path::new("/dev/shm");
    let root = if memory.is_dir() { memory.to_owned() } else { std::env::temp_dir() };
    let folder = root.join(format!("claimdesk-test-{}", hex(&random_bytes::<6>())));
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// Where `CLAIMDESK_TEST_DATABASE` names a PostgreSQL server, every site has a database of its own there.
pub mod scratch {
    use super::{hex, random_bytes};

    const VARIABLE: &str = "CLAIMDESK_TEST_DATABASE";

    pub fn make() -> Option<String> {
        let server = std::env::var(VARIABLE).ok().filter(|it| !it.is_empty())?;
        let name = format!("claimdesk_test_{}", hex(&random_bytes::<8>()));
        run(&server, &format!("CREATE DATABASE {name}"));
        let mut url = url::Url::parse(&server).expect("CLAIMDESK_TEST_DATABASE is a postgres:// address");
        url.set_path(&name);
        Some(url.to_string())
    }

    pub fn drop_it(url: &str) {
        let server = std::env::var(VARIABLE).unwrap_or_default();
        let name = url.rsplit('/').next().unwrap_or_default().split('?').next().unwrap_or_default();
        run(&server, &format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }

    #[cfg(feature = "postgres")]
    fn run(server: &str, sql: &str) {
        use diesel::connection::SimpleConnection;
        let mut c = <diesel::PgConnection as diesel::Connection>::establish(server).expect("PostgreSQL answers");
        c.batch_execute(sql).expect(sql);
    }

    #[cfg(not(feature = "postgres"))]
    fn run(_: &str, _: &str) {
        panic!("{VARIABLE} needs --features postgres");
    }
}
