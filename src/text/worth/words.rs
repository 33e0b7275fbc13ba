//! The words of a sentence as the lists and the hashing see them: small letters, folded spelling, numbers whole.

/// How many code points of a sentence are examined; what follows them changes neither score nor reasons.
pub(super) const EXAMINED: usize = 4_000;

/// What a word is made of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Make {
    Letters,
    Number,
    /// One character of a script that writes no spaces.
    Ideograph,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    start: usize,
    end: usize,
    pub(super) make: Make,
    pub(super) capital: bool,
    /// Two or more letters, all of them capitals.
    pub(super) shouted: bool,
    /// A number between 1500 and 2099 with four digits, "1990s" too.
    pub(super) year: bool,
    /// Separated from the word before by more than a space: "Texas, Ohio".
    pub(super) apart: bool,
}

/// Marks that count by themselves.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Marks {
    pub(super) percent: u32,
    pub(super) currency: u32,
    pub(super) question: u32,
    pub(super) exclamation: u32,
    pub(super) quotation: u32,
    pub(super) tag: u32,
    pub(super) colon: u32,
    pub(super) bracket: u32,
    pub(super) comma: u32,
    pub(super) last: Option<char>,
}

#[derive(Debug, Clone, Default)]
pub(super) struct Words {
    folded: String,
    words: Vec<Word>,
    pub(super) marks: Marks,
}

impl Words {
    pub(super) fn of(sentence: &str) -> Self {
        let mut words = Self::default();
        let mut open: Option<Word> = None;
        let mut apart = true;
        let mut chars = sentence.chars().take(EXAMINED).peekable();
        while let Some(c) = chars.next() {
            let next = chars.peek().copied();
            if let Some(make) = make_of(c) {
                if let Some(word) = open.filter(|word| !joins(word.make, make)) {
                    words.close(word);
                    open = None;
                }
                let word = open.get_or_insert_with(|| words.begin(make, c, apart));
                apart = false;
                word.shouted &= c.is_uppercase();
                words.fold(c);
                word.end = words.folded.len();
            } else if is_apostrophe(c) && open.is_some() && next.is_some_and(char::is_alphabetic) {
                open = open.take().and_then(|word| words.apostrophe(word));
            } else if is_inner(c) && next.is_some_and(|it| continues(open, it)) {
                words.folded.push(c);
            } else {
                open.take().into_iter().for_each(|word| words.close(word));
                apart |= !c.is_whitespace();
                words.marks.count(c);
            }
        }
        open.into_iter().for_each(|word| words.close(word));
        words
    }

    fn begin(&mut self, make: Make, c: char, apart: bool) -> Word {
        let beside = make == Make::Ideograph && !apart && self.words.last().is_some_and(|it| it.make == make);
        if !self.folded.is_empty() && !beside {
            self.folded.push(' ');
        }
        let start = self.folded.len();
        Word { start, end: start, make, capital: c.is_uppercase(), shouted: true, year: false, apart }
    }

    /// "we'll" is "we" and "'ll", "l'anno" is "l" and "anno": what follows an apostrophe is a word of its own.
    fn apostrophe(&mut self, word: Word) -> Option<Word> {
        self.close(word);
        self.folded.push(' ');
        let start = self.folded.len();
        self.folded.push('\'');
        Some(Word {
            start,
            end: start + 1,
            make: Make::Letters,
            capital: false,
            shouted: false,
            year: false,
            apart: false,
        })
    }

    fn close(&mut self, mut word: Word) {
        if word.end > word.start {
            let text = self.folded.get(word.start..word.end).unwrap_or_default();
            if text.starts_with('\'') && text.len() > 3 {
                word.start += 1;
            }
            word.shouted &= word.make == Make::Letters && text.len() > 1;
            word.year = word.make == Make::Number && is_year(text);
            self.words.push(word);
        }
    }

    fn fold(&mut self, c: char) {
        if c.is_ascii() {
            self.folded.push(c.to_ascii_lowercase());
        } else if let Some(digit) = digit(c) {
            self.folded.push(digit);
        } else {
            self.folded.extend(c.to_lowercase().filter_map(folded));
        }
    }

    pub(super) fn len(&self) -> usize {
        self.words.len()
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = &Word> {
        self.words.iter()
    }

    pub(super) fn get(&self, at: usize) -> Option<&Word> {
        self.words.get(at)
    }

    pub(super) fn text(&self, word: &Word) -> &str {
        self.folded.get(word.start..word.end).unwrap_or_default()
    }

    /// The words from one on, as they stand in a list: with one space between, or none between ideographs.
    pub(super) fn phrase(&self, from: usize, length: usize) -> Option<&str> {
        let (first, last) = (self.words.get(from)?, self.words.get(from + length.checked_sub(1)?)?);
        self.folded.get(first.start..last.end)
    }
}

impl Marks {
    fn count(&mut self, c: char) {
        match c {
            '%' | '٪' | '％' | '‰' => self.percent += 1,
            '$' | '€' | '£' | '¥' | '₹' | '₺' | '₽' | '₩' | '￥' | '₨' | '﷼' | '＄' | '₫' | '₴' => {
                self.currency += 1
            }
            '?' | '؟' | '？' => self.question += 1,
            '!' | '！' => self.exclamation += 1,
            '"' | '“' | '”' | '„' | '«' | '»' | '「' | '」' => self.quotation += 1,
            '#' | '@' => self.tag += 1,
            ':' | '：' => self.colon += 1,
            '[' | ']' => self.bracket += 1,
            ',' | '،' | '、' | '，' => self.comma += 1,
            _ => {}
        }
        if !c.is_whitespace() && !matches!(c, '"' | '“' | '”' | '«' | '»' | '\'' | '’' | ')' | '」') {
            self.last = Some(c);
        }
    }
}

/// A word folded as the words of a sentence are, so that a list may be written in ordinary spelling.
pub(super) fn fold(entry: &str) -> String {
    let mut words = Words::default();
    entry.chars().for_each(|c| words.fold(c));
    words.folded
}

fn make_of(c: char) -> Option<Make> {
    match c {
        'a'..='z' | 'A'..='Z' => Some(Make::Letters),
        '0'..='9' => Some(Make::Number),
        _ if c.is_ascii() => None,
        '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}' => {
            Some(Make::Ideograph)
        }
        '\u{0E00}'..='\u{0E4E}' => Some(Make::Ideograph),
        '\u{94D}' | '\u{93C}' | '\u{9CD}' | '\u{200C}' | '\u{200D}' | '\u{300}'..='\u{36F}' => Some(Make::Letters),
        _ if digit(c).is_some() => Some(Make::Number),
        _ if c.is_alphabetic() => Some(Make::Letters),
        _ => None,
    }
}

/// Letters after digits stay with them ("2nd", "1990s"), digits after letters too ("G20").
fn joins(word: Make, next: Make) -> bool {
    word != Make::Ideograph && next != Make::Ideograph
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | 'ʼ')
}

fn is_inner(c: char) -> bool {
    matches!(c, ',' | '.' | '٬' | '٫')
}

fn continues(open: Option<Word>, next: char) -> bool {
    open.is_some_and(|word| word.make == Make::Number) && digit(next).is_some()
}

/// The ASCII form of a decimal digit of the scripts we know.
fn digit(c: char) -> Option<char> {
    let zero = match c {
        '0'..='9' => '0',
        '\u{660}'..='\u{669}' => '\u{660}',
        '\u{6F0}'..='\u{6F9}' => '\u{6F0}',
        '\u{966}'..='\u{96F}' => '\u{966}',
        '\u{9E6}'..='\u{9EF}' => '\u{9E6}',
        '\u{FF10}'..='\u{FF19}' => '\u{FF10}',
        _ => return None,
    };
    char::from_digit(u32::from(c) - u32::from(zero), 10)
}

fn folded(c: char) -> Option<char> {
    match c {
        'أ' | 'إ' | 'آ' | 'ٱ' => Some('ا'),
        'ى' | 'ی' | 'ئ' => Some('ي'),
        'ة' | 'ہ' | 'ۀ' | 'ۂ' | 'ۃ' | 'ھ' => Some('ه'),
        'ک' => Some('ك'),
        'ؤ' => Some('و'),
        'ё' => Some('е'),
        '\u{95B}' => Some('ज'),
        '\u{95C}' => Some('ड'),
        '\u{95D}' => Some('ढ'),
        '\u{95E}' => Some('फ'),
        '\u{200C}' | '\u{200D}' | '\u{640}' | '\u{64B}'..='\u{652}' | '\u{93C}' | '\u{300}'..='\u{36F}' => None,
        _ => Some(c),
    }
}

fn is_year(number: &str) -> bool {
    let digits = number.strip_suffix('s').unwrap_or(number);
    digits.len() == 4 && digits.parse().is_ok_and(|it: u32| (1500..2100).contains(&it))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_folded_and_numbers_whole() {
        let cases = [
            ("We'll spend $1,300.50 in the 1990s.", "we|'ll|spend|1,300.50|in|the|1990s"),
            ("Don’t say “L'Anno”!", "don|'t|say|l|anno"),
            ("٪۱۲ أحمد می‌شود", "12|احمد|ميشود"),
            ("2019年GDP增", "2019|年|gdp|增"),
            ("İstanbul'da G20", "istanbul|'da|g20"),
            ("करोड़ हिन्दी", "करोड|हिन्दी"),
            ("3.", "3"),
        ];
        for (sentence, expected) in cases {
            let words = Words::of(sentence);
            let found: Vec<&str> = words.iter().map(|it| words.text(it)).collect();
            assert_eq!(found.join("|"), expected);
        }
        let words = Words::of("In 1990 NATO, the 21st, 失业率");
        assert_eq!(words.iter().map(|it| it.year).filter(|it| *it).count(), 1);
        assert_eq!((words.phrase(0, 2), words.phrase(5, 3)), (Some("in 1990"), Some("失业率")));
    }
}
