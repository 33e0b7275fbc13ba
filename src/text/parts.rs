//! The statements inside one sentence: each can be checked, and be true or false, by itself.

mod brackets;
#[rustfmt::skip]
mod tables;

use super::attribution::tokens::{self, Kind, Token};
use super::forms;
use super::quotations;
use super::sentences::Sentence;
use tables::Words;

/// More parts than this help nobody.
const MOST: usize = 6;
/// A longer sentence is no sentence.
const LONGEST: usize = 4000;

/// The statements a sentence is made of, as spans in code points of the sentence, so that each can become a claim of
/// its own; empty if it makes only one. Quotations, brackets and numbers are never cut.
pub fn parts(sentence: &str, lang: Option<&str>) -> Vec<(usize, usize)> {
    let chars: Vec<char> = sentence.chars().collect();
    let supposes = tables::IF.iter().any(|it| sentence.starts_with(it));
    if chars.len() > LONGEST || supposes || matches!(chars.last(), Some('?' | '？' | '؟')) {
        return Vec::new();
    }
    let whole = Sentence { start: 0, end: chars.len(), paragraph: 0 };
    let quotes: Vec<(usize, usize)> =
        quotations::stretches(sentence, &[whole]).iter().map(|it| (it.start, it.end)).collect();
    let label = forms::label(sentence);
    let said = chars.get(label..).unwrap_or_default();
    let tokens = brackets::closed(tokens::tokens(said, label, &quotes));
    let found = Cutter { t: &tokens, words: tables::words(lang) }.parts();
    match found.len() {
        0 | 1 => Vec::new(),
        _ => found.into_iter().take(MOST).collect(),
    }
}

/// Why a part begins where it does, which says what it must contain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Opening {
    Clause,
    /// It has a verb by the look of it: "killing 80", "and wages by 3 per cent".
    Given,
    /// An inserted clause, to the next comma.
    Inserted,
}

struct Cutter<'a> {
    t: &'a [Token],
    words: &'static Words,
}

impl Cutter<'_> {
    fn parts(&self) -> Vec<(usize, usize)> {
        let cuts = self.cuts();
        let mut found = Vec::new();
        let (mut from, mut opening) = (0, Opening::Clause);
        let ends = cuts.iter().copied().chain([(self.t.len(), self.t.len(), Opening::Clause)]);
        for (end, next, then) in ends {
            if end < self.t.len() && self.ends_in_joined_name(end) {
                return Vec::new();
            }
            found.extend(self.part(from, end, opening));
            (from, opening) = (next, then);
        }
        found
    }

    /// "… in 2019 and Jones": the name belongs to what follows.
    fn ends_in_joined_name(&self, end: usize) -> bool {
        let before = self.t.get(..end).unwrap_or_default();
        let name = before.iter().rev().take_while(|it| it.is_word() && it.capital).count();
        let and = end.checked_sub(name + 1).filter(|it| name > 0 && self.is_any(*it, self.words.and));
        let joined = and.and_then(|it| self.t.get(it.checked_sub(1)?));
        joined.is_some_and(|it| !it.capital)
    }

    /// Each cut: where the part before ends, where the next begins, and as what.
    fn cuts(&self) -> Vec<(usize, usize, Opening)> {
        let mut found: Vec<(usize, usize, Opening)> = Vec::new();
        let (mut from, mut inserted) = (0, false);
        let mut at = 0;
        while at < self.t.len() {
            match self.cut(from, at) {
                Some((next, opening)) => {
                    found.push((at, next, opening));
                    (from, inserted) = (next, opening == Opening::Inserted);
                    at = next.max(at + 1);
                }
                None if inserted && self.is_comma(at) && self.goes_on(at + 1) => {
                    found.push((at, at + 1, Opening::Clause));
                    (from, inserted) = (at + 1, false);
                    at += 1;
                }
                None if self.is_comma(at) && self.is_any(at + 1, self.words.which) => at = self.past_relative(at + 2),
                None => at += 1,
            }
        }
        found
    }

    /// What is said of the last word goes on to the next comma; its predicates have another subject.
    fn past_relative(&self, from: usize) -> usize {
        let rest = self.t.iter().skip(from);
        from + rest.take_while(|it| !matches!(it.mark(), Some(',' | '，' | '،' | ';' | '；' | '؛'))).count()
    }

    fn cut(&self, from: usize, at: usize) -> Option<(usize, Opening)> {
        let token = self.t.get(at)?;
        if matches!(token.mark(), Some(';' | '；' | '؛')) {
            return (self.is_clause(from, at) || !self.words.cased).then_some((at + 1, Opening::Clause));
        }
        let comma = self.is_comma(at);
        let word = at + usize::from(comma);
        if comma && self.is_result(word) && self.is_clause(from, at) {
            return Some((word, Opening::Given));
        }
        if comma && self.is_any(word, self.words.which) {
            let said = self.has_verb(word + 1, (word + 5).min(self.stop(word + 1)));
            return (said && from == 0 && !self.has_verb(from, at)).then_some((word + 1, Opening::Inserted));
        }
        if comma && self.is_any(word, self.words.but) {
            let next = word + 1;
            return (self.is_clause(from, at) && self.opens_clause(next, true)).then_some((next, Opening::Clause));
        }
        if !self.is_any(word, self.words.and) || !self.is_clause(from, at) {
            return None;
        }
        let next = word + 1;
        if self.is_list(at, comma, next) {
            return None;
        }
        if self.gapped(from, at, next) {
            return Some((next, Opening::Given));
        }
        let opens = self.opens_clause(next, comma) || self.opens_predicate(at, next) || self.opens_apart(next);
        opens.then_some((next, Opening::Clause))
    }

    /// The main clause's verb behind an insertion.
    fn goes_on(&self, at: usize) -> bool {
        self.is_verb(at) || (self.is_any(at, tables::ADVERBS) && self.is_verb(at + 1)) || !self.words.cased
    }

    fn is_comma(&self, at: usize) -> bool {
        self.t.get(at).is_some_and(|it| matches!(it.mark(), Some(',' | '，' | '،')))
    }

    fn is_any(&self, at: usize, words: &[&str]) -> bool {
        self.t.get(at).is_some_and(|it| it.is_any(words))
    }

    /// Where the clause that begins at `from` stops being simple.
    fn stop(&self, from: usize) -> usize {
        let rest = self.t.iter().skip(from);
        from + rest
            .take_while(|it| {
                it.is_word() || it.kind == Kind::Quote || matches!(it.mark(), Some('€' | '$' | '£' | '%' | '.'))
            })
            .count()
    }

    /// A finite verb: by the table or, in English, by its ending and not as an adjective.
    fn is_verb(&self, at: usize) -> bool {
        let Some(token) = self.t.get(at).filter(|it| it.is_word() && !it.capital) else { return false };
        let before = at.checked_sub(1).and_then(|it| self.t.get(it));
        let adjective = before
            .is_some_and(|it| it.is_any(&["a", "an", "the", "of", "its", "their", "his", "her", "our", "than", "as"]));
        if self.words.verbs.contains(&token.lower.as_str()) {
            return !adjective;
        }
        self.words.ed
            && token.lower.len() > 4
            && token.lower.ends_with("ed")
            && !adjective
            && !token.is_any(tables::NOT_PAST)
    }

    fn has_verb(&self, from: usize, to: usize) -> bool {
        (from..to).any(|it| self.is_verb(it))
    }

    fn is_clause(&self, from: usize, to: usize) -> bool {
        to >= from + 2 && self.has_verb(from, to)
    }

    /// A subject and its verb before any relative pronoun; behind "and" alone the verb must be beyond doubt.
    fn opens_clause(&self, from: usize, comma: bool) -> bool {
        let stop = self.stop(from).min(from + 9);
        let relative = (from..stop).find(|it| self.is_any(*it, self.words.relative)).unwrap_or(stop);
        let sure = |at: usize| {
            (self.is_any(at, self.words.verbs) && self.is_verb(at)) || (comma && self.is_verb(at) && at < from + 5)
        };
        let verb = (from + 1..relative).find(|it| sure(*it));
        let subject = self.t.get(from).is_some_and(|it| {
            it.is_word()
                && (it.capital
                    || it.lower.starts_with(char::is_numeric)
                    || !self.words.cased
                    || self.is_any(from, self.words.subjects))
        });
        subject && verb.is_some_and(|it| it + 1 < self.t.len())
    }

    /// "Jones, who left in 2020, sold …": a subject, what is said of it, and its verb.
    fn opens_apart(&self, from: usize) -> bool {
        const LONGEST_INSERTION: usize = 20;
        let name = self.t.iter().skip(from).take(5).take_while(|it| it.is_word() && it.capital).count();
        let comma = from + name;
        if name == 0 || !self.is_comma(comma) || !self.is_any(comma + 1, self.words.which) {
            return false;
        }
        let end = (comma + 2..comma + 2 + LONGEST_INSERTION).find(|it| self.is_comma(*it));
        end.is_some_and(|it| self.is_verb(it + 1))
    }

    /// "she and Mike", "Doe, Roe, and Holm": names that are joined, and not statements.
    fn is_list(&self, before: usize, comma: bool, next: usize) -> bool {
        let Some(last) = before.checked_sub(1) else { return true };
        let name = |at: usize| self.t.get(at).is_some_and(|it| it.capital || it.is_any(tables::PRONOUNS));
        if !comma {
            return self.is_any(last, tables::PRONOUNS) || (name(last) && name(next) && !self.has_verb(next, next + 2));
        }
        let item = (before.saturating_sub(5)..before).find(|it| self.is_comma(*it));
        item.is_some_and(|it| !self.has_verb(it, before)) && !self.is_any(next, tables::PRONOUNS)
    }

    /// The same subject does another thing: "and opened a second one".
    fn opens_predicate(&self, before: usize, from: usize) -> bool {
        let adverb = usize::from(self.is_any(from, tables::ADVERBS));
        let verb = from + adverb;
        let alike = before.checked_sub(1).is_some_and(|it| {
            self.t.get(it).is_some_and(|token| token.lower.ends_with("ed"))
                && self.t.get(verb).is_some_and(|token| token.lower.ends_with("ed"))
        });
        let object = self
            .t
            .get(verb + 1)
            .is_some_and(|it| it.is_word() || it.kind == Kind::Quote || matches!(it.mark(), Some('€' | '$' | '£')));
        self.words.cased && self.is_verb(verb) && !alike && object && self.stop(verb) >= verb + 2
    }

    /// ", killing 80 people": what came of it.
    fn is_result(&self, at: usize) -> bool {
        let Some(token) = self.t.get(at).filter(|it| it.is_word() && !it.capital) else { return false };
        let ending = self.words.results.iter().any(|it| token.lower.ends_with(it)) && token.lower.chars().count() > 4;
        ending && !token.is_any(tables::NO_RESULTS) && self.stop(at) >= at + 2
    }

    /// "rose by 12 per cent and wages by 3": the verb is understood.
    fn gapped(&self, from: usize, to: usize, next: usize) -> bool {
        let number = |at: usize| {
            let at = at + usize::from(self.t.get(at).is_some_and(|it| matches!(it.mark(), Some('€' | '$' | '£'))));
            self.t.get(at).is_some_and(|it| it.lower.starts_with(|c: char| c.is_numeric()))
        };
        let figure = |at: usize| self.is_any(at, self.words.by) && number(at + 1);
        (from..to).any(figure) && (next + 1..next + 5).any(figure) && !self.has_verb(next, next + 4)
    }

    fn part(&self, from: usize, to: usize, opening: Opening) -> Option<(usize, usize)> {
        let tokens = self.t.get(from..to)?;
        let skip = tokens.iter().take_while(|it| it.is_any(tables::OPENERS)).count();
        let tokens = tokens.get(skip..)?;
        let first = tokens
            .iter()
            .position(|it| it.is_word() || it.kind == Kind::Quote || matches!(it.mark(), Some('€' | '$' | '£')))?;
        let last = tokens.iter().rposition(|it| {
            it.is_word() || it.kind == Kind::Quote || matches!(it.mark(), Some('€' | '%' | '٪' | '％' | '°'))
        })?;
        let words = tokens.iter().filter(|it| it.is_word()).count();
        let sound = match opening {
            Opening::Given => words >= 2,
            _ if self.words.cased => words >= 2 && self.has_verb(from, to),
            _ => words >= 1,
        };
        sound.then_some((tokens.get(first)?.start, tokens.get(last)?.end))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::offsets::slice;

    fn check(lang: &str, cases: &[(&str, &[&str])]) {
        for (sentence, expected) in cases {
            let found: Vec<&str> =
                parts(sentence, Some(lang)).iter().map(|it| slice(sentence, it.0, it.1).unwrap()).collect();
            assert_eq!(&found, expected, "{sentence}");
        }
    }

    #[test]
    fn several_statements() {
        check(
            "en",
            &[
                (
                    "The army shelled the port in 2019 and burned the market, killing 80 people.",
                    &["The army shelled the port in 2019", "burned the market", "killing 80 people"],
                ),
                (
                    "The tank cost €5.1 million, holds 2,400 cubic metres and was opened on 18 May.",
                    &["The tank cost €5.1 million, holds 2,400 cubic metres", "was opened on 18 May"],
                ),
                (
                    "Doe, Roe, and Holm met, and the plan was signed.",
                    &["Doe, Roe, and Holm met", "the plan was signed"],
                ),
                (
                    "Landings rose by 11 per cent, while the fleet shrank to 38 boats.",
                    &["Landings rose by 11 per cent", "the fleet shrank to 38 boats"],
                ),
                (
                    "The storm tank, which cost €5.1 million, was opened in May.",
                    &["cost €5.1 million", "was opened in May"],
                ),
                (
                    "Prices rose by 12 per cent and wages by 3 per cent.",
                    &["Prices rose by 12 per cent", "wages by 3 per cent"],
                ),
                (
                    "Smith built 5 homes in 2019 and Jones, who left in 2020, sold 3 of them.",
                    &["Smith built 5 homes in 2019", "Jones, who left in 2020, sold 3 of them"],
                ),
                ("The mill closed in 1990; the weir was sold.", &["The mill closed in 1990", "the weir was sold"]),
                ("Ms. Doe built it, but the council has not paid.", &["Ms. Doe built it", "the council has not paid"]),
            ],
        );
    }

    #[test]
    fn one_statement_stays_whole() {
        let whole: &[&str] = &[];
        for sentence in [
            "The mayor and the council approved the plan.",
            "He counted boats, cranes and ice machines.",
            "She said that the price of water would rise.",
            "Nurses (who work nights and were not paid) are angry.",
            "“We built it and we will keep it,” she said.",
            "Is the bridge old and was it repaired?",
            "According to the mayor, 12 and 14 are odd.",
            "The town, including the harbour, is small.",
            "She had been married for two years when she and Mike began dating.",
            "The tax rose by 5% in 2019, according to Smith, who joined in 2010.",
            "The council bought the mill, which cost €5 million and was built in 1990.",
            "The mill made 5 boats in 1990 and Doe, but the weir was sold.",
            "If the bridge falls and the road is closed, the town is cut off.",
        ] {
            check("en", &[(sentence, whole)]);
        }
    }

    #[test]
    fn other_languages() {
        check(
            "de",
            &[(
                "Die Preise stiegen um 12 Prozent, während die Löhne um 3 Prozent sanken.",
                &["Die Preise stiegen um 12 Prozent", "die Löhne um 3 Prozent sanken"],
            )],
        );
        check(
            "es",
            &[(
                "El tanque costó 5 millones y fue inaugurado en mayo.",
                &["El tanque costó 5 millones", "fue inaugurado en mayo"],
            )],
        );
        check(
            "fr",
            &[(
                "Le pont a été fermé en 2019 ; la route est ouverte.",
                &["Le pont a été fermé en 2019", "la route est ouverte"],
            )],
        );
    }

    #[test]
    fn any_input_is_endured() {
        for piece in ["and ", "; ", "(", ", which was ", "“", "a,", "é\u{301}"] {
            for length in [1, 50, 300] {
                let sentence = piece.repeat(length);
                let found = parts(&sentence, None);
                assert!(found.len() <= 6 && found.iter().all(|it| it.0 < it.1 && it.1 <= sentence.chars().count()));
            }
        }
    }
}
