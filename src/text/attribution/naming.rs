//! The phrases that name a speaker, in English.

use super::tables;
use super::tokens::Token;

/// Tokens a naming phrase may have.
const LONGEST: usize = 12;

/// A naming phrase, in code points, and what it names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Name {
    pub start: usize,
    pub end: usize,
    pub person: bool,
}

pub(super) fn is_stop(token: &Token) -> bool {
    token.is_any(tables::STOPS) && !token.is_any(&["second"]) && !token.is_acronym()
}

fn is_head(token: &Token) -> bool {
    let word = token.lower.as_str();
    let people = word.len() > 6 && (word.ends_with("ists") || word.ends_with("icians"));
    let known = |word: &str| tables::HEADS.contains(&word) || tables::DATA.contains(&word);
    token.is_word() && (people || known(word) || (token.is_possessive() && known(token.stem())))
}

fn is_name_word(token: &Token) -> bool {
    token.is_word() && token.capital && !is_stop(token) && !token.is_any(&["the", "a", "an"])
}

/// A full stop that belongs to the title or initial right before it.
pub(super) fn is_dotted(tokens: &[Token], at: usize) -> bool {
    let Some((dot, before)) = tokens.get(at).zip(at.checked_sub(1).and_then(|it| tokens.get(it))) else { return false };
    let initial = before.end - before.start == 1 || before.lower.contains('.');
    dot.mark() == Some('.')
        && before.end == dot.start
        && before.capital
        && (initial || tables::TITLES.contains(&before.lower.as_str()))
}

/// The run of capitals that begins at `at`: "Dr. Edda van der Marsh"; its end.
pub(super) fn run(tokens: &[Token], at: usize) -> usize {
    let mut end = at;
    loop {
        let particles = tokens
            .iter()
            .skip(end)
            .take(3)
            .take_while(|it| end > at && it.is_any(tables::PARTICLES) && !it.capital)
            .count();
        let next = end + particles;
        if tokens.get(next).is_some_and(is_name_word) && next < at + LONGEST {
            end = next + 1;
            if tokens.get(next).is_some_and(Token::is_possessive)
                && !tokens.get(next).is_some_and(|it| it.lower.ends_with('\''))
            {
                return end;
            }
        } else if particles == 0 && is_dotted(tokens, end) && tokens.get(end + 1).is_some_and(is_name_word) {
            end += 1;
        } else {
            return end;
        }
    }
}

/// Whether a run of capitals names a person: a title, or two words of which none is a place's or a body's.
pub(super) fn is_person(run: &[Token]) -> bool {
    let words: Vec<&Token> = run.iter().filter(|it| it.is_word()).collect();
    let titled = words.first().is_some_and(|it| is_title(it));
    let plain =
        |it: &&&Token| !tables::NOT_PEOPLE.contains(&it.stem()) && !tables::NOT_PEOPLE.contains(&it.lower.as_str());
    let named = words.iter().filter(|it| !is_title(it) && !it.is_any(tables::ROLES));
    let spelled = words.iter().all(|it| it.lower.chars().all(|c| !c.is_numeric()));
    let bare = named.clone().count();
    let acronym = named.clone().filter(|it| it.lower.chars().count() > 1).all(|it| is_acronym(it));
    spelled
        && bare > 0
        && (titled || bare >= 2)
        && bare <= 5
        && named.clone().all(|it| plain(&it))
        && (titled || !acronym)
}

fn is_acronym(token: &Token) -> bool {
    token.lower.contains('.')
}

pub(super) fn is_title(token: &Token) -> bool {
    token.capital && token.is_any(tables::TITLES)
}

/// The naming phrase that begins at `at` and goes on as far as it can: "the ministry of health", "Cllr. Bettina Sorley".
pub(super) fn ahead(tokens: &[Token], at: usize) -> Option<(Name, usize)> {
    let start = at + usize::from(tokens.get(at).is_some_and(is_determiner));
    let (mut end, mut small, mut links) = (start, 0, 0);
    let (mut capitals, mut head) = (false, false);
    while end < start + LONGEST {
        let Some(token) = tokens.get(end) else { break };
        if is_name_word(token) {
            let stop = run(tokens, end);
            let person = is_person(tokens.get(end..stop).unwrap_or_default());
            capitals = true;
            end = stop;
            if person && !tokens.get(end - 1).is_some_and(Token::is_possessive) {
                break;
            }
        } else if is_head(token) && !is_stop(token) {
            head = true;
            end += 1;
        } else if let Some(past) = link(tokens, end).filter(|_| (capitals || head) && links < 3) {
            links += 1;
            end = past;
        } else if token.is_word()
            && !is_stop(token)
            && !head
            && small < 3
            && !is_link(token)
            && !tables::SAID.contains(&token.lower.as_str())
            && leads_on(tokens, end)
        {
            small += 1;
            end += 1;
        } else {
            break;
        }
    }
    if let Some((inner, past)) = apposed(tokens, end).filter(|_| head && !capitals_person(tokens, start, end)) {
        return Some((inner, past));
    }
    (capitals || head).then_some(())?;
    Some((name(tokens, start, end)?, end))
}

/// Small words are part of the phrase only if they lead to a head or a name.
fn leads_on(tokens: &[Token], at: usize) -> bool {
    tokens
        .iter()
        .skip(at)
        .take(4)
        .find(|it| !it.is_word() || is_stop(it) || is_head(it) || is_name_word(it))
        .is_some_and(|it| is_head(it) || is_name_word(it))
}

fn capitals_person(tokens: &[Token], start: usize, end: usize) -> bool {
    (start..end).any(|at| {
        tokens.get(at).is_some_and(is_name_word) && is_person(tokens.get(at..run(tokens, at)).unwrap_or_default())
    })
}

/// "…, Ottilie Bream," behind a role.
fn apposed(tokens: &[Token], comma: usize) -> Option<(Name, usize)> {
    tokens.get(comma).filter(|it| it.mark() == Some(','))?;
    let end = run(tokens, comma + 1);
    let words = tokens.get(comma + 1..end).filter(|it| is_person(it))?;
    let closed = tokens
        .get(end)
        .is_none_or(|it| matches!(it.mark(), Some(',' | '.' | ')' | ';' | ':' | '—' | '–')) || !it.is_word());
    closed.then(|| person(words)).flatten().map(|it| (it, end))
}

/// "his brother, Tom Lee", "her lawyer Tom Lee": the person, who is not whose brother he is.
pub(super) fn kin(tokens: &[Token], at: usize) -> Option<Name> {
    tokens.get(at).filter(|it| it.is_any(&["his", "her", "my", "our", "their", "its"]))?;
    let small = |it: &&Token| it.is_word() && !it.capital && !is_stop(it) && !is_link(it);
    let count = tokens.iter().skip(at + 1).take(4).take_while(small).count();
    let from = at + 1 + count;
    if let Some((name, _)) = apposed(tokens, from).filter(|_| count > 0) {
        return Some(name);
    }
    tokens.get(from..run(tokens, from)).filter(|it| count > 0 && is_person(it)).and_then(person)
}

fn is_determiner(token: &Token) -> bool {
    token.is_any(&["the", "a", "an", "its", "their"])
}

pub(super) fn is_link(token: &Token) -> bool {
    token.is_any(&["of", "for", "at", "from", "in", "by", "and", "&"])
}

/// Past "of the Brackwater Teachers", if a link and what it links stand at `at`.
fn link(tokens: &[Token], at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    if token.is("close") && tokens.get(at + 1).is_some_and(|it| it.is("to")) {
        let next = at + 2 + usize::from(tokens.get(at + 2).is_some_and(is_determiner));
        return tokens.get(next).filter(|it| is_name_word(it) || is_head(it)).map(|_| next);
    }
    let sign = token.mark() == Some('&');
    if !sign && !is_link(token) {
        return None;
    }
    let next = at + 1 + usize::from(tokens.get(at + 1).is_some_and(is_determiner));
    let linked = tokens.get(next)?;
    let determined = next > at + 1;
    let plain = linked.is_word() && !is_stop(linked) && !linked.is_any(&["least", "first", "fact"]);
    let known = is_name_word(linked) || is_head(linked);
    if token.is("of") && plain && !known && !linked.lower.ends_with("ing") {
        return Some(next + 1);
    }
    let modified = determined && plain && tokens.get(next + 1).is_some_and(is_head);
    let allowed = if token.is("and") || sign { known } else { known || modified };
    let dated = token.is_any(&["in", "by"]) && linked.lower.chars().any(char::is_numeric);
    (allowed && !dated).then_some(if is_name_word(linked) || modified { next } else { next + 1 })
}

/// The naming phrase that ends before `end` and begins a clause.
pub(super) fn behind(tokens: &[Token], end: usize) -> Option<Name> {
    let first = end.saturating_sub(LONGEST);
    match (first..end).find(|&it| begins_clause(tokens, it) && is_phrase(tokens, it, end)) {
        Some(start) => name(tokens, start, end),
        None => lone_person(tokens, first, end),
    }
}

/// A person right before the verb, in the middle of a clause: "In his speech Idris Callow claimed".
fn lone_person(tokens: &[Token], first: usize, end: usize) -> Option<Name> {
    let start = (first.max(1)..end).find(|&it| run(tokens, it) == end)?;
    let before = tokens.get(start - 1)?;
    let plain = before.is_word() && !before.capital && !is_link(before) && !is_stop(before) && !is_determiner(before);
    let plain = plain && !before.is_any(tables::PARTICLES) && !before.is_possessive() && before.lower.len() > 3;
    tokens.get(start..end).filter(|it| plain && is_person(it)).and_then(person)
}

/// Whether a clause can begin at `at`, and is not one that only supposes.
pub(super) fn begins_clause(tokens: &[Token], at: usize) -> bool {
    let Some(before) = at.checked_sub(1) else { return true };
    let Some(token) = tokens.get(before) else { return true };
    match token.mark() {
        Some('.') if is_dotted(tokens, before) => false,
        Some(mark) => !matches!(mark, '&' | '/' | '@' | '%' | '€' | '$' | '£'),
        None if !token.is_word() => true,
        None if token.is("and") => {
            let joined = before.checked_sub(1).and_then(|it| tokens.get(it));
            !joined.is_some_and(|it| is_head(it) || is_name_word(it))
        }
        None => {
            token.is_any(tables::CLAUSE) || token.lower.len() == 4 && token.lower.bytes().all(|it| it.is_ascii_digit())
        }
    }
}

/// Whether the condition of a clause stands right before it: "if the board says so".
pub(super) fn is_supposed(tokens: &[Token], at: usize) -> bool {
    at.checked_sub(1).and_then(|it| tokens.get(it)).is_some_and(|it| it.is_any(tables::CONDITIONS))
}

fn is_phrase(tokens: &[Token], start: usize, end: usize) -> bool {
    let Some(words) = tokens.get(start..end) else { return false };
    let (Some(first), Some(last)) = (words.first(), words.last()) else { return false };
    let from = usize::from(is_determiner(first));
    let named = words.iter().any(|it| is_name_word(it) || is_head(it));
    let sound = words.iter().enumerate().skip(from).all(|(at, it)| {
        let dotted = is_dotted(tokens, start + at);
        let linked = is_link(it) && at > from && link(tokens, start + at).is_some();
        let determined = is_determiner(it) && at > 0 && words.get(at - 1).is_some_and(is_link);
        dotted
            || linked
            || determined
            || (it.is_word() && !is_stop(it) && !is_link(it) && !is_determiner(it))
            || it.mark() == Some('&')
    });
    let after_of = words.len() >= 3 && words.get(words.len() - 2).is_some_and(|it| it.is("of"));
    let ends = is_name_word(last) || is_head(last) || after_of;
    let small = words.iter().skip(from).take_while(|it| it.is_word() && !is_head(it) && !is_name_word(it)).count();
    let lone = words.len().checked_sub(2).and_then(|it| words.get(it));
    let stray = first.is_any(&["a", "an"])
        && is_name_word(last)
        && lone.is_some_and(|it| {
            it.is_word() && !it.capital && !is_head(it) && !is_link(it) && !is_determiner(it) && !it.is_possessive()
        });
    let verbs = stray || words.iter().any(|it| tables::SAID.contains(&it.lower.as_str()) && !is_head(it));
    words.len() > from && !last.is_possessive() && named && sound && ends && small <= 3 && !verbs
}

/// What a phrase names: the person in it, or the body, or whose report it is; nothing if it is nobody's.
pub(super) fn name(tokens: &[Token], start: usize, end: usize) -> Option<Name> {
    let words = tokens.get(start..end)?;
    let from = usize::from(words.first().is_some_and(is_determiner));
    let owned = words.first().is_some_and(|it| it.is_any(&["its", "their"]));
    let words = words.get(from..)?;
    let last = words.last()?;
    if let Some(person) = person_within(words) {
        return Some(person);
    }
    let opens = start + from == 0;
    let data = words.iter().enumerate().rposition(|(at, it)| {
        it.is_any(tables::DATA)
            && (!it.capital || (opens && at == 0))
            && words.get(at + 1).is_none_or(|next| is_link(next) || next.lower.ends_with("ed"))
    });
    if let Some(data) = data {
        return source(words, data);
    }
    let first = words.first()?;
    let body = last.is_any(tables::HEADS);
    if first.is_any(tables::DATA) && (!first.capital || opens) && !body {
        return None;
    }
    (!owned).then_some(Name { start: first.start, end: last_end(last), person: false })
}

fn last_end(last: &Token) -> usize {
    let cut = last.lower.chars().count() - last.stem().chars().count();
    if last.is_possessive() { last.end - cut } else { last.end }
}

/// The person a phrase names, with a title written large: "Health Minister Jane Doe", but "chairman Emeric Dole" alone.
fn person_within(words: &[Token]) -> Option<Name> {
    let mut at = 0;
    while at < words.len() {
        if !words.get(at).is_some_and(is_name_word) {
            at += 1;
            continue;
        }
        let end = run(words, at);
        let found = words.get(at..end).unwrap_or_default();
        let linked = at.checked_sub(1).and_then(|it| words.get(it)).is_some_and(|it| is_link(it) || is_determiner(it));
        let goes_on = words.get(end).is_some_and(|it| !is_link(it));
        if is_person(found) && !linked && !goes_on && !found.last().is_some_and(Token::is_possessive) {
            let and = words.get(end).filter(|it| it.is("and")).and_then(|_| words.last());
            return Some(Name { start: found.first()?.start, end: and.or(found.last())?.end, person: and.is_none() });
        }
        at = end.max(at + 1);
    }
    None
}

fn person(words: &[Token]) -> Option<Name> {
    Some(Name { start: words.first()?.start, end: last_end(words.last()?), person: true })
}

/// Whose report, figures or statement a phrase speaks of.
fn source(words: &[Token], data: usize) -> Option<Name> {
    if words.get(data + 1).is_some_and(|it| it.is_any(&["seen", "obtained", "reviewed", "leaked"])) {
        return None;
    }
    if let Some(by) = words.iter().skip(data + 1).position(is_link).map(|it| it + data + 1) {
        let start = by + 1 + usize::from(words.get(by + 1).is_some_and(is_determiner));
        let (first, last) = (words.get(start)?, words.last()?);
        let speaks = words.iter().skip(start).any(|it| is_name_word(it) || it.is_any(tables::HEADS));
        let of = words.get(by)?.is("of");
        let owner = first.capital || !of;
        return (speaks && owner).then(|| Name {
            start: first.start,
            end: last_end(last),
            person: words.get(start..).is_some_and(is_person),
        });
    }
    let before = words.get(..data)?;
    let owner = before.iter().rposition(Token::is_possessive);
    let papers = words.get(data).is_some_and(|it| it.is_any(&["documents", "document", "records", "papers"]));
    if papers && owner.is_none() {
        return None;
    }
    let end = owner
        .map(|it| it + 1)
        .or_else(|| before.iter().rposition(|it| is_name_word(it) || it.is_any(tables::HEADS)).map(|it| it + 1))?;
    let start = before.iter().take(end).rposition(|it| !it.is_word() && it.mark() != Some('.')).map_or(0, |it| it + 1);
    let (first, last) = (before.get(start)?, before.get(end - 1)?);
    let known = before
        .iter()
        .take(end)
        .any(|it| is_name_word(it) || it.is_any(tables::HEADS) || tables::HEADS.contains(&it.stem()));
    let (start, data_end) = (start, last_end(words.get(data)?));
    if owner.is_none() && !before.get(start..end)?.iter().any(is_of_body) {
        return known.then_some(Name { start: first.start, end: data_end, person: false });
    }
    let quality = end == 1 && last.is_any(&["official", "public", "general", "expert"]);
    let person = before.get(start..end).is_some_and(is_person);
    (known && !quality).then(|| Name { start: first.start, end: last_end(last), person })
}

/// A body's own word: "WHO", "ministry", "university".
fn is_of_body(token: &Token) -> bool {
    token.acronym || [tables::HEADS, tables::PAPERS, tables::NOT_PEOPLE].iter().any(|it| it.contains(&token.stem()))
}
