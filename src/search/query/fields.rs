//! Fields a search can be narrowed by, and how their values are read.

use std::fmt;

use chrono::NaiveDate;

use super::Trouble;
use super::limits::LONGEST_VALUE;
use super::marks::{clean, cut, digit, is_dash, phrase_words};
use crate::search::EntryKind;

/// A field by which a search is narrowed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Field {
    /// A verdict of the desk's scale, or another desk's rating.
    Verdict,
    /// Who claims it.
    Claimant,
    Topic,
    /// The language of the text.
    Lang,
    /// Older than the day, which is left out.
    Before,
    /// The day and what is newer.
    After,
    /// A host, or part of a publisher's name.
    Source,
    /// An article's title or address.
    Article,
    /// Where a claim, draft or check is in its life.
    State,
    /// What is searched.
    Kind,
    /// Who works on it.
    By,
}

impl Field {
    /// All of them, for help and facets.
    pub const ALL: &[Self] = &[
        Self::Verdict,
        Self::Claimant,
        Self::Topic,
        Self::Lang,
        Self::Before,
        Self::After,
        Self::Source,
        Self::Article,
        Self::State,
        Self::Kind,
        Self::By,
    ];

    /// The name in front of the colon.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Verdict => "verdict",
            Self::Claimant => "claimant",
            Self::Topic => "topic",
            Self::Lang => "lang",
            Self::Before => "before",
            Self::After => "after",
            Self::Source => "source",
            Self::Article => "article",
            Self::State => "state",
            Self::Kind => "kind",
            Self::By => "by",
        }
    }

    /// The field of a name as people type it, in any case; `assignee`, `language` and `site` are other names.
    pub fn named(name: &str) -> Option<Self> {
        let name = name.to_ascii_lowercase();
        let own = Self::ALL.iter().copied().find(|it| it.as_str() == name);
        own.or(match name.as_str() {
            "assignee" => Some(Self::By),
            "language" => Some(Self::Lang),
            "site" => Some(Self::Source),
            _ => None,
        })
    }

    /// What its values look like, in English.
    pub fn wants(self) -> &'static str {
        match self {
            Self::Before | Self::After => "a date such as 2026-01-31, 2026-01 or 2026",
            Self::Lang => "a language code such as en or pt-br",
            Self::Kind => "one of claim, check, article, source, quote, external",
            _ => "a name",
        }
    }

    /// Whether only one value can hold.
    pub(super) fn is_date(self) -> bool {
        matches!(self, Self::Before | Self::After)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}

/// A value as its field reads it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// Verdict, state and language in small letters, a source's address down to its host, a person without
    /// the `@`, all others as typed.
    Text(String),
    /// The day of `before` or `after`.
    Date(NaiveDate),
    /// The value of `kind`.
    Kind(EntryKind),
}

impl fmt::Display for Value {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Value::Text(text) => out.write_str(text),
            Value::Date(day) => write!(out, "{day}"),
            Value::Kind(kind) => out.write_str(kind.as_str()),
        }
    }
}

/// One condition of a search.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Filter {
    pub field: Field,
    pub value: Value,
    /// What has the value is left out.
    pub negated: bool,
}

impl Filter {
    /// Reads a field's value as if it had been typed in quotation marks, so that links and the search box agree.
    pub fn read(field: Field, value: &str) -> Result<Self, Trouble> {
        let words = phrase_words(&clean(value.chars()));
        let text = words.into_iter().map(String::from_iter).collect::<Vec<_>>().join(" ");
        let read = match field {
            Field::Before | Field::After => date(&text).map(Value::Date),
            Field::Kind => kind(&text).map(Value::Kind),
            Field::Lang => language(&text).map(Value::Text),
            Field::Verdict | Field::State => short(&text.to_lowercase()).map(Value::Text),
            Field::Source => short(&host(&text)).map(Value::Text),
            Field::By => short(text.trim_start_matches(['@', '＠', ' '])).map(Value::Text),
            Field::Claimant | Field::Topic | Field::Article => short(&text).map(Value::Text),
        };
        let trouble = || Trouble::Unreadable { field, value: cut(&text, LONGEST_VALUE).to_owned() };
        Ok(Filter { field, value: read.ok_or_else(trouble)?, negated: false })
    }

    /// The opposite condition: what is not before a day is after it.
    pub fn negate(self) -> Self {
        match self.field {
            Field::Before => Filter { field: Field::After, ..self },
            Field::After => Filter { field: Field::Before, ..self },
            _ => Filter { negated: !self.negated, ..self },
        }
    }

    /// Whether the other one cannot stand beside this.
    pub(super) fn replaces(&self, other: &Filter) -> bool {
        self.field == other.field
            && (self.field.is_date() || (self.value == other.value && self.negated != other.negated))
    }

    /// Whether of two dates of a field this one leaves less.
    pub(super) fn is_narrower(&self, other: &Filter) -> bool {
        match (self.field, &self.value, &other.value) {
            (Field::Before, Value::Date(this), Value::Date(that)) => this < that,
            (Field::After, Value::Date(this), Value::Date(that)) => this > that,
            _ => false,
        }
    }
}

impl fmt::Display for Filter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let dash = if self.negated { "-" } else { "" };
        let (field, value) = (self.field, self.value.to_string());
        if is_bare(&value) { write!(out, "{dash}{field}:{value}") } else { write!(out, "{dash}{field}:\"{value}\"") }
    }
}

/// Whether a value needs no quotation marks.
fn is_bare(value: &str) -> bool {
    let edges = [value.chars().next(), value.chars().next_back()];
    edges.iter().all(|it| it.is_some_and(char::is_alphanumeric))
        && value.chars().all(|it| it.is_alphanumeric() || matches!(it, '-' | '_' | '.'))
}

fn short(text: &str) -> Option<String> {
    let text = cut(text, LONGEST_VALUE);
    text.contains(char::is_alphanumeric).then(|| text.to_owned())
}

/// The host of an address; a name stays as it is.
fn host(text: &str) -> String {
    let lower = text.to_ascii_lowercase();
    let Some(rest) = lower.strip_prefix("https://").or(lower.strip_prefix("http://")) else { return text.to_owned() };
    let end = rest.find(['/', '?', '#', ':', ' ']).unwrap_or(rest.len());
    let host = rest.get(..end).unwrap_or_default();
    host.strip_prefix("www.").unwrap_or(host).to_owned()
}

/// One kind, in the singular or the plural.
fn kind(text: &str) -> Option<EntryKind> {
    let word = text.to_ascii_lowercase();
    let one = word.strip_suffix('s').unwrap_or(&word);
    EntryKind::ALL.iter().copied().find(|it| it.as_str() == one)
}

fn language(text: &str) -> Option<String> {
    let tag = text.to_ascii_lowercase().replace('_', "-");
    let mut parts = tag.split('-');
    let first = parts.next().unwrap_or_default();
    let reads = matches!(first.len(), 2..=3)
        && first.bytes().all(|it| it.is_ascii_lowercase())
        && parts.all(|it| matches!(it.len(), 1..=8) && it.bytes().all(|it| it.is_ascii_alphanumeric()));
    (reads && tag.len() <= LONGEST_VALUE).then_some(tag)
}

/// A day, or the first one of a month or a year; year first, in any digits.
fn date(text: &str) -> Option<NaiveDate> {
    let mut numbers = text.split(|it| is_dash(it) || matches!(it, '/' | '.' | '–' | '−'));
    let year = number(numbers.next()?, 4..=4)?;
    let mut rest = || numbers.next().map_or(Some(1), |it| number(it, 1..=2));
    let (month, day) = (rest()?, rest()?);
    if numbers.next().is_some() {
        return None;
    }
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn number(text: &str, lengths: std::ops::RangeInclusive<usize>) -> Option<u32> {
    let long = text.chars().take(lengths.end() + 1).count();
    if !lengths.contains(&long) {
        return None;
    }
    text.chars().try_fold(0, |sum, it| Some(sum * 10 + digit(it)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_the_first_day_of_what_was_said() {
        let cases = [
            ("2026", "2026-01-01"),
            ("2026-03", "2026-03-01"),
            ("2026-3-9", "2026-03-09"),
            ("2024/02/29", "2024-02-29"),
            ("2026.03.09", "2026-03-09"),
            ("٢٠٢٦-٠٣", "2026-03-01"),
            ("２０２６－０３－０９", "2026-03-09"),
        ];
        for (typed, day) in cases {
            assert_eq!(date(typed).map(|it| it.to_string()).as_deref(), Some(day), "{typed}");
        }
        for wrong in
            ["", "26", "20260", "2026-", "2026-13", "2023-02-29", "2026-1-1-1", "09.03.2026", "yesterday", "-2026"]
        {
            assert_eq!(date(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn values_are_read_by_their_field() {
        let cases = [
            (Field::Verdict, "Mostly False", "verdict:\"mostly false\""),
            (Field::Lang, "pt_BR", "lang:pt-br"),
            (Field::Kind, "Checks", "kind:check"),
            (Field::Source, "https://www.Example.org:80/a?b", "source:example.org"),
            (Field::Source, "Example Post", "source:\"Example Post\""),
            (Field::By, " Ann\u{200B}“Lee” ", "by:\"Ann Lee\""),
            (Field::By, "@ann", "by:ann"),
            (Field::Topic, "-x", "topic:\"-x\""),
        ];
        for (field, typed, written) in cases {
            assert_eq!(Filter::read(field, typed).map(|it| it.to_string()), Ok(written.to_owned()), "{typed}");
        }
        for (field, wrong) in [(Field::Lang, "english"), (Field::Kind, "post"), (Field::Topic, "“…”")] {
            assert!(Filter::read(field, wrong).is_err(), "{wrong}");
        }
    }
}
