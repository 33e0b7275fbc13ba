//! Pages of sources and quotes in a desk that has many, measured: `cargo bench --bench evidence`. Each stands beside a page of
//! one row, in the same run.

use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::time::{Duration, Instant};

use claimdesk::checks::drafts;
use claimdesk::checks::evidence::{self, NewEvidence};
use claimdesk::checks::rules::{CheckId, Stance};
use claimdesk::claims::rules::{Step, Wording};
use claimdesk::claims::store as claims;
use claimdesk::cli::HttpSite;
use claimdesk::config::{Place, Serving};
use claimdesk::error::{Error, Result};
use claimdesk::evidence::rules::{AboutSource, SnapshotId, SourceId, SourceKind};
use claimdesk::evidence::store as sources;
use claimdesk::people::rules::{Actor, Email, Role};
use claimdesk::people::store::{self as people, NewPerson};
use claimdesk::reading::Material;
use claimdesk::text::anchor::Anchor;
use claimdesk::tx::Tx;

const SOURCES: usize = 10_000;
const CHECKS: usize = 5_000;
/// Quotes of each check; every second one is of one source that everybody cites.
const QUOTES: usize = 10;
const REQUESTS: usize = 300;
/// Rows made in one transaction.
const BATCH: usize = 100;

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
    let outcome = HttpSite::open(&place, &serving).and_then(measure);
    let _ = std::fs::remove_dir_all(data);
    outcome
}

type Copy = (SourceId, SnapshotId);

/// What every copy says; the quote of number `n` is a sentence of it.
fn text(n: usize) -> String {
    (0..20).map(|line| format!("Gauge {line} of basin {n} stood at {} centimetres. ", (n * 7 + line) % 400)).collect()
}

fn add_source(tx: &mut Tx, n: usize, blob: &str, material: &Material) -> Result<Copy> {
    let about = AboutSource {
        url: Some(format!("https://levels.example/{n}")),
        citation: String::new(),
        title: format!("Levels of basin {n}"),
        publisher: format!("Agency {}", n % 300),
        kind: SourceKind::Primary,
        accessed_on: None,
        freely_showable: false,
    };
    let source = sources::add(tx, about)?;
    let copy = sources::add_snapshot(tx, &source.id, material, blob)?;
    Ok((source.id, copy))
}

fn add_check(tx: &mut Tx, n: usize, copies: &[Copy]) -> Result<CheckId> {
    let statement = format!("Basin {n} stood lower than in any year before.");
    let wording = Wording { statement, language: "en".into(), claimant: None, topics: Vec::new() };
    let claim = claims::add_free(tx, wording, Vec::new())?;
    claims::triage(tx, &claim.id, Step::Select, claim.revision)?;
    let check = drafts::take(tx, &claim.id)?;
    for quote in 0..QUOTES {
        let of = if quote % 2 == 0 { 0 } else { (n * QUOTES + quote) % copies.len() };
        let Some((source, copy)) = copies.get(of).cloned() else { continue };
        let exact = text(of).split_inclusive(". ").nth(quote).unwrap_or_default().trim_end().to_owned();
        let before: usize = text(of).split_inclusive(". ").take(quote).map(|it| it.chars().count()).sum();
        let end = before + exact.chars().count();
        let anchor = Anchor { start: before, end, exact, prefix: String::new(), suffix: String::new() };
        let new = NewEvidence { stance: Stance::Supports, source, quote: Some((copy, anchor)), note: String::new() };
        evidence::add(tx, &check, new)?;
    }
    Ok(check)
}

fn fill(site: &HttpSite, by: &Actor) -> Result<(Vec<Copy>, Vec<CheckId>)> {
    let app = &site.app;
    let (mut copies, mut checks): (Vec<Copy>, Vec<CheckId>) = (Vec::new(), Vec::new());
    for batch in 0..SOURCES / BATCH {
        let mut made = Vec::new();
        for n in batch * BATCH..(batch + 1) * BATCH {
            let material = Material::pasted(&text(n)).map_err(Error::BadRequest)?;
            let blob = app.blobs().put(&material.bytes)?;
            made.push((n, blob, material));
        }
        let each = move |tx: &mut Tx| made.iter().map(|(n, blob, it)| add_source(tx, *n, blob, it)).collect();
        let added: Vec<Copy> = app.write_blocking(by, each)?;
        copies.extend(added);
    }
    for batch in 0..CHECKS / BATCH {
        let known = copies.clone();
        let each = move |tx: &mut Tx| (batch * BATCH..(batch + 1) * BATCH).map(|n| add_check(tx, n, &known)).collect();
        let added: Vec<CheckId> = app.write_blocking(by, each)?;
        checks.extend(added);
    }
    Ok((copies, checks))
}

fn measure(site: HttpSite) -> Result<()> {
    let app = site.app.clone();
    let email = Email::parse("bench@desk.example").map_err(Error::BadRequest)?;
    let new = NewPerson { email, name: "Bench".into(), role: Role::Reviewer, password_hash: "none".into() };
    let person = app.write_blocking(&Actor::operator(), move |tx| people::add(tx, new))?;
    let (actor, id) = (person.actor(), person.id);
    let (copies, checks) = fill(&site, &actor)?;
    let lone = app.write_blocking(&actor, |tx| {
        let about = AboutSource::of_address("https://alone.example/".into(), "Nobody".into(), chrono::NaiveDate::MIN);
        let source = sources::add(tx, AboutSource { accessed_on: None, ..about })?;
        Ok(source.id)
    })?;
    let token = app.write_blocking(&actor, move |tx| people::start_session(tx, &id, None))?;
    let (address, host) = (site.address()?, app.config().host.clone());
    claimdesk::finding::following::caught_up(&app, Duration::from_secs(600))?;
    std::thread::spawn(move || site.run());
    let cookie = format!("session={token}");
    let (Some((cited, _)), Some((typical, _)), Some(check)) = (copies.first(), copies.get(4_321), checks.get(2_500))
    else {
        return Err(Error::startup("nothing was made"));
    };
    println!("{SOURCES} sources, {} quotes in {CHECKS} checks; {REQUESTS} requests one after another", CHECKS * QUOTES);
    for (name, path) in [
        ("a source without anything", format!("/desk/sources/{lone}")),
        ("the source that all cite", format!("/desk/sources/{cited}")),
        ("a source like any other", format!("/desk/sources/{typical}")),
        ("the list of sources", "/desk/sources".to_owned()),
        ("its page 150", "/desk/sources?page=150".to_owned()),
        ("where it has it from, found", format!("/desk/sources/{typical}/origin?q=basin+77")),
        ("a check with ten quotes", format!("/desk/checks/{check}")),
        ("picking a quote", format!("/desk/checks/{check}/evidence/new?source={cited}")),
    ] {
        let (median, p99) = requests(address, &host, &cookie, &path);
        println!("  {name:<30} {:>9.2} ms median {:>9.2} ms p99", ms(median), ms(p99));
    }
    Ok(())
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

fn timed<T>(mut work: impl FnMut() -> T) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}

fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1e3
}
