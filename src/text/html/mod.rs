//! HTML as tokens, read in one place: whoever wants a page's text or its tree is handed its pieces in their order.

mod flow;
mod kinds;
mod markup;

pub(super) use flow::{Flow, Gap};
pub(super) use kinds::{Display, display, is_heading};
pub(super) use markup::Attribute;

pub(super) use html5ever::tokenizer::Tag;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, StartTag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use markup::Markup;
use std::cell::{Cell, RefCell};

/// An element whose content is not tags: only its own end tag is one.
pub(super) type Raw = (&'static str, RawKind);

/// What takes the pieces of a page.
pub(super) trait Reader {
    /// Characters with their entities decoded; `raw` where they stand in an element that holds no tags.
    fn text(&mut self, text: &str, raw: bool);

    /// An element begins; the answer of [`raw`] where no tags are to be read in it.
    fn start(&mut self, tag: &Tag) -> Option<Raw>;

    /// An end tag, by its name in small letters.
    fn end(&mut self, name: &str);

    /// Whether no more can be taken.
    fn is_full(&self) -> bool {
        false
    }
}

/// Hands a page to a reader, in linear time whatever comes; none when the reader was full before the end.
pub(super) fn read<R: Reader>(source: &str, reader: R) -> Option<R> {
    let tokenizer =
        Tokenizer::new(Sink { reader: RefCell::new(reader), raw: Cell::new(None) }, TokenizerOpts::default());
    let input = BufferQueue::default();
    let tokenize = |text: &str| {
        input.push_back(text.into());
        let _ = tokenizer.feed(&input);
    };
    let mut rest = source;
    while let Some((before, markup)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        tokenize(before);
        let length = match Markup::of(markup, tokenizer.sink.raw.get()) {
            Markup::Text => {
                tokenize("<");
                1
            }
            Markup::Comment(length) => length,
            Markup::Tag(tag) => {
                tokenize(tag.head);
                for (attribute, value) in &tag.attributes {
                    let value = value.replace('"', "&quot;");
                    tokenize(&format!(" {}=\"{value}\"", attribute.name()));
                }
                tokenize(if tag.closes_itself { "/>" } else { ">" });
                tag.length
            }
        };
        rest = markup.get(length..).unwrap_or_default();
        if tokenizer.sink.reader.borrow().is_full() {
            return None;
        }
    }
    tokenize(rest);
    tokenizer.end();
    Some(tokenizer.sink.reader.into_inner())
}

struct Sink<R> {
    reader: RefCell<R>,
    raw: Cell<Option<&'static str>>,
}

impl<R: Reader> TokenSink for Sink<R> {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut reader = self.reader.borrow_mut();
        match token {
            CharacterTokens(text) => reader.text(&text, self.raw.get().is_some()),
            TagToken(tag) if tag.kind == StartTag => {
                if let Some((name, kind)) = reader.start(&tag) {
                    self.raw.set(Some(name));
                    return TokenSinkResult::RawData(kind);
                }
            }
            TagToken(tag) => {
                self.raw.set(None);
                reader.end(&tag.name);
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

/// Whether an element holds no tags, by its name.
pub(super) fn raw(name: &str) -> Option<Raw> {
    const RAW: [Raw; 9] = [
        ("title", RawKind::Rcdata),
        ("textarea", RawKind::Rcdata),
        ("script", RawKind::ScriptData),
        ("style", RawKind::Rawtext),
        ("noscript", RawKind::Rawtext),
        ("iframe", RawKind::Rawtext),
        ("noembed", RawKind::Rawtext),
        ("noframes", RawKind::Rawtext),
        ("xmp", RawKind::Rawtext),
    ];
    RAW.into_iter().find(|(raw, _)| *raw == name)
}
