//! How well a check answers a question: what they share, weighed by how rare it is.

use std::collections::{HashMap, HashSet};

use crate::text::words::Stems;

use super::index::Stored;
use super::terms::{Question, Token, alike, tokens, triples};
use super::{kin, light};

/// A word of a signature or an address counts this much.
const ASIDE: f32 = 0.8;
/// How soon a word said again adds nothing, and how much of that depends on the check's length.
const AGAIN: f32 = 1.2;
const LENGTH: f32 = 0.9;
/// A title's words count this much towards the length.
const TITLE: f32 = 0.3;
/// Words this much alike may be one word: typos, endings, names in other spellings.
const ALIKE: f32 = 0.5;
/// What a word in another spelling counts, a word of its kin, and two words that stand together in both.
const SPELLED: f32 = 0.3;
const KIN: f32 = 0.3;
const PAIR: f32 = 0.05;
/// Shorter words are alike by chance.
const SHORTEST: usize = 4;
/// Words that are compared by their spelling.
const MOST_SPELLED: usize = 48;
/// Two words stand together if the second is at most the third after the first.
const NEAR: usize = 3;
/// Words of a text in which pairs and other spellings are looked for.
const FIRST: usize = 400;

/// A word of a question, as checks in one language are asked for it.
struct Sought {
    /// How much it weighs; nothing if an earlier word has the same stem.
    weight: f32,
    /// What it counts beside its rarity.
    counts: f32,
    small: bool,
}

/// A question as checks in one language are asked it.
pub(super) struct View {
    pub lang: String,
    stems: Stems,
    sought: Vec<Sought>,
    /// Where in `sought` each stem first stands.
    places: HashMap<String, usize>,
    pairs: HashSet<(usize, usize)>,
    spelled: Vec<(usize, Vec<u64>)>,
    kin: Vec<(usize, usize)>,
    /// What all words weigh together.
    total: f32,
}

impl View {
    /// `own` is the language of the question, `rarity` how much a stem weighs in the index.
    pub fn of(question: &Question, lang: &str, own: &str, rarity: &dyn Fn(&str) -> f32) -> View {
        let mut view = View {
            lang: lang.to_owned(),
            stems: Stems::of(lang),
            sought: Vec::with_capacity(question.words.len()),
            places: HashMap::new(),
            pairs: HashSet::new(),
            spelled: Vec::new(),
            kin: Vec::new(),
            total: 0.0,
        };
        let mut first = Vec::with_capacity(question.words.len());
        for (place, asked) in question.words.iter().enumerate() {
            let stem = view.stems.stem(&asked.folded).into_owned();
            let counts = light::counts(&asked.folded, lang).min(light::counts(&asked.folded, own));
            let counts = if asked.aside { counts * ASIDE } else { counts };
            let before = view.places.get(&stem).copied();
            let weight = if before.is_some() { 0.0 } else { counts * rarity(&stem) };
            let small = light::is_small(&asked.folded, lang) || light::is_small(&asked.folded, own);
            first.push(before.unwrap_or(place));
            view.places.entry(stem).or_insert(place);
            view.sought.push(Sought { weight, counts, small });
            view.total += weight;
        }
        let order: Vec<Option<usize>> = question.order.iter().map(|it| first.get(*it).copied()).collect();
        view.pairs = pairs(&order);
        view.soften(question);
        view
    }

    /// The weightiest words, which a check may spell otherwise or have another word for.
    fn soften(&mut self, question: &Question) {
        let mut heavy: Vec<(usize, f32, &str)> = Vec::new();
        for (place, (asked, sought)) in question.words.iter().zip(&self.sought).enumerate() {
            if sought.weight > 0.0 && !asked.aside && !sought.small {
                heavy.push((place, sought.weight, &asked.folded));
            }
        }
        heavy.sort_by(|a, b| b.1.total_cmp(&a.1));
        self.kin = heavy.iter().filter_map(|it| Some((it.0, kin::group(it.2)?))).collect();
        let long = heavy.into_iter().filter(|it| is_long(it.2)).take(MOST_SPELLED);
        self.spelled = long.map(|(place, _, word)| (place, triples(word))).collect();
    }

    /// Each stem with what it weighs, and what it counts beside its rarity.
    pub fn stems(&self) -> impl Iterator<Item = (&str, f32, f32)> {
        self.places.iter().filter_map(|(stem, place)| {
            let sought = self.sought.get(*place)?;
            Some((stem.as_str(), sought.weight, sought.counts))
        })
    }

    /// Whether a word of the question is a small one, which explains nothing.
    pub fn is_small(&self, place: usize) -> bool {
        self.sought.get(place).is_none_or(|it| it.small)
    }

    /// How much a word of the question weighs.
    pub fn weight(&self, place: usize) -> f32 {
        self.sought.get(place).map_or(0.0, |it| it.weight)
    }
}

fn is_long(folded: &str) -> bool {
    folded.chars().nth(SHORTEST - 1).is_some()
}

/// What a check shares with a question.
#[derive(Debug, Default)]
pub(super) struct Shared {
    /// Places of the question's words that stand in the check as well, in order.
    pub words: Vec<usize>,
    /// How much all of it weighs.
    weight: f32,
}

impl Shared {
    /// Between 0 and 1; `most` is what a word weighs that no check has. What is shared counts for itself and by its
    /// part of the question: a long post may hold a claim, a short one may hold nothing else.
    pub fn score(&self, view: &View, most: f32) -> f32 {
        let scale = (view.total * most).sqrt();
        if scale > 0.0 { 1.0 - (-self.weight / scale).exp() } else { 0.0 }
    }
}

/// Compares a check with a question; `usual` is the length of most checks, in words.
pub(super) fn shared(view: &View, check: &Stored, usual: f32) -> Shared {
    let claim = tokens(&check.text, &view.stems, &view.lang);
    let title = tokens(&check.title, &view.stems, &view.lang);
    let times = times(view, claim.iter().chain(&title));
    let length = (claim.len() as f32 + TITLE * title.len() as f32) / usual.max(1.0);
    let pays = AGAIN * (1.0 - LENGTH + LENGTH * length);
    let exact: f32 = times.iter().map(|(place, times)| view.weight(*place) * times / (times + pays)).sum();
    let mut together: HashSet<(usize, usize)> = HashSet::new();
    for text in [&claim, &title] {
        let order: Vec<Option<usize>> = text.iter().map(|it| view.places.get(&it.stem).copied()).collect();
        together.extend(pairs(&order).intersection(&view.pairs));
    }
    let mut pairs: Vec<f32> = together.iter().map(|(a, b)| (view.weight(*a) + view.weight(*b)) / 2.0).collect();
    pairs.sort_by(f32::total_cmp);
    let weight = exact + PAIR * pairs.iter().sum::<f32>() + alternatives(view, claim.iter().chain(&title), &times);
    Shared { words: times.into_iter().map(|it| it.0).collect(), weight }
}

/// How often each word of the question stands in a check, in the order of the words.
fn times<'a>(view: &View, check: impl Iterator<Item = &'a Token>) -> Vec<(usize, f32)> {
    let mut places: Vec<usize> = check.filter_map(|it| view.places.get(&it.stem).copied()).collect();
    places.sort_unstable();
    places.chunk_by(|a, b| a == b).filter_map(|it| Some((*it.first()?, it.len() as f32))).collect()
}

/// Words that stand near each other, in their order.
fn pairs(order: &[Option<usize>]) -> HashSet<(usize, usize)> {
    let mut found = HashSet::new();
    for (at, first) in order.iter().take(FIRST).enumerate() {
        for second in order.iter().skip(at + 1).take(NEAR) {
            if let (Some(a), Some(b)) = (first, second)
                && a != b
            {
                found.insert((*a, *b));
            }
        }
    }
    found
}

/// What words of the question weigh that the check has in another spelling, or another word for.
fn alternatives<'a>(view: &View, check: impl Iterator<Item = &'a Token>, times: &[(usize, f32)]) -> f32 {
    let mut seen: HashSet<&str> = HashSet::new();
    let mut spellings: Vec<Vec<u64>> = Vec::new();
    let mut groups: HashSet<usize> = HashSet::new();
    for token in check.take(FIRST).filter(|it| !it.small) {
        if seen.insert(&token.stem) {
            groups.extend(kin::group(&token.folded));
            if !view.places.contains_key(&token.stem) && is_long(&token.folded) {
                spellings.push(triples(&token.folded));
            }
        }
    }
    let missing = |place: &usize| times.binary_search_by(|it| it.0.cmp(place)).is_err();
    let mut weight = 0.0;
    for (place, spelled) in view.spelled.iter().filter(|it| missing(&it.0)) {
        let best = spellings.iter().map(|it| alike(spelled, it)).fold(0.0, f32::max);
        if best >= ALIKE {
            weight += SPELLED * best * view.weight(*place);
        }
    }
    let related = view.kin.iter().filter(|it| missing(&it.0) && groups.contains(&it.1));
    weight + KIN * related.map(|it| view.weight(it.0)).sum::<f32>()
}
