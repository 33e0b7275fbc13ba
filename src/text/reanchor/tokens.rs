//! Words, numbers and marks of a text, each with a number that is the same for spellings that read the same.

use icu_normalizer::ComposingNormalizerBorrowed;
use std::borrow::Cow;
use std::collections::HashMap;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::Range;

use super::super::offsets::Index;

/// Code points of one token; longer runs are cut, so that no passage grows without bound.
const LONGEST: usize = 64;
/// Tokens of one unit; longer ones are cut.
const UNIT: usize = 160;
/// A line at least this long may be part of a paragraph that was wrapped.
const WRAPPED: usize = 45;

/// What a token is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Word,
    /// One character of a script that does not put spaces between words.
    Sign,
    Number,
    Mark,
}

impl Kind {
    /// How much a token says about which passage this is.
    pub(super) fn weight(self) -> u32 {
        match self {
            Self::Word => 4,
            Self::Sign => 2,
            Self::Number => 8,
            Self::Mark => 1,
        }
    }
}

/// A token, in bytes.
#[derive(Debug, Clone, Copy)]
pub(super) struct Token {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) kind: Kind,
}

/// One of the two texts, made ready: its tokens, their numbers, and where each stands.
#[derive(Debug)]
pub(super) struct Side<'a> {
    pub(super) text: &'a str,
    pub(super) index: Index<'a>,
    pub(super) tokens: Vec<Token>,
    pub(super) ids: Vec<u32>,
    /// Sentences, roughly, as ranges of tokens: what is compared as a whole.
    pub(super) units: Vec<Range<usize>>,
    first: Vec<usize>,
    places: Vec<u32>,
}

/// Gives tokens their numbers, the same in both texts.
#[derive(Debug, Default)]
pub(super) struct Numbers(HashMap<u64, u32>);

impl<'a> Side<'a> {
    pub(super) fn of(text: &'a str, numbers: &mut Numbers) -> Self {
        let tokens = tokens(text);
        let ids = tokens.iter().map(|it| numbers.of(text.get(it.start..it.end).unwrap_or_default())).collect();
        let units = units(text, &tokens);
        Self { text, index: Index::new(text), tokens, ids, units, first: Vec::new(), places: Vec::new() }
    }

    /// Notes where each token stands; `count` numbers were given in all.
    pub(super) fn note_places(&mut self, count: usize) {
        let mut first = vec![0; count + 1];
        for id in &self.ids {
            if let Some(next) = first.get_mut(*id as usize + 1) {
                *next += 1;
            }
        }
        let mut sum = 0;
        for it in &mut first {
            sum += *it;
            *it = sum;
        }
        let mut free = first.clone();
        let mut places = vec![0; self.ids.len()];
        for (at, id) in self.ids.iter().enumerate() {
            if let Some(next) = free.get_mut(*id as usize) {
                if let Some(place) = places.get_mut(*next) {
                    *place = at as u32;
                }
                *next += 1;
            }
        }
        (self.first, self.places) = (first, places);
    }

    /// The tokens that have this number, in order.
    pub(super) fn places(&self, id: u32) -> &[u32] {
        let (from, to) = (self.first.get(id as usize), self.first.get(id as usize + 1));
        from.zip(to).and_then(|(from, to)| self.places.get(*from..*to)).unwrap_or_default()
    }

    pub(super) fn id(&self, token: usize) -> Option<u32> {
        self.ids.get(token).copied()
    }

    pub(super) fn ids(&self, tokens: Range<usize>) -> &[u32] {
        self.ids.get(tokens).unwrap_or_default()
    }

    pub(super) fn token_text(&self, token: usize) -> &'a str {
        self.tokens.get(token).and_then(|it| self.text.get(it.start..it.end)).unwrap_or_default()
    }

    pub(super) fn weight(&self, token: usize) -> u32 {
        self.tokens.get(token).map_or(0, |it| it.kind.weight())
    }

    /// The tokens that a stretch of bytes touches.
    pub(super) fn touched(&self, bytes: Range<usize>) -> Range<usize> {
        let from = self.tokens.partition_point(|it| it.end <= bytes.start);
        let to = self.tokens.partition_point(|it| it.start < bytes.end);
        from..to.max(from)
    }

    /// From the first token's first byte to the last one's end.
    pub(super) fn bytes(&self, tokens: &Range<usize>) -> Option<Range<usize>> {
        let last = self.tokens.get(tokens.end.checked_sub(1)?)?;
        Some(self.tokens.get(tokens.start)?.start..last.end)
    }

    /// Whether the token stands where a sentence may begin: after a mark that ends one, or a line break.
    pub(super) fn ends_sentence(&self, token: usize) -> bool {
        self.tokens.get(token).is_some_and(|it| is_end(self.text.get(it.start..it.end).unwrap_or_default()))
    }
}

impl Numbers {
    pub(super) fn count(&self) -> usize {
        self.0.len()
    }

    fn of(&mut self, token: &str) -> u32 {
        let mut hasher = DefaultHasher::new();
        if token.is_ascii() && !token.starts_with("..") {
            token.bytes().for_each(|it| it.to_ascii_lowercase().hash(&mut hasher));
        } else {
            plain(token).to_lowercase().bytes().for_each(|it| it.hash(&mut hasher));
        }
        let next = self.0.len() as u32;
        *self.0.entry(hasher.finish()).or_insert(next)
    }
}

/// A token as it reads: quotation marks, dashes, digits and composed letters in one form, what is invisible left out.
pub(super) fn plain(token: &str) -> Cow<'_, str> {
    if token.is_ascii() {
        return Cow::Borrowed(if token.len() > 1 && token.bytes().all(|it| it == b'.') { "…" } else { token });
    }
    let composed = ComposingNormalizerBorrowed::new_nfc().normalize(token);
    let mut plain = String::with_capacity(composed.len());
    for c in composed.chars().filter(|it| !is_invisible(*it) && !('\u{FE00}'..='\u{FE0F}').contains(it)) {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{201A}' | '\u{201B}' | '\u{2039}' | '\u{203A}' | '\u{2032}' | '\u{2BC}' => {
                plain.push('\'');
            }
            '\u{201C}' | '\u{201D}' | '\u{201E}' | '\u{201F}' | '«' | '»' | '\u{2033}' => plain.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' | '\u{FE58}' | '\u{FE63}' => plain.push('-'),
            'ﬀ' => plain.push_str("ff"),
            'ﬁ' => plain.push_str("fi"),
            'ﬂ' => plain.push_str("fl"),
            'ﬃ' => plain.push_str("ffi"),
            'ﬄ' => plain.push_str("ffl"),
            'ﬅ' | 'ﬆ' => plain.push_str("st"),
            'ي' => plain.push('ی'),
            'ك' => plain.push('ک'),
            '\u{FF01}'..='\u{FF5E}' => plain.push(char::from_u32(c as u32 - 0xFEE0).unwrap_or(c)),
            _ => plain.push(digit(c).map_or(c, |it| char::from(b'0' + it))),
        }
    }
    Cow::Owned(plain)
}

/// The value of a decimal digit of any script in use.
pub(super) fn digit(c: char) -> Option<u8> {
    const ZEROS: [u32; 16] = [
        0x30, 0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0x1040, 0xFF10,
    ];
    let zero = ZEROS.iter().rev().find(|zero| c as u32 >= **zero)?;
    u8::try_from(c as u32 - zero).ok().filter(|it| *it < 10)
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}'
        | '\u{2066}'..='\u{2069}' | '\u{FEFF}' | '\u{61C}' | '\u{180E}' | '\u{34F}')
}

/// A mark that belongs to the character before it.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36F}' | '\u{483}'..='\u{489}' | '\u{591}'..='\u{5BD}' | '\u{5BF}'..='\u{5C7}'
        | '\u{610}'..='\u{61A}' | '\u{64B}'..='\u{65F}' | '\u{670}' | '\u{6D6}'..='\u{6DC}' | '\u{6DF}'..='\u{6ED}'
        | '\u{93C}' | '\u{94D}' | '\u{9BC}' | '\u{9CD}' | '\u{A3C}' | '\u{A4D}' | '\u{ABC}' | '\u{ACD}' | '\u{BCD}'
        | '\u{C4D}' | '\u{CCD}' | '\u{D4D}' | '\u{E31}' | '\u{E34}'..='\u{E3A}' | '\u{E47}'..='\u{E4E}'
        | '\u{1AB0}'..='\u{1AFF}' | '\u{1DC0}'..='\u{1DFF}' | '\u{20D0}'..='\u{20FF}' | '\u{3099}' | '\u{309A}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FE20}'..='\u{FE2F}' | '\u{1F3FB}'..='\u{1F3FF}' | '\u{E0100}'..='\u{E01EF}')
}

/// A letter of a script that does not put spaces between words.
pub(super) fn is_sign(c: char) -> bool {
    matches!(c, '\u{2E80}'..='\u{2FDF}' | '\u{3005}'..='\u{3007}' | '\u{3021}'..='\u{3029}' | '\u{3041}'..='\u{309F}'
        | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}'
        | '\u{E01}'..='\u{E46}' | '\u{E80}'..='\u{EDF}' | '\u{1000}'..='\u{103F}' | '\u{1780}'..='\u{17D3}')
}

fn kind(c: char) -> Kind {
    if digit(c).is_some() {
        Kind::Number
    } else if is_sign(c) {
        Kind::Sign
    } else if c.is_alphanumeric() || is_joined(c) {
        Kind::Word
    } else {
        Kind::Mark
    }
}

fn is_end(token: &str) -> bool {
    matches!(token, "." | "!" | "?" | "…" | "。" | "！" | "？" | "۔" | "।" | "॥" | "؟" | "．" | "｡")
        || (token.len() > 1 && token.bytes().all(|it| it == b'.'))
}

/// The tokens of a text: all that is neither white space nor invisible is in exactly one.
fn tokens(text: &str) -> Vec<Token> {
    let mut scan = Scan { text, at: 0, before: None };
    std::iter::from_fn(|| scan.token()).collect()
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
    /// The character before, if nothing stands between.
    before: Option<char>,
}

impl Scan<'_> {
    fn peek(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().next()
    }

    /// What comes after `peek`, invisible characters left out.
    fn second(&self) -> Option<char> {
        self.text.get(self.at..)?.chars().skip(1).take(LONGEST).find(|it| !is_invisible(*it))
    }

    fn step(&mut self, c: char) {
        self.at += c.len_utf8();
        self.before = Some(c);
    }

    fn token(&mut self) -> Option<Token> {
        while let Some(c) = self.peek().filter(|it| it.is_whitespace() || is_invisible(*it)) {
            self.step(c);
        }
        let start = self.at;
        let first = self.peek()?;
        let opens = self.before.is_none_or(|it| !it.is_alphanumeric() && !is_end(it.encode_utf8(&mut [0; 4])));
        let signed = matches!(first, '-' | '+' | '\u{2212}') && opens && self.second().and_then(digit).is_some();
        self.step(first);
        let kind = if signed { Kind::Number } else { kind(first) };
        let mut points = 1;
        while points < LONGEST && self.goes_on(kind, first) {
            let Some(c) = self.peek() else { break };
            self.step(c);
            points += 1;
        }
        Some(Token { start, end: self.at, kind })
    }

    fn goes_on(&self, of: Kind, first: char) -> bool {
        let Some(c) = self.peek() else { return false };
        if is_joined(c) {
            return true;
        }
        let before = self.before.unwrap_or(' ');
        match of {
            Kind::Word if c == '\'' || c == '\u{2019}' || is_invisible(c) => {
                before != c && self.second().is_some_and(|it| matches!(kind(it), Kind::Word | Kind::Number))
            }
            Kind::Word => matches!(kind(c), Kind::Word | Kind::Number),
            Kind::Number if matches!(c, '.' | ',' | ':' | '\'' | '\u{2019}' | '٫' | '٬') || is_invisible(c) => {
                digit(before).is_some() && self.second().and_then(digit).is_some()
            }
            Kind::Number => digit(c).is_some(),
            Kind::Sign => false,
            Kind::Mark if first == '.' => c == '.',
            Kind::Mark => {
                let flag = |it: char| ('\u{1F1E6}'..='\u{1F1FF}').contains(&it);
                let glued = before == '\u{200D}' || (c == '\u{200D}' && self.second().is_some_and(|it| !it.is_ascii()));
                (glued && !first.is_ascii()) || (flag(first) && flag(c) && before == first)
            }
        }
    }
}

/// Sentences, roughly: the same cut in both texts matters more than the right one.
fn units(text: &str, tokens: &[Token]) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let (mut start, mut line) = (0, 0);
    for (at, pair) in tokens.windows(2).enumerate() {
        let [token, next] = pair else { continue };
        let this = text.get(token.start..token.end).unwrap_or_default();
        let between = text.get(token.end..next.start).unwrap_or_default();
        let lines = between.matches('\n').count();
        let closed = is_end(this) && (!between.is_empty() || !this.is_ascii()) || closes(text, tokens, at, between);
        let wrapped = lines == 1 && !closed && token.end - line >= WRAPPED;
        if closed || lines > 1 || (lines == 1 && !wrapped) || at + 1 - start >= UNIT {
            found.push(start..at + 1);
            start = at + 1;
        }
        if lines > 0 {
            line = next.start;
        }
    }
    if start < tokens.len() {
        found.push(start..tokens.len());
    }
    found
}

/// A quotation mark or bracket that closes right after the end of a sentence.
fn closes(text: &str, tokens: &[Token], at: usize, between: &str) -> bool {
    let word = |it: &Token| text.get(it.start..it.end).unwrap_or_default();
    let before = at.checked_sub(1).and_then(|it| tokens.get(it));
    let closing =
        tokens.get(at).is_some_and(|it| matches!(plain(word(it)).as_ref(), "\"" | "'" | ")" | "]" | "」" | "』"));
    closing && !between.is_empty() && before.is_some_and(|it| is_end(word(it)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str) -> Vec<&str> {
        tokens(text).iter().map(|it| &text[it.start..it.end]).collect()
    }

    #[test]
    fn words_numbers_and_marks_are_told_apart() {
        assert_eq!(
            cut("Don't pay 1,000.50 or -5%… 3–5km"),
            ["Don't", "pay", "1,000.50", "or", "-5", "%", "…", "3", "–", "5", "km"]
        );
        assert_eq!(
            cut("不会 café cafe\u{301} 👩\u{200D}👧!"),
            ["不", "会", "café", "cafe\u{301}", "👩\u{200D}👧", "!"]
        );
        assert_eq!(cut("foot\u{AD}ball\u{200B} x"), ["foot\u{AD}ball", "x"]);
        assert!(cut(" \u{200B}\n").is_empty() && cut(&"a".repeat(200)).len() == 4);
    }

    #[test]
    fn what_reads_the_same_has_one_number() {
        let mut numbers = Numbers::default();
        for (a, b) in [
            ("É", "e\u{301}"),
            ("foot\u{AD}ball", "Football"),
            ("...", "…"),
            ("“", "\""),
            ("٤٢", "42"),
            ("oﬃce", "office"),
        ] {
            assert_eq!(numbers.of(a), numbers.of(b), "{a}");
        }
        for (a, b) in [("10²", "102"), ("علي", "على"), ("5", "-5")] {
            assert_ne!(numbers.of(a), numbers.of(b), "{a}");
        }
    }

    #[test]
    fn rows_and_sentences_are_units_of_their_own() {
        let text =
            "Yes: 14\nNo: 9\nHe left. \"Why?\" Nobody knew what the long and winding line before this\none meant.";
        let all = tokens(text);
        let last = units(text, &all).last().cloned().unwrap();
        assert_eq!((units(text, &all).len(), text[all[last.start].start..].len()), (5, 65));
    }
}
