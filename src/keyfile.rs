//! Files that hold one key: made once, readable by their owner only.

use std::fs;
use std::io::{ErrorKind, Write};
use std::path::Path;

use zeroize::Zeroizing;

use crate::error::Result;

/// The text of a key file; none where there is none.
pub fn read(path: &Path) -> Result<Option<Zeroizing<String>>> {
    match fs::read_to_string(path) {
        Ok(text) => Ok(Some(Zeroizing::new(text))),
        Err(error) if error.kind() == ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

/// The same, with a fresh key where there is none. It never replaces a key that another process has just made. None where no
/// key can be made.
pub fn read_or_make(path: &Path, fresh: impl FnOnce() -> Option<String>) -> Result<Option<Zeroizing<String>>> {
    if let Some(known) = read(path)? {
        return Ok(Some(known));
    }
    let Some(fresh) = fresh().map(Zeroizing::new) else { return Ok(None) };
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let half = path.with_extension(format!("{}.new", std::process::id()));
    let made = options.open(&half).and_then(|mut file| {
        file.write_all(fresh.as_bytes())?;
        file.sync_all()?;
        fs::hard_link(&half, path)
    });
    let _ = fs::remove_file(&half);
    match made {
        Err(error) if error.kind() != ErrorKind::AlreadyExists => Err(error.into()),
        _ => read(path),
    }
}
