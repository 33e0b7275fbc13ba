//! What a page says about itself: OpenGraph, JSON-LD, citation and Dublin Core tags, and what HTML has for it.

mod dates;
mod linked;
mod titles;

use super::build;
use super::names::Names;
use super::tree::Tree;
use crate::text::html::Attribute;
use chrono::NaiveDate;
use linked::Linked;
use unic_langid::LanguageIdentifier;
use url::Url;

/// What a page says about itself, to prefill a source with; anything may be wrong or missing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct About {
    /// Without the site's name where it is certain to be one.
    pub title: Option<String>,
    /// The site or journal.
    pub publisher: Option<String>,
    /// Several are one line, with commas.
    pub author: Option<String>,
    /// As written there, in the page's own zone.
    pub published: Option<NaiveDate>,
    /// Never before `published`.
    pub modified: Option<NaiveDate>,
    /// A BCP 47 tag in its canonical letter case.
    pub language: Option<String>,
    /// Absolute, `http` or `https`, without a fragment.
    pub canonical: Option<String>,
}

/// Characters of a title or name that are kept.
const LONGEST: usize = 500;
const LONGEST_ADDRESS: usize = 2_000;
const MOST_AUTHORS: usize = 12;

/// Reads what a page says; `address` is where it came from, to make its links whole and to know its site by.
pub(super) fn read(tree: &Tree, address: Option<&str>) -> About {
    let said = Said::of(tree);
    let address = address.and_then(web);
    let canonical = canonical(&said, address.as_ref());
    let publisher = publisher(&said);
    let published = published(&said);
    About {
        title: titles::title(&said, publisher.as_deref(), address.as_ref()),
        author: author(&said),
        modified: modified(&said).filter(|it| published.is_none_or(|published| *it >= published)),
        language: language(&said),
        publisher,
        published,
        canonical,
    }
}

/// All that a page says, unjudged, in its order.
#[derive(Default)]
struct Said {
    /// Names in small letters, and contents.
    metas: Vec<(String, String)>,
    linked: Linked,
    title: Option<String>,
    heading: Option<String>,
    canonical: Option<String>,
    language: Option<String>,
    /// Elements marked as author, by `itemprop` or `rel`.
    authors: Vec<String>,
    /// Dates of `<time>`, with whether the element's names speak of publication.
    times: Vec<(NaiveDate, bool)>,
}

impl Said {
    fn of(tree: &Tree) -> Self {
        let mut said = Self { language: tree.attribute(0, Attribute::Lang).map(str::to_owned), ..Self::default() };
        let mut scripts = Vec::new();
        for node in 0..tree.len() {
            match tree.name(node) {
                "meta" => said.meta(tree, node),
                "link" => said.link(tree, node),
                "title" if said.title.is_none() => said.title = clean(&tree.inner_text(node)),
                "h1" if said.heading.is_none() => said.heading = clean(&short_text(tree, node)),
                "time" => said.time(tree, node),
                "script" if tree.attribute(node, Attribute::Type).is_some_and(|it| it.contains("ld+json")) => {
                    scripts.push(tree.inner_text(node));
                }
                "" => {}
                _ => said.marked(tree, node),
            }
        }
        said.linked = Linked::of(&scripts);
        said
    }

    fn meta(&mut self, tree: &Tree, node: usize) {
        let Some(content) = tree.attribute(node, Attribute::Content).map(str::trim).filter(|it| !it.is_empty()) else {
            return;
        };
        for name in [Attribute::Property, Attribute::Name, Attribute::ItemProp, Attribute::HttpEquiv] {
            if let Some(name) = tree.attribute(node, name) {
                self.metas.push((name.trim().to_lowercase(), content.to_owned()));
            }
        }
    }

    fn link(&mut self, tree: &Tree, node: usize) {
        let rel = tree.attribute(node, Attribute::Rel).unwrap_or_default();
        if self.canonical.is_none() && rel.split_ascii_whitespace().any(|it| it.eq_ignore_ascii_case("canonical")) {
            self.canonical = tree.attribute(node, Attribute::Href).map(str::to_owned);
        }
    }

    fn time(&mut self, tree: &Tree, node: usize) {
        let written = tree.attribute(node, Attribute::DateTime).map(str::to_owned);
        let written = written.unwrap_or_else(|| short_text(tree, node));
        let Some(date) = dates::date(&written) else { return };
        let names = Names::of(tree, node);
        match tree.attribute(node, Attribute::ItemProp) {
            Some(property) => self.metas.push((property.to_lowercase(), written)),
            None => self.times.push((date, names.has("published") || names.has("pubdate"))),
        }
    }

    /// An element that microdata or `rel` marks as the author or a date.
    fn marked(&mut self, tree: &Tree, node: usize) {
        let property = tree.attribute(node, Attribute::ItemProp).unwrap_or_default();
        let rel = tree.attribute(node, Attribute::Rel).unwrap_or_default();
        if property == "author" || rel.split_ascii_whitespace().any(|it| it == "author") {
            self.authors.extend(clean(&short_text(tree, node)).filter(|it| it.chars().count() <= 100));
        } else if matches!(property, "datePublished" | "dateModified") {
            let written = tree.attribute(node, Attribute::Content).or(tree.attribute(node, Attribute::DateTime));
            let written = written.map_or_else(|| short_text(tree, node), str::to_owned);
            self.metas.push((property.to_lowercase(), written));
        }
    }

    /// Contents of the tags of a name, those of the first names first.
    fn all<'a>(&'a self, names: &'a [&str]) -> impl Iterator<Item = &'a str> {
        names.iter().flat_map(|name| self.metas.iter().filter(move |it| it.0 == *name).map(|it| it.1.as_str()))
    }

    fn first(&self, names: &[&str]) -> Option<String> {
        self.all(names).find_map(clean)
    }
}

/// The text of a node, unless there is too much of it to be a name or a date.
fn short_text(tree: &Tree, node: usize) -> String {
    if tree.end(node) - node > 50 { String::new() } else { tree.inner_text(node) }
}

/// One line of visible characters, entities decoded; none when nothing is left.
fn clean(text: &str) -> Option<String> {
    let decoded = text.contains('&') && text.contains(';') && !text.contains('<');
    let decoded = if decoded { build::tree(text).map(|it| it.inner_text(0)) } else { None };
    let text = decoded.as_deref().unwrap_or(text);
    let spaced: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).filter(|it| !hides(*it)).collect();
    let line = spaced.split_whitespace().collect::<Vec<_>>().join(" ");
    let line: String = line.chars().take(LONGEST).collect();
    (!line.is_empty()).then_some(line)
}

/// Characters that show nothing, or turn around what stands beside them.
fn hides(c: char) -> bool {
    let marks = matches!(c, '\u{200B}' | '\u{200E}' | '\u{200F}' | '\u{FEFF}');
    marks || ('\u{202A}'..='\u{202E}').contains(&c) || ('\u{2066}'..='\u{2069}').contains(&c)
}

fn web(address: &str) -> Option<Url> {
    Url::parse(address.trim()).ok().filter(|it| matches!(it.scheme(), "http" | "https"))
}

fn canonical(said: &Said, address: Option<&Url>) -> Option<String> {
    let whole = |written: &str| {
        let written = written.trim();
        let mut url = web(written).or_else(|| {
            let joined = address?.join(written).ok()?;
            matches!(joined.scheme(), "http" | "https").then_some(joined)
        })?;
        url.set_fragment(None);
        let plain = url.username().is_empty() && url.password().is_none();
        (plain && url.as_str().len() <= LONGEST_ADDRESS && !written.is_empty()).then(|| url.to_string())
    };
    let written = said.canonical.as_deref().into_iter();
    written.chain(said.all(&["og:url"])).chain(said.linked.address.as_deref()).find_map(whole)
}

fn publisher(said: &Said) -> Option<String> {
    let journal = said.first(&["citation_journal_title"]);
    let site = journal.or_else(|| said.first(&["og:site_name"])).or_else(|| said.linked.publisher.clone());
    let other = || said.first(&["citation_publisher", "dc.publisher", "dcterms.publisher", "publisher"]);
    let named = site.or_else(other).or_else(|| said.linked.site.clone()).or_else(|| said.first(&["application-name"]));
    named.filter(|it| !is_address(it))
}

fn author(said: &Said) -> Option<String> {
    const PEOPLE: [&[&str]; 4] = [
        &["citation_author", "citation_authors"],
        &["author", "article:author", "og:article:author"],
        &["dc.creator", "dcterms.creator", "dc.contributor"],
        &["parsely-author", "sailthru.author", "byl"],
    ];
    let tagged = |names: &[&str]| people(said.all(names));
    let cited = PEOPLE.first().and_then(|it| tagged(it));
    let linked = || people(said.linked.authors.iter().map(String::as_str));
    let marked = || people(said.authors.iter().map(String::as_str));
    cited.or_else(linked).or_else(|| PEOPLE.iter().skip(1).find_map(|it| tagged(it))).or_else(marked)
}

/// Names in one line, each once.
fn people<'a>(written: impl Iterator<Item = &'a str>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    for name in written.filter_map(clean) {
        let bare = ["By ", "by ", "BY "].iter().find_map(|it| name.strip_prefix(it)).unwrap_or(&name).trim().to_owned();
        let year = bare.split(|c: char| !c.is_ascii_digit()).any(|it| it.len() == 4);
        if !bare.is_empty() && !year && !is_address(&bare) && !names.contains(&bare) && names.len() < MOST_AUTHORS {
            names.push(bare);
        }
    }
    clean(&names.join(", "))
}

fn is_address(name: &str) -> bool {
    name.contains("://") || name.starts_with("www.") || name.starts_with("//") || name.starts_with('@')
}

#[rustfmt::skip]
const PUBLISHED: [&str; 22] = [
    "article:published_time", "og:article:published_time", "datepublished", "citation_publication_date", "citation_date",
    "citation_online_date", "dcterms.issued", "dc.date.issued", "dcterms.date", "dc.date", "dcterms.created", "dc.date.created",
    "article.published", "article_date_original", "cxenseparse:recs:publishtime", "date", "datecreated", "parsely-pub-date", "pubdate",
    "publish-date", "publishdate", "sailthru.date",
];
#[rustfmt::skip]
const MODIFIED: [&str; 9] = [
    "article:modified_time", "og:article:modified_time", "datemodified", "og:updated_time", "dcterms.modified", "dc.date.modified",
    "article.updated", "last-modified", "lastmod",
];

fn published(said: &Said) -> Option<NaiveDate> {
    let tagged = || said.all(&PUBLISHED).find_map(dates::date);
    let marked = || said.times.iter().find(|it| it.1).map(|it| it.0);
    let only = || {
        let first = said.times.first()?.0;
        said.times.iter().all(|it| it.0 == first).then_some(first)
    };
    said.linked.published.or_else(tagged).or_else(marked).or_else(only)
}

fn modified(said: &Said) -> Option<NaiveDate> {
    said.linked.modified.or_else(|| said.all(&MODIFIED).find_map(dates::date))
}

fn language(said: &Said) -> Option<String> {
    let tags = [
        "content-language",
        "og:locale",
        "dc.language",
        "dcterms.language",
        "citation_language",
        "inlanguage",
        "language",
    ];
    let tagged = said.all(&tags);
    said.language.as_deref().into_iter().chain(said.linked.language.as_deref()).chain(tagged).find_map(tag)
}

/// A language tag in its canonical form.
fn tag(written: &str) -> Option<String> {
    let first = written.split([',', ';']).next()?.trim();
    let language: LanguageIdentifier = first.parse().ok()?;
    let known = (2..=3).contains(&language.language.as_str().len());
    (known && !matches!(language.language.as_str(), "und" | "mul" | "zxx")).then(|| language.to_string())
}
