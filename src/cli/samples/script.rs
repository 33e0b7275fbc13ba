//! Texts about the fictional town of Brackwater, embedded, and the script that tells what is done with them.

use chrono::NaiveDate;
use rust_embed::RustEmbed;
use serde::Deserialize;

use crate::articles::coverage::ReleaseRule;
use crate::articles::rules::ArticleKind;
use crate::checks::rules::{Correction, Stance};
use crate::claims::claimants::ClaimantKind;
use crate::claims::rules::Unfit;
use crate::discussion::rules::About;
use crate::discussion::store::TaskKind;
use crate::error::{Error, Result};
use crate::evidence::rules::{NoteKind, SourceKind};

#[derive(RustEmbed)]
#[folder = "samples/"]
struct Files;

#[derive(Deserialize)]
pub struct Samples {
    pub desk: DeskSample,
    pub topics: Vec<String>,
    pub claimants: Vec<ClaimantSample>,
    pub articles: Vec<ArticleSample>,
    pub sources: Vec<SourceSample>,
    pub protected: Vec<ProtectedSample>,
    pub notes: Vec<NoteSample>,
    pub origins: Vec<OriginSample>,
    pub claims: Vec<ClaimSample>,
    pub tasks: Vec<TaskSample>,
    pub comments: Vec<CommentSample>,
    pub versions: Vec<VersionSample>,
    pub dismissals: Vec<DismissalSample>,
    pub release_rules: Vec<RuleSample>,
}

#[derive(Deserialize)]
pub struct DeskSample {
    pub name: String,
    pub time_zone: String,
    pub language: String,
}

#[derive(Deserialize)]
pub struct ClaimantSample {
    pub key: String,
    pub name: String,
    pub kind: ClaimantKind,
    pub aliases: Vec<String>,
    pub role: String,
    pub private: bool,
}

#[derive(Deserialize)]
pub struct ArticleSample {
    pub key: String,
    pub file: String,
    pub title: String,
    pub outlet: String,
    pub author: String,
    pub url: Option<String>,
    pub published_on: Option<NaiveDate>,
    pub language: String,
    pub kind: ArticleKind,
    pub freely_showable: bool,
}

#[derive(Deserialize)]
pub struct SourceSample {
    pub key: String,
    pub title: String,
    pub publisher: String,
    pub kind: SourceKind,
    pub url: Option<String>,
    pub citation: Option<String>,
    pub accessed_on: NaiveDate,
    pub file: String,
}

#[derive(Deserialize)]
pub struct ProtectedSample {
    pub key: String,
    pub title: String,
    pub kind: SourceKind,
    pub accessed_on: NaiveDate,
    pub citation: String,
    pub reason: String,
    pub identity: String,
    pub account: String,
}

#[derive(Deserialize)]
pub struct CommentSample {
    pub claim: String,
    pub about: About,
    pub exact: String,
    pub says: String,
    /// What an editor answers.
    pub answer: Option<String>,
}

#[derive(Deserialize)]
pub struct NoteSample {
    pub source: String,
    pub kind: NoteKind,
    #[serde(default)]
    pub of_publisher: bool,
    pub text: String,
}

#[derive(Deserialize)]
pub struct OriginSample {
    pub source: String,
    pub origin: String,
    pub note: String,
}

#[derive(Deserialize)]
pub struct ClaimSample {
    pub key: String,
    pub article: Option<String>,
    pub quote: Option<String>,
    pub statement: String,
    pub claimant: Option<String>,
    pub appearances: Vec<AppearanceSample>,
    pub topics: Vec<String>,
    pub state: String,
    pub reason: Option<String>,
    pub kind: Option<Unfit>,
    pub duplicate_of: Option<String>,
    pub check: Option<CheckSample>,
}

#[derive(Deserialize)]
pub struct AppearanceSample {
    pub url: Option<String>,
    pub platform: String,
    pub date: Option<NaiveDate>,
    pub by: String,
}

#[derive(Deserialize, Clone)]
pub struct CheckSample {
    pub stage: Stage,
    pub verdict: Option<String>,
    #[serde(default)]
    pub summary: String,
    #[serde(default)]
    pub reasoning: String,
    pub as_of: Option<NaiveDate>,
    #[serde(default)]
    pub evidence: Vec<EvidenceSample>,
    pub single_source_reason: Option<String>,
    pub comment: Option<String>,
    pub correction: Option<CorrectionSample>,
}

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    Researching,
    InReview,
    Ready,
    SentBack,
    Approved,
    Published,
    Corrected,
}

#[derive(Deserialize, Clone)]
pub struct EvidenceSample {
    pub source: String,
    pub stance: Stance,
    pub quote: Option<String>,
    pub note: Option<String>,
}

#[derive(Deserialize, Clone)]
pub struct CorrectionSample {
    pub kind: Correction,
    pub note: String,
    pub summary: String,
    pub reasoning: String,
}

#[derive(Deserialize)]
pub struct TaskSample {
    pub kind: TaskKind,
    pub claim: Option<String>,
    pub text: String,
    pub due: Option<NaiveDate>,
}

#[derive(Deserialize)]
pub struct VersionSample {
    pub article: String,
    pub file: String,
}

#[derive(Deserialize)]
pub struct DismissalSample {
    pub article: String,
    pub sentences: Vec<String>,
}

#[derive(Deserialize)]
pub struct RuleSample {
    pub article: String,
    pub rule: ReleaseRule,
}

/// The bytes of one sample file.
pub fn file(name: &str) -> Result<Vec<u8>> {
    Files::get(name).map(|file| file.data.into_owned()).ok_or_else(|| Error::startup(format!("no sample file {name}")))
}

/// The script.
pub fn load() -> Result<Samples> {
    serde_json::from_slice(&file("desk.json")?).map_err(|error| Error::startup(format!("samples/desk.json: {error}")))
}
