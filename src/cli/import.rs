//! `claimdesk import`: what comes from elsewhere, with a report of what was repaired or refused, and where.

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use clap::Subcommand;
use serde_json::{Value, json};

use super::open;
use crate::app::App;
use crate::articles::rules::About;
use crate::articles::store::{self as articles, Added};
use crate::config::{Place, Serving};
use crate::error::{Error, Result};
use crate::evidence::captures::{self, CaptureState};
use crate::evidence::capturing;
use crate::external::importing::{self, Line};
use crate::fetching::Wanted;
use crate::jobs::running::{self, Kinds};
use crate::people::rules::Actor;
use crate::reading::Material;
use crate::text::language;
use crate::web::form::Fields;
use crate::web::words;

/// What can be imported.
#[derive(Subcommand)]
pub enum Import {
    /// An article: a text, Markdown, HTML or PDF file, or the address of one
    Article {
        /// A file, or an address that begins with http
        what: String,
        /// Its language as a tag; told from the text where it is not given
        #[arg(long)]
        lang: Option<String>,
        /// Its title; what the page says, or the file's name, where it is not given
        #[arg(long)]
        title: Option<String>,
    },
    /// Other desks' checks: ClaimReview markup, feeds and pages, so that claims they checked are found here
    Claimreview {
        /// A file (JSON, JSON Lines or HTML), or an address that begins with http
        what: String,
    },
}

/// Imports, prints one JSON object for each item, and the sums on stderr.
pub fn run(place: &Place, serving: &Serving, what: Import) -> Result<()> {
    match what {
        Import::Article { what, lang, title } => article(&open(place, serving)?, &what, lang, title),
        Import::Claimreview { what } => claimreview(&open(place, serving)?, &what),
    }
}

fn is_address(what: &str) -> bool {
    what.starts_with("http://") || what.starts_with("https://")
}

fn read(file: &Path) -> Result<Vec<u8>> {
    std::fs::read(file).map_err(|error| Error::startup(format!("cannot read {}: {error}", file.display())))
}

fn name_of(file: &Path) -> String {
    file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

fn claimreview(app: &App, what: &str) -> Result<()> {
    let (bytes, name) = if is_address(what) {
        let wanted = Wanted { url: what.to_owned(), accept: Some("application/json, */*".into()), ..Wanted::default() };
        let fetched = app.fetcher().fetch(&wanted, &|| app.now().utc()).map_err(|failed| said(failed.key()))?;
        if !(200..300).contains(&fetched.status) {
            return Err(said(capturing::status_key(fetched.status)));
        }
        (fetched.payload, what.to_owned())
    } else {
        let file = PathBuf::from(what);
        (read(&file)?, name_of(&file))
    };
    let sums = importing::import(app, &Actor::operator(), &bytes, &name, &mut |line| print(&line))?;
    eprintln!(
        "claimdesk: {} new, {} changed, {} known already, {} taken out here before, {} refused; {} with repairs",
        sums.new, sums.changed, sums.known, sums.removed, sums.refused, sums.repaired
    );
    Ok(())
}

fn said(key: &str) -> Error {
    Error::startup(words::say(words::FIRST, key, &[]))
}

fn print(line: &Line) {
    let repairs: Vec<String> = line.repairs.iter().map(ToString::to_string).collect();
    println!(
        "{}",
        json!({ "at": line.at, "outcome": line.outcome, "url": line.url, "claim": line.claim, "repairs": repairs,
            "why": line.why.as_ref().map(ToString::to_string) })
    );
}

fn article(app: &App, what: &str, lang: Option<String>, title: Option<String>) -> Result<()> {
    let told =
        if is_address(what) { from_address(app, what, lang, title)? } else { from_file(app, what, lang, title)? };
    println!("{told}");
    Ok(())
}

fn from_file(app: &App, file: &str, lang: Option<String>, title: Option<String>) -> Result<Value> {
    let file = PathBuf::from(file);
    let name = name_of(&file);
    let material = Material::uploaded(&name, read(&file)?).map_err(|say| Error::startup(words::plain(&say)))?;
    let blob = app.blobs().put(&material.bytes)?;
    let said = material.said.clone();
    let pairs = [
        ("kind", Some("public".to_owned())),
        ("title", title.or(said.title).or(Some(name))),
        ("outlet", said.publisher),
        ("author", said.author),
        ("published_on", said.published.map(|date| date.to_string())),
        ("language", lang.or(said.language).or_else(|| detected(&material.text)).or(Some(desk_language(app)?))),
    ];
    let typed = pairs.into_iter().map(|(name, value)| (name.to_owned(), value.unwrap_or_default())).collect();
    let about = About::parse(&Fields::from_pairs(typed))?;
    let (words, title) = (material.words(), about.title.clone());
    let added = app.write_blocking(&Actor::operator(), move |tx| articles::add(tx, about, &material, &blob))?;
    let (outcome, id) = match added {
        Added::New(article) => ("new", article.id),
        Added::Known(known) => ("known", known),
    };
    Ok(json!({ "outcome": outcome, "article": id, "title": title, "words": words }))
}

fn detected(text: &str) -> Option<String> {
    language::detect(text).map(|lang| lang.to_string())
}

fn desk_language(app: &App) -> Result<String> {
    app.database().read(|db| Ok(crate::admin::store::desk(db)?.language))
}

/// Captures are made by a server where one runs, else here.
const CAPTURES: Kinds = &[(captures::JOB, capturing::run)];
/// The longest that a capture is waited for; it goes on without us.
const PATIENCE: Duration = Duration::from_secs(180);

fn from_address(app: &App, url: &str, lang: Option<String>, title: Option<String>) -> Result<Value> {
    app.fetcher().check(url).map_err(|failed| said(failed.key()))?;
    let language = lang.map_or_else(|| desk_language(app), Ok)?;
    let wanted = json!([
        ["kind", "public"],
        ["title", title.unwrap_or_default()],
        ["outlet", ""],
        ["author", ""],
        ["url", url],
        ["published_on", ""],
        ["language", language]
    ]);
    let asked = url.to_owned();
    let id = app.write_blocking(&Actor::operator(), move |tx| captures::of_article(tx, &asked, wanted.to_string()))?;
    let begun = Instant::now();
    let capture = loop {
        let capture = app.database().read(|db| captures::by_id(db, &id))?;
        if capture.is_over() || begun.elapsed() > PATIENCE {
            break capture;
        }
        if !running::one(app, CAPTURES)? {
            std::thread::sleep(Duration::from_millis(200));
        }
    };
    match capture.state {
        CaptureState::Failed => Err(said(&capture.reason)),
        CaptureState::Waiting => Err(said("capture-waiting-text")),
        CaptureState::Taken | CaptureState::Unchanged => {
            let outcome = if capture.state == CaptureState::Taken { "new" } else { "known" };
            Ok(json!({ "outcome": outcome, "article": capture.article_id, "url": capture.final_url,
                "sha256": capture.payload_hash }))
        }
    }
}
