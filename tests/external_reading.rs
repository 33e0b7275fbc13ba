//! Other desks' checks as they are met: the open set, hostile input, any JSON at all. The set stands beside the
//! repository; where it is absent its tests measure nothing.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use claimdesk::external::reading::{Outcome, Report, read, read_each};
use proptest::prelude::*;
use serde_json::{Value, json};

/// A file of the open set, none where it is absent.
fn set(name: &str) -> Option<Vec<u8>> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/claimreview/open").join(name);
    let bytes = std::fs::read(&file).ok();
    if bytes.is_none() {
        eprintln!("../shared/data/claimreview/open/{name} is not here: skipped");
    }
    bytes
}

type Counts = BTreeMap<&'static str, usize>;

fn refused(report: &Report) -> Counts {
    let mut counts = Counts::new();
    report.refusals().for_each(|(_, refusal)| *counts.entry(refusal.word()).or_default() += 1);
    counts
}

fn repaired(report: &Report) -> Counts {
    let mut counts = Counts::new();
    for item in &report.items {
        match &item.outcome {
            Outcome::Read { repairs, .. } => {
                repairs.iter().for_each(|it| *counts.entry(it.what.word()).or_default() += 1)
            }
            Outcome::Mended(repair) => *counts.entry(repair.what.word()).or_default() += 1,
            Outcome::Refused(_) => {}
        }
    }
    counts
}

fn string<'a>(value: &'a Value, name: &str) -> &'a str {
    value[name].as_str().unwrap_or_default()
}

#[test]
fn the_open_feed_is_read_without_loss() {
    let Some(bytes) = set("politifact_datafeed.json") else { return };
    let report = read(&bytes);
    assert_eq!((report.checks().count(), refused(&report)), (397, Counts::new()));
    assert_eq!(repaired(&report).keys().collect::<Vec<_>>(), [&"spaces-tidied"]);
    let feed: Value = serde_json::from_slice(&bytes).unwrap();
    let elements = feed["dataFeedElement"].as_array().unwrap();
    for ((element, check), item) in elements.iter().zip(report.checks()).zip(&report.items) {
        let met = &element["item"][0];
        let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert_eq!(serde_json::from_str::<Value>(&check.original).unwrap(), *met, "{}", item.at);
        assert_eq!(words(&check.claim), words(string(met, "claimReviewed")));
        assert_eq!(check.url, string(met, "url"));
        assert_eq!(check.rating_text.as_deref(), met["reviewRating"]["alternateName"].as_str());
        assert_eq!(check.rating, met["reviewRating"]["ratingValue"].as_f64());
        assert_eq!(check.claimant.as_deref(), met["itemReviewed"]["author"]["name"].as_str());
        assert_eq!(check.reviewed_on.unwrap().to_string(), string(met, "datePublished"));
        assert_eq!(check.publisher_name.as_deref(), Some("PolitiFact"));
    }
}

#[test]
fn the_open_objects_and_scripts_are_read_and_every_repair_is_named() {
    if let Some(bytes) = set("real_claimreview.jsonl") {
        let report = read(&bytes);
        assert_eq!((report.checks().count(), refused(&report)), (33, Counts::new()));
        let expected = [
            ("date-form", 9),
            ("entities-decoded", 1),
            ("list-first", 3),
            ("publisher-from-other", 1),
            ("scheme-added", 1),
            ("spaces-tidied", 3),
            ("title-from-other", 15),
            ("url-too-long", 1),
        ];
        assert_eq!(repaired(&report), expected.into());
        assert!(
            report
                .checks()
                .all(|it| it.publisher_name.is_some() && it.rating_text.is_some() && it.reviewed_on.is_some())
        );
    }
    if let Some(bytes) = set("raw_jsonld_scripts.jsonl") {
        let report = read(&bytes);
        assert_eq!((report.checks().count(), refused(&report)), (18, Counts::new()));
        assert!(report.items.iter().all(|it| it.at.contains(", script")), "{:?}", report.items.first());
    }
}

#[test]
fn research_records_are_refused_item_by_item() {
    let Some(bytes) = set("averitec_dev.json") else { return };
    let report = read(&bytes);
    assert_eq!((report.items.len(), refused(&report)), (248, Counts::from([("research-record", 248)])));
    assert_eq!(report.items[247].at, "[247]");
}

/// Time is linear and memory bounded whatever comes; each case is a piece that is repeated.
#[test]
fn hostile_input_is_answered_in_time() {
    const SIZE: usize = 2_000_000;
    let review = r#"{"@type":"ClaimReview","url":"https://a.org/x","claimReviewed":"x"},"#;
    #[rustfmt::skip]
    let pieces = [
        "[", "{\"a\":", "\"", "\\\"", "{\"", "\"//", "/*", "{\"x ", "[\"x \",\"y", "<script", "<script type=ld+json>ClaimReview",
        "<!--", ",", "[{},", "9", "\n", "{}\n", "{\n", "[1,\n", "\\ud800", "\u{301}", "\"ClaimReview\\\"", "{\"a\" \"b\"",
        "{\"a\":\"b \"c\" d\",", "\"{\\\"@type\\\":\\\"ClaimReview\\\"\"", "{\"@type\":\"ClaimReview\",\"a\":", "}", review,
    ];
    for piece in pieces {
        answered(piece, piece.repeat(SIZE / piece.len()).as_bytes());
    }
    for piece in ["<b ", "&amp;", "<script>", "<!--", "\\ud800", " \\n", "\u{301}", "\\\\"] {
        let claim = piece.repeat(900_000 / piece.len());
        let object =
            format!(r#"{{"@type":"ClaimReview","url":"https://a.org/x","name":"n","claimReviewed":"{claim}"}}"#);
        answered(piece, object.as_bytes());
    }
    let name = "k".repeat(SIZE / 2);
    answered("a long name", format!("{{\"{name}\":[{}1]}}", "\"a\",".repeat(SIZE / 8)).as_bytes());
    answered("bytes", &(0..=255).cycle().take(SIZE).collect::<Vec<u8>>());
}

fn answered(what: &str, bytes: &[u8]) {
    let begun = Instant::now();
    let mut items = 0usize;
    read_each(bytes, &mut |_| items += 1);
    assert!(items > 0, "{what}: nothing is said");
    assert!(begun.elapsed() < Duration::from_secs(10), "{what}: {:?}", begun.elapsed());
}

fn texts() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => prop::sample::select(vec!["ClaimReview", "MediaReview", "https://a.org/b", "javascript:x", "", "2020-10-07", "x"]).prop_map(str::to_owned),
        2 => "[ -~]{0,20}",
        1 => any::<String>(),
    ]
}

fn names() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    let known = vec![
        "@type", "type", "@graph", "@id", "@value", "url", "claimReviewed", "reviewRating", "itemReviewed", "author", "name",
        "alternateName", "ratingValue", "bestRating", "worstRating", "appearance", "datePublished", "inLanguage", "publisher",
        "dataFeedElement", "item", "claim", "fact_checking_article",
    ];
    prop_oneof![4 => prop::sample::select(known).prop_map(str::to_owned), 1 => texts()]
}

/// Any JSON, most of it made of the properties that are read.
fn values() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        1 => Just(Value::Null),
        1 => any::<bool>().prop_map(Value::from),
        1 => any::<f64>().prop_map(Value::from),
        2 => (-1..7i64).prop_map(Value::from),
        6 => texts().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 60, 6, |inner| {
        let review =
            (texts(), texts(), prop::collection::vec((names(), inner.clone()), 0..4)).prop_map(|(url, claim, more)| {
                let mut object: serde_json::Map<String, Value> = more.into_iter().collect();
                object.extend([
                    ("@type".into(), json!("ClaimReview")),
                    ("url".into(), json!(url)),
                    ("claimReviewed".into(), json!(claim)),
                ]);
                Value::Object(object)
            });
        prop_oneof![
            3 => prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            3 => prop::collection::vec((names(), inner), 0..5).prop_map(|it| Value::Object(it.into_iter().collect())),
            3 => review,
        ]
    })
}

/// Every ClaimReview of a value with an address and a claim that need no repair.
fn stated(value: &Value, found: &mut Vec<(String, String)>) {
    let inner: Vec<&Value> = match value {
        Value::Array(values) => values.iter().collect(),
        Value::Object(members) => members.values().collect(),
        _ => Vec::new(),
    };
    inner.into_iter().for_each(|it| stated(it, found));
    let usable =
        |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || b":/.-".contains(&b));
    let (url, claim) = (string(value, "url"), string(value, "claimReviewed"));
    if value["@type"] == "ClaimReview" && url.starts_with("https://") && usable(claim) {
        found.push((url.to_owned(), claim.to_owned()));
    }
}

/// Checks and refusals of a report, whatever was put right left aside.
fn outcomes(report: &Report) -> (Vec<(String, String)>, usize) {
    let checks = report.checks().map(|it| (it.url.clone(), it.claim.clone())).collect();
    (checks, report.refusals().count())
}

proptest! {
    #[test]
    fn every_review_in_any_json_is_read_or_refused(value in values()) {
        let mut expected = Vec::new();
        stated(&value, &mut expected);
        let report = read(value.to_string().as_bytes());
        prop_assert!(!report.items.is_empty());
        let (mut checks, _) = outcomes(&report);
        let nested = report.refusals().filter(|it| it.1.word() == "nested").count();
        let mut missing = 0;
        for pair in expected {
            match checks.iter().position(|it| *it == pair) {
                Some(at) => _ = checks.swap_remove(at),
                None => missing += 1,
            }
        }
        prop_assert!(missing <= nested, "{missing} missing in {value}: {report:?}");
        for check in report.checks() {
            let again = read(check.original.as_bytes());
            prop_assert!(again.checks().any(|it| it == check), "{check:?} is not in {again:?}");
        }
    }

    #[test]
    fn how_json_is_written_makes_no_difference(value in values()) {
        let pretty = serde_json::to_string_pretty(&value).unwrap();
        prop_assert_eq!(outcomes(&read(value.to_string().as_bytes())), outcomes(&read(pretty.as_bytes())));
        let page = format!("<html><script type=\"application/ld+json\">{}</script>", value.to_string().replace('<', "\\u003c"));
        let in_page = read(page.as_bytes());
        let lines = format!("{}\n{{\"a\": 1}}\n", json!({"script": value.to_string()}));
        prop_assert_eq!(outcomes(&read(value.to_string().as_bytes())).0, outcomes(&in_page).0);
        prop_assert!(!read(lines.as_bytes()).items.is_empty());
    }

    #[test]
    fn checks_are_bounded_and_plain(value in values(), broken in any::<prop::sample::Index>(), byte in any::<u8>()) {
        let mut bytes = value.to_string().into_bytes();
        let at = broken.index(bytes.len());
        bytes[at] = byte;
        for check in read(&bytes).checks() {
            let web = |it: &String| it.chars().count() <= 2_010 && url::Url::parse(it).is_ok_and(|url| matches!(url.scheme(), "http" | "https"));
            prop_assert!(web(&check.url) && check.appearances.iter().all(web) && check.publisher_url.iter().all(web), "{check:?}");
            prop_assert!(!check.claim.is_empty() && check.claim.trim() == check.claim && check.claim.chars().count() <= 20_000);
            let hides = |c: char| c.is_control() || ('\u{202A}'..='\u{202E}').contains(&c);
            prop_assert!(!check.claim.chars().any(hides));
            if let (Some(worst), Some(value), Some(best)) = (check.worst, check.rating, check.best) {
                prop_assert!(worst < best && (worst..=best).contains(&value), "{check:?}");
            }
        }
    }

    #[test]
    fn nothing_panics_and_something_is_said(text in any::<String>(), bytes in any::<Vec<u8>>()) {
        prop_assert!(!read(text.as_bytes()).items.is_empty() && !read(&bytes).items.is_empty());
    }
}
