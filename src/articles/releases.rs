//! Letting an own draft go: what an editor requires first, and who released which version with what settled.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::coverage::{Count, ReleaseRule};
use super::rules::{ArticleId, ArticleKind, VersionId};
use super::store::{find, newest};
use crate::db::{Db, Moment};
use crate::error::{Error, Result, Say, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::rules::Act;
use crate::schema::{release_rules, releases};
use crate::tx::Tx;

id! {
    /// A release.
    ReleaseId
}

/// What is required before this article is released.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = release_rules)]
pub struct Required {
    pub article_id: ArticleId,
    pub rule: ReleaseRule,
    pub set_by: String,
    pub revision: i32,
}

impl Thing for Required {
    const KIND: &'static str = "release_rule";
    fn key(&self) -> String {
        self.article_id.to_string()
    }
    fn state(&self) -> String {
        self.rule.to_string()
    }
    fn words(&self) -> Value {
        json!({ "by": self.set_by })
    }
}

words! {
    /// Let go, or taken back.
    pub enum ReleaseState { Released = "released", Withdrawn = "withdrawn" }
}

/// One version let go or taken back, with what stood then. Rows are only ever added.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = releases)]
pub struct Release {
    pub id: ReleaseId,
    pub article_id: ArticleId,
    pub version_id: VersionId,
    pub rule: ReleaseRule,
    pub factual: i32,
    pub settled: i32,
    pub untouched: i32,
    pub state: ReleaseState,
    pub note: String,
    pub released_by: String,
    pub created_at: Moment,
}

impl Thing for Release {
    const KIND: &'static str = "release";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "article": self.article_id, "version": self.version_id, "rule": self.rule, "factual": self.factual,
            "settled": self.settled, "untouched": self.untouched, "note": self.note, "by": self.released_by,
        })
    }
}

/// What is required of an article, with the rule's revision; nothing where no editor has said so.
pub fn rule(db: &mut Db, article: &ArticleId) -> Result<(ReleaseRule, i32)> {
    let set: Option<Required> = Required::query().find(article).first(db).optional()?;
    Ok(set.map_or((ReleaseRule::None, 0), |set| (set.rule, set.revision)))
}

/// An editor requires something of an article, or nothing any more; `seen` is the revision the form showed.
pub fn require(tx: &mut Tx, article: &ArticleId, rule: ReleaseRule, seen: i32) -> Result<()> {
    tx.by.require(Act::Approve)?;
    let by = tx.by.clone();
    if find(tx.db, &by, article)?.kind != ArticleKind::OwnDraft {
        return Err(Error::refused("release-public"));
    }
    let before: Option<Required> = Required::query().find(article).first(tx.db).optional()?;
    let revision = before.as_ref().map_or(0, |before| before.revision);
    if revision != seen {
        let theirs = before.map(|before| ("rule", before.rule.to_string())).into_iter().collect();
        return Err(Error::Stale(Box::new(Stale { current: revision.to_string(), field: "revision", theirs })));
    }
    let set = Required { article_id: article.clone(), rule, set_by: by.id.to_string(), revision: revision + 1 };
    match before {
        Some(before) if before.rule == rule => return Ok(()),
        None if rule == ReleaseRule::None => return Ok(()),
        Some(_) => diesel::update(release_rules::table.find(article))
            .set((
                release_rules::rule.eq(rule),
                release_rules::set_by.eq(&set.set_by),
                release_rules::revision.eq(set.revision),
            ))
            .execute(tx.db)?,
        None => diesel::insert_into(release_rules::table).values(&set).execute(tx.db)?,
    };
    events::record(tx, Kind::ReleaseRuled, &set, "")
}

/// An editor lets the newest version of an own draft go. `count` was made from rows of this very transaction.
pub fn release(tx: &mut Tx, article: &ArticleId, seen: &str, count: Count, note: &str) -> Result<()> {
    tx.by.require(Act::Approve)?;
    let by = tx.by.clone();
    let article = find(tx.db, &by, article)?;
    let version = newest(tx.db, &article.id)?;
    if version.id.as_str() != seen {
        return Err(Error::refused("version-added-meanwhile"));
    }
    if article.kind != ArticleKind::OwnDraft {
        return Err(Error::refused("release-public"));
    }
    if is_released(tx.db, &version.id)? {
        return Err(Error::refused("release-already"));
    }
    let (rule, _) = rule(tx.db, &article.id)?;
    if !count.meets(rule) {
        let say = match rule {
            ReleaseRule::Touched => Say::new("release-untouched").with("count", count.waiting),
            _ => Say::new("release-unsettled").with("count", count.factual - count.settled()),
        };
        return Err(Error::Refused(say));
    }
    let number = |it: usize| i32::try_from(it).unwrap_or(i32::MAX);
    let release = Release {
        id: tx.id(),
        article_id: article.id,
        version_id: version.id,
        rule,
        factual: number(count.factual),
        settled: number(count.settled()),
        untouched: number(count.waiting),
        state: ReleaseState::Released,
        note: note.to_owned(),
        released_by: by.id.to_string(),
        created_at: tx.now,
    };
    diesel::insert_into(releases::table).values(&release).execute(tx.db)?;
    events::record(tx, Kind::ArticleReleased, &release, note)
}

/// Whether a version is out: its newest row says so.
fn is_released(db: &mut Db, version: &VersionId) -> Result<bool> {
    let newest: Option<Release> = Release::query()
        .filter(releases::version_id.eq(version))
        .order((releases::created_at.desc(), releases::id.desc()))
        .first(db)
        .optional()?;
    Ok(newest.is_some_and(|it| it.state == ReleaseState::Released))
}

/// An editor takes the release of a version back.
pub fn withdraw(tx: &mut Tx, article: &ArticleId, seen: &str, note: &str) -> Result<()> {
    tx.by.require(Act::Approve)?;
    let by = tx.by.clone();
    find(tx.db, &by, article)?;
    let newest: Option<Release> = Release::query()
        .filter(releases::article_id.eq(article))
        .order((releases::created_at.desc(), releases::id.desc()))
        .first(tx.db)
        .optional()?;
    let out = newest.filter(|it| it.state == ReleaseState::Released && it.id.as_str() == seen);
    let before = out.ok_or_else(|| Error::refused("release-none"))?;
    let taken = Release {
        id: tx.id(),
        state: ReleaseState::Withdrawn,
        note: note.to_owned(),
        released_by: by.id.to_string(),
        created_at: tx.now,
        ..before
    };
    diesel::insert_into(releases::table).values(&taken).execute(tx.db)?;
    events::record(tx, Kind::ReleaseWithdrawn, &taken, note)
}

/// Releases of an article, newest first.
pub fn of_article(db: &mut Db, article: &ArticleId) -> Result<Vec<Release>> {
    Ok(Release::query()
        .filter(releases::article_id.eq(article))
        .order((releases::created_at.desc(), releases::id.desc()))
        .limit(50)
        .load(db)?)
}

/// Rules from a key on, for `verify`.
pub fn every_rule(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Required>> {
    Ok(Required::query()
        .filter(release_rules::article_id.gt(after))
        .order(release_rules::article_id)
        .limit(limit)
        .load(db)?)
}

/// Releases from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Release>> {
    Ok(Release::query().filter(releases::id.gt(after)).order(releases::id).limit(limit).load(db)?)
}
