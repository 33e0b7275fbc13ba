//! Search over HTTP: what is found, by whom, how fast after it was written, and that an index never lags or lies.

mod harness;

use std::fs;
use std::path::Path;
use std::time::Duration;

use claimdesk::finding::following::{Following, caught_up};
use claimdesk::search::query::Query;
use claimdesk::search::{Asked, Viewer};
use harness::{Answer, Client, Person, TestApp, html};

/// Titles of what was found, in order.
fn titles(page: &Answer) -> Vec<String> {
    assert_eq!(page.status, 200, "{}", page.text());
    let html = page.html();
    let main = html.split("</main>").next().unwrap_or_default();
    html::inside(main, "h2").into_iter().map(|it| it.split_whitespace().collect::<Vec<_>>().join(" ")).collect()
}

fn look(by: &Client, typed: &str) -> Answer {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish();
    by.get(&format!("/desk/search?{query}"))
}

fn look_public(app: &TestApp, typed: &str) -> Answer {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("q", typed).finish();
    app.anonymous().get(&format!("/checks?{query}"))
}

fn found(by: &Client, typed: &str) -> Vec<String> {
    let page = look(by, typed);
    if page.text().contains("Nothing found") { Vec::new() } else { titles(&page) }
}

fn claim(app: &TestApp, statement: &str, lang: &str) -> harness::make::Claim {
    app.claim().with("statement", statement).with("language", lang).add()
}

#[test]
fn everything_the_desk_has_is_found() {
    let app = TestApp::searching();
    let ines = app.reviewer("Ines");
    app.article().text("The otter census began at the weir.\n").with("title", "Counting the otters").add();
    claim(&app, "Nine otters live in Brackwater", "en");
    let check = app.check().stating("The otters left in 2019").taken();
    let source = app.source(&ines, "The census of 2024 found nine otters near the weir. Nobody saw ten.\n");
    app.quote(&ines, &check, &source, "supports", "found nine otters near the weir").is(303);
    ines.post(
        "/desk/external",
        &[("markup", &review("https://other.example/otters", "Otters eat ducks", "Half true"))],
    )
    .is(200);
    app.searched();
    let all = found(&ines, "otters");
    assert_eq!(all.len(), 6, "{all:?}");
    for (kind, title) in [
        ("article", "Counting the otters"),
        ("claim", "Nine otters live in Brackwater"),
        ("check", "The otters left in 2019"),
        ("quote", "found nine otters near the weir"),
        ("external", "Otters eat ducks"),
    ] {
        assert_eq!(found(&ines, &format!("otters kind:{kind}")), [title]);
    }
    assert_eq!(found(&ines, "otters kind:source").len(), 1);
    let page = look(&ines, "otters");
    assert!(html::inside(&page.html(), "mark").iter().any(|it| it.trim() == "otters"), "the words are marked");
}

/// Another desk's check as its page carries it.
fn review(url: &str, claim: &str, rating: &str) -> String {
    serde_json::json!({
        "@context": "https://schema.org", "@type": "ClaimReview", "url": url, "claimReviewed": claim,
        "datePublished": "2026-03-01", "author": { "@type": "Organization", "name": "Estuary Checkers", "url": "https://other.example" },
        "reviewRating": { "@type": "Rating", "alternateName": rating }
    })
    .to_string()
}

#[test]
fn what_is_typed_is_understood() {
    let app = TestApp::searching();
    let ines = app.reviewer("Ines");
    for (statement, lang) in [
        ("The reservoir was drained in spring", "en"),
        ("The old reservoir froze", "en"),
        ("Spring came late to the quay", "en"),
        ("Die Brücken wurden gesperrt", "de"),
        ("Le café de l’hôtel a fermé", "fr"),
        ("وزیر نے کتاب لکھی", "ur"),
        ("كتب الوزير كتابا", "ar"),
        ("水道料金が二倍になった", "ja"),
        ("Un autre hôtel", "fr"),
    ] {
        claim(&app, statement, lang);
    }
    app.searched();
    let one = |typed: &str, expected: &str| assert_eq!(found(&ines, typed), [expected], "{typed}");
    one("reservoir spring", "The reservoir was drained in spring");
    one("\"old reservoir\"", "The old reservoir froze");
    one("reservoir -frozen -froze", "The reservoir was drained in spring");
    one("drain", "The reservoir was drained in spring");
    one("Brücke", "Die Brücken wurden gesperrt");
    one("brucken", "Die Brücken wurden gesperrt");
    one("CAFE", "Le café de l’hôtel a fermé");
    one("كتاب lang:ur", "وزیر نے کتاب لکھی");
    one("水道", "水道料金が二倍になった");
    one("reservior drained", "The reservoir was drained in spring");
    assert_eq!(found(&ines, "drained OR froze").len(), 2);
    assert_eq!(found(&ines, "lang:fr").len(), 2);
    assert_eq!(found(&ines, "quay \"no such words\""), ["Spring came late to the quay"], "some of the words");
    assert_eq!(found(&ines, "before:2026-11-24"), Vec::<String>::new());
    assert_eq!(found(&ines, "after:2026-11-24 kind:claim").len(), 9);
    assert!(look(&ines, "before:yesterday").text().contains("It takes a date"));
    // While it is typed, a word stands for those it may become.
    assert_eq!(found(&ines, "reserv"), Vec::<String>::new());
    assert_eq!(titles(&ines.get("/desk/search?q=reserv&typing=1")).len(), 2);
}

#[test]
fn facets_count_what_is_found_and_narrow_it() {
    let app = TestApp::searching();
    let ines = app.reviewer("Ines");
    app.check().stating("Trams run at night").rated("False").published();
    app.check().stating("Trams run on Sundays").rated("True").published();
    claim(&app, "Trams are yellow", "en");
    app.searched();
    let page = look(&ines, "trams");
    let links = html::links(&page.html());
    let narrowed = links.iter().find(|it| it.contains("verdict%3Afalse")).expect("a link for the verdict");
    assert_eq!(titles(&ines.get(&narrowed.replace("&amp;", "&"))), ["Trams run at night"]);
    assert_eq!(found(&ines, "trams verdict:true"), ["Trams run on Sundays"]);
    assert_eq!(found(&ines, "trams state:published").len(), 2);
    let order = |order: &str| titles(&ines.get(&format!("/desk/search?q=trams&order={order}")));
    let (newest, mut oldest) = (order("newest"), order("oldest"));
    oldest.reverse();
    assert_eq!(newest, oldest);
    assert_eq!(newest.len(), 3);
}

#[test]
fn nobody_finds_or_counts_what_is_closed_to_them() {
    let app = TestApp::searching();
    let (ines, omar, rafiq) = (app.reviewer("Ines"), app.reviewer("Omar"), app.auditor("Rafiq"));
    let article = app.article().by(&ines).text("The zeppelin landed at noon.\n").with("title", "Secret zeppelin").add();
    app.mark(&ines, &article, "The zeppelin landed at noon.");
    let check = app.check().stating("A zeppelin is safe").taken();
    let source = app.source(&ines, "Zeppelin engines were sold in March. They were old.\n");
    app.quote(&ines, &check, &source, "supports", "Zeppelin engines were sold in March.").is(303);
    app.searched();
    assert_eq!(found(&omar, "zeppelin").len(), 5);
    let close = |path: &str, people: &[&Person]| {
        let mut fields = vec![("restricted", "yes")];
        fields.extend(people.iter().map(|person| ("person", person.id.as_str())));
        ines.post(&format!("{path}/access"), &fields).is(303);
        app.searched();
    };
    close(&article.path, &[&ines]);
    close(&source.path, &[&ines]);
    assert_eq!(found(&omar, "zeppelin"), ["A zeppelin is safe"]);
    assert_eq!(found(&omar, "landed"), Vec::<String>::new(), "the claim went with its article, the words with it");
    let page = look(&omar, "zeppelin");
    assert!(page.text().contains("One result") && !page.html().contains("kind%3Aarticle"), "nor is it counted");
    assert_eq!(found(&omar, "engines"), Vec::<String>::new());
    assert_eq!(found(&ines, "zeppelin").len(), 5);
    assert_eq!(found(&rafiq, "zeppelin").len(), 5);
    // Nor through a typing error, a beginning, or a verdict's source.
    assert_eq!(found(&omar, "zeppelni landed"), found(&omar, "zeppelni xylophone"));
    assert_eq!(found(&omar, "source:office.example"), Vec::<String>::new());
    close(&article.path, &[&ines, &omar]);
    assert_eq!(found(&omar, "landed").len(), 2);
    close(&article.path, &[&ines]);
    assert_eq!(found(&omar, "landed"), Vec::<String>::new());
}

#[test]
fn readers_find_what_is_published_and_no_draft() {
    let app = TestApp::searching();
    app.check()
        .stating("Swans own the ferry")
        .with("summary", "The ferry belongs to the town.")
        .rated("False")
        .published();
    app.check().stating("Swans own the mill").ready();
    claim(&app, "Swans own the quay", "en");
    app.searched();
    let page = look_public(&app, "swans");
    assert_eq!(titles(&page), ["Swans own the ferry"]);
    assert!(page.text().contains("One result"));
    assert_eq!(titles(&look_public(&app, "town ferry verdict:false")), ["Swans own the ferry"]);
    for nothing in ["mill", "quay", "kind:claim", "state:ready", "swans verdict:true"] {
        assert!(look_public(&app, nothing).text().contains("Nothing found"), "{nothing}");
    }
    assert_eq!(page.header("cache-control"), Some("private, no-store"));
    let home = app.anonymous().get("/checks");
    assert!(home.header("cache-control").unwrap().contains("public"));
}

#[test]
fn drafts_change_no_byte_of_what_readers_find() {
    let pages = |drafts: usize| {
        let app = TestApp::searching();
        app.check().stating("Herons nest on the bridge").rated("True").published();
        for n in 0..drafts {
            claim(&app, &format!("Herons have {n} nests in the herony"), "en");
        }
        app.searched();
        ["herons", "herony", "heronny", "heron -bridge", "\"herons have\"", "nests", "lang:en"].map(|typed| {
            let page = look_public(&app, typed).html();
            html::text(&page)
        })
    };
    assert_eq!(pages(0), pages(12));
}

#[test]
fn a_change_is_found_and_what_was_there_before_is_not() {
    let app = TestApp::searching();
    let ines = app.reviewer("Ines");
    let one = claim(&app, "The lamp is green", "en");
    app.searched();
    assert_eq!(found(&ines, "lamp"), ["The lamp is green"]);
    ines.fill(&one.path, &one.path, &[("statement", "The lantern is red")]).is(303);
    app.searched();
    assert_eq!(found(&ines, "lamp"), Vec::<String>::new());
    assert_eq!(found(&ines, "lantern"), ["The lantern is red"]);
    app.triage(&ines, &one, &[("step", "decline"), ("reason", "too small")]).is(303);
    app.searched();
    assert_eq!(found(&ines, "state:declined"), ["The lantern is red"]);
}

#[test]
fn other_desks_checks_come_and_go() {
    let app = TestApp::searching();
    let ines = app.reviewer("Ines");
    let markup = review("https://other.example/bats", "Bats are blind", "Faux");
    let report = ines.post("/desk/external", &[("markup", &markup)]).is(200);
    assert!(report.text().contains("New 1"), "{}", report.text());
    assert!(ines.post("/desk/external", &[("markup", &markup)]).is(200).text().contains("Known already 1"));
    let changed = review("https://other.example/bats", "Bats are blind", "False");
    assert!(ines.post("/desk/external", &[("markup", &changed)]).is(200).text().contains("Changed since 1"));
    ines.post("/desk/external", &[("markup", "not a review")]).is(200);
    ines.post("/desk/external", &[("markup", " ")]).is(422);
    app.contributor("Nell").post("/desk/external", &[("markup", &markup)]).is(403);
    app.searched();
    assert_eq!(found(&ines, "bats"), ["Bats are blind"]);
    assert_eq!(found(&ines, "source:\"Estuary Checkers\""), ["Bats are blind"]);
    let path = format!("/desk/external/{}", app.one("SELECT id AS value FROM external_checks"));
    let page = ines.get(&path).is(200);
    assert!(page.text().contains("the work of another desk") && page.text().contains("https://other.example/bats"));
    ines.post(&format!("{path}/state"), &[("state", "removed")]).is(303);
    assert!(ines.post("/desk/external", &[("markup", &markup)]).is(200).text().contains("before 1"), "it stays out");
    app.searched();
    assert_eq!(found(&ines, "bats"), Vec::<String>::new());
    ines.post(&format!("{path}/state"), &[("state", "kept")]).is(303);
    app.searched();
    assert_eq!(found(&ines, "bats"), ["Bats are blind"]);
    assert_eq!(app.count("external_checks"), 1);
}

#[test]
fn an_index_that_is_lost_or_damaged_is_built_again() {
    let app = TestApp::new();
    claim(&app, "The well is deep", "en");
    let folder = app.folder.join("search");
    let some_file = |ending: &str| {
        let files = fs::read_dir(folder.join("desk")).unwrap().map(|it| it.unwrap().path());
        files.into_iter().find(|it| it.extension().is_some_and(|it| it == ending)).unwrap()
    };
    for damage in 0..6 {
        match damage {
            1 => fs::remove_dir_all(&folder).unwrap(),
            2 => {
                let file = some_file("store");
                let mut bytes = fs::read(&file).unwrap();
                bytes[3] ^= 0x55;
                fs::write(&file, bytes).unwrap();
            }
            3 => fs::write(folder.join("public/meta.json"), "{").unwrap(),
            4 => fs::remove_file(some_file("idx")).unwrap(),
            // An index that is whole, and of another desk.
            5 => fs::write(folder.join("desk/meta.json"), foreign(&folder)).unwrap(),
            _ => {}
        }
        // Changed meanwhile, by a process that has no index.
        claim(&app, &format!("The well has {damage} ropes"), "en");
        let desk = app.opened_again();
        let search = desk.open_search(&app.folder).unwrap();
        let following = Following::start(desk.clone()).unwrap();
        caught_up(&desk, Duration::from_secs(20)).unwrap();
        let query = Query::read("well");
        let found = search.desk.find(&Asked::new(&query, Viewer::All)).unwrap();
        assert_eq!(found.total, damage + 2, "after damage {damage}");
        drop(following);
    }
}

/// The index's own description, with the mark of another log.
fn foreign(folder: &Path) -> String {
    let meta = fs::read_to_string(folder.join("desk/meta.json")).unwrap();
    let at = meta.find("\\\"hash\\\":\\\"").expect("a mark") + 11;
    format!("{}{}{}", &meta[..at], "00", &meta[at + 2..])
}
