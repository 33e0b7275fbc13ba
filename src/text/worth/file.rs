//! A trained model as a file: a header with format and version, the weights, a checksum.
//!
//! All numbers little-endian: 16 bytes `claimdesk-worth\n`; u32 version of the format; u64 fingerprint of the signals;
//! u32 number of weights; f32 unit, slope, intercept; the weights as i16 steps of the unit, where a step of `i16::MIN`
//! is followed by how many zeros it stands for (u16); u64 hash of everything before.

use super::hash::Fnv;
use super::ngrams::WEIGHTS;
use super::signals::Signal;
use super::train::Trained;
use std::hash::Hasher;

const MAGIC: &[u8; 16] = b"claimdesk-worth\n";
const VERSION: u32 = 2;
const HEADER: usize = 16 + 4 + 8 + 4 + 3 * 4;
/// Two bytes a weight and no zeros at all.
const LARGEST: usize = HEADER + 2 * WEIGHTS + 8;

/// Why a file is not a model we can use.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FileFault {
    /// It does not begin as a model does.
    NotAModel,
    /// It is a model of a format or of signals this release does not have: train again.
    OtherVersion,
    /// It ends early, goes on too long or was changed.
    Damaged,
    /// Its numbers cannot be a model's.
    Absurd,
}

impl std::fmt::Display for FileFault {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::NotAModel => "this is not a model of claims worth checking",
            Self::OtherVersion => "the model was trained by another version: train it again",
            Self::Damaged => "the model's file is damaged",
            Self::Absurd => "the model's numbers make no sense",
        })
    }
}

impl std::error::Error for FileFault {}

impl Trained {
    /// The model as a file.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = MAGIC.to_vec();
        bytes.extend(VERSION.to_le_bytes());
        bytes.extend(fingerprint().to_le_bytes());
        bytes.extend((WEIGHTS as u32).to_le_bytes());
        for number in [self.unit, self.slope, self.intercept] {
            bytes.extend(number.to_le_bytes());
        }
        for run in self.weights.chunk_by(|a, b| *a == 0 && *b == 0) {
            write_run(&mut bytes, run);
        }
        let sum = Fnv::default().with(&bytes).finish();
        bytes.extend(sum.to_le_bytes());
        bytes
    }

    /// Reads a file that may be anything.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, FileFault> {
        if !bytes.starts_with(MAGIC) {
            return Err(FileFault::NotAModel);
        }
        let (version, rest) = bytes.get(MAGIC.len()..).and_then(take::<4>).ok_or(FileFault::Damaged)?;
        let (signals, rest) = take::<8>(rest).ok_or(FileFault::Damaged)?;
        if u32::from_le_bytes(version) != VERSION || u64::from_le_bytes(signals) != fingerprint() {
            return Err(FileFault::OtherVersion);
        }
        let body = whole(bytes).ok_or(FileFault::Damaged)?;
        let (count, rest) = take::<4>(rest).ok_or(FileFault::Damaged)?;
        let (unit, rest) = take_number(rest)?;
        let (slope, rest) = take_number(rest)?;
        let (intercept, _) = take_number(rest)?;
        let weights = read_weights(body.get(HEADER..).unwrap_or_default()).ok_or(FileFault::Damaged)?;
        let sane = (0.0..=1e3).contains(&unit) && (0.0..=1e3).contains(&slope) && intercept.abs() <= 1e6;
        if u32::from_le_bytes(count) as usize != WEIGHTS || !sane {
            return Err(FileFault::Absurd);
        }
        Ok(Self { weights, unit, slope, intercept })
    }
}

/// Changes with the signals and their order, which the weights depend on.
fn fingerprint() -> u64 {
    Signal::NAMES.iter().fold(Fnv::default(), |hash, name| hash.with(name.as_bytes()).with(b" ")).finish()
}

/// Everything before the checksum, if that is right and the file no larger than a model can be.
fn whole(bytes: &[u8]) -> Option<&[u8]> {
    let (body, sum) = bytes.split_last_chunk::<8>()?;
    (bytes.len() <= LARGEST && Fnv::default().with(body).finish() == u64::from_le_bytes(*sum)).then_some(body)
}

fn take<const N: usize>(bytes: &[u8]) -> Option<([u8; N], &[u8])> {
    bytes.split_first_chunk::<N>().map(|(head, rest)| (*head, rest))
}

fn take_number(bytes: &[u8]) -> Result<(f32, &[u8]), FileFault> {
    let (number, rest) = take::<4>(bytes).ok_or(FileFault::Damaged)?;
    let number = f32::from_le_bytes(number);
    if number.is_finite() { Ok((number, rest)) } else { Err(FileFault::Absurd) }
}

fn write_run(bytes: &mut Vec<u8>, run: &[i16]) {
    if run.len() < 2 {
        run.iter().for_each(|step| bytes.extend(step.max(&-i16::MAX).to_le_bytes()));
        return;
    }
    for part in run.chunks(usize::from(u16::MAX)) {
        bytes.extend(i16::MIN.to_le_bytes());
        bytes.extend((part.len() as u16).to_le_bytes());
    }
}

fn read_weights(mut bytes: &[u8]) -> Option<Vec<i16>> {
    let mut weights = Vec::with_capacity(WEIGHTS);
    while !bytes.is_empty() {
        let (step, rest) = take::<2>(bytes)?;
        bytes = rest;
        match i16::from_le_bytes(step) {
            i16::MIN => {
                let (zeros, rest) = take::<2>(bytes)?;
                bytes = rest;
                weights.resize(weights.len() + usize::from(u16::from_le_bytes(zeros)), 0);
            }
            step => weights.push(step),
        }
        if weights.len() > WEIGHTS {
            return None;
        }
    }
    (weights.len() == WEIGHTS).then_some(weights)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn model() -> Trained {
        let mut weights = vec![0; WEIGHTS];
        for (at, weight) in weights.iter_mut().enumerate().step_by(5_000) {
            *weight = (at % 60_000) as i16;
        }
        weights[1] = -7;
        Trained { weights, unit: 0.001, slope: 2.0, intercept: -1.5 }
    }

    #[test]
    fn a_model_survives_its_file() {
        let bytes = model().to_bytes();
        assert!(bytes.len() < 5_000);
        assert_eq!(Trained::from_bytes(&bytes), Ok(model()));
    }

    #[test]
    fn broken_and_hostile_files_are_refused() {
        let good = model().to_bytes();
        assert_eq!(Trained::from_bytes(b""), Err(FileFault::NotAModel));
        assert_eq!(Trained::from_bytes(b"{\"weights\":[]}"), Err(FileFault::NotAModel));
        for end in [17, 30, HEADER, good.len() / 2, good.len() - 1] {
            assert!(Trained::from_bytes(&good[..end]).is_err(), "{end}");
        }
        for at in 16..good.len() {
            let mut bad = good.clone();
            bad[at] ^= 0x40;
            assert!(Trained::from_bytes(&bad).is_err(), "{at}");
        }
        let mut longer = good.clone();
        longer.extend(vec![0; LARGEST]);
        assert_eq!(Trained::from_bytes(&longer), Err(FileFault::Damaged));
    }

    #[test]
    fn a_right_checksum_does_not_excuse_absurd_numbers() {
        for (unit, slope, intercept) in
            [(f32::NAN, 1.0, 0.0), (1.0, f32::INFINITY, 0.0), (1.0, 1.0, f32::NAN), (-1.0, 1.0, 0.0)]
        {
            let bytes = Trained { unit, slope, intercept, ..model() }.to_bytes();
            assert_eq!(Trained::from_bytes(&bytes), Err(FileFault::Absurd));
        }
        let mut bomb = model().to_bytes();
        bomb.truncate(HEADER);
        for _ in 0..WEIGHTS / 4 {
            bomb.extend(i16::MIN.to_le_bytes());
            bomb.extend(u16::MAX.to_le_bytes());
        }
        let sum = Fnv::default().with(&bomb).finish();
        bomb.extend(sum.to_le_bytes());
        assert_eq!(Trained::from_bytes(&bomb), Err(FileFault::Damaged));
    }
}
