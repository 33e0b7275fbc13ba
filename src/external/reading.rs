//! Other desks' checks out of whatever they come in: bytes in, checks and a report out, item by item. Nothing is
//! dropped without a word: an item is read, with a note of all that was put right, or refused with the reason.

mod addresses;
mod check;
mod claims;
mod events;
mod find;
mod frames;
mod markup;
mod parties;
mod rating;
mod scripts;
mod spaces;
mod strings;
mod tree;
#[rustfmt::skip]
mod verdicts;
mod words;

use super::repairs::{Refusal, Repair};
use crate::text::decode;
use chrono::NaiveDate;
use events::{Event, Reader};
use find::Finder;
use memchr::memchr;

/// Another desk's check, as it is stored: texts are trimmed, plain and bounded, addresses are http or https.
#[derive(Debug, Clone, PartialEq)]
pub struct ExternalCheck {
    /// At most 2,000 code points.
    pub url: String,
    /// At most 20,000 code points.
    pub claim: String,
    /// At most 1,000 code points.
    pub title: Option<String>,
    /// The verdict in the desk's own words, at most 1,000 code points.
    pub rating_text: Option<String>,
    /// Higher is truer; the scale is the desk's own.
    pub rating: Option<f64>,
    pub best: Option<f64>,
    pub worst: Option<f64>,
    /// At most 300 code points, as all names.
    pub publisher_name: Option<String>,
    pub publisher_url: Option<String>,
    /// Several claimants are joined by commas.
    pub claimant: Option<String>,
    pub claimed_on: Option<NaiveDate>,
    pub reviewed_on: Option<NaiveDate>,
    /// A BCP 47 tag.
    pub language: Option<String>,
    /// Where the claim was seen, at most 100 addresses.
    pub appearances: Vec<String>,
    /// The object as it was met, to the letter.
    pub original: String,
}

/// What became of one item.
#[derive(Debug, Clone, PartialEq)]
pub enum Outcome {
    Read {
        check: Box<ExternalCheck>,
        repairs: Vec<Repair>,
    },
    Refused(Refusal),
    /// Something was put right outside of any check: in the writing of the file around them.
    Mended(Repair),
}

/// One thing in the file, and where a person finds it: `line 12`, `dataFeedElement[3].item[0]`, `script 2, @graph[1]`.
#[derive(Debug, Clone, PartialEq)]
pub struct Item {
    pub at: String,
    pub outcome: Outcome,
}

/// Everything that was met, in the order of the file (an object inside another comes before it).
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Report {
    pub items: Vec<Item>,
}

impl Report {
    /// The checks that were read.
    pub fn checks(&self) -> impl Iterator<Item = &ExternalCheck> {
        self.items.iter().filter_map(|item| match &item.outcome {
            Outcome::Read { check, .. } => Some(&**check),
            _ => None,
        })
    }

    /// What was refused, with its place.
    pub fn refusals(&self) -> impl Iterator<Item = (&str, &Refusal)> {
        self.items.iter().filter_map(|item| match &item.outcome {
            Outcome::Refused(refusal) => Some((item.at.as_str(), refusal)),
            _ => None,
        })
    }
}

/// Reads a file or a page in one go; for large files see [`read_each`].
pub fn read(bytes: &[u8]) -> Report {
    let mut report = Report::default();
    read_each(bytes, &mut |item| report.items.push(item));
    report
}

/// Reads a file or a page and hands over each item as it is met, so that none need be kept. Accepts JSON, JSON Lines,
/// HTML, and JSON texts or pages held in strings of these. At least one item comes out of any input.
pub fn read_each(bytes: &[u8], each: &mut dyn FnMut(Item)) {
    let wide = matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    let decoded = if wide { decode::decode(bytes, None, false).ok() } else { None };
    let bytes = decoded.as_ref().map_or(bytes, |it| it.text.as_bytes());
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let mut out = Out { each, count: 0 };
    if are_lines(bytes) {
        for (n, line) in bytes.split(|b| *b == b'\n').enumerate().filter(|(_, line)| !line.trim_ascii().is_empty()) {
            document(
                line,
                Place { prefix: format!("line {}", n + 1), first_line: n + 1, records: true, within: 0 },
                &mut out,
            );
        }
    } else {
        document(bytes, Place { prefix: String::new(), first_line: 1, records: true, within: 0 }, &mut out);
    }
}

/// Where items go; those that say what became of something are counted.
struct Out<'a> {
    each: &'a mut dyn FnMut(Item),
    count: usize,
}

impl Out<'_> {
    fn put(&mut self, at: String, outcome: Outcome) {
        self.count += usize::from(!matches!(outcome, Outcome::Mended(_)));
        (self.each)(Item { at, outcome });
    }
}

/// What a text stands in.
#[derive(Clone)]
struct Place {
    prefix: String,
    first_line: usize,
    /// Whether whatever is no ClaimReview is reported, rather than passed over as a page's other data.
    records: bool,
    /// How many strings it is inside of.
    within: u8,
}

fn document(bytes: &[u8], place: Place, out: &mut Out) {
    if scripts::is_page(bytes) {
        scripts::page(bytes, place, out);
    } else {
        Finder::new(bytes, place, out).run();
    }
}

/// Whether each line is a text of its own: among the first lines at least half are whole ones.
fn are_lines(bytes: &[u8]) -> bool {
    const LOOKED_AT: usize = 20;
    let lines = || bytes.split(|b| *b == b'\n').map(<[u8]>::trim_ascii).filter(|line| !line.is_empty());
    if lines().nth(1).is_none() || memchr(b'\n', bytes).is_none() {
        return false;
    }
    let (mut looked, mut whole) = (0, 0);
    for line in lines().take(LOOKED_AT) {
        looked += 1;
        whole += usize::from(is_whole(line));
    }
    whole * 2 >= looked
}

fn is_whole(line: &[u8]) -> bool {
    if !matches!((line.first(), line.last()), (Some(b'{' | b'[' | b'"'), Some(b'}' | b']' | b'"'))) {
        return false;
    }
    let mut reader = Reader::new(line);
    loop {
        match reader.next() {
            Ok(Event::End) => return reader.texts() == 1,
            Ok(_) => {}
            Err(_) => return false,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::external::repairs::RepairKind;

    /// Place, and address and claim, or word of the refusal or repair.
    fn met(bytes: &[u8]) -> Vec<(String, String)> {
        let word = |outcome: Outcome| match outcome {
            Outcome::Read { check, .. } => format!("{} {}", check.url, check.claim),
            Outcome::Refused(refusal) => refusal.word().to_owned(),
            Outcome::Mended(repair) => format!("({})", repair.what.word()),
        };
        read(bytes).items.into_iter().map(|item| (item.at, word(item.outcome))).collect()
    }

    fn review(n: usize) -> String {
        format!(r#"{{"@type": "ClaimReview", "url": "https://a.org/{n}", "claimReviewed": "c{n}"}}"#)
    }

    #[test]
    fn checks_are_found_wherever_they_stand() {
        let (a, b) = (review(1), review(2));
        let text = as_json(&format!("<!-- {a} -->"));
        let quoted = a.replace('"', "&quot;");
        let (one, two) = ("https://a.org/1 c1", "https://a.org/2 c2");
        for (source, expected) in [
            (a.clone(), vec![("line 1", one)]),
            (format!("\u{FEFF}\n{a}\n"), vec![("line 2", one)]),
            (format!("[{a}, {b}]"), vec![("[0]", one), ("[1]", two)]),
            (format!("{{\"@graph\": [{{\"@type\": \"WebPage\"}}, {a}]}}"), vec![("@graph[1]", one)]),
            (format!("{{\"@type\": \"NewsArticle\", \"review\": {{\"x\": {a}}}}}"), vec![("review.x", one)]),
            (
                format!(
                    r#"{{"dataFeedElement": [{{"item": {a}}}, {{"item": [{b}]}}, {{"item": null}}, {{"dateDeleted": "2020-01-01"}}, null, {{"item": {{"@type": "Recipe"}}}}]}}"#
                ),
                vec![
                    ("dataFeedElement[0].item", one),
                    ("dataFeedElement[1].item[0]", two),
                    ("dataFeedElement[2]", "empty-feed-item"),
                    ("dataFeedElement[3]", "withdrawn"),
                    ("dataFeedElement[4]", "empty-feed-item"),
                    ("dataFeedElement[5]", "not-claimreview"),
                ],
            ),
            (format!("{{\"claimReview\": {a}}}\n\n{b}"), vec![("line 1, claimReview", one), ("line 3", two)]),
            (
                format!("{text}\n{{\"script\": {text}}}\n{{\"x\n"),
                vec![
                    ("line 1", "(wrapper)"),
                    ("line 1", one),
                    ("line 2, script", "(wrapper)"),
                    ("line 2, script", one),
                    ("line 3", "cut-off"),
                ],
            ),
            (format!("{a}{b}"), vec![("line 1", one), ("line 1", "(concatenated)"), ("line 1", two)]),
            (
                format!(
                    "<html><script type='application/ld+json'>{{}}</script><script type='application/ld+json'>[{a}]</script>"
                ),
                vec![("script 2, [0]", one)],
            ),
            (
                format!("<script type='application/ld+json'>{quoted}</script>"),
                vec![("script 1", "(escaped-script)"), ("script 1", one)],
            ),
            ("<html><p>nothing".to_owned(), vec![("line 1", "no-markup")]),
            ("<div itemtype='https://schema.org/ClaimReview'>".to_owned(), vec![("line 1", "microdata")]),
            (
                r#"[{"@type": "MediaReview"}, {"@type": "Recipe"}, 3]"#.to_owned(),
                vec![("[0]", "mediareview"), ("[1]", "not-claimreview"), ("[2]", "not-claimreview")],
            ),
            (
                r#"[{"claim": "c", "label": "Refuted", "fact_checking_article": "https://a.org"}]"#.to_owned(),
                vec![("[0]", "research-record")],
            ),
            (
                format!("[{a},\n{{\"@type\": \"ClaimReview\", 'x'}},\n{b}]"),
                vec![("[0]", one), ("[1].@type", "not-json"), ("line 3", two)],
            ),
            (" \n\n ".to_owned(), vec![("line 1", "empty")]),
            ("%PDF-1.7".to_owned(), vec![("line 1", "not-json")]),
        ] {
            let found = met(source.as_bytes());
            let found: Vec<(&str, &str)> = found.iter().map(|it| (it.0.as_str(), it.1.as_str())).collect();
            let mut expected = expected;
            expected.sort();
            let mut sorted = found.clone();
            sorted.sort();
            assert_eq!(sorted, expected, "{source}");
        }
    }

    /// A text as JSON writes it.
    fn as_json(text: &str) -> String {
        format!("\"{}\"", text.replace('\\', "\\\\").replace('"', "\\\""))
    }

    #[test]
    fn what_is_not_utf_8_is_refused_with_its_line_and_utf_16_is_read() {
        let bad = [
            b"[\n{\"@type\": \"ClaimReview\", \"url\": \"https://a.org/1\",\n\"claimReviewed\": \"caf\xE9\"},"
                .as_slice(),
            review(2).as_bytes(),
            b"]",
        ]
        .concat();
        let report = read(&bad);
        let refusals: Vec<_> = report.refusals().collect();
        assert_eq!(refusals, [("[0]", &Refusal::InvalidUtf8 { line: 3 })]);
        assert_eq!(report.checks().count(), 1);
        let wide: Vec<u8> =
            std::iter::once(0xFEFF).chain(review(1).encode_utf16()).flat_map(u16::to_le_bytes).collect();
        assert_eq!(read(&wide).checks().count(), 1);
    }

    #[test]
    fn checks_in_a_broken_file_say_so() {
        let source = format!("{{\"x\": [\n{},\n{{\"a\": \"b \"c\", \"d\": 1}},\n{}\n]", review(1), review(2));
        let report = read(source.as_bytes());
        let salvaged = |item: &Item| match &item.outcome {
            Outcome::Read { repairs, .. } => repairs.iter().any(|it| it.what == RepairKind::Salvaged),
            _ => false,
        };
        assert_eq!(report.checks().count(), 2);
        assert_eq!(report.items.iter().filter(|it| salvaged(it)).count(), 1);
        assert_eq!(report.refusals().count(), 1);
    }

    #[test]
    fn checks_inside_checks_are_read_to_a_depth() {
        let nested = (2..=6).fold(review(1), |inner, n| review(n).replace('}', "") + &format!(r#", "x": {inner}}}"#));
        let report = read(nested.as_bytes());
        assert_eq!(report.checks().count(), 4);
        assert_eq!(report.refusals().map(|it| it.1.word()).collect::<Vec<_>>(), ["nested", "nested"]);
    }

    #[test]
    fn a_check_keeps_its_original_to_the_letter() {
        let source =
            "{ \"@type\" : \"ClaimReview\",\"url\":\"https://a.org\",\"claimReviewed\":\"a\tb\",\"z\":1.0e0,\"z\":2,}";
        let report = read(format!("[{source}]").as_bytes());
        assert_eq!(report.checks().next().unwrap().original, source);
    }
}
