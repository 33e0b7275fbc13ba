//! What two sequences have in common, in order.

use std::collections::HashMap;
use std::ops::Range;

/// How often a text is gone through, at most, in search of what occurs once.
const ROUNDS: usize = 40;

/// A stretch of both texts, in units or in tokens.
#[derive(Debug, Clone)]
pub(super) struct Gap {
    pub(super) old: Range<usize>,
    pub(super) new: Range<usize>,
}

impl Gap {
    pub(super) fn is_empty(&self) -> bool {
        self.old.is_empty() || self.new.is_empty()
    }

    pub(super) fn size(&self) -> usize {
        self.old.len().saturating_mul(self.new.len())
    }
}

/// The pairs, in order, of what is the same at both ends of a stretch or occurs once in both sides of it, and the
/// gaps that have no such pair.
pub(super) fn once_in_both(a: &[u64], b: &[u64], whole: Gap) -> (Vec<(usize, usize)>, Vec<Gap>) {
    let (mut same, mut left, mut open) = (Vec::new(), Vec::new(), vec![whole]);
    let mut budget = ROUNDS * (a.len() + b.len() + 1);
    while let Some(mut gap) = open.pop() {
        trim(a, b, &mut gap, &mut same);
        if gap.is_empty() {
            continue;
        }
        let work = gap.old.len() + gap.new.len();
        let pairs = if work <= budget { unique(a, b, &gap) } else { Vec::new() };
        budget = budget.saturating_sub(work);
        if pairs.is_empty() {
            left.push(gap);
            continue;
        }
        let mut from = (gap.old.start, gap.new.start);
        for (old, new) in pairs {
            open.push(Gap { old: from.0..old, new: from.1..new });
            same.push((old, new));
            from = (old + 1, new + 1);
        }
        open.push(Gap { old: from.0..gap.old.end, new: from.1..gap.new.end });
    }
    same.sort_unstable();
    (same, left)
}

fn trim(a: &[u64], b: &[u64], gap: &mut Gap, same: &mut Vec<(usize, usize)>) {
    while !gap.is_empty() && a.get(gap.old.start) == b.get(gap.new.start) {
        same.push((gap.old.start, gap.new.start));
        (gap.old.start, gap.new.start) = (gap.old.start + 1, gap.new.start + 1);
    }
    while !gap.is_empty() && a.get(gap.old.end - 1) == b.get(gap.new.end - 1) {
        (gap.old.end, gap.new.end) = (gap.old.end - 1, gap.new.end - 1);
        same.push((gap.old.end, gap.new.end));
    }
}

/// The longest run, in the order of both sides, of what occurs once in each.
fn unique(a: &[u64], b: &[u64], gap: &Gap) -> Vec<(usize, usize)> {
    let mut seen: HashMap<u64, (u32, u32, usize)> = HashMap::with_capacity(gap.new.len());
    for (at, it) in gap.new.clone().zip(b.get(gap.new.clone()).unwrap_or_default()) {
        let entry = seen.entry(*it).or_default();
        *entry = (0, entry.1 + 1, at);
    }
    for it in a.get(gap.old.clone()).unwrap_or_default() {
        if let Some(entry) = seen.get_mut(it) {
            entry.0 += 1;
        }
    }
    let once = gap.old.clone().zip(a.get(gap.old.clone()).unwrap_or_default()).filter_map(|(at, it)| {
        seen.get(it).filter(|(old, new, _)| (*old, *new) == (1, 1)).map(|(_, _, new)| (at, *new))
    });
    rising(once.collect())
}

fn rising(pairs: Vec<(usize, usize)>) -> Vec<(usize, usize)> {
    let mut tails: Vec<usize> = Vec::new();
    let mut before: Vec<Option<usize>> = Vec::with_capacity(pairs.len());
    let new_of = |at: &usize| pairs.get(*at).map_or(0, |it| it.1);
    for (at, (_, new)) in pairs.iter().enumerate() {
        let place = tails.partition_point(|it| new_of(it) < *new);
        before.push(place.checked_sub(1).and_then(|it| tails.get(it).copied()));
        if place == tails.len() { tails.push(at) } else { put(&mut tails, place, at) }
    }
    let mut chain = Vec::with_capacity(tails.len());
    let mut next = tails.last().copied();
    while let Some(at) = next {
        chain.extend(pairs.get(at));
        next = before.get(at).copied().flatten();
    }
    chain.reverse();
    chain
}

/// What two runs of tokens have in common, in order, heaviest tokens first. The product of the lengths is the work.
pub(super) fn common(a: &[u32], b: &[u32], weight: impl Fn(usize) -> u32) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    let mut best = vec![0_u32; (a.len() + 1) * width];
    let at = |best: &[u32], i: usize, j: usize| best.get(i * width + j).copied().unwrap_or_default();
    for (i, x) in a.iter().enumerate().rev() {
        let weight = weight(i);
        for (j, y) in b.iter().enumerate().rev() {
            let paired = if x == y { at(&best, i + 1, j + 1) + weight } else { 0 };
            let most = paired.max(at(&best, i + 1, j)).max(at(&best, i, j + 1));
            put(&mut best, i * width + j, most);
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        let here = at(&best, i, j);
        if x == y && here == at(&best, i + 1, j + 1) + weight(i) {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if here == at(&best, i + 1, j) {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

pub(super) fn put<T>(all: &mut [T], at: usize, value: T) {
    if let Some(it) = all.get_mut(at) {
        *it = value;
    }
}
