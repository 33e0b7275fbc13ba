//! What the desk learns from its own work: right numbers, for whoever may see what they count.

mod harness;

use chrono::TimeDelta;
use harness::make::Claim;
use harness::{Person, TestApp, html};

const PAGE: &str = "/desk/insights";
const HOSTILE: &str = "=HYPERLINK(\"https://evil.example\",\"<script>alert(1)</script>\")";
const TABLES: [&str; 9] =
    ["published", "time", "stages", "open", "verdicts", "corrections", "correcting", "topics", "claimants"];

fn csv(by: &Person, table: &str) -> String {
    let answer = by.get(&format!("{PAGE}/{table}.csv")).is(200);
    assert!(answer.header("content-type").unwrap().starts_with("text/csv; charset=utf-8"));
    assert!(answer.header("content-disposition").unwrap().starts_with("attachment; filename=\"insights-"));
    answer.html()
}

#[track_caller]
fn has(csv: &str, lines: &[&str]) {
    let found: Vec<&str> = csv.split("\r\n").collect();
    for line in lines {
        assert!(found.contains(line), "{line} is not in {found:#?}");
    }
}

fn topic(app: &TestApp, name: &str) -> String {
    app.editor("Tomas").post("/desk/topics", &[("name", name)]).is(303);
    app.one(&format!("SELECT id AS value FROM topics WHERE name LIKE '{}%'", &name[..1]))
}

/// Two checks: one taken on Tuesday 24 November and published on Saturday, one sent back once and published on the
/// Wednesday after; the first put right on Friday 4 December, when it is now. One claim still waits, and one check of
/// the first day is closed to all but Zora.
fn small_desk(app: &TestApp) {
    let (ines, tomas, ada) = (app.reviewer("Ines"), app.editor("Tomas"), app.admin("Ada"));
    let zora = app.reviewer("Zora");
    let claim = |topic: &str, claimant: &str| -> Claim {
        app.claim().with("topic", topic).with("claimant_name", claimant).selected()
    };
    let (housing, hostile) = (topic(app, "Housing"), topic(app, HOSTILE));
    let closed = claim(&housing, "Closed Party");
    app.check().of(&closed).published();
    ada.post(&format!("{}/access", closed.path), &[("restricted", "yes"), ("person", zora.id.as_str())]).is(303);
    let first = app.check().of(&claim(&housing, "Odo Fenn")).rated("False").researching();
    let second = app.check().of(&claim(&hostile, "")).researching();
    app.claim().add();
    let later = |days: i64| {
        app.clock.advance(TimeDelta::days(days));
        [&ines, &tomas, &ada].map(|it| app.again(it))
    };
    let [ines, ..] = later(2);
    app.submit(&ines, &first).is(303);
    let [_, tomas, _] = later(1);
    app.approve(&tomas, &first).is(303);
    let [ines, tomas, ada] = later(1);
    app.publish(&ada, &first).is(303);
    app.submit(&ines, &second).is(303);
    app.decide(&tomas, &second, "approval", "changes").is(303);
    let [ines, tomas, _] = later(2);
    app.submit(&ines, &second).is(303);
    app.approve(&tomas, &second).is(303);
    let [ines, _, ada] = later(2);
    app.publish(&ada, &second).is(303);
    ines.post(&first.at("correction"), &[("correction", "correction"), ("correction_note", "One tree less.")]).is(303);
    let [ines, tomas, ada] = later(2);
    ines.fill(&first.path, &first.at("verdict"), &[("summary", "The counts differ by one tree.")]).is(303);
    app.submit(&ines, &first).is(303);
    app.approve(&tomas, &first).is(303);
    app.publish(&ada, &first).is(303);
}

#[test]
fn numbers_of_a_known_desk_are_right() {
    let app = TestApp::new();
    small_desk(&app);
    let milo = app.again(&app.reviewer("Milo"));
    has(&csv(&milo, "published"), &["2026-11-16,0", "2026-11-23,1", "2026-11-30,1"]);
    has(&csv(&milo, "time"), &["Taken to published,2,4,5,6,7,8"]);
    has(
        &csv(&milo, "stages"),
        &["Researching,2,2,3,4,5,6", "Ready for approval,2,0,0.3,0.5,0.8,1", "Approved,2,1,1.3,1.5,1.8,2"],
    );
    has(&csv(&milo, "open"), &["Inbox,1,10,10,10,10,10", ""]);
    has(&csv(&milo, "verdicts"), &["True,1", "False,1", "Half true,0"]);
    has(
        &csv(&milo, "corrections"),
        &["Typo,0", "Correction,1", "Taken back,0", "Put right per 100 checks published,50"],
    );
    has(&csv(&milo, "correcting"), &["Had stood,1,6,6,6,6,6", "Took to put right,1,2,2,2,2,2"]);
    has(&csv(&milo, "claimants"), &["Odo Fenn,1,1", "No claimant,1,2", ""]);
    let page = milo.get(PAGE).is(200);
    for said in [
        "2 checks in this time, at most 1 at once.",
        "Half of the checks took 6 days or less; the middle half took 5 to 7.",
        "Longest: Researching, 4 days for half of the drafts or more.",
        "One is open; it is 10 days old.",
        "50 put right for every 100 checks published.",
        "It had stood for 6 days.",
        "is no sample",
    ] {
        assert!(page.text().contains(said), "{said:?} is not in {}", page.text());
    }
    let html = page.html();
    assert_eq!((html.matches("<svg").count(), html.matches("<table").count()), (TABLES.len(), TABLES.len()));
    let links = html::links(&html);
    for table in TABLES {
        let file = format!("{PAGE}/{table}.csv?from=2026-06-08&to=2026-12-04");
        assert!(links.iter().any(|it| it.replace("&amp;", "&") == file), "{file} in {links:?}");
    }
}

#[test]
fn what_somebody_may_not_see_is_not_counted_for_them() {
    let app = TestApp::new();
    small_desk(&app);
    let (milo, zora) = (app.again(&app.reviewer("Milo")), app.again(&app.reviewer("Zora")));
    let audit = app.auditor("Otto");
    for (by, all) in [(&milo, false), (&zora, true), (&audit, true)] {
        let page = by.get(PAGE).is(200).html();
        assert_eq!(page.contains("Closed Party"), all, "{}", by.name);
        assert_eq!(csv(by, "claimants").contains("Closed Party"), all, "{}", by.name);
        assert_eq!(csv(by, "topics").contains("Housing,2,2"), all, "{}", by.name);
        has(&csv(by, "published"), &[if all { "2026-11-23,2" } else { "2026-11-23,1" }]);
        has(&csv(by, "time"), &[if all { "Taken to published,3,0,2,4,6,8" } else { "Taken to published,2,4,5,6,7,8" }]);
        assert_eq!(csv(by, "stages").contains("Researching,3"), all, "{}", by.name);
        assert_eq!(csv(by, "verdicts").contains("True,2"), all, "{}", by.name);
    }
}

#[test]
fn hostile_names_are_words_on_the_page_and_in_the_file() {
    let app = TestApp::new();
    small_desk(&app);
    let milo = app.again(&app.reviewer("Milo"));
    let page = milo.get(PAGE).is(200).html();
    assert!(!page.contains("<script>alert"));
    assert!(html::inside(&page, "th").iter().any(|it| it == HOSTILE), "{page}");
    let file = csv(&milo, "topics");
    let guarded = format!("\"'{}\",1,1", HOSTILE.replace('"', "\"\""));
    has(&file, &["Topic,Checks published,Claims marked", &guarded, "Housing,1,1", "No topic,0,1"]);
}

#[test]
fn the_address_says_which_days_are_counted() {
    let app = TestApp::new();
    small_desk(&app);
    let milo = app.again(&app.reviewer("Milo"));
    let rows = |query: &str| -> Vec<String> {
        let file = milo.get(&format!("{PAGE}/published.csv{query}")).is(200).html();
        file.lines().skip(1).map(str::to_owned).collect()
    };
    assert_eq!(rows("?from=2026-11-24&to=2026-11-28"), ["2026-11-23,1"]);
    assert_eq!(rows("?from=2026-11-28&to=2026-11-24"), ["2026-11-23,1"]);
    assert_eq!(rows("?from=2026-11-29&to=2026-12-02"), ["2026-11-23,0", "2026-11-30,1"]);
    assert_eq!(rows("?from=2026-11-29&to=2026-12-01"), ["2026-11-23,0", "2026-11-30,0"]);
    assert_eq!(rows("").len(), 26);
    assert_eq!(rows("?from=yesterday&to=2026-13-99").len(), 26);
    assert_eq!(rows("?from=0000-01-01&to=9999-12-31").len(), 121, "ten years, by month");
    let none = milo.get(&format!("{PAGE}?from=2026-01-01&to=2026-03-31")).is(200).text();
    assert!(none.contains("Nothing was published in this time.") && none.contains("One is open"), "{none}");
    for query in ["?from=%00", "?to=-262143-01-01", "?from=&to=", "?from=2026-11-24&from=x", "?to=%F0%9F%98%80"] {
        milo.get(&format!("{PAGE}{query}")).is(200);
    }
}

#[test]
fn who_may_read_the_log_may_read_it_and_nobody_else() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    assert!(!nell.get("/desk").is(200).html().contains(PAGE));
    for path in [PAGE.to_owned(), format!("{PAGE}/topics.csv")] {
        nell.get(&path).is(404);
        assert!(app.anonymous().get(&path).is(303).location().starts_with("/login"));
        for by in [app.reviewer("Ines"), app.editor("Tomas"), app.admin("Ada"), app.auditor("Otto")] {
            by.get(&path).is(200);
            assert!(by.get("/desk").html().contains(PAGE));
        }
    }
    let ines = app.reviewer("Ines");
    for table in ["", "people", "published.csv", "PUBLISHED", "..%2F..%2Fx"] {
        ines.get(&format!("{PAGE}/{table}.csv")).is(404);
    }
}

#[test]
fn an_empty_desk_is_told_what_will_be_here() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let page = ines.get(PAGE).is(200);
    assert!(page.text().contains("Nothing to count yet") && page.text().contains("first published check"));
    assert!(!page.html().contains("<svg") && html::links(&page.html()).contains(&"/desk/claims".to_owned()));
    for table in TABLES {
        assert!(csv(&ines, table).lines().count() >= 1, "{table}");
    }
    has(&csv(&ines, "corrections"), &["Correction,0", "Put right per 100 checks published,"]);
}

#[test]
fn private_individuals_are_counted_together() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    for name in ["Lena Marsh", "Tom Reed"] {
        ines.post("/desk/claimants", &[("name", name), ("kind", "person"), ("private", "yes")]).is(303);
        let id = app.one(&format!("SELECT id AS value FROM claimants WHERE name = '{name}'"));
        app.claim().by(&ines).with("claimant", id).add();
    }
    let file = csv(&ines, "claimants");
    has(&file, &["Private individuals,0,2"]);
    let page = ines.get(PAGE).is(200).html();
    assert!(["Lena", "Reed"].iter().all(|it| !file.contains(it) && !page.contains(it)));
}
