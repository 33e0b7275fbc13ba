//! `claimdesk reindex`: builds the search indexes again; a running server is asked to do it itself.

use std::time::Duration;

use super::open;
use crate::config::{Place, Serving};
use crate::error::{Error, Result};
use crate::finding::rebuilding;
use crate::search::{Home, ask, progress};

/// Between two looks at how far the server is.
const LOOK: Duration = Duration::from_millis(200);
/// A server that tells nothing for so long will tell nothing any more.
const PATIENCE: u32 = 600;

/// Builds, or has it built, and tells how far it is.
pub fn run(place: &Place, serving: &Serving) -> Result<()> {
    if !place.data.exists() {
        return Err(Error::startup(format!("no desk in {}: start one with `claimdesk serve`", place.data.display())));
    }
    if let Some(folder) = Home::held(&place.data) {
        eprintln!("claimdesk: a server is running here: it builds the search index itself");
        ask(&folder)?;
        return watch(&folder);
    }
    let app = open(place, serving)?;
    let search = app.open_search(&place.data)?;
    let mut last = String::new();
    rebuilding::rebuild(&app, search, &mut |line| told(&mut last, line))?;
    eprintln!("claimdesk: {} entries for the desk, {} for readers", search.desk.len(), search.public.len());
    Ok(())
}

fn told(last: &mut String, line: &str) {
    if line != last {
        eprintln!("claimdesk: {line}");
        line.clone_into(last);
    }
}

fn watch(folder: &std::path::Path) -> Result<()> {
    let (mut last, mut silent) = (String::new(), 0);
    loop {
        std::thread::sleep(LOOK);
        let (line, done) = progress(folder);
        silent = if line == last { silent + 1 } else { 0 };
        if !line.is_empty() {
            told(&mut last, &line);
        }
        if done {
            return Ok(());
        }
        if silent > PATIENCE {
            return Err(Error::startup("the server has said nothing for two minutes; look at its log"));
        }
    }
}
