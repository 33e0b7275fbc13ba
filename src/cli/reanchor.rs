//! `claimdesk reanchor`: finds passages of one text again in another, and says plainly what became of each.

use std::io::{BufWriter, Write};
use std::path::PathBuf;

use serde::Deserialize;
use serde_json::{Value, json};

use super::split::read_text;
use crate::error::{Error, Result};
use crate::text::offsets::count;
use crate::text::reanchor::{Outcome, Reanchorer, Warning};

/// Two texts, and the passages of the old one.
#[derive(clap::Args)]
pub struct Reanchor {
    /// The text that the passages were taken from
    #[arg(long)]
    old: PathBuf,
    /// The text to find them in
    #[arg(long)]
    new: PathBuf,
    /// One {"id","start","end"} a line, in code points of the old text
    spans: PathBuf,
}

#[derive(Deserialize)]
struct Span {
    id: Value,
    start: usize,
    end: usize,
}

/// Finds each passage, and prints a line for it.
pub fn run(what: &Reanchor) -> Result<()> {
    let (old, new) = (read_text(Some(&what.old))?, read_text(Some(&what.new))?);
    let spans = spans(&read_text(Some(&what.spans))?, count(&old))?;
    let engine = Reanchorer::new(&old, &new);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for span in spans {
        let outcome = engine
            .span(span.start, span.end)
            .map_err(|fault| Error::startup(format!("{}: {}", span.id, fault.words())))?;
        let line = object(&span.id, &outcome);
        if writeln!(out, "{line}").is_err() {
            return Ok(()); // whoever reads has had enough
        }
    }
    let _ = out.flush();
    Ok(())
}

fn spans(text: &str, points: usize) -> Result<Vec<Span>> {
    text.lines()
        .zip(1..)
        .filter(|(line, _)| !line.trim().is_empty())
        .map(|(line, n)| {
            let span: Span = serde_json::from_str(line)
                .map_err(|_| Error::startup(format!("line {n} is not {{\"id\": …, \"start\": …, \"end\": …}}")))?;
            match span.start < span.end && span.end <= points {
                true => Ok(span),
                false => {
                    Err(Error::startup(format!("line {n}: {}–{} is no passage of the old text", span.start, span.end)))
                }
            }
        })
        .collect()
}

fn object(id: &Value, outcome: &Outcome) -> Value {
    let warnings: Vec<String> = outcome.warnings.iter().map(Warning::words).collect();
    let candidates: Vec<[usize; 2]> = outcome.candidates.iter().map(|it| [it.start, it.end]).collect();
    json!({
        "id": id,
        "state": outcome.state.as_str(),
        "start": outcome.start(),
        "end": outcome.end(),
        "old": outcome.old,
        "new": outcome.new,
        "warnings": warnings,
        "candidates": candidates,
    })
}
