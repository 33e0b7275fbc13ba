//! The text of an HTML page, from tokens alone: without a tree, nothing can nest too deep.

use crate::text::html::{self, Display, Flow, Raw, Reader, Tag, display};

/// The text of a page and its title.
pub(super) fn read(source: &str) -> (String, Option<String>) {
    let page = html::read(source, Page::default()).unwrap_or_default();
    let title = page.title.map(|title| title.split_whitespace().collect::<Vec<_>>().join(" "));
    (page.flow.finish(), title.filter(|title| !title.is_empty()))
}

#[derive(Default)]
struct Page {
    flow: Flow,
    title: Option<String>,
    /// The open element without tags is the page's title.
    titled: bool,
    /// Open `<template>`s.
    dropped: usize,
    /// Open `<svg>`s: a drawing's labels are no text, its titles not the page's.
    drawn: usize,
    in_cell: bool,
}

impl Reader for Page {
    fn text(&mut self, text: &str, raw: bool) {
        if !raw && self.dropped + self.drawn == 0 {
            self.flow.text(text);
        } else if raw && self.titled {
            self.title.get_or_insert_default().extend(text.chars().filter(|&c| c != '\0'));
        }
    }

    fn start(&mut self, tag: &Tag) -> Option<Raw> {
        let raw = html::raw(&tag.name).filter(|_| self.drawn == 0);
        match &*tag.name {
            name if raw.is_some() => self.titled = name == "title" && self.title.is_none() && self.dropped == 0,
            "template" => self.dropped += 1,
            _ if self.dropped > 0 => {}
            "svg" if !tag.self_closing => self.drawn += 1,
            name => self.edge(name, true),
        }
        raw
    }

    fn end(&mut self, name: &str) {
        match name {
            "template" => self.dropped = self.dropped.saturating_sub(1),
            _ if self.dropped > 0 => {}
            "svg" => self.drawn = self.drawn.saturating_sub(1),
            name => self.edge(name, false),
        }
    }
}

impl Page {
    /// A tag lays out on its own: one of a table's ends the cell before it, whatever stands in that.
    fn edge(&mut self, name: &str, begins: bool) {
        let display = if matches!(name, "dir" | "menu") { Display::Block } else { display(name) }; // never an inner list
        if self.in_cell && matches!(display, Display::Row | Display::Cell) {
            self.flow.end_cell();
        }
        match display {
            Display::Table => self.flow.table(),
            Display::Row => self.flow.row(),
            Display::Cell if begins => self.flow.cell(),
            Display::Cell => {}
            _ if begins => self.flow.open(display),
            _ => self.flow.close(display),
        }
        match display {
            Display::Table | Display::Row => self.in_cell = false,
            Display::Cell => self.in_cell = begins,
            Display::Inline | Display::Break => {}
            _ => self.drawn = 0, // a block inside a drawing means that the drawing was never closed
        }
    }
}
