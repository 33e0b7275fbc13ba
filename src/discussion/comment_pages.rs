//! What the desk says about a claim.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use askama::Template;

use super::comments::{self, Comment, CommentId, NewComment, Thread};
use super::rules::{About, CommentState};
use crate::claims::rules::ClaimId;
use crate::claims::store as claims;
use crate::db::Moment;
use crate::error::Result;
use crate::people::rules::Act;
use crate::people::store::{self as people, Person};
use crate::web::{Answer, Ask, Filled, Reading, Ui, done};

#[derive(Template)]
#[template(path = "discussion/threads.html")]
struct ThreadsPage<'a> {
    ui: &'a Ui,
    form: Filled,
    claim: ClaimId,
    statement: String,
    check: Option<String>,
    threads: Vec<Thread>,
    people: Vec<Person>,
    names: HashMap<String, String>,
    earlier: HashMap<String, Vec<(Moment, String)>>,
}

impl ThreadsPage<'_> {
    fn by(&self, comment: &Comment) -> &str {
        self.names.get(comment.created_by.as_str()).map_or("", String::as_str)
    }

    fn mine(&self, comment: &Comment) -> bool {
        self.ui.actor.as_ref().is_some_and(|actor| actor.id == comment.created_by)
    }

    fn removable(&self, comment: &Comment) -> bool {
        self.mine(comment) || self.ui.may(Act::Approve)
    }

    fn before(&self, comment: &Comment) -> &[(Moment, String)] {
        self.earlier.get(comment.id.as_str()).map_or(&[], Vec::as_slice)
    }

    fn number(&self, comment: &Comment) -> i32 {
        comment.number.unwrap_or_default()
    }

    fn all<'b>(&self, thread: &'b Thread) -> Vec<&'b Comment> {
        std::iter::once(&thread.first).chain(&thread.answers).collect()
    }
}

/// `GET /desk/claims/{id}/discussion`
pub async fn discussion(ask: Ask) -> Result<Answer> {
    let about = ask.query("about").to_owned();
    page(&ask, Filled::with(&[("about", if about.is_empty() { "claim".into() } else { about })])).await
}

async fn page(ask: &Ask, form: Filled) -> Result<Answer> {
    let (id, actor): (ClaimId, _) = (ask.key("id")?, ask.actor()?);
    let claim = id.clone();
    let (statement, check, threads, people, names, earlier) = ask
        .app
        .read(move |db| {
            let statement = claims::find(db, &actor, &claim)?.statement;
            let check = crate::checks::store::of_claim(db, &claim)?.first().map(|check| check.id.to_string());
            let threads = comments::threads(db, &actor, &claim)?;
            let all = || threads.iter().flat_map(|thread| std::iter::once(&thread.first).chain(&thread.answers));
            let authors: Vec<String> = all().map(|comment| comment.created_by.to_string()).collect();
            let edited: Vec<String> =
                all().filter(|comment| comment.edited_at.is_some()).map(|comment| comment.id.to_string()).collect();
            let names = people::names(db, &authors)?.into_iter().collect();
            let earlier = comments::earlier(db, &edited)?;
            Ok((statement, check, threads, people::active(db)?, names, earlier))
        })
        .await?;
    ask.page(&ThreadsPage { ui: &ask.ui, form, claim: id, statement, check, threads, people, names, earlier })
}

/// `claim`, `draft`, `evidence:3`.
fn about_of(typed: &str) -> (About, Option<i32>) {
    let (about, number) = typed.split_once(':').unwrap_or((typed, ""));
    (about.parse().unwrap_or(About::Claim), number.parse().ok())
}

/// `POST /desk/claims/{id}/discussion`
pub async fn add(ask: Ask) -> Result<Answer> {
    let claim: ClaimId = ask.key("id")?;
    let path = format!("/desk/claims/{claim}/discussion");
    let mut reading = Reading::new(&ask.form);
    let (about, number) = about_of(ask.form.one("about"));
    let (parent, exact) = (reading.optional("parent"), reading.text("exact", 2000));
    let body = reading.required("body", 8000);
    match ask.faults(reading.done((parent, exact, body)))? {
        Err(form) => Ok(page(&ask, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok((parent, exact, body)) => {
            let new = NewComment { claim, parent, about, number, exact, body };
            let comment = ask.app.write(&ask.actor()?, move |tx| comments::add(tx, new)).await?;
            done(format!("{path}#comment-{}", comment.id), "comment-added")
        }
    }
}

/// `POST /desk/claims/{id}/discussion/{comment}`
pub async fn edit(ask: Ask) -> Result<Answer> {
    let (claim, id): (ClaimId, CommentId) = (ask.key("id")?, ask.key("comment")?);
    let path = format!("/desk/claims/{claim}/discussion#comment-{id}");
    let mut reading = Reading::new(&ask.form);
    let (body, seen) = (reading.required("body", 8000), reading.revision());
    match ask.faults(reading.done(body))? {
        Err(form) => Ok(page(&ask, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(body) => {
            ask.app.write(&ask.actor()?, move |tx| comments::edit(tx, &claim, &id, &body, seen)).await?;
            done(path, "saved")
        }
    }
}

/// `POST /desk/claims/{id}/discussion/{comment}/state`
pub async fn set_state(ask: Ask) -> Result<Answer> {
    let (claim, id): (ClaimId, CommentId) = (ask.key("id")?, ask.key("comment")?);
    let state: CommentState = ask.form.one("state").parse()?;
    let path = format!("/desk/claims/{claim}/discussion#comment-{id}");
    ask.app.write(&ask.actor()?, move |tx| comments::set_state(tx, &claim, &id, state)).await?;
    done(path, "saved")
}
