//! Meaning, where a desk gives a model for it: sentences become vectors, and vectors near each other say the same in
//! other words. Without a model nothing here is used.

mod encoder;
mod error;
mod folder;
mod math;
mod network;
mod rows;
mod vectors;
mod weights;

/// Turns sentences into vectors by the model of a folder.
pub use encoder::Encoder;
/// Why a model or its vectors cannot be used, in a sentence for whoever set it up.
pub use error::MeaningError;
/// The vectors of everything that can be matched, kept in a file and searched in memory.
pub use vectors::Vectors;
