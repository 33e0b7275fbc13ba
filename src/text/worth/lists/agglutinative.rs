//! Finnish, Turkish.

use super::List;
use super::Signal::*;

#[rustfmt::skip]
pub(super) const FINNISH: List = List { tag: "fi", clitics: &[], entries: &[
    (Number, "miljoon* miljard* tuha* sata sadat satoja kymmen* kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän puolet kolmasosa neljäsosa kaksinkert* kolminkert*"),
    (Unit, "prosent* euro* dollari* tonni* kilometri* metri* litra* hehtaari* aste* tunti* tunnin päivä* viiko* kuukau* keskiarvo* keskimäärin indeksi* yhteensä määrä* luku* pistettä"),
    (Compare, "kuin enemmän vähemmän korkeam* matalam* suurem* pienem* huonom* parem* verrattuna kertaa yli alle lähes"), (Superlative, "eniten vähiten suurin suurim* korkein korkeim* pienin ennätys* ensimmäi* ainoa paras pahin koskaan viimei*"),
    (Earlier, "sitten vuon* vuod* vuosi vuot* viime edelli* aiem* aikaisem* eilen vuosikymmen* vuosisa* entinen entisen ennen"), (Date, "tammiku* helmiku* maalisku* huhtiku* toukoku* kesäku* heinäku* eloku* syysku* lokaku* marrasku* jouluku* maanantai* tiistai* keskiviik* torstai* perjantai* lauantai* sunnuntai*"),
    (Institution, "hallitu* eduskun* parlament* oikeus oikeuden ministeriö* poliisi* armeija* pankki* pankin puolue* yliopisto* sairaala* yhtiö* yrity* komissio* tilastokesk* yk eu kunta kunnan virasto* liitto* ~ministeriö"), (Official, "president* pääminister* minister* kansanedusta* pormestari* tuomari* tiedottaja* johtaja* puheenjohtaj* syyttäjä* kuninga* paavi* asiantuntij* tutkija*"),
    (Report, "sanoo sanoi sanoivat mukaan kertoo kertoi ilmoitti ilmoittaa väittää väitti vahvisti kiisti varoitti tutkimu* raport* kysely* tilasto* arvio* totesi"), (Change, "kasvo* kasva* nous* laski laske* vähen* lisään* kaksinkertais* menet* voitt* leika* supis* pudo* kasvu* lasku*"),
    (Deed, "äänest* allekirjoit* hyväksy* hylkä* käytti maks* raken* osti osta* myi myy* sijoit* tapp* kuoli kuol* pidät* tuomit* irtisano* palkka* kiel* sai saivat sulj* avas* vie* tuo* rahoit* eros* varast* poist*"),
    (Quantifier, "kaikki kaikk* jokai* ei_yksikään moni mont* useim* enemmistö* jotk* muutam* molem* koko"), (Absolute, "aina kukaan vain ainoastaan mitään"), (Cause, "koska takia vuoksi siksi johtu* aiheut* syy* ansiosta seurau*"), (Hedge, "ehkä todennäköis* mahdollis* luultav* kai väitet* vaikuttaa"),
    (Opinion, "mielestäni uskon luulen ajattelen toivon toivomme haluan haluamme pidän tunnen"), (Evaluative, "hyvä* huono* kauhea* hirveä* upea* mahtav* häpeä* katastrof* uskomat* kaunis* tärke* vakav* epäreilu* naurettav* epäonnistu* onnistu*"),
    (Future, "tulee tulevat huomenna ensi tuleva* aikoo aikovat"), (Conditional, "jos voi voivat ~isi ~isivat"), (Asking, "kuka mikä mitä milloin missä miten miksi kuinka ~ko ~kö"), (Command, "katso* kuuntele* muista* tule* anna*"),
    (I, "minä minun minut minua minulla"), (We, "me meidän meitä meillä"), (You, "sinä sinun te teidän teitä"), (They, "hän he hänen heidän"), (Courtesy, "kiitos kiitoks* hei tervetuloa hyvää_iltaa hyvää_huomenta onneksi anteeksi kyllä"), (Boiler, "tilaa uutiskirje mainos kuva evästeet jaa lue_lisää seuraa"),
    (Negation, "ei en emme eivät ilman"), (Past, "oli olivat ollut olleet"), (Perfect, "on_ollut ovat"), (Present, "on ovat"),
    (Topic, "vero* työpaik* työttömy* työllis* talou* palk* budjet* alijääm* vela* velk* inflaatio* bkt kaup* terve* vakuut* eläk* köyh* koulu* opiskel* oppila* rikok* rikolli* väkival* ase* huume* maahanmuut* pakolai* raja* sota* sodan öljy* kaasu* energia* ilmasto* päästö* ydinvo* vesi* asun* hin* laki lain laeista perustusla* vaal* rokot* virus* korona* pandemia* väestö* nais* korruptio*"),
    (Place, "suom* helsin* usa yhdysval* euroop* maa* maailma* kiina* venäjä* ukraina* ruotsi* saksa* kaupun*"), (Duty, "pitää pitäisi täytyy on_pakko tarvitsee"), (Stage, "kysymy* vastau* keskustel* puhu* minuut*"), (Vague, "asia* jotain ongelma* tilanne* tapa* ihmi* elämä*"), (Values, "vapau* toivo* unelma* jumala* usko* yhtenäi* oikeudenmukai* arvo* rauha* yhdessä rohk*"),
] };

#[rustfmt::skip]
pub(super) const TURKISH: List = List { tag: "tr", clitics: &[], entries: &[
    (Number, "milyon* milyar* trilyon* bin yüz yüzlerce binlerce onlarca iki üç dört beş altı yedi sekiz dokuz yirmi otuz kırk elli yarısı yarı üçte_bir iki_kat"),
    (Unit, "yüzde oran* dolar* euro avro lira* tl ton kilometre* metre* litre* hektar* varil* derece saat gün hafta ay ortalama* endeks* toplam sayı* rakam* puan* kişi"),
    (Compare, "daha fazla az yüksek düşük büyük küçük kötü iyi karşılaştır* kıyasla göre kat katı aşan aşkın yaklaşık neredeyse"), (Superlative, "en rekor* ilk tek birinci son tarihin hiç"),
    (Earlier, "önce yıl* geçen önceki geçtiğimiz dün eski itibaren beri sene* dönem* yüzyıl*"), (Date, "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık pazartesi salı çarşamba perşembe cuma cumartesi pazar"),
    (Institution, "hükümet* meclis* tbmm mahkeme* bakanlı* polis* ordu* banka* merkez_bankası parti* üniversite* hastane* şirket* komisyon* tüik bm ab belediye* sendika* kurum* kurul* akp chp mhp savcılı* valilik"), (Official, "cumhurbaşkan* başbakan* bakan bakanı vali* milletvekil* belediye_başkanı hakim* yargıç sözcü* genel_müdür* sekreter* başkan* büyükelçi* kral* papa uzman* savcı*"),
    (Report, "dedi söyledi söylüyor göre açıkladı açıklad* belirtti iddia* bildirdi duyurdu doğruladı yalanladı uyardı suçladı anket* araştırma* rapor* veri* istatistik* ifade_etti"), (Change, "arttı artı* artış* yüksel* düş* azal* geriledi büyü* küçül* katlan* kaybet* kazan* kesinti* indir* çıktı"),
    (Deed, "oy imzala* onayla* kabul reddet* harca* öde* inşa* yaptı satın sat* yatırım* öldür* öldü ölen hayatını gözaltı* tutuklan* mahkum* kovul* yasakla* aldı kapat* açıldı açtı ihraç* ithal* finanse istifa* atan* çal* kaldır* gönder*"),
    (Quantifier, "tüm bütün her hiçbir çoğu çok birçok bazı birkaç çoğunluk* iki_taraf hepsi"), (Absolute, "asla daima kimse hiçbir_şey sadece yalnızca"), (Cause, "çünkü nedeni* nedeniyle yüzünden sonuc* sayesinde sebep* dolayı"), (Hedge, "belki muhtemelen galiba sanırım görünüyor sözde"),
    (Opinion, "düşünüyor* inanıyor* bence kanaat* fikir* umuyor* umar* istiyor* seviyor* hissed* eminim"), (Evaluative, "güzel kötü* iyi* korkunç* berbat* harika* mükemmel* utanç* felaket* inanılmaz* önemli* ciddi* adaletsiz* saçma* başarısız* başarı*"),
    (Future, "yarın gelecek önümüzdeki ~acak ~ecek ~acağız ~eceğiz ~acaklar"), (Conditional, "eğer olabilir ~ebilir ~abilir ~saydı ~sa"), (Asking, "kim ne neden nasıl nerede hangi kaç mi mı mu mü niçin"), (Command, "lütfen bakın dinleyin gelin hadi"),
    (I, "ben beni bana benim"), (We, "biz bizi bize bizim"), (You, "sen siz sizi size sizin senin"), (They, "o onlar onu onun onların"), (Courtesy, "teşekkür* merhaba hoş_geldiniz iyi_akşamlar günaydın bayanlar baylar tebrik* sayın evet özür"), (Boiler, "abone* bülten reklam foto fotoğraf çerez* paylaş saklıdır takip_edin"),
    (Negation, "değil yok hayır"), (Past, "idi oldu vardı ~dı ~di ~du ~dü ~tı ~ti"), (Perfect, "olmuş ~mıştır ~miştir"), (Present, "var dır"),
    (Topic, "vergi* iş işsizlik* istihdam* ekonomi* maaş* ücret* asgari bütçe* açık* borç* enflasyon* gsyh ticaret* sağlık* sigorta* emekli* yoksul* eğitim* okul* öğrenci* suç* şiddet* silah* uyuşturucu* göçmen* mülteci* sığınmacı* sınır* savaş* petrol* doğalgaz* enerji* iklim* emisyon* nükleer* su konut* kira* fiyat* yasa* kanun* anayasa* seçim* aşı* virüs* korona* pandemi* nüfus* kadın* yolsuzluk* terör*"),
    (Place, "türkiye* ankara* istanbul* abd amerika* avrupa* ülke* dünya* çin rusya* ukrayna* almanya* suriye* şehir* il ilçe"), (Duty, "gerek* lazım ~malı ~meli ~malıyız ~meliyiz zorunda"), (Stage, "soru* cevap* tartış* konuş* dakika*"), (Vague, "şey* sorun* durum* şekil* insan* hayat*"), (Values, "özgürlük* umut* hayal* allah* inanç* birlik* adalet* onur* gurur* değer* barış* birlikte cesaret*"),
] };
