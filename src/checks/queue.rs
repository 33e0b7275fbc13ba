//! What waits for whom: reviews, approvals, one's own open checks; and where a source is used.

use std::collections::HashMap;

use diesel::prelude::*;

use super::document::Document;
use super::rules::{CheckId, DraftState, EvidenceState, Stance};
use super::scale::{self, VerdictId};
use super::store as checks;
use crate::claims::rules::ClaimId;
use crate::claims::store::visible_to as claims_visible_to;
use crate::db::{Db, Moment, MultiBackend};
use crate::error::Result;
use crate::evidence::rules::SourceId;
use crate::evidence::store::visible_to as sources_visible_to;
use crate::people::rules::{Actor, PersonId};
use crate::schema::{checks as check_rows, claims, contributions, drafts, evidence, people, sources};
use crate::web::Paging;

/// An open draft in a list.
#[derive(Debug, Clone)]
pub struct Waiting {
    pub check: CheckId,
    pub statement: String,
    pub state: DraftState,
    pub icon: String,
    pub tone: String,
    pub verdict: String,
    pub lead: String,
    pub submitted_by: String,
    pub submitted_at: Option<Moment>,
}

/// What a list of open drafts is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub states: Vec<DraftState>,
    pub lead: Option<PersonId>,
    /// Leaves out what this person has contributed to: they can neither review nor approve it.
    pub not_by: Option<PersonId>,
}

type Row = (CheckId, ClaimId, DraftState, Option<VerdictId>, Option<PersonId>, Option<String>, Option<Moment>);

/// A page of open drafts that somebody may see, longest waiting first.
pub fn waiting(db: &mut Db, actor: &Actor, filter: &Filter, paging: &Paging) -> Result<Vec<Waiting>> {
    let seen = claims::table.filter(claims_visible_to(actor)).select(claims::id);
    let mut query = drafts::table
        .inner_join(check_rows::table)
        .filter(check_rows::claim_id.eq_any(seen))
        .filter(drafts::state.eq_any(filter.states.clone()))
        .select((
            check_rows::id,
            check_rows::claim_id,
            drafts::state,
            drafts::verdict_id,
            check_rows::lead_id,
            drafts::submitted_by,
            drafts::submitted_at,
        ))
        .into_boxed::<MultiBackend>();
    if let Some(lead) = &filter.lead {
        query = query.filter(check_rows::lead_id.eq(lead.clone()));
    }
    if let Some(person) = &filter.not_by {
        let own = contributions::table.filter(contributions::person_id.eq(person.clone()));
        let drafted =
            own.clone().filter(contributions::draft_id.is_not_null()).select(contributions::draft_id.assume_not_null());
        let worded = own.filter(contributions::draft_id.is_null()).select(contributions::claim_id);
        query = query
            .filter(diesel::dsl::not(drafts::id.eq_any(drafted)))
            .filter(drafts::number.gt(1).or(diesel::dsl::not(check_rows::claim_id.eq_any(worded))));
    }
    let rows: Vec<Row> = query
        .order((drafts::submitted_at.is_null(), drafts::submitted_at, drafts::created_at))
        .limit(paging.limit())
        .offset(paging.offset())
        .load(db)?;
    let claims = statements(db, rows.iter().map(|row| &row.1).collect())?;
    let entries = scale::all(db)?;
    let mut ids: Vec<String> = rows.iter().filter_map(|row| row.4.as_ref().map(ToString::to_string)).collect();
    ids.extend(rows.iter().filter_map(|row| row.5.clone()));
    let names: Vec<(String, String)> =
        people::table.filter(people::id.eq_any(ids)).select((people::id, people::name)).load(db)?;
    let name = |id: &str| names.iter().find(|(key, _)| key == id).map(|(_, name)| name.clone()).unwrap_or_default();
    Ok(rows
        .into_iter()
        .map(|(check, claim, state, verdict, lead, submitted_by, submitted_at)| {
            let entry = entries.iter().find(|entry| Some(&entry.id) == verdict.as_ref());
            Waiting {
                check,
                statement: claims.get(&claim).cloned().unwrap_or_default(),
                state,
                icon: entry.map(|e| e.icon.clone()).unwrap_or_default(),
                tone: entry.map(|e| e.tone.to_string()).unwrap_or_default(),
                verdict: entry.map(|e| e.label.clone()).unwrap_or_default(),
                lead: lead.map(|id| name(id.as_str())).unwrap_or_default(),
                submitted_by: submitted_by.map(|id| name(&id)).unwrap_or_default(),
                submitted_at,
            }
        })
        .collect())
}

fn statements(db: &mut Db, ids: Vec<&ClaimId>) -> Result<HashMap<ClaimId, String>> {
    let rows: Vec<(ClaimId, String)> =
        claims::table.filter(claims::id.eq_any(ids)).select((claims::id, claims::statement)).load(db)?;
    Ok(rows.into_iter().collect())
}

/// Where a source is used.
#[derive(Debug, Clone)]
pub struct Use {
    pub check: CheckId,
    pub number: i32,
    pub stance: Stance,
    pub statement: String,
}

/// Uses that the page of a source lists.
pub const MOST_USES: i64 = 100;

/// The newest pieces of evidence that lean on a source, as far as somebody may see.
pub fn uses_of(db: &mut Db, actor: &Actor, source: &SourceId) -> Result<Vec<Use>> {
    let rows: Vec<(CheckId, i32, Stance, String)> = evidence::table
        .inner_join(check_rows::table.inner_join(claims::table.on(claims::id.eq(check_rows::claim_id))))
        .filter(evidence::source_id.eq(source))
        .filter(evidence::state.eq(EvidenceState::Kept))
        .filter(claims_visible_to(actor))
        .order(evidence::created_at.desc())
        .limit(MOST_USES)
        .select((check_rows::id, evidence::number, evidence::stance, claims::statement))
        .load(db)?;
    let told = |(check, number, stance, statement)| Use { check, number, stance, statement };
    Ok(rows.into_iter().map(told).collect())
}

/// Numbers of a check's evidence whose sources somebody may not see.
pub fn closed_pieces(db: &mut Db, actor: &Actor, check: &CheckId) -> Result<Vec<i32>> {
    let of_check: Vec<(i32, SourceId)> = evidence::table
        .filter(evidence::check_id.eq(check))
        .order(evidence::number)
        .select((evidence::number, evidence::source_id))
        .load(db)?;
    let ids: Vec<&SourceId> = of_check.iter().map(|(_, source)| source).collect();
    let seen: Vec<SourceId> = sources::table
        .filter(sources::id.eq_any(ids))
        .filter(sources_visible_to(actor))
        .select(sources::id)
        .load(db)?;
    Ok(of_check.into_iter().filter(|(_, source)| !seen.contains(source)).map(|(number, _)| number).collect())
}

/// What the newest approval of a draft covered, so that a page can show what has changed since.
pub fn approved_before(db: &mut Db, draft: &checks::Draft) -> Result<Option<Document>> {
    match super::decisions::approval(db, draft)? {
        Some(approval) if Some(&approval.content_hash) != draft.content_hash.as_ref() => {
            Ok(Some(checks::document(db, &approval.content_hash)?))
        }
        _ => Ok(None),
    }
}
