//! Medians, quartiles, and counts a week or month.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

/// No more periods than this come out of any dates: a century of months.
const MOST: usize = 1_200;

/// Five numbers that say how others are spread.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quartiles {
    pub least: f64,
    pub lower: f64,
    pub median: f64,
    pub upper: f64,
    pub most: f64,
    /// How many numbers there were.
    pub count: usize,
}

/// The quartiles, between two numbers by the line between them (R's type 7); `None` of nothing. What is not finite is
/// left out.
pub fn quartiles(values: &[f64]) -> Option<Quartiles> {
    let mut sorted: Vec<f64> = values.iter().copied().filter(|it| it.is_finite()).collect();
    sorted.sort_by(f64::total_cmp);
    let at = |part: f64| {
        let place = part * (sorted.len().checked_sub(1)?) as f64;
        let (below, above) = (*sorted.get(place.floor() as usize)?, *sorted.get(place.ceil() as usize)?);
        Some(below * (1.0 - place.fract()) + above * place.fract())
    };
    let (least, most) = (*sorted.first()?, *sorted.last()?);
    Some(Quartiles { least, lower: at(0.25)?, median: at(0.5)?, upper: at(0.75)?, most, count: sorted.len() })
}

/// The number in the middle; `None` of nothing.
pub fn median(values: &[f64]) -> Option<f64> {
    quartiles(values).map(|it| it.median)
}

/// What dates are counted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    /// With the day on which a desk's week begins.
    Week(Weekday),
    Month,
}

impl Period {
    /// The first day of the period that a date is in.
    pub fn start(self, date: NaiveDate) -> NaiveDate {
        let back = match self {
            Self::Week(first) => date.weekday().days_since(first),
            Self::Month => date.day0(),
        };
        date.checked_sub_days(Days::new(u64::from(back))).unwrap_or(date)
    }

    /// The first days of all periods from one date to another, both included, in order; of more than 1,200 the last.
    pub fn all(self, from: NaiveDate, to: NaiveDate) -> Vec<NaiveDate> {
        let earliest = self.start(from);
        let back = |date: &NaiveDate| match self {
            Self::Week(_) => date.checked_sub_days(Days::new(7)),
            Self::Month => date.checked_sub_months(Months::new(1)),
        };
        let starts = std::iter::successors(Some(self.start(to)), back);
        let mut found: Vec<NaiveDate> = starts.take_while(|it| *it >= earliest && from <= to).take(MOST).collect();
        found.reverse();
        found
    }

    /// How many dates fall into each period, empty ones too; dates before `from` or after `to` are left out.
    pub fn counts(
        self,
        dates: impl IntoIterator<Item = NaiveDate>,
        from: NaiveDate,
        to: NaiveDate,
    ) -> Vec<(NaiveDate, usize)> {
        let mut found: Vec<(NaiveDate, usize)> = self.all(from, to).into_iter().map(|it| (it, 0)).collect();
        for date in dates.into_iter().filter(|it| (from..=to).contains(it)) {
            let place = found.binary_search_by_key(&self.start(date), |it| it.0).ok();
            if let Some((_, count)) = place.and_then(|it| found.get_mut(it)) {
                *count += 1;
            }
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn quartiles_are_those_of_type_seven() {
        let found = |values: &[f64]| quartiles(values).map(|it| [it.least, it.lower, it.median, it.upper, it.most]);
        assert_eq!(found(&[]), None);
        assert_eq!(found(&[f64::NAN, f64::INFINITY]), None);
        assert_eq!(found(&[7.0]), Some([7.0; 5]));
        assert_eq!(found(&[4.0, 1.0, 3.0, 2.0]), Some([1.0, 1.75, 2.5, 3.25, 4.0]));
        assert_eq!(found(&[9.0, 1.0, 5.0, f64::NAN, 3.0, 7.0]), Some([1.0, 3.0, 5.0, 7.0, 9.0]));
        assert_eq!(median(&[1.0, f64::MAX, f64::MAX]), Some(f64::MAX));
    }

    #[test]
    fn dates_fall_into_weeks_and_months() {
        let week = Period::Week(Weekday::Mon);
        assert_eq!(week.start(day("2027-01-03")), day("2026-12-28"));
        assert_eq!(Period::Week(Weekday::Sat).start(day("2027-01-03")), day("2027-01-02"));
        let dates = ["2026-12-27", "2026-12-30", "2027-01-03", "2027-01-04", "2027-01-19"].map(day);
        let counts = week.counts(dates, day("2026-12-30"), day("2027-01-18"));
        let starts = ["2026-12-28", "2027-01-04", "2027-01-11", "2027-01-18"].map(day);
        assert_eq!(counts, starts.into_iter().zip([2, 1, 0, 0]).collect::<Vec<_>>());
        let months = Period::Month.counts(dates, day("2026-11-30"), day("2027-01-31"));
        assert_eq!(months.iter().map(|it| it.1).collect::<Vec<_>>(), [0, 2, 3]);
    }

    #[test]
    fn no_range_is_too_long_or_the_wrong_way_round() {
        assert!(Period::Month.all(day("2027-01-02"), day("2027-01-01")).is_empty());
        for period in [Period::Month, Period::Week(Weekday::Sun)] {
            assert_eq!(period.all(NaiveDate::MIN, NaiveDate::MAX).len(), MOST);
            assert_eq!(period.all(NaiveDate::MIN, NaiveDate::MIN).len(), 1);
        }
        let last = Period::Month.all(NaiveDate::MIN, day("2027-02-14")).last().copied();
        assert_eq!(last, Some(day("2027-02-01")));
    }
}
