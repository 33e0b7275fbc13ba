//! Languages whose names are written large and stand beside the verb.

use super::super::naming::{self, Name};
use super::super::speech::Speech;
use super::super::tokens::{Kind, Token};
use super::super::{Found, How};
use super::{found, is_mark, is_stop, lower, nobody, phrase};
use std::collections::HashSet;

/// Tokens a naming phrase may have.
const LONGEST: usize = 12;

const NOT: &[&str] = &[
    "no", "ne", "n", "nicht", "non", "não", "niet", "nie", "не", "inte", "ei", "tidak", "pas", "nunca", "jamais",
    "never", "nie", "mai",
];
const AND: &[&str] = &[
    "und", "aber", "dass", "y", "pero", "que", "et", "mais", "e", "ma", "che", "mas", "en", "maar", "dat", "i", "ale",
    "że", "a", "že", "и", "но", "что", "och", "men", "att", "ja", "mutta", "että", "dan", "tetapi", "bahwa", "while",
    "mientras", "während", "wie", "como", "comme", "come", "zoals", "jak", "как", "som", "kuten", "seperti",
];
/// Reports and figures, which somebody else has made.
const DATA: &[&str] = &[
    "informe",
    "estudio",
    "datos",
    "cifras",
    "encuesta",
    "documento",
    "comunicado",
    "rapport",
    "étude",
    "chiffres",
    "données",
    "sondage",
    "enquête",
    "communiqué",
    "bericht",
    "studie",
    "daten",
    "zahlen",
    "umfrage",
    "angaben",
    "mitteilung",
    "rapporto",
    "studio",
    "dati",
    "cifre",
    "sondaggio",
    "comunicato",
    "relatório",
    "estudo",
    "dados",
    "números",
    "pesquisa",
    "onderzoek",
    "cijfers",
    "gegevens",
    "peiling",
    "raport",
    "raportu",
    "dane",
    "danych",
    "badania",
    "badań",
    "zpráva",
    "zprávy",
    "údaje",
    "údajů",
    "studie",
    "průzkum",
    "průzkumu",
    "отчёт",
    "отчет",
    "отчёта",
    "доклад",
    "доклада",
    "данные",
    "исследование",
    "rapporten",
    "studien",
    "siffror",
    "undersökningen",
    "raportin",
    "selvityksen",
    "tutkimuksen",
    "laporan",
    "studi",
    "statistik",
    "estadísticas",
    "statistiques",
    "statistiche",
    "estatísticas",
    "médias",
    "media",
    "medien",
    "medios",
];
/// Languages with so many words behind an office put its owner there without a link.
const GENITIVE: [usize; 1] = [3];
/// Between a report and who made it.
const MAKERS: &[&str] = &["från", "van", "von", "od", "z", "от", "par", "por"];
const THAT: &[&str] = &[
    "que", "dass", "che", "dat", "że", "iż", "že", "что", "att", "että", "bahwa", "da", "auf", "hinzu", "mit", "ein",
    "dazu",
];

pub(super) fn find(tokens: &[Token], speech: &Speech, known: &HashSet<String>, at: usize) -> Option<Found> {
    let token = tokens.get(at).filter(|it| it.is_word())?;
    if let Some(length) = phrase(tokens, at, speech.according) {
        return according(tokens, speech, at, length);
    }
    if token.is_any(speech.according_behind) {
        let name = behind(tokens, speech, known, at)?;
        return Some(found(name, (token.start, token.end), How::AccordingTo));
    }
    if ["-il", "-elle", "-ils", "-elles", "-on"]
        .iter()
        .any(|it| token.lower.strip_suffix(it).is_some_and(|stem| speech.said.contains(&stem.trim_end_matches("-t"))))
    {
        return Some(nobody(token));
    }
    if !token.is_any(speech.said) {
        return None;
    }
    verb(tokens, speech, known, at)
}

fn according(tokens: &[Token], speech: &Speech, at: usize, length: usize) -> Option<Found> {
    let first = tokens.get(at)?;
    let ordinal = at.checked_sub(1).is_some_and(|it| {
        tokens.get(it).is_some_and(|token| token.is_any(speech.articles) || token.is_any(speech.links))
    });
    if ordinal {
        return None;
    }
    let next = tokens.get(at + length)?;
    if next.is_any(speech.pronouns) {
        return Some(nobody(next));
    }
    let (name, _) = ahead(tokens, speech, at + length)?;
    Some(found(name, (first.start, name.end), How::AccordingTo))
}

fn verb(tokens: &[Token], speech: &Speech, known: &HashSet<String>, at: usize) -> Option<Found> {
    let said = tokens.get(at)?;
    let words = (said.start, said.end);
    let mut end = at;
    while end > 0 && speech.helpers.contains(&lower(tokens, end - 1)) {
        end -= 1;
    }
    let before = end.checked_sub(1).and_then(|it| tokens.get(it));
    if before.is_some_and(|it| it.is_any(NOT)) {
        return None;
    }
    if let Some(pronoun) = before.filter(|it| it.is_any(speech.pronouns)) {
        return Some(nobody(pronoun));
    }
    let subject = match before.and_then(Token::mark) {
        Some(',') => inserted(tokens, speech, known, end - 1),
        _ => behind(tokens, speech, known, end),
    };
    if let Some(name) = subject {
        return Some(found(name, words, How::Said));
    }
    let beside_quote = [at.checked_sub(1), at.checked_sub(2)]
        .into_iter()
        .flatten()
        .any(|it| tokens.get(it).is_some_and(|it| it.kind == Kind::Quote));
    let pronoun = tokens.get(at + 1).filter(|it| it.is_any(speech.pronouns));
    match inverted(tokens, speech, at) {
        Some(name) => Some(found(name, words, How::Said)),
        None => (beside_quote || pronoun.is_some()).then(|| nobody(said)),
    }
}

/// The subject behind the verb: behind a quotation, or before "that", a colon or the end.
fn inverted(tokens: &[Token], speech: &Speech, verb: usize) -> Option<Name> {
    let mut next = verb + 1;
    while speech.helpers.contains(&lower(tokens, next)) {
        next += 1;
    }
    let quote = |at: Option<usize>| at.and_then(|it| tokens.get(it)).is_some_and(|it| it.kind == Kind::Quote);
    let mut start = verb;
    while start > 0 && speech.helpers.contains(&lower(tokens, start - 1)) {
        start -= 1;
    }
    let parted = start > 0 && matches!(tokens.get(start - 1).and_then(Token::mark), Some(',' | '–' | '—' | '-'));
    let quoted = quote(start.checked_sub(1)) || (parted && (quote(start.checked_sub(2)) || start >= 2));
    let (name, end) = ahead(tokens, speech, next)?;
    let closes = is_mark(tokens, end) || end >= tokens.len() || THAT.contains(&lower(tokens, end));
    (quoted || closes).then_some(name)
}

/// "X, the minister, said": the name before the insertion, or inside it.
fn inserted(tokens: &[Token], speech: &Speech, known: &HashSet<String>, comma: usize) -> Option<Name> {
    let open = (comma.saturating_sub(25)..comma)
        .rev()
        .find(|it| is_mark(tokens, *it) && tokens.get(*it).and_then(Token::mark) != Some('.'))?;
    if tokens.get(open).and_then(Token::mark) != Some(',') {
        return None;
    }
    let inner = tokens.get(open + 1..comma)?;
    let end = naming::run(tokens, open + 1);
    if end == comma && inner.len() >= 2 && naming::is_person(inner) {
        return Some(Name { start: inner.first()?.start, end: inner.last()?.end, person: true });
    }
    behind(tokens, speech, known, open)
}

/// The naming phrase that opens a clause and ends before `end`.
fn behind(tokens: &[Token], speech: &Speech, known: &HashSet<String>, end: usize) -> Option<Name> {
    let begins = |at: usize| {
        at == 0 || tokens.get(at - 1).is_some_and(|it| it.is_any(AND) || !it.is_word() && it.mark() != Some('.'))
    };
    (end.saturating_sub(LONGEST)..end).filter(|it| begins(*it)).find_map(|start| {
        let (name, stop) = ahead(tokens, speech, start).filter(|it| it.1 == end)?;
        let lone = start == 0 && stop == 1 && !tokens.first().is_some_and(|it| sure(it, speech, known));
        (!lone && stop == end).then_some(name)
    })
}

/// A single word that opens a sentence is written large whatever it is.
fn sure(token: &Token, speech: &Speech, known: &HashSet<String>) -> bool {
    known.contains(&token.lower) || token.is_any(speech.heads)
}

/// The letters of an elided article before a word: "l'association".
fn elided(token: &Token) -> usize {
    let Some((before, _)) = token.lower.split_once('\'') else { return 0 };
    let article = matches!(before, "l" | "d" | "dell" | "dall" | "all" | "un" | "sull" | "nell");
    if article { before.chars().count() + 1 } else { 0 }
}

fn is_head(token: &Token, speech: &Speech) -> bool {
    let cut = elided(token);
    token.is_word() && speech.heads.contains(&token.lower.chars().skip(cut).collect::<String>().as_str())
}

fn is_large(token: &Token, speech: &Speech) -> bool {
    token.is_word()
        && token.capital
        && !is_stop(token, speech)
        && !token.is_any(speech.articles)
        && !token.is_any(speech.pronouns)
        && !token.is_any(speech.said)
}

/// The naming phrase that begins at `at`, and where it ends.
fn ahead(tokens: &[Token], speech: &Speech, at: usize) -> Option<(Name, usize)> {
    let article = usize::from(tokens.get(at).is_some_and(|it| it.is_any(speech.articles)));
    let start = past_data(tokens, speech, at + article)?;
    let (mut end, mut large, mut head, mut small_before_name) = (start, false, false, None);
    while end < start + LONGEST {
        let Some(token) = tokens.get(end) else { break };
        let is_large = is_large(token, speech);
        if is_head(token, speech)
            && !(is_large && naming::is_person(tokens.get(end..naming::run(tokens, end)).unwrap_or_default()))
        {
            head = true;
            end += 1;
        } else if is_large {
            let stop = run(tokens, speech, end);
            large = true;
            if naming::is_person(tokens.get(end..stop).unwrap_or_default()) {
                small_before_name = Some(end);
                end = stop;
                break;
            }
            end = stop;
        } else if let Some(past) = link(tokens, speech, end).filter(|_| large || head) {
            end = past;
        } else if head && adjectives(tokens, speech, end) > 0 {
            end += adjectives(tokens, speech, end);
        } else {
            break;
        }
    }
    if let Some(inner) = apposed(tokens, speech, end).filter(|_| small_before_name.is_none() && (head || large)) {
        return Some(inner);
    }
    (large || head).then_some(())?;
    let office = at == 0 && small_before_name == Some(0) && is_office(tokens, speech, end);
    let small_before_name = if office { Some(1) } else { small_before_name };
    let from = small_before_name.filter(|it| !is_linked(tokens, speech, *it, start)).unwrap_or(start);
    let (first, last) = (tokens.get(from)?, tokens.get(end - 1)?);
    Some((Name { start: first.start + elided(first), end: last.end, person: small_before_name.is_some() }, end))
}

/// "Starostka Jana Nováková" at the beginning of a sentence, where an office is written large for that alone.
fn is_office(tokens: &[Token], speech: &Speech, end: usize) -> bool {
    let names = tokens.iter().take(end).filter(|it| it.capital).count();
    names == 3 && tokens.first().is_some_and(|it| is_head(it, speech))
}

/// Past "datos del" and "einem Bericht der": whose they are is what counts, and without an owner they are nobody's.
fn past_data(tokens: &[Token], speech: &Speech, at: usize) -> Option<usize> {
    let data = tokens.get(at).filter(|it| {
        let cut = elided(it);
        it.is_word() && DATA.contains(&it.lower.chars().skip(cut).collect::<String>().as_str())
    });
    if data.is_none() {
        return Some(at);
    }
    let links = |word: &Token| word.is_any(speech.links) || word.is_any(MAKERS) || elided(word) > 0;
    let link = (at + 1..at + 4).find(|it| tokens.get(*it).is_some_and(links));
    match link {
        Some(link) if tokens.get(link).is_some_and(|it| elided(it) > 0) => Some(link),
        Some(link) => Some(link + 1 + usize::from(tokens.get(link + 1).is_some_and(|it| it.is_any(speech.articles)))),
        None => {
            tokens.get(at + 1).filter(|it| GENITIVE.contains(&speech.adjectives) && is_head(it, speech)).map(|_| at + 1)
        }
    }
}

fn is_linked(tokens: &[Token], speech: &Speech, at: usize, start: usize) -> bool {
    let before = |back: usize| at >= start + back && tokens.get(at - back).is_some_and(|it| it.is_any(speech.links));
    before(1) || (before(2) && tokens.get(at - 1).is_some_and(|it| it.is_any(speech.articles)))
}

fn run(tokens: &[Token], speech: &Speech, at: usize) -> usize {
    let end = naming::run(tokens, at).max(at + 1);
    let stop = (at + 1..end).find(|it| {
        tokens.get(*it).is_some_and(|token| token.capital && (is_stop(token, speech) || token.is_any(speech.said)))
    });
    stop.unwrap_or(end)
}

/// Past "de la Salud": a link, its article, and the first word they lead to.
fn link(tokens: &[Token], speech: &Speech, at: usize) -> Option<usize> {
    let token = tokens.get(at)?;
    let fused = elided(token) > 0;
    if fused {
        return Some(at + 1);
    }
    token.is_any(speech.links).then_some(())?;
    let next = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|it| it.is_any(speech.articles)));
    let linked = tokens
        .get(next)
        .filter(|it| it.is_word() && !is_stop(it, speech) && !it.is_any(speech.said) && !it.is_any(speech.helpers))?;
    let joins = token.is_any(&["y", "e", "et", "und", "en", "i", "a", "и", "och", "ja", "dan"]);
    if is_large(linked, speech) {
        return Some(next);
    }
    let head = is_head(linked, speech);
    (!joins || head).then_some(next + 1)
}

/// Words in small letters behind an office, if they lead to a name, a verb or the end of the phrase.
fn adjectives(tokens: &[Token], speech: &Speech, at: usize) -> usize {
    let plain = |it: &&Token| {
        it.is_word()
            && !it.capital
            && !is_stop(it, speech)
            && !it.is_any(speech.said)
            && !it.is_any(speech.helpers)
            && !it.is_any(speech.links)
            && !it.is_any(THAT)
    };
    let length = tokens.iter().skip(at).take(4).take_while(plain).count();
    let next = tokens.get(at + length);
    let leads = next.is_none_or(|it| match it.mark() {
        Some(mark) => mark != '.' || length == 1,
        None if !it.is_word() => true,
        None => {
            it.capital
                || it.is_any(speech.said)
                || it.is_any(speech.helpers)
                || it.is_any(THAT)
                || it.is_any(speech.links)
        }
    });
    if leads && length <= speech.adjectives { length } else { 0 }
}

/// "…, Jana Dorn," behind an office.
fn apposed(tokens: &[Token], speech: &Speech, comma: usize) -> Option<(Name, usize)> {
    tokens.get(comma).filter(|it| it.mark() == Some(','))?;
    let end = run(tokens, speech, comma + 1);
    let words = tokens.get(comma + 1..end).filter(|it| it.len() >= 2 && naming::is_person(it))?;
    let closed = is_mark(tokens, end) || end >= tokens.len();
    closed.then_some((Name { start: words.first()?.start, end: words.last()?.end, person: true }, end))
}
