//! After publication, at the desk: taking a check back, withholding parts of it; two people for each.

use actix_web::http::StatusCode;
use askama::Template;
use chrono::{NaiveDate, NaiveTime, TimeZone, Utc};

use super::retractions::{self, Retraction};
use super::rules::{RetractionId, RetractionState, Withheld, WithholdingId, WithholdingState, may_confirm};
use super::withholdings::{self, Part, Withholding};
use crate::checks::publishing::{self, Published};
use crate::checks::rules::{CheckId, CheckState};
use crate::checks::store::{self as checks, Check};
use crate::db::Moment;
use crate::error::{Error, Result, Say};
use crate::people::store as people;
use crate::web::{Answer, Ask, Filled, Reading, Ui, done};

#[derive(Template)]
#[template(path = "corrections/after.html")]
struct AfterPage<'a> {
    ui: &'a Ui,
    form: Filled,
    check: Check,
    statement: String,
    versions: Vec<Published>,
    /// Pieces with a quote, in any version: number and the passage.
    quotes: Vec<(i32, String)>,
    named: bool,
    withholdings: Vec<Withholding>,
    proposal: Option<Retraction>,
    retraction: Option<(Retraction, Option<String>)>,
    names: Vec<(String, String)>,
}

impl AfterPage<'_> {
    fn by(&self, id: impl std::fmt::Display) -> &str {
        let id = id.to_string();
        self.names.iter().find(|(known, _)| *known == id).map_or("", |(_, name)| name)
    }

    fn may_confirm(&self, proposed_by: impl std::fmt::Display) -> bool {
        self.ui.actor.as_ref().is_some_and(|actor| may_confirm(actor, &proposed_by.to_string()).is_ok())
    }

    /// What a withholding is about, as the form calls it.
    fn part(&self, one: &Withholding) -> String {
        let number = match one.subject_kind {
            Withheld::Version => self.versions.iter().find(|it| it.id.as_str() == one.subject_id).map(|it| it.number),
            Withheld::Quote => one.subject_id.split_once('/').and_then(|(_, number)| number.parse().ok()),
            Withheld::Snapshot | Withheld::Name => None,
        };
        number.map(|number| number.to_string()).unwrap_or_default()
    }
}

/// `GET /desk/checks/{id}/after`
pub async fn after(ask: Ask) -> Result<Answer> {
    page(&ask, Filled::default()).await
}

async fn page(ask: &Ask, form: Filled) -> Result<Answer> {
    let (id, actor): (CheckId, _) = (ask.key("id")?, ask.actor()?);
    let page = ask
        .app
        .read(move |db| {
            let check = checks::find(db, &actor, &id)?;
            let versions = publishing::versions(db, &id)?;
            let (mut quotes, mut named, mut statement): (Vec<(i32, String)>, _, _) = (Vec::new(), false, String::new());
            for version in &versions {
                let document = checks::document(db, &version.content_hash)?;
                named |= document.claimant.is_some_and(|claimant| claimant.name.is_some());
                if statement.is_empty() {
                    statement = document.statement;
                }
                for piece in document.evidence {
                    if let Some(quote) =
                        piece.quote.filter(|_| !quotes.iter().any(|(number, _)| *number == piece.number))
                    {
                        quotes.push((piece.number, quote.exact));
                    }
                }
            }
            quotes.sort();
            let withholdings = withholdings::of_check(db, &id)?;
            let proposal = retractions::open(db, &id)?;
            let retraction = retractions::confirmed(db, &id)?;
            let mut ids: Vec<String> = withholdings.iter().map(|it| it.proposed_by.to_string()).collect();
            ids.extend(withholdings.iter().filter_map(|it| it.confirmed_by.as_ref()).map(ToString::to_string));
            let taken = proposal.iter().chain(retraction.iter().map(|(row, _)| row));
            ids.extend(taken.flat_map(|row| std::iter::once(row.proposed_by.clone()).chain(row.decided_by.clone())));
            let names = people::names(db, &ids)?;
            Ok((check, statement, versions, quotes, named, withholdings, proposal, retraction, names))
        })
        .await?;
    let (check, statement, versions, quotes, named, withholdings, proposal, retraction, names) = page;
    if versions.is_empty() {
        return Err(Error::refused("retraction-published-only"));
    }
    ask.page(&AfterPage {
        ui: &ask.ui,
        form,
        check,
        statement,
        versions,
        quotes,
        named,
        withholdings,
        proposal,
        retraction,
        names,
    })
}

/// Back to the page with a word, or the page again with what was wrong.
async fn or_again<T>(ask: &Ask, outcome: Result<T>, done: impl Fn(String) -> Result<Answer>) -> Result<Answer> {
    let id = ask.param("id")?.to_owned();
    match ask.faults(outcome)? {
        Ok(_) => done(format!("/desk/checks/{id}/after")),
        Err(form) => Ok(page(ask, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
    }
}

/// `POST /desk/checks/{id}/retraction`: proposes to take it back.
pub async fn propose_retraction(ask: Ask) -> Result<Answer> {
    let id: CheckId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let (reason, into) = (reading.required("retraction_reason", 2000), reading.text("merged_into", 300));
    let outcome = match reading.done((reason, into)) {
        Ok((reason, into)) => {
            // Whole addresses are pasted as often as their last part.
            let slug = into.trim_end_matches('/').rsplit('/').next().map(str::to_owned).filter(|slug| !slug.is_empty());
            ask.app.write(&ask.actor()?, move |tx| retractions::propose(tx, &id, slug.as_deref(), &reason)).await
        }
        Err(error) => Err(error),
    };
    or_again(&ask, outcome, |path| done(path, "retraction-proposed")).await
}

/// `POST /desk/checks/{id}/retraction/{retraction}`: confirms it, or takes it off the table.
pub async fn decide_retraction(ask: Ask) -> Result<Answer> {
    let (id, row): (CheckId, RetractionId) = (ask.key("id")?, ask.key("retraction")?);
    let state: RetractionState = ask.form.one("state").parse()?;
    let outcome = ask
        .app
        .write(&ask.actor()?, move |tx| match state {
            RetractionState::Confirmed => retractions::confirm(tx, &id, &row),
            RetractionState::Withdrawn => retractions::withdraw(tx, &id, &row),
            RetractionState::Proposed => Err(Error::bad_request("unknown-choice")),
        })
        .await;
    or_again(&ask, outcome, |path| done(path, "saved")).await
}

/// `POST /desk/checks/{id}/withholdings`: proposes to withhold a part.
pub async fn propose_withholding(ask: Ask) -> Result<Answer> {
    let id: CheckId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let part = part_of(ask.form.one("part"));
    if part.is_none() {
        reading.fault("part", Say::new("withhold-unknown"));
    }
    let (reason, until) = (reading.required("withhold_reason", 1000), reading.date("until"));
    let zone = ask.ui.desk.zone();
    let outcome = match reading.done((part, reason, until)) {
        Ok((Some(part), reason, until)) => {
            let until = until.and_then(|day| beginning(zone, day));
            ask.app.write(&ask.actor()?, move |tx| withholdings::propose(tx, &id, &part, &reason, until)).await
        }
        Ok(_) => Err(Error::bad_request("unknown-choice")),
        Err(error) => Err(error),
    };
    or_again(&ask, outcome, |path| done(path, "withholding-proposed")).await
}

/// `version:2`, `quote:3`, `snapshot:3`, `name`.
fn part_of(typed: &str) -> Option<Part> {
    let (kind, number) = typed.split_once(':').unwrap_or((typed, ""));
    Some(Part { kind: kind.parse().ok()?, number: number.parse().ok() })
}

/// When a day begins at the desk.
fn beginning(zone: chrono_tz::Tz, day: NaiveDate) -> Option<Moment> {
    let local = zone.from_local_datetime(&day.and_time(NaiveTime::MIN)).earliest()?;
    Some(Moment::from_utc(local.with_timezone(&Utc)))
}

/// `POST /desk/checks/{id}/withholdings/{withholding}`: confirms, or ends.
pub async fn decide_withholding(ask: Ask) -> Result<Answer> {
    let (id, row): (CheckId, WithholdingId) = (ask.key("id")?, ask.key("withholding")?);
    let state: WithholdingState = ask.form.one("state").parse()?;
    let outcome = ask.app.write(&ask.actor()?, move |tx| withholdings::set_state(tx, &id, &row, state)).await;
    or_again(&ask, outcome, |path| done(path, "saved")).await
}
