//! What the text around a claim suggests about it, for a person to take or leave.

use super::places::Standing;
use super::store::Claim;
use crate::app::App;
use crate::articles::store::{Article, Version};
use crate::error::Result;
use crate::text::attribution::Attribution;

/// Suggestions about one claim.
#[derive(Debug, Clone, Default)]
pub struct Hint {
    /// Who is said to have said it, where nobody has named the claimant yet.
    pub claimant: Option<Attribution>,
    /// Why the statement would not be understood without the article, while it is still the sentence as it stood.
    pub lacks: Vec<&'static str>,
}

/// Looks at the sentence that the claim stands in; call it in `work`.
pub fn hint(
    app: &App,
    claim: &Claim,
    article: &Article,
    version: &Version,
    at: Standing,
    model: Option<&str>,
) -> Result<Hint> {
    let lines = app.reading(version, &article.language, model)?;
    let n = lines.partition_point(|line| line.end <= at.start);
    let Some(line) = lines.get(n) else { return Ok(Hint::default()) };
    let untouched = line.standing.text == claim.statement;
    Ok(Hint {
        claimant: line.claimant.clone().filter(|_| claim.claimant_id.is_none()),
        lacks: if untouched { line.standing.because.clone() } else { Vec::new() },
    })
}
