//! The people a text has named so far: short mentions get their full names, pronouns the one they can mean.

use super::naming::{self, Name};
use super::tables;
use super::tokens::{Kind, Token};
use std::collections::HashMap;

/// Sentences a pronoun looks back.
const NEAR: usize = 10;
/// Sentences in which nobody else may have spoken.
const CLOSE: usize = 3;
/// Runs of capitals looked at in one sentence.
const MOST: usize = 24;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::text) enum Gender {
    He,
    She,
}

#[derive(Debug, Clone)]
struct Person {
    name: String,
    gender: Option<Gender>,
    /// A title, a role, or words of theirs were reported: certainly a person.
    sure: bool,
}

/// A person named in a sentence.
#[derive(Debug, Clone, Copy)]
struct Mention {
    person: usize,
    start: usize,
    end: usize,
    /// Stands where the subject stands, or is the speaker.
    leads: bool,
}

#[derive(Debug, Clone, Default)]
struct Seen {
    paragraph: usize,
    mentions: Vec<Mention>,
}

/// A person a pronoun or a short name means, and where the text last named them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::text) struct Meant {
    pub name: String,
    pub start: usize,
    pub end: usize,
}

#[derive(Debug, Default)]
pub(in crate::text) struct People {
    list: Vec<Person>,
    /// By last name; several where two share it.
    surnames: HashMap<String, Vec<usize>>,
    seen: Vec<Seen>,
}

impl People {
    /// Reads the next sentence: whom it names, outside quotations.
    pub fn read(&mut self, chars: &[char], tokens: &[Token], paragraph: usize) {
        let mut mentions: Vec<Mention> = Vec::new();
        let mut at = 0;
        while at < tokens.len() && mentions.len() < MOST {
            let end = naming::run(tokens, at);
            if end == at {
                at += 1;
                continue;
            }
            if let Some((person, from)) = self.note(chars, tokens, at, end) {
                let (start, stop) =
                    tokens.get(from).zip(tokens.get(end - 1)).map_or((0, 0), |(one, last)| (one.start, last.end));
                let leads = leads(tokens, at) && !tokens.get(end - 1).is_some_and(Token::is_possessive);
                mentions.push(Mention { person, start, end: stop, leads });
            }
            at = end;
        }
        self.seen.push(Seen { paragraph, mentions });
    }

    /// Makes the run of capitals a person, known or new; the token its name begins at.
    fn note(&mut self, chars: &[char], tokens: &[Token], start: usize, end: usize) -> Option<(usize, usize)> {
        let run = tokens.get(start..end)?;
        let titles = run.iter().take_while(|it| naming::is_title(it) || it.mark() == Some('.')).count();
        let bare: Vec<&Token> = run.iter().skip(titles).filter(|it| it.is_word()).collect();
        let last = bare.last()?.stem().to_owned();
        let gender = gender(run.get(..titles)?, bare.first()?);
        if bare.len() == 1 {
            if let Some(known) = self.surnames.get(&last) {
                let only = (known.len() == 1).then(|| known.first().copied()).flatten()?;
                self.learn(only, gender, titles > 0);
                return Some((only, start));
            }
            if titles == 0 {
                return None;
            }
        } else if !naming::is_person(run) {
            return None;
        }
        let first = if bare.len() == 1 { run.first()?.start } else { bare.first()?.start };
        let name: String = chars.get(first..run.last()?.end)?.iter().collect();
        let name = name.trim_end_matches(['\'', '’']).trim_end_matches("'s").trim_end_matches("’s").to_owned();
        let sure = titles > 0 || has_role(tokens, start, end) || gender.is_some();
        if let Some(&known) = self.surnames.get(&last).and_then(|it| it.iter().find(|it| self.is_same(**it, &name))) {
            self.learn(known, gender, sure);
            return Some((known, start));
        }
        let person = self.list.len();
        self.list.push(Person { name, gender, sure });
        self.surnames.entry(last).or_default().push(person);
        Some((person, start))
    }

    /// The same person unless the first names differ.
    fn is_same(&self, known: usize, name: &str) -> bool {
        let initial = |it: &str| it.split_whitespace().next().unwrap_or_default().trim_end_matches('.').to_lowercase();
        self.list.get(known).is_some_and(|it| {
            let (one, other) = (initial(&it.name), initial(name));
            one == other
                || one.chars().count() == 1 && other.starts_with(&one)
                || tables::TITLES.contains(&one.as_str())
        })
    }

    fn learn(&mut self, person: usize, gender: Option<Gender>, sure: bool) {
        if let Some(known) = self.list.get_mut(person) {
            known.gender = known.gender.or(gender);
            known.sure |= sure;
        }
    }

    /// The speaker of the last sentence read; what a short name stands for.
    pub(super) fn speaks(&mut self, name: Name) -> Option<String> {
        let mention =
            self.seen.last_mut()?.mentions.iter_mut().find(|it| it.end > name.start && it.start < name.end)?;
        mention.leads = true;
        let single = name.person || mention.start >= name.start;
        let known = self.list.get_mut(mention.person)?;
        known.sure = true;
        single.then(|| known.name.clone())
    }

    /// Whom "he" or "she" means in the last sentence read, if only one can be meant; `before` is where the pronoun stands.
    pub fn meant(&self, gender: Gender, before: usize) -> Option<Meant> {
        let paragraph = self.seen.last()?.paragraph;
        let mut found: Option<Mention> = None;
        for (back, seen) in self.seen.iter().rev().take(NEAR).enumerate() {
            if seen.paragraph + 1 < paragraph || (seen.paragraph != paragraph && found.is_some()) {
                break;
            }
            if found.is_some() && back > CLOSE {
                break;
            }
            for mention in seen.mentions.iter().filter(|it| it.end <= before && self.can_be(it.person, gender)) {
                match found {
                    Some(first) if first.person != mention.person => return None,
                    Some(first) if first.leads => {}
                    _ => found = Some(*mention),
                }
            }
        }
        let mention = found.filter(|it| it.leads)?;
        let person = self.list.get(mention.person).filter(|it| it.sure)?;
        Some(Meant { name: person.name.clone(), start: mention.start, end: mention.end })
    }

    fn can_be(&self, person: usize, gender: Gender) -> bool {
        self.list.get(person).is_some_and(|it| it.gender.is_none_or(|known| known == gender))
    }

    /// The one person the sentence `back` sentences ago is about: named first, and nobody else named.
    pub fn subject(&self, back: usize) -> Option<Meant> {
        let seen = self.seen.get(self.seen.len().checked_sub(back + 1)?)?;
        let first = seen.mentions.first().filter(|it| it.leads)?;
        let only = seen.mentions.iter().all(|it| it.person == first.person);
        let person = self.list.get(first.person).filter(|it| only && it.sure)?;
        Some(Meant { name: person.name.clone(), start: first.start, end: first.end })
    }
}

/// At the beginning of the sentence, behind a role at most.
fn leads(tokens: &[Token], at: usize) -> bool {
    at <= 8
        && tokens.iter().take(at).all(|it| {
            it.is_word()
                && (it.is_any(&["the", "a", "an", "of", "but", "and", "then", "town's", "club's", "company's"])
                    || it.is_any(tables::HEADS)
                    || it.is_possessive())
                || it.kind == Kind::Mark('.')
        })
        || tokens.get(at.wrapping_sub(1)).and_then(Token::mark) == Some(',')
            && at <= 8
            && !tokens.iter().take(at - 1).any(|it| it.mark().is_some())
}

/// A role beside a name: "the chairman, Emeric Dole", "Jane Doe, who …", "Mrs. Agnes Toll, 71,".
fn has_role(tokens: &[Token], start: usize, end: usize) -> bool {
    let is_role = |at: usize| tokens.get(at).is_some_and(|it| it.is_any(tables::ROLES));
    let comma = |at: usize| tokens.get(at).and_then(Token::mark) == Some(',');
    let before = start.checked_sub(1).is_some_and(|it| is_role(it))
        || start >= 2
            && comma(start - 1)
            && tokens
                .get(start.saturating_sub(6)..start)
                .is_some_and(|it| it.iter().any(|token| token.is_any(tables::ROLES)));
    let aged =
        tokens.get(end + 1).is_some_and(|it| it.lower.len() == 2 && it.lower.bytes().all(|c| c.is_ascii_digit()))
            && comma(end + 2);
    before || comma(end) && ((end + 1..end + 5).any(is_role) || aged)
}

fn gender(titles: &[Token], first: &Token) -> Option<Gender> {
    let titled = |list: &[&str]| titles.iter().any(|it| it.is_any(list));
    if titled(tables::HER_TITLES) || tables::WOMEN.contains(&first.stem()) {
        Some(Gender::She)
    } else if titled(tables::HIS_TITLES) || tables::MEN.contains(&first.stem()) {
        Some(Gender::He)
    } else {
        None
    }
}
