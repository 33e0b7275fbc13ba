//! Sort-friendly keys of addresses, by which archives find them.

use url::Url;

/// An address as the key under which indexes of archives list it: without scheme, `www.` and fragment, the host's labels
/// turned round, path and query in small letters, the query's parts sorted. Session ids in a query are kept.
pub fn surt(address: &str) -> String {
    let Ok(url) = Url::parse(address) else {
        return address.split_whitespace().collect();
    };
    let query = url.query().map(canonical).filter(|it| !it.is_empty());
    let Some(host) = url.host_str() else {
        let path = canonical(url.path());
        return [url.scheme(), ":", &path, &asked(query)].concat();
    };
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    [turned(host), port, ")".to_owned(), path(url.path()), asked(query)].concat()
}

fn turned(host: &str) -> String {
    if let Some(ip) = host.strip_prefix('[') {
        return ip.trim_end_matches(']').to_owned();
    }
    let host = host.trim_end_matches('.');
    let after = host.strip_prefix("www").map(|it| it.trim_start_matches(|c: char| c.is_ascii_digit()));
    let host = after.and_then(|it| it.strip_prefix('.')).unwrap_or(host).to_ascii_lowercase();
    let labels: Vec<&str> = host.rsplit('.').filter(|label| !label.is_empty()).collect();
    labels.join(",")
}

fn path(path: &str) -> String {
    let path = canonical(path);
    let mut kept: Vec<&str> = Vec::new();
    for step in path.split('/') {
        match step {
            "" | "." => {}
            ".." if kept.last().is_some_and(|it| *it != "..") => {
                kept.pop();
            }
            _ => kept.push(step),
        }
    }
    format!("/{}", kept.join("/"))
}

fn asked(query: Option<String>) -> String {
    let Some(query) = query else {
        return String::new();
    };
    let mut parts: Vec<(&str, Option<&str>)> =
        query.split('&').map(|it| it.split_once('=').map_or((it, None), |(name, value)| (name, Some(value)))).collect();
    parts.sort_unstable();
    let parts: Vec<String> = parts
        .into_iter()
        .map(|(name, value)| value.map_or(name.to_owned(), |value| format!("{name}={value}")))
        .collect();
    format!("?{}", parts.join("&"))
}

/// Percent-encoded exactly once where it must be, in small letters.
fn canonical(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for byte in unescaped(text.as_bytes()) {
        match byte {
            b'#' | b'%' | 0..=b' ' | 0x7F.. => escaped.push_str(&format!("%{byte:02x}")),
            _ => escaped.push(char::from(byte.to_ascii_lowercase())),
        }
    }
    escaped
}

/// Percent-decoded until nothing is left to decode, in one pass.
fn unescaped(text: &[u8]) -> Vec<u8> {
    let mut found: Vec<u8> = Vec::with_capacity(text.len());
    for &byte in text {
        found.push(byte);
        while let Some((&[b'%', high, low], before)) =
            found.split_last_chunk().map(|(before, last)| (last, before.len()))
        {
            let digit = |byte: u8| char::from(byte).to_digit(16).and_then(|it| u8::try_from(it).ok());
            let (Some(high), Some(low)) = (digit(high), digit(low)) else { break };
            found.truncate(before);
            found.push(high * 16 + low);
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_are_those_of_other_archives() {
        let cases = [
            ("https://www.Example.org/", "org,example)/"),
            ("https://www./", "www)/"),
            ("http://www2.example.co.uk:8080/A/B/?b=2&a=1&a&a=#frag", "uk,co,example:8080)/a/b?a&a=&a=1&b=2"),
            ("https://example.org/caf%C3%A9/%2525x?q=%E2%9C%93+x%20y", "org,example)/caf%c3%a9/%25x?q=%e2%9c%93+x%20y"),
            ("https://example.org//a//b/../c/./d/", "org,example)/a/c/d"),
            ("http://[2001:db8::1]:81/x", "2001:db8::1:81)/x"),
            ("https://127.0.0.1/x?", "1,0,0,127)/x"),
            ("urn:uuid:0A1b2c3d-0000-8000-8000-000000000000", "urn:uuid:0a1b2c3d-0000-8000-8000-000000000000"),
            ("no address at all", "noaddressatall"),
        ];
        for (address, key) in cases {
            assert_eq!(surt(address), key, "{address}");
        }
    }

    #[test]
    fn deeply_escaped_addresses_take_linear_time() {
        let address = format!("https://example.org/%{}41", "25".repeat(500_000));
        assert_eq!(surt(&address), "org,example)/a");
    }
}
