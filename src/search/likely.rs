//! From candidates to matches: what the index finds similar is compared word by word.

use tantivy::{DocAddress, DocSet, Searcher, Term};

use super::entry::Viewer;
use super::index::Index;
use super::matching::{Match, Matcher, Meaning};
use super::{Meant, Sense};
use crate::error::Result;
use crate::text::likeness::{Checked, Likeness, Reason, Said, Strength, none_rarity};

/// From this nearness on, meaning alone makes two sentences related.
pub const NEARLY: f32 = 0.7;

/// What is usual in a language counts as much as this many claims.
const USUAL: f32 = 200.0;

/// A claim or check that is like something said.
#[derive(Debug, Clone)]
pub struct Likely {
    /// The entry's key.
    pub key: String,
    /// Higher is better.
    pub score: f32,
    pub likeness: Likeness,
}

impl Index {
    /// The entries most like what somebody says, best first, of those that the viewer may know of.
    pub fn likely(
        &self,
        said: &str,
        lang: Option<&str>,
        viewer: &Viewer,
        top: usize,
        meant: Option<&Meant>,
    ) -> Result<Vec<Likely>> {
        let matcher = self.matcher()?;
        let sight = viewer.everything(&self.fields);
        let sense = meant.map(|meant| Ok::<_, crate::error::Error>((meant, meant.sense(said)?))).transpose()?;
        let found = match &sense {
            None => matcher.best(said, lang, sight, top)?,
            Some((meant, sense)) => {
                let nearest: Vec<DocAddress> =
                    sense.near.iter().filter_map(|(key, _)| self.address(matcher.searcher(), key)).collect();
                let cosine = |address| meant.nearness(sense, &self.key_at(&matcher, address).ok()?);
                let meaning = Meaning { cosine: &cosine, nearest: &nearest };
                matcher.best_with(said, lang, sight, top, Some(&meaning))?
            }
        };
        let compared = Compared::new(&matcher, said, lang);
        found
            .into_iter()
            .map(|it| {
                let key = self.key_at(&matcher, it.address)?;
                let near = sense.as_ref().and_then(|(meant, sense): &(&Meant, Sense)| meant.nearness(sense, &key));
                Ok(Likely { likeness: compared.with(&it, near), score: it.score, key })
            })
            .collect()
    }

    fn address(&self, searcher: &Searcher, key: &str) -> Option<DocAddress> {
        let term = Term::from_field_text(self.fields.key, key);
        for (ord, segment) in (0..).zip(searcher.segment_readers()) {
            let index = segment.inverted_index(self.fields.key).ok()?;
            let found = index.read_postings(&term, tantivy::schema::IndexRecordOption::Basic).ok()?;
            let Some(mut postings) = found else { continue };
            let mut document = postings.doc();
            while document != tantivy::TERMINATED {
                if !segment.is_deleted(document) {
                    return Some(DocAddress::new(ord, document));
                }
                document = postings.advance();
            }
        }
        None
    }
}

/// Something said, read once to be compared with all that was found.
pub struct Compared<'a> {
    matcher: &'a Matcher,
    said: Said<'a>,
}

impl<'a> Compared<'a> {
    /// Reads what was said.
    pub fn new(matcher: &'a Matcher, said: &'a str, lang: Option<&str>) -> Self {
        Compared { matcher, said: Said::read(said, lang) }
    }

    /// How rare a stem is. A handful of claims says little of that, so what is usual in a language weighs in.
    fn rarity(&self, stem: &str) -> f32 {
        let checks = self.matcher.checks();
        (checks * self.matcher.rarity(stem) + USUAL * none_rarity(stem)) / (checks + USUAL)
    }

    /// How like it is to something found; `near` is what a model of meaning says of the two.
    pub fn with(&self, found: &Match, near: Option<f32>) -> Likeness {
        let checked = Checked { text: &found.text, title: found.title.as_deref() };
        let mut likeness = self.said.compare(checked, &|stem| self.rarity(stem));
        if let Some(near) = near.filter(|near| *near >= NEARLY) {
            likeness.reasons.push(Reason::Meaning(near));
            likeness.strength = likeness.strength.max(Strength::Related);
        }
        likeness
    }
}
