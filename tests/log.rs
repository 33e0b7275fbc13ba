//! The log proves what stands: whatever is changed from outside, `verify` names it.

mod harness;

use std::fs;

use harness::TestApp;
use harness::make::Check;

/// Drops what protects a table, as somebody with the file in hand could.
fn unprotect(app: &TestApp, table: &str) -> String {
    match app.is_sqlite() {
        true => format!("DROP TRIGGER IF EXISTS {table}_no_update; DROP TRIGGER IF EXISTS {table}_no_delete;"),
        false => format!("DROP TRIGGER IF EXISTS {table}_append_only ON {table};"),
    }
}

/// Changes one thing with raw SQL and expects `verify` to say so.
#[track_caller]
fn names(app: &TestApp, protected: &str, sql: &str, sentence: &str) {
    app.tamper(&format!("{} {sql}", if protected.is_empty() { String::new() } else { unprotect(app, protected) }))
        .expect(sql);
    let said = app.verify().expect_err(sql);
    assert!(said.contains(sentence), "after {sql}\nverify says {said:?}, not {sentence:?}");
    assert!(!said.contains('\n'), "one line: {said:?}");
}

fn published() -> (TestApp, Check) {
    let app = TestApp::new();
    let article = app.article().add();
    let claim = app.mark(&app.contributor("Nell"), &article, "It built 120 homes last year.");
    app.select(&claim);
    let check = app.check().of(&claim).published();
    let proof = app.verify().expect("an untouched desk is proven");
    assert!(proof.events > 20 && proof.documents > 2 && proof.versions == 1 && proof.files == 3, "{proof:?}");
    (app, check)
}

#[test]
fn a_changed_event_is_named() {
    let (app, _) = published();
    names(&app, "events", "UPDATE events SET kind = 'draft.sent_back' WHERE seq = 7;", "event 7 has been changed");
}

#[test]
fn a_changed_actor_is_named() {
    let (app, _) = published();
    let zero = "00000000-0000-0000-0000-000000000000";
    let sql = format!("UPDATE events SET actor = '{zero}' WHERE kind = 'draft.approved';");
    names(&app, "events", &sql, "has been changed");
}

#[test]
fn a_deleted_event_is_named() {
    let (app, _) = published();
    let sql = "DELETE FROM event_words WHERE seq = 9; DELETE FROM events WHERE seq = 9;";
    names(&app, "events", sql, "event 9 is missing");
}

#[test]
fn a_cut_off_tail_is_named() {
    let (app, _) = published();
    let seq = app.head().0;
    let sql = format!("DELETE FROM event_words WHERE seq > {0}; DELETE FROM events WHERE seq > {0};", seq - 2);
    names(&app, "events", &sql, &format!("the log ends at event {}, but its head says {seq}", seq - 2));
}

/// Even with the head moved back: what the lost events made still stands.
#[test]
fn a_tail_cut_off_with_its_head_is_named() {
    let (app, _) = published();
    let seq = app.head().0 - 1;
    let sql = format!(
        "DELETE FROM event_words WHERE seq > {seq}; DELETE FROM events WHERE seq > {seq}; \
         UPDATE log_head SET seq = {seq}, hash = (SELECT hash FROM events WHERE seq = {seq});"
    );
    app.tamper(&format!("{} {sql}", unprotect(&app, "events"))).unwrap();
    app.verify().expect_err("the tail is missing");
}

#[test]
fn changed_words_are_named() {
    let (app, _) = published();
    let sql = "UPDATE event_words SET words = replace(words, '120 homes', '900 homes') WHERE words LIKE '%120 homes%';";
    names(&app, "", sql, "the words of event");
}

#[test]
fn erased_words_leave_the_chain_whole() {
    let (app, _) = published();
    let older = "(SELECT min(e.seq) FROM events e JOIN events later ON later.subject_id = e.subject_id \
        AND later.subject_kind = e.subject_kind AND later.seq > e.seq)";
    app.tamper(&format!("DELETE FROM event_words WHERE seq = {older};")).unwrap();
    let proof = app.verify().expect("erasing words of the past is allowed");
    assert_eq!(proof.erased, 1);
}

/// What a row is now must stay proved: its last event's words cannot go without an event of their own.
#[test]
fn the_words_that_prove_a_row_cannot_go() {
    let (app, _) = published();
    let last = "(SELECT max(seq) FROM events WHERE subject_kind = 'claim')";
    app.tamper(&format!("DELETE FROM event_words WHERE seq = {last}; UPDATE claims SET statement = 'Other';")).unwrap();
    app.verify().expect_err("the words are missing");
}

#[test]
fn what_decides_rights_is_proved() {
    for sql in [
        "DELETE FROM contributions",
        "UPDATE people SET password_hash = 'x'",
        "UPDATE claims SET created_by = 'somebody'",
        "INSERT INTO access SELECT c.id, p.id FROM claims c, people p",
    ] {
        let (app, _) = published();
        app.tamper(&format!("{sql};")).unwrap();
        app.verify().expect_err(sql);
    }
}

#[test]
fn a_changed_content_document_is_named() {
    let (app, check) = published();
    let sql = "UPDATE content_documents SET body = replace(body, 'The counts', 'No counts');";
    names(&app, "content_documents", sql, "has been changed");
    // And it is an error, never a page.
    let page = app.anonymous().get(&check.public());
    assert_eq!(page.status, 500);
    assert!(!page.html().contains("No counts"));
}

#[test]
fn a_deleted_content_document_is_named() {
    let (app, _) = published();
    let hash = app.one("SELECT content_hash AS value FROM drafts");
    let unlink = "DELETE FROM published_versions;";
    let sql = format!(
        "{} {unlink} DELETE FROM content_documents WHERE hash = '{hash}';",
        unprotect(&app, "published_versions")
    );
    let sql = format!("{} {sql}", unprotect(&app, "decisions"));
    app.tamper(&format!("{} {sql}", unprotect(&app, "content_documents"))).unwrap_or_else(|error| {
        // A foreign key stands in the way: that is protection too.
        assert!(error.to_lowercase().contains("foreign key"), "{error}");
    });
    if app.count(&format!("content_documents WHERE hash = '{hash}'")) == 0 {
        app.verify().expect_err("a document is missing");
    }
}

#[test]
fn a_changed_published_version_is_named() {
    let (app, check) = published();
    let other = app.one("SELECT hash AS value FROM content_documents ORDER BY created_at LIMIT 1");
    let sql = format!("UPDATE published_versions SET content_hash = '{other}' WHERE check_id = '{}';", check.id);
    names(&app, "published_versions", &sql, "the content of the published_version");
}

#[test]
fn a_published_version_of_ones_own_is_named() {
    let (app, _) = published();
    let ines = app.reviewer("Ines").id;
    let sql = format!("UPDATE decisions SET person_id = '{ines}';");
    names(&app, "decisions", &sql, "the decision");
}

#[test]
fn a_changed_row_is_named() {
    for (sql, thing) in [
        ("UPDATE claims SET statement = 'Something else';", "the claim"),
        ("UPDATE claims SET state = 'declined';", "the claim"),
        ("UPDATE appearances SET url = 'https://evil.example/';", "the claim"),
        ("UPDATE articles SET title = 'Another title';", "the article"),
        ("UPDATE articles SET restricted = TRUE;", "the article"),
        ("UPDATE people SET role = 'admin' WHERE name = 'Nell';", "the person"),
        ("UPDATE people SET state = 'disabled' WHERE name = 'Tomas';", "the person"),
        ("UPDATE scale_entries SET label = 'Never mind' WHERE label = 'False';", "the scale_entry"),
        ("UPDATE sources SET publisher = 'Nobody';", "the source"),
        ("UPDATE evidence SET exact = 'We counted no trees.';", "the evidence"),
        ("UPDATE checks SET slug = 'another-address';", "the check"),
        ("UPDATE checks SET state = 'retracted';", "the check"),
        ("UPDATE drafts SET summary = 'Otherwise.';", "the draft"),
        ("UPDATE drafts SET state = 'approved';", "the draft"),
        ("UPDATE desk SET peer_review = TRUE;", "the desk"),
    ] {
        let (app, _) = published();
        names(&app, "", sql, thing);
    }
}

#[test]
fn a_changed_snapshot_is_named() {
    let (app, _) = published();
    let sql = "UPDATE snapshots SET text = replace(text, 'We counted', 'We invented');";
    names(&app, "snapshots", sql, "the text of a snapshot");
}

#[test]
fn a_changed_article_text_is_named() {
    let (app, _) = published();
    let sql = "UPDATE article_versions SET text = replace(text, '120', '900');";
    names(&app, "article_versions", sql, "the text of an article version");
}

#[test]
fn a_deleted_row_is_named() {
    let (app, _) = published();
    names(&app, "", "DELETE FROM evidence WHERE number = 2;", "evidence");
    let (app, _) = published();
    names(&app, "", "DELETE FROM scale_entries WHERE label = 'Satire';", "scale_entry");
    let (app, _) = published();
    names(&app, "", "DELETE FROM appearances;", "the claim");
}

#[test]
fn a_row_that_no_event_tells_of_is_named() {
    let (app, _) = published();
    let sql = "INSERT INTO topics (id, name, slug, state, revision, created_at) \
               VALUES ('01900000-0000-7000-8000-000000000000', 'Smuggled', 'smuggled', 'active', 1, '2026-11-24 09:00:00');";
    names(&app, "", sql, "stands in no event");
}

#[test]
fn a_flipped_byte_in_a_file_is_named() {
    let (app, _) = published();
    app.unproven();
    let hash = app.one("SELECT blob AS value FROM article_versions");
    let path = app.desk().blobs().path(&hash);
    let mut bytes = fs::read(&path).unwrap();
    bytes[3] ^= 1;
    fs::write(&path, &bytes).unwrap();
    let said = app.verify().unwrap_err();
    assert!(said.contains(&format!("the file {hash} does not hold what its name says")), "{said}");
    let article = app.one("SELECT id AS value FROM articles");
    assert_eq!(app.contributor("Nell").get(&format!("/desk/articles/{article}/original")).status, 500);
    fs::remove_file(&path).unwrap();
    assert!(app.verify().unwrap_err().contains(&format!("the file {hash} is missing")));
}

#[test]
fn a_file_that_no_row_names_is_read_too() {
    let (app, _) = published();
    app.unproven();
    let lost = app.desk().blobs().put(b"nobody names me").unwrap();
    assert_eq!(app.verify().unwrap().files, 4);
    fs::write(app.desk().blobs().path(&lost), b"nobody named me").unwrap();
    assert!(app.verify().unwrap_err().contains(&lost));
}

#[test]
fn append_only_tables_refuse_to_be_changed() {
    let (app, _) = published();
    let policy = [("name", "methodology"), ("body", "We count."), ("revision", "0")];
    app.admin("Ada").post("/admin/policies", &policy).is(303);
    let tables =
        ["events", "content_documents", "article_versions", "snapshots", "decisions", "published_versions", "policies"];
    for table in tables {
        assert!(app.count(table) > 0, "{table} is empty");
        let column = app.one(&match app.is_sqlite() {
            true => format!("SELECT name AS value FROM pragma_table_info('{table}') ORDER BY cid LIMIT 1"),
            false => format!("SELECT column_name::text AS value FROM information_schema.columns WHERE table_name = '{table}' ORDER BY ordinal_position LIMIT 1"),
        });
        for sql in [format!("UPDATE {table} SET {column} = {column}"), format!("DELETE FROM {table}")] {
            let refused = app.tamper(&sql).expect_err(&sql);
            assert!(refused.contains("append-only"), "{sql}: {refused}");
        }
    }
    app.verify().expect("nothing happened");
}

#[test]
fn a_refused_request_leaves_no_gap() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    for n in 0..5 {
        app.claim().add();
        nell.post("/desk/claims", &[("statement", ""), ("n", &n.to_string())]).is(422);
    }
    let seqs = app.column("SELECT CAST(seq AS TEXT) AS value FROM events ORDER BY seq");
    let expected: Vec<String> = (1..=seqs.len()).map(|n| n.to_string()).collect();
    assert_eq!(seqs, expected);
}

/// Many at once: no number twice, none left out, and the chain holds.
#[test]
fn writes_at_once_make_one_chain() {
    let app = TestApp::new();
    let people: Vec<_> = (0..6).map(|n| app.contributor(&format!("Person {n}"))).collect();
    std::thread::scope(|scope| {
        for by in &people {
            scope.spawn(move || {
                for n in 0..10 {
                    let statement = format!("{} said {n} things", by.name);
                    by.post("/desk/claims", &[("statement", &statement), ("language", "en")]).is(303);
                }
            });
        }
    });
    assert_eq!(app.count("claims"), 60);
    let proof = app.verify().unwrap();
    assert_eq!(proof.events, app.count("events"));
}

#[test]
fn the_log_page_tells_what_happened_and_by_whom() {
    let (app, _) = published();
    let (ines, nell, rafiq) = (app.reviewer("Ines"), app.contributor("Nell"), app.auditor("Rafiq"));
    let text = ines.get("/desk/log").is(200).text();
    assert!(text.contains("Tomas") && text.contains("Ada") && text.contains("Nell"), "{text}");
    nell.get("/desk/log").is(404);
    rafiq.get("/desk/log").is(200);
    for _ in 0..90 {
        app.claim().add();
    }
    let page = ines.get("/desk/log").is(200);
    let next = harness::html::links(&page.html()).into_iter().find(|it| it.contains("before=")).expect("an older page");
    let older = ines.get(&format!("/desk/log{next}")).is(200).text();
    assert!(older.contains("set up the desk") && !page.text().contains("set up the desk"), "{older}");
}
