//! The content document of a draft, made from everything it rests on.

use std::collections::HashMap;

use diesel::prelude::*;

use super::document::{
    AppearancePart, BylinePart, ClaimantPart, CorrectionPart, Document, EvidencePart, OriginPart, ProtectedPart,
    QuotePart, Reasons, Selector, SnapshotPart, SourcePart, VerdictPart,
};
use super::evidence::{self, Evidence};
use super::rules::{CheckId, EvidenceState};
use super::scale;
use super::store::{Check, Draft, contributors};
use crate::claims::claimants;
use crate::claims::store as claims;
use crate::db::{Db, Moment};
use crate::error::{Error, Result};
use crate::evidence::rules::SourceId;
use crate::evidence::store::{Source, pages_of};
use crate::evidence::{notes, origins, protected};
use crate::schema::{snapshots, sources};

/// The document that a draft is, made from everything it rests on.
pub fn build(db: &mut Db, check: &Check, draft: &Draft) -> Result<Document> {
    let whole = claims::whole(db, &check.claim_id)?;
    let claimant = match &whole.claim.claimant_id {
        Some(id) => Some(claimants::find(db, id)?),
        None => None,
    };
    let private = claimant.as_ref().filter(|claimant| claimant.private);
    let hidden: Vec<String> = private
        .map(|c| std::iter::once(c.name.as_str()).chain(c.aliases.lines()).map(str::to_lowercase).collect())
        .unwrap_or_default();
    let entries = scale::all(db)?;
    let byline = contributors(db, check, draft)?;
    let mut document = Document {
        format: 1,
        language: check.language.clone(),
        statement: whole.claim.statement.clone(),
        claimant: claimant.map(|c| ClaimantPart {
            name: (!c.private).then_some(c.name),
            kind: c.kind,
            aliases: if c.private { Vec::new() } else { c.aliases.lines().map(str::to_owned).collect() },
            description: c.description,
            same_as: c.same_as.filter(|_| !c.private),
            private: c.private,
        }),
        appearances: whole
            .appearances
            .into_iter()
            .map(|a| {
                let named = hidden.contains(&a.by_whom.to_lowercase());
                let by = if named { String::new() } else { a.by_whom };
                AppearancePart { url: a.url, platform: a.platform, date: a.appeared_on, by }
            })
            .collect(),
        verdict: verdict_part(draft, &entries),
        summary: draft.summary.clone(),
        reasoning: draft.reasoning.clone(),
        evidence: evidence_parts(db, &check.id)?,
        as_of: draft.as_of,
        review_by: draft.review_by,
        reasons: Reasons { single_source: draft.single_source.clone(), no_appearance: draft.no_appearance.clone() },
        correction: draft.correction.map(|kind| CorrectionPart { kind, note: draft.correction_note.clone() }),
        byline: byline.iter().map(|id| BylinePart { person: id.to_string(), role: "checked".into() }).collect(),
    };
    document.format = document.format_needed();
    Ok(document)
}

fn verdict_part(draft: &Draft, entries: &[scale::Entry]) -> Option<VerdictPart> {
    let entry = entries.iter().find(|entry| Some(&entry.id) == draft.verdict_id.as_ref())?;
    let bounds = entry.number.and(scale::bounds(entries));
    Some(VerdictPart {
        entry: entry.id.to_string(),
        label: entry.label.clone(),
        description: entry.description.clone(),
        icon: entry.icon.clone(),
        tone: entry.tone.to_string(),
        number: entry.number.filter(|_| bounds.is_some()),
        best: bounds.map(|(_, best)| best),
        worst: bounds.map(|(worst, _)| worst),
    })
}

fn evidence_parts(db: &mut Db, check: &CheckId) -> Result<Vec<EvidencePart>> {
    let pieces: Vec<Evidence> =
        evidence::of_check(db, check)?.into_iter().filter(|piece| piece.state == EvidenceState::Kept).collect();
    let source_ids: Vec<_> = pieces.iter().map(|piece| &piece.source_id).collect();
    let found: Vec<Source> = Source::query().filter(sources::id.eq_any(source_ids)).load(db)?;
    let snapshot_ids: Vec<_> = pieces.iter().filter_map(|piece| piece.snapshot_id.as_ref()).collect();
    type Line = (crate::evidence::rules::SnapshotId, String, String, String, Moment);
    let copies: Vec<Line> = snapshots::table
        .filter(snapshots::id.eq_any(&snapshot_ids))
        .select((snapshots::id, snapshots::blob, snapshots::text_hash, snapshots::extractor, snapshots::taken_at))
        .load(db)?;
    let about = AboutSources::of(db, &found)?;
    let pages = pages_of(db, &snapshot_ids)?;
    pieces
        .into_iter()
        .map(|piece| {
            let source = found.iter().find(|source| source.id == piece.source_id).ok_or(Error::NotFound)?;
            let copy = copies.iter().find(|(id, ..)| Some(id) == piece.snapshot_id.as_ref());
            let quote = match (&piece.exact, copy, piece.start_at, piece.end_at) {
                (Some(exact), Some((id, blob, text, extractor, taken)), Some(start), Some(end)) => Some(QuotePart {
                    exact: exact.clone(),
                    selectors: vec![
                        Selector::TextQuoteSelector {
                            exact: exact.clone(),
                            prefix: piece.prefix.clone().unwrap_or_default(),
                            suffix: piece.suffix.clone().unwrap_or_default(),
                        },
                        Selector::TextPositionSelector { start, end },
                    ],
                    snapshot: SnapshotPart {
                        id: id.to_string(),
                        sha256: blob.clone(),
                        text_sha256: text.clone(),
                        extractor: extractor.clone(),
                        taken_at: taken.exact(),
                    },
                    page: pages.get(id).and_then(|pages| pages.at(start)),
                }),
                _ => None,
            };
            let (number, stance, note) = (piece.number, piece.stance, piece.note);
            Ok(EvidencePart { number, stance, note, quote, source: about.part(source) })
        })
        .collect()
}

/// What is known of cited sources beside what they say.
struct AboutSources {
    interests: Vec<(SourceId, String)>,
    roots: HashMap<SourceId, SourceId>,
    origins: Vec<Source>,
    protected: HashMap<SourceId, String>,
}

impl AboutSources {
    fn of(db: &mut Db, cited: &[Source]) -> Result<Self> {
        let ids: Vec<&SourceId> = cited.iter().map(|source| &source.id).collect();
        let roots = origins::roots(db, &ids)?;
        let all: Vec<&SourceId> = ids.iter().copied().chain(roots.values()).collect();
        let protected = protected::reasons(db, &all)?;
        let mut wanted: Vec<&SourceId> = roots.values().collect();
        wanted.sort();
        wanted.dedup();
        let origins = Source::query().filter(sources::id.eq_any(wanted)).load(db)?;
        Ok(AboutSources { interests: notes::interests(db, &ids)?, roots, origins, protected })
    }

    fn part(&self, source: &Source) -> SourcePart {
        let interests: Vec<&str> =
            self.interests.iter().filter(|(id, _)| *id == source.id).map(|(_, text)| text.as_str()).collect();
        // Another source has it from this one: then this one is the origin of both, and says so of itself.
        let root = self.roots.get(&source.id).or(self.roots.values().find(|root| **root == source.id));
        let origin = root.and_then(|root| self.origins.iter().find(|origin| origin.id == *root));
        SourcePart {
            interests: interests.join("\n\n"),
            origin: origin.filter(|_| !self.protected.contains_key(&source.id)).map(|origin| OriginPart {
                protected: self.protected.contains_key(&origin.id),
                id: origin.id.to_string(),
                title: if origin.restricted { String::new() } else { origin.title.clone() },
                publisher: if origin.restricted { String::new() } else { origin.publisher.clone() },
            }),
            protected: self.protected.get(&source.id).map(|reason| ProtectedPart { reason: reason.clone() }),
            ..source_part(source)
        }
    }
}

fn source_part(source: &Source) -> SourcePart {
    SourcePart {
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        kind: source.kind,
        url: source.url.clone(),
        citation: source.citation.clone(),
        accessed_on: source.accessed_on,
        interests: String::new(),
        origin: None,
        protected: None,
    }
}
