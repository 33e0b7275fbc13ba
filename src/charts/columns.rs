//! Columns, one a week or month, stacked by series.

use super::canvas::{Anchor, Canvas, LINE, Paint, Swatch, WIDTH};
use super::plot::{Plot, Scale, latest, margin};
use super::words::width;
use super::{Amount, Frame, MOST_SERIES};

const TALL: f64 = 140.0;
const MOST_THICK: f64 = 34.0;

/// What a column is made of; the pattern comes from its place, so that colour is never alone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Series {
    pub name: String,
    /// A tone of the verdict scale, such as `red`, for its colour.
    pub tone: Option<String>,
}

/// A period with an amount a series, in their order; what is missing is nothing.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    pub label: String,
    pub amounts: Vec<Amount>,
}

/// Columns in order of time: at most `MOST_PERIODS`, of more the last ones.
pub struct Columns<'a> {
    pub frame: Frame<'a>,
    pub series: Vec<Series>,
    pub periods: Vec<Column>,
    /// What the series beyond `MOST_SERIES` are called together.
    pub others: &'a str,
}

impl Columns<'_> {
    /// The chart, the same for the same input.
    pub fn svg(&self) -> String {
        let mut canvas = Canvas::new(&self.frame);
        let (series, periods) = (self.series(), self.periods());
        if periods.is_empty() || series.is_empty() {
            return canvas.nothing();
        }
        let top = head(&mut canvas, &series);
        let totals: Vec<Amount> = periods.iter().map(|it| self.total(it)).collect();
        let scale = Scale::over(totals.iter().map(Amount::value));
        let mut plot = Plot { left: 0.0, right: WIDTH, top: top + LINE, bottom: top + LINE + TALL, scale };
        let slot = plot.slot(periods.len());
        let told = totals.iter().all(|it| width(it.text()) <= slot);
        if told {
            plot.scale = scale.tight(totals.iter().map(Amount::value).fold(0.0, f64::max));
        } else {
            plot.left = margin(&canvas, &scale);
            plot.grid(&mut canvas);
        }
        for (index, (period, total)) in periods.iter().zip(&totals).enumerate() {
            let x = plot.x(index, periods.len());
            stack(&mut canvas, &plot, (x, periods.len()), period, &series);
            if told {
                let y = plot.y(total.value()) - 5.0;
                canvas.number("value", Anchor::Middle, (x, y), slot, total.text());
            }
        }
        let labels: Vec<&str> = periods.iter().map(|it| it.label.as_str()).collect();
        plot.foot(&mut canvas, &labels);
        canvas.done(plot.height())
    }

    fn total(&self, period: &Column) -> Amount {
        match period.amounts.as_slice() {
            [only] => only.clone(),
            several => Amount::sum(several.iter(), self.frame.number),
        }
    }

    fn series(&self) -> Vec<Series> {
        if self.series.len() <= MOST_SERIES {
            return self.series.clone();
        }
        let others = Series { name: self.others.to_owned(), tone: Some("grey".to_owned()) };
        self.series.iter().take(MOST_SERIES - 1).cloned().chain([others]).collect()
    }

    fn periods(&self) -> Vec<Column> {
        let kept = if self.series.len() <= MOST_SERIES { self.series.len() } else { MOST_SERIES - 1 };
        let fold = |period: &Column| {
            let given = period.amounts.iter().take(self.series.len());
            let rest: Vec<&Amount> = given.clone().skip(kept).collect();
            let others = (!rest.is_empty()).then(|| Amount::sum(rest.into_iter(), self.frame.number));
            Column { label: period.label.clone(), amounts: given.take(kept).cloned().chain(others).collect() }
        };
        latest(&self.periods).iter().map(fold).collect()
    }
}

fn paint(index: usize, series: &Series) -> Paint<'_> {
    Paint { series: index, tone: series.tone.as_deref() }
}

fn head(canvas: &mut Canvas, series: &[Series]) -> f64 {
    if series.len() < 2 {
        return 0.0;
    }
    canvas.patterns(series.iter().enumerate().map(|(index, it)| paint(index, it)));
    let names: Vec<(Swatch, &str)> =
        series.iter().enumerate().map(|(index, it)| (Swatch::Area(paint(index, it)), it.name.as_str())).collect();
    canvas.legend(&names)
}

fn stack(canvas: &mut Canvas, plot: &Plot, (x, count): (f64, usize), period: &Column, series: &[Series]) {
    let slot = plot.slot(count);
    let thick = (slot * 0.7).min(MOST_THICK);
    let mut sum = 0.0;
    for (index, (amount, series)) in period.amounts.iter().zip(series).enumerate() {
        let (low, high) = (plot.y(sum), plot.y(sum + amount.value()));
        sum += amount.value();
        if amount.value() > 0.0 {
            let hint = format!("{} – {} – {}", period.label, series.name, amount.text());
            canvas.area(paint(index, series), (x - thick / 2.0, high), (thick, (low - high).max(0.8)), &hint);
        }
    }
}
