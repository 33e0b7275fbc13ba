//! The checks of the benchmark and what is asked of them: recombined, the same in every run.

use std::collections::BTreeSet;
use std::path::Path;

use claimdesk::search::{Entry, EntryKind, Matchable, Sight, Tag};
use claimdesk::text::offsets::Index;
use claimdesk::text::sentences::sentences;
use claimdesk::text::words::words;

/// Some are met far more often than others.
const PEOPLE: u64 = 5_000;
const TOPICS: [&str; 10] =
    ["health", "housing", "schools", "climate", "elections", "crime", "taxes", "energy", "transport", "water supply"];
const VERDICTS: [&str; 6] = ["true", "mostly true", "half true", "mostly false", "false", "unproven"];
const SETS: [&str; 3] = ["ct2020_tweets", "ct2022_tweets", "debates"];
const SAMPLES: [&str; 5] =
    ["buses-and-schools", "column-nobody-builds", "harbour-day-speech", "hospital-waiting-list", "water-lower-brack"];

/// What checks and questions are made of.
pub struct Pool {
    pub origin: &'static str,
    pub claims: Vec<Vec<String>>,
    titles: Vec<Vec<String>>,
    names: Vec<String>,
    /// What people said, word for word.
    said: Vec<String>,
}

impl Pool {
    /// Reads the open sets, or the samples where they are absent.
    pub fn read() -> Pool {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let (mut claims, mut titles, mut said) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
        for set in SETS {
            let folder = root.join("../shared/data/claim_matching").join(set);
            claims.extend(texts(&folder.join("claims.jsonl"), "claim"));
            titles.extend(texts(&folder.join("claims.jsonl"), "title"));
            for fold in ["train", "test", "test2021"] {
                said.extend(texts(&folder.join("open").join(format!("{fold}.queries.jsonl")), "text"));
            }
        }
        let origin = if claims.is_empty() { "the samples" } else { "the open sets" };
        if claims.is_empty() {
            claims = SAMPLES.iter().flat_map(|name| of_sample(&root.join("samples/articles").join(name))).collect();
            titles.clone_from(&claims);
        }
        let split = |texts: BTreeSet<String>| -> Vec<Vec<String>> {
            texts.iter().map(|text| text.split_whitespace().map(str::to_owned).collect()).collect()
        };
        let claims = split(claims);
        let inside = claims.iter().flat_map(|words| words.iter().skip(1)).filter(|word| is_name(word));
        let names = inside.cloned().collect::<BTreeSet<_>>().into_iter().collect();
        Pool { origin, titles: split(titles), claims, names, said: said.into_iter().collect() }
    }

    /// The first half of one text and the second of another, with other names and numbers.
    fn spliced(&self, chance: &mut Chance, texts: &[Vec<String>]) -> String {
        let (Some(first), Some(second)) = (chance.of(texts), chance.of(texts)) else { return String::new() };
        let halves = first.iter().take(first.len().div_ceil(2)).chain(second.iter().skip(second.len() / 2));
        let mut text = String::new();
        for (at, word) in halves.enumerate() {
            let word = match word {
                word if word.contains(|c: char| c.is_ascii_digit()) && chance.one_in(2) => {
                    word.replace(|c: char| c.is_ascii_digit(), &chance.below(10).to_string())
                }
                word if at > 0 && is_name(word) && chance.one_in(3) => chance.of(&self.names).unwrap_or(word).clone(),
                word => word.clone(),
            };
            text.push_str(if at > 0 { " " } else { "" });
            text.push_str(&word);
        }
        text
    }

    /// A check with what a desk's index holds of it: nine of ten open to all, the others to a few people.
    pub fn check(&self, number: u64) -> Entry {
        let chance = &mut Chance(number);
        let text = self.spliced(chance, &self.claims);
        let title = (!chance.one_in(3)).then(|| self.spliced(chance, &self.titles));
        let summary = self.spliced(chance, &self.claims);
        let claimant = chance.name(&self.names);
        let by = format!("Editor {}", chance.below(40));
        let topic = chance.of(&TOPICS).copied().unwrap_or_default().to_owned();
        let verdict = chance.of(&VERDICTS).copied().unwrap_or_default().to_owned();
        let lang = if chance.one_in(10) { chance.of(&["de", "fr", "es"]).copied() } else { None }.unwrap_or("en");
        let people = (0..1 + chance.below(3)).map(|_| format!("person-{}", chance.below(20))).collect();
        let mut counted = vec![(Tag::Kind, "check".to_owned()), (Tag::Lang, lang.to_owned())];
        counted.extend([(Tag::State, "published".into()), (Tag::Verdict, verdict), (Tag::Topic, topic.clone())]);
        counted.push((Tag::Claimant, claimant.clone()));
        let mut tags = counted.clone();
        tags.push((Tag::By, by));
        let random = [chance.next().to_be_bytes(), chance.next().to_be_bytes()].concat();
        let random: [u8; 10] = random.first_chunk().copied().unwrap_or_default();
        Entry {
            key: format!("claim:{}", uuid::Builder::from_unix_timestamp_millis(number * 60_000, &random).into_uuid()),
            kind: EntryKind::Check,
            sight: if chance.one_in(10) { Sight::Only(people) } else { Sight::Everyone },
            lang: lang.to_owned(),
            title: text.clone(),
            body: vec![title.clone().unwrap_or_default(), claimant, topic, summary],
            tags,
            counted,
            at: i64::try_from(number).unwrap_or_default() * 60_000_000,
            matchable: Some(Matchable { text, title }),
        }
    }

    /// What somebody said, each once before any comes again.
    pub fn said(&self, number: u64) -> String {
        let place = number.wrapping_mul(7_919).checked_rem(self.said.len() as u64).unwrap_or_default();
        let said = usize::try_from(place).ok().and_then(|place| self.said.get(place)).cloned();
        said.unwrap_or_else(|| self.spliced(&mut Chance(u64::MAX - number), &self.claims))
    }

    /// One to four words that stand together somewhere, and the same with what people put around them.
    pub fn typed(&self, number: u64) -> Typed {
        let chance = &mut Chance(u64::MAX / 2 - number);
        let text = self.spliced(chance, &self.claims);
        let found: Vec<String> = words(&text).into_iter().map(|it| it.folded).collect();
        let (many, skip) = (1 + chance.below(4) as usize, chance.below(found.len().max(1) as u64) as usize);
        let from = skip.min(found.len().saturating_sub(many));
        let whole: Vec<String> = found.iter().skip(from).take(many).cloned().collect();
        let last = whole.last().cloned().unwrap_or_default();
        let begun = last.chars().take(1 + chance.below(last.chars().count().max(1) as u64) as usize).collect();
        let (line, other) = (whole.join(" "), found.first().cloned().unwrap_or_default());
        let rich = match number % 6 {
            0 => format!("\"{line}\""),
            1 => format!("{line} verdict:false"),
            2 => format!("{line} topic:health before:1971-06-01"),
            3 => format!("{line} OR {other}"),
            4 => format!("{line} -{other}"),
            _ => format!("{}x{last}", line.strip_suffix(&last).unwrap_or_default()),
        };
        Typed { whole, begun, rich }
    }
}

/// A search as somebody types it.
pub struct Typed {
    whole: Vec<String>,
    /// The beginning of the last word.
    begun: String,
    rich: String,
}

/// How it is asked.
#[derive(Default, Clone, Copy)]
pub struct Typing {
    /// The last word is not finished.
    pub open: bool,
    pub facets: bool,
    /// With phrases, fields and mistakes.
    pub rich: bool,
}

impl Typed {
    /// The line in the search box.
    pub fn line(&self, typing: Typing) -> String {
        if typing.rich {
            return self.rich.clone();
        }
        let mut words = self.whole.clone();
        if let Some(last) = words.last_mut().filter(|_| typing.open) {
            last.clone_from(&self.begun);
        }
        words.join(" ")
    }
}

fn is_name(word: &str) -> bool {
    word.len() > 1 && word.starts_with(char::is_uppercase)
}

/// One text of each line of a file.
fn texts(path: &Path, key: &str) -> Vec<String> {
    let file = std::fs::read_to_string(path).unwrap_or_default();
    let lines = file.lines().filter_map(|line| serde_json::from_str::<serde_json::Value>(line).ok());
    lines.filter_map(|line| line.get(key)?.as_str().map(str::to_owned)).collect()
}

fn of_sample(path: &Path) -> Vec<String> {
    let text = std::fs::read_to_string(path.with_extension("txt")).unwrap_or_default();
    let index = Index::new(&text);
    let found = sentences(&text, Some("en"));
    found.iter().filter_map(|it| index.slice(it.start, it.end)).map(str::to_owned).collect()
}

/// The same run of numbers for the same seed (splitmix64).
struct Chance(u64);

impl Chance {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        mixed ^ (mixed >> 31)
    }

    fn below(&mut self, limit: u64) -> u64 {
        self.next() % limit.max(1)
    }

    fn one_in(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    fn of<'a, T>(&mut self, all: &'a [T]) -> Option<&'a T> {
        all.get(usize::try_from(self.below(all.len() as u64)).unwrap_or_default())
    }

    fn name(&mut self, names: &[String]) -> String {
        let who = &mut Chance(self.below(PEOPLE).min(self.below(PEOPLE)).min(self.below(PEOPLE)));
        format!("{} {}", who.of(names).map_or("", |it| it), who.of(names).map_or("", |it| it))
    }
}
