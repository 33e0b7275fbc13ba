//! Building the indexes from the rows: after a damage, a restored backup, a new format, or because somebody asked.

use diesel::prelude::*;

use super::entries::{self, Key};
use super::public_entries;
use crate::app::App;
use crate::checks::rules::{CheckId, CheckState, EvidenceState};
use crate::db::Db;
use crate::error::Result;
use crate::events::store::head;
use crate::schema::{articles, checks, claims, evidence, external_checks, sources};
use crate::search::{Feed, Mark, Search};

/// Rows read, and entries made, at a time.
const BATCH: i64 = 1_000;

/// One kind of row, by the word that progress is told with, and a page of its keys.
type Kind = (&'static str, fn(&mut Db, &str) -> Result<Vec<Key>>);

const KINDS: [Kind; 5] = [
    ("articles", |db, after| {
        let page = articles::table.filter(articles::id.gt(after)).order(articles::id).limit(BATCH);
        Ok(page.select(articles::id).load(db)?.into_iter().map(Key::Article).collect())
    }),
    ("claims", |db, after| {
        let page = claims::table.filter(claims::id.gt(after)).order(claims::id).limit(BATCH);
        Ok(page.select(claims::id).load(db)?.into_iter().map(Key::Claim).collect())
    }),
    ("sources", |db, after| {
        let page = sources::table.filter(sources::id.gt(after)).order(sources::id).limit(BATCH);
        Ok(page.select(sources::id).load(db)?.into_iter().map(Key::Source).collect())
    }),
    ("quotes", |db, after| {
        let page = evidence::table.filter(evidence::id.gt(after)).order(evidence::id).limit(BATCH);
        Ok(page.select(evidence::id).load(db)?.into_iter().map(Key::Quote).collect())
    }),
    ("external checks", |db, after| {
        let page = external_checks::table.filter(external_checks::id.gt(after)).order(external_checks::id);
        Ok(page.limit(BATCH).select(external_checks::id).load(db)?.into_iter().map(Key::External).collect())
    }),
];

/// How many entries the desk's index holds when it tells the truth.
pub fn expected(db: &mut Db) -> Result<i64> {
    let articles: i64 = articles::table.count().get_result(db)?;
    let claims: i64 = claims::table.count().get_result(db)?;
    let sources: i64 = sources::table.count().get_result(db)?;
    let quotes: i64 = evidence::table
        .filter(evidence::state.ne(EvidenceState::Removed))
        .filter(evidence::exact.is_not_null())
        .count()
        .get_result(db)?;
    let external: i64 = external_checks::table.filter(external_checks::state.eq("kept")).count().get_result(db)?;
    Ok(articles + claims + sources + quotes + external)
}

/// Builds both indexes again; what was there is found until the new ones are whole. `tell` hears how far it is.
pub fn rebuild(app: &App, search: &Search, tell: &mut dyn FnMut(&str)) -> Result<Mark> {
    let (seq, hash) = app.database().read(head)?;
    let mark = Mark::new(seq, hash);
    let mut desk = Feed::building(&search.desk)?;
    for (name, keys) in KINDS {
        let (mut after, mut done) = (String::new(), 0);
        loop {
            let (page, made) = app.database().read(|db| {
                let page = keys(db, &after)?;
                let made = entries::of(db, &page)?;
                Ok((page, made))
            })?;
            let Some(last) = page.last() else { break };
            after = last.text().split_once(':').map(|(_, id)| id.to_owned()).unwrap_or_default();
            made.iter().try_for_each(|entry| desk.add(entry))?;
            done += page.len();
            tell(&format!("{name}: {done}"));
        }
    }
    desk.commit(&mark)?;
    desk.finish()?;
    let mut public = Feed::building(&search.public)?;
    let (mut after, mut done) = (String::new(), 0);
    loop {
        let now = app.now();
        let (page, made) = app.database().read(|db| {
            let page: Vec<CheckId> = checks::table
                .filter(checks::id.gt(&after))
                .filter(checks::state.eq(CheckState::Published))
                .order(checks::id)
                .limit(BATCH)
                .select(checks::id)
                .load(db)?;
            let made = public_entries::of(db, &page, now)?;
            Ok((page, made))
        })?;
        let Some(last) = page.last() else { break };
        after = last.to_string();
        made.iter().try_for_each(|entry| public.add(entry))?;
        done += page.len();
        tell(&format!("published checks: {done}"));
    }
    public.commit(&mark)?;
    public.finish()?;
    tell("done");
    Ok(mark)
}
