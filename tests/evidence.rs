//! Sources and their copies; quotes that are taken only if they stand there; numbers that are never given again.

mod harness;

use harness::make::id_of;
use harness::{TestApp, html};

/// Refused with this status and sentence, and nothing happened.
#[track_caller]
fn refused(app: &TestApp, status: u16, sentence: &str, ask: impl FnOnce() -> harness::Answer) {
    let before = app.head();
    let answer = ask().is(status);
    assert!(answer.text().contains(sentence), "{sentence:?} is not in: {}", answer.text());
    assert_eq!(app.head(), before, "nothing may have happened");
}

#[test]
fn a_quote_that_is_not_in_the_snapshot_is_refused_and_the_nearest_passage_offered() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let check = app.check().taken();
    let source = app.source(&ines, "The board met twice. The river rose by 40 centimetres in March. Nobody was hurt.");
    let before = app.head();
    let answer = app.quote(&ines, &check, &source, "supports", "The river rose by 60 centimetres in March.").is(422);
    assert_eq!(app.head(), before);
    assert!(answer.text().contains("These exact words are not in the snapshot"), "{}", answer.text());
    let shown = html::inside(&answer.html(), "mark");
    assert!(shown.iter().any(|it| it.contains("The river rose by 40 centimetres")), "{shown:?}");
    ines.send(&answer.form(&check.at("evidence")), &[]).is(303);
    let exact = app.one(&format!("SELECT exact AS value FROM evidence WHERE check_id = '{}'", check.id));
    assert!(exact.contains("40 centimetres"), "{exact}");
}

#[test]
fn words_that_stand_twice_ask_which() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let check = app.check().taken();
    let source = app.source(&ines, "First: rents doubled. Second: rents doubled. That is all.");
    let answer = app.quote(&ines, &check, &source, "supports", "rents doubled").is(422);
    assert!(answer.text().contains("These words stand in several places"), "{}", answer.text());
    let forms = html::forms(&answer.html());
    let places: Vec<_> = forms.iter().filter(|it| !it.value("start").is_empty()).collect();
    assert_eq!(places.len(), 2);
    ines.send(places[1], &[]).is(303);
    let start =
        app.one(&format!("SELECT CAST(start_at AS TEXT) AS value FROM evidence WHERE check_id = '{}'", check.id));
    assert_eq!(start, "30");
}

#[test]
fn a_quote_by_code_points_is_the_snapshots_own_words() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let check = app.check().taken();
    let source = app.source(&ines, "🦦🦦 Otters live here. مرحبا");
    let by_points = |start: &str, end: &str| {
        let fields = [("source", source.id.as_str()), ("snapshot", &source.snapshot), ("stance", "context")];
        let fields: Vec<_> = fields.into_iter().chain([("start", start), ("end", end)]).collect();
        ines.post(&check.at("evidence"), &fields)
    };
    by_points("3", "20").is(303);
    assert_eq!(app.one("SELECT exact AS value FROM evidence WHERE number = 1"), "Otters live here.");
    for (start, end) in [("20", "3"), ("0", "4000"), ("2", "3")] {
        let before = app.head();
        by_points(start, end).is(422);
        assert_eq!(app.head(), before, "{start}-{end}");
    }
}

#[test]
fn a_quote_comes_from_its_own_sources_snapshot() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let check = app.check().taken();
    let one = app.source(&ines, "One office counted ten.");
    let other = app.source(&ines, "Another office counted twelve.");
    let before = app.head();
    let fields =
        [("source", one.id.as_str()), ("snapshot", &other.snapshot), ("stance", "supports"), ("exact", "twelve")];
    ines.post(&check.at("evidence"), &fields).is(404);
    assert_eq!(app.head(), before);
}

#[test]
fn a_note_stands_where_nothing_can_be_quoted_and_nothing_at_all_does_not() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let check = app.check().taken();
    let source = app.source(&ines, "");
    let add = |note: &str| {
        ines.post(&check.at("evidence"), &[("source", source.id.as_str()), ("stance", "context"), ("note", note)])
    };
    let answer = add("").is(422);
    assert!(answer.text().contains("Select a quote, or write a note"), "{}", answer.text());
    add("The photograph shows no tree.").is(303);
    let page = ines.get(&check.path).is(200);
    assert!(page.text().contains("The photograph shows no tree."));
}

#[test]
fn numbers_of_evidence_are_never_given_again() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let check = app.check().researching();
    ines.post(&check.at("evidence/2/state"), &[("state", "removed")]).is(303);
    app.add_quote(&ines, &check, "context");
    let numbers = || {
        app.column(&format!(
            "SELECT CAST(number AS TEXT) AS value FROM evidence WHERE check_id = '{}' ORDER BY number",
            check.id
        ))
    };
    assert_eq!(numbers(), ["1", "2", "3"]);
    let kept = || -> Vec<String> {
        let page = ines.get(&check.path).is(200).text();
        ["1", "2", "3"].iter().filter(|n| page.contains(&format!("{n} "))).map(|n| (*n).to_owned()).collect()
    };
    assert_eq!(kept().len(), 3);
    refused(&app, 409, "gate", || app.submit(&ines, &check)); // the reasoning cites [2], which is taken out
    ines.post(&check.at("evidence/2/state"), &[("state", "kept")]).is(303);
    assert_eq!(numbers(), ["1", "2", "3"]);
    app.submit(&ines, &check).is(303);
}

#[test]
fn evidence_changed_meanwhile_shows_both_texts() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let check = app.check().researching();
    let opened = ines.get(&check.path).is(200).form(&check.at("evidence/1"));
    ines.send(&opened, &[("note", "The first count.")]).is(303);
    let before = app.head();
    let stale = ines.send(&opened, &[("note", "Counted at noon.")]).is(409);
    assert_eq!(app.head(), before);
    assert!(stale.text().contains("The first count.") && stale.html().contains("Counted at noon."), "{}", stale.text());
    ines.send(&stale.form(&check.at("evidence/1")), &[]).is(303);
    assert!(ines.get(&check.path).text().contains("Counted at noon."));
}

// ---- sources

#[test]
fn a_source_leads_a_stranger_to_it_and_keeps_what_was_typed() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let fields =
        [("title", "A report"), ("publisher", "Office"), ("text", "Typed for an hour."), ("url", ""), ("citation", "")];
    let answer = nell.fill("/desk/sources/new", "/desk/sources", &fields).is(422);
    assert!(answer.text().contains("Give a web address or a citation"), "{}", answer.text());
    let form = answer.form("/desk/sources");
    assert_eq!((form.value("title"), form.value("text")), ("A report", "Typed for an hour."));
    assert_eq!((app.count("sources"), app.count("snapshots")), (0, 0));
    let path = nell.send(&form, &[("citation", "Report 12, page 4")]).is(303).location();
    assert!(nell.get(&path).text().contains("Typed for an hour."));
}

#[test]
fn a_copy_is_kept_byte_for_byte_and_once() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let source = app.source(&nell, "The first copy.");
    let bytes = b"<!doctype html><p>The <b>second</b> copy.</p>\r\n";
    let action = format!("{}/snapshots", source.path);
    let copies = || app.count("snapshots");
    nell.upload(&action, &[], ("page.html", bytes)).is(303);
    nell.upload(&action, &[], ("page.html", bytes)).is(303);
    assert_eq!(copies(), 2, "the same bytes again are the copy we have");
    let id = app.one("SELECT id AS value FROM snapshots WHERE media_type = 'text/html'");
    let original = nell.get(&format!("{action}/{id}/original")).is(200);
    assert_eq!(original.body, bytes);
    assert!(original.header("content-disposition").unwrap().starts_with("attachment"));
    nell.post(&action, &[("text", " ")]).is(422);
    nell.upload(&action, &[], ("x.pdf", b"%PDF")).is(422);
    assert_eq!(copies(), 2);
    let other = app.source(&nell, "Another source.");
    nell.get(&format!("{}/snapshots/{id}/original", other.path)).is(404);
}

#[test]
fn a_source_changed_meanwhile_shows_both_texts() {
    let app = TestApp::new();
    let (nell, milo) = (app.contributor("Nell"), app.reviewer("Milo"));
    let source = app.source(&nell, "A copy.");
    let opened = milo.get(&source.path).is(200).form(&source.path);
    nell.fill(&source.path, &source.path, &[("publisher", "Nell’s office")]).is(303);
    let before = app.head();
    let stale = milo.send(&opened, &[("publisher", "Milo’s office")]).is(409);
    assert_eq!(app.head(), before);
    assert!(stale.text().contains("Nell’s office") && stale.html().contains("Milo’s office"));
    milo.send(&stale.form(&source.path), &[]).is(303);
    assert_eq!(app.one("SELECT publisher AS value FROM sources"), "Milo’s office");
}

#[test]
fn a_restricted_source_does_not_exist_for_others() {
    let app = TestApp::new();
    let (ines, milo, nell, rafiq) =
        (app.reviewer("Ines"), app.reviewer("Milo"), app.contributor("Nell"), app.auditor("Rafiq"));
    let source = app.source(&ines, "Sealed words of an informant.");
    ines.fill(&source.path, &source.path, &[("title", "Sealed letter")]).is(303);
    let access = format!("{}/access", source.path);
    ines.fill(&source.path, &access, &[("restricted", "yes"), ("person", nell.id.as_str())]).is(303);
    let unknown = source.path.replace(&id_of(&source.path), "01900000-0000-7000-8000-000000000000");
    assert!(milo.get(&source.path).is(404).body == milo.get(&unknown).is(404).body);
    milo.get(&format!("{}/snapshots/{}/original", source.path, source.snapshot)).is(404);
    let check = app.check().by(&milo).taken();
    let new = check.at("evidence/new");
    for path in ["/desk/sources", "/desk/log", "/desk", &new] {
        let page = milo.get(path).is(200).html();
        assert!(!page.contains("Sealed") && !page.contains(&source.id), "{path}");
    }
    milo.get(&format!("{new}?source={}", source.id)).is(404);
    let before = app.head();
    let fields = [
        ("source", source.id.as_str()),
        ("snapshot", &source.snapshot),
        ("stance", "supports"),
        ("exact", "Sealed words"),
    ];
    milo.post(&check.at("evidence"), &fields).is(404);
    assert_eq!(app.head(), before);
    for named in [&nell, &rafiq, &ines] {
        named.get(&source.path).is(200);
        assert!(named.get("/desk/sources").html().contains("Sealed letter"));
    }
}

/// A check may lean on a source that is closed to some who work on it: they see that there is evidence, and no more.
#[test]
fn a_check_does_not_show_what_a_closed_source_says() {
    let app = TestApp::new();
    let (ines, milo) = (app.reviewer("Ines"), app.reviewer("Milo"));
    let check = app.check().researching();
    let source = app.source(&ines, "Sealed words of an informant.");
    ines.fill(&source.path, &source.path, &[("title", "Sealed letter"), ("publisher", "Sealed sender")]).is(303);
    ines.fill(&source.path, &format!("{}/access", source.path), &[("restricted", "yes")]).is(303);
    app.quote(&ines, &check, &source, "supports", "Sealed words of an informant.").is(303);
    assert!(ines.get(&check.path).is(200).text().contains("Sealed words"));
    let page = milo.get(&check.path).is(200).html();
    for words in ["Sealed letter", "Sealed sender", "Sealed words", &source.id] {
        assert!(!page.contains(words), "Milo may not see the source, but the check shows him {words:?}");
    }
}

#[test]
fn where_a_source_is_used_tells_nothing_of_restricted_claims() {
    let app = TestApp::new();
    let (ines, milo) = (app.reviewer("Ines"), app.reviewer("Milo"));
    let claim = app.claim().with("statement", "Sealed statement").selected();
    let check = app.check().of(&claim).taken();
    let source = app.add_quote(&ines, &check, "supports");
    assert!(milo.get(&source.path).text().contains("Sealed statement"));
    ines.post(&format!("{}/access", claim.path), &[("restricted", "yes")]).is(303);
    assert!(!milo.get(&source.path).is(200).html().contains("Sealed statement"));
    assert!(ines.get(&source.path).text().contains("Sealed statement"));
}
