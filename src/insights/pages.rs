//! `/desk/insights`, and its tables as files.

use actix_web::http::header::CONTENT_DISPOSITION;
use askama::Template;

use super::figures::{Desk, Section};
use super::period::{Period, WEEKS};
use super::store::{self, Counted};
use super::tables::TableKind;
use crate::error::{Error, Result};
use crate::people::rules::Act;
use crate::web::{Answer, Ask, Ui};

#[derive(Template)]
#[template(path = "insights/show.html")]
struct ShowPage<'a> {
    ui: &'a Ui,
    sections: Vec<Section>,
    period: Period,
    spans: Vec<(u64, Period)>,
    /// There is nothing to count yet.
    empty: bool,
    /// More was there than was counted.
    cut: bool,
}

impl ShowPage<'_> {
    /// The days as an address carries them.
    fn query(&self) -> String {
        self.query_of(&self.period)
    }

    fn chosen(&self, period: &Period) -> bool {
        *period == self.period
    }

    fn query_of(&self, period: &Period) -> String {
        format!("from={}&to={}", period.from, period.to)
    }
}

async fn counted(ask: &Ask) -> Result<(Period, Counted)> {
    let (actor, desk, now) = (ask.actor()?, &ask.ui.desk, ask.app.now());
    if !actor.may(Act::ReadLog) {
        return Err(Error::NotFound);
    }
    let period = Period::read(ask.query("from"), ask.query("to"), desk.today(now));
    let span = period.span(desk.zone());
    Ok((period, ask.app.read(move |db| store::counted(db, &actor, span)).await?))
}

/// `GET /desk/insights`
pub async fn show(ask: Ask) -> Result<Answer> {
    let (period, counted) = counted(&ask).await?;
    let now = ask.app.now();
    let desk = Desk { ui: &ask.ui, counted: &counted, period, now };
    let empty = desk.is_empty();
    let sections = if empty { Vec::new() } else { desk.sections() };
    let today = ask.ui.desk.today(now);
    let spans = [4, WEEKS, 52].map(|weeks| (weeks, Period::weeks(today, weeks))).to_vec();
    ask.page(&ShowPage { ui: &ask.ui, sections, period, spans, empty, cut: counted.cut })
}

/// `GET /desk/insights/{table}.csv`
pub async fn table(ask: Ask) -> Result<Answer> {
    let kind: TableKind = ask.key("table")?;
    let (period, counted) = counted(&ask).await?;
    let sections = Desk { ui: &ask.ui, counted: &counted, period, now: ask.app.now() }.sections();
    let figure = sections.into_iter().flat_map(|it| it.figures).find(|it| it.kind == kind).ok_or(Error::NotFound)?;
    let name = format!("attachment; filename=\"insights-{kind}-{}-{}.csv\"", period.from, period.to);
    let csv = figure.table.csv().into_bytes();
    Ok(Answer::bytes("text/csv; charset=utf-8; header=present", csv).header(CONTENT_DISPOSITION, name))
}
