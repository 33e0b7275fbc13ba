//! A model of a desk's own: fitted to what it selected and declined.

use super::compare::average_precision;
use super::fit::{Problem, Rows};
use super::ngrams::{Vector, Views, WEIGHTS, WORDING, views};
use super::signals::Signals;
use super::view::{PENALTIES, View};
use super::words::Words;

/// Fewer examples of either kind teach nothing.
const FEWEST: usize = 10;
const MOST: usize = 200_000;
/// Parts into which the examples fall to find where selecting pays.
const FOLDS: usize = 4;
/// How much rare selected sentences are made to count: 0 as they are, 1 as much as the declined ones together.
const BALANCE: f64 = 0.5;
/// Shares of the narrow view tried; the broad one has the rest.
const SHARES: &[f32] = &[0.25, 0.5];
/// Of how many of the best tries the mean is taken.
const BEST: usize = 4;
/// Of thresholds whose F1 is this much of the best one, the highest is taken: it costs a desk the least time.
const ENOUGH: f64 = 0.999;

/// How long, and under which penalty, the curve from scores to likelihoods is fitted.
const CURVE_ROUNDS: usize = 100;
const CURVE_PENALTY: f64 = 0.01;

/// A sentence a person has decided on.
#[derive(Debug, Clone, PartialEq, Eq, serde::Deserialize)]
pub struct Example {
    pub text: String,
    /// Whether it was selected as worth checking.
    #[serde(deserialize_with = "zero_or_one")]
    pub label: bool,
    /// A BCP 47 tag; English is assumed without one.
    #[serde(default)]
    pub lang: Option<String>,
}

/// Why no model could be trained.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TrainFault {
    /// Too few selected or too few declined sentences; how many there are and how many are needed.
    TooFew { selected: usize, declined: usize, needed: usize },
    /// More examples than are taken.
    TooMany { given: usize, most: usize },
}

impl std::fmt::Display for TrainFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooFew { selected, declined, needed } => {
                write!(
                    f,
                    "{selected} selected and {declined} declined sentences are too few: {needed} of each are needed"
                )
            }
            Self::TooMany { given, most } => write!(f, "{given} examples are more than {most}"),
        }
    }
}

impl std::error::Error for TrainFault {}

/// Weights learned from a desk's decisions.
#[derive(Debug, Clone, PartialEq)]
pub struct Trained {
    /// Steps of `unit`: the buckets, then the signals.
    pub(super) weights: Vec<i16>,
    pub(super) unit: f32,
    pub(super) slope: f32,
    pub(super) intercept: f32,
}

impl Trained {
    /// The log odds that a desk would select it.
    pub(super) fn score(&self, words: &Words, signals: &Signals) -> (f32, f32) {
        let (mut grams, mut seen) = (0.0, 0.0);
        let Views { broad, narrow } = views(words, signals);
        for (at, value) in broad.into_iter().chain(narrow) {
            let part = value * self.weights.get(at as usize).map_or(0.0, |it| f32::from(*it) * self.unit);
            if (at as usize) < WORDING { grams += part } else { seen += part }
        }
        (self.slope * (grams + seen) + self.intercept, self.slope * grams)
    }
}

/// Fits a model to decisions; the same examples in the same order always give the same model.
pub fn train(examples: &[Example]) -> Result<Trained, TrainFault> {
    let set = Set::of(examples)?;
    let all: Vec<usize> = (0..examples.len()).collect();
    Ok(set.trained(&all))
}

/// Examples as numbers.
pub(super) struct Set {
    broad: View,
    narrow: View,
    labels: Vec<bool>,
}

impl Set {
    pub(super) fn of(examples: &[Example]) -> Result<Self, TrainFault> {
        let selected = examples.iter().filter(|it| it.label).count();
        let declined = examples.len() - selected;
        if examples.len() > MOST {
            return Err(TrainFault::TooMany { given: examples.len(), most: MOST });
        }
        if selected.min(declined) < FEWEST {
            return Err(TrainFault::TooFew { selected, declined, needed: FEWEST });
        }
        let (broad, narrow): (Vec<Vector>, Vec<Vector>) = examples.iter().map(views_of).unzip();
        let labels = examples.iter().map(|it| it.label).collect();
        Ok(Self { broad: View::of(broad), narrow: View::of(narrow), labels })
    }

    /// A model of the examples named, the mean of one for each part held back; its penalty, the share of each view and
    /// its intercept are those that do best on the parts held back.
    pub(super) fn trained(&self, named: &[usize]) -> Trained {
        let tries: Vec<(usize, f32)> =
            (0..PENALTIES.len()).flat_map(|penalty| SHARES.iter().map(move |share| (penalty, *share))).collect();
        let mut held_back = vec![Vec::with_capacity(named.len()); tries.len()];
        let mut parts = Vec::with_capacity(FOLDS);
        for (learn, test) in self.folds(named, FOLDS) {
            let labels: Vec<bool> = test.iter().map(|at| self.label(*at)).collect();
            let chosen = self.chosen(&learn);
            let (broad, narrow) = (self.broad.path(&chosen, &test), self.narrow.path(&chosen, &test));
            for ((penalty, share), scored) in tries.iter().zip(&mut held_back) {
                let (Some(broad), Some(narrow)) = (broad.get(*penalty), narrow.get(*penalty)) else { continue };
                let scores = broad.scores.iter().zip(&narrow.scores).map(|(a, b)| a * (1.0 - share) + b * share);
                scored.extend(scores.zip(labels.iter().copied()));
            }
            parts.push((broad, narrow));
        }
        let best = best_of(&held_back);
        let pooled = pooled(&best, &held_back);
        let (slope, shift) = calibrated(&pooled);
        let (mut weights, mut intercept) = (vec![0.0; WEIGHTS], 0.0);
        let each = 1.0 / (parts.len() * best.len()).max(1) as f32;
        for (penalty, share) in best.iter().filter_map(|at| tries.get(*at)) {
            for (broad, narrow) in &parts {
                for (view, fits, part) in [(&self.broad, broad, 1.0 - share), (&self.narrow, narrow, *share)] {
                    let Some(fit) = fits.get(*penalty) else { continue };
                    view.add(fit, each * part, &mut weights);
                    intercept += fit.intercept * each * part;
                }
            }
        }
        quantised(&weights, slope, slope * intercept + shift)
    }

    /// Contiguous parts, each with its share of selected and declined: neighbours, often of one text, stay together.
    pub(super) fn folds(&self, named: &[usize], count: usize) -> Vec<(Vec<usize>, Vec<usize>)> {
        let total = |label: bool| named.iter().filter(|at| self.label(**at) == label).count().max(1);
        let totals = (total(false), total(true));
        let mut seen = (0, 0);
        let mut parts = Vec::with_capacity(named.len());
        for at in named {
            let (seen, total) = if self.label(*at) { (&mut seen.1, totals.1) } else { (&mut seen.0, totals.0) };
            parts.push(*seen * count / total);
            *seen += 1;
        }
        let pick = |part: usize, inside: bool| {
            named.iter().zip(&parts).filter(|(_, it)| (**it == part) == inside).map(|(at, _)| *at).collect()
        };
        (0..count).map(|part| (pick(part, false), pick(part, true))).collect()
    }

    pub(super) fn label(&self, at: usize) -> bool {
        self.labels.get(at).copied().unwrap_or_default()
    }

    /// Examples to learn from and what each counts.
    fn chosen(&self, named: &[usize]) -> Vec<(usize, bool, f64)> {
        let selected = named.iter().filter(|at| self.label(**at)).count().max(1);
        let declined = (named.len() - selected.min(named.len())).max(1);
        let weight = (declined as f64 / selected as f64).powf(BALANCE);
        let norm = named.len() as f64 / (declined as f64 + weight * selected as f64);
        let counts = |label: bool| if label { weight * norm } else { norm };
        named.iter().map(|at| (*at, self.label(*at), counts(self.label(*at)))).collect()
    }
}

fn views_of(example: &Example) -> (Vector, Vector) {
    let words = Words::of(&example.text);
    let Views { broad, narrow } = views(&words, &Signals::of(&words, example.lang.as_deref()));
    (broad, narrow)
}

fn quantised(weights: &[f32], slope: f32, intercept: f32) -> Trained {
    let largest = weights.iter().fold(0.0_f32, |most, it| most.max(it.abs()));
    let unit = (largest / f32::from(i16::MAX)).max(f32::MIN_POSITIVE);
    let weights = weights.iter().map(|weight| (weight / unit).round() as i16).collect();
    Trained { weights, unit, slope, intercept }
}

/// Which scores rank best, the best few of all tries.
fn best_of(all: &[Vec<(f32, bool)>]) -> Vec<usize> {
    let mut precisions: Vec<(usize, f32)> =
        all.iter().map(|scores| average_precision(&ranked(scores.clone()))).enumerate().collect();
    precisions.sort_by(|a, b| b.1.total_cmp(&a.1));
    precisions.into_iter().take(BEST).map(|(at, _)| at).collect()
}

/// The mean of several tries' scores, highest first.
fn pooled(best: &[usize], all: &[Vec<(f32, bool)>]) -> Vec<(f32, bool)> {
    let mut chosen = best.iter().filter_map(|at| all.get(*at));
    let mut pooled = chosen.next().cloned().unwrap_or_default();
    for scores in chosen {
        pooled.iter_mut().zip(scores).for_each(|(sum, score)| sum.0 += score.0);
    }
    pooled.iter_mut().for_each(|it| it.0 /= best.len() as f32);
    ranked(pooled)
}

fn ranked(mut scores: Vec<(f32, bool)>) -> Vec<(f32, bool)> {
    scores.sort_by(|a, b| b.0.total_cmp(&a.0));
    scores
}

/// Slope and shift that turn held-back scores, highest first, into log odds: 0 is where F1 should be best.
fn calibrated(scores: &[(f32, bool)]) -> (f32, f32) {
    let likely = likelihoods(scores);
    let selected: f64 = likely.iter().sum();
    let mut hits = 0.0;
    let cuts: Vec<(f64, f32)> = scores
        .windows(2)
        .zip(&likely)
        .zip(1..)
        .filter_map(|((pair, likely), taken)| {
            hits += likely;
            let [(score, _), (next, _)] = pair else { return None };
            (score > next).then(|| (2.0 * hits / (f64::from(taken) + selected), (score + next) / 2.0))
        })
        .collect();
    let best = cuts.iter().fold(0.0_f64, |best, (f1, _)| best.max(*f1));
    let threshold = cuts.iter().find(|(f1, _)| *f1 >= best * ENOUGH).map_or(0.0, |it| it.1);
    let slope = slope_of(scores, threshold);
    (slope, -slope * threshold)
}

/// How likely a score means that a sentence was selected: a smooth curve, so that no single sentence sets a threshold.
fn likelihoods(scores: &[(f32, bool)]) -> Vec<f64> {
    let mut rows = Rows::default();
    scores.iter().for_each(|(score, _)| rows.push([(0, *score), (1, score * score)]));
    let chosen: Vec<_> = scores.iter().enumerate().map(|(at, (_, label))| (at, *label, 1.0)).collect();
    let problem = Problem { rows: &rows, chosen: &chosen, scales: &[1.0, 1.0], rounds: CURVE_ROUNDS };
    let (weights, intercept) = problem.weights(&problem.solve(CURVE_PENALTY, problem.origin()));
    let (Some(rise), Some(bend)) = (weights.first(), weights.get(1)) else { return Vec::new() };
    scores
        .iter()
        .map(|(score, _)| 1.0 / (1.0 + f64::from(-(intercept + rise * score + bend * score * score)).exp()))
        .collect()
}

/// How steeply the log odds rise with the scores: the mean distance from the threshold becomes 1.5.
fn slope_of(scores: &[(f32, bool)], threshold: f32) -> f32 {
    let mean = scores.iter().map(|(score, _)| (score - threshold).abs()).sum::<f32>() / scores.len().max(1) as f32;
    (1.5 / mean.max(1e-3)).min(50.0)
}

fn zero_or_one<'de, D: serde::Deserializer<'de>>(value: D) -> Result<bool, D::Error> {
    match serde::Deserialize::deserialize(value)? {
        serde_json::Value::Bool(label) => Ok(label),
        serde_json::Value::Number(label) if label.as_u64() == Some(0) => Ok(false),
        serde_json::Value::Number(label) if label.as_u64() == Some(1) => Ok(true),
        _ => Err(serde::de::Error::custom("a label is 0 or 1")),
    }
}
