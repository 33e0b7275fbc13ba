//! What a full stop means after a word.

use super::words::{self, NONE, SHARED, TIMES, Words};
use std::collections::{HashMap, HashSet};
use std::hash::{BuildHasherDefault, Hasher};
use std::sync::LazyLock;

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

/// FNV-1a: the words are our own, nobody can choose them to collide.
#[derive(Clone, Copy)]
pub(super) struct Fnv(u64);

impl Default for Fnv {
    fn default() -> Self {
        Self(0xCBF2_9CE4_8422_2325)
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for &byte in bytes {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01B3);
        }
    }

    fn finish(&self) -> u64 {
        self.0 ^ (self.0 >> 32)
    }
}

type Fast = BuildHasherDefault<Fnv>;
type Set = HashSet<&'static str, Fast>;

/// One language's words, ready to be looked up.
pub(super) struct Lexicon {
    kinds: HashMap<&'static str, Kind, Fast>,
    starters: Set,
    fronts: Set,
    said: Set,
    pub language: &'static Words,
    pub vowelless_words: bool,
}

/// The lexicon of a BCP 47 tag; English for none, and what all share for one that has no table.
pub(super) fn lexicon(tag: Option<&str>) -> &'static Lexicon {
    let primary = tag.unwrap_or("en").split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    let found = LEXICONS.iter().find(|(tags, _)| tags.split(' ').any(|it| it == primary));
    found.map_or(&OTHER, |(_, lexicon)| lexicon)
}

static OTHER: LazyLock<Lexicon> = LazyLock::new(|| Lexicon::of(&words::OTHER));

#[rustfmt::skip]
static LEXICONS: [(&str, LazyLock<Lexicon>); 33] = [
    ("en", LazyLock::new(|| Lexicon::of(&words::ENGLISH))),
    ("de", LazyLock::new(|| Lexicon::of(&words::GERMAN))),
    ("fr", LazyLock::new(|| Lexicon::of(&words::FRENCH))),
    ("es ca gl", LazyLock::new(|| Lexicon::of(&words::SPANISH))),
    ("it", LazyLock::new(|| Lexicon::of(&words::ITALIAN))),
    ("pt", LazyLock::new(|| Lexicon::of(&words::PORTUGUESE))),
    ("ro", LazyLock::new(|| Lexicon::of(&words::ROMANIAN))),
    ("nl", LazyLock::new(|| Lexicon::of(&words::DUTCH))),
    ("da", LazyLock::new(|| Lexicon::of(&words::DANISH))),
    ("nb no nn", LazyLock::new(|| Lexicon::of(&words::NORWEGIAN))),
    ("sv", LazyLock::new(|| Lexicon::of(&words::SWEDISH))),
    ("fi et", LazyLock::new(|| Lexicon::of(&words::FINNISH))),
    ("hu", LazyLock::new(|| Lexicon::of(&words::HUNGARIAN))),
    ("pl", LazyLock::new(|| Lexicon::of(&words::POLISH))),
    ("cs", LazyLock::new(|| Lexicon::of(&words::CZECH))),
    ("sk", LazyLock::new(|| Lexicon::of(&words::SLOVAK))),
    ("hr bs sl sr", LazyLock::new(|| Lexicon::of(&words::CROATIAN))),
    ("ru be", LazyLock::new(|| Lexicon::of(&words::RUSSIAN))),
    ("uk", LazyLock::new(|| Lexicon::of(&words::UKRAINIAN))),
    ("bg mk", LazyLock::new(|| Lexicon::of(&words::BULGARIAN))),
    ("kk ky", LazyLock::new(|| Lexicon::of(&words::KAZAKH))),
    ("tr az", LazyLock::new(|| Lexicon::of(&words::TURKISH))),
    ("id ms", LazyLock::new(|| Lexicon::of(&words::INDONESIAN))),
    ("el", LazyLock::new(|| Lexicon::of(&words::GREEK))),
    ("hy", LazyLock::new(|| Lexicon::of(&words::ARMENIAN))),
    ("ar", LazyLock::new(|| Lexicon::of(&words::ARABIC))),
    ("fa", LazyLock::new(|| Lexicon::of(&words::PERSIAN))),
    ("ur", LazyLock::new(|| Lexicon::of(&words::URDU))),
    ("hi mr ne", LazyLock::new(|| Lexicon::of(&words::HINDI))),
    ("ml", LazyLock::new(|| Lexicon::of(&words::MALAYALAM))),
    ("am", LazyLock::new(|| Lexicon::of(&words::AMHARIC))),
    ("ko", LazyLock::new(|| Lexicon::of(&words::KOREAN))),
    ("th lo km my ja zh", LazyLock::new(|| Lexicon::of(&NONE))),
];

impl Lexicon {
    fn of(language: &'static Words) -> Self {
        let mut kinds = HashMap::default();
        for words in [language, &SHARED] {
            let lists = [
                (words.titles, Kind::Title),
                (words.numbers, Kind::Number),
                (words.suffixes, Kind::Suffix),
                (words.units, Kind::Unit),
            ];
            for (list, kind) in lists {
                list.split_whitespace().for_each(|word| {
                    kinds.entry(word).or_insert(kind);
                });
            }
        }
        TIMES.split_whitespace().for_each(|word| {
            kinds.entry(word).or_insert(Kind::Time);
        });
        let set = |lists: [&'static str; 2]| lists.iter().flat_map(|it| it.split_whitespace()).collect::<Set>();
        Self {
            kinds,
            starters: set([language.starters, words::ENGLISH.starters]),
            fronts: set([language.fronts, words::ENGLISH.fronts]),
            said: set([language.said, words::ENGLISH.said]),
            language,
            vowelless_words: language.ordinals,
        }
    }

    /// Whether a word often opens a sentence.
    pub(super) fn starts_with(&self, word: &str) -> bool {
        Small::of(word).is_some_and(|it| self.starters.contains(it.text()))
    }

    /// Whether a word puts a time before its sentence.
    pub(super) fn fronts_with(&self, word: &str) -> bool {
        Small::of(word).is_some_and(|it| self.fronts.contains(it.text()))
    }

    /// Whether a verb takes up a quotation.
    pub(super) fn is_said(&self, word: &str) -> bool {
        self.said.contains(word)
    }

    /// What the lists say of a word.
    pub(super) fn listed(&self, word: &str) -> Option<Kind> {
        let small = Small::of(word)?;
        let small = small.text();
        let bare = small.trim_start_matches(|c: char| c.is_ascii_digit());
        let last = || bare.rsplit(['-', '\'', '’']).next().filter(|it| it.len() < bare.len() && it.len() > 1);
        self.kinds.get(bare).or_else(|| self.kinds.get(last()?)).copied()
    }

    /// What a full stop after this word means.
    pub(super) fn kind(&self, word: &str) -> Kind {
        let ordinals = self.language.ordinals;
        if word.bytes().all(|it| it.is_ascii_digit()) {
            return if ordinals && word.len() <= 2 { Kind::Ordinal } else { Kind::Word };
        }
        let mut letters = word.chars();
        let first = letters.next().unwrap_or('\0');
        let single = letters.next().is_none();
        match self.listed(word) {
            Some(Kind::Title) => Kind::Title,
            _ if single && first.is_uppercase() => Kind::Initial,
            Some(Kind::Number) => Kind::Number,
            _ if ordinals && !single && word.bytes().all(|c| matches!(c, b'I' | b'V' | b'X')) => Kind::Ordinal,
            Some(kind) => kind,
            None if single && first.is_alphabetic() => Kind::Initial,
            None if self.language.tails.split_whitespace().any(|it| word.ends_with(it)) => Kind::Number,
            None if is_acronym(word) || (!self.vowelless_words && is_vowelless(word)) => Kind::Suffix,
            None => Kind::Word,
        }
    }
}

/// "U.S", "Ph.D": short parts, each but the last with its full stop.
fn is_acronym(word: &str) -> bool {
    let length = |part: &str| part.chars().take(4).count();
    let is_part = |part: &str| {
        let part = part.strip_prefix('-').unwrap_or(part);
        (1..=2).contains(&length(part)) && part.chars().all(char::is_alphabetic)
    };
    let last_is = |part: &str| is_part(part) || (length(part) == 3 && part.starts_with(char::is_uppercase));
    word.rsplit_once('.').is_some_and(|(front, last)| front.split('.').all(is_part) && last_is(last))
}

/// "пгт", "bldg": no word of the language, so an abbreviation.
fn is_vowelless(word: &str) -> bool {
    let short = (2..=5).contains(&word.chars().take(6).count());
    short
        && word.chars().all(|it| {
            matches!(it, 'a'..='z' | 'а'..='я')
                && !matches!(it, 'a' | 'e' | 'i' | 'o' | 'u' | 'y')
                && !matches!(it, 'а' | 'е' | 'и' | 'о' | 'у' | 'ы' | 'э' | 'ю' | 'я' | 'ъ')
        })
}

/// A word in small letters, without a trip to the heap; none if it is too long to be listed.
struct Small {
    bytes: [u8; 32],
    length: usize,
}

impl Small {
    fn of(word: &str) -> Option<Self> {
        let mut small = Self { bytes: [0; 32], length: 0 };
        if word.is_ascii() {
            let into = small.bytes.get_mut(..word.len())?;
            into.copy_from_slice(word.as_bytes());
            into.make_ascii_lowercase();
            small.length = word.len();
            return Some(small);
        }
        for c in word.chars().flat_map(char::to_lowercase) {
            let into = small.bytes.get_mut(small.length..small.length + c.len_utf8())?;
            small.length += c.encode_utf8(into).len();
        }
        Some(small)
    }

    fn text(&self) -> &str {
        self.bytes.get(..self.length).and_then(|it| std::str::from_utf8(it).ok()).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_words() {
        let cases = [
            ("en", "Mr", Kind::Title),
            ("en", "No", Kind::Number),
            ("en", "U.S.A", Kind::Suffix),
            ("en", "ft", Kind::Suffix),
            ("en", "etc", Kind::Unit),
            ("en", "6a.m", Kind::Time),
            ("en", "J", Kind::Initial),
            ("en", "12", Kind::Word),
            ("en", "msn.com", Kind::Word),
            ("en", "house", Kind::Word),
            ("de", "12", Kind::Ordinal),
            ("de", "XII", Kind::Ordinal),
            ("ru", "пгт", Kind::Title),
            ("ru", "стрл", Kind::Suffix),
            ("ru", "А", Kind::Initial),
            ("cs", "krk", Kind::Word),
            ("fr", "l'art", Kind::Number),
            ("xx", "etc", Kind::Unit),
        ];
        for (lang, word, kind) in cases {
            assert_eq!(lexicon(Some(lang)).kind(word), kind, "{lang} {word}");
        }
    }

    #[test]
    fn tags_have_lexicons() {
        for tag in "en ur ar fa hi es fr de it pt nl pl cs ru sv fi tr id zh ja ko".split(' ') {
            assert!(LEXICONS.iter().any(|(tags, _)| tags.split(' ').any(|it| it == tag)), "{tag}");
        }
        assert!(lexicon(Some("de-AT")).language.ordinals && lexicon(Some("EN_us")).starts_with("The"));
    }
}
