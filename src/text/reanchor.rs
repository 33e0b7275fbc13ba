//! Claims carried from one version of a text to the next. A passage is said to stand somewhere only if it does, to the
//! letter; where two places are as good as each other, or the words changed, a person is asked.
//!
//! Only white space, quotation marks, dashes, soft hyphens, other invisible characters or composed letters differ:
//! that is `changed` too, without a warning and with `typography_only`, since the quote's characters are others.
//! A number written otherwise ("5%", "five per cent") is `changed` without a warning: its value is the same.
//!
//! The sentence around a passage counts: "guilty" after a "not" that came or went, or in another year, is `changed`
//! with a warning though its own words are the same. Three words or fewer are found only beside what stood beside them.

mod align;
mod around;
mod context;
mod edges;
mod numbers;
mod opposites;
mod outcome;
mod place;
#[rustfmt::skip]
mod senses;
mod sequences;
mod tokens;
mod turned;
mod warn;
#[rustfmt::skip]
mod words;

use super::anchor::{Found, whole_graphemes};
use align::{Map, align};
pub use outcome::{Fault, Outcome, State, Warning, What};
use place::Occurrences;
use sequences::common;
use std::ops::Range;
use tokens::{Numbers, Side, plain};

/// Places shown to a person, at most.
const SHOWN: usize = 10;
/// The product of two passages' lengths up to which they are compared word by word.
const COMPARED: usize = 250_000;

/// Two versions of a text, compared once and then asked about any number of spans.
#[derive(Debug)]
pub struct Reanchorer<'a> {
    old: Side<'a>,
    new: Side<'a>,
    map: Map,
}

/// What the search for a span came to, in tokens of the new text.
enum Verdict {
    Here(Range<usize>),
    Replaced(Range<usize>),
    Choose(Vec<Range<usize>>),
    Gone,
}

impl<'a> Reanchorer<'a> {
    /// Compares both texts, in time that hardly grows faster than they do.
    pub fn new(old: &'a str, new: &'a str) -> Self {
        let mut numbers = Numbers::default();
        let (mut old, mut new) = (Side::of(old, &mut numbers), Side::of(new, &mut numbers));
        old.note_places(numbers.count());
        new.note_places(numbers.count());
        let map = align(&old, &new);
        Self { old, new, map }
    }

    /// What became of a span of the old text, in code points.
    pub fn span(&self, start: usize, end: usize) -> Result<Outcome, Fault> {
        let passage = self.old.index.slice(start, end).ok_or(Fault::Outside)?;
        let from = self.old.index.byte_of(start).ok_or(Fault::Outside)?;
        if passage.trim().is_empty() {
            return Err(Fault::Empty);
        }
        if self.old.text == self.new.text {
            let place = Found { start, end };
            return Ok(Outcome { state: State::Exact, place: Some(place), new: passage.to_owned(), ..gone(passage) });
        }
        let bytes = from..from + passage.len();
        let hull = self.old.touched(bytes.clone());
        if hull.is_empty() {
            return Ok(gone(passage));
        }
        Ok(match self.verdict(&hull) {
            Verdict::Here(tokens) => {
                self.with_sentence(self.settled(start, passage, &bytes, &hull, &tokens), &hull, &tokens)
            }
            Verdict::Replaced(tokens) => self.with_sentence(self.changed(passage, &hull, &tokens), &hull, &tokens),
            Verdict::Choose(places) => self.ambiguous(passage, &bytes, &hull, &places),
            Verdict::Gone => {
                let near = self.near(&hull).into_iter().map(|it| it.tokens);
                let candidates = near.filter_map(|it| self.found(self.new.bytes(&it)?)).take(SHOWN).collect();
                Outcome { candidates, ..gone(passage) }
            }
        })
    }

    fn verdict(&self, hull: &Range<usize>) -> Verdict {
        let Occurrences { places, all } = self.occurrences(hull);
        if !all {
            return Verdict::Choose(places);
        }
        if places.is_empty() {
            return self.replaced(hull);
        }
        match self.choose(hull, &places) {
            Some(place) => match self.rival(hull, &place) {
                Some(rival) => Verdict::Choose(vec![place, rival]),
                None if self.is_adrift(hull, &place) => match self.replaced(hull) {
                    Verdict::Replaced(other) if self.is_certain(hull, &other) && other != place => {
                        Verdict::Replaced(other)
                    }
                    _ => Verdict::Choose(vec![place]),
                },
                None => Verdict::Here(place),
            },
            None => match self.replaced(hull) {
                Verdict::Replaced(place) if self.is_certain(hull, &place) && !places.contains(&place) => {
                    Verdict::Replaced(place)
                }
                _ => Verdict::Choose(places),
            },
        }
    }

    /// The same words stand there: to the letter, or in other characters.
    fn settled(
        &self,
        start: usize,
        passage: &str,
        bytes: &Range<usize>,
        hull: &Range<usize>,
        tokens: &Range<usize>,
    ) -> Outcome {
        let place = self.same_bytes(passage, bytes, hull, tokens);
        let Some(place) = place.and_then(|it| self.found(it)) else {
            return self.changed(passage, hull, &self.with_its_start(hull, tokens));
        };
        let state = if place.start == start { State::Exact } else { State::Moved };
        Outcome { state, place: Some(place), new: passage.to_owned(), ..gone(passage) }
    }

    /// The bytes of the new text that answer to the span, if they are the same.
    fn same_bytes(
        &self,
        passage: &str,
        bytes: &Range<usize>,
        hull: &Range<usize>,
        tokens: &Range<usize>,
    ) -> Option<Range<usize>> {
        let (old, new) = (self.old.bytes(hull)?, self.new.bytes(tokens)?);
        let start = (new.start + bytes.start).checked_sub(old.start)?;
        let place = start..start + passage.len();
        (self.new.text.get(place.clone()) == Some(passage)).then_some(place)
    }

    fn changed(&self, passage: &str, hull: &Range<usize>, tokens: &Range<usize>) -> Outcome {
        let Some((place, new)) = self.new.bytes(tokens).and_then(|it| self.widened(it)) else { return gone(passage) };
        let same_words = self.old.ids(hull.clone()) == self.new.ids(tokens.clone());
        let typography_only = same_words && reads(passage) == reads(new);
        let hunks = self.hunks(hull, tokens);
        let mut warnings = if typography_only {
            Vec::new()
        } else {
            warn::warnings((&self.old, hull.clone()), (&self.new, tokens.clone()), &hunks)
        };
        warnings.sort_by_key(|it| it.what);
        warnings.dedup();
        Outcome {
            state: State::Changed,
            place: Some(place),
            new: new.to_owned(),
            warnings,
            typography_only,
            ..gone(passage)
        }
    }

    /// Adds what the rest of the sentence says: the same words mean another thing after "not", or in another year.
    fn with_sentence(&self, mut outcome: Outcome, hull: &Range<usize>, tokens: &Range<usize>) -> Outcome {
        let (wider, mut warnings) = self.numeral_goes_on(hull, tokens);
        warnings.extend(self.said_otherwise(hull, tokens));
        warnings.retain(|it| !outcome.warnings.contains(it));
        if warnings.is_empty() {
            return outcome;
        }
        let (before, after) = (outcome.place, self.new.bytes(&wider).and_then(|it| self.widened(it)));
        if let (Some(own), Some((wide, _))) = (before, after) {
            let place = Found { start: own.start.min(wide.start), end: own.end.max(wide.end) };
            outcome.new = self.new.index.slice(place.start, place.end).unwrap_or_default().to_owned();
            outcome.place = Some(place);
        }
        outcome.warnings.append(&mut warnings);
        outcome.warnings.sort_by_key(|it| it.what);
        outcome.warnings.dedup();
        Outcome { state: State::Changed, typography_only: false, ..outcome }
    }

    fn ambiguous(&self, passage: &str, bytes: &Range<usize>, hull: &Range<usize>, places: &[Range<usize>]) -> Outcome {
        let place = |it: &Range<usize>| {
            self.same_bytes(passage, bytes, hull, it).or_else(|| self.new.bytes(it)).and_then(|it| self.found(it))
        };
        let candidates = places.iter().filter_map(place).take(SHOWN).collect();
        Outcome { state: State::Ambiguous, candidates, ..gone(passage) }
    }

    /// The stretches in which a passage and what became of it differ, in tokens of both texts.
    fn hunks(&self, hull: &Range<usize>, tokens: &Range<usize>) -> Vec<(Range<usize>, Range<usize>)> {
        let same = if hull.len().saturating_mul(tokens.len()) <= COMPARED {
            common(self.old.ids(hull.clone()), self.new.ids(tokens.clone()), |at| self.old.weight(hull.start + at))
        } else {
            self.mapped(hull, tokens)
        };
        let hunks = warn::hunks(&same, hull.len(), tokens.len());
        let shifted = |it: Range<usize>, by: usize| it.start + by..it.end + by;
        hunks.into_iter().map(|(old, new)| (shifted(old, hull.start), shifted(new, tokens.start))).collect()
    }

    /// What the alignment says the two have in common, in order.
    fn mapped(&self, hull: &Range<usize>, tokens: &Range<usize>) -> Vec<(usize, usize)> {
        let mut last = tokens.start;
        let pairs = hull.clone().filter_map(|old| {
            let new = self.map.new_of(old).filter(|it| (last..tokens.end).contains(it))?;
            last = new + 1;
            Some((old - hull.start, new - tokens.start))
        });
        pairs.collect()
    }

    fn widened(&self, bytes: Range<usize>) -> Option<(Found, &'a str)> {
        let (start, end) = whole_graphemes(self.new.text, bytes.start, bytes.end);
        Some((self.found(start..end)?, self.new.text.get(start..end)?))
    }

    fn found(&self, bytes: Range<usize>) -> Option<Found> {
        Some(Found { start: self.new.index.point_of(bytes.start)?, end: self.new.index.point_of(bytes.end)? })
    }
}

fn gone(passage: &str) -> Outcome {
    Outcome {
        state: State::Orphaned,
        place: None,
        old: passage.to_owned(),
        new: String::new(),
        warnings: Vec::new(),
        candidates: Vec::new(),
        typography_only: false,
    }
}

/// A passage as it reads, white space and all that is invisible left out.
fn reads(passage: &str) -> String {
    plain(passage).replace("...", "…").chars().filter(|it| !it.is_whitespace()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::offsets::count;

    fn carried(old: &str, new: &str, passage: &str) -> Outcome {
        let start = count(old.split(passage).next().unwrap());
        Reanchorer::new(old, new).span(start, start + count(passage)).unwrap()
    }

    const OLD: &str = "The hall is old. Fares rose by 5 %. Nobody paid. The clerk left at noon.";

    #[test]
    fn a_passage_has_one_of_five_states() {
        for (new, state, start) in [
            (OLD.replace("noon", "one"), State::Exact, Some(17)),
            (format!("News. {OLD}"), State::Moved, Some(23)),
            (OLD.replace("5 %", "15 %"), State::Changed, Some(17)),
            (OLD.replace("Fares rose by 5 %.", "Fares rose by 5 %. Fares rose by 5 %."), State::Ambiguous, None),
            (OLD.replace(" Fares rose by 5 %.", ""), State::Orphaned, None),
        ] {
            let outcome = carried(OLD, &new, "Fares rose by 5 %.");
            assert_eq!((outcome.state, outcome.start()), (state, start), "{new}");
        }
    }

    #[test]
    fn other_characters_are_a_change_that_is_no_change_of_words() {
        let outcome = carried(OLD, &OLD.replace("5 %", "5\u{A0}%"), "Fares rose by 5 %.");
        assert!(outcome.state == State::Changed && outcome.typography_only && outcome.warnings.is_empty());
        let outcome = carried("It is 10 5 now. Yes.", "It is 105 now. Yes.", "It is 10 5 now.");
        assert!(!outcome.typography_only && !outcome.warnings.is_empty());
    }

    #[test]
    fn a_number_is_not_found_within_a_longer_one() {
        for new in ["15 %", "5.2 %", "-5 %", "5k"] {
            let outcome = carried(OLD, &OLD.replace("5 %", new), "by 5");
            assert_eq!(outcome.state, State::Changed, "{new}");
        }
    }

    #[test]
    fn a_copy_does_not_stand_in_for_a_passage_that_was_corrected() {
        let new = format!("{} Poster: Nobody paid.", OLD.replace("Nobody paid", "Nobody else paid"));
        assert_eq!(carried(OLD, &new, "Nobody paid.").state, State::Ambiguous);
    }
}
