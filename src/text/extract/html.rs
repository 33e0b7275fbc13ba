//! The text of an HTML page, from tokens alone: without a tree, nothing can nest too deep.

mod markup;

use super::flow::{Flow, Gap};
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use markup::Markup;
use std::cell::RefCell;

/// The text of a page and its title.
pub(super) fn read(source: &str) -> (String, Option<String>) {
    let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
    let input = BufferQueue::default();
    feed(source, &tokenizer.sink, |text| {
        input.push_back(text.into());
        let _ = tokenizer.feed(&input);
    });
    tokenizer.end();
    let page = tokenizer.sink.0.into_inner();
    let title = page.title.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
    (page.flow.finish(), title.filter(|title| !title.is_empty()))
}

/// Hands a page to the tokenizer, tags without their attributes.
fn feed(source: &str, sink: &Sink, tokenize: impl Fn(&str)) {
    let mut rest = source;
    while let Some((before, markup)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        tokenize(before);
        let length = match Markup::of(markup, sink.raw_name()) {
            Markup::Text => {
                tokenize("<");
                1
            }
            Markup::Comment { length } => length,
            Markup::Tag { head, closes_itself, length } => {
                tokenize(head);
                tokenize(if closes_itself { "/>" } else { ">" });
                length
            }
        };
        rest = markup.get(length..).unwrap_or_default();
    }
    tokenize(rest);
}

struct Sink(RefCell<Page>);

#[derive(Default)]
struct Page {
    flow: Flow,
    title: Option<String>,
    raw: Option<Raw>,
    /// Open `<template>`s.
    dropped: usize,
    /// Open `<svg>`s: a drawing's labels are no text, its titles not the page's.
    drawn: usize,
    pre: usize,
    lists: usize,
}

/// The open element that holds no tags: only its own end tag is one.
struct Raw {
    name: &'static str,
    title: bool,
}

impl Sink {
    fn raw_name(&self) -> Option<&'static str> {
        self.0.borrow().raw.as_ref().map(|raw| raw.name)
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut page = self.0.borrow_mut();
        match token {
            CharacterTokens(text) => page.text(&text),
            TagToken(tag) if tag.kind == StartTag => return page.start(&tag),
            TagToken(tag) => page.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

impl Page {
    fn text(&mut self, text: &str) {
        match &self.raw {
            Some(raw) if raw.title => {
                self.title.get_or_insert_default().extend(text.chars().filter(|&c| c != '\0'));
            }
            Some(_) => {}
            None if self.dropped + self.drawn > 0 => {}
            None if self.pre > 0 => self.flow.verbatim(text),
            None => self.flow.text(text),
        }
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        if self.drawn == 0
            && let Some((name, kind)) = raw(&tag.name)
        {
            let title = name == "title" && self.title.is_none() && self.dropped == 0;
            self.raw = Some(Raw { name, title });
            return TokenSinkResult::RawData(kind);
        }
        match &*tag.name {
            "template" => self.dropped += 1,
            _ if self.dropped > 0 => {}
            "svg" if !tag.self_closing => self.drawn += 1,
            "br" => self.flow.line_break(),
            "table" => self.flow.table(),
            "tr" => self.flow.row(),
            "td" | "th" => self.flow.cell(),
            name => {
                match name {
                    "pre" => self.pre += 1,
                    "ul" | "ol" => self.lists += 1,
                    _ => {}
                }
                self.edge(name);
            }
        }
        TokenSinkResult::Continue
    }

    fn end(&mut self, name: &str) {
        if self.raw.take().is_some() {
            return;
        }
        match name {
            "template" => self.dropped = self.dropped.saturating_sub(1),
            _ if self.dropped > 0 => {}
            "svg" => self.drawn = self.drawn.saturating_sub(1),
            "table" => self.flow.table(),
            "tr" => self.flow.row(),
            "td" | "th" => self.flow.end_cell(),
            name => {
                self.edge(name);
                match name {
                    "pre" => self.pre = self.pre.saturating_sub(1),
                    "ul" | "ol" => self.lists = self.lists.saturating_sub(1),
                    _ => {}
                }
            }
        }
    }

    fn edge(&mut self, name: &str) {
        let gap = match name {
            "ul" | "ol" if self.lists > 1 => Gap::Line,
            "li" | "dt" | "dd" | "option" => Gap::Line,
            name if is_block(name) => Gap::Paragraph,
            _ => return,
        };
        self.drawn = 0; // a block inside a drawing means that the drawing was never closed
        self.flow.block(gap);
    }
}

/// Elements whose content is not tags, and not text of the page either.
fn raw(name: &str) -> Option<(&'static str, RawKind)> {
    const RAW: [(&str, RawKind); 9] = [
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

#[rustfmt::skip]
fn is_block(name: &str) -> bool {
    matches!(
        name,
        "address" | "article" | "aside" | "blockquote" | "body" | "caption" | "center" | "details" | "dialog" | "dir"
            | "div" | "dl" | "fieldset" | "figcaption" | "figure" | "footer" | "form" | "h1" | "h2" | "h3" | "h4" | "h5"
            | "h6" | "head" | "header" | "hgroup" | "hr" | "html" | "legend" | "main" | "menu" | "nav" | "ol" | "p"
            | "pre" | "search" | "section" | "select" | "summary" | "ul"
    )
}
