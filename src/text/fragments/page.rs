//! A text as browsers search it: no difference of case, accents or kinds of white space. What cannot be told for sure
//! counts as a match, so a directive that is the only one here leads to no other place there.

use std::ops::Range;

use icu_normalizer::{DecomposingNormalizer, DecomposingNormalizerBorrowed};
use memchr::memmem::Finder;

use super::Terms;

/// Where following a directive ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Found {
    /// At the passage, and nothing else matches.
    Only,
    /// At the passage, though something later matches as well.
    First,
    /// Somewhere before the passage, or at another end.
    Elsewhere,
}

pub(super) struct Page<'a> {
    text: &'a str,
    folded: String,
    passage: Range<usize>,
}

impl<'a> Page<'a> {
    /// Reads the text once; none if nothing of the passage is left to search for.
    pub(super) fn new(text: &'a str, passage: &Range<usize>) -> Option<Self> {
        let mut folded = String::with_capacity(text.len());
        fold(text.get(..passage.start)?, &mut folded);
        let start = folded.len();
        fold(text.get(passage.clone())?, &mut folded);
        let end = folded.len();
        fold(text.get(passage.end..)?, &mut folded);
        (start < end).then_some(Self { text, folded, passage: start..end })
    }

    /// Where the directive leads to.
    pub(super) fn find(&self, terms: &Terms) -> Found {
        let [prefix, start, end, suffix] =
            [terms.prefix.as_ref(), Some(&terms.start), terms.end.as_ref(), terms.suffix.as_ref()]
                .map(|term| term.map(|range| self.folded_term(range)));
        let start = start.unwrap_or_default();
        let usable = |term: &Option<String>| term.as_ref().is_none_or(|it| !it.is_empty());
        if start.is_empty() || ![&prefix, &end, &suffix].into_iter().all(usable) {
            return Found::Elsewhere;
        }
        let after = self.passage.start + start.len();
        if end.as_ref().is_some_and(|end| !self.ends_first(after, end, suffix.as_deref())) {
            return Found::Elsewhere;
        }
        let (suffix, last_end) = match &end {
            Some(end) => (None, memchr::memmem::rfind(self.folded.as_bytes(), end.as_bytes())),
            None => (suffix, None),
        };
        self.begins(&Start { prefix, start, suffix, last_end })
    }

    fn begins(&self, wanted: &Start) -> Found {
        let lead = wanted.prefix.as_ref().unwrap_or(&wanted.start);
        let finder = Finder::new(lead);
        let mut home = None;
        let mut from = 0;
        while let Some(at) = finder.find(self.folded.as_bytes().get(from..).unwrap_or_default()).map(|it| from + it) {
            from = at + self.folded.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
            let Some(begin) = self.begin_after(wanted, at) else { continue };
            if begin == self.passage.start {
                home = Some(at);
            } else if self.is_bounded(at) && self.is_match(wanted, begin) {
                return if home.is_some() { Found::First } else { Found::Elsewhere };
            }
        }
        if home.is_some() { Found::Only } else { Found::Elsewhere }
    }

    /// Where the passage would begin if a prefix, or it itself, begins here.
    fn begin_after(&self, wanted: &Start, at: usize) -> Option<usize> {
        let Some(prefix) = &wanted.prefix else { return Some(at) };
        let begin = self.past_space(at + prefix.len());
        self.folded.get(begin..)?.starts_with(&wanted.start).then_some(begin)
    }

    fn is_match(&self, wanted: &Start, begin: usize) -> bool {
        let stop = begin + wanted.start.len();
        self.is_bounded(begin)
            && wanted.last_end.is_none_or(|end| stop <= end)
            && match &wanted.suffix {
                Some(suffix) => self.is_followed(stop, suffix),
                None => self.is_bounded(stop),
            }
    }

    /// Whether the first match of a range's last words is the one at the passage's end.
    fn ends_first(&self, after: usize, end: &str, suffix: Option<&str>) -> bool {
        let Some(home) = self.passage.end.checked_sub(end.len()).filter(|&it| it >= after) else {
            return false;
        };
        let finder = Finder::new(end);
        let mut from = after;
        while let Some(at) = finder.find(self.folded.as_bytes().get(from..).unwrap_or_default()).map(|it| from + it) {
            if at >= home {
                return at == home;
            }
            let stop = at + end.len();
            let ends = suffix.map_or_else(|| self.is_bounded(stop), |suffix| self.is_followed(stop, suffix));
            if ends && self.is_bounded(at) {
                return false;
            }
            from = at + self.folded.get(at..).and_then(|rest| rest.chars().next()).map_or(1, char::len_utf8);
        }
        false
    }

    fn is_followed(&self, stop: usize, suffix: &str) -> bool {
        let at = self.past_space(stop);
        self.folded.get(at..).is_some_and(|rest| rest.starts_with(suffix)) && self.is_bounded(at + suffix.len())
    }

    fn past_space(&self, at: usize) -> usize {
        at + usize::from(self.folded.as_bytes().get(at) == Some(&b' '))
    }

    /// Whether a word may begin or end here; surely not between two letters or digits of an alphabet.
    fn is_bounded(&self, at: usize) -> bool {
        let inside = |c: char| c < '\u{590}' && (c.is_alphanumeric() || c == '_');
        let Some((before, after)) = self.folded.split_at_checked(at) else { return true };
        !(before.chars().next_back().is_some_and(inside) && after.chars().next().is_some_and(inside))
    }

    fn folded_term(&self, range: &Range<usize>) -> String {
        let mut folded = String::new();
        fold(self.text.get(range.clone()).unwrap_or_default(), &mut folded);
        folded.trim().to_owned()
    }
}

struct Start {
    prefix: Option<String>,
    start: String,
    suffix: Option<String>,
    /// Where the last words of a range stand last.
    last_end: Option<usize>,
}

/// Appends a text in small letters without accents, compatible forms as one, white space as single spaces.
fn fold(text: &str, folded: &mut String) {
    const NORMALIZER: DecomposingNormalizerBorrowed<'static> = DecomposingNormalizer::new_nfkd();
    for c in text.chars() {
        if c.is_whitespace() {
            if !folded.ends_with(' ') {
                folded.push(' ');
            }
        } else if c.is_ascii() {
            folded.push(c.to_ascii_lowercase());
        } else {
            let mark = |it: &char| ('\u{300}'..='\u{36F}').contains(it) || it.is_whitespace();
            let letters = NORMALIZER.normalize_iter(std::iter::once(c)).filter(|it| !mark(it));
            folded.extend(letters.flat_map(char::to_lowercase));
        }
    }
}
