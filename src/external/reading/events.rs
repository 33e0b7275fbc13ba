//! JSON as it is met: a reader that gives one event after another, never recurses, and goes on where what was meant is
//! certain, saying what it put right.

use super::super::repairs::RepairKind;
use super::spaces::{self, Gap};
use memchr::{memchr, memchr2};

/// Brackets open at once; no real file comes near it.
const DEEPEST: usize = 128;

/// Bytes of the source, end excluded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Span {
    pub(super) start: usize,
    pub(super) end: usize,
}

impl Span {
    pub(super) fn of(self, bytes: &[u8]) -> &[u8] {
        bytes.get(self.start..self.end).unwrap_or_default()
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Scalar {
    /// The span is what stands between the quotation marks.
    Text,
    Number,
    True,
    False,
    Null,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Event {
    Open { list: bool, at: usize },
    Close { end: usize },
    Name(Span),
    Value(Span, Scalar),
    End,
}

/// Why reading cannot go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    CutOff,
    TooDeep,
    Unclear(&'static str),
}

/// Where reading cannot go on: for a text that ends too early, where what is open begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Fault {
    pub(super) at: usize,
    pub(super) why: Break,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Expect {
    /// Between whole texts.
    Top,
    First,
    AfterComma,
    Value,
    Comma,
}

pub(super) struct Reader<'a> {
    pub(super) bytes: &'a [u8],
    pub(super) at: usize,
    /// What was put right, and where.
    pub(super) mended: Vec<(RepairKind, usize)>,
    open: Vec<(bool, usize)>,
    expect: Expect,
    texts: usize,
    line_end: usize,
}

impl<'a> Reader<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Reader { bytes, at: 0, mended: Vec::new(), open: Vec::new(), expect: Expect::Top, texts: 0, line_end: 0 }
    }

    /// Whole texts begun so far; after a fault, several.
    pub(super) fn texts(&self) -> usize {
        self.texts
    }

    /// Goes on at the next object after a fault, as if a text began there; false where there is none.
    pub(super) fn resume_after(&mut self, fault: Fault) -> bool {
        let from = self.at.max(fault.at);
        let next = self.bytes.get(from..).and_then(|rest| memchr(b'{', rest));
        self.open.clear();
        self.expect = Expect::Top;
        self.texts = self.texts.max(2);
        self.at = next.map_or(self.bytes.len(), |it| from + it);
        next.is_some()
    }

    pub(super) fn next(&mut self) -> Result<Event, Fault> {
        loop {
            let gap = self.space();
            let Some(&byte) = self.bytes.get(self.at) else { return self.end() };
            match (self.expect, self.open.last()) {
                (Expect::Top, _) | (_, None) => return self.begin(byte),
                (Expect::Comma, _) if byte == b',' => {
                    self.at += 1;
                    self.expect = Expect::AfterComma;
                }
                (Expect::First | Expect::AfterComma, _) if byte == b',' => {
                    self.mend(RepairKind::StrayComma);
                    self.at += 1;
                }
                (Expect::Value, _) if matches!(byte, b',' | b'}') => {
                    self.mend(RepairKind::MissingValue);
                    self.expect = Expect::Comma;
                    return Ok(Event::Value(Span { start: self.at, end: self.at }, Scalar::Null));
                }
                (Expect::Value, _) => return self.value(byte),
                (_, Some(_)) if matches!(byte, b'}' | b']') => return self.close(byte),
                (Expect::Comma, Some(&(list, _))) => {
                    let bracketed = gap.after_bracket && (!list || matches!(byte, b'{' | b'['));
                    if !(gap.line_break || bracketed) || (!list && byte != b'"') {
                        return Err(self.unclear("a comma or a closing bracket is missing"));
                    }
                    self.mend(RepairKind::MissingComma);
                    self.expect = Expect::AfterComma;
                }
                (_, Some((true, _))) => return self.value(byte),
                (_, Some((false, _))) => return self.name(byte),
            }
        }
    }

    /// Passes white space and comments, between whole texts also what is wrapped around them.
    fn space(&mut self) -> Gap {
        let gap = spaces::gap(self.bytes, self.at, self.open.is_empty());
        self.at = gap.end;
        for kind in [gap.comment, gap.wrapper, gap.stray].into_iter().flatten() {
            self.mend(kind);
        }
        gap
    }

    fn mend(&mut self, kind: RepairKind) {
        const MOST: usize = 64;
        if self.mended.len() < MOST || self.mended.iter().all(|it| it.0 != kind) {
            self.mended.push((kind, self.at));
        }
    }

    fn unclear(&self, what: &'static str) -> Fault {
        Fault { at: self.at, why: Break::Unclear(what) }
    }

    fn end(&self) -> Result<Event, Fault> {
        match self.open.first() {
            Some(&(_, at)) => Err(Fault { at, why: Break::CutOff }),
            None => Ok(Event::End),
        }
    }

    fn begin(&mut self, byte: u8) -> Result<Event, Fault> {
        if self.texts == 1 {
            self.mend(RepairKind::Concatenated);
        }
        self.texts += 1;
        self.value(byte)
    }

    fn after_value(&self) -> Expect {
        if self.open.is_empty() { Expect::Top } else { Expect::Comma }
    }

    fn value(&mut self, byte: u8) -> Result<Event, Fault> {
        if matches!(byte, b'{' | b'[') {
            if self.open.len() >= DEEPEST {
                return Err(Fault { at: self.at, why: Break::TooDeep });
            }
            let (list, at) = (byte == b'[', self.at);
            self.open.push((list, at));
            self.expect = Expect::First;
            self.at += 1;
            return Ok(Event::Open { list, at });
        }
        let event = if byte == b'"' { Event::Value(self.text()?, Scalar::Text) } else { self.word()? };
        self.expect = self.after_value();
        Ok(event)
    }

    fn close(&mut self, byte: u8) -> Result<Event, Fault> {
        if self.open.last().is_none_or(|it| it.0 != (byte == b']')) {
            return Err(self.unclear("a bracket closes what it did not open"));
        }
        if self.expect == Expect::AfterComma {
            self.mend(RepairKind::TrailingComma);
        }
        self.open.pop();
        self.expect = self.after_value();
        self.at += 1;
        Ok(Event::Close { end: self.at })
    }

    fn name(&mut self, byte: u8) -> Result<Event, Fault> {
        if byte != b'"' {
            return Err(self.unclear("a name in double quotation marks is expected"));
        }
        let name = self.text()?;
        self.space();
        if self.bytes.get(self.at) != Some(&b':') {
            return if self.at >= self.bytes.len() { self.end() } else { Err(self.unclear("a colon is missing")) };
        }
        self.at += 1;
        self.expect = Expect::Value;
        Ok(Event::Name(name))
    }

    /// A text ends at the first mark after which JSON can go on: in right JSON that is the first mark. Marks before it
    /// are part of the text if they come in pairs and on one line; otherwise nobody can tell.
    fn text(&mut self) -> Result<Span, Fault> {
        let unclear = self.unclear("a quotation mark is missing, or one inside a text is not escaped");
        let cut_off = Fault { at: self.open.first().map_or(self.at, |it| it.1), why: Break::CutOff };
        let start = self.at + 1;
        let (mut at, mut inside, mut limit) = (start, 0usize, self.bytes.len());
        loop {
            let rest = self.bytes.get(at..limit).unwrap_or_default();
            let Some(offset) = memchr2(b'"', b'\\', rest) else {
                self.at = limit;
                return Err(if inside > 0 { unclear } else { cut_off });
            };
            let mark = at + offset;
            if rest.get(offset) == Some(&b'\\') {
                at = mark + 2;
            } else if self.ends_text(mark + 1) {
                self.at = mark + 1;
                if inside > 0 {
                    self.mend(RepairKind::UnescapedQuote);
                }
                let broken = inside % 2 == 1 || (inside > 0 && memchr(b'\n', self.between(start, mark)).is_some());
                return if broken { Err(unclear) } else { Ok(Span { start, end: mark }) };
            } else {
                inside += 1;
                limit = self.end_of_line(mark);
                at = mark + 1;
            }
        }
    }

    fn between(&self, start: usize, end: usize) -> &[u8] {
        Span { start, end }.of(self.bytes)
    }

    fn end_of_line(&mut self, from: usize) -> usize {
        if from >= self.line_end {
            let rest = self.bytes.get(from..).unwrap_or_default();
            self.line_end = memchr(b'\n', rest).map_or(self.bytes.len(), |it| from + it);
        }
        self.line_end
    }

    fn ends_text(&self, at: usize) -> bool {
        let (end, line_break) = spaces::blank(self.bytes, at);
        match self.bytes.get(end..).unwrap_or_default() {
            [] | [b',' | b':' | b'}' | b']', ..] | [b'/', b'/' | b'*', ..] => true,
            [b';', ..] | [b'-', b'-', b'>', ..] => self.open.is_empty(),
            [b'"' | b'{' | b'[', ..] => line_break,
            _ => false,
        }
    }

    fn word(&mut self) -> Result<Event, Fault> {
        let rest = self.bytes.get(self.at..).unwrap_or_default();
        let length = rest.iter().take_while(|b| b.is_ascii_alphanumeric() || b"+-._".contains(b)).count();
        let span = Span { start: self.at, end: self.at + length };
        let scalar = match span.of(self.bytes) {
            b"true" => Scalar::True,
            b"false" => Scalar::False,
            b"null" => Scalar::Null,
            b"" => return Err(self.unclear("this is not JSON")),
            word => match (word, is_number(word)) {
                (_, true) => Scalar::Number,
                (b"True", _) => self.known(Scalar::True),
                (b"False", _) => self.known(Scalar::False),
                (b"NaN" | b"Infinity" | b"-Infinity" | b"undefined" | b"None", _) => self.known(Scalar::Null),
                _ => return Err(self.unclear("this is not JSON")),
            },
        };
        self.at = span.end;
        Ok(Event::Value(span, scalar))
    }

    fn known(&mut self, scalar: Scalar) -> Scalar {
        self.mend(RepairKind::UnknownWord);
        scalar
    }
}

fn is_number(word: &[u8]) -> bool {
    let digits = word.iter().any(u8::is_ascii_digit);
    digits && word.iter().all(|b| b.is_ascii_digit() || b"+-.eE".contains(b))
}

#[cfg(test)]
mod tests {
    use super::*;
    use RepairKind::*;

    /// What is read as it would be written rightly, and what was put right.
    fn read(source: &str) -> Result<(String, Vec<RepairKind>), Break> {
        let mut reader = Reader::new(source.as_bytes());
        let mut written = String::new();
        let mut open = Vec::new();
        loop {
            match reader.next().map_err(|it| it.why)? {
                Event::Open { list, .. } => {
                    open.push(list);
                    written.push(if list { '[' } else { '{' });
                }
                Event::Close { .. } => written.push(if open.pop().unwrap() { ']' } else { '}' }),
                Event::Name(span) => written.push_str(&format!("{}:", &source[span.start..span.end])),
                Event::Value(span, _) => written.push_str(&format!("<{}>", &source[span.start..span.end])),
                Event::End => return Ok((written, reader.mended.iter().map(|it| it.0).collect())),
            }
        }
    }

    #[test]
    fn what_is_certain_is_read_and_named() {
        for (source, written, mended) in [
            (
                r#"{"a": [1, -2.5e3, true, null, "x\"y"], "b": {}}"#,
                r#"{a:[<1><-2.5e3><true><null><x\"y>]b:{}}"#,
                vec![],
            ),
            (r#"{"a": 1, "b": [2, ], }"#, "{a:<1>b:[<2>]}", vec![TrailingComma, TrailingComma]),
            (r#"[, 1,, 2]"#, "[<1><2>]", vec![StrayComma, StrayComma]),
            (r#"[{} {}][]"#, "[{}{}][]", vec![MissingComma, Concatenated]),
            ("{\"a\": \"x\"\n\"b\": 1}", "{a:<x>b:<1>}", vec![MissingComma]),
            (r#"{"a": , "b": }"#, "{a:<>b:<>}", vec![MissingValue, MissingValue]),
            ("/* x */ {\"a\": 1 // y\n}", "{a:<1>}", vec![Comment, Comment]),
            ("<!-- {} -->", "{}", vec![Wrapper, Wrapper]),
            ("//<![CDATA[\n{}\n//]]>", "{}", vec![Wrapper, Wrapper]),
            ("<![CDATA[ [] ]]>;", "[]", vec![Wrapper, Wrapper]),
            ("{\u{A0}\"a\": 1}", "{a:<1>}", vec![StraySpace]),
            (r#"{"a": "say "no", yes"}"#, "", vec![]),
            (r#"{"a": "say "no" to it", "b": 1}"#, r#"{a:<say "no" to it>b:<1>}"#, vec![UnescapedQuote]),
            ("[NaN, True, undefined]", "[<NaN><True><undefined>]", vec![UnknownWord; 3]),
            ("[\"a\nb\"]", "[<a\nb>]", vec![]),
        ] {
            match read(source) {
                Ok(found) => assert_eq!(found, (written.to_owned(), mended), "{source}"),
                Err(_) => assert_eq!(written, "", "{source}"),
            }
        }
    }

    #[test]
    fn what_is_not_certain_stops_it() {
        for source in [
            "{'a': 1}",
            "{a: 1}",
            "[1 2]",
            "[}",
            "{\"a\" 1}",
            "%PDF",
            "{\"a\": \"b \"c\", \"d\": 1}",
            "}",
            "[\"a\": 1]",
        ] {
            assert!(matches!(read(source), Err(Break::Unclear(_))), "{source}: {:?}", read(source));
        }
        for source in ["[", "{\"a\": [1", "\"abc", "{\"a", "{\"a\"", "[\"\\", "{\"a\": "] {
            assert_eq!(read(source), Err(Break::CutOff), "{source}");
        }
        assert_eq!(read(&"[".repeat(100_000)), Err(Break::TooDeep));
        assert!(read(&("[".repeat(128) + &"]".repeat(128))).is_ok());
    }
}
