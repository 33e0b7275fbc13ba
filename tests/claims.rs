//! Marking claims where they stand, wording them, and triage.

mod harness;

use harness::make::{Article, Claim, id_of};
use harness::{Answer, Client, Person, TestApp, html};

/// Where claims of an article stand, with their words.
fn spans(app: &TestApp, article: &Article) -> Vec<String> {
    app.column(&format!(
        "SELECT CAST(start_at AS TEXT) || '-' || CAST(end_at AS TEXT) || ' ' || exact AS value FROM claims \
         WHERE article_id = '{}' ORDER BY start_at, end_at",
        article.id
    ))
}

fn mark(by: &Client, article: &Article, fields: &[(&str, &str)]) -> Answer {
    by.fill(&article.path, &format!("{}/claims", article.path), fields)
}

/// The boxes beside the sentences of an article.
fn sentences(by: &Client, article: &Article) -> Vec<String> {
    html::pieces(&by.get(&article.path).is(200).html())
        .into_iter()
        .filter_map(|piece| match piece {
            html::Piece::Open(name, attrs) if name == "input" && html::attr(&attrs, "name") == Some("sentence") => {
                html::attr(&attrs, "value").map(str::to_owned)
            }
            _ => None,
        })
        .collect()
}

// ---- marking

#[test]
fn ticked_sentences_become_claims_and_neighbours_become_one() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let text = "Rents doubled. Wages fell. Nobody cared.\n\nThe river rose 🦦. The end came.";
    let article = app.article().text(text).add();
    let boxes = sentences(&nell, &article);
    assert_eq!(boxes.len(), 5, "{boxes:?}");
    let one = mark(&nell, &article, &[("sentence", &boxes[0])]).is(303);
    assert!(one.location().starts_with("/desk/claims/"));
    mark(&nell, &article, &[("sentence", &boxes[1]), ("sentence", &boxes[2]), ("sentence", &boxes[4])]).is(303);
    assert_eq!(
        spans(&app, &article),
        ["0-14 Rents doubled.", "15-40 Wages fell. Nobody cared.", "60-73 The end came."]
    );
    // The same box again is the same claim.
    let again = mark(&nell, &article, &[("sentence", &boxes[0])]).is(303);
    assert_eq!(again.location(), one.location());
    assert_eq!(app.count("claims"), 3);
    let shown = nell.get(&article.path).is(200);
    let marked = html::inside(&shown.html(), "mark").concat();
    for words in ["Rents doubled.", "Wages fell.", "Nobody cared.", "The end came."] {
        assert!(marked.contains(words), "{words} is not marked: {marked}");
    }
}

#[test]
fn offsets_are_code_points_of_the_text() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let article = app.article().text("🦦🦦👩\u{200D}👧 First.\r\nمرحبا Second line.").add();
    mark(&nell, &article, &[("start", "6"), ("end", "12")]).is(303);
    mark(&nell, &article, &[("start", "19"), ("end", "31")]).is(303);
    assert_eq!(spans(&app, &article), ["6-12 First.", "19-31 Second line."]);
    let claim = app.one("SELECT id AS value FROM claims WHERE start_at = 6");
    assert_eq!(app.one(&format!("SELECT prefix AS value FROM claims WHERE id = '{claim}'")), "🦦🦦👩\u{200D}👧 ");
}

#[test]
fn a_selection_is_trimmed_and_widened_to_whole_characters() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let article = app.article().text("A e\u{301}tude 👩\u{200D}👧 stays.").add();
    mark(&nell, &article, &[("start", "1"), ("end", "3")]).is(303); // " e" without its accent
    mark(&nell, &article, &[("start", "9"), ("end", "10")]).is(303); // the first of a family
    assert_eq!(spans(&app, &article), ["2-4 e\u{301}", "9-12 👩\u{200D}👧"]);
}

#[test]
fn exact_words_once_twice_or_never() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let text = "The bridge was closed for 12 weeks. Trade fell.\nThe ferry was closed. Later it was closed for good.";
    let article = app.article().text(text).add();
    mark(&nell, &article, &[("exact", "Trade fell. The ferry")]).is(303);
    assert_eq!(spans(&app, &article), ["36-57 Trade fell.\nThe ferry"], "a paste has spaces for line breaks");
    let before = app.head();
    let several = mark(&nell, &article, &[("exact", "was closed")]).is(422);
    assert!(several.text().contains("These words stand in 3 places."), "{}", several.text());
    assert_eq!(app.head(), before);
    let places: Vec<_> = html::forms(&several.html()).into_iter().filter(|it| !it.value("start").is_empty()).collect();
    assert_eq!(places.len(), 3);
    nell.send(&places[1], &[]).is(303);
    assert_eq!(spans(&app, &article)[1], "58-68 was closed");
    let before = app.head();
    let near = mark(&nell, &article, &[("exact", "The bridge was closed for 21 weeks.")]).is(422);
    assert!(near.text().contains("These exact words are not in the text"), "{}", near.text());
    assert!(html::inside(&near.html(), "mark").iter().any(|it| it.contains("for 12 weeks")));
    let none = mark(&nell, &article, &[("exact", "zzz qqq xxx")]).is(422);
    assert!(none.text().contains("not in the text"), "{}", none.text());
    assert_eq!(app.head(), before);
}

#[test]
fn marks_that_are_none_are_refused() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let article = app.article().text(&format!("Short. {}", "A very long sentence goes on and on ".repeat(200))).add();
    let before = app.head();
    for fields in [
        vec![],
        vec![("exact", "  ")],
        vec![("start", "3"), ("end", "3")],
        vec![("start", "9"), ("end", "2")],
        vec![("start", "0"), ("end", "999999")],
        vec![("start", "-1"), ("end", "4")],
        vec![("start", "x"), ("end", "y")],
        vec![("sentence", "7")],
        vec![("sentence", "9-3")],
        vec![("start", "0"), ("end", "6000")],
    ] {
        let answer = mark(&nell, &article, &fields);
        assert_eq!(answer.status, 422, "{fields:?}: {}", answer.text());
    }
    let version = app.one("SELECT id AS value FROM article_versions");
    let last = if version.ends_with('0') { '1' } else { '0' };
    let other = format!("{}{last}", &version[..version.len() - 1]);
    mark(&nell, &article, &[("version", &other), ("start", "0"), ("end", "6")]).is(409);
    assert_eq!(app.head(), before);
}

#[test]
fn marks_may_overlap_and_the_text_stays_whole() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let article = app.article().text("Rents doubled and wages fell in one year.").add();
    for (start, end) in [("0", "13"), ("6", "28"), ("0", "41")] {
        mark(&nell, &article, &[("start", start), ("end", end)]).is(303);
    }
    assert_eq!(app.count("claims"), 3);
    let page = nell.get(&article.path).is(200).html();
    let start = page.find("class=\"s\"").unwrap();
    let sentence = &page[start..start + page[start..].find("</p>").unwrap()];
    let mut shown = String::new();
    let mut hidden = false;
    for piece in html::pieces(&format!("<p {sentence}")) {
        match piece {
            html::Piece::Open(name, attrs) => hidden = name == "span" && html::attr(&attrs, "class") == Some("vh"),
            html::Piece::Close(_) => hidden = false,
            html::Piece::Text(text) if !hidden => shown.push_str(&text),
            html::Piece::Text(_) => {}
        }
    }
    assert_eq!(shown.split_whitespace().collect::<Vec<_>>().join(" "), "Rents doubled and wages fell in one year.");
}

#[test]
fn a_marked_claim_begins_with_the_quote_and_the_articles_address() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let article = app
        .article()
        .with("url", "https://courier.example/rents")
        .with("outlet", "Courier")
        .with("author", "Odo Fenn")
        .with("published_on", "2026-11-01")
        .text("He said: “Rents\n doubled,” and left.")
        .add();
    let claim = app.mark(&nell, &article, "“Rents doubled,”");
    let page = nell.get(&claim.path).is(200);
    assert_eq!(page.form(&claim.path).value("statement"), "Rents doubled");
    assert!(page.text().contains("https://courier.example/rents") && page.text().contains("Odo Fenn"));
    let draft = app
        .article()
        .with("kind", "own_draft")
        .with("url", "https://desk.example/draft")
        .text("We say that rents doubled.")
        .add();
    let own = app.mark(&nell, &draft, "rents doubled");
    assert_eq!(app.count(&format!("appearances WHERE claim_id = '{}'", own.id)), 0, "an own draft is no appearance");
}

// ---- wording

#[test]
fn a_claim_stands_without_an_article() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let claim = app.claim().with("statement", "  Rents \n doubled  ").with("claimant_name", "Odo Fenn").add();
    let page = nell.get(&claim.path).is(200);
    assert_eq!(page.heading(), "Rents doubled");
    assert!(page.text().contains("Odo Fenn"));
    let second = app.claim().with("claimant_name", "Odo Fenn").add();
    assert_eq!(app.count("claimants"), 1, "a known name is the known claimant");
    assert_ne!(claim.id, second.id);
    for (field, value) in [
        ("statement", ""),
        ("statement", " \n "),
        ("language", "english!"),
        ("appearance_url", "ftp://x.example"),
        ("appeared_on", "yesterday"),
    ] {
        let before = app.head();
        let good = [("statement", "Rents doubled"), ("appearance_url", "https://a.example"), ("language", "en")];
        let mut fields: Vec<_> = good.into_iter().filter(|(name, _)| *name != field).collect();
        fields.push((field, value));
        let answer = nell.fill("/desk/claims/new", "/desk/claims", &fields).is(422);
        assert_eq!(answer.form("/desk/claims").value(field), value, "what was typed stays");
        assert_eq!(app.head(), before, "{field}={value}");
    }
}

/// A6: no verdict in the statement, but words that happen to be a rating's are words.
#[test]
fn a_statement_carries_no_verdict() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let claim = app.claim().add();
    let set = |statement: &str| nell.fill(&claim.path, &claim.path, &[("statement", statement)]);
    for bad in ["False: rents doubled", "Rents doubled (false)", "Mostly true – rents doubled", "SATIRE: rents doubled"]
    {
        let before = app.head();
        let answer = set(bad).is(422);
        assert!(answer.text().contains("The statement carries a verdict."), "{bad}");
        assert_eq!(answer.form(&claim.path).value("statement"), bad);
        assert_eq!(app.head(), before);
    }
    for good in ["False alarms doubled in 2025", "The mayor called it false", "True blue is the town’s colour"] {
        set(good).is(303);
    }
}

/// A16: our own pages are no place where a claim was made.
#[test]
fn an_appearance_is_elsewhere_and_somewhere() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let claim = app.claim().add();
    let action = format!("{}/appearances", claim.path);
    let own = format!("{}/checks/x", app.site.base_url);
    let add = |fields: &[(&str, &str)]| nell.fill(&claim.path, &action, fields);
    let answer = add(&[("appearance_url", &own)]).is(422);
    assert!(answer.text().contains("This is a page of our own"));
    add(&[("appearance_url", "http://127.0.0.1/elsewhere")]).is(422);
    add(&[("by_whom", "Odo")]).is(422);
    add(&[("appearance_url", "https://a b.example/")]).is(422);
    add(&[("platform", "Radio Brack"), ("appeared_on", "2026-10-01")]).is(303);
    add(&[("appearance_url", "https://social.example/1"), ("platform", "Social")]).is(303);
    assert_eq!(app.count("appearances"), 3);
    let gone = app.one("SELECT id AS value FROM appearances WHERE platform = 'Radio Brack'");
    nell.fill(&claim.path, &format!("{action}/{gone}/removal"), &[]).is(303);
    nell.post(&format!("{action}/{gone}/removal"), &[]).is(404);
    let other = app.claim().add();
    let theirs = app.one(&format!("SELECT id AS value FROM appearances WHERE claim_id = '{}'", other.id));
    nell.post(&format!("{action}/{theirs}/removal"), &[]).is(404);
    assert_eq!(app.count("appearances"), 3);
}

#[test]
fn a_form_from_before_somebody_elses_wording_shows_both() {
    let app = TestApp::new();
    let (nell, milo) = (app.contributor("Nell"), app.reviewer("Milo"));
    let claim = app.claim().with("statement", "Rents doubled").add();
    let opened = milo.get(&claim.path).is(200).form(&claim.path);
    nell.fill(&claim.path, &claim.path, &[("statement", "Rents tripled")]).is(303);
    let before = app.head();
    let stale = milo.send(&opened, &[("statement", "Rents fell")]).is(409);
    assert_eq!(app.head(), before);
    assert!(stale.text().contains("Rents tripled") && stale.html().contains("Rents fell"));
    milo.send(&stale.form(&claim.path), &[]).is(303);
    assert_eq!(milo.get(&claim.path).heading(), "Rents fell");
}

#[test]
fn topics_come_from_the_desks_list() {
    let app = TestApp::new();
    let (nell, tomas) = (app.contributor("Nell"), app.editor("Tomas"));
    nell.post("/desk/topics", &[("name", "Housing")]).is(403);
    tomas.fill("/desk/topics", "/desk/topics", &[("name", "Housing")]).is(303);
    let taken = tomas.fill("/desk/topics", "/desk/topics", &[("name", "Housing")]).is(422);
    assert!(taken.text().contains("There is a topic of this name already."));
    tomas.fill("/desk/topics", "/desk/topics", &[("name", "水")]).is(303);
    let topic = app.one("SELECT id AS value FROM topics WHERE name = 'Housing'");
    let claim = app.claim().with("topic", &topic).add();
    let other = app.claim().add();
    let list = nell.get(&format!("/desk/claims?topic={topic}")).is(200).html();
    assert!(list.contains(&claim.path) && !list.contains(&other.path));
    tomas.fill("/desk/topics", &format!("/desk/topics/{topic}/state"), &[("state", "retired")]).is(303);
    assert!(nell.get(&claim.path).html().contains(&topic), "claims keep a retired topic");
    assert!(!nell.get("/desk/claims/new").html().contains(&topic), "a retired topic is not offered");
}

#[test]
fn claims_are_found_by_state_and_words() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let rents = app.claim().with("statement", "Rents rose by 100% in a_b").add();
    let trees = app.claim().with("statement", "Trees fell").selected();
    let found = |query: &str| {
        let list = nell.get(&format!("/desk/claims?{query}")).is(200).html();
        (list.contains(&rents.path), list.contains(&trees.path))
    };
    assert_eq!(found("state=inbox"), (true, false));
    assert_eq!(found("state=selected"), (false, true));
    assert_eq!(found("q=100%25"), (true, false));
    assert_eq!(found("q=%25"), (true, false));
    assert_eq!(found("q=a_b"), (true, false));
    assert_eq!(found("q=_"), (true, false));
    assert_eq!(found("q=nothing"), (false, false));
    assert_eq!(found(""), (true, true));
}

// ---- triage

fn state(app: &TestApp, claim: &Claim) -> String {
    app.one(&format!("SELECT state AS value FROM claims WHERE id = '{}'", claim.id))
}

type TriageStep = (&'static str, &'static [(&'static str, &'static str)], &'static str);

const STEPS: [TriageStep; 4] = [
    ("select", &[], "selected"),
    ("decline", &[("reason", "Nobody cares.")], "declined"),
    ("not_checkable", &[("unfit", "opinion")], "not_checkable"),
    ("reopen", &[("reason", "There is news.")], "inbox"),
];

/// Brings a claim of the inbox to a state.
fn bring(app: &TestApp, by: &Person, claim: &Claim, to: &str) {
    if let Some((step, fields, _)) = STEPS.iter().find(|(_, _, leads)| *leads == to && to != "inbox") {
        let fields: Vec<_> = [("step", *step)].into_iter().chain(fields.iter().copied()).collect();
        app.triage(by, claim, &fields).is(303);
    }
}

#[test]
fn triage_step_by_step_from_every_state() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let open = [
        ("inbox", [true, true, true, false]),
        ("selected", [false, true, true, true]),
        ("declined", [false, false, false, true]),
        ("not_checkable", [false, false, false, true]),
    ];
    for (from, allowed) in open {
        for ((step, fields, to), allowed) in STEPS.iter().zip(allowed) {
            let claim = app.claim().add();
            bring(&app, &ines, &claim, from);
            let before = app.head();
            let fields: Vec<_> = [("step", *step)].into_iter().chain(fields.iter().copied()).collect();
            let answer = app.triage(&ines, &claim, &fields);
            assert_eq!(answer.status, if allowed { 303 } else { 409 }, "{step} from {from}: {}", answer.text());
            assert_eq!(state(&app, &claim), if allowed { *to } else { from }, "{step} from {from}");
            assert_eq!(app.head() == before, !allowed, "{step} from {from}");
        }
    }
}

#[test]
fn declining_and_reopening_say_why_and_it_is_logged() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let claim = app.claim().add();
    for step in ["decline", "reopen", "not_checkable", "duplicate", "nonsense", ""] {
        let before = app.head();
        let answer = app.triage(&ines, &claim, &[("step", step), ("reason", " ")]);
        assert!(matches!(answer.status, 400 | 409 | 422), "{step}: {}", answer.status);
        assert_eq!(app.head(), before, "{step}");
    }
    app.triage(&ines, &claim, &[("step", "decline"), ("reason", "Nobody has read it.")]).is(303);
    assert!(ines.get(&claim.path).text().contains("Nobody has read it."));
    app.triage(&ines, &claim, &[("step", "reopen"), ("reason", "Now everybody has.")]).is(303);
    let text = ines.get(&claim.path).text();
    assert!(text.contains("Now everybody has.") && text.contains("Nobody has read it."), "{text}");
    assert_eq!(app.events_since(app.head().0 - 2), ["claim.triaged", "claim.reopened"]);
}

#[test]
fn a_duplicate_points_to_another_claim_that_is_none() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let (first, second, third) = (app.claim().add(), app.claim().add(), app.claim().add());
    let duplicate = |claim: &Claim, of: &str| app.triage(&ines, claim, &[("step", "duplicate"), ("duplicate_of", of)]);
    for bad in [second.id.as_str(), "01900000-0000-7000-8000-000000000000"] {
        let before = app.head();
        duplicate(&second, bad).is(409);
        assert_eq!(app.head(), before);
    }
    duplicate(&second, &first.id).is(303);
    assert!(html::links(&ines.get(&second.path).html()).contains(&first.path));
    duplicate(&third, &second.id).is(409);
    // A circle would make both vanish.
    duplicate(&first, &second.id).is(409);
    app.triage(&ines, &second, &[("step", "reopen"), ("reason", "They differ.")]).is(303);
    assert_eq!(app.count("claims WHERE duplicate_of IS NOT NULL"), 0);
    let hidden = app.claim().add();
    app.reviewer("Milo").post(&format!("{}/access", hidden.path), &[("restricted", "yes")]).is(303);
    let before = app.head();
    duplicate(&third, &hidden.id).is(409);
    assert_eq!(app.head(), before, "a claim one may not see is no choice");
}

#[test]
fn a_taken_claim_is_past_triage() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let other = app.claim().add();
    let check = app.check().published();
    let claim = Claim { path: format!("/desk/claims/{}", check.claim), id: check.claim.clone() };
    let before = app.head();
    for fields in [
        vec![("step", "decline"), ("reason", "r")],
        vec![("step", "reopen"), ("reason", "r")],
        vec![("step", "duplicate"), ("duplicate_of", &other.id)],
    ] {
        app.triage(&ines, &claim, &fields).is(409);
    }
    assert_eq!(app.head(), before);
}

#[test]
fn a_step_from_an_older_page_is_refused() {
    let app = TestApp::new();
    let (ines, milo) = (app.reviewer("Ines"), app.reviewer("Milo"));
    let claim = app.claim().add();
    let action = format!("{}/triage", claim.path);
    let opened = ines.get(&claim.path).is(200).form(&action);
    milo.fill(&claim.path, &claim.path, &[("statement", "Reworded meanwhile")]).is(303);
    let before = app.head();
    let answer = ines.send(&opened, &[("step", "select")]).is(409);
    assert!(answer.text().contains("Somebody changed this claim"), "{}", answer.text());
    assert_eq!(app.head(), before);
}

// ---- who may

#[test]
fn a_contributor_marks_and_words_but_does_not_triage() {
    let app = TestApp::new();
    let (nell, ines) = (app.contributor("Nell"), app.reviewer("Ines"));
    let claim = app.claim().add();
    nell.fill(&claim.path, &claim.path, &[("statement", "Worded better")]).is(303);
    let before = app.head();
    app.triage(&nell, &claim, &[("step", "select")]).is(403);
    nell.post(&format!("{}/access", claim.path), &[("restricted", "yes")]).is(403);
    assert_eq!(app.head(), before);
    assert!(!nell.get(&claim.path).offers(&format!("{}/triage", claim.path)));
    app.select(&claim);
    let check = app.check().of(&claim).taken();
    let before = app.head();
    nell.fill(&claim.path, &claim.path, &[("statement", "After it was taken")]).is(403);
    nell.fill(&claim.path, &format!("{}/appearances", claim.path), &[("platform", "Radio")]).is(403);
    nell.post(&check.at("verdict"), &[("summary", "s"), ("revision", "1")]).is(403);
    nell.post(&check.at("submission"), &[]).is(403);
    nell.get(&check.at("evidence/new")).is(404);
    assert_eq!(app.head(), before);
    ines.fill(&claim.path, &claim.path, &[("statement", "The reviewer’s words")]).is(303);
    nell.get(&check.path).is(200);
}

#[test]
fn a_contributor_changes_a_source_until_it_is_cited() {
    let app = TestApp::new();
    let (nell, ines) = (app.contributor("Nell"), app.reviewer("Ines"));
    let source = app.source(&nell, "The office counted twelve.");
    nell.fill(&source.path, &source.path, &[("title", "Better title")]).is(303);
    let check = app.check().taken();
    app.quote(&ines, &check, &source, "supports", "counted twelve").is(303);
    let before = app.head();
    nell.fill(&source.path, &source.path, &[("title", "Worse title")]).is(403);
    assert_eq!(app.head(), before);
}

#[test]
fn a_restricted_claim_does_not_exist_for_others() {
    let app = TestApp::new();
    let (ines, milo, nell, rafiq) =
        (app.reviewer("Ines"), app.reviewer("Milo"), app.contributor("Nell"), app.auditor("Rafiq"));
    let claim = app.claim().with("statement", "Sealed statement").selected();
    let check = app.check().of(&claim).ready();
    let fields = [("restricted", "yes"), ("person", nell.id.as_str())];
    ines.fill(&claim.path, &format!("{}/access", claim.path), &fields).is(303);
    for path in [&claim.path, &check.path] {
        let unknown = path.replace(&id_of(path), "01900000-0000-7000-8000-000000000000");
        assert!(milo.get(path).is(404).body == milo.get(&unknown).is(404).body, "{path}");
        nell.get(path).is(200);
        rafiq.get(path).is(200);
    }
    for path in ["/desk/claims", "/desk/claims?q=Sealed", "/desk", "/desk/reviews", "/desk/log", "/desk/tasks?who=all"]
    {
        let page = milo.get(path).is(200).html();
        assert!(!page.contains("Sealed statement") && !page.contains(&claim.id) && !page.contains(&check.id), "{path}");
    }
    let other = app.claim().add();
    assert!(!milo.get(&other.path).html().contains("Sealed statement"), "not offered as a duplicate");
    assert!(
        ines.get("/desk/log").html().contains("claim") && ines.get("/desk/claims").html().contains("Sealed statement")
    );
    let before = app.head();
    milo.post(&check.at("approval"), &[("outcome", "approved")]).is(403);
    app.editor("Tomas").post(&check.at("approval"), &[("outcome", "approved")]).is(404);
    assert_eq!(app.events_since(before.0), ["person.joined"]);
    ines.fill(&claim.path, &format!("{}/access", claim.path), &[("restricted", "")]).is(303);
    milo.get(&claim.path).is(200);
}

#[test]
fn a_claimant_of_closed_claims_only_is_not_there_for_others() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let claim = app.claim().by(&ines).with("claimant_name", "Osric Vane").add();
    let id = app.one("SELECT id AS value FROM claimants WHERE name = 'Osric Vane'");
    let milo = app.reviewer("Milo");
    let places = ["/desk/claimants", "/desk/claims/new"];
    for place in places {
        assert!(milo.get(place).is(200).html().contains("Osric Vane"), "{place}");
    }
    ines.fill(&claim.path, &format!("{}/access", claim.path), &[("restricted", "yes")]).is(303);
    for place in places {
        assert!(!milo.get(place).is(200).html().contains("Osric Vane"), "{place}");
        assert!(ines.get(place).is(200).html().contains("Osric Vane"), "{place}");
    }
    milo.get(&format!("/desk/claimants/{id}")).is(404);
    milo.post(&format!("/desk/claimants/{id}"), &[("name", "Mine"), ("revision", "1")]).is(404);
}
