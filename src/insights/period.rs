//! The days that the page is about, as the address says them.

use chrono::{Days, NaiveDate, NaiveTime, TimeDelta, TimeZone, Utc, Weekday};
use chrono_tz::Tz;

use super::store::Span;
use crate::charts::MOST_PERIODS;
use crate::charts::stats::Period as Step;
use crate::db::Moment;

/// Weeks without a word in the address.
pub const WEEKS: u64 = 26;
const MOST_DAYS: u64 = 3_650;
/// 1 January 1990: no desk is older.
const EARLIEST: Option<NaiveDate> = NaiveDate::from_ymd_opt(1990, 1, 1);

/// Days on the desk's calendar, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Period {
    pub from: NaiveDate,
    pub to: NaiveDate,
}

impl Period {
    /// So many weeks, the last of them the one of `today`, from a Monday on.
    pub fn weeks(today: NaiveDate, weeks: u64) -> Self {
        let back = today.checked_sub_days(Days::new(7 * weeks.saturating_sub(1))).unwrap_or(today);
        Period { from: Step::Week(Weekday::Mon).start(back), to: today }
    }

    /// What somebody typed, brought into ten years up to today; what is no day counts as not given.
    pub fn read(from: &str, to: &str, today: NaiveDate) -> Self {
        let earliest = EARLIEST.unwrap_or(today).min(today);
        let day = |text: &str| text.parse::<NaiveDate>().ok().map(|day| day.clamp(earliest, today));
        let to = day(to).unwrap_or(today);
        let from = day(from).unwrap_or(Self::weeks(to, WEEKS).from);
        let (from, to) = (from.min(to), from.max(to));
        Period { from: from.max(to.checked_sub_days(Days::new(MOST_DAYS)).unwrap_or(from)), to }
    }

    /// Weeks as long as a chart has room for them, else months.
    pub fn step(&self) -> Step {
        let week = Step::Week(Weekday::Mon);
        if week.all(self.from, self.to).len() > MOST_PERIODS { Step::Month } else { week }
    }

    /// The same on the clock.
    pub fn span(&self, zone: Tz) -> Span {
        Span { from: midnight(self.from, zone), until: midnight(self.to.succ_opt().unwrap_or(self.to), zone) }
    }
}

/// The first moment of a day, which is not midnight where clocks are put forward then.
fn midnight(day: NaiveDate, zone: Tz) -> Moment {
    let start = day.and_time(NaiveTime::MIN);
    let first = (0..=3).find_map(|hours| zone.from_local_datetime(&(start + TimeDelta::hours(hours))).earliest());
    Moment::from_utc(first.map_or(start.and_utc(), |it| it.with_timezone(&Utc)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn every_address_is_a_period() {
        let today = day("2026-11-24");
        let read = |from: &str, to: &str| {
            let it = Period::read(from, to, today);
            format!("{} {}", it.from, it.to)
        };
        assert_eq!(read("", ""), "2026-06-01 2026-11-24");
        assert_eq!(read("2026-01-01", "2026-03-31"), "2026-01-01 2026-03-31");
        assert_eq!(read("2026-03-31", "2026-01-01"), "2026-01-01 2026-03-31");
        assert_eq!(read("2026-02-30", "soon"), "2026-06-01 2026-11-24");
        assert_eq!(read("2030-01-01", "2040-01-01"), "2026-11-24 2026-11-24");
        assert_eq!(read("-262143-01-01", "+262142-12-31"), "2016-11-26 2026-11-24");
        assert_eq!(read("0001-01-01", "0001-01-02"), "1990-01-01 1990-01-01");
        assert_eq!(Step::Week(Weekday::Mon).all(day("2026-06-01"), today).len(), 26);
        assert_eq!(Period::read("2016-11-26", "", today).step(), Step::Month);
        assert_eq!(Period::read("2025-01-01", "", today).step(), Step::Week(Weekday::Mon));
    }

    #[test]
    fn a_day_begins_where_the_desk_is() {
        let one = Period { from: day("2026-03-29"), to: day("2026-03-29") };
        let span = |zone: Tz| (one.span(zone).from.short(), one.span(zone).until.short());
        let both = |from: &str, until: &str| (from.to_owned(), until.to_owned());
        assert_eq!(span(Tz::Europe__Berlin), both("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z"));
        assert_eq!(midnight(day("2018-11-04"), Tz::America__Sao_Paulo).short(), "2018-11-04T03:00:00Z");
    }
}
