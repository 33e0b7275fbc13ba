//! A ZIP file whose files are stored as they are: what WACZ wants of an archive, and no more of the format than that.

use std::io::{Error, ErrorKind, Result, Write};

use chrono::{DateTime, Datelike, Timelike, Utc};

const UTF_8_NAMES: u16 = 1 << 11;
const VERSION: u16 = 20;
const YEARS_FROM: i32 = 1980;

/// A ZIP file in the making: below 4 GiB and 65,535 files, as it was before ZIP64.
pub(super) struct Zip<W: Write> {
    out: W,
    at: u64,
    directory: Vec<u8>,
    files: u16,
    moment: [u8; 4],
}

impl<W: Write> Zip<W> {
    /// Every file in it will bear this moment.
    pub(super) fn new(out: W, moment: DateTime<Utc>) -> Self {
        Self { out, at: 0, directory: Vec::new(), files: 0, moment: dos(moment) }
    }

    pub(super) fn add(&mut self, name: &str, bytes: &[u8]) -> Result<()> {
        let (size, at) = (small(bytes.len() as u64)?, small(self.at)?.to_le_bytes());
        let length = u16::try_from(name.len()).map_err(|_| too_large())?.to_le_bytes();
        let (checksum, size) = (crc32fast::hash(bytes).to_le_bytes(), size.to_le_bytes());
        let (version, flags, none) = (VERSION.to_le_bytes(), UTF_8_NAMES.to_le_bytes(), [0; 2]);
        let both = [&version[..], &flags, &none, &self.moment, &checksum, &size, &size, &length, &none].concat();
        self.put(&[b"PK\x03\x04", both.as_slice(), name.as_bytes()].concat())?;
        self.put(bytes)?;
        let only_listed = [&none[..], &none, &none, &[0; 4], &at].concat(); // comment, disk, attributes, offset
        let entry = [b"PK\x01\x02", &version[..], &both, &only_listed, name.as_bytes()].concat();
        self.directory.extend_from_slice(&entry);
        self.files = self.files.checked_add(1).ok_or_else(too_large)?;
        Ok(())
    }

    /// Writes the directory; without it the file is none.
    pub(super) fn finish(mut self) -> Result<W> {
        let (at, size) = (small(self.at)?.to_le_bytes(), small(self.directory.len() as u64)?.to_le_bytes());
        let (files, none) = (self.files.to_le_bytes(), [0; 2]);
        let directory = std::mem::take(&mut self.directory);
        self.put(&directory)?;
        self.put(&[b"PK\x05\x06", &none[..], &none, &files, &files, &size, &at, &none].concat())?;
        small(self.at)?;
        self.out.flush()?;
        Ok(self.out)
    }

    fn put(&mut self, bytes: &[u8]) -> Result<()> {
        self.at += bytes.len() as u64;
        self.out.write_all(bytes)
    }
}

fn small(number: u64) -> Result<u32> {
    u32::try_from(number).ok().filter(|&it| it != u32::MAX).ok_or_else(too_large)
}

fn too_large() -> Error {
    Error::new(ErrorKind::FileTooLarge, "more than a ZIP file without ZIP64 holds")
}

fn dos(moment: DateTime<Utc>) -> [u8; 4] {
    let years = (moment.year() - YEARS_FROM).clamp(0, 127).unsigned_abs();
    let date = (years << 9) | (moment.month() << 5) | moment.day();
    let time = (moment.hour() << 11) | (moment.minute() << 5) | (moment.second() / 2);
    ((date << 16) | time).to_le_bytes()
}
