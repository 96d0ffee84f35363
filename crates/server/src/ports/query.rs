//! What a list of deals is asked for.

use portico_contract::deal::list::{Show, Sort};
use portico_contract::deal::{Review, Stage};

/// Which deals, in which order.
#[derive(Clone, Debug, Default)]
pub struct DealQuery {
    /// Words that stand in customer, number, product, city or owner.
    pub q: Option<String>,
    /// Only these states; all where empty.
    pub review: Vec<Review>,
    /// Only these stages; all where empty.
    pub stage: Vec<Stage>,
    /// Only these stages of the tenant's; all where empty.
    pub stage_id: Vec<String>,
    /// Only one person's: an account's id.
    pub owner: Option<String>,
    /// Only what one of the vendor's people sees to: an account's id; `none` for what nobody does. Passed over where a
    /// partner asks.
    pub handler: Option<String>,
    /// One of the sets that the interface offers.
    pub show: Option<Show>,
    /// The order.
    pub sort: Sort,
    /// Where to go on.
    pub cursor: Option<String>,
    /// How many.
    pub limit: u32,
}
