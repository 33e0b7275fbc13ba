//! Lines that stand for themselves inside a paragraph: headings, list items, rows of a table, turns of a transcript.

use super::forms;
use super::tables;
use crate::text::paragraphs::Lines;
use memchr::memmem;
use std::ops::Range;
use std::sync::LazyLock;

/// Calls back with each part of a paragraph that no sentence crosses, without gaps.
pub(super) fn each(paragraph: &str, lines: &mut Vec<Range<usize>>, mut with: impl FnMut(Range<usize>)) {
    if memchr::memchr(b'\n', paragraph.as_bytes()).is_none() {
        return items_in_line(paragraph, 0, &mut with);
    }
    split(paragraph, lines);
    let text = |line: &Range<usize>| paragraph.get(line.clone()).unwrap_or_default();
    let width = lines.iter().map(|line| text(line).chars().count()).max().unwrap_or(0);
    let mut start = 0;
    for (line, next) in lines.iter().zip(lines.iter().skip(1)) {
        if stands_apart(text(line), text(next), width) {
            items_in_line(paragraph.get(start..next.start).unwrap_or_default(), start, &mut with);
            start = next.start;
        }
    }
    items_in_line(paragraph.get(start..).unwrap_or_default(), start, &mut with);
}

/// The lines of a paragraph, trimmed.
fn split(paragraph: &str, lines: &mut Vec<Range<usize>>) {
    lines.clear();
    let mut at = 0;
    for line in Lines(paragraph) {
        let inner = line.trim_start();
        let start = at + line.len() - inner.len();
        lines.push(start..start + inner.trim_end().len());
        at += line.len();
    }
}

fn stands_apart(line: &str, next: &str, width: usize) -> bool {
    is_row(line) || is_row(next) || is_item(next) || is_turn(line, next) || is_heading(line, next, width)
}

fn is_row(line: &str) -> bool {
    line.contains('\t')
}

fn is_item(line: &str) -> bool {
    let mut chars = line.chars();
    let bullet = chars.next().is_some_and(|it| tables::is_bullet(it) || matches!(it, '*' | '-' | '+' | '–' | '—'));
    let spaced = chars.next().is_some_and(char::is_whitespace);
    (bullet && spaced) || Marker::at_start_of(line).is_some()
}

/// "[00:12:31] SPEAKER: …", "SPEAKER: …", and after a finished line "Ann Lee: …".
fn is_turn(line: &str, next: &str) -> bool {
    let time = next.split(' ').next().unwrap_or_default().trim_end_matches(':');
    if forms::timecode(next).is_some() || (forms::clock(time) && time.len() > 4) {
        return true;
    }
    let start: String = next.chars().take(40).collect();
    let Some((name, rest)) = start.split_once(':') else { return false };
    let words = name.split(' ').count();
    let names = name.split(' ').all(|it| it.starts_with(|c: char| c.is_uppercase() || matches!(c, '(' | '[')));
    let capitals = !name.contains(char::is_lowercase) && name.contains(char::is_alphabetic);
    let finished = line.ends_with(|it| tables::is_terminator(it) || tables::is_closer(it) || it == ':');
    rest.starts_with(' ') && words <= 4 && ((capitals && name.len() > 1) || (names && finished))
}

/// A heading ends early: the next line's first word would have fitted.
fn is_heading(line: &str, next: &str, width: usize) -> bool {
    if line.starts_with('#') {
        return true;
    }
    let open = line.ends_with(char::is_alphanumeric);
    let capital = next.starts_with(|it: char| it.is_alphanumeric() && !it.is_lowercase());
    let word = || next.chars().take_while(|it| !it.is_whitespace()).count();
    let colon = line.ends_with(':') && next.starts_with(char::is_uppercase);
    (open && capital && line.chars().count() + 1 + word() <= width) || colon
}

/// Where further items begin in a line that begins with one: "1) this 2) that", "• this • that".
fn items_in_line(line: &str, offset: usize, with: &mut impl FnMut(Range<usize>)) {
    let inner = line.trim_start();
    let first = inner.chars().next().unwrap_or('\0');
    let mut from = 0;
    let mut divide = |at: usize| {
        with(offset + from..offset + at);
        from = at;
    };
    let begin = line.len() - inner.len();
    if tables::is_bullet(first) || (first == '*' && inner.starts_with("* ")) {
        let bullet = inner.get(..first.len_utf8()).unwrap_or_default();
        for at in memmem::find_iter(inner.as_bytes(), bullet).filter(|at| *at > 0) {
            let before = inner.get(..at).and_then(|it| it.chars().next_back());
            if before.is_some_and(char::is_whitespace) {
                divide(begin + at);
            }
        }
    } else {
        let mut at = 0;
        let mut marker = Marker::at_start_of(inner);
        if marker.is_none() {
            let Some((place, first)) = first_item(inner) else { return with(offset..offset + line.len()) };
            divide(begin + place);
            (at, marker) = (place, Some(first));
        }
        while let Some(next) = marker.as_ref().and_then(Marker::next) {
            let Some(place) = next.find(inner, at) else { break };
            divide(begin + place);
            at = place;
            marker = Some(next);
        }
    }
    with(offset + from..offset + line.len());
}

/// How the first item of a list in the middle of a line may be written.
static FIRST: LazyLock<[memmem::Finder; 5]> =
    LazyLock::new(|| [" 1) ", " 1. ", " (1) ", " a. ", " a) "].map(memmem::Finder::new));

/// Where a list begins after a sentence: "They are these. a. one b. two", "What now? 1) this 2) that".
fn first_item(line: &str) -> Option<(usize, Marker)> {
    let at = FIRST.iter().find_map(|it| it.find(line.as_bytes()))? + 1;
    let marker = Marker::at_start_of(line.get(at..)?)?;
    let second = marker.next()?.find(line, at)?;
    let free = |at: usize, ends: &[char]| line.get(..at).is_some_and(|it| it.trim_end().ends_with(ends));
    (free(at, &['.', '!', '?', ':']) && !free(second, &[',', ';', ':'])).then_some((at, marker))
}

/// What numbers an item: `1.`, `(a)`, `ii)`.
struct Marker {
    open: bool,
    close: &'static str,
    label: String,
}

impl Marker {
    fn at_start_of(text: &str) -> Option<Self> {
        let open = text.starts_with('(');
        let rest = text.get(usize::from(open)..)?;
        let length = rest.bytes().take(4).take_while(u8::is_ascii_alphanumeric).count();
        let after = rest.get(length..)?;
        let close = [".)", ")", "."].into_iter().find(|close| after.starts_with(close))?;
        let label = rest.get(..length)?;
        let number = label.bytes().all(|it| it.is_ascii_digit());
        let roman = label.bytes().all(|it| matches!(it.to_ascii_lowercase(), b'i' | b'v' | b'x'));
        let letter = (label.len() == 1 && (close != "." || label == "a"))
            || (roman && (close != "." || label.eq_ignore_ascii_case("i")));
        let spaced = after.get(close.len()..)?.starts_with(char::is_whitespace);
        ((number || letter) && spaced && (1..4).contains(&length)).then(|| Self {
            open,
            close,
            label: label.to_owned(),
        })
    }

    /// The marker that the next item must have, so that a stray number begins none.
    fn next(&self) -> Option<Self> {
        const ROMAN: [&str; 12] = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
        let small = self.label.to_ascii_lowercase();
        let roman = ROMAN.iter().position(|it| *it == small).and_then(|at| ROMAN.get(at + 1));
        let label = match (self.label.parse::<u32>(), roman, self.label.as_bytes()) {
            (Ok(number), ..) => (number + 1).to_string(),
            (_, Some(roman), _) if small == self.label => (*roman).to_owned(),
            (_, Some(roman), _) => roman.to_ascii_uppercase(),
            (_, _, [letter]) if letter.eq_ignore_ascii_case(&b'z') => return None,
            (_, _, [letter]) => char::from(letter + 1).to_string(),
            _ => return None,
        };
        Some(Self { label, ..*self })
    }

    /// Where it stands between white space, past a place.
    fn find(&self, text: &str, past: usize) -> Option<usize> {
        let written = format!("{}{}{}", if self.open { "(" } else { "" }, self.label, self.close);
        let places = memmem::find_iter(text.as_bytes().get(past..)?, &written).map(|at| past + at);
        places.into_iter().find(|&at| {
            let before = text.get(..at).and_then(|it| it.chars().next_back());
            let after = text.get(at + written.len()..).and_then(|it| it.chars().next());
            before.is_some_and(char::is_whitespace) && after.is_some_and(char::is_whitespace)
        })
    }
}
