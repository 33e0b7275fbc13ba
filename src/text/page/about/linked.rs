//! JSON-LD of a page, as far as it says what the page is.

use super::{clean, dates};
use chrono::NaiveDate;
use serde_json::{Map, Value};
use std::collections::HashMap;

/// Bytes of scripts that are read.
const MOST: usize = 2_000_000;
/// Objects that are looked at.
const MOST_THINGS: usize = 1_000;

/// What the object that describes the page says.
#[derive(Default)]
pub(super) struct Linked {
    pub(super) headline: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) publisher: Option<String>,
    /// The name of the whole site.
    pub(super) site: Option<String>,
    pub(super) published: Option<NaiveDate>,
    pub(super) modified: Option<NaiveDate>,
    pub(super) language: Option<String>,
    pub(super) address: Option<String>,
}

type Thing = Map<String, Value>;

impl Linked {
    pub(super) fn of(scripts: &[String]) -> Self {
        let mut left = MOST;
        let values: Vec<Value> = scripts
            .iter()
            .filter(|it| {
                let fits = it.len() <= left;
                left = left.saturating_sub(it.len());
                fits
            })
            .filter_map(|it| parse(it))
            .collect();
        let things = things(&values);
        let known = known(&things);
        let site = things.iter().find(|it| is(it, &["WebSite"])).and_then(|it| text(it.get("name")));
        let Some(page) = things.iter().min_by_key(rank).filter(|it| rank(it) < NO_PAGE) else {
            return Self { site, ..Self::default() };
        };
        let names = |property: &str| page.get(property).map(|it| named(it, &known)).unwrap_or_default();
        let date = |property: &str| page.get(property).and_then(Value::as_str).and_then(dates::date);
        let address = page.get("mainEntityOfPage").and_then(id).or_else(|| page.get("url").and_then(id));
        Self {
            headline: text(page.get("headline")).or_else(|| text(page.get("name"))),
            authors: [names("author"), names("creator")].into_iter().find(|it| !it.is_empty()).unwrap_or_default(),
            publisher: names("publisher").into_iter().next(),
            site,
            published: date("datePublished").or_else(|| date("dateCreated")),
            modified: date("dateModified"),
            language: text(page.get("inLanguage")),
            address: address.filter(|it| it.starts_with("http")).map(str::to_owned),
        }
    }
}

/// JSON, also where line breaks stand in its strings or a comment around it.
fn parse(script: &str) -> Option<Value> {
    let script = script.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
    let script = script.trim_start_matches("//<![CDATA[").trim_end_matches("//]]>").trim_end_matches(';');
    let mended = || script.chars().map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
    serde_json::from_str(script).or_else(|_| serde_json::from_str(&mended())).ok()
}

/// Objects that stand for the page or something on it, in their order; not what is listed or linked there.
fn things(values: &[Value]) -> Vec<&Thing> {
    let mut found = Vec::new();
    let mut waiting: Vec<&Value> = values.iter().rev().collect();
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(values) => waiting.extend(values.iter().rev()),
            Value::Object(thing) => {
                found.push(thing);
                waiting.extend(["mainEntity", "@graph"].iter().filter_map(|it| thing.get(*it)));
            }
            _ => {}
        }
        if found.len() >= MOST_THINGS {
            break;
        }
    }
    found
}

fn known<'a>(things: &[&'a Thing]) -> HashMap<&'a str, &'a Thing> {
    things.iter().filter_map(|it| Some((it.get("@id")?.as_str()?, *it))).filter(|it| it.1.len() > 1).collect()
}

fn is(thing: &Thing, names: &[&str]) -> bool {
    kinds(thing).any(|kind| names.contains(&kind))
}

fn kinds(thing: &Thing) -> impl Iterator<Item = &str> {
    let kinds = thing.get("@type");
    let many = kinds.and_then(Value::as_array).into_iter().flatten();
    let local = |it: &'_ str| it.rfind(['/', '#', ':']).map_or(0, |at| at + 1);
    many.chain(kinds.filter(|it| it.is_string()))
        .filter_map(Value::as_str)
        .map(move |it| it.get(local(it)..).unwrap_or(it))
}

const NO_PAGE: usize = 4;

/// How likely a thing is what the page is about, the least first.
fn rank(thing: &&&Thing) -> usize {
    let of = |kind: &str| match kind {
        "Report" | "ClaimReview" | "Dataset" | "LiveBlogPosting" => 0,
        it if it.ends_with("Article") || it.ends_with("Posting") => 0,
        "CreativeWork" | "Legislation" | "Book" | "Thesis" | "VideoObject" | "Review" => 2,
        it if it.ends_with("Page") => 3,
        _ => NO_PAGE,
    };
    kinds(thing).map(of).min().unwrap_or(NO_PAGE)
}

/// Names of people or organisations, however they are given.
fn named(value: &Value, known: &HashMap<&str, &Thing>) -> Vec<String> {
    let values = match value {
        Value::Array(values) => values.as_slice(),
        one => std::slice::from_ref(one),
    };
    let name = |value: &Value| match value {
        Value::Object(thing) => text(thing.get("name")).or_else(|| {
            let other = known.get(thing.get("@id")?.as_str()?)?;
            text(other.get("name"))
        }),
        other => text(Some(other)),
    };
    values.iter().take(super::MOST_AUTHORS).filter_map(name).collect()
}

/// A string, the first of several, or what an object has as its value or name.
fn text(value: Option<&Value>) -> Option<String> {
    let mut value = value?;
    for _ in 0..3 {
        value = match value {
            Value::Array(values) => values.first()?,
            Value::Object(thing) => ["@value", "alternateName", "name"].iter().find_map(|it| thing.get(*it))?,
            other => return clean(other.as_str()?),
        };
    }
    None
}

fn id(value: &Value) -> Option<&str> {
    value.as_str().or_else(|| value.get("@id")?.as_str())
}
