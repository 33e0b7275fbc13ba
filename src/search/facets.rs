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

pub(super) struct Counting(pub &'static str);

pub(super) struct Segment {
    column: Option<StrColumn>,
    counts: Vec<usize>,
}

impl Collector for Counting {
    type Fruit = Counts;
    type Child = Segment;

    fn for_segment(&self, _: SegmentOrdinal, segment: &SegmentReader) -> tantivy::Result<Segment> {
        let column = segment.fast_fields().str(self.0)?;
        let terms = column.as_ref().map_or(0, |column| column.num_terms());
        Ok(Segment { column, counts: vec![0; terms] })
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

impl SegmentCollector for Segment {
    type Fruit = HashMap<String, usize>;

    fn collect(&mut self, document: DocId, _: Score) {
        let Some(column) = &self.column else { return };
        for ord in column.term_ords(document) {
            if let Some(count) = usize::try_from(ord).ok().and_then(|ord| self.counts.get_mut(ord)) {
                *count += 1;
            }
        }
    }

    fn harvest(self) -> HashMap<String, usize> {
        let Some(column) = &self.column else { return HashMap::new() };
        let counted = (0u64..).zip(&self.counts).filter(|(_, count)| **count > 0);
        let (ords, counts): (Vec<u64>, Vec<usize>) = counted.map(|(ord, count)| (ord, *count)).unzip();
        let (mut counts, mut found) = (counts.into_iter(), HashMap::new());
        // One pass over the dictionary: looking each value up by itself costs more than the counting.
        let read = column.dictionary().sorted_ords_to_term_cb(&ords, |value| {
            if let (Ok(value), Some(count)) = (std::str::from_utf8(value), counts.next()) {
                found.insert(value.to_owned(), count);
            }
        });
        if read.is_ok() { found } else { HashMap::new() }
    }
}
