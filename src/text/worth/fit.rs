//! Logistic regression by L-BFGS: no chance in it, so that the same examples always give the same weights.

use std::collections::VecDeque;

const MEMORY: usize = 8;

/// Examples row by row, without the zeros.
#[derive(Debug, Default)]
pub(super) struct Rows {
    ends: Vec<usize>,
    columns: Vec<u32>,
    values: Vec<f32>,
}

impl Rows {
    pub(super) fn push(&mut self, row: impl IntoIterator<Item = (u32, f32)>) {
        for (column, value) in row {
            self.columns.push(column);
            self.values.push(value);
        }
        self.ends.push(self.columns.len());
    }

    pub(super) fn row(&self, at: usize) -> impl Iterator<Item = (u32, f32)> {
        let from = at.checked_sub(1).map_or(0, |before| self.ends.get(before).copied().unwrap_or_default());
        let to = self.ends.get(at).copied().unwrap_or_default();
        let columns = self.columns.get(from..to).unwrap_or_default();
        columns.iter().copied().zip(self.values.get(from..to).unwrap_or_default().iter().copied())
    }
}

/// What is minimised: weighted log loss of the chosen rows, plus a penalty on large weights.
pub(super) struct Problem<'a> {
    pub(super) rows: &'a Rows,
    /// Row number, whether it is positive, what it counts.
    pub(super) chosen: &'a [(usize, bool, f64)],
    /// Each column is multiplied by this.
    pub(super) scales: &'a [f32],
    pub(super) rounds: usize,
}

/// Weights of the scaled columns and the intercept after them.
pub(super) type Point = Vec<f64>;

impl Problem<'_> {
    /// Where to begin when nothing is known.
    pub(super) fn origin(&self) -> Point {
        vec![0.0; self.scales.len() + 1]
    }

    /// The weights as the columns want them, scales multiplied in, and the intercept.
    pub(super) fn weights(&self, point: &[f64]) -> (Vec<f32>, f32) {
        let (weights, intercept) = point.split_at(self.scales.len());
        let scaled = weights.iter().zip(self.scales).map(|(weight, scale)| *weight as f32 * scale).collect();
        (scaled, intercept.first().copied().unwrap_or_default() as f32)
    }

    /// The best fit under a penalty on large weights, looked for from a point on.
    pub(super) fn solve(&self, penalty: f64, mut point: Point) -> Point {
        let (mut loss, mut slope) = self.loss(penalty, &point);
        let mut steps: VecDeque<(Point, Point, f64)> = VecDeque::new();
        for _ in 0..self.rounds {
            let direction = descent(&slope, &steps);
            let Some((next, next_loss, next_slope)) = self.search(penalty, &point, loss, &slope, &direction) else {
                break;
            };
            let moved = minus(&next, &point);
            let bent = minus(&next_slope, &slope);
            let curvature = dot(&moved, &bent);
            let gained = loss - next_loss;
            (point, loss, slope) = (next, next_loss, next_slope);
            if curvature > 1e-12 {
                steps.push_back((moved, bent, curvature));
                if steps.len() > MEMORY {
                    steps.pop_front();
                }
            }
            if gained < 1e-5 * loss.abs().max(1e-9) {
                break;
            }
        }
        point
    }

    fn loss(&self, penalty: f64, point: &[f64]) -> (f64, Point) {
        let (weights, intercept) = point.split_at(self.scales.len());
        let mut slope: Point = weights.iter().map(|it| it * penalty).collect();
        let mut loss = 0.5 * penalty * dot(weights, weights);
        let bias = intercept.first().copied().unwrap_or_default();
        let mut bias_slope = 0.0;
        for (row, positive, counts) in self.chosen {
            let score = bias + self.scaled(*row).map(|(at, value)| weight(weights, at) * value).sum::<f64>();
            let sign = if *positive { 1.0 } else { -1.0 };
            let margin = sign * score;
            loss += counts * if margin > 0.0 { (-margin).exp().ln_1p() } else { margin.exp().ln_1p() - margin };
            let pull = -sign * counts / (1.0 + margin.exp());
            bias_slope += pull;
            for (at, value) in self.scaled(*row) {
                slope.get_mut(at as usize).into_iter().for_each(|it| *it += pull * value);
            }
        }
        slope.push(bias_slope);
        (loss, slope)
    }

    fn scaled(&self, row: usize) -> impl Iterator<Item = (u32, f64)> {
        self.rows.row(row).map(|(at, value)| {
            let scale = self.scales.get(at as usize).copied().unwrap_or_default();
            (at, f64::from(value * scale))
        })
    }

    /// Halves the step until the loss falls enough.
    fn search(
        &self,
        penalty: f64,
        point: &[f64],
        loss: f64,
        slope: &[f64],
        direction: &[f64],
    ) -> Option<(Point, f64, Point)> {
        let fall = dot(slope, direction);
        let mut step = if fall < 0.0 { 1.0 } else { return None };
        for _ in 0..20 {
            let next: Point = point.iter().zip(direction).map(|(at, by)| at + step * by).collect();
            let (next_loss, next_slope) = self.loss(penalty, &next);
            if next_loss <= loss + 1e-4 * step * fall {
                return Some((next, next_loss, next_slope));
            }
            step *= 0.5;
        }
        None
    }
}

/// The two-loop recursion of L-BFGS.
fn descent(slope: &[f64], steps: &VecDeque<(Point, Point, f64)>) -> Point {
    let mut direction: Point = slope.iter().map(|it| -it).collect();
    let mut shares = Vec::with_capacity(steps.len());
    for (moved, bent, curvature) in steps.iter().rev() {
        let share = dot(moved, &direction) / curvature;
        add(&mut direction, bent, -share);
        shares.push(share);
    }
    let first_length = || 1.0 / dot(slope, slope).sqrt().max(1.0);
    let length = steps.back().map_or_else(first_length, |(_, bent, curvature)| curvature / dot(bent, bent).max(1e-300));
    direction.iter_mut().for_each(|it| *it *= length);
    for ((moved, bent, curvature), share) in steps.iter().zip(shares.iter().rev()) {
        let back = dot(bent, &direction) / curvature;
        add(&mut direction, moved, share - back);
    }
    direction
}

fn weight(weights: &[f64], at: u32) -> f64 {
    weights.get(at as usize).copied().unwrap_or_default()
}

fn dot(a: &[f64], b: &[f64]) -> f64 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

fn minus(a: &[f64], b: &[f64]) -> Point {
    a.iter().zip(b).map(|(a, b)| a - b).collect()
}

fn add(to: &mut [f64], other: &[f64], times: f64) {
    to.iter_mut().zip(other).for_each(|(to, other)| *to += times * other);
}
