//! How alike two claims are: the same, related, or neither; why, and in what they differ. A number, a name, a "not" or
//! who did it to whom makes another claim of the same words, so the same claim is only what has an answer for every word
//! that counts.

mod agree;
mod align;
mod contrast;
mod lexicon;
mod numerals;
mod order;
mod outcome;
mod read;
mod tables;
mod tokens;
mod weigh;

use align::align;
use contrast::differences;
use lexicon::LEXICON;
pub use outcome::{Difference, Reason, Strength};
use tokens::Text;
pub use weigh::none_rarity;
use weigh::{Shares, reasons, score, shares};

/// Less weight than this is too little to be sure of anything.
const ENOUGH: f32 = 1.4;
/// The share of each side from which it is told what differs.
const CLOSE: f32 = 0.5;
/// The share of one side that is enough for that.
const WHOLE: f32 = 0.85;

/// A claim that was checked, as a check words it.
#[derive(Debug, Clone, Copy)]
pub struct Checked<'a> {
    /// The claim.
    pub text: &'a str,
    /// The check's headline, if it has one.
    pub title: Option<&'a str>,
}

/// How strongly something that was said matches a checked claim.
#[derive(Debug, Clone, PartialEq)]
pub struct Likeness {
    /// The same claim, related, or neither.
    pub strength: Strength,
    /// The probability that it is the same claim, from 0 to 1, as far as measured.
    pub score: f32,
    /// What speaks for it.
    pub reasons: Vec<Reason>,
    /// What speaks against the same claim, told where the two are near enough.
    pub differences: Vec<Difference>,
}

/// Compares what somebody said (a sentence, a claim, a post) with a checked claim. `lang` is the language of both, if it
/// is known; `rarity` gives 0 for a common folded stem and 1 for a rare one.
pub fn compare(said: &str, checked: Checked<'_>, lang: Option<&str>, rarity: &dyn Fn(&str) -> f32) -> Likeness {
    let lang = language(said, checked.text, lang);
    let (mine, theirs) = (Text::of(said, lang), Text::of(checked.text, lang));
    let found = align(&mine, &theirs);
    let shared = shares(&mine, &theirs, &found, rarity);
    let mut why = reasons(&mine, &theirs, &found, rarity, shared);
    let differ = differences(&mine, &theirs, &found);
    let title = checked.title.map(|it| titled(&mine, it, lang, rarity)).unwrap_or_default();
    let strength = strength(shared, title, &differ);
    if title >= 0.85 {
        why.push(Reason::SameTitle);
    }
    let score = score(shared, title, &differ, strength);
    let near = shared.of_checked >= CLOSE && shared.of_said >= CLOSE || shared.of_checked.max(shared.of_said) >= WHOLE;
    let told = near && strength == Strength::Related;
    Likeness { strength, score, reasons: why, differences: if told { differ } else { Vec::new() } }
}

/// The language whose small words and endings are known; guessed from the small words, if it is not given.
fn language(said: &str, checked: &str, given: Option<&str>) -> Option<&'static str> {
    if let Some(given) = given {
        return LEXICON.known(given);
    }
    let words: Vec<String> = [said, checked]
        .iter()
        .flat_map(|it| it.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).take(400))
        .map(super::words::fold)
        .collect();
    LEXICON.guess(words.iter().map(String::as_str))
}

/// How much of the title was said.
fn titled(said: &Text<'_>, title: &str, lang: Option<&'static str>, rarity: &dyn Fn(&str) -> f32) -> f32 {
    let title = Text::of(title, lang);
    let found = align(said, &title);
    let shared = shares(said, &title, &found, rarity);
    if shared.weight >= 1.0 { shared.of_checked } else { 0.0 }
}

fn strength(shared: Shares, title: f32, differ: &[Difference]) -> Strength {
    if differ.is_empty() && shared.weight >= ENOUGH && shared.of_checked > 0.8 {
        return Strength::Same;
    }
    if shared.telling >= 1.2 || shared.of_checked >= 0.5 && shared.weight >= 0.6 || title >= 0.5 {
        return Strength::Related;
    }
    Strength::None
}
