//! A drawing under way: marks from left to right, mirrored where the page reads from right to left.

use std::fmt::Write as _;

use super::words::{clipped, fitted, width};
use super::{Dir, Frame, MOST_SERIES};

/// Units across every drawing; a page scales them to what it has.
pub(super) const WIDTH: f64 = 360.0;
/// From one line of words to the next.
pub(super) const LINE: f64 = 18.0;
const MOST_IN_NAME: u32 = 300;
const MOST_IN_DESCRIPTION: u32 = 1_500;
const MOST_IN_HINT: u32 = 160;

/// Where words stand to their place.
#[derive(Clone, Copy)]
pub(super) enum Anchor {
    Start,
    Middle,
    End,
}

/// How a series looks: its place tells the pattern, its tone the colour.
#[derive(Clone, Copy)]
pub(super) struct Paint<'a> {
    pub series: usize,
    pub tone: Option<&'a str>,
}

impl Paint<'_> {
    fn class(&self) -> String {
        let tone = self.tone.map(name_only).filter(|it| !it.is_empty());
        let tone = tone.map(|it| format!(" tone-{it}")).unwrap_or_default();
        format!("s{}{tone}", self.series % MOST_SERIES)
    }
}

/// What a legend shows before a name.
#[derive(Clone, Copy)]
pub(super) enum Swatch<'a> {
    Area(Paint<'a>),
    Stroke(Paint<'a>),
    Mark(&'static str),
}

pub(super) struct Canvas<'a> {
    pub frame: &'a Frame<'a>,
    defs: String,
    body: String,
}

impl<'a> Canvas<'a> {
    pub fn new(frame: &'a Frame<'a>) -> Self {
        Self { frame, defs: String::new(), body: String::new() }
    }

    /// Words in a width from `x`, shortened if they are longer.
    pub fn text(&mut self, class: &str, anchor: Anchor, (x, y): (f64, f64), room: f64, words: &str) {
        let anchor = match anchor {
            Anchor::Start => "",
            Anchor::Middle => " text-anchor=\"middle\"",
            Anchor::End => " text-anchor=\"end\"",
        };
        let (x, y, words) = (short(self.mirrored(x)), short(y), fitted(words, room));
        _ = write!(self.body, "<text class=\"{class}\" x=\"{x}\" y=\"{y}\"{anchor}>{words}</text>");
    }

    /// A number, whole or not at all: half of its digits would be another number.
    pub fn number(&mut self, class: &str, anchor: Anchor, place: (f64, f64), room: f64, words: &str) {
        self.text(class, anchor, place, room, if width(words) > room { "…" } else { words });
    }

    /// A thin line.
    pub fn rule(&mut self, class: &str, (x1, y1): (f64, f64), (x2, y2): (f64, f64)) {
        let (x1, x2) = (short(self.mirrored(x1)), short(self.mirrored(x2)));
        let (y1, y2) = (short(y1), short(y2));
        _ = write!(self.body, "<path class=\"{class}\" d=\"M{x1} {y1}L{x2} {y2}\"/>");
    }

    /// A rectangle of one kind of mark.
    pub fn block(&mut self, class: &str, (x, y): (f64, f64), (w, h): (f64, f64)) {
        let (x, y, w, h) = self.corner(x, y, w, h);
        _ = write!(self.body, "<rect class=\"{class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"/>");
    }

    /// A rectangle of a series; `hint` is shown to who points at it.
    pub fn area(&mut self, paint: Paint, (x, y): (f64, f64), (w, h): (f64, f64), hint: &str) {
        let (x, y, w, h) = self.corner(x, y, w, h);
        let (class, hint) = (paint.class(), clipped(hint, MOST_IN_HINT));
        let fill = match paint.series % MOST_SERIES {
            0 => String::new(),
            series => format!(" fill=\"url(#{}-{series})\"", name_only(self.frame.id)),
        };
        _ = write!(
            self.body,
            "<rect class=\"area {class}\" x=\"{x}\" y=\"{y}\" width=\"{w}\" height=\"{h}\"{fill}><title>{hint}</title></rect>"
        );
    }

    /// A line through points.
    pub fn path(&mut self, paint: Paint, points: &[(f64, f64)]) {
        let points: Vec<String> =
            points.iter().map(|(x, y)| format!("{} {}", short(self.mirrored(*x)), short(*y))).collect();
        _ = write!(self.body, "<path class=\"line {}\" d=\"M{}\"/>", paint.class(), points.join("L"));
    }

    /// A dot; `hint` is shown to who points at it.
    pub fn dot(&mut self, paint: Paint, (x, y): (f64, f64), radius: f64, hint: &str) {
        let (x, y, r) = (short(self.mirrored(x)), short(y), short(radius));
        let (class, hint) = (paint.class(), clipped(hint, MOST_IN_HINT));
        _ = write!(
            self.body,
            "<circle class=\"dot {class}\" cx=\"{x}\" cy=\"{y}\" r=\"{r}\"><title>{hint}</title></circle>"
        );
    }

    /// The patterns of these series; the first one is plain.
    pub fn patterns<'p>(&mut self, paints: impl Iterator<Item = Paint<'p>>) {
        for paint in paints.filter(|it| it.series % MOST_SERIES > 0) {
            let series = paint.series % MOST_SERIES;
            let drawn = match series {
                1 => "<path d=\"M-1 1L1-1M0 5L5 0M4 6L6 4\"/>",
                2 => "",
                3 => "<path d=\"M0 1.25H5\"/>",
                4 => "<path d=\"M1.25 1.25h1.6M3.75 3.75h1.6M-.9 3.75h1\"/>",
                _ => "<path d=\"M0 0L5 5M0 5L5 0\"/>",
            };
            let (id, class) = (name_only(self.frame.id), paint.class());
            _ = write!(
                self.defs,
                "<pattern id=\"{id}-{series}\" class=\"{class}\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><rect class=\"ground\" width=\"5\" height=\"5\"/>{drawn}</pattern>"
            );
        }
    }

    /// Names with what they stand for, in as many lines as they need; the height they take.
    pub fn legend(&mut self, names: &[(Swatch, &str)]) -> f64 {
        const MARK: f64 = 18.0;
        let (mut x, mut y) = (0.0, 13.0);
        for (swatch, name) in names {
            let room = (MARK + width(name) + 14.0).min(WIDTH);
            if x > 0.0 && x + room > WIDTH + 14.0 {
                (x, y) = (0.0, y + LINE);
            }
            match swatch {
                Swatch::Area(paint) => self.area(*paint, (x + 0.5, y - 9.5), (11.0, 9.0), name),
                Swatch::Stroke(paint) => self.path(*paint, &[(x, y - 4.5), (x + 14.0, y - 4.5)]),
                Swatch::Mark("median") => self.rule("median", (x + 6.0, y - 11.0), (x + 6.0, y + 1.0)),
                Swatch::Mark("one") => self.dot(Paint { series: 0, tone: None }, (x + 6.0, y - 4.5), 2.2, name),
                Swatch::Mark(class) => self.block(class, (x, y - 9.5), (12.0, 9.0)),
            }
            self.text("name", Anchor::Start, (x + MARK, y), WIDTH - x - MARK, name);
            x += room;
        }
        if names.is_empty() { 0.0 } else { y + 11.0 }
    }

    /// The drawing as text.
    pub fn done(self, height: f64) -> String {
        let (title, desc) = (clipped(self.frame.title, MOST_IN_NAME), clipped(self.frame.desc, MOST_IN_DESCRIPTION));
        let dir = if self.rtl() { "rtl" } else { "ltr" };
        let defs = if self.defs.is_empty() { String::new() } else { format!("<defs>{}</defs>", self.defs) };
        let (width, height, body) = (short(WIDTH), short(height), self.body);
        format!(
            "<svg class=\"chart\" role=\"img\" viewBox=\"0 0 {width} {height}\" direction=\"{dir}\" xmlns=\"http://www.w3.org/2000/svg\"><title>{title}</title><desc>{desc}</desc>{defs}{body}</svg>"
        )
    }

    /// A chart of nothing says so.
    pub fn nothing(mut self) -> String {
        self.rule("base", (0.0, 0.5), (WIDTH, 0.5));
        self.text("name", Anchor::Start, (0.0, 24.0), WIDTH, self.frame.empty);
        self.done(36.0)
    }

    fn rtl(&self) -> bool {
        self.frame.dir == Dir::RightToLeft
    }

    fn mirrored(&self, x: f64) -> f64 {
        if self.rtl() { WIDTH - x } else { x }
    }

    fn corner(&self, x: f64, y: f64, w: f64, h: f64) -> (String, String, String, String) {
        let left = if self.rtl() { WIDTH - x - w } else { x };
        (short(left), short(y), short(w), short(h))
    }
}

/// A tenth of a unit is finer than any screen.
fn short(number: f64) -> String {
    let tenths = (number * 10.0).round() / 10.0;
    format!("{}", if tenths == 0.0 { 0.0 } else { tenths })
}

fn name_only(name: &str) -> String {
    name.chars().filter(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')).take(60).collect()
}
