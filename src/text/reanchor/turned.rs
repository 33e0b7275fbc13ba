//! Words that turned a statement round: "rose" became "fell", "all" became "some", an "if" came before it.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::senses::{ALARMS, SIDES, TURNS};
use super::tokens::{Kind, plain};
use super::warn::Word;
use super::{Warning, What};

/// Senses of a passage that are compared.
const LOOKED_AT: usize = 60;
/// Code points of the longest stem, and signs of the longest word.
const STEM: usize = 12;
const SIGNS: usize = 4;

/// The senses of each word and stem.
#[derive(Default)]
struct Senses {
    whole: HashMap<String, Vec<&'static str>>,
    stems: HashMap<String, Vec<&'static str>>,
}

static SENSES: LazyLock<Senses> = LazyLock::new(|| {
    let mut senses = Senses::default();
    for (key, list) in SIDES {
        for word in list.split_whitespace() {
            let (map, word) = match word.strip_suffix('*') {
                Some(stem) => (&mut senses.stems, stem),
                None => (&mut senses.whole, word),
            };
            map.entry(plain(word).to_lowercase()).or_default().push(key);
        }
    }
    senses
});

impl Senses {
    fn of(&self, word: &str) -> Option<&[&'static str]> {
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8()).take(STEM);
        let stem = || ends.filter_map(|end| self.stems.get(word.get(..end)?)).last();
        self.whole.get(word).or_else(stem).map(Vec::as_slice)
    }

    /// Arabic and Persian words also with "and", "by" or the article before.
    fn with_prefix(&self, word: &str) -> Option<&[&'static str]> {
        let rest = || ["وال", "و", "ال", "ب", "ف", "ل", "س"].iter().filter_map(|it| word.strip_prefix(it));
        self.of(word).or_else(|| rest().filter(|it| it.len() > 3).find_map(|it| self.of(it)))
    }
}

/// A word that says of the direction, the amount or the certainty of a statement.
pub(super) struct Sense {
    keys: &'static [&'static str],
    /// Its first token.
    pub(super) at: usize,
    words: String,
}

impl Sense {
    /// Whether it turns a statement round by coming or going.
    pub(super) fn alarms(&self) -> bool {
        self.keys.iter().any(|it| ALARMS.contains(it))
    }

    fn is_opposite(&self, other: &Self) -> bool {
        let turn = |a: &str, b: &str| TURNS.iter().any(|it| *it == (a, b) || *it == (b, a));
        !self.keys.iter().any(|it| other.keys.contains(it))
            && self.keys.iter().any(|a| other.keys.iter().any(|b| turn(a, b)))
    }
}

/// What the words of a passage say in this respect, in order.
pub(super) fn senses(words: &[Word<'_>]) -> Vec<Sense> {
    let (mut found, mut at) = (Vec::new(), 0);
    while let Some(word) = words.get(at).filter(|_| found.len() < LOOKED_AT) {
        let mut length = 1;
        let keys = match word.kind {
            Kind::Word if word.small == "may" && word.plain != "may" => None,
            Kind::Word => SENSES.with_prefix(&word.small),
            Kind::Sign => (1..=SIGNS).rev().find_map(|count| {
                let signs = words.get(at..at + count)?;
                let joined: String = signs.iter().map(|it| it.small.as_str()).collect();
                length = count;
                SENSES.whole.get(&joined).map(Vec::as_slice)
            }),
            _ => None,
        };
        if let Some(keys) = keys {
            let written = words.get(at..at + length).unwrap_or_default().iter().map(|it| it.text).collect();
            found.push(Sense { keys, at: word.at, words: written });
            at += length;
        } else {
            at += 1;
        }
    }
    found
}

/// Every sense that gave way to its opposite, and every condition, guess or denial that came or went.
pub(super) fn turned(
    old: &[Word<'_>],
    new: &[Word<'_>],
    hunks: &[(Vec<Word<'_>>, Vec<Word<'_>>)],
    found: &mut Vec<Warning>,
) {
    let before = found.len();
    for (gone, come) in hunks.iter().take(LOOKED_AT) {
        opposites(&senses(gone), &senses(come), found);
    }
    let (mut a, mut b) = (senses(old), senses(new));
    strangers(&mut a, &mut b);
    if found.len() == before {
        opposites(&a, &b, found);
    }
    alarms(&a, &b, found);
}

/// Whether a word is no name, though it begins a sentence in capitals.
pub(super) fn is_known(word: &str) -> bool {
    SENSES.whole.contains_key(word)
}

/// Whether some sense gave way to its opposite.
pub(super) fn is_turned(gone: &[Word<'_>], come: &[Word<'_>]) -> bool {
    let come = senses(come);
    senses(gone).iter().any(|a| come.iter().any(|b| a.is_opposite(b)))
}

/// Leaves only what the other side does not say as well.
fn strangers(a: &mut Vec<Sense>, b: &mut Vec<Sense>) {
    let count = |all: &[Sense]| {
        let mut counts: HashMap<&'static str, usize> = HashMap::new();
        all.iter().flat_map(|it| it.keys).for_each(|it| *counts.entry(it).or_default() += 1);
        counts
    };
    let (mine, theirs) = (count(a), count(b));
    let more = |it: &Sense, x: &HashMap<&'static str, usize>, y: &HashMap<&'static str, usize>| {
        it.keys.iter().all(|key| x.get(key) > y.get(key))
    };
    a.retain(|it| more(it, &mine, &theirs));
    b.retain(|it| more(it, &theirs, &mine));
}

fn opposites(gone: &[Sense], come: &[Sense], found: &mut Vec<Warning>) {
    for a in gone {
        for b in come.iter().filter(|it| a.is_opposite(it)) {
            let warning = Warning { what: What::Negation, old: a.words.clone(), new: b.words.clone() };
            if !found.contains(&warning) {
                found.push(warning);
            }
        }
    }
}

/// Conditions, guesses and denials that only one side has.
pub(super) fn alarms(gone: &[Sense], come: &[Sense], found: &mut Vec<Warning>) {
    let told = |it: &Sense, found: &[Warning]| found.iter().any(|told| told.old == it.words || told.new == it.words);
    let (gone, come) = (gone.iter().filter(|it| it.alarms()), come.iter().filter(|it| it.alarms()));
    for it in gone {
        if !told(it, found) {
            found.push(Warning { what: What::Negation, old: it.words.clone(), new: String::new() });
        }
    }
    for it in come {
        if !told(it, found) {
            found.push(Warning { what: What::Negation, old: String::new(), new: it.words.clone() });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Reanchorer, What};

    #[test]
    fn a_word_that_became_its_opposite_is_told() {
        for (old, new) in [
            ("Prices fell in Ghent.", "Prices rose in Ghent."),
            ("All members agreed.", "Some members agreed."),
            ("He will resign soon.", "He may resign soon."),
            ("He won the seat.", "He lost the seat."),
            ("Costs rose by 6 and pay fell.", "Costs fell by 6 and pay rose."),
            ("Le prix a augmenté hier.", "Le prix a baissé hier."),
            ("ارتفع عدد السكان هنا.", "انخفض عدد السكان هنا."),
            ("彼は計画に反対した。", "彼は計画に賛成した。"),
            ("인구가 증가했다.", "인구가 감소했다."),
        ] {
            let (before, after) = (format!("{old} So."), format!("{new} So."));
            let outcome = Reanchorer::new(&before, &after).span(0, old.chars().count()).unwrap();
            assert!(outcome.warnings.iter().all(|it| it.what == What::Negation), "{old}");
            assert!(!outcome.warnings.is_empty(), "{old}");
        }
    }

    #[test]
    fn the_same_direction_in_another_word_is_not() {
        for (old, new) in
            [("Prices fell here.", "Prices dropped here."), ("It rose, then fell.", "It grew, then fell.")]
        {
            let outcome = Reanchorer::new(old, new).span(0, old.chars().count()).unwrap();
            assert!(outcome.warnings.is_empty(), "{old}");
        }
    }
}
