//! The program as people start it: commands, and a server of its own process.

use std::fs;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Output, Stdio};
use std::time::{Duration, Instant};

use super::{Client, PASSWORD, Site};

/// A directory that is gone with the test.
pub struct Folder(pub PathBuf);

impl Folder {
    pub fn new() -> Self {
        let path = super::new_folder();
        fs::create_dir_all(&path).unwrap();
        Folder(path)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Runs a command to its end; `typed` is its standard input.
pub fn run(args: &[&str], typed: &str) -> Output {
    let mut child = Command::new(env!("CARGO_BIN_EXE_claimdesk"))
        .env_clear()
        .args(args)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let _ = child.stdin.take().unwrap().write_all(typed.as_bytes());
    child.wait_with_output().unwrap()
}

pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A server of its own process; dropping it kills it as a power loss does.
pub struct Server {
    child: Child,
    pub site: Site,
}

impl Server {
    pub fn start(data: &Path, more: &[&str]) -> Self {
        Server::spawn(data, more, None, &[])
    }

    /// The same with what it logs, at its most talkative, in a file.
    pub fn logging(data: &Path, more: &[&str], log: &Path) -> Self {
        Server::spawn(data, more, Some(fs::File::create(log).unwrap()), &[])
    }

    /// The same through a shell that sets limits first.
    pub fn limited(data: &Path, more: &[&str], limits: &str) -> Self {
        Server::spawn(data, more, None, &["sh", "-c", limits, "sh"])
    }

    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    fn spawn(data: &Path, more: &[&str], log: Option<fs::File>, through: &[&str]) -> Self {
        let logged = log.is_some();
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let listen = address.to_string();
        let whole: Vec<&str> = through.iter().copied().chain([env!("CARGO_BIN_EXE_claimdesk")]).collect();
        let child = Command::new(whole[0])
            .env_clear()
            .envs(logged.then_some(("CLAIMDESK_LOG", "trace")))
            .args(&whole[1..])
            .args(["--data", data.to_str().unwrap(), "--listen", &listen])
            .args(more)
            .stdin(Stdio::null())
            .stdout(Stdio::null())
            .stderr(log.map_or(Stdio::null(), Stdio::from))
            .spawn()
            .unwrap();
        let server = Server { child, site: Site { address, base_url: format!("http://{listen}"), host: listen } };
        let began = Instant::now();
        while !answers(address) {
            assert!(began.elapsed() < Duration::from_secs(60), "the server does not answer");
            std::thread::sleep(Duration::from_millis(50));
        }
        server
    }

    /// The administrator that `user add` made.
    pub fn sign_in(&self) -> Client {
        let client = Client::new(self.site.clone());
        client.sign_in("ada@b.example", PASSWORD).is(303);
        client
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether a server answers there; a port that is only open is not enough.
fn answers(address: SocketAddr) -> bool {
    let Ok(mut stream) = TcpStream::connect(address) else { return false };
    let request = format!("GET /healthz HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n\r\n");
    let mut answer = String::new();
    stream.write_all(request.as_bytes()).is_ok()
        && stream.read_to_string(&mut answer).is_ok()
        && answer.starts_with("HTTP/1.1 200")
}
