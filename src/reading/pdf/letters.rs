//! Letters as a document's fonts and strings name them, made the letters that people type.

use encoding_rs::UTF_16BE;
use icu_normalizer::ComposingNormalizerBorrowed;

/// Appends letters without what only typesetting needs: ligatures and presentation forms become plain letters,
/// control characters go.
pub(super) fn push(text: &mut String, letters: &str) {
    for letter in letters.chars() {
        match letter {
            '\u{FB00}'..='\u{FB4F}' | '\u{FB50}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFC}' => {
                let plain = ComposingNormalizerBorrowed::new_nfkc();
                text.push_str(&plain.normalize(letter.encode_utf8(&mut [0; 4])));
            }
            it if it.is_whitespace() => text.push(' '),
            '\u{FEFF}' | '\u{200B}' => {}
            it if it.is_control() => {}
            it => text.push(it),
        }
    }
}

/// A text string of a PDF: UTF-16 or UTF-8 behind their marks, else the format's own single-byte charset.
pub(super) fn from_document(bytes: &[u8]) -> String {
    if let Some(rest) = bytes.strip_prefix(b"\xFE\xFF") {
        return UTF_16BE.decode_without_bom_handling(rest).0.into_owned();
    }
    if let Some(rest) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return String::from_utf8_lossy(rest).into_owned();
    }
    bytes.iter().map(|&byte| single(byte)).collect()
}

/// PDFDocEncoding: Latin-1 with typography where Latin-1 has control characters.
fn single(byte: u8) -> char {
    const LOW: [char; 8] = ['˘', 'ˇ', 'ˆ', '˙', '˝', '˛', '˚', '˜'];
    const HIGH: [char; 33] = [
        '•', '†', '‡', '…', '—', '–', 'ƒ', '⁄', '‹', '›', '−', '‰', '„', '“', '”', '‘', '’', '‚', '™', 'ﬁ', 'ﬂ', 'Ł',
        'Œ', 'Š', 'Ÿ', 'Ž', 'ı', 'ł', 'œ', 'š', 'ž', '\u{FFFD}', '€',
    ];
    let table = match byte {
        0x18..=0x1F => LOW.get(usize::from(byte - 0x18)),
        0x80..=0xA0 => HIGH.get(usize::from(byte - 0x80)),
        _ => None,
    };
    table.copied().unwrap_or(char::from(byte))
}

/// One line of a title or a name, in a sane length; none if nothing is left.
pub(super) fn line(bytes: &[u8]) -> Option<String> {
    let mut plain = String::new();
    push(&mut plain, &from_document(bytes));
    let words: Vec<&str> = plain.split_whitespace().collect();
    let line: String = words.join(" ").chars().take(500).collect();
    (!line.is_empty()).then_some(line)
}

/// Letters of scripts that put no space between words.
pub(super) fn is_wide(letter: char) -> bool {
    matches!(letter, '\u{2E80}'..='\u{30FF}' | '\u{3100}'..='\u{312F}' | '\u{31A0}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{FF00}'..='\u{FFEF}' | '\u{20000}'..='\u{3FFFF}')
}

/// A line in which nearly every letter of a script without spaces is followed by one was only set wide.
pub(super) fn unspaced(line: String) -> String {
    let between = |three: &[char]| matches!(three, [a, ' ', b] if is_wide(*a) && is_wide(*b));
    let all: Vec<char> = line.chars().collect();
    let (spaced, close) = (
        all.windows(3).filter(|it| between(it)).count(),
        all.windows(2).filter(|it| it.iter().all(|letter| is_wide(*letter) && letter.is_alphanumeric())).count(),
    );
    if spaced < 5 || spaced < 4 * close {
        return line;
    }
    let beside = |at: usize| at.checked_sub(1).and_then(|from| all.get(from..at + 2));
    let kept = all.iter().enumerate().filter(|(at, _)| !beside(*at).is_some_and(between));
    kept.map(|(_, letter)| *letter).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_those_that_people_type() {
        for (drawn, typed) in
            [("ﬁnal oﬃce", "final office"), ("ﻻ ﷲ", "لا الله"), ("a\u{A0}b\u{0}\n", "a b "), ("½²", "½²")]
        {
            let mut text = String::new();
            push(&mut text, drawn);
            assert_eq!(text, typed);
        }
    }

    #[test]
    fn letters_set_wide_are_words_again() {
        for (drawn, typed) in [
            ("这 一 具 有 历 史 意 义 的《 宣 言》 in 1948 年", "这一具有历史意义的《宣言》 in 1948 年"),
            ("序 言 与 序 言", "序 言 与 序 言"),
            (
                "根据官方数据 失业率从一月 的百分 之五点 四下降 到六月 的",
                "根据官方数据 失业率从一月 的百分 之五点 四下降 到六月 的",
            ),
        ] {
            assert_eq!(unspaced(drawn.into()), typed);
        }
    }

    #[test]
    fn strings_of_a_document_are_read_in_their_charset() {
        assert_eq!(line(b"\xFE\xFF\x00A\x04\x1F"), Some("AП".into()));
        assert_eq!(line(b"\xEF\xBB\xBF\xC3\xA9 \n x"), Some("é x".into()));
        assert_eq!(line(b"caf\xE9 \x84 \xA0\x18"), Some("café — €˘".into()));
        assert_eq!(line(b" \0 "), None);
    }
}
