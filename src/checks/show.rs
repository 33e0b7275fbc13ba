//! How claims and checks look in lists: state, verdict, who has it.

use std::collections::HashMap;

use diesel::prelude::*;

use super::rules::{CheckId, CheckState, DraftState};
use super::scale::{self, VerdictId};
use crate::claims::rules::ClaimId;
use crate::claims::store::Claim;
use crate::db::Db;
use crate::error::Result;
use crate::people::rules::PersonId;
use crate::schema::{checks, claimants, drafts, people};
use crate::web::Ui;

/// A claim in a list or beside its article.
#[derive(Debug, Clone)]
pub struct ClaimLine {
    /// Its number on the page.
    pub n: usize,
    pub claim: Claim,
    /// State of the claim, or of its check once it has one.
    pub state: String,
    pub tone: String,
    pub icon: String,
    pub verdict: String,
    pub claimant: String,
    pub lead: String,
    pub check: Option<CheckId>,
    /// Whether readers have a published version of its check.
    pub live: bool,
}

impl ClaimLine {
    /// State in words, with the verdict where one is given.
    pub fn says(&self, ui: &Ui) -> String {
        let state = ui.word("state", &self.state);
        if self.verdict.is_empty() { state } else { format!("{state} · {}", self.verdict) }
    }
}

type CheckRow = (CheckId, ClaimId, CheckState, Option<PersonId>);

/// Puts beside each claim what a list shows of it, with a fixed number of queries.
pub fn lines(db: &mut Db, claims: Vec<Claim>) -> Result<Vec<ClaimLine>> {
    let ids: Vec<&ClaimId> = claims.iter().map(|claim| &claim.id).collect();
    let rows: Vec<CheckRow> = checks::table
        .filter(checks::claim_id.eq_any(ids))
        .select((checks::id, checks::claim_id, checks::state, checks::lead_id))
        .load(db)?;
    let check_ids: Vec<&CheckId> = rows.iter().map(|row| &row.0).collect();
    let newest: HashMap<CheckId, (DraftState, Option<VerdictId>)> = drafts::table
        .filter(drafts::check_id.eq_any(check_ids))
        .order(drafts::number)
        .select((drafts::check_id, drafts::state, drafts::verdict_id))
        .load::<(CheckId, DraftState, Option<VerdictId>)>(db)?
        .into_iter()
        .map(|(check, state, verdict)| (check, (state, verdict)))
        .collect();
    let entries = scale::all(db)?;
    let leads: Vec<&PersonId> = rows.iter().filter_map(|row| row.3.as_ref()).collect();
    let leads: HashMap<PersonId, String> = people::table
        .filter(people::id.eq_any(leads))
        .select((people::id, people::name))
        .load(db)?
        .into_iter()
        .collect();
    let speakers: Vec<_> = claims.iter().filter_map(|claim| claim.claimant_id.clone()).collect();
    let speakers: HashMap<crate::claims::claimants::ClaimantId, String> = claimants::table
        .filter(claimants::id.eq_any(speakers))
        .select((claimants::id, claimants::name))
        .load(db)?
        .into_iter()
        .collect();
    let by_claim: HashMap<&ClaimId, &CheckRow> = rows.iter().map(|row| (&row.1, row)).collect();
    Ok((1..)
        .zip(claims)
        .map(|(n, claim)| {
            let check = by_claim.get(&claim.id);
            let draft = check.and_then(|row| newest.get(&row.0));
            let entry = draft.and_then(|(_, verdict)| entries.iter().find(|entry| Some(&entry.id) == verdict.as_ref()));
            let state = match (check.map(|row| row.2), draft) {
                (Some(CheckState::Retracted), _) => "retracted".to_owned(),
                (Some(_), Some((state, _))) => state.to_string(),
                _ => claim.state.to_string(),
            };
            ClaimLine {
                n,
                state,
                tone: entry.map(|entry| entry.tone.to_string()).unwrap_or_default(),
                icon: entry.map(|entry| entry.icon.clone()).unwrap_or_default(),
                verdict: entry.map(|entry| entry.label.clone()).unwrap_or_default(),
                claimant: claim.claimant_id.as_ref().and_then(|id| speakers.get(id)).cloned().unwrap_or_default(),
                lead: check.and_then(|row| leads.get(row.3.as_ref()?)).cloned().unwrap_or_default(),
                check: check.map(|row| row.0.clone()),
                live: check.is_some_and(|row| row.2 == CheckState::Published),
                claim,
            }
        })
        .collect())
}
