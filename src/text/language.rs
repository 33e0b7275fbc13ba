//! What language a text is in: by its script, then by letters of its own, then by its small words and the likeness of
//! its letter triples.

mod words;

use super::paragraphs::{Paragraph, byte_spans};
use std::ops::Range;
use std::sync::LazyLock;
use whatlang::{Detector, Lang};
use words::Votes;

/// Characters that are read to tell a language.
const SAMPLE: usize = 400;
/// Fewer letters than this tell no language that shares its script with others.
const LEAST: usize = 40;
/// Fewer letters than this tell no language at all.
const FEWEST: usize = 8;
/// Votes that tell a language at once.
const CLEAR: u32 = 18;
/// Fewer votes than this tell none.
const ENOUGH: u32 = 4;
/// Votes more than the next language has that make sure.
const MARGIN: u32 = 6;
/// Votes of the letter triples; a short passage has half of them.
const RELIABLE: u32 = 8;
const GUESSED: u32 = 4;
/// Places of a text that are read to tell its main language.
const PLACES: usize = 8;

/// The language of a text as a BCP 47 tag, none if too little speaks for one.
pub fn detect(text: &str) -> Option<&'static str> {
    main_language(text, &byte_spans(text))
}

/// Each paragraph's language: the given one if it is known, otherwise the one detected; short paragraphs have the main
/// language of the text.
pub fn by_paragraph(text: &str, paragraphs: &[Paragraph], given: Option<&str>) -> Vec<Option<&'static str>> {
    if let Some(given) = given {
        return vec![known(given); paragraphs.len()];
    }
    let mut found = of_spans(text, &byte_spans(text));
    found.resize(paragraphs.len(), None);
    found
}

/// The language of each stretch of bytes.
pub(super) fn of_spans(text: &str, spans: &[Range<usize>]) -> Vec<Option<&'static str>> {
    let main = main_language(text, spans);
    spans.iter().map(|span| text.get(span.clone()).and_then(|it| of_passage(it, main)).or(main)).collect()
}

/// The language that most letters speak for, at a few places of the text.
fn main_language(text: &str, spans: &[Range<usize>]) -> Option<&'static str> {
    let step = spans.len().div_ceil(PLACES).max(1);
    let mut sample = String::new();
    let mut votes: Vec<(&'static str, usize)> = Vec::new();
    for passage in spans.iter().step_by(step).filter_map(|it| text.get(it.clone())) {
        let start = sample.len();
        sample.extend(passage.chars().take(SAMPLE));
        let letters = Letters::of(passage, SAMPLE);
        let own = if letters.is_latin() && letters.all >= LEAST { latin(sample.get(start..)?) } else { None };
        if let Some(tag) = own.map(|(tag, _)| tag).or_else(|| letters.language()) {
            match votes.iter_mut().find(|it| it.0 == tag) {
                Some((_, count)) => *count += letters.all,
                None => votes.push((tag, letters.all)),
            }
        }
        sample.push(' ');
    }
    let most = votes.into_iter().max_by_key(|it| it.1).map(|it| it.0);
    let letters = || Letters::of(&sample, SAMPLE);
    most.or_else(|| letters().is_latin().then(|| latin(&sample)).flatten().map(|(tag, _)| tag))
}

fn of_passage(passage: &str, main: Option<&'static str>) -> Option<&'static str> {
    let letters = Letters::of(passage, SAMPLE);
    if !letters.is_latin() {
        return letters.language().filter(|_| letters.all >= FEWEST);
    }
    if main.is_some_and(|it| reads_as(passage, it)) {
        return main;
    }
    if letters.all < LEAST {
        return main.filter(|it| LATIN.iter().any(|(_, tag)| tag == it));
    }
    let end = passage.char_indices().nth(SAMPLE).map_or(passage.len(), |(end, _)| end);
    latin(passage.get(..end)?).filter(|(tag, sure)| *sure || Some(*tag) == main || main.is_none()).map(|(tag, _)| tag)
}

/// Whether enough small words of a language stand at the beginning of a passage, which is told much faster.
fn reads_as(passage: &str, tag: &str) -> bool {
    let Some((_, common)) = COMMON.iter().find(|it| it.0 == tag) else { return false };
    let (mut words, mut hits) = (0, 0);
    for word in passage.split_whitespace().take(40) {
        words += 1;
        hits += usize::from(common.contains(&word));
    }
    hits > 2 && hits * 6 >= words
}

/// Small words that languages close to each other do not share.
#[rustfmt::skip]
const COMMON: [(&str, &[&str]); 13] = [
    (
        "en",
        &[
            "the", "The", "of", "and", "to", "that", "is", "was", "for", "with", "it", "as", "at", "by", "have", "had",
            "he", "his", "they", "this", "are", "be", "not", "but", "from", "which", "were", "has",
        ],
    ),
    (
        "de",
        &["der", "die", "und", "das", "den", "von", "mit", "ist", "nicht", "dem", "ein", "eine", "Die", "Der", "sich"],
    ),
    ("fr", &["le", "les", "des", "et", "est", "dans", "du", "une", "pour", "qui", "au", "sur", "Le", "La", "Les"]),
    ("es", &["el", "los", "las", "y", "del", "una", "por", "con", "se", "El", "su", "lo", "más"]),
    ("it", &["il", "di", "che", "della", "nel", "una", "sono", "gli", "dei", "è", "alla", "per", "Il", "con"]),
    ("pt", &["o", "os", "do", "da", "não", "uma", "em", "no", "na", "ao", "com", "dos", "O", "à"]),
    ("nl", &["de", "het", "een", "van", "dat", "niet", "zijn", "voor", "De", "Het", "met", "aan"]),
    ("sv", &["och", "att", "är", "för", "inte", "av", "ett", "som", "på", "den", "till"]),
    ("pl", &["się", "nie", "że", "jest", "oraz", "przez", "który", "przy", "od", "w", "z", "na", "do"]),
    ("cs", &["se", "že", "je", "který", "při", "byl", "jsou", "by", "jako", "ve", "pro", "podle", "v"]),
    ("fi", &["ja", "on", "ei", "että", "oli", "se", "hän", "mutta", "myös", "ovat", "joka", "kun"]),
    ("tr", &["ve", "bir", "bu", "için", "da", "de", "ile", "olarak", "olan", "daha", "çok", "Bu"]),
    ("id", &["yang", "dan", "di", "ini", "untuk", "dengan", "dari", "pada", "itu", "tidak", "akan", "ke"]),
];

/// Whether a language is one that can be told from a text.
pub fn is_detectable(tag: &str) -> bool {
    known(tag).is_some()
}

/// The tag without region and script, if it is one that can be detected.
fn known(tag: &str) -> Option<&'static str> {
    let primary = tag.split(['-', '_']).next().unwrap_or_default();
    let tags = LATIN.iter().map(|(_, tag)| *tag).chain(OTHERS);
    tags.into_iter().find(|it| it.eq_ignore_ascii_case(primary))
}

#[rustfmt::skip]
const LATIN: [(Lang, &str); 22] = [
    (Lang::Eng, "en"), (Lang::Deu, "de"), (Lang::Fra, "fr"), (Lang::Spa, "es"), (Lang::Ita, "it"), (Lang::Por, "pt"),
    (Lang::Nld, "nl"), (Lang::Swe, "sv"), (Lang::Dan, "da"), (Lang::Nob, "nb"), (Lang::Fin, "fi"), (Lang::Pol, "pl"),
    (Lang::Ces, "cs"), (Lang::Slk, "sk"), (Lang::Hun, "hu"), (Lang::Ron, "ro"), (Lang::Hrv, "hr"), (Lang::Cat, "ca"),
    (Lang::Tur, "tr"), (Lang::Ind, "id"), (Lang::Vie, "vi"), (Lang::Est, "et"),
];

#[rustfmt::skip]
const OTHERS: [&str; 30] = [
    "ru", "uk", "be", "bg", "sr", "mk", "kk", "ar", "fa", "ur", "hi", "mr", "zh", "ja", "ko", "el", "hy", "he", "am",
    "th", "ml", "ta", "te", "bn", "pa", "gu", "kn", "my", "ka", "km",
];

static DETECTOR: LazyLock<Detector> =
    LazyLock::new(|| Detector::with_allowlist(LATIN.iter().map(|(lang, _)| *lang).collect()));

/// The language of a passage in Latin letters, and whether it is sure. Small words decide where they can; letter
/// triples speak along where they cannot.
fn latin(passage: &str) -> Option<(&'static str, bool)> {
    let mut votes = Votes::of(passage);
    let (tag, most, next) = votes.first();
    if most >= CLEAR && most > next * 2 {
        return Some((tag, true));
    }
    let found = DETECTOR.detect(passage)?;
    let (_, guess) = LATIN.iter().find(|(lang, _)| *lang == found.lang())?;
    let long = passage.chars().filter(|it| it.is_alphabetic()).take(LEAST).count() == LEAST;
    let points = if found.is_reliable() { RELIABLE } else { GUESSED };
    votes.favour(guess, if long { points } else { points / 2 });
    let (tag, most, next) = votes.first();
    (most >= ENOUGH && most > next).then_some((tag, most > next + MARGIN))
}

/// How many letters of a passage belong to which script or language.
#[derive(Default)]
struct Letters {
    all: usize,
    latin: usize,
    kana: usize,
    han: usize,
    urdu: usize,
    persian: usize,
    hard_sign: usize,
    east_slavic: usize,
    marathi: usize,
    /// Letters of one Cyrillic alphabet only, by the place of its tag in [`CYRILLIC`].
    own: [usize; CYRILLIC.len()],
    scripts: [usize; SCRIPTS.len()],
}

const CYRILLIC: [(&str, &str); 5] = [("kk", "әғқңөұүһ"), ("mk", "ѓќѕ"), ("sr", "ђјљњћџ"), ("be", "ў"), ("uk", "іїєґ")];

#[rustfmt::skip]
const SCRIPTS: [(&str, u32, u32); 19] = [
    ("ru", 0x400, 0x52F), ("ar", 0x600, 0x6FF), ("hi", 0x900, 0x97F), ("ko", 0xAC00, 0xD7AF), ("el", 0x370, 0x3FF),
    ("hy", 0x530, 0x58F), ("he", 0x590, 0x5FF), ("am", 0x1200, 0x137F), ("th", 0xE00, 0xE7F), ("ml", 0xD00, 0xD7F),
    ("ta", 0xB80, 0xBFF), ("te", 0xC00, 0xC7F), ("bn", 0x980, 0x9FF), ("pa", 0xA00, 0xA7F), ("gu", 0xA80, 0xAFF),
    ("kn", 0xC80, 0xCFF), ("my", 0x1000, 0x109F), ("ka", 0x10A0, 0x10FF), ("km", 0x1780, 0x17FF),
];

impl Letters {
    fn of(passage: &str, sample: usize) -> Self {
        let mut letters = Self::default();
        passage.chars().take(sample).filter(|it| it.is_alphabetic()).for_each(|it| letters.add(it));
        letters
    }

    fn add(&mut self, c: char) {
        self.all += 1;
        match c {
            '\0'..='\u{24F}' | '\u{1E00}'..='\u{1EFF}' => self.latin += 1,
            'ぁ'..='ヿ' => self.kana += 1,
            '\u{3400}'..='\u{9FFF}' | '\u{20000}'..='\u{3FFFF}' => self.han += 1,
            _ => self.add_to_script(c),
        }
    }

    fn add_to_script(&mut self, c: char) {
        let code = u32::from(c);
        let script = SCRIPTS.iter().position(|(_, first, last)| (*first..=*last).contains(&code));
        if let Some(count) = script.and_then(|it| self.scripts.get_mut(it)) {
            *count += 1;
        }
        match c {
            'ٹ' | 'ڈ' | 'ڑ' | 'ں' | 'ے' | 'ہ' | 'ھ' => self.urdu += 1,
            'پ' | 'چ' | 'ژ' | 'گ' | 'ی' | 'ک' => self.persian += 1,
            'ळ' => self.marathi += 1,
            'ъ' | 'Ъ' => self.hard_sign += 1,
            'ы' | 'э' | 'ё' | 'Э' => self.east_slavic += 1,
            '\u{400}'..='\u{42F}' | '\u{450}'..='\u{52F}' => {
                for ((_, own), count) in CYRILLIC.iter().zip(&mut self.own) {
                    *count += usize::from(c.to_lowercase().any(|small| own.contains(small)));
                }
            }
            _ => {}
        }
    }

    fn is_latin(&self) -> bool {
        self.latin * 2 > self.all
    }

    /// The language, if the script or its letters tell it.
    fn language(&self) -> Option<&'static str> {
        if (self.han + self.kana) * 2 > self.all {
            return Some(if self.kana * 20 > self.han + self.kana { "ja" } else { "zh" });
        }
        let (tag, count) = SCRIPTS.iter().zip(self.scripts).map(|((tag, ..), it)| (*tag, it)).max_by_key(|it| it.1)?;
        (count * 2 > self.all).then(|| match tag {
            "ru" => self.cyrillic(),
            "hi" if self.marathi * 200 > self.all => "mr",
            "ar" if self.urdu * 50 > self.all => "ur",
            "ar" if self.persian * 50 > self.all => "fa",
            _ => tag,
        })
    }

    fn cyrillic(&self) -> &'static str {
        let own = CYRILLIC.iter().zip(self.own).find(|(_, count)| count * 100 > self.all);
        match own {
            Some(((tag, _), _)) => tag,
            None if self.east_slavic == 0 && self.hard_sign * 200 > self.all => "bg",
            None => "ru",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::paragraphs::paragraphs;

    #[rustfmt::skip]
    const SENTENCES: [(&str, &str); 27] = [
        ("en", "The council approved the new budget for schools and hospitals on Tuesday evening."),
        ("de", "Der Stadtrat hat am Dienstag den neuen Haushalt für Schulen und Krankenhäuser beschlossen."),
        ("fr", "Le conseil municipal a adopté mardi soir le nouveau budget pour les écoles et les hôpitaux."),
        ("es", "El ayuntamiento aprobó el martes por la noche el nuevo presupuesto para las escuelas y hospitales."),
        ("it", "Il consiglio comunale ha approvato martedì sera il nuovo bilancio per le scuole e gli ospedali."),
        ("pt", "A câmara aprovou na terça-feira à noite o novo orçamento para as escolas, que não são poucas."),
        ("nl", "De gemeenteraad heeft dinsdagavond de nieuwe begroting voor scholen en ziekenhuizen goedgekeurd."),
        ("pl", "Rada miasta przyjęła we wtorek wieczorem nowy budżet dla szkół i szpitali."),
        ("cs", "Zastupitelstvo v úterý večer schválilo nový rozpočet pro školy a nemocnice, který je větší než loni."),
        ("sv", "Kommunfullmäktige antog på tisdagskvällen den nya budgeten för skolor och sjukhus."),
        ("fi", "Kaupunginvaltuusto hyväksyi tiistai-iltana koulujen ja sairaaloiden uuden talousarvion."),
        ("tr", "Belediye meclisi salı akşamı okullar ve hastaneler için yeni bütçeyi onayladı."),
        ("id", "Dewan kota menyetujui anggaran baru untuk sekolah dan rumah sakit pada hari Selasa malam."),
        ("ru", "Во вторник вечером городской совет утвердил новый бюджет для школ и больниц."),
        ("uk", "У вівторок увечері міська рада затвердила новий бюджет для шкіл і лікарень."),
        ("bg", "Във вторник вечерта общинският съвет прие новия бюджет за училищата и болниците, съобщи кметът."),
        ("kk", "Сейсенбі күні кешке қалалық кеңес мектептер мен ауруханаларға арналған жаңа бюджетті бекітті."),
        ("ar", "أقر مجلس المدينة مساء الثلاثاء الميزانية الجديدة للمدارس والمستشفيات."),
        ("fa", "شورای شهر سه‌شنبه شب بودجهٔ جدید مدارس و بیمارستان‌ها را تصویب کرد."),
        ("ur", "سٹی کونسل نے منگل کی شام اسکولوں اور ہسپتالوں کے لیے نیا بجٹ منظور کیا ہے۔"),
        ("hi", "नगर परिषद ने मंगलवार शाम को स्कूलों और अस्पतालों के लिए नया बजट पारित किया।"),
        ("zh", "市议会星期二晚上通过了学校和医院的新预算。"),
        ("ja", "市議会は火曜日の夜、学校と病院のための新しい予算を可決した。"),
        ("ko", "시의회는 화요일 저녁 학교와 병원을 위한 새 예산을 승인했다."),
        ("el", "Το δημοτικό συμβούλιο ενέκρινε το βράδυ της Τρίτης τον νέο προϋπολογισμό."),
        ("hy", "Քաղաքային խորհուրդը երեքշաբթի երեկոյան հաստատեց նոր բյուջեն։"),
        ("he", "מועצת העיר אישרה ביום שלישי בערב את התקציב החדש לבתי הספר."),
    ];

    #[test]
    fn sentences_tell_their_language() {
        for (tag, text) in SENTENCES {
            assert_eq!(detect(text), Some(tag), "{text}");
        }
        assert_eq!((detect(""), detect("123 — 456"), detect("\u{FEFF}\0")), (None, None, None));
    }

    #[test]
    fn short_passages_are_told_by_small_words_or_not_at_all() {
        let cases = [
            ("Anna Lopez met the minister. He said 300 people died.", Some("en")),
            ("Police said 3 died.", Some("en")),
            ("Taxes went up 5% in 2020.", Some("en")),
            ("Thank you.", Some("en")),
            ("John said: 'Mary said: \"Taxes rose 5%.\"'", Some("en")),
            ("Das ist nicht wahr.", Some("de")),
            ("Ce n’est pas vrai.", Some("fr")),
            ("Eso no es así.", Some("es")),
            ("Questo non è vero.", Some("it")),
            ("Isso não é verdade.", Some("pt")),
            ("Dat is niet waar.", Some("nl")),
            ("To nie jest prawda.", Some("pl")),
            ("Det är inte sant.", Some("sv")),
            ("Bu doğru değil.", Some("tr")),
            ("Itu tidak benar.", Some("id")),
            ("Acme Corp.", None),
            ("John F. Kennedy", None),
        ];
        for (text, tag) in cases {
            assert_eq!(detect(text), tag, "{text}");
        }
    }

    #[test]
    fn a_mixed_text_is_told_by_paragraph_and_short_ones_take_the_main_language() {
        let part = |tag: &str| SENTENCES.iter().find(|it| it.0 == tag).map_or("", |it| it.1);
        let text = [part("de"), "Mehr dazu", part("ur"), part("fr"), part("de"), "2019", part("de")].join("\n\n");
        let found = by_paragraph(&text, &paragraphs(&text), None);
        assert_eq!(found, ["de", "de", "ur", "fr", "de", "de", "de"].map(Some));
        assert_eq!(by_paragraph(&text, &paragraphs(&text), Some("PT-br")), [Some("pt"); 7]);
        assert_eq!(by_paragraph(&text, &paragraphs(&text), Some("xx")), [None; 7]);
    }
}
