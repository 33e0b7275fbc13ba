//! Numbers that go on beyond the edge of a passage: "5 %" that became "5 %–10 %" is not the same "5 %" any more.

use std::ops::Range;

use super::numbers::value_of;
use super::tokens::{Kind, Side, plain};
use super::warn::warnings;
use super::words::WORDS;
use super::{Reanchorer, Warning, What};

/// Tokens beyond an edge that are looked at.
const REACH: usize = 8;

/// Words between the two ends of a range, or between two numbers to choose from.
const TO: &str = " to till until through or bis oder à a ou al hasta o fino tot of do až lub nebo до или till eller tai ile ila veya sampai hingga atau \
 إلى الى أو تا یا سے से तक या 至 到 或 ~ 〜 ～ - / ";

fn is_unit(side: &Side<'_>, at: usize) -> bool {
    let word = plain(side.token_text(at)).to_lowercase();
    WORDS.meaning(&word).is_some_and(|(what, key)| what == What::Unit || key.starts_with('x'))
}

fn is_number(side: &Side<'_>, at: usize) -> bool {
    let Some(token) = side.tokens.get(at) else { return false };
    let word = plain(side.token_text(at)).to_lowercase();
    token.kind == Kind::Number
        || word.chars().all(char::is_numeric)
        || value_of(&word).is_some()
        || WORDS.number(&word).is_some()
}

fn is_to(side: &Side<'_>, at: usize) -> bool {
    let word = plain(side.token_text(at)).to_lowercase();
    !word.is_empty() && TO.contains(&format!(" {word} "))
}

/// A number with a sign that is the end of a range written close: "5%-10%".
fn is_close(side: &Side<'_>, at: usize) -> bool {
    let pair = at.checked_sub(1).and_then(|it| side.tokens.get(it..at + 1));
    matches!(pair, Some([a, b]) if a.end == b.start && plain(side.token_text(at)).starts_with('-'))
}

/// Where a number that ends with the passage really ends.
fn end(side: &Side<'_>, hull: &Range<usize>) -> usize {
    let Some(last) = hull.end.checked_sub(1) else { return hull.end };
    let counted = last.checked_sub(1).is_some_and(|it| is_number(side, it));
    if !(is_number(side, last) || counted && is_unit(side, last)) {
        return hull.end;
    }
    let mut at = hull.end;
    while at < hull.end + REACH {
        if is_unit(side, at) || is_number(side, at) && is_close(side, at) {
            at += 1;
        } else if side.token_text(at) == "か" && side.token_text(at + 1) == "ら" && is_number(side, at + 2) {
            at += 3;
        } else if is_to(side, at) && is_number(side, at + 1) {
            at += 2;
        } else if is_to(side, at) && is_unit(side, at + 1) && is_number(side, at + 2) {
            at += 3;
        } else {
            break;
        }
    }
    at
}

/// Where a number that begins with the passage really begins.
fn start(side: &Side<'_>, hull: &Range<usize>) -> usize {
    let first = hull.start;
    if !(is_number(side, first) || is_unit(side, first) && is_number(side, first + 1)) {
        return first;
    }
    let (one, two, three) = (first.checked_sub(1), first.checked_sub(2), first.checked_sub(3));
    match (one, two, three) {
        (Some(_), Some(two), _) if is_to(side, first - 1) && is_number(side, two) => two,
        (Some(_), Some(two), Some(three)) if is_to(side, first - 1) && is_unit(side, two) && is_number(side, three) => {
            three
        }
        (Some(one), Some(two), _) if is_close(side, first) && is_unit(side, one) && is_number(side, two) => two,
        _ => first,
    }
}

impl Reanchorer<'_> {
    /// The place with all of the numbers at its edges, and what differs about them.
    pub(super) fn numeral_goes_on(&self, hull: &Range<usize>, tokens: &Range<usize>) -> (Range<usize>, Vec<Warning>) {
        let old = start(&self.old, hull)..end(&self.old, hull);
        let new = start(&self.new, tokens)..end(&self.new, tokens);
        let rest = |side: &Side<'_>, whole: &Range<usize>, part: &Range<usize>| {
            (side.ids(whole.start..part.start).to_vec(), side.ids(part.end..whole.end).to_vec())
        };
        if rest(&self.old, &old, hull) == rest(&self.new, &new, tokens) {
            return (tokens.clone(), Vec::new());
        }
        let mut told = Vec::new();
        let beyond = [(old.start..hull.start, new.start..tokens.start), (hull.end..old.end, tokens.end..new.end)];
        for (gone, come) in beyond {
            told.extend(warnings((&self.old, gone), (&self.new, come), &[]));
        }
        told.retain(|it| matches!(it.what, What::Numeral | What::Unit | What::Date));
        (if told.is_empty() { tokens.clone() } else { new }, told)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Reanchorer, State};

    #[test]
    fn a_number_that_goes_on_is_another_one() {
        for (old, new, passage, place) in [
            ("It grew 5%.", "It grew 5%–10%.", "It grew 5%", "It grew 5%–10%"),
            ("It grew 5%.", "It grew 5%-10%.", "It grew 5%", "It grew 5%-10%"),
            ("It grew 5%–10%.", "It grew 5%.", "It grew 5%", "It grew 5%"),
            ("It cost 5 here.", "It cost 5 million here.", "It cost 5", "It cost 5 million"),
            ("Es wuchs um 5 %.", "Es wuchs um 5 % bis 9 %.", "wuchs um 5 %", "wuchs um 5 % bis 9 %"),
            ("物価は5%上がった。", "物価は5%から8%上がった。", "物価は5%", "物価は5%から8%"),
            ("It grew 5% in May.", "It grew 3 to 5% in May.", "5% in May", "3 to 5% in May"),
        ] {
            let start = old.split(passage).next().unwrap().chars().count();
            let outcome = Reanchorer::new(old, new).span(start, start + passage.chars().count()).unwrap();
            assert_eq!((outcome.state, outcome.new.as_str()), (State::Changed, place), "{new}");
            assert!(!outcome.warnings.is_empty() && !outcome.typography_only, "{new}");
        }
    }
}
