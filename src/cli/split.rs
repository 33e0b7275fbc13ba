//! `claimdesk split`: one JSON object a line for each sentence of a text, with all that is suggested about it.

use std::io::{BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use crate::error::{Error, Result};
use crate::text::decode::decode;
use crate::text::offsets::Index;
use crate::text::reading::{self, Language, Line};
use crate::text::worth::{self, Model, Trained};

/// What to split, and how.
#[derive(clap::Args)]
pub struct Split {
    /// The text to read; - or nothing reads stdin
    file: Option<PathBuf>,
    /// Language of the whole text (BCP 47); without it each paragraph's is detected
    #[arg(long, value_parser = language_tag)]
    lang: Option<String>,
    /// A model that `claimdesk train-worthiness` wrote
    #[arg(long, env = "CLAIMDESK_MODEL")]
    model: Option<PathBuf>,
}

/// What a language tag looks like: `en`, `pt-BR`, `zh-Hans`.
fn language_tag(text: &str) -> std::result::Result<String, String> {
    let mut parts = text.split('-');
    let first =
        parts.next().is_some_and(|it| (2..=3).contains(&it.len()) && it.bytes().all(|c| c.is_ascii_alphabetic()));
    let rest = parts.all(|it| (1..=8).contains(&it.len()) && it.bytes().all(|c| c.is_ascii_alphanumeric()));
    if first && rest { Ok(text.to_owned()) } else { Err("this is no language tag, such as en, ar or pt-BR".into()) }
}

/// Splits, and prints.
pub fn run(split: &Split) -> Result<()> {
    let text = read_text(split.file.as_deref())?;
    let model = match &split.model {
        Some(path) => Model::Trained(read_model(path)?),
        None => Model::Default,
    };
    let language = split.lang.as_deref().map_or(Language::Unknown, Language::Given);
    let lines = reading::read(&text, language, &model);
    let index = Index::new(&text);
    let mut out = BufWriter::new(std::io::stdout().lock());
    for line in &lines {
        let Some(value) = object(&index, line) else { continue };
        if writeln!(out, "{value}").is_err() {
            return Ok(()); // whoever reads has had enough
        }
    }
    let _ = out.flush();
    Ok(())
}

fn object(index: &Index, line: &Line) -> Option<Value> {
    let text = index.slice(line.start, line.end)?;
    let reasons: Vec<&str> = line.worth.reasons.iter().map(|reason| reason.words()).collect();
    Some(json!({
        "start": line.start,
        "end": line.end,
        "text": text,
        "paragraph": line.paragraph,
        "worthiness": (f64::from(line.worth.score) * 1_000_000.0).round() / 1_000_000.0,
        "kind": line.worth.kind.as_str(),
        "reasons": reasons,
        "claimant": line.claimant.as_ref().map(|it| &it.name),
        "quoted": line.quoted,
        "claimant_words": line.claimant.as_ref().map(|it| &it.words),
        "form": line.form.as_str(),
        "lang": line.lang,
        "word_lists": worth::has_lists(line.lang.as_deref()),
        "parts": line.parts(text),
        "statement": line.standing.text,
        "needs_context": line.standing.needs_context,
    }))
}

/// A text from a file or stdin, its code points as they were given: nothing is normalised.
pub fn read_text(file: Option<&Path>) -> Result<String> {
    let bytes = match file.filter(|path| *path != Path::new("-")) {
        Some(path) => {
            std::fs::read(path).map_err(|error| Error::startup(format!("cannot read {}: {error}", path.display())))?
        }
        None => {
            let mut bytes = Vec::new();
            std::io::stdin()
                .lock()
                .read_to_end(&mut bytes)
                .map_err(|error| Error::startup(format!("cannot read stdin: {error}")))?;
            bytes
        }
    };
    match String::from_utf8(bytes) {
        Ok(text) => Ok(text),
        Err(error) => decode(error.as_bytes(), None, false)
            .map(|decoded| decoded.text)
            .map_err(|_| Error::startup("this is not a text: neither UTF-8 nor another charset that says its name")),
    }
}

/// A trained model from its file.
pub fn read_model(path: &Path) -> Result<Trained> {
    let bytes =
        std::fs::read(path).map_err(|error| Error::startup(format!("cannot read {}: {error}", path.display())))?;
    Trained::from_bytes(&bytes).map_err(|fault| Error::startup(format!("{}: {fault}", path.display())))
}
