//! A check at the desk: the verdict, its evidence, its gates, its way to the public; and what waits for whom.

use actix_web::http::StatusCode;
use askama::Template;

use super::decisions::{self, Decision};
use super::difference;
use super::document::Document;
use super::drafts::{self, Standing, VerdictText};
use super::evidence::Evidence;
use super::gates;
use super::grounds;
use super::notices::{self, Notice, NoticeState};
use super::publishing::{self, Published};
use super::queue::{self};
use super::rules::{self, CheckId, CheckState, Correction, DraftState, EvidenceState, Outcome, Stance, Step};
use super::scale::{self, Entry};
use super::store;
use crate::discussion::comments;
use crate::error::{Error, Faults, Result, Say};
use crate::events::store::{Told, of_subjects};
use crate::evidence::watches::{self, Watch};
use crate::finding::similar::{self, Said, Similars};
use crate::people::rules::{Act, Actor};
use crate::people::store::{self as people, Person};
use crate::publication::markdown;
use crate::text::diff::{Change, Piece};
use crate::web::{Answer, Ask, Filled, Reading, Ui, done};

#[derive(Template)]
#[template(path = "checks/show.html")]
struct ShowPage<'a> {
    ui: &'a Ui,
    form: Filled,
    all: Everything,
    preview: String,
    /// Sentences of the reasoning that neither cite evidence nor are marked as our own judgement.
    ungrounded: Vec<String>,
    since: Vec<(&'static str, Vec<Piece>)>,
    /// Whether it changed while somebody was about to decide on what they saw.
    looked: bool,
    /// Similar claims with their verdicts.
    precedents: Similars,
}

/// What one check's page shows.
struct Everything {
    standing: Standing,
    actor: Actor,
    evidence: Vec<(Evidence, String, String)>,
    scale: Vec<Entry>,
    decisions: Vec<(Decision, String)>,
    versions: Vec<Published>,
    contributors: Vec<String>,
    approved: Option<Document>,
    /// Numbers of evidence from sources that are closed to who is looking: for them it is not there.
    closed: Vec<i32>,
    told: Vec<Told>,
    people: Vec<Person>,
    slug: String,
    notices: Vec<Notice>,
    /// What the last look found at each cited source.
    watches: Vec<Watch>,
    /// Threads of the discussion that are open.
    threads: i64,
}

impl Everything {
    fn may(&self, step: Step) -> bool {
        // Gates are shown on the page; the button stays, so that pressing it says what is missing.
        let open = rules::Facts { missing: 0, ..self.standing.facts.clone() };
        rules::decide(&self.actor, &open, step).is_ok()
    }

    fn gates_open(&self) -> usize {
        self.standing.gates.iter().filter(|line| !line.met).count()
    }

    fn gates_met(&self) -> bool {
        self.gates_open() == 0
    }

    /// What the last look found at the source of a piece.
    fn watch(&self, piece: &Evidence) -> Option<&Watch> {
        self.watches.iter().find(|watch| watch.source_id == piece.source_id)
    }

    /// How many sources stand behind the evidence, and how many origins behind those.
    fn origins(&self) -> (usize, usize) {
        (gates::sources(&self.standing.document), gates::origins(&self.standing.document))
    }

    fn hash(&self) -> &str {
        self.standing.draft.content_hash.as_deref().unwrap_or_default()
    }

    fn rail(&self) -> Vec<DraftState> {
        let peer = self.standing.facts.peer_review || self.standing.draft.state == DraftState::InReview;
        let all = [
            DraftState::Researching,
            DraftState::InReview,
            DraftState::Ready,
            DraftState::Approved,
            DraftState::Published,
        ];
        let internal = self.standing.facts.internal;
        all.into_iter()
            .filter(|state| peer || *state != DraftState::InReview)
            .filter(|state| !internal || *state != DraftState::Published)
            .collect()
    }

    fn lead(&self) -> &str {
        let lead = self.standing.check.lead_id.as_ref();
        self.people.iter().find(|person| Some(&person.id) == lead).map_or("", |person| &person.name)
    }

    /// Why the person looking cannot approve, where they otherwise could.
    fn cannot_approve(&self) -> Option<Say> {
        let open = rules::Facts { missing: 0, ..self.standing.facts.clone() };
        match rules::decide(&self.actor, &open, Step::Approve) {
            Err(Error::Forbidden(say)) if self.standing.draft.state == DraftState::Ready => Some(say),
            _ => None,
        }
    }
}

/// `GET /desk/checks/{id}`
pub async fn check(ask: Ask) -> Result<Answer> {
    show_page(&ask, None, None).await
}

/// The page; `seen` is the hash of what somebody was about to decide on, where that no longer stands.
async fn show_page(ask: &Ask, form: Option<Filled>, seen: Option<String>) -> Result<Answer> {
    let (id, actor): (CheckId, _) = (ask.key("id")?, ask.actor()?);
    let looked = seen.is_some();
    let (all, before) = ask
        .app
        .read(move |db| {
            let all = load(db, &actor, &id)?;
            let before = match &seen {
                Some(hash) => store::document(db, hash).ok().map(|mut document| {
                    document.evidence.retain(|piece| !all.closed.contains(&piece.number));
                    document
                }),
                None => all.approved.clone(),
            };
            Ok((all, before))
        })
        .await?;
    let form = form.unwrap_or_else(|| verdict_form(&all.standing));
    let preview = markdown::reasoning(&all.standing.document, &ask.ui.t("own-judgement"));
    let document = &all.standing.document;
    let ungrounded = grounds::ungrounded(&document.reasoning, &document.language);
    let since = before.as_ref().map(|before| difference::between(before, &all.standing.document)).unwrap_or_default();
    let (said, lang) = (all.standing.document.statement.clone(), all.standing.document.language.clone());
    let (claim, looker) = (all.standing.check.claim_id.clone(), ask.actor()?);
    let precedents = ask
        .app
        .work(move |app| {
            let said = Said { text: &said, lang: Some(&lang), claim: Some(&claim) };
            app.database().read(|db| similar::of(app, db, &looker, &said))
        })
        .await?;
    ask.page(&ShowPage { ui: &ask.ui, form, preview, ungrounded, since, looked, precedents, all })
}

fn load(db: &mut crate::db::Db, actor: &Actor, id: &CheckId) -> Result<Everything> {
    let check = store::find(db, actor, id)?;
    let mut standing = drafts::standing(db, check)?;
    let closed = queue::closed_pieces(db, actor, id)?;
    standing.document.evidence.retain(|piece| !closed.contains(&piece.number));
    let sources: Vec<_> = standing.document.evidence.iter().map(|piece| (piece.number, piece.source.clone())).collect();
    let pieces = super::evidence::of_check(db, id)?;
    let cited: Vec<_> = pieces.iter().map(|piece| &piece.source_id).collect();
    let watches = watches::of_each(db, &cited)?;
    let notices = notices::of_check(db, id)?.into_iter().filter(|it| !closed.contains(&it.number)).collect();
    let evidence = pieces
        .into_iter()
        .filter(|piece| !closed.contains(&piece.number))
        .map(|piece| {
            let source = sources.iter().find(|(number, _)| *number == piece.number).map(|(_, source)| source);
            let title = source.map(|source| source.title.clone()).unwrap_or_default();
            let publisher = source.map(|source| source.publisher.clone()).unwrap_or_default();
            (piece, title, publisher)
        })
        .collect();
    let decided = decisions::decisions_of(db, &standing.draft.id)?;
    let mut ids: Vec<String> = decided.iter().map(|decision| decision.person_id.to_string()).collect();
    ids.extend(standing.facts.contributors.iter().map(ToString::to_string));
    let names = people::names(db, &ids)?;
    let name = |id: &str| names.iter().find(|(key, _)| key == id).map(|(_, name)| name.clone()).unwrap_or_default();
    let mut approved = queue::approved_before(db, &standing.draft)?;
    approved.iter_mut().for_each(|document| document.evidence.retain(|piece| !closed.contains(&piece.number)));
    let decisions = decided
        .into_iter()
        .map(|d| {
            let by = name(d.person_id.as_str());
            (d, by)
        })
        .collect();
    let contributors = standing.facts.contributors.iter().map(|id| name(id.as_str())).collect();
    let subjects = [standing.check.id.to_string(), standing.draft.id.to_string()];
    Ok(Everything {
        evidence,
        scale: scale::active(db)?,
        decisions,
        versions: publishing::versions(db, id)?,
        contributors,
        approved,
        closed,
        told: of_subjects(db, &subjects, 50)?,
        people: people::active(db)?,
        slug: publishing::suggest_slug(db, &standing.check.claim_id)?,
        actor: actor.clone(),
        notices,
        watches,
        threads: comments::open_count(db, &standing.check.claim_id)?,
        standing,
    })
}

fn verdict_form(standing: &Standing) -> Filled {
    let draft = &standing.draft;
    let date = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    Filled::with(&[
        ("verdict_id", draft.verdict_id.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("summary", draft.summary.clone()),
        ("reasoning", draft.reasoning.clone()),
        ("as_of", date(draft.as_of)),
        ("review_by", date(draft.review_by)),
        ("single_source", draft.single_source.clone()),
        ("no_appearance", draft.no_appearance.clone()),
        ("correction", draft.correction.map(|kind| kind.to_string()).unwrap_or_default()),
        ("correction_note", draft.correction_note.clone()),
        ("revision", draft.revision.to_string()),
    ])
}

/// `POST /desk/checks/{id}/verdict`
pub async fn write_verdict(ask: Ask) -> Result<Answer> {
    let id: CheckId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let text = VerdictText {
        verdict: reading.optional("verdict_id"),
        summary: reading.text("summary", 2000),
        reasoning: reading.text("reasoning", 60_000),
        as_of: reading.date("as_of"),
        review_by: reading.date("review_by"),
        single_source: reading.text("single_source", 1000),
        no_appearance: reading.text("no_appearance", 1000),
        correction: reading.optional("correction"),
        correction_note: reading.text("correction_note", 2000),
    };
    if let Err(say) = markdown::check(&text.reasoning) {
        reading.fault("reasoning", say);
    }
    let seen = reading.revision();
    match ask.faults(reading.done(text))? {
        Err(form) => Ok(show_page(&ask, Some(form), None).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(text) => {
            let path = format!("/desk/checks/{id}");
            ask.app.write(&ask.actor()?, move |tx| drafts::write_verdict(tx, &id, text, seen)).await?;
            done(path, "saved")
        }
    }
}

struct Decided {
    id: CheckId,
    seen: String,
    comment: String,
    outcome: Option<Outcome>,
}

fn decided(ask: &Ask) -> Result<Decided> {
    let mut reading = Reading::new(&ask.form);
    let comment = reading.text("comment", 4000);
    let seen = reading.text("content_hash", 64);
    let outcome = reading.optional("outcome");
    let decided = Decided { id: ask.key("id")?, seen, comment, outcome };
    reading.done(decided)
}

/// Where a decision cannot be taken as it is: the page again, with what was typed, what is wrong, and what has changed.
async fn after(ask: &Ask, outcome: Result<()>, flash: &str) -> Result<Answer> {
    let id: CheckId = ask.key("id")?;
    let (faults, status, seen) = match outcome {
        Ok(()) => return done(format!("/desk/checks/{id}"), flash),
        Err(Error::Invalid(faults)) => (faults, StatusCode::UNPROCESSABLE_ENTITY, None),
        Err(Error::Refused(say)) if say.id == "gates-missing" => {
            (Faults(vec![("gates", say)]), StatusCode::CONFLICT, None)
        }
        Err(Error::Stale(_)) => {
            let seen = ask.form.one("content_hash").to_owned();
            (Faults::default(), StatusCode::CONFLICT, Some(seen))
        }
        Err(other) => return Err(other),
    };
    let mut form = ask.filled(&faults);
    let actor = ask.actor()?;
    let now = ask.app.read(move |db| {
        let check = store::find(db, &actor, &id)?;
        Ok(verdict_form(&drafts::standing(db, check)?))
    });
    for (name, value) in now.await?.fields.typed() {
        form.fields.set(name, value);
    }
    Ok(show_page(ask, Some(form), seen).await?.status(status))
}

/// `POST /desk/checks/{id}/submission`
pub async fn submit(ask: Ask) -> Result<Answer> {
    let it = decided(&ask)?;
    let outcome = ask.app.write(&ask.actor()?, move |tx| drafts::submit(tx, &it.id, &it.seen, &it.comment)).await;
    after(&ask, outcome, "submitted").await
}

/// `POST /desk/checks/{id}/review`
pub async fn review(ask: Ask) -> Result<Answer> {
    let it = decided(&ask)?;
    let Some(outcome @ (Outcome::Passed | Outcome::Changes)) = it.outcome else {
        return Err(Error::bad_request("unknown-choice"));
    };
    let done = ask.app.write(&ask.actor()?, move |tx| drafts::review(tx, &it.id, outcome, &it.seen, &it.comment)).await;
    after(&ask, done, "reviewed").await
}

/// `POST /desk/checks/{id}/approval`
pub async fn approve(ask: Ask) -> Result<Answer> {
    let it = decided(&ask)?;
    let Some(outcome @ (Outcome::Approved | Outcome::Changes)) = it.outcome else {
        return Err(Error::bad_request("unknown-choice"));
    };
    let flash = if outcome == Outcome::Approved { "approved" } else { "sent-back" };
    let done =
        ask.app.write(&ask.actor()?, move |tx| drafts::approve(tx, &it.id, outcome, &it.seen, &it.comment)).await;
    after(&ask, done, flash).await
}

/// `POST /desk/checks/{id}/publication`
pub async fn publish(ask: Ask) -> Result<Answer> {
    let it = decided(&ask)?;
    let slug = ask.form.one("slug").trim().to_owned();
    let done =
        ask.app.write(&ask.actor()?, move |tx| publishing::publish(tx, &it.id, &it.seen, &slug).map(|_| ())).await;
    after(&ask, done, "published").await
}

/// `POST /desk/checks/{id}/correction`: starts the next version beside the live one.
pub async fn correct(ask: Ask) -> Result<Answer> {
    let id: CheckId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let kind = reading.choice::<Correction>("correction");
    let note = reading.text("correction_note", 2000);
    let outcome = match reading.done((kind, note)) {
        Ok((Some(kind), note)) => {
            ask.app.write(&ask.actor()?, move |tx| drafts::start_correction(tx, &id, kind, &note)).await
        }
        Ok(_) => Err(Error::bad_request("unknown-choice")),
        Err(error) => Err(error),
    };
    after(&ask, outcome, "correction-started").await
}

/// `POST /desk/checks/{id}/lead`: hands the check to somebody else.
pub async fn hand_over(ask: Ask) -> Result<Answer> {
    let id: CheckId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let to = reading.choice("lead");
    let outcome = match reading.done(to) {
        Ok(Some(to)) => ask.app.write(&ask.actor()?, move |tx| drafts::hand_over(tx, &id, &to)).await,
        Ok(None) => Err(Error::bad_request("unknown-choice")),
        Err(error) => Err(error),
    };
    after(&ask, outcome, "saved").await
}
