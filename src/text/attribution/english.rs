//! Who is said to have said it, in English sentences.

use super::naming::{self, Name};
use super::tables;
use super::tokens::{Kind, Token};
use super::{Found, How, Who, sources};
use std::collections::HashSet;

/// Tokens an insertion between a subject and its verb may have.
const LONGEST_INSERTION: usize = 30;

/// The first words of a sentence that say whose statement it is. Words in quotation are not looked at.
pub(super) fn find(tokens: &[Token]) -> Option<Found> {
    let mut unknown = None;
    for at in 0..tokens.len() {
        let found = sources::source(tokens, at)
            .or_else(|| passive(tokens, at))
            .or_else(|| label(tokens, at))
            .or_else(|| verb(tokens, at));
        match found {
            Some(Found { who: Who::Unknown, .. }) => unknown = unknown.or(found),
            Some(_) => return found,
            None => {}
        }
    }
    unknown.or_else(|| sources::cited(tokens))
}

pub(super) fn word(tokens: &[Token], at: usize) -> &str {
    tokens.get(at).filter(|it| it.is_word()).map_or("", |it| it.lower.as_str())
}

fn mark(tokens: &[Token], at: usize) -> Option<char> {
    tokens.get(at).and_then(Token::mark)
}

fn is_quote(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|it| it.kind == Kind::Quote)
}

fn before(at: usize) -> usize {
    at.checked_sub(1).unwrap_or(usize::MAX)
}

/// "was accused by X of …".
fn passive(tokens: &[Token], at: usize) -> Option<Found> {
    let participle =
        matches!(word(tokens, at), "accused" | "announced" | "confirmed" | "alleged" | "claimed" | "reported" | "told");
    let by = (at + 1..at + 3).find(|it| word(tokens, *it) == "by").filter(|_| word(tokens, at + 1) != "not")?;
    let been = (before(at).saturating_sub(1)..at)
        .any(|it| matches!(word(tokens, it), "is" | "was" | "were" | "are" | "been" | "being"));
    if !participle || !been {
        return None;
    }
    let (name, _) = naming::ahead(tokens, by + 1)?;
    Some(Found { who: Who::Name(name), words: (tokens.get(at)?.start, name.end), how: How::Said })
}

/// `Jane Doe: "…"` in any language that writes names large: two words at least, or a word of the `known`.
pub(super) fn labelled(tokens: &[Token], known: &HashSet<String>) -> Option<Found> {
    let end = naming::run(tokens, 0);
    let words =
        tokens.get(..end).filter(|_| matches!(mark(tokens, end), Some(':' | '：')) && is_quote(tokens, end + 1))?;
    let (first, last) = (words.first()?, words.last()?);
    let name = Name { start: first.start, end: last.end, person: true };
    let sure = naming::is_person(words) || (end == 1 && known.contains(&first.lower));
    sure.then_some(Found { who: Who::Name(name), words: (name.start, name.end), how: How::Said })
}

/// `Jane Doe: "…"` at the beginning.
fn label(tokens: &[Token], at: usize) -> Option<Found> {
    if at == 0 || at > 8 || mark(tokens, at) != Some(':') || !is_quote(tokens, at + 1) {
        return None;
    }
    let (name, end) = naming::ahead(tokens, 0)?;
    (end == at).then_some(Found { who: Who::Name(name), words: (name.start, name.end), how: How::Said })
}

pub(super) fn pronoun(token: &Token) -> Option<Who> {
    if !token.is_word() || token.is_acronym() {
        return None;
    }
    match token.lower.split('\'').next().unwrap_or_default() {
        "he" | "him" => Some(Who::He),
        "she" | "her" => Some(Who::She),
        "it" | "they" | "them" => Some(Who::They),
        "i" | "we" | "you" | "one" | "nobody" | "everybody" | "everyone" | "some" | "many" | "others" | "who"
        | "people" | "those" | "this" | "that" | "which" | "me" | "us" | "someone" | "somebody" | "anyone" | "both"
        | "all" | "few" | "most" | "another" => Some(Who::Unknown),
        _ => None,
    }
}

fn verb(tokens: &[Token], at: usize) -> Option<Found> {
    let said = tokens.get(at).filter(|it| it.is_word() && !(it.capital && at > 0))?;
    if said.is("saying")
        || said.is("adding")
        || said.is("arguing")
        || said.is("claiming")
        || said.is("insisting")
        || said.is("warning")
    {
        return participle(tokens, at);
    }
    if says_nothing(tokens, at) {
        return None;
    }
    let strong = said.is_any(tables::SAID);
    let shown = said.is_any(tables::SHOWN);
    let bound = said.is_any(tables::SAID_BEFORE_WORDS) && leads_to_words(tokens, at);
    if !strong && !bound && !shown {
        return None;
    }
    let found =
        if strong || bound { subject(tokens, at).or_else(|| inverted(tokens, at)) } else { reported(tokens, at) };
    let (who, from, to) = found?;
    let to = match said.lower.as_str() {
        "pointed" | "points" | "went" => tokens.get(at + 1)?.end.max(to),
        _ => to,
    };
    Some(Found { who, words: (from.min(said.start), to.max(said.end)), how: How::Said })
}

/// "said nothing", "said so", and "added 0.2 per cent", which is no saying.
fn says_nothing(tokens: &[Token], at: usize) -> bool {
    let next = word(tokens, at + 1);
    let figure = next.starts_with(|it: char| it.is_numeric()) || matches!(mark(tokens, at + 1), Some('$' | '€' | '£'));
    match word(tokens, at) {
        "said" | "says" | "say" => {
            matches!(next, "nothing" | "yes" | "no" | "so" | "little" | "goodbye" | "hello" | "thanks")
        }
        "added" | "adds" => figure,
        "warned" | "warns" | "warn" => {
            !is_quote(tokens, before(at)) && mark(tokens, before(at)) != Some(',') && !warns_of(tokens, at)
        }
        "told" | "tells" => {
            matches!(word(tokens, at + 2), "tale" | "story" | "truth" | "lie" | "lies" | "joke" | "time")
        }
        _ => false,
    }
}

/// What the warning is follows: a clause, a quotation, or the end.
fn warns_of(tokens: &[Token], at: usize) -> bool {
    let near = tokens.get(at + 1..(at + 10).min(tokens.len())).unwrap_or_default();
    let clause = |it: &Token| {
        it.is_any(tables::UNSAID)
            || it.is_any(&["that", "of", "against", "has", "have", "had"])
            || matches!(it.kind, Kind::Quote | Kind::Mark(':'))
    };
    near.first().is_none_or(|it| it.mark().is_some()) || near.iter().any(clause)
}

/// Behind a verb that may mean something else: "that", a quotation, a colon.
fn leads_to_words(tokens: &[Token], at: usize) -> bool {
    let out = usize::from(matches!(word(tokens, at + 1), "out" | "on"));
    let called = tokens.get(at).is_some_and(|it| it.is_any(tables::CALLED));
    let quoted = |reach: usize| (at + 1..at + 1 + reach).any(|it| is_quote(tokens, it));
    if called {
        let went = word(tokens, at) == "went" && word(tokens, at + 1) != "on";
        return !went && (quoted(8) || (at.saturating_sub(8)..at).any(|it| is_quote(tokens, it)));
    }
    if closes(tokens, at) {
        return true;
    }
    let parted =
        is_quote(tokens, before(at)) || (mark(tokens, before(at)) == Some(',') && is_quote(tokens, at.wrapping_sub(2)));
    word(tokens, at + 1 + out) == "that"
        || quoted(2)
        || parted
        || (matches!(mark(tokens, at + 1), Some(':' | ',')) && is_quote(tokens, at + 2))
        || is_quote(tokens, before(before(at))) && matches!(mark(tokens, at + 1), Some('.') | None)
}

/// The verb closes the sentence, or only when or by whom it was said follows: "…, Doe recalls.", "…, recalls Doe."
fn closes(tokens: &[Token], at: usize) -> bool {
    let ends = |end: usize| end >= tokens.len() || matches!(mark(tokens, end), Some('.' | ','));
    let person = |it: (Name, usize)| it.0.person && ends(it.1);
    if mark(tokens, before(at)) == Some(',') && naming::ahead(tokens, at + 1).is_some_and(person) {
        return true;
    }
    let next = tokens.get(at + 1);
    let dated = tokens.len() <= at + 8 && next.is_some_and(|it| it.is_any(tables::WHEN));
    let last = tokens.len() <= at + 2 && next.is_none_or(|it| it.mark() == Some('.'));
    (dated || last) && (at.saturating_sub(10)..at).any(|it| mark(tokens, it) == Some(','))
}

/// The subject before the verb, and what of the text it takes.
fn subject(tokens: &[Token], verb: usize) -> Option<(Who, usize, usize)> {
    let mut end = verb;
    while let Some(token) = end.checked_sub(1).and_then(|it| tokens.get(it)) {
        if token.is_any(tables::UNSAID) {
            return None;
        }
        let manner = token.is_word() && token.lower.ends_with("ly") && token.lower.len() > 4 && !token.capital;
        let manner =
            manner && !token.is_any(&["family", "assembly", "monopoly", "weekly", "daily", "monthly", "elderly"]);
        if !manner && !token.is_any(tables::ADVERBS) {
            break;
        }
        end -= 1;
    }
    let last = end.checked_sub(1).and_then(|it| tokens.get(it))?;
    if let Some(who) = pronoun(last) {
        return pronominal(tokens, end, who);
    }
    match last.mark() {
        Some(',') => inserted(tokens, end - 1),
        Some(')') => {
            let open = (end.saturating_sub(14)..end).rev().find(|it| mark(tokens, *it) == Some('('))?;
            taken(naming::behind(tokens, open)?)
        }
        Some('.') if naming::is_dotted(tokens, end - 1) => {
            let (who, from, _) = named(tokens, end - 1)?;
            let Who::Name(name) = who else { return None };
            Some((Who::Name(Name { end: last.end, ..name }), from, last.end))
        }
        _ if last.is("and") || last.is("but") => fronted(tokens, end - 1),
        _ => named(tokens, end),
    }
}

fn taken(name: Name) -> Option<(Who, usize, usize)> {
    Some((Who::Name(name), name.start, name.end))
}

fn pronominal(tokens: &[Token], end: usize, who: Who) -> Option<(Who, usize, usize)> {
    let token = tokens.get(end - 1)?;
    if naming::is_supposed(tokens, end - 1) {
        return None;
    }
    if token.is("who") {
        let reports = word(tokens, end + 1) == "that"
            || is_quote(tokens, end + 1)
            || matches!(word(tokens, end), "said" | "says");
        return relative(tokens, end - 1).filter(|_| reports).or(Some((Who::Unknown, token.start, token.end)));
    }
    if who == Who::They && token.is("it") && !naming::begins_clause(tokens, end - 1) {
        return None;
    }
    Some((who, token.start, token.end))
}

/// "Jane Doe, who said …".
fn relative(tokens: &[Token], who: usize) -> Option<(Who, usize, usize)> {
    let cleft = word(tokens, 0) == "it" && matches!(word(tokens, 1), "is" | "was");
    if let Some((name, _)) = naming::ahead(tokens, 2).filter(|it| cleft && it.1 == who) {
        return taken(name);
    }
    let end = who - usize::from(mark(tokens, before(who)) == Some(','));
    let name = naming::behind(tokens, end)?;
    taken(name).filter(|_| end < who)
}

fn named(tokens: &[Token], end: usize) -> Option<(Who, usize, usize)> {
    let name = naming::behind(tokens, end)?;
    let first = tokens.iter().position(|it| it.end > name.start)?;
    let from = first - usize::from(first > 0 && matches!(word(tokens, before(first)), "the" | "a" | "an"));
    (!naming::is_supposed(tokens, from)).then_some(())?;
    taken(name)
}

/// "X, the minister, said": the name is before the insertion, or is the insertion.
fn inserted(tokens: &[Token], comma: usize) -> Option<(Who, usize, usize)> {
    let reach = comma.saturating_sub(LONGEST_INSERTION)..comma;
    let open = reach.rev().find(|it| mark(tokens, *it) == Some(',') || is_quote(tokens, *it))?;
    if is_quote(tokens, open) {
        return None;
    }
    let inner = tokens.get(open + 1..comma)?;
    if inner.first().is_some_and(|it| it.is_any(&["and", "but", "or", "so"])) {
        return None;
    }
    let run = naming::run(tokens, open + 1);
    let office = tokens.get(before(open)).is_some_and(|it| it.is_any(tables::HEADS)) || is_office(tokens, open);
    if run == comma && naming::is_person(inner) && (office || naming::behind(tokens, open).is_some_and(|it| !it.person))
    {
        return taken(Name { start: inner.first()?.start, end: inner.last()?.end, person: true });
    }
    if let Some(who) = tokens.get(before(open)).and_then(pronoun) {
        return pronominal(tokens, open, who);
    }
    outermost(tokens, named(tokens, open)?)
}

/// "Jane Doe, an analyst at the mill, the oldest in town, said": the person before an office and what is said of it;
/// nobody if the phrase only goes on with another.
fn outermost(tokens: &[Token], found: (Who, usize, usize)) -> Option<(Who, usize, usize)> {
    const COMMAS: usize = 5;
    const REACH: usize = 60;
    let office = matches!(found.0, Who::Name(name) if !name.person);
    let first = tokens.iter().position(|it| it.start >= found.1)?;
    let comma = |at: &usize| mark(tokens, *at) == Some(',');
    let chained = (first.saturating_sub(2)..first).any(|it| comma(&it));
    let opening = (first.saturating_sub(4)..first).any(|it| is_quote(tokens, it));
    let adverbial = first <= 6 && tokens.first().is_some_and(|it| naming::is_stop(it) || naming::is_link(it));
    if !office || !chained || opening || adverbial {
        return Some(found);
    }
    let commas = (first.saturating_sub(REACH)..first).rev().filter(comma).take(COMMAS);
    commas.filter_map(|it| naming::behind(tokens, it)).find(|it| it.person).and_then(taken)
}

/// "Brackwater’s harbour master": a few words that begin the sentence and belong to somebody or something.
fn is_office(tokens: &[Token], end: usize) -> bool {
    let begin = (end.saturating_sub(7)..end).rev().find(|it| is_quote(tokens, *it)).map_or(0, |it| it + 1);
    let words = tokens.get(begin..end).unwrap_or_default();
    let owned =
        words.first().is_some_and(|it| it.is_any(&["the", "its", "their", "his", "her"]) || it.lower.ends_with("'s"));
    owned && (2..=5).contains(&words.len()) && words.iter().all(|it| it.is_word() && !it.is_any(tables::UNSAID))
}

/// The subject at the beginning, for a second verb: "X rejected the plan and said …".
fn fronted(tokens: &[Token], until: usize) -> Option<(Who, usize, usize)> {
    let between = tokens.get(..until)?;
    let first = between.first()?;
    let (who, end) = match pronoun(first) {
        Some(who) => (who, 1),
        None => naming::ahead(tokens, 0).map(|(name, end)| (Who::Name(name), end))?,
    };
    let rest = between.get(end..)?;
    let clear = rest.iter().all(|it| {
        !matches!(it.mark(), Some(';' | ':' | ','))
            && it.kind != Kind::Quote
            && !it.is_any(&["that", "who", "which", "while", "but", "and"])
    });
    let verb =
        rest.first().is_some_and(|it| it.is_word() && !it.capital && !it.is_any(&["of", "for", "at", "and", "in"]));
    (clear && verb && until < 40).then_some(())?;
    match who {
        Who::Name(name) => taken(name),
        _ => Some((who, first.start, first.end)),
    }
}

/// ", saying that …": the sentence's subject said it.
fn participle(tokens: &[Token], at: usize) -> Option<Found> {
    let comma = mark(tokens, before(at)) == Some(',');
    let quoted = word(tokens, before(at)) == "as" && word(tokens, at.wrapping_sub(2)) == "quoted";
    let said = tokens.get(at)?;
    let (who, from, _) = if quoted {
        let was = at.checked_sub(3)?;
        matches!(word(tokens, was), "was" | "is" | "were" | "been").then_some(())?;
        subject(tokens, was - usize::from(word(tokens, before(was)) == "has"))?
    } else if comma
        && (word(tokens, at + 1) == "that"
            || is_quote(tokens, at + 1)
            || mark(tokens, at + 1) == Some(':')
            || said.is("saying")
            || said.is("adding"))
    {
        fronted(tokens, at - 1)?
    } else {
        return None;
    };
    Some(Found { who, words: (from, said.end), how: How::Said })
}

/// `"…," said X`: behind a quotation or a comma.
fn inverted(tokens: &[Token], verb: usize) -> Option<(Who, usize, usize)> {
    if tokens.get(verb)?.is_any(tables::TRANSITIVE) {
        return None;
    }
    let comma = matches!(mark(tokens, before(verb)), Some(',' | '–' | '—'));
    if !comma && !is_quote(tokens, before(verb)) {
        return None;
    }
    let next = tokens.get(verb + 1)?;
    if let Some(name) = naming::kin(tokens, verb + 1) {
        return taken(name);
    }
    if let Some(who) = pronoun(next) {
        return Some((who, next.start, next.end));
    }
    taken(naming::ahead(tokens, verb + 1)?.0)
}

/// "X's report found", "figures from X show".
fn reported(tokens: &[Token], verb: usize) -> Option<(Who, usize, usize)> {
    let last = verb.checked_sub(1).and_then(|it| tokens.get(it))?;
    let first = verb.saturating_sub(12);
    let data = tokens.get(first..verb)?.iter().any(|it| it.is_any(tables::DATA));
    (data && last.is_word()).then_some(())?;
    named(tokens, verb)
}
