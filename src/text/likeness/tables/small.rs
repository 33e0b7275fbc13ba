//! Small words by language: those that say nothing by themselves, and those that only say where a word stands.

/// The small words of a language.
pub(in super::super) struct Small {
    /// The language's code.
    pub(in super::super) tag: &'static str,
    /// Articles and the like: left out.
    pub(in super::super) empty: &'static str,
    /// By what they say of the next word: in, of, to, for, by, is, was, has, had.
    pub(in super::super) leads: &'static [(u16, &'static str)],
    /// May come or go without another claim coming of it.
    pub(in super::super) idle: &'static str,
}

/// In.
pub(in super::super) const IN: u16 = 1;
/// Of.
pub(in super::super) const OF: u16 = 2;
/// To.
pub(in super::super) const TO: u16 = 4;
/// For.
pub(in super::super) const FOR: u16 = 8;
/// By, of an agent or an amount.
pub(in super::super) const BY: u16 = 16;
/// Is.
pub(in super::super) const IS: u16 = 32;
/// Was.
pub(in super::super) const WAS: u16 = 64;
/// Has.
pub(in super::super) const HAS: u16 = 128;
/// Had.
pub(in super::super) const HAD: u16 = 256;
/// Been, become: something was done to it.
pub(in super::super) const BEEN: u16 = 4096;
/// On or at.
pub(in super::super) const ON: u16 = 8192;
/// German articles by their case: `der`, `die` and `das`, `den` and `dem`.
pub(in super::super) const DER: u16 = 512;
/// See `DER`.
pub(in super::super) const DIE: u16 = 1024;
/// See `DER`.
pub(in super::super) const DEN: u16 = 16384;
/// And.
pub(in super::super) const AND: u16 = 2048;

/// Of places and owners.
pub(in super::super) const PLACES: u16 = IN | ON | OF | TO | FOR | BY;

/// All that is known.
pub(in super::super) const SMALL: [Small; 20] = [
    Small {
        tag: "en",
        empty: "the a an that which do does did there",
        leads: &[
            (IN, "in"), (ON, "on at upon"), (OF, "of"), (TO, "to"), (FOR, "for"), (BY, "by"),
            (IS, "is are"), (WAS, "was were"), (BEEN, "been being be"), (HAS, "has have"), (HAD, "had"), (AND, "and"),
        ],
        idle: "also indeed newly mr mrs ms dr sir",
    },
    Small {
        tag: "de",
        empty: "eines dass sich es",
        leads: &[
            (IN, "in im ins"), (ON, "am an ans"), (OF, "von vom des"), (TO, "zu zum zur"), (FOR, "für"), (BY, "um"),
            (IS, "ist sind"), (IS | BEEN, "wird werden"), (WAS, "war waren"), (WAS | BEEN, "wurde wurden"), (BEEN, "worden sein"), (HAS, "hat haben"), (HAD, "hatte hatten"), (AND, "und"),
            (DER, "der einer"), (DIE, "die das eine"), (DER | DIE, "ein"), (DEN, "den dem einen einem"),
        ],
        idle: "auch herr frau ja",
    },
    Small {
        tag: "fr",
        empty: "le la les l un une que qui se s y",
        leads: &[
            (ON | TO, "à au aux"), (IN, "dans en"), (OF, "de du des d"), (FOR, "pour"), (BY, "par"),
            (IS, "est sont"), (WAS, "était étaient fut furent"), (BEEN, "été être"), (HAS, "a ont"), (HAD, "avait avaient"), (AND, "et"),
        ],
        idle: "aussi également m mme monsieur madame",
    },
    Small {
        tag: "es",
        empty: "el la los las un una unos unas lo que se",
        leads: &[
            (IN, "en"), (OF, "de del"), (TO, "a al"), (FOR, "para"), (BY, "por"),
            (IS, "es son está están"), (WAS, "fue fueron era eran estaba estaban"), (BEEN, "sido siendo ser"), (HAS, "ha han"), (HAD, "había habían"), (AND, "y e"),
        ],
        idle: "también señor señora sr sra don doña",
    },
    Small {
        tag: "pt",
        empty: "o a os as um uma uns umas que se",
        leads: &[
            (IN, "em no na nos nas num numa"), (OF, "de do da dos das"), (TO, "à ao aos às"), (FOR, "para"), (BY, "por pelo pela pelos pelas"),
            (IS, "é são está estão"), (WAS, "foi foram era eram estava estavam"), (BEEN, "sido sendo ser"), (HAS, "há têm tem"), (HAD, "tinha tinham havia"), (AND, "e"),
        ],
        idle: "também senhor senhora sr sra",
    },
    Small {
        tag: "it",
        empty: "il lo la i gli le l un uno una stato stata stati state essere che si",
        leads: &[
            (ON | TO, "a al allo alla ai agli alle all ad"), (IN, "in nel nello nella nei negli nelle nell"),
            (OF, "di del dello della dei degli delle dell d"), (BY, "da dal dallo dalla dai dagli dalle dall"), (FOR, "per"),
            (IS, "è sono"), (WAS, "era erano fu furono"), (BEEN, "stato stata stati state essere"), (HAS, "ha hanno"), (HAD, "aveva avevano"), (AND, "e ed"),
        ],
        idle: "anche signor signora sig",
    },
    Small {
        tag: "nl",
        empty: "de het een t er dat die zich",
        leads: &[
            (IN, "in te"), (ON, "op"), (OF, "van"), (FOR, "voor"), (BY, "door"),
            (IS, "is"), (IS | BEEN, "wordt worden"), (WAS, "was waren"), (WAS | BEEN, "werd werden"), (BEEN, "geworden zijn"), (HAS, "heeft hebben"), (HAD, "had hadden"), (AND, "en"),
        ],
        idle: "ook meneer mevrouw dhr mevr",
    },
    Small {
        tag: "sv",
        empty: "en ett den det att",
        leads: &[(IN, "i"), (ON, "på"), (OF, "av"), (IS, "är"), (WAS, "var blev"), (BEEN, "blivit varit"), (HAS, "har"), (HAD, "hade"), (AND, "och"), (BY, "med")],
        idle: "också",
    },
    Small {
        tag: "da",
        empty: "en et den det blevet været at",
        leads: &[(IN, "i"), (ON, "på"), (OF, "af"), (IS, "er"), (WAS, "var blev"), (HAS, "har"), (HAD, "havde"), (AND, "og"), (BY, "med")],
        idle: "også",
    },
    Small {
        tag: "no",
        empty: "en et ei den det blitt vært at",
        leads: &[(IN, "i"), (ON, "på"), (OF, "av"), (IS, "er"), (WAS, "var ble"), (HAS, "har"), (HAD, "hadde"), (AND, "og"), (BY, "med")],
        idle: "også",
    },
    Small {
        tag: "pl",
        empty: "się że to",
        leads: &[(IN, "w we"), (ON, "na"), (IS, "jest są"), (WAS, "był była było byli były został została zostało zostały"), (AND, "i oraz"), (BY, "o")],
        idle: "też także również pan pani",
    },
    Small {
        tag: "cs",
        empty: "se že si",
        leads: &[(IN, "v ve"), (ON, "na"), (IS, "je jsou"), (WAS, "byl byla bylo byli byly"), (AND, "a"), (BY, "o")],
        idle: "také též pan paní",
    },
    Small {
        tag: "ru",
        empty: "что это",
        leads: &[(IN, "в во"), (IS, "есть"), (WAS, "был была было были"), (AND, "и")],
        idle: "также тоже господин госпожа",
    },
    Small { tag: "uk", empty: "що це", leads: &[(IN, "в у"), (WAS, "був була було були"), (AND, "і й та")], idle: "також" },
    Small { tag: "tr", empty: "bir", leads: &[(AND, "ve")], idle: "da de ayrıca bay bayan" },
    Small {
        tag: "ar",
        empty: "أن إن قد لقد",
        leads: &[(IN, "في"), (TO, "إلى"), (BY, "بنسبة"), (WAS, "كان كانت"), (IS, "يكون تكون")],
        idle: "أيضا السيد السيدة",
    },
    Small {
        tag: "ur",
        empty: "کہ",
        leads: &[(IN, "میں"), (ON, "پر"), (OF, "کا کی کے"), (IS, "ہے ہیں"), (WAS, "تھا تھی تھے"), (AND, "اور")],
        idle: "بھی جناب محترمہ محترم صاحب صاحبہ",
    },
    Small { tag: "fa", empty: "که", leads: &[(IN, "در"), (IS, "است هست"), (WAS, "بود بودند"), (AND, "و")], idle: "نیز هم آقای خانم" },
    Small {
        tag: "hi",
        empty: "कि",
        leads: &[(IN, "में"), (ON, "पर"), (OF, "का की के"), (IS, "है हैं"), (WAS, "था थी थे"), (AND, "और")],
        idle: "भी श्री श्रीमती सुश्री जी",
    },
    Small { tag: "id", empty: "yang", leads: &[(IN, "di"), (ON, "pada"), (TO, "ke"), (AND, "dan")], idle: "juga bapak ibu" },
];

/// Characters of Chinese and Japanese that say nothing by themselves.
pub(in super::super) const EMPTY_SIGNS: &str = "了的之";

/// Other words that are common in their language, so that sharing them means little.
pub(in super::super) const COMMON: &str = "i you he she it we they me him us them my your his its our their this these those what who whom whose when where why how \
    from with about as than then or but if not no yes can could will would shall should may might must just only more most some any all such other one new \
    said says say like get got make made go going now up out over after before because while also people time year day please here there today ever know think want really good great right well back even still way \
    er sie wir ihr ich mich uns mit nicht auch aber oder wie was wer wenn als nach vor noch nur über unter bei aus dieser diese dieses sehr mehr kann man \
    je tu il elle nous vous ils elles ce cette ces mon son ses leur avec pas ne plus mais ou où comme si sur sans très bien tout tous fait \
    yo tú él ella nosotros ellos esto este esta estos con no sin pero como más muy ya si sobre su sus mi todo todos hay \
    eu ele ela nós eles isto este esta com não sem mas como mais muito já se seu sua todo todos \
    io lui lei noi loro questo questa con non senza ma come più molto già se suo sua tutto tutti \
    ik jij hij zij wij dit deze met niet maar of als meer heel zijn haar hun \
    jag du han hon vi de inte men eller som med till från mycket mer det \
    ja ty on ona my oni z do od nie ale lub jak co kto bardzo więcej jego jej ich dla po za przez \
    я ты он она мы вы они с со к ко от до за по из у не но или как кто его ее их для при о об же бы уже все так \
    ben sen o biz siz onlar bu şu ile için ama gibi çok daha ne kadar en \
    هو هي هم نحن أنا هذا هذه ذلك على عن مع لا لم ما كل بعد قبل و أو ثم التي الذي \
    وہ یہ ہم آپ میں نے کو سے نہیں تو جو کر ہو گیا گئی گئے اس ان ایک پر تک بہت \
    वह यह हम आप मैं ने को से नहीं तो जो कर हो गया गई गए इस उस एक पर तक बहुत \
    او این آن را با از به برای نه تا \
    saya dia kami kita mereka ini itu dengan untuk dari tidak adalah akan";
