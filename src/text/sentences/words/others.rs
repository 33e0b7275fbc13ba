use super::{NONE, Words};

/// What a language without a table gets.
pub(in super::super) static OTHER: Words = NONE;

pub(in super::super) static FINNISH: Words = Words {
    titles: "esim ts ks n v ns tri toht nk vrt os puh klo em mm sis sv srk pj vs ap jkr s huom alk ent kpl kk krs lk \
        lv maist nyk oik op pnä prof rva rov st sek tn toim tms tsto ulk yht ylik ao ko ym. hra nti vast kap kirj mt \
        synt läh liik lyh",
    numbers: "nro n:o s luku kohta",
    units: "jne ym yms eaa jaa milj mrd tms",
    suffixes: "eur oy ab ky",
    starters: "se hän he ne tämä ja mutta kun jos on ei me minä sinä te nämä myös vaikka koska että joka mitä missä \
        miksi miten kuka nyt sitten siis kuitenkin lisäksi hänen sen niin näin vain jo vielä",
    said: "sanoi sanoo kysyi kysyy vastasi huusi lisäsi",
    ordinals: true,
    ..NONE
};

pub(in super::super) static HUNGARIAN: Words = Words {
    titles: "dr prof ifj id özv kb pl stb. ún vö ld u.n sz o old köt tel u út gróf szt Szt",
    numbers: "sz o old köt",
    units: "stb",
    suffixes: "kft bt rt zrt nyrt jan febr márc ápr máj jún júl aug szept okt nov dec i.e i.sz",
    starters: "a az és de nem hogy ez egy én te ő mi ti ők ha is csak már még most itt ott mint aki ami amikor mert \
        azonban így tehát",
    ordinals: true,
    ..NONE
};

pub(in super::super) static TURKISH: Words = Words {
    titles: "dr doç av sn örn bkz cad sok mah yrd alb org tel apt blv bul no prof öğr gör arş uzm op ecz müh mim hz \
        st alm fr ing lat ör çev haz yay ed bs krş böl gn plk tğm yzb bnb asb tuğg tümg korg orga onb çvş kd md müd \
        gen maj hv kuv tic a.g.e a.g.m age",
    numbers: "no nr s sf sh bl mad md yy",
    units: "vb vs vd vdğ v.b v.s v.d bk mk kr tl",
    suffixes: "a.ş ltd.şti ltd şti a.b.d t.c m.ö m.s i.ö i.s oca şub mar nis may haz tem ağu eyl eki kas ara ort",
    starters: "bu o ve ama bir ben sen biz siz onlar ne nasıl neden niçin kim nerede da de ki için ile gibi daha çok \
        en her hiç şimdi sonra önce bugün dün yarın ancak fakat çünkü eğer ayrıca böylece üstelik evet hayır şu bunu \
        bunun onun",
    said: "dedi diyor sordu diye söyledi bağırdı cevapladı yanıtladı ekledi",
    ordinals: true,
    ..NONE
};

pub(in super::super) static INDONESIAN: Words = Words {
    titles: "rp tn ny nn nyi bpk sdr sdri dr dra drs drg prof ir hj h r kh st jl jln gg no tgl hlm yth ybs kec kab \
        kel prov pt cv ud tbk kol jend letjen mayjen brigjen irjen kombes kompol akp iptu ipda aiptu lettu kapt \
        mayor letkol s.d a.n u.p u.b d.a c.q a.l ay rt rw dgn utk yg spt mis lih bdk ttd telp tlp alm gub bup ust \
        kyai moh muh abd",
    numbers: "no hlm hal tgl ps ay bab",
    units: "dll dsb dst dkk tsb",
    suffixes: "tbk jan feb mar apr jun jul agt agu sep okt nov des s.h s.e s.pd s.kom s.t m.si m.m m.h m.pd sm m b.c \
        a.s",
    starters: "di ke dari yang dan ini itu dia ia mereka kami kita saya aku anda namun tetapi tapi untuk dengan pada \
        dalam jika kalau karena apa siapa kapan mana mengapa bagaimana tidak bukan ada adalah akan telah sudah saat \
        ketika setelah sebelum selain menurut para seorang sebuah banyak semua setiap lalu kemudian juga hal",
    said: "kata ujar tanya jawab tutur ucap tegas jelas teriak",
    ..NONE
};

pub(in super::super) static GREEK: Words = Words {
    titles: "κ κα κκ κος δρ δις κυρ καθ αγ π.χ δηλ βλ σελ αρ τηλ λεωφ οδ πλ τ τεύχ εκδ κεφ παρ αρθ λ.χ χλμ περ υπ \
        συγγρ στρ πρβλ αι π μ.μ.ε ν.α",
    numbers: "αρ σελ κεφ άρθ τόμ",
    units: "μ.μ π.μ κ.λπ κλπ κ.ά κ.α κ.τ.λ κτλ κ.ο.κ μ.χ π.χρ δρχ εκ δισ χιλ",
    suffixes: "α.ε ε.π.ε ιαν φεβ μαρ απρ ιουν ιουλ αυγ σεπ οκτ νοε δεκ η.π.α",
    starters: "ο η το οι τα ένας μια ένα και αλλά αν όταν που πού τι ποιος πώς γιατί δεν με σε από για στο στη στην \
        στον στις αυτός αυτή αυτό αυτοί όμως επίσης τώρα σήμερα χθες εγώ εσύ εμείς εσείς κάθε πολλοί όλοι μετά πριν \
        κατά σύμφωνα",
    said: "είπε λέει ρώτησε απάντησε πρόσθεσε φώναξε",
    terminators: &[';', '\u{37E}'],
    ..NONE
};

pub(in super::super) static ARMENIAN: Words =
    Words { titles: "պրն տկն օրդ դր պրոֆ փող պող հ թ էջ", terminators: &[':'], ..NONE };

pub(in super::super) static KAZAKH: Words = Words {
    titles: "т.б б.з.б б.з т.с.с ж ғ м проф акад доц мыс қ обл ауд көш даң с пр ред ғ.к",
    suffixes: "жж ғғ",
    units: "млн млрд мың тг теңге км кг т.с.с",
    starters: "ол бұл осы сол бір мен біз сіз олар және бірақ егер қазір бүгін кеше содан сондықтан",
    ..NONE
};

pub(in super::super) static ARABIC: Words = Words {
    titles: "د أ أ.د م ص ج ت ط س ع ه د.م ا.د إلخ. هاتف ش ف",
    numbers: "ص ج رقم",
    units: "هـ إلخ الخ ق.م",
    trusting: true,
    ..NONE
};

pub(in super::super) static PERSIAN: Words =
    Words { titles: " د م ص ج ق ر.ک نک ش ه.ش ه.ق", numbers: "ص ج ش", trusting: true, ..NONE };

pub(in super::super) static URDU: Words = Words { titles: "     ص ج م ء", trusting: true, ..NONE };

pub(in super::super) static HINDI: Words = Words {
    titles: "डॉ डा श्री सुश्री पं प्रो मि स्व चि कु मो रु लि सं पृ सु ए बी सी डी ई एफ जी एच आई जे के एल एम एन ओ पी \
        क्यू आर एस टी यू वी डब्ल्यू एक्स वाई जेड अ ब क ख ग घ बि म प्र उ",
    numbers: "सं पृ क्र नं",
    terminators: &['|'],
    ..NONE
};

pub(in super::super) static MALAYALAM: Words = Words {
    titles: "മി ഡോ ശ്രീ പ്രൊ പ്രൊഫ കെ പി എം ആർ ജി എ ബി സി ഡി ഇ എഫ് എച്ച് ഐ ജെ എൽ എൻ ഒ ക്യു എസ് ടി യു വി സെന്റ് നം രൂ",
    ..NONE
};

pub(in super::super) static AMHARIC: Words =
    Words { titles: "ዓ.ም ዓ.ዓ ዶ/ር ዶር አቶ ወ/ሮ ወ/ሪት ት.ቤት ክ.ክ ፕሮፌ", ..NONE };

pub(in super::super) static KOREAN: Words =
    Words { titles: "b.c a.d", starters: "그 이 그러나 하지만 또한 그리고", ..NONE };
