//! Words that change what a statement says: numbers, negations, units, dates, and who is near a name. `*` at the end
//! stands for any ending.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::What;
use super::tokens::plain;

/// What a word means: its kind, and the same key for every word that means the same.
pub(super) type Meaning = (What, &'static str);

/// Words by meaning.
pub(super) struct Words {
    whole: HashMap<String, Meaning>,
    stems: HashMap<String, Meaning>,
}

/// Code points of the shortest and the longest stem.
const STEMS: std::ops::RangeInclusive<usize> = 2..=12;

impl Words {
    fn of(tables: &[(What, &[(&'static str, &'static str)])]) -> Self {
        let mut words = Self { whole: HashMap::new(), stems: HashMap::new() };
        for (what, table) in tables {
            for (key, list) in *table {
                for word in list.split(' ').filter(|it| !it.is_empty()) {
                    match word.strip_suffix('*') {
                        Some(stem) => words.stems.entry(plain(stem).into_owned()).or_insert((*what, key)),
                        None => words.whole.entry(plain(word).into_owned()).or_insert((*what, key)),
                    };
                }
            }
        }
        words
    }

    /// The meaning of a word in small letters; Arabic and Persian words also with "and", "by" or the article before.
    pub(super) fn meaning(&self, word: &str) -> Option<Meaning> {
        let known = |word: &str| self.whole.get(word).copied().or_else(|| self.by_stem(word));
        known(word).or_else(|| {
            let rest = ["و", "ال", "ب", "ف", "ل"].iter().find_map(|it| word.strip_prefix(it).filter(|it| it.len() > 3));
            rest.and_then(|rest| known(rest).or_else(|| rest.strip_prefix("ال").and_then(known)))
        })
    }

    /// The value of a number word, as it stands in the tables.
    pub(super) fn number(&self, word: &str) -> Option<&'static str> {
        self.whole.get(word).filter(|it| it.0 == What::Numeral).map(|it| it.1)
    }

    fn by_stem(&self, word: &str) -> Option<Meaning> {
        let ends = word.char_indices().map(|(at, c)| at + c.len_utf8());
        let stems = ends.take(*STEMS.end()).skip(*STEMS.start() - 1).filter_map(|end| word.get(..end));
        stems.filter_map(|stem| self.stems.get(stem)).last().copied()
    }
}

/// All tables, read once.
pub(super) static WORDS: LazyLock<Words> = LazyLock::new(|| {
    Words::of(&[
        (What::Negation, &NEGATIONS),
        (What::Numeral, &NUMBERS),
        (What::Unit, &UNITS),
        (What::Date, &DATES),
    ])
});

/// Words of two tokens that mean one thing.
pub(super) const PAIRS: [(&str, &str, Meaning); 17] = [
    ("at", "least", (What::Numeral, "≥")),
    ("at", "most", (What::Numeral, "≤")),
    ("more", "than", (What::Numeral, ">")),
    ("less", "than", (What::Numeral, "<")),
    ("fewer", "than", (What::Numeral, "<")),
    ("per", "cent", (What::Unit, "%")),
    ("percentage", "point", (What::Unit, "pp")),
    ("percentage", "points", (What::Unit, "pp")),
    ("pour", "cent", (What::Unit, "%")),
    ("por", "ciento", (What::Unit, "%")),
    ("por", "cento", (What::Unit, "%")),
    ("per", "mille", (What::Unit, "‰")),
    ("points", "de", (What::Unit, "pp")),
    ("puntos", "porcentuales", (What::Unit, "pp")),
    ("pontos", "percentuais", (What::Unit, "pp")),
    ("процентных", "пунктов", (What::Unit, "pp")),
    ("процентных", "пункта", (What::Unit, "pp")),
];

/// Negations inside a word of a script without spaces, or at its end.
pub(super) const INSIDE: [&str; 11] =
    ["ない", "なかっ", "ません", "なく", "않", "없", "못", "아니", "ไม่", "ずに", "なし"];

/// What makes a word its opposite when it is put before it.
pub(super) const OPPOSING: [&str; 17] = [
    "un", "in", "im", "il", "ir", "dis", "non", "ne", "nie", "не", "ن", "نا", "اَ", "ikke", "o", "ei", "mis",
];

/// What makes a Turkish verb its opposite when it is put into it.
pub(super) const TURKISH: [&str; 6] = ["ma", "me", "mı", "mi", "mu", "mü"];

/// Words beside a person's or a place's name, in scripts without capitals.
pub(super) const NEAR_NAMES: &str = " قال قالت يقول تقول صرح صرحت أعلن أعلنت أكد أكدت أوضح أوضحت أضاف أضافت السيد السيدة رئيس رئيسة الوزير وزير وزيرة المستشار المستشارة الدكتور الدكتورة الأستاذ محافظ مدير مديرة عضو شارع مدينة قرية حي بلدية نهر مدرسة مستشفى في إلى من المتحدث المتحدثة باسم \
 گفت گفته آقای خانم دکتر شهردار وزیر استاندار خیابان شهر روستای \
 نے کہا جناب محترم محترمہ صاحب صاحبہ میئر وزیر ڈاکٹر کونسلر مسٹر مس میں سے کو کا کی کے ضلع گاؤں سڑک شہر ترجمان \
 ने कहा श्री श्रीमती सुश्री डॉ मेयर महापौर मंत्री पार्षद अध्यक्ष प्रवक्ता जी में से को का की के नगर गाँव गांव सड़क ज़िला \
 ";
/// Titles after a Korean name, with any particle behind them.
pub(super) const AFTER_NAMES: [&str; 11] =
    ["씨", "시장", "의원", "장관", "대변인", "구청장", "교수", "총리", "위원", "군수", "대표"];
/// The same, of one character each.
pub(super) const NEAR_NAMES_SIGNS: &str = "市長氏说表示称先生女士议员長官街区县镇村路川町";

/// Words that begin a sentence in capitals and are no names.
pub(super) const NO_NAMES: &str = " several various numerous the a an this that these those it its he she they we you i in on at by for from of to with as but and or if when while after before since until there here what who how why all some many most more few both each every no not never one two three four five six seven eight nine ten today yesterday tomorrow now then later earlier last next according about around nearly almost over under more less only even also still yet however moreover meanwhile instead although though because so such our your their his her my is are was were be been has have had do does did can could will would shall should may might must \
 der die das den dem des ein eine einen einem einer eines er sie es wir ihr und oder aber wenn als nach vor seit bis in im am auf an bei mit von zu zum zur für über unter heute gestern morgen dann nun auch nur noch laut rund etwa fast mehr alle viele einige kein keine nicht wie was wer warum da dort hier so doch \
 le la les l un une des du de d il elle ils elles nous vous on ce cet cette ces et ou mais si quand après avant depuis dans en au aux sur par pour avec sans selon hier demain près plus tous toutes beaucoup aucun aucune ne pas qui que où \
 el los las un una unos unas él ella ellos ellas y o pero si cuando después antes desde hasta en al del sobre por para con sin según ayer hoy mañana más todos muchos ningún ninguna no nunca que quien como donde \
 il lo gli i un uno una e o ma se quando dopo prima da in nel nella su per con senza secondo ieri oggi domani più tutti molti nessuno non mai che chi come dove \
 o os as um uma e ou mas se quando depois antes desde em no na ao do da por para com sem segundo ontem hoje mais todos muitos nenhum não nunca que quem como onde \
 de het een hij zij ze wij en of maar als toen na voor sinds tot in op aan bij met van naar volgens gisteren vandaag morgen meer alle veel geen niet wie wat hoe waar er dit dat deze die \
 w we na z ze do od po za i a ale lub jeśli gdy kiedy przed według wczoraj dziś jutro więcej wszyscy żaden nie nigdy kto co jak gdzie to ten ta te on ona oni \
 v ve na z ze do od po za i a ale nebo když před podle včera dnes zítra více všichni žádný ne nikdy kdo co jak kde to ten ta on ona oni \
 в во на с со до от по за и а но или если когда перед после согласно вчера сегодня завтра более все многие никто не нет никогда кто что как где это этот эта эти он она они мы вы я для из у при о об \
 en ett den det de han hon vi och eller men om när efter före sedan i på vid med av till enligt igår idag mer alla många ingen inte aldrig vem vad hur var \
 se hän he me te ja tai mutta jos kun ennen jälkeen eilen tänään huomenna kaikki monet ei eivät kuka mikä miten missä tämä nämä \
 bu şu o bir ve veya ama eğer sonra önce dün bugün yarın daha bütün birçok hiç değil kim ne nasıl nerede için ile göre \
 ini itu dan atau tetapi jika ketika setelah sebelum sejak di ke dari pada untuk dengan menurut kemarin hari besok semua banyak tidak bukan siapa apa ";

const NEGATIONS: [(&str, &str); 1] = [(
    "not",
    "not no never none nor neither nobody nothing nowhere without cannot hardly barely scarcely non nicht nichts nie niemals niemand kein* ohne \
     weder ne pas jamais aucun aucune sans ni rien nunca jamás ningún ninguna ninguno nadie nada sin tampoco \
     não nenhum nenhuma nem sem ninguém né nessun nessuno nessuna senza niet geen nooit niets niemand zonder noch nie bez \
     nigdy nikt nic żaden żadna żadne není nejsou nebyl nebyla nikdy nikdo žádný žádná žádné bez не нет ни никогда никто ничего без \
     нельзя inte aldrig ingen inget inga utan icke ikke ei eivät eikä ilman emme koskaan älä değil yok hiç hiçbir asla \
     hayır tidak bukan belum tanpa tak jangan tiada لا لم لن ليس ليست ليسوا غير بدون دون كلا لیس نه نیست نیستند بدون هرگز هیچ \
     نہیں نہ مت بغیر بنا ہرگز नहीं न ना मत बिना कभी 不 没 沒 未 无 無 非 别 莫 否 안 לא אין בלי",
)];

const NUMBERS: [(&str, &str); 44] = [
    ("0", "zero null zéro cero nol sıfır ноль صفر शून्य noll nolla nula 零 〇"),
    ("1", "one uno eins jeden один одна одно واحد واحدة ایک एक یک yksi satu 하나 hana jedna jedno"),
    ("2", "two deux zwei dos due dois duas twee dwa dwie dva dvě два две två kaksi iki dua اثنان اثنين اثنتان اثنتين دو दो 둘 both beide kahden двух"),
    ("3", "three trois drei tres tre três drie trzy tři три трёх трех kolme kolmen üç tiga ثلاثة ثلاث تین तीन سه 셋"),
    ("4", "four quatre vier cuatro quattro quatro cztery čtyři четыре четырёх fyra neljä neljän dört empat أربعة أربع چار चार چهار 넷"),
    ("5", "five cinq fünf cinco cinque vijf pięć pět пять пяти fem viisi viiden viid* viit* beş lima خمسة خمس پانچ पाँच पांच پنج 다섯"),
    ("6", "six sechs seis zes sześć šest шесть шести kuusi kuuden kuudel* altı enam ستة ست چھ छह छः شش 여섯"),
    ("7", "seven sept sieben siete sette sete zeven siedem sedm семь семи sju seitsemän seitsemä* yedi tujuh سبعة سبع سات सात هفت 일곱"),
    ("8", "eight huit acht ocho otto oito osiem osm восемь восьми åtta kahdeksan kahdeksa* sekiz delapan ثمانية ثماني ثمان آٹھ आठ هشت 여덟"),
    ("9", "nine neuf neun nueve nove negen dziewięć devět девять девяти nio yhdeksän yhdeksä* dokuz sembilan تسعة تسع نو नौ نه 아홉"),
    ("10", "ten dix zehn diez dieci dez tien dziesięć deset десять десяти tio kymmenen kymmene* sepuluh عشرة عشر دس दस ده 열"),
    ("11", "eleven onze elf undici jedenaście jedenáct одиннадцать elva yksitoista sebelas أحد گیارہ ग्यारह یازده"),
    ("12", "twelve douze zwölf doce dodici doze twaalf dwanaście dvanáct двенадцать tolv kaksitoista dozen douzaine dutzend docena بارہ बारह دوازده"),
    ("13", "thirteen treize dreizehn trece tredici treze dertien trzynaście třináct тринадцать tretton kolmetoista تیرہ तेरह"),
    ("14", "fourteen quatorze vierzehn catorce quattordici catorze veertien czternaście čtrnáct четырнадцать fjorton neljätoista چودہ चौदह"),
    ("15", "fifteen quinze fünfzehn quindici vijftien piętnaście patnáct пятнадцать пятнадцати femton viisitoista پندرہ पंद्रह पन्द्रह پانزده"),
    ("16", "sixteen seize sechzehn dieciséis sedici dezesseis zestien szesnaście šestnáct шестнадцать sexton kuusitoista سولہ सोलह"),
    ("17", "seventeen siebzehn diecisiete diciassette dezessete zeventien siedemnaście sedmnáct семнадцать sjutton seitsemäntoista سترہ सत्रह"),
    ("18", "eighteen achtzehn dieciocho diciotto dezoito achttien osiemnaście osmnáct восемнадцать arton kahdeksantoista اٹھارہ अठारह"),
    ("19", "nineteen neunzehn diecinueve diciannove dezenove negentien dziewiętnaście devatenáct девятнадцать nitton انیس उन्नीस"),
    ("20", "twenty vingt zwanzig veinte venti vinte twintig dwadzieścia dvacet двадцать двадцати tjugo kaksikymmentä yirmi عشرون عشرين بیس बीस بیست 스물"),
    ("30", "thirty trente dreißig treinta trenta trinta dertig trzydzieści třicet тридцать trettio kolmekymmentä otuz ثلاثون ثلاثين تیس तीस سی"),
    ("40", "forty quarante vierzig cuarenta quaranta quarenta veertig czterdzieści čtyřicet сорок fyrtio neljäkymmentä kırk أربعون أربعين چالیس चालीस چهل"),
    ("50", "fifty cinquante fünfzig cincuenta cinquanta cinquenta vijftig pięćdziesiąt padesát пятьдесят femtio viisikymmentä elli خمسون خمسين پچاس पचास پنجاه"),
    ("60", "sixty soixante sechzig sesenta sessanta sessenta zestig sześćdziesiąt šedesát шестьдесят sextio kuusikymmentä altmış ستون ستين ساٹھ साठ شصت"),
    ("70", "seventy septante siebzig setenta settanta zeventig siedemdziesiąt sedmdesát семьдесят sjuttio yetmiş سبعون سبعين ستر सत्तर هفتاد"),
    ("80", "eighty achtzig ochenta ottanta oitenta tachtig osiemdziesiąt osmdesát восемьдесят åttio seksen ثمانون ثمانين اسی अस्सी هشتاد"),
    ("90", "ninety neunzig noventa novanta negentig dziewięćdziesiąt devadesát девяносто nittio doksan تسعون تسعين نوے नब्बे نود"),
    ("x100", "hundred hundreds cent cents hundert cien cientos cento cem honderd sto сто hundra sata sataa yüz ratus seratus مائة مئة مائتان سو सौ صد 百 백"),
    ("x1000", "thousand thousands mille tausend mil mila duizend tysiąc* tisíc* тысяч* тыс tusen tuhat tuhatta ribu seribu ألف آلاف ألفا ہزار हज़ार हजार هزار 千 천"),
    ("x10000", "万 萬 만"),
    ("x100000", "lakh لاکھ लाख"),
    ("x1000000", "million* miljon* miljoen* millón* millon* milione milioni milh* milion* milión* миллион* млн miljoona* milyon juta مليون ملايين میلیون ملین मिलियन mio mln"),
    ("x10000000", "crore کروڑ करोड़"),
    ("x100000000", "亿 億 억"),
    ("x1000000000", "billion billions milliard* miljard* mil-millones miliardo miliardi miliard* bilhão bilhões миллиард* млрд milyar miliar مليار مليارات میلیارد ارب अरब mrd bn"),
    ("x1000000000000", "trillion* billionen triliun трлн trilyon 兆 조 تريليون کھرب"),
    ("half", "half halves moitié hälfte halb* mitad metà metade helft połow* polovin* половин* hälften puolet yarısı yarı setengah نصف آدھ* आध* نیمی 半 절반"),
    ("third", "third thirds tiers drittel tercio terzo terço derde третья треть tredjedel kolmannes üçte sepertiga ثلث تہائی तिहाई"),
    ("quarter", "quarter quarters quart viertel cuarto trimestre kwart ćwierć čtvrtin* четверть fjärdedel neljännes çeyrek seperempat ربع چوتھائی चौथाई"),
    ("double", "double* twice doppelt* verdoppel* doble duplic* doppio dubbel* podwój* dvojnás* вдвое fördubbl* kaksinkert* iki-kat ضعف دگنا दोगुन* 倍 翻"),
    ("triple", "triple* thrice verdreifach* tripl* drievoud* potroj* trojnás* втрое tredubbl* kolminkert* üç-kat تگنا तिगुन*"),
    ("1st", "first premier première erste* primer primero primera primo prima primeiro primeira eerste pierwsz* první перв* första ensimmäi* birinci pertama الأول الأولى پہل* पहल*"),
    ("2nd", "deuxième seconde zweite* segundo segunda secondo tweede drug* druh* втор* andra toinen toise* ikinci kedua الثاني الثانية دوسر* दूसर*"),
];

const UNITS: [(&str, &str); 38] = [
    ("%", "% ٪ percent prozent procent procento procenta prosenttia prosentti persen yüzde процент* فيصد فیصد प्रतिशत 퍼센트 パーセント المائة المئة بالمئة بالمائة درصد"),
    ("‰", "‰ promille"),
    ("pp", "pp prozentpunkt* procentenhet* procentpoint* prosenttiyksik*"),
    ("$", "$ dollar* dólar* dollari* доллар* دولار* ڈالر डॉलर dolar* 美元 ドル 달러 usd"),
    ("€", "€ euro euros euroa евро يورو یورو यूरो avro 欧元 ユーロ 유로 eur"),
    ("£", "£ pound pounds pfund livre livres libras sterlin* funt* фунт* جنيه پاؤنڈ पाउंड 英镑 ポンド gbp"),
    ("¥", "¥ yen yuan 元 円 人民币"),
    ("₹", "₹ rupee* روپے روپیہ रुपये रुपए rupiah"),
    ("₽", "₽ ruble* rouble* рубл* ₺ lira*"),
    ("kr", "krona kronor kronen krone kruun* korun* korony zł złot*"),
    ("penny", "penny pence cents centime centimes cent céntimo* копе*"),
    ("km", "km kilomet* kilómet* kilômet* quilômet* chilomet* километр* كيلومتر* کیلومیٹر किलोमीटर kilometr* 公里 キロメートル 킬로미터 km²"),
    ("mile", "mi mile miles meile* milla millas miglio miglia milha* mijl* mila миль миля ميل أميال میل मील 英里 マイル maili*"),
    ("m", "metre metres meter metern metri metro metros mètre* metr* метр* متر مترا أمتار میٹر मीटर metriä 米 メートル 미터"),
    ("cm", "cm centimet* centímet* santimet* сантиметр* سم سنٹی"),
    ("mm", "mm millimet* milimet* миллиметр* 毫米 ミリ"),
    ("foot", "foot feet fuß pied pieds pies فٹ फुट 英尺 yard* inch* zoll"),
    ("kg", "kg kilogram* kilo kilos килограмм* كيلوغرام کلوگرام किलोग्राम किलो 公斤 キログラム 千克 킬로그램"),
    ("g", "gram grams gramm* gramme* gramo* grammi грамм* غرام گرام ग्राम 克 グラム"),
    ("t", "tonne tonnes ton tons tonnen tonelada* tonnellat* тонн* طن أطنان ٹن टन tonni* tonn* 吨 トン 톤"),
    ("lb", "lb lbs ounce* stone"),
    ("l", "litre* liter* litro* litr* литр* لتر لیٹر लीटर litraa 升 リットル 리터"),
    ("ml", "ml millilit* mililit*"),
    ("gallon", "gallon* galon* галлон* pint pints barrel* fass fässer baril*"),
    ("ha", "ha hectare* hektar* hectárea* ettari гектар* هكتار ہیکٹر हेक्टेयर hehtaari* 公顷 ヘクタール 헥타르"),
    ("acre", "acre acres ایکڑ एकड़ فدان 英亩 亩 エーカー"),
    ("hour", "hour hours heure heures stunde* hora horas ora ore uur uren godzin* hodin* час часа часов timme timmar timmen tunti tunnin tuntia saat jam ساعة ساعات گھنٹ* घंट* ساعت 小时 小時 時間 시간"),
    ("minute", "minut* minuto* dakika menit минут* دقيقة دقائق منٹ मिनट دقیقه 分钟 分鐘 분"),
    ("second", "seconds secondes sekund* segundos secondi секунд* ثانية ثوان سیکنڈ सेकंड saniye detik"),
    ("day", "day days jour jours tag tage tagen día días giorno giorni dia dias dag dagen dni dzień dnů день дня дней dagar päivä* gün hari يوم يوما أيام دن दिन دنوں روز 天"),
    ("week", "week weeks semaine* woche* semana* settiman* weken tydzień tygodni* týden týdn* недел* vecka veckor viikko* viikon hafta minggu أسبوع أسابيع ہفت* हफ्त* सप्ताह هفته 周 星期 週間"),
    ("month", "month months mois monat* mes meses mese mesi mês maand* miesiąc* miesięcy měsíc* месяц* månad* kuukau* ay bulan شهر أشهر شهور مہین* महीन* ماه 个月 ヶ月"),
    ("year", "year years an ans année* jahr* año años anno anni ano anos jaar jaren rok roku lat let год года лет år vuosi vuoden vuotta yıl tahun سنة سنوات عام أعوام سال سالوں साल वर्ष"),
    ("decade", "decade* jahrzehnt* década* decenni* decennia dekad* десятилет* vuosikymmen* عقد عقود دہائی दशक"),
    ("°C", "celsius °c ℃ centigrade"),
    ("°F", "fahrenheit °f ℉ kelvin"),
    ("W", "watt* kilowatt* megawatt* gigawatt* mw kw gw kwh mwh gwh ватт* киловатт* мегаватт* ميغاواط میگاواٹ"),
    ("mph", "mph kmh kph knots"),
];

const DATES: [(&str, &str); 25] = [
    ("month 1", "january januar janvier enero gennaio janeiro januari styczeń styczni* leden ledn* январ* tammikuu* ocak يناير جنوری जनवरी ژانویه"),
    ("month 2", "february februar février febrero febbraio fevereiro februari luty lutego lutym únor* феврал* helmikuu* şubat فبراير فروری फ़रवरी फरवरी فوریه"),
    ("month 3", "march märz mars marzo março maart marzec marca marcu březen březn* март марта марте maaliskuu* mart maret مارس مارچ मार्च"),
    ("month 4", "april avril abril aprile kwiecień kwietni* duben dubn* апрел* huhtikuu* nisan أبريل اپریل अप्रैल آوریل"),
    ("month 5", "may mai mayo maggio maio mei maj maja maju květen květn* май мая мае toukokuu* mayıs مايو مئی मई مه"),
    ("month 6", "june juni juin junio giugno junho czerwiec czerwca czerwcu červen červn* июн* kesäkuu* haziran يونيو جون जून ژوئن"),
    ("month 7", "july juli juillet julio luglio julho lipiec lipca lipcu červenec červenc* июл* heinäkuu* temmuz يوليو جولائی जुलाई ژوئیه"),
    ("month 8", "august août agosto augustus sierpień sierpni* srpen srpn* август августа августе augusti elokuu* ağustos agustus أغسطس اگست अगस्त اوت"),
    ("month 9", "september septembre septiembre settembre setembro wrzesień wrześni* září сентябр* syyskuu* eylül سبتمبر ستمبر सितंबर सितम्बर سپتامبر"),
    ("month 10", "october oktober octobre octubre ottobre outubro październik* říjen říjn* октябр* lokakuu* ekim أكتوبر اکتوبر अक्टूबर اکتبر"),
    ("month 11", "november novembre noviembre novembro listopad* ноябр* marraskuu* kasım نوفمبر نومبر नवंबर नवम्बर نوامبر"),
    ("month 12", "december dezember décembre diciembre dicembre dezembro grudzień grudni* prosinec prosinc* декабр* joulukuu* aralık desember ديسمبر دسمبر दिसंबर दिसम्बर دسامبر"),
    ("weekday 1", "monday montag* lundi lunes lunedì segunda-feira maandag poniedział* pondělí понедельник* måndag* maanantai* pazartesi senin الاثنين الإثنين پیر सोमवार دوشنبه 周一 月曜日 星期一 월요일 星期一 周一 週一 礼拜一 月曜"),
    ("weekday 2", "tuesday dienstag* mardi martes martedì dinsdag wtorek úterý вторник* tisdag* tiistai* salı selasa الثلاثاء منگل मंगलवार سه‌شنبه 火曜日 화요일 星期二 周二 週二 礼拜二 火曜"),
    ("weekday 3", "wednesday mittwoch* mercredi miércoles mercoledì woensdag środa środę středa středu среда среду onsdag* keskiviikko* çarşamba rabu الأربعاء بدھ बुधवार چهارشنبه 水曜日 수요일 星期三 周三 週三 礼拜三 水曜"),
    ("weekday 4", "thursday donnerstag* jeudi jueves giovedì donderdag czwartek čtvrtek четверг* torsdag* torstai* perşembe kamis الخميس جمعرات गुरुवार پنجشنبه 木曜日 목요일 星期四 周四 週四 礼拜四 木曜"),
    ("weekday 5", "friday freitag* vendredi viernes venerdì vrijdag piątek pátek пятниц* fredag* perjantai* cuma jumat الجمعة جمعہ शुक्रवार جمعه 金曜日 금요일 星期五 周五 週五 礼拜五 金曜"),
    ("weekday 6", "saturday samstag* sonnabend samedi sábado sabato zaterdag sobota sobotę sobotu суббот* lördag* lauantai* cumartesi sabtu السبت ہفتہ शनिवार شنبه 土曜日 토요일 星期六 周六 週六 礼拜六 土曜"),
    ("weekday 7", "sunday sonntag* dimanche domingo domenica zondag niedziela niedzielę neděle neděli воскресень* söndag* sunnuntai* pazar الأحد اتوار रविवार یکشنبه 日曜日 일요일 星期日 周日 週日 礼拜日 日曜 星期天 周天"),
    ("yesterday", "yesterday gestern hier ayer ieri ontem gisteren wczoraj včera вчера igår eilen dün kemarin أمس کل कल دیروز 昨天 昨日 어제"),
    ("today", "today heute aujourd'hui hoy oggi hoje vandaag dziś dzisiaj dnes сегодня idag tänään bugün اليوم آج आज امروز 今天 今日 오늘"),
    ("tomorrow", "tomorrow demain mañana domani amanhã jutro zítra завтра imorgon huomenna yarın besok غدا فردا 明天 내일"),
    ("spring", "spring frühling printemps primavera wiosn* весн* kevät kevään bahar ربيع بہار"),
    ("summer", "summer sommer été verano estate verão zomer latem летом лето sommaren kesä* yaz صيف"),
    ("winter", "winter hiver invierno inverno zim* зим* vintern talv* kış شتاء autumn herbst automne otoño autunno outono herfst jesie* осен* hösten syksy* sonbahar خريف"),
];
