//! What each typed word is looked for as.

use std::collections::BTreeSet;

use tantivy::query::{
    BooleanQuery, BoostQuery, DisjunctionMaxQuery, FuzzyTermQuery, Occur, PhrasePrefixQuery, PhraseQuery, Query as Ask,
};
use tantivy::{Searcher, Term};

use super::asking::{counted, term};
use super::entry::Tag;
use super::fields::{Fields, label};
use super::query::Part;
use crate::error::Result;
use crate::text::passages::spelling_distance;
use crate::text::words::{Stems, words};

/// Words tried for one that is still being typed, the most frequent first, of those looked at.
const ENDINGS: usize = 24;
const ENDINGS_LOOKED: usize = 4_000;
/// Languages whose endings are left out of a typed word.
const LANGUAGES: usize = 24;
/// From so many entries on, words that stand in more than one of `COMMON` entries are left out beside rarer ones.
const LARGE: u64 = 20_000;
const COMMON: u64 = 12;
/// Words of one pasted address or phrase.
const RUN: usize = 40;

/// What typed words become.
pub(super) struct Words<'a> {
    pub fields: &'a Fields,
    pub searcher: &'a Searcher,
    pub stems: Vec<Stems>,
    pub misspelt: &'a [String],
}

impl Words<'_> {
    pub fn part(&self, part: &Part, open: bool) -> Option<Box<dyn Ask>> {
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
    pub fn exactly(&self, part: &Part) -> Option<Box<dyn Ask>> {
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

    /// One word: with any ending, better as it stands, best in a title; while it is typed, any word it may become.
    ///
    /// What must be there is the stem: every text that holds the word holds its stem too, so the longer lists of the word
    /// itself are only looked at where that is found already.
    pub fn word(&self, word: &str, open: bool) -> Box<dyn Ask> {
        let stems = self.stems_of(word);
        let mut ways: Vec<Box<dyn Ask>> = stems.iter().map(|stem| counted(self.fields.stems, stem)).collect();
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
        let there: Box<dyn Ask> = match ways.len() {
            1 => ways.remove(0),
            _ => Box::new(DisjunctionMaxQuery::with_tie_breaker(ways, 0.1)),
        };
        Box::new(BooleanQuery::new(vec![
            (Occur::Must, there),
            (Occur::Should, Box::new(BoostQuery::new(counted(self.fields.words, word), 0.5))),
            (Occur::Should, counted(self.fields.title, word)),
        ]))
    }

    /// The stems a word may stand for, in the languages of the index and where no language is known; those that are met.
    fn stems_of(&self, word: &str) -> BTreeSet<String> {
        let mut stems: BTreeSet<String> = self.stems.iter().map(|stems| stems.stem(word).into_owned()).collect();
        stems.insert(word.to_owned());
        let met =
            |stem: &String| self.searcher.doc_freq(&Term::from_field_text(self.fields.stems, stem)).unwrap_or(1) > 0;
        let found: BTreeSet<String> = stems.iter().filter(|stem| met(stem)).cloned().collect();
        if found.is_empty() { stems } else { found }
    }

    /// Whether a word stands in so many entries of a large index that it tells nothing.
    pub fn is_common(&self, part: &Part, open: bool) -> bool {
        let entries = self.searcher.num_docs();
        let Part::Word(text) = part else { return false };
        let [word] = folded(text).try_into().unwrap_or_else(|_| [String::new()]);
        if entries < LARGE || word.is_empty() {
            return false;
        }
        let there = |field, word: &str| self.searcher.doc_freq(&Term::from_field_text(field, word)).unwrap_or(0);
        let stems: u64 = self.stems_of(&word).iter().map(|stem| there(self.fields.stems, stem)).sum();
        let endings = if open { self.endings(&word) } else { Vec::new() };
        stems + endings.iter().map(|longer| there(self.fields.words, longer)).sum::<u64>() > entries / COMMON
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

pub(super) fn folded(text: &str) -> Vec<String> {
    words(text).into_iter().take(RUN).map(|word| word.folded).collect()
}

/// The languages whose texts are in the index.
pub(super) fn languages(fields: &Fields, searcher: &Searcher) -> Result<Vec<Stems>> {
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
