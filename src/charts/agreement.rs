//! Cohen's kappa: how often two raters agree, beyond what chance would give.

use std::collections::BTreeMap;

/// What pairs of ratings say.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Agreement {
    /// How many pairs there were.
    pub count: usize,
    /// The share of pairs with the very same rating, 0 to 1; 0 of no pairs.
    pub agreed: f64,
    /// From −1 to 1; 0 is what chance gives.
    pub kappa: Result<f64, Undefined>,
}

/// Why there is no kappa.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Undefined {
    NoPairs,
    /// Both gave everything the one same rating: chance alone would agree always.
    OneRating,
}

/// Kappa for ratings without order: two different ones are as different as any.
pub fn unweighted<T: Ord>(pairs: &[(T, T)]) -> Agreement {
    let mut given: BTreeMap<&T, (u128, u128)> = BTreeMap::new();
    for (first, second) in pairs {
        given.entry(first).or_default().0 += 1;
        given.entry(second).or_default().1 += 1;
    }
    let all = pairs.len() as u128;
    let same = pairs.iter().filter(|(first, second)| first == second).count() as u128;
    let chance: u128 = given.values().map(|(first, second)| first * second).sum();
    told(pairs, all * (all - same), all * all - chance)
}

/// Kappa for places on an ordered scale, with linear weights: twice as far apart is twice the disagreement.
pub fn weighted(pairs: &[(u32, u32)]) -> Agreement {
    let mut given: BTreeMap<u32, (u128, u128)> = BTreeMap::new();
    for (first, second) in pairs {
        given.entry(*first).or_default().0 += 1;
        given.entry(*second).or_default().1 += 1;
    }
    let all = pairs.len() as u128;
    let apart: u128 = pairs.iter().map(|(first, second)| u128::from(first.abs_diff(*second))).sum();
    let (mut chance, mut first, mut second) = (0, 0, 0);
    for ((place, more), (next, _)) in given.iter().zip(given.iter().skip(1)) {
        (first, second) = (first + more.0, second + more.1);
        chance += u128::from(next - place) * (first * (all - second) + second * (all - first));
    }
    told(pairs, all * apart, chance)
}

/// Kappa is 1 less the disagreement found as a share of what chance would give, both in whole numbers.
fn told<T: PartialEq>(pairs: &[(T, T)], found: u128, chance: u128) -> Agreement {
    let count = pairs.len();
    let same = pairs.iter().filter(|(first, second)| first == second).count();
    let kappa = match (count, chance) {
        (0, _) => Err(Undefined::NoPairs),
        (_, 0) => Err(Undefined::OneRating),
        _ => Ok(1.0 - found as f64 / chance as f64),
    };
    Agreement { count, agreed: same as f64 / count.max(1) as f64, kappa }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table<const N: usize>(cells: [[usize; N]; N]) -> Vec<(u32, u32)> {
        let cell = |(row, column): (usize, usize)| std::iter::repeat_n((row as u32, column as u32), cells[row][column]);
        (0..N * N).map(|it| (it / N, it % N)).flat_map(cell).collect()
    }

    fn by_definition(pairs: &[(u32, u32)], distance: impl Fn(u32, u32) -> f64) -> f64 {
        let found: f64 = pairs.iter().map(|(a, b)| distance(*a, *b)).sum::<f64>() / pairs.len() as f64;
        let crossed = pairs.iter().flat_map(|(a, _)| pairs.iter().map(|(_, b)| distance(*a, *b)));
        1.0 - found / (crossed.sum::<f64>() / (pairs.len() * pairs.len()) as f64)
    }

    #[test]
    fn kappa_is_that_of_the_textbooks() {
        for (cells, agreed, kappa) in [
            ([[20, 5], [10, 15]], 0.7, 0.4),
            ([[45, 15], [25, 15]], 0.6, 0.130_434_8),
            ([[25, 35], [5, 35]], 0.6, 0.259_259_3),
            ([[0, 10], [10, 0]], 0.0, -1.0),
            ([[7, 0], [0, 3]], 1.0, 1.0),
            ([[9, 1], [0, 0]], 0.9, 0.0),
        ] {
            let found = unweighted(&table(cells));
            assert!((found.agreed - agreed).abs() < 1e-9, "{cells:?} {found:?}");
            assert!((found.kappa.unwrap() - kappa).abs() < 1e-6, "{cells:?} {found:?}");
            assert!((weighted(&table(cells)).kappa.unwrap() - kappa).abs() < 1e-6, "two steps need no weights");
        }
    }

    #[test]
    fn weights_are_linear() {
        let near = table([[11, 3, 1], [1, 9, 0], [0, 1, 10]]);
        let far = table([[11, 1, 3], [0, 9, 1], [1, 0, 10]]);
        for pairs in [&near, &far, &vec![(0, 9), (9, 0), (3, 4), (4_000_000_000, 9), (2, 2)]] {
            let wanted = by_definition(pairs, |a, b| f64::from(a.abs_diff(b)));
            assert!((weighted(pairs).kappa.unwrap() - wanted).abs() < 1e-9);
            let wanted = by_definition(pairs, |a, b| f64::from(a != b));
            assert!((unweighted(pairs).kappa.unwrap() - wanted).abs() < 1e-9);
        }
        assert!(weighted(&near).kappa.unwrap() > weighted(&far).kappa.unwrap());
        assert_eq!(weighted(&near).agreed, unweighted(&near).agreed);
    }

    #[test]
    fn without_chance_there_is_no_kappa() {
        let none: [(u32, u32); 0] = [];
        for found in [unweighted(&none), weighted(&none)] {
            assert_eq!(found, Agreement { count: 0, agreed: 0.0, kappa: Err(Undefined::NoPairs) });
        }
        for found in [unweighted(&[(3, 3), (3, 3)]), weighted(&[(3, 3), (3, 3)])] {
            assert_eq!(found, Agreement { count: 2, agreed: 1.0, kappa: Err(Undefined::OneRating) });
        }
        assert!(weighted(&[(0, u32::MAX), (u32::MAX, 0)]).kappa.unwrap() < 0.0);
    }
}
