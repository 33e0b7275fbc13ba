//! A page as a tree in one row: parents stand before their children, and an element's inside is a range. Nothing here
//! nests deeper than [`DEEPEST`], and nothing recurses.

use crate::text::html::Attribute;
use html5ever::LocalName;
use std::ops::Range;

/// Open elements at one place; what opens below is kept, side by side.
pub(super) const DEEPEST: usize = 256;
/// Elements and texts of a page; a page of more is none to read as a tree.
const MOST_NODES: usize = 500_000;

/// Nodes that are not shown, each with all that is in it.
#[derive(Debug, Clone)]
pub(super) struct Dropped(Vec<bool>);

impl Dropped {
    pub(super) fn new(dropped: Vec<bool>) -> Self {
        Self(dropped)
    }

    pub(super) fn has(&self, node: usize) -> bool {
        self.0.get(node).copied().unwrap_or_default()
    }

    pub(super) fn add(&mut self, node: usize) {
        if let Some(dropped) = self.0.get_mut(node) {
            *dropped = true;
        }
    }
}

#[derive(Debug)]
struct Node {
    /// Empty for a text.
    name: LocalName,
    parent: usize,
    end: usize,
    text: Range<usize>,
    attributes: Range<usize>,
}

/// The page; node 0 is the whole.
#[derive(Debug)]
pub(super) struct Tree {
    nodes: Vec<Node>,
    attributes: Vec<(Attribute, Range<usize>)>,
    /// Texts and values of attributes, one after the other.
    characters: String,
}

impl Tree {
    pub(super) fn new() -> Self {
        let mut tree = Self { nodes: Vec::new(), attributes: Vec::new(), characters: String::new() };
        tree.push(LocalName::from("html"), 0, &[]);
        tree
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    pub(super) fn is_full(&self) -> bool {
        self.nodes.len() >= MOST_NODES
    }

    /// The name of an element; empty for a text.
    pub(super) fn name(&self, node: usize) -> &str {
        self.nodes.get(node).map_or("", |it| &*it.name)
    }

    pub(super) fn parent(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(0, |it| it.parent)
    }

    /// Where the inside of a node ends: the first node behind it.
    pub(super) fn end(&self, node: usize) -> usize {
        self.nodes.get(node).map_or(node + 1, |it| it.end)
    }

    pub(super) fn text(&self, node: usize) -> Option<&str> {
        let node = self.nodes.get(node).filter(|it| it.name.is_empty())?;
        self.characters.get(node.text.clone())
    }

    pub(super) fn attribute(&self, node: usize, attribute: Attribute) -> Option<&str> {
        let range = self.nodes.get(node)?.attributes.clone();
        let (_, value) = self.attributes.get(range)?.iter().find(|(name, _)| *name == attribute)?;
        self.characters.get(value.clone())
    }

    /// The nodes directly inside a node.
    pub(super) fn children(&self, node: usize) -> impl Iterator<Item = usize> {
        let end = self.end(node);
        std::iter::successors(Some(node + 1), |&child| Some(self.end(child))).take_while(move |&child| child < end)
    }

    /// The node's parent, its parent's, and so on to the whole.
    pub(super) fn ancestors(&self, node: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(node), |&it| (it > 0).then(|| self.parent(it))).skip(1)
    }

    /// A node and all in it, in order, without what is dropped.
    pub(super) fn shown(&self, top: usize, dropped: &Dropped) -> impl Iterator<Item = usize> {
        let kept = move |mut node: usize| {
            while dropped.has(node) {
                node = self.end(node);
            }
            (node < self.end(top)).then_some(node)
        };
        std::iter::successors(kept(top), move |node| kept(node + 1))
    }

    /// All text inside a node, as it stands in the source.
    pub(super) fn inner_text(&self, node: usize) -> String {
        (node..self.end(node)).filter_map(|it| self.text(it)).collect()
    }

    /// Adds an element and tells its number; it stays open until [`Tree::close`].
    pub(super) fn push(&mut self, name: LocalName, parent: usize, attributes: &[(Attribute, &str)]) -> usize {
        let begun = self.attributes.len();
        for (attribute, value) in attributes {
            let value = self.keep(value);
            self.attributes.push((*attribute, value));
        }
        self.node(name, parent, 0..0, begun..self.attributes.len())
    }

    pub(super) fn push_text(&mut self, parent: usize, text: &str) {
        let place = self.keep(text);
        let next = self.nodes.len();
        match self.nodes.last_mut() {
            Some(last) if last.name.is_empty() && last.parent == parent && last.text.end == place.start => {
                last.text.end = place.end;
            }
            _ => _ = self.node(LocalName::from(""), parent, place, next..next),
        }
    }

    /// Attributes of a second `<html>` or `<body>`; the first of each stands.
    pub(super) fn add_attributes(&mut self, node: usize, attributes: &[(Attribute, &str)]) {
        let mut all: Vec<(Attribute, String)> =
            attributes.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        all.retain(|(name, _)| self.attribute(node, *name).is_none());
        let range = self.nodes.get(node).map_or(0..0, |it| it.attributes.clone());
        let begun = self.attributes.len();
        let mut known = self.attributes.get(range).unwrap_or_default().to_vec();
        self.attributes.append(&mut known);
        for (attribute, value) in &all {
            let value = self.keep(value);
            self.attributes.push((*attribute, value));
        }
        let end = self.attributes.len();
        if let Some(node) = self.nodes.get_mut(node).filter(|_| !all.is_empty()) {
            node.attributes = begun..end;
        } else {
            self.attributes.truncate(begun);
        }
    }

    pub(super) fn close(&mut self, node: usize) {
        let end = self.nodes.len();
        if let Some(node) = self.nodes.get_mut(node) {
            node.end = end;
        }
    }

    fn keep(&mut self, text: &str) -> Range<usize> {
        let begun = self.characters.len();
        self.characters.push_str(text);
        begun..self.characters.len()
    }

    fn node(&mut self, name: LocalName, parent: usize, text: Range<usize>, attributes: Range<usize>) -> usize {
        let number = self.nodes.len();
        self.nodes.push(Node { name, parent, end: number + 1, text, attributes });
        number
    }
}
