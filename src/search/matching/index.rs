//! What an index carries for claim matching: its fields, and one document filled into them.

use tantivy::schema::{
    Field, IndexRecordOption, STORED, SchemaBuilder, TantivyDocument, TextFieldIndexing, TextOptions, Value,
};

use crate::text::words::{Stems, words};

/// What stems are taken by where nothing tells the language.
pub(super) const UNKNOWN: &str = "en";

/// The fields that claim matching needs of an index; others may stand beside them.
#[derive(Debug, Clone, Copy)]
pub struct Fields {
    /// Stems of the claim and its title, with how often each stands there.
    pub(super) words: Field,
    /// The claim as it is written.
    pub(super) text: Field,
    /// Its title, if it has one.
    pub(super) title: Field,
    /// The language its stems were taken by.
    pub(super) lang: Field,
}

impl Fields {
    /// Adds the fields to a schema.
    pub fn add_to(schema: &mut SchemaBuilder) -> Fields {
        let spaced = TextFieldIndexing::default().set_tokenizer("whitespace");
        let words = spaced.set_index_option(IndexRecordOption::WithFreqs).set_fieldnorms(true);
        let exact = TextFieldIndexing::default().set_tokenizer("raw").set_fieldnorms(false);
        let lang = TextOptions::default().set_stored();
        Fields {
            words: schema.add_text_field("match_words", TextOptions::default().set_indexing_options(words)),
            text: schema.add_text_field("match_text", STORED),
            title: schema.add_text_field("match_title", STORED),
            lang: schema.add_text_field("match_lang", lang.set_indexing_options(exact)),
        }
    }

    /// Fills them for one claim, so that it can be found by what it says.
    pub fn fill(&self, document: &mut TantivyDocument, text: &str, title: Option<&str>, lang: Option<&str>) {
        let lang = primary(lang.unwrap_or(UNKNOWN));
        let stems = Stems::of(&lang);
        let mut indexed = String::with_capacity(text.len() + title.map_or(0, str::len));
        for word in words(text).iter().chain(&words(title.unwrap_or_default())) {
            indexed.push_str(&stems.stem(&word.folded));
            indexed.push(' ');
        }
        document.add_text(self.words, indexed);
        document.add_text(self.text, text);
        if let Some(title) = title.filter(|it| !it.is_empty()) {
            document.add_text(self.title, title);
        }
        document.add_text(self.lang, lang);
    }

    pub(super) fn read(&self, document: &TantivyDocument) -> Stored {
        let text = |field| document.get_first(field).and_then(|it| it.as_str()).unwrap_or_default().to_owned();
        Stored { text: text(self.text), title: text(self.title), lang: text(self.lang) }
    }
}

/// What an index gives back of a claim.
pub(super) struct Stored {
    pub text: String,
    pub title: String,
    pub lang: String,
}

/// `pt` of `pt-BR`.
pub(super) fn primary(lang: &str) -> String {
    lang.split('-').next().unwrap_or_default().to_lowercase()
}
