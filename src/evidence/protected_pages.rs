//! Protected sources at the desk: adding one, opening it, saying who may.

use actix_web::http::StatusCode;
use askama::Template;

use super::protected::{self, Protected, Secret};
use super::rules::{AboutSource, SourceId, SourceKind};
use super::store::{self, Source};
use crate::checks::rules::CheckId;
use crate::db::Moment;
use crate::error::{Error, Result};
use crate::people::access;
use crate::people::rules::PersonId;
use crate::people::store::{self as people, Person};
use crate::web::{Answer, Ask, Filled, Reading, Ui, done};

#[derive(Template)]
#[template(path = "evidence/protected_new.html")]
struct NewPage<'a> {
    ui: &'a Ui,
    form: Filled,
    check: String,
    people: Vec<Person>,
    named: Vec<PersonId>,
}

#[derive(Template)]
#[template(path = "evidence/protected.html")]
struct OpenPage<'a> {
    ui: &'a Ui,
    form: Filled,
    source: Source,
    row: Protected,
    people: Vec<Person>,
    named: Vec<PersonId>,
    readings: Vec<(Moment, String)>,
}

/// What was typed about who it is.
struct Typed {
    reason: String,
    secret: Secret,
}

impl Typed {
    fn read(reading: &mut Reading) -> Self {
        let reason = reading.required("reason", 1000);
        let secret = Secret { identity: reading.required("identity", 2000), account: reading.text("account", 100_000) };
        Typed { reason, secret }
    }
}

/// `GET /desk/sources/protected`
pub async fn new(ask: Ask) -> Result<Answer> {
    let today = ask.ui.desk.today(ask.app.now()).to_string();
    let form = Filled::with(&[("kind", "primary".into()), ("accessed_on", today)]);
    let check = ask.query_as::<CheckId>("check").map(|id| id.to_string()).unwrap_or_default();
    new_page(&ask, form, check).await
}

async fn new_page(ask: &Ask, form: Filled, check: String) -> Result<Answer> {
    let people = ask.app.read(people::active).await?;
    let named = Reading::new(&form.fields).many("person");
    ask.page(&NewPage { ui: &ask.ui, form, check, people, named })
}

/// `POST /desk/sources/protected`
pub async fn create(ask: Ask) -> Result<Answer> {
    let check = ask.form.one("check").parse::<CheckId>().ok();
    let mut reading = Reading::new(&ask.form);
    let about = AboutSource::read_protected(&mut reading);
    let (typed, readers) = (Typed::read(&mut reading), reading.many("person"));
    let (about, typed) = match ask.faults(reading.done((about, typed)))? {
        Ok(read) => read,
        Err(form) => {
            let check = ask.form.one("check").to_owned();
            return Ok(new_page(&ask, form, check).await?.status(StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    let key = ask.app.protected_key();
    let source = ask
        .app
        .write(&ask.actor()?, move |tx| protected::add(tx, &key, about, &typed.reason, &typed.secret, &readers))
        .await?;
    match check {
        Some(check) => done(format!("/desk/checks/{check}/evidence/new?source={}", source.id), "source-added"),
        None => done(format!("/desk/sources/{}", source.id), "source-added"),
    }
}

/// `POST /desk/sources/{id}/protected/reading`: shows who it is, once; each showing is an event.
pub async fn open(ask: Ask) -> Result<Answer> {
    let id: SourceId = ask.key("id")?;
    let (key, source) = (ask.app.protected_key(), id.clone());
    let (row, secret) = ask.app.write(&ask.actor()?, move |tx| protected::open(tx, &key, &source)).await?;
    let form = Filled::with(&[
        ("reason", row.reason.clone()),
        ("identity", secret.identity.clone()),
        ("account", secret.account.clone()),
        ("revision", row.revision.to_string()),
    ]);
    open_page(&ask, id, form).await
}

async fn open_page(ask: &Ask, id: SourceId, form: Filled) -> Result<Answer> {
    let actor = ask.actor()?;
    let (source, row, people, named, readings) = ask
        .app
        .read(move |db| {
            let source = store::find(db, &actor, &id)?;
            let row = protected::of(db, &id)?.ok_or(Error::NotFound)?;
            let named = access::named_ids(db, row.id.as_str())?;
            let readings = protected::readings(db, &row.id)?;
            Ok((source, row, people::active(db)?, named, readings))
        })
        .await?;
    ask.page(&OpenPage { ui: &ask.ui, form, source, row, people, named, readings })
}

/// `POST /desk/sources/{id}/protected`
pub async fn change(ask: Ask) -> Result<Answer> {
    let id: SourceId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let typed = Typed::read(&mut reading);
    let seen = reading.revision();
    match ask.faults(reading.done(typed))? {
        Err(form) => Ok(open_page(&ask, id, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(typed) => {
            let (path, key) = (format!("/desk/sources/{id}"), ask.app.protected_key());
            ask.app
                .write(&ask.actor()?, move |tx| protected::change(tx, &key, &id, &typed.reason, &typed.secret, seen))
                .await?;
            done(path, "saved")
        }
    }
}

/// `POST /desk/sources/{id}/protected/readers`
pub async fn name_readers(ask: Ask) -> Result<Answer> {
    let id: SourceId = ask.key("id")?;
    let (path, people) = (format!("/desk/sources/{id}"), Reading::new(&ask.form).many("person"));
    ask.app.write(&ask.actor()?, move |tx| protected::name_readers(tx, &id, &people)).await?;
    done(path, "access-changed")
}
