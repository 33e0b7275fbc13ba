//! Words that say little about what a sentence claims.

use std::collections::{HashMap, HashSet};
use std::sync::LazyLock;

use crate::text::words::fold;

/// What a small word counts of its rarity, and what a vague one does.
pub(super) const SMALL: f32 = 0.5;
const VAGUE: f32 = 0.7;

/// Small words, and what people say all day.
#[rustfmt::skip]
const ENGLISH: &str = "\
    a an the and or but if of to in on at by for from with as is are was were be been being am do does did done doing \
    has have had having it its he him his she her hers they them their theirs we us our ours you your yours i me my \
    mine myself himself herself themselves itself ourselves yourself this that these those there here who whom whose \
    which what when where why how not no nor so than then too very can could will would shall should may might must \
    just also about into onto over after before up down out off more most some any all each own same such only both \
    few other another because while until during through between against without within upon per via yet still even \
    ever again once however though although unless whether rather quite cannot dont doesnt didnt isnt arent wasnt \
    werent hasnt havent hadnt wont wouldnt couldnt shouldnt cant aint im ive ill id youre youve youll youd hes shes \
    theyre theyve theyll theyd weve whats thats theres heres whos lets itll thatll re ve ll s t d m \
    say said says saying tell told tells telling talk talked talking talks speak know knew known knows think thought \
    thinks thinking believe mean means meant want wanted wants wanting like likes liked look looks looked looking see \
    saw seen sees seeing watch hear heard go goes going went gone come comes came coming get gets got getting gotten \
    give gives gave given giving take takes took taken taking make makes made making put puts let keep keeps kept \
    keeping try tried trying need needs needed use used using happen happened happening happens start started \
    starting stop begin began turn turned call called calling ask asked asking find found show shows shown showed \
    showing feel felt seem seems seemed leave left bring brought work worked working \
    thing things stuff something anything nothing everything someone anyone everyone somebody anybody everybody \
    nobody way ways lot lots kind sort bit part point fact case place side time times day days week weeks month \
    months year years today tomorrow yesterday tonight now never always often sometimes ago later soon already \
    currently recently lately long back away around together apart good bad great big little small huge new old right \
    wrong true real really actually absolutely totally completely much many pretty enough every first last next one \
    two three thousand people person guy guys folks country world well oh okay ok yeah yes please \
    thank thanks sorry hello hey hi wow lol omg gonna gotta wanna maybe perhaps probably certainly obviously frankly \
    honestly basically simply literally clearly exactly truly sure course able better best worse worst less least far \
    near high low rt amp breaking check video read click share retweet";

/// Words of many meanings and of none: quantities, praise and blame, what everybody does.
#[rustfmt::skip]
const ENGLISH_VAGUE: &str = "\
    since instead almost nearly quickly easily constantly finally suddenly immediately especially particularly \
    generally usually typically mostly mainly largely highly extremely incredibly tremendously deeply seriously \
    personally publicly openly proudly directly fully entirely partly merely hardly barely else otherwise \
    therefore thus hence moreover besides anyway somehow somewhat somewhere anywhere everywhere nowhere forever \
    forward ahead along across among beyond toward towards despite except unlike behind below above inside outside \
    twice half hundred hundreds thousands dozen dozens million millions billion billions trillion trillions number \
    numbers amount total average dollar dollars biggest bigger largest larger greatest greater highest higher \
    lowest lower smaller smallest strongest stronger longest longer latest earlier earliest early older oldest \
    younger youngest easy easier hard harder difficult tough simple clear certain possible impossible likely \
    unlikely ready available different similar special important main major whole entire full strong weak nice \
    beautiful wonderful amazing incredible terrible horrible awful disastrous tremendous fantastic perfect massive \
    profound serious horrific ridiculous stupid crazy insane absurd sad happy glad proud ashamed afraid angry \
    tired fine cool lovely dear various several numerous specific general common current recent previous former \
    final present future past support supports supported supporting help helps helped helping create creates \
    created creating understand understood deal dealing continue continues continued continuing decide decided \
    promise promised remember remembered forget forgot learn learned imagine wonder hope hoping wish love loved \
    hate care worry explain explained mention mentioned discuss discussed describe described answer answered reply \
    respond agree agreed disagree accept admit allow allowed allows provide provides provided providing offer \
    offered include includes included including involve involved contain contains consist follow followed \
    following lead run running ran move moved set stand standing stood sit sitting stay stayed remain remains wait \
    waiting return become becomes became appear appears appeared exist exists matter matters fix solve handle face \
    facing reach add added hold holding held carry turn pick picked choose send sent grow break broke cause caused \
    fail failed join joined meet met live living play played prove proved listen problem problems issue issues \
    question questions reason reasons result results example examples idea ideas situation chance choice decision \
    effort efforts end beginning middle moment minute minutes hour hours second period decade decades date word \
    words name names list form level order piece item type difference group groups member members friend friends \
    life lives room top front hand hands head eye eyes mind step track terms basis sense";

/// Small words of other languages, by their code.
#[rustfmt::skip]
const OTHERS: [(&str, &str); 12] = [
    ("de", "der die das den dem des ein eine einen einem einer eines und oder aber dass ist sind war waren wird werden \
        wurde hat haben hatte ich du er sie es wir ihr ihn ihm ihnen sich mein sein seine ihre unser nicht kein keine \
        nur auch noch schon so wie als wenn weil in im an am auf aus bei mit nach von vom zu zum zur fur uber unter um \
        durch gegen ohne vor bis was wer wo man dann da hier sehr mehr alle alles sagt sagte sagen kann konnen muss \
        soll will gibt macht machen geht jahr jahre heute jetzt menschen neue neuen"),
    ("fr", "le la les un une des du de et ou mais que qui quoi dont est sont etait etaient sera ete etre a ont avait je \
        tu il elle on nous vous ils elles se me te lui leur leurs son sa ses mon ma mes notre votre ce cet cette ces \
        ne pas plus dans en au aux par pour sur sous avec sans chez vers entre contre y si comme quand tres tout tous \
        toute toutes bien aussi encore deja fait faire dit dire peut va ans annee aujourd hui gens"),
    ("es", "el la los las un una unos unas de del y o pero que quien cual es son era eran fue fueron sera ser ha han \
        habia yo tu ella nosotros ustedes ellos ellas se me te le les lo su sus mi mis nuestro este esta estos estas \
        ese esa esto eso no mas en al a por para con sin sobre entre contra desde hasta si como cuando muy todo todos \
        toda todas tambien ya hay hacer hace dice dijo decir puede va ano anos hoy gente"),
    ("it", "il lo la i gli le un uno una di del della dei delle dello degli e o ma che chi cui e sono era erano stato \
        stata ha hanno aveva io tu lui lei noi voi loro si mi ti ci vi ne suo sua suoi sue mio questo questa questi \
        quello quella non piu in nel nella a al alla ai alle da dal dalla per con senza su sul sulla tra fra contro se \
        come quando molto tutto tutti tutte anche gia fare fa dice detto puo va anno anni oggi"),
    ("pt", "o a os as um uma uns umas de do da dos das e ou mas que quem e sao era eram foi foram sera ser tem tinha ha \
        eu tu ele ela nos voces eles elas se me te lhe seu sua seus suas meu minha este esta isso isto esse essa nao \
        mais em no na nos nas ao aos por para com sem sobre entre contra desde ate se como quando muito tudo todos \
        toda todas tambem ja fazer faz diz disse dizer pode vai ano anos hoje gente"),
    ("nl", "de het een en of maar dat die dit deze is zijn was waren wordt werden werd heeft hebben had ik je jij hij ze \
        zij we wij jullie hun hen zich mijn zijn haar ons niet geen ook nog al in op aan bij met van voor naar uit \
        over onder door tegen zonder tot om te er hier daar wat wie waar als dan zo zeer veel meer alle alles zegt zei \
        kan moet wil gaat doen jaar vandaag mensen"),
    ("sv", "en ett den det de och eller men att som ar var vara blir blev har hade jag du han hon vi ni sig min din sin \
        inte i pa av for till fran med utan om under over vid mot nar hur vad vem dar har mycket mer alla allt ocksa \
        sager sade kan ska vill gar gor ar idag"),
    ("ru", "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от \
        меня еще нет о из ему теперь когда даже ну если уже или ни быть был него до вас нибудь вам ведь там потом себя \
        ничего ей может они тут где есть надо ней для мы тебя их чем была сам без будто чего раз тоже себе под будет \
        кто этот того потому этого какои им этом мои свои это при об"),
    ("tr", "ve veya ama bir bu su o da de ki mi icin ile gibi kadar cok daha en her ne var yok ben sen biz siz onlar \
        olarak olan oldu olduğu değil hem ya ise diye sonra once dedi"),
    ("pl", "i w we na z ze do o od po za przez dla nie to jest sa byl byla bylo byly bedzie ze ktory ktora ktore jak co \
        kto czy ale lub oraz ja ty on ona my wy oni sie go jej ich jego ten ta te tak juz tylko takze bardzo moze rok \
        lat dzis"),
    ("ar", "في من علی الی عن مع هذا هذه ذلک التی الذی ان کان کانت قد لا ما لم لن هو هی هم نحن انا کل بعد قبل بین عند او \
        ثم حتی اذا کما قال وقال ولا وفی ومن"),
    ("ur", "کا کی کے کو میں سے پر نے ہے ہیں تھا تھی تھے اور یا کہ یہ وہ اس ان جو نہیں بھی تو ہی کر کیا گیا ہو ایک اپنے لیے \
        ساتھ بعد تک اب"),
];

static LISTS: LazyLock<HashMap<&str, HashSet<String>>> = LazyLock::new(|| {
    let lists = OTHERS.iter().copied().chain([("en", ENGLISH)]);
    lists.map(|(lang, words)| (lang, words.split_whitespace().map(fold).collect())).collect()
});
static VAGUE_ONES: LazyLock<HashSet<&str>> = LazyLock::new(|| ENGLISH_VAGUE.split_whitespace().collect());

/// Whether a folded word is a small one of its language.
pub(super) fn is_small(folded: &str, lang: &str) -> bool {
    LISTS.get(lang).is_some_and(|it| it.contains(folded))
}

/// How much of its rarity a folded word counts, from 0 to 1.
pub(super) fn counts(folded: &str, lang: &str) -> f32 {
    if is_small(folded, lang) {
        SMALL
    } else if lang == "en" && VAGUE_ONES.contains(folded) {
        VAGUE
    } else {
        1.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_word_is_small_in_its_own_language() {
        for (word, lang, expected) in [
            ("the", "en", SMALL),
            ("women", "en", 1.0),
            ("hundred", "en", VAGUE),
            ("die", "de", SMALL),
            ("die", "en", 1.0),
            ("еи", "ru", SMALL),
        ] {
            assert!((counts(word, lang) - expected).abs() < f32::EPSILON, "{word}");
        }
    }
}
