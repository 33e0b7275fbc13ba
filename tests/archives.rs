//! Copies that others keep, and our own as Mementos.

mod harness;

use chrono::TimeDelta;
use harness::make::{Check, Source, id_of};
use harness::web::{Page, Web};
use harness::{Answer, Setup, TestApp};

const ORIGINAL: &str = "https://levels.brackwater-water.net/report?year=2026";

fn with_archive(web: &Web) -> TestApp {
    let archive = format!("get {}", web.url("/save/"));
    TestApp::with(Setup { fetch_allow: vec![web.host()], archive, ..Setup::default() })
}

/// A published check with a quote from a copy of the address.
fn published(app: &TestApp) -> (Check, Source) {
    let (ines, tomas, ada) = (app.reviewer("Ines"), app.editor("Tomas"), app.admin("Ada"));
    let mut check = app.check().by(&ines).with_evidence(1).researching();
    let source = app.source(&ines, "The level stood at 200 centimetres. Nobody was hurt by it.");
    ines.fill(&source.path, &source.path, &[("url", ORIGINAL)]).is(303);
    app.quote(&ines, &check, &source, "undermines", "The level stood at 200 centimetres.").is(303);
    app.submit(&ines, &check).is(303);
    app.approve(&tomas, &check).is(303);
    app.publish(&ada, &check).is(303);
    check.slug = app.one(&format!("SELECT slug AS value FROM checks WHERE id = '{}'", check.id));
    (check, source)
}

#[test]
fn submitted_is_not_archived_until_the_archive_names_its_copy() {
    let web = Web::new();
    let app = with_archive(&web);
    let (check, source) = published(&app);
    let (ines, nell) = (app.reviewer("Ines"), app.contributor("Nell"));
    let hand = format!("{}/archivings", source.path);
    let evidence = || app.anonymous().get(&format!("{}/evidence/2", check.public())).is(200).text();
    nell.post(&hand, &[]).is(403);
    ines.send(&ines.get(&source.path).form(&hand), &[]).is(303);
    ines.post(&hand, &[]).is(303);
    assert_eq!(app.count("archivings"), 1, "one that is under way is the same wish");
    let path = format!("/save/{ORIGINAL}");
    web.put(&path, Page::html("busy").status(503));
    app.work();
    assert!(ines.get(&source.path).text().contains("Not yet submitted"));
    web.put(&path, Page::html("").status(302).header("Location", "/snap/1"));
    app.clock.advance(TimeDelta::minutes(30));
    app.work();
    let told = ines.get(&source.path).text();
    assert!(told.contains("Submitted, not archived") && !told.contains("Archived at"), "{told}");
    assert!(!evidence().contains("Archived copy at"));
    web.put("/snap/1", Page::html("the copy").header("Memento-Datetime", "Tue, 24 Nov 2026 09:00:00 GMT"));
    app.clock.advance(TimeDelta::minutes(1));
    app.work();
    assert!(ines.get(&source.path).html().contains(&web.url("/snap/1")));
    assert!(evidence().contains("Archived copy at"));
    app.verify().unwrap();
}

#[test]
fn what_is_closed_or_not_public_is_told_to_no_archive() {
    let web = Web::new();
    let app = with_archive(&web);
    let ines = app.reviewer("Ines");
    let add = |url: &str| ines.post("/desk/sources", &[("url", url), ("kind", "primary")]).is(303).location();
    let inner = add(&web.url("/inside"));
    ines.post(&format!("{inner}/archivings"), &[]).is(303);
    app.work();
    let page = ines.get(&inner).text();
    assert!(page.contains("Not archived") && page.contains("not-accepted"), "{page}");
    let closed = add("https://closed.brackwater-water.net/");
    ines.post(&format!("{closed}/access"), &[("restricted", "yes"), ("person", ines.id.as_str())]).is(303);
    ines.post(&format!("{closed}/archivings"), &[]).is(409);
    let later = add("https://later.brackwater-water.net/");
    ines.post(&format!("{later}/archivings"), &[]).is(303);
    ines.post(&format!("{later}/access"), &[("restricted", "yes"), ("person", ines.id.as_str())]).is(303);
    app.work();
    assert!(ines.get(&later).text().contains("Not archived"), "closed since somebody asked");
    assert_eq!(web.asked(), 0);
    let off = TestApp::new();
    let ines = off.reviewer("Ines");
    let source = off.source(&ines, "A text.");
    assert!(!ines.get(&source.path).offers(&format!("{}/archivings", source.path)));
    ines.post(&format!("{}/archivings", source.path), &[]).is(409);
}

fn at(app: &TestApp, path: &str, moment: &str) -> Answer {
    app.anonymous().ask("GET", path).header("Accept-Datetime", moment).send()
}

#[test]
fn copies_that_may_be_shown_whole_are_found_by_their_address() {
    let app = TestApp::new();
    let (check, source) = published(&app);
    let (gate, map) = (format!("/timegate/{ORIGINAL}"), format!("/timemap/{ORIGINAL}"));
    let reader = app.anonymous();
    let evidence = format!("{}/evidence/2", check.public());
    for path in [&gate, &map] {
        reader.get(path).is(404);
    }
    assert!(reader.get(&evidence).header("memento-datetime").is_none());
    let tomas = app.editor("Tomas");
    tomas.fill(&source.path, &source.path, &[("freely_showable", "yes")]).is(303);
    let memento = reader.get(&evidence).is(200);
    let when = memento.header("memento-datetime").unwrap().to_owned();
    let links = memento.header("link").unwrap().to_owned();
    for rel in ["original", "timegate", "timemap", "memento"] {
        assert!(links.contains(&format!("rel=\"{rel}\"")), "{links}");
    }
    assert!(links.contains(&format!("<{}{gate}>", app.site.base_url)), "{links}");
    for moment in ["Tue, 24 Nov 2026 10:00:00 GMT", "Mon, 01 Jan 2001 00:00:00 GMT"] {
        let to = at(&app, &gate, moment).is(302);
        assert!(to.header("location").unwrap().ends_with(&evidence));
        assert!(to.all("vary").iter().any(|it| it.eq_ignore_ascii_case("accept-datetime")));
    }
    at(&app, &gate, "yesterday").is(400);
    let listed = reader.get(&map).is(200);
    assert_eq!(listed.header("content-type"), Some("application/link-format"));
    assert!(listed.html().contains(&format!("rel=\"first last memento\"; datetime=\"{when}\"")), "{}", listed.html());
    for path in
        ["/timegate/", "/timegate/ftp://a.example/", "/timemap/https://other.example/", "/timemap/https://x/%22"]
    {
        reader.get(path).is(404);
    }
    let ines = app.reviewer("Ines");
    let draft = app.check().by(&ines).with_evidence(1).researching();
    app.quote(&ines, &draft, &source, "supports", "Nobody was hurt by it.").is(303);
    assert_eq!(reader.get(&map).html(), listed.html(), "what is not published is not there");
}

#[test]
fn the_desk_is_warned_when_it_quotes_more_than_a_quarter() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let check = app.check().by(&ines).researching();
    let text = format!("The level stood at 200 centimetres. {}", "Other words fill the page. ".repeat(20));
    let source = app.source(&ines, &text);
    let warned = || ines.get(&source.path).text().contains("of every hundred signs");
    app.quote(&ines, &check, &source, "supports", "The level stood at 200 centimetres.").is(303);
    assert!(!warned());
    let long = "Other words fill the page. ".repeat(8);
    let spans = ("start", "36".to_owned(), "end", (36 + long.len()).to_string());
    let fields = [
        ("source", source.id.as_str()),
        ("snapshot", source.snapshot.as_str()),
        ("stance", "context"),
        (spans.0, spans.1.as_str()),
        (spans.2, spans.3.as_str()),
    ];
    ines.post(&check.at("evidence"), &fields).is(303);
    assert!(warned());
    let new = format!("{}?source={}", check.at("evidence/new"), source.id);
    assert!(ines.get(&new).text().contains("of every hundred signs"));
    app.editor("Tomas").fill(&source.path, &source.path, &[("freely_showable", "yes")]).is(303);
    assert!(!warned());
}

#[test]
fn an_origin_is_found_by_words_or_by_its_address() {
    let app = TestApp::searching();
    let ines = app.reviewer("Ines");
    let source = app.source(&ines, "One text.");
    let wire = ines
        .post("/desk/sources", &[("url", "https://wire.example/7"), ("title", "Quayside wire"), ("kind", "primary")])
        .is(303)
        .location();
    app.searched();
    for words in ["quayside", "quaysid", "https://wire.example/7"] {
        let page = ines.get(&format!("{}/origin?q={words}", source.path)).is(200);
        assert!(page.html().contains(&id_of(&wire)), "{words}");
    }
    let none = ines.get(&format!("{}/origin?q=zebra", source.path)).is(200).text();
    assert!(none.contains("No source fits"), "{none}");
    ines.post(&format!("{}/origin", source.path), &[("origin", &id_of(&wire))]).is(303);
    assert!(ines.get(&source.path).text().contains("Quayside wire"));
}
