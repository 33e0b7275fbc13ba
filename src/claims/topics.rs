//! Subjects from the desk's own list.

use diesel::prelude::*;
use serde_json::{Value, json};

use crate::db::{Db, Moment, cols};
use crate::error::{Faults, Result, Say};
use crate::events::{self, Kind, Thing};
use crate::people::rules::Act;
use crate::schema::{claim_topics, topics};
use crate::text::slug::slug;
use crate::tx::Tx;

id! {
    /// A topic.
    TopicId
}

words! {
    /// Whether a topic can still be given.
    pub enum TopicState { Active = "active", Retired = "retired" }
}

/// A subject of the desk's list.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = topics)]
pub struct Topic {
    pub id: TopicId,
    pub name: String,
    pub slug: String,
    pub state: TopicState,
    pub revision: i32,
    pub created_at: Moment,
}

impl Thing for Topic {
    const KIND: &'static str = "topic";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.state.to_string()
    }
    fn words(&self) -> Value {
        json!({ "name": self.name, "slug": self.slug })
    }
}

/// Adds a topic to the list.
pub fn add(tx: &mut Tx, name: &str) -> Result<Topic> {
    tx.by.require(Act::Approve)?;
    let address = match slug(name) {
        empty if empty.is_empty() => format!("topic-{}", &tx.id::<TopicId>().as_str()[..8]),
        address => address,
    };
    let taken: i64 =
        topics::table.filter(topics::name.eq(name).or(topics::slug.eq(&address))).count().get_result(tx.db)?;
    if taken > 0 {
        return Err(Faults::of("name", Say::new("topic-taken")));
    }
    let topic = Topic {
        id: tx.id(),
        name: name.to_owned(),
        slug: address,
        state: TopicState::Active,
        revision: 1,
        created_at: tx.now,
    };
    diesel::insert_into(topics::table).values(&topic).execute(tx.db)?;
    events::record(tx, Kind::TopicAdded, &topic, "")?;
    Ok(topic)
}

/// Takes a topic off the list, or puts it back; claims keep it.
pub fn set_state(tx: &mut Tx, id: &TopicId, state: TopicState) -> Result<()> {
    tx.by.require(Act::Approve)?;
    let topic: Topic = diesel::update(topics::table.find(id))
        .set((topics::state.eq(state), topics::revision.eq(topics::revision + 1)))
        .returning(cols::<Topic>())
        .get_result(tx.db)?;
    events::record(tx, Kind::TopicChanged, &topic, "")
}

/// The whole list, by name.
pub fn all(db: &mut Db) -> Result<Vec<Topic>> {
    Ok(Topic::query().order(topics::name).limit(1000).load(db)?)
}

/// What can be given now.
pub fn active(db: &mut Db) -> Result<Vec<Topic>> {
    Ok(Topic::query().filter(topics::state.eq(TopicState::Active)).order(topics::name).limit(1000).load(db)?)
}

/// The topics of one claim.
pub fn of_claim(db: &mut Db, claim: &super::rules::ClaimId) -> Result<Vec<Topic>> {
    let ids = claim_topics::table.filter(claim_topics::claim_id.eq(claim)).select(claim_topics::topic_id);
    Ok(Topic::query().filter(topics::id.eq_any(ids)).order(topics::name).load(db)?)
}

/// Topics from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Topic>> {
    Ok(Topic::query().filter(topics::id.gt(after)).order(topics::id).limit(limit).load(db)?)
}
