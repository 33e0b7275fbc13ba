//! What training did: both models on examples the trained one has not seen.

use super::train::{Example, Set, TrainFault};
use super::{Model, Setting};

const PARTS: usize = 5;
/// With more examples than this, one part held back says enough.
const MANY: usize = 5_000;

/// How well a model selects at 0.5, and how well it ranks.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Scores {
    pub precision: f32,
    pub recall: f32,
    pub f1: f32,
    pub average_precision: f32,
}

/// The default and a model trained on the other decisions, on the same held-back ones.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Comparison {
    pub default: Scores,
    pub trained: Scores,
    /// How many examples both were measured on.
    pub held_back: usize,
    /// How many of those a person had selected.
    pub selected: usize,
}

/// Trains on most examples and measures on the rest; in five turns, so that each is held back once, if there are few.
pub fn compare(examples: &[Example]) -> Result<Comparison, TrainFault> {
    let set = Set::of(examples)?;
    let all: Vec<usize> = (0..examples.len()).collect();
    let turns = if examples.len() > MANY { 1 } else { PARTS };
    let (mut default, mut trained) = (Vec::new(), Vec::new());
    for (learn, test) in set.folds(&all, PARTS).into_iter().rev().take(turns) {
        let model = Model::Trained(set.trained(&learn));
        for example in test.iter().filter_map(|at| examples.get(*at)) {
            default.push((judged(&Model::Default, example), example.label));
            trained.push((judged(&model, example), example.label));
        }
    }
    let selected = default.iter().filter(|it| it.1).count();
    Ok(Comparison { held_back: default.len(), selected, default: scores(default), trained: scores(trained) })
}

fn judged(model: &Model, example: &Example) -> f32 {
    let setting = Setting { lang: example.lang.as_deref(), ..Setting::default() };
    model.judge(&example.text, &setting).score
}

/// Precision, recall and F1 at 0.5, and average precision of the ranking.
pub fn scores(mut judged: Vec<(f32, bool)>) -> Scores {
    judged.sort_by(|a, b| b.0.total_cmp(&a.0));
    let selected = judged.iter().filter(|it| it.1).count() as f32;
    let (mut hits, mut sum, mut taken, mut right) = (0.0_f32, 0.0_f32, 0.0_f32, 0.0_f32);
    for (at, (score, label)) in judged.iter().enumerate() {
        if *label {
            hits += 1.0;
            sum += hits / (at as f32 + 1.0);
        }
        if *score >= 0.5 {
            (taken, right) = (at as f32 + 1.0, hits);
        }
    }
    let share = |of: f32| if of > 0.0 { right / of } else { 0.0 };
    Scores {
        precision: share(taken),
        recall: share(selected),
        f1: if taken + selected > 0.0 { 2.0 * right / (taken + selected) } else { 0.0 },
        average_precision: sum / selected.max(1.0),
    }
}
