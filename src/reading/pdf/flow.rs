//! Lines are joined into the text that is quoted from.

use std::collections::HashSet;

use super::letters::is_wide;
use super::paragraphs::{Break, Flowing};

/// The text of each page. A hyphen at a line's end goes only where the document itself shows that it divides a word.
pub(super) fn texts(pages: &[Vec<Flowing>]) -> Vec<String> {
    let words = Words::of(pages);
    pages.iter().map(|it| text(it, &words)).collect()
}

fn text(lines: &[Flowing], words: &Words) -> String {
    let mut text = String::new();
    for line in lines {
        match line.before {
            _ if text.is_empty() => {}
            Break::Paragraph => text.push_str("\n\n"),
            Break::Line => text.push('\n'),
            Break::Space => join(&mut text, &line.text, words),
        }
        text.push_str(&line.text);
        keep_hyphens_that_are_seen(&mut text, line.text.len());
    }
    text
}

/// A soft hyphen that was drawn is a hyphen, unless a line ends with it.
fn keep_hyphens_that_are_seen(text: &mut String, length: usize) {
    let start = text.len() - length;
    let drawn = text.get(start..).unwrap_or_default();
    if drawn.trim_end_matches(SOFT).contains(SOFT) {
        let ends = drawn.ends_with(SOFT);
        let mut seen = drawn.replace(SOFT, "-");
        if ends {
            seen.pop();
            seen.push(SOFT);
        }
        text.truncate(start);
        text.push_str(&seen);
    }
}

const SOFT: char = '\u{AD}';
const HYPHEN: char = '\u{2010}';

fn join(text: &mut String, next: &str, words: &Words) {
    let last = text.chars().next_back().unwrap_or(' ');
    let first = next.chars().next().unwrap_or(' ');
    if is_wide(last) && is_wide(first) {
        return;
    }
    if !matches!(last, '-' | SOFT | HYPHEN) {
        text.push(' ');
        return;
    }
    let (head, tail) = (last_word(text), first_word(next));
    if head.is_empty() || !first.is_alphanumeric() {
        text.push(' ');
    } else if first.is_lowercase() && (last != '-' || words.show(&head, tail)) {
        text.pop();
    }
}

/// Longer words are not looked at.
const LONGEST: usize = 60;

fn last_word(text: &str) -> String {
    let before_hyphen = text.chars().rev().skip_while(|it| matches!(*it, '-' | SOFT | HYPHEN));
    let backwards: Vec<char> = before_hyphen.take(LONGEST).take_while(|it| it.is_alphabetic()).collect();
    backwards.into_iter().rev().collect()
}

fn first_word(text: &str) -> &str {
    text.split(|it: char| !it.is_alphabetic()).next().unwrap_or_default()
}

/// The words of a whole document, with those that have hyphens inside.
#[derive(Default)]
struct Words(HashSet<String>);

impl Words {
    fn of(pages: &[Vec<Flowing>]) -> Self {
        let lines = || pages.iter().flatten();
        let wanted: HashSet<String> = lines()
            .zip(lines().skip(1))
            .filter(|(a, b)| b.before == Break::Space && a.text.ends_with('-'))
            .map(|(a, b)| (last_word(&a.text), first_word(&b.text)))
            .flat_map(|(head, tail)| [format!("{head}{tail}"), format!("{head}-{tail}")])
            .map(|it| it.to_lowercase())
            .collect();
        if wanted.is_empty() {
            return Self::default();
        }
        let word = |it: char| it.is_alphabetic() || it == '-';
        let found = lines().flat_map(|it| it.text.split(|letter| !word(letter))).map(str::to_lowercase);
        Self(found.filter(|it| wanted.contains(it)).collect())
    }

    /// Elsewhere the word stands undivided, and nowhere with a hyphen.
    fn show(&self, head: &str, tail: &str) -> bool {
        let has = |word: String| self.0.contains(&word.to_lowercase());
        has(format!("{head}{tail}")) && !has(format!("{head}-{tail}"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(given: &[(Break, &str)]) -> String {
        let page = given.iter().map(|(before, text)| Flowing { before: *before, text: (*text).to_owned() }).collect();
        texts(&[page]).concat()
    }

    #[test]
    fn lines_join_as_their_script_does() {
        use Break::{Line, Paragraph, Space};
        assert_eq!(
            lines(&[(Paragraph, "one"), (Space, "two"), (Line, "three"), (Paragraph, "four")]),
            "one two\nthree\n\nfour"
        );
        assert_eq!(lines(&[(Paragraph, "失业率"), (Space, "下降")]), "失业率下降");
    }

    #[test]
    fn a_hyphen_goes_only_where_the_document_shows_that_it_may() {
        use Break::{Paragraph, Space};
        let divided = [(Paragraph, "unem-"), (Space, "ployment fell")];
        assert_eq!(lines(&divided), "unem-ployment fell");
        assert_eq!(lines(&[divided[0], divided[1], (Paragraph, "Unemployment")]), "unemployment fell\n\nUnemployment");
        let both = [(Paragraph, "re-"), (Space, "form of resort: reform, re-form")];
        assert_eq!(lines(&both), "re-form of resort: reform, re-form");
        assert_eq!(lines(&[(Paragraph, "unem\u{AD}"), (Space, "ployment")]), "unemployment");
        assert_eq!(lines(&[(Paragraph, "well\u{AD}known a -"), (Space, "b")]), "well-known a - b");
        assert_eq!(
            lines(&[(Paragraph, "the Anglo-"), (Space, "Saxon 2020-"), (Space, "21")]),
            "the Anglo-Saxon 2020- 21"
        );
    }
}
