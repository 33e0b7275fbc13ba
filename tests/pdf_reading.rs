//! PDFs are read in a child process; hostile ones harm nothing.

use std::path::Path;
use std::time::{Duration, Instant};

use claimdesk::reading::child::{Limits, Unreadable, read_in_child};
use claimdesk::reading::pdf::{Pages, join, page_at};

fn read(bytes: &[u8]) -> Result<Pages, Unreadable> {
    read_within(bytes, Duration::from_secs(30))
}

fn read_within(bytes: &[u8], wall: Duration) -> Result<Pages, Unreadable> {
    let limits = Limits { wall, ..Limits::default() };
    read_in_child(Path::new(env!("CARGO_BIN_EXE_claimdesk")), &["read-pdf"], bytes, &limits)
}

/// A file of numbered objects, the first of which is the catalogue, with its table of places.
fn file(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.7\n".to_vec();
    let mut places = String::new();
    for (number, object) in (1..).zip(objects) {
        places.push_str(&format!("{:010} 00000 n \n", bytes.len()));
        bytes.extend(format!("{number} 0 obj\n").as_bytes());
        bytes.extend(object);
        bytes.extend(b"\nendobj\n");
    }
    let (start, size) = (bytes.len(), objects.len() + 1);
    let table = format!("xref\n0 {size}\n0000000000 65535 f \n{places}trailer\n<</Size {size}/Root 1 0 R{trailer}>>");
    bytes.extend(format!("{table}\nstartxref\n{start}\n%%EOF\n").as_bytes());
    bytes
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    [format!("<<{dictionary}/Length {}>>\nstream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

/// A document whose pages draw these contents, with more objects from number 4 + 2 × pages on.
fn document(contents: &[Vec<u8>], resources: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let font = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";
    let kids: String = (0..contents.len()).map(|it| format!("{} 0 R ", 4 + 2 * it)).collect();
    let mut objects = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!("<</Type/Pages/Kids[{kids}]/Count {}/MediaBox[0 0 612 792]>>", contents.len()).into_bytes(),
        font.as_bytes().to_vec(),
    ];
    for (number, content) in contents.iter().enumerate() {
        let content_number = 5 + 2 * number;
        let page = format!(
            "<</Type/Page/Parent 2 0 R/Contents {content_number} 0 R/Resources<</Font<</F 3 0 R>>{resources}>>>>"
        );
        objects.extend([page.into_bytes(), content.clone()]);
    }
    objects.extend_from_slice(more);
    file(&objects, "")
}

/// Lines of 12 points in one column, 14 points apart.
fn words(lines: &[&str]) -> Vec<u8> {
    let lines: String = lines.iter().map(|it| format!("({it}) Tj T* ")).collect();
    stream("", format!("BT /F 12 Tf 14 TL 72 700 Td {lines}ET").as_bytes())
}

/// Deflated `byte` repeated for about `length` bytes: one block of fixed codes, 158 bytes in each packed one.
fn inflating(byte: u8, length: usize) -> Vec<u8> {
    let mut bits = Bits::default();
    bits.push(0b011, 3); // the last block, of fixed codes
    bits.code(u16::from(byte) + 0x30, 8);
    for _ in 0..length / 258 {
        bits.code(0b1100_0101, 8);
        bits.code(0, 5);
    }
    bits.code(0, 7);
    [&[0x78, 0x9C], bits.finish().as_slice()].concat()
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    open: u32,
    count: u32,
}

impl Bits {
    fn push(&mut self, bits: u16, count: u32) {
        self.open |= u32::from(bits) << self.count;
        self.count += count;
        while self.count >= 8 {
            self.bytes.push(self.open as u8);
            self.open >>= 8;
            self.count -= 8;
        }
    }

    fn code(&mut self, code: u16, count: u32) {
        self.push(code.reverse_bits() >> (16 - count), count);
    }

    fn finish(mut self) -> Vec<u8> {
        self.push(0, 7);
        self.bytes
    }
}

#[test]
fn pages_of_a_document_are_read_with_their_numbers() {
    let first = words(&["The committee found that the share of people with-", "out work fell to 4.1 percent, a low."]);
    let second = words(&["A second page says that nobody was without work."]);
    let pages = read(&document(&[first, stream("", b""), second], "", &[])).unwrap();
    assert_eq!(pages.pages[0], "The committee found that the share of people without work fell to 4.1 percent, a low.");
    let (text, starts) = join(&pages);
    let place = text.find("nobody").unwrap();
    assert_eq!((page_at(&starts, 0), page_at(&starts, place)), (Some(1), Some(3)));
}

#[test]
fn letters_drawn_twice_are_read_once_and_those_off_the_page_never() {
    let twice = "BT /F 12 Tf 2 Tr 72 700 Td (filled and stroked) Tj 0 Tr ET BT /F 12 Tf 72 600 Td (again) Tj ET \
        BT /F 12 Tf 72.3 600 Td (again) Tj ET BT /F 12 Tf 72 -300 Td (outside) Tj ET";
    let spelled = "/Span <</ActualText (spelled out)>> BDC BT /F 12 Tf 72 500 Td (xyz) Tj ET EMC";
    let sideways = "BT /F 12 Tf 0 1 -1 0 20 300 Tm (at the side) Tj ET";
    let content = [sideways, twice, spelled].join(" ");
    let pages = read(&document(&[stream("", content.as_bytes())], "", &[])).unwrap().pages;
    assert_eq!(pages, ["filled and stroked\n\nagain\n\nspelled out\n\nat the side"]);
}

#[test]
fn what_cannot_be_read_says_why() {
    assert_eq!(read(b""), Err(Unreadable::Broken));
    assert_eq!(read(b"%PDF-1.7\nnothing more"), Err(Unreadable::Broken));
    assert_eq!(read(&document(&[stream("", b"0 0 100 100 re f")], "", &[])), Err(Unreadable::NoText));
    let (owner, user) = ("00".repeat(32), "11".repeat(32));
    let locked = format!("/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{owner}>/U<{user}>>>");
    let objects = [b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Type/Pages/Kids[]/Count 0>>".to_vec()];
    assert_eq!(read(&file(&objects, &locked)), Err(Unreadable::Encrypted));
}

#[test]
fn a_bomb_is_stopped_by_its_limits() {
    let bomb = stream("/Filter/FlateDecode", &inflating(b' ', 1_200_000_000));
    assert_eq!(read(&document(&[bomb], "", &[])), Err(Unreadable::TooMuchMemory));

    let form = |at: usize| {
        let next = format!("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X {} 0 R>>>>", 7 + at);
        stream(&next, "/X Do ".repeat(40).as_bytes())
    };
    let forms: Vec<Vec<u8>> = (0..8).map(form).chain([words(&["x"])]).collect();
    let fan = document(&[stream("", b"/X Do")], "/XObject<</X 6 0 R>>", &forms);
    let began = Instant::now();
    assert_eq!(read_within(&fan, Duration::from_secs(2)), Err(Unreadable::TooLong));
    assert!(began.elapsed() < Duration::from_secs(8));

    assert_eq!(read(&vec![b' '; (50 << 20) + 1]), Err(Unreadable::TooLarge));
}

#[test]
fn what_nests_without_end_or_bites_its_own_tail_ends() {
    let deep = |open: &str, close: &str, times: usize| [open.repeat(times), close.repeat(times)].concat().into_bytes();
    let own = "/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X 6 0 R>>>>";
    let mut hostile = vec![
        document(&[stream("", &deep("[", "]", 1_000_000))], "", &[]),
        document(&[stream("", &deep("<</A", ">>", 1_000_000))], "", &[]),
        document(&[stream("", &deep("q ", "Q ", 1_000_000))], "", &[]),
        document(&[stream("", &deep("/Span BDC ", "EMC ", 300_000))], "", &[]),
        document(&[words(&["x"])], "", &[deep("[", "]", 1_000_000), deep("(", ")", 1_000_000)]),
        document(&[stream("", b"/X Do")], "/XObject<</X 6 0 R>>", &[stream(own, b"/X Do /X Do")]),
        file(&[b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 9>>".to_vec()], ""),
        file(&[b"1 0 R".to_vec(), b"<</Length 2 0 R>>stream".to_vec()], "/Prev 9"),
    ];
    let chain = |at: usize| format!("<</Type/Pages/Kids[{} 0 R]/Count 1>>", at + 3).into_bytes();
    let catalogue = [b"<</Type/Catalog/Pages 2 0 R>>".to_vec()];
    hostile.push(file(&catalogue.into_iter().chain((0..50_000).map(chain)).collect::<Vec<_>>(), ""));
    for (number, bytes) in hostile.iter().enumerate() {
        let began = Instant::now();
        let read = read(bytes);
        assert!(!matches!(read, Err(Unreadable::Failed)), "{number}");
        assert!(began.elapsed() < Duration::from_secs(29), "{number}");
    }
}

#[test]
fn huge_numbers_and_lengths_take_no_memory() {
    let picture = "/Subtype/Image/Width 2000000000/Height 2000000000/BitsPerComponent 8/ColorSpace/DeviceRGB";
    let far = "BT /F 9G Tf 9G 0 0 9G 9G 9G Tm (far) Tj ET BT /F 12 Tf 9G Tc 72 700 Td (near) Tj ET";
    let far = [far, " /X Do"].concat().replace("9G", &"9".repeat(30));
    let document = document(&[stream("", far.as_bytes())], "/XObject<</X 6 0 R>>", &[stream(picture, b"x")]);
    assert_eq!(read(&document).map(|it| it.pages), Ok(vec!["n".to_owned()]));
    let objects = [b"<</Type/Catalog/Pages 2 0 R>>".to_vec(), b"<</Type/Pages/Kids[]/Count 2147483647>>".to_vec()];
    assert_eq!(read(&file(&objects, "/Size 2147483647")), Err(Unreadable::Broken));
}

#[test]
fn a_damaged_file_is_read_as_far_as_it_goes_or_refused() {
    let whole = document(&[words(&["One page of words that can be read."]), words(&["Another one."])], "", &[]);
    for cut in (0..whole.len()).step_by(whole.len() / 40) {
        let read = read(&whole[..cut]);
        assert!(matches!(read, Ok(_) | Err(Unreadable::Broken | Unreadable::NoText)), "{cut}: {read:?}");
    }
    let mut chance = 7_u64;
    for round in 0..60 {
        let mut damaged = whole.clone();
        for _ in 0..8 {
            chance = chance.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let place = (chance >> 33) as usize % damaged.len();
            damaged[place] = (chance >> 20) as u8;
        }
        assert!(!matches!(read(&damaged), Err(Unreadable::Failed)), "{round}");
    }
}
