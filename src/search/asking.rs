//! A search as the index is asked: who may see comes first, then what it is narrowed to, then the words.

use std::collections::BTreeSet;
use std::ops::Bound;

use tantivy::collector::Count;
use tantivy::query::{
    AllQuery, BooleanQuery, BoostQuery, ConstScoreQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, PhrasePrefixQuery,
    PhraseQuery, Query as Ask, RangeQuery, TermQuery,
};
use tantivy::schema::{Field as Handle, IndexRecordOption};
use tantivy::{Searcher, Term};

use super::entry::{Tag, Viewer};
use super::fields::{CLOSED, Fields, label};
use super::query::{Field, Filter, Part, Query, Value};
use crate::error::Result;
use crate::text::passages::spelling_distance;
use crate::text::words::{Stems, words};

words! {
    /// What comes first.
    pub enum Order { Relevance = "relevance", Newest = "newest", Oldest = "oldest" }
}

/// Up to this many groups of words must all be there; of more, most.
const ALL_OF: usize = 4;
/// Words tried for one that is still being typed, the most frequent first, of those looked at.
const ENDINGS: usize = 24;
const ENDINGS_LOOKED: usize = 4_000;
/// Languages whose endings are left out of a typed word.
const LANGUAGES: usize = 24;
/// Words of one pasted address or phrase.
const RUN: usize = 40;

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
        let mut groups: Vec<Box<dyn Ask>> = Vec::new();
        for (number, group) in (1..).zip(&self.query.groups) {
            let open = self.open && number == last;
            let parts: Vec<Box<dyn Ask>> = group
                .iter()
                .enumerate()
                .filter_map(|(at, part)| words.part(part, open && at + 1 == group.len()))
                .collect();
            match parts.len() {
                0 => {}
                _ => groups.push(either(parts)),
            }
        }
        let narrowed = self.narrowed(&words);
        let nothing = groups.is_empty() && !self.query.groups.is_empty();
        let least = if groups.len() <= ALL_OF { groups.len() } else { (groups.len() * 3).div_ceil(4) };
        let some = (groups.len() > 1).then(|| {
            let least = groups.len().div_ceil(2).min(groups.len() - 1);
            self.whole(of(&groups, least), &narrowed)
        });
        let all = match groups.len() {
            0 if nothing => Box::new(BooleanQuery::new(Vec::new())) as Box<dyn Ask>,
            0 => self.whole(Box::new(AllQuery), &narrowed),
            _ => self.whole(of(&groups, least), &narrowed),
        };
        Ok(Compiled { all, some })
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

/// What typed words become.
struct Words<'a> {
    fields: &'a Fields,
    searcher: &'a Searcher,
    stems: Vec<Stems>,
    misspelt: &'a [String],
}

impl Words<'_> {
    fn part(&self, part: &Part, open: bool) -> Option<Box<dyn Ask>> {
        match part {
            Part::Word(text) | Part::Address(text) => {
                let run = folded(text);
                match run.as_slice() {
                    [] => None,
                    [word] => Some(self.word(word, open)),
                    _ => Some(self.run(&run, open)),
                }
            }
            Part::Phrase(text) => {
                let run = folded(text);
                match run.as_slice() {
                    [] => None,
                    [word] if !open => Some(term(self.fields.words, word)),
                    [word] => Some(self.word(word, open)),
                    _ => Some(self.run(&run, open)),
                }
            }
        }
    }

    /// Exactly this, for what must not be there.
    fn exactly(&self, part: &Part) -> Option<Box<dyn Ask>> {
        let (Part::Word(text) | Part::Phrase(text) | Part::Address(text)) = part;
        let run = folded(text);
        match run.as_slice() {
            [] => None,
            [word] => Some(term(self.fields.words, word)),
            _ => Some(self.run(&run, false)),
        }
    }

    /// Words that stand together.
    fn run(&self, run: &[String], open: bool) -> Box<dyn Ask> {
        let terms: Vec<Term> = run.iter().map(|word| Term::from_field_text(self.fields.words, word)).collect();
        if open {
            let mut query = PhrasePrefixQuery::new(terms);
            query.set_max_expansions(ENDINGS as u32);
            Box::new(query)
        } else {
            Box::new(PhraseQuery::new(terms))
        }
    }

    /// One word: as it stands, best in a title, or with another ending; while it is typed, any word it may become.
    fn word(&self, word: &str, open: bool) -> Box<dyn Ask> {
        let mut ways: Vec<Box<dyn Ask>> =
            vec![counted(self.fields.words, word), Box::new(BoostQuery::new(counted(self.fields.title, word), 1.5))];
        let stems: BTreeSet<String> = self.stems.iter().map(|stems| stems.stem(word).into_owned()).collect();
        ways.extend(
            stems.iter().map(|stem| Box::new(BoostQuery::new(counted(self.fields.stems, stem), 0.8)) as Box<dyn Ask>),
        );
        if self.misspelt.iter().any(|it| it == word) {
            let distance = spelling_distance(word);
            for (field, boost) in [(self.fields.words, 0.5), (self.fields.title, 0.8)] {
                let similar = FuzzyTermQuery::new(Term::from_field_text(field, word), distance, true);
                ways.push(Box::new(BoostQuery::new(Box::new(similar), boost)));
            }
        }
        if open {
            ways.extend(self.endings(word).iter().map(|longer| counted(self.fields.words, longer)));
        }
        Box::new(DisjunctionMaxQuery::with_tie_breaker(ways, 0.1))
    }

    /// The most frequent words that begin so.
    fn endings(&self, start: &str) -> Vec<String> {
        if start.chars().count() < 2 && start.is_ascii() {
            return Vec::new();
        }
        let mut found: Vec<(u32, String)> = Vec::new();
        for segment in self.searcher.segment_readers() {
            let Ok(index) = segment.inverted_index(self.fields.words) else { continue };
            let Ok(mut stream) = index.terms().range().ge(start).into_stream() else { continue };
            let mut looked = 0;
            while looked < ENDINGS_LOOKED && stream.advance() {
                let Some(word) = std::str::from_utf8(stream.key()).ok().filter(|it| it.starts_with(start)) else {
                    break;
                };
                found.push((stream.value().doc_freq, word.to_owned()));
                looked += 1;
            }
        }
        found.sort_by(|a, b| b.0.cmp(&a.0).then_with(|| a.1.cmp(&b.1)));
        let mut words: Vec<String> = Vec::new();
        for (_, word) in found {
            if words.len() < ENDINGS && !words.contains(&word) {
                words.push(word);
            }
        }
        words
    }
}

fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().take(RUN).map(|word| word.folded).collect()
}

/// The languages whose texts are in the index.
fn languages(fields: &Fields, searcher: &Searcher) -> Result<Vec<Stems>> {
    let mark = label(Tag::Lang.mark(), "");
    let mut found: BTreeSet<String> = BTreeSet::new();
    for segment in searcher.segment_readers() {
        let index = segment.inverted_index(fields.tags)?;
        let mut stream = index.terms().range().ge(mark.as_bytes()).into_stream()?;
        while found.len() < LANGUAGES && stream.advance() {
            match std::str::from_utf8(stream.key()).ok().and_then(|it| it.strip_prefix(&mark)) {
                Some(lang) => _ = found.insert(lang.split('-').next().unwrap_or_default().to_owned()),
                None => break,
            }
        }
    }
    Ok(found.iter().map(|lang| Stems::of(lang)).collect())
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

fn term(field: Handle, text: &str) -> Box<dyn Ask> {
    Box::new(TermQuery::new(Term::from_field_text(field, text), IndexRecordOption::Basic))
}

fn counted(field: Handle, word: &str) -> Box<dyn Ask> {
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
