//! The title of a page, without the name of its site.

use super::{Said, clean};
use url::Url;

const SEPARATORS: [&str; 10] = [" | ", " - ", " – ", " — ", " · ", " • ", " :: ", " » ", " « ", "|"];

/// The page's title from where it is said best.
pub(super) fn title(said: &Said, publisher: Option<&str>, address: Option<&Url>) -> Option<String> {
    let cited = said.first(&["citation_title"]);
    let shared = || said.first(&["og:title"]);
    let linked = || said.linked.headline.clone();
    let other = || said.first(&["twitter:title", "dc.title", "dcterms.title"]);
    let found = cited.or_else(shared).or_else(linked).or_else(other).or_else(|| said.title.clone());
    let found = found.or_else(|| said.heading.clone())?;
    let bare = without_site(&found, &sites(said, publisher, address));
    Some(said.heading.as_ref().filter(|it| begins(&bare, it)).cloned().unwrap_or(bare))
}

/// What the site calls itself, as letters only.
fn sites(said: &Said, publisher: Option<&str>, address: Option<&Url>) -> Vec<String> {
    let tagged = said.all(&["og:site_name", "application-name"]);
    let named = publisher.into_iter().chain(said.linked.publisher.as_deref()).chain(said.linked.site.as_deref());
    let host = address.and_then(Url::host_str).map(|it| it.trim_start_matches("www."));
    let label = host.and_then(|it| it.split('.').next()).filter(|it| it.len() > 2);
    let all = tagged.chain(named).filter_map(clean);
    let mut sites: Vec<String> = all.map(|it| plain(&it)).chain(host.into_iter().chain(label).map(plain)).collect();
    sites.retain(|it| !it.is_empty());
    sites
}

/// A title without the site's name at its end or beginning; a title that is only the name stays.
fn without_site(title: &str, sites: &[String]) -> String {
    let is_site = |part: &str| sites.contains(&plain(part));
    let split = |title: &str| {
        let last = SEPARATORS.iter().filter_map(|it| title.rsplit_once(it)).find(|it| is_site(it.1)).map(|it| it.0);
        last.or_else(|| SEPARATORS.iter().filter_map(|it| title.split_once(it)).find(|it| is_site(it.0)).map(|it| it.1))
            .map(str::trim)
            .filter(|it| !it.is_empty())
            .map(str::to_owned)
    };
    split(title).unwrap_or_else(|| title.to_owned())
}

/// Whether a title is a heading with something behind a separator.
fn begins(title: &str, heading: &str) -> bool {
    let rest = title.strip_prefix(heading).unwrap_or_default();
    heading.chars().count() >= 10 && SEPARATORS.iter().any(|it| rest.starts_with(it))
}

fn plain(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
