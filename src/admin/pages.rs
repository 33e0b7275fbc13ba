//! Settings, scale, policies and health at `/admin`; the log at `/desk/log`.

use actix_web::http::StatusCode;
use askama::Template;

use super::fetching::{self, FetchSettings};
use super::policies::{self, Policy, PolicyName};
use super::store::{self, Byline, Desk, GateSetting, Level};
use crate::checks::gates::Gate;
use crate::checks::scale::{self, AboutEntry, Entry, EntryState, Tone, VerdictId};
use crate::error::{Error, Result, Say};
use crate::events::store::{Told, head, page as events_page};
use crate::jobs::store::{Queue, queues};
use crate::people::rules::Act;
use crate::publication::markdown;
use crate::web::{Answer, Ask, Filled, Reading, Ui, done};

#[derive(Template)]
#[template(path = "admin/settings.html")]
struct SettingsPage<'a> {
    ui: &'a Ui,
    form: Filled,
    gates: Vec<(Gate, Level)>,
    fetching: FetchSettings,
}

#[derive(Template)]
#[template(path = "admin/scale.html")]
struct ScalePage<'a> {
    ui: &'a Ui,
    form: Filled,
    entries: Vec<Entry>,
}

#[derive(Template)]
#[template(path = "admin/policies.html")]
struct PoliciesPage<'a> {
    ui: &'a Ui,
    form: Filled,
    name: PolicyName,
    policy: Option<Policy>,
}

#[derive(Template)]
#[template(path = "admin/health.html")]
struct HealthPage<'a> {
    ui: &'a Ui,
    version: &'static str,
    sqlite: String,
    seq: i64,
    hash: String,
    files: usize,
    queues: Vec<Queue>,
}

#[derive(Template)]
#[template(path = "events/log.html")]
struct LogPage<'a> {
    ui: &'a Ui,
    told: Vec<Told>,
    next: Option<i64>,
}

/// `GET /admin/settings`
pub async fn settings(ask: Ask) -> Result<Answer> {
    settings_page(&ask, None).await
}

async fn settings_page(ask: &Ask, form: Option<Filled>) -> Result<Answer> {
    let (desk, levels, fetching) =
        ask.app.read(|db| Ok((store::desk(db)?, store::gate_levels(db)?, fetching::current(db)?))).await?;
    let form = form.unwrap_or_else(|| {
        Filled::with(&[
            ("name", desk.name.clone()),
            ("time_zone", desk.time_zone.clone()),
            ("contact", desk.contact.clone()),
            ("byline", desk.byline.to_string()),
            ("peer_review", if desk.peer_review { "yes".into() } else { String::new() }),
            ("revision", desk.revision.to_string()),
        ])
    });
    let level = |gate: &Gate| {
        let set = levels.iter().find(|setting: &&GateSetting| setting.gate == gate.as_str());
        set.map_or(Level::Block, |setting| setting.level)
    };
    let gates = Gate::ALL.iter().map(|gate| (*gate, level(gate))).collect();
    ask.page(&SettingsPage { ui: &ask.ui, form, gates, fetching })
}

/// `POST /admin/settings`
pub async fn change_settings(ask: Ask) -> Result<Answer> {
    let mut reading = Reading::new(&ask.form);
    let time_zone = reading.required("time_zone", 60);
    if time_zone.parse::<chrono_tz::Tz>().is_err() {
        reading.fault("time_zone", Say::new("zone-invalid"));
    }
    let desk = Desk {
        name: reading.required("name", 120),
        time_zone,
        contact: reading.text("contact", 300),
        byline: reading.choice("byline").unwrap_or(Byline::Names),
        peer_review: reading.flag("peer_review"),
        ..Desk::before_set_up()
    };
    let seen = reading.revision();
    match ask.faults(reading.done(desk))? {
        Err(form) => Ok(settings_page(&ask, Some(form)).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(desk) => {
            ask.app.write(&ask.actor()?, move |tx| store::change(tx, desk, seen)).await?;
            done("/admin/settings", "saved")
        }
    }
}

/// `POST /admin/settings/gates`
pub async fn set_gates(ask: Ask) -> Result<Answer> {
    let mut levels = Vec::new();
    for gate in Gate::ALL {
        let level: Level = ask.form.one(gate.as_str()).parse()?;
        levels.push((*gate, level));
    }
    ask.app
        .write(&ask.actor()?, move |tx| {
            levels.iter().try_for_each(|(gate, level)| store::set_gate(tx, gate.as_str(), *level))
        })
        .await?;
    done("/admin/settings", "saved")
}

/// `POST /admin/settings/fetching`
pub async fn set_fetching(ask: Ask) -> Result<Answer> {
    let mut reading = Reading::new(&ask.form);
    let (robots, seen) = (reading.flag("robots"), reading.revision());
    let seen = reading.done(seen)?;
    ask.app.write(&ask.actor()?, move |tx| fetching::change(tx, robots, seen)).await?;
    done("/admin/settings", "saved")
}

/// `GET /admin/scale`
pub async fn scale(ask: Ask) -> Result<Answer> {
    scale_page(&ask, Filled::with(&[("tone", "grey".into()), ("position", "99".into())])).await
}

async fn scale_page(ask: &Ask, form: Filled) -> Result<Answer> {
    let entries = ask.app.read(scale::all).await?;
    ask.page(&ScalePage { ui: &ask.ui, form, entries })
}

/// `POST /admin/scale`
pub async fn add_entry(ask: Ask) -> Result<Answer> {
    let mut reading = Reading::new(&ask.form);
    let about = AboutEntry::read(&mut reading);
    match ask.faults(reading.done(about))? {
        Err(form) => Ok(scale_page(&ask, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(about) => {
            ask.app.write(&ask.actor()?, move |tx| scale::add(tx, about)).await?;
            done("/admin/scale", "saved")
        }
    }
}

/// `POST /admin/scale/{id}`
pub async fn change_entry(ask: Ask) -> Result<Answer> {
    let id: VerdictId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let about = AboutEntry::read(&mut reading);
    let state = reading.choice::<EntryState>("state").unwrap_or(EntryState::Active);
    let seen = reading.revision();
    let about = reading.done(about)?;
    ask.app.write(&ask.actor()?, move |tx| scale::change(tx, &id, about, state, seen)).await?;
    done("/admin/scale", "saved")
}

/// `GET /admin/policies`
pub async fn policies(ask: Ask) -> Result<Answer> {
    policies_page(&ask, ask.query_as("name").unwrap_or(PolicyName::Methodology), None).await
}

async fn policies_page(ask: &Ask, name: PolicyName, form: Option<Filled>) -> Result<Answer> {
    let policy = ask.app.read(move |db| policies::current(db, name)).await?;
    let form = form.unwrap_or_else(|| {
        let body = policy.as_ref().map(|policy| policy.body.clone()).unwrap_or_default();
        let number = policy.as_ref().map_or(0, |policy| policy.number);
        Filled::with(&[("body", body), ("revision", number.to_string())])
    });
    ask.page(&PoliciesPage { ui: &ask.ui, form, name, policy })
}

/// `POST /admin/policies`
pub async fn write_policy(ask: Ask) -> Result<Answer> {
    let name: PolicyName = ask.form.one("name").parse()?;
    let mut reading = Reading::new(&ask.form);
    let body = reading.required("body", 60_000);
    if let Err(say) = markdown::check(&body) {
        reading.fault("body", say);
    }
    let seen = reading.revision();
    match ask.faults(reading.done(body))? {
        Err(form) => Ok(policies_page(&ask, name, Some(form)).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(body) => {
            ask.app.write(&ask.actor()?, move |tx| policies::write(tx, name, &body, seen)).await?;
            done(format!("/admin/policies?name={name}"), "saved")
        }
    }
}

/// `GET /admin/health`
pub async fn health(ask: Ask) -> Result<Answer> {
    let ((seq, hash), queues) = ask.app.read(|db| Ok((head(db)?, queues(db)?))).await?;
    let files = ask.app.work(|app| Ok(app.blobs().hashes()?.len())).await?;
    let sqlite = match ask.app.database().address() {
        crate::db::Address::File(_) => libsqlite3_sys::SQLITE_VERSION.to_string_lossy().into_owned(),
        crate::db::Address::Server(_) => String::new(),
    };
    ask.page(&HealthPage { ui: &ask.ui, version: env!("CARGO_PKG_VERSION"), sqlite, seq, hash, files, queues })
}

/// `GET /desk/log`
pub async fn log(ask: Ask) -> Result<Answer> {
    let actor = ask.actor()?;
    if !actor.may(Act::ReadLog) {
        return Err(Error::NotFound);
    }
    let before = ask.query_as::<i64>("before");
    let told = ask.app.read(move |db| events_page(db, &actor, before, 100)).await?;
    let next = told.last().map(|line| line.event.seq).filter(|seq| *seq > 1);
    ask.page(&LogPage { ui: &ask.ui, told, next })
}
