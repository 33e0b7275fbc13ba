//! What a source is.

use chrono::NaiveDate;

use crate::error::Say;
use crate::web::Reading;

id! {
    /// A source.
    SourceId
}
id! {
    /// A copy of a source as we saw it.
    SnapshotId
}

words! {
    /// Where knowledge comes from, or who tells of it.
    pub enum SourceKind { Primary = "primary", Secondary = "secondary" }
}

words! {
    /// What a note on a source is about.
    pub enum NoteKind {
        Reliability = "reliability",
        Interests = "interests",
        Wrong = "wrong",
        Withdrawn = "withdrawn",
        Revised = "revised",
    }
}

impl NoteKind {
    /// What it means for everything that leans on the source.
    pub fn alarms(self) -> Option<SourceChange> {
        match self {
            NoteKind::Wrong => Some(SourceChange::Wrong),
            NoteKind::Withdrawn => Some(SourceChange::Withdrawn),
            NoteKind::Revised => Some(SourceChange::Revised),
            NoteKind::Reliability | NoteKind::Interests => None,
        }
    }
}

words! {
    /// What happened to a source after it was cited.
    pub enum SourceChange {
        QuoteChanged = "quote_changed",
        Gone = "gone",
        Wrong = "wrong",
        Withdrawn = "withdrawn",
        Revised = "revised",
    }
}

words! {
    /// What the last look at a cited source found.
    pub enum WatchState {
        Waiting = "waiting",
        Unchanged = "unchanged",
        Changed = "changed",
        QuoteChanged = "quote_changed",
        Gone = "gone",
        Blocked = "blocked",
        Unreachable = "unreachable",
    }
}

/// What is said about a source.
#[derive(Debug, Clone)]
pub struct AboutSource {
    pub url: Option<String>,
    pub citation: String,
    pub title: String,
    pub publisher: String,
    pub kind: SourceKind,
    pub accessed_on: Option<NaiveDate>,
    pub freely_showable: bool,
}

impl AboutSource {
    /// Reads the form's fields: an address or a citation must lead a stranger to the source.
    pub fn read(reading: &mut Reading) -> Self {
        let mut about = AboutSource {
            url: reading.url("url"),
            citation: reading.text("citation", 1000),
            title: reading.text("title", 300),
            publisher: reading.text("publisher", 200),
            kind: reading.choice("kind").unwrap_or(SourceKind::Secondary),
            accessed_on: reading.date("accessed_on"),
            freely_showable: reading.flag("freely_showable"),
        };
        if about.url.is_none() && about.citation.is_empty() {
            reading.fault("url", Say::new("source-where"));
        }
        if about.title.is_empty() {
            match &about.url {
                // Until somebody names it, or its page does.
                Some(url) => about.title = url.chars().take(300).collect(),
                None => about.title = reading.required("title", 300),
            }
        }
        about
    }
}

impl AboutSource {
    /// Reads what may be said of a protected source: no address, and no more than is safe.
    pub fn read_protected(reading: &mut Reading) -> Self {
        AboutSource {
            url: None,
            citation: reading.text("citation", 1000),
            title: reading.required("title", 300),
            publisher: String::new(),
            kind: reading.choice("kind").unwrap_or(SourceKind::Primary),
            accessed_on: reading.date("accessed_on"),
            freely_showable: false,
        }
    }

    /// Where a claim was made, before its page says what it is called.
    pub fn of_address(url: String, publisher: String, seen: NaiveDate) -> Self {
        AboutSource {
            title: url.chars().take(300).collect(),
            url: Some(url),
            citation: String::new(),
            publisher: publisher.chars().take(200).collect(),
            kind: SourceKind::Primary,
            accessed_on: Some(seen),
            freely_showable: false,
        }
    }
}

/// Copies of others' texts are quoted, not reprinted: beyond this part of one the desk is warned, in hundredths.
pub const MOST_QUOTED: usize = 25;

/// How much of a text of so many code points stands in some passages of it, in hundredths; what overlaps counts once.
pub fn quoted_share(mut passages: Vec<(i32, i32)>, length: usize) -> usize {
    passages.sort_unstable();
    let (mut covered, mut reached) = (0, 0);
    for (start, end) in passages {
        covered += (end - start.max(reached)).max(0);
        reached = reached.max(end);
    }
    let covered = usize::try_from(covered).unwrap_or(0);
    (covered * 100).checked_div(length).unwrap_or(0)
}

/// Publishers that differ in case, spaces or a full stop are one origin.
pub fn origin(publisher: &str) -> String {
    let plain = publisher.to_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    plain.trim_end_matches('.').chars().take(200).collect()
}

#[cfg(test)]
mod tests {
    use super::{origin, quoted_share};

    #[test]
    fn what_is_quoted_twice_counts_once() {
        assert_eq!(quoted_share(vec![(10, 20), (0, 5), (15, 30), (12, 14)], 100), 25);
        assert_eq!((quoted_share(Vec::new(), 10), quoted_share(vec![(0, 5)], 0)), (0, 0));
    }

    #[test]
    fn one_publisher_however_it_is_typed() {
        assert_eq!(origin("Brackwater  Water Agency."), origin("brackwater water agency"));
        assert_ne!(origin("Brackwater Water Agency"), origin("Brackwater Courier"));
    }
}
