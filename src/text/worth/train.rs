//! A model of a desk's own: fitted to what it selected and declined.

use super::compare::average_precision;
use super::fit::{Problem, Rows};
use super::ngrams::{BUCKETS, Vector, WEIGHTS, vector};
use super::signals::Signals;
use super::words::Words;

/// Fewer examples of either kind teach nothing.
const FEWEST: usize = 10;
const MOST: usize = 200_000;
/// Parts into which the examples fall to find where selecting pays.
const FOLDS: usize = 4;
/// How much rare selected sentences are made to count: 0 as they are, 1 as much as the declined ones together.
const BALANCE: f64 = 0.5;
/// What occurs in fewer examples is left out.
const RAREST: u32 = 2;
/// How long a fit may take.
const ROUNDS: usize = 60;
/// Penalties tried, strongest first.
const PENALTIES: &[f64] = &[30.0, 10.0, 3.0, 1.0, 0.3];

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
        for (at, value) in vector(words, signals) {
            let part = value * self.weights.get(at as usize).map_or(0.0, |it| f32::from(*it) * self.unit);
            if (at as usize) < BUCKETS { grams += part } else { seen += part }
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

/// Weights of the columns and the intercept.
type Fitted = (Vec<f32>, f32);

/// Examples as numbers.
pub(super) struct Set {
    rows: Rows,
    labels: Vec<bool>,
    /// The bucket or signal of each column.
    columns: Vec<u32>,
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
        let vectors: Vec<Vector> = examples.iter().map(vector_of).collect();
        let (columns, place) = columns_of(&vectors);
        let mut rows = Rows::default();
        for vector in vectors {
            let kept = vector.into_iter().filter_map(|(at, value)| {
                let place = place.get(at as usize).copied().filter(|it| *it != u32::MAX)?;
                Some((place, value))
            });
            rows.push(kept);
        }
        Ok(Self { rows, labels: examples.iter().map(|it| it.label).collect(), columns })
    }

    /// A model of the examples named, the mean of one for each part held back; its penalty and its intercept are those
    /// that do best on the parts held back.
    pub(super) fn trained(&self, named: &[usize]) -> Trained {
        let mut held_back = vec![Vec::with_capacity(named.len()); PENALTIES.len()];
        let mut paths = Vec::with_capacity(FOLDS);
        for (learn, test) in self.folds(named, FOLDS) {
            let path = self.path(&learn);
            for ((weights, intercept), scored) in path.iter().zip(&mut held_back) {
                scored.extend(test.iter().map(|at| (self.score(weights, *intercept, *at), self.label(*at))));
            }
            paths.push(path);
        }
        let best = best_of(&mut held_back);
        let (slope, shift) = calibrated(held_back.get(best).map_or(&[], Vec::as_slice));
        let (weights, intercept) = mean(paths.into_iter().map(|path| path.into_iter().nth(best).unwrap_or_default()));
        self.quantised(&weights, slope, slope * intercept + shift)
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

    /// Fits under one penalty after the other, each from where the last one ended.
    fn path(&self, named: &[usize]) -> Vec<Fitted> {
        let selected = named.iter().filter(|at| self.label(**at)).count().max(1);
        let declined = (named.len() - selected.min(named.len())).max(1);
        let weight = (declined as f64 / selected as f64).powf(BALANCE);
        let norm = named.len() as f64 / (declined as f64 + weight * selected as f64);
        let counts = |label: bool| if label { weight * norm } else { norm };
        let chosen = named.iter().map(|at| (*at, self.label(*at), counts(self.label(*at)))).collect();
        let scales = self.scales(named);
        let problem = Problem { rows: &self.rows, chosen, scales: &scales, rounds: ROUNDS };
        let mut point = problem.origin();
        let mut models = Vec::with_capacity(PENALTIES.len());
        for penalty in PENALTIES {
            point = problem.solve(*penalty, point);
            models.push(problem.weights(&point));
        }
        models
    }

    /// Columns that tell the labels apart on their own are made easier to use.
    fn scales(&self, named: &[usize]) -> Vec<f32> {
        let mut counts = vec![(1.0_f32, 1.0_f32); self.columns.len()];
        let (mut yes, mut no) = (2.0_f32, 2.0_f32);
        for at in named {
            let label = self.label(*at);
            if label {
                yes += 1.0
            } else {
                no += 1.0
            }
            for (column, _) in self.rows.row(*at) {
                let count = counts.get_mut(column as usize);
                count.into_iter().for_each(|it| if label { it.0 += 1.0 } else { it.1 += 1.0 });
            }
        }
        counts
            .iter()
            .zip(&self.columns)
            .map(|((selected, declined), at)| {
                let ratio = ((selected / yes) / (declined / no)).ln().abs();
                if *at as usize >= BUCKETS { 1.0 } else { ratio }
            })
            .collect()
    }

    pub(super) fn score(&self, weights: &[f32], intercept: f32, at: usize) -> f32 {
        let sum: f32 =
            self.rows.row(at).map(|(it, value)| value * weights.get(it as usize).copied().unwrap_or(0.0)).sum();
        sum + intercept
    }

    fn quantised(&self, weights: &[f32], slope: f32, intercept: f32) -> Trained {
        let largest = weights.iter().fold(0.0_f32, |most, it| most.max(it.abs()));
        let unit = (largest / f32::from(i16::MAX)).max(f32::MIN_POSITIVE);
        let mut steps = vec![0; WEIGHTS];
        for (at, weight) in self.columns.iter().zip(weights) {
            steps.get_mut(*at as usize).into_iter().for_each(|it| *it = (weight / unit).round() as i16);
        }
        Trained { weights: steps, unit, slope, intercept }
    }
}

/// The buckets and signals that occur often enough, and the column of each.
fn columns_of(vectors: &[Vector]) -> (Vec<u32>, Vec<u32>) {
    let mut often = vec![0_u32; WEIGHTS];
    for (at, _) in vectors.iter().flatten() {
        often.get_mut(*at as usize).into_iter().for_each(|it| *it += 1);
    }
    let mut place = vec![u32::MAX; WEIGHTS];
    let mut columns = Vec::new();
    for (at, (count, place)) in often.iter().zip(&mut place).enumerate() {
        if *count >= RAREST {
            *place = columns.len() as u32;
            columns.push(at as u32);
        }
    }
    (columns, place)
}

fn vector_of(example: &Example) -> Vector {
    let words = Words::of(&example.text);
    vector(&words, &Signals::of(&words, example.lang.as_deref()))
}

/// The mean of several models.
fn mean(models: impl ExactSizeIterator<Item = Fitted>) -> Fitted {
    let share = 1.0 / models.len().max(1) as f32;
    let mut mean: Fitted = (Vec::new(), 0.0);
    for (weights, intercept) in models {
        mean.0.resize(weights.len(), 0.0);
        mean.0.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight * share);
        mean.1 += intercept * share;
    }
    mean
}

/// Which scores rank best; sorts them all, highest first.
fn best_of(all: &mut [Vec<(f32, bool)>]) -> usize {
    let mut best = (0, f32::MIN);
    for (at, scores) in all.iter_mut().enumerate() {
        scores.sort_by(|a, b| b.0.total_cmp(&a.0));
        let precision = average_precision(scores);
        if precision > best.1 {
            best = (at, precision);
        }
    }
    best.0
}

/// Slope and shift that turn held-back scores, highest first, into log odds: 0 is where F1 is best.
fn calibrated(scores: &[(f32, bool)]) -> (f32, f32) {
    let selected = scores.iter().filter(|it| it.1).count() as f32;
    let (mut hits, mut best) = (0.0_f32, (0.0, 0.0));
    for (taken, pair) in scores.windows(2).enumerate() {
        let [(score, label), (next, _)] = pair else { continue };
        hits += f32::from(u8::from(*label));
        let f1 = 2.0 * hits / (taken as f32 + 1.0 + selected);
        if f1 > best.0 && score > next {
            best = (f1, (score + next) / 2.0);
        }
    }
    let slope = slope_of(scores, best.1);
    (slope, -slope * best.1)
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
