//! Finds every ClaimReview of a text in one pass: memory is bounded by the depth of nesting, not by the file.

use super::super::repairs::{Log, Refusal, Repair, RepairKind, shown};
use super::events::{Break, Event, Fault, Reader, Scalar, Span};
use super::frames::{Frame, Lines, Marks, names, path, text};
use super::tree::{self, local};
use super::{Out, Outcome, Place, check, document};
use memchr::memmem;

/// No check is larger, in bytes.
const LARGEST: usize = 1 << 20;
/// Checks inside one another.
const NESTED: u8 = 4;
/// JSON in strings in JSON.
const WITHIN: u8 = 2;

pub(super) struct Finder<'a, 'o, 'e> {
    reader: Reader<'a>,
    place: Place,
    out: &'o mut Out<'e>,
    frames: Vec<Frame>,
    lines: Lines,
    /// Line of the whole text that is being read.
    line: usize,
    salvaging: bool,
    /// Kinds of repair outside of any check that were reported already.
    told: Vec<RepairKind>,
}

impl<'a, 'o, 'e> Finder<'a, 'o, 'e> {
    pub(super) fn new(bytes: &'a [u8], place: Place, out: &'o mut Out<'e>) -> Self {
        let lines = Lines::from(place.first_line);
        let line = place.first_line;
        Finder {
            reader: Reader::new(bytes),
            place,
            out,
            frames: Vec::new(),
            lines,
            line,
            salvaging: false,
            told: Vec::new(),
        }
    }

    /// Reads to the end; after a fault it goes on with the objects that are whole.
    pub(super) fn run(mut self) {
        let before = self.out.count;
        loop {
            match self.reader.next() {
                Ok(Event::End) => break,
                Ok(event) => self.take(event),
                Err(fault) => {
                    self.report(fault);
                    self.frames.clear();
                    self.salvaging = true;
                    if !self.reader.resume_after(fault) {
                        break;
                    }
                }
            }
        }
        self.report_mended();
        if self.out.count == before && self.place.records && self.reader.texts() == 0 {
            let at = self.label(&[]);
            self.out.put(at, Outcome::Refused(Refusal::Empty));
        }
    }

    fn take(&mut self, event: Event) {
        match event {
            Event::Open { list, at } => {
                self.begin(at);
                let marks = Marks::default();
                let items_before = self.out.count;
                self.frames.push(Frame { list, start: at, name: None, index: 0, marks, items_before, nested: 0 });
            }
            Event::Name(span) => self.name(span),
            Event::Value(span, scalar) => {
                if scalar != Scalar::Null || self.frames.is_empty() {
                    self.begin(span.start);
                }
                self.value(span, scalar);
                self.next_in_list();
            }
            Event::Close { end } => {
                if let Some(frame) = self.frames.pop() {
                    self.close(frame, end);
                }
                self.next_in_list();
            }
            Event::End => {}
        }
    }

    /// Notes where a whole text begins, and that an element of a feed has its item.
    fn begin(&mut self, at: usize) {
        let bytes = self.reader.bytes;
        match self.frames.last_mut() {
            Some(frame) => frame.marks.item |= !frame.list && frame.is_at("item", bytes),
            None => self.line = self.lines.at(bytes, at),
        }
    }

    fn next_in_list(&mut self) {
        match self.frames.last_mut() {
            Some(frame) => frame.index += usize::from(frame.list),
            None => self.report_mended(),
        }
    }

    fn name(&mut self, span: Span) {
        let name = text(span, self.reader.bytes);
        let Some(frame) = self.frames.last_mut() else { return };
        frame.name = Some(span);
        match local(&name) {
            "claimReviewed" => frame.marks.review = true,
            "claim" => frame.marks.claim = true,
            "fact_checking_article" => frame.marks.article = true,
            "dateDeleted" => frame.marks.deleted = true,
            _ => {}
        }
    }

    fn value(&mut self, span: Span, scalar: Scalar) {
        if scalar == Scalar::Text && self.mark_type(span) {
            return;
        }
        let before = self.out.count;
        if scalar == Scalar::Text && self.place.within < WITHIN && mentions_review(span.of(self.reader.bytes)) {
            self.embedded(&text(span, self.reader.bytes));
        }
        if self.is_record() && self.out.count == before {
            let empty = scalar == Scalar::Null && self.in_feed();
            let refusal = if empty { Refusal::EmptyFeedItem } else { Refusal::NotClaimReview { kind: None } };
            self.refuse(refusal);
        }
    }

    /// Notes the type that a text gives to its object; false where it is no type.
    fn mark_type(&mut self, span: Span) -> bool {
        let holder = match self.frames.as_slice() {
            [.., frame, Frame { list: true, .. }] if frame.is_at_type(self.reader.bytes) => self.frames.len() - 2,
            [.., frame] if !frame.list && frame.is_at_type(self.reader.bytes) => self.frames.len() - 1,
            _ => return false,
        };
        let kind = text(span, self.reader.bytes);
        if let Some(frame) = self.frames.get_mut(holder) {
            frame.marks.review |= names(&kind, "ClaimReview");
            frame.marks.media |= names(&kind, "MediaReview");
            frame.marks.kind.get_or_insert(span);
        }
        true
    }

    fn embedded(&mut self, inner: &str) {
        if !holds_markup(inner) {
            return;
        }
        let mut place = self.place.clone();
        place.prefix = self.path_label();
        place.first_line = 1;
        place.records = false;
        place.within += 1;
        document(inner.as_bytes(), place, self.out);
    }

    fn close(&mut self, frame: Frame, end: usize) {
        let nested = frame.nested + u8::from(frame.marks.review);
        if let Some(parent) = self.frames.last_mut() {
            parent.nested = parent.nested.max(nested.min(NESTED));
        }
        if frame.marks.review {
            self.review(Span { start: frame.start, end }, frame.nested);
        } else if frame.marks.media {
            self.refuse(Refusal::MediaReview);
        } else if self.out.count == frame.items_before && self.is_record() && !(frame.list && self.in_feed()) {
            let refusal = self.not_a_review(frame);
            self.refuse(refusal);
        }
    }

    fn not_a_review(&self, frame: Frame) -> Refusal {
        if frame.marks.claim && frame.marks.article {
            return Refusal::ResearchRecord;
        }
        if self.in_feed() && !frame.marks.item {
            let whole = frame.marks.kind.is_some_and(|it| !names(&text(it, self.reader.bytes), "DataFeedItem"));
            match (frame.marks.deleted, whole) {
                (true, _) => return Refusal::Withdrawn,
                (false, false) => return Refusal::EmptyFeedItem,
                (false, true) => {}
            }
        }
        Refusal::NotClaimReview { kind: frame.marks.kind.map(|it| shown(&text(it, self.reader.bytes))) }
    }

    fn review(&mut self, span: Span, nested: u8) {
        let bytes = span.of(self.reader.bytes);
        self.reader.mended.retain(|it| it.1 <= span.start || it.1 >= span.end);
        if bytes.len() > LARGEST {
            return self.refuse(Refusal::TooLarge);
        }
        if nested >= NESTED {
            return self.refuse(Refusal::Nested);
        }
        let source = match std::str::from_utf8(bytes) {
            Ok(source) => source,
            Err(wrong) => {
                let line = self.lines.at(self.reader.bytes, span.start + wrong.valid_up_to());
                return self.refuse(Refusal::InvalidUtf8 { line });
            }
        };
        let mut log = Log::default();
        if self.salvaging {
            log.note_writing(RepairKind::Salvaged, "");
        }
        let outcomes = match tree::parse(source, &mut log) {
            Ok(object) => check::checks(&object, source, log),
            Err(_) => vec![Outcome::Refused(Refusal::NotClaimReview { kind: None })],
        };
        let several = outcomes.len() > 1;
        for (n, outcome) in outcomes.into_iter().enumerate() {
            let mut at = self.path_label();
            if several {
                at.push_str(&format!(", claimReviewed[{n}]"));
            }
            self.out.put(at, outcome);
        }
    }

    fn refuse(&mut self, refusal: Refusal) {
        let at = self.path_label();
        self.out.put(at, Outcome::Refused(refusal));
    }

    /// Whether what stands here is an item of its own: a whole text, an element of its list or of a feed.
    fn is_record(&self) -> bool {
        let outermost = matches!(self.frames.as_slice(), [] | [Frame { list: true, .. }]);
        self.place.records && !self.salvaging && (outermost || self.in_feed())
    }

    fn in_feed(&self) -> bool {
        let is_feed = |frame: &Frame| frame.is_at("dataFeedElement", self.reader.bytes);
        match self.frames.as_slice() {
            [.., feed, Frame { list: true, .. }] => is_feed(feed),
            [.., feed] => !feed.list && is_feed(feed),
            [] => false,
        }
    }

    fn report(&mut self, fault: Fault) {
        if self.salvaging && self.frames.is_empty() {
            return;
        }
        let line = self.lines.at(self.reader.bytes, fault.at);
        if self.frames.is_empty() {
            self.line = line;
        }
        self.refuse(match fault.why {
            Break::CutOff => Refusal::CutOff { line },
            Break::TooDeep => Refusal::TooDeep { line },
            Break::Unclear(_) if is_invalid(self.reader.bytes, fault.at) => Refusal::InvalidUtf8 { line },
            Break::Unclear(what) => Refusal::NotJson { line, what },
        });
    }

    /// What was put right outside of any check: the first of each kind in a text.
    fn report_mended(&mut self) {
        let mended = std::mem::take(&mut self.reader.mended);
        if self.salvaging {
            return;
        }
        for (kind, at) in mended {
            if self.told.contains(&kind) {
                continue;
            }
            self.told.push(kind);
            let rest = self.reader.bytes.get(at..).unwrap_or_default();
            let was = String::from_utf8_lossy(rest.get(..rest.len().min(80)).unwrap_or_default());
            let line = self.lines.at(self.reader.bytes, at);
            let label = if self.place.prefix.is_empty() { format!("line {line}") } else { self.place.prefix.clone() };
            self.out.put(label, Outcome::Mended(Repair::new("json", kind, &was)));
        }
    }

    fn path_label(&self) -> String {
        self.label(&self.frames)
    }

    fn label(&self, frames: &[Frame]) -> String {
        let path = path(frames, self.reader.bytes);
        let named = !self.place.prefix.is_empty();
        let whole = format!("line {}", self.line);
        match (named, path.is_empty()) {
            (true, true) => self.place.prefix.clone(),
            (true, false) => format!("{}, {path}", self.place.prefix),
            (false, true) => whole,
            (false, false) if self.reader.texts() < 2 && !self.salvaging => path,
            (false, false) => format!("{whole}, {path}"),
        }
    }
}

/// Whether a text is itself JSON or a page with a ClaimReview, rather than one that talks about it.
fn holds_markup(inner: &str) -> bool {
    let begins = inner.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{FEFF}');
    let said = ["laimReview\"", "laimReviewed\"", "laimReview\\\"", "laimReviewed\\\"", "laimReview&quot;"];
    begins.starts_with(['{', '[', '<', '/', '"']) && said.iter().any(|it| inner.contains(it))
}

/// Whether no character begins at a byte.
fn is_invalid(bytes: &[u8], at: usize) -> bool {
    let rest = bytes.get(at..).unwrap_or_default();
    std::str::from_utf8(rest.get(..4).unwrap_or(rest)).is_err_and(|it| it.valid_up_to() == 0)
}

/// Whether a text can hold anything for us at all.
pub(super) fn mentions_review(bytes: &[u8]) -> bool {
    let has = |word: &str| memmem::find(bytes, word.as_bytes()).is_some();
    has("laimReview") || has("ediaReview") || has("laimreview")
}
