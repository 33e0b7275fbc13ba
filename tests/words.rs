//! Every sentence of the pages is written, every written sentence is said somewhere, and no template speaks by itself.

use claimdesk::articles::lines::kind_word;
use claimdesk::evidence::rules::SourceChange;
use claimdesk::fetching::Problem;
use claimdesk::text::reanchor::What;
use claimdesk::text::worth::{Kind, Reason};
use claimdesk::web::words;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// Lists of `ui.word(list, …)` with the closed lists of the code whose words they name.
const LISTS: &[(&str, &[&str])] = &[
    ("archiving", &["ArchivingState"]),
    ("archiving-means", &["ArchivingState"]),
    ("retraction-is", &["RetractionKind"]),
    ("withheld-part", &["Withheld"]),
    ("withholding", &["WithholdingState"]),
    ("about", &["About"]),
    ("comment", &[]),
    ("hears", &["Reason"]),
    ("article", &["ArticleKind"]),
    ("because", &[]),
    ("byline-as", &["Byline"]),
    ("capture", &["CaptureState"]),
    ("change", &["SourceChange"]),
    ("claimant", &["ClaimantKind"]),
    ("cover", &["Cover"]),
    ("correction", &["Correction"]),
    ("differs", &[]),
    ("entry", &["EntryState"]),
    ("entry-kind", &["EntryKind"]),
    ("event", &["Kind"]),
    ("external-state", &["ExternalState"]),
    ("facet", &[]),
    ("field", &[]),
    ("form", &[]),
    ("gate", &["Gate"]),
    ("gate-mark", &[]),
    ("lacks", &[]),
    ("level", &["Level"]),
    ("match", &["MatchRuling"]),
    ("line-kind", &[]),
    ("note", &["NoteKind"]),
    ("note-help", &["NoteKind"]),
    ("notice", &["NoticeState"]),
    ("notice-do", &["NoticeState"]),
    ("order", &["Order"]),
    ("outcome", &["Outcome"]),
    ("person", &["PersonState"]),
    ("place", &["PlaceState"]),
    ("policy", &["PolicyName"]),
    ("policy-default", &["PolicyName"]),
    ("queue", &[]),
    ("reason", &[]),
    ("release-met", &["ReleaseRule"]),
    ("release-missing", &["ReleaseRule"]),
    ("release-rule", &["ReleaseRule"]),
    ("release-state", &["ReleaseState"]),
    ("ruling", &["Ruling"]),
    ("role", &["Role"]),
    ("search-example", &[]),
    ("shown", &["SourceChange"]),
    ("sort", &["Sort"]),
    ("source", &["SourceKind"]),
    ("stance", &["Stance"]),
    ("state", &["ClaimState", "DraftState"]),
    ("subject", &[]),
    ("task", &["TaskKind"]),
    ("task-state", &["TaskState"]),
    ("tone", &["Tone"]),
    ("topic", &["TopicState"]),
    ("unfit", &["Unfit"]),
    ("warning", &[]),
    ("watch", &["WatchState"]),
];

/// Words of lists that no enum holds.
const MORE: &[(&str, &str)] = &[
    ("state", "retracted"),
    ("gate-mark", "met"),
    ("gate-mark", "missing"),
    ("gate-mark", "warn"),
    ("form", "headline"),
    ("form", "byline"),
    ("form", "list-item"),
    ("form", "caption"),
    ("form", "turn"),
    ("lacks", "pronoun"),
    ("lacks", "this-that"),
    ("lacks", "there-then"),
    ("lacks", "today"),
    ("lacks", "quoted-i"),
    ("lacks", "first-person"),
    ("lacks", "the-same"),
    ("match", "none"),
    ("because", "shared-names"),
    ("because", "shared-numbers"),
    ("because", "rare-words"),
    ("because", "same-words"),
    ("because", "same-title"),
    ("because", "meaning"),
    ("differs", "number"),
    ("differs", "unit"),
    ("differs", "date"),
    ("differs", "negation"),
    ("differs", "opposite"),
    ("differs", "name"),
    ("differs", "place"),
    ("differs", "quantifier"),
    ("differs", "modality"),
    ("differs", "attribution"),
    ("differs", "question"),
    ("differs", "order"),
    ("differs", "wording"),
    ("comment", "open"),
    ("comment", "resolved"),
    ("queue", "archive"),
    ("queue", "capture"),
    ("queue", "time_proof"),
    ("queue", "watch"),
    ("queue", "withholding_end"),
    ("facet", "kind"),
    ("facet", "verdict"),
    ("facet", "state"),
    ("facet", "topic"),
    ("facet", "claimant"),
    ("facet", "source"),
    ("facet", "lang"),
    ("search-example", "phrase"),
    ("search-example", "without"),
    ("search-example", "verdict"),
    ("search-example", "claimant"),
    ("search-example", "source"),
    ("search-example", "either"),
];

/// Sentences that are kept by their key with what became of a capture or a look.
const BY_KEY: &[&str] = &[
    "capture-about",
    "capture-broken",
    "capture-full",
    "capture-rights",
    "fetch-forbidden",
    "fetch-gone",
    "fetch-server-error",
    "fetch-status",
    "fetch-too-often",
    "job-broken",
    "pdf-broken",
    "pdf-encrypted",
    "pdf-no-text",
    "pdf-reader-failed",
    "pdf-too-large",
    "pdf-too-long",
    "pdf-too-much-memory",
    "unread-image",
    "unread-kind",
    "watch-unread",
];

/// Errors whose page says a sentence of their own.
const OWN_SENTENCE: &[&str] =
    &["error-bad-request", "error-conflict", "error-forbidden", "error-invalid", "error-withheld"];

/// What a template may say in every language: names.
const NAMES: &[&str] = &["SHA-256", "PostgreSQL", "SQLite", "claimdesk verify"];

/// Attributes that are read out or shown.
const SPOKEN: &[&str] =
    &[" aria-label=\"", " placeholder=\"", " title=\"", " alt=\"", " data-label=\"", " data-confirm=\""];

/// A sentence that is said: where, and the variables it is given.
struct Use {
    place: String,
    given: BTreeSet<String>,
}

#[derive(Default)]
struct Said {
    uses: BTreeMap<String, Vec<Use>>,
    lists: BTreeSet<String>,
    fields: BTreeSet<String>,
    words: BTreeMap<String, BTreeSet<String>>,
}

impl Said {
    fn add(&mut self, id: impl Into<String>, place: &str, given: &[&str]) {
        let given = given.iter().map(|name| (*name).to_owned()).collect();
        self.uses.entry(id.into()).or_default().push(Use { place: place.to_owned(), given });
    }
}

/// Every file below a folder of the crate whose name ends so, with its text.
fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut found = Vec::new();
    let mut folders = vec![root.join(folder)];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            if entry.is_dir() {
                folders.push(entry);
            } else if entry.to_string_lossy().ends_with(ending) {
                let name = entry.strip_prefix(root).unwrap().to_string_lossy().into_owned();
                found.push((name, fs::read_to_string(&entry).unwrap()));
            }
        }
    }
    found.sort();
    assert!(!found.is_empty(), "no {ending} in {folder}");
    found
}

/// The arguments of a call whose opening bracket stands just before `at`, and where it ends.
fn arguments(text: &str, at: usize) -> (Vec<String>, usize) {
    let (mut args, mut arg, mut depth, mut quoted, mut escaped) = (Vec::new(), String::new(), 0, false, false);
    for (n, c) in text[at..].char_indices() {
        if quoted {
            quoted = escaped || c != '"';
            escaped = c == '\\' && !escaped;
        } else if c == '"' && !arg.ends_with('\'') {
            quoted = true;
        } else if matches!(c, '(' | '[' | '{') {
            depth += 1;
        } else if matches!(c, ')' | ']' | '}') {
            if depth == 0 {
                args.push(arg.trim().to_owned());
                args.retain(|arg| !arg.is_empty());
                return (args, at + n + 1);
            }
            depth -= 1;
        } else if c == ',' && depth == 0 {
            args.push(std::mem::take(&mut arg).trim().to_owned());
            continue;
        }
        arg.push(c);
    }
    (args, text.len())
}

/// Every call of that name: its arguments, and where it ends. Methods are named with their full stop.
fn calls(text: &str, name: &str) -> Vec<(Vec<String>, usize)> {
    text.match_indices(name)
        .filter(|(at, _)| {
            let before = text[..*at].chars().next_back();
            name.starts_with('.') || !before.is_some_and(|c| c.is_alphanumeric() || c == '_' || c == '.')
        })
        .map(|(at, _)| arguments(text, at + name.len()))
        .collect()
}

/// The text of an argument that is a literal.
fn literal(arg: Option<&String>) -> Option<&str> {
    arg?.strip_prefix('"')?.strip_suffix('"').filter(|text| !text.contains('"'))
}

/// What stands between every `from` and the next `to`.
fn between<'a>(text: &'a str, from: &str, to: &str) -> Vec<&'a str> {
    text.match_indices(from)
        .filter_map(|(at, _)| text[at + from.len()..].split_once(to))
        .map(|(inside, _)| inside)
        .collect()
}

/// Everything that templates and code say.
fn said() -> Said {
    let mut said = Said::default();
    for (place, text) in files("src", ".rs").into_iter().chain(files("templates", ".html")) {
        sentences(&mut said, &place, &text);
        if place.ends_with(".html") { template(&mut said, &place, &text) } else { code(&mut said, &place, &text) }
    }
    for month in 1..=12 {
        said.add(format!("month-{month}"), "src/web/ui.rs", &[]);
    }
    said.add("date-long", "src/web/ui.rs", &["day", "month", "year"]);
    for key in BY_KEY.iter().copied().chain(Problem::ALL.iter().map(|problem| problem.key())) {
        said.add(key, "src/evidence/capturing.rs", &[]);
    }
    for change in SourceChange::ALL {
        said.add(format!("task-source-{change}").replace('_', "-"), "src/checks", &["title"]);
    }
    listed(&mut said);
    said
}

/// `ui.t`, `ui.t1`, `ui.t2`, `ui.word`.
fn sentences(said: &mut Said, place: &str, text: &str) {
    for (name, given) in [(".t(", [].as_slice()), (".t1(", &[1]), (".t2(", &[1, 3])] {
        for (args, _) in calls(text, name) {
            let given: Vec<&str> = given.iter().filter_map(|n| literal(args.get(*n))).collect();
            if let Some(id) = literal(args.first()) {
                said.add(id, place, &given);
            }
        }
    }
    for (args, _) in calls(text, ".word(") {
        said.lists.extend(literal(args.first()).map(str::to_owned));
    }
}

/// Macros of form fields, and the fields themselves.
fn template(said: &mut Said, place: &str, text: &str) {
    for (name, help) in [("input", 5), ("area", 5), ("file", 4), ("copy", 4), ("choices", usize::MAX), ("tick", 4)] {
        for (args, _) in calls(text, &format!("m::{name}(")) {
            said.fields.extend(literal(args.get(2)).map(str::to_owned));
            for id in [literal(args.get(3)), literal(args.get(help))].into_iter().flatten().filter(|id| !id.is_empty())
            {
                said.add(id, place, &[]);
            }
            if name == "choices" {
                said.lists.extend(literal(args.get(4)).map(str::to_owned));
            }
        }
    }
    let text = text.replace("<meta name=", "<meta ");
    for field in between(&text, " name=\"", "\"") {
        match field {
            "guard" => {}
            "{{ gate }}" => said.fields.extend(said.words.get("Gate").cloned().unwrap_or_default()),
            _ if field.starts_with("{{") => {}
            _ => said.fields.extend([field.to_owned()]),
        }
    }
}

/// Sentences of rules and errors, flashes, closed lists.
fn code(said: &mut Said, place: &str, text: &str) {
    for name in ["Say::new(", "Error::refused(", "Error::forbidden(", "Error::bad_request("] {
        for (args, mut end) in calls(text, name) {
            let mut given = Vec::new();
            while text[end..].starts_with(".with(") {
                let (variable, after) = arguments(text, end + ".with(".len());
                given.extend(literal(variable.first()).map(str::to_owned));
                end = after;
            }
            let given: Vec<&str> = given.iter().map(String::as_str).collect();
            if let Some(id) = literal(args.first()) {
                said.add(id, place, &given);
            }
        }
    }
    if !place.starts_with("src/text/") {
        flashes(said, place, text);
    }
    let differences = if place == "src/checks/difference.rs" { "vec![" } else { "theirs: vec![" };
    for list in ["theirs = vec![", "theirs: vec![", differences] {
        for (pairs, _) in calls(text, list) {
            said.fields
                .extend(pairs.iter().filter_map(|pair| pair.strip_prefix("(\"")?.split('"').next().map(str::to_owned)));
        }
    }
    closed_lists(said, place, text);
    for body in between(text, "fn missing_right(", "\n}") {
        between(body, "=> \"", "\"").into_iter().for_each(|id| said.add(id, place, &[]));
    }
    if place == "src/web/errors.rs" {
        error_pages(said, place, text);
    }
}

/// Kinds of things, and the words of every `words!`.
fn closed_lists(said: &mut Said, place: &str, text: &str) {
    for kind in between(text, "const KIND: &'static str = \"", "\"") {
        said.add(format!("subject-{kind}").replace('_', "-"), place, &[]);
    }
    for body in between(text, "words! {", "\n}") {
        for inside in between(body, "pub enum ", "}") {
            let (name, words) = inside.split_once('{').unwrap();
            let words = between(words, "= \"", "\"").into_iter().map(str::to_owned);
            said.words.entry(name.trim().to_owned()).or_default().extend(words);
        }
    }
}

/// Headings of error pages, and their sentences where the error brings none.
fn error_pages(said: &mut Said, place: &str, text: &str) {
    for id in between(text, "\"error-", "\"").into_iter().map(|rest| format!("error-{rest}")) {
        let sentence = format!("{id}-text");
        let own = id.ends_with("-text") || OWN_SENTENCE.contains(&id.as_str()) || said.uses.contains_key(&sentence);
        if !own {
            said.add(sentence, place, &[]);
        }
        if !id.ends_with("-text") {
            said.add(id, place, &[]);
        }
    }
}

/// What is said after a form has done its work.
fn flashes(said: &mut Said, place: &str, text: &str) {
    let mut flashes: Vec<String> = Vec::new();
    for name in ["done(", "after("] {
        flashes.extend(calls(text, name).iter().filter_map(|(args, _)| literal(args.last()).map(str::to_owned)));
    }
    for chosen in between(text, "let flash =", ";") {
        flashes.extend(between(chosen, "{ \"", "\" }").into_iter().map(str::to_owned));
    }
    for rest in text.match_indices("done=").map(|(at, mark)| &text[at + mark.len()..]) {
        flashes.push(rest.chars().take_while(|c| c.is_ascii_lowercase() || *c == '-').collect());
    }
    for flash in flashes.iter().filter(|flash| !flash.is_empty()) {
        said.add(format!("done-{flash}"), place, &[]);
    }
}

/// The words of every list that is used.
fn listed(said: &mut Said) {
    for list in said.lists.clone() {
        let Some((_, enums)) = LISTS.iter().find(|(name, _)| *name == list) else {
            panic!("ui.word(\"{list}\", …): which words has this list? Name them in LISTS");
        };
        let mut words: BTreeSet<String> = enums
            .iter()
            .flat_map(|name| said.words.get(*name).unwrap_or_else(|| panic!("no words! in src make {name}")).clone())
            .collect();
        words.extend(of_the_text_engine(&list));
        words.extend(MORE.iter().filter(|(name, _)| *name == list).map(|(_, word)| (*word).to_owned()));
        if list == "field" {
            words.extend(said.fields.clone());
        }
        for word in words {
            said.add(format!("{list}-{word}").replace(['_', '.'], "-"), &format!("list {list}"), &[]);
        }
    }
}

/// Lists that the text engine keeps without a word of the pages in it.
fn of_the_text_engine(list: &str) -> Vec<String> {
    let words: Vec<&str> = match list {
        "line-kind" => Kind::ALL.iter().map(|kind| kind_word(*kind)).collect(),
        "reason" => Reason::ALL.iter().map(|reason| reason.as_str()).collect(),
        "warning" => [What::Numeral, What::Negation, What::Name, What::Unit, What::Date]
            .map(What::as_str)
            .into_iter()
            .chain(["typography"])
            .collect(),
        _ => Vec::new(),
    };
    words.into_iter().map(str::to_owned).collect()
}

/// Every message of the first language with its text, in the order of the files.
fn written() -> Vec<(String, String)> {
    let mut messages: Vec<(String, String)> = Vec::new();
    for (_, text) in files("locales/en", ".ftl") {
        for line in text.lines().filter(|line| !line.starts_with('#') && !line.is_empty()) {
            match line.split_once('=') {
                Some((id, text)) if line.starts_with(|c: char| c.is_ascii_alphabetic()) => {
                    messages.push((id.trim().to_owned(), text.to_owned()));
                }
                _ => messages.last_mut().unwrap().1.push_str(line),
            }
        }
    }
    messages
}

/// Variables that a message names.
fn variables(text: &str) -> BTreeSet<String> {
    let names = text.split('$').skip(1);
    names.map(|rest| rest.chars().take_while(|c| c.is_alphanumeric() || matches!(c, '-' | '_')).collect()).collect()
}

#[test]
fn every_sentence_that_is_said_is_written() {
    let missing: Vec<String> = said()
        .uses
        .iter()
        .filter(|(id, _)| !words::exists(id))
        .map(|(id, uses)| format!("{id} ({})", uses[0].place))
        .collect();
    assert!(missing.is_empty(), "not in locales/en:\n{}", missing.join("\n"));
}

#[test]
fn every_sentence_that_is_written_is_said_somewhere_and_written_once() {
    let (said, mut seen) = (said(), BTreeSet::new());
    let all: String =
        files("src", ".rs").into_iter().chain(files("templates", ".html")).map(|(_, text)| text).collect();
    let mut wrong = Vec::new();
    for (id, _) in written() {
        if !said.uses.contains_key(&id) && !all.contains(&format!("\"{id}\"")) {
            wrong.push(format!("{id}: nobody says it"));
        }
        if !seen.insert(id.clone()) {
            wrong.push(format!("{id}: written twice"));
        }
    }
    assert!(wrong.is_empty(), "in locales/en:\n{}", wrong.join("\n"));
}

#[test]
fn every_sentence_gets_the_variables_it_names() {
    let (said, mut wrong) = (said(), Vec::new());
    for (id, text) in written() {
        for one in said.uses.get(&id).into_iter().flatten() {
            wrong.extend(
                variables(&text).difference(&one.given).map(|name| format!("{id}: no ${name} in {}", one.place)),
            );
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A template with a mark in place of everything that askama fills in, without the classes of its page.
fn bare(text: &str) -> String {
    let classes = between(text, "{% block class %}", "{% endblock %}");
    let text =
        classes.iter().fold(text.to_owned(), |text, class| text.replace(&format!("{{% block class %}}{class}"), ""));
    let (mut out, mut rest) = (String::new(), text.as_str());
    while let Some(at) = rest.find("{{").into_iter().chain(rest.find("{%")).chain(rest.find("{#")).min() {
        let close = match &rest[at..at + 2] {
            "{{" => "}}",
            "{%" => "%}",
            _ => "#}",
        };
        out.push_str(&rest[..at]);
        out.push('\u{1}');
        rest = rest[at..].split_once(close).map_or("", |(_, after)| after);
    }
    out + rest
}

/// Words that a template says by itself.
fn own_words(text: &str) -> Vec<String> {
    let speaks = |text: &str| text.chars().any(char::is_alphabetic) && !NAMES.contains(&text.trim());
    let mut found = Vec::new();
    let bare = format!(">{}", bare(text));
    for piece in bare.split('<') {
        let (tag, text) = piece.split_once('>').unwrap_or((piece, ""));
        for mark in SPOKEN {
            found.extend(between(tag, mark, "\"").into_iter().filter(|value| speaks(value)).map(str::to_owned));
        }
        if tag != "kbd" {
            found.extend(text.split('\u{1}').filter(|run| speaks(run)).map(|run| run.trim().to_owned()));
        }
    }
    found
}

#[test]
fn templates_say_nothing_by_themselves() {
    let wrong: Vec<String> = files("templates", ".html")
        .iter()
        .flat_map(|(place, text)| own_words(text).into_iter().map(move |words| format!("{place}: {words}")))
        .collect();
    assert!(wrong.is_empty(), "write these in locales/en:\n{}", wrong.join("\n"));
    assert_eq!(
        own_words("<p>{{ ui.t(\"a\") }} of <b title=\"Good\">{% if x > y %}SQLite{% endif %}</b></p>"),
        ["of", "Good"]
    );
    assert_eq!(own_words("<a href=\"/a\">#</a><kbd>g</kbd> · – {# words #}"), Vec::<String>::new());
}
