//! A quote as readers see it: marked in the copy that the checker saw.

use askama::Template;

use super::memento_pages::as_memento;
use super::store::{self, Shown};
use crate::checks::document::{EvidencePart, QuotePart};
use crate::checks::notices::Notice;
use crate::checks::rules::Stance;
use crate::corrections::retractions::Retraction;
use crate::corrections::withholdings;
use crate::error::{Error, Result};
use crate::evidence::archivings::{self, Archiving};
use crate::evidence::store as sources;
use crate::text::fragments;
use crate::text::offsets;
use crate::text::paragraphs::paragraphs;
use crate::web::{Answer, Ask, Cache, Ui};

#[derive(Template)]
#[template(path = "publication/evidence.html")]
struct EvidencePage<'a> {
    ui: &'a Ui,
    slug: String,
    statement: String,
    piece: EvidencePart,
    quote: QuotePart,
    language: String,
    taken: String,
    before: String,
    exact: String,
    after: String,
    whole: bool,
    /// The live page, with a fragment that leads a browser to the passage.
    live: String,
    notices: Vec<Notice>,
    /// When the copy was taken, as RFC 3339.
    copied_at: String,
    retraction: Option<Retraction>,
    /// The copy that an archive elsewhere keeps.
    elsewhere: Option<Archiving>,
}

/// The newest version that has a piece: a removed one stays with the versions it stood in. A withheld version says so only of
/// what was in it.
async fn with_piece(ask: &Ask, number: i32) -> Result<Shown> {
    let (slug, now) = (ask.param("slug")?.to_owned(), ask.app.now());
    ask.app
        .read(move |db| {
            let (mut tried, mut withheld) = (store::shown(db, &slug, None, now), None);
            let newest = match &tried {
                Ok(shown) => shown.version.number,
                Err(Error::Withheld(_)) => store::live_number(db, &slug)?,
                Err(_) => 0,
            };
            for version in (1..=newest).rev() {
                if version < newest {
                    tried = store::shown(db, &slug, Some(version), now);
                }
                match tried {
                    Ok(shown) if shown.document.evidence(number).is_some() => return Ok(shown),
                    Err(Error::Withheld(reason)) => withheld = Some(reason),
                    Err(error) => return Err(error),
                    Ok(_) => {}
                }
                tried = Err(Error::NotFound);
            }
            match withheld {
                Some(reason) if store::ever_had(db, &slug, number)? => Err(Error::Withheld(reason)),
                _ => tried.and(Err(Error::NotFound)),
            }
        })
        .await
}

/// `GET /checks/{slug}/evidence/{n}`: the passage, marked in the copy that the checker saw.
pub async fn evidence(ask: Ask) -> Result<Answer> {
    let number = ask.number("n")?;
    let shown = with_piece(&ask, number).await?;
    let piece = shown.document.evidence(number).cloned().ok_or(Error::NotFound)?;
    if let Some(reason) = shown.withheld.get(&number) {
        return Err(Error::Withheld(reason.clone()));
    }
    let quote = piece.quote.clone().ok_or(Error::NotFound)?;
    let (start, end) = piece.span().ok_or(Error::NotFound)?;
    let id = quote.snapshot.id.parse()?;
    let cited = piece.source.url.clone();
    let now = ask.app.now();
    let (copy, free, closed, elsewhere) = ask
        .app
        .read(move |db| {
            let copy = sources::snapshot(db, &id)?;
            let closed = withholdings::in_copy(db, copy.id.as_str(), now)?;
            let free = !closed && sources::freely_showable(db, &copy.source_id)?;
            let elsewhere = match cited {
                Some(cited) => archivings::kept(db, &copy.source_id, &cited)?,
                None => None,
            };
            Ok((copy, free, closed, elsewhere))
        })
        .await?;
    let (start, end) = (usize::try_from(start).unwrap_or(0), usize::try_from(end).unwrap_or(0));
    let live = piece.source.url.clone().unwrap_or_default();
    let live = match fragments::fragment(&copy.text, start, end).filter(|_| copy.media_type == "text/html") {
        Some(fragment) if !live.is_empty() => fragments::link(&live, &fragment),
        _ => live,
    };
    let (mut before, mut exact, mut after) = passage(&copy.text, start, end, free);
    if closed {
        // What stands around it may be what is withheld.
        (before, after) = (String::new(), String::new());
    }
    for text in [&mut before, &mut exact, &mut after] {
        *text = withholdings::without(text, &shown.names_withheld);
    }
    let page = EvidencePage {
        ui: &ask.ui,
        slug: ask.param("slug")?.to_owned(),
        statement: shown.document.statement.clone(),
        language: shown.document.language.clone(),
        taken: ask.ui.time(&copy.taken_at),
        piece,
        quote,
        before,
        exact,
        after,
        whole: free,
        live,
        retraction: shown.retraction.map(|(row, _)| row),
        notices: shown.notices.into_iter().filter(|notice| notice.number == number).collect(),
        copied_at: copy.taken_at.short(),
        elsewhere,
    };
    let answer = ask.page(&page)?.cached(Cache::Public);
    Ok(match &page.piece.source.url {
        Some(original) if free => {
            let own = format!("{}/checks/{}/evidence/{}", page.ui.base, page.slug, page.piece.number);
            as_memento(answer, page.ui, original, &own, copy.taken_at)
        }
        _ => answer,
    })
}

/// The passage with the paragraphs it stands in, or the whole copy where that may be shown.
fn passage(text: &str, start: usize, end: usize, whole: bool) -> (String, String, String) {
    let all = paragraphs(text);
    let inside = || all.iter().filter(|paragraph| paragraph.start < end && paragraph.end > start);
    let (from, to) = match whole {
        true => (0, offsets::count(text)),
        false => (
            inside().map(|paragraph| paragraph.start).min().unwrap_or(start),
            inside().map(|paragraph| paragraph.end).max().unwrap_or(end),
        ),
    };
    let slice = |a: usize, b: usize| offsets::slice(text, a, b).unwrap_or_default().to_owned();
    (slice(from.min(start), start), slice(start, end), slice(end, to.max(end)))
}
