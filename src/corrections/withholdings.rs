//! Rows of withholdings: what may not be shown, for a court, for somebody's privacy or for a right of copy. Hashes stay.

use std::collections::HashMap;

use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::{Withheld, WithholdingId, WithholdingState, may_confirm};
use crate::checks::document::Document;
use crate::checks::rules::CheckId;
use crate::checks::{publishing, store as checks};
use crate::claims::claimants::ClaimantKind;
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Faults, Result, Say};
use crate::events::{self, Kind, Thing};
use crate::jobs::store as jobs;
use crate::people::rules::{Act, PersonId};
use crate::schema::withholdings;
use crate::tx::Tx;

/// What stands where a name is withheld.
const MISSING: &str = "[…]";
/// The kind of the job that ends one.
pub const JOB: &str = "withholding_end";

/// Something that is not shown, with its public reason.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = withholdings)]
pub struct Withholding {
    pub id: WithholdingId,
    pub subject_kind: Withheld,
    /// A version's key; a check's key, a slash and the number of a piece; a copy's key; a check's key for the name in it.
    pub subject_id: String,
    pub state: WithholdingState,
    pub reason: String,
    pub until: Option<Moment>,
    pub proposed_by: PersonId,
    pub confirmed_by: Option<PersonId>,
    pub created_at: Moment,
}

impl Thing for Withholding {
    const KIND: &'static str = "withholding";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "kind": self.subject_kind, "subject": self.subject_id, "reason": self.reason, "until": self.until,
            "proposed_by": self.proposed_by, "confirmed_by": self.confirmed_by,
        })
    }
}

/// What of a check is to be withheld, by the numbers that its page shows.
#[derive(Debug, Clone)]
pub struct Part {
    pub kind: Withheld,
    /// Of a version, a piece of evidence; nothing for a name.
    pub number: Option<i32>,
}

/// Proposes to withhold a part of a check.
pub fn propose(tx: &mut Tx, check: &CheckId, part: &Part, reason: &str, until: Option<Moment>) -> Result<()> {
    tx.by.require(Act::Approve)?;
    let by = tx.by.clone();
    let check = checks::find(tx.db, &by, check)?;
    if until.is_some_and(|until| until <= tx.now) {
        return Err(Faults::of("until", Say::new("until-past")));
    }
    let subject_id = subject(tx.db, &check.id, part)?;
    let same: i64 = withholdings::table
        .filter(withholdings::subject_kind.eq(part.kind))
        .filter(withholdings::subject_id.eq(&subject_id))
        .filter(withholdings::state.ne(WithholdingState::Ended))
        .count()
        .get_result(tx.db)?;
    if same > 0 {
        return Err(Error::refused("withheld-already"));
    }
    let row = Withholding {
        id: tx.id(),
        subject_kind: part.kind,
        subject_id,
        state: WithholdingState::Proposed,
        reason: reason.to_owned(),
        until,
        proposed_by: by.id,
        confirmed_by: None,
        created_at: tx.now,
    };
    diesel::insert_into(withholdings::table).values(&row).execute(tx.db)?;
    events::record(tx, Kind::WithholdingProposed, &row, "")
}

fn subject(db: &mut Db, check: &CheckId, part: &Part) -> Result<String> {
    let versions = publishing::versions(db, check)?;
    let unknown = || Faults::of("part", Say::new("withhold-unknown"));
    let number = || part.number.ok_or_else(unknown);
    if versions.is_empty() {
        return Err(Error::refused("retraction-published-only"));
    }
    match part.kind {
        Withheld::Name => Ok(check.to_string()),
        Withheld::Version => {
            let wanted = number()?;
            let version = versions.iter().find(|version| version.number == wanted).ok_or_else(unknown)?;
            Ok(version.id.to_string())
        }
        Withheld::Quote | Withheld::Snapshot => {
            let wanted = number()?;
            for version in &versions {
                let document = checks::document(db, &version.content_hash)?;
                let quote = document.evidence(wanted).and_then(|piece| piece.quote.clone());
                if let Some(quote) = quote {
                    return Ok(match part.kind {
                        Withheld::Snapshot => quote.snapshot.id,
                        _ => format!("{check}/{wanted}"),
                    });
                }
            }
            Err(unknown())
        }
    }
}

/// Confirms what another proposed, ends what is active, or takes a proposal back.
pub fn set_state(tx: &mut Tx, check: &CheckId, id: &WithholdingId, state: WithholdingState) -> Result<()> {
    tx.by.require(Act::Approve)?;
    let by = tx.by.clone();
    checks::find(tx.db, &by, check)?;
    let before = of_check(tx.db, check)?.into_iter().find(|one| one.id == *id).ok_or(Error::NotFound)?;
    let kind = match (before.state, state) {
        (WithholdingState::Proposed, WithholdingState::Active) => {
            may_confirm(&by, before.proposed_by.as_str())?;
            Kind::WithholdingConfirmed
        }
        (WithholdingState::Proposed | WithholdingState::Active, WithholdingState::Ended) => Kind::WithholdingEnded,
        _ => return Err(Error::refused("proposal-decided")),
    };
    let confirmed_by = (state == WithholdingState::Active).then(|| by.id.clone()).or(before.confirmed_by.clone());
    move_to(tx, &before, state, confirmed_by, kind)?;
    match (state, before.until) {
        (WithholdingState::Active, Some(until)) => jobs::add(tx, JOB, id.as_str(), until),
        _ => Ok(()),
    }
}

/// Ends one whose time is over; readers see the thing again, and everything derived from it follows the event.
pub fn end(tx: &mut Tx, id: &WithholdingId) -> Result<()> {
    let before: Withholding = Withholding::query().find(id).first(tx.db)?;
    if before.state != WithholdingState::Active {
        return Ok(());
    }
    move_to(tx, &before, WithholdingState::Ended, before.confirmed_by.clone(), Kind::WithholdingEnded)
}

fn move_to(
    tx: &mut Tx,
    before: &Withholding,
    state: WithholdingState,
    confirmed_by: Option<PersonId>,
    kind: Kind,
) -> Result<()> {
    let changed: Withholding = diesel::update(withholdings::table.find(&before.id))
        .set((withholdings::state.eq(state), withholdings::confirmed_by.eq(confirmed_by)))
        .returning(cols::<Withholding>())
        .get_result(tx.db)?;
    events::record(tx, kind, &changed, "")
}

/// Everything that was ever proposed about a check, newest first.
pub fn of_check(db: &mut Db, check: &CheckId) -> Result<Vec<Withholding>> {
    let mut subjects = vec![check.to_string()];
    for version in publishing::versions(db, check)? {
        subjects.push(version.id.to_string());
        for piece in checks::document(db, &version.content_hash)?.evidence {
            subjects.push(format!("{check}/{}", piece.number));
            subjects.extend(piece.quote.map(|quote| quote.snapshot.id));
        }
    }
    subjects.sort();
    subjects.dedup();
    Ok(Withholding::query()
        .filter(withholdings::subject_id.eq_any(subjects))
        .order((withholdings::created_at.desc(), withholdings::id.desc()))
        .limit(200)
        .load(db)?)
}

/// The public reasons of what is withheld now, by id.
pub fn active(db: &mut Db, kind: Withheld, ids: &[String], now: Moment) -> Result<HashMap<String, String>> {
    Ok(withholdings::table
        .filter(withholdings::subject_kind.eq(kind))
        .filter(withholdings::subject_id.eq_any(ids))
        .filter(withholdings::state.eq(WithholdingState::Active))
        .filter(withholdings::until.is_null().or(withholdings::until.gt(now).assume_not_null()))
        .select((withholdings::subject_id, withholdings::reason))
        .load(db)?
        .into_iter()
        .collect())
}

/// The ids of everything of a kind that is withheld now: few, so that lists can leave them out.
pub fn all_active(db: &mut Db, kind: Withheld, now: Moment) -> Result<Vec<String>> {
    Ok(withholdings::table
        .filter(withholdings::subject_kind.eq(kind))
        .filter(withholdings::state.eq(WithholdingState::Active))
        .filter(withholdings::until.is_null().or(withholdings::until.gt(now).assume_not_null()))
        .select(withholdings::subject_id)
        .load(db)?)
}

/// The names that are withheld with a claimant: in full, by alias, and of a person the last part.
pub fn names_in(document: &Document) -> Vec<String> {
    let Some(claimant) = &document.claimant else { return Vec::new() };
    let mut names: Vec<String> = claimant.name.iter().chain(&claimant.aliases).cloned().collect();
    if claimant.kind == ClaimantKind::Person {
        let last = |name: &String| name.split_whitespace().last().map(str::to_owned);
        let parts: Vec<String> = names.iter().filter_map(last).filter(|part| part.chars().count() > 2).collect();
        names.extend(parts);
    }
    names.sort_by_key(|name| std::cmp::Reverse(name.len()));
    names.dedup();
    names
}

/// A text with a mark where these names stood, so that readers see that something is missing.
pub fn without(text: &str, names: &[String]) -> String {
    let fold = |c: &char| c.to_lowercase().next().unwrap_or(*c);
    let letters: Vec<char> = text.chars().collect();
    let names: Vec<Vec<char>> = names.iter().map(|name| name.chars().map(|c| fold(&c)).collect()).collect();
    let (mut out, mut at) = (String::with_capacity(text.len()), 0);
    while let Some(letter) = letters.get(at) {
        let begins = at == 0 || letters.get(at - 1).is_none_or(|before| !before.is_alphanumeric());
        let hit = names.iter().find(|name| {
            let here = letters.get(at..at + name.len());
            let ends = letters.get(at + name.len()).is_none_or(|after| !after.is_alphanumeric());
            !name.is_empty()
                && begins
                && ends
                && here.is_some_and(|here| here.iter().map(fold).eq(name.iter().copied()))
        });
        match hit {
            Some(name) => {
                out.push_str(MISSING);
                at += name.len();
            }
            None => {
                out.push(*letter);
                at += 1;
            }
        }
    }
    out
}

/// Takes the claimant's name out of a document that readers are to see, wherever it stands.
pub fn without_name(document: &mut Document) {
    let names = names_in(document);
    let Some(claimant) = &mut document.claimant else { return };
    (claimant.name, claimant.same_as, claimant.private) = (None, None, true);
    claimant.aliases.clear();
    let mut texts =
        vec![&mut claimant.description, &mut document.statement, &mut document.summary, &mut document.reasoning];
    texts.extend([&mut document.reasons.single_source, &mut document.reasons.no_appearance]);
    texts.extend(document.correction.iter_mut().map(|correction| &mut correction.note));
    for appearance in &mut document.appearances {
        texts.extend([&mut appearance.by, &mut appearance.platform]);
    }
    for piece in &mut document.evidence {
        let source = &mut piece.source;
        texts.extend([&mut piece.note, &mut source.title, &mut source.citation, &mut source.interests]);
        texts.extend(source.origin.iter_mut().map(|origin| &mut origin.title));
        texts.extend(source.protected.iter_mut().map(|protected| &mut protected.reason));
        texts.extend(piece.quote.iter_mut().map(|quote| &mut quote.exact));
    }
    for text in texts {
        *text = without(text, &names);
    }
}

/// Whether any passage that is withheld stands in this copy.
pub fn in_copy(db: &mut Db, snapshot: &str, now: Moment) -> Result<bool> {
    use crate::schema::evidence;
    for subject in all_active(db, Withheld::Quote, now)? {
        let Some((check, number)) = subject.split_once('/') else { continue };
        let Ok(number) = number.parse::<i32>() else { continue };
        let here: i64 = evidence::table
            .filter(evidence::check_id.eq(check))
            .filter(evidence::number.eq(number))
            .filter(evidence::snapshot_id.eq(snapshot))
            .count()
            .get_result(db)?;
        if here > 0 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Withholdings from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Withholding>> {
    Ok(Withholding::query().filter(withholdings::id.gt(after)).order(withholdings::id).limit(limit).load(db)?)
}

#[cfg(test)]
mod tests {
    use super::without;

    #[test]
    fn a_name_leaves_a_mark_and_nothing_else_changes() {
        let names = ["Piers Holm".to_owned(), "Holm".to_owned(), "İnci".to_owned()];
        for (text, expected) in [
            ("Mr Holm said, and PIERS HOLM again.", "Mr […] said, and […] again."),
            ("Holmes and the Holm’s lake", "Holmes and the […]’s lake"),
            ("", ""),
            ("İnci, ẞ and ǅ", "[…], ẞ and ǅ"),
        ] {
            assert_eq!(without(text, &names), expected);
        }
    }
}
