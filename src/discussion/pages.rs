//! Tasks at the desk.

use actix_web::http::StatusCode;
use askama::Template;
use chrono::NaiveDate;

use super::store::{self, Line, NewTask, TaskId, TaskKind, TaskState};
use crate::error::Result;
use crate::people::store::{self as people, Person};
use crate::web::{Answer, Ask, Filled, Paging, Reading, Ui, done};

#[derive(Template)]
#[template(path = "discussion/tasks.html")]
struct TasksPage<'a> {
    ui: &'a Ui,
    form: Filled,
    rows: Vec<Line>,
    mine: bool,
    state: TaskState,
    people: Vec<Person>,
    today: NaiveDate,
    paging: Paging,
}

impl TasksPage<'_> {
    fn who(&self, task: &store::Task) -> &str {
        let person = self.people.iter().find(|person| Some(&person.id) == task.assignee_id.as_ref());
        person.map_or("", |person| &person.name)
    }

    fn late(&self, task: &store::Task) -> bool {
        task.state == TaskState::Open && task.due_on.is_some_and(|due| due < self.today)
    }
}

/// `GET /desk/tasks`
pub async fn tasks(ask: Ask) -> Result<Answer> {
    tasks_page(&ask, Filled::default()).await
}

async fn tasks_page(ask: &Ask, form: Filled) -> Result<Answer> {
    let (actor, mut paging) = (ask.actor()?, ask.paging());
    let mine = ask.query("who") != "all";
    let state = ask.query_as("state").unwrap_or(TaskState::Open);
    let asked = paging.clone();
    let (rows, people) = ask
        .app
        .read(move |db| {
            let whose = mine.then_some(&actor.id);
            Ok((store::list(db, &actor, whose, state, &asked)?, people::everybody(db)?))
        })
        .await?;
    let rows = paging.cut(rows);
    let today = ask.ui.desk.today(ask.app.now());
    ask.page(&TasksPage { ui: &ask.ui, form, rows, mine, state, people, today, paging })
}

/// `POST /desk/tasks`
pub async fn add(ask: Ask) -> Result<Answer> {
    let mut reading = Reading::new(&ask.form);
    let new = NewTask::read(&mut reading);
    match ask.faults(reading.done(new))? {
        Err(form) => Ok(tasks_page(&ask, form).await?.status(StatusCode::UNPROCESSABLE_ENTITY)),
        Ok(new) => {
            let back = match &new.claim {
                Some(claim) => format!("/desk/claims/{claim}"),
                None => "/desk/tasks?who=all".into(),
            };
            ask.app.write(&ask.actor()?, move |tx| store::add(tx, new)).await?;
            done(back, "task-added")
        }
    }
}

/// `POST /desk/tasks/{id}/state`
pub async fn set_state(ask: Ask) -> Result<Answer> {
    let id: TaskId = ask.key("id")?;
    let state: TaskState = ask.form.one("state").parse()?;
    ask.app.write(&ask.actor()?, move |tx| store::set_state(tx, &id, state)).await?;
    done("/desk/tasks", "saved")
}
