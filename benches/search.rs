//! Search and claim matching at a desk of a million checks, measured: `cargo bench --bench search`. SQLite's own full
//! text search is asked the same in the same run. `CLAIMDESK_BENCH_CHECKS` sets another number of checks.

#[path = "search/made.rs"]
mod made;
#[path = "search/plain.rs"]
mod plain;

use std::collections::BTreeMap;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use claimdesk::error::{Error, Result};
use claimdesk::search::query::Query;
use claimdesk::search::{Asked, Feed, Index, Mark, Matchable, Viewer};

use made::{Pool, Typed, Typing};
use plain::{Plain, all_of, any_of};

const CHECKS: u64 = 1_000_000;
const QUERIES: u64 = 1_200;
/// Milliseconds of the 99th percentile, and MB.
const MATCH_BAR: f64 = 50.0;
const TYPED_BAR: f64 = 30.0;
const DISK_BAR: f64 = 400.0;
/// Fields that matching needs, and those that everything does.
const MATCHING: [&str; 2] = ["match_words", "match_lang"];
const BOTH: [&str; 3] = ["key", "sight", "at"];

/// Tells the same program to build the index there: what a builder needs of memory is another matter than asking.
const BUILDER: &str = "CLAIMDESK_BENCH_BUILDS";

fn main() -> Result<()> {
    let checks = std::env::var("CLAIMDESK_BENCH_CHECKS").ok().and_then(|it| it.parse().ok()).unwrap_or(CHECKS);
    if let Some(home) = std::env::var_os(BUILDER) {
        return build(&Pool::read(), checks, Path::new(&home));
    }
    let folder = std::env::temp_dir().join(format!("claimdesk-bench-search-{}", std::process::id()));
    let outcome = measure(&Pool::read(), checks, &folder);
    let _ = std::fs::remove_dir_all(folder);
    outcome
}

fn measure(pool: &Pool, checks: u64, folder: &Path) -> Result<()> {
    println!("{checks} checks recombined from {} sentences of {}", pool.claims.len(), pool.origin);
    let home = folder.join("index");
    let built = Command::new(std::env::current_exe()?).env(BUILDER, &home).status()?;
    if !built.success() {
        return Err(Error::internal("the index was not built"));
    }
    disk(pool, checks, &home)?;
    let said: Vec<String> = (0..QUERIES).map(|n| pool.said(n)).collect();
    let typed: Vec<Typed> = (0..QUERIES).map(|n| pool.typed(n)).collect();
    let index = Index::open(&home)?;
    let viewer = Viewer::Person("person-3".into());
    println!("{:52} {:>9} {:>9} {:>9} {:>9}", "asked on one thread", "p50 ms", "p99 ms", "worst ms", "queries");
    let matched = series(&said, None, |said| index.likely(said, None, &viewer, 10, None).map(|found| found.len()))?;
    row("a whole sentence matched, the ten best", &matched, Some(MATCH_BAR));
    let [whole, open, ..] = typings().map(|(label, typing)| {
        let times = series(&typed, None, |typed| ask(&index, &viewer, typed, typing));
        times.inspect(|times| {
            row(label, times, Some(TYPED_BAR));
            slowest(times, &typed, typing);
        })
    });
    let (peak, own) = (status("VmHWM"), status("RssAnon"));
    println!("  peak memory {peak} MB with what was read of the index's files, {own} MB without");
    let mut plain = Plain::build(pool, checks, &folder.join("plain.db"))?;
    let times = plain.ask("said", &said, |said| any_of(said))?;
    beside("FTS5: any word of a sentence, the ten best", &times, &matched);
    for (label, ours, open) in [("FTS5: words", whole?, false), ("FTS5: words, the last being typed", open?, true)] {
        let typing = Typing { open, ..Typing::default() };
        let times = plain.ask("typed", &typed, |typed| all_of(&typed.line(typing), open))?;
        beside(label, &times, &ours);
    }
    Ok(())
}

fn typings() -> [(&'static str, Typing); 5] {
    let (open, facets, rich) = (true, true, true);
    [
        ("words", Typing::default()),
        ("words, the last being typed", Typing { open, ..Typing::default() }),
        ("words; values counted", Typing { facets, ..Typing::default() }),
        ("words, the last being typed; values counted", Typing { open, facets, rich: false }),
        ("phrases, fields, OR, without, typos; values counted", Typing { facets, rich, open: false }),
    ]
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
    let usage = tantivy::Index::open_in_dir(home)?.reader()?.searcher().space_usage()?;
    let mut fields: BTreeMap<String, f64> = BTreeMap::new();
    for segment in usage.segments() {
        let parts = [segment.termdict(), segment.postings(), segment.positions(), segment.fieldnorms()];
        for field in parts.into_iter().chain([segment.fast_fields()]).flat_map(|part| part.fields()) {
            *fields.entry(field.field_name().to_owned()).or_default() += mb(field.total().get_bytes());
        }
    }
    let sum = |names: &[&str]| -> f64 { names.iter().filter_map(|name| fields.get(*name)).sum() };
    let (matching, both) = (sum(&MATCHING), sum(&BOTH));
    let typed = fields.values().sum::<f64>() - matching - both;
    let store: f64 = usage.segments().iter().map(|it| mb(it.store().total().get_bytes())).sum();
    let texts = store * share_of_texts(pool, checks);
    println!("on the disk {:.0} MB in {} segments", mb(usage.total().get_bytes()), usage.segments().len());
    println!("  matching            {:>7.0} MB   bar {DISK_BAR:.0} MB", matching + texts);
    println!("    its words         {matching:>7.0} MB");
    println!("    its stored texts  {texts:>7.0} MB");
    println!("  keys, sight, times  {:>7.0} MB", both + store - texts);
    println!("  typed search        {typed:>7.0} MB");
    for (name, size) in fields.iter().filter(|(name, _)| ![&MATCHING[..], &BOTH].concat().contains(&name.as_str())) {
        println!("    {name:17} {size:>7.0} MB");
    }
    Ok(())
}

/// How much of what is stored is there for matching.
fn share_of_texts(pool: &Pool, checks: u64) -> f64 {
    let (mut matching, mut all) = (0, 0);
    for entry in (0..checks.min(10_000)).map(|number| pool.check(number)) {
        let title = |it: &Matchable| it.title.as_ref().map_or(0, String::len);
        matching += entry.lang.len() + entry.matchable.as_ref().map_or(0, |it| it.text.len() + title(it));
        all += entry.key.len() + std::mem::size_of_val(&entry.at);
    }
    matching as f64 / (matching + all).max(1) as f64
}

fn ask(index: &Index, viewer: &Viewer, typed: &Typed, typing: Typing) -> Result<usize> {
    let line = typed.line(typing);
    let query = Query::read(&line);
    let mut asked = Asked::new(&query, viewer.clone());
    asked.open = typing.open && Query::last_word_is_open(&line);
    asked.facets = typing.facets;
    index.find(&asked).map(|found| found.total)
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

/// The three that took longest, as they were typed.
fn slowest(times: &[Duration], typed: &[Typed], typing: Typing) {
    let mut order: Vec<(&Duration, &Typed)> = times.iter().zip(typed).collect();
    order.sort_by_key(|(time, _)| std::cmp::Reverse(**time));
    let told = order
        .iter()
        .take(3)
        .map(|(time, typed)| format!("{} ({:.0} ms)", typed.line(typing), time.as_secs_f64() * 1e3));
    println!("  slowest: {}", told.collect::<Vec<_>>().join(" | "));
}

fn row(label: &str, times: &[Duration], bar: Option<f64>) {
    let mut sorted: Vec<f64> = times.iter().map(|it| it.as_secs_f64() * 1e3).collect();
    sorted.sort_by(f64::total_cmp);
    let at = |percent: usize| sorted.get((sorted.len() * percent / 100).min(sorted.len().saturating_sub(1)));
    let [p50, p99, worst] = [50, 99, 100].map(|percent| at(percent).copied().unwrap_or_default());
    let bar = bar.map_or(String::new(), |bar| format!("   p99 < {bar:.0} ms"));
    println!("  {label:50} {p50:>9.2} {p99:>9.2} {worst:>9.2} {:>9}{bar}", sorted.len());
}

/// Theirs, and how many times ours it took for the same queries.
fn beside(label: &str, theirs: &[Duration], ours: &[Duration]) {
    row(label, theirs, None);
    let sum = |times: &[Duration]| times.iter().take(theirs.len()).sum::<Duration>().as_secs_f64();
    println!("    {:.1} × ours for the same queries", sum(theirs) / sum(ours).max(1e-9));
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
