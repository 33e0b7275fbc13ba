use super::{NONE, Words};

pub(in super::super) static POLISH: Words = Words {
    titles: "bl np tzn tzw m.in ul al św bł prof dr doc hab inż mgr lic gen płk ppłk mjr kpt por ppor sierż kpr szer \
        st red ks bp abp kard pl os tel godz ur zm wg zob tj o.o z.o.o jw ok ang niem franc ros łac gr wł hiszp pol \
        czes ukr bałt skand ws dot nt m.st ww wz woj pow gm ddz odc rys tab przyp poz ust rozdz wyd red oprac tłum t \
        z.w cd cdn dyr zob por przewod wicedyr sp n.p.m p.o ps śp dn adm med jur fil hum techn zw kan min maks pok \
        jedn",
    numbers: "nr nry str s tab rys poz art ust pkt par t tom",
    suffixes: "im mln mld tys zł gr sp.j sp.k s.a sp wlkp maz śl",
    units: "itd itp in etc ha r w n.e p.n.e",
    starters: "w we na to jest nie i a ale z ze po do o on ona oni one ten ta te jak gdy co kto kiedy gdzie dlaczego \
        czy od dla przez przy za pod nad przed są był była było były jego jej ich się tak tylko także również jednak \
        jednakże więc dlatego natomiast teraz dziś wczoraj już jeszcze każdy wszyscy bo bez u aby żeby jeśli jeżeli \
        choć",
    said: "powiedział powiedziała mówi zapytał zapytała spytał odpowiedział dodał zawołał krzyknął pyta dodaje",
    ordinals: true,
    ..NONE
};

pub(in super::super) static CZECH: Words = Words {
    titles: "např napr tzn tzv mj ul nám sv mgr ing bc mudr judr phdr rndr mvdr paeddr thdr doc prof dr gen plk pplk \
        mjr kpt por npor prap č čís str tel tj resp kupř srov popř příp hod ods písm odst pozn obr tab kap roč vyd \
        angl něm franc lat řec rus dr arch akad phd csc drsc dis st ml p pí pp sl slč kr okr kat čp vl zvl zejm min \
        max cca ca vč vl.jm bř tř nábř",
    numbers: "č čís str s obr tab kap odst písm sb",
    suffixes: "s.r.o a.s v.o.s k.s o.p.s n.l př.n.l n.p led ún dub květ čerd srp z.s",
    units: "atd apod atp mil mil. mld tis kč hal aj ap",
    starters: "v ve na to je ne a i ale s se po do o on ona oni ten ta tato tento jak když podle pro za z ze u k ke \
        od při před přes mezi co kdo kdy kde proč jestli pokud jeho její jejich už také však proto protože že by si \
        tak nyní dnes včera není jsou byl byla bylo byli má mají další všichni vy my já",
    said: "řekl řekla říká zeptal zeptala odpověděl dodal dodala uvedl uvedla zvolal",
    ordinals: true,
    ..NONE
};

pub(in super::super) static SLOVAK: Words = Words {
    titles: "napr tzn tzv tj t.j t.č mj ul nám sv mgr ing bc mudr judr phdr rndr mvdr doc prof dr gen plk pplk mjr \
        kpt por npor č čís str tel resp porov príp hod ods písm odst pozn obr tab kap roč vyd angl nem franc lat \
        gréc rus arch akad phd csc drsc st ml p pp sl slč okr kat vl zvl najm min max cca ca vrát sv bl konkr spol \
        tr nábr ev inžin",
    numbers: "č čís str s obr tab kap odst písm zb",
    suffixes: "s.r.o a.s v.o.s k.s n.o n.l pred.n.l r o.z š.p jan feb mar apr jún júl aug sept okt nov dec",
    units: "atď atd apod a.p pod mil mld tis sk eur",
    starters: "v vo na to je nie a i aj ale s so sa po do o on ona oni ten tá táto tento ako keď podľa pre za z zo u \
        k ku od pri pred cez medzi čo kto kedy kde prečo ak jeho jej ich už tiež však preto pretože že by si tak \
        teraz dnes včera sú bol bola bolo boli má majú ďalší všetci vy my ja",
    said: "povedal povedala hovorí spýtal spýtala odpovedal dodal dodala uviedol uviedla reagoval zvolal",
    ordinals: true,
    whole_quotations: true,
    ..NONE
};

pub(in super::super) static CROATIAN: Words = Words {
    titles: "npr tj tzv dr mr prof doc ing dipl sv ul br str god gđa g gđica gosp mons fra akad op čl st sl izv red \
        itd.",
    numbers: "br str čl st sl",
    suffixes: "d.o.o d.d g god pr.n.e n.e",
    units: "itd itsl sl i.sl tzv mil mlrd tis kn din",
    starters: "u na to je ne i a ali s sa po do o on ona oni taj ta ovaj ova kako kada prema za iz od pri pred što \
        tko gdje zašto ako njegov njezin već također međutim stoga jer da bi se su bio bila bilo nakon tako danas \
        jučer",
    ordinals: true,
    ..NONE
};

pub(in super::super) static RUSSIAN: Words = Words {
    titles: "т.е т.к т.н т.о ул пр просп пр-т пл пер проф доц акад ген гр гражд стр табл илл см ср напр тел св обл \
        р-н ст гл д кв корп оз о п с м пос пгт дер хут хр ш наб бульв бул туп эт оф инж инст канд д-р к-т г-н г-жа \
        гг-н им мл ред изд соч сост пер прим примеч прил кн вып т тт ч разд англ нем франц фр лат греч итал исп рус \
        укр тж зав зам пом нач дир глав лейт кап полк майор майр серж подполк адм чл чл.-корр корр кор ок прибл р ж \
        букв ед вице-през през губ респ авт юж сев вост зап центр моск уезд бух руч буд",
    numbers: "стр с рис табл гл п пп ст ч т кн вып разд",
    suffixes: "янв фев февр апр авг сен сент окт ноя нояб дек г гг в вв ок им мин",
    units: "т.д т.п др пр руб коп тыс млн млрд трлн чел кг км н.э до.н.э л.с у.е дол долл куб кв куб.м кв.м мин сек \
        час ч сут мм см га шт экз р",
    starters: "в во на и но а он она они оно это этот эта эти мы я не по за с со как что для при после также однако \
        если у к ко из его её их когда где кто почему зачем чтобы хотя так тогда теперь сегодня вчера завтра уже ещё \
        еще там тут здесь вы ты да нет или от до о об под над между через перед без то все всё каждый многие \
        некоторые был была было были есть поэтому затем потом кроме согласно по-моему впрочем ведь ну даже только \
        именно среди",
    said: "сказал сказала говорит спросил спросила ответил ответила добавил крикнул воскликнул подумал",
    ..NONE
};

pub(in super::super) static UKRAINIAN: Words = Words {
    titles: "т.є т.зв вул просп пр пл пров проф доц акад ген гр стор табл див напр тел св обл р-н ст гл буд кв корп \
        оз о п с м смт сел хут наб бульв бул ім інж канд д-р г-н ред вид ред упоряд пер прим кн вип т ч розд англ \
        нім фр лат грец укр рос зав заст нач дир л-т кап полк майор адм чл чл.-кор бл близьк ок пор тов пан р-ну",
    numbers: "стор с рис табл гл п пп ст ч т кн вип розд",
    suffixes: "січ лют бер квіт трав черв лип серп вер жовт лист груд р рр ст в",
    units: "т.д т.п ін т.ін грн коп тис млн млрд трлн чол осіб кг км га н.е до.н.е год хв сек хвил мм см шт екз у.о \
        град кб мб гб куб кв кв.м куб.м",
    starters: "в у на і й але а він вона вони воно це цей ця ці ми я не по за з із зі як що для при після також \
        однак якщо до від його її їх коли де хто чому щоб хоча так тоді тепер сьогодні вчора вже ще там тут ви ти та \
        чи під над між через перед без то все кожен був була було були є тому потім згідно адже",
    said: "сказав сказала каже запитав запитала спитав відповів додав вигукнув",
    ..NONE
};

pub(in super::super) static BULGARIAN: Words = Words {
    titles: "т.е т.нар т.н ул бул пл ж.к кв гр с общ обл проф доц акад инж арх д-р г-н г-жа г-ца ген полк подполк \
        майор кап лейт св стр рис табл вж ср напр вкл изкл тел чл ал т ред изд пр чл.-кор гл бл вх ет ап сп ок прибл \
        англ нем фр лат гръц рус бълг н.пр дол",
    numbers: "стр с рис табл гл т чл ал бр",
    suffixes: "ян февр апр авг септ окт ноем дек г гг в вв т.г м.г",
    units: "т.н и.др др пр лв ст хил млн млрд кг км н.е пр.н.е пр.хр сл.хр ч мин сек кв.м куб.м",
    starters: "после затова там тогава в във на и но а той тя те то това този тази тези ние аз не по за с със как \
        какво кой кога къде защо ако когато от до при след също обаче защото че да ще се са е беше бяха има вие ти \
        или към през между без над под пред според днес вчера сега",
    said: "каза казва попита отговори добави извика обяви заяви",
    ..NONE
};
