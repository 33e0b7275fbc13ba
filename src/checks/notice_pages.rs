//! What was found out about cited sources: the editor's look.

use super::notices::{self, NoticeId, NoticeState};
use super::rules::CheckId;
use crate::error::Result;
use crate::web::{Answer, Ask, done};

/// `POST /desk/checks/{id}/notices/{notice}`: readers are told, or need not be.
pub async fn decide(ask: Ask) -> Result<Answer> {
    let (id, notice): (CheckId, NoticeId) = (ask.key("id")?, ask.key("notice")?);
    let state: NoticeState = ask.form.one("state").parse()?;
    let path = format!("/desk/checks/{id}#notices");
    ask.app.write(&ask.actor()?, move |tx| notices::decide(tx, &id, &notice, state)).await?;
    done(path, "saved")
}
