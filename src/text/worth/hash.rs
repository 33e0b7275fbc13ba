//! A small hash that never changes between machines or releases: trained files depend on it.

use std::hash::{BuildHasherDefault, Hasher};

const SEED: u64 = 0xcbf2_9ce4_8422_2325;
const PRIME: u64 = 0x0000_0100_0000_01b3;

/// Hashes text byte by byte (FNV-1a), with a final mix.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fnv(u64);

pub(super) type Quick = BuildHasherDefault<Fnv>;

impl Default for Fnv {
    fn default() -> Self {
        Self(SEED)
    }
}

impl Fnv {
    pub(super) fn seeded(seed: u64) -> Self {
        Self(SEED ^ seed.wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    pub(super) fn with(mut self, bytes: &[u8]) -> Self {
        self.write(bytes);
        self
    }
}

impl Hasher for Fnv {
    fn write(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(PRIME);
        }
    }

    fn finish(&self) -> u64 {
        let mixed = (self.0 ^ (self.0 >> 32)).wrapping_mul(0xd6e8_feb8_6659_fd93);
        mixed ^ (mixed >> 32)
    }
}
