//! A small web on loopback whose pages change as a test wants.

use std::collections::HashMap;
use std::io::{BufRead, BufReader, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

/// What is answered for a path.
#[derive(Clone)]
pub struct Page {
    status: u16,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
    wait: Duration,
    truncated: bool,
}

impl Page {
    pub fn new(kind: &str, body: impl Into<Vec<u8>>) -> Self {
        let headers = vec![("Content-Type".to_owned(), kind.to_owned())];
        Page { status: 200, headers, body: body.into(), wait: Duration::ZERO, truncated: false }
    }

    pub fn html(body: &str) -> Self {
        Self::new("text/html; charset=utf-8", body)
    }

    pub fn status(mut self, status: u16) -> Self {
        self.status = status;
        self
    }

    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    pub fn slow(mut self, wait: Duration) -> Self {
        self.wait = wait;
        self
    }

    /// The connection ends before the body does.
    pub fn cut(mut self) -> Self {
        self.truncated = true;
        self
    }
}

type Pages = Arc<Mutex<HashMap<String, Page>>>;

/// Serves until it is dropped with the test's process.
#[derive(Clone)]
pub struct Web {
    address: SocketAddr,
    pages: Pages,
    asked: Arc<AtomicUsize>,
}

impl Web {
    pub fn new() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let web = Web { address, pages: Pages::default(), asked: Arc::default() };
        let served = web.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let web = served.clone();
                std::thread::spawn(move || web.answer(stream));
            }
        });
        web
    }

    /// What `--fetch-allow` must name.
    pub fn host(&self) -> String {
        self.address.to_string()
    }

    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    pub fn put(&self, path: &str, page: Page) -> String {
        self.pages.lock().unwrap().insert(path.to_owned(), page);
        self.url(path)
    }

    /// How many requests came.
    pub fn asked(&self) -> usize {
        self.asked.load(Ordering::SeqCst)
    }

    fn answer(&self, mut stream: TcpStream) {
        self.asked.fetch_add(1, Ordering::SeqCst);
        let mut lines = BufReader::new(stream.try_clone().unwrap()).lines().map_while(Result::ok);
        let first = lines.next().unwrap_or_default();
        let known: Vec<String> = lines.take_while(|line| !line.is_empty()).collect();
        let path = first.split(' ').nth(1).unwrap_or("/").to_owned();
        let missing = || Page::html("<p>No such page.").status(404);
        let page = self.pages.lock().unwrap().get(&path).cloned().unwrap_or_else(missing);
        std::thread::sleep(page.wait);
        let tag = page.headers.iter().find(|(name, _)| name == "ETag").map(|(_, tag)| tag.clone());
        let same = tag.is_some_and(|tag| {
            known.iter().any(|it| it.to_lowercase().starts_with("if-none-match") && it.contains(&tag))
        });
        let (status, body) = if same { (304, Vec::new()) } else { (page.status, page.body) };
        let mut head = format!("HTTP/1.1 {status} Answer\r\nConnection: close\r\nContent-Length: {}\r\n", body.len());
        page.headers.iter().for_each(|(name, value)| head.push_str(&format!("{name}: {value}\r\n")));
        let sent = if page.truncated { body.len() / 2 } else { body.len() };
        let _ = stream.write_all(format!("{head}\r\n").as_bytes());
        let _ = stream.write_all(&body[..sent]);
    }
}
