//! Finding a source by words, to choose it in a form: from the index where there is one, else the newest.

use crate::app::App;
use crate::error::Result;
use crate::evidence::rules::SourceId;
use crate::evidence::store::{self as sources, Source};
use crate::people::rules::Actor;
use crate::search::query::Query;
use crate::search::{Asked, EntryKind};

use super::entries::Key;
use super::pages::viewer;

/// Sources offered at once.
const OFFERED: usize = 30;

/// The sources that fit some words best, as somebody may see them; an address finds the source that is there. Without words
/// the newest.
pub fn of(app: &App, actor: &Actor, words: &str) -> Result<Vec<Source>> {
    let words: String = words.trim().chars().take(500).collect();
    if words.is_empty() {
        return app.database().read(|db| sources::newest(db, actor, OFFERED));
    }
    if let Some(found) = app.database().read(|db| sources::at_address(db, actor, &words))? {
        return Ok(vec![found]);
    }
    let Some(search) = app.search() else {
        return app.database().read(|db| sources::newest(db, actor, OFFERED));
    };
    let query = Query::read(&format!("kind:{} {words}", EntryKind::Source));
    let mut asked = Asked::new(&query, viewer(actor));
    asked.open = Query::last_word_is_open(&words);
    asked.limit = OFFERED;
    let found = search.desk.find(&asked)?;
    let ids: Vec<SourceId> = found
        .hits
        .iter()
        .filter_map(|hit| if let Some(Key::Source(id)) = Key::read(&hit.key) { Some(id) } else { None })
        .collect();
    app.database().read(|db| sources::of_ids(db, actor, &ids))
}
