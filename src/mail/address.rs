//! Addresses and lines that are safe in a letter's head: nothing that anybody typed can begin another line.

use lettre::Address;
use lettre::message::Mailbox;

const LONGEST_ADDRESS: usize = 254;
const LONGEST_LOCAL: usize = 64;
const LONGEST_NAME: usize = 100;
const LONGEST_ID: usize = 250;

/// Who a letter is from: `The Desk <desk@example.org>`, or the address alone, in ASCII but for the host.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Sender(pub(super) Mailbox);

impl Sender {
    /// Reads a setting; the sentence says what is wrong with it.
    pub fn read(text: &str) -> Result<Self, String> {
        let wrong = || "the sender must look like desk@example.org or The Desk <desk@example.org>".to_owned();
        let text = text.trim();
        if text.chars().any(char::is_control) {
            return Err(wrong());
        }
        let (name, address) = match text.strip_suffix('>').and_then(|text| text.rsplit_once('<')) {
            Some((name, address)) => (name.trim(), address),
            None => ("", text),
        };
        let quoted = name.strip_prefix('"').and_then(|name| name.strip_suffix('"'));
        let name = quoted.map_or_else(|| name.to_owned(), |name| name.replace("\\\"", "\"").replace("\\\\", "\\"));
        let address = read(address).filter(|address| address.to_string().is_ascii()).ok_or_else(wrong)?;
        Ok(Sender(Mailbox::new(clean_name(&name), address)))
    }

    /// The address alone.
    pub fn address(&self) -> &str {
        self.0.email.as_ref()
    }
}

/// An address as mail servers take it, its host in ASCII; `None` for quoted names, for hosts that are numbers and for
/// anything else that is no plain `name@host`.
pub(super) fn read(text: &str) -> Option<Address> {
    let (name, host) = text.rsplit_once('@')?;
    let fits = text.len() <= LONGEST_ADDRESS && !name.is_empty() && name.len() <= LONGEST_LOCAL;
    if !fits || text.chars().any(|c| c.is_control() || c.is_whitespace() || r#"<>()[]\,;:""#.contains(c)) {
        return None;
    }
    let url::Host::Domain(host) = url::Host::parse(host).ok()? else { return None };
    Address::new(name, host).ok()
}

/// A name as it may stand before an address; `None` if nothing is left of it.
pub(super) fn clean_name(name: &str) -> Option<String> {
    Some(clean_line(name, LONGEST_NAME)).filter(|name| !name.is_empty())
}

/// One line without control characters and without what a reader's program would decode, at most `most` characters.
pub(super) fn clean_line(text: &str, most: usize) -> String {
    let mut line = String::new();
    let (mut length, mut gap) = (0, false);
    for c in text.chars() {
        if c == ' ' || c.is_control() || matches!(c, '\u{2028}' | '\u{2029}') {
            gap = !line.is_empty();
            continue;
        }
        let encoded = c == '?' && line.ends_with('=') && !gap;
        if length + 2 >= most {
            line.push('…');
            break;
        }
        if gap || encoded {
            line.push(' ');
            length += 1;
        }
        line.push(c);
        length += 1;
        gap = false;
    }
    line
}

/// Whether this can stand between `<` and `>` as a message's id: two dotted words in ASCII with an `@` between them.
pub(super) fn is_message_id(text: &str) -> bool {
    let dotted = |part: &str| {
        part.split('.').all(|word| {
            !word.is_empty() && word.bytes().all(|b| b.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&b))
        })
    };
    text.len() <= LONGEST_ID && text.split_once('@').is_some_and(|(left, right)| dotted(left) && dotted(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_plain_and_their_hosts_ascii() {
        for (typed, read_as) in [
            ("ines@desk.example", "ines@desk.example"),
            ("ines+mail@bücher.example", "ines+mail@xn--bcher-kva.example"),
            ("o'neil@localhost", "o'neil@localhost"),
            ("إيناس@مثال.إختبار", "إيناس@xn--mgbh0fb.xn--kgbechtv"),
        ] {
            assert_eq!(read(typed).unwrap().to_string(), read_as);
        }
        let long = format!("{}@desk.example", "a".repeat(65));
        for wrong in [
            "",
            "@",
            "a@",
            "@b",
            "a b@c.example",
            "a@b@c.example",
            "a@b.example\r\nRCPT TO:<x@y.example>",
            "a\0@b.example",
            "a>@b.example",
            "<a@b.example>",
            "\"a b\"@c.example",
            "\"a>b\"@c.example",
            "a@[127.0.0.1]",
            "a@127.0.0.1",
            "a@b.example, c@d.example",
            "a@b.example\u{2028}",
            "a..b@c.example",
            "a@b..c",
            "a@-",
            &long,
        ] {
            assert_eq!(read(wrong), None, "{wrong:?}");
        }
    }

    #[test]
    fn senders_are_read_with_and_without_a_name() {
        for (typed, name, address) in [
            ("desk@example.org", None, "desk@example.org"),
            (" The Desk <desk@example.org> ", Some("The Desk"), "desk@example.org"),
            ("\"Desk, \\\"the\\\"\" <desk@example.org>", Some("Desk, \"the\""), "desk@example.org"),
            ("مكتب التحقق <desk@example.org>", Some("مكتب التحقق"), "desk@example.org"),
            ("<desk@example.org>", None, "desk@example.org"),
        ] {
            let sender = Sender::read(typed).unwrap();
            assert_eq!((sender.0.name.as_deref(), sender.address()), (name, address));
        }
        for wrong in [
            "",
            "The Desk",
            "Desk <desk>",
            "Desk\r\nBcc: x@y.example <desk@example.org>",
            "a@b.example>",
            "désk@example.org",
        ] {
            assert!(Sender::read(wrong).is_err(), "{wrong:?}");
        }
    }

    #[test]
    fn lines_stay_lines() {
        for (typed, line) in [
            ("  A claim \r\n waits\u{0}\u{85}\u{2029}for\tyou ", "A claim waits for you"),
            ("a\r\nBcc: x@y.example", "a Bcc: x@y.example"),
            ("=?utf-8?b?DQo=?=", "= ?utf-8?b?DQo= ?="),
            ("«\u{a0}oui\u{a0}»", "«\u{a0}oui\u{a0}»"),
            ("مرحبا\u{200f}!", "مرحبا\u{200f}!"),
            ("\r\n\t ", ""),
        ] {
            assert_eq!(clean_line(typed, 50), line);
        }
        for text in ["a".repeat(99), "a ".repeat(99), "=?".repeat(99)] {
            let line = clean_line(&text, 50);
            assert!(line.chars().count() <= 50 && line.chars().count() >= 48 && line.ends_with('…'), "{line}");
        }
    }

    #[test]
    fn message_ids_are_two_dotted_words() {
        for right in ["0198-ab.1@desk.example", "a@localhost", "claim-7@xn--bcher-kva.example"] {
            assert!(is_message_id(right), "{right}");
        }
        for wrong in [
            "",
            "a",
            "a@",
            "@b",
            "<a@b>",
            "a b@c",
            "a@b\r\nX: y",
            "a@b@c",
            "a..b@c",
            "é@b",
            "a@b>",
            &format!("{}@b", "a".repeat(250)),
        ] {
            assert!(!is_message_id(wrong), "{wrong:?}");
        }
    }
}
