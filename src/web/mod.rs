//! Cross-cutting HTTP: who is asking, guards, headers, forms, pages of errors.

pub mod answer;
pub mod assets;
pub mod errors;
pub mod form;
pub mod paging;
pub mod ui;
pub mod words;

mod dispatch;

use std::collections::HashMap;
use std::future::Future;
use std::pin::Pin;
use std::rc::Rc;
use std::str::FromStr;

use actix_web::http::Method;

pub use answer::{Answer, Cache};
pub use dispatch::{SESSION, anything_else, cookie, serve};
pub use form::{Fields, Filled, Reading};
pub use paging::Paging;
pub use ui::Ui;

use crate::app::App;
use crate::error::{Error, Result};
use crate::people::rules::{Act, Actor};

/// Name of the field that proves a form is ours.
pub const GUARD: &str = "guard";

/// Who may come to an address. Every route declares one; `routes.rs` does not compile without.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Who {
    /// The public: no session is looked at, the answer is the same for all and may be cached.
    Reader,
    /// Whoever has no session yet: signing in, setting up, joining.
    Guest,
    /// People of the desk with a right; without it a page is missing (GET) or refused (POST).
    May(Act),
}

/// How many bytes a form of this address may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit(pub usize);

/// Forms with a few fields.
pub const SMALL: Limit = Limit(64 * 1024);
/// Forms with a reasoning or a policy.
pub const TEXT: Limit = Limit(512 * 1024);
/// Articles and snapshots, pasted or uploaded. A paste of 5 MB grows when it is encoded.
pub const FILE: Limit = Limit(12 * 1024 * 1024);

type Handler = Rc<dyn Fn(Ask) -> Pin<Box<dyn Future<Output = Result<Answer>>>>>;

/// One method of one address, with its policy.
#[derive(Clone)]
pub struct Endpoint {
    pub method: Method,
    pub who: Who,
    pub limit: Limit,
    handler: Handler,
}

/// A page; answers HEAD as well.
pub fn get<F, R>(who: Who, handler: F) -> Endpoint
where
    F: Fn(Ask) -> R + 'static,
    R: Future<Output = Result<Answer>> + 'static,
{
    Endpoint { method: Method::GET, who, limit: Limit(0), handler: Rc::new(move |ask| Box::pin(handler(ask))) }
}

/// An action.
pub fn post<F, R>(who: Who, limit: Limit, handler: F) -> Endpoint
where
    F: Fn(Ask) -> R + 'static,
    R: Future<Output = Result<Answer>> + 'static,
{
    Endpoint { method: Method::POST, who, limit, handler: Rc::new(move |ask| Box::pin(handler(ask))) }
}

/// A request after the door: who asks, for what, with which form.
pub struct Ask {
    pub app: App,
    /// Who is signed in; `None` for readers and guests.
    pub actor: Option<Actor>,
    /// The session's own secret, hashed as rows keep it.
    pub session: Option<String>,
    pub form: Fields,
    pub ui: Ui,
    /// Path and query exactly as they were asked for.
    pub asked: String,
    /// The moment whose copy is wanted (RFC 7089).
    pub accept_datetime: String,
    params: HashMap<String, String>,
    query: Vec<(String, String)>,
}

impl Ask {
    /// Who acts; routes with `Who::May` always have one.
    pub fn actor(&self) -> Result<Actor> {
        self.actor.clone().ok_or(Error::NotFound)
    }

    /// A part of the path.
    pub fn param(&self, name: &str) -> Result<&str> {
        self.params.get(name).map(String::as_str).ok_or(Error::NotFound)
    }

    /// A key or number in the path; what is none cannot be found.
    pub fn key<T: FromStr>(&self, name: &str) -> Result<T> {
        self.param(name)?.parse().map_err(|_| Error::NotFound)
    }

    /// A number in the path, written as numbers are: one page has one address.
    pub fn number(&self, name: &str) -> Result<i32> {
        let number: i32 = self.key(name)?;
        if number.to_string() == self.param(name)? { Ok(number) } else { Err(Error::NotFound) }
    }

    /// A variable of the query, empty where it did not come.
    pub fn query(&self, name: &str) -> &str {
        self.query.iter().find(|(key, _)| key == name).map_or("", |(_, value)| value)
    }

    /// A word or key in the query; what is none of its list counts as not given.
    pub fn query_as<T: FromStr>(&self, name: &str) -> Option<T> {
        self.query(name).parse().ok()
    }

    /// The page that the query asks for.
    pub fn paging(&self) -> Paging {
        Paging::new(self.query_as("page").unwrap_or(1), self.ui.path.clone(), &self.query)
    }

    /// A page with the values of the layout.
    pub fn page(&self, page: &impl askama::Template) -> Result<Answer> {
        Ok(Answer::html(page.render().map_err(Error::internal)?))
    }

    /// What a form looks like with its faults, in the words of the reader.
    pub fn filled(&self, faults: &crate::error::Faults) -> Filled {
        let faults = faults.0.iter().map(|(field, say)| (*field, self.ui.say(say))).collect();
        Filled { fields: self.form.clone(), faults }
    }

    /// Turns what was wrong with a form back into its page; everything else goes on as an error.
    pub fn faults<T>(&self, outcome: Result<T>) -> Result<std::result::Result<T, Filled>> {
        match outcome {
            Ok(value) => Ok(Ok(value)),
            Err(Error::Invalid(faults)) => Ok(Err(self.filled(&faults))),
            Err(other) => Err(other),
        }
    }
}

/// Where a form goes after it has done its work, with what to say there.
pub fn done(path: impl std::fmt::Display, flash: &str) -> Result<Answer> {
    let path = path.to_string();
    let (path, anchor) = match path.split_once('#') {
        Some((path, anchor)) => (path.to_owned(), format!("#{anchor}")),
        None => (path, String::new()),
    };
    let joint = if path.contains('?') { '&' } else { '?' };
    Ok(Answer::see_other(&format!("{path}{joint}done={flash}{anchor}")))
}
