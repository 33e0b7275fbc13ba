//! What waits for whom: `/desk` and `/desk/reviews`.

use askama::Template;

use super::queue::{self, Filter, Waiting};
use super::rules::DraftState;
use crate::discussion::store::{self as tasks, TaskState};
use crate::error::Result;
use crate::people::rules::Act;
use crate::web::{Answer, Ask, Paging, Ui};

#[derive(Template)]
#[template(path = "checks/reviews.html")]
struct ReviewsPage<'a> {
    ui: &'a Ui,
    rows: Vec<Waiting>,
    state: Option<DraftState>,
    paging: Paging,
}

const WAITING: [DraftState; 3] = [DraftState::InReview, DraftState::Ready, DraftState::Approved];

/// `GET /desk/reviews`
pub async fn reviews(ask: Ask) -> Result<Answer> {
    let (actor, mut paging) = (ask.actor()?, ask.paging());
    let state = ask.query_as::<DraftState>("state").filter(|state| WAITING.contains(state));
    let filter = Filter { states: state.map_or(WAITING.to_vec(), |state| vec![state]), lead: None, not_by: None };
    let asked = paging.clone();
    let rows = ask.app.read(move |db| queue::waiting(db, &actor, &filter, &asked)).await?;
    let rows = paging.cut(rows);
    ask.page(&ReviewsPage { ui: &ask.ui, rows, state, paging })
}

#[derive(Template)]
#[template(path = "checks/work.html")]
struct WorkPage<'a> {
    ui: &'a Ui,
    waiting: Vec<Waiting>,
    mine: Vec<Waiting>,
    tasks: Vec<tasks::Line>,
    today: chrono::NaiveDate,
}

impl WorkPage<'_> {
    fn late(&self, task: &tasks::Task) -> bool {
        task.due_on.is_some_and(|due| due < self.today)
    }
}

/// `GET /desk`: my work.
pub async fn work(ask: Ask) -> Result<Answer> {
    let (actor, paging) = (ask.actor()?, ask.paging());
    let (waiting, mine, tasks) = ask
        .app
        .read(move |db| {
            let states = match actor.may(Act::Approve) {
                true => WAITING.to_vec(),
                false if actor.may(Act::Draft) => vec![DraftState::InReview],
                false => Vec::new(),
            };
            let waiting =
                queue::waiting(db, &actor, &Filter { states, lead: None, not_by: Some(actor.id.clone()) }, &paging)?;
            let open = vec![DraftState::Researching, DraftState::InReview, DraftState::Ready, DraftState::Approved];
            let own = Filter { states: open, lead: Some(actor.id.clone()), not_by: None };
            let mine = queue::waiting(db, &actor, &own, &paging)?;
            let tasks = tasks::list(db, &actor, Some(&actor.id), TaskState::Open, &paging)?;
            Ok((waiting, mine, tasks))
        })
        .await?;
    let today = ask.ui.desk.today(ask.app.now());
    ask.page(&WorkPage { ui: &ask.ui, waiting, mine, tasks, today })
}
