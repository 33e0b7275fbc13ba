//! One stretch of text that no sentence crosses, read by bytes and by characters.

#[derive(Clone, Copy)]
pub(super) struct Block<'a>(pub &'a str);

impl<'a> Block<'a> {
    pub(super) fn len(self) -> usize {
        self.0.len()
    }

    pub(super) fn byte(self, at: usize) -> u8 {
        self.0.as_bytes().get(at).copied().unwrap_or(0)
    }

    pub(super) fn from(self, at: usize) -> &'a str {
        self.0.get(at..).unwrap_or_default()
    }

    pub(super) fn to(self, at: usize) -> &'a str {
        self.0.get(..at).unwrap_or_default()
    }

    pub(super) fn between(self, start: usize, end: usize) -> &'a str {
        self.0.get(start..end).unwrap_or_default()
    }

    /// The character at a byte, NUL past the end.
    pub(super) fn at(self, at: usize) -> char {
        match self.byte(at) {
            byte if byte < 0x80 => char::from(byte),
            _ => self.from(at).chars().next().unwrap_or('\0'),
        }
    }

    /// The character before a byte, NUL at the start.
    pub(super) fn before(self, at: usize) -> char {
        match at.checked_sub(1).map(|it| self.byte(it)) {
            None => '\0',
            Some(byte) if byte < 0x80 => char::from(byte),
            Some(_) => self.to(at).chars().next_back().unwrap_or('\0'),
        }
    }

    /// Past all characters of a kind.
    pub(super) fn skip(self, from: usize, kind: impl Fn(char) -> bool) -> usize {
        let rest = self.from(from);
        from + rest.find(|c| !kind(c)).unwrap_or(rest.len())
    }

    pub(super) fn skip_space(self, from: usize) -> usize {
        match self.byte(from) {
            b'!'..=b'~' => from,
            _ => self.skip(from, char::is_whitespace),
        }
    }

    /// The characters before a byte, the nearest first.
    pub(super) fn backwards(self, from: usize) -> impl Iterator<Item = (usize, char)> + 'a {
        self.to(from).char_indices().rev()
    }

    /// The word at a byte: letters and what holds them together.
    pub(super) fn word_at(self, at: usize, longest: usize) -> &'a str {
        let rest = self.from(at);
        let end = rest.char_indices().take(longest).find(|(_, c)| !c.is_alphabetic()).map(|(end, _)| end);
        let end = end.or_else(|| rest.char_indices().nth(longest).map(|(end, _)| end)).unwrap_or(rest.len());
        rest.get(..end).unwrap_or_default()
    }

    /// What stands at a byte up to the next white space, cut off after so many characters.
    pub(super) fn token_at(self, at: usize, longest: usize) -> &'a str {
        let rest = self.from(at);
        let end = rest.char_indices().enumerate().find(|(n, (_, c))| *n == longest || c.is_whitespace());
        rest.get(..end.map_or(rest.len(), |(_, (end, _))| end)).unwrap_or_default()
    }
}
