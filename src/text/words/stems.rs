//! Endings that do not change what a word is about.

use std::borrow::Cow;

use frostem::{Algorithm, Stemmer};

use super::fold;

/// Languages whose endings we know how to leave out, by their code.
const KNOWN: [(&str, Algorithm); 22] = [
    ("ar", Algorithm::Arabic),
    ("cs", Algorithm::Czech),
    ("da", Algorithm::Danish),
    ("de", Algorithm::German),
    ("el", Algorithm::Greek),
    ("en", Algorithm::English),
    ("es", Algorithm::Spanish),
    ("fa", Algorithm::Persian),
    ("fi", Algorithm::Finnish),
    ("fr", Algorithm::French),
    ("hi", Algorithm::Hindi),
    ("hu", Algorithm::Hungarian),
    ("id", Algorithm::Indonesian),
    ("it", Algorithm::Italian),
    ("nl", Algorithm::Dutch),
    ("no", Algorithm::Norwegian),
    ("pl", Algorithm::Polish),
    ("pt", Algorithm::Portuguese),
    ("ro", Algorithm::Romanian),
    ("ru", Algorithm::Russian),
    ("sv", Algorithm::Swedish),
    ("tr", Algorithm::Turkish),
];

/// A language's way of leaving out endings.
pub struct Stems(Option<Stemmer>);

impl Stems {
    /// For a language tag (`pt`, `pt-BR`); one that is not known leaves words as they are.
    pub fn of(lang: &str) -> Self {
        let lang = lang.split('-').next().unwrap_or_default().to_lowercase();
        Stems(KNOWN.iter().find(|(code, _)| *code == lang).map(|(_, algorithm)| Stemmer::new(*algorithm)))
    }

    /// The stem of a folded word. Numbers stay what they are.
    pub fn stem<'a>(&self, folded: &'a str) -> Cow<'a, str> {
        match &self.0 {
            Some(stemmer) if folded.chars().all(char::is_alphabetic) || !folded.is_ascii() => {
                let stem = stemmer.stem(folded);
                if stem.is_ascii() { stem } else { Cow::Owned(fold(&stem)) }
            }
            _ => Cow::Borrowed(folded),
        }
    }
}

/// One word's stem, where a whole text would be too much.
pub fn stem(folded: &str, lang: &str) -> String {
    Stems::of(lang).stem(folded).into_owned()
}
