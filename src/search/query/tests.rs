use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::*;

/// What was read, canonical, with the troubles behind a bar.
fn read(typed: &str) -> String {
    let query = Query::read(typed);
    let troubles: Vec<String> = query.troubles.iter().map(|it| format!("{it:?}")).collect();
    if troubles.is_empty() { query.to_string() } else { format!("{query} | {}", troubles.join(", ")) }
}

fn check(cases: &[(&str, &str)]) {
    for (typed, expected) in cases {
        assert_eq!(read(typed), *expected, "{typed}");
    }
}

#[test]
fn words() {
    check(&[
        ("", ""),
        ("  flu   vaccine ", "flu vaccine"),
        ("flu, vaccine; (measles)!", "flu vaccine measles"),
        ("flu flu vaccine flu", "flu vaccine"),
        (
            "COVID-19 don’t l·l 5% C++ #topic @name €5 1,000 12:30 AT&T 20°",
            "COVID-19 don’t l·l 5% C++ #topic @name €5 1,000 12:30 AT&T 20°",
        ),
        ("foo:bar verdicts:false :x x:", "foo:bar verdicts:false x"),
        ("2019–2020 one–two three—four five…", "2019–2020 one two three four five"),
        ("政府说：税收增加，失业下降。", "政府说 税收增加 失业下降"),
        ("هل هذا صحيح؟ نعم، لا", "هل هذا صحيح نعم لا"),
        ("नमस्ते। e\u{301}te\u{301} می\u{200C}خواهم", "नमस्ते e\u{301}te\u{301} می\u{200C}خواهم"),
        ("\u{FEFF}vac\u{AD}ci\u{FE0F}ne\u{200F} 😀 – & ... *", "vaccine"),
        ("5\" pipe", "5 pipe"),
        ("צה\"ל הודיע", "צה\"ל הודיע"),
    ]);
}

#[test]
fn phrases_in_any_marks() {
    check(&[
        ("\"flu  vaccine\"", "\"flu vaccine\""),
        ("“flu vaccine” „flu shot“ «flu jab» ”influensa”", "\"flu vaccine\" \"flu shot\" \"flu jab\" \"influensa\""),
        ("« dix écoles » 「学校を」建てた 『本』 《城市》", "\"dix écoles\" \"学校を\" 建てた \"本\" \"城市\""),
        ("“mixed\" marks", "\"mixed\" marks"),
        ("\"left open to the end", "\"left open to the end\""),
        ("said” she \"\" \" \" \"–\"", "said she"),
        ("word\"phrase\"end", "word \"phrase\" end"),
        ("\"צה\"ל הודיע\" עוד", "\"צה\"ל הודיע\" עוד"),
        ("\"a OR b -c verdict:x\"", "\"a OR b c verdict:x\""),
    ]);
}

#[test]
fn exclusions() {
    check(&[
        ("-flu vaccine", "vaccine -flu"),
        ("－flu (-shot) -\"flu jab\" -“x”", "-flu -shot -\"flu jab\" -\"x\""),
        ("well-known - item --flag -- a,-b", "well-known item flag a b"),
        ("−5 –x -5", "5 x -5"),
        ("-verdict:false -by:\"Ann Lee\"", "-verdict:false -by:\"Ann Lee\""),
        ("-before:2026 -after:2024-05", "after:2026-01-01 before:2024-05-01"),
        ("-https://a.example/b", "-https://a.example/b"),
    ]);
}

#[test]
fn alternatives() {
    let query = Query::read("flu OR influenza OR \"the flu\" vaccine");
    let word = |it: &str| Part::Word(it.to_owned());
    let first = vec![word("flu"), word("influenza"), Part::Phrase("the flu".to_owned())];
    assert_eq!(query.groups, [first, vec![word("vaccine")]]);
    assert_eq!(query.words().collect::<Vec<_>>(), ["flu", "influenza", "the", "flu", "vaccine"]);
    check(&[
        ("(flu OR cold) jab", "flu OR cold jab"),
        ("a OR OR b OR a", "a OR b"),
        ("flu or cold", "flu or cold"),
        ("OR flu OR", "or flu"),
        ("Portland OR", "Portland or"),
        ("\"OR\" a", "\"OR\" a"),
        ("verdict:false OR verdict:mixed", "verdict:false verdict:mixed"),
        ("a OR -b", "a -b | Or"),
        ("-a OR b", "b -a | Or"),
        ("a OR verdict:false", "a verdict:false | Or"),
        ("a OR b c a OR b", "a OR b c"),
    ]);
}

#[test]
fn filters() {
    check(&[
        ("Verdict:False claimant:\"Jane  Doe\" tax", "tax verdict:false claimant:\"Jane Doe\""),
        ("verdict：false lang:UR topic:健康，x", "x verdict:false lang:ur topic:健康"),
        (
            "claimant:«Jane Doe» by:ann assignee:bob site:Example.org",
            "claimant:\"Jane Doe\" by:ann by:bob source:Example.org",
        ),
        ("source:https://www.example.org/a?b=c kind:checks", "source:example.org kind:check"),
        ("topic:a/b topic:C++ topic:(eu)", "topic eu topic:\"a/b\" topic:\"C++\""),
        ("verdict:false verdict:false -verdict:false", "verdict:false -verdict:false"),
        ("before:2026 before:2025-03 after:2020 after:2021", "before:2025-03-01 after:2021-01-01"),
        ("Source: Reuters", "Source Reuters"),
        ("flu verdict:", "flu"),
        ("flu claimant:\"", "flu"),
        ("claimant:\"Jane Doe", "claimant:\"Jane Doe\""),
        (
            "flu before:yesterday lang:english",
            "flu | Unreadable { field: Before, value: \"yesterday\" }, Unreadable { field: Lang, value: \"english\" }",
        ),
        ("before:\"2026-02-30\"", " | Unreadable { field: Before, value: \"2026-02-30\" }"),
    ]);
    let said = Query::read("before:yesterday").troubles.first().map(ToString::to_string);
    assert_eq!(
        said.as_deref(),
        Some("before: wants a date such as 2026-01-31, 2026-01 or 2026; “yesterday” was left out.")
    );
}

#[test]
fn addresses() {
    let one = |it: &str| vec![vec![Part::Address(it.to_owned())]];
    let cases = [
        ("https://a.example/b,c?d=e:f&g=“", "https://a.example/b,c?d=e:f&g="),
        ("(HTTP://a.example/b_(c)).", "HTTP://a.example/b_(c)"),
        ("www.a.example/b!", "www.a.example/b"),
    ];
    for (typed, address) in cases {
        assert_eq!(Query::read(typed).groups, one(address), "{typed}");
    }
    check(&[("http:// https://)( www.", "http https www"), ("a.example/b", "a.example/b")]);
}

#[test]
fn what_is_beyond_the_bounds_is_left_out_and_said() {
    let numbers = |many: usize| (0..many).map(|it| it.to_string()).collect::<Vec<_>>();
    let kept = |typed: &str| {
        let query = Query::read(typed);
        (query.groups.concat().len() + query.excluded.len(), query.filters.len(), query.troubles)
    };
    assert_eq!(kept(&numbers(32).join(" ")), (32, 0, vec![]));
    assert_eq!(kept(&numbers(33).join(" -")), (32, 0, vec![Trouble::TooLong(Limit::Words)]));
    assert_eq!(kept(&numbers(99).join(" OR ")), (32, 0, vec![Trouble::TooLong(Limit::Words)]));
    assert_eq!(kept(&format!("\"{}\"", numbers(20).join("\" \""))), (8, 0, vec![Trouble::TooLong(Limit::Phrases)]));
    assert_eq!(kept(&format!("\"{}\"", numbers(33).join(" "))), (1, 0, vec![Trouble::TooLong(Limit::PhraseWords)]));
    assert_eq!(kept(&format!("by:{}", numbers(17).join(" by:"))), (0, 16, vec![Trouble::TooLong(Limit::Filters)]));
    assert_eq!(kept(&"x".repeat(101)), (1, 0, vec![Trouble::TooLong(Limit::Word)]));
    assert_eq!(kept(&format!("a{}b", " ".repeat(10_000))), (1, 0, vec![Trouble::TooLong(Limit::Text)]));
    let phrase = |it: usize| format!("\"{}\"", vec![it.to_string().repeat(38); 32].join(" "));
    let full = Query::read(&format!("{}12345678", (0..8).map(phrase).collect::<String>()));
    assert_eq!(full.troubles, [Trouble::TooLong(Limit::Text)]);
    assert!(same(&Query::read(&full.to_string()), &full));
    let later = format!("{} verdict:false", numbers(40).join(" "));
    assert!(Query::read(&later).has(&Filter::read(Field::Verdict, "false").unwrap()));
}

#[test]
fn links_add_and_take_away() {
    let filter = |field, value: &str| Filter::read(field, value).unwrap();
    let query = Query::read("flu verdict:false before:2026");
    let with = |it: Filter| query.with(it).to_string();
    assert_eq!(
        with(filter(Field::Topic, "public health")),
        "flu verdict:false before:2026-01-01 topic:\"public health\""
    );
    assert_eq!(with(filter(Field::Verdict, "False")), query.to_string());
    assert_eq!(with(filter(Field::Verdict, "false").negate()), "flu before:2026-01-01 -verdict:false");
    assert_eq!(with(filter(Field::Before, "2027")), "flu verdict:false before:2027-01-01");
    assert_eq!(query.without(Field::Verdict).to_string(), "flu before:2026-01-01");
    assert_eq!(Query::read("by:a by:b").less(&filter(Field::By, "a")).to_string(), "by:b");
    let full = (0..16).fold(Query::default(), |it, n| it.with(filter(Field::By, &n.to_string())));
    assert_eq!(full.with(filter(Field::By, "17")), full);
    assert!(Query::default().is_empty() && Query::read(" \"\" - ").is_empty() && !Query::read("-a").is_empty());
}

#[test]
fn the_last_word_is_open_while_it_is_typed() {
    for open in ["vac", "flu vac", "\"flu vac", "(vac", "疫苗", "a OR vac", "नमस्", "foo:ba", "vac vac", "e\u{301}"]
    {
        assert!(Query::last_word_is_open(open), "{open}");
    }
    let closed = [
        "",
        "vac ",
        "vac.",
        "\"flu vac\"",
        "\"flu ",
        "-vac",
        "verdict:fal",
        "verdict:",
        "vac verdict:fal",
        "a OR",
        "5%",
        "https://a.example",
        "vac x vac",
        "before:yesterday",
    ];
    for closed in closed {
        assert!(!Query::last_word_is_open(closed), "{closed}");
    }
    assert!(!Query::last_word_is_open(&"a ".repeat(5_000).replace("a a", "a b")));
    assert!(!Query::last_word_is_open(&format!("{}c", "a ".repeat(5_000))));
}

/// Anything, often made of what the reader looks at.
fn any_typing() -> impl Strategy<Value = String> {
    #[rustfmt::skip]
    const PIECES: [&str; 78] = [
        " ", " ", " ", " ", "\t", "\u{3000}", "\u{200B}", "\u{200F}", "\0", "\"", "\"", "“", "”", "„", "«", "»", "「",
        "」", "《", "》", "‹", "＂", "-", "-", "－", "–", "--", "'", "’", "OR", " OR ", "or", ":", "：", "(", ")", "[",
        "]", "（", ",", "،", "。", "؟", ".", "/", "#", "@", "%", "+", "€", "a", "b", "ab", "é", "e\u{301}", "\u{301}",
        "漢字", "صح", "צה", "ל", "\u{5B8}", "क्", "1", "2026", "2026-01", "İ", "ΑΣ", "😀", "http://", "https://a.b/",
        "www.", "verdict:", "Verdict：", "before:", "after:2026", "kind:", "claimant:\"", "source:",
    ];
    let pieces = prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..40).prop_map(|it| it.concat());
    let long = (pieces.clone(), 1_usize..600).prop_map(|(it, times)| it.repeat(times));
    prop_oneof![6 => pieces, 1 => long, 2 => any::<String>(), 1 => "[ -~]{0,60}"]
}

fn same(one: &Query, other: &Query) -> bool {
    one.groups == other.groups && one.excluded == other.excluded && one.filters == other.filters
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1500))]

    #[test]
    fn whatever_is_typed_is_bounded_and_written_back(typed in any_typing(), value in any_typing()) {
        let query = Query::read(&typed);
        let parts: Vec<&Part> = query.groups.iter().flatten().chain(&query.excluded).collect();
        let words = parts.iter().filter(|it| matches!(it, Part::Word(_))).count();
        prop_assert!(words <= 32 && parts.len() - words <= 8 && query.filters.len() <= 16 && query.troubles.len() <= 16);
        prop_assert!(query.groups.iter().all(|it| !it.is_empty()));
        prop_assert!(query.words().all(|it| it.contains(char::is_alphanumeric)));
        let written = query.to_string();
        prop_assert!(written.chars().count() <= 10_000);
        let again = Query::read(&written);
        prop_assert!(same(&again, &query) && again.troubles.is_empty(), "{typed:?} → {written:?} → {again:?}");
        for field in Field::ALL {
            let Ok(filter) = Filter::read(*field, &value) else { continue };
            for filter in [filter.clone(), filter.negate()] {
                let narrowed = query.with(filter);
                prop_assert!(same(&Query::read(&narrowed.to_string()), &narrowed), "{narrowed:?}");
            }
        }
        if Query::last_word_is_open(&typed) {
            prop_assert!(typed.ends_with(|it: char| !it.is_whitespace()) && !query.groups.is_empty());
        }
    }
}

#[test]
fn a_megabyte_is_read_at_once() {
    let start = Instant::now();
    for piece in [
        "\"",
        "“",
        "-",
        ":",
        "OR ",
        "OR",
        "a OR ",
        "x ",
        "\u{301}",
        "(",
        "https://(",
        "verdict:",
        "by:\"",
        "-\"",
        "צ\"",
        "\0",
    ] {
        let typed = piece.repeat(1_000_000 / piece.len());
        let query = Query::read(&typed);
        assert!(query.troubles.contains(&Trouble::TooLong(Limit::Text)));
        assert!(!Query::last_word_is_open(&typed));
    }
    assert!(start.elapsed() < Duration::from_secs(5), "{:?}", start.elapsed());
}
