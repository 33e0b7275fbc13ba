//! Whether something has been checked before: a pasted post, and what people say of the matches of a claim.

use askama::Template;

use super::matches::{self, MatchRuling, Other, Saying};
use super::rules::ClaimId;
use crate::error::{Error, Result};
use crate::finding::similar::{self, Said, Similars};
use crate::web::{Answer, Ask, Reading, Ui, done};

/// Longer posts are cut: what is claimed stands at their beginning.
const TYPED: usize = 5_000;

#[derive(Template)]
#[template(path = "claims/matches.html")]
struct MatchesPage<'a> {
    ui: &'a Ui,
    text: String,
    matches: Similars,
}

/// `GET /desk/matches?text=…`
pub async fn matches(ask: Ask) -> Result<Answer> {
    let (actor, text) = (ask.actor()?, ask.query("text").trim().chars().take(TYPED).collect::<String>());
    let said = text.clone();
    let matches = ask
        .app
        .work(move |app| {
            if said.is_empty() {
                return Ok(Similars::default());
            }
            app.database().read(|db| similar::of(app, db, &actor, &Said { text: &said, lang: None, claim: None }))
        })
        .await?;
    ask.page(&MatchesPage { ui: &ask.ui, text, matches })
}

/// What a form says of a match: a ruling, or that it is taken back.
pub fn said_of(ask: &Ask) -> Result<(Other, Option<MatchRuling>)> {
    let other = Other::read(ask.form.one("other")).ok_or_else(|| Error::bad_request("unknown-choice"))?;
    let ruling = match ask.form.one("ruling") {
        "none" => None,
        word => Some(word.parse().map_err(|_| Error::bad_request("unknown-choice"))?),
    };
    Ok((other, ruling))
}

/// `POST /desk/claims/{id}/matches`
pub async fn rule(ask: Ask) -> Result<Answer> {
    let id: ClaimId = ask.key("id")?;
    let path = format!("/desk/claims/{id}");
    if ask.form.one("ruling") == "duplicate" {
        let Some(Other::Claim(of)) = Other::read(ask.form.one("other")) else {
            return Err(Error::bad_request("unknown-choice"));
        };
        let mut reading = Reading::new(&ask.form);
        let seen = reading.revision();
        let seen = reading.done(seen)?;
        ask.app.write(&ask.actor()?, move |tx| matches::confirm_duplicate(tx, &id, &of, seen)).await?;
        return done(path, "triaged");
    }
    let (other, ruling) = said_of(&ask)?;
    ask.app.write(&ask.actor()?, move |tx| matches::rule(tx, &Saying::Claim(id), &other, ruling)).await?;
    done(format!("{path}#matches"), "match-ruled")
}
