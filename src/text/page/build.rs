//! Tags become a tree as browsers make one, as far as text needs it: what is left open is closed where the next begins.

use super::tree::{DEEPEST, Tree};
use crate::text::html::{self, Attribute, Raw, Reader, Tag, display, is_heading};
use html5ever::LocalName;
use std::collections::HashMap;

/// The tree of a page; none for one that is made of too many pieces.
pub(super) fn tree(source: &str) -> Option<Tree> {
    html::read(source, Builder::new()).map(Builder::finish)
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
    drawn: bool,
}

impl Reader for Builder {
    fn text(&mut self, text: &str, raw: bool) {
        if self.is_open("head") && !raw && !text.trim_ascii().is_empty() {
            self.end_named("head");
        }
        self.tree.push_text(self.top(), text);
    }

    fn start(&mut self, tag: &Tag) -> Option<Raw> {
        let attributes: Vec<(Attribute, &str)> =
            tag.attrs.iter().filter_map(|it| Some((Attribute::named(&it.name.local)?, &*it.value))).collect();
        let name = &*tag.name;
        if matches!(name, "html" | "body") {
            self.end_named("head");
            self.tree.add_attributes(0, &attributes);
            return None;
        }
        self.make_room(name);
        let node = self.tree.push(tag.name.clone(), self.top(), &attributes);
        let raw = if self.drawn { None } else { html::raw(name) };
        if is_void(name) || (self.drawn && tag.self_closing) {
            return None;
        }
        if self.open.len() >= DEEPEST && raw.is_none() {
            self.below += 1;
            return None;
        }
        self.drawn |= name == "svg";
        *self.counts.entry(tag.name.clone()).or_default() += 1;
        self.open.push(Open { name: tag.name.clone(), node, ended: false });
        raw
    }

    fn end(&mut self, name: &str) {
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

    fn is_full(&self) -> bool {
        self.tree.is_full()
    }
}

impl Builder {
    fn new() -> Self {
        let (open, counts) = (Vec::new(), HashMap::new());
        Self { tree: Tree::new(), open, counts, below: 0, drawn: false }
    }

    fn finish(mut self) -> Tree {
        self.close_from(0);
        self.tree.close(0);
        self.tree
    }

    fn top(&self) -> usize {
        self.open.last().map_or(0, |it| it.node)
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

#[rustfmt::skip]
fn is_void(name: &str) -> bool {
    matches!(
        name,
        "area" | "base" | "br" | "col" | "embed" | "hr" | "img" | "input" | "link" | "meta" | "param" | "source"
            | "track" | "wbr"
    )
}

fn belongs_in_head(name: &str) -> bool {
    matches!(name, "base" | "head" | "link" | "meta" | "noscript" | "script" | "style" | "template" | "title")
}

fn closes_paragraph(name: &str) -> bool {
    let stays = matches!(name, "caption" | "head" | "html" | "legend" | "option" | "select" | "td" | "th" | "tr");
    display(name).is_block() && !stays
}

fn is_scope(name: &str) -> bool {
    matches!(name, "caption" | "marquee" | "object" | "table" | "td" | "template" | "th")
}

fn is_special(name: &str) -> bool {
    let part = matches!(name, "tr" | "tbody" | "thead" | "tfoot" | "button" | "select" | "head");
    part || closes_paragraph(name) || is_scope(name) || html::raw(name).is_some()
}
