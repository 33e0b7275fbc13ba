//! Captures under a power loss, and articles imported from files and addresses on the command line.

mod harness;

use std::fs;
use std::process::Output;
use std::time::{Duration, Instant};

use harness::PASSWORD;
use harness::commands::{Folder, Server, run, said};
use harness::web::{Page, Web};
use serde_json::Value;

const CAPTURES: usize = 100;

#[test]
fn a_kill_in_the_middle_of_a_hundred_captures_loses_none_and_halves_none() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    let at = data.to_str().unwrap().to_owned();
    let web = Web::new();
    let server = Server::start(&data, &["--fetch-allow", &web.host()]);
    let added = run(&["--data", &at, "user", "add", "ada@b.example", "--role", "admin"], &format!("{PASSWORD}\n"));
    assert_eq!(added.status.code(), Some(0), "{}", said(&added));
    let ada = server.sign_in();
    let mut server = server;
    for n in 0..CAPTURES {
        let page = Page::html(&format!("<title>Page {n}</title><p>What page {n} says stands here in full."));
        let url = web.put(&format!("/{n}"), page.slow(Duration::from_millis(15)));
        ada.post("/desk/sources", &[("url", &url), ("kind", "primary"), ("fetch", "yes")]).is(303);
    }
    // Killed again and again, until everything has come.
    let mut killed = 0;
    let asked = || web.asked();
    while asked() < CAPTURES && killed < 20 {
        std::thread::sleep(Duration::from_millis(250));
        drop(server);
        killed += 1;
        server = Server::start(&data, &["--fetch-allow", &web.host()]);
    }
    assert!(killed > 0);
    let ada = server.sign_in();
    let began = Instant::now();
    let waiting = || {
        let health = run(&["--data", &at, "health"], "");
        let told: Value = serde_json::from_slice(&health.stdout).unwrap();
        told["captures_waiting"].as_i64().unwrap()
    };
    while waiting() > 0 {
        assert!(began.elapsed() < Duration::from_secs(120), "captures do not come to an end");
        std::thread::sleep(Duration::from_millis(100));
    }
    for page in 1..=4 {
        let list = ada.get(&format!("/desk/sources?page={page}")).is(200).text();
        assert!(!list.contains("127.0.0.1"), "each has the title of its page by now: {list}");
    }
    drop(server);
    let verified = run(&["--data", &at, "verify"], "");
    assert_eq!(verified.status.code(), Some(0), "{}", said(&verified));
    let proof: Value = serde_json::from_slice(&verified.stdout).unwrap();
    assert!(proof["files"].as_u64().unwrap() >= 2 * CAPTURES as u64, "{proof}");
}

#[test]
fn a_disk_that_is_full_keeps_the_source_and_says_so_until_there_is_room() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    let at = data.to_str().unwrap().to_owned();
    let web = Web::new();
    drop(Server::start(&data, &[]));
    run(&["--data", &at, "user", "add", "ada@b.example", "--role", "admin"], &format!("{PASSWORD}\n"));
    // No file may grow beyond two megabytes: the database fits, the page does not.
    let limits = "trap '' XFSZ; ulimit -f 4096; exec \"$@\"";
    let server = Server::limited(&data, &["--fetch-allow", &web.host()], limits);
    let noise: String =
        (0..300_000_u64).map(|n| format!("<p>{:x}</p>", n.wrapping_mul(0x9e37_79b9_7f4a_7c15))).collect();
    let url = web.put("/long", Page::html(&format!("<title>Long</title>{}", &noise[..4_000_000])));
    let ada = server.sign_in();
    let path = ada.post("/desk/sources", &[("url", &url), ("kind", "primary"), ("fetch", "yes")]).is(303).location();
    let began = Instant::now();
    while !ada.get(&path).is(200).text().contains("disk is full") {
        assert!(began.elapsed() < Duration::from_secs(60), "{}", ada.get(&path).text());
        std::thread::sleep(Duration::from_millis(100));
    }
    drop(server);
    let server = Server::start(&data, &["--fetch-allow", &web.host()]);
    let ada = server.sign_in();
    ada.post(&format!("{path}/captures"), &[]).is(303);
    while !ada.get(&path).is(200).text().contains("SHA-256") {
        assert!(began.elapsed() < Duration::from_secs(90), "{}", ada.get(&path).text());
        std::thread::sleep(Duration::from_millis(100));
    }
    drop(server);
    let verified = run(&["--data", &at, "verify"], "");
    assert_eq!(verified.status.code(), Some(0), "{}", said(&verified));
}

#[test]
fn a_server_of_the_public_side_runs_no_jobs() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    let at = data.to_str().unwrap().to_owned();
    let web = Web::new();
    let server = Server::start(&data, &[]);
    run(&["--data", &at, "user", "add", "ada@b.example", "--role", "admin"], &format!("{PASSWORD}\n"));
    let ada = server.sign_in();
    // Refused while nothing is opened, and asked for again just before the server stops.
    let url = web.put("/later", Page::html("<title>Later</title><p>It is fetched later."));
    let path = ada.post("/desk/sources", &[("url", &url), ("kind", "primary")]).is(303).location();
    drop(server);
    let slow =
        web.put("/later", Page::html("<title>Later</title><p>It is fetched later.").slow(Duration::from_secs(3)));
    let server = Server::start(&data, &["--fetch-allow", &web.host()]);
    server.sign_in().post(&format!("{path}/captures"), &[]).is(303);
    drop(server);
    let (asked, public) = (web.asked(), Server::start(&data, &["--read-only", "--fetch-allow", &web.host()]));
    std::thread::sleep(Duration::from_secs(2));
    assert_eq!(web.asked(), asked, "{slow} waits");
    drop(public);
    let server = Server::start(&data, &["--fetch-allow", &web.host()]);
    let (ada, began) = (server.sign_in(), Instant::now());
    while !ada.get(&path).is(200).text().contains("SHA-256") {
        assert!(began.elapsed() < Duration::from_secs(60), "{}", ada.get(&path).text());
        std::thread::sleep(Duration::from_millis(100));
    }
}

#[test]
fn articles_come_from_files_and_addresses() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    let at = data.to_str().unwrap().to_owned();
    let web = Web::new();
    drop(Server::start(&data, &["--fetch-allow", &web.host()]));
    let page = "<html lang=de><title>Die Brücke</title><article><p>Die neue Brücke ist achtzig Meter lang und kostet zwei Millionen.";
    let file = folder.0.join("bridge.html");
    fs::write(&file, page).unwrap();
    let import = |what: &str| run(&["--data", &at, "--fetch-allow", &web.host(), "import", "article", what], "");
    let told = |output: &Output| -> Value {
        assert_eq!(output.status.code(), Some(0), "{}", said(output));
        serde_json::from_slice(&output.stdout).unwrap()
    };
    let first = told(&import(file.to_str().unwrap()));
    assert_eq!((first["outcome"].as_str(), first["title"].as_str()), (Some("new"), Some("Die Brücke")));
    assert_eq!(told(&import(file.to_str().unwrap()))["outcome"], "known");
    let url = web
        .put("/news", Page::html("<title>News</title><article><p>The ferry sails at seven on weekdays from now on."));
    let fetched = told(&import(&url));
    assert_eq!((fetched["outcome"].as_str(), fetched["article"].is_string()), (Some("new"), true));
    let refused = import("http://10.1.2.3/");
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused).contains("public web"), "{}", said(&refused));
    let gone = import(&web.url("/nothing"));
    assert!(gone.status.code() == Some(1) && said(&gone).contains("no such page"), "{}", said(&gone));
    let feed = r#"{"@type":"ClaimReview","url":"https://o.example/1","claimReviewed":"Otters can fly","author":"Estuary","reviewRating":{"@type":"Rating","alternateName":"False"}}"#;
    let feed = web.put("/feed.json", Page::new("application/json", feed));
    let output = run(&["--data", &at, "--fetch-allow", &web.host(), "import", "claimreview", &feed], "");
    assert!(output.status.code() == Some(0) && said(&output).contains("1 new"), "{}", said(&output));
}
