//! Rows of addresses handed to an archive elsewhere. "Submitted" says that it was asked; "archived" only that the archive has
//! named its own copy.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::SourceId;
use super::store as sources;
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Result};
use crate::events::{self, Kind, Thing};
use crate::jobs::store as jobs;
use crate::people::rules::Act;
use crate::schema::archivings;
use crate::tx::Tx;

id! {
    /// One handing over.
    ArchivingId
}

words! {
    /// How far it is.
    pub enum ArchivingState { Waiting = "waiting", Submitted = "submitted", Archived = "archived", Failed = "failed" }
}

/// The kind of its job.
pub const JOB: &str = "archive";

/// One address handed to one archive.
#[derive(HasQuery, Insertable, AsChangeset, Debug, Clone)]
#[diesel(table_name = archivings, treat_none_as_null = true)]
pub struct Archiving {
    pub id: ArchivingId,
    pub source_id: SourceId,
    /// The archive's host.
    pub archive: String,
    pub url: String,
    pub state: ArchivingState,
    /// What the archive calls the work, while it is at it.
    pub ticket: String,
    pub archived_url: Option<String>,
    /// When the archive says that it made its copy.
    pub archived_at: Option<Moment>,
    /// Why it failed, in the archive's own code.
    pub reason: String,
    pub asked_by: String,
    pub asked_at: Moment,
}

impl Thing for Archiving {
    const KIND: &'static str = "archiving";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "source": self.source_id, "archive": self.archive, "url": self.url, "ticket": self.ticket,
            "archived_url": self.archived_url, "archived_at": self.archived_at, "reason": self.reason,
            "asked_by": self.asked_by, "asked_at": self.asked_at,
        })
    }
}

/// Asks for a copy at the archive of that name; one that is under way is the same wish. A source that is closed to part of the
/// desk is not told to others.
pub fn ask(tx: &mut Tx, source: &SourceId, archive: &str) -> Result<ArchivingId> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    let source = sources::find(tx.db, &by, source)?;
    let Some(url) = source.url.filter(|_| !source.restricted) else { return Err(Error::refused("archive-closed")) };
    let under_way: Option<ArchivingId> = archivings::table
        .filter(archivings::source_id.eq(&source.id))
        .filter(archivings::state.eq_any([ArchivingState::Waiting, ArchivingState::Submitted]))
        .select(archivings::id)
        .first(tx.db)
        .optional()?;
    if let Some(id) = under_way {
        return Ok(id);
    }
    let row = Archiving {
        id: tx.id(),
        source_id: source.id,
        archive: archive.to_owned(),
        url,
        state: ArchivingState::Waiting,
        ticket: String::new(),
        archived_url: None,
        archived_at: None,
        reason: String::new(),
        asked_by: by.id.to_string(),
        asked_at: tx.now,
    };
    diesel::insert_into(archivings::table).values(&row).execute(tx.db)?;
    events::record(tx, Kind::ArchiveAsked, &row, "")?;
    jobs::add(tx, JOB, row.id.as_str(), tx.now)?;
    Ok(row.id)
}

/// Writes down how it stands now, where that is news.
pub fn tell(tx: &mut Tx, row: &Archiving) -> Result<()> {
    let before = by_id(tx.db, &row.id)?;
    let changed: Archiving =
        diesel::update(archivings::table.find(&row.id)).set(row).returning(cols::<Archiving>()).get_result(tx.db)?;
    if before.state == changed.state && before.ticket == changed.ticket {
        return Ok(());
    }
    let kind = match changed.state {
        ArchivingState::Archived => Kind::ArchiveMade,
        ArchivingState::Failed => Kind::ArchiveFailed,
        ArchivingState::Waiting | ArchivingState::Submitted => Kind::ArchiveSubmitted,
    };
    events::record(tx, kind, &changed, "")
}

/// One, for its job.
pub fn by_id(db: &mut Db, id: &ArchivingId) -> Result<Archiving> {
    Ok(Archiving::query().find(id).first(db)?)
}

/// A source's, newest first.
pub fn of(db: &mut Db, source: &SourceId) -> Result<Vec<Archiving>> {
    Ok(Archiving::query()
        .filter(archivings::source_id.eq(source))
        .order((archivings::asked_at.desc(), archivings::id.desc()))
        .limit(50)
        .load(db)?)
}

/// The newest copy that an archive elsewhere keeps of an address of a source.
pub fn kept(db: &mut Db, source: &SourceId, url: &str) -> Result<Option<Archiving>> {
    Ok(Archiving::query()
        .filter(archivings::source_id.eq(source))
        .filter(archivings::state.eq(ArchivingState::Archived))
        .filter(archivings::url.eq(url))
        .order((archivings::archived_at.desc(), archivings::id.desc()))
        .first(db)
        .optional()?)
}

/// From a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Archiving>> {
    Ok(Archiving::query().filter(archivings::id.gt(after)).order(archivings::id).limit(limit).load(db)?)
}
