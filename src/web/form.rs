//! Forms: reading what was posted under a limit, taking it apart field by field, keeping it when something is wrong.

use std::str::FromStr;

use actix_web::web::{Bytes, Payload};
use actix_web::{HttpRequest, http::header};
use chrono::NaiveDate;
use futures_util::StreamExt;

use crate::error::{Error, Faults, Result, Say};

/// A file that came with a form.
#[derive(Debug, Clone)]
pub struct Upload {
    pub name: String,
    pub bytes: Vec<u8>,
}

/// What was posted: every field in order, and at most one file.
#[derive(Debug, Clone, Default)]
pub struct Fields {
    pairs: Vec<(String, String)>,
    file: Option<Upload>,
}

/// More fields than any form of ours has.
const MOST_FIELDS: usize = 5_000;

impl Fields {
    /// From pairs: forms that were kept while their writer signed in again, and tests.
    pub fn from_pairs(pairs: Vec<(String, String)>) -> Self {
        Fields { pairs, file: None }
    }

    /// The value of a field, empty where it did not come.
    pub fn one(&self, name: &str) -> &str {
        self.pairs.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// Every value of a field that may come several times.
    pub fn all(&self, name: &str) -> Vec<&str> {
        self.pairs.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    /// Whether a field came with this value: boxes and choices.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.pairs.iter().any(|(key, it)| key == name && it == value)
    }

    /// Everything but the form's own guard.
    pub fn typed(&self) -> impl Iterator<Item = &(String, String)> {
        self.pairs.iter().filter(|(key, _)| key != super::GUARD)
    }

    /// The file, unless its field was left empty.
    pub fn file(&self) -> Option<&Upload> {
        self.file.as_ref()
    }

    /// Sets a field, for pages that prefill a form.
    pub fn set(&mut self, name: &str, value: impl ToString) {
        self.pairs.push((name.to_owned(), value.to_string()));
    }

    /// Reads a request's body, never more than `limit` bytes of it.
    pub async fn read(request: &HttpRequest, body: Payload, limit: usize) -> Result<Fields> {
        let kind = request.headers().get(header::CONTENT_TYPE).and_then(|v| v.to_str().ok()).unwrap_or("");
        let length = request.headers().get(header::CONTENT_LENGTH).and_then(|v| v.to_str().ok()?.parse::<usize>().ok());
        if length.is_some_and(|length| length > limit) {
            return Err(Error::TooLarge(limit));
        }
        if kind.starts_with("multipart/form-data") {
            read_parts(request, body, limit).await
        } else if kind.starts_with("application/x-www-form-urlencoded") || length.unwrap_or(0) == 0 {
            read_pairs(body, limit).await
        } else {
            Err(Error::bad_request("form-kind"))
        }
    }
}

async fn read_pairs(mut body: Payload, limit: usize) -> Result<Fields> {
    let mut bytes = Vec::new();
    while let Some(chunk) = body.next().await {
        let chunk: Bytes = chunk.map_err(|_| Error::bad_request("form-broken"))?;
        if bytes.len() + chunk.len() > limit {
            return Err(Error::TooLarge(limit));
        }
        bytes.extend_from_slice(&chunk);
    }
    let mut fields = Fields::default();
    for (name, value) in url::form_urlencoded::parse(&bytes) {
        fields.push(name.into_owned(), value.into_owned())?;
    }
    Ok(fields)
}

async fn read_parts(request: &HttpRequest, body: Payload, limit: usize) -> Result<Fields> {
    let broken = |_| Error::bad_request("form-broken");
    let mut parts = actix_multipart::Multipart::new(request.headers(), body);
    let mut fields = Fields::default();
    let mut total = 0;
    while let Some(part) = parts.next().await {
        let mut part = part.map_err(broken)?;
        let mut bytes = Vec::new();
        while let Some(chunk) = part.next().await {
            let chunk = chunk.map_err(broken)?;
            total += chunk.len();
            if total > limit {
                return Err(Error::TooLarge(limit));
            }
            bytes.extend_from_slice(&chunk);
        }
        let filename = part.content_disposition().and_then(|d| d.get_filename().map(str::to_owned));
        let name = part.name().unwrap_or_default().to_owned();
        match filename {
            Some(file) if !file.is_empty() || !bytes.is_empty() => {
                fields.file = Some(Upload { name: clean_filename(&file), bytes });
            }
            Some(_) => {}
            None => fields.push(name, String::from_utf8(bytes).map_err(|_| Error::bad_request("form-not-utf8"))?)?,
        }
    }
    Ok(fields)
}

/// The last part of a name, without what a file system or a header could stumble over.
fn clean_filename(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    last.chars().filter(|c| !c.is_control() && *c != '"').take(120).collect()
}

impl Fields {
    fn push(&mut self, name: String, value: String) -> Result<()> {
        if self.pairs.len() >= MOST_FIELDS {
            return Err(Error::bad_request("form-broken"));
        }
        self.pairs.push((name, value));
        Ok(())
    }
}

/// Takes posted fields apart; every fault stands beside its field, and all are found in one go.
pub struct Reading<'a> {
    fields: &'a Fields,
    faults: Faults,
}

impl<'a> Reading<'a> {
    /// Starts on a form.
    pub fn new(fields: &'a Fields) -> Self {
        Reading { fields, faults: Faults::default() }
    }

    /// A text that may be empty: line ends as LF, trimmed, at most `max` code points.
    pub fn text(&mut self, name: &'static str, max: usize) -> String {
        if self.fields.all(name).len() > 1 {
            self.fault(name, Say::new("field-twice"));
        }
        let text = self.fields.one(name).replace("\r\n", "\n");
        let text = text.trim();
        if text.chars().any(|c| c == '\0' || (c.is_control() && !matches!(c, '\n' | '\t' | '\r'))) {
            self.fault(name, Say::new("field-control"));
        }
        if text.chars().count() > max {
            self.fault(name, Say::new("field-long").with("max", max));
        }
        text.to_owned()
    }

    /// A text that must be there.
    pub fn required(&mut self, name: &'static str, max: usize) -> String {
        let text = self.text(name, max);
        if text.is_empty() {
            self.fault(name, Say::new("field-required"));
        }
        text
    }

    /// A day as browsers send it, or none.
    pub fn date(&mut self, name: &'static str) -> Option<NaiveDate> {
        let text = self.text(name, 20);
        if text.is_empty() {
            return None;
        }
        let date = NaiveDate::parse_from_str(&text, "%Y-%m-%d").ok().filter(|date| {
            use chrono::Datelike;
            (1000..=9999).contains(&date.year())
        });
        if date.is_none() {
            self.fault(name, Say::new("date-invalid"));
        }
        date
    }

    /// A web address, or none.
    pub fn url(&mut self, name: &'static str) -> Option<String> {
        let text = self.text(name, 2000);
        if text.is_empty() {
            return None;
        }
        let good = url::Url::parse(&text)
            .is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.host_str().is_some());
        if !good || text.chars().any(char::is_whitespace) {
            self.fault(name, Say::new("url-invalid"));
        }
        Some(text)
    }

    /// One word of a closed list; `None` where the field is empty or wrong, which stands beside it.
    pub fn choice<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        let choice = self.optional(name);
        if choice.is_none() && self.fields.one(name).is_empty() {
            self.fault(name, Say::new("field-choose"));
        }
        choice
    }

    /// One word or key of a list, or none.
    pub fn optional<T: FromStr>(&mut self, name: &'static str) -> Option<T> {
        let text = self.text(name, 100);
        if text.is_empty() {
            return None;
        }
        let value = text.parse().ok();
        if value.is_none() {
            self.fault(name, Say::new("unknown-choice"));
        }
        value
    }

    /// Several keys of a list; what is none of them is passed over.
    pub fn many<T: FromStr>(&mut self, name: &str) -> Vec<T> {
        self.fields.all(name).into_iter().filter_map(|text| text.parse().ok()).collect()
    }

    /// A language tag of the shape of BCP 47.
    pub fn language(&mut self, name: &'static str) -> String {
        let text = self.text(name, 35);
        let fits = text.split('-').enumerate().all(|(n, part)| {
            let length = if n == 0 { 2..=3 } else { 1..=8 };
            length.contains(&part.len()) && part.chars().all(|c| c.is_ascii_alphanumeric())
        });
        if !fits {
            self.fault(name, Say::new("language-invalid"));
        }
        text
    }

    /// A ticked box.
    pub fn flag(&self, name: &str) -> bool {
        !self.fields.one(name).is_empty()
    }

    /// The revision that the form was made from; a form without one is broken.
    pub fn revision(&mut self) -> i32 {
        let revision = self.fields.one("revision").parse().ok();
        if revision.is_none() {
            self.fault("revision", Say::new("form-broken"));
        }
        revision.unwrap_or_default()
    }

    /// Adds a sentence beside a field.
    pub fn fault(&mut self, name: &'static str, say: Say) {
        if !self.faults.0.iter().any(|(field, _)| *field == name) {
            self.faults.add(name, say);
        }
    }

    /// Whether anything has been found wrong so far.
    pub fn faulty(&self) -> bool {
        !self.faults.0.is_empty()
    }

    /// Ends the reading: the value, or every fault.
    pub fn done<T>(self, value: T) -> Result<T> {
        if self.faults.0.is_empty() { Ok(value) } else { Err(Error::Invalid(self.faults)) }
    }
}

/// A form as its page shows it: what was typed, and what is wrong with it.
#[derive(Debug, Clone, Default)]
pub struct Filled {
    pub fields: Fields,
    pub faults: Vec<(&'static str, String)>,
}

impl Filled {
    /// A form prefilled with what stands now.
    pub fn with(pairs: &[(&str, String)]) -> Self {
        let pairs = pairs.iter().map(|(name, value)| ((*name).to_owned(), value.clone())).collect();
        Filled { fields: Fields::from_pairs(pairs), faults: Vec::new() }
    }

    /// What stands in a field.
    pub fn value(&self, name: &str) -> &str {
        self.fields.one(name)
    }

    /// Whether a box or choice is taken.
    pub fn has(&self, name: &str, value: &str) -> bool {
        self.fields.has(name, value)
    }

    /// The sentence beside a field, empty where all is well.
    pub fn fault(&self, name: &str) -> &str {
        self.faults.iter().find(|(field, _)| *field == name).map_or("", |(_, text)| text)
    }
}
