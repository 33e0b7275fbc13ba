//! A model of meaning beside an index: the vectors of everything that can be matched, and what is near to something said.

use std::path::Path;

use super::matching::read_post;
use super::meaning::{Encoder, MeaningError, Vectors};
use crate::error::{Error, Result};

/// How many are looked at because of their meaning alone.
const NEAR: usize = 100;
/// Texts longer than this are known by their beginning, in code points: a model reads no further.
const READ: usize = 2_000;

impl From<MeaningError> for Error {
    fn from(error: MeaningError) -> Self {
        Error::internal(error)
    }
}

/// An open model with its vectors.
pub struct Meant {
    encoder: Encoder,
    vectors: Vectors,
}

/// Something said, as the model understands it.
pub struct Sense {
    vector: Vec<f32>,
    /// Keys of what is nearest, and how near.
    pub near: Vec<(String, f32)>,
}

impl Meant {
    /// Opens the model of a folder, with its vectors in another; a folder that is no model is said in one line.
    pub fn open(model: &Path, folder: &Path) -> Result<Self> {
        let told = |error: MeaningError| Error::startup(format!("{}: {error}", model.display()));
        let encoder = Encoder::open(model).map_err(told)?;
        let name: String = encoder.fingerprint().chars().take(16).collect();
        let vectors = Vectors::open(&folder.join(format!("vectors-{name}")), encoder.dimensions()).map_err(told)?;
        Ok(Meant { encoder, vectors })
    }

    /// Learns what some texts mean, each a key and a text; those that are known already cost nothing. How many were new.
    pub fn keep(&self, texts: &[(String, String)], threads: usize) -> Result<usize> {
        let beginning = |text: &str| text.chars().take(READ).collect::<String>();
        let new: Vec<(&String, u64, String)> = texts
            .iter()
            .map(|(key, text)| (key, hash_of(text), text))
            .filter(|(key, hash, _)| !self.vectors.has(key, *hash))
            .map(|(key, hash, text)| (key, hash, beginning(text)))
            .collect();
        let read: Vec<&str> = new.iter().map(|(_, _, text)| text.as_str()).collect();
        let vectors = self.encoder.encode_on(threads, &read)?;
        for ((key, hash, _), vector) in new.iter().zip(&vectors) {
            self.vectors.put(key, *hash, vector)?;
        }
        if !new.is_empty() {
            self.vectors.flush()?;
        }
        Ok(new.len())
    }

    /// Forgets what a key means.
    pub fn forget(&self, key: &str) -> Result<()> {
        Ok(self.vectors.remove(key)?)
    }

    /// How many keys have a meaning.
    pub fn len(&self) -> usize {
        self.vectors.len()
    }

    /// Whether none has.
    pub fn is_empty(&self) -> bool {
        self.vectors.is_empty()
    }

    /// What something said means, and what is nearest to it.
    pub fn sense(&self, said: &str) -> Result<Sense> {
        let post = read_post(&said.chars().take(READ).collect::<String>());
        let read = format!("{} {}", post.body, post.aside);
        let vector = self.encoder.encode(&[read.as_str()])?.pop().unwrap_or_default();
        let near = self.vectors.nearest(&vector, NEAR, &|_| true);
        Ok(Sense { vector, near })
    }

    /// How near a key is to something said, from -1 to 1; nothing if it has no meaning yet.
    pub fn nearness(&self, sense: &Sense, key: &str) -> Option<f32> {
        self.vectors.similarity(&sense.vector, key)
    }
}

fn hash_of(text: &str) -> u64 {
    let hash = crate::db::sha256(text.as_bytes());
    u64::from_str_radix(hash.get(..16).unwrap_or_default(), 16).unwrap_or_default()
}
