//! Search and claim matching at a desk of a million checks, measured: `cargo bench --bench search`. SQLite's own full
//! text search is asked the same in the same run. `CLAIMDESK_BENCH_CHECKS` sets another number of checks.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use claimdesk::error::{Error, Result};
use claimdesk::search::query::Query;
use claimdesk::search::{Asked, Entry, EntryKind, Feed, Index, Mark, Matchable, Sight, Tag, Viewer};
use claimdesk::text::sentences::sentences;
use claimdesk::text::words::words;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

const CHECKS: u64 = 1_000_000;
const QUERIES: u64 = 1_200;
/// SQLite is asked no longer than this; the ratio is of the queries that it came to.
const PATIENCE: Duration = Duration::from_secs(60);
const MATCH_BAR: f64 = 50.0;
const TYPED_BAR: f64 = 30.0;
const DISK_BAR: f64 = 400.0;
const MATCHING: [&str; 4] = ["match_words", "match_lang", "match_text", "match_title"];
fn main() -> Result<()> {
    let checks = std::env::var("CLAIMDESK_BENCH_CHECKS").ok().and_then(|it| it.parse().ok()).unwrap_or(CHECKS);
    let folder = std::env::temp_dir().join(format!("claimdesk-bench-search-{}", std::process::id()));
    let outcome = measure(&Pool::read(), checks, &folder);
    let _ = std::fs::remove_dir_all(folder);
    outcome
}

fn measure(pool: &Pool, checks: u64, folder: &Path) -> Result<()> {
    println!("{checks} checks recombined from {} sentences of {}", pool.claims.len(), pool.origin);
    let said: Vec<String> = (0..QUERIES).map(|n| pool.said(n)).collect();
    let typed: Vec<Typed> = (0..QUERIES).map(|n| pool.typed(n)).collect();
    let home = folder.join("index");
    build(pool, checks, &home)?;
    disk(pool, checks, &home)?;
    let index = Index::open(&home)?;
    let viewer = Viewer::Person("person-3".into());
    let _ = std::fs::write("/proc/self/clear_refs", "5");
    println!("one thread, as a person who is named on some        p50 ms    p99 ms  worst ms   queries   bar");
    let matched = series(&said, None, |said| index.likely(said, None, &viewer, 10).map(|found| found.len()))?;
    row("a whole sentence matched, the ten best", &matched, Some(MATCH_BAR));
    let whole = ask(&index, &viewer, &typed, Typing::default(), "words")?;
    let open = ask(&index, &viewer, &typed, Typing { open: true, ..Typing::default() }, "words, the last being typed")?;
    ask(&index, &viewer, &typed, Typing { facets: true, ..Typing::default() }, "words, values counted")?;
    let all = Typing { open: true, facets: true, ..Typing::default() };
    ask(&index, &viewer, &typed, all, "words, the last being typed, values counted")?;
    let rich = Typing { facets: true, rich: true, ..Typing::default() };
    ask(&index, &viewer, &typed, rich, "phrases, fields, OR, -words, typos, values counted")?;
    println!("  peak memory while asked {} MB, of it not of files {} MB", status("VmHWM"), status("RssAnon"));
    let mut plain = Plain::build(pool, checks, &folder.join("plain.db"))?;
    println!("SQLite FTS5, porter unicode61, the same texts           p50 ms    p99 ms  worst ms   queries");
    let every = |said: &String| (format!("SELECT rowid AS id FROM said {BEST}"), any_of(said));
    plain.row("any of a sentence's words, the ten best", &said, &matched, every)?;
    let begun = |typed: &Typed, open: bool| (format!("SELECT rowid AS id FROM typed {BEST}"), typed.all_of(open));
    plain.row("words", &typed, &whole, |it| begun(it, false))?;
    plain.row("words, the last being typed", &typed, &open, |it| begun(it, true))
}

fn build(pool: &Pool, checks: u64, home: &Path) -> Result<()> {
    let start = Instant::now();
    (0..checks).for_each(|number| _ = std::hint::black_box(pool.check(number)));
    let making = start.elapsed().as_secs_f64();
    let start = Instant::now();
    let index = Index::open(home)?;
    let mut feed = Feed::building(&index)?;
    (0..checks).try_for_each(|number| feed.add(&pool.check(number)))?;
    feed.commit(&Mark::new(1, "0".repeat(64)))?;
    feed.finish()?;
    let whole = start.elapsed().as_secs_f64();
    drop(index);
    let opening = Instant::now();
    let held = Index::open(home)?.len();
    println!("built in {:.1} s ({making:.1} s more to make the texts), {held} entries", whole - making);
    println!("  opened again and verified in {:.1} s", opening.elapsed().as_secs_f64());
    println!("  peak memory {} MB", status("VmHWM"));
    Ok(())
}

/// Bytes of each field; the stored texts are compressed together and are shared out by their lengths.
fn disk(pool: &Pool, checks: u64, home: &Path) -> Result<()> {
    let inner = tantivy::Index::open_in_dir(home)?;
    let usage = inner.reader()?.searcher().space_usage()?;
    let (mut matching, mut shared, mut typed, mut store) = (0.0, 0.0, 0.0, 0.0);
    let mut fields: Vec<(String, f64)> = Vec::new();
    for segment in usage.segments() {
        store += mb(segment.store().total().get_bytes());
        let parts = [segment.termdict(), segment.postings(), segment.positions(), segment.fieldnorms()];
        for field in parts.into_iter().chain([segment.fast_fields()]).flat_map(|part| part.fields()) {
            let bytes = mb(field.total().get_bytes());
            match fields.iter_mut().find(|(name, _)| name == field.field_name()) {
                Some((_, sum)) => *sum += bytes,
                None => fields.push((field.field_name().to_owned(), bytes)),
            }
        }
    }
    for (name, bytes) in &fields {
        match name.as_str() {
            name if MATCHING.contains(&name) => matching += bytes,
            "key" | "sight" => shared += bytes,
            _ => typed += bytes,
        }
    }
    let texts = |entry: &Entry| {
        let matchable = entry.matchable.as_ref().map_or(0, |it| it.text.len() + it.title.as_ref().map_or(0, String::len));
        (matchable + entry.lang.len(), entry.key.len() + std::mem::size_of_val(&entry.at))
    };
    let sums = (0..checks.min(10_000)).map(|number| texts(&pool.check(number)));
    let (mine, others) = sums.fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
    let mine = store * mine as f64 / (mine + others).max(1) as f64;
    println!("on the disk {:.0} MB in {} segments", mb(usage.total().get_bytes()), usage.segments().len());
    println!("  matching            {:>7.0} MB   bar {DISK_BAR:.0} MB", matching + mine);
    println!("    its words         {matching:>7.0} MB");
    println!("    its stored texts  {mine:>7.0} MB of {store:.0} MB that are stored");
    println!("  typed search        {typed:>7.0} MB");
    fields.retain(|(name, _)| !MATCHING.contains(&name.as_str()));
    fields.iter().for_each(|(name, bytes)| println!("    {name:17} {bytes:>7.0} MB"));
    println!("  of both: keys and sight {shared:.0} MB, stored keys and times {:.0} MB", store - mine);
    Ok(())
}

fn ask(index: &Index, viewer: &Viewer, typed: &[Typed], typing: Typing, label: &str) -> Result<Vec<Duration>> {
    let times = series(typed, None, |typed| {
        let line = typed.line(typing);
        let query = Query::read(&line);
        let mut asked = Asked::new(&query, viewer.clone());
        asked.open = typing.open && Query::last_word_is_open(&line);
        asked.facets = typing.facets;
        index.find(&asked).map(|found| found.total)
    })?;
    row(label, &times, Some(TYPED_BAR));
    Ok(times)
}

/// How long each took, in their order.
fn series<T>(all: &[T], patience: Option<Duration>, mut ask: impl FnMut(&T) -> Result<usize>) -> Result<Vec<Duration>> {
    let begun = Instant::now();
    let mut times = Vec::with_capacity(all.len());
    for one in all {
        let start = Instant::now();
        std::hint::black_box(ask(one)?);
        times.push(start.elapsed());
        if patience.is_some_and(|it| begun.elapsed() > it) {
            break;
        }
    }
    Ok(times)
}

fn row(label: &str, times: &[Duration], bar: Option<f64>) {
    let mut sorted: Vec<f64> = times.iter().map(|it| it.as_secs_f64() * 1e3).collect();
    sorted.sort_by(f64::total_cmp);
    let at = |percent: usize| sorted.get((sorted.len() * percent / 100).min(sorted.len().saturating_sub(1)));
    let [p50, p99, worst] = [50, 99, 100].map(|percent| at(percent).copied().unwrap_or_default());
    let bar = bar.map_or(String::new(), |bar| format!("   p99 < {bar:.0} ms"));
    println!("  {label:50} {p50:>8.2}  {p99:>8.2}  {worst:>8.2}  {:>8}{bar}", sorted.len());
}

fn mb(bytes: u64) -> f64 {
    bytes as f64 / 1e6
}

/// A line of the process's own status, in MB.
fn status(name: &str) -> String {
    let text = std::fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = text.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'));
    let kb = line.and_then(|it| it.split_whitespace().next()?.parse::<f64>().ok());
    kb.map_or("?".to_owned(), |kb| format!("{:.0}", kb * 1.024 / 1e3))
}
