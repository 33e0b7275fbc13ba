//! Bringing a text in, byte for byte; what is said about it; who may see it.

mod harness;

use std::time::{Duration, Instant};

use harness::make::{Article, id_of};
use harness::{Answer, Client, TestApp, html};

const ABOUT: [(&str, &str); 3] = [("title", "A title"), ("language", "en"), ("kind", "public")];

fn upload(by: &Client, name: &str, bytes: &[u8]) -> Answer {
    by.upload("/desk/articles", &ABOUT, (name, bytes))
}

fn paste(by: &Client, text: &str) -> Answer {
    let fields: Vec<(&str, &str)> = ABOUT.into_iter().chain([("text", text)]).collect();
    by.post("/desk/articles", &fields)
}

/// The text that claims are marked in.
fn text_of(app: &TestApp, path: &str) -> String {
    app.one(&format!("SELECT text AS value FROM article_versions WHERE article_id = '{}'", id_of(path)))
}

/// Refused with a sentence beside the text, and nothing kept.
#[track_caller]
fn refused(app: &TestApp, sentence: &str, answer: Answer) {
    let answer = answer.is(422);
    assert!(answer.text().contains(sentence), "{sentence:?} is not in {}", answer.text());
    assert_eq!(app.count("articles"), 0);
}

// ---- bytes and text

#[test]
fn a_paste_is_kept_byte_for_byte() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let texts = [
        "One line\r\nand another,\r\n\r\na paragraph.\r\n",
        "  Spaces before, and after   \n\ttabs\t\n\n\n",
        "Emoji 🦦👩\u{200D}👩\u{200D}👧 and combining e\u{301}, NFD and NFC é.",
        "مرحبا بالعالم. هذا نص عربي ١٢٣.",
        "Soft\u{AD}hyphen, nb\u{A0}space, \u{2028} line separator, \u{202E}override",
        "<p>Not HTML &amp; not to be touched</p>",
    ];
    for text in texts {
        let path = paste(&nell, text).is(303).location();
        let original = nell.get(&format!("{path}/original")).is(200);
        assert_eq!(original.body, text.as_bytes(), "{text:?}");
        assert_eq!(text_of(&app, &path), text.replace("\r\n", "\n"), "{text:?}");
    }
}

#[test]
fn originals_are_saved_and_never_run() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let bytes = b"<html><script>alert(1)</script><p>Words.</p></html>";
    let path = upload(&nell, "..\\evil%22 name;.html", bytes).is(303).location();
    let original = nell.get(&format!("{path}/original")).is(200);
    assert_eq!(original.body, bytes);
    assert_eq!(original.header("content-type"), Some("application/octet-stream"));
    let disposition = original.header("content-disposition").unwrap();
    assert!(disposition.starts_with("attachment") && !disposition.contains(['\\', '/']), "{disposition}");
    assert!(original.header("content-security-policy").unwrap().contains("sandbox"));
    assert!(!nell.get(&path).text().contains("alert"), "a script is no text");
}

#[test]
fn text_markdown_and_html_come_as_files() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let cases: [(&str, &[u8], &str); 6] = [
        ("a.txt", b"Plain words.\n\nA second paragraph.", "A second paragraph."),
        ("a.md", b"# Head\n\nSome *marked* words.", "Some marked words."),
        ("a.html", b"<!doctype html><title>T</title><p>One &amp; <b>two</b></p>", "One & two"),
        ("a.HTM", b"<p>Upper case name</p>", "Upper case name"),
        ("a.html", b"<meta charset=iso-8859-1><p>Stra\xdfe \xfcber</p>", "Straße über"),
        ("b.txt", b"\xef\xbb\xbfWith a mark before", "With a mark before"),
    ];
    for (name, bytes, expected) in cases {
        let path = upload(&nell, name, bytes).is(303).location();
        let text = text_of(&app, &path);
        assert!(text.contains(expected) && !text.starts_with('\u{FEFF}'), "{name}: {text:?}");
        assert_eq!(nell.get(&format!("{path}/original")).body, bytes, "{name}");
        assert!(nell.get(&path).text().contains(expected), "{name}");
    }
}

#[test]
fn what_is_no_text_is_refused_with_a_sentence() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    refused(&app, "There is no text here", paste(&nell, ""));
    refused(&app, "There is no text here", paste(&nell, " \r\n\t \n"));
    refused(&app, "There is no text here", upload(&nell, "a.txt", b""));
    refused(&app, "There is no text here", upload(&nell, "a.html", b"<html><script>var a;</script></html>"));
    refused(&app, "This is not a text file", upload(&nell, "a.txt", b"\x7fELF\x02\x01\x01\0\0\0\0\0\0\0\0\0\x03\0>\0"));
    refused(&app, "This is not a text file", upload(&nell, "a.txt", b"words\0words"));
    refused(&app, "cannot be read", upload(&nell, "a.txt", b"Stra\xdfe, in a charset that nobody named"));
    refused(&app, "The PDF is damaged", upload(&nell, "a.pdf", b"%PDF-1.7"));
    refused(&app, "Only .txt, .md, .html and .pdf", upload(&nell, "words", b"words"));
    let fields: Vec<(&str, &str)> = ABOUT.into_iter().chain([("text", "words")]).collect();
    refused(
        &app,
        "There is a pasted text and a file",
        nell.upload("/desk/articles", &fields, ("a.txt", b"other words")),
    );
}

#[test]
fn a_fault_beside_the_text_keeps_what_was_typed() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let text = "A long text\r\n\r\nthat took an hour to type <b>&amp;</b> 🦦.";
    let fields = [
        ("text", text),
        ("title", ""),
        ("url", "javascript:alert(1)"),
        ("published_on", "2026-02-31"),
        ("language", "english!"),
        ("author", "Odo"),
    ];
    let answer = nell.fill("/desk/articles/new", "/desk/articles", &fields).is(422);
    let form = answer.form("/desk/articles");
    for (name, value) in fields {
        assert_eq!(form.value(name).replace('\r', ""), value.replace('\r', ""), "{name}");
    }
    let ids: Vec<String> = html::links(&answer.html()).into_iter().filter(|to| to.starts_with('#')).collect();
    for field in ["#title", "#url", "#published_on", "#language"] {
        assert!(ids.contains(&field.to_owned()), "{field} is not among the faults {ids:?}");
    }
    nell.send(&form, &[("title", "T"), ("url", ""), ("published_on", ""), ("language", "en")]).is(303);
}

#[test]
fn the_same_text_twice_leads_to_the_first() {
    let app = TestApp::new();
    let (nell, milo) = (app.contributor("Nell"), app.reviewer("Milo"));
    let first = paste(&nell, "The same words.\n").is(303).location();
    let before = app.head();
    let again = paste(&milo, "The same words.\r\n").is(409);
    assert!(again.text().contains("This text is here already"));
    assert!(html::links(&again.html()).contains(&first));
    assert_eq!(again.form("/desk/articles").value("text"), "The same words.\n", "what was typed is still there");
    assert_eq!((app.count("articles"), app.head()), (1, before));
    upload(&milo, "same.txt", b"The same words.\n").is(409);
}

#[test]
fn five_megabytes_come_in_parts() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let paragraph =
        "Forty words about water, housing, buses and the harbour stand in this sentence number 7. ".repeat(20) + "\n\n";
    let text = paragraph.repeat(5 * 1024 * 1024 / paragraph.len() + 1);
    assert!(text.len() > 5 * 1024 * 1024);
    let path = paste(&nell, &text).is(303).location();
    let page = nell.get(&path).is(200);
    assert!(page.body.len() < 2_000_000, "a part, not the whole: {}", page.body.len());
    assert!(page.text().contains("Part 1 of "));
    assert!(nell.get(&format!("{path}?part=100")).is(200).text().contains("Part 100 of "));
    nell.get(&format!("{path}?part=999999")).is(200);
    assert_eq!(nell.get(&format!("{path}/original")).body.len(), text.len());
}

#[test]
fn more_than_the_form_takes_is_refused_before_it_is_read() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let length = (13 * 1024 * 1024).to_string();
    let told = nell
        .ask("POST", "/desk/articles")
        .ours()
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Content-Length", &length)
        .send();
    assert_eq!(told.status, 413, "{}", told.text());
    let small = "a".repeat(70 * 1024);
    let answer = nell.post("/desk/claimants", &[("name", &small)]).is(413);
    assert!(answer.text().contains("Too large"), "{}", answer.text());
    // Without a length given: chunks that never end are cut off all the same.
    let chunk = format!("{:x}\r\n{small}\r\n", small.len());
    let answer = nell
        .ask("POST", "/desk/claimants")
        .ours()
        .header("Content-Type", "application/x-www-form-urlencoded")
        .header("Transfer-Encoding", "chunked")
        .body(chunk.as_bytes())
        .send();
    assert_eq!(answer.status, 413, "{}", answer.text());
    assert_eq!(app.count("claimants"), 0);
}

#[test]
fn hostile_files_are_read_or_refused_in_no_time() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let deep = "<div>".repeat(100_000) + "deep words" + &"</div>".repeat(100_000);
    let open = "<p>open words ".to_owned() + &"<b><i>".repeat(100_000);
    let quotes = "> ".repeat(100_000) + "quoted words";
    let brackets = "[".repeat(200_000) + " bracketed words";
    let entities = "<p>entity words ".to_owned() + &"&amp".repeat(200_000);
    let comment = "<p>commented words</p>".to_owned() + &"<!-- ".repeat(100_000);
    let files = [
        ("a.html", &deep),
        ("b.html", &open),
        ("c.md", &quotes),
        ("d.md", &brackets),
        ("e.html", &entities),
        ("f.html", &comment),
    ];
    for (name, body) in files {
        let began = Instant::now();
        let answer = upload(&nell, name, body.as_bytes());
        assert!(matches!(answer.status, 303 | 422), "{name}: {} {}", answer.status, answer.text());
        if answer.status == 303 {
            nell.get(&answer.location()).is(200);
        }
        // Not a measurement: a tree that grows with the square of its depth takes hours.
        assert!(began.elapsed() < Duration::from_secs(60), "{name} took {:?}", began.elapsed());
    }
}

// ---- what is said about it

#[test]
fn a_form_from_before_somebody_elses_change_shows_both() {
    let app = TestApp::new();
    let (nell, milo) = (app.contributor("Nell"), app.reviewer("Milo"));
    let article = app.article().with("title", "First title").add();
    let opened = milo.get(&article.path).is(200).form(&article.path);
    nell.fill(&article.path, &article.path, &[("title", "Second title"), ("outlet", "Herald")]).is(303);
    let before = app.head();
    let stale = milo.send(&opened, &[("title", "Third title"), ("author", "Odo")]).is(409);
    assert_eq!(app.head(), before);
    assert!(stale.text().contains("This has changed meanwhile"));
    for words in ["Second title", "Third title", "Herald", "Odo"] {
        assert!(stale.html().contains(words), "{words} is lost");
    }
    assert_eq!(app.one("SELECT title AS value FROM articles"), "Second title");
    let again = stale.form(&article.path);
    milo.send(&again, &[]).is(303);
    assert_eq!(app.one("SELECT title AS value FROM articles"), "Third title");
}

#[test]
fn lists_are_filtered_by_their_address_and_come_in_pages() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    for _ in 0..51 {
        app.article().add();
    }
    app.article().with("title", "Our own words").with("kind", "own_draft").with("url", "").add();
    let rows = |path: &str| nell.get(path).is(200).html().matches("<tr data-row>").count();
    assert_eq!((rows("/desk/articles"), rows("/desk/articles?page=2"), rows("/desk/articles?page=3")), (50, 2, 0));
    assert_eq!((rows("/desk/articles?kind=own_draft"), rows("/desk/articles?kind=public&page=2")), (1, 1));
    assert!(nell.get("/desk/articles?kind=own_draft").text().contains("Our own words"));
    let next = html::links(&nell.get("/desk/articles?kind=public").html())
        .into_iter()
        .find(|it| it.contains("page=2"))
        .unwrap();
    assert!(next.contains("kind=public"), "{next} forgets the filter");
}

// ---- who may see it

/// What somebody finds of an article anywhere they may look.
fn traces(app: &TestApp, by: &Client, article: &Article) -> Vec<String> {
    let words = ["Sealed heading", "sealed words", &article.id];
    let claim = app.column("SELECT id AS value FROM claims");
    let mut paths: Vec<String> = [
        "/desk",
        "/desk/articles",
        "/desk/articles?kind=public",
        "/desk/claims",
        "/desk/claims?q=sealed",
        "/desk/log",
        "/desk/tasks?who=all",
        "/desk/reviews",
        "/desk/sources",
        "/desk/claims/new",
        "/",
        "/checks",
    ]
    .map(str::to_owned)
    .to_vec();
    paths.extend(claim.iter().map(|id| format!("/desk/claims/{id}")));
    let found = |path: &String| {
        let html = by.get(path).html();
        let at = words.iter().find_map(|word| html.find(word))?;
        let around: String = html.chars().skip(html[..at].chars().count().saturating_sub(120)).take(240).collect();
        Some(format!("{path}: {around}"))
    };
    paths.iter().filter_map(found).collect()
}

#[test]
fn a_restricted_article_does_not_exist_for_others() {
    let app = TestApp::new();
    let (ines, milo, nell, rafiq, ada) =
        (app.reviewer("Ines"), app.reviewer("Milo"), app.contributor("Nell"), app.auditor("Rafiq"), app.admin("Ada"));
    let open = app.article().add();
    let text = "These are sealed words. Nobody has read them.";
    let article = app.article().with("title", "Sealed heading").text(text).add();
    let claim = app.mark(&nell, &article, "These are sealed words.");
    nell.fill(&claim.path, "/desk/tasks", &[("text", "Ask about the sealed words")]).is(303);
    app.select(&claim);
    let check = app.check().of(&claim).ready();
    app.mark(&nell, &open, "It built 120 homes last year.");
    assert!(!traces(&app, &milo, &article).is_empty(), "everybody sees it until it is restricted");
    let access = format!("{}/access", article.path);
    let nells = [("restricted", "yes"), ("person", nell.id.as_str())];
    milo.post(&access, &[("restricted", "yes")]).is(303);
    ines.get(&article.path).is(404);
    milo.post(&access, &nells).is(303);
    for stranger in [&ines, &ada] {
        assert_eq!(traces(&app, stranger, &article), Vec::<String>::new(), "{} finds it", stranger.name);
        for hidden in [&article.path, &claim.path, &check.path] {
            let unknown = hidden.replace(&id_of(hidden), "01900000-0000-7000-8000-000000000000");
            assert!(stranger.get(hidden).is(404).body == stranger.get(&unknown).is(404).body, "{hidden}");
        }
        stranger.get(&format!("{}/original", article.path)).is(404);
        // The same text again is a new article for them: no hint that it is known.
        let fields: Vec<(&str, &str)> = ABOUT.into_iter().chain([("text", text)]).collect();
        let mine = stranger.post("/desk/articles", &fields);
        if stranger.name == "Ines" {
            assert_eq!(mine.status, 303, "{}", mine.text());
            ines.post(&format!("{}/access", mine.location()), &[("restricted", "yes")]).is(303);
        }
    }
    for named in [&nell, &milo, &rafiq] {
        named.get(&article.path).is(200);
        named.get(&claim.path).is(200);
        named.get(&check.path).is(200);
        assert!(named.get("/desk/articles").html().contains("Sealed heading"));
    }
    milo.post(&access, &[]).is(303);
    ines.get(&article.path).is(200);
}

#[test]
fn counts_tell_nothing_of_restricted_claims() {
    let app = TestApp::new();
    let (ines, milo) = (app.reviewer("Ines"), app.reviewer("Milo"));
    let article = app.article().add();
    let claim = app.mark(&app.contributor("Nell"), &article, "It built 120 homes last year.");
    let count = |by: &Client| -> String {
        let page = by.get("/desk/articles").is(200).html();
        let cell = page.split("data-label=\"Claims\">").nth(1).unwrap_or_default();
        cell.split('<').next().unwrap_or_default().to_owned()
    };
    assert_eq!((count(&ines), count(&milo)), ("1".into(), "1".into()));
    ines.post(&format!("{}/access", claim.path), &[("restricted", "yes")]).is(303);
    assert_eq!((count(&ines), count(&milo)), ("1".into(), "0".into()));
    assert!(!milo.get(&article.path).html().contains("id=\"claim-1\""));
    assert!(ines.get(&article.path).html().contains("id=\"claim-1\""));
}

#[test]
fn a_contributor_cannot_restrict_and_an_auditor_adds_nothing() {
    let app = TestApp::new();
    let (nell, rafiq) = (app.contributor("Nell"), app.auditor("Rafiq"));
    let article = app.article().add();
    let before = app.head();
    nell.post(&format!("{}/access", article.path), &[("restricted", "yes")]).is(403);
    paste(&rafiq, "Words of an auditor.").is(403);
    rafiq.get("/desk/articles/new").is(404);
    rafiq.get(&article.path).is(200);
    assert!(!rafiq.get(&article.path).offers(&article.path), "no form for what is refused");
    assert_eq!(app.head(), before);
}
