//! What was put right in another desk's check, and why one could not be taken: each with a word for the pages and a
//! sentence for the command line.

use std::fmt;

/// The longest part of the original that a repair shows, in code points.
const SHOWN: usize = 80;

/// One thing put right, and what stood there before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// The field of the check, `type`, or `json` for the writing itself.
    pub field: &'static str,
    pub what: RepairKind,
    /// The original, cut to 80 code points, control and direction characters made visible.
    pub was: String,
}

impl Repair {
    /// A repair with as much of the original as is shown.
    pub fn new(field: &'static str, what: RepairKind, was: &str) -> Self {
        Repair { field, what, was: shown(was) }
    }
}

impl fmt::Display for Repair {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.what.sentence())?;
        if self.was.is_empty() { Ok(()) } else { write!(f, " (was: {})", self.was) }
    }
}

/// What kind of thing was put right.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum RepairKind {
    ControlInText,
    TrailingComma,
    StrayComma,
    MissingComma,
    MissingValue,
    Comment,
    Wrapper,
    StraySpace,
    Concatenated,
    UnescapedQuote,
    BadEscape,
    LoneSurrogate,
    UnknownWord,
    DuplicateName,
    EscapedScript,
    Salvaged,
    TypeMended,
    ListFirst,
    ListEach,
    ListCut,
    ValueObject,
    PlainText,
    NumberAsText,
    EmptyDropped,
    Unusable,
    Entities,
    Tags,
    Controls,
    Spaces,
    Cut,
    ClaimFromItem,
    ClaimFromTitle,
    TitleFromOther,
    UrlFromOther,
    SchemeAdded,
    UrlMended,
    UrlDropped,
    UrlTooLong,
    RatingTextDerived,
    NumberMended,
    NumberUnreadable,
    Placeholder,
    ScaleSwapped,
    ScaleMirrored,
    ScaleDropped,
    ScaleWidened,
    PublisherFromOther,
    DateForm,
    DateFromOther,
    DateAmbiguous,
    DateUnreadable,
    LanguageMended,
    LanguageUnreadable,
}

#[rustfmt::skip]
const REPAIRS: [(RepairKind, &str, &str); 53] = [
    (RepairKind::ControlInText, "control-in-text", "a raw line break or control character inside a text was accepted"),
    (RepairKind::TrailingComma, "trailing-comma", "a comma before a closing bracket was ignored"),
    (RepairKind::StrayComma, "stray-comma", "a comma with nothing before it was ignored"),
    (RepairKind::MissingComma, "missing-comma", "a missing comma was supplied"),
    (RepairKind::MissingValue, "missing-value", "a name without a value was read as empty"),
    (RepairKind::Comment, "comment", "a comment was ignored"),
    (RepairKind::Wrapper, "wrapper", "an HTML comment, CDATA marks or semicolons around the JSON were ignored"),
    (RepairKind::StraySpace, "stray-space", "white space that JSON does not know was ignored"),
    (RepairKind::Concatenated, "concatenated", "several JSON texts in a row were read one after the other"),
    (RepairKind::UnescapedQuote, "unescaped-quote", "quotation marks inside a text were taken as part of it"),
    (RepairKind::BadEscape, "bad-escape", "an escape that JSON does not know was taken as it is written"),
    (RepairKind::LoneSurrogate, "lone-surrogate", "half a character was replaced by the replacement character"),
    (RepairKind::UnknownWord, "unknown-word", "a bare word that is not JSON was read as what it stands for"),
    (RepairKind::DuplicateName, "duplicate-name", "a name is given twice: the last one counts"),
    (RepairKind::EscapedScript, "escaped-script", "the whole script was HTML-escaped, and was decoded"),
    (RepairKind::Salvaged, "salvaged", "the check is whole, though the file around it is broken"),
    (RepairKind::TypeMended, "type-mended", "@type is missing or misspelt: the object was read as a ClaimReview"),
    (RepairKind::ListFirst, "list-first", "a list stands where one value is expected: the first usable one was taken"),
    (RepairKind::ListEach, "list-each", "a list of claims: each was read as a check of its own"),
    (RepairKind::ListCut, "list-cut", "the list was cut at its limit"),
    (RepairKind::ValueObject, "value-object", "the text was taken out of an @value object"),
    (RepairKind::PlainText, "plain-text", "a plain text stands where an object is expected"),
    (RepairKind::NumberAsText, "number-as-text", "a number was read as text"),
    (RepairKind::EmptyDropped, "empty-dropped", "an empty text was left out"),
    (RepairKind::Unusable, "unusable", "a value of the wrong kind was left out"),
    (RepairKind::Entities, "entities-decoded", "HTML character references were decoded"),
    (RepairKind::Tags, "tags-removed", "HTML tags were removed"),
    (RepairKind::Controls, "controls-removed", "control or direction characters were removed"),
    (RepairKind::Spaces, "spaces-tidied", "white space around or inside the text was tidied"),
    (RepairKind::Cut, "cut", "the text was cut at its limit"),
    (RepairKind::ClaimFromItem, "claim-from-item", "the claim is empty: the text of the reviewed item stands in"),
    (RepairKind::ClaimFromTitle, "claim-from-title", "the claim is empty: the title of the check stands in"),
    (RepairKind::TitleFromOther, "title-from-other", "the title was taken from a property that is not schema.org's"),
    (RepairKind::UrlFromOther, "url-from-other", "the address was taken from another property"),
    (RepairKind::SchemeAdded, "scheme-added", "https was added to the address"),
    (RepairKind::UrlMended, "url-mended", "spaces, control characters or &amp; in the address were put right"),
    (RepairKind::UrlDropped, "url-dropped", "not a web address: left out"),
    (RepairKind::UrlTooLong, "url-too-long", "the address is longer than 2,000 characters: left out"),
    (RepairKind::RatingTextDerived, "rating-text-derived", "the rating's words were taken from another property"),
    (RepairKind::NumberMended, "number-mended", "the number was written in another form"),
    (RepairKind::NumberUnreadable, "number-unreadable", "not a usable number: left out"),
    (RepairKind::Placeholder, "placeholder-numbers", "the rating's numbers are placeholders: left out"),
    (RepairKind::ScaleSwapped, "scale-swapped", "best and worst were exchanged: the rating's words show which is which"),
    (RepairKind::ScaleMirrored, "scale-mirrored", "the scale runs the other way: the value was mirrored, higher is truer"),
    (RepairKind::ScaleDropped, "scale-dropped", "best is below worst and the words do not show which is meant: numbers left out"),
    (RepairKind::ScaleWidened, "scale-widened", "the rating is outside its scale: the scale was widened"),
    (RepairKind::PublisherFromOther, "publisher-from-other", "the publisher was taken from another property than author"),
    (RepairKind::DateForm, "date-form", "the date is not written as ISO 8601"),
    (RepairKind::DateFromOther, "date-from-other", "the date was taken from another property"),
    (RepairKind::DateAmbiguous, "date-ambiguous", "day and month cannot be told apart: left out"),
    (RepairKind::DateUnreadable, "date-unreadable", "not a date: left out"),
    (RepairKind::LanguageMended, "language-mended", "the language tag was put right"),
    (RepairKind::LanguageUnreadable, "language-unreadable", "not a language tag: left out"),
];

impl RepairKind {
    /// All kinds, for a page that has a sentence for each.
    pub fn all() -> impl Iterator<Item = Self> {
        REPAIRS.iter().map(|row| row.0)
    }

    /// The kind as a word that pages and reports are keyed by.
    pub fn word(self) -> &'static str {
        REPAIRS.iter().find(|row| row.0 == self).map_or("", |row| row.1)
    }

    /// The kind as a sentence in plain English.
    pub fn sentence(self) -> &'static str {
        REPAIRS.iter().find(|row| row.0 == self).map_or("", |row| row.2)
    }
}

/// Why something in the file was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing but white space.
    Empty,
    /// The writing is broken at this line, in a way that could be put right in more than one way.
    NotJson {
        line: usize,
        what: &'static str,
    },
    /// The text ends inside an object or a list that begins at this line.
    CutOff {
        line: usize,
    },
    /// Brackets nest deeper than any real file.
    TooDeep {
        line: usize,
    },
    InvalidUtf8 {
        line: usize,
    },
    /// One object larger than any check.
    TooLarge,
    /// Checks inside checks inside checks.
    Nested,
    /// A record of something else, with its type where it names one.
    NotClaimReview {
        kind: Option<String>,
    },
    /// A record made for research: claim and verdict are the annotators', not the linked desk's.
    ResearchRecord,
    MediaReview,
    /// An element of a feed without an item.
    EmptyFeedItem,
    /// An element of a feed that says its check was withdrawn.
    Withdrawn,
    NoUrl,
    BadUrl {
        was: String,
    },
    UrlTooLong,
    NoClaim,
    ClaimTooLong,
    /// The page has its ClaimReview as microdata or RDFa only.
    Microdata,
    /// A page without a ClaimReview.
    NoMarkup,
}

impl Refusal {
    /// The reason as a word that pages and reports are keyed by.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Empty => "empty",
            Self::NotJson { .. } => "not-json",
            Self::CutOff { .. } => "cut-off",
            Self::TooDeep { .. } => "too-deep",
            Self::InvalidUtf8 { .. } => "invalid-utf-8",
            Self::TooLarge => "too-large",
            Self::Nested => "nested",
            Self::NotClaimReview { .. } => "not-claimreview",
            Self::ResearchRecord => "research-record",
            Self::MediaReview => "mediareview",
            Self::EmptyFeedItem => "empty-feed-item",
            Self::Withdrawn => "withdrawn",
            Self::NoUrl => "no-url",
            Self::BadUrl { .. } => "bad-url",
            Self::UrlTooLong => "url-too-long",
            Self::NoClaim => "no-claim",
            Self::ClaimTooLong => "claim-too-long",
            Self::Microdata => "microdata",
            Self::NoMarkup => "no-markup",
        }
    }

    #[rustfmt::skip]
    fn sentence(&self) -> &'static str {
        match self {
            Self::Empty => "there is nothing in it",
            Self::NotJson { what, .. } => what,
            Self::CutOff { .. } => "the text ends before what begins here is closed",
            Self::TooDeep { .. } => "brackets nest deeper than 128 levels",
            Self::InvalidUtf8 { .. } => "not UTF-8",
            Self::TooLarge => "one object is larger than 1 MiB, which no check is",
            Self::Nested => "checks are nested inside checks more than three times",
            Self::NotClaimReview { .. } => "not a ClaimReview, and none inside it",
            Self::ResearchRecord => "a research record, not a desk's own ClaimReview: its claim was reworded and its verdict \
                given by annotators, so that neither may be shown as the linked desk's",
            Self::MediaReview => "a MediaReview: it judges a picture, sound or video and states no claim to match",
            Self::EmptyFeedItem => "an element of the feed without an item",
            Self::Withdrawn => "the feed says that this check was withdrawn",
            Self::NoUrl => "no address: without one the check cannot be linked to",
            Self::BadUrl { .. } => "its address is not a web address",
            Self::UrlTooLong => "its address is longer than 2,000 characters",
            Self::NoClaim => "neither a claim nor a title: there is nothing to match",
            Self::ClaimTooLong => "its claim is longer than 20,000 characters, and a claim that is cut is another claim",
            Self::Microdata => "the page states its ClaimReview as microdata or RDFa, and only JSON-LD is read",
            Self::NoMarkup => "a page without a ClaimReview in JSON-LD",
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotJson { line, .. }
            | Self::CutOff { line }
            | Self::TooDeep { line }
            | Self::InvalidUtf8 { line } => write!(f, "{} (line {line})", self.sentence()),
            Self::NotClaimReview { kind: Some(kind) } => write!(f, "{} (it is of type {kind})", self.sentence()),
            Self::BadUrl { was } => write!(f, "{} ({was})", self.sentence()),
            _ => f.write_str(self.sentence()),
        }
    }
}

/// The repairs of one check, in the order they were made.
#[derive(Debug, Clone, Default)]
pub(super) struct Log(pub(super) Vec<Repair>);

impl Log {
    pub(super) fn note(&mut self, field: &'static str, what: RepairKind, was: &str) {
        self.0.push(Repair::new(field, what, was));
    }

    /// Notes what is wrong with the writing: once a kind, however often it occurs.
    pub(super) fn note_writing(&mut self, what: RepairKind, was: &str) {
        if !self.0.iter().any(|it| it.field == "json" && it.what == what) {
            self.note("json", what, was);
        }
    }
}

/// The beginning of an original as it can be printed anywhere.
pub(super) fn shown(was: &str) -> String {
    let mut shown = String::new();
    for c in was.chars().take(SHOWN) {
        match c {
            '\n' | '\r' | '\t' => shown.extend(c.escape_default()),
            c if is_unprintable(c) => shown.extend(c.escape_unicode()),
            c => shown.push(c),
        }
    }
    match shown.char_indices().nth(SHOWN) {
        Some((end, _)) => shown.get(..end).unwrap_or_default().to_owned(),
        None => shown,
    }
}

/// Characters that change what stands around them, or that nothing shows.
pub(super) fn is_unprintable(c: char) -> bool {
    c.is_control()
        || matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{200B}' | '\u{FFF9}'..='\u{FFFB}')
        || u32::from(c) & 0xFFFE == 0xFFFE
        || matches!(c, '\u{FDD0}'..='\u{FDEF}')
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_kind_has_its_word_and_sentence() {
        let words: BTreeSet<_> = RepairKind::all().map(RepairKind::word).collect();
        assert_eq!(words.len(), REPAIRS.len());
        assert_eq!(RepairKind::all().max(), Some(RepairKind::LanguageUnreadable));
        assert_eq!(RepairKind::LanguageUnreadable as usize + 1, REPAIRS.len());
        assert!(words.iter().all(|it| it.chars().all(|c| c.is_ascii_lowercase() || c == '-' || c == '8')));
    }

    #[test]
    fn a_repair_shows_what_was_there_and_hides_nothing() {
        let repair = Repair::new("claim", RepairKind::Controls, "a\u{202E}b\nc");
        let expected = r"claim: control or direction characters were removed (was: a\u{202e}b\nc)";
        assert_eq!(repair.to_string(), expected);
        assert_eq!(Repair::new("claim", RepairKind::Cut, &"é".repeat(200)).was, "é".repeat(80));
        assert_eq!(Repair::new("claim", RepairKind::Cut, &"\u{7}".repeat(200)).was.chars().count(), 80);
        assert_eq!(Repair::new("url", RepairKind::EmptyDropped, "").to_string(), "url: an empty text was left out");
    }

    #[test]
    fn a_refusal_says_where_and_what() {
        assert_eq!(Refusal::InvalidUtf8 { line: 3 }.to_string(), "not UTF-8 (line 3)");
        let other = Refusal::NotClaimReview { kind: Some("Recipe".into()) };
        assert_eq!(other.to_string(), "not a ClaimReview, and none inside it (it is of type Recipe)");
    }
}
