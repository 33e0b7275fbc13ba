//! What goes back: a body, its kind, how long it may be kept, and the headers every answer has.

use actix_web::http::StatusCode;
use actix_web::http::header::{self, HeaderName, HeaderValue};
use actix_web::{HttpResponse, HttpResponseBuilder};

use crate::db::sha256;

/// How long an answer may be kept, and by whom.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cache {
    /// By nobody: everything with a session, and errors.
    Never,
    /// By anybody for a minute, and a little longer while a fresh one is fetched.
    Public,
    /// For ever: the address changes with the content.
    Forever,
}

/// An answer before the door.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub cache: Cache,
    headers: Vec<(HeaderName, String)>,
    body: Vec<u8>,
}

impl Answer {
    fn new(status: StatusCode, kind: &str, body: Vec<u8>) -> Self {
        Answer { status, cache: Cache::Never, headers: vec![(header::CONTENT_TYPE, kind.to_owned())], body }
    }

    /// A page.
    pub fn html(page: String) -> Self {
        Answer::new(StatusCode::OK, "text/html; charset=utf-8", page.into_bytes())
    }

    /// Plain text.
    pub fn text(text: impl Into<String>) -> Self {
        Answer::new(StatusCode::OK, "text/plain; charset=utf-8", text.into().into_bytes())
    }

    /// Bytes of a kind.
    pub fn bytes(kind: &str, bytes: Vec<u8>) -> Self {
        Answer::new(StatusCode::OK, kind, bytes)
    }

    /// A file to save, never to run: whatever it holds.
    pub fn download(name: &str, bytes: Vec<u8>) -> Self {
        let ascii: String = name
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_') { c } else { '_' })
            .collect();
        Answer::new(StatusCode::OK, "application/octet-stream", bytes)
            .header(header::CONTENT_DISPOSITION, format!("attachment; filename=\"{ascii}\""))
            .header(header::CONTENT_SECURITY_POLICY, "sandbox; default-src 'none'")
    }

    /// After a form has done its work: look there.
    pub fn see_other(path: &str) -> Self {
        Answer::new(StatusCode::SEE_OTHER, "text/plain; charset=utf-8", Vec::new()).header(header::LOCATION, path)
    }

    /// The same with another status.
    pub fn status(mut self, status: StatusCode) -> Self {
        self.status = status;
        self
    }

    /// The same, to be kept.
    pub fn cached(mut self, cache: Cache) -> Self {
        self.cache = cache;
        self
    }

    /// The same with one more header.
    pub fn header(mut self, name: HeaderName, value: impl Into<String>) -> Self {
        self.headers.push((name, value.into()));
        self
    }

    /// As actix sends it. `if_none_match` turns an unchanged public answer into 304.
    pub fn send(self, secure: bool, if_none_match: Option<&str>) -> HttpResponse {
        let tag = (self.cache != Cache::Never && self.status == StatusCode::OK)
            .then(|| format!("\"{}\"", sha256(&self.body).chars().take(32).collect::<String>()));
        let unchanged = tag.as_deref().is_some_and(|tag| {
            if_none_match.is_some_and(|seen| seen.split(',').any(|one| one.trim() == tag || one.trim() == "*"))
        });
        let status = if unchanged { StatusCode::NOT_MODIFIED } else { self.status };
        let mut out = HttpResponse::build(status);
        self.standing_headers(&mut out, secure);
        for (name, value) in &self.headers {
            if !(unchanged && name == header::CONTENT_TYPE)
                && let Ok(value) = HeaderValue::from_str(value)
            {
                if name == header::SET_COOKIE {
                    out.append_header((name, value))
                } else {
                    out.insert_header((name, value))
                };
            }
        }
        if let Some(tag) = tag {
            out.insert_header((header::ETAG, tag));
        }
        if unchanged { out.finish() } else { out.body(self.body) }
    }

    fn standing_headers(&self, out: &mut HttpResponseBuilder, secure: bool) {
        let desk = self.cache == Cache::Never;
        let cache = match self.cache {
            Cache::Never => "private, no-store",
            Cache::Public => "public, max-age=60, stale-while-revalidate=300, stale-if-error=86400",
            Cache::Forever => "public, max-age=31536000, immutable",
        };
        // Browsers send `Origin: null` under `no-referrer`, and no Sec-Fetch headers to plain-http hosts: there the guard
        // needs the Origin, and nothing leaks to a third party either way.
        let referrer = match (desk, secure) {
            (true, true) => "no-referrer",
            (true, false) => "same-origin",
            (false, _) => "strict-origin",
        };
        out.insert_header((header::CACHE_CONTROL, cache))
            .insert_header((header::CONTENT_SECURITY_POLICY, POLICY))
            .insert_header((header::X_CONTENT_TYPE_OPTIONS, "nosniff"))
            .insert_header((header::REFERRER_POLICY, referrer))
            .insert_header((header::X_FRAME_OPTIONS, "DENY"))
            .insert_header(("cross-origin-opener-policy", "same-origin"))
            .insert_header(("cross-origin-resource-policy", "same-origin"))
            .insert_header((
                "permissions-policy",
                "camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()",
            ));
        if secure {
            out.insert_header((header::STRICT_TRANSPORT_SECURITY, "max-age=63072000; includeSubDomains"));
        }
    }
}

/// Nothing but our own stylesheet, scripts and pictures; no inline anything, no frames, forms to ourselves only.
const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; \
    form-action 'self'; base-uri 'none'; frame-ancestors 'none'; require-trusted-types-for 'script'; trusted-types 'none'";
