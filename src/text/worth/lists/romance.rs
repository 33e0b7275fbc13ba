//! Spanish, French, Italian, Portuguese.

use super::List;
use super::Signal::*;

#[rustfmt::skip]
pub(super) const SPANISH: List = List { tag: "es", clitics: &[], entries: &[
    (Number, "millón millones mil miles cientos ciento docena* dos tres cuatro cinco seis siete ocho nueve diez once doce veinte \
        treinta cuarenta cincuenta cien mitad tercio* doble triple"),
    (Unit, "por_ciento porcentaje* dólar* euro euros peso pesos tonelada* kilómetro* metros litros hectárea* barril* grados horas \
        días semanas meses tasa* promedio media índice total número cifra cifras puntos"),
    (Compare, "más menos mayor menor mayores menores peor mejor que_en comparación comparad* frente_a superior* inferior* supera* \
        igual respecto veces"),
    (Superlative, "máximo mínimo récord primer primera primero primeros último nunca_antes histórico histórica jamás único única"),
    (Earlier, "hace año años pasado pasada anterior* antes desde ayer década* siglo durante entonces previo"),
    (Date, "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes martes miércoles jueves \
        viernes sábado domingo"),
    (Institution, "gobierno* congreso senado parlamento tribunal* corte ministerio* policía* ejército banco* partido* universidad* \
        hospital* empresa* comisión instituto* ayuntamiento* onu ue unión_europea fiscalía* sindicato* administración agencia*"),
    (Official, "president* ministr* gobernador* senador* diputad* alcald* juez jueza secretari* director* portavoz fiscal \
        embajador* rey reina papa expert* científic*"),
    (Report, "dijo dice dicen según afirm* aseguró asegura declaró anunció anuncia informó señaló indicó explicó denunció admitió \
        negó confirmó reveló advirtió acusó encuesta* estudio* informe* datos estadística*"),
    (Change, "aument* creci* crece* sub* baj* caí* cay* cae redu* disminu* increment* dupli* tripli* perd* gan* recort* recup* descend*"),
    (Deed, "aprob* firm* vot* vet* gast* pag* constru* compr* vendi* invirti* mat* muri* murieron detuv* detenid* arrest* conden* \
        despid* despidi* contrat* prohib* impus* recib* elimin* cerró cerraron abrió export* import* financi* otorg* robó robaron \
        nombr* destituy* renunci* ~aron"),
    (Quantifier, "todos todas todo cada ningún ninguna ninguno muchos muchas mayoría algunos algunas pocos pocas varios ambos entero"),
    (Absolute, "nunca siempre nadie nada jamás solo sólo único"),
    (Cause, "porque debido causa* provoc* culpa* gracias_a consecuencia* por_eso resultado*"),
    (Hedge, "quizá quizás tal_vez posiblemente probablemente parece parecen aparentemente supuest* presunt* acaso"),
    (Opinion, "creo creemos pienso pensamos opino opinión siento espero esperamos quiero queremos me_gusta estoy_seguro considero deseo ojalá"),
    (Evaluative, "buen* bueno* malo* mala* terrible* horrible* maravillos* excelente* vergüenza vergonzos* desastr* increíble* \
        hermos* importante* grave* injust* just* ridícul* absurd* tremend* fracaso éxito"),
    (Future, "será serán habrá tendrá* van_a va_a vamos_a mañana próximo próxima futuro futura ~aremos ~eremos ~iremos ~arán ~erán ~irán"),
    (Conditional, "podría* sería* habría* tendría* si aunque puede pueden"),
    (Asking, "quién qué cuándo dónde cómo cuál por_qué cuánto cuántos"),
    (Command, "vamos miren mire imaginen recuerden dejen escuchen hagan"),
    (I, "yo me mi mis mí conmigo"), (We, "nosotros nosotras nuestro nuestra nuestros nuestras nos"),
    (You, "usted ustedes tú te tu tus vosotros su_señoría"), (They, "él ella ellos ellas"),
    (Courtesy, "gracias hola bienvenid* buenas_noches buenos_días buenas_tardes señoras señores felicidades saludos perdón sí"),
    (Boiler, "suscríb* suscrib* boletín publicidad foto fotografía cookies compartir leer_más síguenos derechos_reservados"),
    (Negation, "no ni tampoco sin"), (Past, "fue fueron era eran había habían hizo hicieron estuvo tuvo tuvieron ~aron ~ieron"),
    (Perfect, "ha han hemos he"), (Present, "es son está están hay"),
    (Topic, "impuesto* empleo* desempleo paro economía econ* salario* presupuesto* déficit deuda* inflación pib comercio arancel* \
        salud sanidad seguro* pensión pensiones pobreza educación escuela* estudiante* crimen* delito* violencia arma* droga* inmigra* \
        migra* frontera* guerra* petróleo gas energía clima* emision* agua vivienda* precio* ley leyes constitución elección elecciones \
        vacuna* virus pandemia muert* población trabajador* mujeres corrupción"),
    (Place, "españa méxico argentina colombia chile perú venezuela cuba estados_unidos eeuu europa país países mundo nación estado ciudad*"),
    (Duty, "debe deben debemos debería* hay_que tenemos_que tiene_que necesit* es_necesario"),
    (Stage, "pregunta* respuesta* responder debate* tema hablar hablando decir minuto*"),
    (Vague, "cosa cosas algo problema* situación manera forma gente vida"),
    (Now, "ahora hoy actualmente ya"),
    (Truth, "verdad falso falsa mentira* mintió miente hecho hechos"),
    (Values, "libertad esperanza sueño* futuro dios fe unidad justicia dignidad orgullo valores paz juntos"),
] };

#[rustfmt::skip]
pub(super) const FRENCH: List = List { tag: "fr", clitics: &[], entries: &[
    (Number, "million millions milliard* mille cent cents centaine* millier* dizaine* deux trois quatre cinq six sept huit neuf dix onze \
        douze vingt trente quarante cinquante soixante moitié tiers quart double triple"),
    (Unit, "pour_cent pourcent* euro euros dollar* tonne* kilomètre* mètres litre* hectare* baril* degrés heures jours semaines mois taux \
        moyenne indice total nombre chiffre* points"),
    (Compare, "plus moins supérieur* inférieur* pire meilleur* que_en comparé* rapport_à comparaison autant fois davantage dépass*"),
    (Superlative, "record premier première premiers plus_grand maximum minimum jamais historique seul seule unique"),
    (Earlier, "depuis année années 'année 'an an ans dernier dernière derniers passé passée précédent* avant hier décennie* siècle* auparavant"),
    (Date, "janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi mercredi jeudi vendredi samedi dimanche"),
    (Institution, "gouvernement* assemblée sénat parlement tribun* cour ministère* police armée banque* parti université* hôpital hôpitaux \
        entreprise* commission insee onu ue union_européenne syndicat* mairie* administration agence* conseil état"),
    (Official, "président* ministre* gouverneur* sénateur* sénatrice* député* maire* juge* secrétaire* directeur* directrice* porte_parole \
        procureur* ambassadeur* roi reine pape expert* chercheur*"),
    (Report, "dit selon affirm* déclar* annonc* assur* indiqu* expliqu* dénonc* admis nié confirm* révél* averti* accus* sondage* étude* \
        rapport rapports données statistique* estim* d_après"),
    (Change, "augment* hausse* baiss* chut* recul* progress* crû rédui* réduct* diminu* doubl* tripl* perdu* gagn* grimp* supprim* créé* croissance"),
    (Deed, "voté* vote signé* adopté* approuv* rejeté* dépens* payé* construi* acheté* vendu* investi* tué* mort* décédé* arrêté* condamn* \
        licenci* embauch* interdi* impos* reçu* fermé* ouvert* export* import* financ* accord* nommé* démissionn* volé* lancé* envoyé*"),
    (Quantifier, "tous toutes tout chaque aucun aucune beaucoup plupart majorité quelques plusieurs peu entier entière"),
    (Absolute, "jamais toujours personne rien seulement uniquement"),
    (Cause, "parce car cause* caus* provoqu* grâce_à conséquence* raison résultat* en_raison"),
    (Hedge, "peut_être probablement sans_doute semble semblent apparemment sembl* présumé*"),
    (Opinion, "je_pense je_crois pense crois croire opinion avis espère souhaite voudrais aime sens sûr convaincu* regrette"),
    (Evaluative, "bon bonne bien mauvais* terrible* horrible* magnifique* excellent* honte honteux honteuse désastr* incroyable* beau belle \
        important* grave* injuste* juste ridicule* absurde* formidable* échec succès scandaleu*"),
    (Future, "sera seront aura auront allons va_être vont va demain prochain prochaine avenir futur fera feront devra devront pourra ~erons"),
    (Conditional, "pourrait pourraient serait seraient aurait auraient si faudrait devrait devraient peut peuvent"),
    (Asking, "qui quoi quand où comment pourquoi quel quelle combien est_ce"),
    (Command, "regardez écoutez imaginez rappelez laissez venez allez"),
    (I, "je j moi me m mon ma mes 'ai"), (We, "nous notre nos on"), (You, "vous votre vos tu toi te ton"),
    (They, "il elle ils elles lui leur leurs son sa ses"),
    (Courtesy, "merci bonjour bonsoir bienvenue mesdames messieurs félicitations cordialement pardon oui salut"),
    (Boiler, "abonn* newsletter publicité photo crédit cookies partager lire_aussi suivez droits_réservés afp_photo"),
    (Negation, "ne n pas ni non sans"), (Past, "était étaient avait avaient fut furent eu été"), (Perfect, "a ont avons ai"),
    (Present, "est sont c suis sommes"),
    (Topic, "impôt* taxe* emploi* chômage économi* salaire* budget* déficit* dette* inflation pib commerce tarif* santé assurance* retraite* \
        pauvreté éducation école* étudiant* élève* crime* délinquance violence* arme* drogue* immigr* migrant* réfugié* frontière* guerre* \
        pétrole gaz énergie climat* émission* nucléaire eau logement* prix loi lois constitution élection* vaccin* virus covid pandémie \
        population travailleur* femmes corruption réforme*"),
    (Place, "france français* paris états_unis américain* europe européen* allemagne allemand* pays monde chine russie ukraine algérie maroc ville*"),
    (Duty, "doit doivent devons il_faut faut devrait devraient nécessaire"),
    (Stage, "question* réponse* répondre débat* sujet parler parle minute*"),
    (Vague, "chose* quelque problème* situation façon manière gens vie"),
    (Now, "maintenant aujourd actuellement déjà"),
    (Truth, "vrai faux fausse mensonge* menti fait faits vérité"),
    (Values, "liberté espoir rêve* dieu foi unité justice dignité fierté valeurs paix ensemble courage"),
] };

#[rustfmt::skip]
pub(super) const ITALIAN: List = List { tag: "it", clitics: &[], entries: &[
    (Number, "milione milioni miliard* mille mila cento centinaia migliaia decine due tre quattro cinque sei sette otto nove dieci venti trenta \
        quaranta cinquanta metà terzo doppio triplo"),
    (Unit, "per_cento percentuale euro dollar* tonnellat* chilometr* metri litri ettari gradi ore giorni settimane mesi tasso media indice totale numero punti"),
    (Compare, "più meno maggior* minor* peggior* miglior* rispetto confronto superiore inferiore supera* volte"),
    (Superlative, "record primo prima_volta massimo minimo storico unico unica ultimo"),
    (Earlier, "fa anno anni scorso scorsa precedent* prima dal ieri decenni* secolo passato"),
    (Date, "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre lunedì martedì mercoledì giovedì venerdì sabato domenica"),
    (Institution, "governo parlamento senato camera tribunale corte ministero polizia carabinieri esercito banca banche partit* università ospedal* \
        aziend* impres* commissione istat inps onu ue unione_europea sindacat* comune regione procura"),
    (Official, "president* ministr* governator* senator* deputat* sindac* giudic* segretari* direttor* portavoce procurator* ambasciator* re papa espert*"),
    (Report, "ha_detto disse dice secondo afferm* dichiar* annunci* assicur* ammess* negato conferm* rivelat* avvert* accus* sondaggi* studio \
        rapporto dati statistic* ricerca"),
    (Change, "aument* cresc* cresciut* sal* scend* sces* cal* ridott* ridu* diminu* raddoppi* tripl* pers* perdut* guadagn* tagli* croll*"),
    (Deed, "approv* firmat* votat* speso spes* pagat* costruit* comprat* vendut* investit* uccis* mort* arrestat* condannat* licenziat* assunt* \
        vietat* ricevut* chius* apert* esport* import* finanzi* nominat* dimess* rubat* eliminat* introdott*"),
    (Quantifier, "tutti tutte tutto ogni nessun* molti molte maggioranza alcuni alcune pochi poche diversi entrambi"),
    (Absolute, "mai sempre nessuno niente nulla solo soltanto"), (Cause, "perché causa* provocat* grazie_a colpa conseguenz* dovut*"),
    (Hedge, "forse probabilmente sembra sembrano presunt* magari apparentemente"),
    (Opinion, "credo crediamo penso pensiamo ritengo opinione parere spero speriamo voglio vogliamo vorrei piace convint* sento"),
    (Evaluative, "buon* bell* brutt* cattiv* terribil* orribil* meraviglios* eccellent* vergogn* disastr* incredibil* important* grave gravi \
        ingiust* giust* ridicol* assurd* straordinari* fallimento successo"),
    (Future, "sarà saranno avrà avranno domani prossim* futuro faremo ~eremo ~iremo ~eranno ~iranno"),
    (Conditional, "potrebbe potrebbero sarebbe sarebbero avrebbe dovrebbe dovrebbero se può possono"),
    (Asking, "chi cosa quando dove come quale quanto quanti"), (Command, "guardate ascoltate immaginate ricordate lasciate andiamo"),
    (I, "io mi mio mia miei me"), (We, "noi ci nostro nostra nostri nostre"), (You, "voi lei vi vostro vostra tu ti tuo"), (They, "lui loro egli essi"),
    (Courtesy, "grazie buongiorno buonasera benvenut* signore signori ciao saluti scusi sì"),
    (Boiler, "iscriviti abbonati newsletter pubblicità foto cookie condividi leggi_anche seguici riservati"),
    (Negation, "non né senza"), (Past, "era erano fu furono aveva avevano stato stati stata ~arono ~irono"), (Perfect, "ha hanno abbiamo ho"), (Present, "è sono c"),
    (Topic, "tass* impost* lavoro disoccupazione occupazion* econom* stipendi* salari* bilancio deficit debito inflazione pil commercio dazi salute \
        sanità assicurazion* pension* povertà istruzione scuol* studenti crimin* violenza armi droga immigra* migranti rifugiati confin* guerra petrolio \
        gas energia clima* emission* nucleare acqua cas* prezz* legge leggi costituzione elezion* vaccin* virus pandemia popolazione lavoratori donne corruzione"),
    (Place, "italia italian* roma stati_uniti europ* paese paesi mondo cina russia ucraina germania francia città"),
    (Duty, "deve devono dobbiamo dovrebbe bisogna occorre necessari*"), (Stage, "domand* risposta rispondere dibattito parlare parlando minut*"),
    (Vague, "cosa cose qualcosa problem* situazione modo gente vita"), (Now, "adesso oggi attualmente già ora"),
    (Truth, "vero falso falsa bugia bugie fatto fatti verità"),
    (Values, "libertà speranza sogn* dio fede unità giustizia dignità orgoglio valori pace insieme coraggio"),
] };

#[rustfmt::skip]
pub(super) const PORTUGUESE: List = List { tag: "pt", clitics: &[], entries: &[
    (Number, "milhão milhões bilhão bilhões bilião mil cem cento centenas milhares dezenas dois duas três quatro cinco seis sete oito nove dez vinte \
        trinta quarenta cinquenta metade terço dobro triplo"),
    (Unit, "por_cento percentual porcentagem percentagem euro euros dólar* reais real tonelada* quilômetro* quilómetro* metros litros hectare* graus \
        horas dias semanas meses taxa* média índice total número pontos"),
    (Compare, "mais menos maior maiores menor menores pior melhor comparad* comparação relação_a superior* inferior* supera* vezes do_que"),
    (Superlative, "recorde primeiro primeira máximo mínimo histórico histórica único única último"),
    (Earlier, "há atrás ano anos passado passada anterior* antes desde ontem década* século durante"),
    (Date, "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro segunda_feira terça_feira sexta_feira sábado domingo"),
    (Institution, "governo* congresso senado câmara parlamento tribunal supremo stf ministério* polícia exército banco* partido* universidade* hospita* \
        empresa* comissão ibge ine onu ue união_europeia sindicato* prefeitura* agência* instituto*"),
    (Official, "president* ministr* governador* senador* deputad* prefeit* juiz juíza secretári* diretor* porta_voz procurador* embaixador* rei papa especialist*"),
    (Report, "disse diz segundo afirm* declarou anunciou informou garantiu explicou denunciou admitiu negou confirmou revelou alertou acusou pesquisa* \
        estudo* relatório* dados estatístic*"),
    (Change, "aument* cresc* subi* sobe caiu caíram cai queda* reduz* redu* diminu* dobr* duplic* triplic* perd* ganh* cort* recuper*"),
    (Deed, "aprov* assin* votou votaram gast* pag* constru* compr* vend* investi* matou morreu morreram mortos pres* prend* conden* demiti* contrat* \
        proib* receb* fech* abriu export* import* financi* nome* renunci* roub* elimin* criou ~aram"),
    (Quantifier, "todos todas todo toda cada nenhum nenhuma muitos muitas maioria alguns algumas poucos poucas vários ambos"),
    (Absolute, "nunca sempre ninguém nada jamais só somente apenas"), (Cause, "porque devido causa* provoc* graças_a culpa consequência* por_isso"),
    (Hedge, "talvez provavelmente possivelmente parece parecem supost* aparentemente"),
    (Opinion, "acho acredito acreditamos penso opinião espero quero queremos gosto sinto considero certeza"),
    (Evaluative, "bom boa bons boas mau má ruim terríve* horríve* maravilhos* excelente* vergonha desastr* incríve* bonit* importante* grave* injust* just* \
        ridícul* absurd* fracasso sucesso"),
    (Future, "será serão haverá terá terão vai vamos vão amanhã próximo próxima futuro ~aremos ~eremos ~arão"),
    (Conditional, "poderia* seria* teria* haveria se pode podem"), (Asking, "quem que quando onde como qual quanto quantos por_que"),
    (Command, "vamos vejam imaginem lembrem deixem ouçam"), (I, "eu meu minha meus mim me"), (We, "nós nosso nossa nossos nossas nos"),
    (You, "você vocês senhor senhora tu te"), (They, "ele ela eles elas seu sua"),
    (Courtesy, "obrigad* olá bom_dia boa_noite boa_tarde bem_vind* senhoras senhores parabéns desculpe sim"),
    (Boiler, "assine inscreva newsletter publicidade foto crédito cookies compartilhe leia_mais siga direitos_reservados"),
    (Negation, "não nem sem"), (Past, "foi foram era eram tinha tinham havia fez fizeram ~aram ~eram"), (Perfect, "tem têm temos"), (Present, "é são está estão"),
    (Topic, "imposto* emprego* desemprego econom* salário* orçamento* déficit défice dívida* inflação pib comércio tarifa* saúde seguro* pensão pensões \
        aposentador* pobreza educação escola* estudante* crime* violência arma* droga* imigra* migrante* fronteira* guerra* petróleo gás energia clima* \
        desmatamento emissões água habitação preço* lei leis constituição eleição eleições vacina* vírus pandemia população trabalhador* mulheres corrupção"),
    (Place, "brasil brasileir* portugal portugues* estados_unidos europa país países mundo china rússia ucrânia cidade* estado*"),
    (Duty, "deve devem devemos deveria* precisa* temos_que tem_que necessário"), (Stage, "pergunta* resposta* responder debate* falar falando minuto*"),
    (Vague, "coisa* algo problema* situação maneira forma gente vida"), (Now, "agora hoje atualmente já"),
    (Truth, "verdade falso falsa mentira* mentiu fato fatos facto factos"),
    (Values, "liberdade esperança sonho* deus fé unidade justiça dignidade orgulho valores paz juntos"),
] };
