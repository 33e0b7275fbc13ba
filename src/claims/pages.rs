//! Claims at the desk: the list, a free-standing one, one claim with its triage.

use actix_web::http::StatusCode;
use askama::Template;

use super::claimants::{self, Claimant, ClaimantId};
use super::hints::{self, Hint};
use super::matches;
use super::places::{self, Place, Ruling, Standing};
use super::rules::{AppearanceId, ClaimId, ClaimState, NewAppearance, STATEMENT_SHORT, Step, Unfit, Wording};
use super::show::{self, Filter};
use super::store::{self, Claim, Whole};
use super::topics::{self, Topic};
use crate::admin::worth;
use crate::articles::store::{self as articles, Article, Version};
use crate::checks::drafts;
use crate::checks::scale;
use crate::checks::show::{ClaimLine, lines};
use crate::checks::store as checks;
use crate::discussion::comments;
use crate::discussion::store::{self as tasks, Task, TaskKind};
use crate::error::{Error, Faults, Result, Say};
use crate::events::store::{Told, of_subjects};
use crate::finding::similar::{self, Said, Similars};
use crate::people::access;
use crate::people::rules::PersonId;
use crate::people::store::{self as people, Person};
use crate::text::diff::{self, Change, Piece};
use crate::web::{Answer, Ask, Filled, Paging, Reading, Ui, done};

#[derive(Template)]
#[template(path = "claims/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    rows: Vec<ClaimLine>,
    filter: Filter,
    topics: Vec<Topic>,
    paging: Paging,
}

#[derive(Template)]
#[template(path = "claims/new.html")]
struct NewPage<'a> {
    ui: &'a Ui,
    form: Filled,
    claimants: Vec<Claimant>,
    topics: Vec<Topic>,
    limit: usize,
    matches: Similars,
}

#[derive(Template)]
#[template(path = "claims/show.html")]
struct ShowPage<'a> {
    ui: &'a Ui,
    form: Filled,
    limit: usize,
    all: Everything,
    changes: Vec<Piece>,
    hint: Hint,
    matches: Similars,
    no_hidden: Vec<(&'static str, String)>,
}

/// What one claim's page shows.
struct Everything {
    whole: Whole,
    /// The claim that this one repeats, where who is looking may see it.
    repeats: Option<ClaimId>,
    line: ClaimLine,
    article: Option<Article>,
    /// The article's newest version, and where the claim stands in it, if that is not where it was marked.
    newest: Option<Version>,
    place: Option<Place>,
    standing: Option<Standing>,
    model: Option<String>,
    part: usize,
    claimants: Vec<Claimant>,
    topics: Vec<Topic>,
    others: Vec<(ClaimId, String)>,
    tasks: Vec<Task>,
    /// Threads of the discussion that are open.
    threads: i64,
    told: Vec<Told>,
    people: Vec<Person>,
    named: Vec<PersonId>,
}

impl Everything {
    fn claim(&self) -> &Claim {
        &self.whole.claim
    }
}

/// `GET /desk/claims`
pub async fn list(ask: Ask) -> Result<Answer> {
    let (actor, mut paging) = (ask.actor()?, ask.paging());
    let filter = Filter {
        state: ask.query_as("state"),
        topic: ask.query_as("topic"),
        lead: if ask.query("lead") == "me" { Some(actor.id.clone()) } else { ask.query_as("lead") },
        words: ask.query("q").chars().take(200).collect(),
    };
    let (asked, wanted) = (paging.clone(), filter.clone());
    let (rows, topics) =
        ask.app.read(move |db| Ok((show::list(db, &actor, &wanted, &asked)?, topics::active(db)?))).await?;
    let rows = paging.cut(rows);
    ask.page(&ListPage { ui: &ask.ui, rows, filter, topics, paging })
}

/// `GET /desk/claims/new`
pub async fn new(ask: Ask) -> Result<Answer> {
    let statement: String = ask.query("statement").chars().take(2000).collect();
    let form = Filled::with(&[("language", ask.ui.desk.language.clone()), ("statement", statement)]);
    new_page(&ask, form).await
}

async fn new_page(ask: &Ask, form: Filled) -> Result<Answer> {
    let actor = ask.actor()?;
    let statement = form.value("statement").to_owned();
    let (claimants, topics, matches) = ask
        .app
        .work(move |app| {
            app.database().read(|db| {
                let said = Said { text: &statement, lang: None, claim: None };
                let matches =
                    if statement.is_empty() { Similars::default() } else { similar::of(app, db, &actor, &said)? };
                Ok((claimants::choices(db, &actor)?, topics::active(db)?, matches))
            })
        })
        .await?;
    ask.page(&NewPage { ui: &ask.ui, form, claimants, topics, limit: STATEMENT_SHORT, matches })
}

/// A claim's form, with a name that may be new typed beside the list.
fn read_wording(ask: &Ask, labels: &[String]) -> Result<(Wording, String)> {
    let mut reading = Reading::new(&ask.form);
    let wording = Wording::read(&mut reading, labels);
    let typed = reading.text("claimant_name", 200);
    reading.done((wording, typed))
}

/// `POST /desk/claims`: a claim that stands in no article of ours.
pub async fn create(ask: Ask) -> Result<Answer> {
    if ask.form.has("look", "yes") {
        return new_page(&ask, ask.filled(&Faults::default())).await;
    }
    let labels = ask.app.read(scale::labels).await?;
    let outcome = read_wording(&ask, &labels).and_then(|read| {
        let somewhere =
            ["appearance_url", "platform", "appeared_on", "by_whom"].iter().any(|f| !ask.form.one(f).is_empty());
        let mut reading = Reading::new(&ask.form);
        let appearances =
            if somewhere { vec![NewAppearance::read(&mut reading, &ask.app.config().host)] } else { Vec::new() };
        reading.done((read, appearances))
    });
    match ask.faults(outcome)? {
        Err(form) => Ok(new_page(&ask, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(((wording, typed), appearances)) => {
            let claim = ask
                .app
                .write(&ask.actor()?, move |tx| {
                    let wording = with_claimant(tx, wording, &typed)?;
                    store::add_free(tx, wording, appearances)
                })
                .await?;
            done(format!("/desk/claims/{}", claim.id), "claim-added")
        }
    }
}

fn with_claimant(tx: &mut crate::tx::Tx, wording: Wording, typed: &str) -> Result<Wording> {
    let claimant: Option<ClaimantId> = match typed {
        "" => wording.claimant,
        name => Some(claimants::named(tx, name)?.id),
    };
    Ok(Wording { claimant, ..wording })
}

/// `GET /desk/claims/{id}`
pub async fn claim(ask: Ask) -> Result<Answer> {
    show_page(&ask, None).await
}

async fn show_page(ask: &Ask, form: Option<Filled>) -> Result<Answer> {
    let (id, actor): (ClaimId, _) = (ask.key("id")?, ask.actor()?);
    let all = ask
        .app
        .read(move |db| {
            let claim = store::find(db, &actor, &id)?;
            let article = match &claim.article_id {
                Some(article) => articles::find(db, &actor, article).ok(),
                None => None,
            };
            let newest = article.as_ref().map(|article| articles::newest(db, &article.id)).transpose()?;
            let place = match &newest {
                Some(newest) => places::place(db, &id, &newest.id)?,
                None => None,
            };
            let standing = match &newest {
                Some(newest) => places::in_version(db, &newest.id, std::slice::from_ref(&claim))?.of(&id),
                None => None,
            };
            let part = match (&newest, standing) {
                (Some(newest), Some(at)) => crate::articles::show::part_of(&newest.text, at.start),
                _ => 1,
            };
            let repeats = claim.duplicate_of.clone().filter(|of| store::find(db, &actor, of).is_ok());
            let line = lines(db, vec![claim])?.pop().ok_or(Error::NotFound)?;
            let mut subjects = vec![id.to_string()];
            subjects.extend(places::keys_of(db, &id)?);
            for check in checks::of_claim(db, &id)? {
                subjects.push(check.id.to_string());
                subjects.push(checks::newest_draft(db, &check.id)?.id.to_string());
            }
            Ok(Everything {
                repeats,
                whole: store::whole(db, &id)?,
                line,
                article,
                newest,
                place,
                standing,
                model: worth::in_use(db)?.map(|model| model.blob),
                part,
                claimants: claimants::choices(db, &actor)?,
                topics: topics::all(db)?,
                others: show::choices(db, &actor, &id)?,
                threads: comments::open_count(db, &id)?,
                tasks: tasks::of_claim(db, &id)?,
                told: of_subjects(db, &subjects, 50)?,
                people: people::active(db)?,
                named: access::named_ids(db, id.as_str())?,
            })
        })
        .await?;
    let form = form.unwrap_or_else(|| wording_form(&all.whole));
    let claim = all.claim();
    let changes = match &claim.exact {
        Some(exact) => diff::words(exact, &claim.statement),
        None => Vec::new(),
    };
    let looker = ask.actor()?;
    let (all, hint, matches) = ask
        .app
        .work(move |app| {
            let hint = match (&all.article, &all.newest, all.standing) {
                (Some(article), Some(newest), Some(at)) => {
                    hints::hint(app, all.claim(), article, newest, at, all.model.as_deref())?
                }
                _ => Hint::default(),
            };
            let claim = all.claim();
            let said = Said { text: &claim.statement, lang: Some(&claim.language), claim: Some(&claim.id) };
            let matches = app.database().read(|db| similar::of(app, db, &looker, &said))?;
            Ok((all, hint, matches))
        })
        .await?;
    let no_hidden = Vec::new();
    ask.page(&ShowPage { ui: &ask.ui, form, limit: STATEMENT_SHORT, changes, all, hint, matches, no_hidden })
}

fn wording_form(whole: &Whole) -> Filled {
    let claim = &whole.claim;
    let mut form = Filled::with(&[
        ("statement", claim.statement.clone()),
        ("language", claim.language.clone()),
        ("claimant", claim.claimant_id.as_ref().map(ToString::to_string).unwrap_or_default()),
        ("revision", claim.revision.to_string()),
    ]);
    for topic in &whole.topics {
        form.fields.set("topic", topic);
    }
    form
}

/// `POST /desk/claims/{id}`
pub async fn change(ask: Ask) -> Result<Answer> {
    let id: ClaimId = ask.key("id")?;
    let labels = ask.app.read(scale::labels).await?;
    let outcome = read_wording(&ask, &labels).and_then(|read| {
        let mut reading = Reading::new(&ask.form);
        let seen = reading.revision();
        reading.done((read, seen))
    });
    match ask.faults(outcome)? {
        Err(form) => Ok(show_page(&ask, Some(form)).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(((wording, typed), seen)) => {
            let path = format!("/desk/claims/{id}");
            ask.app
                .write(&ask.actor()?, move |tx| {
                    let wording = with_claimant(tx, wording, &typed)?;
                    store::change(tx, &id, wording, seen)
                })
                .await?;
            done(path, "saved")
        }
    }
}

/// `POST /desk/claims/{id}/appearances`
pub async fn add_appearance(ask: Ask) -> Result<Answer> {
    let id: ClaimId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let new = NewAppearance::read(&mut reading, &ask.app.config().host);
    match ask.faults(reading.done(new))? {
        Err(mut form) => {
            let claim = id.clone();
            let now = ask.app.read(move |db| Ok(wording_form(&store::whole(db, &claim)?))).await?;
            for (name, value) in now.fields.typed() {
                form.fields.set(name, value);
            }
            Ok(show_page(&ask, Some(form)).await?.status(StatusCode::UNPROCESSABLE_ENTITY))
        }
        Ok(new) => {
            let path = format!("/desk/claims/{id}#appearances");
            ask.app.write(&ask.actor()?, move |tx| store::add_appearance(tx, &id, new)).await?;
            done(path, "saved")
        }
    }
}

/// `POST /desk/claims/{id}/appearances/{appearance}/removal`
pub async fn remove_appearance(ask: Ask) -> Result<Answer> {
    let (id, appearance): (ClaimId, AppearanceId) = (ask.key("id")?, ask.key("appearance")?);
    let path = format!("/desk/claims/{id}#appearances");
    ask.app.write(&ask.actor()?, move |tx| store::remove_appearance(tx, &id, &appearance)).await?;
    done(path, "saved")
}

/// `POST /desk/claims/{id}/triage`
pub async fn triage(ask: Ask) -> Result<Answer> {
    let id: ClaimId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let seen = reading.revision();
    let reason = reading.text("reason", 1000);
    let needs_reason = |reading: &mut Reading| {
        if ask.form.one("reason").trim().is_empty() {
            reading.fault("reason", Say::new("reason-required"));
        }
    };
    let step = match ask.form.one("step") {
        "select" => Some(Step::Select),
        "decline" => {
            needs_reason(&mut reading);
            Some(Step::Decline { reason })
        }
        "not_checkable" => reading.choice::<Unfit>("unfit").map(|kind| Step::NotCheckable { kind, reason }),
        "duplicate" => reading.choice::<ClaimId>("duplicate_of").map(|of| Step::Duplicate { of }),
        "reopen" => {
            needs_reason(&mut reading);
            Some(Step::Reopen { reason })
        }
        _ => return Err(Error::bad_request("unknown-choice")),
    };
    let step = reading.done(step)?.ok_or_else(|| Error::bad_request("unknown-choice"))?;
    let path = format!("/desk/claims/{id}");
    ask.app
        .write(&ask.actor()?, move |tx| match step {
            Step::Duplicate { of } => matches::confirm_duplicate(tx, &id, &of, seen),
            step => store::triage(tx, &id, step, seen),
        })
        .await?;
    done(path, "triaged")
}

/// `POST /desk/claims/{id}/check`: takes the claim.
pub async fn take(ask: Ask) -> Result<Answer> {
    let id: ClaimId = ask.key("id")?;
    let check = ask.app.write(&ask.actor()?, move |tx| drafts::take(tx, &id)).await?;
    done(format!("/desk/checks/{check}"), "claim-taken")
}

/// `POST /desk/claims/{id}/access`
pub async fn restrict(ask: Ask) -> Result<Answer> {
    let id: ClaimId = ask.key("id")?;
    let path = format!("/desk/claims/{id}");
    let (restricted, people) = (ask.form.has("restricted", "yes"), Reading::new(&ask.form).many("person"));
    ask.app.write(&ask.actor()?, move |tx| store::restrict(tx, &id, restricted, &people)).await?;
    done(path, "access-changed")
}
