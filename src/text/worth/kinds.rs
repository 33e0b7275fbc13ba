//! What kind of sentence it is, by rules over the signals.

use super::Setting;
use super::signals::{Signal, Signals};
use crate::text::forms::Form;

/// What a sentence is to somebody who checks facts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    Fact,
    Quotation,
    Opinion,
    Prediction,
    Question,
    Boilerplate,
}

impl Kind {
    /// All of them, for filters and translations.
    pub const ALL: &[Self] =
        &[Self::Fact, Self::Quotation, Self::Opinion, Self::Prediction, Self::Question, Self::Boilerplate];

    /// The words the command line prints and translations are keyed by.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Fact => "checkable fact",
            Self::Quotation => "quotation",
            Self::Opinion => "opinion",
            Self::Prediction => "prediction",
            Self::Question => "question",
            Self::Boilerplate => "boilerplate",
        }
    }
}

/// The kind of a sentence whose score is known.
pub(super) fn kind(signals: &Signals, setting: &Setting, score: f32) -> Kind {
    if is_boilerplate(signals, setting, score) {
        Kind::Boilerplate
    } else if signals.has(Signal::Asks) {
        Kind::Question
    } else if setting.quoted {
        Kind::Quotation
    } else if is_prediction(signals) {
        Kind::Prediction
    } else if is_opinion(signals, score) {
        Kind::Opinion
    } else {
        Kind::Fact
    }
}

fn is_boilerplate(signals: &Signals, setting: &Setting, score: f32) -> bool {
    use Signal::*;
    let brief = signals.any(&[Tiny, Short, Brief]);
    let content = signals.any(&[Figure, Number, Change, Deed, Past]);
    setting.form == Form::Byline
        || !signals.has(Length)
        || (signals.has(Boiler) && (score < 0.5 || setting.form == Form::Caption))
        || (signals.has(Courtesy) && score < 0.5 && (brief || !content) && !signals.any(&[Asks, Duty, Opinion]))
        || (signals.has(Tiny)
            && setting.form != Form::Headline
            && !content
            && !signals.any(&[Asks, I, They, Evaluative]))
}

fn is_prediction(signals: &Signals) -> bool {
    use Signal::*;
    signals.has(Future) && !signals.any(&[Past, Report, Opinion, Duty])
}

fn is_opinion(signals: &Signals, score: f32) -> bool {
    use Signal::*;
    let opinion = signals.any(&[Opinion, Evaluative, Duty, Values, Command, Hedge, Conditional]);
    let figure = signals.any(&[Figure, Number, Percent, Money, Year]);
    opinion && (score < 0.5 || (!figure && signals.any(&[Duty, IOpinion])))
}
