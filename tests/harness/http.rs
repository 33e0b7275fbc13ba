//! A browser without pictures: cookies, forms, and the headers that real ones send.

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use super::html::{self, Form};

/// Where a client's requests go.
#[derive(Debug, Clone)]
pub struct Site {
    pub address: SocketAddr,
    pub base_url: String,
    pub host: String,
}

/// Somebody with a browser: cookies are kept, forms carry their guard.
#[derive(Clone)]
pub struct Client {
    pub site: Site,
    cookies: Arc<Mutex<BTreeMap<String, String>>>,
    guard: Arc<Mutex<Option<(String, String)>>>,
}

/// What came back.
#[derive(Debug, Clone)]
pub struct Answer {
    pub status: u16,
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
    asked: String,
}

/// A request before it is sent.
pub struct Request<'a> {
    client: &'a Client,
    method: String,
    path: String,
    headers: Vec<(String, String)>,
    body: Vec<u8>,
}

impl Client {
    pub fn new(site: Site) -> Self {
        Client { site, cookies: Arc::default(), guard: Arc::default() }
    }

    /// The value of a cookie.
    pub fn cookie(&self, name: &str) -> Option<String> {
        self.cookies.lock().unwrap().get(name).cloned()
    }

    /// Puts a cookie into the jar.
    pub fn set_cookie(&self, name: &str, value: &str) {
        self.cookies.lock().unwrap().insert(name.into(), value.into());
    }

    /// A request of any kind, bare: no Origin, no guard.
    pub fn ask(&self, method: &str, path: &str) -> Request<'_> {
        Request { client: self, method: method.into(), path: path.into(), headers: Vec::new(), body: Vec::new() }
    }

    pub fn get(&self, path: &str) -> Answer {
        self.ask("GET", path).send()
    }

    /// The guard of this client's forms, from a page that has one.
    pub fn guard(&self) -> String {
        let session = self.cookie("session").or_else(|| self.cookie("__Host-session")).unwrap_or_default();
        let known = self.guard.lock().unwrap().clone();
        if let Some((of, guard)) = known
            && of == session
        {
            return guard;
        }
        let page = self.get(if session.is_empty() { "/login" } else { "/account" });
        let guard =
            html::forms(&page.html()).iter().map(|form| form.value("guard").to_owned()).find(|it| !it.is_empty());
        let guard = guard.unwrap_or_default();
        *self.guard.lock().unwrap() = Some((session, guard.clone()));
        guard
    }

    /// A form as a browser sends it, with its guard.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Answer {
        let guard = self.guard();
        let fields: Vec<(&str, &str)> = [("guard", guard.as_str())].into_iter().chain(fields.iter().copied()).collect();
        self.ask("POST", path).ours().form(&fields).send()
    }

    /// A form with a file.
    pub fn upload(&self, path: &str, fields: &[(&str, &str)], file: (&str, &[u8])) -> Answer {
        let guard = self.guard();
        let fields: Vec<(&str, &str)> = [("guard", guard.as_str())].into_iter().chain(fields.iter().copied()).collect();
        self.ask("POST", path).ours().multipart(&fields, Some(file)).send()
    }

    /// Opens a page, takes the form with this action as it stands, changes some fields, and sends it.
    pub fn fill(&self, page: &str, action: &str, changes: &[(&str, &str)]) -> Answer {
        let opened = self.get(page).is(200);
        let form = opened.form(action);
        self.send(&form, changes)
    }

    /// Sends a form with some fields changed.
    pub fn send(&self, form: &Form, changes: &[(&str, &str)]) -> Answer {
        let kept = form.fields.iter().filter(|(name, _)| !changes.iter().any(|(changed, _)| changed == name));
        let fields: Vec<(&str, &str)> =
            kept.map(|(name, value)| (name.as_str(), value.as_str())).chain(changes.iter().copied()).collect();
        let request = self.ask("POST", &form.action).ours();
        if form.multipart { request.multipart(&fields, None).send() } else { request.form(&fields).send() }
    }

    /// Signs in through the page, as people do.
    pub fn sign_in(&self, email: &str, password: &str) -> Answer {
        self.fill("/login", "/login", &[("email", email), ("password", password)])
    }
}

impl Request<'_> {
    pub fn header(mut self, name: &str, value: &str) -> Self {
        self.headers.push((name.into(), value.into()));
        self
    }

    /// What browsers add to a form of our own page.
    pub fn ours(self) -> Self {
        let origin = self.client.site.base_url.clone();
        self.header("Origin", &origin).header("Sec-Fetch-Site", "same-origin")
    }

    pub fn body(mut self, bytes: &[u8]) -> Self {
        self.body = bytes.to_vec();
        self
    }

    pub fn form(self, fields: &[(&str, &str)]) -> Self {
        let body = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
        self.header("Content-Type", "application/x-www-form-urlencoded").body(body.as_bytes())
    }

    pub fn multipart(self, fields: &[(&str, &str)], file: Option<(&str, &[u8])>) -> Self {
        const EDGE: &str = "----a7f3edge";
        let mut body = Vec::new();
        for (name, value) in fields {
            body.extend(format!("--{EDGE}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n").bytes());
            body.extend(value.bytes());
            body.extend(b"\r\n");
        }
        if let Some((name, bytes)) = file {
            let head = format!(
                "--{EDGE}\r\nContent-Disposition: form-data; name=\"file\"; filename=\"{name}\"\r\n\
                 Content-Type: application/octet-stream\r\n\r\n"
            );
            body.extend(head.bytes());
            body.extend(bytes);
            body.extend(b"\r\n");
        }
        body.extend(format!("--{EDGE}--\r\n").bytes());
        self.header("Content-Type", &format!("multipart/form-data; boundary={EDGE}")).body(&body)
    }

    /// Sends it and reads the whole answer.
    pub fn send(self) -> Answer {
        let client = self.client;
        let given = |name: &str| self.headers.iter().any(|(key, _)| key.eq_ignore_ascii_case(name));
        let mut head = format!("{} {} HTTP/1.1\r\nConnection: close\r\n", self.method, self.path);
        if !given("host") {
            head.push_str(&format!("Host: {}\r\n", client.site.host));
        }
        if !given("content-length") && !given("transfer-encoding") && (self.method == "POST" || !self.body.is_empty()) {
            head.push_str(&format!("Content-Length: {}\r\n", self.body.len()));
        }
        let cookies: Vec<String> =
            client.cookies.lock().unwrap().iter().map(|(name, value)| format!("{name}={value}")).collect();
        if !cookies.is_empty() {
            head.push_str(&format!("Cookie: {}\r\n", cookies.join("; ")));
        }
        for (name, value) in &self.headers {
            head.push_str(&format!("{name}: {value}\r\n"));
        }
        head.push_str("\r\n");
        let bytes = talk(client.site.address, head.as_bytes(), &self.body);
        let answer = Answer::read(&bytes, format!("{} {}", self.method, self.path));
        for set in answer.all("set-cookie") {
            let (name, value) = set.split(';').next().unwrap_or_default().split_once('=').unwrap_or_default();
            let mut jar = client.cookies.lock().unwrap();
            match set.contains("Max-Age=0") {
                true => jar.remove(name),
                false => jar.insert(name.into(), value.into()),
            };
        }
        answer
    }
}

/// One connection, one exchange. The server may answer before it has read all, so a failed write is no failure yet.
fn talk(address: SocketAddr, head: &[u8], body: &[u8]) -> Vec<u8> {
    let mut stream = TcpStream::connect(address).expect("the server takes connections");
    stream.set_read_timeout(Some(Duration::from_secs(60))).unwrap();
    stream.set_nodelay(true).unwrap();
    stream.write_all(head).unwrap();
    let _ = stream.write_all(body);
    let mut bytes = Vec::new();
    let mut chunk = [0; 64 * 1024];
    while let Ok(count @ 1..) = stream.read(&mut chunk) {
        bytes.extend_from_slice(&chunk[..count]);
        // A server that has not read all of a form answers and then waits for the rest.
        if head.starts_with(b"POST") && is_whole(&bytes) {
            break;
        }
    }
    bytes
}

fn is_whole(bytes: &[u8]) -> bool {
    let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") else { return false };
    let head = String::from_utf8_lossy(&bytes[..end]).to_ascii_lowercase();
    let length = head.lines().find_map(|line| line.strip_prefix("content-length: ")?.trim().parse::<usize>().ok());
    length.is_some_and(|length| bytes.len() - end - 4 >= length)
}

impl Answer {
    fn read(bytes: &[u8], asked: String) -> Self {
        let end = bytes.windows(4).position(|four| four == b"\r\n\r\n");
        let end = end.unwrap_or_else(|| panic!("{asked}: no answer ({} bytes)", bytes.len()));
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.split("\r\n");
        let status = lines.next().and_then(|line| line.split(' ').nth(1)?.parse().ok()).expect("a status line");
        let headers = lines
            .filter_map(|line| line.split_once(": "))
            .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
            .collect();
        Answer { status, headers, body: bytes[end + 4..].to_vec(), asked }
    }

    /// The same answer, if its status is this one.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        let text = self.text();
        let start: String = text.chars().take(900).collect();
        let to = self.header("location").unwrap_or_default();
        assert_eq!(self.status, status, "{} → {} {to}\n{start}", self.asked, self.status);
        self
    }

    pub fn header(&self, name: &str) -> Option<&str> {
        html::attr(&self.headers, name)
    }

    pub fn all(&self, name: &str) -> Vec<&str> {
        self.headers.iter().filter(|(key, _)| key == name).map(|(_, value)| value.as_str()).collect()
    }

    pub fn html(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }

    /// What a reader sees.
    pub fn text(&self) -> String {
        html::text(&self.html())
    }

    /// The page's `h1`.
    pub fn heading(&self) -> String {
        html::inside(&self.html(), "h1")
            .first()
            .map(|it| it.split_whitespace().collect::<Vec<_>>().join(" "))
            .unwrap_or_default()
    }

    /// Where a redirect leads, without what is to be said there.
    #[track_caller]
    pub fn location(&self) -> String {
        let location =
            self.header("location").unwrap_or_else(|| panic!("{}: no redirect\n{}", self.asked, self.text()));
        location.split(['?', '#']).next().unwrap_or_default().to_owned()
    }

    /// The form of a page that goes to this address.
    #[track_caller]
    pub fn form(&self, action: &str) -> Form {
        let forms = html::forms(&self.html());
        let actions: Vec<String> = forms.iter().map(|form| form.action.clone()).collect();
        let found = forms.into_iter().find(|form| form.action == action);
        found.unwrap_or_else(|| panic!("{}: no form to {action} among {actions:?}", self.asked))
    }

    /// Whether the page offers a form to this address.
    pub fn offers(&self, action: &str) -> bool {
        html::forms(&self.html()).iter().any(|form| form.action == action)
    }

    #[track_caller]
    pub fn json(&self) -> serde_json::Value {
        serde_json::from_slice(&self.body).unwrap_or_else(|_| panic!("{}: no JSON: {}", self.asked, self.html()))
    }
}
