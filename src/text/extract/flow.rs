//! Text as it flows into the extract: white space is collapsed, and what stands between blocks is decided late.

/// What stands between the text so far and the text to come; the strongest wins.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Gap {
    #[default]
    None,
    Space,
    Tab,
    Line,
    Paragraph,
}

impl Gap {
    fn as_str(self) -> &'static str {
        match self {
            Self::None => "",
            Self::Space => " ",
            Self::Tab => "\t",
            Self::Line => "\n",
            Self::Paragraph => "\n\n",
        }
    }
}

/// The extract as it grows; a cell's own outer blocks do not break its row.
#[derive(Debug, Default)]
pub(super) struct Flow {
    text: String,
    gap: Gap,
    /// Preformatted white space that stands unless a block ends first.
    waiting: String,
    row_begun: bool,
    cell: Option<Cell>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Cell {
    Empty,
    Filled,
}

impl Flow {
    /// Running text: runs of white space are one space, and none at the edge of a block.
    pub(super) fn text(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                ' ' | '\t' | '\n' | '\r' | '\x0C' => self.widen(Gap::Space),
                '\u{A0}' if self.text.is_empty() || self.gap > Gap::Space => {}
                c => self.put(c),
            }
        }
    }

    /// Preformatted text: its white space is its own, except at the edges of the block.
    pub(super) fn verbatim(&mut self, text: &str) {
        for c in text.chars() {
            match c {
                '\r' => {}
                c if c.is_whitespace() => self.waiting.push(c),
                c => self.put(c),
            }
        }
    }

    /// A block begins or ends here.
    pub(super) fn block(&mut self, gap: Gap) {
        if self.cell != Some(Cell::Empty) {
            self.widen(gap);
        }
    }

    /// A forced line break; a second one makes a paragraph.
    pub(super) fn line_break(&mut self) {
        self.block(if self.gap == Gap::Line { Gap::Paragraph } else { Gap::Line });
    }

    /// A table begins or ends here.
    pub(super) fn table(&mut self) {
        self.block(Gap::Paragraph);
        self.cell = None;
        self.row_begun = false;
    }

    pub(super) fn row(&mut self) {
        self.end_cell();
        self.widen(Gap::Line);
        self.row_begun = false;
    }

    pub(super) fn cell(&mut self) {
        self.end_cell();
        self.widen(if self.row_begun { Gap::Tab } else { Gap::Line });
        self.row_begun = true;
        self.cell = Some(Cell::Empty);
    }

    pub(super) fn end_cell(&mut self) {
        if self.cell == Some(Cell::Filled) {
            self.gap = Gap::None;
        }
        self.cell = None;
    }

    pub(super) fn finish(self) -> String {
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
            self.text.push_str(if kept { &self.waiting } else { self.gap.as_str() });
        }
        self.waiting.clear();
        self.gap = Gap::None;
        self.text.push(c);
        if self.cell.is_some() {
            self.cell = Some(Cell::Filled);
        }
    }
}
