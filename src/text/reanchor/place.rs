//! Where a passage can stand: where its words are, which of those places its surroundings speak for, what replaced it.

use std::collections::HashMap;
use std::ops::Range;

use super::context::Support;
use super::sequences::common;
use super::tokens::{Kind, Side};
use super::{Reanchorer, Verdict};

/// Places of a passage that are weighed; with more of them nobody can tell which is meant.
const PLACES: usize = 512;
/// Tokens of the text that are tried in search of these places.
const TRIED: usize = 8192;
/// Tokens of context that are compared for every place, and for the best of them.
const CONTEXT: usize = 48;
const LONG_CONTEXT: usize = 1024;
/// Places that are compared thoroughly.
const BEST: usize = 8;
/// Words that may come before a sentence and still belong to it.
const FEW: usize = 12;
/// Passages at least this alike are one passage that was changed: between its neighbours, near them, and elsewhere.
const CHANGED_THERE: f64 = 0.4;
const CHANGED: f64 = 0.5;
const CHANGED_ELSEWHERE: f64 = 0.6;
/// Less alike than this is not worth a look.
const NEAR: f64 = 0.35;
/// Places that differ less than this are as good as each other.
const TIE: f64 = 0.05;
/// Tokens between two places that stand beside each other.
const BESIDE: usize = 3;
/// Tokens of a passage that are looked for elsewhere.
const LOOKED_FOR: usize = 160;
/// A token in more places than this does not help to find a passage.
const COMMON: usize = 64;

/// The places that read like a passage, and whether those are all.
pub(super) struct Occurrences {
    pub(super) places: Vec<Range<usize>>,
    pub(super) all: bool,
}

/// A place of the new text that is like a passage, in tokens; 1 is the same words.
#[derive(Debug)]
pub(super) struct Near {
    pub(super) tokens: Range<usize>,
    alike: f64,
}

fn occurrences(side: &Side<'_>, ids: &[u32]) -> Occurrences {
    let rarest = ids.iter().enumerate().min_by_key(|(_, id)| side.places(**id).len());
    let Some((offset, id)) = rarest else { return Occurrences { places: Vec::new(), all: true } };
    let candidates = side.places(*id);
    let starts = candidates.iter().take(TRIED).filter_map(|it| (*it as usize).checked_sub(offset));
    let same = |start: &usize| side.ids(*start..start + ids.len()) == ids;
    let places: Vec<Range<usize>> = starts.filter(same).take(PLACES).map(|it| it..it + ids.len()).collect();
    let all = candidates.len() <= TRIED && places.len() < PLACES;
    Occurrences { places, all }
}

/// Whether letters or digits go on right after this token, as in "5km".
fn is_glued(side: &Side<'_>, after: Option<usize>) -> bool {
    let pair = after.and_then(|it| side.tokens.get(it..it + 2));
    let solid = |kind| matches!(kind, Kind::Word | Kind::Number);
    matches!(pair, Some([a, b]) if a.end == b.start && solid(a.kind) && solid(b.kind))
}

/// Whether two places of the same words touch: then nobody can tell which of them was added.
fn is_beside(a: &Range<usize>, b: &Range<usize>) -> bool {
    a != b && a.start <= b.end + BESIDE && b.start <= a.end + BESIDE
}

/// Whether the old text had a copy there already.
fn same_side(copy: &Range<usize>, hull: &Range<usize>, place: &Range<usize>, chosen: &Range<usize>) -> bool {
    is_beside(copy, hull) && (copy.start < hull.start) == (place.start < chosen.start)
}

impl Reanchorer<'_> {
    /// Where the new text reads like the passage, but not within a longer word or number.
    pub(super) fn occurrences(&self, hull: &Range<usize>) -> Occurrences {
        let mut found = occurrences(&self.new, self.old.ids(hull.clone()));
        let edges = |side: &Side<'_>, it: &Range<usize>| {
            (is_glued(side, it.start.checked_sub(1)), is_glued(side, it.end.checked_sub(1)))
        };
        let old = edges(&self.old, hull);
        found.places.retain(|it| {
            let new = edges(&self.new, it);
            (old.0 || !new.0) && (old.1 || !new.1)
        });
        found
    }

    /// A sentence that lost its capital has words before it now: they belong to it.
    pub(super) fn with_its_start(&self, hull: &Range<usize>, tokens: &Range<usize>) -> Range<usize> {
        let first = |side: &Side<'_>, at: usize| side.token_text(at).chars().next();
        let capital = first(&self.old, hull.start).is_some_and(char::is_uppercase);
        if !capital || !first(&self.new, tokens.start).is_some_and(char::is_lowercase) {
            return tokens.clone();
        }
        let free = |at: &usize| self.map.old_of(*at).is_none() && !self.new.ends_sentence(*at);
        let before: Vec<usize> = (0..tokens.start).rev().take(FEW).take_while(free).collect();
        let start = before.last().filter(|it| it.checked_sub(1).is_none_or(|at| self.new.ends_sentence(at)));
        start.copied().unwrap_or(tokens.start)..tokens.end
    }

    /// The one place that is this passage's and not another's; none if there is doubt.
    pub(super) fn choose(&self, hull: &Range<usize>, places: &[Range<usize>]) -> Option<Range<usize>> {
        let copies = occurrences(&self.old, self.old.ids(hull.clone()));
        let others: Vec<Range<usize>> = copies.places.into_iter().filter(|it| it != hull).collect();
        if !copies.all {
            return None;
        }
        if let ([only], true) = (places, others.is_empty()) {
            return Some(only.clone());
        }
        if let Some(place) = self.in_its_sentence(hull, places, &others) {
            return Some(place);
        }
        let mut rough: Vec<(Support, &Range<usize>)> =
            places.iter().map(|it| (self.support(hull, it, CONTEXT), it)).collect();
        rough.sort_by_key(|(support, it)| (std::cmp::Reverse((support.sum(), support.aligned)), it.start));
        let best = rough.iter().take(BEST).map(|(_, it)| (self.support(hull, it, LONG_CONTEXT), *it));
        let free: Vec<(Support, &Range<usize>, bool)> =
            best.filter_map(|(support, place)| Some((support, place, self.is_own(support, place, &others)?))).collect();
        let (support, place, own) =
            free.iter().max_by_key(|(support, it, _)| (support.sum(), support.aligned, std::cmp::Reverse(it.start)))?;
        let wins = free.iter().filter(|it| it.1 != *place).all(|it| support.beats(it.0));
        let doubled =
            places.iter().any(|it| is_beside(it, place) && !others.iter().any(|old| same_side(old, hull, it, place)));
        (*own && wins && !doubled).then(|| (*place).clone())
    }

    /// Whether this passage, and none of its copies in the old text, became that place; none if a copy did.
    fn is_own(&self, support: Support, place: &Range<usize>, others: &[Range<usize>]) -> Option<bool> {
        let mut own = true;
        for other in others {
            let theirs = self.support(other, place, LONG_CONTEXT);
            if theirs.beats(support) {
                return None;
            }
            own &= support.beats(theirs);
        }
        Some(own)
    }

    /// Another place that may be meant: where the neighbours of the passage are now, with words like it between them.
    pub(super) fn rival(&self, hull: &Range<usize>, place: &Range<usize>) -> Option<Range<usize>> {
        if self.touches(hull, place) {
            return None;
        }
        let gap = self.between_neighbours(hull)?;
        let meets = |it: &Range<usize>| it.start < place.end && place.start < it.end;
        let (region, alike) = self.fitted(hull, &gap)?;
        (!meets(&gap) && alike >= CHANGED && self.is_free(hull, &region)).then_some(region)
    }

    /// The tokens of the new text between those that the neighbours of a passage became.
    fn between_neighbours(&self, hull: &Range<usize>) -> Option<Range<usize>> {
        let length = hull.len() * 2 + 8;
        let before = hull.start.saturating_sub(8)..hull.start;
        let before = before.rev().find_map(|it| self.map.new_of(it)).map(|it| it + 1);
        let after = (hull.end..hull.end + 8).find_map(|it| self.map.new_of(it));
        let gap = match (before, after) {
            (Some(before), Some(after)) if before <= after && after - before <= length => before..after,
            (Some(before), _) => before..(before + length).min(self.new.ids.len()),
            (None, Some(after)) => after.saturating_sub(length)..after,
            (None, None) => return None,
        };
        (!gap.is_empty()).then_some(gap)
    }

    /// The part of a stretch that is like the passage, and how much so.
    fn fitted(&self, hull: &Range<usize>, within: &Range<usize>) -> Option<(Range<usize>, f64)> {
        let hull = hull.start..hull.end.min(hull.start + LOOKED_FOR);
        let within = within.start..within.end.min(within.start + 4 * LOOKED_FOR);
        let weight = |at: usize| self.old.weight(hull.start + at);
        let same = common(self.old.ids(hull.clone()), self.new.ids(within.clone()), weight);
        let pairs: Vec<(usize, usize)> =
            same.into_iter().map(|(old, new)| (hull.start + old, within.start + new)).collect();
        let region = self.region(&hull, &pairs, Some(&within))?;
        let alike = self.alike(&hull, &region);
        Some((region, alike))
    }

    /// The densest stretch that the pairs of tokens reach, with the words at its ends that replaced those of the
    /// passage.
    fn region(
        &self,
        hull: &Range<usize>,
        pairs: &[(usize, usize)],
        within: Option<&Range<usize>>,
    ) -> Option<Range<usize>> {
        let mut pairs = pairs.to_vec();
        pairs.sort_unstable_by_key(|it| it.1);
        let far = (hull.len() / 2).max(8);
        let heavy = |it: &[(usize, usize)]| it.iter().map(|it| self.old.weight(it.0)).sum::<u32>();
        let dense = pairs.chunk_by(|a, b| b.1 - a.1 <= far).max_by_key(|it| heavy(it))?;
        let (first, last) = (dense.first()?, dense.last()?);
        let lowest = dense.iter().map(|it| it.0).min()?;
        let highest = dense.iter().map(|it| it.0).max()?;
        let room = |lost: usize| if lost == 0 { 0 } else { 2 * lost + 3 };
        let (low, high) = within.map_or((0, self.new.ids.len()), |it| (it.start, it.end));
        let free = |at: &usize| self.map.old_of(*at).is_none_or(|it| hull.contains(&it));
        let to_left = (low..first.1).rev().take(room(lowest - hull.start));
        let start = to_left.take_while(|it| free(it) && !self.new.ends_sentence(*it)).last().unwrap_or(first.1);
        let mut end = last.1 + 1;
        for at in (end..high).take(room(hull.end - 1 - highest)) {
            let stops = self.new.ends_sentence(at);
            if !free(&at) || (stops && !self.old.ends_sentence(hull.end - 1)) {
                break;
            }
            end = at + 1;
            if stops {
                break;
            }
        }
        let glued = |it: usize| is_glued(&self.new, Some(it));
        Some(start..if glued(end - 1) && !is_glued(&self.old, Some(hull.end - 1)) { end + 1 } else { end })
    }

    /// How alike a passage and a stretch of the new text are: words in common, and words that begin alike.
    fn alike(&self, hull: &Range<usize>, region: &Range<usize>) -> f64 {
        let heavy = |side: &Side<'_>, it: &Range<usize>| it.clone().map(|it| side.weight(it)).sum::<u32>();
        let all = heavy(&self.old, hull) + heavy(&self.new, region);
        let mut differing = 0.0;
        for (old, new) in self.hunks(hull, region) {
            differing += f64::from(heavy(&self.old, &old) + heavy(&self.new, &new));
            for (old, new) in old.zip(new).take(LOOKED_FOR) {
                differing -= f64::from(2 * self.old.weight(old).min(self.new.weight(new))) * self.kinship(old, new);
            }
        }
        1.0 - differing / f64::from(all.max(1))
    }

    fn kinship(&self, old: usize, new: usize) -> f64 {
        let kind = |side: &Side<'_>, at: usize| side.tokens.get(at).map(|it| it.kind);
        match (kind(&self.old, old), kind(&self.new, new)) {
            (Some(Kind::Number), Some(Kind::Number)) => 0.5,
            (Some(Kind::Word), Some(Kind::Word)) => {
                let (a, b) = (self.old.token_text(old), self.new.token_text(new));
                let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
                let share = shared as f64 / a.chars().count().max(b.chars().count()).max(1) as f64;
                if share >= 0.5 { share } else { 0.0 }
            }
            _ => 0.0,
        }
    }

    /// Whether a stretch is not what other passages of the old text became.
    fn is_free(&self, hull: &Range<usize>, region: &Range<usize>) -> bool {
        let taken = |it: &usize| self.map.old_of(*it).is_some_and(|it| !hull.contains(&it));
        let heavy = |it: usize| self.new.weight(it);
        let all: u32 = region.clone().map(heavy).sum();
        region.clone().filter(taken).map(heavy).sum::<u32>() * 10 <= all * 3
    }

    /// What stands in the place of a passage that is not there any more.
    pub(super) fn replaced(&self, hull: &Range<usize>) -> Verdict {
        let mapped = hull.clone().filter_map(|old| Some((old, self.map.new_of(old)?)));
        let pairs: Vec<(usize, usize)> = mapped.collect();
        let region = self.region(hull, &pairs, None).filter(|it| self.is_free(hull, it));
        let fits =
            |alike: f64, it: &Range<usize>| alike >= CHANGED || (alike >= CHANGED_THERE && self.is_certain(hull, it));
        let region = region.map(|it| (self.alike(hull, &it), it)).filter(|(alike, it)| fits(*alike, it));
        match region.map(|it| it.1).or_else(|| self.swapped(hull)) {
            Some(region) if self.is_certain(hull, &region) => Verdict::Replaced(region),
            region => self.elsewhere(hull, region),
        }
    }

    /// A few words that gave way to others, between neighbours that stayed.
    fn swapped(&self, hull: &Range<usize>) -> Option<Range<usize>> {
        let place = self.map.new_of(hull.start.checked_sub(1)?)? + 1..self.map.new_of(hull.end)?;
        let fits = hull.len() <= 4 && !place.is_empty() && place.len() <= 2 * hull.len() + 2;
        let closed = self.old.ends_sentence(hull.end - 1);
        let wanders = place.clone().any(|it| self.new.ends_sentence(it) && !(closed && it + 1 == place.end));
        let stays = |it: usize| self.map.new_of(it).is_some_and(|it| it + 24 >= place.start && it < place.end + 24);
        let around = (hull.start.saturating_sub(6)..hull.start).chain(hull.end..hull.end + 6);
        let stayed = around.filter(|it| stays(*it)).count();
        (fits && !wanders && stayed >= 7 && self.is_free(hull, &place)).then_some(place)
    }

    /// Whether the neighbours of a passage are the neighbours of the place, on both sides.
    pub(super) fn is_certain(&self, hull: &Range<usize>, region: &Range<usize>) -> bool {
        let left = match hull.start.checked_sub(1) {
            Some(before) => self.map.new_of(before).is_some_and(|it| it < region.start && it + 4 > region.start),
            None => region.start == 0,
        };
        let right = match self.map.new_of(hull.end) {
            Some(after) => (region.end..region.end + 4).contains(&after),
            None => hull.end >= self.old.ids.len() && region.end >= self.new.ids.len(),
        };
        left && right
    }

    /// Looks at the whole text, since the neighbours do not speak for one place, or for none.
    fn elsewhere(&self, hull: &Range<usize>, region: Option<Range<usize>>) -> Verdict {
        let meets = |it: &Range<usize>| region.as_ref().is_some_and(|at| it.start < at.end && at.start < it.end);
        let own = region.as_ref().map(|it| self.alike(hull, it));
        let free = self.near(hull).into_iter().filter(|it| !meets(&it.tokens) && self.is_free(hull, &it.tokens));
        let mut places: Vec<(f64, Range<usize>)> =
            free.filter(|it| it.alike >= CHANGED_ELSEWHERE).map(|it| (it.alike, it.tokens)).collect();
        if let (Some(own), Some(region)) = (own, region) {
            places.retain(|it| it.0 + TIE > own);
            places.insert(0, (own.max(places.first().map_or(0.0, |it| it.0)), region));
        }
        let Some((best, place)) = places.first().cloned() else { return Verdict::Gone };
        places.retain(|it| it.0 + TIE > best);
        if places.len() == 1 {
            Verdict::Replaced(place)
        } else {
            Verdict::Choose(places.into_iter().map(|it| it.1).collect())
        }
    }

    /// The places most like a passage, best first, whoever they belong to.
    pub(super) fn near(&self, hull: &Range<usize>) -> Vec<Near> {
        let mut votes: HashMap<usize, f64> = HashMap::new();
        let mut ids = self.old.ids(hull.start..hull.end.min(hull.start + LOOKED_FOR)).to_vec();
        ids.sort_unstable();
        ids.dedup();
        for id in ids {
            let places = self.new.places(id);
            if places.len() <= COMMON {
                for place in places {
                    let unit = self.new.units.partition_point(|it| it.end <= *place as usize);
                    *votes.entry(unit).or_default() += 1.0 / places.len() as f64;
                }
            }
        }
        let mut votes: Vec<(usize, f64)> = votes.into_iter().collect();
        votes.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
        let reach = hull.len().min(LOOKED_FOR);
        let mut found: Vec<Near> = Vec::new();
        for (unit, _) in votes.into_iter().take(6) {
            let Some(unit) = self.new.units.get(unit) else { continue };
            let more = reach.saturating_sub(unit.len());
            let window = unit.start.saturating_sub(more)..(unit.end + more).min(self.new.ids.len());
            let Some((tokens, alike)) = self.fitted(hull, &window) else { continue };
            let apart = found.iter().all(|it| tokens.end <= it.tokens.start || it.tokens.end <= tokens.start);
            if alike >= NEAR && apart {
                found.push(Near { tokens, alike });
            }
        }
        found.sort_by(|a, b| b.alike.total_cmp(&a.alike).then(a.tokens.start.cmp(&b.tokens.start)));
        found
    }
}
