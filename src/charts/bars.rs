//! Horizontal bars, one row a category: its name above, its number behind.

use super::canvas::{Anchor, Canvas, Paint, Swatch, WIDTH};
use super::words::width;
use super::{Amount, Frame};

const THICK: f64 = 9.0;
const MOST_NUMBER: f64 = 180.0;

/// A category with its number, and another one to hold against it.
#[derive(Debug, Clone, PartialEq)]
pub struct Bar {
    pub label: String,
    pub first: Amount,
    pub second: Option<Amount>,
    /// A tone of the verdict scale, such as `red`, for its colour; without `names` only.
    pub tone: Option<String>,
}

/// Bars by category, in the order given: sorted by number, or along a scale.
pub struct Bars<'a> {
    pub frame: Frame<'a>,
    pub rows: Vec<Bar>,
    /// What first and second are called; without names only the first is drawn.
    pub names: Option<[&'a str; 2]>,
    /// As many rows as are drawn; if there are more, the last of them is all that is left, added up.
    pub most: usize,
    /// What that row is called.
    pub others: &'a str,
}

impl Bars<'_> {
    /// The chart, the same for the same input.
    pub fn svg(&self) -> String {
        let rows = self.folded();
        let mut canvas = Canvas::new(&self.frame);
        if rows.is_empty() {
            return canvas.nothing();
        }
        let mut y = self.head(&mut canvas);
        let plain = self.names.is_none();
        let amounts = || rows.iter().flat_map(|row| self.amounts(row)).map(|(_, it)| it);
        let top = amounts().map(Amount::value).fold(0.0, f64::max);
        let room = WIDTH - 6.0 - amounts().map(|it| width(it.text()).min(MOST_NUMBER)).fold(0.0, f64::max);
        for row in &rows {
            canvas.text("label", Anchor::Start, (0.0, y + 12.0), WIDTH, &row.label);
            y += 19.0;
            let start = y;
            for (series, amount) in self.amounts(row) {
                let long = if amount.value() > 0.0 { (amount.value() / top * room).max(1.0) } else { 0.0 };
                let hint = format!("{} – {}", row.label, amount.text());
                canvas.area(
                    Paint { series, tone: row.tone.as_deref().filter(|_| plain) },
                    (0.0, y),
                    (long, THICK),
                    &hint,
                );
                canvas.number("value", Anchor::Start, (long + 6.0, y + 9.0), MOST_NUMBER, amount.text());
                y += 15.0;
            }
            canvas.rule("base", (0.0, start - 1.0), (0.0, y - 5.0));
            y += 9.0;
        }
        canvas.done(y - 3.0)
    }

    fn head(&self, canvas: &mut Canvas) -> f64 {
        let paints = [0, 1].map(|series| Paint { series, tone: None });
        let Some(names) = self.names else { return 0.0 };
        canvas.patterns(paints.into_iter());
        let names: Vec<(Swatch, &str)> = paints.map(Swatch::Area).into_iter().zip(names).collect();
        canvas.legend(&names)
    }

    fn amounts<'r>(&self, row: &'r Bar) -> impl Iterator<Item = (usize, &'r Amount)> {
        let second = self.names.and(row.second.as_ref());
        [(0, Some(&row.first)), (1, second)].into_iter().filter_map(|(series, it)| Some((series, it?)))
    }

    fn folded(&self) -> Vec<Bar> {
        let most = self.most.max(1);
        if self.rows.len() <= most {
            return self.rows.clone();
        }
        let (kept, rest) = self.rows.split_at_checked(most - 1).unwrap_or_default();
        let number = self.frame.number;
        let second = rest.iter().any(|it| it.second.is_some());
        let others = Bar {
            label: self.others.to_owned(),
            first: Amount::sum(rest.iter().map(|it| &it.first), number),
            second: second.then(|| Amount::sum(rest.iter().filter_map(|it| it.second.as_ref()), number)),
            tone: Some("grey".to_owned()),
        };
        kept.iter().cloned().chain([others]).collect()
    }
}
