//! Things written in a fixed form: omissions, times, smileys, rules, the head and the foot of a message, datelines.

use super::block::Block;

/// Longer than this, no date, dateline or salutation is looked for.
const NEAR: usize = 48;

/// Longer than this many bytes, an address is left alone.
const LONGEST: usize = 400;

/// "[...]": how long it is.
pub(super) fn omission(block: Block, at: usize) -> Option<usize> {
    ["[...]", "[…]", "[. . .]", "[....]"].into_iter().find(|it| block.from(at).starts_with(it)).map(str::len)
}

/// "[00:12:31]" or "[12:31]": how long it is.
pub(super) fn timecode(text: &str) -> Option<usize> {
    let inner = text.strip_prefix('[')?;
    let end = inner.bytes().take(16).position(|it| it == b']')?;
    clock(inner.get(..end)?).then_some(end + 2)
}

/// "00:12:31", "12:31.5": numbers of two digits between colons.
pub(super) fn clock(text: &str) -> bool {
    let text = text.split(['.', ',']).next().unwrap_or_default();
    let parts = text.split(':').filter(|it| (1..=2).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit()));
    let (found, all) = (parts.count(), text.split(':').count());
    found == all && (2..=3).contains(&all)
}

/// Where "02/13/2001 08:02 PM" begins and where what follows it does, told from its first slash.
pub(super) fn stamp(block: Block, slash: usize) -> Option<(usize, usize)> {
    let digits = block.backwards(slash).take_while(|(_, it)| it.is_ascii_digit()).take(3).count();
    let start = slash - digits;
    let rest = block.from(start);
    let (date, time) = rest.get(..NEAR.min(rest.len())).unwrap_or(rest).split_once(' ')?;
    let numbers = date.split('/').filter(|it| (1..=4).contains(&it.len()) && it.bytes().all(|it| it.is_ascii_digit()));
    let hour = time.split(' ').next()?;
    if !(1..=2).contains(&digits) || numbers.count() != 3 || date.matches('/').count() != 2 || !clock(hour) {
        return None;
    }
    let mut end = start + date.len() + 1 + hour.len();
    if ["AM", "PM", "am", "pm"].iter().any(|it| block.from(end + 1).starts_with(it)) {
        end += 3;
    }
    let next = block.skip_space(end);
    (next > end).then_some((start, next))
}

/// Whether a stamp follows a name or an address, not a word that leads to it: "on 02/13/2001 08:02 PM".
pub(super) fn stands_apart(block: Block, at: usize) -> bool {
    let before = block.to(at).trim_end();
    let word = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    word.starts_with(char::is_uppercase) || word.ends_with('>') || word.contains('@')
}

const FACES: [&str; 22] = [
    ":-)", ":)", ";-)", ";)", ":-(", ":(", ":-D", ":D", ":-P", ":P", ":-p", ":p", "=)", "=D", "=P", ":-/", ":'(",
    ":o)", ":]", ";D", ":-*", ":*",
];

/// A smiley between white space: how long it is.
pub(super) fn face(block: Block, at: usize) -> Option<usize> {
    if !matches!(block.byte(at), b':' | b';' | b'=') || block.before(at).is_alphanumeric() {
        return None;
    }
    let rest = block.from(at);
    let length = FACES.iter().find(|it| rest.starts_with(**it))?.len();
    let after = block.at(at + length);
    (after == '\0' || after.is_whitespace() || matches!(after, '.' | '!' | ')')).then_some(length)
}

/// Whether an address begins here.
pub(super) fn is_address(token: &str) -> bool {
    token.starts_with("http://") || token.starts_with("https://") || token.starts_with("www.")
}

/// Where the next address begins if one follows the address whose colon is given.
pub(super) fn address_after(block: Block, colon: usize) -> Option<usize> {
    let end = colon + block.from(colon).bytes().take(LONGEST).position(|it| it.is_ascii_whitespace())?;
    let next = block.skip_space(end);
    is_address(block.from(next)).then_some(next)
}

/// "she 's", "'tis", "the '90s": an apostrophe before a word that is no quotation mark.
pub(super) fn clitic(block: Block, at: usize) -> bool {
    let word = block.word_at(at + 1, 6);
    let pulled_apart = matches!(word, "s" | "re" | "ve" | "ll" | "d" | "m" | "t") && block.before(at) == ' ';
    let cut = ["tis", "twas", "em", "til", "cause", "nineties"].iter().any(|it| it.eq_ignore_ascii_case(word));
    let decade =
        (1..3).all(|it| block.byte(at + it).is_ascii_digit()) && matches!(block.byte(at + 3), b's' | b'.' | b',');
    ((pulled_apart || cut) && block.at(at + 1 + word.len()).is_whitespace()) || decade
}

/// A row of one mark that divides a page: how long it is.
pub(super) fn rule(block: Block, at: usize) -> Option<usize> {
    let c = block.at(at);
    let least = match c {
        '=' | '*' | '~' => 3,
        '-' | '_' => 4,
        _ => return None,
    };
    let length = block.skip(at, |it| it == c) - at;
    let free = |it: char| it == '\0' || it.is_whitespace();
    let signature = at == 0 && c == '-' && length == 2 && block.at(3).is_uppercase();
    ((length >= least || signature) && free(block.before(at)) && free(block.at(at + length))).then_some(length)
}

const CLOSINGS: [&str; 20] = [
    "regards",
    "best regards",
    "kind regards",
    "kindest regards",
    "warm regards",
    "warmest regards",
    "sincerely",
    "sincerely yours",
    "yours sincerely",
    "yours truly",
    "yours faithfully",
    "best wishes",
    "best",
    "thanks",
    "many thanks",
    "thank you",
    "cheers",
    "respectfully",
    "dear all",
    "thx",
];

/// Where what follows a salutation, a header or a dateline begins, if the sentence that begins here opens with one.
pub(super) fn opening(block: Block, start: usize) -> Option<usize> {
    match block.byte(start) {
        b'(' => source(block, start),
        b'B' | b'C' | b'D' | b'K' | b'M' | b'R' | b'S' | b'T' | b'W' | b'Y' | b'b' | b'c' | b'd' | b'k' | b'm'
        | b'r' | b's' | b't' | b'w' | b'y' => salutation(block, start).or_else(|| dateline(block, start)),
        b'E' => header(block, start).or_else(|| dateline(block, start)),
        b'A'..=b'Z' => dateline(block, start),
        _ => None,
    }
}

fn near(block: Block<'_>, start: usize) -> &str {
    let bytes = block.0.as_bytes();
    let mut end = bytes.len().min(start + NEAR);
    while !block.0.is_char_boundary(end) {
        end -= 1;
    }
    block.between(start, end)
}

/// "Best regards, Ann": the name is on a line of its own.
fn salutation(block: Block, start: usize) -> Option<usize> {
    let words = near(block, start);
    let comma = words.bytes().take(20).position(|it| it == b',')?;
    let phrase = words.get(..comma)?;
    let next = block.skip_space(start + comma + 1);
    let capital = next > start + comma + 1 && block.at(next).is_uppercase();
    (capital && CLOSINGS.iter().any(|it| it.eq_ignore_ascii_case(phrase))).then_some(next)
}

/// "TEHRAN (AFP) - The …"
fn dateline(block: Block, start: usize) -> Option<usize> {
    if !block.byte(start + 1).is_ascii_uppercase() {
        return None;
    }
    let words = near(block, start);
    let (open, close) = (words.find('(')?, words.find(')')?);
    let place = words.get(..open)?;
    let dash = words.get(close + 1..)?.trim_start();
    let dashed = dash.starts_with(['-', '–', '—']) && dash.chars().nth(1).is_some_and(char::is_whitespace);
    let agency = words.get(open + 1..close).is_some_and(|it| it.starts_with(char::is_uppercase));
    let capitals = agency && place.chars().all(|it| !it.is_lowercase());
    let next = block.skip(start + words.len() - dash.len(), |it| it.is_whitespace() || matches!(it, '-' | '–' | '—'));
    (open < close && dashed && capitals).then_some(next)
}

/// "(BBC) The …", "(New Scientist) The …"
fn source(block: Block, start: usize) -> Option<usize> {
    let words = near(block, start);
    let close = words.find(')')?;
    let inner = words.get(1..close)?;
    let names = inner.split(' ').all(|it| it.starts_with(char::is_uppercase));
    let letters = inner.chars().all(|it| it.is_alphabetic() || it == ' ') && inner.len() > 2;
    let next = block.skip_space(start + close + 1);
    let quote = block.skip(next, |it| matches!(it, '"' | '“'));
    (names && letters && next > start + close + 1 && block.at(quote).is_uppercase()).then_some(next)
}

/// "Email: someone@example.org The …"
fn header(block: Block, start: usize) -> Option<usize> {
    let rest = block.from(start);
    let value = rest.strip_prefix("Email: ").or_else(|| rest.strip_prefix("E-mail: "))?;
    let at = value.bytes().take(80).position(|it| it == b'@')?;
    let end = value.bytes().skip(at).take(80).position(|it| it.is_ascii_whitespace())? + at;
    Some(block.skip_space(start + rest.len() - value.len() + end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clocks_and_codes() {
        assert_eq!(timecode("[00:12:31] A"), Some(10));
        assert_eq!(timecode("[12:31.5]"), Some(9));
        assert!(timecode("[12]").is_none() && timecode("[1:2:3:4]").is_none() && timecode("[a:b]").is_none());
    }

    #[test]
    fn openings() {
        let after = |text: &'static str| opening(Block(text), 0).map(|at| &text[at..]);
        assert_eq!(after("Best regards, Ann"), Some("Ann"));
        assert_eq!(after("TEHRAN (AFP) - The cup"), Some("The cup"));
        assert_eq!(after("(BBC) The cup"), Some("The cup"));
        assert_eq!(after("Email: a@b.org The cup"), Some("The cup"));
        for text in [
            "Thanks, everyone",
            "THE (old) - cup",
            "(see) The cup",
            "(10) The cup",
            "Best regard, Ann",
            "Tehran (AFP) - The",
        ] {
            assert_eq!(after(text), None, "{text}");
        }
    }

    #[test]
    fn stamps() {
        let text = "Ann 02/13/2001 08:02 PM All";
        assert_eq!(stamp(Block(text), 6), Some((4, 24)));
        assert!(stands_apart(Block(text), 4));
        assert!(stamp(Block("1/2 of 3/4"), 1).is_none() && stamp(Block("/"), 0).is_none());
    }
}
