//! Deals by stage: `GET /deals/board`.

use super::{DealSummary, Stage};
use crate::total::Total;
use serde::{Deserialize, Serialize};

/// How many cards a column begins with where the request does not say.
pub const BOARD_LIMIT: u32 = 20;

/// The columns: what waits for an answer, then the stages in the tenant's order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Board {
    /// The columns.
    pub columns: Vec<BoardColumn>,
}

/// A column with its first cards.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct BoardColumn {
    /// The contract's stage of its deals; none where they wait for an answer.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage: Option<Stage>,
    /// Which of the tenant's stages it is.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub stage_id: Option<String>,
    /// How many deals it has.
    pub count: u32,
    /// Their values, a sum for each currency, the largest first.
    #[cfg_attr(feature = "schema", schema(value_type = Vec<crate::total::Sum>))]
    pub values: Vec<Total>,
    /// Its first cards, in the order asked for.
    pub items: Vec<DealSummary>,
    /// What to ask `GET /deals` with for its next cards, beside the column's `review` and `stageId`; none on the last.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}
