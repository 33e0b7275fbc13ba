//! Adding evidence to a check: a passage picked in a snapshot, or a note.

use actix_web::http::StatusCode;
use askama::Template;

use super::evidence::{self, NewEvidence};
use super::rules::{CheckId, EvidenceState, Stance};
use super::store;
use crate::articles::show::{Place, Plain, plain_part};
use crate::error::{Error, Faults, Result, Say};
use crate::evidence::rules::{SnapshotId, SourceId};
use crate::evidence::store::{self as sources, Snapshot, SnapshotLine, Source};
use crate::finding;
use crate::text::anchor::{self, Anchor};
use crate::text::diff::Change;
use crate::web::{Answer, Ask, Filled, Reading, Ui, done};

#[derive(Template)]
#[template(path = "checks/evidence_new.html")]
struct NewPage<'a> {
    ui: &'a Ui,
    form: Filled,
    check: CheckId,
    statement: String,
    /// What is looked for among the sources.
    words: String,
    sources: Vec<Source>,
    source: Option<Source>,
    copies: Vec<SnapshotLine>,
    shown: Option<Snapshot>,
    part: usize,
    of: usize,
    text: Vec<Plain>,
    places: Vec<Place>,
    /// Hundredths of the shown copy that are quoted, where that is too much.
    quoted: Option<usize>,
}

/// `GET /desk/checks/{id}/evidence/new`
pub async fn new(ask: Ask) -> Result<Answer> {
    let source = ask.query_as("source");
    let snapshot = ask.query_as("snapshot");
    page(&ask, source, snapshot, Filled::with(&[("stance", "supports".into())]), Vec::new()).await
}

async fn page(
    ask: &Ask,
    source: Option<SourceId>,
    snapshot: Option<SnapshotId>,
    form: Filled,
    places: Vec<Place>,
) -> Result<Answer> {
    let (id, actor): (CheckId, _) = (ask.key("id")?, ask.actor()?);
    let part = ask.query_as("part").unwrap_or(1);
    let words = ask.query("q").to_owned();
    let (wanted, by, chosen) = (words.clone(), actor.clone(), source.is_some());
    let choices = match chosen {
        true => Vec::new(),
        false => ask.app.work(move |app| finding::sources::of(app, &by, &wanted)).await?,
    };
    let (check, statement, source, copies, shown, quoted) = ask
        .app
        .read(move |db| {
            let check = store::find(db, &actor, &id)?;
            let statement = crate::claims::store::find(db, &actor, &check.claim_id)?.statement;

            let source = match source {
                Some(source) => Some(sources::find(db, &actor, &source)?),
                None => None,
            };
            let copies = match &source {
                Some(source) => sources::snapshots_of(db, &source.id)?,
                None => Vec::new(),
            };
            let chosen = copies.iter().find(|copy| Some(&copy.id) == snapshot.as_ref()).or(copies.first());
            let shown = match chosen {
                Some(copy) => Some(sources::snapshot(db, &copy.id)?),
                None => None,
            };
            let quoted = match source.as_ref().zip(shown.as_ref()) {
                Some((source, copy)) => sources::quoted_too_much(db, source, copy)?,
                None => None,
            };
            Ok((check.id, statement, source, copies, shown, quoted))
        })
        .await?;
    let (part, of, text) = shown.as_ref().map_or((1, 1, Vec::new()), |copy| plain_part(&copy.text, part));
    let page = NewPage {
        ui: &ask.ui,
        form,
        check,
        statement,
        words,
        sources: choices,
        source,
        copies,
        shown,
        part,
        of,
        text,
        places,
        quoted,
    };
    ask.page(&page)
}

/// `POST /desk/checks/{id}/evidence`
pub async fn add(ask: Ask) -> Result<Answer> {
    let id: CheckId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let source: Option<SourceId> = reading.choice("source");
    let stance: Option<Stance> = reading.choice("stance");
    let note = reading.text("note", 4000);
    let snapshot: Option<SnapshotId> = reading.optional("snapshot");
    let (Some(source), Some(stance)) = reading.done((source, stance))? else {
        return Err(Error::bad_request("unknown-choice"));
    };
    let quote = match snapshot {
        Some(snapshot) if quoting(&ask) => match pick(&ask, &source, &snapshot).await? {
            Picked::Quote(anchor) => Some((snapshot, anchor)),
            Picked::Near(say, places) => {
                let form = ask.filled(&Faults(vec![("exact", say)]));
                let answer = page(&ask, Some(source), Some(snapshot), form, places).await?;
                return Ok(answer.status(StatusCode::UNPROCESSABLE_ENTITY));
            }
        },
        _ => None,
    };
    if quote.is_none() && (note.is_empty() || quoting(&ask)) {
        let form = ask.filled(&Faults(vec![("exact", Say::new("evidence-nothing"))]));
        let answer = page(&ask, Some(source), ask.form.one("snapshot").parse().ok(), form, Vec::new()).await?;
        return Ok(answer.status(StatusCode::UNPROCESSABLE_ENTITY));
    }
    let path = format!("/desk/checks/{id}");
    let new = NewEvidence { stance, source, quote, note };
    let number = ask.app.write(&ask.actor()?, move |tx| evidence::add(tx, &id, new)).await?;
    done(format!("{path}#evidence-{number}"), "evidence-added")
}

fn quoting(ask: &Ask) -> bool {
    !ask.form.one("start").is_empty() || !ask.form.one("exact").trim().is_empty()
}

enum Picked {
    Quote(Anchor),
    Near(Say, Vec<Place>),
}

/// The passage that was selected or typed. Exact hits are taken; where the words are not in the copy, or stand in it more
/// than once, a person chooses.
async fn pick(ask: &Ask, source: &SourceId, snapshot: &SnapshotId) -> Result<Picked> {
    let (actor, source, snapshot) = (ask.actor()?, source.clone(), snapshot.clone());
    let copy = ask
        .app
        .read(move |db| {
            sources::find(db, &actor, &source)?;
            sources::snapshot(db, &snapshot)
                .and_then(|copy| if copy.source_id == source { Ok(copy) } else { Err(Error::NotFound) })
        })
        .await?;
    let words = ask.form.one("exact").trim().to_owned();
    let span = ask.form.one("start").parse::<usize>().ok().zip(ask.form.one("end").parse::<usize>().ok());
    ask.app.work(move |_| pick_in(&copy.text, &words, span)).await
}

fn pick_in(text: &str, words: &str, span: Option<(usize, usize)>) -> Result<Picked> {
    let (start, end) = match span {
        Some(span) => span,
        None => match anchor::find_pasted(text, words, 20).as_slice() {
            [only] => (only.start, only.end),
            [] => {
                let near = anchor::nearest(text, words, 3);
                let places = near.iter().map(|near| Place::near(text, near, words)).collect();
                return Ok(Picked::Near(Say::new("quote-not-found"), places));
            }
            several => {
                let places = several.iter().map(|found| Place::of(text, found.start, found.end, None)).collect();
                return Ok(Picked::Near(Say::new("quote-several"), places));
            }
        },
    };
    match anchor::anchor(text, start, end) {
        Some(anchor) if anchor.exact.chars().count() > 5000 => Err(Faults::of("exact", Say::new("mark-long"))),
        Some(anchor) => Ok(Picked::Quote(anchor)),
        None => Ok(Picked::Near(Say::new("quote-not-found"), Vec::new())),
    }
}

/// `POST /desk/checks/{id}/evidence/{n}`
pub async fn change(ask: Ask) -> Result<Answer> {
    let (id, number): (CheckId, i32) = (ask.key("id")?, ask.number("n")?);
    let mut reading = Reading::new(&ask.form);
    let stance = reading.choice::<Stance>("stance");
    let note = reading.text("note", 4000);
    let seen = reading.revision();
    let Some(stance) = reading.done(stance)? else { return Err(Error::bad_request("unknown-choice")) };
    let path = format!("/desk/checks/{id}#evidence-{number}");
    ask.app.write(&ask.actor()?, move |tx| evidence::change(tx, &id, number, stance, &note, seen)).await?;
    done(path, "saved")
}

/// `POST /desk/checks/{id}/evidence/{n}/state`: takes it out, or puts it back.
pub async fn set_state(ask: Ask) -> Result<Answer> {
    let (id, number): (CheckId, i32) = (ask.key("id")?, ask.number("n")?);
    let state: EvidenceState = ask.form.one("state").parse()?;
    let path = format!("/desk/checks/{id}#evidence-{number}");
    ask.app.write(&ask.actor()?, move |tx| evidence::set_state(tx, &id, number, state)).await?;
    done(path, "saved")
}
