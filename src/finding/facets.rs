//! What results can be narrowed by, with how many stand behind each value.

use crate::search::query::{Field, Filter, Limit, Query, Trouble};
use crate::search::{Counts, Tag};
use crate::web::{Paging, Ui};

/// Values of one field that are shown.
const SHOWN: usize = 12;

/// A field with its values.
pub struct Facet {
    /// The field's word: `verdict`, `topic`, …
    pub name: &'static str,
    pub values: Vec<Value>,
    /// Whether it is unfolded at first.
    pub open: bool,
}

/// One value.
pub struct Value {
    pub label: String,
    pub count: usize,
    /// The same search narrowed by it, or not any more where it is already.
    pub href: String,
    pub on: bool,
}

fn field(tag: Tag) -> Field {
    match tag {
        Tag::Kind => Field::Kind,
        Tag::Verdict => Field::Verdict,
        Tag::State => Field::State,
        Tag::Claimant => Field::Claimant,
        Tag::Topic => Field::Topic,
        Tag::Lang => Field::Lang,
        Tag::Source => Field::Source,
        Tag::Article => Field::Article,
        Tag::By => Field::By,
    }
}

/// The facets of an answer. A value that is chosen stays in the list although nothing else is counted beside it.
pub fn of(ui: &Ui, query: &Query, counts: &Counts, tags: &[Tag], paging: &Paging) -> Vec<Facet> {
    tags.iter()
        .map(|tag| {
            let values = counts.of(*tag, SHOWN).into_iter().filter_map(|(key, count)| {
                let filter = Filter::read(field(*tag), &key).ok()?;
                let on = query.has(&filter);
                let other = if on { query.less(&filter) } else { query.with(filter) };
                Some(Value { label: label(ui, *tag, &key), count, href: paging.with("q", other), on })
            });
            let values: Vec<Value> = values.collect();
            let open = matches!(tag, Tag::Kind | Tag::Verdict | Tag::Topic) || values.iter().any(|value| value.on);
            Facet { name: field(*tag).as_str(), open, values }
        })
        .collect()
}

fn label(ui: &Ui, tag: Tag, key: &str) -> String {
    match tag {
        Tag::Kind => ui.word("entry-kind", key),
        Tag::State => ui.word("state", key),
        _ => key.to_owned(),
    }
}

/// What the page says about something typed that could not be taken.
pub fn trouble(ui: &Ui, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Unreadable { field, value } => {
            let wants = match field {
                Field::Before | Field::After => ui.t("search-wants-date"),
                Field::Lang => ui.t("search-wants-lang"),
                Field::Kind => ui.t("search-wants-kind"),
                _ => ui.t("search-wants-name"),
            };
            format!("{} {wants}", ui.t2("search-unreadable", "field", field, "value", value))
        }
        Trouble::TooLong(limit) => match limit {
            Limit::Text | Limit::Word => ui.t1("search-too-long", "most", limit.most()),
            _ => ui.t1("search-too-many", "most", limit.most()),
        },
        Trouble::Or => ui.t("search-or"),
    }
}
