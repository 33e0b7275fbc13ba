//! How an article's text is laid out: paragraphs, sentences to tick, claims marked where they stand.

use std::collections::HashSet;

use crate::text::anchor::Near;
use crate::text::diff;
use crate::text::offsets::{self, Index};
use crate::text::paragraphs::{Paragraph, paragraphs};
use crate::text::reading::Line;
use crate::text::sentences::sentences;

/// A long text is shown in parts of about this many code points, cut between paragraphs.
const PART: usize = 40_000;

/// A claim as the text shows it.
#[derive(Debug, Clone)]
pub struct Mark {
    /// Its number on the page.
    pub n: usize,
    pub start: usize,
    pub end: usize,
    pub state: String,
    pub tone: String,
    pub icon: String,
    /// What a screen reader adds: "claim 3: in review".
    pub label: String,
}

/// A run of text, plain or marked.
#[derive(Debug, Clone)]
pub struct Piece {
    pub text: String,
    pub mark: Option<Mark>,
    /// Whether the mark is seen here for the first time: ids stand once.
    pub first: bool,
}

/// A sentence that can be ticked.
#[derive(Debug, Clone)]
pub struct Sentence {
    pub start: usize,
    pub end: usize,
    /// Its number among all sentences, where the text was read as a whole.
    pub line: usize,
    pub pieces: Vec<Piece>,
}

/// One part of a text.
#[derive(Debug, Clone)]
pub struct Part {
    pub number: usize,
    pub of: usize,
    pub paragraphs: Vec<Vec<Sentence>>,
}

/// Groups paragraphs into parts.
fn parts(text: &str) -> Vec<Vec<Paragraph>> {
    let mut parts: Vec<Vec<Paragraph>> = Vec::new();
    let mut from = 0;
    for paragraph in paragraphs(text) {
        match parts.last_mut() {
            Some(part) if paragraph.end.saturating_sub(from) <= PART => part.push(paragraph),
            _ => {
                from = paragraph.start;
                parts.push(vec![paragraph]);
            }
        }
    }
    parts
}

/// The part in which a code point stands, counted from 1.
pub fn part_of(text: &str, point: usize) -> usize {
    let found = parts(text).iter().position(|part| part.last().is_some_and(|last| point < last.end));
    found.map_or(1, |index| index + 1)
}

/// Lays out one part of a text. Ends of marks that fall inside a sentence cut it; a mark across sentences is shown in each.
pub fn part(text: &str, lang: &str, number: usize, marks: &[Mark]) -> Part {
    lay_out(text, number, marks, |slice, paragraph| {
        let found = sentences(slice, Some(lang)).into_iter();
        found.map(|it| (it.start + paragraph.start, it.end + paragraph.start, 0)).collect()
    })
}

/// The same of a text that has been read as a whole.
pub fn part_of_lines(text: &str, lines: &[Line], number: usize, marks: &[Mark]) -> Part {
    lay_out(text, number, marks, |_, paragraph| {
        let first = lines.partition_point(|line| line.start < paragraph.start);
        let inside = lines.iter().enumerate().skip(first).take_while(|(_, line)| line.start < paragraph.end);
        inside.map(|(n, line)| (line.start, line.end, n)).collect()
    })
}

fn lay_out(
    text: &str,
    number: usize,
    marks: &[Mark],
    sentences_of: impl Fn(&str, &Paragraph) -> Vec<(usize, usize, usize)>,
) -> Part {
    let parts = parts(text);
    let of = parts.len().max(1);
    let number = number.clamp(1, of);
    let index = Index::new(text);
    let mut begun = HashSet::new();
    let shown = parts.get(number - 1).map(Vec::as_slice).unwrap_or_default();
    let paragraphs = shown
        .iter()
        .map(|paragraph| {
            let slice = index.slice(paragraph.start, paragraph.end).unwrap_or_default();
            sentences_of(slice, paragraph)
                .into_iter()
                .map(|(start, end, line)| Sentence {
                    start,
                    end,
                    line,
                    pieces: pieces(&index, (start, end), marks, &mut begun),
                })
                .collect()
        })
        .collect();
    Part { number, of, paragraphs }
}

fn pieces(index: &Index, (start, end): (usize, usize), marks: &[Mark], begun: &mut HashSet<usize>) -> Vec<Piece> {
    let here: Vec<&Mark> = marks.iter().filter(|mark| mark.start < end && mark.end > start).collect();
    let mut cuts = vec![start, end];
    for mark in &here {
        cuts.push(mark.start.max(start));
        cuts.push(mark.end.min(end));
    }
    cuts.sort_unstable();
    cuts.dedup();
    cuts.iter()
        .zip(cuts.iter().skip(1))
        .map(|(from, to)| {
            let inner =
                here.iter().filter(|mark| mark.start <= *from && mark.end >= *to).min_by_key(|m| m.end - m.start);
            Piece {
                text: index.slice(*from, *to).unwrap_or_default().to_owned(),
                first: inner.is_some_and(|mark| begun.insert(mark.n)),
                mark: inner.map(|mark| (*mark).clone()),
            }
        })
        .collect()
}

/// A paragraph of plain text with its place, for snapshots.
#[derive(Debug, Clone)]
pub struct Plain {
    pub start: usize,
    pub text: String,
}

/// One part of a snapshot's text, without sentences: number, count, paragraphs.
pub fn plain_part(text: &str, number: usize) -> (usize, usize, Vec<Plain>) {
    let parts = parts(text);
    let of = parts.len().max(1);
    let number = number.clamp(1, of);
    let index = Index::new(text);
    let shown = parts.get(number - 1).map(Vec::as_slice).unwrap_or_default();
    let plain = shown
        .iter()
        .map(|p| Plain { start: p.start, text: index.slice(p.start, p.end).unwrap_or_default().to_owned() })
        .collect();
    (number, of, plain)
}

/// A place in a text that somebody's typed words may mean: offered to them, never applied.
#[derive(Debug, Clone)]
pub struct Place {
    pub start: usize,
    pub end: usize,
    pub before: String,
    pub text: String,
    pub after: String,
    /// In per cent, where it is not exact.
    pub likeness: String,
    /// From what was typed to what stands there, where it is not exact.
    pub differs: Vec<diff::Piece>,
}

impl Place {
    /// The place with some words around it.
    pub fn of(text: &str, start: usize, end: usize, likeness: Option<f32>) -> Self {
        let slice = |a: usize, b: usize| offsets::slice(text, a, b).unwrap_or_default().to_owned();
        Place {
            start,
            end,
            before: slice(start.saturating_sub(80), start),
            text: slice(start, end),
            after: slice(end, end.saturating_add(80).min(offsets::count(text))),
            likeness: likeness.map(|share| format!("{:.0}", share * 100.0)).unwrap_or_default(),
            differs: Vec::new(),
        }
    }

    /// A near miss, with what is different from what was typed.
    pub fn near(text: &str, near: &Near, typed: &str) -> Self {
        let place = Place::of(text, near.start, near.end, Some(near.likeness));
        Place { differs: diff::words(typed, &place.text), ..place }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(n: usize, start: usize, end: usize) -> Mark {
        Mark { n, start, end, state: "inbox".into(), tone: String::new(), icon: String::new(), label: String::new() }
    }

    #[test]
    fn marks_cut_sentences_and_nothing_of_the_text_is_lost() {
        let text = "The mill 🏭 burned. Nobody was hurt.\n\nRents doubled.";
        let part = part(text, "en", 1, &[mark(1, 4, 10), mark(2, 9, 22)]);
        let shown: Vec<String> = part
            .paragraphs
            .iter()
            .flatten()
            .map(|s| s.pieces.iter().map(|p| p.text.as_str()).collect::<String>())
            .collect();
        assert_eq!(shown, vec!["The mill 🏭 burned.", "Nobody was hurt.", "Rents doubled."]);
        let firsts = part.paragraphs.iter().flatten().flat_map(|s| &s.pieces).filter(|p| p.first).count();
        assert_eq!(firsts, 2);
    }

    #[test]
    fn a_long_text_comes_in_parts() {
        let text = "One sentence stands here. ".repeat(200) + "\n\n";
        let long = text.repeat(30);
        let first = part(&long, "en", 1, &[]);
        assert!(first.of > 2, "{}", first.of);
        assert_eq!(part_of(&long, long.chars().count() - 5), first.of);
    }
}
