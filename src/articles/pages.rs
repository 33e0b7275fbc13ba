//! Articles at the desk: the list, adding one, the original bytes, who may see it.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use askama::Template;

use super::known_pages;
use super::rules::{About, ArticleId, ArticleKind};
use super::store::{self, Added, Listed};
use crate::claims::store as claims;
use crate::error::{Error, Result, Say};
use crate::evidence::captures;
use crate::reading::Material;
use crate::web::form::Fields;
use crate::web::{Answer, Ask, Filled, Paging, Reading, Ui, done};

/// What somebody may have typed about an article that is still to be fetched.
const WANTED: [&str; 7] = ["title", "outlet", "author", "url", "published_on", "kind", "freely_showable"];

#[derive(Template)]
#[template(path = "articles/list.html")]
struct ListPage<'a> {
    ui: &'a Ui,
    listed: Vec<Listed>,
    counts: HashMap<ArticleId, i64>,
    kind: Option<ArticleKind>,
    paging: Paging,
}

impl ListPage<'_> {
    fn claims(&self, line: &Listed) -> i64 {
        self.counts.get(&line.article.id).copied().unwrap_or(0)
    }
}

#[derive(Template)]
#[template(path = "articles/new.html")]
struct NewPage<'a> {
    ui: &'a Ui,
    form: Filled,
    known: String,
}

/// `GET /desk/articles`
pub async fn list(ask: Ask) -> Result<Answer> {
    let (actor, kind, mut paging) = (ask.actor()?, ask.query_as("kind"), ask.paging());
    let asked = paging.clone();
    let (rows, counts) = ask
        .app
        .read(move |db| {
            let rows = store::list(db, &actor, kind, &asked)?;
            let ids: Vec<ArticleId> = rows.iter().map(|line| line.article.id.clone()).collect();
            let counts = claims::count_in(db, &actor, &ids)?;
            Ok((rows, counts))
        })
        .await?;
    let listed = paging.cut(rows);
    ask.page(&ListPage { ui: &ask.ui, listed, counts, kind, paging })
}

/// `GET /desk/articles/new`
pub async fn new(ask: Ask) -> Result<Answer> {
    let language = ask.ui.desk.language.clone();
    let form = Filled::with(&[("kind", "public".into()), ("language", language)]);
    ask.page(&NewPage { ui: &ask.ui, form, known: String::new() })
}

/// `POST /desk/articles`: paste and upload are one path; without either, the article is fetched from its address.
pub async fn create(ask: Ask) -> Result<Answer> {
    if ask.form.file().is_none() && ask.form.one("text").trim().is_empty() && !ask.form.one("url").trim().is_empty() {
        return fetch(&ask).await;
    }
    let form = ask.form.clone();
    let read = ask.app.work(move |app| {
        let mut reading = Reading::new(&form);
        let material = Material::from_form(&form, "text").map_err(|say| reading.fault("text", say)).ok();
        let about = About::read(&mut reading);
        let Some(material) = reading.done(material)? else { return Err(Error::bad_request("form-broken")) };
        let blob = app.blobs().put(&material.bytes)?;
        Ok((about, material, blob))
    });
    let (about, material, blob) = match ask.faults(read.await)? {
        Ok(read) => read,
        Err(form) => {
            let page = NewPage { ui: &ask.ui, form, known: String::new() };
            return Ok(ask.page(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    match ask.app.write(&ask.actor()?, move |tx| store::add(tx, about, &material, &blob)).await? {
        Added::New(article) => {
            let (path, id) = (format!("/desk/articles/{}", article.id), article.id);
            if known_pages::says_something_known(&ask, id).await? {
                return done(format!("{path}/known"), "article-added-known");
            }
            done(path, "article-added")
        }
        Added::Known(id) => {
            let form = ask.filled(&crate::error::Faults(vec![("text", Say::new("article-known"))]));
            let page = NewPage { ui: &ask.ui, form, known: format!("/desk/articles/{id}") };
            Ok(ask.page(&page)?.status(StatusCode::CONFLICT))
        }
    }
}

/// What was typed waits with the capture; what was not is filled in from the page.
async fn fetch(ask: &Ask) -> Result<Answer> {
    // Everything as it will be read when the page has come, the title apart, which the page may give.
    let typed = ask.form.typed().filter(|(name, value)| name != "title" || !value.trim().is_empty()).cloned();
    let mut whole = Fields::from_pairs(typed.collect());
    if whole.one("title").is_empty() {
        whole.set("title", "?");
    }
    let mut reading = Reading::new(&whole);
    let about = About::read(&mut reading);
    let (url, language) = (about.url, about.language);
    if let Some(failed) = url.as_deref().and_then(|url| ask.app.fetcher().check(url).err()) {
        reading.fault("url", Say::new(failed.key()));
    }
    let url = match ask.faults(reading.done(url))? {
        Ok(url) => url.ok_or_else(|| Error::bad_request("form-broken"))?,
        Err(form) => {
            let page = NewPage { ui: &ask.ui, form, known: String::new() };
            return Ok(ask.page(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    let wanted: Vec<(&str, &str)> = WANTED.iter().map(|name| (*name, ask.form.one(name))).collect();
    let mut wanted = serde_json::to_value(wanted)?;
    if let Some(pairs) = wanted.as_array_mut() {
        pairs.push(serde_json::json!(["language", language]));
    }
    let id = ask.app.write(&ask.actor()?, move |tx| captures::of_article(tx, &url, wanted.to_string())).await?;
    done(format!("/desk/captures/{id}"), "capture-asked")
}

/// `GET /desk/articles/{id}/original`: the bytes exactly as they were given.
pub async fn original(ask: Ask) -> Result<Answer> {
    original_of(&ask, None).await
}

/// The bytes of one version, or of the newest.
pub(super) async fn original_of(ask: &Ask, number: Option<i32>) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let version = ask
        .app
        .read(move |db| {
            store::find(db, &actor, &id)?;
            match number {
                Some(number) => store::numbered(db, &id, number),
                None => store::newest(db, &id),
            }
        })
        .await?;
    let name = version.filename.clone().unwrap_or_else(|| "article.txt".into());
    let bytes = ask.app.work(move |app| app.blobs().get(&version.blob)).await?;
    Ok(Answer::download(&name, bytes))
}

/// `POST /desk/articles/{id}/access`
pub async fn restrict(ask: Ask) -> Result<Answer> {
    let id: ArticleId = ask.key("id")?;
    let path = format!("/desk/articles/{id}");
    let (restricted, people) = (ask.form.has("restricted", "yes"), Reading::new(&ask.form).many("person"));
    ask.app.write(&ask.actor()?, move |tx| store::restrict(tx, &id, restricted, &people)).await?;
    done(path, "access-changed")
}
