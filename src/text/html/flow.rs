//! Text as it flows from a page: white space is collapsed, and what stands between blocks is decided late.

use super::Display;

/// What stands between the text so far and the text to come; the strongest wins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(in crate::text) enum Gap {
    #[default]
    None,
    Space,
    Tab,
    Line,
    Paragraph,
}

/// The text as it grows.
#[derive(Debug, Default)]
pub(in crate::text) struct Flow {
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
    /// An element begins.
    pub(in crate::text) fn open(&mut self, display: Display) {
        match display {
            Display::Break => self.line_break(),
            Display::Row => self.row(),
            Display::Cell => self.cell(),
            other => {
                self.pre += usize::from(other == Display::Pre);
                self.lists += usize::from(other == Display::List);
                self.edge(other);
            }
        }
    }

    /// An element ends.
    pub(in crate::text) fn close(&mut self, display: Display) {
        match display {
            Display::Break => {}
            Display::Row => self.widen(Gap::Line),
            Display::Cell => self.end_cell(),
            other => {
                self.edge(other);
                self.pre = self.pre.saturating_sub(usize::from(other == Display::Pre));
                self.lists = self.lists.saturating_sub(usize::from(other == Display::List));
            }
        }
    }

    fn edge(&mut self, display: Display) {
        match display {
            Display::Item => self.block(Gap::Line),
            Display::List if self.lists > 1 => self.block(Gap::Line),
            Display::Block | Display::Pre | Display::List | Display::Table => self.block(Gap::Paragraph),
            _ => {}
        }
    }

    /// A block begins or ends here.
    pub(in crate::text) fn block(&mut self, gap: Gap) {
        if !self.cell_empty {
            self.widen(gap);
        }
    }

    /// A forced line break; a second one makes a paragraph.
    pub(in crate::text) fn line_break(&mut self) {
        self.block(if self.gap == Gap::Line { Gap::Paragraph } else { Gap::Line });
    }

    /// A table begins or ends here that no cell is known to stand around.
    pub(in crate::text) fn table(&mut self) {
        self.block(Gap::Paragraph);
        (self.row_begun, self.cell_empty) = (false, false);
    }

    /// A row begins.
    pub(in crate::text) fn row(&mut self) {
        self.widen(Gap::Line);
        self.row_begun = false;
    }

    /// A cell begins.
    pub(in crate::text) fn cell(&mut self) {
        self.widen(if self.row_begun { Gap::Tab } else { Gap::Line });
        (self.row_begun, self.cell_empty) = (true, true);
    }

    /// An open cell ends.
    pub(in crate::text) fn end_cell(&mut self) {
        if !self.cell_empty {
            self.gap = Gap::None;
        }
        self.cell_empty = false;
    }

    /// Running text: runs of white space are one space, and none at the edge of a block; verbatim in `<pre>`.
    pub(in crate::text) fn text(&mut self, text: &str) {
        if self.pre > 0 {
            return self.verbatim(text);
        }
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' | '\x0C' => self.widen(Gap::Space),
                '\u{A0}' if self.text.is_empty() || self.gap > Gap::Space => {}
                c => self.put(c),
            }
        }
    }

    /// Preformatted text: its white space is its own, except at the edges of the block.
    pub(in crate::text) fn verbatim(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\r' => {}
                c if c.is_whitespace() => self.waiting.push(c),
                c => self.put(c),
            }
        }
    }

    /// The whole text.
    pub(in crate::text) fn finish(self) -> String {
        self.text
    }

    fn widen(&mut self, gap: Gap) {
        self.gap = self.gap.max(gap);
    }

    fn put(&mut self, c: char) {
        if c == '\0' {
            return;
        }
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
