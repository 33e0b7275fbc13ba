//! `split`, `train-worthiness` and `reanchor` as other programs use them.

mod harness;

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::{Value, json};

struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        Folder(harness::new_folder())
    }

    fn file(&self, name: &str, text: &str) -> String {
        let path = self.0.join(name);
        fs::write(&path, text).unwrap();
        path.to_string_lossy().into_owned()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn run(args: &[&str], typed: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(typed.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

#[track_caller]
fn lines(output: Output) -> Vec<Value> {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!(output.status.code(), Some(0), "{said}");
    String::from_utf8(output.stdout).unwrap().lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[track_caller]
fn fails(output: Output, sentence: &str) {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert_eq!((output.status.code(), output.stdout.len()), (Some(1), 0), "{said}");
    assert!(said.contains(sentence), "{sentence:?} is not in {said:?}");
}

#[test]
fn split_prints_a_line_for_each_sentence_in_code_points_of_the_input() {
    let text =
        "🦦 Rents rose by 12 per cent in 2025.\r\nNobody cared!\r\n\r\nIs that so? “We built 40 homes,” said Jane Doe.";
    let found = lines(run(&["split", "--lang", "en", "-"], text));
    let points: Vec<char> = text.chars().collect();
    for line in &found {
        let at = |name: &str| usize::try_from(line[name].as_u64().unwrap()).unwrap();
        let words: String = points[at("start")..at("end")].iter().collect();
        assert_eq!(line["text"], words);
        let worth = line["worthiness"].as_f64().unwrap();
        assert!((0.0..=1.0).contains(&worth), "{line}");
        assert!(line["kind"].is_string() && line["reasons"].is_array() && line["quoted"].is_boolean(), "{line}");
        assert!(line["claimant"].is_string() || line["claimant"].is_null(), "{line}");
        assert!(line["paragraph"].is_u64(), "{line}");
    }
    let texts: Vec<&str> = found.iter().map(|line| line["text"].as_str().unwrap()).collect();
    assert_eq!(texts[0], "🦦 Rents rose by 12 per cent in 2025.");
    assert!(
        found[0]["reasons"].as_array().unwrap().iter().any(|it| it == "gives a figure" || it == "gives a percentage")
    );
    assert_eq!(found.iter().find(|line| line["text"] == "Is that so?").unwrap()["kind"], "question");
    let quote = found.last().unwrap();
    assert_eq!((&quote["claimant"], &quote["quoted"]), (&json!("Jane Doe"), &json!(true)));
}

#[test]
fn split_reads_a_file_detects_the_language_and_takes_anything() {
    let folder = Folder::new();
    let mixed = "The council met on Monday and talked about the new bridge.\n\nDer Rat hat am Montag über die neue Brücke \
        gesprochen, z. B. über die Kosten.\n\nاجتمع المجلس يوم الاثنين وناقش تكلفة الجسر الجديد.";
    let found = lines(run(&["split", &folder.file("a.txt", mixed)], ""));
    let langs: Vec<&Value> = found.iter().map(|line| &line["lang"]).collect();
    assert_eq!(langs, ["en", "de", "ar"], "{found:?}");
    assert!(lines(run(&["split"], "")).is_empty());
    assert_eq!(
        lines(run(&["split"], "\u{FEFF}One.")).last().unwrap()["text"].as_str().unwrap().trim_start_matches('\u{FEFF}'),
        "One."
    );
    for hostile in [".".repeat(9_999), "\u{301}".repeat(9_999), "“".repeat(9_999), "\u{0}\u{1}\u{202E}x".repeat(999)]
    {
        assert!(!lines(run(&["split"], &hostile)).is_empty());
    }
    fails(run(&["split", "/no/such/file"], ""), "cannot read");
    for wrong in
        [["split", "--nonsense"].as_slice(), &["split", "--lang", "!!"], &["reanchor"], &["train-worthiness", "x"]]
    {
        assert_eq!(run(wrong, "").status.code(), Some(2), "{wrong:?}");
    }
}

#[test]
fn a_model_is_trained_kept_and_used() {
    let folder = Folder::new();
    let labelled: String = (0..60)
        .map(|n| {
            let (text, label) = match n % 2 {
                0 => (format!("The gulls of pier {n} steal chips."), 1),
                _ => (format!("The otter at pier {n} sleeps."), 0),
            };
            json!({ "text": text, "label": label }).to_string() + "\n"
        })
        .collect();
    let model = folder.0.join("m").to_string_lossy().into_owned();
    let trained = run(&["train-worthiness", &folder.file("l.jsonl", &labelled), "--out", &model], "");
    let said = String::from_utf8_lossy(&trained.stderr).into_owned();
    assert_eq!((trained.status.code(), trained.stdout.len()), (Some(0), 0), "{said}");
    assert!(said.contains("60 sentences, 30 of them") && said.contains("had not seen it"), "{said}");
    let text = "The gulls of pier 7 steal chips.\n\nThe otter at pier 8 sleeps.";
    let found = lines(run(&["split", "--lang", "en", "--model", &model], text));
    let worth = |n: usize| found[n]["worthiness"].as_f64().unwrap();
    assert!(worth(0) > 0.5 && worth(1) < 0.5, "{found:?}");
    let broken = folder.file("broken", "claimdesk");
    fails(run(&["split", "--model", &broken], text), "broken");
    let wrong = folder.file("w.jsonl", "{\"text\":\"a\",\"label\":1}\n{\"text\":\"a\",\"label\":7}\n");
    fails(run(&["train-worthiness", &wrong, "--out", &model], ""), "line 2");
    let nothing = folder.file("n.jsonl", "nonsense\n");
    fails(run(&["train-worthiness", &nothing, "--out", &model], ""), "line 1");
}

#[test]
fn passages_are_found_again_or_said_to_be_gone() {
    let folder = Folder::new();
    let old = "Rents rose by 5 per cent. The mill burned. A 🦦 was seen.";
    let new = "A new line.\nRents rose by 15 per cent. A 🦦 was seen.";
    let spans = "{\"id\":\"rents\",\"start\":0,\"end\":25}\n{\"id\":2,\"start\":26,\"end\":42}\n{\"id\":\"otter\",\"start\":43,\"end\":56}\n";
    let (a, b) = (folder.file("old", old), folder.file("new", new));
    let found = lines(run(&["reanchor", "--old", &a, "--new", &b, &folder.file("s", spans)], ""));
    assert_eq!(found.iter().map(|it| it["id"].clone()).collect::<Vec<_>>(), [json!("rents"), json!(2), json!("otter")]);
    assert_eq!(found[0]["state"], "changed");
    assert_eq!(found[0]["new"], "Rents rose by 15 per cent.");
    assert!(found[0]["warnings"][0].as_str().unwrap().contains("5 → 15"), "{}", found[0]);
    assert_eq!((&found[1]["state"], &found[1]["start"]), (&json!("orphaned"), &Value::Null));
    assert_eq!((&found[2]["state"], &found[2]["start"], &found[2]["end"]), (&json!("moved"), &json!(39), &json!(52)));
    for line in &found {
        let keys: Vec<&String> = line.as_object().unwrap().keys().collect();
        assert_eq!(keys, ["candidates", "end", "id", "new", "old", "start", "state", "warnings"]);
    }
    let outside = folder.file("o", "{\"id\":1,\"start\":3,\"end\":9999}\n");
    fails(run(&["reanchor", "--old", &a, "--new", &b, &outside], ""), "line 1");
    assert!(Path::new(&a).exists());
}
