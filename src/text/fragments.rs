//! Links that open a page at a passage: text fragments, `#:~:text=…`. Whoever follows one gets the first match, so what is
//! made here is tried on the text first. A browser matches a term within one block only and we know blocks as lines, so
//! no term reaches over a line end or a tab.

mod page;
mod places;

use std::ops::Range;

use page::{Found, Page};
use places::Places;

/// Passages from this many code points on are named by their first and last words.
const EXACT_BELOW: usize = 300;
/// Passages of this many words or fewer get context even where they stand alone.
const FEW_WORDS: usize = 3;
/// Words that a term of a range, or a term of context, is tried with.
const WORDS: [usize; 4] = [4, 8, 16, 32];
const CONTEXT: [usize; 5] = [2, 4, 8, 16, 32];
/// A longer term than this, in code points, makes no address that anybody can pass on.
const LONGEST: usize = 600;

/// The parts of a directive, as bytes of the text.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
struct Terms {
    prefix: Option<Range<usize>>,
    start: Range<usize>,
    end: Option<Range<usize>>,
    suffix: Option<Range<usize>>,
}

/// The directive `text=[prefix-,]start[,end][,-suffix]` for the passage between two code points, which grows to whole
/// words. None for an empty passage, and where no directive leads to the passage: it repeats too evenly, or a word is
/// longer than a link. Linear in the text.
pub fn fragment(text: &str, start: usize, end: usize) -> Option<String> {
    let places = Places::of(text, start, end)?;
    let page = Page::new(text, &places.passage)?;
    let mut second_best = None;
    for terms in candidates(&places) {
        match page.find(&terms) {
            Found::Only => return written(text, &terms),
            Found::First if second_best.is_none() => second_best = Some(terms),
            _ => {}
        }
    }
    written(text, &second_best?)
}

/// The address that opens a page at a passage; an `#id` it has already stays, for browsers that do not know the passage.
pub fn link(url: &str, fragment: &str) -> String {
    let (page, id) = url.split_once('#').unwrap_or((url, ""));
    let id = id.split_once(":~:").map_or(id, |(id, _)| id);
    match (fragment.is_empty(), id.is_empty()) {
        (true, true) => page.to_owned(),
        (true, false) => format!("{page}#{id}"),
        (false, _) => format!("{page}#{id}:~:{fragment}"),
    }
}

/// What is tried, the shortest first.
fn candidates(places: &Places) -> Vec<Terms> {
    let passage = places.passage.clone();
    let exact = places.text.get(passage.clone()).is_some_and(|it| it.chars().count() < EXACT_BELOW);
    if exact && places.is_one_line() {
        let plain = Terms { start: passage, ..Terms::default() };
        let contexts = with_contexts(places, &plain);
        return match places.has_at_most(FEW_WORDS) {
            true => contexts.into_iter().chain([plain]).collect(),
            false => [plain].into_iter().chain(contexts).collect(),
        };
    }
    let mut words: Vec<(usize, usize)> = WORDS.iter().flat_map(|&first| WORDS.map(|last| (first, last))).collect();
    words.sort_by_key(|(first, last)| first + last);
    let mut found: Vec<Terms> = Vec::new();
    for (start, end) in words.into_iter().filter_map(|(first, last)| places.ends(first, last)) {
        let terms = Terms { start, end: Some(end), ..Terms::default() };
        if !found.contains(&terms) {
            found.push(terms);
        }
    }
    let contexts = found.last().map(|longest| with_contexts(places, longest)).unwrap_or_default();
    found.into_iter().chain(contexts).collect()
}

/// The terms with words around them: of the passage's own lines first, then of its neighbours.
fn with_contexts(places: &Places, terms: &Terms) -> Vec<Terms> {
    let mut found: Vec<Terms> = Vec::new();
    for (neighbours, words) in [false, true].iter().flat_map(|&it| CONTEXT.map(|words| (it, words))) {
        let prefix = places.before(words, neighbours);
        let suffix = places.after(words, neighbours);
        let sides = [(prefix.clone(), None), (None, suffix.clone()), (prefix, suffix)];
        for (prefix, suffix) in sides {
            let terms = Terms { prefix, suffix, ..terms.clone() };
            if (terms.prefix.is_some() || terms.suffix.is_some()) && !found.contains(&terms) {
                found.push(terms);
            }
        }
    }
    found
}

fn written(text: &str, terms: &Terms) -> Option<String> {
    let term =
        |range: &Range<usize>| text.get(range.clone()).filter(|it| it.chars().take(LONGEST + 1).count() <= LONGEST);
    let mut directive = "text=".to_owned();
    if let Some(prefix) = &terms.prefix {
        directive += &encoded(term(prefix)?);
        directive += "-,";
    }
    directive += &encoded(term(&terms.start)?);
    if let Some(end) = &terms.end {
        directive += ",";
        directive += &encoded(term(end)?);
    }
    if let Some(suffix) = &terms.suffix {
        directive += ",-";
        directive += &encoded(term(suffix)?);
    }
    Some(directive)
}

/// A term as an address carries it: white space as one space, all but letters and digits of ASCII and `._~` encoded.
fn encoded(term: &str) -> String {
    let mut words = String::with_capacity(term.len() * 2);
    for word in term.split_whitespace() {
        if !words.is_empty() {
            words.push_str("%20");
        }
        for byte in word.bytes() {
            match byte {
                b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'.' | b'_' | b'~' => words.push(char::from(byte)),
                _ => words.push_str(&format!("%{byte:02X}")),
            }
        }
    }
    words
}

#[cfg(test)]
mod tests;
