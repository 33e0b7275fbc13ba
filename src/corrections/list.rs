//! Everything that readers were told wrong and is put right: typed corrections and retractions, newest first.

use diesel::prelude::*;

use super::rules::{RetractionState, Withheld};
use super::withholdings;
use crate::checks::document::Document;
use crate::checks::rules::{CheckId, Correction};
use crate::db::{Db, Moment};
use crate::error::Result;
use crate::schema::{checks, content_documents, published_versions, retractions};

/// One line of the list.
#[derive(Debug, Clone)]
pub struct Corrected {
    /// Of the correction itself, for feeds.
    pub id: String,
    pub slug: String,
    pub statement: String,
    pub language: String,
    /// The version it brought; none where the check was taken back.
    pub version: Option<i32>,
    pub correction: Option<Correction>,
    pub note: String,
    pub at: Moment,
}

/// The newest `limit` after `offset`. What is withheld is not in it.
pub fn page(db: &mut Db, limit: i64, offset: i64, now: Moment) -> Result<Vec<Corrected>> {
    let most = limit.saturating_add(offset);
    let hidden = withholdings::all_active(db, Withheld::Version, now)?;
    let unnamed = withholdings::all_active(db, Withheld::Name, now)?;
    type Row = (String, CheckId, Option<String>, String, i32, Option<Correction>, String, Moment);
    let versions: Vec<Row> = published_versions::table
        .inner_join(checks::table)
        .inner_join(content_documents::table)
        .filter(published_versions::correction.is_not_null())
        .filter(published_versions::id.ne_all(&hidden))
        .order((published_versions::published_at.desc(), published_versions::id.desc()))
        .limit(most)
        .select((
            published_versions::id,
            checks::id,
            checks::slug,
            content_documents::body,
            published_versions::number,
            published_versions::correction,
            published_versions::note,
            published_versions::published_at,
        ))
        .load(db)?;
    let mut all: Vec<Corrected> = versions
        .into_iter()
        .filter_map(|(id, check, slug, body, number, correction, note, at)| {
            let (document, note) = named(&check, &body, note, &unnamed)?;
            let (statement, language, version) = (document.statement, document.language, Some(number));
            Some(Corrected { id, slug: slug?, statement, language, version, correction, note, at })
        })
        .collect();
    all.extend(taken_back(db, most, &hidden, &unnamed)?);
    all.sort_by(|a, b| (b.at, &b.id).cmp(&(a.at, &a.id)));
    let (skip, take) = (usize::try_from(offset).unwrap_or(0), usize::try_from(limit).unwrap_or(0));
    Ok(all.into_iter().skip(skip).take(take).collect())
}

fn taken_back(db: &mut Db, most: i64, hidden: &[String], unnamed: &[String]) -> Result<Vec<Corrected>> {
    type Row = (String, CheckId, Option<String>, String, Option<Moment>, String);
    let rows: Vec<Row> = retractions::table
        .inner_join(checks::table.on(checks::id.eq(retractions::check_id)))
        .inner_join(
            published_versions::table.on(published_versions::check_id
                .eq(checks::id)
                .and(published_versions::number.nullable().eq(checks::live_version))
                .assume_not_null()),
        )
        .inner_join(content_documents::table.on(content_documents::hash.eq(published_versions::content_hash)))
        .filter(retractions::state.eq(RetractionState::Confirmed))
        .filter(published_versions::id.ne_all(hidden))
        .order((retractions::decided_at.desc(), retractions::id.desc()))
        .limit(most)
        .select((
            retractions::id,
            checks::id,
            checks::slug,
            retractions::reason,
            retractions::decided_at,
            content_documents::body,
        ))
        .load(db)?;
    Ok(rows
        .into_iter()
        .filter_map(|(id, check, slug, note, at, body)| {
            let (document, note) = named(&check, &body, note, unnamed)?;
            let (statement, language) = (document.statement, document.language);
            Some(Corrected { id, slug: slug?, statement, language, version: None, correction: None, note, at: at? })
        })
        .collect())
}

/// The document and the note, without a name that is withheld.
fn named(check: &CheckId, body: &str, note: String, unnamed: &[String]) -> Option<(Document, String)> {
    let mut document = Document::parse(body).ok()?;
    if !unnamed.iter().any(|id| id == check.as_str()) {
        return Some((document, note));
    }
    let note = withholdings::without(&note, &withholdings::names_in(&document));
    withholdings::without_name(&mut document);
    Some((document, note))
}
