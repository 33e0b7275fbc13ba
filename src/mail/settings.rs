//! Where the mail server is, and who writes.

use std::fmt;
use std::net::IpAddr;
use std::time::Duration;

use lettre::transport::smtp::authentication::Credentials;
use lettre::transport::smtp::extension::ClientId;
use percent_encoding::percent_decode_str;
use url::Url;

use super::address::Sender;

/// How a connection is kept from being read on its way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Safety {
    /// `smtp://`: not at all, for a server on this machine or in a network of one's own.
    Plain,
    /// `smtp+starttls://`: encrypted after the greeting, or not used.
    StartTls,
    /// `smtps://`: encrypted from the first byte.
    Tls,
}

/// How long a mail server is waited for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Patience {
    /// For each connection and each of its answers.
    pub step: Duration,
    /// For one letter from the connection to the last answer; looking up the server's name is not counted.
    pub letter: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Patience { step: Duration::from_secs(30), letter: Duration::from_secs(120) }
    }
}

/// What a mailer is made from. Shown and logged, it keeps its user name and password to itself.
#[derive(Clone)]
pub struct Settings {
    pub(super) safety: Safety,
    pub(super) host: String,
    pub(super) port: u16,
    pub(super) credentials: Option<Credentials>,
    pub(super) from: Sender,
    pub(super) hello: ClientId,
    pub(super) roots: Vec<Vec<u8>>,
    pub(super) patience: Patience,
}

impl Settings {
    /// Reads `smtps://user:password@host:465`, `smtp+starttls://user:password@host:587` or `smtp://host:25`, the ports
    /// being those if none is named, user and password percent-encoded; and the sender. The sentence for what is wrong
    /// repeats no part of the address: it may hold a password.
    pub fn read(url: &str, from: &str) -> Result<Self, String> {
        let url = Url::parse(url.trim()).map_err(|_| shape())?;
        let (safety, port) = match url.scheme() {
            "smtp" => (Safety::Plain, 25),
            "smtp+starttls" => (Safety::StartTls, 587),
            "smtps" => (Safety::Tls, 465),
            _ => return Err(shape()),
        };
        if !matches!(url.path(), "" | "/") || url.query().is_some() || url.fragment().is_some() {
            return Err(format!("{}; /, ? and # in a user name or password are written %2F, %3F and %23", shape()));
        }
        let host = host_of(&url).ok_or_else(shape)?;
        let credentials = credentials_of(&url)?;
        if credentials.is_some() && safety == Safety::Plain && !is_here(&host) {
            return Err("a password may not travel unencrypted: use smtps:// or smtp+starttls://".to_owned());
        }
        Ok(Settings {
            safety,
            host,
            port: url.port().unwrap_or(port),
            credentials,
            from: Sender::read(from)?,
            hello: ClientId::Domain("localhost".to_owned()),
            roots: Vec::new(),
            patience: Patience::default(),
        })
    }

    /// The name or address that this machine greets the server with, `localhost` if never said.
    pub fn greeting_as(mut self, name: &str) -> Result<Self, String> {
        self.hello = match name.parse() {
            Ok(IpAddr::V4(ip)) => ClientId::Ipv4(ip),
            Ok(IpAddr::V6(ip)) => ClientId::Ipv6(ip),
            Err(_) if is_host(name) => ClientId::Domain(name.to_owned()),
            Err(_) => return Err("the name for greeting the mail server must be one like desk.example.org".to_owned()),
        };
        Ok(self)
    }

    /// One more certificate (DER) that may vouch for the server, beside the web's own roots.
    pub fn trusting(mut self, root: Vec<u8>) -> Self {
        self.roots.push(root);
        self
    }

    /// Another patience than the usual one.
    pub fn waiting(mut self, patience: Patience) -> Self {
        self.patience = patience;
        self
    }

    /// Who the letters are from.
    pub fn sender(&self) -> &Sender {
        &self.from
    }

    /// Host and port of the server, for people who look after it.
    pub fn server(&self) -> String {
        if self.host.contains(':') {
            format!("[{}]:{}", self.host, self.port)
        } else {
            format!("{}:{}", self.host, self.port)
        }
    }

    /// A message's id from what makes it unique, letters, digits and dashes: the same key is the same message.
    pub fn message_id(&self, key: &str) -> String {
        format!("{key}@{}", self.from.0.email.domain())
    }
}

impl fmt::Debug for Settings {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_struct("Settings")
            .field("server", &self.server())
            .field("safety", &self.safety)
            .field("signs_in", &self.credentials.is_some())
            .field("from", &self.from.address())
            .finish_non_exhaustive()
    }
}

fn shape() -> String {
    "the mail server must be given as smtps://user:password@host:465, smtp+starttls://user:password@host:587 or \
     smtp://host:25"
        .to_owned()
}

fn host_of(url: &Url) -> Option<String> {
    match url.host()? {
        url::Host::Ipv4(ip) => Some(ip.to_string()),
        url::Host::Ipv6(ip) => Some(ip.to_string()),
        url::Host::Domain(name) => Some(name.to_ascii_lowercase()).filter(|name| is_host(name)),
    }
}

fn is_host(name: &str) -> bool {
    let part =
        |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_'));
    name.len() <= 253 && name.split('.').all(part)
}

fn is_here(host: &str) -> bool {
    host == "localhost" || host.parse().is_ok_and(|ip: IpAddr| ip.is_loopback())
}

fn credentials_of(url: &Url) -> Result<Option<Credentials>, String> {
    let decoded = |text: &str| {
        let text = percent_decode_str(text).decode_utf8().ok()?.into_owned();
        Some(text).filter(|text| !text.is_empty() && !text.chars().any(char::is_control))
    };
    match (url.username(), url.password()) {
        ("", None) => Ok(None),
        (user, Some(password)) => match (decoded(user), decoded(password)) {
            (Some(user), Some(password)) => Ok(Some(Credentials::new(user, password))),
            _ => Err("the mail server's user name and password must be percent-encoded text".to_owned()),
        },
        (_, None) => Err("the mail server's address names a user but no password".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FROM: &str = "The Desk <desk@example.org>";

    #[test]
    fn addresses_of_servers_are_read() {
        for (url, safety, server, signs_in) in [
            ("smtp://mail.example", Safety::Plain, "mail.example:25", false),
            ("smtp://127.0.0.1:2525/", Safety::Plain, "127.0.0.1:2525", false),
            ("smtp://u:p@[::1]:26", Safety::Plain, "[::1]:26", true),
            ("smtp+starttls://u:p@Mail.Example", Safety::StartTls, "mail.example:587", true),
            ("smtps://u%40x:p%2F%23%3A@mail.example", Safety::Tls, "mail.example:465", true),
        ] {
            let read = Settings::read(url, FROM).unwrap();
            let signs = read.credentials.is_some();
            assert_eq!((read.safety, read.server().as_str(), signs), (safety, server, signs_in), "{url}");
            assert_eq!(read.message_id("0198-a"), "0198-a@example.org");
        }
        let decoded = Settings::read("smtps://u%40x:p%2F%23%3A+%25@mail.example", FROM).unwrap().credentials;
        assert_eq!(decoded, Some(Credentials::new("u@x".into(), "p/#:+%".into())));
    }

    #[test]
    fn what_is_wrong_is_said_without_the_password() {
        for url in [
            "",
            "mail.example",
            "http://u:hunter2@mail.example",
            "smtps://u:hunter2@",
            "smtps://u:hunter2@mail.example/x",
            "smtps://u:hunter2#x@mail.example",
            "smtps://u:hunter2@mail.example?tls=required",
            "smtps://hunter2@mail.example",
            "smtps://u:hunter2%0d%0a@mail.example",
            "smtps://u:hunter2%ff@mail.example",
            "smtps://:hunter2@mail.example",
            "smtp://u:hunter2@mail.example",
            "smtps://u:hunter2@ma%0ail.example",
            "smtps://u:hunter2@mail.example:99999",
            "smtps://u:hunter2@mail..example",
            "smtp:mail.example",
        ] {
            let said = Settings::read(url, FROM).unwrap_err();
            assert!(!said.contains("hunter2") && said.contains("mail") || said.contains("password"), "{url}: {said}");
            assert!(!said.contains("hunter2"), "{url}: {said}");
        }
        assert!(Settings::read("smtp://mail.example", "nobody").unwrap_err().contains("sender"));
        let shown = format!("{:?}", Settings::read("smtps://ines:hunter2@mail.example", FROM).unwrap());
        assert!(shown.contains("mail.example:465") && !shown.contains("hunter2") && !shown.contains("ines"), "{shown}");
    }

    #[test]
    fn the_greeting_is_a_name_or_an_address() {
        let settings = || Settings::read("smtp://mail.example", FROM).unwrap();
        for (name, said) in
            [("desk.example.org", "desk.example.org"), ("127.0.0.1", "[127.0.0.1]"), ("::1", "[IPv6:::1]")]
        {
            assert_eq!(settings().greeting_as(name).unwrap().hello.to_string(), said);
        }
        assert_eq!(settings().hello.to_string(), "localhost");
        for wrong in ["", "a b", "a\r\nMAIL FROM:<x@y.example>", "desk.example:8080", "é.example"] {
            assert!(settings().greeting_as(wrong).is_err(), "{wrong:?}");
        }
    }
}
