//! Sources fetched from their addresses: what is kept, what is told when it cannot be, and that none is lost or half.

mod harness;

use claimdesk::warc;
use harness::make::{Source, id_of};
use harness::web::{Page, Web};
use harness::{Person, Setup, TestApp, html};

const REPORT: &str = r#"<!doctype html><html lang="en"><head><title>Water levels fell | Brackwater Water Agency</title>
<meta property="og:site_name" content="Brackwater Water Agency"><meta name="author" content="Ada Marsh">
<meta property="article:published_time" content="2026-03-04"><script>document.title = "stolen"</script></head>
<body><nav><a href="/">Home</a> <a href="/all">All reports</a></nav><article><h1>Water levels fell</h1>
<p>The level of the lower basin fell by 12 centimetres between January and March, the agency measured at its three gauges.</p>
<p>It stood at 212 centimetres on the first of January and at 200 on the last day of March, which is within the usual range for the season.</p>
<p>The agency expects the level to rise again when the snow melts in the hills above the town.</p></article></body></html>"#;

fn add(by: &Person, url: &str) -> Source {
    let path = by.fill("/desk/sources/new", "/desk/sources", &[("url", url)]).is(303).location();
    Source { id: id_of(&path), snapshot: String::new(), path }
}

/// Where a source's newest capture is.
fn capture_of(app: &TestApp, source: &Source) -> String {
    let sql = format!(
        "SELECT id AS value FROM captures WHERE source_id = '{}' ORDER BY asked_at DESC, id DESC LIMIT 1",
        source.id
    );
    format!("/desk/captures/{}", app.one(&sql))
}

#[test]
fn an_address_becomes_a_source_with_its_copy() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let ines = app.reviewer("Ines");
    web.put("/old", Page::html("").status(301).header("Location", "/report"));
    web.put("/report", Page::html(REPORT).header("X-Gauge", "three"));
    let source = add(&ines, &web.url("/old"));
    let waiting = ines.get(&source.path).is(200);
    assert!(waiting.text().contains("The address is being fetched"));
    assert!(waiting.html().contains("http-equiv=\"refresh\""), "it follows without scripts too");
    app.work();
    let page = ines.get(&source.path).is(200);
    assert_eq!(page.heading(), "Water levels fell");
    for told in ["Brackwater Water Agency", "Ada Marsh, 2026-03-04", "fell by 12 centimetres", "within the usual range"]
    {
        assert!(page.text().contains(told), "{told}");
    }
    assert!(!page.text().contains("All reports"), "what stands around an article is no part of it");
    let capture = ines.get(&capture_of(&app, &source)).is(200).text();
    for told in ["A new snapshot was taken", "/old – 301, 127.0.0.1", "page/1", "x-gauge", "three", "claimdesk/"] {
        assert!(capture.contains(told), "{told}");
    }
    let original = html::links(&page.html()).into_iter().find(|link| link.ends_with("/original")).unwrap();
    assert_eq!(ines.get(&original).is(200).body, REPORT.as_bytes());
    assert!(app.verify().is_ok());
}

#[test]
fn a_capture_is_a_warc_that_replays_and_packs() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let ines = app.reviewer("Ines");
    web.put("/report", Page::html(REPORT));
    let source = add(&ines, &web.url("/report"));
    app.work();
    let file = ines.get(&format!("{}/warc", capture_of(&app, &source))).is(200).body;
    warc::check(&file).expect("every digest holds");
    let records = warc::read(&file).unwrap();
    assert_eq!(warc::payload(&records, 1_000_000).unwrap().bytes, REPORT.as_bytes());
    ines.post(&format!("{}/captures", source.path), &[]).is(303);
    app.work();
    assert!(ines.get(&capture_of(&app, &source)).text().contains("Nothing new"));
    assert_eq!(app.count("snapshots"), 1, "the same bytes are one copy");
    let again = ines.get(&format!("{}/warc", capture_of(&app, &source))).is(200).body;
    let kinds: Vec<String> = warc::read(&again).unwrap().iter().map(|it| it.kind().to_owned()).collect();
    assert!(kinds.contains(&"revisit".to_owned()), "{kinds:?}");
    let wacz = ines.get(&format!("{}/wacz", source.path)).is(200).body;
    assert!(wacz.starts_with(b"PK\x03\x04") && wacz.windows(16).any(|it| it == b"datapackage.json"));
    // For tests/run, which has them judged by the tools of archives.
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("captures");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, bytes) in [("first.warc.gz", &file), ("again.warc.gz", &again), ("source.wacz", &wacz)] {
        std::fs::write(folder.join(name), bytes).unwrap();
    }
}

#[test]
fn what_cannot_be_fetched_is_said_and_the_source_stays() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let ines = app.reviewer("Ines");
    let huge = "x".repeat(5_100_000);
    let cases = [
        (web.put("/gone", Page::html("").status(410)), "no such page any more"),
        (web.put("/login", Page::html("").status(403)), "only to some"),
        (web.put("/around", Page::html("").status(302).header("Location", "/around")), "leads on and on"),
        (web.put("/inside", Page::html("").status(302).header("Location", "http://127.0.0.1:9/")), "public web"),
        (web.put("/huge", Page::new("text/plain", huge)), "larger than what is fetched"),
        (web.put("/packed", Page::html("abc").header("Content-Encoding", "gzip")), "cannot be unpacked"),
        ("http://169.254.169.254/latest/meta-data/".to_owned(), "public web"),
        ("http://user:secret@brackwater.example/".to_owned(), "name or password"),
        ("http://brackwater.example:8123/".to_owned(), "usual ports"),
    ];
    for (url, told) in &cases {
        let source = add(&ines, url);
        app.work();
        let page = ines.get(&source.path).is(200);
        assert!(page.text().contains("could not be fetched"), "{url}");
        assert!(page.text().contains(told), "{url}: {}", page.text());
        ines.get(&capture_of(&app, &source)).is(200);
    }
    assert_eq!(app.count("snapshots"), 0);
    assert!(app.verify().is_ok());
    // By hand instead.
    let source = add(&ines, &cases[1].0);
    app.work();
    ines.fill(&source.path, &format!("{}/snapshots", source.path), &[("text", "As I saw it.")]).is(303);
    assert!(ines.get(&source.path).text().contains("As I saw it."));
}

#[test]
fn what_may_pass_is_tried_again() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let ines = app.reviewer("Ines");
    web.put("/report", Page::html("").status(503));
    let source = add(&ines, &web.url("/report"));
    app.work();
    let page = ines.get(&source.path).is(200).text();
    assert!(page.contains("an error of its own") && page.contains("It is tried again"), "{page}");
    web.put("/report", Page::html(REPORT));
    app.work();
    assert_eq!(app.count("snapshots"), 0, "not before its time");
    app.clock.advance(chrono::TimeDelta::minutes(1));
    app.work();
    assert_eq!(app.count("snapshots"), 1);
    // Nobody has to wait: asking again is at once.
    let late = add(&ines, &web.put("/late", Page::html(REPORT).cut()));
    app.work();
    web.put("/late", Page::html(REPORT));
    ines.post(&format!("{}/retry", capture_of(&app, &late)), &[]).is(303);
    app.work();
    assert_eq!(ines.get(&late.path).heading(), "Water levels fell");
}

#[test]
fn what_was_fetched_never_runs_here() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let ines = app.reviewer("Ines");
    let source = add(&ines, &web.put("/report", Page::html(REPORT)));
    app.work();
    let page = ines.get(&source.path).html();
    assert!(!page.contains("stolen"));
    let shown = html::links(&page).into_iter().find(|link| link.ends_with("/page")).unwrap();
    let copy = ines.get(&shown).is(200);
    let policy = copy.header("content-security-policy").unwrap();
    assert!(
        policy.starts_with("sandbox;") && policy.contains("default-src 'none'") && !policy.contains("allow-"),
        "{policy}"
    );
    assert_eq!(copy.header("x-content-type-options"), Some("nosniff"));
    let drawn = add(&ines, &web.put("/a.svg", Page::new("image/svg+xml", "<svg><script>alert(1)</script></svg>")));
    app.work();
    let links = html::links(&ines.get(&drawn.path).is(200).html());
    assert!(
        !links.iter().any(|link| link.ends_with("/page")),
        "a drawing that can carry scripts is never shown as one"
    );
}

#[test]
fn pictures_and_files_are_kept_and_said_to_have_no_text() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let ines = app.reviewer("Ines");
    let png: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0";
    for (name, kind, bytes) in [
        ("/a.png", "image/png", png),
        ("/a.pdf", "application/pdf", b"%PDF-1.7 broken"),
        ("/a.bin", "application/zip", b"PK\x03\x04...."),
    ] {
        let source = add(&ines, &web.put(name, Page::new(kind, bytes)));
        app.work();
        let page = ines.get(&source.path).is(200);
        assert!(page.text().contains("no text that can be quoted"), "{name}");
        let original = html::links(&page.html()).into_iter().find(|link| link.ends_with("/original")).unwrap();
        assert_eq!(ines.get(&original).is(200).body, bytes, "{name}");
    }
    assert!(app.verify().is_ok());
}

#[test]
fn odd_answers_end_and_leave_nothing_half() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let ines = app.reviewer("Ines");
    let far = format!("/{}", "x".repeat(4500));
    web.put(&far, Page::html(REPORT));
    for (path, page) in [
        ("/empty", Page::html("")),
        ("/none", Page::html("").status(204)),
        ("/far", Page::html("").status(302).header("Location", &far)),
        ("/odd", Page::new("text/html; charset=utf-16be", "odd").header("X-Long", &"y".repeat(20_000))),
    ] {
        let source = add(&ines, &web.put(path, page));
        app.work();
        assert!(!ines.get(&source.path).is(200).text().contains("is being fetched"), "{path}");
    }
    app.verify().unwrap();
}

#[test]
fn a_capture_never_changes_what_is_cited() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let (ines, nell) = (app.reviewer("Ines"), app.contributor("Nell"));
    let source = add(&ines, &web.put("/report", Page::html(REPORT)));
    app.work();
    let check = app.check().by(&ines).researching();
    app.quote(&ines, &check, &source, "context", "The level of the lower basin fell by 12 centimetres").is(303);
    app.submit(&ines, &check).is(303);
    app.approve(&app.editor("Tomas"), &check).is(303);
    web.put("/report", Page::html(&REPORT.replace("Ada Marsh", "Somebody else").replace("usual", "common")));
    nell.post(&format!("{}/captures", source.path), &[]).is(303);
    app.work();
    assert_eq!(app.count(&format!("snapshots WHERE source_id = '{}'", source.id)), 2);
    assert_eq!(app.state(&check), "approved");
}

#[test]
fn an_article_is_fetched_from_its_address() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let nell = app.contributor("Nell");
    let url = web.put("/report", Page::html(REPORT));
    let path = nell.fill("/desk/articles/new", "/desk/articles", &[("url", &url)]).is(303).location();
    assert!(nell.get(&path).is(200).text().contains("being fetched"));
    app.work();
    let done = nell.get(&path).is(200);
    let article = html::links(&done.html()).into_iter().find(|link| link.starts_with("/desk/articles/0")).unwrap();
    let page = nell.get(&article).is(200);
    assert_eq!(page.heading(), "Water levels fell");
    assert!(page.text().contains("fell by 12 centimetres"));
    let other = app.contributor("Olga");
    other.get(&path).is(200);
    // What it leads to decides who may see it; before there is an article it is its asker's.
    let waiting = nell.fill("/desk/articles/new", "/desk/articles", &[("url", &web.url("/none"))]).is(303).location();
    other.get(&waiting).is(404);
    let refused = nell.fill("/desk/articles/new", "/desk/articles", &[("url", "http://10.0.0.1/")]).is(422);
    assert!(refused.text().contains("public web"));
    let long = "o".repeat(30_000);
    nell.fill("/desk/articles/new", "/desk/articles", &[("url", &web.url("/none")), ("outlet", &long)]).is(422);
}

#[test]
fn where_a_claim_was_made_is_kept_like_a_source() {
    let web = Web::new();
    let (base_url, fetch_allow) = (Some("https://check.example.org"), vec![web.host()]);
    let app = TestApp::with(Setup { base_url, fetch_allow, ..Setup::default() });
    let nell = app.contributor("Nell");
    let url = web.put(
        "/post",
        Page::html("<title>Post by the mayor</title><p>The pool will be free for everybody from May on."),
    );
    let claim = app.claim().by(&nell).add();
    let action = format!("/desk/claims/{}/appearances", claim.id);
    nell.post(&action, &[("appearance_url", &url), ("platform", "Townsquare")]).is(303);
    let page = nell.get(&format!("/desk/claims/{}", claim.id));
    let forms: Vec<String> = html::forms(&page.html()).into_iter().map(|form| form.action).collect();
    let keep = forms.iter().rfind(|it| it.ends_with("/source")).expect("a way to keep it");
    let source = nell.post(keep, &[]).is(303).location();
    app.work();
    let kept = nell.get(&source).is(200);
    assert!(kept.heading() == "Post by the mayor" && kept.text().contains("Townsquare"), "{}", kept.text());
    assert_eq!(nell.post(keep, &[]).is(303).location(), source, "one address is one source");
}

#[test]
fn a_flipped_byte_of_a_capture_is_found() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let ines = app.reviewer("Ines");
    add(&ines, &web.put("/report", Page::html(REPORT)));
    app.work();
    app.verify().expect("all is well before");
    for column in ["warc", "payload_hash"] {
        let hash = app.one(&format!("SELECT {column} AS value FROM captures"));
        let path = app.desk().blobs().path(&hash);
        let sound = std::fs::read(&path).unwrap();
        let mut flipped = sound.clone();
        flipped[sound.len() / 2] ^= 1;
        std::fs::write(&path, flipped).unwrap();
        assert!(app.verify().unwrap_err().contains(&hash), "{column}");
        std::fs::write(&path, sound).unwrap();
    }
    app.tamper("UPDATE captures SET final_url = 'https://elsewhere.example/'").unwrap();
    assert!(app.verify().unwrap_err().contains("the capture"));
}

#[test]
fn whoever_may_not_see_a_source_sees_no_capture_of_it() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let (ines, olga) = (app.reviewer("Ines"), app.reviewer("Olga"));
    let source = add(&ines, &web.put("/report", Page::html(REPORT)));
    app.work();
    let capture = capture_of(&app, &source);
    ines.post(&format!("{}/access", source.path), &[("restricted", "yes"), ("person", ines.id.as_str())]).is(303);
    for path in
        [capture.clone(), format!("{capture}/state"), format!("{capture}/warc"), format!("{}/wacz", source.path)]
    {
        olga.get(&path).is(404);
        ines.get(&path).is(200);
    }
    assert!(!olga.get("/desk/log").text().contains("captured an address"));
}
