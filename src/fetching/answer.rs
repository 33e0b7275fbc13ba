//! The head of an answer: read line by line under a limit, kept byte by byte, understood once it is complete.

use std::io::{BufRead, ErrorKind};

use super::failed::{Failed, Problem};
use super::wire::failed_io;

/// Put before the name of a header that describes a framing which the stored body no longer has.
const ARCHIVED: &str = "X-Archive-Orig-";
const HTTP: &[u8] = b"HTTP/";

/// A head as it came, and what it says.
#[derive(Debug)]
pub(super) struct Head {
    pub(super) bytes: Vec<u8>,
    pub(super) status: u16,
    /// Names in small letters.
    pub(super) headers: Vec<(String, String)>,
}

/// How the end of a body is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Framing {
    None,
    Length(u64),
    Chunked,
    UntilClose,
}

/// The first head that is an answer; the ones before it (`103 Early Hints`) count against the same limits.
pub(super) fn read_head(from: &mut impl BufRead, most_bytes: usize, most_headers: usize) -> Result<Head, Failed> {
    let mut left = most_bytes;
    loop {
        let bytes = read_bytes(from, left)?;
        left -= bytes.len().min(left);
        let head = parse(bytes, most_headers)?;
        match head.status {
            101 => return Err(broken("switches to another protocol")),
            100..200 => continue,
            _ => return Ok(head),
        }
    }
}

fn read_bytes(from: &mut impl BufRead, most: usize) -> Result<Vec<u8>, Failed> {
    let mut head = Vec::new();
    loop {
        let read = read_line(from, most - head.len().min(most), &mut head)?;
        if !head.starts_with(HTTP.get(..head.len().min(HTTP.len())).unwrap_or(HTTP)) {
            return Err(broken("no HTTP/1 answer"));
        }
        match read {
            Line::Whole if head.ends_with(b"\n\n") || head.ends_with(b"\n\r\n") => return Ok(head),
            Line::Whole => {}
            Line::TooLong => return Err(Failed::new(Problem::HeadTooLarge, format!("more than {most} bytes"))),
            Line::Ended => return Err(Failed::new(Problem::Cut, "ended within the head")),
        }
    }
}

/// How reading a line ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Line {
    Whole,
    TooLong,
    Ended,
}

/// Adds a line with its end to `into`, or as much of it as `most` allows.
pub(super) fn read_line(from: &mut impl BufRead, most: usize, into: &mut Vec<u8>) -> Result<Line, Failed> {
    let mut left = most;
    loop {
        let available = fill(from)?;
        if available.is_empty() {
            return Ok(Line::Ended);
        }
        let end = available.iter().position(|byte| *byte == b'\n').map(|at| at + 1);
        let take = end.unwrap_or(available.len()).min(left);
        into.extend(available.iter().take(take));
        from.consume(take);
        left -= take;
        match end {
            Some(end) if end == take => return Ok(Line::Whole),
            _ if left == 0 => return Ok(Line::TooLong),
            _ => {}
        }
    }
}

/// What is there to read next; empty at the end.
pub(super) fn fill(from: &mut impl BufRead) -> Result<&[u8], Failed> {
    while let Err(error) = from.fill_buf() {
        if error.kind() != ErrorKind::Interrupted {
            return Err(failed_io(error));
        }
    }
    from.fill_buf().map_err(failed_io)
}

fn parse(bytes: Vec<u8>, most_headers: usize) -> Result<Head, Failed> {
    let mut config = httparse::ParserConfig::default();
    config
        .allow_spaces_after_header_name_in_responses(true)
        .allow_obsolete_multiline_headers_in_responses(true)
        .ignore_invalid_headers_in_responses(true);
    let mut slots = vec![httparse::EMPTY_HEADER; most_headers];
    let mut answer = httparse::Response::new(&mut slots);
    match config.parse_response(&mut answer, &bytes) {
        Ok(httparse::Status::Complete(_)) => {}
        Ok(httparse::Status::Partial) => return Err(broken("the head is not complete")),
        Err(httparse::Error::TooManyHeaders) => {
            return Err(Failed::new(Problem::HeadTooLarge, format!("more than {most_headers} headers")));
        }
        Err(error) => return Err(broken(error.to_string())),
    }
    let status = answer.code.filter(|it| (100..600).contains(it)).ok_or_else(|| broken("no such status"))?;
    let headers = answer.headers.iter().map(|it| (it.name.to_ascii_lowercase(), one_line(it.value))).collect();
    Ok(Head { status, headers, bytes })
}

fn one_line(value: &[u8]) -> String {
    let value = String::from_utf8_lossy(value);
    value.split(['\r', '\n']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

fn broken(detail: impl Into<String>) -> Failed {
    Failed::new(Problem::Broken, detail)
}

/// All values of a header that is a list, in small letters.
pub(super) fn listed<'a>(headers: &'a [(String, String)], name: &'a str) -> impl Iterator<Item = String> + 'a {
    headers
        .iter()
        .filter(move |(key, _)| key == name)
        .flat_map(|(_, value)| value.split(','))
        .map(|token| token.trim().to_ascii_lowercase())
        .filter(|token| !token.is_empty())
}

impl Head {
    /// How its body ends; two answers to that are none.
    pub(super) fn framing(&self) -> Result<Framing, Failed> {
        if matches!(self.status, 204 | 304) {
            return Ok(Framing::None);
        }
        let transfer: Vec<String> = listed(&self.headers, "transfer-encoding").filter(|it| it != "identity").collect();
        match transfer.as_slice() {
            [] => self.length(),
            [only] if only == "chunked" => Ok(Framing::Chunked),
            _ => Err(broken(format!("transfer-encoding {}", transfer.join(", ")))),
        }
    }

    fn length(&self) -> Result<Framing, Failed> {
        let mut lengths: Vec<String> = listed(&self.headers, "content-length").collect();
        lengths.dedup();
        match lengths.as_slice() {
            [] => Ok(Framing::UntilClose),
            [only] if only.bytes().all(|byte| byte.is_ascii_digit()) => {
                Ok(Framing::Length(only.parse().unwrap_or(u64::MAX)))
            }
            _ => Err(broken(format!("content-length {}", lengths.join(", ")))),
        }
    }

    /// The same head for a body that is stored without its framing: headers that speak of chunks, and a length beside
    /// chunks, get another name.
    pub(super) fn archived(mut self) -> Self {
        let is_framing = |name: &str| match name {
            "transfer-encoding" => true,
            "content-length" => self.headers.iter().any(|(other, _)| other == "transfer-encoding"),
            _ => false,
        };
        let headers = self.headers.iter().map(|(name, value)| {
            let before = if is_framing(name) { ARCHIVED.to_ascii_lowercase() } else { String::new() };
            (before + name, value.clone())
        });
        let headers = headers.collect();
        let mut bytes = Vec::with_capacity(self.bytes.len());
        for line in self.bytes.split_inclusive(|byte| *byte == b'\n') {
            let name =
                line.split(|byte| *byte == b':').next().unwrap_or_default().trim_ascii_end().to_ascii_lowercase();
            if is_framing(&String::from_utf8_lossy(&name)) {
                bytes.extend(ARCHIVED.bytes());
            }
            bytes.extend(line);
        }
        self.headers = headers;
        self.bytes = bytes;
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(text: &str) -> Result<Head, Failed> {
        read_head(&mut text.as_bytes(), 200, 4)
    }

    #[test]
    fn heads_are_kept_as_they_came_or_refused() {
        let fine = "HTTP/1.1 200 Fine\r\nA: b\r\nETag : \"x\"\r\n\r\n";
        let read = head(&format!("HTTP/1.1 103 Early\r\nLink: x\r\n\r\n{fine}body")).unwrap();
        assert_eq!((read.status, String::from_utf8(read.bytes).unwrap().as_str()), (200, fine));
        assert_eq!(read.headers, [("a".to_owned(), "b".to_owned()), ("etag".to_owned(), "\"x\"".to_owned())]);
        let folded = head("HTTP/1.0 200\nA: b\r\n c\r\n\n").unwrap();
        assert_eq!(folded.headers, [("a".to_owned(), "b c".to_owned())]);
        let many = "HTTP/1.1 200 OK\r\n".to_owned() + &"a: b\r\n".repeat(5) + "\r\n";
        let interim = "HTTP/1.1 100 Go on\r\n\r\n".repeat(100);
        let long = format!("HTTP/1.1 200 OK\r\nA: {}", "b".repeat(300));
        let table = [
            ("", "fetch-cut"),
            ("HTTP/1.1 200 OK\r\nA: b\r\n", "fetch-cut"),
            ("<html>no head</html>", "fetch-broken-answer"),
            ("\r\nHTTP/1.1 200 OK\r\n\r\n", "fetch-broken-answer"),
            ("HTTP/2 200\r\n\r\n", "fetch-broken-answer"),
            ("HTTP/1.1 999 No\r\n\r\n", "fetch-broken-answer"),
            ("HTTP/1.1 101 Switch\r\n\r\n", "fetch-broken-answer"),
            (&many, "fetch-head-too-large"),
            (&interim, "fetch-head-too-large"),
            (&long, "fetch-head-too-large"),
        ];
        for (text, expected) in table {
            assert_eq!(head(text).unwrap_err().key(), expected, "{text}");
        }
    }

    #[test]
    fn a_body_has_one_end() {
        let table = [
            ("200", "", Ok(Framing::UntilClose)),
            ("204", "Content-Length: 5\r\n", Ok(Framing::None)),
            ("200", "Content-Length: 5\r\ncontent-length: 5, 5\r\n", Ok(Framing::Length(5))),
            ("200", "Content-Length: 5\r\nTransfer-Encoding: Chunked\r\n", Ok(Framing::Chunked)),
            ("200", "Content-Length: 99999999999999999999\r\n", Ok(Framing::Length(u64::MAX))),
            ("200", "Content-Length: 5\r\nContent-Length: 6\r\n", Err("fetch-broken-answer")),
            ("200", "Content-Length: +5\r\n", Err("fetch-broken-answer")),
            ("200", "Transfer-Encoding: gzip, chunked\r\n", Err("fetch-broken-answer")),
        ];
        for (status, headers, expected) in table {
            let read = head(&format!("HTTP/1.1 {status} x\r\n{headers}\r\n")).unwrap();
            assert_eq!(read.framing().map_err(|failed| failed.key()), expected, "{headers}");
        }
    }

    #[test]
    fn chunks_are_not_spoken_of_in_what_is_stored() {
        let read =
            head("HTTP/1.1 200 OK\r\nTRANSFER-Encoding : chunked\r\nContent-Length: 3\r\nTE: x\r\n\r\n").unwrap();
        let stored = read.archived();
        let expected = "HTTP/1.1 200 OK\r\nX-Archive-Orig-TRANSFER-Encoding : chunked\r\nX-Archive-Orig-Content-Length: 3\r\nTE: x\r\n\r\n";
        assert_eq!(String::from_utf8(stored.bytes).unwrap(), expected);
        let names: Vec<&str> = stored.headers.iter().map(|(name, _)| name.as_str()).collect();
        assert_eq!(names, ["x-archive-orig-transfer-encoding", "x-archive-orig-content-length", "te"]);
        let plain = head("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\n").unwrap();
        let bytes = plain.bytes.clone();
        assert_eq!(plain.archived().bytes, bytes);
    }
}
