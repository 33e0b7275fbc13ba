//! A text that changes: versions, where their claims went, what an editor requires before one is released.

mod harness;

use harness::make::{Article, Claim};
use harness::{Answer, Client, TestApp, html};

const OLD: &str = "The council met on Monday.\n\nRents rose by 5 per cent last year. The bridge was closed for 12 weeks.\n\n\
    The mill has 40 workers. Nobody likes the new timetable.";

fn add_version(by: &Client, article: &Article, text: &str) -> Answer {
    by.fill(&format!("{}/versions", article.path), &format!("{}/versions", article.path), &[("text", text)])
}

/// State and decision of a claim in the newest version, and the words it stands at.
fn place(app: &TestApp, claim: &Claim) -> String {
    let sql = format!(
        "SELECT state || ' ' || decision || ' ' || COALESCE(exact, '-') AS value FROM claim_places \
         WHERE claim_id = '{}' ORDER BY created_at DESC LIMIT 1",
        claim.id
    );
    app.one(&sql)
}

fn decide(by: &Client, article: &Article, claim: &Claim, fields: &[(&str, &str)]) -> Answer {
    let page = by.get(&format!("{}/places", article.path)).is(200);
    let action = format!("{}/places/{}", article.path, claim.id);
    let form = html::forms(&page.html()).into_iter().find(|form| form.action == action).expect("a form to decide");
    by.send(&form, fields)
}

#[test]
fn every_claim_comes_along_with_a_state_of_its_own() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let article = app.article().text(OLD).add();
    let words = [
        "The council met on Monday.",
        "Rents rose by 5 per cent last year.",
        "The bridge was closed for 12 weeks.",
        "The mill has 40 workers.",
        "Nobody likes the new timetable.",
    ];
    let claims: Vec<Claim> = words.iter().map(|exact| app.mark(&nell, &article, exact)).collect();
    let new = "The council met on Monday.\n\nA new paragraph, about the ferry.\n\nRents rose by 15 per cent last year. The \
        bridge was closed for 12 weeks.\n\nEverybody likes the new ferry.";
    let answer = add_version(&nell, &article, new).is(303);
    assert!(answer.location().contains("/places"), "somebody has to look: {}", answer.location());
    let states: Vec<String> = claims.iter().map(|claim| place(&app, claim)).collect();
    assert_eq!(states[0], "exact none The council met on Monday.");
    assert_eq!(states[1], "changed open Rents rose by 15 per cent last year.");
    assert_eq!(states[2], "moved none The bridge was closed for 12 weeks.");
    assert!(states[3].starts_with("orphaned open"), "{}", states[3]);
    assert!(!states[4].contains(" none "), "never silently: {}", states[4]);
    let warned = app.one(&format!("SELECT warnings AS value FROM claim_places WHERE claim_id = '{}'", claims[1].id));
    assert!(warned.contains("\"what\":\"numeral\"") && warned.contains("15"), "{warned}");
    let page = nell.get(&format!("{}/places", article.path)).is(200).text();
    assert!(page.contains("A number changed") && page.contains("Rents rose by"), "{page}");
    // What nobody has found again keeps its words, its context and its first version (C11).
    let kept = app.one(&format!("SELECT exact || '|' || prefix AS value FROM claims WHERE id = '{}'", claims[3].id));
    assert!(kept.starts_with("The mill has 40 workers.|"), "{kept}");
    let first = nell.get(&format!("{}/versions/1", article.path)).is(200);
    assert!(html::inside(&first.html(), "mark").concat().contains("The mill has 40 workers."));
    let told = nell.get(&format!("/desk/claims/{}", claims[1].id)).is(200).text();
    assert!(told.contains("carried the claim over") && told.contains("not in version 2"), "{told}");
}

#[test]
fn a_person_says_where_a_changed_claim_stands_and_the_next_version_starts_from_there() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let article = app.article().text(OLD).add();
    let rents = app.mark(&nell, &article, "Rents rose by 5 per cent last year.");
    let mill = app.mark(&nell, &article, "The mill has 40 workers.");
    let new = OLD.replace("5 per cent", "15 per cent").replace("The mill has 40 workers. ", "");
    add_version(&nell, &article, &new).is(303);
    decide(&nell, &article, &rents, &[("saying", "here")]).is(303);
    assert_eq!(place(&app, &rents), "changed confirmed Rents rose by 15 per cent last year.");
    decide(&nell, &article, &mill, &[("saying", "gone")]).is(303);
    // A decision can be made anew.
    let action = format!("{}/places/{}", article.path, mill.id);
    let all = nell.get(&format!("{}/places?show=all", article.path)).is(200);
    assert!(all.text().contains("somebody said it is gone") && all.offers(&action), "{}", all.text());
    let done = nell.get(&format!("{}/places", article.path)).is(200).text();
    assert!(done.contains("Every claim is accounted for"), "{done}");
    // Only what changed asks again: the confirmed one is exact now, the one that is gone stays gone.
    add_version(&nell, &article, &format!("{new}\n\nA last line.")).is(303);
    assert_eq!(place(&app, &rents), "exact none Rents rose by 15 per cent last year.");
    assert!(place(&app, &mill).starts_with("orphaned gone"), "{}", place(&app, &mill));
    // And it is found again if the words come back.
    add_version(&nell, &article, OLD).is(303);
    assert_eq!(
        place(&app, &mill),
        "exact open The mill has 40 workers.",
        "somebody said it was gone: it is asked about"
    );
    decide(&nell, &article, &mill, &[("saying", "here")]).is(303);
    assert_eq!(place(&app, &mill), "exact confirmed The mill has 40 workers.");
}

#[test]
fn what_differs_in_typography_only_is_confirmed_in_one_go() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let text = "The mayor said: \"Rents rose by 5 per cent.\" The bridge - the old one - was closed. The mill burned.";
    let article = app.article().text(text).add();
    let said = app.mark(&nell, &article, "The mayor said: \"Rents rose by 5 per cent.\"");
    let bridge = app.mark(&nell, &article, "The bridge - the old one - was closed.");
    let mill = app.mark(&nell, &article, "The mill burned.");
    let new = "The mayor said: “Rents rose by 5 per cent.” The bridge – the old one – was closed. The mill was sold.";
    add_version(&nell, &article, new).is(303);
    let path = format!("{}/places", article.path);
    let page = nell.get(&path).is(200);
    assert!(page.text().contains("2 of them have the same words in other characters"), "{}", page.text());
    nell.send(&page.form(&path), &[]).is(303);
    assert!(place(&app, &said).starts_with("changed confirmed The mayor said: “Rents"), "{}", place(&app, &said));
    assert!(place(&app, &bridge).starts_with("changed confirmed"), "{}", place(&app, &bridge));
    assert!(place(&app, &mill).contains(" open "), "{}", place(&app, &mill));
}

#[test]
fn deciding_twice_or_about_an_older_version_changes_nothing() {
    let app = TestApp::new();
    let (nell, milo, rafiq) = (app.contributor("Nell"), app.reviewer("Milo"), app.auditor("Rafiq"));
    let article = app.article().text(OLD).add();
    let rents = app.mark(&nell, &article, "Rents rose by 5 per cent last year.");
    add_version(&nell, &article, &OLD.replace("5 per cent", "15 per cent")).is(303);
    let page = nell.get(&format!("{}/places", article.path)).is(200);
    let action = format!("{}/places/{}", article.path, rents.id);
    let form = page.form(&action);
    decide(&milo, &article, &rents, &[("saying", "gone")]).is(303);
    let before = app.head();
    nell.send(&form, &[("saying", "here")]).is(409);
    assert_eq!(app.head(), before);
    add_version(&nell, &article, &OLD.replace("5 per cent", "25 per cent")).is(303);
    let before = app.head();
    nell.send(&form, &[("saying", "here")]).is(409);
    nell.post(&action, &[("saying", "here"), ("revision", "1")]).is(400);
    let newest = nell.get(&format!("{}/places", article.path)).is(200).form(&action);
    nell.send(&newest, &[("saying", "here"), ("start", "9000"), ("end", "9999")]).is(409);
    assert_eq!(app.head(), before);
    let long = "A long line without an end. ".repeat(300);
    let other = app.article().text(&format!("One. {long}")).add();
    let one = app.mark(&nell, &other, "One.");
    add_version(&nell, &other, &long).is(303);
    let at = format!("{}/places/{}", other.path, one.id);
    let version = app.one("SELECT id AS value FROM article_versions ORDER BY created_at DESC LIMIT 1");
    let much = [("saying", "here"), ("revision", "1"), ("version", &version), ("start", "0"), ("end", "8000")];
    nell.post(&at, &much).is(422);
    let seen = rafiq.get(&format!("{}/places", article.path)).is(200);
    assert!(!seen.offers(&action), "an auditor decides nothing");
}

#[test]
fn a_version_shows_no_verdict_on_words_it_was_not_given_for() {
    let app = TestApp::new();
    let tomas = app.editor("Tomas");
    let article = app.article().text(OLD).add();
    let rents = app.mark(&app.contributor("Nell"), &article, "Rents rose by 5 per cent last year.");
    app.select(&rents);
    app.check().of(&rents).rated("False").published();
    add_version(&tomas, &article, &OLD.replace("5 per cent", "15 per cent")).is(303);
    for path in [article.path.clone(), format!("{}/versions/2", article.path)] {
        let marked = html::inside(&tomas.get(&path).is(200).html(), "mark").concat();
        assert!(marked.contains("15 per cent") && marked.contains("not found word for word"), "{path}: {marked}");
        assert!(!marked.contains("False"), "{path}: {marked}");
    }
    let first = html::inside(&tomas.get(&format!("{}/versions/1", article.path)).is(200).html(), "mark").concat();
    assert!(first.contains("False"), "{first}");
}

#[test]
fn a_claim_that_has_a_check_is_placed_by_a_reviewer() {
    let app = TestApp::new();
    let (nell, milo) = (app.contributor("Nell"), app.reviewer("Milo"));
    let article = app.article().text(OLD).add();
    let rents = app.mark(&nell, &article, "Rents rose by 5 per cent last year.");
    app.select(&rents);
    app.check().of(&rents).by(&milo).researching();
    add_version(&nell, &article, &OLD.replace("5 per cent", "15 per cent")).is(303);
    assert!(place(&app, &rents).starts_with("changed open"), "never without a person (C8)");
    let page = nell.get(&format!("{}/places", article.path)).is(200);
    let action = format!("{}/places/{}", article.path, rents.id);
    assert!(!page.offers(&action), "no button that would be refused");
    let version = app.one("SELECT id AS value FROM article_versions WHERE number = 2");
    nell.post(&action, &[("saying", "gone"), ("revision", "1"), ("version", &version)]).is(403);
    decide(&milo, &article, &rents, &[("saying", "here")]).is(303);
    assert!(place(&app, &rents).starts_with("changed confirmed"));
}

#[test]
fn versions_are_refused_with_a_sentence_and_the_text_is_kept() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let article = app.article().text(OLD).add();
    let path = format!("{}/versions", article.path);
    let before = app.head();
    let same = add_version(&nell, &article, OLD).is(422);
    assert!(same.text().contains("word for word"), "{}", same.text());
    assert!(add_version(&nell, &article, " ").is(422).text().contains("There is no text here"));
    let form = nell.get(&path).is(200).form(&path);
    assert_eq!(app.head(), before);
    nell.send(&form, &[("text", "The first of two at once.")]).is(303);
    let before = app.head();
    let late = nell.send(&form, &[("text", "The second of two at once.")]).is(409);
    assert!(late.text().contains("added a version meanwhile"), "{}", late.text());
    assert_eq!(app.head(), before);
    nell.get(&format!("{path}/3")).is(404);
    nell.get(&format!("{path}/02")).is(404);
    nell.get(&format!("{path}/1...9")).is(404);
}

#[test]
fn a_version_comes_as_a_file_and_its_bytes_are_kept() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let article = app.article().text(OLD).add();
    let path = format!("{}/versions", article.path);
    let version = nell.get(&path).is(200).form(&path).value("version").to_owned();
    let bytes = b"<p>The council met on <b>Tuesday</b>.</p>";
    nell.upload(&path, &[("version", &version)], ("new.html", bytes)).is(303);
    assert_eq!(nell.get(&format!("{}/original", article.path)).is(200).body, bytes);
    assert!(nell.get(&article.path).is(200).text().contains("The council met on Tuesday."));
    let first = nell.get(&format!("{path}/1/original")).is(200);
    assert_eq!(String::from_utf8(first.body).unwrap(), OLD, "the first one's bytes are still there");
    nell.get(&format!("{path}/3/original")).is(404);
}

#[test]
fn what_changed_is_shown_in_one_text_and_side_by_side() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let article = app.article().text(OLD).add();
    add_version(&nell, &article, &OLD.replace("12 weeks", "21 weeks")).is(303);
    for look in ["", "?look=beside"] {
        let page = nell.get(&format!("{}/versions/1...2{look}", article.path)).is(200);
        assert!(html::inside(&page.html(), "del").concat().contains("12"), "{look}");
        assert!(html::inside(&page.html(), "ins").concat().contains("21"), "{look}");
        assert!(page.text().contains("removed:") && page.text().contains("added:"), "said without colour");
    }
    let same = nell.get(&format!("{}/versions/2...2", article.path)).is(200).text();
    assert!(same.contains("the same word for word"), "{same}");
}

#[test]
fn an_article_that_readers_see_gets_new_versions_from_an_editor() {
    let app = TestApp::new();
    let (nell, tomas) = (app.contributor("Nell"), app.editor("Tomas"));
    let url = "https://courier.example/a";
    let article = app.article().text(OLD).with("url", url).by(&tomas).with("freely_showable", "yes").add();
    let rents = app.mark(&nell, &article, "Rents rose by 5 per cent last year.");
    let mill = app.mark(&nell, &article, "The mill has 40 workers.");
    for claim in [&rents, &mill] {
        app.select(claim);
        app.check().of(claim).published();
    }
    let slug = app.one("SELECT slug AS value FROM articles");
    let new = OLD.replace("5 per cent", "15 per cent");
    add_version(&nell, &article, &new).is(403);
    add_version(&tomas, &article, &new).is(303);
    let page = app.anonymous().get(&format!("/articles/{slug}")).is(200);
    let marked = html::inside(&page.html(), "mark").concat();
    assert!(marked.contains("The mill has 40 workers."), "{marked}");
    assert!(!marked.contains("15 per cent"), "what nobody has found again is not marked for readers: {marked}");
    assert!(page.text().contains("15 per cent"));
}

#[test]
fn what_is_restricted_comes_along_unseen() {
    let app = TestApp::new();
    let (nell, milo, ines) = (app.contributor("Nell"), app.reviewer("Milo"), app.reviewer("Ines"));
    let article = app.article().text(OLD).add();
    let secret = app.mark(&nell, &article, "The mill has 40 workers.");
    let access = [("restricted", "yes"), ("person", ines.id.as_str())];
    ines.post(&format!("/desk/claims/{}/access", secret.id), &access).is(303);
    add_version(&milo, &article, &OLD.replace("40 workers", "44 workers")).is(303);
    assert!(place(&app, &secret).starts_with("changed open"));
    let unseen = milo.get(&format!("{}/places", article.path)).is(200);
    assert!(!unseen.html().contains(&secret.id), "{}", unseen.text());
    assert!(ines.get(&format!("{}/places", article.path)).is(200).html().contains(&secret.id));
    let action = format!("{}/places/{}", article.path, secret.id);
    let version = app.one("SELECT id AS value FROM article_versions WHERE number = 2");
    milo.post(&action, &[("saying", "gone"), ("revision", "1"), ("version", &version)]).is(404);
    assert!(!milo.get("/desk/log").is(200).text().contains("carried the claim over"), "nor in the log");
}
