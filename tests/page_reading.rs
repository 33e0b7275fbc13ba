//! Web pages as they are met: articles whose text people have marked, and pages made to be slow. The set stands beside
//! the repository; where it is absent its test measures nothing.

use std::collections::{BTreeMap, HashMap};
use std::io::Read;
use std::path::PathBuf;
use std::time::{Duration, Instant};

use claimdesk::text::page::read;
use proptest::prelude::*;
use serde_json::Value;

fn set(name: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/article_extraction/open").join(name)
}

/// How often each run of four words stands in a text.
fn shingles(text: &str) -> HashMap<Vec<&str>, usize> {
    let words: Vec<&str> =
        text.split(|c: char| !(c.is_alphanumeric() || c == '_')).filter(|it| !it.is_empty()).collect();
    let mut counts = HashMap::new();
    let size = words.len().min(4);
    if size > 0 {
        words.windows(size).for_each(|it| *counts.entry(it.to_vec()).or_default() += 1);
    }
    counts
}

/// Precision and recall of a text; none of the first where nothing was found though something stands there.
fn judged(found: &str, expected: &str) -> (Option<f64>, Option<f64>) {
    let (found, expected) = (shingles(found), shingles(expected));
    let both: usize = expected.iter().map(|(it, count)| *count.min(found.get(it).unwrap_or(&0))).sum();
    let share = |of: usize| (of > 0).then(|| both as f64 / of as f64);
    let (found, expected) = (found.values().sum(), expected.values().sum());
    (share(found).or((expected == 0).then_some(1.0)), share(expected))
}

fn mean(values: &[f64]) -> f64 {
    values.iter().sum::<f64>() / values.len() as f64
}

#[test]
fn the_open_pages_are_read_as_people_marked_them() {
    let Ok(gold) = std::fs::read(set("ground-truth.json")) else {
        eprintln!("../shared/data/article_extraction/open is not here: skipped");
        return;
    };
    let gold: BTreeMap<String, Value> = serde_json::from_slice(&gold).unwrap();
    let (mut precisions, mut recalls) = (Vec::new(), Vec::new());
    for (id, expected) in &gold {
        let file = std::fs::File::open(set("html").join(format!("{id}.html.gz"))).unwrap();
        let mut bytes = Vec::new();
        flate2::read::GzDecoder::new(file).read_to_end(&mut bytes).unwrap();
        let page = read(&String::from_utf8_lossy(&bytes), expected["url"].as_str());
        let (precision, recall) = judged(&page.text, expected["articleBody"].as_str().unwrap());
        precisions.extend(precision);
        recalls.extend(recall);
        assert!(page.about.title.is_some_and(|it| it.chars().count() > 5), "{id}");
    }
    let (precision, recall) = (mean(&precisions), mean(&recalls));
    let f1 = 2.0 * precision * recall / (precision + recall);
    eprintln!("{} pages: F1 {f1:.4}, precision {precision:.4}, recall {recall:.4}", gold.len());
    assert!(f1 >= 0.98, "F1 {f1:.4}, precision {precision:.4}, recall {recall:.4}");
}

/// Time is linear and memory bounded whatever comes; each case is a piece that is repeated.
#[test]
fn hostile_pages_are_read_in_time() {
    const SIZE: usize = 250_000;
    let ld = "<script type=application/ld+json>";
    #[rustfmt::skip]
    let pieces = [
        "<div>", "<div>x", "<p>", "<p>x", "<b>", "<b id=x>", "<a href=x>", "<a href=x>x", "<span>x", "<table>", "<table><tr><td>x",
        "<tr><td>", "<ul><li>", "<li>x", "<dl><dd>", "<h1>x", "<h1><div>x", "</p>", "</div>", "</b>", "</a>x", "<b></i>", "<div></b>",
        "<b><p></b>", "<a><p></a>", "<svg>", "<svg/>", "<math><title>", "<template>", "<select><option>x", "<form>", "<button>x", "<", "<a ",
        "<a b", "<a b='", "<!--", "<!", "--", "<script>", "<style>x", "<title>x", "<textarea>", "&amp;", "&", "&#", "&#x10FFFF;", "\0", "<br>",
        "<body a=b>", "<body class=x>", "<html lang=en>", "<head>", "<meta name=author content=x>", "<h1>x &amp; y</h1>", "<time>x", "<pre>\n",
        "<time itemprop=x>2020-01-01", "<p itemprop=author>x &amp;", "<p hidden>x", "<div class='related ad share'>x", "<h2 class=related>x",
        "<div>Related</div>", "<p>Related</p>x", "<div class=x><p>Some text, long enough to be one, it is.</p>", "\u{301}", "x ", "\u{4E00}",
        "<!ENTITY a \"&a;&a;\">", "<noscript>", "<iframe>", "<table><th>x", "<span class=ad>x", "<blockquote>", "<article>x, y.",
    ];
    for piece in pieces {
        answered(piece, &piece.repeat(SIZE / piece.len()));
    }
    answered(
        "a tag of many attributes",
        &format!("<p {}>x", (0..200_000).map(|it| format!("a{it}=1 ")).collect::<String>()),
    );
    answered("known attributes", &format!("<p {}>x", "id=x class=y ".repeat(200_000)));
    answered("a long attribute", &format!("<p class='{}'>x", "ad share ".repeat(SIZE / 9)));
    answered("long classes", &format!("<p class='{}'>x", "ad share ".repeat(400)).repeat(500));
    answered("deep JSON", &format!("{ld}{}</script>x", "[".repeat(SIZE)));
    answered(
        "many objects",
        &format!("{ld}[{}{{}}]</script>x", "{\"@type\":\"Article\",\"author\":[]},".repeat(50_000)),
    );
    answered("scripts", &format!("{ld}{{\"@type\":\"Article\"}}</script>x").repeat(SIZE / 60));
    answered(
        "spans that nothing closes",
        &format!("<x><table><td>{}{}", "<span>".repeat(300), "</x>".repeat(SIZE / 4)),
    );
}

#[test]
fn large_pages_are_read_whole() {
    let begun = Instant::now();
    let page = format!(
        "<title>T</title><article>{}</article>end",
        "<p>A sentence that is long enough, they say.</p>".repeat(450_000)
    );
    let read = read(&page, None);
    assert!(page.len() > 20_000_000 && read.text.ends_with("say.\n\nend"), "{}", page.len());
    assert_eq!(read.about.title.as_deref(), Some("T"));
    assert!(begun.elapsed() < Duration::from_secs(30), "{:?}", begun.elapsed());
}

fn answered(what: &str, page: &str) {
    let begun = Instant::now();
    read(page, Some("https://example.org/"));
    let took = begun.elapsed();
    assert!(took < Duration::from_secs(10), "{what}: {took:?}");
}

fn pages() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    let pieces = vec![
        "<div>", "</div>", "<p>", "</p>", "<p class=related>", "<h1>", "</h1>", "<h2>", "<a href=/x>", "</a>", "<b>", "</b>", "<ul>", "<li>",
        "</ul>", "<table>", "<tr>", "<td>", "</td>", "</table>", "<pre>", "</pre>", "<br>", "<article>", "</article>", "<aside>", "</aside>",
        "<span hidden>", "</span>", "<script>", "</script>", "<title>", "</title>", "<svg>", "</svg>", "<!-- ", " -->", "<time>", "</time>",
        "WORD, and so on it goes for long enough to be read.", "Related", "2 May 2020", "x", " ", "\n", "&amp;", "é", "世界", "<", ">", "\"",
    ];
    prop::collection::vec(prop::sample::select(pieces), 0..40).prop_map(|it| it.concat())
}

proptest! {
    #[test]
    fn text_is_tidy_and_never_lost(page in pages()) {
        let text = read(&page, None).text;
        prop_assert!(!text.contains("\n\n\n\n") || page.contains("<pre>"), "{text:?}");
        prop_assert_eq!(text.trim_matches(' '), text.as_str());
        let plain = !page.contains("<WORD") && !["hidden", "script", "title", "svg", "<!--"].iter().any(|it| page.contains(it));
        prop_assert!(!plain || !page.contains("WORD") || !text.is_empty(), "{}", page);
    }

    #[test]
    fn nothing_panics(page in any::<String>(), address in any::<String>()) {
        read(&page, Some(&address));
    }
}
