//! Our lists of words, ready for look-up.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use super::super::words::fold;
use super::read::Class;
use super::tables::alike::ALIKE;
use super::tables::meanings::{MEANINGS, TITLES};
use super::tables::numerals::{FRACTIONS, ORDINALS, SCALES, TIMES, VALUES};
use super::tables::opposites::OPPOSITES;
use super::tables::small::{COMMON, SMALL};

/// Words of the longest phrase.
pub(super) const LONGEST: usize = 4;
/// Letters of the longest stem of a word that has an opposite.
const STEM: usize = 14;

/// What the lists say of a word or phrase.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Entry {
    pub(super) meaning: Option<(Class, &'static str)>,
    pub(super) value: Option<f64>,
    pub(super) scale: Option<f64>,
    pub(super) fraction: Option<f64>,
    pub(super) ordinal: Option<f64>,
    pub(super) times: Option<&'static str>,
    pub(super) alike: Option<&'static str>,
}

/// What a small word of a language does.
#[derive(Debug, Clone, Copy)]
pub(super) enum Role {
    Empty,
    Lead(u16),
    Idle,
}

type Lang = Option<&'static str>;

/// All lists.
pub(super) struct Lexicon {
    entries: HashMap<String, Vec<(Lang, Entry)>>,
    openers: HashSet<String>,
    small: HashMap<&'static str, HashMap<String, Role>>,
    titles: HashSet<String>,
    common: HashSet<String>,
    sides: HashMap<String, Vec<(usize, bool)>>,
    stems: HashMap<String, Vec<(usize, bool)>>,
}

/// Read once.
pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(Lexicon::new);

impl Lexicon {
    fn new() -> Self {
        let mut all = Self {
            entries: HashMap::new(),
            openers: HashSet::new(),
            small: HashMap::new(),
            titles: TITLES.split_whitespace().map(fold).collect(),
            common: COMMON.split_whitespace().map(fold).collect(),
            sides: HashMap::new(),
            stems: HashMap::new(),
        };
        for (class, key, list) in MEANINGS {
            all.add(list, None, |it| it.meaning = it.meaning.or(Some((*class, key))));
        }
        VALUES.iter().for_each(|(worth, list)| all.add(list, None, |it| it.value = it.value.or(Some(*worth))));
        SCALES.iter().for_each(|(worth, list)| all.add(list, None, |it| it.scale = it.scale.or(Some(*worth))));
        FRACTIONS.iter().for_each(|(worth, list)| all.add(list, None, |it| it.fraction = it.fraction.or(Some(*worth))));
        ORDINALS.iter().for_each(|(worth, list)| all.add(list, None, |it| it.ordinal = it.ordinal.or(Some(*worth))));
        TIMES.iter().for_each(|(key, list)| all.add(list, None, |it| it.times = it.times.or(Some(key))));
        for (tag, groups) in ALIKE {
            for group in groups.split(',') {
                let key = group.split_whitespace().next().unwrap_or_default();
                all.add(group, Some(tag), |it| it.alike = it.alike.or(Some(key)));
            }
        }
        all.add_small();
        all.add_opposites();
        all
    }

    /// Adds each word of a list: `word`, `xx:word`, `two_words`.
    fn add(&mut self, list: &'static str, tag: Lang, put: impl Fn(&mut Entry)) {
        for word in list.split_whitespace() {
            let own = word.split_once(':').filter(|(tag, _)| tag.len() == 2);
            let (lang, word) = own.map_or((tag, word), |(tag, word)| (Some(tag), word));
            let phrase = phrase(word);
            if let Some((first, _)) = phrase.split_once(' ') {
                self.openers.insert(first.to_owned());
            }
            let all = self.entries.entry(phrase).or_default();
            match all.iter_mut().find(|it| it.0 == lang) {
                Some((_, entry)) => put(entry),
                None => {
                    let mut entry = Entry::default();
                    put(&mut entry);
                    all.push((lang, entry));
                }
            }
        }
    }

    fn add_small(&mut self) {
        for small in &SMALL {
            let words = self.small.entry(small.tag).or_default();
            for (bits, list) in small.leads {
                words.extend(list.split_whitespace().map(|it| (fold(it), Role::Lead(*bits))));
            }
            for (list, role) in [(small.empty, Role::Empty), (small.idle, Role::Idle)] {
                for word in list.split_whitespace() {
                    words.entry(fold(word)).or_insert(role);
                }
            }
        }
    }

    fn add_opposites(&mut self) {
        for (at, (one, other)) in OPPOSITES.iter().enumerate() {
            for (list, side) in [(one, false), (other, true)] {
                for word in list.split_whitespace() {
                    let (map, word) = match word.strip_suffix('*') {
                        Some(stem) => (&mut self.stems, stem),
                        None => (&mut self.sides, word),
                    };
                    map.entry(phrase(word)).or_default().push((at, side));
                }
            }
        }
    }

    /// What is known of a folded word or phrase in a language; what holds for any language counts where it says nothing.
    pub(super) fn entry(&self, phrase: &str, lang: Lang) -> Entry {
        let Some(all) = self.entries.get(phrase) else { return Entry::default() };
        let fits = |it: &&(Lang, Entry)| it.0.is_none() || it.0 == lang;
        all.iter().filter(fits).fold(Entry::default(), |sum, (tag, it)| {
            let (a, b) = if tag.is_some() { (*it, sum) } else { (sum, *it) };
            Entry {
                meaning: a.meaning.or(b.meaning),
                value: a.value.or(b.value),
                scale: a.scale.or(b.scale),
                fraction: a.fraction.or(b.fraction),
                ordinal: a.ordinal.or(b.ordinal),
                times: a.times.or(b.times),
                alike: a.alike.or(b.alike),
            }
        })
    }

    /// Whether a phrase of several words may begin with this one.
    pub(super) fn opens(&self, word: &str) -> bool {
        self.openers.contains(word)
    }

    /// What a word does as a small word of the language.
    pub(super) fn role(&self, word: &str, lang: Lang) -> Option<Role> {
        self.small.get(lang?)?.get(word).copied()
    }

    /// Whether a word is a title that may stand before a name.
    pub(super) fn is_title(&self, word: &str) -> bool {
        self.titles.contains(word)
    }

    /// Whether a word is so common in some language that sharing it means little.
    pub(super) fn is_common(&self, word: &str) -> bool {
        self.common.contains(word) || self.small.values().any(|it| it.contains_key(word))
    }

    /// The pairs of opposites that a word belongs to, with the side.
    pub(super) fn sides<'a>(&'a self, word: &'a str) -> impl Iterator<Item = (usize, bool)> + 'a {
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).take(STEM);
        let stems = ends.filter_map(|end| self.stems.get(word.get(..end)?));
        self.sides.get(word).into_iter().chain(stems).flatten().copied()
    }

    /// The language of small words that most of these words belong to.
    pub(super) fn guess<'a>(&self, words: impl Iterator<Item = &'a str> + Clone) -> Lang {
        let votes = |tag: &&'static str| {
            let small = self.small.get(*tag);
            words.clone().filter(|it| small.is_some_and(|small| small.contains_key(*it))).count()
        };
        let best = SMALL.iter().map(|it| it.tag).map(|tag| (votes(&tag), tag));
        best.filter(|it| it.0 > 0).max_by_key(|it| (it.0, it.1 == "en")).map(|it| it.1)
    }

    /// The code as the lists have it.
    pub(super) fn known(&self, tag: &str) -> Lang {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        SMALL.iter().map(|it| it.tag).find(|it| it.eq_ignore_ascii_case(primary))
    }
}

/// A phrase of the lists as the texts have it: folded, but for signs that folding leaves out.
fn phrase(written: &str) -> String {
    let folded: Vec<String> = written.split('_').map(fold).collect();
    if folded.iter().all(String::is_empty) || written.contains('°') {
        written.to_lowercase()
    } else {
        folded.join(" ")
    }
}
