//! Numbers of a text, in digits, in words and in both.

use super::lexicon::{Entry, LEXICON};
use super::read::Atom;

/// What a number is of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Sort {
    /// So many.
    Count,
    /// A share of a whole: a half, 50 %.
    Share,
    /// A place in a row.
    Place,
}

/// A number and how many atoms it takes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Numeral {
    pub(super) worth: f64,
    pub(super) sort: Sort,
    pub(super) length: usize,
    /// Written in digits, without a scale or a fraction: may be a year or a day.
    pub(super) bare: bool,
}

/// Letters of the longest number that is one word.
const COMPOUND: usize = 40;

/// The number that begins at the first of the atoms.
pub(super) fn numeral(atoms: &[Atom<'_>], before: Option<&Atom<'_>>, lang: Option<&'static str>) -> Option<Numeral> {
    let first = atoms.first()?;
    if first.sign {
        return signs(atoms);
    }
    if let Some(found) = digits(atoms, lang) {
        return Some(with_fraction(found, atoms, lang));
    }
    let entry = LEXICON.entry(&first.folded, lang);
    if let Some(found) = ordinal(&entry, first, before, lang) {
        return Some(found);
    }
    if let Some(share) = entry.fraction.filter(|_| is_share(first, before, lang)) {
        return Some(half_of(atoms, 1, share, lang));
    }
    words(atoms, lang).map(|it| with_fraction(it, atoms, lang))
}

fn entry(atoms: &[Atom<'_>], at: usize, lang: Option<&'static str>) -> Entry {
    atoms.get(at).filter(|it| !it.breaks).map(|it| LEXICON.entry(&it.folded, lang)).unwrap_or_default()
}

/// "1.2m", "5km", "3rd", "1 000 000": what stands in digits, with its scale.
fn digits(atoms: &[Atom<'_>], lang: Option<&'static str>) -> Option<Numeral> {
    let first = atoms.first()?;
    let end = first.folded.find(|c: char| !c.is_ascii_digit() && c != '.').unwrap_or(first.folded.len());
    let (figure, rest) = first.folded.split_at_checked(end)?;
    let mut worth: f64 = figure.parse().ok().filter(|it: &f64| it.is_finite())?;
    let mut length = 1;
    if rest.is_empty() && figure.len() <= 3 && !figure.contains('.') {
        while let Some(group) = atoms.get(length).filter(|it| is_group(it)) {
            worth = worth * 1000.0 + group.folded.parse::<f64>().unwrap_or_default();
            length += 1;
        }
    }
    if first.minus {
        worth = -worth;
    }
    let place = matches!(rest, "st" | "nd" | "rd" | "th" | "er" | "ere" | "e" | "eme" | "o" | "a" | "º" | "ª");
    if place {
        return Some(Numeral { worth, sort: Sort::Place, length, bare: false });
    }
    let glued = scale_of(rest, atoms, lang);
    if !rest.is_empty() && glued.is_none() {
        return None;
    }
    let mut bare = rest.is_empty() && length == 1;
    worth *= glued.unwrap_or(1.0);
    if rest.is_empty() && is_million(atoms, length) {
        (worth, bare, length) = (worth * 1e6, false, length + 1);
    }
    while let Some(scale) = entry(atoms, length, lang).scale {
        (worth, bare, length) = (worth * scale, false, length + 1);
    }
    Some(Numeral { worth, sort: Sort::Count, length, bare })
}

/// "5 m" is money only before a currency.
fn is_million(atoms: &[Atom<'_>], at: usize) -> bool {
    let word = |at: usize| atoms.get(at).map(|it| it.folded.as_str()).unwrap_or_default();
    word(at) == "m"
        && matches!(word(at + 1), "euro" | "euros" | "pounds" | "dollars" | "crowns" | "eur" | "€" | "$" | "£")
}

fn is_group(atom: &Atom<'_>) -> bool {
    !atom.breaks && atom.spaced && atom.folded.len() == 3 && atom.folded.bytes().all(|it| it.is_ascii_digit())
}

/// The scale in "5k"; "5m" is five million, unless it is said to be so high or so far.
fn scale_of(rest: &str, atoms: &[Atom<'_>], lang: Option<&'static str>) -> Option<f64> {
    let measured = || {
        let next = atoms.get(1).map(|it| it.folded.as_str()).unwrap_or_default();
        matches!(
            next,
            "high"
                | "tall"
                | "long"
                | "wide"
                | "deep"
                | "away"
                | "above"
                | "below"
                | "from"
                | "tief"
                | "hoch"
                | "lang"
                | "breit"
        )
    };
    match rest {
        "m" if measured() => None,
        "m" => Some(1e6),
        "k" => Some(1e3),
        "b" => Some(1e9),
        "" => None,
        _ => LEXICON.entry(rest, lang).scale,
    }
}

/// "two and a half", "5 1/2", "a million and a half".
fn with_fraction(mut found: Numeral, atoms: &[Atom<'_>], lang: Option<&'static str>) -> Numeral {
    let word = |at: usize| atoms.get(at).filter(|it| !it.breaks).map(|it| it.folded.as_str()).unwrap_or_default();
    let at = found.length;
    let several = found.worth.fract() == 0.0 && found.worth < 10.0;
    let share = entry(atoms, at, lang).fraction.filter(|it| several && !(found.bare && *it == 0.5));
    if let Some(share) = share {
        return half_of(atoms, at + 1, found.worth * share, lang);
    }
    let joined = matches!(word(at), "and" | "et" | "y" | "e" | "und" | "en" | "и" | "i");
    let skip = at + 1 + usize::from(matches!(word(at + 1), "a" | "un" | "une" | "one"));
    if let Some(share) = entry(atoms, skip, lang).fraction.filter(|it| joined && *it == 0.5) {
        let scale = if found.worth >= 1e3 { biggest_scale(found.worth) } else { 1.0 };
        found.worth += share * scale;
        found.length = skip + 1;
        while let Some(scale) = entry(atoms, found.length, lang).scale {
            found.worth *= scale;
            found.length += 1;
        }
        found.bare = false;
    }
    found
}

fn biggest_scale(worth: f64) -> f64 {
    [1e9, 1e6, 1e3].into_iter().find(|it| worth >= *it).unwrap_or(1.0)
}

/// A share, or with a scale behind it a count: "half a million".
fn half_of(atoms: &[Atom<'_>], mut length: usize, share: f64, lang: Option<&'static str>) -> Numeral {
    let article = matches!(
        atoms.get(length).map(|it| it.folded.as_str()),
        Some("a" | "of" | "une" | "un" | "de" | "einer" | "eine" | "di")
    );
    let at = length + usize::from(article);
    if let Some(scale) = entry(atoms, at, lang).scale {
        length = at + 1;
        return Numeral { worth: share * scale, sort: Sort::Count, length, bare: false };
    }
    Numeral { worth: share, sort: Sort::Share, length, bare: false }
}

/// "third" is a place in a row, "a third" a share.
fn is_share(atom: &Atom<'_>, before: Option<&Atom<'_>>, lang: Option<&'static str>) -> bool {
    let both = LEXICON.entry(&atom.folded, lang).ordinal.is_some();
    !both
        || before
            .is_some_and(|it| matches!(it.folded.as_str(), "a" | "one" | "un" | "une" | "uno" | "ein" | "um" | "en"))
}

fn ordinal(entry: &Entry, atom: &Atom<'_>, before: Option<&Atom<'_>>, lang: Option<&'static str>) -> Option<Numeral> {
    let th =
        || atom.folded.strip_suffix("th").filter(|_| lang == Some("en")).and_then(|it| LEXICON.entry(it, lang).value);
    let own = entry.ordinal.filter(|_| entry.fraction.is_none() || !is_share(atom, before, lang));
    let worth = own.or_else(th)?;
    Some(Numeral { worth, sort: Sort::Place, length: 1, bare: false })
}

/// "three hundred and twenty thousand", "fünfundzwanzig", "treinta y dos", "a million".
fn words(atoms: &[Atom<'_>], lang: Option<&'static str>) -> Option<Numeral> {
    let (mut total, mut part, mut length) = (0.0_f64, None::<f64>, 0);
    let mut last = f64::INFINITY;
    loop {
        let mut at = length;
        let joins = part.is_some()
            && atoms.get(at).is_some_and(|it| matches!(it.folded.as_str(), "and" | "y" | "e" | "et" | "og" | "och"));
        at += usize::from(joins);
        let Some(atom) = atoms.get(at).filter(|it| at == 0 || !it.breaks) else { break };
        let known = entry_at(atom, lang);
        match (known.value.or_else(|| compound(&atom.folded, lang)), known.scale) {
            (_, Some(scale)) if !joins && scale < 1e3 => part = Some(part.unwrap_or(1.0) * scale),
            (_, Some(scale)) if !joins && scale < last && (part.is_some() || total == 0.0) => {
                total += part.take().unwrap_or(1.0) * scale;
                last = scale;
            }
            (Some(value), _) if part.is_none() => part = Some(value),
            (Some(value), _) if part.is_some_and(|it| fits(it, value)) => part = part.map(|it| it + value),
            _ => break,
        }
        length = at + 1;
    }
    let worth = total + part.unwrap_or_default();
    let next = entry(atoms, length, lang).ordinal.filter(|it| part.is_some_and(|part| fits(part, *it)));
    if let Some(place) = next {
        return Some(Numeral { worth: worth + place, sort: Sort::Place, length: length + 1, bare: false });
    }
    (length > 0).then_some(Numeral { worth, sort: Sort::Count, length, bare: false })
}

fn entry_at(atom: &Atom<'_>, lang: Option<&'static str>) -> Entry {
    if atom.folded.starts_with(|c: char| c.is_ascii_digit()) {
        Entry::default()
    } else {
        LEXICON.entry(&atom.folded, lang)
    }
}

/// Whether a number word goes on with a smaller one: "forty" with "two", "hundred" with "fifty".
fn fits(part: f64, next: f64) -> bool {
    let tens = (20.0..100.0).contains(&(part % 100.0)) && part % 10.0 == 0.0;
    (tens && (1.0..10.0).contains(&next)) || (part >= 100.0 && part % 100.0 == 0.0 && next < 100.0)
}

/// A number that is one word: "fünfundzwanzig", "ventidue", "tweehonderd".
fn compound(word: &str, lang: Option<&'static str>) -> Option<f64> {
    const ROOTS: [&str; 16] = [
        "zig", "ssig", "tig", "venti", "trent", "ant", "tjugo", "tio", "hund", "hond", "cento", "taus", "duiz", "tus",
        "mila", "zehn",
    ];
    let spoken = matches!(lang, Some("de" | "nl" | "it" | "sv" | "da" | "no")) && (5..=COMPOUND).contains(&word.len());
    if !spoken || !ROOTS.iter().any(|it| word.contains(it)) {
        return None;
    }
    let value = |part: &str| match part {
        "" => None,
        "ein" | "een" | "uno" | "et" | "en" => Some(1.0),
        _ => LEXICON.entry(part, lang).value,
    };
    let small = |part: &str| value(part).or_else(|| joined(part, &value));
    for (name, scale) in [
        ("tausend", 1e3),
        ("duizend", 1e3),
        ("tusen", 1e3),
        ("mila", 1e3),
        ("hundert", 1e2),
        ("honderd", 1e2),
        ("hundra", 1e2),
        ("cento", 1e2),
    ] {
        if let Some((before, after)) = word.split_once(name).filter(|it| !(it.0.is_empty() && it.1.is_empty())) {
            let (many, more) = (
                if before.is_empty() { Some(1.0) } else { small(before) },
                small(after.strip_prefix("und").unwrap_or(after)),
            );
            return many.filter(|_| after.is_empty() || more.is_some()).map(|it| it * scale + more.unwrap_or_default());
        }
    }
    joined(word, &value)
}

fn joined(word: &str, value: &impl Fn(&str) -> Option<f64>) -> Option<f64> {
    let mut splits = word.char_indices().skip(2).filter_map(|(at, _)| word.split_at_checked(at));
    splits.find_map(|(a, b)| {
        let front =
            ["und", "en", "og"].iter().find_map(|it| a.strip_suffix(it)).and_then(value).filter(|it| *it < 10.0);
        match (front, value(a), value(b)) {
            (Some(one), _, Some(tens)) if fits(tens, one) => Some(tens + one),
            (_, Some(tens), Some(one)) if fits(tens, one) => Some(tens + one),
            _ => None,
        }
    })
}

/// The value of a Chinese or Japanese numeral sign.
fn sign_value(sign: &str) -> Option<f64> {
    Some(match sign {
        "〇" | "零" => 0.0,
        "一" => 1.0,
        "二" | "两" | "兩" => 2.0,
        "三" => 3.0,
        "四" => 4.0,
        "五" => 5.0,
        "六" => 6.0,
        "七" => 7.0,
        "八" => 8.0,
        "九" => 9.0,
        "十" => 10.0,
        "百" => 100.0,
        "千" => 1e3,
        "万" | "萬" => 1e4,
        "亿" | "億" => 1e8,
        "兆" => 1e12,
        _ => return None,
    })
}

fn signs(atoms: &[Atom<'_>]) -> Option<Numeral> {
    let run =
        atoms.iter().enumerate().map_while(|(at, it)| if at > 0 && it.breaks { None } else { sign_value(&it.folded) });
    let (mut all, mut part, mut digit, mut length) = (0.0_f64, 0.0_f64, 0.0_f64, 0);
    for sign in run {
        length += 1;
        if sign >= 1e4 {
            all += (part + digit).max(1.0) * sign;
            (part, digit) = (0.0, 0.0);
        } else if sign >= 10.0 {
            part += digit.max(1.0) * sign;
            digit = 0.0;
        } else {
            digit = digit * 10.0 + sign;
        }
    }
    (length > 0).then_some(Numeral { worth: all + part + digit, sort: Sort::Count, length, bare: false })
}

#[cfg(test)]
mod tests {
    use super::super::tokens::Text;

    fn keys(text: &str, lang: &'static str) -> String {
        let all = Text::of(text, Some(lang)).tokens;
        all.into_iter().filter(|it| it.worth.is_some()).map(|it| it.key).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_number_has_one_key_in_any_dress() {
        for (lang, texts, key) in [
            ("en", &["1.2m votes", "1,200,000 votes", "1.2 million votes", "1 200 000 votes"][..], "#1200000"),
            ("en", &["half the wells", "50 % of wells", "50 percent"], "#%0.5000000"),
            ("en", &["a quarter of it", "25%", "one quarter"], "#%0.2500000"),
            ("en", &["forty-two", "42", "forty two"], "#42"),
            ("en", &["half a million", "500k", "five hundred thousand"], "#500000"),
            ("en", &["two and a half million", "2.5 million"], "#2500000"),
            ("en", &["the 19th century", "the nineteenth century"], "#o19"),
            ("en", &["3 points", "three points"], "#3"),
            ("de", &["zweiundvierzig", "42"], "#42"),
            ("de", &["dreihundertzwanzig", "320"], "#320"),
            ("es", &["treinta y dos", "32"], "#32"),
            ("tr", &["yüzde 15", "%15"], "#%0.1500000"),
            ("zh", &["百分之五", "5%"], "#%0.0500000"),
            ("zh", &["三百二十万", "320万"], "#3200000"),
            ("ar", &["٤٢", "42"], "#42"),
            ("ur", &["12 کروڑ", "120000000"], "#120000000"),
        ] {
            for text in texts {
                assert_eq!(keys(text, lang), key, "{text}");
            }
        }
        for (text, other) in
            [("a third of it", "the third"), ("5 % more", "5 more"), ("1.5 m", "15 m"), ("-5 degrees", "5 degrees")]
        {
            assert_ne!(keys(text, "en"), keys(other, "en"), "{text}");
        }
    }
}
