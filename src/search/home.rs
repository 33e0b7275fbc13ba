//! The folder of a process's indexes, and how a command asks the server that holds it to build them again.

use std::fs::{self, File, TryLockError};
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};

/// Several processes on one data directory: each takes the first folder that nobody holds.
const FOLDERS: usize = 64;
const REQUEST: &str = "rebuild";
const PROGRESS: &str = "progress";

/// A folder that one process holds.
pub struct Home {
    folder: PathBuf,
    _lock: File,
}

impl Home {
    /// Takes a folder below the data directory; the lock goes with the process, however it ends.
    pub fn take(data: &Path) -> Result<Self> {
        for number in 1..=FOLDERS {
            let folder = data.join(if number == 1 { "search".to_owned() } else { format!("search-{number}") });
            fs::create_dir_all(&folder)?;
            let lock = File::options().create(true).append(true).open(folder.join("lock"))?;
            match lock.try_lock() {
                Ok(()) => return Ok(Home { folder, _lock: lock }),
                Err(TryLockError::WouldBlock) => {}
                Err(TryLockError::Error(error)) => return Err(error.into()),
            }
        }
        Err(Error::startup("every search folder is held by another process"))
    }

    /// Whether a process holds the first folder, which is then the one to ask.
    pub fn held(data: &Path) -> Option<PathBuf> {
        let folder = data.join("search");
        let lock = File::options().append(true).open(folder.join("lock")).ok()?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => Some(folder),
            _ => None,
        }
    }

    /// The folder itself.
    pub fn path(&self) -> &Path {
        &self.folder
    }

    /// The folder of one index.
    pub fn folder(&self, name: &str) -> PathBuf {
        self.folder.join(name)
    }

    /// Whether somebody asked for the indexes to be built again.
    pub fn asked(&self) -> bool {
        self.folder.join(REQUEST).exists()
    }

    /// Tells how far the building is; the request is done with when `done`.
    pub fn tell(&self, line: &str, done: bool) {
        let told = fs::write(self.folder.join(PROGRESS), line)
            .and_then(|()| if done { fs::remove_file(self.folder.join(REQUEST)) } else { Ok(()) });
        if let Err(error) = told
            && error.kind() != std::io::ErrorKind::NotFound
        {
            tracing::warn!(%error, "the progress of the search index could not be written");
        }
    }
}

/// Asks whoever holds the folder to build again.
pub fn ask(folder: &Path) -> Result<()> {
    let _ = fs::remove_file(folder.join(PROGRESS));
    fs::write(folder.join(REQUEST), "")?;
    Ok(())
}

/// The last line told, and whether the request has been done.
pub fn progress(folder: &Path) -> (String, bool) {
    let line = fs::read_to_string(folder.join(PROGRESS)).unwrap_or_default();
    (line, !folder.join(REQUEST).exists())
}
