//! ClaimReview, as search engines and archives read it (standards A1–A19), and the claim as a Web Annotation (C6).

use serde_json::{Map, Value, json};

use crate::checks::document::{ClaimantPart, Document};
use crate::claims::claimants::ClaimantKind;
use crate::claims::store::Claim;
use crate::db::Moment;

/// What the markup says beside the document.
pub struct Around<'a> {
    /// Canonical address of the check.
    pub url: &'a str,
    /// Our address and name: who publishes.
    pub base: &'a str,
    pub desk: &'a str,
    pub published_at: Moment,
    pub changed_at: Moment,
}

/// The markup of a check; none where no place of the claim is known (A15) or no verdict is given.
pub fn of(document: &Document, around: &Around) -> Option<Value> {
    let verdict = document.verdict.as_ref()?;
    let appearances: Vec<Value> = document
        .appearances
        .iter()
        .filter_map(|appearance| {
            let mut work = Map::new();
            work.insert("@type".into(), json!("CreativeWork"));
            work.insert("url".into(), json!(appearance.url.as_ref()?));
            if let Some(date) = appearance.date {
                work.insert("datePublished".into(), json!(date));
            }
            if !appearance.platform.is_empty() {
                work.insert("publisher".into(), json!({ "@type": "Organization", "name": appearance.platform }));
            }
            Some(Value::Object(work))
        })
        .collect();
    if appearances.is_empty() {
        return None;
    }
    let mut claim = Map::new();
    claim.insert("@type".into(), json!("Claim"));
    if let Some(author) = document.claimant.as_ref().and_then(claimant) {
        claim.insert("author".into(), author);
    }
    if let Some(date) = document.appearances.iter().filter_map(|appearance| appearance.date).min() {
        claim.insert("datePublished".into(), json!(date));
    }
    claim.insert("appearance".into(), json!(appearances));
    let mut rating = Map::new();
    rating.insert("@type".into(), json!("Rating"));
    rating.insert("alternateName".into(), json!(verdict.label));
    if let (Some(value), Some(best), Some(worst)) = (verdict.number, verdict.best, verdict.worst) {
        rating.insert("ratingValue".into(), json!(value));
        rating.insert("bestRating".into(), json!(best));
        rating.insert("worstRating".into(), json!(worst));
    }
    let mut review = Map::new();
    review.insert("@context".into(), json!("https://schema.org"));
    review.insert("@type".into(), json!("ClaimReview"));
    review.insert("url".into(), json!(around.url));
    review.insert("claimReviewed".into(), json!(document.statement));
    review.insert("datePublished".into(), json!(around.published_at.short()));
    if around.changed_at != around.published_at {
        review.insert("dateModified".into(), json!(around.changed_at.short()));
    }
    review.insert("inLanguage".into(), json!(document.language));
    review.insert("author".into(), json!({ "@type": "Organization", "name": around.desk, "url": around.base }));
    review.insert("reviewRating".into(), Value::Object(rating));
    review.insert("itemReviewed".into(), Value::Object(claim));
    Some(Value::Object(review))
}

/// Who made the claim; nothing at all where nobody may be named.
fn claimant(part: &ClaimantPart) -> Option<Value> {
    let mut author = Map::new();
    let kind = match part.kind {
        ClaimantKind::Person => "Person",
        ClaimantKind::Organisation => "Organization",
    };
    author.insert("@type".into(), json!(kind));
    author.insert("name".into(), json!(part.name.as_ref()?));
    if let Some(same_as) = &part.same_as {
        author.insert("sameAs".into(), json!(same_as));
    }
    Some(Value::Object(author))
}

/// JSON that can stand in a `<script>`: nothing in it can end the element (A19).
pub fn in_script(value: &Value) -> String {
    value.to_string().replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026")
}

/// The claim where it was found, as a Web Annotation.
pub fn annotation(claim: &Claim, source: &str, address: &str, created: Moment) -> Option<Value> {
    Some(json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": format!("{address}/annotation.json"),
        "type": "Annotation",
        "motivation": "assessing",
        "created": created.short(),
        "body": address,
        "target": {
            "source": source,
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": claim.exact.as_ref()?,
                    "prefix": claim.prefix.as_deref().unwrap_or_default(),
                    "suffix": claim.suffix.as_deref().unwrap_or_default(),
                },
                { "type": "TextPositionSelector", "start": claim.start_at?, "end": claim.end_at? },
            ],
        },
    }))
}
