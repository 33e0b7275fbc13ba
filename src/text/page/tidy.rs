//! Paragraphs that stand among an article's own and say nothing of it: labels, links onward, datelines, calls.

use super::measure::{Measure, Measures};
use super::names::Names;
use super::tree::{Dropped, Tree};
use crate::text::html::{Attribute, is_heading};

/// Siblings that a heading can stand over.
const LONGEST_SECTION: usize = 200;
/// Paragraphs at the end among which a site speaks to its readers.
const LAST: usize = 5;

/// A paragraph with its text in one line.
struct Block {
    node: usize,
    text: String,
    own: Measure,
    heading: bool,
}

impl Block {
    fn is_running(&self) -> bool {
        !self.heading && self.own.paragraphs > 0
    }

    fn ends_sentence(&self) -> bool {
        let closed = self.text.trim_end_matches(['"', '”', '’', '\'', ')', '»']);
        closed.ends_with(['.', '!', '?', '。', '…', '।', '؟', ':'])
    }
}

/// Drops single lines that are no text of the article, and headings that nothing stands under any more.
pub(super) fn drop_lines(tree: &Tree, top: usize, dropped: &mut Dropped) {
    let mut blocks = blocks(tree, top, dropped);
    let titles = titles(tree);
    let begins = blocks.iter().position(Block::is_running).unwrap_or(3);
    let mut at = 0;
    blocks.retain(|block| {
        let leads =
            at < begins && (is_dateline(block) || is_byline(&block.text) || titles.contains(&plain(&block.text)));
        let drop = leads || leads_on(tree, block) || is_label(&block.text);
        at += 1;
        if drop {
            dropped.add(block.node);
        }
        !drop
    });
    let last = blocks.len().saturating_sub(LAST).max(1);
    let calling = blocks.iter().skip(last).filter(|it| calls(&it.text)).map(|it| it.node).collect::<Vec<_>>();
    blocks.retain(|it| !calling.contains(&it.node));
    let left = blocks.iter().rev().take_while(|it| it.heading).map(|it| it.node);
    let text_left = blocks.iter().any(|it| !it.heading);
    calling.iter().copied().chain(left.filter(|_| text_left)).for_each(|it| dropped.add(it));
}

/// Drops what stands under a heading like "Related", up to the next heading.
pub(super) fn drop_onward_sections(tree: &Tree, visible: &Measures, top: usize, dropped: &mut Dropped) {
    let mut before = 0;
    for node in top + 1..tree.end(top) {
        let own = visible.own(node);
        before += own.running;
        if own.length == 0 || own.length > 60 || before < 200 || visible.all(node).length != own.length {
            continue;
        }
        let named = is_heading(tree.name(node)) && Names::of(tree, node).mean_onward();
        if !named && !is_onward(&tree.inner_text(node)) {
            continue;
        }
        let end = tree.end(tree.parent(node));
        let section = std::iter::successors(Some(tree.end(node)), |it| Some(tree.end(*it)));
        let section: Vec<usize> =
            section.take_while(|it| *it < end && !is_heading(tree.name(*it))).take(LONGEST_SECTION).collect();
        let of = |measure: fn(Measure) -> usize| section.iter().map(|it| measure(visible.all(*it))).sum::<usize>();
        if named || of(|it| it.linked) * 10 > of(|it| it.length) * 3 {
            section.iter().chain([&node]).for_each(|it| dropped.add(*it));
        }
    }
}

/// The blocks that hold no others, in order.
fn blocks(tree: &Tree, top: usize, dropped: &Dropped) -> Vec<Block> {
    let measures = Measures::of(tree, dropped);
    let mut blocks: Vec<Block> = Vec::new();
    let is_leaf = |it: usize| it != top && measures.all(it).length == measures.own(it).length;
    let texts = tree.shown(top, dropped).filter_map(|it| Some((measures.owner(it), tree.text(it)?)));
    for (node, text) in texts.filter(|it| is_leaf(it.0)) {
        match blocks.last_mut() {
            Some(block) if block.node == node => block.text.push_str(text),
            _ => {
                let heading = is_heading(tree.name(node));
                blocks.push(Block { node, text: text.to_owned(), own: measures.own(node), heading });
            }
        }
    }
    blocks.iter_mut().for_each(|it| it.text = it.text.split_whitespace().collect::<Vec<_>>().join(" "));
    blocks.retain(|it| !it.text.is_empty());
    blocks
}

/// What the page gives as its title, as letters only.
fn titles(tree: &Tree) -> Vec<String> {
    let title = |node: usize| match tree.name(node) {
        "title" | "h1" if tree.end(node) - node < 50 => Some(plain(&tree.inner_text(node))),
        "meta" if tree.attribute(node, Attribute::Property) == Some("og:title") => {
            tree.attribute(node, Attribute::Content).map(plain)
        }
        _ => None,
    };
    (0..tree.len()).filter_map(title).filter(|it| it.len() > 10).take(4).collect()
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// A line with a date and little else.
fn is_dateline(block: &Block) -> bool {
    let numbers = || block.text.split(|c: char| !c.is_ascii_digit()).filter(|it| !it.is_empty());
    let is_year = |it: &str| it.len() == 4 && (it.starts_with("19") || it.starts_with("20"));
    let short = block.text.chars().count() < 100 && !block.heading && !block.ends_sentence();
    short && numbers().any(is_year) && numbers().count() > 1
}

fn is_byline(text: &str) -> bool {
    const BY: [&str; 6] = ["By ", "by ", "BY ", "Por ", "Par ", "Von "];
    text.chars().count() < 60 && BY.iter().any(|it| text.starts_with(it)) && !text.ends_with('.')
}

/// A paragraph that is a link to another page, with no more than a label before it.
fn leads_on(tree: &Tree, block: &Block) -> bool {
    let own = block.own;
    let is_title = (20..300).contains(&own.length) && block.text.split(' ').count() > 4 && !block.ends_sentence();
    is_title && own.link_share() > 0.6 && !matches!(tree.name(block.node), "td" | "th" | "caption")
}

/// Words that stand alone where something else was.
fn is_label(text: &str) -> bool {
    #[rustfmt::skip]
    const LABELS: [&str; 26] = [
        "ad", "advert", "advertisement", "advertisements", "anzeige", "back to gallery", "caption", "close", "comments",
        "don't miss", "enlarge image", "loading", "publicidad", "publicidade", "publicité", "read also", "read more", "related",
        "share", "share this", "sharing is caring", "sponsored", "story continues below", "view gallery", "you may also like", "реклама",
    ];
    if text.len() > 60 {
        return false;
    }
    let small = text.to_lowercase().replace('’', "'");
    let words = small.trim_matches(|c: char| !c.is_alphanumeric());
    let picture = || ["image ", "photo ", "slide "].iter().find_map(|it| words.strip_prefix(it));
    LABELS.contains(&words)
        || picture()
            .is_some_and(|it| it.split([' ', '/']).all(|it| it == "of" || it.bytes().all(|b| b.is_ascii_digit())))
}

/// What a site says to its readers under an article.
fn calls(text: &str) -> bool {
    #[rustfmt::skip]
    const CALLS: [&str; 14] = [
        "click here to", "contributed to this report", "editing by", "follow her", "follow him", "follow me", "follow us",
        "full coverage", "have a tip", "in your inbox", "newsletter", "reporting by", "sign up", "subscribe",
    ];
    let small = text.to_lowercase();
    small.chars().count() < 300 && CALLS.iter().any(|it| small.contains(it))
}

/// Whether a heading leads on to other pages.
fn is_onward(text: &str) -> bool {
    #[rustfmt::skip]
    const ONWARD: [&str; 30] = [
        "don't miss", "latest news", "latest stories", "lea también", "leave a comment", "leave a reply", "leggi anche", "leia também",
        "lesen sie auch", "lire aussi", "mehr zum thema", "more from", "more great", "more on this", "more stories", "most popular",
        "most read", "our latest", "popular on", "read more", "read next", "recommended", "related", "te puede interesar", "trending",
        "você pode gostar", "you may also like", "you might also like", "à lire aussi", "читайте также",
    ];
    let small = text.trim().to_lowercase().replace('’', "'");
    ONWARD.iter().any(|it| small.starts_with(it))
}
