//! What a comment is about, and whom it names.

words! {
    /// What a comment is about.
    pub enum About { Claim = "claim", Draft = "draft", Evidence = "evidence" }
}

words! {
    /// Whether there is still something to talk about.
    pub enum CommentState { Open = "open", Resolved = "resolved", Removed = "removed" }
}

/// Which of some people a text names with an @, by the place of their name in the list. Of names that begin alike the
/// longest counts.
pub fn mentioned(text: &str, names: &[&str]) -> Vec<usize> {
    let folded = text.to_lowercase();
    let lower: Vec<String> = names.iter().map(|name| name.to_lowercase()).collect();
    let mut found: Vec<usize> = Vec::new();
    for (at, _) in folded.match_indices('@') {
        let rest = folded.get(at + 1..).unwrap_or_default();
        let named = |name: &String| {
            let ends = rest.strip_prefix(name.as_str()).map(|after| after.chars().next());
            !name.is_empty() && ends.is_some_and(|next| next.is_none_or(|c| !c.is_alphanumeric()))
        };
        let longest = lower.iter().enumerate().filter(|(_, name)| named(name)).max_by_key(|(_, name)| name.len());
        found.extend(longest.map(|(place, _)| place));
    }
    found.sort_unstable();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use super::mentioned;

    #[test]
    fn names_are_found_whole_and_the_longest_counts() {
        let names = ["Ines", "Ines Alder", "Tomás", "عمر"];
        for (text, expected) in [
            ("@Ines, look", vec![0]),
            ("ask @ines alder and @TOMÁS.", vec![1, 2]),
            ("@Inessa and @Inesalder", vec![]),
            ("@عمر", vec![3]),
            ("Ines @ @@", vec![]),
        ] {
            assert_eq!(mentioned(text, &names), expected, "{text}");
        }
    }
}
