//! Dates as other desks write them: read where they are certain, never guessed at.

#[rustfmt::skip]
mod months;

use chrono::{DateTime, NaiveDate};

/// No real date is written longer, in bytes.
const LONGEST: usize = 100;

/// What a date turned out to be. The day is the one that is written, in whatever zone that was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Read {
    /// ISO 8601, with or without a time.
    Exact(NaiveDate),
    /// Certain, but written another way.
    Mended(NaiveDate),
    /// Day and month could be either way round.
    Ambiguous,
    Unreadable,
}

/// Reads a date or a date with a time.
pub fn read(text: &str) -> Read {
    let text = text.trim();
    if text.len() > LONGEST {
        return Read::Unreadable;
    }
    let text: String = text.chars().map(western).collect();
    iso(&text).or_else(|| year_first(&text)).or_else(|| epoch(&text)).or_else(|| year_last(&text)).unwrap_or_else(
        || match in_words(&text) {
            Some(date) => Read::Mended(date),
            None => Read::Unreadable,
        },
    )
}

/// Arabic, Persian and Devanagari digits as western ones.
fn western(c: char) -> char {
    let value = match c {
        '\u{660}'..='\u{669}' => u32::from(c) - 0x660,
        '\u{6F0}'..='\u{6F9}' => u32::from(c) - 0x6F0,
        '\u{966}'..='\u{96F}' => u32::from(c) - 0x966,
        _ => return c,
    };
    char::from_digit(value, 10).unwrap_or(c)
}

/// A day that somebody can have written about.
fn date(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    let year = i32::try_from(year).ok().filter(|it| (1000..2200).contains(it))?;
    NaiveDate::from_ymd_opt(year, month, day)
}

fn number(text: &str) -> Option<u32> {
    let digits = !text.is_empty() && text.len() < 9 && text.bytes().all(|b| b.is_ascii_digit());
    digits.then(|| text.parse().ok()).flatten()
}

fn iso(text: &str) -> Option<Read> {
    let (day, rest) = match text.split_at_checked(8).filter(|(day, _)| number(day).is_some()) {
        Some((basic, rest)) => {
            let (year, day) = basic.split_at_checked(4)?;
            let (month, day) = day.split_at_checked(2)?;
            (date(number(year)?, number(month)?, number(day)?)?, rest)
        }
        None => {
            let (whole, rest) = text.split_at_checked(10)?;
            let mut parts = whole.split('-');
            let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
            let shaped = parts.next().is_none() && (year.len(), month.len(), day.len()) == (4, 2, 2);
            (shaped.then(|| date(number(year)?, number(month)?, number(day)?)).flatten()?, rest)
        }
    };
    if rest.is_empty() {
        return Some(Read::Exact(day));
    }
    let exact = rest.strip_prefix('T').is_some_and(is_iso_time);
    let apart = rest.starts_with(['T', 't', ' ', ',', 'Z', '+', '_']);
    apart.then_some(if exact { Read::Exact(day) } else { Read::Mended(day) })
}

fn is_iso_time(time: &str) -> bool {
    let (clock, zone) = match time.find(['Z', '+', '-']).and_then(|at| time.split_at_checked(at)) {
        Some((clock, "Z")) => (clock, ""),
        Some((clock, zone)) => (clock, zone.get(1..).unwrap_or_default()),
        None => (time, ""),
    };
    let (clock, fraction) = clock.split_once(['.', ',']).unwrap_or((clock, "0"));
    let pairs = |text: &str, most: usize| {
        let parts: Vec<&str> = if text.contains(':') {
            text.split(':').collect()
        } else {
            text.as_bytes().chunks(2).filter_map(|it| std::str::from_utf8(it).ok()).collect()
        };
        parts.len() <= most && parts.iter().all(|it| it.len() == 2 && number(it).is_some_and(|n| n <= 60))
    };
    pairs(clock, 3) && !clock.is_empty() && fraction.bytes().all(|b| b.is_ascii_digit()) && pairs(zone, 2)
}

/// "2020/10/7 20:05", "2020.10.07", "2020年10月7日".
fn year_first(text: &str) -> Option<Read> {
    let mut rest = text;
    let mut parts = [0; 3];
    for (n, part) in parts.iter_mut().enumerate() {
        let length = rest.bytes().take_while(u8::is_ascii_digit).count();
        if (n == 0 && length != 4) || !(1..=4).contains(&length) {
            return None;
        }
        *part = number(rest.get(..length)?)?;
        rest = rest.get(length..)?.trim_start_matches(['-', '/', '.', '年', '月', '日', '년', '월', '일']).trim_start();
    }
    let [year, month, day] = parts;
    date(year, month, day).map(Read::Mended)
}

/// Seconds or milliseconds since 1970.
fn epoch(text: &str) -> Option<Read> {
    let value: i64 = text.parse().ok().filter(|_| text.bytes().all(|b| b.is_ascii_digit()))?;
    let moment = match text.len() {
        9..=10 => DateTime::from_timestamp(value, 0),
        12..=13 => DateTime::from_timestamp_millis(value),
        _ => None,
    };
    moment.map(|it| Read::Mended(it.date_naive()))
}

/// "31/10/2020", "10/31/2020", "7.10.2020": dots always put the day first.
fn year_last(text: &str) -> Option<Read> {
    let day = text.split([' ', ',', 'T']).next()?;
    let mark = day.chars().find(|c| matches!(c, '/' | '-' | '.'))?;
    let mut parts = day.trim_end_matches('.').split(mark).map(number);
    let (first, second, year) = (parts.next()??, parts.next()??, parts.next()??);
    if parts.next().is_some() || year < 1000 {
        return None;
    }
    let day_first = date(year, second, first);
    let month_first = date(year, first, second).filter(|_| mark != '.');
    match (day_first, month_first) {
        (Some(one), Some(other)) if one != other => Some(Read::Ambiguous),
        (one, other) => one.or(other).map(Read::Mended),
    }
}

/// "Wed, 07 Oct 2020 20:05:00 GMT", "October 7th, 2020", "7 de octubre de 2020".
fn in_words(text: &str) -> Option<NaiveDate> {
    let lower = text.to_lowercase();
    let (mut year, mut month, mut day) = (None, None, None);
    for word in lower.split(|c: char| !c.is_alphanumeric()).filter(|it| !it.is_empty()) {
        let figures = word.bytes().take_while(u8::is_ascii_digit).count();
        match (number(word.get(..figures)?), figures) {
            (Some(value), 1..=2) if day.is_none() && is_ordinal(word.get(figures..)?) => day = Some(value),
            (Some(value), 4) if year.is_none() && figures == word.len() => year = Some(value),
            (None, 0) => match (months::named(word), month) {
                (Some(_), Some(_)) => return None,
                (Some(found), None) => month = Some(found),
                (None, _) => {}
            },
            _ => {}
        }
    }
    date(year?, month?, day?)
}

fn is_ordinal(ending: &str) -> bool {
    matches!(ending, "" | "st" | "nd" | "rd" | "th" | "er" | "º" | "e")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_in_the_wild() {
        let day = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).unwrap();
        let autumn = day(2020, 10, 7);
        for (written, expected) in [
            ("2020-10-07", Read::Exact(autumn)),
            ("20201007", Read::Exact(autumn)),
            ("2020-10-07T20:05:00Z", Read::Exact(autumn)),
            ("2020-10-07T23:59:59.123+05:30", Read::Exact(autumn)),
            ("2020-10-07T20:05", Read::Exact(autumn)),
            ("2020-10-07T20:05:00+0530", Read::Exact(autumn)),
            ("2020-10-07 20:05", Read::Mended(autumn)),
            ("2020-10-07 20:30:17 UTC", Read::Mended(autumn)),
            ("2020-10-07T12:26:08+5:30", Read::Mended(autumn)),
            ("2020-10-7", Read::Mended(autumn)),
            ("2020/10/07 20:05", Read::Mended(autumn)),
            ("2020年10月7日", Read::Mended(autumn)),
            ("٢٠٢٠-١٠-٠٧", Read::Exact(autumn)),
            ("1602101100", Read::Mended(autumn)),
            ("1602101100000", Read::Mended(autumn)),
            ("Wed, 07 Oct 2020 20:05:00 GMT", Read::Mended(autumn)),
            ("October 7th, 2020", Read::Mended(autumn)),
            ("7 de outubro de 2020", Read::Mended(autumn)),
            ("7. Oktober 2020", Read::Mended(autumn)),
            ("7.10.2020", Read::Mended(autumn)),
            ("31-10-2020", Read::Mended(day(2020, 10, 31))),
            ("10/31/2020", Read::Mended(day(2020, 10, 31))),
            ("7/7/2020", Read::Mended(day(2020, 7, 7))),
            ("7/10/2020", Read::Ambiguous),
            ("10-07-2020", Read::Ambiguous),
            ("2020-13-40", Read::Unreadable),
            ("2020-02-30", Read::Unreadable),
            ("0000-00-00", Read::Unreadable),
            ("-0001-11-30T00:00:00+00:00", Read::Unreadable),
            ("October 2020", Read::Unreadable),
            ("2020", Read::Unreadable),
            ("2020-10", Read::Unreadable),
            ("yesterday", Read::Unreadable),
            ("", Read::Unreadable),
            ("99999999999999999999", Read::Unreadable),
        ] {
            assert_eq!(read(written), expected, "{written}");
        }
        assert_eq!(read(&"7 Oct 2020".repeat(99_999)), Read::Unreadable);
    }
}
