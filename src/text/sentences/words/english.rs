use super::{NONE, Words};

pub(in super::super) static ENGLISH: Words = Words {
    titles: "mx profs gen gens sen sens rep reps gov govs pres rev revd hon col cols adm cdr comdr lieut sergt cpl \
        supt insp det dir amb asst assoc atty attys ald msgr mts viz eg ie approx incl excl esp aka dept depts misc \
        univ med intl natl sec'y gen'l eds ps ald bp abp pfc spc ssgt cpt brig",
    numbers: "pt pts cl ext bk app ser paras exs ss",
    suffixes: "ft mar jun jul sep mon tue tues wed thu thur thurs fri sat ave blvd rd hwy ln sq apt bldg ste ct pkwy \
        fwy fl est dist dept govt assn mfg cos llp lp ala ark calif colo conn fla ga ill ind kan ky mass md mich \
        minn mont neb nev okla penn pa tenn tex va vt wash wis wyo ariz ore gal m.d d.d.s m.b.a b.a b.s m.a m.s ll.b \
        ll.d d.c",
    units: "mph bn mn tbsp tsp pct secs mins doz",
    starters: "a about above according across after again ah all almost along also although always am amid among an \
        and another any anyone anything are as aside at be because before being below besides both but by can \
        clearly could dear despite did do does don during each earlier either enough even eventually ever every \
        everybody everyone everything few finally first following for from further furthermore generally given go \
        had has have having he hello hence her here hers hi his how however hundreds i if in indeed initially \
        instead is it its just last later let like many maybe me meanwhile millions billions thousands dozens \
        moreover most much my near nearly neither never nevertheless next no nobody none nonetheless nor not nothing \
        now of often oh on once one only or other others our over people perhaps please previously quite rather \
        recently second several shall she should similarly since so some somebody someone something sometimes soon \
        still such surely thank thanks that the their them then there therefore these they this those though through \
        throughout thus to today together tomorrow tonight too two three under unfortunately unless unlike until up \
        upon us usually was we well were what whatever when whenever where whereas whether which while who whoever \
        whose why will with within without would yes yesterday yet you your travelers",
    fronts: "about after around at before by from in on since until",
    said: "said says asked asks cried replied replies added adds told tells wrote writes answered exclaimed shouted \
        whispered wondered demanded yelled called thought explained continued insisted screamed laughed muttered \
        murmured remarked declared inquired responded began joked tweeted quipped warned",
    trusting: true,
    ..NONE
};
