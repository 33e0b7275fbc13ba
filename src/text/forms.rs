//! What a sentence is in its text: prose, or a headline, a byline, a list item, a caption, a turn of speech.

mod markers;
#[rustfmt::skip]
mod tables;
mod turns;

use super::sentences::Sentence;
pub(in crate::text) use markers::label;
pub use markers::prefix;
pub use turns::Speaker;

/// A headline or a byline is not longer.
const LONGEST_LINE: usize = 160;
/// Sentences from the top among which bylines and dates of publication stand.
const TOP: usize = 8;

/// What a sentence is in its text, since a headline or a caption is judged otherwise than a claim in prose.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Prose,
    Headline,
    Byline,
    ListItem,
    Caption,
    Turn,
}

impl Form {
    /// The name in output and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Prose => "prose",
            Self::Headline => "headline",
            Self::Byline => "byline",
            Self::ListItem => "list-item",
            Self::Caption => "caption",
            Self::Turn => "turn",
        }
    }
}

/// The form of every sentence, for the reasons shown beside it and for what may become a claim.
pub fn forms(text: &str, sentences: &[Sentence]) -> Vec<Form> {
    let chars: Vec<char> = text.chars().collect();
    let lines = lines(&chars, sentences);
    let turns = turns::turns(&lines);
    let mut found = Vec::with_capacity(lines.len());
    let mut last = Form::Prose;
    for (number, line) in lines.iter().enumerate() {
        let form = if turns.get(number).is_some_and(|it| it.within) {
            Form::Turn
        } else if line.opens {
            opening(&lines, number)
        } else if matches!(last, Form::ListItem | Form::Caption | Form::Byline) {
            last
        } else {
            Form::Prose
        };
        found.push(form);
        last = form;
    }
    headlines(&lines, &mut found);
    found
}

/// Who is speaking in each sentence of a transcript, as the transcript names them.
pub fn speakers(text: &str, sentences: &[Sentence]) -> Vec<Option<Speaker>> {
    let chars: Vec<char> = text.chars().collect();
    turns::turns(&lines(&chars, sentences)).into_iter().map(|it| it.speaker).collect()
}

/// Whether a word before a colon names no speaker: "Note: …".
pub(in crate::text) fn is_no_speaker(word: &str) -> bool {
    tables::NO_SPEAKERS.contains(&word) || tables::CAPTIONS.contains(&word)
}

/// A sentence and whether it begins and ends a line of its own.
struct Line<'a> {
    chars: &'a [char],
    start: usize,
    paragraph: usize,
    opens: bool,
    ends: bool,
}

impl Line<'_> {
    fn head(&self, length: usize) -> String {
        self.chars.iter().take(length).collect()
    }

    fn is_short(&self) -> bool {
        self.chars.len() <= LONGEST_LINE
    }

    fn last(&self) -> char {
        self.chars.iter().rev().copied().find(|it| !is_closer(*it)).unwrap_or(' ')
    }

    fn is_ended(&self) -> bool {
        matches!(
            self.last(),
            '.' | '!' | '?' | '…' | '。' | '！' | '？' | '؟' | '۔' | '।' | '॥' | ';' | ':' | '；' | '：' | ','
        )
    }
}

fn is_closer(c: char) -> bool {
    matches!(c, '"' | '”' | '’' | '\'' | ')' | ']' | '»' | '“' | '」' | '』' | '）')
}

fn lines<'a>(chars: &'a [char], sentences: &[Sentence]) -> Vec<Line<'a>> {
    let gap = |from: usize, to: usize| chars.get(from..to).unwrap_or_default().contains(&'\n');
    let mut found: Vec<Line> = Vec::with_capacity(sentences.len());
    let mut before = None;
    for sentence in sentences {
        let opens = before.is_none_or(|end| gap(end, sentence.start));
        if let Some(last) = found.last_mut() {
            last.ends = opens;
        }
        found.push(Line {
            chars: chars.get(sentence.start..sentence.end).unwrap_or_default(),
            start: sentence.start,
            paragraph: sentence.paragraph,
            opens,
            ends: true,
        });
        before = Some(sentence.end);
    }
    found
}

/// The form of a sentence that begins a line, headlines apart.
fn opening(lines: &[Line], number: usize) -> Form {
    let Some(line) = lines.get(number) else { return Form::Prose };
    let head = line.head(LONGEST_LINE);
    if markers::list(&head).is_some() {
        return Form::ListItem;
    }
    if is_caption(line, &head) {
        return Form::Caption;
    }
    if turns::is_cue(line.chars) || lines.get(number + 1).is_some_and(|next| turns::is_counter(line, next)) {
        return Form::Byline;
    }
    let near = number < TOP || number + 3 >= lines.len();
    if near && line.is_short() && is_byline(line, &head) {
        return Form::Byline;
    }
    Form::Prose
}

fn is_caption(line: &Line, head: &str) -> bool {
    let inner = head.trim_start_matches(['(', '[', '（', '*', '_', ' ']);
    let Some(rest) = tables::CAPTIONS.iter().find_map(|word| after_word(inner, word)) else {
        return is_credit(line, head);
    };
    let bracketed = head.starts_with(['(', '[', '（']);
    let rest = rest.trim_start();
    let number = rest.trim_start_matches(|it: char| it.is_numeric() || matches!(it, '.' | '-'));
    let numbered = number.len() < rest.len();
    let marked = number.trim_start().starts_with([':', '：', '|', '–', '—', '/', '／', '©']);
    marked || (numbered && number.is_empty()) || (bracketed && line.is_short()) || (line.is_short() && is_by(rest))
}

fn is_by(rest: &str) -> bool {
    ["by ", "von ", "de ", "di ", "par ", "por ", "courtesy ", "credit"].iter().any(|it| rest.starts_with(it))
}

/// "… / Reuters", "© Jane Doe": the name of an agency closes the line.
fn is_credit(line: &Line, head: &str) -> bool {
    let end = head.trim_end_matches(|it: char| is_closer(it) || it == '.');
    let agency = tables::AGENCIES.iter().any(|agency| {
        end.strip_suffix(agency)
            .is_some_and(|rest| rest.trim_end().ends_with(['/', '|', '©']) || rest.ends_with("via "))
    });
    line.is_short() && line.ends && (agency || head.starts_with('©'))
}

/// What follows `word` where it begins the text as a word of its own, in any case.
fn after_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut rest = text.chars();
    for expected in word.chars() {
        if !rest.next()?.to_lowercase().eq(expected.to_lowercase()) {
            return None;
        }
    }
    let rest = rest.as_str();
    let wide = word.chars().last().is_some_and(|it| u32::from(it) >= 0x2E80);
    (wide || !rest.starts_with(char::is_alphanumeric)).then_some(rest)
}

fn is_byline(line: &Line, head: &str) -> bool {
    let inner = head.trim_start_matches(['(', '[', '*', '_', ' ', '—', '–', '-']);
    let digits = inner.chars().any(char::is_numeric);
    let published = tables::PUBLISHED.iter().any(|word| after_word(inner, word).is_some());
    if published && digits && inner.chars().count() <= 100 {
        return true;
    }
    if !line.ends && line.last() != '.' {
        return false;
    }
    if line.is_ended() {
        return false;
    }
    let wide = |rest: &&str| {
        !inner.starts_with(super::attribution::tables::is_wide)
            || rest.starts_with([':', '：', '/', '／', ' ', '=', '＝'])
    };
    let by = tables::BY.iter().find_map(|word| after_word(inner, word).filter(wide));
    by.is_some_and(names_people) || is_written(inner) || is_role(inner) || is_date(inner)
}

/// Only names follow: short, and nothing in small letters but particles and roles.
fn names_people(rest: &str) -> bool {
    let rest = rest.trim_start_matches([':', '：', ' ', '/', '／', '|', '-']);
    let words: Vec<&str> = rest.split_whitespace().collect();
    let cased = rest.chars().any(|it| it.is_lowercase() || it.is_uppercase());
    let small = |word: &&str| word.starts_with(char::is_lowercase) && !tables::PARTICLES.contains(word);
    let named = words.first().is_some_and(|it| !cased || it.starts_with(char::is_uppercase));
    let plain = !words.first().is_some_and(|it| tables::TIMES.contains(&it.to_lowercase().trim_end_matches(',')));
    let stray = words.iter().filter(|word| small(word)).count();
    named
        && plain
        && words.len() <= 14
        && rest.chars().count() <= 90
        && (stray == 0 || rest.contains(',') && stray <= 4)
}

/// "文/王芳", "본지 기자 김철수": the word for a writer without a space.
fn is_written(line: &str) -> bool {
    line.chars().count() <= 24 && tables::WRITERS.iter().any(|word| line.starts_with(word) || line.ends_with(word))
}

/// "Jane Doe, Staff reporter", "Jane Doe | Brackwater Echo".
fn is_role(line: &str) -> bool {
    let words: Vec<&str> = line.split_whitespace().collect();
    let name = line.split([',', '|']).next().unwrap_or_default();
    let names = name.split_whitespace().all(|it| it.starts_with(char::is_uppercase) || tables::PARTICLES.contains(&it));
    let lower = line.to_lowercase();
    let role = tables::ROLES.iter().any(|role| lower.split(|it: char| !it.is_alphabetic()).any(|word| word == *role));
    let apart = name.len() < line.len() && name.split_whitespace().count() >= 2;
    words.len() <= 10 && apart && names && role
}

/// A date, with its hour, and nothing else.
fn is_date(line: &str) -> bool {
    let words: Vec<&str> = line
        .split(|it: char| it.is_whitespace() || matches!(it, ',' | '|' | '·' | '(' | ')'))
        .filter(|it| !it.is_empty())
        .collect();
    let year = words.iter().any(|word| {
        let digits: Vec<char> = word.chars().filter(|it| it.is_numeric()).collect();
        digits.len() >= 4
    });
    let known = |word: &&str| {
        let lower = word.to_lowercase();
        let lower = lower.trim_end_matches('.');
        word.chars().any(char::is_numeric) || tables::DATE_WORDS.contains(&lower)
    };
    year && words.len() <= 8 && words.iter().all(known) && words.len() > usize::from(!line.contains(['-', '/', '年']))
}

fn headlines(lines: &[Line], forms: &mut [Form]) {
    let mut follows = false;
    for number in (0..lines.len()).rev() {
        let Some(line) = lines.get(number) else { continue };
        let Some(form) = forms.get_mut(number) else { continue };
        if *form == Form::Prose && is_headline(line, number, follows) {
            *form = Form::Headline;
        }
        follows = match *form {
            Form::Prose => line.is_ended() || line.chars.len() > LONGEST_LINE || !line.opens,
            Form::ListItem => true,
            Form::Turn => number < TOP,
            Form::Headline | Form::Byline | Form::Caption => follows,
        };
    }
}

/// A short line without an end, before what it is the headline of.
fn is_headline(line: &Line, number: usize, follows: bool) -> bool {
    let (first, last) = (line.chars.first().copied().unwrap_or(' '), line.last());
    if !line.opens || !line.ends || !line.is_short() || line.chars.contains(&'\t') || !follows {
        return false;
    }
    if first == '#' {
        return true;
    }
    let wide = line.chars.iter().filter(|it| super::attribution::tables::is_wide(**it)).count();
    let words = line.head(LONGEST_LINE).split_whitespace().count() + wide / 3;
    let question = number < 2 && matches!(last, '?' | '？' | '؟');
    let figures = line.head(LONGEST_LINE).split_whitespace().filter(|it| it.starts_with(char::is_numeric)).count();
    let open = (!line.is_ended() || question) && figures < 4 && !matches!(first, '—' | '–' | '@');
    open && !first.is_lowercase() && (1..=20).contains(&words) && line.chars.iter().any(|it| it.is_alphabetic())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::sentences::sentences;

    fn found(text: &str) -> Vec<&'static str> {
        let sentences = sentences(text, Some("en"));
        forms(text, &sentences).into_iter().map(Form::as_str).collect()
    }

    #[test]
    fn the_head_of_an_article() {
        let text = "Council votes for a second storm tank\n\nBy Jane Doe, Staff reporter\n\nPublished 3 May 2026, 10:15\n\n\
            BRACKWATER, 3 May. The council has voted. It took five hours.\n\nPhoto: Rope Walk in May / Reuters\n\n\
            What comes next\n\nThe builders come in June.";
        assert_eq!(
            found(text),
            ["headline", "byline", "byline", "prose", "prose", "prose", "caption", "headline", "prose"]
        );
    }

    #[test]
    fn lines_of_a_list() {
        let text = "Four things were decided:\n\n- a bus lane;\n- two journeys. They cost €94,000.\n\n1. one\n2. two\n\nSo it is.";
        let expected = ["prose", "list-item", "list-item", "list-item", "list-item", "list-item", "prose"];
        assert_eq!(found(text), expected);
        assert_eq!(found("١. القراءة\n٢. الكتابة"), ["list-item", "list-item"]);
        assert_eq!(found("一、修路\n二、修桥"), ["list-item", "list-item"]);
        assert_eq!(found("(a) the mill\n(b) the weir"), ["list-item", "list-item"]);
    }

    #[test]
    fn bylines_and_captions_in_other_languages() {
        for line in
            ["Von Jana Dorn", "Por María Pérez", "بقلم سلمى الدوّار", "文/王芳", "3 May 2026", "Автор: Иван Петров"]
        {
            let text = format!("{line}\n\nIt rained for a week.");
            assert_eq!(found(&text), ["byline", "prose"], "{line}");
        }
        for line in
            ["Foto: Jana Dorn", "(Photo by Jane Doe)", "Figure 3: Landings since 2016.", "تصویر: سلمیٰ", "写真：田中"]
        {
            let text = format!("It rained.\n\n{line}\n\nIt rained for a week.");
            assert_eq!(found(&text), ["prose", "caption", "prose"], "{line}");
        }
    }

    #[test]
    fn prose_stays_prose() {
        for text in [
            "By Monday the river had risen.\n\nIt fell again.",
            "The photo shows a bridge.\n\nFigures rose.",
            "Our pipes leak",
            "We are winning\nWe will win",
            "Source of the river is a lake.\n\nIt is deep.",
        ] {
            assert!(found(text).iter().all(|it| *it == "prose"), "{text}: {:?}", found(text));
        }
    }

    #[test]
    fn a_transcript_names_its_speakers() {
        let text = "[00:12:31] JANE DOE: We built it. It holds.\n[00:12:40] ROE: It leaks.\n[00:12:44] It leaks a lot.";
        let sentences = sentences(text, Some("en"));
        assert!(forms(text, &sentences).iter().all(|it| *it == Form::Turn));
        let names: Vec<String> = speakers(text, &sentences).into_iter().flatten().map(|it| it.name).collect();
        assert_eq!(names, ["JANE DOE", "JANE DOE", "ROE", "ROE"]);
    }

    #[test]
    fn a_label_inside_a_line_begins_another_turn() {
        let cases: [(&str, &[Option<&str>]); 4] = [
            (
                "[00:05] Ann Poe: It rose. [00:09] Host: Did it? [00:12] It did.",
                &[Some("Ann Poe"), Some("Host"), Some("Host")],
            ),
            (">> POE: It rose. >> Did it? >> HOST: It fell.", &[Some("POE"), None, Some("HOST")]),
            ("POE: It rose. John Ray: It fell. So.\nHOST: How?", &[Some("POE"), None, None, Some("HOST")]),
            (
                "1\n00:00:05,000 --> 00:00:07,000\nPOE: It rose.\n00:00:07,000 --> 00:00:09,000\nROE: It fell.",
                &[None, None, Some("POE"), None, Some("ROE")],
            ),
        ];
        for (text, expected) in cases {
            let found = speakers(text, &sentences(text, Some("en")));
            let names: Vec<Option<&str>> = found.iter().map(|it| it.as_ref().map(|it| it.name.as_str())).collect();
            assert_eq!(names, expected, "{text}");
        }
        assert_eq!(
            found("It rose.\n\n1\n00:00:05.000 --> 00:00:07.000\n\nIt fell."),
            ["prose", "byline", "byline", "prose"]
        );
    }

    #[test]
    fn labels_must_recur() {
        let talk = "Jane Doe: We built it.\n\nJohn Roe: It leaks.\n\nJane Doe: It does not. I looked.";
        assert_eq!(found(talk), ["turn", "turn", "turn", "turn"]);
        assert_eq!(found("Note: It leaks.\n\nThe bridge is old."), ["prose", "prose"]);
    }
}
