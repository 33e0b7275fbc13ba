//! What stands between the words of JSON: white space, comments, and the marks that pages wrap around a script.

use super::super::repairs::RepairKind;
use memchr::{memchr, memmem};

/// A stretch without meaning, and what in it JSON does not know.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Gap {
    pub(super) end: usize,
    pub(super) line_break: bool,
    pub(super) after_bracket: bool,
    pub(super) comment: Option<RepairKind>,
    pub(super) wrapper: Option<RepairKind>,
    pub(super) stray: Option<RepairKind>,
}

/// The stretch that begins at a byte; between whole texts (`outside`) also wrappers, commas and semicolons.
pub(super) fn gap(bytes: &[u8], at: usize, outside: bool) -> Gap {
    let before = at.checked_sub(1).and_then(|it| bytes.get(it));
    let mut gap = Gap { end: at, after_bracket: matches!(before, Some(b'}' | b']')), ..Gap::default() };
    while let Some(rest) = bytes.get(gap.end..) {
        let length = match rest {
            [b' ' | b'\t' | b'\r', ..] => 1,
            [b'\n', ..] => {
                gap.line_break = true;
                1
            }
            [] => return gap,
            _ => match wrapper(rest).filter(|_| outside) {
                Some(length) => {
                    gap.wrapper = Some(RepairKind::Wrapper);
                    length
                }
                None => match comment(rest) {
                    Some(length) => {
                        gap.comment = Some(RepairKind::Comment);
                        gap.line_break |= rest.get(..length).is_some_and(|it| it.contains(&b'\n'));
                        length
                    }
                    None => match stray(rest) {
                        Some(length) => {
                            gap.stray = Some(RepairKind::StraySpace);
                            length
                        }
                        None => return gap,
                    },
                },
            },
        };
        gap.end += length;
    }
    gap
}

/// Where the white space that begins at a byte ends, and whether a line ends in it.
pub(super) fn blank(bytes: &[u8], at: usize) -> (usize, bool) {
    let (mut end, mut line_break) = (at, false);
    while let Some(rest) = bytes.get(end..) {
        match rest {
            [b' ' | b'\t' | b'\r' | b'\n', ..] => {
                line_break |= rest.first() == Some(&b'\n');
                end += 1;
            }
            _ => match stray(rest) {
                Some(length) => end += length,
                None => break,
            },
        }
    }
    (end, line_break)
}

fn wrapper(rest: &[u8]) -> Option<usize> {
    const MARKS: [&[u8]; 6] = [b"<!--", b"-->", b"<![CDATA[", b"]]>", b";", b","];
    let slashes = rest.iter().take_while(|b| **b == b'/').count();
    let blanks = rest.get(slashes..)?.iter().take_while(|b| **b == b' ').count();
    let lead = if slashes == 2 { slashes + blanks } else { 0 };
    let marked = rest.get(lead..)?;
    let marks = if lead > 0 { MARKS.get(..4)? } else { &MARKS };
    marks.iter().find(|mark| marked.starts_with(mark)).map(|mark| lead + mark.len())
}

fn comment(rest: &[u8]) -> Option<usize> {
    match rest {
        [b'/', b'/', ..] => Some(memchr(b'\n', rest).unwrap_or(rest.len())),
        [b'/', b'*', inner @ ..] => Some(memmem::find(inner, b"*/").map_or(rest.len(), |it| it + 4)),
        _ => None,
    }
}

/// A no-break space, a zero-width space, a byte order mark, line and paragraph separators, vertical tab, form feed.
fn stray(rest: &[u8]) -> Option<usize> {
    match rest {
        [0x0B | 0x0C, ..] => Some(1),
        [0xC2, 0xA0, ..] => Some(2),
        [0xEF, 0xBB, 0xBF, ..] | [0xE2, 0x80, 0x8B | 0xA8 | 0xA9, ..] => Some(3),
        _ => None,
    }
}
