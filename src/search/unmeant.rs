//! What stands in for a model of meaning in a build that has none.

use std::path::Path;

use crate::error::{Error, Result};

/// No model.
pub enum Meant {}

/// No sense.
pub struct Sense {
    /// Nothing.
    pub near: Vec<(String, f32)>,
}

impl Meant {
    /// Says what is missing.
    pub fn open(_: &Path, _: &Path) -> Result<Self> {
        Err(Error::startup("this build has no models of meaning: build it with --features meaning"))
    }

    /// Never called: there is no value of this type.
    pub fn keep(&self, _: &[(String, String)], _: usize) -> Result<usize> {
        match *self {}
    }

    /// Never called.
    pub fn forget(&self, _: &str) -> Result<()> {
        match *self {}
    }

    /// Never called.
    pub fn len(&self) -> usize {
        match *self {}
    }

    /// Never called.
    pub fn is_empty(&self) -> bool {
        match *self {}
    }

    /// Never called.
    pub fn sense(&self, _: &str) -> Result<Sense> {
        match *self {}
    }

    /// Never called.
    pub fn nearness(&self, _: &Sense, _: &str) -> Option<f32> {
        match *self {}
    }
}
