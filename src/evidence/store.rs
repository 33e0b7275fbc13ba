//! Rows of sources and snapshots.

use std::collections::HashMap;

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::{AboutSource, MOST_QUOTED, SnapshotId, SourceId, SourceKind, quoted_share};
use super::{origins, protected, watches};
use crate::articles::store::name_people;
use crate::db::{Db, Moment, MultiBackend, cols};
use crate::error::{Error, Result, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::{Act, Actor, PersonId};
use crate::reading::Material;
use crate::reading::material::{Said, UNREAD};
use crate::schema::{access, snapshot_pages, snapshots, sources};
use crate::text::offsets;
use crate::tx::Tx;
use crate::web::Paging;

/// Where evidence comes from.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = sources)]
pub struct Source {
    pub id: SourceId,
    pub url: Option<String>,
    pub citation: String,
    pub title: String,
    pub publisher: String,
    pub kind: SourceKind,
    pub accessed_on: Option<NaiveDate>,
    pub restricted: bool,
    pub freely_showable: bool,
    pub revision: i32,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Source {
    const KIND: &'static str = "source";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        "listed".into()
    }
    fn words(&self) -> Value {
        json!({
            "url": self.url, "citation": self.citation, "title": self.title, "publisher": self.publisher,
            "kind": self.kind, "accessed_on": self.accessed_on, "restricted": self.restricted,
            "freely_showable": self.freely_showable, "created_by": self.created_by,
        })
    }
}

/// An immutable copy of a source.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = snapshots)]
pub struct Snapshot {
    pub id: SnapshotId,
    pub source_id: SourceId,
    pub blob: String,
    pub filename: Option<String>,
    pub media_type: String,
    pub charset: String,
    pub extractor: String,
    pub text: String,
    pub text_hash: String,
    pub taken_by: String,
    pub taken_at: Moment,
}

impl Thing for Snapshot {
    const KIND: &'static str = "snapshot";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        "kept".into()
    }
    fn content_hash(&self) -> Option<String> {
        Some(self.text_hash.clone())
    }
    fn words(&self) -> Value {
        json!({
            "source": self.source_id, "blob": self.blob, "filename": self.filename, "media_type": self.media_type,
            "charset": self.charset, "extractor": self.extractor, "taken_by": self.taken_by, "taken_at": self.taken_at,
        })
    }
}

impl Snapshot {
    /// Whether there is anything to quote; pictures and unreadable files are kept without.
    pub fn has_text(&self) -> bool {
        self.extractor != UNREAD
    }
}

/// A snapshot without its text, for lists.
#[derive(Queryable, Debug, Clone)]
pub struct SnapshotLine {
    pub id: SnapshotId,
    pub blob: String,
    pub media_type: String,
    pub taken_at: Moment,
}

/// Which sources somebody may see.
#[diesel::dsl::auto_type]
pub fn visible_to(actor: &Actor) -> _ {
    let everything: bool = actor.sees_all();
    let person: PersonId = actor.id.clone();
    let named = access::table.filter(access::person_id.eq(person)).select(access::subject_id);
    sources::restricted.eq(false).or(sources::restricted.eq(everything)).or(sources::id.eq_any(named))
}

/// Adds a source.
pub fn add(tx: &mut Tx, about: AboutSource) -> Result<Source> {
    tx.by.require(Act::Add)?;
    let by = tx.by.clone();
    let freely_showable = by.decides_showable(false, about.freely_showable)?;
    let source = Source {
        id: tx.id(),
        url: about.url,
        citation: about.citation,
        title: about.title,
        publisher: about.publisher,
        kind: about.kind,
        accessed_on: about.accessed_on,
        restricted: false,
        freely_showable,
        revision: 1,
        created_by: tx.by.id.to_string(),
        created_at: tx.now,
    };
    diesel::insert_into(sources::table).values(&source).execute(tx.db)?;
    events::record(tx, Kind::SourceAdded, &source, "")?;
    Ok(source)
}

/// Keeps a copy of a source that somebody brought.
pub fn add_snapshot(tx: &mut Tx, source: &SourceId, material: &Material, blob: &str) -> Result<SnapshotId> {
    Ok(keep_snapshot(tx, source, material, blob)?.0)
}

/// Keeps a copy of a source and answers whether it is new: the same bytes again are the copy we have. The blob must be on the
/// disk already.
pub fn keep_snapshot(tx: &mut Tx, source: &SourceId, material: &Material, blob: &str) -> Result<(SnapshotId, bool)> {
    tx.by.require(Act::Add)?;
    let by = tx.by.clone();
    find(tx.db, &by, source)?;
    protected::refuse(tx.db, source)?;
    let known: Option<SnapshotId> = snapshots::table
        .filter(snapshots::source_id.eq(source))
        .filter(snapshots::blob.eq(blob))
        .select(snapshots::id)
        .first(tx.db)
        .optional()?;
    if let Some(known) = known {
        return Ok((known, false));
    }
    let snapshot = Snapshot {
        id: tx.id(),
        source_id: source.clone(),
        blob: blob.to_owned(),
        filename: material.filename.clone(),
        media_type: material.media_type.clone(),
        charset: material.charset.into(),
        extractor: material.extractor.into(),
        text: material.text.clone(),
        text_hash: material.text_hash.clone(),
        taken_by: by.id.to_string(),
        taken_at: tx.now,
    };
    diesel::insert_into(snapshots::table).values(&snapshot).execute(tx.db)?;
    if !material.pages.is_empty() {
        let starts = serde_json::to_string(&material.pages)?;
        diesel::insert_into(snapshot_pages::table)
            .values((snapshot_pages::snapshot_id.eq(&snapshot.id), snapshot_pages::starts.eq(starts)))
            .execute(tx.db)?;
    }
    events::record(tx, Kind::SnapshotTaken, &snapshot, "")?;
    Ok((snapshot.id, true))
}

/// Fills in what nobody has typed about a source from what its page says of itself. Not once it is cited: then what is said
/// about it is what somebody approves.
pub fn fill_in(tx: &mut Tx, id: &SourceId, said: &Said) -> Result<()> {
    if is_cited(tx.db, id)? {
        return Ok(());
    }
    let by = tx.by.clone();
    let before = find(tx.db, &by, id)?;
    let unnamed = before.url.as_deref().is_some_and(|url| url.starts_with(&before.title));
    let kept = |old: &str, new: Option<String>, most: usize| match new {
        Some(new) if old.is_empty() && !new.trim().is_empty() => new.trim().chars().take(most).collect(),
        _ => old.to_owned(),
    };
    let by_line: Vec<String> =
        said.author.clone().into_iter().chain(said.published.map(|date| date.to_string())).collect();
    let title = kept(if unnamed { "" } else { &before.title }, said.title.clone().or(Some(before.title.clone())), 300);
    let publisher = kept(&before.publisher, said.publisher.clone(), 200);
    let citation = kept(&before.citation, Some(by_line.join(", ")), 1000);
    if (&title, &publisher, &citation) == (&before.title, &before.publisher, &before.citation) {
        return Ok(());
    }
    let changed: Source = diesel::update(sources::table.find(id))
        .set((
            sources::title.eq(title),
            sources::publisher.eq(publisher),
            sources::citation.eq(citation),
            sources::revision.eq(sources::revision + 1),
        ))
        .returning(cols::<Source>())
        .get_result(tx.db)?;
    events::record(tx, Kind::SourceChanged, &changed, "")
}

/// Changes what is said about a source; open drafts that cite it follow. `seen` is the revision the form showed.
pub fn change(tx: &mut Tx, id: &SourceId, about: AboutSource, seen: i32) -> Result<()> {
    tx.by.require(Act::Add)?;
    let by = tx.by.clone();
    let before = find(tx.db, &by, id)?;
    if is_cited(tx.db, id)? {
        tx.by.require(Act::Draft)?;
    }
    if about.url.is_some() || about.freely_showable {
        protected::refuse(tx.db, id)?;
    }
    let before_url = before.url.clone();
    let freely_showable = by.decides_showable(before.freely_showable, about.freely_showable)?;
    let changed: Option<Source> = diesel::update(sources::table.find(id).filter(sources::revision.eq(seen)))
        .set((
            sources::url.eq(&about.url),
            sources::citation.eq(&about.citation),
            sources::title.eq(&about.title),
            sources::publisher.eq(&about.publisher),
            sources::kind.eq(about.kind),
            sources::accessed_on.eq(about.accessed_on),
            sources::freely_showable.eq(freely_showable),
            sources::revision.eq(seen + 1),
        ))
        .returning(cols::<Source>())
        .get_result(tx.db)
        .optional()?;
    let Some(changed) = changed else {
        let theirs = vec![
            ("url", before.url.unwrap_or_default()),
            ("citation", before.citation),
            ("title", before.title),
            ("publisher", before.publisher),
            ("accessed_on", before.accessed_on.map(|date| date.to_string()).unwrap_or_default()),
            ("kind", before.kind.to_string()),
            ("freely_showable", if before.freely_showable { "yes".into() } else { String::new() }),
        ];
        return Err(Error::Stale(Box::new(Stale { current: before.revision.to_string(), field: "revision", theirs })));
    };
    events::record(tx, Kind::SourceChanged, &changed, "")?;
    if changed.url != before_url {
        // What was seen at the old address says nothing of the new one.
        watches::forget(tx, id)?;
        watches::begin(tx, id, changed.url.as_deref(), tx.now.plus(chrono::TimeDelta::days(1)))?;
    }
    origins::touch_all_below(tx, id)
}

fn is_cited(db: &mut Db, id: &SourceId) -> Result<bool> {
    use crate::schema::evidence;
    let count: i64 = evidence::table.filter(evidence::source_id.eq(id)).count().get_result(db)?;
    Ok(count > 0)
}

/// Restricts a source to named people, or opens it again.
pub fn restrict(tx: &mut Tx, id: &SourceId, restricted: bool, people: &[PersonId]) -> Result<()> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    find(tx.db, &by, id)?;
    let changed: Source = diesel::update(sources::table.find(id))
        .set((sources::restricted.eq(restricted), sources::revision.eq(sources::revision + 1)))
        .returning(cols::<Source>())
        .get_result(tx.db)?;
    name_people(tx, id.as_str(), restricted, people)?;
    events::record(tx, Kind::AccessChanged, &changed, "")?;
    origins::touch_all_below(tx, id)
}

/// One source, for somebody who may see it.
pub fn find(db: &mut Db, actor: &Actor, id: &SourceId) -> Result<Source> {
    Ok(Source::query().filter(sources::id.eq(id)).filter(visible_to(actor)).first(db)?)
}

/// The source at an address, the oldest of those somebody may see.
pub fn at_address(db: &mut Db, actor: &Actor, url: &str) -> Result<Option<Source>> {
    Ok(Source::query()
        .filter(sources::url.eq(url))
        .filter(visible_to(actor))
        .order((sources::created_at, sources::id))
        .first(db)
        .optional()?)
}

/// A page of sources, newest first.
pub fn list(db: &mut Db, actor: &Actor, kind: Option<SourceKind>, paging: &Paging) -> Result<Vec<Source>> {
    let mut query = Source::query().filter(visible_to(actor)).into_boxed::<MultiBackend>();
    if let Some(kind) = kind {
        query = query.filter(sources::kind.eq(kind));
    }
    Ok(query.order(sources::created_at.desc()).limit(paging.limit()).offset(paging.offset()).load(db)?)
}

/// The newest sources that somebody may see, to choose from.
pub fn newest(db: &mut Db, actor: &Actor, count: usize) -> Result<Vec<Source>> {
    let limit = i64::try_from(count).unwrap_or(i64::MAX);
    Ok(Source::query().filter(visible_to(actor)).order(sources::created_at.desc()).limit(limit).load(db)?)
}

/// Those of some sources that somebody may see, in the order of the ids.
pub fn of_ids(db: &mut Db, actor: &Actor, ids: &[SourceId]) -> Result<Vec<Source>> {
    let mut found: Vec<Source> = Source::query().filter(sources::id.eq_any(ids)).filter(visible_to(actor)).load(db)?;
    found.sort_by_key(|source| ids.iter().position(|id| *id == source.id));
    Ok(found)
}

/// A source's copies, newest first.
pub fn snapshots_of(db: &mut Db, id: &SourceId) -> Result<Vec<SnapshotLine>> {
    Ok(snapshots::table
        .filter(snapshots::source_id.eq(id))
        .order((snapshots::taken_at.desc(), snapshots::id.desc()))
        .limit(100)
        .select((snapshots::id, snapshots::blob, snapshots::media_type, snapshots::taken_at))
        .load(db)?)
}

/// A copy with its text.
pub fn snapshot(db: &mut Db, id: &SnapshotId) -> Result<Snapshot> {
    Ok(Snapshot::query().find(id).first(db)?)
}

/// Where each page of a copy begins, in code points of its text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PageStarts(Vec<i32>);

impl PageStarts {
    /// The page that a point of the text stands on, from 1.
    pub fn at(&self, point: i32) -> Option<usize> {
        Some(self.0.partition_point(|start| *start <= point)).filter(|page| *page > 0)
    }
}

/// The pages of those copies that have pages.
pub fn pages_of(db: &mut Db, ids: &[&SnapshotId]) -> Result<HashMap<SnapshotId, PageStarts>> {
    let rows: Vec<(SnapshotId, String)> = snapshot_pages::table
        .filter(snapshot_pages::snapshot_id.eq_any(ids))
        .select((snapshot_pages::snapshot_id, snapshot_pages::starts))
        .load(db)?;
    rows.into_iter().map(|(id, starts)| Ok((id, PageStarts(serde_json::from_str(&starts)?)))).collect()
}

/// Sources from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Source>> {
    Ok(Source::query().filter(sources::id.gt(after)).order(sources::id).limit(limit).load(db)?)
}

/// Snapshots from a key on, for `verify`.
pub fn every_snapshot(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Snapshot>> {
    Ok(Snapshot::query().filter(snapshots::id.gt(after)).order(snapshots::id).limit(limit).load(db)?)
}

/// Whether a source's copies may be shown in full.
pub fn freely_showable(db: &mut Db, id: &SourceId) -> Result<bool> {
    Ok(sources::table.find(id).select(sources::freely_showable).first(db)?)
}

/// The passages of a copy that evidence quotes, in every check.
pub fn quoted(db: &mut Db, source: &SourceId, snapshot: &SnapshotId) -> Result<Vec<(i32, i32)>> {
    use crate::schema::evidence;
    let rows: Vec<(Option<i32>, Option<i32>)> = evidence::table
        .filter(evidence::source_id.eq(source))
        .filter(evidence::snapshot_id.eq(snapshot))
        .filter(evidence::state.eq("kept"))
        .select((evidence::start_at, evidence::end_at))
        .limit(5000)
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(start, end)| start.zip(end)).collect())
}

/// How much of a copy is quoted, in hundredths, where that is more than should be.
pub fn quoted_too_much(db: &mut Db, source: &Source, copy: &Snapshot) -> Result<Option<usize>> {
    if source.freely_showable || !copy.has_text() {
        return Ok(None);
    }
    let share = quoted_share(quoted(db, &source.id, &copy.id)?, offsets::count(&copy.text));
    Ok(Some(share).filter(|share| *share > MOST_QUOTED))
}
