//! The gold list of who said it: sentences in their context, with the claimant's name or none.

use claimdesk::text::{attribution::attributions, forms::forms, quotations::quoted, sentences::sentences};
use serde_json::Value;

const GOLD: &str = include_str!("gold/attribution.jsonl");

struct Case {
    lang: String,
    text: String,
    sentence: String,
    name: Option<String>,
}

fn cases() -> Vec<Case> {
    let field = |it: &Value, name: &str| it[name].as_str().map(str::to_owned);
    GOLD.lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .map(|it: Value| Case {
            lang: field(&it, "lang").unwrap(),
            text: field(&it, "text").unwrap(),
            sentence: field(&it, "sentence").unwrap(),
            name: field(&it, "name"),
        })
        .collect()
}

fn claimant(case: &Case) -> Option<String> {
    let lang = Some(case.lang.as_str());
    let sentences = sentences(&case.text, lang);
    let (forms, quoted) = (forms(&case.text, &sentences), quoted(&case.text, &sentences));
    let found = attributions(&case.text, &sentences, &forms, &quoted, &[lang]);
    let at = case.text.find(&case.sentence).unwrap_or_else(|| panic!("not in its text: {}", case.sentence));
    let at = case.text[..at].chars().count();
    let number = sentences.iter().position(|it| it.start <= at && at < it.end).unwrap();
    found[number].as_ref().map(|it| {
        let passage = |start, end| case.text.chars().skip(start).take(end - start).collect::<String>();
        assert_eq!(passage(it.words_start, it.words_end).replace('\n', " "), it.words);
        assert!(!passage(it.start, it.end).is_empty());
        it.name.clone()
    })
}

struct Score {
    right: usize,
    wrong: usize,
    missed: usize,
    silent: usize,
}

fn score<'a>(cases: impl Iterator<Item = &'a Case>) -> Score {
    let mut score = Score { right: 0, wrong: 0, missed: 0, silent: 0 };
    for case in cases {
        let found = claimant(case);
        match (&found, &case.name) {
            (Some(found), Some(name)) if found == name => score.right += 1,
            (None, None) => score.silent += 1,
            (None, Some(_)) => score.missed += 1,
            _ => score.wrong += 1,
        }
        if found != case.name {
            println!("{}: {:?}, not {:?}: {}", case.lang, found, case.name, case.sentence);
        }
    }
    let named = score.right + score.missed;
    println!(
        "precision {:.3} of {}, recall {:.3} of {named}, none where there is none {}",
        precision(&score),
        score.right + score.wrong,
        score.right as f64 / named.max(1) as f64,
        score.silent
    );
    score
}

fn precision(score: &Score) -> f64 {
    score.right as f64 / (score.right + score.wrong).max(1) as f64
}

#[test]
fn english_claimants() {
    let cases = cases();
    let score = score(cases.iter().filter(|it| it.lang == "en"));
    assert!(precision(&score) >= 0.95);
    assert!(score.right >= 190 && score.missed <= 12);
}

#[test]
fn claimants_in_other_languages() {
    let cases = cases();
    let score = score(cases.iter().filter(|it| it.lang != "en"));
    assert!(precision(&score) >= 0.95);
    assert!(score.right >= 125 && score.missed <= 10);
}
