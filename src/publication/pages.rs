//! What the public reads. Pages of a check render from its content document and from nothing else.

use actix_web::http::header;
use askama::Template;

use super::articles;
use super::claimreview::{self, Around};
use super::difference_pages;
use super::markdown;
use super::store::{self, Card, Filter, Shown};
use crate::admin::policies::{self, Policy, PolicyName};
use crate::admin::store::Byline;
use crate::articles::show::{Mark, Part, part};
use crate::checks::document::{EvidencePart, QuotePart};
use crate::checks::notices::Notice;
use crate::checks::rules::Stance;
use crate::checks::scale::{self, Entry};
use crate::claims::store as claims;
use crate::error::{Error, Result};
use crate::web::{Answer, Ask, Cache, Ui};

#[derive(Template)]
#[template(path = "publication/home.html")]
struct HomePage<'a> {
    ui: &'a Ui,
    cards: Vec<Card>,
    more: bool,
}

#[derive(Template)]
#[template(path = "publication/check.html")]
struct CheckPage<'a> {
    ui: &'a Ui,
    shown: Shown,
    /// Address of the check, for canonicals and print.
    url: String,
    slug: String,
    reasoning: String,
    json_ld: String,
    live: bool,
}

impl CheckPage<'_> {
    fn checked(&self) -> String {
        let people: Vec<&str> = self.shown.document.byline.iter().map(|part| part.person.as_str()).collect();
        self.people(&people)
    }

    fn approved(&self) -> String {
        self.people(&[self.shown.approver.as_str()])
    }

    /// People by name or by role, as the desk chooses.
    fn people(&self, ids: &[&str]) -> String {
        match self.ui.desk.byline {
            Byline::Roles => self.ui.t1("byline-roles", "count", ids.len()),
            Byline::Names => {
                let name = |id: &str| self.shown.names.iter().find(|(key, _)| key == id).map(|(_, name)| name.clone());
                ids.iter().filter_map(|id| name(id)).collect::<Vec<_>>().join(", ")
            }
        }
    }

    fn withheld(&self, piece: &EvidencePart) -> Option<&String> {
        self.shown.withheld.get(&piece.number)
    }

    fn quote<'b>(&self, piece: &'b EvidencePart) -> Option<&'b QuotePart> {
        if self.withheld(piece).is_some() { None } else { piece.quote.as_ref() }
    }

    /// What is said beside a piece: each change once, with the day it was found.
    fn notices(&self, piece: &EvidencePart) -> Vec<&Notice> {
        let of_piece = |it: &&Notice| it.number == piece.number;
        self.shown.notices.iter().filter(of_piece).collect()
    }

    fn copy_path(&self, piece: &EvidencePart) -> String {
        format!("/checks/{}/evidence/{}", self.slug, piece.number)
    }
}

#[derive(Template)]
#[template(path = "publication/article.html")]
struct ArticlePage<'a> {
    ui: &'a Ui,
    shown: articles::Shown,
    text: Option<Part>,
    url: String,
}

#[derive(Template)]
#[template(path = "publication/policy.html")]
struct PolicyPage<'a> {
    ui: &'a Ui,
    name: PolicyName,
    policy: Option<Policy>,
    body: String,
    scale: Vec<Entry>,
}

/// `GET /`
pub async fn home(ask: Ask) -> Result<Answer> {
    let (mut paging, now) = (ask.paging(), ask.app.now());
    let asked = paging.clone();
    let rows = ask.app.read(move |db| store::list(db, &Filter::default(), asked.limit(), asked.offset(), now)).await?;
    let cards = paging.cut(rows);
    let page = HomePage { ui: &ask.ui, cards, more: paging.next().is_some() };
    Ok(ask.page(&page)?.cached(Cache::Public))
}

async fn load(ask: &Ask, number: Option<i32>) -> Result<Shown> {
    let (slug, now) = (ask.param("slug")?.to_owned(), ask.app.now());
    ask.app.read(move |db| store::shown(db, &slug, number, now)).await
}

fn address(ask: &Ask, slug: &str) -> String {
    format!("{}/checks/{slug}", ask.ui.base)
}

fn markup(ask: &Ask, shown: &Shown, url: &str) -> Option<serde_json::Value> {
    let published_at = shown.check.published_at.filter(|_| shown.retraction.is_none())?;
    let around = Around {
        url,
        base: &ask.ui.base,
        desk: &ask.ui.desk.name,
        published_at,
        changed_at: shown.check.changed_at.unwrap_or(published_at),
    };
    claimreview::of(&shown.document, &around)
}

/// `GET /checks/{slug}`; `/checks/{slug}.json` is the same check as ClaimReview.
pub async fn check(ask: Ask) -> Result<Answer> {
    if let Some(slug) = ask.param("slug")?.strip_suffix(".json") {
        return check_json(&ask, slug.to_owned()).await;
    }
    let shown = load(&ask, None).await?;
    check_page(&ask, shown, true)
}

/// `GET /checks/{slug}/versions/{n}`
pub async fn version(ask: Ask) -> Result<Answer> {
    if let Some((a, b)) = ask.param("n")?.split_once("...") {
        return difference_pages::between(&ask, a, b).await;
    }
    let number = ask.number("n")?;
    let shown = load(&ask, Some(number)).await?;
    check_page(&ask, shown, false)
}

fn check_page(ask: &Ask, shown: Shown, live: bool) -> Result<Answer> {
    let slug = ask.param("slug")?.to_owned();
    let url = address(ask, &slug);
    let json_ld = match live {
        true => markup(ask, &shown, &url).map(|value| claimreview::in_script(&value)).unwrap_or_default(),
        false => String::new(),
    };
    let reasoning = markdown::reasoning(&shown.document, &ask.ui.t("own-judgement"));
    Ok(ask.page(&CheckPage { ui: &ask.ui, shown, url, slug, reasoning, json_ld, live })?.cached(Cache::Public))
}

async fn check_json(ask: &Ask, slug: String) -> Result<Answer> {
    let (url, now) = (address(ask, &slug), ask.app.now());
    let shown = ask.app.read(move |db| store::shown(db, &slug, None, now)).await?;
    if shown.retraction.is_some() {
        return Err(Error::Gone);
    }
    let value = markup(ask, &shown, &url).ok_or(Error::NotFound)?;
    Ok(Answer::bytes("application/ld+json; charset=utf-8", value.to_string().into_bytes()).cached(Cache::Public))
}

/// `GET /checks/{slug}/annotation.json`
pub async fn annotation(ask: Ask) -> Result<Answer> {
    let shown = load(&ask, None).await?;
    if shown.retraction.is_some() {
        return Err(Error::Gone);
    }
    if let Some(reason) = shown.name_withheld {
        // The passage and what stands around it are the article's own words.
        return Err(Error::Withheld(reason));
    }
    let url = address(&ask, ask.param("slug")?);
    let id = shown.check.claim_id.clone();
    let claim = ask.app.read(move |db| Ok(claims::whole(db, &id)?.claim)).await?;
    let source = shown.document.appearances.iter().find_map(|appearance| appearance.url.clone());
    let created = shown.check.published_at.ok_or(Error::NotFound)?;
    let value = claimreview::annotation(&claim, &source.unwrap_or_else(|| url.clone()), &url, created);
    let value = value.ok_or(Error::NotFound)?;
    let kind = "application/ld+json; profile=\"http://www.w3.org/ns/anno.jsonld\"";
    Ok(Answer::bytes(kind, value.to_string().into_bytes()).cached(Cache::Public))
}

/// `GET /articles/{slug}`
pub async fn article(ask: Ask) -> Result<Answer> {
    let (slug, now) = (ask.param("slug")?.to_owned(), ask.app.now());
    let shown = ask.app.read(move |db| articles::shown(db, &slug, now)).await?;
    let marks: Vec<Mark> = (1..)
        .zip(&shown.cards)
        .filter_map(|(n, (claim, card))| {
            let verdict = card.document.verdict.as_ref();
            // What a person has not found again is not marked for readers.
            let at = shown.places.of(&claim.id).filter(|at| at.holds)?;
            Some(Mark {
                n,
                start: at.start,
                end: at.end,
                state: "published".into(),
                tone: verdict.map(|verdict| verdict.tone.clone()).unwrap_or_default(),
                icon: verdict.map(|verdict| verdict.icon.clone()).unwrap_or_default(),
                label: verdict.map(|verdict| verdict.label.clone()).unwrap_or_default(),
            })
        })
        .collect();
    let wanted = ask.query_as("part").unwrap_or(1);
    let text = shown.text.as_ref().map(|text| part(text, &shown.article.language, wanted, &marks));
    let url = format!("{}/articles/{}", ask.ui.base, ask.param("slug")?);
    Ok(ask.page(&ArticlePage { ui: &ask.ui, shown, text, url })?.cached(Cache::Public))
}

/// `GET /methodology`: how the desk works, with its scale.
pub async fn methodology(ask: Ask) -> Result<Answer> {
    policy_page(&ask, PolicyName::Methodology).await
}

/// `GET /corrections/policy`
pub async fn corrections_policy(ask: Ask) -> Result<Answer> {
    policy_page(&ask, PolicyName::Corrections).await
}

/// `GET /about/{page}`
pub async fn about(ask: Ask) -> Result<Answer> {
    match ask.key("page")? {
        name @ (PolicyName::Organisation | PolicyName::Funding | PolicyName::Contact) => policy_page(&ask, name).await,
        _ => Err(Error::NotFound),
    }
}

async fn policy_page(ask: &Ask, name: PolicyName) -> Result<Answer> {
    let (policy, scale) = ask
        .app
        .read(move |db| {
            let scale = if name == PolicyName::Methodology { scale::active(db)? } else { Vec::new() };
            Ok((policies::current(db, name)?, scale))
        })
        .await?;
    let body = policy.as_ref().map(|policy| markdown::plain(&policy.body)).unwrap_or_default();
    Ok(ask.page(&PolicyPage { ui: &ask.ui, name, policy, body, scale })?.cached(Cache::Public))
}

/// `GET /sitemap.xml`: current checks, and nothing else.
pub async fn sitemap(ask: Ask) -> Result<Answer> {
    let now = ask.app.now();
    let addresses = ask.app.read(move |db| store::addresses(db, now)).await?;
    let mut xml = String::from(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n",
    );
    for (slug, changed) in addresses {
        xml.push_str(&format!(
            "<url><loc>{}</loc><lastmod>{}</lastmod></url>\n",
            address(&ask, &slug),
            changed.short()
        ));
    }
    xml.push_str("</urlset>\n");
    Ok(Answer::bytes("application/xml; charset=utf-8", xml.into_bytes()).cached(Cache::Public))
}

/// `GET /robots.txt`
pub async fn robots(ask: Ask) -> Result<Answer> {
    let text = format!(
        "User-agent: *\nDisallow: /desk\nDisallow: /admin\nDisallow: /login\nDisallow: /account\n\nSitemap: {}/sitemap.xml\n",
        ask.ui.base
    );
    Ok(Answer::text(text).cached(Cache::Public))
}

/// `GET /healthz`: the process answers.
pub async fn healthz(_: Ask) -> Result<Answer> {
    Ok(Answer::text("ok\n"))
}

/// `GET /readyz`: the database answers.
pub async fn readyz(ask: Ask) -> Result<Answer> {
    let ready = ask.app.read(crate::events::store::head).await;
    match ready {
        Ok(_) => Ok(Answer::text("ready\n")),
        Err(_) => Ok(Answer::text("the database does not answer\n")
            .status(actix_web::http::StatusCode::SERVICE_UNAVAILABLE)
            .header(header::RETRY_AFTER, "5")),
    }
}
