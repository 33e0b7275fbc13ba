//! Rows of articles and their versions.

use chrono::NaiveDate;
use diesel::prelude::*;
use serde_json::{Value, json};

use super::rules::{About, ArticleId, ArticleKind, VersionId};
use crate::db::{Db, Moment, MultiBackend, cols};
use crate::error::{Error, Result, Say, Stale};
use crate::events::{self, Kind, Thing};
use crate::people::access;
use crate::people::rules::{Act, Actor, PersonId};
use crate::reading::Material;
use crate::schema::{access as access_rows, article_versions, articles};
use crate::tx::Tx;
use crate::web::Paging;

/// An article, without its text.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = articles)]
pub struct Article {
    pub id: ArticleId,
    pub kind: ArticleKind,
    pub title: String,
    pub outlet: String,
    pub author: String,
    pub url: Option<String>,
    pub published_on: Option<NaiveDate>,
    pub language: String,
    pub restricted: bool,
    pub freely_showable: bool,
    pub slug: Option<String>,
    pub revision: i32,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Article {
    const KIND: &'static str = "article";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        self.kind.to_string()
    }
    fn words(&self) -> Value {
        json!({
            "title": self.title, "outlet": self.outlet, "author": self.author, "url": self.url,
            "published_on": self.published_on, "language": self.language, "restricted": self.restricted,
            "freely_showable": self.freely_showable, "slug": self.slug, "created_by": self.created_by,
        })
    }
}

/// One immutable version of an article's text.
#[derive(HasQuery, Insertable, Debug, Clone)]
#[diesel(table_name = article_versions)]
pub struct Version {
    pub id: VersionId,
    pub article_id: ArticleId,
    pub number: i32,
    pub blob: String,
    pub filename: Option<String>,
    pub media_type: String,
    pub charset: String,
    pub extractor: String,
    pub text: String,
    pub text_hash: String,
    pub words: i32,
    pub created_by: String,
    pub created_at: Moment,
}

impl Thing for Version {
    const KIND: &'static str = "article_version";
    fn key(&self) -> String {
        self.id.to_string()
    }
    fn state(&self) -> String {
        "kept".into()
    }
    fn content_hash(&self) -> Option<String> {
        Some(self.text_hash.clone())
    }
    fn words(&self) -> Value {
        json!({
            "article": self.article_id, "number": self.number, "blob": self.blob, "filename": self.filename,
            "media_type": self.media_type, "charset": self.charset, "extractor": self.extractor,
            "words": self.words, "created_by": self.created_by,
        })
    }
}

/// Which articles somebody may see; every query of articles on the desk's side goes through it.
#[diesel::dsl::auto_type]
pub fn visible_to(actor: &Actor) -> _ {
    let everything: bool = actor.sees_all();
    let person: PersonId = actor.id.clone();
    let named = access_rows::table.filter(access_rows::person_id.eq(person)).select(access_rows::subject_id);
    articles::restricted.eq(false).or(articles::restricted.eq(everything)).or(articles::id.eq_any(named))
}

/// What adding a text came to.
pub enum Added {
    New(Article),
    /// The very same text is already here.
    Known(ArticleId),
}

/// Adds an article with its first version. The blob must be on the disk already.
pub fn add(tx: &mut Tx, about: About, material: &Material, blob: &str) -> Result<Added> {
    tx.by.require(Act::Add)?;
    let by = tx.by.clone();
    let known: Option<ArticleId> = article_versions::table
        .filter(article_versions::text_hash.eq(&material.text_hash))
        .filter(article_versions::article_id.eq_any(articles::table.filter(visible_to(&by)).select(articles::id)))
        .order(article_versions::created_at)
        .select(article_versions::article_id)
        .first(tx.db)
        .optional()?;
    if let Some(known) = known {
        return Ok(Added::Known(known));
    }
    let freely_showable = by.decides_showable(false, about.freely_showable)?;
    let article = Article {
        id: tx.id(),
        kind: about.kind,
        title: about.title,
        outlet: about.outlet,
        author: about.author,
        url: about.url,
        published_on: about.published_on,
        language: about.language,
        restricted: false,
        freely_showable,
        slug: None,
        revision: 1,
        created_by: by.id.to_string(),
        created_at: tx.now,
    };
    diesel::insert_into(articles::table).values(&article).execute(tx.db)?;
    events::record(tx, Kind::ArticleAdded, &article, "")?;
    insert_version(tx, &article.id, 1, material, blob)?;
    Ok(Added::New(article))
}

/// Adds a version to an article; `seen` is the newest version that whoever adds it knew of. The blob must be on the disk
/// already. Its claims are carried over by `claims::carrying`, in the same transaction.
pub fn add_version(tx: &mut Tx, id: &ArticleId, seen: &str, material: &Material, blob: &str) -> Result<Version> {
    tx.by.require(Act::Add)?;
    let by = tx.by.clone();
    let article = find(tx.db, &by, id)?;
    if article.slug.is_some() {
        // Readers see it: what they see is an editor's to change.
        tx.by.require(Act::Approve)?;
    }
    let newest = newest(tx.db, id)?;
    if newest.id.as_str() != seen {
        return Err(Error::refused("version-added-meanwhile"));
    }
    if newest.text_hash == material.text_hash {
        return Err(crate::error::Faults::of("text", Say::new("version-same")));
    }
    insert_version(tx, id, newest.number + 1, material, blob)
}

fn insert_version(tx: &mut Tx, article: &ArticleId, number: i32, material: &Material, blob: &str) -> Result<Version> {
    let version = Version {
        id: tx.id(),
        article_id: article.clone(),
        number,
        blob: blob.to_owned(),
        filename: material.filename.clone(),
        media_type: material.media_type.clone(),
        charset: material.charset.into(),
        extractor: material.extractor.into(),
        text: material.text.clone(),
        text_hash: material.text_hash.clone(),
        words: material.words(),
        created_by: tx.by.id.to_string(),
        created_at: tx.now,
    };
    diesel::insert_into(article_versions::table).values(&version).execute(tx.db)?;
    events::record(tx, if number == 1 { Kind::ArticleAdded } else { Kind::VersionAdded }, &version, "")?;
    Ok(version)
}

/// One article, for somebody who may see it.
pub fn find(db: &mut Db, actor: &Actor, id: &ArticleId) -> Result<Article> {
    Ok(Article::query().filter(articles::id.eq(id)).filter(visible_to(actor)).first(db)?)
}

/// The newest version of an article.
pub fn newest(db: &mut Db, id: &ArticleId) -> Result<Version> {
    Ok(Version::query().filter(article_versions::article_id.eq(id)).order(article_versions::number.desc()).first(db)?)
}

/// A version by its number.
pub fn numbered(db: &mut Db, id: &ArticleId, number: i32) -> Result<Version> {
    Ok(Version::query()
        .filter(article_versions::article_id.eq(id))
        .filter(article_versions::number.eq(number))
        .first(db)?)
}

/// A version in the list of versions, without its text.
#[derive(HasQuery, Debug, Clone)]
#[diesel(table_name = article_versions)]
pub struct VersionLine {
    pub id: VersionId,
    pub number: i32,
    pub filename: Option<String>,
    pub words: i32,
    pub created_by: String,
    pub created_at: Moment,
}

/// The versions of an article, newest first.
pub fn versions(db: &mut Db, id: &ArticleId) -> Result<Vec<VersionLine>> {
    Ok(VersionLine::query()
        .filter(article_versions::article_id.eq(id))
        .order(article_versions::number.desc())
        .limit(1000)
        .load(db)?)
}

/// A version by its key.
pub fn version(db: &mut Db, id: &VersionId) -> Result<Version> {
    Ok(Version::query().find(id).first(db)?)
}

/// An article as a list shows it: with the length of its newest version.
#[derive(Debug, Clone)]
pub struct Listed {
    pub article: Article,
    pub words: i32,
}

/// A page of articles, newest first.
pub fn list(db: &mut Db, actor: &Actor, kind: Option<ArticleKind>, paging: &Paging) -> Result<Vec<Listed>> {
    let mut query = Article::query().filter(visible_to(actor)).into_boxed::<MultiBackend>();
    if let Some(kind) = kind {
        query = query.filter(articles::kind.eq(kind));
    }
    let found = query.order(articles::created_at.desc()).limit(paging.limit()).offset(paging.offset()).load(db)?;
    let ids: Vec<&ArticleId> = found.iter().map(|article| &article.id).collect();
    let words: Vec<(ArticleId, i32)> = article_versions::table
        .filter(article_versions::article_id.eq_any(ids.clone()))
        .order(article_versions::number)
        .select((article_versions::article_id, article_versions::words))
        .load(db)?;
    Ok(found
        .into_iter()
        .map(|article| Listed {
            words: words.iter().rev().find(|(id, _)| *id == article.id).map_or(0, |(_, words)| *words),
            article,
        })
        .collect())
}

/// Changes what is said about an article; `seen` is the revision the form showed.
pub fn change(tx: &mut Tx, id: &ArticleId, about: About, seen: i32) -> Result<Article> {
    tx.by.require(Act::Add)?;
    let by = tx.by.clone();
    let before = find(tx.db, &by, id)?;
    if before.slug.is_some() {
        // Readers see it: what they see is an editor's to change.
        tx.by.require(Act::Approve)?;
    }
    let freely_showable = by.decides_showable(before.freely_showable, about.freely_showable)?;
    let changed: Option<Article> = diesel::update(articles::table.find(id).filter(articles::revision.eq(seen)))
        .set((
            articles::kind.eq(about.kind),
            articles::title.eq(&about.title),
            articles::outlet.eq(&about.outlet),
            articles::author.eq(&about.author),
            articles::url.eq(&about.url),
            articles::published_on.eq(about.published_on),
            articles::language.eq(&about.language),
            articles::freely_showable.eq(freely_showable),
            articles::revision.eq(seen + 1),
        ))
        .returning(cols::<Article>())
        .get_result(tx.db)
        .optional()?;
    let Some(changed) = changed else {
        let date = before.published_on.map(|date| date.to_string()).unwrap_or_default();
        let theirs = vec![
            ("title", before.title),
            ("outlet", before.outlet),
            ("author", before.author),
            ("url", before.url.unwrap_or_default()),
            ("published_on", date),
            ("language", before.language),
            ("kind", before.kind.to_string()),
            ("freely_showable", if before.freely_showable { "yes".into() } else { String::new() }),
        ];
        return Err(Error::Stale(Box::new(Stale { current: before.revision.to_string(), field: "revision", theirs })));
    };
    events::record(tx, Kind::ArticleChanged, &changed, "")?;
    Ok(changed)
}

/// Restricts an article to named people, or opens it again. Whoever restricts is always named.
pub fn restrict(tx: &mut Tx, id: &ArticleId, restricted: bool, people: &[PersonId]) -> Result<()> {
    tx.by.require(Act::Draft)?;
    let by = tx.by.clone();
    find(tx.db, &by, id)?;
    let changed: Article = diesel::update(articles::table.find(id))
        .set((articles::restricted.eq(restricted), articles::revision.eq(articles::revision + 1)))
        .returning(cols::<Article>())
        .get_result(tx.db)?;
    name_people(tx, id.as_str(), restricted, people)?;
    events::record(tx, Kind::AccessChanged, &changed, "")
}

/// The people named on a restricted thing: always with whoever restricts it.
pub fn name_people(tx: &mut Tx, subject: &str, restricted: bool, people: &[PersonId]) -> Result<()> {
    let mut wanted = if restricted { people.to_vec() } else { Vec::new() };
    if restricted && !tx.by.is_operator() {
        wanted.push(tx.by.id.clone());
    }
    access::name_people(tx, subject, &wanted)
}

/// Gives an article its public address, at the first publication of one of its checks.
pub fn show(tx: &mut Tx, id: &ArticleId, slug: &str) -> Result<()> {
    let article: Article = diesel::update(articles::table.find(id).filter(articles::slug.is_null()))
        .set((articles::slug.eq(slug), articles::revision.eq(articles::revision + 1)))
        .returning(cols::<Article>())
        .get_result(tx.db)?;
    events::record(tx, Kind::ArticleShown, &article, "")
}

/// An article by its public address.
pub fn shown(db: &mut Db, slug: &str) -> Result<Article> {
    Ok(Article::query().filter(articles::slug.eq(slug)).first(db)?)
}

/// Articles from a key on, for `verify`.
pub fn every(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Article>> {
    Ok(Article::query().filter(articles::id.gt(after)).order(articles::id).limit(limit).load(db)?)
}

/// Versions from a key on, for `verify`.
pub fn every_version(db: &mut Db, after: &str, limit: i64) -> Result<Vec<Version>> {
    Ok(Version::query().filter(article_versions::id.gt(after)).order(article_versions::id).limit(limit).load(db)?)
}
