//! What waits for a person: `GET /home`.

use crate::deal::{DealSummary, Reason, Stage};
use crate::total::Total;
use serde::{Deserialize, Serialize};

/// The first page: what waits, most urgent first, and how things stand.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Home {
    /// At most 20 things that wait for this person.
    pub waiting: Vec<Waiting>,
    /// How many wait in all.
    pub waiting_total: u32,
    /// Approved deals that are open, by stage, in the order of the stages.
    pub pipeline: Vec<StageTotal>,
}

/// Something that waits.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Waiting {
    /// For what.
    pub kind: WaitingKind,
    /// The deal it is about.
    pub deal: DealSummary,
    /// What was asked, for an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reason: Option<Reason>,
}

/// What a deal waits for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub enum WaitingKind {
    /// The vendor's decision.
    Decide,
    /// The partner's answer to a request for information.
    Answer,
    /// The vendor's answer to a request for an extension.
    Extension,
    /// A claim to complete before its place is given up.
    Claim,
    /// An approved deal whose window ends within 14 days.
    ProtectionEnding,
    /// A draft to finish.
    Draft,
    /// One that a newer server knows.
    #[serde(other)]
    Other,
}

/// What stands in one stage.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct StageTotal {
    /// The contract's stage.
    pub stage: Stage,
    /// The tenant's, of the form's `stages`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage_id: Option<String>,
    /// How many deals.
    pub count: u32,
    /// Their values, a sum for each currency, the largest first.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<crate::total::Sum>))]
    pub values: Vec<Total>,
}
