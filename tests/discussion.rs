//! What the desk says among itself, and who hears of what.

mod harness;

use harness::make::{Claim, id_of};
use harness::{Person, TestApp};

fn path(claim: &Claim) -> String {
    format!("/desk/claims/{}/discussion", claim.id)
}

fn say(app: &TestApp, by: &Person, claim: &Claim, body: &str) -> String {
    by.post(&path(claim), &[("body", body), ("about", "claim")]).is(303);
    app.one("SELECT id AS value FROM comments ORDER BY id DESC LIMIT 1")
}

/// What somebody has been told and not read.
fn told(app: &TestApp, person: &Person) -> Vec<String> {
    app.work();
    app.column(&format!(
        "SELECT reason AS value FROM notifications WHERE person_id = '{}' AND read_at IS NULL ORDER BY seq",
        person.id
    ))
}

#[test]
fn comments_stand_in_threads_are_edited_with_their_history_and_resolved() {
    let app = TestApp::new();
    let (ines, milo, tomas, rafiq) =
        (app.reviewer("Ines"), app.reviewer("Milo"), app.editor("Tomas"), app.auditor("Rafiq"));
    let claim = app.claim().by(&ines).selected();
    assert!(ines.get(&path(&claim)).is(200).text().contains("Nothing has been said yet"));
    ines.post(&path(&claim), &[("body", " ")]).is(422);
    rafiq.post(&path(&claim), &[("body", "Hello")]).is(403);
    let first = say(&app, &ines, &claim, "Is this <b>the</b> figure of 2019?");
    milo.post(&path(&claim), &[("body", "Of 2020."), ("parent", &first)]).is(303);
    let page = rafiq.get(&path(&claim)).is(200);
    assert!(page.text().contains("Is this <b>the</b> figure") && page.text().contains("Of 2020."));
    let edit = format!("{}/{first}", path(&claim));
    milo.post(&edit, &[("body", "Not mine"), ("revision", "1")]).is(403);
    ines.post(&edit, &[("body", "Is this the figure of 2021?"), ("revision", "1")]).is(303);
    let stale = ines.post(&edit, &[("body", "Again"), ("revision", "1")]).is(409);
    assert!(stale.text().contains("2021"));
    let page = milo.get(&path(&claim)).text();
    assert!(page.contains("2021") && page.contains("What it said before") && page.contains("figure of 2019"));
    let state = format!("{edit}/state");
    milo.post(&state, &[("state", "resolved")]).is(303);
    assert!(ines.get(&format!("/desk/claims/{}", claim.id)).text().contains("Discussion"));
    assert!(!ines.get(&format!("/desk/claims/{}", claim.id)).text().contains("one open thread"));
    milo.post(&path(&claim), &[("body", "One more thing."), ("parent", &first)]).is(303);
    assert!(
        ines.get(&format!("/desk/claims/{}", claim.id)).text().contains("one open thread"),
        "an answer opens it again"
    );
    milo.post(&state, &[("state", "removed")]).is(403);
    tomas.post(&state, &[("state", "removed")]).is(303);
    assert!(!ines.get(&path(&claim)).text().contains("2021"));
    ines.post(&edit, &[("body", "x"), ("revision", "3")]).is(409);
    let other = app.claim().by(&ines).selected();
    ines.post(&format!("{}/{first}", path(&other)), &[("body", "x"), ("revision", "1")]).is(404);
    app.verify().unwrap();
}

#[test]
fn whoever_is_named_or_answered_hears_and_nobody_else() {
    let app = TestApp::new();
    let (ines, milo, tomas) = (app.reviewer("Ines"), app.reviewer("Milo"), app.editor("Tomas"));
    let nell = app.contributor("Nell");
    let claim = app.claim().by(&ines).selected();
    app.work();
    let first = say(&app, &ines, &claim, "Do you know, @milo and @Ines?");
    assert_eq!(told(&app, &milo), ["mentioned"]);
    assert!([&ines, &tomas, &nell].iter().all(|person| told(&app, person).is_empty()), "nobody hears of what they did");
    milo.post(&path(&claim), &[("body", "No."), ("parent", &first)]).is(303);
    assert_eq!(told(&app, &ines), ["answered"]);
    let page = ines.get("/desk/notifications").is(200);
    assert!(page.text().contains("Somebody answered in a thread of yours") && page.text().contains("News 1"));
    let link = page.html();
    assert!(link.contains(&format!("{}#comment-", path(&claim))));
    milo.post("/desk/notifications", &[]).is(303);
    assert!(told(&app, &milo).is_empty() && told(&app, &ines).len() == 1, "reading is one's own");
    let one = app.one(&format!("SELECT id AS value FROM notifications WHERE person_id = '{}'", ines.id));
    milo.post("/desk/notifications", &[("notification", &one)]).is(303);
    assert_eq!(told(&app, &ines).len(), 1);
    ines.post("/desk/notifications", &[("notification", &one)]).is(303);
    assert!(ines.get("/desk/notifications").text().contains("Nothing new"));
    assert!(ines.get("/desk/notifications?show=all").text().contains("Somebody answered"));
    let edit = format!("{}/{first}", path(&claim));
    ines.post(&edit, &[("body", "Do you know, @Tomas?"), ("revision", "1")]).is(303);
    assert_eq!(told(&app, &tomas), ["mentioned"], "an edit tells whom it names");
    assert!(told(&app, &milo).is_empty());
}

#[test]
fn whoever_can_act_on_a_draft_hears_of_it() {
    let app = TestApp::with(harness::Setup { peer_review: true, ..harness::Setup::default() });
    let (ines, milo, tomas, ada) = (app.reviewer("Ines"), app.reviewer("Milo"), app.editor("Tomas"), app.admin("Ada"));
    let nell = app.contributor("Pia");
    let check = app.check().by(&ines).with_evidence(2).researching();
    app.work();
    app.submit(&ines, &check).is(303);
    assert_eq!([told(&app, &milo), told(&app, &tomas)], [["to_review"], ["to_review"]]);
    app.decide(&milo, &check, "review", "passed").is(303);
    assert_eq!(told(&app, &tomas), ["to_review", "to_approve"]);
    assert_eq!(told(&app, &milo), ["to_review"], "who reviewed does not approve");
    app.decide(&tomas, &check, "approval", "changes").is(303);
    assert_eq!(told(&app, &ines), ["sent_back"]);
    app.submit(&ines, &check).is(303);
    app.decide(&milo, &check, "review", "passed").is(303);
    app.approve(&tomas, &check).is(303);
    assert!(told(&app, &ada).contains(&"approved".to_owned()));
    app.publish(&ada, &check).is(303);
    assert!(told(&app, &ines).contains(&"published".to_owned()));
    assert!(told(&app, &nell).is_empty(), "nothing waits for who cannot act");
    tomas.post(&check.at("retraction"), &[("retraction_reason", "Wrong trees.")]).is(303);
    assert!(told(&app, &ada).contains(&"to_confirm".to_owned()));
    let claim = id_of(&format!("/desk/claims/{}", check.claim));
    ines.post(
        "/desk/tasks",
        &[("kind", "call"), ("text", "Call them"), ("claim", &claim), ("assignee", milo.id.as_str())],
    )
    .is(303);
    assert!(told(&app, &milo).contains(&"assigned".to_owned()));
}

#[test]
fn whoever_may_not_see_a_claim_hears_nothing_of_it() {
    let app = TestApp::new();
    let (ines, milo) = (app.reviewer("Ines"), app.reviewer("Milo"));
    let claim = app.claim().by(&ines).selected();
    app.work();
    let access = [("restricted", "yes"), ("person", ines.id.as_str())];
    ines.post(&format!("/desk/claims/{}/access", claim.id), &access).is(303);
    let first = say(&app, &ines, &claim, "@Milo must not hear this.");
    assert!(told(&app, &milo).is_empty());
    milo.get(&path(&claim)).is(404);
    milo.post(&path(&claim), &[("body", "x"), ("parent", &first)]).is(404);
    assert!(!milo.get("/desk/log").text().contains("said something"));
    ines.post(&format!("/desk/claims/{}/access", claim.id), &[]).is(303);
    say(&app, &ines, &claim, "@Milo may hear this.");
    assert_eq!(told(&app, &milo), ["mentioned"]);
    ines.post(&format!("/desk/claims/{}/access", claim.id), &access).is(303);
    assert!(milo.get("/desk/notifications").text().contains("Nothing new"), "what was told is hidden again");
    app.verify().unwrap();
}
