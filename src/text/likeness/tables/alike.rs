//! Words that say the same in a claim, by language: forms that no stemmer brings together, and a few close neighbours.

/// Language and groups; words of a group are separated by spaces, groups by commas.
pub(in super::super) const ALIKE: &[(&str, &str)] = &[
    ("en", "rise rises rose risen rising increase increases increased increasing climb climbs climbed grew grow grows grown went_up gone_up goes_up go_up, \
        fall falls fell fallen falling decrease decreases decreased decreasing drop drops dropped dropping decline declines declined went_down gone_down goes_down go_down, \
        sell sells sold selling, buy buys bought buying purchase purchases purchased purchasing, pay pays paid paying, build builds built construct constructs constructed, \
        win wins won winning, lose loses lost losing, make makes made making, give gives gave given giving, take takes took taken taking, \
        begin begins began begun beginning start starts started starting, end ends ended ending, spend spends spent spending, hide hides hid hidden, \
        find finds found finding, hold holds held, write writes wrote written, speak speaks spoke spoken, drive drives drove driven, \
        steal steals stole stolen stealing, break breaks broke broken, choose chooses chose chosen, become becomes became, know knows knew known, fly flies flew flown, \
        sink sinks sank sunk, drink drinks drank drunk, eat eats ate eaten, shoot shoots shot, fight fights fought, teach teaches taught, think thinks thought, \
        catch catches caught, bring brings brought, keep keeps kept, meet meets met, lead leads led, feed feeds fed, send sends sent, lend lends lent, \
        leave leaves left, stand stands stood, draw draws drew drawn, throw throws threw thrown, run runs ran, come comes came, see sees saw seen, \
        get gets got gotten, go goes went gone, tell tells told, say says said state states stated, child kid, children kids, \
        \
        firefighter fireman, firefighters firemen, police_officer policeman, police_officers policemen, tv television, photo photograph picture, photos photographs pictures, \
        huge enormous, near close_to, bike bicycle, bikes bicycles, car automobile, cars automobiles, help helps helped, lie lies lying, \
        die dies died dying passed_away, kill kills killed killing, shut shuts close closes closed closing, cut cuts cutting, forbid forbids forbade forbidden, \
        cllr councillor councilor, councillors councilors, its their, centre center, programme program, programmes programs, grey gray, tyre tire, licence license, defence defense, \
        swam swim swims, bear bears bore born, cost costs, hit hits, seek seeks sought, wear wears wore worn, tear tears tore torn, bite bites bit bitten, freeze freezes froze frozen, fire_brigade fire_service fire_department"),
    ("de", "steigen steigt stieg stiegen gestiegen zunehmen nimmt_zu zugenommen, sinken sinkt sank sanken gesunken, fallen fällt fiel fielen gefallen, \
        schließen schließt schloss schlossen geschlossen, verkaufen verkauft verkaufte verkauften, kaufen kauft kaufte gekauft, finden findet fand fanden gefunden, \
        gewinnen gewinnt gewann gewannen gewonnen, verlieren verliert verlor verloren, geben gibt gab gaben gegeben, nehmen nimmt nahm genommen, sehen sieht sah sahen gesehen, \
        sterben stirbt starb starben gestorben, bauen baut baute gebaut, zahlen zahlt zahlte gezahlt, eröffnen eröffnet eröffnete, öffnen öffnet öffnete geöffnet"),
    ("fr", "augmenter augmente augmentent augmenté augmentée augmentées augmentés, baisser baisse baissent baissé baissée, fermer ferme ferment fermé fermée fermés fermées, \
        ouvrir ouvre ouvrent ouvert ouverte ouvrit, vendre vend vendent vendu vendue vendit, dépenser dépense dépensé dépensa, élire élu élue"),
    ("es", "subir sube suben subió subieron subido, bajar bajó bajaron bajado, cerrar cierra cierran cerró cerraron cerrado cerrada, abrir abre abren abrió abrieron abierto abierta, \
        vender vende venden vendió vendieron vendido vendida, gastar gasta gastó gastaron gastado, perder pierde perdió perdieron perdido, morir muere murió murieron muerto, \
        ayuntamiento municipio, construir construye construyó construyeron construido"),
    ("pt", "subir sobe sobem subiu subiram subido, fechar fecha fecham fechou fecharam fechado fechada, vender vende vendeu venderam vendido vendida, gastar gasta gastou gastaram gasto, \
        aumentar aumenta aumentou aumentaram aumentado, abrir abre abriu abriram aberto aberta, câmara prefeitura"),
    ("it", "aumentare aumenta aumentò aumentato aumentata aumentati, chiudere chiude chiuse chiusero chiuso chiusa, aprire apre aprì aprirono aperto aperta, vendere vende vendette venduto venduta, \
        spendere spende spese speso, vincere vince vinse vinto"),
    ("nl", "stijgen stijgt steeg stegen gestegen, dalen daalt daalde daalden gedaald, sluiten sluit sloot sloten gesloten, verkopen verkoopt verkocht verkochten, kopen koopt kocht kochten gekocht, \
        vinden vindt vond vonden gevonden"),
    ("sv", "öka ökar ökade ökat, minska minskar minskade minskat, sälja säljer sålde sålt, stänga stänger stängde stängt"),
    ("ru", "закрыть закрыл закрыла закрыли, вырасти вырос выросла выросло выросли"),
    ("ar", "ارتفع ارتفعت, انخفض انخفضت, زاد زادت, أغلق أغلقت, وافق وافقت, باع باعت, افتتح افتتحت"),
    ("hi", "बढ़ा बढ़ी बढ़े बढ़_गया बढ़_गई बढ़_गए, घटा घटी घटे घट_गया घट_गई घट_गए, गिरा गिरी गिरे गिर_गया गिर_गई गिर_गए"),
    ("ur", "بڑھا بڑھی بڑھے بڑھ_گیا بڑھ_گئی بڑھ_گئے, گھٹا گھٹی گھٹے گھٹ_گیا گھٹ_گئی گھٹ_گئے, گرا گری گرے گر_گیا گر_گئی گر_گئے"),
];
