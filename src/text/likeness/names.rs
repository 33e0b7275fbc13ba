//! Names among the words, and what a run of words without an answer looks like.

use super::agree::is_future;
use super::lexicon::LEXICON;
use super::read::Class;
use super::tables::small::{IN, TO};
use super::tokens::{Text, Token};

/// A run of words of a gap, and what it looks like.
pub(super) struct Run<'b> {
    pub(super) written: String,
    pub(super) first: Option<&'b Token>,
    /// Has a name in it.
    pub(super) named: bool,
    /// In a script without capitals.
    pub(super) uncased: bool,
    /// "In" or "to" stands before it, or behind it where the language has it there.
    pub(super) placed: bool,
    /// Tells of what will or would be.
    pub(super) future: bool,
}

impl<'b> Run<'b> {
    pub(super) fn of(text: &'b Text<'_>, list: &[usize]) -> Self {
        let ends = list.first().zip(list.last());
        let first = list.first().and_then(|it| text.tokens.get(*it));
        let behind = list.last().and_then(|it| text.tokens.get(*it + 1)).filter(|it| !it.opens);
        let within = |it: Option<&Token>| it.is_some_and(|it| it.lead & (IN | TO) != 0);
        let postpositions = matches!(text.lang, Some("ur" | "hi"));
        Self {
            written: ends.map(|(from, to)| text.written(*from..*to + 1)).unwrap_or_default(),
            first,
            named: list.iter().any(|it| is_name(text, *it)),
            uncased: first.is_some_and(|it| !it.lower.chars().any(char::is_lowercase)),
            placed: within(if postpositions { behind } else { first }),
            future: first.is_some_and(|it| is_future(&it.folded, text.lang)),
        }
    }
}

/// Whether two words differ in their endings only, most likely.
pub(super) fn begins_alike(a: &str, b: &str) -> bool {
    let (x, y) = (a.chars().count(), b.chars().count());
    let shared = a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count();
    shared >= 3 && shared * 5 >= x.min(y) * 4 || shared >= 4 && shared * 2 >= x.max(y)
}

/// Whether a word is written as a name, or stands beside a title in scripts without capitals.
pub(super) fn is_name(text: &Text<'_>, at: usize) -> bool {
    let Some(token) = text.tokens.get(at) else { return false };
    if token.class != Class::Plain {
        return false;
    }
    if token.lower.chars().any(|c| c.is_uppercase() || c.is_lowercase()) {
        let next = text.tokens.get(at + 1).filter(|it| it.capital && !it.opens && it.class == Class::Plain);
        return token.capital && text.capitals && (!token.opens || next.is_some() && !LEXICON.is_common(&token.folded));
    }
    let before = at.checked_sub(1).and_then(|it| text.tokens.get(it));
    let after = text.tokens.get(at + 1);
    before.is_some_and(|it| LEXICON.is_title(&it.folded))
        || after.is_some_and(|it| matches!(it.folded.as_str(), "نے" | "ने"))
}
