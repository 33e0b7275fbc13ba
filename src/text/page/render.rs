//! What a reader sees of a part of a page: white space collapsed, blocks apart, lines of lists and tables kept.

use super::kinds::{Display, display};
use super::tree::{Dropped, Tree};

/// What stands between the text so far and the text to come; the strongest wins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
enum Gap {
    #[default]
    None,
    Space,
    Tab,
    Line,
    Paragraph,
}

/// The text of a node and what is in it, without what is dropped.
pub(super) fn text(tree: &Tree, top: usize, dropped: &Dropped) -> String {
    let mut flow = Flow::default();
    let mut open: Vec<usize> = Vec::new();
    for node in tree.shown(top, dropped) {
        while let Some(done) = open.pop_if(|it| tree.end(*it) <= node) {
            flow.close(tree.name(done));
        }
        match tree.text(node) {
            Some(text) => flow.text(text),
            None => {
                flow.open(tree.name(node));
                open.push(node);
            }
        }
    }
    flow.text
}

#[derive(Default)]
struct Flow {
    text: String,
    gap: Gap,
    /// Preformatted white space that stands unless a block ends first.
    waiting: String,
    pre: usize,
    lists: usize,
    /// A row has a cell already.
    row_begun: bool,
    /// A cell is open and nothing stands in it yet: its own outer blocks do not break its row.
    cell_empty: bool,
}

impl Flow {
    fn open(&mut self, name: &str) {
        match display(name) {
            Display::Break => self.block(if self.gap == Gap::Line { Gap::Paragraph } else { Gap::Line }),
            Display::Row => {
                self.widen(Gap::Line);
                self.row_begun = false;
            }
            Display::Cell => {
                self.widen(if self.row_begun { Gap::Tab } else { Gap::Line });
                (self.row_begun, self.cell_empty) = (true, true);
            }
            other => {
                self.pre += usize::from(name == "pre");
                self.lists += usize::from(other == Display::List);
                self.edge(other);
            }
        }
    }

    fn close(&mut self, name: &str) {
        match display(name) {
            Display::Break => {}
            Display::Row => self.widen(Gap::Line),
            Display::Cell => {
                if !self.cell_empty {
                    self.gap = Gap::None;
                }
                self.cell_empty = false;
            }
            other => {
                self.edge(other);
                self.pre = self.pre.saturating_sub(usize::from(name == "pre"));
                self.lists = self.lists.saturating_sub(usize::from(other == Display::List));
            }
        }
    }

    fn edge(&mut self, display: Display) {
        match display {
            Display::Item => self.block(Gap::Line),
            Display::List if self.lists > 1 => self.block(Gap::Line),
            Display::Block | Display::List | Display::Table => self.block(Gap::Paragraph),
            _ => {}
        }
    }

    fn block(&mut self, gap: Gap) {
        if !self.cell_empty {
            self.widen(gap);
        }
    }

    fn widen(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\0' | '\r' if self.pre > 0 => {}
                c if self.pre > 0 && c.is_whitespace() => self.waiting.push(c),
                ' ' | '\t' | '\n' | '\r' | '\x0C' => self.widen(Gap::Space),
                '\u{A0}' if self.text.is_empty() || self.gap > Gap::Space => {}
                '\0' | '\u{AD}' | '\u{200B}' | '\u{FEFF}' => {}
                c => self.put(c),
            }
        }
    }

    fn put(&mut self, c: char) {
        if !self.text.is_empty() {
            let kept = self.gap <= Gap::Space && !self.waiting.is_empty();
            self.text.push_str(match self.gap {
                _ if kept => &self.waiting,
                Gap::None => "",
                Gap::Space => " ",
                Gap::Tab => "\t",
                Gap::Line => "\n",
                Gap::Paragraph => "\n\n",
            });
        }
        self.waiting.clear();
        (self.gap, self.cell_empty) = (Gap::None, false);
        self.text.push(c);
    }
}
