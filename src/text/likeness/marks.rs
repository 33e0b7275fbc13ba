//! Marks that mean a word, figures within words, and words that are several.

use super::super::words::fold;

/// How much of a word stands in digits: "1.2" of "1.2m".
pub(super) fn figure(word: &str) -> usize {
    if !word.starts_with(char::is_numeric) {
        return 0;
    }
    let end = word
        .find(|c: char| !c.is_numeric() && !matches!(c, '.' | ',' | '\'' | '\u{2019}' | '٫' | '٬'))
        .unwrap_or(word.len());
    word.get(..end).map_or(0, |it| it.trim_end_matches(|c: char| !c.is_numeric()).len())
}

/// Marks that mean a word.
pub(super) fn symbol(c: char) -> Option<&'static str> {
    Some(match c {
        '%' | '٪' | '％' | '﹪' => "%",
        '‰' => "‰",
        '$' | '＄' => "$",
        '€' => "€",
        '£' | '￡' => "£",
        '¥' | '￥' => "¥",
        '₹' => "₹",
        '₽' => "₽",
        '₺' => "₺",
        '℃' => "°c",
        '℉' => "°f",
        '&' => "and",
        '½' => "½",
        '¼' => "¼",
        '¾' => "¾",
        '⅓' => "⅓",
        '⅔' => "⅔",
        '>' | '≥' | '<' | '≤' | '~' | '≈' | '+' | '=' | '×' => match c {
            '>' => ">",
            '≥' => "≥",
            '<' => "<",
            '≤' => "≤",
            '+' => "+",
            '=' => "=",
            '×' => "×",
            _ => "~",
        },
        _ => return None,
    })
}

pub(super) fn is_picture(c: char) -> bool {
    matches!(u32::from(c), 0x2190..=0x23FF | 0x2500..=0x27BF | 0x2B00..=0x2BFF | 0x1F000..=0x1FAFF)
}

/// A word with its elided article and its possessive ending apart or gone, and the parts of an address.
pub(super) fn parts<'a>(piece: &'a str, lang: Option<&'static str>) -> Vec<(usize, &'a str)> {
    if piece.is_ascii() && piece.bytes().all(|it| it.is_ascii_alphanumeric()) {
        return vec![(0, piece)];
    }
    if piece.chars().any(char::is_numeric) {
        let end = figure(piece);
        let case =
            piece.get(end..).and_then(|it| it.strip_prefix(['\'', '\u{2019}'])).filter(|it| end > 0 && !it.is_empty());
        return case.map_or_else(
            || vec![(0, piece)],
            |it| vec![(0, piece.get(..end).unwrap_or_default()), (piece.len() - it.len(), it)],
        );
    }
    let dotted: Vec<&str> = piece.split('.').filter(|it| !it.is_empty()).collect();
    if dotted.len() > 1 && dotted.iter().all(|it| it.chars().count() == 1) {
        return vec![(0, piece)];
    }
    let mut found = Vec::new();
    let mut at = 0;
    for part in piece.split(['.', ':', '_', '\u{b7}']) {
        apart(at, part, lang, &mut found);
        at += part.len() + 1 + usize::from(piece.get(at + part.len()..).is_some_and(|it| it.starts_with('\u{b7}')));
    }
    found
}

fn apart<'a>(at: usize, part: &'a str, lang: Option<&'static str>, found: &mut Vec<(usize, &'a str)>) {
    let quote = part.char_indices().find(|(_, c)| matches!(c, '\'' | '\u{2019}' | '\u{2bc}'));
    let Some((mark, length)) = quote.map(|(mark, c)| (mark, c.len_utf8())) else { return found.push((at, part)) };
    let (before, after) = (part.get(..mark).unwrap_or_default(), part.get(mark + length..).unwrap_or_default());
    match lang {
        Some("fr" | "it" | "ca") if !after.is_empty() && before.chars().count() <= 5 => {
            found.extend([(at, before), (at + mark + length, after)]);
        }
        Some("tr" | "az") => found.extend([(at, before), (at + mark + length, after)]),
        _ if matches!(after, "s" | "S" | "") => found.push((at, before)),
        _ => found.push((at, part)),
    }
}

/// What an English contraction is short for.
pub(super) fn contraction(word: &str, lang: Option<&'static str>) -> &'static [&'static str] {
    if lang == Some("de") {
        return subjunctive(word);
    }
    if !matches!(lang, None | Some("en")) {
        return &[];
    }
    let short = word.contains(['\'', '\u{2019}']);
    match fold(word).as_str() {
        "cant" | "cannot" => &["can", "not"],
        "wont" if short => &["will", "not"],
        "couldnt" => &["could", "not"],
        "wouldnt" => &["would", "not"],
        "shouldnt" => &["should", "not"],
        "mustnt" => &["must", "not"],
        "isnt" => &["is", "not"],
        "arent" => &["are", "not"],
        "wasnt" => &["was", "not"],
        "werent" => &["were", "not"],
        "hasnt" => &["has", "not"],
        "havent" => &["have", "not"],
        "hadnt" => &["had", "not"],
        "dont" | "doesnt" | "didnt" | "aint" => &["not"],
        "hell" if short => &["he", "will"],
        "shell" if short => &["she", "will"],
        "theyll" => &["they", "will"],
        "itll" => &["it", "will"],
        "theyre" => &["they", "are"],
        "theyve" => &["they", "have"],
        "weve" => &["we", "have"],
        "youre" => &["you", "are"],
        "gonna" => &["going", "to"],
        _ => &[],
    }
}

/// German forms that only two dots tell from the past tense.
fn subjunctive(word: &str) -> &'static [&'static str] {
    match word.to_lowercase().as_str() {
        "würde" => &["wuerde"],
        "würden" => &["wuerden"],
        "könnte" => &["koennte"],
        "könnten" => &["koennten"],
        "hätte" => &["haette"],
        "hätten" => &["haetten"],
        "wäre" => &["waere"],
        "wären" => &["waeren"],
        "dürfte" => &["duerfte"],
        "dürften" => &["duerften"],
        _ => &[],
    }
}
