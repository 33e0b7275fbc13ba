//! The index itself: after any steps, with kills in between, it holds exactly what a plain scan would find; whatever is
//! typed is answered.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use claimdesk::search::query::Query;
use claimdesk::search::{Asked, Entry, EntryKind, Feed, Index, Mark, Matchable, Sight, Tag, Viewer};
use claimdesk::text::words::words;
use proptest::prelude::*;

const WORDS: [&str; 12] =
    ["otter", "weir", "quay", "tram", "bridge", "mill", "lamp", "reed", "swan", "tide", "ferry", "lock"];
const PEOPLE: [&str; 3] = ["ada", "ben", "cy"];

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        let name = format!("claimdesk-index-{}", claimdesk::db::hex(&claimdesk::db::random_bytes::<8>()));
        Folder(std::env::temp_dir().join(name))
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// What an entry says, who may see it, and what it is tagged with.
#[derive(Debug, Clone)]
struct Row {
    words: Vec<usize>,
    people: Option<Vec<usize>>,
    lang: bool,
}

impl Row {
    fn entry(&self, key: usize) -> Entry {
        let text: Vec<&str> = self.words.iter().map(|word| WORDS[*word]).collect();
        let lang = if self.lang { "en" } else { "ur" };
        Entry {
            key: format!("claim:{key}"),
            kind: EntryKind::Claim,
            sight: match &self.people {
                None => Sight::Everyone,
                Some(people) => Sight::Only(people.iter().map(|it| PEOPLE[*it].to_owned()).collect()),
            },
            lang: "xx".into(),
            title: text.join(" "),
            body: Vec::new(),
            tags: vec![(Tag::Lang, lang.into()), (Tag::Kind, "claim".into())],
            counted: vec![(Tag::Lang, lang.into())],
            at: key as i64,
            matchable: Some(Matchable { text: text.join(" "), title: None }),
        }
    }

    fn seen_by(&self, person: Option<usize>) -> bool {
        match (&self.people, person) {
            (Some(people), Some(person)) => people.contains(&person),
            _ => true,
        }
    }
}

#[derive(Debug, Clone)]
enum Step {
    Put(usize, Row),
    Delete(usize),
    Commit,
    /// The process dies: what was not committed is gone, and the log is read again from the mark.
    Kill,
}

fn row() -> impl Strategy<Value = Row> {
    (
        prop::collection::vec(0..WORDS.len(), 0..6),
        prop::option::weighted(0.3, prop::collection::vec(0..PEOPLE.len(), 0..3)),
        any::<bool>(),
    )
        .prop_map(|(words, people, lang)| Row { words, people, lang })
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        6 => (0usize..40, row()).prop_map(|(key, row)| Step::Put(key, row)),
        4 => (0usize..40).prop_map(Step::Delete),
        1 => Just(Step::Commit),
        1 => Just(Step::Kill),
    ]
}

/// The log of a run: what the index must come to, however often its writer dies.
#[derive(Default)]
struct Run {
    log: Vec<(usize, Option<Row>)>,
    rows: BTreeMap<usize, Row>,
}

impl Run {
    fn note(&mut self, key: usize, row: Option<Row>) {
        match &row {
            Some(row) => self.rows.insert(key, row.clone()),
            None => self.rows.remove(&key),
        };
        self.log.push((key, row));
    }
}

fn apply(feed: &Feed<'_>, key: usize, row: Option<&Row>) {
    match row {
        Some(row) => feed.put(&row.entry(key)).unwrap(),
        None => feed.drop_key(&format!("claim:{key}")),
    }
}

fn mark(run: &Run) -> Mark {
    Mark::new(run.log.len() as i64, format!("{:064}", run.log.len()))
}

/// Runs the steps; at every kill the index is opened again and brought up from its mark.
fn play(folder: &Path, steps: &[Step]) -> (Index, Run) {
    let mut run = Run::default();
    let mut rest = steps.iter().peekable();
    loop {
        let index = Index::open(folder).unwrap();
        let from = index.mark().unwrap().map_or(0, |mark| mark.seq as usize);
        let mut feed = Feed::following(&index).unwrap();
        for (key, row) in &run.log[from..] {
            apply(&feed, *key, row.as_ref());
        }
        feed.commit(&mark(&run)).unwrap();
        loop {
            match rest.next() {
                Some(Step::Put(key, row)) => {
                    apply(&feed, *key, Some(row));
                    run.note(*key, Some(row.clone()));
                }
                Some(Step::Delete(key)) => {
                    apply(&feed, *key, None);
                    run.note(*key, None);
                }
                Some(Step::Commit) => feed.commit(&mark(&run)).unwrap(),
                Some(Step::Kill) => break,
                None => {
                    feed.commit(&mark(&run)).unwrap();
                    feed.finish().unwrap();
                    return (index, run);
                }
            }
        }
        drop(feed);
    }
}

fn keys(index: &Index, typed: &str, viewer: &Viewer) -> (BTreeSet<String>, usize, Vec<(String, usize)>) {
    let query = Query::read(typed);
    let mut asked = Asked::new(&query, viewer.clone());
    (asked.limit, asked.facets) = (1000, true);
    let found = index.find(&asked).unwrap();
    (found.hits.into_iter().map(|hit| hit.key).collect(), found.total, found.counts.of(Tag::Lang, 10))
}

fn same_as_a_scan(index: &Index, run: &Run) {
    for person in [None, Some(0), Some(1), Some(2)] {
        let viewer = person.map_or(Viewer::All, |it: usize| Viewer::Person(PEOPLE[it].to_owned()));
        for (number, word) in WORDS.iter().enumerate() {
            let seen: Vec<(&usize, &Row)> =
                run.rows.iter().filter(|(_, row)| row.words.contains(&number) && row.seen_by(person)).collect();
            let expected: BTreeSet<String> = seen.iter().map(|(key, _)| format!("claim:{key}")).collect();
            let (found, total, langs) = keys(index, &format!("\"{word}\""), &viewer);
            assert_eq!(found, expected, "{word} for {person:?}");
            assert_eq!(total, expected.len());
            let english = seen.iter().filter(|(_, row)| row.lang).count();
            assert_eq!(langs.iter().find(|(lang, _)| lang == "en").map_or(0, |(_, count)| *count), english);
        }
        let open = run.rows.values().filter(|row| row.seen_by(person)).count();
        assert_eq!(keys(index, "kind:claim", &viewer).1, open);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 10, ..ProptestConfig::default() })]

    #[test]
    fn the_index_holds_what_a_plain_scan_finds(steps in prop::collection::vec(step(), 1..80)) {
        let folder = Folder::new();
        let (index, run) = play(&folder.0, &steps);
        same_as_a_scan(&index, &run);
        prop_assert_eq!(index.len() as usize, run.rows.len());
    }

    #[test]
    fn whatever_is_typed_is_answered(typed in "\\PC{0,200}", open in any::<bool>()) {
        let index = Index::in_memory().unwrap();
        let feed = &mut Feed::following(&index).unwrap();
        feed.put(&Row { words: vec![0, 1, 2], people: None, lang: true }.entry(1)).unwrap();
        feed.commit(&Mark::new(0, String::new())).unwrap();
        let query = Query::read(&typed);
        let mut asked = Asked::new(&query, Viewer::Person("ada".into()));
        asked.open = open;
        index.find(&asked).unwrap();
    }
}

/// Ten thousand steps, in one go.
#[test]
fn ten_thousand_steps_with_kills_in_between() {
    use proptest::strategy::ValueTree;
    use proptest::test_runner::{Config, RngAlgorithm, TestRng, TestRunner};
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    let one = prop_oneof![
        120 => (0usize..400, row()).prop_map(|(key, row)| Step::Put(key, row)),
        50 => (0usize..400).prop_map(Step::Delete),
        3 => Just(Step::Commit),
        1 => Just(Step::Kill),
    ];
    let steps: Vec<Step> = (0..10_000).map(|_| one.new_tree(&mut runner).unwrap().current()).collect();
    let folder = Folder::new();
    let (index, run) = play(&folder.0, &steps);
    assert!(run.rows.len() > 100);
    same_as_a_scan(&index, &run);
}

#[test]
fn nothing_that_is_typed_takes_long() {
    let index = Index::in_memory().unwrap();
    let mut feed = Feed::following(&index).unwrap();
    for n in 0..3_000 {
        let text: String = (0..30).map(|i| format!("word{} ", (n * 31 + i * 7) % 2_000)).collect();
        feed.add(&Entry {
            key: format!("claim:{n}"),
            title: text,
            ..Row { words: vec![0], people: None, lang: true }.entry(n)
        })
        .unwrap();
    }
    feed.commit(&Mark::new(0, String::new())).unwrap();
    let hostile = [
        "\"".repeat(100_000),
        "* ".repeat(50_000),
        "w".repeat(100_000),
        "word1* ".repeat(10_000),
        (0..10_000).map(|n| format!("word{n} ")).collect(),
        (0..10_000).map(|n| format!("-word{n} ")).collect(),
        "NEAR(a b) ".repeat(10_000),
        "(".repeat(100_000),
        "a OR ".repeat(20_000),
        "wordx wordy wordz wordq wordr words wordt wordu".into(),
        "verdict:a ".repeat(10_000),
    ];
    for typed in &hostile {
        for open in [false, true] {
            let query = Query::read(typed);
            let mut asked = Asked::new(&query, Viewer::Person("ada".into()));
            (asked.open, asked.facets) = (open, true);
            index.find(&asked).unwrap();
        }
    }
    assert_eq!(words("word1").len(), 1);
}
