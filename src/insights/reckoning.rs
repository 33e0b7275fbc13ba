//! From moments to days and rates.

use std::collections::HashMap;

use super::store::{Arrival, Counted};
use crate::checks::rules::{Correction, DraftState};
use crate::corrections::rules::RetractionKind;
use crate::db::Moment;

/// Days between two moments; never below zero, even if a clock was put back.
pub fn days(from: Moment, to: Moment) -> f64 {
    let seconds = (to.utc() - from.utc()).num_seconds().max(0);
    seconds as f64 / 86_400.0
}

/// Days that each draft spent in each state, all its stays there together; only states that a draft has left.
pub fn stays(arrivals: &[Arrival]) -> Vec<(DraftState, Vec<f64>)> {
    let mut last: HashMap<&str, &Arrival> = HashMap::new();
    let mut spent: HashMap<(&str, &str), f64> = HashMap::new();
    for arrival in arrivals {
        if let Some(before) = last.insert(&arrival.draft, arrival) {
            *spent.entry((&arrival.draft, &before.state)).or_default() += days(before.at, arrival.at);
        }
    }
    let of = |state: DraftState| {
        let spent = spent.iter().filter(|((_, in_state), _)| *in_state == state.as_str());
        spent.map(|(_, days)| *days).collect::<Vec<f64>>()
    };
    DraftState::ALL.iter().map(|state| (*state, of(*state))).filter(|(_, days)| !days.is_empty()).collect()
}

/// Whether readers had been told something wrong.
fn puts_right(kind: Correction) -> bool {
    matches!(kind, Correction::Correction | Correction::VerdictChange)
}

/// How long what was put right had stood, and how long it took to put it right.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct PutRight {
    pub count: usize,
    /// From the version before it.
    pub stood: Vec<f64>,
    /// From the first step.
    pub took: Vec<f64>,
}

impl PutRight {
    /// Corrections, changes of verdict and checks taken back; no typos, no updates, no merged checks.
    pub fn of(counted: &Counted) -> Self {
        let versions = counted.corrected.iter().filter(|it| puts_right(it.kind));
        let versions = versions.map(|it| (it.before, it.begun, it.published));
        let taken_back = counted.taken_back.iter().filter(|it| it.kind == RetractionKind::Retracted);
        let taken_back = taken_back.map(|it| (it.before, it.proposed, it.confirmed));
        let mut all = PutRight::default();
        for (before, begun, done) in versions.chain(taken_back) {
            all.count += 1;
            all.stood.extend(before.map(|before| days(before, done)));
            all.took.push(days(begun, done));
        }
        all
    }

    /// For every hundred checks published; none without a check.
    pub fn per_hundred(&self, published: usize) -> Option<f64> {
        (published > 0).then(|| self.count as f64 * 100.0 / published as f64)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::{DateTime, TimeDelta};

    fn at(day: i64) -> Moment {
        Moment::from_utc(DateTime::UNIX_EPOCH + TimeDelta::days(day))
    }

    #[test]
    fn a_draft_that_goes_back_and_forth_has_one_sum_a_state() {
        let arrival = |draft: &str, state: &str, day| Arrival { draft: draft.into(), state: state.into(), at: at(day) };
        let log = [
            arrival("a", "researching", 0),
            arrival("b", "researching", 1),
            arrival("a", "ready", 2),
            arrival("a", "researching", 3),
            arrival("a", "ready", 7),
            arrival("a", "published", 8),
            arrival("b", "ready", 2),
        ];
        let mut found = stays(&log);
        found.iter_mut().for_each(|(_, days)| days.sort_by(f64::total_cmp));
        assert_eq!(found, [(DraftState::Researching, vec![1.0, 6.0]), (DraftState::Ready, vec![2.0])]);
        assert_eq!(days(at(2), at(1)), 0.0);
    }

    #[test]
    fn no_rate_without_a_check() {
        let put_right = PutRight { count: 3, ..PutRight::default() };
        assert_eq!((put_right.per_hundred(0), put_right.per_hundred(40)), (None, Some(7.5)));
    }
}
