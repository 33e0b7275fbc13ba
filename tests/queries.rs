//! How many queries a page takes: few, and no more of them when there is more to show.

mod harness;

use std::sync::atomic::{AtomicUsize, Ordering};

use diesel::connection::{Instrumentation, InstrumentationEvent, set_default_instrumentation};
use harness::make::{Check, Source};
use harness::{Person, TestApp};

/// No page takes more.
const MOST: usize = 40;

static ASKED: AtomicUsize = AtomicUsize::new(0);

struct Counting;

impl Instrumentation for Counting {
    fn on_connection_event(&mut self, event: InstrumentationEvent<'_>) {
        if let InstrumentationEvent::StartQuery { query, .. } = event {
            let sql = query.to_string();
            // What the pool asks of a connection before it hands it out is no query of the page.
            let frame = ["BEGIN", "COMMIT", "ROLLBACK", "SELECT 1 "].iter().any(|word| sql.starts_with(word));
            ASKED.fetch_add(usize::from(!frame), Ordering::Relaxed);
        }
    }
}

fn queries(by: &Person, path: &str) -> usize {
    let before = ASKED.load(Ordering::Relaxed);
    by.get(path).is(200);
    ASKED.load(Ordering::Relaxed) - before
}

/// More of everything that hangs on the two: evidence, notes, derived sources, uses, versions, claims, tasks.
fn grow(app: &TestApp, check: &Check, source: &Source, round: usize) {
    let (ines, ada) = (app.reviewer("Ines"), app.admin("Ada"));
    for n in round * 6..round * 6 + 6 {
        app.quote(&ines, check, source, "context", "Otters swim.").is(303);
        app.add_quote(&ines, check, "supports");
        let wire = app.source(&ines, "A wire says so.");
        ines.post(&format!("{}/origin", wire.path), &[("origin", source.id.as_str())]).is(303);
        let note = [("about", "reliability"), ("note_text", "Counts twice a year.")];
        ines.post(&format!("{}/notes", source.path), &note).is(303);
        ines.post(&format!("{}/snapshots", source.path), &[("text", &format!("Otters swim. Copy {n}."))]).is(303);
        let other = app.check().by(&ines).researching();
        app.quote(&ines, &other, source, "supports", "Otters swim.").is(303);
        let published = app.check().by(&ines).published();
        ada.get(&published.public()).is(200);
        ada.post("/desk/tasks", &[("kind", "call"), ("text", &format!("Call {n}"))]).is(303);
        ada.post("/desk/topics", &[("name", &format!("Topic {n}"))]).is(303);
        ada.post("/desk/claimants", &[("name", &format!("Somebody {n}")), ("kind", "person")]).is(303);
    }
}

#[test]
fn no_page_asks_more_for_showing_more() {
    set_default_instrumentation(|| Some(Box::new(Counting))).unwrap();
    let app = TestApp::new();
    let (ines, ada) = (app.reviewer("Ines"), app.admin("Ada"));
    let article = app.article().add();
    let claim = app.mark(&ines, &article, "It built 120 homes last year.");
    let check = app.check().by(&ines).with_evidence(2).researching();
    let source = app.source(&ines, "Otters swim. Otters sleep.");
    let live = app.check().by(&ines).published();
    let pages = [
        "/".to_owned(),
        "/checks".into(),
        live.public(),
        format!("{}/evidence/1", live.public()),
        "/methodology".into(),
        "/desk".into(),
        "/desk/articles".into(),
        format!("/desk/articles/{}", article.id),
        "/desk/claims".into(),
        format!("/desk/claims/{}", claim.id),
        check.path.clone(),
        format!("{}?source={}", check.at("evidence/new"), source.id),
        "/desk/sources".into(),
        source.path.clone(),
        format!("{}/origin", source.path),
        "/desk/reviews".into(),
        "/desk/tasks".into(),
        "/desk/claimants".into(),
        "/desk/topics".into(),
        "/desk/log".into(),
        "/desk/insights".into(),
        "/desk/external".into(),
        "/admin/people".into(),
        "/admin/settings".into(),
        "/admin/scale".into(),
        "/admin/health".into(),
    ];
    grow(&app, &check, &source, 0);
    let few: Vec<usize> = pages.iter().map(|path| queries(&ada, path)).collect();
    for round in 1..4 {
        grow(&app, &check, &source, round);
    }
    let many: Vec<usize> = pages.iter().map(|path| queries(&ada, path)).collect();
    let told: Vec<String> =
        pages.iter().zip(&few).zip(&many).map(|((path, few), many)| format!("{few} {many} {path}")).collect();
    assert_eq!(many, few, "a page asks more when there is more: {told:#?}");
    assert!(many.iter().all(|count| (1..=MOST).contains(count)), "a page asks too much: {told:#?}");
}
