use std::fmt::Display;
use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{BufReader, BufWriter, Read, Seek, SeekFrom, Write};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard};
use std::thread;
use std::time::Duration;

use super::error::MeaningError;
use super::rows::{Quantised, Rows};

const MAGIC: &[u8; 8] = b"CLAIMVE1";
const HEADER: u64 = 12; // the magic and the dimensions
const LONGEST_KEY: usize = 80;
const MOST_DIMENSIONS: usize = 2048;
const WAITING: usize = 1 << 20;
const PUT: u8 = 1;
const REMOVE: u8 = 2;
const FEW: u64 = 64;

/// The vectors of one model, in one file that only grows until more than half of it is out of date, and in memory as
/// one byte a number: with 384 dimensions about half a gigabyte a million. Any thread may ask while another puts.
pub struct Vectors {
    path: PathBuf,
    dimensions: usize,
    rows: RwLock<Rows>,
    log: Mutex<Log>,
}

struct Log {
    file: File,
    length: u64,
    records: u64,
    waiting: Vec<u8>,
}

impl Vectors {
    /// Opens (or makes) the file of one model; its name should carry the model's fingerprint. What a crash left half
    /// written is cut off; a file of another kind or of other dimensions is begun anew. One process at a time.
    pub fn open(path: &Path, dimensions: usize) -> Result<Vectors, MeaningError> {
        if !(1..=MOST_DIMENSIONS).contains(&dimensions) {
            return Err(MeaningError::Unsupported(format!(
                "vectors of {dimensions} numbers; at most {MOST_DIMENSIONS}"
            )));
        }
        let mut file =
            OpenOptions::new().read(true).write(true).create(true).truncate(false).open(path).map_err(fault)?;
        lock(&file)?;
        let mut rows = Rows::new(dimensions);
        let (length, records) = match load(&file, dimensions, &mut rows).map_err(fault)? {
            Some(found) => found,
            None => {
                file.set_len(0).and_then(|()| file.rewind()).map_err(fault)?;
                file.write_all(&header(dimensions)).map_err(fault)?;
                (HEADER, 0)
            }
        };
        file.set_len(length).and_then(|()| file.seek(SeekFrom::Start(length))).map_err(fault)?;
        let log = Log { file, length, records, waiting: Vec::new() };
        Ok(Vectors { path: path.to_owned(), dimensions, rows: RwLock::new(rows), log: Mutex::new(log) })
    }

    /// Keeps the vector of a key in place of an older one; `text_hash` tells later whether the text is still that one.
    /// Found at once, on the disk after `flush`.
    pub fn put(&self, key: &str, text_hash: u64, vector: &[f32]) -> Result<(), MeaningError> {
        if key.is_empty() || key.len() > LONGEST_KEY {
            return Err(MeaningError::Vectors(format!("a key has 1 to {LONGEST_KEY} bytes, not {}", key.len())));
        }
        let row = Quantised::of(vector).filter(|_| vector.len() == self.dimensions);
        let row = row.ok_or_else(|| MeaningError::Vectors(format!("not {} finite numbers", self.dimensions)))?;
        let mut log = self.log();
        log.add(&put_record(key, text_hash, &row))?;
        self.rows.write().unwrap_or_else(PoisonError::into_inner).put(key, text_hash, &row);
        Ok(())
    }

    /// Whether the vector of this key is there and was made from the same text.
    pub fn has(&self, key: &str, text_hash: u64) -> bool {
        self.read().text_hash(key) == Some(text_hash)
    }

    /// Lets go of a key; nothing happens if it is not there.
    pub fn remove(&self, key: &str) -> Result<(), MeaningError> {
        let mut log = self.log();
        if self.read().text_hash(key).is_none() {
            return Ok(());
        }
        log.add(&record(REMOVE, key, &[]))?;
        self.rows.write().unwrap_or_else(PoisonError::into_inner).remove(key);
        Ok(())
    }

    /// How many keys have a vector.
    pub fn len(&self) -> usize {
        self.read().len()
    }

    /// Whether no key has a vector.
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Brings everything to the disk, and writes the file anew when more than half of it is out of date.
    pub fn flush(&self) -> Result<(), MeaningError> {
        let mut log = self.log();
        log.write()?;
        log.file.sync_data().map_err(fault)?;
        let live = self.len() as u64;
        if log.records > FEW && log.records > 2 * live {
            *log = self.rewrite()?;
        }
        Ok(())
    }

    /// The keys with the highest cosine to `query` (one long, as all vectors are) among those that `may` allows, best
    /// first: every row is looked at, so none is missed. `may` is asked only about keys that could be among the best.
    pub fn nearest(&self, query: &[f32], top: usize, may: &dyn Fn(&str) -> bool) -> Vec<(String, f32)> {
        self.read().nearest(query, top, may)
    }

    /// The cosine of one key's vector to `query`, for what was found by its words; none without a vector.
    pub fn similarity(&self, query: &[f32], key: &str) -> Option<f32> {
        self.read().similarity(query, key)
    }

    fn read(&self) -> RwLockReadGuard<'_, Rows> {
        self.rows.read().unwrap_or_else(PoisonError::into_inner)
    }

    fn log(&self) -> MutexGuard<'_, Log> {
        self.log.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Writes what is alive into a new file and puts it in the old one's place; a crash leaves one of the two.
    fn rewrite(&self) -> Result<Log, MeaningError> {
        let draft = self.path.with_extension("draft");
        let written = self.write_anew(&draft).and_then(|log| {
            fs::rename(&draft, &self.path).map_err(fault)?;
            let folder = self.path.parent().filter(|folder| !folder.as_os_str().is_empty());
            File::open(folder.unwrap_or(Path::new("."))).and_then(|folder| folder.sync_all()).map_err(fault)?;
            Ok(log)
        });
        if written.is_err() {
            let _ = fs::remove_file(&draft);
        }
        written
    }

    fn write_anew(&self, draft: &Path) -> Result<Log, MeaningError> {
        let file = OpenOptions::new().read(true).write(true).create(true).truncate(true).open(draft).map_err(fault)?;
        lock(&file)?;
        let mut out = BufWriter::with_capacity(WAITING, file);
        out.write_all(&header(self.dimensions)).map_err(fault)?;
        let (mut length, mut records) = (HEADER, 0);
        for (key, text_hash, row) in self.read().all() {
            let record = put_record(key, text_hash, &row);
            out.write_all(&record).map_err(fault)?;
            length += record.len() as u64;
            records += 1;
        }
        let file = out.into_inner().map_err(|error| fault(error.into_error()))?;
        file.sync_all().map_err(fault)?;
        Ok(Log { file, length, records, waiting: Vec::new() })
    }
}

impl Log {
    fn add(&mut self, record: &[u8]) -> Result<(), MeaningError> {
        if self.waiting.len() >= WAITING {
            self.write()?;
        }
        self.waiting.extend_from_slice(record);
        self.records += 1;
        Ok(())
    }

    /// Appends what waits; what was written only in part is taken back, to be tried again.
    fn write(&mut self) -> Result<(), MeaningError> {
        if let Err(error) = self.file.write_all(&self.waiting) {
            let _ = self.file.set_len(self.length).and_then(|()| self.file.seek(SeekFrom::Start(self.length)));
            return Err(fault(error));
        }
        self.length += self.waiting.len() as u64;
        self.waiting.clear();
        Ok(())
    }
}

/// Reads records up to the first that is not whole; answers where that is and how many came before. None if the file
/// is not one of these.
fn load(file: &File, dimensions: usize, rows: &mut Rows) -> std::io::Result<Option<(u64, u64)>> {
    let mut reader = BufReader::with_capacity(WAITING, file);
    let mut start = Vec::new();
    reader.by_ref().take(HEADER).read_to_end(&mut start)?;
    if start != header(dimensions) {
        return Ok(None);
    }
    let (mut length, mut records) = (HEADER, 0);
    let mut record = Vec::new();
    while let Some(size) = next(&mut reader, dimensions, &mut record)? {
        if apply(&record, rows).is_none() {
            break;
        }
        length += size;
        records += 1;
    }
    Ok(Some((length, records)))
}

/// The next whole record into `into`, without its checksum, and its size in the file.
fn next(reader: &mut impl Read, dimensions: usize, into: &mut Vec<u8>) -> std::io::Result<Option<u64>> {
    into.clear();
    reader.take(2).read_to_end(into)?;
    let [kind, key] = **into else { return Ok(None) };
    let rest = usize::from(key) + if kind == PUT { 12 + dimensions } else { 0 };
    reader.take(rest as u64 + 4).read_to_end(into)?;
    let Some((record, checksum)) = into.split_last_chunk::<4>().filter(|(record, _)| record.len() == 2 + rest) else {
        return Ok(None);
    };
    if crc32fast::hash(record) != u32::from_le_bytes(*checksum) {
        return Ok(None);
    }
    into.truncate(2 + rest);
    Ok(Some(into.len() as u64 + 4))
}

fn apply(record: &[u8], rows: &mut Rows) -> Option<()> {
    let (&[kind, length], rest) = record.split_first_chunk()?;
    let (key, rest) = rest.split_at_checked(usize::from(length))?;
    let key = std::str::from_utf8(key).ok()?;
    if kind == REMOVE {
        rows.remove(key);
        return Some(());
    }
    let (text_hash, rest) = rest.split_first_chunk()?;
    let (scale, codes) = rest.split_first_chunk()?;
    let row = Quantised { scale: f32::from_le_bytes(*scale), codes: codes.to_vec() };
    (kind == PUT).then(|| rows.put(key, u64::from_le_bytes(*text_hash), &row))
}

fn put_record(key: &str, text_hash: u64, row: &Quantised) -> Vec<u8> {
    record(PUT, key, &[&text_hash.to_le_bytes()[..], &row.scale.to_le_bytes(), &row.codes].concat())
}

/// A record: its kind, the key's length, the key, for PUT the text's hash, the scale and the codes, then a CRC-32.
fn record(kind: u8, key: &str, rest: &[u8]) -> Vec<u8> {
    let length = u8::try_from(key.len()).unwrap_or(u8::MAX);
    let mut bytes = [&[kind, length], key.as_bytes(), rest].concat();
    let checksum = crc32fast::hash(&bytes);
    bytes.extend_from_slice(&checksum.to_le_bytes());
    bytes
}

fn header(dimensions: usize) -> Vec<u8> {
    let dimensions = u32::try_from(dimensions).unwrap_or(u32::MAX);
    [&MAGIC[..], &dimensions.to_le_bytes()].concat()
}

/// Tries for a moment, since a lock may outlive its file by a breath.
fn lock(file: &File) -> Result<(), MeaningError> {
    for _ in 0..20 {
        match file.try_lock() {
            Ok(()) => return Ok(()),
            Err(TryLockError::Error(error)) => return Err(fault(error)),
            Err(TryLockError::WouldBlock) => thread::sleep(Duration::from_millis(5)),
        }
    }
    Err(fault("another process uses the file"))
}

fn fault(error: impl Display) -> MeaningError {
    MeaningError::Vectors(error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::db::{hex, random_bytes};

    type Outcome = Result<(), MeaningError>;

    fn place() -> PathBuf {
        std::env::temp_dir().join(format!("claimdesk-vectors-{}", hex(&random_bytes::<6>())))
    }

    fn keys(vectors: &Vectors, query: &[f32]) -> Vec<String> {
        vectors.nearest(query, 9, &|_| true).into_iter().map(|(key, _)| key).collect()
    }

    #[test]
    fn what_was_kept_is_there_after_opening_again() -> Outcome {
        let path = place();
        let vectors = Vectors::open(&path, 2)?;
        assert!(Vectors::open(&path, 2).is_err(), "one process at a time");
        vectors.put("claim:a", 1, &[1.0, 0.0])?;
        vectors.put("claim:b", 2, &[0.0, 1.0])?;
        vectors.put("claim:c", 3, &[0.6, 0.8])?;
        vectors.put("claim:a", 4, &[-1.0, 0.0])?;
        vectors.remove("claim:b")?;
        vectors.remove("claim:never")?;
        let before = (vectors.len(), vectors.nearest(&[1.0, 0.0], 9, &|_| true));
        vectors.flush()?;
        drop(vectors);
        let vectors = Vectors::open(&path, 2)?;
        assert_eq!((vectors.len(), vectors.nearest(&[1.0, 0.0], 9, &|_| true)), before);
        assert_eq!(keys(&vectors, &[1.0, 0.0]), ["claim:c", "claim:a"]);
        assert!(vectors.has("claim:a", 4) && !vectors.has("claim:a", 1) && !vectors.has("claim:b", 2));
        vectors.put("claim:d", 5, &[0.0, 1.0])?;
        assert_eq!(keys(&vectors, &[0.0, 1.0]), ["claim:d", "claim:c", "claim:a"]);
        let long = "k".repeat(LONGEST_KEY + 1);
        let refused: [(&str, &[f32]); 4] =
            [("", &[1.0, 0.0]), (&long, &[1.0, 0.0]), ("a", &[1.0]), ("a", &[f32::NAN, 0.0])];
        assert!(refused.iter().all(|(key, vector)| vectors.put(key, 1, vector).is_err()));
        let _ = fs::remove_file(path);
        Ok(())
    }

    #[test]
    fn a_torn_or_flipped_end_costs_only_what_stands_after_it() -> Outcome {
        let path = place();
        let vectors = Vectors::open(&path, 2)?;
        for (number, key) in ["claim:a", "claim:b", "claim:c"].into_iter().enumerate() {
            vectors.put(key, number as u64, &[1.0, 0.0])?;
        }
        vectors.flush()?;
        drop(vectors);
        let whole = fs::read(&path).map_err(fault)?;
        let size = (whole.len() - 12) / 3;
        for cut in 0..whole.len() {
            fs::write(&path, &whole[..cut]).map_err(fault)?;
            let vectors = Vectors::open(&path, 2)?;
            assert_eq!(vectors.len(), cut.saturating_sub(12) / size, "cut at {cut}");
            vectors.put("claim:z", 9, &[0.0, 1.0])?;
            vectors.flush()?;
            drop(vectors);
            assert!(Vectors::open(&path, 2)?.has("claim:z", 9), "cut at {cut}");
            let mut flipped = whole.clone();
            flipped[cut] ^= 0x10;
            fs::write(&path, &flipped).map_err(fault)?;
            assert_eq!(Vectors::open(&path, 2)?.len(), cut.saturating_sub(12) / size, "flipped at {cut}");
        }
        fs::write(&path, &whole).map_err(fault)?;
        assert!(
            Vectors::open(&path, 3)?.is_empty() && Vectors::open(&path, 2)?.is_empty(),
            "other dimensions begin anew"
        );
        let _ = fs::remove_file(path);
        Ok(())
    }

    #[test]
    fn the_file_is_written_anew_when_most_of_it_is_out_of_date() -> Outcome {
        let path = place();
        let vectors = Vectors::open(&path, 4)?;
        for round in 0..100_u64 {
            for key in ["claim:a", "claim:b", "claim:c"] {
                vectors.put(key, round, &[1.0, 0.0, 0.0, round as f32])?;
            }
        }
        vectors.remove("claim:b")?;
        vectors.flush()?;
        let record = put_record("claim:a", 0, &Quantised { scale: 0.0, codes: vec![0; 4] }).len() as u64;
        assert_eq!(fs::metadata(&path).map_err(fault)?.len(), HEADER + 2 * record);
        vectors.put("claim:d", 7, &[0.0, 1.0, 0.0, 0.0])?;
        vectors.flush()?;
        assert!(Vectors::open(&path, 4).is_err(), "the new file is held as the old one was");
        drop(vectors);
        let vectors = Vectors::open(&path, 4)?;
        assert!(vectors.has("claim:a", 99) && vectors.has("claim:c", 99) && vectors.has("claim:d", 7));
        assert_eq!(vectors.len(), 3);
        let _ = fs::remove_file(path);
        Ok(())
    }
}
