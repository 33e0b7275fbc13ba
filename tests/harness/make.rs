//! Articles, claims, sources and checks, made by people through the pages.

use std::sync::atomic::{AtomicUsize, Ordering};

use claimdesk::checks::rules::CheckId;
use claimdesk::checks::store as checks;

use super::{Answer, Client, Person, TestApp, html};

/// Counts, so that no two texts are the same.
fn next() -> usize {
    static COUNT: AtomicUsize = AtomicUsize::new(1);
    COUNT.fetch_add(1, Ordering::Relaxed)
}

/// The last part of an address: an id.
pub fn id_of(path: &str) -> String {
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

pub struct Article {
    pub id: String,
    pub path: String,
}

pub struct Claim {
    pub id: String,
    pub path: String,
}

pub struct Source {
    pub id: String,
    pub path: String,
    pub snapshot: String,
}

#[derive(Clone)]
pub struct Check {
    pub id: String,
    /// At the desk.
    pub path: String,
    pub claim: String,
    pub slug: String,
}

impl Check {
    /// An action of the check: `approval`, `evidence/2`, …
    pub fn at(&self, action: &str) -> String {
        format!("{}/{action}", self.path)
    }

    /// Its public address.
    pub fn public(&self) -> String {
        format!("/checks/{}", self.slug)
    }
}

pub struct NewArticle<'a> {
    app: &'a TestApp,
    by: Option<Person>,
    fields: Vec<(&'static str, String)>,
}

impl NewArticle<'_> {
    pub fn by(mut self, person: &Person) -> Self {
        self.by = Some(person.clone());
        self
    }

    /// Sets a field of the form: text, title, url, kind, author, …
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.retain(|(key, _)| *key != name);
        self.fields.push((name, value.into()));
        self
    }

    pub fn text(self, text: &str) -> Self {
        self.with("text", text)
    }

    pub fn add(self) -> Article {
        let by = self.by.unwrap_or_else(|| self.app.contributor("Nell"));
        let fields: Vec<(&str, &str)> = self.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let path = by.fill("/desk/articles/new", "/desk/articles", &fields).is(303).location();
        // One that says what was checked before is shown by that first.
        let path = path.trim_end_matches("/known").to_owned();
        Article { id: id_of(&path), path }
    }
}

pub struct NewClaim<'a> {
    app: &'a TestApp,
    by: Option<Person>,
    fields: Vec<(&'static str, String)>,
}

impl NewClaim<'_> {
    pub fn by(mut self, person: &Person) -> Self {
        self.by = Some(person.clone());
        self
    }

    /// Sets a field of the form: statement, claimant, claimant_name, appearance_url, platform, …
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.fields.retain(|(key, _)| *key != name);
        self.fields.push((name, value.into()));
        self
    }

    /// In the inbox.
    pub fn add(self) -> Claim {
        let by = self.by.unwrap_or_else(|| self.app.contributor("Nell"));
        let fields: Vec<(&str, &str)> = self.fields.iter().map(|(name, value)| (*name, value.as_str())).collect();
        let path = by.fill("/desk/claims/new", "/desk/claims", &fields).is(303).location();
        Claim { id: id_of(&path), path }
    }

    pub fn selected(self) -> Claim {
        let app = self.app;
        let claim = self.add();
        app.select(&claim);
        claim
    }
}

pub struct NewCheck<'a> {
    app: &'a TestApp,
    claim: Option<String>,
    statement: Option<String>,
    by: Option<Person>,
    evidence: usize,
    verdict: Vec<(&'static str, String)>,
    label: &'static str,
}

impl NewCheck<'_> {
    /// Of this claim, which has been selected.
    pub fn of(mut self, claim: &Claim) -> Self {
        self.claim = Some(claim.id.clone());
        self
    }

    pub fn stating(mut self, statement: &str) -> Self {
        self.statement = Some(statement.into());
        self
    }

    /// Who takes it and writes it; else the reviewer Ines.
    pub fn by(mut self, person: &Person) -> Self {
        self.by = Some(person.clone());
        self
    }

    /// So many quotes, each of a publisher of its own.
    pub fn with_evidence(mut self, count: usize) -> Self {
        self.evidence = count;
        self
    }

    /// Sets a field of the verdict's form: summary, reasoning, single_source, …
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.verdict.retain(|(key, _)| *key != name);
        self.verdict.push((name, value.into()));
        self
    }

    pub fn rated(mut self, label: &'static str) -> Self {
        self.label = label;
        self
    }

    /// Just taken: no evidence, no verdict.
    pub fn taken(self) -> Check {
        let by = self.by.clone().unwrap_or_else(|| self.app.reviewer("Ines"));
        let claim = match (self.claim, self.statement) {
            (Some(claim), _) => claim,
            (None, Some(statement)) => self.app.claim().with("statement", statement).selected().id,
            (None, None) => self.app.claim().selected().id,
        };
        let path = by.post(&format!("/desk/claims/{claim}/check"), &[]).is(303).location();
        Check { id: id_of(&path), path, claim, slug: String::new() }
    }

    pub fn researching(self) -> Check {
        let (app, evidence, label) = (self.app, self.evidence, self.label);
        let by = self.by.clone().unwrap_or_else(|| app.reviewer("Ines"));
        let verdict = self.verdict.clone();
        let check = self.taken();
        for n in 0..evidence {
            app.add_quote(&by, &check, if n == 0 { "supports" } else { "undermines" });
        }
        let entry = app.rating(label);
        let mut fields: Vec<(&str, &str)> = verdict.iter().map(|(name, value)| (*name, value.as_str())).collect();
        fields.push(("verdict_id", &entry));
        by.fill(&check.path, &check.at("verdict"), &fields).is(303);
        check
    }

    /// Submitted, where the desk has peer review.
    pub fn in_review(self) -> Check {
        let app = self.app;
        let by = self.by.clone().unwrap_or_else(|| app.reviewer("Ines"));
        let check = self.researching();
        app.submit(&by, &check).is(303);
        check
    }

    /// Waiting for an editor; through a colleague's review where the desk has peer review.
    pub fn ready(self) -> Check {
        let app = self.app;
        let check = self.in_review();
        if app.state(&check) == "in_review" {
            app.decide(&app.reviewer("Milo"), &check, "review", "passed").is(303);
        }
        check
    }

    pub fn approved(self) -> Check {
        let app = self.app;
        let check = self.ready();
        app.approve(&app.editor("Tomas"), &check).is(303);
        check
    }

    pub fn published(self) -> Check {
        let app = self.app;
        let mut check = self.approved();
        app.publish(&app.admin("Ada"), &check).is(303);
        check.slug = app.one(&format!("SELECT slug AS value FROM checks WHERE id = '{}'", check.id));
        check
    }
}

impl TestApp {
    pub fn article(&self) -> NewArticle<'_> {
        let n = next();
        let fields = vec![
            ("text", format!("The council met on day {n}. It built 120 homes last year.\n\nNobody counted them.\n")),
            ("title", format!("The council counts, part {n}")),
            ("outlet", "Brackwater Courier".into()),
            ("url", format!("https://courier.example/{n}")),
        ];
        NewArticle { app: self, by: None, fields }
    }

    /// A claim that stands in no article, with an appearance.
    pub fn claim(&self) -> NewClaim<'_> {
        let n = next();
        let fields = vec![
            ("statement", format!("Brackwater planted {n} trees along the quay")),
            ("appearance_url", format!("https://courier.example/trees/{n}")),
            ("platform", "Brackwater Courier".into()),
            ("appeared_on", "2026-11-02".into()),
        ];
        NewClaim { app: self, by: None, fields }
    }

    /// Marks the exact words in an article.
    pub fn mark(&self, by: &Person, article: &Article, exact: &str) -> Claim {
        let path = by.fill(&article.path, &format!("{}/claims", article.path), &[("exact", exact)]).is(303).location();
        Claim { id: id_of(&path), path }
    }

    pub fn select(&self, claim: &Claim) {
        self.triage(&self.reviewer("Ines"), claim, &[("step", "select")]).is(303);
    }

    /// A step of triage with the revision that stands now.
    pub fn triage(&self, by: &Client, claim: &Claim, fields: &[(&str, &str)]) -> Answer {
        let sql = format!("SELECT CAST(revision AS TEXT) AS value FROM claims WHERE id = '{}'", claim.id);
        let revision = self.one(&sql);
        let fields: Vec<(&str, &str)> =
            [("revision", revision.as_str())].into_iter().chain(fields.iter().copied()).collect();
        by.post(&format!("{}/triage", claim.path), &fields)
    }

    /// A source of a publisher of its own, with a copy.
    pub fn source(&self, by: &Person, text: &str) -> Source {
        let n = next();
        let (title, publisher) = (format!("Report {n}"), format!("Office {n}"));
        let url = format!("https://office.example/{n}");
        let fields = [("title", title.as_str()), ("publisher", &publisher), ("url", &url), ("text", text)];
        let path = by.fill("/desk/sources/new", "/desk/sources", &fields).is(303).location();
        let id = id_of(&path);
        let snapshot = self.column(&format!("SELECT id AS value FROM snapshots WHERE source_id = '{id}'"));
        Source { snapshot: snapshot.into_iter().next().unwrap_or_default(), id, path }
    }

    /// Quotes the second sentence of a new source.
    pub fn add_quote(&self, by: &Person, check: &Check, stance: &str) -> Source {
        let n = next();
        let exact = format!("We counted {n} trees.");
        let source =
            self.source(by, &format!("This is report {n}. {exact} No more were found.\n\nThe end of report {n}.\n"));
        self.quote(by, check, &source, stance, &exact).is(303);
        source
    }

    /// Types exact words of a source as evidence.
    pub fn quote(&self, by: &Client, check: &Check, source: &Source, stance: &str, exact: &str) -> Answer {
        let page = format!("{}?source={}", check.at("evidence/new"), source.id);
        by.fill(&page, &check.at("evidence"), &[("exact", exact), ("stance", stance)])
    }

    /// A rating of the scale by its label.
    pub fn rating(&self, label: &str) -> String {
        self.one(&format!("SELECT id AS value FROM scale_entries WHERE label = '{label}'"))
    }

    /// A check; without more said, with two quotes and everything a gate asks for.
    pub fn check(&self) -> NewCheck<'_> {
        let verdict = vec![
            ("summary", "The counts of two offices agree.".to_owned()),
            ("reasoning", "Two offices counted [1] and came to the same number [2].".to_owned()),
        ];
        NewCheck { app: self, claim: None, statement: None, by: None, evidence: 2, verdict, label: "True" }
    }

    /// Where the newest draft of a check is.
    pub fn state(&self, check: &Check) -> String {
        let id: CheckId = check.id.parse().unwrap();
        self.read(|db| checks::newest_draft(db, &id)).state.to_string()
    }

    /// The hash of the newest draft, as its forms carry it.
    pub fn hash(&self, check: &Check) -> String {
        let id: CheckId = check.id.parse().unwrap();
        self.read(|db| checks::newest_draft(db, &id)).content_hash.unwrap_or_default()
    }

    /// A step with the hash that stands now.
    pub fn step(&self, by: &Client, check: &Check, action: &str, fields: &[(&str, &str)]) -> Answer {
        let hash = self.hash(check);
        let fields: Vec<(&str, &str)> =
            [("content_hash", hash.as_str())].into_iter().chain(fields.iter().copied()).collect();
        by.post(&check.at(action), &fields)
    }

    pub fn submit(&self, by: &Client, check: &Check) -> Answer {
        self.step(by, check, "submission", &[])
    }

    pub fn decide(&self, by: &Client, check: &Check, action: &str, outcome: &str) -> Answer {
        self.step(by, check, action, &[("outcome", outcome), ("comment", "Read against the copies.")])
    }

    pub fn approve(&self, by: &Client, check: &Check) -> Answer {
        self.decide(by, check, "approval", "approved")
    }

    pub fn publish(&self, by: &Client, check: &Check) -> Answer {
        self.step(by, check, "publication", &[])
    }

    /// The public page of a check, as a reader gets it.
    pub fn public_page(&self, check: &Check) -> Answer {
        self.anonymous().get(&check.public()).is(200)
    }

    /// The ClaimReview in a page, if there is one.
    pub fn markup_of(page: &Answer) -> Vec<serde_json::Value> {
        let html = page.html();
        let mut found = Vec::new();
        let mut open = false;
        for piece in html::pieces(&html) {
            match piece {
                html::Piece::Open(name, attrs) if name == "script" => {
                    open = html::attr(&attrs, "type") == Some("application/ld+json");
                }
                html::Piece::Text(text) if open => found.push(text),
                html::Piece::Close(name) if name == "script" => open = false,
                _ => {}
            }
        }
        found.iter().map(|text| serde_json::from_str(text).expect("JSON-LD reads as JSON")).collect()
    }
}
