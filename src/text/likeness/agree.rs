//! Whether two words that are about the same also say the same.

use super::lexicon::LEXICON;
use super::read::Class;
use super::tables::small::{BEEN, BY, DEN, DER, DIE, FOR, HAD, HAS, IN, IS, OF, ON, PLACES, TO, WAS};
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

/// Short names in capitals that are also words.
const SHORT: [&str; 4] = ["us", "who", "it", "aids"];
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
        if a.shouted != b.shouted && SHORT.contains(&a.folded.as_str()) && said.capitals && checked.capitals {
            return Some(Clash::Name);
        }
        let accents = said.accented && checked.accented && a.lower != b.lower;
        return (accents && a.is_cased() && b.is_cased()).then_some(Clash::Word);
    }
    if (a.capital || b.capital) && !a.key.starts_with('=') && a.class == Class::Plain {
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

/// What the small words before and behind two words do not agree in; `free` says that the words around them moved, as
/// in a passive of the other's active, so that being done to is not told by the word alone.
pub(super) fn small_clash(a: &Token, b: &Token, lang: Option<&str>, free: bool) -> Option<Clash> {
    let (mine, theirs) = (a.lead | a.trail, b.lead | b.trail);
    let only = |bits: u16| (mine & bits != 0) != (theirs & bits != 0);
    let disjoint = |bits: u16| mine & bits != 0 && theirs & bits != 0 && mine & theirs & bits == 0;
    if disjoint(DER | DIE | DEN) {
        return Some(Clash::Role);
    }
    if let Some(clash) = place_clash(a, b, lang, free) {
        return Some(clash);
    }
    let italian = lang == Some("it") && (mine | theirs) & BEEN != 0;
    if disjoint(IS | WAS) && !italian || disjoint(HAS | HAD) {
        return Some(Clash::Time);
    }
    let becomes = matches!(lang, Some("de" | "nl")) && only(BEEN);
    (!free && (only(IS | WAS | BEEN) || becomes)).then_some(Clash::Role)
}

/// Another "in", "on", "of", "to", "for" or "by", or one where the other has none.
fn place_clash(a: &Token, b: &Token, lang: Option<&str>, free: bool) -> Option<Clash> {
    let (mine, theirs) = ((a.lead | a.trail) & PLACES, (b.lead | b.trail) & PLACES);
    let all = mine | theirs;
    let within = |bits: u16| all & !bits == 0;
    let dated = a.class == Class::Date;
    let counted = matches!(a.class, Class::Number | Class::Date | Class::Quantifier | Class::Unit);
    if mine != 0 && theirs != 0 {
        let near = lang == Some("en") && within(IN | OF) || dated && within(IN | ON);
        return (mine & theirs == 0 && !near).then_some(Clash::Place);
    }
    match all {
        0 | OF => None,
        BY if counted || free => None,
        FOR if free => None,
        _ if dated && within(IN | ON) || free && within(BY | FOR) => None,
        TO | FOR => Some(Clash::Time),
        BY => Some(Clash::Role),
        _ => (!free).then_some(Clash::Place),
    }
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
