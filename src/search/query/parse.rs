//! From left to right through what was typed, once.

use std::mem::take;

use super::limits::{LONGEST, LONGEST_ADDRESS, PHRASE_WORDS, Room};
use super::marks::{
    bare, begins_before_space, begins_word, clean, closes, ends_address, ends_word, is_colon, is_dash,
    is_opening_bracket, is_quote, is_space, is_wordlike, phrase_words, quote_at, word,
};
use super::{Field, Filter, Limit, Part, Query, Trouble};

/// Letters of the longest field name.
const LONGEST_NAME: usize = 8;
/// Alternatives of one group that are looked at.
const ALTERNATIVES: usize = 40;
const TROUBLES: usize = 16;

/// The query, and whether its last part is still being typed.
pub(super) fn read(typed: &str) -> (Query, bool) {
    let mut reader = Reader { chars: clean(typed.chars().take(LONGEST)), ..Reader::default() };
    let cut = typed.chars().nth(LONGEST).is_some();
    if cut {
        reader.trouble(Trouble::TooLong(Limit::Text));
    }
    reader.run();
    let (query, open) = reader.finish();
    (query, open && !cut)
}

/// What stands before the place that is read.
#[derive(Clone, Copy, PartialEq, Eq, Default)]
enum Last {
    #[default]
    Nothing,
    Part,
    Filter(Field),
    Other,
}

#[derive(Default)]
struct Reader {
    chars: Vec<char>,
    at: usize,
    query: Query,
    /// The group that an `OR` could still extend.
    group: Vec<Part>,
    last: Last,
    /// An `OR` waits for what follows it.
    or: bool,
    open: bool,
    room: Room,
}

impl Reader {
    fn run(&mut self) {
        while self.at < self.chars.len() {
            let negated = self.negates();
            let from = self.at + usize::from(negated);
            if self.opens(from) {
                self.at = from;
                self.phrase(negated);
            } else if self.begins(from) {
                self.at = from;
                if !self.field(negated) && !self.address(negated) {
                    self.word(negated);
                }
            } else {
                self.at += 1;
            }
        }
    }

    fn finish(mut self) -> (Query, bool) {
        if take(&mut self.or) {
            self.part(Part::Word("or".to_owned()), false);
        }
        let last = self.group.last().cloned();
        self.close();
        let kept = self.query.groups.last().and_then(|it| it.last());
        let open = self.open && last.is_some() && kept == last.as_ref();
        (self.query, open)
    }

    fn char(&self, at: usize) -> Option<char> {
        self.chars.get(at).copied()
    }

    fn before(&self, at: usize) -> Option<char> {
        at.checked_sub(1).and_then(|it| self.char(it))
    }

    fn slice(&self, start: usize, end: usize) -> &[char] {
        self.chars.get(start..end).unwrap_or_default()
    }

    fn begins(&self, at: usize) -> bool {
        self.char(at).is_some_and(begins_word)
    }

    /// A hyphen right before something, behind a space or nothing: in `well-known` and `--flag` it excludes nothing.
    fn negates(&self) -> bool {
        self.char(self.at).is_some_and(is_dash)
            && self.before(self.at).is_none_or(|it| is_space(it) || is_opening_bracket(it))
            && (self.opens(self.at + 1) || self.begins(self.at + 1))
    }

    /// Whether a quotation begins here; the mark behind `5"` or a quotation's lost end does not.
    fn opens(&self, at: usize) -> bool {
        if !quote_at(&self.chars, at) {
            return false;
        }
        let mark = self.char(at).unwrap_or_default();
        let (before, behind) = (self.before(at), self.char(at + 1));
        if behind.is_none_or(is_space) {
            let apart = before.is_none_or(|it| is_space(it) || is_dash(it));
            return (begins_before_space(mark) || apart) && !before.is_some_and(is_wordlike);
        }
        !before.is_some_and(is_wordlike) || behind.is_some_and(begins_word)
    }

    /// Where a quotation that begins here ends: with the text if nothing closes it.
    fn quotation(&self, at: usize) -> usize {
        let mark = self.char(at).unwrap_or_default();
        let ends = |it: &usize| self.char(*it).is_some_and(|c| closes(mark, c)) && quote_at(&self.chars, *it);
        (at + 1..self.chars.len()).find(ends).unwrap_or(self.chars.len())
    }

    fn phrase(&mut self, negated: bool) {
        let end = self.quotation(self.at);
        let body = phrase_words(self.slice(self.at + 1, end));
        self.at = end + 1;
        let mut words: Vec<(String, bool)> = body.iter().filter_map(|it| word(it)).collect();
        if words.iter().any(|it| it.1) {
            self.trouble(Trouble::TooLong(Limit::Word));
        }
        let whole = words.len() <= PHRASE_WORDS;
        if !whole {
            self.trouble(Trouble::TooLong(Limit::PhraseWords));
        }
        words.truncate(PHRASE_WORDS);
        if !words.is_empty() {
            let text = words.into_iter().map(|it| it.0).collect::<Vec<_>>().join(" ");
            self.open = self.part(Part::Phrase(text), negated) && whole && self.is_typing();
        }
    }

    /// A filter, if the name of a field and a value stand here. `Source: Reuters` in a pasted text is words, and a name
    /// without a value at the end is still being typed.
    fn field(&mut self, negated: bool) -> bool {
        let letters = self.chars.iter().skip(self.at).take(LONGEST_NAME + 1).take_while(|it| it.is_ascii_alphabetic());
        let name: String = letters.collect();
        let start = self.at + name.len() + 1;
        let (Some(field), true) = (Field::named(&name), self.before(start).is_some_and(is_colon)) else { return false };
        let quoted = self.char(start).is_some_and(is_quote);
        let (value, end) = self.value(start, quoted);
        let is_said = value.contains(char::is_alphanumeric);
        if !is_said && !quoted && start < self.chars.len() {
            return false;
        }
        self.at = end + usize::from(quoted);
        if is_said {
            self.filter(field, &value, negated);
        }
        true
    }

    /// A field's value as typed, and where it ends.
    fn value(&self, start: usize, quoted: bool) -> (String, usize) {
        if quoted {
            let end = self.quotation(start);
            return (self.slice(start + 1, end).iter().collect(), end);
        }
        if let Some((text, _, length)) = address(self.chars.get(start..).unwrap_or_default()) {
            return (text, start + length);
        }
        let end = self.word_end(start);
        let typed: String = self.slice(start, end).iter().collect();
        (bare(&typed).to_owned(), end)
    }

    fn filter(&mut self, field: Field, value: &str, negated: bool) {
        let filter = match Filter::read(field, value) {
            Ok(filter) if negated => filter.negate(),
            Ok(filter) => filter,
            Err(trouble) => {
                self.or = false;
                self.last = Last::Other;
                return self.trouble(trouble);
            }
        };
        let next = if filter.negated { Last::Other } else { Last::Filter(filter.field) };
        self.joins(next);
        let same_date = |it: &&mut Filter| it.field == filter.field && filter.field.is_date();
        if let Some(other) = self.query.filters.iter_mut().find(same_date) {
            if filter.is_narrower(other) {
                *other = filter;
            }
        } else if !self.query.has(&filter) {
            match self.room.take_filter(&filter) {
                Ok(()) => self.query.filters.push(filter),
                Err(limit) => self.trouble(Trouble::TooLong(limit)),
            }
        }
    }

    fn address(&mut self, negated: bool) -> bool {
        let rest = self.chars.get(self.at..).unwrap_or_default();
        let Some((text, cut, end)) = address(rest) else { return false };
        self.at += end;
        if cut {
            self.trouble(Trouble::TooLong(Limit::Word));
        }
        self.part(Part::Address(text), negated);
        true
    }

    fn word(&mut self, negated: bool) {
        let end = self.word_end(self.at);
        let found = word(self.slice(self.at, end));
        self.at = end.max(self.at + 1);
        match found {
            Some((text, _)) if text == "OR" && !negated && self.last != Last::Nothing => self.or = true,
            Some((text, _)) if text == "OR" => {
                self.part(Part::Word("or".to_owned()), negated);
            }
            Some((text, cut)) => {
                if cut {
                    self.trouble(Trouble::TooLong(Limit::Word));
                }
                self.open = self.part(Part::Word(text), negated) && !cut && self.is_typing();
            }
            None => {}
        }
    }

    fn word_end(&self, start: usize) -> usize {
        (start..self.chars.len()).find(|it| ends_word(&self.chars, *it)).unwrap_or(self.chars.len())
    }

    fn is_typing(&self) -> bool {
        self.at >= self.chars.len() && self.chars.last().is_some_and(|it| is_wordlike(*it))
    }

    /// Takes a part up; whether it now is the last one to search for.
    fn part(&mut self, part: Part, negated: bool) -> bool {
        let joins = self.joins(if negated { Last::Other } else { Last::Part });
        if negated {
            if !self.query.excluded.contains(&part) && self.fits(&part) {
                self.query.excluded.push(part);
            }
            return false;
        }
        if !joins {
            self.close();
        }
        let fresh = !self.group.contains(&part);
        if fresh && self.group.len() == ALTERNATIVES {
            self.trouble(Trouble::TooLong(Limit::Words));
            return false;
        }
        if fresh {
            self.group.push(part);
        }
        fresh
    }

    /// Steps on to what comes next; whether an `OR` before it makes it an alternative to what came last.
    fn joins(&mut self, next: Last) -> bool {
        let alternatives = match next {
            Last::Part => self.last == Last::Part,
            Last::Filter(field) => self.last == next && !field.is_date(),
            Last::Nothing | Last::Other => false,
        };
        let or = take(&mut self.or);
        if or && !alternatives {
            self.trouble(Trouble::Or);
        }
        self.last = next;
        or && alternatives
    }

    /// Ends the group that is open; one that is there already says nothing new.
    fn close(&mut self) {
        let group = take(&mut self.group);
        if self.query.groups.contains(&group) {
            return;
        }
        let kept: Vec<Part> = group.into_iter().filter(|it| self.fits(it)).collect();
        if !kept.is_empty() && !self.query.groups.contains(&kept) {
            self.query.groups.push(kept);
        }
    }

    fn fits(&mut self, part: &Part) -> bool {
        let taken = self.room.take_part(part);
        if let Err(limit) = taken {
            self.trouble(Trouble::TooLong(limit));
        }
        taken.is_ok()
    }

    fn trouble(&mut self, trouble: Trouble) {
        if self.query.troubles.len() < TROUBLES && !self.query.troubles.contains(&trouble) {
            self.query.troubles.push(trouble);
        }
    }
}

/// The address that stands first, whether it was cut, and how many characters it takes.
fn address(chars: &[char]) -> Option<(String, bool, usize)> {
    let head: String = chars.iter().take(8).map(char::to_ascii_lowercase).collect();
    let scheme = ["https://", "http://", "www."].into_iter().find(|it| head.starts_with(it))?;
    let end = chars.iter().take_while(|it| !ends_address(**it)).count();
    let kept: String = chars.iter().take(end.min(LONGEST_ADDRESS)).collect();
    let text = address_end(&kept);
    let rest = text.get(scheme.len()..)?;
    let reads = match scheme {
        "www." => rest.starts_with(char::is_alphanumeric),
        _ => rest.contains(char::is_alphanumeric),
    };
    reads.then(|| (text.to_owned(), end > LONGEST_ADDRESS, end))
}

/// Without the marks of the sentence it stood in.
fn address_end(text: &str) -> &str {
    let mut kept = text;
    while let Some(last) = kept.chars().next_back() {
        let spare = match last {
            ')' => kept.matches(')').count() > kept.matches('(').count(),
            _ => matches!(last, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '’' | '*' | ']' | '}'),
        };
        if !spare {
            break;
        }
        kept = kept.strip_suffix(last).unwrap_or_default();
    }
    kept
}
