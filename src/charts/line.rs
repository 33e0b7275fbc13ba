//! Lines along periods: rates, shares, medians, kappa.

use super::canvas::{Anchor, Canvas, Paint, Swatch, WIDTH};
use super::plot::{Plot, Scale, latest, margin};
use super::words::width;
use super::{Frame, Level, MOST_SERIES};

const TALL: f64 = 140.0;
const APART: f64 = 15.0;
const MOST_NUMBER: f64 = 80.0;
const FEW: usize = 30;

/// One line; a period without a level is a gap in it, not a zero.
#[derive(Debug, Clone, PartialEq)]
pub struct Thread {
    pub name: String,
    pub levels: Vec<Option<Level>>,
}

/// Lines in order of time: at most `MOST_PERIODS`, of more the last ones; at most `MOST_SERIES` lines.
pub struct Line<'a> {
    pub frame: Frame<'a>,
    pub periods: Vec<String>,
    pub threads: Vec<Thread>,
}

impl Line<'_> {
    /// The chart, the same for the same input.
    pub fn svg(&self) -> String {
        let mut canvas = Canvas::new(&self.frame);
        let labels: Vec<&str> = latest(&self.periods).iter().map(String::as_str).collect();
        let gone = self.periods.len() - labels.len();
        let threads: Vec<Vec<Option<&Level>>> =
            self.threads.iter().take(MOST_SERIES).map(|it| it.seen(gone, labels.len())).collect();
        let levels = || threads.iter().flatten().flatten();
        if levels().next().is_none() {
            return canvas.nothing();
        }
        let top = self.head(&mut canvas) + 8.0;
        let scale = Scale::over(levels().map(|it| it.value));
        let ends = threads.iter().filter_map(|it| it.iter().flatten().next_back());
        let end = ends.map(|it| width(&it.text).min(MOST_NUMBER)).fold(0.0, f64::max);
        let (left, right) = (margin(&canvas, &scale), WIDTH - end - 4.0);
        let plot = Plot { left, right, top, bottom: top + TALL, scale };
        plot.grid(&mut canvas);
        plot.foot(&mut canvas, &labels);
        for (series, levels) in threads.iter().enumerate() {
            thread(&mut canvas, &plot, Paint { series, tone: None }, levels, &labels);
        }
        last_numbers(&mut canvas, &plot, &threads);
        canvas.done(plot.height())
    }

    fn head(&self, canvas: &mut Canvas) -> f64 {
        let names = self.threads.iter().take(MOST_SERIES).enumerate();
        let names: Vec<(Swatch, &str)> =
            names.map(|(series, it)| (Swatch::Stroke(Paint { series, tone: None }), it.name.as_str())).collect();
        if names.len() > 1 { canvas.legend(&names) } else { 0.0 }
    }
}

impl Thread {
    fn seen(&self, gone: usize, count: usize) -> Vec<Option<&Level>> {
        self.levels.iter().skip(gone).map(Option::as_ref).chain(std::iter::repeat(None)).take(count).collect()
    }
}

fn thread(canvas: &mut Canvas, plot: &Plot, paint: Paint, levels: &[Option<&Level>], labels: &[&str]) {
    let places: Vec<Option<(f64, f64)>> = levels
        .iter()
        .enumerate()
        .map(|(index, it)| it.map(|level| (plot.x(index, levels.len()), plot.y(level.value))))
        .collect();
    for run in places.split(Option::is_none) {
        let run: Vec<(f64, f64)> = run.iter().flatten().copied().collect();
        if run.len() > 1 {
            canvas.path(paint, &run);
        }
    }
    for (index, ((place, level), label)) in places.iter().zip(levels).zip(labels).enumerate() {
        let (Some(place), Some(level)) = (place, level) else { continue };
        let alone = |it: Option<usize>| it.and_then(|it| places.get(it)).is_none_or(Option::is_none);
        let last = places.iter().skip(index + 1).all(Option::is_none);
        if levels.len() <= FEW || last || alone(index.checked_sub(1)) && alone(index.checked_add(1)) {
            canvas.dot(paint, *place, 2.4, &format!("{label} – {}", level.text));
        }
    }
}

/// The last number of each line behind it, moved apart where they would lie on each other.
fn last_numbers(canvas: &mut Canvas, plot: &Plot, threads: &[Vec<Option<&Level>>]) {
    let mut ends: Vec<(f64, f64, &Level)> = Vec::new();
    for levels in threads {
        if let Some((index, level)) = levels.iter().enumerate().rev().find_map(|(index, it)| Some((index, (*it)?))) {
            ends.push((plot.y(level.value), plot.x(index, levels.len()), level));
        }
    }
    ends.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut free = f64::MIN;
    for (y, x, level) in ends {
        let y = y.max(free);
        free = y + APART;
        canvas.number("value", Anchor::Start, (x + 6.0, y + 4.5), MOST_NUMBER, &level.text);
    }
}
