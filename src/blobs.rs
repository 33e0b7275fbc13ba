//! Content-addressed files: originals, snapshots, uploads, each under the SHA-256 of its bytes.

use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};

use crate::db::{hex, random_bytes, sha256};
use crate::error::{Error, Result};

/// The directory of files. A file is written and synced before the row that names it commits, and never changed.
#[derive(Debug, Clone)]
pub struct Blobs {
    root: PathBuf,
}

impl Blobs {
    /// Opens (and makes) the directory inside the data directory.
    pub fn open(data: &Path) -> Result<Self> {
        let root = data.join("blobs");
        fs::create_dir_all(&root)
            .map_err(|error| Error::startup(format!("cannot write in {}: {error}", data.display())))?;
        Ok(Blobs { root })
    }

    /// Where a file of this hash stands.
    pub fn path(&self, hash: &str) -> PathBuf {
        let (folder, name) = hash.split_at_checked(2).unwrap_or(("00", hash));
        self.root.join(folder).join(name)
    }

    /// Keeps bytes, once however often they come, and answers their hash. On the disk when it returns.
    pub fn put(&self, bytes: &[u8]) -> Result<String> {
        let hash = sha256(bytes);
        let path = self.path(&hash);
        if path.exists() && self.get(&hash).is_ok() {
            return Ok(hash);
        }
        let folder = path.parent().unwrap_or(&self.root);
        if !folder.exists() {
            fs::create_dir_all(folder)?;
            File::open(&self.root)?.sync_all()?;
        }
        let draft = self.root.join(format!("incoming-{}", hex(&random_bytes::<8>())));
        let written = write_synced(&draft, bytes).and_then(|()| fs::rename(&draft, &path));
        if let Err(error) = written {
            let _ = fs::remove_file(&draft);
            return Err(error.into());
        }
        File::open(folder)?.sync_all()?;
        Ok(hash)
    }

    /// The bytes of a hash, checked against it: a changed file is an error, never an answer.
    pub fn get(&self, hash: &str) -> Result<Vec<u8>> {
        let bytes = fs::read(self.path(hash))?;
        if sha256(&bytes) == hash {
            Ok(bytes)
        } else {
            Err(Error::internal(format!("the file {hash} does not hold what its name says")))
        }
    }

    /// Every file that stands under a hash, in order.
    pub fn hashes(&self) -> Result<Vec<String>> {
        let mut found = Vec::new();
        for folder in fs::read_dir(&self.root)? {
            let folder = folder?;
            if !folder.file_type()?.is_dir() {
                continue;
            }
            for file in fs::read_dir(folder.path())? {
                let name = format!("{}{}", folder.file_name().to_string_lossy(), file?.file_name().to_string_lossy());
                found.push(name);
            }
        }
        found.sort();
        Ok(found)
    }
}

fn write_synced(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    let mut file = File::create_new(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_bytes_once_and_notices_a_flipped_bit() -> Result<()> {
        let folder = std::env::temp_dir().join(format!("claimdesk-blobs-{}", hex(&random_bytes::<6>())));
        let blobs = Blobs::open(&folder)?;
        let hash = blobs.put(b"water")?;
        assert_eq!(blobs.put(b"water")?, hash);
        assert_eq!(blobs.get(&hash)?, b"water");
        assert_eq!(blobs.hashes()?, vec![hash.clone()]);
        fs::write(blobs.path(&hash), b"wine!")?;
        assert!(blobs.get(&hash).is_err());
        fs::remove_dir_all(folder)?;
        Ok(())
    }
}
