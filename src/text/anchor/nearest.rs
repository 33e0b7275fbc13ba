//! Passages like one that is gone: offered to a person, never applied.

use super::super::offsets::Index;
use super::super::sentences::sentences;
use super::{first, whole_graphemes};
use similar::{Algorithm, DiffTag, capture_diff_slices, diff_ratio};
use std::collections::{BTreeSet, HashMap};
use std::ops::Range;
use unicode_segmentation::UnicodeSegmentation;

/// Code points of the wanted passage that are compared.
const LONGEST: usize = 2000;
/// Sentences longer than this are looked at in parts.
const UNIT: usize = 600;
/// Windows that are compared closely.
const CANDIDATES: usize = 24;
/// Code points up to which letters are compared as well as words.
const CLOSELY: usize = 600;
/// Less alike than this is not worth a look.
const LEAST: f32 = 0.35;

/// A passage that resembles the wanted one; 1 is the same words.
#[derive(Debug, Clone, PartialEq)]
pub struct Near {
    pub start: usize,
    pub end: usize,
    pub text: String,
    pub likeness: f32,
}

/// The passages most like `wanted`, best first, none overlapping another. For many look-ups in one text use
/// [`Passages`].
pub fn nearest(text: &str, wanted: &str, limit: usize) -> Vec<Near> {
    Passages::of(text).nearest(wanted, limit)
}

/// A text made ready for many look-ups, as when all claims of an article move to its next version. Rare letter triples
/// choose a few windows; only those are compared, so that no text makes it slow.
#[derive(Debug, Clone)]
pub struct Passages<'a> {
    text: &'a str,
    index: Index<'a>,
    /// Sentences, or parts of very long ones, as bytes.
    units: Vec<Range<usize>>,
    /// The units each triple stands in.
    triples: HashMap<[char; 3], Vec<usize>>,
}

impl<'a> Passages<'a> {
    /// Reads the text once.
    pub fn of(text: &'a str) -> Self {
        let index = Index::new(text);
        let units = units(text, &index);
        let mut found: HashMap<[char; 3], Vec<usize>> = HashMap::new();
        for (unit, bytes) in units.iter().enumerate() {
            for triple in triples(text.get(bytes.clone()).unwrap_or_default()) {
                let seen = found.entry(triple).or_default();
                if seen.last() != Some(&unit) {
                    seen.push(unit);
                }
            }
        }
        Self { text, index, units, triples: found }
    }

    /// The passages most like `wanted`, best first, none overlapping another.
    pub fn nearest(&self, wanted: &str, limit: usize) -> Vec<Near> {
        let wanted = first(wanted.trim(), LONGEST);
        let mut found: Vec<(Range<usize>, f32)> = self
            .windows(wanted)
            .into_iter()
            .map(|window| closest(self.text, window, wanted))
            .filter(|(_, likeness)| *likeness >= LEAST)
            .collect();
        found.sort_by(|(a, alike), (b, blike)| blike.total_cmp(alike).then(a.start.cmp(&b.start)));
        let mut apart: Vec<(Range<usize>, f32)> = Vec::new();
        for (span, likeness) in found {
            let free = |other: &Range<usize>| span.end <= other.start || other.end <= span.start;
            if apart.len() < limit && apart.iter().all(|(other, _)| free(other)) {
                apart.push((span, likeness));
            }
        }
        apart.into_iter().filter_map(|(span, likeness)| near(self.text, &self.index, span, likeness)).collect()
    }

    /// The windows of about the wanted length that share most with the wanted passage.
    fn windows(&self, wanted: &str) -> Vec<Range<usize>> {
        let scores = self.scores(wanted);
        let mut scored: Vec<(f64, Range<usize>)> = Vec::new();
        let mut ahead = self.units.iter().zip(&scores).peekable();
        let (mut sum, mut end) = (0.0, 0);
        for (first, score) in self.units.iter().zip(&scores) {
            let fits = |next: &Range<usize>, end| end <= first.start || next.start < first.start + wanted.len();
            while let Some((next, more)) = ahead.next_if(|(next, _)| fits(next, end)) {
                sum += more;
                end = next.end;
            }
            if sum > 1e-6 {
                scored.push((sum, first.start..end));
            }
            sum -= score;
        }
        scored.sort_by(|(a, x), (b, y)| b.total_cmp(a).then(x.start.cmp(&y.start)));
        scored.into_iter().take(CANDIDATES).map(|(_, window)| window).collect()
    }

    /// What each unit shares with the wanted passage: a triple counts the less, the more units have it.
    fn scores(&self, wanted: &str) -> Vec<f64> {
        let mut scores = vec![0.0; self.units.len()];
        for triple in triples(wanted).collect::<BTreeSet<_>>() {
            let units = self.triples.get(&triple).map_or(&[][..], Vec::as_slice);
            let weight = 1.0 / (units.len().max(1) as f64).sqrt();
            for unit in units {
                if let Some(score) = scores.get_mut(*unit) {
                    *score += weight;
                }
            }
        }
        scores
    }
}

fn near(text: &str, index: &Index<'_>, span: Range<usize>, likeness: f32) -> Option<Near> {
    let (start, end) = whole_graphemes(text, span.start, span.end);
    let passage = text.get(start..end)?.to_owned();
    Some(Near { start: index.point_of(start)?, end: index.point_of(end)?, text: passage, likeness })
}

fn units(text: &str, index: &Index<'_>) -> Vec<Range<usize>> {
    let mut units = Vec::new();
    for sentence in sentences(text, None) {
        let bounds = (sentence.start..sentence.end).step_by(UNIT).chain([sentence.end]);
        let bytes: Vec<usize> = bounds.filter_map(|point| index.byte_of(point)).collect();
        units.extend(bytes.windows(2).filter_map(|pair| Some(*pair.first()?..*pair.last()?)));
    }
    units
}

/// Three letters in a row, in small letters, all that is no letter or digit as one space.
fn triples(text: &str) -> impl Iterator<Item = [char; 3]> {
    let mut last = [' '; 3];
    text.chars().chain([' ']).filter_map(move |c| {
        let c = if c.is_alphanumeric() { c.to_lowercase().next().unwrap_or(c) } else { ' ' };
        let [_, b, a] = last;
        if c == ' ' && a == ' ' {
            return None;
        }
        last = [b, a, c];
        Some(last)
    })
}

/// The window or the part of it that answers to the wanted passage, whichever is more alike.
fn closest(text: &str, window: Range<usize>, wanted: &str) -> (Range<usize>, f32) {
    let whole = text.get(window.clone()).unwrap_or_default();
    let part = answering(whole, wanted);
    let alike = (likeness(whole, wanted), likeness(whole.get(part.clone()).unwrap_or_default(), wanted));
    if alike.1 > alike.0 { (window.start + part.start..window.start + part.end, alike.1) } else { (window, alike.0) }
}

/// From the first to the last word in common, and as many words more as the wanted passage has there.
fn answering(whole: &str, wanted: &str) -> Range<usize> {
    let spans: Vec<(usize, &str)> = whole.unicode_word_indices().collect();
    let theirs: Vec<&str> = spans.iter().map(|(_, word)| *word).collect();
    let ours: Vec<&str> = wanted.unicode_words().collect();
    let ops = capture_diff_slices(Algorithm::Myers, &theirs, &ours);
    let common = || ops.iter().filter(|op| op.tag() == DiffTag::Equal);
    let (Some(first), Some(last)) = (common().next(), common().next_back()) else {
        return 0..whole.len();
    };
    let before = first.old_range().start.saturating_sub(first.new_range().start);
    let after = (last.old_range().end + ours.len() - last.new_range().end).min(theirs.len()) - 1;
    let start = spans.get(before).map_or(0, |(at, _)| *at);
    let end = spans.get(after).map_or(whole.len(), |(at, word)| at + word.len());
    let mark = |c: &char| !c.is_alphanumeric() && !c.is_whitespace();
    let leading =
        whole.get(..start).unwrap_or_default().chars().rev().take_while(mark).map(char::len_utf8).sum::<usize>();
    let trailing = whole.get(end..).unwrap_or_default().chars().take_while(mark).map(char::len_utf8).sum::<usize>();
    let opens = wanted.starts_with(|c| mark(&c));
    let closes = wanted.ends_with(|c| mark(&c));
    start - if opens { leading } else { 0 }..end + if closes { trailing } else { 0 }
}

/// How alike two passages are: by words, and by letters too unless they are long.
fn likeness(a: &str, b: &str) -> f32 {
    let words = |text| {
        UnicodeSegmentation::split_word_bounds(text).filter(|word| !word.trim().is_empty()).collect::<Vec<&str>>()
    };
    let by_words = ratio(&words(a), &words(b));
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    if a.len().max(b.len()) > CLOSELY { by_words } else { (by_words + ratio(&a, &b)) / 2.0 }
}

fn ratio<T: Eq + std::hash::Hash + Ord>(a: &[T], b: &[T]) -> f32 {
    diff_ratio(&capture_diff_slices(Algorithm::Myers, a, b), a.len(), b.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "The minister spoke on Monday. Unemployment fell by 3.5 percent in 2019, he said. \
        Nobody asked about the budget. The opposition was not there, and the chamber was half empty. 😀 Then it ended.";

    #[test]
    fn a_changed_sentence_is_found() {
        let near = nearest(TEXT, "Unemployment rose by 3.5 percent in 2020, he said.", 3);
        assert_eq!(near[0].text, "Unemployment fell by 3.5 percent in 2019, he said.");
        assert!(near[0].likeness > 0.75 && near[0].likeness < 1.0, "{near:?}");
        assert_eq!(crate::text::offsets::slice(TEXT, near[0].start, near[0].end), Some(near[0].text.as_str()));
    }

    #[test]
    fn a_part_of_a_sentence_and_more_than_one_are_found() {
        assert_eq!(nearest(TEXT, "and the chamber was almost empty", 1)[0].text, "and the chamber was half empty");
        let two = nearest(TEXT, "He said nothing. Nobody asked about a budget. The opposition wasn't there", 1);
        assert!(two[0].text.contains("Nobody asked about the budget. The opposition was not there"), "{two:?}");
    }

    #[test]
    fn nothing_alike_is_not_offered() {
        assert!(nearest(TEXT, "Zebras quickly jump xylophones", 5).is_empty());
        assert!(
            nearest("", "a", 5).is_empty() && nearest(TEXT, " ", 5).is_empty() && nearest(TEXT, "asked", 0).is_empty()
        );
    }

    #[test]
    fn scripts_without_spaces_are_searched_too() {
        let near = nearest("今天天气很好。失业率下降了百分之三。他说完就走了。", "失业率上升了百分之三。", 1);
        assert_eq!(near[0].text, "失业率下降了百分之三。");
    }
}
