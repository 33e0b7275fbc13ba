//! The checks that are worth a closer look: found by their rarest shared words.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use tantivy::query::{BooleanQuery, BoostQuery, EnableScoring, Occur, Query, Scorer, TermQuery, Weight};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocAddress, DocId, Score, Searcher, SegmentReader, TERMINATED, Term};

/// A filter that lets through less than one document of so many has few.
const FEW: u32 = 256;

/// The best documents by their shared words, best first; `terms` with what each counts.
pub(super) fn gather(
    searcher: &Searcher,
    terms: Vec<(Term, f32)>,
    filter: Option<&dyn Query>,
    limit: usize,
) -> tantivy::Result<Vec<DocAddress>> {
    if terms.is_empty() {
        return Ok(Vec::new());
    }
    let clauses = terms.into_iter().map(|(term, boost)| {
        let query: Box<dyn Query> = Box::new(TermQuery::new(term, IndexRecordOption::WithFreqs));
        (Occur::Should, Box::new(BoostQuery::new(query, boost)) as Box<dyn Query>)
    });
    let weight = BooleanQuery::new(clauses.collect()).weight(EnableScoring::enabled_from_searcher(searcher))?;
    let filter = filter.map(|it| it.weight(EnableScoring::disabled_from_searcher(searcher))).transpose()?;
    let mut best = Best { limit, heap: BinaryHeap::new() };
    for (segment, reader) in searcher.segment_readers().iter().enumerate() {
        let mut gate = Gate::of(filter.as_deref(), reader)?;
        let segment = u32::try_from(segment).unwrap_or(u32::MAX);
        if gate.lets_few() {
            let mut scorer = weight.scorer(reader, 1.0)?;
            gate.each(&mut |doc| {
                if has(scorer.as_mut(), doc) {
                    best.offer(DocAddress::new(segment, doc), scorer.score());
                }
            });
            continue;
        }
        weight.for_each_pruning(best.threshold(), reader, &mut |doc, score| {
            if gate.lets(doc) {
                best.offer(DocAddress::new(segment, doc), score);
            }
            best.threshold()
        })?;
    }
    Ok(best.sorted())
}

/// Which of some documents a filter lets through, in their order.
pub(super) fn allowed(
    searcher: &Searcher,
    addresses: &[DocAddress],
    filter: Option<&dyn Query>,
) -> tantivy::Result<Vec<DocAddress>> {
    let filter = filter.map(|it| it.weight(EnableScoring::disabled_from_searcher(searcher))).transpose()?;
    let mut found = Vec::with_capacity(addresses.len());
    for (segment, reader) in searcher.segment_readers().iter().enumerate() {
        let mut inside: Vec<DocAddress> =
            addresses.iter().filter(|it| usize::try_from(it.segment_ord) == Ok(segment)).copied().collect();
        if inside.is_empty() {
            continue;
        }
        inside.sort_unstable();
        inside.dedup();
        let mut gate = Gate::of(filter.as_deref(), reader)?;
        found.extend(inside.into_iter().filter(|it| it.doc_id < reader.max_doc() && gate.lets(it.doc_id)));
    }
    Ok(found)
}

/// Lets documents through in ascending order: those that are not deleted and that the filter has.
struct Gate<'a> {
    reader: &'a SegmentReader,
    filter: Option<Box<dyn Scorer>>,
}

impl<'a> Gate<'a> {
    fn of(filter: Option<&dyn Weight>, reader: &'a SegmentReader) -> tantivy::Result<Self> {
        Ok(Gate { reader, filter: filter.map(|it| it.scorer(reader, 1.0)).transpose()? })
    }

    /// Whether it is quicker to go through what the filter has than through what the words find.
    fn lets_few(&self) -> bool {
        self.filter.as_ref().is_some_and(|it| it.size_hint().saturating_mul(FEW) < self.reader.max_doc())
    }

    fn each(&mut self, visit: &mut dyn FnMut(DocId)) {
        let Some(filter) = self.filter.as_mut() else { return };
        while filter.doc() != TERMINATED {
            if self.reader.alive_bitset().is_none_or(|it| it.is_alive(filter.doc())) {
                visit(filter.doc());
            }
            filter.advance();
        }
    }

    fn lets(&mut self, doc: DocId) -> bool {
        let alive = self.reader.alive_bitset().is_none_or(|it| it.is_alive(doc));
        alive && self.filter.as_mut().is_none_or(|it| has(it.as_mut(), doc))
    }
}

fn has(filter: &mut dyn Scorer, doc: DocId) -> bool {
    let at = filter.doc();
    let at = if at < doc && at != TERMINATED { filter.seek(doc) } else { at };
    at == doc
}

struct Best {
    limit: usize,
    heap: BinaryHeap<Reverse<(Ordered, Reverse<DocAddress>)>>,
}

#[derive(PartialEq)]
struct Ordered(Score);

impl Eq for Ordered {}

impl PartialOrd for Ordered {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Ordered {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        self.0.total_cmp(&other.0)
    }
}

impl Best {
    fn offer(&mut self, address: DocAddress, score: Score) {
        self.heap.push(Reverse((Ordered(score), Reverse(address))));
        if self.heap.len() > self.limit {
            self.heap.pop();
        }
    }

    /// A document must score more than this to be looked at.
    fn threshold(&self) -> Score {
        match self.heap.peek() {
            Some(Reverse((score, _))) if self.heap.len() >= self.limit => score.0,
            _ => Score::MIN,
        }
    }

    fn sorted(self) -> Vec<DocAddress> {
        self.heap.into_sorted_vec().into_iter().map(|Reverse((_, Reverse(address)))| address).collect()
    }
}
