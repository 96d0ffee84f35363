//! The list of deals: its named sets, its orders, its page.

use super::{DealSummary, OrganisationName};
use crate::named::named;
use serde::{Deserialize, Serialize};

named! {
    /// A set of deals that people ask for by name.
    pub enum Show {
        /// Everything that is not finished: drafts, waiting, approved and not yet won or lost.
        Open = "open",
        /// What waits for the partner: drafts, claims and requests for information.
        NeedsPartner = "needs_partner",
        /// Approved, open, and protected for 14 days at most.
        Ending = "ending",
        /// Rejected, duplicate, withdrawn, expired, won or lost.
        Decided = "decided",
    }
}

named! {
    /// The order of a list. A hyphen in front turns it round.
    #[derive(Default)]
    #[expect(missing_docs, reason = "named for the member that is compared")]
    pub enum Sort {
        #[default]
        UpdatedDown = "-updatedAt",
        Updated = "updatedAt",
        RegisteredDown = "-registeredAt",
        Registered = "registeredAt",
        ValueDown = "-value",
        Value = "value",
        CloseDown = "-closeDate",
        Close = "closeDate",
        CustomerDown = "-customer",
        Customer = "customer",
        Due = "dueAt",
        Ends = "endsOn",
    }
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
    /// The sets, each counted with all else that the list is narrowed to.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub counts: Option<Counts>,
}

/// Deals are counted up to here: one more stands for any number above it.
pub const MAX_COUNT: u32 = 10_000;

/// How many deals each named set has, up to [`MAX_COUNT`] and one.
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

/// Whom a filter can name: `GET /deals/filter-options`.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct FilterOptions {
    /// Who can own a deal that the reader sees, by name.
    pub owners: Vec<Owner>,
    /// The partner firms, by name; for the vendor alone.
    pub organisations: Vec<OrganisationName>,
}

/// Somebody who can own deals, and for whom they work.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Owner {
    /// Opaque.
    pub id: String,
    /// As they want to be called.
    pub name: String,
    /// Their firm.
    pub organisation: OrganisationName,
}
