//! Words and marks of a passage, in code points, as the rules about who said what read them.

/// What a token is: a word, a mark, or a whole quotation, whose words say nothing about who is speaking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::text) enum Kind {
    Word,
    Mark(char),
    Quote,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::text) struct Token {
    pub start: usize,
    pub end: usize,
    pub kind: Kind,
    /// The word in small letters, typographic apostrophes made straight; empty for a mark.
    pub lower: String,
    /// The word begins with a capital letter.
    pub capital: bool,
    /// All letters of the word are capitals, and not all of the passage's.
    pub acronym: bool,
}

impl Token {
    pub fn is_word(&self) -> bool {
        self.kind == Kind::Word
    }

    /// "WHO" and "US" in capitals, which are no pronouns, unless all around them is in capitals.
    pub fn is_acronym(&self) -> bool {
        self.acronym && self.is_any(&["who", "us"])
    }

    pub fn is(&self, word: &str) -> bool {
        self.kind == Kind::Word && self.lower == word
    }

    pub fn is_any(&self, words: &[&str]) -> bool {
        self.kind == Kind::Word && words.contains(&self.lower.as_str())
    }

    pub fn mark(&self) -> Option<char> {
        match self.kind {
            Kind::Mark(mark) => Some(mark),
            _ => None,
        }
    }

    /// The word without "'s" or a last apostrophe.
    pub fn stem(&self) -> &str {
        self.lower.strip_suffix("'s").unwrap_or(&self.lower).trim_end_matches('\'')
    }

    pub fn is_possessive(&self) -> bool {
        self.lower.ends_with("'s") || self.lower.ends_with('\'')
    }
}

/// Letters, digits, and what belongs to a letter in scripts that join.
pub(in crate::text) fn is_letter(c: char) -> bool {
    c.is_alphanumeric()
        || matches!(u32::from(c), 0x300..=0x36F | 0x64B..=0x65F | 0x670 | 0x900..=0x903 | 0x93C..=0x94D | 0x200C | 0x200D)
}

fn is_joint(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ' | '-' | '‑' | '.' | '&' | '_' | '@' | ',' | ':' | '·' | '・')
}

/// Whether the mark between two letters keeps them one word: "o'clock", "U.S", "3,500", "10:15".
fn joins(before: char, mark: char, after: char) -> bool {
    is_letter(after)
        && match mark {
            ',' | ':' => before.is_ascii_digit() && after.is_ascii_digit(),
            _ => is_joint(mark),
        }
}

/// The tokens of `chars`, which begin at code point `first`; each span of `quotes` (sorted, absolute) is one token.
pub(in crate::text) fn tokens(chars: &[char], first: usize, quotes: &[(usize, usize)]) -> Vec<Token> {
    let at = |index: usize| chars.get(index).copied().unwrap_or('\0');
    let mut found: Vec<Token> = Vec::new();
    let mut quotes = quotes.iter().copied().peekable();
    let mut index = 0;
    while index < chars.len() {
        while quotes.next_if(|it| it.1 <= first + index).is_some() {}
        if let Some(&(from, to)) = quotes.peek().filter(|it| it.0 <= first + index) {
            let end = to.min(first + chars.len());
            found.push(Token { start: from.max(first), end, ..plain(Kind::Quote) });
            index = end - first;
            continue;
        }
        let c = at(index);
        if c.is_whitespace() {
            index += 1;
            continue;
        }
        let start = index;
        index += 1;
        if !is_letter(c) {
            let (start, end) = (first + start, first + index);
            found.push(Token { start, end, ..plain(Kind::Mark(c)) });
            continue;
        }
        let limit = quotes.peek().map_or(chars.len(), |it| (it.0 - first).min(chars.len()));
        while index < limit && (is_letter(at(index)) || joins(at(index - 1), at(index), at(index + 1))) {
            index += 1;
        }
        if matches!(at(index), '\'' | '’') && index < limit && at(index - 1) == 's' && at(index + 1) == ' ' {
            index += 1;
        }
        found.push(word(chars.get(start..index).unwrap_or_default(), first + start));
    }
    let shouts = found.iter().filter(|it| it.is_word()).all(|it| it.acronym || it.lower.len() == 1);
    found.iter_mut().filter(|_| shouts).for_each(|it| it.acronym = false);
    found
}

fn plain(kind: Kind) -> Token {
    Token { start: 0, end: 0, kind, lower: String::new(), capital: false, acronym: false }
}

fn word(letters: &[char], start: usize) -> Token {
    let lower = letters.iter().flat_map(|it| it.to_lowercase()).map(|it| if it == '’' { '\'' } else { it }).collect();
    let apostrophe = letters.iter().take(5).position(|it| matches!(it, '\'' | '’'));
    let article = apostrophe.is_some_and(|at| letters.iter().take(at).all(|it| it.is_lowercase()));
    let initial = apostrophe.filter(|_| article).map_or(0, |at| at + 1);
    let capital = letters.get(initial).is_some_and(|it| it.is_uppercase());
    let acronym = letters.len() > 1 && letters.iter().all(|it| it.is_uppercase());
    Token { start, end: start + letters.len(), kind: Kind::Word, lower, capital, acronym }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_keep_their_apostrophes_and_quotations_are_one_token() {
        let chars: Vec<char> = "Dr. O’Neil’s 3,500 boats, “so be it”, U.S. teachers’ pay".chars().collect();
        let found = tokens(&chars, 10, &[(36, 46)]);
        let words: Vec<&str> = found.iter().filter(|it| it.is_word()).map(|it| it.lower.as_str()).collect();
        assert_eq!(words, ["dr", "o'neil's", "3,500", "boats", "u.s", "teachers'", "pay"]);
        assert_eq!(found.iter().filter(|it| it.kind == Kind::Quote).count(), 1);
        assert_eq!(found.get(2).map(|it| (it.start, it.stem(), it.is_possessive())), Some((14, "o'neil", true)));
    }
}
