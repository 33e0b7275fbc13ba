//! What a comparison says: how strongly two claims match, why, and what differs.

use std::fmt::{self, Display, Formatter};

/// How strongly what was said matches what was checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Strength {
    /// Nothing says that they belong together.
    None,
    /// The same subject, or the same claim but for a difference that is pointed out.
    Related,
    /// The same claim, in the same or in other words.
    Same,
}

impl Strength {
    /// The key of dictionaries, the column and the command line.
    pub fn word(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::Related => "related",
            Self::Same => "same",
        }
    }
}

/// Something that speaks for a match.
#[derive(Debug, Clone, PartialEq)]
pub enum Reason {
    /// Names of people, places and organisations that both have, as they were said.
    SharedNames(Vec<String>),
    /// Numbers, amounts and dates that both have, as they were said.
    SharedNumbers(Vec<String>),
    /// Words that few checks have and both of these do.
    RareWords(Vec<String>),
    /// Nearly all words are the same.
    SameWords,
    /// The title of the check says it.
    SameTitle,
    /// A model of meaning finds them near; added by who asked it, with its likeness from 0 to 1.
    Meaning(f32),
}

/// Something that speaks against the same claim; empty text stands for what one side does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Difference {
    /// Another number, amount or share.
    Number { said: String, checked: String },
    /// Another unit or currency.
    Unit { said: String, checked: String },
    /// Another day, month, year or time.
    Date { said: String, checked: String },
    /// One says that it is not so.
    Negation { said: String, checked: String },
    /// A word and its opposite.
    Opposite { said: String, checked: String },
    /// Another person or organisation.
    Name { said: String, checked: String },
    /// Another place or direction.
    Place { said: String, checked: String },
    /// All, some, only, at least and the like.
    Quantifier { said: String, checked: String },
    /// Done, planned, possible or alleged.
    Modality { said: String, checked: String },
    /// One says who said it.
    Attribution { said: String, checked: String },
    /// One asks what the other states.
    Question { said: bool },
    /// The same words in other roles: who did it to whom.
    Order { said: String, checked: String },
    /// Other words, about which no more is known.
    Wording { said: String, checked: String },
}

impl Reason {
    /// The key of the pages' dictionaries.
    pub fn word(&self) -> &'static str {
        match self {
            Self::SharedNames(_) => "shared-names",
            Self::SharedNumbers(_) => "shared-numbers",
            Self::RareWords(_) => "rare-words",
            Self::SameWords => "same-words",
            Self::SameTitle => "same-title",
            Self::Meaning(_) => "meaning",
        }
    }

    /// The words that are shared, where the reason is made of words.
    pub fn shared(&self) -> &[String] {
        match self {
            Self::SharedNames(words) | Self::SharedNumbers(words) | Self::RareWords(words) => words,
            _ => &[],
        }
    }
}

impl Difference {
    /// The key of the pages' dictionaries.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Number { .. } => "number",
            Self::Unit { .. } => "unit",
            Self::Date { .. } => "date",
            Self::Negation { .. } => "negation",
            Self::Opposite { .. } => "opposite",
            Self::Name { .. } => "name",
            Self::Place { .. } => "place",
            Self::Quantifier { .. } => "quantifier",
            Self::Modality { .. } => "modality",
            Self::Attribution { .. } => "attribution",
            Self::Question { .. } => "question",
            Self::Order { .. } => "order",
            Self::Wording { .. } => "wording",
        }
    }

    /// What was said and what was checked, as far as they are words.
    pub fn sides(&self) -> (&str, &str) {
        match self {
            Self::Number { said, checked }
            | Self::Unit { said, checked }
            | Self::Date { said, checked }
            | Self::Negation { said, checked }
            | Self::Opposite { said, checked }
            | Self::Name { said, checked }
            | Self::Place { said, checked }
            | Self::Quantifier { said, checked }
            | Self::Modality { said, checked }
            | Self::Attribution { said, checked }
            | Self::Order { said, checked }
            | Self::Wording { said, checked } => (said, checked),
            Self::Question { .. } => ("", ""),
        }
    }
}

impl Display for Reason {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let listed = |f: &mut Formatter<'_>, one: &str, many: &str, words: &[String]| {
            write!(f, "shares the {} {}", if words.len() == 1 { one } else { many }, words.join(", "))
        };
        match self {
            Self::SharedNames(words) => listed(f, "name", "names", words),
            Self::SharedNumbers(words) => listed(f, "number", "numbers", words),
            Self::RareWords(words) => listed(f, "rare word", "rare words", words),
            Self::SameWords => f.write_str("nearly all words are the same"),
            Self::SameTitle => f.write_str("the title of the check says it"),
            Self::Meaning(likeness) => write!(f, "means nearly the same ({likeness:.2})"),
        }
    }
}

impl Display for Difference {
    fn fmt(&self, f: &mut Formatter<'_>) -> fmt::Result {
        let (said, checked) = self.sides();
        match self {
            Self::Question { said: true } => f.write_str("asks what the check states"),
            Self::Question { said: false } => f.write_str("states what the check asks"),
            Self::Negation { .. } if checked.is_empty() => write!(f, "says “{said}”, the check does not"),
            Self::Negation { .. } if said.is_empty() => write!(f, "does not say “{checked}”, the check does"),
            Self::Order { .. } => write!(f, "says “{said}” where the check says “{checked}”: other roles or order"),
            _ if checked.is_empty() => write!(f, "says “{said}”, which the check does not"),
            _ if said.is_empty() => write!(f, "does not say “{checked}”, as the check does"),
            _ => write!(f, "says {said} where the check says {checked}"),
        }
    }
}
