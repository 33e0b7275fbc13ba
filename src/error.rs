//! What can go wrong, and what it means to the person who asked.

use std::fmt;

/// What every fallible function of the product answers.
pub type Result<T> = std::result::Result<T, Error>;

/// A sentence by its id in the words of the pages, with what it tells of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Say {
    /// The message's id in `locales/`.
    pub id: &'static str,
    /// Its variables.
    pub args: Vec<(&'static str, String)>,
}

impl Say {
    /// A sentence without variables.
    pub fn new(id: &'static str) -> Self {
        Say { id, args: Vec::new() }
    }

    /// The same sentence with one more variable.
    pub fn with(mut self, name: &'static str, value: impl ToString) -> Self {
        self.args.push((name, value.to_string()));
        self
    }
}

/// What stands beside the fields of a form that cannot be taken as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Faults(pub Vec<(&'static str, Say)>);

impl Faults {
    /// Adds a sentence to a field.
    pub fn add(&mut self, field: &'static str, say: Say) {
        self.0.push((field, say));
    }

    /// One field, one sentence, as an error.
    pub fn of(field: &'static str, say: Say) -> Error {
        Error::Invalid(Faults(vec![(field, say)]))
    }
}

/// Somebody else changed what this form was about: both texts, so that nothing is lost.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stale {
    /// The revision or hash that stands now; sending again with it is a decision made with open eyes.
    pub current: String,
    /// Name of the form's field that carries it.
    pub field: &'static str,
    /// What stands now, by the names of the form's fields.
    pub theirs: Vec<(&'static str, String)>,
}

/// Every failure, by what the person can do about it.
#[derive(Debug)]
pub enum Error {
    /// There is no such thing, or not for this person: the same answer, byte for byte.
    NotFound,
    /// Seen but not allowed.
    Forbidden(Say),
    /// The request itself makes no sense.
    BadRequest(Say),
    /// A form with sentences beside its fields.
    Invalid(Faults),
    /// Right form, wrong moment: the thing's state does not allow it.
    Refused(Say),
    /// The form was about an older state of the thing.
    Stale(Box<Stale>),
    /// More bytes than this address takes.
    TooLarge(usize),
    /// Too much at once; worth another try.
    Busy,
    /// No room left where the rows and files are kept.
    Full,
    /// It was there and has been taken back.
    Gone,
    /// A published text that may not be shown, with the public reason.
    Withheld(String),
    /// The command line cannot go on, in one line.
    Startup(String),
    /// Ours to mend; the person gets the reference that the log has.
    Internal(String),
}

impl Error {
    /// A request that makes no sense, with its sentence.
    pub fn bad_request(id: &'static str) -> Self {
        Error::BadRequest(Say::new(id))
    }

    /// A step that the state of things refuses, with its sentence.
    pub fn refused(id: &'static str) -> Self {
        Error::Refused(Say::new(id))
    }

    /// A person who may look but not act, with the sentence.
    pub fn forbidden(id: &'static str) -> Self {
        Error::Forbidden(Say::new(id))
    }

    /// One clear line for the command line.
    pub fn startup(line: impl Into<String>) -> Self {
        Error::Startup(line.into())
    }

    /// Logs what happened and keeps only a reference for the person.
    pub fn internal(cause: impl fmt::Display) -> Self {
        let reference = crate::db::hex(&crate::db::random_bytes::<4>());
        tracing::error!(%reference, %cause, "internal error");
        Error::Internal(reference)
    }
}

impl From<diesel::result::Error> for Error {
    fn from(error: diesel::result::Error) -> Self {
        use diesel::result::{DatabaseErrorKind, Error as Db};
        match &error {
            Db::NotFound => Error::NotFound,
            Db::DatabaseError(DatabaseErrorKind::SerializationFailure, _) => Error::Busy,
            Db::DatabaseError(DatabaseErrorKind::UniqueViolation, _) => Error::refused("already-there"),
            Db::DatabaseError(_, info) if info.message().contains("disk is full") => Error::Full,
            Db::DatabaseError(_, info) if info.message().contains("database is locked") => Error::Busy,
            _ => Error::internal(error),
        }
    }
}

impl From<std::io::Error> for Error {
    fn from(error: std::io::Error) -> Self {
        use std::io::ErrorKind;
        match error.kind() {
            ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => Error::Full,
            _ => Error::internal(error),
        }
    }
}

impl From<serde_json::Error> for Error {
    fn from(error: serde_json::Error) -> Self {
        Error::internal(error)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Error::Startup(line) => out.write_str(line),
            Error::NotFound => out.write_str("there is no such thing"),
            Error::Full => out.write_str("no room left on the disk"),
            Error::Busy => out.write_str("the database is busy: try again"),
            Error::Internal(reference) => write!(out, "internal error {reference}: see the log"),
            Error::Forbidden(say) | Error::BadRequest(say) | Error::Refused(say) => {
                out.write_str(&crate::web::words::plain(say))
            }
            Error::Invalid(Faults(faults)) => {
                let lines: Vec<String> =
                    faults.iter().map(|(field, say)| format!("{field}: {}", crate::web::words::plain(say))).collect();
                out.write_str(&lines.join("; "))
            }
            other => write!(out, "{other:?}"),
        }
    }
}

impl std::error::Error for Error {}
