//! The job that ends a withholding when its time is over.

use super::rules::WithholdingId;
use super::withholdings;
use crate::app::App;
use crate::error::Result;
use crate::jobs::store::{self as jobs, Job};
use crate::people::rules::Actor;

/// Ends one.
pub fn run(app: &App, job: &Job) -> Result<()> {
    let (id, job): (WithholdingId, _) = (job.subject_id.parse()?, job.clone());
    app.write_blocking(&Actor::operator(), move |tx| {
        withholdings::end(tx, &id)?;
        jobs::finish(tx, &job)
    })
}
