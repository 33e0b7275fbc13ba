//! Which entries a change reaches: a claim's page tells of its article, its claimant, its topics and its check.

use std::collections::BTreeSet;

use diesel::prelude::*;

use super::entries::Key;
use crate::articles::rules::ArticleId;
use crate::checks::rules::CheckId;
use crate::claims::rules::ClaimId;
use crate::db::Db;
use crate::error::Result;
use crate::evidence::rules::SourceId;
use crate::schema::{
    article_versions, articles, checks, claim_topics, claims, drafts, evidence, published_versions, snapshots, sources,
    withholdings,
};

/// Keys asked for at once: databases take only so many, and one topic may have a hundred thousand claims.
const PART: usize = 500;

/// Entries to make again.
#[derive(Debug, Default)]
pub struct Reach {
    /// At the desk.
    pub desk: BTreeSet<Key>,
    /// For readers: checks.
    pub public: BTreeSet<CheckId>,
}

/// What events about some things, each a kind and a key, reach.
pub fn reached(db: &mut Db, subjects: &BTreeSet<(String, String)>) -> Result<Reach> {
    let ids = |kind: &str| -> Vec<String> {
        subjects.iter().filter(|(it, _)| it == kind).map(|(_, id)| id.clone()).collect()
    };
    let mut reach = Reach::default();
    let listed = ids("access");
    let mut article_ids: Vec<ArticleId> = articles::table
        .filter(articles::id.eq_any([ids("article"), listed.clone()].concat()))
        .select(articles::id)
        .load(db)?;
    let mut claim_ids: BTreeSet<ClaimId> = claims::table
        .filter(claims::id.eq_any([ids("claim"), listed.clone()].concat()))
        .select(claims::id)
        .load(db)?
        .into_iter()
        .collect();
    let source_ids: Vec<SourceId> =
        sources::table.filter(sources::id.eq_any([ids("source"), listed].concat())).select(sources::id).load(db)?;
    claim_ids
        .extend(claims::table.filter(claims::article_id.eq_any(&article_ids)).select(claims::id).load::<ClaimId>(db)?);
    let versions = article_versions::table.filter(article_versions::id.eq_any(ids("article_version")));
    article_ids.extend(versions.select(article_versions::article_id).load::<ArticleId>(db)?);
    claim_ids.extend(
        claims::table.filter(claims::claimant_id.eq_any(ids("claimant"))).select(claims::id).load::<ClaimId>(db)?,
    );
    claim_ids.extend(
        claim_topics::table
            .filter(claim_topics::topic_id.eq_any(ids("topic")))
            .select(claim_topics::claim_id)
            .load::<ClaimId>(db)?,
    );
    let mut check_ids = of_checks(db, &ids)?;
    let pieces: Vec<(String, CheckId)> = evidence::table
        .filter(evidence::id.eq_any(ids("evidence")).or(evidence::source_id.eq_any(&source_ids)))
        .select((evidence::id, evidence::check_id))
        .load(db)?;
    for (piece, check) in pieces {
        reach.desk.insert(Key::Quote(piece));
        check_ids.insert(check);
    }
    let found: Vec<CheckId> = check_ids.into_iter().collect();
    for some in found.chunks(PART) {
        let of_checks = checks::table.filter(checks::id.eq_any(some)).select(checks::claim_id);
        claim_ids.extend(of_checks.load::<ClaimId>(db)?);
    }
    let claim_ids: Vec<ClaimId> = claim_ids.into_iter().collect();
    let mut quoted: Vec<String> = Vec::new();
    for some in claim_ids.chunks(PART) {
        let theirs = evidence::table.inner_join(checks::table).filter(checks::claim_id.eq_any(some));
        quoted.extend(theirs.select(evidence::id).load::<String>(db)?);
        let public = checks::table.filter(checks::claim_id.eq_any(some)).select(checks::id);
        reach.public.extend(public.load::<CheckId>(db)?);
    }
    let copied: Vec<SourceId> =
        snapshots::table.filter(snapshots::id.eq_any(ids("snapshot"))).select(snapshots::source_id).load(db)?;
    reach.desk.extend(article_ids.into_iter().map(Key::Article));
    reach.desk.extend(claim_ids.into_iter().map(Key::Claim));
    reach.desk.extend(source_ids.into_iter().chain(copied).map(Key::Source));
    reach.desk.extend(quoted.into_iter().map(Key::Quote));
    reach.desk.extend(ids("external_check").into_iter().filter_map(|id| Key::read(&format!("external:{id}"))));
    Ok(reach)
}

fn of_checks(db: &mut Db, ids: &dyn Fn(&str) -> Vec<String>) -> Result<BTreeSet<CheckId>> {
    let mut found: BTreeSet<CheckId> = checks::table
        .filter(checks::id.eq_any(ids("check")).or(checks::lead_id.eq_any(ids("person")).assume_not_null()))
        .select(checks::id)
        .load(db)?
        .into_iter()
        .collect();
    found.extend(
        drafts::table
            .filter(drafts::id.eq_any(ids("draft")).or(drafts::verdict_id.eq_any(ids("scale_entry")).assume_not_null()))
            .select(drafts::check_id)
            .load::<CheckId>(db)?,
    );
    let withheld: Vec<String> = withholdings::table
        .filter(withholdings::id.eq_any(ids("withholding")))
        .select(withholdings::subject_id)
        .load(db)?;
    // A withheld passage is named by its check and number, a withheld name by its check alone.
    let of_passages: Vec<&str> =
        withheld.iter().map(|it| it.split_once('/').map_or(it.as_str(), |(check, _)| check)).collect();
    found.extend(
        evidence::table
            .filter(evidence::snapshot_id.eq_any(&withheld))
            .select(evidence::check_id)
            .load::<CheckId>(db)?,
    );
    found.extend(checks::table.filter(checks::id.eq_any(of_passages)).select(checks::id).load::<CheckId>(db)?);
    let versions = [ids("published_version"), withheld].concat();
    found.extend(
        published_versions::table
            .filter(published_versions::id.eq_any(versions))
            .select(published_versions::check_id)
            .load::<CheckId>(db)?,
    );
    Ok(found)
}
