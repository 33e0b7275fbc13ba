//! What a claim is made of: words with their stems, numbers with their worth, and the words that a claim hangs on.

use std::ops::Range;

use super::super::words::Stems;
use super::lexicon::{LEXICON, LONGEST, Role};
use super::numerals::{Numeral, Sort, numeral};
use super::read::{Atom, Class, Pieces, Segment, read};

/// A word of a claim that counts.
#[derive(Debug, Clone)]
pub(super) struct Token {
    /// Where it is written, in bytes.
    pub(super) bytes: Range<usize>,
    pub(super) folded: String,
    /// The same for all that means the same, to the letter of the claim.
    pub(super) key: String,
    /// The same for all that is about the same.
    pub(super) stem: String,
    /// As an index of words has it.
    pub(super) term: String,
    /// In small letters, with its accents.
    pub(super) lower: String,
    pub(super) class: Class,
    pub(super) worth: Option<f64>,
    pub(super) sign: bool,
    /// What the small words before and behind it say.
    pub(super) lead: u16,
    pub(super) trail: u16,
    pub(super) segment: usize,
    pub(super) capital: bool,
    /// The first of its sentence, where every word has a capital.
    pub(super) opens: bool,
    /// In a run of hashtags around the words.
    pub(super) tag: bool,
    /// May come or go.
    pub(super) optional: bool,
}

impl Token {
    /// Made of letters of a script with capitals, where accents tell words apart.
    pub(super) fn is_cased(&self) -> bool {
        self.lower.chars().all(|c| c.is_lowercase())
    }
}

/// A text made ready for comparison.
#[derive(Debug)]
pub(super) struct Text<'a> {
    pub(super) source: &'a str,
    pub(super) tokens: Vec<Token>,
    pub(super) segments: Vec<Segment>,
    pub(super) lang: Option<&'static str>,
    /// Written with the accents that its language has.
    pub(super) accented: bool,
    /// Most words are in small letters, so that a capital tells a name.
    pub(super) capitals: bool,
}

impl<'a> Text<'a> {
    pub(super) fn of(source: &'a str, lang: Option<&'static str>) -> Self {
        let Pieces { atoms, segments } = read(source, lang);
        let builder =
            Builder { atoms: &atoms, lang, stems: Stems::of(lang.unwrap_or_default()), tokens: Vec::new(), lead: 0 };
        let mut tokens = builder.build();
        around(&mut tokens);
        terms(&mut tokens);
        let accented = tokens.iter().any(|it| it.lower != it.folded && it.is_cased());
        let cased = tokens
            .iter()
            .filter(|it| it.class == Class::Plain && !it.opens && it.lower.chars().any(char::is_lowercase));
        let (large, all) = cased.fold((0, 0), |(large, all), it| (large + usize::from(it.capital), all + 1));
        Self { source, tokens, segments, lang, accented, capitals: large * 4 <= all * 3 || all < 4 }
    }

    /// A stretch of tokens as it is written.
    pub(super) fn written(&self, tokens: Range<usize>) -> String {
        let all = self.tokens.get(tokens).unwrap_or_default();
        let Some((first, last)) = all.first().zip(all.last()) else { return String::new() };
        let bytes = first.bytes.start.min(last.bytes.start)..last.bytes.end.max(first.bytes.end);
        self.source.get(bytes).unwrap_or_default().split_whitespace().collect::<Vec<_>>().join(" ")
    }
}

struct Builder<'a, 'b> {
    atoms: &'b [Atom<'a>],
    lang: Option<&'static str>,
    stems: Stems,
    tokens: Vec<Token>,
    lead: u16,
}

impl Builder<'_, '_> {
    fn build(mut self) -> Vec<Token> {
        let mut at = 0;
        while let Some(atom) = self.atoms.get(at) {
            if atom.breaks {
                self.close();
            }
            at += self.step(at, atom).max(1);
        }
        self.close();
        self.tokens
    }

    /// Reads what begins here; how many atoms it takes.
    fn step(&mut self, at: usize, atom: &Atom<'_>) -> usize {
        let length = self.read(at, atom);
        let next = self.atoms.get(at + 1);
        if length == 1
            && LEXICON.is_title(&atom.folded)
            && next.is_some_and(|it| !it.breaks && (it.capital || !it.folded.is_ascii()))
        {
            self.last(|it| it.optional = true);
        }
        length
    }

    fn read(&mut self, at: usize, atom: &Atom<'_>) -> usize {
        if let Some(length) = self.phrase(at, 2) {
            return length;
        }
        let before = at.checked_sub(1).and_then(|it| self.atoms.get(it));
        let figure = atom.folded.starts_with(|c: char| c.is_ascii_digit());
        let counts = figure || self.role(atom).is_none();
        let rest = self.atoms.get(at..).unwrap_or_default();
        if let Some(found) = Some(rest).filter(|_| counts).and_then(|it| numeral(it, before, self.lang)) {
            self.number(at, found);
            return found.length;
        }
        if let Some(length) = self.number_and_unit(at, atom) {
            return length;
        }
        if self.small(at, atom) {
            return 1;
        }
        if let Some(length) = self.phrase(at, 1) {
            return length;
        }
        self.plain(at);
        1
    }

    fn role(&self, atom: &Atom<'_>) -> Option<Role> {
        LEXICON.role(&atom.folded, self.lang)
    }

    /// The longest phrase of the lists that begins here, of at least so many words.
    fn phrase(&mut self, at: usize, least: usize) -> Option<usize> {
        let first = self.atoms.get(at)?;
        let longest = if first.sign || LEXICON.opens(&first.folded) { LONGEST } else { 1 };
        for length in (least..=longest).rev() {
            let atoms = self.atoms.get(at..at + length).unwrap_or_default();
            if atoms.len() < length || atoms.iter().skip(1).any(|it| it.breaks) {
                continue;
            }
            let between = if first.sign { "" } else { " " };
            let joined = atoms.iter().map(|it| it.folded.as_str()).collect::<Vec<_>>().join(between);
            let entry = LEXICON.entry(&joined, self.lang);
            let before = at.checked_sub(1).and_then(|it| self.atoms.get(it));
            let month = is_month(first, before, self.atoms.get(at + 1)).filter(|_| length == 1);
            if let Some(key) = entry.times {
                self.push(at..at + length, Class::Number, key.to_owned(), None);
            } else if let Some(month) = month {
                self.push(at..at + length, Class::Date, month.to_owned(), None);
            } else if let Some((class, key)) = entry.meaning.filter(|it| self.means(it.0, &joined, at, length)) {
                let key =
                    if is_one_meaning(class, key) { key.to_owned() } else { entry.alike.unwrap_or(&joined).to_owned() };
                self.push(at..at + length, class, key, None);
            } else if let Some(key) = entry.alike {
                self.push(at..at + length, Class::Plain, format!("={key}"), None);
            } else {
                continue;
            }
            return Some(length);
        }
        None
    }

    /// Whether a word of the lists means here what they say.
    fn means(&self, class: Class, word: &str, at: usize, length: usize) -> bool {
        let next = self.atoms.get(at + length);
        let figure = |it: Option<&Atom<'_>>| it.is_some_and(|it| it.folded.starts_with(|c: char| c.is_ascii_digit()));
        match class {
            Class::Unit => {
                let after = self.tokens.last().is_some_and(|it| matches!(it.class, Class::Number | Class::Date));
                after
                    || figure(next)
                    || word == "百分之"
                    || word.chars().count() >= 4
                    || !word.chars().all(char::is_alphanumeric)
            }
            Class::Negation => !(word == "no" && figure(next)),
            Class::Quantifier if matches!(word, "over" | "above" | "below" | "under" | "uber" | "unter") => {
                figure(next)
                    || next.is_some_and(|it| {
                        LEXICON.entry(&it.folded, self.lang).value.is_some()
                            || it.folded.starts_with(['$', '€', '£', '¥'])
                    })
            }
            Class::Date if matches!(word, "am" | "pm") => self.tokens.last().is_some_and(|it| it.worth.is_some()),
            _ => true,
        }
    }

    fn number(&mut self, at: usize, found: Numeral) {
        let range = at..at + found.length;
        let word = self.atoms.get(at).map(|it| it.folded.len());
        let month = |it: Option<&Atom<'_>>| {
            it.is_some_and(|it| {
                matches!(it.text, "May" | "March")
                    || LEXICON
                        .entry(&it.folded, self.lang)
                        .meaning
                        .is_some_and(|it| it.0 == Class::Date && is_month_name(it.1))
            })
        };
        let beside = [at + found.length, at + found.length + 1].iter().any(|it| month(self.atoms.get(*it)))
            || [at.checked_sub(1), at.checked_sub(2)].into_iter().flatten().any(|it| month(self.atoms.get(it)));
        let year = found.bare && word == Some(4) && (1000.0..=2100.0).contains(&found.worth);
        let (class, key) = match found.sort {
            Sort::Count => (
                if year || (found.bare && beside && found.worth <= 31.0) { Class::Date } else { Class::Number },
                format!("#{}", found.worth),
            ),
            Sort::Place if beside && found.worth <= 31.0 => (Class::Date, format!("#{}", found.worth)),
            Sort::Place => (Class::Number, format!("#o{}", found.worth)),
            Sort::Share => (Class::Number, share(found.worth)),
        };
        let marks_share = self.unit_before("%");
        self.push(range, class, key, Some(found.worth));
        if marks_share {
            self.as_share();
        }
    }

    /// Whether the unit that was read last waits for its number, as in "yüzde 15".
    fn unit_before(&mut self, unit: &str) -> bool {
        let waits = self.tokens.last().is_some_and(|it| it.class == Class::Unit && it.key == unit);
        let used = self.tokens.iter().rev().nth(1).is_some_and(|it| it.worth.is_some() && it.key.starts_with("#%"));
        if waits && !used {
            self.tokens.pop();
        }
        waits && !used
    }

    /// "5km" is a number and its unit, "$5" is "5 dollars".
    fn number_and_unit(&mut self, at: usize, atom: &Atom<'_>) -> Option<usize> {
        let end = atom.folded.find(|c: char| !c.is_ascii_digit() && c != '.')?;
        let (figure, rest) = atom.folded.split_at_checked(end).filter(|it| !it.0.is_empty())?;
        let worth: f64 = figure.parse().ok()?;
        let rest = rest.to_owned();
        let (class, unit) =
            LEXICON.entry(&rest, self.lang).meaning.filter(|it| it.0 == Class::Unit || matches!(it.1, "am" | "pm"))?;
        self.push(at..at + 1, Class::Number, format!("#{}", if atom.minus { -worth } else { worth }), Some(worth));
        self.push(at..at + 1, class, unit.to_owned(), None);
        Some(1)
    }

    fn small(&mut self, at: usize, atom: &Atom<'_>) -> bool {
        match self.role(atom) {
            Some(Role::Empty) => self.lang != Some("fr") || !self.is_half_negation(at, atom),
            Some(Role::Lead(bits)) => {
                self.lead |= bits;
                true
            }
            Some(Role::Idle) => {
                self.plain(at);
                self.last(|it| it.optional = true);
                true
            }
            None if self.lang == Some("fr") && matches!(atom.folded.as_str(), "ne" | "n") => {
                if !self.is_half_negation(at, atom) {
                    self.push(at..at + 1, Class::Negation, "not".to_owned(), None);
                }
                true
            }
            None => false,
        }
    }

    /// The "ne" of "ne … pas".
    fn is_half_negation(&self, at: usize, atom: &Atom<'_>) -> bool {
        let negates = |it: &Atom<'_>| {
            matches!(
                it.folded.as_str(),
                "pas" | "jamais" | "aucun" | "aucune" | "rien" | "personne" | "plus" | "que" | "ni"
            )
        };
        matches!(atom.folded.as_str(), "ne" | "n")
            && self.atoms.get(at + 1..).unwrap_or_default().iter().take(5).any(negates)
    }

    fn plain(&mut self, at: usize) {
        let Some(atom) = self.atoms.get(at) else { return };
        if atom.sign && super::tables::small::EMPTY_SIGNS.contains(&atom.folded) {
            return;
        }
        let decade = atom.folded.len() == 5
            && atom.folded.ends_with('s')
            && atom.folded.bytes().take(4).all(|it| it.is_ascii_digit());
        let class = if decade { Class::Date } else { Class::Plain };
        self.push(at..at + 1, class, spelling(&atom.folded, self.lang), None);
    }

    fn push(&mut self, range: Range<usize>, class: Class, key: String, worth: Option<f64>) {
        let atoms = self.atoms.get(range).unwrap_or_default();
        let Some((first, last)) = atoms.first().zip(atoms.last()) else { return };
        let folded = first.folded.clone();
        let term = if first.sign { folded.clone() } else { self.stems.stem(&folded).into_owned() };
        let stem = match class {
            Class::Plain if key.starts_with('=') => key.clone(),
            Class::Plain if first.sign => folded.clone(),
            Class::Plain => self.stems.stem(&spelling(&folded, self.lang)).into_owned(),
            _ => key.clone(),
        };
        let token = Token {
            bytes: first.start..last.end,
            folded,
            key,
            stem,
            term,
            lower: first.text.to_lowercase().replace('ß', "ss").replace('ё', "е"),
            class,
            worth,
            sign: first.sign,
            lead: std::mem::take(&mut self.lead),
            trail: 0,
            segment: first.segment,
            capital: first.capital,
            opens: first.breaks || self.tokens.is_empty(),
            tag: first.tag,
            optional: false,
        };
        let percent = class == Class::Unit && token.key == "%";
        if percent
            && self
                .tokens
                .last()
                .is_some_and(|it| it.key.starts_with('#') && !it.key.starts_with("#%") && it.segment == first.segment)
        {
            let end = last.end;
            self.as_share();
            return self.last(|it| it.bytes.end = end);
        }
        let money =
            matches!(self.tokens.last().map(|it| it.key.as_str()), Some("$" | "€" | "£" | "¥" | "₹" | "₽" | "₺"));
        let lone = self.tokens.iter().rev().nth(1).is_none_or(|it| it.class != Class::Number);
        let day = class == Class::Date
            && token.worth.is_some_and(|it| it <= 31.0)
            && self.tokens.last().is_some_and(|it| is_month_name(&it.key) && it.segment == token.segment)
            && self
                .tokens
                .iter()
                .rev()
                .nth(1)
                .is_none_or(|it| it.worth.is_none_or(|it| it > 31.0) || it.segment != token.segment);
        let swaps = class == Class::Number && money && lone || day;
        let unit = if swaps { self.tokens.pop() } else { None };
        self.tokens.push(token);
        if let Some(mut unit) = unit {
            self.last(|it| {
                it.lead |= std::mem::take(&mut unit.lead);
                it.opens |= unit.opens;
            });
            self.tokens.push(unit);
        }
    }

    /// The last number is so many of a hundred.
    fn as_share(&mut self) {
        self.last(|it| {
            if let Some(worth) = it.worth {
                it.class = Class::Number;
                it.key = share(worth / 100.0);
                it.stem.clone_from(&it.key);
            }
        });
    }

    fn last(&mut self, change: impl FnOnce(&mut Token)) {
        if let Some(last) = self.tokens.last_mut() {
            change(last);
        }
    }

    fn close(&mut self) {
        let bits = std::mem::take(&mut self.lead);
        self.last(|it| it.trail |= bits);
    }
}

fn share(worth: f64) -> String {
    format!("#%{worth:.7}")
}

fn is_month_name(key: &str) -> bool {
    const MONTHS: &str = "January February March April May June July August September October November December";
    MONTHS.split(' ').any(|it| it == key)
}

/// "May" and "March", where they are no verbs.
fn is_month(atom: &Atom<'_>, before: Option<&Atom<'_>>, next: Option<&Atom<'_>>) -> Option<&'static str> {
    let figure = |it: Option<&Atom<'_>>| it.is_some_and(|it| it.folded.starts_with(|c: char| c.is_ascii_digit()));
    let name = match atom.folded.as_str() {
        "may" => "May",
        "march" => "March",
        _ => return None,
    };
    let within = before.is_some()
        && !atom.breaks
        && !before.is_some_and(|it| it.text.chars().all(char::is_uppercase) && it.text.len() > 1);
    (figure(before) || figure(next) || atom.capital && within).then_some(name)
}

/// Whether all words of the entry may take each other's place.
fn is_one_meaning(class: Class, key: &str) -> bool {
    match class {
        Class::Unit | Class::Date | Class::Quantifier | Class::Negation => {
            !matches!(key, "last" | "this" | "next" | "none")
        }
        Class::Modal => matches!(key, "will" | "would" | "may" | "should" | "must"),
        _ => false,
    }
}

/// British and American spelling as one.
fn spelling(word: &str, lang: Option<&str>) -> String {
    if lang != Some("en") || word.len() < 5 {
        return word.to_owned();
    }
    let word = word.replace("isation", "ization").replace("ise", "ize").replace("yse", "yze").replace("our", "or");
    word.replace("ogue", "og").replace("lled", "led").replace("lling", "ling")
}

/// A hashtag within a sentence is a word of it; one before or behind it is not.
fn around(tokens: &mut [Token]) {
    for of_segment in tokens.chunk_by_mut(|a, b| a.segment == b.segment) {
        let first = of_segment.iter().position(|it| !it.tag);
        let last = of_segment.iter().rposition(|it| !it.tag);
        if let Some(inner) = first.zip(last).and_then(|(first, last)| of_segment.get_mut(first..=last)) {
            inner.iter_mut().for_each(|it| it.tag = false);
        }
    }
}

/// Signs of scripts without spaces are looked up in pairs.
fn terms(tokens: &mut [Token]) {
    let next: Vec<Option<String>> = tokens
        .windows(2)
        .map(|it| match it {
            [a, b] if a.sign && b.sign && a.bytes.end == b.bytes.start => Some(b.folded.clone()),
            _ => None,
        })
        .collect();
    for (token, next) in tokens.iter_mut().zip(next) {
        token.term.extend(next);
    }
}
