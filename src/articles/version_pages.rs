//! The versions of an article: adding one, reading an older one, what changed between two, where its claims now stand.

use actix_web::http::StatusCode;
use askama::Template;

use super::rules::ArticleId;
use super::show::{self, Part, Place as Passage};
use super::store::{self, Article, Version, VersionLine};
use super::view::{self, View};
use crate::checks::show::{ClaimLine, lines};
use crate::claims::carrying::{self, Carried};
use crate::claims::places::{self, Place, PlaceState, Ruling, Saying};
use crate::claims::rules::ClaimId;
use crate::claims::store as claims;
use crate::error::{Error, Result, Say};
use crate::people::store as people;
use crate::reading::Material;
use crate::text::diff::{self, Beside, Change, Piece, Shown};
use crate::web::{Answer, Ask, Filled, Paging, Reading, Ui, done};

#[derive(Template)]
#[template(path = "articles/versions.html")]
struct VersionsPage<'a> {
    ui: &'a Ui,
    article: Article,
    versions: Vec<(VersionLine, String)>,
    form: Filled,
}

impl VersionsPage<'_> {
    fn newest(&self) -> &str {
        self.versions.first().map_or("", |(line, _)| line.id.as_str())
    }
}

#[derive(Template)]
#[template(path = "articles/version.html")]
struct VersionPage<'a> {
    ui: &'a Ui,
    article: Article,
    version: Version,
    newest: bool,
    part: Part,
    claims: Vec<ClaimLine>,
}

#[derive(Template)]
#[template(path = "articles/difference.html")]
struct DifferencePage<'a> {
    ui: &'a Ui,
    article: Article,
    from: i32,
    to: i32,
    pieces: Vec<Shown>,
    rows: Vec<Beside>,
    beside: bool,
    same: bool,
    paging: Paging,
}

#[derive(Template)]
#[template(path = "articles/places.html")]
struct PlacesPage<'a> {
    ui: &'a Ui,
    article: Article,
    version: Version,
    open: Vec<OpenPlace>,
    settled: Carried,
    /// Whether those that need nobody any more are listed too: every decision can be made anew.
    all: bool,
    /// Of all that are open, on every page.
    waiting: usize,
    typography: usize,
    paging: Paging,
}

/// Stretches or rows of a difference on one page.
const STRETCHES: usize = 500;

/// Code points around a change.
const CONTEXT: usize = 240;

/// A claim whose passage a person has to look at.
struct OpenPlace {
    line: ClaimLine,
    place: Place,
    /// Old words against the new ones, where there are new ones.
    changes: Vec<Piece>,
    here: Option<Passage>,
    others: Vec<Passage>,
}

impl OpenPlace {
    /// The same rule as behind the buttons: once a claim has a check, whoever may draft.
    fn may_decide(&self, ui: &Ui) -> bool {
        if self.line.check.is_some() { ui.may_draft() } else { ui.may_add() }
    }
}

/// `GET /desk/articles/{id}/versions`
pub async fn list(ask: Ask) -> Result<Answer> {
    versions_page(&ask, Filled::default()).await
}

async fn versions_page(ask: &Ask, form: Filled) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let (article, versions) = ask
        .app
        .read(move |db| {
            let article = store::find(db, &actor, &id)?;
            let found = store::versions(db, &id)?;
            let ids: Vec<String> = found.iter().map(|line| line.created_by.clone()).collect();
            let names = people::names(db, &ids)?;
            let named = |id: &str| names.iter().find(|(it, _)| it == id).map(|(_, name)| name.clone());
            let versions: Vec<(VersionLine, String)> =
                found.into_iter().map(|line| (line.clone(), named(&line.created_by).unwrap_or_default())).collect();
            Ok((article, versions))
        })
        .await?;
    ask.page(&VersionsPage { ui: &ask.ui, article, versions, form })
}

/// `POST /desk/articles/{id}/versions`: a new version, pasted or uploaded; every claim is carried over with it.
pub async fn create(ask: Ask) -> Result<Answer> {
    let id: ArticleId = ask.key("id")?;
    let form = ask.form.clone();
    let read = ask.app.work(move |app| {
        let mut reading = Reading::new(&form);
        let material = Material::from_form(&form, "text").map_err(|say| reading.fault("text", say)).ok();
        let Some(material) = reading.done(material)? else { return Err(Error::bad_request("form-broken")) };
        let blob = app.blobs().put(&material.bytes)?;
        Ok((material, blob))
    });
    let outcome = match read.await {
        Ok((material, blob)) => {
            let (article, seen, actor) = (id.clone(), ask.form.one("version").to_owned(), ask.actor()?);
            let sought = ask
                .app
                .read(move |db| {
                    store::find(db, &actor, &article)?;
                    carrying::seek(db, &article)
                })
                .await?;
            let (material, found) = ask
                .app
                .work(move |_| {
                    let found = sought.find(&material.text);
                    Ok((material, found))
                })
                .await?;
            let article = id.clone();
            ask.app
                .write(&ask.actor()?, move |tx| {
                    let version = store::add_version(tx, &article, &seen, &material, &blob)?;
                    carrying::carry(tx, &version, found)
                })
                .await
        }
        Err(fault) => Err(fault),
    };
    match ask.faults(outcome)? {
        Ok(carried) if carried.open > 0 => done(format!("/desk/articles/{id}/places"), "version-added-look"),
        Ok(_) => done(format!("/desk/articles/{id}"), "version-added"),
        Err(form) => Ok(versions_page(&ask, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
    }
}

/// `GET /desk/articles/{id}/versions/{n}`, or `{a}...{b}` for what changed between two.
pub async fn one(ask: Ask) -> Result<Answer> {
    if let Some((from, to)) = ask.param("n")?.split_once("...") {
        let number = |text: &str| text.parse::<i32>().ok().filter(|n| n.to_string() == text).ok_or(Error::NotFound);
        return difference(&ask, number(from)?, number(to)?).await;
    }
    let (id, actor, number): (ArticleId, _, _) = (ask.key("id")?, ask.actor()?, ask.number("n")?);
    let (wanted, ui) = (ask.query_as("part").unwrap_or(1), ask.ui.clone());
    let (article, version, newest, claims, part) = ask
        .app
        .read(move |db| {
            let article = store::find(db, &actor, &id)?;
            let version = store::numbered(db, &id, number)?;
            let newest = store::newest(db, &id)?.id == version.id;
            let found = claims::in_article(db, &actor, &id)?;
            let places = places::in_version(db, &version.id, &found)?;
            let mut found: Vec<_> = found.into_iter().filter(|claim| places.of(&claim.id).is_some()).collect();
            found.sort_by_key(|claim| places.of(&claim.id).map_or(usize::MAX, |it| it.start));
            let claims = lines(db, found)?;
            let marks = view::marks(&claims, &places, &ui);
            let part = show::part(&version.text, &article.language, wanted, &marks);
            Ok((article, version, newest, claims, part))
        })
        .await?;
    ask.page(&VersionPage { ui: &ask.ui, article, version, newest, part, claims })
}

/// `GET /desk/articles/{id}/versions/{n}/original`: the bytes of that version exactly as they were given.
pub async fn original(ask: Ask) -> Result<Answer> {
    super::pages::original_of(&ask, Some(ask.number("n")?)).await
}

async fn difference(ask: &Ask, from: i32, to: i32) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let beside = ask.query("look") == "beside";
    let (article, old, new) = ask
        .app
        .read(move |db| {
            let article = store::find(db, &actor, &id)?;
            Ok((article, store::numbered(db, &id, from)?.text, store::numbered(db, &id, to)?.text))
        })
        .await?;
    let compared = ask.app.work(move |_| {
        let pieces = diff::words(&old, &new);
        let same = pieces.iter().all(|piece| piece.change == Change::Same);
        Ok(match beside {
            true => (same, Vec::new(), diff::side_by_side(&pieces)),
            false => (same, diff::shortened(pieces, CONTEXT), Vec::new()),
        })
    });
    let (same, pieces, rows) = compared.await?;
    let mut paging = ask.paging();
    let first = usize::try_from(paging.page - 1).unwrap_or(0).saturating_mul(STRETCHES);
    paging.more = pieces.len().max(rows.len()) > first + STRETCHES;
    let pieces = pieces.into_iter().skip(first).take(STRETCHES).collect();
    let rows = rows.into_iter().skip(first).take(STRETCHES).collect();
    ask.page(&DifferencePage { ui: &ask.ui, article, from, to, pieces, rows, beside, same, paging })
}

/// `GET /desk/articles/{id}/places`: the claims that a person has to find again, or let go.
pub async fn places(ask: Ask) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let view = ask.app.read(move |db| view::load(db, &actor, &id)).await?;
    let mut settled = Carried::default();
    for place in view.places.rows.values() {
        match place.state {
            PlaceState::Exact => settled.exact += 1,
            PlaceState::Moved => settled.moved += 1,
            _ => {}
        }
    }
    let typography = view.places.open().filter(|place| place.typography_only()).count();
    let (waiting, all) = (view.places.open().count(), ask.query("show") == "all");
    let mut paging = ask.paging();
    let asked = paging.clone();
    let (open, view) = ask.app.work(move |_| Ok((listed(&view, all, &asked), view))).await?;
    let open = paging.cut(open);
    ask.page(&PlacesPage {
        ui: &ask.ui,
        article: view.article,
        version: view.version,
        open,
        settled,
        all,
        waiting,
        typography,
        paging,
    })
}

/// One page of the claims that wait for a person, or of all, in the order of the article.
fn listed(view: &View, all: bool, paging: &Paging) -> Vec<OpenPlace> {
    let text = &view.version.text;
    let mut waiting: Vec<(usize, &Place)> = view
        .places
        .rows
        .values()
        .filter(|place| all || place.decision == Ruling::Open)
        .filter_map(|place| Some((view.claims.iter().position(|line| line.claim.id == place.claim_id)?, place)))
        .collect();
    waiting.sort_by_key(|(n, _)| *n);
    let size = |it: i64| usize::try_from(it).unwrap_or(0);
    waiting
        .into_iter()
        .skip(size(paging.offset()))
        .take(size(paging.limit()))
        .filter_map(|(n, place)| {
            let line = view.claims.get(n)?.clone();
            let at = view.places.of(&place.claim_id);
            let others = place.offered().into_iter().filter(|it| Some(*it) != at.map(|at| (at.start, at.end)));
            Some(OpenPlace {
                changes: place.exact.as_ref().map(|new| diff::words(&place.from_exact, new)).unwrap_or_default(),
                here: at.map(|at| Passage::of(text, at.start, at.end, None)),
                others: others.take(10).map(|(start, end)| Passage::of(text, start, end, None)).collect(),
                line,
                place: place.clone(),
            })
        })
        .collect()
}

/// `POST /desk/articles/{id}/places`: confirms at once all that differ in typography only.
pub async fn confirm(ask: Ask) -> Result<Answer> {
    let (id, wanted): (ArticleId, _) = (ask.key("id")?, ask.form.one("version").to_owned());
    let path = format!("/desk/articles/{id}/places");
    ask.app
        .write(&ask.actor()?, move |tx| {
            let by = tx.by.clone();
            store::find(tx.db, &by, &id)?;
            let version = store::newest(tx.db, &id)?;
            places::newest_only(&version, &wanted)?;
            let found = claims::in_article(tx.db, &by, &id)?;
            places::confirm_typography(tx, &found, &version)
        })
        .await?;
    done(path, "place-decided")
}

/// `POST /desk/articles/{id}/places/{claim}`: a person says where a claim now stands, or that it is gone.
pub async fn decide(ask: Ask) -> Result<Answer> {
    let (id, claim, actor): (ArticleId, ClaimId, _) = (ask.key("id")?, ask.key("claim")?, ask.actor()?);
    let mut reading = Reading::new(&ask.form);
    let seen = reading.revision();
    let point = |name: &str| ask.form.one(name).parse::<usize>().ok();
    let saying = match (ask.form.one("saying"), point("start").zip(point("end"))) {
        ("gone", _) => Saying::Gone,
        ("here", Some((start, end))) => Saying::Here(start, end),
        _ => return Err(Error::BadRequest(Say::new("unknown-choice"))),
    };
    let seen = reading.done(seen)?;
    let path = format!("/desk/articles/{id}/places");
    let wanted = ask.form.one("version").to_owned();
    ask.app
        .write(&actor, move |tx| {
            let by = tx.by.clone();
            store::find(tx.db, &by, &id)?;
            let version = store::newest(tx.db, &id)?;
            places::newest_only(&version, &wanted)?;
            places::decide(tx, &claim, &version, seen, saying)
        })
        .await?;
    done(path, "place-decided")
}
