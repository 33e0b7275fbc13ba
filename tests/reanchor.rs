//! Claims carried to another version: the gold set, and rules under any input.

use claimdesk::text::offsets::{count, slice};
use claimdesk::text::reanchor::{Fault, Outcome, Reanchorer, State};
use proptest::prelude::*;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::time::{Duration, Instant};

/// One line of the gold set.
struct Case {
    id: String,
    kind: String,
    old: String,
    new: String,
    start: usize,
    end: usize,
    state: String,
    /// Where the passage should stand in the new text.
    place: Option<(usize, usize)>,
    warnings: BTreeSet<String>,
}

fn cases() -> Vec<Case> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/reanchor.jsonl");
    std::fs::read_to_string(path).unwrap().lines().map(case).collect()
}

fn case(line: &str) -> Case {
    let value: Value = serde_json::from_str(line).unwrap();
    let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
    let (id, old, new) = (text("id"), text("old"), text("new"));
    let nth = |key: &str| value[key].as_u64().unwrap_or(1) as usize;
    let (start, end) =
        nth_of(&old, &text("quote"), nth("nth")).unwrap_or_else(|| panic!("{id}: the quote is not there"));
    let place = value["new_quote"]
        .as_str()
        .map(|quote| nth_of(&new, quote, nth("new_nth")).unwrap_or_else(|| panic!("{id}: the new quote is not there")));
    let warnings = value["warnings"].as_array().into_iter().flatten();
    let warnings = warnings.filter_map(|it| Some(it.as_str()?.to_owned())).collect();
    Case { kind: text("kind"), state: text("state"), id, old, new, start, end, place, warnings }
}

fn nth_of(text: &str, quote: &str, nth: usize) -> Option<(usize, usize)> {
    let (byte, _) = text.match_indices(quote).nth(nth - 1)?;
    let start = count(&text[..byte]);
    Some((start, start + count(quote)))
}

fn place(outcome: &Outcome) -> Option<(usize, usize)> {
    outcome.place.map(|it| (it.start, it.end))
}

/// What is wrong with an outcome so that nobody would notice: a place that is not the passage's, or words that changed
/// without a word about it.
fn lie(case: &Case, outcome: &Outcome) -> Option<String> {
    let here = place(outcome);
    let same = matches!(outcome.state, State::Exact | State::Moved);
    if same && here.and_then(|(start, end)| slice(&case.new, start, end)) != Some(outcome.old.as_str()) {
        return Some("says it is the same text, and it is not".into());
    }
    if same && (here != case.place || !matches!(case.state.as_str(), "exact" | "moved")) {
        return Some(format!("{} at a wrong place, {here:?}", outcome.state.as_str()));
    }
    let told: BTreeSet<String> = outcome.warnings.iter().map(|it| it.what.as_str().to_owned()).collect();
    let missing: Vec<&String> = case.warnings.difference(&told).collect();
    (outcome.state == State::Changed && !missing.is_empty()).then(|| format!("no warning about {missing:?}"))
}

#[test]
fn the_gold_set_holds() {
    let cases = cases();
    let mut table: BTreeMap<(String, &str), usize> = BTreeMap::new();
    let (mut lies, mut wrong, mut noise) = (Vec::new(), Vec::new(), Vec::new());
    let (mut moves, mut found) = (0, 0);
    for case in &cases {
        let outcome = Reanchorer::new(&case.old, &case.new).span(case.start, case.end).unwrap();
        *table.entry((case.state.clone(), outcome.state.as_str())).or_default() += 1;
        let name = format!("{} ({})", case.id, case.kind);
        if let Some(lie) = lie(case, &outcome) {
            lies.push(format!("{name}: {lie}\n    {:?} → {:?}", outcome.old, outcome.new));
        }
        let right = outcome.state.as_str() == case.state && place(&outcome) == case.place;
        if case.state == "moved" {
            moves += 1;
            found += usize::from(right);
        }
        if !right {
            wrong.push(format!(
                "{name}: {} instead of {}\n    {:?} → {:?}",
                outcome.state.as_str(),
                case.state,
                outcome.old,
                outcome.new
            ));
        }
        let told: Vec<String> = outcome
            .warnings
            .iter()
            .filter(|it| !case.warnings.contains(it.what.as_str()))
            .map(|it| it.words())
            .collect();
        if !told.is_empty() {
            noise.push(format!("{name}: {told:?}"));
        }
    }
    println!(
        "{} cases, {found} of {moves} moves found, {} lies, {} not as expected, {} with warnings that nobody needs",
        cases.len(),
        lies.len(),
        wrong.len(),
        noise.len()
    );
    table.iter().for_each(|((expected, got), count)| println!("  {expected:<10} → {got:<10} {count:>4}"));
    wrong.iter().chain(&noise).for_each(|it| println!("{it}"));
    assert!(lies.is_empty(), "{}", lies.join("\n"));
    assert!(cases.len() >= 440 && found * 100 >= moves * 97, "{found} of {moves}");
    assert!(wrong.len() * 100 <= cases.len() * 3, "{} of {}", wrong.len(), cases.len());
    assert!(noise.len() * 100 <= cases.len() * 5, "{} of {}", noise.len(), cases.len());
}

#[test]
fn the_gold_set_is_varied_and_sound() {
    let cases = cases();
    let distinct = |of: fn(&Case) -> &str| cases.iter().map(of).collect::<BTreeSet<&str>>().len();
    assert!(distinct(|it| &it.old) >= 150 && distinct(|it| &it.id) == cases.len() && distinct(|it| &it.kind) >= 25);
    for case in &cases {
        let same = matches!(case.state.as_str(), "exact" | "moved");
        let (old, new) =
            (slice(&case.old, case.start, case.end), case.place.and_then(|it| slice(&case.new, it.0, it.1)));
        assert!(!same || old == new, "{}", case.id);
        assert!((case.state == "exact") == (same && case.place == Some((case.start, case.end))), "{}", case.id);
        assert_eq!(case.place.is_some(), same || case.state == "changed", "{}", case.id);
        assert!(case.state == "changed" || case.warnings.is_empty(), "{}", case.id);
    }
}

/// Text as it comes, with much that repeats.
fn any_text() -> impl Strategy<Value = String> {
    let sentence = prop::sample::select(vec![
        "Turnout in Ward 3 was 41 %. ",
        "Turnout in Ward 4 was 42 %. ",
        "Yes. ",
        "She did not sign. ",
        "She did sign. ",
        "Ada Crane said “no”.\n\n",
        "税率不会提高。",
        "لم يوقع الوزير. ",
        "👩\u{200D}👩\u{200D}👧 e\u{301} ",
        "\u{AD}\u{200B}",
        "a",
        "\n",
    ]);
    let piece = prop_oneof![6 => sentence.prop_map(str::to_owned), 2 => "[A-Za-z]{1,7} ", 1 => "[0-9]{1,4}[.,: ]", 1 => "\\PC{0,4}"];
    prop_oneof![9 => prop::collection::vec(piece, 0..30).prop_map(|it| it.concat()), 1 => any::<String>()]
}

/// A text of sentences that differ, of words that no table knows.
fn any_article() -> impl Strategy<Value = String> {
    prop::collection::vec(prop::collection::vec("[bcdfgh]{4,9}", 4..12), 3..20)
        .prop_map(|all| all.iter().enumerate().map(|(at, it)| format!("So{at} {}. ", it.join(" "))).collect())
}

proptest! {
    #[test]
    fn a_place_is_inside_the_text_and_the_same_is_the_same(old in any_text(), new in any_text(), a in 0..120_usize, b in 0..60_usize) {
        match Reanchorer::new(&old, &new).span(a, a + b) {
            Err(Fault::Outside) => prop_assert!(a + b > count(&old)),
            Err(Fault::Empty) => prop_assert!(slice(&old, a, a + b).unwrap().trim().is_empty()),
            Ok(outcome) => {
                prop_assert_eq!(Some(outcome.old.as_str()), slice(&old, a, a + b));
                for it in outcome.place.iter().chain(&outcome.candidates) {
                    prop_assert!(it.start < it.end && it.end <= count(&new));
                }
                let stands = outcome.place.and_then(|it| slice(&new, it.start, it.end));
                prop_assert_eq!(stands, outcome.place.map(|_| outcome.new.as_str()));
                let same = matches!(outcome.state, State::Exact | State::Moved);
                prop_assert!(!same || outcome.old == outcome.new);
                prop_assert_eq!(outcome.place.is_some(), same || outcome.state == State::Changed);
                prop_assert_eq!(outcome.state == State::Exact, same && outcome.start() == Some(a));
                prop_assert!(outcome.state != State::Ambiguous || !outcome.candidates.is_empty());
                prop_assert!(outcome.state == State::Changed || outcome.warnings.is_empty());
            }
        }
    }

    #[test]
    fn the_same_text_is_exact_throughout(text in any_text(), a in 0..120_usize, b in 0..60_usize) {
        if let Ok(outcome) = Reanchorer::new(&text, &text).span(a, a + b) {
            prop_assert_eq!((outcome.state, place(&outcome)), (State::Exact, Some((a, a + b))));
        }
    }

    #[test]
    fn what_comes_before_moves_a_passage_by_its_length(text in any_article(), before in "[A-Z]{3,9}[.:\n] ", at in 0..20_usize) {
        let start = text.match_indices("So").map(|it| it.0).nth(at % text.matches("So").count()).unwrap();
        let end = start + text[start..].find('.').unwrap() + 1;
        let new = format!("{before}{text}");
        let outcome = Reanchorer::new(&text, &new).span(start, end).unwrap();
        prop_assert_eq!((outcome.state, place(&outcome)), (State::Moved, Some((start + before.len(), end + before.len()))));
    }

    #[test]
    fn a_number_never_changes_unsaid(text in any_article(), at in 0..20_usize, old in 2..999_u32, new in 2..999_u32) {
        prop_assume!(old != new);
        let sentence = text.split(". ").nth(at % text.matches(". ").count()).unwrap();
        let (mine, theirs) = (format!("{sentence} {old} times"), format!("{sentence} {new} times"));
        let (before, after) = (text.replace(sentence, &mine), text.replace(sentence, &theirs));
        let (start, end) = nth_of(&before, &mine, 1).unwrap();
        let outcome = Reanchorer::new(&before, &after).span(start, end).unwrap();
        prop_assert_eq!((outcome.state, outcome.new), (State::Changed, theirs));
        let told: Vec<String> = outcome.warnings.iter().map(|it| it.words()).collect();
        prop_assert_eq!(told, [format!("a number changed: {old} → {new}")]);
    }
}

/// Far more than linear time needs in a slow build, far less than quadratic time takes.
fn in_time(what: &str, old: &str, new: &str) {
    let began = Instant::now();
    let length = count(old);
    let texts = Reanchorer::new(old, new);
    for at in 0..200 {
        let start = at * length / 200;
        let _ = texts.span(start, (start + 60).min(length));
    }
    assert!(began.elapsed() < Duration::from_secs(20), "{what} took {:?}", began.elapsed());
}

#[test]
fn hostile_texts_take_linear_time() {
    for unit in
        ["a", "a ", "a. ", "Turnout in Ward 3 was 41 %. ", ".", "\u{301}", "\n", "不", "5 ", "“", "- a\n", "👩\u{200D}"]
    {
        let old = unit.repeat(200_000 / unit.len());
        in_time(unit, &old, &format!("{old}{unit}b"));
        in_time(unit, &old, &format!("b {old}"));
        in_time(unit, &old, &unit.repeat(7));
    }
    let words = |seed: u64| -> String {
        let mut state = seed;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            state >> 40
        };
        (0..40_000).map(|at| format!("w{}{}", next() % 900, if at % 11 == 0 { ". " } else { " " })).collect()
    };
    in_time("two texts by chance", &words(1), &words(2));
}

#[test]
fn faults_are_told() {
    let texts = Reanchorer::new("a  b", "a b");
    assert_eq!(texts.span(1, 3), Err(Fault::Empty));
    assert_eq!(texts.span(2, 2), Err(Fault::Empty));
    assert_eq!(texts.span(3, 5), Err(Fault::Outside));
    assert_eq!(texts.span(3, 2), Err(Fault::Outside));
}
