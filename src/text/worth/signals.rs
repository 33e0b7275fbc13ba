//! What can be seen in a sentence without understanding it: each signal is a number, most of them how often.

use super::lexicon::lexicon;
use super::words::{Make, Words};

macro_rules! signals {
    ($($name:ident)*) => {
        /// One thing that can be seen. The first ones, up to `Aim`, come from word lists.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(super) enum Signal { $($name),* }

        impl Signal {
            pub(super) const ALL: &[Self] = &[$(Self::$name),*];
            pub(super) const NAMES: &[&str] = &[$(stringify!($name)),*];
        }
    };
}

signals! {
    Number Unit Compare Superlative Earlier Date Institution Official Report Change Deed Quantifier Absolute Cause
    Hedge Opinion Evaluative Future Conditional Asking Command I We You They Courtesy Boiler Negation Past Present
    Topic Place Duty Stage Vague Values Perfect Possession Truth Now Aim
    Figure ManyFigures BigFigure Percent Money Year Name Names Acronym
    Tiny Short Brief Long VeryLong Length Asks Exclaims Trails Linked Quotes Listed
    OpensI OpensWe OpensThey OpensYou OpensConjunction OpensName
    FigureChange FigureTopic FigureCompare FigurePast TheyDeed NameDeed WeDeed IDeed PastDeed IOpinion WeFuture
    FutureBare DutyBare YouAsks PlaceSuperlative TopicChange TopicPast InstitutionDeed PresentBare
    EarlierCompare OfficialReport Ordinal AimDeed TruthBare PastBare NegationPast
}

/// How many signals there are.
pub(super) const COUNT: usize = Signal::ALL.len();

/// Signals that lists can give.
const LISTED: usize = Signal::Aim as usize + 1;

/// "to", "zu": a deed right after it is only intended.
const AIM: u64 = 1 << Signal::Aim as u32;
const DONE: u64 = 1 << Signal::Deed as u32 | 1 << Signal::Change as u32;

#[derive(Debug, Clone)]
pub(super) struct Signals([f32; COUNT]);

impl Signals {
    pub(super) fn of(words: &Words, lang: Option<&str>) -> Self {
        let mut signals = Self([0.0; COUNT]);
        signals.listed(words, lang);
        signals.numbers(words);
        signals.names(words);
        signals.shape(words);
        signals.pairs();
        signals
    }

    pub(super) fn get(&self, signal: Signal) -> f32 {
        self.0.get(signal as usize).copied().unwrap_or_default()
    }

    pub(super) fn has(&self, signal: Signal) -> bool {
        self.get(signal) > 0.0
    }

    pub(super) fn any(&self, signals: &[Signal]) -> bool {
        signals.iter().any(|it| self.has(*it))
    }

    pub(super) fn values(&self) -> &[f32; COUNT] {
        &self.0
    }

    fn set(&mut self, signal: Signal, value: f32) {
        if let Some(place) = self.0.get_mut(signal as usize) {
            *place = value;
        }
    }

    fn mark(&mut self, signal: Signal, seen: bool) {
        if seen {
            self.set(signal, 1.0);
        }
    }

    fn listed(&mut self, words: &Words, lang: Option<&str>) {
        let Some(lexicon) = lexicon(lang) else { return };
        let mut counts = [0_u32; LISTED];
        let (mut first, mut aims, mut before) = (0, 0, 0);
        lexicon.read(words, |at, mask| {
            if at == 0 {
                first = mask;
            }
            let aimed = if before & AIM != 0 { mask & DONE } else { 0 };
            aims += u32::from(aimed != 0);
            before = mask;
            let mut rest = mask & !aimed;
            while rest != 0 {
                let bit = rest.trailing_zeros() as usize;
                counts.get_mut(bit).into_iter().for_each(|count| *count += 1);
                rest &= rest - 1;
            }
        });
        for (place, count) in self.0.iter_mut().zip(counts) {
            *place = often(count);
        }
        self.set(Signal::AimDeed, often(aims));
        let opens = |signal: Signal| first >> signal as u32 & 1 == 1;
        self.mark(Signal::OpensI, opens(Signal::I));
        self.mark(Signal::OpensWe, opens(Signal::We));
        self.mark(Signal::OpensThey, opens(Signal::They));
        self.mark(Signal::OpensYou, opens(Signal::You));
    }

    fn numbers(&mut self, words: &Words) {
        let years = words.iter().filter(|it| it.year).count();
        let ordinals = words.iter().filter(|it| it.make == Make::Number && is_ordinal(words.text(it))).count();
        let figures = words.iter().filter(|it| it.make == Make::Number && !it.year).count() - ordinals;
        self.set(Signal::Ordinal, often(ordinals as u32));
        let big = words.iter().any(|it| it.make == Make::Number && !it.year && is_big(words.text(it)));
        self.set(Signal::Year, often(years as u32));
        self.set(Signal::Figure, often(figures as u32));
        self.mark(Signal::ManyFigures, figures >= 3);
        self.mark(Signal::BigFigure, big || (figures > 0 && self.has(Signal::Number)));
        self.set(Signal::Percent, often(words.marks.percent));
        self.set(Signal::Money, often(words.marks.currency));
    }

    fn names(&mut self, words: &Words) {
        let shouting = words.iter().filter(|it| it.shouted).count() * 2 > words.len();
        let is_name =
            |at: usize| words.get(at).is_some_and(|it| it.capital && it.make == Make::Letters && !is_i(words.text(it)));
        let (mut names, mut run, mut longest, mut inside) = (0, 0, 0, 0);
        for at in 0..words.len() {
            let goes_on = run > 0 && !words.get(at).is_some_and(|it| it.apart);
            run = if is_name(at) { run * usize::from(goes_on) + 1 } else { 0 };
            longest = longest.max(run);
            names += usize::from(run == 1);
            inside += usize::from(is_name(at) && at > 0);
        }
        if shouting || inside * 5 > words.len() * 4 {
            return;
        }
        let opening = usize::from(is_name(0) && !is_name(1));
        self.set(Signal::Name, often((names - opening.min(names)) as u32));
        self.mark(Signal::Names, longest >= 2);
        self.mark(Signal::Acronym, words.iter().any(|it| it.shouted));
        self.mark(Signal::OpensName, is_name(0) && is_name(1));
    }

    fn shape(&mut self, words: &Words) {
        let (length, marks) = (words.len(), words.marks);
        let ideographs = words.iter().filter(|it| it.make == Make::Ideograph).count();
        let length = length - ideographs / 2;
        self.mark(Signal::Tiny, length <= 3);
        self.mark(Signal::Short, (4..=6).contains(&length));
        self.mark(Signal::Brief, (7..=10).contains(&length));
        self.mark(Signal::Long, (22..=45).contains(&length));
        self.mark(Signal::VeryLong, length > 45);
        self.set(Signal::Length, (1.0 + length as f32).ln().min(4.0) / 4.0);
        self.mark(Signal::Asks, marks.last.is_some_and(|it| matches!(it, '?' | '؟' | '？')));
        self.mark(Signal::Exclaims, marks.exclamation > 0);
        self.mark(Signal::Trails, marks.last.is_some_and(|it| matches!(it, '-' | '–' | '—' | '…' | ',' | ':')));
        self.mark(Signal::Linked, words.iter().any(|it| matches!(words.text(it), "http" | "https" | "www")));
        self.mark(Signal::Quotes, marks.quotation > 0);
        self.mark(Signal::Listed, marks.comma >= 3);
        let first = words.get(0).map_or("", |it| words.text(it));
        self.mark(Signal::OpensConjunction, matches!(first, "and" | "but" | "so" | "because" | "or"));
    }

    fn pairs(&mut self) {
        use Signal::*;
        let figure = self.any(&[Figure, Number, Percent, Money]);
        let named = self.any(&[Name, OpensName, Official, Institution]);
        let done = self.any(&[Deed, Change]);
        let past = self.any(&[Past, Perfect, Earlier, Year]);
        let bare = !figure && !past;
        for (pair, seen) in [
            (FigureChange, figure && self.has(Change)),
            (FigureTopic, figure && self.has(Topic)),
            (FigureCompare, figure && self.any(&[Compare, Superlative])),
            (FigurePast, figure && past),
            (TheyDeed, self.has(They) && done),
            (NameDeed, named && done),
            (WeDeed, self.has(We) && done),
            (IDeed, self.has(I) && done),
            (PastDeed, past && done),
            (IOpinion, self.has(I) && self.has(Opinion)),
            (WeFuture, self.has(We) && self.has(Future)),
            (FutureBare, self.has(Future) && bare),
            (DutyBare, self.has(Duty) && bare),
            (YouAsks, self.has(You) && self.has(Asks)),
            (PlaceSuperlative, self.has(Place) && self.has(Superlative)),
            (TopicChange, self.has(Topic) && self.has(Change)),
            (TopicPast, self.has(Topic) && past),
            (InstitutionDeed, self.any(&[Institution, Official]) && done),
            (TruthBare, self.has(Truth) && self.any(&[Tiny, Short])),
            (PastBare, past && !figure && !done),
            (NegationPast, self.has(Negation) && past),
            (EarlierCompare, self.has(Earlier) && self.any(&[Compare, Change])),
            (OfficialReport, self.has(Report) && self.has(Official) && self.any(&[Name, Names])),
            (PresentBare, self.has(Present) && bare && !done),
        ] {
            self.mark(pair, seen);
        }
    }
}

/// Once counts whole, every further time less.
fn often(count: u32) -> f32 {
    match count {
        0 => 0.0,
        1 => 1.0,
        2 => 1.5,
        _ => 1.8,
    }
}

fn is_big(number: &str) -> bool {
    number.bytes().take_while(|it| *it != b'.').filter(u8::is_ascii_digit).count() >= 4
}

/// "21st": tells which, not how many.
fn is_ordinal(number: &str) -> bool {
    ["st", "nd", "rd", "th"].iter().any(|it| number.ends_with(it))
}

fn is_i(word: &str) -> bool {
    word == "i"
}
