//! `claimdesk verify`: proves the log, and that everything is what the log says. Names the first thing that is wrong.

use std::collections::{HashMap, HashSet};

use diesel::prelude::*;
use serde_json::Value;

use super::open;
use crate::admin::{fetching, policies, store as admin, worth};
use crate::app::App;
use crate::articles::{dismissals, releases, store as articles};
use crate::checks::{decisions, document::Document, evidence, notices, publishing, scale, store as checks};
use crate::claims::{claimants, contributions, matches, places, store as claims, topics};
use crate::config::{Place, Serving};
use crate::corrections::{retractions, withholdings};
use crate::db::{Db, sha256};
use crate::discussion::comments;
use crate::discussion::store as tasks;
use crate::error::{Error, Result};
use crate::events::rules::{GENESIS, Thing, canonical, commitment};
use crate::events::store::{Event, EventWords, head};
use crate::evidence::{archivings, captures, notes, origins, proofs, protected, store as sources};
use crate::external::store as external;
use crate::people::access::{self, AccessList};
use crate::people::store as people;
use crate::schema::{content_documents, event_words, events};
use crate::text::anchor;

/// Rows read at a time.
const BATCH: i64 = 500;

/// What was proved, in numbers.
#[derive(Debug, Default, serde::Serialize)]
pub struct Proof {
    pub events: i64,
    pub head: String,
    pub things: usize,
    /// Events whose words have been erased: the chain holds, and no thing may rest on one of them.
    pub erased: usize,
    pub documents: usize,
    pub versions: usize,
    pub files: usize,
}

/// Runs the proof and prints it.
pub fn run(place: &Place, serving: &Serving) -> Result<()> {
    let app = open(place, serving)?;
    let proof = verify(&app)?;
    println!("{}", serde_json::to_string(&proof)?);
    Ok(())
}

/// Proves everything from one consistent state; the error is the first thing that is wrong, in one line.
pub fn verify(app: &App) -> Result<Proof> {
    let blobs = app.blobs().clone();
    let (mut proof, named) = app.database().read(|db| {
        let mut proof = Proof::default();
        let last = chain(db, &mut proof)?;
        let named = things(db, last, &mut proof)?;
        anchored(db)?;
        documents(db, &mut proof)?;
        published(db, &mut proof)?;
        integrity(db)?;
        Ok((proof, named))
    })?;
    for hash in &named {
        if !blobs.path(hash).exists() {
            return Err(wrong(format!("the file {hash} is missing")));
        }
    }
    for hash in blobs.hashes()? {
        let bytes = std::fs::read(blobs.path(&hash))?;
        if sha256(&bytes) != hash {
            return Err(wrong(format!("the file {hash} does not hold what its name says")));
        }
        proof.files += 1;
    }
    Ok(proof)
}

fn wrong(line: impl Into<String>) -> Error {
    Error::startup(line)
}

/// What the last event about a thing says of it.
struct Last {
    seq: i64,
    state: String,
    content_hash: Option<String>,
    /// SHA-256 of its words; none where they have been erased.
    words: Option<String>,
}

type LastEvents = HashMap<(String, String), Last>;

fn chain(db: &mut Db, proof: &mut Proof) -> Result<LastEvents> {
    let mut last = LastEvents::new();
    let mut prev = GENESIS.to_owned();
    let mut seq = 0;
    loop {
        let batch: Vec<Event> = Event::query().filter(events::seq.gt(seq)).order(events::seq).limit(BATCH).load(db)?;
        let Some(newest) = batch.last().map(|event| event.seq) else { break };
        let words: Vec<EventWords> =
            EventWords::query().filter(event_words::seq.gt(seq)).filter(event_words::seq.le(newest)).load(db)?;
        let words: HashMap<i64, EventWords> = words.into_iter().map(|words| (words.seq, words)).collect();
        for event in batch {
            link(&event, seq, &prev)?;
            let words = thing_words(&event, words.get(&event.seq))?;
            proof.erased += usize::from(words.is_none());
            (seq, prev) = (event.seq, event.hash.clone());
            last.insert(
                (event.subject_kind, event.subject_id),
                Last { seq, state: event.state, content_hash: event.content_hash, words },
            );
        }
    }
    let (head_seq, head_hash) = head(db)?;
    if head_seq != seq || head_hash != prev {
        return Err(wrong(format!("the log ends at event {seq}, but its head says {head_seq}")));
    }
    (proof.events, proof.head) = (seq, prev);
    Ok(last)
}

fn link(event: &Event, before: i64, prev: &str) -> Result<()> {
    if event.seq != before + 1 {
        return Err(wrong(format!("event {} is missing", before + 1)));
    }
    if event.prev_hash != prev || event.entry().hash()? != event.hash {
        return Err(wrong(format!("event {} has been changed", event.seq)));
    }
    Ok(())
}

fn thing_words(event: &Event, words: Option<&EventWords>) -> Result<Option<String>> {
    let Some(words) = words else { return Ok(None) };
    if commitment(&words.salt, &words.words) != event.commitment {
        return Err(wrong(format!("the words of event {} have been changed", event.seq)));
    }
    let value: Value = serde_json::from_str(&words.words)
        .map_err(|_| wrong(format!("the words of event {} do not read", event.seq)))?;
    Ok(Some(sha256(canonical(&value["thing"])?.as_bytes())))
}

/// Compares every thing with its last event; answers the hashes of all files that rows name.
fn things(db: &mut Db, mut last: LastEvents, proof: &mut Proof) -> Result<HashSet<String>> {
    let mut named = HashSet::new();
    let desk = admin::desk(db)?;
    if desk.revision > 0 {
        compare(&desk, &mut last, proof)?;
    }
    for setting in admin::gate_levels(db)? {
        compare(&setting, &mut last, proof)?;
    }
    each(db, people::every, |thing| compare(thing, &mut last, proof))?;
    each(db, people::every_invitation, |thing| compare(thing, &mut last, proof))?;
    each(db, fetching::every, |thing| compare(thing, &mut last, proof))?;
    each(db, policies::every, |thing| compare(thing, &mut last, proof))?;
    each(db, topics::every, |thing| compare(thing, &mut last, proof))?;
    each(db, claimants::every, |thing| compare(thing, &mut last, proof))?;
    each(db, scale::every, |thing| compare(thing, &mut last, proof))?;
    each(db, articles::every, |thing| compare(thing, &mut last, proof))?;
    each(db, articles::every_version, |thing| {
        named.insert(thing.blob.clone());
        text_is("the text of an article version", thing.id.as_str(), &thing.text, &thing.text_hash)?;
        compare(thing, &mut last, proof)
    })?;
    each(db, dismissals::every, |thing| compare(thing, &mut last, proof))?;
    each(db, releases::every_rule, |thing| compare(thing, &mut last, proof))?;
    each(db, releases::every, |thing| compare(thing, &mut last, proof))?;
    each(db, worth::every, |thing| {
        named.insert(thing.blob.clone());
        compare(thing, &mut last, proof)
    })?;
    each(db, claims::every, |thing| compare(thing, &mut last, proof))?;
    each(db, places::every, |thing| compare(thing, &mut last, proof))?;
    each(db, contributions::every, |thing| compare(thing, &mut last, proof))?;
    each(db, external::every, |thing| compare(thing, &mut last, proof))?;
    each(db, matches::every, |thing| compare(thing, &mut last, proof))?;
    each(db, withholdings::every, |thing| compare(thing, &mut last, proof))?;
    each(db, retractions::every, |thing| compare(thing, &mut last, proof))?;
    let lists: Vec<String> =
        last.keys().filter(|(kind, _)| kind == AccessList::KIND).map(|(_, id)| id.clone()).collect();
    for list in access::every(db, lists)? {
        compare(&list, &mut last, proof)?;
    }
    each(db, sources::every, |thing| compare(thing, &mut last, proof))?;
    each(db, sources::every_snapshot, |thing| {
        named.insert(thing.blob.clone());
        text_is("the text of a snapshot", thing.id.as_str(), &thing.text, &thing.text_hash)?;
        compare(thing, &mut last, proof)
    })?;
    each(db, captures::every, |thing| {
        named.extend(thing.warc.iter().chain(&thing.payload_hash).cloned());
        compare(thing, &mut last, proof)
    })?;
    each(db, archivings::every, |thing| compare(thing, &mut last, proof))?;
    each(db, proofs::every, |thing| {
        let id = thing.id.as_str();
        thing.read().ok_or_else(|| wrong(format!("the time proof {id} does not belong to what it is kept for")))?;
        compare(thing, &mut last, proof)
    })?;
    each(db, protected::every, |thing| compare(thing, &mut last, proof))?;
    each(db, notes::every, |thing| compare(thing, &mut last, proof))?;
    each(db, origins::every, |thing| compare(thing, &mut last, proof))?;
    each(db, notices::every, |thing| compare(thing, &mut last, proof))?;
    each(db, checks::every, |thing| compare(thing, &mut last, proof))?;
    each(db, checks::every_draft, |thing| compare(thing, &mut last, proof))?;
    each(db, evidence::every, |thing| compare(thing, &mut last, proof))?;
    each(db, decisions::every_decision, |thing| compare(thing, &mut last, proof))?;
    each(db, publishing::every_version, |thing| compare(thing, &mut last, proof))?;
    each(db, comments::every, |thing| compare(thing, &mut last, proof))?;
    each(db, tasks::every, |thing| compare(thing, &mut last, proof))?;
    match last.into_iter().min_by_key(|(_, last)| last.seq) {
        Some(((kind, id), _)) => Err(wrong(format!("the {kind} {id} is missing"))),
        None => Ok(named),
    }
}

fn text_is(what: &str, id: &str, text: &str, hash: &str) -> Result<()> {
    if sha256(text.as_bytes()) == hash { Ok(()) } else { Err(wrong(format!("{what} ({id}) has been changed"))) }
}

fn each<T: Thing>(
    db: &mut Db,
    load: impl Fn(&mut Db, &str, i64) -> Result<Vec<T>>,
    mut work: impl FnMut(&T) -> Result<()>,
) -> Result<()> {
    let mut after = String::new();
    loop {
        let batch = load(db, &after, BATCH)?;
        let Some(newest) = batch.last().map(Thing::key) else { return Ok(()) };
        batch.iter().try_for_each(&mut work)?;
        after = newest;
    }
}

fn compare<T: Thing>(thing: &T, last: &mut LastEvents, proof: &mut Proof) -> Result<()> {
    let name = format!("the {} {}", T::KIND, thing.key());
    let Some(told) = last.remove(&(T::KIND.to_owned(), thing.key())) else {
        return Err(wrong(format!("{name} stands in no event")));
    };
    if told.state != thing.state() {
        return Err(wrong(format!("{name} is {}, but event {} says {}", thing.state(), told.seq, told.state)));
    }
    if told.content_hash != thing.content_hash() {
        return Err(wrong(format!("the content of {name} is not what event {} says", told.seq)));
    }
    let words = sha256(canonical(&thing.words())?.as_bytes());
    let Some(told_words) = told.words else {
        return Err(wrong(format!("the words of event {}, the last about {name}, are missing", told.seq)));
    };
    if told_words != words {
        return Err(wrong(format!("{name} has been changed since event {}", told.seq)));
    }
    proof.things += 1;
    Ok(())
}

/// Every passage that a claim is said to stand at holds exactly the words it is known by.
fn anchored(db: &mut Db) -> Result<()> {
    let mut texts: HashMap<String, String> = HashMap::new();
    let mut after = String::new();
    loop {
        let batch = places::every(db, &after, BATCH)?;
        let Some(newest) = batch.last().map(Thing::key) else { return Ok(()) };
        for place in batch.iter().filter(|place| place.holds()) {
            if !texts.contains_key(place.version_id.as_str()) {
                texts.clear();
                texts.insert(place.version_id.to_string(), articles::version(db, &place.version_id)?.text);
            }
            let text = texts.get(place.version_id.as_str()).map(String::as_str).unwrap_or_default();
            let point = |at: Option<i32>| at.and_then(|at| usize::try_from(at).ok()).unwrap_or(usize::MAX);
            let exact = place.exact.as_deref().unwrap_or_default();
            if !anchor::holds(text, point(place.start_at), point(place.end_at), exact) {
                return Err(wrong(format!("the passage of the claim {} is not in its article", place.claim_id)));
            }
        }
        after = newest;
    }
}

fn documents(db: &mut Db, proof: &mut Proof) -> Result<()> {
    let mut after = String::new();
    loop {
        let batch: Vec<(String, String)> = content_documents::table
            .filter(content_documents::hash.gt(&after))
            .order(content_documents::hash)
            .limit(BATCH)
            .select((content_documents::hash, content_documents::body))
            .load(db)?;
        let Some(newest) = batch.last().map(|(hash, _)| hash.clone()) else { return Ok(()) };
        for (hash, body) in batch {
            if sha256(body.as_bytes()) != hash || Document::parse(&body).is_err() {
                return Err(wrong(format!("the content document {hash} has been changed")));
            }
            proof.documents += 1;
        }
        after = newest;
    }
}

/// Every published version shows what an approval covers, and no approver contributed to it.
fn published(db: &mut Db, proof: &mut Proof) -> Result<()> {
    let mut after = String::new();
    loop {
        let batch = publishing::every_version(db, &after, BATCH)?;
        let Some(newest) = batch.last().map(Thing::key) else { return Ok(()) };
        for version in batch {
            let name = format!("version {} of the check {}", version.number, version.check_id);
            let decision =
                decisions::decision(db, &version.decision_id).map_err(|_| wrong(format!("{name} has no approval")))?;
            let covered = decision.content_hash == version.content_hash && decision.draft_id == version.draft_id;
            if !covered || decision.outcome != crate::checks::rules::Outcome::Approved {
                return Err(wrong(format!("{name} is not what was approved")));
            }
            let document =
                checks::document(db, &version.content_hash).map_err(|_| wrong(format!("{name} has no document")))?;
            let own = document.byline.iter().any(|part| part.person == decision.person_id.as_str());
            if own && decision.kind == crate::checks::rules::DecisionKind::Approval {
                return Err(wrong(format!("{name} was approved by somebody who contributed to it")));
            }
            if !checks::quotes_found(db, &document)? {
                return Err(wrong(format!("a quote in {name} is not in its snapshot")));
            }
            proof.versions += 1;
        }
        after = newest;
    }
}

#[derive(QueryableByName)]
struct Line {
    #[diesel(sql_type = diesel::sql_types::Text)]
    value: String,
}

fn integrity(db: &mut Db) -> Result<()> {
    let Some(c) = db.sqlite() else { return Ok(()) };
    let line: Line =
        diesel::sql_query("SELECT integrity_check AS value FROM pragma_integrity_check LIMIT 1").get_result(c)?;
    if line.value == "ok" { Ok(()) } else { Err(wrong(format!("the database file is damaged: {}", line.value))) }
}
