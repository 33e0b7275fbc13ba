//! The desk's main job, measured: `cargo bench --bench desk`. Every figure stands beside something plain, in the same run.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::time::{Duration, Instant};

use claimdesk::articles::rules::{About, ArticleKind};
use claimdesk::articles::store as articles;
use claimdesk::claims::rules::Wording;
use claimdesk::claims::store as claims;
use claimdesk::cli::HttpSite;
use claimdesk::config::{Place, Serving};
use claimdesk::db::sha256;
use claimdesk::error::Result;
use claimdesk::people::rules::{Actor, Email, Role};
use claimdesk::people::store::{self as people, NewPerson};
use claimdesk::reading::Material;
use claimdesk::text::paragraphs::paragraphs;
use claimdesk::text::sentences::sentences;

const WORDS: usize = 200_000;
const CLAIMS: usize = 10_000;
const REQUESTS: usize = 300;

fn main() -> Result<()> {
    let data = std::env::temp_dir().join(format!("claimdesk-bench-{}", std::process::id()));
    let place = Place { data: data.clone(), database: None };
    let serving = Serving {
        listen: "127.0.0.1:0".into(),
        base_url: None,
        read_only: false,
        embedding_model: None,
        fetch_allow: Vec::new(),
        fetch_megabytes: 5,
        archive: "off".into(),
        time_authority: None,
        time_trust: None,
        protected_key: None,
        workers: 2,
    };
    let site = HttpSite::open(&place, &serving)?;
    let outcome = import(&site).and_then(|()| busiest_page(site, &data));
    let _ = std::fs::remove_dir_all(data);
    outcome
}

/// The samples, repeated and varied until they are as long as a thick book.
fn long_text() -> String {
    let samples = ["water-lower-brack.txt", "hospital-waiting-list.txt"];
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("samples/articles");
    let texts: Vec<String> =
        samples.iter().filter_map(|name| std::fs::read_to_string(folder.join(name)).ok()).collect();
    let mut long = String::new();
    let mut round = 0;
    while long.split_whitespace().count() < WORDS {
        for text in &texts {
            long.push_str(&text.replace("2019", &(2000 + round % 25).to_string()));
            long.push_str("\n\n");
        }
        round += 1;
    }
    long
}

fn import(site: &HttpSite) -> Result<()> {
    let text = long_text();
    let bytes = text.clone().into_bytes();
    let plain = time(|| {
        let sentences = text.split(". ").count();
        (sentences, sha256(&bytes))
    });
    let split = time(|| sentences(&text, Some("en")).len());
    let spans = sentences(&text, Some("en")).len();
    let parts = paragraphs(&text).len();
    let app = site.app.clone();
    let mut round = 0;
    let whole = time(|| {
        // The very same text would be recognised and not be added again.
        round += 1;
        let fresh = [bytes.as_slice(), format!("\n\nEdition {round}.").as_bytes()].concat();
        let material = Material::uploaded("long.txt", fresh).map_err(|_| ()).ok()?;
        let blob = app.blobs().put(&material.bytes).ok()?;
        let about = About {
            kind: ArticleKind::Public,
            title: "A very long report".into(),
            outlet: String::new(),
            author: String::new(),
            url: None,
            published_on: None,
            language: "en".into(),
            freely_showable: false,
        };
        app.write_blocking(&Actor::operator(), move |tx| articles::add(tx, about, &material, &blob)).ok()
    });
    let mb = bytes.len() as f64 / 1e6;
    println!("import of {WORDS} words ({mb:.1} MB, {parts} paragraphs, {spans} sentences)");
    println!("  plain scan and SHA-256        {:>9.1} ms", ms(plain));
    println!("  sentences with their offsets  {:>9.1} ms   {:.1} × the plain scan", ms(split), ratio(split, plain));
    println!("  whole import, on the disk     {:>9.1} ms   {:.1} × the plain scan", ms(whole), ratio(whole, plain));
    Ok(())
}

fn busiest_page(site: HttpSite, data: &Path) -> Result<()> {
    let app = site.app.clone();
    let email = Email::parse("bench@desk.example").map_err(claimdesk::error::Error::BadRequest)?;
    let new = NewPerson { email, name: "Bench".into(), role: Role::Reviewer, password_hash: "none".into() };
    let person = app.write_blocking(&Actor::operator(), move |tx| people::add(tx, new))?;
    let (actor, id) = (person.actor(), person.id);
    for batch in 0..CLAIMS / 500 {
        app.write_blocking(&actor, move |tx| {
            (0..500).try_for_each(|n| {
                let statement =
                    format!("Claim {} of street {n}: the lamps were dark for {} nights.", batch * 500 + n, n % 31);
                let wording = Wording { statement, language: "en".into(), claimant: None, topics: Vec::new() };
                claims::add_free(tx, wording, Vec::new()).map(|_| ())
            })
        })?;
    }
    let token = app.write_blocking(&actor, move |tx| people::start_session(tx, &id, None))?;
    let address = site.address()?;
    let host = app.config().host.clone();
    std::thread::spawn(move || site.run());
    let page = requests(address, &host, &format!("session={token}"), "/desk/claims");
    let empty = requests(address, &host, "", "/healthz");
    let raw = raw_query(&data.join("claimdesk.db"));
    println!("page of claims at {CLAIMS} claims, {REQUESTS} requests one after another");
    println!("  raw SQLite, the page's rows   {:>9.2} ms median {:>9.2} ms p99", ms(raw.0), ms(raw.1));
    println!("  /healthz over HTTP            {:>9.2} ms median {:>9.2} ms p99", ms(empty.0), ms(empty.1));
    println!(
        "  /desk/claims over HTTP        {:>9.2} ms median {:>9.2} ms p99   {:.1} × the raw query",
        ms(page.0),
        ms(page.1),
        ratio(page.0, raw.0)
    );
    Ok(())
}

/// The rows of the page and nothing else, through SQLite itself.
fn raw_query(path: &Path) -> (Duration, Duration) {
    use diesel::prelude::*;
    #[derive(QueryableByName)]
    struct Row {
        #[diesel(sql_type = diesel::sql_types::Text)]
        #[allow(dead_code, reason = "read so that SQLite fetches it")]
        statement: String,
    }
    let Ok(mut c) = SqliteConnection::establish(&path.to_string_lossy()) else { return Default::default() };
    spread(|| {
        let rows =
            diesel::sql_query("SELECT * FROM claims ORDER BY created_at DESC, id DESC LIMIT 51").load::<Row>(&mut c);
        assert_eq!(rows.map(|rows| rows.len()).ok(), Some(51));
    })
}

fn requests(address: SocketAddr, host: &str, cookie: &str, path: &str) -> (Duration, Duration) {
    let request = format!("GET {path} HTTP/1.1\r\nHost: {host}\r\nCookie: {cookie}\r\nConnection: close\r\n\r\n");
    spread(|| {
        let mut answer = Vec::new();
        let sent = TcpStream::connect(address).and_then(|mut stream| {
            stream.write_all(request.as_bytes())?;
            stream.read_to_end(&mut answer)
        });
        assert!(sent.is_ok() && answer.starts_with(b"HTTP/1.1 200"), "{}", String::from_utf8_lossy(&answer));
    })
}

/// Median and 99th percentile.
fn spread(mut work: impl FnMut()) -> (Duration, Duration) {
    let mut times: Vec<Duration> = (0..REQUESTS).map(|_| timed(&mut work)).collect();
    times.sort();
    (times[REQUESTS / 2], times[REQUESTS * 99 / 100])
}

/// The best of five.
fn time<T>(mut work: impl FnMut() -> T) -> Duration {
    (0..5).map(|_| timed(|| std::hint::black_box(work()))).min().unwrap_or_default()
}

fn timed<T>(mut work: impl FnMut() -> T) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}

fn ratio(a: Duration, b: Duration) -> f64 {
    a.as_secs_f64() / b.as_secs_f64().max(1e-9)
}
