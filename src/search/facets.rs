//! How many results stand behind each value, counted only over what the viewer may see.

use std::collections::HashMap;

use tantivy::collector::{Collector, SegmentCollector};
use tantivy::columnar::StrColumn;
use tantivy::index::SegmentReader;
use tantivy::{DocId, Score, SegmentOrdinal};

use super::entry::Tag;

/// How many entries carry each counted value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Counts(HashMap<String, usize>);

impl Counts {
    /// The values of one field, most frequent first, then by key: at most `limit`.
    pub fn of(&self, tag: Tag, limit: usize) -> Vec<(String, usize)> {
        let mark = format!("{}:", tag.mark());
        let mut values: Vec<(String, usize)> =
            self.0.iter().filter_map(|(value, count)| Some((value.strip_prefix(&mark)?.to_owned(), *count))).collect();
        values.sort_by(|a, b| b.1.cmp(&a.1).then_with(|| a.0.cmp(&b.0)));
        values.truncate(limit);
        values
    }
}

/// Each entry's values stand packed in one value of a column, so that counting looks at one number an entry. Values that
/// repeat in all combinations share a column; names, of which there are many, have their own.
pub(super) const COLUMNS: [&str; 3] = ["counted", "counted_people", "counted_origins"];
const BETWEEN: char = '\u{1f}';

/// What stands in each of the columns for an entry.
pub(super) fn packed(counted: &[(Tag, String)]) -> [String; COLUMNS.len()] {
    let mut columns = <[String; COLUMNS.len()]>::default();
    let [kinds, people, origins] = &mut columns;
    for (tag, key) in counted {
        let column = match tag {
            Tag::Claimant | Tag::By => &mut *people,
            Tag::Source | Tag::Article => &mut *origins,
            Tag::Kind | Tag::Verdict | Tag::State | Tag::Topic | Tag::Lang => &mut *kinds,
        };
        if !column.is_empty() {
            column.push(BETWEEN);
        }
        column.push_str(tag.mark());
        column.push(':');
        column.extend(key.chars().filter(|c| *c != BETWEEN));
    }
    columns
}

pub(super) struct Counting;

/// How often each value of one column was met.
struct Tally {
    column: StrColumn,
    counts: Vec<usize>,
    ords: Vec<Option<u64>>,
}

/// Entries counted at once: a column is read faster in blocks.
const BLOCK: usize = 256;

pub(super) struct Segment {
    tallies: Vec<Tally>,
    waiting: Vec<DocId>,
}

impl Collector for Counting {
    type Fruit = Counts;
    type Child = Segment;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<Segment> {
        let mut tallies = Vec::new();
        for name in COLUMNS {
            if let Some(column) = segment.fast_fields().str(name)? {
                let counts = vec![0; column.num_terms()];
                tallies.push(Tally { column, counts, ords: Vec::new() });
            }
        }
        Ok(Segment { tallies, waiting: Vec::with_capacity(BLOCK) })
    }

    fn requires_scoring(&self) -> bool {
        false
    }

    fn merge_fruits(&self, segments: Vec<HashMap<String, usize>>) -> tantivy::Result<Counts> {
        let mut all = HashMap::new();
        for (value, count) in segments.into_iter().flatten() {
            *all.entry(value).or_default() += count;
        }
        Ok(Counts(all))
    }
}

impl Tally {
    fn collect(&mut self, documents: &[DocId]) {
        self.ords.clear();
        self.ords.resize(documents.len(), None);
        self.column.ords().first_vals(documents, &mut self.ords);
        for ord in self.ords.iter().flatten() {
            if let Some(count) = usize::try_from(*ord).ok().and_then(|ord| self.counts.get_mut(ord)) {
                *count += 1;
            }
        }
    }

    fn add_to(&self, found: &mut HashMap<String, usize>) {
        let counted = (0u64..).zip(&self.counts).filter(|(_, count)| **count > 0);
        let (ords, counts): (Vec<u64>, Vec<usize>) = counted.map(|(ord, count)| (ord, *count)).unzip();
        let mut counts = counts.into_iter();
        // One pass over the dictionary: looking each value up by itself costs more than the counting.
        let read = self.column.dictionary().sorted_ords_to_term_cb(&ords, |packed| {
            let Some(count) = counts.next() else { return };
            for value in std::str::from_utf8(packed).unwrap_or_default().split(BETWEEN) {
                match found.get_mut(value) {
                    Some(known) => *known += count,
                    None => _ = found.insert(value.to_owned(), count),
                }
            }
        });
        if let Err(error) = read {
            tracing::error!(%error, "the values of a search could not be counted");
        }
    }
}

impl SegmentCollector for Segment {
    type Fruit = HashMap<String, usize>;

    fn collect(&mut self, document: DocId, _: Score) {
        self.waiting.push(document);
        if self.waiting.len() == BLOCK {
            self.tallies.iter_mut().for_each(|tally| tally.collect(&self.waiting));
            self.waiting.clear();
        }
    }

    fn collect_block(&mut self, documents: &[DocId]) {
        self.tallies.iter_mut().for_each(|tally| tally.collect(documents));
    }

    fn harvest(mut self) -> HashMap<String, usize> {
        self.tallies.iter_mut().for_each(|tally| tally.collect(&self.waiting));
        let mut found = HashMap::new();
        self.tallies.iter().for_each(|tally| tally.add_to(&mut found));
        found
    }
}
