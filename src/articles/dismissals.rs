//! Sentences that a person said need no check. A dismissal is of words, not of a place: it holds in every version in
//! which the sentence stands unchanged, and ends where its words change.

use std::collections::HashMap;

use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::ArticleId;
use super::store::find;
use crate::db::{Db, Moment, cols, sha256};
use crate::error::Result;
use crate::events::{self, Kind, Thing};
use crate::people::rules::Act;
use crate::people::store as people;
use crate::schema::dismissals;
use crate::tx::Tx;

id! {
    /// A dismissed sentence.
    DismissalId
}

words! {
    /// Whether the dismissal holds.
    pub enum DismissalState { Dismissed = "dismissed", Restored = "restored" }
}

/// A sentence of an article that somebody said is nothing to check.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = dismissals)]
pub struct Dismissal {
    pub id: DismissalId,
    pub article_id: ArticleId,
    pub text_hash: String,
    pub exact: String,
    pub state: DismissalState,
    pub decided_by: String,
    pub revision: i32,
    pub created_at: Moment,
}

impl Thing for Dismissal {
    const KIND: &'static str = "dismissal";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({ "article": self.article_id, "hash": self.text_hash, "exact": self.exact, "by": self.decided_by })
    }
}

/// What a sentence is known by: its words, whatever white space stands between them.
pub fn mark_of(sentence: &str) -> String {
    sha256(sentence.split_whitespace().collect::<Vec<_>>().join(" ").as_bytes())
}

/// Marks of the sentences that need no check in an article, each with the name of whoever said so.
pub fn marks(db: &mut Db, article: &ArticleId) -> Result<HashMap<String, String>> {
    let found: Vec<(String, String)> = dismissals::table
        .filter(dismissals::article_id.eq(article))
        .filter(dismissals::state.eq(DismissalState::Dismissed))
        .select((dismissals::text_hash, dismissals::decided_by))
        .load(db)?;
    let mut ids: Vec<String> = found.iter().map(|(_, by)| by.clone()).collect();
    ids.sort();
    ids.dedup();
    let names: HashMap<String, String> = people::names(db, &ids)?.into_iter().collect();
    Ok(found.into_iter().map(|(mark, by)| (mark, names.get(&by).cloned().unwrap_or_default())).collect())
}

/// Dismisses sentences, or restores them, several in one go. What is as wanted already stays as it is.
pub fn set(tx: &mut Tx, article: &ArticleId, sentences: &[String], state: DismissalState) -> Result<usize> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    find(tx.db, &by, article)?;
    let mut changed = 0;
    for sentence in sentences {
        let mark = mark_of(sentence);
        let before: Option<Dismissal> = Dismissal::query()
            .filter(dismissals::article_id.eq(article))
            .filter(dismissals::text_hash.eq(&mark))
            .first(tx.db)
            .optional()?;
        let row = match before {
            Some(before) if before.state == state => continue,
            None if state == DismissalState::Restored => continue,
            Some(before) => diesel::update(dismissals::table.find(&before.id))
                .set((
                    dismissals::state.eq(state),
                    dismissals::decided_by.eq(by.id.to_string()),
                    dismissals::revision.eq(before.revision + 1),
                ))
                .returning(cols::<Dismissal>())
                .get_result(tx.db)?,
            None => {
                let row = Dismissal {
                    id: tx.id(),
                    article_id: article.clone(),
                    text_hash: mark,
                    exact: sentence.chars().take(20_000).collect(),
                    state,
                    decided_by: by.id.to_string(),
                    revision: 1,
                    created_at: tx.now,
                };
                diesel::insert_into(dismissals::table).values(&row).execute(tx.db)?;
                row
            }
        };
        let kind = if state == DismissalState::Dismissed { Kind::SentenceDismissed } else { Kind::SentenceRestored };
        events::record(tx, kind, &row, "")?;
        changed += 1;
    }
    Ok(changed)
}

/// Dismissals from a key on, for `verify` and for training.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Dismissal>> {
    Ok(Dismissal::query().filter(dismissals::id.gt(after)).order(dismissals::id).limit(limit).load(db)?)
}
