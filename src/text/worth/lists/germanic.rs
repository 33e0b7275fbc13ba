//! German, Dutch, Swedish.

use super::List;
use super::Signal::*;

#[rustfmt::skip]
pub(super) const GERMAN: List = List { tag: "de", clitics: &[], entries: &[
    (Number, "million* milliard* billion* tausend* hundert* dutzend* zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig vierzig \
        fünfzig sechzig siebzig achtzig neunzig hälfte drittel viertel doppelt dreifach*"),
    (Unit, "prozent* euro euros dollar* tonne tonnen kilometer* meter liter hektar grad stunden tage tagen wochen monate monaten quote rate durchschnitt* \
        index insgesamt anzahl zahl zahlen punkte megawatt gigawatt cent"),
    (Compare, "als mehr weniger höher* niedriger* größer* kleiner* schlechter* besser* vergleich* verglichen gegenüber mal stärker* schneller* über unter fast"),
    (Superlative, "meisten wenigsten größte* höchste* niedrigste* rekord* erstmals erste ersten erster einzige* beste* schlechteste* noch_nie ~ste ~sten"),
    (Earlier, "seit jahr jahre jahren jahres vergangen* letzte letzten letztes vorjahr* zuvor früher* gestern jahrzehnt* jahrhundert damals vor bisher ehemalige*"),
    (Date, "januar februar märz april mai juni juli august september oktober november dezember montag dienstag mittwoch donnerstag freitag samstag sonntag"),
    (Institution, "regierung* bundesregierung bundestag* bundesrat landtag* parlament* gericht* ministerium* polizei bundeswehr bank banken partei* \
        universität* krankenh* unternehmen* konzern* kommission* amt behörde* bundesamt* institut* un uno eu europäische_union gewerkschaft* staat* verein \
        cdu csu spd fdp afd grüne grünen bündnis linke ~ministerium ~gericht ~behörde ~amt"),
    (Official, "präsident* kanzler* bundeskanzler* minister* ministerin ministerpräsident* bürgermeister* abgeordnet* senator* richter* sprecher* sekretär* \
        direktor* vorsitzende* staatsanwalt* botschafter* könig* papst experte* experten forscher* chef chefin ~minister ~ministerin ~präsident"),
    (Report, "sagt sagte sagten laut zufolge erklärt* behauptet* behaupten berichtet* berichten kündigte kündigt betont* warnt* kritisiert* bestätigt* \
        dementiert* gab_an mitgeteilt teilte umfrage* studie* bericht* daten statistik* angaben schätzung* wirft"),
    (Change, "gestiegen* stieg stiegen steigt steigen gesunken sank sanken sinkt sinken gefallen fiel gewachsen wuchs wächst zugenommen abgenommen erhöht* \
        reduzier* gekürzt* kürz* gesenkt* senkt* verdoppel* verdreifach* verlor* verlier* gewonnen gewann geschaffen schuf abgebaut zunahme rückgang anstieg wachstum"),
    (Deed, "beschlossen beschloss gestimmt stimmte stimmten unterzeichn* verabschied* abgelehnt lehnte ausgegeben gezahlt zahlt zahlen zahlte gebaut gekauft \
        verkauft* investier* getötet* starb starben gestorben verhaftet* festgenommen verurteilt* entlassen* eingestellt verboten verbot verhängt* erhalten \
        erhielt erhielten bekommen bekam geschlossen eröffnet* export* import* finanzier* ernannt* zurückgetreten gestohlen eingeführt abgeschafft geliefert \
        kostet kosten gekostet"),
    (Quantifier, "alle allen alles jede jeder jedes jeden keine keiner viele vielen mehrheit einige wenige mehrere beide sämtliche*"),
    (Absolute, "nie niemals immer niemand nichts nur ausschließlich"), (Cause, "weil wegen aufgrund deshalb daher verursacht* führt führte ursache* folge folgen grund dank denn"),
    (Hedge, "vielleicht wahrscheinlich möglicherweise wohl angeblich* scheint scheinen offenbar vermutlich mutmaßlich* eigentlich"),
    (Opinion, "glaube glauben denke denken meine meinung finde finden hoffe hoffen möchte wünsche überzeugt gerne freue fühle ansicht"),
    (Evaluative, "gut gute guten guter gutes schlecht* schrecklich* furchtbar* wunderbar* großartig* schande katastroph* unglaublich* schön* wichtig* \
        schlimm* ungerecht* gerecht* lächerlich* absurd* hervorragend* skandal* versagen erfolg*"),
    (Future, "wird werden wirst werde morgen nächste nächsten künftig* zukunft zukünftig* geplant plant"),
    (Conditional, "würde würden könnte könnten wäre wären hätte hätten sollte wenn falls kann können ob"),
    (Asking, "wer was wann wo wie warum welche welcher wieso weshalb wieviel"), (Command, "lassen_sie lasst schauen_sie hören_sie stellen_sie denken_sie bitte"),
    (I, "ich mich mir mein meiner meinem"), (We, "wir uns unser unsere unserer unseren unserem"), (You, "du dich dir dein ihr euch euer"), (They, "er sie ihm ihn ihnen seine seiner ihre ihrer"),
    (Courtesy, "danke dank hallo willkommen guten_abend guten_tag guten_morgen damen herren herzlich* glückwunsch* entschuldigung ja grüße"),
    (Boiler, "abonnieren newsletter anzeige werbung foto bildquelle cookies teilen weiterlesen folgen_sie rechte_vorbehalten dpa impressum"),
    (Negation, "nicht kein keine keinen weder ohne"), (Past, "war waren hatte hatten wurde wurden gab kam ging ~ierte ~ierten"), (Perfect, "hat haben habe worden"), (Present, "ist sind bin gibt"),
    (Topic, "steuer* arbeitslos* arbeitsplätze arbeitsplatz beschäftig* wirtschaft* lohn löhne mindestlohn gehalt gehälter haushalt* defizit* schulden* inflation \
        bip handel* zölle gesundheit* versicherung* krankenkasse* rente* renten armut bildung schule* schüler* student* kriminalität straftat* gewalt* waffe* \
        droge* migra* einwander* flüchtling* asyl* grenze* krieg* öl gas energie* strom klima* emission* co2 atom* wasser wohnung* miete* preis* gesetz* \
        verfassung* grundgesetz wahl wahlen impf* virus corona* pandemie bevölkerung arbeitnehmer* frauen kinder korruption soldat* bürgergeld"),
    (Place, "deutschland* deutsche* berlin österreich* schweiz* usa vereinigten_staaten amerika* europa* europäische* land länder welt* china russland* ukraine* frankreich stadt städte bayern"),
    (Duty, "muss müssen müsste sollte sollten soll sollen dürfen brauchen braucht notwendig"), (Stage, "frage fragen antwort* beantwort* debatte* thema reden sprechen minute*"),
    (Vague, "ding dinge etwas problem* situation weise menschen leben sache*"), (Aim, "zu um"),
    (Now, "jetzt heute derzeit aktuell bereits"),
    (Truth, "wahr falsch lüge* gelogen tatsache* fakt fakten"),
    (Values, "freiheit hoffnung traum träume gott glaube einheit gerechtigkeit würde_des stolz werte frieden gemeinsam mut verantwortung"),
] };

#[rustfmt::skip]
pub(super) const DUTCH: List = List { tag: "nl", clitics: &[], entries: &[
    (Number, "miljoen miljoenen miljard* duizend* honderd* tientallen twee drie vier vijf zes zeven acht negen tien elf twaalf twintig dertig veertig vijftig helft derde dubbele"),
    (Unit, "procent percentage* euro dollar* ton kilometer* meter liter hectare graden uur dagen weken maanden gemiddeld* index totaal aantal aantallen cijfer* punten"),
    (Compare, "dan meer minder hoger* lager* groter* kleiner* slechter beter vergeleken vergelijking keer sneller boven onder bijna ruim"),
    (Superlative, "meeste minste grootste hoogste laagste record* eerste enige beste slechtste nooit_eerder laatste"),
    (Earlier, "sinds jaar jaren vorig vorige afgelopen geleden eerder gisteren voorheen decennia eeuw vroeger inmiddels"),
    (Date, "januari februari maart april mei juni juli augustus september oktober november december maandag dinsdag woensdag donderdag vrijdag zaterdag zondag"),
    (Institution, "regering* kabinet kamer tweede_kamer parlement rechtbank rechter ministerie* politie leger bank banken partij* universiteit* ziekenhuis* bedrijf \
        bedrijven commissie cbs rivm ggd ic vn eu europese_unie vakbond* gemeente* overheid* who oms instituut"),
    (Official, "president* premier* minister* staatssecretaris burgemeester* kamerlid kamerleden senator* rechter* woordvoerder* directeur* voorzitter* officier koning paus expert* wetenschapper* viroloog"),
    (Report, "zegt zei zeggen volgens meldt melden verklaar* beweert beweren kondigt aangekondigd bevestigt bevestigd ontkent waarschuwt blijkt onderzoek* studie* \
        rapport* data statistiek* peiling* bericht*"),
    (Change, "gestegen steeg stijgt stijgen gedaald daalde daalt dalen gevallen gegroeid groeit groei toegenomen afgenomen verhoogd* verlaagd* verdubbel* verlies verloren \
        gewonnen bezuinig* daling stijging oploopt"),
    (Deed, "gestemd stemde stemden ondertekend aangenomen afgewezen uitgegeven betaald betaalt betalen gebouwd gekocht verkocht geïnvesteerd gedood overleden overleed \
        gestorven gearresteerd aangehouden veroordeeld ontslagen verboden verbiedt gekregen krijgt krijgen gesloten geopend dicht uitgesteld afgelast besmet* getest* \
        opgenomen overlijdt ingevoerd afgeschaft geleverd"),
    (Quantifier, "alle allemaal alles elke elk iedere iedereen geen veel meerderheid enkele weinig verschillende beide"),
    (Absolute, "nooit altijd niemand niets alleen slechts"), (Cause, "omdat vanwege door dankzij daardoor veroorzaak* gevolg* oorzaak want leidt"),
    (Hedge, "misschien waarschijnlijk mogelijk wellicht lijkt blijkbaar vermoedelijk"), (Opinion, "denk denken vind vinden geloof hoop mening wil willen graag voel overtuigd"),
    (Evaluative, "goed goede slecht* verschrikkelijk* vreselijk* geweldig* schande ramp* ongelooflijk* mooi* belangrijk* erg ernstig* oneerlijk belachelijk* absurd* mislukking succes* dom"),
    (Future, "zal zullen gaat gaan morgen volgend volgende toekomst* komende binnenkort verwacht*"), (Conditional, "zou zouden kan kunnen als indien mits zou_kunnen"),
    (Asking, "wie wat wanneer waar hoe waarom welke hoeveel"), (Command, "laten_we laat kijk luister blijf houd doe kom help"),
    (I, "ik mij me mijn"), (We, "wij we ons onze"), (You, "jij je jou jouw u uw jullie"), (They, "hij zij ze hem hen hun haar zijn_eigen"),
    (Courtesy, "dank bedankt dankjewel hallo welkom goedenavond goedemorgen dames heren gefeliciteerd sorry ja succes sterkte hulde applaus"),
    (Boiler, "abonneer* nieuwsbrief advertentie foto cookies deel lees_meer volg_ons voorbehouden"), (Negation, "niet geen noch zonder"),
    (Past, "was waren had hadden werd werden kwam ging"), (Perfect, "heeft hebben heb geweest"), (Present, "is zijn ben"),
    (Topic, "belasting* baan banen werkloos* econom* loon lonen salaris begroting* tekort* schuld* inflatie handel gezondheid* zorg verzekering* pensioen* armoede onderwijs \
        school scholen student* criminaliteit geweld wapen* drugs immigra* vluchteling* asiel* grens grenzen oorlog* olie gas energie klimaat* uitstoot stikstof water \
        woning* huur prijs prijzen wet wetten grondwet verkiezing* vaccin* virus corona* covid* pandemie bevolking patiënt* vrouwen corruptie mondkapje*"),
    (Place, "nederland* amsterdam belgië vlaanderen europa* europese duitsland vs amerika* land landen wereld* china italië rusland oekraïne stad brabant"),
    (Duty, "moet moeten moest mag mogen hoeft nodig"), (Stage, "vraag vragen antwoord* debat* onderwerp praten minuten"), (Vague, "ding dingen iets probleem problemen situatie manier mensen leven"),
    (Aim, "te"),
    (Now, "nu vandaag momenteel al inmiddels"),
    (Truth, "waar onwaar leugen* gelogen feit feiten"),
    (Values, "vrijheid hoop droom god geloof eenheid gerechtigheid waardigheid trots waarden vrede samen moed"),
] };

#[rustfmt::skip]
pub(super) const SWEDISH: List = List { tag: "sv", clitics: &[], entries: &[
    (Number, "miljon* miljard* tusen* hundra* tiotals två tre fyra fem sex sju åtta nio tio elva tolv tjugo trettio fyrtio femtio hälften tredjedel dubbelt"),
    (Unit, "procent* kronor euro dollar* ton kilometer mil meter liter hektar grader timmar dagar veckor månader snitt genomsnitt* index totalt antal antalet siffror poäng"),
    (Compare, "än mer fler mindre färre högre lägre större sämre bättre jämfört gånger snabbare över under nästan"),
    (Superlative, "mest flest minst störst* högst* lägst* rekord* första enda bästa sämsta någonsin senaste"),
    (Earlier, "sedan år året åren förra tidigare igår för_år årtionde* sekel fjol dåvarande"),
    (Date, "januari februari mars april maj juni juli augusti september oktober november december måndag* tisdag* onsdag* torsdag* fredag* lördag* söndag*"),
    (Institution, "regering* riksdag* parlament* domstol* departement* polis* försvar* bank* parti* universitet* sjukhus* företag* kommission* scb fn eu kommun* \
        region* myndighet* facket socialdemokraterna moderaterna sverigedemokraterna"),
    (Official, "president* statsminister* minister* borgmästar* riksdagsledam* domare* talesperson* generaldirektör* ordförande* åklagar* kung* expert* forskare*"),
    (Report, "säger sade sa enligt uppger hävdar påstår meddelar meddelade bekräftar förnekar varnar rapport* studie* undersökning* statistik* data visar skriver"),
    (Change, "ökat ökade ökar ökning* minskat minskade minskar minskning* stigit steg stiger sjunkit sjönk sjunker höjt höjde höjer sänkt sänkte sänker \
        fördubbl* förlorat förlorade vunnit tappat växt växer skapat"),
    (Deed, "röstat röstade undertecknade antagit beslutat beslutade avslog spenderat betalat betalade byggt byggde köpt sålt investerat dödat dödades dog dött gripits \
        dömts dömdes avskedat anställt förbjudit förbjöd fått fick stängt öppnat exporter* importer* finansier* avgick stulit infört avskaffat skickat kostat kostar"),
    (Quantifier, "alla allt varje ingen inga många majoritet* några få flera båda hela"), (Absolute, "aldrig alltid ingenting bara endast"),
    (Cause, "eftersom därför på_grund orsak* lett beror följd tack_vare"), (Hedge, "kanske troligen möjligen förmodligen verkar tycks påstådd*"),
    (Opinion, "tror tycker anser åsikt hoppas vill gillar känner övertygad"), (Evaluative, "bra god dålig* hemsk* fruktansvärd* fantastisk* skam katastrof* otrolig* vacker* viktig* \
        allvarlig* orättvis* löjlig* absurd* misslycka* framgång*"),
    (Future, "ska kommer_att imorgon nästa framtid* kommande planerar väntas"), (Conditional, "skulle kunde om kan vore"), (Asking, "vem vad när var hur varför vilken vilka"),
    (Command, "låt titta lyssna kom hjälp tänk"), (I, "jag mig min mitt mina"), (We, "vi oss vår vårt våra"), (You, "du dig din ni er"), (They, "han hon de dem deras hans hennes"),
    (Courtesy, "tack hej välkommen välkomna god_kväll god_morgon grattis ursäkta ja"), (Boiler, "prenumerera nyhetsbrev annons foto cookies dela läs_mer följ"),
    (Negation, "inte ej inget utan"), (Past, "var hade blev blivit gjorde ~ades"), (Perfect, "har"), (Present, "är finns"),
    (Topic, "skatt* jobb* arbetslös* ekonom* lön* budget* underskott skuld* inflation* bnp handel* hälsa vård* försäkring* pension* fattig* utbildning* skol* elev* \
        student* brott* våld* vapen* narkotika invandr* migra* flykting* asyl* gräns* krig* olja gas energi* klimat* utsläpp kärnkraft* vatten bostad* bostäder pris* \
        lag lagar lagen grundlag* val valet vaccin* virus pandemi* befolkning* kvinnor korruption skjutning*"),
    (Place, "sverige svensk* stockholm usa europa land länder världen kina ryssland ukraina norge danmark finland tyskland"), (Duty, "måste bör borde behöver"),
    (Stage, "fråga frågor svar svara debatt* prata minuter"), (Vague, "sak saker något problem* situation* sätt människor liv"),
    (Aim, "att"),
    (Now, "nu idag redan nuvarande"),
    (Truth, "sant falskt lögn* ljuger fakta faktum"),
    (Values, "frihet hopp dröm* gud tro enighet rättvisa värdighet stolt* värderingar fred tillsammans mod"),
] };
