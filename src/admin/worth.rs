//! The models that score sentences: what a desk's own triage taught, or a file brought along. The one that is built in
//! needs no row; going back to it, or to an older one, is always one step.

use diesel::prelude::*;
use serde_json::{Value, json};

use crate::articles::dismissals::DismissalState;
use crate::claims::rules::ClaimState;
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Result};
use crate::events::{self, Kind, Thing};
use crate::people::rules::Act;
use crate::schema::{articles, claims, dismissals, worth_models};
use crate::text::worth::Example;
use crate::tx::Tx;

id! {
    /// A model.
    ModelId
}

words! {
    /// Where a model comes from.
    pub enum Origin { Triage = "triage", File = "file" }
}

words! {
    /// Whether it scores sentences now; at most one does.
    pub enum ModelState { Kept = "kept", InUse = "in_use" }
}

/// A trained model; its weights are a file.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = worth_models)]
pub struct WorthModel {
    pub id: ModelId,
    pub number: i32,
    pub origin: Origin,
    pub blob: String,
    pub examples: i32,
    pub positives: i32,
    /// JSON of [`Report`].
    pub report: String,
    pub state: ModelState,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for WorthModel {
    const KIND: &'static str = "worth_model";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn content_hash(&self) -> Option<String> {
        Some(self.blob.clone())
    }
    fn words(&self) -> Value {
        json!({
            "number": self.number, "origin": self.origin, "examples": self.examples, "positives": self.positives,
            "report": self.report, "created_by": self.created_by,
        })
    }
}

/// How the built-in model and the trained one did on decisions that were held back from training.
#[derive(serde::Serialize, serde::Deserialize, Debug, Clone, Default, PartialEq)]
pub struct Report {
    pub held_back: usize,
    pub before: Quality,
    pub after: Quality,
}

/// Shares from 0 to 1: of what was suggested, how much the desk took; of what it took, how much was suggested.
#[derive(serde::Serialize, serde::Deserialize, Debug, Clone, Copy, Default, PartialEq)]
pub struct Quality {
    pub precision: f64,
    pub recall: f64,
}

impl WorthModel {
    /// How it did, where it was measured.
    pub fn measured(&self) -> Option<Report> {
        serde_json::from_str(&self.report).ok().filter(|report: &Report| report.held_back > 0)
    }
}

/// The model that scores sentences now; none for the one that is built in.
pub fn in_use(db: &mut Db) -> Result<Option<WorthModel>> {
    Ok(WorthModel::query().filter(worth_models::state.eq(ModelState::InUse)).first(db).optional()?)
}

/// The newest models; the one in use comes first.
pub fn all(db: &mut Db) -> Result<Vec<WorthModel>> {
    Ok(WorthModel::query().order((worth_models::state, worth_models::number.desc())).limit(100).load(db)?)
}

/// Keeps a model; it scores nothing until somebody chooses it. The blob must be on the disk already.
pub fn add(tx: &mut Tx, origin: Origin, blob: &str, counts: (usize, usize), report: &Report) -> Result<i32> {
    tx.by.require(Act::Manage)?;
    let last: Option<i32> = worth_models::table.select(diesel::dsl::max(worth_models::number)).first(tx.db)?;
    let number = |it: usize| i32::try_from(it).unwrap_or(i32::MAX);
    let model = WorthModel {
        id: tx.id(),
        number: last.unwrap_or(0) + 1,
        origin,
        blob: blob.to_owned(),
        examples: number(counts.0),
        positives: number(counts.1),
        report: serde_json::to_string(report)?,
        state: ModelState::Kept,
        created_by: tx.by.id.to_string(),
        created_at: tx.now,
    };
    diesel::insert_into(worth_models::table).values(&model).execute(tx.db)?;
    events::record(tx, Kind::ModelAdded, &model, "")?;
    Ok(model.number)
}

/// Lets a model score sentences from now on; none goes back to the one that is built in.
pub fn choose(tx: &mut Tx, number: Option<i32>) -> Result<()> {
    tx.by.require(Act::Manage)?;
    if let Some(before) = in_use(tx.db)? {
        if Some(before.number) == number {
            return Ok(());
        }
        set_state(tx, &before.id, ModelState::Kept, Kind::ModelLeft)?;
    }
    let Some(number) = number else { return Ok(()) };
    let chosen: WorthModel = WorthModel::query()
        .filter(worth_models::number.eq(number))
        .first(tx.db)
        .optional()?
        .ok_or_else(|| Error::bad_request("unknown-choice"))?;
    set_state(tx, &chosen.id, ModelState::InUse, Kind::ModelChosen)
}

fn set_state(tx: &mut Tx, id: &ModelId, state: ModelState, kind: Kind) -> Result<()> {
    let changed: WorthModel = diesel::update(worth_models::table.find(id))
        .set(worth_models::state.eq(state))
        .returning(cols::<WorthModel>())
        .get_result(tx.db)?;
    events::record(tx, kind, &changed, "")
}

/// Decisions of one kind that training looks at: the newest.
const DECISIONS: i64 = 20_000;

/// How many decisions training would find: selected, and turned down.
pub fn decisions(db: &mut Db) -> Result<(i64, i64)> {
    let closed = articles::table.filter(articles::restricted.eq(true)).select(articles::id.nullable());
    let open = claims::article_id.is_null().or(diesel::dsl::not(claims::article_id.eq_any(closed)).assume_not_null());
    let states: Vec<(ClaimState, i64)> = claims::table
        .filter(claims::state.ne(ClaimState::Inbox))
        .filter(claims::restricted.eq(false))
        .filter(open)
        .group_by(claims::state)
        .select((claims::state, diesel::dsl::count_star()))
        .load(db)?;
    let dismissed: i64 = dismissals::table
        .inner_join(articles::table)
        .filter(dismissals::state.eq(DismissalState::Dismissed))
        .filter(articles::restricted.eq(false))
        .count()
        .get_result(db)?;
    let sum = |wanted: bool| states.iter().filter(|(state, _)| taken(*state) == wanted).map(|(_, count)| count).sum();
    let (selected, declined): (i64, i64) = (sum(true), sum(false));
    Ok((selected.min(DECISIONS), (declined + dismissed).min(2 * DECISIONS)))
}

/// Whether triage found a claim worth checking.
fn taken(state: ClaimState) -> bool {
    matches!(state, ClaimState::Selected | ClaimState::Duplicate)
}

/// What the desk's triage says about worth: claims it selected, and those it declined, called not checkable, or sentences
/// it dismissed. Nothing restricted teaches a model that all of the desk sees at work.
pub fn examples(db: &mut Db) -> Result<Vec<Example>> {
    let closed = articles::table.filter(articles::restricted.eq(true)).select(articles::id.nullable());
    let triaged: Vec<(ClaimState, Option<String>, String, String)> = claims::table
        .filter(claims::state.ne(ClaimState::Inbox))
        .filter(claims::restricted.eq(false))
        .filter(claims::article_id.is_null().or(diesel::dsl::not(claims::article_id.eq_any(closed)).assume_not_null()))
        .order(claims::created_at.desc())
        .limit(DECISIONS)
        .select((claims::state, claims::exact, claims::statement, claims::language))
        .load(db)?;
    let dismissed: Vec<(String, String)> = dismissals::table
        .inner_join(articles::table)
        .filter(dismissals::state.eq(DismissalState::Dismissed))
        .filter(articles::restricted.eq(false))
        .order(dismissals::created_at.desc())
        .limit(DECISIONS)
        .select((dismissals::exact, articles::language))
        .load(db)?;
    let example = |text, label, lang| Example { text, label, lang: Some(lang) };
    let from_claims =
        triaged.into_iter().map(|(state, exact, words, lang)| example(exact.unwrap_or(words), taken(state), lang));
    Ok(from_claims.chain(dismissed.into_iter().map(|(text, lang)| example(text, false, lang))).collect())
}

/// Models from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<WorthModel>> {
    Ok(WorthModel::query().filter(worth_models::id.gt(after)).order(worth_models::id).limit(limit).load(db)?)
}
