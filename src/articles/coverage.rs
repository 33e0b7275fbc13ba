//! What has become of every sentence of an article: nothing in between, nothing left out. Pure.

use std::collections::HashMap;

use super::dismissals::mark_of;
use crate::text::offsets::Index;
use crate::text::reading::Line;
use crate::text::worth::Kind;

words! {
    /// Where a sentence is. Exactly one for each.
    pub enum Cover {
        Untouched = "untouched",
        NotFactual = "not_factual",
        Declined = "declined",
        InWork = "in_work",
        Checked = "checked",
    }
}

words! {
    /// What an editor requires before an own draft is released.
    pub enum ReleaseRule {
        None = "none",
        /// No untouched factual sentence.
        Touched = "touched",
        /// Every factual sentence settled.
        Settled = "settled",
    }
}

/// A claim's passage with what has become of it.
#[derive(Debug, Clone)]
pub struct Patch {
    pub start: usize,
    pub end: usize,
    pub cover: Cover,
    /// The claim's number on the page.
    pub n: usize,
    /// Tone of the verdict, and its label; empty where there is none.
    pub tone: String,
    pub says: String,
}

/// Scored at least so, a statement that nobody has looked at counts as factual: where the models draw their line.
pub const FACTUAL: f32 = 0.5;
/// Scored at least so, a sentence is suggested: the best of them, or the whole text would be underlined.
pub const SUGGESTED: f32 = 0.8;

/// One sentence with what has become of it.
#[derive(Debug, Clone)]
pub struct Row {
    pub cover: Cover,
    /// Whether it counts as factual: somebody took it for that, or nobody looked and the engine does.
    pub factual: bool,
    /// Worth suggesting: untouched, and scored high enough.
    pub suggested: bool,
    /// Who said that it needs no check.
    pub waved_by: String,
    /// Of the claims that touch it, the one that is furthest from done.
    pub patch: Option<Patch>,
}

/// Counters over a text.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Count {
    pub all: usize,
    pub factual: usize,
    pub checked: usize,
    pub in_work: usize,
    pub declined: usize,
    pub not_factual: usize,
    /// Nobody has said anything about them.
    pub untouched: usize,
    /// Those of the untouched that count as factual: what a release waits for.
    pub waiting: usize,
}

impl Count {
    /// Factual sentences about which everything is decided.
    pub fn settled(&self) -> usize {
        self.checked + self.declined
    }

    /// Whether a rule lets the text go.
    pub fn meets(&self, rule: ReleaseRule) -> bool {
        match rule {
            ReleaseRule::None => true,
            ReleaseRule::Touched => self.waiting == 0,
            ReleaseRule::Settled => self.settled() == self.factual,
        }
    }
}

/// What has become of every sentence, in the order of the text. `patches` must be in the order of the text.
pub fn rows(index: &Index, lines: &[Line], patches: &[Patch], dismissed: &HashMap<String, String>) -> Vec<Row> {
    let longest = patches.iter().map(|patch| patch.end.saturating_sub(patch.start)).max().unwrap_or(0);
    lines
        .iter()
        .map(|line| {
            let first = patches.partition_point(|patch| patch.start + longest < line.start);
            let touching = patches
                .iter()
                .skip(first)
                .take_while(|patch| patch.start < line.end)
                .filter(|patch| patch.end > line.start);
            let patch = touching.min_by_key(|patch| (rank(patch.cover), patch.n)).cloned();
            let waved = match (&patch, dismissed.is_empty()) {
                (None, false) => dismissed.get(&mark_of(index.slice(line.start, line.end).unwrap_or_default())),
                _ => None,
            };
            let cover = match (&patch, waved) {
                (Some(patch), _) => patch.cover,
                (None, Some(_)) => Cover::NotFactual,
                (None, None) => Cover::Untouched,
            };
            Row {
                factual: factual(cover, line),
                suggested: suggested(cover, line),
                cover,
                waved_by: waved.cloned().unwrap_or_default(),
                patch,
            }
        })
        .collect()
}

/// The furthest from done first.
fn rank(cover: Cover) -> usize {
    match cover {
        Cover::InWork => 0,
        Cover::Checked => 1,
        Cover::Declined => 2,
        Cover::NotFactual => 3,
        Cover::Untouched => 4,
    }
}

fn factual(cover: Cover, line: &Line) -> bool {
    match cover {
        Cover::InWork | Cover::Checked | Cover::Declined => true,
        Cover::NotFactual => false,
        Cover::Untouched => matches!(line.worth.kind, Kind::Fact | Kind::Quotation) && line.worth.score >= FACTUAL,
    }
}

fn suggested(cover: Cover, line: &Line) -> bool {
    cover == Cover::Untouched && line.worth.score >= SUGGESTED
}

/// A stretch of the picture of a text in which every sentence is in the same place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stretch {
    pub cover: Cover,
    pub tone: String,
    /// Whether what is untouched there counts as factual.
    pub factual: bool,
    /// In slices of the picture.
    pub width: usize,
}

/// Slices that the picture of a text is cut into: as fine as a screen shows it, however long the text.
pub const SLICES: usize = 400;

/// The whole text as a picture; a slice shows what asks most for attention in it.
pub fn picture(lines: &[Line], rows: &[Row]) -> Vec<Stretch> {
    let whole = lines.last().map_or(1, |line| line.end.max(1));
    let slice = |point: usize| point * SLICES / whole;
    let mut slices: Vec<Option<&Row>> = vec![None; SLICES];
    for (line, row) in lines.iter().zip(rows) {
        let (from, to) = (slice(line.start), slice(line.end.saturating_sub(1)));
        for shown in slices.iter_mut().take(to + 1).skip(from) {
            if shown.is_none_or(|other| asks(row) < asks(other)) {
                *shown = Some(row);
            }
        }
    }
    let mut found: Vec<Stretch> = Vec::new();
    for row in slices {
        let checked = row.filter(|row| row.cover == Cover::Checked).and_then(|row| row.patch.as_ref());
        let stretch = Stretch {
            cover: row.map_or(Cover::NotFactual, |row| row.cover),
            tone: checked.map(|patch| patch.tone.clone()).unwrap_or_default(),
            factual: row.is_some_and(|row| row.factual),
            width: 1,
        };
        match found.last_mut() {
            Some(last) if *last == (Stretch { width: last.width, ..stretch.clone() }) => last.width += 1,
            _ => found.push(stretch),
        }
    }
    found
}

/// What asks most for attention comes first.
fn asks(row: &Row) -> usize {
    match row.cover {
        Cover::Untouched if row.factual => 0,
        Cover::Untouched => 5,
        cover => rank(cover) + 1,
    }
}

/// How many of the checked sentences have which verdict, in words, with its tone; most first.
pub fn verdicts(rows: &[Row]) -> Vec<(String, String, usize)> {
    let mut found: Vec<(String, String, usize)> = Vec::new();
    for patch in rows.iter().filter(|row| row.cover == Cover::Checked).filter_map(|row| row.patch.as_ref()) {
        match found.iter_mut().find(|it| it.0 == patch.says) {
            Some(known) => known.2 += 1,
            None => found.push((patch.says.clone(), patch.tone.clone(), 1)),
        }
    }
    found.sort_by_key(|it| std::cmp::Reverse(it.2));
    found
}

/// The counters.
pub fn count(rows: &[Row]) -> Count {
    let mut count = Count { all: rows.len(), ..Count::default() };
    for row in rows {
        count.factual += usize::from(row.factual);
        count.waiting += usize::from(row.factual && row.cover == Cover::Untouched);
        match row.cover {
            Cover::Checked => count.checked += 1,
            Cover::InWork => count.in_work += 1,
            Cover::Declined => count.declined += 1,
            Cover::Untouched => count.untouched += 1,
            Cover::NotFactual => count.not_factual += 1,
        }
    }
    count
}
