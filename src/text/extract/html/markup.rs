//! Where a tag or comment ends, so that the tokenizer is fed tags without attributes: nothing here needs them, and
//! html5ever compares each with all before it in its tag, so that one hostile tag of 5 MB would take hours.

/// What begins at a `<`.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Markup<'a> {
    Text,
    Comment {
        length: usize,
    },
    /// `head` is the tag up to its name's end.
    Tag {
        head: &'a str,
        closes_itself: bool,
        length: usize,
    },
}

impl<'a> Markup<'a> {
    /// Reads what stands at the beginning of `source`; inside a raw element only its own end tag is one.
    pub(super) fn of(source: &'a str, raw: Option<&str>) -> Self {
        let after = source.strip_prefix('<').unwrap_or_default();
        let name = after.strip_prefix('/').unwrap_or(after);
        let slash = after.len() - name.len();
        if let Some(raw) = raw {
            let named = name.get(..raw.len()).is_some_and(|it| it.eq_ignore_ascii_case(raw));
            let closing = slash == 1 && named && name.get(raw.len()..).is_some_and(|rest| rest.starts_with(ends_name));
            return if closing { Self::tag(source, 2 + raw.len()) } else { Self::Text };
        }
        if name.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let length = name.find(ends_name).unwrap_or(name.len());
            return Self::tag(source, 1 + slash + length);
        }
        match after.as_bytes().first() {
            Some(b'!') if after.starts_with("!--") => Self::Comment { length: comment(source) },
            Some(b'!' | b'?') => Self::Comment { length: bogus(source) },
            Some(b'/') if after.len() > 1 => Self::Comment { length: bogus(source) },
            _ => Self::Text,
        }
    }

    fn tag(source: &'a str, head: usize) -> Self {
        let (head, rest) = source.split_at_checked(head).unwrap_or((source, ""));
        let mut state = State::BeforeName;
        let mut last = b' ';
        for (at, byte) in rest.bytes().enumerate() {
            state = match state.after(byte) {
                Some(state) => state,
                None => {
                    return Self::Tag { head, closes_itself: last == b'/', length: head.len() + at + 1 };
                }
            };
            last = byte;
        }
        Self::Comment { length: source.len() } // a tag that never ends is no tag
    }
}

/// Where in a tag's attributes a byte stands, as the HTML standard's tokenizer has it.
#[derive(Clone, Copy)]
enum State {
    BeforeName,
    Name,
    AfterName,
    BeforeValue,
    Quoted(u8),
    Unquoted,
}

impl State {
    fn after(self, byte: u8) -> Option<Self> {
        let space = byte.is_ascii_whitespace();
        Some(match (self, byte) {
            (Self::Quoted(quote), _) if byte == quote => Self::BeforeName,
            (Self::Quoted(_), _) => self,
            (_, b'>') => return None,
            (Self::BeforeValue, b'"' | b'\'') => Self::Quoted(byte),
            (Self::BeforeValue, _) if space => self,
            (Self::BeforeValue, _) => Self::Unquoted,
            (Self::Unquoted, _) if space => Self::BeforeName,
            (Self::Unquoted, _) => self,
            (_, b'/') => Self::BeforeName,
            (Self::Name | Self::AfterName, b'=') => Self::BeforeValue,
            (Self::Name, _) if space => Self::AfterName,
            (Self::BeforeName | Self::AfterName, _) if space => self,
            _ => Self::Name,
        })
    }
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
        let rest = source.get(after..).unwrap_or_default();
        match rest.as_bytes() {
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
            Markup::Comment { length } | Markup::Tag { length, .. } => length,
        }
    }

    #[test]
    fn a_tag_ends_where_browsers_say() {
        for (source, tag) in [
            (r#"<a title="x > y" b='>'>text"#, r#"<a title="x > y" b='>'>"#),
            (r#"<a b=="x > y">"#, r#"<a b=="x >"#),
            (r#"<a "x>y"#, r#"<a "x>"#),
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
        assert_eq!(Markup::of("<b x='", Some("script")), Markup::Text);
        assert_eq!(Markup::of("</b>", Some("script")), Markup::Text);
        assert_eq!(Markup::of("</scripts>", Some("script")), Markup::Text);
        let end = Markup::Tag { head: "</SCRIPT", closes_itself: false, length: 10 };
        assert_eq!(Markup::of("</SCRIPT >x", Some("script")), end);
    }
}
