//! Every address by every role, forged forms, headers, and hostile text.

mod harness;

use actix_web::http::Method;
use claimdesk::people::rules::{Act, Role, may};
use claimdesk::people::store as people;
use claimdesk::publication::markdown;
use claimdesk::routes;
use claimdesk::web::Who;
use harness::html::{self, Piece};
use harness::make::{Check, Source, id_of};
use harness::web::{Page, Web};
use harness::{Answer, Client, Person, Setup, TestApp};

const ROLES: [(Role, &str); 5] = [
    (Role::Contributor, "Nell"),
    (Role::Reviewer, "Ines"),
    (Role::Editor, "Tomas"),
    (Role::Admin, "Ada"),
    (Role::Auditor, "Rafiq"),
];

/// A site with one of everything, so that every address of the map leads somewhere.
struct Full {
    app: TestApp,
    values: Vec<(&'static str, &'static str, String)>,
}

impl Full {
    fn new() -> Self {
        let web = Web::new();
        let fetch_allow = vec![web.host()];
        let app = TestApp::with(Setup { peer_review: true, fetch_allow, ..Setup::default() });
        for (role, name) in ROLES {
            app.person(name, role);
        }
        let (nell, ada) = (app.contributor("Nell"), app.admin("Ada"));
        let article = app.article().add();
        let claim = app.mark(&nell, &article, "It built 120 homes last year.");
        app.select(&claim);
        let (ines, url) = (app.reviewer("Ines"), web.put("/", Page::html("<title>Homes</title><p>It built 90 homes.")));
        let path = ines
            .fill("/desk/sources/new", "/desk/sources", &[("url", &url), ("publisher", "Homes Office")])
            .is(303)
            .location();
        let captured = Source { id: id_of(&path), snapshot: String::new(), path };
        app.work();
        let mut check = app.check().of(&claim).by(&ines).researching();
        app.quote(&ines, &check, &captured, "undermines", "It built 90 homes.").is(303);
        app.submit(&ines, &check).is(303);
        app.decide(&app.reviewer("Milo"), &check, "review", "passed").is(303);
        app.approve(&app.editor("Tomas"), &check).is(303);
        app.publish(&ada, &check).is(303);
        check.slug = app.one(&format!("SELECT slug AS value FROM checks WHERE id = '{}'", check.id));
        ada.fill(&captured.path, &captured.path, &[("freely_showable", "yes")]).is(303);
        ada.post(&format!("{}/notes", captured.path), &[("about", "wrong"), ("note_text", "It counted twice.")])
            .is(303);
        let tomas = app.editor("Tomas");
        nell.post(&format!("/desk/claims/{}/discussion", claim.id), &[("body", "Is it so?")]).is(303);
        tomas.post(&check.at("retraction"), &[("retraction_reason", "We counted wrong.")]).is(303);
        tomas.post(&check.at("withholdings"), &[("part", "quote:1"), ("withhold_reason", "A court.")]).is(303);
        ada.post("/desk/topics", &[("name", "Housing")]).is(303);
        nell.post("/desk/claimants", &[("name", "The council"), ("kind", "organisation")]).is(303);
        let markup = r#"{"@type":"ClaimReview","url":"https://other.example/1","claimReviewed":"A claim"}"#;
        ada.post("/desk/external", &[("markup", markup)]).is(200);
        ada.post("/desk/tasks", &[("kind", "call"), ("text", "Call the council")]).is(303);
        let token = app.write(|tx| people::invite(tx, "pia@brackwater.example", "Pia", Role::Reviewer)).1;
        let one = |sql: &str| app.one(sql);
        let build =
            html::links(&app.anonymous().get("/").html()).into_iter().find(|it| it.ends_with("app.css")).unwrap();
        let source = captured.id.clone();
        let people: Vec<(&str, String)> =
            ROLES.iter().map(|(role, name)| ("person", app.person(name, *role).id.to_string())).collect();
        let mut sealed = vec![
            ("title", "Somebody"),
            ("kind", "primary"),
            ("reason", "Danger"),
            ("identity", "Who"),
            ("accessed_on", "2026-03-01"),
        ];
        sealed.extend(people.iter().map(|(name, id)| (*name, id.as_str())));
        let protected = id_of(&ines.post("/desk/sources/protected", &sealed).is(303).location());
        let values = vec![
            ("/desk/sources/{id}/protected", "id", protected),
            ("/desk/articles", "id", article.id.clone()),
            ("/desk/articles", "n", "1".into()),
            ("/desk/articles", "claim", claim.id.clone()),
            ("/desk/claims", "id", claim.id.clone()),
            ("/desk/claims", "comment", one("SELECT id AS value FROM comments")),
            ("/desk/claims", "appearance", one("SELECT id AS value FROM appearances")),
            ("/desk/claimants", "id", one("SELECT id AS value FROM claimants")),
            ("/desk/topics", "id", one("SELECT id AS value FROM topics")),
            ("/desk/sources", "id", source.clone()),
            (
                "/desk/sources",
                "snapshot",
                one(&format!("SELECT id AS value FROM snapshots WHERE source_id = '{source}'")),
            ),
            ("/desk/sources", "note", one("SELECT id AS value FROM source_notes")),
            ("/desk/captures", "id", one("SELECT id AS value FROM captures")),
            ("/desk/checks", "retraction", one("SELECT id AS value FROM retractions")),
            ("/desk/checks", "withholding", one("SELECT id AS value FROM withholdings")),
            ("/desk/checks", "notice", one("SELECT id AS value FROM source_notices")),
            ("/desk/insights", "table", "published".into()),
            ("/desk/external", "id", one("SELECT id AS value FROM external_checks")),
            ("/desk/checks", "id", check.id.clone()),
            ("/desk/checks", "n", "1".into()),
            ("/desk/tasks", "id", one("SELECT id AS value FROM tasks")),
            ("/admin/people/invitations", "id", one("SELECT id AS value FROM invitations")),
            ("/admin/people", "id", app.contributor("Nell").id.to_string()),
            ("/admin/scale", "id", app.rating("False")),
            ("/invitations", "token", token),
            ("/checks", "slug", check.slug.clone()),
            ("/checks", "n", "1".into()),
            ("/articles", "slug", one("SELECT slug AS value FROM articles")),
            ("/timegate", "address", url.clone()),
            ("/timemap", "address", url),
            ("/about", "page", "organisation".into()),
            ("/assets", "build", build.split('/').nth(2).unwrap().to_owned()),
            ("/assets", "file", "app.css".into()),
        ];
        Full { app, values }
    }

    /// An address of the map with real keys in it.
    fn address(&self, pattern: &str) -> String {
        let parts = pattern.split('/').map(|part| {
            let (part, kind) = part.strip_suffix(".csv").map_or((part, ""), |part| (part, ".csv"));
            let Some(name) = part.strip_prefix('{').and_then(|it| it.strip_suffix('}')) else { return part.to_owned() };
            let name = name.split(':').next().unwrap_or_default();
            let found = self.values.iter().find(|(root, key, _)| pattern.starts_with(root) && *key == name);
            found.map_or_else(|| "0123456789abcdef".into(), |(_, _, value)| format!("{value}{kind}"))
        });
        parts.collect::<Vec<_>>().join("/")
    }

    /// Every address of the map: its pattern, a real address, what it answers.
    fn map(&self) -> Vec<(String, String, Vec<claimdesk::web::Endpoint>)> {
        routes::table().into_iter().map(|(path, endpoints)| (path.into(), self.address(path), endpoints)).collect()
    }
}

fn on_the_desk(path: &str) -> bool {
    ["/desk", "/admin", "/account"].iter().any(|root| path == *root || path.starts_with(&format!("{root}/")))
}

/// What every answer carries, whatever it is.
#[track_caller]
fn has_headers(what: &str, path: &str, answer: &Answer) {
    let header = |name: &str| answer.header(name).unwrap_or_else(|| panic!("{what}: no {name}")).to_owned();
    let policy = header("content-security-policy");
    assert!(policy.contains("default-src 'none'"), "{what}: {policy}");
    assert!(!policy.contains("unsafe") && !policy.contains('*'), "{what}: {policy}");
    assert_eq!(header("x-content-type-options"), "nosniff", "{what}");
    assert_eq!(header("x-frame-options"), "DENY", "{what}");
    assert_eq!(header("cross-origin-opener-policy"), "same-origin", "{what}");
    assert_eq!(header("cross-origin-resource-policy"), "same-origin", "{what}");
    assert!(header("permissions-policy").contains("geolocation=()"), "{what}");
    assert!(!header("referrer-policy").contains("unsafe"), "{what}");
    assert!(answer.header("server").is_none() && answer.header("x-powered-by").is_none(), "{what}");
    if on_the_desk(path) || path == "/login" || answer.status >= 400 {
        assert!(header("cache-control").contains("no-store"), "{what}: {}", header("cache-control"));
        assert!(answer.header("etag").is_none(), "{what}");
    }
    if answer.header("content-type").is_some_and(|it| it.starts_with("text/html")) {
        assert!(
            policy.contains("frame-ancestors 'none'")
                && (policy.contains("form-action 'self'") || policy.starts_with("sandbox;")),
            "{what}: {policy}"
        );
    }
}

/// Headers that must be the same, the date apart.
fn headers_of(answer: &Answer) -> Vec<(String, String)> {
    let mut headers: Vec<_> =
        answer.headers.iter().filter(|(name, _)| name != "date" && name != "set-cookie").cloned().collect();
    headers.sort();
    headers
}

/// No form is kept here, and no authority has signed anything.
const NOTHING_THERE: [&str; 2] = ["/desk/kept/{token}", "/desk/captures/{id}/time"];

#[test]
fn every_page_by_every_role_and_looking_changes_nothing() {
    let full = Full::new();
    let app = &full.app;
    let ada = app.admin("Ada");
    let disabled = app.contributor("Gone");
    ada.post(&format!("/admin/people/{}/state", disabled.id), &[("state", "disabled")]).is(303);
    let mut visitors: Vec<(String, Option<Role>, Client)> =
        vec![("anonymous".into(), None, app.anonymous()), ("disabled".into(), None, (*disabled).clone())];
    for (role, name) in ROLES {
        visitors.push((role.to_string(), Some(role), (*app.person(name, role)).clone()));
    }
    let before = app.head();
    let mut pages = 0;
    for (pattern, path, endpoints) in full.map() {
        let page = endpoints.iter().find(|it| it.method == Method::GET);
        for (who, role, client) in &visitors {
            let what = format!("GET {pattern} by {who}");
            let answer = client.get(&path);
            has_headers(&what, &path, &answer);
            let expected = match (page.map(|it| it.who), role) {
                (None, None) if on_the_desk(&path) => 303,
                (None, _) => 405,
                (Some(Who::Reader), _) if pattern.starts_with("/timegate/") => 302,
                (Some(Who::Reader), _) => 200,
                (Some(Who::Guest), _) if pattern == "/setup" => 404,
                (Some(Who::Guest), _) => 200,
                (Some(Who::May(_)), None) => 303,
                (Some(Who::May(act)), Some(role)) if may(*role, act) && !NOTHING_THERE.contains(&pattern.as_str()) => {
                    200
                }
                (Some(Who::May(_)), Some(_)) => 404,
            };
            assert_eq!(
                answer.status,
                expected,
                "{what} ({path}): {}",
                answer.text().chars().take(300).collect::<String>()
            );
            if expected == 303 {
                assert!(answer.header("location").is_some_and(|to| to.starts_with("/login?next=")), "{what}");
            }
            if expected == 405 {
                assert!(answer.header("allow").is_some_and(|it| it.contains("POST")), "{what}");
            }
            let head = client.ask("HEAD", &path).send();
            assert_eq!(head.status, answer.status, "HEAD of {what}");
            if expected != 303 {
                assert_eq!(headers_of(&head), headers_of(&answer), "HEAD of {what}");
            }
            assert!(head.body.is_empty(), "HEAD of {what} has a body");
            pages += 1;
        }
    }
    assert!(pages > 300, "{pages}");
    assert_eq!(app.head(), before, "looking is recorded");
}

#[test]
fn head_leads_to_the_same_sign_in_as_get() {
    let app = TestApp::new();
    let stranger = app.anonymous();
    for path in ["/account", "/desk/claims?state=inbox", "/desk/nothing"] {
        let (head, get) = (stranger.ask("HEAD", path).send().is(303), stranger.get(path).is(303));
        assert_eq!(headers_of(&head), headers_of(&get), "{path}");
    }
}

#[test]
fn strangers_cannot_tell_which_addresses_exist() {
    let full = Full::new();
    let stranger = full.app.anonymous();
    for (_, path, _) in full.map().into_iter().filter(|(_, path, _)| on_the_desk(path)) {
        let unknown = format!("{path}/x");
        for method in ["GET", "POST", "PUT", "DELETE"] {
            let (known, other) =
                (stranger.ask(method, &path).ours().send(), stranger.ask(method, &unknown).ours().send());
            assert_eq!((known.status, other.status), (303, 303), "{method} {path}");
            assert_eq!(known.location(), "/login", "{method} {path}");
            assert_eq!(known.body, other.body);
        }
    }
    for path in ["/desk/nothing/here", "/admin/x", "/account/x", "/desk/", "/admin"] {
        stranger.get(path).is(303);
    }
    stranger.get("/deskx").is(404);
}

/// Sends an empty form, guard and all, by every role that may not: refused, and nothing recorded.
#[test]
fn every_action_asks_for_its_right() {
    let full = Full::new();
    let app = &full.app;
    let before = app.head();
    let mut refusals = 0;
    for (pattern, path, endpoints) in full.map() {
        for endpoint in endpoints.iter().filter(|it| it.method == Method::POST) {
            let Who::May(act) = endpoint.who else { continue };
            app.anonymous().ask("POST", &path).ours().form(&[]).send().is(303);
            for (role, name) in ROLES.into_iter().filter(|(role, _)| !may(*role, act)) {
                let answer = app.person(name, role).post(&path, &[]);
                assert_eq!(answer.status, 403, "POST {pattern} by {role}: {}", answer.text());
                has_headers(&pattern, &path, &answer);
                assert!(
                    answer.text().contains("This needs") || answer.text().contains("Auditors read everything"),
                    "{}",
                    answer.text()
                );
                refusals += 1;
            }
        }
    }
    assert!(refusals > 80, "{refusals}");
    assert_eq!(app.head(), before);
}

/// And whoever has the right is heard, even with an empty form: told what is missing, never "not found" or a failure.
#[test]
fn every_action_hears_whoever_has_the_right() {
    let full = Full::new();
    let app = &full.app;
    let ada = app.admin("Ada");
    for (pattern, path, endpoints) in full.map() {
        for endpoint in endpoints.iter().filter(|it| it.method == Method::POST) {
            let Who::May(act) = endpoint.who else { continue };
            let by = if act == Act::Manage { app.again(&ada) } else { app.again(&app.editor("Tomas")) };
            let answer = by.post(&path, &[("session", "others")]);
            has_headers(&pattern, &path, &answer);
            let heard = matches!(answer.status, 200 | 303 | 400 | 409 | 422);
            assert!(heard, "POST {pattern} by {}: {} {}", by.role, answer.status, answer.text());
        }
    }
}

/// What is asked, by whom, with which fields.
type Case<'a> = (&'a str, &'a str, &'a [(&'a str, &'a str)]);

#[test]
fn forged_forms_are_refused_and_leave_no_trace() {
    let full = Full::new();
    let app = &full.app;
    let ada = app.admin("Ada");
    let other_guard = app.reviewer("Ines").guard();
    let base = app.site.base_url.clone();
    let elsewhere = "https://evil.example";
    let before = app.head();
    let mut forged = 0;
    for (pattern, path, endpoints) in full.map() {
        if !endpoints.iter().any(|it| it.method == Method::POST) {
            continue;
        }
        let client: Client =
            if endpoints.iter().any(|it| it.who == Who::Guest) { app.anonymous() } else { (*ada).clone() };
        let guard = client.guard();
        let cases: &[Case] = &[
            ("no guard", "", &[("Origin", &base), ("Sec-Fetch-Site", "same-origin")]),
            ("another's guard", &other_guard, &[("Origin", &base), ("Sec-Fetch-Site", "same-origin")]),
            ("another site", &guard, &[("Origin", elsewhere), ("Sec-Fetch-Site", "cross-site")]),
            ("another site, old browser", &guard, &[("Origin", elsewhere)]),
            ("a neighbour", &guard, &[("Origin", &base), ("Sec-Fetch-Site", "same-site")]),
            ("cross-site with our origin", &guard, &[("Origin", &base), ("Sec-Fetch-Site", "cross-site")]),
            ("null origin", &guard, &[("Origin", "null")]),
            ("null origin, cross-site", &guard, &[("Origin", "null"), ("Sec-Fetch-Site", "cross-site")]),
            ("no origin at all", &guard, &[]),
            ("only a referer", &guard, &[("Referer", &base)]),
            ("our name as a prefix", &guard, &[("Origin", &format!("{base}.evil.example"))]),
        ];
        for (case, guard, headers) in cases {
            let mut request = client.ask("POST", &path);
            for (name, value) in *headers {
                request = request.header(name, value);
            }
            let answer = request
                .form(&[
                    ("guard", guard),
                    ("session", "others"),
                    ("email", &ada.email),
                    ("password", harness::PASSWORD),
                ])
                .send();
            assert_eq!(answer.status, 403, "POST {pattern}, {case}: {}", answer.text());
            has_headers(&pattern, &path, &answer);
            forged += 1;
        }
    }
    assert!(forged > 400, "{forged}");
    assert_eq!(app.head(), before);
    ada.get("/desk").is(200);
}

#[test]
fn a_browser_that_sends_fetch_metadata_only_is_one_of_ours() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let guard = nell.guard();
    let send = |headers: &[(&str, &str)]| {
        let mut request = nell.ask("POST", "/desk/claimants");
        for (name, value) in headers {
            request = request.header(name, value);
        }
        request.form(&[("guard", &guard), ("name", "Odo Fenn")]).send().is(303);
    };
    send(&[("Sec-Fetch-Site", "same-origin")]);
    send(&[("Sec-Fetch-Site", "same-origin"), ("Origin", "null")]);
    send(&[("Origin", &app.site.base_url)]);
}

#[test]
fn other_methods_are_answered_with_the_ones_there_are() {
    let full = Full::new();
    let ada = full.app.admin("Ada");
    let before = full.app.head();
    for (pattern, path, endpoints) in full.map() {
        let allowed: Vec<String> = endpoints.iter().map(|it| it.method.to_string()).collect();
        for method in ["PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND"] {
            let answer = ada.ask(method, &path).ours().form(&[("guard", &ada.guard())]).send();
            assert_eq!(answer.status, 405, "{method} {pattern}");
            let allow = answer.header("allow").unwrap_or_default().to_owned();
            assert!(allowed.iter().all(|one| allow.contains(one)), "{method} {pattern}: {allow}");
            has_headers(&pattern, &path, &answer);
        }
        if !allowed.contains(&"POST".to_owned()) {
            ada.post(&path, &[]).is(405);
        }
    }
    assert_eq!(full.app.head(), before);
}

/// Whatever may not be seen is missing, byte for byte, by every method.
#[test]
fn the_invisible_is_missing_byte_for_byte() {
    let full = Full::new();
    let app = &full.app;
    let (ines, milo, tomas) = (app.reviewer("Ines"), app.reviewer("Milo"), app.editor("Tomas"));
    for (root, _, id) in full.values.iter().filter(|(_, key, _)| *key == "id") {
        let Some(root) = ["/desk/articles", "/desk/sources"].iter().find(|it| root.starts_with(**it)) else { continue };
        assert!(ines.post(&format!("{root}/{id}/access"), &[("restricted", "yes")]).status == 303);
    }
    let restricted_roots = ["/desk/articles", "/desk/claims", "/desk/checks", "/desk/sources"];
    let unknown = "01900000-0000-7000-8000-000000000000";
    let mut compared = 0;
    for (pattern, path, endpoints) in full.map() {
        if !restricted_roots.iter().any(|root| pattern.starts_with(&format!("{root}/{{id}}"))) {
            continue;
        }
        let id = &full.values.iter().find(|(it, key, _)| pattern.starts_with(it) && *key == "id").unwrap().2;
        let nowhere = path.replace(id, unknown);
        for endpoint in endpoints {
            for by in [&milo, &tomas] {
                let ask = |path: &str| if endpoint.method == Method::GET { by.get(path) } else { by.post(path, &[]) };
                let (hidden, missing) = (ask(&path), ask(&nowhere));
                let what = format!("{} {pattern} by {}", endpoint.method, by.name);
                assert_eq!(hidden.status, missing.status, "{what}: {} / {}", hidden.text(), missing.text());
                assert!(hidden.body == missing.body, "{what}: {}\n{}", hidden.html(), missing.html());
                assert_eq!(headers_of(&hidden), headers_of(&missing), "{what}");
                compared += 1;
            }
        }
    }
    assert!(compared > 50, "{compared}");
    let rafiq = app.auditor("Rafiq");
    rafiq.get(&full.address("/desk/articles/{id}")).is(200);
    ines.get(&full.address("/desk/checks/{id}")).is(200);
}

#[test]
fn odd_addresses_are_answered_and_never_a_failure() {
    let app = TestApp::new();
    let ada = app.admin("Ada");
    let odd = [
        "/%00",
        "/desk/articles/%00",
        "/checks/%ff%fe",
        "//desk",
        "/desk/../admin",
        "/desk/%2e%2e/admin",
        "/checks/..%2f..%2fetc",
        "/desk/articles/' OR 1=1 --",
        "/assets/../../Cargo.toml",
        "/assets/x/..%2f..%2fCargo.toml",
        "/checks/{slug}",
        "/desk/claims?page=-1",
        "/desk/claims?page=99999999999999999999",
        "/desk/claims?state=nonsense&topic=x&lead=y",
        "/desk/claims?q=%25%5F%5C%27",
        "/?%",
        "/desk/log?before=abc",
        "/desk/log?before=-9223372036854775808",
        "/checks?page=0",
        "/checks?topic=%27",
        "/robots.txt/",
        "/desk/articles/new/",
        "/desk/checks/01900000-0000-7000-8000-00000000000/evidence/99999999999",
    ];
    for path in odd {
        let path = path.replace(' ', "%20");
        for client in [&app.anonymous(), &*ada] {
            let answer = client.get(&path);
            assert!(answer.status < 500, "{path}: {}", answer.status);
            assert!(!answer.html().contains("[package]"), "{path}");
        }
    }
    let long = format!("/checks/{}", "a".repeat(5000));
    assert!(app.anonymous().get(&long).status < 500);
}

// ---- hostile text

fn corpus(path: &str) -> Option<serde_json::Value> {
    let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data/security").join(path);
    match std::fs::read_to_string(&path) {
        Ok(text) => Some(serde_json::from_str(&text).expect("the corpus reads")),
        Err(_) => {
            eprintln!("skipped: {} is not here", path.display());
            None
        }
    }
}

fn payloads() -> Vec<String> {
    let Some(corpus) = corpus("xss/corpus.json") else { return Vec::new() };
    corpus.as_array().unwrap().iter().map(|it| it["payload"].as_str().unwrap().to_owned()).collect()
}

/// What a page may never hold, whatever was typed into it. `scripts` says which script elements are the page's own.
#[track_caller]
fn is_harmless(what: &str, html: &str, own_scripts: bool) {
    for piece in html::pieces(html) {
        let Piece::Open(name, attrs) = piece else { continue };
        if name == "script" {
            let ours = html::attr(&attrs, "type") == Some("application/ld+json")
                || html::attr(&attrs, "src").is_some_and(|src| src.starts_with("/assets/"));
            assert!(own_scripts && ours, "a script in {what}\n{html}");
        }
        let our_map = name == "svg" && own_scripts && html::attr(&attrs, "class") == Some("cover map");
        assert!(
            our_map
                || !matches!(name.as_str(), "iframe" | "object" | "embed" | "base" | "svg" | "math" | "style" | "img"),
            "<{name}> in {what}"
        );
        for (key, value) in &attrs {
            assert!(!key.starts_with("on") && key != "style" && key != "srcdoc", "{key}={value:?} in {what}");
            if matches!(key.as_str(), "href" | "src" | "action" | "formaction" | "xlink:href") {
                let value: String = value.chars().filter(|c| !c.is_control() && !c.is_whitespace()).collect();
                let scheme = value.split_once(':').map(|(scheme, _)| scheme.to_lowercase());
                let plain = scheme
                    .as_deref()
                    .is_none_or(|it| it.contains(['/', '?', '#']) || matches!(it, "http" | "https" | "mailto"));
                assert!(plain, "{key}={value:?} in {what}");
            }
        }
    }
}

#[test]
fn every_hostile_text_is_harmless_as_markdown() {
    let all = payloads();
    for payload in &all {
        is_harmless(payload, &markdown::plain(payload), false);
        let linked = format!("[x]({payload}) <{payload}> ![y]({payload})");
        is_harmless(&linked, &markdown::plain(&linked), false);
    }
    eprintln!("{} payloads", all.len());
}

#[test]
fn hostile_texts_are_harmless_on_every_page_that_shows_them() {
    let all = payloads();
    let typed: Vec<&String> = all
        .iter()
        .filter(|it| it.chars().count() < 250 && !it.chars().any(char::is_control) && it.trim().len() > 8)
        .collect();
    if typed.is_empty() {
        return;
    }
    let sample: Vec<&str> = typed.iter().step_by(typed.len() / 60).take(60).map(|it| it.as_str()).collect();
    let app = TestApp::new();
    let (ines, ada) = (app.reviewer("Ines"), app.admin("Ada"));
    ada.fill("/admin/settings", "/admin/settings", &[("contact", sample[0])]).is(303);
    for six in sample.chunks_exact(6) {
        let article = app
            .article()
            .with("title", six[0])
            .with("outlet", six[1])
            .text(&format!("{} is what was said here.", six[2]))
            .add();
        let claim = app.mark(&app.contributor("Nell"), &article, "is what was said here.");
        let fields = [("statement", format!("{} was said", six[3])), ("claimant_name", six[4].into())];
        ines.fill(&claim.path, &claim.path, &[("statement", &fields[0].1), ("claimant_name", &fields[1].1)]).is(303);
        app.select(&claim);
        let reasoning = six.join("\n\n");
        let check = app.check().of(&claim).with("summary", six[5]).with("reasoning", reasoning).researching();
        let source =
            app.one(&format!("SELECT source_id AS value FROM evidence WHERE check_id = '{}' AND number = 1", check.id));
        let source = format!("/desk/sources/{source}");
        ines.fill(&source, &source, &[("title", six[1]), ("publisher", six[2]), ("citation", six[3])]).is(303);
        ines.fill(&check.path, &check.at("evidence/1"), &[("note", six[4])]).is(303);
        app.step(&ines, &check, "submission", &[("comment", six[0])]).is(303);
        app.approve(&app.editor("Tomas"), &check).is(303);
        app.publish(&ada, &check).is(303);
        let slug = app.one(&format!("SELECT slug AS value FROM checks WHERE id = '{}'", check.id));
        let public = format!("/checks/{slug}");
        let versions = format!("{}/versions", article.path);
        let new = format!("{} is what was said there. {}", six[4], six[0]);
        ada.fill(&versions, &versions, &[("text", &new)]).is(303);
        let shown = app.one(&format!("SELECT slug AS value FROM articles WHERE id = '{}'", article.id));
        for path in [
            &public,
            &format!("{public}/versions/1"),
            &format!("{public}/evidence/1"),
            "/",
            "/checks",
            &format!("/articles/{shown}"),
        ] {
            is_harmless(path, &app.anonymous().get(path).is(200).html(), true);
        }
        for path in [
            &article.path,
            &format!("{}?view=lines", article.path),
            &versions,
            &format!("{versions}/1"),
            &format!("{versions}/1...2"),
            &format!("{versions}/1...2?look=beside"),
            &format!("{}/places", article.path),
            "/admin/settings/worthiness",
            &claim.path,
            &check.path,
            &source,
            "/desk",
            "/desk/articles",
            "/desk/claims",
            "/desk/sources",
            "/desk/claimants",
            "/desk/log",
            "/admin/settings",
        ] {
            is_harmless(path, &ada.get(path).is(200).html(), true);
        }
        let markup = TestApp::markup_of(&app.anonymous().get(&public));
        let told = markup[0]["claimReviewed"].as_str().unwrap();
        assert_eq!(told, fields[0].1.split_whitespace().collect::<Vec<_>>().join(" "));
    }
}

/// What a field keeps of a text: the ends trimmed; none where it holds control characters.
fn kept(text: &str) -> Option<String> {
    let text = text.replace("\r\n", "\n");
    let text = text.trim();
    (!text.chars().any(|c| c.is_control() && !matches!(c, '\n' | '\t' | '\r'))).then(|| text.to_owned())
}

#[test]
fn naughty_strings_come_back_unchanged() {
    let Some(list) = corpus("blns/blns.json") else { return };
    let strings: Vec<&str> = list.as_array().unwrap().iter().filter_map(|it| it.as_str()).collect();
    assert!(strings.len() > 400);
    let app = TestApp::new();
    let (nell, ines) = (app.contributor("Nell"), app.reviewer("Ines"));
    let (article, claim, check) = (app.article().add(), app.claim().add(), app.check().researching());
    // Each time the page is opened it must show what the last text became.
    let mut shown: [Option<String>; 3] = [None, None, None];
    let mut through =
        |n: usize, by: &Person, page: &str, action: &str, field: &str, text: &str, expected: Option<String>| {
            let form = by.get(page).is(200).form(action);
            if let Some(last) = &shown[n] {
                assert_eq!(form.value(field), last, "{field}");
            }
            let before = app.head();
            let answer = by.send(&form, &[(field, text)]);
            match expected {
                Some(expected) => {
                    assert_eq!(answer.status, 303, "{field} {text:?}: {}", answer.text());
                    shown[n] = Some(expected);
                }
                None => {
                    assert_eq!(answer.status, 422, "{field} {text:?}");
                    assert_eq!(app.head(), before, "{field} {text:?}");
                }
            }
        };
    for (n, text) in strings.into_iter().enumerate() {
        let plain = kept(text);
        let title = plain.clone().filter(|it| !it.is_empty() && it.chars().count() <= 300);
        through(0, &nell, &article.path, &article.path, "title", text, title);
        let statement = plain.clone().map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "));
        through(1, &nell, &claim.path, &claim.path, "statement", text, statement.filter(|it| !it.is_empty()));
        if n % 4 == 0 {
            let summary = plain.filter(|it| it.chars().count() <= 2000);
            through(2, &ines, &check.path, &check.at("verdict"), "summary", text, summary);
        }
    }
}

#[test]
fn a_claim_cannot_end_the_markup_it_stands_in() {
    let app = TestApp::new();
    let statement = "The sign says </script><!-- <script>alert(1)</script> & ]]> \u{2028} \"quoted\"";
    let check: Check = app.check().stating(statement).published();
    let page = app.public_page(&check);
    is_harmless(statement, &page.html(), true);
    let markup = TestApp::markup_of(&page);
    assert_eq!(markup.len(), 1);
    assert_eq!(markup[0]["claimReviewed"], statement.split_whitespace().collect::<Vec<_>>().join(" "));
    assert_eq!(app.anonymous().get(&format!("{}.json", check.public())).is(200).json(), markup[0]);
    assert_eq!(id_of(&check.public()), check.slug);
}
