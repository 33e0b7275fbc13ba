//! Where on a page most of the paragraphs stand near each other.

use super::measure::{Measure, Measures};
use super::names::Names;
use super::tree::{Dropped, Tree};
use crate::text::html::{Attribute, is_heading};

/// How far up a paragraph speaks for what holds it.
const LEVELS: usize = 6;
/// What is marked as the article is taken when it holds this many tenths of the running text of its best part.
const MORE_TENTHS: usize = 13;

/// The node whose paragraphs weigh most, the nearer the more; none where no text runs.
pub(super) fn best(tree: &Tree, measures: &Measures) -> Option<usize> {
    let mut scores = vec![0.0; tree.len()];
    for node in 0..tree.len() {
        let own = measures.own(node);
        let name = tree.name(node);
        if own.paragraphs == 0 || is_heading(name) {
            continue;
        }
        let is_paragraph = matches!(name, "p" | "pre" | "td" | "blockquote" | "li" | "dd");
        let holder = if is_paragraph { tree.parent(node) } else { node };
        for (level, above) in std::iter::once(holder).chain(tree.ancestors(holder)).enumerate().take(LEVELS) {
            let share = match level {
                0 => 1.0,
                1 => 0.5,
                level => 1.0 / (level as f64 * 3.0),
            };
            if let Some(sum) = scores.get_mut(above) {
                *sum += weight(own) * share;
            }
        }
    }
    let found = scores.iter().enumerate().filter(|it| *it.1 > 0.0);
    let weighed = found.map(|(node, score)| (node, score * likelihood(tree, measures, node)));
    weighed.max_by(|one, other| one.1.total_cmp(&other.1)).map(|it| it.0)
}

/// What a paragraph, or several with only line breaks between, counts.
fn weight(own: Measure) -> f64 {
    let lines = own.lines.max(1) as f64;
    let length = own.length as f64;
    let score = lines + (own.marks as f64).min(length / 30.0) + (length / 100.0).min(3.0 * lines);
    score * (1.0 - own.link_share())
}

fn likelihood(tree: &Tree, measures: &Measures, node: usize) -> f64 {
    let names = Names::of(tree, node);
    let named = match tree.name(node) {
        _ if names.mean_body() => 1.6,
        "article" | "main" => 1.3,
        _ if names.mean_article() => 1.2,
        _ => 1.0,
    };
    let other = if names.mean_other() { 0.3 } else { 1.0 };
    named * other * (1.0 - measures.all(node).link_share())
}

/// The node, or what holds it and the others of its kind: an article may be cut in pieces for what stands between.
pub(super) fn with_peers(tree: &Tree, measures: &Measures, top: usize) -> usize {
    let marked =
        |it: &usize| tree.name(*it) == "article" || tree.attribute(*it, Attribute::ItemProp) == Some("articleBody");
    let has = measures.all(top).running;
    let around = tree.ancestors(top).find(marked).filter(|_| !marked(&top));
    if let Some(article) = around.filter(|it| measures.all(*it).running * 10 > has * MORE_TENTHS) {
        return article;
    }
    let class = tree.attribute(top, Attribute::Class).unwrap_or_default().trim();
    if class.is_empty() || tree.name(top) == "article" {
        return top;
    }
    let whole = tree.ancestors(top).find(|it| matches!(tree.name(*it), "article" | "main")).unwrap_or(top);
    let is_peer = |it: &usize| {
        let same =
            tree.name(*it) == tree.name(top) && tree.attribute(*it, Attribute::Class).map(str::trim) == Some(class);
        same && measures.all(*it).running * 8 > has && measures.all(*it).link_share() < 0.25
    };
    let mut peers = (whole..tree.end(whole)).filter(is_peer);
    let Some(first) = peers.next() else { return top };
    let last = peers.next_back().unwrap_or(first);
    let around = |it: &usize| *it <= first && tree.end(*it) > last;
    std::iter::once(top).chain(tree.ancestors(top)).find(around).unwrap_or(top)
}

/// The node's parent, without what beside the node does not read like more of the article.
pub(super) fn with_siblings(tree: &Tree, measures: &Measures, top: usize, dropped: &mut Dropped) -> usize {
    if top == 0 {
        return top;
    }
    let parent = tree.parent(top);
    let mut near = std::iter::once(parent).chain(tree.ancestors(parent)).take(3);
    let in_body = near.any(|it| it > 0 && Names::of(tree, it).mean_body());
    let enough = measures.all(top).running.min(1200) / 8;
    for child in tree.children(parent).filter(|it| *it != top) {
        let all = measures.all(child);
        let joins = match tree.name(child) {
            "" => true,
            "p" | "blockquote" => all.link_share() < 0.25 && (all.length > 60 || all.marks > 0),
            "table" if all.headers > 0 => true,
            name if is_heading(name) => name != "h1",
            _ if in_body => all.link_share() < 0.25,
            _ => all.link_share() < 0.2 && (all.running > enough || all.headers > 3),
        };
        if !joins {
            dropped.add(child);
        }
    }
    parent
}
