//! The conversation with the mail server, one letter at a time.

use std::fmt;
use std::net::ToSocketAddrs;
use std::time::{Duration, Instant};

use lettre::Address;
use lettre::transport::smtp::Error;
use lettre::transport::smtp::authentication::Mechanism;
use lettre::transport::smtp::client::{Certificate, SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Quit, Rcpt};
use lettre::transport::smtp::extension::{Extension, MailBodyParameter, MailParameter};

use super::failed::{Failed, Kind, Step};
use super::letter::Letter;
use super::settings::{Safety, Settings};

/// Addresses of the server that are tried before it counts as out of reach.
const MOST_TRIED: usize = 4;
/// How long the server's goodbye is waited for.
const GOODBYE: Duration = Duration::from_secs(1);

/// Hands letters to a mail server, each over a connection of its own; it blocks, so it belongs on a job's thread.
#[derive(Clone)]
pub struct Mailer {
    settings: Settings,
    tls: Option<TlsParameters>,
}

impl fmt::Debug for Mailer {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.debug_tuple("Mailer").field(&self.settings).finish()
    }
}

impl Mailer {
    /// A mailer for these settings; nothing is connected yet. It fails if an added certificate is unusable.
    pub fn new(settings: Settings) -> Result<Self, String> {
        let unusable = |error: Error| format!("the mail server's certificate is unusable: {error}");
        let mut tls = TlsParameters::builder(settings.host.clone());
        for root in &settings.roots {
            tls = tls.add_root_certificate(Certificate::from_der(root.clone()).map_err(unusable)?);
        }
        let tls = if settings.safety == Safety::Plain { None } else { Some(tls.build_rustls().map_err(unusable)?) };
        Ok(Mailer { settings, tls })
    }

    /// What it was made from.
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Sends a letter; it is the server's once this answers `Ok`. An answer that got lost counts as `Transient`, so the
    /// letter may arrive twice then, both times with the same id.
    pub fn send(&self, letter: &Letter) -> Result<(), Failed> {
        let bytes = letter.bytes(&self.settings.from)?;
        let to = letter.recipient()?;
        let deadline =
            Deadline { end: Instant::now() + self.settings.patience.letter, step: self.settings.patience.step };
        let mut talk = Talk { connection: self.connect(deadline)?, deadline, broken: false };
        let sent = self.introduce(&mut talk).and_then(|()| talk.deliver(&self.settings.from.0.email, &to, &bytes));
        talk.part();
        sent
    }

    fn connect(&self, deadline: Deadline) -> Result<SmtpConnection, Failed> {
        let (host, port) = (self.settings.host.as_str(), self.settings.port);
        let at_server = |why: String| Failed::new(Kind::Transient, &format!("{}: {why}", self.settings.server()));
        let addresses = (host, port).to_socket_addrs().map_err(|error| at_server(error.to_string()))?;
        let wrapped = self.tls.as_ref().filter(|_| self.settings.safety == Safety::Tls);
        let mut failed = at_server("the name has no address".to_owned());
        for address in addresses.take(MOST_TRIED) {
            let wait = Some(deadline.left()?);
            match SmtpConnection::connect(address, wait, &self.settings.hello, wrapped, None) {
                Ok(connection) => return Ok(connection),
                Err(error) => failed = at_server(Failed::at(Step::Connection, &error).why),
            }
        }
        Err(failed)
    }

    fn introduce(&self, talk: &mut Talk) -> Result<(), Failed> {
        let hello = &self.settings.hello;
        if let Some(tls) = self.tls.as_ref().filter(|_| self.settings.safety == Safety::StartTls) {
            talk.step(Step::StartTls, |connection| connection.starttls(tls, hello))?;
        }
        if let Some(credentials) = &self.settings.credentials {
            talk.step(Step::SignIn, |it| it.auth(&[Mechanism::Plain, Mechanism::Login], credentials).map(drop))?;
        }
        Ok(())
    }
}

#[derive(Debug, Clone, Copy)]
struct Deadline {
    end: Instant,
    step: Duration,
}

impl Deadline {
    fn left(self) -> Result<Duration, Failed> {
        let left = self.end.saturating_duration_since(Instant::now()).min(self.step);
        if left.is_zero() { Err(Failed::new(Kind::Transient, "the mail server took too long")) } else { Ok(left) }
    }
}

struct Talk {
    connection: SmtpConnection,
    deadline: Deadline,
    /// Whether no more can be said over this connection.
    broken: bool,
}

impl Talk {
    fn step(&mut self, step: Step, say: impl FnOnce(&mut SmtpConnection) -> Result<(), Error>) -> Result<(), Failed> {
        let left = self.deadline.left()?;
        let done = self.connection.set_timeout(Some(left)).map_err(|error| error.to_string());
        done.map_err(|why| Failed::new(Kind::Transient, &why))?;
        say(&mut self.connection).map_err(|error| {
            self.broken = error.status().is_none() || self.connection.has_broken();
            Failed::at(step, &error)
        })
    }

    fn deliver(&mut self, from: &Address, to: &Address, bytes: &[u8]) -> Result<(), Failed> {
        let options = self.options(bytes)?;
        self.step(Step::Sender, |it| it.command(Mail::new(Some(from.clone()), options)).map(drop))?;
        self.step(Step::Recipient, |it| it.command(Rcpt::new(to.clone(), Vec::new())).map(drop))?;
        self.step(Step::Content, |it| it.command(Data).map(drop))?;
        let unended = bytes.strip_suffix(b"\r\n").unwrap_or(bytes);
        self.step(Step::Content, |it| it.message(unended).map(drop))
    }

    /// Only an address can make a letter more than ASCII.
    fn options(&self, bytes: &[u8]) -> Result<Vec<MailParameter>, Failed> {
        let server = self.connection.server_info();
        match bytes.is_ascii() {
            true => Ok(Vec::new()),
            false if server.supports_feature(Extension::SmtpUtfEight) => {
                Ok(vec![MailParameter::SmtpUtfEight, MailParameter::Body(MailBodyParameter::EightBitMime)])
            }
            false => Err(Failed::new(Kind::Permanent, "the mail server takes only addresses in ASCII")),
        }
    }

    /// Says goodbye, whatever the answer.
    fn part(mut self) {
        if !self.broken && self.connection.set_timeout(Some(GOODBYE)).is_ok() {
            let _ = self.connection.command(Quit);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::net::TcpListener;

    use chrono::DateTime;

    use super::*;
    use crate::mail::smtp::{Act, Smtp, Stage};
    use crate::mail::{Patience, Sender};

    fn settings(url: &str) -> Settings {
        let patience = Patience { step: Duration::from_secs(10), letter: Duration::from_secs(20) };
        Settings::read(url, "The Desk <desk@example.org>").unwrap().waiting(patience)
    }

    fn mailer(server: &Smtp, user: &str) -> Mailer {
        Mailer::new(settings(&server.url(user))).unwrap()
    }

    fn letter(to: &str) -> Letter {
        Letter {
            to: to.into(),
            to_name: None,
            subject: "مطالبة تنتظرك".into(),
            text: ".\n.. dots\nand a sentence".into(),
            language: "ar".into(),
            message_id: "0198-1@example.org".into(),
            in_reply_to: None,
            unsubscribe: None,
            date: DateTime::from_timestamp(1_773_000_000, 0).unwrap(),
        }
    }

    fn no(code: u16, words: &str) -> Act {
        Act::Answer(code, words.into())
    }

    #[test]
    fn a_letter_arrives_byte_for_byte() {
        let server = Smtp::new();
        let mailer = Mailer::new(settings(&server.url("")).greeting_as("desk.example.org").unwrap()).unwrap();
        mailer.send(&letter("ines@desk.example")).unwrap();
        let got = server.letters().remove(0);
        assert_eq!((got.from.as_str(), got.to.as_slice()), ("desk@example.org", &["ines@desk.example".to_owned()][..]));
        assert_eq!(got.bytes, letter("ines@desk.example").bytes(mailer.settings().sender()).unwrap());
        assert_eq!((got.subject().as_str(), got.text().as_str()), ("مطالبة تنتظرك", ".\n.. dots\nand a sentence\n"));
        let said =
            ["EHLO desk.example.org", "MAIL FROM:<desk@example.org>", "RCPT TO:<ines@desk.example>", "DATA", "QUIT"];
        assert_eq!(server.commands(), said);
    }

    #[test]
    fn it_signs_in_either_way_and_only_when_told() {
        for mechanisms in ["AUTH PLAIN LOGIN", "AUTH LOGIN"] {
            let server = Smtp::new();
            server.offer(&[mechanisms]);
            server.only_for("ines@desk", "p:ä/ ss");
            mailer(&server, "ines%40desk:p%3A%C3%A4%2F%20ss").send(&letter("a@b.example")).unwrap();
            assert_eq!(server.credentials(), [("ines@desk".to_owned(), "p:ä/ ss".to_owned())]);
            let failed = mailer(&server, "ines:hunter2").send(&letter("a@b.example")).unwrap_err();
            assert_eq!((failed.kind, failed.why.as_str()), (Kind::Transient, "signing in: 535"));
            let failed = mailer(&server, "").send(&letter("a@b.example")).unwrap_err();
            assert_eq!(
                (failed.kind, failed.why.as_str()),
                (Kind::Transient, "naming the sender: 530 5.7.0 sign in first")
            );
            assert_eq!((server.credentials().len(), server.letters().len()), (2, 1));
        }
        let server = Smtp::new();
        server.offer(&["8BITMIME", "AUTH XOAUTH2"]);
        let failed = mailer(&server, "ines:hunter2").send(&letter("a@b.example")).unwrap_err();
        assert!(failed.kind == Kind::Transient && failed.why.starts_with("signing in"), "{failed}");
    }

    #[test]
    fn refusals_last_only_where_they_are_about_the_letter() {
        use Kind::{Permanent, Transient};
        for (stage, code, kind) in [
            (Stage::Greeting, 421, Transient),
            (Stage::Greeting, 554, Transient),
            (Stage::Hello, 550, Transient),
            (Stage::Auth, 535, Transient),
            (Stage::Auth, 550, Transient),
            (Stage::Auth, 454, Transient),
            (Stage::Mail, 550, Transient),
            (Stage::Mail, 451, Transient),
            (Stage::Rcpt, 450, Transient),
            (Stage::Rcpt, 550, Permanent),
            (Stage::Rcpt, 530, Transient),
            (Stage::Data, 421, Transient),
            (Stage::Data, 554, Permanent),
            (Stage::Content, 452, Transient),
            (Stage::Content, 554, Permanent),
        ] {
            let server = Smtp::new();
            server.once(stage, no(code, "5.1.1 first line\n5.1.1 second line"));
            let mailer = mailer(&server, "u:hunter2");
            let failed = mailer.send(&letter("a@b.example")).unwrap_err();
            assert_eq!(failed.kind, kind, "{stage:?} {code}: {failed}");
            assert!(failed.why.contains(&code.to_string()) && !failed.why.contains("hunter2"), "{failed}");
            assert_eq!(server.letters().len(), 0);
            mailer.send(&letter("a@b.example")).unwrap();
            assert_eq!(server.letters().len(), 1, "{stage:?} {code}");
        }
    }

    #[test]
    fn one_refused_recipient_stops_no_other() {
        let server = Smtp::new();
        server.when_about(Stage::Rcpt, "gone@desk.example", no(550, "5.1.1 <gone@desk.example> unknown"));
        let mailer = mailer(&server, "");
        let failed = mailer.send(&letter("gone@desk.example")).unwrap_err();
        assert_eq!(failed.why, "naming the recipient: 550 5.1.1 <gone@desk.example> unknown");
        assert_eq!(mailer.send(&letter("ines@desk.example")), Ok(()));
        assert_eq!(server.commands().iter().filter(|it| *it == "QUIT").count(), 2);
        let unfit = mailer.send(&letter("x@y.example>\r\nRCPT TO:<z@y.example")).unwrap_err();
        assert_eq!((unfit.kind, server.connections()), (Kind::Permanent, 2));
    }

    #[test]
    fn silence_and_broken_connections_are_for_later() {
        for act in [Act::Hang, Act::Drop] {
            for stage in
                [Stage::Greeting, Stage::Hello, Stage::Auth, Stage::Mail, Stage::Rcpt, Stage::Data, Stage::Content]
            {
                let server = Smtp::new();
                server.once(stage, act.clone());
                let started = Instant::now();
                let patience = Patience { step: Duration::from_millis(300), letter: Duration::from_secs(3) };
                let hurried = Mailer::new(settings(&server.url("u:p")).waiting(patience)).unwrap();
                assert_eq!(hurried.send(&letter("a@b.example")).unwrap_err().kind, Kind::Transient, "{stage:?}");
                assert!(started.elapsed() < Duration::from_secs(5), "{stage:?} {:?}", started.elapsed());
            }
            let server = Smtp::new();
            server.once(Stage::Quit, act);
            assert_eq!(mailer(&server, "").send(&letter("a@b.example")), Ok(()));
        }
        let server = Smtp::new();
        server.once(Stage::Content, Act::TakeAndDrop);
        let mailer = mailer(&server, "");
        assert_eq!(mailer.send(&letter("a@b.example")).unwrap_err().kind, Kind::Transient);
        assert_eq!(mailer.send(&letter("a@b.example")), Ok(()));
        let got = server.letters();
        assert_eq!(got.first().map(|it| &it.bytes), got.get(1).map(|it| &it.bytes));
    }

    #[test]
    fn a_server_that_is_not_there_or_is_none_is_for_later() {
        let gone = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap();
        for url in [
            format!("smtp://{gone}"),
            "smtp://nowhere.invalid".to_owned(),
            format!("smtps://{}", Smtp::new().address()),
        ] {
            let failed = Mailer::new(settings(&url)).unwrap().send(&letter("a@b.example")).unwrap_err();
            assert_eq!(failed.kind, Kind::Transient, "{failed}");
        }
        let server = Smtp::new();
        server.when(Stage::Hello, no(250, &"x".repeat(5000)));
        assert_eq!(mailer(&server, "").send(&letter("a@b.example")).unwrap_err().kind, Kind::Transient);
        server.behave();
        server.when(Stage::Rcpt, no(550, &format!("\u{1b}[31m\u{7} {}", "y".repeat(800))));
        let failed = mailer(&server, "").send(&letter("a@b.example")).unwrap_err();
        assert!(failed.why.chars().count() <= 300 && !failed.why.chars().any(char::is_control), "{failed:?}");
    }

    #[test]
    fn slow_answers_end_with_the_letters_time() {
        let server = Smtp::new();
        let patience = Patience { step: Duration::from_secs(10), letter: Duration::from_millis(700) };
        server.once(Stage::Rcpt, Act::Hang);
        let started = Instant::now();
        let mailer = Mailer::new(settings(&server.url("")).waiting(patience)).unwrap();
        assert_eq!(mailer.send(&letter("a@b.example")).unwrap_err().kind, Kind::Transient);
        assert!(started.elapsed() < Duration::from_secs(5), "{:?}", started.elapsed());
    }

    #[test]
    fn encrypted_servers_are_trusted_only_with_a_reason() {
        for server in [Smtp::with_tls(), Smtp::with_starttls()] {
            let trusting = Mailer::new(settings(&server.url("u:p")).trusting(server.root())).unwrap();
            trusting.send(&letter("a@b.example")).unwrap();
            assert!(server.letters().iter().all(|it| it.encrypted) && server.letters().len() == 1);
            let failed = mailer(&server, "u:p").send(&letter("a@b.example")).unwrap_err();
            assert!(failed.kind == Kind::Transient && failed.why.contains("certificate"), "{failed}");
            let elsewhere = server.url("u:p").replace("127.0.0.1", "localhost");
            let elsewhere = Mailer::new(settings(&elsewhere).trusting(server.root())).unwrap();
            assert_eq!(elsewhere.send(&letter("a@b.example")).unwrap_err().kind, Kind::Transient);
            assert_eq!((server.letters().len(), server.credentials().len()), (1, 1));
        }
        assert!(Mailer::new(settings("smtps://mail.example").trusting(b"no certificate".to_vec())).is_err());
    }

    #[test]
    fn encryption_that_is_asked_for_is_never_done_without() {
        let server = Smtp::new();
        let url = server.url("u:hunter2").replace("smtp://", "smtp+starttls://");
        let failed = Mailer::new(settings(&url)).unwrap().send(&letter("a@b.example")).unwrap_err();
        assert!(failed.kind == Kind::Transient && failed.why.starts_with("starting encryption"), "{failed}");
        let server_that_refuses = Smtp::with_starttls();
        server_that_refuses.when(Stage::StartTls, no(454, "4.7.0 not now"));
        let failed = mailer(&server_that_refuses, "u:hunter2").send(&letter("a@b.example")).unwrap_err();
        assert_eq!(failed.why, "starting encryption: 454 4.7.0 not now");
        assert_eq!(server.credentials().len() + server_that_refuses.credentials().len(), 0);
        assert_eq!(server.letters().len() + server_that_refuses.letters().len(), 0);
    }

    #[test]
    fn addresses_beyond_ascii_go_where_they_are_taken() {
        let server = Smtp::new();
        mailer(&server, "").send(&letter("إيناس@مثال.إختبار")).unwrap();
        assert_eq!(server.letters().remove(0).to, ["إيناس@xn--mgbh0fb.xn--kgbechtv"]);
        server.offer(&["8BITMIME"]);
        assert_eq!(mailer(&server, "").send(&letter("إيناس@مثال.إختبار")).unwrap_err().kind, Kind::Permanent);
        mailer(&server, "").send(&letter("ines@مثال.إختبار")).unwrap();
    }

    #[test]
    fn nothing_shows_the_password() {
        let mailer = Mailer::new(settings("smtps://ines:hunter2@mail.example")).unwrap();
        assert!(!format!("{mailer:?} {:#?}", mailer.settings()).contains("hunter2"));
        assert_eq!(Sender::read("The Desk <desk@example.org>").as_ref(), Ok(mailer.settings().sender()));
    }
}
