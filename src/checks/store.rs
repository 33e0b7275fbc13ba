//! Rows of checks and drafts; the document a draft is; keeping it true to everything it rests on.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::document::{
    AppearancePart, BylinePart, ClaimantPart, CorrectionPart, Document, EvidencePart, QuotePart, Reasons, Selector,
    SnapshotPart, SourcePart, VerdictPart,
};
use super::evidence::{self, Evidence};
use super::rules::{self, CheckId, CheckState, Correction, DraftId, DraftState, EvidenceState, Step};
use super::scale::{self, VerdictId};
use crate::claims::claimants;
use crate::claims::rules::ClaimId;
use crate::claims::store as claims;
use crate::db::{Db, Moment, cols};
use crate::error::{Error, Result};
use crate::events::{self, Kind, Subject, Thing};
use crate::evidence::store::{Snapshot, Source};
use crate::people::rules::{Actor, PersonId};
use crate::schema::{
    checks, claims as claim_rows, content_documents, contributions, drafts, evidence as evidence_rows, snapshots,
    sources,
};
use crate::tx::Tx;

/// Our examination of one claim in one language.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = checks)]
pub struct Check {
    pub id: CheckId,
    pub claim_id: ClaimId,
    pub language: String,
    pub translation_of: Option<CheckId>,
    pub lead_id: Option<PersonId>,
    pub slug: Option<String>,
    pub state: CheckState,
    pub live_version: Option<i32>,
    pub published_at: Option<Moment>,
    pub changed_at: Option<Moment>,
    pub revision: i32,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Check {
    const KIND: &'static str = "check";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "claim": self.claim_id, "language": self.language, "translation_of": self.translation_of,
            "lead": self.lead_id, "slug": self.slug, "live_version": self.live_version,
            "published_at": self.published_at, "changed_at": self.changed_at,
        })
    }
}

/// One draft of a check. Its words are its content document.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = drafts)]
pub struct Draft {
    pub id: DraftId,
    pub check_id: CheckId,
    pub number: i32,
    pub state: DraftState,
    pub verdict_id: Option<VerdictId>,
    pub summary: String,
    pub reasoning: String,
    pub as_of: Option<NaiveDate>,
    pub review_by: Option<NaiveDate>,
    pub single_source: String,
    pub no_appearance: String,
    pub correction: Option<Correction>,
    pub correction_note: String,
    pub content_hash: Option<String>,
    pub submitted_by: Option<String>,
    pub submitted_at: Option<Moment>,
    pub revision: i32,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Draft {
    const KIND: &'static str = "draft";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn content_hash(&self) -> Option<String> {
        self.content_hash.clone()
    }
    fn words(&self) -> Value {
        json!({
            "check": self.check_id, "number": self.number, "verdict": self.verdict_id, "summary": self.summary,
            "reasoning": self.reasoning, "as_of": self.as_of, "review_by": self.review_by,
            "single_source": self.single_source, "no_appearance": self.no_appearance, "correction": self.correction,
            "correction_note": self.correction_note, "submitted_by": self.submitted_by,
        })
    }
}

/// One check, for somebody who may see its claim.
pub fn find(db: &mut Db, actor: &Actor, id: &CheckId) -> Result<Check> {
    let check: Check = Check::query().find(id).first(db)?;
    claims::find(db, actor, &check.claim_id)?;
    Ok(check)
}

/// The checks of one claim, for somebody who has been shown the claim.
pub fn of_claim(db: &mut Db, claim: &ClaimId) -> Result<Vec<Check>> {
    Ok(Check::query().filter(checks::claim_id.eq(claim)).order(checks::created_at).load(db)?)
}

/// The newest draft of a check: the open one, or the one that was published last.
pub fn newest_draft(db: &mut Db, check: &CheckId) -> Result<Draft> {
    Ok(Draft::query().filter(drafts::check_id.eq(check)).order(drafts::number.desc()).first(db)?)
}

/// Whoever changed the content document since the draft began; for a first draft, since the claim was marked.
pub fn contributors(db: &mut Db, check: &Check, draft: &Draft) -> Result<Vec<PersonId>> {
    let mut people: Vec<PersonId> =
        contributions::table.filter(contributions::draft_id.eq(&draft.id)).select(contributions::person_id).load(db)?;
    if draft.number == 1 {
        people.extend(
            contributions::table
                .filter(contributions::claim_id.eq(&check.claim_id))
                .filter(contributions::draft_id.is_null())
                .select(contributions::person_id)
                .load::<PersonId>(db)?,
        );
    }
    people.sort();
    people.dedup();
    Ok(people)
}

/// The document that a draft is, made from everything it rests on.
pub fn build(db: &mut Db, check: &Check, draft: &Draft) -> Result<Document> {
    let whole = claims::whole(db, &check.claim_id)?;
    let claimant = match &whole.claim.claimant_id {
        Some(id) => Some(claimants::find(db, id)?),
        None => None,
    };
    let entries = scale::all(db)?;
    let byline = contributors(db, check, draft)?;
    Ok(Document {
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
            .map(|a| AppearancePart { url: a.url, platform: a.platform, date: a.appeared_on, by: a.by_whom })
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
    })
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
        .filter(snapshots::id.eq_any(snapshot_ids))
        .select((snapshots::id, snapshots::blob, snapshots::text_hash, snapshots::extractor, snapshots::taken_at))
        .load(db)?;
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
                }),
                _ => None,
            };
            Ok(EvidencePart {
                number: piece.number,
                stance: piece.stance,
                note: piece.note,
                quote,
                source: source_part(source),
            })
        })
        .collect()
}

fn source_part(source: &Source) -> SourcePart {
    SourcePart {
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        kind: source.kind,
        url: source.url.clone(),
        citation: source.citation.clone(),
        accessed_on: source.accessed_on,
    }
}

/// Keeps a document under its hash, once.
fn keep(db: &mut Db, hash: &str, body: &str, now: Moment) -> Result<()> {
    let known: i64 = content_documents::table.filter(content_documents::hash.eq(hash)).count().get_result(db)?;
    if known == 0 {
        diesel::insert_into(content_documents::table)
            .values((
                content_documents::hash.eq(hash),
                content_documents::body.eq(body),
                content_documents::created_at.eq(now),
            ))
            .execute(db)?;
    }
    Ok(())
}

/// A stored document. Its bytes must be what its hash says: a changed one is an error, never a page.
pub fn document(db: &mut Db, hash: &str) -> Result<Document> {
    let body: String = content_documents::table.find(hash).select(content_documents::body).first(db)?;
    if crate::db::sha256(body.as_bytes()) != hash {
        return Err(Error::internal(format!("the content document {hash} does not hold what its name says")));
    }
    Document::parse(&body)
}

/// Brings every open draft that rests on something touched in this transaction up to date, before it commits. A changed
/// document makes whoever acted a contributor, and voids an approval, whatever route changed it.
pub fn settle(tx: &mut Tx) -> Result<()> {
    let touched = tx.take_touched();
    let ids = affected(tx.db, &touched)?;
    for id in ids {
        let draft: Draft = Draft::query().find(&id).first(tx.db)?;
        refresh(tx, draft)?;
    }
    Ok(())
}

fn affected(db: &mut Db, touched: &[Subject]) -> Result<Vec<DraftId>> {
    let of = |kind: &str| -> Vec<String> {
        touched.iter().filter(|subject| subject.kind == kind).map(|subject| subject.id.clone()).collect()
    };
    let open = || drafts::table.filter(drafts::state.ne(DraftState::Published)).select(drafts::id);
    let mut ids: Vec<DraftId> = Vec::new();
    let direct = of(Draft::KIND);
    if !direct.is_empty() {
        ids.extend(open().filter(drafts::id.eq_any(direct)).load::<DraftId>(db)?);
    }
    let verdicts = of(scale::Entry::KIND);
    if !verdicts.is_empty() {
        // Any rating can move the ends of the axis that every verdict is shown on.
        ids.extend(open().filter(drafts::verdict_id.is_not_null()).load::<DraftId>(db)?);
    }
    let pieces = of(Evidence::KIND);
    if !pieces.is_empty() {
        let of_pieces = evidence_rows::table.filter(evidence_rows::id.eq_any(pieces)).select(evidence_rows::check_id);
        ids.extend(open().filter(drafts::check_id.eq_any(of_pieces)).load::<DraftId>(db)?);
    }
    let cited = of(Source::KIND);
    if !cited.is_empty() {
        let citing =
            evidence_rows::table.filter(evidence_rows::source_id.eq_any(cited)).select(evidence_rows::check_id);
        ids.extend(open().filter(drafts::check_id.eq_any(citing)).load::<DraftId>(db)?);
    }
    let examined = of(claims::Whole::KIND);
    if !examined.is_empty() {
        let theirs = checks::table.filter(checks::claim_id.eq_any(examined)).select(checks::id);
        ids.extend(open().filter(drafts::check_id.eq_any(theirs)).load::<DraftId>(db)?);
    }
    let speakers = of(claimants::Claimant::KIND);
    if !speakers.is_empty() {
        let said = claim_rows::table.filter(claim_rows::claimant_id.eq_any(speakers)).select(claim_rows::id);
        let theirs = checks::table.filter(checks::claim_id.eq_any(said)).select(checks::id);
        ids.extend(open().filter(drafts::check_id.eq_any(theirs)).load::<DraftId>(db)?);
    }
    ids.sort();
    ids.dedup();
    Ok(ids)
}

fn refresh(tx: &mut Tx, draft: Draft) -> Result<()> {
    let check: Check = Check::query().find(&draft.check_id).first(tx.db)?;
    let mut document = build(tx.db, &check, &draft)?;
    let (mut hash, mut body) = document.seal()?;
    if draft.content_hash.as_deref() == Some(&hash) {
        return Ok(());
    }
    let began = draft.content_hash.is_none();
    // Taking a claim changes no word of it; starting a correction writes its note.
    let only_taken = began && draft.number == 1;
    if !began {
        tx.by.require(rules::right(Step::Edit, draft.state))?;
    }
    if !only_taken && !tx.by.is_operator() {
        add_contributor(tx, &check, &draft)?;
        document = build(tx.db, &check, &draft)?;
        (hash, body) = document.seal()?;
    }
    keep(tx.db, &hash, &body, tx.now)?;
    let void = matches!(draft.state, DraftState::Approved | DraftState::Scheduled);
    let state = if void { DraftState::Ready } else { draft.state };
    let changed: Draft = diesel::update(drafts::table.find(&draft.id))
        .set((drafts::content_hash.eq(&hash), drafts::state.eq(state)))
        .returning(cols::<Draft>())
        .get_result(tx.db)?;
    let kind = match (began, void) {
        (true, _) => Kind::DraftBegun,
        (_, true) => Kind::ApprovalVoided,
        _ => Kind::DraftChanged,
    };
    events::record(tx, kind, &changed, "")?;
    tx.take_touched();
    Ok(())
}

fn add_contributor(tx: &mut Tx, check: &Check, draft: &Draft) -> Result<()> {
    let known = contributors(tx.db, check, draft)?.contains(&tx.by.id);
    if !known {
        diesel::insert_into(contributions::table)
            .values((
                contributions::id.eq(tx.id::<DraftId>()),
                contributions::claim_id.eq(&check.claim_id),
                contributions::draft_id.eq(Some(&draft.id)),
                contributions::person_id.eq(&tx.by.id),
                contributions::at.eq(tx.now),
            ))
            .execute(tx.db)?;
    }
    Ok(())
}

/// Whether every quote of a document stands exactly where it says, in the copy it names.
pub fn quotes_found(db: &mut Db, document: &Document) -> Result<bool> {
    let ids: Vec<&str> =
        document.evidence.iter().filter_map(|piece| Some(piece.quote.as_ref()?.snapshot.id.as_str())).collect();
    let copies: Vec<Snapshot> = Snapshot::query().filter(snapshots::id.eq_any(ids)).load(db)?;
    Ok(document.evidence.iter().all(|piece| {
        let (Some(quote), Some((start, end))) = (&piece.quote, piece.span()) else { return piece.quote.is_none() };
        let (Ok(start), Ok(end)) = (usize::try_from(start), usize::try_from(end)) else { return false };
        copies
            .iter()
            .find(|copy| copy.id.as_str() == quote.snapshot.id)
            .is_some_and(|copy| crate::text::anchor::holds(&copy.text, start, end, &quote.exact))
    }))
}

/// Checks from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Check>> {
    Ok(Check::query().filter(checks::id.gt(after)).order(checks::id).limit(limit).load(db)?)
}

/// Drafts from a key on, for `verify`.
pub fn every_draft(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Draft>> {
    Ok(Draft::query().filter(drafts::id.gt(after)).order(drafts::id).limit(limit).load(db)?)
}
