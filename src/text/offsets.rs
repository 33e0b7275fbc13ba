//! Code points to bytes and back: people, browsers and the stored anchors count code points, Rust counts bytes.

/// How many code points a text has.
pub fn count(text: &str) -> usize {
    text.chars().count()
}

/// The byte at which a code point begins; the text's end counts too. For many look-ups in one text use [`Index`].
pub fn byte_of(text: &str, point: usize) -> Option<usize> {
    text.char_indices().map(|(byte, _)| byte).chain([text.len()]).nth(point)
}

/// The passage between two code points, end excluded; none if it is not inside the text.
pub fn slice(text: &str, start: usize, end: usize) -> Option<&str> {
    let from = byte_of(text, start)?;
    let rest = text.get(from..)?;
    rest.get(..byte_of(rest, end.checked_sub(start)?)?)
}

/// Code points between two checkpoints: an 8-byte mark for at least as many bytes of text as this.
const STEP: usize = 256;

/// Checkpoints into one text, for many look-ups in it; ASCII needs none.
#[derive(Debug, Clone)]
pub struct Index<'a> {
    text: &'a str,
    points: usize,
    marks: Vec<usize>,
}

impl<'a> Index<'a> {
    /// Reads the text once.
    pub fn new(text: &'a str) -> Self {
        if text.is_ascii() {
            return Self { text, points: text.len(), marks: Vec::new() };
        }
        let (mut points, mut marks) = (0, Vec::new());
        for (byte, _) in text.char_indices() {
            if points % STEP == 0 {
                marks.push(byte);
            }
            points += 1;
        }
        Self { text, points, marks }
    }

    /// How many code points the text has.
    pub fn count(&self) -> usize {
        self.points
    }

    /// The byte at which a code point begins; the text's end counts too.
    pub fn byte_of(&self, point: usize) -> Option<usize> {
        if point >= self.points {
            return (point == self.points).then_some(self.text.len());
        }
        if self.marks.is_empty() {
            return Some(point);
        }
        let mark = *self.marks.get(point / STEP)?;
        Some(mark + byte_of(self.text.get(mark..)?, point % STEP)?)
    }

    /// The code point that begins at a byte; none inside a code point or outside the text.
    pub fn point_of(&self, byte: usize) -> Option<usize> {
        if !self.text.is_char_boundary(byte) {
            return None;
        }
        if self.marks.is_empty() {
            return Some(byte);
        }
        let number = self.marks.partition_point(|&mark| mark <= byte) - 1; // the first mark is 0
        let mark = *self.marks.get(number)?;
        Some(number * STEP + count(self.text.get(mark..byte)?))
    }

    /// The passage between two code points, end excluded; none if it is not inside the text.
    pub fn slice(&self, start: usize, end: usize) -> Option<&'a str> {
        self.text.get(self.byte_of(start)?..self.byte_of(end)?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn code_points_are_counted_not_bytes_or_utf_16_units() {
        let text = "a😀é𠀋";
        assert_eq!((count(text), byte_of(text, 2), byte_of(text, 4), byte_of(text, 5)), (4, Some(5), Some(11), None));
        assert_eq!((slice(text, 1, 2), slice(text, 3, 4)), (Some("😀"), Some("𠀋")));
        assert_eq!((slice(text, 2, 1), slice(text, 4, 4), slice(text, 3, 5)), (None, Some(""), None));
    }

    #[test]
    fn the_index_says_the_same_across_checkpoints() {
        for text in ["ascii ".repeat(300), "é😀 x".repeat(300), String::new()] {
            let index = Index::new(&text);
            for point in (0..count(&text) + 3).step_by(7) {
                assert_eq!(index.byte_of(point), byte_of(&text, point));
                assert_eq!(
                    index.byte_of(point).and_then(|byte| index.point_of(byte)),
                    byte_of(&text, point).map(|_| point)
                );
                assert_eq!(index.slice(point / 2, point), slice(&text, point / 2, point));
            }
        }
        assert_eq!(Index::new("é").point_of(1), None);
        assert_eq!(Index::new("e").point_of(2), None);
    }
}
