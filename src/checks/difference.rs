//! What changed between two content documents, part by part, for a person to read.

use super::document::{Document, EvidencePart};
use crate::text::diff::{self, Piece};

/// The parts that differ, with the differences in words; the names are those of `field-…`.
pub fn between(before: &Document, now: &Document) -> Vec<(&'static str, Vec<Piece>)> {
    parts(before)
        .into_iter()
        .zip(parts(now))
        .filter(|((_, a), (_, b))| a != b)
        .map(|((name, a), (_, b))| (name, diff::words(&a, &b)))
        .collect()
}

/// Every part of a document in plain text; nothing that the hash covers is left out.
fn parts(document: &Document) -> Vec<(&'static str, String)> {
    let date = |date: Option<chrono::NaiveDate>| date.map(|date| date.to_string()).unwrap_or_default();
    vec![
        ("statement", document.statement.clone()),
        ("language", document.language.clone()),
        ("claimant", claimant(document)),
        ("appearances", appearances(document)),
        ("verdict", verdict(document)),
        ("summary", document.summary.clone()),
        ("reasoning", document.reasoning.clone()),
        ("evidence", document.evidence.iter().map(evidence).collect()),
        ("as_of", date(document.as_of)),
        ("review_by", date(document.review_by)),
        ("single_source", document.reasons.single_source.clone()),
        ("no_appearance", document.reasons.no_appearance.clone()),
        ("correction", document.correction.as_ref().map(|it| format!("{}: {}", it.kind, it.note)).unwrap_or_default()),
    ]
}

fn claimant(document: &Document) -> String {
    let Some(part) = &document.claimant else { return String::new() };
    let name = part.name.clone().unwrap_or_default();
    let same_as = part.same_as.clone().unwrap_or_default();
    lines(&[&name, part.kind.as_str(), &part.aliases.join(", "), &part.description, &same_as])
}

fn appearances(document: &Document) -> String {
    let line = |part: &super::document::AppearancePart| {
        let date = part.date.map(|date| date.to_string()).unwrap_or_default();
        lines(&[part.url.as_deref().unwrap_or_default(), &part.platform, &date, &part.by])
    };
    document.appearances.iter().map(line).collect()
}

fn verdict(document: &Document) -> String {
    let Some(part) = &document.verdict else { return String::new() };
    let number = |number: Option<i32>| number.map(|number| number.to_string()).unwrap_or_default();
    let axis = format!("{} ({}–{})", number(part.number), number(part.worst), number(part.best));
    let axis = if part.number.is_some() { axis.as_str() } else { "" };
    lines(&[&part.icon, &part.label, axis, &part.description, &part.tone])
}

fn evidence(piece: &EvidencePart) -> String {
    let source = &piece.source;
    let quote = piece.quote.as_ref().map(|quote| format!("“{}”", quote.exact)).unwrap_or_default();
    let snapshot = piece.quote.as_ref().map(|quote| quote.snapshot.sha256.clone()).unwrap_or_default();
    let accessed = source.accessed_on.map(|date| date.to_string()).unwrap_or_default();
    let number = format!("[{}] {}", piece.number, piece.stance);
    let url = source.url.as_deref().unwrap_or_default();
    let kind = source.kind.as_str();
    let protected = source.protected.as_ref().map(|it| it.reason.clone()).unwrap_or_default();
    lines(&[
        &number,
        &quote,
        &piece.note,
        &source.title,
        &source.publisher,
        kind,
        url,
        &source.citation,
        &accessed,
        &snapshot,
        &protected,
    ])
}

fn lines(parts: &[&str]) -> String {
    let mut text: String = parts.iter().filter(|part| !part.is_empty()).copied().collect::<Vec<_>>().join(" · ");
    text.push('\n');
    text
}
