//! Words that turned into their opposite, and names in scripts without capitals.

use super::numbers::value_of;
use super::tokens::{Kind, Side, is_sign};
use super::warn::Word;
use super::words::{AFTER_NAMES, NEAR_NAMES, NEAR_NAMES_SIGNS, OPPOSING, TURKISH, WORDS};
use super::{Warning, What};

/// A word that became its opposite: "able" and "unable", "geldi" and "gelmedi".
pub(super) fn opposed(gone: &[Word<'_>], come: &[Word<'_>], found: &mut Vec<Warning>) -> bool {
    let before = found.len();
    if gone.len().max(come.len()) > 12 {
        return false;
    }
    for (a, b) in gone.iter().flat_map(|a| come.iter().map(move |b| (a, b))) {
        let (short, long) = if a.small.len() < b.small.len() { (&a.small, &b.small) } else { (&b.small, &a.small) };
        let prefixed = OPPOSING.iter().any(|it| long.strip_prefix(it) == Some(short));
        let inside = || TURKISH.iter().any(|it| without(long, it, short));
        if short.chars().count() >= 3 && long.len() > short.len() && (prefixed || inside()) {
            found.push(Warning { what: What::Negation, old: a.text.to_owned(), new: b.text.to_owned() });
        }
    }
    found.len() > before
}

fn without(long: &str, part: &str, short: &str) -> bool {
    let shared = long.chars().zip(short.chars()).take_while(|(a, b)| a == b).map(|(a, _)| a.len_utf8()).sum::<usize>();
    (0..=part.len().min(shared)).filter_map(|back| shared.checked_sub(back)).any(|at| {
        at > 1
            && long.get(..at).zip(short.get(..at)).is_some_and(|(a, b)| a == b)
            && long.get(at..).and_then(|it| it.strip_prefix(part)).is_some_and(|it| Some(it) == short.get(at..))
    })
}

/// A word near titles and the like, in scripts without capitals, that gave way to another one.
pub(super) fn renamed(old: &Side<'_>, new: &Side<'_>, gone: &[Word<'_>], come: &[Word<'_>], found: &mut Vec<Warning>) {
    let fits = |words: &[Word<'_>]| (1..=8).contains(&words.len()) && words.iter().all(is_nameable);
    let alike =
        |a: &str, b: &str| a.chars().zip(b.chars()).take_while(|(a, b)| a == b).count() * 2 >= a.chars().count();
    if !fits(gone)
        || !fits(come)
        || gone.iter().zip(come).all(|(a, b)| a.kind == Kind::Word && alike(&a.small, &b.small))
    {
        return;
    }
    if near_title(old, gone) || near_title(new, come) {
        let written = |side: &Side<'_>, words: &[Word<'_>]| {
            let range = words.first().zip(words.last()).map(|(first, last)| first.at..last.at + 1);
            range.and_then(|it| side.bytes(&it)).and_then(|it| side.text.get(it)).unwrap_or_default().to_owned()
        };
        found.push(Warning { what: What::Name, old: written(old, gone), new: written(new, come) });
    }
}

fn is_nameable(word: &Word<'_>) -> bool {
    let uncased = |c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase();
    matches!(word.kind, Kind::Word | Kind::Sign)
        && word.small.chars().any(uncased)
        && !word.small.chars().any(|c| c.is_lowercase())
        && WORDS.meaning(&word.small).is_none()
        && value_of(&word.small).is_none()
}

fn near_title(side: &Side<'_>, words: &[Word<'_>]) -> bool {
    let Some((first, last)) = words.first().zip(words.last()) else { return false };
    if words.iter().all(|it| it.text.chars().all(|c| ('\u{30A0}'..='\u{30FF}').contains(&c))) {
        return true;
    }
    let around = (first.at.saturating_sub(3)..first.at).chain(last.at + 1..last.at + 4);
    around.map(|it| side.token_text(it)).filter(|it| !it.is_empty()).any(|it| {
        let sign = it.chars().next().is_some_and(is_sign);
        if sign {
            return NEAR_NAMES_SIGNS.contains(it);
        }
        AFTER_NAMES.iter().any(|title| it.starts_with(title)) || NEAR_NAMES.contains(&format!(" {it} "))
    })
}
