use super::{NONE, Words};

pub(in super::super) static FRENCH: Words = Words {
    titles: "m mm mmes mlles me mes mgr pr drs av bd boul c.-à-d env ex tél p.ex éd chap all apr adj adm anc ann arr \
        av cap cf col coll comm cdt conf dép dir ens fasc fig fr gal gén hab ibid id inf ill lat lib litt loc mar \
        max min ms ndlr n.b obs par para pl préf prés prov qqch qqn réf rem sc sect sing sq sqq suiv sup sv syn t \
        tab tr trad vx v vol st ste s.m s.e s.a.r ll.aa ll.mm s.s l.l s.a",
    numbers: "n n° no nos p pp vol chap art fig t",
    suffixes: "cie ltd sté janv févr avr juil sept oct nov déc s.a s.a.r.l apr.j.-c av.j.-c j.-c",
    units: "etc",
    starters: "le la les l un une il elle ils elles on nous vous je j ce c cette ces cet en dans mais et pour à au \
        aux de d des du son sa ses leur leurs qui que quoi quand comme comment pourquoi si ne n tu y par sur selon \
        après avant avec sans aussi ainsi alors cependant puis depuis plus même tout tous toutes notre nos votre mon \
        ma mes ici oui non",
    said: "dit demanda demande répondit répond ajouta ajoute cria crie déclare déclara explique expliqua s'exclama",
    ..NONE
};

pub(in super::super) static SPANISH: Words = Words {
    titles: "sr sra sres sras srta srtas dra dres d dª dña dn ud uds vd vds lic lcdo lcda licda licdo ing gral avda \
        avd av pág págs tel tfno p.ej aprox ss.mm excmo excma ilmo ilma gob cap capt cnel cmdt tte sgto alm arq abog \
        mons fr pbro rdo rvdo sto sta st mtro mtra prof profa psic dir dpto depto admon adm ayto bco c/ cf cía col \
        coord ctra cra cl kra crr dcha depto dicc ed edic ej ene entlo esc esq exc fasc fdo fig gta hno hnos ibíd íd \
        imp inc izq izda izdo j.c ldo ltda máx mín mtro núm núms ntra ntro obs op pbro pl pral pról prov ptas pte \
        pts pza rte s.e s.m s.s sdad secret sig sigs ss teléf tít tlf trad univ v vda vol vols vid m.n mt ft p.a r.d \
        q.e.p.d",
    numbers: "n núm núms no nro nros pág págs vol art cap fig tel ext p pp",
    suffixes: "ee.uu ee uu s.a c.v s.l s.r.l d.c a.c d.f ene feb mzo abr may jun jul ago sept set oct nov dic cía \
        ltda inc jr",
    units: "etc",
    starters: "el la los las un una unos unas en se es él ella ellos ellas lo su sus pero y con por para de del al \
        no que qué este esta esto estos estas ese esa eso como cómo cuando cuándo dónde quién hay yo tú usted \
        nosotros mi mis si sí a aquí ahora también además según tras desde durante sin sobre entre hasta ni o más ya \
        después luego todo todos fue son era había ha han está están",
    said: "dijo dice preguntó pregunta respondió responde exclamó gritó añadió contestó explicó",
    ..NONE
};

pub(in super::super) static ITALIAN: Words = Words {
    titles: "sig sigg sig.ra sigra sig.na sig.re dott dott.ssa dottssa dr.ssa ing avv on onn arch geom rag mons pag \
        pagg cap es p.es tel spett spett.le gent gent.mo gent.mi gent.ma gent.le egr preg s ss prof.ssa prof proff \
        c.so v.le p.zza p.za f.lli min gen col magg ten serg mar lun mer gio ven sab dom app artt all amm ass aut \
        cad cat cav comm cod coll conf cons cpv cron d.l d.lgs d.p.r dir dip doc ecc.mo econ ed edit es fam fasc \
        fatt fem fig filos fr franz giur gr grecoit ibid id ill inf ing int intr it lat lett lib loc lt mass mat med \
        mil ms mus naz neg nn ns num obl off op orig par part pers pl pop prep pres prov psicol psic pubbl racc rad \
        rec ref rev rif sc scient sec seg segr sez sing soc sogg sost st stat suff sup t tab tecn teol tip tit tosc \
        trad u univ v ved vers vol voll vs zool ind az uff rag.re geom.tra reg pos q.b d.c",
    numbers: "n nn nr num pag pagg vol art fig cap tel",
    units: "ecc etc",
    suffixes: "s.p.a spa s.r.l srl s.n.c s.a.s a.c d.c gen feb mar apr mag giu lug ago set sett ott nov dic az",
    starters: "il lo la i gli le l un uno una è in si non ma e con per di del della dei delle nel nella da dal a al \
        che questo questa questi queste quello quella chi cosa come quando dove perché se ci vi ne lui lei loro noi \
        voi io tu suo sua mio mia anche ancora poi dopo prima secondo oggi ieri domani ora qui sono ha hanno era tra \
        fra su tutto tutti sì no grazie mi ti",
    said: "disse dice chiese chiede rispose risponde esclamò gridò aggiunse spiegò",
    ..NONE
};

pub(in super::super) static PORTUGUESE: Words = Words {
    titles: "sr sra srs sras srta dra dras drs d exmo exma ilmo ilma eng enga av avª pág págs tel ex min dep cap r \
        al arq prof profa profª sto sta sen gov gen cel maj ten sgt pe rev mons adv apto aprox bibl cf cód col coord \
        ed edif esc est ext fac fasc fig fl ib id inc ltda máx mín mun ob obs op p.ex p pç pça pr pref proc ref res \
        rod sec séc seg sup téc tít trav univ v vol vs",
    numbers: "n nº n.º núm no pág págs p pp vol art fig cap tel",
    suffixes: "cia s.a s/a ltda jan fev mar abr mai jun jul ago set out nov dez a.c d.c e.u.a eua jr",
    units: "etc",
    starters: "o a os as um uma uns umas em no na nos nas ele ela eles elas mas e com por para de do da dos das não \
        que este esta estes estas esse essa isso isto se seu sua seus suas eu tu você nós é são foi era há como \
        quando onde quem qual porque ao à pelo pela também já ainda depois após segundo desde durante sem sobre \
        entre até mais hoje ontem aqui todos tudo sim meu minha",
    said: "disse diz perguntou pergunta respondeu responde exclamou gritou acrescentou explicou",
    ..NONE
};

pub(in super::super) static ROMANIAN: Words = Words {
    titles: "dl dna d-l d-na dr prof ing av str bd nr tel alin lit pag vol cap ex sf șt univ acad gen col lt min \
        ș.a.m",
    numbers: "nr art pag vol cap alin",
    suffixes: "s.a s.r.l srl ian feb mar apr iun iul aug sept oct nov dec d.hr î.hr",
    units: "etc ș.a ș.a.m.d lei",
    starters: "o un el ea ei ele în pe de la cu și dar din pentru nu este a ce care când cum unde această acest \
        aceste după dacă",
    ..NONE
};
