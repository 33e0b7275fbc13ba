//! `claimdesk import`: what comes from elsewhere, with a report of what was repaired or refused, and where.

use std::path::{Path, PathBuf};

use clap::Subcommand;
use serde_json::json;

use super::open;
use crate::config::{Place, Serving};
use crate::error::{Error, Result};
use crate::external::importing::{self, Line};
use crate::people::rules::Actor;

/// What can be imported.
#[derive(Subcommand)]
pub enum Import {
    /// Other desks' checks: ClaimReview markup, feeds and pages, so that claims they checked are found here
    Claimreview {
        /// A file: JSON, JSON Lines or HTML
        file: PathBuf,
    },
}

/// Imports, prints one JSON object for each item, and the sums on stderr.
pub fn run(place: &Place, serving: &Serving, what: Import) -> Result<()> {
    match what {
        Import::Claimreview { file } => claimreview(place, serving, &file),
    }
}

fn claimreview(place: &Place, serving: &Serving, file: &Path) -> Result<()> {
    if file.to_str().is_some_and(|it| it.starts_with("http://") || it.starts_with("https://")) {
        return Err(Error::startup("addresses cannot be fetched yet: save the feed to a file and import that"));
    }
    let bytes =
        std::fs::read(file).map_err(|error| Error::startup(format!("cannot read {}: {error}", file.display())))?;
    let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let app = open(place, serving)?;
    let sums = importing::import(&app, &Actor::operator(), &bytes, &name, &mut |line| print(&line))?;
    eprintln!(
        "claimdesk: {} new, {} changed, {} known already, {} taken out here before, {} refused; {} with repairs",
        sums.new, sums.changed, sums.known, sums.removed, sums.refused, sums.repaired
    );
    Ok(())
}

fn print(line: &Line) {
    let repairs: Vec<String> = line.repairs.iter().map(ToString::to_string).collect();
    println!(
        "{}",
        json!({ "at": line.at, "outcome": line.outcome, "url": line.url, "claim": line.claim, "repairs": repairs,
            "why": line.why.as_ref().map(ToString::to_string) })
    );
}
