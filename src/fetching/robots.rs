//! What a site's robots.txt asks of this program (RFC 9309).

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};

use chrono::{DateTime, TimeDelta, Utc};

/// Bytes of a robots.txt that are read; the rest is as if it were not there.
pub(super) const MOST_BYTES: usize = 500 * 1024;
/// How long a site's robots.txt is believed, and of how many sites.
const KEPT: TimeDelta = TimeDelta::hours(1);
const MOST_SITES: usize = 64;

/// The rules of one site for one program.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Rules(Vec<Rule>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Rule {
    allows: bool,
    /// Normalised, `*` and a closing `$` still in it.
    pattern: String,
}

impl Rules {
    /// Reads the rules of all groups that name the product, or else those for everybody; what is no rule is passed
    /// over. `product` is the token of the agent's name, `Claimdesk` of `Claimdesk/1.0`.
    pub fn read(text: &[u8], product: &str) -> Rules {
        let text = text.get(..MOST_BYTES).unwrap_or(text);
        let text = text.strip_prefix(b"\xef\xbb\xbf").unwrap_or(text);
        let mut reader = Reader::default();
        for line in text.split(|byte| matches!(byte, b'\n' | b'\r')) {
            let line = String::from_utf8_lossy(line);
            let content = line.split('#').next().unwrap_or_default();
            if let Some((key, value)) = content.split_once(':') {
                reader.take(&key.trim().to_ascii_lowercase(), value.trim(), product);
            }
        }
        Rules(if reader.is_named { reader.ours } else { reader.everybodys })
    }

    /// Whether the longest pattern that fits a path (with its query) allows it; with two of the same length the kinder
    /// one, without any: yes.
    pub fn allow(&self, path: &str) -> bool {
        let path = normal(path);
        let fitting = self.0.iter().filter(|rule| fits(&rule.pattern, &path));
        let longest = fitting.max_by_key(|rule| (rule.pattern.len(), rule.allows));
        path == "/robots.txt" || longest.is_none_or(|rule| rule.allows)
    }
}

/// The rules of sites by their origin, and since when they are known.
#[derive(Default)]
pub(super) struct Sites(Mutex<HashMap<String, Known>>);

type Known = (Arc<Rules>, DateTime<Utc>);

impl Sites {
    pub(super) fn rules(&self, origin: &str, now: DateTime<Utc>) -> Option<Arc<Rules>> {
        let sites = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (rules, since) = sites.get(origin)?;
        (now.signed_duration_since(*since) < KEPT).then(|| Arc::clone(rules))
    }

    pub(super) fn remember(&self, origin: &str, rules: Rules, now: DateTime<Utc>) -> Arc<Rules> {
        let rules = Arc::new(rules);
        let mut sites = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if sites.len() >= MOST_SITES {
            let oldest = sites.iter().min_by_key(|(_, (_, since))| *since).map(|(origin, _)| origin.clone());
            oldest.and_then(|origin| sites.remove(&origin));
        }
        sites.insert(origin.to_owned(), (Arc::clone(&rules), now));
        rules
    }
}

/// Where the reading of a robots.txt stands.
#[derive(Default)]
struct Reader {
    /// Whether the group at hand is for this program, or for everybody; it may be both.
    for_us: bool,
    for_all: bool,
    /// Whether the line before named an agent: the next one then joins the same group.
    was_naming: bool,
    is_named: bool,
    ours: Vec<Rule>,
    everybodys: Vec<Rule>,
}

impl Reader {
    fn take(&mut self, key: &str, value: &str, product: &str) {
        match key {
            "user-agent" => {
                if !self.was_naming {
                    (self.for_us, self.for_all) = (false, false);
                }
                self.was_naming = true;
                self.for_us |= token_of(value).eq_ignore_ascii_case(product);
                self.for_all |= value.starts_with('*');
                self.is_named |= self.for_us;
            }
            "allow" | "disallow" => {
                self.was_naming = false;
                if value.is_empty() {
                    return;
                }
                let rule = Rule { allows: key == "allow", pattern: normal(value) };
                match (self.for_us, self.for_all) {
                    (true, false) => self.ours.push(rule),
                    (false, true) => self.everybodys.push(rule),
                    (true, true) => {
                        self.ours.push(rule.clone());
                        self.everybodys.push(rule);
                    }
                    (false, false) => {}
                }
            }
            _ => {}
        }
    }
}

/// The letters, `-` and `_` at the start of an agent's name, by which a robots.txt means it.
pub fn token_of(agent: &str) -> &str {
    let end = agent.find(|c: char| !(c.is_ascii_alphabetic() || c == '-' || c == '_')).unwrap_or(agent.len());
    agent.get(..end).unwrap_or_default()
}

/// Every part between stars in its order: the first at the start, the last at the end if `$` says so.
fn fits(pattern: &str, path: &str) -> bool {
    let (pattern, to_the_end) = pattern.strip_suffix('$').map_or((pattern, false), |rest| (rest, true));
    let (first, later) = pattern.split_once('*').map_or((pattern, None), |(first, later)| (first, Some(later)));
    let Some(mut rest) = path.strip_prefix(first) else { return false };
    let Some(later) = later else { return !to_the_end || rest.is_empty() };
    let (between, last) = later.rsplit_once('*').unwrap_or(("", later));
    for part in between.split('*') {
        match rest.split_once(part) {
            Some((_, after)) => rest = after,
            None => return false,
        }
    }
    if to_the_end { rest.ends_with(last) } else { rest.contains(last) }
}

/// The same path in one writing: escapes of unreserved characters undone, others in capitals, and everything that is
/// not ASCII escaped.
fn normal(path: &str) -> String {
    let mut out = String::with_capacity(path.len());
    let mut rest = path.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let value = if *byte == b'%' { escaped(after) } else { None };
        rest = if value.is_some() { after.get(2..).unwrap_or_default() } else { after };
        match value {
            Some(value) if value.is_ascii_alphanumeric() || b"-._~".contains(&value) => out.push(char::from(value)),
            Some(value) => out.push_str(&format!("%{value:02X}")),
            None if byte.is_ascii() => out.push(char::from(*byte)),
            None => out.push_str(&format!("%{byte:02X}")),
        }
    }
    out
}

/// The byte that two digits at the start stand for.
fn escaped(digits: &[u8]) -> Option<u8> {
    let digit = |at: usize| digits.get(at).and_then(|byte| char::from(*byte).to_digit(16));
    u8::try_from(digit(0)? * 16 + digit(1)?).ok()
}

#[cfg(test)]
mod tests {
    use std::time::{Duration, Instant};

    use super::*;

    #[test]
    fn the_longest_pattern_decides() {
        let table = [
            ("Disallow: /", "/a", false),
            ("Disallow:", "/a", true),
            ("Disallow: /a\nAllow: /a/b", "/a/b/c", true),
            ("Disallow: /a\nAllow: /a/b", "/a/c", false),
            ("Allow: /a\nDisallow: /a", "/a", true),
            ("Disallow: /*.pdf$", "/x/y.pdf", false),
            ("Disallow: /*.pdf$", "/x/y.pdf?z", true),
            ("Disallow: /a$", "/a", false),
            ("Disallow: /a$", "/ab", true),
            ("Disallow: *q=*&r=", "/s?q=1&r=2", false),
            ("Disallow: *q=*&r=", "/s?r=2&q=1", true),
            ("Disallow: /a*$", "/abc", false),
            ("Disallow: /b%C3%BCcher", "/bücher", false),
            ("Disallow: /bücher", "/b%c3%bccher", false),
            ("Disallow: /%7Ea", "/~a", false),
            ("Disallow: /a%2Fb", "/a/b", true),
            ("disallow : /a # why", "/a", false),
            ("Disallow: /", "/robots.txt", true),
            ("Disallow: /100%", "/100%", false),
        ];
        for (rules, path, allowed) in table {
            let rules = Rules::read(format!("User-agent: *\n{rules}").as_bytes(), "Claimdesk");
            assert_eq!(rules.allow(path), allowed, "{rules:?} {path}");
        }
    }

    #[test]
    fn groups_that_name_the_product_stand_for_all_others() {
        let text = "\u{feff}User-agent: other\rUser-agent: CLAIMDESK/2.0\r\nSitemap: x\nDisallow: /one\n\nUser-agent: *\n\
            Disallow: /two\nUser-agent: claimdesk\nCrawl-delay: 5\nDisallow: /three\nUser-agent: claimdesker\nDisallow: /four";
        let allowed = |product: &str| {
            let rules = Rules::read(text.as_bytes(), product);
            ["/one", "/two", "/three", "/four"].map(|path| rules.allow(path))
        };
        assert_eq!(allowed("Claimdesk"), [false, true, false, true]);
        assert_eq!(allowed("other"), [false, true, true, true]);
        assert_eq!(allowed("nobody"), [true, false, true, true]);
        assert_eq!(Rules::read(b"User-agent: claimdesk\nUser-agent: *\nDisallow: /", "nobody").0.len(), 1);
        assert_eq!(Rules::read(b"User-agent: claimdesk\n\nUser-agent: *\nDisallow: /", "claimdesk").0.len(), 1);
        assert!(Rules::read(b"User-agent: claimdesk\nAllow: /a\nUser-agent: *\nDisallow: /", "claimdesk").allow("/b"));
        assert_eq!(token_of("Claimdesk/1.0 (+https://desk.example)"), "Claimdesk");
    }

    #[test]
    fn rules_are_believed_for_an_hour_and_for_few_sites() {
        let (sites, at) = (Sites::default(), |minute| DateTime::from_timestamp(60 * minute, 0).unwrap());
        for site in 0..=MOST_SITES as i64 {
            sites.remember(&site.to_string(), Rules::default(), at(site));
        }
        let known = |origin: &str, minute| sites.rules(origin, at(minute)).is_some();
        assert!(!known("0", 1) && known("1", 60) && !known("1", 61) && known("64", 64));
    }

    #[test]
    fn hostile_rules_cost_little() {
        let begun = Instant::now();
        let stars = format!("User-agent: *\nDisallow: /{}", "*a".repeat(MOST_BYTES / 2));
        let many = format!("User-agent: *\n{}", "Disallow: *b\n".repeat(MOST_BYTES / 13));
        let path = format!("/{}", "a".repeat(8_000));
        let late = format!("User-agent: *\n{}\nDisallow: /", "#".repeat(MOST_BYTES));
        for text in [stars, many, late, "x".repeat(10 * MOST_BYTES), "\n:".repeat(MOST_BYTES)] {
            assert!(Rules::read(text.as_bytes(), "Claimdesk").allow(&path));
        }
        assert!(begun.elapsed() < Duration::from_secs(20), "{:?}", begun.elapsed());
    }
}
