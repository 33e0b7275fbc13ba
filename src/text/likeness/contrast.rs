//! What differs between two claims that share most of their words.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::agree::{Clash, clash, opposite, small_clash, turned};
use super::align::Alignment;
use super::beside::beside;
use super::names::{Run, begins_alike};
use super::order::{is_turned_round, keeps_roles};
use super::outcome::Difference;
use super::read::Class;
use super::tables::small::{BEEN, IS, WAS};
use super::tokens::{Text, Token};

/// Differences that are told, at most.
const TOLD: usize = 8;
/// Words before or behind a cry that are looked at.
const CRIES: usize = 12;
/// Words of a gap in which opposites are looked for.
const OPPOSED: usize = 20;
/// Something is, was or has been.
const BE: u16 = IS | WAS | BEEN;
/// What is told of a gap, class by class.
const CLASSES: [Class; 9] = [
    Class::Number,
    Class::Unit,
    Class::Date,
    Class::Negation,
    Class::Denial,
    Class::Condition,
    Class::Quantifier,
    Class::Modal,
    Class::Attribution,
];

/// Finds what differs.
pub(super) struct Contrast<'a, 'b> {
    said: &'b Text<'a>,
    checked: &'b Text<'a>,
    found: &'b Alignment,
    told: Vec<Difference>,
}

/// Words without an answer that stand in the same place.
#[derive(Debug, Default)]
struct Gap {
    said: Vec<usize>,
    checked: Vec<usize>,
}

/// Everything that keeps the two from being the same claim.
pub(super) fn differences(said: &Text<'_>, checked: &Text<'_>, found: &Alignment) -> Vec<Difference> {
    let mut contrast = Contrast { said, checked, found, told: Vec::new() };
    for gap in contrast.gaps() {
        contrast.gap(gap);
    }
    contrast.pairs();
    contrast.roles();
    contrast.cases();
    contrast.asked();
    contrast.told.extend(beside(said, checked, found.core.clone()));
    contrast.told.sort_by_key(weight);
    contrast.told.dedup();
    contrast.told.truncate(TOLD);
    contrast.told
}

/// What is told first.
fn weight(difference: &Difference) -> u8 {
    match difference {
        Difference::Negation { .. } => 0,
        Difference::Number { .. } => 1,
        Difference::Unit { .. } | Difference::Date { .. } => 2,
        Difference::Opposite { .. } => 3,
        Difference::Name { .. } | Difference::Place { .. } => 4,
        Difference::Order { .. } => 5,
        Difference::Quantifier { .. } => 6,
        Difference::Modality { .. } | Difference::Question { .. } => 7,
        Difference::Attribution { .. } => 8,
        Difference::Wording { .. } => 9,
    }
}

impl Contrast<'_, '_> {
    fn mine(&self, at: usize) -> Option<&Token> {
        self.said.tokens.get(at)
    }

    fn theirs(&self, at: usize) -> Option<&Token> {
        self.checked.tokens.get(at)
    }

    /// Words without an answer, by the pair before them.
    fn gaps(&self) -> Vec<Gap> {
        let answers: HashMap<usize, usize> = self.found.pairs.iter().copied().collect();
        let paired: HashSet<usize> = self.found.pairs.iter().map(|it| it.1).collect();
        let mut gaps: BTreeMap<Option<usize>, Gap> = BTreeMap::new();
        let (mut left, mut before) = (self.found.said_left.iter().peekable(), None);
        for at in 0..self.said.tokens.len() {
            before = answers.get(&at).copied().or(before);
            if left.next_if_eq(&&at).is_some() && !self.is_cry(at) {
                gaps.entry(before).or_default().said.push(at);
            }
        }
        let (mut left, mut before) = (self.found.checked_left.iter().peekable(), None);
        for at in 0..self.checked.tokens.len() {
            if paired.contains(&at) {
                before = Some(at);
            }
            if left.next_if_eq(&&at).is_some() {
                gaps.entry(before).or_default().checked.push(at);
            }
        }
        gaps.into_values().map(|it| self.without_idle(it)).collect()
    }

    /// A title and the like may come or go, but none may take the place of another.
    fn without_idle(&self, mut gap: Gap) -> Gap {
        let idle =
            |text: &Text<'_>, list: &[usize]| list.iter().any(|it| text.tokens.get(*it).is_some_and(|it| it.optional));
        if !(idle(self.said, &gap.said) && idle(self.checked, &gap.checked)) {
            gap.said.retain(|it| self.mine(*it).is_some_and(|it| !it.optional));
            gap.checked.retain(|it| self.theirs(*it).is_some_and(|it| !it.optional));
        }
        gap
    }

    /// A cry before the claim, or a short one behind it.
    fn is_cry(&self, at: usize) -> bool {
        const BEHIND: [&str; 6] = ["omg", "wow", "wtf", "lol", "smh", "via"];
        const BEFORE: [&str; 8] = ["but", "well", "now", "look", "so", "ok", "okay", "yes"];
        let Some(token) = self.mine(at) else { return true };
        if token.class != Class::Chatter {
            return at == 0 && BEFORE.contains(&token.folded.as_str());
        }
        let cries = |it: &Token| it.segment != token.segment || it.class == Class::Chatter || it.tag;
        let before = at.saturating_sub(CRIES)..at;
        let first = self.said.tokens.get(before).unwrap_or_default().iter().all(cries);
        let last = self.said.tokens.iter().skip(at + 1).take(CRIES).all(cries);
        first || last && BEHIND.contains(&token.folded.as_str())
    }

    fn gap(&mut self, mut gap: Gap) {
        self.opposites(&mut gap);
        for class in CLASSES {
            let of = |text: &Text<'_>, list: &mut Vec<usize>| -> Vec<usize> {
                let (own, rest) = list.iter().partition(|it| text.tokens.get(**it).is_some_and(|it| it.class == class));
                *list = rest;
                own
            };
            let (mine, theirs) = (of(self.said, &mut gap.said), of(self.checked, &mut gap.checked));
            for at in 0..mine.len().max(theirs.len()) {
                self.tell(class, mine.get(at).copied(), theirs.get(at).copied());
            }
        }
        self.wording(&gap);
    }

    fn opposites(&mut self, gap: &mut Gap) {
        let mut pairs = Vec::new();
        for a in gap.said.iter().take(OPPOSED) {
            let other = gap.checked.iter().take(OPPOSED).find(|b| {
                let (Some(x), Some(y)) = (self.mine(*a), self.theirs(**b)) else { return false };
                let amounts = x.class == Class::Quantifier && y.class == Class::Quantifier;
                !amounts && x.class != Class::Number && opposite(x, y)
            });
            pairs.extend(other.map(|b| (*a, *b)));
        }
        for (a, b) in pairs {
            if gap.checked.contains(&b) {
                gap.said.retain(|it| *it != a);
                gap.checked.retain(|it| *it != b);
                let (said, checked) = (self.said.written(a..a + 1), self.checked.written(b..b + 1));
                let negates = self.mine(a).zip(self.theirs(b)).is_some_and(|(a, b)| turned(&a.folded, &b.folded));
                self.told.push(if negates {
                    Difference::Negation { said, checked }
                } else {
                    Difference::Opposite { said, checked }
                });
            }
        }
    }

    fn tell(&mut self, class: Class, mine: Option<usize>, theirs: Option<usize>) {
        let said = mine.map(|it| self.with_unit(self.said, it)).unwrap_or_default();
        let checked = theirs.map(|it| self.with_unit(self.checked, it)).unwrap_or_default();
        let worth = |text: &Text<'_>, at: Option<usize>| at.and_then(|it| text.tokens.get(it)?.worth);
        let same_worth = worth(self.said, mine).is_some() && worth(self.said, mine) == worth(self.checked, theirs);
        self.told.push(match class {
            Class::Number if same_worth => Difference::Unit { said, checked },
            Class::Number => Difference::Number { said, checked },
            Class::Unit => Difference::Unit { said, checked },
            Class::Date => Difference::Date { said, checked },
            Class::Negation | Class::Denial => Difference::Negation { said, checked },
            Class::Quantifier => Difference::Quantifier { said, checked },
            Class::Modal | Class::Condition => Difference::Modality { said, checked },
            Class::Attribution => Difference::Attribution { said, checked },
            Class::Plain | Class::Chatter => Difference::Wording { said, checked },
        });
    }

    /// A number with the unit behind it.
    fn with_unit(&self, text: &Text<'_>, at: usize) -> String {
        let number = text.tokens.get(at).is_some_and(|it| it.class == Class::Number);
        let unit = number
            && text.tokens.get(at + 1).is_some_and(|it| {
                it.class == Class::Unit && it.segment == text.tokens.get(at).map_or(0, |it| it.segment)
            });
        text.written(at..at + 1 + usize::from(unit))
    }

    /// Plain words that gave way to others.
    fn wording(&mut self, gap: &Gap) {
        if gap.said.is_empty() && gap.checked.is_empty() {
            return;
        }
        let (mine, theirs) = (Run::of(self.said, &gap.said), Run::of(self.checked, &gap.checked));
        let named = |run: &Run<'_>, other: &Run<'_>| run.named && (other.named || other.first.is_none());
        let names = named(&mine, &theirs) || named(&theirs, &mine);
        let alike = mine.first.zip(theirs.first).is_some_and(|(a, b)| begins_alike(&a.folded, &b.folded));
        let (said, checked) = (mine.written, theirs.written);
        self.told.push(match names {
            true if mine.placed || theirs.placed => Difference::Place { said, checked },
            true => Difference::Name { said, checked },
            false if mine.uncased && theirs.uncased && mine.placed && theirs.placed => {
                Difference::Place { said, checked }
            }
            false if alike && mine.future != theirs.future => Difference::Modality { said, checked },
            false => Difference::Wording { said, checked },
        });
    }

    fn pairs(&mut self) {
        let voices = is_turned_round(self.said, self.checked, self.found);
        let moved = self.found.pairs.len() > self.found.in_order.len();
        if moved && !voices {
            self.voices();
        }
        let mut answers: HashMap<(bool, usize), usize> = HashMap::new();
        for (a, b) in &self.found.pairs {
            *answers.entry((false, *a)).or_default() += 1;
            *answers.entry((true, *b)).or_default() += 1;
        }
        let alone =
            |it: &&(usize, usize)| answers.get(&(false, it.0)) == Some(&1) && answers.get(&(true, it.1)) == Some(&1);
        let pairs: Vec<(usize, usize)> = self.found.pairs.iter().filter(alone).copied().collect();
        for (a, b) in pairs {
            let (Some(x), Some(y)) = (self.mine(a), self.theirs(b)) else { continue };
            let Some(clash) = clash(x, y, self.said, self.checked)
                .or_else(|| small_clash(x, y, self.said.lang, voices || moved).filter(|_| !x.tag))
            else {
                continue;
            };
            let (said, checked) = (self.with_small(self.said, a), self.with_small(self.checked, b));
            self.told.push(match clash {
                Clash::Name => Difference::Name { said, checked },
                Clash::Word => Difference::Wording { said, checked },
                Clash::Time => Difference::Modality { said, checked },
                Clash::Place => Difference::Place { said, checked },
                Clash::Role => Difference::Order { said, checked },
            });
        }
    }

    /// Where words moved, "is" and "was" are compared over the whole.
    fn voices(&mut self) {
        let core = self.found.core.clone();
        let (mine, theirs) =
            (self.said.tokens.iter().filter(|it| core.contains(&it.segment)), self.checked.tokens.iter());
        let (a, b) =
            (mine.fold(0, |all, it| all | it.lead | it.trail), theirs.fold(0, |all, it| all | it.lead | it.trail));
        let (said, checked) = (
            self.said.written(0..self.said.tokens.len().min(24)),
            self.checked.written(0..self.checked.tokens.len().min(24)),
        );
        if (a & BE != 0) != (b & BE != 0) {
            self.told.push(Difference::Order { said, checked });
        } else if (a ^ b) & (IS | WAS) == IS | WAS && (a & b) & BEEN == 0 {
            self.told.push(Difference::Modality { said, checked });
        }
    }

    /// A word with the small words before it.
    fn with_small(&self, text: &Text<'_>, at: usize) -> String {
        let from = at.checked_sub(1).and_then(|it| text.tokens.get(it)).map(|it| it.bytes.end);
        let token = text.tokens.get(at);
        let own = token.map(|it| it.bytes.clone()).unwrap_or_default();
        let start = from
            .filter(|it| *it <= own.start && token.is_some_and(|it| it.lead != 0 && !it.opens))
            .unwrap_or(own.start);
        let written = text.source.get(start..own.end).unwrap_or_default();
        written.trim_matches(|c: char| !c.is_alphanumeric()).to_owned()
    }

    /// Two words that changed their endings: in many languages that is who did it to whom.
    fn cases(&mut self) {
        let alike = |(a, b): (&str, &str)| !a.is_empty() && begins_alike(&a.to_lowercase(), &b.to_lowercase());
        let inflected = |it: &&Difference| matches!(it, Difference::Wording { .. }) && alike(it.sides());
        let changed: Vec<(String, String)> = self
            .told
            .iter()
            .filter(inflected)
            .map(|it| it.sides())
            .map(|(a, b)| (a.to_owned(), b.to_owned()))
            .collect();
        if let [first, .., last] = changed.as_slice() {
            let told = Difference::Order {
                said: format!("{} … {}", first.0, last.0),
                checked: format!("{} … {}", first.1, last.1),
            };
            self.told.retain(|it| !inflected(&it));
            self.told.push(told);
        }
    }

    fn roles(&mut self) {
        if !keeps_roles(self.said, self.checked, self.found) {
            let mut mine: Vec<usize> = self.found.pairs.iter().map(|it| it.0).collect();
            mine.sort_unstable();
            let written = |text: &Text<'_>, list: &[usize]| {
                list.first().zip(list.last()).map(|(a, b)| text.written(*a..(*b + 1).min(*a + 24))).unwrap_or_default()
            };
            let theirs: Vec<usize> = self.found.pairs.iter().map(|it| it.1).collect();
            let (said, checked) = (written(self.said, &mine), written(self.checked, &theirs));
            self.told.push(Difference::Order { said, checked });
        }
    }

    fn asked(&mut self) {
        let asks = |text: &Text<'_>, range: std::ops::Range<usize>| {
            text.segments.get(range).unwrap_or_default().iter().any(|it| it.asks)
        };
        let (mine, theirs) =
            (asks(self.said, self.found.core.clone()), asks(self.checked, 0..self.checked.segments.len()));
        if mine != theirs {
            self.told.push(Difference::Question { said: mine });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Checked, Strength, compare, none_rarity};

    #[test]
    fn every_kind_of_change_is_told_by_its_name() {
        for (said, checked, word) in [
            ("The pier cost 3 million crowns.", "The pier cost 3 billion crowns.", "number"),
            ("The pier is 3 miles long.", "The pier is 3 km long.", "unit"),
            ("The pier burned down in May.", "The pier burned down in June.", "date"),
            ("The pier was not sold to a circus.", "The pier was sold to a circus.", "negation"),
            ("The old pier is unsafe for boats.", "The old pier is safe for boats.", "negation"),
            ("The pier was opened by the vicar.", "The pier was closed by the vicar.", "opposite"),
            ("The pier was bought by Ada Crane.", "The pier was bought by Ina Moss.", "name"),
            ("The pier was moved to Holt.", "The pier was moved to Dunmere.", "place"),
            ("Only boats may use the pier.", "Boats may use the pier.", "quantifier"),
            ("The vicar might sell the pier.", "The vicar sold the pier.", "modality"),
            ("Crane says the pier is rotten.", "The pier is rotten.", "attribution"),
            ("Is the pier rotten and closed?", "The pier is rotten and closed.", "question"),
            ("The vicar bit the baker.", "The baker bit the vicar.", "order"),
            ("The vicar painted the pier.", "The vicar repaired the pier.", "wording"),
        ] {
            let found = compare(said, Checked { text: checked, title: None }, Some("en"), &none_rarity);
            assert!(found.differences.iter().any(|it| it.word() == word), "{said}: {found:?}");
            assert_eq!(found.strength, Strength::Related, "{said}");
        }
    }
}
