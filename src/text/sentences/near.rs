//! What stands before and after a run of terminators.

use super::lexicon::Kind;
use super::scan::{Run, Scan};
use super::tables::{self, is_opener};

/// How far back words and openings of a sentence are looked at, which keeps the pass linear.
const NEAR: usize = 80;

impl Scan<'_> {
    /// Armenian: a dot divides where colons end the sentences.
    pub(super) fn has_other_full_stop(&self, from: usize) -> bool {
        const WITHIN: usize = 200;
        self.lexicon.language.terminators.contains(&':')
            && self.block.from(from).chars().take(WITHIN).any(|it| matches!(it, ':' | '։'))
    }

    /// Chinese: a short clause of saying follows the quotation.
    pub(super) fn is_reported(&self, at: usize) -> bool {
        let clause = self.block.from(at).chars().take(14).take_while(|it| it.is_alphanumeric());
        matches!(clause.last(), Some('說' | '说' | '道' | '問' | '问' | '示' | '称' | '稱'))
    }

    /// The next character that tells something: past space, opening marks and dashes.
    pub(super) fn next(&self, from: usize) -> usize {
        self.block.skip(from, |it| it.is_whitespace() || is_opener(it) || tables::is_lead(it))
    }

    pub(super) fn starts(&self, at: usize) -> bool {
        self.lexicon.starts_with(self.block.word_at(at, 16))
    }

    /// A quotation with its source: `"… stairways." (Smith 55)`.
    pub(super) fn is_cited(&self, run: Run) -> bool {
        let quoted = matches!(self.block.before(run.stop), '"' | '”' | '\'' | '’' | '»');
        quoted && self.block.byte(self.block.skip_space(run.stop)) == b'('
    }

    /// "J. Smith": a letter with its full stop.
    pub(super) fn is_initial(&self, at: usize) -> bool {
        let letter = self.block.at(at);
        letter.is_alphabetic() && self.block.byte(at + letter.len_utf8()) == b'.'
    }

    /// "a. m.", "z. B.", "s. r. o.": one abbreviation, written with spaces.
    pub(super) fn spaced_kind(&self, word: &str, begin: usize) -> Option<Kind> {
        let mut letters = word.chars();
        let (Some(_), None) = (letters.next(), letters.next()) else { return None };
        let mut joined = word.to_owned();
        let mut found = None;
        let mut start = begin;
        for _ in 0..3 {
            let front =
                self.block.to(start).strip_suffix(". ").or_else(|| self.block.to(start).strip_suffix(".\u{A0}"));
            let Some(front) = front else { break };
            let letters = front.chars().rev().take(4).take_while(|it| it.is_alphabetic());
            let length = letters.map(char::len_utf8).sum::<usize>();
            start = front.len() - length;
            if length == 0 || self.block.before(start).is_alphanumeric() {
                break;
            }
            joined.insert(0, '.');
            joined.insert_str(0, self.block.between(start, front.len()));
            found = self.lexicon.listed(&joined).or(found);
        }
        found
    }

    /// "Vol. II", "Sec. B": what an abbreviation numbers need not be a number.
    pub(super) fn is_label(&self, word: &str, next: usize) -> bool {
        let label = self.block.token_at(next, 8).trim_end_matches(|it: char| !it.is_alphanumeric());
        let roman = label.bytes().all(|it| matches!(it, b'I' | b'V' | b'X' | b'L' | b'C'));
        let letter = label.len() == 1 && label != "I" && label != "A";
        !label.is_empty() && ((roman && label != "I") || letter) && !word.eq_ignore_ascii_case("no")
    }

    /// Whether a number stands before: "5 мин.".
    pub(super) fn is_counted(&self, begin: usize) -> bool {
        self.block.to(begin).trim_end().ends_with(|it: char| it.is_ascii_digit())
    }

    /// "1." or "• a." at the beginning numbers the sentence and does not end it.
    pub(super) fn is_marker(&self, start: usize, dot: usize, word: &str) -> bool {
        if dot - start > 40 {
            return false;
        }
        let length = word.chars().count();
        let roman = || word.bytes().all(|it| matches!(it.to_ascii_lowercase(), b'i' | b'v' | b'x'));
        let short =
            length == 1 || (length <= 4 && roman()) || (length <= 3 && word.bytes().all(|it| it.is_ascii_digit()));
        let before = self.block.between(start, dot - word.len());
        short && before.chars().count() < 8 && !before.chars().any(char::is_alphanumeric)
    }

    /// The word a full stop ends, without opening marks; nothing if it is too long for an abbreviation.
    pub(super) fn word_before(&self, dot: usize) -> &str {
        let mut start = dot;
        for (at, c) in self.block.backwards(dot).take(NEAR) {
            if !(c.is_alphanumeric()
                || matches!(c, '.' | '°' | 'º' | 'ª' | '\'' | '’' | '-' | '/')
                || tables::is_joined(c)
                || is_mark(c))
            {
                break;
            }
            start = at;
        }
        self.block.between(start, dot).trim_start_matches(|it: char| !it.is_alphanumeric())
    }

    /// "At 5 a.m. Mr. Smith …": the time opens the sentence and does not end it.
    pub(super) fn is_fronted(&self, start: usize, dot: usize) -> bool {
        dot - start < NEAR
            && !self.block.between(start, dot).contains(',')
            && self.lexicon.fronts_with(self.block.word_at(self.next(start), 16))
    }

    /// Whether the initial before `at` continues a name: "Albert I. Jones", not "vitamin C".
    pub(super) fn follows_a_name(&self, at: usize) -> bool {
        let before = self.block.to(at).trim_end();
        let mut letter = None;
        for c in before.chars().rev().take(NEAR).take_while(|it| !it.is_whitespace()) {
            letter = if c.is_alphabetic() { Some(c) } else { letter };
        }
        letter.is_none_or(char::is_uppercase)
    }

    /// `"Why?" Alice asked.`: who said it belongs to what was said.
    pub(super) fn is_attribution(&self, next: usize) -> bool {
        let block = self.block;
        if !block.before(next).is_whitespace() {
            return false;
        }
        let words = block.from(next).split_whitespace().skip(1).take(2);
        words.map(|it| it.trim_end_matches(|c: char| !c.is_alphabetic())).any(|it| self.lexicon.is_said(it))
    }
}

/// Marks inside words of Indic scripts.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{903}' | '\u{93A}'..='\u{94F}' | '\u{D3B}'..='\u{D4D}')
}
