//! One form for all spellings of a word.

use icu_normalizer::properties::CanonicalCombiningClassMapBorrowed;
use icu_normalizer::{ComposingNormalizerBorrowed, DecomposingNormalizerBorrowed};

use super::unspaced;

/// Zeroes of the decimal digits that people type besides our own.
const ZEROES: [u32; 11] = [0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0B66, 0x0BE6, 0x0C66, 0x0CE6, 0x0E50];

/// The form in which words are compared: lower case, accents and vowel signs of Semitic scripts gone, Arabic and Urdu
/// letter variants one letter, digits of any script ours, thousands ungrouped.
pub fn fold(word: &str) -> String {
    if word.is_ascii() {
        let lower: String = word.bytes().filter(|b| *b != b'\'').map(|b| char::from(b.to_ascii_lowercase())).collect();
        return if lower.bytes().any(|b| b.is_ascii_digit()) { number(lower) } else { lower };
    }
    let lower: String = word.to_lowercase();
    if lower.chars().any(unspaced) {
        return ComposingNormalizerBorrowed::new_nfkc().normalize(&lower).to_lowercase();
    }
    let classes = CanonicalCombiningClassMapBorrowed::new();
    let mut folded = String::with_capacity(lower.len());
    for c in DecomposingNormalizerBorrowed::new_nfkd().normalize(&lower).chars() {
        // Class 9 are viramas: without them Hindi would lose its joined letters.
        if matches!(classes.get_u8(c), 0 | 9) {
            letter(c, &mut folded);
        }
    }
    number(folded)
}

fn letter(c: char, folded: &mut String) {
    match c {
        'ß' => folded.push_str("ss"),
        'æ' => folded.push_str("ae"),
        'œ' => folded.push_str("oe"),
        'þ' => folded.push_str("th"),
        'ø' => folded.push('o'),
        'ł' => folded.push('l'),
        'đ' | 'ð' => folded.push('d'),
        'ı' => folded.push('i'),
        'ħ' => folded.push('h'),
        'ŧ' => folded.push('t'),
        'ς' => folded.push('σ'),
        'ـ' | '\'' | '\u{2019}' | '\u{2bc}' | '\u{2018}' | '\u{200b}'..='\u{200f}' | '\u{ad}' => {}
        'ي' | 'ى' | 'ے' | 'ۓ' | 'ې' => folded.push('ی'),
        'ك' | 'ڪ' => folded.push('ک'),
        'ة' | 'ہ' | 'ھ' | 'ۂ' | 'ۃ' | 'ە' => folded.push('ه'),
        'ٱ' => folded.push('ا'),
        'ी' => folded.push('ि'),
        'ू' => folded.push('ु'),
        _ if c.is_alphanumeric() || c == '.' || c == ',' || c == '٫' || c == '٬' || keeps(c) => {
            folded.extend(digit(c).unwrap_or(c).to_lowercase());
        }
        _ => {}
    }
}

/// Vowel signs of Indic scripts are not letters to Unicode and yet are what tells words apart.
fn keeps(c: char) -> bool {
    matches!(u32::from(c), 0x0900..=0x0DFF)
}

fn digit(c: char) -> Option<char> {
    let code = u32::from(c);
    let zero = ZEROES.iter().find(|zero| (**zero..**zero + 10).contains(&code))?;
    char::from_digit(code - zero, 10)
}

/// Marks between letters go, those between digits stay: `1.2m` is not `12m`.
fn unmarked(word: &str) -> String {
    let chars: Vec<char> = word.chars().collect();
    let digit = |at: Option<usize>| at.and_then(|at| chars.get(at)).is_some_and(char::is_ascii_digit);
    let kept = chars.iter().enumerate().filter_map(|(at, c)| match c {
        '.' | ',' if digit(at.checked_sub(1)) && digit(at.checked_add(1)) => Some('.'),
        '.' | ',' => None,
        c => Some(*c),
    });
    kept.collect()
}

/// `1,000` and `1.000` are one thousand, `3,5` is three and a half: what stands in groups of three was grouped.
fn number(word: String) -> String {
    let plain: String = word
        .chars()
        .map(|c| match c {
            '٫' => '.',
            '٬' => ',',
            c => c,
        })
        .collect();
    let bare = plain.trim_matches(['.', ',']);
    if !bare.contains([',', '.']) {
        return bare.to_owned();
    }
    let mut groups = bare.split([',', '.']);
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    let digits = |it: &str| !it.is_empty() && it.bytes().all(|b| b.is_ascii_digit());
    if !digits(first) || !rest.iter().all(|it| digits(it)) {
        return unmarked(bare);
    }
    let grouped = |groups: &[&str]| first.len() <= 3 && first != "0" && groups.iter().all(|it| it.len() == 3);
    if grouped(&rest) {
        return format!("{first}{}", rest.concat());
    }
    match rest.split_last() {
        Some((last, before)) if grouped(before) || before.is_empty() => format!("{first}{}.{last}", before.concat()),
        _ => bare.replace(',', "."),
    }
}
