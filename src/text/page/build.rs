//! Tags become a tree as browsers make one, as far as text needs it: what is left open is closed where the next begins.

use super::markup::{Attribute, Markup};
use super::tree::{DEEPEST, Tree};
use html5ever::LocalName;
use html5ever::tokenizer::states::RawKind;
use html5ever::tokenizer::{
    BufferQueue, CharacterTokens, StartTag, Tag, TagToken, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use std::cell::RefCell;
use std::collections::HashMap;

/// The tree of a page; none for one that is made of too many pieces.
pub(super) fn tree(source: &str) -> Option<Tree> {
    let tokenizer = Tokenizer::new(Sink(RefCell::new(Builder::new())), TokenizerOpts::default());
    let input = BufferQueue::default();
    let tokenize = |text: &str| {
        input.push_back(text.into());
        let _ = tokenizer.feed(&input);
    };
    let mut rest = source;
    while let Some((before, markup)) = rest.find('<').and_then(|at| rest.split_at_checked(at)) {
        tokenize(before);
        let length = match Markup::of(markup, tokenizer.sink.raw()) {
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
        if tokenizer.sink.0.borrow().tree.is_full() {
            return None;
        }
    }
    tokenize(rest);
    tokenizer.end();
    Some(tokenizer.sink.0.into_inner().finish())
}

struct Sink(RefCell<Builder>);

impl Sink {
    fn raw(&self) -> Option<&'static str> {
        self.0.borrow().raw
    }
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _line: u64) -> TokenSinkResult<()> {
        let mut builder = self.0.borrow_mut();
        match token {
            CharacterTokens(text) => builder.text(&text),
            TagToken(tag) if tag.kind == StartTag => return builder.start(&tag),
            TagToken(tag) => builder.end(&tag.name),
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

struct Open {
    name: LocalName,
    node: usize,
    /// Its end tag came while a block inside it was still open.
    ended: bool,
}

struct Builder {
    tree: Tree,
    open: Vec<Open>,
    /// Open elements by name, so that an end tag of none costs nothing.
    counts: HashMap<LocalName, usize>,
    /// Elements below the deepest that are open.
    below: usize,
    raw: Option<&'static str>,
    drawn: bool,
}

impl Builder {
    fn new() -> Self {
        let (open, counts) = (Vec::new(), HashMap::new());
        Self { tree: Tree::new(), open, counts, below: 0, raw: None, drawn: false }
    }

    fn finish(mut self) -> Tree {
        self.close_from(0);
        self.tree.close(0);
        self.tree
    }

    fn top(&self) -> usize {
        self.open.last().map_or(0, |it| it.node)
    }

    fn text(&mut self, text: &str) {
        if self.is_open("head") && self.raw.is_none() && !text.trim_ascii().is_empty() {
            self.end_named("head");
        }
        self.tree.push_text(self.top(), text);
    }

    fn start(&mut self, tag: &Tag) -> TokenSinkResult<()> {
        let attributes: Vec<(Attribute, &str)> =
            tag.attrs.iter().filter_map(|it| Some((Attribute::named(&it.name.local)?, &*it.value))).collect();
        let name = &*tag.name;
        if matches!(name, "html" | "body") {
            self.end_named("head");
            self.tree.add_attributes(0, &attributes);
            return TokenSinkResult::Continue;
        }
        self.make_room(name);
        let node = self.tree.push(tag.name.clone(), self.top(), &attributes);
        let raw = if self.drawn { None } else { raw(name) };
        if is_void(name) || (self.drawn && tag.self_closing) {
            return TokenSinkResult::Continue;
        }
        if self.open.len() >= DEEPEST && raw.is_none() {
            self.below += 1;
            return TokenSinkResult::Continue;
        }
        self.drawn |= name == "svg";
        *self.counts.entry(tag.name.clone()).or_default() += 1;
        self.open.push(Open { name: tag.name.clone(), node, ended: false });
        match raw {
            Some((name, kind)) => {
                self.raw = Some(name);
                TokenSinkResult::RawData(kind)
            }
            None => TokenSinkResult::Continue,
        }
    }

    /// Closes what a beginning element closes.
    fn make_room(&mut self, name: &str) {
        if self.is_open("head") && !belongs_in_head(name) {
            self.end_named("head");
        }
        if self.drawn {
            if !closes_paragraph(name) {
                return;
            }
            self.end_named("svg"); // a block inside a drawing means that the drawing was never closed
        }
        match name {
            "li" => self.close_item(&["li"]),
            "dt" | "dd" => self.close_item(&["dt", "dd"]),
            "tr" => self.close_in_table(&["tr", "td", "th", "caption", "colgroup"]),
            "td" | "th" => self.close_in_table(&["td", "th", "caption"]),
            "tbody" | "thead" | "tfoot" => self.close_in_table(&["tbody", "thead", "tfoot", "caption", "colgroup"]),
            "option" | "optgroup" => self.close_item(&["option"]),
            "a" => self.end_named("a"),
            _ => {}
        }
        if closes_paragraph(name) {
            self.close_paragraph();
        }
        let heading = is_heading(name) && self.open.last().is_some_and(|it| is_heading(&it.name));
        if heading {
            self.close_from(self.open.len() - 1);
        }
    }

    fn close_paragraph(&mut self) {
        if self.is_open("p") {
            let found = self.find(|name| name == "p", |name| is_scope(name) || name == "button");
            if let Some(at) = found {
                self.close_from(at);
            }
        }
    }

    fn close_item(&mut self, names: &[&str]) {
        if names.iter().any(|name| self.is_open(name)) {
            let stops = |name: &str| is_special(name) && !matches!(name, "address" | "div" | "p");
            if let Some(at) = self.find(|name| names.contains(&name), stops) {
                self.close_from(at);
            }
        }
    }

    /// Closes the outermost of these that is open in the innermost table.
    fn close_in_table(&mut self, names: &[&str]) {
        if names.iter().any(|name| self.is_open(name)) {
            let table = self.find(|name| matches!(name, "table" | "template"), |_| false).map_or(0, |at| at + 1);
            let inside = self.open.iter().skip(table);
            let found = inside.enumerate().find(|(_, it)| names.contains(&&*it.name));
            if let Some((at, _)) = found {
                self.close_from(table + at);
            }
        }
    }

    fn end(&mut self, name: &str) {
        self.raw = None;
        match name {
            "html" | "body" => {}
            "p" | "br" if !self.is_open(name) => {
                self.close_paragraph();
                self.tree.push(LocalName::from(name), self.top(), &[]);
            }
            _ if self.below > 0 => self.below -= 1,
            _ => self.end_named(name),
        }
    }

    fn end_named(&mut self, name: &str) {
        if !self.is_open(name) {
            return;
        }
        let table_part = matches!(name, "table" | "tr" | "td" | "th" | "tbody" | "thead" | "tfoot" | "caption");
        let heading = is_heading(name);
        let scoped = |it: &str| if table_part { matches!(it, "table" | "template") } else { is_scope(it) };
        match self.find(|it| it == name || (heading && is_heading(it)), scoped) {
            None => {}
            Some(at) if is_special(name) || name == "svg" => self.close_from(at),
            Some(at) if self.open.iter().skip(at + 1).all(|it| !is_special(&it.name)) => self.close_from(at),
            Some(at) => {
                if let Some(open) = self.open.get_mut(at).filter(|it| !it.ended) {
                    open.ended = true;
                    let name = open.name.clone();
                    self.closed(&name);
                }
            }
        }
    }

    /// The innermost open element that is meant, unless one that stops stands nearer.
    fn find(&self, meant: impl Fn(&str) -> bool, stops: impl Fn(&str) -> bool) -> Option<usize> {
        let innermost = self.open.iter().enumerate().rev().filter(|(_, it)| !it.ended);
        innermost
            .map(|(at, it)| (at, &*it.name))
            .find(|(_, it)| meant(it) || stops(it))
            .filter(|(_, it)| meant(it))
            .map(|it| it.0)
    }

    fn close_from(&mut self, at: usize) {
        for open in self.open.split_off(at.min(self.open.len())).into_iter().rev() {
            self.close(&open);
        }
        while let Some(open) = self.open.pop_if(|it| it.ended) {
            self.close(&open);
        }
        self.below = 0;
    }

    fn close(&mut self, open: &Open) {
        self.tree.close(open.node);
        self.drawn &= &*open.name != "svg";
        if !open.ended {
            self.closed(&open.name);
        }
    }

    fn closed(&mut self, name: &LocalName) {
        if let Some(count) = self.counts.get_mut(name) {
            *count = count.saturating_sub(1);
        }
    }

    fn is_open(&self, name: &str) -> bool {
        if is_heading(name) {
            return ["h1", "h2", "h3", "h4", "h5", "h6"].iter().any(|it| self.count(it) > 0);
        }
        self.count(name) > 0
    }

    fn count(&self, name: &str) -> usize {
        self.counts.get(&LocalName::from(name)).copied().unwrap_or_default()
    }
}

/// Elements whose content is not tags.
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

fn is_heading(name: &str) -> bool {
    matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6")
}

fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area"
            | "base"
            | "br"
            | "col"
            | "embed"
            | "hr"
            | "img"
            | "input"
            | "link"
            | "meta"
            | "param"
            | "source"
            | "track"
            | "wbr"
    )
}

fn belongs_in_head(name: &str) -> bool {
    matches!(name, "base" | "head" | "link" | "meta" | "noscript" | "script" | "style" | "template" | "title")
}

fn closes_paragraph(name: &str) -> bool {
    matches!(
        name,
        "address"
            | "article"
            | "aside"
            | "blockquote"
            | "center"
            | "details"
            | "dialog"
            | "dir"
            | "div"
            | "dl"
            | "dd"
            | "dt"
            | "fieldset"
            | "figcaption"
            | "figure"
            | "footer"
            | "form"
            | "header"
            | "hgroup"
            | "hr"
            | "li"
            | "main"
            | "menu"
            | "nav"
            | "ol"
            | "p"
            | "pre"
            | "search"
            | "section"
            | "summary"
            | "table"
            | "ul"
    ) || is_heading(name)
}

fn is_scope(name: &str) -> bool {
    matches!(name, "caption" | "marquee" | "object" | "table" | "td" | "template" | "th")
}

fn is_special(name: &str) -> bool {
    let part =
        matches!(name, "tr" | "tbody" | "thead" | "tfoot" | "button" | "select" | "head" | "iframe" | "textarea");
    part || closes_paragraph(name) || is_scope(name) || raw(name).is_some()
}
