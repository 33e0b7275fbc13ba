//! What an element's own names say about it: words of id, class, role and the like, as sites all over use them.

use super::tree::Tree;
use crate::text::html::Attribute;

/// The names of an article's own text.
#[rustfmt::skip]
const BODY: [&str; 31] = [
    "articlebody", "article body", "article content", "article copy", "article text", "articlecontent", "articletext",
    "blog content", "body copy", "body text", "content body", "entry content", "entry text", "main content", "news body",
    "news content", "news text", "page content", "parser output", "post body", "post content", "post entry", "post text",
    "postbody", "postcontent", "story body", "story content", "story text", "storybody", "storytext", "text content",
];
/// The names of what an article stands in.
const ARTICLE: [&str; 12] =
    ["article", "blog", "body", "content", "entry", "hentry", "main", "news", "page", "post", "story", "text"];
/// The names of what is no part of an article, wherever it stands.
#[rustfmt::skip]
const OTHER: [&str; 92] = [
    "about author", "ad", "addthis", "ads", "adsbygoogle", "author bio", "author box", "author info", "authorbox", "banner ad",
    "bio", "biography", "byline", "carousel", "comment", "comments", "consent", "contentinfo", "cookie", "cookies",
    "copyright", "credit", "credits", "dfp", "editsection", "fb", "follow", "footer", "gallery", "gdpr", "keywords", "login",
    "masthead", "menu", "meta", "modal", "most popular", "most read", "nav", "navbar", "navigation", "next post", "ob widget",
    "outbrain", "pager", "pagination", "paywall", "popover", "popular", "popup", "print", "promo", "promoted", "promotion",
    "read more", "read next", "readmore", "recirc", "recirculation", "register", "replies", "respond", "rollover block",
    "rss", "reader text", "share", "sharebar", "sharedaddy", "shares", "sharing", "sidebar", "sign up", "signup", "skip",
    "slideshow", "social", "taboola", "tags", "teaser", "teasers", "timestamp", "toolbar", "tooltip", "trending",
    "post tags", "entry tags", "article tags", "breaking news", "dateline date", "publish date", "published date", "updated date",
];
/// Beginnings of such names.
const OTHER_STEMS: [&str; 9] =
    ["advert", "breadcrumb", "caption", "disqus", "newsletter", "recommend", "related", "sponsor", "subscri"];

/// The words of an element's names.
pub(super) struct Names(Vec<String>);

impl Names {
    pub(super) fn of(tree: &Tree, node: usize) -> Self {
        let sources = [
            Attribute::Id,
            Attribute::Class,
            Attribute::Role,
            Attribute::ItemProp,
            Attribute::Component,
            Attribute::TestId,
            Attribute::AriaLabel,
        ];
        let mut words = Vec::new();
        let values = sources.iter().filter_map(|it| tree.attribute(node, *it));
        let names = values.flat_map(|it| it.split_ascii_whitespace());
        names.filter(|it| !speaks_of_state(it)).for_each(|it| split(it, &mut words));
        Self(words)
    }

    /// The text of an article itself.
    pub(super) fn mean_body(&self) -> bool {
        self.any(&BODY)
    }

    /// What an article stands in.
    pub(super) fn mean_article(&self) -> bool {
        self.any(&ARTICLE)
    }

    /// No part of an article.
    pub(super) fn mean_other(&self) -> bool {
        !(self.has("embed") && self.has("social")) && self.is_other()
    }

    /// A hint that shows only when it is pointed at, or a tool.
    pub(super) fn mean_tip(&self) -> bool {
        self.any(&["editsection", "popover", "reader text", "rollover block", "sr only", "tooltip"])
    }

    fn is_other(&self) -> bool {
        self.any(&OTHER) || self.0.iter().any(|word| OTHER_STEMS.iter().any(|stem| word.starts_with(stem)))
    }

    /// The way on to other pages.
    pub(super) fn mean_onward(&self) -> bool {
        let stems = ["related", "recommend", "trending"];
        self.0.iter().any(|word| stems.iter().any(|stem| word.starts_with(stem)))
    }

    pub(super) fn has(&self, name: &str) -> bool {
        self.0.iter().any(|word| word == name)
    }

    fn any(&self, of: &[&str]) -> bool {
        let one = |word: &String| of.iter().any(|it| it == word);
        let two = |pair: &[String]| match pair {
            [first, second] => of.iter().any(|it| it.split_once(' ') == Some((first, second))),
            _ => false,
        };
        self.0.iter().any(one) || self.0.windows(2).any(two)
    }
}

/// Whether a name says how something is, or what it is filed under, not what it is: `has-sidebar`, `category-social`.
fn speaks_of_state(name: &str) -> bool {
    const STATES: [&str; 9] = ["category", "has", "is", "no", "not", "tag", "term", "with", "without"];
    name.split_once('-').is_some_and(|(first, _)| STATES.iter().any(|it| first.eq_ignore_ascii_case(it)))
}

/// Adds the words of a name, small: `postBody-main` is three.
fn split(name: &str, words: &mut Vec<String>) {
    let mut small = false;
    let mut word = String::new();
    for c in name.chars() {
        let apart = !c.is_alphanumeric() || (small && c.is_uppercase());
        if apart && !word.is_empty() {
            words.push(std::mem::take(&mut word));
        }
        if c.is_alphanumeric() {
            word.extend(c.to_lowercase());
        }
        small = c.is_lowercase();
    }
    if !word.is_empty() {
        words.push(word);
    }
}
