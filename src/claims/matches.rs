//! What people said about which claims are the same. A ruling is of two wordings, not of two places: it holds wherever
//! the same words are said again, and it is asked anew once either side says something else.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::{ClaimId, Step};
use super::store::{self, find};
use crate::articles::rules::ArticleId;
use crate::articles::store as articles;
use crate::db::{Db, Moment, cols, sha256};
use crate::error::Result;
use crate::events::{self, Kind, Thing};
use crate::external::store::{self as external, ExternalId};
use crate::people::rules::{Act, Actor, Role};
use crate::schema::{claim_matches, claims, people};
use crate::text::words::words;
use crate::tx::Tx;

id! {
    /// A ruling on two wordings.
    MatchId
}

words! {
    /// What somebody said of two wordings.
    pub enum MatchRuling { Same = "same", Related = "related", Different = "different" }
}

words! {
    /// Whether the ruling holds.
    pub enum MatchState { Standing = "standing", Withdrawn = "withdrawn" }
}

/// One ruling.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = claim_matches)]
pub struct Match {
    pub id: MatchId,
    /// Both wordings and the other thing, hashed.
    pub pair: String,
    pub said: String,
    pub said_hash: String,
    pub claim_id: Option<ClaimId>,
    pub article_id: Option<ArticleId>,
    pub other_claim_id: Option<ClaimId>,
    pub other_external_id: Option<ExternalId>,
    pub ruling: MatchRuling,
    pub state: MatchState,
    pub decided_by: String,
    pub revision: i32,
    pub created_at: Moment,
}

impl Thing for Match {
    const KIND: &'static str = "claim_match";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "pair": self.pair, "said": self.said, "claim": self.claim_id, "article": self.article_id,
            "other_claim": self.other_claim_id, "other_external": self.other_external_id, "ruling": self.ruling,
            "by": self.decided_by,
        })
    }
}

/// What was matched: a claim of ours, or another desk's check.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Other {
    Claim(ClaimId),
    External(ExternalId),
}

impl Other {
    /// The key of forms, and of the search index.
    pub fn key(&self) -> String {
        match self {
            Other::Claim(id) => format!("claim:{id}"),
            Other::External(id) => format!("external:{id}"),
        }
    }

    /// Reads a key.
    pub fn read(key: &str) -> Option<Self> {
        match key.split_once(':')? {
            ("claim", id) => id.parse().ok().map(Other::Claim),
            ("external", id) => id.parse().ok().map(Other::External),
            _ => None,
        }
    }
}

/// Whose words were matched.
#[derive(Debug, Clone)]
pub enum Saying {
    /// A claim's statement.
    Claim(ClaimId),
    /// A sentence of an article.
    Sentence(ArticleId, String),
}

/// What wordings are known by: their words as a search compares them.
pub fn hash_of(text: &str) -> String {
    let folded: Vec<String> = words(text).into_iter().map(|word| word.folded).collect();
    sha256(folded.join(" ").as_bytes())
}

fn pair_of(said: &str, other: &Other, theirs: &str) -> String {
    sha256(format!("{}\n{}\n{}", hash_of(said), other.key(), hash_of(theirs)).as_bytes())
}

/// What the other side says now, for somebody who may see it.
fn words_of(tx: &mut Tx, other: &Other) -> Result<String> {
    let by = tx.by.clone();
    match other {
        Other::Claim(id) => Ok(find(tx.db, &by, id)?.statement),
        Other::External(id) => Ok(external::find(tx.db, id)?.claim),
    }
}

/// Rules on a match, or takes the ruling back with `None`.
pub fn rule(tx: &mut Tx, saying: &Saying, other: &Other, ruling: Option<MatchRuling>) -> Result<()> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    let (said, claim, article) = match saying {
        Saying::Claim(id) => (find(tx.db, &by, id)?.statement, Some(id.clone()), None),
        Saying::Sentence(article, text) => {
            (text.chars().take(20_000).collect(), None, Some(articles::find(tx.db, &by, article)?.id))
        }
    };
    let theirs = words_of(tx, other)?;
    let pair = pair_of(&said, other, &theirs);
    let before: Option<Match> = Match::query().filter(claim_matches::pair.eq(&pair)).first(tx.db).optional()?;
    let state = if ruling.is_some() { MatchState::Standing } else { MatchState::Withdrawn };
    let row = match before {
        None if ruling.is_none() => return Ok(()),
        // An editor who says the same as a reviewer confirms it: readers may then see it.
        Some(before)
            if before.state == state
                && ruling.is_none_or(|ruling| ruling == before.ruling)
                && (before.decided_by == by.id.as_str() || by.require(Act::Approve).is_err()) =>
        {
            return Ok(());
        }
        Some(before) => diesel::update(claim_matches::table.find(&before.id))
            .set((
                claim_matches::ruling.eq(ruling.unwrap_or(before.ruling)),
                claim_matches::state.eq(state),
                claim_matches::decided_by.eq(by.id.to_string()),
                claim_matches::revision.eq(before.revision + 1),
            ))
            .returning(cols::<Match>())
            .get_result(tx.db)?,
        None => {
            let (other_claim_id, other_external_id) = match other {
                Other::Claim(id) => (Some(id.clone()), None),
                Other::External(id) => (None, Some(id.clone())),
            };
            let row = Match {
                id: tx.id(),
                pair,
                said_hash: hash_of(&said),
                said,
                claim_id: claim,
                article_id: article,
                other_claim_id,
                other_external_id,
                ruling: ruling.unwrap_or(MatchRuling::Related),
                state,
                decided_by: by.id.to_string(),
                revision: 1,
                created_at: tx.now,
            };
            diesel::insert_into(claim_matches::table).values(&row).execute(tx.db)?;
            row
        }
    };
    let kind = if state == MatchState::Standing { Kind::MatchRuled } else { Kind::MatchWithdrawn };
    events::record(tx, kind, &row, "")
}

/// A claim is another one said again: the ruling, and the step of triage, in one go.
pub fn confirm_duplicate(tx: &mut Tx, claim: &ClaimId, of: &ClaimId, seen: i32) -> Result<()> {
    store::triage(tx, claim, Step::Duplicate { of: of.clone() }, seen)?;
    rule(tx, &Saying::Claim(claim.clone()), &Other::Claim(of.clone()), Some(MatchRuling::Same))
}

/// The standing rulings on some words, by the other side's key. `theirs` are the other sides as they stand now, each a key
/// and its words: a ruling on words that have changed since is not among the answers, nor one that was made about a
/// claim or an article that is closed to whoever looks.
pub fn rulings(
    db: &mut Db,
    actor: &Actor,
    said: &str,
    theirs: &[(Other, String)],
) -> Result<HashMap<String, MatchRuling>> {
    let pairs: HashMap<String, String> =
        theirs.iter().map(|(other, words)| (pair_of(said, other, words), other.key())).collect();
    let rows: Vec<Match> = Match::query()
        .filter(claim_matches::said_hash.eq(hash_of(said)))
        .filter(claim_matches::state.eq(MatchState::Standing))
        .limit(500)
        .load(db)?;
    let mut found = HashMap::new();
    for row in rows {
        let Some(key) = pairs.get(&row.pair) else { continue };
        let open = match (&row.claim_id, &row.article_id) {
            (Some(claim), _) => find(db, actor, claim).is_ok(),
            (None, Some(article)) => articles::find(db, actor, article).is_ok(),
            (None, None) => true,
        };
        if open {
            found.insert(key.clone(), row.ruling);
        }
    }
    Ok(found)
}

/// Those of some claims that an editor said are the claim they point to, in these words: only these are shown to readers
/// as checked there.
pub fn confirmed(db: &mut Db, ids: &[ClaimId]) -> Result<Vec<ClaimId>> {
    let said: Vec<(ClaimId, String, Option<ClaimId>)> = claims::table
        .filter(claims::id.eq_any(ids))
        .filter(claims::duplicate_of.is_not_null())
        .select((claims::id, claims::statement, claims::duplicate_of))
        .load(db)?;
    let originals: Vec<&ClaimId> = said.iter().filter_map(|(_, _, of)| of.as_ref()).collect();
    let originals: HashMap<ClaimId, String> = claims::table
        .filter(claims::id.eq_any(originals))
        .select((claims::id, claims::statement))
        .load(db)?
        .into_iter()
        .collect();
    let mut pairs: Vec<(String, ClaimId)> = Vec::new();
    for (id, statement, of) in said {
        if let Some((of, theirs)) = of.and_then(|of| Some((of.clone(), originals.get(&of)?))) {
            pairs.push((pair_of(&statement, &Other::Claim(of), theirs), id));
        }
    }
    let editors = people::table.filter(people::role.eq_any([Role::Editor, Role::Admin])).select(people::id);
    let ruled: HashSet<String> = claim_matches::table
        .filter(claim_matches::pair.eq_any(pairs.iter().map(|(pair, _)| pair)))
        .filter(claim_matches::ruling.eq(MatchRuling::Same))
        .filter(claim_matches::state.eq(MatchState::Standing))
        .filter(claim_matches::decided_by.eq_any(editors))
        .select(claim_matches::pair)
        .load(db)?
        .into_iter()
        .collect();
    Ok(pairs.into_iter().filter(|(pair, _)| ruled.contains(pair)).map(|(_, id)| id).collect())
}

/// Rulings from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Match>> {
    Ok(Match::query().filter(claim_matches::id.gt(after)).order(claim_matches::id).limit(limit).load(db)?)
}
