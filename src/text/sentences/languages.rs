//! What each language brings: abbreviations and words that open a sentence, in small letters, without the last full stop.

use super::tables::Language;

/// The language of a BCP 47 tag; English for none, and what all share for one that has no table.
pub(super) fn language(tag: Option<&str>) -> &'static Language {
    let primary = tag
        .unwrap_or("en")
        .split(['-', '_'])
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    match primary.as_str() {
        "en" => &ENGLISH,
        "de" => &GERMAN,
        "fr" => &FRENCH,
        "es" => &SPANISH,
        "it" => &ITALIAN,
        "pt" => &PORTUGUESE,
        "nl" => &DUTCH,
        "da" | "nb" | "no" | "nn" => &DANISH,
        "sv" => &SWEDISH,
        "fi" => &FINNISH,
        "pl" => &POLISH,
        "cs" | "sk" => &CZECH,
        "ru" | "uk" | "bg" | "kk" => &RUSSIAN,
        "tr" => &TURKISH,
        "el" => &Language {
            terminators: &[';'],
            ..OTHER
        },
        "hy" => &Language {
            terminators: &[':'],
            ..OTHER
        },
        _ => &OTHER,
    }
}

pub(super) const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "messrs", "mme", "mlle", "dr", "prof", "st", "lt", "capt", "cllr", "cmdr", "sgt", "maj", "vs", "cf",
    "e.g", "i.e", "ca",
];
pub(super) const NUMBERS: &[&str] = &[
    "no", "nos", "nr", "n°", "nº", "p", "pp", "pg", "fig", "figs", "vol", "art", "sec", "ch", "par", "rs",
    "op", "eq", "tab", "ed",
];
pub(super) const SUFFIXES: &[&str] = &[
    "inc", "ltd", "co", "corp", "llc", "plc", "jr", "sr", "bros", "esq", "al", "ph.d", "gmbh", "jan", "feb",
    "apr", "aug", "sept", "oct", "okt", "nov", "dec", "dez",
];
pub(super) const UNITS: &[&str] = &[
    "etc", "oz", "lb", "lbs", "mi", "sq", "yd", "km", "cm", "mm", "kg", "min", "hr", "hrs",
];
pub(super) const TIMES: &[&str] = &["a.m", "p.m", "am", "pm", "b.c", "a.d", "c.e", "b.c.e", "bc", "ad"];

const OTHER: Language = Language {
    titles: &[],
    numbers: &[],
    suffixes: &[],
    units: &[],
    starters: &[],
    fronts: &[],
    said: &[],
    terminators: &[],
    ordinals: false,
};

pub(super) static ENGLISH: Language = Language {
    titles: &[
        "gen", "sen", "rep", "gov", "pres", "rev", "hon", "col", "adm", "cmdr", "mt", "viz", "eg", "ie",
        "approx", "sec'y", "supt", "det", "insp", "atty", "ave", "incl", "dept", "est", "misc",
        "reps", "sens", "gens", "univ", "assoc", "med", "fl",
    ],
    suffixes: &[
        "ft", "mar", "jun", "jul", "sep", "mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "blvd", "rd",
        "hwy", "calif", "conn", "fla", "ind", "mich", "minn", "okla", "pa",
        "penn", "tenn", "tex", "va", "vt", "wis", "wyo", "ariz", "colo", "ga", "kan",
        "ky", "md", "mont", "neb", "nev", "dist", "ext", "gal",
    ],
    starters: &[
        "a", "about", "according", "after", "all", "also", "although", "among", "an", "and", "another", "any",
        "are", "as", "at", "because", "before", "both", "but", "by", "can", "did", "do", "does", "during",
        "each", "even", "every", "few", "for", "from", "had", "has", "have", "he", "her", "here", "his", "how",
        "however", "i", "if", "in", "instead", "is", "it", "its", "last", "many", "meanwhile", "more",
        "moreover", "most", "my", "next", "no", "nobody", "not", "now", "of", "on", "one", "only", "or",
        "other", "our", "over", "please", "she", "since", "so", "some", "still", "such", "that", "the", "their",
        "then", "there", "therefore", "these", "they", "this", "those", "though", "thus", "to", "today",
        "under", "until", "was", "we", "were", "what", "when", "where", "which", "while", "who", "why", "will",
        "with", "without", "yes", "yet", "you", "your",
    ],
    fronts: &["about", "after", "around", "at", "before", "by", "from", "in", "on", "since", "until"],
    said: &[
        "said", "says", "asked", "asks", "cried", "replied", "added", "told", "wrote", "answered", "exclaimed",
        "shouted", "whispered", "wondered", "demanded",
    ],
    ..OTHER
};

static GERMAN: Language = Language {
    titles: &[
        "hr", "fr", "frl", "z.b", "d.h", "u.a", "i.d.r", "bzw", "ca", "vgl", "ggf", "sog", "evtl", "geb",
        "gest", "inkl", "zzgl", "str", "tel", "dipl", "med", "ing", "hl", "bspw", "rd", "v.a", "z.t",
        "o.ä", "s.o", "s.u", "abs", "bd", "kap", "jh", "std",
    ],
    units: &["usw", "u.s.w", "mio", "mrd", "tsd", "chr", "u.ä"],
    starters: &[
        "der", "die", "das", "dem", "den", "ein", "eine", "er", "sie", "es", "wir", "ich", "ihr", "in", "im",
        "am", "auf", "aber", "und", "doch", "so", "nach", "mit", "bei", "für", "wenn", "als", "da", "dies",
        "diese", "dieser", "auch", "nun", "seit", "was", "wer", "wie", "zu", "zum",
    ],
    ordinals: true,
    ..OTHER
};

static FRENCH: Language = Language {
    titles: &[
        "m", "mm", "mmes", "mlles", "me", "mgr", "pr", "av", "bd", "boul", "c.-à-d", "env", "ex", "tél", "p.ex",
        "cie", "éd", "chap",
    ],
    starters: &[
        "le", "la", "les", "l", "un", "une", "il", "elle", "ils", "elles", "on", "nous", "vous", "je", "ce",
        "c", "cette", "ces", "en", "dans", "mais", "et", "pour", "à", "au", "de", "d", "des", "du", "son", "sa",
        "ses",
    ],
    ..OTHER
};

static SPANISH: Language = Language {
    titles: &[
        "sr", "sra", "sres", "srta", "dra", "d", "dª", "dña", "ud", "uds", "vd", "vds", "lic", "ing", "gral",
        "avda", "av", "pág", "págs", "núm", "tel", "p.ej", "aprox", "ee", "ss.mm", "excmo", "gob", "cap",
    ],
    units: &["etc", "cía", "s.a"],
    starters: &[
        "el", "la", "los", "las", "un", "una", "en", "se", "es", "él", "ella", "lo", "su", "pero", "y", "con",
        "por", "para", "de", "del", "al", "no", "que", "qué", "este", "esta", "como", "hay", "yo",
    ],
    ..OTHER
};

static ITALIAN: Language = Language {
    titles: &[
        "sig", "sigg", "sig.ra", "dott", "dott.ssa", "ing", "avv", "on", "arch", "geom", "rag", "mons", "pag",
        "pagg", "cap", "es", "p.es", "tel", "spett", "gent", "egr", "s", "prof.ssa", "c.so", "v.le", "p.zza",
    ],
    units: &["ecc", "s.p.a", "s.r.l"],
    starters: &[
        "il", "lo", "la", "i", "gli", "le", "l", "un", "una", "è", "in", "si", "non", "ma", "e", "con", "per",
        "di", "del", "della", "nel", "da", "a", "al", "che", "questo", "questa",
    ],
    ..OTHER
};

static PORTUGUESE: Language = Language {
    titles: &[
        "sr", "sra", "srs", "sras", "dra", "d", "exmo", "exma", "eng", "av", "pág", "págs", "tel", "ex", "min",
        "dep", "cap", "r",
    ],
    units: &["cia", "s.a"],
    starters: &[
        "o", "a", "os", "as", "um", "uma", "em", "no", "na", "ele", "ela", "eles", "elas", "mas", "e", "com",
        "por", "para", "de", "do", "da", "não", "que", "este", "esta", "se",
    ],
    ..OTHER
};

static DUTCH: Language = Language {
    titles: &[
        "dhr", "mevr", "mw", "mr", "drs", "ir", "ing", "bijv", "bv", "blz", "d.w.z", "m.b.t", "o.a", "t.a.v",
        "t.o.v", "i.p.v", "resp", "tel", "jhr",
    ],
    units: &["enz", "jl", "e.d"],
    starters: &[
        "de", "het", "een", "hij", "zij", "ze", "er", "in", "op", "dat", "dit", "we", "ik", "en", "maar",
    ],
    ..OTHER
};

static DANISH: Language = Language {
    titles: &[
        "hr", "fr", "f.eks", "bl.a", "dvs", "d.v.s", "ca", "jf", "pga", "evt", "inkl", "ekskl", "kl", "kap",
        "stk", "tlf", "vedr", "f", "ang", "mht", "iflg", "hhv", "kgl", "skt", "s", "pkt",
    ],
    units: &["osv", "mv", "m.v", "m.m", "mm", "mio", "mia", "kr", "o.l", "m.fl"],
    starters: &[
        "den", "det", "de", "en", "et", "han", "hun", "vi", "jeg", "der", "i", "på", "og", "men", "så", "da",
        "når", "hvis", "for", "med", "som",
    ],
    ordinals: true,
    ..OTHER
};

static SWEDISH: Language = Language {
    titles: &[
        "t.ex", "bl.a", "dvs", "d.v.s", "ca", "kl", "jfr", "hr", "fr", "inkl", "exkl", "s.k", "resp", "tel",
        "f.d",
    ],
    units: &["osv", "m.m", "mm", "etc", "milj", "kr", "m.fl"],
    starters: &[
        "den", "det", "de", "en", "ett", "han", "hon", "vi", "jag", "i", "på", "och", "men", "så", "när", "om",
        "för", "med",
    ],
    ..OTHER
};

static FINNISH: Language = Language {
    titles: &["esim", "ts", "ks", "n", "v", "ns", "mm", "tri", "toht", "nk", "vrt", "os", "puh", "klo", "em"],
    units: &["jne", "ym", "yms", "eaa", "jaa", "milj", "mrd"],
    starters: &["se", "hän", "he", "ne", "tämä", "ja", "mutta", "kun", "jos", "on", "ei"],
    ordinals: true,
    ..OTHER
};

static POLISH: Language = Language {
    titles: &[
        "np", "tzn", "tzw", "m.in", "ul", "al", "św", "prof", "hab", "inż", "mgr", "gen", "płk",
        "kpt", "red", "ks", "bp", "abp", "pl", "os", "tel", "godz", "ur", "zm", "por", "wg", "zob", "tj", "o.o",
        "z.o.o",
    ],
    units: &["itd", "itp", "r", "w", "mln", "mld", "tys", "zł", "n.e", "p.n.e"],
    starters: &[
        "w", "na", "to", "jest", "nie", "i", "a", "ale", "z", "po", "do", "o", "on", "ona", "oni", "ten", "ta",
        "jak", "gdy",
    ],
    ordinals: true,
    ..OTHER
};

static CZECH: Language = Language {
    titles: &[
        "např", "napr", "tzn", "tzv", "mj", "ul", "nám", "sv", "mgr", "ing", "bc", "mudr", "judr", "phdr",
        "rndr", "doc", "gen", "plk", "č", "str", "tel", "tj", "resp", "kupř", "srov", "popř", "hod", "ods",
    ],
    units: &["atd", "apod", "atp", "mil", "mld", "tis", "kč", "n.l", "př", "s.r.o", "a.s"],
    starters: &[
        "v", "na", "to", "je", "ne", "a", "ale", "s", "po", "do", "o", "on", "ona", "oni", "ten", "ta", "jak",
        "když", "podle", "pro", "za", "ve",
    ],
    ordinals: true,
    ..OTHER
};

static RUSSIAN: Language = Language {
    titles: &[
        "т.е", "т.к", "т.н", "ул", "пр", "просп", "пл", "пер", "проф", "акад", "ген", "гр", "стр", "рис",
        "см", "ср", "напр", "тел", "св", "обл", "р-н", "ст", "гл", "д", "кв", "корп", "оз", "о", "п", "с", "м",
        "ім", "вул", "напр", "проф",
    ],
    units: &[
        "г", "гг", "в", "вв", "т.д", "т.п", "др", "пр", "руб", "коп", "тыс", "млн", "млрд", "чел", "кг", "км",
        "н.э", "р", "рр", "ін", "грн", "тис", "ст", "год", "хв",
    ],
    suffixes: &["им"],
    starters: &[
        "в", "во", "на", "и", "но", "а", "он", "она", "они", "это", "мы", "я", "не", "по", "за", "с", "как", "что",
        "для", "при", "после", "также", "однако", "если", "у", "к", "из", "его", "её",
    ],
    ..OTHER
};

static TURKISH: Language = Language {
    titles: &[
        "dr", "doç", "av", "sn", "örn", "bkz", "yy", "cad", "sok", "mah", "yrd", "alb", "org", "tel", "apt",
    ],
    units: &["vb", "vs", "vd", "a.ş", "ltd.şti"],
    ordinals: true,
    ..OTHER
};
