//! What is known of a source, what leans on it, and what happens when it changes.

mod harness;

use chrono::TimeDelta;
use harness::make::{Check, Source, id_of};
use harness::web::{Page, Web};
use harness::{Person, TestApp, html};

fn report(level: &str) -> Page {
    Page::html(&format!(
        "<title>Levels</title><meta property=og:site_name content=Agency><article><h1>Levels</h1>\
         <p>The agency measures the level of the lower basin at three gauges every morning before eight.</p>\
         <p>The level stood at {level} centimetres on the last day of March, as the agency measured.</p>\
         <p>It publishes the figures of all its gauges at the end of each month for everybody to read.</p></article>"
    ))
}

fn captured(app: &TestApp, by: &Person, url: &str) -> Source {
    let path = by.fill("/desk/sources/new", "/desk/sources", &[("url", url)]).is(303).location();
    app.work();
    Source { id: id_of(&path), snapshot: String::new(), path }
}

const QUOTE: &str = "The level stood at 200 centimetres on the last day of March";

/// A published check with a quote from a captured page.
fn published(app: &TestApp, web: &Web) -> (Check, Source) {
    let (ines, tomas, ada) = (app.reviewer("Ines"), app.editor("Tomas"), app.admin("Ada"));
    let source = captured(app, &ines, &web.put("/levels", report("200")));
    let mut check = app.check().by(&ines).researching();
    app.quote(&ines, &check, &source, "supports", QUOTE).is(303);
    app.submit(&ines, &check).is(303);
    app.approve(&tomas, &check).is(303);
    app.publish(&ada, &check).is(303);
    check.slug = app.one(&format!("SELECT slug AS value FROM checks WHERE id = '{}'", check.id));
    (check, source)
}

fn look(app: &TestApp) {
    app.clock.advance(TimeDelta::hours(27));
    app.work();
}

/// The first form that goes below an address.
fn action_of(page: &harness::Answer, below: &str) -> String {
    let forms = html::forms(&page.html());
    forms.into_iter().map(|form| form.action).find(|action| action.starts_with(below)).expect("a form")
}

fn watched(app: &TestApp, source: &Source) -> String {
    app.one(&format!("SELECT state AS value FROM source_watches WHERE source_id = '{}'", source.id))
}

#[test]
fn a_changed_quote_opens_a_task_and_an_editor_decides_what_readers_are_told() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let (check, source) = published(&app, &web);
    let reader = app.anonymous();
    look(&app);
    assert_eq!(watched(&app, &source), "unchanged");
    assert_eq!(app.count("tasks"), 0);
    web.put("/levels", report("205"));
    look(&app);
    assert_eq!(watched(&app, &source), "quote_changed");
    let (ines, tomas) = (app.again(&app.reviewer("Ines")), app.again(&app.editor("Tomas")));
    assert!(ines.get("/desk/tasks").text().contains("A quoted passage is no longer at its source"));
    app.work();
    assert_eq!(
        app.count("snapshots WHERE source_id IN (SELECT source_id FROM source_watches WHERE state = 'quote_changed')"),
        2,
        "what it says now is kept"
    );
    let told = "The source has changed since we checked it";
    assert!(!app.public_page(&check).text().contains(told), "nobody has looked yet");
    let page = tomas.get(&check.path).is(200);
    let action = action_of(&page, &format!("{}/notices/", check.path));
    ines.post(&action, &[("state", "shown")]).is(403);
    tomas.post(&action, &[("state", "shown")]).is(303);
    assert!(app.public_page(&check).text().contains(told));
    let evidence = reader.get(&format!("{}/evidence/3", check.public())).is(200);
    assert!(evidence.text().contains(told) && evidence.text().contains(QUOTE), "our copy still shows what was there");
    tomas.post(&action, &[("state", "dismissed")]).is(303);
    assert!(!app.public_page(&check).text().contains(told));
    look(&app);
    web.put("/levels", report("205").status(500));
    look(&app);
    assert_eq!(watched(&app, &source), "quote_changed", "what was found stands until something else is seen");
    web.put("/levels", report("205"));
    app.clock.advance(TimeDelta::days(2));
    app.work();
    assert_eq!((app.count("source_notices"), app.count("tasks")), (1, 1), "one finding is told once");
    web.put("/levels", report("200"));
    look(&app);
    assert_eq!(watched(&app, &source), "changed");
    app.verify().unwrap();
}

#[test]
fn a_source_that_is_gone_or_blocked_or_silent_is_told_apart() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let (check, source) = published(&app, &web);
    for (page, state) in [
        (report("200").status(403), "blocked"),
        (report("200").status(500), "unreachable"),
        (report("200"), "unchanged"),
        (report("200").status(404), "gone"),
    ] {
        web.put("/levels", page);
        app.clock.advance(TimeDelta::days(3));
        app.work();
        assert_eq!(watched(&app, &source), state);
    }
    let tomas = app.again(&app.editor("Tomas"));
    assert!(tomas.get(&check.path).text().contains("the source is gone"));
    assert_eq!(app.count("source_notices"), 1);
    let asked = web.asked();
    app.clock.advance(TimeDelta::minutes(10));
    app.work();
    assert_eq!(web.asked(), asked, "nobody is asked out of turn");
}

#[test]
fn an_unchanged_page_is_not_sent_again() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let (_, source) = published(&app, &web);
    web.put("/levels", report("200").header("ETag", "\"one\""));
    look(&app);
    look(&app);
    assert_eq!(watched(&app, &source), "unchanged");
    assert_eq!(app.one("SELECT CAST(status AS TEXT) AS value FROM source_watches WHERE etag <> ''"), "304");
}

#[test]
fn one_action_reaches_everything_that_leans_on_a_source() {
    let app = TestApp::new();
    let (ines, tomas) = (app.reviewer("Ines"), app.editor("Tomas"));
    let source = app.source(&ines, "The sluice was closed in May. Nobody opened it.");
    let checks: Vec<Check> = (0..3)
        .map(|_| {
            let check = app.check().by(&ines).researching();
            app.quote(&ines, &check, &source, "context", "The sluice was closed in May.").is(303);
            check
        })
        .collect();
    let page = ines.get(&source.path).is(200).text();
    assert!(page.contains("3 checks lean on it"), "{page}");
    let action = format!("{}/notes", source.path);
    ines.post(&action, &[("about", "wrong"), ("note_text", "")]).is(422);
    assert_eq!(app.count("source_notices"), 0);
    let (seq, _) = app.head();
    ines.post(&action, &[("about", "wrong"), ("note_text", "The date was off by a year.")]).is(303);
    assert_eq!((app.count("source_notices"), app.count("tasks")), (3, 3));
    let events = app.events_since(seq);
    assert_eq!(events.iter().filter(|it| it.contains("notice.opened")).count(), 3, "{events:?}");
    for check in &checks {
        assert!(tomas.get(&check.path).text().contains("the source was wrong"));
    }
    assert!(ines.get(&source.path).text().contains("The date was off by a year."));
    // Taking the note back keeps it in the history.
    let take_back = action_of(&ines.get(&source.path), &format!("{action}/"));
    ines.post(&take_back, &[]).is(303);
    ines.post(&take_back, &[]).is(409);
    assert!(ines.get(&source.path).text().contains("taken back"));
    app.verify().unwrap();
}

#[test]
fn sources_with_one_origin_count_once() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let check = app.check().by(&ines).with_evidence(0).researching();
    let sources: Vec<Source> = (0..2).map(|_| app.add_quote(&ines, &check, "supports")).collect();
    let told =
        |said: &str| assert!(ines.get(&check.path).text().contains(said), "{said}: {}", ines.get(&check.path).text());
    told("2 sources, 2 origins");
    let wire = app.source(&ines, "The wire says so.");
    for source in &sources {
        ines.post(&format!("{}/origin", source.path), &[("origin", wire.id.as_str()), ("origin_note", "")]).is(303);
    }
    told("2 sources, one origin");
    app.submit(&ines, &check).is(409);
    let circle = ines.post(&format!("{}/origin", wire.path), &[("origin", sources[0].id.as_str())]).is(422);
    assert!(circle.text().contains("its own origin"));
    let lead = |from: &Source, to: &Source| ines.post(&format!("{}/origin", from.path), &[("origin", to.id.as_str())]);
    lead(&sources[1], &sources[0]).is(303);
    lead(&sources[0], &sources[1]).is(422);
    lead(&sources[1], &wire).is(303);
    ines.post(&format!("{}/origin", sources[0].path), &[("origin", "")]).is(303);
    told("2 sources, 2 origins");
    app.submit(&ines, &check).is(303);
    app.verify().unwrap();
}

#[test]
fn interests_stand_beside_the_evidence_and_end_an_approval() {
    let app = TestApp::new();
    let (ines, tomas, ada) = (app.reviewer("Ines"), app.editor("Tomas"), app.admin("Ada"));
    let mut check = app.check().by(&ines).with_evidence(1).researching();
    let source = app.add_quote(&ines, &check, "undermines");
    app.submit(&ines, &check).is(303);
    app.approve(&tomas, &check).is(303);
    let note = [("about", "interests"), ("note_text", "It sells the pumps.")];
    tomas.post(&format!("{}/notes", source.path), &note).is(303);
    assert_eq!(app.state(&check), "ready", "what was approved is not what readers would see");
    let second = app.editor("Vera");
    app.approve(&tomas, &check).is(403);
    app.approve(&second, &check).is(303);
    app.publish(&ada, &check).is(303);
    check.slug = app.one(&format!("SELECT slug AS value FROM checks WHERE id = '{}'", check.id));
    assert!(app.public_page(&check).text().contains("Interests: It sells the pumps."));
    assert!(app.one("SELECT body AS value FROM content_documents WHERE body LIKE '%pumps%'").contains("\"format\":2"));
    app.verify().unwrap();
}

#[test]
fn what_is_closed_is_named_in_no_task_and_no_document() {
    let app = TestApp::new();
    let (ines, nell) = (app.reviewer("Ines"), app.contributor("Nell"));
    let secret = app.source(&ines, "The sluice was closed.");
    ines.fill(&secret.path, &secret.path, &[("title", "Letter of the insider")]).is(303);
    let check = app.check().by(&ines).researching();
    let open = app.add_quote(&ines, &check, "context");
    ines.post(&format!("{}/origin", open.path), &[("origin", secret.id.as_str())]).is(303);
    let documents = "content_documents WHERE body LIKE '%insider%'";
    assert_eq!(app.count(documents), 1);
    ines.post(&format!("{}/access", secret.path), &[("restricted", "yes"), ("person", ines.id.as_str())]).is(303);
    let hash = app.hash(&check);
    assert_eq!(app.count(&format!("{documents} AND hash = '{hash}'")), 0, "a closed origin has no name");
    app.quote(&ines, &check, &secret, "context", "The sluice was closed.").is(303);
    ines.post(&format!("{}/notes", secret.path), &[("about", "withdrawn"), ("note_text", "It was forged.")]).is(303);
    nell.get(&secret.path).is(404);
    for path in ["/desk/tasks?who=all".to_owned(), format!("/desk/claims/{}", check.claim), check.path.clone()] {
        assert!(!nell.get(&path).is(200).text().contains("insider"), "{path}");
    }
    app.verify().unwrap();
}

#[test]
fn a_note_on_a_publisher_stands_on_all_its_sources() {
    let app = TestApp::new();
    let (ines, nell) = (app.reviewer("Ines"), app.contributor("Nell"));
    let source = app.source(&ines, "One.");
    let publisher = app.one(&format!("SELECT publisher AS value FROM sources WHERE id = '{}'", source.id));
    let other = ines
        .fill(
            "/desk/sources/new",
            "/desk/sources",
            &[("title", "Two"), ("publisher", &publisher.to_uppercase()), ("citation", "A letter"), ("text", "Two.")],
        )
        .is(303)
        .location();
    let action = format!("{}/notes", source.path);
    nell.post(&action, &[("about", "reliability"), ("note_text", "x")]).is(403);
    ines.post(&action, &[("about", "wrong"), ("note_text", "x"), ("of_publisher", "yes")]).is(409);
    ines.post(&action, &[("about", "reliability"), ("note_text", "It corrects late."), ("of_publisher", "yes")])
        .is(303);
    assert!(ines.get(&other).text().contains("It corrects late."));
    app.verify().unwrap();
}
