//! What each sentence of a reasoning rests on: a piece of evidence that it cites, or the desk's own judgement, marked so.

use super::document::citations;
use crate::text::offsets::slice;
use crate::text::sentences::sentences;

/// Marks a sentence as the desk's own judgement.
pub const OWN: &str = "[own]";

/// The sentences that say neither, in their order. Headings, tables and lines of code are no statements.
pub fn ungrounded(reasoning: &str, lang: &str) -> Vec<String> {
    let mut open: Vec<String> = Vec::new();
    for paragraph in prose(reasoning) {
        let mut last_is_open = false;
        for span in sentences(&paragraph, Some(lang)) {
            let sentence = slice(&paragraph, span.start, span.end).unwrap_or_default().trim();
            let (leading, rest) = marks_at_start(sentence);
            if leading && last_is_open {
                // "It fell. [1] Then it rose.": what stands after the full stop belongs to the sentence before.
                open.pop();
            }
            let says_something = rest.chars().any(char::is_alphanumeric);
            last_is_open = says_something && citations(rest).is_empty() && !rest.contains(OWN);
            if last_is_open {
                open.push(rest.to_owned());
            }
        }
    }
    open
}

/// Paragraphs of running text, without the marks of lists and quotations.
fn prose(reasoning: &str) -> Vec<String> {
    let mut paragraphs: Vec<String> = vec![String::new()];
    let mut code = false;
    for line in reasoning.lines() {
        let plain = line.trim();
        let fence = plain.starts_with("```");
        code ^= fence;
        let apart = plain.is_empty() || fence || code || plain.starts_with(['#', '|']);
        let item = plain.starts_with("- ") || plain.starts_with("* ") || plain.starts_with("> ");
        if apart || item {
            paragraphs.push(String::new());
        }
        if !apart && let Some(paragraph) = paragraphs.last_mut() {
            if !paragraph.is_empty() {
                paragraph.push(' ');
            }
            paragraph.push_str(plain.trim_start_matches(['-', '*', '>', ' ']));
        }
    }
    paragraphs.retain(|paragraph| !paragraph.trim().is_empty());
    paragraphs
}

/// Whether a sentence begins with marks, and what comes after them.
fn marks_at_start(sentence: &str) -> (bool, &str) {
    let (mut rest, mut found) = (sentence, false);
    loop {
        let after = match citations(rest).first() {
            Some((0, end, _)) => rest.get(*end..),
            _ => rest.strip_prefix(OWN),
        };
        let Some(after) = after else { return (found, rest) };
        (rest, found) = (after.trim_start_matches([' ', '.', ',']), true);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sentence_cites_or_is_marked_or_is_named() {
        let cases: [(&str, &[&str]); 7] = [
            ("It fell by nine [1]. It rose again [2].", &[]),
            ("It fell by nine. [1] It rose again.", &["It rose again."]),
            ("It fell by nine [1]. We think that is little [own].", &[]),
            (
                "## What we did\n\nWe asked the agency.\n\n- It answered [3]\n- Nobody else did",
                &["We asked the agency.", "Nobody else did"],
            ),
            ("| a | b |\n|---|---|\n| 1 | 2 |", &[]),
            ("See [the report](https://a.example/1) of 2024.", &["See [the report](https://a.example/1) of 2024."]),
            ("", &[]),
        ];
        for (reasoning, expected) in cases {
            assert_eq!(ungrounded(reasoning, "en"), expected, "{reasoning}");
        }
    }
}
