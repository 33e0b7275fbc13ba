//! What is indexed for readers: published checks, in the words of their live versions and no others.

use std::collections::HashMap;

use crate::checks::document::Document;
use crate::checks::rules::CheckId;
use crate::db::{Db, Moment};
use crate::error::Result;
use crate::publication::store::{self as publication, Live};
use crate::search::{Entry, EntryKind, Matchable, Sight, Tag};

/// The key of a check in the public index.
pub fn key(check: &CheckId) -> String {
    format!("check:{check}")
}

/// The check that a key of the public index is about.
pub fn check_of(key: &str) -> Option<CheckId> {
    key.strip_prefix("check:")?.parse().ok()
}

/// The entries of some checks; one that readers may not see now is missing from the answer.
pub fn of(db: &mut Db, ids: &[CheckId], now: Moment) -> Result<Vec<Entry>> {
    let mut topics: HashMap<String, Vec<(String, String)>> = publication::topics_of(db, ids)?;
    let live = publication::live(db, ids, now)?;
    Ok(live.into_iter().map(|it| entry(&it, topics.remove(it.check.as_str()).unwrap_or_default())).collect())
}

fn entry(live: &Live, topics: Vec<(String, String)>) -> Entry {
    let document = &live.document;
    let mut tags = vec![(Tag::Kind, "check".to_owned()), (Tag::Lang, document.language.clone())];
    let mut counted = vec![(Tag::Lang, document.language.clone())];
    if let Some(verdict) = &document.verdict {
        tags.push((Tag::Verdict, verdict.label.clone()));
        counted.push((Tag::Verdict, verdict.label.clone()));
    }
    let claimant = document.claimant.as_ref();
    let names = claimant.iter().flat_map(|it| it.name.iter().chain(&it.aliases));
    tags.extend(names.map(|name| (Tag::Claimant, name.clone())));
    if let Some(name) = claimant.and_then(|it| it.name.as_ref()) {
        counted.push((Tag::Claimant, name.clone()));
    }
    for (slug, name) in topics {
        counted.push((Tag::Topic, name.clone()));
        tags.push((Tag::Topic, name));
        tags.push((Tag::Topic, slug));
    }
    for piece in &document.evidence {
        tags.push((Tag::Source, piece.source.publisher.clone()));
        tags.extend(super::entries::hosts(piece.source.url.as_deref()).map(|host| (Tag::Source, host)));
    }
    tags.retain(|(_, value)| !value.is_empty());
    Entry {
        key: key(&live.check),
        kind: EntryKind::Check,
        sight: Sight::Everyone,
        lang: document.language.clone(),
        title: document.statement.clone(),
        body: body(live, document),
        tags,
        counted,
        at: live.published_at.utc().timestamp_micros(),
        matchable: Some(Matchable { text: document.statement.clone(), title: None }),
    }
}

fn body(live: &Live, document: &Document) -> Vec<String> {
    let mut body = vec![document.summary.clone(), document.reasoning.clone()];
    body.extend(document.claimant.iter().flat_map(|it| it.name.iter().chain(&it.aliases)).cloned());
    body.extend(document.appearances.iter().flat_map(|it| [it.platform.clone(), it.by.clone()]));
    for piece in document.evidence.iter().filter(|piece| !live.withheld.contains_key(&piece.number)) {
        body.extend([piece.note.clone(), piece.source.title.clone(), piece.source.publisher.clone()]);
        body.extend(piece.quote.iter().map(|quote| quote.exact.clone()));
    }
    body
}
