use super::{NONE, Words};

pub(in super::super) static GERMAN: Words = Words {
    titles: "gem hr hrn fr frl z.b d.h u.a i.d.r bzw ca vgl ggf sog evtl geb gest verh inkl exkl zzgl abzgl str tel \
        dipl med ing hl bspw rd v.a z.t z.zt o.ä s.o s.u abs bd bde kap jh jhdt std s s.a i.a i.v p.a u.u a.d b \
        i.h.v i.s.v m.e d.i jur phil rer nat theol habil univ priv.-doz allg ausg bez bsp entspr erg ehem einschl \
        franz ges griech hrsg insb insbes internat jew lat lfd mask max mind mon nachf nat neutr nördl südl östl \
        westl orig pol prov röm russ schwäb span staatl städt stellv techn übers ung urspr usf verf versch wiss zit \
        zus zw dt engl frz ital amer amtl anm aufl begr beil betr bearb bundesdt chem dgl ebd eidg eigtl ersch etw \
        ev fa fam forts gebr gegr gez haupts ind inh jur kfm konf kurzf lit luth mdl milit mill minist mio \
        mittelhochdt mrd msgr mus nr obb ober öff österr österr.-ung pers pfd phys plur präs prof prot rel reg relig \
        schweiz sen sod spez st strat tägl ugs unbest vbd vermutl vorm wirtsch zool hptm lt oblt gen maj o",
    numbers: "abb abs art bd bde kap nr nrn tab teil rn rdnr ziff pos az jg h",
    tails: "str nr",
    units: "usw u.s.w chr v.chr n.chr u.ä u.v.m u.a.m etc ff f",
    suffixes: "jan feb mär apr jun jul aug sep sept okt nov dez mo di mi do fr sa tsd mio mrd e.v ag kg co",
    starters: "der die das dem den des ein eine einen einem einer er sie es wir ich ihr in im am an auf aber und \
        doch so nach mit bei für wenn als da dies diese dieser dieses auch nun seit was wer wie wo warum zu zum zur \
        man nicht noch nur schon dann dort denn durch damit dabei daher darum deshalb trotzdem jedoch hier heute \
        gestern morgen kein keine viele alle beide jetzt ob oder sein seine ihre unser mein um unter über vor von \
        während weil zwar zudem außerdem allerdings laut mehr bis ja nein hallo bitte danach dazu einige etwa sogar \
        eins zwei drei",
    said: "sagte sagt fragte fragt rief ruft meinte meint erklärte erklärt antwortete antwortet schrieb schreibt \
        flüsterte",
    fronts: "am um im nach vor seit ab gegen bis",
    ordinals: true,
    ..NONE
};

pub(in super::super) static DUTCH: Words = Words {
    titles: "dhr mevr mw mej mr drs ir ing bijv bv blz d.w.z dwz m.b.t o.a t.a.v t.o.v i.p.v i.v.m m.u.v n.a.v o.l.v \
        v.w.b resp tel jhr ds pr z.g zgn evt incl excl max min m.a.w mbt nl ca vgl vnl afd gem geb hfst jkvr ltz lt \
        kol gen prof str t.n.v t.g.v t.b.v t.w a.u.b s.v.p i.c i.h.b i.o h.m st",
    numbers: "nr nrs art lid blz p",
    units: "enz jl e.d e.a e.v etc",
    suffixes: "jan feb mrt apr jun jul aug sept okt nov dec n.v b.v v.chr n.chr",
    starters: "de het een hij zij ze er in op dat dit we wij ik en maar ook na met als bij voor van die daar toen nu \
        niet om deze wat wie waar hoe waarom u je jij ja nee want dus nog hier te tijdens volgens hun zijn onder \
        over door",
    said: "zei zegt vroeg vraagt riep antwoordde schreef",
    ..NONE
};

pub(in super::super) static DANISH: Words = Words {
    titles: "hr fr f.eks fx bl.a dvs d.v.s ca jf pga p.g.a evt inkl ekskl eksl kl kap stk tlf vedr ang mht m.h.t \
        iflg hhv kgl skt s pkt adr afd alm anm ansv arr bd bygn civ cand cirk div dr eff egl f forf frk g gdr gl gns \
        gr h henv hovedvej id indb jur k kbh kgs koll kom komm kons kort lb m maks max mgl mvh n nb ndf nedenn notat \
        nr obs omr opr org oversk overs ovf pl pr pers ps red ref resp sdr sek sml sms st str stud sup tdl tidl \
        tilsv tv ugtl udg ult uop vinkelr vha v.h.a mdr gen sen rep gov pres rev hon col adm supt det insp atty viz \
        i.e approx incl dept eds o.a",
    units: "osv mv m.v m.m o.l m.fl o.m.a etc kr mio mia",
    suffixes: "maj jan feb mar apr jun jul aug sep sept okt nov dec a/s ft ave blvd rd ind e.kr f.kr",
    starters: "den det de en et han hun vi jeg der i på og men så da når hvis for med som hvad hvem hvor hvorfor \
        hvordan du man nu ja nej hej det denne dette disse alle fra efter ved om til at af også ikke her mit min din",
    said: "sagde siger spurgte spørger råbte svarede skrev",
    ordinals: true,
    ..NONE
};

pub(in super::super) static NORWEGIAN: Words = Words {
    titles: "hr fr f.eks bl.a dvs d.v.s ca jf pga p.g.a evt inkl ekskl kl kap stk tlf vedr ang mht m.h.t iflg hhv st \
        s pkt adr avd alm anm div dr el eng forts frk gl h.k.h henv ifm ift i.f.t nr obs omg oppr org osb pr red ref \
        resp sms t.o.m f.o.m tidl tils ult utg v",
    units: "osv m.m m.v mv o.l m.fl etc kr mill mrd",
    suffixes: "maj jan feb mar apr jun jul aug sep sept okt nov des e.kr f.kr",
    starters: "den det de en et ei han hun vi jeg der i på og men så da når hvis for med som hva hvem hvor hvorfor \
        hvordan du man nå ja nei hei denne dette disse alle fra etter ved om til at av også ikke her min din",
    said: "sa sier spurte spør ropte svarte skrev",
    ordinals: true,
    ..NONE
};

pub(in super::super) static SWEDISH: Words = Words {
    titles: "t.ex tex bl.a dvs d.v.s ca c:a kl jfr hr fr inkl exkl s.k resp tel f.d fr.o.m t.o.m p.g.a pga m.a.o \
        i.o.m o.d avd dr enl ev fig forts föreg förf s sid st tr t.v t.h m.h.t ang angående obs ordf resp sekr telef \
        utg vd",
    units: "osv o.s.v m.m mm etc milj mdr kr m.fl o.dyl",
    suffixes: "maj jan feb mar apr jun jul aug sep sept okt nov dec e.kr f.kr",
    starters: "den det de en ett han hon vi jag i på och men så när om för med vad vem var varför hur du ni man nu \
        ja nej hej denna detta dessa alla från efter vid till att av också inte här min din där då som under enligt",
    said: "sade sa säger frågade frågar ropade svarade skrev",
    ..NONE
};
