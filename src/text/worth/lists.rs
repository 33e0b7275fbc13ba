//! Word lists of our own, by language: `word`, `two_words`, `stem*`, `~ending`; `=word` is not looked at for stems and endings.

mod agglutinative;
mod arabic;
mod asian;
mod english;
mod germanic;
mod romance;
mod slavic;

use super::signals::Signal;

/// What one language's words signal.
pub(super) struct List {
    pub(super) tag: &'static str,
    pub(super) entries: &'static [(Signal, &'static str)],
    /// Particles written together with the word that follows.
    pub(super) clitics: &'static [&'static str],
}

/// Every language that has lists.
pub(super) const ALL: &[List] = &[
    english::ENGLISH,
    romance::SPANISH,
    romance::FRENCH,
    romance::ITALIAN,
    romance::PORTUGUESE,
    germanic::GERMAN,
    germanic::DUTCH,
    germanic::SWEDISH,
    slavic::POLISH,
    slavic::CZECH,
    slavic::RUSSIAN,
    agglutinative::FINNISH,
    agglutinative::TURKISH,
    arabic::ARABIC,
    arabic::PERSIAN,
    arabic::URDU,
    asian::HINDI,
    asian::INDONESIAN,
    asian::CHINESE,
    asian::JAPANESE,
    asian::KOREAN,
];
