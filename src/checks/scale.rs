//! The desk's verdict scale. Changing it never changes what has been published.

use diesel::prelude::*;
use serde_json::{Value, json};

use crate::db::{Db, Moment, cols};
use crate::error::{Error, Result, Say, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::Act;
use crate::schema::scale_entries;
use crate::tx::Tx;
use crate::web::Reading;

id! {
    /// One rating of the scale.
    VerdictId
}

words! {
    /// Whether a rating can still be given.
    pub enum EntryState { Active = "active", Retired = "retired" }
}

words! {
    /// The colour of a rating: one of those whose contrast has been tried on both themes.
    pub enum Tone {
        Red = "red",
        Orange = "orange",
        Amber = "amber",
        Olive = "olive",
        Green = "green",
        Blue = "blue",
        Purple = "purple",
        Grey = "grey",
    }
}

words! {
    /// Scales to begin with.
    pub enum Preset { Five = "five", Three = "three" }
}

/// One rating.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = scale_entries)]
pub struct Entry {
    pub id: VerdictId,
    pub position: i32,
    pub label: String,
    pub description: String,
    pub icon: String,
    pub tone: Tone,
    pub number: Option<i32>,
    pub state: EntryState,
    pub revision: i32,
    pub created_at: Moment,
}

impl Thing for Entry {
    const KIND: &'static str = "scale_entry";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "position": self.position, "label": self.label, "description": self.description, "icon": self.icon,
            "tone": self.tone, "number": self.number,
        })
    }
}

/// What is said about a rating.
#[derive(Debug, Clone)]
pub struct AboutEntry {
    pub position: i32,
    pub label: String,
    pub description: String,
    pub icon: String,
    pub tone: Tone,
    pub number: Option<i32>,
}

impl AboutEntry {
    /// Reads the form's fields; only ratings on the true–false axis have a number (A9).
    pub fn read(reading: &mut Reading) -> Self {
        let icon = reading.text("icon", 8);
        let number = reading.optional::<i32>("number");
        if number.is_some_and(|number| !(1..=10).contains(&number)) {
            reading.fault("number", Say::new("number-range").with("min", 1).with("max", 10));
        }
        AboutEntry {
            position: reading.optional("position").unwrap_or(0).clamp(0, 999),
            label: reading.required("label", 60),
            description: reading.text("description", 500),
            icon: if icon.is_empty() { "•".into() } else { icon },
            tone: reading.choice("tone").unwrap_or(Tone::Grey),
            number,
        }
    }
}

type Line = (&'static str, &'static str, &'static str, Tone, Option<i32>);

const FIVE: &[Line] = &[
    ("True", "The claim is accurate and nothing that matters is missing.", "●", Tone::Green, Some(5)),
    ("Mostly true", "The claim is accurate; something that matters needs adding.", "◕", Tone::Olive, Some(4)),
    (
        "Half true",
        "Part of the claim is accurate, part is not, or it leaves out what would change the picture.",
        "◑",
        Tone::Amber,
        Some(3),
    ),
    ("Mostly false", "A grain of truth, but the claim leads to a wrong picture.", "◔", Tone::Orange, Some(2)),
    ("False", "The claim is not accurate.", "○", Tone::Red, Some(1)),
];
const THREE: &[Line] = &[
    ("True", "The claim is accurate.", "●", Tone::Green, Some(3)),
    ("Partly true", "Part of the claim is accurate, part is not.", "◑", Tone::Amber, Some(2)),
    ("False", "The claim is not accurate.", "○", Tone::Red, Some(1)),
];
const OFF_AXIS: &[Line] = &[
    ("Missing context", "What is said is accurate, but it is used to suggest something else.", "◇", Tone::Blue, None),
    ("Unverifiable", "There is not enough evidence either way.", "?", Tone::Grey, None),
    ("Satire", "It was meant as a joke, and some took it seriously.", "☺", Tone::Purple, None),
];

/// Fills an empty scale.
pub fn begin_with(tx: &mut Tx, preset: Preset) -> Result<()> {
    let axis = match preset {
        Preset::Five => FIVE,
        Preset::Three => THREE,
    };
    for (position, (label, description, icon, tone, number)) in (1..).zip(axis.iter().chain(OFF_AXIS)) {
        let about = AboutEntry {
            position,
            label: (*label).into(),
            description: (*description).into(),
            icon: (*icon).into(),
            tone: *tone,
            number: *number,
        };
        add(tx, about)?;
    }
    Ok(())
}

/// Adds a rating.
pub fn add(tx: &mut Tx, about: AboutEntry) -> Result<()> {
    tx.by.require(Act::Manage)?;
    let entry = Entry {
        id: tx.id(),
        position: about.position,
        label: about.label,
        description: about.description,
        icon: about.icon,
        tone: about.tone,
        number: about.number,
        state: EntryState::Active,
        revision: 1,
        created_at: tx.now,
    };
    diesel::insert_into(scale_entries::table).values(&entry).execute(tx.db)?;
    events::record(tx, Kind::ScaleChanged, &entry, "")
}

/// Changes a rating; open drafts follow, published versions do not. `seen` is the revision the form showed.
pub fn change(tx: &mut Tx, id: &VerdictId, about: AboutEntry, state: EntryState, seen: i32) -> Result<()> {
    tx.by.require(Act::Manage)?;
    let changed: Option<Entry> = diesel::update(scale_entries::table.find(id).filter(scale_entries::revision.eq(seen)))
        .set((
            scale_entries::position.eq(about.position),
            scale_entries::label.eq(&about.label),
            scale_entries::description.eq(&about.description),
            scale_entries::icon.eq(&about.icon),
            scale_entries::tone.eq(about.tone),
            scale_entries::number.eq(about.number),
            scale_entries::state.eq(state),
            scale_entries::revision.eq(seen + 1),
        ))
        .returning(cols::<Entry>())
        .get_result(tx.db)
        .optional()?;
    let Some(changed) = changed else {
        let now: Entry = Entry::query().find(id).first(tx.db)?;
        let theirs = vec![("label", now.label), ("description", now.description)];
        return Err(Error::Stale(Box::new(Stale { current: now.revision.to_string(), field: "revision", theirs })));
    };
    events::record(tx, Kind::ScaleChanged, &changed, "")
}

/// The whole scale in its order.
pub fn all(db: &mut Db) -> Result<Vec<Entry>> {
    Ok(Entry::query().order((scale_entries::position, scale_entries::id)).limit(100).load(db)?)
}

/// What can be given now.
pub fn active(db: &mut Db) -> Result<Vec<Entry>> {
    Ok(all(db)?.into_iter().filter(|entry| entry.state == EntryState::Active).collect())
}

/// Every label, so that no statement carries one.
pub fn labels(db: &mut Db) -> Result<Vec<String>> {
    Ok(all(db)?.into_iter().map(|entry| entry.label).collect())
}

/// Lowest and highest number of a scale, where it has an axis at all (A8).
pub fn bounds(entries: &[Entry]) -> Option<(i32, i32)> {
    let numbers = || entries.iter().filter(|e| e.state == EntryState::Active).filter_map(|e| e.number);
    let (low, high) = (numbers().min()?, numbers().max()?);
    (low < high).then_some((low, high))
}

/// Ratings from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Entry>> {
    Ok(Entry::query().filter(scale_entries::id.gt(after)).order(scale_entries::id).limit(limit).load(db)?)
}
