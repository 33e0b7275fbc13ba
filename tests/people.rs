//! Setting up, signing in and out, invitations, sessions and their ends.

mod harness;

use chrono::TimeDelta;
use claimdesk::db::sha256;
use claimdesk::people::store as people;
use harness::make::id_of;
use harness::{Answer, Client, PASSWORD, Person, Setup, TestApp, html};

const NEW_PASSWORD: &str = "nine herons on the quay";

fn bare() -> TestApp {
    TestApp::with(Setup { desk: false, ..Setup::default() })
}

fn set_up_fields(n: usize) -> Vec<(&'static str, String)> {
    vec![
        ("desk", "The Brackwater Desk".into()),
        ("time_zone", "Europe/Vienna".into()),
        ("scale", "five".into()),
        ("name", format!("Ada {n}")),
        ("email", format!("ada{n}@brackwater.example")),
        ("new_password", PASSWORD.into()),
    ]
}

fn borrowed<'a>(fields: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
    fields.iter().map(|(name, value)| (*name, value.as_str())).collect()
}

/// Whether this browser is let in.
fn inside(client: &Client) -> bool {
    match client.get("/desk").status {
        200 => true,
        303 => false,
        other => panic!("/desk answers {other}"),
    }
}

// ---- setting up

#[test]
fn the_set_up_link_works_once_and_makes_the_first_admin() {
    let app = bare();
    let token = app.write(people::new_set_up_token);
    let visitor = app.anonymous();
    visitor.get("/setup").is(404);
    visitor.get("/setup?token=0000").is(404);
    let page = format!("/setup?token={token}");
    let fields = set_up_fields(1);
    let answer = visitor.fill(&page, "/setup", &borrowed(&fields)).is(303);
    assert_eq!(answer.location(), "/desk");
    assert!(inside(&visitor));
    assert!(visitor.get("/account").text().contains("Admin"));
    app.anonymous().get(&page).is(404);
    let late = app.anonymous();
    let fields: Vec<_> = [("set_up", token.clone())].into_iter().chain(set_up_fields(2)).collect();
    late.post("/setup", &borrowed(&fields)).is(404);
    assert_eq!(app.count("people"), 1);
}

#[test]
fn a_newer_set_up_link_voids_the_older() {
    let app = bare();
    let older = app.write(people::new_set_up_token);
    let newer = app.write(people::new_set_up_token);
    app.anonymous().get(&format!("/setup?token={older}")).is(404);
    app.anonymous().get(&format!("/setup?token={newer}")).is(200);
}

#[test]
fn twenty_set_ups_at_once_make_one_admin() {
    let app = bare();
    let token = app.write(people::new_set_up_token);
    let page = format!("/setup?token={token}");
    let ready: Vec<(Client, html::Form)> = (0..20)
        .map(|_| {
            let client = app.anonymous();
            let form = client.get(&page).is(200).form("/setup");
            (client, form)
        })
        .collect();
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let tries: Vec<_> = ready
            .iter()
            .enumerate()
            .map(|(n, (client, form))| scope.spawn(move || client.send(form, &borrowed(&set_up_fields(n))).status))
            .collect();
        tries.into_iter().map(|it| it.join().unwrap()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1, "{statuses:?}");
    assert!(statuses.iter().all(|status| matches!(status, 303 | 404 | 503)), "{statuses:?}");
    assert_eq!((app.count("people"), app.count("desk")), (1, 1));
}

#[test]
fn a_set_up_with_faults_keeps_what_was_typed() {
    let app = bare();
    let token = app.write(people::new_set_up_token);
    let visitor = app.anonymous();
    let mut fields = set_up_fields(1);
    fields[4].1 = "no address".into();
    fields[1].1 = "Nowhere/Atlantis".into();
    let answer = visitor.fill(&format!("/setup?token={token}"), "/setup", &borrowed(&fields)).is(422);
    let form = answer.form("/setup");
    assert_eq!((form.value("email"), form.value("desk")), ("no address", "The Brackwater Desk"));
    assert_eq!(app.count("people"), 0);
}

#[test]
fn no_page_repeats_a_password() {
    let app = bare();
    let token = app.write(people::new_set_up_token);
    let visitor = app.anonymous();
    let mut fields = set_up_fields(1);
    fields[4].1 = "no address".into();
    let set_up = visitor.fill(&format!("/setup?token={token}"), "/setup", &borrowed(&fields)).is(422);
    let app = TestApp::new();
    let (ada, nell) = (app.admin("Ada"), app.contributor("Nell"));
    let wrong = [("password", "not my password"), ("new_password", NEW_PASSWORD)];
    let account = nell.fill("/account", "/account/password", &wrong).is(422);
    let invitation = invite(&ada, "pia@brackwater.example", "reviewer");
    let join = join(&app.anonymous(), &invitation, "no address", &[]).is(422);
    let login = app.anonymous().sign_in(&nell.email, NEW_PASSWORD).is(422);
    for (page, answer) in [("set-up", set_up), ("account", account), ("join", join), ("login", login)] {
        for secret in [PASSWORD, NEW_PASSWORD, "not my password"] {
            assert!(!answer.html().contains(secret), "the {page} page repeats {secret:?}");
        }
    }
}

// ---- signing in

#[test]
fn a_wrong_password_an_unknown_and_a_disabled_account_look_the_same() {
    let app = TestApp::new();
    let (ada, nell) = (app.admin("Ada"), app.contributor("Nell"));
    let gone = app.contributor("Gone");
    ada.post(&format!("/admin/people/{}/state", gone.id), &[("state", "disabled")]).is(303);
    let attempt = |email: &str, password: &str| {
        let client = app.anonymous();
        let answer = client.sign_in(email, password).is(422);
        assert!(client.cookie("session").is_none());
        answer.html().replace(&client.guard(), "GUARD").replace(email, "EMAIL")
    };
    let wrong = attempt(&nell.email, "another password");
    assert!(wrong.contains("do not belong together"));
    assert_eq!(attempt("nobody@brackwater.example", PASSWORD), wrong);
    assert_eq!(attempt(&gone.email, PASSWORD), wrong);
    assert_eq!(attempt(&gone.email, "another password"), wrong);
    assert!(!wrong.contains("another password"));
}

#[test]
fn signing_in_leads_back_to_where_somebody_wanted_to_go_and_never_away() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let client = app.anonymous();
    let wanted = client.get("/desk/claims?state=inbox&q=a%20b").is(303);
    let login = wanted.header("location").unwrap().to_owned();
    let answer = client.fill(&login, "/login", &[("email", &nell.email), ("password", PASSWORD)]).is(303);
    assert_eq!(answer.header("location"), Some("/desk/claims?state=inbox&q=a%20b"));
    for next in [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "javascript:alert(1)",
        "/%09/evil.example",
        "\\\\evil.example",
    ] {
        let client = app.anonymous();
        let fields = [("email", nell.email.as_str()), ("password", PASSWORD), ("next", next)];
        let to = client.fill("/login", "/login", &fields).is(303).header("location").unwrap().to_owned();
        assert!(to.starts_with('/') && !to.starts_with("//") && !to.starts_with("/\\"), "{next} → {to}");
    }
}

#[test]
fn a_session_is_kept_as_a_hash_and_renewed_at_every_sign_in() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let client = app.anonymous();
    client.set_cookie("session", "chosen-by-somebody-else");
    client.sign_in(&nell.email, PASSWORD).is(303);
    let first = client.cookie("session").unwrap();
    assert_ne!(first, "chosen-by-somebody-else");
    let rows = app.column("SELECT id AS value FROM sessions");
    assert!(rows.contains(&sha256(first.as_bytes())) && !rows.contains(&first));
    let guest = app.anonymous();
    guest.set_cookie("session", &first);
    guest.sign_in(&nell.email, PASSWORD).is(303);
    let second = guest.cookie("session").unwrap();
    assert_ne!(first, second);
    assert!(inside(&guest) && !inside(&client), "the session of before has ended");
}

#[test]
fn signing_out_ends_the_session_at_the_server() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let copy = app.anonymous();
    copy.set_cookie("session", &nell.cookie("session").unwrap());
    let answer = nell.fill("/desk", "/logout", &[]).is(303);
    assert_eq!(answer.location(), "/login");
    assert!(answer.header("clear-site-data").is_some());
    assert!(nell.cookie("session").is_none() && !inside(&copy));
}

#[test]
fn cookies_are_bound_to_the_host_where_readers_come_by_https() {
    let app = TestApp::with(Setup { base_url: Some("https://check.example.org"), ..Setup::default() });
    let nell = app.contributor("Nell");
    assert!(inside(&nell));
    let client = app.anonymous();
    let answer = client.sign_in(&nell.email, PASSWORD).is(303);
    let set = answer.all("set-cookie");
    assert!(!set.is_empty());
    for cookie in set {
        assert!(cookie.starts_with("__Host-"), "{cookie}");
        for part in ["; Secure", "; HttpOnly", "; SameSite=Lax", "; Path=/"] {
            assert!(cookie.contains(part), "{part} in {cookie}");
        }
        assert!(!cookie.to_lowercase().contains("domain"), "{cookie}");
    }
    assert!(answer.header("strict-transport-security").is_some());
    // A cookie without the prefix could have been set by a neighbour: it counts for nothing.
    let neighbour = app.anonymous();
    neighbour.set_cookie("session", &client.cookie("__Host-session").unwrap());
    assert!(!inside(&neighbour));
}

#[test]
fn a_site_answers_to_its_own_name_only() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    for host in ["evil.example", "localhost", "127.0.0.1", "127.0.0.1:1", ""] {
        let answer = nell.ask("GET", "/desk").header("Host", host).send();
        assert!(matches!(answer.status, 400 | 421), "{host}: {}", answer.status);
        assert!(!answer.html().contains("Nell"));
    }
    nell.ask("GET", "/desk").header("X-Forwarded-Host", "evil.example").send().is(200);
}

// ---- the ends of sessions

#[test]
fn disabling_an_account_ends_every_session_at_once_and_for_good() {
    let app = TestApp::new();
    let (ada, nell) = (app.admin("Ada"), app.contributor("Nell"));
    let browsers: Vec<Person> = (0..20).map(|_| app.again(&nell)).collect();
    assert!(browsers.iter().all(|it| inside(it)));
    let state = format!("/admin/people/{}/state", nell.id);
    ada.fill("/admin/people", &state, &[("state", "disabled")]).is(303);
    assert!(browsers.iter().all(|it| !inside(it)));
    let before = app.head();
    browsers[0].ask("POST", "/desk/claims").ours().form(&[("guard", "x")]).send().is(303);
    assert_eq!(app.head(), before);
    app.anonymous().sign_in(&nell.email, PASSWORD).is(422);
    ada.fill("/admin/people", &state, &[("state", "active")]).is(303);
    assert!(browsers.iter().all(|it| !inside(it)), "old sessions stay ended");
    app.anonymous().sign_in(&nell.email, PASSWORD).is(303);
}

#[test]
fn a_new_role_ends_the_sessions_of_the_old_one() {
    let app = TestApp::new();
    let (ada, tomas) = (app.admin("Ada"), app.editor("Tomas"));
    ada.fill("/admin/people", &format!("/admin/people/{}/role", tomas.id), &[("role", "contributor")]).is(303);
    assert!(!inside(&tomas));
    let again = app.again(&tomas);
    again.post("/desk/topics", &[("name", "Water")]).is(403);
}

#[test]
fn the_last_admin_stays() {
    let app = TestApp::new();
    let ada = app.admin("Ada");
    let before = app.head();
    ada.post(&format!("/admin/people/{}/state", ada.id), &[("state", "disabled")]).is(409);
    ada.post(&format!("/admin/people/{}/role", ada.id), &[("role", "editor")]).is(409);
    assert_eq!(app.head(), before);
    let bea = app.admin("Bea");
    bea.post(&format!("/admin/people/{}/role", ada.id), &[("role", "editor")]).is(303);
    bea.post(&format!("/admin/people/{}/state", bea.id), &[("state", "disabled")]).is(409);
}

#[test]
fn a_new_password_ends_every_other_session() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let other = app.again(&nell);
    let change =
        |now: &str, new: &str| nell.fill("/account", "/account/password", &[("password", now), ("new_password", new)]);
    let answer = change("not my password", NEW_PASSWORD).is(422);
    assert!(answer.text().contains("This is not your present password."));
    for bad in ["short", "passwordpassword", "Nell12345678", "nell@brackwater.example"] {
        change(PASSWORD, bad).is(422);
    }
    assert!(inside(&other), "nothing has changed yet");
    change(PASSWORD, NEW_PASSWORD).is(303);
    assert!(inside(&nell) && !inside(&other));
    app.anonymous().sign_in(&nell.email, PASSWORD).is(422);
    app.anonymous().sign_in(&nell.email, NEW_PASSWORD).is(303);
    let words = app.column("SELECT words AS value FROM event_words").concat();
    assert!(!words.contains(NEW_PASSWORD) && !words.contains("argon2"), "the log holds a secret");
}

#[test]
fn somebody_ends_one_session_or_all_others() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let (second, third, fourth) = (app.again(&nell), app.again(&nell), app.again(&nell));
    let ended = sha256(second.cookie("session").unwrap().as_bytes());
    nell.post("/account/sessions", &[("session", &ended)]).is(303);
    assert!(!inside(&second) && inside(&third));
    nell.post("/account/sessions", &[("session", "others")]).is(303);
    assert!(inside(&nell) && !inside(&third) && !inside(&fourth));
    let milo = app.reviewer("Milo");
    let theirs = sha256(milo.cookie("session").unwrap().as_bytes());
    nell.post("/account/sessions", &[("session", &theirs)]).is(404);
    assert!(inside(&milo), "nobody ends somebody else's");
}

#[test]
fn a_session_ends_two_hours_after_the_last_request() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    for _ in 0..3 {
        app.clock.advance(TimeDelta::minutes(119));
        assert!(inside(&nell), "every request starts the two hours again");
    }
    app.clock.advance(TimeDelta::minutes(121));
    assert!(!inside(&nell) && !inside(&nell));
}

#[test]
fn a_session_ends_after_a_day_whatever_is_done() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    for _ in 0..23 {
        app.clock.advance(TimeDelta::hours(1));
        assert!(inside(&nell));
    }
    app.clock.advance(TimeDelta::minutes(61));
    assert!(!inside(&nell));
}

// ---- invitations

fn invite(by: &Client, email: &str, role: &str) -> String {
    let fields = [("email", email), ("name", "New Person"), ("role", role)];
    let page = by.fill("/admin/people", "/admin/people/invitations", &fields).is(200);
    let links = html::inside(&page.html(), "pre");
    let link = links.iter().find(|it| it.contains("/invitations/")).expect("the link is shown");
    format!("/invitations/{}", id_of(link))
}

/// The join form goes to its own address.
fn join(client: &Client, path: &str, email: &str, more: &[(&str, &str)]) -> Answer {
    let fields = [("name", "Pia Lorn"), ("email", email), ("new_password", PASSWORD)];
    let fields: Vec<_> = fields.into_iter().chain(more.iter().copied()).collect();
    client.get(path).is(200);
    client.post(path, &fields)
}

#[test]
fn an_invitation_lets_one_person_in_once() {
    let app = TestApp::new();
    let ada = app.admin("Ada");
    let path = invite(&ada, "pia@brackwater.example", "reviewer");
    assert!(!ada.get("/admin/people").html().contains(&path), "the link is shown once");
    assert!(!app.column("SELECT token_hash AS value FROM invitations").contains(&id_of(&path)));
    let pia = app.anonymous();
    join(&pia, &path, "pia@brackwater.example", &[("role", "admin")]).is(303);
    assert!(inside(&pia));
    assert!(pia.get("/account").text().contains("Role Reviewer"), "nobody chooses their own role");
    app.anonymous().get(&path).is(404);
    app.anonymous().post(&path, &[("name", "B"), ("email", "b@b.example"), ("new_password", PASSWORD)]).is(404);
    assert_eq!(app.count("people"), 2);
}

#[test]
fn an_invitation_runs_out_and_can_be_withdrawn() {
    let app = TestApp::new();
    let ada = app.admin("Ada");
    let late = invite(&ada, "late@brackwater.example", "editor");
    let taken_back = invite(&ada, "back@brackwater.example", "editor");
    let id = app.one("SELECT id AS value FROM invitations WHERE email = 'back@brackwater.example'");
    ada.fill("/admin/people", &format!("/admin/people/invitations/{id}/revocation"), &[]).is(303);
    app.anonymous().get(&taken_back).is(404);
    ada.post(&format!("/admin/people/invitations/{id}/revocation"), &[]).is(404);
    app.clock.advance(TimeDelta::days(7) - TimeDelta::seconds(5));
    let slow = app.anonymous();
    slow.get(&late).is(200);
    app.clock.advance(TimeDelta::seconds(10));
    slow.get(&late).is(404);
    slow.post(&late, &[("name", "L"), ("email", "late@brackwater.example"), ("new_password", PASSWORD)]).is(404);
    assert_eq!(app.count("people"), 1);
}

#[test]
fn ten_join_by_one_invitation_and_one_is_in() {
    let app = TestApp::new();
    let path = invite(&app.admin("Ada"), "pia@brackwater.example", "reviewer");
    let statuses: Vec<u16> = std::thread::scope(|scope| {
        let tries: Vec<_> = (0..10)
            .map(|n| {
                let (client, path) = (app.anonymous(), &path);
                scope.spawn(move || join(&client, path, &format!("pia{n}@brackwater.example"), &[]).status)
            })
            .collect();
        tries.into_iter().filter_map(|it| it.join().ok()).collect()
    });
    assert_eq!(statuses.iter().filter(|status| **status == 303).count(), 1, "{statuses:?}");
    assert_eq!(app.count("people"), 2);
}

#[test]
fn an_address_belongs_to_one_account() {
    let app = TestApp::new();
    let (ada, nell) = (app.admin("Ada"), app.contributor("Nell"));
    let fields = [("email", nell.email.to_uppercase()), ("role", "editor".into())];
    let answer =
        ada.fill("/admin/people", "/admin/people/invitations", &[("email", &fields[0].1), ("role", "editor")]).is(422);
    assert!(answer.text().contains("already has this e-mail address"));
    let path = invite(&ada, "pia@brackwater.example", "reviewer");
    let pia = app.anonymous();
    join(&pia, &path, &nell.email, &[]).is(422);
    join(&pia, &path, "pia@brackwater.example", &[]).is(303);
}

// ---- a form over an ended session

#[test]
fn what_was_typed_over_an_ended_session_is_there_after_signing_in() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let form = nell.get("/desk/articles/new").is(200).form("/desk/articles");
    app.clock.advance(TimeDelta::hours(3));
    let text = "Long typed text.\r\n\r\nWith two paragraphs — and 🦦.";
    let before = app.head();
    let answer = nell.send(&form, &[("title", "Typed for an hour"), ("text", text)]).is(303);
    let login = answer.header("location").unwrap().to_owned();
    assert!(login.starts_with("/login?next=%2Fdesk%2Fkept%2F"), "{login}");
    assert_eq!(app.head(), before);
    let page = nell.get(&login).is(200);
    assert!(page.text().contains("you will find what you typed"));
    let back = nell.send(&page.form("/login"), &[("email", &nell.email), ("password", PASSWORD)]).is(303);
    let kept_at = back.location();
    let kept = nell.get(&kept_at).is(200);
    let form = kept.form("/desk/articles");
    assert_eq!(form.value("title"), "Typed for an hour");
    assert_eq!(form.value("text"), text.replace("\r\n", "\n"));
    app.reviewer("Milo").get(&kept_at).is(404);
    let article = nell.send(&form, &[]).is(303).location();
    assert!(nell.get(&article).text().contains("With two paragraphs"));
}

#[test]
fn a_form_without_a_session_is_kept_for_nobody() {
    let app = TestApp::new();
    let stranger = app.anonymous();
    let answer = stranger.ask("POST", "/desk/articles").ours().form(&[("title", "t"), ("text", "x")]).send().is(303);
    assert_eq!(answer.header("location"), Some("/login?next=%2Fdesk"));
    let nell = app.contributor("Nell");
    app.clock.advance(TimeDelta::hours(3));
    nell.ask("POST", "/desk/articles").header("Origin", "https://evil.example").form(&[("text", "x")]).send().is(403);
    assert_eq!(app.count("parked_forms"), 0);
}

#[test]
fn no_password_is_ever_kept() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let form = nell.get("/account").is(200).form("/account/password");
    app.clock.advance(TimeDelta::hours(3));
    nell.send(&form, &[("password", PASSWORD), ("new_password", NEW_PASSWORD)]).is(303);
    let kept = app.column("SELECT fields AS value FROM parked_forms").concat();
    assert!(!kept.contains(PASSWORD) && !kept.contains(NEW_PASSWORD), "{kept}");
}

/// Forms that nobody came back for make room again after a week.
#[test]
fn kept_forms_do_not_fill_up_for_ever() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let lose = |text: &str| {
        let browser = app.again(&nell);
        let form = browser.get("/desk/articles/new").is(200).form("/desk/articles");
        app.clock.advance(TimeDelta::hours(3));
        browser.send(&form, &[("title", "t"), ("text", text)]).is(303).header("location").unwrap().to_owned()
    };
    for n in 0..10 {
        assert!(lose(&format!("text {n}")).contains("kept"));
    }
    app.clock.advance(TimeDelta::days(8));
    assert!(lose("the eleventh").contains("kept"), "the first ten have run out");
}

#[test]
fn a_site_that_is_read_only_has_no_desk() {
    let app = TestApp::with(Setup { read_only: true, ..Setup::default() });
    let nell = app.contributor("Nell");
    app.anonymous().get("/").is(200);
    for path in ["/desk", "/login", "/account", "/admin/people"] {
        let answer = nell.get(path);
        assert!(matches!(answer.status, 303 | 404), "{path}: {}", answer.status);
        assert!(!answer.html().contains("Nell"));
    }
    nell.ask("POST", "/login").ours().form(&[("email", &nell.email), ("password", PASSWORD)]).send().is(404);
}
