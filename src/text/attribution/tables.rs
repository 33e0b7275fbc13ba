//! Words of English reporting, and what is told by the look of a word in any language.

use super::speech;

/// Verbs that report what somebody said, whatever follows.
pub(super) const SAID: &[&str] = &[
    "said", "says", "say", "told", "tells", "claimed", "claim", "claims", "insisted", "insists", "argued", "argues", "argue", "announced", "announces",
    "explained", "explains", "added", "adds", "warned", "warns", "warn", "wrote", "writes", "tweeted", "alleged", "alleges", "allege", "admitted",
    "admits", "acknowledged", "acknowledges", "conceded", "concedes", "confirmed", "confirms", "denied", "denies", "deny", "stressed", "stresses",
    "emphasised", "emphasized", "emphasises", "emphasizes", "declared", "declares", "replied", "replies", "remarked", "remarks", "commented",
    "complained", "complains", "joked", "quipped", "asserted", "asserts", "contended", "contends", "testified", "concluded", "estimated", "estimates",
    "estimate", "predicted", "predicts", "disclosed", "accused", "accuses", "blamed", "blames", "boasted", "boasts", "stated", "reiterated",
];

/// Verbs that report only before "that", a colon or a quotation.
pub(super) const SAID_BEFORE_WORDS: &[&str] = &[
    "states", "state", "reported", "reports", "report", "noted", "notes", "note", "observed", "observes", "suggested", "suggests", "suggest", "recalled", "recalls", "continued",
    "continues", "repeated", "repeats", "responded", "responds", "promised", "promises", "pledged", "pledges", "vowed", "vows", "revealed", "reveals",
    "posted", "posts", "highlighted", "highlights", "underlined", "underlines", "answered", "answers", "maintained", "maintains", "maintain", "believes", "believe", "thinks", "called", "calls", "described", "describes", "pointed", "points", "asked", "wondered",
    "went", "shouted", "cried", "whispered", "urged", "urges", "hopes", "fears", "feared", "put", "puts", "criticised", "criticized", "found", "finds", "find",
    "showed", "shows", "show", "indicated", "indicates", "indicate", "argued", "tweets",
];

/// Who stands behind these is spoken to or of, and does not speak.
pub(super) const TRANSITIVE: &[&str] = &[
    "told", "tells", "accused", "accuses", "blamed", "blames", "called", "calls", "urged", "urges", "described", "describes", "criticised", "criticized", "denied", "denies", "confirmed", "confirms", "announced", "announces",
    "estimated", "estimates", "revealed", "reveals", "reported", "reports", "claim", "claims", "put", "puts", "posted", "posts", "found", "finds", "showed", "shows",
];

/// These report only beside a quotation.
pub(super) const CALLED: &[&str] = &[
    "called", "calls", "described", "describes", "put", "puts", "asked", "wondered", "went", "urged", "urges", "criticised", "criticized",
];

/// When it was said, at the end of a sentence.
pub(super) const WHEN: &[&str] = &[
    "on", "in", "late", "early", "last", "this", "today", "yesterday", "earlier", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
];

/// What a report or a table does, and no person.
pub(super) const SHOWN: &[&str] = &[
    "found", "finds", "find", "showed", "shows", "show", "indicated", "indicates", "indicate", "suggested", "suggests", "suggest", "revealed", "reveals",
    "reported", "reports", "says", "said", "say", "states", "stated", "concluded", "concludes", "noted", "notes", "warned", "warns", "estimated", "estimates", "put", "puts", "claimed",
    "claims", "confirmed", "confirms", "argued", "argues", "predicts", "predicted",
];

/// What carries somebody's statement: the claimant is whose it is.
pub(super) const DATA: &[&str] = &[
    "report", "reports", "study", "studies", "survey", "figures", "data", "poll", "analysis", "research", "review", "audit", "statement", "statistics",
    "paper", "letter", "document", "documents", "investigation", "inquiry", "assessment", "estimate", "estimates", "census", "index", "numbers", "records",
    "findings", "release", "briefing", "memo", "tweet", "post", "article", "website", "forecast", "projection", "bulletin", "newsletter", "manifesto", "blog", "memoir", "ruling", "spokespeople", "log", "count", "minutes", "note",
];

/// People by what they are, and bodies that speak.
pub(super) const HEADS: &[&str] = &[
    "ministry", "minister", "ministers", "government", "police", "official", "officials", "spokesman", "spokeswoman", "spokesperson", "spokespeople",
    "authorities", "authority", "council", "councillor", "councillors", "councilor", "company", "firm", "court", "president", "mayor", "researchers", "researcher", "experts", "expert",
    "scientists", "scientist", "union", "unions", "association", "party", "analysts", "analyst", "critics", "critic", "residents", "resident", "witnesses", "witness", "lawyers", "lawyer",
    "prosecutors", "prosecutor", "campaigners", "campaigner", "activists", "activist", "sources", "source", "army", "military", "department", "agency", "agencies", "commission", "committee",
    "board", "hospital", "university", "bank", "charity", "group", "organisation", "organization", "opposition", "doctors", "doctor", "teachers", "teacher",
    "economists", "economist", "chairman", "chairwoman", "chair", "chairperson", "director", "secretary", "governor", "senator", "ambassador", "king", "queen", "prince", "pope",
    "bishop", "archbishop", "judge", "general", "colonel", "captain", "commander", "chief", "head", "leader", "leaders", "manager", "founder", "owner", "editor",
    "author", "authors", "professor", "engineer", "engineers", "nurse", "nurses", "farmers", "farmer", "fishers", "anglers", "club", "forum", "office", "institute", "federation", "alliance", "coalition",
    "administration", "presidency", "parliament", "senate", "cabinet", "congress", "palace", "embassy", "consulate", "foundation", "network", "laboratory", "observatory", "centre", "center",
    "co-operative", "cooperative", "chamber", "regulator", "watchdog", "ombudsman", "auditor", "auditors", "auditor-general", "treasurer", "developer", "developers", "operator", "supplier", "airline", "newspaper",
    "broadcaster", "channel", "magazine", "militants", "rebels", "insurgents", "group", "movement", "force", "forces", "navy", "coastguard", "firefighters", "brigade", "service", "rescuers", "medics",
    "relatives", "family", "parents", "protesters", "organisers", "organizers", "supporters", "opponents", "observers", "historians", "historian", "biologist", "biologists", "epidemiologists", "climatologists",
    "meteorologists", "diplomats", "diplomat", "negotiators", "lawmakers", "lawmaker", "mp", "mps", "deputies", "deputy", "candidate", "candidates", "premier", "chancellor", "vice-president", "wing", "branch", "bureau", "directorate", "command", "crescent",
    "politicians", "investigators", "detectives", "inspector", "inspectors", "delegation", "delegates", "envoy", "adviser", "advisers", "advisor", "aide", "aides", "representative", "representatives",
    "team", "panel", "tribunal", "prosecution", "defence", "waterworks", "utility", "midwives", "volunteers", "students", "economics", "staff", "workers", "employers", "industry", "lobby", "church", "co-founder", "ceo", "executive", "executives", "coordinator", "midwife", "trainer", "curator", "headteacher", "principal", "librarian", "pilot", "driver", "columnist", "journalist", "journalists", "reporter", "pollster", "pollsters",
];

/// Person roles among the heads: a name beside them is a person's.
pub(super) const ROLES: &[&str] = &[
    "minister", "spokesman", "spokeswoman", "spokesperson", "councillor", "president", "mayor", "researcher", "expert", "scientist", "analyst", "critic", "resident", "witness", "lawyer",
    "prosecutor", "campaigner", "activist", "doctor", "teacher", "economist", "chairman", "chairwoman", "chair", "chairperson", "director", "secretary", "governor", "senator", "ambassador",
    "king", "queen", "prince", "pope", "bishop", "archbishop", "judge", "general", "colonel", "captain", "commander", "chief", "head", "leader", "manager", "founder", "owner",
    "editor", "author", "professor", "engineer", "nurse", "farmer", "treasurer", "developer", "historian", "biologist", "diplomat", "lawmaker", "mp", "deputy", "candidate", "premier",
    "chancellor", "vice-president", "inspector", "envoy", "adviser", "advisor", "aide", "representative", "co-founder", "ceo", "executive", "coordinator", "midwife", "trainer", "curator", "headteacher",
    "principal", "librarian", "pilot", "driver", "columnist", "journalist", "reporter", "pollster", "auditor", "ombudsman", "official", "member", "mother", "father", "brother", "sister", "son", "daughter", "wife", "husband", "volunteer", "student", "who", "aged", "skipper", "farmer", "fisherman", "baker", "organiser", "architect", "hydrologist", "geologist", "physicist",
];

/// Titles before a name, without the full stop.
pub(super) const TITLES: &[&str] = &[
    "mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "cllr", "councillor", "rev", "fr", "capt", "captain", "col", "colonel", "gen", "general", "lt", "maj", "major",
    "sgt", "sergeant", "sen", "senator", "rep", "gov", "governor", "president", "minister", "mayor", "judge", "justice", "chancellor", "king", "queen", "prince", "princess", "pope",
    "bishop", "archbishop", "imam", "sheikh", "ayatollah", "secretary", "ambassador", "inspector", "superintendent", "commissioner", "cmdr", "adm", "supt", "det", "hon", "pres", "admiral", "premier", "speaker", "chairman", "chairwoman", "spokesman", "spokeswoman", "deputy", "vice", "prime", "chief",
    "herr", "frau", "señor", "señora", "don", "doña", "monsieur", "madame", "mme", "signor", "signora",
];

pub(super) const HIS_TITLES: &[&str] = &["mr", "sir", "lord", "king", "prince", "pope", "chairman", "spokesman", "herr", "señor", "monsieur", "signor", "imam", "sheikh"];
pub(super) const HER_TITLES: &[&str] =
    &["mrs", "ms", "miss", "dame", "lady", "queen", "princess", "chairwoman", "spokeswoman", "frau", "señora", "madame", "mme", "signora"];

/// A run of capitals with one of these names no person.
pub(super) const NOT_PEOPLE: &[&str] = &[
    "street", "road", "lane", "avenue", "bridge", "quay", "wharf", "hall", "square", "park", "river", "port", "north", "south", "east", "west", "lower", "upper", "new", "old", "great", "university",
    "college", "school", "hospital", "office", "ministry", "department", "council", "committee", "commission", "association", "union", "club", "forum", "society", "party", "bank", "company",
    "group", "institute", "agency", "authority", "court", "church", "museum", "library", "station", "airport", "harbour", "harbor", "bay", "island", "islands", "mount", "lake", "sea",
    "ocean", "valley", "county", "city", "town", "village", "state", "states", "republic", "kingdom", "nations", "european", "united", "national", "international", "federal", "central", "royal",
    "transit", "waterworks", "works", "services", "service", "trust", "foundation", "fund", "board", "chamber", "congress", "parliament", "senate", "house", "government", "police", "army", "navy", "force",
    "forces", "act", "plan", "agreement", "treaty", "war", "day", "week", "weekly", "times", "post", "herald", "echo", "news", "gazette", "ltd", "inc", "plc", "corp", "co", "gmbh", "llc", "exchange",
    "market", "centre", "center", "walk", "terrace", "hill", "weir", "mill", "tank", "primary", "high", "cup", "league", "team", "festival", "project", "programme", "program", "network", "coalition", "alliance", "front", "movement",
    "federation", "congress", "organisation", "organization", "observatory", "laboratory", "district", "province", "region", "coast", "star", "the", "st", "asia", "africa", "america", "europe", "islamic", "democratic", "social", "public", "health", "education",
    "riders'", "teachers'", "patients'", "anglers'", "workers'", "farmers'", "brackwater", "lines", "airlines", "airways", "motors", "foods", "holdings", "systems", "partners", "brothers", "energy", "oil", "gas", "steel", "water", "power", "cooperative", "co-operative", "chronicle", "journal", "review", "magazine", "press", "media", "television", "radio",
];

/// Words that end or never stand in the name of a speaker.
pub(super) const STOPS: &[&str] = &[
    "that", "which", "who", "whom", "whose", "what", "when", "where", "why", "how", "because", "if", "unless", "while", "although", "though", "but", "or", "nor", "so", "than", "as", "with", "without",
    "by", "about", "after", "before", "since", "until", "during", "against", "into", "over", "under", "between", "through", "to", "on", "is", "are", "was", "were", "be", "been", "being", "has", "have",
    "had", "do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "not", "never", "there", "here", "he", "she", "it", "they", "we", "i", "you", "him", "them",
    "us", "me", "one", "nobody", "everybody", "everyone", "anyone", "anybody", "somebody", "someone", "no-one", "none", "others", "another", "some", "many", "few", "all", "both", "this", "these", "those", "such", "then", "now", "yesterday", "today", "tomorrow", "tonight", "however", "meanwhile", "also", "still", "later", "earlier", "instead",
    "therefore", "thus", "moreover", "furthermore", "nevertheless", "again", "even", "only", "just", "yet", "once", "per", "via", "despite", "amid", "whether", "out", "up", "down", "yes", "no", "nothing", "something", "everything", "anything", "his", "her", "my", "your", "our", "lot", "people", "man", "woman", "men", "women",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
    "december", "fire", "said", "says", "say", "told", "himself", "herself", "themselves", "itself", "asked", "according", "speaking", "writing", "citing", "had", "let", "perhaps", "maybe", "indeed", "finally", "critics'", "first", "second", "last", "next", "critically", "crucially", "importantly", "whatever", "whoever", "whichever", "dear", "evidence", "legend", "tradition", "rumour", "rumours", "rumor", "rumors", "history", "experience", "folklore", "logic",
];

/// Between the subject and its verb.
pub(super) const ADVERBS: &[&str] = &[
    "also", "later", "then", "earlier", "repeatedly", "recently", "once", "again", "further", "now", "still", "always", "often", "even", "first", "has", "have", "had", "today", "yesterday",
    "publicly", "previously", "already", "just", "simply", "rightly", "wrongly", "falsely", "reportedly", "initially", "subsequently", "immediately", "in", "on", "went", "itself", "himself", "herself", "themselves", "openly", "both", "all", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
];

/// Before the verb, these make it no report.
pub(super) const UNSAID: &[&str] = &[
    "not", "never", "to", "can", "could", "will", "would", "may", "might", "should", "must", "shall", "cannot", "can't", "won't", "wouldn't", "didn't", "doesn't", "don't", "hasn't", "haven't", "hadn't", "is", "are", "was",
    "were", "be", "been", "being", "isn't", "wasn't", "aren't", "weren't", "did", "do", "does", "nothing", "i'd", "i'll", "we'll", "he'd", "she'd", "they'd", "he'll", "she'll", "of", "by", "rarely", "seldom", "hardly",
];

/// Before a clause, these say that it may not be so.
pub(super) const CONDITIONS: &[&str] = &["if", "when", "whenever", "unless", "whether", "until", "once", "before", "after", "since", "what", "how", "why", "where", "which", "whatever", "than", "like"];

/// A clause may begin behind these.
pub(super) const CLAUSE: &[&str] = &[
    "and", "but", "that", "while", "because", "as", "so", "yet", "though", "although", "whereas", "however", "meanwhile", "then", "now", "yesterday", "today", "later", "earlier", "monday", "tuesday",
    "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "instead", "nevertheless", "moreover",
    "furthermore", "still", "also", "indeed", "finally", "week", "month", "year", "morning", "evening", "night", "afternoon",
];

/// What points back at a quotation, in any language.
pub(super) const POINTING: &[&str] = &[
    "that", "that's", "this", "these", "those", "such", "so", "thus", "it", "das", "dies", "diese", "so", "c'est", "cela", "ceci", "ainsi", "ces", "esto", "eso", "así", "estas", "esas", "questo", "questa", "queste", "così", "isso", "isto", "assim", "estas", "dat", "dit", "zo", "deze", "to", "tak", "takto",
    "это", "так", "эти", "det", "detta", "så", "tämä", "näin", "bu", "bunu", "böyle", "itu", "ini", "هذا", "هكذا", "یہ", "این", "यह", "ये",
];
/// What stands for whoever was named last, at the beginning of a sentence.
pub(super) const GOING_ON: &[&str] = &[
    "he", "she", "his", "her", "er", "sie", "sein", "seine", "ihr", "ihre", "il", "elle", "son", "sa", "ses", "él", "ella", "su", "sus", "lui", "lei", "suo", "sua", "ele", "ela", "seu", "hij", "zij", "zijn", "haar", "on", "ona", "jego", "jej", "он", "она", "его", "её", "han", "hon", "hans", "hennes", "hän", "hänen",
];
/// What was said, as a thing.
pub(super) const UTTERED: &[&str] = &["words", "put", "quote", "verdict", "message", "phrase", "worte", "mots", "palabras", "parole", "palavras", "woorden", "słowa", "slova", "слова", "ord"];

/// Small words inside a name.
pub(super) const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "del", "della", "di", "la", "le", "van", "von", "der", "den", "ter", "af", "bin", "ibn", "al", "el", "bint", "zu", "du", "ul", "ud", "y", "e",
];

/// Agencies and papers that are named with one word.
pub(super) const PAPERS: &[&str] = &[
    "reuters", "ap", "afp", "bbc", "cnn", "dpa", "ansa", "efe", "tass", "xinhua", "kyodo", "yonhap", "interfax", "bloomberg", "politico", "axios", "itv", "npr", "nbc", "abc", "cbs", "npr", "unicef", "unesco", "nato", "who",
    "amnesty", "oxfam", "greenpeace", "google", "facebook", "meta", "microsoft", "amazon", "apple", "parliament", "congress", "labour", "downing",
];

/// People without a name: somebody else a pronoun can mean.
pub(super) const SOMEBODY: &[&str] = &[
    "man", "woman", "boy", "girl", "mother", "father", "grandfather", "grandmother", "uncle", "aunt", "brother", "sister", "son", "daughter", "wife", "husband", "landlord", "plumber", "neighbour", "neighbor", "friend", "colleague", "patient", "pupil",
    "passenger", "victim", "suspect", "defendant", "soldier", "officer", "bystander", "shopkeeper", "customer", "tenant", "worker", "player", "coach", "singer", "actor", "priest", "predecessor", "successor", "rival", "child", "teenager",
];
/// What shows that somebody is meant, and not an office: "the mayor", but "was mayor".
pub(super) const SHOWING: &[&str] = &["a", "an", "the", "another", "one", "my", "your", "his", "her", "its", "our", "their", "this", "that", "some"];
/// Roles that as often mean a thing, a body or nobody in particular.
pub(super) const OFFICES: &[&str] = &["who", "aged", "chief", "head", "general", "secretary", "chair", "official", "source", "deputy", "member", "leader", "executive"];
/// Before a person, and seldom before anything else.
pub(super) const TO_PERSON: &[&str] = &[
    "asked", "met", "married", "divorced", "with", "and", "than", "unlike", "citing", "quoting", "beat", "sued", "thanked", "praised", "interviewed", "succeeded", "replaced", "killed", "shot", "helped", "attacked", "defeated", "arrested", "hired",
    "fired", "sacked", "appointed", "loved", "knew", "accompanied", "advised", "defended", "supported", "backed", "endorsed", "mocked", "brought", "phoned", "invited", "welcomed", "greeted", "convinced", "persuaded", "reminded", "informed",
    "warned", "ordered", "elected", "ousted", "gave", "lent", "owed", "paid", "promoted", "let", "showed", "watched", "followed", "by", "urged", "accusing", "telling", "asking", "meeting",
];
/// Before "to" and a person.
pub(super) const TO_PEOPLE: &[&str] = &["according", "spoke", "spoken", "talked", "wrote", "replied", "gave", "sold", "lost", "listened", "married", "introduced", "next", "close", "compared", "speaking", "talking", "writing", "apologised", "apologized", "lied"];
pub(super) const HIS_NOUNS: &[&str] = &["man", "boy", "father", "grandfather", "uncle", "brother", "son", "husband", "landlord", "chairman", "spokesman", "king", "prince"];
pub(super) const HER_NOUNS: &[&str] = &["woman", "girl", "mother", "grandmother", "aunt", "sister", "daughter", "wife", "chairwoman", "spokeswoman", "queen", "midwife", "actress"];

pub(super) const WOMEN: &[&str] = &[
    "agnes", "alice", "amy", "ana", "andrea", "angela", "anita", "ann", "anna", "anne", "aisha", "ayesha", "barbara", "bettina", "brenda", "carla", "carol", "caroline", "catherine", "charlotte",
    "christine", "claire", "clara", "deborah", "diana", "edda", "elena", "elizabeth", "ella", "ellen", "emily", "emma", "eva", "eve", "fatima", "fiona", "frances", "grace", "hannah", "hanne", "heather", "helen",
    "helena", "ingrid", "irene", "isabel", "jana", "jane", "janet", "jennifer", "jessica", "joan", "joanna", "judith", "julia", "julie", "karen", "kate", "katherine", "kathleen", "laura", "lena", "linda", "lisa", "loretta", "louise",
    "lucy", "maeve", "margaret", "maria", "maria", "marie", "marta", "martha", "mary", "megan", "michelle", "monica", "nadia", "nancy", "natalie", "nicole", "nina", "nora", "nuala", "olga", "olivia", "ottilie", "patricia",
    "paula", "pia", "rachel", "rebecca", "rita", "rosa", "rose", "ruth", "salma", "sandra", "sara", "sarah", "sharon", "silvia", "simone", "sofia", "sophia", "sophie", "susan", "sylvia", "teresa", "theresa", "ursula",
    "valerie", "vera", "victoria", "virginia", "wendy", "yvonne", "zainab", "zoe", "ines", "inés", "greta", "astrid", "birgit", "heidi", "petra", "sabine", "maryam", "khadija", "amina", "leila", "yasmin", "priya", "sunita",
];
pub(super) const MEN: &[&str] = &[
    "adam", "ahmed", "alan", "albert", "alexander", "ali", "andrew", "anthony", "antonio", "arthur", "ben", "benjamin", "bernard", "bilal", "brian", "carl", "carlos", "charles", "christopher", "conrad", "daniel", "david",
    "dennis", "donald", "douglas", "edward", "emeric", "eric", "fergal", "francis", "frank", "fred", "frederick", "gary", "george", "gerald", "graham", "gregory", "harold", "harry", "hassan", "henry", "hugh", "hussein", "ian", "ibrahim", "idris", "imran",
    "ivan", "jack", "jacob", "james", "jason", "jeffrey", "jens", "joe", "john", "jonathan", "jose", "joseph", "juan", "karl", "keith", "kenneth", "kevin", "klaus", "lars", "leo", "liam", "luis", "luke", "marco", "mark", "martin", "matthew",
    "michael", "miguel", "mohammad", "mohammed", "muhammad", "neil", "nicholas", "nigel", "noah", "oliver", "omar", "oscar", "patrick", "paul", "pedro", "peter", "philip", "piers", "ralph", "raymond", "richard", "robert", "roger", "ronald",
    "rupert", "ryan", "samir", "samuel", "scott", "sean", "simon", "stefan", "stephen", "steven", "stuart", "thomas", "tim", "timothy", "tom", "tomas", "tony", "usman", "victor", "walter", "wilf", "william", "yusuf", "sven", "hans", "otto", "rajesh", "anil", "arif",
];

/// Letters of scripts that write words without spaces between them.
pub(in crate::text) fn is_wide(c: char) -> bool {
    matches!(u32::from(c), 0x2E80..=0x2FDF | 0x3005..=0x3007 | 0x3040..=0x30FF | 0x3400..=0x9FFF | 0xF900..=0xFAFF | 0x20000..=0x3FFFF)
}

/// Whether a word reports speech in some language, for whoever does not know which it is.
pub(in crate::text) fn is_said_anywhere(word: &str) -> bool {
    SAID.contains(&word) || SAID_BEFORE_WORDS.contains(&word) || speech::is_said(word)
}
