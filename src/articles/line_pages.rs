//! One article at the desk: its text with the claims in it, or the same sentence by sentence.

use std::collections::{BTreeSet, HashSet};

use actix_web::http::StatusCode;
use askama::Template;

use super::coverage::{self, Count, Cover, ReleaseRule, Row, Stretch};
use super::dismissals::{self, DismissalState};
use super::lines::{self, LineRow, Narrowed, Sort};
use super::releases::{self, Release, ReleaseState};
use super::rules::{About, ArticleId, ArticleKind};
use super::show::{self, Part};
use super::store::{self, Article, Version};
use super::view::{self, View};
use crate::checks::show::ClaimLine;
use crate::claims::places::Place;
use crate::error::{Error, Result};
use crate::people::access;
use crate::people::rules::PersonId;
use crate::people::store::{self as people, Person};
use crate::text::offsets::Index;
use crate::text::reading::Line;
use crate::text::worth::Kind;
use crate::web::{Answer, Ask, Filled, Paging, Reading, Ui, done};

#[derive(Template)]
#[template(path = "articles/show.html")]
struct ShowPage<'a> {
    ui: &'a Ui,
    article: Article,
    version: Version,
    /// Those that stand in what is shown, and those that stand nowhere.
    claims: Vec<ClaimLine>,
    all_claims: usize,
    /// Claims whose passage a person has to look at, by their number.
    open: Vec<(usize, Place)>,
    /// Numbers of the claims that stand somewhere in this text.
    standing: HashSet<usize>,
    shown: Shown,
    rows: Vec<Row>,
    count: Count,
    stretches: Vec<Stretch>,
    verdicts: Vec<(String, String, usize)>,
    /// Best suggestions, for the side of the text.
    best: Vec<LineRow>,
    form: Filled,
    people: Vec<Person>,
    named: Vec<PersonId>,
    rule: ReleaseRule,
    rule_revision: i32,
    /// With the name of whoever acted.
    releases: Vec<(Release, String)>,
}

/// The two ways to look at a text.
enum Shown {
    Text(Part),
    Lines { narrowed: Narrowed, paging: Paging, rows: Vec<LineRow>, found: usize },
}

impl Shown {
    /// Where what is shown of a long text begins and ends; none where all of it is.
    fn span(&self) -> Option<(usize, usize)> {
        let ends = |first: Option<usize>, last: Option<usize>| Some((first?, last?));
        match self {
            Shown::Text(part) if part.of > 1 => {
                let sentences = || part.paragraphs.iter().flatten();
                ends(sentences().next().map(|it| it.start), sentences().last().map(|it| it.end))
            }
            Shown::Lines { rows, .. } => {
                ends(rows.iter().map(|row| row.start).min(), rows.iter().map(|row| row.end).max())
            }
            Shown::Text(_) => None,
        }
    }
}

impl ShowPage<'_> {
    fn kind(&self, kind: &Kind) -> &'static str {
        lines::kind_word(*kind)
    }

    /// Marks of worth to filter by; the second is from where on a sentence counts as factual.
    fn leasts(&self) -> [u8; 5] {
        [0, 50, 80, 90, 95]
    }

    fn is_least(&self, narrowed: &Narrowed, least: &u8) -> bool {
        narrowed.least == *least
    }

    fn is_rule(&self, rule: &ReleaseRule) -> bool {
        self.rule == *rule
    }

    fn by_line(&self) -> bool {
        matches!(self.shown, Shown::Lines { .. })
    }

    fn back(&self) -> String {
        match &self.shown {
            Shown::Lines { paging, .. } => paging.here(),
            Shown::Text(part) if part.number > 1 => format!("/desk/articles/{}?part={}", self.article.id, part.number),
            Shown::Text(_) => String::new(),
        }
    }

    fn stands(&self, line: &ClaimLine) -> bool {
        self.standing.contains(&line.n)
    }

    fn counted(&self) -> [(Cover, usize); 5] {
        [
            (Cover::Untouched, self.count.untouched),
            (Cover::InWork, self.count.in_work),
            (Cover::Checked, self.count.checked),
            (Cover::Declined, self.count.declined),
            (Cover::NotFactual, self.count.not_factual),
        ]
    }

    fn suggested(&self, line: &usize) -> bool {
        self.rows.get(*line).is_some_and(|row| row.suggested)
    }

    fn waved(&self, line: &usize) -> bool {
        self.rows.get(*line).is_some_and(|row| row.cover == Cover::NotFactual)
    }

    fn meets(&self) -> bool {
        self.count.meets(self.rule)
    }

    /// The release that can be taken back: the newest line, if it is one.
    fn out(&self) -> Option<&Release> {
        self.releases.first().map(|(release, _)| release).filter(|it| it.state == ReleaseState::Released)
    }

    /// The text as a picture: class, tone, where each stretch begins and how wide it is.
    fn map(&self) -> Vec<(String, &str, usize, usize)> {
        let mut at = 0;
        let drawn = self.stretches.iter().map(|it| {
            let waits = if it.cover == Cover::Untouched && it.factual { " waits" } else { "" };
            let from = at;
            at += it.width;
            (format!("cover-{}{waits}", it.cover), it.tone.as_str(), from, it.width)
        });
        drawn.collect()
    }

    /// Whether some of the sentences shown are in a language without word lists.
    fn without_lists(&self, rows: &[LineRow]) -> bool {
        rows.iter().any(|row| !crate::text::worth::has_lists(row.line.lang.as_deref()))
    }
}

/// `GET /desk/articles/{id}`
pub async fn one(ask: Ask) -> Result<Answer> {
    show_page(&ask, None).await
}

async fn show_page(ask: &Ask, form: Option<Filled>) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let (view, people, named, rule, releases) = ask
        .app
        .read(move |db| {
            let view = view::load(db, &actor, &id)?;
            let released = releases::of_article(db, &id)?;
            let names = people::names(db, &released.iter().map(|it| it.released_by.clone()).collect::<Vec<_>>())?;
            let name = |id: &str| names.iter().find(|(it, _)| it == id).map(|(_, name)| name.clone());
            let released: Vec<(Release, String)> =
                released.into_iter().map(|it| (it.clone(), name(&it.released_by).unwrap_or_default())).collect();
            let rule = releases::rule(db, &id)?;
            Ok((view, people::active(db)?, access::named_ids(db, id.as_str())?, rule, released))
        })
        .await?;
    let wanted = Wanted::read(ask);
    let (ui, best) = (ask.ui.clone(), 5);
    let (view, covered, shown, best) = ask
        .app
        .work(move |app| {
            let covered = view.covered(app, &ui)?;
            let index = Index::new(&view.version.text);
            let best = lines::best(&covered, &index, best);
            let shown = wanted.shown(&view, &covered, &index, &ui);
            Ok((view, covered, shown, best))
        })
        .await?;
    let form = form.unwrap_or_else(|| about_form(&view.article));
    let mut open: Vec<(usize, Place)> = view
        .places
        .open()
        .filter_map(|place| {
            let line = view.claims.iter().find(|line| line.claim.id == place.claim_id)?;
            Some((line.n, place.clone()))
        })
        .collect();
    open.sort_by_key(|(n, _)| *n);
    let (stretches, verdicts) = (coverage::picture(&covered.lines, &covered.rows), coverage::verdicts(&covered.rows));
    let standing =
        view.claims.iter().filter(|line| view.places.of(&line.claim.id).is_some()).map(|line| line.n).collect();
    let all_claims = view.claims.len();
    let claims = match shown.span() {
        None => view.claims,
        Some((from, to)) => {
            let here =
                |line: &ClaimLine| view.places.of(&line.claim.id).is_none_or(|at| at.start < to && at.end > from);
            view.claims.into_iter().filter(here).collect()
        }
    };
    ask.page(&ShowPage {
        ui: &ask.ui,
        article: view.article,
        version: view.version,
        claims,
        all_claims,
        open,
        standing,
        shown,
        rows: covered.rows,
        count: covered.count,
        stretches,
        verdicts,
        best,
        form,
        people,
        named,
        rule: rule.0,
        rule_revision: rule.1,
        releases,
    })
}

/// What the address asks to see.
struct Wanted {
    lines: bool,
    part: usize,
    narrowed: Narrowed,
    paging: Paging,
}

impl Wanted {
    fn read(ask: &Ask) -> Self {
        let least: u8 = ask.query_as("worth").unwrap_or(0);
        Wanted {
            lines: ask.query("view") == "lines",
            part: ask.query_as("part").unwrap_or(1),
            narrowed: Narrowed {
                cover: ask.query_as::<Cover>("cover"),
                kind: Kind::ALL.iter().copied().find(|kind| lines::kind_word(*kind) == ask.query("kind")),
                least: least.min(100),
                sort: ask.query_as("sort").unwrap_or(Sort::Text),
            },
            paging: ask.paging(),
        }
    }

    fn shown(mut self, view: &View, covered: &view::Covered, index: &Index, ui: &Ui) -> Shown {
        if !self.lines {
            let part = show::part_of_lines(&view.version.text, &covered.lines, self.part, &view.marks(ui));
            return Shown::Text(part);
        }
        let chosen = self.narrowed.of(covered);
        let found = chosen.len();
        let from = usize::try_from(self.paging.offset()).unwrap_or(0);
        let shown: Vec<usize> = chosen.into_iter().skip(from).take(crate::web::paging::PAGE as usize + 1).collect();
        let shown = self.paging.cut(shown);
        let rows = lines::rows(covered, index, &shown);
        Shown::Lines { narrowed: self.narrowed, paging: self.paging, rows, found }
    }
}

fn about_form(article: &Article) -> Filled {
    let date = article.published_on.map(|date| date.to_string()).unwrap_or_default();
    Filled::with(&[
        ("kind", article.kind.to_string()),
        ("title", article.title.clone()),
        ("outlet", article.outlet.clone()),
        ("author", article.author.clone()),
        ("url", article.url.clone().unwrap_or_default()),
        ("published_on", date),
        ("language", article.language.clone()),
        ("freely_showable", if article.freely_showable { "yes".into() } else { String::new() }),
        ("revision", article.revision.to_string()),
    ])
}

/// `POST /desk/articles/{id}`
pub async fn change(ask: Ask) -> Result<Answer> {
    let id: ArticleId = ask.key("id")?;
    let mut reading = Reading::new(&ask.form);
    let about = About::read(&mut reading);
    let seen = reading.revision();
    match ask.faults(reading.done(about))? {
        Err(form) => Ok(show_page(&ask, Some(form)).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(about) => {
            let path = format!("/desk/articles/{id}");
            ask.app.write(&ask.actor()?, move |tx| store::change(tx, &id, about, seen)).await?;
            done(path, "saved")
        }
    }
}

/// `POST /desk/articles/{id}/dismissals`: ticked sentences that need no check, or that somebody should look at after all.
pub async fn dismiss(ask: Ask) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let article = id.clone();
    let view = ask.app.read(move |db| view::load(db, &actor, &article)).await?;
    if ask.form.one("version") != view.version.id.as_str() {
        return Err(Error::refused("version-newer"));
    }
    let state = match ask.form.one("restore") {
        "" => DismissalState::Dismissed,
        _ => DismissalState::Restored,
    };
    let ticked = super::mark_pages::ticked(&ask.form.all("sentence"))?;
    let sentences =
        ask.app.work(move |app| Ok(whole_sentences(&view.lines(app)?, &view.version.text, &ticked))).await?;
    if sentences.is_empty() {
        return Err(crate::error::Faults::of("sentence", crate::error::Say::new("mark-nothing")));
    }
    let path = back(&ask, &id);
    ask.app.write(&ask.actor()?, move |tx| dismissals::set(tx, &id, &sentences, state)).await?;
    let flash = if state == DismissalState::Dismissed { "sentences-dismissed" } else { "sentences-restored" };
    done(path, flash)
}

/// The sentences that some spans touch: a part is said to need no check with the whole of its sentence.
fn whole_sentences(lines: &[Line], text: &str, spans: &[(usize, usize)]) -> Vec<String> {
    let index = Index::new(text);
    let touched = spans.iter().flat_map(|(start, end)| {
        let first = lines.partition_point(|line| line.end <= *start);
        lines.iter().enumerate().skip(first).take_while(move |(_, line)| line.start < *end).map(|(n, _)| n)
    });
    let numbers: BTreeSet<usize> = touched.collect();
    let words = numbers.into_iter().filter_map(|n| lines.get(n)).filter_map(|line| index.slice(line.start, line.end));
    words.map(str::to_owned).collect()
}

/// Back to the list that the form stood on, with its filters; never to another address.
pub(super) fn back(ask: &Ask, id: &ArticleId) -> String {
    let path = format!("/desk/articles/{id}");
    match ask.form.one("back") {
        query if query.starts_with(&format!("{path}?")) && !query.contains(['#', '\\', '\r', '\n']) => query.to_owned(),
        _ => path,
    }
}

/// `POST /desk/articles/{id}/release-rule`: what an editor requires before this text goes out.
pub async fn require(ask: Ask) -> Result<Answer> {
    let id: ArticleId = ask.key("id")?;
    let rule: ReleaseRule = ask.form.one("rule").parse()?;
    let mut reading = Reading::new(&ask.form);
    let seen = reading.revision();
    let seen = reading.done(seen)?;
    let path = format!("/desk/articles/{id}#release");
    ask.app.write(&ask.actor()?, move |tx| releases::require(tx, &id, rule, seen)).await?;
    done(path, "saved")
}

/// `POST /desk/articles/{id}/release`: lets an own draft go, if what is required of it is met.
pub async fn release(ask: Ask) -> Result<Answer> {
    let (id, actor): (ArticleId, _) = (ask.key("id")?, ask.actor()?);
    let mut reading = Reading::new(&ask.form);
    let note = reading.text("note", 1000);
    let note = reading.done(note)?;
    let (seen, ui, app) = (ask.form.one("version").to_owned(), ask.ui.clone(), ask.app.clone());
    let (article, asker) = (id.clone(), actor.clone());
    let view = ask.app.read(move |db| view::load(db, &asker, &article)).await?;
    // Read once before the transaction, so that inside it the reading is there already.
    ask.app.work(move |app| view.lines(app)).await?;
    let path = format!("/desk/articles/{id}#release");
    if !ask.form.one("withdraw").is_empty() {
        let release = ask.form.one("withdraw").to_owned();
        ask.app.write(&ask.actor()?, move |tx| releases::withdraw(tx, &id, &release, &note)).await?;
        return done(path, "release-withdrawn");
    }
    ask.app
        .write(&ask.actor()?, move |tx| {
            // Counted inside the transaction: nothing can change between the count and the release.
            let count = view::load(tx.db, &actor, &id)?.covered(&app, &ui)?.count;
            releases::release(tx, &id, &seen, count, &note)
        })
        .await?;
    done(path, "article-released")
}
