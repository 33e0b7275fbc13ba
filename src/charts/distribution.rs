//! How a number is spread: the middle half as a box, the median as a stroke, each case as a dot where dots have room.

use super::canvas::{Anchor, Canvas, LINE, Paint, Swatch, WIDTH};
use super::plot::Scale;
use super::stats::{Quartiles, quartiles};
use super::words::width;
use super::{Frame, HUGE, Refused};

const HALF: f64 = 7.0;
const MOST_NUMBER: f64 = 70.0;
const DOT: f64 = 2.2;
const EDGE: f64 = 5.0;

/// The cases of one row, such as the days that claims have waited at a stage.
#[derive(Debug, Clone, PartialEq)]
pub struct Sample {
    label: String,
    text: String,
    values: Vec<f64>,
}

impl Sample {
    /// `text` stands behind the label: the median and the count, in words. Refuses what cannot be a duration or count.
    pub fn new(label: impl Into<String>, text: impl Into<String>, values: Vec<f64>) -> Result<Self, Refused> {
        if values.iter().any(|it| !it.is_finite()) {
            return Err(Refused::NotFinite);
        }
        if values.iter().any(|it| *it < 0.0) {
            return Err(Refused::Negative);
        }
        Ok(Self { label: label.into(), text: text.into(), values })
    }
}

/// What the marks are called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Key<'a> {
    pub median: &'a str,
    pub middle_half: &'a str,
    pub one_case: &'a str,
}

/// Rows on one scale that begins at zero.
pub struct Distribution<'a> {
    pub frame: Frame<'a>,
    pub rows: Vec<Sample>,
    /// As many rows as are drawn; if there are more, the last of them holds the cases of all that are left.
    pub most: usize,
    pub others: &'a str,
    pub key: Key<'a>,
}

impl Distribution<'_> {
    /// The chart, the same for the same input.
    pub fn svg(&self) -> String {
        let mut canvas = Canvas::new(&self.frame);
        let rows = self.folded();
        if rows.iter().all(|it| it.values.is_empty()) {
            return canvas.nothing();
        }
        let scale = Scale::over(rows.iter().flat_map(|it| it.values.iter().copied()));
        let place = |value: f64| EDGE + scale.part(value) * (WIDTH - 2.0 * EDGE);
        let piles: Vec<Option<Vec<(f64, f64)>>> = rows.iter().map(|it| dots(&it.values, place)).collect();
        let start = self.head(&mut canvas, piles.iter().flatten().any(|it| !it.is_empty()));
        let pitch = 2.0 * HALF + 32.0;
        let end = start + pitch * rows.len() as f64;
        for tick in scale.ticks() {
            let (x, words) = (place(tick), (self.frame.number)(tick));
            for y in (0..rows.len()).map(|it| start + pitch * it as f64 + 19.0) {
                let class = if tick == 0.0 { "base" } else { "grid" };
                canvas.rule(class, (x, y - 1.0), (x, y + 2.0 * HALF + 1.0));
            }
            let half = width(&words).min(MOST_NUMBER) / 2.0;
            canvas.number("tick", Anchor::Middle, (x.min(WIDTH - half).max(half), end + 8.0), MOST_NUMBER, &words);
        }
        for (index, (row, pile)) in rows.iter().zip(&piles).enumerate() {
            let y = start + pitch * index as f64;
            let room = width(&row.text).min(WIDTH / 2.0);
            canvas.text("label", Anchor::Start, (0.0, y + 12.0), WIDTH - room - 8.0, &row.label);
            canvas.text("value", Anchor::End, (WIDTH, y + 12.0), WIDTH / 2.0, &row.text);
            strip(&mut canvas, row, pile.as_deref(), place, y + 19.0 + HALF);
        }
        canvas.done(end + LINE)
    }

    fn head(&self, canvas: &mut Canvas, dotted: bool) -> f64 {
        let mut names = vec![(Swatch::Mark("median"), self.key.median), (Swatch::Mark("half"), self.key.middle_half)];
        names.extend(dotted.then_some((Swatch::Mark("one"), self.key.one_case)));
        canvas.legend(&names) + 3.0
    }

    fn folded(&self) -> Vec<Sample> {
        let most = self.most.max(1);
        if self.rows.len() <= most {
            return self.rows.clone();
        }
        let (kept, rest) = self.rows.split_at_checked(most - 1).unwrap_or_default();
        let values: Vec<f64> = rest.iter().flat_map(|it| it.values.iter().copied()).collect();
        let text = quartiles(&values).map(|it| (self.frame.number)(it.median)).unwrap_or_default();
        kept.iter().cloned().chain([Sample { label: self.others.to_owned(), text, values }]).collect()
    }
}

fn strip(canvas: &mut Canvas, row: &Sample, pile: Option<&[(f64, f64)]>, place: impl Fn(f64) -> f64, y: f64) {
    let Some(Quartiles { least, lower, median, upper, most, .. }) = quartiles(&row.values) else { return };
    let hint = format!("{} – {}", row.label, row.text);
    canvas.rule("reach", (place(least), y), (place(most), y));
    canvas.block("half", (place(lower), y - HALF), (place(upper) - place(lower), 2.0 * HALF));
    for (x, up) in pile.unwrap_or_default() {
        canvas.dot(Paint { series: 0, tone: None }, (*x, y + up), DOT, &hint);
    }
    canvas.rule("median", (place(median), y - HALF - 1.5), (place(median), y + HALF + 1.5));
}

/// Dots in piles of three; none where a pile would be higher, as then the box says more.
fn dots(values: &[f64], place: impl Fn(f64) -> f64) -> Option<Vec<(f64, f64)>> {
    let wide = 2.0 * DOT;
    let mut sorted: Vec<f64> = values.iter().map(|it| it.min(HUGE)).collect();
    sorted.sort_by(f64::total_cmp);
    let ups = [0.0, -wide, wide];
    let mut found: Vec<(f64, f64)> = Vec::new();
    let (mut pile, mut high) = (f64::MIN, 0);
    for x in sorted.into_iter().map(place) {
        if x - pile >= wide {
            (pile, high) = (x, 0);
        }
        let up = ups.get(high)?;
        high += 1;
        found.push((pile, *up));
    }
    Some(found)
}
