//! What became of a passage, and what a person has to be told about it.

use super::super::anchor::Found;

/// What became of a passage.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum State {
    /// The same text at the same offsets, and its surroundings say that it is the same passage.
    Exact,
    /// The same text elsewhere, in one place that can be meant.
    Moved,
    /// One place, with other words or other characters, or in a sentence that says otherwise now: a person confirms.
    Changed,
    /// Several places that are as good as each other: a person chooses.
    Ambiguous,
    /// Gone.
    Orphaned,
}

impl State {
    /// For files and columns.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Exact => "exact",
            Self::Moved => "moved",
            Self::Changed => "changed",
            Self::Ambiguous => "ambiguous",
            Self::Orphaned => "orphaned",
        }
    }
}

/// What kind of word changed the meaning. Whatever turns a statement round is a `Negation`: "not", but also a word that
/// became its opposite, all that became some, what is sure that became a guess or a condition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum What {
    Numeral,
    Negation,
    Name,
    Unit,
    Date,
}

impl What {
    /// For files and columns.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Numeral => "numeral",
            Self::Negation => "negation",
            Self::Name => "name",
            Self::Unit => "unit",
            Self::Date => "date",
        }
    }
}

/// A difference that can turn a verdict over: the old words and the new ones, either empty if they came or went.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Warning {
    pub what: What,
    pub old: String,
    pub new: String,
}

impl Warning {
    /// In English, with the words: "a number changed: 5 → 15".
    pub fn words(&self) -> String {
        let what = match self.what {
            What::Numeral => "a number",
            What::Negation => "a negation",
            What::Name => "a name",
            What::Unit => "a unit",
            What::Date => "a date or time",
        };
        match (self.old.as_str(), self.new.as_str()) {
            ("", new) => format!("{what} was added: {new}"),
            (old, "") => format!("{what} was removed: {old}"),
            (old, new) => format!("{what} changed: {old} → {new}"),
        }
    }
}

/// Why a span cannot be looked up at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It ends before it begins, or after the old text does.
    Outside,
    /// It holds nothing, or white space only.
    Empty,
}

impl Fault {
    /// In English.
    pub fn words(self) -> &'static str {
        match self {
            Self::Outside => "the span is not inside the old text",
            Self::Empty => "the span holds no text",
        }
    }
}

/// What became of one span, in code points of the new text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    pub state: State,
    /// The place, if the state is exact, moved or changed.
    pub place: Option<Found>,
    /// The passage in the old text.
    pub old: String,
    /// What stands at the place; empty without one.
    pub new: String,
    pub warnings: Vec<Warning>,
    /// Places to choose between if ambiguous; near ones if orphaned. Never applied without a person.
    pub candidates: Vec<Found>,
    /// The words are the same: white space, quotation marks, dashes or invisible characters differ.
    pub typography_only: bool,
}

impl Outcome {
    /// Where the place begins, if there is one.
    pub fn start(&self) -> Option<usize> {
        self.place.map(|it| it.start)
    }

    /// Where the place ends, if there is one.
    pub fn end(&self) -> Option<usize> {
        self.place.map(|it| it.end)
    }
}
