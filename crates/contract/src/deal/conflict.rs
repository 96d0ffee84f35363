//! Registrations of the same customer, as the vendor sees them side by side.

use super::DealSummary;
use serde::{Deserialize, Serialize};

/// A registration of the same customer, as the vendor sees it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Conflict {
    /// Its row.
    pub deal: DealSummary,
    /// What is the same.
    pub matches: Vec<Match>,
    /// It was received first.
    pub first: bool,
}

/// By what two registrations are of the same customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum Match {
    /// The host name.
    Website,
    /// The DUNS number.
    Duns,
    /// The name, without legal form and accents, and the country.
    Name,
}
