//! What stands in brackets is never cut.

use crate::text::attribution::tokens::{Kind, Token};

/// What stands in brackets is one token.
pub(super) fn closed(tokens: Vec<Token>) -> Vec<Token> {
    let mut found: Vec<Token> = Vec::with_capacity(tokens.len());
    let mut open: Option<usize> = None;
    for token in tokens {
        let opens = matches!(token.mark(), Some('(' | '[' | '（' | '【'));
        let closes = matches!(token.mark(), Some(')' | ']' | '）' | '】'));
        match open {
            Some(from) if closes => {
                found.truncate(from + 1);
                if let Some(bracket) = found.last_mut() {
                    *bracket = Token { end: token.end, kind: Kind::Quote, ..bracket.clone() };
                }
                open = None;
            }
            None if opens => {
                open = Some(found.len());
                found.push(token);
            }
            _ => found.push(token),
        }
    }
    found
}
