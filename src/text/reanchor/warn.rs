//! What a person has to be told about a changed passage: numbers, negations, names, units, dates.

use std::ops::Range;

use super::align::common;
use super::tokens::{Kind, Side, digit, is_sign, plain};
use super::words::{AFTER_NAMES, INSIDE, NEAR_NAMES, NEAR_NAMES_SIGNS, NO_NAMES, OPPOSING, PAIRS, TURKISH, WORDS};
use super::{Warning, What};

/// Tokens of a passage that are looked at.
const LOOKED_AT: usize = 4000;
/// Items of one kind that are compared in order; beyond, those at the ends are.
const COMPARED: usize = 400;

/// A number, a name or the like in a passage: what it means, and how it is written.
#[derive(Debug, Clone)]
struct Item {
    what: What,
    key: String,
    words: String,
    start: usize,
    end: usize,
}

/// A token of a passage.
struct Word<'a> {
    at: usize,
    text: &'a str,
    plain: String,
    small: String,
    kind: Kind,
}

/// Every number, negation, name, unit and date that differs between a passage and what became of it. `hunks` are the
/// stretches in which the two differ.
pub(super) fn warnings(
    (old, from): (&Side<'_>, Range<usize>),
    (new, to): (&Side<'_>, Range<usize>),
    hunks: &[(Range<usize>, Range<usize>)],
) -> Vec<Warning> {
    let (before, after) = (words(old, from.clone()), words(new, to.clone()));
    let (a, b) = (items(old, &before), items(new, &after));
    let mut found = Vec::new();
    for what in [What::Numeral, What::Negation, What::Unit, What::Date] {
        differing(&of_kind(&a, what), &of_kind(&b, what), what, &mut found);
    }
    let names = |mine: &[Item], theirs: &[Word<'_>]| -> Vec<Item> {
        let small = |key: &&str| theirs.iter().any(|it| it.small == *key && it.plain == it.small);
        let common = |it: &Item| it.key.split(' ').filter(small).count() * 2 >= it.key.split(' ').count();
        of_kind(mine, What::Name).into_iter().filter(|it| !common(it)).collect()
    };
    differing(&names(&a, &after), &names(&b, &before), What::Name, &mut found);
    for (gone, come) in hunks {
        let (gone, come) = (words(old, gone.clone()), words(new, come.clone()));
        if !opposed(&gone, &come, &mut found) {
            renamed(old, new, &gone, &come, &mut found);
        }
    }
    found
}

fn words<'a>(side: &Side<'a>, tokens: Range<usize>) -> Vec<Word<'a>> {
    tokens
        .take(LOOKED_AT)
        .filter_map(|at| {
            let text = side.token_text(at);
            let plain = plain(text).into_owned();
            Some(Word { at, text, small: plain.to_lowercase(), plain, kind: side.tokens.get(at)?.kind })
        })
        .collect()
}

fn of_kind(items: &[Item], what: What) -> Vec<Item> {
    items.iter().filter(|it| it.what == what).take(COMPARED).cloned().collect()
}

/// What one list of items has and the other lacks, in order; what went and what came in its place is one warning.
fn differing(old: &[Item], new: &[Item], what: What, found: &mut Vec<Warning>) {
    let number = |item: &Item| old.iter().chain(new).position(|it| it.key == item.key).unwrap_or_default() as u32;
    let (a, b): (Vec<u32>, Vec<u32>) = (old.iter().map(number).collect(), new.iter().map(number).collect());
    for (gone, come) in hunks(&common(&a, &b, |_| 1), old.len(), new.len()) {
        let written = |items: &[Item], range: Range<usize>| -> Vec<String> {
            items.get(range).unwrap_or_default().iter().map(|it| it.words.clone()).collect()
        };
        let (gone, come) = (written(old, gone), written(new, come));
        if what == What::Negation {
            found.push(Warning { what, old: gone.join(" … "), new: come.join(" … ") });
            continue;
        }
        for at in 0..gone.len().max(come.len()) {
            let side = |words: &[String]| words.get(at).cloned().unwrap_or_default();
            found.push(Warning { what, old: side(&gone), new: side(&come) });
        }
    }
}

/// The stretches between what two sequences have in common.
pub(super) fn hunks(common: &[(usize, usize)], old: usize, new: usize) -> Vec<(Range<usize>, Range<usize>)> {
    let (mut from, mut found) = ((0, 0), Vec::new());
    for (i, j) in common.iter().copied().chain([(old, new)]) {
        if from != (i, j) {
            found.push((from.0..i, from.1..j));
        }
        from = (i + 1, j + 1);
    }
    found
}

/// The items of a passage, in order; numbers written in several words are one.
fn items(side: &Side<'_>, words: &[Word<'_>]) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let mut at = 0;
    while at < words.len() {
        let after_number = found.last().is_some_and(|it| it.end == at && matches!(it.what, What::Numeral | What::Date));
        let item = pair(words, at)
            .or_else(|| number(side, words, at))
            .or_else(|| signs(side, words, at))
            .or_else(|| meant(words, at, after_number))
            .or_else(|| name(side, words, at));
        at = item.as_ref().map_or(at + 1, |it| it.end.max(at + 1));
        item.into_iter().for_each(|it| add(&mut found, it));
    }
    days(found)
}

fn item(words: &[Word<'_>], range: Range<usize>, what: What, key: impl Into<String>) -> Item {
    let written: Vec<&str> = words.get(range.clone()).unwrap_or_default().iter().map(|it| it.text).collect();
    let together = written.iter().all(|it| it.chars().all(is_sign));
    Item {
        what,
        key: key.into(),
        words: written.join(if together { "" } else { " " }),
        start: range.start,
        end: range.end,
    }
}

/// Adds an item; "five" and "million" next to each other, or "twenty" and "five", are one number.
fn add(found: &mut Vec<Item>, next: Item) {
    let scale = next.key.strip_prefix('x').and_then(|it| it.parse::<f64>().ok());
    let value = next.key.parse::<f64>().ok();
    if let Some(last) = found.last_mut().filter(|it| it.what == What::Numeral && next.what == What::Numeral) {
        let near = next.start <= last.end + 1;
        let before = last.key.parse::<f64>().ok().or_else(|| last.key.strip_prefix('x').and_then(|it| it.parse().ok()));
        let sum = match (before, scale, value) {
            (Some(before), Some(scale), _) if next.start == last.end => Some(before * scale),
            (Some(tens), None, Some(one)) if near && is_word(last) && is_word(&next) && fits(tens, one) => {
                Some(tens + one)
            }
            _ => None,
        };
        if let Some(sum) = sum {
            last.key = sum.to_string();
            last.words = format!("{} {}", last.words, next.words);
            last.end = next.end;
            return;
        }
    }
    found.push(next);
}

fn is_word(item: &Item) -> bool {
    !item.words.contains(|c| digit(c).is_some())
}

fn fits(tens: f64, one: f64) -> bool {
    (20.0..=90.0).contains(&tens) && tens % 10.0 == 0.0 && (1.0..10.0).contains(&one)
}

/// Days and years beside a month are part of the date.
fn days(mut found: Vec<Item>) -> Vec<Item> {
    let months: Vec<Range<usize>> =
        found.iter().filter(|it| it.key.starts_with("month ")).map(|it| it.start..it.end).collect();
    for item in found.iter_mut().filter(|it| it.what == What::Numeral && !is_word(it)) {
        let near = |month: &Range<usize>| {
            (item.end <= month.start && month.start - item.end <= 2)
                || (month.end <= item.start && item.start - month.end <= 1)
        };
        if months.iter().any(near) {
            item.what = What::Date;
        }
    }
    found
}

fn pair(words: &[Word<'_>], at: usize) -> Option<Item> {
    let (first, second) = (words.get(at)?, words.get(at + 1)?);
    let (.., (what, key)) = PAIRS.iter().find(|it| it.0 == first.small && it.1 == second.small)?;
    Some(item(words, at..at + 2, *what, *key))
}

/// A number in digits: "5,000", "5 000" and "5000" are the same one, "1.500" and "1,500" may not be.
fn number(side: &Side<'_>, words: &[Word<'_>], at: usize) -> Option<Item> {
    let word = words.get(at).filter(|it| it.kind == Kind::Number)?;
    let mut value = word.plain.clone();
    let mut end = at + 1;
    let bare = |it: &str| it.bytes().all(|it| it.is_ascii_digit());
    while let Some(next) = words.get(end).filter(|it| it.kind == Kind::Number && it.plain.len() == 3 && bare(&it.plain))
    {
        let gap = side.bytes(&(next.at - 1..next.at + 1)).and_then(|it| side.text.get(it));
        let spaced = gap.is_some_and(|it| it.chars().filter(|it| it.is_whitespace()).count() == 1);
        if !spaced
            || value.trim_start_matches(['-', '+']).len() % 3 == 0 && end == at + 1 && value.len() > 3
            || !bare(value.trim_start_matches(['-', '+']))
        {
            break;
        }
        value.push_str(&next.plain);
        end += 1;
    }
    let follows = words.get(end).map(|it| it.small.as_str()).unwrap_or_default();
    let unit = WORDS.meaning(follows).is_some_and(|it| it.0 == What::Unit);
    let year =
        value.len() == 4 && end == at + 1 && value.parse::<u32>().is_ok_and(|it| (1800..=2100).contains(&it)) && !unit;
    let day = matches!(follows, "月" | "日" | "号" | "年" | "월" | "일" | "년");
    let what = if value.contains(':') || year || day { What::Date } else { What::Numeral };
    Some(item(words, at..end, what, canonical(&value)))
}

fn canonical(value: &str) -> String {
    let (sign, digits) = value.strip_prefix('-').map_or(("", value.trim_start_matches('+')), |it| ("-", it));
    let digits = digits.replace('٫', ".").replace(['٬', '\''], ",");
    let grouped = |mark: char| {
        let mut parts = digits.split(mark);
        parts.next().is_some_and(|it| (1..=3).contains(&it.len())) && parts.all(|it| it.len() == 3)
    };
    let plain = match (digits.matches(',').count(), digits.matches('.').count()) {
        (0, 0) => digits,
        (_, 0) if grouped(',') => digits.replace(',', ""),
        (1, 0) => digits.replace(',', "."),
        (0, many) if many > 1 && grouped('.') => digits.replace('.', ""),
        (commas, 1) if commas > 0 && digits.rfind(',') < digits.find('.') => digits.replace(',', ""),
        (1, dots) if dots > 0 && digits.rfind('.') < digits.find(',') => digits.replace('.', "").replace(',', "."),
        _ => digits,
    };
    let kept = plain.contains('.').then(|| plain.trim_end_matches('0').trim_end_matches('.'));
    // "1.500" may mean 1500: it is only the same as itself.
    let kept = if plain.split('.').nth(1).is_some_and(|it| it.len() == 3) { None } else { kept };
    format!("{sign}{}", kept.unwrap_or(&plain))
}

/// Numbers and negations in scripts that do not put spaces between words.
fn signs(side: &Side<'_>, words: &[Word<'_>], at: usize) -> Option<Item> {
    let word = words.get(at)?;
    let rest = side.tokens.get(word.at).and_then(|it| side.text.get(it.start..))?;
    if word.kind == Kind::Word {
        let inside = INSIDE.iter().find(|it| word.small.contains(**it))?;
        return Some(item(words, at..at + 1, What::Negation, if inside.is_ascii() { "" } else { "not" }));
    }
    if word.kind != Kind::Sign {
        return None;
    }
    if let Some(inside) = INSIDE.iter().find(|it| rest.starts_with(**it)) {
        let length = words.get(at..)?.iter().scan(0, |sum, it| {
            let before = *sum;
            *sum += it.text.len();
            Some(before)
        });
        let count = length.take_while(|it| *it < inside.len()).count();
        return Some(item(words, at..at + count, What::Negation, "not"));
    }
    if let Some(phrase) = phrase(words, at) {
        return Some(phrase);
    }
    if rest.starts_with("百分之") {
        return Some(item(words, at..at + 3, What::Unit, "%"));
    }
    let count = words.get(at..)?.iter().take_while(|it| value_of(it.text).is_some()).count();
    let run: Vec<f64> = words.get(at..at + count)?.iter().filter_map(|it| value_of(it.text)).collect();
    match run.as_slice() {
        [] | [1.0] => None,
        [only] if *only >= 100.0 => Some(item(words, at..at + 1, What::Numeral, format!("x{only}"))),
        all => Some(item(words, at..at + count, What::Numeral, han(all).to_string())),
    }
}

/// A word of several characters that the tables know.
fn phrase(words: &[Word<'_>], at: usize) -> Option<Item> {
    (2..=4).rev().find_map(|length| {
        let signs = words.get(at..at + length).filter(|it| it.iter().all(|it| it.kind == Kind::Sign))?;
        let (what, key) = WORDS.meaning(&signs.iter().map(|it| it.text).collect::<String>())?;
        Some(item(words, at..at + length, what, key))
    })
}

fn value_of(sign: &str) -> Option<f64> {
    const VALUES: [(&str, f64); 23] = [
        ("〇", 0.0),
        ("零", 0.0),
        ("一", 1.0),
        ("二", 2.0),
        ("两", 2.0),
        ("兩", 2.0),
        ("三", 3.0),
        ("四", 4.0),
        ("五", 5.0),
        ("六", 6.0),
        ("七", 7.0),
        ("八", 8.0),
        ("九", 9.0),
        ("十", 10.0),
        ("百", 100.0),
        ("千", 1e3),
        ("万", 1e4),
        ("萬", 1e4),
        ("亿", 1e8),
        ("億", 1e8),
        ("兆", 1e12),
        ("半", 0.5),
        ("倍", -1.0),
    ];
    VALUES.iter().find(|it| it.0 == sign).map(|it| it.1)
}

/// "三百二十" is 320; digits in a row are read as digits.
fn han(signs: &[f64]) -> f64 {
    let (mut all, mut part, mut digit) = (0.0_f64, 0.0_f64, 0.0_f64);
    for sign in signs {
        if *sign >= 1e4 {
            all += (part + digit).max(1.0) * sign;
            (part, digit) = (0.0, 0.0);
        } else if *sign >= 10.0 {
            part += digit.max(1.0) * sign;
            digit = 0.0;
        } else {
            digit = digit * 10.0 + sign;
        }
    }
    all + part + digit
}

/// A word of the tables, where it can mean what they say.
fn meant(words: &[Word<'_>], at: usize, after_number: bool) -> Option<Item> {
    let word = words.get(at)?;
    if word.small.ends_with("n't") || word.small.starts_with("n'") && word.small.len() > 3 {
        return Some(item(words, at..at + 1, What::Negation, "not"));
    }
    let (what, key) = WORDS.meaning(&word.small)?;
    let capital = word.plain.chars().next().is_some_and(char::is_uppercase);
    let next = |ahead: usize| words.get(at + ahead).map(|it| it.small.as_str());
    let means = match what {
        What::Unit => {
            after_number || word.kind == Kind::Mark || word.small.chars().count() >= 4 || before_number(words, at)
        }
        What::Date => capital || !matches!(word.small.as_str(), "may" | "march" | "mars" | "mart" | "spring"),
        What::Negation => {
            !(word.small == "no" && next(1) == Some(".") && words.get(at + 2).is_some_and(|it| it.kind == Kind::Number))
        }
        _ => true,
    };
    means.then(|| item(words, at..at + 1, what, key))
}

fn before_number(words: &[Word<'_>], at: usize) -> bool {
    words.get(at + 1).is_some_and(|it| it.kind == Kind::Number)
        && words.get(at).is_some_and(|it| it.text.chars().all(char::is_uppercase))
}

/// A run of words in capitals that are not just the beginning of a sentence.
fn name(side: &Side<'_>, words: &[Word<'_>], at: usize) -> Option<Item> {
    let length = words.get(at..)?.iter().take_while(|it| is_capital(it)).count();
    let first = words.get(at).filter(|_| length > 0)?;
    if length == 1 && begins(side, first.at) && is_common(side, first) {
        return None;
    }
    let key: Vec<&str> =
        words.get(at..at + length)?.iter().map(|it| it.small.strip_suffix("'s").unwrap_or(&it.small)).collect();
    Some(item(words, at..at + length, What::Name, key.join(" ")))
}

fn is_capital(word: &Word<'_>) -> bool {
    word.kind == Kind::Word
        && word.plain.chars().next().is_some_and(char::is_uppercase)
        && !NO_NAMES.contains(&format!(" {} ", word.small))
        && !WORDS.meaning(&word.small).is_some_and(|it| it.0 != What::Unit)
}

fn begins(side: &Side<'_>, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return true };
    let mark = side.tokens.get(before).is_some_and(|it| it.kind == Kind::Mark);
    side.ends_sentence(before) || (mark && !matches!(side.token_text(before), "," | "-" | "(" | ";" | "&" | "/"))
}

/// Whether the text has the word in small letters too.
fn is_common(side: &Side<'_>, word: &Word<'_>) -> bool {
    let places = side.id(word.at).map_or(&[][..], |id| side.places(id));
    let small = |at: &u32| side.token_text(*at as usize).chars().next().is_some_and(char::is_lowercase);
    places.iter().take(60).any(small)
}

/// A word that became its opposite: "able" and "unable", "geldi" and "gelmedi".
fn opposed(gone: &[Word<'_>], come: &[Word<'_>], found: &mut Vec<Warning>) -> bool {
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
fn renamed(old: &Side<'_>, new: &Side<'_>, gone: &[Word<'_>], come: &[Word<'_>], found: &mut Vec<Warning>) {
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
