//! Search at the desk: everything in one place, narrowed by its address.

use askama::Template;

use super::facets::{self, Facet};
use super::results::{self, Row};
use crate::error::Result;
use crate::search::query::Query;
use crate::search::{Asked, Found, Order, Tag, Viewer};
use crate::text::passages::Wanted;
use crate::web::paging::PAGE;
use crate::web::{Answer, Ask, Paging, Ui};

/// Longer is cut: nobody types it, and no address holds it.
const TYPED: usize = 2_000;

#[derive(Template)]
#[template(path = "finding/search.html")]
struct SearchPage<'a> {
    ui: &'a Ui,
    typed: String,
    query: Query,
    order: Order,
    rows: Vec<Row>,
    total: usize,
    some_words: bool,
    common_words: bool,
    misspelt: Vec<String>,
    facets: Vec<Facet>,
    paging: Paging,
}

impl SearchPage<'_> {
    fn narrowable(&self) -> bool {
        self.facets.iter().any(|facet| !facet.values.is_empty())
    }

    /// What can be typed, each with the word of its explanation.
    fn examples(&self) -> [(&'static str, &'static str); 6] {
        [
            ("\"clean water\"", "phrase"),
            ("reservoir -lake", "without"),
            ("verdict:false", "verdict"),
            ("claimant:\"Ada Marsh\"", "claimant"),
            ("source:example.org after:2026-01", "source"),
            ("flood OR storm", "either"),
        ]
    }
}

/// Who looks, to the search index.
pub fn viewer(actor: &crate::people::rules::Actor) -> Viewer {
    if actor.sees_all() { Viewer::All } else { Viewer::Person(actor.id.to_string()) }
}

/// `GET /desk/search`
pub async fn search(ask: Ask) -> Result<Answer> {
    let (actor, mut paging) = (ask.actor()?, ask.paging());
    let typed: String = ask.query("q").chars().take(TYPED).collect();
    let order = ask.query_as("order").unwrap_or(Order::Relevance);
    let query = Query::read(&typed);
    let open = ask.query("typing") == "1" && Query::last_word_is_open(&typed);
    let (wanted, asked_paging) = (query.clone(), paging.clone());
    let (found, rows) = ask
        .app
        .work(move |app| {
            let Some(search) = app.search().filter(|_| !wanted.is_empty()) else {
                return Ok((Found::default(), Vec::new()));
            };
            let mut asked = Asked::new(&wanted, viewer(&actor));
            asked.open = open;
            asked.order = order;
            asked.facets = true;
            asked.limit = PAGE as usize;
            asked.offset = usize::try_from(asked_paging.offset()).unwrap_or(usize::MAX);
            let found = search.desk.find(&asked)?;
            let keys: Vec<String> = found.hits.iter().map(|hit| hit.key.clone()).collect();
            let last = asked.open_word();
            let wanted = Wanted::new(wanted.words(), last.as_deref(), &found.misspelt);
            let rows = app.database().read(|db| results::rows(db, &actor, &keys, &wanted))?;
            Ok((found, rows))
        })
        .await?;
    paging.more = found.goes_on_after(paging.page * PAGE);
    let fields = [Tag::Kind, Tag::Verdict, Tag::State, Tag::Topic, Tag::Claimant, Tag::Source, Tag::Lang];
    let facets = facets::of(&ask.ui, &query, &found.counts, &fields, &paging);
    ask.page(&SearchPage {
        ui: &ask.ui,
        typed,
        query,
        order,
        rows,
        total: found.total,
        some_words: found.some_words,
        common_words: found.common_words,
        misspelt: found.misspelt,
        facets,
        paging,
    })
}
