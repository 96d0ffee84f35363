//! The two axes on which a deal stands: what the vendor says to the registration, and how far the sale has come.

use crate::named::named;
use serde::{Deserialize, Serialize};

named! {
    /// The first axis of a deal: what the vendor says to the registration.
    #[derive(Hash, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Review {
        /// Begun, and the partner's alone.
        Draft = "draft",
        /// The place is kept until the rest is handed in.
        Claimed = "claimed",
        /// Handed in, waiting for the vendor.
        Submitted = "submitted",
        /// Somebody at the vendor has it open.
        InReview = "in_review",
        /// The vendor asked; the answer is the partner's turn.
        InfoRequested = "info_requested",
        /// Accepted and protected.
        Approved = "approved",
        /// Not accepted.
        Rejected = "rejected",
        /// Somebody was first.
        Duplicate = "duplicate",
        /// Taken back by the partner.
        Withdrawn = "withdrawn",
        /// The claim or the protection window has run out.
        Expired = "expired",
    }
}

impl Review {
    /// Waiting for the vendor's answer: what the desk's queue holds.
    pub fn waits_for_vendor(self) -> bool {
        matches!(self, Self::Submitted | Self::InReview)
    }

    /// Waiting for the vendor, or for what the vendor asked for: the board's first column.
    pub const WAITING: [Self; 4] = [Self::Claimed, Self::Submitted, Self::InReview, Self::InfoRequested];

    /// Holds a place against other registrations of the same customer, until the vendor has decided.
    pub fn is_open(self) -> bool {
        Self::WAITING.contains(&self)
    }
}

named! {
    /// The second axis, once approved: how far the sale has come.
    #[derive(Hash, PartialOrd, Ord, Serialize, Deserialize)]
    #[serde(rename_all = "snake_case")]
    #[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
    pub enum Stage {
        /// Where an approved deal begins.
        Prospect = "prospect",
        /// There is a need and a budget.
        Qualified = "qualified",
        /// An offer is out.
        Proposal = "proposal",
        /// The customer has said yes, not yet signed.
        Committed = "committed",
        /// Signed.
        Won = "won",
        /// Gone elsewhere, or nowhere.
        Lost = "lost",
    }
}

impl Stage {
    /// Nothing follows it.
    pub fn is_closed(self) -> bool {
        matches!(self, Self::Won | Self::Lost)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_those_of_the_wire() {
        for review in Review::ALL {
            assert_eq!(serde_json::to_value(review).unwrap(), review.name());
            assert_eq!(Review::parse(review.name()), Some(review));
        }
        for stage in Stage::ALL {
            assert_eq!(serde_json::to_value(stage).unwrap(), stage.name());
            assert_eq!(Stage::parse(stage.name()), Some(stage));
        }
    }
}
