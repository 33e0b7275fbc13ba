//! Glyphs become lines of words.

use super::columns;
use super::glyphs::{Glyph, Sheet};
use super::letters;
use super::order::{self, Way};

/// A line of a page, in a frame in which text runs along `u` and lines go down along `v`.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Line {
    pub(super) text: String,
    pub(super) turn: u16,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) v: f32,
    pub(super) size: f32,
    /// It runs from right to left.
    pub(super) leftwards: bool,
    /// It is a row of several cells.
    pub(super) cells: bool,
}

/// Glyphs drawn one after another that touch: a word, a phrase, a whole line.
struct Piece<'a> {
    glyphs: Vec<&'a Glyph>,
    left: f32,
    right: f32,
    v: f32,
    size: f32,
}

/// A gap of this many times the letters' size is a space between words; a wider one than the next parts two cells.
const SPACE: f32 = 0.13;
const CELL: f32 = 1.4;

/// The lines of a page, in the order in which it draws them.
pub(super) fn lines(sheet: &Sheet) -> Vec<Line> {
    let leftwards = runs_leftwards(sheet);
    let pieces = pieces(sheet, leftwards);
    let rows = pieces.chunk_by(|a, b| on_one_row(a, b));
    columns::settled(rows.map(|row| cells(sheet, row, leftwards)).collect())
}

fn runs_leftwards(sheet: &Sheet) -> bool {
    let (mut left, mut right) = (0_usize, 0_usize);
    for glyph in &sheet.glyphs {
        match order::way(sheet.letters(glyph)) {
            Way::Left => left += 1,
            Way::Right => right += 1,
            _ => {}
        }
    }
    left > right
}

fn pieces(sheet: &Sheet, page_leftwards: bool) -> Vec<Piece<'_>> {
    let mut found: Vec<Piece<'_>> = Vec::new();
    for glyph in &sheet.glyphs {
        match found.last_mut() {
            Some(piece) if piece.takes(glyph, sheet, page_leftwards) => piece.add(glyph),
            _ => {
                found.push(Piece { glyphs: vec![glyph], left: glyph.u, right: glyph.end, v: glyph.v, size: glyph.size })
            }
        }
    }
    found
}

impl<'a> Piece<'a> {
    fn takes(&self, glyph: &Glyph, sheet: &Sheet, page_leftwards: bool) -> bool {
        let Some(last) = self.glyphs.last() else { return true };
        let size = self.size.max(glyph.size);
        let leftwards = [*last, glyph].iter().all(|it| order::way(sheet.letters(it)) != Way::Right);
        let apart = (glyph.v - last.v).abs();
        let level = if leftwards && page_leftwards {
            apart <= size
        } else {
            apart <= 0.3 * size || (apart <= 0.65 * size && self.is_raised(glyph))
        };
        let (ahead, back) = (glyph.u - last.end, last.u - glyph.end);
        let forth = ahead > -0.6 * size && ahead < CELL * size;
        let behind = leftwards && back > -0.6 * size && back < CELL * size;
        last.turn == glyph.turn && level && (forth || behind)
    }

    /// A footnote's number, an index: small, beside or after larger letters.
    fn is_raised(&self, glyph: &Glyph) -> bool {
        let last = self.glyphs.last().map_or(self.size, |it| it.size);
        glyph.size < 0.85 * self.size || last < 0.85 * self.size
    }

    fn add(&mut self, glyph: &'a Glyph) {
        self.left = self.left.min(glyph.u);
        self.right = self.right.max(glyph.end);
        if glyph.size > self.size * 1.05 {
            (self.size, self.v) = (glyph.size, glyph.v);
        }
        self.glyphs.push(glyph);
    }

    fn turn(&self) -> u16 {
        self.glyphs.first().map_or(0, |it| it.turn)
    }
}

fn on_one_row(a: &Piece<'_>, b: &Piece<'_>) -> bool {
    let size = a.size.max(b.size);
    let (gap, level) = (b.left.max(a.left) - b.right.min(a.right), (a.v - b.v).abs());
    a.turn() == b.turn() && level < 0.35 * a.size.min(b.size) && gap > -0.6 * size
}

/// The cells of a row as they are read: mostly one, the whole line.
fn cells(sheet: &Sheet, row: &[Piece<'_>], page_leftwards: bool) -> Vec<Line> {
    let mut pieces: Vec<&Piece<'_>> = row.iter().collect();
    pieces.sort_by(|a, b| a.left.total_cmp(&b.left));
    let mut cells: Vec<Vec<&Piece<'_>>> = Vec::new();
    let mut end = f32::MIN;
    for piece in pieces {
        match cells.last_mut() {
            Some(cell) if piece.left - end < CELL * piece.size => cell.push(piece),
            _ => cells.push(vec![piece]),
        }
        end = end.max(piece.right);
    }
    let leftwards = row_leftwards(sheet, row, page_leftwards);
    if leftwards {
        cells.reverse();
    }
    cells.iter().filter_map(|it| line(sheet, it, leftwards)).collect()
}

fn line(sheet: &Sheet, pieces: &[&Piece<'_>], leftwards: bool) -> Option<Line> {
    let first = pieces.first()?;
    let text = cell(sheet, pieces, leftwards);
    (!text.is_empty()).then(|| Line {
        text,
        turn: first.turn(),
        left: first.left,
        right: pieces.iter().map(|it| it.right).fold(first.left, f32::max),
        v: first.v,
        size: pieces.iter().map(|it| it.size).fold(0.0, f32::max),
        leftwards,
        cells: false,
    })
}

fn row_leftwards(sheet: &Sheet, row: &[Piece<'_>], page: bool) -> bool {
    let ways = || row.iter().flat_map(|it| &it.glyphs).map(|it| order::way(sheet.letters(it)));
    match (ways().any(|it| it == Way::Left), ways().any(|it| it == Way::Right)) {
        (true, false) => true,
        (false, true) => false,
        _ => page,
    }
}

/// The words of a cell in reading order.
fn cell(sheet: &Sheet, pieces: &[&Piece<'_>], leftwards: bool) -> String {
    let glyphs: Vec<&Glyph> = pieces.iter().flat_map(|it| seen_from_left(sheet, it)).collect();
    let space = SPACE + usual_gap(&glyphs);
    let mut units: Vec<(&str, bool)> = Vec::with_capacity(glyphs.len() * 2);
    let mut end: Option<f32> = None;
    let mut wide = false;
    for glyph in glyphs {
        let letters = sheet.letters(glyph);
        let widens = letters.chars().next().is_some_and(letters::is_wide);
        let space = match order::way(letters) {
            _ if wide && widens => 0.8,
            Way::Left => space + 0.07, // joined letters move closer or apart, and their spaces are letters of their own
            _ => space,
        };
        if !glyph.is_mark() {
            if end.is_some_and(|end| glyph.u - end > space * glyph.size) {
                units.push((" ", false));
            }
            end = Some(end.map_or(glyph.end, |end| end.max(glyph.end)));
            wide = widens;
        }
        units.push((letters, glyph.spelled));
    }
    let read = order::read(&units, leftwards);
    let words: Vec<&str> = read.split(' ').filter(|it| !it.is_empty()).collect();
    letters::unspaced(words.join(" "))
}

/// How far letters of one word stand apart, in their size: nothing, but for text that is spaced out.
fn usual_gap(glyphs: &[&Glyph]) -> f32 {
    let bases = || glyphs.iter().filter(|it| !it.is_mark());
    let mut gaps: Vec<f32> = bases().zip(bases().skip(1)).map(|(a, b)| (b.u - a.end) / a.size).collect();
    gaps.sort_by(f32::total_cmp);
    if gaps.len() < 4 { 0.0 } else { gaps.get(gaps.len() / 4).map_or(0.0, |it| it.clamp(0.0, 1.0)) }
}

/// The glyphs of a piece from left to right. Some programs draw word by word or letter by letter from right to left.
fn seen_from_left<'a>(sheet: &Sheet, piece: &Piece<'a>) -> Vec<&'a Glyph> {
    let mut chunks: Vec<Vec<&'a Glyph>> = Vec::new();
    let mut last: Option<&Glyph> = None;
    let (mut back, mut forth) = (0_usize, 0_usize);
    for glyph in &piece.glyphs {
        let returns = !glyph.is_mark() && last.is_some_and(|last| glyph.u < last.u - 0.05 * glyph.size);
        let letters = order::way(sheet.letters(glyph)) == Way::Left;
        back += usize::from(returns && letters);
        forth += usize::from(!returns && letters && !glyph.is_mark());
        match chunks.last_mut() {
            Some(chunk) if !returns => chunk.push(*glyph),
            _ => chunks.push(vec![*glyph]),
        }
        if !glyph.is_mark() {
            last = Some(*glyph);
        }
    }
    if back > forth {
        chunks.iter_mut().filter(|it| it.iter().skip(1).all(|mark| mark.is_mark())).for_each(|it| it.reverse());
    }
    let left = |chunk: &[&Glyph]| {
        let bases = chunk.iter().filter(|it| !it.is_mark()).map(|it| it.u);
        bases.reduce(f32::min).or_else(|| chunk.first().map(|it| it.u)).unwrap_or_default()
    };
    chunks.sort_by(|a, b| left(a).total_cmp(&left(b)));
    chunks.into_iter().flatten().collect()
}
