//! How languages other than English report speech: verbs, phrases, and the words that are no names.

/// Where the speaker stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Order {
    /// Names have capitals and stand beside the verb, on either side.
    Beside,
    /// The speaker opens the sentence and the verb ends it.
    Around,
    /// The verb comes first.
    Behind,
    /// The speaker stands before a marker and the verb: "X ने कहा".
    Before,
    /// Words are not divided by spaces.
    Wide,
}

pub(super) struct Speech {
    pub order: Order,
    pub said: &'static [&'static str],
    /// Helping verbs between the subject and what was said.
    pub helpers: &'static [&'static str],
    /// "According to", before the name; words divided by spaces.
    pub according: &'static [&'static str],
    /// The same, behind the name.
    pub according_behind: &'static [&'static str],
    /// Small words that may open or join a name.
    pub articles: &'static [&'static str],
    pub links: &'static [&'static str],
    /// Offices and bodies in small letters.
    pub heads: &'static [&'static str],
    /// No name contains these.
    pub stops: &'static [&'static str],
    /// Pronouns, of whom nothing is known.
    pub pronouns: &'static [&'static str],
    /// Marks the speaker, between the name and the verb.
    pub markers: &'static [&'static str],
    /// How many words in small letters may follow an office: "ministra zdravotnictví".
    pub adjectives: usize,
}

const NONE: Speech = Speech {
    order: Order::Beside,
    said: &[],
    helpers: &[],
    according: &[],
    according_behind: &[],
    articles: &[],
    links: &[],
    heads: &[],
    stops: &[],
    pronouns: &[],
    markers: &[],
    adjectives: 0,
};

/// The table of a language; what all share for one that has none.
pub(super) fn speech(language: &str) -> &'static Speech {
    TABLE.iter().find(|it| it.0 == language).map_or(&NONE, |it| &it.1)
}

/// Whether the word reports speech in some language of the table.
pub(super) fn is_said(word: &str) -> bool {
    let word = ["-t-il", "-t-elle", "-il", "-elle", "-on", "-ils", "-elles"].iter().find_map(|it| word.strip_suffix(it)).unwrap_or(word);
    let wide = word.chars().any(super::tables::is_wide) || word.chars().any(|it| matches!(u32::from(it), 0xAC00..=0xD7A3));
    TABLE.iter().any(|(_, speech)| {
        speech.said.contains(&word) || wide && speech.order == Order::Wide && speech.said.iter().any(|it| word.contains(it))
    }) || word.strip_prefix(['و', 'ف']).is_some_and(|rest| speech("ar").said.contains(&rest))
}

/// The language to read words in: the primary subtag or, without a tag, what the script tells; English for Latin letters.
pub(super) fn language(lang: Option<&str>, words: &[char]) -> &'static str {
    const KNOWN: [&str; 21] =
        ["en", "ur", "ar", "fa", "hi", "es", "fr", "de", "it", "pt", "nl", "pl", "cs", "ru", "sv", "fi", "tr", "id", "zh", "ja", "ko"];
    match lang {
        Some(tag) => {
            let primary = tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
            let alike = match primary.as_str() {
                "da" | "nb" | "no" | "nn" => "sv",
                "ms" => "id",
                "sk" => "cs",
                "uk" | "be" | "bg" => "ru",
                "yue" => "zh",
                other => other,
            };
            KNOWN.iter().find(|it| **it == alike).copied().unwrap_or("")
        }
        None => by_script(words),
    }
}

fn by_script(words: &[char]) -> &'static str {
    let some = |test: fn(u32) -> bool| words.iter().take(400).any(|it| test(u32::from(*it)));
    let letter = words.iter().take(400).copied().find(|it| it.is_alphabetic()).map_or(0, u32::from);
    match letter {
        0x600..=0x6FF if some(|it| matches!(it, 0x679 | 0x688 | 0x691 | 0x6BA | 0x6D2 | 0x6BE)) => "ur",
        0x600..=0x6FF if some(|it| matches!(it, 0x67E | 0x686 | 0x698 | 0x6AF | 0x6CC | 0x6A9)) => "fa",
        0x600..=0x6FF => "ar",
        0x900..=0x97F => "hi",
        0x400..=0x4FF => "ru",
        0xAC00..=0xD7A3 => "ko",
        _ if some(|it| matches!(it, 0x3040..=0x30FF)) => "ja",
        0x3400..=0x9FFF => "zh",
        _ => "en",
    }
}

static TABLE: &[(&str, Speech)] = &[
    ("es", Speech {
        adjectives: 1,
        said: &["dijo", "dice", "dicen", "dijeron", "afirmó", "afirma", "afirman", "declaró", "declara", "aseguró", "asegura", "aseguran", "anunció", "anuncia", "explicó", "explica", "señaló", "señala", "añadió", "añade", "agregó", "advirtió", "advierte", "sostuvo", "sostiene", "manifestó", "manifiesta", "indicó", "indica", "informó", "informa", "escribió", "denunció", "denuncia", "reconoció", "reconoce", "negó", "insistió", "insiste", "confirmó", "confirma", "apuntó", "subrayó", "subraya", "recordó", "admitió", "argumentó", "comentó", "relató", "reiteró", "destacó", "aseveró", "dicho", "afirmado", "declarado", "asegurado", "anunciado", "explicado", "señalado", "advertido"],
        helpers: &["ha", "han", "había", "también", "ya", "además", "se"],
        according: &["según", "de acuerdo con", "de acuerdo a", "en palabras de", "conforme a"],
        articles: &["el", "la", "los", "las", "un", "una"],
        links: &["de", "del", "para", "y", "e"],
        heads: &["ministerio", "ministro", "ministra", "gobierno", "policía", "presidente", "presidenta", "portavoz", "alcalde", "alcaldesa", "ayuntamiento", "consejo", "concejal", "concejala", "empresa", "compañía", "tribunal", "juez", "jueza", "fiscal", "fiscalía", "director", "directora", "secretario", "secretaria", "autoridades", "expertos", "investigadores", "sindicato", "sindicatos", "asociación", "partido", "oposición", "universidad", "hospital", "ejército", "fuentes", "comisión", "comité", "instituto", "agencia", "oficina", "banco", "organización", "vecinos", "médicos", "analistas", "economistas", "funcionarios", "departamento", "jefe", "jefa", "gobernador", "gobernadora", "vicepresidente", "vicepresidenta", "senador", "diputado", "diputada", "líder", "informe", "estudio"],
        stops: &["en", "con", "por", "que", "cuando", "como", "sin", "sobre", "tras", "durante", "ayer", "hoy", "el lunes", "lunes", "martes", "miércoles", "jueves", "viernes", "sábado", "domingo", "no", "nunca", "si", "pero", "a", "su", "sus", "se", "le", "les", "lo", "es", "son", "fue", "fueron", "ha", "han", "está", "hay", "nadie", "alguien", "esto", "eso", "esta", "este", "todo", "todos", "según", "porque", "donde", "quien", "desde", "hasta", "entre", "para que"],
        pronouns: &["él", "ella", "ellos", "ellas", "yo", "nosotros", "usted", "quien", "nadie", "alguien", "todos"],
        ..NONE
    }),
    ("fr", Speech {
        adjectives: 1,
        said: &["dit", "disent", "déclaré", "déclare", "affirme", "affirmé", "affirment", "assure", "assuré", "assurent", "annoncé", "annonce", "annoncent", "explique", "expliqué", "expliquent", "ajouté", "ajoute", "précisé", "précise", "estime", "estimé", "souligne", "souligné", "indique", "indiqué", "soutient", "soutenu", "prévenu", "prévient", "averti", "avertit", "reconnu", "reconnaît", "dénonce", "dénoncé", "rappelle", "rappelé", "confirmé", "confirme", "écrit", "raconte", "raconté", "insiste", "insisté", "répond", "répondu", "martelé", "promis", "admis", "nié", "regretté", "lancé", "conclut", "conclu", "signalé", "révélé", "accuse", "accusé"],
        helpers: &["a", "ont", "avait", "avaient", "aussi", "également", "ensuite", "encore", "notamment"],
        according: &["selon", "d'après", "d’après", "aux dires de", "de l'avis de", "pour reprendre les mots de"],
        articles: &["le", "la", "les", "l", "un", "une", "des"],
        links: &["de", "du", "des", "d", "et", "à", "pour"],
        heads: &["ministère", "ministre", "gouvernement", "police", "président", "présidente", "porte-parole", "maire", "mairie", "conseil", "conseiller", "conseillère", "entreprise", "société", "tribunal", "juge", "procureur", "parquet", "directeur", "directrice", "secrétaire", "autorités", "experts", "chercheurs", "syndicat", "syndicats", "association", "parti", "opposition", "université", "hôpital", "armée", "commission", "comité", "institut", "agence", "banque", "organisation", "riverains", "habitants", "médecins", "analystes", "économistes", "préfet", "préfecture", "rapport", "étude", "chef", "cheffe", "patron", "députée", "député", "sénateur", "élus"],
        stops: &["en", "dans", "avec", "par", "que", "qu", "qui", "quand", "comme", "sans", "sur", "après", "avant", "pendant", "hier", "aujourd'hui", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "ne", "n", "pas", "si", "mais", "son", "sa", "ses", "se", "s", "est", "sont", "était", "a", "ont", "ce", "cela", "ça", "cette", "tout", "tous", "selon", "parce", "où", "dont", "depuis", "jusqu", "entre", "on", "personne", "c'est", "vers"],
        pronouns: &["il", "elle", "ils", "elles", "je", "nous", "vous", "on", "lui", "j'ai", "t-il", "t-elle", "a-t-il", "a-t-elle", "moi", "eux"],
        ..NONE
    }),
    ("de", Speech {
        said: &["sagte", "sagt", "sagten", "sagen", "erklärte", "erklärt", "erklärten", "betonte", "betont", "behauptete", "behauptet", "behaupten", "teilte", "teilten", "kündigte", "warnte", "warnt", "warnten", "berichtete", "berichtet", "meinte", "meint", "schrieb", "schreibt", "fügte", "ergänzte", "bestätigte", "bestätigt", "bestritt", "räumte", "versicherte", "versichert", "erläuterte", "unterstrich", "kritisierte", "kritisiert", "forderte", "fordert", "argumentierte", "antwortete", "verkündete", "gesagt", "betonten", "beteuerte", "äußerte", "twitterte", "bekräftigte", "prophezeite"],
        helpers: &["hat", "haben", "hatte", "auch", "zudem", "dazu", "außerdem", "jedoch", "weiter", "ferner"],
        according: &["laut", "nach angaben von", "nach angaben der", "nach angaben des", "gemäß", "nach aussage von", "nach worten von", "nach auskunft von", "nach auskunft der", "nach auskunft des", "nach aussage der", "nach aussage des", "nach einschätzung von", "nach einschätzung der", "nach einschätzung des"],
        according_behind: &["zufolge"],
        articles: &["der", "die", "das", "dem", "den", "des", "ein", "eine", "einer", "einem", "eines", "dieser"],
        links: &["der", "des", "für", "von", "vom", "und", "am", "im", "in"],
        heads: &[],
        stops: &["mit", "bei", "nach", "vor", "auf", "aus", "durch", "über", "unter", "gegen", "ohne", "seit", "während", "zu", "zum", "zur", "dass", "wenn", "weil", "ob", "als", "wie", "was", "wer", "wo", "nicht", "nie", "aber", "doch", "heute", "gestern", "morgen", "montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonntag", "januar", "februar", "märz", "april", "juni", "juli", "august", "september", "oktober", "november", "dezember", "dann", "so", "es", "man", "niemand", "jemand", "alle", "ist", "sind", "war", "waren", "wird", "werden", "wurde", "wurden", "hat", "haben", "kann", "muss", "soll", "laut", "dort", "hier", "damals", "später", "zuvor", "zugleich", "gleichzeitig", "dabei", "dazu", "damit", "deshalb", "allerdings", "sein", "seine", "ihr", "ihre", "kein", "keine", "viele", "einige", "manche", "bis", "um", "beim"],
        pronouns: &["er", "sie", "es", "ich", "wir", "man", "niemand", "jemand", "ihm", "ihr", "ihnen", "mir", "uns", "das", "dies", "wer"],
        ..NONE
    }),
    ("it", Speech {
        adjectives: 1,
        said: &["disse", "dice", "dicono", "detto", "affermato", "afferma", "affermano", "dichiarato", "dichiara", "assicurato", "assicura", "annunciato", "annuncia", "spiegato", "spiega", "spiegano", "aggiunto", "aggiunge", "sottolineato", "sottolinea", "sostiene", "sostenuto", "sostengono", "avvertito", "avverte", "ribadito", "ribadisce", "scritto", "scrive", "denunciato", "denuncia", "ammesso", "ammette", "confermato", "conferma", "negato", "ricordato", "ricorda", "riferito", "riferisce", "osservato", "osserva", "precisato", "precisa", "promesso", "replicato", "replica", "commentato", "commenta", "rivelato", "accusato", "accusa"],
        helpers: &["ha", "hanno", "aveva", "anche", "inoltre", "poi"],
        according: &["secondo", "stando a", "a detta di", "a giudizio di"],
        articles: &["il", "lo", "la", "i", "gli", "le", "l", "un", "una", "uno"],
        links: &["di", "del", "della", "dello", "dei", "delle", "degli", "dell", "per", "e"],
        heads: &["ministero", "ministro", "ministra", "governo", "polizia", "presidente", "portavoce", "sindaco", "sindaca", "comune", "consiglio", "consigliere", "consigliera", "azienda", "società", "tribunale", "giudice", "procura", "procuratore", "direttore", "direttrice", "segretario", "segretaria", "autorità", "esperti", "ricercatori", "sindacato", "sindacati", "associazione", "partito", "opposizione", "università", "ospedale", "esercito", "commissione", "comitato", "istituto", "agenzia", "banca", "organizzazione", "residenti", "medici", "analisti", "economisti", "assessore", "assessora", "prefetto", "questura", "regione", "provincia", "vicesindaco", "vicesindaca", "rapporto", "studio", "capo", "senatore", "deputato"],
        stops: &["in", "con", "da", "che", "quando", "come", "senza", "su", "sul", "dopo", "prima", "durante", "ieri", "oggi", "lunedì", "martedì", "mercoledì", "giovedì", "venerdì", "sabato", "domenica", "non", "mai", "se", "ma", "suo", "sua", "suoi", "si", "è", "sono", "era", "ha", "hanno", "questo", "questa", "ciò", "tutto", "tutti", "secondo", "perché", "dove", "chi", "fino", "tra", "fra", "nessuno", "qualcuno", "a", "al", "alla", "nel", "nella"],
        pronouns: &["lui", "lei", "loro", "io", "noi", "egli", "ella", "nessuno", "qualcuno", "chi"],
        ..NONE
    }),
    ("pt", Speech {
        adjectives: 1,
        said: &["disse", "diz", "dizem", "disseram", "afirmou", "afirma", "afirmam", "afirmaram", "declarou", "declara", "garantiu", "garante", "anunciou", "anuncia", "explicou", "explica", "acrescentou", "acrescenta", "alertou", "alerta", "sustentou", "sustenta", "informou", "informa", "escreveu", "escreve", "denunciou", "denuncia", "reconheceu", "reconhece", "negou", "insistiu", "confirmou", "confirma", "sublinhou", "sublinha", "lembrou", "admitiu", "argumentou", "comentou", "reiterou", "destacou", "ressaltou", "relatou", "indicou", "salientou", "avisou", "prometeu", "acusou"],
        helpers: &["também", "já", "ainda", "tem", "tinha"],
        according: &["segundo", "de acordo com", "conforme", "nas palavras de"],
        articles: &["o", "a", "os", "as", "um", "uma"],
        links: &["de", "do", "da", "dos", "das", "para", "e"],
        heads: &["ministério", "ministro", "ministra", "governo", "polícia", "presidente", "presidenta", "porta-voz", "prefeito", "prefeita", "prefeitura", "câmara", "conselho", "vereador", "vereadora", "empresa", "companhia", "tribunal", "juiz", "juíza", "procurador", "procuradoria", "diretor", "diretora", "secretário", "secretária", "secretaria", "autoridades", "especialistas", "pesquisadores", "investigadores", "sindicato", "sindicatos", "associação", "partido", "oposição", "universidade", "hospital", "exército", "comissão", "comitê", "instituto", "agência", "banco", "organização", "moradores", "médicos", "analistas", "economistas", "governador", "governadora", "senador", "senadora", "deputado", "deputada", "relatório", "estudo", "chefe", "vice-prefeita", "vice-presidente"],
        stops: &["em", "com", "por", "que", "quando", "como", "sem", "sobre", "após", "antes", "durante", "ontem", "hoje", "segunda-feira", "terça-feira", "quarta-feira", "quinta-feira", "sexta-feira", "sábado", "domingo", "não", "nunca", "se", "mas", "seu", "sua", "seus", "suas", "é", "são", "foi", "foram", "era", "há", "isso", "isto", "esta", "este", "tudo", "todos", "segundo", "porque", "onde", "quem", "desde", "até", "entre", "ninguém", "alguém", "no", "na", "nos", "nas", "ao", "à", "pelo", "pela"],
        pronouns: &["ele", "ela", "eles", "elas", "eu", "nós", "você", "ninguém", "alguém", "quem"],
        ..NONE
    }),
    ("nl", Speech {
        said: &["zei", "zegt", "zeggen", "zeiden", "gezegd", "verklaarde", "verklaart", "beweerde", "beweert", "beweren", "vertelde", "vertelt", "meldde", "meldt", "melden", "meldden", "stelde", "stelt", "benadrukte", "benadrukt", "waarschuwde", "waarschuwt", "schreef", "schrijft", "voegde", "bevestigde", "bevestigt", "ontkende", "ontkent", "legde", "antwoordde", "kondigde", "erkende", "erkent", "betoogde", "betoogt", "vindt", "liet", "aldus"],
        helpers: &["heeft", "hebben", "had", "ook", "verder", "eerder", "later"],
        according: &["volgens", "aldus", "op gezag van"],
        articles: &["de", "het", "een"],
        links: &["van", "voor", "der", "en"],
        heads: &["ministerie", "minister", "regering", "politie", "president", "woordvoerder", "woordvoerster", "burgemeester", "gemeente", "raad", "raadslid", "wethouder", "bedrijf", "rechter", "rechtbank", "officier", "directeur", "secretaris", "autoriteiten", "deskundigen", "experts", "onderzoekers", "vakbond", "vakbonden", "vereniging", "partij", "oppositie", "universiteit", "ziekenhuis", "leger", "commissie", "instituut", "bureau", "bank", "organisatie", "bewoners", "artsen", "analisten", "economen", "voorzitter", "leider", "hoofd", "rapport", "onderzoek", "premier", "kabinet", "locoburgemeester"],
        stops: &["in", "met", "door", "dat", "die", "wie", "wanneer", "als", "zonder", "over", "na", "voordat", "tijdens", "gisteren", "vandaag", "maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag", "niet", "nooit", "maar", "zijn", "haar", "hun", "is", "was", "waren", "heeft", "hebben", "wordt", "werd", "dit", "dat", "alles", "iedereen", "niemand", "iemand", "volgens", "omdat", "waar", "sinds", "tot", "tussen", "op", "bij", "uit", "aan", "te", "om", "dan", "toen", "er", "zich"],
        pronouns: &["hij", "zij", "ze", "ik", "wij", "we", "men", "niemand", "iemand", "hem"],
        ..NONE
    }),
    ("pl", Speech {
        adjectives: 3,
        said: &["powiedział", "powiedziała", "powiedzieli", "mówi", "mówił", "mówiła", "mówią", "stwierdził", "stwierdziła", "oświadczył", "oświadczyła", "twierdzi", "twierdzą", "twierdził", "twierdziła", "poinformował", "poinformowała", "poinformowało", "poinformowali", "ogłosił", "ogłosiła", "ogłosiło", "podkreślił", "podkreśliła", "podkreśla", "zapewnił", "zapewniła", "zapewnia", "dodał", "dodała", "dodaje", "ostrzegł", "ostrzegła", "ostrzega", "wyjaśnił", "wyjaśniła", "wyjaśnia", "napisał", "napisała", "przyznał", "przyznała", "przyznaje", "zaznaczył", "zaznaczyła", "zapowiedział", "zapowiedziała", "przekazał", "przekazała", "przekazało", "ocenił", "oceniła", "potwierdził", "potwierdziła", "zaprzeczył", "zaprzeczyła", "podał", "podała", "podało", "odpowiedział", "odpowiedziała"],
        helpers: &["też", "także", "również", "już", "wcześniej", "później"],
        according: &["według", "zdaniem", "jak podaje", "jak poinformował", "jak poinformowała", "w opinii", "w ocenie", "zgodnie z danymi", "jak twierdzi"],
        links: &["i", "ds", "do", "spraw"],
        heads: &["ministerstwo", "minister", "rząd", "policja", "prezydent", "rzecznik", "rzeczniczka", "burmistrz", "burmistrzyni", "wójt", "rada", "radny", "radna", "firma", "spółka", "sąd", "sędzia", "prokuratura", "prokurator", "dyrektor", "dyrektorka", "sekretarz", "władze", "eksperci", "naukowcy", "związek", "związki", "stowarzyszenie", "partia", "opozycja", "uniwersytet", "szpital", "wojsko", "komisja", "instytut", "agencja", "urząd", "bank", "organizacja", "mieszkańcy", "lekarze", "analitycy", "ekonomiści", "premier", "przewodniczący", "przewodnicząca", "prezes", "prezeska", "szef", "szefowa", "poseł", "posłanka", "senator", "wiceburmistrz", "ministerstwa", "ministra", "policji", "rzecznika", "władz", "ekspertów", "naukowców", "rządu", "urzędu", "prezydenta", "burmistrza", "dyrektora", "raportu"],
        stops: &["w", "we", "z", "ze", "na", "po", "przez", "że", "który", "która", "gdy", "kiedy", "jak", "bez", "o", "przed", "podczas", "wczoraj", "dziś", "dzisiaj", "poniedziałek", "wtorek", "środę", "czwartek", "piątek", "sobotę", "niedzielę", "nie", "nigdy", "jeśli", "ale", "jego", "jej", "ich", "się", "jest", "są", "był", "była", "było", "były", "to", "ten", "ta", "wszyscy", "nikt", "ktoś", "według", "bo", "gdzie", "od", "między", "dla", "a", "potem", "następnie", "tak", "co"],
        pronouns: &["on", "ona", "oni", "one", "ja", "my", "nikt", "ktoś", "to"],
        ..NONE
    }),
    ("cs", Speech {
        adjectives: 3,
        said: &["řekl", "řekla", "řekli", "říká", "říkají", "uvedl", "uvedla", "uvedlo", "uvedli", "prohlásil", "prohlásila", "tvrdí", "tvrdil", "tvrdila", "oznámil", "oznámila", "oznámilo", "oznámili", "dodal", "dodala", "dodává", "varoval", "varovala", "varuje", "vysvětlil", "vysvětlila", "vysvětluje", "napsal", "napsala", "přiznal", "přiznala", "zdůraznil", "zdůraznila", "zdůrazňuje", "potvrdil", "potvrdila", "potvrdilo", "popřel", "popřela", "sdělil", "sdělila", "sdělilo", "informoval", "informovala", "poznamenal", "poznamenala", "upozornil", "upozornila", "odpověděl", "odpověděla", "slíbil", "slíbila"],
        helpers: &["také", "rovněž", "již", "už", "dříve", "později", "to"],
        according: &["podle", "dle"],
        links: &["a", "pro"],
        heads: &["ministerstvo", "ministr", "ministryně", "vláda", "policie", "prezident", "prezidentka", "mluvčí", "starosta", "starostka", "primátor", "primátorka", "rada", "radní", "firma", "společnost", "soud", "soudce", "soudkyně", "žalobce", "ředitel", "ředitelka", "tajemník", "tajemnice", "úřady", "úřad", "odborníci", "experti", "vědci", "odbory", "sdružení", "strana", "opozice", "univerzita", "nemocnice", "armáda", "komise", "institut", "agentura", "banka", "organizace", "obyvatelé", "lékaři", "analytici", "ekonomové", "premiér", "předseda", "předsedkyně", "šéf", "šéfka", "poslanec", "poslankyně", "senátor", "místostarosta", "místostarostka", "ministerstva", "ministra", "vlády", "starosty", "starostky", "odborníků", "expertů", "vědců", "úřadu", "nemocnice", "ředitele", "ředitelky", "společnosti", "zprávy"],
        stops: &["v", "ve", "s", "se", "na", "po", "přes", "že", "který", "která", "když", "jak", "bez", "o", "před", "během", "včera", "dnes", "pondělí", "úterý", "středu", "čtvrtek", "pátek", "sobotu", "neděli", "ne", "nikdy", "pokud", "ale", "jeho", "její", "jejich", "je", "jsou", "byl", "byla", "bylo", "byly", "ten", "ta", "všichni", "nikdo", "někdo", "podle", "protože", "kde", "od", "mezi", "k", "ke", "z", "ze", "pak", "potom", "tak", "co"],
        pronouns: &["on", "ona", "oni", "já", "my", "nikdo", "někdo", "to"],
        ..NONE
    }),
    ("ru", Speech {
        adjectives: 3,
        said: &["сказал", "сказала", "сказали", "говорит", "говорят", "говорил", "говорила", "заявил", "заявила", "заявили", "заявило", "заявляет", "заявляют", "сообщил", "сообщила", "сообщили", "сообщило", "сообщает", "сообщают", "утверждает", "утверждают", "утверждал", "утверждала", "отметил", "отметила", "отметили", "отмечает", "отмечают", "добавил", "добавила", "добавили", "подчеркнул", "подчеркнула", "подчеркнули", "подчёркивает", "подчеркивает", "объявил", "объявила", "объявило", "пояснил", "пояснила", "пояснили", "объяснил", "объяснила", "объяснили", "предупредил", "предупредила", "предупредили", "признал", "признала", "написал", "написала", "рассказал", "рассказала", "рассказали", "уточнил", "уточнила", "уточнили", "подтвердил", "подтвердила", "подтвердили", "опроверг", "опровергла", "считает", "считают", "пообещал", "пообещала", "ответил", "ответила", "указал", "указала"],
        helpers: &["также", "ранее", "позже", "уже", "затем", "тоже"],
        according: &["по словам", "по данным", "по мнению", "по информации", "согласно", "по сообщению", "по утверждению", "по оценке", "по оценкам", "как сообщает", "как сообщил", "как сообщила", "со слов"],
        links: &["и", "по"],
        heads: &["пресс-служба", "пресс-секретарь", "собеседник", "министерство", "министр", "правительство", "полиция", "президент", "представитель", "представительница", "мэр", "мэрия", "совет", "депутат", "компания", "суд", "судья", "прокуратура", "прокурор", "директор", "секретарь", "власти", "эксперты", "эксперт", "учёные", "ученые", "исследователи", "профсоюз", "профсоюзы", "ассоциация", "партия", "оппозиция", "университет", "больница", "армия", "комиссия", "комитет", "институт", "агентство", "банк", "организация", "жители", "врачи", "аналитики", "экономисты", "премьер", "председатель", "глава", "губернатор", "сенатор", "ведомство", "администрация", "министерства", "министра", "правительства", "полиции", "президента", "мэра", "мэрии", "совета", "компании", "властей", "экспертов", "учёных", "ученых", "депутата", "жителей", "врачей", "аналитиков", "директора", "представителя", "больницы", "агентства", "ведомства", "администрации", "председателя", "главы", "прокуратуры", "комитета", "института", "университета", "прокурора", "вице-мэр"],
        stops: &["в", "во", "с", "со", "на", "по", "через", "что", "который", "которая", "когда", "как", "без", "о", "об", "перед", "после", "вчера", "сегодня", "понедельник", "вторник", "среду", "четверг", "пятницу", "субботу", "воскресенье", "не", "никогда", "если", "но", "его", "её", "ее", "их", "был", "была", "было", "были", "это", "этот", "эта", "все", "никто", "кто-то", "согласно", "потому", "где", "от", "между", "для", "к", "из", "за", "у", "при", "до", "а", "так", "тогда", "он", "она", "они"],
        pronouns: &["он", "она", "они", "я", "мы", "никто", "это", "кто"],
        ..NONE
    }),
    ("sv", Speech {
        said: &["sade", "sa", "säger", "sagt", "hävdade", "hävdar", "uppgav", "uppger", "berättade", "berättar", "menade", "menar", "skrev", "skriver", "förklarade", "förklarar", "meddelade", "meddelar", "varnade", "varnar", "betonade", "betonar", "tillade", "tillägger", "bekräftade", "bekräftar", "förnekade", "förnekar", "erkände", "erkänner", "svarade", "svarar", "påstod", "påstår", "lovade", "konstaterade", "konstaterar", "påpekade", "påpekar", "anser", "ansåg", "sier", "siger", "hevder"],
        helpers: &["har", "hade", "också", "även", "tidigare", "senare"],
        according: &["enligt", "ifølge"],
        articles: &["en", "ett", "den", "det"],
        links: &["för", "i", "och", "på", "av"],
        heads: &["regeringen", "polisen", "kommunen", "ministern", "statsministern", "presidenten", "talespersonen", "talesmannen", "borgmästaren", "rådet", "företaget", "bolaget", "domstolen", "domaren", "åklagaren", "direktören", "sekreteraren", "myndigheterna", "myndigheten", "experterna", "experter", "forskarna", "forskare", "facket", "föreningen", "partiet", "oppositionen", "universitetet", "sjukhuset", "försvarsmakten", "kommissionen", "kommittén", "institutet", "banken", "organisationen", "läkarna", "läkare", "analytiker", "ekonomer", "ordföranden", "chefen", "departementet", "hälsoministern", "rapporten", "talesperson", "ordförande", "borgmästare", "minister", "statsminister", "vice"],
        stops: &["med", "genom", "att", "som", "när", "utan", "om", "efter", "innan", "under", "igår", "idag", "måndags", "måndagen", "tisdagen", "onsdagen", "torsdagen", "fredagen", "lördagen", "söndagen", "inte", "aldrig", "men", "sin", "sitt", "sina", "hans", "hennes", "deras", "är", "var", "har", "hade", "blir", "blev", "det", "detta", "den", "alla", "ingen", "någon", "enligt", "eftersom", "där", "från", "till", "mellan", "vid", "hos", "då", "så", "vad"],
        pronouns: &["han", "hon", "de", "jag", "vi", "man", "ingen", "någon", "det", "hun"],
        ..NONE
    }),
    ("fi", Speech {
        said: &["sanoi", "sanoo", "sanovat", "sanoivat", "kertoi", "kertoo", "kertovat", "kertoivat", "väitti", "väittää", "väittävät", "ilmoitti", "ilmoittaa", "totesi", "toteaa", "selitti", "selittää", "varoitti", "varoittaa", "korosti", "korostaa", "lisäsi", "lisää", "kirjoitti", "kirjoittaa", "vahvisti", "vahvistaa", "kiisti", "kiistää", "myönsi", "myöntää", "vastasi", "vastaa", "lupasi", "arvioi", "huomautti", "huomauttaa", "muistutti"],
        helpers: &["on", "myös", "aiemmin", "myöhemmin", "lisäksi"],
        according_behind: &["mukaan"],
        links: &["ja"],
        heads: &["ministeriö", "ministeri", "hallitus", "poliisi", "presidentti", "tiedottaja", "pormestari", "apulaispormestari", "valtuusto", "valtuutettu", "yhtiö", "yritys", "oikeus", "tuomari", "syyttäjä", "johtaja", "toimitusjohtaja", "sihteeri", "viranomaiset", "asiantuntijat", "asiantuntija", "tutkijat", "tutkija", "liitto", "yhdistys", "puolue", "oppositio", "yliopisto", "sairaala", "armeija", "komissio", "lautakunta", "instituutti", "virasto", "pankki", "järjestö", "asukkaat", "lääkärit", "analyytikot", "pääministeri", "puheenjohtaja", "kaupunki", "ministeriön", "hallituksen", "poliisin", "asiantuntijoiden", "tutkijoiden", "viranomaisten", "yhtiön", "sairaalan", "kaupungin", "ministerin", "pormestarin", "johtajan", "viraston", "selvityksen", "raportin", "tutkimuksen", "laitoksen", "laitos"],
        stops: &["että", "joka", "kun", "kuten", "ilman", "jälkeen", "ennen", "eilen", "tänään", "maanantaina", "tiistaina", "keskiviikkona", "torstaina", "perjantaina", "lauantaina", "sunnuntaina", "ei", "eivät", "mutta", "hänen", "heidän", "on", "oli", "olivat", "ovat", "se", "tämä", "kaikki", "kukaan", "joku", "koska", "missä", "jos", "niin", "sitten", "sen", "tämän"],
        pronouns: &["hän", "he", "minä", "me", "se", "kukaan", "joku", "hänen", "heidän"],
        ..NONE
    }),
    ("tr", Speech {
        order: Order::Around,
        said: &["dedi", "diyor", "söyledi", "söylüyor", "belirtti", "belirtiyor", "açıkladı", "açıklıyor", "iddia etti", "iddia", "savundu", "savunuyor", "vurguladı", "ifade", "kaydetti", "duyurdu", "bildirdi", "ekledi", "uyardı", "aktardı", "anlattı", "yazdı", "doğruladı", "yalanladı", "yanıtladı"],
        according_behind: &["göre", "göre,"],
        heads: &["bakanlığı", "bakanı", "bakan", "hükümet", "polis", "başkan", "başkanı", "sözcüsü", "belediye", "belediyesi", "meclis", "şirket", "şirketi", "mahkeme", "müdürü", "yetkililer", "uzmanlar", "araştırmacılar", "sendika", "dernek", "derneği", "parti", "muhalefet", "üniversitesi", "hastane", "ordu", "komisyon", "enstitüsü", "ajansı", "bankası", "doktorlar", "analistler", "sakinler"],
        stops: &["buna", "şuna", "ve", "ile", "ama", "dün", "bugün", "bu", "şu", "da", "de", "için", "sonra", "önce", "çünkü", "eğer", "ki", "değil", "olarak", "göre", "ise", "her", "hiç", "kimse", "herkes", "pazartesi", "salı", "çarşamba", "perşembe", "cuma", "cumartesi", "pazar", "yılında"],
        pronouns: &["o", "onlar", "ben", "biz", "bu", "kimse", "ona"],
        ..NONE
    }),
    ("id", Speech {
        adjectives: 3,
        said: &["mengatakan", "berkata", "kata", "ujar", "tutur", "ucap", "menyatakan", "menyebut", "menyebutkan", "mengklaim", "menegaskan", "menjelaskan", "menambahkan", "mengumumkan", "memperingatkan", "mengakui", "menulis", "melaporkan", "membantah", "mengungkapkan", "menuturkan", "menilai", "memastikan", "membenarkan", "berpendapat"],
        helpers: &["juga", "telah", "sebelumnya", "kemudian", "sudah"],
        according: &["menurut", "berdasarkan keterangan", "mengutip"],
        links: &["dan", "untuk", "bidang"],
        heads: &["kementerian", "menteri", "pemerintah", "polisi", "presiden", "juru", "bicara", "wali", "kota", "walikota", "dewan", "perusahaan", "pengadilan", "hakim", "jaksa", "direktur", "sekretaris", "pejabat", "para", "pakar", "ahli", "peneliti", "serikat", "asosiasi", "partai", "oposisi", "universitas", "rumah", "sakit", "tentara", "komisi", "lembaga", "badan", "bank", "organisasi", "warga", "dokter", "analis", "ekonom", "gubernur", "bupati", "kepala", "ketua", "wakil", "laporan", "kesehatan"],
        stops: &["di", "dengan", "oleh", "bahwa", "yang", "ketika", "saat", "seperti", "tanpa", "tentang", "setelah", "sebelum", "kemarin", "senin", "selasa", "rabu", "kamis", "jumat", "sabtu", "minggu", "tidak", "tak", "jika", "tetapi", "namun", "adalah", "ini", "itu", "semua", "siapa", "menurut", "karena", "dari", "ke", "antara", "pada", "dalam", "hari", "ia", "dia", "mereka"],
        pronouns: &["dia", "ia", "mereka", "saya", "kami", "kita", "beliau", "dia,", "nya", "siapa"],
        ..NONE
    }),
    ("ar", Speech {
        order: Order::Behind,
        heads: &["وزير", "وزيرة", "رئيس", "رئيسة", "مدير", "مديرة", "نائب", "نائبة", "المتحدث", "المتحدثة", "متحدث", "متحدثة", "الناطق", "الناطقة", "عمدة", "محافظ", "أمين", "أمينة", "سفير", "قائد", "مسؤول", "مسؤولة", "المدير", "المديرة", "الرئيس", "الوزير", "الوزيرة", "السيد", "السيدة", "الدكتور", "الدكتورة"],
        said: &["قال", "قالت", "قالوا", "يقول", "تقول", "أعلن", "أعلنت", "أكد", "أكدت", "أكّد", "أكّدت", "أضاف", "أضافت", "يضيف", "تضيف", "صرح", "صرحت", "صرّح", "ذكر", "ذكرت", "أوضح", "أوضحت", "أشار", "أشارت", "زعم", "زعمت", "ادعى", "ادعت", "كتب", "كتبت", "حذر", "حذرت", "حذّر", "حذّرت", "نفى", "نفت", "شدد", "شددت", "أفاد", "أفادت", "يرى", "ترى", "اعتبر", "اعتبرت", "كشف", "كشفت", "رد", "ردت", "اعترف", "اعترفت"],
        according: &["وفقا", "وفقًا", "وفق", "بحسب", "حسب", "حسبما", "طبقا", "طبقًا", "نقلا عن", "نقلًا عن", "استنادا إلى"],
        stops: &["إن", "أن", "إنه", "إنها", "بأن", "أنه", "أنها", "أنّ", "إنّ", "إلى", "على", "في", "خلال", "يوم", "عن", "من", "مع", "بعد", "قبل", "أمس", "اليوم", "لـ", "لوكالة", "لقناة", "لصحيفة", "للصحفيين", "للصحافة", "عبر", "هذا", "هذه", "ذلك", "لا", "لم", "ما", "كما", "حيث", "ثم", "بينما", "لكن", "فيما", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "الأحد", "ارتفع", "بلغ", "كان", "كانت", "بدلا", "فإن", "هناك", "ارتفعت", "بلغت"],
        pronouns: &["هو", "هي", "هم", "أنا", "نحن", "له", "لها", "إنه", "إنها", "البعض", "كثيرون", "أحد"],
        ..NONE
    }),
    ("fa", Speech {
        order: Order::Before,
        said: &["گفت", "گفته", "می‌گوید", "می‌گویند", "گفتند", "اعلام", "اظهار", "افزود", "تأکید", "تاکید", "مدعی", "نوشت", "هشدار", "توضیح", "تصریح", "خاطرنشان", "ادعا"],
        according: &["به گفته", "به گفتهٔ", "به گفته‌ی", "به گزارش", "بر اساس گزارش", "بر اساس اعلام", "بنا بر اعلام", "طبق اعلام", "طبق گزارش", "از نظر", "به نقل از"],
        stops: &["که", "روز", "در", "با", "به", "از", "را", "امروز", "دیروز", "این", "آن", "اما", "و", "نیز", "هم", "پس", "تا", "بر", "برای", "شنبه", "یکشنبه", "دوشنبه", "جمعه", "است", "بود", "شد", "کرد", "نه", "هیچ", "همه", "اگر", "چون", "حدود", "بیش"],
        pronouns: &["او", "وی", "آنها", "آن‌ها", "من", "ما", "ایشان", "برخی", "کسی"],
        ..NONE
    }),
    ("ur", Speech {
        order: Order::Before,
        said: &["کہا", "بتایا", "دعویٰ", "دعوی", "اعلان", "لکھا", "الزام", "تصدیق", "تردید", "خبردار", "واضح", "زور", "اعتراف", "اضافہ", "جواب", "ٹویٹ"],
        according_behind: &["کے مطابق", "کے بقول", "کے کہنے کے مطابق", "کے حوالے سے"],
        stops: &["کہ", "لیکن", "اور یہ", "جبکہ", "گزشتہ", "آج", "کل", "بعد", "پہلے", "نہیں", "اگر", "تو", "سے", "پر", "تک", "کو", "ہے", "ہیں", "تھا", "تھی", "تھے", "یہ", "وہ", "بھی", "پیر", "منگل", "بدھ", "جمعرات", "جمعے", "جمعہ", "ہفتے", "اتوار", "نے"],
        pronouns: &["انہوں", "اُنہوں", "اس", "اُس", "ان", "اُن", "میں", "ہم", "کسی", "جنہوں", "جس", "سب", "تم", "آپ", "بعض", "کچھ", "لوگوں"],
        markers: &["نے"],
        ..NONE
    }),
    ("hi", Speech {
        order: Order::Before,
        said: &["कहा", "बताया", "दावा", "घोषणा", "लिखा", "आरोप", "पुष्टि", "खंडन", "चेतावनी", "स्वीकार", "जवाब", "जोर", "ज़ोर", "ट्वीट", "स्पष्ट", "माना", "ऐलान"],
        according_behind: &["के अनुसार", "के मुताबिक", "के मुताबिक़", "के हवाले से"],
        stops: &["कि", "लेकिन", "जबकि", "पिछले", "आज", "कल", "बाद", "पहले", "नहीं", "अगर", "तो", "से", "पर", "तक", "को", "है", "हैं", "था", "थी", "थे", "यह", "ये", "वह", "भी", "सोमवार", "मंगलवार", "बुधवार", "गुरुवार", "शुक्रवार", "शनिवार", "रविवार", "में", "ने"],
        pronouns: &["उन्होंने", "उसने", "मैंने", "हमने", "किसी", "जिसने", "जिन्होंने", "उन", "उस", "इस", "इन", "मेरे", "हमारे", "लोगों", "कुछ", "सब", "उनका", "उनके", "उसके", "जिस"],
        markers: &["ने"],
        ..NONE
    }),
    ("zh", Speech {
        order: Order::Wide,
        said: &["表示", "说", "說", "称", "稱", "指出", "认为", "認為", "宣布", "透露", "强调", "強調", "告诉", "告訴", "回应", "回應", "警告", "声称", "聲稱", "写道", "寫道", "介绍", "介紹", "坦言", "补充", "承认", "否认", "证实", "解释", "直言", "呼吁"],
        according: &["据", "据", "根据", "根據", "按照", "據"],
        according_behind: &["报道", "報道", "介绍", "统计", "数据", "的数据", "透露", "称", "估计", "消息", "通报", "公布", "的统计", "的报告", "报告", "的说法", "發布", "发布", "統計", "的資料", "的消息"],
        stops: &["在", "于", "对", "對", "向", "就", "日前", "昨日", "昨天", "今天", "今日", "近日", "周一", "周二", "周三", "周四", "周五", "周六", "周日", "星期", "随后", "当天", "也", "还", "還", "则", "曾", "接受", "同时", "并", "再次", "此前", "明确", "进一步"],
        pronouns: &["他", "她", "它", "我", "你", "这", "那", "这个", "有人", "有", "人们", "大家", "不", "但", "据", "悉", "其", "可", "如果", "因此", "所以", "虽然", "而", "谁", "某", "如", "被", "自"],
        ..NONE
    }),
    ("ja", Speech {
        order: Order::Wide,
        said: &["と述べた", "と語った", "と話した", "と話す", "と語る", "と述べる", "と発表した", "と説明した", "と主張した", "と主張する", "と主張している", "としている", "と言った", "と明らかにした", "と強調した", "と警告した", "と指摘した", "と指摘する", "と指摘している", "と訴えた", "と反論した", "と否定した", "と認めた", "とコメントした", "と答えた", "と述べている", "と話している", "と批判した", "を明らかにした", "と書いた", "と投稿した", "と伝えた", "と報告した", "と述べ"],
        according_behind: &["によると", "によれば", "の発表では", "の調べでは", "の話では"],
        heads: &["市長", "副市長", "大臣", "相", "首相", "大統領", "氏", "さん", "省", "庁", "局", "県", "市", "社", "会", "党", "報道官", "教授", "議員", "知事", "社長", "会長", "署", "警察", "政府", "大学", "病院", "研究所", "団体", "住民", "専門家", "所長", "委員長", "担当者", "長官", "部長", "弁護士", "医師", "銀行", "組合", "院長", "校長", "広報", "代表", "理事長"],
        stops: &["で", "に", "を", "「", "昨日", "今日", "今年", "昨年"],
        pronouns: &["彼", "彼女", "彼ら", "私", "我々", "これ", "それ", "この", "その", "同氏", "誰", "何", "一方", "しかし", "また", "今回"],
        ..NONE
    }),
    ("ko", Speech {
        order: Order::Around,
        said: &["말했다", "밝혔다", "전했다", "주장했다", "설명했다", "강조했다", "덧붙였다", "발표했다", "지적했다", "경고했다", "했다", "인정했다", "부인했다", "답했다", "비판했다", "썼다", "말한다", "밝혔습니다", "말했습니다", "언급했다", "시인했다", "반박했다", "토로했다", "주장한다", "설명한다", "호소했다", "전망했다", "보고했다"],
        according_behind: &["따르면", "의하면"],
        heads: &["시장", "부시장", "장관", "대통령", "총리", "대변인", "의원", "교수", "대표", "위원장", "회장", "사장", "보건부", "부", "청", "협회", "경찰", "정부", "회사", "당", "원장", "씨", "측", "국장", "단체", "연구원", "은행", "위원회", "법원", "검찰", "병원", "대학", "박사", "전문가", "관계자", "노조", "주민", "시청", "이사장", "팀장", "변호사"],
        stops: &["그리고", "그러나", "하지만", "오늘", "어제", "지난", "이날", "올해", "이번", "또", "또한", "한편", "당시", "최근"],
        pronouns: &["그는", "그녀는", "그들은", "나는", "우리는", "이는", "이것은", "그것은", "저는", "누구도", "그가", "그녀가", "아무도", "이에", "그", "이", "또", "모두"],
        ..NONE
    }),
];
