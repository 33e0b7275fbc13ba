//! Who may be asked: every typed address, every redirect and every resolved address passes here.

use std::net::IpAddr;
use std::str::FromStr;

use url::{Host, Url};

use super::addresses::{Net, address_is_public};
use super::failed::{Failed, Problem};

/// Bytes of an address.
const LONGEST_ADDRESS: usize = 4000;
const STANDARD_PORTS: [u16; 2] = [80, 443];
/// Names, and endings of names, that only a network inside knows.
const INSIDE: [&str; 13] = [
    "localhost",
    "localdomain",
    "local",
    "internal",
    "intranet",
    "private",
    "corp",
    "home",
    "home.arpa",
    "lan",
    "onion",
    "invalid",
    "in-addr.arpa",
];

/// Something an admin opened: `10.1.0.0/16`, `10.1.2.3:8080`, `[fd00::1]:8080`, `data.example.org:8443`, `wiki.internal`.
///
/// An address or range opens private addresses, on the standard ports or on the one named. A name opens its port, or
/// its ending; never a private address, since whoever holds the name could point it anywhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Opening {
    /// Addresses, on one port or on the standard ones.
    Net { net: Net, port: Option<u16> },
    /// A host by its name, on one port or on the standard ones.
    Name { name: String, port: Option<u16> },
}

impl FromStr for Opening {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let wrong = || format!("{text} is neither an address, a range, nor a host, with or without :port");
        if let Ok(net) = text.parse() {
            return Ok(Opening::Net { net, port: None });
        }
        let (place, port) = match text.rsplit_once(':') {
            Some((place, port)) => (place, Some(port.parse::<u16>().map_err(|_| wrong())?)),
            None => (text, None),
        };
        let bare = place.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(place);
        if let Ok(net) = bare.parse() {
            return Ok(Opening::Net { net, port });
        }
        match Host::parse(place) {
            Ok(Host::Domain(name)) => Ok(Opening::Name { name: name.trim_end_matches('.').to_owned(), port }),
            _ => Err(wrong()),
        }
    }
}

/// An address that somebody typed, as far as it can be judged without asking anybody: http or https, no name and
/// password, port 80 or 443, and a host that is neither a private address nor a name of the network inside.
pub fn check_url(typed: &str) -> Result<Url, Failed> {
    Guard::default().check(typed)
}

/// The rules with what an admin opened.
#[derive(Debug, Default)]
pub(super) struct Guard {
    pub(super) openings: Vec<Opening>,
}

impl Guard {
    /// A typed address.
    pub(super) fn check(&self, typed: &str) -> Result<Url, Failed> {
        let typed = typed.trim_matches(|c: char| c.is_ascii_whitespace());
        check_writing(typed)?;
        let url = Url::parse(typed).map_err(|error| Failed::new(Problem::Address, error.to_string()))?;
        let is_web = matches!(url.scheme(), "http" | "https");
        let after_scheme = typed.get(url.scheme().len()..).and_then(|rest| rest.strip_prefix("://"));
        if is_web && after_scheme.is_none_or(|rest| rest.starts_with('/')) {
            return Err(Failed::new(Problem::Address, "the scheme is not followed by :// and a host"));
        }
        self.check_parsed(url)
    }

    /// Where a redirect leads.
    pub(super) fn follow(&self, from: &Url, location: &str) -> Result<Url, Failed> {
        let location = location.trim_matches(|c: char| c.is_ascii_whitespace());
        check_writing(location)?;
        let to = from.join(location).map_err(|error| Failed::new(Problem::Address, error.to_string()))?;
        let to = self.check_parsed(to)?;
        if from.scheme() == "https" && to.scheme() == "http" {
            return Err(Failed::new(Problem::Downgrade, format!("redirect from https to {to}")));
        }
        Ok(to)
    }

    fn check_parsed(&self, mut url: Url) -> Result<Url, Failed> {
        if !matches!(url.scheme(), "http" | "https") {
            return Err(Failed::new(Problem::Scheme, format!("scheme {}", url.scheme())));
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(Failed::new(Problem::Userinfo, "a name or password in the address"));
        }
        url.set_fragment(None);
        if let Some(name) = url.domain().and_then(|name| name.strip_suffix('.')).map(str::to_owned) {
            url.set_host(Some(&name)).map_err(|error| Failed::new(Problem::Address, error.to_string()))?;
        }
        match url.host() {
            Some(Host::Domain(name)) => self.check_name(name)?,
            Some(Host::Ipv4(ip)) => self.check_addresses(&url, &[ip.into()])?,
            Some(Host::Ipv6(ip)) => self.check_addresses(&url, &[ip.into()])?,
            None => return Err(Failed::new(Problem::Address, "no host")),
        }
        let port = port_of(&url);
        if self.opens_port(&url, port) || self.nets().any(|(_, open)| open == Some(port)) {
            Ok(url)
        } else {
            Err(Failed::new(Problem::Port, format!("port {port}")))
        }
    }

    /// All that a host resolved to: one private address among them refuses them all.
    pub(super) fn check_addresses(&self, url: &Url, ips: &[IpAddr]) -> Result<(), Failed> {
        let port = port_of(url);
        let port_is_open = self.opens_port(url, port);
        let opened =
            |ip: IpAddr| self.nets().any(|(net, open)| net.holds(ip) && open.map_or(port_is_open, |open| open == port));
        let passes = |ip: IpAddr| opened(ip) || (port_is_open && address_is_public(ip));
        match ips.iter().find(|ip| !passes(**ip)) {
            None => Ok(()),
            Some(ip) if address_is_public(*ip) => Err(Failed::new(Problem::Port, format!("port {port}"))),
            Some(ip) => Err(Failed::new(Problem::PrivateAddress, format!("{} is {ip}", url.host_str().unwrap_or("?")))),
        }
    }

    fn check_name(&self, name: &str) -> Result<(), Failed> {
        let is_inside = !name.contains('.')
            || INSIDE.iter().any(|ending| {
                name.strip_suffix(ending).is_some_and(|before| before.is_empty() || before.ends_with('.'))
            });
        if is_inside && !self.names().any(|(opened, _)| opened == name) {
            return Err(Failed::new(Problem::PrivateAddress, format!("{name} is a name of a network inside")));
        }
        Ok(())
    }

    fn opens_port(&self, url: &Url, port: u16) -> bool {
        STANDARD_PORTS.contains(&port)
            || self.names().any(|(name, open)| open == Some(port) && url.domain() == Some(name))
    }

    fn nets(&self) -> impl Iterator<Item = (&Net, Option<u16>)> {
        self.openings.iter().filter_map(|it| match it {
            Opening::Net { net, port } => Some((net, *port)),
            Opening::Name { .. } => None,
        })
    }

    fn names(&self) -> impl Iterator<Item = (&str, Option<u16>)> {
        self.openings.iter().filter_map(|it| match it {
            Opening::Name { name, port } => Some((name.as_str(), *port)),
            Opening::Net { .. } => None,
        })
    }
}

/// The port an address names, or its scheme's.
pub(super) fn port_of(url: &Url) -> u16 {
    url.port_or_known_default().unwrap_or(0)
}

/// What programs read differently from each other is not read at all.
fn check_writing(text: &str) -> Result<(), Failed> {
    let place = text.split(['?', '#']).next().unwrap_or_default();
    let wrong = if text.len() > LONGEST_ADDRESS {
        "longer than an address may be"
    } else if text.contains(|c: char| c.is_control()) {
        "a control character"
    } else if place.contains('\\') {
        "a backslash"
    } else {
        return Ok(());
    };
    Err(Failed::new(Problem::Address, wrong))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn guard(openings: &[&str]) -> Guard {
        Guard { openings: openings.iter().map(|it| it.parse().unwrap()).collect() }
    }

    fn outcome(checked: Result<Url, Failed>) -> String {
        checked.map_or_else(|failed| failed.key().to_owned(), |url| url.to_string())
    }

    #[test]
    fn typed_addresses_are_normalised_or_refused() {
        let long = format!("http://example.org/{}", "a".repeat(LONGEST_ADDRESS));
        let table = [
            ("  HTTPS://Example.org./a b#part ", "https://example.org/a%20b"),
            ("http://example.org:80/?q=\\", "http://example.org/?q=\\"),
            ("http://bücher.example/", "http://xn--bcher-kva.example/"),
            ("http://[2606:4700::1111]/", "http://[2606:4700::1111]/"),
            ("http://134744072/", "http://8.8.8.8/"),
            ("https://nothome/", "fetch-private-address"),
            ("https://a.home/", "fetch-private-address"),
            ("https://nothome.example/", "https://nothome.example/"),
            ("https://a@example.org/", "fetch-userinfo"),
            ("https://example.org:8443/", "fetch-port"),
            ("http:example.org", "fetch-address"),
            ("http:///example.org", "fetch-address"),
            ("http://example.org\\a", "fetch-address"),
            ("example.org", "fetch-address"),
            ("mailto:a@example.org", "fetch-scheme"),
            (&long, "fetch-address"),
        ];
        for (typed, expected) in table {
            assert_eq!(outcome(check_url(typed)), expected, "{typed}");
        }
    }

    #[test]
    fn an_admin_opens_exactly_what_is_named() {
        let opened =
            guard(&["127.0.0.1:8080", "10.1.0.0/16", "[::1]:81", "data.example:8443", "wiki.internal", "lan:80"]);
        let table = [
            ("http://127.0.0.1:8080/", true),
            ("http://127.0.0.1/", false),
            ("http://127.0.0.2:8080/", false),
            ("http://10.1.2.3/", true),
            ("http://10.1.2.3:8080/", false),
            ("http://10.2.0.0/", false),
            ("http://[::1]:81/", true),
            ("http://data.example:8443/", true),
            ("http://other.example:8443/", false),
            ("http://wiki.internal/", true),
            ("http://a.wiki.internal/", false),
            ("http://8.8.8.8:8080/", false),
        ];
        for (typed, open) in table {
            assert_eq!(opened.check(typed).is_ok(), open, "{typed}");
        }
        let resolved = |typed: &str, ips: &[&str]| {
            let ips: Vec<IpAddr> = ips.iter().map(|ip| ip.parse().unwrap()).collect();
            opened.check_addresses(&Url::parse(typed).unwrap(), &ips).map_or_else(|failed| failed.key(), |()| "open")
        };
        assert_eq!(resolved("http://wiki.internal/", &["10.1.0.1"]), "open");
        assert_eq!(resolved("http://wiki.internal/", &["10.2.0.1"]), "fetch-private-address");
        assert_eq!(resolved("http://data.example:8443/", &["8.8.8.8"]), "open");
        assert_eq!(resolved("http://data.example:8443/", &["8.8.8.8", "127.0.0.1"]), "fetch-private-address");
        assert_eq!(resolved("http://other.example:8080/", &["127.0.0.1"]), "open");
        assert_eq!(resolved("http://other.example:8080/", &["8.8.8.8"]), "fetch-port");
        assert!(
            ["", "a b", "10.0.0.0/99", "host:0x50", "[::1", "http://a/"]
                .iter()
                .all(|it| it.parse::<Opening>().is_err())
        );
    }

    #[test]
    fn redirects_are_checked_like_typed_addresses() {
        let table = [
            ("https://a.example/x/y", "../z", "https://a.example/z"),
            ("https://a.example/", "//127.0.0.1/", "fetch-private-address"),
            ("https://a.example/", "http://a.example/", "fetch-downgrade"),
            ("http://a.example/", "https://b.example", "https://b.example/"),
            ("http://a.example/", "https://u:p@b.example", "fetch-userinfo"),
            ("http://a.example/", "file:///etc/passwd", "fetch-scheme"),
            ("http://a.example/", "/\\127.0.0.1/", "fetch-address"),
        ];
        for (from, location, expected) in table {
            assert_eq!(outcome(guard(&[]).follow(&Url::parse(from).unwrap(), location)), expected, "{location}");
        }
    }
}
