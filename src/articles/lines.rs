//! Sentences in a list: which ones, in which order, and what a row says of each.

use super::coverage::{Cover, Row};
use super::view::Covered;
use crate::text::offsets::Index;
use crate::text::reading::Line;
use crate::text::worth::{Kind, Reason};

words! {
    /// The order of the list.
    pub enum Sort { Text = "text", Worth = "worth" }
}

/// A kind of sentence as addresses and message ids write it.
pub fn kind_word(kind: Kind) -> &'static str {
    match kind {
        Kind::Fact => "fact",
        Kind::Quotation => "quotation",
        Kind::Opinion => "opinion",
        Kind::Prediction => "prediction",
        Kind::Question => "question",
        Kind::Boilerplate => "boilerplate",
    }
}

/// What the list is narrowed to.
#[derive(Debug, Clone, Copy)]
pub struct Narrowed {
    pub cover: Option<Cover>,
    pub kind: Option<Kind>,
    /// Worth in per cent, at least.
    pub least: u8,
    pub sort: Sort,
}

impl Narrowed {
    /// Numbers of the sentences that fit, in their order.
    pub fn of(&self, covered: &Covered) -> Vec<usize> {
        let pairs = covered.lines.iter().zip(&covered.rows).enumerate();
        let mut found: Vec<(usize, u8)> = pairs
            .filter(|(_, (line, row))| {
                self.cover.is_none_or(|cover| row.cover == cover)
                    && self.kind.is_none_or(|kind| line.worth.kind == kind)
                    && percent(line) >= self.least
            })
            .map(|(n, (line, _))| (n, percent(line)))
            .collect();
        if self.sort == Sort::Worth {
            found.sort_by_key(|(n, worth)| (std::cmp::Reverse(*worth), *n));
        }
        found.into_iter().map(|(n, _)| n).collect()
    }
}

/// Reasons that a row has room for.
const REASONS: usize = 4;

/// Worth as people compare it.
pub fn percent(line: &Line) -> u8 {
    (line.worth.score.clamp(0.0, 1.0) * 100.0).round() as u8
}

/// A sentence as a list shows it.
#[derive(Debug, Clone)]
pub struct LineRow {
    pub n: usize,
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub lang: String,
    pub line: Line,
    pub row: Row,
    pub worth: u8,
    /// Its parts where it says several things.
    pub parts: Vec<(usize, usize, String)>,
}

impl LineRow {
    /// What kind of sentence it is.
    pub fn kind(&self) -> &'static str {
        kind_word(self.line.worth.kind)
    }

    /// Why it was scored so, strongest first.
    pub fn reasons(&self) -> &[Reason] {
        self.line.worth.reasons.get(..REASONS).unwrap_or(&self.line.worth.reasons)
    }
}

/// The rows of some sentences, by their numbers.
pub fn rows(covered: &Covered, index: &Index, numbers: &[usize]) -> Vec<LineRow> {
    numbers.iter().filter_map(|n| row(covered, index, *n, true)).collect()
}

/// The suggestions with the highest worth, for the side of the text.
pub fn best(covered: &Covered, index: &Index, most: usize) -> Vec<LineRow> {
    let mut suggested: Vec<(usize, u8)> = covered
        .lines
        .iter()
        .zip(&covered.rows)
        .enumerate()
        .filter(|(_, (_, row))| row.suggested)
        .map(|(n, (line, _))| (n, percent(line)))
        .collect();
    suggested.sort_by_key(|(n, worth)| (std::cmp::Reverse(*worth), *n));
    suggested.into_iter().take(most).filter_map(|(n, _)| row(covered, index, n, false)).collect()
}

/// Sentences that are no claim yet, the worthiest first: what was checked before may stand in any of them.
pub fn unclaimed(covered: &Covered, index: &Index, skip: usize, most: usize) -> Vec<LineRow> {
    let mut open: Vec<(usize, u8)> = covered
        .lines
        .iter()
        .zip(&covered.rows)
        .enumerate()
        .filter(|(_, (_, row))| row.patch.is_none())
        .map(|(n, (line, _))| (n, percent(line)))
        .collect();
    open.sort_by_key(|(n, worth)| (std::cmp::Reverse(*worth), *n));
    open.into_iter().skip(skip).take(most).filter_map(|(n, _)| row(covered, index, n, false)).collect()
}

fn row(covered: &Covered, index: &Index, n: usize, taken_apart: bool) -> Option<LineRow> {
    let (line, row) = (covered.lines.get(n)?, covered.rows.get(n)?);
    let words = index.slice(line.start, line.end)?;
    let parts = match taken_apart {
        true => line
            .parts(words)
            .into_iter()
            .filter_map(|(start, end)| Some((start, end, index.slice(start, end)?.to_owned())))
            .collect(),
        false => Vec::new(),
    };
    Some(LineRow {
        n: n + 1,
        start: line.start,
        end: line.end,
        text: words.split_whitespace().collect::<Vec<_>>().join(" "),
        lang: line.lang.clone().unwrap_or_default(),
        line: line.clone(),
        row: row.clone(),
        worth: percent(line),
        parts,
    })
}
