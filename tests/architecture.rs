//! The house rules over the code's own text: who depends on whom, and that every address has a policy.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use actix_web::http::Method;
use claimdesk::routes;
use claimdesk::web::Who;

/// Features that depend only on those before them.
const CHAIN: [&str; 10] = [
    "people",
    "external",
    "articles",
    "claims",
    "evidence",
    "checks",
    "corrections",
    "publication",
    "finding",
    "notifications",
];
/// What all may use.
const LEAVES: [&str; 21] = [
    "text",
    "fetching",
    "reading",
    "warc",
    "sealing",
    "keyfile",
    "archives",
    "timestamps",
    "charts",
    "events",
    "jobs",
    "search",
    "discussion",
    "web",
    "admin",
    "db",
    "error",
    "tx",
    "schema",
    "blobs",
    "config",
];
/// Files that show: they may read any store.
const SHOWS: [&str; 4] = ["api.rs", "show.rs", "queue.rs", "view.rs"];

/// Known and accepted: the file, and the feature it reaches up to.
const ACCEPTED: [(&str, &str); 0] = [];

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("src")
}

/// Every source file: its path below `src/`, and its text without tests.
fn sources() -> Vec<(String, String)> {
    fn walk(folder: &Path, found: &mut Vec<PathBuf>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() { walk(&path, found) } else { found.push(path) }
        }
    }
    let mut found = Vec::new();
    walk(&root(), &mut found);
    found.sort();
    found
        .into_iter()
        .filter(|path| path.extension().is_some_and(|it| it == "rs"))
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            (path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/"), text)
        })
        .collect()
}

/// Every `crate::…` path that a file names, in `use` lines (nested braces too) and in the code.
fn reaches(text: &str) -> Vec<Vec<String>> {
    let code: String = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
    let mut found = Vec::new();
    let mut rest = code.as_str();
    while let Some(at) = rest.find("crate::") {
        rest = &rest[at + "crate::".len()..];
        if let Some(inner) = rest.strip_prefix('{') {
            let group = &inner[..inner.find("};").unwrap_or(inner.len())];
            let mut depth = 0;
            for part in group.split(',') {
                if depth == 0 {
                    found.push(path_of(part.trim()));
                }
                depth += part.matches('{').count();
                depth = depth.saturating_sub(part.matches('}').count());
            }
        } else {
            found.push(path_of(rest));
        }
    }
    found
}

fn path_of(text: &str) -> Vec<String> {
    let end = text.find(|c: char| !(c.is_alphanumeric() || c == '_' || c == ':')).unwrap_or(text.len());
    text[..end].split("::").filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn file_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or_default()
}

#[test]
fn the_reader_of_use_lines_reads_them() {
    let text = "use crate::{admin, articles::rules as r, web::{Answer, Ask}};\nuse crate::people::store as people;\n// crate::no\nlet x = crate::text::slug::slug(a);";
    let firsts: Vec<String> = reaches(text).into_iter().map(|path| path.join("::")).collect();
    assert_eq!(
        firsts,
        ["admin", "articles::rules", "web::", "people::store", "text::slug::slug"].map(|it| it.trim_end_matches("::"))
    );
}

#[test]
fn rules_and_stores_depend_only_down_the_chain() {
    let (mut looked, mut wrong) = (0, Vec::new());
    for (path, text) in sources() {
        let Some((feature, _)) = path.split_once('/') else { continue };
        let Some(rank) = CHAIN.iter().position(|it| *it == feature) else { continue };
        if SHOWS.contains(&file_of(&path)) || file_of(&path).ends_with("pages.rs") {
            continue;
        }
        looked += 1;
        for reach in reaches(&text) {
            let Some(to) = reach.first() else { continue };
            let up = CHAIN.iter().position(|it| it == to).is_some_and(|other| other > rank);
            let known = CHAIN.contains(&to.as_str()) || LEAVES.contains(&to.as_str()) || to == "app";
            if (up && !ACCEPTED.contains(&(path.as_str(), to))) || !known {
                wrong.push(format!("{path} → {}", reach.join("::")));
            }
        }
    }
    assert_eq!(wrong, Vec::<String>::new(), "up the chain, or outside it");
    assert!(looked > 20, "{looked}");
}

/// Known and accepted for lists that show where a claim is: `checks/show.rs` and `checks/queue.rs`.
#[test]
fn pages_read_other_features_stores_and_what_shows_them() {
    for (path, text) in sources() {
        if file_of(&path) != "store.rs" && file_of(&path) != "rules.rs" {
            continue;
        }
        for reach in reaches(&text) {
            let shows = reach.iter().any(|part| ["pages", "show", "queue"].contains(&part.as_str()));
            assert!(!shows, "{path} asks a page: {}", reach.join("::"));
        }
    }
}

#[test]
fn rules_know_neither_database_nor_http_nor_clock() {
    let mut looked = 0;
    for (path, text) in sources().into_iter().filter(|(path, _)| file_of(path) == "rules.rs") {
        looked += 1;
        for line in text.lines().filter(|line| !line.trim_start().starts_with("//")) {
            for word in [
                "diesel::",
                "actix",
                "askama",
                "Utc::now",
                "random",
                "std::fs",
                "std::net",
                "crate::schema",
                "&mut Db",
                "&mut Tx",
            ] {
                assert!(!line.contains(word), "{path}: {line}");
            }
        }
        for reach in reaches(&text).into_iter().filter(|reach| reach.first().is_some_and(|it| it == "web")) {
            let parsing = matches!(reach.get(1).map(String::as_str), Some("Reading" | "form" | "Fields"));
            assert!(parsing, "{path} takes {} from the web", reach.join("::"));
        }
    }
    assert!(looked >= 5, "{looked}");
}

#[test]
fn stores_know_no_http_and_pages_no_sql() {
    for (path, text) in sources() {
        let lines = || text.lines().filter(|line| !line.trim_start().starts_with("//"));
        match file_of(&path) {
            "store.rs" => {
                for line in lines() {
                    for word in ["actix", "askama", "StatusCode", "Answer", "Ask,"] {
                        assert!(!line.contains(word), "{path}: {line}");
                    }
                }
            }
            file if file.ends_with("pages.rs") => {
                for line in lines() {
                    for word in ["diesel::", "crate::schema", "sql_query", ".execute("] {
                        assert!(!line.contains(word), "{path}: {line}");
                    }
                }
            }
            _ => {}
        }
    }
}

#[test]
fn the_text_engine_stands_alone() {
    let mut looked = 0;
    for (path, text) in sources().into_iter().filter(|(path, _)| path.starts_with("text/")) {
        looked += 1;
        for reach in reaches(&text) {
            assert_eq!(reach.first().map(String::as_str), Some("text"), "{path} reaches {}", reach.join("::"));
        }
        for word in ["diesel", "actix", "std::fs", "std::net", "tokio"] {
            assert!(!text.contains(word), "{path} knows {word}");
        }
    }
    assert!(looked > 10, "{looked}");
}

#[test]
fn nobody_asks_the_machine_for_the_time_but_the_clock() {
    for (path, text) in sources() {
        let asks = ["Utc::now", "Local::now", "SystemTime::now", "dsl::now"].iter().any(|it| text.contains(it));
        assert!(!asks || path == "app.rs", "{path} asks for the time");
    }
}

#[test]
fn templates_are_in_folders_named_like_the_features() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates");
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() {
            assert!(root().join(&name).is_dir(), "templates/{name} belongs to no feature");
        }
    }
    for (path, text) in sources() {
        for template in text.split("#[template(path = \"").skip(1).filter_map(|it| it.split('"').next()) {
            let folder = template.split_once('/').map_or("web", |(folder, _)| folder);
            let known = path.starts_with(&format!("{folder}/")) || (folder == "events" && path.starts_with("admin/"));
            assert!(known, "{path} shows {template}");
        }
    }
}

/// A route without a policy does not compile; what is left to prove is that the policy fits the address.
#[test]
fn every_address_has_a_policy_that_fits_it() {
    let table = routes::table();
    assert!(table.len() > 60, "{}", table.len());
    let mut seen = BTreeSet::new();
    for (path, endpoints) in table {
        assert!(seen.insert(path), "{path} stands twice in the map");
        assert!(!endpoints.is_empty(), "{path} answers nothing");
        let mut methods = BTreeSet::new();
        let inside =
            ["/desk", "/admin", "/account"].iter().any(|it| path == *it || path.starts_with(&format!("{it}/")));
        for endpoint in &endpoints {
            assert!(methods.insert(endpoint.method.to_string()), "{path} answers {} twice", endpoint.method);
            assert!([Method::GET, Method::POST].contains(&endpoint.method), "{path}: pages use GET and POST only");
            let may = matches!(endpoint.who, Who::May(_));
            assert!(!inside || may, "{path} is on the desk and open to {:?}", endpoint.who);
            assert!(endpoint.method != Method::POST || endpoint.who != Who::Reader, "{path}: a reader posts nothing");
            assert_eq!(endpoint.limit.0 > 0, endpoint.method == Method::POST, "{path}: the limit of a form");
        }
    }
}
