//! Keys that an index of captures is sorted and searched by: the host turned around, so that a site stands together.
//! The form is that of CDXJ as its tools write it, which is more even than the letter of its specification.

use url::{Host, Url};

/// The searchable form of an address, `com,example)/path?query`, in small letters and without white space: without
/// scheme, name of a user, `www.`, usual port, last slash and fragment, and with a query's parts in order. An address
/// without a host, or that is none, stands for itself.
pub fn surt(address: &str) -> String {
    let turned = Url::parse(address).ok().and_then(|url| turned(&url));
    let key = turned.unwrap_or_else(|| address.trim().to_lowercase());
    let mut encoded = [0; 4];
    let mut field = String::with_capacity(key.len());
    for c in key.chars() {
        if c.is_whitespace() || c.is_control() {
            c.encode_utf8(&mut encoded).bytes().for_each(|byte| field.push_str(&format!("%{byte:02x}")));
        } else {
            field.push(c);
        }
    }
    field
}

fn turned(url: &Url) -> Option<String> {
    let host = match url.host()? {
        Host::Domain(name) => labels_turned(name),
        number => number.to_string(),
    };
    let port = url.port().map(|it| format!(":{it}")).unwrap_or_default();
    let path = url.path().strip_suffix('/').filter(|it| !it.is_empty()).unwrap_or(url.path());
    let query = url.query().filter(|it| !it.is_empty()).map(|it| format!("?{}", in_order(it))).unwrap_or_default();
    Some(format!("{host}{port}){}{query}", path.to_lowercase()))
}

fn labels_turned(name: &str) -> String {
    let name = name.trim_end_matches('.').to_lowercase();
    let site = name.strip_prefix("www").map(|it| it.trim_start_matches(|c: char| c.is_ascii_digit()));
    let site = site.and_then(|it| it.strip_prefix('.')).unwrap_or(&name);
    site.rsplit('.').collect::<Vec<_>>().join(",")
}

/// The parts of a query by their names, then by their values.
fn in_order(query: &str) -> String {
    let query = query.to_lowercase();
    let mut parts: Vec<&str> = query.split('&').collect();
    parts.sort_by_key(|it| (it.split('=').next(), *it));
    parts.join("&")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_has_one_key() {
        for (address, key) in [
            ("http://example.com", "com,example)/"),
            ("https://WWW.Example.co.uk:443/A/b.HTML#top", "uk,co,example)/a/b.html"),
            ("http://www2.example.com/", "com,example)/"),
            ("http://wwwx.example.com./", "com,example,wwwx)/"),
            ("http://news.www.example.com/", "com,example,www,news)/"),
            ("http://user:secret@example.com:8080/a/", "com,example:8080)/a"),
            ("https://example.com:80/", "com,example:80)/"),
            ("http://example.com/a/../b//c?", "com,example)/b//c"),
            ("http://example.com/?b=2&a-b=1&B=1&a=/&c&", "com,example)/?&a=/&a-b=1&b=1&b=2&c"),
            ("http://example.com/a;jsessionid=1F?PHPSESSID=9", "com,example)/a;jsessionid=1f?phpsessid=9"),
            ("http://example.com/a b?c d\u{A0}é", "com,example)/a%20b?c%20d%c2%a0%c3%a9"),
            ("https://Bücher.example/%7Ex%C3%A9", "example,xn--bcher-kva)/%7ex%c3%a9"),
            ("http://192.168.0.1:81/x", "192.168.0.1:81)/x"),
            ("http://[2001:DB8::1]/x", "[2001:db8::1])/x"),
            ("ftp://ftp.example.com/x", "com,example,ftp)/x"),
            ("dns:Example.com", "dns:example.com"),
            ("urn:uuid:AB 1", "urn:uuid:ab%201"),
            (" no Address\n\u{2003}É ", "no%20address%0a%e2%80%83é"),
            ("http://", "http://"),
            ("", ""),
        ] {
            assert_eq!(surt(address), key, "{address}");
        }
    }
}
