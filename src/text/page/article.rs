//! Which part of a page is its article, and what in it is not.

use super::choose;
use super::measure::Measures;
use super::names::Names;
use super::tree::{Dropped, Tree};
use super::{render, tidy};
use crate::text::html::{Attribute, display};

/// A part that holds more of the page's running text than this, in tenths, is never taken for something beside it.
const MOST_TENTHS: usize = 4;
/// An article shorter than this and next to nothing of its page is none: a table or a list is what is read there.
const SHORT: usize = 400;

/// The text of the article, or all visible text where nothing looks like one.
pub(super) fn text(tree: &Tree) -> String {
    let hidden = hidden(tree);
    let visible = Measures::of(tree, &hidden);
    let mut dropped = hidden.clone();
    drop_others(tree, &visible, &mut dropped);
    let measures = Measures::of(tree, &dropped);
    let whole = || render::text(tree, 0, &hidden);
    let Some(best) = choose::best(tree, &measures) else { return whole() };
    let top = choose::with_siblings(tree, &measures, choose::with_peers(tree, &measures, best), &mut dropped);
    drop_links(tree, top, &mut dropped);
    tidy::drop_onward_sections(tree, &visible, top, &mut dropped);
    tidy::drop_lines(tree, top, &mut dropped);
    let found = render::text(tree, top, &dropped);
    let page = visible.all(0);
    if found.len() < SHORT && found.len() * 5 < page.length.saturating_sub(page.linked) || found.is_empty() {
        return whole();
    }
    found
}

/// What no reader sees. A page that hides most of itself shows it by a script: there, being hidden says nothing.
fn hidden(tree: &Tree) -> Dropped {
    let mut dropped = Dropped::new((0..tree.len()).map(|it| is_machinery(tree.name(it))).collect());
    let measures = Measures::of(tree, &dropped);
    let whole = measures.all(0).length;
    for node in 1..tree.len() {
        if is_hidden(tree, node) && measures.inside(node) * 2 <= whole {
            dropped.add(node);
        }
    }
    dropped
}

/// Never text of the page, whatever it holds.
#[rustfmt::skip]
fn is_machinery(name: &str) -> bool {
    matches!(
        name,
        "applet" | "audio" | "canvas" | "datalist" | "embed" | "frameset" | "head" | "iframe" | "input" | "map"
            | "math-field" | "meter" | "noembed" | "noframes" | "noscript" | "object" | "option" | "progress" | "script"
            | "select" | "style" | "svg" | "template" | "textarea" | "title" | "video" | "xmp"
    )
}

fn is_hidden(tree: &Tree, node: usize) -> bool {
    let attribute = |it| tree.attribute(node, it);
    let style = attribute(Attribute::Style).unwrap_or_default().to_ascii_lowercase().replace(' ', "");
    attribute(Attribute::Hidden).is_some_and(|it| !it.eq_ignore_ascii_case("until-found"))
        || attribute(Attribute::AriaHidden) == Some("true")
        || style.contains("display:none")
        || style.contains("visibility:hidden")
}

/// Drops what is by its kind or its names no part of an article.
fn drop_others(tree: &Tree, measures: &Measures, dropped: &mut Dropped) {
    let whole = measures.all(0).running;
    for node in 1..tree.len() {
        let name = tree.name(node);
        if name.is_empty() || measures.all(node).running * 10 > whole * MOST_TENTHS {
            continue;
        }
        let names = || Names::of(tree, node);
        if name == "main" || tree.attribute(node, Attribute::ItemProp) == Some("articleBody") {
            continue;
        }
        let other = is_beside(name) || (name != "blockquote" && names().mean_other());
        if other && (!is_in_sentence(tree, measures, node) || names().mean_tip()) {
            dropped.add(node);
        }
    }
}

fn is_beside(name: &str) -> bool {
    matches!(name, "aside" | "button" | "dialog" | "figcaption" | "footer" | "form" | "label" | "nav" | "time")
}

/// Whether a node is a few words of a longer paragraph, which would read wrong without them.
fn is_in_sentence(tree: &Tree, measures: &Measures, node: usize) -> bool {
    if display(tree.name(node)).is_block() {
        return false;
    }
    let own = measures.own(measures.owner(node));
    own.running > 0 && measures.all(node).paragraphs == 0 && measures.inside(node) * 2 < own.length
}

/// Drops what is links and little else, the headline, and links that stand as paragraphs.
fn drop_links(tree: &Tree, top: usize, dropped: &mut Dropped) {
    let measures = Measures::of(tree, dropped);
    let whole = measures.all(top);
    for node in top..tree.end(top) {
        let all = measures.all(node);
        let drop = match tree.name(node) {
            "h1" => true,
            "table" if all.headers > 0 => false,
            "ul" | "ol" | "div" | "section" | "table" => all.link_share() > 0.7 && all.running * 10 < whole.running,
            "p" => all.length > 20 && all.linked == all.length,
            _ => false,
        };
        if drop {
            dropped.add(node);
        }
    }
}
