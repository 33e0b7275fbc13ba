//! The statement as it is checked: standing alone, on one line, or saying why it cannot.

#[rustfmt::skip]
mod tables;

use super::attribution::people::{Gender, People};
use super::attribution::tokens::{self, Token};
use super::attribution::{self, Attribution};
use super::forms::{self, Form};
use super::quotations::{self, Quoted};
use super::sentences::Sentence;
use tables::Words;

/// A sentence as the prefilled statement of a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Standing {
    pub text: String,
    pub needs_context: bool,
    /// Why a reader needs more: "pronoun", "this-that", "there-then", "today", "quoted-i", "first-person", "the-same".
    pub because: Vec<&'static str>,
}

/// What is known of a text's sentences, one entry a sentence in each.
#[derive(Debug, Clone, Copy)]
pub struct Context<'a> {
    pub sentences: &'a [Sentence],
    pub forms: &'a [Form],
    pub quoted: &'a [Quoted],
    pub attributions: &'a [Option<Attribution>],
}

/// Every sentence as a statement, in one pass over the text.
pub fn statements(text: &str, context: Context, langs: &[Option<&str>]) -> Vec<Standing> {
    let chars: Vec<char> = text.chars().collect();
    let mut people = People::default();
    (0..context.sentences.len())
        .filter_map(|index| {
            let lang = langs.get(index).or(langs.last()).copied().flatten();
            standing(&chars, &mut people, context, index, lang)
        })
        .collect()
}

/// One sentence as a statement; for all of a text use [`statements`].
pub fn statement(text: &str, context: Context, index: usize, lang: Option<&str>) -> Option<Standing> {
    const BACK: usize = 10;
    let first = index.saturating_sub(BACK);
    let chars: Vec<char> = text.chars().collect();
    let mut people = People::default();
    (first..=index).map(|it| standing(&chars, &mut people, context, it, lang)).last().flatten()
}

fn standing(
    chars: &[char],
    people: &mut People,
    context: Context,
    index: usize,
    lang: Option<&str>,
) -> Option<Standing> {
    let sentence = context.sentences.get(index)?;
    let form = context.forms.get(index).copied().unwrap_or(Form::Prose);
    let none = Quoted::default();
    let quoted = context.quoted.get(index).unwrap_or(&none);
    let all = chars.get(sentence.start..sentence.end)?;
    let language = attribution::language(lang, all);
    let words = tables::words(language);
    let apart = tokens::tokens(all, sentence.start, &quoted.spans);
    people.read(chars, if words.names { &apart } else { &[] }, sentence.paragraph);
    let (start, end) = inner(chars, *sentence, form, quoted);
    let said = chars.get(start..end)?;
    let tokens = tokens::tokens(said, start, &[]);
    let voiced = quoted.whole || form == Form::Turn;
    let mut because = needs(&tokens, words, voiced);
    let mut text = one_line(said);
    if let Some(name) = subject(people, &tokens, words, voiced) {
        let pronoun = tokens.first()?;
        let rest = chars.get(pronoun.end..end)?;
        text = one_line(&name.chars().chain(rest.iter().copied()).collect::<Vec<_>>());
        because.retain(|it| *it != "pronoun");
    }
    let text = paired(text, (start, end), chars, quoted);
    Some(Standing { text, needs_context: !because.is_empty(), because })
}

/// The words of the statement: without marker, label, and quotation marks around it.
fn inner(chars: &[char], sentence: Sentence, form: Form, quoted: &Quoted) -> (usize, usize) {
    let head: String = chars.iter().skip(sentence.start).take((sentence.end - sentence.start).min(200)).collect();
    let start = sentence.start + forms::prefix(&head, form);
    match (quoted.whole, quoted.spans.as_slice()) {
        (true, [(from, to)]) => unquoted(chars, (*from).max(start), *to),
        _ => (start.min(sentence.end), sentence.end),
    }
}

/// Without the marks around all of it, and without what belongs to no pair; pairs inside stay.
fn unquoted(chars: &[char], mut start: usize, mut end: usize) -> (usize, usize) {
    const DEEPEST: usize = 8;
    for _ in 0..DEEPEST {
        let words = chars.get(start..end).unwrap_or_default();
        start += words.iter().take_while(|it| it.is_whitespace() || **it == '>').count();
        let words = chars.get(start..end).unwrap_or_default();
        end -= words.iter().rev().take_while(|it| it.is_whitespace() || matches!(it, ',' | '，' | '،')).count();
        let words = chars.get(start..end).unwrap_or_default();
        let pairs = quotations::alone(words).0;
        let around = pairs.first() == Some(&(0, words.len()));
        let opens = words.first().is_some_and(|it| is_mark(*it)) && pairs.first().is_none_or(|it| it.0 > 0);
        let closes = words.last().is_some_and(|it| is_mark(*it)) && pairs.last().is_none_or(|it| it.1 < words.len());
        if !(around || opens || closes) || words.len() < 2 {
            break;
        }
        start += usize::from(around || opens);
        end -= usize::from(around || closes);
    }
    (start.min(end), end)
}

/// With both marks of a quotation that begins or ends in another sentence.
fn paired(text: String, (start, end): (usize, usize), chars: &[char], quoted: &Quoted) -> String {
    let marked = |at: usize| chars.get(at).is_some_and(|it| is_mark(*it) || *it == '>');
    let goes_on = quoted.spans.first().filter(|it| it.0 == start && it.1 < end && !marked(start));
    let begun = goes_on.and_then(|it| chars.get(it.1.checked_sub(1)?)).and_then(|it| quotations::opener(*it));
    let mut words: Vec<char> = begun.into_iter().chain(text.chars()).collect();
    let (pairs, open) = quotations::alone(&words);
    let stray = words.last().is_some_and(|it| is_mark(*it)) && pairs.last().is_none_or(|it| it.1 < words.len());
    if stray && open.is_empty() && words.iter().rev().nth(1).is_some_and(|it| matches!(it, '.' | '!' | '?' | '…')) {
        words.pop();
    }
    words.extend(open.iter().rev().filter_map(|it| quotations::closer(*it)));
    let apostrophe = |it: &&[char]| matches!(it, ['‘', next] if next.is_alphabetic());
    let single = words.windows(2).filter(apostrophe).count();
    words.extend((single > words.iter().filter(|it| **it == '’').count()).then_some('’'));
    words.into_iter().collect()
}

fn is_mark(c: char) -> bool {
    matches!(
        c,
        '"' | '“'
            | '”'
            | '„'
            | '‟'
            | '«'
            | '»'
            | '‹'
            | '›'
            | '「'
            | '」'
            | '『'
            | '』'
            | '‘'
            | '’'
            | '\''
            | '‚'
            | '＂'
    )
}

fn one_line(words: &[char]) -> String {
    const BYTE_ORDER_MARK: char = '\u{FEFF}';
    let text: String = words.iter().filter(|it| **it != BYTE_ORDER_MARK).collect();
    let mut line = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// The name for a leading pronoun, if only one person can be meant.
fn subject(people: &People, tokens: &[Token], words: &Words, voiced: bool) -> Option<String> {
    let first = tokens.first().filter(|_| !voiced)?;
    let gender = if first.is_any(words.he) {
        Gender::He
    } else if first.is_any(words.she) {
        Gender::She
    } else {
        return None;
    };
    let full = tokens.get(1).is_some_and(Token::is_word);
    people.meant(gender, first.start).filter(|_| full).map(|it| it.name)
}

fn needs(tokens: &[Token], words: &Words, voiced: bool) -> Vec<&'static str> {
    let opening = usize::from(tokens.first().is_some_and(|it| it.is_any(words.openers)));
    let first = tokens.get(opening);
    let begins = |it: &Token, list: &[&str]| words.wide && list.iter().any(|word| it.lower.starts_with(word));
    let holds = |it: &Token, list: &[&str]| words.wide && list.iter().any(|word| it.lower.contains(word));
    let leads = |list: &[&str]| first.is_some_and(|it| it.is_any(list) || begins(it, list));
    let anywhere = |list: &[&str]| tokens.iter().any(|it| it.is_any(list) || holds(it, list));
    let paired = |pairs: &[(&str, &str)]| {
        tokens
            .windows(2)
            .any(|it| matches!(it, [one, other] if pairs.iter().any(|pair| one.is(pair.0) && other.is(pair.1))))
    };
    let exists =
        first.is_some_and(|it| it.is("there")) && tokens.get(opening + 1).is_some_and(|it| it.is_any(tables::EXISTS));
    let mut because = Vec::new();
    let mut add = |slug: &'static str, holds: bool| {
        if holds {
            because.push(slug);
        }
    };
    let empty = first.is_some_and(|it| it.is("it"))
        && tokens.get(opening + 1).is_some_and(|it| it.is_any(&["is", "was"]))
        && tokens.get(opening + 2).is_some_and(|it| it.is_any(tables::EMPTY));
    add("pronoun", (leads(words.he) || leads(words.she) || leads(words.pronouns)) && !empty);
    add("this-that", leads(words.this));
    add("there-then", (leads(words.there) && !exists) || anywhere(words.here));
    add("the-same", paired(words.same));
    add("today", anywhere(words.today) || paired(words.last_year));
    let speaks = tokens.iter().any(|it| !it.is_acronym() && (it.is_any(words.i) || holds(it, words.i)))
        || (words.names && tokens.iter().any(|it| it.is("i") && it.capital && it.end - it.start == 1));
    add(if voiced { "quoted-i" } else { "first-person" }, speaks);
    because
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{attribution::attributions, forms::forms, quotations::quoted, sentences::sentences};

    fn found(text: &str, lang: &str) -> Vec<Standing> {
        let sentences = sentences(text, Some(lang));
        let (forms, quoted) = (forms(text, &sentences), quoted(text, &sentences));
        let attributions = attributions(text, &sentences, &forms, &quoted, &[Some(lang)]);
        let context = Context { sentences: &sentences, forms: &forms, quoted: &quoted, attributions: &attributions };
        let all = statements(text, context, &[Some(lang)]);
        let last = all.len() - 1;
        assert_eq!(statement(text, context, last, Some(lang)).as_ref(), all.last());
        all
    }

    fn last(text: &str, lang: &str) -> (String, Vec<&'static str>) {
        let it = found(text, lang).pop().unwrap();
        assert_eq!(it.needs_context, !it.because.is_empty());
        (it.text, it.because)
    }

    #[test]
    fn a_pronoun_becomes_the_only_name_it_can_mean() {
        let cases = [
            (
                "Mayor Jane Doe opened the bridge. She paid €5  million for it.",
                "Jane Doe paid €5 million for it.",
                vec![],
            ),
            ("Jane Doe, the mayor, met Anna Roe. She paid for it.", "She paid for it.", vec!["pronoun"]),
            ("The bridge is old. It cost €5 million.", "It cost €5 million.", vec!["pronoun"]),
            ("Mr. Roe met Ms. Doe in Brackwater. He was late.", "Mr. Roe was late.", vec![]),
        ];
        for (text, expected, because) in cases {
            assert_eq!(last(text, "en"), (expected.to_owned(), because), "{text}");
        }
    }

    #[test]
    fn where_two_can_be_meant_the_pronoun_stays() {
        for text in [
            "John Smith told Jones that his mill lost €3. He opened it.",
            "John Smith told Tomo Lark that his mill lost €3. He opened it.",
            "Mr Lee was killed, according to Jones. He opened it.",
            "Mr Lee was killed, police said. \"He was a good man,\" said his brother, Tom Lee. He opened it.",
        ] {
            assert_eq!(last(text, "en"), ("He opened it.".to_owned(), vec!["pronoun"]), "{text}");
        }
    }

    #[test]
    fn marks_stay_in_pairs() {
        let cases = [
            ("John said: 'Mary said: \"Taxes rose 5%.\"'", "Mary said: \"Taxes rose 5%.\""),
            ("“‘Never’ is a word,” said Jane Doe.", "‘Never’ is a word"),
            ("“‘Taxes rose by 5%.’”", "Taxes rose by 5%."),
            ("“He said: ‘Taxes rose. They rose again.’”", "They rose again."),
            ("“He said: ‘Taxes rose.\n\nTaxes fell again.’", "Taxes fell again."),
            (
                "“The river fell in the month of May. The taxes rose in June,” which the mayor called “a scandal”.",
                "“The taxes rose in June,” which the mayor called “a scandal”.",
            ),
            ("\u{FEFF}Taxes rose 5%.", "Taxes rose 5%."),
        ];
        for (text, expected) in cases {
            assert_eq!(last(text, "en").0, expected, "{text}");
        }
        assert_eq!(found("“He said: ‘Taxes rose.", "en")[0].text, "He said: ‘Taxes rose.’");
    }

    #[test]
    fn what_stands_around_the_statement_is_left_out() {
        let cases = [
            ("Jane Doe spoke. “The bridge is safe,” she said.", "The bridge is safe", vec![]),
            ("“We built 20 schools,” said Jane Doe.", "We built 20 schools", vec!["quoted-i"]),
            ("Decided:\n- the bridge is closed", "the bridge is closed", vec![]),
            ("ROE: It rained.\nDOE: The bridge is safe.", "The bridge is safe.", vec![]),
        ];
        for (text, expected, because) in cases {
            assert_eq!(last(text, "en"), (expected.to_owned(), because), "{text}");
        }
    }

    #[test]
    fn what_needs_context_says_so() {
        let cases = [
            ("en", "This is twice as much.", "this-that"),
            ("en", "Prices rose last year.", "today"),
            ("en", "The bridge was closed yesterday.", "today"),
            ("en", "There it stood at 2,540.", "there-then"),
            ("en", "The latter cost more.", "the-same"),
            ("en", "We counted the boats.", "first-person"),
            ("de", "Er kostet fünf Millionen.", "pronoun"),
            ("fr", "Elle a coûté cinq millions.", "pronoun"),
            ("es", "Esto costó cinco millones.", "this-that"),
            ("ru", "Он стоил пять миллионов.", "pronoun"),
            ("ar", "هو رئيس المجلس.", "pronoun"),
            ("ur", "انہوں نے پل بنایا۔", "pronoun"),
        ];
        for (lang, text, slug) in cases {
            assert_eq!(last(text, lang).1, [slug], "{text}");
        }
        for text in [
            "The US sold 64 homes in 2025.",
            "There are 64 homes in Brackwater.",
            "Landings rose by 11 per cent in 2025.",
        ] {
            assert_eq!(last(text, "en"), (text.to_owned(), vec![]));
        }
    }
}
