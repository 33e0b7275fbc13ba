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

impl Turn {
    /// The turn a label begins: nobody's, where the name is not `believed`.
    fn next(self, line: &Line, label: &Label, believed: bool) -> Self {
        let speaker = match label.name {
            Some(name) => speaker(line, name).filter(|_| believed),
            None if label.changes || label.cue => None,
            None => self.speaker,
        };
        Self { within: true, speaker }
    }
}

/// What a line begins with: a time, a name, or both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Label {
    /// The name's place in the line.
    pub name: Option<(usize, usize)>,
    pub timed: bool,
    /// ">>" says that another speaks.
    changes: bool,
    /// "00:00:05.000 --> 00:00:07.000": the time of a caption, which nobody speaks.
    pub cue: bool,
    /// Code points of the whole label, with the space behind it.
    pub length: usize,
    /// The label is all of its line: the words follow on the next.
    alone: bool,
}

impl Label {
    pub fn of(chars: &[char]) -> Option<Self> {
        let marked = chevrons(chars, 0);
        let time = time(chars, marked);
        let after = time.unwrap_or(marked);
        let cue = cue(chars, after).filter(|_| time.is_some());
        let from = cue.unwrap_or_else(|| chevrons(chars, after));
        let changes = marked > 0 || (cue.is_none() && from > after);
        let plain = Self { name: None, timed: time.is_some(), changes, cue: cue.is_some(), length: from, alone: false };
        let rest = chars.get(from..).unwrap_or_default();
        let line: Vec<char> = rest.iter().take(LONGEST).take_while(|it| **it != '\n').copied().collect();
        if let Some((name, length)) = voice(&line).filter(|_| plain.cue) {
            return Some(Self { name: Some((from + name.0, from + name.1)), length: from + length, ..plain });
        }
        let colon = line.iter().position(|it| matches!(it, ':' | '：'));
        let named = colon.filter(|colon| is_name(line.get(..*colon).unwrap_or_default()));
        let Some(length) = named else {
            let marks = plain.changes || plain.cue;
            return marks
                .then_some(plain)
                .or_else(|| time.map(|length| Self::bare(chars, length)))
                .or_else(|| Self::trailing(chars));
        };
        let wide = line.get(length) == Some(&'：');
        let space = rest.iter().skip(length + 1).take_while(|it| it.is_whitespace()).count();
        let name = trimmed(&line, length);
        let whole = from + length + 1 + space;
        let clear = (wide || space > 0) && chars.get(whole).is_some_and(|it| *it != '@');
        let name = Some((from + name.0, from + name.1));
        clear.then_some(Self { name, length: whole, ..plain })
    }

    /// A label that needs no second one to be believed: a time, or a name in capitals.
    pub fn is_plain(&self, head: &str) -> bool {
        let name = self.name.map(|(start, end)| head.chars().skip(start).take(end - start).collect::<Vec<_>>());
        self.timed || name.is_some_and(|it| it.iter().all(|c| !c.is_alphabetic() || c.is_uppercase()))
    }

    /// A time without a colon behind a name: "[00:12] We built it", or a line "00:12 JANE DOE" of its own.
    fn bare(chars: &[char], time: usize) -> Self {
        let line = chars.get(time..).unwrap_or_default();
        let ended = line.last().is_none_or(|it| !it.is_alphanumeric() && *it != ')');
        let alone = line.len() <= LONGEST && !ended && is_name(line) && capitals(line);
        let name = alone.then_some((time, chars.len()));
        let length = if alone { chars.len() } else { time };
        Self { name, timed: true, changes: false, cue: false, length, alone }
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
        let name = Some((0, name.len()));
        Some(Self { name, timed, changes: false, cue: false, length: chars.len(), alone: true })
    }
}

fn trimmed(line: &[char], end: usize) -> (usize, usize) {
    let name = line.get(..end).unwrap_or_default();
    let start = name.iter().take_while(|it| it.is_whitespace() || **it == '*').count();
    let end = name.iter().rposition(|it| !it.is_whitespace() && *it != '*').map_or(start, |last| last + 1);
    (start, end)
}

/// Past ">>" and the space behind it; `from` if none stands there.
fn chevrons(chars: &[char], from: usize) -> usize {
    let count = chars.iter().skip(from).take(4).take_while(|it| **it == '>').count();
    let space = chars.iter().skip(from + count).take_while(|it| matches!(it, ' ' | '\t' | '\u{A0}')).count();
    if (2..=3).contains(&count) { from + count + space } else { from }
}

/// Past "> 00:00:07.000 align:start" and the line's end; the arrow's beginning is taken for a dash by [`time`].
fn cue(chars: &[char], from: usize) -> Option<usize> {
    let arrow = from.checked_sub(2).and_then(|it| chars.get(it..=from))?;
    let space = chars.iter().skip(from + 1).take(9).take_while(|it| **it == ' ').count();
    let end = time(chars, from + 1 + space).filter(|_| arrow == ['-', '-', '>'])?;
    let rest = chars.iter().skip(end).take_while(|it| **it != '\n').count();
    let gap = chars.iter().skip(end + rest).take_while(|it| it.is_whitespace()).count();
    Some(end + rest + gap)
}

/// The line is the time of a caption, and nothing else.
pub(super) fn is_cue(line: &[char]) -> bool {
    line.first().is_some_and(char::is_ascii_digit)
        && time(line, 0).and_then(|it| cue(line, it)).is_some_and(|it| it >= line.len())
}

/// The number of a caption, before its time.
pub(super) fn is_counter(line: &Line, next: &Line) -> bool {
    line.ends && line.chars.len() <= 5 && line.chars.iter().all(char::is_ascii_digit) && is_cue(next.chars)
}

/// The name in "<v Jane Doe>", and the length of the tag.
fn voice(line: &[char]) -> Option<((usize, usize), usize)> {
    let start = 3;
    let tagged = line.get(..start)? == ['<', 'v', ' '];
    let end = line.iter().position(|it| *it == '>').filter(|end| tagged && *end > start)?;
    Some(((start, end), end + 1))
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
    let labels: Vec<Option<Label>> = lines.iter().map(|line| Label::of(line.chars)).collect();
    let accepted = Accepted::of(lines, &labels);
    let mut found = Vec::with_capacity(lines.len());
    let mut now = Turn::default();
    let mut before = None;
    let takes = |(line, label): (&Line, &Option<Label>)| {
        label.as_ref().is_some_and(|it| line.opens && accepted.takes(line, it))
    };
    let last = lines.iter().zip(&labels).rposition(takes);
    let ends_here = |number, opens: bool| opens && (!accepted.dense || last.is_none_or(|last| number > last));
    for (number, (line, label)) in lines.iter().zip(&labels).enumerate() {
        let label = label.as_ref();
        let cue = label.is_some_and(|it| it.cue && it.length >= line.chars.len());
        if cue {
            now.speaker = None;
        }
        match label.filter(|it| line.opens && !cue && accepted.takes(line, it)) {
            Some(label) => now = now.next(line, label, true),
            None if line.opens => {
                if ends_here(number, before != Some(line.paragraph)) {
                    now = Turn::default();
                }
            }
            None => {
                if let Some(label) = label.filter(|_| now.within) {
                    now = now.next(line, label, accepted.takes(line, label));
                }
            }
        }
        before = Some(line.paragraph);
        found.push(if cue { Turn::default() } else { now.clone() });
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
    /// A name stands behind ">>" somewhere.
    marked: bool,
    capitals: bool,
    names: HashMap<String, usize>,
    recurring: bool,
    /// Most paragraphs open with a label: one that does not continues the turn before it.
    dense: bool,
}

impl Accepted {
    fn of(lines: &[Line], labels: &[Option<Label>]) -> Self {
        let (mut timed, mut capital, mut named, mut marked) = (0, 0, 0, false);
        let mut names: HashMap<String, usize> = HashMap::new();
        for (line, label) in lines.iter().zip(labels) {
            let Some(label) = label.as_ref().filter(|_| line.opens) else { continue };
            timed += usize::from(label.timed);
            marked |= label.changes && label.name.is_some();
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
            marked,
            capitals: capital >= 2,
            names,
            recurring: most >= 2 && named >= 3 && distinct >= 2,
            dense: (timed.max(named)) * 2 >= openings.max(1),
        }
    }

    fn takes(&self, line: &Line, label: &Label) -> bool {
        if label.timed || label.changes {
            return (label.timed && self.timed) || (label.changes && self.marked);
        }
        let Some(name) = label.name.and_then(|(start, end)| line.chars.get(start..end)) else { return false };
        let times = self.names.get(&name.iter().collect::<String>()).copied().unwrap_or(0);
        let words = name.iter().filter(|it| it.is_whitespace()).count();
        (self.capitals && capitals(name)) || (self.recurring && (times >= 2 || (self.dense && words > 0)))
    }
}
