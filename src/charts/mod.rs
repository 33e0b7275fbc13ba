//! Charts as SVG text: no database, no HTTP, no clock. Colour and type come from classes, words and numbers from the caller.

use std::fmt;

/// How often two people come to the same verdict, beyond chance.
pub mod agreement;
mod bars;
mod canvas;
mod columns;
mod distribution;
mod line;
mod plot;
/// Medians, quartiles, weeks and months.
pub mod stats;
mod words;

pub use bars::{Bar, Bars};
pub use columns::{Column, Columns, Series};
pub use distribution::{Distribution, Key, Sample};
pub use line::{Line, Thread};

/// As many periods as a chart draws; of more, the last ones: choose months instead of weeks before that.
pub const MOST_PERIODS: usize = 120;
/// As many series as patterns tell apart.
pub const MOST_SERIES: usize = 6;
/// No picture needs more; beyond it every value is drawn as this one.
const HUGE: f64 = 1e300;

/// Which way a page reads.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Dir {
    #[default]
    LeftToRight,
    RightToLeft,
}

/// What every chart is given; all words are translated already, and escaped here.
#[derive(Clone, Copy)]
pub struct Frame<'a> {
    /// Unique on its page, `[a-z0-9-]`: patterns are found by it.
    pub id: &'a str,
    /// What a screen reader calls the chart.
    pub title: &'a str,
    /// What it says about it: the finding in a sentence.
    pub desc: &'a str,
    /// What stands in place of a chart of nothing.
    pub empty: &'a str,
    pub dir: Dir,
    /// Writes the numbers that a chart reckons itself: ticks, totals, what was folded.
    pub number: &'a dyn Fn(f64) -> String,
}

/// Why a number cannot be drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refused {
    Negative,
    NotFinite,
}

impl fmt::Display for Refused {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Negative => "a length cannot be negative",
            Self::NotFinite => "not a finite number",
        })
    }
}

impl std::error::Error for Refused {}

/// A level on a line, as a number and as the page writes it; it may be below zero, as kappa may.
#[derive(Debug, Clone, PartialEq)]
pub struct Level {
    value: f64,
    text: String,
}

impl Level {
    /// Refuses infinity and what is not a number.
    pub fn new(value: f64, text: impl Into<String>) -> Result<Self, Refused> {
        if value.is_finite() { Ok(Self { value, text: text.into() }) } else { Err(Refused::NotFinite) }
    }
}

/// A count, a duration or a share, drawn as a length: never below zero.
#[derive(Debug, Clone, PartialEq)]
pub struct Amount(Level);

impl Amount {
    /// Refuses what has no length.
    pub fn new(value: f64, text: impl Into<String>) -> Result<Self, Refused> {
        let level = Level::new(value, text)?;
        if value < 0.0 { Err(Refused::Negative) } else { Ok(Self(level)) }
    }

    /// What `number` writes of a sum; the sum of huge amounts stays finite.
    fn sum<'a>(amounts: impl Iterator<Item = &'a Self>, number: &dyn Fn(f64) -> String) -> Self {
        let value = amounts.map(Self::value).sum::<f64>().min(HUGE);
        Self(Level { value, text: number(value) })
    }

    fn value(&self) -> f64 {
        self.0.value
    }

    fn text(&self) -> &str {
        &self.0.text
    }
}

impl From<Amount> for Level {
    fn from(amount: Amount) -> Self {
        amount.0
    }
}

#[cfg(test)]
mod tests;
