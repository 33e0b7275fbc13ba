//! The public page of an article: its claims with their verdicts; the text only where it may be shown.

use diesel::prelude::*;

use super::store::{self, Card, Filter};
use crate::articles::rules::ArticleKind;
use crate::articles::store::{self as articles, Article};
use crate::claims::matches;
use crate::claims::places::{self, Places};
use crate::claims::rules::ClaimId;
use crate::claims::store::Claim;
use crate::db::{Db, Moment};
use crate::error::{Error, Result};
use crate::schema::{articles as article_rows, claims};

/// More checks than one article ever has.
const ALL: i64 = 5_000;

/// An article with its published checks, in the order of the text.
#[derive(Debug, Clone)]
pub struct Shown {
    pub article: Article,
    pub cards: Vec<(Claim, Card)>,
    /// The text, where it is freely showable.
    pub text: Option<String>,
    /// Where the claims stand in it.
    pub places: Places,
}

/// Public address of the article that a claim stands in, once it has one.
pub fn address_of(db: &mut Db, claim: &ClaimId) -> Result<Option<String>> {
    let slug: Option<Option<String>> = claims::table
        .inner_join(article_rows::table)
        .filter(claims::id.eq(claim))
        .filter(article_rows::restricted.eq(false))
        .filter(article_rows::kind.eq(ArticleKind::Public))
        .select(article_rows::slug)
        .first(db)
        .optional()?;
    Ok(slug.flatten())
}

/// Public addresses and titles of other articles in which a claim was said again.
pub fn repeated_in(db: &mut Db, claim: &ClaimId) -> Result<Vec<(String, String)>> {
    let repeating: Vec<ClaimId> =
        claims::table.filter(claims::duplicate_of.eq(claim)).limit(500).select(claims::id).load(db)?;
    if repeating.is_empty() {
        return Ok(Vec::new());
    }
    let confirmed = matches::confirmed(db, &repeating)?;
    let found: Vec<(Option<String>, String)> = claims::table
        .inner_join(article_rows::table)
        .filter(claims::id.eq_any(confirmed))
        .filter(claims::restricted.eq(false))
        .filter(article_rows::restricted.eq(false))
        .filter(article_rows::kind.eq(ArticleKind::Public))
        .order(article_rows::created_at)
        .limit(100)
        .select((article_rows::slug, article_rows::title))
        .load(db)?;
    let mut found: Vec<(String, String)> = found.into_iter().filter_map(|(slug, title)| Some((slug?, title))).collect();
    found.dedup();
    Ok(found)
}

/// The article at a public address.
pub fn shown(db: &mut Db, slug: &str, now: Moment) -> Result<Shown> {
    let article = articles::shown(db, slug)?;
    if article.restricted || article.kind != ArticleKind::Public {
        return Err(Error::NotFound);
    }
    let found: Vec<Claim> = Claim::query()
        .filter(claims::article_id.eq(&article.id))
        .order((claims::start_at, claims::id))
        .limit(5000)
        .load(db)?;
    // A claim that repeats another one is checked where that is: one check serves every place it was said in.
    let repeating: Vec<ClaimId> =
        found.iter().filter(|claim| claim.duplicate_of.is_some()).map(|claim| claim.id.clone()).collect();
    let confirmed = matches::confirmed(db, &repeating)?;
    let checked_as = |claim: &Claim| match &claim.duplicate_of {
        Some(_) if claim.restricted || !confirmed.contains(&claim.id) => None,
        Some(of) => Some(of.clone()),
        None => Some(claim.id.clone()),
    };
    let ids = found.iter().filter_map(checked_as).collect();
    let cards = store::list(db, &Filter { claims: Some(ids), ..Filter::default() }, ALL, 0, now)?;
    let mut cards: Vec<(Claim, Card)> = found
        .into_iter()
        .filter_map(|claim| {
            let checked = checked_as(&claim)?;
            let card = cards.iter().find(|card| card.claim == checked)?.clone();
            Some((claim, card))
        })
        .collect();
    if cards.is_empty() {
        return Err(Error::NotFound);
    }
    let newest = articles::newest(db, &article.id)?;
    let found: Vec<Claim> = cards.iter().map(|(claim, _)| claim.clone()).collect();
    let places = places::in_version(db, &newest.id, &found)?;
    cards.sort_by_key(|(claim, _)| places.of(&claim.id).map_or(usize::MAX, |at| at.start));
    Ok(Shown { text: article.freely_showable.then_some(newest.text), article, cards, places })
}
