//! What the public may see: live versions, their documents, and what has been withheld.

use std::collections::HashMap;

use diesel::prelude::*;

use crate::checks::decisions;
use crate::checks::document::Document;
use crate::checks::notices::{self, Notice};
use crate::checks::publishing::{self, Published};
use crate::checks::rules::{CheckId, CheckState};
use crate::checks::store::{self as checks, Check};
use crate::claims::rules::ClaimId;
use crate::claims::topics::{self, Topic};
use crate::corrections::retractions::{self, Retraction};
use crate::corrections::rules::Withheld;
use crate::corrections::withholdings;
use crate::db::{Db, Moment, MultiBackend};
use crate::error::{Error, Result};
use crate::people::store as people;
use crate::schema::{checks as check_rows, claim_topics, content_documents, published_versions};

/// A check in a public list.
#[derive(Debug, Clone)]
pub struct Card {
    pub slug: String,
    pub document: Document,
    pub published_at: Moment,
    pub changed_at: Moment,
    pub claim: ClaimId,
    pub check: CheckId,
}

/// What a public list is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub topic: Option<String>,
    pub claims: Option<Vec<ClaimId>>,
    pub checks: Option<Vec<CheckId>>,
}

type Row = (Option<String>, ClaimId, CheckId, Option<Moment>, Option<Moment>, String);

/// Published checks, newest first, in the words of their live versions.
pub fn list(db: &mut Db, filter: &Filter, limit: i64, offset: i64, now: Moment) -> Result<Vec<Card>> {
    let hidden = withholdings::all_active(db, Withheld::Version, now)?;
    let unnamed = withholdings::all_active(db, Withheld::Name, now)?;
    let mut query = check_rows::table
        .inner_join(published_versions::table.inner_join(content_documents::table))
        .filter(check_rows::state.eq(CheckState::Published))
        .filter(published_versions::number.nullable().eq(check_rows::live_version))
        .select((
            check_rows::slug,
            check_rows::claim_id,
            check_rows::id,
            check_rows::published_at,
            check_rows::changed_at,
            content_documents::body,
        ))
        .into_boxed::<MultiBackend>();
    if !hidden.is_empty() {
        query = query.filter(published_versions::id.ne_all(hidden));
    }
    if let Some(topic) = &filter.topic {
        let tagged = claim_topics::table
            .inner_join(crate::schema::topics::table)
            .filter(crate::schema::topics::slug.eq(topic.clone()))
            .select(claim_topics::claim_id);
        query = query.filter(check_rows::claim_id.eq_any(tagged));
    }
    if let Some(claims) = &filter.claims {
        query = query.filter(check_rows::claim_id.eq_any(claims.clone()));
    }
    if let Some(checks) = &filter.checks {
        query = query.filter(check_rows::id.eq_any(checks.clone()));
    }
    let rows: Vec<Row> =
        query.order((check_rows::published_at.desc(), check_rows::id.desc())).limit(limit).offset(offset).load(db)?;
    rows.into_iter()
        .map(|(slug, claim, check, published, changed, body)| {
            let published_at = published.ok_or(Error::NotFound)?;
            let mut document = Document::parse(&body)?;
            if unnamed.iter().any(|id| id == check.as_str()) {
                withholdings::without_name(&mut document);
            }
            Ok(Card {
                slug: slug.ok_or(Error::NotFound)?,
                document,
                published_at,
                changed_at: changed.unwrap_or(published_at),
                claim,
                check,
            })
        })
        .collect()
}

/// A check as readers may see it now, for the public index.
#[derive(Debug, Clone)]
pub struct Live {
    pub check: CheckId,
    pub document: Document,
    pub published_at: Moment,
    /// Numbers of evidence whose passage is withheld, with the reason.
    pub withheld: HashMap<i32, String>,
}

/// Those of some checks that readers may see now.
pub fn live(db: &mut Db, ids: &[CheckId], now: Moment) -> Result<Vec<Live>> {
    let filter = Filter { checks: Some(ids.to_vec()), ..Filter::default() };
    let limit = i64::try_from(ids.len()).unwrap_or(i64::MAX);
    let none_withheld = crate::schema::withholdings::table.count().get_result::<i64>(db)? == 0;
    list(db, &filter, limit, 0, now)?
        .into_iter()
        .map(|card| {
            let withheld =
                if none_withheld { HashMap::new() } else { withheld_evidence(db, &card.check, &card.document, now)? };
            Ok(Live { check: card.check, document: card.document, published_at: card.published_at, withheld })
        })
        .collect()
}

/// Address and name of the topics of some checks, by the check's key.
pub fn topics_of(db: &mut Db, ids: &[CheckId]) -> Result<HashMap<String, Vec<(String, String)>>> {
    use crate::schema::topics as topic_rows;
    let rows: Vec<(CheckId, String, String)> = check_rows::table
        .inner_join(claim_topics::table.on(claim_topics::claim_id.eq(check_rows::claim_id)))
        .inner_join(topic_rows::table.on(topic_rows::id.eq(claim_topics::topic_id)))
        .filter(check_rows::id.eq_any(ids))
        .select((check_rows::id, topic_rows::slug, topic_rows::name))
        .load(db)?;
    let mut found: HashMap<String, Vec<(String, String)>> = HashMap::new();
    rows.into_iter().for_each(|(id, slug, name)| found.entry(id.to_string()).or_default().push((slug, name)));
    Ok(found)
}

/// Addresses and change dates of all current checks, for the sitemap.
pub fn addresses(db: &mut Db, now: Moment) -> Result<Vec<(String, Moment)>> {
    let hidden = withholdings::all_active(db, Withheld::Version, now)?;
    let rows: Vec<(Option<String>, Option<Moment>)> = check_rows::table
        .inner_join(published_versions::table)
        .filter(check_rows::state.eq(CheckState::Published))
        .filter(published_versions::number.nullable().eq(check_rows::live_version))
        .filter(published_versions::id.ne_all(hidden))
        .order(check_rows::published_at)
        .limit(50_000)
        .select((check_rows::slug, check_rows::changed_at))
        .load(db)?;
    Ok(rows.into_iter().filter_map(|(slug, changed)| Some((slug?, changed?))).collect())
}

/// One version of a check with what its page needs.
#[derive(Debug, Clone)]
pub struct Shown {
    pub check: Check,
    pub version: Published,
    pub document: Document,
    pub versions: Vec<Published>,
    /// Names of people by id, as they are now.
    pub names: Vec<(String, String)>,
    pub approver: String,
    pub topics: Vec<Topic>,
    /// Public address of the article that the claim stands in.
    pub article: Option<String>,
    /// Other articles in which it was said again: address and title.
    pub repeated_in: Vec<(String, String)>,
    /// Numbers of evidence whose passage is withheld, with the reason.
    pub withheld: HashMap<i32, String>,
    /// What is said beside the version: a source has changed since.
    pub notices: Vec<Notice>,
    /// Why the claimant is not named, where that is withheld.
    pub name_withheld: Option<String>,
    /// The names that a text beside the document may not show either.
    pub names_withheld: Vec<String>,
    /// Numbers of versions that are withheld.
    pub closed: Vec<i32>,
    /// Why it was taken back, and the address of the check it was merged into.
    pub retraction: Option<(Retraction, Option<String>)>,
}

/// The check at a public address; `number` asks for one of its versions instead of the live one.
pub fn shown(db: &mut Db, slug: &str, number: Option<i32>, now: Moment) -> Result<Shown> {
    let check: Check = Check::query().filter(check_rows::slug.eq(slug)).first(db)?;
    let versions = publishing::versions(db, &check.id)?;
    let wanted = number.or(check.live_version).ok_or(Error::NotFound)?;
    let version = versions.iter().find(|version| version.number == wanted).cloned().ok_or(Error::NotFound)?;
    let key = version.id.to_string();
    if let Some(reason) = withholdings::active(db, Withheld::Version, std::slice::from_ref(&key), now)?.remove(&key) {
        return Err(Error::Withheld(reason));
    }
    let mut document = checks::document(db, &version.content_hash)?;
    let me = check.id.to_string();
    let name = withholdings::active(db, Withheld::Name, std::slice::from_ref(&me), now)?.remove(&me);
    let names = if name.is_some() { withholdings::names_in(&document) } else { Vec::new() };
    if name.is_some() {
        withholdings::without_name(&mut document);
    }
    let ids: Vec<String> = versions.iter().map(|version| version.id.to_string()).collect();
    let closed = withholdings::active(db, Withheld::Version, &ids, now)?;
    let (mut versions, mut version) = (versions, version);
    for version in versions.iter_mut().chain([&mut version]) {
        let hidden = closed.contains_key(version.id.as_str());
        version.note = if hidden { String::new() } else { withholdings::without(&version.note, &names) };
    }
    let closed = versions.iter().filter(|it| closed.contains_key(it.id.as_str())).map(|it| it.number).collect();
    let retraction = match check.state {
        CheckState::Retracted => retractions::confirmed(db, &check.id)?,
        _ => None,
    };
    let approval = decisions::decision(db, &version.decision_id)?;
    let mut ids: Vec<String> = document.byline.iter().map(|part| part.person.clone()).collect();
    ids.push(approval.person_id.to_string());
    Ok(Shown {
        names: people::names(db, &ids)?,
        approver: approval.person_id.to_string(),
        topics: topics::of_claim(db, &check.claim_id)?,
        article: super::articles::address_of(db, &check.claim_id)?,
        repeated_in: super::articles::repeated_in(db, &check.claim_id)?,
        withheld: withheld_evidence(db, &check.id, &document, now)?,
        notices: notices::shown(db, &check.id)?,
        name_withheld: name,
        names_withheld: names,
        closed,
        retraction,
        check,
        version,
        document,
        versions,
    })
}

fn withheld_evidence(db: &mut Db, check: &CheckId, document: &Document, now: Moment) -> Result<HashMap<i32, String>> {
    let quote = |number: i32| format!("{check}/{number}");
    let quotes: Vec<String> = document.evidence.iter().map(|piece| quote(piece.number)).collect();
    let copies: Vec<String> =
        document.evidence.iter().filter_map(|piece| Some(piece.quote.as_ref()?.snapshot.id.clone())).collect();
    let quotes = withholdings::active(db, Withheld::Quote, &quotes, now)?;
    let copies = withholdings::active(db, Withheld::Snapshot, &copies, now)?;
    Ok(document
        .evidence
        .iter()
        .filter_map(|piece| {
            let copy = piece.quote.as_ref().and_then(|quote| copies.get(&quote.snapshot.id));
            Some((piece.number, quotes.get(&quote(piece.number)).or(copy)?.clone()))
        })
        .collect())
}

impl Shown {
    /// Whether what a version changed can be shown: neither it nor the one before is withheld.
    pub fn comparable(&self, number: &i32) -> bool {
        *number > 1 && !self.closed.contains(number) && !self.closed.contains(&(number - 1))
    }
}

/// The number of the live version at an address.
pub fn live_number(db: &mut Db, slug: &str) -> Result<i32> {
    let live: Option<i32> =
        check_rows::table.filter(check_rows::slug.eq(slug)).select(check_rows::live_version).first(db)?;
    live.ok_or(Error::NotFound)
}

/// Whether a piece of a number ever stood in a published version of the check at an address.
pub fn ever_had(db: &mut Db, slug: &str, number: i32) -> Result<bool> {
    let check: Check = Check::query().filter(check_rows::slug.eq(slug)).first(db)?;
    for version in publishing::versions(db, &check.id)? {
        if checks::document(db, &version.content_hash)?.evidence(number).is_some() {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The document without the passages that are withheld.
pub fn as_shown(shown: &Shown) -> Document {
    let mut document = shown.document.clone();
    for piece in document.evidence.iter_mut().filter(|piece| shown.withheld.contains_key(&piece.number)) {
        piece.quote = None;
    }
    document
}
