//! Chinese and Japanese: words are not divided, so that marks and particles tell the name.

use super::super::naming::Name;
use super::super::speech::Speech;
use super::super::tokens::{Kind, Token};
use super::super::{Found, How, Who};
use super::{found, is_mark};

/// Characters a name with its office may have.
const LONGEST: usize = 24;

pub(super) fn find(chars: &[char], tokens: &[Token], speech: &Speech, language: &str, at: usize) -> Option<Found> {
    let token = tokens.get(at).filter(|it| it.is_word() && it.end - it.start <= 80)?;
    match language {
        "ja" => japanese(chars, tokens, speech, at, token),
        _ => chinese(tokens, speech, at, token),
    }
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// The name of `words`, which begin at code point `start`; nobody's if it is a pronoun, nothing if it is no name.
fn named(words: &str, start: usize, speech: &Speech, verb: (usize, usize), how: How) -> Option<Found> {
    if speech.pronouns.iter().any(|it| words.starts_with(it)) {
        return Some(Found { who: Who::Unknown, words: verb, how });
    }
    let count = length(words);
    let clean = !words.chars().any(char::is_numeric);
    let name = Name { start, end: start + count, person: false };
    (clean && (2..=LONGEST).contains(&count)).then(|| found(name, verb, how))
}

fn chinese(tokens: &[Token], speech: &Speech, at: usize, token: &Token) -> Option<Found> {
    let run = token.lower.as_str();
    let all = (token.start, token.end);
    if let Some(rest) = speech.according.iter().find_map(|it| run.strip_prefix(it)) {
        let start = token.end - length(rest);
        let behind = speech.according_behind.iter().filter_map(|it| rest.strip_suffix(it)).min_by_key(|it| it.len())?;
        return named(behind, start, speech, all, How::AccordingTo).filter(|it| matches!(it.who, Who::Name(_)));
    }
    let told = run
        .split_once("告诉")
        .or_else(|| run.split_once("告訴"))
        .filter(|it| ["记者", "媒体", "本报", "記者"].iter().any(|whom| it.1.starts_with(whom)));
    let run = run.trim_end_matches(['道', '了']);
    let before = told
        .map(|it| it.0)
        .or_else(|| speech.said.iter().filter_map(|it| run.strip_suffix(it)).min_by_key(|it| it.len()))?;
    let next = tokens.get(at + 1);
    let announces = next.is_some_and(|it| matches!(it.kind, Kind::Mark('，' | ',' | '：' | ':') | Kind::Quote));
    let behind = at > 0 && is_mark(tokens, at - 1) && next.is_none_or(|it| it.mark() == Some('。'));
    let cut =
        speech.stops.iter().filter_map(|it| before.find(it).filter(|found| *found > 0)).min().unwrap_or(before.len());
    let name = before.get(..cut).filter(|_| announces || behind)?;
    named(name, token.start, speech, all, How::Said)
}

fn japanese(chars: &[char], tokens: &[Token], speech: &Speech, at: usize, token: &Token) -> Option<Found> {
    let run = token.lower.as_str();
    let all = (token.start, token.end);
    if let Some((name, behind)) =
        speech.according_behind.iter().find_map(|it| run.split_once(it).map(|found| (found.0, *it)))
    {
        let words = (token.start, token.start + length(name) + length(behind));
        return named(name, token.start, speech, words, How::AccordingTo);
    }
    let said = speech.said.iter().find(|it| run.contains(**it))?;
    let (first, particle) = tokens.iter().take(at + 1).take(3).find_map(|it| {
        let words = chars.get(it.start..it.end).filter(|_| it.is_word())?;
        let found = words.iter().position(|c| matches!(c, 'は' | 'が'))?;
        Some((it, found))
    })?;
    let name: String = chars.get(first.start..first.start + particle)?.iter().collect();
    let office = speech.heads.iter().any(|it| name.ends_with(it));
    let next = tokens.iter().find(|it| it.start > first.start + particle);
    let quoted = next.is_some_and(|it| it.kind == Kind::Quote) || tokens.iter().any(|it| it.kind == Kind::Quote);
    let _ = said;
    (office || quoted).then(|| named(&name, first.start, speech, all, How::Said)).flatten()
}
