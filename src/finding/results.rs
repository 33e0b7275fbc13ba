//! What was found, as a list shows it: loaded again with the rights of whoever looks, so that an index that lags tells
//! nobody anything.

use std::collections::HashMap;

use diesel::prelude::*;

use super::entries::Key;
use crate::articles::rules::ArticleId;
use crate::articles::store::{self as articles, Article};
use crate::checks::evidence::Evidence;
use crate::checks::rules::{CheckId, EvidenceState};
use crate::checks::show::{ClaimLine, lines};
use crate::claims::rules::ClaimId;
use crate::claims::store as claims;
use crate::db::{Db, cols};
use crate::error::Result;
use crate::evidence::rules::SourceId;
use crate::evidence::store::{self as sources, Source};
use crate::external::store::{self as external, External, ExternalState};
use crate::people::rules::Actor;
use crate::schema::{
    article_versions, articles as article_rows, checks as check_rows, claims as claim_rows, drafts, evidence,
    snapshots, sources as source_rows,
};
use crate::search::EntryKind;
use crate::text::passages::{Passage, Wanted, passage};

/// Code points of a title, and of the passage below it.
const TITLE: usize = 300;
const PASSAGE: usize = 220;

/// One line of the results.
pub struct Row {
    pub kind: EntryKind,
    pub href: String,
    pub lang: String,
    pub title: Passage,
    /// Where else the words stand.
    pub passage: Passage,
    pub line: Option<ClaimLine>,
    /// Outlet, publisher, claimant: whose it is.
    pub whose: String,
    /// Another desk's rating, in its words.
    pub rating: String,
}

/// The rows of some keys that somebody may see, in the order of the keys.
pub fn rows(db: &mut Db, actor: &Actor, keys: &[String], wanted: &Wanted) -> Result<Vec<Row>> {
    let keys: Vec<Key> = keys.iter().filter_map(|key| Key::read(key)).collect();
    let mut found: HashMap<Key, Row> = HashMap::new();
    let claim_ids: Vec<ClaimId> =
        keys.iter().filter_map(|it| if let Key::Claim(id) = it { Some(id.clone()) } else { None }).collect();
    found.extend(claim_rows_of(db, actor, &claim_ids, wanted)?);
    let article_ids: Vec<&ArticleId> =
        keys.iter().filter_map(|it| if let Key::Article(id) = it { Some(id) } else { None }).collect();
    found.extend(article_rows_of(db, actor, &article_ids, wanted)?);
    let source_ids: Vec<&SourceId> =
        keys.iter().filter_map(|it| if let Key::Source(id) = it { Some(id) } else { None }).collect();
    found.extend(source_rows_of(db, actor, &source_ids, wanted)?);
    let quote_ids: Vec<&String> =
        keys.iter().filter_map(|it| if let Key::Quote(id) = it { Some(id) } else { None }).collect();
    found.extend(quote_rows_of(db, actor, &quote_ids, wanted)?);
    let external_ids: Vec<String> =
        keys.iter().filter_map(|it| if let Key::External(id) = it { Some(id.to_string()) } else { None }).collect();
    found.extend(external_rows_of(db, &external_ids, wanted)?);
    Ok(keys.iter().filter_map(|key| found.remove(key)).collect())
}

/// The passage with the most hits.
fn best<'a>(texts: impl IntoIterator<Item = &'a str>, lang: &str, wanted: &Wanted) -> Passage {
    let mut best = Passage::default();
    for text in texts.into_iter().filter(|text| !text.is_empty()) {
        let found = passage(text, lang, wanted, PASSAGE);
        if found.hits() > best.hits() || best.pieces.is_empty() {
            best = found;
        }
    }
    best
}

fn claim_rows_of(db: &mut Db, actor: &Actor, ids: &[ClaimId], wanted: &Wanted) -> Result<Vec<(Key, Row)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found = claims::some(db, actor, ids)?;
    let found = lines(db, found)?;
    let checks: Vec<CheckId> = found.iter().filter_map(|line| line.check.clone()).collect();
    let texts: HashMap<CheckId, (String, String)> = drafts::table
        .filter(drafts::check_id.eq_any(&checks))
        .order(drafts::number)
        .select((drafts::check_id, drafts::summary, drafts::reasoning))
        .load::<(CheckId, String, String)>(db)?
        .into_iter()
        .map(|(id, summary, reasoning)| (id, (summary, reasoning)))
        .collect();
    Ok(found
        .into_iter()
        .map(|line| {
            let claim = &line.claim;
            let texts = line.check.as_ref().and_then(|check| texts.get(check));
            let (summary, reasoning) = texts.map(|(a, b)| (a.as_str(), b.as_str())).unwrap_or_default();
            let exact = claim.exact.as_deref().filter(|exact| *exact != claim.statement).unwrap_or_default();
            let row = Row {
                kind: if line.check.is_some() { EntryKind::Check } else { EntryKind::Claim },
                href: format!("/desk/claims/{}", claim.id),
                title: passage(&claim.statement, &claim.language, wanted, TITLE),
                passage: best([summary, exact, reasoning], &claim.language, wanted),
                lang: claim.language.clone(),
                whose: line.claimant.clone(),
                rating: String::new(),
                line: None,
            };
            (Key::Claim(claim.id.clone()), Row { line: Some(line), ..row })
        })
        .collect())
}

fn article_rows_of(db: &mut Db, actor: &Actor, ids: &[&ArticleId], wanted: &Wanted) -> Result<Vec<(Key, Row)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<Article> = Article::query()
        .filter(article_rows::id.eq_any(ids.iter().copied()))
        .filter(articles::visible_to(actor))
        .load(db)?;
    let texts: HashMap<ArticleId, String> = article_versions::table
        .filter(article_versions::article_id.eq_any(found.iter().map(|it| &it.id)))
        .order(article_versions::number)
        .select((article_versions::article_id, article_versions::text))
        .load(db)?
        .into_iter()
        .collect();
    Ok(found
        .into_iter()
        .map(|it| {
            let text = texts.get(&it.id).map(String::as_str).unwrap_or_default();
            let row = Row {
                kind: EntryKind::Article,
                href: format!("/desk/articles/{}", it.id),
                title: passage(&it.title, &it.language, wanted, TITLE),
                passage: best([text], &it.language, wanted),
                lang: it.language,
                whose: it.outlet,
                rating: String::new(),
                line: None,
            };
            (Key::Article(it.id), row)
        })
        .collect())
}

fn source_rows_of(db: &mut Db, actor: &Actor, ids: &[&SourceId], wanted: &Wanted) -> Result<Vec<(Key, Row)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<Source> = Source::query()
        .filter(source_rows::id.eq_any(ids.iter().copied()))
        .filter(sources::visible_to(actor))
        .load(db)?;
    let texts: HashMap<SourceId, String> = snapshots::table
        .filter(snapshots::source_id.eq_any(found.iter().map(|it| &it.id)))
        .order(snapshots::taken_at)
        .select((snapshots::source_id, snapshots::text))
        .load(db)?
        .into_iter()
        .collect();
    Ok(found
        .into_iter()
        .map(|it| {
            let text = texts.get(&it.id).map(String::as_str).unwrap_or_default();
            let row = Row {
                kind: EntryKind::Source,
                href: format!("/desk/sources/{}", it.id),
                title: passage(&it.title, "", wanted, TITLE),
                passage: best([text, &it.citation], "", wanted),
                lang: String::new(),
                whose: it.publisher,
                rating: String::new(),
                line: None,
            };
            (Key::Source(it.id), row)
        })
        .collect())
}

fn quote_rows_of(db: &mut Db, actor: &Actor, ids: &[&String], wanted: &Wanted) -> Result<Vec<(Key, Row)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<(Evidence, String, String)> = evidence::table
        .inner_join(check_rows::table.inner_join(claim_rows::table))
        .inner_join(source_rows::table)
        .filter(evidence::id.eq_any(ids.iter().copied()))
        .filter(evidence::state.ne(EvidenceState::Removed))
        .filter(claims::visible_to(actor))
        .filter(sources::visible_to(actor))
        .select((cols::<Evidence>(), claim_rows::language, source_rows::publisher))
        .load(db)?;
    Ok(found
        .into_iter()
        .map(|(it, lang, publisher)| {
            let row = Row {
                kind: EntryKind::Quote,
                href: format!("/desk/checks/{}#evidence-{}", it.check_id, it.number),
                title: passage(it.exact.as_deref().unwrap_or_default(), &lang, wanted, TITLE),
                passage: best([it.note.as_str()], &lang, wanted),
                lang,
                whose: publisher,
                rating: String::new(),
                line: None,
            };
            (Key::Quote(it.id.to_string()), row)
        })
        .collect())
}

fn external_rows_of(db: &mut Db, ids: &[String], wanted: &Wanted) -> Result<Vec<(Key, Row)>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let found: Vec<External> = external::by_ids(db, ids)?;
    Ok(found
        .into_iter()
        .filter(|it| it.state == ExternalState::Kept)
        .map(|it| {
            let row = Row {
                kind: EntryKind::External,
                href: format!("/desk/external/{}", it.id),
                title: passage(&it.claim, &it.language, wanted, TITLE),
                passage: best([it.title.as_str()], &it.language, wanted),
                lang: it.language,
                whose: it.publisher,
                rating: it.rating,
                line: None,
            };
            (Key::External(it.id), row)
        })
        .collect())
}
