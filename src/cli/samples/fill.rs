//! Filling the sample desk through the same code that people's clicks run.

mod known;
mod later;

use std::collections::HashMap;

use chrono::TimeDelta;

use super::script::{self, CheckSample, ClaimSample, Samples, Stage};
use super::texts::{CORRECTIONS, FUNDING, METHODOLOGY, ORGANISATION};
use crate::admin::policies::{self, PolicyName};
use crate::admin::store::{self as admin, Desk};
use crate::app::App;
use crate::articles::rules::{About, ArticleId};
use crate::articles::store::{self as articles, Added};
use crate::checks::drafts::{self, VerdictText};
use crate::checks::evidence::{self, NewEvidence};
use crate::checks::publishing;
use crate::checks::rules::{CheckId, Outcome};
use crate::checks::scale::{self, Entry, Preset};
use crate::checks::store as checks;
use crate::claims::claimants::{self, AboutClaimant, ClaimantId};
use crate::claims::rules::{ClaimId, NewAppearance, Step, Wording};
use crate::claims::store as claims;
use crate::claims::topics::{self, TopicId};
use crate::db::{Moment, hex, random_bytes};
use crate::error::{Error, Result};
use crate::evidence::rules::{AboutSource, SnapshotId, SourceId};
use crate::evidence::store as sources;
use crate::people::passwords;
use crate::people::rules::{Actor, Email, Password, Role};
use crate::people::store::{self as people, NewPerson};
use crate::reading::Material;
use crate::text::anchor;
use crate::tx::Tx;

/// Role, e-mail address, password.
pub type SignIn = (Role, String, String);

/// Somebody of the sample desk: role, name, whether a sign-in is printed.
const PEOPLE: &[(Role, &str, bool)] = &[
    (Role::Contributor, "Nell Farrow", true),
    (Role::Reviewer, "Ines Sorel", true),
    (Role::Editor, "Tomas Wend", true),
    (Role::Admin, "Ada Brook", true),
    (Role::Auditor, "Rafiq Lund", true),
    (Role::Reviewer, "Milo Tarn", false),
];

/// Fills an empty desk and answers one sign-in for each role.
pub fn fill(app: &App) -> Result<Vec<SignIn>> {
    let script = script::load()?;
    let (mut filler, accounts) = Filler::begin(app, &script)?;
    filler.lists(&script)?;
    filler.articles(&script)?;
    filler.sources(&script)?;
    filler.known(&script)?;
    for claim in &script.claims {
        filler.claim(claim)?;
    }
    for claim in &script.claims {
        filler.triage(claim)?;
    }
    for claim in script.claims.iter().filter(|claim| claim.check.is_some()) {
        filler.check(claim)?;
    }
    filler.versions(&script)?;
    filler.rest(&script)?;
    filler.found_out(&script)?;
    filler.said(&script)?;
    Ok(accounts)
}

/// The file's own name, as an upload brings it.
fn name_of(path: &str) -> &str {
    path.rsplit('/').next().unwrap_or(path)
}

struct Filler<'a> {
    app: &'a App,
    now: Moment,
    people: Vec<Actor>,
    scale: Vec<Entry>,
    topics: HashMap<String, TopicId>,
    claimants: HashMap<String, ClaimantId>,
    articles: HashMap<String, ArticleId>,
    sources: HashMap<String, (SourceId, Option<SnapshotId>)>,
    claims: HashMap<String, ClaimId>,
}

impl<'a> Filler<'a> {
    fn begin(app: &'a App, script: &Samples) -> Result<(Self, Vec<SignIn>)> {
        let now = app.now().plus(-TimeDelta::days(12));
        let desk = Desk {
            name: script.desk.name.clone(),
            time_zone: script.desk.time_zone.clone(),
            language: script.desk.language.clone(),
            peer_review: true,
            sample: true,
            contact: "desk@brackwater.example".into(),
            ..Desk::before_set_up()
        };
        let operator = Actor::operator();
        app.write_at(&operator, now, move |tx| {
            admin::set_up(tx, desk)?;
            scale::begin_with(tx, Preset::Five)
        })?;
        let mut accounts = Vec::new();
        let mut staff = Vec::new();
        for (role, name, printed) in PEOPLE {
            let password = format!("brack-{}", hex(&random_bytes::<6>()));
            let email = format!("{}@brackwater.example", name.to_lowercase().replace(' ', "."));
            let chosen = Password::choose(&password, &[]).map_err(Error::BadRequest)?;
            let new = NewPerson {
                email: Email::parse(&email).map_err(Error::BadRequest)?,
                name: (*name).into(),
                role: *role,
                password_hash: passwords::hash(&chosen)?,
            };
            staff.push(app.write_at(&operator, now, move |tx| people::add(tx, new))?.actor());
            if *printed {
                accounts.push((*role, email, password));
            }
        }
        let filler = Filler {
            app,
            now,
            people: staff,
            scale: app.database().read(scale::all)?,
            topics: HashMap::new(),
            claimants: HashMap::new(),
            articles: HashMap::new(),
            sources: HashMap::new(),
            claims: HashMap::new(),
        };
        Ok((filler, accounts))
    }

    /// One write by the person at `PEOPLE[who]`, some minutes after the last.
    fn act<T: Send + 'static>(
        &mut self,
        who: usize,
        work: impl FnOnce(&mut Tx) -> Result<T> + Send + 'static,
    ) -> Result<T> {
        self.now = self.now.plus(TimeDelta::seconds(2_173));
        let latest = self.app.now();
        let now = self.now.min(latest);
        let actor = self.people.get(who).cloned().ok_or(Error::NotFound)?;
        self.app.write_at(&actor, now, work)
    }

    fn lists(&mut self, script: &Samples) -> Result<()> {
        for name in &script.topics {
            let wanted = name.clone();
            let topic = self.act(EDITOR, move |tx| topics::add(tx, &wanted))?;
            self.topics.insert(name.clone(), topic.id);
        }
        for claimant in &script.claimants {
            let about = AboutClaimant {
                name: claimant.name.clone(),
                kind: claimant.kind,
                aliases: claimant.aliases.join("\n"),
                description: claimant.role.clone(),
                same_as: None,
                private: claimant.private,
            };
            let added = self.act(CONTRIBUTOR, move |tx| claimants::add(tx, about))?;
            self.claimants.insert(claimant.key.clone(), added.id);
        }
        let pages = [
            (PolicyName::Methodology, METHODOLOGY),
            (PolicyName::Corrections, CORRECTIONS),
            (PolicyName::Organisation, ORGANISATION),
            (PolicyName::Funding, FUNDING),
        ];
        for (name, body) in pages {
            self.act(ADMIN, move |tx| policies::write(tx, name, body, 0))?;
        }
        Ok(())
    }

    fn articles(&mut self, script: &Samples) -> Result<()> {
        for sample in &script.articles {
            let material =
                Material::uploaded(name_of(&sample.file), script::file(&sample.file)?).map_err(Error::BadRequest)?;
            let blob = self.app.blobs().put(&material.bytes)?;
            let about = About {
                kind: sample.kind,
                title: sample.title.clone(),
                outlet: sample.outlet.clone(),
                author: sample.author.clone(),
                url: sample.url.clone(),
                published_on: sample.published_on,
                language: sample.language.clone(),
                freely_showable: sample.freely_showable,
            };
            let who = if sample.freely_showable { EDITOR } else { CONTRIBUTOR };
            match self.act(who, move |tx| articles::add(tx, about, &material, &blob))? {
                Added::New(article) => self.articles.insert(sample.key.clone(), article.id),
                Added::Known(_) => return Err(Error::startup(format!("the sample {} is there twice", sample.key))),
            };
        }
        Ok(())
    }

    fn sources(&mut self, script: &Samples) -> Result<()> {
        for sample in &script.sources {
            let material =
                Material::uploaded(name_of(&sample.file), script::file(&sample.file)?).map_err(Error::BadRequest)?;
            let blob = self.app.blobs().put(&material.bytes)?;
            let about = AboutSource {
                url: sample.url.clone(),
                citation: sample.citation.clone().unwrap_or_default(),
                title: sample.title.clone(),
                publisher: sample.publisher.clone(),
                kind: sample.kind,
                accessed_on: Some(sample.accessed_on),
                freely_showable: false,
            };
            let ids = self.act(CONTRIBUTOR, move |tx| {
                let source = sources::add(tx, about)?;
                let snapshot = sources::add_snapshot(tx, &source.id, &material, &blob)?;
                Ok((source.id, Some(snapshot)))
            })?;
            self.sources.insert(sample.key.clone(), ids);
        }
        Ok(())
    }

    fn claim(&mut self, sample: &ClaimSample) -> Result<()> {
        let language = if sample.key.starts_with("ar-") { "ar" } else { "en" };
        let wording = Wording {
            statement: sample.statement.clone(),
            language: language.into(),
            claimant: sample.claimant.as_ref().and_then(|key| self.claimants.get(key)).cloned(),
            topics: sample.topics.iter().filter_map(|name| self.topics.get(name)).cloned().collect(),
        };
        let appearances: Vec<NewAppearance> = sample
            .appearances
            .iter()
            .map(|a| NewAppearance { url: a.url.clone(), platform: a.platform.clone(), date: a.date, by: a.by.clone() })
            .collect();
        let article = sample.article.as_ref().and_then(|key| self.articles.get(key)).cloned();
        let quote = sample.quote.clone().unwrap_or_default();
        let claim = self.act(CONTRIBUTOR, move |tx| {
            let Some(article) = article else { return claims::add_free(tx, wording, appearances) };
            let by = tx.by.clone();
            let article = articles::find(tx.db, &by, &article)?;
            let version = articles::newest(tx.db, &article.id)?;
            let found = anchor::find_pasted(&version.text, &quote, 2);
            let anchor = found.first().and_then(|at| anchor::anchor(&version.text, at.start, at.end));
            let anchor =
                anchor.ok_or_else(|| Error::startup(format!("a sample quote is not in its article: {quote}")))?;
            let claim = claims::mark(tx, &article, &version, anchor, wording)?;
            for appearance in appearances.into_iter().filter(|appearance| appearance.url != article.url) {
                claims::add_appearance(tx, &claim.id, appearance)?;
            }
            Ok(claim)
        })?;
        self.claims.insert(sample.key.clone(), claim.id);
        Ok(())
    }

    fn triage(&mut self, sample: &ClaimSample) -> Result<()> {
        let reason = sample.reason.clone().unwrap_or_default();
        let step = match sample.state.as_str() {
            "inbox" => return Ok(()),
            "selected" => Step::Select,
            "declined" => Step::Decline { reason },
            "not_checkable" => Step::NotCheckable { kind: sample.kind.ok_or(Error::NotFound)?, reason },
            _ => {
                let of = sample.duplicate_of.as_ref().and_then(|key| self.claims.get(key)).cloned();
                Step::Duplicate { of: of.ok_or(Error::NotFound)? }
            }
        };
        let id = self.claims.get(&sample.key).cloned().ok_or(Error::NotFound)?;
        self.act(REVIEWER, move |tx| {
            let by = tx.by.clone();
            let seen = claims::find(tx.db, &by, &id)?.revision;
            claims::triage(tx, &id, step, seen)
        })
    }

    fn check(&mut self, sample: &ClaimSample) -> Result<()> {
        let (Some(check), Some(claim)) = (sample.check.clone(), self.claims.get(&sample.key).cloned()) else {
            return Ok(());
        };
        let id = self.act(REVIEWER, move |tx| drafts::take(tx, &claim))?;
        self.evidence(&id, &check)?;
        self.verdict(&id, &check, &check.summary, &check.reasoning)?;
        if check.stage == Stage::Researching {
            return Ok(());
        }
        self.hand_on(&id, check.stage, check.comment.clone())?;
        let Some(correction) = check.correction.clone().filter(|_| check.stage == Stage::Corrected) else {
            return Ok(());
        };
        let (kind, note, draft) = (correction.kind, correction.note, id.clone());
        self.act(REVIEWER, move |tx| drafts::start_correction(tx, &draft, kind, &note))?;
        self.verdict(&id, &check, &correction.summary, &correction.reasoning)?;
        self.hand_on(&id, Stage::Published, None)
    }

    fn evidence(&mut self, id: &CheckId, check: &CheckSample) -> Result<()> {
        for piece in check.evidence.clone() {
            let (source, snapshot) = self.sources.get(&piece.source).cloned().ok_or(Error::NotFound)?;
            let id = id.clone();
            self.act(REVIEWER, move |tx| {
                let quote = match piece.quote.as_ref().zip(snapshot) {
                    Some((words, snapshot)) => {
                        let text = sources::snapshot(tx.db, &snapshot)?.text;
                        let found = anchor::find_pasted(&text, words, 2);
                        let anchor = found.first().and_then(|at| anchor::anchor(&text, at.start, at.end));
                        let lost = || Error::startup(format!("a sample quote is not in its source: {words}"));
                        Some((snapshot, anchor.ok_or_else(lost)?))
                    }
                    None => None,
                };
                let note = piece.note.unwrap_or_default();
                evidence::add(tx, &id, NewEvidence { stance: piece.stance, source, quote, note })
            })?;
        }
        Ok(())
    }

    fn verdict(&mut self, id: &CheckId, check: &CheckSample, summary: &str, reasoning: &str) -> Result<()> {
        let entry = self.scale.iter().find(|entry| Some(&entry.label) == check.verdict.as_ref());
        let text = VerdictText {
            verdict: entry.map(|entry| entry.id.clone()),
            summary: summary.to_owned(),
            reasoning: reasoning.to_owned(),
            as_of: check.as_of,
            review_by: None,
            single_source: check.single_source_reason.clone().unwrap_or_default(),
            no_appearance: String::new(),
            correction: None,
            correction_note: String::new(),
        };
        let id = id.clone();
        self.act(REVIEWER, move |tx| {
            let draft = checks::newest_draft(tx.db, &id)?;
            let text = VerdictText { correction_note: draft.correction_note, ..text };
            drafts::write_verdict(tx, &id, text, draft.revision)
        })
    }

    /// Submission, a colleague's review, an editor's approval, publication: as far as the stage says.
    fn hand_on(&mut self, id: &CheckId, stage: Stage, comment: Option<String>) -> Result<()> {
        let hash = |tx: &mut Tx, id: &CheckId| -> Result<String> {
            Ok(checks::newest_draft(tx.db, id)?.content_hash.unwrap_or_default())
        };
        let check = id.clone();
        self.act(REVIEWER, move |tx| {
            let seen = hash(tx, &check)?;
            drafts::submit(tx, &check, &seen, "")
        })?;
        if stage == Stage::InReview {
            return Ok(());
        }
        let check = id.clone();
        self.act(COLLEAGUE, move |tx| {
            let seen = hash(tx, &check)?;
            drafts::review(tx, &check, Outcome::Passed, &seen, "Read against the copies; the quotes are right.")
        })?;
        if stage == Stage::Ready {
            return Ok(());
        }
        let (check, outcome) =
            (id.clone(), if stage == Stage::SentBack { Outcome::Changes } else { Outcome::Approved });
        let comment = comment.unwrap_or_default();
        self.act(EDITOR, move |tx| {
            let seen = hash(tx, &check)?;
            drafts::approve(tx, &check, outcome, &seen, &comment)
        })?;
        if stage < Stage::Published {
            return Ok(());
        }
        let check = id.clone();
        self.act(ADMIN, move |tx| {
            let seen = hash(tx, &check)?;
            publishing::publish(tx, &check, &seen, "").map(|_| ())
        })
    }
}

const CONTRIBUTOR: usize = 0;
const REVIEWER: usize = 1;
const EDITOR: usize = 2;
const ADMIN: usize = 3;
const COLLEAGUE: usize = 5;
