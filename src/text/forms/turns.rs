//! Turns of speech: labels that name a speaker, or a time, at the beginning of lines.

use super::{Line, tables};
use std::collections::HashMap;

/// A label is not longer.
const LONGEST: usize = 60;

/// Who speaks in a turn, and where the label stands.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speaker {
    pub name: String,
    pub start: usize,
    pub end: usize,
}

/// A sentence's place in the conversation.
#[derive(Debug, Clone, Default)]
pub(super) struct Turn {
    pub within: bool,
    pub speaker: Option<Speaker>,
}

/// What a line begins with: a time, a name, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// The name's place in the line.
    pub name: Option<(usize, usize)>,
    pub timed: bool,
    /// Code points of the whole label, with the space behind it.
    pub length: usize,
    /// The label is all of its line: the words follow on the next.
    alone: bool,
}

impl Label {
    pub fn of(chars: &[char]) -> Option<Self> {
        let time = time(chars, 0);
        let from = time.unwrap_or(0);
        let rest = chars.get(from..).unwrap_or_default();
        let line: Vec<char> = rest.iter().take(LONGEST).take_while(|it| **it != '\n').copied().collect();
        let colon = line.iter().position(|it| matches!(it, ':' | '：'));
        let named = colon.filter(|colon| is_name(line.get(..*colon).unwrap_or_default()));
        let Some(length) = named else {
            return time.map(|length| Self::bare(chars, length)).or_else(|| Self::trailing(chars));
        };
        let wide = line.get(length) == Some(&'：');
        let space = rest.iter().skip(length + 1).take_while(|it| it.is_whitespace()).count();
        let name = trimmed(&line, length);
        let whole = from + length + 1 + space;
        let clear = (wide || space > 0) && chars.get(whole).is_some_and(|it| *it != '@');
        clear.then_some(Self {
            name: Some((from + name.0, from + name.1)),
            timed: time.is_some(),
            length: whole,
            alone: false,
        })
    }

    /// A label that needs no second one to be believed: a time, or a name in capitals.
    pub fn is_plain(&self, head: &str) -> bool {
        let name = self.name.map(|(start, end)| head.chars().skip(start).take(end - start).collect::<Vec<_>>());
        self.timed || name.is_some_and(|it| it.iter().all(|c| !c.is_alphabetic() || c.is_uppercase()))
    }

    /// A time without a colon behind a name: "[00:12] We built it", or a line "00:12 JANE DOE" of its own.
    fn bare(chars: &[char], time: usize) -> Self {
        let line = chars.get(time..).unwrap_or_default();
        let alone = line.len() <= LONGEST && !line.is_empty() && is_name(line) && capitals(line);
        let name = alone.then_some((time, chars.len()));
        Self { name, timed: true, length: if alone { chars.len() } else { time }, alone }
    }

    /// "Jane Doe  0:12", a line of its own.
    fn trailing(chars: &[char]) -> Option<Self> {
        if chars.len() > LONGEST {
            return None;
        }
        let mut words = chars.iter().rposition(|it| it.is_whitespace())?;
        let timed = time(chars, words + 1)? >= chars.len();
        while words > 0 && chars.get(words - 1).is_some_and(|it| it.is_whitespace()) {
            words -= 1;
        }
        let name = chars.get(..words).filter(|it| is_name(it) && timed)?;
        Some(Self { name: Some((0, name.len())), timed, length: chars.len(), alone: true })
    }
}

fn trimmed(line: &[char], end: usize) -> (usize, usize) {
    let name = line.get(..end).unwrap_or_default();
    let start = name.iter().take_while(|it| it.is_whitespace() || **it == '*').count();
    let end = name.iter().rposition(|it| !it.is_whitespace() && *it != '*').map_or(start, |last| last + 1);
    (start, end)
}

/// Past "[00:12:31]", "(12:31)", "00:12:31.500 –" and the space behind it.
fn time(chars: &[char], from: usize) -> Option<usize> {
    let at = |index: usize| chars.get(index).copied().unwrap_or(' ');
    let open = matches!(at(from), '[' | '(' | '<');
    let mut end = from + usize::from(open);
    let start = end;
    let mut colons = 0;
    while end < start + 12 && (at(end).is_numeric() || matches!(at(end), ':' | '.' | ',')) {
        colons += usize::from(at(end) == ':');
        end += 1;
    }
    let digits = chars.get(start..end).unwrap_or_default().iter().filter(|it| it.is_numeric()).count();
    if colons == 0 || digits < 3 || !at(start).is_numeric() || !(open || colons == 2 || at(end) == ' ') {
        return None;
    }
    if open {
        if !matches!(at(end), ']' | ')' | '>') {
            return None;
        }
        end += 1;
    }
    while matches!(at(end), ' ' | '\t' | '\u{A0}' | '-' | '–' | '—' | '|') && end < chars.len() {
        end += 1;
    }
    Some(end)
}

/// Words a speaker may be named with: capitals or a script without them, up to six.
fn is_name(label: &[char]) -> bool {
    let (start, end) = trimmed(label, label.len());
    let text: String = label.get(start..end).unwrap_or_default().iter().collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let lower = text.to_lowercase();
    let allowed = |c: char| {
        c.is_alphanumeric()
            || c.is_whitespace()
            || matches!(c, '.' | '-' | '\'' | '’' | '(' | ')' | ',' | '/' | '#' | '·')
    };
    let named = |word: &&str| {
        let first = word.chars().find(|it| it.is_alphabetic());
        first.is_none_or(|it| !it.is_lowercase()) || tables::PARTICLES.contains(word)
    };
    let marks = text.chars().any(|it| u32::from(it) >= 0x300 && !it.is_alphanumeric());
    text.chars().any(char::is_alphabetic)
        && !words.is_empty()
        && words.len() <= 6
        && (marks || text.chars().all(allowed))
        && words.iter().all(named)
        && !tables::NO_SPEAKERS.contains(&lower.as_str())
        && !tables::CAPTIONS.contains(&lower.as_str())
}

fn capitals(label: &[char]) -> bool {
    let letters = || label.iter().filter(|it| it.is_alphabetic());
    letters().count() >= 2 && letters().all(|it| it.is_uppercase())
}

/// The turn of each sentence. Labels count only where they recur, so that "Note: …" makes no transcript.
pub(super) fn turns(lines: &[Line]) -> Vec<Turn> {
    let labels: Vec<Option<Label>> =
        lines.iter().map(|line| line.opens.then(|| Label::of(line.chars)).flatten()).collect();
    let accepted = Accepted::of(lines, &labels);
    let mut found = Vec::with_capacity(lines.len());
    let mut now = Turn::default();
    let mut before = None;
    let takes =
        |at: &usize| lines.get(*at).zip(labels.get(*at)?.as_ref()).map(|(line, label)| accepted.takes(line, label));
    let last = (0..lines.len()).rev().find(|at| takes(at) == Some(true));
    let ends_here = |number, opens: bool| opens && (!accepted.dense || last.is_none_or(|last| number > last));
    for (number, (line, label)) in lines.iter().zip(&labels).enumerate() {
        match label.as_ref().filter(|it| accepted.takes(line, it)) {
            Some(label) => {
                let speaker = label.name.and_then(|it| speaker(line, it));
                now.speaker = if label.name.is_some() { speaker } else { now.speaker };
                now.within = true;
            }
            None if ends_here(number, line.opens && before != Some(line.paragraph)) => now = Turn::default(),
            None => {}
        }
        before = Some(line.paragraph);
        found.push(now.clone());
    }
    found
}

fn speaker(line: &Line, (start, end): (usize, usize)) -> Option<Speaker> {
    let name: String = line.chars.get(start..end)?.iter().collect();
    let trimmed = name.trim();
    let generic = trimmed.chars().count() < 2 && trimmed.is_ascii();
    (!generic).then(|| Speaker { name: trimmed.to_owned(), start: line.start + start, end: line.start + end })
}

/// Which labels of a text are believed.
struct Accepted {
    timed: bool,
    capitals: bool,
    names: HashMap<String, usize>,
    recurring: bool,
    /// Most paragraphs open with a label: one that does not continues the turn before it.
    dense: bool,
}

impl Accepted {
    fn of(lines: &[Line], labels: &[Option<Label>]) -> Self {
        let (mut timed, mut capital, mut named) = (0, 0, 0);
        let mut names: HashMap<String, usize> = HashMap::new();
        for (line, label) in lines.iter().zip(labels) {
            let Some(label) = label else { continue };
            timed += usize::from(label.timed);
            if let Some(name) = label.name.and_then(|(start, end)| line.chars.get(start..end)) {
                named += 1;
                capital += usize::from(capitals(name));
                *names.entry(name.iter().collect()).or_default() += 1;
            }
        }
        let most = names.values().copied().max().unwrap_or(0);
        let distinct = names.len();
        let openings = lines.iter().filter(|it| it.opens).count();
        Self {
            timed: timed >= 2 || (timed == 1 && named >= 1),
            capitals: capital >= 2,
            names,
            recurring: most >= 2 && named >= 3 && distinct >= 2,
            dense: (timed.max(named)) * 2 >= openings.max(1),
        }
    }

    fn takes(&self, line: &Line, label: &Label) -> bool {
        if label.timed {
            return self.timed;
        }
        let Some(name) = label.name.and_then(|(start, end)| line.chars.get(start..end)) else { return false };
        let times = self.names.get(&name.iter().collect::<String>()).copied().unwrap_or(0);
        let words = name.iter().filter(|it| it.is_whitespace()).count();
        (self.capitals && capitals(name)) || (self.recurring && (times >= 2 || (self.dense && words > 0)))
    }
}
