//! The people of the desk, for its administrators.

use actix_web::http::StatusCode;
use askama::Template;

use super::rules::{Email, InvitationId, PersonId, PersonState, Role};
use super::store::{self, Invitation, Person};
use crate::error::{Error, Result};
use crate::web::{Answer, Ask, Filled, Reading, Ui, done};

#[derive(Template)]
#[template(path = "people/people.html")]
struct PeoplePage<'a> {
    ui: &'a Ui,
    form: Filled,
    people: Vec<Person>,
    invitations: Vec<Invitation>,
    link: String,
}

/// `GET /admin/people`
pub async fn people(ask: Ask) -> Result<Answer> {
    people_page(&ask, Filled::with(&[("role", "reviewer".into())]), String::new()).await
}

async fn people_page(ask: &Ask, form: Filled, link: String) -> Result<Answer> {
    let now = ask.app.now();
    let (people, invitations) =
        ask.app.read(move |db| Ok((store::everybody(db)?, store::open_invitations(db, now)?))).await?;
    ask.page(&PeoplePage { ui: &ask.ui, form, people, invitations, link })
}

/// `POST /admin/people/invitations`: the link is shown once, to whoever invites.
pub async fn invite(ask: Ask) -> Result<Answer> {
    let mut reading = Reading::new(&ask.form);
    let typed = reading.required("email", 254);
    let email = Email::parse(&typed).map_err(|say| reading.fault("email", say)).ok();
    let name = reading.text("name", 120);
    let role = reading.choice::<Role>("role");
    let outcome = match reading.done((email, role)) {
        Ok((Some(email), Some(role))) => {
            ask.app.write(&ask.actor()?, move |tx| store::invite(tx, email.as_str(), &name, role)).await
        }
        Ok(_) => Err(Error::bad_request("form-broken")),
        Err(error) => Err(error),
    };
    match ask.faults(outcome)? {
        Ok((_, token)) => {
            let link = format!("{}/invitations/{token}", ask.ui.base);
            people_page(&ask, Filled::with(&[("role", "reviewer".into())]), link).await
        }
        Err(form) => Ok(people_page(&ask, form, String::new()).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
    }
}

/// `POST /admin/people/invitations/{id}/revocation`
pub async fn revoke(ask: Ask) -> Result<Answer> {
    let id: InvitationId = ask.key("id")?;
    ask.app.write(&ask.actor()?, move |tx| store::revoke_invitation(tx, &id)).await?;
    done("/admin/people", "invitation-revoked")
}

/// `POST /admin/people/{id}/role`
pub async fn set_role(ask: Ask) -> Result<Answer> {
    let id: PersonId = ask.key("id")?;
    let role: Role = ask.form.one("role").parse()?;
    ask.app.write(&ask.actor()?, move |tx| store::set_role(tx, &id, role)).await?;
    done("/admin/people", "saved")
}

/// `POST /admin/people/{id}/state`
pub async fn set_state(ask: Ask) -> Result<Answer> {
    let id: PersonId = ask.key("id")?;
    let state: PersonState = ask.form.one("state").parse()?;
    ask.app.write(&ask.actor()?, move |tx| store::set_state(tx, &id, state)).await?;
    done("/admin/people", "saved")
}
