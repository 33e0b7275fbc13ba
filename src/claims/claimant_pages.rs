//! Claimants and topics at the desk.

use actix_web::http::StatusCode;
use askama::Template;

use super::claimants::{self, AboutClaimant, Claimant, ClaimantId, ClaimantKind};
use super::topics::{self, Topic, TopicId, TopicState};
use crate::error::Result;
use crate::people::rules::Act;
use crate::web::{Answer, Ask, Filled, Paging, Reading, Ui, done};

#[derive(Template)]
#[template(path = "claims/claimants.html")]
struct ClaimantsPage<'a> {
    ui: &'a Ui,
    form: Filled,
    claimants: Vec<Claimant>,
    paging: Paging,
}

#[derive(Template)]
#[template(path = "claims/claimant.html")]
struct ClaimantPage<'a> {
    ui: &'a Ui,
    form: Filled,
    claimant: Claimant,
}

#[derive(Template)]
#[template(path = "claims/topics.html")]
struct TopicsPage<'a> {
    ui: &'a Ui,
    form: Filled,
    topics: Vec<Topic>,
}

impl TopicsPage<'_> {
    fn may_change(&self) -> bool {
        self.ui.may(Act::Approve)
    }
}

/// `GET /desk/claimants`
pub async fn claimants(ask: Ask) -> Result<Answer> {
    claimants_page(&ask, Filled::default()).await
}

async fn claimants_page(ask: &Ask, form: Filled) -> Result<Answer> {
    let (actor, mut paging, starts) = (ask.actor()?, ask.paging(), ask.query("from").to_owned());
    let asked = paging.clone();
    let rows = ask.app.read(move |db| claimants::list(db, &actor, &starts, &asked)).await?;
    let claimants = paging.cut(rows);
    ask.page(&ClaimantsPage { ui: &ask.ui, form, claimants, paging })
}

fn read(ask: &Ask) -> Result<AboutClaimant> {
    let mut reading = Reading::new(&ask.form);
    let about = AboutClaimant::read(&mut reading);
    reading.done(about)
}

/// `POST /desk/claimants`
pub async fn add_claimant(ask: Ask) -> Result<Answer> {
    match ask.faults(read(&ask))? {
        Err(form) => Ok(claimants_page(&ask, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(about) => {
            let claimant = ask.app.write(&ask.actor()?, move |tx| claimants::add(tx, about)).await?;
            done(format!("/desk/claimants/{}", claimant.id), "saved")
        }
    }
}

/// `GET /desk/claimants/{id}`
pub async fn claimant(ask: Ask) -> Result<Answer> {
    claimant_page(&ask, None).await
}

async fn claimant_page(ask: &Ask, form: Option<Filled>) -> Result<Answer> {
    let (id, actor): (ClaimantId, _) = (ask.key("id")?, ask.actor()?);
    let claimant = ask.app.read(move |db| claimants::shown(db, &actor, &id)).await?;
    let form = form.unwrap_or_else(|| {
        Filled::with(&[
            ("name", claimant.name.clone()),
            ("kind", claimant.kind.to_string()),
            ("aliases", claimant.aliases.clone()),
            ("description", claimant.description.clone()),
            ("same_as", claimant.same_as.clone().unwrap_or_default()),
            ("private", if claimant.private { "yes".into() } else { String::new() }),
            ("revision", claimant.revision.to_string()),
        ])
    });
    ask.page(&ClaimantPage { ui: &ask.ui, form, claimant })
}

/// `POST /desk/claimants/{id}`
pub async fn change_claimant(ask: Ask) -> Result<Answer> {
    let id: ClaimantId = ask.key("id")?;
    let outcome = read(&ask).and_then(|about| {
        let mut reading = Reading::new(&ask.form);
        let seen = reading.revision();
        reading.done((about, seen))
    });
    match ask.faults(outcome)? {
        Err(form) => Ok(claimant_page(&ask, Some(form)).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok((about, seen)) => {
            let path = format!("/desk/claimants/{id}");
            ask.app.write(&ask.actor()?, move |tx| claimants::change(tx, &id, about, seen)).await?;
            done(path, "saved")
        }
    }
}

/// `GET /desk/topics`
pub async fn topics(ask: Ask) -> Result<Answer> {
    topics_page(&ask, Filled::default()).await
}

async fn topics_page(ask: &Ask, form: Filled) -> Result<Answer> {
    let topics = ask.app.read(topics::all).await?;
    ask.page(&TopicsPage { ui: &ask.ui, form, topics })
}

/// `POST /desk/topics`
pub async fn add_topic(ask: Ask) -> Result<Answer> {
    let mut reading = Reading::new(&ask.form);
    let name = reading.required("name", 80);
    let outcome = match reading.done(name) {
        Ok(name) => ask.app.write(&ask.actor()?, move |tx| topics::add(tx, &name)).await,
        Err(error) => Err(error),
    };
    match ask.faults(outcome)? {
        Err(form) => Ok(topics_page(&ask, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(_) => done("/desk/topics", "saved"),
    }
}

/// `POST /desk/topics/{id}/state`
pub async fn set_topic_state(ask: Ask) -> Result<Answer> {
    let id: TopicId = ask.key("id")?;
    let state: TopicState = ask.form.one("state").parse()?;
    ask.app.write(&ask.actor()?, move |tx| topics::set_state(tx, &id, state)).await?;
    done("/desk/topics", "saved")
}
