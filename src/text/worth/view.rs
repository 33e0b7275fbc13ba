//! One view of the examples: what occurs in them often enough, and models of it.

use super::fit::{Problem, Rows};
use super::ngrams::{Vector, WEIGHTS, WORDING};

/// Penalties tried, strongest first.
pub(super) const PENALTIES: &[f64] = &[30.0, 10.0, 3.0, 1.0];
/// What occurs in fewer examples is left out.
const RAREST: u32 = 2;
/// How long a fit may take.
const ROUNDS: usize = 60;
/// Brings n-grams, weighed by how rare they are, near the signals.
const RARITY: f32 = 0.25;

/// Examples as rows of those columns that occur often enough.
pub(super) struct View {
    rows: Rows,
    /// The bucket or signal of each column.
    columns: Vec<u32>,
}

/// A model and how it scores the examples held back, scores of all models spread alike.
pub(super) struct Fit {
    weights: Vec<f32>,
    pub(super) intercept: f32,
    pub(super) scores: Vec<f32>,
}

impl View {
    pub(super) fn of(vectors: Vec<Vector>) -> Self {
        let (columns, place) = columns_of(&vectors);
        let mut rows = Rows::default();
        for vector in vectors {
            let kept = vector.into_iter().filter_map(|(at, value)| {
                let place = place.get(at as usize).copied().filter(|it| *it != u32::MAX)?;
                Some((place, value))
            });
            rows.push(kept);
        }
        Self { rows, columns }
    }

    /// Fits under one penalty after the other, each from where the last one ended.
    pub(super) fn path(&self, chosen: &[(usize, bool, f64)], held_back: &[usize]) -> Vec<Fit> {
        let scales = self.scales(chosen);
        let problem = Problem { rows: &self.rows, chosen, scales: &scales, rounds: ROUNDS };
        let mut point = problem.origin();
        let mut fits = Vec::with_capacity(PENALTIES.len());
        for penalty in PENALTIES {
            point = problem.solve(*penalty, point);
            let (weights, intercept) = problem.weights(&point);
            fits.push(self.spread(weights, intercept, held_back));
        }
        fits
    }

    /// Adds a part of a model's weights to those of all views.
    pub(super) fn add(&self, fit: &Fit, part: f32, to: &mut [f32]) {
        for (at, weight) in self.columns.iter().zip(&fit.weights) {
            to.get_mut(*at as usize).into_iter().for_each(|it| *it += weight * part);
        }
    }

    /// The rarer an n-gram, the more it may say.
    fn scales(&self, chosen: &[(usize, bool, f64)]) -> Vec<f32> {
        let mut counts = vec![1.0_f32; self.columns.len()];
        for (at, ..) in chosen {
            for (column, _) in self.rows.row(*at) {
                counts.get_mut(column as usize).into_iter().for_each(|it| *it += 1.0);
            }
        }
        let all = chosen.len() as f32 + 1.0;
        let rarity = |count: f32| (all / count).ln().max(0.0) * RARITY;
        let scale = |(count, at): (f32, &u32)| if *at as usize >= WORDING { 1.0 } else { rarity(count) };
        counts.into_iter().zip(&self.columns).map(scale).collect()
    }

    /// Made so steep that the scores held back are one apart from their mean, as a rule.
    fn spread(&self, mut weights: Vec<f32>, intercept: f32, held_back: &[usize]) -> Fit {
        let mut scores: Vec<f32> = held_back.iter().map(|at| self.score(&weights, *at) + intercept).collect();
        let count = scores.len().max(1) as f32;
        let mean = scores.iter().sum::<f32>() / count;
        let variance = scores.iter().map(|it| (it - mean) * (it - mean)).sum::<f32>() / count;
        let steeper = 1.0 / variance.sqrt().max(1e-6);
        scores.iter_mut().chain(&mut weights).for_each(|it| *it *= steeper);
        Fit { weights, intercept: intercept * steeper, scores }
    }

    fn score(&self, weights: &[f32], at: usize) -> f32 {
        self.rows.row(at).map(|(it, value)| value * weights.get(it as usize).copied().unwrap_or(0.0)).sum()
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
