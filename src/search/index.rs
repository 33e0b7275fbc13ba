//! One index on the disk: opened, mended when it is broken, asked.

use std::fs;
use std::path::Path;

use tantivy::collector::{Count, MultiCollector, TopDocs};
use tantivy::query::Query as Ask;
use tantivy::schema::Value;
use tantivy::{DocAddress, IndexReader, Order as Direction, ReloadPolicy, Searcher, TantivyDocument};

use super::asking::{Asked, Order};
use super::facets::{Counting, Counts};
use super::feed::Mark;
use super::fields::Fields;
use super::matching::Matcher;
use crate::error::{Error, Result};

/// Nobody pages further: the top of a list is found by keeping it in memory.
pub const DEEPEST: usize = 10_000;

impl From<tantivy::TantivyError> for Error {
    fn from(error: tantivy::TantivyError) -> Self {
        match &error {
            tantivy::TantivyError::IoError(io) if io.kind() == std::io::ErrorKind::StorageFull => Error::Full,
            _ => Error::internal(error),
        }
    }
}

/// An open index. Cheap to ask from many threads at once.
pub struct Index {
    pub(super) inner: tantivy::Index,
    pub(super) reader: IndexReader,
    pub(super) fields: Fields,
}

/// Something found.
#[derive(Debug, Clone, PartialEq)]
pub struct Hit {
    /// The entry's key.
    pub key: String,
    /// Higher is better; comparable within one answer only.
    pub score: f32,
}

/// An answer.
#[derive(Debug, Clone, Default)]
pub struct Found {
    pub hits: Vec<Hit>,
    /// All that was found, not only what is on this page.
    pub total: usize,
    /// Asked for only where facets are shown.
    pub counts: Counts,
    /// Nothing had every word, so this is what has some of them.
    pub some_words: bool,
    /// Only words that stand nearly everywhere were asked for: the newest come first, and nothing is counted.
    pub common_words: bool,
    /// Words that were found only in other spellings.
    pub misspelt: Vec<String>,
}

impl Found {
    /// Whether there is another page behind one that ends after so many.
    pub fn goes_on_after(&self, shown: i64) -> bool {
        i64::try_from(self.total.min(DEEPEST)).unwrap_or(i64::MAX) > shown
    }
}

impl Index {
    /// Opens the index in a folder; one that is missing, broken or of another format is begun anew, empty.
    pub fn open(folder: &Path) -> Result<Self> {
        match Self::sound(folder) {
            Some(index) => Ok(index),
            None => Self::begin(folder),
        }
    }

    fn sound(folder: &Path) -> Option<Self> {
        let mut inner = tantivy::Index::open_in_dir(folder).ok()?;
        inner.set_tokenizers(Fields::tokenizers());
        let (schema, fields) = Fields::schema();
        let broken = inner.schema() != schema || !inner.validate_checksum().is_ok_and(|damaged| damaged.is_empty());
        if broken {
            tracing::warn!(folder = %folder.display(), "the search index is damaged or old; it is built again");
            return None;
        }
        Self::with(inner, fields).ok()
    }

    fn begin(folder: &Path) -> Result<Self> {
        if folder.exists() {
            fs::remove_dir_all(folder)?;
        }
        fs::create_dir_all(folder)?;
        let (schema, fields) = Fields::schema();
        let mut inner = tantivy::Index::create_in_dir(folder, schema)?;
        inner.set_tokenizers(Fields::tokenizers());
        Self::with(inner, fields)
    }

    /// An index that is gone with the process.
    pub fn in_memory() -> Result<Self> {
        let (schema, fields) = Fields::schema();
        let mut inner = tantivy::Index::create_in_ram(schema);
        inner.set_tokenizers(Fields::tokenizers());
        Self::with(inner, fields)
    }

    fn with(inner: tantivy::Index, fields: Fields) -> Result<Self> {
        let reader = inner.reader_builder().reload_policy(ReloadPolicy::Manual).try_into()?;
        Ok(Index { inner, reader, fields })
    }

    /// How far along the log this index is; nothing if it was never filled.
    pub fn mark(&self) -> Result<Option<Mark>> {
        let payload = self.inner.load_metas()?.payload;
        Ok(payload.and_then(|payload| Mark::read(&payload)))
    }

    /// How many entries it holds.
    pub fn len(&self) -> u64 {
        self.reader.searcher().num_docs()
    }

    /// Whether it holds nothing.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Looks for what was asked: every word first, then what only differs in spelling, then some of the words.
    pub fn find(&self, asked: &Asked<'_>) -> Result<Found> {
        if asked.offset >= DEEPEST {
            return Ok(Found::default());
        }
        let searcher = self.reader.searcher();
        let exact = asked.compile(&self.fields, &searcher, &[])?;
        let newest = Asked { order: Order::Newest, facets: false, ..asked.clone() };
        let plain = !exact.tells && asked.order == Order::Relevance;
        let asked = if plain { &newest } else { asked };
        let mut found = self.answer(&searcher, &*exact.all, asked)?;
        if found.total > 0 || asked.query.is_empty() {
            found.common_words = plain;
            return Ok(found);
        }
        let misspelt = asked.unknown_words(&self.fields, &searcher)?;
        if !misspelt.is_empty() {
            let loose = asked.compile(&self.fields, &searcher, &misspelt)?;
            found = self.answer(&searcher, &*loose.all, asked)?;
            if found.total > 0 {
                found.misspelt = misspelt;
                return Ok(found);
            }
        }
        if let Some(some) = asked.compile(&self.fields, &searcher, &misspelt)?.some {
            found = self.answer(&searcher, &*some, asked)?;
            found.some_words = found.total > 0;
            found.misspelt = if found.total > 0 { misspelt } else { Vec::new() };
        }
        Ok(found)
    }

    fn answer(&self, searcher: &Searcher, query: &dyn Ask, asked: &Asked<'_>) -> Result<Found> {
        let top = TopDocs::with_limit(asked.limit.clamp(1, 1000)).and_offset(asked.offset);
        let mut collectors = MultiCollector::new();
        let count = collectors.add_collector(Count);
        let counts = asked.facets.then(|| collectors.add_collector(Counting));
        let mut hits: Vec<Hit> = Vec::new();
        let mut fruits;
        match asked.order {
            Order::Relevance => {
                let best = collectors.add_collector(top.order_by_score());
                fruits = searcher.search(query, &collectors)?;
                for (score, address) in best.extract(&mut fruits) {
                    hits.push(Hit { key: self.key(searcher, address)?, score });
                }
            }
            Order::Newest | Order::Oldest => {
                let direction = if asked.order == Order::Newest { Direction::Desc } else { Direction::Asc };
                let dated = collectors.add_collector(top.order_by_fast_field::<i64>("at", direction));
                fruits = searcher.search(query, &collectors)?;
                for (_, address) in dated.extract(&mut fruits) {
                    hits.push(Hit { key: self.key(searcher, address)?, score: 0.0 });
                }
            }
        }
        let counts = counts.map(|handle| handle.extract(&mut fruits)).unwrap_or_default();
        Ok(Found { hits, total: count.extract(&mut fruits), counts, ..Found::default() })
    }

    fn key(&self, searcher: &Searcher, address: DocAddress) -> Result<String> {
        let document: TantivyDocument = searcher.doc(address)?;
        let key = document.get_first(self.fields.key).and_then(|value| value.as_str());
        key.map(str::to_owned).ok_or_else(|| Error::internal("an entry of the search index has no key"))
    }

    /// The part that finds similar claims.
    pub fn matcher(&self) -> Result<Matcher> {
        Matcher::new(self.reader.searcher(), self.fields.matching)
    }

    /// The key of an entry that was matched.
    pub fn key_at(&self, matcher: &Matcher, address: DocAddress) -> Result<String> {
        self.key(matcher.searcher(), address)
    }
}
