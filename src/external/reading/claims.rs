//! What was claimed, in the words that the check reviews.

use super::super::repairs::{Log, RepairKind};
use super::tree::Json;
use super::{addresses, words};

/// Most claims of one object.
const MOST: usize = 10;

/// The claims; where there is none the reviewed item's text or the title stands in.
pub(super) fn claims(object: &Json, items: &[&Json], title: Option<&str>, log: &mut Log) -> Vec<String> {
    let stated = object.get("claimReviewed");
    let mut claims: Vec<String> = Vec::new();
    for item in stated.map(Json::items).unwrap_or_default().into_iter().take(MOST) {
        let claim = claim(item, log);
        claims.extend(claim.filter(|it| !claims.contains(it)));
    }
    if let Some(list) = stated.filter(|it| it.is_list()) {
        let kind = if claims.len() > 1 { RepairKind::ListEach } else { RepairKind::ListFirst };
        log.note("claim", kind, &list.shown());
        if list.items().len() > MOST {
            log.note("claim", RepairKind::ListCut, &list.shown());
        }
    }
    if claims.is_empty() {
        let said = items.iter().find_map(|it| said(it, log));
        let kind = if said.is_some() { RepairKind::ClaimFromItem } else { RepairKind::ClaimFromTitle };
        if let Some(claim) = said.or_else(|| title.map(str::to_owned)) {
            log.note("claim", kind, &claim);
            claims.push(claim);
        }
    }
    claims
}

fn claim(item: &Json, log: &mut Log) -> Option<String> {
    let inner = ["text", "claimReviewed", "description", "name"].iter().find_map(|it| item.get(it));
    match inner.filter(|_| item.get("@value").is_none()) {
        Some(inner) => {
            log.note("claim", RepairKind::ValueObject, &item.shown());
            inner.items().into_iter().find_map(|it| words::one("claim", it, log))
        }
        None => words::one("claim", item, log),
    }
}

/// What the reviewed item says, where it is a text or has one.
fn said(item: &Json, log: &mut Log) -> Option<String> {
    if item.text().is_some_and(|it| !addresses::is_meant(it)) {
        return words::one("claim", item, log);
    }
    let stated = ["text", "description", "headline"].iter().find_map(|it| item.get(it))?;
    stated.items().into_iter().find_map(|it| words::one("claim", it, log))
}
