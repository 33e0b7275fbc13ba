//! "Have we checked this already?": what is offered, to whom, why, and what people's rulings come to.

mod harness;

use harness::make::Claim;
use harness::{Answer, Client, TestApp, html};

fn claim(app: &TestApp, statement: &str) -> Claim {
    app.claim().with("statement", statement).add()
}

/// The other claims that a page offers, each with its strength.
fn offered(page: &Answer) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let (mut strength, mut like) = (None, false);
    for piece in html::pieces(&page.html()) {
        match piece {
            html::Piece::Open(name, attrs) if name == "span" => {
                if let Some(class) = html::attr(&attrs, "class").and_then(|it| it.strip_prefix("match ")) {
                    strength = Some(class.to_owned());
                }
            }
            html::Piece::Open(name, attrs) if name == "p" => like = html::attr(&attrs, "class") == Some("like"),
            html::Piece::Text(text) if like && !text.trim().is_empty() => {
                found.push((strength.take().unwrap_or_default(), text.trim().to_owned()));
                like = false;
            }
            _ => {}
        }
    }
    found
}

fn said(by: &Client, text: &str) -> Vec<(String, String)> {
    let query = url::form_urlencoded::Serializer::new(String::new()).append_pair("text", text).finish();
    offered(&by.get(&format!("/desk/matches?{query}")).is(200))
}

fn pair(strength: &str, statement: &str) -> (String, String) {
    (strength.to_owned(), statement.to_owned())
}

const TRAMS: &str = "Brackwater trams carried 4 million passengers in 2025";

#[test]
fn a_pasted_post_finds_what_was_checked() {
    let app = TestApp::searching();
    let ines = app.reviewer("Ines");
    app.check().stating(TRAMS).rated("False").published();
    claim(&app, "The ferry is owned by the harbour office");
    app.searched();
    let post = "Unbelievable!! In 2025 the Brackwater trams carried 4 million passengers https://t.example/x #trams";
    assert_eq!(said(&ines, post), [pair("same", TRAMS)]);
    let page = ines.get("/desk/matches?text=Brackwater+trams+carried+9+million+passengers+in+2025").is(200);
    assert_eq!(offered(&page), [pair("related", TRAMS)]);
    let text = page.text();
    assert!(text.contains("Another number") && text.contains("False"), "the difference and the verdict: {text}");
    assert_eq!(said(&ines, "Brackwater trams did not carry 4 million passengers in 2025"), [pair("related", TRAMS)]);
    assert_eq!(said(&ines, "Completely unrelated gardening advice"), []);
    assert_eq!(said(&ines, ""), []);
}

#[test]
fn a_claim_is_marked_as_a_duplicate_of_what_it_repeats() {
    let app = TestApp::searching();
    let ines = app.reviewer("Ines");
    let check = app.check().stating(TRAMS).rated("False").published();
    let article = app
        .article()
        .text("It rained.\n\nIn 2025 Brackwater trams carried 4 million passengers.\n")
        .with("title", "Rails")
        .add();
    let again = app.mark(&ines, &article, "In 2025 Brackwater trams carried 4 million passengers.");
    app.searched();
    let page = ines.get(&again.path).is(200);
    assert_eq!(offered(&page), [pair("same", TRAMS)]);
    let other = format!("claim:{}", app.one("SELECT claim_id AS value FROM checks"));
    let revision = app.one(&format!("SELECT CAST(revision AS TEXT) AS value FROM claims WHERE id = '{}'", again.id));
    let matches = format!("{}/matches", again.path);
    ines.post(&matches, &[("other", &other), ("ruling", "duplicate"), ("revision", &revision)]).is(303);
    assert_eq!(app.one(&format!("SELECT state AS value FROM claims WHERE id = '{}'", again.id)), "duplicate");
    assert_eq!(app.one("SELECT ruling AS value FROM claim_matches"), "same");
    // One check serves both places, once an editor has said so too: then the second article has its page, with the verdict.
    app.anonymous().get("/articles/rails").is(404);
    app.editor("Tomas").post(&matches, &[("other", &other), ("ruling", "same")]).is(303);
    let shown = app.anonymous().get("/articles/rails").is(200);
    assert!(shown.text().contains("False") && shown.html().contains(&check.public()), "{}", shown.text());
    assert!(app.anonymous().get(&check.public()).is(200).html().contains("/articles/rails"));
    // A duplicate of the duplicate is offered the original.
    let third = claim(&app, "Brackwater trams carried 4,000,000 passengers in 2025");
    app.searched();
    assert_eq!(offered(&ines.get(&third.path).is(200)), [pair("same", TRAMS)]);
    // Whoever has duplicates cannot become one.
    let of = format!("claim:{}", third.id);
    let root = format!("/desk/claims/{}", &other["claim:".len()..]);
    let refused = ines.post(&format!("{root}/matches"), &[("other", &of), ("ruling", "duplicate"), ("revision", "1")]);
    assert_eq!(refused.status, 409);
    app.triage(&ines, &again, &[("step", "reopen"), ("reason", "looked again")]).is(303);
    app.anonymous().get("/articles/rails").is(404);
}

#[test]
fn what_was_rejected_is_not_asked_again() {
    let app = TestApp::searching();
    let (ines, nell) = (app.reviewer("Ines"), app.contributor("Nell"));
    let one = claim(&app, TRAMS);
    let two = claim(&app, "Brackwater trams carried 5 million passengers in 2025");
    app.searched();
    let matches = format!("{}/matches", two.path);
    let other = format!("claim:{}", one.id);
    assert_eq!(offered(&ines.get(&two.path).is(200)), [pair("related", TRAMS)]);
    nell.post(&matches, &[("other", &other), ("ruling", "different")]).is(403);
    ines.post(&matches, &[("other", &other), ("ruling", "different")]).is(303);
    let page = ines.get(&two.path).is(200);
    assert_eq!(offered(&page), [pair("none", TRAMS)]);
    assert!(page.text().contains("somebody said is something else"));
    // The same words anywhere else are the same question.
    let shouted = said(&ines, "BRACKWATER trams carried 5 million passengers in 2025!");
    assert!(shouted.contains(&pair("none", TRAMS)), "{shouted:?}");
    // Said again, it is the same ruling; taken back, it is asked again; and other words are another question.
    ines.post(&matches, &[("other", &other), ("ruling", "different")]).is(303);
    assert_eq!(app.count("claim_matches"), 1);
    ines.post(&matches, &[("other", &other), ("ruling", "none")]).is(303);
    assert_eq!(offered(&ines.get(&two.path).is(200)), [pair("related", TRAMS)]);
    ines.post(&matches, &[("other", &other), ("ruling", "different")]).is(303);
    ines.fill(&one.path, &one.path, &[("statement", "Brackwater trams carried 4 million passengers in 2024")]).is(303);
    app.searched();
    assert_eq!(offered(&ines.get(&two.path).is(200))[0].0, "related");
    for bad in [("other", "claim:x"), ("other", "article:1"), ("ruling", "perhaps")] {
        let mut fields = vec![("other", other.as_str()), ("ruling", "same")];
        fields.retain(|(name, _)| *name != bad.0);
        fields.push(bad);
        assert_eq!(ines.post(&matches, &fields).status, 400, "{bad:?}");
    }
}

#[test]
fn an_article_is_compared_sentence_by_sentence() {
    let app = TestApp::searching();
    let (ines, omar) = (app.reviewer("Ines"), app.reviewer("Omar"));
    let known = claim(&app, TRAMS);
    app.searched();
    let text = "The council met.\n\nIn 2025, Brackwater trams carried 4 million passengers, the mayor said. \
                The budget of the library fell by 12 per cent in 2024.\n";
    let article = app.article().by(&ines).text(text).add();
    let path = format!("{}/known", article.path);
    let page = ines.get(&path).is(200);
    assert_eq!(offered(&page).len(), 1, "{}", page.text());
    let form = page.form(&format!("{}/matches", article.path));
    ines.send(&form, &[("ruling", "different")]).is(303);
    assert_eq!(offered(&ines.get(&path))[0].0, "none");
    ines.send(&form, &[("ruling", "same")]).is(303);
    let made = app
        .one(&format!("SELECT state || ' ' || duplicate_of AS value FROM claims WHERE article_id = '{}'", article.id));
    assert_eq!(made, format!("duplicate {}", known.id));
    ines.send(&form, &[("ruling", "same")]).is(303);
    assert_eq!(app.count("claims"), 2, "marked once");
    ines.send(&form, &[("ruling", "none")]).is(303);
    assert_eq!(app.one(&format!("SELECT state AS value FROM claims WHERE article_id = '{}'", article.id)), "inbox");
    ines.send(&form, &[("ruling", "same")]).is(303);
    assert_eq!(app.one(&format!("SELECT state AS value FROM claims WHERE article_id = '{}'", article.id)), "duplicate");
    assert_eq!(ines.send(&form, &[("ruling", "same"), ("sentence", "5-9")]).status, 400, "no sentence");
    let stale = ines.send(&form, &[("ruling", "same"), ("version", "00000000-0000-7000-8000-000000000000")]);
    assert_eq!(stale.status, 409);
    // What is closed to somebody is offered to them nowhere.
    ines.post(&format!("{}/access", known.path), &[("restricted", "yes")]).is(303);
    app.searched();
    assert!(said(&omar, TRAMS).iter().all(|(_, statement)| statement != TRAMS));
    assert!(said(&ines, TRAMS).iter().any(|(_, statement)| statement == TRAMS));
    let (other, version) = (format!("claim:{}", known.id), app.one("SELECT id AS value FROM article_versions"));
    let fields = [("other", other.as_str()), ("ruling", "same"), ("version", &version), ("sentence", "0-16")];
    let closed = omar.post(&format!("{}/matches", article.path), &fields).is(409);
    let none = [("other", "claim:00000000-0000-7000-8000-000000000000"), fields[1], fields[2], fields[3]];
    let unknown = omar.post(&format!("{}/matches", article.path), &none).is(409);
    assert_eq!(closed.text(), unknown.text(), "closed is as if it were not there");
}

#[test]
fn a_claim_is_compared_while_it_is_written_and_beside_its_draft() {
    let app = TestApp::searching();
    let ines = app.reviewer("Ines");
    app.check().stating(TRAMS).rated("False").published();
    app.searched();
    let page = ines.fill("/desk/claims/new", "/desk/claims", &[("statement", TRAMS), ("look", "yes")]).is(200);
    assert_eq!(offered(&page), [pair("same", TRAMS)]);
    assert_eq!(app.count("claims"), 1, "looking adds nothing");
    assert!(page.html().contains(TRAMS), "what was typed is kept");
    assert!(ines.get("/desk/claims/new?statement=Trams+are+late").is(200).html().contains("Trams are late"));
    let check = app.check().stating("Brackwater trams carried 6 million passengers in 2025").taken();
    app.searched();
    let page = ines.get(&check.path).is(200);
    assert_eq!(offered(&page), [pair("related", TRAMS)]);
    assert!(page.text().contains("Precedents"));
}

#[test]
fn another_desks_check_is_offered_with_its_origin() {
    let app = TestApp::searching();
    let ines = app.reviewer("Ines");
    let markup = serde_json::json!({
        "@type": "ClaimReview", "url": "https://other.example/trams", "claimReviewed": TRAMS,
        "author": { "@type": "Organization", "name": "Estuary Checkers" },
        "reviewRating": { "@type": "Rating", "alternateName": "Made up" }
    });
    ines.post("/desk/external", &[("markup", &markup.to_string())]).is(200);
    let one = claim(&app, "In 2025 Brackwater trams carried 4 million passengers");
    app.searched();
    let page = ines.get(&one.path).is(200);
    assert_eq!(offered(&page), [pair("same", TRAMS)]);
    let text = page.text();
    assert!(text.contains("Another desk’s check") && text.contains("Estuary Checkers") && text.contains("Made up"));
    assert!(
        !page.html().contains("name=\"ruling\" value=\"duplicate\""),
        "another desk’s check is no claim of ours to point to"
    );
    let other = format!("external:{}", app.one("SELECT id AS value FROM external_checks"));
    ines.post(&format!("{}/matches", one.path), &[("other", &other), ("ruling", "same")]).is(303);
    assert!(ines.get(&one.path).text().contains("said by a person of the desk"));
}
