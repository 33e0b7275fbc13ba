//! `claimdesk match`: for each sentence or post of a file, the checks of another file that are most like it.

use std::collections::HashMap;
use std::fs::File;
use std::io::{BufRead, BufReader, BufWriter, Read, Write};
use std::path::{Path, PathBuf};

use serde::Deserialize;
use serde_json::{Value, json};
use tantivy::DocAddress;

use crate::config::Serving;
use crate::error::{Error, Result};
use crate::search::matching::{Check, Keep, Match, Meaning, MemoryMatcher};
use crate::search::{Compared, Meant};
use crate::text::likeness::Strength;

/// A file of checks that is larger, in bytes, is indexed on disk.
const LARGE: u64 = 64 << 20;
/// A line that is longer, in bytes, is no check.
const LONGEST_LINE: u64 = 16 << 20;

/// Texts that a model of meaning reads in one go.
const AT_ONCE: usize = 4_096;

/// What to match with what.
#[derive(clap::Args)]
pub struct Matching {
    /// Checks: one {"id","text","title"?} a line
    #[arg(long)]
    checks: PathBuf,
    /// How many of the best are printed for each text
    #[arg(long, default_value_t = 10, value_parser = clap::value_parser!(u16).range(1..=1000))]
    top: u16,
    /// Texts: one {"id","text"} a line; - or nothing reads stdin
    queries: Option<PathBuf>,
}

#[derive(Deserialize)]
struct Line {
    id: Value,
    #[serde(alias = "claim")]
    text: String,
    #[serde(default)]
    title: Option<String>,
    #[serde(default)]
    lang: Option<String>,
}

/// Reads the checks, then answers each text with those most like it, one JSON object a line, best first.
pub fn run(serving: &Serving, what: &Matching) -> Result<()> {
    let out = &mut BufWriter::new(std::io::stdout().lock());
    matched(&what.checks, what.queries.as_deref(), usize::from(what.top), serving.embedding_model.as_deref(), out)
}

fn matched(checks: &Path, queries: Option<&Path>, top: usize, model: Option<&Path>, out: &mut dyn Write) -> Result<()> {
    let file = open(checks)?;
    let large = file.metadata().is_ok_and(|it| it.len() > LARGE);
    let named = checks.display().to_string();
    let lines = Lines { reader: BufReader::new(file), named, number: 0 };
    let index = MemoryMatcher::of(lines, if large { Keep::Disk } else { Keep::Memory })?;
    let meanings = model.map(|model| Meanings::of(&index, model)).transpose()?;
    let meanings = meanings.as_ref();
    match queries.filter(|path| *path != Path::new("-")) {
        Some(path) => {
            let named = path.display().to_string();
            answer(&index, meanings, Lines { reader: BufReader::new(open(path)?), named, number: 0 }, top, out)
        }
        None => {
            let reader = BufReader::new(std::io::stdin().lock());
            answer(&index, meanings, Lines { reader, named: "stdin".into(), number: 0 }, top, out)
        }
    }
}

fn open(path: &Path) -> Result<File> {
    File::open(path).map_err(|error| Error::startup(format!("cannot read {}: {error}", path.display())))
}

fn answer(
    index: &MemoryMatcher,
    meanings: Option<&Meanings>,
    questions: Lines<impl BufRead>,
    top: usize,
    out: &mut dyn Write,
) -> Result<()> {
    let matcher = index.matcher();
    for question in questions {
        let question = question?;
        let lang = question.lang.as_deref();
        let sense = meanings.map(|it| it.meant.sense(&question.text)).transpose()?;
        let near = |address: DocAddress| {
            let it = meanings?;
            it.meant.nearness(sense.as_ref()?, it.keys.get(&address)?)
        };
        let found = match (meanings, &sense) {
            (Some(it), Some(sense)) => {
                let nearest: Vec<DocAddress> =
                    sense.near.iter().filter_map(|(key, _)| it.addresses.get(key).copied()).collect();
                matcher.best_with(
                    &question.text,
                    lang,
                    None,
                    top,
                    Some(&Meaning { cosine: &near, nearest: &nearest }),
                )?
            }
            _ => matcher.best(&question.text, lang, None, top)?,
        };
        let compared = Compared::new(matcher, &question.text, lang);
        for it in found {
            let line = object(&question, &index.check(it.address)?.id, &it, &compared, near(it.address));
            if writeln!(out, "{line}").is_err() {
                return Ok(()); // whoever reads has had enough
            }
        }
    }
    let _ = out.flush();
    Ok(())
}

fn object(question: &Check, id: &str, found: &Match, compared: &Compared<'_>, near: Option<f32>) -> Value {
    let likeness = compared.with(found, near);
    let mut why: Vec<String> = likeness.differences.iter().map(ToString::to_string).collect();
    why.extend(likeness.reasons.iter().map(ToString::to_string));
    if why.is_empty() && likeness.strength != Strength::None {
        why.push("many of the words are the same".into());
    }
    let score = (f64::from(found.score) * 1_000_000.0).round() / 1_000_000.0;
    json!({ "query": question.id, "id": id, "score": score, "strength": likeness.strength.word(), "why": why })
}

/// What a model of meaning knows of the checks; its vectors are gone with the process.
struct Meanings {
    meant: Meant,
    addresses: HashMap<String, DocAddress>,
    keys: HashMap<DocAddress, String>,
    folder: PathBuf,
}

impl Drop for Meanings {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.folder);
    }
}

impl Meanings {
    fn of(index: &MemoryMatcher, model: &Path) -> Result<Self> {
        let name = crate::db::hex(&crate::db::random_bytes::<8>());
        let folder = std::env::temp_dir().join(format!("claimdesk-{name}"));
        std::fs::create_dir_all(&folder)?;
        let meant = Meant::open(model, &folder)?;
        let mut it = Meanings { meant, addresses: HashMap::new(), keys: HashMap::new(), folder };
        let threads = std::thread::available_parallelism().map_or(1, std::num::NonZero::get);
        let mut texts: Vec<(String, String)> = Vec::new();
        for (n, (address, text)) in index.matcher().every().enumerate() {
            let key = n.to_string();
            it.addresses.insert(key.clone(), address);
            it.keys.insert(address, key.clone());
            texts.push((key, text?));
            if texts.len() >= AT_ONCE {
                it.meant.keep(&std::mem::take(&mut texts), threads)?;
            }
        }
        it.meant.keep(&texts, threads)?;
        Ok(it)
    }
}

/// The lines of a file as checks; a line that is none is an error that names it.
struct Lines<R> {
    reader: R,
    named: String,
    number: usize,
}

impl<R: BufRead> Lines<R> {
    fn fault(&self, fault: impl std::fmt::Display) -> Error {
        Error::startup(format!("{}, line {}: {fault}", self.named, self.number))
    }

    fn read(&mut self) -> Result<Option<Check>> {
        loop {
            let mut bytes = Vec::new();
            self.number += 1;
            let read = self.reader.by_ref().take(LONGEST_LINE).read_until(b'\n', &mut bytes);
            if read.map_err(|error| self.fault(error))? == 0 {
                return Ok(None);
            }
            if bytes.len() as u64 == LONGEST_LINE && !bytes.ends_with(b"\n") {
                return Err(self.fault(format!("longer than {} MiB", LONGEST_LINE >> 20)));
            }
            let bytes = bytes.strip_prefix("\u{feff}".as_bytes()).unwrap_or(&bytes).trim_ascii();
            if !bytes.is_empty() {
                return self.check(bytes).map(Some);
            }
        }
    }

    fn check(&self, bytes: &[u8]) -> Result<Check> {
        let line: Line = serde_json::from_slice(bytes).map_err(|error| self.fault(plain(&error)))?;
        let id = match line.id {
            Value::String(id) => id,
            Value::Number(id) => id.to_string(),
            _ => return Err(self.fault("the id is neither a string nor a number")),
        };
        Ok(Check { id, text: line.text, title: line.title, lang: line.lang })
    }
}

/// What serde says, without the place inside the line: the line is named already.
fn plain(error: &serde_json::Error) -> String {
    let text = error.to_string();
    match text.rfind(" at line ") {
        Some(at) => format!("{}, at byte {}", text.get(..at).unwrap_or_default(), error.column()),
        None => text,
    }
}

impl<R: BufRead> Iterator for Lines<R> {
    type Item = Result<Check>;

    fn next(&mut self) -> Option<Result<Check>> {
        self.read().transpose()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str) -> Vec<std::result::Result<String, String>> {
        let lines = Lines { reader: text.as_bytes(), named: "checks.jsonl".into(), number: 0 };
        let said = |error| match error {
            Error::Startup(line) => line,
            other => format!("{other:?}"),
        };
        lines.map(|it| it.map(|it| format!("{} {}", it.id, it.text)).map_err(said)).collect()
    }

    #[test]
    fn lines_are_checks_by_either_name() {
        let text = "\u{feff}{\"id\":\"a\",\"text\":\"one\"}\n\n{\"id\":7,\"claim\":\"two\",\"url\":\"x\"}\r\n";
        assert_eq!(lines(text), [Ok("a one".to_owned()), Ok("7 two".to_owned())]);
    }

    #[test]
    fn a_line_that_is_no_check_is_named() {
        for (line, fault) in [
            ("{\"id\":\"a\"}", "checks.jsonl, line 2: missing field `text`, at byte 10"),
            ("nonsense", "checks.jsonl, line 2: expected ident, at byte 2"),
            ("{\"id\":null,\"text\":\"\"}", "checks.jsonl, line 2: the id is neither a string nor a number"),
        ] {
            let text = format!("{{\"id\":1,\"text\":\"\"}}\n{line}\n");
            assert_eq!(lines(&text).last(), Some(&Err(fault.to_owned())), "{line}");
        }
    }

    #[test]
    fn answers_are_lines_best_first() {
        let folder = std::env::temp_dir().join(format!("claimdesk-match-{}", std::process::id()));
        std::fs::create_dir_all(&folder).unwrap();
        let checks = folder.join("checks.jsonl");
        let queries = folder.join("queries.jsonl");
        let of = |id: &str, text: &str| format!("{{\"id\":\"{id}\",\"text\":\"{text}\"}}\n");
        std::fs::write(&checks, of("tax", "Fuel tax rose by 5 percent") + &of("wombat", "Wombats eat butterflies"))
            .unwrap();
        std::fs::write(&queries, of("q", "Wombats eat the tax")).unwrap();
        let mut out = Vec::new();
        matched(&checks, Some(&queries), 10, None, &mut out).unwrap();
        std::fs::remove_dir_all(&folder).unwrap();
        let answers: Vec<Value> = out.split(|b| *b == b'\n').filter_map(|it| serde_json::from_slice(it).ok()).collect();
        let ids: Vec<&str> = answers.iter().filter_map(|it| it.get("id")?.as_str()).collect();
        assert_eq!(ids, ["wombat", "tax"]);
    }
}
