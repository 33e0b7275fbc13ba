//! A text read as a checker reads it: sentence by sentence, with what each is, who is said to have said it, and whether
//! it is worth checking.

use super::attribution::{Attribution, attributions};
use super::forms::{Form, forms};
use super::language;
use super::offsets::Index;
use super::paragraphs::{Paragraph, paragraphs};
use super::parts;
use super::quotations::quoted;
use super::sentences::sentences;
use super::standing::{Context, Standing, statements};
use super::worth::{Model, Setting, Worth};

/// How the language of a text is known.
#[derive(Debug, Clone, Copy)]
pub enum Language<'a> {
    /// All of it is in this one (BCP 47).
    Given(&'a str),
    /// Most of it is, but a paragraph may be in another.
    Mostly(&'a str),
    /// Nobody has said.
    Unknown,
}

/// One sentence with all that is suggested about it. Nothing here is decided; a person confirms.
#[derive(Debug, Clone)]
pub struct Line {
    pub start: usize,
    pub end: usize,
    pub paragraph: usize,
    /// Tag of its language, where one is known.
    pub lang: Option<String>,
    pub form: Form,
    /// Whether all of it is somebody's words in quotation marks.
    pub quoted: bool,
    pub worth: Worth,
    pub claimant: Option<Attribution>,
    /// How it would read as a claim of its own.
    pub standing: Standing,
}

/// Reads a text; the time grows with its length, whatever it holds.
pub fn read(text: &str, language: Language, model: &Model) -> Vec<Line> {
    let paragraphs = paragraphs(text);
    let by_paragraph = languages(text, &paragraphs, language);
    let all = by_paragraph.first().copied().flatten().filter(|first| by_paragraph.iter().all(|it| *it == Some(first)));
    let found = match language {
        Language::Given(lang) => sentences(text, Some(lang)),
        _ => sentences(text, all),
    };
    let langs: Vec<Option<&str>> =
        found.iter().map(|sentence| by_paragraph.get(sentence.paragraph).copied().flatten()).collect();
    let (forms, quoted) = (forms(text, &found), quoted(text, &found));
    let claimants = attributions(text, &found, &forms, &quoted, &langs);
    let context = Context { sentences: &found, forms: &forms, quoted: &quoted, attributions: &claimants };
    let standings = statements(text, context, &langs);
    let index = Index::new(text);
    let rest = forms.into_iter().zip(quoted).zip(claimants.into_iter().zip(standings)).zip(langs);
    found
        .into_iter()
        .zip(rest)
        .map(|(sentence, (((form, quoted), (claimant, standing)), lang))| {
            let words = index.slice(sentence.start, sentence.end).unwrap_or_default();
            Line {
                start: sentence.start,
                end: sentence.end,
                paragraph: sentence.paragraph,
                lang: lang.map(str::to_owned),
                form,
                quoted: quoted.whole,
                worth: model.judge(words, &Setting { lang, quoted: quoted.whole, form }),
                claimant,
                standing,
            }
        })
        .collect()
}

/// The language of each paragraph.
fn languages<'a>(text: &str, paragraphs: &[Paragraph], language: Language<'a>) -> Vec<Option<&'a str>> {
    let detect = || language::by_paragraph(text, paragraphs, None).into_iter();
    match language {
        Language::Given(lang) => vec![Some(lang); paragraphs.len()],
        Language::Unknown => detect().collect(),
        // One that nothing can detect would be taken for another.
        Language::Mostly(lang) if !language::is_detectable(lang) => vec![Some(lang); paragraphs.len()],
        Language::Mostly(lang) => {
            detect().map(|found| found.filter(|it| !lang.starts_with(it)).or(Some(lang))).collect()
        }
    }
}

impl Line {
    /// The parts of the sentence, where it says several things, as spans in the text. `words` is the sentence.
    pub fn parts(&self, words: &str) -> Vec<(usize, usize)> {
        let parts = parts::parts(words, self.lang.as_deref());
        parts.into_iter().map(|(start, end)| (self.start + start, self.start + end)).collect()
    }
}
