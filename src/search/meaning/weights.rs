use ndarray::{Array1, Array2};
use safetensors::SafeTensors;
use safetensors::tensor::{Dtype, Metadata, TensorInfo};

use super::error::MeaningError;

const FILE: &str = "model.safetensors";
const PREFIXES: [&str; 5] = ["", "bert.", "roberta.", "model.", "0.auto_model."];

/// The bytes of `model.safetensors` with the table of what stands where, both checked against each other.
pub(super) struct Weights {
    bytes: Vec<u8>,
    data: usize,
    table: Metadata,
    prefix: &'static str,
}

/// A matrix that stays in the file's bytes and is read row by row: a vocabulary is most of a model, and a text needs
/// few of its rows.
pub(super) struct Words {
    bytes: Vec<u8>,
    start: usize,
    stride: usize,
    kind: Dtype,
}

impl Weights {
    pub(super) fn open(bytes: Vec<u8>) -> Result<Weights, MeaningError> {
        let (header, table) = SafeTensors::read_metadata(&bytes).map_err(|error| MeaningError::broken(FILE, error))?;
        let holds = |prefix: &&str| table.info(&format!("{prefix}embeddings.word_embeddings.weight")).is_some();
        let prefix = PREFIXES.into_iter().find(holds).unwrap_or_default();
        Ok(Weights { data: header + size_of::<u64>(), bytes, table, prefix })
    }

    pub(super) fn matrix(&self, name: &str, rows: usize, columns: usize) -> Result<Array2<f32>, MeaningError> {
        let values = self.values(name, &[rows, columns])?;
        Array2::from_shape_vec((rows, columns), values).map_err(|error| MeaningError::broken(FILE, error))
    }

    pub(super) fn vector(&self, name: &str, length: usize) -> Result<Array1<f32>, MeaningError> {
        self.values(name, &[length]).map(Array1::from_vec)
    }

    /// The number of rows of a matrix.
    pub(super) fn rows(&self, name: &str) -> Result<usize, MeaningError> {
        self.info(name)?
            .shape
            .first()
            .copied()
            .ok_or_else(|| MeaningError::broken(FILE, format!("{name} is no matrix")))
    }

    /// Keeps the bytes for the words alone.
    pub(super) fn into_words(self, name: &str, columns: usize) -> Result<Words, MeaningError> {
        let rows = self.rows(name)?;
        let info = self.shaped(name, &[rows, columns])?;
        let (start, kind) = (self.data + info.data_offsets.0, info.dtype);
        Ok(Words { start, stride: columns * width(kind), kind, bytes: self.bytes }.cut(rows))
    }

    fn values(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, MeaningError> {
        let info = self.shaped(name, shape)?;
        let (start, end) = info.data_offsets;
        let bytes = self.bytes.get(self.data + start..self.data + end).unwrap_or_default();
        Ok(floats(info.dtype, bytes).collect())
    }

    fn shaped(&self, name: &str, shape: &[usize]) -> Result<&TensorInfo, MeaningError> {
        let info = self.info(name)?;
        if info.shape != shape {
            let said = format!("{name} has the shape {:?}, and {shape:?} is needed", info.shape);
            return Err(MeaningError::broken(FILE, said));
        }
        if !matches!(info.dtype, Dtype::F32 | Dtype::F16 | Dtype::BF16) {
            return Err(MeaningError::Unsupported(format!("its numbers are of the kind {:?}", info.dtype)));
        }
        Ok(info)
    }

    fn info(&self, name: &str) -> Result<&TensorInfo, MeaningError> {
        let full = format!("{}{name}", self.prefix);
        self.table.info(&full).ok_or_else(|| MeaningError::broken(FILE, format!("{name} is not in it")))
    }
}

impl Words {
    /// Lets go of the bytes that are not words.
    fn cut(mut self, rows: usize) -> Words {
        self.bytes.truncate(self.start + rows * self.stride);
        self.bytes.drain(..self.start);
        self.bytes.shrink_to_fit();
        self.start = 0;
        self
    }

    /// The numbers of one word; none beyond the vocabulary.
    pub(super) fn row(&self, word: u32) -> Option<impl Iterator<Item = f32> + '_> {
        let start = usize::try_from(word).ok()?.checked_mul(self.stride)?;
        Some(floats(self.kind, self.bytes.get(start..start.checked_add(self.stride)?)?))
    }
}

fn width(kind: Dtype) -> usize {
    if kind == Dtype::F32 { 4 } else { 2 }
}

/// Little-endian numbers of any of the three kinds, as floats.
fn floats(kind: Dtype, bytes: &[u8]) -> impl Iterator<Item = f32> + '_ {
    let wide = if kind == Dtype::F32 { bytes } else { &[] }.as_chunks::<4>().0;
    let narrow = if kind == Dtype::F32 { &[] } else { bytes }.as_chunks::<2>().0;
    let short = move |pair: &[u8; 2]| match kind {
        Dtype::BF16 => f32::from_bits(u32::from(u16::from_le_bytes(*pair)) << 16),
        _ => half(u16::from_le_bytes(*pair)),
    };
    wide.iter().map(|four| f32::from_le_bytes(*four)).chain(narrow.iter().map(short))
}

/// A half-precision number: 1 bit of sign, 5 of exponent, 10 of fraction.
fn half(bits: u16) -> f32 {
    let fraction = f32::from(bits & 0x3ff);
    let size = match (bits >> 10) & 0x1f {
        0 => fraction * 2.0_f32.powi(-24),
        31 if fraction == 0.0 => f32::INFINITY,
        31 => f32::NAN,
        exponent => (1.0 + fraction / 1024.0) * 2.0_f32.powi(i32::from(exponent) - 15),
    };
    if bits & 0x8000 == 0 { size } else { -size }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn short_numbers_are_read_as_they_are_meant() {
        let halves: Vec<u8> =
            [0x3c00_u16, 0xc000, 0x3555, 0x0001, 0x7bff].iter().flat_map(|x| x.to_le_bytes()).collect();
        let read: Vec<f32> = floats(Dtype::F16, &halves).collect();
        assert_eq!(read, [1.0, -2.0, 0.333_251_95, 5.960_464_5e-8, 65504.0]);
        assert_eq!(floats(Dtype::BF16, &[0x80, 0x3f, 0x20, 0xc1]).collect::<Vec<_>>(), [1.0, -10.0]);
        assert_eq!(floats(Dtype::F32, &1.5_f32.to_le_bytes()).collect::<Vec<_>>(), [1.5]);
        assert!(half(0x7c01).is_nan() && half(0xfc00) == f32::NEG_INFINITY);
    }
}
