use std::io::Write;
use std::net::IpAddr;

use chrono::{DateTime, Utc};
use proptest::prelude::*;
use url::Url;

use super::*;
use crate::fetching::exchange::Exchange;

fn at(moment: &str) -> DateTime<Utc> {
    moment.parse().unwrap()
}

fn exchange(url: &str, head: &[u8], body: &[u8]) -> Exchange {
    Exchange {
        url: Url::parse(url).unwrap(),
        at: at("2026-11-24T10:11:12.123456Z"),
        ip: IpAddr::from([192, 0, 2, 7]),
        request: b"GET / HTTP/1.1\r\nHost: example.org\r\n\r\n".to_vec(),
        head: head.to_vec(),
        status: 200,
        headers: Vec::new(),
        body: body.to_vec(),
    }
}

fn fetched(exchanges: &[Exchange], earlier: &[Earlier]) -> Vec<u8> {
    let content = Content::Fetched { exchanges, earlier };
    write(&Capture { software: "Claimdesk 0.1.0", description: "A source\r\nof a check", content })
}

fn gzipped(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn chain() -> Vec<Exchange> {
    let moved = b"HTTP/1.1 301 Moved Permanently\r\nLocation: https://example.org/page\r\n\r\n";
    let page = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\n\r\n";
    vec![
        exchange("http://example.org/page", moved, b""),
        exchange("https://example.org/page", page, &gzipped("<p>Žluťoučký".as_bytes())),
    ]
}

#[test]
fn a_chain_of_exchanges_is_written_and_replayed() {
    let bytes = fetched(&chain(), &[]);
    assert_eq!(bytes, fetched(&chain(), &[]));
    assert_eq!(check(&bytes), Ok(()));
    let records = read(&bytes).unwrap();
    let kinds: Vec<&str> = records.iter().map(Record::kind).collect();
    assert_eq!(kinds, ["warcinfo", "response", "request", "response", "request"]);
    assert_eq!(
        String::from_utf8_lossy(&records[0].block),
        "software: Claimdesk 0.1.0\r\nformat: WARC File Format 1.1\r\nconformsTo: \
         http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\ndescription: A source  of a check\r\n"
    );
    assert!(records.iter().all(|it| it.field("WARC-Date") == Some("2026-11-24T10:11:12.123456Z")));
    let ids: std::collections::BTreeSet<_> = records.iter().map(|it| it.field("WARC-Record-ID").unwrap()).collect();
    assert!(
        ids.len() == 5 && ids.iter().all(|it| it.starts_with("<urn:uuid:") && it.as_bytes()[24] == b'8'),
        "{ids:?}"
    );
    for pair in records[1..].chunks(2) {
        assert_eq!(pair[1].field("WARC-Concurrent-To"), pair[0].field("WARC-Record-ID"));
        assert_eq!(pair[0].field("WARC-IP-Address"), Some("192.0.2.7"));
    }
    let payload = payload(&records, 1000).unwrap();
    assert_eq!((payload.url.as_str(), payload.status), ("https://example.org/page", Some(200)));
    assert_eq!(payload.media_type.as_deref(), Some("text/html; charset=utf-8"));
    assert_eq!(payload.bytes, "<p>Žluťoučký".as_bytes());
    assert_eq!(super::payload(&records, 10), Err(Broken::Encoding));
    assert_eq!(fetched(&[], &[]), b"");
    assert_eq!(check(b""), Err(Broken::NoAnswer));
}

/// Heads as servers send them; each has to end where a reader of archives sees it end.
const ODD_HEADS: [(&[u8], &[u8]); 9] = [
    (b"HTTP/1.1 200 OK\r\n\r\n", b"HTTP/1.1 200 OK\r\n\r\n"),
    (b"HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n", b"HTTP/1.1 304 Not Modified\r\nETag: \"x\"\r\n\r\n"),
    (b"HTTP/1.0 200\nServer: bare\n\n", b"HTTP/1.0 200\nServer: bare\n\r\n"),
    (b"HTTP/1.1 200 OK\r\nX: caf\xE9\r\nX: \xC3\xA9\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: caf\xE9\r\nX: \xC3\xA9\r\n\r\n"),
    (b"HTTP/1.1 200 OK\r\nX: a\r\n \t\r\n b\r\nY\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: a\r\n b\r\nY\r\n\r\n"),
    (b"HTTP/1.1 200 OK\r\n\xA0\r\nX: 1\r\n\x1C\r\n\r\n", b"HTTP/1.1 200 OK\r\nX: 1\r\n\r\n"),
    (
        b"HTTP/1.1 200 OK\r\nTransfer-encoding : chunked\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nX-Orig-Transfer-encoding : chunked\r\n\r\n",
    ),
    (b"HTTP/1.1 200 OK\r\nX: cut", b"HTTP/1.1 200 OK\r\nX: cut\r\n\r\n"),
    (b"", b"\r\n"),
];

#[test]
fn odd_heads_end_where_they_end() {
    let binary: Vec<u8> = (0..=255).cycle().take(70_000).collect();
    let bodies: [&[u8]; 5] =
        [b"", b"\r\n\r\n", b"5\r\nhello\r\n0\r\n\r\n", b"\r\n\r\nWARC/1.1\r\nWARC-Type: x\r\n\r\n", &binary];
    for (head, kept) in ODD_HEADS {
        for body in bodies {
            let bytes = fetched(&[exchange("https://example.org/", head, body)], &[]);
            assert_eq!(check(&bytes), Ok(()));
            let records = read(&bytes).unwrap();
            assert_eq!((records[1].head(), records[1].body()), (kept, body), "{:?}", String::from_utf8_lossy(head));
        }
    }
}

#[test]
fn a_payload_captured_before_is_referred_to() {
    let chain = chain();
    let page = chain.last().unwrap();
    let url = Url::parse("https://example.org/old").unwrap();
    let earlier = Earlier { payload: digest(&page.body), url, at: at("2025-01-02T03:04:05Z") };
    let bytes = fetched(&chain, &[earlier]);
    assert_eq!(check(&bytes), Ok(()));
    let records = read(&bytes).unwrap();
    let revisit = &records[3];
    assert_eq!((revisit.kind(), revisit.status(), revisit.body()), ("revisit", Some(200), &b""[..]));
    assert_eq!(revisit.field("WARC-Refers-To-Target-URI"), Some("https://example.org/old"));
    assert_eq!(revisit.field("WARC-Refers-To-Date"), Some("2025-01-02T03:04:05Z"));
    assert_eq!(revisit.field("WARC-Payload-Digest"), Some(sha256(&page.body).as_str()));
    assert_eq!(payload(&records, 1000), Err(Broken::Elsewhere(revisit.at)));
    let nothing = Earlier { payload: digest(b""), url: page.url.clone(), at: page.at };
    assert_eq!(read(&fetched(&chain, &[nothing])).unwrap()[1].kind(), "response");
}

#[test]
fn a_file_given_by_hand_is_kept_with_its_name() {
    let address = Url::parse("https://example.org/gone").unwrap();
    let given = Given {
        way: Way::Uploaded,
        at: at("2026-11-24T10:11:12Z"),
        name: Some("zpráva\r\nEvil: 1\u{2028}.pdf"),
        media_type: "application/pdf\r\nWARC-Type: evil",
        address: Some(&address),
        bytes: b"%PDF-1.7\r\n\r\n",
    };
    let content = Content::Given(given);
    let bytes = write(&Capture { software: "Claimdesk", description: "", content });
    assert_eq!(check(&bytes), Ok(()));
    let records = read(&bytes).unwrap();
    assert_eq!(records.iter().map(Record::kind).collect::<Vec<_>>(), ["warcinfo", "resource", "metadata"]);
    let payload = payload(&records, 1000).unwrap();
    assert_eq!((payload.status, payload.bytes.as_slice()), (None, &b"%PDF-1.7\r\n\r\n"[..]));
    assert_eq!(payload.media_type.as_deref(), Some("application/pdf  WARC-Type: evil"));
    let notes = String::from_utf8_lossy(&records[2].block).into_owned();
    let expected =
        "given-as: upload\r\nfile-name: zpráva  Evil: 1 .pdf\r\nsaid-to-be-from: https://example.org/gone\r\n";
    assert!(notes.starts_with(expected), "{notes}");
    assert_eq!(records[2].field("WARC-Concurrent-To"), records[1].field("WARC-Record-ID"));
}

#[test]
fn every_flipped_bit_is_found() {
    let bytes = fetched(&chain(), &[]);
    for place in 0..bytes.len() {
        for bit in 0..8 {
            let mut flipped = bytes.clone();
            flipped[place] ^= 1 << bit;
            assert!(check(&flipped).is_err(), "bit {bit} of byte {place}");
        }
    }
}

#[test]
fn a_forged_record_is_found_though_its_seal_holds() {
    let whole = fetched(&chain(), &[]);
    let record = &read(&whole).unwrap()[3];
    let (data, _) = gzip::unpacked(&whole[record.at..], 10_000).unwrap();
    let forge = |from: &str, to: &str| {
        let data = String::from_utf8_lossy(&data).replace(from, to).into_bytes();
        let rest = &data[..memchr::memmem::find(&data, b"gzip\r\n\r\n").unwrap() + 8];
        check(&gzip::member(&[rest, record.body(), b"\r\n\r\n"].concat()))
    };
    assert_eq!(forge("~", "~"), Ok(()));
    assert_eq!(forge("200 OK", "404 NO"), Err(Broken::Digest(0)));
    assert_eq!(forge("WARC-Payload-Digest: sha256:", "WARC-Payload-Digest: sha1:"), Err(Broken::Digest(0)));
    assert_eq!(forge("WARC-Block-Digest", "WARC-Nothing"), Err(Broken::Digest(0)));
    assert_eq!(forge("Content-Length: ", "Content-Length: 9"), Err(Broken::Record(0)));
    assert_eq!(forge("Content-Length: ", "Content-Length: 18446744073709551615"), Err(Broken::Record(0)));
    assert_eq!(forge("WARC/1.1", "WARC/9.9"), Err(Broken::Record(0)));
}

#[test]
fn only_so_much_is_unpacked() {
    let bomb = gzip::member(&vec![0; 1_000_000]);
    assert!(bomb.len() < 2000);
    assert_eq!(gzip::unpacked(&bomb, 999_999), Err(Broken::TooLarge));
    assert_eq!(gzip::unpacked(&bomb, 1_000_000).unwrap().0.len(), 1_000_000);
    assert_eq!(decoded(&gzipped(&vec![0; 1_000_000]), "gzip", 999_999), Err(Broken::Encoding));
}

#[test]
fn encodings_are_undone() {
    let plain = b"hello hello hello".to_vec();
    let zlib = miniz_oxide::deflate::compress_to_vec_zlib(&plain, 6);
    let raw = miniz_oxide::deflate::compress_to_vec(&plain, 6);
    let brotli = [&[0x0b, 0x08, 0x80][..], &plain, &[3]].concat();
    let twice = gzipped(&gzipped(&plain));
    let trailing = [gzipped(&plain), b"junk".to_vec()].concat();
    let mixed = gzipped(&zlib);
    let cases: [(&[u8], &str); 9] = [
        (&mixed, "deflate, gzip"),
        (&plain, ""),
        (&plain, " identity"),
        (&gzipped(&plain), "x-GZip"),
        (&zlib, "deflate"),
        (&raw, "deflate"),
        (&brotli, "br"),
        (&twice, "gzip, gzip"),
        (&trailing, "gzip"),
    ];
    for (body, encodings) in cases {
        assert_eq!(decoded(body, encodings, 100).as_deref(), Ok(&plain[..]), "{encodings}");
        assert_eq!(decoded(body, encodings, 16), Err(Broken::Encoding), "{encodings}");
    }
    assert_eq!(decoded(b"", "gzip", 10), Ok(Vec::new()));
    for wrong in ["zstd", "gzip", "deflate", "br", "gzip, gzip, gzip, gzip"] {
        assert_eq!(decoded(&plain, wrong, 100), Err(Broken::Encoding), "{wrong}");
    }
}

#[test]
fn captures_are_packed_for_a_reader() {
    let warc = fetched(&chain(), &[]);
    let package = Package {
        title: "A case",
        software: "Claimdesk 0.1.0",
        created: at("2026-11-25T00:00:00Z"),
        modified: at("2026-11-25T00:00:00Z"),
        key: None,
    };
    let capture = |name| Packed { name, warc: &warc, page: Page { title: "A “page”", text: Some("One\ntwo") } };
    let bytes = pack(&package, &[capture("b"), capture("a")]).unwrap();
    assert_eq!(bytes, pack(&package, &[capture("b"), capture("a")]).unwrap());
    let text = String::from_utf8_lossy(&bytes);
    let index = text.split_once("indexes/index.cdxj").unwrap().1.split("PK").next().unwrap();
    let lines: Vec<&str> = index.lines().collect();
    let record = &read(&warc).unwrap()[3];
    let expected = format!(
        "org,example)/page 20261124101112 {{\"url\":\"https://example.org/page\",\"mime\":\"text/html\",\"status\":\"200\",\
         \"digest\":\"{}\",\"length\":\"{}\",\"offset\":\"{}\",\"filename\":\"a.warc.gz\"}}",
        sha256(record.body()),
        record.packed,
        record.at
    );
    assert!(lines.len() == 4 && lines.contains(&expected.as_str()), "{index}\n{expected}");
    assert!(lines.is_sorted());
    let page = "{\"id\":\"b\",\"url\":\"https://example.org/page\",\"ts\":\"2026-11-24T10:11:12Z\",\"title\":\"A “page”\",\"text\":\"One\\ntwo\"}\n";
    assert!(text.contains(page), "{text}");
    let files = unzipped(&bytes);
    let names: Vec<&str> = files.iter().map(|(name, _)| name.as_str()).collect();
    let descriptions = ["datapackage.json", "datapackage-digest.json"];
    let expected = ["archive/b.warc.gz", "archive/a.warc.gz", "indexes/index.cdxj", "pages/pages.jsonl"];
    assert_eq!(names, [&expected[..], &descriptions].concat());
    let description: serde_json::Value = serde_json::from_slice(files[4].1).unwrap();
    for (resource, (name, bytes)) in description["resources"].as_array().unwrap().iter().zip(&files) {
        assert_eq!(
            (resource["path"].as_str(), resource["hash"].as_str()),
            (Some(name.as_str()), Some(sha256(bytes).as_str()))
        );
    }
    assert!(String::from_utf8_lossy(files[5].1).contains(&sha256(files[4].1)));
    for names in [&["a", "a"][..], &[""], &["a/b"], &["A"], &["a.b"]] {
        let captures: Vec<Packed> = names.iter().map(|name| capture(name)).collect();
        assert!(matches!(pack(&package, &captures), Err(Unpackable::Name)), "{names:?}");
    }
    let broken = Packed { warc: b"no", ..capture("a") };
    assert!(matches!(pack(&package, &[broken]), Err(Unpackable::Warc(Broken::Member(0)))));
}

/// Names and bytes of a ZIP file's stored files, read from its directory.
fn unzipped(zip: &[u8]) -> Vec<(String, &[u8])> {
    let number =
        |at: usize, bytes: usize| zip[at..at + bytes].iter().rev().fold(0, |all, it| (all << 8) | usize::from(*it));
    let end = zip.len() - 22;
    assert_eq!(&zip[end..end + 4], b"PK\x05\x06");
    let (files, mut entry) = (number(end + 10, 2), number(end + 16, 4));
    assert_eq!(entry + number(end + 12, 4), end);
    let mut found = Vec::new();
    for _ in 0..files {
        let (local, size, length) = (number(entry + 42, 4), number(entry + 24, 4), number(entry + 28, 2));
        assert_eq!((&zip[entry..entry + 4], &zip[local..local + 4]), (&b"PK\x01\x02"[..], &b"PK\x03\x04"[..]));
        assert_eq!(zip[entry + 6..entry + 32], zip[local + 4..local + 30]);
        let (name, bytes) = zip[local + 30..].split_at(length);
        assert_eq!(number(entry + 16, 4), crc32fast::hash(&bytes[..size]) as usize);
        found.push((String::from_utf8(name.to_vec()).unwrap(), &bytes[..size]));
        entry += 46 + length;
    }
    found
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn any_answer_comes_back(head in prop::collection::vec(any::<u8>(), 0..200), body in prop::collection::vec(any::<u8>(), 0..500)) {
        let bytes = fetched(&[exchange("https://example.org/", &head, &body)], &[]);
        prop_assert_eq!(check(&bytes), Ok(()));
        let records = read(&bytes).unwrap();
        prop_assert_eq!(records[1].body(), &body[..]);
    }

    #[test]
    fn garbage_is_refused_without_harm(bytes in prop::collection::vec(any::<u8>(), 0..600)) {
        prop_assert!(read(&bytes).is_err() || bytes.is_empty());
        let record = [b"WARC/1.1\r\nWARC-Type: response\r\nWARC-Record-ID: <x>\r\nWARC-Date: x\r\n", &bytes[..], b"\r\n\r\n"].concat();
        for data in [bytes.as_slice(), record.as_slice()] {
            if let Ok(records) = read(&gzip::member(data)) {
                let _ = payload(&records, 1000);
                let _ = (records[0].status(), records[0].header("content-type"));
            }
        }
        for name in ["gzip", "deflate", "br"] {
            let _ = decoded(&bytes, name, 1000);
        }
    }

    #[test]
    fn any_change_is_found(place in any::<prop::sample::Index>(), mask in 1..=255_u8, body in prop::collection::vec(any::<u8>(), 0..3000)) {
        let mut bytes = fetched(&[exchange("https://example.org/", b"HTTP/1.1 200 OK\r\n\r\n", &body)], &[]);
        let place = place.index(bytes.len());
        bytes[place] ^= mask;
        prop_assert!(check(&bytes).is_err());
    }
}
