//! Words that say on which side of its scale a verdict stands, as far as they are needed to tell a scale's direction.

const FALSE: [&str; 52] = [
    "false", "fake", "wrong", "incorrect", "untrue", "hoax", "scam", "debunked", "pants", "bogus", "fabricated",
    "falso", "falsa", "bulo", "mentira", "fals", "faux", "fausse", "infox", "intox", "falsch", "fałsz", "falskt", "falsk",
    "onwaar", "onjuist", "vals", "ложь", "неправда", "фейк", "фальшивка", "неверно", "yanlış", "sahte", "خطأ", "زائف", "كاذب",
    "مضلل", "झूठ", "झूठा", "गलत", "फर्जी", "错误", "錯誤", "虚假", "偽", "誤り", "거짓", "salah", "hoaks", "netočno", "lažno",
];

const TRUE: [&str; 36] = [
    "true", "correct", "accurate", "right", "verdadero", "verdadera", "verdadeiro", "verdade", "cierto", "cierta", "vero",
    "vrai", "vraie", "exact", "wahr", "richtig", "prawda", "sant", "sann", "sand", "waar", "juist", "правда", "верно",
    "doğru", "صحيح", "حقيقي", "सच", "सही", "正确", "正確", "真", "사실", "benar", "točno", "istina",
];

const NOT: [&str; 12] = ["not", "no", "non", "nicht", "não", "nie", "inte", "niet", "не", "neither", "half", "غير"];

/// Whether a verdict's words say true or false; none where they say neither, or both.
pub(super) fn is_true(verdict: &str) -> Option<bool> {
    let lower = verdict.to_lowercase();
    let first: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric() && !is_joined(c)).filter(|it| !it.is_empty()).take(3).collect();
    let any = |words: &[&str]| first.iter().any(|it| words.contains(it));
    match (any(&TRUE), any(&FALSE), any(&NOT)) {
        (true, false, false) => Some(true),
        (false, true, false) => Some(false),
        _ => None,
    }
}

/// Vowel signs are no letters to `char`, and yet part of a word.
fn is_joined(c: char) -> bool {
    matches!(c, '\u{900}'..='\u{DFF}' | '\u{64B}'..='\u{65F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verdicts_are_told_apart_or_left_alone() {
        for (verdict, expected) in [
            ("Falso", Some(false)),
            ("FALSO: As imagens foram retiradas", Some(false)),
            ("Mostly True", Some(true)),
            ("गलत", Some(false)),
            ("錯誤", Some(false)),
            ("Not true", None),
            ("Half true", None),
            ("True and false", None),
            ("Engañoso", None),
            ("", None),
        ] {
            assert_eq!(is_true(verdict), expected, "{verdict}");
        }
    }
}
