//! How alike two claims are: the same, related, or neither; why, and in what they differ. A number, a name, a "not" or
//! who did it to whom makes another claim of the same words, so the same claim is only what has an answer for every word
//! that counts.

mod agree;
mod align;
mod beside;
mod build;
mod contrast;
mod lexicon;
mod marks;
mod names;
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
use weigh::{likely, reasons, score, shares};

/// Less weight than this is too little to be sure of anything.
const ENOUGH: f32 = 1.4;
/// Less weight than this says nothing.
const LITTLE: f32 = 0.6;
/// The share of each side from which two texts are nearly the same.
const CLOSE: f32 = 0.45;
/// The share of each side from which what differs is what matters.
const TWIN: f32 = 0.65;
/// The share of one side from which it is told what differs.
const WHOLE: f32 = 0.85;
/// The probability from which a person is shown the check.
const RELATED: f32 = 0.075;
/// Words of a text that tell its language.
const GUESSED: usize = 200;

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
    let lang = language(&[said, checked.text], lang);
    Said { text: Text::of(said, lang) }.compare(checked, rarity)
}

/// What somebody said, read once to be compared with many checks.
#[derive(Debug)]
pub struct Said<'a> {
    text: Text<'a>,
}

impl<'a> Said<'a> {
    /// Reads a sentence, a claim or a post; `lang` is its language, if it is known.
    pub fn read(said: &'a str, lang: Option<&str>) -> Self {
        Self { text: Text::of(said, language(&[said], lang)) }
    }

    /// Compares it with one checked claim, as `compare` does.
    pub fn compare(&self, checked: Checked<'_>, rarity: &dyn Fn(&str) -> f32) -> Likeness {
        let theirs = Text::of(checked.text, self.text.lang);
        let found = align(&self.text, &theirs);
        let shared = shares(&self.text, &theirs, &found, rarity);
        let title = checked.title.map(|it| self.titled(it, rarity));
        let likely = likely(shared, title);
        let near = shared.of_checked >= CLOSE && shared.of_said >= CLOSE;
        let told_apart = near || shared.of_checked.max(shared.of_said) >= WHOLE;
        let differ = if told_apart && !self.text.reads_as(&theirs) {
            differences(&self.text, &theirs, &found)
        } else {
            Vec::new()
        };
        let whole = shared.of_checked >= WHOLE && shared.weight >= ENOUGH && shared.of_said > 0.0;
        let strength = match likely {
            _ if whole && differ.is_empty() => Strength::Same,
            it if it >= RELATED || near && shared.weight >= LITTLE => Strength::Related,
            _ => Strength::None,
        };
        let mut why = reasons(&self.text, &theirs, &found, rarity, shared);
        if title.is_some_and(|it| it >= WHOLE) {
            why.push(Reason::SameTitle);
        }
        let twin = shared.of_checked.min(shared.of_said) >= TWIN;
        let score = score(likely, strength, twin, &differ);
        let differences = if strength == Strength::Related { told(differ, near) } else { Vec::new() };
        Likeness { strength, score, reasons: why, differences }
    }

    /// How much of a headline was said.
    fn titled(&self, title: &str, rarity: &dyn Fn(&str) -> f32) -> f32 {
        let title = Text::of(title, self.text.lang);
        let shared = shares(&self.text, &title, &align(&self.text, &title), rarity);
        if shared.weight >= LITTLE { shared.of_checked } else { 0.0 }
    }
}

/// Of texts that are not near, only what one puts in the place of the other is worth telling.
fn told(mut differ: Vec<Difference>, near: bool) -> Vec<Difference> {
    differ.retain(|it| {
        let (said, checked) = it.sides();
        near || !said.is_empty()
            && !checked.is_empty()
            && !matches!(it, Difference::Wording { .. } | Difference::Order { .. })
    });
    differ
}

/// The language whose small words and endings are known; guessed from the small words, if it is not given.
fn language(texts: &[&str], given: Option<&str>) -> Option<&'static str> {
    if let Some(given) = given {
        return LEXICON.known(given);
    }
    let words: Vec<String> = texts
        .iter()
        .flat_map(|it| it.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()).take(GUESSED))
        .map(super::words::fold)
        .collect();
    LEXICON.guess(words.iter().map(String::as_str))
}
