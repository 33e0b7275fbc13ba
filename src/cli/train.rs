//! `claimdesk train-worthiness`: fits a model to labelled sentences, and says how it does on some that it has not seen.

use std::path::PathBuf;

use serde::Deserialize;

use super::split::read_text;
use crate::error::{Error, Result};
use crate::text::worth::{Example, Scores, compare, train};

/// What to train on, and where the model goes.
#[derive(clap::Args)]
pub struct Train {
    /// One {"text","label":0|1} a line
    labelled: PathBuf,
    /// The file to write
    #[arg(long)]
    out: PathBuf,
}

#[derive(Deserialize)]
struct Labelled {
    text: String,
    label: u8,
}

/// Trains, writes the model, and reports on stderr.
pub fn run(what: &Train) -> Result<()> {
    let examples = examples(&read_text(Some(&what.labelled))?)?;
    let model = train(&examples).map_err(|fault| Error::startup(fault.to_string()))?;
    std::fs::write(&what.out, model.to_bytes())
        .map_err(|error| Error::startup(format!("cannot write {}: {error}", what.out.display())))?;
    let positives = examples.iter().filter(|example| example.label).count();
    eprintln!("{} sentences, {positives} of them worth checking", examples.len());
    if let Ok(compared) = compare(&examples) {
        eprintln!("measured on {} sentences, each by a model that had not seen it:", compared.held_back);
        report("built in", &compared.default);
        report("trained", &compared.trained);
    }
    Ok(())
}

fn report(name: &str, scores: &Scores) {
    eprintln!(
        "  {name:9} precision {:.3}  recall {:.3}  F1 {:.3}  average precision {:.3}",
        scores.precision, scores.recall, scores.f1, scores.average_precision
    );
}

fn examples(text: &str) -> Result<Vec<Example>> {
    text.lines()
        .zip(1..)
        .filter(|(line, _)| !line.trim().is_empty())
        .map(|(line, n)| {
            let read: Labelled = serde_json::from_str(line)
                .map_err(|_| Error::startup(format!("line {n} is not {{\"text\": …, \"label\": 0 or 1}}")))?;
            match read.label {
                0 | 1 => Ok(Example { text: read.text, label: read.label == 1, lang: None }),
                other => Err(Error::startup(format!("line {n}: the label is {other}, not 0 or 1"))),
            }
        })
        .collect()
}
