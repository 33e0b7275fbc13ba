//! Writing to an index: entries in, entries out, and how far along the log they are.

use serde::{Deserialize, Serialize};
use tantivy::indexer::{IndexWriterOptions, LogMergePolicy};
use tantivy::{IndexWriter, Term};

use super::entry::Entry;
use super::index::Index;
use crate::error::Result;

/// What the fields and the analysis of words are; another number means building again.
const FORMAT: u32 = 2;
/// Memory of a writer that follows the log, in bytes; more would only wait.
const FOLLOWING: usize = 20_000_000;
/// Memory of each thread of a writer that builds everything again.
const BUILDING: usize = 120_000_000;

/// Where in the log an index stands. Committed with the entries, so that a crash leaves both or neither.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    format: u32,
    /// Of the newest event whose consequences are in the index.
    pub seq: i64,
    /// That event's hash: another desk's log, or a restored one, has another.
    pub hash: String,
}

impl Mark {
    /// A place in the log.
    pub fn new(seq: i64, hash: String) -> Self {
        Mark { format: FORMAT, seq, hash }
    }

    pub(super) fn read(payload: &str) -> Option<Self> {
        serde_json::from_str(payload).ok().filter(|mark: &Mark| mark.format == FORMAT)
    }
}

/// The one writer of an index.
pub struct Feed<'a> {
    index: &'a Index,
    writer: IndexWriter,
}

impl<'a> Feed<'a> {
    /// For small changes as they happen.
    pub fn following(index: &'a Index) -> Result<Self> {
        Self::with(index, 1, FOLLOWING)
    }

    /// For building everything, as fast as the machine can.
    pub fn building(index: &'a Index) -> Result<Self> {
        let threads = std::thread::available_parallelism().map_or(1, |it| it.get().min(4));
        let feed = Self::with(index, threads, BUILDING)?;
        feed.writer.delete_all_documents()?;
        Ok(feed)
    }

    fn with(index: &'a Index, threads: usize, memory: usize) -> Result<Self> {
        let options = IndexWriterOptions::builder()
            .num_worker_threads(threads)
            .memory_budget_per_thread(memory)
            .num_merge_threads(1)
            .build();
        let writer = index.inner.writer_with_options(options)?;
        let mut policy = LogMergePolicy::default();
        policy.set_del_docs_ratio_before_merge(0.3);
        writer.set_merge_policy(Box::new(policy));
        Ok(Feed { index, writer })
    }

    /// Adds an entry in the place of the one with its key.
    pub fn put(&self, entry: &Entry) -> Result<()> {
        self.drop_key(&entry.key);
        self.add(entry)
    }

    /// Adds an entry whose key is known to be new.
    pub fn add(&self, entry: &Entry) -> Result<()> {
        self.writer.add_document(self.index.fields.document(entry))?;
        Ok(())
    }

    /// Takes an entry out.
    pub fn drop_key(&self, key: &str) {
        self.writer.delete_term(Term::from_field_text(self.index.fields.key, key));
    }

    /// Makes everything since the last call visible, on the disk, with the place in the log it reaches to.
    pub fn commit(&mut self, mark: &Mark) -> Result<()> {
        let mut commit = self.writer.prepare_commit()?;
        commit.set_payload(&serde_json::to_string(mark)?);
        commit.commit()?;
        self.index.reader.reload()?;
        Ok(())
    }

    /// Lets go once the merges under way are done.
    pub fn finish(self) -> Result<()> {
        self.writer.wait_merging_threads()?;
        self.index.reader.reload()?;
        Ok(())
    }
}
