//! Tags as they stand in the source, with the few attributes that are looked at: html5ever compares each attribute
//! with all before it in its tag, so that one hostile tag of 5 MB would take hours.

/// Declares the attributes that are looked at, with their names as written.
macro_rules! attributes {
    ($($attribute:ident $name:literal),+ $(,)?) => {
        /// An attribute that is looked at.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(in crate::text) enum Attribute { $($attribute),+ }

        impl Attribute {
            /// The attribute of a name, in any case; none for one that nobody looks at.
            pub(in crate::text) fn named(name: &str) -> Option<Self> {
                $(if name.eq_ignore_ascii_case($name) { return Some(Self::$attribute); })+
                None
            }

            pub(in crate::text) fn name(self) -> &'static str {
                match self { $(Self::$attribute => $name),+ }
            }
        }
    };
}

attributes! {
    AriaHidden "aria-hidden", AriaLabel "aria-label", Class "class", Component "data-component", Content "content",
    DateTime "datetime", Hidden "hidden", Href "href", HttpEquiv "http-equiv", Id "id", ItemProp "itemprop", Lang "lang",
    Name "name", Property "property", Rel "rel", Role "role", Style "style", TestId "data-testid", Type "type",
}

/// Bytes of an attribute's value that are kept.
const LONGEST: usize = 4096;

/// What begins at a `<`.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::text) enum Markup<'a> {
    Text,
    Comment(usize),
    Tag(Tag<'a>),
}

/// A tag: `head` is what stands up to its name's end.
#[derive(Debug, PartialEq, Eq)]
pub(in crate::text) struct Tag<'a> {
    pub(in crate::text) head: &'a str,
    pub(in crate::text) attributes: Vec<(Attribute, &'a str)>,
    pub(in crate::text) closes_itself: bool,
    pub(in crate::text) length: usize,
}

impl<'a> Markup<'a> {
    /// Reads what stands at the beginning of `source`; inside a raw element only its own end tag is one.
    pub(in crate::text) fn of(source: &'a str, raw: Option<&str>) -> Self {
        let after = source.strip_prefix('<').unwrap_or_default();
        let name = after.strip_prefix('/').unwrap_or(after);
        let slash = after.len() - name.len();
        if let Some(raw) = raw {
            let named = name.get(..raw.len()).is_some_and(|it| it.eq_ignore_ascii_case(raw));
            let closing = slash == 1 && named && name.get(raw.len()..).is_some_and(|rest| rest.starts_with(ends_name));
            return if closing { tag(source, 2 + raw.len()) } else { Self::Text };
        }
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let length = name.find(ends_name).unwrap_or(name.len());
            return tag(source, 1 + slash + length);
        }
        match after.as_bytes().first() {
            Some(b'!') if after.starts_with("!--") => Self::Comment(comment(source)),
            Some(b'!' | b'?') => Self::Comment(bogus(source)),
            Some(b'/') if after.len() > 1 => Self::Comment(bogus(source)),
            _ => Self::Text,
        }
    }
}

fn tag(source: &str, head: usize) -> Markup<'_> {
    let never_ends = Markup::Comment(source.len()); // and so is no tag
    let Some((head, mut rest)) = source.split_at_checked(head) else { return never_ends };
    let mut attributes: Vec<(Attribute, &str)> = Vec::new();
    loop {
        let begun = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        if let Some(after) = begun.strip_prefix('>') {
            let closes_itself = source.get(..source.len() - begun.len()).is_some_and(|it| it.ends_with('/'));
            return Markup::Tag(Tag { head, attributes, closes_itself, length: source.len() - after.len() });
        }
        let Some((name, value, after)) = attribute(begun) else { return never_ends };
        if let Some(known) = Attribute::named(name)
            && attributes.iter().all(|(other, _)| *other != known)
        {
            attributes.push((known, beginning(value)));
        }
        rest = after;
    }
}

/// Name and value of the attribute at the beginning, and what comes after; none when the tag ends with the source.
fn attribute(source: &str) -> Option<(&str, &str, &str)> {
    let first = source.chars().next()?.len_utf8();
    let ends = |c: char| c.is_ascii_whitespace() || matches!(c, '/' | '>' | '=');
    let length = source.get(first..)?.find(ends)? + first;
    let (name, after_name) = source.split_at_checked(length)?;
    let Some(value) = after_name.trim_ascii_start().strip_prefix('=') else { return Some((name, "", after_name)) };
    let value = value.trim_ascii_start();
    if let Some(quote @ ('"' | '\'')) = value.chars().next() {
        let (value, after) = value.get(1..)?.split_once(quote)?;
        return Some((name, value, after));
    }
    let (value, after) = value.split_at_checked(value.find(|c: char| c.is_ascii_whitespace() || c == '>')?)?;
    Some((name, value, after))
}

fn beginning(value: &str) -> &str {
    (0..=LONGEST.min(value.len())).rev().find_map(|end| value.get(..end)).unwrap_or_default()
}

fn ends_name(c: char) -> bool {
    c.is_ascii_whitespace() || matches!(c, '/' | '>')
}

fn comment(source: &str) -> usize {
    if source.starts_with("<!-->") || source.starts_with("<!--->") {
        return bogus(source);
    }
    let mut from = 4;
    while let Some(dashes) = source.get(from..).and_then(|rest| rest.find("--")) {
        let after = from + dashes + 2;
        match source.get(after..).unwrap_or_default().as_bytes() {
            [b'>', ..] => return after + 1,
            [b'!', b'>', ..] => return after + 2,
            _ => from = after - 1,
        }
    }
    source.len()
}

fn bogus(source: &str) -> usize {
    source.find('>').map_or(source.len(), |at| at + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn length(source: &str) -> usize {
        match Markup::of(source, None) {
            Markup::Text => 0,
            Markup::Comment(length) | Markup::Tag(Tag { length, .. }) => length,
        }
    }

    #[test]
    fn a_tag_ends_where_browsers_say() {
        for (source, tag) in [
            (r#"<a title="x > y" b='>'>text"#, r#"<a title="x > y" b='>'>"#),
            (r#"<a b=="x > y">"#, r#"<a b=="x >"#),
            (r#"<a "x>y"#, r#"<a "x>"#),
            ("<a b=>c", "<a b=>"),
            ("<br/>x", "<br/>"),
            ("</p >x", "</p >"),
            ("<!-- > -- -->x", "<!-- > -- -->"),
            ("<!-->x-->", "<!-->"),
            ("<!DOCTYPE html>x", "<!DOCTYPE html>"),
            ("</>x", "</>"),
            ("<a b=\"never", "<a b=\"never"),
            ("< 5 > 3", ""),
        ] {
            assert_eq!(&source[..length(source)], tag);
        }
    }

    #[test]
    fn in_a_script_only_its_own_end_is_a_tag() {
        for source in ["<b x='", "</b>", "</scripts>"] {
            assert_eq!(Markup::of(source, Some("script")), Markup::Text);
        }
        let end = Tag { head: "</SCRIPT", attributes: Vec::new(), closes_itself: false, length: 10 };
        assert_eq!(Markup::of("</SCRIPT >x", Some("script")), Markup::Tag(end));
    }

    #[test]
    fn the_first_of_each_known_attribute_is_kept() {
        let Markup::Tag(tag) = Markup::of("<p/ID = a class='b c' onclick=\"x\" id=d hidden lang=e/ />", None) else {
            panic!("no tag")
        };
        let expected =
            [(Attribute::Id, "a"), (Attribute::Class, "b c"), (Attribute::Hidden, ""), (Attribute::Lang, "e/")];
        assert_eq!((tag.attributes.as_slice(), tag.closes_itself), (&expected[..], true));
        assert!(matches!(Markup::of("<svg a=b/>", None), Markup::Tag(Tag { closes_itself: true, .. })));
        let long = format!("<p id={}>", "ä".repeat(5_000));
        let Markup::Tag(tag) = Markup::of(&long, None) else { panic!("no tag") };
        assert_eq!((tag.attributes[0].1.len(), tag.length), (LONGEST, long.len()));
    }
}
