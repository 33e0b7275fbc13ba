use std::fmt;

/// Why a model folder, a sentence or the file of vectors cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum MeaningError {
    /// A file that every model folder has is not there, or cannot be read.
    Missing {
        /// The file, as a path below the folder.
        file: String,
        /// What the system said.
        why: String,
    },
    /// The folder is a model, but of a kind that is not understood here.
    Unsupported(String),
    /// A file is damaged, or does not fit the other files.
    Broken {
        /// The file, as a path below the folder.
        file: String,
        /// What is wrong with it.
        why: String,
    },
    /// One of the model's parts failed on this text.
    Text(String),
    /// The file of vectors cannot be read, written or locked.
    Vectors(String),
}

impl MeaningError {
    pub(super) fn broken(file: &str, why: impl fmt::Display) -> Self {
        MeaningError::Broken { file: file.to_owned(), why: why.to_string() }
    }
}

impl fmt::Display for MeaningError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            MeaningError::Missing { file, why } => write!(f, "the model folder has no readable {file}: {why}"),
            MeaningError::Unsupported(what) => write!(f, "this model cannot be used: {what}"),
            MeaningError::Broken { file, why } => write!(f, "{file} in the model folder is damaged: {why}"),
            MeaningError::Text(why) => write!(f, "the model failed on a text: {why}"),
            MeaningError::Vectors(why) => write!(f, "the kept vectors: {why}"),
        }
    }
}

impl std::error::Error for MeaningError {}
