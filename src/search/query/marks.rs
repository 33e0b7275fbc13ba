//! Characters of a search: spaces, quotation marks, dashes, and where a word ends.

use super::limits::LONGEST_WORD;

/// Digits that dates are typed in: the zero of each row.
const ZEROS: [char; 12] = ['0', '٠', '۰', '०', '০', '੦', '૦', '௦', '౦', '๐', '၀', '０'];

/// The value of a decimal digit.
pub(super) fn digit(c: char) -> Option<u32> {
    ZEROS.iter().find_map(|zero| u32::from(c).checked_sub(u32::from(*zero)).filter(|it| *it < 10))
}

/// The characters that count: without those that only steer how text is shown.
pub(super) fn clean(text: impl Iterator<Item = char>) -> Vec<char> {
    text.filter(|it| !is_invisible(*it)).collect()
}

fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{AD}' | '\u{61C}' | '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

pub(super) fn is_space(c: char) -> bool {
    c.is_whitespace() || c.is_control() || c == '\u{200B}'
}

pub(super) fn is_colon(c: char) -> bool {
    matches!(c, ':' | '：' | '﹕' | '︓')
}

/// A hyphen as keyboards make it; the minus of a number and the dash of a sentence exclude nothing.
pub(super) fn is_dash(c: char) -> bool {
    matches!(c, '-' | '－' | '﹣' | '‐' | '‑')
}

pub(super) fn is_opening_bracket(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '（' | '［' | '【')
}

/// Any mark of quotation that is not also an apostrophe.
pub(super) fn is_quote(c: char) -> bool {
    closes(c, c) || matches!(c, '「' | '」' | '『' | '』' | '《' | '》' | '﹁' | '﹂' | '﹃' | '﹄' | '｢' | '｣')
}

/// Whether a mark ends what another began; marks that keyboards and languages mix end each other.
pub(super) fn closes(open: char, c: char) -> bool {
    match open {
        '"' | '＂' | '“' | '”' | '„' | '‟' | '〝' | '〞' | '〟' => {
            matches!(c, '"' | '＂' | '“' | '”' | '„' | '‟' | '〝' | '〞' | '〟')
        }
        '«' | '»' => matches!(c, '«' | '»'),
        '‹' | '›' => matches!(c, '‹' | '›'),
        '「' => c == '」',
        '『' => c == '』',
        '《' => c == '》',
        '﹁' => c == '﹂',
        '﹃' => c == '﹄',
        '｢' => c == '｣',
        _ => false,
    }
}

/// Whether a mark can only begin a quotation where a space follows it.
pub(super) fn begins_before_space(c: char) -> bool {
    matches!(c, '“' | '„' | '‟' | '«' | '‹' | '「' | '『' | '《' | '〝' | '﹁' | '﹃' | '｢')
}

/// Whether a quotation mark stands here; inside a Hebrew word it is an abbreviation's: `צה"ל`.
pub(super) fn quote_at(chars: &[char], at: usize) -> bool {
    let hebrew =
        |it: Option<usize>| it.and_then(|it| chars.get(it)).is_some_and(|c| matches!(c, '\u{591}'..='\u{5EA}'));
    chars.get(at).is_some_and(|it| is_quote(*it)) && !(hebrew(at.checked_sub(1)) && hebrew(at.checked_add(1)))
}

/// What no word consists of. Combining marks are not listed: they belong to the letter before them.
fn is_punctuation(c: char) -> bool {
    !c.is_alphanumeric()
        && (c.is_ascii()
            || matches!(c,
                '\u{A1}'..='\u{BF}' | '×' | '÷' | '\u{37E}' | '\u{387}' | '\u{55A}'..='\u{55F}' | '\u{589}' | '\u{58A}'
                | '\u{5BE}' | '\u{5C0}' | '\u{5C3}' | '\u{5F3}' | '\u{5F4}' | '\u{609}'..='\u{60F}'
                | '\u{61B}'..='\u{61F}' | '\u{66A}'..='\u{66D}' | '\u{6D4}' | '\u{964}' | '\u{965}' | '\u{E5A}'
                | '\u{F04}'..='\u{F14}' | '\u{104A}'..='\u{104F}' | '\u{1361}'..='\u{1368}' | '\u{17D4}'..='\u{17DA}'
                | '\u{2000}'..='\u{206F}' | '\u{20A0}'..='\u{20CF}' | '\u{2100}'..='\u{2BFF}' | '\u{2E00}'..='\u{2E7F}'
                | '\u{3000}'..='\u{3029}' | '\u{3030}'..='\u{303F}' | '・' | '\u{FE10}'..='\u{FE19}'
                | '\u{FE30}'..='\u{FE6F}' | '\u{FF00}'..='\u{FF65}' | '\u{FFE0}'..='\u{FFEE}'
                | '\u{1F000}'..='\u{1FAFF}'))
}

/// Letters, digits, and what combines with them.
pub(super) fn is_wordlike(c: char) -> bool {
    !is_space(c) && !is_punctuation(c)
}

/// Signs that belong to the word behind them: `#topic`, `@name`, `€5`.
fn leads(c: char) -> bool {
    matches!(c, '#' | '＃' | '@' | '＠' | '$' | '¢' | '£' | '¥' | '\u{20A0}'..='\u{20CF}')
}

/// Signs that belong to the word before them: `5%`, `C++`, `20°`.
fn trails(c: char) -> bool {
    leads(c) || matches!(c, '%' | '％' | '٪' | '‰' | '+' | '°')
}

/// Marks that may stand inside a word.
fn joins(c: char) -> bool {
    match c {
        ',' | ';' | '!' | '?' | '(' | ')' | '[' | ']' | '{' | '}' | '<' | '>' | '|' => false,
        _ if c.is_ascii() || is_dash(c) || trails(c) => true,
        '’' | '‘' | '·' | '‧' | '\u{200C}' | '\u{200D}' | '־' | '׳' | '״' | '−' | '／' | '＆' | '．' | '＿' => {
            true
        }
        _ => false,
    }
}

fn is_bracket(c: char) -> bool {
    is_opening_bracket(c) || matches!(c, ')' | ']' | '}' | '）' | '］' | '】' | '<' | '>')
}

/// Whether a word can begin with this.
pub(super) fn begins_word(c: char) -> bool {
    is_wordlike(c) || leads(c)
}

/// Whether a word ends before this place. A mark between two figures is part of a number: `1,000`, `12：30`.
pub(super) fn ends_word(chars: &[char], at: usize) -> bool {
    let figure = |it: Option<usize>| it.and_then(|it| chars.get(it)).is_some_and(|c| c.is_numeric());
    let Some(&c) = chars.get(at) else { return true };
    if is_space(c) || is_bracket(c) {
        return true;
    }
    if is_quote(c) {
        return quote_at(chars, at);
    }
    is_punctuation(c) && !joins(c) && !(figure(at.checked_sub(1)) && figure(at.checked_add(1)))
}

/// Whether an address ends before this character.
pub(super) fn ends_address(c: char) -> bool {
    is_space(c) || is_quote(c) || matches!(c, '<' | '>' | '|') || (!c.is_ascii() && is_punctuation(c) && !joins(c))
}

/// A word without the marks around it.
pub(super) fn bare(text: &str) -> &str {
    text.trim_start_matches(|it| !begins_word(it)).trim_end_matches(ends_bare)
}

fn ends_bare(c: char) -> bool {
    !is_wordlike(c) && !trails(c)
}

/// A bare word, cut, and whether it was; nothing if no letter or figure is left.
pub(super) fn word(chars: &[char]) -> Option<(String, bool)> {
    let all: String = chars.iter().collect();
    let bare = bare(&all);
    let kept = cut(bare, LONGEST_WORD).trim_end_matches(ends_bare);
    kept.contains(char::is_alphanumeric).then(|| (kept.to_owned(), kept.len() < bare.len()))
}

/// The words of a quotation as they stand, without quotation marks inside.
pub(super) fn phrase_words(chars: &[char]) -> Vec<Vec<char>> {
    let mut words = vec![Vec::new()];
    for (at, c) in chars.iter().enumerate() {
        if is_space(*c) || quote_at(chars, at) {
            words.push(Vec::new());
        } else if let Some(word) = words.last_mut() {
            word.push(*c);
        }
    }
    words.retain(|it| !it.is_empty());
    words
}

/// The first code points of a text, without a space or a quotation mark at the cut.
pub(super) fn cut(text: &str, most: usize) -> &str {
    let end = text.char_indices().nth(most).map_or(text.len(), |it| it.0);
    let kept = text.get(..end).unwrap_or_default();
    if end < text.len() { kept.trim_end_matches(|it| is_space(it) || is_quote(it)) } else { kept }
}
