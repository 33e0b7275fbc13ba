//! What a full stop means after a word, and which marks do what, in any script.

use super::languages::{ENGLISH, NUMBERS, SUFFIXES, TIMES, TITLES, UNITS};

/// How an abbreviation behaves before a capital or a digit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// "Mr.": never ends a sentence.
    Title,
    /// "No.": does not before a digit.
    Number,
    /// "Co.", "U.S.": ends one only before a word that opens sentences.
    Suffix,
    /// "ft.", "etc.": ends one before any capital.
    Unit,
    /// "a.m.", "B.C.": ends one unless the time opens the sentence.
    Time,
    /// "3." where ordinals are written so.
    Ordinal,
    /// "J."
    Initial,
    Word,
}

/// What one language adds to what all share; words in small letters, without the last full stop.
pub(super) struct Language {
    pub titles: &'static [&'static str],
    pub numbers: &'static [&'static str],
    pub suffixes: &'static [&'static str],
    pub units: &'static [&'static str],
    pub starters: &'static [&'static str],
    pub fronts: &'static [&'static str],
    pub said: &'static [&'static str],
    /// Marks that end a sentence before white space, in this language only.
    pub terminators: &'static [char],
    pub ordinals: bool,
}

impl Language {
    /// What a full stop after this word means.
    pub(super) fn kind(&self, word: &str) -> Kind {
        let small = word.to_lowercase();
        let bare = small.trim_start_matches(|c: char| c.is_ascii_digit());
        let mut letters = word.chars();
        if self.ordinals && bare.is_empty() && small.len() <= 2 {
            return Kind::Ordinal;
        }
        let listed = |words: [&[&str]; 2]| words.iter().any(|words| words.contains(&bare));
        match (letters.next(), letters.next()) {
            _ if listed([self.titles, TITLES]) => Kind::Title,
            _ if listed([self.numbers, NUMBERS]) => Kind::Number,
            (Some(letter), None) if letter.is_uppercase() => Kind::Initial,
            _ if self.ordinals && word.len() > 1 && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X')) => Kind::Ordinal,
            _ if listed([self.suffixes, SUFFIXES]) => Kind::Suffix,
            _ if listed([self.units, UNITS]) => Kind::Unit,
            _ if TIMES.contains(&bare) => Kind::Time,
            (Some(letter), None) if letter.is_lowercase() => Kind::Initial,
            _ if is_acronym(bare) => Kind::Suffix,
            _ => Kind::Word,
        }
    }

    /// Whether a word, in small letters, often opens a sentence.
    pub(super) fn starts_with(&self, word: &str) -> bool {
        self.starters.contains(&word) || ENGLISH.starters.contains(&word)
    }
}

/// "u.s", "ph.d": short parts, each but the last with its full stop.
fn is_acronym(word: &str) -> bool {
    word.contains('.')
        && word.split('.').all(|part| (1..=3).contains(&part.chars().count()) && part.chars().all(char::is_alphabetic))
}

pub(super) fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '‽' | '⁇' | '⁈' | '⁉') || is_wide(c)
}

/// Terminators that need no white space after them.
#[rustfmt::skip]
pub(super) fn is_wide(c: char) -> bool {
    matches!(
        c,
        '。' | '．' | '！' | '？' | '｡' | '﹒' | '﹖' | '﹗' | '։' | '؟' | '۔' | '܀'..='܂' | '߹' | '।' | '॥' | '။' | '።' | '፧' | '፨'
            | '᙮' | '។' | '៕' | '᠃' | '᠉' | '᱾' | '᱿' | '꓿' | '꘎' | '꘏' | '꡶' | '꡷' | '꣎' | '꣏' | '꩝'..='꩟' | '꯫'
    )
}

/// Marks that belong to the character before them.
pub(super) fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}' | '\u{200D}' | '\u{3099}' | '\u{309A}')
}

pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '"'
            | '\''
            | '”'
            | '’'
            | '»'
            | '›'
            | '）'
            | '」'
            | '』'
            | '》'
            | '】'
            | '〉'
            | '“'
            | '‘'
            | '«'
    )
}

pub(super) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '(' | '['
            | '{'
            | '"'
            | '\''
            | '`'
            | '“'
            | '‘'
            | '„'
            | '‚'
            | '«'
            | '»'
            | '‹'
            | '（'
            | '「'
            | '『'
            | '《'
            | '【'
            | '〈'
            | '¿'
            | '¡'
            | '”'
    )
}

/// What may stand before a sentence's first word.
pub(super) fn is_lead(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

/// What shows that the sentence goes on.
pub(super) fn continues(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '،' | '؛' | '、' | '，' | '；' | '：' | ')' | ']' | '}' | '/' | '&' | '%')
}

/// Japanese: what follows a quotation and takes it up.
pub(super) fn is_particle(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '⁃' | '◦' | '▪' | '●' | '○' | '■' | '·')
}
