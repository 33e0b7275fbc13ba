//! How much of what is typed is searched for.

use std::fmt;

use super::{Filter, Part, Query};

/// Code points of a text that are read, and of its canonical form.
pub(super) const LONGEST: usize = 10_000;
/// Code points of a word; a longer one is cut.
pub(super) const LONGEST_WORD: usize = 100;
/// Code points of an address.
pub(super) const LONGEST_ADDRESS: usize = 1_000;
/// Code points of a field's value.
pub(super) const LONGEST_VALUE: usize = 200;
/// Words of a phrase.
pub(super) const PHRASE_WORDS: usize = 32;
const WORDS: usize = 32;
const PHRASES: usize = 8;
const FILTERS: usize = 16;
/// Code points that stand between two parts or before one, at most: ` OR `, `-`.
const BETWEEN: usize = 5;

/// A bound that something typed went beyond.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Limit {
    /// Code points of the whole.
    Text,
    /// Code points of one word, address or value.
    Word,
    /// Words, excluded ones too.
    Words,
    /// Phrases and addresses, excluded ones too.
    Phrases,
    /// Words of one phrase.
    PhraseWords,
    /// Filters.
    Filters,
}

impl Limit {
    /// The bound itself.
    pub fn most(self) -> usize {
        match self {
            Self::Text => LONGEST,
            Self::Word => LONGEST_WORD,
            Self::Words => WORDS,
            Self::Phrases => PHRASES,
            Self::PhraseWords => PHRASE_WORDS,
            Self::Filters => FILTERS,
        }
    }
}

impl fmt::Display for Limit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let most = self.most();
        match self {
            Self::Text => write!(out, "{most} characters"),
            Self::Word => write!(out, "the first {most} characters of a word"),
            Self::Words => write!(out, "{most} words"),
            Self::Phrases => write!(out, "{most} phrases and addresses"),
            Self::PhraseWords => write!(out, "the first {most} words of a phrase"),
            Self::Filters => write!(out, "{most} filters"),
        }
    }
}

/// What still fits into a query, so that its canonical form can be read whole.
pub(super) struct Room {
    text: usize,
    words: usize,
    phrases: usize,
    filters: usize,
}

impl Default for Room {
    fn default() -> Self {
        Room { text: LONGEST, words: WORDS, phrases: PHRASES, filters: FILTERS }
    }
}

impl Room {
    /// What fits beside a query's own parts.
    pub fn beside(query: &Query) -> Self {
        let mut room = Room::default();
        for part in query.groups.iter().flatten().chain(&query.excluded) {
            let _ = room.take_part(part);
        }
        for filter in &query.filters {
            let _ = room.take_filter(filter);
        }
        room
    }

    pub fn take_part(&mut self, part: &Part) -> Result<(), Limit> {
        match part {
            Part::Word(_) => take(&mut self.words, &mut self.text, part, Limit::Words),
            Part::Phrase(_) | Part::Address(_) => take(&mut self.phrases, &mut self.text, part, Limit::Phrases),
        }
    }

    pub fn take_filter(&mut self, filter: &Filter) -> Result<(), Limit> {
        take(&mut self.filters, &mut self.text, filter, Limit::Filters)
    }
}

fn take(number: &mut usize, text: &mut usize, what: &impl fmt::Display, limit: Limit) -> Result<(), Limit> {
    let rest = number.checked_sub(1).ok_or(limit)?;
    *text = text.checked_sub(what.to_string().chars().count() + BETWEEN).ok_or(Limit::Text)?;
    *number = rest;
    Ok(())
}
