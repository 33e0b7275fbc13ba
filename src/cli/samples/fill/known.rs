//! What the sample desk knows of its sources: interests and origins from the start, and what became known later.

use super::{EDITOR, Error, Filler, REVIEWER, Result, Samples};
use crate::checks::notices::{self, NoticeState};
use crate::discussion::comments::{self, NewComment};
use crate::evidence::protected::{self, Secret};
use crate::evidence::rules::{AboutSource, SourceId};
use crate::evidence::{notes, origins};

impl Filler<'_> {
    fn source_of(&self, key: &str) -> Result<SourceId> {
        Ok(self.sources.get(key).ok_or(Error::NotFound)?.0.clone())
    }

    /// What is known before anything is quoted.
    pub(super) fn known(&mut self, script: &Samples) -> Result<()> {
        for sample in &script.protected {
            let about = AboutSource {
                url: None,
                citation: sample.citation.clone(),
                title: sample.title.clone(),
                publisher: String::new(),
                kind: sample.kind,
                accessed_on: Some(sample.accessed_on),
                freely_showable: false,
            };
            let secret = Secret { identity: sample.identity.clone(), account: sample.account.clone() };
            let (key, reason) = (self.app.protected_key(), sample.reason.clone());
            let source = self.act(REVIEWER, move |tx| protected::add(tx, &key, about, &reason, &secret, &[]))?;
            self.sources.insert(sample.key.clone(), (source.id, None));
        }
        for note in script.notes.iter().filter(|note| note.kind.alarms().is_none()) {
            let (id, kind, text, all) =
                (self.source_of(&note.source)?, note.kind, note.text.clone(), note.of_publisher);
            self.act(REVIEWER, move |tx| notes::add(tx, &id, kind, &text, all))?;
        }
        for origin in &script.origins {
            let (id, from) = (self.source_of(&origin.source)?, self.source_of(&origin.origin)?);
            let note = origin.note.clone();
            self.act(REVIEWER, move |tx| origins::derive(tx, &id, &from, &note))?;
        }
        Ok(())
    }

    /// What the desk says about claims that it is at work on.
    pub(super) fn said(&mut self, script: &Samples) -> Result<()> {
        for sample in &script.comments {
            let claim = self.claims.get(&sample.claim).cloned().ok_or(Error::NotFound)?;
            let (about, exact, body) = (sample.about, sample.exact.clone(), sample.says.clone());
            let new = NewComment { claim: claim.clone(), parent: None, about, number: None, exact, body };
            let first = self.act(REVIEWER, move |tx| comments::add(tx, new))?;
            if let Some(body) = sample.answer.clone() {
                let parent = Some(first.id);
                let new = NewComment { claim, parent, about, number: None, exact: String::new(), body };
                self.act(EDITOR, move |tx| comments::add(tx, new))?;
            }
        }
        Ok(())
    }

    /// What became known after checks were published; an editor tells readers.
    pub(super) fn found_out(&mut self, script: &Samples) -> Result<()> {
        for note in script.notes.iter().filter(|note| note.kind.alarms().is_some()) {
            let (id, kind, text) = (self.source_of(&note.source)?, note.kind, note.text.clone());
            let told = id.clone();
            let task = "Read the second edition of the report, and say whether our check still holds.";
            self.act(REVIEWER, move |tx| notices::alarm(tx, &id, kind, &text, task))?;
            self.act(EDITOR, move |tx| {
                let by = tx.by.clone();
                let leaning = notices::leaning_for(tx.db, &by, &told)?;
                for one in leaning.iter().filter(|one| one.published) {
                    for notice in notices::of_check(tx.db, &one.check)?.iter().filter(|it| it.source_id == told) {
                        notices::decide(tx, &one.check, &notice.id, NoticeState::Shown)?;
                    }
                }
                Ok(())
            })?;
        }
        Ok(())
    }
}
