//! How the desk behaves towards the sites it copies from.

use diesel::prelude::*;
use serde_json::{Value, json};

use crate::db::{Db, cols};
use crate::error::{Error, Result, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::Act;
use crate::schema::fetch_settings;
use crate::tx::Tx;

const ONLY: &str = "fetching";

/// What the desk has decided; one row once it has.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = fetch_settings)]
pub struct FetchSettings {
    pub id: String,
    /// Whether a site's robots.txt is asked before anything is fetched from it.
    pub robots: bool,
    pub revision: i32,
}

impl Thing for FetchSettings {
    const KIND: &'static str = "fetch_settings";
    fn key(&self) -> String {
        self.id.clone()
    }
    fn state(&self) -> String {
        "set".into()
    }
    fn words(&self) -> Value {
        json!({ "robots": self.robots })
    }
}

/// The settings as they stand. A desk keeps a copy as a reader would save one, so robots.txt is not asked until it says so.
pub fn current(db: &mut Db) -> Result<FetchSettings> {
    let row = FetchSettings::query().find(ONLY).first(db).optional()?;
    Ok(row.unwrap_or(FetchSettings { id: ONLY.into(), robots: false, revision: 0 }))
}

/// Decides; `seen` is the revision the form showed.
pub fn change(tx: &mut Tx, robots: bool, seen: i32) -> Result<()> {
    tx.by.require(Act::Manage)?;
    let now = current(tx.db)?;
    if now.revision != seen {
        let theirs = vec![("robots", if now.robots { "yes".into() } else { String::new() })];
        return Err(Error::Stale(Box::new(Stale { current: now.revision.to_string(), field: "revision", theirs })));
    }
    let changed = FetchSettings { robots, revision: seen + 1, ..now };
    let changed: FetchSettings = match seen {
        0 => diesel::insert_into(fetch_settings::table)
            .values(&changed)
            .returning(cols::<FetchSettings>())
            .get_result(tx.db)?,
        _ => diesel::update(fetch_settings::table.find(ONLY))
            .set((fetch_settings::robots.eq(robots), fetch_settings::revision.eq(seen + 1)))
            .returning(cols::<FetchSettings>())
            .get_result(tx.db)?,
    };
    events::record(tx, Kind::FetchingSet, &changed, "")
}

/// The row, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<FetchSettings>> {
    Ok(FetchSettings::query().filter(fetch_settings::id.gt(after)).order(fetch_settings::id).limit(limit).load(db)?)
}
