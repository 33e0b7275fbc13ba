//! What stands before the words of a list item or a turn: bullets, numbers, times, names.

use super::Form;

/// How many code points of the sentence are marker and not statement: "1. ", "[00:12:31] SPEAKER: ".
pub fn prefix(sentence: &str, form: Form) -> usize {
    let head: String = sentence.chars().take(200).collect();
    match form {
        Form::ListItem => list(&head).unwrap_or(0),
        Form::Turn => {
            let label = super::turns::Label::of(&head.chars().collect::<Vec<_>>());
            label.map_or(0, |it| it.length)
        }
        Form::Headline => head.chars().take_while(|it| matches!(it, '#' | ' ')).count(),
        _ => 0,
    }
}

/// The bullet, or the time or capitals of a speaker, that a sentence begins with whatever its form.
pub(in crate::text) fn label(sentence: &str) -> usize {
    let head: String = sentence.chars().take(200).collect();
    let turn = || super::turns::Label::of(&head.chars().collect::<Vec<_>>()).filter(|it| it.is_plain(&head));
    list(&head).or_else(|| turn().map(|it| it.length)).unwrap_or(0)
}

/// The length of the bullet or number a line begins with, with the space behind it.
pub(super) fn list(line: &str) -> Option<usize> {
    let chars: Vec<char> = line.chars().collect();
    let at = |index: usize| chars.get(index).copied().unwrap_or(' ');
    let length = bullet(at(0)).or_else(|| number(&chars)).or_else(|| ideographic(&chars))?;
    let space = chars.iter().skip(length).take_while(|it| it.is_whitespace()).count();
    let tight =
        matches!(at(0), '•' | '●' | '▪' | '①'..='⓿') || matches!(at(length.saturating_sub(1)), '、' | '）' | '．');
    ((space > 0 || tight) && length + space < chars.len()).then_some(length + space)
}

fn bullet(c: char) -> Option<usize> {
    let plain =
        matches!(c, '-' | '*' | '+' | '–' | '•' | '·' | '‣' | '⁃' | '∙' | '▪' | '▫' | '◦' | '●' | '○' | '■' | '□');
    (plain || matches!(c, '►' | '▶' | '➤' | '➔' | '✓' | '✔' | '❖' | '◆' | '・' | '①'..='⓿')).then_some(1)
}

/// "1.", "2)", "(iv)", "a.", "٣-", "३."
fn number(chars: &[char]) -> Option<usize> {
    let open = usize::from(matches!(chars.first(), Some('(' | '（')));
    let label: Vec<char> = chars.iter().skip(open).take(5).copied().take_while(|it| it.is_alphanumeric()).collect();
    let digits = label.iter().all(|it| it.is_numeric()) && label.len() <= 3;
    let roman = label.len() <= 4 && label.iter().all(|it| matches!(it.to_ascii_lowercase(), 'i' | 'v' | 'x'));
    let letter = label.len() == 1 && label.iter().all(|it| it.is_alphabetic());
    let close = chars.get(open + label.len()).copied()?;
    let closed = match close {
        ')' | '）' => true,
        '.' | '．' => open == 0 && (digits || letter || roman),
        '-' | '۔' | '、' => open == 0 && digits && label.iter().any(|it| !it.is_ascii_digit()),
        _ => false,
    };
    let capital = letter && close == '.' && label.iter().all(|it| it.is_uppercase());
    (!label.is_empty() && closed && (digits || roman || letter) && !capital).then_some(open + label.len() + 1)
}

/// "一、", "（二）".
fn ideographic(chars: &[char]) -> Option<usize> {
    let open = usize::from(matches!(chars.first(), Some('（' | '(')));
    let numeral = |it: &&char| matches!(it, '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十');
    let length = chars.iter().skip(open).take_while(numeral).count();
    let close = chars.get(open + length).copied()?;
    let closed = if open == 1 { matches!(close, '）' | ')') } else { close == '、' };
    ((1..=3).contains(&length) && closed).then_some(open + length + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prefixes_are_not_statements() {
        let cases = [
            ("1. Cut taxes", Form::ListItem, 3),
            ("• Cut taxes", Form::ListItem, 2),
            ("(iv) Cut taxes", Form::ListItem, 5),
            ("٣- القراءة", Form::ListItem, 3),
            ("一、修路", Form::ListItem, 2),
            ("[00:12:31] SPEAKER: We did.", Form::Turn, 20),
            ("Jane Doe: We did.", Form::Turn, 10),
            ("We did.", Form::Turn, 0),
            ("1. Cut taxes", Form::Prose, 0),
        ];
        for (sentence, form, expected) in cases {
            assert_eq!(prefix(sentence, form), expected, "{sentence}");
        }
        assert_eq!(
            (list("A. Smith went"), list("1.5 million"), list("-5 degrees"), list("1.")),
            (None, None, None, None)
        );
    }
}
