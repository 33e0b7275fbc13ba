//! A text cut into words, signs, numbers and marks, with the sentences they stand in.

use unicode_segmentation::UnicodeSegmentation;

use super::super::words::{fold, unspaced};
use super::marks::{contraction, figure, is_picture, parts, symbol};

/// Code points that are read of a text.
const READ: usize = 20_000;
/// Letters of the longest word that is kept whole.
const LONGEST: usize = 64;

/// What a word does in a claim.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Class {
    Plain,
    Number,
    Unit,
    Date,
    Negation,
    Denial,
    Condition,
    Quantifier,
    Modal,
    Attribution,
    Chatter,
}

/// A word, a sign of a script without spaces, a figure or a mark that counts.
#[derive(Debug, Clone, Default)]
pub(super) struct Atom<'a> {
    /// As it is written.
    pub(super) text: &'a str,
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) folded: String,
    /// One character of a script without spaces.
    pub(super) sign: bool,
    /// White space stands before it.
    pub(super) spaced: bool,
    /// It belongs to a new sentence or clause, so that nothing is read together with what is before.
    pub(super) breaks: bool,
    /// Part of a hashtag.
    pub(super) tag: bool,
    /// Has a minus before it.
    pub(super) minus: bool,
    pub(super) capital: bool,
    pub(super) segment: usize,
}

/// A sentence, or a part of one between marks that part it.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Segment {
    pub(super) asks: bool,
    /// A full stop, a line or the like parts it from the one before.
    pub(super) sentence: bool,
}

/// The atoms of a text and its segments.
#[derive(Debug, Default)]
pub(super) struct Pieces<'a> {
    pub(super) atoms: Vec<Atom<'a>>,
    pub(super) segments: Vec<Segment>,
}

struct Reader<'a> {
    text: &'a str,
    lang: Option<&'static str>,
    pieces: Pieces<'a>,
    spaced: bool,
    /// What a break would be, if a word comes.
    parted: Option<bool>,
    tag: bool,
    minus: bool,
    /// Where a sign of degrees stands, right before its scale.
    degree: Option<usize>,
}

/// Reads a text; addresses, mentions and a signature at its end are left out.
pub(super) fn read<'a>(text: &'a str, lang: Option<&'static str>) -> Pieces<'a> {
    let text = text.char_indices().nth(READ).and_then(|(end, _)| text.get(..end)).unwrap_or(text);
    let text = unsigned(text);
    let pieces = Pieces { segments: vec![Segment { sentence: true, ..Segment::default() }], ..Pieces::default() };
    let mut reader = Reader { text, lang, pieces, spaced: true, parted: None, tag: false, minus: false, degree: None };
    let mut skipped = 0;
    for (start, piece) in text.split_word_bound_indices() {
        if start < skipped {
            continue;
        }
        if let Some(end) = left_out(text, start, piece) {
            (skipped, reader.spaced) = (end, true);
            reader.part(start > 0);
            continue;
        }
        reader.piece(start, piece);
    }
    reader.pieces
}

/// The text without "— Name (@name) day" at its end.
fn unsigned(text: &str) -> &str {
    let dash = text.rfind(['\u{2014}', '\u{2015}']);
    let signed = dash.and_then(|at| Some((text.get(..at)?, text.get(at..)?)));
    signed
        .filter(|(before, it)| it.contains("(@") && it.len() < 200 && !before.trim().is_empty())
        .map_or(text, |it| it.0)
}

/// Where an address or a mention that begins here ends.
fn left_out(text: &str, start: usize, piece: &str) -> Option<usize> {
    let rest = text.get(start..)?;
    let length = || rest.find(char::is_whitespace).unwrap_or(rest.len());
    let lower = |word: &str| piece.eq_ignore_ascii_case(word);
    let after = rest.get(piece.len()..).unwrap_or_default();
    let scheme = (lower("http") || lower("https")) && after.starts_with("://");
    let host = piece.contains('.') && piece.is_ascii() && !piece.starts_with(|c: char| c.is_ascii_digit());
    let address = scheme || host && (after.starts_with('/') || piece.starts_with("www."));
    let bare = rest.get(..4).is_some_and(|it| it.eq_ignore_ascii_case("www."));
    (address || bare).then(|| start + length())
}

impl<'a> Reader<'a> {
    fn piece(&mut self, start: usize, piece: &'a str) {
        let Some(first) = piece.chars().next() else { return };
        match first {
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => self.part(true),
            _ if first.is_whitespace() => {
                self.spaced = true;
                if piece.contains('\n') {
                    self.part(true);
                }
                self.tag = false;
                return;
            }
            '#' | '＃' | '@' => return self.tag = true,
            _ if piece.chars().any(char::is_alphanumeric) && symbol(first).is_none() => self.word(start, piece),
            _ => self.mark(start, piece, first),
        }
        self.tag = false;
        self.spaced = false;
    }

    fn mark(&mut self, start: usize, piece: &'a str, first: char) {
        let end = start + piece.len();
        let next = self.text.get(end..).and_then(|it| it.chars().next());
        let open = next.is_none_or(|it| !it.is_alphanumeric());
        if let Some(folded) = symbol(first) {
            return self.push(start, end, folded.to_owned(), false);
        }
        match first {
            '-' | '\u{2212}' if self.spaced && next.is_some_and(|it| it.is_ascii_digit()) => self.minus = true,
            '?' | '？' | '؟' => {
                if let Some(segment) = self.pieces.segments.last_mut() {
                    segment.asks = true;
                }
                self.part(true);
            }
            '.' if open && !self.is_abbreviated() => self.part(true),
            '!' | '。' | '！' | '۔' | '।' | '॥' | '…' | '｡' => self.part(true),
            ':' | ';' | '：' | '；' | '؛' if open => self.part(false),
            '|' | '—' | '―' | '•' | '→' => self.part(false),
            '-' | '–' if self.spaced && open => self.part(false),
            '°' => self.degree = Some(start),
            '❌' | '🚫' | '⛔' | '✖' => {
                self.part(true);
                self.push(start, end, "❌".to_owned(), false);
                self.part(true);
            }
            _ if is_picture(first) => self.part(true),
            _ => {}
        }
    }

    /// Whether the full stop belongs to the word before.
    fn is_abbreviated(&self) -> bool {
        const SHORT: [&str; 16] = [
            "mr", "mrs", "ms", "dr", "st", "no", "cllr", "prof", "vs", "approx", "sr", "sra", "mme", "nr", "gen", "sen",
        ];
        self.pieces.atoms.last().is_some_and(|it| {
            let one = it.text.contains('.') || it.text.chars().count() == 1 && it.capital;
            (one || SHORT.contains(&it.folded.as_str())) && !self.spaced
        })
    }

    fn part(&mut self, sentence: bool) {
        if !self.pieces.atoms.is_empty() {
            self.parted = Some(self.parted.unwrap_or_default() || sentence);
        }
        self.spaced = true;
    }

    fn word(&mut self, start: usize, piece: &'a str) {
        let first = piece.chars().find(|it| it.is_alphanumeric()).unwrap_or(' ');
        if let Some(from) = self.degree.take().filter(|it| start - it <= 3 && matches!(piece, "C" | "F" | "c" | "f")) {
            return self.push(from, start + piece.len(), format!("°{}", piece.to_lowercase()), false);
        }
        if unspaced(first) {
            for (at, c) in piece.char_indices().filter(|(_, c)| c.is_alphanumeric()) {
                self.push(start + at, start + at + c.len_utf8(), fold(c.encode_utf8(&mut [0; 4])), true);
            }
            return;
        }
        if self.tag {
            return self.tagged(start, piece);
        }
        for (at, part) in parts(piece, self.lang) {
            let full = contraction(part, self.lang);
            if full.is_empty() {
                let (figure, rest) = part.split_at_checked(figure(part)).unwrap_or((part, ""));
                let folded = fold(figure) + &fold(rest).replace(['.', '-'], "");
                self.push(start + at, start + at + part.len(), folded, false);
            }
            for word in full {
                self.push(start + at, start + at + part.len(), (*word).to_owned(), false);
            }
        }
    }

    /// `#BrackwaterBridge` is two words, `#brackwater_bridge` too.
    fn tagged(&mut self, start: usize, piece: &'a str) {
        let mut from = 0;
        let mut before = ' ';
        let ends: Vec<usize> = piece
            .char_indices()
            .filter_map(|(at, c)| {
                let cut = at > 0
                    && (c == '_'
                        || before == '_'
                        || (c.is_uppercase() && !before.is_uppercase())
                        || c.is_numeric() != before.is_numeric());
                before = c;
                cut.then_some(at)
            })
            .chain([piece.len()])
            .collect();
        for end in ends {
            let word = piece.get(from..end).unwrap_or_default();
            if word.chars().any(char::is_alphanumeric) {
                self.push(start + from, start + end, fold(word), false);
                if let Some(last) = self.pieces.atoms.last_mut() {
                    last.tag = true;
                }
            }
            from = end;
        }
    }

    fn push(&mut self, start: usize, end: usize, mut folded: String, sign: bool) {
        if let Some((at, _)) = folded.char_indices().nth(LONGEST) {
            folded.truncate(at);
        }
        if folded.is_empty() {
            return;
        }
        let parted = self.parted.take();
        if let Some(sentence) = parted {
            self.pieces.segments.push(Segment { asks: false, sentence });
        }
        let text = self.text.get(start..end).unwrap_or_default();
        self.pieces.atoms.push(Atom {
            text,
            start,
            end,
            folded,
            sign,
            spaced: self.spaced,
            breaks: parted.is_some(),
            tag: false,
            minus: std::mem::take(&mut self.minus),
            capital: text.chars().next().is_some_and(char::is_uppercase),
            segment: self.pieces.segments.len().saturating_sub(1),
        });
        self.spaced = false;
    }
}

#[cfg(test)]
mod tests {
    use super::read;

    fn atoms(text: &str, lang: &'static str) -> String {
        let pieces = read(text, Some(lang));
        let shown = |it: &super::Atom<'_>| {
            format!("{}{}{}", if it.breaks { "/ " } else { "" }, if it.tag { "#" } else { "" }, it.folded)
        };
        pieces.atoms.iter().map(shown).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_post_is_cut_where_its_sentences_are() {
        for (lang, text, expected) in [
            ("en", "Dr. Moss isn't in. https://x.org/a?b Go!", "dr moss is not in / go"),
            ("en", "Wow 😱 #BrackwaterPier sold—true? \u{2014} Jo (@jo) May 4", "wow / #brackwater #pier sold / true"),
            ("en", "It cost £2.5m in the U.S. at 30 °C", "it cost £ 2.5m in the us at 30 °c"),
            ("fr", "L’eau n'est pas d'ici", "l eau n est pas d ici"),
            ("tr", "Holt'u gördü", "holt u gordu"),
            ("zh", "他说。不!", "他 说 / 不"),
        ] {
            assert_eq!(atoms(text, lang), expected, "{text}");
        }
    }
}
