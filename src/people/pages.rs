//! Signing in and out, setting up, joining, one's own account, the people of the desk.

use actix_web::http::{StatusCode, header};
use askama::Template;

use super::passwords;
use super::rules::{Actor, Email, Password, PersonState, Role, parse_name};
use super::store::{self, Invitation, NewPerson, OwnSession, Person};
use crate::admin::store::{self as admin, Byline, Desk};
use crate::checks::scale::{self, Preset};
use crate::error::{Error, Faults, Result, Say};
use crate::web::{Answer, Ask, Filled, Reading, SESSION, Ui, cookie, done};

#[derive(Template)]
#[template(path = "people/login.html")]
struct LoginPage<'a> {
    ui: &'a Ui,
    form: Filled,
    next: String,
    kept: bool,
}

#[derive(Template)]
#[template(path = "people/setup.html")]
struct SetUpPage<'a> {
    ui: &'a Ui,
    form: Filled,
    zones: Vec<&'static str>,
}

#[derive(Template)]
#[template(path = "people/join.html")]
struct JoinPage<'a> {
    ui: &'a Ui,
    form: Filled,
    invitation: Invitation,
}

#[derive(Template)]
#[template(path = "people/account.html")]
struct AccountPage<'a> {
    ui: &'a Ui,
    form: Filled,
    person: Person,
    sessions: Vec<OwnSession>,
    current: String,
}

#[derive(Template)]
#[template(path = "people/kept.html")]
struct KeptPage<'a> {
    ui: &'a Ui,
    token: String,
    path: String,
    fields: Vec<(String, String)>,
    /// Whether the form also takes a file: browsers do not give one back, so it is asked for again.
    file: bool,
}

/// Where to go after signing in: one of our own paths, whatever the address says (no open redirect).
fn safe_next(next: &str) -> String {
    let ours = next.starts_with('/')
        && !next.starts_with("//")
        && !next.contains(['\\', '\r', '\n', '\t'])
        && next.chars().all(|c| !c.is_control());
    if ours && next != "/login" { next.to_owned() } else { "/desk".to_owned() }
}

/// `GET /login`
pub async fn login(ask: Ask) -> Result<Answer> {
    let next = safe_next(ask.query("next"));
    let kept = next.starts_with("/desk/kept/");
    ask.page(&LoginPage { ui: &ask.ui, form: Filled::default(), next, kept })
}

/// `POST /login`
pub async fn sign_in(ask: Ask) -> Result<Answer> {
    let next = safe_next(ask.form.one("next"));
    let email = ask.form.one("email").trim().to_lowercase();
    let person = ask.app.read(move |db| store::by_email(db, &email)).await?;
    let person = person.filter(|person| person.state == PersonState::Active);
    let hash = person.as_ref().map(|person| person.password_hash.clone());
    let typed = ask.form.one("password").to_owned();
    let turn = ask.app.hashing_turn().await?;
    let right = ask.app.work(move |_| Ok(passwords::verify(&typed, hash.as_deref()))).await?;
    drop(turn);
    let Some(person) = person.filter(|_| right) else {
        let mut form = ask.filled(&Faults(vec![("password", Say::new("login-wrong"))]));
        form.fields = crate::web::Fields::from_pairs(vec![("email".into(), ask.form.one("email").to_owned())]);
        let kept = next.starts_with("/desk/kept/");
        let page = LoginPage { ui: &ask.ui, form, next, kept };
        return Ok(ask.page(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY));
    };
    signed_in(&ask, &person.actor(), &next).await
}

async fn signed_in(ask: &Ask, actor: &Actor, next: &str) -> Result<Answer> {
    let (id, old) = (actor.id.clone(), ask.session.clone());
    let token = ask.app.write(actor, move |tx| store::start_session(tx, &id, old.as_deref())).await?;
    Ok(Answer::see_other(next).header(header::SET_COOKIE, cookie(&ask.app, SESSION, &token, None)))
}

/// `POST /logout`
pub async fn logout(ask: Ask) -> Result<Answer> {
    if let Some(session) = ask.session.clone() {
        ask.app.write(&ask.actor()?, move |tx| store::end_session(tx, &session)).await?;
    }
    Ok(Answer::see_other("/login?done=signed-out")
        .header(header::SET_COOKIE, cookie(&ask.app, SESSION, "", Some(0)))
        .header(header::HeaderName::from_static("clear-site-data"), "\"cache\", \"storage\""))
}

fn zones() -> Vec<&'static str> {
    chrono_tz::TZ_VARIANTS.iter().map(|zone| zone.name()).filter(|name| name.contains('/') || *name == "UTC").collect()
}

async fn require_set_up_token(ask: &Ask) -> Result<String> {
    let token = match ask.form.one("set_up") {
        "" => ask.query("token").to_owned(),
        token => token.to_owned(),
    };
    let given = token.clone();
    match ask.app.read(move |db| store::is_set_up_token(db, &given)).await? {
        true => Ok(token),
        false => Err(Error::NotFound),
    }
}

/// `GET /setup`
pub async fn set_up(ask: Ask) -> Result<Answer> {
    let token = require_set_up_token(&ask).await?;
    let form = Filled::with(&[("set_up", token), ("time_zone", "UTC".into()), ("scale", "five".into())]);
    ask.page(&SetUpPage { ui: &ask.ui, form, zones: zones() })
}

struct NewDesk {
    desk: Desk,
    preset: Preset,
    email: Option<Email>,
    name: String,
    password: Option<Password>,
}

fn read_new_desk(ask: &Ask) -> Result<NewDesk> {
    let mut reading = Reading::new(&ask.form);
    let desk_name = reading.required("desk", 120);
    let zone = reading.required("time_zone", 60);
    if zone.parse::<chrono_tz::Tz>().is_err() {
        reading.fault("time_zone", Say::new("zone-invalid"));
    }
    let preset = reading.choice("scale").unwrap_or(Preset::Five);
    let (email, name, password) = read_person(&mut reading, &ask.form, &desk_name);
    let desk = Desk {
        name: desk_name,
        time_zone: zone,
        peer_review: reading.flag("peer_review"),
        byline: Byline::Names,
        ..Desk::before_set_up()
    };
    reading.done(NewDesk { desk, preset, email, name, password })
}

fn read_person(
    reading: &mut Reading,
    form: &crate::web::Fields,
    desk: &str,
) -> (Option<Email>, String, Option<Password>) {
    let typed = reading.required("email", 254);
    let email = Email::parse(&typed).map_err(|say| reading.fault("email", say)).ok();
    let mut faults = Faults::default();
    let name = parse_name("name", form.one("name"), &mut faults);
    for (field, say) in faults.0 {
        reading.fault(field, say);
    }
    let local = typed.split('@').next().unwrap_or_default().to_owned();
    let password = read_password(reading, form, &[desk, &name, &typed, &local]);
    (email, name, password)
}

fn read_password(reading: &mut Reading, form: &crate::web::Fields, context: &[&str]) -> Option<Password> {
    match Password::choose(form.one("new_password"), context) {
        Ok(password) => Some(password),
        Err(say) => {
            reading.fault("new_password", say);
            None
        }
    }
}

/// `POST /setup`: exactly one first admin, however many try.
pub async fn make_desk(ask: Ask) -> Result<Answer> {
    let token = require_set_up_token(&ask).await?;
    let new = match ask.faults(read_new_desk(&ask))? {
        Ok(new) => new,
        Err(form) => {
            let page = SetUpPage { ui: &ask.ui, form, zones: zones() };
            return Ok(ask.page(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    let (Some(email), Some(password)) = (new.email, new.password) else {
        return Err(Error::bad_request("form-broken"));
    };
    let turn = ask.app.hashing_turn().await?;
    let password_hash = ask.app.work(move |_| passwords::hash(&password)).await?;
    drop(turn);
    let admin = ask
        .app
        .write(&Actor::operator(), move |tx| {
            if !store::is_set_up_token(tx.db, &token)? {
                return Err(Error::NotFound);
            }
            store::void_set_up_token(tx)?;
            admin::set_up(tx, new.desk)?;
            scale::begin_with(tx, new.preset)?;
            store::add(tx, NewPerson { email, name: new.name, role: Role::Admin, password_hash })
        })
        .await?;
    signed_in(&ask, &admin.actor(), "/desk?done=desk-set-up").await
}

/// `GET /invitations/{token}`
pub async fn invitation(ask: Ask) -> Result<Answer> {
    let invitation = waiting(&ask).await?;
    let form = Filled::with(&[("name", invitation.name.clone()), ("email", invitation.email.clone())]);
    ask.page(&JoinPage { ui: &ask.ui, form, invitation })
}

async fn waiting(ask: &Ask) -> Result<Invitation> {
    let (token, now) = (ask.param("token")?.to_owned(), ask.app.now());
    ask.app.read(move |db| store::invitation(db, &token, now)).await
}

/// `POST /invitations/{token}`: joins, by an own password that nobody else ever sees.
pub async fn join(ask: Ask) -> Result<Answer> {
    let invitation = waiting(&ask).await?;
    let token = ask.param("token")?.to_owned();
    let mut reading = Reading::new(&ask.form);
    let read = read_person(&mut reading, &ask.form, &ask.ui.desk.name.clone());
    let outcome = match reading.done(read) {
        Ok((Some(email), name, Some(password))) => {
            let turn = ask.app.hashing_turn().await?;
            let password_hash = ask.app.work(move |_| passwords::hash(&password)).await?;
            drop(turn);
            let new = NewPerson { email, name, role: invitation.role, password_hash };
            ask.app.write(&Actor::operator(), move |tx| store::join(tx, &token, new)).await
        }
        Ok(_) => Err(Error::bad_request("form-broken")),
        Err(error) => Err(error),
    };
    match ask.faults(outcome)? {
        Ok(person) => signed_in(&ask, &person.actor(), "/desk?done=joined").await,
        Err(form) => {
            let page = JoinPage { ui: &ask.ui, form, invitation };
            Ok(ask.page(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY))
        }
    }
}

/// `GET /account`
pub async fn account(ask: Ask) -> Result<Answer> {
    account_page(&ask, Filled::default()).await
}

async fn account_page(ask: &Ask, form: Filled) -> Result<Answer> {
    let (id, now) = (ask.actor()?.id, ask.app.now());
    let (person, sessions) =
        ask.app.read(move |db| Ok((store::find(db, &id)?, store::own_sessions(db, &id, now)?))).await?;
    let current = ask.session.clone().unwrap_or_default();
    ask.page(&AccountPage { ui: &ask.ui, form, person, sessions, current })
}

/// `POST /account/password`
pub async fn change_password(ask: Ask) -> Result<Answer> {
    let actor = ask.actor()?;
    let id = actor.id.clone();
    let person = ask.app.read(move |db| store::find(db, &id)).await?;
    let mut reading = Reading::new(&ask.form);
    let context = [ask.ui.desk.name.as_str(), &person.name, &person.email];
    let password = read_password(&mut reading, &ask.form, &context);
    let turn = ask.app.hashing_turn().await?;
    let (typed, hash) = (ask.form.one("password").to_owned(), person.password_hash);
    let outcome = ask
        .app
        .work(move |_| {
            let right = passwords::verify(&typed, Some(&hash));
            match password {
                Some(password) if right => Ok((true, passwords::hash(&password)?)),
                _ => Ok((right, String::new())),
            }
        })
        .await?;
    drop(turn);
    if !outcome.0 {
        reading.fault("password", Say::new("password-wrong"));
    }
    match ask.faults(reading.done(outcome.1))? {
        Err(form) => Ok(account_page(&ask, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(hash) => {
            let keep = ask.session.clone();
            ask.app.write(&actor, move |tx| store::set_password(tx, &tx.by.id.clone(), &hash, keep.as_deref())).await?;
            done("/account", "password-changed")
        }
    }
}

/// `POST /account/sessions`: ends one session, or all others.
pub async fn end_sessions(ask: Ask) -> Result<Answer> {
    let actor = ask.actor()?;
    let (which, current) = (ask.form.one("session").to_owned(), ask.session.clone());
    ask.app
        .write(&actor, move |tx| {
            let me = tx.by.id.clone();
            if which == "others" {
                return store::end_all_sessions(tx, &me, current.as_deref());
            }
            let now = tx.now;
            match store::own_sessions(tx.db, &me, now)?.into_iter().find(|session| session.id == which) {
                Some(session) => store::end_session(tx, &session.id),
                None => Err(Error::NotFound),
            }
        })
        .await?;
    done("/account", "session-ended")
}

/// `POST /account/theme`: how the desk looks and listens in this browser.
pub async fn theme(ask: Ask) -> Result<Answer> {
    let secure = if ask.app.config().secure { "; Secure" } else { "" };
    let cookie = |name: &str, value: &str| {
        let age = if value.is_empty() { 0 } else { 31_536_000 };
        format!("{name}={value}; Path=/; HttpOnly; SameSite=Lax; Max-Age={age}{secure}")
    };
    let theme = match ask.form.one("theme") {
        theme @ ("dark" | "light") => theme,
        _ => "",
    };
    let keys = if ask.form.has("keys", "on") { "" } else { "off" };
    Ok(done("/account", "saved")?
        .header(header::SET_COOKIE, cookie("theme", theme))
        .header(header::SET_COOKIE, cookie("keys", keys)))
}

/// `GET /desk/kept/{token}`: what was typed before the session ended, ready to be sent.
pub async fn kept(ask: Ask) -> Result<Answer> {
    let (id, token) = (ask.actor()?.id, ask.param("token")?.to_owned());
    let (path, fields) = ask.app.read(move |db| store::parked(db, &id, &token)).await?;
    let file = fields.iter().any(|(name, _)| name == "text");
    let token = ask.param("token")?.to_owned();
    ask.page(&KeptPage { ui: &ask.ui, token, path, fields, file })
}

#[cfg(test)]
mod tests {
    use super::safe_next;

    #[test]
    fn after_signing_in_nobody_leaves_the_site() {
        for bad in
            ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", "", "/\t/evil.example"]
        {
            assert_eq!(safe_next(bad), "/desk", "{bad}");
        }
        assert_eq!(safe_next("/desk/claims?state=inbox"), "/desk/claims?state=inbox");
    }
}
