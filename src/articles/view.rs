//! What the desk sees of an article: its newest text, every claim where it stands in it, and what has become of every
//! sentence.

use std::collections::HashMap;
use std::sync::Arc;

use super::coverage::{self, Count, Cover, Patch, Row};
use super::dismissals;
use super::rules::{ArticleId, ArticleKind};
use super::show::Mark;
use super::store::{self, Article, Version};
use crate::admin::worth;
use crate::app::App;
use crate::checks::show::{ClaimLine, lines};
use crate::claims::places::{self, Places};
use crate::claims::rules::{ClaimId, ClaimState};
use crate::claims::store::{self as claims, Claim};
use crate::db::Db;
use crate::error::Result;
use crate::people::rules::Actor;
use crate::text::offsets::Index;
use crate::text::reading::Line;
use crate::web::Ui;

/// An article as somebody may see it, in its newest version.
#[derive(Debug, Clone)]
pub struct View {
    pub article: Article,
    pub version: Version,
    /// In the order of the text; those that stand nowhere in it come last.
    pub claims: Vec<ClaimLine>,
    pub places: Places,
    dismissed: HashMap<String, String>,
    /// What has become of the claims that some of these repeat.
    originals: HashMap<ClaimId, Cover>,
    /// The file of the model that scores the sentences; none for the one that is built in.
    model: Option<String>,
}

/// Loads it with a fixed number of queries.
pub fn load(db: &mut Db, actor: &Actor, id: &ArticleId) -> Result<View> {
    let article = store::find(db, actor, id)?;
    let version = store::newest(db, id)?;
    let mut found = claims::in_article(db, actor, id)?;
    let places = places::in_version(db, &version.id, &found)?;
    found.sort_by_key(|claim| (places.of(&claim.id).map_or(usize::MAX, |it| it.start), claim.id.clone()));
    let originals = originals(db, actor, &found, &article)?;
    Ok(View {
        claims: lines(db, found)?,
        dismissed: dismissals::marks(db, id)?,
        model: worth::in_use(db)?.map(|model| model.blob),
        article,
        version,
        places,
        originals,
    })
}

fn originals(db: &mut Db, actor: &Actor, found: &[Claim], article: &Article) -> Result<HashMap<ClaimId, Cover>> {
    let wanted: Vec<ClaimId> = found.iter().filter_map(|claim| claim.duplicate_of.clone()).collect();
    let originals = claims::some(db, actor, &wanted)?;
    Ok(lines(db, originals)?.into_iter().map(|line| (line.claim.id.clone(), cover(&line, article.kind))).collect())
}

/// What has become of a claim. In an own draft an approved check is settled; elsewhere readers must have it.
fn cover(line: &ClaimLine, kind: ArticleKind) -> Cover {
    let settled = kind == ArticleKind::OwnDraft && matches!(line.state.as_str(), "approved" | "scheduled");
    match line.claim.state {
        _ if line.live || settled => Cover::Checked,
        ClaimState::Declined => Cover::Declined,
        ClaimState::NotCheckable => Cover::NotFactual,
        _ => Cover::InWork,
    }
}

/// Marks of claims where they stand in a version. No verdict is shown on words that nobody has said it holds for.
pub fn marks(claims: &[ClaimLine], places: &Places, ui: &Ui) -> Vec<Mark> {
    let placed = claims.iter().filter_map(|line| Some((line, places.of(&line.claim.id)?)));
    placed
        .map(|(line, at)| {
            let state = if at.holds { line.says(ui) } else { ui.t("place-unsure") };
            Mark {
                n: line.n,
                start: at.start,
                end: at.end,
                state: if at.holds { line.state.clone() } else { "unsure".into() },
                tone: if at.holds { line.tone.clone() } else { String::new() },
                icon: if at.holds { line.icon.clone() } else { "?".into() },
                label: ui.t2("claim-mark", "n", line.n, "state", state),
            }
        })
        .collect()
}

impl View {
    /// Marks for the text.
    pub fn marks(&self, ui: &Ui) -> Vec<Mark> {
        marks(&self.claims, &self.places, ui)
    }

    fn patches(&self, ui: &Ui) -> Vec<Patch> {
        let placed = self.claims.iter().filter_map(|line| Some((line, self.places.of(&line.claim.id)?)));
        placed
            .map(|(line, at)| {
                let original = line.claim.duplicate_of.as_ref().and_then(|of| self.originals.get(of));
                let cover = match (at.holds, line.claim.state) {
                    // A person has to look again: what was checked is no longer what stands there.
                    (false, _) => Cover::InWork,
                    (true, ClaimState::Duplicate) => original.copied().unwrap_or(Cover::InWork),
                    (true, _) => cover(line, self.article.kind),
                };
                let says = if at.holds { line.says(ui) } else { ui.t("place-unsure") };
                Patch { start: at.start, end: at.end, cover, n: line.n, tone: line.tone.clone(), says }
            })
            .collect()
    }

    /// The text read sentence by sentence; call it in `work`.
    pub fn lines(&self, app: &App) -> Result<Arc<Vec<Line>>> {
        app.reading(&self.version, &self.article.language, self.model.as_deref())
    }

    /// The same, with what has become of each sentence.
    pub fn covered(&self, app: &App, ui: &Ui) -> Result<Covered> {
        let lines = self.lines(app)?;
        let index = Index::new(&self.version.text);
        let rows = coverage::rows(&index, &lines, &self.patches(ui), &self.dismissed);
        let count = coverage::count(&rows);
        Ok(Covered { lines, rows, count })
    }
}

/// Sentences with what has become of them; `lines` and `rows` go together.
#[derive(Debug, Clone)]
pub struct Covered {
    pub lines: Arc<Vec<Line>>,
    pub rows: Vec<Row>,
    pub count: Count,
}
