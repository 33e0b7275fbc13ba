//! The same asked of SQLite's own full text search.

use std::collections::BTreeSet;
use std::path::Path;
use std::time::{Duration, Instant};

use claimdesk::error::{Error, Result};
use claimdesk::text::words::words;
use diesel::connection::SimpleConnection;
use diesel::prelude::*;
use diesel::sql_types::{BigInt, Text};

use super::made::Pool;
use super::{mb, series};

/// It is asked no longer than this; the ratio is of the queries that it came to.
const PATIENCE: Duration = Duration::from_secs(60);
/// Checks that are handed over at once.
const BATCH: u64 = 5_000;

/// SQLite with two tables of full text.
pub struct Plain(SqliteConnection);

#[derive(QueryableByName)]
struct Id {
    #[diesel(sql_type = BigInt)]
    #[allow(dead_code, reason = "read so that SQLite fetches it")]
    id: i64,
}

impl Plain {
    /// Fills a table for sentences and one for what is typed.
    pub fn build(pool: &Pool, checks: u64, path: &Path) -> Result<Plain> {
        let start = Instant::now();
        let mut c = SqliteConnection::establish(&path.to_string_lossy()).map_err(Error::internal)?;
        c.batch_execute(
            "PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA cache_size = -100000;
             PRAGMA mmap_size = 4000000000;
             CREATE VIRTUAL TABLE said USING fts5(text, title, tokenize = 'porter unicode61');
             CREATE VIRTUAL TABLE typed USING fts5(text, body, tokenize = 'porter unicode61');",
        )?;
        for from in (0..checks).step_by(usize::try_from(BATCH).unwrap_or(1)) {
            let rows: Vec<[String; 3]> = (from..checks.min(from + BATCH))
                .map(|number| pool.check(number))
                .map(|it| [it.title, it.matchable.and_then(|it| it.title).unwrap_or_default(), it.body.join(" ")])
                .collect();
            let rows = serde_json::to_string(&rows)?;
            for (table, second) in [("said", 1), ("typed", 2)] {
                let take = format!("INSERT INTO {table} SELECT value ->> 0, value ->> {second} FROM json_each(?)");
                diesel::sql_query(take).bind::<Text, _>(&rows).execute(&mut c)?;
            }
        }
        c.batch_execute("INSERT INTO said(said) VALUES('optimize'); INSERT INTO typed(typed) VALUES('optimize');")?;
        let bytes = std::fs::metadata(path).map_or(0, |it| it.len());
        let seconds = start.elapsed().as_secs_f64();
        println!("SQLite FTS5 built in {seconds:.1} s, {:.0} MB, the texts among them", mb(bytes));
        Ok(Plain(c))
    }

    /// How long a table took for the ten best of each, as far as patience goes.
    pub fn ask<T>(&mut self, table: &str, all: &[T], wanted: impl Fn(&T) -> String) -> Result<Vec<Duration>> {
        let sql = format!("SELECT rowid AS id FROM {table} WHERE {table} MATCH ? ORDER BY rank LIMIT 10");
        series(all, Some(PATIENCE), |one| {
            Ok(diesel::sql_query(&sql).bind::<Text, _>(wanted(one)).load::<Id>(&mut self.0)?.len())
        })
    }
}

/// Any word of a sentence.
pub fn any_of(said: &str) -> String {
    let terms: BTreeSet<String> = words(said).into_iter().map(|word| format!("\"{}\"", word.folded)).collect();
    terms.into_iter().collect::<Vec<_>>().join(" OR ")
}

/// Every word of a line, the last one perhaps only begun.
pub fn all_of(line: &str, open: bool) -> String {
    let terms: Vec<String> = line.split(' ').map(|word| format!("\"{word}\"")).collect();
    format!("{}{}", terms.join(" "), if open { "*" } else { "" })
}
