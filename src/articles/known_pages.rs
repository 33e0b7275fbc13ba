//! The sentences of an article that say what has been checked before, here or by another desk.

use askama::Template;

use super::lines;
use super::rules::ArticleId;
use super::store::{self as articles, Article, Version};
use super::view::{self, View};
use crate::app::App;
use crate::claims::match_pages::said_of;
use crate::claims::matches::{self, MatchRuling, Other, Saying};
use crate::claims::rules::{ClaimState, Step, Wording};
use crate::claims::store::Claim;
use crate::claims::{places, store as claims};
use crate::error::{Error, Result, Say};
use crate::finding::similar::{self, Said, Similars};
use crate::people::rules::Actor;
use crate::text::anchor;
use crate::text::likeness::Strength;
use crate::text::offsets::{self, Index};
use crate::tx::Tx;
use crate::web::{Answer, Ask, Paging, Ui, done};

/// Sentences looked at on one page, the worthiest first.
pub const LOOKED: usize = 60;

/// A sentence with what it is like.
pub struct Known {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub lang: String,
    pub matches: Similars,
}

#[derive(Template)]
#[template(path = "articles/known.html")]
struct KnownPage<'a> {
    ui: &'a Ui,
    article: Article,
    version: String,
    rows: Vec<Known>,
    looked: usize,
    paging: Paging,
}

impl KnownPage<'_> {
    fn hidden(&self, row: &Known) -> Vec<(&'static str, String)> {
        vec![("version", self.version.clone()), ("sentence", format!("{}-{}", row.start, row.end))]
    }
}

/// `GET /desk/articles/{id}/known`
pub async fn known(ask: Ask) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let (mut paging, ui) = (ask.paging(), ask.ui.clone());
    let page = usize::try_from(paging.page - 1).unwrap_or(0);
    let (view, rows, looked, more) = ask
        .app
        .work(move |app| {
            let view = app.database().read(|db| view::load(db, &actor, &id))?;
            let (rows, looked, more) = look(app, &ui, &actor, &view, page * LOOKED)?;
            Ok((view, rows, looked, more))
        })
        .await?;
    paging.more = more;
    let version = view.version.id.to_string();
    ask.page(&KnownPage { ui: &ask.ui, article: view.article, version, rows, looked, paging })
}

/// The sentences after the first `skip` ones worth a look that are like something known; how many were looked at, and
/// whether there are more.
pub fn look(app: &App, ui: &Ui, actor: &Actor, view: &View, skip: usize) -> Result<(Vec<Known>, usize, bool)> {
    let covered = view.covered(app, ui)?;
    let index = Index::new(&view.version.text);
    let mut worthy = lines::unclaimed(&covered, &index, skip, LOOKED + 1);
    let more = worthy.len() > LOOKED;
    worthy.truncate(LOOKED);
    let looked = worthy.len();
    let rows = app.database().read(|db| {
        let mut rows = Vec::new();
        for line in worthy {
            let lang = line.line.lang.clone();
            let said = Said { text: &line.text, lang: lang.as_deref(), claim: None };
            let matches = similar::of(app, db, actor, &said)?;
            if !matches.is_empty() {
                let lang = lang.unwrap_or_else(|| view.article.language.clone());
                rows.push(Known { start: line.start, end: line.end, text: line.text, lang, matches });
            }
        }
        Ok(rows)
    })?;
    Ok((rows, looked, more))
}

/// Whether an article that was just added says something that was checked before: then that is what is shown first.
pub async fn says_something_known(ask: &Ask, id: ArticleId) -> Result<bool> {
    let (actor, ui) = (ask.actor()?, ask.ui.clone());
    ask.app
        .work(move |app| {
            if app.search().is_none_or(|search| search.desk.is_empty()) {
                return Ok(false);
            }
            let view = app.database().read(|db| view::load(db, &actor, &id))?;
            let (rows, ..) = look(app, &ui, &actor, &view, 0)?;
            Ok(rows.iter().flat_map(|row| &row.matches.near).any(|it| it.strength() == Strength::Same.word()))
        })
        .await
}

/// `POST /desk/articles/{id}/matches`: a sentence is the same claim as another one, or something else.
pub async fn rule(ask: Ask) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let (other, ruling) = said_of(&ask)?;
    let span = ask.form.one("sentence").split_once('-').and_then(|(a, b)| Some((a.parse().ok()?, b.parse().ok()?)));
    let span: (usize, usize) = span.ok_or_else(|| Error::bad_request("unknown-choice"))?;
    let (seen, ui, path) = (ask.form.one("version").to_owned(), ask.ui.clone(), format!("/desk/articles/{id}/known"));
    let version = ask
        .app
        .work(move |app| {
            let view = app.database().read(|db| view::load(db, &actor, &id))?;
            if view.version.id.as_str() != seen {
                return Err(Error::refused("version-newer"));
            }
            let sentence = view.covered(app, &ui)?.lines.iter().any(|line| (line.start, line.end) == span);
            if sentence { Ok(view.version) } else { Err(Error::bad_request("unknown-choice")) }
        })
        .await?;
    let flash = if ruling == Some(MatchRuling::Same) { "match-same" } else { "match-ruled" };
    ask.app.write(&ask.actor()?, move |tx| rule_on(tx, &version, span, &other, ruling)).await?;
    done(path, flash)
}

fn rule_on(
    tx: &mut Tx,
    version: &Version,
    (start, end): (usize, usize),
    other: &Other,
    ruling: Option<MatchRuling>,
) -> Result<()> {
    let by = tx.by.clone();
    let article = articles::find(tx.db, &by, &version.article_id)?;
    if articles::newest(tx.db, &article.id)?.id != version.id {
        return Err(Error::refused("version-newer"));
    }
    let text =
        offsets::slice(&version.text, start, end).ok_or_else(|| Error::bad_request("unknown-choice"))?.to_owned();
    if text.chars().count() > places::LONGEST {
        return Err(crate::error::Faults::of("sentence", Say::new("mark-long")));
    }
    let known = claims::in_article(tx.db, &by, &article.id)?;
    let standing = places::in_version(tx.db, &version.id, &known)?;
    let there = standing.at(start, end).and_then(|id| known.iter().find(|claim| claim.id == *id));
    match (ruling, other, there) {
        // The same claim said again is marked where it stands, and points to the one that is checked.
        (Some(MatchRuling::Same), Other::Claim(of), None) => {
            let anchor =
                anchor::anchor(&version.text, start, end).ok_or_else(|| Error::bad_request("unknown-choice"))?;
            let statement = text.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(2000).collect();
            let wording = Wording { statement, language: article.language.clone(), claimant: None, topics: Vec::new() };
            let claim = claims::mark(tx, &article, version, anchor, wording)?;
            matches::confirm_duplicate(tx, &claim.id, of, claim.revision)
        }
        (Some(MatchRuling::Same), Other::Claim(of), Some(claim)) if claim.id != *of && waits(tx, claim)? => {
            matches::confirm_duplicate(tx, &claim.id, of, claim.revision)
        }
        (Some(MatchRuling::Same), _, Some(claim)) => matches::rule(tx, &Saying::Claim(claim.id.clone()), other, ruling),
        _ => {
            let repeats = there.filter(|it| matches!(other, Other::Claim(of) if it.duplicate_of.as_ref() == Some(of)));
            if let Some(claim) = repeats {
                claims::triage(tx, &claim.id, Step::Reopen { reason: String::new() }, claim.revision)?;
            }
            matches::rule(tx, &Saying::Sentence(article.id.clone(), text), other, ruling)
        }
    }
}

/// Whether triage has not decided on a claim yet, and nobody has taken it.
fn waits(tx: &mut Tx, claim: &Claim) -> Result<bool> {
    let open = matches!(claim.state, ClaimState::Inbox | ClaimState::Selected);
    Ok(open && !claims::has_check(tx.db, &claim.id)?)
}
