//! What was counted as sections of charts, each with its finding in a sentence and its table.

use chrono::{Datelike, NaiveDate};

use super::period::Period;
use super::reckoning::{PutRight, days, stays};
use super::store::{Counted, Coverage, Name};
use super::tables::{Cell, Table, TableKind, number};
use crate::charts::stats::{Period as Step, Quartiles, quartiles};
use crate::charts::{Amount, Bar, Bars, Column, Columns, Dir, Distribution, Frame, Key, Sample, Series};
use crate::checks::rules::{Correction, DraftState};
use crate::claims::rules::ClaimState;
use crate::corrections::rules::RetractionKind;
use crate::db::Moment;
use crate::web::Ui;

/// As many bars as are looked through at once.
const MOST_BARS: usize = 12;

/// A chart with what it says, what it counts and the numbers behind it.
pub struct Figure {
    pub kind: TableKind,
    pub title: String,
    pub finding: String,
    pub counts: String,
    pub svg: String,
    pub table: Table,
}

/// Charts that answer one question.
pub struct Section {
    pub title: String,
    pub text: String,
    pub figures: Vec<Figure>,
}

/// What every figure of a page is made with.
pub struct Desk<'a> {
    pub ui: &'a Ui,
    pub counted: &'a Counted,
    pub period: Period,
    pub now: Moment,
}

/// A figure before it is drawn.
struct About {
    kind: TableKind,
    title: String,
    finding: String,
    counts: String,
    empty: String,
}

impl About {
    fn frame<'f>(&'f self, ui: &Ui) -> Frame<'f> {
        let dir = if ui.dir() == "rtl" { Dir::RightToLeft } else { Dir::LeftToRight };
        let desc = if self.finding.is_empty() { &self.empty } else { &self.finding };
        Frame { id: self.kind.as_str(), title: &self.title, desc, empty: &self.empty, dir, number: &number }
    }

    fn figure(self, svg: String, table: Table) -> Figure {
        Figure { kind: self.kind, title: self.title, finding: self.finding, counts: self.counts, svg, table }
    }
}

fn amount(value: usize) -> Option<Amount> {
    Amount::new(value as f64, number(value as f64)).ok()
}

fn count(value: i64) -> usize {
    usize::try_from(value).unwrap_or(0)
}

/// The name of a row with its numbers.
fn row(name: String, numbers: &[usize]) -> Vec<Cell> {
    std::iter::once(Cell::Words(name)).chain(numbers.iter().map(|it| Cell::Number(*it as f64))).collect()
}

impl Desk<'_> {
    /// Everything on the page, in its order.
    pub fn sections(&self) -> Vec<Section> {
        let ui = self.ui;
        vec![
            Section {
                title: ui.t("insights-flow"),
                text: ui.t("insights-flow-text"),
                figures: vec![self.published(), self.time(), self.stages(), self.open()],
            },
            Section {
                title: ui.t("insights-verdicts"),
                text: ui.t("insights-verdicts-text"),
                figures: vec![self.verdicts()],
            },
            Section {
                title: ui.t("insights-corrections"),
                text: ui.t("insights-corrections-text"),
                figures: vec![self.corrections(), self.correcting()],
            },
            Section {
                title: ui.t("insights-coverage"),
                text: ui.t("insights-coverage-text"),
                figures: vec![self.topics(), self.claimants()],
            },
        ]
    }

    /// Nothing has been taken, published or put right in this time, and nothing is open.
    pub fn is_empty(&self) -> bool {
        let it = self.counted;
        let lists = [it.published.len(), it.drafts.len(), it.claims.len(), it.corrected.len(), it.taken_back.len()];
        lists.iter().all(|rows| *rows == 0) && it.topics.is_empty() && it.claimants.is_empty()
    }

    fn about(&self, kind: TableKind, finding: String) -> About {
        let ui = self.ui;
        let (title, counts, empty) = match kind {
            TableKind::Published => ("insights-published", "insights-published-counts", "insights-published-empty"),
            TableKind::Time => ("insights-time", "insights-time-counts", "insights-published-empty"),
            TableKind::Stages => ("insights-stages", "insights-stages-counts", "insights-published-empty"),
            TableKind::Open => ("insights-open", "insights-open-counts", "insights-open-empty"),
            TableKind::Verdicts => ("insights-verdicts-given", "insights-verdicts-counts", "insights-published-empty"),
            TableKind::Corrections => ("insights-kinds", "insights-kinds-counts", "insights-kinds-empty"),
            TableKind::Correcting => ("insights-correcting", "insights-correcting-counts", "insights-correcting-empty"),
            TableKind::Topics => ("insights-topics", "insights-topics-counts", "insights-marked-empty"),
            TableKind::Claimants => ("insights-claimants", "insights-claimants-counts", "insights-marked-empty"),
        };
        About { kind, title: ui.t(title), finding, counts: ui.t(counts), empty: ui.t(empty) }
    }

    fn published(&self) -> Figure {
        let (ui, step, zone) = (self.ui, self.period.step(), self.ui.desk.zone());
        let dates = self.counted.published.iter().map(|it| it.published.utc().with_timezone(&zone).date_naive());
        let periods = step.counts(dates, self.period.from, self.period.to);
        let all = self.counted.published.len();
        let most = periods.iter().map(|(_, checks)| *checks).max().unwrap_or(0);
        let finding = ui.t2("insights-published-finding", "count", all, "most", most);
        let about = self.about(TableKind::Published, if all == 0 { String::new() } else { finding });
        let column = |(day, checks): &(NaiveDate, usize)| Column {
            label: self.short(step, day),
            amounts: amount(*checks).into_iter().collect(),
        };
        let series = vec![Series { name: ui.t("insights-checks"), tone: None }];
        let drawn = if all == 0 { Vec::new() } else { periods.iter().map(column).collect() };
        let svg = Columns { frame: about.frame(ui), series, periods: drawn, others: "" }.svg();
        let first = if step == Step::Month { ui.t("insights-month-of") } else { ui.t("insights-week-of") };
        let rows = periods.iter().map(|(day, checks)| vec![Cell::Day(*day), Cell::Number(*checks as f64)]).collect();
        about.figure(svg, Table { head: vec![first, ui.t("insights-checks")], rows })
    }

    fn short(&self, step: Step, day: &NaiveDate) -> String {
        match step {
            Step::Month => self.ui.t2("insights-month", "month", day.month(), "year", day.year()),
            Step::Week(_) => self.ui.t2("insights-day", "day", day.day(), "month", day.month()),
        }
    }

    fn time(&self) -> Figure {
        let ui = self.ui;
        let took: Vec<f64> = self.counted.published.iter().map(|it| days(it.taken, it.published)).collect();
        let finding = quartiles(&took).map(|it| {
            let half = ui.t2("insights-between", "lower", number(it.lower), "upper", number(it.upper));
            ui.t2("insights-time-finding", "median", number(it.median), "half", half)
        });
        let about = self.about(TableKind::Time, finding.unwrap_or_default());
        self.spread(about, vec![(ui.t("insights-taken-published"), took)])
    }

    fn stages(&self) -> Figure {
        let samples: Vec<(String, Vec<f64>)> =
            stays(&self.counted.arrivals).into_iter().map(|(state, days)| (self.state(state), days)).collect();
        let slowest = samples
            .iter()
            .filter_map(|(name, values)| Some((name, quartiles(values)?.median)))
            .max_by(|a, b| a.1.total_cmp(&b.1))
            .map(|(name, median)| self.ui.t2("insights-stages-finding", "stage", name, "median", number(median)));
        let about = self.about(TableKind::Stages, slowest.unwrap_or_default());
        self.spread(about, samples)
    }

    fn open(&self) -> Figure {
        let (ui, it) = (self.ui, self.counted);
        let claims = [ClaimState::Inbox, ClaimState::Selected].into_iter().map(|state| {
            let ages = it.claims.iter().filter(|(in_state, _)| *in_state == state);
            (ui.word("state", state), ages.map(|(_, since)| days(*since, self.now)).collect::<Vec<f64>>())
        });
        let drafts = DraftState::ALL.iter().map(|state| {
            let ages = it.drafts.iter().filter(|(in_state, _)| in_state == state);
            (self.state(*state), ages.map(|(_, since)| days(*since, self.now)).collect::<Vec<f64>>())
        });
        let samples: Vec<(String, Vec<f64>)> = claims.chain(drafts).filter(|(_, ages)| !ages.is_empty()).collect();
        let oldest = samples.iter().flat_map(|(_, ages)| ages).copied().fold(0.0, f64::max);
        let count = it.claims.len() + it.drafts.len();
        let finding = ui.t2("insights-open-finding", "count", count, "oldest", number(oldest));
        let about = self.about(TableKind::Open, if count == 0 { String::new() } else { finding });
        self.spread(about, samples)
    }

    fn state(&self, state: DraftState) -> String {
        self.ui.word("state", state)
    }

    /// Days by row, as boxes on one scale.
    fn spread(&self, about: About, samples: Vec<(String, Vec<f64>)>) -> Figure {
        let ui = self.ui;
        let said = |it: &Quartiles| ui.t2("insights-median-of", "median", number(it.median), "count", it.count);
        let rows: Vec<Sample> = samples
            .iter()
            .filter_map(|(name, days)| Sample::new(name, said(&quartiles(days)?), days.clone()).ok())
            .collect();
        let (median, middle_half, one_case) =
            (ui.t("insights-median"), ui.t("insights-middle-half"), ui.t("insights-one-case"));
        let key = Key { median: &median, middle_half: &middle_half, one_case: &one_case };
        let others = ui.t("insights-others");
        let svg = Distribution { frame: about.frame(ui), rows, most: MOST_BARS, others: &others, key }.svg();
        let numbers = |(name, days): &(String, Vec<f64>)| {
            let it = quartiles(days)?;
            let numbers = [it.count as f64, it.least, it.lower, it.median, it.upper, it.most].map(Cell::Number);
            Some(std::iter::once(Cell::Words(name.clone())).chain(numbers).collect::<Vec<Cell>>())
        };
        let head = vec![
            ui.t("insights-what"),
            ui.t("insights-cases"),
            ui.t("insights-least"),
            ui.t("insights-lower"),
            ui.t("insights-median"),
            ui.t("insights-upper"),
            ui.t("insights-most"),
        ];
        about.figure(svg, Table { head, rows: samples.iter().filter_map(numbers).collect() })
    }

    fn verdicts(&self) -> Figure {
        let (ui, it) = (self.ui, self.counted);
        let given = |entry: &_| it.published.iter().filter(|check| check.verdict.as_ref() == Some(entry)).count();
        let rows: Vec<(String, String, usize)> = it
            .scale
            .iter()
            .map(|entry| (format!("{} {}", entry.icon, entry.label), entry.tone.to_string(), given(&entry.id)))
            .collect();
        let all: usize = rows.iter().map(|row| row.2).sum();
        let top = rows.iter().rev().max_by_key(|row| row.2).filter(|row| row.2 > 0);
        let share = |n: usize| ui.t2("insights-of", "part", n, "all", all);
        let finding = top.map(|row| ui.t2("insights-verdicts-finding", "verdict", &row.0, "share", share(row.2)));
        let about = self.about(TableKind::Verdicts, finding.unwrap_or_default());
        let bar = |(label, tone, n): &(String, String, usize)| {
            Some(Bar { label: label.clone(), first: amount(*n)?, second: None, tone: Some(tone.clone()) })
        };
        let drawn = if all == 0 { Vec::new() } else { rows.iter().filter_map(bar).collect() };
        let others = ui.t("insights-others");
        let svg = Bars { frame: about.frame(ui), rows: drawn, names: None, most: MOST_BARS, others: &others }.svg();
        let head = vec![ui.t("insights-verdict"), ui.t("insights-checks")];
        let names = it.scale.iter().map(|entry| entry.label.clone());
        about.figure(svg, Table { head, rows: names.zip(&rows).map(|(name, it)| row(name, &[it.2])).collect() })
    }

    fn corrections(&self) -> Figure {
        let (ui, it) = (self.ui, self.counted);
        let versions = Correction::ALL.iter().map(|kind| {
            (ui.word("correction", kind), it.corrected.iter().filter(|version| version.kind == *kind).count())
        });
        let taken_back = RetractionKind::ALL.iter().map(|kind| {
            (ui.word("retraction-is", kind), it.taken_back.iter().filter(|check| check.kind == *kind).count())
        });
        let kinds: Vec<(String, usize)> = versions.chain(taken_back).collect();
        let rate = PutRight::of(it).per_hundred(it.published.len());
        let all: usize = kinds.iter().map(|(_, n)| n).sum();
        let finding = rate.map(|rate| ui.t1("insights-rate-finding", "rate", number(rate))).unwrap_or_default();
        let about = self.about(TableKind::Corrections, finding);
        let bar = |(label, n): &(String, usize)| {
            Some(Bar { label: label.clone(), first: amount(*n)?, second: None, tone: None })
        };
        let drawn = if all == 0 { Vec::new() } else { kinds.iter().filter_map(bar).collect() };
        let svg = Bars { frame: about.frame(ui), rows: drawn, names: None, most: MOST_BARS, others: "" }.svg();
        let mut rows: Vec<Vec<Cell>> = kinds.into_iter().map(|(name, n)| row(name, &[n])).collect();
        rows.push(vec![Cell::Words(ui.t("insights-rate")), rate.map_or(Cell::Nothing, Cell::Number)]);
        about.figure(svg, Table { head: vec![ui.t("insights-kind"), ui.t("insights-count")], rows })
    }

    fn correcting(&self) -> Figure {
        let (ui, put_right) = (self.ui, PutRight::of(self.counted));
        let finding = quartiles(&put_right.stood)
            .map(|it| ui.t2("insights-correcting-finding", "median", number(it.median), "count", it.count));
        let about = self.about(TableKind::Correcting, finding.unwrap_or_default());
        let samples = [(ui.t("insights-stood"), put_right.stood), (ui.t("insights-took"), put_right.took)];
        self.spread(about, samples.into_iter().filter(|(_, days)| !days.is_empty()).collect())
    }

    fn topics(&self) -> Figure {
        let about = self.about(TableKind::Topics, self.broadest(&self.counted.topics));
        self.coverage(about, &self.counted.topics, (self.ui.t("field-topic"), self.ui.t("insights-no-topic")))
    }

    fn claimants(&self) -> Figure {
        let about = self.about(TableKind::Claimants, self.broadest(&self.counted.claimants));
        let words = (self.ui.t("field-claimant"), self.ui.t("insights-no-claimant"));
        self.coverage(about, &self.counted.claimants, words)
    }

    fn broadest(&self, rows: &[Coverage]) -> String {
        let top = rows.iter().find_map(|row| match &row.name {
            Name::Of(name) if row.published > 0 => Some((name, row.published)),
            _ => None,
        });
        let all = rows.iter().filter(|row| row.published > 0 && row.name != Name::Nothing).count();
        top.map(|(name, _)| self.ui.t2("insights-coverage-finding", "name", name, "count", all)).unwrap_or_default()
    }

    /// What was marked beside what was published of it: both show what the desk chose.
    fn coverage(&self, about: About, rows: &[Coverage], (what, nothing): (String, String)) -> Figure {
        let ui = self.ui;
        let name = |row: &Coverage| match &row.name {
            Name::Of(name) => name.clone(),
            Name::Nothing => nothing.clone(),
            Name::Private => ui.t("insights-private"),
        };
        let bar = |row: &Coverage| {
            let (first, second) = (amount(count(row.published))?, amount(count(row.marked)));
            Some(Bar { label: name(row), first, second, tone: None })
        };
        let (published, marked, others) = (ui.t("insights-checks"), ui.t("insights-marked"), ui.t("insights-others"));
        let drawn = rows.iter().filter_map(bar).collect();
        let names = Some([published.as_str(), marked.as_str()]);
        let svg = Bars { frame: about.frame(ui), rows: drawn, names, most: MOST_BARS, others: &others }.svg();
        let numbers = |it: &Coverage| row(name(it), &[count(it.published), count(it.marked)]);
        about.figure(
            svg,
            Table { head: vec![what, published.clone(), marked.clone()], rows: rows.iter().map(numbers).collect() },
        )
    }
}
