pub(super) fn is_said(_word: &str) -> bool { false }
pub(super) fn language(_lang: Option<&str>, _c: &[char]) -> &'static str { "en" }
