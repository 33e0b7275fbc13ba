use ndarray::linalg::general_mat_mul;
use ndarray::{Array1, Array2, ArrayView2, ArrayViewMut2, Axis, Slice};

use super::error::MeaningError;
use super::folder::{Activation, Pooling, Shape};
use super::math::{gelu, gelu_tanh, normalise, softmax};
use super::weights::{Weights, Words};

const FILE: &str = "model.safetensors";

/// A transformer that reads tokens and gives a vector for each: BERT, and what is built like it.
pub(super) struct Network {
    words: Words,
    positions: Array2<f32>,
    first: Norm,
    layers: Vec<Layer>,
    heads: usize,
    activation: Activation,
}

struct Layer {
    looks: Linear,
    seen: Linear,
    after_seen: Norm,
    widen: Linear,
    narrow: Linear,
    after_thought: Norm,
}

struct Linear {
    weight: Array2<f32>,
    bias: Array1<f32>,
}

struct Norm {
    weight: Vec<f32>,
    bias: Vec<f32>,
    epsilon: f32,
}

impl Network {
    /// Takes the numbers out of the file; every shape must be what `shape` says.
    pub(super) fn new(weights: Weights, shape: &Shape) -> Result<Network, MeaningError> {
        let hidden = shape.hidden;
        let layers = (0..shape.layers).map(|number| Layer::new(&weights, shape, number)).collect::<Result<_, _>>()?;
        let first = Norm::new(&weights, "embeddings.LayerNorm", shape)?;
        let rows = weights.rows("embeddings.position_embeddings.weight")?;
        let kinds = weights.rows("embeddings.token_type_embeddings.weight")?;
        let kinds = weights.matrix("embeddings.token_type_embeddings.weight", kinds, hidden)?;
        let mut positions = weights.matrix("embeddings.position_embeddings.weight", rows, hidden)?;
        if rows <= shape.first_position || kinds.is_empty() {
            return Err(MeaningError::broken(FILE, "it has no positions or no kinds of token"));
        }
        positions.slice_axis_inplace(Axis(0), Slice::from(shape.first_position..));
        positions += &kinds.slice_axis(Axis(0), Slice::from(..1));
        let words = weights.into_words("embeddings.word_embeddings.weight", hidden)?;
        Ok(Network { words, positions, first, layers, heads: shape.heads, activation: shape.activation })
    }

    /// The longest text in tokens.
    pub(super) fn longest(&self) -> usize {
        self.positions.nrows()
    }

    /// Numbers in a vector.
    pub(super) fn dimensions(&self) -> usize {
        self.positions.ncols()
    }

    /// The vectors of several texts, each given as its tokens. They stand end to end in one matrix, so that nothing is
    /// computed for padding, and what comes out for a text does not depend on its neighbours.
    pub(super) fn read(&self, texts: &[Vec<u32>], pooling: Pooling) -> Result<Vec<Vec<f32>>, MeaningError> {
        let mut tokens = self.embed(texts)?;
        let lengths: Vec<usize> = texts.iter().map(Vec::len).collect();
        for layer in &self.layers {
            layer.run(&mut tokens, &lengths, self.heads, self.activation);
        }
        let mut start = 0;
        let pool = |length: usize| {
            let all = tokens.slice_axis(Axis(0), Slice::from(start..start + length));
            start += length;
            let used =
                if pooling == Pooling::First { all.slice_axis(Axis(0), Slice::from(..1.min(length))) } else { all };
            used.mean_axis(Axis(0)).map_or_else(|| vec![0.0; self.dimensions()], |mean| mean.to_vec())
        };
        Ok(lengths.iter().copied().map(pool).collect())
    }

    fn embed(&self, texts: &[Vec<u32>]) -> Result<Array2<f32>, MeaningError> {
        let mut tokens = Array2::zeros((texts.iter().map(Vec::len).sum(), self.dimensions()));
        let placed = texts.iter().flat_map(|text| text.iter().zip(self.positions.rows()));
        for ((word, position), mut row) in placed.zip(tokens.rows_mut()) {
            let word = self
                .words
                .row(*word)
                .ok_or_else(|| MeaningError::broken("tokenizer.json", format!("its word {word} is not in {FILE}")))?;
            for ((x, word), position) in row.iter_mut().zip(word).zip(position) {
                *x = word + position;
            }
        }
        self.first.apply(&mut tokens);
        Ok(tokens)
    }
}

impl Layer {
    fn new(weights: &Weights, shape: &Shape, number: usize) -> Result<Layer, MeaningError> {
        let (hidden, inner) = (shape.hidden, shape.inner);
        let name = |part: &str| format!("encoder.layer.{number}.{part}");
        let looks = ["query", "key", "value"].map(|part| name(&format!("attention.self.{part}")));
        Ok(Layer {
            looks: Linear::new(weights, &looks, hidden, hidden)?,
            seen: Linear::new(weights, &[name("attention.output.dense")], hidden, hidden)?,
            after_seen: Norm::new(weights, &name("attention.output.LayerNorm"), shape)?,
            widen: Linear::new(weights, &[name("intermediate.dense")], inner, hidden)?,
            narrow: Linear::new(weights, &[name("output.dense")], hidden, inner)?,
            after_thought: Norm::new(weights, &name("output.LayerNorm"), shape)?,
        })
    }

    fn run(&self, tokens: &mut Array2<f32>, lengths: &[usize], heads: usize, activation: Activation) {
        let looks = self.looks.apply(tokens);
        let mut seen = Array2::zeros(tokens.raw_dim());
        let mut start = 0;
        for length in lengths.iter().copied().filter(|length| *length > 0) {
            let rows = Slice::from(start..start + length);
            attend(looks.slice_axis(Axis(0), rows), seen.slice_axis_mut(Axis(0), rows), heads);
            start += length;
        }
        *tokens += &self.seen.apply(&seen);
        self.after_seen.apply(tokens);
        let mut thought = self.widen.apply(tokens);
        match activation {
            Activation::Gelu => thought.map_inplace(|x| *x = gelu(*x)),
            Activation::GeluTanh => thought.map_inplace(|x| *x = gelu_tanh(*x)),
            Activation::Relu => thought.map_inplace(|x| *x = x.max(0.0)),
        }
        *tokens += &self.narrow.apply(&thought);
        self.after_thought.apply(tokens);
    }
}

/// Lets every token of one text look at every other: `looks` holds the queries, keys and values side by side.
fn attend(looks: ArrayView2<f32>, mut seen: ArrayViewMut2<f32>, heads: usize) {
    let width = seen.ncols() / heads;
    let scale = 1.0 / (width as f32).sqrt();
    let parts = || looks.axis_chunks_iter(Axis(1), width);
    let sides = parts().zip(parts().skip(heads)).zip(parts().skip(2 * heads));
    let mut scores = Array2::zeros((looks.nrows(), looks.nrows()));
    for (((query, key), value), mut out) in sides.zip(seen.axis_chunks_iter_mut(Axis(1), width)) {
        general_mat_mul(1.0, &query, &key.t(), 0.0, &mut scores);
        for row in rows(&mut scores) {
            softmax(row, scale);
        }
        general_mat_mul(1.0, &scores, &value, 0.0, &mut out);
    }
}

impl Linear {
    /// One matrix of several that all read the same, one below the other.
    fn new(weights: &Weights, names: &[String], out: usize, inside: usize) -> Result<Linear, MeaningError> {
        let mut weight = Array2::zeros((0, inside));
        let mut bias = Vec::new();
        for name in names {
            let part = weights.matrix(&format!("{name}.weight"), out, inside)?;
            weight.append(Axis(0), part.view()).map_err(|error| MeaningError::broken(FILE, error))?;
            bias.extend(weights.vector(&format!("{name}.bias"), out)?);
        }
        Ok(Linear { weight, bias: Array1::from_vec(bias) })
    }

    fn apply(&self, tokens: &Array2<f32>) -> Array2<f32> {
        let mut out = Array2::zeros((tokens.nrows(), self.weight.nrows()));
        out += &self.bias;
        general_mat_mul(1.0, tokens, &self.weight.t(), 1.0, &mut out);
        out
    }
}

impl Norm {
    fn new(weights: &Weights, name: &str, shape: &Shape) -> Result<Norm, MeaningError> {
        let part = |part: &str| weights.vector(&format!("{name}.{part}"), shape.hidden).map(|part| part.to_vec());
        Ok(Norm { weight: part("weight")?, bias: part("bias")?, epsilon: shape.epsilon })
    }

    fn apply(&self, tokens: &mut Array2<f32>) {
        for row in rows(tokens) {
            normalise(row, &self.weight, &self.bias, self.epsilon);
        }
    }
}

fn rows(matrix: &mut Array2<f32>) -> impl Iterator<Item = &mut [f32]> {
    let width = matrix.ncols().max(1);
    matrix.as_slice_mut().unwrap_or_default().chunks_exact_mut(width)
}
