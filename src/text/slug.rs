//! Words for an address.

const LONGEST: usize = 60;

/// The words as they stand in an address: `[a-z0-9-]`, transliterated, cut at a word; empty if nothing is left.
pub fn slug(words: &str) -> String {
    let mut slug = String::new();
    let head: String = words.chars().filter(|c| !matches!(c, '\'' | '’' | 'ʼ')).take(10 * LONGEST).collect();
    let latin = deunicode::deunicode_with_tofu(&head, " ");
    for word in latin.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()) {
        let dash = usize::from(!slug.is_empty());
        if slug.len() + dash + word.len() > LONGEST {
            if slug.is_empty() {
                slug.extend(word.chars().take(LONGEST));
            }
            break;
        }
        if dash == 1 {
            slug.push('-');
        }
        slug.push_str(word);
    }
    slug.make_ascii_lowercase();
    slug
}

/// Whether a word can stand in an address as it is, for addresses a person writes.
pub fn is_slug(word: &str) -> bool {
    !word.is_empty()
        && word.len() <= LONGEST
        && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-')
        && !word.starts_with('-')
        && !word.ends_with('-')
        && !word.contains("--")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_transliterated_and_joined() {
        assert_eq!(
            slug("  “Don’t panic”: 40 % of Öl—comes from Çanakkale! "),
            "dont-panic-40-of-ol-comes-from-canakkale"
        );
        assert_eq!(slug("北京 2024"), "bei-jing-2024");
        assert_eq!(slug("Привет"), "privet");
        assert_eq!(slug("—…!"), "");
    }

    #[test]
    fn a_long_one_is_cut_at_a_word() {
        let long = slug(&"unemployment ".repeat(9));
        assert_eq!(long, "unemployment-unemployment-unemployment-unemployment");
        assert_eq!(slug(&"a".repeat(80)).len(), 60);
        assert!(is_slug(&long) && is_slug("a") && is_slug("2-b"));
        for wrong in ["", "-a", "a-", "a--b", "A", "é", "a b", &"a".repeat(61)] {
            assert!(!is_slug(wrong), "{wrong}");
        }
    }
}
