//! Whether the same words in another order still say who did what to whom.

use super::align::Alignment;
use super::read::Class;
use super::tables::small::{BEEN, BY, IN, IS, ON, WAS};
use super::tokens::{Text, Token};

/// Words of the longest phrase that may be put first.
const FRONTED: usize = 6;

/// Whether the pairs leave the roles as they are: the same order, a phrase of place or time put first, or a passive for
/// an active.
pub(super) fn keeps_roles(said: &Text<'_>, checked: &Text<'_>, found: &Alignment) -> bool {
    let tags = |it: &&(usize, usize)| said.tokens.get(it.0).is_some_and(|it| !it.tag);
    let pairs: Vec<(usize, usize)> = found.pairs.iter().filter(tags).copied().collect();
    let mut ranked: Vec<usize> = (0..pairs.len()).collect();
    ranked.sort_by_key(|it| pairs.get(*it).map(|it| it.0));
    // Of each place in what was said, the place in the check.
    let order = ranked;
    let mine: Vec<&Token> = order.iter().filter_map(|it| said.tokens.get(pairs.get(*it)?.0)).collect();
    let theirs: Vec<&Token> = pairs.iter().filter_map(|it| checked.tokens.get(it.1)).collect();
    let (a, b) = (agent(&mine), agent(&theirs));
    let reported = theirs.iter().any(|it| it.class == Class::Attribution);
    match (a, b) {
        _ if is_sorted(&order) && a.is_some() == b.is_some() => true,
        _ if reported => false,
        (Some(passive), None) => [false, true].iter().any(|far| is_sorted(&active(&order, &mine, passive, *far))),
        (None, Some(passive)) => {
            [false, true].iter().any(|far| active(&sorted(theirs.len()), &theirs, passive, *far) == order)
        }
        _ => {
            is_sorted(&order)
                || fronted(&order, &mine, &theirs, said.lang)
                || fronted(&inverse(&order), &theirs, &mine, said.lang)
        }
    }
}

/// Whether one side is a passive with its agent and the other is not.
pub(super) fn is_turned_round(said: &Text<'_>, checked: &Text<'_>, found: &Alignment) -> bool {
    let mine: Vec<&Token> = said.tokens.iter().filter(|it| found.core.contains(&it.segment)).collect();
    let theirs: Vec<&Token> = checked.tokens.iter().collect();
    agent(&mine).is_some() != agent(&theirs).is_some()
}

fn sorted(length: usize) -> Vec<usize> {
    (0..length).collect()
}

fn is_sorted(order: &[usize]) -> bool {
    order.iter().enumerate().all(|(at, it)| at == *it)
}

fn inverse(order: &[usize]) -> Vec<usize> {
    let mut inverse = vec![0; order.len()];
    for (at, it) in order.iter().enumerate() {
        if let Some(place) = inverse.get_mut(*it) {
            *place = at;
        }
    }
    inverse
}

/// Where the verb of a passive and its agent stand: "was sued by Ada".
fn agent(tokens: &[&Token]) -> Option<(usize, usize)> {
    let verb = tokens.iter().position(|it| it.lead & (IS | WAS | BEEN) != 0)?;
    let by = tokens
        .iter()
        .skip(verb + 1)
        .position(|it| it.lead & BY != 0 && !matches!(it.class, Class::Number | Class::Date))?;
    Some((verb, verb + 1 + by))
}

/// The order that a passive has as an active: the agent first, then the verb, then whom it was done to; that may come
/// right after the verb or after all that follows it.
fn active(order: &[usize], tokens: &[&Token], (verb, agent): (usize, usize), far: bool) -> Vec<usize> {
    let rest = tokens
        .iter()
        .skip(agent + 1)
        .position(|it| it.lead & !BY != 0 || !matches!(it.class, Class::Plain) || !it.capital);
    let end = rest.map_or(tokens.len(), |it| agent + 1 + it);
    let part = |range: std::ops::Range<usize>| order.get(range).unwrap_or_default().iter().copied();
    let near = if far { agent } else { verb + 1 };
    let done = part(verb..near).chain(part(0..verb)).chain(part(near..agent));
    part(agent..end).chain(done).chain(part(end..order.len())).collect()
}

/// Whether all that differs is one phrase of place or time that was put first, and in some languages the verb after it.
fn fronted(order: &[usize], mine: &[&Token], theirs: &[&Token], lang: Option<&str>) -> bool {
    let Some(start) = order.first().copied() else { return true };
    let length = order.iter().enumerate().take_while(|(at, it)| **it == start + at).count();
    (1..=length.min(FRONTED)).rev().any(|length| {
        let (block, rest) = (order.get(..length).unwrap_or_default(), order.get(length..).unwrap_or_default());
        if !is_adverbial(block, mine, theirs) {
            return false;
        }
        let mut left = sorted(order.len());
        left.retain(|it| !block.contains(it));
        left == rest || inverted(rest, &left, mine.get(length..).unwrap_or_default(), lang)
    })
}

/// A phrase of place or time: a preposition before it on both sides, or a date.
fn is_adverbial(block: &[usize], mine: &[&Token], theirs: &[&Token]) -> bool {
    const SINCE: [&str; 16] = [
        "since", "until", "from", "before", "after", "during", "seit", "ab", "depuis", "desde", "dal", "sinds",
        "sedan", "siden", "с", "od",
    ];
    let class = |it: &usize| theirs.get(*it).map(|it| it.class);
    let led_by = block.first().and_then(|it| theirs.get(*it)).is_some_and(|it| SINCE.contains(&it.folded.as_str()));
    let rest = block.get(usize::from(led_by && block.len() > 1)..).unwrap_or_default();
    let dates = rest.iter().all(|it| class(it) == Some(Class::Date));
    let led = |it: Option<&&Token>| it.is_some_and(|it| it.lead & (IN | ON) != 0);
    dates || led(mine.first()) && led(block.first().and_then(|it| theirs.get(*it)))
}

/// Verb before subject after what was put first: "In Holt schloss die Schule", "En marzo cerró el mercado".
fn inverted(rest: &[usize], left: &[usize], mine: &[&Token], lang: Option<&str>) -> bool {
    let Some((verb, others)) = rest.split_first() else { return false };
    let mut without: Vec<usize> = left.to_vec();
    without.retain(|it| it != verb);
    let subject = left.iter().position(|it| it == verb).unwrap_or_default();
    let after = mine.get(1 + subject..).unwrap_or_default();
    without == others
        && match lang {
            Some("de" | "nl" | "sv" | "da" | "no") => true,
            Some("es" | "pt" | "it") => after.first().is_none_or(|it| it.lead != 0 || it.class == Class::Number),
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::super::{Checked, Strength, compare, none_rarity};

    #[test]
    fn another_order_is_the_same_claim_only_if_the_roles_stay() {
        for (lang, said, checked, same) in [
            ("en", "In May the vicar sold the pier.", "The vicar sold the pier in May.", true),
            ("en", "The pier was sold by the vicar.", "The vicar sold the pier.", true),
            ("en", "The vicar was sold by the pier.", "The vicar sold the pier.", false),
            ("en", "The pier sold the vicar.", "The vicar sold the pier.", false),
            ("en", "The train from Holt to Dunmere.", "The train from Dunmere to Holt.", false),
            ("de", "Im Mai verkaufte der Pfarrer den Steg.", "Der Pfarrer verkaufte den Steg im Mai.", true),
            ("de", "Den Pfarrer verkaufte der Steg.", "Der Pfarrer verkaufte den Steg.", false),
            ("fr", "Le quai a été vendu par la mairie.", "La mairie a vendu le quai.", true),
            ("es", "A Tom demandó Mira ayer.", "Tom demandó a Mira ayer.", false),
        ] {
            let found = compare(said, Checked { text: checked, title: None }, Some(lang), &none_rarity);
            assert_eq!(found.strength == Strength::Same, same, "{said}: {found:?}");
        }
    }
}
