//! The command line as somebody at a terminal uses it: results on stdout, one clear line on stderr, and the exit code.

mod harness;

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use harness::http::{Client, Site};
use harness::{PASSWORD, html, new_folder};
use serde_json::Value;

/// A folder that goes when the test ends.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        Folder(new_folder())
    }
    fn at(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn claimdesk(data: &Path, args: &[&str]) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_claimdesk"));
    command
        .env_clear()
        .arg("--data")
        .arg(data)
        .args(args)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

fn run(data: &Path, args: &[&str]) -> Output {
    claimdesk(data, args).output().unwrap()
}

/// The same with something typed.
fn typed(data: &Path, args: &[&str], line: &str) -> Output {
    let mut child = claimdesk(data, args).stdin(Stdio::piped()).spawn().unwrap();
    child.stdin.take().unwrap().write_all(line.as_bytes()).unwrap();
    child.wait_with_output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}

fn err(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[track_caller]
fn done(output: Output) -> String {
    assert_eq!(output.status.code(), Some(0), "{}{}", out(&output), err(&output));
    out(&output)
}

/// Exit 1, nothing on stdout, one line on stderr that says this.
#[track_caller]
fn fails(output: Output, sentence: &str) {
    let said = err(&output);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains(sentence), "{sentence:?} is not in {said:?}");
    assert_eq!(said.trim_end().lines().count(), 1, "one line: {said:?}");
    assert_eq!(out(&output), "");
}

/// A server of its own process; killed at the end.
struct Server {
    child: Child,
    site: Site,
}

impl Server {
    fn start(data: &Path, args: &[&str]) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let listen = address.to_string();
        let args: Vec<&str> = ["--listen", &listen].into_iter().chain(args.iter().copied()).collect();
        let mut child = claimdesk(data, &args).stderr(Stdio::null()).spawn().unwrap();
        let site = Site { address, base_url: format!("http://{listen}"), host: listen };
        let mut server = Server {
            site,
            child: {
                child.stdin.take();
                child
            },
        };
        server.wait();
        server
    }

    fn wait(&mut self) {
        let began = Instant::now();
        loop {
            if let Ok(Some(status)) = self.child.try_wait() {
                let mut rest = String::new();
                self.child.stdout.take().unwrap().read_to_string(&mut rest).unwrap();
                panic!("the server ended: {status} {rest}");
            }
            if std::net::TcpStream::connect(self.site.address).is_ok() {
                return;
            }
            assert!(began.elapsed() < Duration::from_secs(60), "the server does not listen");
            std::thread::sleep(Duration::from_millis(50));
        }
    }

    /// The first line of stdout.
    fn line(&mut self) -> String {
        let mut reader = BufReader::new(self.child.stdout.take().unwrap());
        let mut line = String::new();
        reader.read_line(&mut line).unwrap();
        self.child.stdout = Some(reader.into_inner());
        line
    }

    fn browser(&self) -> Client {
        Client::new(self.site.clone())
    }

    fn sign_in(&self, email: &str) -> Client {
        let client = self.browser();
        client.sign_in(email, PASSWORD).is(303);
        client
    }

    /// As a power loss does: no goodbye.
    fn kill(mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn add(data: &Path, email: &str, role: &str) {
    done(typed(data, &["user", "add", email, "--role", role], &format!("{PASSWORD}\n")));
}

/// A desk with one account a role.
fn desk(data: &Path) {
    for (email, role) in [
        ("nell@b.example", "contributor"),
        ("ines@b.example", "reviewer"),
        ("tomas@b.example", "editor"),
        ("ada@b.example", "admin"),
    ] {
        add(data, email, role);
    }
}

fn json(text: &str) -> Value {
    serde_json::from_str(text.trim()).unwrap_or_else(|_| panic!("no JSON: {text}"))
}

// ---- starting

#[test]
fn a_new_desk_prints_its_set_up_link_once_on_stdout() {
    let folder = Folder::new();
    let mut server = Server::start(&folder.0, &["serve"]);
    let link = server.line();
    let path = link.trim().strip_prefix(&server.site.base_url).expect("the link is on this site").to_owned();
    assert!(path.starts_with("/setup?token="), "{link}");
    server.browser().get(&path).is(200);
    server.kill();
    desk(&folder.0);
    let server = Server::start(&folder.0, &[]);
    server.browser().get(&path).is(404);
    server.sign_in("ada@b.example").get("/admin/people").is(200);
}

#[test]
fn one_server_a_directory() {
    let folder = Folder::new();
    let server = Server::start(&folder.0, &[]);
    fails(run(&folder.0, &["serve", "--listen", "127.0.0.1:0"]), "another claimdesk server already runs on");
    fails(run(&folder.0, &["migrate"]), "another claimdesk server already runs on");
    // A lock file that was left behind blocks nobody.
    server.kill();
    assert!(folder.at("claimdesk.lock").exists());
    Server::start(&folder.0, &[]);
}

#[test]
fn what_cannot_start_says_why_in_one_line() {
    let folder = Folder::new();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = listener.local_addr().unwrap().to_string();
    fails(run(&folder.at("a"), &["serve", "--listen", &taken]), "is in use by another program");
    fs::write(folder.at("file"), "no directory").unwrap();
    fails(run(&folder.at("file"), &["serve", "--listen", "127.0.0.1:0"]), "cannot make the data directory");
    fails(run(&folder.at("b"), &["serve", "--base-url", "not an address"]), "--base-url must be");
    fails(run(&folder.at("b"), &["serve", "--base-url", "https://a.example/path"]), "--base-url must be");
    fails(run(&folder.at("b"), &["serve", "--listen", "nowhere"]), "cannot listen on nowhere");
    fails(run(&folder.at("b"), &["serve", "--database", "mysql://x"]), "--database must be a postgres:// address");
    fs::create_dir_all(folder.at("garbage")).unwrap();
    fs::write(folder.at("garbage/claimdesk.db"), "this is no database at all, but a file of that name".repeat(40))
        .unwrap();
    let broken = run(&folder.at("garbage"), &["serve", "--listen", "127.0.0.1:0"]);
    assert_eq!(broken.status.code(), Some(1), "{}", err(&broken));
    assert!(!err(&broken).contains("panicked"), "{}", err(&broken));
}

#[test]
fn wrong_use_is_exit_two() {
    let folder = Folder::new();
    for args in [
        &["frobnicate"][..],
        &["serve", "--port", "1"],
        &["user"],
        &["user", "role", "a@b.example", "king"],
        &["backup"],
    ] {
        let output = run(&folder.0, args);
        assert_eq!(output.status.code(), Some(2), "{args:?}: {}", err(&output));
        assert_eq!(out(&output), "");
    }
    let help = done(run(&folder.0, &["--help"]));
    for command in ["serve", "demo", "verify", "user", "backup", "restore", "migrate", "health"] {
        assert!(help.contains(command), "{command} is not in the help");
    }
}

#[test]
fn without_a_desk_commands_say_so() {
    let folder = Folder::new();
    for args in [&["verify"][..], &["health"], &["user", "list"], &["migrate"]] {
        fails(run(&folder.at("nothing"), args), "no desk in");
    }
    fails(run(&folder.at("nothing"), &["backup", folder.at("b.tar").to_str().unwrap()]), "no desk in");
    assert!(!folder.at("nothing").exists() && !folder.at("b.tar").exists());
}

#[test]
fn a_newer_database_is_refused() {
    let folder = Folder::new();
    desk(&folder.0);
    let mut c =
        <diesel::SqliteConnection as diesel::Connection>::establish(folder.at("claimdesk.db").to_str().unwrap())
            .unwrap();
    let sql =
        "INSERT INTO __diesel_schema_migrations (version, run_on) VALUES ('20990101000000', '2099-01-01 00:00:00')";
    diesel::RunQueryDsl::execute(diesel::sql_query(sql), &mut c).unwrap();
    drop(c);
    for args in [&["serve", "--listen", "127.0.0.1:0"][..], &["migrate"], &["verify"], &["health"]] {
        fails(run(&folder.0, args), "made by a newer claimdesk");
    }
}

// ---- the demo

#[test]
fn the_demo_prints_one_line_of_json_and_its_accounts_sign_in() {
    let folder = Folder::new();
    let data = folder.at("demo");
    let mut server = Server::start(&data, &["demo"]);
    let line = json(&server.line());
    assert_eq!(line["url"], server.site.base_url);
    let accounts = line["accounts"].as_array().unwrap();
    let roles: Vec<&str> = accounts.iter().map(|it| it["role"].as_str().unwrap()).collect();
    assert_eq!(roles, ["contributor", "reviewer", "editor", "admin", "auditor"]);
    for account in accounts {
        let client = server.browser();
        client.sign_in(account["email"].as_str().unwrap(), account["password"].as_str().unwrap()).is(303);
        assert!(
            client.get("/desk").is(200).text().contains("Sample content"),
            "every page says that it is sample content"
        );
    }
    let public = server.browser();
    let checks: Vec<String> = html::links(&public.get("/checks").is(200).html())
        .into_iter()
        .filter(|it| it.starts_with("/checks/"))
        .collect();
    assert!(checks.len() >= 3, "{checks:?}");
    for check in &checks {
        let page = public.get(check).is(200);
        assert_eq!(harness::TestApp::markup_of(&page).len(), 1, "{check} has an appearance, so it has its markup");
    }
    // Beside a running server: prove, look, and the demo's directory is kept.
    let proof = json(&done(run(&data, &["verify"])));
    assert!(proof["versions"].as_i64().unwrap() as usize >= checks.len(), "{proof}");
    assert_eq!(json(&done(run(&data, &["health"])))["status"], "ok");
    server.kill();
    assert!(data.join("claimdesk.db").exists());
    let again = run(&data, &["demo", "--listen", "127.0.0.1:0"]);
    assert_eq!((again.status.code(), out(&again).as_str()), (Some(2), ""));
    assert!(err(&again).contains("is not empty"), "{}", err(&again));
    done(run(&data, &["verify"]));
}

#[test]
fn the_demo_touches_no_directory_that_holds_anything() {
    let folder = Folder::new();
    fs::write(folder.at("somebodys.txt"), "mine").unwrap();
    let output = run(&folder.0, &["demo", "--listen", "127.0.0.1:0"]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_dir(&folder.0).unwrap().count(), 1);
}

// ---- accounts

#[test]
fn accounts_from_the_machine_itself() {
    let folder = Folder::new();
    let data = &folder.0;
    desk(data);
    let listed = || -> Vec<Value> { done(run(data, &["user", "list"])).lines().map(json).collect() };
    assert_eq!(listed().len(), 4);
    let nell = || listed().into_iter().find(|it| it["email"] == "nell@b.example").unwrap();
    assert_eq!((nell()["role"].as_str(), nell()["state"].as_str()), (Some("contributor"), Some("active")));
    let server = Server::start(data, &[]);
    let browser = server.sign_in("nell@b.example");
    done(run(data, &["user", "role", "NELL@b.example", "editor"]));
    assert_eq!(nell()["role"], "editor");
    browser.get("/desk").is(303);
    let browser = server.sign_in("nell@b.example");
    done(run(data, &["user", "disable", "nell@b.example"]));
    assert_eq!(nell()["state"], "disabled");
    browser.get("/desk").is(303);
    server.browser().sign_in("nell@b.example", PASSWORD).is(422);
    done(run(data, &["user", "enable", "nell@b.example"]));
    let browser = server.sign_in("nell@b.example");
    done(typed(data, &["user", "reset-password", "nell@b.example"], "seven swans and a boat\r\n"));
    browser.get("/desk").is(303);
    server.browser().sign_in("nell@b.example", PASSWORD).is(422);
    server.browser().sign_in("nell@b.example", "seven swans and a boat").is(303);
    fails(typed(data, &["user", "add", "nell@b.example"], &format!("{PASSWORD}\n")), "already has this e-mail address");
    fails(typed(data, &["user", "add", "odo@b.example"], "short\n"), "at least 12 characters");
    fails(typed(data, &["user", "add", "no address"], &format!("{PASSWORD}\n")), "e-mail address");
    fails(run(data, &["user", "disable", "nobody@b.example"]), "No account has this e-mail address");
    fails(run(data, &["user", "disable", "ada@b.example"]), "the only admin");
    fails(run(data, &["user", "role", "ada@b.example", "editor"]), "the only admin");
    assert_eq!(listed().len(), 4);
    done(run(data, &["verify"]));
}

// ---- backups

#[test]
fn a_backup_beside_a_running_server_comes_back_whole() {
    let folder = Folder::new();
    let data = folder.at("data");
    desk(&data);
    let server = Server::start(&data, &[]);
    let ines = server.sign_in("ines@b.example");
    let text = "Words that must come back.\r\n";
    let article =
        ines.fill("/desk/articles/new", "/desk/articles", &[("text", text), ("title", "Kept")]).is(303).location();
    let file = folder.at("desk.tar");
    let file = file.to_str().unwrap();
    let summary = json(&done(run(&data, &["backup", file])));
    assert!(summary["events"].as_i64().unwrap() > 4 && summary["entries"].as_i64().unwrap() >= 2, "{summary}");
    fails(run(&data, &["backup", file]), "is already there");
    ines.fill("/desk/articles/new", "/desk/articles", &[("text", "Written after the backup."), ("title", "Lost")])
        .is(303);
    fails(run(&data, &["restore", file]), "another claimdesk server already runs on");
    server.kill();
    fails(run(&data, &["restore", file]), "already holds a desk");
    let back = folder.at("back");
    let proof = json(&done(run(&back, &["restore", file])));
    assert_eq!(proof["head"], summary["head"]);
    assert_eq!(json(&done(run(&back, &["verify"])))["events"], summary["events"]);
    let server = Server::start(&back, &[]);
    let ines = server.sign_in("ines@b.example");
    assert_eq!(ines.get(&format!("{article}/original")).is(200).html(), text);
    let list = ines.get("/desk/articles").text();
    assert!(list.contains("Kept") && !list.contains("Lost"));
}

#[test]
fn a_tampered_backup_is_refused_and_leaves_nothing() {
    let folder = Folder::new();
    let data = folder.at("data");
    desk(&data);
    let file = folder.at("desk.tar");
    done(run(&data, &["backup", file.to_str().unwrap()]));
    let good = fs::read(&file).unwrap();
    let bad = folder.at("bad.tar");
    for (what, bytes) in [
        ("a flipped byte", {
            let mut b = good.clone();
            b[good.len() / 3] ^= 1;
            b
        }),
        ("cut off", good[..good.len() / 2].to_vec()),
        ("cut off before the manifest", good[..good.len() - 4096].to_vec()),
        ("no tar at all", b"hello".repeat(1000)),
        ("empty", Vec::new()),
    ] {
        fs::write(&bad, bytes).unwrap();
        let back = folder.at("back");
        let output = run(&back, &["restore", bad.to_str().unwrap()]);
        assert_eq!(output.status.code(), Some(1), "{what}: {}", err(&output));
        assert_eq!(err(&output).trim_end().lines().count(), 1, "{what}: {}", err(&output));
        assert!(!back.join("claimdesk.db").exists(), "{what} left a database behind");
    }
    fails(run(&folder.at("back"), &["restore", folder.at("none.tar").to_str().unwrap()]), "cannot read");
}

/// Where a PostgreSQL server is given: rows travel as JSON, and the proof is the same.
#[test]
fn a_desk_on_postgresql_is_backed_up_and_comes_back() {
    let (Some(from), Some(to)) = (harness::scratch::make(), harness::scratch::make()) else {
        eprintln!("skipped: CLAIMDESK_TEST_DATABASE is not set");
        return;
    };
    let folder = Folder::new();
    let (data, back, file) = (folder.at("data"), folder.at("back"), folder.at("desk.tar"));
    let file = file.to_str().unwrap();
    done(typed(
        &data,
        &["--database", &from, "user", "add", "ada@b.example", "--role", "admin"],
        &format!("{PASSWORD}\n"),
    ));
    let server = Server::start(&data, &["--database", &from]);
    let ada = server.sign_in("ada@b.example");
    ada.fill(
        "/desk/articles/new",
        "/desk/articles",
        &[("text", "Words “that” must \\ come back.\n"), ("title", "Kept")],
    )
    .is(303);
    let claim = [
        ("statement", "The quay has 90 trees"),
        ("appearance_url", "https://courier.example/1"),
        ("appeared_on", "2026-11-02"),
    ];
    let first = ada.fill("/desk/claims/new", "/desk/claims", &claim).is(303).location();
    let second = ada.fill("/desk/claims/new", "/desk/claims", &claim).is(303).location();
    // An older row that points to a younger one of its own table.
    let duplicate = [("step", "duplicate"), ("duplicate_of", &harness::make::id_of(&second))];
    ada.fill(&first, &format!("{first}/triage"), &duplicate.map(|(name, value)| (name, value as &str))).is(303);
    let summary = json(&done(run(&data, &["--database", &from, "backup", file])));
    server.kill();
    let proof = json(&done(run(&back, &["--database", &to, "restore", file])));
    assert_eq!((&proof["head"], &proof["events"]), (&summary["head"], &summary["events"]));
    assert_eq!(json(&done(run(&back, &["--database", &to, "verify"])))["head"], summary["head"]);
    let server = Server::start(&back, &["--database", &to]);
    assert!(server.sign_in("ada@b.example").get("/desk/articles").text().contains("Kept"));
    server.kill();
    fails(run(&back, &["--database", &to, "restore", file]), "already holds a desk");
    harness::scratch::drop_it(&from);
    harness::scratch::drop_it(&to);
}

// ---- proof and power loss

#[test]
fn verify_names_what_is_wrong_and_exits_one() {
    let folder = Folder::new();
    desk(&folder.0);
    let proof = json(&done(run(&folder.0, &["verify"])));
    assert_eq!(proof["erased"], 0);
    let mut c =
        <diesel::SqliteConnection as diesel::Connection>::establish(folder.at("claimdesk.db").to_str().unwrap())
            .unwrap();
    diesel::RunQueryDsl::execute(diesel::sql_query("UPDATE people SET role = 'admin' WHERE name = 'nell'"), &mut c)
        .unwrap();
    drop(c);
    fails(run(&folder.0, &["verify"]), "the person");
}

/// What a person was told is saved survives the end of the process, whenever it comes.
#[test]
fn a_kill_between_submission_and_approval_loses_nothing() {
    let folder = Folder::new();
    let data = &folder.0;
    desk(data);
    let server = Server::start(data, &[]);
    let ines = server.sign_in("ines@b.example");
    let fields = [("statement", "The quay has 90 trees"), ("appearance_url", "https://courier.example/1")];
    let claim = ines.fill("/desk/claims/new", "/desk/claims", &fields).is(303).location();
    ines.fill(&claim, &format!("{claim}/triage"), &[("step", "select")]).is(303);
    let check = ines.fill(&claim, &format!("{claim}/check"), &[]).is(303).location();
    let about = [
        ("title", "Report"),
        ("publisher", "Office"),
        ("url", "https://office.example/"),
        ("text", "We counted 90 trees. No more."),
    ];
    let source = ines.fill("/desk/sources/new", "/desk/sources", &about).is(303).location();
    let page = format!("{check}/evidence/new?source={}", harness::make::id_of(&source));
    ines.fill(&page, &format!("{check}/evidence"), &[("exact", "We counted 90 trees."), ("stance", "supports")])
        .is(303);
    let verdict = ines.get(&check).is(200);
    let label = verdict.html();
    let at = label.find("● True").or_else(|| label.find("True</option>")).unwrap();
    let entry = label[..at].rsplit("value=\"").next().unwrap().split('"').next().unwrap().to_owned();
    let words = [("summary", "Counted."), ("verdict_id", &entry), ("single_source", "One office counts.")];
    ines.fill(&check, &format!("{check}/verdict"), &words).is(303);
    ines.fill(&check, &format!("{check}/submission"), &[]).is(303);
    server.kill();
    let server = Server::start(data, &[]);
    let tomas = server.sign_in("tomas@b.example");
    assert!(tomas.get(&check).is(200).text().contains("Ready for approval"));
    tomas.fill(&check, &format!("{check}/approval"), &[("outcome", "approved")]).is(303);
    server.kill();
    done(run(data, &["verify"]));
    let server = Server::start(data, &[]);
    let tomas = server.sign_in("tomas@b.example");
    tomas.fill(&check, &format!("{check}/publication"), &[]).is(303);
    server.kill();
    let server = Server::start(data, &[]);
    assert!(server.browser().get("/checks/the-quay-has-90-trees").is(200).text().contains("Counted."));
    let proof = json(&done(run(data, &["verify"])));
    assert_eq!(proof["versions"], 1);
}

/// Killed in the middle of many writes: what was answered is there, and the log holds.
#[test]
fn a_kill_in_the_middle_of_writing_keeps_every_answered_form() {
    let folder = Folder::new();
    desk(&folder.0);
    let server = Server::start(&folder.0, &[]);
    let saved = std::sync::Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for who in ["nell@b.example", "ines@b.example", "tomas@b.example"] {
            let (server, saved) = (&server, &saved);
            scope.spawn(move || {
                let client = server.sign_in(who);
                for n in 0..40 {
                    let statement = format!("{who} said {n}");
                    let answer = client.post("/desk/claims", &[("statement", &statement), ("language", "en")]);
                    if answer.status == 303 {
                        saved.lock().unwrap().push(answer.location());
                    }
                    if saved.lock().unwrap().len() >= 25 {
                        return;
                    }
                }
            });
        }
    });
    server.kill();
    let server = Server::start(&folder.0, &[]);
    let nell = server.sign_in("nell@b.example");
    let saved = saved.into_inner().unwrap();
    assert!(saved.len() >= 25);
    for path in saved {
        nell.get(&path).is(200);
    }
    done(run(&folder.0, &["verify"]));
}
