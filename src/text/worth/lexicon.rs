//! Our own lists of words, by language: which signals a word or phrase gives.

use super::hash::Quick;
use super::lists::{self, List};
use super::words::{Make, Words, fold};
use std::collections::HashMap;
use std::sync::OnceLock;

const LONGEST_PHRASE: usize = 4;
const LONGEST_IDEOGRAPHS: usize = 6;

/// Signals as bits; the topmost says that phrases begin with the word.
type Mask = u64;
const OPENS_PHRASE: Mask = 1 << 63;
/// The word is itself only: no stem or ending of it tells anything.
const ALONE: Mask = 1 << 62;

/// What the lists of one language say, ready for look-up.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    whole: HashMap<Box<str>, Mask, Quick>,
    prefixes: Affixes,
    suffixes: Affixes,
    clitics: &'static [&'static str],
}

#[derive(Debug, Default)]
struct Affixes {
    masks: HashMap<Box<str>, Mask, Quick>,
    lengths: Mask,
}

impl Affixes {
    fn add(&mut self, affix: String, mask: Mask) {
        self.lengths |= 1 << affix.len().min(63);
        *self.masks.entry(affix.into()).or_default() |= mask;
    }

    fn masks<'a>(&self, word: &'a str, cut: impl Fn(&'a str, usize) -> Option<&'a str>) -> Mask {
        (1..word.len().min(63))
            .filter(|length| self.lengths >> length & 1 == 1)
            .filter_map(|length| self.masks.get(cut(word, length)?))
            .fold(0, |all, mask| all | mask)
    }
}

impl Lexicon {
    fn of(list: &List) -> Self {
        let mut lexicon = Self { clitics: list.clitics, ..Self::default() };
        for (signal, entries) in list.entries {
            let mask = 1 << *signal as u32;
            entries.split_whitespace().for_each(|entry| lexicon.add(entry, mask));
        }
        lexicon
    }

    /// `word`, `two_words`, `stem*`, `~ending`, and `=word`, which no stem or ending is looked for in.
    fn add(&mut self, entry: &str, mask: Mask) {
        let (entry, mask) = entry.strip_prefix('=').map_or((entry, mask), |entry| (entry, mask | ALONE));
        let folded = fold(&entry.replace('_', " "));
        if let Some(stem) = folded.strip_suffix('*') {
            self.prefixes.add(stem.to_owned(), mask);
        } else if let Some(ending) = folded.strip_prefix('~') {
            self.suffixes.add(ending.to_owned(), mask);
        } else {
            if let Some((opener, _)) = folded.split_once(' ') {
                *self.whole.entry(opener.into()).or_default() |= OPENS_PHRASE;
            }
            *self.whole.entry(folded.into()).or_default() |= mask;
        }
    }

    /// Calls back with the signals of each word, in order.
    pub(super) fn read(&self, words: &Words, mut found: impl FnMut(usize, Mask)) {
        let mut at = 0;
        while let Some(word) = words.get(at) {
            if word.make == Make::Ideograph {
                let (length, mask) = self.run(words, at);
                found(at, mask);
                at += length;
            } else {
                found(at, self.word(words.text(word), words, at));
                at += 1;
            }
        }
    }

    fn word(&self, text: &str, words: &Words, at: usize) -> Mask {
        let mut mask = self.whole.get(text).copied().unwrap_or_default();
        if mask & ALONE == 0 {
            mask |= self.affixed(text);
        }
        if mask & OPENS_PHRASE != 0 {
            mask &= !OPENS_PHRASE;
            for length in 2..=LONGEST_PHRASE {
                mask |= words.phrase(at, length).and_then(|it| self.whole.get(it)).copied().unwrap_or_default();
            }
        }
        mask & !(OPENS_PHRASE | ALONE)
    }

    fn affixed(&self, text: &str) -> Mask {
        let bare = self.clitics.iter().find_map(|it| text.strip_prefix(it).filter(|rest| rest.len() > 5));
        let stem = bare.unwrap_or(text);
        bare.and_then(|it| self.whole.get(it)).copied().unwrap_or_default()
            | self.prefixes.masks(stem, |word, length| word.get(..length))
            | self.suffixes.masks(text, |word, length| word.get(word.len().checked_sub(length)?..))
    }

    /// The longest listed run of ideographs that begins here.
    fn run(&self, words: &Words, at: usize) -> (usize, Mask) {
        (1..=LONGEST_IDEOGRAPHS)
            .rev()
            .find_map(|length| Some((length, *self.whole.get(words.phrase(at, length)?)? & !(OPENS_PHRASE | ALONE))))
            .unwrap_or((1, 0))
    }
}

/// The lists of a language, by its BCP 47 tag; English without one, none for a language we have no lists of.
pub(super) fn lexicon(tag: Option<&str>) -> Option<&'static Lexicon> {
    static READY: [OnceLock<Lexicon>; lists::ALL.len()] = [const { OnceLock::new() }; lists::ALL.len()];
    let primary = tag.unwrap_or("en").split(['-', '_']).next().unwrap_or_default();
    let at = lists::ALL.iter().position(|list| list.tag.eq_ignore_ascii_case(primary))?;
    let list = lists::ALL.get(at)?;
    Some(READY.get(at)?.get_or_init(|| Lexicon::of(list)))
}
