//! Who is said to have said it, in languages other than English, by where each puts its speaker.

mod beside;
mod spaced;
mod wide;

use super::naming::Name;
use super::speech::{self, Order, Speech};
use super::tokens::Token;
use super::{Found, How, Who};
use std::collections::HashSet;

/// The first words that say whose statement the sentence is. `known` has the names written large so far.
pub(super) fn find(chars: &[char], tokens: &[Token], language: &str, known: &HashSet<String>) -> Option<Found> {
    let speech = speech::speech(language);
    let at_each = |find: &dyn Fn(usize) -> Option<Found>| {
        let mut unknown = None;
        for found in (0..tokens.len()).filter_map(find) {
            match found.who {
                Who::Unknown => unknown = unknown.or(Some(found)),
                _ => return Some(found),
            }
        }
        unknown
    };
    match speech.order {
        Order::Beside => at_each(&|at| beside::find(tokens, speech, known, at)),
        Order::Around => at_each(&|at| spaced::around(tokens, speech, language, at)),
        Order::Behind => at_each(&|at| spaced::behind(tokens, speech, at)),
        Order::Before => at_each(&|at| spaced::before(tokens, speech, at)),
        Order::Wide => at_each(&|at| wide::find(chars, tokens, speech, language, at)),
    }
}

/// The names written large inside a sentence, where only names are.
pub(super) fn names(tokens: &[Token]) -> impl Iterator<Item = &str> {
    tokens.iter().skip(1).filter(|it| it.is_word() && it.capital).map(|it| it.lower.as_str())
}

fn lower(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).filter(|it| it.is_word()).map_or("", |it| it.lower.as_str())
}

fn is_mark(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|it| !it.is_word())
}

/// How many tokens the longest phrase of `list` takes at `at`; none if none stands there.
fn phrase(tokens: &[Token], at: usize, list: &[&str]) -> Option<usize> {
    let fits = |words: &&&str| words.split(' ').enumerate().all(|(ahead, word)| lower(tokens, at + ahead) == word);
    list.iter().filter(fits).map(|it| it.split(' ').count()).max()
}

fn found(name: Name, words: (usize, usize), how: How) -> Found {
    let words = (words.0.min(name.start), words.1.max(name.end));
    Found { who: Who::Name(name), words, how }
}

fn nobody(token: &Token) -> Found {
    Found { who: Who::Unknown, words: (token.start, token.end), how: How::Said }
}

fn is_stop(token: &Token, speech: &Speech) -> bool {
    token.is_any(speech.stops) || token.lower.chars().any(char::is_numeric)
}
