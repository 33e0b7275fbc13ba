//! Which marks do what, in any script.

/// Marks that end a sentence, if what stands around them agrees.
pub(super) fn is_terminator(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…' | '‼' | '‽' | '⁇' | '⁈' | '⁉') || is_wide(c)
}

/// Terminators that need no white space after them.
#[rustfmt::skip]
pub(super) fn is_wide(c: char) -> bool {
    c > '\u{7F}' && matches!(
        c,
        '。' | '．' | '！' | '？' | '｡' | '﹒' | '﹖' | '﹗' | '։' | '؟' | '۔' | '܀'..='܂' | '߹' | '।' | '॥' | '။' | '።' | '፧'
            | '፨' | '᙮' | '។' | '៕' | '᠃' | '᠉' | '᱾' | '᱿' | '꓿' | '꘎' | '꘏' | '꡶' | '꡷' | '꣎' | '꣏'
            | '꩝'..='꩟' | '꯫'
    )
}

/// Marks that belong to the character before them.
#[rustfmt::skip]
pub(super) fn is_joined(c: char) -> bool {
    c > '\u{7F}'
        && matches!(c, '\u{300}'..='\u{36F}' | '\u{20D0}'..='\u{20FF}' | '\u{FE00}'..='\u{FE0F}'
            | '\u{200D}' | '\u{3099}'..='\u{309A}')
}

pub(super) fn is_closer(c: char) -> bool {
    matches!(
        c,
        ')' | ']'
            | '}'
            | '"'
            | '\''
            | '”'
            | '’'
            | '»'
            | '›'
            | '）'
            | '」'
            | '』'
            | '》'
            | '】'
            | '〉'
            | '“'
            | '‘'
            | '«'
    )
}

#[rustfmt::skip]
pub(super) fn is_opener(c: char) -> bool {
    matches!(
        c,
        '(' | '[' | '{' | '"' | '\'' | '`' | '“' | '‘' | '„' | '‚' | '«' | '»' | '‹' | '（' | '「' | '『' | '《' | '【' | '〈'
            | '¿' | '¡' | '”'
    )
}

/// Whether two marks can enclose a passage.
pub(super) fn is_pair(open: char, close: char) -> bool {
    match close {
        ')' => open == '(',
        ']' => open == '[',
        '}' => open == '{',
        '）' => open == '（',
        '」' => open == '「',
        '』' => open == '『',
        '》' => open == '《',
        '】' => open == '【',
        '”' => matches!(open, '“' | '„' | '”'),
        '“' => open == '„',
        '’' => open == '‘',
        '‘' => open == '‚',
        '»' => matches!(open, '«' | '»'),
        '«' => open == '»',
        '›' => open == '‹',
        '\'' => matches!(open, '\'' | '`'),
        '"' | '`' => open == close,
        _ => false,
    }
}

/// Marks that open or close a passage.
pub(super) fn is_bracket_or_quote(c: char) -> bool {
    (is_opener(c) || is_closer(c)) && !matches!(c, '¿' | '¡' | '〈' | '〉')
}

pub(super) fn opens_only(c: char) -> bool {
    matches!(c, '(' | '[' | '{' | '（' | '「' | '『' | '《' | '【' | '“' | '‘' | '«' | '„' | '‚' | '‹')
}

/// What may stand before a sentence's first word.
pub(super) fn is_lead(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '―')
}

/// What shows that the sentence goes on.
pub(super) fn continues(c: char) -> bool {
    matches!(c, ',' | ';' | ':' | '،' | '؛' | '、' | '，' | '；' | '：' | ')' | ']' | '}' | '/' | '&' | '%')
}

/// Japanese: what follows a quotation and takes it up.
pub(super) fn is_particle(c: char) -> bool {
    matches!(c, 'ぁ'..='ゖ')
}

pub(super) fn is_bullet(c: char) -> bool {
    matches!(c, '•' | '‣' | '⁃' | '◦' | '▪' | '●' | '○' | '■' | '·' | '➢' | '►' | '▸' | '✓' | '❖' | '◆')
}

/// Letters of scripts that know no capitals.
pub(super) fn is_caseless(c: char) -> bool {
    c > '\u{58F}' && c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_may_close_something_has_its_opener() {
        for close in ")]}）」』》】”“’‘»«›'\"`".chars() {
            assert!("([{（「『《【“‘«»‹„‚'\"`”".chars().any(|open| is_pair(open, close)), "{close}");
            assert!(is_bracket_or_quote(close));
        }
    }
}
