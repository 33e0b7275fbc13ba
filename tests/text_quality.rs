//! The open test sets of sentences and of claims worth checking, with the bars that the desk holds itself to. The sets
//! stand beside the repository; where they are absent nothing is measured. `benches/text-quality` prints the whole table.

use std::collections::BTreeMap;
use std::path::PathBuf;

use claimdesk::text::reading::{Language, read};
use claimdesk::text::sentences::sentences;
use claimdesk::text::worth::Model;
use serde_json::Value;

/// The lines of a set, none where it is absent.
fn set(path: &str) -> Option<Vec<Value>> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data").join(path);
    let Ok(text) = std::fs::read_to_string(&file) else {
        eprintln!("../shared/data/{path} is not here: skipped");
        return None;
    };
    Some(text.lines().map(|line| serde_json::from_str(line).unwrap()).collect())
}

type Spans = Vec<(usize, usize)>;

fn gold(case: &Value) -> Spans {
    let pair = |span: &Value| (span[0].as_u64().unwrap() as usize, span[1].as_u64().unwrap() as usize);
    case["spans"].as_array().unwrap().iter().map(pair).collect()
}

/// The spans of a case; every character that is not white space must be in exactly one.
fn ours(case: &Value) -> Spans {
    let text = case["text"].as_str().unwrap();
    let found: Spans = sentences(text, case["lang"].as_str()).iter().map(|it| (it.start, it.end)).collect();
    let mut covered = vec![0u8; text.chars().count()];
    found.iter().for_each(|(start, end)| covered[*start..*end].iter_mut().for_each(|it| *it += 1));
    for (n, c) in text.chars().enumerate() {
        assert!(covered[n] == 1 || (c.is_whitespace() && covered[n] < 2), "{} at {n}: {text:?}", case["id"]);
    }
    found
}

/// Boundaries between sentences: found and right, found, and right.
#[derive(Default, Clone, Copy)]
struct Boundaries(f64, f64, f64);

impl Boundaries {
    fn add(&mut self, gold: &Spans, ours: &Spans) {
        let inner = |spans: &Spans| -> Vec<usize> { spans.iter().rev().skip(1).map(|span| span.1).collect() };
        let (gold, ours) = (inner(gold), inner(ours));
        self.0 += ours.iter().filter(|end| gold.contains(end)).count() as f64;
        self.1 += ours.len() as f64;
        self.2 += gold.len() as f64;
    }

    fn f1(self) -> f64 {
        2.0 * self.0 / (self.1 + self.2)
    }
}

#[test]
fn rules_of_sentences_in_many_languages() {
    let Some(cases) = set("segmentation/open/rules.jsonl") else { return };
    let of = |sets: &[&str]| -> Vec<&Value> {
        cases.iter().filter(|case| sets.iter().any(|set| case["set"] == *set)).collect()
    };
    let exact = |cases: &[&Value]| cases.iter().filter(|case| gold(case) == ours(case)).count();
    let english: Vec<&Value> = of(&["golden"]).into_iter().filter(|case| case["lang"] == "en").collect();
    assert_eq!(exact(&english), english.len(), "English golden rules");
    let both = of(&["golden", "pragmatic"]);
    let share = exact(&both) as f64 / both.len() as f64;
    assert!(share >= 0.97, "golden and pragmatic rules: {share:.3}");
}

#[test]
fn news_in_seventeen_languages() {
    let Some(cases) = set("segmentation/open/pud.jsonl") else { return };
    let mut languages: BTreeMap<&str, Boundaries> = BTreeMap::new();
    for case in &cases {
        languages.entry(case["lang"].as_str().unwrap()).or_default().add(&gold(case), &ours(case));
    }
    let mean = languages.values().map(|it| it.f1()).sum::<f64>() / languages.len() as f64;
    assert!(languages.len() == 17 && mean >= 0.988, "{} languages, {mean:.4}", languages.len());
}

#[test]
fn mail_blogs_and_reviews() {
    let Some(cases) = set("segmentation/open/ewt.jsonl") else { return };
    let mut all = Boundaries::default();
    cases.iter().for_each(|case| all.add(&gold(case), &ours(case)));
    assert!(all.f1() >= 0.925, "{:.4}", all.f1());
}

/// The highest worth of each line's sentences, with the model that is built in.
fn worth(lines: &[Value]) -> Vec<f32> {
    let text: Vec<String> = lines
        .iter()
        .map(|line| {
            let words = line["text"].as_str().unwrap().split_whitespace().collect::<Vec<_>>().join(" ");
            if words.is_empty() { "-".into() } else { words }
        })
        .collect();
    let mut best = vec![0f32; lines.len()];
    for line in read(&text.join("\n\n"), Language::Given("en"), &Model::Default) {
        best[line.paragraph] = best[line.paragraph].max(line.worth.score);
    }
    best
}

fn f1(lines: &[Value], scores: &[f32]) -> f64 {
    let (mut right, mut said, mut are) = (0.0, 0.0, 0.0);
    for (line, score) in lines.iter().zip(scores) {
        let is = line["label"] == 1;
        right += f64::from(is && *score >= 0.5);
        said += f64::from(*score >= 0.5);
        are += f64::from(is);
    }
    2.0 * right / (said + are)
}

/// Mean average precision over debates, as CheckThat! counts it.
fn map(lines: &[Value], scores: &[f32]) -> f64 {
    let mut debates: BTreeMap<&str, Vec<(f32, bool)>> = BTreeMap::new();
    for (line, score) in lines.iter().zip(scores) {
        debates.entry(line["doc"].as_str().unwrap()).or_default().push((*score, line["label"] == 1));
    }
    let precision = |mut judged: Vec<(f32, bool)>| {
        judged.sort_by(|a, b| b.0.total_cmp(&a.0));
        let all = judged.iter().filter(|it| it.1).count();
        let (mut hits, mut sum) = (0.0, 0.0);
        for (n, _) in judged.iter().enumerate().filter(|(_, it)| it.1) {
            hits += 1.0;
            sum += hits / (n + 1) as f64;
        }
        if all == 0 { 0.0 } else { sum / all as f64 }
    };
    let count = debates.len() as f64;
    debates.into_values().map(precision).sum::<f64>() / count
}

#[test]
fn the_built_in_model_finds_what_is_worth_checking() {
    if let Some(lines) = set("checkworthiness/ct2019_debates/open/test.jsonl") {
        let found = map(&lines, &worth(&lines));
        assert!(found >= 0.12, "ct2019: {found:.4}");
    }
    for (path, bar) in [("ct2024_english/open/dev.jsonl", 0.70), ("policlaim/open/train.jsonl", 0.78)] {
        let Some(lines) = set(&format!("checkworthiness/{path}")) else { continue };
        let found = f1(&lines, &worth(&lines));
        assert!(found >= bar, "{path}: {found:.4}");
    }
}
