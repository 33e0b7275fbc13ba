//! The desk's own row and its gates' levels. A leaf: every feature may ask it.

use chrono_tz::Tz;
use diesel::prelude::*;
use serde_json::{Value, json};

use crate::db::{Db, Moment, cols};
use crate::error::{Error, Result, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::Act;
use crate::schema::{desk, gate_settings};
use crate::tx::Tx;

words! {
    /// How readers see who checked and who approved.
    pub enum Byline { Names = "names", Roles = "roles" }
}

words! {
    /// How hard a gate is.
    pub enum Level { Off = "off", Warn = "warn", Block = "block" }
}

/// The desk: its name, its calendar, its ways.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = desk)]
pub struct Desk {
    pub id: String,
    pub name: String,
    pub time_zone: String,
    pub language: String,
    pub peer_review: bool,
    pub byline: Byline,
    pub contact: String,
    pub sample: bool,
    pub revision: i32,
    pub created_at: Moment,
}

impl Thing for Desk {
    const KIND: &'static str = "desk";
    fn key(&self) -> String {
        self.id.clone()
    }
    fn state(&self) -> String {
        "set_up".into()
    }
    fn words(&self) -> Value {
        json!({
            "name": self.name, "time_zone": self.time_zone, "language": self.language, "peer_review": self.peer_review,
            "byline": self.byline, "contact": self.contact, "sample": self.sample,
        })
    }
}

impl Desk {
    /// What the pages show before anybody has set the desk up.
    pub fn before_set_up() -> Self {
        Desk {
            id: "desk".into(),
            name: "Claimdesk".into(),
            time_zone: "UTC".into(),
            language: "en".into(),
            peer_review: false,
            byline: Byline::Names,
            contact: String::new(),
            sample: false,
            revision: 0,
            created_at: Moment::from_utc(chrono::DateTime::UNIX_EPOCH),
        }
    }

    /// The desk's time zone; UTC where the name is none.
    pub fn zone(&self) -> Tz {
        self.time_zone.parse().unwrap_or(Tz::UTC)
    }

    /// The day it is at the desk.
    pub fn today(&self, now: Moment) -> chrono::NaiveDate {
        now.utc().with_timezone(&self.zone()).date_naive()
    }
}

/// The desk as it stands.
pub fn desk(db: &mut Db) -> Result<Desk> {
    Ok(Desk::query().first(db).optional()?.unwrap_or_else(Desk::before_set_up))
}

/// Makes the desk; once.
pub fn set_up(tx: &mut Tx, new: Desk) -> Result<Desk> {
    let new = Desk { revision: 1, created_at: tx.now, ..new };
    diesel::insert_into(desk::table).values(&new).execute(tx.db)?;
    events::record(tx, Kind::DeskSetUp, &new, "")?;
    Ok(new)
}

/// Changes the settings; `seen` is the revision the form showed.
pub fn change(tx: &mut Tx, new: Desk, seen: i32) -> Result<Desk> {
    tx.by.require(Act::Manage)?;
    let changed: Option<Desk> = diesel::update(desk::table.find("desk").filter(desk::revision.eq(seen)))
        .set((
            desk::name.eq(&new.name),
            desk::time_zone.eq(&new.time_zone),
            desk::peer_review.eq(new.peer_review),
            desk::byline.eq(new.byline),
            desk::contact.eq(&new.contact),
            desk::revision.eq(seen + 1),
        ))
        .returning(cols::<Desk>())
        .get_result(tx.db)
        .optional()?;
    let Some(changed) = changed else {
        let now = self::desk(tx.db)?;
        let theirs = vec![("name", now.name), ("time_zone", now.time_zone), ("contact", now.contact)];
        return Err(Error::Stale(Box::new(Stale { current: now.revision.to_string(), field: "revision", theirs })));
    };
    events::record(tx, Kind::DeskChanged, &changed, "")?;
    Ok(changed)
}

/// How hard one gate is, where the desk has said so.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = gate_settings)]
pub struct GateSetting {
    pub gate: String,
    pub level: Level,
}

impl Thing for GateSetting {
    const KIND: &'static str = "gate";
    fn key(&self) -> String {
        self.gate.clone()
    }
    fn state(&self) -> String {
        self.level.to_string()
    }
    fn words(&self) -> Value {
        json!({})
    }
}

/// Every level the desk has set; gates not named block.
pub fn gate_levels(db: &mut Db) -> Result<Vec<GateSetting>> {
    Ok(GateSetting::query().order(gate_settings::gate).load(db)?)
}

/// Sets how hard a gate is.
pub fn set_gate(tx: &mut Tx, gate: &str, level: Level) -> Result<()> {
    tx.by.require(Act::Manage)?;
    let before: Option<GateSetting> = GateSetting::query().find(gate).first(tx.db).optional()?;
    let setting = GateSetting { gate: gate.to_owned(), level };
    match before {
        Some(before) if before.level == level => return Ok(()),
        None if level == Level::Block => return Ok(()),
        Some(_) => {
            diesel::update(gate_settings::table.find(gate)).set(gate_settings::level.eq(level)).execute(tx.db)?
        }
        None => diesel::insert_into(gate_settings::table).values(&setting).execute(tx.db)?,
    };
    events::record(tx, Kind::GateChanged, &setting, "")
}
