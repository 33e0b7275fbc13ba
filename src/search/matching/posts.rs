//! A pasted post as the words it says: without addresses, with what its tags and handles spell out.

/// A signature is no longer than this, in bytes: a name, a handle, a date.
const SIGNATURE: usize = 160;
/// A date after a handle is no longer than this, in bytes.
const DATE: usize = 32;
/// An address with at least this many words in its last part says what it is about.
const SLUG: usize = 3;

/// What a post says, and what stands around it.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Post {
    /// Its own words; tags are split into their words.
    pub body: String,
    /// Who posted it, and words of the addresses it links to: they tell less.
    pub aside: String,
}

/// Reads a pasted post, or any sentence: one without tags, handles and addresses stays as it is.
pub fn read(text: &str) -> Post {
    let mut post = Post::default();
    let (mut rest, signature) = signed(text);
    if let Some(signature) = signature {
        spell(signature, &mut post.aside);
        post.aside.push(' ');
    }
    while let Some(at) = rest.find(is_mark) {
        let (before, found) = rest.split_at(at);
        post.body.push_str(before);
        rest = marked(before, found, &mut post);
    }
    post.body.push_str(rest);
    post
}

fn is_mark(c: char) -> bool {
    matches!(c, '#' | '@' | '/' | '\u{ff03}')
}

/// What follows one mark, and whatever the mark stands for written where it belongs.
fn marked<'a>(before: &str, found: &'a str, post: &mut Post) -> &'a str {
    let (mark, after) = found.split_at(found.chars().next().map_or(0, char::len_utf8));
    if mark != "/" {
        let end = after.find(|c: char| !(c.is_alphanumeric() || c == '_')).unwrap_or(after.len());
        let (word, left) = after.split_at(end);
        let (word, left) = address_glued(word, left, after);
        post.body.push(' ');
        spell(word, &mut post.body);
        post.body.push(' ');
        return left;
    }
    let Some(host) = host_before(before, after) else {
        post.body.push('/');
        return after;
    };
    post.body.truncate(post.body.len().saturating_sub(host));
    let end = after.find(char::is_whitespace).unwrap_or(after.len());
    let (address, left) = after.split_at(end);
    slug(address, &mut post.aside);
    post.body.push(' ');
    left
}

/// `#Tornillohttps://…` is a tag and an address that lost the space between them.
fn address_glued<'a>(word: &'a str, left: &'a str, after: &'a str) -> (&'a str, &'a str) {
    let glued = ["https", "http", "pic"].iter().find_map(|it| word.strip_suffix(it));
    match glued {
        Some(word) if left.starts_with(':') || left.starts_with(".twitter.com") => {
            (word, after.get(word.len()..).unwrap_or_default())
        }
        _ => (word, left),
    }
}

/// How many bytes before a slash belong to an address: `https:`, `www.example.org`, `pic.twitter.com`; none if it is
/// a slash between words.
fn host_before(before: &str, after: &str) -> Option<usize> {
    for scheme in ["https:", "http:", "HTTPS:", "HTTP:", "Https:", "Http:"] {
        if before.ends_with(scheme) && after.starts_with('/') {
            return Some(scheme.len());
        }
    }
    for host in ["pic.twitter.com", "t.co"] {
        if before.ends_with(host) {
            return Some(host.len());
        }
    }
    let host = before.rsplit(|c: char| c.is_whitespace() || c == '(').next()?;
    let dotted = host.contains('.') && host.bytes().all(|b| b.is_ascii_alphanumeric() || b"-.".contains(&b));
    let ending = host.rsplit('.').next().unwrap_or_default();
    (dotted && ending.len() >= 2 && ending.bytes().all(|b| b.is_ascii_alphabetic())).then_some(host.len())
}

/// The words of an address whose path spells a headline.
fn slug(address: &str, aside: &mut String) {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    for part in path.split('/') {
        let words = part.split(['-', '_']).filter(|it| it.len() > 1 && it.bytes().all(|b| b.is_ascii_alphabetic()));
        if words.clone().count() >= SLUG {
            for word in words {
                aside.push_str(word);
                aside.push(' ');
            }
        }
    }
}

/// A word grown together out of several, with spaces where its letters change: `AustralianFires2020`.
fn spell(word: &str, out: &mut String) {
    let mut letters = word.chars().peekable();
    let mut last: Option<char> = None;
    while let Some(c) = letters.next() {
        let next_lower = letters.peek().is_some_and(|it| it.is_lowercase());
        let apart = last.is_some_and(|last| {
            (last.is_lowercase() && c.is_uppercase())
                || (last.is_uppercase() && c.is_uppercase() && next_lower)
                || (last.is_alphabetic() && c.is_numeric())
                || (last.is_numeric() && c.is_uppercase() && next_lower)
        });
        if apart {
            out.push(' ');
        }
        out.push(if matches!(c, '_' | '@' | '(' | ')') { ' ' } else { c });
        last = Some(c);
    }
}

/// The post without the line that quoting tools put after it, and that line: `— Name (@handle) January 14, 2020`.
fn signed(text: &str) -> (&str, Option<&str>) {
    let trimmed = text.trim_end();
    let Some(at) = trimmed.rfind(['\u{2014}', '\u{2013}']) else { return (text, None) };
    let (post, line) = trimmed.split_at(at);
    let Some(handle) = line.find("(@").filter(|_| line.len() <= SIGNATURE) else { return (text, None) };
    let Some(end) = line.get(handle..).and_then(|it| it.find(')')) else { return (text, None) };
    let after = line.get(handle + end + 1..).unwrap_or_default();
    let line = line.get(..handle + end).unwrap_or_default().trim_start_matches(['\u{2014}', '\u{2013}', ' ']);
    if after.len() <= DATE { (post, Some(line)) } else { (text, None) }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_post_is_what_it_says() {
        for (text, body, aside) in [
            ("How are they surviving the #AustralianFires?", "How are they surviving the Australian Fires ?", ""),
            ("#EndSARS2020 now", "End SARS 2020 now", ""),
            ("@realDonaldTrump is_right", "real Donald Trump is_right", ""),
            ("Caught.#IranUsapic.twitter.com/TvRkHvlgby today", "Caught. Iran Usa today", ""),
            ("#Tornillohttps://t.co/abc left", "Tornillo left", ""),
            ("See pic.twitter.com/3S32De8ekP", "See", ""),
            ("See www.example.org/a/b and/or 24/7", "See and/or 24/7", ""),
            ("https://news.example.org/2020/moon-is-made-of-cheese.html?x=a-b-c-d wow", "wow", "moon is made of"),
            ("I am big — PN Brock (@pnBrock) December 11, 2019", "I am big", "PN Brock pn Brock"),
            ("Taxes — all of them — fell", "Taxes — all of them — fell", ""),
            (
                "This — says he (@he) and a great many other words after it",
                "This — says he ( he ) and a great many other words after it",
                "",
            ),
            ("\u{ff03}東京 火事", "東京 火事", ""),
            ("", "", ""),
        ] {
            let post = read(text);
            let plain = |it: &str| it.split_whitespace().collect::<Vec<_>>().join(" ");
            assert_eq!((plain(&post.body), plain(&post.aside)), (body.to_owned(), aside.to_owned()), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_a_post(text in "([#@/:.—()A-Za-zé ]|https://|www\\.|pic\\.twitter\\.com/){0,40}") {
            let post = read(&text);
            prop_assert!(post.body.chars().filter(|c| c.is_alphanumeric()).count() <= text.chars().count());
        }
    }
}
