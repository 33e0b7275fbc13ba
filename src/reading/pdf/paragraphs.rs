//! Lines become paragraphs.

use super::letters::is_wide;
use super::lines::Line;

/// What parts a line from the one before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Break {
    /// The same sentence goes on.
    Space,
    /// A new line: of a list, a table, an address.
    Line,
    /// A new paragraph.
    Paragraph,
}

/// A line of running text, with what parts it from the one before.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Flowing {
    pub(super) before: Break,
    pub(super) text: String,
}

/// The lines of a page with their breaks, in the order in which they were drawn; text that stands another way than
/// most of the page comes last.
pub(super) fn flowing(lines: Vec<Line>) -> Vec<Flowing> {
    let main = main_turn(&lines);
    let (upright, aside): (Vec<Line>, Vec<Line>) = lines.into_iter().partition(|it| it.turn == main);
    [upright, aside].into_iter().flat_map(flow).collect()
}

fn main_turn(lines: &[Line]) -> u16 {
    let mut counts = std::collections::BTreeMap::<u16, usize>::new();
    for line in lines {
        *counts.entry(line.turn).or_default() += line.text.len();
    }
    counts.into_iter().max_by_key(|(turn, count)| (*count, u16::MAX - turn)).map_or(0, |(turn, _)| turn)
}

fn flow(lines: Vec<Line>) -> Vec<Flowing> {
    let mut all = Vec::with_capacity(lines.len());
    for block in lines.chunk_by(in_one_block) {
        let block = Block::of(block);
        let mut before: Option<&Line> = None;
        for line in block.lines {
            let gap = before.map_or(Break::Paragraph, |it| block.between(it, line));
            all.push(Flowing { before: gap, text: line.text.clone() });
            before = Some(line);
        }
    }
    all
}

/// Close below, over one another, of one size.
fn in_one_block(a: &Line, b: &Line) -> bool {
    let (small, large) = (a.size.min(b.size), a.size.max(b.size));
    let (step, overlap) = (b.v - a.v, a.right.min(b.right) - a.left.max(b.left));
    a.turn == b.turn && large < 1.2 * small && step > 0.4 * small && step < 3.0 * large && overlap > 0.0
}

/// Lines of one column that may be one paragraph or several.
struct Block<'a> {
    lines: &'a [Line],
    left: f32,
    right: f32,
    /// How far below one another its lines mostly stand.
    step: f32,
    leftwards: bool,
}

impl<'a> Block<'a> {
    fn of(lines: &'a [Line]) -> Self {
        let mut steps: Vec<f32> = lines.iter().zip(lines.iter().skip(1)).map(|(a, b)| b.v - a.v).collect();
        steps.sort_by(f32::total_cmp);
        let leftwards = lines.iter().filter(|it| it.leftwards).count() * 2 > lines.len();
        Self {
            lines,
            left: lines.iter().map(|it| it.left).fold(f32::MAX, f32::min),
            right: lines.iter().map(|it| it.right).fold(f32::MIN, f32::max),
            step: steps.get(steps.len() / 3).copied().unwrap_or_default(),
            leftwards,
        }
    }

    fn between(&self, a: &Line, b: &Line) -> Break {
        if b.v - a.v > 1.3 * self.step || b.v - a.v > 2.2 * a.size.max(b.size) && !self.leftwards {
            return Break::Paragraph;
        }
        if a.cells || b.cells || begins_with_a_bullet(&b.text) {
            return Break::Line;
        }
        let indented = self.start(b) > 0.8 * b.size && self.start(a) < 0.5 * a.size;
        if indented && (ends_a_sentence(&a.text) || self.had_room(a, b)) {
            return Break::Paragraph;
        }
        match self.had_room(a, b) {
            true if ends_a_sentence(&a.text) => Break::Paragraph,
            true => Break::Line,
            false => Break::Space,
        }
    }

    fn start(&self, line: &Line) -> f32 {
        if self.leftwards { self.right - line.right } else { line.left - self.left }
    }

    /// The next line's first word would have fitted: the line was ended on purpose.
    fn had_room(&self, a: &Line, b: &Line) -> bool {
        let room = if self.leftwards { a.left - self.left } else { self.right - a.right };
        let letters = b.text.chars().count().max(1) as f32;
        let letter = (b.right - b.left) / letters;
        let word = b.text.chars().take(40).take_while(|it| *it != ' ' && !is_wide(*it)).count().max(1) as f32;
        let sure = if ends_a_sentence(&a.text) { 1.15 } else { 1.5 };
        room > sure * (word + 1.0) * letter + 0.6 * a.size
    }
}

fn ends_a_sentence(text: &str) -> bool {
    let closing = |it: char| matches!(it, '"' | '\'' | '”' | '’' | '»' | ')' | ']' | '」' | '』');
    text.trim_end_matches(closing).ends_with(['.', '!', '?', '…', ':', '。', '！', '？', '؟', '۔', '।'])
}

fn begins_with_a_bullet(text: &str) -> bool {
    const BULLETS: [char; 12] = ['•', '‣', '◦', '▪', '▫', '■', '□', '●', '○', '–', '-', '\u{F0B7}'];
    let mut letters = text.chars();
    letters.next().is_some_and(|it| BULLETS.contains(&it)) && letters.next().is_none_or(|it| it == ' ' || it == '\t')
}
