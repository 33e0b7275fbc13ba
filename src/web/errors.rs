//! Errors as pages: what happened, and what to do next.

use actix_web::http::StatusCode;
use actix_web::http::header;
use askama::Template;

use super::{Answer, Fields, GUARD, Ui};
use crate::error::{Error, Stale};
use crate::text::diff::{self, Change, Piece};

#[derive(Template)]
#[template(path = "error.html")]
struct ErrorPage<'a> {
    ui: &'a Ui,
    heading: String,
    sentence: String,
    back: &'static str,
    /// Where the form was going, and what was typed in it: to be sent again, or copied.
    action: String,
    fields: Vec<(String, String)>,
}

#[derive(Template)]
#[template(path = "stale.html")]
struct StalePage<'a> {
    ui: &'a Ui,
    action: String,
    fields: Vec<Compared>,
    others: Vec<(String, String)>,
}

struct Compared {
    name: String,
    mine: String,
    theirs: String,
    pieces: Vec<Piece>,
}

impl Compared {
    fn changed(&self) -> bool {
        self.mine != self.theirs
    }

    /// Choices and keys that nobody disagrees about need not be read again.
    fn same_and_short(&self) -> bool {
        !self.changed() && !self.mine.contains(char::is_whitespace)
    }
}

/// The page for an error. What was typed comes along where it would be lost otherwise.
pub fn page(ui: &Ui, error: Error, form: &Fields) -> Answer {
    let (status, id) = match &error {
        Error::NotFound => (StatusCode::NOT_FOUND, "error-not-found"),
        Error::Forbidden(_) => (StatusCode::FORBIDDEN, "error-forbidden"),
        Error::BadRequest(_) => (StatusCode::BAD_REQUEST, "error-bad-request"),
        Error::Invalid(_) => (StatusCode::UNPROCESSABLE_ENTITY, "error-invalid"),
        Error::Refused(_) | Error::Stale(_) => (StatusCode::CONFLICT, "error-conflict"),
        Error::TooLarge(_) => (StatusCode::PAYLOAD_TOO_LARGE, "error-too-large"),
        Error::Busy => (StatusCode::SERVICE_UNAVAILABLE, "error-busy"),
        Error::Full => (StatusCode::INSUFFICIENT_STORAGE, "error-full"),
        Error::Withheld(_) => (StatusCode::UNAVAILABLE_FOR_LEGAL_REASONS, "error-withheld"),
        Error::Gone => (StatusCode::GONE, "error-gone"),
        Error::Startup(_) | Error::Internal(_) => (StatusCode::INTERNAL_SERVER_ERROR, "error-internal"),
    };
    if let Error::Stale(stale) = &error {
        return stale_page(ui, stale, form).status(status);
    }
    let sentence = match &error {
        Error::Forbidden(say) | Error::BadRequest(say) | Error::Refused(say) => ui.say(say),
        Error::Invalid(faults) => faults.0.iter().map(|(_, say)| ui.say(say)).collect::<Vec<_>>().join(" "),
        Error::Internal(reference) => ui.t1("error-internal-text", "reference", reference),
        Error::TooLarge(limit) => ui.t1("error-too-large-text", "limit", limit / 1024),
        Error::Withheld(reason) => reason.clone(),
        _ => ui.t(&format!("{id}-text")),
    };
    let back = if ui.actor.is_some() { "/desk" } else { "/" };
    let fields = if matches!(error, Error::NotFound | Error::TooLarge(_)) { Vec::new() } else { typed(form) };
    let page = ErrorPage { ui, heading: ui.t(id), sentence, back, action: ui.path.clone(), fields };
    let answer = page.render().map_or_else(|error| Answer::text(error.to_string()), Answer::html).status(status);
    match error {
        Error::Busy => answer.header(header::RETRY_AFTER, "2"),
        _ => answer,
    }
}

/// What somebody wrote, passwords apart; a form of mere choices is nothing to lose.
fn typed(form: &Fields) -> Vec<(String, String)> {
    let fields: Vec<(String, String)> =
        form.typed().filter(|(name, _)| !name.contains("password")).map(|(n, v)| (n.clone(), v.clone())).collect();
    let prose = |value: &str| !value.is_ascii() || value.contains(char::is_whitespace) || value.len() > 64;
    let wrote = fields.iter().any(|(_, value)| prose(value));
    if wrote { fields } else { Vec::new() }
}

/// Both texts, their difference, and the form once more: nothing that was typed is lost.
fn stale_page(ui: &Ui, stale: &Stale, form: &Fields) -> Answer {
    let mut fields = Vec::new();
    let mut others = Vec::new();
    for (name, mine) in form.typed() {
        let mine = mine.replace("\r\n", "\n");
        match stale.theirs.iter().find(|(key, _)| key == name) {
            Some((_, theirs)) => {
                let pieces = diff::words(theirs, &mine);
                fields.push(Compared { name: name.clone(), mine, theirs: theirs.clone(), pieces });
            }
            None if name != stale.field => others.push((name.clone(), mine)),
            None => {}
        }
    }
    for (name, theirs) in stale.theirs.iter().filter(|(name, _)| form.all(name).is_empty()) {
        let pieces = vec![Piece { change: Change::Same, text: theirs.clone() }];
        fields.push(Compared { name: (*name).to_owned(), mine: theirs.clone(), theirs: theirs.clone(), pieces });
    }
    others.push((stale.field.to_owned(), stale.current.clone()));
    others.push((GUARD.to_owned(), ui.guard.clone()));
    let page = StalePage { ui, action: ui.path.clone(), fields, others };
    page.render().map_or_else(|error| Answer::text(error.to_string()), Answer::html)
}
