//! Which sentences are worth checking, and why: one small interface, a default model of our own and trained ones.
//!
//! Only the first 4,000 code points of a sentence are examined. Languages without word lists are judged by figures,
//! years, names, length and punctuation alone: [`has_lists`] tells.

mod compare;
mod file;
mod fit;
mod hash;
mod kinds;
mod lexicon;
mod lists;
mod ngrams;
mod reasons;
mod signals;
mod train;
mod view;
#[rustfmt::skip]
mod weights;
mod words;

use super::forms::Form;
pub use compare::{Comparison, Scores, compare, scores};
pub use file::FileFault;
pub use kinds::Kind;
pub use reasons::Reason;
use signals::{Signal, Signals};
pub use train::{Example, TrainFault, Trained, train};
use words::Words;

/// How many reasons are given at most.
const REASONS: usize = 5;
/// A reason that moves the log odds by less is not worth a journalist's time.
const SLIGHT: f32 = 0.2;
/// What a byline or a call to subscribe scores at most; a trained model keeps its own mind about all but bylines.
const BOILERPLATE: f32 = 0.1;

/// What is known about a sentence besides its words.
#[derive(Debug, Clone, Copy)]
pub struct Setting<'a> {
    /// A BCP 47 tag; English is assumed without one.
    pub lang: Option<&'a str>,
    pub quoted: bool,
    pub form: Form,
}

impl Default for Setting<'_> {
    fn default() -> Self {
        Self { lang: None, quoted: false, form: Form::Prose }
    }
}

/// How worth checking a sentence is.
#[derive(Debug, Clone, PartialEq)]
pub struct Worth {
    /// From 0 to 1; from 0.5 on it is worth a look.
    pub score: f32,
    pub kind: Kind,
    /// What speaks for and against, strongest first.
    pub reasons: Vec<Reason>,
}

/// The default, or what a desk has trained on its own decisions.
#[derive(Debug, Clone, Default, PartialEq)]
pub enum Model {
    #[default]
    Default,
    Trained(Trained),
}

impl Model {
    /// Judges one sentence.
    pub fn judge(&self, sentence: &str, setting: &Setting) -> Worth {
        let words = Words::of(sentence);
        let signals = Signals::of(&words, setting.lang);
        let mut reasons = reasons_of(&signals);
        let odds = match self {
            Self::Default => default_odds(&signals),
            Self::Trained(trained) => {
                let (odds, wording) = trained.score(&words, &signals);
                reasons.push((if wording > 0.0 { Reason::LikeSelected } else { Reason::LikeDeclined }, wording));
                odds
            }
        };
        let score = 1.0 / (1.0 + (-odds).exp());
        let kind = kinds::kind(&signals, setting, score);
        let capped = kind == Kind::Boilerplate && (matches!(self, Self::Default) || setting.form == Form::Byline);
        let score = if capped { score.min(BOILERPLATE) } else { score };
        Worth { score, kind, reasons: strongest(reasons) }
    }

    /// A name for logs and settings.
    pub fn name(&self) -> &str {
        match self {
            Self::Default => "default",
            Self::Trained(_) => "trained",
        }
    }
}

/// Whether there are word lists for a language, by its BCP 47 tag; without a tag English is assumed.
pub fn has_lists(lang: Option<&str>) -> bool {
    lexicon::lexicon(lang).is_some()
}

fn default_odds(signals: &Signals) -> f32 {
    weights::START + weights::WEIGHTS.iter().map(|(signal, weight, _)| signals.get(*signal) * weight).sum::<f32>()
}

/// What each reason moves the default's log odds by.
fn reasons_of(signals: &Signals) -> Vec<(Reason, f32)> {
    let mut moved: Vec<(Reason, f32)> = Vec::new();
    for (signal, weight, reason) in weights::WEIGHTS {
        let Some(reason) = reason else { continue };
        let (reason, by) = (sharper(*reason, signals), signals.get(*signal) * weight);
        match moved.iter_mut().find(|(it, _)| *it == reason) {
            Some((_, sum)) => *sum += by,
            None => moved.push((reason, by)),
        }
    }
    moved
}

/// The reason that says more, where the sentence bears it out.
fn sharper(reason: Reason, signals: &Signals) -> Reason {
    match reason {
        Reason::Compares if signals.has(Signal::EarlierCompare) => Reason::Earlier,
        Reason::Attribution if signals.has(Signal::OfficialReport) => Reason::NamedOfficial,
        other => other,
    }
}

fn strongest(mut reasons: Vec<(Reason, f32)>) -> Vec<Reason> {
    reasons.retain(|(reason, by)| by.abs() >= SLIGHT && (*by > 0.0) == reason.speaks_for());
    reasons.sort_by(|a, b| b.1.abs().total_cmp(&a.1.abs()));
    reasons.into_iter().map(|(reason, _)| reason).take(REASONS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn judge(lang: &str, sentence: &str) -> Worth {
        Model::Default.judge(sentence, &Setting { lang: Some(lang), ..Setting::default() })
    }

    #[test]
    fn facts_are_told_from_the_rest() {
        let cases = [
            ("Unemployment fell to 3.4 percent in January, the lowest since 1969.", Kind::Fact, true),
            ("Governor Smith raised taxes on two million families.", Kind::Fact, true),
            ("He voted against the bill in 2019.", Kind::Fact, true),
            ("We will build new schools everywhere.", Kind::Prediction, false),
            ("I think we need a better future for our children.", Kind::Opinion, false),
            ("The committee should publish it.", Kind::Opinion, false),
            ("Will you answer the question?", Kind::Question, false),
            ("Thank you very much.", Kind::Boilerplate, false),
            ("Subscribe to our newsletter.", Kind::Boilerplate, false),
            ("—", Kind::Boilerplate, false),
            ("", Kind::Boilerplate, false),
        ];
        for (sentence, kind, worth) in cases {
            let judged = judge("en", sentence);
            assert_eq!((judged.kind, judged.score >= 0.5), (kind, worth), "{sentence}: {judged:?}");
        }
    }

    #[test]
    fn every_language_with_lists_tells_a_figure_from_thanks_or_opinion() {
        let cases = [
            ("es", "El gobierno gastó 40 millones de euros en 2019.", "Creo que es una vergüenza."),
            ("fr", "Le chômage a baissé de 3 pour cent en 2019.", "Je pense que c'est magnifique, merci."),
            ("de", "Die Arbeitslosigkeit sank im Januar auf 3,4 Prozent.", "Ich finde das wunderbar."),
            ("it", "Nel 2019 il governo ha speso 40 milioni di euro.", "Credo che sia una vergogna."),
            ("pt", "O governo gastou 40 milhões de euros em 2019.", "Muito obrigado, boa noite."),
            ("nl", "De werkloosheid daalde vorig jaar met 3 procent.", "We moeten morgen iets doen."),
            ("sv", "Regeringen betalade 40 miljoner kronor i fjol.", "Vi måste göra något."),
            ("pl", "Rząd wydał w 2019 roku 40 milionów złotych.", "Myślę, że to wspaniałe."),
            ("cs", "Vláda v roce 2019 utratila 40 milionů korun.", "Děkuji, dobrý večer."),
            ("ru", "В 2019 году правительство потратило 40 миллионов рублей.", "Я думаю, это прекрасно."),
            ("fi", "Hallitus käytti viime vuonna 40 miljoonaa euroa.", "Kiitos ja hyvää iltaa."),
            ("tr", "Hükümet geçen yıl 40 milyon lira harcadı.", "Teşekkür ederim, iyi akşamlar."),
            ("ar", "ارتفع معدل البطالة إلى 12 بالمئة العام الماضي.", "شكرا لكم جميعا."),
            ("fa", "نرخ بیکاری سال گذشته ۱۲ درصد افزایش یافت.", "متشکرم، شب بخیر."),
            ("ur", "وزیراعظم نے کہا کہ مہنگائی 30 فیصد بڑھ گئی ہے۔", "آپ کا شکریہ۔"),
            ("hi", "सरकार ने 2019 में 40 करोड़ रुपये खर्च किए।", "आप सबका धन्यवाद।"),
            ("id", "Pemerintah menghabiskan 40 juta dolar tahun lalu.", "Terima kasih, selamat malam."),
            ("zh", "失业率去年下降到百分之三。", "谢谢大家，晚上好。"),
            ("ja", "政府は昨年、失業率が3パーセントに低下したと発表した。", "ありがとうございます。"),
            ("ko", "정부는 작년 실업률이 3퍼센트로 감소했다고 발표했다.", "여러분 감사합니다."),
        ];
        for (lang, fact, other) in cases {
            assert!(has_lists(Some(lang)));
            assert!(judge(lang, fact).score >= 0.5, "{fact}");
            assert!(judge(lang, other).score < 0.4, "{other}");
        }
        assert!(!has_lists(Some("sw")) && judge("sw", "Mwaka 2019 watu 40,000 walipata 12 %.").score >= 0.5);
    }

    #[test]
    fn reasons_are_the_strongest_and_say_which_way() {
        let reasons = judge("en", "According to Senator Maria Lopez, crime doubled.").reasons;
        assert!(reasons.contains(&Reason::NamedOfficial) && reasons.iter().all(|it| it.speaks_for()), "{reasons:?}");
        let reasons = judge("en", "Prices rose by 12 percent, more than last year.").reasons;
        assert_eq!(reasons.first(), Some(&Reason::Figure));
        assert!(reasons.contains(&Reason::Earlier) && reasons.len() <= 5, "{reasons:?}");
        let reasons = judge("en", "I hope so.").reasons;
        assert!(reasons.contains(&Reason::Opinion) && reasons.contains(&Reason::FirstPerson), "{reasons:?}");
        let mut slugs: Vec<&str> = Reason::ALL.iter().map(|it| it.as_str()).collect();
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), Reason::ALL.len());
    }

    #[test]
    fn the_setting_counts() {
        let sentence = "Crime fell by 12 percent, the minister said.";
        let quoted = Setting { quoted: true, ..Setting::default() };
        let byline = Setting { form: Form::Byline, ..Setting::default() };
        assert_eq!(Model::Default.judge(sentence, &quoted).kind, Kind::Quotation);
        assert_eq!(Model::Default.judge("Did crime fall?", &quoted).kind, Kind::Question);
        let judged = Model::Default.judge(sentence, &byline);
        assert!(judged.kind == Kind::Boilerplate && judged.score <= 0.1);
    }

    #[test]
    fn any_input_is_judged_and_only_its_beginning_examined() {
        let patterns = ["a", ".", "\"", "(", "\u{301}", "\n", "million ", "1,", "'", "中", "I'll ", "😀", "\u{200D}"];
        for pattern in patterns {
            let (long, longer) = (pattern.repeat(4_000), pattern.repeat(400_000));
            let judged = judge("en", &longer);
            assert!(judged.score.is_finite() && (0.0..=1.0).contains(&judged.score));
            assert_eq!(judged.score, judge("en", &long).score, "{pattern:?}");
        }
    }
}
