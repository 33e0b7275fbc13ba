//! Which word of what was said answers to which word of what was checked.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::read::Class;
use super::tokens::{Text, Token};

/// The product of two lengths up to which words are aligned in the best way.
const CELLS: usize = 250_000;
/// Words that may be one word on the other side.
const JOINED: usize = 4;

/// Pairs of words, in the order of the check.
#[derive(Debug, Default)]
pub(super) struct Alignment {
    /// The sentences of what was said that are compared.
    pub(super) core: Range<usize>,
    /// Tokens of what was said and of the check that answer to each other.
    pub(super) pairs: Vec<(usize, usize)>,
    /// Those of the pairs that stand in the same order on both sides.
    pub(super) in_order: HashSet<usize>,
    /// Tokens without an answer.
    pub(super) said_left: Vec<usize>,
    pub(super) checked_left: Vec<usize>,
}

/// Aligns what was said with the check; time hardly grows faster than the texts.
pub(super) fn align(said: &Text<'_>, checked: &Text<'_>) -> Alignment {
    let core = core(said, checked);
    let mine: Vec<usize> = indices(said, |it| core.contains(&it.segment) && !it.tag);
    let theirs: Vec<usize> = (0..checked.tokens.len()).collect();
    let mut ids = HashMap::new();
    let mut number = |text: &Text<'_>, of: &[usize]| -> Vec<u32> {
        let stems = of.iter().filter_map(|it| text.tokens.get(*it)).map(|it| it.stem.clone());
        stems
            .map(|it| {
                let next = ids.len() as u32;
                *ids.entry(it).or_insert(next)
            })
            .collect()
    };
    let (a, b) = (number(said, &mine), number(checked, &theirs));
    let mut found = Alignment { core, ..Alignment::default() };
    let at = |list: &[usize], it: usize| list.get(it).copied().unwrap_or_default();
    for (i, j) in common(&a, &b) {
        found.in_order.insert(at(&theirs, j));
        found.pairs.push((at(&mine, i), at(&theirs, j)));
    }
    let said_paired: HashSet<usize> = found.pairs.iter().map(|it| it.0).collect();
    found.said_left = mine.into_iter().filter(|it| !said_paired.contains(it)).collect();
    found.checked_left = theirs.into_iter().filter(|it| !found.in_order.contains(it)).collect();
    found.moved(said, checked);
    found.tagged(said, checked);
    found.joined(said, checked);
    found.pairs.sort_by_key(|it| (it.1, it.0));
    found
}

fn indices(text: &Text<'_>, keep: impl Fn(&Token) -> bool) -> Vec<usize> {
    text.tokens.iter().enumerate().filter(|(_, it)| keep(it)).map(|it| it.0).collect()
}

/// The sentences that say most of the check, and those beside them that say more of it.
fn core(said: &Text<'_>, checked: &Text<'_>) -> Range<usize> {
    let same = said.tokens.len() == checked.tokens.len()
        && said.tokens.iter().zip(&checked.tokens).all(|(a, b)| a.stem == b.stem);
    if same {
        return 0..said.segments.len();
    }
    let wanted: HashSet<&str> = checked.tokens.iter().map(|it| it.stem.as_str()).collect();
    let mut has: Vec<HashSet<&str>> = vec![HashSet::new(); said.segments.len()];
    for token in said.tokens.iter().filter(|it| !it.tag) {
        if let Some(stem) = wanted.get(token.stem.as_str()) {
            has.get_mut(token.segment).map(|it| it.insert(stem));
        }
    }
    let Some(best) = (0..has.len()).rev().max_by_key(|it| has.get(*it).map_or(0, HashSet::len)) else { return 0..0 };
    let mut seen: HashSet<&str> = has.get(best).cloned().unwrap_or_default();
    let mut grows = |at: usize| -> bool {
        let new = has.get(at).is_some_and(|it| it.iter().any(|stem| !seen.contains(stem)));
        seen.extend(has.get(at).into_iter().flatten());
        new
    };
    let (mut from, mut to) = (best, best + 1);
    while to < said.segments.len() && grows(to) {
        to += 1;
    }
    while from > 0 && grows(from - 1) {
        from -= 1;
    }
    from..to
}

impl Alignment {
    /// The same words in another order.
    fn moved(&mut self, said: &Text<'_>, checked: &Text<'_>) {
        let mut waiting: HashMap<&str, Vec<usize>> = HashMap::new();
        for at in self.said_left.iter().rev() {
            if let Some(token) = said.tokens.get(*at) {
                waiting.entry(&token.stem).or_default().push(*at);
            }
        }
        let mut taken = HashSet::new();
        self.checked_left.retain(|at| {
            let stem = checked.tokens.get(*at).map(|it| it.stem.as_str()).unwrap_or_default();
            let found = waiting.get_mut(stem).and_then(Vec::pop);
            self.pairs.extend(found.map(|it| (it, *at)));
            taken.extend(found);
            found.is_none()
        });
        self.said_left.retain(|it| !taken.contains(it));
    }

    /// Words that only a hashtag says.
    fn tagged(&mut self, said: &Text<'_>, checked: &Text<'_>) {
        let tags: HashMap<&str, usize> = said
            .tokens
            .iter()
            .enumerate()
            .filter(|(_, it)| it.tag)
            .flat_map(|(at, it)| [(it.stem.as_str(), at), (it.folded.as_str(), at)])
            .collect();
        self.checked_left.retain(|at| {
            let Some(token) = checked.tokens.get(*at) else { return true };
            let found = tags.get(token.stem.as_str()).or_else(|| tags.get(token.folded.as_str()));
            if let Some(tag) = found {
                self.pairs.push((*tag, *at));
                self.in_order.insert(*at);
            }
            found.is_none()
        });
    }

    /// "town hall" and "townhall", "#townhall".
    fn joined(&mut self, said: &Text<'_>, checked: &Text<'_>) {
        let tags = indices(said, |it| it.tag);
        let mine: Vec<usize> = self.said_left.iter().chain(&tags).copied().collect();
        for (one, many) in whole(&said.tokens, &mine, &checked.tokens, &self.checked_left) {
            self.pairs.extend(many.iter().map(|it| (one, *it)));
            self.in_order.extend(&many);
        }
        for (one, many) in whole(&checked.tokens, &self.checked_left, &said.tokens, &self.said_left) {
            self.pairs.extend(many.iter().map(|it| (*it, one)));
            self.in_order.insert(one);
        }
        let said_paired: HashSet<usize> = self.pairs.iter().map(|it| it.0).collect();
        let checked_paired: HashSet<usize> = self.pairs.iter().map(|it| it.1).collect();
        self.said_left.retain(|it| !said_paired.contains(it));
        self.checked_left.retain(|it| !checked_paired.contains(it));
    }
}

/// Words of one side that are several neighbours of the other written as one.
fn whole(ones: &[Token], which: &[usize], parts: &[Token], left: &[usize]) -> Vec<(usize, Vec<usize>)> {
    let wanted: HashMap<&str, usize> =
        which.iter().filter_map(|it| Some((ones.get(*it)?.folded.as_str(), *it))).collect();
    let mut found = Vec::new();
    for from in 0..left.len() {
        let mut word = String::new();
        for (count, at) in left.iter().skip(from).take(JOINED).enumerate() {
            let neighbours = left.get(from).is_some_and(|first| first + count == *at);
            let Some(part) = parts.get(*at).filter(|it| neighbours && !it.sign && it.class == Class::Plain) else {
                break;
            };
            word.push_str(&part.folded);
            if let Some(one) = wanted.get(word.as_str()).filter(|_| count > 0) {
                found.push((*one, left.iter().skip(from).take(count + 1).copied().collect()));
                break;
            }
        }
    }
    found
}

/// What two sequences have in common, in order: what begins and ends alike first, then the most there is.
fn common(a: &[u32], b: &[u32]) -> Vec<(usize, usize)> {
    let front = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    let shorter = a.len().min(b.len()) - front;
    let back = a.iter().rev().zip(b.iter().rev()).take(shorter).take_while(|(x, y)| x == y).count();
    let (x, y) = (a.get(front..a.len() - back).unwrap_or_default(), b.get(front..b.len() - back).unwrap_or_default());
    let middle = if x.len().saturating_mul(y.len()) <= CELLS { longest(x, y) } else { nearest(x, y) };
    let mut found: Vec<(usize, usize)> = (0..front).map(|it| (it, it)).collect();
    found.extend(middle.into_iter().map(|(i, j)| (i + front, j + front)));
    found.extend((0..back).map(|it| (a.len() - back + it, b.len() - back + it)));
    found
}

fn longest(x: &[u32], y: &[u32]) -> Vec<(usize, usize)> {
    let width = y.len() + 1;
    let mut best = vec![0_u32; (x.len() + 1) * width];
    let get = |best: &[u32], i: usize, j: usize| best.get(i * width + j).copied().unwrap_or_default();
    for (i, a) in x.iter().enumerate().rev() {
        for (j, b) in y.iter().enumerate().rev() {
            let value =
                if a == b { get(&best, i + 1, j + 1) + 1 } else { get(&best, i + 1, j).max(get(&best, i, j + 1)) };
            if let Some(cell) = best.get_mut(i * width + j) {
                *cell = value;
            }
        }
    }
    let (mut i, mut j, mut found) = (0, 0, Vec::new());
    while let (Some(a), Some(b)) = (x.get(i), y.get(j)) {
        if a == b {
            found.push((i, j));
            (i, j) = (i + 1, j + 1);
        } else if get(&best, i + 1, j) >= get(&best, i, j + 1) {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

/// For long texts: each word with the next one that is the same.
fn nearest(x: &[u32], y: &[u32]) -> Vec<(usize, usize)> {
    let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
    y.iter().enumerate().rev().for_each(|(at, id)| places.entry(*id).or_default().push(at));
    let (mut last, mut found) = (0, Vec::new());
    for (i, id) in x.iter().enumerate() {
        let Some(of_id) = places.get_mut(id) else { continue };
        while of_id.last().is_some_and(|it| *it < last) {
            of_id.pop();
        }
        if let Some(j) = of_id.pop() {
            found.push((i, j));
            last = j + 1;
        }
    }
    found
}
