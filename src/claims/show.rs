//! The list of claims: filters by address, a fixed number of queries whatever its length.

use diesel::prelude::*;

use super::rules::{ClaimId, ClaimState};
use super::store::{Claim, visible_to};
use super::topics::TopicId;
use crate::checks::show::{ClaimLine, lines};
use crate::db::{Db, MultiBackend};
use crate::error::Result;
use crate::people::rules::{Actor, PersonId};
use crate::schema::{checks, claim_topics, claims};
use crate::web::Paging;

/// What a list of claims is narrowed to.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    pub state: Option<ClaimState>,
    pub topic: Option<TopicId>,
    pub lead: Option<PersonId>,
    /// Words that stand in the statement.
    pub words: String,
}

/// A page of claims, newest first.
pub fn list(db: &mut Db, actor: &Actor, filter: &Filter, paging: &Paging) -> Result<Vec<ClaimLine>> {
    let mut query = Claim::query().filter(visible_to(actor)).into_boxed::<MultiBackend>();
    if let Some(state) = filter.state {
        query = query.filter(claims::state.eq(state));
    }
    if let Some(topic) = &filter.topic {
        let tagged =
            claim_topics::table.filter(claim_topics::topic_id.eq(topic.clone())).select(claim_topics::claim_id);
        query = query.filter(claims::id.eq_any(tagged));
    }
    if let Some(lead) = &filter.lead {
        let taken = checks::table.filter(checks::lead_id.eq(lead.clone())).select(checks::claim_id);
        query = query.filter(claims::id.eq_any(taken));
    }
    for word in filter.words.split_whitespace().take(8) {
        query = query.filter(claims::statement.like(pattern(word)).escape('\\'));
    }
    let found = query
        .order((claims::created_at.desc(), claims::id.desc()))
        .limit(paging.limit())
        .offset(paging.offset())
        .load(db)?;
    lines(db, found)
}

/// Claims to choose from as the one that another repeats.
pub fn choices(db: &mut Db, actor: &Actor, except: &ClaimId) -> Result<Vec<(ClaimId, String)>> {
    Ok(claims::table
        .filter(visible_to(actor))
        .filter(claims::id.ne(except))
        .filter(claims::duplicate_of.is_null())
        .order(claims::created_at.desc())
        .limit(200)
        .select((claims::id, claims::statement))
        .load(db)?)
}

fn pattern(word: &str) -> String {
    let escaped: String =
        word.chars().flat_map(|c| if matches!(c, '%' | '_' | '\\') { vec!['\\', c] } else { vec![c] }).collect();
    format!("%{escaped}%")
}
