//! An import from end to end: read, mended, taken in by parts, reported item by item.

use super::reading::{self, ExternalCheck, Outcome};
use super::repairs::{Refusal, Repair};
use super::store::{self, Imported};
use crate::app::App;
use crate::error::Result;
use crate::people::rules::{Act, Actor};

/// Checks taken in at a time: others must be able to write in between.
const PART: usize = 200;

/// What became of one item.
#[derive(Debug, Clone)]
pub struct Line {
    /// Where it stands in the file.
    pub at: String,
    /// `new`, `changed`, `known`, `removed`, `refused` or `mended`.
    pub outcome: &'static str,
    pub url: String,
    pub claim: String,
    pub repairs: Vec<Repair>,
    pub why: Option<Refusal>,
}

/// An import in numbers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Sums {
    pub new: usize,
    pub changed: usize,
    pub known: usize,
    /// Taken out of this desk before: they stay out.
    pub removed: usize,
    pub refused: usize,
    /// Taken in with something put right.
    pub repaired: usize,
}

/// Imports everything that a file holds; `report` hears of each item in the order of the file.
pub fn import(app: &App, by: &Actor, bytes: &[u8], origin: &str, report: &mut dyn FnMut(Line)) -> Result<Sums> {
    by.require(Act::Draft)?;
    let mut sums = Sums::default();
    let mut waiting: Vec<(Line, Option<ExternalCheck>)> = Vec::new();
    let mut failed = Ok(());
    reading::read_each(bytes, &mut |item| {
        let mut line = Line {
            at: item.at,
            outcome: "refused",
            url: String::new(),
            claim: String::new(),
            repairs: Vec::new(),
            why: None,
        };
        let mut check = None;
        match item.outcome {
            Outcome::Read { check: read, repairs } => {
                (line.url, line.claim, line.repairs) = (read.url.clone(), read.claim.clone(), repairs);
                check = Some(*read);
            }
            Outcome::Refused(why) => line.why = Some(why),
            Outcome::Mended(repair) => (line.outcome, line.repairs) = ("mended", vec![repair]),
        }
        waiting.push((line, check));
        if waiting.len() >= PART && failed.is_ok() {
            failed = take_in(app, by, origin, std::mem::take(&mut waiting), &mut sums, report);
        }
    });
    failed?;
    take_in(app, by, origin, waiting, &mut sums, report)?;
    Ok(sums)
}

fn take_in(
    app: &App,
    by: &Actor,
    origin: &str,
    part: Vec<(Line, Option<ExternalCheck>)>,
    sums: &mut Sums,
    report: &mut dyn FnMut(Line),
) -> Result<()> {
    let origin = origin.to_owned();
    let lines = app.write_blocking(by, move |tx| {
        part.into_iter()
            .map(|(mut line, check)| {
                if let Some(check) = check {
                    line.outcome = match store::import(tx, &check, &origin)? {
                        Imported::New => "new",
                        Imported::Changed => "changed",
                        Imported::Known => "known",
                        Imported::Removed => "removed",
                    };
                }
                Ok(line)
            })
            .collect::<Result<Vec<Line>>>()
    })?;
    for line in lines {
        match line.outcome {
            "new" => sums.new += 1,
            "changed" => sums.changed += 1,
            "known" => sums.known += 1,
            "removed" => sums.removed += 1,
            "refused" => sums.refused += 1,
            _ => {}
        }
        sums.repaired += usize::from(!line.repairs.is_empty() && line.outcome != "mended");
        report(line);
    }
    Ok(())
}
