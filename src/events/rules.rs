//! What an event is, and the bytes that its hash covers.

use serde_json::{Value, json};

use crate::db::{Moment, sha256};
use crate::error::Result;

/// The hash before the first event.
pub const GENESIS: &str = "0000000000000000000000000000000000000000000000000000000000000000";

words! {
    /// What happened. The word is the event's public type and the id of its sentence (`event-…`).
    pub enum Kind {
        DeskSetUp = "desk.set_up",
        DeskChanged = "desk.changed",
        GateChanged = "gate.changed",
        FetchingSet = "fetching.set",
        ScaleChanged = "scale.changed",
        PolicyWritten = "policy.written",
        PersonJoined = "person.joined",
        PersonChanged = "person.changed",
        PersonDisabled = "person.disabled",
        PersonEnabled = "person.enabled",
        PasswordChanged = "password.changed",
        InvitationMade = "invitation.made",
        InvitationRevoked = "invitation.revoked",
        InvitationUsed = "invitation.used",
        TopicAdded = "topic.added",
        TopicChanged = "topic.changed",
        ArticleAdded = "article.added",
        ArticleChanged = "article.changed",
        VersionAdded = "version.added",
        SentenceDismissed = "sentence.dismissed",
        SentenceRestored = "sentence.restored",
        ReleaseRuled = "release.ruled",
        ArticleReleased = "article.released",
        ReleaseWithdrawn = "release.withdrawn",
        ModelAdded = "model.added",
        ModelChosen = "model.chosen",
        ModelLeft = "model.left",
        AccessChanged = "access.changed",
        ClaimantAdded = "claimant.added",
        ClaimantChanged = "claimant.changed",
        ClaimMarked = "claim.marked",
        ClaimChanged = "claim.changed",
        ClaimTriaged = "claim.triaged",
        ClaimReopened = "claim.reopened",
        ClaimCarried = "claim.carried",
        ClaimPlaced = "claim.placed",
        SourceAdded = "source.added",
        SourceChanged = "source.changed",
        SourceProtected = "source.protected",
        ProtectedRead = "protected.read",
        ProtectedChanged = "protected.changed",
        SnapshotTaken = "snapshot.taken",
        CaptureAsked = "capture.asked",
        CaptureTaken = "capture.taken",
        CaptureFailed = "capture.failed",
        TimeProved = "time.proved",
        ArchiveAsked = "archive.asked",
        ArchiveSubmitted = "archive.submitted",
        ArchiveMade = "archive.made",
        ArchiveFailed = "archive.failed",
        NoteWritten = "note.written",
        NoteTakenBack = "note.taken_back",
        OriginSet = "origin.set",
        OriginTakenBack = "origin.taken_back",
        NoticeOpened = "notice.opened",
        NoticeDecided = "notice.decided",
        EvidenceAdded = "evidence.added",
        EvidenceChanged = "evidence.changed",
        EvidenceRemoved = "evidence.removed",
        ContributionMade = "contribution.made",
        CheckTaken = "check.taken",
        CheckHanded = "check.handed",
        DraftBegun = "draft.begun",
        DraftChanged = "draft.changed",
        DraftSubmitted = "draft.submitted",
        DraftReviewed = "draft.reviewed",
        DraftApproved = "draft.approved",
        DraftSentBack = "draft.sent_back",
        DecisionMade = "decision.made",
        DraftPublished = "draft.published",
        VersionPublished = "version.published",
        ApprovalVoided = "approval.voided",
        CheckPublished = "check.published",
        CheckCorrected = "check.corrected",
        CheckRetracted = "check.retracted",
        RetractionProposed = "retraction.proposed",
        RetractionConfirmed = "retraction.confirmed",
        RetractionWithdrawn = "retraction.withdrawn",
        WithholdingProposed = "withholding.proposed",
        WithholdingConfirmed = "withholding.confirmed",
        WithholdingEnded = "withholding.ended",
        ArticleShown = "article.shown",
        ExternalImported = "external.imported",
        ExternalRemoved = "external.removed",
        ExternalRestored = "external.restored",
        MatchRuled = "match.ruled",
        MatchWithdrawn = "match.withdrawn",
        CommentAdded = "comment.added",
        CommentEdited = "comment.edited",
        CommentResolved = "comment.resolved",
        CommentReopened = "comment.reopened",
        CommentRemoved = "comment.removed",
        TaskAdded = "task.added",
        TaskDone = "task.done",
        TaskReopened = "task.reopened",
    }
}

/// What an event is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Subject {
    /// The kind of thing: `claim`, `draft`, …
    pub kind: &'static str,
    /// Its key.
    pub id: String,
}

/// Something whose every change is an event. `verify` compares each thing with its last one.
pub trait Thing {
    /// The kind of thing, the same for all of its type.
    const KIND: &'static str;
    /// Its key.
    fn key(&self) -> String;
    /// The state it is in now.
    fn state(&self) -> String;
    /// The hash of its content document, text or file, where it has one.
    fn content_hash(&self) -> Option<String> {
        None
    }
    /// Everything else that must not change unseen; kept in erasable rows, so names may stand in it.
    fn words(&self) -> Value;

    /// What events about it name.
    fn subject(&self) -> Subject {
        Subject { kind: Self::KIND, id: self.key() }
    }
}

/// The part of an event that its hash covers.
pub struct Entry<'a> {
    pub seq: i64,
    pub at: Moment,
    pub kind: &'a str,
    pub subject_kind: &'a str,
    pub subject_id: &'a str,
    pub state: &'a str,
    pub actor: &'a str,
    pub content_hash: Option<&'a str>,
    pub commitment: &'a str,
    pub prev_hash: &'a str,
}

impl Entry<'_> {
    /// SHA-256 over the RFC 8785 bytes of the entry.
    pub fn hash(&self) -> Result<String> {
        let value = json!({
            "actor": self.actor,
            "at": self.at.exact(),
            "commitment": self.commitment,
            "content_hash": self.content_hash,
            "kind": self.kind,
            "prev": self.prev_hash,
            "seq": self.seq,
            "state": self.state,
            "subject": { "id": self.subject_id, "kind": self.subject_kind },
        });
        Ok(sha256(canonical(&value)?.as_bytes()))
    }
}

/// RFC 8785 text of a JSON value.
pub fn canonical(value: &impl serde::Serialize) -> Result<String> {
    Ok(serde_json_canonicalizer::to_string(value)?)
}

/// Binds an event to words that can be erased later without breaking the chain: the salt hides what they were.
pub fn commitment(salt: &str, words: &str) -> String {
    sha256(format!("{salt}\n{words}").as_bytes())
}
