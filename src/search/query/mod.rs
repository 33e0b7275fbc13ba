//! What is typed into the search box: read once, written back the same, never refused.
//!
//! - `flu vaccine`: words; the index decides how many of them have to be there.
//! - `"flu vaccine"`: words that stand together. Any quotation marks will do; one that stays open reaches to the end.
//! - `flu OR influenza`: one of them; binds more closely than the space, so `flu OR influenza vaccine` is two groups.
//! - `-flu`, `-"flu vaccine"`, `-topic:health`: without.
//! - `field:value`, `field:"two words"`, no space behind the colon. Values of one field are alternatives, those of
//!   different fields must all hold.
//! - `before:2026-01-31` without that day, `after:2026-01-31` with it. A month or a year stands for its first day, so
//!   that `after:2025 before:2026` is the whole of 2025. Of several of one kind, the narrowest counts.
//! - `https://…` and `www.…`: an address.

mod fields;
mod limits;
mod marks;
mod parse;

use std::fmt;

pub use fields::{Field, Filter, Value};
pub use limits::Limit;

/// What a search looks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// A word as typed: case, accents and inner marks (`COVID-19`, `12:30`) stay, and so does a run of a script that
    /// puts no spaces between words; the index takes it apart as it does its documents.
    Word(String),
    /// Words that stand together, one space between them.
    Phrase(String),
    /// A web address pasted whole.
    Address(String),
}

/// What could not be taken as it was typed; everything else is searched for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// A field's value that makes no sense there, as typed.
    Unreadable { field: Field, value: String },
    /// Something was left out beyond this.
    TooLong(Limit),
    /// `OR` beside something that has no alternatives: both were taken.
    Or,
}

/// A search as it was read. Its `Display` is the canonical form for addresses: reading that gives the same groups,
/// exclusions and filters, and no troubles.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Query {
    /// Every group counts; of a group's parts, one does. No group is empty.
    pub groups: Vec<Vec<Part>>,
    /// What must not be there.
    pub excluded: Vec<Part>,
    /// What it is narrowed to: at most one `before` and one `after`, neither of them negated.
    pub filters: Vec<Filter>,
    /// What the page has to say about the typing.
    pub troubles: Vec<Trouble>,
}

impl Query {
    /// Reads whatever was typed.
    pub fn read(typed: &str) -> Self {
        parse::read(typed).0
    }

    /// Whether the last part of the last group is still being typed, so that longer words count too: the text ends in
    /// the letters of a word to search for, outside of a closed quotation.
    pub fn last_word_is_open(typed: &str) -> bool {
        parse::read(typed).1
    }

    /// Nothing to search by: no words, no exclusions, no filters.
    pub fn is_empty(&self) -> bool {
        self.groups.is_empty() && self.excluded.is_empty() && self.filters.is_empty()
    }

    /// The words to highlight, those of phrases one by one; an address stays whole.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.groups.iter().flatten().flat_map(|part| match part {
            Part::Word(text) | Part::Phrase(text) | Part::Address(text) => text.split(' '),
        })
    }

    /// Whether the search is narrowed to this: the facet's box is ticked.
    pub fn has(&self, filter: &Filter) -> bool {
        self.filters.contains(filter)
    }

    /// The same search narrowed by one more filter, for a facet's link; takes the place of its opposite and of another
    /// date of its field. A search that has no room left stays as it is.
    pub fn with(&self, filter: Filter) -> Self {
        let mut query = self.clone();
        query.filters.retain(|it| !filter.replaces(it));
        if !query.has(&filter) {
            if limits::Room::beside(&query).take_filter(&filter).is_err() {
                return self.clone();
            }
            query.filters.push(filter);
        }
        query
    }

    /// The same search without any filter of this field.
    pub fn without(&self, field: Field) -> Self {
        let mut query = self.clone();
        query.filters.retain(|it| it.field != field);
        query
    }

    /// The same search without this one filter, for a link that takes a single value back.
    pub fn less(&self, filter: &Filter) -> Self {
        let mut query = self.clone();
        query.filters.retain(|it| it != filter);
        query
    }
}

impl fmt::Display for Part {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Part::Word(text) | Part::Address(text) => out.write_str(text),
            Part::Phrase(text) => write!(out, "\"{text}\""),
        }
    }
}

impl fmt::Display for Query {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut space = "";
        for group in &self.groups {
            let mut between = space;
            for part in group {
                write!(out, "{between}{part}")?;
                between = " OR ";
            }
            space = " ";
        }
        for part in &self.excluded {
            write!(out, "{space}-{part}")?;
            space = " ";
        }
        for filter in &self.filters {
            write!(out, "{space}{filter}")?;
            space = " ";
        }
        Ok(())
    }
}

/// One sentence in English, for the command line.
impl fmt::Display for Trouble {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Trouble::Unreadable { field, value } => {
                write!(out, "{field}: wants {}; “{value}” was left out.", field.wants())
            }
            Trouble::TooLong(limit) => write!(out, "Only {limit} can be searched for at once; the rest was left out."),
            Trouble::Or => out.write_str("OR stands between words, phrases or two values of one field, not here."),
        }
    }
}

#[cfg(test)]
mod tests;
