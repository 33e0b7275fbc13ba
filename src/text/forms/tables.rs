//! Words that tell captions, bylines and dates of publication, in small letters where the language has them.

/// A caption or a credit begins with one of these.
pub(super) const CAPTIONS: &[&str] = &[
    "photo", "photos", "photograph", "image", "picture", "credit", "photo credit", "image credit", "figure", "fig.", "fig",
    "chart", "graphic", "map", "table", "video", "source", "sources", "caption", "illustration", "file photo",
    "foto", "bild", "abbildung", "abb.", "grafik", "tabelle", "karte", "quelle", "symbolbild",
    "imagen", "figura", "gráfico", "tabla", "fuente", "mapa", "crédit photo", "crédit", "figure", "graphique", "tableau", "carte",
    "immagine", "grafico", "tabella", "fonte", "imagem", "afbeelding", "beeld", "figuur", "grafiek", "tabel", "bron",
    "zdjęcie", "fot.", "rysunek", "rys.", "wykres", "źródło", "obrázek", "graf", "zdroj", "snímek",
    "фото", "рис.", "рисунок", "изображение", "график", "таблица", "источник", "kuva", "kuvio", "taulukko", "lähde",
    "figur", "diagram", "källa", "fotoğraf", "görsel", "şekil", "grafik", "kaynak", "gambar", "tabel", "sumber",
    "صورة", "الصورة", "تصوير", "الشكل", "شكل", "المصدر", "تصویر", "تصاویر", "فوٹو", "ذریعہ", "عکس", "شکل", "نمودار", "منبع",
    "फोटो", "तस्वीर", "चित्र", "स्रोत", "图", "图片", "圖", "照片", "摄影", "图源", "来源", "資料圖", "写真", "画像", "図", "表", "出典", "撮影",
    "사진", "그림", "표", "출처", "자료",
];

/// Agencies and other sources of pictures that stand at the end of a caption.
pub(super) const AGENCIES: &[&str] = &[
    "Reuters", "REUTERS", "AP", "AFP", "AP Photo", "Getty Images", "Getty", "EPA", "EPA-EFE", "EFE", "dpa", "DPA", "picture alliance",
    "ANSA", "LUSA", "ANP", "PAP", "ČTK", "TASS", "ТАСС", "РИА Новости", "TT", "Lehtikuva", "AA", "Antara", "ANTARA", "Xinhua", "新华社",
    "Kyodo", "共同通信社", "Yonhap", "연합뉴스", "PTI", "ANI", "APP", "IRNA", "WAM", "Shutterstock", "Alamy", "Flickr", "Wikimedia Commons",
];

/// "By" before the writer's name.
pub(super) const BY: &[&str] = &[
    "by", "written by", "reported by", "words by", "story by", "from our correspondent", "author", "authors", "reporter", "von", "text", "autor",
    "autorin", "por", "texto", "autora", "par", "propos recueillis par", "auteur", "di", "a cura di", "autore", "door", "av", "af", "text av",
    "autor tekstu", "napsal", "napsala", "автор", "текст", "kirjoittaja", "teksti", "yazan", "haber", "oleh", "penulis", "reporter",
    "بقلم", "كتب", "كتبت", "إعداد", "تحریر", "از قلم", "رپورٹ", "نویسنده", "به قلم", "گزارش", "लेखक", "रिपोर्ट", "द्वारा", "作者", "记者", "記者", "撰文",
    "文", "執筆", "取材", "글", "기자", "취재",
];

/// Words for a writer that stand against the name.
pub(super) const WRITERS: &[&str] =
    &["文/", "文／", "文=", "文＝", "作者：", "记者：", "本报记者", "本報記者", "撰文/", "文・", "取材・文", " 기자", "기자=", "特约记者"];

/// The date of publication follows.
pub(super) const PUBLISHED: &[&str] = &[
    "published", "published on", "updated", "last updated", "posted", "first published", "last modified", "created", "date",
    "veröffentlicht", "aktualisiert", "stand", "publicado", "actualizado", "atualizado", "publié", "mis à jour", "publiée", "pubblicato",
    "aggiornato", "gepubliceerd", "bijgewerkt", "opublikowano", "aktualizacja", "publikováno", "aktualizováno", "vydáno",
    "опубликовано", "обновлено", "publicerad", "uppdaterad", "julkaistu", "päivitetty", "yayınlanma", "yayınlandı", "güncelleme",
    "diterbitkan", "diperbarui", "نشر", "نُشر", "نشر في", "تاريخ النشر", "آخر تحديث", "شائع", "اشاعت", "تاریخ اشاعت", "اپ ڈیٹ", "منتشر شده", "انتشار",
    "تاریخ انتشار", "प्रकाशित", "अपडेट", "发布", "发布时间", "发表", "更新", "发表于", "公開", "公開日", "更新日", "掲載", "게시", "입력", "수정", "등록",
];

/// What somebody writes for a paper.
pub(super) const ROLES: &[&str] = &[
    "reporter", "correspondent", "editor", "writer", "columnist", "contributor", "staff", "desk", "news", "echo", "herald", "times", "post",
    "reuters", "ap", "afp", "redaktion", "redakteur", "redakteurin", "korrespondent", "korrespondentin", "redacción", "corresponsal",
    "journaliste", "rédaction", "correspondant", "correspondante", "redazione", "inviato", "redação", "repórter", "redactie", "verslaggever",
    "redakcja", "redakce", "корреспондент", "редактор", "reporter", "toimittaja", "muhabir", "wartawan", "journalist",
];

/// Small words inside a name.
pub(super) const PARTICLES: &[&str] = &[
    "de", "da", "do", "dos", "del", "della", "di", "la", "le", "van", "von", "der", "den", "ten", "ter", "af", "av", "bin", "ibn", "al", "el", "and",
    "und", "y", "e", "et", "en", "och", "i", "a", "ja", "ve", "dan", "for", "of", "the", "with", "du", "des",
];

/// What "by" is followed by when it names a time and no writer.
pub(super) const TIMES: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december", "christmas", "easter", "now", "then", "the", "this", "that", "far", "law",
];

/// Words a date is written with, besides numbers.
pub(super) const DATE_WORDS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "mon", "tue", "tues", "wed", "thu", "thur", "fri", "sat", "sun",
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "am", "pm", "a.m", "p.m", "gmt", "utc", "bst", "cet", "est", "at", "of", "the",
    "de", "del", "le", "den", "um", "uhr", "às", "alle", "om", "kl", "г", "в", "год", "года", "klo", "saat", "pukul", "في",
    "januar", "februar", "märz", "mai", "juni", "juli", "oktober", "dezember", "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio",
    "agosto", "septiembre", "octubre", "noviembre", "diciembre", "janvier", "février", "mars", "avril", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre", "gennaio", "febbraio", "aprile", "maggio", "giugno", "luglio", "settembre", "ottobre", "dicembre",
    "janeiro", "fevereiro", "março", "maio", "junho", "julho", "setembro", "outubro", "dezembro", "januari", "februari", "maart", "mei",
    "augustus", "stycznia", "lutego", "marca", "kwietnia", "maja", "czerwca", "lipca", "sierpnia", "września", "października", "listopada",
    "grudnia", "ledna", "února", "března", "dubna", "května", "června", "července", "srpna", "září", "října", "listopadu", "prosince",
    "января", "февраля", "марта", "апреля", "мая", "июня", "июля", "августа", "сентября", "октября", "ноября", "декабря", "maj", "augusti",
    "tammikuuta", "helmikuuta", "maaliskuuta", "huhtikuuta", "toukokuuta", "kesäkuuta", "heinäkuuta", "elokuuta", "syyskuuta", "lokakuuta",
    "marraskuuta", "joulukuuta", "ocak", "şubat", "mart", "nisan", "mayıs", "haziran", "temmuz", "ağustos", "eylül", "ekim", "kasım", "aralık",
    "maret", "agustus", "desember", "يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر",
    "جنوری", "فروری", "مارچ", "اپریل", "مئی", "جون", "جولائی", "اگست", "ستمبر", "اکتوبر", "نومبر", "دسمبر", "जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई",
    "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर",
];

/// Words before a colon that name no speaker.
pub(super) const NO_SPEAKERS: &[&str] = &[
    "with", "present", "when and how", "yours", "item", "for the record", "absent", "dear", "released", "recorded", "note", "source", "sources", "update", "updated", "photo", "image", "figure", "table", "example", "ps", "p.s", "nb", "warning", "correction",
    "breaking", "live", "watch", "read more", "see also", "related", "tags", "topics", "http", "https", "re", "fw", "fwd", "subject", "from", "to", "cc", "date",
    "summary", "conclusion", "background", "method", "results", "fact", "claim", "verdict", "rating", "false", "true", "mostly false", "mostly true",
    "hinweis", "quelle", "nota", "fuente", "source", "fonte", "bron", "źródło", "источник", "примечание", "ملاحظة", "المصدر", "نوٹ", "ذریعہ", "منبع",
    "注", "来源", "摘要", "注意", "出典", "참고", "출처", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "contact", "phone", "address",
    "headline", "slogan", "motto", "quote", "translation", "answer", "question", "result", "caption", "banner", "sign", "message", "reply", "post", "tweet", "moral", "lesson", "rule", "law", "title", "text", "first", "second", "third", "finally",
    "remember", "reminder", "bottom line", "spoiler", "edit", "statement", "overheard", "quoted", "reality", "myth", "truth", "problem", "solution", "reason",
    "price", "total", "name", "email", "tel", "where", "when", "who", "what", "why", "how",
];
