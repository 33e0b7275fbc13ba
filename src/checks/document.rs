//! The content document: the one JSON document that a draft is, that an approval covers and that a published version
//! shows. A new field means a new format; documents of old formats stay readable.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::rules::{Correction, Stance};
use crate::claims::claimants::ClaimantKind;
use crate::db::sha256;
use crate::error::Result;
use crate::events::rules::canonical;
use crate::evidence::rules::SourceKind;

/// Formats 1 to 3. A document is of the oldest format that can say all it says, so that what was approved before stays what
/// was approved: format 2 adds a source's interests and origin, and the page of a quote; format 3 protected sources.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub format: u8,
    pub language: String,
    pub statement: String,
    pub claimant: Option<ClaimantPart>,
    pub appearances: Vec<AppearancePart>,
    pub verdict: Option<VerdictPart>,
    pub summary: String,
    pub reasoning: String,
    pub evidence: Vec<EvidencePart>,
    pub as_of: Option<NaiveDate>,
    pub review_by: Option<NaiveDate>,
    pub reasons: Reasons,
    pub correction: Option<CorrectionPart>,
    pub byline: Vec<BylinePart>,
}

/// Who made the claim, as readers may know it: a private individual has no name here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ClaimantPart {
    pub name: Option<String>,
    pub kind: ClaimantKind,
    pub aliases: Vec<String>,
    pub description: String,
    pub same_as: Option<String>,
    pub private: bool,
}

/// Where it was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AppearancePart {
    pub url: Option<String>,
    pub platform: String,
    pub date: Option<NaiveDate>,
    pub by: String,
}

/// The verdict with its label, description and number as they were then.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VerdictPart {
    pub entry: String,
    pub label: String,
    pub description: String,
    pub icon: String,
    pub tone: String,
    pub number: Option<i32>,
    pub best: Option<i32>,
    pub worst: Option<i32>,
}

/// One piece of evidence.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EvidencePart {
    pub number: i32,
    pub stance: Stance,
    pub note: String,
    pub quote: Option<QuotePart>,
    pub source: SourcePart,
}

/// An exact passage of a snapshot.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct QuotePart {
    pub exact: String,
    pub selectors: Vec<Selector>,
    pub snapshot: SnapshotPart,
    /// The page it begins on, in a document that has pages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub page: Option<usize>,
}

/// W3C selectors; offsets are code points, the end is excluded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "type", deny_unknown_fields)]
pub enum Selector {
    TextQuoteSelector { exact: String, prefix: String, suffix: String },
    TextPositionSelector { start: i32, end: i32 },
}

/// The copy a quote stands in.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SnapshotPart {
    pub id: String,
    pub sha256: String,
    pub text_sha256: String,
    pub extractor: String,
    pub taken_at: String,
}

/// The source as it was cited.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SourcePart {
    pub title: String,
    pub publisher: String,
    pub kind: SourceKind,
    pub url: Option<String>,
    pub citation: String,
    pub accessed_on: Option<NaiveDate>,
    /// What interests it has in the matter.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub interests: String,
    /// Where it has it from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<OriginPart>,
    /// Who it is stays with the desk.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub protected: Option<ProtectedPart>,
}

impl SourcePart {
    /// Whether nobody named stands behind it: a protected source, or one that has it from there.
    pub fn is_unnamed(&self) -> bool {
        self.protected.is_some() || self.origin.as_ref().is_some_and(|origin| origin.protected)
    }
}

/// That a source is protected, as readers are told.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ProtectedPart {
    /// Why it is not named.
    pub reason: String,
}

/// The source that another derives from, at the beginning of the chain.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OriginPart {
    /// Sources with the same id here are one origin.
    pub id: String,
    pub title: String,
    pub publisher: String,
    /// Whether it is a protected source: what comes from it is then not named evidence either.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub protected: bool,
}

/// Every reason that readers are owed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reasons {
    pub single_source: String,
    pub no_appearance: String,
}

/// What kind of change a new version is, and what readers are told of it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CorrectionPart {
    pub kind: Correction,
    pub note: String,
}

/// Who worked on it, by id: names are looked up when the page is shown.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BylinePart {
    pub person: String,
    pub role: String,
}

impl Document {
    /// RFC 8785 text and its SHA-256: what approvals and published versions point to.
    pub fn seal(&self) -> Result<(String, String)> {
        let body = canonical(self)?;
        Ok((sha256(body.as_bytes()), body))
    }

    /// The oldest format that can say all this.
    pub fn format_needed(&self) -> u8 {
        let newer = self.evidence.iter().any(|piece| {
            let page = piece.quote.as_ref().and_then(|quote| quote.page);
            page.is_some() || !piece.source.interests.is_empty() || piece.source.origin.is_some()
        });
        match (self.evidence.iter().any(|piece| piece.source.is_unnamed()), newer) {
            (true, _) => 3,
            (false, true) => 2,
            (false, false) => 1,
        }
    }

    /// Reads a stored document.
    pub fn parse(body: &str) -> Result<Self> {
        Ok(serde_json::from_str(body)?)
    }

    /// The piece of evidence of a number.
    pub fn evidence(&self, number: i32) -> Option<&EvidencePart> {
        self.evidence.iter().find(|piece| piece.number == number)
    }

    /// Evidence numbers that the reasoning cites as `[n]`, each once, in order.
    pub fn citations(&self) -> Vec<i32> {
        let mut cited: Vec<i32> = citations(&self.reasoning).into_iter().map(|(_, _, n)| n).collect();
        cited.sort_unstable();
        cited.dedup();
        cited
    }
}

impl EvidencePart {
    /// Where the quote stands in its snapshot.
    pub fn span(&self) -> Option<(i32, i32)> {
        self.quote.as_ref()?.selectors.iter().find_map(|selector| match selector {
            Selector::TextPositionSelector { start, end } => Some((*start, *end)),
            Selector::TextQuoteSelector { .. } => None,
        })
    }
}

/// Citations in a text: byte range and number of every `[12]` that is not the start of a Markdown link.
pub fn citations(text: &str) -> Vec<(usize, usize, i32)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text.get(from..).and_then(|rest| rest.find('[')).map(|at| from + at) {
        from = open + 1;
        let Some(close) = text.get(from..).and_then(|rest| rest.find(']')).map(|at| from + at) else { break };
        let Some(digits) = text.get(from..close) else { continue };
        let plain = (1..=4).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
        let link = text.get(close + 1..).is_some_and(|rest| rest.starts_with('('));
        if plain
            && !link
            && let Ok(number) = digits.parse()
        {
            found.push((open, close + 1, number));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_citations_and_leaves_links_alone() {
        let numbers = |text| citations(text).into_iter().map(|(_, _, n)| n).collect::<Vec<_>>();
        assert_eq!(numbers("It fell [1], not rose [12][3]."), vec![1, 12, 3]);
        assert_eq!(numbers("[7](https://a.example) [x] [] [12345] [2"), Vec::<i32>::new());
        assert_eq!(numbers("é[[4]]"), vec![4]);
    }
}
