//! Whether a sentence ends after a run of terminators.

use super::forms;
use super::lexicon::Kind;
use super::marks::{Mark, What};
use super::pairs;
use super::scan::{Run, Scan};
use super::tables::{self, is_caseless, is_closer, is_opener};

/// Names that end in a mark and go on.
const EXCLAIMED: [&str; 12] = [
    "yahoo",
    "yum",
    "jeopardy",
    "bravo",
    "joomla",
    "wham",
    "oklahoma",
    "jeb",
    "panic",
    "guess",
    "mamma mia",
    "chips ahoy",
];

const VOWELS: &str = "aeiouyáéíóúаеиоуяюь";

/// Words before which a mark after a name does not end a sentence.
const GOES_ON: [&str; 24] = [
    "is", "was", "were", "are", "has", "had", "in", "at", "of", "and", "or", "for", "by", "to", "with", "on", "from",
    "und", "et", "y", "e", "i", "och", "og",
];

/// What follows the time of day.
#[rustfmt::skip]
const ZONES: [&str; 24] = [
    "EST", "EDT", "ET", "CST", "CDT", "CT", "MST", "MDT", "MT", "PST", "PDT", "PT", "GMT", "UTC", "BST", "CET", "CEST",
    "EET", "MSK", "IST", "JST", "AEST", "AEDT", "WIB",
];

/// Days and months, which follow it too.
#[rustfmt::skip]
const DATES: [&str; 38] = [
    "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday", "Mon", "Tue", "Tues", "Wed", "Thu",
    "Thur", "Thurs", "Fri", "Sat", "Sun", "January", "February", "March", "April", "May", "June", "July", "August",
    "September", "October", "November", "December", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Oct", "Nov", "Dec",
];

/// Regions that keep one time.
const REGIONS: [&str; 6] = ["Eastern", "Central", "Mountain", "Pacific", "Atlantic", "Greenwich"];

/// Verbs that make a day the subject of a new sentence.
const OF_A_DAY: [&str; 8] = ["is", "was", "will", "has", "had", "would", "marks", "marked"];

/// What ends the name of a company or a person.
const COMPANIES: [&str; 11] = ["corp", "inc", "ltd", "co", "llc", "plc", "bros", "jr", "sr", "llp", "cos"];

/// Common nouns that often open an English sentence and are no part of a name.
#[rustfmt::skip]
const SUBJECTS: [&str; 48] = [
    "Shares", "Stocks", "Prices", "Sales", "Profits", "Profit", "Revenue", "Revenues", "Earnings", "Costs", "Analysts",
    "Investors", "Shareholders", "Traders", "Economists", "Experts", "Critics", "Officials", "Authorities", "Police",
    "Prosecutors", "Lawyers", "Investigators", "Regulators", "Lawmakers", "Politicians", "Voters", "Residents",
    "Neighbors", "Neighbours", "Workers", "Employees", "Unions", "Managers", "Executives", "Customers", "Consumers",
    "Families", "Parents", "Children", "Women", "Men", "Doctors", "Scientists", "Researchers", "Reporters", "Taxes",
    "Unemployment",
];

/// Endings of addresses, which follow a full stop without a space.
const DOMAINS: [&str; 16] =
    ["com", "org", "net", "edu", "gov", "ru", "uk", "de", "fr", "io", "info", "js", "txt", "pdf", "html", "doc"];

impl Scan<'_> {
    pub(super) fn ends(&self, mark: &Mark, run: Run) -> bool {
        let block = self.block;
        let next = self.next(run.stop);
        let first = block.at(next);
        if next >= block.len() {
            return block.skip_space(run.stop) >= block.len();
        }
        if pairs::seals(self.sealed, run.stop) || pairs::seals(self.sealed, block.skip_space(run.stop)) {
            return false;
        }
        if mark.what == What::Face {
            return first.is_uppercase();
        }
        let written = block.between(run.at, run.end);
        let wide = !written.is_ascii() && written.chars().any(tables::is_wide);
        if wide {
            return self.wide(run, first);
        }
        if !block.at(run.stop).is_whitespace() {
            return run.stop == run.end && self.is_glued(run, written);
        }
        if tables::continues(first) || (run.stop > run.end && self.is_cited(run)) {
            return false;
        }
        let dots = written.bytes().all(|it| it == b'.' || it.is_ascii_whitespace()) || written.ends_with('…');
        if first.is_lowercase() {
            return run.stop == run.end && self.ends_before_small(run, written, next);
        }
        match written {
            _ if dots && self.has_other_full_stop(run.end) => false,
            "." => self.full_stop(run, next),
            _ if dots => self.ellipsis(written, run, first),
            "!" if self.is_exclaimed_name(run) => self.starts(next),
            _ => !(run.stop > run.end && self.is_attribution(next)),
        }
    }

    /// Marks of scripts that put no space between sentences.
    fn wide(&self, run: Run, first: char) -> bool {
        let after = self.block.at(run.stop);
        if after.is_whitespace() {
            return true;
        }
        !is_closer(first) && !(run.stop > run.end && (tables::is_particle(first) || self.is_reported(run.stop)))
    }

    /// Dots that leave something out.
    fn ellipsis(&self, written: &str, run: Run, first: char) -> bool {
        let spaced = written == ". . ." && self.block.before(run.at).is_whitespace();
        !first.is_numeric() && !spaced
    }

    /// "a team.You are": the space is missing; addresses and names of files are left alone.
    fn is_glued(&self, run: Run, written: &str) -> bool {
        let block = self.block;
        let first = block.at(run.end);
        if !first.is_alphabetic() || written.contains(' ') {
            return false;
        }
        let after = block.word_at(run.end, 24);
        let trail = block.at(run.end + after.len());
        let plain = trail == '\0' || trail.is_whitespace() || matches!(trail, ',' | '\'' | '’' | '!' | '?' | ';' | '.');
        let starter = self.lexicon.starts_with(after) || self.lexicon.listed(after) == Some(Kind::Title);
        if !plain
            || !self.is_plain_word_before(run.at, starter)
            || DOMAINS.iter().any(|it| it.eq_ignore_ascii_case(after))
        {
            return false;
        }
        let numeral = after.len() > 1 && after.bytes().all(|it| matches!(it, b'I' | b'V' | b'X' | b'L' | b'C'));
        let tail = (after.len() > 1 || after == "I") && after.chars().skip(1).all(char::is_lowercase);
        match written {
            "." => first.is_uppercase() && (tail || numeral) && !block.token_at(run.end, 40).contains('@'),
            ".." | "..." => first.is_uppercase() && starter,
            _ if written.bytes().all(|it| it == b'.') || written == "…" => first.is_uppercase() && written.len() > 3,
            _ => first.is_uppercase() || (starter && written.len() > 1) || (written == "?" && starter),
        }
    }

    /// Whether the word before has small letters and stands free; before a starter it may be a name or a number.
    fn is_plain_word_before(&self, at: usize, starter: bool) -> bool {
        let (mut letters, mut small, mut digits) = (0, 0, 0);
        let mut lead = '\0';
        for (_, c) in self.block.backwards(at).take(25) {
            if !(c.is_alphanumeric() || (digits > 0 && c == ',')) {
                lead = c;
                break;
            }
            letters += 1;
            small += usize::from(c.is_lowercase());
            digits += usize::from(c.is_ascii_digit());
        }
        let free =
            lead == '\0' || lead.is_whitespace() || is_opener(lead) || matches!(lead, '’' | '-' | '$' | '€' | '£');
        let named = starter && (letters == small + 1 || letters > digits && digits > 2) && letters > 2;
        free && letters > 1 && (small == letters || named)
    }

    /// Sentences that do without capitals: "call them. they know".
    fn ends_before_small(&self, run: Run, written: &str, next: usize) -> bool {
        let block = self.block;
        if next > block.skip_space(run.end) || block.before(run.at).is_whitespace() && written == "!" {
            return false;
        }
        let word = block.word_at(next, 16);
        if !self.lexicon.language.trusting && self.lexicon.is_said(word) {
            return false;
        }
        match written.bytes().last() {
            Some(b'.') if forms::is_address(block.from(next)) => {
                written.len() > 1 || self.lexicon.kind(self.word_before(run.at)) == Kind::Word
            }
            Some(b'!') if self.is_exclaimed_name(run) || GOES_ON.contains(&word) => false,
            Some(b'!' | b'?') => !self.is_attribution(next) && (!written.contains('.') || written.starts_with("..")),
            Some(b'.') if written == "." => self.full_stop_before_small(run, next, word),
            _ => false,
        }
    }

    fn full_stop_before_small(&self, run: Run, next: usize, follows: &str) -> bool {
        let word = self.word_before(run.at);
        let last = word.chars().next_back().unwrap_or('\0');
        if word.starts_with(|it: char| it.is_ascii_digit()) && !last.is_ascii_digit() {
            return false;
        }
        if self.block.byte(next + follows.len()) == b'.' && follows.len() < 4 {
            return false;
        }
        if is_closer(self.block.before(run.at)) {
            return true;
        }
        if last.is_ascii_digit() {
            return !self.lexicon.language.ordinals && word.len() >= 4;
        }
        if !last.is_lowercase() || self.is_marker(run.start, run.at, word) || self.lexicon.kind(word) != Kind::Word {
            return false;
        }
        self.is_whole_word(word, self.lexicon.starts_with(follows), self.is_counted(run.at - word.len()))
    }

    /// Whether a word that no list has is more likely a word than an abbreviation: long, or ending in a vowel.
    fn is_whole_word(&self, word: &str, before_starter: bool, counted: bool) -> bool {
        let trusting = self.lexicon.language.trusting;
        match word.chars().count() {
            0 | 1 => false,
            2 | 3 => trusting && !counted && (before_starter || self.lexicon.starts_with(word)),
            4 | 5 => trusting || (before_starter && word.ends_with(|it| VOWELS.contains(it))),
            _ => true,
        }
    }

    /// "Yahoo!" and the like.
    fn is_exclaimed_name(&self, run: Run) -> bool {
        let word = self.word_before(run.at);
        EXCLAIMED.iter().any(|it| it.eq_ignore_ascii_case(word)) && word.starts_with(char::is_uppercase)
    }

    fn full_stop(&self, run: Run, next: usize) -> bool {
        let block = self.block;
        let word = self.word_before(run.at);
        if self.is_marker(run.start, run.at, word) {
            return false;
        }
        if run.stop > run.at + 1 || word.is_empty() || ZONES.contains(&word) {
            return true;
        }
        let first = block.at(next);
        let digit = first.is_numeric();
        let begin = run.at - word.len();
        let kind = self.spaced_kind(word, begin).unwrap_or_else(|| self.lexicon.kind(word));
        if kind == Kind::Word {
            return true;
        }
        let starts = !digit && self.starts(next);
        let counted = self.is_counted(begin);
        match kind {
            Kind::Title => counted && word.starts_with(char::is_lowercase) && self.begins_after_measure(word, next),
            Kind::Number => !digit && !self.is_label(word, next),
            Kind::Suffix => starts || (counted && self.is_initial(next)) || self.is_new_subject(word, next),
            Kind::Unit => !digit,
            Kind::Time => self.time(run, next, starts),
            Kind::Ordinal => starts,
            Kind::Initial => self.initial(run, next, starts, counted),
            Kind::Word => true,
        }
    }

    /// "Длина 5 м. Ширина …": the abbreviation of a title, but after a number.
    fn begins_after_measure(&self, word: &str, next: usize) -> bool {
        let measure = matches!(word, "м" | "л" | "т" | "см") && self.block.at(next).is_uppercase();
        !self.is_initial(next) && (measure || self.starts(next))
    }

    /// "Acme Corp. Shares rose.": a common noun with a capital, and the name before it does not go on.
    fn is_new_subject(&self, word: &str, next: usize) -> bool {
        let subject = self.block.word_at(next, 16);
        let follows = self.block.from(next + subject.len()).strip_prefix(' ').unwrap_or_default();
        follows.starts_with(char::is_lowercase)
            && COMPANIES.iter().any(|it| it.eq_ignore_ascii_case(word))
            && SUBJECTS.contains(&subject)
    }

    fn time(&self, run: Run, next: usize, starts: bool) -> bool {
        let first = self.block.at(next);
        let bracket = self.block.byte(self.block.skip_space(run.stop)) == b'(';
        first.is_uppercase() && !bracket && !self.is_of_time(next) && (starts || !self.is_fronted(run.start, run.at))
    }

    /// "5 p.m. Friday", "9 a.m. Eastern time": the rest of a time.
    fn is_of_time(&self, next: usize) -> bool {
        let word = self.block.word_at(next, 12);
        let after = self.block.skip_space(next + word.len());
        let spaced = after > next + word.len();
        let follows = self.block.word_at(after, 12);
        let dated = DATES.contains(&word) && !(spaced && OF_A_DAY.contains(&follows));
        let timed = matches!(follows, "Time" | "Standard" | "Daylight" | "Mean");
        let regional = REGIONS.contains(&word) && (timed || !spaced || !follows.starts_with(char::is_uppercase));
        ZONES.contains(&word) || dated || regional
    }

    fn initial(&self, run: Run, next: usize, starts: bool, counted: bool) -> bool {
        let block = self.block;
        let degree = block.to(run.at.saturating_sub(1)).trim_end().ends_with(['°', 'º']);
        let letter = block.before(run.at);
        let measure = matches!(letter, 'C' | 'F' | 'K' | 'm' | 'g' | 'l' | 't' | 'м' | 'л' | 'т');
        if degree || (counted && measure && block.at(next).is_uppercase()) {
            return true;
        }
        starts && !self.is_initial(next) && !is_caseless(letter) && !self.follows_a_name(run.at - letter.len_utf8())
    }
}
