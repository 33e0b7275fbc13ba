//! Whether two words that are about the same also say the same.

use super::lexicon::LEXICON;
use super::read::Class;
use super::tables::small::{BEEN, BY, DOER, DONE_TO, FOR, HAD, HAS, IN, IS, OF, ON, PLACES, TO, WAS};
use super::tokens::{Text, Token};

/// In what two words, or the small words beside them, do not agree.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Clash {
    Name,
    Word,
    /// One tells of what will or would be.
    Time,
    Place,
    Role,
}

/// Endings of an English word that leave it what it is.
const ENGLISH: [&str; 11] = ["", "s", "es", "d", "ed", "e", "y", "ies", "ied", "t", "n"];
/// Of those, the ones that tell one from many.
const MANY: [&str; 3] = ["s", "es", "ies"];
/// Endings of a German verb that leave it what it is.
const GERMAN: [&str; 8] = ["", "e", "en", "n", "t", "te", "ten", "et"];
/// Endings of a Romance participle.
const DONE: [&str; 12] = ["ado", "ido", "ada", "ida", "ato", "ito", "uto", "ata", "uta", "u", "ue", "es"];
/// Endings of what will or would be in Romance languages.
const FUTURE: [&str; 34] = [
    "ra", "ran", "ras", "re", "remos", "reis", "ria", "rian", "rias", "riamos", "ront", "rons", "rez", "rai", "rait",
    "raient", "rais", "ranno", "remo", "rete", "rebbe", "rebbero", "rao", "riam", "rei", "ria", "rions", "riez",
    "rais", "resti", "rei", "remmo", "reste", "riais",
];

/// What keeps a pair of words from saying the same.
pub(super) fn clash(a: &Token, b: &Token, said: &Text<'_>, checked: &Text<'_>) -> Option<Clash> {
    if a.class != Class::Plain && b.class != Class::Plain && a.key == b.key {
        return None;
    }
    if a.folded == b.folded {
        let accents = said.accented && checked.accented && a.lower != b.lower;
        return (accents && a.is_cased() && b.is_cased()).then_some(Clash::Word);
    }
    if (a.capital && !a.opens || b.capital && !b.opens) && !a.key.starts_with('=') && a.class == Class::Plain {
        return Some(Clash::Name);
    }
    let going = |it: &Token| it.folded.ends_with("ing") && it.folded.len() > 5;
    if said.lang == Some("en") && going(a) != going(b) {
        return Some(Clash::Time);
    }
    if a.key == b.key {
        return None;
    }
    inflected(&a.folded, &b.folded, said.lang)
}

fn inflected(a: &str, b: &str, lang: Option<&str>) -> Option<Clash> {
    let shared: usize = a.chars().zip(b.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum();
    let (x, y) = (a.get(shared..).unwrap_or_default(), b.get(shared..).unwrap_or_default());
    let double = |it: &'_ str| {
        a.get(..shared).and_then(|it| it.chars().next_back()).filter(|c| it.starts_with(*c)).map_or(0, char::len_utf8)
    };
    let bare = |it: &'_ str| it.get(double(it)..).unwrap_or_default().to_owned();
    let fits = |endings: &[&str]| {
        endings.contains(&x) && endings.contains(&y)
            || endings.contains(&bare(x).as_str()) && endings.contains(&bare(y).as_str())
    };
    let one_of_many = MANY.contains(&x) && matches!(y, "" | "y") || MANY.contains(&y) && matches!(x, "" | "y");
    match lang {
        Some("en") if shared >= 3 && (fits(&ENGLISH) || x == "ing" || y == "ing") && !one_of_many => None,
        Some("de") if shared >= 3 && fits(&GERMAN) => None,
        Some("es" | "pt" | "it" | "fr") if shared >= 3 => {
            let done = |it: &str| DONE.iter().any(|end| it.ends_with(end));
            if is_future(a, lang) != is_future(b, lang) {
                return Some(Clash::Time);
            }
            (done(a) == done(b)).then_some(Clash::Word)
        }
        _ => Some(Clash::Word),
    }
}

/// Whether a Romance verb tells of what will or would be.
pub(super) fn is_future(word: &str, lang: Option<&str>) -> bool {
    matches!(lang, Some("es" | "pt" | "it" | "fr")) && FUTURE.iter().any(|end| word.ends_with(end))
}

/// What the small words before and behind two words do not agree in; `voices` says that one side is a passive of the
/// other's active.
pub(super) fn small_clash(a: &Token, b: &Token, voices: bool) -> Option<Clash> {
    let both = |bits: u16| (a.lead | a.trail) & bits != 0 && (b.lead | b.trail) & bits != 0;
    let only = |bits: u16| (a.lead & bits != 0) != (b.lead & bits != 0);
    let apart = |one: u16, other: u16| {
        let has = |it: &Token, bits: u16| (it.lead | it.trail) & bits != 0;
        has(a, one) && !has(a, other) && has(b, other) && !has(b, one)
            || has(b, one) && !has(b, other) && has(a, other) && !has(a, one)
    };
    let be = IS | WAS | BEEN;
    let dated = a.class == Class::Date;
    let places = a.lead & b.lead & PLACES == 0 && a.lead & PLACES != 0 && b.lead & PLACES != 0;
    let near = (a.lead | b.lead) & PLACES & !(IN | OF) == 0;
    let counts = matches!(a.class, Class::Number | Class::Date | Class::Quantifier | Class::Unit);
    if apart(DOER, DONE_TO) {
        return Some(Clash::Role);
    }
    if places && !near && !(dated && (a.lead | b.lead) & PLACES & !(IN | ON) == 0)
        || only(IN | ON) && !places && !dated && !voices
    {
        return Some(Clash::Place);
    }
    if apart(IS, WAS) && !both(BEEN) || apart(HAS, HAD) {
        return Some(Clash::Time);
    }
    if !voices && only(be) {
        return Some(Clash::Role);
    }
    if only(TO) && !places && !a.capital && (a.lead | b.lead) & IN == 0
        || only(FOR) && !places && (a.lead | b.lead) & BY == 0
    {
        return Some(Clash::Time);
    }
    (only(BY) && !voices && !counts && !places).then_some(Clash::Role)
}

/// Whether a word is its opposite with something before it: "safe" and "unsafe".
pub(super) fn turned(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    let prefixed =
        super::tables::opposites::TURNING.iter().any(|it| long.strip_prefix(it).is_some_and(|it| it == short));
    short.chars().count() >= 3 && prefixed || infixed(short, long)
}

/// A Turkish verb with its "not" inside.
fn infixed(short: &str, long: &str) -> bool {
    let shared: usize = short.chars().zip(long.chars()).take_while(|(x, y)| x == y).map(|(x, _)| x.len_utf8()).sum();
    let not = |it: &str| {
        ["ma", "me", "mi", "mu"]
            .iter()
            .any(|part| it.strip_prefix(part).is_some_and(|rest| short.ends_with(rest) && !rest.is_empty()))
    };
    shared >= 2
        && (shared.saturating_sub(2)..=shared)
            .any(|at| long.get(at..).is_some_and(not) && long.len() == short.len() + 2)
}

/// Whether two words stand on opposite sides.
pub(super) fn opposite(a: &Token, b: &Token) -> bool {
    let sides =
        |it: &Token| -> Vec<(usize, bool)> { LEXICON.sides(&it.lower).chain(LEXICON.sides(&it.folded)).collect() };
    let (mine, theirs) = (sides(a), sides(b));
    mine.iter().any(|(pair, side)| theirs.contains(&(*pair, !side)) && !theirs.contains(&(*pair, *side)))
        || turned(&a.folded, &b.folded)
}
