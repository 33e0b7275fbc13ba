//! `match`, `import claimreview` and `reindex` as people and other programs use them, and the index after a power loss.

mod harness;

use std::fs;
use std::process::Output;
use std::time::{Duration, Instant};

use harness::commands::{Folder, Server, run, said};
use harness::{Client, PASSWORD, html};
use serde_json::{Value, json};

/// Writes a file of JSON lines, and answers its path.
fn file(folder: &Folder, name: &str, lines: &[Value]) -> String {
    let path = folder.0.join(name);
    let text: String = lines.iter().map(|line| format!("{line}\n")).collect();
    fs::write(&path, text).unwrap();
    path.to_string_lossy().into_owned()
}

#[track_caller]
fn lines(output: &Output) -> Vec<Value> {
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8_lossy(&output.stdout).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn matching_prints_the_best_checks_with_their_strength_and_why() {
    let folder = Folder::new();
    let checks = file(
        &folder,
        "checks.jsonl",
        &[
            json!({ "id": 7, "text": "Brackwater trams carried 4 million passengers in 2025", "title": "Trams" }),
            json!({ "id": "b", "claim": "The ferry belongs to the harbour office" }),
            json!({ "id": "c", "text": "Brackwater trams are painted yellow" }),
        ],
    );
    let queries = file(
        &folder,
        "queries.jsonl",
        &[
            json!({ "id": "q1", "text": "In 2025 Brackwater trams carried 4 million passengers https://t.example/1" }),
            json!({ "id": 2, "text": "Brackwater trams carried 9 million passengers in 2025" }),
        ],
    );
    let found = lines(&run(&["match", "--checks", &checks, "--top", "2", &queries], ""));
    assert_eq!(found.len(), 4, "{found:?}");
    let of = |query: &str| -> Vec<&Value> { found.iter().filter(|line| line["query"] == query).collect() };
    assert_eq!((&of("q1")[0]["id"], &of("q1")[0]["strength"]), (&json!("7"), &json!("same")));
    assert_eq!((&of("2")[0]["id"], &of("2")[0]["strength"]), (&json!("7"), &json!("related")));
    let why = of("2")[0]["why"].to_string();
    assert!(why.contains('9') && why.contains('4'), "the difference stands in it: {why}");
    for line in &found {
        let keys: Vec<&String> = line.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["id", "query", "score", "strength", "why"]);
    }
    assert!(of("q1")[0]["score"].as_f64() >= of("q1")[1]["score"].as_f64(), "best first");
    let typed = fs::read_to_string(&queries).unwrap();
    for args in [&["match", "--checks", &checks][..], &["match", "--checks", &checks, "-"]] {
        assert_eq!(lines(&run(args, &typed)).len(), 4, "what shares no word is not offered");
    }
    assert_eq!(run(&["match", "--checks", &checks, "--top", "0", &queries], "").status.code(), Some(2));
    assert_eq!(run(&["match", &queries], "").status.code(), Some(2));
    let broken = run(&["match", "--checks", &checks], "{\"id\":1,\"text\":\"a\"}\nnonsense\n");
    assert_eq!(broken.status.code(), Some(1));
    assert!(said(&broken).contains("line 2"), "{}", said(&broken));
    let missing = run(&["match", "--checks", "nowhere.jsonl"], "");
    assert!(said(&missing).contains("cannot read nowhere.jsonl"));
    let model = run(&["match", "--checks", &checks, "--embedding-model", "nowhere", &queries], "");
    assert_eq!((model.status.code(), model.stdout.len()), (Some(1), 0));
    assert!(said(&model).contains("nowhere"), "{}", said(&model));
}

/// How many are found, once it is as many as expected or a while has gone by.
fn found(by: &Client, typed: &str, expected: usize) -> usize {
    let count = || {
        let page = by.get(&format!("/desk/search?q={typed}")).is(200).html();
        let main = page.split("</main>").next().unwrap_or_default().to_owned();
        if main.contains("Nothing found") { 0 } else { html::inside(&main, "h2").len() }
    };
    let began = Instant::now();
    while count() != expected && began.elapsed() < Duration::from_secs(10) {
        std::thread::sleep(Duration::from_millis(50));
    }
    count()
}

#[test]
fn imports_and_rebuilds_reach_a_running_server_and_a_kill_loses_nothing() {
    let folder = Folder::new();
    let data = folder.0.join("data");
    let at = data.to_str().unwrap().to_owned();
    let server = Server::start(&data, &[]);
    let added = run(&["--data", &at, "user", "add", "ada@b.example", "--role", "admin"], &format!("{PASSWORD}\n"));
    assert_eq!(added.status.code(), Some(0), "{}", said(&added));
    let ada = server.sign_in();
    let review = |n: usize, claim: &str| {
        json!({ "@type": "ClaimReview", "url": format!("https://other.example/{n}"), "claimReviewed": claim,
            "reviewRating": { "@type": "Rating", "alternateName": "False" }, "author": "Estuary Checkers" })
    };
    let file = file(&folder, "feed.jsonl", &[review(1, "Otters can fly"), review(2, ""), json!({ "@type": "Recipe" })]);
    let import = || run(&["--data", &at, "import", "claimreview", &file], "");
    let first = import();
    let outcomes: Vec<String> = lines(&first).iter().map(|line| line["outcome"].as_str().unwrap().to_owned()).collect();
    assert_eq!(outcomes.iter().filter(|it| *it == "new").count(), 1, "{outcomes:?}");
    assert!(said(&first).contains("1 new") && said(&first).contains("refused"), "{}", said(&first));
    assert!(lines(&first).iter().filter(|line| line["outcome"] == "refused").all(|line| line["why"].is_string()));
    assert!(said(&import()).contains("1 known already"));
    assert_eq!(found(&ada, "otters", 1), 1, "a command's import is found by the server");
    let asked = run(&["--data", &at, "reindex"], "");
    assert_eq!(asked.status.code(), Some(0), "{}", said(&asked));
    assert!(said(&asked).contains("builds the search index itself"), "{}", said(&asked));
    assert_eq!(found(&ada, "otters", 1), 1);
    let fields = [("statement", "Otters sleep at noon"), ("language", "en")];
    ada.fill("/desk/claims/new", "/desk/claims", &fields).is(303);
    drop(server);
    // Killed right after the row was written: the index catches up when it is opened again.
    let server = Server::start(&data, &[]);
    assert_eq!(found(&server.sign_in(), "otters", 2), 2);
    drop(server);
    fs::remove_dir_all(data.join("search")).unwrap();
    let alone = run(&["--data", &at, "reindex"], "");
    assert!(said(&alone).contains("2 entries for the desk, 0 for readers"), "{}", said(&alone));
    let server = Server::start(&data, &[]);
    assert_eq!(found(&server.sign_in(), "otters", 2), 2);
    drop(server);
    let nowhere = run(&["--data", folder.0.join("none").to_str().unwrap(), "reindex"], "");
    assert_eq!(nowhere.status.code(), Some(1));
}
