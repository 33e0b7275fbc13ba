//! A search as the index is asked: who may see comes first, then what it is narrowed to, then the words.

use std::ops::Bound;

use tantivy::collector::Count;
use tantivy::query::{
    AllQuery, BooleanQuery, ConstScoreQuery, Occur, PhraseQuery, Query as Ask, RangeQuery, TermQuery,
};
use tantivy::schema::{Field as Handle, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::entry::{Tag, Viewer};
use super::fields::{CLOSED, Fields, label};
use super::query::{Field, Filter, Part, Query, Value};
use super::wording::{Words, folded, languages};
use crate::error::Result;
use crate::text::passages::spelling_distance;

words! {
    /// What comes first.
    pub enum Order { Relevance = "relevance", Newest = "newest", Oldest = "oldest" }
}

/// Up to this many groups of words must all be there; of more, most.
const ALL_OF: usize = 4;

/// A search, with who asks and which part of the answer is wanted.
#[derive(Debug, Clone)]
pub struct Asked<'a> {
    pub query: &'a Query,
    pub viewer: Viewer,
    /// The last word is still being typed.
    pub open: bool,
    pub order: Order,
    /// Whether values are counted.
    pub facets: bool,
    pub limit: usize,
    pub offset: usize,
}

/// The two ways of asking.
pub(super) struct Compiled {
    /// Every group of words.
    pub all: Box<dyn Ask>,
    /// Some of them, where there is more than one.
    pub some: Option<Box<dyn Ask>>,
    /// Whether something was asked that does not stand nearly everywhere: only then the words say what is best.
    pub tells: bool,
}

impl<'a> Asked<'a> {
    /// The first twenty, best first, uncounted.
    pub fn new(query: &'a Query, viewer: Viewer) -> Self {
        Asked { query, viewer, open: false, order: Order::Relevance, facets: false, limit: 20, offset: 0 }
    }

    /// The word that is still being typed.
    pub fn open_word(&self) -> Option<String> {
        let last = self.query.groups.last()?.last()?;
        match last {
            Part::Word(text) | Part::Phrase(text) if self.open => text.split(' ').next_back().map(str::to_owned),
            _ => None,
        }
    }

    pub(super) fn compile(&self, fields: &Fields, searcher: &Searcher, misspelt: &[String]) -> Result<Compiled> {
        let words = Words { fields, searcher, stems: languages(fields, searcher)?, misspelt };
        let last = self.query.groups.len();
        let mut groups = Groups::default();
        for (number, group) in (1..).zip(&self.query.groups) {
            let open = self.open && number == last;
            let parts: Vec<Box<dyn Ask>> = group
                .iter()
                .enumerate()
                .filter_map(|(at, part)| words.part(part, open && at + 1 == group.len()))
                .collect();
            if !parts.is_empty() {
                let typed = |at: usize| open && at + 1 == group.len();
                let common = group.iter().enumerate().any(|(at, part)| words.is_common(part, typed(at)));
                let kind = if common { &mut groups.common } else { &mut groups.telling };
                kind.push(either(parts));
            }
        }
        let narrowed = self.narrowed(&words);
        if groups.is_empty() {
            let all: Box<dyn Ask> = match self.query.groups.len() {
                0 => self.whole(Box::new(AllQuery), &narrowed),
                _ => Box::new(BooleanQuery::new(Vec::new())),
            };
            return Ok(Compiled { all, some: None, tells: true });
        }
        let tells = !groups.telling.is_empty();
        let groups = groups.settled();
        let count = groups.len();
        let least = if count <= ALL_OF { count } else { (count * 3).div_ceil(4) };
        let some = (count > 1).then(|| self.whole(of(&groups, count.div_ceil(2).min(count - 1)), &narrowed));
        Ok(Compiled { all: self.whole(of(&groups, least), &narrowed), some, tells })
    }

    fn whole(&self, words: Box<dyn Ask>, narrowed: &[(Occur, Box<dyn Ask>)]) -> Box<dyn Ask> {
        let mut clauses = vec![(Occur::Must, words)];
        clauses.extend(narrowed.iter().map(|(occur, query)| (*occur, query.box_clone())));
        Box::new(BooleanQuery::new(clauses))
    }

    /// Who may see, what it is narrowed to, and what must not be there.
    fn narrowed(&self, words: &Words<'_>) -> Vec<(Occur, Box<dyn Ask>)> {
        let fields = words.fields;
        let mut clauses: Vec<(Occur, Box<dyn Ask>)> = self.viewer.clause(fields).into_iter().collect();
        let mut by_field: Vec<(Field, Vec<Box<dyn Ask>>)> = Vec::new();
        for filter in &self.query.filters {
            let query = narrowing(fields, filter);
            if filter.negated {
                clauses.push((Occur::MustNot, query));
            } else {
                match by_field.iter_mut().find(|(field, _)| *field == filter.field) {
                    Some((_, queries)) => queries.push(query),
                    None => by_field.push((filter.field, vec![query])),
                }
            }
        }
        clauses.extend(by_field.into_iter().map(|(_, queries)| (Occur::Must, unscored(either(queries)))));
        clauses.extend(self.query.excluded.iter().filter_map(|part| Some((Occur::MustNot, words.exactly(part)?))));
        clauses
    }

    /// Typed words that the viewer can find nowhere: perhaps they are spelt otherwise.
    pub(super) fn unknown_words(&self, fields: &Fields, searcher: &Searcher) -> Result<Vec<String>> {
        let words = Words { fields, searcher, stems: languages(fields, searcher)?, misspelt: &[] };
        let mut unknown = Vec::new();
        for part in self.query.groups.iter().flatten() {
            let Part::Word(text) = part else { continue };
            let typed = crate::text::words::words(text);
            let [word] = typed.as_slice() else { continue };
            let spelt = word.folded.chars().all(char::is_alphabetic) && spelling_distance(&word.folded) > 0;
            if !spelt || unknown.contains(&word.folded) {
                continue;
            }
            let mut clauses = vec![(Occur::Must, words.word(&word.folded, self.open))];
            clauses.extend(self.viewer.clause(fields));
            if searcher.search(&BooleanQuery::new(clauses), &Count)? == 0 {
                unknown.push(word.folded.clone());
            }
        }
        Ok(unknown)
    }
}

impl Viewer {
    /// What nothing that is found may be: closed, and not to this viewer. Few things are closed, so this costs little.
    pub(super) fn clause(&self, fields: &Fields) -> Option<(Occur, Box<dyn Ask>)> {
        match self {
            Viewer::All => None,
            Viewer::Person(id) => {
                let closed = vec![(Occur::Must, term(fields.sight, CLOSED)), (Occur::MustNot, term(fields.sight, id))];
                Some((Occur::MustNot, Box::new(BooleanQuery::new(closed))))
            }
        }
    }

    /// The same as a search of its own: everything that may be found.
    pub(super) fn everything(&self, fields: &Fields) -> Option<Box<dyn Ask>> {
        let clause = self.clause(fields)?;
        Some(Box::new(BooleanQuery::new(vec![(Occur::Must, Box::new(AllQuery) as Box<dyn Ask>), clause])))
    }
}

/// The groups of words of a search.
#[derive(Default)]
struct Groups {
    telling: Vec<Box<dyn Ask>>,
    /// Words that stand nearly everywhere: beside others they are left out, as they tell nothing.
    common: Vec<Box<dyn Ask>>,
}

impl Groups {
    fn is_empty(&self) -> bool {
        self.telling.is_empty() && self.common.is_empty()
    }

    /// What is looked for: where nothing but common words was typed, those.
    fn settled(self) -> Vec<Box<dyn Ask>> {
        if self.telling.is_empty() { self.common } else { self.telling }
    }
}

fn narrowing(fields: &Fields, filter: &Filter) -> Box<dyn Ask> {
    let tag = match filter.field {
        Field::Before | Field::After => return dated(fields, filter),
        Field::Verdict => Tag::Verdict,
        Field::Claimant => Tag::Claimant,
        Field::Topic => Tag::Topic,
        Field::Lang => Tag::Lang,
        Field::Source => Tag::Source,
        Field::Article => Tag::Article,
        Field::State => Tag::State,
        Field::Kind => Tag::Kind,
        Field::By => Tag::By,
    };
    let value = filter.value.to_string();
    let whole = term(fields.tags, &label(tag.mark(), &value));
    if !matches!(tag, Tag::Claimant | Tag::Source | Tag::Article | Tag::By | Tag::Topic) {
        return whole;
    }
    let words: Vec<Term> = folded(&value)
        .iter()
        .map(|word| Term::from_field_text(fields.named, &format!("{}:{word}", tag.mark())))
        .collect();
    match words.as_slice() {
        [] => whole,
        [word] => either(vec![whole, Box::new(TermQuery::new(word.clone(), IndexRecordOption::Basic))]),
        _ => either(vec![whole, Box::new(PhraseQuery::new(words))]),
    }
}

fn dated(fields: &Fields, filter: &Filter) -> Box<dyn Ask> {
    let Value::Date(day) = &filter.value else { return Box::new(AllQuery) };
    let at = day.and_time(chrono::NaiveTime::MIN).and_utc().timestamp_micros();
    let term = Term::from_field_i64(fields.at, at);
    Box::new(match filter.field {
        Field::Before => RangeQuery::new(Bound::Unbounded, Bound::Excluded(term)),
        _ => RangeQuery::new(Bound::Included(term), Bound::Unbounded),
    })
}

pub(super) fn term(field: Handle, text: &str) -> Box<dyn Ask> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic))
}

pub(super) fn counted(field: Handle, word: &str) -> Box<dyn Ask> {
    Box::new(TermQuery::new(Term::from_field_text(field, word), IndexRecordOption::WithFreqs))
}

fn unscored(query: Box<dyn Ask>) -> Box<dyn Ask> {
    Box::new(ConstScoreQuery::new(query, 0.0))
}

fn either(queries: Vec<Box<dyn Ask>>) -> Box<dyn Ask> {
    Box::new(BooleanQuery::union(queries))
}

fn of(groups: &[Box<dyn Ask>], least: usize) -> Box<dyn Ask> {
    let groups = groups.iter().map(|group| (Occur::Should, group.box_clone())).collect();
    Box::new(BooleanQuery::with_minimum_required_clauses(groups, least))
}
