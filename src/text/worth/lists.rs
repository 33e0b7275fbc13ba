//! Word lists of our own, by language: `word`, `two_words`, `stem*`, `~ending`.

mod asian;
mod english;
mod germanic;
mod romance;
mod slavic;
mod southern;

use super::signals::Signal;

/// What one language's words signal.
pub(super) struct List {
    pub(super) tag: &'static str,
    pub(super) entries: &'static [(Signal, &'static str)],
    /// Particles written together with the word that follows.
    pub(super) clitics: &'static [&'static str],
}

pub(super) const ALL: &[List] = &[english::ENGLISH];
