//! An index of checks for one run of the command line, gone when it is dropped.

use tantivy::schema::{Field, STORED, Schema, TantivyDocument, Value};
use tantivy::{DocAddress, Index, IndexWriter, Searcher};

use crate::error::{Error, Result};
use crate::text::language;

use super::index::Fields;
use super::matcher::Matcher;

/// Memory that is filled before documents are written out, in bytes.
const BUFFER: usize = 128 << 20;

/// A check to be found again.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// What the caller knows it by.
    pub id: String,
    /// The claim it is about.
    pub text: String,
    /// Its headline.
    pub title: Option<String>,
    /// Its language, if it is known (BCP 47).
    pub lang: Option<String>,
}

/// Where a command's index is kept while it runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Keep {
    /// In memory: some hundred thousand checks.
    Memory,
    /// In a temporary folder, so that memory stays bounded.
    Disk,
}

/// Checks in an index of their own.
pub struct MemoryMatcher {
    matcher: Matcher,
    searcher: Searcher,
    fields: Fields,
    id: Field,
}

impl MemoryMatcher {
    /// Takes the checks as they come; the first fault ends it.
    pub fn of(checks: impl Iterator<Item = Result<Check>>, keep: Keep) -> Result<MemoryMatcher> {
        let mut schema = Schema::builder();
        let id = schema.add_text_field("id", STORED);
        let fields = Fields::add_to(&mut schema);
        let index = match keep {
            Keep::Memory => Index::create_in_ram(schema.build()),
            Keep::Disk => Index::create_from_tempdir(schema.build()).map_err(Error::internal)?,
        };
        // One thread and no merging: the same checks give the same index, and equal scores the same order.
        let mut writer: IndexWriter = index.writer_with_num_threads(1, BUFFER).map_err(Error::internal)?;
        writer.set_merge_policy(Box::new(tantivy::merge_policy::NoMergePolicy));
        for check in checks {
            let check = check?;
            let lang = check.lang.as_deref().or_else(|| language::detect(&check.text));
            let mut document = TantivyDocument::default();
            document.add_text(id, &check.id);
            fields.fill(&mut document, &check.text, check.title.as_deref(), lang);
            writer.add_document(document).map_err(Error::internal)?;
        }
        writer.commit().map_err(Error::internal)?;
        let searcher = index.reader().map_err(Error::internal)?.searcher();
        Ok(MemoryMatcher { matcher: Matcher::new(searcher.clone(), fields)?, searcher, fields, id })
    }

    /// What finds them.
    pub fn matcher(&self) -> &Matcher {
        &self.matcher
    }

    /// A check that was found.
    pub fn check(&self, address: DocAddress) -> Result<Check> {
        let document: TantivyDocument = self.searcher.doc(address).map_err(Error::internal)?;
        let stored = self.fields.read(&document);
        let id = document.get_first(self.id).and_then(|it| it.as_str()).unwrap_or_default().to_owned();
        let title = Some(stored.title).filter(|it| !it.is_empty());
        Ok(Check { id, text: stored.text, title, lang: Some(stored.lang) })
    }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use tantivy::Term;
    use tantivy::query::TermQuery;
    use tantivy::schema::IndexRecordOption;

    use super::super::{Match, Meaning};
    use super::*;

    const CHECKS: [(&str, &str, &str, Option<&str>); 7] = [
        ("fires", "Wombats herd other animals into their burrows to escape bush fires.", "Are Wombats Heroes?", None),
        ("tax", "The fuel tax rose by 15 percent in 2019.", "", Some("en")),
        ("tax5", "The fuel tax rose by 5 percent in 2019.", "", Some("en")),
        ("de", "Die Steuer auf Benzin ist unter Angela Merkel gestiegen.", "", Some("de")),
        ("es", "Barack Obama prohibió las armas en las escuelas.", "", Some("es")),
        ("photo", "A photograph shows President Obama in a tan suit.", "Did Obama Wear a Tan Suit?", Some("en")),
        ("urdu", "وزیراعظم نے پٹرول کی قیمت بڑھا دی", "", Some("ur")),
    ];

    fn index(keep: Keep) -> MemoryMatcher {
        let checks = CHECKS.iter().map(|(id, text, title, lang)| {
            Ok(Check {
                id: (*id).to_owned(),
                text: (*text).to_owned(),
                title: Some((*title).to_owned()),
                lang: lang.map(str::to_owned),
            })
        });
        MemoryMatcher::of(checks, keep).unwrap()
    }

    fn ids(index: &MemoryMatcher, found: &[Match]) -> Vec<String> {
        found.iter().map(|it| index.check(it.address).unwrap().id).collect()
    }

    #[test]
    fn the_check_that_was_meant_comes_first() {
        for keep in [Keep::Memory, Keep::Disk] {
            let index = index(keep);
            for (question, lang, expected) in [
                ("A wombat is herding animals into its burrow!! #BushFires pic.twitter.com/abc", None, "fires"),
                ("Fuel taxes rose 15% in 2019", None, "tax"),
                ("Fuel taxes rose 5% in 2019", None, "tax5"),
                ("Merkel hat die Benzinsteuer erhöht", Some("de"), "de"),
                ("Obama banned weapons, escuelas", Some("en"), "es"),
                ("Picture of Obama's tan suit", None, "photo"),
                ("Obamma tan siut photograf", None, "photo"),
                ("وزيراعظم پٹرول قيمت", None, "urdu"),
            ] {
                let found = index.matcher().best(question, lang, None, 3).unwrap();
                assert_eq!(ids(&index, &found).first().map(String::as_str), Some(expected), "{question}");
                assert!(found.iter().all(|it| (0.0..=1.0).contains(&it.score)), "{question}");
            }
        }
    }

    #[test]
    fn a_match_says_what_is_shared() {
        let index = index(Keep::Memory);
        let found = index.matcher().best("So the fuel tax of Obama rose 15 percent", None, None, 1).unwrap();
        let best = found.first().unwrap();
        assert_eq!((best.numbers.join(" "), best.names.join(" ")), ("15".to_owned(), String::new()));
        assert!(best.rare.contains(&"tax".to_owned()) && !best.rare.contains(&"the".to_owned()));
    }

    #[test]
    fn a_filter_hides_whatever_it_does_not_have() {
        let index = index(Keep::Memory);
        let urdu = || Term::from_field_text(index.fields.lang, "ur");
        let filter = TermQuery::new(urdu(), IndexRecordOption::Basic);
        let all = index.matcher().best("Obama, the fuel tax, پٹرول", None, None, 9).unwrap();
        let some = index.matcher().best("Obama, the fuel tax, پٹرول", None, Some(Box::new(filter.clone())), 9).unwrap();
        assert!(all.len() > 3);
        assert_eq!(ids(&index, &some), ["urdu"]);
        let nearest: Vec<DocAddress> = all.iter().map(|it| it.address).collect();
        let meaning = Meaning { cosine: &|_| Some(0.9), nearest: &nearest };
        let some = index.matcher().best_with("xyzzy", None, Some(Box::new(filter)), 9, Some(&meaning)).unwrap();
        assert_eq!(ids(&index, &some), ["urdu"]);
    }

    #[test]
    fn a_filter_that_has_few_is_gone_through() {
        let check = |at: usize| Check {
            id: at.to_string(),
            text: format!("Obama raised tax number {at}"),
            title: None,
            lang: Some(if at % 400 == 399 { "ur" } else { "en" }.to_owned()),
        };
        let index = MemoryMatcher::of((0..1200).map(|it| Ok(check(it))), Keep::Memory).unwrap();
        let filter = TermQuery::new(Term::from_field_text(index.fields.lang, "ur"), IndexRecordOption::Basic);
        let found = index.matcher().best("Obama tax 799", None, Some(Box::new(filter)), 9).unwrap();
        assert_eq!(ids(&index, &found), ["799", "399", "1199"]);
    }

    #[test]
    fn meaning_finds_what_no_word_does() {
        let index = index(Keep::Memory);
        let fires = index.matcher().best("wombats", None, None, 1).unwrap().first().unwrap().address;
        let meaning = Meaning { cosine: &|it| (it == fires).then_some(0.8), nearest: &[fires, fires] };
        let found = index.matcher().best_with("marsupial rescue", None, None, 5, Some(&meaning)).unwrap();
        assert_eq!(ids(&index, &found), ["fires"]);
    }

    #[test]
    fn rarity_is_between_all_and_none() {
        let index = index(Keep::Memory);
        let of = |stem: &str| index.matcher().rarity(stem);
        assert!((of("xyzzy") - 1.0).abs() < 1e-6 && of("obama") < 1.0 && of("2019") > 0.0);
    }

    #[test]
    fn hostile_questions_are_bounded() {
        let index = index(Keep::Memory);
        let many: HashSet<String> = (0..100_000).map(|it| format!("w{it}")).collect();
        for question in [
            String::new(),
            "the of and to".to_owned(),
            "… — ! 😀".to_owned(),
            "obama ".repeat(200_000),
            "#".repeat(1_000_000),
            "a/".repeat(500_000),
            "\u{301}".repeat(500_000),
            many.into_iter().collect::<Vec<_>>().join(" "),
        ] {
            assert!(index.matcher().best(&question, None, None, 5).unwrap().len() <= 5);
        }
        let empty = MemoryMatcher::of(std::iter::empty(), Keep::Memory).unwrap();
        assert!(empty.matcher().best("Obama", None, None, 5).unwrap().is_empty());
    }
}
