//! What stands around the sentences that say the claim: a comment may, a denial or another number may not.

use std::collections::HashSet;
use std::ops::Range;

use super::super::words::fold;
use super::lexicon::LEXICON;
use super::outcome::Difference;
use super::read::{Class, Segment};
use super::tokens::{Text, Token};

/// Words that are told, at most.
const TOLD: usize = 8;

/// What is said outside the sentences of the claim and makes another claim of it.
pub(super) fn beside(said: &Text<'_>, checked: &Text<'_>, core: Range<usize>) -> Vec<Difference> {
    let known: HashSet<&str> = checked.tokens.iter().map(|it| it.stem.as_str()).collect();
    let outside = said.tokens.iter().filter(|it| !core.contains(&it.segment) || it.tag);
    let changes = outside.filter(|it| changes(said, it, core.start, known.contains(it.stem.as_str())));
    changes.take(TOLD).map(|it| told(it, said.source.get(it.bytes.clone()).unwrap_or_default())).collect()
}

fn changes(said: &Text<'_>, token: &Token, core: usize, known: bool) -> bool {
    let segment = |at: usize| said.segments.get(at).copied().unwrap_or_default();
    let Segment { asks, sentence } = segment(token.segment);
    let apart = sentence && (token.segment + 1 != core || segment(core).sentence);
    let name = token.capital && !token.opens && !LEXICON.is_common(&token.folded) && !known;
    match token.class {
        Class::Negation | Class::Denial | Class::Condition | Class::Attribution => true,
        Class::Chatter => false,
        _ if token.tag => !known && denies(&token.folded),
        _ if token.optional => false,
        Class::Number | Class::Date | Class::Unit => true,
        Class::Modal => !matches!(token.key.as_str(), "will" | "must" | "should" | "can"),
        Class::Quantifier => !matches!(token.key.as_str(), "all" | "more" | "many" | "most"),
        Class::Plain => !apart || name || asks || said.lang.is_none(),
    }
}

fn told(token: &Token, written: &str) -> Difference {
    let (said, checked) = (written.to_owned(), String::new());
    match token.class {
        Class::Negation | Class::Denial => Difference::Negation { said, checked },
        Class::Plain if token.tag && denies(&fold(written)) => Difference::Negation { said, checked },
        Class::Number => Difference::Number { said, checked },
        Class::Unit => Difference::Unit { said, checked },
        Class::Date => Difference::Date { said, checked },
        Class::Condition | Class::Modal => Difference::Modality { said, checked },
        Class::Quantifier => Difference::Quantifier { said, checked },
        Class::Attribution => Difference::Attribution { said, checked },
        Class::Plain | Class::Chatter => Difference::Wording { said, checked },
    }
}

/// Whether a hashtag of several words says that it is not true.
fn denies(tag: &str) -> bool {
    const PARTS: [&str; 19] = [
        "fake", "hoax", "false", "untrue", "nottrue", "debunk", "rumor", "rumour", "satire", "lies", "bullshit",
        "nonsense", "bulo", "faux", "intox", "fals", "bufala", "фейк", "ложь",
    ];
    PARTS.iter().any(|it| tag.contains(it))
}
