//! What each language brings, in small letters and without the last full stop.

mod english;
mod germanic;
mod others;
mod romance;
mod slavic;

pub(super) use english::ENGLISH;
pub(super) use germanic::{DANISH, DUTCH, GERMAN, NORWEGIAN, SWEDISH};
pub(super) use others::{
    AMHARIC, ARABIC, ARMENIAN, FINNISH, GREEK, HINDI, HUNGARIAN, INDONESIAN, KAZAKH, KOREAN, MALAYALAM, OTHER, PERSIAN,
    TURKISH, URDU,
};
pub(super) use romance::{FRENCH, ITALIAN, PORTUGUESE, ROMANIAN, SPANISH};
pub(super) use slavic::{BULGARIAN, CROATIAN, CZECH, POLISH, RUSSIAN, SLOVAK, UKRAINIAN};

/// What one language adds to what all share; lists are words between spaces.
pub(super) struct Words {
    /// "Mr.": never ends a sentence.
    pub titles: &'static str,
    /// "No.": does not before a digit.
    pub numbers: &'static str,
    /// "Co.", "U.S.": ends one only before a word that opens sentences.
    pub suffixes: &'static str,
    /// "ft.", "etc.": ends one before any capital.
    pub units: &'static str,
    /// Endings of words that behave as numbers do: "Hauptstr. 5".
    pub tails: &'static str,
    /// Words that often open a sentence.
    pub starters: &'static str,
    /// Words that put a time before its sentence: "At 5 p.m. Mr. Smith …".
    pub fronts: &'static str,
    /// Verbs that take up a quotation: `"Why?" she asked.`
    pub said: &'static str,
    /// Marks that end a sentence before white space, in this language only.
    pub terminators: &'static [char],
    /// "3." is "third".
    pub ordinals: bool,
    /// A full stop after any word ends the sentence, whatever letter comes next.
    pub trusting: bool,
    /// A short quotation is not divided, whatever it holds.
    pub whole_quotations: bool,
}

pub(super) const NONE: Words = Words {
    titles: "",
    numbers: "",
    suffixes: "",
    units: "",
    tails: "",
    starters: "",
    fronts: "",
    said: "",
    terminators: &[],
    ordinals: false,
    trusting: false,
    whole_quotations: false,
};

/// Abbreviations that turn up in texts of every language.
pub(super) static SHARED: Words = Words {
    titles: "mr mrs ms messrs mme mlle dr drs prof lt capt cllr cmdr sgt maj mt vs cf e.g i.e ca p.s p.p.s n.b",
    numbers: "no nos nr n° nº p pp pg fig figs vol vols art sec ch chap par rs op eq tab ed",
    suffixes: "st inc ltd co corp llc plc pty pvt jr sr bros esq al ph.d gmbh jan feb apr aug sept oct okt nov dec dez",
    units: "etc oz lb lbs mi sq yd km cm mm kg min hr hrs",
    ..NONE
};

/// Times and eras.
pub(super) const TIMES: &str = "a.m p.m am pm b.c a.d c.e b.c.e bc ad";
