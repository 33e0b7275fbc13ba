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
    let taken = judged.iter().filter(|it| it.0 >= 0.5).count() as f32;
    let right = judged.iter().filter(|it| it.0 >= 0.5 && it.1).count() as f32;
    let share = |of: f32| if of > 0.0 { right / of } else { 0.0 };
    Scores {
        precision: share(taken),
        recall: share(selected),
        f1: 2.0 * share(taken + selected),
        average_precision: average_precision(&judged),
    }
}

/// Of a ranking, best first: the mean of the precisions at each selected sentence.
pub(super) fn average_precision(ranked: &[(f32, bool)]) -> f32 {
    let (mut hits, mut sum) = (0.0_f64, 0.0_f64);
    for (at, (_, label)) in ranked.iter().enumerate() {
        if *label {
            hits += 1.0;
            sum += hits / (at as f64 + 1.0);
        }
    }
    (sum / hits.max(1.0)) as f32
}

#[cfg(test)]
mod tests {
    use super::super::train::train;
    use super::*;

    /// A desk that selects what is about bridges and nothing else.
    fn decisions() -> Vec<Example> {
        let things = ["harbour", "market", "school", "park", "tower", "museum"];
        (0..120)
            .map(|at| {
                let label = at % 3 == 0;
                let thing = if label { "bridge" } else { things[at % things.len()] };
                let text = format!("The {thing} in district {at} was opened by neighbour number {}.", at * 7 % 50);
                Example { text, label, lang: None }
            })
            .collect()
    }

    #[test]
    fn training_learns_what_a_desk_selects_and_says_by_how_much() {
        let compared = compare(&decisions()).unwrap();
        assert_eq!((compared.held_back, compared.selected), (120, 40));
        assert!(compared.trained.f1 > 0.95 && compared.default.f1 < 0.7, "{compared:?}");
        let model = Model::Trained(train(&decisions()).unwrap());
        assert!(model.judge("They opened the bridge.", &Setting::default()).score > 0.5);
        assert_eq!(train(&decisions()), train(&decisions()));
    }

    #[test]
    fn too_few_examples_are_refused() {
        let none = TrainFault::TooFew { selected: 0, declined: 0, needed: 10 };
        assert_eq!(compare(&[]).err(), Some(none));
        let declined: Vec<Example> = decisions().into_iter().filter(|it| !it.label).collect();
        assert_eq!(train(&declined).err(), Some(TrainFault::TooFew { selected: 0, declined: 80, needed: 10 }));
    }

    #[test]
    fn measures_are_the_usual_ones() {
        let scores = scores(vec![(0.9, true), (0.8, false), (0.6, true), (0.2, true), (0.1, false)]);
        assert!((scores.precision - 2.0 / 3.0).abs() < 1e-6 && (scores.recall - 2.0 / 3.0).abs() < 1e-6);
        assert!((scores.f1 - 2.0 / 3.0).abs() < 1e-6);
        assert!((scores.average_precision - (1.0 + 2.0 / 3.0 + 0.75) / 3.0).abs() < 1e-6);
    }
}
