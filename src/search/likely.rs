//! From candidates to matches: what the index finds similar is compared word by word.

use super::entry::Viewer;
use super::index::Index;
use crate::error::Result;
use crate::text::likeness::{Checked, Likeness, compare};

/// A claim or check that is like something said.
#[derive(Debug, Clone)]
pub struct Likely {
    /// The entry's key.
    pub key: String,
    /// Higher is better; comparable between answers.
    pub score: f32,
    pub likeness: Likeness,
}

impl Index {
    /// The entries most like what somebody says, best first, of those that the viewer may know of.
    pub fn likely(&self, said: &str, lang: Option<&str>, viewer: &Viewer, top: usize) -> Result<Vec<Likely>> {
        let matcher = self.matcher();
        let sight = viewer.clause(&self.fields).map(|(_, query)| query);
        let rarity = |stem: &str| matcher.rarity(stem);
        matcher
            .best(said, lang, sight, top)?
            .into_iter()
            .map(|found| {
                let checked = Checked { text: &found.text, title: found.title.as_deref() };
                let likeness = compare(said, checked, lang, &rarity);
                Ok(Likely { key: self.key_at(&matcher, found.address)?, score: found.score, likeness })
            })
            .collect()
    }
}
