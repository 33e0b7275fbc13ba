//! Who published a check, and who made the claim.

use super::super::repairs::{Log, RepairKind};
use super::tree::Json;
use super::{addresses, words};

/// A publisher as far as it is named.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Publisher {
    pub(super) name: Option<String>,
    pub(super) url: Option<String>,
}

/// The organisation that published a check: its author, unless that is a person and an organisation is named too.
pub(super) fn publisher(review: &Json, log: &mut Log) -> Publisher {
    let stated = |name: &str| review.get(name);
    let authors = stated("author").map(Json::items).unwrap_or_default();
    let (people, desks): (Vec<&Json>, Vec<&Json>) = authors.into_iter().partition(|it| is_person(it));
    let others = ["publisher", "sourceOrganization", "provider", "creator"];
    let others: Vec<&Json> = others.iter().filter_map(|it| stated(it)).flat_map(Json::items).collect();
    if stated("author").is_some_and(Json::is_list) {
        log.note("publisher", RepairKind::ListFirst, &stated("author").map(Json::shown).unwrap_or_default());
    }
    if let Some(found) = desks.into_iter().find_map(|it| named(it, log)) {
        return found;
    }
    let elsewhere = others.into_iter().find_map(|it| Some((named(it, log)?, it.shown())));
    if let Some((found, was)) = elsewhere {
        log.note("publisher", RepairKind::PublisherFromOther, &found.name.clone().unwrap_or(was));
        return found;
    }
    people.into_iter().find_map(|it| named(it, log)).unwrap_or_default()
}

fn is_person(party: &Json) -> bool {
    let kinds = party.get("@type").or(party.get("type")).map(Json::items).unwrap_or_default();
    kinds.iter().filter_map(|it| it.text()).any(|it| it.trim().ends_with("Person"))
}

fn named(party: &Json, log: &mut Log) -> Option<Publisher> {
    let found = match party {
        Json::Object(_) if party.get("@value").is_none() => {
            Publisher { name: name("publisher", party, log), url: addresses::of_party("publisher", party, log) }
        }
        _ => plain(party, log)?,
    };
    (found.name.is_some() || found.url.is_some()).then_some(found)
}

fn name(field: &'static str, party: &Json, log: &mut Log) -> Option<String> {
    let name = ["name", "legalName", "alternateName"].iter().find_map(|it| party.get(it));
    words::text(field, name, words::NAME, log)
}

fn plain(party: &Json, log: &mut Log) -> Option<Publisher> {
    let text = words::text("publisher", Some(party), words::NAME, log)?;
    log.note("publisher", RepairKind::PlainText, &text);
    if addresses::is_meant(&text) {
        return Some(Publisher { name: None, url: addresses::address("publisher", &text, log).ok() });
    }
    Some(Publisher { name: Some(text), url: None })
}

/// Who made the claim, by the names of the reviewed item's authors.
pub(super) fn claimant(items: &[&Json], log: &mut Log) -> Option<String> {
    let authors: Vec<&Json> =
        items.iter().filter_map(|it| it.get("author").or_else(|| it.get("creator"))).flat_map(Json::items).collect();
    let mut names: Vec<String> = Vec::new();
    for author in authors {
        let named = match author {
            Json::Object(_) if author.get("@value").is_none() => name("claimant", author, log),
            _ => {
                let plain = words::one("claimant", author, log);
                plain.inspect(|it| log.note("claimant", RepairKind::PlainText, it))
            }
        };
        names.extend(named.filter(|it| !names.contains(it)));
        if names.len() > 20 {
            log.note("claimant", RepairKind::ListCut, "");
            break;
        }
    }
    let joined = Json::Text(names.join(", ").into());
    if names.is_empty() { None } else { words::text("claimant", Some(&joined), words::NAME, log) }
}
