//! What every page's layout knows: the words, the desk, who is looking.

use chrono::{Datelike, NaiveDate};

use super::words;
use crate::admin::store::Desk;
use crate::db::Moment;
use crate::error::Say;
use crate::people::rules::{Act, Actor};

/// Given to every template as `ui`.
#[derive(Debug, Clone)]
pub struct Ui {
    pub lang: String,
    pub desk: Desk,
    /// Who is signed in; `None` on every public page, so that these are the same for all.
    pub actor: Option<Actor>,
    /// What they have been told and not read.
    pub unread: i64,
    /// Proves that a form came from a page of this session.
    pub guard: String,
    /// Path of the address, for the current entry of the navigation.
    pub path: String,
    /// What was just done, if anything was.
    pub flash: String,
    /// Scheme and host, for addresses that must be absolute.
    pub base: String,
    pub theme: String,
    /// Whether single keys are shortcuts; somebody who dictates can switch them off.
    pub keys: bool,
}

impl Ui {
    /// A sentence.
    pub fn t(&self, id: &str) -> String {
        words::say(&self.lang, id, &[])
    }

    /// A sentence with one variable.
    pub fn t1(&self, id: &str, name: &str, value: impl ToString) -> String {
        words::say(&self.lang, id, &[(name, value.to_string())])
    }

    /// A sentence with two variables.
    pub fn t2(&self, id: &str, a: &str, a_value: impl ToString, b: &str, b_value: impl ToString) -> String {
        words::say(&self.lang, id, &[(a, a_value.to_string()), (b, b_value.to_string())])
    }

    /// A sentence that the rules chose.
    pub fn say(&self, say: &Say) -> String {
        words::say(&self.lang, say.id, &say.args)
    }

    /// The name of a word of a closed list: `state-…`, `role-…`.
    pub fn word(&self, list: &str, word: impl std::fmt::Display) -> String {
        words::say(&self.lang, &format!("{list}-{word}").replace(['_', '.'], "-"), &[])
    }

    /// Writing direction of a language.
    pub fn dir(&self) -> &'static str {
        direction(&self.lang)
    }

    /// Writing direction of somebody else's words.
    pub fn dir_of(&self, lang: &str) -> &'static str {
        direction(lang)
    }

    /// A day in words: 14 October 2026.
    pub fn date(&self, date: &NaiveDate) -> String {
        let month = self.t(&format!("month-{}", date.month()));
        let args = [("day", date.day().to_string()), ("month", month), ("year", date.year().to_string())];
        words::say(&self.lang, "date-long", &args)
    }

    /// A moment's day on the desk's own calendar.
    pub fn day(&self, moment: &Moment) -> String {
        self.date(&moment.utc().with_timezone(&self.desk.zone()).date_naive())
    }

    /// A moment's day and time on the desk's own clock, with its zone.
    pub fn time(&self, moment: &Moment) -> String {
        let local = moment.utc().with_timezone(&self.desk.zone());
        format!("{}, {}", self.date(&local.date_naive()), local.format("%H:%M %Z"))
    }

    /// Whether who is looking may do something: the same table as the rule behind the button.
    pub fn may(&self, act: Act) -> bool {
        self.actor.as_ref().is_some_and(|actor| actor.may(act))
    }

    /// Rights by name, for templates.
    pub fn may_add(&self) -> bool {
        self.may(Act::Add)
    }

    /// Reviewers and above.
    pub fn may_draft(&self) -> bool {
        self.may(Act::Draft)
    }

    /// Editors and above.
    pub fn may_approve(&self) -> bool {
        self.may(Act::Approve)
    }

    /// Administrators.
    pub fn may_manage(&self) -> bool {
        self.may(Act::Manage)
    }

    /// Administrators and auditors.
    pub fn may_read_admin(&self) -> bool {
        self.may(Act::ReadAdmin)
    }

    /// Who may look at the log.
    pub fn may_read_log(&self) -> bool {
        self.may(Act::ReadLog)
    }

    /// The name of who is signed in.
    pub fn name(&self) -> &str {
        self.actor.as_ref().map_or("", |actor| &actor.name)
    }

    /// Whether a navigation entry is the current one.
    pub fn here(&self, path: &str) -> bool {
        self.path == path || (path != "/desk" && path != "/" && self.path.starts_with(&format!("{path}/")))
    }

    /// The address of one of our static files.
    pub fn asset(&self, name: &str) -> String {
        format!("/assets/{}/{name}", super::assets::build())
    }
}

/// Right-to-left scripts by language.
pub fn direction(lang: &str) -> &'static str {
    let first = lang.split('-').next().unwrap_or(lang);
    if matches!(first, "ar" | "ur" | "fa" | "he" | "ps" | "sd" | "ug" | "yi" | "dv" | "ckb") { "rtl" } else { "ltr" }
}
