//! Whom an English sentence names as its source: "according to X", "citing X".

use super::english::{pronoun, word};
use super::naming;
use super::tables;
use super::tokens::Token;
use super::{Found, How, Who};

/// "according to X", "in the words of X".
pub(super) fn source(tokens: &[Token], at: usize) -> Option<Found> {
    match (word(tokens, at), word(tokens, at + 1)) {
        ("according", "to") => according(tokens, at, 2),
        ("in", "the") if word(tokens, at + 2) == "words" && word(tokens, at + 3) == "of" => according(tokens, at, 4),
        _ => None,
    }
}

fn according(tokens: &[Token], at: usize, length: usize) -> Option<Found> {
    let first = tokens.get(at)?;
    let next = tokens.get(at + length)?;
    let who = match pronoun(next) {
        Some(who) => who,
        None => naming::ahead(tokens, at + length).map_or(Who::Unknown, |it| Who::Name(it.0)),
    };
    let goes_on =
        matches!(who, Who::Name(name) if tokens.iter().find(|it| it.start >= name.end).is_some_and(Token::is_word));
    if length == 1 && goes_on {
        return None;
    }
    let end = match who {
        Who::Name(name) => name.end,
        _ => next.end,
    };
    Some(Found { who, words: (first.start, end), how: How::AccordingTo })
}

/// "citing X", where nobody else's verb reports anything, or only the paper's.
pub(super) fn cited(tokens: &[Token]) -> Option<Found> {
    let reports = |it: &Token| !it.capital && (it.is_any(tables::SAID) || it.is_any(tables::SAID_BEFORE_WORDS));
    let at = tokens.iter().position(|it| it.is_any(&["citing", "quoting"]))?;
    let nameless = |it: &Token| !it.capital && it.is_any(&["paper", "newspaper", "website", "article"]);
    let paper = tokens.iter().position(nameless).is_some_and(|it| it != at + 1 && it != at + 2);
    (paper || !tokens.iter().any(reports)).then(|| according(tokens, at, 1)).flatten()
}
