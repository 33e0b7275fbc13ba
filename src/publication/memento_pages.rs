//! TimeGate and TimeMap: which copies we show of an address, and the one nearest to a moment.

use actix_web::http::StatusCode;
use actix_web::http::header::{HeaderName, LINK, LOCATION, VARY};
use chrono::{DateTime, NaiveDateTime, Utc};

use super::mementos::{self, Memento};
use crate::db::Moment;
use crate::error::{Error, Result};
use crate::web::{Answer, Ask, Cache, Ui};

const HTTP_DATE: &str = "%a, %d %b %Y %H:%M:%S GMT";

/// A moment as HTTP writes it.
pub fn http_date(at: Moment) -> String {
    at.utc().format(HTTP_DATE).to_string()
}

/// Where the copies of an address are listed and chosen from, as a copy's own headers name them.
pub fn links(ui: &Ui, original: &str) -> String {
    let original = written(original);
    format!(
        "<{original}>; rel=\"original\", <{base}/timegate/{original}>; rel=\"timegate\", \
         <{base}/timemap/{original}>; rel=\"timemap\"; type=\"application/link-format\"",
        base = ui.base
    )
}

/// An address as headers can carry it: nothing in it ends what stands around it.
pub fn written(address: &str) -> String {
    url::Url::parse(address).map_or_else(|_| String::new(), |url| url.as_str().replace('<', "%3C").replace('>', "%3E"))
}

/// The address that stands behind ours, exactly as it was asked for.
fn original(ask: &Ask, ours: &str) -> Result<String> {
    let url = ask.asked.strip_prefix(ours).unwrap_or_default();
    let web = url.starts_with("http://") || url.starts_with("https://");
    let plain = url.bytes().all(|byte| byte.is_ascii_graphic() && !matches!(byte, b'<' | b'>' | b'"'));
    if web && plain && url.len() <= 2000 { Ok(url.to_owned()) } else { Err(Error::NotFound) }
}

async fn load(ask: &Ask, url: &str) -> Result<Vec<Memento>> {
    let (url, now) = (url.to_owned(), ask.app.now());
    let found = ask.app.read(move |db| mementos::of(db, &url, now)).await?;
    if found.is_empty() { Err(Error::NotFound) } else { Ok(found) }
}

fn address(ui: &Ui, one: &Memento) -> String {
    format!("{}/checks/{}/evidence/{}", ui.base, one.slug, one.number)
}

/// `GET /timegate/{address}`
pub async fn gate(ask: Ask) -> Result<Answer> {
    let url = original(&ask, "/timegate/")?;
    let wanted = match ask.accept_datetime.as_str() {
        "" => None,
        given => {
            let read = NaiveDateTime::parse_from_str(given.trim(), HTTP_DATE);
            let read = read.map_err(|_| Error::bad_request("accept-datetime"))?;
            Some(Moment::from_utc(DateTime::<Utc>::from_naive_utc_and_offset(read, Utc)))
        }
    };
    let all = load(&ask, &url).await?;
    let chosen = mementos::nearest(&all, wanted).ok_or(Error::NotFound)?;
    Ok(Answer::text(String::new())
        .status(StatusCode::FOUND)
        .cached(Cache::Public)
        .header(LOCATION, address(&ask.ui, chosen))
        .header(VARY, "accept-datetime")
        .header(LINK, links(&ask.ui, &url)))
}

/// `GET /timemap/{address}`
pub async fn map(ask: Ask) -> Result<Answer> {
    let url = original(&ask, "/timemap/")?;
    let all = load(&ask, &url).await?;
    let (base, last) = (&ask.ui.base, all.len() - 1);
    let mut lines = vec![
        format!("<{url}>; rel=\"original\""),
        format!(
            "<{base}/timemap/{url}>; rel=\"self\"; type=\"application/link-format\"; from=\"{}\"; until=\"{}\"",
            all.first().map(|one| http_date(one.at)).unwrap_or_default(),
            all.last().map(|one| http_date(one.at)).unwrap_or_default()
        ),
        format!("<{base}/timegate/{url}>; rel=\"timegate\""),
    ];
    for (n, one) in all.iter().enumerate() {
        let place = match (n == 0, n == last) {
            (true, true) => "first last memento",
            (true, false) => "first memento",
            (false, true) => "last memento",
            (false, false) => "memento",
        };
        lines.push(format!("<{}>; rel=\"{place}\"; datetime=\"{}\"", address(&ask.ui, one), http_date(one.at)));
    }
    let text = lines.join(",\n") + "\n";
    Ok(Answer::bytes("application/link-format", text.into_bytes()).cached(Cache::Public))
}

/// The headers of a copy that is a Memento.
pub fn as_memento(answer: Answer, ui: &Ui, original: &str, own: &str, at: Moment) -> Answer {
    let when = http_date(at);
    answer
        .header(HeaderName::from_static("memento-datetime"), when.clone())
        .header(LINK, format!("{}, <{own}>; rel=\"memento\"; datetime=\"{when}\"", links(ui, original)))
}
