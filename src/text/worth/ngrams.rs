//! Words and parts of words as numbered buckets: what a trained model knows beyond the signals.

use super::default_odds;
use super::hash::Fnv;
use super::signals::{COUNT, Signals};
use super::words::{Make, Words};
use std::hash::Hasher;

/// Buckets of hashed n-grams; a power of two.
pub(super) const BUCKETS: usize = 1 << 18;
/// How many weights a trained model has: the buckets, the signals, the default's log odds.
pub(super) const WEIGHTS: usize = BUCKETS + COUNT + 1;

/// What the n-grams of a sentence weigh together, beside the signals.
const GRAM_MASS: f32 = 3.0;
const PRIOR_SCALE: f32 = 0.5;
const SIGNAL_SCALE: f32 = 0.3;
const LONGEST_RUN: usize = 3;
const SHORTEST_PART: usize = 4;
const LONGEST_PART: usize = 4;

/// A sentence as sparse numbers: sorted by bucket, each bucket once.
pub(super) type Vector = Vec<(u32, f32)>;

pub(super) fn vector(words: &Words, signals: &Signals) -> Vector {
    let mut buckets = Vec::with_capacity(16 * words.len());
    runs(words, &mut buckets);
    parts(words, &mut buckets);
    let mut vector = counted(buckets);
    let norm = vector.iter().map(|(_, value)| value * value).sum::<f32>().sqrt().max(1.0);
    vector.iter_mut().for_each(|(_, value)| *value *= GRAM_MASS / norm);
    let seen = signals.values().iter().zip(BUCKETS as u32..);
    vector.extend(seen.filter(|(value, _)| **value != 0.0).map(|(value, at)| (at, value * SIGNAL_SCALE)));
    vector.push(((BUCKETS + COUNT) as u32, default_odds(signals) * PRIOR_SCALE));
    vector
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
    for length in 1..=LONGEST_RUN {
        for run in marked.windows(length) {
            let mut hash = Fnv::seeded(length as u64);
            run.iter().for_each(|word| hash = hash.with(word.as_bytes()).with(b" "));
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

/// Three to five letters in a row within a word, its ends marked.
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
        for length in SHORTEST_PART..=LONGEST_PART {
            for (from, to) in starts.iter().zip(starts.iter().skip(length)) {
                buckets.push(bucket(9, padded.as_bytes().get(*from..*to).unwrap_or_default()));
            }
        }
    }
}

/// Each bucket once, repeated ones growing slowly.
fn counted(mut buckets: Vec<u32>) -> Vector {
    buckets.sort_unstable();
    buckets.chunk_by(|a, b| a == b).filter_map(|same| Some((*same.first()?, 1.0 + (same.len() as f32).ln()))).collect()
}
