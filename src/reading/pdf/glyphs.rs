//! What a PDF draws: letters, each with its place on the page.

use std::ops::Range;

use hayro_interpret::font::{Glyph as Drawn, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::hayro_syntax::object::{Dict, String as Bytes};
use hayro_interpret::hayro_syntax::page::Page;
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Vec2};
use hayro_interpret::{BlendMode, ClipPath, Context, Device, DrawMode, DrawProps, Image, ImageDrawProps};
use hayro_interpret::{InterpreterCache, InterpreterSettings, RenderContent, SoftMask, interpret_page};

use super::letters;

/// Glyphs a page may have; what a page draws beyond them is not read.
pub(super) const MOST_ON_A_PAGE: usize = 1_000_000;

/// Bytes of letters a page may have.
const MOST_LETTERS: usize = 8_000_000;

/// One drawn glyph, in points, in a frame turned so that its text runs along `u` and its lines go down along `v`.
#[derive(Debug, Clone)]
pub(super) struct Glyph {
    pub(super) letters: Range<u32>,
    pub(super) turn: u16,
    pub(super) u: f32,
    pub(super) end: f32,
    pub(super) v: f32,
    pub(super) size: f32,
    /// The document says itself what is written here, in reading order.
    pub(super) spelled: bool,
}

impl Glyph {
    /// It takes no room of its own: an accent, a dot.
    pub(super) fn is_mark(&self) -> bool {
        self.end - self.u < 0.02 * self.size
    }
}

/// Everything one page draws as letters, in the order in which it draws.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    pub(super) text: String,
    pub(super) glyphs: Vec<Glyph>,
    /// Glyphs of which nothing tells what letters they are.
    pub(super) unknown: usize,
    /// More was drawn than is read.
    pub(super) full: bool,
}

impl Sheet {
    pub(super) fn letters(&self, glyph: &Glyph) -> &str {
        self.text.get(glyph.letters.start as usize..glyph.letters.end as usize).unwrap_or_default()
    }
}

/// Lets a page draw, and notes its letters.
pub(super) fn sheet<'a>(page: &Page<'a>, cache: &InterpreterCache<'a>) -> Sheet {
    let settings = InterpreterSettings { render_content: RenderContent::PAGE, ..Default::default() };
    let (width, height) = page.render_dimensions();
    let visible = Rect::new(0.0, 0.0, f64::from(width), f64::from(height));
    let upright = Affine::new(page.initial_transform(true).as_coeffs());
    let mut context = Context::new(upright, visible, cache, page.xref(), settings);
    let mut pen = Pen { sheet: Sheet::default(), visible, last: Vec::new(), open: 0, spelling: None };
    interpret_page(page, &mut context, &mut pen);
    pen.sheet
}

/// The outermost open passage whose letters the document spells: how many lie open around it, and the letters until
/// its first glyph has taken them.
struct Spelling {
    around: usize,
    letters: Option<String>,
}

struct Pen {
    sheet: Sheet,
    visible: Rect,
    /// Where the glyphs of the run before stood, and what they were.
    last: Vec<(Point, u32)>,
    /// Open passages of marked content.
    open: usize,
    spelling: Option<Spelling>,
}

impl Pen {
    fn glyph(&mut self, drawn: &Drawn<'_>, at: Affine, vertical: bool) {
        let along = turned(at, Vec2::new(1.0, 0.0));
        let size = turned(at, Vec2::new(0.0, 1.0)).hypot() * 1000.0;
        let advance = match drawn {
            Drawn::Outline(glyph) => glyph.advance_width(),
            Drawn::Type3(glyph) => glyph.advance_width(),
        };
        let length = f64::from(advance.unwrap_or(500.0)) * along.hypot();
        let size = if matches!(drawn, Drawn::Type3(_)) { size.max(length * 1.6) } else { size };
        let (length, angle) =
            if vertical { (size, along.atan2() + std::f64::consts::FRAC_PI_2) } else { (length, along.atan2()) };
        let origin = at * Point::ZERO;
        let (sine, cosine) = angle.sin_cos();
        let (u, v) = (origin.x * cosine + origin.y * sine, origin.y * cosine - origin.x * sine);
        if ![u, v, size, length].iter().all(|it| it.is_finite() && it.abs() < 1e6) || size < 0.1 {
            return;
        }
        let margin = size;
        if !self.visible.inflate(margin, margin).contains(origin) {
            return;
        }
        let start = self.sheet.text.len();
        let spelled = self.write(drawn);
        let turn = (angle.to_degrees().round() as i32).rem_euclid(360) as u16;
        self.sheet.glyphs.push(Glyph {
            letters: start as u32..self.sheet.text.len() as u32,
            turn,
            u: u as f32,
            end: (u + length) as f32,
            v: v as f32,
            size: size as f32,
            spelled,
        });
    }

    /// Notes the letters of a glyph: what the document spells out for the whole passage, else the glyph's own.
    fn write(&mut self, drawn: &Drawn<'_>) -> bool {
        let spelled = self.spelling.as_mut().map(|it| it.letters.take().unwrap_or_default());
        match (spelled, drawn.as_unicode()) {
            (Some(words), _) => letters::push(&mut self.sheet.text, &words),
            (None, Some(BfString::Char(letter))) => {
                letters::push(&mut self.sheet.text, letter.encode_utf8(&mut [0; 4]));
            }
            (None, Some(BfString::String(letters))) => letters::push(&mut self.sheet.text, &letters),
            (None, None) => {
                self.sheet.unknown += 1;
                self.sheet.text.push('\u{FFFD}');
            }
        }
        self.spelling.is_some()
    }

    /// Bold is often the same letters drawn again, a hair's breadth beside themselves.
    fn is_drawn_again(&self, run: &[(Point, u32)], hair: f64) -> bool {
        run.len() == self.last.len()
            && run.iter().zip(&self.last).all(|(new, old)| new.1 == old.1 && new.0.distance(old.0) < hair)
    }
}

fn turned(by: Affine, vector: Vec2) -> Vec2 {
    let [a, b, c, d, ..] = by.as_coeffs();
    Vec2::new(a * vector.x + c * vector.y, b * vector.x + d * vector.y)
}

impl<'a> Device<'a> for Pen {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, _: &DrawMode) {
        let places: Vec<_> = run.glyphs().iter().map(|it| (props.transform * it.transform(), it)).collect();
        let marks: Vec<_> = places.iter().map(|(at, it)| (*at * Point::ZERO, it.char_code())).collect();
        let size = places.first().map_or(0.0, |(at, _)| turned(*at, Vec2::new(0.0, 1.0)).hypot() * 1000.0);
        if self.is_drawn_again(&marks, size * 0.1) {
            return;
        }
        self.last = marks;
        let vertical = run.writing_mode() == WritingMode::Vertical;
        for (at, glyph) in places {
            if self.sheet.glyphs.len() >= MOST_ON_A_PAGE || self.sheet.text.len() >= MOST_LETTERS {
                self.sheet.full = true;
                return;
            }
            self.glyph(glyph, at, vertical);
        }
    }

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        if self.spelling.is_none()
            && let Some(letters) = properties.and_then(|it| it.get::<Bytes<'_>>(b"ActualText".as_slice()))
        {
            let letters = Some(letters::from_document(letters.as_bytes()));
            self.spelling = Some(Spelling { around: self.open, letters });
        }
        self.open += 1;
    }

    fn end_marked_content(&mut self) {
        self.open = self.open.saturating_sub(1);
        if self.spelling.as_ref().is_some_and(|it| it.around >= self.open) {
            self.spelling = None;
        }
    }

    fn draw_path(&mut self, _: &BezPath, _: DrawProps<'a>, _: &DrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_clip_rect(&mut self, _: &Rect) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'a, '_>, _: ImageDrawProps<'a>) {}
    fn draw_rect(&mut self, _: &Rect, _: DrawProps<'a>, _: &DrawMode) {}
    fn pop_clip(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
