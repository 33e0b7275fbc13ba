//! What a sentence asks with: its different words, how much each of them tells, and in what order they stand.

use std::collections::HashMap;

use crate::text::words::{Stems, words};

use super::light;
use super::posts;

/// A text is read up to here, in bytes: a claim is a sentence, not a book.
const LONGEST: usize = 20_000;
/// Capitals alone make a name of no more letters than this: NATO, UNESCO.
const SHOUTED: usize = 6;
/// Different words that are looked at.
const MOST: usize = 400;

/// A different word of what was asked.
#[derive(Debug, Clone)]
pub(super) struct Asked {
    pub folded: String,
    /// As it was written first, for people to read.
    pub written: String,
    /// From a signature or an address: it tells less.
    pub aside: bool,
    /// Written with a capital where a sentence does not begin.
    pub name: bool,
}

/// What was asked, before any language is known.
#[derive(Debug, Default)]
pub(super) struct Question {
    pub words: Vec<Asked>,
    /// The body's words in their order, as places in `words`.
    pub order: Vec<usize>,
}

impl Question {
    pub fn of(text: &str) -> Question {
        let post = posts::read(cut(text));
        let mut question = Question::default();
        let mut places: HashMap<String, usize> = HashMap::new();
        question.read(&post.body, false, &mut places);
        question.read(&post.aside, true, &mut places);
        question
    }

    fn read(&mut self, text: &str, aside: bool, places: &mut HashMap<String, usize>) {
        let mut before = 0;
        for word in words(text) {
            let written = text.get(word.start..word.end).unwrap_or_default();
            let begins =
                text.get(before..word.start).is_some_and(|it| before == 0 || it.contains(['.', '!', '?', ':']));
            before = word.end;
            let name = !begins && is_name(written);
            let place = match places.get(&word.folded) {
                Some(place) => *place,
                None if self.words.len() >= MOST => continue,
                None => {
                    places.insert(word.folded.clone(), self.words.len());
                    self.words.push(Asked { folded: word.folded, written: written.to_owned(), aside, name: false });
                    self.words.len() - 1
                }
            };
            if let Some(asked) = self.words.get_mut(place) {
                asked.name |= name;
            }
            if !aside {
                self.order.push(place);
            }
        }
    }
}

/// Written with a capital and not shouted.
fn is_name(written: &str) -> bool {
    let shouted = written.chars().nth(SHOUTED).is_some() && !written.chars().any(char::is_lowercase);
    written.starts_with(char::is_uppercase) && !shouted
}

/// The beginning of a text that is longer than anybody means.
pub(super) fn cut(text: &str) -> &str {
    let mut end = text.len().min(LONGEST);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// A word of a check, as it is compared.
pub(super) struct Token {
    pub folded: String,
    pub stem: String,
    pub small: bool,
}

/// The words of a check's text in its language.
pub(super) fn tokens(text: &str, stems: &Stems, lang: &str) -> Vec<Token> {
    let words = words(cut(text)).into_iter();
    words
        .map(|word| Token {
            stem: stems.stem(&word.folded).into_owned(),
            small: light::is_small(&word.folded, lang),
            folded: word.folded,
        })
        .collect()
}

/// Triples of letters of a word between its edges, sorted: how alike two spellings are.
pub(super) fn triples(folded: &str) -> Vec<u64> {
    let mut found: Vec<u64> = Vec::with_capacity(folded.len());
    let (mut a, mut b) = (u64::from('^'), 0);
    for (at, c) in folded.chars().chain(['$']).enumerate() {
        let c = u64::from(c);
        if at > 0 {
            found.push((a << 42) | (b << 21) | c);
            a = b;
        }
        b = c;
    }
    found.sort_unstable();
    found.dedup();
    found
}

/// How many of their triples two words share, from 0 to 1.
pub(super) fn alike(a: &[u64], b: &[u64]) -> f32 {
    let (mut one, mut two, mut shared) = (a.iter().peekable(), b.iter().peekable(), 0u16);
    while let (Some(x), Some(y)) = (one.peek(), two.peek()) {
        match x.cmp(y) {
            std::cmp::Ordering::Less => {
                one.next();
            }
            std::cmp::Ordering::Greater => {
                two.next();
            }
            std::cmp::Ordering::Equal => {
                shared += 1;
                one.next();
                two.next();
            }
        }
    }
    let all = a.len() + b.len();
    if all == 0 { 0.0 } else { 2.0 * f32::from(shared) / all as f32 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_question_knows_its_words() {
        let question = Question::of("Trump said: NATO pays, TOTALLY pays @jeffBezos. Then — Ann (@ann) May 1, 2020");
        let names: Vec<&str> = question.words.iter().filter(|it| it.name).map(|it| it.written.as_str()).collect();
        let aside: Vec<&str> = question.words.iter().filter(|it| it.aside).map(|it| it.written.as_str()).collect();
        assert_eq!(names, ["Bezos"]);
        assert_eq!(aside, ["Ann"]);
        assert_eq!(question.order.len(), question.words.len() - aside.len() + 1);
    }

    #[test]
    fn spellings_are_alike_by_their_triples() {
        let likeness = |a: &str, b: &str| alike(&triples(a), &triples(b));
        assert!((likeness("zelensky", "zelensky") - 1.0).abs() < f32::EPSILON);
        assert!(likeness("zelensky", "zelenskyy") > 0.7);
        assert!(likeness("immigrant", "migrant") > 0.6);
        assert!(likeness("zelensky", "putin") < 0.1);
        assert!(alike(&[], &[]).abs() < f32::EPSILON);
    }

    #[test]
    fn a_long_text_is_cut_between_letters() {
        let text = "é".repeat(LONGEST);
        assert!(cut(&text).len() <= LONGEST && !cut(&text).is_empty());
    }
}
