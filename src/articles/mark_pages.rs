//! Marking claims in an article: what was selected, ticked or typed.

use actix_web::http::StatusCode;
use askama::Template;

use super::line_pages::back;
use super::rules::ArticleId;
use super::show::Place;
use super::store::{self as articles, Article, Version};
use super::view::{self, View};
use crate::app::App;
use crate::claims::places;
use crate::claims::rules::{ClaimId, Wording};
use crate::claims::store as claims;
use crate::error::{Error, Result, Say};
use crate::text::anchor::{self, Anchor};
use crate::text::diff::Change;
use crate::text::reading::Line;
use crate::tx::Tx;
use crate::web::{Answer, Ask, Ui, done};

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

/// `POST /desk/articles/{id}/claims`: marks what was selected, ticked or typed.
pub async fn mark(ask: Ask) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let view = ask.app.read(move |db| view::load(db, &actor, &id)).await?;
    if ask.form.one("version") != view.version.id.as_str() {
        return Err(Error::refused("version-newer"));
    }
    let anchors = match chosen(&ask, &view.version)? {
        Chosen::Spans(anchors) => anchors,
        Chosen::Ask(wanted, exact, places) => {
            let version = view.version.id.to_string();
            let page = ChoosePage { ui: &ask.ui, article: view.article, version, wanted, exact, places };
            return Ok(ask.page(&page)?.status(StatusCode::UNPROCESSABLE_ENTITY));
        }
    };
    let (path, count) = (back(&ask, &view.article.id), anchors.len());
    let prepared = ask.app.work(move |app| prepare(app, view, anchors)).await?;
    let first = ask.app.write(&ask.actor()?, move |tx| mark_all(tx, prepared)).await?;
    match first {
        Some(claim) if count == 1 && !path.contains('?') => done(format!("/desk/claims/{claim}"), "claim-marked"),
        _ => done(path, "claims-marked"),
    }
}

/// Passages with the wording that their claims begin with.
struct Prepared {
    view: View,
    claims: Vec<(Anchor, Wording)>,
}

fn prepare(app: &App, view: View, anchors: Vec<Anchor>) -> Result<Prepared> {
    let lines = view.lines(app)?;
    let claims = anchors
        .into_iter()
        .map(|anchor| {
            let statement = prefilled(&lines, &anchor);
            let language = view.article.language.clone();
            (anchor, Wording { statement, language, claimant: None, topics: Vec::new() })
        })
        .collect();
    Ok(Prepared { view, claims })
}

/// The statement to begin with: a whole sentence as it stands alone, anything else on one line without the quotation
/// marks around it.
fn prefilled(lines: &[Line], anchor: &Anchor) -> String {
    let whole = lines.binary_search_by_key(&anchor.start, |line| line.start).ok().and_then(|n| lines.get(n));
    let statement = match whole.filter(|line| line.end == anchor.end) {
        Some(line) => line.standing.text.clone(),
        None => bare(&anchor.exact),
    };
    statement.chars().take(2000).collect()
}

fn bare(exact: &str) -> String {
    let line = exact.split_whitespace().collect::<Vec<_>>().join(" ");
    let bare = line.trim_matches(|c| matches!(c, '"' | '“' | '”' | '„' | '«' | '»' | '‘' | '’' | '\'' | ','));
    if bare.is_empty() { line } else { bare.to_owned() }
}

fn mark_all(tx: &mut Tx, prepared: Prepared) -> Result<Option<ClaimId>> {
    let by = tx.by.clone();
    let article = articles::find(tx.db, &by, &prepared.view.article.id)?;
    let version = articles::newest(tx.db, &article.id)?;
    if version.id != prepared.view.version.id {
        return Err(Error::refused("version-newer"));
    }
    let known = claims::in_article(tx.db, &by, &article.id)?;
    let places = places::in_version(tx.db, &version.id, &known)?;
    let mut first = None;
    for (anchor, wording) in prepared.claims {
        let claim = match places.at(anchor.start, anchor.end) {
            Some(claim) => claim.clone(),
            None => claims::mark(tx, &article, &version, anchor, wording)?.id,
        };
        first.get_or_insert(claim);
    }
    Ok(first)
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
    let ticked = ticked(&ask.form.all("sentence"))?;
    let words = ask.form.one("exact").trim();
    let spans = match (point("start"), point("end")) {
        (Some(start), Some(end)) => vec![(start, end)],
        _ if !ticked.is_empty() && ask.form.one("each") == "yes" => ticked,
        _ if !ticked.is_empty() => join(text, ticked),
        _ if words.is_empty() => return Err(none()),
        _ => match anchor::find_pasted(text, words, 20).as_slice() {
            [only] => vec![(only.start, only.end)],
            [] => {
                let near = anchor::nearest(text, words, 5);
                let places = near.iter().map(|near| Place::near(text, near, words)).collect();
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
    match anchors.iter().any(|anchor| anchor.exact.chars().count() > places::LONGEST) {
        true => Err(crate::error::Faults::of("sentence", Say::new("mark-long"))),
        false => Ok(Chosen::Spans(anchors)),
    }
}

/// Boxes ticked at once, at most.
const MOST: usize = 1_000;

/// Spans as the boxes carry them: `start-end`.
pub(super) fn ticked(values: &[&str]) -> Result<Vec<(usize, usize)>> {
    let mut spans: Vec<(usize, usize)> = values
        .iter()
        .filter_map(|value| value.split_once('-'))
        .filter_map(|(start, end)| Some((start.parse().ok()?, end.parse().ok()?)))
        .collect();
    spans.sort_unstable();
    spans.dedup();
    match spans.len() > MOST {
        true => Err(crate::error::Faults::of("sentence", Say::new("mark-many").with("max", MOST))),
        false => Ok(spans),
    }
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
