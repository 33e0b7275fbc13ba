//! Languages without capitals, or with the verb at an end: the speaker's place tells the name.

use super::super::naming::Name;
use super::super::speech::Speech;
use super::super::tokens::{Kind, Token};
use super::super::{Found, How};
use super::{found, is_mark, is_stop, lower, nobody, phrase};

/// Words a name with its office may have.
const LONGEST: usize = 9;

fn name(tokens: &[Token]) -> Option<Name> {
    Some(Name { start: tokens.first()?.start, end: tokens.last()?.end, person: false })
}

/// Where the clause begins that `end` stands in: behind a mark or a quotation.
fn clause(tokens: &[Token], end: usize) -> usize {
    let from = end.saturating_sub(2 * LONGEST);
    (from..end).rev().find(|it| is_mark(tokens, *it)).map_or(from, |it| it + 1)
}

/// The words right before `end` that a name can have.
fn words_before<'a>(tokens: &'a [Token], speech: &Speech, end: usize) -> Option<&'a [Token]> {
    let start = clause(tokens, end);
    let words = tokens.get(start..end)?;
    let from = words.iter().rposition(|it| is_stop(it, speech)).map_or(0, |it| it + 1);
    let words = words.get(from..)?;
    (!words.is_empty() && words.len() <= LONGEST).then_some(words)
}

/// "X ने कहा", "X نے کہا", "X گفت که", and phrases behind or before the name.
pub(super) fn before(tokens: &[Token], speech: &Speech, at: usize) -> Option<Found> {
    let token = tokens.get(at).filter(|it| it.is_word())?;
    if let Some(length) = phrase(tokens, at, speech.according_behind) {
        let last = tokens.get(at + length - 1)?;
        return told(tokens, speech, at, last.end, How::AccordingTo);
    }
    if let Some(length) = phrase(tokens, at, speech.according) {
        return stated(tokens, speech, at, length);
    }
    if matches!(token.lower.as_str(), "کہنا" | "कहना") && matches!(lower(tokens, at.checked_sub(1)?), "کا" | "का")
    {
        return told(tokens, speech, at - 1, token.end, How::Said);
    }
    if token.is_any(speech.markers) {
        let verb = (at + 1..at + 7)
            .find(|it| is_mark(tokens, *it) || tokens.get(*it).is_some_and(|word| word.is_any(speech.said)))?;
        let verb = if is_mark(tokens, verb) {
            (verb + 1..verb + 4).find(|it| tokens.get(*it).is_some_and(|word| word.is_any(speech.said)))?
        } else {
            verb
        };
        return told(tokens, speech, at, tokens.get(verb)?.end, How::Said);
    }
    (speech.markers.is_empty() && token.is_any(speech.said)).then_some(())?;
    persian(tokens, speech, at)
}

fn told(tokens: &[Token], speech: &Speech, end: usize, words: usize, how: How) -> Option<Found> {
    let before = end.checked_sub(1).and_then(|it| tokens.get(it)).filter(|it| it.is_word())?;
    if before.is_any(speech.pronouns) {
        return Some(nobody(before));
    }
    let words_ = owners(words_before(tokens, speech, end)?)?;
    let name = name(words_).filter(|_| !words_.iter().any(|it| it.is_any(speech.pronouns)))?;
    Some(found(name, (name.start, words), how))
}

/// Whose report it is: "وزارت کی رپورٹ" is the ministry's, and a report alone is nobody's.
fn owners(words: &[Token]) -> Option<&[Token]> {
    const DATA: &[&str] = &[
        "रिपोर्ट",
        "रिपोर्टों",
        "आंकड़ों",
        "आँकड़ों",
        "अध्ययन",
        "खबर",
        "खबरों",
        "जानकारी",
        "सूत्रों",
        "बयान",
        "رپورٹ",
        "رپورٹس",
        "رپورٹوں",
        "اعداد",
        "شمار",
        "سروے",
        "اطلاعات",
        "ذرائع",
        "بیان",
        "تحقیق",
        "گزارش",
        "آمار",
    ];
    let last = words.last()?;
    if !last.is_any(DATA) {
        return Some(words);
    }
    let owner = words.iter().rposition(|it| it.is_any(&["की", "के", "का", "کی", "کے", "کا"]))?;
    words.get(..owner).filter(|it| !it.is_empty())
}

/// "به گفته X،": up to the comma.
fn stated(tokens: &[Token], speech: &Speech, at: usize, length: usize) -> Option<Found> {
    let first = at + length;
    let words: Vec<&Token> =
        tokens.iter().skip(first).take(LONGEST).take_while(|it| it.is_word() && !is_stop(it, speech)).collect();
    let end = first + words.len();
    if tokens.get(first)?.is_any(speech.pronouns) {
        return tokens.get(first).map(nobody);
    }
    let closed = is_mark(tokens, end) || end >= tokens.len();
    let name = name(tokens.get(first..end)?).filter(|_| closed)?;
    Some(found(name, (tokens.get(at)?.start, name.end), How::AccordingTo))
}

fn persian(tokens: &[Token], speech: &Speech, at: usize) -> Option<Found> {
    const LIGHT: &[&str] = &[
        "کرد",
        "کرده",
        "کردند",
        "داشت",
        "داشته",
        "داد",
        "داده",
        "دادند",
        "می‌کند",
        "شد",
        "شده",
        "می‌دهد",
        "کرده‌اند",
        "گفت",
    ];
    let said = tokens.get(at)?;
    let verb = matches!(said.lower.as_str(), "گفت" | "گفته" | "می‌گوید" | "می‌گویند" | "گفتند" | "افزود" | "نوشت");
    if !verb && !LIGHT.contains(&lower(tokens, at + 1)) {
        return None;
    }
    let past = (at + 1..at + 5).find(|it| !LIGHT.contains(&lower(tokens, *it)) && lower(tokens, *it) != "است")?;
    let reports = lower(tokens, past) == "که" || is_mark(tokens, past);
    let start = clause(tokens, at);
    let words: &[Token] = tokens.get(start..at)?;
    if words.first().is_some_and(|it| it.is_any(speech.pronouns)) {
        return words.first().map(nobody);
    }
    let length = words.iter().take_while(|it| !is_stop(it, speech)).count();
    let name = name(words.get(..length)?).filter(|_| reports && length <= LONGEST)?;
    Some(found(name, (said.start, said.end), How::Said))
}

/// The verb comes first: "قالت مديرة المكتب إن".
pub(super) fn behind(tokens: &[Token], speech: &Speech, at: usize) -> Option<Found> {
    const THAT: &[&str] = &["إن", "أن", "إنه", "إنها", "أنه", "أنها", "بأن", "أنّ", "إنّ", "فإن"];
    let token = tokens.get(at).filter(|it| it.is_word())?;
    if let Some(length) = phrase(tokens, at, speech.according) {
        return sourced(tokens, speech, at, length);
    }
    let bare = token.lower.strip_prefix(['و', 'ف']).filter(|it| speech.said.contains(it));
    if bare.is_none() && !token.is_any(speech.said) {
        return None;
    }
    let first = at + 1;
    let words: Vec<&Token> =
        tokens.iter().skip(first).take(LONGEST).take_while(|it| it.is_word() && !is_stop(it, speech)).collect();
    let end = first + words.len();
    if words.is_empty() || words.first().is_some_and(|it| it.is_any(speech.pronouns)) {
        let reports = THAT.contains(&lower(tokens, first)) || is_mark(tokens, first);
        return reports.then(|| nobody(token));
    }
    let reports = |from: usize| {
        (from..from + 14).any(|it| {
            THAT.contains(&lower(tokens, it))
                || tokens.get(it).is_some_and(|word| matches!(word.kind, Kind::Mark(':') | Kind::Quote))
        })
    };
    let quoted =
        at.checked_sub(1).is_some_and(|it| is_mark(tokens, it)) && (is_mark(tokens, end) || end >= tokens.len());
    if !reports(end) && !quoted {
        return None;
    }
    let name = apposed(tokens, speech, first, end).or_else(|| name(tokens.get(first..end)?))?;
    Some(found(name, (token.start, token.end), How::Said))
}

/// "مديرة المكتب، السيدة سلمى الدوّار،": the name behind the office.
fn apposed(tokens: &[Token], speech: &Speech, first: usize, comma: usize) -> Option<Name> {
    let office = tokens.get(first).is_some_and(|it| it.is_any(speech.heads));
    tokens.get(comma).filter(|it| office && matches!(it.mark(), Some('،' | ',')))?;
    let polite = usize::from(matches!(lower(tokens, comma + 1), "السيد" | "السيدة" | "الدكتور" | "الدكتورة"));
    let start = comma + 1 + polite;
    let length = tokens.iter().skip(start).take(5).take_while(|it| it.is_word() && !is_stop(it, speech)).count();
    let words = tokens.get(start..start + length).filter(|it| (2..=4).contains(&it.len()))?;
    let role = words
        .first()
        .is_some_and(|it| it.is_any(speech.heads) || it.lower.starts_with("ال") || it.lower.starts_with("وه"));
    name(words).filter(|_| !role && is_mark(tokens, start + length))
}

/// "وفقًا لوزارة الصحة،": without the letter that joins it.
fn sourced(tokens: &[Token], speech: &Speech, at: usize, length: usize) -> Option<Found> {
    let first = at + length;
    let words: Vec<&Token> =
        tokens.iter().skip(first).take(LONGEST).take_while(|it| it.is_word() && !is_stop(it, speech)).collect();
    let end = first + words.len();
    let token = words.first()?;
    if token.is_any(speech.pronouns) {
        return Some(nobody(token));
    }
    let closed = is_mark(tokens, end) || end >= tokens.len();
    let joined = matches!(lower(tokens, at), "وفقا" | "وفقًا" | "طبقا" | "طبقًا");
    let cut = match token.lower.as_str() {
        it if joined && it.starts_with("لل") => 2,
        it if joined && it.starts_with('ل') => 1,
        _ => 0,
    };
    let name = name(tokens.get(first..end)?).map(|it| Name { start: it.start + cut, ..it }).filter(|_| closed)?;
    Some(found(name, (tokens.get(at)?.start, name.end), How::AccordingTo))
}

/// Turkish and Korean: the speaker opens the sentence and the verb ends it.
pub(super) fn around(tokens: &[Token], speech: &Speech, language: &str, at: usize) -> Option<Found> {
    let token = tokens.get(at).filter(|it| it.is_word())?;
    if token.is_any(speech.according_behind) {
        return match language {
            "ko" => korean_source(tokens, speech, at),
            _ => turkish_source(tokens, speech, at),
        };
    }
    if !token.is_any(speech.said) {
        return None;
    }
    let last = tokens.iter().skip(at + 1).all(|it| !it.is_word());
    match language {
        "ko" if last => korean(tokens, speech, at),
        "ko" => None,
        _ if last => turkish(tokens, speech, at),
        _ => turkish_behind(tokens, speech, at),
    }
}

fn is_large(token: &Token, speech: &Speech) -> bool {
    token.is_word() && !is_stop(token, speech) && (token.capital || token.is_any(speech.heads))
}

fn turkish_source(tokens: &[Token], speech: &Speech, at: usize) -> Option<Found> {
    let before = at.checked_sub(1).and_then(|it| tokens.get(it)).filter(|it| it.is_word())?;
    if before.is_any(speech.pronouns) {
        return Some(nobody(before));
    }
    let large = tokens.get(at.saturating_sub(LONGEST)..at)?.iter().rev().take_while(|it| is_large(it, speech)).count();
    let words = tokens.get(at - large..at)?;
    let name = name(words)?;
    let cut = before.lower.split_once('\'').map_or(0, |it| it.1.chars().count() + 1);
    let name = Name { end: name.end - cut, ..name };
    Some(found(name, (name.start, tokens.get(at)?.end), How::AccordingTo))
}

fn turkish(tokens: &[Token], speech: &Speech, at: usize) -> Option<Found> {
    let first = tokens.first()?;
    if first.is_any(speech.pronouns) {
        return Some(nobody(first));
    }
    let length = tokens.iter().take(LONGEST).take_while(|it| is_large(it, speech)).count();
    let words = tokens.get(..length)?;
    let parted = is_mark(tokens, length);
    let offices = words.iter().filter(|it| it.is_any(speech.heads)).count();
    let clear = parted || (offices > 0 && length <= 5) || length == 2;
    let whole = words.iter().all(|it| !it.lower.contains('\''));
    let name = name(words).filter(|_| clear && whole && length < at && (length > 1 || offices > 0 || parted))?;
    let said = tokens.get(at)?;
    Some(found(name, (said.start, said.end), How::Said))
}

/// `"…" dedi Ayşe Demir.`
fn turkish_behind(tokens: &[Token], speech: &Speech, at: usize) -> Option<Found> {
    at.checked_sub(1).filter(|it| is_mark(tokens, *it))?;
    let length = tokens.iter().skip(at + 1).take(LONGEST).take_while(|it| is_large(it, speech)).count();
    let name = name(tokens.get(at + 1..at + 1 + length)?)?;
    let said = tokens.get(at)?;
    Some(found(name, (said.start, said.end), How::Said))
}

fn korean_source(tokens: &[Token], speech: &Speech, at: usize) -> Option<Found> {
    let before = at
        .checked_sub(1)
        .and_then(|it| tokens.get(it))
        .filter(|it| it.lower.ends_with('에') && it.end - it.start > 1)?;
    let words = words_before(tokens, speech, at)?;
    let name = name(words).filter(|_| words.len() <= 5)?;
    let pronoun = matches!(before.lower.as_str(), "이에" | "그에" | "보도에" | "소식에" | "자료에" | "조사에");
    if pronoun && words.len() == 1 {
        return Some(nobody(before));
    }
    let name = Name { end: name.end - 1, ..name };
    Some(found(name, (name.start, tokens.get(at)?.end), How::AccordingTo))
}

fn korean(tokens: &[Token], speech: &Speech, at: usize) -> Option<Found> {
    let subject = tokens.iter().take(6).position(|it| {
        it.is_word() && ["은", "는", "이", "가"].iter().any(|end| it.lower.ends_with(end)) && it.end - it.start > 1
    })?;
    let last = tokens.get(subject)?;
    if last.is_any(speech.pronouns) {
        return Some(nobody(last));
    }
    let all = tokens.get(..=subject)?;
    let from = all.iter().rposition(|it| !it.is_word() || is_stop(it, speech)).map_or(0, |it| it + 1);
    let words = all.get(from..)?;
    let stem: String = last.lower.chars().take((last.end - last.start).saturating_sub(1)).collect();
    let office = speech.heads.iter().any(|it| stem.ends_with(it));
    let quoted = tokens.get(subject + 1).is_some_and(|it| it.kind == Kind::Quote);
    let reports = (subject + 1..at).any(|it| lower(tokens, it).ends_with('고')) || quoted;
    let name = name(words).filter(|_| reports && (office || quoted))?;
    let name = Name { end: name.end - 1, ..name };
    let said = tokens.get(at)?;
    Some(found(name, (said.start, said.end), How::Said))
}
