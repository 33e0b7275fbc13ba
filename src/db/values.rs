//! Values that travel between rows and rules: ids, times, closed lists of words.

use chrono::{DateTime, NaiveDateTime, SubsecRound, Utc};
use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
use diesel::sql_types::Timestamp;
use serde::{Serialize, Serializer};

/// A moment in UTC, in whole microseconds: both databases keep exactly that.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, AsExpression, FromSqlRow)]
#[diesel(sql_type = Timestamp)]
pub struct Moment(NaiveDateTime);

impl Moment {
    /// Cuts a time to what both databases keep.
    pub fn from_utc(time: DateTime<Utc>) -> Self {
        Moment(time.naive_utc().trunc_subsecs(6))
    }

    /// The same moment with its zone, for calendars and zones.
    pub fn utc(self) -> DateTime<Utc> {
        self.0.and_utc()
    }

    /// RFC 3339 with microseconds and `Z`: how a moment is written wherever it is hashed.
    pub fn exact(self) -> String {
        self.0.format("%Y-%m-%dT%H:%M:%S%.6fZ").to_string()
    }

    /// RFC 3339 in whole seconds, for people and feeds.
    pub fn short(self) -> String {
        self.0.format("%Y-%m-%dT%H:%M:%SZ").to_string()
    }

    /// This moment moved by a span; stays where it is if that would leave the calendar.
    pub fn plus(self, span: chrono::TimeDelta) -> Self {
        Moment(self.0.checked_add_signed(span).unwrap_or(self.0))
    }

    /// Milliseconds since 1970, for ids.
    pub fn millis(self) -> u64 {
        u64::try_from(self.utc().timestamp_millis()).unwrap_or(0)
    }
}

impl Serialize for Moment {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_str(&self.exact())
    }
}

impl<DB: Backend> ToSql<Timestamp, DB> for Moment
where
    NaiveDateTime: ToSql<Timestamp, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        self.0.to_sql(out)
    }
}

impl<DB: Backend> FromSql<Timestamp, DB> for Moment
where
    NaiveDateTime: FromSql<Timestamp, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        NaiveDateTime::from_sql(bytes).map(Moment)
    }
}

/// A key of its own type over UUIDv7 text, so that a claim's id is never taken for a check's.
macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = diesel::sql_types::Text)]
        #[serde(transparent)]
        pub struct $name(String);

        impl $name {
            /// The key as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl From<uuid::Uuid> for $name {
            fn from(id: uuid::Uuid) -> Self {
                $name(id.to_string())
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::error::Error;
            fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
                let id = uuid::Uuid::try_parse(text).map_err(|_| $crate::error::Error::NotFound)?;
                let id = id.to_string();
                if id == text { Ok($name(id)) } else { Err($crate::error::Error::NotFound) }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(&self.0)
            }
        }

        text_column!($name);
    };
}

/// How a type with `as_str` and `FromStr` stands in a text column, on both databases.
macro_rules! text_column {
    ($name:ty) => {
        impl<DB: diesel::backend::Backend> diesel::serialize::ToSql<diesel::sql_types::Text, DB> for $name
        where
            str: diesel::serialize::ToSql<diesel::sql_types::Text, DB>,
        {
            fn to_sql<'b>(&'b self, out: &mut diesel::serialize::Output<'b, '_, DB>) -> diesel::serialize::Result {
                self.as_str().to_sql(out)
            }
        }

        impl<DB: diesel::backend::Backend> diesel::deserialize::FromSql<diesel::sql_types::Text, DB> for $name
        where
            String: diesel::deserialize::FromSql<diesel::sql_types::Text, DB>,
        {
            fn from_sql(bytes: DB::RawValue<'_>) -> diesel::deserialize::Result<Self> {
                let text = <String as diesel::deserialize::FromSql<diesel::sql_types::Text, DB>>::from_sql(bytes)?;
                text.parse().map_err(|_| format!("unexpected {}: {text}", stringify!($name)).into())
            }
        }
    };
}

/// A closed list of words: its text in rows, addresses and message ids is written once.
macro_rules! words {
    ($(#[$doc:meta])* pub enum $name:ident { $($(#[$vdoc:meta])* $variant:ident = $text:literal),+ $(,)? }) => {
        $(#[$doc])*
        #[derive(
            Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash,
            diesel::expression::AsExpression, diesel::deserialize::FromSqlRow,
        )]
        #[diesel(sql_type = diesel::sql_types::Text)]
        pub enum $name { $($(#[$vdoc])* $variant),+ }

        impl $name {
            /// Every word of the list, in its own order.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word as rows, addresses and message ids write it.
            pub fn as_str(self) -> &'static str {
                match self { $($name::$variant => $text),+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::error::Error;
            fn from_str(text: &str) -> std::result::Result<Self, Self::Err> {
                $name::ALL.iter().copied().find(|word| word.as_str() == text)
                    .ok_or_else(|| $crate::error::Error::bad_request("unknown-choice"))
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                out.write_str(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> std::result::Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> std::result::Result<Self, D::Error> {
                let text = String::deserialize(from)?;
                text.parse().map_err(|_| serde::de::Error::custom(format!("unexpected word: {text}")))
            }
        }

        text_column!($name);
    };
}

/// Where ids come from: UUIDv7 of a given moment, so that keys sort by time and tests can choose them.
#[derive(Debug, Default)]
pub struct Ids {
    counter: u64,
}

impl Ids {
    /// A new key of any id type, made at `now`; keys of one transaction keep their order.
    pub fn make<T: From<uuid::Uuid>>(&mut self, now: Moment) -> T {
        let mut random = [0u8; 10];
        random.copy_from_slice(&random_bytes::<10>());
        let order = (self.counter & 0x0fff).to_be_bytes();
        self.counter += 1;
        random[0] = order[6];
        random[1] = order[7];
        T::from(uuid::Builder::from_unix_timestamp_millis(now.millis(), &random).into_uuid())
    }
}

/// Bytes from the system's generator; without one nothing may go on.
pub fn random_bytes<const N: usize>() -> [u8; N] {
    let mut bytes = [0u8; N];
    if getrandom::fill(&mut bytes).is_err() {
        tracing::error!("the system gives no random bytes");
        std::process::abort();
    }
    bytes
}

/// SHA-256 as 64 lower-case hexadecimal digits.
pub fn sha256(bytes: &[u8]) -> String {
    use sha2::Digest;
    hex(&sha2::Sha256::digest(bytes))
}

/// Lower-case hexadecimal digits.
pub fn hex(bytes: &[u8]) -> String {
    use std::fmt::Write;
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}
