//! Which subjects of the log somebody may not know of: restricted things, and all that hangs on them.

use diesel::prelude::*;

use crate::db::Db;
use crate::error::Result;
use crate::people::rules::Actor;
use crate::schema::{
    access, archivings, article_versions, articles, captures, checks, claim_matches, claim_places, claims, comments,
    decisions, derivations, dismissals, drafts, evidence, protected_sources, published_versions, releases, retractions,
    snapshots, source_notes, source_notices, sources, tasks, time_proofs, withholdings,
};

/// Their ids. Restriction is rare, so the list is short.
pub(super) fn subjects(db: &mut Db, actor: &Actor) -> Result<Vec<String>> {
    let named: Vec<String> =
        access::table.filter(access::person_id.eq(&actor.id)).select(access::subject_id).load(db)?;
    let articles: Vec<String> = articles::table
        .filter(articles::restricted.eq(true))
        .filter(articles::id.ne_all(&named))
        .select(articles::id)
        .load(db)?;
    let claims: Vec<String> = claims::table
        .filter(claims::restricted.eq(true))
        .filter(claims::id.ne_all(&named))
        .select(claims::id)
        .load::<String>(db)?
        .into_iter()
        .chain(claims::table.filter(claims::article_id.eq_any(&articles)).select(claims::id).load::<String>(db)?)
        .collect();
    let sources: Vec<String> = sources::table
        .filter(sources::restricted.eq(true))
        .filter(sources::id.ne_all(&named))
        .select(sources::id)
        .load(db)?;
    let checks: Vec<String> = checks::table.filter(checks::claim_id.eq_any(&claims)).select(checks::id).load(db)?;
    let drafts: Vec<String> = drafts::table.filter(drafts::check_id.eq_any(&checks)).select(drafts::id).load(db)?;
    let mut hidden: Vec<String> = Vec::new();
    hidden.extend(
        article_versions::table
            .filter(article_versions::article_id.eq_any(&articles))
            .select(article_versions::id)
            .load::<String>(db)?,
    );
    hidden.extend(
        claim_places::table
            .filter(claim_places::claim_id.eq_any(&claims))
            .select(claim_places::id)
            .load::<String>(db)?,
    );
    hidden.extend(
        claim_matches::table
            .filter(
                claim_matches::claim_id
                    .eq_any(&claims)
                    .or(claim_matches::other_claim_id.eq_any(&claims))
                    .or(claim_matches::article_id.eq_any(&articles))
                    .assume_not_null(),
            )
            .select(claim_matches::id)
            .load::<String>(db)?,
    );
    hidden.extend(
        dismissals::table.filter(dismissals::article_id.eq_any(&articles)).select(dismissals::id).load::<String>(db)?,
    );
    hidden.extend(
        releases::table.filter(releases::article_id.eq_any(&articles)).select(releases::id).load::<String>(db)?,
    );
    hidden.extend(
        snapshots::table.filter(snapshots::source_id.eq_any(&sources)).select(snapshots::id).load::<String>(db)?,
    );
    hidden.extend(
        captures::table
            .filter(captures::source_id.eq_any(&sources).or(captures::article_id.eq_any(&articles)).assume_not_null())
            .select(captures::id)
            .load::<String>(db)?,
    );
    hidden.extend(
        captures::table
            .filter(captures::source_id.is_null())
            .filter(captures::article_id.is_null())
            .filter(captures::asked_by.ne(&actor.id))
            .select(captures::id)
            .load::<String>(db)?,
    );
    hidden.extend(
        protected_sources::table
            .filter(protected_sources::source_id.eq_any(&sources))
            .select(protected_sources::id)
            .load::<String>(db)?,
    );
    hidden.extend(
        archivings::table.filter(archivings::source_id.eq_any(&sources)).select(archivings::id).load::<String>(db)?,
    );
    hidden.extend(
        source_notes::table
            .filter(source_notes::source_id.eq_any(&sources))
            .select(source_notes::id)
            .load::<String>(db)?,
    );
    hidden.extend(
        derivations::table
            .filter(derivations::source_id.eq_any(&sources).or(derivations::origin_id.eq_any(&sources)))
            .select(derivations::id)
            .load::<String>(db)?,
    );
    hidden.extend(
        source_notices::table
            .filter(source_notices::source_id.eq_any(&sources).or(source_notices::check_id.eq_any(&checks)))
            .select(source_notices::id)
            .load::<String>(db)?,
    );
    hidden.extend(
        retractions::table.filter(retractions::check_id.eq_any(&checks)).select(retractions::id).load::<String>(db)?,
    );
    hidden.extend(withheld_of(db, &checks)?);
    let copies = captures::table.filter(captures::source_id.eq_any(&sources)).select(captures::id);
    hidden.extend(
        time_proofs::table.filter(time_proofs::capture_id.eq_any(copies)).select(time_proofs::id).load::<String>(db)?,
    );
    hidden.extend(comments::table.filter(comments::claim_id.eq_any(&claims)).select(comments::id).load::<String>(db)?);
    hidden.extend(tasks::table.filter(tasks::claim_id.eq_any(&claims)).select(tasks::id).load::<String>(db)?);
    hidden.extend(
        evidence::table
            .filter(evidence::check_id.eq_any(&checks).or(evidence::source_id.eq_any(&sources)))
            .select(evidence::id)
            .load::<String>(db)?,
    );
    hidden
        .extend(decisions::table.filter(decisions::draft_id.eq_any(&drafts)).select(decisions::id).load::<String>(db)?);
    hidden.extend(
        published_versions::table
            .filter(published_versions::check_id.eq_any(&checks))
            .select(published_versions::id)
            .load::<String>(db)?,
    );
    for more in [articles, claims, sources, checks, drafts] {
        hidden.extend(more);
    }
    Ok(hidden)
}

/// Withholdings name what they are about in a text of their own: few, so that all can be looked at.
fn withheld_of(db: &mut Db, checks: &[String]) -> Result<Vec<String>> {
    if checks.is_empty() {
        return Ok(Vec::new());
    }
    let versions: Vec<String> = published_versions::table
        .filter(published_versions::check_id.eq_any(checks))
        .select(published_versions::id)
        .load(db)?;
    let copies: Vec<Option<String>> =
        evidence::table.filter(evidence::check_id.eq_any(checks)).select(evidence::snapshot_id).load(db)?;
    let all: Vec<(String, String)> =
        withholdings::table.select((withholdings::id, withholdings::subject_id)).load(db)?;
    let theirs = |subject: &str| {
        let key = subject.split_once('/').map_or(subject, |(check, _)| check).to_owned();
        checks.contains(&key) || versions.contains(&key) || copies.contains(&Some(key))
    };
    Ok(all.into_iter().filter(|(_, subject)| theirs(subject)).map(|(id, _)| id).collect())
}
