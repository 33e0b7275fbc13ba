//! A connection to one checked address, plain or TLS, that ends when its time does.

use std::io::{self, ErrorKind, Read, Write};
use std::net::{IpAddr, SocketAddr, TcpStream};
use std::sync::Arc;
use std::time::{Duration, Instant};

use rustls::pki_types::{CertificateDer, ServerName};
use rustls::{ClientConfig, ClientConnection, RootCertStore, StreamOwned};
use url::{Host, Url};

use super::failed::{Failed, Problem};
use super::guard::port_of;

/// Addresses of one host that are tried before it counts as out of reach.
const MOST_TRIED: usize = 4;

/// No deadline is later than this, whatever is set.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

/// The moment by which something has to be done.
#[derive(Debug, Clone, Copy)]
pub(super) struct Deadline(Instant);

impl Deadline {
    pub(super) fn after(time: Duration) -> Self {
        Deadline(Instant::now() + time.min(LONGEST))
    }

    /// The time left, but at most `most`.
    pub(super) fn left(self, most: Duration) -> Result<Duration, Failed> {
        let left = self.0.saturating_duration_since(Instant::now()).min(most);
        if left.is_zero() { Err(Failed::new(Problem::Timeout, "no time left")) } else { Ok(left) }
    }

    fn left_for_io(self) -> io::Result<Duration> {
        self.left(Duration::MAX).map_err(|failed| io::Error::new(ErrorKind::TimedOut, failed.detail))
    }
}

/// What every TLS connection shares: the roots of the web and those an admin added, HTTP/1.1 only, nothing remembered
/// from one connection to the next.
pub(super) fn tls_config(more_roots: &[Vec<u8>]) -> Result<Arc<ClientConfig>, String> {
    let mut roots = RootCertStore { roots: webpki_roots::TLS_SERVER_ROOTS.to_vec() };
    for der in more_roots {
        roots
            .add(CertificateDer::from(der.as_slice()))
            .map_err(|error| format!("an added root is unusable: {error}"))?;
    }
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let mut config = ClientConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .map_err(|error| error.to_string())?
        .with_root_certificates(roots)
        .with_no_client_auth();
    config.alpn_protocols = vec![b"http/1.1".to_vec()];
    config.resumption = rustls::client::Resumption::disabled();
    Ok(Arc::new(config))
}

/// A connection.
pub(super) enum Wire {
    Plain(Line),
    Tls(Box<StreamOwned<ClientConnection, Line>>),
}

impl Wire {
    /// Connects to the first of these addresses that answers, and to no other; TLS is agreed on within `connect` too.
    pub(super) fn open(
        url: &Url,
        ips: &[IpAddr],
        tls: &Arc<ClientConfig>,
        deadline: Deadline,
        connect: Duration,
    ) -> Result<(Wire, IpAddr), Failed> {
        let connecting = Deadline::after(deadline.left(connect)?);
        let (stream, ip) = first_that_answers(ips, port_of(url), connecting)?;
        stream.set_nodelay(true).map_err(failed_io)?;
        let mut line = Line { stream, deadline: connecting };
        if url.scheme() != "https" {
            line.deadline = deadline;
            return Ok((Wire::Plain(line), ip));
        }
        let mut tls = ClientConnection::new(Arc::clone(tls), server_name(url)?)
            .map_err(|error| Failed::new(Problem::Tls, error.to_string()))?;
        while tls.is_handshaking() {
            tls.complete_io(&mut line).map_err(failed_io)?;
        }
        line.deadline = deadline;
        Ok((Wire::Tls(Box::new(StreamOwned::new(tls, line))), ip))
    }
}

fn first_that_answers(ips: &[IpAddr], port: u16, connecting: Deadline) -> Result<(TcpStream, IpAddr), Failed> {
    let mut failed = Failed::new(Problem::Dns, "no address");
    let tried = ips.len().min(MOST_TRIED);
    for (ip, others) in ips.iter().zip((0..tried).rev()) {
        let left = connecting.left(Duration::MAX)?;
        let share = left / u32::try_from(others + 1).unwrap_or(1);
        match TcpStream::connect_timeout(&SocketAddr::new(*ip, port), share.max(Duration::from_millis(1))) {
            Ok(stream) => return Ok((stream, *ip)),
            Err(error) => failed = failed_connect(*ip, &error),
        }
    }
    Err(failed)
}

fn failed_connect(ip: IpAddr, error: &io::Error) -> Failed {
    let problem = match error.kind() {
        ErrorKind::ConnectionRefused => Problem::Refused,
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Problem::Timeout,
        _ => Problem::Unreachable,
    };
    Failed::new(problem, format!("{ip}: {error}"))
}

fn server_name(url: &Url) -> Result<ServerName<'static>, Failed> {
    match url.host() {
        Some(Host::Ipv4(ip)) => Ok(ServerName::from(IpAddr::from(ip))),
        Some(Host::Ipv6(ip)) => Ok(ServerName::from(IpAddr::from(ip))),
        Some(Host::Domain(name)) => {
            ServerName::try_from(name.to_owned()).map_err(|error| Failed::new(Problem::Tls, error.to_string()))
        }
        None => Err(Failed::new(Problem::Address, "no host")),
    }
}

/// What a failed read or write means.
pub(super) fn failed_io(error: io::Error) -> Failed {
    let is_tls = error.get_ref().is_some_and(|inner| inner.is::<rustls::Error>());
    let problem = match error.kind() {
        ErrorKind::TimedOut | ErrorKind::WouldBlock => Problem::Timeout,
        _ if is_tls => Problem::Tls,
        _ => Problem::Cut,
    };
    Failed::new(problem, error.to_string())
}

impl Read for Wire {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        match self {
            Wire::Plain(line) => line.read(into),
            Wire::Tls(stream) => stream.read(into),
        }
    }
}

impl Write for Wire {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        match self {
            Wire::Plain(line) => line.write(bytes),
            Wire::Tls(stream) => stream.write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        match self {
            Wire::Plain(line) => line.flush(),
            Wire::Tls(stream) => stream.flush(),
        }
    }
}

/// A socket on which every single read and write gets only the time that is left.
pub(super) struct Line {
    stream: TcpStream,
    deadline: Deadline,
}

impl Read for Line {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        self.stream.set_read_timeout(Some(self.deadline.left_for_io()?))?;
        self.stream.read(into)
    }
}

impl Write for Line {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.stream.set_write_timeout(Some(self.deadline.left_for_io()?))?;
        self.stream.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.stream.flush()
    }
}
