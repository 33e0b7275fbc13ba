//! What was found out about a source after it was cited: a notice on each check that leans on it. An editor looks, and decides
//! whether readers are told beside the published version. Notices are sentences beside a version, never inside.

use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::{CheckId, EvidenceState};
use super::store as checks;
use crate::claims::rules::ClaimId;
use crate::claims::store::visible_to as claims_visible_to;
use crate::db::{Db, Moment, cols};
use crate::discussion::store::{self as tasks, NewTask, TaskKind};
use crate::error::{Error, Result};
use crate::events::{self, Kind, Thing};
use crate::evidence::notes;
use crate::evidence::rules::{NoteKind, SourceChange, SourceId};
use crate::evidence::store as sources;
use crate::people::rules::{Act, Actor, PersonId};
use crate::schema::{checks as check_rows, claims, evidence, source_notices};
use crate::tx::Tx;

id! {
    /// A notice.
    NoticeId
}

words! {
    /// Whether an editor has looked, and what came of it.
    pub enum NoticeState { Open = "open", Shown = "shown", Dismissed = "dismissed" }
}

/// What was found out about one piece of evidence of one check.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = source_notices)]
pub struct Notice {
    pub id: NoticeId,
    pub source_id: SourceId,
    pub check_id: CheckId,
    /// The piece's number.
    pub number: i32,
    pub change: SourceChange,
    pub state: NoticeState,
    pub found_at: Moment,
    pub decided_by: Option<String>,
    pub decided_at: Option<Moment>,
}

impl Thing for Notice {
    const KIND: &'static str = "source_notice";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "source": self.source_id, "check": self.check_id, "number": self.number, "change": self.change,
            "found_at": self.found_at, "decided_by": self.decided_by, "decided_at": self.decided_at,
        })
    }
}

/// A piece of evidence that leans on a source.
#[derive(Debug, Clone)]
pub struct Leaning {
    pub check: CheckId,
    pub number: i32,
    pub claim: ClaimId,
    pub statement: String,
    /// Whether a version of the check is published.
    pub published: bool,
    /// Whose check it is: the task is theirs.
    pub lead: Option<PersonId>,
}

/// Everything that leans on a source, whoever may see it: a change of the source reaches all of it.
pub fn leaning_on(db: &mut Db, source: &SourceId) -> Result<Vec<Leaning>> {
    type Row = (CheckId, i32, ClaimId, String, Option<i32>, Option<PersonId>);
    let rows: Vec<Row> = evidence::table
        .inner_join(check_rows::table.inner_join(claims::table.on(claims::id.eq(check_rows::claim_id))))
        .filter(evidence::source_id.eq(source))
        .filter(evidence::state.eq(EvidenceState::Kept))
        .order((evidence::created_at, evidence::id))
        .select((
            check_rows::id,
            evidence::number,
            claims::id,
            claims::statement,
            check_rows::live_version,
            check_rows::lead_id,
        ))
        .load(db)?;
    Ok(rows
        .into_iter()
        .map(|(check, number, claim, statement, live, lead)| Leaning {
            check,
            number,
            claim,
            statement,
            published: live.is_some(),
            lead,
        })
        .collect())
}

/// What somebody may see of it.
pub fn leaning_for(db: &mut Db, actor: &Actor, source: &SourceId) -> Result<Vec<Leaning>> {
    let all = leaning_on(db, source)?;
    let ids: Vec<&ClaimId> = all.iter().map(|one| &one.claim).collect();
    let seen: Vec<ClaimId> =
        claims::table.filter(claims::id.eq_any(ids)).filter(claims_visible_to(actor)).select(claims::id).load(db)?;
    Ok(all.into_iter().filter(|one| seen.contains(&one.claim)).collect())
}

/// How many checks lean on a source, as far as somebody may see, and how many of them are published.
pub fn reach(db: &mut Db, actor: &Actor, source: &SourceId) -> Result<(i64, i64)> {
    use diesel::dsl::{count, count_star};
    let leaning = evidence::table
        .filter(evidence::source_id.eq(source))
        .filter(evidence::state.eq(EvidenceState::Kept))
        .select(evidence::check_id);
    Ok(check_rows::table
        .inner_join(claims::table.on(claims::id.eq(check_rows::claim_id)))
        .filter(check_rows::id.eq_any(leaning))
        .filter(claims_visible_to(actor))
        .select((count_star(), count(check_rows::live_version)))
        .first(db)?)
}

/// What was found out about a source.
#[derive(Debug, Clone, Copy)]
pub struct Found<'a> {
    pub change: SourceChange,
    /// What the task says.
    pub task: &'a str,
    /// Whether it is new: a notice that an editor has decided about is opened again only by news.
    pub news: bool,
}

/// Opens a notice on each piece and a task on each check; one that is open already is enough. Answers how many were opened.
pub fn open(tx: &mut Tx, source: &SourceId, leaning: &[Leaning], found: Found<'_>) -> Result<usize> {
    let Found { change, task, news } = found;
    let settles = if news { vec![NoticeState::Open] } else { NoticeState::ALL.to_vec() };
    let known: Vec<(CheckId, i32)> = source_notices::table
        .filter(source_notices::source_id.eq(source))
        .filter(source_notices::change.eq(change))
        .filter(source_notices::state.eq_any(settles))
        .select((source_notices::check_id, source_notices::number))
        .load(tx.db)?;
    let (mut tasked, mut opened): (Vec<ClaimId>, usize) = (Vec::new(), 0);
    for one in leaning {
        if known.contains(&(one.check.clone(), one.number)) {
            continue;
        }
        let notice = Notice {
            id: tx.id(),
            source_id: source.clone(),
            check_id: one.check.clone(),
            number: one.number,
            change,
            state: NoticeState::Open,
            found_at: tx.now,
            decided_by: None,
            decided_at: None,
        };
        diesel::insert_into(source_notices::table).values(&notice).execute(tx.db)?;
        events::record(tx, Kind::NoticeOpened, &notice, "")?;
        opened += 1;
        if !tasked.contains(&one.claim) {
            tasked.push(one.claim.clone());
            let claim = Some(one.claim.clone());
            let assignee = one.lead.clone();
            let new = NewTask { kind: TaskKind::ReReview, claim, text: task.into(), assignee, due_on: None };
            tasks::add_found(tx, new)?;
        }
    }
    Ok(opened)
}

/// One action for a source that was wrong, withdrawn or revised: the note on the source, and a notice and a task on
/// everything that leans on it, in one transaction.
pub fn alarm(tx: &mut Tx, source: &SourceId, kind: NoteKind, text: &str, task: &str) -> Result<usize> {
    let Some(change) = kind.alarms() else { return Err(Error::bad_request("unknown-choice")) };
    notes::add(tx, source, kind, text, false)?;
    let leaning = leaning_on(tx.db, source)?;
    open(tx, source, &leaning, Found { change, task, news: true })
}

/// An editor has looked: readers are told, or need not be. A decision can be changed.
pub fn decide(tx: &mut Tx, check: &CheckId, id: &NoticeId, state: NoticeState) -> Result<()> {
    tx.by.require(Act::Approve)?;
    let by = tx.by.clone();
    checks::find(tx.db, &by, check)?;
    let notice: Notice = Notice::query().find(id).filter(source_notices::check_id.eq(check)).first(tx.db)?;
    sources::find(tx.db, &by, &notice.source_id)?;
    if notice.state == state {
        return Ok(());
    }
    let decided = (state != NoticeState::Open).then_some(tx.now);
    let changed: Notice = diesel::update(source_notices::table.find(id))
        .set((
            source_notices::state.eq(state),
            source_notices::decided_by.eq(decided.map(|_| by.id.to_string())),
            source_notices::decided_at.eq(decided),
        ))
        .returning(cols::<Notice>())
        .get_result(tx.db)?;
    events::record(tx, Kind::NoticeDecided, &changed, "")
}

/// The notices on a check, newest first.
pub fn of_check(db: &mut Db, check: &CheckId) -> Result<Vec<Notice>> {
    Ok(Notice::query()
        .filter(source_notices::check_id.eq(check))
        .order((source_notices::found_at.desc(), source_notices::id.desc()))
        .limit(200)
        .load(db)?)
}

/// What readers are told beside the published version.
pub fn shown(db: &mut Db, check: &CheckId) -> Result<Vec<Notice>> {
    Ok(Notice::query()
        .filter(source_notices::check_id.eq(check))
        .filter(source_notices::state.eq(NoticeState::Shown))
        .order((source_notices::number, source_notices::found_at))
        .limit(100)
        .load(db)?)
}

/// The notices on a source's evidence, newest first, of checks whose claims somebody may see.
pub fn of_source(db: &mut Db, actor: &Actor, source: &SourceId) -> Result<Vec<Notice>> {
    sources::find(db, actor, source)?;
    Ok(source_notices::table
        .inner_join(check_rows::table.inner_join(claims::table.on(claims::id.eq(check_rows::claim_id))))
        .filter(source_notices::source_id.eq(source))
        .filter(claims_visible_to(actor))
        .order((source_notices::found_at.desc(), source_notices::id.desc()))
        .limit(200)
        .select(cols::<Notice>())
        .load(db)?)
}

/// Notices from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Notice>> {
    Ok(Notice::query().filter(source_notices::id.gt(after)).order(source_notices::id).limit(limit).load(db)?)
}
