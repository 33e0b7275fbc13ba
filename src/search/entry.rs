//! What features hand to an index.

use std::collections::BTreeSet;

words! {
    /// What kind of thing an entry is about.
    pub enum EntryKind {
        Claim = "claim",
        Check = "check",
        Article = "article",
        Source = "source",
        Quote = "quote",
        External = "external",
    }
}

/// Who may know of an entry. It is filtered before anything is counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Sight {
    /// Whoever may ask this index.
    Everyone,
    /// These people, by id, and whoever sees all.
    Only(BTreeSet<String>),
}

impl Sight {
    /// Who may know of something that hangs on two things.
    pub fn and(self, other: Sight) -> Sight {
        match (self, other) {
            (Sight::Everyone, sight) | (sight, Sight::Everyone) => sight,
            (Sight::Only(some), Sight::Only(others)) => Sight::Only(some.intersection(&others).cloned().collect()),
        }
    }
}

/// Who asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Viewer {
    /// Sees every entry: readers in the public index, auditors in the desk's.
    All,
    /// Sees what is open and what names them, by id.
    Person(String),
}

/// What results can be narrowed by, as `field:value`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Tag {
    Kind,
    Verdict,
    State,
    Claimant,
    Topic,
    Lang,
    Source,
    Article,
    By,
}

impl Tag {
    /// The short name inside the index.
    pub(super) fn mark(self) -> &'static str {
        match self {
            Tag::Kind => "kind",
            Tag::Verdict => "verdict",
            Tag::State => "state",
            Tag::Claimant => "claimant",
            Tag::Topic => "topic",
            Tag::Lang => "lang",
            Tag::Source => "source",
            Tag::Article => "article",
            Tag::By => "by",
        }
    }
}

/// The words by which a claim or another desk's check is matched.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Matchable {
    /// What is claimed.
    pub text: String,
    /// The headline of its check, where it has one.
    pub title: Option<String>,
}

/// One thing that can be found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// `claim:…`, unique in an index.
    pub key: String,
    pub kind: EntryKind,
    pub sight: Sight,
    /// Language tag of its words; decides the stems.
    pub lang: String,
    pub title: String,
    /// Everything else that can be found by.
    pub body: Vec<String>,
    /// Values to narrow by, in words: each is found whole, and by its words.
    pub tags: Vec<(Tag, String)>,
    /// Values to count by: the field and a key that the feature can name.
    pub counted: Vec<(Tag, String)>,
    /// Microseconds since 1970, to sort and narrow by.
    pub at: i64,
    pub matchable: Option<Matchable>,
}
