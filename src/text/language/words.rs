//! The commonest small words of the languages written in Latin letters, which tell even a short passage.

use std::collections::HashMap;
use std::sync::LazyLock;

/// In the order of their votes; lists are words between spaces.
#[rustfmt::skip]
const SMALL: [(&str, &str); 22] = [
    ("en", "the of and to in is was for that with it as on be at by he i this are his had not but from or have an they \
        which one you were all her she there would their we him been has when who will no more if out so up said \
        what its about than into them can only other time new some could these two may first then do any like my now \
        over such our even most me after also did many must before through where your well how down should because \
        each just those people too mr very see says say died went rose fell years year good thank thanks here never \
        between under while us off against million percent per cent both again since does during without until get \
        got made make being going came told asked yes why whose am please hello tax taxes pay paid cut costs cost \
        every another still state government police minister according than last day week men women children \
        ve ll re don isn wasn didn doesn won wouldn couldn shouldn hasn haven aren weren know take care come comes go \
        goes things work works great everything anything nothing else everyone let look want need think right back"),
    ("de", "der die und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an werden aus er \
        hat dass sie nach wird bei einer um am sind noch wie einem über einen so zum war haben nur oder aber vor zur \
        bis mehr durch man sein wurde sei hatte kann gegen vom können schon wenn habe seine ihre dann unter wir soll \
        ich eines jahr jahre zwei jahren diese dieser wieder keine uhr seiner worden will zwischen immer was sagte \
        gibt alle seit muss wurden beim doch jetzt waren drei mir mich ihr ihm uns sehr hier ja nein kein danke dank vielen viele alles welche \
        dort dieses sagt etwa rund prozent weil damit wo wer warum gut menschen steuern heute gestern"),
    ("fr", "le la les de des du et est en un une dans pour que qui par sur au aux avec ne pas plus ce cette ces il elle \
        ils elles on nous vous je se sa son ses leur leurs mais ou où si comme dont été être avoir fait ont sont a à \
        était même aussi entre après sans sous deux tout tous toute bien très encore depuis lors selon ans dit \
        c qu d l n s j peut y lui moi ici cela ça merci oui non avait aujourd hui hier ainsi donc contre vers chez \
        quand alors cet mon ma mes notre votre pourquoi monde homme femme cent millions impôts monsieur madame"),
    ("es", "el la los las de del y que en un una es por con para se no al lo como más pero sus su le ya o este sí \
        porque esta entre cuando muy sin sobre también me hasta hay donde quien desde todo nos durante todos uno les \
        ni contra otros ese eso ante ellos e esto mí antes algunos qué unos yo otro otras otra él tanto esa estos \
        mucho quienes nada muchos cual poco ella estar estas algunas algo nosotros fue ser son era eran está están \
        ha han había tiene tienen años año dos dijo según hoy ayer gracias bien aquí así mil millones mi tu si \
        después ahora cómo hacer hace puede solo sólo señor impuestos personas ciento gobierno tras vez parte"),
    ("it", "il lo la i gli le di del della dei delle dello degli da dal dalla in nel nella nei nelle con su sul sulla \
        per tra fra e ed o ma che chi non si un uno una è sono era erano ha hanno aveva essere stato stata stati come \
        più anche se al alla ai alle dopo prima quando dove perché questo questa questi quello quella suo sua suoi \
        loro ci ne mi io lui lei noi voi molto solo già ancora così poi anni anno due tutti tutto ogni senza contro \
        secondo oggi ieri detto grazie sì cui quale può fatto fare ho hai bene mai l dell nell all c cosa mila \
        milioni cento tasse governo sotto verso durante presso mentre"),
    ("pt", "o a os as de do da dos das e é em no na nos nas um uma por pelo pela pelos pelas para com que não se ao à \
        aos às mais como mas foi ser são era eram está estão tem têm ter seu sua seus suas ele ela eles elas eu você \
        nós isso isto este esta esse essa quando onde porque também já muito até entre sem sobre depois antes ou \
        anos ano dois duas todos todo toda disse segundo hoje ontem obrigado sim lhe me num numa foram havia há \
        ainda só mesmo pode bem aqui quem qual contra durante cerca mil milhões cento governo pessoas impostos nem \
        outro outros desde sob após fez vez parte"),
    ("nl", "de het een en van in is dat op te zijn met voor niet aan er om ook als dan maar bij door uit nog naar hij \
        ze zij we wij ik je jij u had heeft hebben was waren werd worden wordt over tot deze dit die of hun haar \
        kan kunnen zou meer wel geen al zo na tegen onder toen nu omdat moet wat wie waar hoe jaar twee veel \
        alle andere eerste zei zegt volgens vandaag gisteren dank ja nee hier daar ons onze mijn mij hem zich \
        werden tussen tijdens mensen miljoen procent sinds zonder daarna heel goed alleen zijn gaat komt toch"),
    ("sv", "och att det i en som är på av för med den till inte om ett har de han var jag hon kan vi så men från \
        sig vid eller då när man ska skulle hade alla efter där nu vad mer hans detta också ut mycket sin blir \
        bara över två under mot kommer finns sedan hur upp år blev år än mellan hennes dem du mig ni oss dig \
        någon några andra varit måste utan sade säger enligt idag igår tack nej här vilket dess sina deras sitt \
        procent miljoner enligt skatt människor genom redan"),
    ("da", "og at det i en som er på af for med den til ikke om et har de han var jeg hun kan vi så men fra sig ved \
        eller da når man skal skulle havde alle efter der nu hvad mere hans dette også ud meget sin bliver kun bare \
        over to under mod kommer siden hvor op år blev end mellem hendes dem du mig os dig nogen nogle andre været \
        må uden sagde siger ifølge dag går tak nej ja her hvilket sine deres sit procent millioner mennesker gennem \
        allerede kunne ville vil hvis fordi selv noget ingen"),
    ("nb", "og at det i en som er på av for med den til ikke om et har de han var jeg hun kan vi så men fra seg ved \
        eller da når man skal skulle hadde alle etter der nå hva mer hans dette også ut mye sin blir kun bare over \
        to under mot kommer siden hvor opp år ble enn mellom hennes dem du meg oss deg noen andre vært må uten \
        sa sier ifølge dag går takk nei ja her hvilket sine deres sitt prosent millioner mennesker gjennom allerede \
        kunne ville vil hvis fordi selv noe ingen"),
    ("fi", "ja on ei että oli se hän mutta myös ovat joka kun ole kuin olivat en sen hänen jo niin tai mukaan jos vain \
        sitä siitä ne minä sinä me te he olla ollut sekä jotka koska vielä kanssa nyt mitä tämä tämän sitten voi \
        jälkeen ennen vuonna vuoden yli noin ovat eivät nämä kaikki hyvin paljon enemmän joka jonka jossa mikä kuka \
        missä miten sanoi sanoo kiitos kyllä täällä siellä olen olet olemme mukaan aikana vuotta prosenttia \
        miljoonaa ihmiset ihmistä eli vaan joten häntä oma toinen kaksi ensimmäinen"),
    ("pl", "w i na z się nie do to że jest o jak po od za ale przez dla co tak a ze być są był była było było tym już \
        tego jego jej ich oraz może tylko przed czy lub we pod nad przy które która który których gdy kiedy gdzie \
        dlaczego ja ty on ona my wy oni mnie mu go jako także więc jednak jeszcze bardzo wszystko lat roku dwa \
        powiedział powiedziała według dziś wczoraj dziękuję tak nie tu tam bez między ten ta te tych temu ma mają \
        został została proc tysięcy milionów ludzi podatki zł u niż"),
    ("cs", "a v se na je že s z do o i ve to k za by pro jako si po které který která jsou od tak ale u jeho jen jak \
        byl byla bylo byly není podle až při nebo už jsem před kde když kdo proč co také ještě více let roce dva \
        řekl řekla uvedl dnes včera děkuji děkuju ano ne tady tam bez mezi ten ta tento tato této tom toho má mají \
        být bude bude jsme jste mě ho mu jim jí její jejich všech všechny pak však ze ke nad pod velmi tím tisíc \
        milionů lidí procent daně"),
    ("sk", "a v sa na je že s z do o i aj vo to k za by pre ako si po ktoré ktorý ktorá sú od tak ale u jeho len bol \
        bola bolo boli nie podľa až pri alebo už som pred kde keď kto prečo čo tiež ešte viac rokov roku dva \
        povedal povedala uviedol dnes včera ďakujem áno tu tam bez medzi ten tá tento táto tejto tom toho má majú \
        byť bude sme ste ma ho mu im jej ich všetkých všetky potom však zo ku nad pod veľmi tým tisíc miliónov \
        ľudí percent dane"),
    ("hu", "a az és hogy nem is egy ez de volt meg már csak mint el ha van azt ki még vagy be sem kell lehet aki ami \
        amely után szerint lesz voltak mert nagyon minden több most így ő én te mi ti ők arra ezt között alatt \
        kormány év évben két mondta ma tegnap köszönöm igen itt ott nélkül ezek azok hol mikor miért hogyan való \
        által során pedig majd százalék millió ember emberek"),
    ("ro", "și în de la a cu pe din că nu este o un să se pentru mai sau ca ce care au fost sunt al ale ai lui ei lor \
        prin după dar între până fără despre când unde cum cine ani an doi două spus astăzi azi ieri mulțumesc da \
        aici acolo acest această acesta aceste acea era erau fi fie ar va vor am ai are avea el ea noi voi eu foarte \
        doar numai tot toate toți către sub asupra milioane sută oameni prea îi își"),
    ("hr", "i u je na se da za od su s o a kao koji koja koje iz ne do bi te ali po nije samo što to ili će sve \
        biti bio bila bilo bili jer već kad kada gdje zašto tko nakon prije oko prema pri bez između više godine \
        godina dva rekao rekla danas jučer hvala tu tamo ovaj ova ovo taj ta njegov njezin njihov njih mu ga ih \
        mi vi oni ona ono on ja sam smo ste ima imaju može također međutim tisuća milijuna ljudi posto"),
    ("ca", "el la els les de del dels i que en un una és per amb a al als no es se com més però seu seva seus seves \
        li ja o aquest aquesta aquests quan on perquè també fins entre sense sobre després abans va van ha han havia \
        són era eren està estan anys any dos dues tot tots tota va dir segons avui ahir gràcies sí molt només ser \
        fer pot hi ho això aquí qui què nosaltres ells ella jo mil milions cent govern persones des durant contra \
        l d n s"),
    ("tr", "ve bir bu için da de ile olarak olan daha çok en gibi kadar sonra ise ama ne var yok o ben sen biz siz \
        onlar her değil mi mı olduğu olduğunu oldu göre önce ancak hem ya veya şey diye iki ilk yıl yılında gün \
        bugün dün dedi söyledi teşekkür teşekkürler evet hayır burada orada nasıl neden niçin kim nerede şu tüm \
        bütün bazı ki bunu buna bunun onu onun en üzere tarafından arasında karşı içinde üzerinde milyon yüzde \
        insanlar vergi ediyor etti eden"),
    ("id", "yang dan di ini untuk dengan dari pada itu tidak akan ke dalam adalah juga oleh sebagai ada mereka bisa \
        dia ia saya kami kita anda tersebut telah sudah karena lebih atau seperti dapat bahwa namun tetapi tapi \
        para saat antara setelah sebelum hanya masih orang tahun hari satu dua semua banyak sangat kata mengatakan \
        menurut kemarin terima kasih ya sini sana apa siapa mengapa bagaimana kapan mana tanpa terhadap hingga \
        sampai lain secara menjadi serta belum lagi pun nya persen juta pajak pemerintah bukan"),
    ("vi", "của và là có không được các một cho với người những trong đã này khi đến từ về cũng như để ra ông bà tôi \
        họ chúng ta nhưng vào sẽ đó nhiều năm ngày hai theo sau trước nói tại bị hơn rất thì nếu cảm ơn hôm nay \
        qua vì sao đang"),
    ("et", "ja on ei et oli see ta aga ka kes kui mis ning oma nii või järgi kus selle seda need mina sina meie teie \
        nad olla olnud sest veel koos nüüd siis võib pärast enne aastal aasta üle umbes olid kõik väga palju rohkem \
        ütles täna eile aitäh jah siin seal miks kuidas ilma vahel kuni pole mitte välja üks kaks protsenti \
        miljonit inimest inimesed"),
];

/// Letters that few of them have.
#[rustfmt::skip]
const LETTERS: [(&str, &str); 31] = [
    ("ß", "de"), ("ñ", "es"), ("¿¡", "es"), ("ãõ", "pt"), ("łąęśźżńć", "pl"), ("řěů", "cs"), ("ľĺŕ", "sk"),
    ("ťďň", "cs sk"), ("ščž", "cs sk hr"), ("å", "sv da nb"), ("æø", "da nb"), ("ğışİ", "tr"), ("țșăţ", "ro"),
    ("őű", "hu"), ("đ", "hr vi"), ("ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ", "vi"), ("ä", "de sv fi et"),
    ("ö", "de sv fi tr hu et"), ("ü", "de tr hu et es"), ("ê", "fr pt vi"), ("è", "fr it ca"), ("ç", "fr pt tr ca"),
    ("œ", "fr"), ("û", "fr"), ("ë", "nl fr"), ("ï", "fr nl ca"), ("ò", "it ca"), ("ì", "it"), ("ù", "it fr"),
    ("ý", "cs sk"), ("î", "fr ro"),
];

/// Points of a word or a letter that one language alone has; shared ones bring less.
const ALONE: u32 = 6;

type Mask = u32;

struct Tables {
    words: HashMap<&'static str, Mask>,
    letters: HashMap<char, Mask>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let bit = |tag: &str| SMALL.iter().position(|it| it.0 == tag).map_or(0, |it| 1 << it);
    let mut tables = Tables { words: HashMap::new(), letters: HashMap::new() };
    for (tag, list) in SMALL {
        list.split_whitespace().for_each(|it| *tables.words.entry(it).or_default() |= bit(tag));
    }
    for (letters, tags) in LETTERS {
        let mask = tags.split(' ').map(bit).sum::<Mask>();
        letters.chars().for_each(|it| *tables.letters.entry(it).or_default() |= mask);
    }
    tables
});

/// What small words and letters say of a passage.
#[derive(Default)]
pub(super) struct Votes([u32; SMALL.len()]);

impl Votes {
    pub(super) fn of(passage: &str) -> Self {
        let mut votes = Self::default();
        let mut word = String::with_capacity(32);
        let (mut length, mut initial) = (0, false);
        for c in passage.chars().chain([' ']) {
            if c.is_alphabetic() {
                word.extend(c.to_lowercase());
                if c > '\u{7F}' {
                    votes.add(c.to_lowercase().next().and_then(|it| TABLES.letters.get(&it)));
                }
                initial = c.is_uppercase() && c != 'I';
                length += 1;
            } else if length > 0 {
                votes.add(TABLES.words.get(word.as_str()).filter(|_| length > 1 || !initial));
                word.clear();
                length = 0;
            }
        }
        votes
    }

    fn add(&mut self, languages: Option<&Mask>) {
        let Some(mask) = languages.filter(|it| **it != 0) else { return };
        let points = (ALONE / mask.count_ones()).max(1);
        for (place, votes) in self.0.iter_mut().enumerate() {
            *votes += points * (mask >> place & 1);
        }
    }

    /// Adds to one language's votes.
    pub(super) fn favour(&mut self, tag: &str, points: u32) {
        if let Some(votes) = SMALL.iter().zip(&mut self.0).find(|it| it.0.0 == tag).map(|it| it.1) {
            *votes += points;
        }
    }

    /// The language with most votes, how many, and how many the next one has.
    pub(super) fn first(&self) -> (&'static str, u32, u32) {
        let (mut tag, mut most, mut next) = ("", 0, 0);
        for ((it, _), votes) in SMALL.iter().zip(self.0) {
            if votes > most {
                (tag, next, most) = (it, most, votes);
            } else {
                next = next.max(votes);
            }
        }
        (tag, most, next)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_one_language_weigh_more_than_shared_ones() {
        assert_eq!(Votes::of("nebo").first(), ("cs", ALONE, 0));
        let (_, most, next) = Votes::of("je").first();
        assert!(most == next && most < ALONE);
        assert_eq!(Votes::of("E. A. Poe").first().1, 0);
        let mut votes = Votes::of("Ştraße");
        votes.favour("de", 1);
        assert_eq!(votes.first().0, "de");
    }

    #[test]
    fn every_language_is_told_by_its_own_list() {
        for (tag, list) in SMALL {
            assert_eq!(Votes::of(list).first().0, tag);
        }
        for (letters, tags) in LETTERS {
            assert!(
                !letters.is_empty() && tags.split(' ').all(|it| SMALL.iter().any(|(tag, _)| *tag == it)),
                "{letters}"
            );
        }
    }
}
