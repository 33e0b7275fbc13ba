//! The body of an answer, freed of its framing, under a limit of bytes.

use std::io::BufRead;

use super::answer::{Framing, Line, fill, read_line};
use super::failed::{Failed, Problem};

/// Bytes of the line before a chunk, with its extensions.
const LONGEST_CHUNK_LINE: usize = 4 * 1024;

/// How many bytes are taken, and what happens when there are more.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Cap {
    pub(super) bytes: usize,
    pub(super) over: Over,
}

/// What happens to a body that is longer than it may be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Over {
    Fail,
    KeepStart,
}

impl Cap {
    pub(super) fn exceeded<T>(self, kept: T) -> Result<T, Failed> {
        match self.over {
            Over::Fail => Err(Failed::new(Problem::TooLarge, format!("more than {} bytes", self.bytes))),
            Over::KeepStart => Ok(kept),
        }
    }
}

/// Reads to the end of the body or to the cap. Bytes of framing have a limit of the same size of their own.
pub(super) fn read_body(from: &mut impl BufRead, framing: Framing, cap: Cap) -> Result<Vec<u8>, Failed> {
    let mut body = Vec::new();
    match framing {
        Framing::None => Ok(body),
        Framing::Length(length) if length > cap.bytes as u64 && cap.over == Over::Fail => cap.exceeded(body),
        Framing::Length(length) => match read_exactly(from, length, cap.bytes, &mut body)? {
            true => Ok(body),
            false => cap.exceeded(body),
        },
        Framing::Chunked => read_chunks(from, cap),
        Framing::UntilClose => loop {
            let available = fill(from)?;
            let (length, room) = (available.len(), cap.bytes - body.len());
            if length == 0 {
                return Ok(body);
            }
            body.extend(available.iter().take(room));
            from.consume(length);
            if length > room {
                return cap.exceeded(body);
            }
        },
    }
}

fn read_chunks(from: &mut impl BufRead, cap: Cap) -> Result<Vec<u8>, Failed> {
    let (mut body, mut framing_left) = (Vec::new(), cap.bytes.max(LONGEST_CHUNK_LINE));
    let mut line = Vec::new();
    loop {
        framing_line(from, &mut framing_left, &mut line)?;
        let size = chunk_size(&line)?;
        if size == 0 {
            break;
        }
        if !read_exactly(from, size, cap.bytes, &mut body)? {
            return cap.exceeded(body);
        }
        framing_line(from, &mut framing_left, &mut line)?;
        if !line.trim_ascii().is_empty() {
            return Err(broken_chunk());
        }
    }
    while !line.trim_ascii().is_empty() {
        framing_line(from, &mut framing_left, &mut line)?;
    }
    Ok(body)
}

fn framing_line(from: &mut impl BufRead, left: &mut usize, line: &mut Vec<u8>) -> Result<(), Failed> {
    line.clear();
    let read = read_line(from, LONGEST_CHUNK_LINE.min(*left), line)?;
    *left -= line.len().min(*left);
    match read {
        Line::Whole => Ok(()),
        Line::TooLong if *left == 0 => Err(Failed::new(Problem::TooLarge, "too many bytes around chunks")),
        Line::TooLong => Err(broken_chunk()),
        Line::Ended => Err(cut()),
    }
}

fn chunk_size(line: &[u8]) -> Result<u64, Failed> {
    let digits = line.split(|byte| *byte == b';').next().unwrap_or_default().trim_ascii();
    let text = std::str::from_utf8(digits).map_err(|_| broken_chunk())?;
    if !text.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        return Err(broken_chunk());
    }
    u64::from_str_radix(text, 16).map_err(|_| broken_chunk())
}

/// Adds `length` bytes to the body; false if it reached `most` before.
fn read_exactly(from: &mut impl BufRead, length: u64, most: usize, body: &mut Vec<u8>) -> Result<bool, Failed> {
    let mut left = length;
    while left > 0 {
        let room = most - body.len().min(most);
        if room == 0 {
            return Ok(false);
        }
        let available = fill(from)?;
        let take = available.len().min(room).min(usize::try_from(left).unwrap_or(usize::MAX));
        if take == 0 {
            return Err(cut());
        }
        body.extend(available.iter().take(take));
        from.consume(take);
        left -= take as u64;
    }
    Ok(true)
}

fn cut() -> Failed {
    Failed::new(Problem::Cut, "ended within the body")
}

fn broken_chunk() -> Failed {
    Failed::new(Problem::Broken, "a chunk without its size")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::answer::read_head;
    use super::*;

    #[test]
    fn bodies_end_where_their_framing_says_or_fail() {
        let overhead = format!("1;{}\r\na\r\n", "x".repeat(4_000)).repeat(3);
        let table = [
            (Framing::None, "abc", Ok("")),
            (Framing::Length(3), "abcdef", Ok("abc")),
            (Framing::Length(3), "ab", Err("fetch-cut")),
            (Framing::Length(11), "", Err("fetch-too-large")),
            (Framing::UntilClose, "abc", Ok("abc")),
            (Framing::UntilClose, "0123456789", Ok("0123456789")),
            (Framing::UntilClose, "0123456789a", Err("fetch-too-large")),
            (Framing::Chunked, "3;x=y\r\nabc\r\n002\nde\n0\r\nTrailer: x\r\n\r\nnext", Ok("abcde")),
            (Framing::Chunked, "A\r\n0123456789\r\n0\r\n\r\n", Ok("0123456789")),
            (Framing::Chunked, "B\r\n0123456789a\r\n0\r\n\r\n", Err("fetch-too-large")),
            (Framing::Chunked, "ffffffffffffffff\r\n0123456789a", Err("fetch-too-large")),
            (Framing::Chunked, "10000000000000000\r\n", Err("fetch-broken-answer")),
            (Framing::Chunked, "+3\r\nabc\r\n0\r\n\r\n", Err("fetch-broken-answer")),
            (Framing::Chunked, "\r\n", Err("fetch-broken-answer")),
            (Framing::Chunked, "3\r\nabcd\r\n0\r\n\r\n", Err("fetch-broken-answer")),
            (Framing::Chunked, "3\r\nabc\r\n", Err("fetch-cut")),
            (Framing::Chunked, "0\r\nTrailer: x\r\n", Err("fetch-cut")),
            (Framing::Chunked, &overhead, Err("fetch-too-large")),
        ];
        for (framing, text, expected) in table {
            let read = read_body(&mut text.as_bytes(), framing, Cap { bytes: 10, over: Over::Fail });
            let read = read.map(|body| String::from_utf8(body).unwrap());
            assert_eq!(read.as_deref().map_err(|failed| failed.key()), expected, "{framing:?} {text}");
        }
    }

    #[test]
    fn the_start_of_a_long_body_can_be_enough() {
        let cap = Cap { bytes: 3, over: Over::KeepStart };
        for (framing, text) in [
            (Framing::Length(5), "abcde"),
            (Framing::UntilClose, "abcde"),
            (Framing::Chunked, "2\r\nab\r\n2\r\ncd\r\n0\r\n\r\n"),
        ] {
            assert_eq!(read_body(&mut text.as_bytes(), framing, cap).unwrap(), b"abc");
        }
    }

    const PIECES: [&[u8]; 16] = [
        b"HTTP/1.1 200 OK\r\n",
        b"HTTP/1.1 1",
        b"\r\n",
        b"\n",
        b"Transfer-Encoding: chunked\r\n",
        b"Content-Length: 7\r\n",
        b"content-length :",
        b" fold",
        b"\0",
        b"\xff",
        b":",
        b";",
        b"5",
        b"0",
        b"abc",
        b"ffffffffffffffff",
    ];

    proptest! {
        #[test]
        fn no_bytes_break_a_reader(pieces in proptest::collection::vec(0_usize..16, 0..40), buffer in 1_usize..20) {
            let bytes = [PIECES[0], &pieces.iter().flat_map(|it| PIECES[*it]).copied().collect::<Vec<u8>>()].concat();
            for over in [Over::Fail, Over::KeepStart] {
                let mut from = std::io::BufReader::with_capacity(buffer, bytes.as_slice());
                let Ok(head) = read_head(&mut from, 120, 5) else { continue };
                prop_assert!(bytes.windows(head.bytes.len()).any(|it| it == head.bytes) && head.bytes.len() <= 120);
                let body = head.framing().and_then(|it| read_body(&mut from, it, Cap { bytes: 20, over }));
                prop_assert!(body.is_err() || body.is_ok_and(|it| it.len() <= 20));
                prop_assert!(head.archived().headers.iter().all(|(name, _)| name != "transfer-encoding"));
            }
        }
    }
}
