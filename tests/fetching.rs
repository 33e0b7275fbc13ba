//! The fetcher against a loopback web: all behaviours, addresses and ranges of the corpus that stands beside the
//! repository (where it is absent its lists measure nothing), and what a capture needs of a well-behaved site.
//!
//! 127.0.0.2 stands for the public network here, opened on one port; 127.0.0.1 and ::1 are what nobody may reach.

use std::collections::{BTreeSet, HashMap, VecDeque};
use std::io::{self, Read, Write};
use std::net::{IpAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::sync::{Arc, Mutex};
use std::thread;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use claimdesk::fetching::{
    Failed, Fetched, Fetcher, Known, Limits, Net, Resolve, Settings, Wanted, address_is_public, check_url,
};
use flate2::{Compression, write::DeflateEncoder, write::GzEncoder};
use proptest::prelude::*;
use rcgen::{BasicConstraints, CertificateParams, CertifiedIssuer, IsCa, KeyPair, date_time_ymd};
use rustls::pki_types::PrivateKeyDer;
use rustls::{ServerConfig, ServerConnection, StreamOwned};
use serde_json::Value;

const PUBLIC: &str = "127.0.0.2";

fn corpus(list: &str) -> Vec<String> {
    let file = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../shared/data/security/ssrf/ssrf-corpus.json");
    let Ok(bytes) = std::fs::read(file) else {
        eprintln!("../shared/data/security/ssrf/ssrf-corpus.json is not here: {list} skipped");
        return Vec::new();
    };
    let corpus: Value = serde_json::from_slice(&bytes).unwrap();
    let text = |it: &Value| it.get("case").unwrap_or(it).as_str().unwrap().to_owned();
    corpus[list].as_array().unwrap().iter().map(text).collect()
}

/// Answers in the order they are asked for; the last one stays.
#[derive(Default)]
struct Names {
    answers: Mutex<HashMap<String, VecDeque<Vec<IpAddr>>>>,
    asked: Mutex<Vec<String>>,
}

impl Resolve for Names {
    fn resolve(&self, host: &str) -> io::Result<Vec<IpAddr>> {
        self.asked.lock().unwrap().push(host.to_owned());
        if host == "slow.example" {
            thread::sleep(Duration::from_secs(5));
        }
        let mut answers = self.answers.lock().unwrap();
        let known = answers.get_mut(host).ok_or(io::ErrorKind::NotFound)?;
        Ok(if known.len() > 1 { known.pop_front().unwrap() } else { known[0].clone() })
    }
}

trait Stream: Read + Write + Send {}
impl<T: Read + Write + Send> Stream for T {}

/// A site, what it is asked, and the places that may not be reached.
struct World {
    port: u16,
    requests: Arc<Mutex<Vec<String>>>,
    names: Arc<Names>,
    forbidden: Vec<TcpListener>,
    settings: Settings,
    robots: bool,
}

impl World {
    fn new(site: impl Fn(&str, u16, &mut dyn Stream) + Send + Sync + 'static) -> World {
        World::behind(None, site)
    }

    fn behind(tls: Option<ServerConfig>, site: impl Fn(&str, u16, &mut dyn Stream) + Send + Sync + 'static) -> World {
        let (listener, first, port) = (0..100).find_map(|_| two_places_of_one_port()).unwrap();
        let requests = Arc::new(Mutex::new(Vec::new()));
        let (site, heard, tls) = (Arc::new(site), Arc::clone(&requests), tls.map(Arc::new));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                let (site, heard, tls) = (Arc::clone(&site), Arc::clone(&heard), tls.clone());
                thread::spawn(move || match tls {
                    None => answer(stream, port, &*site, &heard),
                    Some(tls) => {
                        answer(StreamOwned::new(ServerConnection::new(tls).unwrap(), stream), port, &*site, &heard)
                    }
                });
            }
        });
        let others = [("::1", port), ("127.0.0.1", 80), ("127.0.0.1", 443), ("::1", 80)];
        let others = others.iter().filter_map(|it| TcpListener::bind(it).ok());
        let forbidden: Vec<TcpListener> = std::iter::once(first).chain(others).collect();
        forbidden.iter().for_each(|it| it.set_nonblocking(true).unwrap());
        let openings = vec![format!("{PUBLIC}:{port}").parse().unwrap()];
        let limits = Limits {
            total: Duration::from_secs(20),
            connect: Duration::from_secs(5),
            body_bytes: 25_000_000,
            decoded_bytes: 50_000_000,
            codings: 2,
            ..Limits::default()
        };
        let agent = "Claimdesk/1.0 (+https://desk.example/about)".to_owned();
        let settings = Settings { agent, openings, limits, roots: Vec::new() };
        let world = World { port, requests, names: Arc::default(), forbidden, settings, robots: false };
        world.name("page.example", &[&[PUBLIC]]);
        world
    }

    /// The same with hardly any time for a fetch.
    fn hurried(mut self) -> World {
        self.settings.limits.total = Duration::from_secs(2);
        self.settings.limits.connect = Duration::from_secs(1);
        self
    }

    fn name(&self, host: &str, answers: &[&[&str]]) {
        let answers = answers.iter().map(|it| it.iter().map(|ip| ip.parse().unwrap()).collect()).collect();
        self.names.answers.lock().unwrap().insert(host.to_owned(), answers);
    }

    fn fetcher(&self) -> Fetcher {
        Fetcher::new(self.settings.clone(), self.names.clone()).unwrap()
    }

    fn wanted(&self, wanted: &Wanted) -> Result<Fetched, Failed> {
        self.fetcher().fetch(wanted, &moment)
    }

    fn fetch(&self, url: &str) -> Result<Fetched, Failed> {
        let url = url.replace("PORT", &self.port.to_string());
        self.wanted(&Wanted { url, robots: self.robots, ..Wanted::default() })
    }

    /// The key of what kept a page of the site from being fetched.
    fn failure(&self, url: &str) -> &'static str {
        self.fetch(url).map(|it| it.status).expect_err(url).key()
    }

    fn page(&self, path: &str) -> Fetched {
        self.fetch(&format!("http://page.example:PORT{path}")).unwrap()
    }

    fn page_fails(&self, path: &str) -> &'static str {
        self.failure(&format!("http://page.example:PORT{path}"))
    }

    fn asked(&self) -> Vec<String> {
        self.requests.lock().unwrap().iter().map(|it| it.lines().next().unwrap_or_default().to_owned()).collect()
    }

    fn forbidden_hits(&self) -> usize {
        self.forbidden.iter().map(|it| std::iter::from_fn(|| it.accept().ok()).count()).sum()
    }
}

/// A port that is free on the public side and on this machine's.
fn two_places_of_one_port() -> Option<(TcpListener, TcpListener, u16)> {
    let public = TcpListener::bind((PUBLIC, 0)).ok()?;
    let port = public.local_addr().ok()?.port();
    TcpListener::bind(("127.0.0.1", port)).ok().map(|forbidden| (public, forbidden, port))
}

fn moment() -> DateTime<Utc> {
    DateTime::from_timestamp(1_800_000_000, 0).unwrap()
}

fn answer(mut stream: impl Stream, port: u16, site: &dyn Fn(&str, u16, &mut dyn Stream), heard: &Mutex<Vec<String>>) {
    let mut request = Vec::new();
    while !request.ends_with(b"\r\n\r\n") {
        let mut byte = [0];
        match stream.read(&mut byte) {
            Ok(1) => request.push(byte[0]),
            _ => return,
        }
    }
    let request = String::from_utf8(request).unwrap();
    heard.lock().unwrap().push(request.clone());
    site(request.split(' ').nth(1).unwrap(), port, &mut stream);
}

fn send(out: &mut dyn Stream, status: &str, headers: &str, body: &[u8]) {
    let head = format!("HTTP/1.1 {status}\r\n{headers}Content-Length: {}\r\n\r\n", body.len());
    out.write_all(head.as_bytes()).and_then(|()| out.write_all(body)).ok();
}

/// Sends everywhere else.
fn redirecting(to: &'static str) -> World {
    World::new(move |path, port, out| match path {
        "/" => send(out, "302 Found", &format!("Location: {}\r\n", to.replace("PORT", &port.to_string())), b""),
        _ => send(out, "200 OK", "", b"arrived"),
    })
}

/// The same page everywhere, which comes back as it is and makes nobody ask for anything else.
fn comes_back_untouched(headers: &'static str, body: impl Fn(u16) -> Vec<u8> + Send + Sync + Clone + 'static) {
    let served = body.clone();
    let world = World::new(move |_, port, out| send(out, "200 OK", headers, &served(port)));
    let begun = Instant::now();
    assert!(world.page("/").payload == body(world.port));
    assert!(begun.elapsed() < Duration::from_secs(5));
    assert_eq!((world.asked().len(), world.forbidden_hits()), (1, 0));
}

/// Starts with `head` and goes on as long as anybody listens; tells how many bytes that was.
fn pouring(head: &'static str, piece: &'static [u8]) -> (World, Arc<Mutex<usize>>) {
    let poured = Arc::new(Mutex::new(0));
    let count = Arc::clone(&poured);
    let world = World::new(move |_, _, out| {
        out.write_all(head.as_bytes()).ok();
        while out.write_all(piece).is_ok() {
            *count.lock().unwrap() += piece.len();
        }
    });
    (world, poured)
}

struct Authority(CertifiedIssuer<'static, KeyPair>);

impl Authority {
    fn new() -> Self {
        let mut params = CertificateParams::new(Vec::new()).unwrap();
        params.is_ca = IsCa::Ca(BasicConstraints::Unconstrained);
        Authority(CertifiedIssuer::self_signed(params, KeyPair::generate().unwrap()).unwrap())
    }

    /// A site with a certificate for `host` that ends with `year`, signed by this authority or by nobody.
    fn site(&self, host: &str, year: i32, signed: bool, to: &'static str) -> World {
        let key = KeyPair::generate().unwrap();
        let mut params = CertificateParams::new(vec![host.to_owned()]).unwrap();
        params.not_after = date_time_ymd(year, 12, 31);
        let certificate = if signed { params.signed_by(&key, &self.0) } else { params.self_signed(&key) }.unwrap();
        let config = ServerConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .with_no_client_auth()
            .with_single_cert(vec![certificate.der().clone()], PrivateKeyDer::Pkcs8(key.serialize_der().into()));
        let mut world = World::behind(Some(config.unwrap()), move |path, port, out| match path {
            "/" if !to.is_empty() => {
                send(out, "302 Found", &format!("Location: {}\r\n", to.replace("PORT", &port.to_string())), b"")
            }
            _ => send(out, "200 OK", "", b"safe"),
        });
        world.settings.roots = vec![self.0.der().to_vec()];
        world
    }
}

/// One test for each behaviour, and the list of them.
macro_rules! behaviours {
    ($($name:ident: $case:literal => $body:block)*) => {
        const BEHAVIOURS: &[&str] = &[$($case),*];
        $(#[test] fn $name() $body)*
    };
}

#[test]
fn every_behaviour_of_the_corpus_is_here() {
    let corpus: BTreeSet<String> = corpus("behaviours").into_iter().collect();
    let here: BTreeSet<String> = BEHAVIOURS.iter().map(|it| (*it).to_owned()).collect();
    assert_eq!(here.len(), 26);
    assert!(corpus.is_empty() || corpus == here, "{:?}", corpus.symmetric_difference(&here));
}

/// A name with these answers is refused after one lookup, and nobody is asked.
fn refused_by_name(answers: &[&[&str]]) {
    let world = World::new(|_, _, out| send(out, "200 OK", "", b"never"));
    world.name("evil.example", answers);
    assert_eq!(world.failure("http://evil.example:PORT/"), "fetch-private-address");
    assert_eq!(world.names.asked.lock().unwrap().len(), 1);
    assert_eq!((world.asked().len(), world.forbidden_hits()), (0, 0));
}

fn redirect_fails(to: &'static str, key: &str) {
    let world = redirecting(to);
    let failed = world.fetch("http://page.example:PORT/").map(|it| it.status).unwrap_err();
    assert_eq!((failed.key(), failed.exchanges.len()), (key, 1), "{to}");
    assert_eq!((world.asked().len(), world.forbidden_hits()), (1, 0), "{to}");
}

behaviours! {
    a_name_of_loopback: "dns A record -> 127.0.0.1" => { refused_by_name(&[&["127.0.0.1"]]) }
    v6_loopback_beside_a_public_address: "dns AAAA ::1 with public A (happy eyeballs picks v6)" => {
        refused_by_name(&[&["::1", PUBLIC]]);
        refused_by_name(&[&[PUBLIC, "::1"]]);
    }
    mixed_addresses: "dns mixed A: one public, one private" => { refused_by_name(&[&[PUBLIC, "127.0.0.1"]]) }
    rebinding: "dns rebind TTL=0: 1st answer public, 2nd 127.0.0.1" => {
        let world = redirecting("/again");
        world.name("rebind.example", &[&[PUBLIC], &["127.0.0.1"]]);
        let failed = world.fetch("http://rebind.example:PORT/").map(|it| it.status).unwrap_err();
        assert_eq!((failed.key(), failed.exchanges[0].ip.to_string().as_str()), ("fetch-private-address", PUBLIC));
        world.name("rebind.example", &[&[PUBLIC], &["127.0.0.1"]]);
        assert_eq!(world.fetch("http://rebind.example:PORT/page").unwrap().payload, b"arrived");
        assert_eq!((world.names.asked.lock().unwrap().len(), world.forbidden_hits()), (3, 0));
    }
    an_alias_of_an_inside_host: "CNAME -> internal host" => { refused_by_name(&[&["10.0.0.7"]]) }
    redirect_to_loopback: "302 -> http://127.0.0.1" => {
        redirect_fails("http://127.0.0.1:PORT/", "fetch-private-address");
        redirect_fails("http://127.0.0.1/", "fetch-private-address");
        redirect_fails("http://[::ffff:127.0.0.1]/", "fetch-private-address");
    }
    six_redirects: "302 chain of 6" => {
        let world = World::new(|path, _, out| match path.trim_start_matches('/').parse::<u32>() {
            Ok(0) | Err(_) => send(out, "200 OK", "", b"arrived"),
            Ok(left) => send(out, "302 Found", &format!("Set-Cookie: a=b\r\nLocation: /{}\r\n", left - 1), b"moved"),
        });
        assert_eq!(world.page("/5").exchanges.len(), 6);
        assert_eq!((world.page_fails("/6"), world.asked().len()), ("fetch-redirects", 12));
        assert!(!world.requests.lock().unwrap().iter().any(|it| it.to_ascii_lowercase().contains("cookie")));
    }
    downgrade: "302 https->http downgrade" => {
        let world = Authority::new().site("page.example", 2999, true, "http://page.example:PORT/");
        assert_eq!((world.failure("https://page.example:PORT/"), world.asked().len()), ("fetch-downgrade", 1));
    }
    method_is_kept: "307 keeps method" => {
        let world = World::new(|path, _, out| match path {
            "/" => send(out, "307 Temporary Redirect", "Location: /kept\r\n", b""),
            _ => send(out, "200 OK", "", b"arrived"),
        });
        assert_eq!(world.page("/").final_url.path(), "/kept");
        assert_eq!(world.asked(), ["GET / HTTP/1.1", "GET /kept HTTP/1.1"]);
    }
    odd_locations: "redirect Location with userinfo / scheme-relative //127.0.0.1" => {
        redirect_fails("http://user:pw@page.example:PORT/", "fetch-userinfo");
        redirect_fails("//127.0.0.1:PORT/", "fetch-private-address");
        redirect_fails("//localhost:PORT/", "fetch-private-address");
        redirect_fails("/\\127.0.0.1:PORT/", "fetch-address");
        redirect_fails("file:///etc/passwd", "fetch-scheme");
        redirect_fails("http://page.example:22/", "fetch-port");
    }
    meta_refresh: "<meta http-equiv=refresh> must not be followed" => {
        comes_back_untouched("Refresh: 0; url=/x\r\n", |port| {
            format!("<meta http-equiv=refresh content='0; url=http://127.0.0.1:{port}/'>").into_bytes()
        });
    }
    ten_gigabytes: "Content-Length 10 GB" => {
        let (world, poured) = pouring("HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n", &[b'a'; 1_000]);
        assert_eq!(world.page_fails("/"), "fetch-too-large");
        assert!(*poured.lock().unwrap() < 20_000_000);
    }
    endless_chunks: "chunked endless body" => {
        let head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
        let (mut world, poured) = pouring(head, b"9\r\n012345678\r\n");
        world.settings.limits.body_bytes = 100_000;
        assert_eq!(world.page_fails("/"), "fetch-too-large");
        assert!(*poured.lock().unwrap() < 20_000_000);
        let (mut world, _) = pouring(head, b"1;aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\r\n0\r\n");
        world.settings.limits.body_bytes = 100_000;
        assert_eq!(world.page_fails("/"), "fetch-too-large");
    }
    gzip_bomb: "gzip bomb 10 MB -> 10 GB" => {
        let mut zeros = DeflateEncoder::new(Vec::new(), Compression::best());
        zeros.write_all(&vec![0; 10_000_000]).and_then(|()| zeros.flush()).unwrap();
        let bomb = [&[0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 3], zeros.get_ref().repeat(1_000).as_slice()].concat();
        let world = World::new(move |_, _, out| send(out, "200 OK", "Content-Encoding: gzip\r\n", &bomb));
        let failed = world.fetch("http://page.example:PORT/").map(|it| it.status).unwrap_err();
        assert_eq!((failed.key(), failed.exchanges.len()), ("fetch-too-large", 1));
    }
    nested_codings: "nested gzip,br,deflate Content-Encoding x 20" => {
        let world = World::new(|path, _, out| match path {
            "/once" => send(out, "200 OK", &format!("Content-Encoding: {}\r\n", "gzip,br,deflate,".repeat(20)), b"x"),
            _ => send(out, "200 OK", &"Content-Encoding: gzip\r\n".repeat(20), b"x"),
        });
        assert_eq!((world.page_fails("/once"), world.page_fails("/many")), ("fetch-encoding", "fetch-encoding"));
    }
    slow_drip: "slow drip 1 byte/s" => {
        let site = |path: &str, _, out: &mut dyn Stream| {
            let more = if path == "/head" { "A: " } else { "Content-Length: 100\r\n\r\n" };
            out.write_all(format!("HTTP/1.1 200 OK\r\n{more}").as_bytes()).unwrap();
            while out.write_all(b"H").is_ok() {
                thread::sleep(Duration::from_secs(1));
            }
        };
        let (world, begun) = (World::new(site).hurried(), Instant::now());
        assert_eq!((world.page_fails("/body"), world.page_fails("/head")), ("fetch-timeout", "fetch-timeout"));
        assert!((4_000..10_000).contains(&begun.elapsed().as_millis()));
    }
    never_answers: "server accepts, never answers" => {
        let world = World::new(|_, _, _| thread::sleep(Duration::from_secs(20))).hurried();
        let (begun, failed) = (Instant::now(), world.fetch("http://page.example:PORT/").map(|it| it.status).unwrap_err());
        assert_eq!((failed.key(), failed.is_transient()), ("fetch-timeout", true));
        assert!((2_000..8_000).contains(&begun.elapsed().as_millis()));
    }
    many_headers: "1 MB of headers / 10k headers" => {
        let world = World::new(|path, _, out| match path {
            "/long" => send(out, "200 OK", &format!("A: {}\r\n", "b".repeat(1_000_000)), b""),
            "/many" => send(out, "200 OK", &"A: b\r\n".repeat(10_000), b""),
            _ => send(out, "200 OK", &"A: b\r\n".repeat(150), b"fine"),
        });
        assert_eq!((world.page_fails("/long"), world.page_fails("/many")), ("fetch-head-too-large", "fetch-head-too-large"));
        assert_eq!(world.page("/").payload, b"fine");
    }
    no_head: "HTTP/0.9 reply" => {
        let world = World::new(|_, _, out| out.write_all(b"<html>hello</html>").unwrap_or_default());
        assert_eq!(world.page_fails("/"), "fetch-broken-answer");
    }
    bad_certificates: "TLS cert for other host / expired / self-signed" => {
        let authority = Authority::new();
        let table = [("other.example", 2999, true), ("page.example", 2020, true), ("page.example", 2999, false)];
        for (host, year, signed) in table {
            let world = authority.site(host, year, signed, "");
            let failed = world.fetch("https://page.example:PORT/").map(|it| it.status).unwrap_err();
            assert_eq!((failed.key(), failed.is_transient()), ("fetch-tls", false), "{host} {year}: {}", failed.detail);
            assert_eq!(world.asked().len(), 0);
        }
        let mut world = authority.site("page.example", 2999, true, "");
        assert_eq!(world.fetch("https://page.example:PORT/").unwrap().payload, b"safe");
        world.settings.roots.clear();
        assert_eq!(world.failure("https://page.example:PORT/"), "fetch-tls");
    }
    hostile_xml: "HTML with XXE-like DTD, billion laughs XML sitemap" => {
        comes_back_untouched("Content-Type: application/xml\r\n", |port| {
            let laughs: String = (1..10).map(|it| format!("<!ENTITY l{it} '{}'>", format!("&l{};", it - 1).repeat(10))).collect();
            format!("<!DOCTYPE x [<!ENTITY l0 SYSTEM 'http://127.0.0.1:{port}/'>{laughs}]><x>&l9;</x>").into_bytes()
        });
    }
    lying_charsets: "charset lies: UTF-7, UTF-16 BOM, ISO-2022-JP" => {
        comes_back_untouched("Content-Type: text/html; charset=utf-7\r\n", |_| b"+ADw-script+AD4-".to_vec());
        comes_back_untouched("Content-Type: text/html; charset=utf-8\r\n", |_| b"\xff\xfe<\0p\0>\0".to_vec());
        comes_back_untouched("Content-Type: text/html; charset=iso-2022-jp\r\n", |_| b"\x1b(J\x1b$B<script>".to_vec());
    }
    deep_nesting: "HTML depth 100k nested <div> (parser recursion)" => {
        comes_back_untouched("Content-Type: text/html\r\n", |_| "<div>".repeat(100_000).into_bytes());
    }
    second_order: "og:image -> http://127.0.0.1 (second-order fetch)" => {
        comes_back_untouched("Link: </x.css>; rel=preload\r\n", |port| {
            format!("<meta property='og:image' content='http://127.0.0.1:{port}/'><img src=/i><script src=/s>").into_bytes()
        });
    }
    robots_and_favicon: "robots/favicon second fetch" => {
        let mut world = redirecting("/moved");
        world.robots = true;
        assert_eq!(world.page("/page").payload, b"arrived");
        assert_eq!(world.asked(), ["GET /robots.txt HTTP/1.1", "GET /page HTTP/1.1"]);
        let mut world = World::new(|path, port, out| match path {
            "/robots.txt" => send(out, "302 Found", &format!("Location: http://127.0.0.1:{port}/robots.txt\r\n"), b""),
            _ => send(out, "200 OK", "", b"<link rel=icon href=/icon>"),
        });
        world.robots = true;
        assert_eq!((world.page("/page").status, world.asked().len(), world.forbidden_hits()), (200, 2, 0));
    }
    proxy_from_the_environment: "HTTP_PROXY env var honoured?" => {
        let world = World::new(|_, _, out| send(out, "200 OK", "", b"direct"));
        let proxy = format!("http://127.0.0.1:{}", world.port);
        let names = ["HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"];
        let child = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "child_with_a_proxy_in_its_environment", "--ignored"])
            .envs(names.map(|name| (name, &proxy)))
            .env("SITE_PORT", world.port.to_string())
            .output();
        let said = String::from_utf8(child.unwrap().stdout).unwrap();
        assert!(said.contains("1 passed"), "{said}");
        assert_eq!((world.asked().len(), world.forbidden_hits()), (1, 0));
    }
}

#[test]
#[ignore = "runs inside proxy_from_the_environment"]
fn child_with_a_proxy_in_its_environment() {
    let port: u16 = std::env::var("SITE_PORT").unwrap().parse().unwrap();
    let mut world = World::new(|_, _, _| {});
    world.settings.openings = vec![format!("{PUBLIC}:{port}").parse().unwrap()];
    assert_eq!(world.fetch(&format!("http://page.example:{port}/")).unwrap().payload, b"direct");
}

#[test]
fn no_address_of_the_corpus_leads_anywhere() {
    let world = World::new(|_, _, out| send(out, "200 OK", "", b"never"));
    world.name("127.0.0.1.nip.io", &[&["127.0.0.1"]]);
    world.name("169.254.169.254.nip.io", &[&["169.254.169.254"]]);
    let (urls, begun) = (corpus("must_refuse_urls"), Instant::now());
    for url in &urls {
        let failed = world.fetch(url).map(|it| it.final_url).expect_err(url);
        assert!(!failed.is_transient(), "{url} {}", failed.key());
    }
    assert!(begun.elapsed() <= Duration::from_millis(100) * urls.len() as u32, "{:?}", begun.elapsed());
    let by_name: Vec<&String> = urls.iter().filter(|url| check_url(url).is_ok()).collect();
    assert_eq!(by_name.len(), urls.len().min(2), "{by_name:?}");
    assert_eq!(*world.names.asked.lock().unwrap(), ["127.0.0.1.nip.io", "169.254.169.254.nip.io"][..by_name.len()]);
    assert_eq!((world.asked().len(), world.forbidden_hits()), (0, 0));
    TcpStream::connect(("127.0.0.1", world.port)).unwrap();
    assert_eq!(world.forbidden_hits(), 1, "a hit would have been seen");
}

/// The address of this number, of the family of another.
fn numbered(number: u128, like: IpAddr) -> Option<IpAddr> {
    match like {
        IpAddr::V4(_) => u32::try_from(number).ok().map(|bits| IpAddr::V4(bits.into())),
        IpAddr::V6(_) => Some(IpAddr::V6(number.into())),
    }
}

#[test]
fn closed_ranges_are_closed_from_end_to_end_and_not_beyond() {
    let ranges = corpus("deny_cidrs");
    let nets: Vec<Net> = ranges.iter().map(|it| it.parse().unwrap()).collect();
    let is_closed = |ip: IpAddr| nets.iter().any(|net| net.holds(ip));
    let world = World::new(|_, _, out| send(out, "200 OK", "", b"never"));
    let mut looked = 0;
    for range in &ranges {
        let (first, bits) = range.split_once('/').unwrap();
        let first: IpAddr = first.parse().unwrap();
        let (start, width) = match first {
            IpAddr::V4(ip) => (u128::from(ip.to_bits()), 32),
            IpAddr::V6(ip) => (ip.to_bits(), 128),
        };
        let size = 1_u128 << (width - bits.parse::<u32>().unwrap());
        let inside = [start, start + size / 3, start + (size - 1)].map(|it| numbered(it, first).unwrap());
        for ip in inside {
            assert!(!address_is_public(ip), "{ip} of {range}");
            world.name("evil.example", &[&[&ip.to_string()]]);
            assert_eq!(world.failure("http://evil.example/"), "fetch-private-address", "{ip} of {range}");
        }
        for beyond in [start.checked_sub(1), start.checked_add(size)] {
            let Some(ip) = beyond.and_then(|it| numbered(it, first)) else { continue };
            let is_given_out = ip.is_ipv4() || "2000::/3".parse::<Net>().unwrap().holds(ip);
            assert_eq!(address_is_public(ip), is_given_out && !is_closed(ip), "{ip} beside {range}");
            looked += usize::from(address_is_public(ip));
        }
    }
    assert!(ranges.is_empty() || looked > 25, "{looked}");
    assert_eq!((world.asked().len(), world.forbidden_hits()), (0, 0));
}

proptest! {
    #[test]
    fn no_random_address_of_a_closed_range_is_public(v4: u32, v6: u128, inside in 0_usize..36) {
        let ranges = corpus("deny_cidrs");
        let nets: Vec<Net> = ranges.iter().map(|it| it.parse().unwrap()).collect();
        for ip in [IpAddr::V4(v4.into()), IpAddr::V6(v6.into()), IpAddr::V6((v6 >> 3 | 1 << 125).into())] {
            prop_assert!(!(address_is_public(ip) && nets.iter().any(|net| net.holds(ip))), "{ip}");
        }
        if let Some(range) = ranges.get(inside) {
            let (first, bits) = range.split_once('/').unwrap();
            let ip = match first.parse().unwrap() {
                IpAddr::V4(ip) => IpAddr::V4((ip.to_bits() | u32::MAX.checked_shr(bits.parse().unwrap()).unwrap_or(0) & v4).into()),
                IpAddr::V6(ip) => IpAddr::V6((ip.to_bits() | u128::MAX.checked_shr(bits.parse().unwrap()).unwrap_or(0) & v6).into()),
            };
            prop_assert!(!address_is_public(ip), "{ip} of {range}");
        }
    }
}

#[test]
fn an_exchange_is_kept_as_it_went_over_the_wire() {
    let mut packer = GzEncoder::new(Vec::new(), Compression::fast());
    packer.write_all(b"<p>hello</p>").unwrap();
    let packed = packer.finish().unwrap();
    let body = packed.clone();
    let world = World::new(move |path, _, out| match path {
        "/" => send(out, "301 Moved", "X-Odd:  a \r\nLocation: next?a=b#c\r\n", b"moved"),
        _ => {
            let head =
                "HTTP/1.1 200 Fine\r\nTransfer-Encoding: chunked\r\nContent-Encoding: gzip\r\nETag: \"e\"\r\n\r\n";
            let (first, rest) = body.split_at(7);
            let sizes = (first.len(), rest.len());
            let chunks =
                [format!("{:x}\r\n", sizes.0).as_bytes(), first, format!("\r\n{:X};x\r\n", sizes.1).as_bytes(), rest]
                    .concat();
            out.write_all(&[head.as_bytes(), &chunks, b"\r\n0\r\n\r\n"].concat()).unwrap();
        }
    });
    let fetched = world.page("/#part");
    assert_eq!((fetched.status, fetched.payload.as_slice()), (200, b"<p>hello</p>".as_slice()));
    assert_eq!(fetched.final_url.as_str(), format!("http://page.example:{}/next?a=b", world.port));
    let [first, last] = fetched.exchanges.as_slice() else { panic!("{}", fetched.exchanges.len()) };
    assert_eq!(first.head, b"HTTP/1.1 301 Moved\r\nX-Odd:  a \r\nLocation: next?a=b#c\r\nContent-Length: 5\r\n\r\n");
    assert_eq!(
        (first.body.as_slice(), first.at, first.ip.to_string().as_str()),
        (b"moved".as_slice(), moment(), PUBLIC)
    );
    assert_eq!((&last.body, last.header("etag"), last.header("transfer-encoding")), (&packed, Some("\"e\""), None));
    assert!(last.head.starts_with(b"HTTP/1.1 200 Fine\r\nX-Archive-Orig-Transfer-Encoding: chunked\r\n"));
    let sent: Vec<Vec<u8>> = world.requests.lock().unwrap().iter().map(|it| it.clone().into_bytes()).collect();
    assert_eq!(sent, [first.request.clone(), last.request.clone()]);
    let lines: Vec<&str> = std::str::from_utf8(&last.request).unwrap().lines().take(3).collect();
    let host = format!("Host: page.example:{}", world.port);
    assert_eq!(lines, ["GET /next?a=b HTTP/1.1", &host, "User-Agent: Claimdesk/1.0 (+https://desk.example/about)"]);
}

#[test]
fn statuses_are_answers_and_an_unchanged_page_is_not_sent_again() {
    let world = World::new(|path, _, out| match path {
        "/busy" => send(out, "429 Too Many", "Retry-After: 60\r\n", b"later"),
        "/known" => {
            out.write_all(b"HTTP/1.1 304 Not Modified\r\nETag: x\r\nContent-Length: 99\r\n\r\n").unwrap_or_default()
        }
        _ => send(out, "404 Not Found", "", b"gone"),
    });
    let (gone, busy) = (world.page("/"), world.page("/busy"));
    assert_eq!((gone.status, gone.payload.as_slice(), gone.retry_after), (404, b"gone".as_slice(), None));
    assert_eq!((busy.status, busy.retry_after), (429, Some(TimeDelta::seconds(60))));
    let known = Known { etag: Some("\"e\"".to_owned()), last_modified: None };
    let url = format!("http://page.example:{}/known", world.port);
    let fetched =
        world.wanted(&Wanted { url, known: Some(known), accept: Some("image/*".to_owned()), robots: false }).unwrap();
    assert_eq!((fetched.status, fetched.not_modified, fetched.payload.len()), (304, true, 0));
    let request = world.requests.lock().unwrap().last().unwrap().clone();
    assert!(request.contains("Accept: image/*\r\nIf-None-Match: \"e\"\r\n"), "{request}");
    assert!(!world.page("/known").not_modified);
}

#[test]
fn what_may_pass_is_told_from_what_will_not() {
    let half = b"HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf";
    let mut world = World::new(|_, _, out| out.write_all(half).unwrap_or_default()).hurried();
    world.settings.openings.push(format!("{PUBLIC}:1").parse().unwrap());
    let nobody = format!("http://{PUBLIC}:1/");
    let table = [
        (nobody.as_str(), "fetch-refused"),
        ("http://page.example:PORT/", "fetch-cut"),
        ("http://unknown.example/", "fetch-dns"),
        ("http://slow.example/", "fetch-dns"),
    ];
    for (url, key) in table {
        let begun = Instant::now();
        let failed = world.fetch(url).map(|it| it.status).unwrap_err();
        assert_eq!((failed.key(), failed.is_transient()), (key, true), "{url}");
        assert!(begun.elapsed() < Duration::from_secs(4), "{url}");
    }
}

#[test]
fn all_bodies_of_a_fetch_share_one_limit() {
    let mut world = World::new(|path, _, out| match path {
        "/" => send(out, "302 Found", "Location: /next\r\n", &[b'a'; 600]),
        _ => send(out, "200 OK", "", &[b'a'; 600]),
    });
    world.settings.limits.body_bytes = 1_000;
    assert_eq!((world.page("/next").payload.len(), world.page_fails("/")), (600, "fetch-too-large"));
    world.settings.limits.decoded_bytes = 500;
    assert_eq!(world.page_fails("/next"), "fetch-too-large");
}

#[test]
fn robots_are_asked_once_and_obeyed() {
    let mut world = World::new(|path, _, out| match path {
        "/robots.txt" => send(out, "200 OK", "", b"User-agent: *\nDisallow: /\nUser-agent: claimdesk\nDisallow: /no"),
        _ => send(out, "200 OK", "", b"page"),
    });
    world.robots = true;
    let fetcher = world.fetcher();
    let fetch = |path: &str| {
        let url = format!("http://page.example:{}{path}", world.port);
        fetcher
            .fetch(&Wanted { url, robots: true, ..Wanted::default() }, &moment)
            .map_or_else(|failed| failed.key(), |_| "fetched")
    };
    assert_eq!([fetch("/yes"), fetch("/no/1"), fetch("/yes/2")], ["fetched", "fetch-robots", "fetched"]);
    assert_eq!(world.asked(), ["GET /robots.txt HTTP/1.1", "GET /yes HTTP/1.1", "GET /yes/2 HTTP/1.1"]);
    for (status, key) in [("404 Not Found", "fetched"), ("403 No", "fetched"), ("503 Busy", "fetch-robots-unreachable")]
    {
        let mut world = World::new(move |path, _, out| match path {
            "/robots.txt" => send(out, status, "", b"User-agent: *\nDisallow: /"),
            _ => send(out, "200 OK", "", b"page"),
        });
        world.robots = true;
        assert_eq!(world.fetch("http://page.example:PORT/").map_or_else(|it| it.key(), |_| "fetched"), key, "{status}");
    }
    let mut world = World::new(|path, _, out| match path {
        "/robots.txt" => {
            send(out, "200 OK", "", format!("User-agent: *\nDisallow: /no\n{}", "#".repeat(600_000)).as_bytes())
        }
        _ => send(out, "200 OK", "", b"page"),
    });
    world.robots = true;
    assert_eq!((world.page("/yes").status, world.page_fails("/no")), (200, "fetch-robots"));
}

#[test]
fn a_fetcher_without_an_honest_name_is_not_made() {
    let settings = World::new(|_, _, _| {}).settings;
    for agent in ["", "(compatible)", "Claimdesk/1\r\nX: y"] {
        let named = Settings { agent: agent.to_owned(), ..settings.clone() };
        assert!(Fetcher::new(named, Arc::new(Names::default())).is_err(), "{agent}");
    }
    let rooted = Settings { roots: vec![b"no certificate".to_vec()], ..settings };
    assert!(Fetcher::new(rooted, Arc::new(Names::default())).is_err());
}
