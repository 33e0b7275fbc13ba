//! Gates: what a check must have before it goes on, each with a link to where it is mended.

use std::collections::BTreeSet;

use super::document::Document;
use crate::admin::store::{GateSetting, Level};
use crate::evidence::rules::origin;

words! {
    /// One thing a check must have.
    pub enum Gate {
        Verdict = "verdict",
        Summary = "summary",
        Evidence = "evidence",
        QuotesFound = "quotes_found",
        SourcesIdentified = "sources_identified",
        SourcesOpen = "sources_open",
        TwoOrigins = "two_origins",
        Corroborated = "corroborated",
        Citations = "citations",
        Appearance = "appearance",
        CorrectionNote = "correction_note",
        PrivateName = "private_name",
    }
}

/// A gate with whether it is met, how hard it is, and where on the check's page it is mended.
#[derive(Debug, Clone)]
pub struct Line {
    pub gate: Gate,
    pub met: bool,
    pub level: Level,
}

impl Line {
    /// Whether it stops submission and approval.
    pub fn blocks(&self) -> bool {
        !self.met && self.level == Level::Block
    }

    /// Class and word of its mark.
    pub fn mark(&self) -> &'static str {
        match (self.met, self.level) {
            (true, _) => "met",
            (false, Level::Block) => "missing",
            (false, _) => "warn",
        }
    }

    /// Where on the page it is mended.
    pub fn anchor(&self) -> &'static str {
        match self.gate {
            Gate::Verdict => "#verdict_id",
            Gate::Summary => "#summary",
            Gate::Evidence | Gate::QuotesFound | Gate::SourcesIdentified | Gate::SourcesOpen => "#evidence",
            Gate::TwoOrigins => "#single_source",
            Gate::Corroborated => "#evidence",
            Gate::Citations => "#reasoning",
            Gate::Appearance => "#no_appearance",
            Gate::CorrectionNote => "#correction_note",
            Gate::PrivateName => "#summary",
        }
    }
}

/// What the document alone cannot tell.
#[derive(Debug, Clone, Default)]
pub struct Beside {
    /// Every quote stands exactly where it says, in its snapshot.
    pub quotes_found: bool,
    /// No cited source is closed to part of the desk.
    pub sources_open: bool,
    /// A new version needs to say what kind of change it is.
    pub is_correction: bool,
    /// A check of our own drafts needs no appearance.
    pub internal: bool,
    /// Name and aliases of a claimant who is a private individual: they may stand in nothing that readers see.
    pub private_names: Vec<String>,
}

/// Every gate that binds this document.
pub fn judge(document: &Document, beside: &Beside, settings: &[GateSetting]) -> Vec<Line> {
    let level = |gate: Gate| {
        settings.iter().find(|setting| setting.gate == gate.as_str()).map_or(Level::Block, |setting| setting.level)
    };
    Gate::ALL
        .iter()
        .copied()
        .filter(|gate| beside.is_correction || *gate != Gate::CorrectionNote)
        .filter(|gate| !(beside.internal && *gate == Gate::Appearance))
        .filter(|gate| *gate != Gate::Corroborated || document.evidence.iter().any(|it| it.source.is_unnamed()))
        .filter(|gate| !(beside.private_names.is_empty() && *gate == Gate::PrivateName))
        .map(|gate| Line { gate, met: met(gate, document, beside), level: level(gate) })
        .filter(|line| line.level != Level::Off)
        .collect()
}

fn met(gate: Gate, document: &Document, beside: &Beside) -> bool {
    let evidence = &document.evidence;
    match gate {
        Gate::Verdict => document.verdict.is_some() && document.as_of.is_some(),
        Gate::Summary => !document.summary.is_empty(),
        Gate::Evidence => !evidence.is_empty(),
        Gate::QuotesFound => beside.quotes_found,
        Gate::SourcesIdentified => evidence.iter().all(|piece| {
            let source = &piece.source;
            let named = (source.url.is_some() || !source.citation.is_empty()) && !source.publisher.is_empty();
            (named || source.protected.is_some()) && !source.title.is_empty() && source.accessed_on.is_some()
        }),
        Gate::SourcesOpen => beside.sources_open,
        // Who is not named counts never alone.
        Gate::Corroborated => evidence.iter().any(|piece| !piece.source.is_unnamed()),
        Gate::TwoOrigins => origins(document) >= 2 || !document.reasons.single_source.is_empty(),
        Gate::Citations => document.citations().iter().all(|number| document.evidence(*number).is_some()),
        Gate::Appearance => {
            document.appearances.iter().any(|appearance| appearance.url.is_some())
                || !document.reasons.no_appearance.is_empty()
        }
        Gate::CorrectionNote => document.correction.as_ref().is_some_and(|it| !it.note.is_empty()),
        Gate::PrivateName => !names_any(document, &beside.private_names),
    }
}

/// Whether any word that readers would see is one of these names.
fn names_any(document: &Document, names: &[String]) -> bool {
    let mut shown = vec![document.statement.as_str(), &document.summary, &document.reasoning];
    shown.extend([document.reasons.single_source.as_str(), &document.reasons.no_appearance]);
    shown.extend(document.correction.iter().map(|correction| correction.note.as_str()));
    shown.extend(document.claimant.iter().map(|claimant| claimant.description.as_str()));
    for appearance in &document.appearances {
        shown.extend([appearance.by.as_str(), &appearance.platform]);
    }
    for piece in &document.evidence {
        shown.extend([piece.note.as_str(), &piece.source.title, &piece.source.citation, &piece.source.interests]);
        shown.extend(piece.source.protected.iter().map(|protected| protected.reason.as_str()));
        shown.extend(piece.source.origin.iter().map(|origin| origin.title.as_str()));
        shown.extend(piece.quote.iter().map(|quote| quote.exact.as_str()));
    }
    let shown = shown.join("\n").to_lowercase();
    names.iter().any(|name| !name.is_empty() && shown.contains(&name.to_lowercase()))
}

/// How many independent origins stand behind the evidence: sources that have it from one place are one, and so are those of
/// one publisher. Of whom nothing is known counts as none.
pub fn origins(document: &Document) -> usize {
    let mut groups: Vec<BTreeSet<String>> = Vec::new();
    for piece in document.evidence.iter().filter(|piece| !piece.source.is_unnamed()) {
        let mut names: BTreeSet<String> = BTreeSet::new();
        match &piece.source.origin {
            Some(of) => names.extend([format!("id {}", of.id), origin(&of.publisher)]),
            None => names.extend([origin(&piece.source.publisher)]),
        }
        names.remove("");
        if names.is_empty() {
            continue;
        }
        let (same, others): (Vec<_>, Vec<_>) = groups.into_iter().partition(|group| !group.is_disjoint(&names));
        same.into_iter().for_each(|group| names.extend(group));
        groups = others;
        groups.push(names);
    }
    groups.len()
}

/// How many sources stand behind the evidence, whatever they have it from.
pub fn sources(document: &Document) -> usize {
    let named: BTreeSet<_> =
        document.evidence.iter().map(|it| (&it.source.title, &it.source.publisher, &it.source.url)).collect();
    named.len()
}
