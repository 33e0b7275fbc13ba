//! Polish, Czech, Russian.

use super::List;
use super::Signal::*;

#[rustfmt::skip]
pub(super) const POLISH: List = List { tag: "pl", clitics: &[], entries: &[
    (Number, "milion* miliard* tysi* sto setki setek dziesiąt* dwa dwie trzy cztery pięć sześć siedem osiem dziewięć dziesięć dwadzieścia trzydzieści połow* trzeci* mln mld tys"),
    (Unit, "procent* euro dolar* złot* zł ton tony kilometr* metrów litr* hektar* stopni godzin* dni tygodni* miesięcy miesiąc* wskaźnik* średni* łącznie liczb* punkt*"),
    (Compare, "niż więcej mniej wyższ* niższ* większ* mniejsz* gorsz* lepsz* porównan* wobec razy ponad prawie"),
    (Superlative, "najwięk* najwyż* najniż* najmniej* najwięcej najlep* najgor* rekord* pierwsz* jedyn* nigdy_wcześniej ostatni*"),
    (Earlier, "temu rok roku lat lata latach zeszł* ubiegł* poprzedni* wcześniej wczoraj dekad* wiek* dotychczas dawniej od"),
    (Date, "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia poniedziałek wtorek środę czwartek piątek sobotę niedzielę"),
    (Institution, "rząd* sejm* senat* parlament* sąd* trybuna* ministerstw* policj* wojsk* bank* parti* uniwersytet* szpital* firm* spółk* komisj* gus nbp onz ue unia unii związk* urząd* instytut* pis po prokuratur*"),
    (Official, "prezydent* premier* minister* ministra poseł posłank* posł* senator* burmistrz* sędzi* rzeczni* sekretarz* dyrektor* prezes* ambasador* król* papież* ekspert* naukow*"),
    (Report, "powiedział* mówi stwierdził* według twierdzi poinformował* ogłosił* zapowiedział* potwierdził* zaprzeczył* ostrzeg* oskarżył* sondaż* badani* raport* dane danych statystyk* podał* wynika"),
    (Change, "wzrost* wzrosł* rośnie rosną spad* zmniejsz* zwiększ* podni* obniż* podwo* potro* strac* zyska* ogranicz* skoczył*"),
    (Deed, "głosowa* podpisa* przyjął przyję* uchwali* odrzuc* wydał* wydano zapłac* zbudowa* kupi* sprzeda* zainwest* zabi* zginę* zmarł* areszt* zatrzyma* skaza* zwolni* zatrudn* \
        zakaza* otrzyma* dosta* zamkn* otwar* eksport* import* finans* mianowa* ukrad* wprowadz* zlikwid* kosztuj* kosztował*"),
    (Quantifier, "wszys* każd* żad* wiel* większość kilka mało oba cał*"), (Absolute, "nigdy zawsze nikt nic tylko wyłącznie"),
    (Cause, "ponieważ bo dlatego przez powod* skut* dzięki przyczyn* wynik*"), (Hedge, "może prawdopodobnie chyba podobno rzekom* wydaje_się ponoć"),
    (Opinion, "myślę uważam sądzę wierzę zdaniem opini* mam_nadzieję chcę chcemy chciałbym czuję przekonan*"),
    (Evaluative, "dobr* zły zła złe straszn* okropn* wspaniał* świetn* wstyd hańb* katastrof* niesamowit* pięk* ważn* poważn* niesprawiedliw* absurd* śmieszn* porażk* sukces*"),
    (Future, "będzie będą będziemy jutro przyszł* następn* planuj* zamierza"), (Conditional, "byłby byłoby mógłby mogłoby jeśli jeżeli gdyby może mogą ~łby"), (Asking, "kto co kiedy gdzie jak dlaczego czy ile który"),
    (Command, "proszę zobacz* posłuchaj* chodź* pamiętaj* niech"), (I, "ja mnie mi mój moja moje ~łem ~łam"), (We, "my nas nam nasz* ~liśmy"), (You, "ty ciebie pan pani państw* wy was wam twój"), (They, "on ona oni one jego jej ich"),
    (Courtesy, "dziękuj* dzień_dobry dobry_wieczór witam* szanowni gratul* przepraszam tak cześć"), (Boiler, "subskryb* newsletter reklama fot foto cookies udostępnij czytaj_więcej zastrzeżone pap"),
    (Negation, "nie ani bez brak"), (Past, "był była było byli były został* miał miała miało ~ał ~ała ~ali ~ano ~ono"), (Perfect, "został została zostały"), (Present, "jest są"),
    (Topic, "podat* prac* bezroboc* gospodark* ekonom* płac* wynagrodz* budżet* deficyt* dług* inflac* pkb handl* zdrow* ubezpiecz* emeryt* ubóstw* eduk* szkoł* student* uczni* przestęp* przemoc* broń broni \
        narkoty* migra* imigra* uchodź* granic* wojn* ropa ropy gaz* energ* klimat* emisj* węgl* wod* mieszka* cen* ustaw* praw* konstytucj* wybor* szczepi* wirus* covid* pandemi* ludnoś* pracowni* kobiet* korupcj* żołnierz*"),
    (Place, "polsk* polak* polac* warszaw* europ* usa kraj* świat* chin* rosj* ukrain* niem* miast*"), (Duty, "musi muszą musimy powinien powinna powinno powinniśmy powinni trzeba należy"),
    (Stage, "pytani* odpowiedź odpowiedzi debat* rozmow* mówić minut*"), (Vague, "rzecz* coś problem* sytuacj* sposób ludzie ludzi życi*"), (Now, "teraz dziś dzisiaj obecnie już"),
    (Truth, "prawda prawdą fałsz* kłamst* kłamie fakt fakty"),
    (Values, "wolnoś* nadziej* marzeni* bóg boga wiara jedność sprawiedliwoś* godnoś* dum* wartoś* pokój razem odwag*"),
] };

#[rustfmt::skip]
pub(super) const CZECH: List = List { tag: "cs", clitics: &[], entries: &[
    (Number, "milion* miliard* tisíc* sto stovky stovek desítk* dva dvě tři čtyři pět šest sedm osm devět deset dvacet třicet polovin* třetin* mil mld"),
    (Unit, "procent* eur euro dolar* korun* kč tun tuny kilometr* metrů litr* hektar* stupňů hodin* dní dnů týdn* měsíc* míra průměr* index celkem počet počtu bod*"),
    (Compare, "než více méně víc vyšší nižší větší menší horší lepší porovnání srovnání oproti krát přes téměř skoro"),
    (Superlative, "největší nejvyšší nejnižší nejmenší nejvíc* nejméně nejlepší nejhorší rekord* první jediný jediná poslední vůbec"),
    (Earlier, "před rok roku roky let letech loni loňsk* minul* předchoz* dříve včera desetilet* století dosud bývalý bývalá od"),
    (Date, "ledna února března dubna května června července srpna září října listopadu prosince pondělí úterý středu čtvrtek pátek sobotu neděli"),
    (Institution, "vlád* sněmovn* senát* parlament* soud* ministerstv* polici* armád* bank* stran* univerzit* nemocnic* firm* společnost* komis* čsú čnb osn eu unie odbor* úřad* institut*"),
    (Official, "prezident* premiér* ministr* poslan* senátor* starost* primátor* soudce soudkyně mluvčí tajemn* ředitel* předsed* hejtman* velvyslan* král* papež* expert* vědc*"),
    (Report, "řekl* uvedl* podle tvrdí prohlásil* oznámil* informoval* potvrdil* popřel* varoval* obvinil* průzkum* studi* zpráv* data údaj* statisti* vyplývá"),
    (Change, "vzrost* rost* roste stoup* kles* pokles* sníž* zvýš* zdvojnásob* ztrat* získa* omez* nárůst* růst* přiby* uby*"),
    (Deed, "hlasova* podepsa* schváli* přija* zamítl* utrati* zaplati* platí postavi* koupi* prodal* investova* zabi* zemře* zatče* zadrže* odsou* propusti* zaměstn* zakáza* dosta* obdrže* zavře* otevře* \
        vyvez* dovez* export* import* financ* jmenova* ukrad* zave* zruši* stojí stál*"),
    (Quantifier, "všichni všech všechn* každ* žádn* mnoho mnoha většin* několik málo oba celý celá"), (Absolute, "nikdy vždy nikdo nic jen pouze"), (Cause, "protože kvůli proto způsob* důsled* díky důvod* příčin*"),
    (Hedge, "možná asi pravděpodobně snad údajn* zdá_se zřejmě"), (Opinion, "myslím věřím domnívám názor* doufám chci chceme chtěl cítím přesvědčen*"),
    (Evaluative, "dobr* špatn* hrozn* strašn* skvěl* úžasn* ostud* hanb* katastrof* neuvěřiteln* krásn* důležit* vážn* nespravedliv* absurd* směšn* selhání úspěch*"),
    (Future, "bude budou budeme zítra příšt* budouc* plánuj* chystá"), (Conditional, "by bych bychom mohl mohla kdyby pokud jestli může mohou"), (Asking, "kdo co kdy kde jak proč zda kolik který"),
    (Command, "prosím podívej* poslouch* pojď* pamatuj* nechť"), (I, "já mě mně můj moje jsem"), (We, "my nás nám náš naše jsme"), (You, "ty tebe vy vás vám váš tvůj"), (They, "on ona oni jeho její jejich"),
    (Courtesy, "děkuj* díky dobrý_den dobrý_večer vítej* vážení gratul* promiňte ano ahoj"), (Boiler, "odebír* newsletter reklama foto cookies sdílet čtěte vyhrazena čtk"), (Negation, "ne ani bez není nejsou"),
    (Past, "byl byla bylo byli byly měl měla ~al ~ala ~ali ~il ~ila ~ili"), (Perfect, "byl_byla"), (Present, "je jsou"),
    (Topic, "daň daně dan* práce nezaměstn* ekonom* hospodář* plat* mzd* rozpoč* deficit* schod* dluh* inflac* hdp obchod* zdrav* pojiš* důchod* chudob* vzděl* škol* student* zločin* krimin* násil* zbra* drog* \
        migra* uprchl* hranic* válk* rop* plyn* energ* klimat* emis* vod* bydl* cen* zákon* ústav* vol* očkov* vir* covid* pandemi* obyvatel* žen* korup* voják*"),
    (Place, "česk* čech* prah* evrop* usa zemi země svět* čín* rusk* ukrajin* němec* měst* slovensk*"), (Duty, "musí musíme měl_by měla_by mělo_by měli_bychom potřeb* třeba nutné"),
    (Stage, "otázk* odpově* debat* mluvit minut*"), (Vague, "věc* něco problém* situac* způsob* lidé lidi život*"), (Now, "nyní teď dnes aktuálně již už"),
    (Truth, "pravda nepravda lež lže lhal fakt fakta"),
    (Values, "svobod* naděj* sen sny bůh víra jednot* spravedlnost* důstojnost* hrdost* hodnot* mír spolu odvah*"),
] };

#[rustfmt::skip]
pub(super) const RUSSIAN: List = List { tag: "ru", clitics: &[], entries: &[
    (Number, "миллион* миллиард* триллион* тысяч* сто сотни сотен десятк* два две три четыре пять шесть семь восемь девять десять двадцать тридцать половин* треть четверть вдвое втрое млн млрд тыс"),
    (Unit, "процент* евро доллар* рубл* тонн* километр* метров литр* гектар* баррел* градус* час часов дней недел* месяц* уровень средн* индекс всего числ* количеств* пункт*"),
    (Compare, "чем больше меньше более менее выше ниже хуже лучше сравнен* сравнению раза раз свыше почти превы*"),
    (Superlative, "самый самая самое самые наибольш* наименьш* рекорд* первый первая впервые единственн* крупнейш* высш* последн* максимальн* минимальн*"),
    (Earlier, "назад год года году лет годы прошл* предыдущ* ранее раньше вчера десятилет* век* бывш* с_тех"),
    (Date, "января февраля марта апреля мая июня июля августа сентября октября ноября декабря понедельник вторник среду четверг пятницу субботу воскресенье"),
    (Institution, "правительств* госдум* дум* парламент* сенат* суд суда министерств* полици* арми* банк* центробанк* парти* университет* больниц* компани* комисси* росстат* оон ес евросоюз* профсоюз* ведомств* фонд* институт* мвд мид фсб нато"),
    (Official, "президент* премьер* министр* губернатор* депутат* сенатор* мэр* судь* пресс_секретар* секретар* директор* глава главы председател* посол посла король папа эксперт* учен*"),
    (Report, "сказал* сообщи* заяви* говорит данным словам согласно утвержда* объяви* подтверди* опроверг* отрица* предупреди* обвини* опрос* исследовани* доклад* отчет* статистик* отметил*"),
    (Change, "вырос* рост* растет увелич* повыс* подня* упал* снизи* снижен* сократ* сокращ* уменьш* удво* потеря* приобре* выигра* падени*"),
    (Deed, "проголосова* голосова* подписа* приня* одобри* отклони* потрати* заплати* построи* купи* прода* инвестир* уби* погиб* умер* арестова* задержа* осужд* приговор* уволи* запрети* ввел* получи* закры* откры* \
        экспорт* импорт* финансир* назначи* украл* отмени* отправи* стоит стоил*"),
    (Quantifier, "все всех всего каждый каждая никто многие много большинств* несколько мало оба весь вся"), (Absolute, "никогда всегда никто ничего только лишь"),
    (Cause, "потому поэтому причин* вследствие благодаря результат* привел* вызва* так_как"), (Hedge, "возможно вероятно может_быть видимо якобы кажется наверное предположительно"),
    (Opinion, "думаю считаю полагаю верю мнение мнению надеюсь хочу хотим хотел чувствую уверен*"),
    (Evaluative, "хорош* плох* ужасн* страшн* прекрасн* отличн* позор* катастроф* невероятн* красив* важн* серьезн* несправедлив* абсурд* смешн* провал* успех* великолепн*"),
    (Future, "будет будут будем завтра следующ* будущ* планиру* собира* предстоит"), (Conditional, "бы если мог могла может могут"), (Asking, "кто что когда где как почему зачем сколько какой ли"),
    (Command, "давайте посмотрите послушайте представьте помните пожалуйста пусть"), (I, "я меня мне мой моя мое"), (We, "мы нас нам наш наша наши наше"), (You, "ты тебя вы вас вам ваш твой"), (They, "он она они его ее их им"),
    (Courtesy, "спасибо здравствуйте привет добрый_вечер добрый_день уважаемые поздравля* извините да"), (Boiler, "подпис* рассылк* реклама фото cookies поделит* читайте_также защищены тасс"), (Negation, "не ни нет без"),
    (Past, "был была было были ~ал ~ала ~али ~ил ~ила ~или ~ался ~лись"), (Perfect, "стал стала стали"), (Present, "есть является"),
    (Topic, "налог* работ* безработиц* экономи* зарплат* бюджет* дефицит* долг* инфляци* ввп торгов* здравоохран* здоров* страхов* пенси* бедност* образован* школ* студент* преступ* насили* оружи* наркот* мигра* беженц* \
        границ* войн* нефт* газ* энерг* климат* выброс* ядерн* вод* жиль* цен* закон* конституци* выбор* вакцин* вирус* коронавирус* пандеми* населен* женщин* коррупци* санкци* войск* солдат*"),
    (Place, "росси* москв* сша европ* стран* мир* китай* китая украин* герман* город*"), (Duty, "должен должна должны должно нужно надо необходимо следует"),
    (Stage, "вопрос* ответ* дебат* говорить разговор* минут*"), (Vague, "вещ* что_то проблем* ситуаци* способ* люди людей жизн*"), (Now, "сейчас сегодня теперь уже"),
    (Truth, "правда неправда ложь лжет соврал факт факты"),
    (Values, "свобод* надежд* мечт* бог* вер* единств* справедливост* достоинств* гордост* ценност* вместе"),
] };
