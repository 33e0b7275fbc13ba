//! Words inside a drawing: made harmless, measured, shortened.

use unicode_segmentation::UnicodeSegmentation;

/// The largest type that `charts.css` sets, in units of the drawing: what is laid out for it fits any smaller one.
const EM: f64 = 15.0;
const MOST_CHARS: usize = 8_000;
const MOST_IN_GRAPHEME: usize = 16;
const EMOJI: char = '\u{1F000}';
const ELLIPSIS: &str = "…";

/// How wide words are at most, in units of the drawing: a generous guess, as the font is not known.
pub(super) fn width(words: &str) -> f64 {
    tidy(words).graphemes(true).map(wide).sum()
}

/// Words that fit into a width, cut between graphemes, escaped.
pub(super) fn fitted(words: &str, room: f64) -> String {
    escaped(&cut(words, room, wide))
}

/// Words of at most so many graphemes, escaped.
pub(super) fn clipped(words: &str, graphemes: u32) -> String {
    escaped(&cut(words, f64::from(graphemes), |_| 1.0))
}

fn cut(words: &str, room: f64, size: fn(&str) -> f64) -> String {
    let words = tidy(words);
    let mut kept: Vec<(&str, f64)> = Vec::new();
    let mut taken = 0.0;
    for grapheme in words.graphemes(true) {
        let more = size(grapheme);
        if taken + more > room {
            taken += size(ELLIPSIS);
            while taken > room
                && let Some((_, last)) = kept.pop()
            {
                taken -= last;
            }
            return format!("{}{ELLIPSIS}", joined(&kept).trim_end_matches([' ', ',', ';', ':']));
        }
        taken += more;
        kept.push((grapheme, more));
    }
    joined(&kept)
}

/// No letter stands under more marks than any script writes.
fn joined(graphemes: &[(&str, f64)]) -> String {
    graphemes.iter().flat_map(|(it, _)| it.chars().take(MOST_IN_GRAPHEME)).collect()
}

/// One line without what is not seen: controls, overrides of direction, code points that are no characters. Spaces
/// that hold a number together stay.
fn tidy(words: &str) -> String {
    let breaks = |c: char| c.is_whitespace() && !matches!(c, '\u{A0}' | '\u{202F}');
    let seen = words.chars().take(MOST_CHARS).filter(|c| breaks(*c) || !hidden(*c));
    let line: String = seen.map(|c| if breaks(c) { ' ' } else { c }).collect();
    line.split(' ').filter(|it| !it.is_empty()).collect::<Vec<_>>().join(" ")
}

fn hidden(c: char) -> bool {
    let code = u32::from(c);
    c.is_control() || matches!(code, 0x202A..=0x202E | 0xFDD0..=0xFDEF | 0xFEFF) || code & 0xFFFE == 0xFFFE
}

fn escaped(words: &str) -> String {
    let mut out = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            _ => out.push(c),
        }
    }
    out
}

fn wide(grapheme: &str) -> f64 {
    let mut chars = grapheme.chars().take(MOST_IN_GRAPHEME);
    let first = chars.next().map_or(0.0, share_of_em);
    let rest: f64 = chars
        .map(|c| {
            if c >= EMOJI {
                1.25
            } else if c.is_alphabetic() {
                0.3
            } else {
                0.0
            }
        })
        .sum();
    EM * (first + rest)
}

fn share_of_em(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | 't' | 'f' | 'I' | '.' | ',' | ':' | ';' | '\'' | '|' | '!' | ' ' | '(' | ')' | '-' => 0.4,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '—' | '…' => 0.98,
        _ if c.is_uppercase() => 0.72,
        '\u{1100}'..='\u{115F}' | '\u{2E80}'..='\u{A4CF}' | '\u{AC00}'..='\u{D7A3}' => 1.05,
        '\u{F900}'..='\u{FAFF}' | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF60}' | EMOJI.. => 1.25,
        _ => 0.62,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hostile_words_are_words() {
        assert_eq!(fitted("<script>&\"'", 900.0), "&lt;script&gt;&amp;&quot;&#39;");
        assert_eq!(fitted("6\u{202f}000\u{a0}%", 900.0), "6\u{202f}000\u{a0}%");
        assert_eq!(fitted(" a\0\u{1b}[2J\r\n\tb\u{202e}c\u{feff}\u{ffff}\u{7f}\u{9b} ", 900.0), "a[2J bc");
    }

    #[test]
    fn long_ones_are_cut_between_graphemes() {
        let family = "👩‍👩‍👧‍👦";
        assert_eq!(fitted(&family.repeat(1_000), 170.0), format!("{}…", family.repeat(2)));
        assert_eq!(clipped("e\u{301}e\u{301}e\u{301}", 2), "e\u{301}…");
        assert_eq!(clipped("three", 5), "three");
        assert_eq!(fitted("wide words", 0.0), "…");
        assert_eq!(clipped("word,   and more", 7), "word…");
        for long in ["x".repeat(5_000), "&".repeat(5_000), format!("a{}", "\u{301}".repeat(500_000))] {
            let short = fitted(&long, 300.0);
            assert!(short.chars().count() < 200 && width(&long) > 0.0, "{}", short.len());
        }
        assert!(width("漢字漢字") > width("abcd") && width("MMMM") > width("iiii"));
    }
}
