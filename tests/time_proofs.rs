//! What somebody else's clock says of a copy, and the signature on an export.

mod harness;

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener};
use std::path::{Path, PathBuf};
use std::process::Command;

use chrono::TimeDelta;
use harness::commands::Folder;
use harness::make::id_of;
use harness::web::{Page, Web};
use harness::{Setup, TestApp};

const CONFIG: &str = "[tsa]\ndefault_tsa = t\n[t]\nserial = serial\nsigner_cert = clock.pem\nsigner_key = clock.key\n\
    signer_digest = sha256\ndefault_policy = 1.2.3.4.1\ndigests = sha256\ness_cert_id_alg = sha256\n";

fn openssl(folder: &Path, words: &str) -> bool {
    Command::new("openssl").args(words.split_whitespace()).current_dir(folder).output().unwrap().status.success()
}

/// An authority of OpenSSL behind HTTP; none where there is no OpenSSL.
fn authority(folder: PathBuf) -> Option<SocketAddr> {
    Command::new("openssl").arg("version").output().ok()?;
    fs::write(folder.join("tsa.cnf"), CONFIG).unwrap();
    fs::write(folder.join("clock"), "extendedKeyUsage=critical,timeStamping\n").unwrap();
    fs::write(folder.join("serial"), "2A\n").unwrap();
    let key = "ec -pkeyopt ec_paramgen_curve:P-256";
    assert!(openssl(
        &folder,
        &format!("req -new -newkey {key} -nodes -keyout clock.key -out clock.csr -subj /CN=Clock")
    ));
    assert!(openssl(&folder, "x509 -req -in clock.csr -signkey clock.key -days 30 -extfile clock -out clock.pem"));
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        for (n, stream) in listener.incoming().flatten().enumerate() {
            let mut stream = stream;
            let (mut bytes, mut piece) = (Vec::new(), [0; 4096]);
            let body = loop {
                let read = stream.read(&mut piece).unwrap();
                bytes.extend_from_slice(&piece[..read]);
                let head = String::from_utf8_lossy(&bytes).into_owned();
                let Some(at) = head.find("\r\n\r\n") else { continue };
                let length = head.split("Content-Length: ").nth(1).and_then(|it| it.split("\r\n").next());
                let length: usize = length.unwrap().parse().unwrap();
                if bytes.len() >= at + 4 + length {
                    break bytes[at + 4..].to_vec();
                }
            };
            fs::write(folder.join("request"), body).unwrap();
            assert!(openssl(&folder, "ts -reply -config tsa.cnf -queryfile request -out reply"));
            // The first answer is lost.
            let status = if n == 0 { "503 Busy" } else { "200 OK" };
            let reply = fs::read(folder.join("reply")).unwrap();
            let head = format!("HTTP/1.1 {status}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n", reply.len());
            stream.write_all(&[head.as_bytes(), &reply].concat()).unwrap();
        }
    });
    Some(address)
}

#[test]
fn each_copy_gets_a_proof_of_time_that_openssl_believes() {
    let folder = Folder::new();
    let Some(address) = authority(folder.0.clone()) else {
        eprintln!("skipped: there is no openssl");
        return;
    };
    let web = Web::new();
    let app = TestApp::with(Setup {
        fetch_allow: vec![web.host(), address.to_string()],
        time_authority: Some(format!("http://{address}/tsr")),
        ..Setup::default()
    });
    let ines = app.reviewer("Ines");
    let url = web.put("/levels", Page::html("<title>Levels</title><p>The level stood at 200 centimetres."));
    let source = ines.post("/desk/sources", &[("url", &url), ("kind", "primary"), ("fetch", "yes")]).is(303).location();
    app.work();
    assert_eq!((app.count("snapshots"), app.count("time_proofs")), (1, 0), "the copy does not wait for it");
    app.clock.advance(TimeDelta::minutes(2));
    app.work();
    assert_eq!(app.count("time_proofs"), 1);
    let capture = app.one("SELECT id AS value FROM captures");
    let page = ines.get(&format!("/desk/captures/{capture}")).is(200).text();
    assert!(page.contains("has signed that it saw the hash"), "{page}");
    let command = page.split("openssl ts").nth(1).unwrap().split("-attime").next().unwrap().to_owned();
    let token = ines.get(&format!("/desk/captures/{capture}/time")).is(200).body;
    fs::write(folder.0.join("time.tst"), token).unwrap();
    fs::copy(folder.0.join("clock.pem"), folder.0.join("trusted.pem")).unwrap();
    assert!(openssl(&folder.0, &format!("ts{command}")));
    app.verify().unwrap();
    app.tamper("UPDATE time_proofs SET token = substr(token, 1, length(token) - 2) || '00'").unwrap();
    assert!(app.verify().is_err());
    assert!(!id_of(&source).is_empty());
}

#[test]
fn an_export_is_signed_with_the_desks_own_key() {
    let web = Web::new();
    let app = TestApp::fetching(&web);
    let ines = app.reviewer("Ines");
    let url = web.put("/levels", Page::html("<title>Levels</title><p>The level stood at 200 centimetres."));
    let source = ines.post("/desk/sources", &[("url", &url), ("kind", "primary"), ("fetch", "yes")]).is(303).location();
    app.work();
    let signed = || {
        let bytes = ines.get(&format!("{source}/wacz")).is(200).body;
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let key = text.split("\"publicKey\":\"").nth(1).expect("a signature").split('"').next().unwrap().to_owned();
        (key, text.contains("\"signature\":\""))
    };
    let first = signed();
    assert!(first.1 && first == signed(), "one key for all");
    use std::os::unix::fs::PermissionsExt;
    assert_eq!(fs::metadata(app.folder.join("signing.pem")).unwrap().permissions().mode() & 0o777, 0o600);
}
