//! stub
use tantivy::query::Query;
use tantivy::schema::SchemaBuilder;
use tantivy::{DocAddress, Searcher, TantivyDocument};
/// stub
#[derive(Debug, Clone)]
pub struct Fields {}
impl Fields {
    pub fn add_to(_: &mut SchemaBuilder) -> Self {
        Fields {}
    }
    pub fn fill(&self, _: &mut TantivyDocument, _: &str, _: Option<&str>, _: &str) {}
}
/// stub
pub struct Matcher {
    searcher: Searcher,
}
pub struct Match {
    pub address: DocAddress,
    pub score: f32,
    pub text: String,
    pub title: Option<String>,
}
impl Matcher {
    pub fn new(searcher: Searcher, _: Fields) -> Self {
        Matcher { searcher }
    }
    pub fn searcher(&self) -> &Searcher {
        &self.searcher
    }
    pub fn rarity(&self, _: &str) -> f32 {
        0.5
    }
    pub fn best(
        &self,
        _: &str,
        _: Option<&str>,
        _: Option<Box<dyn Query>>,
        _: usize,
    ) -> crate::error::Result<Vec<Match>> {
        Ok(Vec::new())
    }
}
