//! What a person has to be told about a changed passage: numbers, negations, names, units, dates.

use std::ops::Range;

use super::numbers::{add, compound, days, han, number, value_of};
use super::opposites::{opposed, renamed};
use super::sequences::common;
use super::tokens::{Kind, Side, is_sign, plain};
use super::turned::{is_known, is_turned, turned};
use super::words::{INSIDE, NO_NAMES, PAIRS, WORDS};
use super::{Warning, What};

/// Tokens of a passage that are looked at.
const LOOKED_AT: usize = 4000;
/// Items of one kind that are compared in order; beyond, those at the ends are.
const COMPARED: usize = 400;

/// A number, a name or the like in a passage: what it means, and how it is written.
#[derive(Debug, Clone)]
pub(super) struct Item {
    pub(super) what: What,
    pub(super) key: String,
    pub(super) words: String,
    pub(super) start: usize,
    pub(super) end: usize,
}

/// A token of a passage.
pub(super) struct Word<'a> {
    pub(super) at: usize,
    pub(super) text: &'a str,
    pub(super) plain: String,
    pub(super) small: String,
    pub(super) kind: Kind,
}

/// Every number, negation, name, unit and date that differs between a passage and what became of it. `hunks` are the
/// stretches in which the two differ.
pub(super) fn warnings(
    (old, from): (&Side<'_>, Range<usize>),
    (new, to): (&Side<'_>, Range<usize>),
    hunks: &[(Range<usize>, Range<usize>)],
) -> Vec<Warning> {
    let (before, after) = (words(old, from.clone()), words(new, to.clone()));
    let (a, b) = (items(old, &before), items(new, &after));
    let mut found = Vec::new();
    for what in [What::Numeral, What::Negation, What::Unit, What::Date] {
        differing(&of_kind(&a, what), &of_kind(&b, what), what, &mut found);
    }
    let names = |mine: &[Item], theirs: &[Word<'_>]| -> Vec<Item> {
        let small = |key: &&str| theirs.iter().any(|it| it.small == *key && it.plain == it.small);
        let common = |it: &Item| it.key.split(' ').filter(small).count() * 2 >= it.key.split(' ').count();
        of_kind(mine, What::Name).into_iter().filter(|it| !common(it)).collect()
    };
    let (mine, theirs) = (names(&a, &after), names(&b, &before));
    if !swapped(&mine, &theirs, &mut found) {
        differing(&mine, &theirs, What::Name, &mut found);
    }
    lowered(&before, &after, &mut found);
    let hunks: Vec<_> = hunks.iter().map(|(gone, come)| (words(old, gone.clone()), words(new, come.clone()))).collect();
    for (gone, come) in &hunks {
        if !opposed(gone, come, &mut found) && !is_turned(gone, come) {
            renamed(old, new, gone, come, &mut found);
        }
    }
    turned(&before, &after, &hunks, &mut found);
    found
}

/// The same names in another order: who did it to whom.
fn swapped(old: &[Item], new: &[Item], found: &mut Vec<Warning>) -> bool {
    let keys = |items: &[Item]| -> Vec<String> { items.iter().map(|it| it.key.clone()).collect() };
    let (a, b) = (keys(old), keys(new));
    let sorted = |keys: &[String]| {
        let mut keys = keys.to_vec();
        keys.sort_unstable();
        keys
    };
    if a == b || sorted(&a) != sorted(&b) {
        return false;
    }
    let written = |items: &[Item]| items.iter().map(|it| it.words.as_str()).collect::<Vec<_>>().join(" … ");
    found.push(Warning { what: What::Name, old: written(old), new: written(new) });
    true
}

/// A short name in capitals that became a word, or the other way round: "US" and "us".
fn lowered(old: &[Word<'_>], new: &[Word<'_>], found: &mut Vec<Warning>) {
    let loud = |words: &[Word<'_>]| !words.iter().any(|it| it.plain.chars().any(char::is_lowercase));
    if loud(old) || loud(new) || old.len() != new.len() {
        return;
    }
    let short = |it: &Word<'_>| (2..=5).contains(&it.plain.chars().count());
    let capitals = |it: &Word<'_>| it.plain.chars().all(char::is_uppercase);
    for (a, b) in old.iter().zip(new).filter(|(a, b)| a.kind == Kind::Word && a.small == b.small && short(a)) {
        if capitals(a) && b.plain == b.small || capitals(b) && a.plain == a.small {
            found.push(Warning { what: What::Name, old: a.text.to_owned(), new: b.text.to_owned() });
        }
    }
}

pub(super) fn words<'a>(side: &Side<'a>, tokens: Range<usize>) -> Vec<Word<'a>> {
    tokens
        .take(LOOKED_AT)
        .filter_map(|at| {
            let text = side.token_text(at);
            let plain = plain(text).into_owned();
            Some(Word { at, text, small: plain.to_lowercase(), plain, kind: side.tokens.get(at)?.kind })
        })
        .collect()
}

pub(super) fn of_kind(items: &[Item], what: What) -> Vec<Item> {
    items.iter().filter(|it| it.what == what).take(COMPARED).cloned().collect()
}

/// What one list of items has and the other lacks, in order; what went and what came in its place is one warning.
pub(super) fn differing(old: &[Item], new: &[Item], what: What, found: &mut Vec<Warning>) {
    let number = |item: &Item| old.iter().chain(new).position(|it| it.key == item.key).unwrap_or_default() as u32;
    let (a, b): (Vec<u32>, Vec<u32>) = (old.iter().map(number).collect(), new.iter().map(number).collect());
    for (gone, come) in hunks(&common(&a, &b, |_| 1), old.len(), new.len()) {
        let written = |items: &[Item], range: Range<usize>| -> Vec<String> {
            items.get(range).unwrap_or_default().iter().map(|it| it.words.clone()).collect()
        };
        let (gone, come) = (written(old, gone), written(new, come));
        if what == What::Negation {
            found.push(Warning { what, old: gone.join(" … "), new: come.join(" … ") });
            continue;
        }
        for at in 0..gone.len().max(come.len()) {
            let side = |words: &[String]| words.get(at).cloned().unwrap_or_default();
            found.push(Warning { what, old: side(&gone), new: side(&come) });
        }
    }
}

/// The stretches between what two sequences have in common.
pub(super) fn hunks(common: &[(usize, usize)], old: usize, new: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let (mut from, mut found) = ((0, 0), Vec::new());
    for (i, j) in common.iter().copied().chain([(old, new)]) {
        if from != (i, j) {
            found.push((from.0..i, from.1..j));
        }
        from = (i + 1, j + 1);
    }
    found
}

/// The items of a passage, in order; numbers written in several words are one.
pub(super) fn items(side: &Side<'_>, words: &[Word<'_>]) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let after_number = found.last().is_some_and(|it| it.end == at && matches!(it.what, What::Numeral | What::Date));
        let item = pair(words, at)
            .or_else(|| number(side, words, at))
            .or_else(|| signs(side, words, at))
            .or_else(|| meant(words, at, after_number))
            .or_else(|| name(side, words, at));
        at = item.as_ref().map_or(at + 1, |it| it.end.max(at + 1));
        item.into_iter().for_each(|it| add(&mut found, it));
    }
    days(found)
}

pub(super) fn item(words: &[Word<'_>], range: Range<usize>, what: What, key: impl Into<String>) -> Item {
    let written: Vec<&str> = words.get(range.clone()).unwrap_or_default().iter().map(|it| it.text).collect();
    let together = written.iter().all(|it| it.chars().all(is_sign));
    Item {
        what,
        key: key.into(),
        words: written.join(if together { "" } else { " " }),
        start: range.start,
        end: range.end,
    }
}

fn pair(words: &[Word<'_>], at: usize) -> Option<Item> {
    let (first, second) = (words.get(at)?, words.get(at + 1)?);
    let (.., (what, key)) = PAIRS.iter().find(|it| it.0 == first.small && it.1 == second.small)?;
    Some(item(words, at..at + 2, *what, *key))
}

/// Numbers and negations in scripts that do not put spaces between words.
fn signs(side: &Side<'_>, words: &[Word<'_>], at: usize) -> Option<Item> {
    let word = words.get(at)?;
    let rest = side.tokens.get(word.at).and_then(|it| side.text.get(it.start..))?;
    if word.kind == Kind::Word {
        INSIDE.iter().find(|it| word.small.contains(**it))?;
        return Some(item(words, at..at + 1, What::Negation, "not"));
    }
    if word.kind != Kind::Sign {
        return None;
    }
    if let Some(inside) = INSIDE.iter().find(|it| rest.starts_with(**it)) {
        let length = words.get(at..)?.iter().scan(0, |sum, it| {
            let before = *sum;
            *sum += it.text.len();
            Some(before)
        });
        let count = length.take_while(|it| *it < inside.len()).count();
        return Some(item(words, at..at + count, What::Negation, "not"));
    }
    if let Some(phrase) = phrase(words, at) {
        return Some(phrase);
    }
    if rest.starts_with("百分之") {
        return Some(item(words, at..at + 3, What::Unit, "%"));
    }
    let count = words.get(at..)?.iter().take_while(|it| value_of(it.text).is_some()).count();
    let run: Vec<f64> = words.get(at..at + count)?.iter().filter_map(|it| value_of(it.text)).collect();
    match run.as_slice() {
        [] | [1.0] => None,
        [only] if *only >= 100.0 => Some(item(words, at..at + 1, What::Numeral, format!("x{only}"))),
        all => Some(item(words, at..at + count, What::Numeral, han(all).to_string())),
    }
}

/// A word of several characters that the tables know.
fn phrase(words: &[Word<'_>], at: usize) -> Option<Item> {
    (2..=4).rev().find_map(|length| {
        let signs = words.get(at..at + length).filter(|it| it.iter().all(|it| it.kind == Kind::Sign))?;
        let (what, key) = WORDS.meaning(&signs.iter().map(|it| it.text).collect::<String>())?;
        Some(item(words, at..at + length, what, key))
    })
}

/// A word of the tables, where it can mean what they say.
fn meant(words: &[Word<'_>], at: usize, after_number: bool) -> Option<Item> {
    let word = words.get(at)?;
    if word.small.ends_with("n't") || word.small.starts_with("n'") && word.small.len() > 3 {
        return Some(item(words, at..at + 1, What::Negation, "not"));
    }
    let Some((what, key)) = WORDS.meaning(&word.small) else { return compound(words, at) };
    let capital = word.plain.chars().next().is_some_and(char::is_uppercase);
    let next = |ahead: usize| words.get(at + ahead).map(|it| it.small.as_str());
    let means = match what {
        What::Unit => {
            after_number || word.kind == Kind::Mark || word.small.chars().count() >= 4 || before_number(words, at)
        }
        What::Date => capital || !matches!(word.small.as_str(), "may" | "march" | "mars" | "mart" | "spring"),
        What::Negation => {
            !(word.small == "no" && next(1) == Some(".") && words.get(at + 2).is_some_and(|it| it.kind == Kind::Number))
        }
        _ => true,
    };
    means.then(|| item(words, at..at + 1, what, key))
}

fn before_number(words: &[Word<'_>], at: usize) -> bool {
    words.get(at + 1).is_some_and(|it| it.kind == Kind::Number)
        && words.get(at).is_some_and(|it| it.text.chars().all(char::is_uppercase))
}

/// A run of words in capitals that are not just the beginning of a sentence.
fn name(side: &Side<'_>, words: &[Word<'_>], at: usize) -> Option<Item> {
    let length = words.get(at..)?.iter().take_while(|it| is_capital(it)).count();
    let first = words.get(at).filter(|_| length > 0)?;
    if length == 1 && begins(side, first.at) && (is_common(side, first) || is_known(&first.small)) {
        return None;
    }
    let key: Vec<&str> =
        words.get(at..at + length)?.iter().map(|it| it.small.strip_suffix("'s").unwrap_or(&it.small)).collect();
    Some(item(words, at..at + length, What::Name, key.join(" ")))
}

fn is_capital(word: &Word<'_>) -> bool {
    word.kind == Kind::Word
        && word.plain.chars().next().is_some_and(char::is_uppercase)
        && !NO_NAMES.contains(&format!(" {} ", word.small))
        && WORDS.meaning(&word.small).is_none_or(|it| it.0 == What::Unit)
}

fn begins(side: &Side<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return true };
    let mark = side.tokens.get(before).is_some_and(|it| it.kind == Kind::Mark);
    side.ends_sentence(before) || (mark && !matches!(side.token_text(before), "," | "-" | "(" | ";" | "&" | "/"))
}

/// Whether the text has the word in small letters too.
fn is_common(side: &Side<'_>, word: &Word<'_>) -> bool {
    let places = side.id(word.at).map_or(&[][..], |id| side.places(id));
    let small = |at: &u32| side.token_text(*at as usize).chars().next().is_some_and(char::is_lowercase);
    places.iter().take(60).any(small)
}

#[cfg(test)]
mod tests {
    use super::super::Reanchorer;

    fn told(old: &str, new: &str) -> Vec<String> {
        let (a, b) = (format!("{old} It rained."), format!("{new} It rained."));
        let outcome = Reanchorer::new(&a, &b).span(0, old.chars().count()).unwrap();
        outcome.warnings.iter().map(super::Warning::words).collect()
    }

    #[test]
    fn what_changes_the_meaning_is_told() {
        for (old, new, words) in [
            ("It cost 5 million pounds.", "It cost 5 billion pounds.", "a number changed: 5 million → 5 billion"),
            ("We saw five men.", "We saw twenty-five men.", "a number changed: five → twenty five"),
            ("She did sign it.", "She did not sign it.", "a negation was added: not"),
            ("It was legal then.", "It was illegal then.", "a negation changed: legal → illegal"),
            ("We met Ada Crane there.", "We met Ina Moss there.", "a name changed: Ada Crane → Ina Moss"),
            ("It is 9 km off.", "It is 9 miles off.", "a unit changed: km → miles"),
            ("It ends on 3 May.", "It ends on 3 June.", "a date or time changed: May → June"),
            ("Crane told Hale so.", "Hale told Crane so.", "a name changed: Crane … Hale → Hale … Crane"),
            ("The US won it.", "The us won it.", "a name changed: US → us"),
            ("他不会去那里。", "他会去那里。", "a negation was removed: 不"),
        ] {
            assert_eq!(told(old, new), [words]);
        }
    }

    #[test]
    fn what_means_the_same_is_not() {
        for (old, new) in [
            ("We saw five men.", "We saw 5 men."),
            ("It cost 1,500 pounds.", "It cost 1500 pounds."),
            ("It rose by 5 percent.", "It rose by 5 %."),
            ("It was 5% more.", "It was five per cent more."),
            ("He does not go.", "He doesn't go."),
            ("The Council met there.", "The council met there."),
            ("بلغ 35 هناك.", "بلغ ٣٥ هناك."),
        ] {
            assert_eq!(told(old, new), [""; 0], "{old}");
        }
    }
}
