//! Letters: plain text with the headers of mail that a program sends, which nobody's words can add to.

use std::fmt;
use std::time::SystemTime;

use chrono::{DateTime, Datelike, Utc};
use lettre::Address;
use lettre::message::header::{Date, From, HeaderName, HeaderValue, Headers, MIME_VERSION_1_0, Subject, To};
use lettre::message::{Body, Mailbox, Mailboxes};
use url::Url;

use super::address::{self, Sender, clean_line, clean_name, is_message_id};

const LONGEST_SUBJECT: usize = 200;
const LONGEST_LANGUAGE: usize = 35;
const LONGEST_URL: usize = 900;

/// A letter to one person. Written twice, it is the same bytes, so a second sending is the same message.
#[derive(Clone, PartialEq, Eq)]
pub struct Letter {
    /// The address it goes to.
    pub to: String,
    /// The person's name, if it is to be shown.
    pub to_name: Option<String>,
    /// What it is about; one line is made of it, cut after 200 characters.
    pub subject: String,
    /// What it says, lines ended in any way; control characters are left out.
    pub text: String,
    /// The language's tag, `ar` or `pt-BR`; left out of the letter if it is none.
    pub language: String,
    /// Its id without `<>`, kept from one try to the next: see `Settings::message_id`.
    pub message_id: String,
    /// The id, without `<>`, of the message that it belongs under, which need not have been sent.
    pub in_reply_to: Option<String>,
    /// The address that ends letters of this kind: by a POST without questions where it is https, as RFC 8058 asks.
    pub unsubscribe: Option<String>,
    /// When it was written.
    pub date: DateTime<Utc>,
}

/// Why a letter cannot be written, whoever is asked to take it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Unfit {
    /// The person's address is none that mail can be sent to.
    Address,
    /// An id is not two dotted words with an `@` between them.
    MessageId,
    /// The year is before 1970 or after 9999.
    Date,
    /// The address for unsubscribing is neither http nor https, or too long.
    Unsubscribe,
}

impl fmt::Display for Unfit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Unfit::Address => "no mail can be sent to this address",
            Unfit::MessageId => "this is no message id",
            Unfit::Date => "this date cannot stand in a letter",
            Unfit::Unsubscribe => "this is no address for unsubscribing",
        })
    }
}

impl std::error::Error for Unfit {}

/// Only the id: what letters say, and the links in them, are not for logs.
impl fmt::Debug for Letter {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Letter").field("message_id", &self.message_id).finish_non_exhaustive()
    }
}

impl Letter {
    /// The whole message, every line ended with CRLF and, unless the address itself is not, in ASCII.
    pub fn bytes(&self, from: &Sender) -> Result<Vec<u8>, Unfit> {
        let to = Mailbox::new(self.to_name.as_deref().and_then(clean_name), self.recipient()?);
        let body = Body::new(clean_text(&self.text));
        let mut headers = Headers::new();
        headers.set(From::from(Mailboxes::from(from.0.clone())));
        headers.set(To::from(Mailboxes::from(to)));
        headers.set(Subject::from(clean_line(&self.subject, LONGEST_SUBJECT)));
        headers.set(self.date_header()?);
        for (name, value) in self.plain_headers()? {
            let name = HeaderName::new_from_ascii_str(name);
            headers.insert_raw(HeaderValue::dangerous_new_pre_encoded(name, value.clone(), value));
        }
        headers.set(MIME_VERSION_1_0);
        headers.set(body.encoding());
        let mut bytes = headers.to_string().into_bytes();
        bytes.extend_from_slice(b"\r\n");
        bytes.extend(body.into_vec());
        Ok(bytes)
    }

    /// Where it goes.
    pub(super) fn recipient(&self) -> Result<Address, Unfit> {
        address::read(&self.to).ok_or(Unfit::Address)
    }

    fn date_header(&self) -> Result<Date, Unfit> {
        let fits = (1970..=9999).contains(&self.date.year());
        if fits { Ok(Date::new(SystemTime::from(self.date))) } else { Err(Unfit::Date) }
    }

    /// The headers that need no encoding, each value checked to be printable ASCII.
    fn plain_headers(&self) -> Result<Vec<(&'static str, String)>, Unfit> {
        let id = |id: &str| if is_message_id(id) { Ok(format!("<{id}>")) } else { Err(Unfit::MessageId) };
        let mut headers = vec![("Message-ID", id(&self.message_id)?)];
        if let Some(thread) = &self.in_reply_to {
            headers.push(("In-Reply-To", id(thread)?));
            headers.push(("References", id(thread)?));
        }
        headers.push(("Auto-Submitted", "auto-generated".to_owned()));
        if let Some(address) = &self.unsubscribe {
            let url = unsubscribe_url(address).ok_or(Unfit::Unsubscribe)?;
            headers.push(("List-Unsubscribe", format!("<{url}>")));
            if url.scheme() == "https" {
                headers.push(("List-Unsubscribe-Post", "List-Unsubscribe=One-Click".to_owned()));
            }
        }
        if is_language(&self.language) {
            headers.push(("Content-Language", self.language.clone()));
        }
        headers.push(("Content-Type", "text/plain; charset=utf-8".to_owned()));
        Ok(headers)
    }
}

fn unsubscribe_url(address: &str) -> Option<Url> {
    let url = Url::parse(address).ok().filter(|url| matches!(url.scheme(), "http" | "https"))?;
    let printable = url.as_str().bytes().all(|b| b.is_ascii_graphic() && b != b'<' && b != b'>');
    (printable && url.as_str().len() <= LONGEST_URL).then_some(url)
}

fn is_language(tag: &str) -> bool {
    let part = |part: &str| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric());
    tag.len() <= LONGEST_LANGUAGE && tag.split('-').all(part)
}

/// Lines ended with CRLF, the last one too, and no control character but the tab.
fn clean_text(text: &str) -> String {
    let mut clean = String::with_capacity(text.len() + text.len() / 32);
    let mut last = '\n';
    for c in text.chars() {
        match c {
            '\n' if last == '\r' => {}
            '\n' | '\r' => clean.push_str("\r\n"),
            '\t' => clean.push(c),
            c if c.is_control() => {}
            c => clean.push(c),
        }
        last = c;
    }
    if !clean.ends_with('\n') {
        clean.push_str("\r\n");
    }
    clean
}

#[cfg(test)]
mod tests {
    use std::time::Instant;

    use chrono::TimeZone;
    use proptest::prelude::*;

    use super::*;
    use crate::mail::smtp::Received;

    fn letter() -> Letter {
        Letter {
            to: "ines@desk.example".into(),
            to_name: Some("Inés Duarte".into()),
            subject: "A claim waits for you".into(),
            text: "Good morning.\n.\nAll the best".into(),
            language: "en".into(),
            message_id: "0198-1@example.org".into(),
            in_reply_to: None,
            unsubscribe: None,
            date: Utc.with_ymd_and_hms(2026, 3, 9, 8, 5, 7).unwrap(),
        }
    }

    fn from() -> Sender {
        Sender::read("The Desk <desk@example.org>").unwrap()
    }

    fn received(letter: &Letter) -> Received {
        let bytes = letter.bytes(&from()).unwrap();
        assert_eq!(bytes, letter.bytes(&from()).unwrap());
        Received::of(bytes)
    }

    #[test]
    fn a_letter_is_written_as_standards_say() {
        let written = String::from_utf8(letter().bytes(&from()).unwrap()).unwrap();
        let expected = "From: \"The Desk\" <desk@example.org>\r\n\
            To: =?utf-8?b?SW7DqXMgRHVhcnRl?= <ines@desk.example>\r\n\
            Subject: A claim waits for you\r\n\
            Date: Mon, 09 Mar 2026 08:05:07 +0000\r\n\
            Message-ID: <0198-1@example.org>\r\n\
            Auto-Submitted: auto-generated\r\n\
            Content-Language: en\r\n\
            Content-Type: text/plain; charset=utf-8\r\n\
            MIME-Version: 1.0\r\n\
            Content-Transfer-Encoding: 7bit\r\n\
            \r\n\
            Good morning.\r\n.\r\nAll the best\r\n";
        assert_eq!(written, expected);
    }

    #[test]
    fn threads_and_the_way_out_have_their_headers() {
        let url = "https://desk.example/mail/off?key=abc,d%20e";
        let with =
            Letter { in_reply_to: Some("claim-7@example.org".into()), unsubscribe: Some(url.into()), ..letter() };
        let got = received(&with);
        assert_eq!(got.header("In-Reply-To").as_deref(), Some("<claim-7@example.org>"));
        assert_eq!(got.header("References").as_deref(), Some("<claim-7@example.org>"));
        assert_eq!(got.header("List-Unsubscribe"), Some(format!("<{url}>")));
        assert_eq!(got.header("List-Unsubscribe-Post").as_deref(), Some("List-Unsubscribe=One-Click"));
        let plain = received(&Letter { unsubscribe: Some("http://127.0.0.1:80/off".into()), ..letter() });
        assert_eq!(plain.header("List-Unsubscribe").as_deref(), Some("<http://127.0.0.1/off>"));
        assert_eq!(plain.header("List-Unsubscribe-Post"), None);
    }

    #[test]
    fn long_subjects_in_any_script_are_folded_and_whole() {
        let arabic =
            "تحقق من ادعاء الوزير بأن نسبة البطالة انخفضت إلى 7٫4٪ في الربع الأخير من سنة 2025 حسب أرقام المكتب الوطني";
        let hindi = "बेरोज़गारी पर मंत्री का दावा: क्या सच में घटी है दर? ".repeat(3);
        let emoji = "🧾".repeat(60);
        let ascii = "Unemployment fell to 7.4 per cent, says the minister, and then it rose again ".repeat(2);
        for subject in [
            arabic,
            hindi.trim(),
            emoji.as_str(),
            ascii.trim(),
            "Re: «Öl» a=?b =?q ¿que?",
            "a \u{202b}שלום\u{202c} b",
            "",
        ] {
            let got = received(&Letter { subject: subject.to_owned(), ..letter() });
            assert_eq!(got.subject(), clean_line(subject, LONGEST_SUBJECT), "{}", String::from_utf8_lossy(&got.bytes));
            assert!(
                got.bytes.split(|b| *b == b'\n').all(|line| line.len() <= 79),
                "{}",
                String::from_utf8_lossy(&got.bytes)
            );
        }
    }

    #[test]
    fn texts_arrive_as_they_were_written() {
        for (text, arrives) in [
            ("", "\n".to_owned()),
            ("a\rb\r\nc\n\nd\n\r", "a\nb\nc\n\nd\n\n".to_owned()),
            (".\n..\n.a", ".\n..\n.a\n".to_owned()),
            ("a\0b\u{1b}[31mc\u{85}\td  \n", "abc\td  \n".replace("bc", "b[31mc")),
            ("مرحبا =20 بك\nسطر", "مرحبا =20 بك\nسطر\n".to_owned()),
            (&"x".repeat(3000), format!("{}\n", "x".repeat(3000))),
            (&"العربية ".repeat(500), format!("{}\n", "العربية ".repeat(500))),
        ] {
            let got = received(&Letter { text: text.to_owned(), ..letter() });
            assert_eq!(got.text(), arrives);
            assert!(got.bytes.is_ascii() && got.bytes.split(|b| *b == b'\n').all(|line| line.len() <= 79));
        }
    }

    #[test]
    fn nothing_unfit_is_written() {
        let nope = |change: fn(&mut Letter)| {
            let mut changed = letter();
            change(&mut changed);
            changed.bytes(&from()).unwrap_err()
        };
        assert_eq!(nope(|it| it.to = "ines@desk.example\r\nBcc: x@y.example".into()), Unfit::Address);
        assert_eq!(nope(|it| it.message_id = "a@b>\r\nX: y".into()), Unfit::MessageId);
        assert_eq!(nope(|it| it.in_reply_to = Some("<a@b>".into())), Unfit::MessageId);
        assert_eq!(nope(|it| it.unsubscribe = Some("mailto:a@b.example".into())), Unfit::Unsubscribe);
        assert_eq!(
            nope(|it| it.unsubscribe = Some(format!("https://a.example/{}", "a".repeat(900)))),
            Unfit::Unsubscribe
        );
        assert_eq!(nope(|it| it.date = DateTime::<Utc>::MAX_UTC), Unfit::Date);
        assert_eq!(nope(|it| it.date = DateTime::<Utc>::MIN_UTC), Unfit::Date);
        assert_eq!(received(&Letter { language: "en\r\nX: y".into(), ..letter() }).header("Content-Language"), None);
        assert_eq!(format!("{:?}", letter()), "Letter { message_id: \"0198-1@example.org\", .. }");
    }

    #[test]
    fn long_texts_take_time_in_proportion() {
        let started = Instant::now();
        for text in ["\n".repeat(1_000_000), "é\r".repeat(500_000), "a".repeat(1_000_000)] {
            assert!(
                Letter { subject: text.clone(), to_name: Some(text.clone()), text, ..letter() }.bytes(&from()).is_ok()
            );
        }
        assert!(started.elapsed().as_secs() < 10, "{:?}", started.elapsed());
    }

    const HEADERS: [&str; 10] = [
        "From",
        "To",
        "Subject",
        "Date",
        "Message-ID",
        "Auto-Submitted",
        "Content-Language",
        "Content-Type",
        "MIME-Version",
        "Content-Transfer-Encoding",
    ];

    proptest! {
        #[test]
        fn no_words_add_a_header_or_a_recipient(
            subject in "(?s).{0,80}|([ -~]|\r\n|=\\?utf-8\\?[bq]\\?|é|\\?=){0,40}",
            name in "(?s).{0,80}|([ -~]|\r\n|=\\?utf-8\\?[bq]\\?|é|\\?=){0,40}",
            text in "(?s).{0,300}",
        ) {
            let got = received(&Letter { subject: subject.clone(), to_name: Some(name), text, ..letter() });
            prop_assert_eq!(got.names(), HEADERS);
            prop_assert_eq!(got.subject(), clean_line(&subject, LONGEST_SUBJECT));
            prop_assert!(got.bytes.is_ascii());
            let to = got.header("To").unwrap();
            prop_assert!(to == "ines@desk.example" || to.ends_with(" <ines@desk.example>"), "{}", to);
        }
    }
}
