//! Tokens out of atoms: numbers with their units, phrases of the lists, small words, all others.

use std::ops::Range;

use super::super::words::Stems;
use super::lexicon::{LEXICON, LONGEST, Role};
use super::numerals::{Numeral, Sort, numeral};
use super::read::{Atom, Class};
use super::tables::small::EMPTY_SIGNS;
use super::tokens::Token;

/// The tokens that atoms make in a language.
pub(super) fn tokens(atoms: &[Atom<'_>], lang: Option<&'static str>) -> Vec<Token> {
    Builder { atoms, lang, stems: Stems::of(lang.unwrap_or_default()), tokens: Vec::new(), lead: 0 }.build()
}

/// Makes the tokens of a text out of its atoms.
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
        let four = self.atoms.get(at).is_some_and(|it| it.folded.len() == 4);
        let year = found.bare && four && (1000.0..=2100.0).contains(&found.worth);
        let day = found.worth <= 31.0 && self.beside_month(&range);
        let (class, key) = match found.sort {
            Sort::Count if year || found.bare && day => (Class::Date, format!("#{}", found.worth)),
            Sort::Count => (Class::Number, format!("#{}", found.worth)),
            Sort::Place if day => (Class::Date, format!("#{}", found.worth)),
            Sort::Place => (Class::Number, format!("#o{}", found.worth)),
            Sort::Share => (Class::Number, share(found.worth)),
        };
        let marks_share = self.unit_before("%");
        self.push(range, class, key, Some(found.worth));
        if marks_share {
            self.as_share();
        }
    }

    /// Whether a month stands within two words of a number.
    fn beside_month(&self, number: &Range<usize>) -> bool {
        let month = |at: usize| {
            self.atoms.get(at).is_some_and(|it| {
                let meaning = LEXICON.entry(&it.folded, self.lang).meaning;
                matches!(it.text, "May" | "March")
                    || meaning.is_some_and(|it| it.0 == Class::Date && is_month_name(it.1))
            })
        };
        [number.end, number.end + 1].into_iter().any(month)
            || [1, 2].into_iter().filter_map(|back| number.start.checked_sub(back)).any(month)
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
                "pas" | "jamais" | "aucun" | "aucune" | "rien" | "personne" | "ni" | "point" | "nul" | "nulle"
            )
        };
        matches!(atom.folded.as_str(), "ne" | "n")
            && self.atoms.get(at + 1..).unwrap_or_default().iter().take(5).any(negates)
    }

    fn plain(&mut self, at: usize) {
        let Some(atom) = self.atoms.get(at) else { return };
        if atom.sign && EMPTY_SIGNS.contains(&atom.folded) {
            return;
        }
        let decade = atom.folded.len() == 5
            && atom.folded.ends_with('s')
            && atom.folded.bytes().take(4).all(|it| it.is_ascii_digit());
        let class = if decade { Class::Date } else { Class::Plain };
        self.push(at..at + 1, class, spelling(&atom.folded, self.lang), None);
    }

    fn push(&mut self, range: Range<usize>, class: Class, key: String, worth: Option<f64>) {
        let Some(token) = self.token(range, class, key, worth) else { return };
        let bare = |it: &Token| it.key.starts_with('#') && !it.key.starts_with("#%") && it.segment == token.segment;
        if class == Class::Unit && token.key == "%" && self.tokens.last().is_some_and(bare) {
            self.as_share();
            return self.last(|it| it.bytes.end = token.bytes.end);
        }
        let before = if self.swaps(&token) { self.tokens.pop() } else { None };
        self.tokens.push(token);
        if let Some(mut before) = before {
            self.last(|it| {
                it.lead |= std::mem::take(&mut before.lead);
                it.opens |= before.opens;
            });
            self.tokens.push(before);
        }
    }

    fn token(&mut self, range: Range<usize>, class: Class, key: String, worth: Option<f64>) -> Option<Token> {
        let atoms = self.atoms.get(range)?;
        let (first, last) = atoms.first().zip(atoms.last())?;
        let folded = first.folded.clone();
        let term = if first.sign { folded.clone() } else { self.stems.stem(&folded).into_owned() };
        let stem = match class {
            Class::Plain if key.starts_with('=') => key.clone(),
            Class::Plain if first.sign => folded.clone(),
            Class::Plain => self.stems.stem(&spelling(&folded, self.lang)).into_owned(),
            _ => key.clone(),
        };
        let shouts = first.text.chars().all(|c| c.is_uppercase() || !c.is_alphabetic());
        Some(Token {
            bytes: first.start..last.end,
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
            shouted: shouts && folded.len() > 1,
            opens: first.breaks || self.tokens.is_empty(),
            tag: first.tag,
            optional: false,
            folded,
        })
    }

    /// Whether a number belongs before what was read last: "$5" is "5 $", "May 3" is "3 May".
    fn swaps(&self, token: &Token) -> bool {
        let Some(last) = self.tokens.last().filter(|it| it.segment == token.segment) else { return false };
        let before = self.tokens.iter().rev().nth(1).filter(|it| it.segment == token.segment);
        let money = matches!(last.key.as_str(), "$" | "€" | "£" | "¥" | "₹" | "₽" | "₺");
        match token.class {
            Class::Number => money && before.is_none_or(|it| it.class != Class::Number),
            Class::Date => {
                let day = |it: f64| it <= 31.0;
                token.worth.is_some_and(day)
                    && is_month_name(&last.key)
                    && !before.is_some_and(|it| it.worth.is_some_and(day))
            }
            _ => false,
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
