//! Words that only mean something beside other sentences, by language.

pub(super) struct Words {
    /// Subjects that are replaced by a name where only one can be meant; only where they stand for people alone.
    pub he: &'static [&'static str],
    pub she: &'static [&'static str],
    pub pronouns: &'static [&'static str],
    pub this: &'static [&'static str],
    pub there: &'static [&'static str],
    pub here: &'static [&'static str],
    pub same: &'static [(&'static str, &'static str)],
    pub today: &'static [&'static str],
    pub last_year: &'static [(&'static str, &'static str)],
    pub i: &'static [&'static str],
    /// What may stand before a leading pronoun.
    pub openers: &'static [&'static str],
    /// Names are told by their capitals.
    pub names: bool,
    /// Words are not divided by spaces: the words of this table are looked for inside runs.
    pub wide: bool,
}

/// Behind "there" these only say that something exists.
pub(super) const EXISTS: &[&str] = &["is", "are", "was", "were", "has", "have", "had", "will", "would", "may", "might", "must", "can", "could", "should"];

const OTHER: Words =
    Words { he: &[], she: &[], pronouns: &[], this: &[], there: &[], here: &[], same: &[], today: &[], last_year: &[], i: &[], openers: &[], names: false, wide: false };

pub(super) fn words(language: &str) -> &'static Words {
    TABLE.iter().find(|it| it.0 == language).map_or(&OTHER, |it| &it.1)
}

/// Behind "it is" these make the pronoun mean nothing.
pub(super) const EMPTY: &[&str] =
    &["true", "clear", "possible", "impossible", "likely", "unlikely", "said", "known", "estimated", "expected", "important", "difficult", "hard", "easy", "wrong", "right", "time", "no", "false", "illegal", "legal", "necessary", "because"];

static TABLE: &[(&str, Words)] = &[
    ("en", Words {
        he: &["he"],
        she: &["she"],
        pronouns: &["it", "they", "his", "her", "hers", "its", "their", "theirs", "him", "them", "it's", "they're", "he's", "she's", "he'd", "she'd", "they've", "he'll", "she'll"],
        this: &["this", "these", "that", "those", "such", "that's", "neither", "both"],
        there: &["there", "then", "here", "afterwards", "meanwhile", "elsewhere"],
        here: &["here"],
        same: &[("the", "latter"), ("the", "same"), ("the", "others")],
        today: &["yesterday", "today", "tomorrow", "tonight", "nowadays", "recently", "currently", "ago", "now"],
        last_year: &[
            ("last", "year"), ("last", "month"), ("last", "week"), ("last", "night"), ("last", "summer"), ("last", "winter"), ("last", "spring"), ("last", "autumn"), ("last", "monday"), ("last", "tuesday"), ("last", "wednesday"), ("last", "thursday"),
            ("last", "friday"), ("last", "saturday"), ("last", "sunday"), ("next", "year"), ("next", "month"), ("next", "week"), ("next", "summer"), ("next", "spring"), ("this", "year"), ("this", "month"), ("this", "week"), ("this", "morning"), ("this", "summer"), ("this", "autumn"), ("this", "spring"), ("this", "winter"), ("year", "before"), ("on", "monday"), ("on", "tuesday"), ("on", "wednesday"), ("on", "thursday"), ("on", "friday"), ("on", "saturday"), ("on", "sunday"),
        ],
        i: &["we", "our", "ours", "us", "my", "mine", "me", "i'm", "i've", "i'll", "i'd", "we've", "we're", "we'll", "we'd", "myself", "ourselves"],
        openers: &["but", "and", "so", "yet", "still", "also", "because"],
        names: true,
        ..OTHER
    }),
    ("de", Words {
        pronouns: &["er", "sie", "es", "ihm", "ihn", "ihr", "ihre", "ihnen", "sein", "seine"],
        this: &["das", "dies", "diese", "dieser", "dieses", "diesem", "solche", "beide", "beides"],
        there: &["dort", "da", "damals", "dann", "hier", "danach"],
        here: &["hier"],
        same: &[("der", "letztere"), ("die", "letztere"), ("derselbe", "derselbe")],
        today: &["gestern", "heute", "morgen", "kürzlich", "derzeit", "jetzt", "vorgestern"],
        last_year: &[("letztes", "jahr"), ("letzten", "jahr"), ("vergangenen", "jahr"), ("voriges", "jahr"), ("dieses", "jahr"), ("diesem", "jahr"), ("nächstes", "jahr"), ("nächsten", "jahr"), ("letzte", "woche"), ("letzten", "monat"), ("diese", "woche")],
        i: &["ich", "wir", "unser", "unsere", "unseren", "unserem", "mein", "meine", "uns", "mir", "mich"],
        openers: &["aber", "und", "doch"],
        ..OTHER
    }),
    ("fr", Words {
        pronouns: &["il", "elle", "ils", "elles", "son", "sa", "ses", "leur", "leurs", "lui"],
        this: &["cela", "ça", "ce", "cet", "cette", "ces", "celui-ci", "celle-ci", "c'est", "ceux-ci"],
        there: &["là", "alors", "ici", "ensuite", "puis"],
        here: &["ici"],
        same: &[("le", "même"), ("la", "même"), ("ce", "dernier"), ("cette", "dernière")],
        today: &["hier", "aujourd'hui", "demain", "récemment", "actuellement", "maintenant"],
        last_year: &[("l'an", "dernier"), ("l'année", "dernière"), ("cette", "année"), ("semaine", "dernière"), ("mois", "dernier"), ("année", "prochaine"), ("an", "prochain"), ("cette", "semaine")],
        i: &["je", "nous", "notre", "nos", "mon", "ma", "mes", "moi", "j'ai"],
        openers: &["mais", "et", "or"],
        ..OTHER
    }),
    ("es", Words {
        he: &["él"],
        she: &["ella"],
        pronouns: &["ellos", "ellas", "su", "sus", "le", "les", "lo"],
        this: &["esto", "eso", "este", "esta", "estos", "estas", "ese", "esa", "aquello", "ambos", "ambas"],
        there: &["allí", "ahí", "entonces", "aquí", "después", "luego"],
        here: &["aquí"],
        same: &[("el", "mismo"), ("la", "misma"), ("este", "último"), ("esta", "última")],
        today: &["ayer", "hoy", "mañana", "recientemente", "actualmente", "ahora", "anoche"],
        last_year: &[("año", "pasado"), ("mes", "pasado"), ("semana", "pasada"), ("este", "año"), ("próximo", "año"), ("esta", "semana"), ("este", "mes")],
        i: &["yo", "nosotros", "nuestro", "nuestra", "nuestros", "nuestras", "mi", "mis", "nos", "hemos", "somos"],
        openers: &["pero", "y"],
        names: true,
        ..OTHER
    }),
    ("it", Words {
        pronouns: &["lui", "lei", "essi", "esse", "loro", "egli", "ella", "suo", "sua", "suoi", "sue"],
        this: &["questo", "questa", "questi", "queste", "ciò", "quello", "quella", "entrambi"],
        there: &["lì", "là", "allora", "qui", "poi"],
        here: &["qui", "qua"],
        same: &[("lo", "stesso"), ("la", "stessa"), ("quest'ultimo", "ha"), ("quest'ultima", "ha")],
        today: &["ieri", "oggi", "domani", "recentemente", "attualmente", "adesso"],
        last_year: &[("anno", "scorso"), ("l'anno", "scorso"), ("settimana", "scorsa"), ("mese", "scorso"), ("quest'anno", "è"), ("anno", "prossimo")],
        i: &["io", "noi", "nostro", "nostra", "nostri", "nostre", "mio", "mia", "abbiamo", "siamo"],
        openers: &["ma", "e"],
        ..OTHER
    }),
    ("pt", Words {
        pronouns: &["ele", "ela", "eles", "elas", "seu", "sua", "seus", "suas", "dele", "dela"],
        this: &["isto", "isso", "este", "esta", "esse", "essa", "estes", "estas", "aquilo", "ambos"],
        there: &["lá", "ali", "então", "aqui", "depois"],
        here: &["aqui"],
        same: &[("o", "mesmo"), ("a", "mesma"), ("este", "último"), ("esta", "última")],
        today: &["ontem", "hoje", "amanhã", "recentemente", "atualmente", "agora"],
        last_year: &[("ano", "passado"), ("mês", "passado"), ("semana", "passada"), ("este", "ano"), ("próximo", "ano"), ("esta", "semana")],
        i: &["eu", "nós", "nosso", "nossa", "nossos", "nossas", "meu", "minha", "temos", "somos"],
        openers: &["mas", "e"],
        ..OTHER
    }),
    ("nl", Words {
        pronouns: &["hij", "zij", "ze", "het", "zijn", "haar", "hun", "hem"],
        this: &["dit", "dat", "deze", "die", "zulke", "beide"],
        there: &["daar", "toen", "hier", "er", "dan", "daarna"],
        here: &["hier"],
        same: &[("de", "laatste"), ("hetzelfde", "geldt"), ("de", "eerste")],
        today: &["gisteren", "vandaag", "morgen", "onlangs", "momenteel", "nu"],
        last_year: &[("vorig", "jaar"), ("vorige", "week"), ("vorige", "maand"), ("dit", "jaar"), ("volgend", "jaar"), ("deze", "week")],
        i: &["ik", "wij", "we", "ons", "onze", "mijn", "mij"],
        openers: &["maar", "en"],
        ..OTHER
    }),
    ("pl", Words {
        pronouns: &["on", "ona", "ono", "oni", "one", "jego", "jej", "ich", "jemu", "im"],
        this: &["to", "ten", "ta", "te", "ci", "tamten", "oba", "obie"],
        there: &["tam", "wtedy", "tu", "tutaj", "potem"],
        here: &["tu", "tutaj"],
        same: &[("ten", "sam"), ("ta", "sama"), ("ten", "ostatni"), ("to", "samo")],
        today: &["wczoraj", "dziś", "dzisiaj", "jutro", "niedawno", "obecnie", "teraz"],
        last_year: &[("zeszłym", "roku"), ("ubiegłym", "roku"), ("tym", "roku"), ("przyszłym", "roku"), ("zeszłym", "tygodniu"), ("tym", "tygodniu")],
        i: &["ja", "my", "nasz", "nasza", "nasze", "mój", "moja", "nam", "nas"],
        openers: &["ale", "i", "a"],
        ..OTHER
    }),
    ("cs", Words {
        pronouns: &["on", "ona", "ono", "oni", "ony", "jeho", "její", "jejich", "mu", "jim"],
        this: &["to", "ten", "ta", "tento", "tato", "toto", "tyto", "oba", "obě"],
        there: &["tam", "tehdy", "tady", "zde", "pak", "potom"],
        here: &["tady", "zde"],
        same: &[("ten", "samý"), ("totéž", "platí"), ("ten", "druhý")],
        today: &["včera", "dnes", "zítra", "nedávno", "nyní", "teď", "loni", "letos"],
        last_year: &[("minulý", "rok"), ("minulém", "roce"), ("příští", "rok"), ("letošním", "roce"), ("minulý", "týden"), ("tento", "týden")],
        i: &["já", "my", "náš", "naše", "naši", "můj", "moje", "jsme", "nás", "nám"],
        openers: &["ale", "a"],
        ..OTHER
    }),
    ("ru", Words {
        pronouns: &["он", "она", "оно", "они", "его", "её", "ее", "их", "ему", "ей", "им"],
        this: &["это", "этот", "эта", "эти", "тот", "та", "те", "такой", "оба", "обе"],
        there: &["там", "тогда", "здесь", "тут", "потом"],
        here: &["здесь", "тут"],
        same: &[("тот", "же"), ("та", "же"), ("то", "же"), ("те", "же")],
        today: &["вчера", "сегодня", "завтра", "недавно", "сейчас", "теперь"],
        last_year: &[("прошлом", "году"), ("этом", "году"), ("следующем", "году"), ("прошлой", "неделе"), ("прошлом", "месяце"), ("этой", "неделе")],
        i: &["я", "мы", "наш", "наша", "наше", "наши", "мой", "моя", "нас", "нам"],
        openers: &["но", "и", "а"],
        ..OTHER
    }),
    ("sv", Words {
        he: &["han"],
        she: &["hon"],
        pronouns: &["den", "det", "de", "hans", "hennes", "dess", "deras", "honom", "henne", "dem"],
        this: &["detta", "denna", "dessa", "sådana", "båda"],
        there: &["där", "då", "här", "sedan"],
        here: &["här"],
        same: &[("den", "senare"), ("den", "förra"), ("samma", "sak")],
        today: &["igår", "idag", "imorgon", "nyligen", "nu", "ifjol"],
        last_year: &[("i", "år"), ("förra", "året"), ("nästa", "år"), ("förra", "veckan"), ("i", "går"), ("i", "dag"), ("i", "fjol"), ("i", "morgon"), ("denna", "vecka")],
        i: &["jag", "vi", "vår", "vårt", "våra", "oss", "min", "mitt", "mina"],
        openers: &["men", "och"],
        names: true,
        ..OTHER
    }),
    ("fi", Words {
        pronouns: &["hän", "se", "he", "ne", "hänen", "heidän", "niiden", "sen"],
        this: &["tämä", "nämä", "tuo", "nuo", "molemmat"],
        there: &["siellä", "silloin", "täällä", "sitten", "sinne"],
        here: &["täällä"],
        same: &[("sama", "koskee"), ("jälkimmäinen", "on")],
        today: &["eilen", "tänään", "huomenna", "äskettäin", "nyt", "viimeksi"],
        last_year: &[("viime", "vuonna"), ("tänä", "vuonna"), ("ensi", "vuonna"), ("viime", "viikolla"), ("viime", "kuussa"), ("tällä", "viikolla")],
        i: &["minä", "me", "meidän", "minun", "meille", "meillä", "olemme"],
        openers: &["mutta", "ja"],
        ..OTHER
    }),
    ("tr", Words {
        pronouns: &["o", "onlar", "onun", "onların", "ona", "onlara"],
        this: &["bu", "şu", "bunlar", "şunlar", "bunun", "böyle", "ikisi"],
        there: &["orada", "burada", "sonra", "oraya"],
        here: &["burada"],
        same: &[("aynı", "şekilde"), ("aynı", "zamanda"), ("o", "zaman")],
        today: &["dün", "bugün", "yarın", "geçenlerde", "şimdi"],
        last_year: &[("geçen", "yıl"), ("bu", "yıl"), ("gelecek", "yıl"), ("geçen", "hafta"), ("geçen", "ay"), ("bu", "hafta")],
        i: &["ben", "biz", "bizim", "benim", "bize", "bana"],
        openers: &["ama", "ve"],
        ..OTHER
    }),
    ("id", Words {
        pronouns: &["dia", "ia", "mereka", "beliau"],
        this: &["ini", "itu", "hal", "keduanya", "tersebut"],
        there: &["sana", "situ", "sini", "kemudian", "lalu"],
        here: &["sini"],
        same: &[("hal", "serupa"), ("hal", "yang")],
        today: &["kemarin", "besok", "baru-baru", "sekarang"],
        last_year: &[("tahun", "lalu"), ("tahun", "ini"), ("tahun", "depan"), ("hari", "ini"), ("minggu", "lalu"), ("bulan", "lalu"), ("pekan", "lalu")],
        i: &["saya", "aku", "kami", "kita"],
        openers: &["tetapi", "dan", "namun"],
        ..OTHER
    }),
    ("ar", Words {
        pronouns: &["هو", "هي", "هم", "هما", "وهو", "وهي", "وهم"],
        this: &["هذا", "هذه", "ذلك", "تلك", "هؤلاء", "وهذا", "وهذه", "كلاهما"],
        there: &["هناك", "هنا", "حينها", "ثم", "آنذاك"],
        here: &["هنا"],
        same: &[("الأمر", "نفسه"), ("الشيء", "نفسه")],
        today: &["أمس", "اليوم", "غدا", "غدًا", "مؤخرا", "مؤخرًا", "الآن", "حاليا", "حاليًا"],
        last_year: &[("العام", "الماضي"), ("السنة", "الماضية"), ("هذا", "العام"), ("العام", "المقبل"), ("الأسبوع", "الماضي"), ("الشهر", "الماضي"), ("العام", "الجاري")],
        i: &["أنا", "نحن", "لدينا", "عندنا"],
        openers: &["لكن", "ولكن"],
        ..OTHER
    }),
    ("fa", Words {
        pronouns: &["او", "وی", "آنها", "آن‌ها", "ایشان"],
        this: &["این", "آن", "اینها", "همین", "هر"],
        there: &["آنجا", "اینجا", "سپس", "بعد"],
        here: &["اینجا"],
        same: &[("همان", "طور"), ("این", "دو")],
        today: &["دیروز", "امروز", "فردا", "اخیرا", "اخیراً", "اکنون", "پارسال", "امسال"],
        last_year: &[("سال", "گذشته"), ("سال", "آینده"), ("هفته", "گذشته"), ("ماه", "گذشته"), ("سال", "جاری")],
        i: &["من", "ما"],
        openers: &["اما", "و"],
        ..OTHER
    }),
    ("ur", Words {
        pronouns: &["وہ", "اس", "ان", "انہوں", "اُنہوں", "انہیں", "اسے", "یہ"],
        this: &["ایسا", "ایسی", "دونوں", "اسی"],
        there: &["وہاں", "یہاں", "پھر", "تب"],
        here: &["یہاں"],
        same: &[("اسی", "طرح"), ("یہی", "بات")],
        today: &["آج", "حال", "اب"],
        last_year: &[("گزشتہ", "سال"), ("پچھلے", "سال"), ("اس", "سال"), ("اگلے", "سال"), ("گزشتہ", "ہفتے"), ("گزشتہ", "روز"), ("گزشتہ", "ماہ"), ("رواں", "سال")],
        i: &["ہم", "ہماری", "ہمارے", "ہمارا", "میرا", "میری", "میرے"],
        openers: &["لیکن", "اور", "مگر"],
        ..OTHER
    }),
    ("hi", Words {
        pronouns: &["वह", "वे", "उन्होंने", "उसने", "उनका", "उनके", "उनकी", "उसका", "उसकी", "उसके", "वो"],
        this: &["यह", "ये", "इस", "इन", "ऐसा", "ऐसी", "दोनों", "इसके", "इसका", "इसकी"],
        there: &["वहाँ", "वहां", "यहाँ", "यहां", "फिर", "तब"],
        here: &["यहाँ", "यहां"],
        same: &[("इसी", "तरह"), ("यही", "बात")],
        today: &["कल", "आज", "हाल", "अब"],
        last_year: &[("पिछले", "साल"), ("पिछले", "वर्ष"), ("इस", "साल"), ("अगले", "साल"), ("पिछले", "हफ्ते"), ("पिछले", "महीने"), ("गत", "वर्ष")],
        i: &["मैं", "हम", "हमने", "मैंने", "हमारा", "हमारी", "हमारे", "मेरा", "मेरी", "मेरे"],
        openers: &["लेकिन", "और", "मगर"],
        ..OTHER
    }),
    ("zh", Words {
        pronouns: &["他", "她", "它", "他们", "她们", "它们", "其"],
        this: &["这", "这些", "那", "那些", "此", "該", "该", "這", "二者", "两者"],
        there: &["那里", "当时", "然后", "随后", "那裡", "當時"],
        here: &["这里", "這裡"],
        today: &["昨天", "今天", "明天", "昨日", "今日", "去年", "今年", "明年", "最近", "目前", "上周", "上月", "本周", "日前", "近日"],
        i: &["我", "我们", "我們", "咱们"],
        openers: &["但", "而"],
        wide: true,
        ..OTHER
    }),
    ("ja", Words {
        pronouns: &["彼は", "彼女は", "彼らは", "彼が", "彼女が", "同氏"],
        this: &["これ", "それ", "この", "その", "あの", "こうした", "そうした", "両者"],
        there: &["そこ", "ここ", "当時", "その後", "その時"],
        here: &["ここで", "ここに"],
        today: &["昨日", "今日", "明日", "昨年", "今年", "来年", "去年", "先週", "先月", "今週", "最近", "現在"],
        i: &["私", "我々", "わたし", "僕", "俺", "われわれ"],
        openers: &["しかし"],
        wide: true,
        ..OTHER
    }),
    ("ko", Words {
        pronouns: &["그는", "그녀는", "그들은", "그가", "그녀가", "그의", "그들이"],
        this: &["이는", "이것은", "그것은", "이", "그", "저", "이런", "그런", "이러한", "이를"],
        there: &["거기", "여기", "당시", "그때", "이후"],
        here: &["여기", "여기서"],
        today: &["어제", "오늘", "내일", "작년", "올해", "내년", "지난해", "최근", "현재", "지난주", "지난달", "이번"],
        i: &["나는", "저는", "우리는", "우리가", "우리", "내가", "제가", "우리의"],
        openers: &["그러나", "하지만"],
        ..OTHER
    }),
];
