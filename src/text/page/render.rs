//! What a reader sees of a part of a page.

use super::tree::{Dropped, Tree};
use crate::text::html::{Flow, display};

/// The text of a node and what is in it, without what is dropped.
pub(super) fn text(tree: &Tree, top: usize, dropped: &Dropped) -> String {
    let mut flow = Flow::default();
    let mut open: Vec<usize> = Vec::new();
    for node in tree.shown(top, dropped) {
        while let Some(done) = open.pop_if(|it| tree.end(*it) <= node) {
            flow.close(display(tree.name(done)));
        }
        match tree.text(node) {
            Some(text) => flow.text(&text.replace(['\u{AD}', '\u{200B}', '\u{FEFF}'], "")),
            None => {
                flow.open(display(tree.name(node)));
                open.push(node);
            }
        }
    }
    flow.finish()
}
