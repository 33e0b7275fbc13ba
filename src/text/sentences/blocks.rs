//! Lines that stand for themselves inside a paragraph: headings, list items, rows of a table.

use super::tables;
use std::ops::Range;

/// The parts of a paragraph that no sentence crosses, without gaps.
pub(super) fn blocks(c: &[char]) -> Vec<Range<usize>> {
    let mut starts = vec![0];
    starts.extend(lines_apart(c));
    let ends = starts.iter().skip(1).copied().chain([c.len()]).collect::<Vec<_>>();
    let mut found = Vec::new();
    for (start, end) in starts.into_iter().zip(ends) {
        let mut from = start;
        for at in items_in_line(c.get(start..end).unwrap_or_default()) {
            found.push(from..start + at);
            from = start + at;
        }
        found.push(from..end);
    }
    found
}

fn lines_apart(c: &[char]) -> Vec<usize> {
    let lines: Vec<&[char]> = c.split(|&it| it == '\n').map(<[char]>::trim).collect();
    let width = lines.iter().map(|line| line.len()).max().unwrap_or(0);
    let mut found = Vec::new();
    let mut at = 0;
    for (line, next) in c.split(|&it| it == '\n').zip(lines.iter().skip(1)) {
        at += line.len() + 1;
        let line = line.trim();
        if is_row(line) || is_row(next) || is_item(next) || is_heading(line, next, width) {
            found.push(at);
        }
    }
    found
}

fn is_row(line: &[char]) -> bool {
    line.contains(&'\t')
}

fn is_item(line: &[char]) -> bool {
    let bullet = line.first().is_some_and(|&it| tables::is_bullet(it) || matches!(it, '*' | '-' | '+' | '–' | '—'));
    let spaced = line.get(1).is_some_and(|it| it.is_whitespace());
    (bullet && spaced) || Marker::at_start_of(line).is_some()
}

/// A heading ends early: the next line's first word would have fitted.
fn is_heading(line: &[char], next: &[char], width: usize) -> bool {
    if line.first() == Some(&'#') {
        return true;
    }
    let open = line.last().is_some_and(|&it| it.is_alphanumeric());
    let capital = next.first().is_some_and(|it| it.is_alphanumeric() && !it.is_lowercase());
    let word = next.iter().take_while(|it| !it.is_whitespace()).count();
    open && capital && line.len() + 1 + word <= width
}

/// Where further items begin in a line that begins with one: "1) this 2) that", "• this • that".
fn items_in_line(c: &[char]) -> Vec<usize> {
    let bullet = c.first().copied().filter(|&it| tables::is_bullet(it) || (it == '*' && c.get(1) == Some(&' ')));
    let mut marker = Marker::at_start_of(c);
    let mut found = Vec::new();
    for (before, window) in
        c.windows(2).enumerate().filter(|(_, window)| window.first().is_some_and(|it| it.is_whitespace()))
    {
        let at = before + 1;
        let rest = c.get(at..).unwrap_or_default();
        if let Some(next) = marker.as_ref().and_then(Marker::next).filter(|next| next.begins(rest)) {
            found.push(at);
            marker = Some(next);
        } else if bullet.is_some() && window.get(1).copied() == bullet {
            found.push(at);
        }
    }
    found
}

/// What numbers an item: `1.`, `(a)`, `ii)`.
struct Marker {
    open: bool,
    close: &'static str,
    label: String,
}

impl Marker {
    fn at_start_of(c: &[char]) -> Option<Self> {
        let open = c.first() == Some(&'(');
        let rest = c.get(usize::from(open)..)?;
        let label: String = rest.iter().take(4).take_while(|it| it.is_ascii_alphanumeric()).collect();
        let close =
            [".)", ")", "."].into_iter().find(|close| begins(rest.get(label.len()..).unwrap_or_default(), close))?;
        let marker = Self { open, close, label };
        let number = marker.label.bytes().all(|it| it.is_ascii_digit());
        let letter = marker.label.len() == 1 && (close != "." || marker.label == "a");
        ((number || letter) && !marker.label.is_empty() && marker.label.len() < 4 && marker.begins(c)).then_some(marker)
    }

    fn begins(&self, c: &[char]) -> bool {
        let written = format!("{}{}{}", if self.open { "(" } else { "" }, self.label, self.close);
        begins(c, &written) && c.get(written.len()).is_some_and(|it| it.is_whitespace())
    }

    /// The marker that the next item must have, so that a stray number begins none.
    fn next(&self) -> Option<Self> {
        const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
        let roman = ROMAN.iter().position(|it| *it == self.label).and_then(|at| ROMAN.get(at + 1));
        let label = match (self.label.parse::<u32>(), roman, self.label.as_bytes()) {
            (Ok(number), ..) => (number + 1).to_string(),
            (_, Some(roman), _) => (*roman).to_owned(),
            (_, _, [letter]) if letter.eq_ignore_ascii_case(&b'z') => return None,
            (_, _, [letter]) => char::from(letter + 1).to_string(),
            _ => return None,
        };
        Some(Self { label, ..*self })
    }
}

fn begins(c: &[char], with: &str) -> bool {
    let mut c = c.iter();
    with.chars().all(|it| c.next() == Some(&it))
}

/// `<[char]>::trim`, as text has it.
trait Trim {
    fn trim(&self) -> &Self;
}

impl Trim for [char] {
    fn trim(&self) -> &Self {
        let start = self.iter().take_while(|it| it.is_whitespace()).count();
        let end = self.iter().rposition(|it| !it.is_whitespace()).map_or(start, |last| last + 1);
        self.get(start..end).unwrap_or_default()
    }
}
