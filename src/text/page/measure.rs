//! How much text stands where, and how much of it is links.

use super::tree::{Dropped, Tree};
use crate::text::html::{Attribute, display};

/// Least length of a paragraph that counts as running text.
const RUNNING: usize = 40;

/// What stands directly in a block, or in it and all below.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Measure {
    /// Visible characters; one that is as wide as two counts as two.
    pub(super) length: usize,
    /// Length of what is a link to another page.
    pub(super) linked: usize,
    /// Marks that sentences have.
    pub(super) marks: usize,
    /// Long texts, apart by line breaks or elements.
    pub(super) lines: usize,
    /// Length of paragraphs that are running text, without links.
    pub(super) running: usize,
    /// Paragraphs that are running text.
    pub(super) paragraphs: usize,
    /// Header cells and captions of tables.
    pub(super) headers: usize,
}

impl Measure {
    pub(super) fn link_share(&self) -> f64 {
        if self.length == 0 { 0.0 } else { self.linked as f64 / self.length as f64 }
    }

    fn of(text: &str, linked: bool) -> Self {
        let mut measure = Self::default();
        for c in text.chars().filter(|c| !c.is_whitespace()) {
            measure.length += if c >= '\u{2E80}' { 2 } else { 1 };
            measure.marks +=
                usize::from(matches!(c, ',' | '.' | ';' | '!' | '?' | '،' | '؟' | '।' | '、' | '，' | '。'));
        }
        measure.linked = if linked { measure.length } else { 0 };
        measure.lines = usize::from(measure.length >= RUNNING);
        measure
    }

    fn add(&mut self, other: Self) {
        self.length += other.length;
        self.linked += other.linked;
        self.marks += other.marks;
        self.lines += other.lines;
        self.running += other.running;
        self.paragraphs += other.paragraphs;
        self.headers += other.headers;
    }

    fn judge(&mut self) {
        if self.length >= RUNNING && self.linked * 2 < self.length {
            self.running = self.length - self.linked;
            self.paragraphs = 1;
        }
    }
}

/// Measures of every node of a page.
pub(super) struct Measures {
    own: Vec<Measure>,
    all: Vec<Measure>,
    owners: Vec<usize>,
    inside: Vec<usize>,
}

impl Measures {
    pub(super) fn of(tree: &Tree, dropped: &Dropped) -> Self {
        let mut own = vec![Measure::default(); tree.len()];
        let mut owners = vec![0; tree.len()];
        let mut in_link = vec![false; tree.len()];
        let mut inside = vec![0; tree.len()];
        for node in tree.shown(0, dropped) {
            let parent = tree.parent(node);
            let owner = owners.get(parent).copied().unwrap_or_default();
            let linked = in_link.get(parent).copied().unwrap_or_default();
            let name = tree.name(node);
            let is_link = name == "a" && tree.attribute(node, Attribute::Href).is_some_and(|it| !it.starts_with('#'));
            set(&mut owners, node, if display(name).is_block() { node } else { owner });
            set(&mut in_link, node, linked || is_link);
            if let (Some(text), Some(measure)) = (tree.text(node), own.get_mut(owner)) {
                let text = Measure::of(text, linked);
                measure.add(text);
                set(&mut inside, node, text.length);
            }
            if let Some(measure) = own.get_mut(node).filter(|_| matches!(name, "th" | "caption")) {
                measure.headers = 1;
            }
        }
        own.iter_mut().for_each(Measure::judge);
        let mut all = own.clone();
        for node in (1..tree.len()).rev() {
            let (measure, length) =
                (all.get(node).copied().unwrap_or_default(), inside.get(node).copied().unwrap_or_default());
            if let (Some(all), Some(inside)) = (all.get_mut(tree.parent(node)), inside.get_mut(tree.parent(node))) {
                all.add(measure);
                *inside += length;
            }
        }
        Self { own, all, owners, inside }
    }

    /// Length of the text in a node, of whatever kind it is.
    pub(super) fn inside(&self, node: usize) -> usize {
        self.inside.get(node).copied().unwrap_or_default()
    }

    /// What stands directly in a block and its inline elements; nothing for a node that is no block.
    pub(super) fn own(&self, node: usize) -> Measure {
        self.own.get(node).copied().unwrap_or_default()
    }

    /// What stands in blocks at and below a node.
    pub(super) fn all(&self, node: usize) -> Measure {
        self.all.get(node).copied().unwrap_or_default()
    }

    /// The block that a node is, or stands directly in.
    pub(super) fn owner(&self, node: usize) -> usize {
        self.owners.get(node).copied().unwrap_or_default()
    }
}

fn set<T>(values: &mut [T], at: usize, value: T) {
    if let Some(place) = values.get_mut(at) {
        *place = value;
    }
}
