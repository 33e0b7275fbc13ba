//! What the public reads: every address, exactly one ClaimReview, caches, and nothing of what is not published.

mod harness;

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use chrono::TimeDelta;
use harness::html::{self, Piece};
use harness::make::{Article, Check, Claim};
use harness::{Answer, Setup, TestApp};

/// A check of a claim that is marked in an article.
fn of_article(app: &TestApp, article: &Article) -> (Claim, Check) {
    let claim = app.mark(&app.contributor("Nell"), article, "It built 120 homes last year.");
    app.select(&claim);
    let check = app.check().of(&claim).published();
    (claim, check)
}

/// Every public page that links and the sitemap lead to, by address.
fn crawl(app: &TestApp) -> BTreeMap<String, Answer> {
    let reader = app.anonymous();
    let base = &app.site.base_url;
    let mut waiting: Vec<String> = ["/", "/sitemap.xml", "/robots.txt"].map(str::to_owned).to_vec();
    waiting.extend(html::inside(&reader.get("/sitemap.xml").html(), "loc"));
    let mut seen = BTreeMap::new();
    while let Some(link) = waiting.pop() {
        let path = link.strip_prefix(base.as_str()).unwrap_or(&link).split('#').next().unwrap_or_default().to_owned();
        if !path.starts_with('/') || path.starts_with("//") || seen.contains_key(&path) {
            continue;
        }
        let answer = reader.get(&path);
        if answer.header("content-type").is_some_and(|kind| kind.starts_with("text/html")) {
            waiting.extend(html::links(&answer.html()));
        }
        seen.insert(path, answer);
    }
    seen
}

#[test]
fn every_link_of_the_public_side_leads_somewhere() {
    let app = TestApp::new();
    let (tomas, ada) = (app.editor("Tomas"), app.admin("Ada"));
    tomas.post("/desk/topics", &[("name", "Housing")]).is(303);
    of_article(&app, &app.article().by(&app.editor("Orla")).with("freely_showable", "yes").add());
    app.check().published();
    ada.fill(
        "/admin/policies?name=methodology",
        "/admin/policies",
        &[("body", "# How\n\nWe count [twice](https://a.example).")],
    )
    .is(303);
    let pages = crawl(&app);
    for (path, answer) in &pages {
        assert_eq!(answer.status, 200, "{path}");
    }
    let found: Vec<&str> = pages.keys().map(String::as_str).collect();
    for wanted in [
        "/",
        "/checks",
        "/methodology",
        "/corrections/policy",
        "/about/organisation",
        "/about/funding",
        "/sitemap.xml",
        "/robots.txt",
    ] {
        assert!(found.contains(&wanted), "{wanted} is not among {found:?}");
    }
    for wanted in ["/checks/", "/articles/", "/versions/1", "/evidence/1", "/evidence/2", "app.css"] {
        assert!(found.iter().any(|it| it.contains(wanted)), "{wanted} is not among {found:?}");
    }
    for path in ["/about/contact", "/healthz", "/readyz"] {
        app.anonymous().get(path).is(200);
    }
    assert!(!found.iter().any(|it| it.starts_with("/desk") || it.starts_with("/login")), "{found:?}");
}

#[test]
fn a_check_has_exactly_one_claimreview_and_no_other_page_has_any() {
    let app = TestApp::new();
    of_article(&app, &app.article().by(&app.editor("Orla")).with("freely_showable", "yes").add());
    let check = app.check().published();
    app.reviewer("Ines")
        .fill(&check.path, &check.at("correction"), &[("correction", "update"), ("correction_note", "n")])
        .is(303);
    let mut with = BTreeSet::new();
    for (path, answer) in crawl(&app) {
        let markup = if answer.header("content-type").is_some_and(|it| it.starts_with("text/html")) {
            TestApp::markup_of(&answer)
        } else {
            vec![]
        };
        assert!(markup.len() <= 1, "{path}");
        for item in markup {
            assert_eq!(item["@type"], "ClaimReview");
            assert_eq!(item["url"], format!("{}{path}", app.site.base_url));
            with.insert(path.clone());
        }
        assert!(!answer.html().contains("itemtype"), "{path}");
    }
    let expected: BTreeSet<String> =
        app.column("SELECT slug AS value FROM checks").into_iter().map(|slug| format!("/checks/{slug}")).collect();
    assert_eq!(expected.len(), 2);
    assert_eq!(with, expected);
}

#[test]
fn public_pages_need_no_session_set_no_cookie_and_load_nothing_from_elsewhere() {
    let app = TestApp::new();
    of_article(&app, &app.article().add());
    let ada = app.admin("Ada");
    for (path, answer) in crawl(&app) {
        assert!(answer.all("set-cookie").is_empty(), "{path} sets a cookie");
        let signed_in = ada.get(&path);
        assert!(
            signed_in.body == answer.body && signed_in.all("set-cookie").is_empty(),
            "{path} is not the same for all"
        );
        assert_eq!(answer.header("vary"), None, "{path}");
        for piece in html::pieces(&answer.html()) {
            let Piece::Open(name, attrs) = piece else { continue };
            if matches!(name.as_str(), "script" | "img" | "iframe" | "video" | "audio" | "source") {
                let own = html::attr(&attrs, "src").is_none_or(|src| src.starts_with("/assets/"));
                assert!(own, "{path} loads {attrs:?}");
            }
            let loads =
                name == "link" && html::attr(&attrs, "rel").is_some_and(|rel| rel == "stylesheet" || rel == "icon");
            assert!(!loads || html::attr(&attrs, "href").is_some_and(|it| it.starts_with("/assets/")), "{path}");
        }
    }
}

#[test]
fn unchanged_pages_are_not_sent_again() {
    let app = TestApp::new();
    let check = app.check().published();
    let reader = app.anonymous();
    let public = check.public();
    for path in [
        "/",
        "/checks",
        &public,
        &format!("{public}.json"),
        &format!("{public}/versions/1"),
        &format!("{public}/evidence/1"),
        "/sitemap.xml",
        "/methodology",
    ] {
        let first = reader.get(path).is(200);
        let tag = first.header("etag").unwrap_or_else(|| panic!("{path} has no ETag")).to_owned();
        assert!(tag.starts_with('"'), "{path}: a strong tag");
        let cache = first.header("cache-control").unwrap();
        assert!(cache.starts_with("public, max-age="), "{path}: {cache}");
        let second = reader.ask("GET", path).header("If-None-Match", &tag).send().is(304);
        assert!(second.body.is_empty() && second.header("etag") == Some(&tag), "{path}");
        assert_eq!(second.header("cache-control"), Some(cache));
        reader.ask("GET", path).header("If-None-Match", &format!("\"x\", {tag}")).send().is(304);
        reader.ask("GET", path).header("If-None-Match", "\"x\"").send().is(200);
        reader.ask("HEAD", path).header("If-None-Match", &tag).send().is(304);
    }
    let tag = reader.get("/").header("etag").unwrap().to_owned();
    app.check().published();
    reader.ask("GET", "/").header("If-None-Match", &tag).send().is(200);
    let style = html::links(&reader.get("/").html()).into_iter().find(|it| it.ends_with("app.css")).unwrap();
    assert!(reader.get(&style).is(200).header("cache-control").unwrap().contains("immutable"));
    let missing = reader.get("/checks/never-checked").is(404);
    assert!(missing.header("etag").is_none() && missing.header("cache-control").unwrap().contains("no-store"));
}

#[test]
fn the_sitemap_lists_current_checks_and_nothing_else() {
    let app = TestApp::new();
    assert_eq!(html::inside(&app.anonymous().get("/sitemap.xml").html(), "loc"), Vec::<String>::new());
    let first = app.check().published();
    app.clock.advance(TimeDelta::hours(1));
    let second = app.check().published();
    app.check().approved();
    app.check().taken();
    app.article().add();
    let sitemap = app.anonymous().get("/sitemap.xml").is(200);
    let expected: Vec<String> = [&first, &second].map(|it| format!("{}{}", app.site.base_url, it.public())).to_vec();
    assert_eq!(html::inside(&sitemap.html(), "loc"), expected);
    assert_eq!(html::inside(&sitemap.html(), "lastmod"), ["2026-11-24T09:00:00Z", "2026-11-24T10:00:00Z"]);
    assert!(sitemap.header("content-type").unwrap().starts_with("application/xml"));
    assert!(app.anonymous().get("/robots.txt").html().contains(&format!("Sitemap: {}/sitemap.xml", app.site.base_url)));
}

/// A site with drafts and the same site without them answer alike, whatever is asked for.
#[test]
fn drafts_are_invisible() {
    let app = TestApp::new();
    let (ines, nell, tomas) = (app.reviewer("Ines"), app.contributor("Nell"), app.editor("Tomas"));
    tomas.post("/desk/topics", &[("name", "Housing")]).is(303);
    let topic = app.one("SELECT id AS value FROM topics");
    let article = app
        .article()
        .by(&app.editor("Orla"))
        .with("freely_showable", "yes")
        .text("It built 120 homes last year. Nobody paid for them. The end.")
        .add();
    let (_, check) = of_article(&app, &article);
    let mut addresses: BTreeSet<String> = crawl(&app).into_keys().collect();
    let public = check.public();
    for more in [
        "/checks?topic=housing",
        "/checks?page=2",
        "/checks?q=homes",
        "/checks/nobody-paid-for-them",
        "/checks/nobody-paid-for-them.json",
        "/articles/secret-plans",
        "/checks/nobody-paid-for-them/versions/1",
        &format!("{public}/versions/2"),
        &format!("{public}/evidence/3"),
        &format!("{public}.json"),
        &format!("{public}/annotation.json"),
        "/about/contact",
        "/readyz",
    ] {
        addresses.insert(more.into());
    }
    let look = || -> BTreeMap<String, (u16, Vec<u8>, Option<String>)> {
        let reader = app.anonymous();
        addresses
            .iter()
            .map(|path| {
                let answer = reader.get(path);
                let tag = answer.header("etag").map(str::to_owned);
                (path.clone(), (answer.status, answer.body, tag))
            })
            .collect()
    };
    let before = look();
    // Everything that a desk can have without having published it.
    let second = app.mark(&nell, &article, "Nobody paid for them.");
    nell.fill(&second.path, &second.path, &[("topic", &topic), ("claimant_name", "Odo Fenn")]).is(303);
    app.select(&second);
    app.check().of(&second).approved();
    app.check().taken();
    app.check().researching();
    app.check().ready();
    app.claim().add();
    app.article().with("title", "Secret plans").add();
    app.article().with("title", "Our own words").with("kind", "own_draft").with("url", "").add();
    ines.fill(&check.path, &check.at("correction"), &[("correction", "update"), ("correction_note", "Soon.")]).is(303);
    ines.fill(
        &check.path,
        &check.at("verdict"),
        &[("summary", "Quite otherwise."), ("verdict_id", &app.rating("False"))],
    )
    .is(303);
    app.add_quote(&ines, &check, "supports");
    ines.post(&check.at("evidence/1/state"), &[("state", "removed")]).is(303);
    let claim = format!("/desk/claims/{}", check.claim);
    ines.fill(&claim, &claim, &[("statement", "Something else entirely")]).is(303);
    for (path, (was, is)) in addresses.iter().zip(before.values().zip(look().values())) {
        assert!(was == is, "{path}:\n{}\n---\n{}", String::from_utf8_lossy(&was.1), String::from_utf8_lossy(&is.1));
    }
}

#[test]
fn the_markup_says_what_the_page_says() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    nell.post(
        "/desk/claimants",
        &[("name", "Odo Fenn"), ("kind", "person"), ("same_as", "https://people.example/fenn")],
    )
    .is(303);
    let claimant = app.one("SELECT id AS value FROM claimants");
    let claim = app.claim().with("claimant", claimant).with("statement", "The quay has 90 trees").selected();
    let check = app.check().of(&claim).rated("Mostly false").published();
    let page = app.public_page(&check);
    let item = TestApp::markup_of(&page).remove(0);
    let json = app.anonymous().get(&format!("{}.json", check.public())).is(200);
    assert_eq!(json.json(), item);
    assert!(json.header("content-type").unwrap().starts_with("application/ld+json"));
    let text = page.text();
    assert_eq!(item["@context"], "https://schema.org");
    assert_eq!(item["claimReviewed"], "The quay has 90 trees");
    assert_eq!(item["url"], format!("{}{}", app.site.base_url, check.public()));
    assert_eq!(item["author"]["name"], "The Brackwater Desk");
    assert_eq!(item["author"]["url"], app.site.base_url);
    let rating = &item["reviewRating"];
    assert_eq!((&rating["alternateName"], &rating["ratingValue"]), (&"Mostly false".into(), &2.into()));
    assert_eq!((&rating["bestRating"], &rating["worstRating"]), (&5.into(), &1.into()));
    assert_eq!(item["itemReviewed"]["author"]["name"], "Odo Fenn");
    assert_eq!(item["itemReviewed"]["author"]["sameAs"], "https://people.example/fenn");
    assert_eq!(item["itemReviewed"]["datePublished"], "2026-11-02");
    for shown in ["The quay has 90 trees", "Mostly false", "Odo Fenn", "The Brackwater Desk", "Brackwater Courier"] {
        assert!(text.contains(shown), "{shown} is not in the page");
    }
    let canonical = format!("<link rel=\"canonical\" href=\"{}{}\">", app.site.base_url, check.public());
    assert!(page.html().contains(&canonical));
}

#[test]
fn a_rating_off_the_axis_has_no_number_and_a_claim_without_a_place_no_markup() {
    let app = TestApp::new();
    let off = app.check().rated("Unverifiable").published();
    let item = TestApp::markup_of(&app.public_page(&off)).remove(0);
    let rating = item["reviewRating"].as_object().unwrap();
    assert_eq!(rating["alternateName"], "Unverifiable");
    assert!(!rating.contains_key("ratingValue") && !rating.contains_key("bestRating"));
    let nowhere = app.claim().with("appearance_url", "").with("platform", "").with("appeared_on", "").selected();
    let check = app.check().of(&nowhere).with("no_appearance", "It was said on the phone.").published();
    let page = app.public_page(&check);
    assert!(TestApp::markup_of(&page).is_empty() && page.text().contains("It was said on the phone."));
    app.anonymous().get(&format!("{}.json", check.public())).is(404);
    assert!(app.anonymous().get("/sitemap.xml").html().contains(&check.public()));
}

#[test]
fn the_copy_marks_exactly_the_quote_and_shows_its_paragraph_only() {
    let app = TestApp::new();
    let ines = app.reviewer("Ines");
    let check =
        app.check().with_evidence(1).with("single_source", "One office.").with("reasoning", "See [1].").researching();
    let text = "A first paragraph that stays here.\n\nBefore 🦦 it says: the river <rose> & fell. After it, more.\n\nA last paragraph that stays here too.";
    let source = app.source(&ines, text);
    app.quote(&ines, &check, &source, "supports", "the river <rose> & fell.").is(303);
    app.submit(&ines, &check).is(303);
    app.approve(&app.editor("Tomas"), &check).is(303);
    app.publish(&app.admin("Ada"), &check).is(303);
    let slug = app.one("SELECT slug AS value FROM checks");
    let copy = format!("/checks/{slug}/evidence/2");
    let page = app.anonymous().get(&copy).is(200);
    assert_eq!(html::inside(&page.html(), "mark"), ["the river <rose> & fell."]);
    let shown = page.text();
    assert!(shown.contains("Before 🦦 it says: the river <rose> & fell. After it, more."), "{shown}");
    assert!(!shown.contains("first paragraph") && !shown.contains("last paragraph"), "{shown}");
    ines.fill(&source.path, &source.path, &[("freely_showable", "yes")]).is(403);
    app.editor("Zora").fill(&source.path, &source.path, &[("freely_showable", "yes")]).is(303);
    let whole = app.anonymous().get(&copy).is(200);
    assert!(whole.text().contains("first paragraph") && whole.text().contains("last paragraph"));
    assert_eq!(html::inside(&whole.html(), "mark"), ["the river <rose> & fell."]);
    for missing in ["3", "0", "-1", "x", "01"] {
        let answer = app.anonymous().get(&format!("/checks/{slug}/evidence/{missing}"));
        assert!(answer.status == 404 || missing == "01", "{missing}: {}", answer.status);
    }
}

#[test]
fn a_note_has_no_copy_and_a_removed_quote_keeps_its_address() {
    let app = TestApp::new();
    let (ines, tomas) = (app.reviewer("Ines"), app.editor("Tomas"));
    let check = app.check().researching();
    let source = app.source(&ines, "");
    ines.post(
        &check.at("evidence"),
        &[("source", source.id.as_str()), ("stance", "context"), ("note", "A photograph.")],
    )
    .is(303);
    app.submit(&ines, &check).is(303);
    app.approve(&tomas, &check).is(303);
    app.publish(&tomas, &check).is(303);
    let public = format!("/checks/{}", app.one("SELECT slug AS value FROM checks"));
    app.anonymous().get(&format!("{public}/evidence/3")).is(404);
    assert!(app.anonymous().get(&public).html().contains("id=\"evidence-3\""));
    let quoted = html::inside(&app.anonymous().get(&format!("{public}/evidence/2")).is(200).html(), "mark");
    ines.fill(
        &check.path,
        &check.at("correction"),
        &[("correction", "correction"), ("correction_note", "One count was wrong.")],
    )
    .is(303);
    ines.post(&check.at("evidence/2/state"), &[("state", "removed")]).is(303);
    ines.fill(&check.path, &check.at("verdict"), &[("reasoning", "One office counted [1].")]).is(303);
    app.submit(&ines, &check).is(303);
    app.approve(&tomas, &check).is(303);
    app.publish(&tomas, &check).is(303);
    assert!(!app.anonymous().get(&public).html().contains("id=\"evidence-2\""));
    assert!(app.anonymous().get(&format!("{public}/versions/1")).is(200).html().contains("id=\"evidence-2\""));
    let still = html::inside(&app.anonymous().get(&format!("{public}/evidence/2")).is(200).html(), "mark");
    assert_eq!(still, quoted, "a removed piece stays at its address");
}

#[test]
fn an_article_shows_its_checked_quotes_and_the_text_only_where_it_may() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let article = app
        .article()
        .with("title", "The council counts")
        .text("It built 120 homes last year. Nobody counted them. The mayor slept.")
        .add();
    let (_, check) = of_article(&app, &article);
    let page = app.anonymous().get("/articles/the-council-counts").is(200);
    assert!(page.text().contains("It built 120 homes last year.") && page.html().contains(&check.public()));
    assert!(!page.text().contains("The mayor slept"), "the text is not freely showable");
    assert_eq!(html::inside(&page.html(), "mark"), ["It built 120 homes last year."]);
    nell.fill(&article.path, &article.path, &[("freely_showable", "yes")]).is(403);
    nell.fill(&article.path, &article.path, &[("title", "Mine")]).is(403);
    app.editor("Zora").fill(&article.path, &article.path, &[("freely_showable", "yes")]).is(303);
    let page = app.anonymous().get("/articles/the-council-counts").is(200);
    assert!(page.text().contains("The mayor slept."));
    let annotation = app.anonymous().get(&format!("{}/annotation.json", check.public())).is(200).json();
    assert_eq!(annotation["target"]["selector"][0]["exact"], "It built 120 homes last year.");
    assert_eq!(annotation["target"]["selector"][1]["start"], 0);
    assert_eq!(annotation["target"]["selector"][1]["end"], 29);
    let ines = app.reviewer("Ines");
    ines.post(&format!("{}/access", article.path), &[("restricted", "yes")]).is(303);
    app.anonymous().get("/articles/the-council-counts").is(404);
    assert!(!app.public_page(&check).html().contains("/articles/"), "the check no longer names its article");
}

#[test]
fn policies_are_versioned_and_the_byline_is_as_the_desk_wants() {
    let app = TestApp::new();
    let ada = app.admin("Ada");
    let check = app.check().published();
    assert!(
        app.anonymous().get("/methodology").text().contains("Mostly false"),
        "the scale stands with the methodology"
    );
    let page = "/admin/policies?name=corrections";
    ada.fill(page, "/admin/policies", &[("body", "We say **sorry**. <script>alert(1)</script>")]).is(303);
    let shown = app.anonymous().get("/corrections/policy").is(200);
    assert!(shown.html().contains("<strong>sorry</strong>") && !shown.html().contains("<script>alert"));
    assert!(shown.text().contains("Version 1"), "{}", shown.text());
    let form = ada.get(page).is(200).form("/admin/policies");
    ada.send(&form, &[("body", "We mend it.")]).is(303);
    let stale = ada.send(&form, &[("body", "We do nothing.")]).is(409);
    assert!(stale.html().contains("We mend it.") && stale.html().contains("We do nothing."));
    assert!(app.anonymous().get("/corrections/policy").text().contains("Version 2"));
    assert!(app.public_page(&check).text().contains("Tomas"));
    ada.fill("/admin/settings", "/admin/settings", &[("byline", "roles")]).is(303);
    let text = app.public_page(&check).text();
    assert!(!text.contains("Tomas") && !text.contains("Ines") && !text.contains("Nell"), "{text}");
}

#[test]
fn topics_sort_checks() {
    let app = TestApp::new();
    app.editor("Tomas").post("/desk/topics", &[("name", "Wasser & Wehr")]).is(303);
    let (id, slug) = (app.one("SELECT id AS value FROM topics"), app.one("SELECT slug AS value FROM topics"));
    let claim = app.claim().with("topic", id).selected();
    let tagged = app.check().of(&claim).published();
    let other = app.check().published();
    let list = app.anonymous().get(&format!("/checks?topic={slug}")).is(200).html();
    assert!(list.contains(&tagged.public()) && !list.contains(&other.public()));
    assert!(app.public_page(&tagged).text().contains("Wasser & Wehr"));
    assert!(!app.anonymous().get("/checks?topic=none").is(200).html().contains(&tagged.public()));
}

#[test]
fn versions_that_are_not_there_are_missing() {
    let app = TestApp::new();
    let check = app.check().published();
    for n in ["0", "2", "-1", "x", "99999999999"] {
        app.anonymous().get(&format!("{}/versions/{n}", check.public())).is(404);
    }
    let version = app.anonymous().get(&format!("{}/versions/1", check.public())).is(200);
    assert!(version.html().contains("noindex"));
}

#[test]
fn readers_of_an_https_site_get_its_addresses() {
    let app = TestApp::with(Setup { base_url: Some("https://check.example.org"), ..Setup::default() });
    let check = app.check().published();
    let item = TestApp::markup_of(&app.public_page(&check)).remove(0);
    assert_eq!(item["url"], format!("https://check.example.org{}", check.public()));
    assert!(app.anonymous().get("/sitemap.xml").html().contains("<loc>https://check.example.org/checks/"));
    assert!(app.public_page(&check).header("strict-transport-security").is_some());
}

/// The judge of the profile, where it and its library are at hand.
#[test]
fn the_markup_meets_the_profile() {
    let judge = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/check_claimreview.py");
    let ready = Command::new("python3").args(["-c", "import pyshacl"]).output().is_ok_and(|it| it.status.success());
    if !judge.exists() || !ready {
        eprintln!("skipped: check_claimreview.py or python3 with pyshacl is not here");
        return;
    }
    let app = TestApp::with(Setup { base_url: Some("https://check.example.org"), ..Setup::default() });
    let claim = app.claim().with("claimant_name", "Odo Fenn").selected();
    let check = app.check().of(&claim).published();
    let run = |file: &str, body: &[u8], more: &[&str]| {
        let path = app.folder.join(file);
        std::fs::write(&path, body).unwrap();
        let out = Command::new("python3").arg(&judge).arg(&path).args(more).output().unwrap();
        assert!(
            out.status.success(),
            "{file}: {}{}",
            String::from_utf8_lossy(&out.stdout),
            String::from_utf8_lossy(&out.stderr)
        );
    };
    run("check.html", &app.public_page(&check).body, &[]);
    run("check.json", &app.anonymous().get(&format!("{}.json", check.public())).body, &[]);
    run("home.html", &app.anonymous().get("/").body, &["--listing"]);
}
