use std::time::Duration;

use chrono::{DateTime, Utc};
use url::{Url, form_urlencoded};

use super::{Archive, Call, Outcome, Reply, name_of, page_address, web_address};

const NEXT_QUESTION: Duration = Duration::from_secs(5);
/// What the Internet Archive asks of those it does not know.
const PACE: Duration = Duration::from_secs(20);

/// An archive that is asked for its own address with the page's behind it. It answers with its snapshot's address; that
/// there is a snapshot is believed when that address calls itself one (`Memento-Datetime`, RFC 7089), so that a
/// redirect to a front page, a queue or a form counts for nothing.
#[derive(Debug)]
pub(super) struct Plain {
    prefix: Url,
    name: String,
}

impl Plain {
    pub(super) fn new(prefix: Url) -> Self {
        Plain { name: name_of(&prefix), prefix }
    }

    /// An address that an answer names, if it is on the archive's own host, scheme and port.
    fn own(&self, from: &Url, named: &str) -> Option<Url> {
        let url = page_address(from.join(named).ok()?.as_str())?;
        (url.origin() == self.prefix.origin()).then_some(url)
    }

    fn leads_to(&self, from: &Url, named: &str) -> Outcome {
        match self.own(from, named) {
            Some(url) if url != *from => Outcome::Pending { job: url.into(), again_in: NEXT_QUESTION },
            _ => Outcome::permanent("strange-snapshot"),
        }
    }
}

impl Archive for Plain {
    fn name(&self) -> &str {
        &self.name
    }

    fn submission(&self, url: &str) -> Option<Call> {
        let page = page_address(url)?;
        let prefix = self.prefix.as_str();
        let typed = if self.prefix.query().is_some() {
            format!("{prefix}{}", form_urlencoded::byte_serialize(page.as_str().as_bytes()).collect::<String>())
        } else {
            format!("{prefix}{page}")
        };
        Some(get(web_address(&typed).filter(|url| url.as_str() == typed)?))
    }

    fn submitted(&self, answer: Reply<'_>) -> Outcome {
        if let Some(named) = redirect(answer) {
            return self.leads_to(&self.prefix, named);
        }
        let named = answer.header("content-location");
        match (named, named.and_then(|named| self.own(&self.prefix, named)), moment(answer)) {
            _ if !answer.is_success() => Outcome::of_status(answer),
            (_, Some(url), Some(at)) => Outcome::Archived { url: url.into(), at, of: None },
            (Some(named), _, _) => self.leads_to(&self.prefix, named),
            (None, _, _) => Outcome::permanent("no-snapshot"),
        }
    }

    fn question(&self, job: &str) -> Option<Call> {
        self.own(&self.prefix, job).filter(|url| url.as_str() == job).map(get)
    }

    fn answered(&self, job: &str, answer: Reply<'_>) -> Outcome {
        match (self.own(&self.prefix, job), redirect(answer), moment(answer)) {
            (None, _, _) => Outcome::permanent("strange-job"),
            (Some(url), Some(named), _) => self.leads_to(&url, named),
            _ if !answer.is_success() => Outcome::of_question(answer),
            (Some(url), None, Some(at)) => Outcome::Archived { url: url.into(), at, of: None },
            (Some(_), None, None) => Outcome::permanent("no-snapshot"),
        }
    }

    fn pace(&self) -> Duration {
        PACE
    }
}

fn get(url: Url) -> Call {
    Call { method: "GET", url, headers: Vec::new(), body: Vec::new() }
}

fn redirect(answer: Reply<'_>) -> Option<&str> {
    answer.header("location").filter(|_| matches!(answer.status, 301 | 302 | 303 | 307 | 308))
}

fn moment(answer: Reply<'_>) -> Option<DateTime<Utc>> {
    let text = answer.header("memento-datetime").filter(|text| text.len() <= 40)?;
    DateTime::parse_from_rfc2822(text).ok().map(|at| at.to_utc())
}
