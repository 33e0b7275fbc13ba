//! The fields of an index, and an entry as its document.

use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, INDEXED, IndexRecordOption, STORED, Schema, SchemaBuilder, TextFieldIndexing, TextOptions,
};
use tantivy::tokenizer::{TextAnalyzer, TokenizerManager, WhitespaceTokenizer};

use super::entry::{Entry, Sight, Tag};
use super::{facets, matching};
use crate::text::words::{Stems, Word, fold, words};

/// Splits what has been analysed already.
const READY: &str = "ready";
/// The sight of what only named people may know of, beside their ids.
pub(super) const CLOSED: &str = "!";
/// Longer texts are found by their beginning: a bound on what one entry can cost.
const LONGEST: usize = 2_000_000;

/// Handles of the fields.
#[derive(Debug, Clone)]
pub(super) struct Fields {
    pub key: Field,
    pub sight: Field,
    /// Folded words of the title.
    pub title: Field,
    /// Folded words of everything, with places, for phrases and beginnings.
    pub words: Field,
    /// Stems of everything.
    pub stems: Field,
    /// `field:value`, folded, whole.
    pub tags: Field,
    /// `field:word` for each word of a value, with places.
    pub named: Field,
    /// `field:key`, counted: the columns of `facets`.
    pub counted: [Field; facets::COLUMNS.len()],
    pub at: Field,
    pub matching: matching::Fields,
}

fn whole() -> TextOptions {
    let indexing = TextFieldIndexing::default()
        .set_tokenizer("raw")
        .set_index_option(IndexRecordOption::Basic)
        .set_fieldnorms(false);
    TextOptions::default().set_indexing_options(indexing)
}

fn ready(option: IndexRecordOption) -> TextOptions {
    let indexing = TextFieldIndexing::default().set_tokenizer(READY).set_index_option(option);
    TextOptions::default().set_indexing_options(indexing)
}

impl Fields {
    pub fn schema() -> (Schema, Fields) {
        let mut schema: SchemaBuilder = Schema::builder();
        let fields = Fields {
            key: schema.add_text_field("key", whole().set_stored()),
            sight: schema.add_text_field("sight", whole()),
            title: schema.add_text_field("title", ready(IndexRecordOption::WithFreqsAndPositions)),
            words: schema.add_text_field("words", ready(IndexRecordOption::WithFreqsAndPositions)),
            stems: schema.add_text_field("stems", ready(IndexRecordOption::WithFreqs)),
            tags: schema.add_text_field("tags", whole()),
            named: schema.add_text_field("named", ready(IndexRecordOption::WithFreqsAndPositions)),
            counted: facets::COLUMNS.map(|name| schema.add_text_field(name, TextOptions::default().set_fast("raw"))),
            at: schema.add_i64_field("at", FAST | INDEXED | STORED),
            matching: matching::Fields::add_to(&mut schema),
        };
        (schema.build(), fields)
    }

    pub fn tokenizers() -> TokenizerManager {
        let manager = TokenizerManager::default();
        manager.register(READY, TextAnalyzer::from(WhitespaceTokenizer::default()));
        manager
    }

    /// An entry as it is indexed.
    pub fn document(&self, entry: &Entry) -> TantivyDocument {
        let mut document = TantivyDocument::new();
        document.add_text(self.key, &entry.key);
        if let Sight::Only(people) = &entry.sight {
            document.add_text(self.sight, CLOSED);
            people.iter().for_each(|person| document.add_text(self.sight, person));
        }
        let stems = Stems::of(&entry.lang);
        let title = words(&entry.title);
        document.add_text(self.title, joined(title.iter().map(|it| it.folded.as_str())));
        self.add_words(&mut document, &stems, &title);
        for text in &entry.body {
            self.add_words(&mut document, &stems, &words(beginning(text)));
        }
        for (tag, value) in &entry.tags {
            document.add_text(self.tags, label(tag.mark(), value));
            if let Some((base, _)) = value.split_once('-').filter(|_| *tag == Tag::Lang) {
                document.add_text(self.tags, label(tag.mark(), base));
            }
            let named: Vec<String> = words(value).iter().map(|it| format!("{}:{}", tag.mark(), it.folded)).collect();
            document.add_text(self.named, named.join(" "));
        }
        for (column, packed) in self.counted.iter().zip(facets::packed(&entry.counted)) {
            if !packed.is_empty() {
                document.add_text(*column, packed);
            }
        }
        document.add_i64(self.at, entry.at);
        if let Some(matchable) = &entry.matchable {
            let lang = Some(entry.lang.as_str()).filter(|lang| !lang.is_empty());
            self.matching.fill(&mut document, &matchable.text, matchable.title.as_deref(), lang);
        }
        document
    }

    fn add_words(&self, document: &mut TantivyDocument, stems: &Stems, found: &[Word]) {
        document.add_text(self.words, joined(found.iter().map(|it| it.folded.as_str())));
        let stemmed: Vec<_> = found.iter().map(|it| stems.stem(&it.folded)).collect();
        document.add_text(self.stems, joined(stemmed.iter().map(AsRef::as_ref)));
    }
}

/// A value as it is found whole: `verdict:mostly false`.
pub(super) fn label(mark: &str, value: &str) -> String {
    let folded: Vec<String> = value.split_whitespace().map(fold).filter(|it| !it.is_empty()).collect();
    format!("{mark}:{}", folded.join(" "))
}

fn joined<'a>(found: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::new();
    for word in found {
        if !text.is_empty() {
            text.push(' ');
        }
        text.push_str(word);
    }
    text
}

fn beginning(text: &str) -> &str {
    match text.char_indices().nth(LONGEST) {
        Some((at, _)) => text.get(..at).unwrap_or(text),
        None => text,
    }
}
