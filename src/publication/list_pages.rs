//! The list of published checks, and the search over them.

use std::collections::HashMap;

use askama::Template;

use super::store::{self, Card, Filter};
use crate::checks::rules::CheckId;
use crate::error::{Error, Result};
use crate::finding::facets::{self, Facet};
use crate::finding::public_entries::check_of;
use crate::search::query::Query;
use crate::search::{Asked, Found, Order, Tag, Viewer};
use crate::text::passages::{Passage, Wanted, passage};
use crate::web::paging::PAGE;
use crate::web::{Answer, Ask, Cache, Paging, Ui};

/// Longer is cut: nobody types it.
const TYPED: usize = 500;
/// Code points of a statement, and of a summary, in the list.
const LINE: usize = 600;

#[derive(Template)]
#[template(path = "publication/checks.html")]
struct ChecksPage<'a> {
    ui: &'a Ui,
    typed: String,
    query: Query,
    order: Order,
    cards: Vec<Card>,
    wanted: Wanted,
    total: usize,
    some_words: bool,
    common_words: bool,
    misspelt: Vec<String>,
    facets: Vec<Facet>,
    paging: Paging,
}

impl ChecksPage<'_> {
    fn marked(&self, text: &str, card: &Card) -> Passage {
        passage(text, &card.document.language, &self.wanted, LINE)
    }

    fn narrowable(&self) -> bool {
        self.facets.iter().any(|facet| !facet.values.is_empty())
    }
}

/// `GET /checks`
pub async fn checks(ask: Ask) -> Result<Answer> {
    let (mut paging, now) = (ask.paging(), ask.app.now());
    let typed: String = ask.query("q").chars().take(TYPED).collect();
    let query = Query::read(&typed);
    let topic = Some(ask.query("topic").to_owned()).filter(|topic| !topic.is_empty());
    let order = ask.query_as("order").unwrap_or(if typed.is_empty() { Order::Newest } else { Order::Relevance });
    let open = ask.query("typing") == "1" && Query::last_word_is_open(&typed);
    let (wanted, turn) = (query.clone(), paging.clone());
    let (found, cards, wanted) = ask
        .app
        .work(move |app| {
            let mut asked = Asked::new(&wanted, Viewer::All);
            (asked.open, asked.order, asked.facets) = (open, order, true);
            (asked.limit, asked.offset) = (PAGE as usize, usize::try_from(turn.offset()).unwrap_or(usize::MAX));
            let found = match app.search() {
                Some(search) => search.public.find(&asked)?,
                None => Found::default(),
            };
            let marks = Wanted::new(wanted.words(), asked.open_word().as_deref(), &found.misspelt);
            let cards = app.database().read(|db| {
                if wanted.is_empty() {
                    let filter = Filter { topic, ..Filter::default() };
                    return store::list(db, &filter, turn.limit(), turn.offset(), now);
                }
                let ids: Vec<CheckId> = found.hits.iter().filter_map(|hit| check_of(&hit.key)).collect();
                let filter = Filter { checks: Some(ids.clone()), ..Filter::default() };
                let mut cards: HashMap<CheckId, Card> = store::list(db, &filter, PAGE, 0, now)?
                    .into_iter()
                    .map(|card| (card.check.clone(), card))
                    .collect();
                Ok(ids.iter().filter_map(|id| cards.remove(id)).collect())
            })?;
            Ok((found, cards, marks))
        })
        .await?;
    let cards = if query.is_empty() {
        paging.cut(cards)
    } else {
        paging.more = found.goes_on_after(paging.page * PAGE);
        cards
    };
    if cards.is_empty() && paging.page > 1 {
        return Err(Error::NotFound);
    }
    let facets =
        facets::of(&ask.ui, &query, &found.counts, &[Tag::Verdict, Tag::Topic, Tag::Claimant, Tag::Lang], &paging);
    let searched = !query.is_empty();
    let page = ask.page(&ChecksPage {
        ui: &ask.ui,
        typed,
        query,
        order,
        cards,
        wanted,
        total: found.total,
        some_words: found.some_words,
        common_words: found.common_words,
        misspelt: found.misspelt,
        facets,
        paging,
    })?;
    // What somebody looked for is kept by nobody and indexed nowhere.
    Ok(if searched { page } else { page.cached(Cache::Public) })
}
