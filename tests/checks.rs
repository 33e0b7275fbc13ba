//! From a claim to a published check: gates, decisions, everything that voids an approval, and what stays as it was.

mod harness;

use claimdesk::people::rules::Role;
use harness::make::Check;
use harness::{Client, Person, Setup, TestApp, html};

fn peer_reviewed() -> TestApp {
    TestApp::with(Setup { peer_review: true, ..Setup::default() })
}

/// The source behind a piece of evidence.
fn source_of(app: &TestApp, check: &Check, number: i32) -> String {
    app.one(&format!("SELECT source_id AS value FROM evidence WHERE check_id = '{}' AND number = {number}", check.id))
}

fn versions_of(app: &TestApp, check: &Check) -> i64 {
    app.count(&format!("published_versions WHERE check_id = '{}'", check.id))
}

/// Refused with this status and sentence, and nothing happened.
#[track_caller]
fn refused(app: &TestApp, status: u16, sentence: &str, ask: impl FnOnce() -> harness::Answer) {
    let before = app.head();
    let answer = ask().is(status);
    assert!(answer.text().contains(sentence), "{sentence:?} is not in: {}", answer.text());
    assert_eq!(app.head(), before, "nothing may have happened");
}

#[test]
fn from_the_inbox_to_the_public() {
    let app = peer_reviewed();
    let check = app.check().taken();
    assert_eq!(app.state(&check), "researching");
    let check = app.check().in_review();
    assert_eq!(app.state(&check), "in_review");
    let check = app.check().ready();
    assert_eq!(app.state(&check), "ready");
    let check = app.check().approved();
    assert_eq!(app.state(&check), "approved");
    let check = app.check().published();
    assert_eq!(app.state(&check), "published");
    assert!(app.public_page(&check).text().contains("The counts of two offices agree."));
}

#[test]
fn without_peer_review_a_submission_is_ready_for_an_editor() {
    let app = TestApp::new();
    let milo = app.reviewer("Milo");
    let check = app.check().in_review();
    assert_eq!(app.state(&check), "ready");
    refused(&app, 409, "ready for approval", || app.decide(&milo, &check, "review", "passed"));
}

// ---- gates

#[test]
fn what_is_missing_is_listed_with_a_link_to_where_it_is_mended() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let claim = app.claim().with("appearance_url", "").with("appeared_on", "").selected();
    let check = app.check().of(&claim).taken();
    refused(&app, 409, "gates are not met", || app.submit(&ines, &check));
    let page = ines.get(&check.path).is(200);
    let text = page.text();
    for gate in [
        "A verdict, and the date",
        "A summary",
        "At least one piece of evidence",
        "Two independent publishers",
        "An appearance with its web address",
    ] {
        assert!(text.contains(&format!("Missing {gate}")), "{gate} in {text}");
    }
    let ids: Vec<String> = html::pieces(&page.html())
        .iter()
        .filter_map(|piece| match piece {
            html::Piece::Open(_, attrs) => html::attr(attrs, "id").map(|id| format!("#{id}")),
            _ => None,
        })
        .collect();
    let mends: Vec<String> = html::links(&page.html()).into_iter().filter(|to| to.starts_with('#')).collect();
    assert!(mends.len() >= 5, "{mends:?}");
    for link in mends {
        assert!(ids.contains(&link), "{link} leads nowhere");
    }
}

/// Each gate alone holds a submission back.
#[test]
fn every_gate_blocks_by_itself() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let blocked = |check: &Check, gate: &str| {
        refused(&app, 409, "One gate is not met", || app.submit(&ines, check));
        let page = ines.get(&check.path);
        assert!(page.text().contains(&format!("Missing {gate}")), "{gate} in {}", page.text());
        assert_eq!(page.html().matches("<li class=\"missing\">").count(), 1, "{gate}");
    };
    let edit = |check: &Check, name: &str, value: &str| {
        ines.fill(&check.path, &check.at("verdict"), &[(name, value)]).is(303);
    };
    let check = app.check().researching();
    edit(&check, "summary", "");
    blocked(&check, "A summary");
    edit(&check, "summary", "Counted.");
    edit(&check, "verdict_id", "");
    blocked(&check, "A verdict");
    edit(&check, "verdict_id", &app.rating("False"));
    edit(&check, "as_of", "");
    blocked(&check, "A verdict");
    edit(&check, "as_of", "2026-11-20");
    edit(&check, "reasoning", "See [1] and [7].");
    blocked(&check, "Evidence behind every number");
    edit(&check, "reasoning", "See [1].");
    ines.post(&check.at("evidence/2/state"), &[("state", "removed")]).is(303);
    blocked(&check, "Two independent publishers");
    edit(&check, "single_source", "Only one office counts trees.");
    let source = format!("/desk/sources/{}", source_of(&app, &check, 1));
    ines.fill(&source, &source, &[("publisher", "")]).is(303);
    blocked(&check, "A title, a publisher, a date seen");
    ines.fill(&source, &source, &[("publisher", "Tree Office")]).is(303);
    ines.post(&format!("{source}/access"), &[("restricted", "yes")]).is(303);
    blocked(&check, "No source that is closed");
    ines.post(&format!("{source}/access"), &[]).is(303);
    app.submit(&ines, &check).is(303);
}

#[test]
fn one_publisher_under_two_spellings_is_one_origin() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let check = app.check().researching();
    for (n, name) in [(1, "Tree Office."), (2, "tree  office")] {
        let source = format!("/desk/sources/{}", source_of(&app, &check, n));
        ines.fill(&source, &source, &[("publisher", name)]).is(303);
    }
    refused(&app, 409, "One gate is not met", || app.submit(&ines, &check));
}

#[test]
fn a_gate_set_to_warn_or_off_stops_nobody() {
    let app = TestApp::new();
    let (ines, ada) = (app.reviewer("Ines"), app.admin("Ada"));
    let check = app.check().with_evidence(0).with("reasoning", "Plain.").researching();
    refused(&app, 409, "gates are not met", || app.submit(&ines, &check));
    ada.fill("/admin/settings", "/admin/settings/gates", &[("evidence", "warn"), ("two_origins", "off")]).is(303);
    let text = ines.get(&check.path).text();
    assert!(
        text.contains("Warning At least one piece of evidence") && !text.contains("Two independent publishers"),
        "{text}"
    );
    app.submit(&ines, &check).is(303);
    app.approve(&app.editor("Tomas"), &check).is(303);
}

#[test]
fn gates_bind_at_approval_too() {
    let app = TestApp::new();
    let (tomas, zora) = (app.editor("Tomas"), app.editor("Zora"));
    let check = app.check().ready();
    zora.fill(&check.path, &check.at("verdict"), &[("summary", "")]).is(303);
    refused(&app, 409, "One gate is not met", || app.approve(&tomas, &check));
    assert_eq!(app.state(&check), "ready");
}

// ---- nobody approves what they contributed to

#[test]
fn nobody_approves_their_own_work_whatever_their_role() {
    for role in [Role::Reviewer, Role::Editor, Role::Admin] {
        let app = TestApp::new();
        let author = app.person("Vera", role);
        let check = app.check().by(&author).ready();
        let sentence = if role == Role::Reviewer {
            "This needs an editor or an admin."
        } else {
            "a second person has to approve it"
        };
        refused(&app, 403, sentence, || app.approve(&author, &check));
        let page = author.get(&check.path).is(200);
        assert!(!page.html().contains("value=\"approved\""), "{role}: no button for what is refused");
        // Another approves; publishing what another approved is open to any editor.
        app.approve(&app.editor("Tomas"), &check).is(303);
        app.publish(&author, &check).is(if role == Role::Reviewer { 403 } else { 303 });
    }
}

#[test]
fn whoever_marked_or_worded_the_claim_contributed() {
    let app = TestApp::new();
    let (marker, worder, tomas) = (app.editor("Marta"), app.editor("Willa"), app.editor("Tomas"));
    let claim = app.claim().by(&marker).selected();
    worder.fill(&claim.path, &claim.path, &[("statement", "Brackwater planted trees on the quay in 2025")]).is(303);
    let check = app.check().of(&claim).ready();
    refused(&app, 403, "a second person has to approve it", || app.approve(&marker, &check));
    refused(&app, 403, "a second person has to approve it", || app.approve(&worder, &check));
    app.approve(&tomas, &check).is(303);
}

/// A change by `Zora` through one route: she has contributed, and the approval is void. Answers whether the page shows
/// what changed.
#[track_caller]
fn voids(what: &str, role: Role, change: impl FnOnce(&TestApp, &Check, &Person)) -> bool {
    let app = TestApp::new();
    let claim = app.claim().with("claimant_name", "Odo Fenn").selected();
    let check = app.check().of(&claim).approved();
    let (zora, tomas) = (app.person("Zora", role), app.editor("Tomas"));
    let approved = app.hash(&check);
    change(&app, &check, &zora);
    assert_ne!(app.hash(&check), approved, "{what}: the content changed");
    assert_eq!(app.state(&check), "ready", "{what}: the approval is void");
    let page = tomas.get(&check.path).is(200);
    let html = page.html();
    let shown =
        page.text().contains("Changed since the approval") && (html.contains("<ins>") || html.contains("<del>"));
    let stale = tomas.post(&check.at("publication"), &[("content_hash", &approved)]);
    assert_eq!(stale.status, 409, "{what}: what was approved is not what stands");
    let own = app.approve(&zora, &check);
    assert_eq!(own.status, 403, "{what}: {}", own.text());
    assert_eq!(app.publish(&tomas, &check).status, 409, "{what}: ready is not approved");
    app.approve(&tomas, &check).is(303);
    app.publish(&zora, &check).is(303);
    assert_eq!(versions_of(&app, &check), 1);
    shown
}

#[test]
fn an_approval_is_voided_by_every_route_that_changes_the_content() {
    let shown = [
        voids("statement", Role::Editor, |_, check, zora| {
            let claim = format!("/desk/claims/{}", check.claim);
            zora.fill(&claim, &claim, &[("statement", "Brackwater planted two trees along the quay")]).is(303);
        }),
        voids("summary", Role::Editor, |_, check, zora| {
            zora.fill(&check.path, &check.at("verdict"), &[("summary", "The counts do not agree.")]).is(303);
        }),
        voids("stance", Role::Editor, |_, check, zora| {
            zora.fill(&check.path, &check.at("evidence/1"), &[("stance", "context")]).is(303);
        }),
        voids("new evidence", Role::Editor, |app, check, zora| {
            app.add_quote(zora, check, "supports");
        }),
        voids("source", Role::Editor, |app, check, zora| {
            let source = format!("/desk/sources/{}", source_of(app, check, 1));
            zora.fill(&source, &source, &[("title", "The report, second printing")]).is(303);
        }),
        voids("scale label", Role::Admin, |app, _, zora| {
            let entry = format!("/admin/scale/{}", app.rating("True"));
            zora.fill("/admin/scale", &entry, &[("label", "Correct")]).is(303);
        }),
    ];
    assert_eq!(shown, [true; 6], "the page shows what changed since the approval");
}

/// Parts of the content that are easily forgotten: they void an approval too, and an editor must see which.
#[test]
fn whatever_voided_an_approval_is_shown() {
    let shown = [
        voids("claimant", Role::Editor, |app, _, zora| {
            let claimant = format!("/desk/claimants/{}", app.one("SELECT id AS value FROM claimants"));
            zora.fill(&claimant, &claimant, &[("description", "harbour master")]).is(303);
        }),
        voids("appearance", Role::Editor, |_, check, zora| {
            let claim = format!("/desk/claims/{}", check.claim);
            let fields = [("appearance_url", "https://herald.example/9"), ("platform", "Herald")];
            zora.fill(&claim, &format!("{claim}/appearances"), &fields).is(303);
        }),
        voids("the ends of the axis", Role::Admin, |app, _, zora| {
            let entry = format!("/admin/scale/{}", app.rating("False"));
            zora.fill("/admin/scale", &entry, &[("number", "2")]).is(303);
        }),
        voids("a note beside a quote", Role::Editor, |_, check, zora| {
            zora.fill(&check.path, &check.at("evidence/1"), &[("note", "Counted at noon.")]).is(303);
        }),
        voids("as of", Role::Editor, |_, check, zora| {
            zora.fill(&check.path, &check.at("verdict"), &[("as_of", "2026-11-01")]).is(303);
        }),
        voids("reason", Role::Editor, |_, check, zora| {
            zora.fill(&check.path, &check.at("verdict"), &[("single_source", "There is one office.")]).is(303);
        }),
        voids("address of a source", Role::Editor, |app, check, zora| {
            let source = format!("/desk/sources/{}", source_of(app, check, 1));
            zora.fill(&source, &source, &[("url", "https://elsewhere.example/")]).is(303);
        }),
    ];
    assert_eq!(shown, [true; 7], "the page shows what changed since the approval");
}

#[test]
fn an_edit_that_changes_no_content_keeps_the_approval() {
    let app = TestApp::new();
    let check = app.check().approved();
    let (tomas, ines) = (app.editor("Tomas"), app.reviewer("Ines"));
    tomas.fill(&check.path, &check.at("verdict"), &[]).is(303);
    let source = format!("/desk/sources/{}", source_of(&app, &check, 1));
    ines.fill(&source, &source, &[("freely_showable", "yes")]).is(403);
    tomas.fill(&source, &source, &[("freely_showable", "yes")]).is(303);
    app.step(&tomas, &check, "lead", &[("lead", tomas.id.as_str())]).is(303);
    assert_eq!(app.state(&check), "approved");
    app.publish(&tomas, &check).is(303);
}

#[test]
fn after_the_submission_only_editors_edit_the_draft() {
    let app = peer_reviewed();
    let (ines, zora) = (app.reviewer("Ines"), app.editor("Zora"));
    let check = app.check().in_review();
    let revision =
        app.one(&format!("SELECT CAST(revision AS TEXT) AS value FROM drafts WHERE check_id = '{}'", check.id));
    refused(&app, 403, "This needs an editor or an admin.", || {
        ines.post(&check.at("verdict"), &[("summary", "Changed."), ("revision", &revision)])
    });
    refused(&app, 403, "This needs an editor or an admin.", || {
        ines.post(&check.at("evidence/1/state"), &[("state", "removed")])
    });
    zora.fill(&check.path, &check.at("verdict"), &[("summary", "Counted twice.")]).is(303);
    assert_eq!(app.state(&check), "in_review");
    refused(&app, 403, "a second person has to review it", || app.decide(&zora, &check, "review", "passed"));
}

// ---- review and approval

#[test]
fn peer_review_is_by_a_colleague_who_then_does_not_approve() {
    let app = peer_reviewed();
    let (ines, milo, zora, tomas) =
        (app.reviewer("Ines"), app.reviewer("Milo"), app.editor("Zora"), app.editor("Tomas"));
    let check = app.check().in_review();
    refused(&app, 403, "a second person has to review it", || app.decide(&ines, &check, "review", "passed"));
    refused(&app, 409, "in review", || app.approve(&tomas, &check));
    app.decide(&zora, &check, "review", "passed").is(303);
    assert_eq!(app.state(&check), "ready");
    refused(&app, 403, "You reviewed this draft", || app.approve(&zora, &check));
    refused(&app, 403, "This needs an editor or an admin.", || app.approve(&milo, &check));
    app.approve(&tomas, &check).is(303);
}

#[test]
fn asking_for_changes_needs_a_comment_and_goes_back() {
    let app = peer_reviewed();
    let (ines, milo, tomas) = (app.reviewer("Ines"), app.reviewer("Milo"), app.editor("Tomas"));
    let check = app.check().in_review();
    let before = app.head();
    app.step(&milo, &check, "review", &[("outcome", "changes"), ("comment", " ")]).is(422);
    assert_eq!(app.head(), before);
    app.step(&milo, &check, "review", &[("outcome", "changes"), ("comment", "Count again.")]).is(303);
    assert_eq!(app.state(&check), "researching");
    assert!(ines.get(&check.path).text().contains("Count again."));
    app.submit(&ines, &check).is(303);
    app.decide(&milo, &check, "review", "passed").is(303);
    app.step(&tomas, &check, "approval", &[("outcome", "changes"), ("comment", "")]).is(422);
    app.step(&tomas, &check, "approval", &[("outcome", "changes"), ("comment", "Who counted?")]).is(303);
    assert_eq!(app.state(&check), "researching");
    assert!(ines.get(&check.path).text().contains("Who counted?"));
}

#[test]
fn nobody_decides_about_what_they_have_not_seen() {
    let app = peer_reviewed();
    let (zora, milo, tomas) = (app.editor("Zora"), app.reviewer("Milo"), app.editor("Tomas"));
    let stale = |by: &Client, check: &Check, action: &str, outcome: &str, seen: &str| {
        let before = app.head();
        by.post(&check.at(action), &[("content_hash", seen), ("outcome", outcome), ("comment", "Good.")]).is(409);
        by.post(&check.at(action), &[("content_hash", ""), ("outcome", outcome), ("comment", "Good.")]).is(409);
        assert_eq!(app.head(), before, "{action}");
    };
    let edit = |check: &Check, summary: &str| {
        let seen = app.hash(check);
        zora.fill(&check.path, &check.at("verdict"), &[("summary", summary)]).is(303);
        seen
    };
    let check = app.check().researching();
    let seen = edit(&check, "First.");
    stale(&app.reviewer("Ines"), &check, "submission", "", &seen);
    app.submit(&app.reviewer("Ines"), &check).is(303);
    let seen = edit(&check, "Second.");
    stale(&milo, &check, "review", "passed", &seen);
    app.decide(&milo, &check, "review", "passed").is(303);
    let seen = edit(&check, "Third.");
    stale(&tomas, &check, "approval", "approved", &seen);
    stale(&tomas, &check, "approval", "changes", &seen);
    app.approve(&tomas, &check).is(303);
    stale(&tomas, &check, "publication", "", &seen);
    assert_eq!(app.state(&check), "approved");
    app.publish(&tomas, &check).is(303);
}

#[test]
fn a_step_from_the_wrong_state_is_refused() {
    let app = peer_reviewed();
    let (ines, milo, tomas) = (app.reviewer("Ines"), app.reviewer("Milo"), app.editor("Tomas"));
    let cases = [
        (app.check().researching(), vec!["review", "approval", "publication", "correction"]),
        (app.check().in_review(), vec!["submission", "approval", "publication", "correction"]),
        (app.check().ready(), vec!["submission", "review", "publication", "correction"]),
        (app.check().approved(), vec!["submission", "review", "correction"]),
        (app.check().published(), vec!["submission", "review", "approval"]),
    ];
    for (check, actions) in cases {
        let state = app.state(&check);
        for action in actions {
            let by: &Client = match action {
                "submission" => &ines,
                "review" => &milo,
                _ => &tomas,
            };
            let before = app.head();
            let outcome = if action == "review" { "passed" } else { "approved" };
            let fields = [("outcome", outcome), ("comment", "c"), ("correction", "typo"), ("correction_note", "n")];
            let answer = app.step(by, &check, action, &fields);
            assert_eq!(answer.status, 409, "{action} from {state}: {}", answer.text());
            assert_eq!(app.head(), before, "{action} from {state}");
        }
        assert_eq!(app.state(&check), state);
    }
}

#[test]
fn only_a_selected_claim_is_taken_and_only_once() {
    let app = TestApp::new();
    let (ines, milo) = (app.reviewer("Ines"), app.reviewer("Milo"));
    let claim = app.claim().add();
    let take = |by: &Client| by.post(&format!("{}/check", claim.path), &[]);
    refused(&app, 409, "Only a selected claim can be taken", || take(&ines));
    app.select(&claim);
    refused(&app, 403, "This needs a reviewer", || take(&app.contributor("Nell")));
    let answers: Vec<u16> = std::thread::scope(|scope| {
        let tries: Vec<_> =
            [&ines, &milo, &ines, &milo].map(|by| scope.spawn(move || take(by).status)).into_iter().collect();
        tries.into_iter().map(|it| it.join().unwrap()).collect()
    });
    assert_eq!(answers.iter().filter(|status| **status == 303).count(), 1, "{answers:?}");
    assert_eq!(answers.iter().filter(|status| **status == 409).count(), 3, "{answers:?}");
    assert_eq!(app.count("checks"), 1);
}

// ---- publication

#[test]
fn a_double_click_publishes_once() {
    let app = TestApp::new();
    let ada = app.admin("Ada");
    let check = app.check().approved();
    let form = ada.get(&check.path).is(200).form(&check.at("publication"));
    ada.send(&form, &[]).is(303);
    let after = app.head();
    ada.send(&form, &[]).is(303);
    assert_eq!(app.head(), after);
    assert_eq!(versions_of(&app, &check), 1);
}

#[test]
fn twenty_publish_at_once_and_there_is_one_version() {
    let app = TestApp::new();
    let check = app.check().approved();
    let ada = app.admin("Ada");
    let mut clients: Vec<Person> = (0..10).map(|n| app.editor(&format!("Editor {n}"))).collect();
    clients.extend((0..10).map(|_| app.again(&ada)));
    let hash = app.hash(&check);
    let answers: Vec<u16> = std::thread::scope(|scope| {
        let (check, hash) = (&check, &hash);
        let tries: Vec<_> = clients
            .iter()
            .map(|by| scope.spawn(move || by.post(&check.at("publication"), &[("content_hash", hash)]).status))
            .collect();
        tries.into_iter().map(|it| it.join().unwrap()).collect()
    });
    assert_eq!(versions_of(&app, &check), 1);
    assert!(answers.iter().all(|status| matches!(status, 303 | 409)), "{answers:?}");
    assert!(answers.contains(&303));
    assert_eq!(app.count("events WHERE kind = 'version.published'"), 1);
}

#[test]
fn addresses_are_suggested_typed_refused_when_bad_or_taken_and_fixed_once_public() {
    let app = TestApp::new();
    let tomas = app.editor("Tomas");
    let first = app.check().stating("The quay has 90 trees").published();
    assert_eq!(first.slug, "the-quay-has-90-trees");
    let second = app.check().stating("The quay has 91 trees").approved();
    for bad in ["The-Quay", "quay.trees", "quay trees", "quay/trees", "a".repeat(61).as_str(), "the-quay-has-90-trees"]
    {
        let before = app.head();
        let answer = app.step(&tomas, &second, "publication", &[("slug", bad)]).is(422);
        assert!(answer.form(&second.at("publication")).value("slug") == bad, "{bad} is still in its field");
        assert_eq!(app.head(), before);
    }
    app.step(&tomas, &second, "publication", &[("slug", "ninety-one-trees")]).is(303);
    app.anonymous().get("/checks/ninety-one-trees").is(200);
}

// ---- corrections

#[test]
fn a_correction_is_a_new_version_beside_the_old_one() {
    let app = TestApp::new();
    let (ines, tomas) = (app.reviewer("Ines"), app.editor("Tomas"));
    let check = app.check().stating("The quay has 12 trees").published();
    let first = app.anonymous().get(&format!("{}/versions/1", check.public())).is(200);
    app.clock.advance(chrono::TimeDelta::days(2));
    let (ines, tomas) = (app.again(&ines), app.again(&tomas));
    let fields = [("correction", "correction"), ("correction_note", "We had counted the shrubs.")];
    ines.fill(&check.path, &check.at("correction"), &fields).is(303);
    assert_eq!(app.state(&check), "researching");
    ines.fill(
        &check.path,
        &check.at("verdict"),
        &[("summary", "Without the shrubs it is nine."), ("verdict_id", &app.rating("False"))],
    )
    .is(303);
    assert!(app.public_page(&check).text().contains("The counts of two offices agree."), "the live version stays up");
    app.submit(&ines, &check).is(303);
    refused(&app, 403, "This needs an editor", || app.approve(&ines, &check));
    app.approve(&tomas, &check).is(303);
    app.publish(&tomas, &check).is(303);
    assert_eq!(versions_of(&app, &check), 2);
    let live = app.public_page(&check);
    let text = live.text();
    assert!(text.contains("Correction, 26 November 2026.") && text.contains("We had counted the shrubs."), "{text}");
    assert!(text.contains("Without the shrubs it is nine."));
    let old = app.anonymous().get(&format!("{}/versions/1", check.public())).is(200);
    let words = |page: &harness::Answer| {
        let html = page.html();
        let (start, end) = (html.find("<h1").unwrap(), html.find("<section id=\"versions\"").unwrap());
        html[start..end].to_owned()
    };
    let lists = |page: &harness::Answer| words(page).replace("2 versions", "1 version");
    assert_eq!(lists(&old), lists(&first), "what version 1 says is what it said");
    let markup = TestApp::markup_of(&live);
    assert_eq!(markup[0]["datePublished"], "2026-11-24T09:00:00Z");
    assert_eq!(markup[0]["dateModified"], "2026-11-26T09:00:00Z");
}

#[test]
fn a_correction_says_what_it_is_and_why() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let check = app.check().published();
    ines.fill(&check.path, &check.at("correction"), &[("correction", "typo"), ("correction_note", "")]).is(303);
    refused(&app, 409, "One gate is not met", || app.submit(&ines, &check));
    ines.fill(&check.path, &check.at("verdict"), &[("correction_note", "A letter was missing.")]).is(303);
    app.submit(&ines, &check).is(303);
    refused(&app, 409, "A correction starts from a published check", || {
        ines.post(&check.at("correction"), &[("correction", "typo"), ("correction_note", "Again.")])
    });
}

#[test]
fn published_pages_stay_byte_for_byte_when_labels_and_claimants_are_renamed() {
    let app = TestApp::new();
    let ada = app.admin("Ada");
    let claim = app.claim().with("claimant_name", "Odo Fenn").selected();
    let check = app.check().of(&claim).published();
    let public = check.public();
    let addresses = [
        public.clone(),
        format!("{public}/versions/1"),
        format!("{public}.json"),
        format!("{public}/evidence/1"),
        "/".into(),
        "/checks".into(),
    ];
    let pages = || addresses.each_ref().map(|path| app.anonymous().get(path).is(200).body);
    let before = pages();
    let entry = format!("/admin/scale/{}", app.rating("True"));
    ada.fill(
        "/admin/scale",
        &entry,
        &[("label", "Correct"), ("description", "So it is."), ("number", "4"), ("icon", "✓"), ("tone", "blue")],
    )
    .is(303);
    let claimant = format!("/desk/claimants/{}", app.one("SELECT id AS value FROM claimants"));
    ada.fill(&claimant, &claimant, &[("name", "Odo von Fenn"), ("description", "retired")]).is(303);
    ada.fill(&claim.path, &claim.path, &[("statement", "Something else was said")]).is(303);
    let source = format!("/desk/sources/{}", source_of(&app, &check, 1));
    ada.fill(&source, &source, &[("title", "Renamed"), ("publisher", "Renamed too")]).is(303);
    for (path, (was, is)) in addresses.iter().zip(before.iter().zip(pages().iter())) {
        assert!(was == is, "{path} changed:\n{}\n{}", String::from_utf8_lossy(was), String::from_utf8_lossy(is));
    }
}

// ---- what is never public

#[test]
fn a_check_of_our_own_draft_is_settled_and_never_public() {
    let app = TestApp::new();
    let (ines, tomas) = (app.reviewer("Ines"), app.editor("Tomas"));
    let article = app.article().with("kind", "own_draft").with("url", "").add();
    let claim = app.mark(&app.contributor("Nell"), &article, "It built 120 homes last year.");
    app.select(&claim);
    let check = app.check().of(&claim).approved();
    assert!(ines.get(&check.path).text().contains("internal"));
    assert!(!tomas.get(&check.path).offers(&check.at("publication")));
    refused(&app, 409, "never published", || app.publish(&tomas, &check));
    assert_eq!(app.count("checks WHERE slug IS NOT NULL"), 0);
    assert_eq!(app.anonymous().get("/sitemap.xml").html().matches("<loc>").count(), 0);
    assert!(!app.anonymous().get("/checks").text().contains("120 homes"));
}

/// An approval that was given to an internal check did not ask for an appearance: it covers no publication.
#[test]
fn an_own_draft_made_public_after_the_approval_is_not_published_past_the_gate() {
    let app = TestApp::new();
    let (nell, tomas) = (app.contributor("Nell"), app.editor("Tomas"));
    let article = app.article().with("kind", "own_draft").with("url", "").add();
    let claim = app.mark(&nell, &article, "It built 120 homes last year.");
    app.select(&claim);
    let check = app.check().of(&claim).approved();
    nell.fill(&article.path, &article.path, &[("kind", "public")]).is(303);
    let answer = app.publish(&tomas, &check);
    assert_eq!(answer.status, 409, "no appearance and no reason for its absence: {}", answer.text());
    assert_eq!(versions_of(&app, &check), 0);
}

/// Everything that anybody can read without signing in.
fn public_bytes(app: &TestApp, check: &Check) -> String {
    let public = check.public();
    let pages = [
        "/",
        "/checks",
        "/sitemap.xml",
        "/robots.txt",
        &public,
        &format!("{public}.json"),
        &format!("{public}/versions/1"),
        &format!("{public}/evidence/1"),
        &format!("{public}/annotation.json"),
    ];
    pages.iter().map(|path| app.anonymous().get(path).html()).collect()
}

#[test]
fn a_private_individual_is_named_in_no_public_byte() {
    let app = TestApp::new();
    let (nell, tomas) = (app.contributor("Nell"), app.editor("Tomas"));
    let fields = [
        ("name", "Zebulon Quillfeather"),
        ("aliases", "Quilly the Tall"),
        ("description", "a resident"),
        ("same_as", "https://people.example/quillfeather"),
        ("private", "yes"),
    ];
    nell.fill("/desk/claimants", "/desk/claimants", &fields).is(303);
    let claimant = app.one("SELECT id AS value FROM claimants");
    let claim = app.claim().with("claimant", claimant).with("statement", "Quillfeather counted 90 trees").selected();
    let check = app.check().of(&claim).approved();
    for bad in ["quillfeather-counted", "zebulon-90-trees", "the-tall-one"] {
        app.step(&tomas, &check, "publication", &[("slug", bad)]).is(422);
    }
    let suggested = tomas.get(&check.path).form(&check.at("publication")).value("slug").to_owned();
    assert!(!suggested.contains("quill") && suggested.len() > 3, "{suggested}");
    tomas.fill(&claim.path, &claim.path, &[("statement", "A resident counted 90 trees")]).is(303);
    app.approve(&app.editor("Zora"), &check).is(303);
    app.publish(&tomas, &check).is(303);
    let check = Check { slug: app.one("SELECT slug AS value FROM checks"), ..check };
    let public = public_bytes(&app, &check).to_lowercase();
    for name in ["zebulon", "quill", "the tall"] {
        assert!(!public.contains(name), "{name} is public");
    }
    assert!(public.contains("a resident"));
}

/// Who said it where is the claimant's name once more.
#[test]
fn a_private_individual_is_not_named_by_the_appearance() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    nell.fill("/desk/claimants", "/desk/claimants", &[("name", "Zebulon Quillfeather"), ("private", "yes")]).is(303);
    let claimant = app.one("SELECT id AS value FROM claimants");
    let claim = app.claim().with("claimant", claimant).with("by_whom", "Zebulon Quillfeather").selected();
    let check = app.check().of(&claim).published();
    assert!(!public_bytes(&app, &check).contains("Quillfeather"), "the appearance names the private individual");
}

#[test]
fn a_restricted_source_holds_a_check_back_until_the_last_step() {
    let app = TestApp::new();
    let (ines, tomas) = (app.reviewer("Ines"), app.editor("Tomas"));
    let check = app.check().approved();
    let source = format!("/desk/sources/{}", source_of(&app, &check, 1));
    ines.post(&format!("{source}/access"), &[("restricted", "yes")]).is(303);
    let answer = app.publish(&tomas, &check);
    assert_eq!(answer.status, 409, "a source that is closed to part of the desk becomes public: {}", answer.text());
}

#[test]
fn handing_over_changes_the_lead_and_nothing_else() {
    let app = TestApp::new();
    let (ines, milo, nell) = (app.reviewer("Ines"), app.reviewer("Milo"), app.contributor("Nell"));
    let check = app.check().approved();
    ines.fill(&check.path, &check.at("lead"), &[("lead", milo.id.as_str())]).is(303);
    assert!(ines.get(&check.path).text().contains("Lead: Milo"));
    assert_eq!(app.state(&check), "approved");
    let before = app.head();
    ines.post(&check.at("lead"), &[("lead", nell.id.as_str())]).is(422);
    assert_eq!(app.head(), before, "a contributor cannot lead");
}

/// Between two versions no draft is open; whoever changes what the next one is made of has contributed to it all the same.
#[test]
fn an_edit_between_two_versions_is_a_contribution_to_the_next() {
    let edits: [fn(&TestApp, &Check, &Person); 3] = [
        |_, check, zora| {
            let claim = format!("/desk/claims/{}", check.claim);
            zora.fill(&claim, &claim, &[("statement", "It built 119 homes last year")]).is(303);
        },
        |app, check, zora| {
            let source = format!("/desk/sources/{}", source_of(app, check, 1));
            zora.fill(&source, &source, &[("title", "The report, second printing")]).is(303);
        },
        |app, _, zora| {
            let claimant = format!("/desk/claimants/{}", app.one("SELECT id AS value FROM claimants LIMIT 1"));
            zora.fill(&claimant, &claimant, &[("description", "harbour master")]).is(303);
        },
    ];
    for edit in edits {
        let app = TestApp::new();
        let claim = app.claim().with("claimant_name", "Osric Vane").selected();
        let check = app.check().of(&claim).published();
        let (zora, ines) = (app.editor("Zora"), app.reviewer("Ines"));
        edit(&app, &check, &zora);
        let fields = [("correction", "update"), ("correction_note", "Counted again.")];
        ines.fill(&check.path, &check.at("correction"), &fields).is(303);
        app.submit(&ines, &check).is(303);
        let answer = app.approve(&zora, &check);
        assert_eq!(answer.status, 403, "own work: {}", answer.text());
        assert_eq!(app.state(&check), "ready");
        app.approve(&app.editor("Yusuf"), &check).is(303);
    }
}
