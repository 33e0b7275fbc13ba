//! The people a text has named so far: short mentions get their full names, pronouns the one they can mean.

use super::naming::{self, Name};
use super::tables;
use super::tokens::{Kind, Token};
use std::collections::{HashMap, HashSet};

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
    /// Titles and offices the text gives them.
    roles: Vec<String>,
}

/// A person named in a sentence.
#[derive(Debug, Clone, Copy)]
struct Mention {
    person: usize,
    start: usize,
    end: usize,
    /// Stands where the subject stands, or is the speaker.
    leads: bool,
    /// Opens the sentence.
    opens: bool,
    /// Words of theirs are reported.
    speaks: bool,
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

/// Whom a sentence is about.
#[derive(Debug, Clone)]
pub(super) enum About {
    One(Meant),
    Several,
    Nobody,
}

#[derive(Debug, Default)]
pub(in crate::text) struct People {
    list: Vec<Person>,
    /// By last name; several where two share it.
    surnames: HashMap<String, Vec<usize>>,
    /// Single names that stood alone before anybody was called so: "Pakistan" is no short name of a party of Pakistan.
    alone: HashSet<String>,
    seen: Vec<Seen>,
}

impl People {
    /// Reads the next sentence: whom it names, outside quotations.
    pub fn read(&mut self, chars: &[char], tokens: &[Token], paragraph: usize) {
        let mut mentions: Vec<Mention> = Vec::new();
        let mut runs: Vec<(usize, usize)> = Vec::new();
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
                mentions.push(Mention { person, start, end: stop, leads, opens: at == 0, speaks: false });
                runs.push((at, end));
            }
            at = end;
        }
        self.unnamed(tokens, &runs, &mut mentions);
        self.rivals(tokens, &runs, &mut mentions);
        self.seen.push(Seen { paragraph, mentions });
    }

    /// People without a name: "the mayor", if only one is known, or somebody else.
    fn unnamed(&mut self, tokens: &[Token], runs: &[(usize, usize)], mentions: &mut Vec<Mention>) {
        let named = mentions.len();
        for (at, token) in tokens.iter().enumerate().filter(|it| is_somebody(tokens, it.0)) {
            if mentions.len() >= MOST || runs.iter().any(|it| describes(tokens, at, *it)) {
                continue;
            }
            let gender = noun_gender(token);
            let the = at.checked_sub(1).and_then(|it| tokens.get(it)).is_some_and(|it| it.is("the"));
            let person = self.only_one(&token.lower).filter(|_| the).unwrap_or_else(|| {
                self.list.push(Person { name: String::new(), gender, sure: false, roles: Vec::new() });
                self.list.len() - 1
            });
            mentions.push(Mention {
                person,
                start: token.start,
                end: token.end,
                leads: at <= 2,
                opens: false,
                speaks: false,
            });
        }
        if mentions.len() > named {
            mentions.sort_by_key(|it| it.start);
        }
    }

    /// Names of one word where only people are named: "told Jones", "said Jones"; who they are is not known.
    fn rivals(&mut self, tokens: &[Token], runs: &[(usize, usize)], mentions: &mut Vec<Mention>) {
        let named = mentions.len();
        for (at, token) in tokens.iter().enumerate().filter(|it| it.1.capital && !it.1.is_any(tables::TITLES)) {
            let within = runs.iter().any(|it| (it.0..it.1).contains(&at));
            if within || mentions.len() >= MOST || naming::run(tokens, at) != at + 1 || !is_lone_person(tokens, at) {
                continue;
            }
            self.list.push(Person { name: String::new(), gender: None, sure: false, roles: Vec::new() });
            let (person, start, end) = (self.list.len() - 1, token.start, token.end);
            mentions.push(Mention { person, start, end, leads: at == 0, opens: false, speaks: false });
        }
        if mentions.len() > named {
            mentions.sort_by_key(|it| it.start);
        }
    }

    /// The one of the people named last who has this office.
    fn only_one(&self, role: &str) -> Option<usize> {
        const LAST: usize = 40;
        let from = self.list.len().saturating_sub(LAST);
        let mut having = self.list.iter().enumerate().skip(from).filter(|it| it.1.roles.iter().any(|it| it == role));
        having.next().map(|it| it.0).filter(|_| having.next().is_none())
    }

    /// Makes the run of capitals a person, known or new; the token its name begins at.
    fn note(&mut self, chars: &[char], tokens: &[Token], start: usize, end: usize) -> Option<(usize, usize)> {
        let run = tokens.get(start..end)?;
        let titles = run.iter().take_while(|it| naming::is_title(it) || it.mark() == Some('.')).count();
        let bare: Vec<&Token> = run.iter().skip(titles).filter(|it| it.is_word()).collect();
        let last = bare.last()?.stem().to_owned();
        let gender = gender(run.get(..titles)?, bare.first()?);
        if bare.len() == 1 {
            if titles == 0 && (self.alone.contains(&last) || !self.surnames.contains_key(&last)) {
                self.alone.insert(last);
                return None;
            }
            let known: Vec<usize> = self.surnames.get(&last).into_iter().flatten().copied().take(9).collect();
            let fits = |it: &usize| {
                self.list
                    .get(*it)
                    .is_some_and(|known| gender.is_none() || known.gender.is_none_or(|it| Some(it) == gender))
            };
            let fitting: Vec<usize> = known.iter().copied().filter(fits).collect();
            if let Some(&only) = fitting.first() {
                (fitting.len() == 1).then_some(())?;
                self.learn(only, gender, titles > 0, Vec::new());
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
        let mut roles = roles(tokens, start, end);
        roles.extend(run.iter().take(titles).filter(|it| it.is_word()).map(|it| it.lower.clone()));
        let sure = !roles.is_empty() || gender.is_some() || stands_for_person(tokens, start, end);
        if let Some(&known) = self.surnames.get(&last).and_then(|it| it.iter().find(|it| self.is_same(**it, &name))) {
            self.learn(known, gender, sure, roles);
            return Some((known, start));
        }
        let person = self.list.len();
        self.list.push(Person { name, gender, sure, roles });
        self.surnames.entry(last).or_default().push(person);
        Some((person, start))
    }

    /// The same person unless the first names differ.
    fn is_same(&self, known: usize, name: &str) -> bool {
        let initial = |it: &str| it.split_whitespace().next().unwrap_or_default().trim_end_matches('.').to_lowercase();
        self.list.get(known).is_some_and(|it| {
            let (one, other) = (initial(&it.name), initial(name));
            one == other || one.chars().count() == 1 && other.starts_with(&one)
        })
    }

    fn learn(&mut self, person: usize, gender: Option<Gender>, sure: bool, roles: Vec<String>) {
        if let Some(known) = self.list.get_mut(person) {
            if known.roles.len() < 9 {
                known.roles.extend(roles);
            }
            known.gender = known.gender.or(gender);
            known.sure |= sure;
        }
    }

    /// The speaker of the last sentence read; what a short name stands for.
    pub(super) fn speaks(&mut self, name: Name) -> Option<String> {
        let mention =
            self.seen.last_mut()?.mentions.iter_mut().find(|it| it.end > name.start && it.start < name.end)?;
        (mention.leads, mention.speaks) = (true, true);
        let single = name.person || mention.start >= name.start;
        let known = self.list.get_mut(mention.person)?;
        let sure = known.sure;
        known.sure = true;
        (single && sure && !known.name.is_empty()).then(|| known.name.clone())
    }

    /// Whom "he" or "she" means in the last sentence read, if only one can be meant; `before` is where the pronoun stands.
    pub fn meant(&self, gender: Gender, before: usize) -> Option<Meant> {
        let paragraph = self.seen.last()?.paragraph;
        let mut found: Option<Mention> = None;
        for (back, seen) in self.seen.iter().rev().take(NEAR).enumerate() {
            let apart = seen.paragraph != paragraph && found.is_some_and(|it| self.is_known(it.person));
            if apart || (seen.paragraph + 1 < paragraph && found.is_none()) {
                break;
            }
            if back > CLOSE && found.is_some_and(|it| self.is_known(it.person)) {
                break;
            }
            for mention in seen
                .mentions
                .iter()
                .filter(|it| it.end <= before && self.can_be(it.person, gender))
                .filter(|it| seen.paragraph == paragraph || (back == 1 && it.speaks) || self.is_known(it.person))
            {
                found = match found {
                    Some(first) => Some(self.likelier(first, *mention)?),
                    None => Some(*mention),
                };
            }
        }
        let mention = found.filter(|it| it.leads)?;
        let person = self.list.get(mention.person).filter(|it| it.sure || (mention.opens && !it.name.is_empty()))?;
        Some(Meant { name: person.name.clone(), start: mention.start, end: mention.end })
    }

    /// Whether the text or the name tells what pronoun stands for them.
    fn is_known(&self, person: usize) -> bool {
        self.list.get(person).is_some_and(|it| it.gender.is_some())
    }

    /// Which of two mentions a pronoun means; neither, unless they are the same person or only one certainly is one.
    fn likelier(&self, first: Mention, other: Mention) -> Option<Mention> {
        let doubtful = |it: Mention| self.list.get(it.person).is_some_and(|it| !it.sure && !it.name.is_empty());
        match (first.person == other.person, first.speaks, other.speaks) {
            (true, ..) => Some(if first.leads { first } else { other }),
            (_, true, _) if doubtful(other) => Some(first),
            (_, _, true) if doubtful(first) => Some(other),
            _ => None,
        }
    }

    fn can_be(&self, person: usize, gender: Gender) -> bool {
        self.list.get(person).is_some_and(|it| it.gender.is_none_or(|known| known == gender))
    }

    /// Whom the last sentence read is about: one if named first, and nobody else is named.
    pub(super) fn about(&self) -> About {
        let Some(seen) = self.seen.last().filter(|it| !it.mentions.is_empty()) else { return About::Nobody };
        let Some(first) = seen.mentions.first().filter(|it| it.leads) else { return About::Several };
        let only = seen.mentions.iter().all(|it| it.person == first.person);
        match self.list.get(first.person).filter(|it| only && it.sure) {
            Some(person) => About::One(Meant { name: person.name.clone(), start: first.start, end: first.end }),
            None => About::Several,
        }
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

/// The roles beside a name: "the chairman, Emeric Dole", "Jane Doe, who …", "Mrs. Agnes Toll, 71,".
fn roles(tokens: &[Token], start: usize, end: usize) -> Vec<String> {
    const AGE: &str = "aged";
    let near = tokens.iter().enumerate().skip(start.saturating_sub(7)).take(end + 13 - start);
    let mut found: Vec<String> = near
        .filter(|(at, it)| it.is_any(tables::ROLES) && describes(tokens, *at, (start, end)))
        .map(|(_, it)| it.lower.clone())
        .collect();
    let age = tokens.get(end + 1).is_some_and(|it| it.lower.len() == 2 && it.lower.bytes().all(|c| c.is_ascii_digit()));
    if age && is_comma(tokens, end) && is_comma(tokens, end + 2) {
        found.push(AGE.to_owned());
    }
    found
}

fn is_comma(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).and_then(Token::mark) == Some(',')
}

/// Whether the word at `at` says what the person named by a run of tokens is.
fn describes(tokens: &[Token], at: usize, (start, end): (usize, usize)) -> bool {
    let marks = |from: usize, to: usize| tokens.get(from..to).unwrap_or_default().iter().any(|it| !it.is_word());
    let before =
        at < start && start <= at + 7 && (at + 1 == start || (is_comma(tokens, start - 1) && !marks(at, start - 1)));
    let behind = at > end && at < end + 6 && is_comma(tokens, end) && !marks(end + 1, at);
    before || behind || (start..end).contains(&at)
}

/// "a teacher", "the landlord", "my grandfather": somebody, and not an office that somebody has.
fn is_somebody(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|it| !it.capital || at < 2) else { return false };
    let near = tokens.get(at.saturating_sub(3)..at).unwrap_or_default();
    let person = token.is_any(tables::SOMEBODY) || (token.is_any(tables::ROLES) && !token.is_any(tables::OFFICES));
    person && near.iter().any(|it| it.is_any(tables::SHOWING) || it.is_possessive())
}

/// A name of one word that is a person's by its place.
fn is_lone_person(tokens: &[Token], at: usize) -> bool {
    let Some(token) = tokens.get(at).filter(|it| it.is_word() && !naming::is_stop(it) && !it.acronym) else {
        return false;
    };
    let lists = [tables::HEADS, tables::PAPERS, tables::NOT_PEOPLE, tables::DATA];
    let thing = lists.iter().any(|list| list.contains(&token.stem()));
    let quality = tokens.get(at + 1).is_some_and(|it| {
        it.is_word()
            && !it.capital
            && !naming::is_stop(it)
            && !naming::is_link(it)
            && !it.is_any(tables::SAID)
            && !it.is_any(tables::ADVERBS)
            && !it.lower.ends_with("ed")
    });
    !thing && !quality && stands_for_person(tokens, at, at + 1)
}

/// Whether a name stands where only a person's stands: "told X", "according to X", "X said".
fn stands_for_person(tokens: &[Token], start: usize, end: usize) -> bool {
    let before = |back: usize| start.checked_sub(back).and_then(|it| tokens.get(it));
    let to = before(1).is_some_and(|it| it.is("to"))
        && before(2).is_some_and(|it| it.is_any(tables::TO_PEOPLE) || it.is_any(tables::SAID));
    let object = before(1).is_some_and(|it| {
        !it.capital && (it.is_any(tables::TO_PERSON) || it.is_any(tables::SAID) || it.is_any(tables::TRANSITIVE))
    });
    to || object || tokens.get(end).is_some_and(|it| !it.capital && it.is_any(tables::SAID))
}

fn noun_gender(token: &Token) -> Option<Gender> {
    if token.is_any(tables::HER_NOUNS) {
        Some(Gender::She)
    } else if token.is_any(tables::HIS_NOUNS) {
        Some(Gender::He)
    } else {
        None
    }
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
