//! The job that hands an address to an archive elsewhere and asks until the archive names its copy, or will not.

use std::time::Duration;

use chrono::TimeDelta;

use super::archivings::{self, Archiving, ArchivingId, ArchivingState};
use super::store as sources;
use crate::app::App;
use crate::archives::{Archive, Call, Outcome, Reply};
use crate::db::Moment;
use crate::error::Result;
use crate::fetching;
use crate::jobs::store::{self as jobs, Job};
use crate::people::rules::Actor;

/// How often a submission is asked about or made again before it has failed.
const TRIES: i32 = 40;
/// Until an archive that could not be reached is tried again.
const SILENT: TimeDelta = TimeDelta::minutes(10);
/// Why one ends that was asked about too often.
const NO_END: &str = "no-end";

/// Takes one step with one handing over.
pub fn run(app: &App, job: &Job) -> Result<()> {
    let id: ArchivingId = job.subject_id.parse()?;
    let mut row = app.database().read(|db| archivings::by_id(db, &id))?;
    let Some(archive) = app.archive().filter(|archive| archive.name() == row.archive) else {
        row.state = ArchivingState::Failed;
        row.reason = "not-configured".into();
        return end(app, job, row);
    };
    if matches!(row.state, ArchivingState::Archived | ArchivingState::Failed) {
        return end(app, job, row);
    }
    let source = app.database().read(|db| sources::find(db, &Actor::operator(), &row.source_id))?;
    if source.restricted || source.url.as_ref() != Some(&row.url) {
        // It was closed, or leads elsewhere, since somebody asked.
        row.state = ArchivingState::Failed;
        row.reason = "closed".into();
        return end(app, job, row);
    }
    if job.attempts > TRIES {
        row.state = ArchivingState::Failed;
        row.reason = NO_END.into();
        return end(app, job, row);
    }
    match step(app, archive, &row) {
        Some(outcome) => judge(app, job, row, outcome),
        None => wait(app, job, row, SILENT),
    }
}

/// What the archive says now; nothing where it does not answer.
fn step(app: &App, archive: &dyn Archive, row: &Archiving) -> Option<Outcome> {
    let asked = row.state == ArchivingState::Submitted;
    // Only what is on the public web is told to others, whatever an admin opened for ourselves.
    let public = fetching::check_url(&row.url).is_ok();
    let call = if asked { archive.question(&row.ticket) } else { archive.submission(&row.url).filter(|_| public) };
    let Some(Call { method, url, headers, body }) = call else {
        return Some(Outcome::Refused {
            code: "not-accepted".into(),
            kind: crate::archives::Kind::Permanent,
            again_in: None,
        });
    };
    let answer = match app.fetcher().send(method, &url, &headers, &body, &|| app.now().utc()) {
        Ok(answer) => answer,
        Err(failed) => {
            tracing::warn!(archive = archive.name(), detail = failed.detail, "an archive does not answer");
            return None;
        }
    };
    let reply = Reply { status: answer.status, headers: &answer.headers, body: &answer.payload };
    Some(if asked { archive.answered(&row.ticket, reply) } else { archive.submitted(reply) })
}

fn judge(app: &App, job: &Job, mut row: Archiving, outcome: Outcome) -> Result<()> {
    match outcome {
        Outcome::Pending { job: ticket, again_in } => {
            row.state = ArchivingState::Submitted;
            row.ticket = ticket;
            wait(app, job, row, span(again_in))
        }
        Outcome::Archived { url, at, .. } => {
            row.state = ArchivingState::Archived;
            row.archived_url = Some(url);
            row.archived_at = Some(Moment::from_utc(at.min(app.now().utc())));
            end(app, job, row)
        }
        Outcome::Refused { code, again_in, .. } => {
            row.reason = code.chars().take(200).collect();
            row.ticket.clear();
            match again_in {
                Some(again_in) => {
                    row.state = ArchivingState::Waiting;
                    wait(app, job, row, span(again_in))
                }
                None => {
                    row.state = ArchivingState::Failed;
                    end(app, job, row)
                }
            }
        }
    }
}

fn span(wait: Duration) -> TimeDelta {
    TimeDelta::from_std(wait).unwrap_or(TimeDelta::days(1))
}

fn wait(app: &App, job: &Job, row: Archiving, span: TimeDelta) -> Result<()> {
    let job = job.clone();
    app.write_blocking(&Actor::operator(), move |tx| {
        archivings::tell(tx, &row)?;
        jobs::again(tx, &job, tx.now.plus(span), "archive-waiting")
    })
}

fn end(app: &App, job: &Job, row: Archiving) -> Result<()> {
    let job = job.clone();
    app.write_blocking(&Actor::operator(), move |tx| {
        archivings::tell(tx, &row)?;
        jobs::finish(tx, &job)
    })
}
