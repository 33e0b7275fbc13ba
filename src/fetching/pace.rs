//! How often one host is asked, and how long it is left alone after it said no.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

/// Hosts remembered; those that may be asked again anyway are forgotten first.
const MOST_HOSTS: usize = 10_000;

/// Requests to one host keep a distance, which doubles with every failure in a row. Pure: moments and chance are given.
#[derive(Debug, Clone)]
pub struct Pace {
    gap: TimeDelta,
    longest: TimeDelta,
    hosts: HashMap<String, Standing>,
}

#[derive(Debug, Clone, Copy)]
struct Standing {
    next: DateTime<Utc>,
    failures: u32,
}

/// Whether a host may be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Turn {
    /// Now; the next one has to wait.
    Now,
    /// Not before this moment.
    At(DateTime<Utc>),
}

/// How a host took a request.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// It answered.
    Answered,
    /// It asked to be left alone (429, 503), for a while if it said so, or did not answer.
    Busy { retry_after: Option<TimeDelta> },
}

impl Pace {
    /// `gap` is the least distance of two requests to one host, `longest` the most that failures or the host's own
    /// wish can make of it.
    pub fn new(gap: TimeDelta, longest: TimeDelta) -> Self {
        let gap = gap.max(TimeDelta::zero());
        Pace { gap, longest: longest.max(gap), hosts: HashMap::new() }
    }

    /// Asks for a turn and, if it is granted, takes it. `chance` from 0 to 1 lengthens the next wait by up to a half,
    /// so that hosts are not asked in step.
    pub fn turn(&mut self, host: &str, now: DateTime<Utc>, chance: f64) -> Turn {
        let standing = self.hosts.get(host).copied().unwrap_or(Standing { next: now, failures: 0 });
        if standing.next > now {
            return Turn::At(standing.next);
        }
        self.set(host, now, standing.failures, lengthened(self.distance(standing.failures), chance));
        Turn::Now
    }

    /// Tells how a request went: an answer ends the back-off, anything else doubles it.
    pub fn tell(&mut self, host: &str, now: DateTime<Utc>, outcome: Outcome, chance: f64) {
        match outcome {
            Outcome::Answered => self.set(host, now, 0, lengthened(self.gap, chance)),
            Outcome::Busy { retry_after } => {
                let failures = self.hosts.get(host).map_or(0, |it| it.failures).saturating_add(1);
                let asked_for = retry_after.unwrap_or_default().min(self.longest);
                self.set(host, now, failures, lengthened(self.distance(failures), chance).max(asked_for));
            }
        }
    }

    /// The distance after so many failures in a row, without chance.
    pub fn distance(&self, failures: u32) -> TimeDelta {
        let factor = 1_i32.checked_shl(failures.min(30)).unwrap_or(i32::MAX);
        self.gap.checked_mul(factor).unwrap_or(self.longest).min(self.longest)
    }

    fn set(&mut self, host: &str, now: DateTime<Utc>, failures: u32, wait: TimeDelta) {
        if self.hosts.len() >= MOST_HOSTS && !self.hosts.contains_key(host) {
            self.make_room(now);
        }
        let next = now.checked_add_signed(wait).unwrap_or(DateTime::<Utc>::MAX_UTC);
        self.hosts.insert(host.to_owned(), Standing { next, failures });
    }

    fn make_room(&mut self, now: DateTime<Utc>) {
        self.hosts.retain(|_, standing| standing.next > now);
        if self.hosts.len() >= MOST_HOSTS {
            let soonest = self.hosts.iter().min_by_key(|(_, standing)| standing.next).map(|(host, _)| host.clone());
            soonest.and_then(|host| self.hosts.remove(&host));
        }
    }
}

fn lengthened(wait: TimeDelta, chance: f64) -> TimeDelta {
    let share = if chance.is_finite() { (chance.clamp(0.0, 1.0) * 1_000.0) as i32 } else { 0 };
    let more = (wait / 2_000).checked_mul(share).unwrap_or_default();
    wait.checked_add(&more).unwrap_or(wait)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(1_800_000_000 + second, 0).unwrap()
    }

    fn pace() -> Pace {
        Pace::new(TimeDelta::seconds(10), TimeDelta::seconds(100))
    }

    #[test]
    fn one_host_is_asked_at_a_distance_and_others_are_not_held_up() {
        let mut pace = pace();
        assert_eq!(pace.turn("a", at(0), 0.0), Turn::Now);
        assert_eq!(pace.turn("a", at(9), 0.0), Turn::At(at(10)));
        assert_eq!(pace.turn("b", at(9), 1.0), Turn::Now);
        assert_eq!(pace.turn("a", at(10), 0.0), Turn::Now);
        assert_eq!(pace.turn("b", at(10), 0.0), Turn::At(at(24)));
        assert_eq!(pace.turn("c", at(0), f64::NAN), Turn::Now);
        assert_eq!(pace.turn("c", at(1), 0.0), Turn::At(at(10)));
    }

    #[test]
    fn failures_double_the_distance_up_to_the_longest() {
        let mut pace = pace();
        let mut waits = Vec::new();
        for _ in 0..5 {
            pace.tell("a", at(0), Outcome::Busy { retry_after: None }, 0.0);
            waits.push(pace.turn("a", at(0), 0.0));
        }
        assert_eq!(waits, [20, 40, 80, 100, 100].map(|second| Turn::At(at(second))));
        pace.tell("a", at(0), Outcome::Answered, 0.0);
        assert_eq!(pace.turn("a", at(0), 0.0), Turn::At(at(10)));
        pace.tell("a", at(0), Outcome::Busy { retry_after: None }, 0.0);
        assert_eq!(pace.turn("a", at(0), 0.0), Turn::At(at(20)));
        pace.tell("a", at(0), Outcome::Busy { retry_after: Some(TimeDelta::seconds(50)) }, 0.0);
        assert_eq!(pace.turn("a", at(0), 0.0), Turn::At(at(50)));
        pace.tell("a", at(0), Outcome::Busy { retry_after: Some(TimeDelta::MAX) }, 0.0);
        assert_eq!(pace.turn("a", at(0), 0.0), Turn::At(at(100)));
        assert_eq!(pace.distance(u32::MAX), TimeDelta::seconds(100));
    }

    #[test]
    fn the_memory_for_hosts_is_bounded() {
        let mut pace = pace();
        for host in 0..MOST_HOSTS + 5 {
            assert_eq!(pace.turn(&host.to_string(), at(0), 0.0), Turn::Now);
        }
        assert_eq!(pace.hosts.len(), MOST_HOSTS);
        pace.turn("late", at(10), 0.0);
        assert_eq!(pace.hosts.len(), 1);
    }
}
