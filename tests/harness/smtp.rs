//! A mail server on loopback, real but for one thing: what it takes it keeps, for tests to read.
#![allow(dead_code, reason = "every test file uses its own part")]

use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::sync::{Arc, Condvar, Mutex};
use std::time::{Duration, Instant};

use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};

/// Nothing is waited for longer than this.
const PATIENCE: Duration = Duration::from_secs(20);

/// The moments at which a server can be told to behave differently.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stage {
    Greeting,
    Hello,
    StartTls,
    Auth,
    Mail,
    Rcpt,
    Data,
    Content,
    Quit,
}

/// What a server does instead of saying yes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Act {
    /// Answers with a code and words; several lines are one answer.
    Answer(u16, String),
    /// Says nothing more, until the other side gives up.
    Hang,
    /// Ends the connection.
    Drop,
    /// Takes the letter, and ends the connection before it says so.
    TakeAndDrop,
}

/// A letter as it was taken.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Received {
    /// The envelope's sender.
    pub from: String,
    /// The envelope's recipients.
    pub to: Vec<String>,
    /// Whether it came encrypted.
    pub encrypted: bool,
    /// Head and body, the doubled dots single again.
    pub bytes: Vec<u8>,
}

impl Received {
    pub fn of(bytes: Vec<u8>) -> Self {
        Received { bytes, ..Received::default() }
    }

    fn halves(&self) -> (String, &[u8]) {
        let end = self.bytes.windows(4).position(|four| four == b"\r\n\r\n").expect("a letter has a head");
        (String::from_utf8(self.bytes[..end + 2].to_vec()).unwrap(), &self.bytes[end + 4..])
    }

    /// Every header, unfolded but not decoded.
    pub fn headers(&self) -> Vec<(String, String)> {
        let head = self.halves().0.replace("\r\n ", " ").replace("\r\n\t", " ");
        let header = |line: &str| line.split_once(':').map(|(name, value)| (name.into(), value.trim().into()));
        head.lines().map(|line| header(line).unwrap_or_else(|| panic!("no header: {line:?}"))).collect()
    }

    /// The names of its headers, in order.
    pub fn names(&self) -> Vec<String> {
        self.headers().into_iter().map(|(name, _)| name).collect()
    }

    /// A header's value as a reader sees it.
    pub fn header(&self, name: &str) -> Option<String> {
        let found = self.headers().into_iter().find(|(it, _)| it.eq_ignore_ascii_case(name));
        found.map(|(_, value)| decoded_words(&value))
    }

    pub fn subject(&self) -> String {
        self.header("Subject").unwrap_or_default()
    }

    /// What it says, lines ended with `\n`.
    pub fn text(&self) -> String {
        let body = self.halves().1;
        let bytes = match self.header("Content-Transfer-Encoding").as_deref() {
            Some("base64") => base64(body),
            Some("quoted-printable") => quoted_printable(body, false),
            _ => body.to_vec(),
        };
        String::from_utf8(bytes).expect("letters are UTF-8").replace("\r\n", "\n")
    }
}

fn decoded_words(value: &str) -> String {
    let (mut out, mut was_encoded) = (String::new(), false);
    for word in value.split(' ') {
        let parts: Vec<&str> = word.split('?').collect();
        let bytes = match parts.as_slice() {
            ["=", charset, "b" | "B", text, "="] if charset.eq_ignore_ascii_case("utf-8") => {
                Some(base64(text.as_bytes()))
            }
            ["=", charset, "q" | "Q", text, "="] if charset.eq_ignore_ascii_case("utf-8") => {
                Some(quoted_printable(text.as_bytes(), true))
            }
            _ => None,
        };
        if !(out.is_empty() || was_encoded && (bytes.is_some() || word.is_empty())) {
            out.push(' ');
        }
        was_encoded = bytes.is_some() || was_encoded && word.is_empty();
        out += &bytes.map_or(word.to_owned(), |bytes| String::from_utf8(bytes).expect("whole characters a word"));
    }
    out
}

fn base64(text: &[u8]) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let (mut out, mut bits, mut count) = (Vec::new(), 0_u32, 0);
    for digit in text.iter().filter_map(|b| DIGITS.iter().position(|it| it == b)) {
        bits = bits << 6 | u32::try_from(digit).unwrap();
        count += 6;
        if count >= 8 {
            count -= 8;
            out.push((bits >> count & 255) as u8);
        }
    }
    out
}

fn quoted_printable(text: &[u8], in_head: bool) -> Vec<u8> {
    let (mut out, mut rest) = (Vec::new(), text);
    while let Some((first, after)) = rest.split_first() {
        rest = after;
        match (first, after) {
            (b'=', [b'\r', b'\n', after @ ..]) => rest = after,
            (b'=', [a, b, after @ ..]) => {
                out.push(u8::from_str_radix(std::str::from_utf8(&[*a, *b]).unwrap(), 16).expect("two digits"));
                rest = after;
            }
            (b'_', _) if in_head => out.push(b' '),
            _ => out.push(*first),
        }
    }
    out
}

struct Rule {
    stage: Stage,
    about: String,
    act: Act,
    times: usize,
}

#[derive(Default)]
struct State {
    letters: Vec<Received>,
    credentials: Vec<(String, String)>,
    commands: Vec<String>,
    connections: usize,
    rules: Vec<Rule>,
    account: Option<(String, String)>,
    offers: Vec<String>,
}

/// How a server encrypts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Safety {
    Plain,
    StartTls,
    Tls,
}

/// Serves until the test's process ends.
#[derive(Clone)]
pub struct Smtp {
    address: SocketAddr,
    state: Arc<(Mutex<State>, Condvar)>,
    safety: Safety,
    tls: Option<Arc<ServerConfig>>,
    root: Vec<u8>,
}

impl Smtp {
    /// A server without encryption.
    pub fn new() -> Self {
        Self::serve(Safety::Plain)
    }

    /// A server that takes letters only after STARTTLS.
    pub fn with_starttls() -> Self {
        Self::serve(Safety::StartTls)
    }

    /// A server that is encrypted from the first byte.
    pub fn with_tls() -> Self {
        Self::serve(Safety::Tls)
    }

    fn serve(safety: Safety) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap();
        let (tls, root) = if safety == Safety::Plain { (None, Vec::new()) } else { certificate() };
        let server = Smtp { address, state: Arc::default(), safety, tls, root };
        server.offer(&["PIPELINING", "SIZE 10240000", "8BITMIME", "SMTPUTF8", "AUTH PLAIN LOGIN"]);
        let served = server.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                let server = served.clone();
                std::thread::spawn(move || Session::new(server, stream).map(Session::run));
            }
        });
        server
    }

    /// The address for a desk's settings; `user` is `name:password`, percent-encoded, or empty.
    pub fn url(&self, user: &str) -> String {
        let scheme = match self.safety {
            Safety::Plain => "smtp",
            Safety::StartTls => "smtp+starttls",
            Safety::Tls => "smtps",
        };
        format!("{scheme}://{user}{}{}", if user.is_empty() { "" } else { "@" }, self.address)
    }

    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The certificate (DER) to trust, which vouches for 127.0.0.1.
    pub fn root(&self) -> Vec<u8> {
        self.root.clone()
    }

    fn state<T>(&self, work: impl FnOnce(&mut State) -> T) -> T {
        let done = work(&mut self.state.0.lock().unwrap());
        self.state.1.notify_all();
        done
    }

    /// Does this at this stage from now on; newer rules go first.
    pub fn when(&self, stage: Stage, act: Act) {
        self.rule(stage, "", act, usize::MAX);
    }

    /// Does this at this stage the next time only.
    pub fn once(&self, stage: Stage, act: Act) {
        self.rule(stage, "", act, 1);
    }

    /// Does this where the command (or, at `Content`, the letter's envelope) names an address.
    pub fn when_about(&self, stage: Stage, address: &str, act: Act) {
        self.rule(stage, address, act, usize::MAX);
    }

    fn rule(&self, stage: Stage, about: &str, act: Act, times: usize) {
        self.state(|it| it.rules.insert(0, Rule { stage, about: about.into(), act, times }));
    }

    /// Everything is taken again.
    pub fn behave(&self) {
        self.state(|it| it.rules.clear());
    }

    /// Takes letters only from who signs in with these.
    pub fn only_for(&self, user: &str, password: &str) {
        self.state(|it| it.account = Some((user.into(), password.into())));
    }

    /// What EHLO is answered with.
    pub fn offer(&self, extensions: &[&str]) {
        self.state(|it| it.offers = extensions.iter().map(|&it| it.into()).collect());
    }

    /// Everything that was taken so far.
    pub fn letters(&self) -> Vec<Received> {
        self.state(|it| it.letters.clone())
    }

    /// Everything that was taken so far, and it is forgotten.
    pub fn take(&self) -> Vec<Received> {
        self.state(|it| std::mem::take(&mut it.letters))
    }

    /// Waits until there are so many letters.
    pub fn wait_for(&self, count: usize) -> Vec<Received> {
        let (lock, changed) = &*self.state;
        let few = |it: &mut State| it.letters.len() < count;
        let (state, late) = changed.wait_timeout_while(lock.lock().unwrap(), PATIENCE, few).unwrap();
        assert!(!late.timed_out(), "{} of {count} letters came", state.letters.len());
        state.letters.clone()
    }

    /// User names and passwords that were tried.
    pub fn credentials(&self) -> Vec<(String, String)> {
        self.state(|it| it.credentials.clone())
    }

    /// Every command, as it came.
    pub fn commands(&self) -> Vec<String> {
        self.state(|it| it.commands.clone())
    }

    pub fn connections(&self) -> usize {
        self.state(|it| it.connections)
    }

    fn act(&self, stage: Stage, about: &str) -> Option<Act> {
        self.state(|it| {
            let rule = it.rules.iter_mut().find(|it| it.stage == stage && it.times > 0 && about.contains(&it.about))?;
            rule.times -= usize::from(rule.times != usize::MAX);
            Some(rule.act.clone())
        })
    }
}

fn certificate() -> (Option<Arc<ServerConfig>>, Vec<u8>) {
    let key = rcgen::KeyPair::generate().unwrap();
    let mut params = rcgen::CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
    params.is_ca = rcgen::IsCa::Ca(rcgen::BasicConstraints::Unconstrained);
    let issuer = rcgen::CertifiedIssuer::self_signed(params, key).unwrap();
    let key = rcgen::KeyPair::generate().unwrap();
    let params = rcgen::CertificateParams::new(vec!["127.0.0.1".to_owned()]).unwrap();
    let leaf = params.signed_by(&key, &issuer).unwrap();
    let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![leaf.der().clone()], PrivateKeyDer::try_from(key.serialize_der()).unwrap())
        .unwrap();
    (Some(Arc::new(config)), issuer.der().to_vec())
}

trait Stream: Read + Write + Send {}
impl<T: Read + Write + Send> Stream for T {}

/// One connection.
struct Session {
    server: Smtp,
    tcp: TcpStream,
    stream: BufReader<Box<dyn Stream>>,
    encrypted: bool,
    signed_in: bool,
    envelope: Option<(String, Vec<String>, bool)>,
}

/// `Err` ends the connection.
type Go = io::Result<()>;

impl Session {
    fn new(server: Smtp, tcp: TcpStream) -> io::Result<Self> {
        tcp.set_read_timeout(Some(PATIENCE))?;
        tcp.set_nodelay(true)?;
        let stream = BufReader::new(Box::new(tcp.try_clone()?) as Box<dyn Stream>);
        server.state(|it| it.connections += 1);
        Ok(Session { server, tcp, stream, encrypted: false, signed_in: false, envelope: None })
    }

    fn run(mut self) {
        let _ = self.talk();
        let _ = self.tcp.shutdown(std::net::Shutdown::Both);
    }

    fn talk(&mut self) -> Go {
        if self.server.safety == Safety::Tls {
            self.encrypt()?;
        }
        self.answer(Stage::Greeting, "", 220, "loopback.example ESMTP")?;
        loop {
            let line = self.line()?;
            let line = String::from_utf8(line).map_err(io::Error::other)?;
            self.server.state(|it| it.commands.push(line.clone()));
            let (verb, rest) = line.split_once(' ').unwrap_or((&line, ""));
            match verb.to_ascii_uppercase().as_str() {
                "EHLO" | "HELO" => self.hello(verb)?,
                "STARTTLS" => self.starttls()?,
                "AUTH" => self.auth(rest)?,
                "MAIL" => self.mail(rest)?,
                "RCPT" => self.rcpt(rest)?,
                "DATA" => self.data()?,
                "RSET" => {
                    self.envelope = None;
                    self.say(250, "forgotten")?;
                }
                "NOOP" => self.say(250, "fine")?,
                "QUIT" => return self.answer(Stage::Quit, "", 221, "goodbye"),
                _ => self.say(500, "5.5.1 unknown command")?,
            }
        }
    }

    fn encrypt(&mut self) -> Go {
        let tls = self.server.tls.clone().ok_or_else(|| io::Error::other("no certificate"))?;
        let tls = ServerConnection::new(tls).map_err(io::Error::other)?;
        self.stream = BufReader::new(Box::new(StreamOwned::new(tls, self.tcp.try_clone()?)));
        self.encrypted = true;
        Ok(())
    }

    /// A line without its end; a line that ends otherwise than with CRLF ends the connection.
    fn line(&mut self) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        (&mut self.stream).take(1002).read_until(b'\n', &mut line)?;
        if !line.ends_with(b"\r\n") || line[..line.len() - 2].contains(&b'\r') {
            return Err(io::Error::other(format!("no line: {:?}", String::from_utf8_lossy(&line))));
        }
        line.truncate(line.len() - 2);
        Ok(line)
    }

    fn say(&mut self, code: u16, words: &str) -> Go {
        let lines: Vec<&str> = words.lines().collect();
        let mut out = String::new();
        for (at, line) in lines.iter().enumerate() {
            out += &format!("{code}{}{line}\r\n", if at + 1 == lines.len() { ' ' } else { '-' });
        }
        self.stream.get_mut().write_all(out.as_bytes())?;
        self.stream.get_mut().flush()
    }

    /// Says yes, or what the rules say.
    fn answer(&mut self, stage: Stage, about: &str, code: u16, words: &str) -> Go {
        match self.server.act(stage, about) {
            None => self.say(code, words),
            Some(act) => self.obey(&act),
        }
    }

    fn obey(&mut self, act: &Act) -> Go {
        match act {
            Act::Answer(code, words) => self.say(*code, words),
            Act::Hang => {
                let started = Instant::now();
                let mut sink = [0; 4096];
                while started.elapsed() < PATIENCE && self.stream.read(&mut sink)? > 0 {}
                Err(io::Error::other("hung"))
            }
            Act::Drop | Act::TakeAndDrop => Err(io::Error::other("dropped")),
        }
    }

    fn hello(&mut self, verb: &str) -> Go {
        self.envelope = None;
        let mut words = "loopback.example".to_owned();
        if verb.eq_ignore_ascii_case("EHLO") {
            let late = self.server.safety == Safety::StartTls && !self.encrypted;
            let offers = self.server.state(|it| it.offers.clone());
            for offer in offers.iter().filter(|it| !late || !it.starts_with("AUTH")) {
                words += &format!("\n{offer}");
            }
            words += if late { "\nSTARTTLS" } else { "" };
        }
        self.answer(Stage::Hello, "", 250, &words)
    }

    fn starttls(&mut self) -> Go {
        if self.server.safety != Safety::StartTls || self.encrypted {
            return self.say(502, "5.5.1 not here");
        }
        match self.server.act(Stage::StartTls, "") {
            Some(act) => self.obey(&act),
            None => {
                self.say(220, "2.0.0 go ahead")?;
                self.encrypt()
            }
        }
    }

    fn asked(&mut self, question: &str) -> io::Result<String> {
        self.say(334, question)?;
        let line = self.line()?;
        String::from_utf8(base64(&line)).map_err(io::Error::other)
    }

    fn auth(&mut self, how: &str) -> Go {
        let credentials = match how.split_once(' ').unwrap_or((how, "")) {
            ("PLAIN", first) => {
                let said = if first.is_empty() {
                    self.asked("")?
                } else {
                    String::from_utf8(base64(first.as_bytes())).map_err(io::Error::other)?
                };
                let mut parts = said.split('\0').skip(1).map(str::to_owned);
                (parts.next().unwrap_or_default(), parts.next().unwrap_or_default())
            }
            ("LOGIN", _) => (self.asked("VXNlcm5hbWU6")?, self.asked("UGFzc3dvcmQ6")?),
            _ => return self.say(504, "5.5.4 unknown mechanism"),
        };
        let right = self.server.state(|it| {
            it.credentials.push(credentials.clone());
            it.account.as_ref().is_none_or(|account| *account == credentials)
        });
        self.signed_in = right;
        if right {
            self.answer(Stage::Auth, "", 235, "2.7.0 welcome")
        } else {
            self.say(535, "5.7.8 wrong user name or password")
        }
    }

    fn mail(&mut self, rest: &str) -> Go {
        let late = self.server.safety == Safety::StartTls && !self.encrypted;
        let closed = self.server.state(|it| it.account.is_some()) && !self.signed_in;
        let Some((from, options)) = path_of(rest, "FROM:") else { return self.say(501, "5.5.4 no sender") };
        let wide = options.contains("SMTPUTF8");
        match self.server.act(Stage::Mail, &from) {
            Some(act) => return self.obey(&act),
            None if late => return self.say(530, "5.7.0 STARTTLS first"),
            None if closed => return self.say(530, "5.7.0 sign in first"),
            None if self.envelope.is_some() => return self.say(503, "5.5.1 one letter at a time"),
            None if !wide && !from.is_ascii() => return self.say(553, "5.6.7 ASCII only"),
            None => {}
        }
        self.envelope = Some((from, Vec::new(), wide));
        self.say(250, "2.1.0 fine")
    }

    fn rcpt(&mut self, rest: &str) -> Go {
        let Some((to, _)) = path_of(rest, "TO:") else { return self.say(501, "5.5.4 no recipient") };
        if let Some(act) = self.server.act(Stage::Rcpt, &to) {
            return self.obey(&act);
        }
        match &mut self.envelope {
            None => self.say(503, "5.5.1 MAIL first"),
            Some((_, _, false)) if !to.is_ascii() => self.say(553, "5.6.7 ASCII only"),
            Some((_, recipients, _)) => {
                recipients.push(to);
                self.say(250, "2.1.5 fine")
            }
        }
    }

    fn data(&mut self) -> Go {
        let Some((from, to, wide)) = self.envelope.take().filter(|(_, to, _)| !to.is_empty()) else {
            return self.say(503, "5.5.1 RCPT first");
        };
        let about = to.join(" ");
        match self.server.act(Stage::Data, &about) {
            Some(act) => return self.obey(&act),
            None => self.say(354, "go ahead")?,
        }
        let mut bytes = Vec::new();
        loop {
            let line = self.line()?;
            match line.strip_prefix(b".") {
                Some([]) => break,
                Some(rest) => bytes.extend_from_slice(rest),
                None => bytes.extend_from_slice(&line),
            }
            bytes.extend_from_slice(b"\r\n");
        }
        if !wide && !bytes.is_ascii() {
            return self.say(554, "5.6.1 ASCII only");
        }
        let received = Received { from, to, encrypted: self.encrypted, bytes };
        let act = self.server.act(Stage::Content, &about);
        if matches!(act, None | Some(Act::TakeAndDrop)) {
            self.server.state(|it| it.letters.push(received));
        }
        match act {
            Some(act) => self.obey(&act),
            None => self.say(250, "2.0.0 taken"),
        }
    }
}

fn path_of(rest: &str, word: &str) -> Option<(String, String)> {
    let path = rest.get(word.len()..).filter(|_| rest[..word.len()].eq_ignore_ascii_case(word))?;
    let (path, options) = path.trim_start().strip_prefix('<')?.split_once('>')?;
    Some((path.to_owned(), options.trim().to_owned()))
}
