//! Several captures as one WACZ 1.1.1 file, which opens in a reader of archives.

use std::collections::BTreeSet;
use std::io::Write;

use chrono::{DateTime, SecondsFormat, Utc};
use serde::Serialize;

use super::signing::{SigningKey, Unsigned, sign};
use super::zip::Zip;
use super::{Broken, Record, answer, read, sha256, surt};

const VERSION: &str = "1.1.1";

/// What a WACZ says of itself.
#[derive(Debug, Clone)]
pub struct Package<'a> {
    pub title: &'a str,
    /// What writes the file, with its version.
    pub software: &'a str,
    pub created: DateTime<Utc>,
    /// When what it holds last changed.
    pub modified: DateTime<Utc>,
    /// What signs the file, where the desk has a key.
    pub key: Option<&'a SigningKey>,
}

/// One capture to be packed.
#[derive(Debug, Clone)]
pub struct Packed<'a> {
    /// The name of its file, without an ending: small ASCII letters, digits, `-`, `_`; no two alike.
    pub name: &'a str,
    /// A file that [`write`](super::write) made.
    pub warc: &'a [u8],
    pub page: Page<'a>,
}

/// How a reader lists the page of a capture; its address and moment are those of the capture's last answer.
#[derive(Debug, Clone)]
pub struct Page<'a> {
    pub title: &'a str,
    /// What the page says, for a reader to search in.
    pub text: Option<&'a str>,
}

/// Why captures cannot be packed.
#[derive(Debug)]
pub enum Unpackable {
    /// A name that is not allowed, or used twice.
    Name,
    /// A capture that cannot be read.
    Warc(Broken),
    /// The writer failed, or the file would grow beyond 4 GiB.
    Io(std::io::Error),
    /// The key cannot sign.
    Unsigned(Unsigned),
}

impl From<std::io::Error> for Unpackable {
    fn from(error: std::io::Error) -> Self {
        Self::Io(error)
    }
}

/// All captures as one file in memory.
pub fn pack(package: &Package, captures: &[Packed]) -> Result<Vec<u8>, Unpackable> {
    let mut wacz = Wacz::new(Vec::new(), package);
    captures.iter().try_for_each(|capture| wacz.add(capture))?;
    wacz.finish()
}

/// A WACZ in the making, for more captures than memory holds: each is written as it comes.
pub struct Wacz<'a, W: Write> {
    package: &'a Package<'a>,
    zip: Zip<W>,
    names: BTreeSet<String>,
    index: Vec<String>,
    pages: Vec<Listed>,
    resources: Vec<Resource>,
}

impl<'a, W: Write> Wacz<'a, W> {
    /// Begins the file; nothing is written before the first capture.
    pub fn new(out: W, package: &'a Package<'a>) -> Self {
        let zip = Zip::new(out, package.created);
        Self { package, zip, names: BTreeSet::new(), index: Vec::new(), pages: Vec::new(), resources: Vec::new() }
    }

    /// Packs one more capture.
    pub fn add(&mut self, capture: &Packed) -> Result<(), Unpackable> {
        let allowed = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-' || byte == b'_';
        if capture.name.is_empty() || !capture.name.bytes().all(allowed) || !self.names.insert(capture.name.to_owned())
        {
            return Err(Unpackable::Name);
        }
        let records = read(capture.warc).map_err(Unpackable::Warc)?;
        let page = Listed::of(capture, &records).ok_or(Unpackable::Warc(Broken::NoAnswer))?;
        let filename = format!("{}.warc.gz", capture.name);
        for record in records.iter().filter(|it| is_listed(it)) {
            self.index.push(line(record, &filename)?);
        }
        self.pages.push(page);
        self.store("archive", filename, capture.warc)
    }

    /// Writes the indexes, the list of pages and what describes them; gives the writer back.
    pub fn finish(mut self) -> Result<W, Unpackable> {
        self.index.sort_unstable();
        let index = std::mem::take(&mut self.index).concat();
        self.store("indexes", "index.cdxj".to_owned(), index.as_bytes())?;
        let header = serde_json::json!({
            "format": "json-pages-1.0", "id": "pages", "title": "All pages",
            "hasText": self.pages.iter().any(|page| page.text.is_some()),
        });
        let mut pages = format!("{header}\n");
        for page in &self.pages {
            pages.extend([json(page)?.as_str(), "\n"]);
        }
        self.store("pages", "pages.jsonl".to_owned(), pages.as_bytes())?;
        let description = json(&self.description())?;
        self.zip.add("datapackage.json", description.as_bytes())?;
        let hash = sha256(description.as_bytes());
        let mut digest = serde_json::json!({ "path": "datapackage.json", "hash": hash });
        if let (Some(key), Some(fields)) = (self.package.key, digest.as_object_mut()) {
            let created = seconds(self.package.created);
            let signed = sign(&hash, &created, self.package.software, key).map_err(Unpackable::Unsigned)?;
            fields.insert("signedData".into(), signed);
        }
        self.zip.add("datapackage-digest.json", digest.to_string().as_bytes())?;
        Ok(self.zip.finish()?)
    }

    fn store(&mut self, folder: &str, name: String, bytes: &[u8]) -> Result<(), Unpackable> {
        let path = format!("{folder}/{name}");
        self.zip.add(&path, bytes)?;
        self.resources.push(Resource { name, path, hash: sha256(bytes), bytes: bytes.len() });
        Ok(())
    }

    fn description(&self) -> Description<'_> {
        let main = self.pages.first();
        Description {
            profile: "data-package",
            wacz_version: VERSION,
            title: self.package.title,
            software: self.package.software,
            created: seconds(self.package.created),
            modified: seconds(self.package.modified),
            main_page_url: main.map(|page| page.url.as_str()),
            main_page_date: main.map(|page| page.ts.as_str()),
            resources: &self.resources,
        }
    }
}

#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Description<'a> {
    profile: &'static str,
    #[serde(rename = "wacz_version")]
    wacz_version: &'static str,
    title: &'a str,
    software: &'a str,
    created: String,
    modified: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_page_url: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    main_page_date: Option<&'a str>,
    resources: &'a [Resource],
}

#[derive(Serialize)]
struct Resource {
    name: String,
    path: String,
    hash: String,
    bytes: usize,
}

#[derive(Serialize)]
struct Listed {
    id: String,
    url: String,
    ts: String,
    title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    text: Option<String>,
}

impl Listed {
    fn of(capture: &Packed, records: &[Record]) -> Option<Self> {
        let record = answer(records)?;
        let at = DateTime::parse_from_rfc3339(record.field("WARC-Date")?).ok()?.to_utc();
        Some(Self {
            id: capture.name.to_owned(),
            url: record.field("WARC-Target-URI")?.to_owned(),
            ts: seconds(at),
            title: capture.page.title.to_owned(),
            text: capture.page.text.map(str::to_owned),
        })
    }
}

/// One line of the index, after its key and moment.
#[derive(Serialize)]
struct Indexed<'a> {
    url: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    mime: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    status: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    digest: Option<&'a str>,
    length: String,
    offset: String,
    filename: &'a str,
}

fn is_listed(record: &Record) -> bool {
    matches!(record.kind(), "response" | "revisit" | "resource")
}

fn line(record: &Record, filename: &str) -> Result<String, Unpackable> {
    let url = record.field("WARC-Target-URI").unwrap_or_default();
    let at: String =
        record.field("WARC-Date").unwrap_or_default().chars().filter(char::is_ascii_digit).take(14).collect();
    let declared = match record.kind() {
        "revisit" => Some("warc/revisit".to_owned()),
        "response" => record.header("content-type"),
        _ => record.field("Content-Type").map(str::to_owned),
    };
    let mime = declared.and_then(|it| it.split([';', ',', ' ', '\t']).next().map(str::to_owned));
    let indexed = Indexed {
        url,
        mime,
        status: record.status().map(|it| it.to_string()),
        digest: record.field("WARC-Payload-Digest"),
        length: record.packed.to_string(),
        offset: record.at.to_string(),
        filename,
    };
    Ok(format!("{} {at} {}\n", surt(url), json(&indexed)?))
}

fn json(value: &impl Serialize) -> Result<String, Unpackable> {
    serde_json::to_string(value).map_err(|error| Unpackable::Io(error.into()))
}

fn seconds(at: DateTime<Utc>) -> String {
    at.to_rfc3339_opts(SecondsFormat::Secs, true)
}
