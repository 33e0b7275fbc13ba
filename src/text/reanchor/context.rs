//! What the surroundings of a passage say about where it is now.

use std::ops::Range;

use super::Reanchorer;
use super::sequences::common;
use super::tokens::Side;

/// Tokens beside a passage that speak for a place if they are the same.
const TOUCHING: usize = 3;
/// Tokens of context that are compared though some differ.
const EDITED: usize = 16;
/// What two unrelated contexts have in common all the same.
const CHANCE: u32 = 8;
/// What it is worth that both texts begin, or end, there.
const EDGE: u32 = 10;
/// Context that has to speak for one place and not for the other, and what may speak for the other all the same.
const CLEAR: u32 = 12;
const SLIGHT: u32 = 8;
/// Context in all that a place needs if the alignment does not speak for it.
const SUPPORT: u32 = 28;

/// How far the surroundings of two places agree, before and after, and whether the alignment pairs the two.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Support {
    pub(super) before: u32,
    pub(super) after: u32,
    pub(super) aligned: bool,
    /// Whether the nearest words are the same, on one side at least.
    pub(super) touching: bool,
}

impl Support {
    pub(super) fn sum(self) -> u32 {
        self.before + self.after
    }

    /// Clearly better: much speaks for it that does not for the other one, and next to nothing the other way round.
    pub(super) fn beats(self, other: Self) -> bool {
        let more = self.before.saturating_sub(other.before) + self.after.saturating_sub(other.after);
        let less = other.before.saturating_sub(self.before) + other.after.saturating_sub(self.after);
        let clear = less <= SLIGHT && more >= CLEAR && (self.aligned || self.sum() >= SUPPORT);
        let aligned = self.aligned && !other.aligned && less == 0 && more > 0;
        self.touching && (clear || aligned)
    }
}

impl Reanchorer<'_> {
    pub(super) fn support(&self, old: &Range<usize>, new: &Range<usize>, most: usize) -> Support {
        let aligned = old.clone().zip(new.clone()).filter(|(old, new)| self.map.new_of(*old) == Some(*new)).count();
        Support {
            before: self.agreement(before(&self.old, old.start, most), before(&self.new, new.start, most), most),
            after: self.agreement(after(&self.old, old.end, most), after(&self.new, new.end, most), most),
            aligned: aligned * 5 >= old.len() * 4,
            touching: self.touches(old, new),
        }
    }

    /// Whether the few words right before, or right after, are the same.
    pub(super) fn touches(&self, old: &Range<usize>, new: &Range<usize>) -> bool {
        let run = |old: Context, new: Context| {
            old.zip(new).take_while(|(old, new)| self.old.id(*old) == self.new.id(*new)).count() == TOUCHING
        };
        run(before(&self.old, old.start, TOUCHING), before(&self.new, new.start, TOUCHING))
            || run(after(&self.old, old.end, TOUCHING), after(&self.new, new.end, TOUCHING))
    }

    /// How much two contexts, nearest token first, agree: word for word, or with a few words changed.
    fn agreement(&self, old: Context, new: Context, most: usize) -> u32 {
        let pairs = old.clone().zip(new.clone());
        let mut same = 0;
        let mut sum = 0;
        for (old, _) in pairs.take_while(|(old, new)| self.old.id(*old) == self.new.id(*new)) {
            sum += self.old.weight(old);
            same += 1;
        }
        if same >= EDITED || same == most {
            return sum;
        }
        if same == old.len() && same == new.len() {
            return sum + EDGE;
        }
        let ids = |context: Context, side: &Side<'_>| -> Vec<u32> {
            context.take(EDITED).filter_map(|it| side.id(it)).collect()
        };
        let weights: Vec<u32> = old.clone().take(EDITED).map(|it| self.old.weight(it)).collect();
        let weight = |at: usize| weights.get(at).copied().unwrap_or_default();
        let shared = common(&ids(old.clone(), &self.old), &ids(new.clone(), &self.new), weight);
        sum.max(shared.iter().map(|it| weight(it.0)).sum::<u32>().saturating_sub(CHANCE))
    }
}

/// Tokens beside a passage, nearest first.
#[derive(Debug, Clone)]
pub(super) enum Context {
    Before(std::iter::Rev<Range<usize>>),
    After(Range<usize>),
}

impl Iterator for Context {
    type Item = usize;

    fn next(&mut self) -> Option<usize> {
        match self {
            Self::Before(it) => it.next(),
            Self::After(it) => it.next(),
        }
    }
}

impl Context {
    fn len(&self) -> usize {
        match self {
            Self::Before(it) => it.len(),
            Self::After(it) => it.len(),
        }
    }
}

pub(super) fn before(_: &Side<'_>, start: usize, most: usize) -> Context {
    Context::Before((start.saturating_sub(most)..start).rev())
}

pub(super) fn after(side: &Side<'_>, end: usize, most: usize) -> Context {
    Context::After(end..(end + most).min(side.ids.len()))
}
