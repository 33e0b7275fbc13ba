//! The checks most like a sentence, best first.

use std::collections::{HashMap, HashSet};

use tantivy::query::Query;
use tantivy::{DocAddress, Searcher, TantivyDocument, Term};

use crate::error::{Error, Result};
use crate::text::language;

use super::index::{Fields, Stored, UNKNOWN, primary};
use super::rank::{Shared, View, shared};
use super::terms::{Question, cut};
use super::{candidates, light};

/// Checks that are looked at closely.
const CLOSELY: usize = 100;
/// Words by which they are found, the weightiest.
const BY: usize = 32;
/// So many words find enough: small ones beyond them are not looked up.
const ENOUGH: usize = 6;
/// Languages of an index by whose endings a question is read.
const LANGUAGES: usize = 8;
/// Shared words that explain a match.
const EXPLAIN: usize = 6;
/// A shared word as common as this explains nothing.
const COMMON: f32 = 0.3;
/// How much an encoder's opinion counts beside the words.
const MEANT: f32 = 0.5;

/// One check that is like what was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Match {
    /// Where it stands in the index.
    pub address: DocAddress,
    /// What it claims, and its headline, as they are written.
    pub text: String,
    pub title: Option<String>,
    /// How like it is, from 0 to 1, higher is better, comparable between questions.
    pub score: f32,
    /// How like it is by its words alone, from 0 to 1.
    pub lexical: f32,
    /// Rare words of the question that stand in the check too, the rarest first, as the question writes them.
    pub rare: Vec<String>,
    /// Names that both have.
    pub names: Vec<String>,
    /// Numbers that both have.
    pub numbers: Vec<String>,
}

/// What an encoder of meaning says about checks.
pub struct Meaning<'a> {
    /// The cosine of a check with what was asked, from -1 to 1, if the check has a vector.
    pub cosine: &'a dyn Fn(DocAddress) -> Option<f32>,
    /// The nearest by their vectors, looked at even where no word is shared.
    pub nearest: &'a [DocAddress],
}

/// Finds the checks that a sentence or a post repeats, in one state of an index.
pub struct Matcher {
    searcher: Searcher,
    fields: Fields,
    languages: Vec<String>,
    /// Words that a check usually has, and how many checks there are.
    usual: f32,
    checks: f32,
}

impl Matcher {
    /// For an index that carries the fields.
    pub fn new(searcher: Searcher, fields: Fields) -> Result<Matcher> {
        let mut matcher = Matcher { searcher, fields, languages: Vec::new(), usual: 1.0, checks: 0.0 };
        matcher.survey().map_err(Error::internal)?;
        Ok(matcher)
    }

    fn survey(&mut self) -> tantivy::Result<()> {
        let (mut words, mut checks) = (0, 0);
        let mut languages: HashMap<String, u64> = HashMap::new();
        for reader in self.searcher.segment_readers() {
            words += reader.inverted_index(self.fields.words)?.total_num_tokens();
            let inverted = reader.inverted_index(self.fields.lang)?;
            let mut terms = inverted.terms().stream()?;
            while let Some((lang, info)) = terms.next() {
                checks += u64::from(info.doc_freq);
                *languages.entry(String::from_utf8_lossy(lang).into_owned()).or_default() += u64::from(info.doc_freq);
            }
        }
        let mut languages: Vec<(String, u64)> = languages.into_iter().collect();
        languages.sort_by(|a, b| (b.1, &a.0).cmp(&(a.1, &b.0)));
        self.languages = languages.into_iter().take(LANGUAGES).map(|it| it.0).collect();
        self.checks = checks as f32;
        self.usual = words as f32 / self.checks.max(1.0);
        Ok(())
    }

    /// The state of the index that it looks at.
    pub fn searcher(&self) -> &Searcher {
        &self.searcher
    }

    /// Every check with what it claims, in the order of the index.
    pub fn every(&self) -> impl Iterator<Item = (DocAddress, Result<String>)> + '_ {
        let segments = (0..).zip(self.searcher.segment_readers());
        let all = segments.flat_map(|(ord, it)| it.doc_ids_alive().map(move |id| DocAddress::new(ord, id)));
        all.map(|address| {
            let text = self.searcher.doc::<TantivyDocument>(address).map(|it| self.fields.read(&it).text);
            (address, text.map_err(Error::internal))
        })
    }

    /// How many checks the index holds.
    pub fn checks(&self) -> f32 {
        self.checks
    }

    /// How rare a folded word's stem is among the checks, from 0 (all have it) to 1 (none has).
    pub fn rarity(&self, stem: &str) -> f32 {
        self.weight(stem) / self.most()
    }

    /// What a stem weighs: the logarithm of how unlikely it is.
    fn weight(&self, stem: &str) -> f32 {
        let found = self.having(stem) as f32;
        (1.0 + (self.checks - found + 0.5).max(0.0) / (found + 0.5)).ln()
    }

    /// What a stem weighs that no check has.
    fn most(&self) -> f32 {
        (2.0 + 2.0 * self.checks).ln()
    }

    fn having(&self, stem: &str) -> u64 {
        self.searcher.doc_freq(&Term::from_field_text(self.fields.words, stem)).unwrap_or_default()
    }

    /// The checks most like a sentence or a pasted post, best first, of those that the filter lets through. Without a
    /// language it is detected.
    pub fn best(
        &self,
        text: &str,
        lang: Option<&str>,
        filter: Option<Box<dyn Query>>,
        top: usize,
    ) -> Result<Vec<Match>> {
        self.best_with(text, lang, filter, top, None)
    }

    /// The same with an encoder's opinion mixed in.
    pub fn best_with(
        &self,
        text: &str,
        lang: Option<&str>,
        filter: Option<Box<dyn Query>>,
        top: usize,
        meaning: Option<&Meaning>,
    ) -> Result<Vec<Match>> {
        let mut asking = Asking::of(self, text, lang);
        let mut found = asking.all(filter.as_deref(), top.max(CLOSELY), meaning).map_err(Error::internal)?;
        found.sort_by(|a, b| b.score.total_cmp(&a.score).then(a.address.cmp(&b.address)));
        found.truncate(top);
        Ok(found.into_iter().map(|it| asking.explain(it)).collect())
    }
}

/// A check with what was found out about it.
struct Found {
    address: DocAddress,
    check: Stored,
    score: f32,
    lexical: f32,
    shared: Shared,
    /// Place of the view it was seen by.
    view: usize,
}

/// A question on its way through an index.
struct Asking<'a> {
    matcher: &'a Matcher,
    question: Question,
    lang: String,
    views: Vec<View>,
}

impl<'a> Asking<'a> {
    fn of(matcher: &'a Matcher, text: &str, lang: Option<&str>) -> Self {
        let question = Question::of(text);
        let lang = lang.map(primary).or_else(|| language::detect(cut(text)).map(str::to_owned));
        let lang = lang.or_else(|| matcher.languages.first().cloned()).unwrap_or_else(|| UNKNOWN.to_owned());
        let mut asking = Asking { matcher, question, lang, views: Vec::new() };
        for lang in &matcher.languages {
            asking.view(lang);
        }
        asking
    }

    /// Place of the question's view for checks in a language.
    fn view(&mut self, lang: &str) -> usize {
        if let Some(place) = self.views.iter().position(|it| it.lang == lang) {
            return place;
        }
        let rarity = |stem: &str| self.matcher.weight(stem);
        self.views.push(View::of(&self.question, lang, &self.lang, &rarity));
        self.views.len() - 1
    }

    fn all(
        &mut self,
        filter: Option<&dyn Query>,
        closely: usize,
        meaning: Option<&Meaning>,
    ) -> tantivy::Result<Vec<Found>> {
        let searcher = &self.matcher.searcher;
        let mut addresses = candidates::gather(searcher, self.terms(), filter, closely)?;
        if let Some(meaning) = meaning {
            addresses.extend(candidates::allowed(searcher, meaning.nearest, filter)?);
        }
        addresses.sort_unstable();
        addresses.dedup();
        let mut found = Vec::with_capacity(addresses.len());
        for address in addresses {
            let check = self.matcher.fields.read(&searcher.doc::<TantivyDocument>(address)?);
            found.extend(self.compare(address, check, meaning));
        }
        Ok(found)
    }

    fn compare(&mut self, address: DocAddress, check: Stored, meaning: Option<&Meaning>) -> Option<Found> {
        let place = self.view(&check.lang);
        let view = self.views.get(place)?;
        let shared = shared(view, &check, self.matcher.usual);
        let lexical = shared.score(view, self.matcher.most());
        let cosine = meaning.and_then(|it| (it.cosine)(address));
        let score = cosine.map_or(lexical, |it| (1.0 - MEANT) * lexical + MEANT * it.max(0.0));
        Some(Found { address, check, score, lexical, shared, view: place })
    }

    /// The weightiest stems by the endings of all languages of the index, with what each counts.
    fn terms(&self) -> Vec<(Term, f32)> {
        let mut stems: Vec<(&str, f32, f32)> = self.views.iter().flat_map(View::stems).collect();
        stems.sort_by(|a, b| b.1.total_cmp(&a.1).then_with(|| a.0.cmp(b.0)));
        let mut seen = HashSet::new();
        stems.retain(|it| seen.insert(it.0) && it.1 > 0.0 && self.matcher.having(it.0) > 0);
        let field = self.matcher.fields.words;
        let by = stems.into_iter().take(BY).enumerate().filter(|(at, it)| *at < ENOUGH || it.2 > light::SMALL);
        by.map(|(_, (stem, _, counts))| (Term::from_field_text(field, stem), counts)).collect()
    }

    fn explain(&self, found: Found) -> Match {
        let (mut rare, mut names, mut numbers) = (Vec::new(), Vec::new(), Vec::new());
        for (_, asked) in self.telling(&found) {
            let kind = if asked.folded.starts_with(|c: char| c.is_ascii_digit()) {
                &mut numbers
            } else if asked.name {
                &mut names
            } else {
                &mut rare
            };
            if kind.len() < EXPLAIN {
                kind.push(asked.written.clone());
            }
        }
        let title = Some(found.check.title).filter(|it| !it.is_empty());
        let (address, score, lexical) = (found.address, found.score, found.lexical);
        Match { address, text: found.check.text, title, score, lexical, rare, names, numbers }
    }

    /// Shared words that are rare enough to tell something, the rarest first.
    fn telling(&self, found: &Found) -> Vec<(f32, &super::terms::Asked)> {
        let Some(view) = self.views.get(found.view) else { return Vec::new() };
        let common = COMMON * self.matcher.most();
        let places = found.shared.words.iter().filter(|it| !view.is_small(**it) && view.weight(**it) > common);
        let mut words: Vec<(f32, &super::terms::Asked)> =
            places.filter_map(|it| Some((view.weight(*it), self.question.words.get(*it)?))).collect();
        words.sort_by(|a, b| b.0.total_cmp(&a.0));
        words
    }
}
