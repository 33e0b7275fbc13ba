//! Long fuzzing of the splitter and the re-anchorer, for `tests/run --all`: `cargo test --release --test text_long --
//! --ignored`, with PROPTEST_CASES for how long.

use claimdesk::text::offsets::{count, slice};
use claimdesk::text::reanchor::{Reanchorer, State};
use claimdesk::text::sentences::sentences;
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// What the rules look at, and what breaks rules.
const PIECES: [&str; 48] = [
    ". ",
    ".",
    "! ",
    "?",
    "…",
    "...",
    "。",
    "۔ ",
    "। ",
    "؟",
    "“",
    "”",
    "\"",
    "'",
    "’",
    "(",
    ")",
    "[1]",
    "«",
    "»",
    "「",
    "」",
    ": ",
    "; ",
    "Mr. ",
    "U.S. ",
    "a.m. ",
    "e.g. ",
    "z. B. ",
    "5 %",
    "15 %",
    "3.5",
    "1,000 ",
    "٥ ",
    "not ",
    "n't ",
    "не ",
    "不",
    "لا ",
    "\n",
    "\n\n",
    "\u{A0}",
    "\u{AD}",
    "\u{200B}",
    "e\u{301}",
    "👩\u{200D}👩\u{200D}👧",
    "🇩🇪",
    "- ",
];

const LANGUAGES: [Option<&str>; 12] = [
    None,
    Some("en"),
    Some("de"),
    Some("ur"),
    Some("ar"),
    Some("hi"),
    Some("zh"),
    Some("ja"),
    Some("fr"),
    Some("ru"),
    Some("th"),
    Some("??"),
];

fn any_text(most: usize) -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        5 => prop::sample::select(&PIECES[..]).prop_map(str::to_owned),
        4 => "[A-Z]?[a-z]{1,9} ",
        1 => "\\PC{0,6}",
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(piece, 0..most).prop_map(|it| it.concat())
}

/// A text made of one short stretch, over and over.
fn pathological() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::sample::select(&PIECES[..]), 1..5).prop_map(|it| it.concat())
}

/// The other version: stretches left out, doubled, put elsewhere or written over.
fn edited(text: &str, edits: &[(usize, usize, usize, String)]) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    for (kind, at, length, with) in edits {
        let start = at % (chars.len() + 1);
        let end = (start + length).min(chars.len());
        let stretch: Vec<char> = chars[start..end].to_vec();
        match kind % 4 {
            0 => drop(chars.drain(start..end)),
            1 => drop(chars.splice(start..start, stretch)),
            2 => drop(chars.splice(start..end, with.chars())),
            _ => {
                chars.drain(start..end);
                let to = (at * 7 + 3) % (chars.len() + 1);
                chars.splice(to..to, stretch);
            }
        }
    }
    chars.into_iter().collect()
}

/// Whether twice the text takes far more than twice the time; small times say nothing.
fn grows_too_fast(work: impl Fn(usize)) -> Option<(Duration, Duration)> {
    let best = |size: usize| {
        let timed = |_| {
            let began = Instant::now();
            work(size);
            began.elapsed()
        };
        (0..3).map(timed).min().unwrap_or_default()
    };
    let (once, twice) = (best(25_000), best(50_000));
    (twice > once * 4 && twice > Duration::from_millis(100)).then_some((once, twice))
}

proptest! {
    #[test]
    #[ignore = "long"]
    fn sentences_cover_any_text(text in any_text(200), language in prop::sample::select(&LANGUAGES[..])) {
        let chars: Vec<char> = text.chars().collect();
        let mut last = 0;
        for it in sentences(&text, language) {
            prop_assert!(last <= it.start && it.start < it.end && it.end <= chars.len());
            prop_assert!(chars[last..it.start].iter().all(|c| c.is_whitespace()));
            last = it.end;
        }
        prop_assert!(chars[last..].iter().all(|c| c.is_whitespace()));
    }

    #[test]
    #[ignore = "long"]
    fn a_passage_is_carried_over_or_given_up(
        old in any_text(150),
        edits in prop::collection::vec((0..4_usize, 0..2000_usize, 0..60_usize, "[a-z .0-9]{0,12}"), 0..8),
        spans in prop::collection::vec((0..900_usize, 1..90_usize), 1..12),
    ) {
        let new = edited(&old, &edits);
        let texts = Reanchorer::new(&old, &new);
        for (start, length) in spans {
            let Ok(outcome) = texts.span(start, start + length) else { continue };
            let stands = outcome.place.map(|it| slice(&new, it.start, it.end).unwrap_or("outside"));
            let same = matches!(outcome.state, State::Exact | State::Moved);
            prop_assert_eq!(stands, outcome.place.map(|_| outcome.new.as_str()));
            prop_assert!(!same || stands == slice(&old, start, start + length));
            prop_assert_eq!(outcome.state == State::Exact, same && outcome.start() == Some(start));
            prop_assert_eq!(outcome.place.is_some(), same || outcome.state == State::Changed);
            prop_assert!(outcome.candidates.iter().all(|it| it.start < it.end && it.end <= count(&new)));
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases.div_ceil(32), ..ProptestConfig::default() })]

    #[test]
    #[ignore = "long"]
    fn sentences_take_linear_time(unit in pathological(), lead in any_text(6)) {
        let slow = grows_too_fast(|size| drop(sentences(&format!("{lead}{}", unit.repeat(size / unit.len())), Some("en"))));
        prop_assert_eq!(slow, None);
    }

    #[test]
    #[ignore = "long"]
    fn carrying_over_takes_linear_time(unit in pathological(), other in pathological(), lead in any_text(6)) {
        let slow = grows_too_fast(|size| {
            let old = format!("{lead}{}", unit.repeat(size / unit.len()));
            let new = format!("{}{old}{lead}{other}", other.repeat(size / 4 / other.len()));
            let texts = Reanchorer::new(&old, &new);
            let length = count(&old);
            (0..40).for_each(|at| drop(texts.span(at * length / 40, (at * length / 40 + 50).min(length))));
        });
        prop_assert_eq!(slow, None);
    }
}
