//! What the model of meaning knows of claims and other desks' checks follows the log too, on a thread of its own: reading
//! a sentence takes a hundred times as long as indexing it, and nobody waits for it.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use diesel::prelude::*;

use crate::app::App;
use crate::claims::rules::ClaimId;
use crate::db::Db;
use crate::error::Result;
use crate::events::store::head;
use crate::external::store::ExternalId;
use crate::schema::{claims, events, external_checks};
use crate::search::Meant;

/// Between two looks at the log.
const PAUSE: Duration = Duration::from_secs(1);
/// After something went wrong.
const REST: Duration = Duration::from_secs(10);
/// Sentences read in one go; in between it can be stopped.
const SENTENCES: i64 = 64;

/// Learns everything once, then what changes, until it is stopped.
pub(super) fn follow(app: &App, stop: &AtomicBool) {
    let Some(meant) = app.search().and_then(|search| search.meant.as_ref()) else { return };
    let mut known = None;
    while !stop.load(Ordering::Relaxed) {
        match learn(app, meant, &mut known, stop) {
            Ok(()) => std::thread::park_timeout(PAUSE),
            Err(error) => {
                tracing::error!(?error, "the model of meaning could not follow the log; it is tried again");
                std::thread::park_timeout(REST);
            }
        }
    }
}

fn learn(app: &App, meant: &Meant, known: &mut Option<i64>, stop: &AtomicBool) -> Result<()> {
    let (newest, _) = app.database().read(head)?;
    match *known {
        None => everything(app, meant, stop)?,
        Some(seq) if seq == newest => return Ok(()),
        Some(seq) => {
            let changed = app.database().read(|db| changed(db, seq))?;
            for some in changed.chunks(usize::try_from(SENTENCES).unwrap_or(1)) {
                let texts = app.database().read(|db| texts_of(db, some))?;
                let gone = some.iter().filter(|key| texts.iter().all(|(it, _)| it != *key));
                gone.map(|key| meant.forget(key)).collect::<Result<Vec<()>>>()?;
                meant.keep(&texts, 1)?;
            }
        }
    }
    if !stop.load(Ordering::Relaxed) {
        *known = Some(newest);
    }
    Ok(())
}

/// Keys of claims and checks that events after one are about.
fn changed(db: &mut Db, after: i64) -> Result<Vec<String>> {
    let rows: Vec<(String, String)> = events::table
        .filter(events::seq.gt(after))
        .filter(events::subject_kind.eq_any(["claim", "external_check"]))
        .select((events::subject_kind, events::subject_id))
        .distinct()
        .load(db)?;
    let key =
        |(kind, id): (String, String)| if kind == "claim" { format!("claim:{id}") } else { format!("external:{id}") };
    Ok(rows.into_iter().map(key).collect())
}

/// What some keys say now; what is missing is gone.
fn texts_of(db: &mut Db, keys: &[String]) -> Result<Vec<(String, String)>> {
    let ids = |kind: &str| -> Vec<String> {
        keys.iter().filter_map(|key| key.strip_prefix(kind)).map(str::to_owned).collect()
    };
    let said: Vec<(ClaimId, String)> =
        claims::table.filter(claims::id.eq_any(ids("claim:"))).select((claims::id, claims::statement)).load(db)?;
    let theirs: Vec<(ExternalId, String)> = external_checks::table
        .filter(external_checks::id.eq_any(ids("external:")))
        .filter(external_checks::state.eq("kept"))
        .select((external_checks::id, external_checks::claim))
        .load(db)?;
    let said = said.into_iter().map(|(id, text)| (format!("claim:{id}"), text));
    Ok(said.chain(theirs.into_iter().map(|(id, text)| (format!("external:{id}"), text))).collect())
}

fn everything(app: &App, meant: &Meant, stop: &AtomicBool) -> Result<()> {
    let mut after = String::new();
    while !stop.load(Ordering::Relaxed) {
        let texts: Vec<(String, String)> = app.database().read(|db| {
            let page = claims::table.filter(claims::id.gt(&after)).order(claims::id).limit(SENTENCES);
            let rows: Vec<(ClaimId, String)> = page.select((claims::id, claims::statement)).load(db)?;
            Ok(rows.into_iter().map(|(id, text)| (format!("claim:{id}"), text)).collect())
        })?;
        let Some((last, _)) = texts.last() else { break };
        after = last.replace("claim:", "");
        meant.keep(&texts, 1)?;
    }
    let mut after = String::new();
    while !stop.load(Ordering::Relaxed) {
        let texts: Vec<(String, String)> = app.database().read(|db| {
            let page = external_checks::table
                .filter(external_checks::id.gt(&after))
                .filter(external_checks::state.eq("kept"))
                .order(external_checks::id)
                .limit(SENTENCES);
            let rows: Vec<(ExternalId, String)> =
                page.select((external_checks::id, external_checks::claim)).load(db)?;
            Ok(rows.into_iter().map(|(id, text)| (format!("external:{id}"), text)).collect())
        })?;
        let Some((last, _)) = texts.last() else { break };
        after = last.replace("external:", "");
        meant.keep(&texts, 1)?;
    }
    Ok(())
}
