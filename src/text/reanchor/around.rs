//! What the rest of the sentence says about a passage that still reads the same.

use std::ops::Range;

use super::sequences::common;
use super::tokens::{Kind, Side};
use super::turned::{alarms, senses, turned};
use super::warn::{Item, Word, differing, hunks, items, of_kind, words};
use super::{Reanchorer, Warning, What};

/// Tokens of a sentence on either side of a passage that are looked at.
const REACH: usize = 60;
/// What a passage weighs that may be found by chance: three words.
const FEW: u32 = 12;
/// What has to be the same beside it: two words, or a number.
const BESIDE: u32 = 8;
/// Tokens on either side among which its neighbours are looked for.
const AMONG: usize = 12;
/// Words before a noun in capitals that is no name.
const BEFORE_NOUNS: &str = " the a an this that these those der die das den dem des ein eine einen einem einer eines kein keine im am vom zum zur ins beim ihr sein ";

/// The rest of a sentence, before and after a passage.
#[derive(Debug)]
struct Rest {
    before: Range<usize>,
    after: Range<usize>,
}

impl Rest {
    fn of(side: &Side<'_>, passage: &Range<usize>) -> Self {
        let unit = |token: usize| side.units.get(side.units.partition_point(|it| it.end <= token));
        let first = unit(passage.start).map_or(passage.start, |it| it.start);
        let last = unit(passage.end.saturating_sub(1)).map_or(passage.end, |it| it.end);
        Self {
            before: first.max(passage.start.saturating_sub(REACH)).min(passage.start)..passage.start,
            after: passage.end..last.min(passage.end + REACH).max(passage.end),
        }
    }

    fn tokens(&self) -> impl Iterator<Item = usize> {
        self.before.clone().chain(self.after.clone())
    }
}

/// What tokens say about which sentence this is; marks say nothing.
fn says(side: &Side<'_>, token: usize) -> u32 {
    side.tokens.get(token).map_or(0, |it| if it.kind == Kind::Mark { 0 } else { it.kind.weight() })
}

/// Whether a token stands in the sentence of a passage, however the lines are broken.
fn in_sentence(side: &Side<'_>, token: usize, passage: &Range<usize>) -> bool {
    let between = if token < passage.start { token..passage.start } else { passage.end..token };
    between.len() <= 2 * REACH && !between.clone().any(|it| side.ends_sentence(it))
}

impl Reanchorer<'_> {
    /// Negations, conditions, names and dates of the rest of the sentence that came, went or changed.
    pub(super) fn said_otherwise(&self, hull: &Range<usize>, tokens: &Range<usize>) -> Vec<Warning> {
        let (old, new) = (Rest::of(&self.old, hull), Rest::of(&self.new, tokens));
        let mut found = Vec::new();
        for (gone, come, leads) in [(old.before, new.before, true), (old.after, new.after, false)] {
            if self.old.ids(gone.clone()) == self.new.ids(come.clone()) {
                continue;
            }
            let (a, b) = (words(&self.old, gone.clone()), words(&self.new, come.clone()));
            let stayed_old = |token: usize| self.map.new_of(token).is_some_and(|it| in_sentence(&self.new, it, tokens));
            let stayed_new = |token: usize| self.map.old_of(token).is_some_and(|it| in_sentence(&self.old, it, hull));
            let (mine, theirs) = (foreign(&self.old, &a, stayed_old), foreign(&self.new, &b, stayed_new));
            compare(&mine, &theirs, &mut found);
            if leads {
                turned(&a, &b, &self.differing_words(&gone, &come), &mut found);
            } else {
                let (mut gone, mut come) = (senses(&a), senses(&b));
                gone.retain(|it| !stayed_old(it.at));
                come.retain(|it| !stayed_new(it.at));
                alarms(&gone, &come, &mut found);
            }
        }
        found
    }

    fn differing_words(&self, old: &Range<usize>, new: &Range<usize>) -> Vec<(Vec<Word<'_>>, Vec<Word<'_>>)> {
        let same = common(self.old.ids(old.clone()), self.new.ids(new.clone()), |_| 1);
        let all = hunks(&same, old.len(), new.len()).into_iter().map(|(a, b)| {
            (
                words(&self.old, old.start + a.start..old.start + a.end),
                words(&self.new, new.start + b.start..new.start + b.end),
            )
        });
        all.collect()
    }

    /// Whether a passage is so short that its words prove nothing, and nothing beside the place does either.
    pub(super) fn is_adrift(&self, hull: &Range<usize>, place: &Range<usize>) -> bool {
        let weigh = |it: usize| match self.old.tokens.get(it).map(|it| it.kind) {
            Some(Kind::Word | Kind::Number) => 4,
            Some(Kind::Sign) => 3,
            _ => 0,
        };
        let weight: u32 = hull.clone().take(FEW as usize * 2).map(weigh).sum();
        weight <= FEW
            && !self.is_certain(hull, place)
            && !self.stays_in_order(hull, place)
            && !self.is_beside_the_same(hull, place)
            && !self.is_among_the_same(hull, place)
            && !self.share(&Rest::of(&self.old, hull), &Rest::of(&self.new, place))
    }

    /// Whether the alignment has the passage there, between what stood before it and what stood after it.
    fn stays_in_order(&self, hull: &Range<usize>, place: &Range<usize>) -> bool {
        let aligned = hull.clone().zip(place.clone()).all(|(old, new)| self.map.new_of(old) == Some(new));
        let mapped = |it: usize| self.map.new_of(it).filter(|_| says(&self.old, it) > 0);
        let before = (hull.start.saturating_sub(REACH)..hull.start).rev().find_map(mapped);
        let after = (hull.end..hull.end + REACH).find_map(mapped);
        let lone = hull.clone().filter(|it| says(&self.old, *it) > 0).take(2).count() < 2;
        let near = |it: usize| it + 2 * REACH >= place.start && it <= place.end + 2 * REACH;
        aligned
            && (!lone || self.is_whole(hull, place))
            && (before.is_some() || after.is_some() || self.is_at_the_same_end(hull, place))
            && before.is_none_or(|it| it < place.start && near(it))
            && after.is_none_or(|it| it >= place.end && near(it))
    }

    /// Whether the texts both begin, or both end, with the sentence.
    fn is_at_the_same_end(&self, hull: &Range<usize>, place: &Range<usize>) -> bool {
        let first = |side: &Side<'_>, it: &Range<usize>| side.units.first().is_some_and(|unit| it.start < unit.end);
        let last = |side: &Side<'_>, it: &Range<usize>| side.units.last().is_some_and(|unit| it.end > unit.start);
        first(&self.old, hull) && first(&self.new, place) || last(&self.old, hull) && last(&self.new, place)
    }

    /// Whether a whole sentence, or row, has some of its neighbours about it still, in another order.
    fn is_among_the_same(&self, hull: &Range<usize>, place: &Range<usize>) -> bool {
        let near = |it: &usize| it + 2 * AMONG >= place.start && *it < place.end + 2 * AMONG && !place.contains(it);
        let around = (hull.start.saturating_sub(AMONG)..hull.start).chain(hull.end..hull.end + AMONG);
        let stayed = around.filter(|it| says(&self.old, *it) > 0).filter_map(|it| self.map.new_of(it)).filter(near);
        self.is_whole(hull, place) && self.map.new_of(hull.start) == Some(place.start) && stayed.count() >= 3
    }

    /// Whether a passage was a whole sentence, but for marks, and is one.
    fn is_whole(&self, hull: &Range<usize>, place: &Range<usize>) -> bool {
        let whole = |side: &Side<'_>, it: &Range<usize>| Rest::of(side, it).tokens().all(|it| says(side, it) == 0);
        whole(&self.old, hull) && whole(&self.new, place)
    }

    /// Whether two words or a number before, or after, are the same; for a whole sentence, one word. Marks do not count.
    fn is_beside_the_same(&self, hull: &Range<usize>, place: &Range<usize>) -> bool {
        let enough = if self.is_whole(hull, place) { BESIDE / 2 } else { BESIDE };
        let run = |pairs: &mut dyn Iterator<Item = (usize, usize)>| {
            let same = pairs.take_while(|(old, new)| self.old.id(*old).is_some_and(|it| Some(it) == self.new.id(*new)));
            same.map(|(old, _)| says(&self.old, old)).sum::<u32>() >= enough
        };
        let before = |at: usize| (at.saturating_sub(8)..at).rev();
        run(&mut before(hull.start).zip(before(place.start)))
            || run(&mut (hull.end..hull.end + 8).zip(place.end..place.end + 8))
    }

    /// Whether the rests of two sentences have half of what they say in common.
    fn share(&self, mine: &Rest, theirs: &Rest) -> bool {
        let weigh = |side: &Side<'_>, rest: &Rest| rest.tokens().map(|it| says(side, it)).sum::<u32>();
        let all = weigh(&self.old, mine) + weigh(&self.new, theirs);
        let shared = |a: &Range<usize>, b: &Range<usize>| {
            let same = common(self.old.ids(a.clone()), self.new.ids(b.clone()), |at| says(&self.old, a.start + at));
            same.iter().map(|(old, _)| says(&self.old, a.start + old)).sum::<u32>()
        };
        let common = shared(&mine.before, &theirs.before) + shared(&mine.after, &theirs.after);
        common >= BESIDE && common * 4 >= all
    }

    /// The one place whose sentence is the sentence of the passage to the word, if no copy stood in the same sentence.
    pub(super) fn in_its_sentence(
        &self,
        hull: &Range<usize>,
        places: &[Range<usize>],
        others: &[Range<usize>],
    ) -> Option<Range<usize>> {
        let mine = self.rest_ids(&self.old, hull);
        let says: u32 = Rest::of(&self.old, hull).tokens().map(|it| says(&self.old, it)).sum();
        if says < BESIDE || others.iter().any(|it| self.rest_ids(&self.old, it) == mine) {
            return None;
        }
        let mut same = places.iter().filter(|it| self.rest_ids(&self.new, it) == mine);
        same.next().filter(|_| same.next().is_none()).cloned()
    }

    fn rest_ids<'b>(&'b self, side: &'b Side<'_>, passage: &Range<usize>) -> (&'b [u32], &'b [u32]) {
        let rest = Rest::of(side, passage);
        (side.ids(rest.before), side.ids(rest.after))
    }
}

/// What the other sentence does not have too.
fn foreign(side: &Side<'_>, words: &[Word<'_>], stayed: impl Fn(usize) -> bool) -> Vec<Item> {
    let stays = |it: &Item| words.get(it.start).is_some_and(|it| stayed(it.at));
    let noun = |it: &Item| {
        it.what == What::Name
            && it.end == it.start + 1
            && it
                .start
                .checked_sub(1)
                .and_then(|at| words.get(at))
                .is_some_and(|it| BEFORE_NOUNS.contains(&format!(" {} ", it.small)))
    };
    items(side, words).into_iter().filter(|it| !stays(it) && !noun(it)).collect()
}

/// Negations that came or went; names and dates of which one took the place of another.
fn compare(old: &[Item], new: &[Item], found: &mut Vec<Warning>) {
    for what in [What::Negation, What::Name, What::Date] {
        let (gone, come) = (of_kind(old, what), of_kind(new, what));
        let mut told = Vec::new();
        differing(&gone, &come, what, &mut told);
        told.retain(|it| what == What::Negation || !it.old.is_empty() && !it.new.is_empty());
        found.append(&mut told);
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Outcome, Reanchorer, State};

    fn carried(old: &str, new: &str, passage: &str) -> Outcome {
        let start = old.split(passage).next().unwrap().chars().count();
        Reanchorer::new(old, new).span(start, start + passage.chars().count()).unwrap()
    }

    #[test]
    fn a_sentence_that_says_otherwise_is_told() {
        for (old, new, passage, told) in [
            (
                "He was not guilty of murder.",
                "He was guilty of murder.",
                "guilty of murder",
                "a negation was removed: not",
            ),
            (
                "He said: Crime is down.",
                "He never said: Crime is down.",
                "Crime is down.",
                "a negation was added: never",
            ),
            (
                "He said: Crime is down.",
                "He denied: Crime is down.",
                "Crime is down.",
                "a negation changed: said → denied",
            ),
            (
                "In 2018 the tax rose here.",
                "In 2019 the tax rose here.",
                "the tax rose here",
                "a date or time changed: 2018 → 2019",
            ),
        ] {
            let outcome = carried(old, new, passage);
            let warnings: Vec<String> = outcome.warnings.iter().map(|it| it.words()).collect();
            assert_eq!(
                (outcome.state, outcome.new.as_str(), warnings),
                (State::Changed, passage, vec![told.to_owned()])
            );
        }
        let outcome =
            carried("The jury blamed the pilot, who slept.", "The new jury blamed the pilot, who slept.", "who slept");
        assert_eq!(outcome.state, State::Moved);
    }

    #[test]
    fn a_few_words_found_by_chance_are_not_the_passage() {
        for (old, new, passage) in [
            ("He said.\n\nNo.\n\nYes.", "He said. Yes. Then he said: No. 5 of them.", "No."),
            ("Smith won. Jones lost the race.", "Jones won. It was close. If only Smith won.", "Smith won."),
            (
                "The dam broke. It rained all day.",
                "It snowed. Ships sank. The dam broke. Cats slept.",
                "The dam broke.",
            ),
        ] {
            assert_eq!(carried(old, new, passage).state, State::Ambiguous, "{new}");
        }
    }

    #[test]
    fn the_year_before_it_says_which_passage_it_is() {
        let (old, new) = ("In 2018 the tax rose. In 2019 the tax rose.", "In 2019 the tax rose. In 2018 the tax rose.");
        assert_eq!(carried(old, new, "the tax rose").start(), Some(30));
    }
}
