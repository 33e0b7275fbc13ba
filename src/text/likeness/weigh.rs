//! How much two texts share, and what that says.

use std::collections::{HashMap, HashSet};

use super::align::Alignment;
use super::lexicon::LEXICON;
use super::names::is_name;
use super::outcome::{Difference, Reason, Strength};
use super::read::Class;
use super::tokens::{Text, Token};

/// Bytes from which a name in a reason is not continued.
const NAME: usize = 60;
/// Letters that the forms of a word share, and what such a word counts for.
const BEGINNING: usize = 5;
const INFLECTED: f32 = 0.5;

/// What the two share, in weights of their words.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Shares {
    /// Of the check, how much was said.
    pub(super) of_checked: f32,
    /// Of the sentences that are compared, how much the check says.
    pub(super) of_said: f32,
    /// The weight of all that is shared.
    pub(super) weight: f32,
    /// The weight of shared names, numbers and rare words alone.
    pub(super) telling: f32,
}

/// The weight of a word: how much sharing it says.
pub(super) fn weight(token: &Token, rarity: &dyn Fn(&str) -> f32) -> f32 {
    let own = match token.class {
        Class::Number | Class::Date => 0.45,
        Class::Unit | Class::Quantifier | Class::Modal | Class::Attribution | Class::Chatter => 0.15,
        Class::Negation | Class::Condition => 0.1,
        Class::Plain | Class::Denial => rarity(&token.term).clamp(0.0, 1.0),
    };
    let part = if token.sign { 0.4 } else { 1.0 };
    0.02 + own * part
}

/// What both share, over all that was said.
pub(super) fn shares(said: &Text<'_>, checked: &Text<'_>, found: &Alignment, rarity: &dyn Fn(&str) -> f32) -> Shares {
    let mut told: HashMap<&str, usize> = HashMap::new();
    said.tokens.iter().for_each(|it| *told.entry(it.stem.as_str()).or_default() += 1);
    let begun: HashSet<&str> = said.tokens.iter().filter_map(|it| begin(&it.folded)).collect();
    let paired: HashSet<usize> = found.pairs.iter().map(|it| it.1).collect();
    let mut shares = Shares::default();
    let mut all = 0.0;
    for (at, token) in checked.tokens.iter().enumerate() {
        let own = weight(token, rarity);
        all += own;
        let count = told.get_mut(token.stem.as_str()).filter(|it| **it > 0);
        let has = count.is_some() || paired.contains(&at);
        if let Some(count) = count {
            *count -= 1;
        }
        let part = match has {
            true => 1.0,
            false if begin(&token.folded).is_some_and(|it| begun.contains(it)) => INFLECTED,
            false => 0.0,
        };
        shares.weight += own * part;
        shares.telling += if own >= 0.4 { own * part } else { 0.0 };
    }
    shares.of_checked = if all > 0.0 { shares.weight / all } else { 0.0 };
    let (mut mine, mut answered) = (0.0, 0.0);
    let answers: HashSet<usize> = found.pairs.iter().map(|it| it.0).collect();
    for (at, token) in said.tokens.iter().enumerate().filter(|(_, it)| found.core.contains(&it.segment) && !it.tag) {
        let own = weight(token, rarity);
        mine += own;
        answered += if answers.contains(&at) { own } else { 0.0 };
    }
    shares.of_said = if mine > 0.0 { answered / mine } else { 0.0 };
    shares
}

/// The beginning of a longer word, which its forms share.
fn begin(word: &str) -> Option<&str> {
    word.char_indices()
        .nth(BEGINNING)
        .map_or_else(|| (word.chars().count() == BEGINNING).then_some(word), |(end, _)| word.get(..end))
}

/// The names, numbers and rare words that both have.
pub(super) fn reasons(
    said: &Text<'_>,
    checked: &Text<'_>,
    found: &Alignment,
    rarity: &dyn Fn(&str) -> f32,
    shares: Shares,
) -> Vec<Reason> {
    let (mut names, mut numbers, mut rare) = (Vec::new(), Vec::new(), Vec::new());
    let mut last_name = None;
    let mut pairs = found.pairs.clone();
    pairs.sort_unstable();
    for (a, b) in pairs {
        let (Some(x), Some(y)) = (said.tokens.get(a), checked.tokens.get(b)) else { continue };
        let written = said.source.get(x.bytes.clone()).unwrap_or_default();
        if matches!(x.class, Class::Number | Class::Date) {
            push(&mut numbers, written);
        } else if is_name(said, a) || is_name(checked, b) {
            match names.last_mut().filter(|it: &&mut String| it.len() < NAME && last_name == Some(a.wrapping_sub(1))) {
                Some(name) => *name = format!("{name} {written}"),
                None => push(&mut names, written),
            }
            last_name = Some(a);
        } else if x.class == Class::Plain && !x.sign && weight(y, rarity) >= 0.55 {
            push(&mut rare, written);
        }
    }
    let lists = [Reason::SharedNames(names), Reason::SharedNumbers(numbers), Reason::RareWords(rare)];
    let mut all: Vec<Reason> = lists.into_iter().filter(|it| !it.shared().is_empty()).collect();
    if shares.of_checked >= 0.85 && shares.of_said >= 0.85 {
        all.push(Reason::SameWords);
    }
    all
}

fn push(list: &mut Vec<String>, word: &str) {
    if list.len() < 6 && !list.iter().any(|it| it == word) {
        list.push(word.to_owned());
    }
}

/// The probability that it is the same claim, as far as pairs of posts and checks have shown; `title` is how much of the
/// check's headline was said.
pub(super) fn likely(shares: Shares, title: Option<f32>) -> f32 {
    let told = title.map_or(0.9 * shares.of_checked, |it| 1.4 * it);
    let logit = -4.2 + 3.5 * shares.of_checked + 1.3 * shares.of_said + 0.35 * shares.telling.min(6.0) + told;
    1.0 / (1.0 + (-logit).exp())
}

/// The probability once it is known what differs: of nearly the same words, a number or a name makes another claim.
pub(super) fn score(likely: f32, strength: Strength, twin: bool, differences: &[Difference]) -> f32 {
    let hard = differences.iter().any(|it| !matches!(it, Difference::Wording { .. } | Difference::Attribution { .. }));
    match strength {
        Strength::Same => 0.9 + 0.1 * likely,
        _ if twin && hard => 0.4 * likely,
        _ => likely.min(0.9),
    }
}

/// How rare a word is where no index tells: common words of any language are not, all others are.
pub fn none_rarity(stem: &str) -> f32 {
    if LEXICON.is_common(stem) {
        return 0.05;
    }
    if stem.chars().count() <= 2 && stem.is_ascii() { 0.3 } else { 0.7 }
}
