//! What has been published and is taken back, withheld or put right: by two people, with its reason, and nowhere silently.

mod harness;

use chrono::TimeDelta;
use harness::make::Check;
use harness::{Person, TestApp, html};

/// The first form of the page that goes below an address.
fn action(by: &Person, check: &Check, below: &str) -> String {
    let forms = html::forms(&by.get(&check.at("after")).is(200).html());
    let wanted = format!("{}/", check.at(below));
    forms.into_iter().map(|form| form.action).find(|it| it.starts_with(&wanted)).expect("a form")
}

/// Proposed by Tomas, confirmed by Ada.
fn withhold(app: &TestApp, check: &Check, part: &str, more: &[(&str, &str)]) {
    let (tomas, ada) = (app.editor("Tomas"), app.admin("Ada"));
    let fields = [&[("part", part), ("withhold_reason", "A court asked for it.")], more].concat();
    tomas.fill(&check.at("after"), &check.at("withholdings"), &fields).is(303);
    ada.post(&action(&ada, check, "withholdings"), &[("state", "active")]).is(303);
}

#[test]
fn a_check_is_taken_back_by_two_and_keeps_its_address() {
    let app = TestApp::searching();
    let (ines, tomas, ada) = (app.reviewer("Ines"), app.editor("Tomas"), app.admin("Ada"));
    let (check, other) = (app.check().by(&ines).published(), app.check().by(&ines).published());
    let (reader, path) = (app.anonymous(), check.at("retraction"));
    ines.post(&path, &[("retraction_reason", "Wrong")]).is(403);
    tomas.post(&path, &[]).is(422);
    tomas.post(&path, &[("retraction_reason", "x"), ("merged_into", "nowhere")]).is(422);
    tomas.fill(&check.at("after"), &path, &[("retraction_reason", "We counted the wrong trees.")]).is(303);
    tomas.post(&path, &[("retraction_reason", "Again")]).is(409);
    assert_eq!(app.public_page(&check).status, 200);
    assert!(!app.public_page(&check).text().contains("wrong trees"), "a proposal is nobody's business");
    let decide = action(&ada, &check, "retraction");
    tomas.post(&decide, &[("state", "confirmed")]).is(403);
    ines.post(&decide, &[("state", "confirmed")]).is(403);
    ada.post(&decide, &[("state", "confirmed")]).is(303);
    ada.post(&decide, &[("state", "confirmed")]).is(409);
    let page = app.public_page(&check).is(200);
    assert!(page.text().contains("We counted the wrong trees.") && page.text().contains("Taken back on"));
    assert!(!page.html().contains("ClaimReview") && TestApp::markup_of(&page).is_empty());
    assert!(!page.text().contains("How we know"), "we no longer stand by it");
    reader.get(&format!("{}.json", check.public())).is(410);
    reader.get(&format!("{}/annotation.json", check.public())).is(410);
    assert!(reader.get(&format!("{}/versions/1", check.public())).is(200).text().contains("How we know"));
    app.searched();
    for list in ["/", "/checks", "/sitemap.xml", "/checks?q=trees"] {
        let html = reader.get(list).is(200).html();
        assert!(!html.contains(&check.slug) && html.contains(&other.slug), "{list}");
    }
    for list in ["/corrections", "/feeds/corrections.atom"] {
        let text = reader.get(list).is(200).html();
        assert!(text.contains(&check.slug) && text.contains("We counted the wrong trees."), "{list}");
    }
    ines.post(&check.at("correction"), &[("correction", "typo"), ("correction_note", "x")]).is(409);
    ines.post(&check.at("evidence"), &[("source", &app.source(&ines, "A.").id), ("stance", "supports"), ("note", "x")])
        .is(409);
    app.verify().unwrap();
}

#[test]
fn a_check_that_says_the_same_is_merged_with_a_link_and_a_proposal_can_be_dropped() {
    let app = TestApp::new();
    let (ines, tomas, ada) = (app.reviewer("Ines"), app.editor("Tomas"), app.admin("Ada"));
    let (check, stays) = (app.check().by(&ines).published(), app.check().by(&ines).published());
    let whole = format!("{}{}", app.site.base_url, stays.public());
    let fields = [("retraction_reason", "Said twice."), ("merged_into", whole.as_str())];
    tomas.post(&check.at("retraction"), &fields).is(303);
    ada.post(&action(&ada, &check, "retraction"), &[("state", "withdrawn")]).is(303);
    assert!(!app.public_page(&check).text().contains("Said twice."));
    ada.post(&check.at("retraction"), &fields).is(303);
    tomas.post(&action(&tomas, &check, "retraction"), &[("state", "confirmed")]).is(303);
    let page = app.public_page(&check).is(200);
    assert!(page.text().contains("Another check says the same") && html::links(&page.html()).contains(&stays.public()));
    app.verify().unwrap();
}

#[test]
fn what_is_withheld_answers_with_its_reason_and_hashes_stay() {
    let app = TestApp::new();
    let (ines, tomas) = (app.reviewer("Ines"), app.editor("Tomas"));
    let check = app.check().by(&ines).published();
    let reader = app.anonymous();
    let (evidence, version) = (format!("{}/evidence/1", check.public()), format!("{}/versions/1", check.public()));
    let passage = html::inside(&reader.get(&evidence).is(200).html(), "mark").remove(0);
    for bad in ["", "quote:9", "version:7", "something"] {
        tomas.post(&check.at("withholdings"), &[("part", bad), ("withhold_reason", "x")]).is(422);
    }
    tomas
        .post(&check.at("withholdings"), &[("part", "quote:1"), ("withhold_reason", "x"), ("until", "2020-01-01")])
        .is(422);
    ines.post(&check.at("withholdings"), &[("part", "quote:1"), ("withhold_reason", "x")]).is(403);
    withhold(&app, &check, "quote:1", &[("until", "2026-12-01")]);
    assert!(reader.get(&evidence).is(451).text().contains("A court asked for it."));
    let page = app.public_page(&check).is(200).text();
    assert!(page.contains("A court asked for it.") && !page.contains(&passage), "{page}");
    tomas.post(&check.at("withholdings"), &[("part", "quote:1"), ("withhold_reason", "x")]).is(409);
    app.clock.advance(TimeDelta::days(8));
    assert!(app.public_page(&check).text().contains(&passage), "its time is over");
    app.work();
    assert_eq!(app.one("SELECT state AS value FROM withholdings"), "ended");
    let (tomas, ada) = (app.again(&tomas), app.again(&app.admin("Ada")));
    tomas.post(&check.at("withholdings"), &[("part", "snapshot:2"), ("withhold_reason", "A right of copy.")]).is(303);
    let waiting = action(&ada, &check, "withholdings");
    tomas.post(&waiting, &[("state", "active")]).is(403);
    reader.get(&format!("{}/evidence/2", check.public())).is(200);
    ada.post(&waiting, &[("state", "active")]).is(303);
    reader.get(&format!("{}/evidence/2", check.public())).is(451);
    tomas.post(&waiting, &[("state", "ended")]).is(303);
    reader.get(&format!("{}/evidence/2", check.public())).is(200);
    tomas.post(&check.at("withholdings"), &[("part", "version:1"), ("withhold_reason", "All of it.")]).is(303);
    ada.post(&action(&ada, &check, "withholdings"), &[("state", "active")]).is(303);
    for path in [&version, &check.public(), &evidence] {
        assert!(reader.get(path).is(451).text().contains("All of it."), "{path}");
    }
    assert!(!reader.get("/checks").html().contains(&check.slug));
    app.verify().unwrap();
}

#[test]
fn a_name_that_is_withheld_stands_nowhere_that_readers_look() {
    let app = TestApp::searching();
    let ines = app.reviewer("Ines");
    ines.post("/desk/claimants", &[("name", "Marlo Quist"), ("kind", "person"), ("aliases", "M. Quist")]).is(303);
    let claimant = app.one("SELECT id AS value FROM claimants WHERE name = 'Marlo Quist'");
    let claim = app.claim().by(&ines).with("claimant", claimant).selected();
    let check = app.check().of(&claim).by(&ines).published();
    let reader = app.anonymous();
    let pages = || [check.public(), format!("{}.json", check.public()), format!("{}/versions/1", check.public())];
    assert!(pages().iter().all(|path| reader.get(path).is(200).html().contains("Quist")));
    let correction = [("correction", "typo"), ("correction_note", "Quist wrote to us.")];
    ines.post(&check.at("correction"), &correction).is(303);
    ines.fill(&check.path, &check.at("verdict"), &[("summary", "Marlo Quist counted wrong.")]).is(303);
    app.submit(&ines, &check).is(303);
    app.approve(&app.editor("Tomas"), &check).is(303);
    app.publish(&app.admin("Ada"), &check).is(303);
    withhold(&app, &check, "name", &[]);
    app.searched();
    let found = reader.get("/checks?q=Quist").is(200).html();
    assert!(!found.contains(&check.slug), "the index has forgotten it");
    let more = [format!("{}/versions/1...2", check.public()), "/corrections".into(), "/feeds/corrections.atom".into()];
    for path in pages().into_iter().chain(more) {
        assert!(!reader.get(&path).is(200).html().contains("Quist"), "{path}");
    }
    assert!(app.public_page(&check).text().contains("[…] counted wrong."), "readers see that something is missing");
    app.verify().unwrap();
}

#[test]
fn what_a_correction_changed_is_shown_word_by_word() {
    let app = TestApp::new();
    let (ines, tomas, ada) = (app.reviewer("Ines"), app.editor("Tomas"), app.admin("Ada"));
    let check = app.check().by(&ines).published();
    let reader = app.anonymous();
    assert!(reader.get("/corrections").text().contains("No corrections yet"));
    ines.post(&check.at("correction"), &[("correction", "clarification"), ("correction_note", "Said it better.")])
        .is(303);
    ines.fill(&check.path, &check.at("verdict"), &[("summary", "The counts of three offices agree.")]).is(303);
    app.submit(&ines, &check).is(303);
    app.approve(&tomas, &check).is(303);
    app.publish(&ada, &check).is(303);
    let page = reader.get(&format!("{}/versions/1...2", check.public())).is(200);
    assert!(html::inside(&page.html(), "ins").iter().any(|it| it.contains("three")), "{}", page.text());
    assert!(html::inside(&page.html(), "del").iter().any(|it| it.contains("two")));
    assert!(page.text().contains("Said it better."));
    let back = reader.get(&format!("{}/versions/2...1", check.public())).is(200);
    assert!(html::inside(&back.html(), "del").iter().any(|it| it.contains("three")));
    for bad in ["1...1", "1...3", "01...2", "...", "1...", "1..2", "1...2...3", "-1...2"] {
        reader.get(&format!("{}/versions/{bad}", check.public())).is(404);
    }
    let list = reader.get("/corrections").is(200);
    assert!(list.text().contains("Said it better.") && list.text().contains("Clarification"));
    let feed = reader.get("/feeds/corrections.atom").is(200);
    assert!(feed.header("content-type").unwrap().starts_with("application/atom+xml"));
    assert!(feed.html().contains("Said it better.") && feed.html().contains("<updated>"));
}

#[test]
fn a_withheld_passage_does_not_stand_around_another_quote_of_its_copy() {
    let app = TestApp::new();
    let (ines, tomas, ada) = (app.reviewer("Ines"), app.editor("Tomas"), app.admin("Ada"));
    let mut check = app.check().by(&ines).with_evidence(1).researching();
    let source = app.source(&ines, "The secret is out. The level stood at 200 centimetres.");
    for exact in ["The secret is out.", "The level stood at 200 centimetres."] {
        app.quote(&ines, &check, &source, "undermines", exact).is(303);
    }
    app.submit(&ines, &check).is(303);
    app.approve(&tomas, &check).is(303);
    app.publish(&ada, &check).is(303);
    check.slug = app.one(&format!("SELECT slug AS value FROM checks WHERE id = '{}'", check.id));
    tomas.fill(&source.path, &source.path, &[("freely_showable", "yes")]).is(303);
    let (reader, beside) = (app.anonymous(), format!("{}/evidence/3", check.public()));
    let url = app.one(&format!("SELECT url AS value FROM sources WHERE id = '{}'", source.id));
    assert!(reader.get(&beside).is(200).text().contains("The secret is out."));
    reader.get(&format!("/timemap/{url}")).is(200);
    withhold(&app, &check, "quote:2", &[]);
    let page = reader.get(&beside).is(200);
    assert!(page.text().contains("The level stood at 200") && !page.text().contains("secret"), "{}", page.text());
    assert!(page.header("memento-datetime").is_none());
    reader.get(&format!("/timemap/{url}")).is(404);
    reader.get(&format!("{}/evidence/9", check.public())).is(404);
    withhold(&app, &check, "version:1", &[]);
    reader.get(&format!("{}/evidence/9", check.public())).is(404);
    reader.get(&beside).is(451);
    assert!(!reader.get("/sitemap.xml").html().contains(&check.slug));
}

#[test]
fn two_checks_are_not_merged_into_each_other() {
    let app = TestApp::new();
    let (ines, tomas, ada) = (app.reviewer("Ines"), app.editor("Tomas"), app.admin("Ada"));
    let (one, two) = (app.check().by(&ines).published(), app.check().by(&ines).published());
    for (from, to) in [(&one, &two), (&two, &one)] {
        let fields = [("retraction_reason", "Said twice."), ("merged_into", to.slug.as_str())];
        tomas.post(&from.at("retraction"), &fields).is(303);
    }
    ada.post(&action(&ada, &one, "retraction"), &[("state", "confirmed")]).is(303);
    ada.post(&action(&ada, &two, "retraction"), &[("state", "confirmed")]).is(409);
    ines.post(&one.at("lead"), &[("lead", ines.id.as_str())]).is(409);
    let evidence = app.anonymous().get(&format!("{}/evidence/1", one.public())).is(200).text();
    assert!(evidence.contains("Taken back on"), "{evidence}");
    app.verify().unwrap();
}
