//! Sources at the desk: the list, adding one with its copy, the copy's text.

use actix_web::http::StatusCode;
use askama::Template;

use super::archivings::{self, Archiving, ArchivingState};
use super::captures::{self, Capture, CaptureState};
use super::notes::{self, Note, NoteState};
use super::origins::{self, Derivation};
use super::protected::{self, Protected};
use super::rules::{AboutSource, NoteKind, SnapshotId, SourceId, SourceKind};
use super::store::{self, Snapshot, SnapshotLine, Source};
use super::watches::{self, Watch};
use crate::articles::show::{Plain, plain_part};
use crate::checks::notices::{self, Notice};
use crate::checks::queue::{self, MOST_USES, Use};
use crate::checks::rules::CheckId;
use crate::db::Moment;
use crate::error::{Error, Result, Say};
use crate::jobs::store::{self as jobs, Job};
use crate::people::access;
use crate::people::rules::PersonId;
use crate::people::store::{self as people, Person};
use crate::reading::Material;
use crate::web::{Answer, Ask, Filled, Paging, Reading, Ui, done};

#[derive(Template)]
#[template(path = "evidence/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    rows: Vec<Source>,
    kind: Option<SourceKind>,
    paging: Paging,
}

#[derive(Template)]
#[template(path = "evidence/new.html")]
struct NewPage<'a> {
    ui: &'a Ui,
    form: Filled,
    /// The check that the source is wanted for, if any.
    check: String,
}

#[derive(Template)]
#[template(path = "evidence/show.html")]
struct ShowPage<'a> {
    ui: &'a Ui,
    form: Filled,
    part: usize,
    of: usize,
    text: Vec<Plain>,
    page: Loaded,
    /// The archive elsewhere that the desk has chosen.
    archive: Option<String>,
}

/// All that the page of a source shows.
struct Loaded {
    source: Source,
    copies: Vec<SnapshotLine>,
    shown: Option<Snapshot>,
    uses: Vec<Use>,
    people: Vec<Person>,
    named: Vec<PersonId>,
    captures: Vec<Capture>,
    jobs: Vec<Job>,
    watch: Option<Watch>,
    notes: Vec<(Note, String)>,
    derivation: Option<(Derivation, Source)>,
    below: Vec<Source>,
    reach: (i64, i64),
    notices: Vec<Notice>,
    protected: Option<Sealing>,
    archivings: Vec<Archiving>,
    /// Hundredths of the shown copy that are quoted, where that is too much.
    quoted: Option<usize>,
}

/// What the page of a protected source says of what is sealed.
struct Sealing {
    row: Protected,
    readers: Vec<(PersonId, String)>,
    readings: Vec<(Moment, String)>,
}

impl ShowPage<'_> {
    fn waiting(&self) -> Option<&Capture> {
        self.page.captures.iter().find(|capture| !capture.is_over())
    }

    fn failed(&self) -> Option<&Capture> {
        self.page.captures.first().filter(|capture| capture.state == CaptureState::Failed)
    }

    fn job_of(&self, capture: &Capture) -> Option<&Job> {
        self.page.jobs.iter().find(|job| job.subject_id == capture.id.as_str())
    }

    /// The capture that a copy came from.
    fn behind(&self, copy: &SnapshotId) -> Option<&Capture> {
        self.page.captures.iter().find(|capture| capture.snapshot_id.as_ref() == Some(copy))
    }

    fn archived(&self) -> bool {
        self.page.captures.iter().any(|capture| capture.warc.is_some())
    }

    /// Whether who is looking may open what is sealed.
    fn opens(&self) -> bool {
        let me = self.ui.actor.as_ref().map(|actor| &actor.id);
        self.page.protected.as_ref().is_some_and(|it| it.readers.iter().any(|(id, _)| Some(id) == me))
    }

    /// How many checks lean on it, and how many of them are published.
    fn reach(&self) -> (i64, i64) {
        self.page.reach
    }

    /// A copy that a browser can show as it is.
    fn shows_page(&self, copy: &Snapshot) -> bool {
        (copy.media_type == "text/html" && copy.has_text()) || copy.media_type.starts_with("image/")
    }
}

/// `GET /desk/sources`
pub async fn list(ask: Ask) -> Result<Answer> {
    let (actor, kind, mut paging) = (ask.actor()?, ask.query_as("kind"), ask.paging());
    let asked = paging.clone();
    let rows = ask.app.read(move |db| store::list(db, &actor, kind, &asked)).await?;
    let rows = paging.cut(rows);
    ask.page(&ListPage { ui: &ask.ui, rows, kind, paging })
}

/// `GET /desk/sources/new`
pub async fn new(ask: Ask) -> Result<Answer> {
    let today = ask.ui.desk.today(ask.app.now()).to_string();
    let form = Filled::with(&[("kind", "primary".into()), ("accessed_on", today), ("fetch", "yes".into())]);
    let check = ask.query_as::<CheckId>("check").map(|id| id.to_string()).unwrap_or_default();
    ask.page(&NewPage { ui: &ask.ui, form, check })
}

/// The copy that came with a form, already on the disk; none where nothing came.
async fn copy(ask: &Ask) -> Result<Option<(Material, String)>> {
    let form = ask.form.clone();
    if form.file().is_none() && form.one("text").trim().is_empty() {
        return Ok(None);
    }
    ask.app
        .work(move |app| {
            let material =
                Material::copy_from_form(&form, "text").map_err(|say| crate::error::Faults::of("text", say))?;
            let blob = app.blobs().put(&material.bytes)?;
            Ok(Some((material, blob)))
        })
        .await
}

/// `POST /desk/sources`
pub async fn create(ask: Ask) -> Result<Answer> {
    let check = ask.form.one("check").parse::<CheckId>().ok();
    let mut reading = Reading::new(&ask.form);
    let about = AboutSource::read(&mut reading);
    let outcome = match (reading.done(about), copy(&ask).await) {
        (Ok(about), Ok(copy)) => Ok((about, copy)),
        (Err(Error::Invalid(mut faults)), Err(Error::Invalid(more))) => {
            faults.0.extend(more.0);
            Err(Error::Invalid(faults))
        }
        (Err(error), _) | (_, Err(error)) => Err(error),
    };
    match ask.faults(outcome)? {
        Err(form) => {
            let check = ask.form.one("check").to_owned();
            Ok(ask.page(&NewPage { ui: &ask.ui, form, check })?.status(StatusCode::UNPROCESSABLE_ENTITY))
        }
        Ok((about, copy)) => {
            let fetch = ask.form.has("fetch", "yes");
            let id = ask
                .app
                .write(&ask.actor()?, move |tx| {
                    let source = store::add(tx, about)?;
                    match copy {
                        Some((material, blob)) => _ = store::add_snapshot(tx, &source.id, &material, &blob)?,
                        None if fetch && source.url.is_some() => _ = captures::of_source(tx, &source.id)?,
                        None => {}
                    }
                    Ok(source.id)
                })
                .await?;
            match check {
                Some(check) => done(format!("/desk/checks/{check}/evidence/new?source={id}"), "source-added"),
                None => done(format!("/desk/sources/{id}"), "source-added"),
            }
        }
    }
}

/// `GET /desk/sources/{id}`
pub async fn one(ask: Ask) -> Result<Answer> {
    show_page(&ask, None).await
}

/// The page again, with what was wrong with a form on it.
pub(super) async fn with_faults(ask: &Ask, mut form: Filled) -> Result<Answer> {
    let (id, actor): (SourceId, _) = (ask.key("id")?, ask.actor()?);
    let now = ask.app.read(move |db| Ok(about_form(&store::find(db, &actor, &id)?))).await?;
    for (name, value) in now.fields.typed() {
        form.fields.set(name, value);
    }
    Ok(show_page(ask, Some(form)).await?.status(StatusCode::UNPROCESSABLE_ENTITY))
}

async fn show_page(ask: &Ask, form: Option<Filled>) -> Result<Answer> {
    let (id, actor): (SourceId, _) = (ask.key("id")?, ask.actor()?);
    let (wanted, part) = (ask.query_as::<SnapshotId>("snapshot"), ask.query_as("part").unwrap_or(1));
    let ui = &ask.ui;
    let page = ask
        .app
        .read(move |db| {
            let source = store::find(db, &actor, &id)?;
            let copies = store::snapshots_of(db, &id)?;
            let chosen = match wanted {
                Some(wanted) => copies.iter().find(|copy| copy.id == wanted),
                None => copies.first(),
            };
            let shown = match chosen {
                Some(copy) => Some(store::snapshot(db, &copy.id)?),
                None => None,
            };
            let quoted = match &shown {
                Some(copy) => store::quoted_too_much(db, &source, copy)?,
                None => None,
            };
            let captures = captures::of(db, &id)?;
            let waiting: Vec<String> = captures.iter().filter(|it| !it.is_over()).map(|it| it.id.to_string()).collect();
            let derivation = match origins::of(db, &id)? {
                Some(derivation) => match store::find(db, &actor, &derivation.origin_id) {
                    Ok(origin) => Some((derivation, origin)),
                    Err(_) => None,
                },
                None => None,
            };
            let written = notes::of(db, &source)?;
            let authors: Vec<String> = written.iter().map(|note| note.created_by.clone()).collect();
            let names = people::names(db, &authors)?;
            let named = |id: &str| names.iter().find(|(known, _)| known == id).map(|(_, name)| name.clone());
            let protected = match protected::of(db, &id)? {
                Some(row) => {
                    let readers = access::named(db, row.id.as_str())?;
                    let readings = protected::readings(db, &row.id)?;
                    Some(Sealing { row, readers, readings })
                }
                None => None,
            };
            Ok(Loaded {
                quoted,
                archivings: archivings::of(db, &id)?,
                protected,
                uses: queue::uses_of(db, &actor, &id)?,
                people: people::active(db)?,
                named: access::named_ids(db, id.as_str())?,
                jobs: jobs::about_each(db, captures::JOB, &waiting)?,
                watch: watches::of(db, &id)?,
                below: origins::below(db, &actor, &id)?,
                reach: notices::reach(db, &actor, &id)?,
                notices: notices::of_source(db, &actor, &id)?,
                notes: written
                    .into_iter()
                    .map(|note| (named(&note.created_by).unwrap_or_default(), note))
                    .map(|(by, note)| (note, by))
                    .collect(),
                source,
                copies,
                shown,
                captures,
                derivation,
            })
        })
        .await?;
    let form = form.unwrap_or_else(|| about_form(&page.source));
    let (part, of, text) = page.shown.as_ref().map_or((1, 1, Vec::new()), |copy| plain_part(&copy.text, part));
    let archive = ask.app.archive().map(|archive| archive.name().to_owned());
    ask.page(&ShowPage { ui, form, part, of, text, page, archive })
}

fn about_form(source: &Source) -> Filled {
    Filled::with(&[
        ("url", source.url.clone().unwrap_or_default()),
        ("citation", source.citation.clone()),
        ("title", source.title.clone()),
        ("publisher", source.publisher.clone()),
        ("kind", source.kind.to_string()),
        ("accessed_on", source.accessed_on.map(|date| date.to_string()).unwrap_or_default()),
        ("freely_showable", if source.freely_showable { "yes".into() } else { String::new() }),
        ("revision", source.revision.to_string()),
    ])
}

/// `POST /desk/sources/{id}`
pub async fn change(ask: Ask) -> Result<Answer> {
    let id: SourceId = ask.key("id")?;
    let of = id.clone();
    let protected = ask.app.read(move |db| protected::of(db, &of)).await?.is_some();
    let mut reading = Reading::new(&ask.form);
    let about = match protected {
        true => AboutSource::read_protected(&mut reading),
        false => AboutSource::read(&mut reading),
    };
    let seen = reading.revision();
    match ask.faults(reading.done(about))? {
        Err(form) => Ok(show_page(&ask, Some(form)).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(about) => {
            let path = format!("/desk/sources/{id}");
            ask.app.write(&ask.actor()?, move |tx| store::change(tx, &id, about, seen)).await?;
            done(path, "saved")
        }
    }
}

/// `POST /desk/sources/{id}/snapshots`
pub async fn add_snapshot(ask: Ask) -> Result<Answer> {
    let id: SourceId = ask.key("id")?;
    let (of, actor) = (id.clone(), ask.actor()?);
    // Before a byte of it is on the disk.
    ask.app.read(move |db| store::find(db, &actor, &of).and_then(|source| protected::refuse(db, &source.id))).await?;
    let outcome = match copy(&ask).await {
        Ok(None) => Err(crate::error::Faults::of("text", Say::new("text-empty"))),
        other => other,
    };
    match ask.faults(outcome)? {
        Ok(Some((material, blob))) => {
            let source = id.clone();
            let copy =
                ask.app.write(&ask.actor()?, move |tx| store::add_snapshot(tx, &source, &material, &blob)).await?;
            done(format!("/desk/sources/{id}?snapshot={copy}"), "snapshot-taken")
        }
        Ok(None) => Err(Error::bad_request("form-broken")),
        Err(form) => with_faults(&ask, form).await,
    }
}

/// `GET /desk/sources/{id}/snapshots/{snapshot}/original`: the bytes exactly as they were given.
pub async fn original(ask: Ask) -> Result<Answer> {
    let (id, snapshot, actor): (SourceId, SnapshotId, _) = (ask.key("id")?, ask.key("snapshot")?, ask.actor()?);
    let copy = ask
        .app
        .read(move |db| {
            store::find(db, &actor, &id)?;
            store::snapshot(db, &snapshot)
                .and_then(|copy| if copy.source_id == id { Ok(copy) } else { Err(Error::NotFound) })
        })
        .await?;
    let name = copy.filename.clone().unwrap_or_else(|| "snapshot.txt".into());
    let bytes = ask.app.work(move |app| app.blobs().get(&copy.blob)).await?;
    Ok(Answer::download(&name, bytes))
}

/// `POST /desk/sources/{id}/access`
pub async fn restrict(ask: Ask) -> Result<Answer> {
    let id: SourceId = ask.key("id")?;
    let path = format!("/desk/sources/{id}");
    let (restricted, people) = (ask.form.has("restricted", "yes"), Reading::new(&ask.form).many("person"));
    ask.app.write(&ask.actor()?, move |tx| store::restrict(tx, &id, restricted, &people)).await?;
    done(path, "access-changed")
}
