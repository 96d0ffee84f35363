//! The list of deals: its named sets, its orders, its page.

use super::DealSummary;
use serde::{Deserialize, Serialize};

/// A set of deals that people ask for by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Show {
    /// Everything that is not finished: drafts, waiting, approved and not yet won or lost.
    Open,
    /// What waits for the partner: drafts and requests for information.
    NeedsPartner,
    /// Approved, open, and protected for 14 days at most.
    Ending,
    /// Rejected, duplicate, withdrawn, expired, won or lost.
    Decided,
}

/// The order of a list. A hyphen in front turns it round.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(missing_docs, reason = "named for the member that is compared")]
pub enum Sort {
    #[default]
    UpdatedDown,
    Updated,
    RegisteredDown,
    Registered,
    ValueDown,
    Value,
    CloseDown,
    Close,
    CustomerDown,
    Customer,
    Due,
}

/// A page of deals, and on the first page how many each named set has.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct DealPage {
    /// The rows, in the order asked for.
    pub items: Vec<DealSummary>,
    /// What to ask with for the next page; none on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
    /// The sets, counted with the same words and owner.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
}

/// How many deals each named set has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
#[expect(missing_docs, reason = "named for the sets of Show")]
pub struct Counts {
    pub all: u32,
    pub open: u32,
    pub needs_partner: u32,
    pub ending: u32,
    pub decided: u32,
}

impl Show {
    /// The name in a query.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::NeedsPartner => "needs_partner",
            Self::Ending => "ending",
            Self::Decided => "decided",
        }
    }

    /// The set of that name.
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Open, Self::NeedsPartner, Self::Ending, Self::Decided].into_iter().find(|show| show.name() == name)
    }
}

impl Sort {
    /// The name in a query.
    pub fn name(self) -> &'static str {
        match self {
            Self::UpdatedDown => "-updatedAt",
            Self::Updated => "updatedAt",
            Self::RegisteredDown => "-registeredAt",
            Self::Registered => "registeredAt",
            Self::ValueDown => "-value",
            Self::Value => "value",
            Self::CloseDown => "-closeDate",
            Self::Close => "closeDate",
            Self::CustomerDown => "-customer",
            Self::Customer => "customer",
            Self::Due => "dueAt",
        }
    }

    /// All orders.
    pub const ALL: [Self; 11] = [
        Self::UpdatedDown,
        Self::Updated,
        Self::RegisteredDown,
        Self::Registered,
        Self::ValueDown,
        Self::Value,
        Self::CloseDown,
        Self::Close,
        Self::CustomerDown,
        Self::Customer,
        Self::Due,
    ];

    /// The order of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|sort| sort.name() == name)
    }
}
