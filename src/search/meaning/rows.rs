use std::cmp::Ordering;
use std::collections::{BinaryHeap, HashMap};
use std::sync::Arc;

const ROWS_IN_A_PAGE: usize = 4096;
const FINEST_ROW: f32 = 127.0;
const FINEST_QUERY: f32 = 8191.0; // 8191 × 127 × 2048 dimensions still fits 32 bits

/// A vector in one byte a number: `codes` times `scale`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quantised {
    pub(super) scale: f32,
    pub(super) codes: Vec<u8>,
}

/// What is kept of every key, in pages so that growing never copies: at 384 dimensions about half a gigabyte a million.
#[derive(Default)]
pub(super) struct Rows {
    dimensions: usize,
    pages: Vec<Vec<i8>>,
    about: Vec<Option<About>>,
    places: HashMap<Arc<str>, usize>,
    free: Vec<usize>,
}

struct About {
    key: Arc<str>,
    text_hash: u64,
    scale: f32,
}

/// A row that may be among the nearest; the farthest is the greatest, so that a heap lets go of it first.
struct Found<'a> {
    score: f32,
    key: &'a Arc<str>,
}

impl Quantised {
    /// Loses at most half a step, the largest number being 127 steps. None if a number is not finite.
    pub(super) fn of(vector: &[f32]) -> Option<Quantised> {
        let scale = step(vector, FINEST_ROW)?;
        let codes = vector.iter().map(|x| ((x / scale).round() as i8).cast_unsigned()).collect();
        Some(Quantised { scale, codes })
    }
}

impl Rows {
    pub(super) fn new(dimensions: usize) -> Rows {
        Rows { dimensions, ..Rows::default() }
    }

    pub(super) fn len(&self) -> usize {
        self.places.len()
    }

    pub(super) fn text_hash(&self, key: &str) -> Option<u64> {
        self.about.get(*self.places.get(key)?)?.as_ref().map(|about| about.text_hash)
    }

    pub(super) fn put(&mut self, key: &str, text_hash: u64, row: &Quantised) {
        let place = self.places.get(key).copied().or_else(|| self.free.pop()).unwrap_or(self.about.len());
        let key = self.places.get_key_value(key).map_or_else(|| Arc::from(key), |(key, _)| Arc::clone(key));
        if place == self.about.len() {
            self.about.push(None);
        }
        if place / ROWS_IN_A_PAGE == self.pages.len() {
            self.pages.push(vec![0; ROWS_IN_A_PAGE * self.dimensions]);
        }
        let page = self.pages.get_mut(place / ROWS_IN_A_PAGE);
        let codes = page.and_then(|page| page.chunks_exact_mut(self.dimensions).nth(place % ROWS_IN_A_PAGE));
        for (code, new) in codes.into_iter().flatten().zip(&row.codes) {
            *code = new.cast_signed();
        }
        if let Some(about) = self.about.get_mut(place) {
            *about = Some(About { key: Arc::clone(&key), text_hash, scale: row.scale });
        }
        self.places.insert(key, place);
    }

    pub(super) fn remove(&mut self, key: &str) -> bool {
        let Some(place) = self.places.remove(key) else { return false };
        if let Some(about) = self.about.get_mut(place) {
            *about = None;
        }
        self.free.push(place);
        true
    }

    /// Every key with its text's hash and its row, in no particular order.
    pub(super) fn all(&self) -> impl Iterator<Item = (&str, u64, Quantised)> {
        self.each().map(|(codes, about)| {
            let codes = codes.iter().map(|code| code.cast_unsigned()).collect();
            (&*about.key, about.text_hash, Quantised { scale: about.scale, codes })
        })
    }

    /// The `top` best products with `query` among the keys that `may` allows, best first, equals by key.
    pub(super) fn nearest(&self, query: &[f32], top: usize, may: &dyn Fn(&str) -> bool) -> Vec<(String, f32)> {
        let Some((query, unit)) = self.whole(query).filter(|_| top > 0) else { return Vec::new() };
        let mut best: BinaryHeap<Found> = BinaryHeap::new();
        let mut least = f32::NEG_INFINITY;
        for (codes, about) in self.each() {
            let score = product(&query, codes) as f32 * about.scale * unit;
            if score < least {
                continue;
            }
            let found = Found { score, key: &about.key };
            if best.len() < top || best.peek().is_some_and(|last| found < *last) {
                if !may(&about.key) {
                    continue;
                }
                best.push(found);
                if best.len() > top {
                    best.pop();
                }
                if best.len() == top {
                    least = best.peek().map_or(least, |last| last.score);
                }
            }
        }
        best.into_sorted_vec().into_iter().map(|found| (found.key.to_string(), found.score)).collect()
    }

    /// The product of `query` with one key's row.
    pub(super) fn similarity(&self, query: &[f32], key: &str) -> Option<f32> {
        let place = *self.places.get(key)?;
        let about = self.about.get(place)?.as_ref()?;
        let codes =
            self.pages.get(place / ROWS_IN_A_PAGE)?.chunks_exact(self.dimensions).nth(place % ROWS_IN_A_PAGE)?;
        let (query, unit) = self.whole(query)?;
        Some(product(&query, codes) as f32 * about.scale * unit)
    }

    /// The query in whole numbers, and the size of one. None if it is no vector of this kind.
    fn whole(&self, query: &[f32]) -> Option<(Vec<i16>, f32)> {
        let unit = step(query, FINEST_QUERY).filter(|_| query.len() == self.dimensions)?;
        Some((query.iter().map(|x| (x / unit).round() as i16).collect(), unit))
    }

    fn each(&self) -> impl Iterator<Item = (&[i8], &About)> {
        let codes = self.pages.iter().flat_map(|page| page.chunks_exact(self.dimensions));
        codes.zip(&self.about).filter_map(|(codes, about)| about.as_ref().map(|about| (codes, about)))
    }
}

impl Ord for Found<'_> {
    fn cmp(&self, other: &Self) -> Ordering {
        other.score.total_cmp(&self.score).then_with(|| self.key.cmp(other.key))
    }
}

impl PartialOrd for Found<'_> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl PartialEq for Found<'_> {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other) == Ordering::Equal
    }
}

impl Eq for Found<'_> {}

/// The size of a step, so that the largest number is `finest` steps. None if a number is not finite.
fn step(vector: &[f32], finest: f32) -> Option<f32> {
    let finite = vector.iter().all(|x| x.is_finite());
    let largest = vector.iter().map(|x| x.abs()).fold(0.0, f32::max);
    finite.then(|| (largest / finest).max(f32::MIN_POSITIVE))
}

/// The sum of products, in sixteen sums side by side: twice as fast as one, as compilers are today.
fn product(query: &[i16], codes: &[i8]) -> i32 {
    let ((query, last_query), (codes, last_codes)) = (query.as_chunks::<16>(), codes.as_chunks::<16>());
    let mut sums = [0_i32; 16];
    for (query, codes) in query.iter().zip(codes) {
        for ((sum, a), b) in sums.iter_mut().zip(query).zip(codes.map(i16::from)) {
            *sum += i32::from(*a) * i32::from(b);
        }
    }
    let last = last_query.iter().zip(last_codes).map(|(a, b)| i32::from(*a) * i32::from(*b));
    sums.into_iter().chain(last).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_come_first_and_equals_by_key() {
        let mut rows = Rows::new(2);
        for (key, vector) in [("c", [0.6, 0.8]), ("b", [1.0, 0.0]), ("a", [1.0, 0.0]), ("d", [-1.0, 0.0])] {
            rows.put(key, 1, &Quantised::of(&vector).unwrap());
        }
        let keys = |top, may: &dyn Fn(&str) -> bool| -> String {
            rows.nearest(&[1.0, 0.0], top, may).into_iter().map(|(key, _)| key).collect()
        };
        assert_eq!(keys(9, &|_| true), "abcd");
        assert_eq!(
            (keys(1, &|_| true), keys(2, &|key| key != "a"), keys(0, &|_| true)),
            ("a".into(), "bc".into(), "".into())
        );
        let scores = rows.nearest(&[1.0, 0.0], 9, &|_| true);
        assert!(scores.iter().all(|(key, score)| rows.similarity(&[1.0, 0.0], key) == Some(*score)));
        assert_eq!((rows.similarity(&[1.0, 0.0], "e"), rows.similarity(&[1.0], "a")), (None, None));
        for ((_, score), said) in scores.iter().zip([1.0, 1.0, 0.6, -1.0]) {
            assert!((score - said).abs() < 0.004, "{score} {said}");
        }
        assert!(
            rows.nearest(&[1.0], 9, &|_| true).is_empty() && rows.nearest(&[f32::NAN, 0.0], 9, &|_| true).is_empty()
        );
    }

    #[test]
    fn every_number_counts_whatever_the_length() {
        for length in [1_i16, 15, 16, 17, 384, 400] {
            let query: Vec<i16> = (0..length).map(|x| x * 7 - 300).collect();
            let codes: Vec<i8> = (0..length).map(|x| (x % 251 - 125) as i8).collect();
            let said = query.iter().zip(&codes).map(|(a, b)| i32::from(*a) * i32::from(*b)).sum::<i32>();
            assert_eq!(product(&query, &codes), said, "{length}");
        }
    }

    #[test]
    fn extreme_numbers_neither_overflow_nor_divide_by_nothing() {
        let mut rows = Rows::new(2048);
        rows.put("ones", 1, &Quantised::of(&[1.0; 2048]).unwrap());
        rows.put("none", 1, &Quantised::of(&[0.0; 2048]).unwrap());
        let found = rows.nearest(&[1.0; 2048], 2, &|_| true);
        assert!(found.iter().zip([2048.0, 0.0]).all(|((_, score), said)| (score - said).abs() < 1.0), "{found:?}");
        assert_eq!(Quantised::of(&[f32::INFINITY]), None);
    }
}
