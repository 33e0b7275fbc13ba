//! Who is said to have said it: a suggestion with the words that led to it, or none. A wrong claimant is worse than none.

mod english;
mod naming;
mod nearby;
pub(in crate::text) mod people;
mod scripts;
mod sources;
#[rustfmt::skip]
mod speech;
#[rustfmt::skip]
pub(in crate::text) mod tables;
pub(in crate::text) mod tokens;

use super::forms::{self, Form};
use super::quotations::Quoted;
use super::sentences::Sentence;
use naming::Name;
use people::{About, Gender, Meant, People};
use std::collections::HashSet;

/// How the claimant was told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Said,
    AccordingTo,
    Turn,
    QuoteNearby,
    Pronoun,
}

impl How {
    /// The name in output.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Said => "said",
            Self::AccordingTo => "according-to",
            Self::Turn => "turn",
            Self::QuoteNearby => "quote-nearby",
            Self::Pronoun => "pronoun",
        }
    }
}

/// A suggested claimant: the name, where it stands, and the words that led to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attribution {
    pub name: String,
    pub start: usize,
    pub end: usize,
    pub words: String,
    pub words_start: usize,
    pub words_end: usize,
    pub how: How,
}

/// Whom the words of a sentence point to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Who {
    Name(Name),
    He,
    She,
    They,
    Unknown,
}

/// Words of a sentence that say whose statement it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Found {
    who: Who,
    words: (usize, usize),
    how: How,
}

/// The claimant of each sentence, where the text tells. `langs` has a BCP 47 tag a sentence, or one for all; without
/// one the script decides, and Latin letters are read as English.
pub fn attributions(
    text: &str,
    sentences: &[Sentence],
    forms: &[Form],
    quoted: &[Quoted],
    langs: &[Option<&str>],
) -> Vec<Option<Attribution>> {
    let chars: Vec<char> = text.chars().collect();
    let speakers = match forms.contains(&Form::Turn) {
        true => forms::speakers(text, sentences),
        false => Vec::new(),
    };
    let mut desk = Desk::new(&chars, quoted);
    for (number, sentence) in sentences.iter().enumerate() {
        let lang = langs.get(number).or(langs.last()).copied().flatten();
        let form = forms.get(number).copied().unwrap_or(Form::Prose);
        let turn = speakers.get(number).and_then(Option::as_ref).filter(|_| form == Form::Turn);
        desk.read(*sentence, form, lang, turn);
    }
    desk.inherit(sentences);
    desk.found.into_iter().map(Verdict::into_attribution).collect()
}

/// What one sentence says about its speaker.
#[derive(Debug, Clone)]
enum Verdict {
    Known(Attribution),
    /// Somebody speaks, and it cannot be told who; or words stand beside a quotation that may say who.
    Somebody,
    Silent,
}

impl Verdict {
    fn into_attribution(self) -> Option<Attribution> {
        match self {
            Self::Known(attribution) => Some(attribution),
            Self::Somebody | Self::Silent => None,
        }
    }
}

/// The language a sentence is read in: the one given or, without one, what its script tells.
pub(in crate::text) fn language(lang: Option<&str>, words: &[char]) -> &'static str {
    speech::language(lang, words)
}

struct Desk<'a> {
    chars: &'a [char],
    quoted: &'a [Quoted],
    people: People,
    /// Words written large inside the sentences so far, in languages other than English.
    names: HashSet<String>,
    found: Vec<Verdict>,
    /// Whom each sentence is about, for a quotation behind it.
    subjects: Vec<About>,
}

impl<'a> Desk<'a> {
    fn new(chars: &'a [char], quoted: &'a [Quoted]) -> Self {
        Self {
            chars,
            quoted,
            people: People::default(),
            names: HashSet::new(),
            found: Vec::new(),
            subjects: Vec::new(),
        }
    }

    fn read(&mut self, sentence: Sentence, form: Form, lang: Option<&str>, turn: Option<&forms::Speaker>) {
        let number = self.found.len();
        let words = self.chars.get(sentence.start..sentence.end).unwrap_or_default();
        let spans = self.quoted.get(number).map(|it| it.spans.as_slice()).unwrap_or_default();
        let prefix = turn.map_or(0, |it| it.end.saturating_sub(sentence.start).min(words.len()));
        let prefix = prefix + usize::from(prefix > 0 && matches!(words.get(prefix), Some(':' | '：')));
        let words = words.get(prefix..).unwrap_or_default();
        let tokens = tokens::tokens(words, sentence.start + prefix, spans);
        let language = speech::language(lang, words);
        let english = language == "en";
        self.people.read(self.chars, &tokens, sentence.paragraph);
        self.names.extend(scripts::names(&tokens).map(str::to_owned));
        self.subjects.push(self.people.about());
        let found = match form {
            Form::Byline | Form::Caption => None,
            _ if english => english::find(&tokens).filter(|it| self.is_named(it, &tokens)),
            _ => scripts::find(self.chars, &tokens, language, &self.names)
                .or_else(|| english::labelled(&tokens, &self.names)),
        };
        let beside = !spans.is_empty() && tokens.iter().any(tokens::Token::is_word);
        let unread = if beside { Verdict::Somebody } else { Verdict::Silent };
        let verdict = match (found.map_or(unread, |it| self.settle(it)), turn) {
            (Verdict::Silent | Verdict::Somebody, Some(speaker)) => Verdict::Known(Attribution {
                name: speaker.name.clone(),
                start: speaker.start,
                end: speaker.end,
                words: speaker.name.clone(),
                words_start: speaker.start,
                words_end: speaker.end,
                how: How::Turn,
            }),
            (verdict, _) => verdict,
        };
        self.found.push(verdict);
    }

    /// A single word that opens a sentence is written large whatever it is: only what speaks is taken for a name.
    fn is_named(&self, found: &Found, tokens: &[tokens::Token]) -> bool {
        let (Who::Name(name), Some(first)) = (found.who, tokens.first()) else { return true };
        if first.start != name.start || first.end != name.end {
            return true;
        }
        if tokens.get(1).is_some_and(|it| matches!(it.mark(), Some(':' | '：'))) {
            return !forms::is_no_speaker(&first.lower) && !first.is_any(tables::DATA);
        }
        let known = self.names.contains(&first.lower) || first.is_any(tables::HEADS) || first.is_any(tables::PAPERS);
        let letters = self.chars.get(first.start..first.end).unwrap_or_default();
        let strong = tokens.iter().any(|it| it.end <= found.words.1 && it.is_any(tables::SAID));
        let abstracted = ["ence", "tion", "sion", "ment", "ness", "ity", "ism", "ing", "ly"]
            .iter()
            .any(|it| first.lower.ends_with(it));
        known || letters.iter().all(|it| it.is_uppercase()) || (strong && !abstracted)
    }

    fn passage(&self, (start, end): (usize, usize)) -> String {
        let words = self.chars.get(start..end).unwrap_or_default();
        words.iter().map(|it| if it.is_whitespace() { ' ' } else { *it }).collect()
    }

    fn settle(&mut self, found: Found) -> Verdict {
        let meant = match found.who {
            Who::Name(name) => return self.named(found, name),
            Who::He => self.people.meant(Gender::He, found.words.1),
            Who::She => self.people.meant(Gender::She, found.words.1),
            Who::They | Who::Unknown => None,
        };
        match meant {
            Some(meant) => Verdict::Known(self.attribution(found, meant, How::Pronoun)),
            None => Verdict::Somebody,
        }
    }

    fn attribution(&self, found: Found, meant: Meant, how: How) -> Attribution {
        Attribution {
            name: meant.name,
            start: meant.start,
            end: meant.end,
            words: self.passage(found.words),
            words_start: found.words.0,
            words_end: found.words.1,
            how,
        }
    }

    fn named(&mut self, found: Found, name: Name) -> Verdict {
        let written = self.passage((name.start, name.end));
        let known = self.people.speaks(name);
        let short = |full: &String| is_short_for(&written, full);
        let name_ = known.filter(|_| name.person || !written.contains(' ')).filter(short).unwrap_or(written);
        let meant = Meant { name: name_, start: name.start, end: name.end };
        Verdict::Known(self.attribution(found, meant, found.how))
    }
}

/// "Ms. Doe" or "Doe" for "Jane Doe".
fn is_short_for(written: &str, full: &str) -> bool {
    let last = |it: &str| it.split_whitespace().last().map(str::to_lowercase);
    let bare = written
        .split_whitespace()
        .filter(|it| !tables::TITLES.contains(&it.trim_end_matches('.').to_lowercase().as_str()))
        .count();
    bare == 1 && last(written) == last(full) && full.split_whitespace().count() > 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::{quotations::quoted, sentences::sentences};

    fn found(text: &str, lang: Option<&str>) -> Vec<Option<Attribution>> {
        let sentences = sentences(text, lang);
        attributions(text, &sentences, &forms::forms(text, &sentences), &quoted(text, &sentences), &[lang])
    }

    fn told(text: &str) -> Vec<Option<(String, How, String)>> {
        found(text, Some("en")).into_iter().map(|it| it.map(|it| (it.name, it.how, it.words))).collect()
    }

    #[test]
    fn the_words_that_led_to_a_name_are_given() {
        let of = |name: &str, how, words: &str| Some((name.to_owned(), how, words.to_owned()));
        let text =
            "Jane Doe, the mayor, said it was safe. According to the ministry, it is not. “We will see,” she said.";
        let expected = [
            of("Jane Doe", How::Said, "Jane Doe, the mayor, said"),
            of("ministry", How::AccordingTo, "According to the ministry"),
            of("Jane Doe", How::Pronoun, "she said"),
        ];
        assert_eq!(told(text), expected);
        let text = "“It is safe,” said Jane Doe. “It is new.”\n\nROE: It leaks.\n\nDOE: It does not.";
        let hows: Vec<Option<How>> = told(text).into_iter().map(|it| it.map(|it| it.1)).collect();
        assert_eq!(hows, [Some(How::Said), Some(How::QuoteNearby), Some(How::Turn), Some(How::Turn)]);
    }

    #[test]
    fn offsets_are_code_points_of_the_text() {
        let text = "😀 It rained. “Ça va,” said Zoë Doe.";
        let it = found(text, Some("en")).pop().flatten().unwrap();
        assert_eq!((it.start, it.end, it.words_start, it.words_end), (27, 34, 22, 34));
    }

    #[test]
    fn who_is_named_by_a_source_does_not_go_on_speaking() {
        assert_eq!(told("According to Jane Doe, it is safe. “It is not.”").pop(), Some(None));
    }

    #[test]
    fn without_a_language_the_script_tells() {
        for (text, name) in
            [("市长表示，大桥是安全的。", "市长"), ("وزارت صحت کے مطابق 80 افراد ہلاک ہوئے۔", "وزارت صحت")]
        {
            assert_eq!(found(text, None).pop().flatten().map(|it| it.name).as_deref(), Some(name));
        }
    }

    #[test]
    fn any_input_is_endured() {
        for piece in
            ["said ", "“", "Doe, ", "according to ", "Mr. ", "’s ", ": “", "he said. ", "\u{301}", "は", "ने ", "قال "]
        {
            for lang in ["en", "fr", "ja", "hi", "ar", "tr", "xx"] {
                let text = piece.repeat(400);
                assert_eq!(found(&text, Some(lang)).len(), sentences(&text, Some(lang)).len());
            }
        }
    }
}
