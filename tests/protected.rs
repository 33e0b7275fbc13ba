//! Sources whose name would put them in danger: who may open them, what readers are told, and where no word of them stands.

mod harness;

use std::fs;
use std::path::{Path, PathBuf};

use chrono::TimeDelta;
use harness::commands::{Folder, Server, run, said};
use harness::make::{Check, id_of};
use harness::{PASSWORD, Person, TestApp};

const NAME: &str = "Quillon Ravensmere";
const ACCOUNT: &str = "the sluice was opened by hand on the night of the zarvendine";
const STUB: &str = "A member of the water agency's staff";
const REASON: &str = "She would lose her post if it were known that she spoke to us.";

/// Adds one that `by` may open, and whoever is named.
fn protected(by: &Person, named: &[&Person]) -> String {
    let named: Vec<String> = named.iter().map(|person| person.id.to_string()).collect();
    let mut fields = vec![
        ("title", STUB),
        ("kind", "primary"),
        ("accessed_on", "2026-03-02"),
        ("citation", "Works at the gauges"),
        ("reason", REASON),
        ("identity", NAME),
        ("account", ACCOUNT),
    ];
    fields.extend(named.iter().map(|id| ("person", id.as_str())));
    by.post("/desk/sources/protected", &fields).is(303).location()
}

fn readings(app: &TestApp) -> i64 {
    app.count("events WHERE kind = 'protected.read'")
}

#[test]
fn only_who_is_named_opens_it_and_every_opening_is_written_down() {
    let app = TestApp::new();
    let (ines, milo, tomas, ada) = (app.reviewer("Ines"), app.reviewer("Milo"), app.editor("Tomas"), app.admin("Ada"));
    let rafiq = app.auditor("Rafiq");
    let path = protected(&ines, &[&tomas]);
    let reading = format!("{path}/protected/reading");
    for other in [&milo, &ada, &rafiq] {
        let page = other.get(&path).is(200);
        assert!(page.text().contains(STUB) && page.text().contains(REASON) && !page.offers(&reading));
        assert!(page.text().contains("Ines") && page.text().contains("Tomas"), "whom to ask");
        assert!(!other.post(&reading, &[]).is(403).text().contains(NAME));
        other.post(&format!("{path}/protected/readers"), &[("person", other.id.as_str())]).is(403);
    }
    assert_eq!(readings(&app), 0);
    for (n, named) in [(1, &ines), (2, &tomas)] {
        let opened = named.send(&named.get(&path).form(&reading), &[]).is(200);
        assert!(opened.html().contains(NAME) && opened.html().contains(ACCOUNT));
        assert!(opened.header("cache-control").unwrap().contains("no-store"));
        assert_eq!(readings(&app), n);
    }
    assert!(app.contributor("Nell").get(&path).text().contains("Openings"));
    tomas.post(&format!("{path}/protected/readers"), &[]).is(422);
    tomas.post(&format!("{path}/protected/readers"), &[("person", rafiq.id.as_str())]).is(422);
    tomas.post(&format!("{path}/protected/readers"), &[("person", milo.id.as_str())]).is(303);
    ines.post(&reading, &[]).is(403);
    assert!(milo.post(&reading, &[]).is(200).html().contains(NAME));
    assert!(ada.get("/desk/log").text().contains("opened a protected source"));
    app.verify().unwrap();
}

#[test]
fn what_is_sealed_changes_by_revision_and_nothing_that_tells_who_it_is_comes_near_it() {
    let app = TestApp::new();
    let (ines, ada) = (app.reviewer("Ines"), app.admin("Ada"));
    let path = protected(&ines, &[]);
    let change = format!("{path}/protected");
    let opened = ines.post(&format!("{path}/protected/reading"), &[]).is(200).form(&change);
    ines.send(&opened, &[("identity", "Somebody else"), ("reason", "Another reason.")]).is(303);
    let stale = ines.send(&opened, &[("identity", "A third")]).is(409);
    assert!(!stale.html().contains("Somebody else"), "their words are read by opening only");
    assert!(ines.post(&format!("{path}/protected/reading"), &[]).html().contains("Somebody else"));
    ines.send(&ines.post(&format!("{path}/protected/reading"), &[]).form(&change), &[("identity", "")]).is(422);
    ines.fill(&path, &path, &[("title", "Somebody at the agency"), ("url", "https://a.example/")]).is(303);
    assert_eq!(app.one("SELECT COUNT(*) || '' AS value FROM sources WHERE url IS NOT NULL"), "0");
    let before = app.desk().blobs().hashes().unwrap().len();
    ines.post(&format!("{path}/snapshots"), &[("text", "Notes of the talk")]).is(409);
    assert_eq!(app.desk().blobs().hashes().unwrap().len(), before, "not a byte of it is kept");
    let other = app.source(&ines, "A named report.");
    ines.post(&format!("{path}/origin"), &[("origin", &other.id)]).is(409);
    ines.post(&format!("{path}/captures"), &[]).is(409);
    ada.fill(&path, &path, &[("freely_showable", "yes")]).is(303);
    assert!(!app.read(|db| claimdesk::evidence::store::freely_showable(db, &id_of(&path).parse().unwrap())));
    app.verify().unwrap();
}

/// A check that rests on a protected source and as many others as wanted.
fn resting(app: &TestApp, by: &Person, others: usize) -> Check {
    let check = app.check().by(by).with_evidence(others).researching();
    let source = protected(by, &[]);
    let fields = [("source", id_of(&source)), ("stance", "supports".into()), ("note", "She saw it herself.".into())];
    let fields: Vec<(&str, &str)> = fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
    by.post(&check.at("evidence"), &fields).is(303);
    check
}

#[test]
fn readers_are_told_that_there_is_one_and_why_and_it_counts_never_alone() {
    let app = TestApp::new();
    let (ines, tomas, ada) = (app.reviewer("Ines"), app.editor("Tomas"), app.admin("Ada"));
    let alone = resting(&app, &ines, 0);
    let page = ines.get(&alone.path).text();
    assert!(page.contains("Evidence from a named source beside the protected one"), "{page}");
    app.submit(&ines, &alone).is(409);
    let told = app.source(&ines, "Our note of what was said.");
    let protected = app.one(&format!("SELECT source_id AS value FROM evidence WHERE check_id = '{}'", alone.id));
    ines.post(&format!("{}/origin", told.path), &[("origin", &protected)]).is(303);
    app.quote(&ines, &alone, &told, "supports", "Our note of what was said.").is(303);
    app.submit(&ines, &alone).is(409);
    let mut check = resting(&app, &ines, 2);
    app.submit(&ines, &check).is(303);
    app.approve(&tomas, &check).is(303);
    app.publish(&ada, &check).is(303);
    check.slug = app.one(&format!("SELECT slug AS value FROM checks WHERE id = '{}'", check.id));
    let public = app.public_page(&check);
    assert!(public.text().contains(STUB) && public.text().contains(REASON));
    assert!(public.html().contains("id=\"evidence-3\""));
    app.anonymous().get(&format!("{}/evidence/3", check.public())).is(404);
    let document = app.one("SELECT body AS value FROM content_documents WHERE body LIKE '%\"format\":3%' LIMIT 1");
    assert!(document.contains(REASON) && !document.contains(NAME));
    app.verify().unwrap();
}

#[test]
fn a_form_whose_session_ended_comes_back_without_what_would_be_sealed() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    app.clock.advance(TimeDelta::hours(13));
    protected_form_parked(&ines);
    let kept = app.column("SELECT fields AS value FROM parked_forms");
    assert!(
        kept.len() == 1 && kept[0].contains(STUB) && !kept[0].contains(NAME) && !kept[0].contains(ACCOUNT),
        "{kept:?}"
    );
}

fn protected_form_parked(by: &Person) {
    let fields = [("title", STUB), ("reason", REASON), ("identity", NAME), ("account", ACCOUNT)];
    let to = by.post("/desk/sources/protected", &fields).is(303).location();
    assert!(to.starts_with("/login"), "{to}");
}

fn files_below(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap().flatten() {
        match entry.file_type().unwrap().is_dir() {
            true => found.extend(files_below(&entry.path())),
            false => found.push(entry.path()),
        }
    }
    found
}

#[test]
fn no_word_of_it_stands_in_any_file_of_the_desk() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    let at = data.to_str().unwrap().to_owned();
    let log = folder.0.join("log");
    let server = Server::logging(&data, &["--protected-key", folder.0.join("key").to_str().unwrap()], &log);
    run(&["--data", &at, "user", "add", "ada@b.example", "--role", "admin"], &format!("{PASSWORD}\n"));
    let ada = server.sign_in();
    let path = ada
        .post(
            "/desk/sources/protected",
            &[
                ("title", STUB),
                ("kind", "primary"),
                ("accessed_on", "2026-03-02"),
                ("reason", REASON),
                ("identity", NAME),
                ("account", ACCOUNT),
            ],
        )
        .is(303)
        .location();
    assert!(ada.post(&format!("{path}/protected/reading"), &[]).is(200).html().contains(NAME));
    ada.post(&format!("{path}/protected"), &[("identity", NAME), ("account", ACCOUNT), ("reason", "")]).is(422);
    ada.post(
        &format!("{path}/protected"),
        &[("identity", NAME), ("account", ACCOUNT), ("reason", REASON), ("revision", "7")],
    )
    .is(409);
    for page in ["/desk/sources", "/desk/log", &format!("/desk/search?q={}", "zarvendine"), &path] {
        let html = ada.get(page).is(200).html();
        assert!(!html.contains("Ravensmere") && !html.contains("sluice was opened"), "{page}");
    }
    let limits = fs::read_to_string(format!("/proc/{}/limits", server.pid())).unwrap();
    let core = limits.lines().find(|line| line.starts_with("Max core file size")).unwrap();
    assert!(core.split_whitespace().filter(|part| *part == "0").count() == 2, "{core}");
    let backup = folder.0.join("backup.tar");
    let written = run(&["--data", &at, "backup", backup.to_str().unwrap()], "");
    assert_eq!(written.status.code(), Some(0), "{}", said(&written));
    drop(server);
    let reindexed = run(&["--data", &at, "reindex"], "");
    assert_eq!(reindexed.status.code(), Some(0), "{}", said(&reindexed));
    let files = files_below(&folder.0);
    assert!(files.len() > 8 && files.contains(&log) && files.contains(&backup), "{files:?}");
    for file in files {
        let bytes = fs::read(&file).unwrap();
        for canary in ["Ravensmere", "zarvendine"] {
            let there = bytes.windows(canary.len()).any(|part| part.eq_ignore_ascii_case(canary.as_bytes()));
            assert!(!there, "{canary} stands in {}", file.display());
        }
    }
}
