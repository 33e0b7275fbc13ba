//! What happened to the sample texts later: sentences that need no check, what is required of the own draft, new versions.

use super::{
    ArticleId, COLLEAGUE, CONTRIBUTOR, EDITOR, Error, Filler, HashMap, Material, REVIEWER, Result, Samples, articles,
    claims, name_of, script,
};
use crate::articles::dismissals::{self, DismissalState};
use crate::articles::releases;
use crate::claims::carrying;
use crate::discussion::store::{self as tasks, NewTask};
use crate::external::importing;

impl Filler<'_> {
    /// Sentences that need no check, what is required of the own draft, and what two texts say by now.
    pub(super) fn versions(&mut self, script: &Samples) -> Result<()> {
        let article =
            |articles: &HashMap<String, ArticleId>, key: &str| articles.get(key).cloned().ok_or(Error::NotFound);
        for sample in &script.dismissals {
            let (id, sentences) = (article(&self.articles, &sample.article)?, sample.sentences.clone());
            self.act(REVIEWER, move |tx| dismissals::set(tx, &id, &sentences, DismissalState::Dismissed))?;
        }
        for sample in &script.release_rules {
            let (id, rule) = (article(&self.articles, &sample.article)?, sample.rule);
            self.act(EDITOR, move |tx| releases::require(tx, &id, rule, 0))?;
        }
        for sample in &script.versions {
            let id = article(&self.articles, &sample.article)?;
            let material =
                Material::uploaded(name_of(&sample.file), script::file(&sample.file)?).map_err(Error::BadRequest)?;
            let blob = self.app.blobs().put(&material.bytes)?;
            self.act(EDITOR, move |tx| {
                let seen = articles::newest(tx.db, &id)?.id;
                let version = articles::add_version(tx, &id, seen.as_str(), &material, &blob)?;
                let found = carrying::seek(tx.db, &id)?.find(&version.text);
                carrying::carry(tx, &version, found)
            })?;
        }
        Ok(())
    }

    /// Tasks, and a claim that only two people may see.
    pub(super) fn rest(&mut self, script: &Samples) -> Result<()> {
        for (n, sample) in script.tasks.iter().enumerate() {
            let new = NewTask {
                kind: sample.kind,
                claim: sample.claim.as_ref().and_then(|key| self.claims.get(key)).cloned(),
                text: sample.text.clone(),
                assignee: [REVIEWER, COLLEAGUE, EDITOR, CONTRIBUTOR]
                    .get(n % 4)
                    .and_then(|who| self.people.get(*who))
                    .map(|person| person.id.clone()),
                due_on: sample.due,
            };
            self.act(EDITOR, move |tx| tasks::add(tx, new))?;
        }
        let named: Vec<_> = self.people.get(REVIEWER).map(|person| person.id.clone()).into_iter().collect();
        let inbox = script.claims.iter().find(|claim| claim.state == "inbox" && claim.article.is_none());
        let closed = inbox.or(script.claims.iter().rfind(|claim| claim.state == "inbox"));
        if let Some(id) = closed.and_then(|claim| self.claims.get(&claim.key)).cloned() {
            self.act(EDITOR, move |tx| claims::restrict(tx, &id, true, &named))?;
        }
        let by = self.people.get(REVIEWER).ok_or(Error::NotFound)?;
        importing::import(self.app, by, &script::file("external.json")?, "external.json", &mut |_| ())?;
        Ok(())
    }
}
