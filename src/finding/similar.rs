//! "Have we checked this already?": the claims and checks most like what somebody says, with the reasons, what differs,
//! and what people of the desk have said of the match before.

use std::collections::{HashMap, HashSet};

use crate::app::App;
use crate::checks::show::{ClaimLine, lines};
use crate::claims::matches::{self, MatchRuling, Other};
use crate::claims::rules::ClaimId;
use crate::claims::store::{self as claims, Claim};
use crate::db::Db;
use crate::error::Result;
use crate::external::store::{self as external, External, ExternalId, ExternalState};
use crate::people::rules::Actor;
use crate::search::Likely;
use crate::text::likeness::{Likeness, Strength};

use super::pages::viewer;

/// Candidates looked at for one saying.
const LOOKED: usize = 12;
/// Matches shown.
const SHOWN: usize = 6;

/// One match.
#[derive(Debug, Clone)]
pub struct Similar {
    pub other: Other,
    pub statement: String,
    pub lang: String,
    /// State, verdict and claimant of a claim of ours.
    pub line: Option<ClaimLine>,
    pub external: Option<External>,
    pub likeness: Likeness,
    pub ruling: Option<MatchRuling>,
}

impl Similar {
    /// Where it is looked at.
    pub fn href(&self) -> String {
        match &self.other {
            Other::Claim(id) => format!("/desk/claims/{id}"),
            Other::External(id) => format!("/desk/external/{id}"),
        }
    }

    /// What a person said of it, or else what the comparison says.
    pub fn strength(&self) -> &'static str {
        match self.ruling {
            Some(MatchRuling::Same) => Strength::Same.word(),
            Some(MatchRuling::Related) => Strength::Related.word(),
            Some(MatchRuling::Different) => Strength::None.word(),
            None => self.likeness.strength.word(),
        }
    }

    /// The claim of ours, where it is one.
    pub fn claim(&self) -> Option<&ClaimId> {
        if let Other::Claim(id) = &self.other { Some(id) } else { None }
    }
}

/// What was found for one saying.
#[derive(Debug, Clone, Default)]
pub struct Similars {
    /// Best first.
    pub near: Vec<Similar>,
    /// Those that somebody said are something else.
    pub rejected: Vec<Similar>,
}

impl Similars {
    /// Whether there is nothing to show.
    pub fn is_empty(&self) -> bool {
        self.near.is_empty() && self.rejected.is_empty()
    }
}

/// The matches of something said. Call it in `work`: it reads index and rows.
pub fn of(app: &App, db: &mut Db, actor: &Actor, said: &Said<'_>) -> Result<Similars> {
    let Some(search) = app.search() else { return Ok(Similars::default()) };
    let found = search.desk.likely(said.text, said.lang, &viewer(actor), LOOKED, search.meant.as_ref())?;
    let mut shown = load(db, actor, &found, said)?;
    let theirs: Vec<(Other, String)> = shown.iter().map(|it| (it.other.clone(), it.statement.clone())).collect();
    let rulings = matches::rulings(db, actor, said.text, &theirs)?;
    for it in &mut shown {
        it.ruling = rulings.get(&it.other.key()).copied();
    }
    let (rejected, mut near): (Vec<Similar>, Vec<Similar>) = shown
        .into_iter()
        .filter(|it| it.ruling.is_some() || it.likeness.strength != Strength::None)
        .partition(|it| it.ruling == Some(MatchRuling::Different));
    near.truncate(SHOWN);
    Ok(Similars { near, rejected })
}

/// Something said, and by which claim, which is not like itself.
#[derive(Debug, Clone, Copy)]
pub struct Said<'a> {
    pub text: &'a str,
    pub lang: Option<&'a str>,
    pub claim: Option<&'a ClaimId>,
}

fn load(db: &mut Db, actor: &Actor, found: &[Likely], said: &Said<'_>) -> Result<Vec<Similar>> {
    let others: Vec<Other> = found.iter().filter_map(|it| Other::read(&it.key)).collect();
    let claim_ids: Vec<ClaimId> =
        others.iter().filter_map(|it| if let Other::Claim(id) = it { Some(id.clone()) } else { None }).collect();
    let external_ids: Vec<String> =
        others.iter().filter_map(|it| if let Other::External(id) = it { Some(id.to_string()) } else { None }).collect();
    let mut ours: HashMap<ClaimId, Claim> =
        claims::some(db, actor, &claim_ids)?.into_iter().map(|claim| (claim.id.clone(), claim)).collect();
    // A duplicate stands for the claim it repeats: that is the one with the check.
    let roots: Vec<ClaimId> = ours.values().filter_map(|claim| claim.duplicate_of.clone()).collect();
    let roots: HashMap<ClaimId, Claim> =
        claims::some(db, actor, &roots)?.into_iter().map(|claim| (claim.id.clone(), claim)).collect();
    let mut theirs: HashMap<ExternalId, External> = external::by_ids(db, &external_ids)?
        .into_iter()
        .filter(|it| it.state == ExternalState::Kept)
        .map(|it| (it.id.clone(), it))
        .collect();
    let mut seen: HashSet<Other> = said.claim.cloned().map(Other::Claim).into_iter().collect();
    let mut shown = Vec::new();
    for (likely, other) in found.iter().zip(&others) {
        let (statement, lang, claim, external) = match other {
            Other::Claim(id) => {
                let Some(claim) = ours.remove(id) else { continue };
                // Where both were found, the original speaks for itself.
                if claim.duplicate_of.as_ref().is_some_and(|of| claim_ids.contains(of)) {
                    continue;
                }
                let claim = claim.duplicate_of.as_ref().and_then(|of| roots.get(of)).cloned().unwrap_or(claim);
                (claim.statement.clone(), claim.language.clone(), Some(claim), None)
            }
            Other::External(id) => {
                let Some(it) = theirs.remove(id) else { continue };
                (it.claim.clone(), it.language.clone(), None, Some(it))
            }
        };
        let other = claim.as_ref().map_or(other.clone(), |claim| Other::Claim(claim.id.clone()));
        if !seen.insert(other.clone()) {
            continue;
        }
        let likeness = likely.likeness.clone();
        shown.push((Similar { other, statement, lang, line: None, external, likeness, ruling: None }, claim));
    }
    let beside: Vec<Claim> = shown.iter().filter_map(|(_, claim)| claim.clone()).collect();
    let mut beside: HashMap<ClaimId, ClaimLine> =
        lines(db, beside)?.into_iter().map(|line| (line.claim.id.clone(), line)).collect();
    Ok(shown
        .into_iter()
        .map(|(it, claim)| Similar { line: claim.and_then(|claim| beside.remove(&claim.id)), ..it })
        .collect())
}
