//! Which sentences are worth checking, and why: one small interface, a default model of our own and trained ones.
//!
//! Only the first 4,000 code points of a sentence are examined. Languages without word lists are judged by figures,
//! years, names, length and punctuation alone: [`has_lists`] tells.

mod compare;
mod file;
mod fit;
mod hash;
mod kinds;
mod lexicon;
mod lists;
mod ngrams;
mod reasons;
mod signals;
mod train;
#[rustfmt::skip]
mod weights;
mod words;

use super::forms::Form;
pub use compare::{Comparison, Scores, compare, scores};
pub use file::FileFault;
pub use kinds::Kind;
pub use reasons::Reason;
use signals::Signals;
pub use train::{Example, TrainFault, Trained, train};
use words::Words;

/// How many reasons are given at most.
const REASONS: usize = 5;
/// A reason that moves the log odds by less is not worth a journalist's time.
const SLIGHT: f32 = 0.2;
/// What a byline or a call to subscribe scores at most.
const BOILERPLATE: f32 = 0.1;

/// What is known about a sentence besides its words.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// A BCP 47 tag; English is assumed without one.
    pub lang: Option<&'a str>,
    pub quoted: bool,
    pub form: Form,
}

impl Default for Setting<'_> {
    fn default() -> Self {
        Self { lang: None, quoted: false, form: Form::Prose }
    }
}

/// How worth checking a sentence is.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    /// From 0 to 1; from 0.5 on it is worth a look.
    pub score: f32,
    pub kind: Kind,
    /// What speaks for and against, strongest first.
    pub reasons: Vec<Reason>,
}

/// The default, or what a desk has trained on its own decisions.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Model {
    #[default]
    Default,
    Trained(Trained),
}

impl Model {
    /// Judges one sentence.
    pub fn judge(&self, sentence: &str, setting: &Setting) -> Worth {
        let words = Words::of(sentence);
        let signals = Signals::of(&words, setting.lang);
        let mut reasons = reasons_of(&signals);
        let odds = match self {
            Self::Default => default_odds(&signals),
            Self::Trained(trained) => {
                let (odds, wording) = trained.score(&words, &signals);
                reasons.push((if wording > 0.0 { Reason::LikeSelected } else { Reason::LikeDeclined }, wording));
                odds
            }
        };
        let score = 1.0 / (1.0 + (-odds).exp());
        let kind = kinds::kind(&signals, setting, score);
        let score = if kind == Kind::Boilerplate { score.min(BOILERPLATE) } else { score };
        Worth { score, kind, reasons: strongest(reasons) }
    }

    /// A name for logs and settings.
    pub fn name(&self) -> &str {
        match self {
            Self::Default => "default",
            Self::Trained(_) => "trained",
        }
    }
}

/// Whether there are word lists for a language, by its BCP 47 tag; without a tag English is assumed.
pub fn has_lists(lang: Option<&str>) -> bool {
    lexicon::lexicon(lang).is_some()
}

fn default_odds(signals: &Signals) -> f32 {
    weights::START + weights::WEIGHTS.iter().map(|(signal, weight, _)| signals.get(*signal) * weight).sum::<f32>()
}

/// What each reason moves the default's log odds by.
fn reasons_of(signals: &Signals) -> Vec<(Reason, f32)> {
    let mut moved: Vec<(Reason, f32)> = Vec::new();
    for (signal, weight, reason) in weights::WEIGHTS {
        let by = signals.get(*signal) * weight;
        match moved.iter_mut().find(|(it, _)| it == reason) {
            Some((_, sum)) => *sum += by,
            None => moved.push((*reason, by)),
        }
    }
    moved
}

fn strongest(mut reasons: Vec<(Reason, f32)>) -> Vec<Reason> {
    reasons.retain(|(reason, by)| by.abs() >= SLIGHT && (*by > 0.0) == reason.speaks_for());
    reasons.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    reasons.into_iter().map(|(reason, _)| reason).take(REASONS).collect()
}
