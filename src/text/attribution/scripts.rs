use super::Found;
use super::tokens::Token;
pub(super) fn find(_chars: &[char], _tokens: &[Token], _language: &str) -> Option<Found> {
    None
}
