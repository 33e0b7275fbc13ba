//! Dates as pages write them for machines; what could be read two ways is not read.

use chrono::{DateTime, Datelike, NaiveDate};

/// The day that is written, in the zone it is written in; none where it is not certain.
pub(super) fn date(written: &str) -> Option<NaiveDate> {
    let written = written.trim();
    if written.len() > 60 {
        return None;
    }
    let mail = || DateTime::parse_from_rfc2822(written).ok().map(|it| it.date_naive());
    iso(written).or_else(mail).or_else(|| named(written)).filter(|it| (1800..=2200).contains(&it.year()))
}

/// `2019-11-19`, `2019/11/19`, `20191119`, with or without a time.
fn iso(written: &str) -> Option<NaiveDate> {
    if written.len() == 8 && written.bytes().all(|it| it.is_ascii_digit()) {
        return NaiveDate::parse_from_str(written, "%Y%m%d").ok();
    }
    let (day, rest) = written.split_at_checked(10)?;
    let ends = rest.is_empty() || rest.starts_with(['T', 't', ' ', 'Z', '+']);
    let parts: Vec<&str> = day.split(['-', '/', '.']).collect();
    let [year, month, day] = parts.as_slice() else { return None };
    let digits = [year, month, day].iter().all(|it| it.bytes().all(|it| it.is_ascii_digit()));
    if !ends || !digits || (year.len(), month.len(), day.len()) != (4, 2, 2) {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

/// `November 19, 2019`, `19 Nov 2019`, with a weekday before or a time behind.
fn named(written: &str) -> Option<NaiveDate> {
    let words: Vec<&str> = written.split(|c: char| c.is_whitespace() || c == ',').filter(|it| !it.is_empty()).collect();
    let months = || words.iter().enumerate().filter_map(|(at, word)| Some((at, month(word)?)));
    let (at, month) = months().next().filter(|_| months().count() == 1)?;
    let number = |at: usize| words.get(at).and_then(|it| number(it));
    let year = |at: usize| words.get(at).filter(|it| it.len() == 4).and_then(|it| it.parse::<i32>().ok());
    let day_first = at.checked_sub(1).and_then(number).zip(year(at + 1));
    let (day, year) = day_first.or_else(|| number(at + 1).zip(year(at + 2)))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

fn number(word: &str) -> Option<u32> {
    let bare = ["st", "nd", "rd", "th", "."].iter().find_map(|it| word.strip_suffix(it)).unwrap_or(word);
    bare.parse().ok().filter(|_| bare.len() <= 2)
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let small = word.trim_end_matches('.').to_ascii_lowercase();
    let at = MONTHS
        .iter()
        .position(|it| *it == small || (small.len() >= 3 && small.len() <= 4 && it.starts_with(&small)))?;
    u32::try_from(at + 1).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_certain_dates_are_read() {
        for (written, expected) in [
            ("2019-11-19", "2019-11-19"),
            ("2019-11-19T23:30:00-08:00", "2019-11-19"),
            (" 2019/11/19 07:00 ", "2019-11-19"),
            ("20191119", "2019-11-19"),
            ("Tue, 19 Nov 2019 07:50:00 GMT", "2019-11-19"),
            ("November 19, 2019", "2019-11-19"),
            ("Tuesday, 19 Sept. 2019 at 8:00", "2019-09-19"),
            ("Nov 3rd, 2019", "2019-11-03"),
            ("19/11/2019", ""),
            ("03/04/2019", ""),
            ("2019-13-01", ""),
            ("2019-02-30", ""),
            ("2019", ""),
            ("2019-11-191", ""),
            ("1574150000", ""),
            ("0001-01-01T00:00:00Z", ""),
            ("May 2019", ""),
            ("12 May 13 June 2019", ""),
            ("", ""),
        ] {
            assert_eq!(date(written).map(|it| it.to_string()).unwrap_or_default(), expected, "{written}");
        }
    }
}
