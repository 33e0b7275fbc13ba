//! What joins statements, and the verbs that are known to be verbs.

pub(super) struct Words {
    pub and: &'static [&'static str],
    /// Behind a comma these begin another statement.
    pub but: &'static [&'static str],
    pub which: &'static [&'static str],
    /// No main verb is looked for behind these.
    pub relative: &'static [&'static str],
    pub verbs: &'static [&'static str],
    /// What a subject in small letters begins with.
    pub subjects: &'static [&'static str],
    /// Endings of a participle that says what came of it.
    pub results: &'static [&'static str],
    pub by: &'static [&'static str],
    /// Words in "-ed" are verbs.
    pub ed: bool,
    /// The script has capitals, and the table has verbs.
    pub cased: bool,
}

pub(super) const ADVERBS: &[&str] = &["then", "also", "later", "now", "still", "never", "soon", "even", "since", "already", "therefore", "thus", "subsequently", "luego", "también", "dann", "auch", "puis", "ensuite"];

/// Words in "-ed" that are no past tense.
pub(super) const NOT_PAST: &[&str] = &["hundred", "indeed", "speed", "breed", "exceed", "proceed", "succeed", "sacred", "naked", "wicked", "united", "infrared", "kindred", "unprecedented", "so-called", "related", "based", "aged", "armed", "combined"];

pub(super) const PRONOUNS: &[&str] = &["he", "she", "it", "they", "we", "i", "you"];

/// What follows is supposed, and not stated.
pub(super) const IF: &[&str] = &["If ", "Unless ", "Wenn ", "Falls ", "Si ", "Se ", "Als ", "Jeśli ", "Pokud ", "Если ", "Om ", "Jos ", "Eğer ", "Jika ", "如果"];

/// What opens a sentence and belongs to none of its statements.
pub(super) const OPENERS: &[&str] = &["but", "and", "yet", "so", "however", "aber", "und", "doch", "mais", "et", "pero", "y", "ma", "mas", "maar", "en", "ale", "но", "men", "och"];

/// Words that look like a result and are none.
pub(super) const NO_RESULTS: &[&str] = &[
    "including", "according", "during", "following", "regarding", "concerning", "excluding", "considering", "notwithstanding", "depending", "saying", "adding", "arguing", "claiming", "insisting", "warning", "speaking", "morning",
    "evening", "something", "nothing", "anything", "everything", "building", "housing", "meaning", "assuming", "starting", "beginning", "barring", "managing", "acting", "leading", "ruling", "founding", "governing", "sitting", "standing", "having", "being", "bring", "thing", "spring", "string", "king", "pending", "owing", "respecting", "citing", "noting", "cuando", "siendo", "quando", "segundo", "fernando",
];

pub(super) fn words(lang: Option<&str>) -> &'static Words {
    let primary = lang.unwrap_or("en").split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    match primary.as_str() {
        "en" => &ENGLISH,
        "de" => &GERMAN,
        "fr" => &FRENCH,
        "es" => &SPANISH,
        "it" => &ITALIAN,
        "pt" => &PORTUGUESE,
        "nl" => &DUTCH,
        "sv" => &SWEDISH,
        "pl" => &POLISH,
        "cs" => &CZECH,
        "ru" => &RUSSIAN,
        _ => &OTHER,
    }
}

const OTHER: Words = Words { and: &[], but: &[], which: &[], relative: &[], verbs: &[], subjects: &[], results: &[], by: &[], ed: false, cased: false };

static ENGLISH: Words = Words {
    and: &["and"],
    but: &["while", "whereas", "but", "although", "though", "yet", "and"],
    which: &["which", "who"],
    relative: &["that", "which", "who", "whom", "whose", "where", "when", "because", "if", "to"],
    verbs: &[
        "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may", "might", "must", "should", "did", "does", "do", "rose", "fell", "cost", "costs", "built", "said", "says", "went", "made", "took", "gave", "grew", "began",
        "won", "lost", "paid", "pays", "sold", "sells", "bought", "cut", "put", "set", "hit", "left", "held", "holds", "kept", "keeps", "told", "found", "became", "came", "comes", "got", "ran", "runs", "led", "leads", "sent", "spent", "spends", "met", "meets", "saw", "shut", "stood",
        "stands", "struck", "broke", "brought", "caught", "chose", "drew", "drove", "fought", "flew", "knew", "laid", "lent", "let", "meant", "sank", "sat", "shook", "shot", "slept", "spoke", "stole", "taught", "thought", "threw", "wrote", "fed", "fled", "shrank", "withdrew", "employs",
        "needs", "gets", "gives", "takes", "makes", "works", "lives", "owns", "produces", "uses", "covers", "earns", "exports", "imports", "receives", "serves", "carries", "counts", "expects", "plans", "remains", "rises", "falls", "grows", "shows", "wants", "includes", "belongs", "serve",
        "employ", "need", "live", "earn", "remain", "want", "overtook", "underwent", "forbade", "forgot", "hurt", "read", "rode", "beat", "bore", "dealt", "dug", "wore", "wound", "swept", "sought", "split", "spread", "quit",
    ],
    subjects: &["the", "a", "an", "he", "she", "it", "they", "we", "i", "its", "their", "his", "her", "our", "this", "these", "that", "those", "there", "some", "many", "most", "more", "no", "two", "three", "four", "five", "half", "only", "another", "wages", "prices", "rents", "people", "nobody"],
    results: &["ing"],
    by: &["by", "to", "from", "at"],
    ed: true,
    cased: true,
};

static GERMAN: Words = Words {
    and: &["und"],
    but: &["während", "aber", "doch", "wobei", "sondern", "und", "obwohl"],
    which: &[],
    relative: &["dass", "weil", "wenn", "ob", "damit"],
    verbs: &[
        "ist", "sind", "war", "waren", "hat", "haben", "hatte", "hatten", "wird", "werden", "wurde", "wurden", "kann", "können", "konnte", "muss", "müssen", "soll", "sollen", "stieg", "stiegen", "sank", "sanken", "fiel", "fielen", "kostet", "kostete", "kosteten",
        "liegt", "lag", "lagen", "baute", "bauten", "ging", "gingen", "kam", "kamen", "gab", "gibt", "nahm", "nahmen", "verlor", "gewann", "zahlt", "zahlte", "verkaufte", "kaufte", "schloss", "begann", "wuchs", "blieb", "bleibt", "steht", "stand", "fasst", "beschäftigt", "eröffnete", "tötete", "starben", "beträgt", "betrug",
    ],
    subjects: &["der", "die", "das", "ein", "eine", "er", "sie", "es", "wir", "ihre", "seine", "in"],
    results: &[],
    by: &["um", "auf", "von"],
    ed: false,
    cased: true,
};

static FRENCH: Words = Words {
    and: &["et"],
    but: &["mais", "tandis", "alors", "et", "or"],
    which: &["qui"],
    relative: &["que", "qui", "dont", "où", "si", "parce"],
    verbs: &[
        "est", "sont", "était", "étaient", "a", "ont", "avait", "avaient", "sera", "seront", "fut", "furent", "peut", "peuvent", "doit", "doivent", "va", "vont", "coûte", "coûtent", "augmente", "augmentent", "baisse", "baissent", "compte", "comptent", "représente", "emploie", "perd",
    ],
    subjects: &["le", "la", "les", "l", "un", "une", "des", "il", "elle", "ils", "elles", "ce", "cette", "ces", "son", "sa", "ses"],
    results: &["ant"],
    by: &["de", "à"],
    ed: false,
    cased: true,
};

static SPANISH: Words = Words {
    and: &["y", "e"],
    but: &["mientras", "pero", "aunque", "y"],
    which: &["que"],
    relative: &["que", "quien", "donde", "cuando", "si", "porque"],
    verbs: &[
        "es", "son", "era", "eran", "fue", "fueron", "ha", "han", "había", "habían", "está", "están", "estaba", "tiene", "tienen", "tenía", "será", "serán", "puede", "pueden", "debe", "cuesta", "costó", "subió", "subieron", "bajó", "bajaron", "cayó", "cayeron", "construyó", "murieron",
        "perdió", "ganó", "abrió", "cerró", "creció", "aumentó", "redujo", "invirtió", "pagó", "recibió", "vendió", "compró", "emplea", "cuenta", "dejó", "mató",
    ],
    subjects: &["el", "la", "los", "las", "un", "una", "ella", "él", "ellos", "su", "sus", "este", "esta"],
    results: &["ando", "iendo"],
    by: &["un", "en", "a", "de"],
    ed: false,
    cased: true,
};

static ITALIAN: Words = Words {
    and: &["e", "ed"],
    but: &["mentre", "ma", "però", "e"],
    which: &["che"],
    relative: &["che", "cui", "dove", "quando", "se", "perché"],
    verbs: &[
        "è", "sono", "era", "erano", "fu", "furono", "ha", "hanno", "aveva", "avevano", "sarà", "saranno", "può", "possono", "deve", "devono", "costa", "costano", "costò", "salì", "cresce", "conta", "impiega", "perde", "vale", "va", "viene", "vengono", "resta", "restano",
    ],
    subjects: &["il", "lo", "la", "i", "gli", "le", "un", "una", "l", "lui", "lei", "questo", "questa"],
    results: &["ando", "endo"],
    by: &["del", "di", "a", "al"],
    ed: false,
    cased: true,
};

static PORTUGUESE: Words = Words {
    and: &["e"],
    but: &["enquanto", "mas", "embora", "e"],
    which: &["que"],
    relative: &["que", "quem", "onde", "quando", "se", "porque"],
    verbs: &[
        "é", "são", "era", "eram", "foi", "foram", "tem", "têm", "tinha", "havia", "está", "estão", "será", "serão", "pode", "podem", "deve", "custa", "custou", "subiu", "subiram", "caiu", "caíram", "cresceu", "aumentou", "perdeu", "ganhou", "abriu", "fechou", "pagou", "vendeu", "comprou", "construiu", "emprega", "matou", "morreram",
    ],
    subjects: &["o", "a", "os", "as", "um", "uma", "ele", "ela", "seu", "sua", "este", "esta"],
    results: &["ando", "endo", "indo"],
    by: &["em", "para", "de"],
    ed: false,
    cased: true,
};

static DUTCH: Words = Words {
    and: &["en"],
    but: &["terwijl", "maar", "hoewel", "en"],
    which: &[],
    relative: &["dat", "die", "omdat", "als", "waar"],
    verbs: &[
        "is", "zijn", "was", "waren", "heeft", "hebben", "had", "hadden", "wordt", "worden", "werd", "werden", "kan", "kunnen", "moet", "moeten", "zal", "zullen", "steeg", "stegen", "daalde", "daalden", "kost", "kostte", "kostten", "ging", "kwam", "bouwde", "verloor", "won", "betaalt", "telt", "telde", "opende", "sloot", "groeide",
    ],
    subjects: &["de", "het", "een", "hij", "zij", "ze", "er", "zijn", "haar", "hun"],
    results: &[],
    by: &["met", "naar", "van"],
    ed: false,
    cased: true,
};

static SWEDISH: Words = Words {
    and: &["och"],
    but: &["medan", "men", "och"],
    which: &["vilket", "som"],
    relative: &["att", "som", "när", "om"],
    verbs: &[
        "är", "var", "har", "hade", "blir", "blev", "kan", "kunde", "ska", "skulle", "måste", "steg", "sjönk", "föll", "kostar", "kostade", "ligger", "byggde", "gick", "kom", "fick", "får", "öppnade", "stängde", "ökade", "minskade", "förlorade", "vann", "betalade", "sålde", "köpte", "växte",
    ],
    subjects: &["den", "det", "de", "en", "ett", "han", "hon", "man", "sin"],
    results: &[],
    by: &["med", "till", "från"],
    ed: false,
    cased: true,
};

static POLISH: Words = Words {
    and: &["i", "oraz"],
    but: &["a", "ale", "natomiast", "podczas", "jednak"],
    which: &[],
    relative: &["że", "który", "która", "które", "gdy", "jeśli", "żeby"],
    verbs: &[
        "jest", "są", "był", "była", "było", "byli", "były", "ma", "mają", "miał", "miała", "może", "mogą", "został", "została", "zostało", "zostały", "kosztuje", "kosztował", "kosztowała", "kosztowało", "wzrósł", "wzrosła", "wzrosły", "spadł", "spadła", "spadły", "zbudował", "otworzył", "zamknięto", "zapłacił", "wynosi", "wyniósł", "wyniosła", "liczy",
    ],
    subjects: &["ten", "ta", "to", "on", "ona", "oni", "jego", "jej", "ich"],
    results: &["ąc"],
    by: &["o", "do", "z"],
    ed: false,
    cased: true,
};

static CZECH: Words = Words {
    and: &["a"],
    but: &["zatímco", "ale", "avšak", "kdežto"],
    which: &[],
    relative: &["že", "který", "která", "které", "když", "aby", "pokud"],
    verbs: &[
        "je", "jsou", "byl", "byla", "bylo", "byli", "byly", "má", "mají", "měl", "měla", "může", "mohou", "bude", "budou", "stojí", "stál", "stála", "stálo", "vzrostl", "vzrostla", "vzrostly", "klesl", "klesla", "klesly", "postavil", "otevřel", "zavřel", "zaplatil", "činí", "činil",
    ],
    subjects: &["ten", "ta", "to", "on", "ona", "oni", "jeho", "její", "jejich"],
    results: &[],
    by: &["o", "na", "z"],
    ed: false,
    cased: true,
};

static RUSSIAN: Words = Words {
    and: &["и"],
    but: &["а", "но", "однако"],
    which: &[],
    relative: &["что", "который", "которая", "которые", "когда", "если", "чтобы"],
    verbs: &[
        "был", "была", "было", "были", "будет", "будут", "есть", "стал", "стала", "стали", "вырос", "выросла", "выросли", "упал", "упала", "упали", "снизился", "снизилась", "снизились", "стоил", "стоила", "стоило", "стоит", "построил", "построила", "построили", "открыл", "открыла", "открыли", "закрыл", "закрыли", "погибли",
        "составил", "составила", "составило", "составляет", "имеет", "может", "могут", "потерял", "потеряла", "заплатил", "получил", "получила", "увеличился", "увеличилась", "сократился", "сократилась",
    ],
    subjects: &["он", "она", "оно", "они", "это", "этот", "эта", "его", "её", "их", "цены", "зарплаты"],
    results: &[],
    by: &["на", "до", "с"],
    ed: false,
    cased: true,
};
