//! Numbers of a passage, in digits and in words.

use std::ops::Range;

use super::What;
use super::tokens::{Kind, Side, digit};
use super::warn::{Item, Word, item};
use super::words::WORDS;

/// A number in digits: "5,000", "5 000" and "5000" are the same one, "1.500" and "1,500" may not be.
pub(super) fn number(side: &Side<'_>, words: &[Word<'_>], at: usize) -> Option<Item> {
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

/// Adds an item; "five" and "million" next to each other, or "twenty" and "five", are one number.
pub(super) fn add(found: &mut Vec<Item>, next: Item) {
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
pub(super) fn days(mut found: Vec<Item>) -> Vec<Item> {
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

/// A number written as one word: "fünfundzwanzig", "tjugofem", "½".
pub(super) fn compound(words: &[Word<'_>], at: usize) -> Option<Item> {
    let word = words.get(at).filter(|it| it.kind == Kind::Word)?;
    if word.small.chars().all(|c| c.is_numeric()) {
        return Some(item(words, at..at + 1, What::Numeral, word.small.as_str()));
    }
    let value = |part: &str| match part {
        "ein" | "een" => Some("1"),
        _ => WORDS.number(part),
    };
    let joined = |part: &str| {
        value(part).or_else(|| ["und", "en", "ën"].iter().find_map(|it| part.strip_suffix(it).and_then(value)))
    };
    let splits = word.small.char_indices().skip(3).take(24).filter_map(|(split, _)| word.small.split_at_checked(split));
    let (a, b) = splits.filter_map(|(a, b)| Some((joined(a)?, value(b)?))).next()?;
    Some(item(words, at..at + 1, What::Numeral, format!("{a} and {b}")))
}

/// The value of a Chinese or Japanese numeral.
pub(super) fn value_of(sign: &str) -> Option<f64> {
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
pub(super) fn han(signs: &[f64]) -> f64 {
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
