//! What is indexed of claims: each with its check, its claimant, its topics, where it appeared and what it leans on.

use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;

use super::entries::{Key, Named, hosts, micros};
use crate::articles::rules::ArticleId;
use crate::checks::rules::{CheckId, EvidenceState};
use crate::checks::show::{ClaimLine, lines};
use crate::claims::claimants::{self, ClaimantId};
use crate::claims::rules::ClaimId;
use crate::claims::store::{Appearance, Claim};
use crate::db::Db;
use crate::error::Result;
use crate::schema::{appearances, articles, claim_topics, claims, drafts, evidence, sources, topics};
use crate::search::{Entry, EntryKind, Matchable, Tag};

/// Everything beside some claims that their entries are made of.
struct BesideClaims {
    named: Named,
    articles: HashMap<ArticleId, (String, bool)>,
    aliases: HashMap<ClaimantId, String>,
    topics: HashMap<ClaimId, Vec<(String, String)>>,
    appearances: HashMap<ClaimId, Vec<Appearance>>,
    texts: HashMap<CheckId, (String, String)>,
    sources: HashMap<CheckId, BTreeSet<String>>,
}

fn beside_claims(db: &mut Db, rows: &[ClaimLine]) -> Result<BesideClaims> {
    let ids: Vec<&ClaimId> = rows.iter().map(|row| &row.claim.id).collect();
    let of_articles: Vec<&ArticleId> = rows.iter().filter_map(|row| row.claim.article_id.as_ref()).collect();
    let articles: HashMap<ArticleId, (String, bool)> = articles::table
        .filter(articles::id.eq_any(of_articles))
        .select((articles::id, articles::title, articles::restricted))
        .load::<(ArticleId, String, bool)>(db)?
        .into_iter()
        .map(|(id, title, restricted)| (id, (title, restricted)))
        .collect();
    let mut closed: Vec<String> =
        rows.iter().filter(|row| row.claim.restricted).map(|row| row.claim.id.to_string()).collect();
    closed.extend(articles.iter().filter(|(_, (_, restricted))| *restricted).map(|(id, _)| id.to_string()));
    let named = Named::on(db, closed)?;
    let speakers: Vec<ClaimantId> = rows.iter().filter_map(|row| row.claim.claimant_id.clone()).collect();
    let aliases = claimants::by_ids(db, &speakers)?.into_iter().map(|it| (it.id, it.aliases)).collect();
    let mut beside = BesideClaims {
        named,
        articles,
        aliases,
        topics: HashMap::new(),
        appearances: HashMap::new(),
        texts: HashMap::new(),
        sources: HashMap::new(),
    };
    let tagged: Vec<(ClaimId, String, String)> = claim_topics::table
        .inner_join(topics::table)
        .filter(claim_topics::claim_id.eq_any(ids.iter().copied()))
        .select((claim_topics::claim_id, topics::slug, topics::name))
        .load(db)?;
    tagged.into_iter().for_each(|(id, slug, name)| beside.topics.entry(id).or_default().push((slug, name)));
    let seen: Vec<Appearance> = Appearance::query().filter(appearances::claim_id.eq_any(ids)).load(db)?;
    seen.into_iter().for_each(|it| beside.appearances.entry(it.claim_id.clone()).or_default().push(it));
    let check_ids: Vec<CheckId> = rows.iter().filter_map(|row| row.check.clone()).collect();
    beside_checks(db, &check_ids, &mut beside)?;
    Ok(beside)
}

fn beside_checks(db: &mut Db, ids: &[CheckId], beside: &mut BesideClaims) -> Result<()> {
    let texts: Vec<(CheckId, String, String)> = drafts::table
        .filter(drafts::check_id.eq_any(ids))
        .order(drafts::number)
        .select((drafts::check_id, drafts::summary, drafts::reasoning))
        .load(db)?;
    beside.texts = texts.into_iter().map(|(id, summary, reasoning)| (id, (summary, reasoning))).collect();
    // A closed source must not be told of by a claim that leans on it.
    let used: Vec<(CheckId, Option<String>, String)> = evidence::table
        .inner_join(sources::table)
        .filter(evidence::check_id.eq_any(ids))
        .filter(evidence::state.ne(EvidenceState::Removed))
        .filter(sources::restricted.eq(false))
        .select((evidence::check_id, sources::url, sources::publisher))
        .load(db)?;
    for (check, url, publisher) in used {
        let names = beside.sources.entry(check).or_default();
        names.extend(hosts(url.as_deref()));
        names.insert(publisher);
    }
    Ok(())
}

/// The entries of some claims, each with all that its check tells.
pub(super) fn of_claims(db: &mut Db, ids: &[String]) -> Result<Vec<Entry>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Claim> = Claim::query().filter(claims::id.eq_any(ids)).load(db)?;
    let rows = lines(db, rows)?;
    let beside = beside_claims(db, &rows)?;
    Ok(rows.into_iter().map(|row| claim_entry(row, &beside)).collect())
}

fn claim_entry(row: ClaimLine, beside: &BesideClaims) -> Entry {
    let claim = row.claim;
    let kind = if row.check.is_some() { EntryKind::Check } else { EntryKind::Claim };
    let mut sight = beside.named.sight(claim.restricted, claim.id.as_str());
    let article = claim.article_id.as_ref().and_then(|id| Some((id, beside.articles.get(id)?)));
    if let Some((id, (_, restricted))) = article {
        sight = sight.and(beside.named.sight(*restricted, id.as_str()));
    }
    let state =
        if row.live && row.state != "published" { vec![row.state, "published".into()] } else { vec![row.state] };
    let mut tags = vec![(Tag::Kind, kind.to_string()), (Tag::Lang, claim.language.clone())];
    let mut counted = tags.clone();
    tags.extend(state.iter().map(|state| (Tag::State, state.clone())));
    counted.extend(state.into_iter().map(|state| (Tag::State, state)));
    let mut body = vec![claim.exact.clone().unwrap_or_default(), row.claimant.clone()];
    if !row.verdict.is_empty() {
        tags.push((Tag::Verdict, row.verdict.clone()));
        counted.push((Tag::Verdict, row.verdict));
    }
    if let Some(id) = &claim.claimant_id {
        let aliases = beside.aliases.get(id).map(String::as_str).unwrap_or_default();
        tags.extend(
            std::iter::once(row.claimant.as_str()).chain(aliases.lines()).map(|it| (Tag::Claimant, it.to_owned())),
        );
        counted.push((Tag::Claimant, row.claimant));
        body.push(aliases.to_owned());
    }
    for (slug, name) in beside.topics.get(&claim.id).into_iter().flatten() {
        tags.push((Tag::Topic, name.clone()));
        tags.push((Tag::Topic, slug.clone()));
        counted.push((Tag::Topic, name.clone()));
        body.push(name.clone());
    }
    for it in beside.appearances.get(&claim.id).into_iter().flatten() {
        body.extend([it.url.clone().unwrap_or_default(), it.platform.clone(), it.by_whom.clone()]);
    }
    if let Some((_, (title, _))) = article {
        tags.push((Tag::Article, title.clone()));
    }
    if !row.lead.is_empty() {
        tags.push((Tag::By, row.lead.clone()));
    }
    if let Some(check) = &row.check {
        let (summary, reasoning) = beside.texts.get(check).cloned().unwrap_or_default();
        body.extend([summary, reasoning]);
        let used = beside.sources.get(check).into_iter().flatten();
        tags.extend(used.map(|name| (Tag::Source, name.clone())));
    }
    Entry {
        key: Key::Claim(claim.id.clone()).text(),
        kind,
        sight,
        lang: claim.language,
        matchable: Some(Matchable { text: claim.statement.clone(), title: None }),
        title: claim.statement,
        body,
        tags,
        counted,
        at: micros(claim.created_at),
    }
}
