//! An article sentence by sentence: what is suggested, what needs no check, what has become of each, and the release.

mod harness;

use harness::make::Article;
use harness::{Answer, Client, TestApp, html};

const TEXT: &str = "Rents rose by 12 per cent in 2025, the Housing Office says.\n\nI like the harbour in the evening. \
    The council spent 3.4 million euros on the bridge last year. Thank you very much!";

fn boxes(by: &Client, path: &str) -> Vec<String> {
    html::pieces(&by.get(path).is(200).html())
        .into_iter()
        .filter_map(|piece| match piece {
            html::Piece::Open(name, attrs) if name == "input" && html::attr(&attrs, "name") == Some("sentence") => {
                html::attr(&attrs, "value").map(str::to_owned)
            }
            _ => None,
        })
        .collect()
}

fn lines(article: &Article, more: &str) -> String {
    format!("{}?view=lines{more}", article.path)
}

fn dismiss(by: &Client, article: &Article, fields: &[(&str, &str)]) -> Answer {
    let version = by.get(&article.path).is(200).form(&format!("{}/claims", article.path)).value("version").to_owned();
    let fields: Vec<(&str, &str)> = fields.iter().copied().chain([("version", version.as_str())]).collect();
    by.post(&format!("{}/dismissals", article.path), &fields)
}

fn shown(by: &Client, article: &Article, more: &str) -> usize {
    boxes(by, &lines(article, more)).len()
}

#[test]
fn sentences_are_listed_filtered_and_sorted_by_worth() {
    let app = TestApp::new();
    let nell = app.contributor("Nell");
    let article = app.article().text(TEXT).add();
    let page = nell.get(&lines(&article, "")).is(200).text();
    assert!(page.contains("4 sentences") && page.contains("gives a figure"), "{page}");
    assert_eq!(shown(&nell, &article, "&cover=untouched"), 4);
    assert_eq!(shown(&nell, &article, "&cover=checked"), 0);
    let sorted = boxes(&nell, &lines(&article, "&sort=worth"));
    let text = boxes(&nell, &lines(&article, ""));
    assert!(sorted[..2].contains(&text[0]) && sorted[..2].contains(&text[2]), "{sorted:?}");
    let best = nell.get(&article.path).is(200).text();
    assert!(best.contains("Worth checking"), "{best}");
    assert!(shown(&nell, &article, "&worth=70") < 4);
    assert!(nell.get(&lines(&article, "&cover=checked")).is(200).text().contains("No sentence fits"));
    nell.get(&lines(&article, "&cover=nonsense&kind=nonsense&worth=x&sort=y&page=z")).is(200);
}

#[test]
fn several_sentences_are_accepted_or_dismissed_in_one_go() {
    let app = TestApp::new();
    let nell = app.reviewer("Milo");
    let article = app.article().text(TEXT).add();
    let all = boxes(&nell, &lines(&article, ""));
    let back = format!("{}?view=lines&cover=untouched", article.path);
    let done = dismiss(&nell, &article, &[("sentence", &all[1]), ("sentence", &all[3]), ("back", &back)]).is(303);
    let to = done.header("location").unwrap();
    assert!(to.starts_with(&back), "{to}");
    assert_eq!(shown(&nell, &article, "&cover=not_factual"), 2);
    let form = nell.get(&lines(&article, "")).is(200).form(&format!("{}/claims", article.path));
    nell.send(&form, &[("sentence", &all[0]), ("sentence", &all[2]), ("each", "yes")]).is(303);
    assert_eq!(app.count("claims"), 2, "neighbours stay apart");
    assert_eq!(shown(&nell, &article, "&cover=in_work"), 2);
    assert_eq!(shown(&nell, &article, "&cover=untouched"), 0);
    // Undone, and done twice: only what changes is an event.
    let before = app.head();
    dismiss(&nell, &article, &[("sentence", &all[1])]).is(303);
    assert_eq!(app.head(), before);
    dismiss(&nell, &article, &[("sentence", &all[1]), ("restore", "yes")]).is(303);
    assert_eq!(shown(&nell, &article, "&cover=untouched"), 1);
    dismiss(&nell, &article, &[]).is(422);
    // A part stands for its sentence, and nothing else can be dismissed.
    dismiss(&nell, &article, &[("sentence", "62-70")]).is(303);
    assert_eq!(shown(&nell, &article, "&cover=untouched"), 0);
    assert!(nell.get(&lines(&article, "&cover=not_factual")).is(200).text().contains("says Milo"));
    let many: Vec<String> = (0..1_001).map(|n| format!("{n}-{}", n + 1)).collect();
    let many: Vec<(&str, &str)> = many.iter().map(|it| ("sentence", it.as_str())).collect();
    dismiss(&nell, &article, &many).is(422);
    for by in [app.auditor("Rafiq"), app.contributor("Nell")] {
        by.post(&format!("{}/dismissals", article.path), &[("sentence", &all[1])]).is(403);
    }
}

#[test]
fn nothing_leads_to_another_site() {
    let app = TestApp::new();
    let nell = app.reviewer("Milo");
    let article = app.article().text(TEXT).add();
    let one = boxes(&nell, &lines(&article, ""))[1].clone();
    for back in ["https://evil.example", "//evil.example", "/desk", "/desk/articles/x?a\\\\b", "javascript:alert(1)"] {
        for restore in ["", "yes"] {
            let to = dismiss(&nell, &article, &[("sentence", &one), ("back", back), ("restore", restore)]).is(303);
            let to = to.header("location").unwrap();
            assert!(to.starts_with(&format!("{}?done=", article.path)), "{to}");
        }
    }
}

#[test]
fn a_dismissal_holds_while_the_words_do() {
    let app = TestApp::new();
    let nell = app.reviewer("Milo");
    let article = app.article().text(TEXT).add();
    let all = boxes(&nell, &lines(&article, ""));
    dismiss(&nell, &article, &[("sentence", &all[1]), ("sentence", &all[3])]).is(303);
    let path = format!("{}/versions", article.path);
    let new = format!("A new first line.\n\n{}", TEXT.replace("Thank you very much!", "Thank you all very much!"));
    nell.fill(&path, &path, &[("text", &new)]).is(303);
    assert_eq!(shown(&nell, &article, "&cover=not_factual"), 1, "the one whose words changed is asked about again");
}

#[test]
fn an_own_draft_is_released_when_what_an_editor_requires_is_met() {
    let app = TestApp::new();
    let (nell, milo, tomas) = (app.contributor("Nell"), app.reviewer("Milo"), app.editor("Tomas"));
    let article = app.article().text(TEXT).with("kind", "own_draft").add();
    let at = |action: &str| format!("{}/{action}", article.path);
    milo.post(&at("release-rule"), &[("rule", "touched"), ("revision", "0")]).is(403);
    tomas.post(&at("release-rule"), &[("rule", "touched"), ("revision", "0")]).is(303);
    tomas.post(&at("release-rule"), &[("rule", "none"), ("revision", "0")]).is(409);
    let release = |by: &Client| {
        let version = app.one("SELECT id AS value FROM article_versions ORDER BY number DESC LIMIT 1");
        by.post(&at("release"), &[("version", &version), ("note", "for print")])
    };
    let refused = release(&tomas).is(409);
    assert!(refused.text().contains("untouched sentences look factual"), "{}", refused.text());
    let all = boxes(&nell, &lines(&article, ""));
    let form = nell.get(&lines(&article, "")).is(200).form(&at("claims"));
    nell.send(&form, &[("sentence", &all[0]), ("sentence", &all[2]), ("each", "yes")]).is(303);
    dismiss(&milo, &article, &[("sentence", &all[1]), ("sentence", &all[3])]).is(303);
    release(&milo).is(403);
    release(&tomas).is(303);
    let page = tomas.get(&article.path).is(200).text();
    assert!(page.contains("Released") && page.contains("for print") && page.contains("0 of 2 factual"), "{page}");
    assert!(release(&tomas).is(409).text().contains("released already"));
    let out = app.one("SELECT id AS value FROM releases");
    tomas.post(&at("release"), &[("withdraw", &out)]).is(303);
    tomas.post(&at("release"), &[("withdraw", &out)]).is(409);
    assert!(tomas.get(&article.path).is(200).text().contains("Release taken back"));
    // Settled: one declined, one checked and approved.
    tomas.post(&at("release-rule"), &[("rule", "settled"), ("revision", "1")]).is(303);
    assert!(release(&tomas).is(409).text().contains("2 factual sentences are not settled"));
    let ids = app.column("SELECT id AS value FROM claims ORDER BY start_at");
    let claim = |id: &str| harness::make::Claim { id: id.to_owned(), path: format!("/desk/claims/{id}") };
    app.triage(&milo, &claim(&ids[0]), &[("step", "decline"), ("reason", "Known to all")]).is(303);
    app.select(&claim(&ids[1]));
    app.check().of(&claim(&ids[1])).by(&milo).approved();
    release(&tomas).is(303);
    assert_eq!(app.count("releases"), 3);
    assert!(tomas.get(&article.path).is(200).text().contains("2 of 2 factual"));
}

#[test]
fn somebody_elses_text_is_never_released() {
    let app = TestApp::new();
    let tomas = app.editor("Tomas");
    let article = app.article().text(TEXT).add();
    let version = app.one("SELECT id AS value FROM article_versions");
    let refused = tomas.post(&format!("{}/release", article.path), &[("version", &version)]).is(409);
    assert!(refused.text().contains("somebody else"), "{}", refused.text());
    tomas.post(&format!("{}/release-rule", article.path), &[("rule", "touched"), ("revision", "0")]).is(409);
}

// ---- the model behind the suggestions

#[test]
fn a_desk_trains_on_its_own_triage_and_can_go_back() {
    let app = TestApp::new();
    let (nell, ada) = (app.contributor("Nell"), app.admin("Ada"));
    let here = "/admin/settings/worthiness";
    nell.get(here).is(404);
    let few = ada.post(&format!("{here}/models"), &[("from", "triage")]).is(422);
    assert!(few.text().contains("Training needs at least"), "{}", few.text());
    for n in 0..24 {
        let figure = app.claim().with("statement", format!("Brackwater had {n},400 visitors in 19{n:02}.")).selected();
        let talk = app.claim().with("statement", format!("The otter of pier {n} is lovely, we love it.")).add();
        app.triage(&ada, &talk, &[("step", "decline"), ("reason", "No fact")]).is(303);
        assert_ne!(figure.id, talk.id);
    }
    ada.post(&format!("{here}/models"), &[("from", "triage")]).is(303);
    let page = ada.get(here).is(200).text();
    assert!(page.contains("48 decisions, 24 of them selected") && page.contains("→"), "{page}");
    let in_use = || app.column("SELECT CAST(number AS TEXT) AS value FROM worth_models WHERE state = 'in_use'");
    assert!(in_use().is_empty(), "nothing is used before somebody chooses it");
    ada.post(here, &[("model", "1")]).is(303);
    assert_eq!(in_use(), ["1"]);
    let article = app.article().text("Brackwater had 7,400 visitors. The otter is lovely.").add();
    let sorted = boxes(&nell, &lines(&article, "&sort=worth"));
    assert_eq!(sorted[0], "0-30", "{sorted:?}");
    ada.post(&format!("{here}/models"), &[("from", "triage")]).is(303);
    ada.post(here, &[("model", "2")]).is(303);
    assert_eq!(in_use(), ["2"]);
    ada.post(here, &[("model", "built_in")]).is(303);
    assert!(in_use().is_empty());
    ada.post(here, &[("model", "9")]).is(400);
}

#[test]
fn a_model_that_can_no_longer_be_read_closes_no_article() {
    let app = TestApp::new();
    let ada = app.admin("Ada");
    for n in 0..20 {
        app.claim().with("statement", format!("Brackwater had {n},400 visitors in 19{n:02}.")).selected();
        let talk = app.claim().with("statement", format!("The otter of pier {n} is lovely, we love it.")).add();
        app.triage(&ada, &talk, &[("step", "decline"), ("reason", "No fact")]).is(303);
    }
    ada.post("/admin/settings/worthiness/models", &[("from", "triage")]).is(303);
    ada.post("/admin/settings/worthiness", &[("model", "1")]).is(303);
    app.unproven();
    let blob = app.one("SELECT blob AS value FROM worth_models");
    std::fs::write(app.desk().blobs().path(&blob), b"written by another version").unwrap();
    let article = app.article().text(TEXT).add();
    assert!(ada.get(&article.path).is(200).text().contains("Worth checking"));
    ada.get("/admin/settings/worthiness").is(200);
}

#[test]
fn a_file_that_is_no_model_is_refused() {
    let app = TestApp::new();
    let ada = app.admin("Ada");
    let at = "/admin/settings/worthiness/models";
    let refused = ada.upload(at, &[("from", "file")], ("m.model", b"not a model")).is(422);
    assert!(refused.text().contains("not a model that this version can read"), "{}", refused.text());
    let none = ada.post(at, &[("from", "file")]).is(422);
    assert!(none.text().contains("Choose a file"), "{}", none.text());
    assert_eq!(app.count("worth_models"), 0);
}
