//! How the demo deals end: so many of each firm in each state.

use portico_contract::deal::Stage;

/// How a story ends.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum End {
    Draft,
    Claimed,
    Submitted,
    InReview,
    InfoRequested,
    Approved(Stage),
    /// Approved, and protected for so few days more.
    Ending(u64),
    /// Approved, with a request for a longer window.
    Extending,
    Rejected,
    Duplicate,
    Withdrawn,
    Expired,
}

/// How many stories of a firm end how, in the order they are told.
pub(super) type Endings = &'static [(End, usize)];

/// 200 deals over all states.
pub(super) const BLUEPEAK: Endings = &[
    (End::Submitted, 7),
    (End::InReview, 5),
    (End::InfoRequested, 3),
    (End::Draft, 6),
    (End::Claimed, 2),
    (End::Extending, 1),
    (End::Ending(2), 1),
    (End::Ending(6), 1),
    (End::Ending(9), 1),
    (End::Ending(13), 1),
    (End::Approved(Stage::Prospect), 25),
    (End::Approved(Stage::Qualified), 22),
    (End::Approved(Stage::Proposal), 18),
    (End::Approved(Stage::Committed), 9),
    (End::Approved(Stage::Won), 21),
    (End::Approved(Stage::Lost), 9),
    (End::Rejected, 30),
    (End::Duplicate, 12),
    (End::Withdrawn, 10),
    (End::Expired, 16),
];

pub(super) const KESTREL: Endings = &[
    (End::Submitted, 3),
    (End::InReview, 1),
    (End::Draft, 2),
    (End::Approved(Stage::Qualified), 12),
    (End::Approved(Stage::Won), 8),
    (End::Rejected, 6),
    (End::Duplicate, 4),
    (End::Expired, 4),
];

pub(super) const VANTAGE: Endings = &[
    (End::Submitted, 2),
    (End::InReview, 1),
    (End::Draft, 1),
    (End::Approved(Stage::Proposal), 8),
    (End::Approved(Stage::Won), 4),
    (End::Rejected, 3),
    (End::Withdrawn, 1),
];

/// One ending a story.
pub(super) fn each(endings: Endings) -> impl Iterator<Item = End> {
    endings.iter().flat_map(|(end, count)| std::iter::repeat_n(*end, *count))
}
