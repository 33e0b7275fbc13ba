//! Axes: a scale of round numbers upwards, periods along the foot.

use super::canvas::{Anchor, Canvas, WIDTH};
use super::words::width;
use super::{HUGE, MOST_PERIODS};

/// From the foot of a plot to the words below it.
const FOOT: f64 = 20.0;
const MOST_LABEL: f64 = 110.0;

/// Numbers from low to high in round steps; zero is always among them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scale {
    low: f64,
    high: f64,
    step: f64,
}

impl Scale {
    pub fn over(values: impl Iterator<Item = f64>) -> Self {
        let (mut low, mut high, mut whole) = (0.0_f64, 0.0_f64, true);
        for value in values {
            (low, high) = (low.min(value.max(-HUGE)), high.max(value.min(HUGE)));
            whole &= value.fract() == 0.0;
        }
        let step = round_step((high - low) / 3.0, whole);
        let (low, high) = ((low / step).floor() * step, (high / step).ceil() * step);
        Self { low, high: if high > low { high } else { low + step }, step }
    }

    /// The same without room above the highest value, where no tick needs it.
    pub fn tight(self, highest: f64) -> Self {
        Self { high: if highest > self.low { highest } else { self.high }, ..self }
    }

    /// Where a value stands, from 0 at the low end to 1.
    pub fn part(&self, value: f64) -> f64 {
        ((value - self.low) / (self.high - self.low)).clamp(0.0, 1.0)
    }

    pub fn ticks(&self) -> impl Iterator<Item = f64> + use<> {
        let Self { low, high, step } = *self;
        let first = (low / step).round();
        (0..12u32)
            .map(move |it| (first + f64::from(it)) * step)
            .map(|it| if it == 0.0 { 0.0 } else { it })
            .take_while(move |it| *it <= high + step / 2.0)
    }
}

/// The next of 1, 2, 5, 10, …; at least 1 where only whole numbers are counted.
fn round_step(raw: f64, whole: bool) -> f64 {
    if raw <= 0.0 {
        return 1.0;
    }
    let ten = 10f64.powf(raw.log10().floor()).max(f64::MIN_POSITIVE);
    let step = [1.0, 2.0, 5.0, 10.0].into_iter().map(|it| it * ten).find(|it| *it >= raw * 0.999);
    let step = step.unwrap_or(raw);
    if whole { step.max(1.0) } else { step }
}

/// The part of a drawing between its axes.
pub(super) struct Plot {
    pub left: f64,
    pub right: f64,
    pub top: f64,
    pub bottom: f64,
    pub scale: Scale,
}

impl Plot {
    pub fn y(&self, value: f64) -> f64 {
        self.bottom - self.scale.part(value) * (self.bottom - self.top)
    }

    /// The height of a drawing that ends with the words below the plot.
    pub fn height(&self) -> f64 {
        self.bottom + FOOT + 6.0
    }

    /// The middle of a period's place.
    pub fn x(&self, index: usize, count: usize) -> f64 {
        self.left + self.slot(count) * (index as f64 + 0.5)
    }

    pub fn slot(&self, count: usize) -> f64 {
        (self.right - self.left) / count.max(1) as f64
    }

    /// Thin rules with their numbers, before the marks; the zero line is `base`'s.
    pub fn grid(&self, canvas: &mut Canvas) {
        for tick in self.scale.ticks() {
            let y = self.y(tick);
            if tick != 0.0 {
                canvas.rule("grid", (self.left, y), (self.right, y));
            }
            let words = (canvas.frame.number)(tick);
            canvas.number("tick", Anchor::End, (self.left - 6.0, y + 4.5), MOST_LABEL, &words);
        }
    }

    /// The zero line, after the marks, and as many periods as fit below, the last one always.
    pub fn foot(&self, canvas: &mut Canvas, labels: &[&str]) {
        canvas.rule("base", (self.left, self.y(0.0)), (self.right, self.y(0.0)));
        let widest = labels.iter().map(|it| width(it).min(MOST_LABEL)).fold(1.0, f64::max);
        let last = labels.last().map_or(0.0, |it| width(it).min(MOST_LABEL) / 2.0 - self.slot(labels.len()) / 2.0);
        let moved = (self.right + last - WIDTH).max(0.0);
        let every = ((widest + 6.0 + moved) / self.slot(labels.len())).ceil().max(1.0) as usize;
        let mut free = WIDTH;
        for (index, label) in labels.iter().enumerate().rev().step_by(every) {
            let half = width(label).min(MOST_LABEL) / 2.0;
            let x = self.x(index, labels.len()).min(WIDTH - half).max(half);
            if x + half > free {
                continue;
            }
            free = x - half - 6.0;
            canvas.text("tick", Anchor::Middle, (x, self.bottom + FOOT), MOST_LABEL, label);
        }
    }
}

/// What the numbers beside a scale take.
pub(super) fn margin(canvas: &Canvas, scale: &Scale) -> f64 {
    scale.ticks().map(|it| width(&(canvas.frame.number)(it)).min(MOST_LABEL)).fold(0.0, f64::max) + 6.0
}

/// The last periods, as many as are drawn.
pub(super) fn latest<T>(rows: &[T]) -> &[T] {
    rows.get(rows.len().saturating_sub(MOST_PERIODS)..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ticks(values: &[f64]) -> Vec<f64> {
        Scale::over(values.iter().copied()).ticks().collect()
    }

    #[test]
    fn ticks_are_round_and_hold_every_value() {
        assert_eq!(ticks(&[]), [0.0, 1.0]);
        assert_eq!(ticks(&[0.0, 0.0]), [0.0, 1.0]);
        assert_eq!(ticks(&[1.0]), [0.0, 1.0]);
        assert_eq!(ticks(&[1.0, 2.0]), [0.0, 1.0, 2.0]);
        assert_eq!(ticks(&[3.0, 41.0]), [0.0, 20.0, 40.0, 60.0]);
        assert_eq!(ticks(&[0.25, 0.3]).len(), 4);
        assert_eq!(ticks(&[-0.2, 0.8]), [-0.5, 0.0, 0.5, 1.0]);
        for huge in [u64::MAX as f64, 1e299, f64::MAX, f64::MIN_POSITIVE, 5e-324] {
            let scale = Scale::over([huge, -huge].into_iter());
            let found: Vec<f64> = scale.ticks().collect();
            assert!((2..12).contains(&found.len()) && found.iter().all(|it| it.is_finite()), "{huge} {found:?}");
            assert!(scale.part(huge) > scale.part(0.0), "{huge} {scale:?}");
        }
    }
}
