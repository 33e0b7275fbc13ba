//! Bodies are unpacked piece by piece, and no further than they may grow.

use std::io::Read;

use brotli_decompressor::{BrotliDecoderParameter, Decompressor};
use flate2::bufread::{DeflateDecoder, GzDecoder, ZlibDecoder};

use super::answer::listed;
use super::body::{Cap, Over};
use super::failed::{Failed, Problem};

const PIECE: usize = 32 * 1024;
/// Files packed one after another in one body.
const MOST_MEMBERS: usize = 1_000;
const GZIP: [u8; 2] = [0x1f, 0x8b];

/// A way of packing that is understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Coding {
    Gzip,
    Deflate,
    Brotli,
}

/// How a body was packed, first to last.
pub(super) fn codings(headers: &[(String, String)], most: usize) -> Result<Vec<Coding>, Failed> {
    let mut codings = Vec::new();
    for name in listed(headers, "content-encoding") {
        match name.as_str() {
            "gzip" | "x-gzip" => codings.push(Coding::Gzip),
            "deflate" => codings.push(Coding::Deflate),
            "br" => codings.push(Coding::Brotli),
            "identity" | "none" | "utf-8" => {}
            _ => return Err(Failed::new(Problem::Encoding, format!("content-encoding {name}"))),
        }
        if codings.len() > most {
            return Err(Failed::new(Problem::Encoding, format!("packed more than {most} times")));
        }
    }
    Ok(codings)
}

/// The body as it was before it was packed. Each layer, not only the last, stays below the cap.
pub(super) fn unpack(body: &[u8], codings: &[Coding], cap: Cap) -> Result<Vec<u8>, Failed> {
    let mut layers = codings.iter().rev();
    let Some(first) = layers.next() else {
        let start = body.iter().take(cap.bytes).copied().collect();
        return if body.len() > cap.bytes { cap.exceeded(start) } else { Ok(start) };
    };
    layers.try_fold(unpack_layer(body, *first, cap)?, |packed, coding| unpack_layer(&packed, *coding, cap))
}

fn unpack_layer(packed: &[u8], coding: Coding, cap: Cap) -> Result<Vec<u8>, Failed> {
    let mut out = Vec::new();
    match coding {
        _ if packed.is_empty() => {}
        Coding::Gzip => unpack_members(packed, cap, &mut out)?,
        Coding::Deflate if has_zlib_head(packed) => read_under(ZlibDecoder::new(packed), cap, &mut out)?,
        Coding::Deflate => read_under(DeflateDecoder::new(packed), cap, &mut out)?,
        Coding::Brotli => {
            let mut decoder = Decompressor::new(packed, PIECE);
            decoder.set_parameter(BrotliDecoderParameter::BROTLI_DECODER_PARAM_LARGE_WINDOW, 0);
            read_under(decoder, cap, &mut out)?;
        }
    }
    Ok(out)
}

/// One member after another; what follows the last one is not looked at, as in browsers.
fn unpack_members(packed: &[u8], cap: Cap, out: &mut Vec<u8>) -> Result<(), Failed> {
    let mut rest = packed;
    for _ in 0..MOST_MEMBERS {
        let mut decoder = GzDecoder::new(rest);
        read_under(&mut decoder, cap, out)?;
        rest = decoder.into_inner();
        if !rest.starts_with(&GZIP) || (cap.over == Over::KeepStart && out.len() >= cap.bytes) {
            return Ok(());
        }
    }
    Err(Failed::new(Problem::Encoding, format!("more than {MOST_MEMBERS} files in one body")))
}

fn has_zlib_head(packed: &[u8]) -> bool {
    match packed {
        [first, second, ..] => first & 0x0f == 8 && (u16::from(*first) << 8 | u16::from(*second)) % 31 == 0,
        _ => false,
    }
}

fn read_under(mut from: impl Read, cap: Cap, out: &mut Vec<u8>) -> Result<(), Failed> {
    let mut piece = vec![0; PIECE];
    loop {
        match from.read(&mut piece) {
            Ok(0) => return Ok(()),
            Ok(read) => {
                let room = cap.bytes - out.len().min(cap.bytes);
                out.extend(piece.iter().take(read.min(room)));
                if read > room {
                    return cap.exceeded(());
                }
            }
            Err(_) if cap.over == Over::KeepStart => return Ok(()),
            Err(error) => return Err(Failed::new(Problem::Encoding, error.to_string())),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use flate2::Compression;
    use flate2::write::{DeflateEncoder, GzEncoder, ZlibEncoder};
    use proptest::prelude::*;

    use super::*;

    /// `hello` in brotli, as its reference program packs it.
    const HELLO_BR: [u8; 9] = [0x0b, 0x02, 0x80, b'h', b'e', b'l', b'l', b'o', 0x03];

    fn gzip(bytes: &[u8]) -> Vec<u8> {
        let mut packer = GzEncoder::new(Vec::new(), Compression::best());
        packer.write_all(bytes).unwrap();
        packer.finish().unwrap()
    }

    fn headers(values: &[&str]) -> Vec<(String, String)> {
        values.iter().map(|value| ("content-encoding".to_owned(), (*value).to_owned())).collect()
    }

    fn under(bytes: usize) -> Cap {
        Cap { bytes, over: Over::Fail }
    }

    #[test]
    fn every_coding_is_unpacked() {
        let mut zlib = ZlibEncoder::new(Vec::new(), Compression::fast());
        zlib.write_all(b"hello").unwrap();
        let mut raw = DeflateEncoder::new(Vec::new(), Compression::fast());
        raw.write_all(b"hello").unwrap();
        let table = [
            (vec![Coding::Gzip], gzip(b"hello")),
            (vec![Coding::Gzip], [gzip(b"hel"), gzip(b""), gzip(b"lo"), b"and more".to_vec()].concat()),
            (vec![Coding::Deflate], zlib.finish().unwrap()),
            (vec![Coding::Deflate], raw.finish().unwrap()),
            (vec![Coding::Brotli], HELLO_BR.to_vec()),
            (vec![Coding::Brotli, Coding::Gzip], gzip(&HELLO_BR)),
            (vec![], b"hello".to_vec()),
        ];
        for (codings, packed) in table {
            assert_eq!(unpack(&packed, &codings, under(100)).unwrap(), b"hello", "{codings:?}");
            assert_eq!(unpack(b"", &codings, under(100)).unwrap(), b"");
        }
    }

    #[test]
    fn bombs_and_what_is_no_packing_are_refused() {
        let bomb = gzip(&vec![0; 10_000_000]);
        let key = |packed: &[u8], codings: &[Coding]| unpack(packed, codings, under(1_000)).unwrap_err().key();
        assert!(bomb.len() < 20_000);
        assert_eq!(key(&bomb, &[Coding::Gzip]), "fetch-too-large");
        assert_eq!(key(&gzip(&gzip(&bomb)), &[Coding::Gzip; 3]), "fetch-too-large");
        assert_eq!(key(&[gzip(&[0; 1_000]), gzip(b"a")].concat(), &[Coding::Gzip]), "fetch-too-large");
        assert_eq!(key(&[b'a'; 1_001], &[]), "fetch-too-large");
        assert_eq!(key(&gzip(b"").repeat(MOST_MEMBERS + 1), &[Coding::Gzip]), "fetch-encoding");
        assert_eq!(key(b"<html>", &[Coding::Gzip]), "fetch-encoding");
        assert_eq!(key(b"<html>", &[Coding::Brotli]), "fetch-encoding");
        let whole = gzip(b"hello hello");
        assert_eq!(key(whole.get(..whole.len() - 9).unwrap(), &[Coding::Gzip]), "fetch-encoding");
        let start = Cap { bytes: 1_000, over: Over::KeepStart };
        assert_eq!(unpack(&bomb, &[Coding::Gzip], start).unwrap(), vec![0; 1_000]);
    }

    #[test]
    fn codings_are_named_in_order_and_few() {
        let read = |values: &[&str]| codings(&headers(values), 2).map_err(|failed| failed.key());
        assert_eq!(read(&["GZip, ", "br"]), Ok(vec![Coding::Gzip, Coding::Brotli]));
        assert_eq!(read(&["identity"]), Ok(vec![]));
        assert_eq!(read(&["gzip,br,deflate"]), Err("fetch-encoding"));
        assert_eq!(read(&["zstd"]), Err("fetch-encoding"));
    }

    proptest! {
        #[test]
        fn no_bytes_break_an_unpacker(bytes in proptest::collection::vec(any::<u8>(), 0..300), flip in 0_usize..9) {
            let mut near = HELLO_BR.to_vec();
            if let (Some(byte), Some(with)) = (near.get_mut(flip), bytes.first()) {
                *byte ^= with;
            }
            for coding in [Coding::Gzip, Coding::Deflate, Coding::Brotli] {
                for packed in [bytes.as_slice(), &[GZIP.as_slice(), &[8, 0], &bytes].concat(), &near] {
                    let unpacked = unpack(packed, &[coding, coding], under(10_000));
                    prop_assert!(unpacked.is_ok_and(|out| out.len() <= 10_000) || unpack(packed, &[coding, coding], under(10_000)).is_err());
                }
            }
        }
    }
}
