//! What is indexed of each thing at the desk, and who may find it.

use std::collections::{BTreeSet, HashMap};

use diesel::prelude::*;

use super::claim_entries::of_claims;
use crate::articles::rules::ArticleId;
use crate::articles::store::Article;
use crate::checks::evidence::Evidence;
use crate::checks::rules::EvidenceState;
use crate::claims::rules::ClaimId;
use crate::db::{Db, Moment};
use crate::error::Result;
use crate::evidence::rules::SourceId;
use crate::evidence::store::Source;
use crate::external::store::{self as external, ExternalId, ExternalState};
use crate::schema::{access, article_versions, articles, checks, claims, evidence, snapshots, sources};
use crate::search::{Entry, EntryKind, Matchable, Sight, Tag};
use crate::text::language::detect;

/// Copies of a source are found by their beginning; a whole archive would drown what people wrote.
const COPY: usize = 200_000;

/// Something that can stand in the desk's index.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Key {
    Article(ArticleId),
    Claim(ClaimId),
    Source(SourceId),
    /// A piece of evidence with a passage, by its row.
    Quote(String),
    External(ExternalId),
}

impl Key {
    /// The key as the index knows it.
    pub fn text(&self) -> String {
        match self {
            Key::Article(id) => format!("article:{id}"),
            Key::Claim(id) => format!("claim:{id}"),
            Key::Source(id) => format!("source:{id}"),
            Key::Quote(id) => format!("quote:{id}"),
            Key::External(id) => format!("external:{id}"),
        }
    }

    /// Reads a key of the index.
    pub fn read(text: &str) -> Option<Self> {
        let (kind, id) = text.split_once(':')?;
        match kind {
            "article" => id.parse().ok().map(Key::Article),
            "claim" => id.parse().ok().map(Key::Claim),
            "source" => id.parse().ok().map(Key::Source),
            "quote" => Some(Key::Quote(id.to_owned())),
            "external" => id.parse().ok().map(Key::External),
            _ => None,
        }
    }
}

/// The entries of some keys, with a fixed number of queries for each kind; what is missing from the answer is gone.
pub fn of(db: &mut Db, keys: &[Key]) -> Result<Vec<Entry>> {
    let some =
        |of: fn(&Key) -> Option<&str>| -> Vec<String> { keys.iter().filter_map(of).map(str::to_owned).collect() };
    let mut found = of_articles(db, &some(|key| if let Key::Article(id) = key { Some(id.as_str()) } else { None }))?;
    found.extend(of_claims(db, &some(|key| if let Key::Claim(id) = key { Some(id.as_str()) } else { None }))?);
    found.extend(of_sources(db, &some(|key| if let Key::Source(id) = key { Some(id.as_str()) } else { None }))?);
    found.extend(of_quotes(db, &some(|key| if let Key::Quote(id) = key { Some(id.as_str()) } else { None }))?);
    found.extend(of_externals(db, &some(|key| if let Key::External(id) = key { Some(id.as_str()) } else { None }))?);
    Ok(found)
}

/// Who is named on some things.
pub(super) struct Named(HashMap<String, BTreeSet<String>>);

impl Named {
    pub(super) fn on(db: &mut Db, subjects: Vec<String>) -> Result<Self> {
        let mut named: HashMap<String, BTreeSet<String>> = HashMap::new();
        if !subjects.is_empty() {
            let rows: Vec<(String, String)> = access::table
                .filter(access::subject_id.eq_any(subjects))
                .select((access::subject_id, access::person_id))
                .load(db)?;
            rows.into_iter().for_each(|(subject, person)| _ = named.entry(subject).or_default().insert(person));
        }
        Ok(Named(named))
    }

    pub(super) fn sight(&self, restricted: bool, subject: &str) -> Sight {
        match restricted {
            false => Sight::Everyone,
            true => Sight::Only(self.0.get(subject).cloned().unwrap_or_default()),
        }
    }
}

pub(super) fn micros(at: Moment) -> i64 {
    at.utc().timestamp_micros()
}

fn of_articles(db: &mut Db, ids: &[String]) -> Result<Vec<Entry>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Article> = Article::query().filter(articles::id.eq_any(ids)).load(db)?;
    let closed = rows.iter().filter(|row| row.restricted).map(|row| row.id.to_string()).collect();
    let named = Named::on(db, closed)?;
    let newest: HashMap<ArticleId, String> = article_versions::table
        .filter(article_versions::article_id.eq_any(ids))
        .order(article_versions::number)
        .select((article_versions::article_id, article_versions::text))
        .load(db)?
        .into_iter()
        .collect();
    Ok(rows
        .into_iter()
        .map(|row| {
            let text = newest.get(&row.id).cloned().unwrap_or_default();
            let mut tags = vec![(Tag::Kind, "article".to_owned()), (Tag::Lang, row.language.clone())];
            tags.push((Tag::Article, row.title.clone()));
            tags.push((Tag::Source, row.outlet.clone()));
            tags.extend(hosts(row.url.as_deref()).map(|host| (Tag::Source, host)));
            Entry {
                key: Key::Article(row.id.clone()).text(),
                kind: EntryKind::Article,
                sight: named.sight(row.restricted, row.id.as_str()),
                counted: vec![(Tag::Kind, "article".into()), (Tag::Lang, row.language.clone())],
                lang: row.language,
                body: vec![row.outlet, row.author, row.url.unwrap_or_default(), text],
                title: row.title,
                tags,
                at: micros(row.created_at),
                matchable: None,
            }
        })
        .collect())
}

fn of_sources(db: &mut Db, ids: &[String]) -> Result<Vec<Entry>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<Source> = Source::query().filter(sources::id.eq_any(ids)).load(db)?;
    let named = Named::on(db, rows.iter().filter(|row| row.restricted).map(|row| row.id.to_string()).collect())?;
    let newest: HashMap<SourceId, String> = snapshots::table
        .filter(snapshots::source_id.eq_any(ids))
        .order(snapshots::taken_at)
        .select((snapshots::source_id, snapshots::text))
        .load(db)?
        .into_iter()
        .collect();
    Ok(rows
        .into_iter()
        .map(|row| {
            let copy: String = newest.get(&row.id).map(|text| text.chars().take(COPY).collect()).unwrap_or_default();
            let mut tags = vec![(Tag::Kind, "source".to_owned()), (Tag::Source, row.publisher.clone())];
            tags.extend(hosts(row.url.as_deref()).map(|host| (Tag::Source, host)));
            Entry {
                key: Key::Source(row.id.clone()).text(),
                kind: EntryKind::Source,
                sight: named.sight(row.restricted, row.id.as_str()),
                lang: detect(&copy).unwrap_or_default().to_owned(),
                title: row.title,
                body: vec![row.publisher, row.citation, row.url.unwrap_or_default(), copy],
                tags,
                counted: vec![(Tag::Kind, "source".into())],
                at: micros(row.created_at),
                matchable: None,
            }
        })
        .collect())
}

type QuoteRow = (Evidence, (ClaimId, Option<ArticleId>, bool, String), (SourceId, bool, String, Option<String>));

fn of_quotes(db: &mut Db, ids: &[String]) -> Result<Vec<Entry>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows: Vec<QuoteRow> = evidence::table
        .inner_join(checks::table.inner_join(claims::table))
        .inner_join(sources::table)
        .filter(evidence::id.eq_any(ids))
        .filter(evidence::state.ne(EvidenceState::Removed))
        .filter(evidence::exact.is_not_null())
        .select((
            crate::db::cols::<Evidence>(),
            (claims::id, claims::article_id, claims::restricted, claims::language),
            (sources::id, sources::restricted, sources::publisher, sources::url),
        ))
        .load(db)?;
    let of_articles: Vec<&ArticleId> = rows.iter().filter_map(|row| row.1.1.as_ref()).collect();
    let closed_articles: Vec<ArticleId> = articles::table
        .filter(articles::id.eq_any(of_articles))
        .filter(articles::restricted.eq(true))
        .select(articles::id)
        .load(db)?;
    let mut closed: Vec<String> = closed_articles.iter().map(ToString::to_string).collect();
    closed.extend(rows.iter().filter(|row| row.1.2).map(|row| row.1.0.to_string()));
    closed.extend(rows.iter().filter(|row| row.2.1).map(|row| row.2.0.to_string()));
    let named = Named::on(db, closed)?;
    Ok(rows
        .into_iter()
        .map(|(piece, (claim, article, closed_claim, lang), (source, closed_source, publisher, url))| {
            let mut sight = named.sight(closed_claim, claim.as_str()).and(named.sight(closed_source, source.as_str()));
            if let Some(article) = &article {
                sight = sight.and(named.sight(closed_articles.contains(article), article.as_str()));
            }
            let mut tags = vec![(Tag::Kind, "quote".to_owned()), (Tag::Source, publisher.clone())];
            tags.extend(hosts(url.as_deref()).map(|host| (Tag::Source, host)));
            Entry {
                key: Key::Quote(piece.id.to_string()).text(),
                kind: EntryKind::Quote,
                sight,
                lang,
                title: piece.exact.unwrap_or_default(),
                body: vec![piece.note, publisher],
                tags,
                counted: vec![(Tag::Kind, "quote".into())],
                at: micros(piece.created_at),
                matchable: None,
            }
        })
        .collect())
}

fn of_externals(db: &mut Db, ids: &[String]) -> Result<Vec<Entry>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let rows = external::by_ids(db, ids)?;
    Ok(rows
        .into_iter()
        .filter(|row| row.state == ExternalState::Kept)
        .map(|row| {
            let mut tags = vec![
                (Tag::Kind, "external".to_owned()),
                (Tag::Lang, row.language.clone()),
                (Tag::Verdict, row.rating.clone()),
                (Tag::Claimant, row.claimant.clone()),
                (Tag::Source, row.publisher.clone()),
            ];
            tags.extend(hosts(Some(&row.url)).map(|host| (Tag::Source, host)));
            tags.retain(|(_, value)| !value.is_empty());
            let mut counted = vec![(Tag::Kind, "external".to_owned()), (Tag::Lang, row.language.clone())];
            counted.push((Tag::Source, row.publisher.clone()));
            counted.retain(|(_, value)| !value.is_empty());
            Entry {
                key: Key::External(row.id.clone()).text(),
                kind: EntryKind::External,
                sight: Sight::Everyone,
                lang: row.language,
                matchable: Some(Matchable {
                    text: row.claim.clone(),
                    title: Some(row.title.clone()).filter(|title| !title.is_empty()),
                }),
                title: row.claim,
                body: vec![row.title, row.claimant, row.publisher, row.rating],
                tags,
                counted,
                at: row.reviewed_on.map_or_else(|| micros(row.created_at), midnight),
            }
        })
        .collect())
}

fn midnight(day: chrono::NaiveDate) -> i64 {
    day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_micros()
}

/// The host of an address and each domain above it, down to two names: `www.example.org`, `example.org`.
pub(super) fn hosts(url: Option<&str>) -> impl Iterator<Item = String> + use<> {
    let host = url.and_then(|url| url::Url::parse(url).ok()).and_then(|url| url.host_str().map(str::to_owned));
    let names: Vec<String> = host.iter().flat_map(|host| host.split('.')).map(str::to_owned).collect();
    let most = names.len().saturating_sub(1).max(usize::from(!names.is_empty()));
    (0..most.min(6)).map(move |skip| names.iter().skip(skip).map(String::as_str).collect::<Vec<_>>().join("."))
}
