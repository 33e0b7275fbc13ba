//! The door: every request passes here, in this order: host, session, policy, guard, body, handler, headers.

use std::collections::HashMap;

use actix_web::http::{Method, header};
use actix_web::web::Payload;
use actix_web::{HttpRequest, HttpResponse};

use super::form::Fields;
use super::{Answer, Ask, Endpoint, GUARD, Ui, Who, errors};
use crate::admin;
use crate::app::App;
use crate::db::sha256;
use crate::error::{Error, Result};
use crate::notifications::store as notifications;
use crate::people::rules::{Act, Actor, missing_right};
use crate::people::store::{self as people, Seen};

/// Answers one request to a known address.
pub async fn serve(app: App, endpoint: Endpoint, request: HttpRequest, body: Payload) -> HttpResponse {
    let secure = app.config().secure;
    let seen = header_text(&request, header::IF_NONE_MATCH);
    let answer = match enter(&app, Some(endpoint.who), &request).await {
        Ok(entered) => answer(&app, entered, &endpoint, &request, body).await,
        Err(answer) => answer,
    };
    answer.send(secure, seen.as_deref())
}

/// Answers everything that no route names: the sign-in page for strangers at the desk's door, else "not found".
pub async fn anything_else(app: App, known_address: Option<Vec<Method>>, request: HttpRequest) -> HttpResponse {
    let secure = app.config().secure;
    let desk = is_desk(request.path()) && !app.config().read_only;
    let who = if desk { Who::May(Act::Read) } else { Who::Reader };
    let answer = match enter(&app, Some(who), &request).await {
        Ok(Entered { actor: None, ui, .. }) if desk => to_login(&ui, &request, None),
        Ok(Entered { ui, .. }) => match known_address {
            Some(methods) => {
                let names: Vec<&str> = methods.iter().map(Method::as_str).collect();
                errors::page(&ui, Error::bad_request("error-method"), &Fields::default())
                    .status(actix_web::http::StatusCode::METHOD_NOT_ALLOWED)
                    .header(header::ALLOW, names.join(", "))
            }
            None => errors::page(&ui, Error::NotFound, &Fields::default()),
        },
        Err(answer) => answer,
    };
    answer.send(secure, None)
}

struct Entered {
    actor: Option<Actor>,
    session: Option<String>,
    /// Whose session it was, when it has ended: their form is kept for them.
    former: Option<Actor>,
    fresh_guest: Option<String>,
    ui: Ui,
}

fn is_desk(path: &str) -> bool {
    ["/desk", "/admin", "/account"].iter().any(|root| path == *root || path.starts_with(&format!("{root}/")))
}

async fn enter(app: &App, who: Option<Who>, request: &HttpRequest) -> std::result::Result<Entered, Answer> {
    let config = app.config();
    let host = request.headers().get(header::HOST).and_then(|v| v.to_str().ok()).unwrap_or_default();
    let probe = matches!(request.path(), "/healthz" | "/readyz");
    if !probe && !host.eq_ignore_ascii_case(&config.host) {
        let text = format!("This site answers at {} only.\n", config.base_url);
        return Err(Answer::text(text).status(actix_web::http::StatusCode::MISDIRECTED_REQUEST));
    }
    let named = |name: &str| request.cookie(&cookie_name(name, config.secure)).map(|c| c.value().to_owned());
    let reader = who == Some(Who::Reader);
    let token = if reader || config.read_only { None } else { named(SESSION) };
    let now = app.now();
    let looked = token.clone();
    let loaded = app
        .read(move |db| {
            let desk = admin::store::desk(db)?;
            let seen = match &looked {
                Some(token) => people::session(db, &sha256(token.as_bytes()), now)?,
                None => Seen::Nobody,
            };
            let unread = match &seen {
                Seen::Here(actor, _) => notifications::unread(db, &actor.id)?,
                Seen::Gone(_) | Seen::Nobody => 0,
            };
            Ok((desk, seen, unread))
        })
        .await;
    let mut ui = bare_ui(app, request);
    let (desk, seen, unread) = loaded.map_err(|error| errors::page(&ui, error, &Fields::default()))?;
    ui.desk = desk;
    ui.unread = unread;
    let mut entered = Entered { actor: None, session: None, former: None, fresh_guest: None, ui };
    match seen {
        Seen::Here(actor, touch) => {
            let id = sha256(token.as_deref().unwrap_or_default().as_bytes());
            if touch {
                let touched = id.clone();
                let _ = app.database().write(move |db| people::touch_session(db, &touched, now)).await;
            }
            entered.ui.guard = guard_of(token.as_deref().unwrap_or_default());
            entered.ui.actor = Some(actor.clone());
            entered.actor = Some(actor);
            entered.session = Some(id);
        }
        Seen::Gone(actor) => entered.former = Some(actor),
        Seen::Nobody => {}
    }
    if who == Some(Who::Guest) {
        let guest = named(GUEST).unwrap_or_else(|| {
            let fresh = people::new_token();
            entered.fresh_guest = Some(fresh.clone());
            fresh
        });
        entered.ui.guard = guard_of(&guest);
        entered.ui.actor = None;
    }
    Ok(entered)
}

fn bare_ui(app: &App, request: &HttpRequest) -> Ui {
    let done = query_of(request).into_iter().find(|(name, _)| name == "done").map(|(_, value)| format!("done-{value}"));
    let theme = request.cookie("theme").map(|c| c.value().to_owned()).filter(|t| t == "dark" || t == "light");
    let flash = done.filter(|id| super::words::exists(id)).map(|id| super::words::say(super::words::FIRST, &id, &[]));
    let desk_side = is_desk(request.path());
    Ui {
        lang: super::words::FIRST.into(),
        desk: admin::store::Desk::before_set_up(),
        actor: None,
        unread: 0,
        guard: String::new(),
        path: request.path().to_owned(),
        flash: if desk_side || request.path() == "/login" { flash.unwrap_or_default() } else { String::new() },
        base: app.config().base_url.clone(),
        theme: if desk_side { theme.unwrap_or_default() } else { String::new() },
        keys: request.cookie("keys").is_none_or(|c| c.value() != "off"),
    }
}

async fn answer(app: &App, entered: Entered, endpoint: &Endpoint, request: &HttpRequest, body: Payload) -> Answer {
    let Entered { actor, session, former, fresh_guest, ui } = entered;
    let posting = endpoint.method == Method::POST;
    if app.config().read_only && endpoint.who != Who::Reader {
        return errors::page(&ui, Error::NotFound, &Fields::default());
    }
    if posting && let Err(error) = same_site(app, request) {
        return errors::page(&ui, error, &Fields::default());
    }
    if let Who::May(act) = endpoint.who {
        match &actor {
            None => return turn_away(app, &ui, former, endpoint, request, body).await,
            Some(actor) if actor.may(act) => {}
            Some(_) if posting => {
                return errors::page(&ui, Error::forbidden(missing_right(act)), &Fields::default());
            }
            Some(_) => return errors::page(&ui, Error::NotFound, &Fields::default()),
        }
    }
    let form = match posting {
        true => match Fields::read(request, body, endpoint.limit.0).await {
            Ok(form) if same_secret(form.one(GUARD), &ui.guard) => form,
            Ok(form) => return errors::page(&ui, Error::forbidden("form-not-ours"), &form),
            Err(error) => return errors::page(&ui, error, &Fields::default()),
        },
        false => Fields::default(),
    };
    let ask = Ask {
        app: app.clone(),
        actor,
        session,
        form: form.clone(),
        ui: ui.clone(),
        asked: request.uri().path_and_query().map(|it| it.as_str().to_owned()).unwrap_or_default(),
        accept_datetime: header_text(request, header::HeaderName::from_static("accept-datetime")).unwrap_or_default(),
        params: params_of(request),
        query: query_of(request),
    };
    let (kept, by) = (form.one("kept").to_owned(), ask.actor.clone());
    let answer = (endpoint.handler)(ask).await.unwrap_or_else(|error| errors::page(&ui, error, &form));
    if let (Some(by), false, true) = (by, kept.is_empty(), answer.status.is_redirection()) {
        // The form that was kept while its writer signed in again has arrived.
        let _ = app.write(&by, move |tx| people::unpark(tx, &kept)).await;
    }
    match fresh_guest {
        Some(guest) => answer.header(header::SET_COOKIE, cookie(app, GUEST, &guest, None)),
        None => answer,
    }
}

/// Nobody is signed in: to the sign-in page and back. A form whose session has ended is kept for whoever wrote it.
async fn turn_away(
    app: &App,
    ui: &Ui,
    former: Option<Actor>,
    endpoint: &Endpoint,
    request: &HttpRequest,
    body: Payload,
) -> Answer {
    let Some(former) = former.filter(|_| endpoint.method == Method::POST) else { return to_login(ui, request, None) };
    let Ok(form) = Fields::read(request, body, endpoint.limit.0).await else { return to_login(ui, request, None) };
    let path = request.path().to_owned();
    let kept = app.write(&former.clone(), move |tx| people::park(tx, &path, &form)).await;
    to_login(ui, request, kept.ok())
}

fn to_login(ui: &Ui, request: &HttpRequest, kept: Option<String>) -> Answer {
    let next = match kept {
        Some(token) => format!("/desk/kept/{token}"),
        None if matches!(*request.method(), Method::GET | Method::HEAD) => {
            request.uri().path_and_query().map_or_else(|| ui.path.clone(), |path| path.as_str().to_owned())
        }
        None => "/desk".to_owned(),
    };
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("next", &next).finish();
    Answer::see_other(&format!("/login?{query}"))
}

/// Whether an unsafe request comes from one of our own pages. Browsers always say so in one of two headers.
fn same_site(app: &App, request: &HttpRequest) -> Result<()> {
    let origin = header_text(request, header::ORIGIN);
    let fetch_site = request.headers().get("sec-fetch-site").and_then(|v| v.to_str().ok());
    let ours = match (fetch_site, origin.as_deref()) {
        (Some(site), origin) if site != "same-origin" && !(site == "none" && origin.is_none()) => false,
        (Some(_), Some("null")) | (Some(_), None) => true,
        (_, Some(origin)) => origin == app.config().base_url,
        (None, None) => false,
    };
    if ours { Ok(()) } else { Err(Error::forbidden("form-not-ours")) }
}

/// Compares without telling by the time taken where two secrets differ.
fn same_secret(given: &str, wanted: &str) -> bool {
    !wanted.is_empty()
        && given.len() == wanted.len()
        && given.bytes().zip(wanted.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b)) == 0
}

fn guard_of(token: &str) -> String {
    sha256(format!("claimdesk form\n{token}").as_bytes())
}

fn header_text(request: &HttpRequest, name: header::HeaderName) -> Option<String> {
    request.headers().get(name).and_then(|value| value.to_str().ok()).map(str::to_owned)
}

fn params_of(request: &HttpRequest) -> HashMap<String, String> {
    request.match_info().iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect()
}

fn query_of(request: &HttpRequest) -> Vec<(String, String)> {
    url::form_urlencoded::parse(request.query_string().as_bytes()).into_owned().take(100).collect()
}

/// The cookie of somebody who is signed in.
pub const SESSION: &str = "session";
const GUEST: &str = "guest";

fn cookie_name(name: &str, secure: bool) -> String {
    if secure { format!("__Host-{name}") } else { name.to_owned() }
}

/// A cookie as we set all of them; without a value it is taken away.
pub fn cookie(app: &App, name: &str, value: &str, age: Option<i64>) -> String {
    let secure = if app.config().secure { "; Secure" } else { "" };
    let age = age.map(|seconds| format!("; Max-Age={seconds}")).unwrap_or_default();
    format!("{}={value}; Path=/; HttpOnly; SameSite=Lax{secure}{age}", cookie_name(name, app.config().secure))
}
