use std::collections::BTreeSet;

use proptest::prelude::*;
use unicode_segmentation::UnicodeSegmentation;

use super::*;

/// The parts of a directive as the specification reads them.
#[derive(Debug, Default)]
struct Parsed {
    prefix: Option<String>,
    start: String,
    end: Option<String>,
    suffix: Option<String>,
}

fn parsed(directive: &str) -> Parsed {
    let decode = |it: &str| {
        let mut bytes = it.bytes();
        let mut found = Vec::new();
        while let Some(byte) = bytes.next() {
            let hex = |high: u8, low: u8| u8::from_str_radix(&format!("{}{}", high as char, low as char), 16).unwrap();
            found.push(if byte == b'%' { hex(bytes.next().unwrap(), bytes.next().unwrap()) } else { byte });
        }
        String::from_utf8(found).unwrap()
    };
    let mut tokens: Vec<&str> = directive.strip_prefix("text=").unwrap().split(',').collect();
    let prefix = tokens[0].strip_suffix('-').map(decode);
    tokens.drain(..usize::from(prefix.is_some()));
    let suffix = tokens.last().unwrap().strip_prefix('-').map(decode);
    tokens.truncate(tokens.len() - usize::from(suffix.is_some()));
    assert!((1..=2).contains(&tokens.len()), "{directive}");
    Parsed { prefix, start: decode(tokens[0]), end: tokens.get(1).map(|it| decode(it)), suffix }
}

/// A document: blocks of letters, each with the byte it came from. Terms are searched within a block.
struct Document<'a> {
    text: &'a str,
    blocks: Vec<Vec<(char, usize)>>,
    bounds: BTreeSet<usize>,
}

impl<'a> Document<'a> {
    /// `lines`: whether the browser takes each line for a block, or all for one.
    fn new(text: &'a str, lines: bool) -> Self {
        let mut document = Self { text, blocks: vec![Vec::new()], bounds: BTreeSet::new() };
        let mut blocks = vec![(0, text)];
        if lines {
            let split = text.split(['\n', '\r', '\t']);
            blocks = split.map(|it| (it.as_ptr() as usize - text.as_ptr() as usize, it)).collect();
        }
        for (from, block) in blocks {
            document
                .bounds
                .extend(block.split_word_bound_indices().map(|(at, _)| from + at).chain([from + block.len()]));
            let mut letters: Vec<(char, usize)> = Vec::new();
            for (at, c) in block.char_indices() {
                let space = c.is_whitespace();
                if !space || letters.last().is_some_and(|(last, _)| *last != ' ') {
                    letters.extend(c.to_lowercase().map(|c| (if space { ' ' } else { c }, from + at)));
                }
            }
            document.blocks.push(letters);
        }
        document
    }

    fn find(&self, term: &str, from: usize, start_bounded: bool, end_bounded: bool) -> Option<Range<usize>> {
        let term: Vec<char> = term.chars().flat_map(char::to_lowercase).collect();
        for block in &self.blocks {
            for (n, window) in block.windows(term.len()).enumerate() {
                let (start, last) = (window[0].1, window[window.len() - 1].1);
                let end = last + self.text[last..].chars().next().unwrap().len_utf8();
                let split =
                    n > 0 && block[n - 1].1 == start || block.get(n + term.len()).is_some_and(|it| it.1 == last);
                let bounded =
                    (!start_bounded || self.bounds.contains(&start)) && (!end_bounded || self.bounds.contains(&end));
                if start >= from && bounded && !split && window.iter().map(|it| &it.0).eq(&term) {
                    return Some(start..end);
                }
            }
        }
        None
    }

    fn past_space(&self, at: usize) -> usize {
        self.text.len() - self.text[at..].trim_start().len()
    }

    fn past_letter(&self, at: usize) -> usize {
        at + self.text[at..].chars().next().map_or(1, char::len_utf8)
    }

    /// "Find a range from a text directive" of the specification.
    fn resolve(&self, wanted: &Parsed) -> Option<Range<usize>> {
        let mut from = 0;
        while from < self.text.len() {
            let bounded = wanted.end.is_some() || wanted.suffix.is_none();
            let found = if let Some(prefix) = &wanted.prefix {
                let before = self.find(prefix, from, true, false)?;
                from = self.past_letter(before.start);
                let place = self.past_space(before.end);
                let found = self.find(&wanted.start, place, true, bounded)?;
                if found.start != place {
                    continue;
                }
                found
            } else {
                let found = self.find(&wanted.start, from, true, bounded)?;
                from = self.past_letter(found.start);
                found
            };
            let mut end_from = found.end;
            loop {
                let mut range = found.clone();
                if let Some(end) = &wanted.end {
                    let last = self.find(end, end_from, true, wanted.suffix.is_none())?;
                    end_from = self.past_letter(last.start);
                    range.end = last.end;
                }
                let Some(suffix) = &wanted.suffix else { return Some(range) };
                let place = self.past_space(range.end);
                if self.find(suffix, place, false, true)?.start == place {
                    return Some(range);
                }
                if wanted.end.is_none() {
                    break;
                }
            }
        }
        None
    }
}

/// The passage as it should be highlighted: without outer white space, in whole words. In bytes.
fn whole(text: &str, start: usize, end: usize) -> Range<usize> {
    let byte = |point| byte_of(text, point);
    let passage = &text[byte(start)..byte(end)];
    let from = byte(end) - passage.trim_start().len();
    let to = from + passage.trim().len();
    let bounds = Document::new(text, true).bounds;
    *bounds.range(..=from).next_back().unwrap()..*bounds.range(to..).next().unwrap()
}

fn byte_of(text: &str, point: usize) -> usize {
    text.char_indices().nth(point).map_or(text.len(), |(byte, _)| byte)
}

fn of(text: &str, passage: &str) -> Option<String> {
    let start = text[..text.find(passage).unwrap()].chars().count();
    fragment(text, start, start + passage.chars().count())
}

fn shown(text: &str, directive: &str) -> Vec<Option<Range<usize>>> {
    [true, false].map(|lines| Document::new(text, lines).resolve(&parsed(directive))).to_vec()
}

#[test]
fn passages_are_named_by_themselves_and_by_context_only_where_needed() {
    let text = "Taxes fell by 3% in 2019, she said. Nobody knew.\n\nIn May taxes fell - again, & at once. Nobody knew.";
    let cases = [
        ("Taxes fell by 3%", "text=Taxes%20fell%20by%203%25"),
        ("axes fell by 3% i", "text=Taxes%20fell%20by%203%25%20in"),
        (" by 3% in 2019, she ", "text=by%203%25%20in%202019%2C%20she"),
        ("fell - again, & at once", "text=fell%20%2D%20again%2C%20%26%20at%20once"),
        ("in 2019", "text=by%203%25-,in%202019"),
        ("Taxes fell", "text=Taxes%20fell,-by%203"),
        ("Nobody knew.", "text=she%20said.-,Nobody%20knew."),
        ("Nobody knew.\n\nIn May", "text=Nobody%20knew.,In%20May"),
    ];
    for (passage, directive) in cases {
        assert_eq!(of(text, passage).as_deref(), Some(directive), "{passage}");
    }
}

#[test]
fn long_passages_are_named_by_their_first_and_last_words() {
    let sentence = |n: usize| format!("Sentence {n} has some words that stand in every one. ");
    let text: String = (0..40).map(sentence).collect();
    let passage: String = (5..12).map(sentence).collect();
    let directive = of(&text, passage.trim()).unwrap();
    assert_eq!(
        directive,
        "text=Sentence%205%20has%20some,words%20that%20stand%20in%20every%20one.%20Sentence%2011%20has%20some%20words%20that%20stand%20in%20every%20one."
    );
    let words: String = (100..300).map(|n| format!("{n} ")).collect();
    assert!(!of(&words, &words[..299]).unwrap().contains(','));
    assert_eq!(of(&words, &words[..303]).as_deref(), Some("text=100%20101%20102%20103,172%20173%20174%20175"));
}

#[test]
fn what_no_directive_leads_to_gets_none() {
    assert_eq!(fragment("one two", 3, 4), None);
    assert_eq!(fragment("one two", 2, 2), None);
    assert_eq!(fragment("one two", 5, 2), None);
    assert_eq!(fragment("one two", 0, 8), None);
    assert_eq!(fragment(&"again ".repeat(1000), 3000, 3005), None);
    assert_eq!(fragment(&"x".repeat(10_000), 5000, 5010), None);
    assert_eq!(fragment(&"again ".repeat(1000), 0, 5).as_deref(), Some("text=again,-again%20again"));
}

#[test]
fn neighbouring_lines_are_context_where_the_line_has_none() {
    let text = "One\n\nYes.\n\nTwo\n\nYes.\n\nThree";
    let start = text.rfind("Yes").unwrap();
    let directive = fragment(text, start, start + 4).unwrap();
    assert_eq!(directive, "text=Two-,Yes.");
    assert_eq!(shown(text, &directive), vec![Some(start..start + 4); 2]);
}

#[test]
fn accents_and_case_do_not_tell_passages_apart() {
    let text = "Éva a Petr jeli dnes. Potom EVA A PETR JELI DNES domů.";
    assert_eq!(of(text, "EVA A PETR JELI DNES").as_deref(), Some("text=dnes.%20Potom-,EVA%20A%20PETR%20JELI%20DNES"));
}

#[test]
fn links_keep_the_place_they_point_to() {
    let cases = [
        ("https://example.org/a", "text=b", "https://example.org/a#:~:text=b"),
        ("https://example.org/a#", "text=b", "https://example.org/a#:~:text=b"),
        ("https://example.org/a#id", "text=b", "https://example.org/a#id:~:text=b"),
        ("https://example.org/a#id:~:text=old", "text=b", "https://example.org/a#id:~:text=b"),
        ("https://example.org/a#:~:text=old", "", "https://example.org/a"),
        ("https://example.org/a#id", "", "https://example.org/a#id"),
    ];
    for (url, directive, expected) in cases {
        assert_eq!(link(url, directive), expected);
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    let size = 200_000;
    let texts =
        ["a ".repeat(size), "ab".repeat(size), "\n".repeat(size) + "a b", "🇨🇿".repeat(size / 4), "¨ ".repeat(size)];
    for text in texts {
        let points = text.chars().count();
        for (start, end) in [(points / 2, points / 2 + 9), (0, points), (points / 3, points - 1), (points - 3, points)]
        {
            let _ = fragment(&text, start, end);
        }
    }
}

const PIECES: [&str; 28] = [
    "a", "b", "a b", "the", "Taxes", "taxes", "fell", "ě", "Ě", "漢", "字", "“", "”", ".", "-", ",", "&", "don't",
    "3.5", "%", "\n", "\n\n", "\t", "  ", "İ", "😀", "ก", "_x",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1000))]

    #[test]
    fn a_directive_leads_back_to_its_passage(
        pieces in prop::collection::vec((prop::sample::select(&PIECES[..]), any::<bool>()), 1..120),
        start in any::<prop::sample::Index>(),
        length in 1..90_usize,
    ) {
        let text: String = pieces.iter().map(|(piece, space)| format!("{piece}{}", if *space { " " } else { "" })).collect();
        let points = text.chars().count();
        let start = start.index(points);
        let end = (start + length).min(points);
        let blank = text.chars().skip(start).take(end - start).all(char::is_whitespace);
        match fragment(&text, start, end) {
            Some(directive) => prop_assert_eq!(shown(&text, &directive), vec![Some(whole(&text, start, end)); 2], "{:?} {}", text, directive),
            None if blank => {}
            None => {
                let passage = text[whole(&text, start, end)].to_lowercase();
                let often = text.to_lowercase().matches(&passage).count();
                prop_assert!(often > 1 || passage.contains(['\n', '\t', '\r']), "{:?} {:?}", text, passage);
            }
        }
    }
}
