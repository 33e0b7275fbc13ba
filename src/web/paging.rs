//! Lists come in pages, and every page and filter has its own address.

/// Rows on one page of a list.
pub const PAGE: i64 = 50;

/// Which page of a list is asked for, and the addresses around it.
#[derive(Debug, Clone)]
pub struct Paging {
    pub page: i64,
    pub more: bool,
    path: String,
    kept: Vec<(String, String)>,
}

impl Paging {
    /// From the query; the other variables stay in the links.
    pub fn new(page: i64, path: String, query: &[(String, String)]) -> Self {
        let kept =
            query.iter().filter(|(name, _)| !matches!(name.as_str(), "page" | "done" | "typing")).cloned().collect();
        Paging { page: page.clamp(1, 100_000), more: false, path, kept }
    }

    /// One row more than a page shows: whether it comes tells whether there is another page.
    pub fn limit(&self) -> i64 {
        PAGE + 1
    }

    /// Rows before this page.
    pub fn offset(&self) -> i64 {
        (self.page - 1) * PAGE
    }

    /// Cuts the extra row off again.
    pub fn cut<T>(&mut self, mut rows: Vec<T>) -> Vec<T> {
        self.more = rows.len() as i64 > PAGE;
        rows.truncate(PAGE as usize);
        rows
    }

    /// Address of the page before.
    pub fn previous(&self) -> Option<String> {
        (self.page > 1).then(|| self.address(self.page - 1))
    }

    /// Address of the page after.
    pub fn next(&self) -> Option<String> {
        self.more.then(|| self.address(self.page + 1))
    }

    /// Address of this very page.
    pub fn here(&self) -> String {
        self.address(self.page)
    }

    /// This list with one filter set, or taken away where the value is empty.
    pub fn with(&self, name: &str, value: impl std::fmt::Display) -> String {
        let value = value.to_string();
        let mut pairs: Vec<_> = self.kept.iter().filter(|(key, _)| key != name).cloned().collect();
        if !value.is_empty() {
            pairs.push((name.to_owned(), value));
        }
        self.join(&pairs)
    }

    fn address(&self, page: i64) -> String {
        let mut pairs = self.kept.clone();
        if page > 1 {
            pairs.push(("page".to_owned(), page.to_string()));
        }
        self.join(&pairs)
    }

    fn join(&self, pairs: &[(String, String)]) -> String {
        if pairs.is_empty() {
            return self.path.clone();
        }
        let query = url::form_urlencoded::Serializer::new(String::new()).extend_pairs(pairs).finish();
        format!("{}?{query}", self.path)
    }
}
