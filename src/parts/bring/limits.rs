//! What is taken where a file is brought, and why another is not.

use crate::api::{ApiError, Harbour};
use portico_contract::problem::{Problem, ProblemKind};
use portico_contract::{asset, attachment};

/// What is taken where a file is brought.
pub(super) struct Limits {
    files: u32,
    size: u32,
    /// How many bytes are sent at once.
    pub part: u32,
    promised: fn(&str) -> Option<&'static str>,
}

/// Most files that are put into the library in one go.
const LIBRARY_FILES: u32 = 100;

impl Limits {
    pub fn of(to: &Harbour) -> Self {
        match to {
            Harbour::Deal(_) => Self {
                files: attachment::MAX_FILES,
                size: attachment::MAX_SIZE,
                part: 512 * 1024,
                promised: attachment::promised,
            },
            Harbour::Library => Self {
                files: LIBRARY_FILES,
                size: u32::try_from(asset::change::MAX_UPLOAD).unwrap_or(u32::MAX),
                part: 2 * 1024 * 1024,
                promised: asset::promised,
            },
        }
    }
}

/// Why a file does not go with the message.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    Empty,
    Many(u32),
    TooLarge(u32),
    Told(ApiError),
}

impl Why {
    pub(super) fn of(kind: ProblemKind) -> Self {
        Self::Told(ApiError::Refused(Box::new(Problem::new(kind))))
    }
}

/// What can be known before a byte is sent.
pub(super) fn judged(limits: &Limits, name: &str, size: f64, place: usize) -> Result<u32, Why> {
    if place >= limits.files as usize {
        return Err(Why::Many(limits.files));
    }
    if (limits.promised)(name).is_none() {
        return Err(Why::of(ProblemKind::FileKind));
    }
    if size > f64::from(limits.size) {
        return Err(Why::TooLarge(limits.size));
    }
    // A whole number from 0 to the limit.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let size = size as u32;
    if size == 0 { Err(Why::Empty) } else { Ok(size) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_be_known_is_told_before_a_byte_is_sent() {
        let deal = |name: &str, size: f64, nth| judged(&Limits::of(&Harbour::Deal("d".into())), name, size, nth);
        assert_eq!(deal("plan.pdf", 10.0, 0), Ok(10));
        assert_eq!(deal("plan.exe", 10.0, 0), Err(Why::of(ProblemKind::FileKind)));
        assert_eq!(deal("plan.svg", 10.0, 0), Err(Why::of(ProblemKind::FileKind)));
        assert_eq!(deal("plan.pdf", 26_214_401.0, 0), Err(Why::TooLarge(26_214_400)));
        assert_eq!(deal("plan.pdf", 0.0, 0), Err(Why::Empty));
        assert_eq!(deal("plan.pdf", 10.0, 10), Err(Why::Many(10)));
    }

    #[test]
    fn the_library_takes_more_and_larger_files() {
        let library = |name: &str, size: f64, nth| judged(&Limits::of(&Harbour::Library), name, size, nth);
        assert_eq!(library("film.mp4", 2_147_483_648.0, 99), Ok(2_147_483_648));
        assert_eq!(library("film.mp4", 2_147_483_649.0, 0), Err(Why::TooLarge(2_147_483_648)));
        assert_eq!(library("page.html", 10.0, 0), Ok(10));
        assert_eq!(library("tool.exe", 10.0, 0), Err(Why::of(ProblemKind::FileKind)));
    }
}
