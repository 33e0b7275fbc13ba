//! Whose a quotation is that says nothing of its speaker: the sentences around it tell, or nobody does.

use super::people::{About, Meant};
use super::tokens;
use super::{Attribution, Desk, How, Verdict, tables};
use crate::text::sentences::Sentence;
use std::collections::HashMap;

/// Sentences between a quotation and the one that says whose it is.
const NEAR: usize = 10;

impl Desk<'_> {
    /// Quotations without words about their speaker take the speaker of the sentences around them.
    pub(super) fn inherit(&mut self, sentences: &[Sentence]) {
        let mut speakers: HashMap<usize, Attribution> = HashMap::new();
        for (quoted, verdict) in self.quoted.iter().zip(&self.found) {
            if let (Some(quotation), Verdict::Known(known)) = (quoted.quotation, verdict) {
                speakers.entry(quotation).or_insert_with(|| known.clone());
            }
        }
        let disowned = self.disowned(sentences);
        for number in 0..self.found.len() {
            let Some(quoted) = self.quoted.get(number).filter(|it| it.whole) else { continue };
            if !matches!(self.found.get(number), Some(Verdict::Silent)) {
                continue;
            }
            let same = quoted.quotation.and_then(|it| speakers.get(&it)).cloned();
            let others = disowned.get(number) == Some(&true);
            let found = same.or_else(|| self.around(sentences, number).filter(|_| !others));
            if let (Some(found), Some(verdict)) = (found, self.found.get_mut(number)) {
                *verdict = Verdict::Known(Attribution { how: How::QuoteNearby, ..found });
            }
        }
    }

    /// Which quotations a sentence behind them says whose they were: "That is what the inspector wrote."
    fn disowned(&self, sentences: &[Sentence]) -> Vec<bool> {
        let mut found = vec![false; self.found.len()];
        let mut after = false;
        for (number, sentence) in sentences.iter().enumerate().rev() {
            let whole = self.quoted.get(number).is_some_and(|it| it.whole);
            let silent = matches!(self.found.get(number), Some(Verdict::Silent));
            if let Some(it) = found.get_mut(number) {
                *it = after;
            }
            after = if whole { after && silent } else { self.tells_whose(*sentence) };
        }
        found
    }

    fn tells_whose(&self, sentence: Sentence) -> bool {
        const LENGTH: usize = 120;
        const WORDS: usize = 12;
        let end = sentence.end.min(sentence.start + LENGTH);
        let words = self.chars.get(sentence.start..end).unwrap_or_default();
        let tokens = tokens::tokens(words, sentence.start, &[]);
        let mut words = tokens.iter().filter(|it| it.is_word()).take(WORDS);
        let first = words.next();
        let points = first.is_some_and(|it| it.is_any(tables::POINTING));
        let spoken =
            first.is_some_and(|it| it.is("the")) && words.clone().next().is_some_and(|it| it.is_any(tables::UTTERED));
        spoken || points && words.any(|it| it.is_any(tables::UTTERED) || tables::is_said_anywhere(&it.lower))
    }

    /// "…, quoting the mayor": what is quoted next may be the mayor's.
    fn quotes(&self, sentences: &[Sentence], number: usize) -> bool {
        let Some(sentence) = sentences.get(number) else { return false };
        let words = self.chars.get(sentence.start..sentence.end).unwrap_or_default();
        let spans = self.quoted.get(number).map(|it| it.spans.as_slice()).unwrap_or_default();
        let tokens = tokens::tokens(words, sentence.start, spans);
        tokens.iter().any(|it| it.is_any(&["quoting", "citing"]))
    }

    /// Begins with a word for who was spoken of: "Her office looks out on the mill."
    fn goes_on(&self, sentence: Sentence) -> bool {
        const LENGTH: usize = 20;
        let end = sentence.end.min(sentence.start + LENGTH);
        let words = self.chars.get(sentence.start..end).unwrap_or_default();
        tokens::tokens(words, sentence.start, &[]).first().is_some_and(|it| it.is_any(tables::GOING_ON))
    }

    /// The speaker before the quotation in its paragraph or, at a paragraph's beginning, right behind or right before it.
    fn around(&self, sentences: &[Sentence], number: usize) -> Option<Attribution> {
        let paragraph = sentences.get(number)?.paragraph;
        let mut first = true;
        for back in (number.saturating_sub(NEAR)..number).rev() {
            if sentences.get(back)?.paragraph != paragraph {
                break;
            }
            first = false;
            let quoted = self.quoted.get(back).is_some_and(|it| it.whole);
            match self.found.get(back)? {
                Verdict::Known(known) => return spoken(known).filter(|_| !self.quotes(sentences, back)),
                Verdict::Somebody => return None,
                Verdict::Silent if quoted => {}
                Verdict::Silent => match self.subjects.get(back)? {
                    About::One(subject) => return Some(self.near(subject)),
                    About::Several => return None,
                    About::Nobody if number - back > 3 || !self.goes_on(*sentences.get(back)?) => return None,
                    About::Nobody => {}
                },
            }
        }
        let next = sentences.get(number + 1).filter(|it| first && it.paragraph == paragraph);
        let behind = next
            .and_then(|_| self.found.get(number + 1))
            .filter(|_| self.quoted.get(number + 1).is_some_and(|it| it.whole));
        if let Some(Verdict::Known(known)) = behind.filter(|it| matches!(it, Verdict::Known(_))) {
            return spoken(known);
        }
        self.announced(sentences, number, paragraph).filter(|_| first)
    }

    /// The paragraph before ends with a colon.
    fn announced(&self, sentences: &[Sentence], number: usize, paragraph: usize) -> Option<Attribution> {
        let back = number.checked_sub(1)?;
        let before = sentences.get(back).filter(|it| it.paragraph + 1 == paragraph)?;
        let colon = matches!(self.chars.get(before.end.checked_sub(1)?), Some(':' | '：'));
        match self.found.get(back).filter(|_| colon)? {
            Verdict::Known(known) => spoken(known),
            Verdict::Somebody => None,
            Verdict::Silent => match self.subjects.get(back)? {
                About::One(subject) => Some(self.near(subject)),
                About::Several | About::Nobody => None,
            },
        }
    }

    fn near(&self, subject: &Meant) -> Attribution {
        Attribution {
            name: subject.name.clone(),
            start: subject.start,
            end: subject.end,
            words: self.passage((subject.start, subject.end)),
            words_start: subject.start,
            words_end: subject.end,
            how: How::QuoteNearby,
        }
    }
}

/// Only who speaks can go on speaking: "according to" quotes nobody.
fn spoken(known: &Attribution) -> Option<Attribution> {
    (known.how != How::AccordingTo).then(|| known.clone())
}
