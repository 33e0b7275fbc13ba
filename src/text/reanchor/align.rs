//! Which token of the new text each token of the old one became: whole sentences first, then what they share.

use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use super::sequences::{Gap, common, once_in_both, put};
use super::tokens::Side;

/// Pairs of sentences that are compared in one gap, and in all.
const GAP: usize = 10_000;
const PAIRS: usize = 400_000;
/// Pairs of tokens that are compared in one gap, and in all.
const CELLS: usize = 250_000;
const ALL_CELLS: usize = 60_000_000;
/// Less alike than this are no versions of one sentence.
const ALIKE: f64 = 0.4;
/// A sentence that moved and was edited has to be more alike, since its neighbours do not speak for it.
const MOVED_ALIKE: f64 = 0.5;
/// Two places that differ less than this are told apart by a person.
const TIE: f64 = 0.03;
/// A token in more sentences than this is no help in finding one.
const COMMON: usize = 24;

/// One to one, as far as it goes.
#[derive(Debug, Default)]
pub(super) struct Map {
    to_new: Vec<Option<u32>>,
    to_old: Vec<Option<u32>>,
}

impl Map {
    pub(super) fn new_of(&self, old: usize) -> Option<usize> {
        self.to_new.get(old).copied().flatten().map(|it| it as usize)
    }

    pub(super) fn old_of(&self, new: usize) -> Option<usize> {
        self.to_old.get(new).copied().flatten().map(|it| it as usize)
    }

    fn put(&mut self, old: usize, new: usize) {
        if let (Some(a @ None), Some(b @ None)) = (self.to_new.get_mut(old), self.to_old.get_mut(new)) {
            (*a, *b) = (Some(new as u32), Some(old as u32));
        }
    }

    fn put_run(&mut self, old: Range<usize>, new: Range<usize>) {
        old.zip(new).for_each(|(old, new)| self.put(old, new));
    }
}

/// Aligns the texts. Time is linear but for logarithms: work in the gaps is bounded, beyond that tokens stay unaligned.
pub(super) fn align(old: &Side<'_>, new: &Side<'_>) -> Map {
    let mut map = Map { to_new: vec![None; old.ids.len()], to_old: vec![None; new.ids.len()] };
    map.to_new.shrink_to_fit();
    let mut work = Aligner { old, new, map, pairs: PAIRS, cells: ALL_CELLS };
    work.units();
    work.moved_units();
    work.leftovers();
    work.map
}

struct Aligner<'a> {
    old: &'a Side<'a>,
    new: &'a Side<'a>,
    map: Map,
    pairs: usize,
    cells: usize,
}

impl Aligner<'_> {
    /// Sentences that are the same, then those alike between them, then words where there are too many of those.
    fn units(&mut self) {
        let (a, b) = (hashes(self.old), hashes(self.new));
        let whole = Gap { old: 0..a.len(), new: 0..b.len() };
        let (same, gaps) = once_in_both(&a, &b, whole);
        for (old, new) in same {
            self.pair_units_exactly(old, new);
        }
        for gap in gaps {
            if gap.size() <= GAP.min(self.pairs) {
                self.pairs -= gap.size();
                self.alike_units(&gap);
            } else {
                let tokens = Gap { old: span(self.old, &gap.old), new: span(self.new, &gap.new) };
                self.grams(tokens);
            }
        }
    }

    fn pair_units_exactly(&mut self, old: usize, new: usize) {
        if let (Some(old), Some(new)) = (self.old.units.get(old), self.new.units.get(new)) {
            self.map.put_run(old.clone(), new.clone());
        }
    }

    /// The pairing of sentences, in order, that shares most; so a row of a table meets itself, not its neighbour.
    fn alike_units(&mut self, gap: &Gap) {
        let (old, new) = (bags(self.old, &gap.old), bags(self.new, &gap.new));
        let width = new.len() + 1;
        let mut best = vec![0.0_f64; (old.len() + 1) * width];
        let mut alike = vec![0.0_f64; old.len() * new.len()];
        let at = |best: &[f64], i: usize, j: usize| best.get(i * width + j).copied().unwrap_or_default();
        for (i, a) in old.iter().enumerate().rev() {
            for (j, b) in new.iter().enumerate().rev() {
                let score = a.likeness(b);
                let paired = if score >= ALIKE { at(&best, i + 1, j + 1) + score } else { 0.0 };
                let most = paired.max(at(&best, i + 1, j)).max(at(&best, i, j + 1));
                put(&mut alike, i * new.len() + j, score);
                put(&mut best, i * width + j, most);
            }
        }
        let (mut i, mut j) = (0, 0);
        while i < old.len() && j < new.len() {
            let (here, score) = (at(&best, i, j), alike.get(i * new.len() + j).copied().unwrap_or_default());
            if score >= ALIKE && here <= at(&best, i + 1, j + 1) + score + 1e-9 {
                self.pair_units(gap.old.start + i, gap.new.start + j);
                (i, j) = (i + 1, j + 1);
            } else if at(&best, i + 1, j) + 1e-9 >= here {
                i += 1;
            } else {
                j += 1;
            }
        }
    }

    fn pair_units(&mut self, old: usize, new: usize) {
        if let (Some(old), Some(new)) = (self.old.units.get(old), self.new.units.get(new)) {
            self.common_tokens(Gap { old: old.clone(), new: new.clone() });
        }
    }

    fn common_tokens(&mut self, gap: Gap) {
        if gap.size() > CELLS.min(self.cells) {
            return;
        }
        self.cells -= gap.size();
        let weight = |at: usize| self.old.weight(gap.old.start + at);
        for (i, j) in common(self.old.ids(gap.old.clone()), self.new.ids(gap.new.clone()), weight) {
            self.map.put(gap.old.start + i, gap.new.start + j);
        }
    }

    /// Runs of words that occur once in both texts, ever shorter ones in the gaps between.
    fn grams(&mut self, gap: Gap) {
        let mut gaps = vec![gap];
        for length in [8, 4, 2, 1] {
            let mut smaller = Vec::new();
            for gap in gaps {
                if gap.size() <= 400 {
                    smaller.push(gap);
                    continue;
                }
                let (a, b) = (runs(self.old.ids(gap.old.clone()), length), runs(self.new.ids(gap.new.clone()), length));
                let (same, _) = once_in_both(&a, &b, Gap { old: 0..a.len(), new: 0..b.len() });
                let mut from = (gap.old.start, gap.new.start);
                for (old, new) in same {
                    let (old, new) = (gap.old.start + old, gap.new.start + new);
                    self.map.put_run(old..old + length, new..new + length);
                    smaller.push(Gap { old: from.0..old.max(from.0), new: from.1..new.max(from.1) });
                    from = (old + length, new + length);
                }
                smaller.push(Gap { old: from.0..gap.old.end.max(from.0), new: from.1..gap.new.end.max(from.1) });
            }
            gaps = smaller.into_iter().filter(|it| !it.is_empty()).collect();
        }
    }

    /// Sentences that left their place: the same elsewhere, or much alike.
    fn moved_units(&mut self) {
        let free = |side: &Side<'_>, mapped: &[Option<u32>]| -> Vec<usize> {
            let unmapped = |it: &Range<usize>| mapped.get(it.clone()).is_some_and(|it| it.iter().all(Option::is_none));
            side.units.iter().enumerate().filter(|(_, it)| unmapped(it)).map(|(at, _)| at).collect()
        };
        let (old, new) = (free(self.old, &self.map.to_new), free(self.new, &self.map.to_old));
        let (a, b) = (hashes(self.old), hashes(self.new));
        let mut seen: HashMap<u64, (Vec<usize>, Vec<usize>)> = HashMap::new();
        old.iter().for_each(|it| seen.entry(a.get(*it).copied().unwrap_or_default()).or_default().0.push(*it));
        new.iter().for_each(|it| seen.entry(b.get(*it).copied().unwrap_or_default()).or_default().1.push(*it));
        let mut gone = (vec![false; a.len()], vec![false; b.len()]);
        for (old, new) in seen.values() {
            if let ([old], [new]) = (old.as_slice(), new.as_slice()) {
                self.pair_units_exactly(*old, *new);
                put(&mut gone.0, *old, true);
                put(&mut gone.1, *new, true);
            }
        }
        let left = |all: Vec<usize>, gone: &[bool]| -> Vec<usize> {
            all.into_iter().filter(|it| gone.get(*it) != Some(&true)).collect()
        };
        self.moved_and_edited(&left(old, &gone.0), &left(new, &gone.1));
    }

    fn moved_and_edited(&mut self, old: &[usize], new: &[usize]) {
        let bag = |side: &Side<'_>, unit: &usize| Bag::of(side, side.units.get(*unit).cloned().unwrap_or_default());
        let bags: Vec<Bag> = new.iter().map(|it| bag(self.new, it)).collect();
        let mut holders: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, bag) in bags.iter().enumerate() {
            bag.distinct().for_each(|id| holders.entry(id).or_default().push(at));
        }
        let mut pairs = Vec::new();
        for unit in old {
            let bag = bag(self.old, unit);
            let mut alike: Vec<(f64, usize)> = voted(&bag, &holders)
                .into_iter()
                .filter_map(|at| Some((bag.likeness(bags.get(at)?), *new.get(at)?)))
                .filter(|(score, _)| *score >= MOVED_ALIKE)
                .collect();
            alike.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
            let tied = alike.get(1).zip(alike.first()).is_some_and(|(second, best)| best.0 - second.0 < TIE);
            pairs.extend(alike.first().filter(|_| !tied).map(|(score, at)| (*score, *unit, *at)));
        }
        pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut taken = vec![false; self.new.units.len()];
        for (_, old, new) in pairs {
            if taken.get(new) == Some(&false) {
                put(&mut taken, new, true);
                self.pair_units(old, new);
            }
        }
    }

    /// What stands unaligned between aligned neighbours: the other half of a sentence that was split or joined.
    fn leftovers(&mut self) {
        let count = self.old.ids.len();
        let mut at = 0;
        while at < count {
            let from = at;
            while at < count && self.map.new_of(at).is_none() {
                at += 1;
            }
            if at > from {
                let gap = self.free_between(from..at);
                if gap.size() <= 20_000 && !gap.is_empty() {
                    self.common_tokens(gap);
                }
            }
            at += 1;
        }
    }

    /// The unaligned tokens of the new text beside the neighbours of these.
    fn free_between(&self, old: Range<usize>) -> Gap {
        let before = old.start.checked_sub(1).and_then(|it| self.map.new_of(it)).map(|it| it + 1);
        let after = self.map.new_of(old.end);
        let most = 4 * old.len() + 40;
        let free = |at: &usize| *at < self.new.ids.len() && self.map.old_of(*at).is_none();
        let new = match (before, after) {
            (Some(before), after) => {
                let end = (before..).take(most).take_while(free).last().map_or(before, |it| it + 1);
                before..after.filter(|it| (before..=end).contains(it)).unwrap_or(end)
            }
            (None, Some(after)) => (0..after).rev().take(most).take_while(free).last().unwrap_or(after)..after,
            (None, None) => 0..0,
        };
        Gap { old, new }
    }
}

fn span(side: &Side<'_>, units: &Range<usize>) -> Range<usize> {
    let all = side.units.get(units.clone()).unwrap_or_default();
    all.first().zip(all.last()).map_or(0..0, |(first, last)| first.start..last.end)
}

fn hashes(side: &Side<'_>) -> Vec<u64> {
    side.units.iter().map(|it| hash(side.ids(it.clone()))).collect()
}

fn runs(ids: &[u32], length: usize) -> Vec<u64> {
    ids.windows(length).map(hash).collect()
}

fn hash(ids: &[u32]) -> u64 {
    let mut hasher = DefaultHasher::new();
    ids.hash(&mut hasher);
    hasher.finish()
}

/// The tokens of a unit, sorted, with their weights.
struct Bag {
    tokens: Vec<(u32, u32)>,
    weight: u32,
}

impl Bag {
    fn of(side: &Side<'_>, tokens: Range<usize>) -> Self {
        let mut bag: Vec<(u32, u32)> = tokens.filter_map(|it| Some((side.id(it)?, side.weight(it)))).collect();
        bag.sort_unstable();
        let weight = bag.iter().map(|it| it.1).sum();
        Self { tokens: bag, weight }
    }

    fn distinct(&self) -> impl Iterator<Item = u32> {
        let mut last = None;
        self.tokens.iter().map(|it| it.0).filter(move |it| last.replace(*it) != Some(*it))
    }

    /// 1 if they have the same tokens, 0 if none in common.
    fn likeness(&self, other: &Self) -> f64 {
        let (mut a, mut b) = (self.tokens.iter().peekable(), other.tokens.iter().peekable());
        let mut shared = 0;
        while let (Some(x), Some(y)) = (a.peek(), b.peek()) {
            match x.0.cmp(&y.0) {
                std::cmp::Ordering::Less => drop(a.next()),
                std::cmp::Ordering::Greater => drop(b.next()),
                std::cmp::Ordering::Equal => {
                    shared += x.1;
                    a.next();
                    b.next();
                }
            }
        }
        f64::from(2 * shared) / f64::from((self.weight + other.weight).max(1))
    }
}

fn bags(side: &Side<'_>, units: &Range<usize>) -> Vec<Bag> {
    let all = side.units.get(units.clone()).unwrap_or_default();
    all.iter().map(|it| Bag::of(side, it.clone())).collect()
}

/// The few units that share most of the rare tokens.
fn voted(bag: &Bag, holders: &HashMap<u32, Vec<usize>>) -> Vec<usize> {
    let mut votes: HashMap<usize, f64> = HashMap::new();
    for id in bag.distinct() {
        let units = holders.get(&id).map_or(&[][..], Vec::as_slice);
        if units.len() <= COMMON {
            units.iter().for_each(|it| *votes.entry(*it).or_default() += 1.0 / units.len() as f64);
        }
    }
    let mut votes: Vec<(usize, f64)> = votes.into_iter().collect();
    votes.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    votes.into_iter().take(4).map(|it| it.0).collect()
}
