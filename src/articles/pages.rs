//! Articles at the desk: the list, adding one, the text with its claims.

use std::collections::HashMap;

use actix_web::http::StatusCode;
use askama::Template;

use super::rules::{About, ArticleId, ArticleKind, Material};
use super::show::{self, Mark, Part, Place};
use super::store::{self, Added, Article, Listed, Version};
use crate::checks::show::{ClaimLine, lines};
use crate::claims::rules::Wording;
use crate::claims::store as claims;
use crate::error::{Error, Result, Say};
use crate::people::access;
use crate::people::rules::PersonId;
use crate::people::store::{self as people, Person};
use crate::text::anchor::{self, Anchor};
use crate::web::{Answer, Ask, Filled, Paging, Reading, Ui, done};

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

#[derive(Template)]
#[template(path = "articles/show.html")]
struct ShowPage<'a> {
    ui: &'a Ui,
    article: Article,
    version: Version,
    part: Part,
    claims: Vec<ClaimLine>,
    form: Filled,
    people: Vec<Person>,
    named: Vec<PersonId>,
}

#[derive(Template)]
#[template(path = "articles/choose.html")]
struct ChoosePage<'a> {
    ui: &'a Ui,
    article: Article,
    version: String,
    wanted: String,
    exact: bool,
    places: Vec<Place>,
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

/// `POST /desk/articles`: paste and upload are one path.
pub async fn create(ask: Ask) -> Result<Answer> {
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
        Added::New(article) => done(format!("/desk/articles/{}", article.id), "article-added"),
        Added::Known(id) => {
            let form = ask.filled(&crate::error::Faults(vec![("text", Say::new("article-known"))]));
            let page = NewPage { ui: &ask.ui, form, known: format!("/desk/articles/{id}") };
            Ok(ask.page(&page)?.status(StatusCode::CONFLICT))
        }
    }
}

/// `GET /desk/articles/{id}`
pub async fn one(ask: Ask) -> Result<Answer> {
    show_page(&ask, None).await
}

async fn show_page(ask: &Ask, form: Option<Filled>) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let (part_asked, ui) = (ask.query_as("part").unwrap_or(1), ask.ui.clone());
    let (article, version, claims, people, named, part) = ask
        .app
        .read(move |db| {
            let article = store::find(db, &actor, &id)?;
            let version = store::newest(db, &id)?;
            let found = claims::in_article(db, &actor, &id)?;
            let claims = lines(db, found)?;
            let marks = marks(&ui, &version, &claims);
            let part = show::part(&version.text, &article.language, part_asked, &marks);
            Ok((article, version, claims, people::active(db)?, access::named_ids(db, id.as_str())?, part))
        })
        .await?;
    let form = form.unwrap_or_else(|| about_form(&article));
    ask.page(&ShowPage { ui: &ask.ui, article, version, part, claims, form, people, named })
}

fn about_form(article: &Article) -> Filled {
    let date = article.published_on.map(|date| date.to_string()).unwrap_or_default();
    Filled::with(&[
        ("kind", article.kind.to_string()),
        ("title", article.title.clone()),
        ("outlet", article.outlet.clone()),
        ("author", article.author.clone()),
        ("url", article.url.clone().unwrap_or_default()),
        ("published_on", date),
        ("language", article.language.clone()),
        ("freely_showable", if article.freely_showable { "yes".into() } else { String::new() }),
        ("revision", article.revision.to_string()),
    ])
}

fn marks(ui: &Ui, version: &Version, claims: &[ClaimLine]) -> Vec<Mark> {
    let marked = claims.iter().filter(|line| line.claim.version_id.as_ref() == Some(&version.id));
    marked
        .filter_map(|line| {
            let label = ui.t2("claim-mark", "n", line.n, "state", line.says(ui));
            Some(Mark {
                n: line.n,
                start: usize::try_from(line.claim.start_at?).ok()?,
                end: usize::try_from(line.claim.end_at?).ok()?,
                state: line.state.clone(),
                tone: line.tone.clone(),
                icon: line.icon.clone(),
                label,
            })
        })
        .collect()
}

/// `GET /desk/articles/{id}/original`: the bytes exactly as they were given.
pub async fn original(ask: Ask) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let version = ask
        .app
        .read(move |db| {
            store::find(db, &actor, &id)?;
            store::newest(db, &id)
        })
        .await?;
    let name = version.filename.clone().unwrap_or_else(|| "article.txt".into());
    let bytes = ask.app.work(move |app| app.blobs().get(&version.blob)).await?;
    Ok(Answer::download(&name, bytes))
}

/// `POST /desk/articles/{id}`
pub async fn change(ask: Ask) -> Result<Answer> {
    let id: ArticleId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let about = About::read(&mut reading);
    let seen = reading.revision();
    match ask.faults(reading.done(about))? {
        Err(form) => Ok(show_page(&ask, Some(form)).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(about) => {
            let path = format!("/desk/articles/{id}");
            ask.app.write(&ask.actor()?, move |tx| store::change(tx, &id, about, seen)).await?;
            done(path, "saved")
        }
    }
}

/// `POST /desk/articles/{id}/access`
pub async fn restrict(ask: Ask) -> Result<Answer> {
    let id: ArticleId = ask.key("id")?;
    let path = format!("/desk/articles/{id}");
    let (restricted, people) = (ask.form.has("restricted", "yes"), Reading::new(&ask.form).many("person"));
    ask.app.write(&ask.actor()?, move |tx| store::restrict(tx, &id, restricted, &people)).await?;
    done(path, "access-changed")
}

/// `POST /desk/articles/{id}/claims`: marks what was selected, ticked or typed.
pub async fn mark(ask: Ask) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let (article, version) =
        ask.app.read(move |db| Ok((store::find(db, &actor, &id)?, store::newest(db, &id)?))).await?;
    if ask.form.one("version") != version.id.as_str() {
        return Err(Error::refused("version-newer"));
    }
    let chosen = match chosen(&ask, &version)? {
        Chosen::Spans(anchors) => anchors,
        Chosen::Ask(wanted, exact, places) => {
            let version = version.id.to_string();
            let page = ChoosePage { ui: &ask.ui, article, version, wanted, exact, places };
            return Ok(ask.page(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    let path = format!("/desk/articles/{}", article.id);
    let count = chosen.len();
    let first = ask.app.write(&ask.actor()?, move |tx| mark_all(tx, &article, &version, chosen)).await?;
    match first {
        Some(claim) if count == 1 => done(format!("/desk/claims/{claim}"), "claim-marked"),
        _ => done(path, "claims-marked"),
    }
}

fn mark_all(
    tx: &mut crate::tx::Tx,
    article: &Article,
    version: &Version,
    anchors: Vec<Anchor>,
) -> Result<Option<crate::claims::rules::ClaimId>> {
    let by = tx.by.clone();
    let known = claims::in_article(tx.db, &by, &article.id)?;
    let mut first = None;
    for anchor in anchors {
        let place = (i32::try_from(anchor.start).ok(), i32::try_from(anchor.end).ok());
        let claim = match known.iter().find(|claim| (claim.start_at, claim.end_at) == place) {
            Some(claim) => claim.clone(),
            None => {
                let wording = prefilled(article, &anchor.exact);
                claims::mark(tx, article, version, anchor, wording)?
            }
        };
        first.get_or_insert(claim.id);
    }
    Ok(first)
}

/// The statement to begin with: the quote on one line, without the quotation marks around it.
fn prefilled(article: &Article, exact: &str) -> Wording {
    let line = exact.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = line.trim_matches(|c| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | ','));
    let statement: String = if bare.is_empty() { line.clone() } else { bare.to_owned() };
    Wording {
        statement: statement.chars().take(2000).collect(),
        language: article.language.clone(),
        claimant: None,
        topics: Vec::new(),
    }
}

enum Chosen {
    Spans(Vec<Anchor>),
    /// The words, whether these are exact hits, and the places.
    Ask(String, bool, Vec<Place>),
}

fn chosen(ask: &Ask, version: &Version) -> Result<Chosen> {
    let text = &version.text;
    let none = || crate::error::Faults::of("sentence", Say::new("mark-nothing"));
    let point = |name: &str| ask.form.one(name).parse::<usize>().ok();
    let ticked = ticked(&ask.form.all("sentence"));
    let words = ask.form.one("exact").trim();
    let spans = match (point("start"), point("end")) {
        (Some(start), Some(end)) => vec![(start, end)],
        _ if !ticked.is_empty() => join(text, ticked),
        _ if words.is_empty() => return Err(none()),
        _ => match anchor::find_pasted(text, words, 20).as_slice() {
            [only] => vec![(only.start, only.end)],
            [] => {
                let near = anchor::nearest(text, words, 5);
                let places = near.iter().map(|n| Place::of(text, n.start, n.end, Some(n.likeness))).collect();
                return Ok(Chosen::Ask(words.to_owned(), false, places));
            }
            several => {
                let places = several.iter().map(|found| Place::of(text, found.start, found.end, None)).collect();
                return Ok(Chosen::Ask(words.to_owned(), true, places));
            }
        },
    };
    let anchors: Vec<Anchor> = spans.into_iter().filter_map(|(start, end)| anchor::anchor(text, start, end)).collect();
    if anchors.is_empty() {
        return Err(none());
    }
    match anchors.iter().any(|anchor| anchor.exact.chars().count() > 5000) {
        true => Err(crate::error::Faults::of("sentence", Say::new("mark-long"))),
        false => Ok(Chosen::Spans(anchors)),
    }
}

fn ticked(values: &[&str]) -> Vec<(usize, usize)> {
    let mut spans: Vec<(usize, usize)> = values
        .iter()
        .filter_map(|value| value.split_once('-'))
        .filter_map(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)))
        .collect();
    spans.sort_unstable();
    spans.truncate(200);
    spans
}

/// Sentences that follow one another with nothing but white space between become one claim.
fn join(text: &str, spans: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut joined: Vec<(usize, usize)> = Vec::new();
    for (start, end) in spans {
        match joined.last_mut() {
            Some(last)
                if crate::text::offsets::slice(text, last.1, start)
                    .is_some_and(|gap| gap.chars().all(char::is_whitespace)) =>
            {
                last.1 = end;
            }
            _ => joined.push((start, end)),
        }
    }
    joined
}
