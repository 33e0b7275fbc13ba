//! Words and parts of words as numbered buckets: what a trained model knows beyond the signals.

use super::default_odds;
use super::hash::Fnv;
use super::signals::{COUNT, Signals};
use super::words::{Make, Words};
use std::hash::Hasher;

/// Buckets of hashed n-grams; a power of two.
const BUCKETS: usize = 1 << 19;
/// Where the buckets end: those of the broad view, those of the narrow one.
pub(super) const WORDING: usize = 2 * BUCKETS;
/// How many weights a trained model has: the buckets, the signals, the default's log odds.
pub(super) const WEIGHTS: usize = WORDING + COUNT + 1;

/// What the n-grams of a sentence weigh together, beside the signals.
const GRAM_MASS: f32 = 3.0;
const PRIOR_SCALE: f32 = 0.5;
const SIGNAL_SCALE: f32 = 0.3;
const LONGEST_RUN: usize = 3;
const PART: usize = 4;

/// A sentence as sparse numbers.
pub(super) type Vector = Vec<(u32, f32)>;

/// A sentence seen twice.
pub(super) struct Views {
    /// Runs of words, parts of words and the signals.
    pub(super) broad: Vector,
    /// Runs of words alone: the mean of both sees more than either.
    pub(super) narrow: Vector,
}

pub(super) fn views(words: &Words, signals: &Signals) -> Views {
    let mut buckets = Vec::with_capacity(16 * words.len());
    runs(words, &mut buckets);
    let runs = counted(&mut buckets);
    buckets.clear();
    parts(words, &mut buckets);
    let parts = counted(&mut buckets);
    let (run_mass, part_mass) = (mass(&runs), mass(&parts));
    let narrow = scaled(&runs, run_mass, BUCKETS as u32).collect();
    let mut broad: Vector = scaled(&runs, run_mass + part_mass, 0).collect();
    broad.extend(scaled(&parts, run_mass + part_mass, 0));
    let seen = signals.values().iter().zip(WORDING as u32..);
    broad.extend(seen.filter(|(value, _)| **value != 0.0).map(|(value, at)| (at, value * SIGNAL_SCALE)));
    broad.push(((WORDING + COUNT) as u32, default_odds(signals) * PRIOR_SCALE));
    Views { broad, narrow }
}

fn mass(vector: &Vector) -> f32 {
    vector.iter().map(|(_, value)| value * value).sum()
}

/// All of a mass weigh the same together; buckets are counted on from a first one.
fn scaled(vector: &Vector, mass: f32, first: u32) -> impl Iterator<Item = (u32, f32)> {
    let scale = GRAM_MASS / mass.sqrt().max(1.0);
    vector.iter().map(move |(at, value)| (first + at, value * scale))
}

fn bucket(kind: u64, bytes: &[u8]) -> u32 {
    (Fnv::seeded(kind).with(bytes).finish() as usize & (BUCKETS - 1)) as u32
}

/// Runs of one to three words, the sentence's ends among them.
fn runs(words: &Words, buckets: &mut Vec<u32>) {
    let mut marked: Vec<&str> = vec!["<"];
    marked.extend(
        words.iter().map(|word| if word.make == Make::Number { number(words.text(word)) } else { words.text(word) }),
    );
    marked.push(if words.marks.question > 0 { "?" } else { ">" });
    for first in 0..marked.len() {
        let mut hash = Fnv::seeded(1);
        for word in marked.iter().skip(first).take(LONGEST_RUN) {
            hash = hash.with(word.as_bytes()).with(b" ");
            buckets.push((hash.finish() as usize & (BUCKETS - 1)) as u32);
        }
    }
}

/// Figures differ from sentence to sentence; that there is one of some size does not.
fn number(text: &str) -> &'static str {
    match text.bytes().filter(u8::is_ascii_digit).count() {
        1 => "#1",
        2 => "#2",
        3 => "#3",
        4 => "#4",
        _ => "#5",
    }
}

/// Four letters in a row within a word, its ends marked.
fn parts(words: &Words, buckets: &mut Vec<u32>) {
    let mut padded = String::new();
    let mut starts = Vec::new();
    for word in words.iter().filter(|it| it.make == Make::Letters) {
        padded.clear();
        padded.push('_');
        padded.push_str(words.text(word));
        padded.push('_');
        starts.clear();
        starts.extend(padded.char_indices().map(|(at, _)| at));
        starts.push(padded.len());
        for (from, to) in starts.iter().zip(starts.iter().skip(PART)) {
            buckets.push(bucket(9, padded.as_bytes().get(*from..*to).unwrap_or_default()));
        }
    }
}

/// Each bucket once, repeated ones growing slowly.
fn counted(buckets: &mut [u32]) -> Vector {
    buckets.sort_unstable();
    buckets.chunk_by(|a, b| a == b).filter_map(|same| Some((*same.first()?, 1.0 + (same.len() as f32).ln()))).collect()
}
