//! A page of a list.

use serde::{Deserialize, Serialize};

/// How many items a page has where the request does not say.
pub const DEFAULT_LIMIT: u32 = 50;
/// How many items a page can have.
pub const MAX_LIMIT: u32 = 200;

/// Some items of a list, and where the next ones are.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
#[cfg_attr(feature = "schema", derive(utoipa::ToSchema))]
pub struct Page<T> {
    /// The items, in the order asked for.
    pub items: Vec<T>,
    /// What to ask with for the next page; none on the last. Opaque, of `[A-Za-z0-9_-]`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next_cursor: Option<String>,
}
