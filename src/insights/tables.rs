//! The numbers behind a chart: for the page, and as a file that a spreadsheet opens without running anything.

use chrono::NaiveDate;

use crate::web::Ui;

words! {
    /// The tables, as their files are called.
    pub enum TableKind {
        Published = "published",
        Time = "time",
        Stages = "stages",
        Open = "open",
        Verdicts = "verdicts",
        Corrections = "corrections",
        Correcting = "correcting",
        Topics = "topics",
        Claimants = "claimants",
    }
}

/// As many rows stand on the page; the file has all.
const MOST_ROWS: usize = 40;

/// What stands in a place of a table.
#[derive(Debug, Clone, PartialEq)]
pub enum Cell {
    Words(String),
    Day(NaiveDate),
    Number(f64),
    /// There is no number, as there was nothing to count.
    Nothing,
}

impl Cell {
    /// As the page shows it.
    pub fn shown(&self, ui: &Ui) -> String {
        match self {
            Cell::Words(words) => words.clone(),
            Cell::Day(day) => ui.date(day),
            Cell::Number(value) => number(*value),
            Cell::Nothing => "–".into(),
        }
    }

    /// As the file has it: days and numbers as programs read them.
    fn filed(&self) -> String {
        match self {
            Cell::Words(words) => field(words),
            Cell::Day(day) => day.to_string(),
            Cell::Number(value) => rounded(*value).to_string(),
            Cell::Nothing => String::new(),
        }
    }
}

/// Rows under names; the first column says what a row is about.
#[derive(Debug, Clone, Default)]
pub struct Table {
    pub head: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

impl Table {
    /// The rows that the page shows, each place with the name of its column.
    pub fn shown(&self, ui: &Ui) -> Vec<Vec<(&String, String)>> {
        let row =
            |row: &Vec<Cell>| self.head.iter().zip(row).map(|(head, cell)| (head, cell.shown(ui))).collect::<Vec<_>>();
        self.rows.iter().take(MOST_ROWS).map(row).collect()
    }

    /// How many rows only the file has.
    pub fn left(&self) -> usize {
        self.rows.len().saturating_sub(MOST_ROWS)
    }

    /// RFC 4180: commas, quotes, CRLF.
    pub fn csv(&self) -> String {
        let head = self.head.iter().map(|name| field(name)).collect::<Vec<_>>().join(",");
        let rows = self.rows.iter().map(|row| row.iter().map(Cell::filed).collect::<Vec<_>>().join(","));
        std::iter::once(head).chain(rows).map(|line| line + "\r\n").collect()
    }
}

/// Words as one field. What a spreadsheet would take for a formula becomes words by an apostrophe.
fn field(words: &str) -> String {
    let formula = words.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let words = if formula { format!("'{words}") } else { words.to_owned() };
    if words.contains([',', '"', '\r', '\n']) { format!("\"{}\"", words.replace('"', "\"\"")) } else { words }
}

fn rounded(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// A number as the pages write it: one digit behind the point where there is one, thousands apart.
pub fn number(value: f64) -> String {
    let text = rounded(value).to_string();
    let (whole, part) = text.split_once('.').map_or((text.as_str(), None), |(whole, part)| (whole, Some(part)));
    let count = whole.chars().count();
    let mut out = String::new();
    for (place, digit) in whole.chars().enumerate() {
        if place > 0 && (count - place) % 3 == 0 {
            out.push('\u{202f}');
        }
        out.push(digit);
    }
    part.map_or(out.clone(), |part| format!("{out}.{part}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_field_is_a_formula_or_breaks_its_row() {
        for (words, filed) in [
            ("Health", "Health"),
            ("", ""),
            ("=HYPERLINK(\"x\")", "\"'=HYPERLINK(\"\"x\"\")\""),
            ("+1", "'+1"),
            ("-1", "'-1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\tx", "'\tx"),
            ("\rx", "\"'\rx\""),
            ("a,b", "\"a,b\""),
            ("two\nlines", "\"two\nlines\""),
        ] {
            assert_eq!(field(words), filed);
        }
        let table = Table {
            head: vec!["Topic".into(), "Checks".into()],
            rows: vec![vec![Cell::Words("=1".into()), Cell::Number(2.0 / 3.0)], vec![Cell::Nothing, Cell::Nothing]],
        };
        assert_eq!(table.csv(), "Topic,Checks\r\n'=1,0.7\r\n,\r\n");
    }

    #[test]
    fn numbers_are_read_by_people() {
        for (value, text) in [(0.0, "0"), (7.0, "7"), (0.04, "0"), (2.55, "2.6"), (1234.5, "1\u{202f}234.5")] {
            assert_eq!(number(value), text);
        }
        assert_eq!(number(1_000_000.0), "1\u{202f}000\u{202f}000");
    }
}
