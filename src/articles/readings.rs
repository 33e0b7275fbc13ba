//! Texts read sentence by sentence, kept while they are being worked on. Versions never change, so a reading is only ever
//! made again, never wrong; another process makes its own.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use super::store::Version;
use crate::blobs::Blobs;
use crate::error::{Error, Result};
use crate::text::reading::{self, Line};
use crate::text::worth::{Model, Trained};

/// Texts kept at once: more than a desk has open. A long one takes a few megabytes.
const KEPT: usize = 24;

type Key = (String, String, Option<String>);

/// The kept readings, and the model last used.
#[derive(Default)]
pub struct Readings {
    kept: Mutex<VecDeque<(Key, Arc<Vec<Line>>)>>,
    model: Mutex<Option<(String, Arc<Model>)>>,
}

impl Readings {
    /// The reading of a version with the model of that file; slow the first time, so never on an async thread.
    pub fn of(&self, version: &Version, lang: &str, model: Option<&str>, blobs: &Blobs) -> Result<Arc<Vec<Line>>> {
        let key: Key = (version.id.to_string(), lang.to_owned(), model.map(str::to_owned));
        if let Ok(kept) = self.kept.lock()
            && let Some((_, found)) = kept.iter().find(|(it, _)| *it == key)
        {
            return Ok(found.clone());
        }
        let model = self.model(model, blobs);
        let lines = Arc::new(reading::read(&version.text, reading::Language::Mostly(lang), &model));
        if let Ok(mut kept) = self.kept.lock() {
            kept.push_front((key, lines.clone()));
            kept.truncate(KEPT);
        }
        Ok(lines)
    }

    /// The model of a file. One that cannot be read, say because a newer version reads others, must not close every
    /// article: the one that is built in stands in for it, and the log says so.
    fn model(&self, blob: Option<&str>, blobs: &Blobs) -> Arc<Model> {
        let Some(blob) = blob else { return Arc::new(Model::Default) };
        if let Ok(kept) = self.model.lock()
            && let Some((hash, model)) = kept.as_ref()
            && hash == blob
        {
            return model.clone();
        }
        let read = blobs.get(blob).and_then(|bytes| {
            Trained::from_bytes(&bytes).map_err(|fault| Error::internal(format!("model {blob}: {fault}")))
        });
        let model = Arc::new(read.map_or(Model::Default, Model::Trained));
        if let Ok(mut kept) = self.model.lock() {
            *kept = Some((blob.to_owned(), model.clone()));
        }
        model
    }
}
