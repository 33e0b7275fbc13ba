//! Letters as they stand on a line become letters as they are read: scripts that run from right to left are drawn in
//! the order in which the eye meets them from the left.

/// Which way a letter runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Right,
    Left,
    Number,
    Either,
}

/// The way of a drawn unit of text: that of its first letter that has one.
pub(super) fn way(letters: &str) -> Way {
    letters.chars().map(way_of).find(|it| *it != Way::Either).unwrap_or(Way::Either)
}

fn way_of(letter: char) -> Way {
    match letter {
        '0'..='9' | '\u{660}'..='\u{669}' | '\u{6F0}'..='\u{6F9}' => Way::Number,
        '\u{60C}' | '\u{61B}' | '\u{61F}' | '\u{66A}'..='\u{66C}' | '\u{6D4}' => Way::Either,
        '\u{590}'..='\u{8FF}' | '\u{FB1D}'..='\u{FDFF}' | '\u{FE70}'..='\u{FEFF}' | '\u{200F}' => Way::Left,
        '\u{10800}'..='\u{10FFF}' | '\u{1E800}'..='\u{1EFFF}' => Way::Left,
        it if it.is_alphabetic() => Way::Right,
        _ => Way::Either,
    }
}

/// Units of a line from left to right, each with its letters and whether the document spelled them, in reading order.
pub(super) fn read(units: &[(&str, bool)], leftwards: bool) -> String {
    let ways = settled(units, leftwards);
    if ways.iter().all(|it| *it == Way::Right) {
        return units.iter().map(|(letters, _)| *letters).collect();
    }
    let mut order: Vec<usize> = (0..units.len()).collect();
    if leftwards {
        order.reverse();
        turn_runs(&mut order, |at| ways.get(at).is_some_and(|it| *it != Way::Left));
    } else {
        turn_runs(&mut order, |at| ways.get(at).is_some_and(|it| *it != Way::Right));
        turn_runs(&mut order, |at| ways.get(at).is_some_and(|it| *it == Way::Number));
    }
    let mut text = String::new();
    for at in order {
        let (Some((letters, spelled)), Some(way)) = (units.get(at), ways.get(at)) else { continue };
        match way {
            Way::Left if !spelled => text.extend(letters.chars().map(mirrored)),
            _ => text.push_str(letters),
        }
    }
    text
}

fn turn_runs(order: &mut [usize], belongs: impl Fn(usize) -> bool) {
    for run in order.chunk_by_mut(|a, b| belongs(*a) && belongs(*b)) {
        if run.first().is_some_and(|it| belongs(*it)) {
            run.reverse();
        }
    }
}

/// The way of each unit, where neutral ones go with their neighbours and numbers with the words around them.
fn settled(units: &[(&str, bool)], leftwards: bool) -> Vec<Way> {
    let mut ways: Vec<Way> = units.iter().map(|(letters, _)| way(letters)).collect();
    let base = if leftwards { Way::Left } else { Way::Right };
    join_numbers(units, &mut ways);
    if !leftwards {
        numbers_beside(&mut ways);
    }
    let after = next_strong(&ways, base);
    let mut before = base;
    for (way, after) in ways.iter_mut().zip(after) {
        match *way {
            Way::Either => {
                let (a, b) = (strong(before), strong(after));
                *way = if a == b { a } else { base };
            }
            other => before = other,
        }
    }
    if leftwards {
        ways.iter_mut().filter(|it| **it == Way::Number).for_each(|it| *it = Way::Right)
    }
    ways
}

/// Between words of a right-to-left script a number counts as one of them.
fn strong(way: Way) -> Way {
    if way == Way::Number { Way::Left } else { way }
}

fn next_strong(ways: &[Way], base: Way) -> Vec<Way> {
    let mut after = base;
    let mut all: Vec<Way> = ways
        .iter()
        .rev()
        .map(|way| {
            let seen = after;
            after = if *way == Way::Either { after } else { *way };
            seen
        })
        .collect();
    all.reverse();
    all
}

/// A point, comma, colon or slash between two digits is part of the number, and so is a sign or % that touches it.
fn join_numbers(units: &[(&str, bool)], ways: &mut [Way]) {
    for (at, (letters, _)) in units.iter().enumerate() {
        let number = |at: Option<usize>| at.and_then(|at| ways.get(at)).is_some_and(|it| *it == Way::Number);
        let joins = match letters.chars().next() {
            Some('.' | ',' | ':' | '/' | '\u{66B}' | '\u{66C}') => number(at.checked_sub(1)) && number(Some(at + 1)),
            Some('%' | '$' | '€' | '£') => number(at.checked_sub(1)) || number(Some(at + 1)),
            _ => false,
        };
        if joins && let Some(way) = ways.get_mut(at) {
            *way = Way::Number;
        }
    }
}

/// In a line that runs rightwards a number belongs to a right-to-left passage only if it stands inside one.
fn numbers_beside(ways: &mut [Way]) {
    let strong_only: Vec<Way> = ways.iter().map(|it| if *it == Way::Number { Way::Either } else { *it }).collect();
    let after = next_strong(&strong_only, Way::Right);
    let mut before = Way::Right;
    for (way, after) in ways.iter_mut().zip(after) {
        match *way {
            Way::Number if before == Way::Right || after == Way::Right => *way = Way::Right,
            Way::Right | Way::Left => before = *way,
            _ => {}
        }
    }
}

fn mirrored(letter: char) -> char {
    match letter {
        '(' => ')',
        ')' => '(',
        '[' => ']',
        ']' => '[',
        '{' => '}',
        '}' => '{',
        '«' => '»',
        '»' => '«',
        '<' => '>',
        '>' => '<',
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(text: &str, leftwards: bool) -> String {
        let letters: Vec<String> = text.chars().map(String::from).collect();
        let units: Vec<(&str, bool)> = letters.iter().map(|it| (it.as_str(), false)).collect();
        read(&units, leftwards)
    }

    #[test]
    fn what_is_seen_becomes_what_is_read() {
        for (from_the_left, read, leftwards) in [
            ("plain (1.5)", "plain (1.5)", false),
            (".רבד 5.4 לש", "של 5.4 דבר.", true),
            ("הרבח (.ABC Inc) לש", "של (ABC Inc.) חברה", true),
            ("say םולש דלי to 12", "say ילד שלום to 12", false),
            ("12% לע", "על 12%", true),
            ("(ב)", "(ב)", true),
        ] {
            assert_eq!(seen(from_the_left, leftwards), read, "{from_the_left}");
        }
        assert_eq!(read(&[("لا", true), ("س", false)], true), "سلا");
    }
}
