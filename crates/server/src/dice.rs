//! Chance: the operating system's, or a row that is the same each time, for demo data and tests.

use rand::rngs::StdRng;
use rand::{RngCore, SeedableRng};
use std::sync::{Mutex, PoisonError};

/// Where ids and numbers come from.
#[derive(Debug)]
pub enum Dice {
    /// The operating system.
    Real,
    /// A row that begins with a seed.
    Seeded(Box<Mutex<StdRng>>),
}

impl Dice {
    /// A row that is the same each time.
    pub fn seeded(seed: u64) -> Self {
        Self::Seeded(Box::new(Mutex::new(StdRng::seed_from_u64(seed))))
    }

    /// 64 bits.
    pub fn bits(&self) -> u64 {
        match self {
            Self::Real => rand::random(),
            Self::Seeded(row) => row.lock().unwrap_or_else(PoisonError::into_inner).next_u64(),
        }
    }

    /// An opaque id: 128 bits in hexadecimal.
    pub fn id(&self) -> String {
        format!("{:016x}{:016x}", self.bits(), self.bits())
    }

    /// A number below `bound`, which is not 0.
    pub fn below(&self, bound: usize) -> usize {
        // The bias of the remainder is far below what demo data could show.
        usize::try_from(self.bits() % bound as u64).unwrap_or(0)
    }
}
