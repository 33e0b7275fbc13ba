//! English.

use super::List;
use super::Signal::*;

#[rustfmt::skip]
pub(super) const ENGLISH: List = List { tag: "en", clitics: &[], entries: &[
    (Number, "=hundred =hundreds million* billion* trillion* thousand* dozen* two three four five six seven eight nine ten eleven \
        twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy \
        eighty ninety half third* quarter* double triple twice tenfold"),
    (Unit, "percent percentage* per_cent dollar* cent cents euro euros pound pounds yen rupee* ton tons tonne* mile miles \
        kilometre* kilometer* acre* barrel* gallon* litre* kilo* megawatt* gigawatt* degree degrees hour hours day days \
        week weeks month months per points rate rates ratio average total number numbers amount"),
    (Compare, "than compared more less fewer higher lower bigger smaller larger worse better faster slower older younger \
        increase* decrease* times above below =exceed =exceeds =exceeded outpac* behind ahead_of equal same as_many_as as_much_as \
        up_from down_from up_to over_the rather_than additional nearly almost under least_half"),
    (Superlative, "most least largest biggest highest lowest smallest worst fastest slowest oldest youngest longest poorest \
        richest wealthiest safest record ever first last_in top number_one leading only history in_history all_time \
        anywhere unprecedented single"),
    (Earlier, "ago since last_year last_years last_month last_week last_night last_decade previous previously yesterday \
        decade decades year years earlier formerly former once before past recent recently back_in during began already \
        used_to the_last over_the_last over_the_past for_years century anniversary time_when until prior"),
    (Date, "january february march april june july august september october november december monday tuesday wednesday \
        thursday friday saturday sunday spring_of summer_of fall_of early_in late_in"),
    (Institution, "government administration congress senate house parliament assembly legislature court courts supreme \
        department ministry agency agencies commission committee council bureau police army navy military pentagon fbi cia \
        irs epa nato un united_nations eu european_union bank banks federal_reserve university universities college \
        colleges hospital hospitals company companies corporation* business businesses industry union unions party \
        democrats republicans labour conservatives democrat republican democratic white_house wall_street media press \
        network newspaper* foundation association institute office school schools"),
    (Official, "president presidents vice_president governor governors senator senators congressman congresswoman \
        congressmen minister ministers prime_minister secretary mayor* chancellor ambassador* judge* justice* attorney \
        general director* chairman chairwoman chair commissioner* spokesman spokeswoman spokesperson official officials \
        chief sheriff officer* king queen prince pope leader lawmaker* legislator* prosecutor* inspector auditor* \
        economist* scientist* expert* researcher*"),
    (Report, "said says saying told tells according announced announces reported reports report stated states_that claims \
        claimed claim wants believes thinks admitted admits denied denies confirmed warned warns argued argues accused accuses testified \
        revealed reveals found showed shows show study studies survey* poll polls data statistic* analysis estimate* \
        record_shows quoted wrote promised pledged called acknowledged"),
    (Change, "rose rise rises risen rising fell fallen falling drop dropped drops declined decline cut cuts cutting slashed \
        raise raised raises raising grew grown growing growth increase* increasing decrease* reduce reduced reduces \
        reduction* reducing double doubled doubling tripled quadrupled halved lost lose losing gained gain gains created \
        create creating added add adds expand expanded expanding expansion eliminate eliminated shrank shrunk soared \
        plunged surged climbed went_up went_down gone_up gone_down going_up going_down go_up come_down came_down came_up \
        took_off drove driven exploded skyrocket* jumped ran_up run_up save saved saving savings doubl* improved recovered"),
    (Deed, "voted vote votes voting signed sign passed vetoed veto vetoed opposed oppose opposes supported supports support \
        sponsored introduced proposed proposes proposal* enacted repealed approved rejected against fought blocked filibustered appointed \
        nominated elected fired hired built build spent spend spends spending paid pay pays paying funded fund funding \
        funds bought sold invested invests borrowed owe owes owed received receive received gave given gives took taken \
        takes killed kill died die dies murdered shot bombed attacked invaded arrested convicted indicted sentenced \
        jailed deported released sued ruled banned ban legalized outlawed imposed negotiated withdrew sent sends deployed \
        launched tested closed opened shut_down moved left made founded established implemented completed awarded won win \
        ran_for served serve attended graduated earned earn earns consume* consuming produce* import imported imports \
        export exported exports employ* covered covers cover cost costs costing lied apologized resigned endorsed donated \
        outsourc* subsidi* refused failed took_place happened broke violated leaked deleted destroyed stole hacked \
        contribut* got brought put provided provides requires required allows allowed gets became authorized ended \
        started ~ized"),
    (Quantifier, "all every each none majority most_of half_of both any many several some few millions_of thousands_of \
        hundreds_of everybody everyone nobody no_one whole entire across total totally per_capita hundreds \
        two_thirds three_quarters one_of one_in out_of out"),
    (Absolute, "never always not_one nothing no_other every_single only zero completely not_a_single anyone impossible"),
    (Cause, "because caused causes cause due_to result results resulted led leads leading_to thanks_to as_a_result responsible \
        blame therefore consequence* due contributed helped means effect reason"),
    (Hedge, "=indeed maybe perhaps probably possibly seem seems seemed apparently might guess suppose kind_of sort_of somewhat \
        likely hopefully frankly basically sure certainly really of_course"),
    (Opinion, "think thought believe believes belief feel feels opinion view views hope hoping hopes wish want love \
        like_to proud agree disagree wonder respect admire care know understand mean convinced confident glad happy sorry \
        honored excited grateful worried concerned pleased appreciate trust personally judgment disagree my_view \
        remember pray"),
    (Evaluative, "good great greatest wonderful terrible horrible disgraceful disgrace disaster* beautiful amazing awful \
        fantastic incredible incredibl* tremendous* outrageous ridiculous shameful important importantly critical crucial \
        essential vital strong stronger strength weak bad right fair unfair smart stupid dumb crazy brave courageous \
        tough hard difficult easy best better nice fine decent noble special exciting excellent remarkable bold tragic sad \
        dangerous serious simple clear real big huge failure success successful worth key proper reasonable \
        appropriate honest dishonest corrupt immoral moral pathetic sick love evil horrific heartbreaking inspiring"),
    (Future, "will 'll shall going_to gonna won tomorrow next_year next_week next_month soon upcoming \
        forecast* projected expected predict* projection* plan_to plans_to intend* would_be about_to"),
    (Conditional, "would could should might if unless whether may can_be 'd can cannot"),
    (Asking, "who what when where why how which whose do_you did_you are_you would_you can_you have_you is_it isn aren"),
    (Command, "=proceed =feed let please look listen imagine join wait remember consider make_no go ask tell give take help stop \
        keep come bring stand get think_about vote_for excuse"),
    (I, "i me my mine myself 'm"),
    (We, "we us our ours ourselves"),
    (You, "you your yours yourself yourselves folks"),
    (They, "he she they him her them his hers their theirs himself herself themselves opponent opponents"),
    (Courtesy, "thank thanks hello welcome good_evening good_morning good_afternoon good_night good_bye goodbye please \
        congratulations ladies gentlemen god_bless bless dear madam sir ok okay yes yeah no_problem well excuse_me \
        applause laughter crosstalk inaudible happy_birthday distinguished fellow honor honored sincerely regards oh hi"),
    (Boiler, "subscribe newsletter advertisement advertisements cookie cookies copyright photo photograph photographer \
        credit getty reuters_photo read_more click share_this sign_up follow_us all_rights_reserved contributed_to_this \
        editing_by reporting_by image caption file_photo related_articles follow_me comments updated_at published_on"),
    (Negation, "not 't no nor neither without never cannot none don didn doesn isn wasn aren weren hasn haven hadn"),
    (Past, "used died owed ran was were had did been wasn weren hadn didn came went ~ed"),
    (Perfect, "has have 've hasn haven has_been have_been had_been"),
    (Present, "is are 's 're am be being isn aren"),
    (Possession, "owns own owned belong* include includes included including consist* contain* contains live lives lived \
        work works worked working receive* exist* remain remains pays gets"),
    (Topic, "tax taxes taxed taxpayer* job jobs unemployment employment unemployed economy economic wage wages salary \
        income budget* deficit* debt spending revenue* inflation trade tariff* trade_deal agreement treaty treaties health \
        healthcare health_care insurance uninsured insured medicare medicaid social_security pension* welfare poverty \
        poor education student* teacher* tuition loan loans crime crimes murder* violence gun guns drug drugs opioid* \
        prison* immigra* refugee* border borders illegal* undocumented war wars troop* soldier* nuclear weapon* missile* \
        terror* isis veteran* reform* initiative* district* reading oil gas coal energy climate emission* carbon pollution water air housing homeless* mortgage* rent \
        price* bill bills law laws legislation act amendment regulation* program programs plan constitution* election* \
        ballot* campaign* abortion* vaccin* virus covid* pandemic cancer disease* death deaths infrastructure road roads \
        bridge* highway* farm* factory factories manufactur* steel worker workers women population \
        minimum_wage middle_class premium* prescription* medicine aid contract* sanction* production revenue stock* \
        market markets investment* license* legislation household*"),
    (Place, "america american americans us u_s usa united_states country countries nation nations state states world city \
        cities county nationwide worldwide global europe european africa african asia china chinese russia russian* iran \
        iranian* iraq iraqi* syria* mexico mexican* canada canadian* britain british england uk france french germany \
        german* india indian* pakistan* israel* palestin* japan* korea* ukrain* afghan* saudi* libya* cuba* vietnam* \
        turkey turkish brazil* australia* soviet* washington california texas florida ohio new_york michigan iowa \
        illinois virginia pennsylvania"),
    (Duty, "should must ought =need =needs needed have_to has_to got_to deserve* required_to supposed_to cannot_afford \
        can_'t_afford let_us it_'s_time it_is_time time_to"),
    (Stage, "question questions answer answers respond response debate debates tonight minute minutes moderator rebuttal \
        follow_up subject topic discuss discussion talk talking talked speak speaking conversation ask asking asked \
        audience segment break commercial say comment point mention hear listen interrupt sorry"),
    (Vague, "thing things something anything everything way ways kind issue issues problem problems situation stuff matter \
        difference lot somebody someone somewhere anybody reality approach idea ideas challenge challenges choice choices \
        example life lives place"),
    (Truth, "true untrue false lie lies lied liar fact facts in_fact actually wrong record incorrect factual reality exactly_what"),
    (Now, "now today currently already right_now so_far still this_year these_days presently"),
    (Aim, "to"),
    (Values, "future freedom liberty faith god hope dream dreams opportunity opportunities vision character values value \
        leadership courage justice dignity unity pride spirit responsibility progress peace together fight forward \
        experience trust integrity prosperity heart destiny strength security commitment"),
] };
