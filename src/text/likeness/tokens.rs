//! What a claim is made of: words with their stems, numbers with their worth, and the words that a claim hangs on.

use std::ops::Range;

use super::build;
use super::read::{Class, Pieces, Segment, read};
use super::tables::small::{AND, PLACES};

/// A word of a claim that counts.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Where it is written, in bytes.
    pub(super) bytes: Range<usize>,
    pub(super) folded: String,
    /// The same for all that means the same, to the letter of the claim.
    pub(super) key: String,
    /// The same for all that is about the same.
    pub(super) stem: String,
    /// As an index of words has it.
    pub(super) term: String,
    /// In small letters, with its accents.
    pub(super) lower: String,
    pub(super) class: Class,
    pub(super) worth: Option<f64>,
    pub(super) sign: bool,
    /// What the small words before and behind it say.
    pub(super) lead: u16,
    pub(super) trail: u16,
    pub(super) segment: usize,
    pub(super) capital: bool,
    /// All in capitals.
    pub(super) shouted: bool,
    /// The first of its sentence, where every word has a capital.
    pub(super) opens: bool,
    /// In a run of hashtags around the words.
    pub(super) tag: bool,
    /// May come or go.
    pub(super) optional: bool,
}

impl Token {
    /// Made of letters of a script with capitals, where accents tell words apart.
    pub(super) fn is_cased(&self) -> bool {
        self.lower.chars().all(|c| c.is_lowercase())
    }
}

/// A text made ready for comparison.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub(super) source: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) segments: Vec<Segment>,
    pub(super) lang: Option<&'static str>,
    /// Written with the accents that its language has.
    pub(super) accented: bool,
    /// Most words are in small letters, so that a capital tells a name.
    pub(super) capitals: bool,
}

impl<'a> Text<'a> {
    pub(super) fn of(source: &'a str, lang: Option<&'static str>) -> Self {
        let Pieces { atoms, segments } = read(source, lang);
        let mut tokens = build::tokens(&atoms, lang);
        around(&mut tokens);
        terms(&mut tokens);
        let accented = tokens.iter().any(|it| it.lower != it.folded && it.is_cased());
        let cased = tokens
            .iter()
            .filter(|it| it.class == Class::Plain && !it.opens && it.lower.chars().any(char::is_lowercase));
        let (large, all) = cased.fold((0, 0), |(large, all), it| (large + usize::from(it.capital), all + 1));
        Self { source, tokens, segments, lang, accented, capitals: large * 4 <= all * 3 || all < 4 }
    }

    /// Whether both have the same words, in the same sentences.
    pub(super) fn reads_as(&self, other: &Self) -> bool {
        let asks = |text: &Self| text.segments.iter().map(|it| it.asks).collect::<Vec<_>>();
        let small = |it: &Token| (it.lead, it.trail, it.tag, it.segment);
        let same = |a: &Token, b: &Token| {
            a.key == b.key
                && small(a) == small(b)
                && self.source.get(a.bytes.clone()) == other.source.get(b.bytes.clone())
        };
        self.tokens.len() == other.tokens.len()
            && asks(self) == asks(other)
            && self.tokens.iter().zip(&other.tokens).all(|(a, b)| same(a, b))
    }

    /// A stretch of tokens as it is written.
    pub(super) fn written(&self, tokens: Range<usize>) -> String {
        let all = self.tokens.get(tokens).unwrap_or_default();
        let Some((first, last)) = all.first().zip(all.last()) else { return String::new() };
        let bytes = first.bytes.start.min(last.bytes.start)..last.bytes.end.max(first.bytes.end);
        self.source.get(bytes).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

/// A hashtag or a mention within a sentence is a word of it; one before or behind it is not.
fn around(tokens: &mut [Token]) {
    for of_segment in tokens.chunk_by_mut(|a, b| a.segment == b.segment) {
        let Some(first) = of_segment.iter().position(|it| !it.tag) else { continue };
        let last = of_segment.iter().rposition(|it| !it.tag).unwrap_or(first);
        let goes_on = of_segment.get(first).is_some_and(|it| it.lead & AND != 0 || !it.capital && it.is_cased());
        let from = if goes_on { 0 } else { first };
        let led = of_segment.get(last + 1).is_some_and(|it| it.lead & (PLACES | AND) != 0);
        let bits = of_segment.get(last + 1).map_or(0, |it| it.lead & !(PLACES | AND));
        if let Some(behind) = of_segment.get_mut(last + 1) {
            behind.lead &= PLACES | AND;
        }
        if let Some(token) = of_segment.get_mut(last) {
            token.trail |= bits;
        }
        for token in of_segment.iter_mut().take(last + 1 + usize::from(led)).skip(from) {
            token.tag &= token.class == Class::Chatter;
        }
    }
}

/// Signs of scripts without spaces are looked up in pairs.
fn terms(tokens: &mut [Token]) {
    let next: Vec<Option<String>> = tokens
        .windows(2)
        .map(|it| match it {
            [a, b] if a.sign && b.sign && a.bytes.end == b.bytes.start => Some(b.folded.clone()),
            _ => None,
        })
        .collect();
    for (token, next) in tokens.iter_mut().zip(next) {
        token.term.extend(next);
    }
}
