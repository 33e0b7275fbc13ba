//! The text engine, measured: `cargo bench --bench text`. Every figure stands beside something plain, in the same run.

use std::fmt::Write as _;
use std::time::{Duration, Instant};

use claimdesk::text::forms::Form;
use claimdesk::text::language;
use claimdesk::text::offsets::Index;
use claimdesk::text::paragraphs::paragraphs;
use claimdesk::text::reading::{self, Language};
use claimdesk::text::reanchor::Reanchorer;
use claimdesk::text::sentences::sentences;
use claimdesk::text::worth::{Model, Setting};

const LENGTH: usize = 20_000_000;
const LONG_LINE: usize = 5_000_000;
const HOSTILE: usize = 1_000_000;

fn main() {
    let prose = prose(LENGTH);
    spans(&prose);
    detection(&prose);
    judging(&prose);
    versions();
    hostile();
}

/// Ordinary English news prose: sentences, abbreviations, quotations and paragraphs, varied so that no two are alike.
fn prose(length: usize) -> String {
    const PARTS: [&str; 6] = [
        "The council of Lower Brack approved a budget of £{n}.4 million on Tuesday, Mayor J. R. Okafor said, adding \
         that \"no school will close in 2019. We keep our word.\" Dr. Ellen Marsh, who leads the hospital \
         board, disagreed: waiting lists grew by {n} per cent between Jan. and Sept., according to the ministry's own figures.",
        "Was the water safe? \"Nobody told us,\" said Mrs. Lind, 71, of St. Anne's Road. The company, Brack Water \
         Ltd., declined to comment (its spokesman did not return {n} calls). It has since moved its seat to the U.S., \
         where it employs about 1,{n} people.",
        "Housing: what the figures say",
        "Prices rose again, e.g. for bread and milk. In the first quarter families paid {n}.7 percent more than a year \
         earlier; the E.U. average was lower. Economists had expected less... Some now fear a recession.",
        "\"I have lived here for {n} years,\" he wrote on the site https://www.example.org/letters/{n}.html, \"and \
         I've never seen anything like it!\" At 5 p.m. Mr. Brown left the meeting. He did not come back, and the vote \
         was put off until the end of the month, when No. {n} on the list of members is to take his place.",
        "The inquiry heard from 3{n} witnesses in all, among them the former chief engineer, Gen. (ret.) A. Holm, who \
         told it that the pumps had been switched off at least twice a week since the spring of that year.",
    ];
    let mut text = String::with_capacity(length + 1000);
    let mut round = 0;
    while text.len() < length {
        for part in PARTS {
            round += 1;
            text.push_str(&part.replace("{n}", &(10 + round % 89).to_string()));
            text.push_str("\n\n");
        }
    }
    text
}

/// Sentences with the language given, beside the fastest other splitter there is.
fn spans(prose: &str) {
    let ours = best(|| sentences(prose, Some("en")).len());
    let theirs = best(|| sentencex::segment("en", prose).len());
    let bounds = best(|| sentencex::get_sentence_boundaries("en", prose).len());
    let bytes = best(|| prose.bytes().filter(|it| *it == b'.').count());
    println!("sentences of {:.1} MB of English prose, language given", prose.len() as f64 / 1e6);
    println!("  counting full stops           {:>9.1} MB/s", rate(prose, bytes));
    println!("  sentencex, slices             {:>9.1} MB/s", rate(prose, theirs));
    println!("  sentencex, boundaries         {:>9.1} MB/s", rate(prose, bounds));
    println!(
        "  claimdesk, code point spans   {:>9.1} MB/s   {:.2} × sentencex",
        rate(prose, ours),
        theirs.as_secs_f64() / ours.as_secs_f64()
    );
}

fn detection(prose: &str) {
    let paragraphs = paragraphs(prose);
    let time = best(|| language::by_paragraph(prose, &paragraphs, None).len());
    println!("language of each of its {} paragraphs", paragraphs.len());
    println!("  claimdesk, detected           {:>9.1} MB/s", rate(prose, time));
}

const UNITS: [(&str, &str, usize); 24] = [
    ("a line without spaces", "abcdefghij", LONG_LINE),
    ("full stops", ".", HOSTILE),
    ("spaced full stops", ". ", HOSTILE),
    ("quotation marks", "\"", HOSTILE),
    ("single quotation marks", "'", HOSTILE),
    ("quoted letters", "\"a\" ", HOSTILE),
    ("opening quotation marks", "“", HOSTILE),
    ("combining marks", "\u{301}", HOSTILE),
    ("brackets, opening", "(", HOSTILE),
    ("brackets, both", "()", HOSTILE),
    ("brackets, square", "[", HOSTILE),
    ("line feeds", "\n", HOSTILE),
    ("lines of one letter", "a\n", HOSTILE),
    ("one word", "word ", HOSTILE),
    ("one abbreviation", "e.g. ", HOSTILE),
    ("initials", "A. ", HOSTILE),
    ("bullets", "• ", HOSTILE),
    ("first items", "x. a. ", HOSTILE),
    ("hyphens", "-", HOSTILE),
    ("slashes", "1/", HOSTILE),
    ("colons", ":", HOSTILE),
    ("spaces", " ", HOSTILE),
    ("exclamations", "a! ", HOSTILE),
    ("ideographic full stops", "。", HOSTILE),
];

/// Worth of each sentence, and everything that the article page shows of it, beside the sentences alone.
fn judging(prose: &str) {
    let part: String = prose.chars().take(2_000_000).collect();
    let found = sentences(&part, Some("en"));
    let index = Index::new(&part);
    let alone = best(|| sentences(&part, Some("en")).len());
    let judged = best(|| {
        let setting = Setting { lang: Some("en"), quoted: false, form: Form::Prose };
        let words = found.iter().filter_map(|it| index.slice(it.start, it.end));
        words.filter(|words| Model::Default.judge(words, &setting).score >= 0.5).count()
    });
    let all = best(|| reading::read(&part, Language::Given("en"), &Model::Default).len());
    println!("worth of {} sentences, {:.1} MB", found.len(), part.len() as f64 / 1e6);
    println!("  the sentences alone           {:>9.1} MB/s", rate(&part, alone));
    println!("  their worth                   {:>9.1} MB/s", rate(&part, judged));
    println!("  all that the page shows       {:>9.1} MB/s", rate(&part, all));
}

/// 500 claims in 200,000 characters, edited all over, beside a plain search for each claim's exact words.
fn versions() {
    let old: String = prose(210_000).chars().take(200_000).collect();
    let new =
        old.replace("budget", "plan").replace("more than a year", "less than a year").replace("witnesses", "people");
    let spans: Vec<(usize, usize)> = sentences(&old, Some("en")).iter().map(|it| (it.start, it.end)).collect();
    let spans: Vec<(usize, usize)> = spans.iter().copied().step_by((spans.len() / 500).max(1)).take(500).collect();
    let index = Index::new(&old);
    let plain = best(|| spans.iter().filter(|(a, b)| index.slice(*a, *b).is_some_and(|it| new.contains(it))).count());
    let ours = best(|| {
        let engine = Reanchorer::new(&old, &new);
        spans.iter().filter(|(a, b)| engine.span(*a, *b).is_ok_and(|it| it.place.is_some())).count()
    });
    println!("{} claims carried to a new version of {} characters", spans.len(), old.chars().count());
    println!("  plain search for their words  {:>9.1} ms", plain.as_secs_f64() * 1e3);
    println!("  claimdesk, with a state each  {:>9.1} ms", ours.as_secs_f64() * 1e3);
    for n in [10_000, 20_000] {
        let (old, new) = ("The same again. ".repeat(n), format!("First. {}", "The same again. ".repeat(n)));
        let time = best(|| Reanchorer::new(&old, &new).span(16 * (n / 2), 16 * (n / 2) + 15).is_ok());
        println!("  one sentence {n} times over  {:>9.1} ms", time.as_secs_f64() * 1e3);
    }
}

/// What no article looks like: twice the length may take no more than about twice the time.
fn hostile() {
    println!("hostile texts, n and 2 n bytes");
    for (name, unit, length) in UNITS {
        let once = unit.repeat(length / unit.len());
        let twice = once.repeat(2);
        let mut line = format!("  {name:<28}");
        for lang in [Some("en"), None] {
            let (n, double) = (best(|| sentences(&once, lang).len()), best(|| sentences(&twice, lang).len()));
            let _ = write!(
                line,
                "  {} {:>8.1} ms {:>8.1} ms  {:>4.1} ×",
                lang.map_or("detected", |_| "given"),
                n.as_secs_f64() * 1e3,
                double.as_secs_f64() * 1e3,
                double.as_secs_f64() / n.as_secs_f64().max(1e-9)
            );
        }
        println!("{line}");
    }
}

fn rate(text: &str, time: Duration) -> f64 {
    text.len() as f64 / 1e6 / time.as_secs_f64()
}

/// The best of three.
fn best<T>(mut work: impl FnMut() -> T) -> Duration {
    let timed = |work: &mut dyn FnMut() -> T| {
        let start = Instant::now();
        std::hint::black_box(work());
        start.elapsed()
    };
    (0..3).map(|_| timed(&mut work)).min().unwrap_or_default()
}
