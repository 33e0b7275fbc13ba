//! One ClaimReview becomes an external check, or several where it reviews several claims, or is refused.

use super::super::dates::{self, Read};
use super::super::repairs::{Log, Refusal, RepairKind, shown};
use super::addresses::{self, Wrong};
use super::tree::{Json, local};
use super::{ExternalCheck, Outcome, claims, parties, rating, words};
use chrono::NaiveDate;

/// Longest claim, in code points.
const CLAIM: usize = 20_000;
/// Most appearances of one claim.
const APPEARANCES: usize = 100;

/// What an object comes to: one outcome for each claim that it reviews, or one refusal.
pub(super) fn checks(object: &Json, original: &str, mut log: Log) -> Vec<Outcome> {
    kind(object, &mut log);
    let url = match url(object, &mut log) {
        Ok(url) => url,
        Err(refusal) => return vec![Outcome::Refused(refusal)],
    };
    let items = object.get("itemReviewed").map(Json::items).unwrap_or_default();
    let title = title(object, &mut log);
    let claims = claims::claims(object, &items, title.as_deref(), &mut log);
    if claims.is_empty() {
        return vec![Outcome::Refused(Refusal::NoClaim)];
    }
    let rating = rating::rating(object, &mut log);
    let publisher = parties::publisher(object, &mut log);
    let check = ExternalCheck {
        url,
        claim: String::new(),
        title,
        rating_text: rating.text,
        rating: rating.value,
        best: rating.best,
        worst: rating.worst,
        publisher_name: publisher.name,
        publisher_url: publisher.url,
        claimant: parties::claimant(&items, &mut log),
        claimed_on: claimed_on(&items, &mut log),
        reviewed_on: date("reviewed_on", object, &["datePublished", "dateCreated", "dateModified"], &mut log),
        language: language(object, &mut log),
        appearances: appearances(&items, &mut log),
        original: original.to_owned(),
    };
    let each = claims.into_iter().map(|claim| {
        if claim.chars().nth(CLAIM).is_some() {
            return Outcome::Refused(Refusal::ClaimTooLong);
        }
        Outcome::Read { check: Box::new(ExternalCheck { claim, ..check.clone() }), repairs: log.0.clone() }
    });
    each.collect()
}

fn kind(object: &Json, log: &mut Log) {
    let stated = object.get("@type").or_else(|| object.get("type"));
    let kinds = stated.map(Json::items).unwrap_or_default();
    if !kinds.iter().any(|it| it.text().is_some_and(|it| local(it) == "ClaimReview")) {
        log.note("type", RepairKind::TypeMended, &stated.map(Json::shown).unwrap_or_default());
    } else if stated.is_some_and(Json::is_list) {
        log.note("type", RepairKind::ListFirst, &stated.map(Json::shown).unwrap_or_default());
    }
}

fn url(object: &Json, log: &mut Log) -> Result<String, Refusal> {
    let stated = object.get("url").map(|it| addresses::first("url", it, log));
    let refusal = match stated {
        Some(Ok(url)) => return Ok(url),
        None | Some(Err((Wrong::Empty, _))) => Refusal::NoUrl,
        Some(Err((Wrong::TooLong, _))) => Refusal::UrlTooLong,
        Some(Err((Wrong::NotWeb, was))) => Refusal::BadUrl { was: shown(&was) },
    };
    addresses::elsewhere(object, log).ok_or(refusal)
}

fn title(object: &Json, log: &mut Log) -> Option<String> {
    let standard = ["headline", "name"].iter().filter_map(|it| object.get(it));
    let found = standard.into_iter().find_map(|it| words::text("title", Some(it), words::TITLE, log));
    found.or_else(|| {
        let title = words::text("title", object.get("title"), words::TITLE, log)?;
        log.note("title", RepairKind::TitleFromOther, &title);
        Some(title)
    })
}

fn claimed_on(items: &[&Json], log: &mut Log) -> Option<NaiveDate> {
    items.iter().find_map(|it| date("claimed_on", it, &["datePublished", "dateCreated", "uploadDate"], log))
}

/// The first date that is one; what others say is noted.
fn date(field: &'static str, object: &Json, names: &[&str], log: &mut Log) -> Option<NaiveDate> {
    for (n, name) in names.iter().enumerate() {
        let Some(item) = object.get(name).and_then(|it| it.items().into_iter().next()) else { continue };
        let stated = item.get("@value").unwrap_or(item);
        let written = match stated {
            Json::Text(text) => text.trim(),
            Json::Number(written) => written,
            _ => "",
        };
        let read = dates::read(written);
        match read {
            Read::Exact(_) => {}
            Read::Mended(_) => log.note(field, RepairKind::DateForm, written),
            Read::Ambiguous => log.note(field, RepairKind::DateAmbiguous, written),
            Read::Unreadable if written.is_empty() => log.note(field, RepairKind::EmptyDropped, &stated.shown()),
            Read::Unreadable => log.note(field, RepairKind::DateUnreadable, written),
        }
        if let Read::Exact(day) | Read::Mended(day) = read {
            if n > 0 {
                log.note(field, RepairKind::DateFromOther, name);
            }
            return Some(day);
        }
    }
    None
}

fn language(object: &Json, log: &mut Log) -> Option<String> {
    let stated = object.get("inLanguage").or_else(|| object.get("claimReviewed")?.get("@language"))?;
    let item = stated.items().into_iter().next()?;
    let inner = ["@value", "alternateName", "identifier", "name"].iter().find_map(|it| item.get(it)).unwrap_or(item);
    let written = inner.text().unwrap_or_default();
    let tag = written.trim().replace('_', "-");
    if !is_language(&tag) {
        let kind = if tag.is_empty() { RepairKind::EmptyDropped } else { RepairKind::LanguageUnreadable };
        log.note("language", kind, &inner.shown());
        return None;
    }
    if tag != written {
        log.note("language", RepairKind::LanguageMended, written);
    }
    Some(tag)
}

fn is_language(tag: &str) -> bool {
    let mut parts = tag.split('-');
    let primary = parts.next().unwrap_or_default();
    let part = |it: &str| (1..=8).contains(&it.len()) && it.bytes().all(|b| b.is_ascii_alphanumeric());
    let known = (2..=3).contains(&primary.len()) && primary.bytes().all(|b| b.is_ascii_alphabetic());
    known && tag.len() <= 35 && parts.all(part)
}

fn appearances(items: &[&Json], log: &mut Log) -> Vec<String> {
    let mut stated = Vec::new();
    for item in items {
        if item.text().is_some_and(addresses::is_meant) {
            stated.push((*item, true));
        }
        for name in ["firstAppearance", "appearance", "url"] {
            let values = item.get(name).map(Json::items).unwrap_or_default();
            stated.extend(values.into_iter().map(|it| (it, name != "url" && it.text().is_some())));
        }
    }
    let mut found: Vec<String> = Vec::new();
    for (n, (item, plain)) in stated.iter().enumerate() {
        if n == APPEARANCES {
            log.note("appearances", RepairKind::ListCut, &format!("{} addresses", stated.len()));
            break;
        }
        if let Ok(url) = addresses::of("appearances", item, log) {
            if *plain {
                log.note("appearances", RepairKind::PlainText, &url);
            }
            found.extend(Some(url).filter(|it| !found.contains(it)));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::tree::parse;
    use super::*;

    fn outcomes(members: &str) -> Vec<Outcome> {
        let source = format!(r#"{{"@type": "ClaimReview", {members}}}"#);
        let mut log = Log::default();
        checks(&parse(&source, &mut log).unwrap(), &source, log)
    }

    /// The check that an object with an address and a claim becomes, and the words of its repairs.
    fn read(members: &str) -> (ExternalCheck, Vec<String>) {
        let basic = if members.starts_with("\"url\"") { "" } else { r#""url": "https://a.org/1","# };
        let claim = if members.contains("claimReviewed") { "" } else { r#""claimReviewed": "c","# };
        match outcomes(&format!("{basic}{claim}{members}")).remove(0) {
            Outcome::Read { check, repairs } => {
                (*check, repairs.iter().map(|it| format!("{} {}", it.field, it.what.word())).collect())
            }
            other => panic!("{members}: {other:?}"),
        }
    }

    fn some(text: &str) -> Option<String> {
        Some(text.to_owned())
    }

    #[test]
    fn every_known_oddity_is_repaired_and_named() {
        type Check = ExternalCheck;
        type Right = fn(&Check) -> bool;
        let cases: [(&str, Right, &[&str]); 30] = [
            (
                r#""reviewRating": {"alternateName": "Falso", "ratingValue": "1", "bestRating": "1", "worstRating": "5"}"#,
                |it| (it.best, it.worst) == (Some(5.0), Some(1.0)),
                &["rating scale-swapped"],
            ),
            (
                r#""reviewRating": {"alternateName": "x", "ratingValue": -1, "bestRating": -1, "worstRating": -1}"#,
                |it| it.rating.is_none() && it.rating_text.is_some(),
                &["rating placeholder-numbers"],
            ),
            (
                r#""reviewRating": {"alternateName": "x", "ratingValue": "0", "bestRating": "5", "worstRating": "1"}"#,
                |it| it.worst == Some(0.0),
                &["rating scale-widened"],
            ),
            (r#""reviewRating": "False""#, |it| it.rating_text == some("False"), &["rating plain-text"]),
            (
                r#""reviewRating": {"alternateName": ["False"]}"#,
                |it| it.rating_text == some("False"),
                &["rating list-first"],
            ),
            (
                r#""reviewRating": {"alternateName": {"@value": "False", "@language": "en"}}"#,
                |it| it.rating_text == some("False"),
                &["rating value-object"],
            ),
            (
                r#""claimReviewed": "", "headline": "It is not so""#,
                |it| it.claim == "It is not so",
                &["claim empty-dropped", "claim claim-from-title"],
            ),
            (
                r#""claimReviewed": "", "itemReviewed": {"text": "It is so"}, "name": "No""#,
                |it| it.claim == "It is so" && it.title == some("No"),
                &["claim empty-dropped", "claim claim-from-item"],
            ),
            (r#""claimReviewed": ["It is so"]"#, |it| it.claim == "It is so", &["claim list-first"]),
            (
                r#""claimReviewed": {"@value": "es ist so", "@language": "de"}"#,
                |it| it.language == some("de"),
                &["claim value-object"],
            ),
            (
                r#""datePublished": "2020-10-07 20:05""#,
                |it| it.reviewed_on == NaiveDate::from_ymd_opt(2020, 10, 7),
                &["reviewed_on date-form"],
            ),
            (
                r#""datePublished": "2017-03-01 20:30:17 UTC""#,
                |it| it.reviewed_on == NaiveDate::from_ymd_opt(2017, 3, 1),
                &["reviewed_on date-form"],
            ),
            (
                r#""datePublished": "", "dateModified": "2017-03-01""#,
                |it| it.reviewed_on.is_some(),
                &["reviewed_on empty-dropped", "reviewed_on date-from-other"],
            ),
            (
                r#""author": {"name": "", "url": "", "@id": ""}, "name": """#,
                |it| it.publisher_name.is_none() && it.title.is_none(),
                &["title empty-dropped", "publisher empty-dropped", "publisher empty-dropped"],
            ),
            (
                r#""url": "", "@id": "https://a.org/2""#,
                |it| it.url == "https://a.org/2",
                &["url empty-dropped", "url url-from-other"],
            ),
            (r#""url": {"@id": "https://a.org/3"}"#, |it| it.url == "https://a.org/3", &[]),
            (r#""author": "AFP""#, |it| it.publisher_name == some("AFP"), &["publisher plain-text"]),
            (
                r#""author": "https://afp.com/""#,
                |it| it.publisher_url == some("https://afp.com/"),
                &["publisher plain-text"],
            ),
            (
                r#""author": [{"@type": "Organization", "name": "AFP", "url": "https://afp.com"}, {"name": "x"}]"#,
                |it| it.publisher_name == some("AFP") && it.publisher_url == some("https://afp.com"),
                &["publisher list-first"],
            ),
            (
                r#""publisher": {"name": "AFP"}"#,
                |it| it.publisher_name == some("AFP"),
                &["publisher publisher-from-other"],
            ),
            (
                r#""author": {"@type": "Person", "name": "Ann"}, "publisher": {"name": "AFP"}"#,
                |it| it.publisher_name == some("AFP"),
                &["publisher publisher-from-other"],
            ),
            (r#""author": {"@type": "Person", "name": "Ann"}"#, |it| it.publisher_name == some("Ann"), &[]),
            (
                r#""itemReviewed": {"appearance": "https://b.org"}"#,
                |it| it.appearances == ["https://b.org"],
                &["appearances plain-text"],
            ),
            (
                r#""itemReviewed": {"appearance": [{"url": "https://b.org"}, {"url": "javascript:x"}], "firstAppearance": {"@id": "https://b.org"}}"#,
                |it| it.appearances == ["https://b.org"],
                &["appearances url-dropped"],
            ),
            (
                r#""itemReviewed": {"author": [{"name": "Ann"}, {"name": "Bob"}, "Eve"], "datePublished": "2020-01-02"}"#,
                |it| it.claimant == some("Ann, Bob, Eve") && it.claimed_on.is_some(),
                &["claimant plain-text"],
            ),
            (r#""inLanguage": "pt_BR""#, |it| it.language == some("pt-BR"), &["language language-mended"]),
            (
                r#""inLanguage": {"@type": "Language", "name": "Hindi"}"#,
                |it| it.language.is_none(),
                &["language language-unreadable"],
            ),
            (
                r#""itemReviewed": "It is so", "claimReviewed": """#,
                |it| it.claim == "It is so",
                &["claim empty-dropped", "claim claim-from-item"],
            ),
            (
                r#""itemReviewed": [null, {"url": "https://b.org/?a&amp;b"}]"#,
                |it| it.appearances == ["https://b.org/?a&b"],
                &["appearances url-mended"],
            ),
            (
                r#""author": true, "claimReviewed": 7"#,
                |it| it.claim == "7" && it.publisher_name.is_none(),
                &["claim number-as-text", "publisher unusable"],
            ),
        ];
        for (members, right, expected) in cases {
            let (check, repairs) = read(members);
            assert!(right(&check), "{members}: {check:?}");
            assert_eq!(repairs, expected, "{members}");
        }
    }

    #[test]
    fn the_type_is_known_in_any_form() {
        for (kind, expected) in [
            (r#""@type": "ClaimReview""#, None),
            (r#""@type": "http://schema.org/ClaimReview""#, None),
            (r#""@type": ["Review", "ClaimReview"]"#, Some(RepairKind::ListFirst)),
            (r#""@type": "claimreview""#, Some(RepairKind::TypeMended)),
            (r#""@type": "Review""#, Some(RepairKind::TypeMended)),
            (r#""x": 1"#, Some(RepairKind::TypeMended)),
        ] {
            let mut log = Log::default();
            super::kind(&parse(&format!("{{{kind}}}"), &mut log).unwrap(), &mut log);
            assert_eq!(log.0.first().map(|it| it.what), expected, "{kind}");
        }
    }

    #[test]
    fn several_claims_of_one_object_are_several_checks() {
        let found = outcomes(r#""url": "https://a.org", "claimReviewed": ["a", "b", "a"]"#);
        assert_eq!(found.len(), 2);
        assert!(matches!(&found[1], Outcome::Read { check, .. } if check.claim == "b"));
    }

    #[test]
    fn what_cannot_be_used_is_refused_with_the_reason() {
        let long = "é".repeat(20_001);
        for (members, word) in [
            (r#""claimReviewed": "c""#.to_owned(), "no-url"),
            (r#""claimReviewed": "c", "url": " ""#.to_owned(), "no-url"),
            (r#""claimReviewed": "c", "url": "javascript:alert(1)""#.to_owned(), "bad-url"),
            (r#""claimReviewed": "c", "url": 7"#.to_owned(), "bad-url"),
            (format!(r#""claimReviewed": "c", "url": "https://a.org/{long}""#), "url-too-long"),
            (r#""url": "https://a.org""#.to_owned(), "no-claim"),
            (r#""url": "https://a.org", "claimReviewed": "<p> </p>""#.to_owned(), "no-claim"),
            (format!(r#""url": "https://a.org", "claimReviewed": "{long}""#), "claim-too-long"),
        ] {
            let found = outcomes(&members);
            assert!(matches!(&found[..], [Outcome::Refused(it)] if it.word() == word), "{word}: {found:?}");
        }
    }
}
