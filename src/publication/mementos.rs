//! Copies that readers may see whole, by the address they were taken from (RFC 7089): what a TimeGate chooses from.

use diesel::prelude::*;

use super::store::{self, Live};
use crate::checks::document::EvidencePart;
use crate::checks::rules::{CheckId, CheckState};
use crate::corrections::withholdings;
use crate::db::{Db, Moment};
use crate::error::Result;
use crate::evidence::rules::SnapshotId;
use crate::schema::{checks, evidence, snapshots, sources};

/// Checks that are looked through for one address.
const MOST: i64 = 100;

/// One copy, at the place where it is shown.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Memento {
    pub slug: String,
    pub number: i32,
    pub at: Moment,
}

/// The copies of an address, oldest first: those of published evidence, marked as freely showable and not withheld.
pub fn of(db: &mut Db, url: &str, now: Moment) -> Result<Vec<Memento>> {
    // What was typed and what the address is written as are the same address.
    let same = spellings(url);
    let rows: Vec<(CheckId, Option<String>)> = checks::table
        .inner_join(evidence::table.inner_join(sources::table))
        .filter(sources::url.eq_any(&same))
        .filter(sources::freely_showable.eq(true))
        .filter(checks::state.eq(CheckState::Published))
        .order(checks::id)
        .distinct()
        .limit(MOST)
        .select((checks::id, checks::slug))
        .load(db)?;
    let ids: Vec<CheckId> = rows.iter().map(|(id, _)| id.clone()).collect();
    let mut shown: Vec<(String, i32, SnapshotId)> = Vec::new();
    for live in store::live(db, &ids, now)? {
        let slug = rows.iter().find(|(id, _)| *id == live.check).and_then(|(_, slug)| slug.clone());
        let pieces = live.document.evidence.iter().filter(|piece| is_of(&live, piece, url));
        let copies = pieces.filter_map(|piece| Some((piece.number, piece.quote.as_ref()?.snapshot.id.parse().ok()?)));
        shown.extend(copies.filter_map(|(number, copy)| Some((slug.clone()?, number, copy))));
    }
    let mut open = Vec::new();
    for one in shown {
        if !withholdings::in_copy(db, one.2.as_str(), now)? {
            open.push(one);
        }
    }
    let shown = open;
    let copies: Vec<&SnapshotId> = shown.iter().map(|(_, _, copy)| copy).collect();
    let taken: Vec<(SnapshotId, Moment)> =
        snapshots::table.filter(snapshots::id.eq_any(copies)).select((snapshots::id, snapshots::taken_at)).load(db)?;
    let at = |copy: &SnapshotId| taken.iter().find(|(id, _)| id == copy).map(|(_, at)| *at);
    let mut found: Vec<Memento> =
        shown.into_iter().filter_map(|(slug, number, copy)| Some(Memento { at: at(&copy)?, slug, number })).collect();
    found.sort_by(|a, b| (a.at, &a.slug, a.number).cmp(&(b.at, &b.slug, b.number)));
    Ok(found)
}

/// How an address may stand in a row: as it was asked for, as it is written, without the slash of a bare host, and with its
/// letters instead of their codes.
fn spellings(url: &str) -> Vec<String> {
    let mut all = vec![url.to_owned(), url.trim_end_matches('/').to_owned()];
    all.extend(url::Url::parse(url).map(String::from));
    let decoded: Vec<u8> = percent_encoding::percent_decode_str(url).collect();
    all.extend(String::from_utf8(decoded));
    all.sort();
    all.dedup();
    all
}

fn is_of(live: &Live, piece: &EvidencePart, url: &str) -> bool {
    let written = |address: &str| url::Url::parse(address).ok();
    let same = piece.source.url.as_deref().and_then(written).is_some_and(|it| Some(it) == written(url));
    same && !live.withheld.contains_key(&piece.number)
}

/// The copy nearest to a moment, the newest where none is asked for.
pub fn nearest(all: &[Memento], wanted: Option<Moment>) -> Option<&Memento> {
    match wanted {
        None => all.last(),
        Some(wanted) => all.iter().min_by_key(|one| (one.at.utc() - wanted.utc()).abs()),
    }
}
