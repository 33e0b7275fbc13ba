//! The text engine under any input: offsets are sound, nothing panics, nothing takes more than linear time.

use claimdesk::text::{anchor, decode, diff, extract, offsets, paragraphs, sentences, slug};
use proptest::prelude::*;
use std::time::{Duration, Instant};

/// Text as it comes: any characters, and many of those that the rules look at.
fn any_text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => "[A-Za-z]{1,8}",
        3 => Just(" ".to_owned()),
        2 => "[.!?…。؟।,;:()\\[\\]\"'“”‘’«»„`•*#-]{1,3}",
        1 => "[0-9]{1,4}\\.?",
        1 => "\\n{1,2}",
        1 => "\\PC{0,4}",
        1 => prop::sample::select(vec!["Mr.", "U.S.", "a.m.", "\u{301}", "👩\u{200D}👩\u{200D}👧", "𠀋", "שלום 12", "مرحبا", "1) ", "\t", "\u{A0}"]).prop_map(str::to_owned),
    ];
    prop_oneof![prop::collection::vec(piece, 0..60).prop_map(|it| it.concat()), any::<String>()]
}

fn languages() -> impl Strategy<Value = Option<&'static str>> {
    prop::sample::select(vec![
        None,
        Some("en"),
        Some("de-AT"),
        Some("hy"),
        Some("ja"),
        Some("fr"),
        Some("xx"),
        Some(""),
    ])
}

proptest! {
    #[test]
    fn sentences_are_ordered_trimmed_and_cover_everything(text in any_text(), lang in languages()) {
        let chars: Vec<char> = text.chars().collect();
        let paragraphs = paragraphs::paragraphs(&text);
        let mut last = 0;
        for sentence in sentences::sentences(&text, lang) {
            prop_assert!(last <= sentence.start && sentence.start < sentence.end && sentence.end <= chars.len());
            prop_assert!(chars[last..sentence.start].iter().all(|it| it.is_whitespace()));
            prop_assert!(!chars[sentence.start].is_whitespace() && !chars[sentence.end - 1].is_whitespace());
            let paragraph = paragraphs[sentence.paragraph];
            prop_assert!(paragraph.start <= sentence.start && sentence.end <= paragraph.end);
            last = sentence.end;
        }
        prop_assert!(chars[last..].iter().all(|it| it.is_whitespace()));
    }

    #[test]
    fn offsets_agree_with_characters_and_the_index(text in any_text(), a in 0..80_usize, b in 0..80_usize) {
        let chars: Vec<char> = text.chars().collect();
        let expected = (a <= b && b <= chars.len()).then(|| chars[a..b].iter().collect::<String>());
        prop_assert_eq!(offsets::slice(&text, a, b), expected.as_deref());
        let index = offsets::Index::new(&text);
        prop_assert_eq!((index.slice(a, b), index.count()), (expected.as_deref(), offsets::count(&text)));
        prop_assert_eq!(index.byte_of(a), offsets::byte_of(&text, a));
        prop_assert_eq!(index.byte_of(a).and_then(|byte| index.point_of(byte)), (a <= chars.len()).then_some(a));
    }

    #[test]
    fn an_anchor_holds_where_it_says(text in any_text(), a in 0..80_usize, b in 0..80_usize) {
        if let Some(anchor) = anchor::anchor(&text, a, b) {
            prop_assert_eq!(offsets::slice(&text, anchor.start, anchor.end), Some(anchor.exact.as_str()));
            prop_assert!(anchor::holds(&text, anchor.start, anchor.end, &anchor.exact));
            let around = [anchor.prefix.as_str(), &anchor.exact, &anchor.suffix].concat();
            prop_assert!(text.contains(&around));
            prop_assert!(offsets::count(&anchor.prefix) <= 128 && offsets::count(&anchor.suffix) <= 128);
            let again = anchor::anchor(&text, anchor.start, anchor.end);
            prop_assert_eq!(again.as_ref(), Some(&anchor));
            let here = anchor::Found { start: anchor.start, end: anchor.end };
            prop_assert!(anchor::find(&text, &anchor.exact, usize::MAX).contains(&here));
        }
    }

    #[test]
    fn a_paste_with_other_white_space_is_found(text in any_text(), a in 0..60_usize, b in 0..60_usize) {
        let Some(passage) = offsets::slice(&text, a, b) else { return Ok(()) };
        let pasted = passage.split_whitespace().collect::<Vec<_>>().join("\r\n ");
        let found = anchor::find_pasted(&text, &pasted, usize::MAX);
        prop_assert_eq!(found.is_empty(), pasted.is_empty());
        for it in found {
            let own = offsets::slice(&text, it.start, it.end).unwrap();
            prop_assert!(own.split_whitespace().eq(pasted.split_whitespace()));
        }
    }

    #[test]
    fn any_bytes_are_decoded_or_refused(bytes in any::<Vec<u8>>(), declared in prop::option::of(prop_oneof![Just("utf-16le".to_owned()), Just("gb18030".to_owned()), Just("iso-2022-jp".to_owned()), any::<String>()]), html: bool) {
        if let Ok(decoded) = decode::decode(&bytes, declared.as_deref(), html) {
            prop_assert!(!decoded.text.contains(['\r', '\0']));
        }
    }

    #[test]
    fn utf_8_survives_decoding(text in any_text()) {
        prop_assume!(!text.trim().is_empty() && !text.contains(['\0', '\r', '\u{FEFF}']));
        prop_assert_eq!(decode::decode(text.as_bytes(), None, false).unwrap().text, text);
    }

    #[test]
    fn any_text_is_extracted(text in any_text(), markup in "(<[/!]?[a-z]{0,8}[ ='\"/-]{0,3}[a-z]{0,4}>?|&[#a-z0-9]{0,6};?|[a-z \n]{0,5}){0,40}") {
        for source in [&text, &markup, &format!("{markup}{text}{markup}")] {
            for format in [extract::Format::Html, extract::Format::Markdown] {
                let text = extract::extract(format, source).text;
                prop_assert!(!text.contains(['\0', '\r']) && text.trim_matches([' ', '\n', '\t']) == text);
            }
        }
    }

    #[test]
    fn a_changed_sentence_is_found_again(words in prop::collection::vec("[a-z]{3,9}", 60..200), at in 0..50_usize, new in "[A-Z]{5}") {
        let text: String = words.chunks(10).map(|it| format!("So {}. ", it.join(" "))).collect();
        let all = sentences::sentences(&text, Some("en"));
        let sentence = all[at % (all.len() - 1)];
        let passage = offsets::slice(&text, sentence.start, sentence.end).unwrap();
        let changed = passage.replacen(passage.split(' ').nth(4).unwrap(), &new, 1);
        let near = anchor::nearest(&text, &changed, 3);
        prop_assert_eq!((near[0].start, near[0].end), (sentence.start, sentence.end));
        prop_assert!(near[0].likeness > 0.7);
    }

    #[test]
    fn near_passages_stand_where_they_say(text in any_text(), wanted in any_text()) {
        for near in anchor::nearest(&text, &wanted, 5) {
            prop_assert_eq!(offsets::slice(&text, near.start, near.end), Some(near.text.as_str()));
            prop_assert!((0.0..=1.0).contains(&near.likeness));
        }
    }

    #[test]
    fn differences_rebuild_both_sides(old in any_text(), new in any_text()) {
        let pieces = diff::words(&old, &new);
        let side = |not| pieces.iter().filter(|it| it.change != not).map(|it| it.text.as_str()).collect::<String>();
        prop_assert_eq!((side(diff::Change::Added), side(diff::Change::Removed)), (old, new));
    }

    #[test]
    fn a_slug_is_one_or_empty(words in any_text()) {
        let slug = slug::slug(&words);
        prop_assert!(slug.is_empty() || slug::is_slug(&slug), "{}", slug);
        prop_assert_eq!(slug::slug(&slug), slug);
    }
}

/// Far more than linear time needs in a slow build, far less than quadratic time takes.
fn in_time<T>(what: &str, work: impl FnOnce() -> T) -> T {
    let start = Instant::now();
    let done = work();
    assert!(start.elapsed() < Duration::from_secs(20), "{what} took {:?}", start.elapsed());
    done
}

#[test]
fn hostile_pages_take_linear_time() {
    let nested = in_time("nested div", || extract::extract(extract::Format::Html, &("<div>".repeat(100_000) + "x")));
    assert_eq!(nested.text, "x");
    let attributes: String = (0..100_000).map(|n| format!(" a{n}=\"\"")).collect();
    in_time("attributes", || extract::extract(extract::Format::Html, &format!("<p{attributes}>x")));
    for unit in [
        "<",
        "<a ",
        "<a b=\"",
        "<!--",
        "<script>",
        "</script",
        "&amp",
        "<td>",
        "<svg><title>",
        "<table>",
        "<!-- -->",
        "--!",
    ] {
        in_time(unit, || extract::extract(extract::Format::Html, &unit.repeat(50_000)));
    }
    for unit in ["> ", "[", "*a ", "- ", "`a``", "<a ", "![", "|", "\\", "[^a]:", "_a*"] {
        in_time(unit, || extract::extract(extract::Format::Markdown, &unit.repeat(10_000)));
    }
}

#[test]
fn hostile_texts_take_linear_time() {
    for unit in
        ["a", ". ", "a.m. ", "A. ", "(", "\"a. ", "! (", "1. ", "a\n", "\n\n", "....", "[1] ", "“A b. ", "é", "'", "🇩🇪"]
    {
        let text = unit.repeat(200_000 / unit.len());
        let middle = offsets::count(&text) / 2;
        in_time(unit, || sentences::sentences(&text, None));
        in_time(unit, || anchor::anchor(&text, middle, middle + 40));
        in_time(unit, || anchor::find_pasted(&text, &text[..unit.len() * 30], 50));
        in_time(unit, || anchor::nearest(&text, &text, 5));
        in_time(unit, || diff::words(&text, &unit.repeat(100)));
    }
}

#[test]
fn five_hundred_claims_move_to_a_new_version_in_time() {
    let text: String =
        (0..4000).map(|n| format!("Claim number {n} is about {} people, they said. ", n * 37 % 1000)).collect();
    let changed = text.replace("people", "persons");
    in_time("re-anchoring", || {
        let passages = anchor::Passages::of(&changed);
        for it in sentences::sentences(&text, Some("en")).iter().step_by(8) {
            let anchor = anchor::anchor(&text, it.start, it.end).unwrap();
            assert_eq!(anchor::find(&text, &anchor.exact, 9).len(), 1);
            assert!(anchor::find(&changed, &anchor.exact, 9).is_empty());
            let near = passages.nearest(&anchor.exact, 1);
            assert_eq!(near[0].text, anchor.exact.replace("people", "persons"));
        }
    });
}
