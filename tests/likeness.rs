//! Two claims compared: the gold pairs, and rules under any input.

use claimdesk::text::likeness::{Checked, Difference, Likeness, Reason, Said, Strength, compare, none_rarity};
use proptest::prelude::*;
use serde_json::Value;
use std::path::Path;
use std::time::{Duration, Instant};

/// One line of the gold set.
struct Pair {
    said: String,
    checked: String,
    expect: String,
    changed: String,
    lang: String,
}

fn pairs() -> Vec<Pair> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/gold/pairs.jsonl");
    let pair = |line: &str| {
        let value: Value = serde_json::from_str(line).unwrap();
        let text = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
        Pair {
            said: text("said"),
            checked: text("checked"),
            expect: text("expect"),
            changed: text("changed"),
            lang: text("lang"),
        }
    };
    std::fs::read_to_string(path).unwrap().lines().map(pair).collect()
}

fn like(said: &str, checked: &str, lang: Option<&str>) -> Likeness {
    compare(said, Checked { text: checked, title: None }, lang, &none_rarity)
}

/// The pairs that are expected to be so, and those of them that are, with the language given or guessed.
fn found(expect: &str, given: bool) -> (Vec<Pair>, Vec<Likeness>) {
    let wanted: Vec<Pair> = pairs().into_iter().filter(|it| it.expect == expect).collect();
    let found = wanted.iter().map(|it| like(&it.said, &it.checked, given.then_some(it.lang.as_str()))).collect();
    (wanted, found)
}

fn share(found: &[Likeness], strength: Strength) -> f64 {
    found.iter().filter(|it| it.strength == strength).count() as f64 / found.len() as f64
}

#[test]
fn a_changed_claim_is_never_the_same_claim() {
    for given in [true, false] {
        let (hard, found) = found("related", given);
        assert!(hard.len() >= 260);
        let wrong: Vec<_> =
            hard.iter().zip(&found).filter(|(_, it)| it.strength == Strength::Same).map(|(it, _)| &it.said).collect();
        assert!(wrong.is_empty(), "{wrong:#?}");
        assert!(share(&found, Strength::Related) >= 0.98);
        let told = found.iter().filter(|it| !it.differences.is_empty()).count();
        assert!(told as f64 / found.len() as f64 >= 0.95, "{told} of {}", found.len());
    }
}

#[test]
fn the_difference_that_was_made_is_the_one_that_is_told() {
    let (hard, found) = found("related", true);
    let named = hard.iter().zip(&found).filter(|(pair, it)| {
        let close = |word: &str| match pair.changed.as_str() {
            "name" | "place" => matches!(word, "name" | "place"),
            "negation" | "opposite" => matches!(word, "negation" | "opposite"),
            changed => word == changed,
        };
        it.differences.iter().any(|it| close(it.word()))
    });
    assert!(named.count() as f64 / hard.len() as f64 >= 0.78);
}

#[test]
fn the_same_claim_in_other_words_is_mostly_found() {
    for (given, least) in [(true, 0.85), (false, 0.8)] {
        let (same, found) = found("same", given);
        assert!(same.len() >= 80);
        assert!(share(&found, Strength::Same) >= least, "{}", share(&found, Strength::Same));
        assert_eq!(share(&found, Strength::None), 0.0);
    }
}

#[test]
fn another_subject_is_not_related() {
    for given in [true, false] {
        let (others, found) = found("none", given);
        assert!(others.len() >= 40);
        assert!(share(&found, Strength::None) >= 0.97);
    }
}

#[test]
fn what_is_told_reads_as_a_sentence() {
    let found = like("Bus fares in Brackwater rose 15 %.", "Bus fares in Brackwater rose 5 %.", Some("en"));
    assert_eq!(found.differences, [Difference::Number { said: "15 %".into(), checked: "5 %".into() }]);
    assert_eq!(found.differences[0].to_string(), "says 15 % where the check says 5 %");
    assert_eq!(found.reasons[0], Reason::SharedNames(vec!["Brackwater".into()]));
    assert_eq!(found.reasons[0].to_string(), "shares the name Brackwater");
    let checked = Checked { text: "The pier was sold to a circus.", title: Some("Was the pier sold to a circus?") };
    let found = compare("They say the pier was sold to a circus", checked, None, &none_rarity);
    assert!(found.reasons.contains(&Reason::SameTitle) && found.strength == Strength::Related, "{found:?}");
}

#[test]
fn a_text_without_end_is_compared_in_time() {
    let long = [
        "a".repeat(1_000_000),
        "\u{301}".repeat(500_000),
        "水".repeat(400_000),
        "no ".repeat(300_000),
        "Brackwater ".repeat(100_000),
        "one two three million ".repeat(50_000),
        "#a@b ".repeat(200_000),
        "breaking ".repeat(100_000),
        "٥% . ".repeat(200_000),
        "https://a/".repeat(100_000),
        (0..100_000).map(|it| format!("w{it} ")).collect(),
    ];
    let start = Instant::now();
    for a in &long {
        for b in ["The pier was sold.", a, &long[10]] {
            assert!((0.0..=1.0).contains(&like(a, b, None).score));
        }
    }
    assert!(start.elapsed() < Duration::from_secs(60), "{:?}", start.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_texts_can_be_compared(a in "\\PC{0,120}", b in "\\PC{0,120}", lang in "en|de|fr|tr|ur|zh|xx|") {
        let found = compare(&a, Checked { text: &b, title: Some(&a) }, Some(&lang), &none_rarity);
        prop_assert!((0.0..=1.0).contains(&found.score));
        prop_assert!(found.strength == Strength::Related || found.differences.is_empty());
    }

    #[test]
    fn a_text_differs_from_itself_in_nothing(a in claim(), lang in "en|de|fr|es|tr|ru|hi|zh|xx") {
        for found in [like(&a, &a, Some(&lang)), like(&a, &a, None)] {
            prop_assert!(found.differences.is_empty(), "{:?}", found);
        }
        let read = Said::read(&a, Some(&lang)).compare(Checked { text: &a, title: None }, &none_rarity);
        prop_assert_eq!(read, like(&a, &a, Some(&lang)));
    }

    #[test]
    fn another_number_is_another_claim(a in 2_u32..5000, b in 2_u32..5000) {
        let text = |it: u32| format!("The harbour board of Brackwater sold {it} boats to Dunmere.");
        let found = like(&text(a), &text(b), Some("en"));
        prop_assert_eq!(found.strength == Strength::Same, a == b);
    }
}

/// Words of many languages, numbers and marks in any order.
fn claim() -> impl Strategy<Value = String> {
    let words = "The |was |not |Holt |by |Brackwater |May |3 |5%|$|1.2m |half |a |third |of |two |million |sold |Is |? |. |! |: |— |#Holt |@x |\
                 https://x.org/a |fake |der |den |Hund |ne |pas |plus |à |市长|否认|了|百分之五|میئر |نے |نہیں |۔ |में |है |не |Мэр |yüzde |\
                 Holt'u |½|°C |❌|but |if |says |\n";
    let words: Vec<&'static str> = words.split('|').collect();
    proptest::collection::vec(proptest::sample::select(words), 0..24).prop_map(|it| it.concat())
}
